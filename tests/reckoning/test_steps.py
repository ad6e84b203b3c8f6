"""The five steps beyond the worked cases: other readings, unknown figures, runs that stop."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from congress_flow import Confidence
from congress_flow.errors import UsageError
from congress_flow.reckoning import (
    Run,
    RunOutcome,
    SequenceFault,
    StepBallot,
    StepBase,
    StepCount,
    StepMeeting,
    Track,
    run_of,
    sequence_of,
    shorten,
    step_of,
)
from congress_flow_vn_2020.personnel_law import sequence_law, step_law
from congress_flow_vn_2020.readings import AddNames, Quorum
from tests.effort import examples
from tests.oracles.laws import Readings

LAW = step_law(Readings())


def count(step: int = 5, **figures: int | None) -> StepCount:
    same: dict[str, Any] = dict.fromkeys(("convened", "present", "issued", "returned", "valid"), 11)
    return StepCount(step=step, **{**same, "agree": 6, **figures})


# --- One step -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reading", "enough", "too_few"),
    [(Quorum.TWO_THIRDS, 8, 7), (Quorum.MORE_THAN_HALF, 6, 5), (Quorum.NONE, 0, None)],
)
def test_the_quorum_of_the_other_steps_is_a_reading(
    reading: Quorum, enough: int, too_few: int | None
) -> None:
    """Two thirds, more than half, or none: each reading has its own edge for eleven convened."""
    law = step_law(Readings(quorum_other=reading))
    assert step_of(count(present=enough, issued=enough), law).quorum is True
    if too_few is not None:
        assert step_of(count(present=too_few, issued=too_few), law).quorum is False


def test_the_quorum_of_step_2_is_no_reading() -> None:
    """The key-cadre conference needs two thirds whatever is chosen for the other steps."""
    law = step_law(Readings(quorum_other=Quorum.NONE))
    assert step_of(count(2, present=7, issued=7), law).quorum is False


UNKNOWN: dict[str, tuple[StepCount, bool | None]] = {
    "agree": (count(agree=None), None),
    "convened": (count(convened=None), None),
    "present": (count(present=None), None),
    "agree, without a quorum": (count(present=7, issued=7, returned=7, valid=7, agree=None), False),
    "agree, and a contradiction": (count(present=12, agree=None), False),
    "present, and too few votes": (count(present=None, agree=5), False),
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_an_unknown_figure_leaves_a_step_open(case: str) -> None:
    """What is not known is neither passed nor failed, unless something known fails already."""
    figures, passed = UNKNOWN[case]
    assert step_of(figures, LAW).passed is passed


def test_figures_are_held_against_the_last_one_known() -> None:
    """With ballots returned and issued unknown, the valid ones are held against those present."""
    found = step_of(count(issued=None, returned=None, present=10, valid=11), LAW)
    assert [error.id for error in found.errors] == ["valid_over_present"]
    assert found.errors[0].text.vi == "số phiếu hợp lệ nhiều hơn số người có mặt"
    assert found.errors[0].text.en == "valid ballots more than present"


def test_all_contradictions_of_a_step_are_named_in_the_order_of_the_chain() -> None:
    """Each link of the chain is looked at, and the marks beside it."""
    found = step_of(count(present=12, issued=13, returned=14, valid=15, agree=16, disagree=1), LAW)
    assert [error.id for error in found.errors] == [
        "present_over_convened",
        "issued_over_present",
        "returned_over_issued",
        "valid_over_returned",
        "agree_over_valid",
        "marks_over_valid",
    ]
    assert found.passed is False


def test_a_step_explains_itself() -> None:
    """The words hold quorum and majority; the grade is that of the weakest reading."""
    found = step_of(count(agree=6), LAW)
    assert "số người có mặt: 11/11" in found.text.vi
    assert "votes in favour: 6/11" in found.text.en
    assert found.confidence is Confidence.UNKNOWN
    assert step_of(count(2, agree=6), LAW).confidence is Confidence.UNKNOWN
    without = step_of(count(agree=6), step_law(Readings(quorum_other=Quorum.NONE)))
    assert "có mặt" not in without.text.vi
    wrong = step_of(count(present=12), LAW)
    assert wrong.text.vi.startswith("số người có mặt nhiều hơn số người được triệu tập; ")


@pytest.mark.parametrize("base", StepBase)
def test_a_majority_can_be_asked_on_any_base(base: StepBase) -> None:
    """The same vote may be held against each figure: six of eleven convened, of nine present."""
    figures = count(2, present=9, issued=9, returned=9, valid=8, agree=5)
    found = step_of(figures, LAW)
    of = {StepBase.CONVENED: 11, StepBase.PRESENT: 9, StepBase.VALID: 8}[base]
    assert found.demand(base).of == of
    assert found.passes_on(base) is (of < 2 * 5)


def test_what_is_no_step_is_refused() -> None:
    """Wrong types and steps are the caller's mistake."""
    with pytest.raises(UsageError, match="step must be one of"):
        count(6)
    with pytest.raises(UsageError, match="agree must be a whole number"):
        count(agree=-1)
    with pytest.raises(UsageError, match="a StepCount is wanted"):
        step_of("count", LAW)  # type: ignore[arg-type]


