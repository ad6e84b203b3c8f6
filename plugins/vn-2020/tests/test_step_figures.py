"""The figures of the five steps and the rules on them say the same of every vote."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from congress_flow.reckoning import StepBase, StepCount, step_of
from congress_flow_vn_2020.personnel_law import sequence_law, step_law
from congress_flow_vn_2020.readings import Quorum, Readings2020
from tests.elections.walks import Taken
from tests.personnel.spoilt import Judges, changed

ROWS = {2: "T3", 3: "T4", 4: "T5", 5: "T6"}


def refused(judges: Judges, taken: Taken, *rules: str, **chosen: Any) -> set[str]:
    """Return which of some rules object to a step."""
    found = judges.engine(**chosen).judge(*taken[1:]).findings
    return {each.rule for each in found} & {f"vn-2020/{rule}" for rule in rules}


def told(taken: Taken, **figures: int) -> tuple[StepCount, Taken]:
    """Return one vote twice: as the arithmetic takes it, and as the act of the step tells it."""
    step = {row: number for number, row in ROWS.items()}[taken.row]
    agree = figures["agree"]
    count = StepCount(step=step, **figures)
    renamed = {"returned": "collected"}
    change: dict[str, Any] = {
        f"event.meeting.{renamed.get(name, name)}": value
        for name, value in figures.items()
        if name != "agree"
    }
    change |= {"event.meeting.agree": {"an": agree}, "event.passed": ("an",)}
    return count, changed(taken, change)


def test_the_rules_count_as_the_arithmetic_does(judges: Judges, readings: Readings2020) -> None:
    """Every vote from none to all, and every number present: same threshold, same quorum."""
    law = step_law(readings)
    asked = 0
    for row in ROWS.values():
        taken = judges.taken("whole", row)
        convened: int = taken.event.meeting.convened
        for present in range(1, convened + 1):
            for agree in range(present + 1):
                four = dict.fromkeys(("present", "issued", "returned", "valid"), present)
                count, spoilt = told(taken, convened=convened, **four, agree=agree)
                found = step_of(count, law)
                threshold = refused(judges, spoilt, "threshold", "threshold_step2")
                quorum = refused(judges, spoilt, "quorum_step2", "quorum_other")
                assert (not threshold, not quorum) == (found.over_half, found.quorum)
                asked += 1
    assert asked > 600


@pytest.mark.parametrize("base", StepBase)
def test_the_base_of_step_2_is_the_one_read(
    base: StepBase, judges: Judges, readings: Readings2020
) -> None:
    """28 convened of whom 24 are present, 22 ballots valid: each base has another threshold."""
    taken = judges.taken("whole", "T3")
    figures = {"convened": 28, "present": 24, "issued": 24, "returned": 24, "valid": 22}
    need = {StepBase.CONVENED: 15, StepBase.PRESENT: 13, StepBase.VALID: 12}[base]
    law = step_law(attrs.evolve(readings, base_step2=base))
    for agree in (need - 1, need):
        count, spoilt = told(taken, **figures, agree=agree)
        assert bool(refused(judges, spoilt, "threshold_step2", base_step2=base)) is (agree < need)
        assert step_of(count, law).over_half is (agree >= need)


@pytest.mark.parametrize(
    ("chosen", "least"), [(Quorum.TWO_THIRDS, 6), (Quorum.MORE_THAN_HALF, 5), (Quorum.NONE, 1)]
)
def test_the_quorum_of_the_other_steps_is_the_one_read(
    chosen: Quorum, least: int, judges: Judges
) -> None:
    """Of nine convened; where no quorum is read, somebody at least must be there to vote."""
    taken = judges.taken("whole", "T4")
    for present in (least - 1, least):
        spoilt = changed(taken, {"event.meeting.present": present})
        found = refused(judges, spoilt, "quorum_other", quorum_other=chosen)
        assert bool(found) is (present < least)


def test_counting_minutes_are_asked_of_the_steps_that_are_balloted(judges: Judges) -> None:
    """Steps 2, 3 and 5 by the appendix; step 4 where the reading has it balloted."""
    for step, row in ROWS.items():
        spoilt = changed(judges.taken("whole", row), {"event.meeting.counted": False})
        plain = changed(spoilt, {"event.meeting.issued": None})
        asked = refused(judges, plain, "step_minutes", secret_step4=False)
        assert bool(asked) is (step in sequence_law().counted_steps.value)
        assert refused(judges, spoilt, "step_minutes", secret_step4=True)