# --- A run ----------------------------------------------------------------------------------------


def ballots(*agree: dict[str, int], present: int = 11) -> list[StepBallot]:
    return [
        StepBallot(step=number, convened=11, present=present, valid=present, agree=votes)
        for number, votes in enumerate(agree, start=1)
    ]


ALL = {"A": 11, "B": 10, "C": 9}
WITHOUT_C = {"A": 11, "B": 10, "C": 5}


def run(*agree: dict[str, int], readings: Readings | None = None, seats: int = 2) -> Run:
    law = LAW if readings is None else step_law(readings)
    return run_of(list("ABC"), ballots(*agree), law, seats=seats)


@pytest.mark.parametrize(("eliminates", "final"), [(True, ("A", "B")), (False, ("A", "B", "C"))])
def test_whether_failing_step_2_is_final_is_a_reading(
    eliminates: bool,  # noqa: FBT001 - a parameter
    final: tuple[str, ...],
) -> None:
    """Under one reading who fails at the key cadres is out; under the other step 4 weighs it."""
    found = run(ALL, WITHOUT_C, ALL, ALL, ALL, readings=Readings(step2_eliminates=eliminates))
    assert found.steps[1].passed == ("A", "B")
    assert found.final_list == final


@pytest.mark.parametrize("step", [3, 4, 5])
def test_failing_another_step_is_always_final(step: int) -> None:
    """Steps 3, 4 and 5 eliminate under both readings, whatever comes later."""
    votes = [WITHOUT_C if number == step else ALL for number in range(1, 6)]
    found = run(*votes, readings=Readings(step2_eliminates=False))
    assert found.final_list == ("A", "B")
    assert found.outcome is RunOutcome.NO_SURPLUS


@pytest.mark.parametrize(
    ("reading", "step"),
    [(AddNames.NOT_ALLOWED, 0), (AddNames.AT_STEP_2, 2), (AddNames.AT_STEP_3, 3)],
)
def test_whether_names_join_on_the_way_is_a_reading(reading: AddNames, step: int) -> None:
    """A new name passes from the step at which it may join, and never where it may not."""
    later = {**ALL, "D": 11}
    votes = [later if step and number >= step else ALL for number in range(1, 6)]
    found = run(*votes, readings=Readings(add_names=reading))
    assert ("D" in found.final_list) is bool(step)
    ignored = run(ALL, ALL, ALL, later, later, readings=Readings(add_names=reading))
    assert "D" not in ignored.final_list


def test_a_run_stops_where_a_meeting_decides_nothing() -> None:
    """Without a quorum, or with contradictory figures, later steps count for nothing."""
    few = run_of(list("AB"), ballots({"A": 7, "B": 7}, present=7), LAW, seats=1)
    assert few.outcome is RunOutcome.STOPPED_NO_QUORUM
    assert few.final_list == few.steps[0].passed == ()
    wrong = run(ALL, {**ALL, "B": 12}, ALL, ALL, ALL)
    assert wrong.outcome is RunOutcome.STOPPED_INCONSISTENT
    assert [error.id for error in wrong.steps[-1].errors] == ["agree_over_valid"]
    assert len(wrong.steps) == 2
    assert wrong.final_list == ()


def test_figures_of_a_meeting_are_looked_at_even_with_nobody_left() -> None:
    """A meeting about nobody still has figures that can contradict each other."""
    nobody = {"A": 0, "B": 0, "C": 0}
    held = ballots(nobody)
    held.append(StepBallot(step=2, convened=11, present=12, valid=12, agree={}))
    found = run_of(list("ABC"), held, LAW, seats=2)
    assert found.outcome is RunOutcome.STOPPED_INCONSISTENT


def test_a_run_that_is_not_finished_has_no_final_list() -> None:
    """Three steps of five leave people in the run, but nobody on the final list."""
    found = run(ALL, ALL, ALL)
    assert found.outcome is RunOutcome.NOT_FINISHED
    assert found.left == ("A", "B", "C")
    assert found.final_list == ()


def test_a_run_explains_itself() -> None:
    """Each step with its need and base, and the outcome, in both languages."""
    found = run(ALL, ALL, ALL, ALL, ALL)
    assert found.outcome is RunOutcome.COMPLETE
    assert found.surplus_percent() == "50,00"
    assert found.text.vi.startswith("bước 1: 3 người, cần 6/11 phiếu; bước 2:")
    assert found.text.en.endswith("; enough people, with a surplus")
    assert found.confidence is Confidence.UNKNOWN
    assert LAW.step2_eliminates.citation in found.citations


@pytest.mark.parametrize("held", [[], ballots(ALL)[:1] * 2, ballots(ALL, ALL)[1:]])
def test_the_steps_of_a_run_stand_in_order(held: list[StepBallot]) -> None:
    """No step, a step twice, or a run that begins later is the caller's mistake."""
    with pytest.raises(UsageError, match="in order, each once"):
        run_of(list("ABC"), held, LAW, seats=2)


def test_runs_against_a_naive_reader() -> None:
    """On the final list stands who had more than half at each of the five steps, nobody else."""
    seen: Counter[str] = Counter()
    votes = st.fixed_dictionaries(dict.fromkeys("ABC", st.sampled_from([5, 6, 6, 7, 8, 11])))

    @examples(200)
    @given(st.lists(votes, min_size=5, max_size=5), st.integers(1, 3))
    def law(agree: list[dict[str, int]], seats: int) -> None:
        found = run(*agree, seats=seats)
        naive = {name for name in "ABC" if all(2 * step[name] > 11 for step in agree)}
        assert set(found.final_list) == naive
        assert found.surplus == len(naive) - seats
        event(found.outcome.value)
        seen[found.outcome.value] += 1

    law()
    assert all(seen[kind] for kind in ("complete", "no_surplus", "short_of_seats")), seen


def test_a_list_too_long_is_cut_from_the_top() -> None:
    """The highest stay; people level at the last place are named, and none of them stays."""
    cut = shorten({"A": 9, "B": 7, "C": 7, "D": 3}, 2, LAW)
    assert cut.stay == ("A",)
    assert (cut.tie.names, cut.tie.places) == (("B", "C"), 1)
    assert cut.citations == (LAW.overflow,)
    assert not shorten({"A": 9, "B": 7}, 2, LAW).tie
    assert shorten({"A": 9}, 0, LAW).stay == ()


# --- The file of meetings -------------------------------------------------------------------------


def meetings(
    *steps: tuple[Track, int], first: date = date(2020, 1, 6), papers: bool = True
) -> list[StepMeeting]:
    return [
        StepMeeting(
            track=track,
            step=step,
            day=first.replace(day=first.day + number),
            minutes=papers,
            counting_minutes=papers,
        )
        for number, (track, step) in enumerate(steps)
    ]


R, F = Track.REELECTION, Track.FIRST_TIME
FIVE = (1, 2, 3, 4, 5)
FILES: dict[str, tuple[tuple[tuple[Track, int], ...], bool, tuple[SequenceFault, ...]]] = {
    "nothing": ((), False, (SequenceFault.NOT_FINISHED,)),
    "re-election alone": (tuple((R, step) for step in FIVE), False, ()),
    "first-time alone, nobody re-elected": (tuple((F, step) for step in FIVE), True, ()),
    "first-time alone": (
        tuple((F, step) for step in FIVE),
        False,
        (SequenceFault.FIRST_TIME_BEFORE_REELECTION_DONE,),
    ),
    "begun at step 2": (
        tuple((R, step) for step in (2, 3, 4, 5)),
        False,
        (SequenceFault.STEP_SKIPPED,),
    ),
    "gone back, and on again": (
        tuple((R, step) for step in (1, 2, 3, 2, 4, 5)),
        False,
        (SequenceFault.STEP_OUT_OF_ORDER,),
    ),
    "re-election repeated after the first-time track opened": (
        (*((R, step) for step in FIVE), (F, 1), (R, 5), *((F, step) for step in (2, 3, 4, 5))),
        True,
        (SequenceFault.FIRST_TIME_BEFORE_REELECTION_DONE,),
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_the_order_of_meetings(case: str) -> None:
    """Each track walks its five steps, re-election first; steps may be held again."""
    steps, without_reelection, findings = FILES[case]
    found = sequence_of(meetings(*steps), sequence_law(), no_reelection_track=without_reelection)
    assert found.findings == findings
    assert found.accepted is not bool(findings)


def test_papers_and_days_of_meetings() -> None:
    """Missing minutes, missing counting minutes and days that go back are findings of their own."""
    held = meetings(*((R, step) for step in FIVE), papers=False)
    found = sequence_of(reversed(held), sequence_law())
    assert found.findings == (
        SequenceFault.COUNTING_MINUTES_MISSING,
        SequenceFault.DATES_GO_BACK,
        SequenceFault.MINUTES_MISSING,
        SequenceFault.STEP_OUT_OF_ORDER,
        SequenceFault.STEP_SKIPPED,
    )
    assert found.text.vi.startswith("thiếu biên bản kiểm phiếu; ")
    fine = sequence_of(meetings(*((R, step) for step in FIVE)), sequence_law())
    assert fine.text.vi == "đúng trình tự, đủ biên bản"
    assert len(fine.citations) == 2


def test_what_is_no_meeting_is_refused() -> None:
    """Wrong tracks and steps are the caller's mistake."""
    with pytest.raises(UsageError, match="track must be a Track"):
        meetings(("R", 1))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="step must be one of"):
        meetings((R, 0))
