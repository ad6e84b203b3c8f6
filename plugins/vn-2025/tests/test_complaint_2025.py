"""Complaints from 14 June 2024 on: carried rules, and the times before a congress as read now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from congress_flow import Confidence, Engine, FindingKind, Verdict
from congress_flow.procedures import complaint_case as q
from congress_flow_vn_2025.handbook_readings import READINGS
from congress_flow_vn_2025.readings import Days, Limit, Readings2025
from tests import law_2025
from tests.cases import follow, stand
from tests.complaints import acts as c
from tests.complaints.walks import WALKS, Walk
from tests.law_2025 import shelf

LATER = timedelta(weeks=261)
OPENING = date(2025, 5, 20)
GRADED_UNKNOWN = Confidence.UNKNOWN
Judge = Callable[..., Verdict]
# Nobody has read how long settling may take now, so nothing can be marked as overdue; the guidance
# on mixed letters ended in June 2025.
OPEN_WAYS = [name for name in WALKS if name not in {"late", "late_after_handover", "mixed"}]


@pytest.fixture
def readings() -> Readings2025:
    """The handbook's best supported options."""
    return READINGS


@pytest.fixture
def judge() -> Judge:
    """The verdict of the book of 2025 alone."""
    return law_2025.judge


def gone(readings: Readings2025, name: str) -> Walk:
    """Return the walk of that name, gone in 2025 under the book of 2025 alone."""
    walk = Walk(Engine(shelf(readings)), stand, follow, later=LATER)
    WALKS[name][0](walk)
    return walk


def rules(verdict: Verdict) -> set[str]:
    """Return the names of the rules that found something."""
    return {finding.rule.partition("/")[2] for finding in verdict.findings}


@pytest.mark.parametrize("name", OPEN_WAYS)
def test_each_way_is_open_under_the_law_of_2025(name: str, readings: Readings2025) -> None:
    """The ways of 2020 are those of 2025, without one objection."""
    walk = gone(readings, name)
    assert walk.case.stage.name == WALKS[name][1]


def test_rows_taken(readings: Readings2025) -> None:
    """Counted: all rows but splitting, deferral and delay, which have tests of their own."""
    taken = Counter(step.row for name in OPEN_WAYS for step in gone(readings, name).taken)
    left = {step.id for step in q.complaint_case.steps} - set(taken)
    assert left == {"Q4", "Q7", "Q15", "Q16"}


def letter(kind: q.ComplaintKind, day: date, **told: Any) -> Any:
    """Return a letter about the congress, received and screened on *day*."""
    days = {"sent": day, "first_received": day, "competent_received": day}
    facts: dict[str, Any] = {"on": day, "decision_received": date(2025, 4, 1), **days, **told}
    receipt = c.received(**facts)
    return follow(q.complaint_case, c.SUBJECT, receipt, c.classified(on=day, kind=kind), id="don")


APPEAL = q.ComplaintKind.DISCIPLINARY_APPEAL
DENUNCIATION = q.ComplaintKind.DENUNCIATION


@pytest.mark.parametrize(
    ("sent", "considered"), [(date(2025, 4, 11), True), (date(2025, 4, 14), False)]
)
def test_an_appeal_at_the_border(sent: date, considered: bool, judge: Judge) -> None:  # noqa: FBT001
    """At least 25 working days before 20 May 2025 is 11 April: that day is in time (trap TR25)."""
    case = letter(APPEAL, sent)
    now = judge(case, c.accepted(on=sent, opening=OPENING))
    later = judge(case, c.deferred(on=sent, opening=OPENING))
    assert now.allowed is considered
    assert later.allowed is not considered
    assert rules(now) | rules(later) <= {"appeal_by_cutoff", "appeal_after_cutoff"}


@pytest.mark.parametrize(
    ("received", "frozen"), [(date(2025, 4, 10), False), (date(2025, 4, 11), True)]
)
def test_a_denunciation_at_the_border(
    received: date,
    frozen: bool,  # noqa: FBT001
    judge: Judge,
) -> None:
    """Kept as in 2020 the 25th working day is frozen: a reading now, and so it only warns."""
    case = letter(DENUNCIATION, received)
    now = judge(case, c.accepted(on=received, opening=OPENING))
    held = judge(case, c.frozen(on=received, opening=OPENING))
    assert now.allowed
    assert held.allowed
    assert rules(now) == ({"denunciation_before_freeze"} if frozen else set())
    assert rules(held) == (set() if frozen else {"denunciation_within_freeze"})
    found = (*now.findings, *held.findings)[0]
    assert found.kind is FindingKind.CAUTION
    assert found.confidence is GRADED_UNKNOWN


def test_without_a_freeze_nothing_is_frozen(judge: Judge) -> None:
    """Under the reading that there is none a denunciation cannot be held over."""
    case = letter(DENUNCIATION, date(2025, 5, 5))
    event = c.frozen(on=date(2025, 5, 6), opening=OPENING)
    assert judge(case, event).allowed
    assert "denunciation_may_freeze" in rules(judge(case, event, freeze_grassroots=None))


def test_nothing_is_overdue_by_a_limit_not_read(judge: Judge) -> None:
    """The limits of 30-QĐ/TW ended in 2021 and those after it were not read: a gap."""
    day = date(2025, 4, 7)
    screened = [passage.event for passage in letter(DENUNCIATION, day).passages]
    case = follow(q.complaint_case, c.SUBJECT, *screened, c.accepted(on=day), id="don")
    verdict = judge(case, c.overdue(on=date(2026, 4, 7)))
    assert {finding.kind for finding in verdict.findings} == {FindingKind.GAP}


@pytest.mark.parametrize(
    ("limit", "late"),
    [(Days(30, Limit.DAYS), True), (Days(30, Limit.WORKING_DAYS), False)],
)
def test_the_unit_of_thirty_days_is_a_reading(limit: Days, late: bool, judge: Judge) -> None:  # noqa: FBT001
    """From 30 May 2025 an appeal has 30 days: of which kind the source does not agree on."""
    day = date(2025, 7, 14)
    case = letter(APPEAL, day, decision_received=date(2025, 6, 9))
    verdict = judge(case, c.accepted(on=day, opening=date(2025, 12, 1)), lodge_under_qd296=limit)
    assert verdict.allowed
    assert ("lodged_as_read" in rules(verdict)) is late


def test_before_30_may_2025_the_month_of_the_charter_holds(judge: Judge) -> None:
    """A day after the month, but within 30 working days, cannot be judged."""
    day = date(2025, 5, 12)
    case = letter(APPEAL, day, decision_received=date(2025, 4, 8))
    verdict = judge(case, c.accepted(on=day, opening=date(2025, 12, 1)))
    assert {f.rule: f.kind for f in verdict.findings} == {"vn-2025/lodged_in_time": FindingKind.GAP}


@pytest.mark.parametrize(("day", "asked"), [(date(2025, 4, 7), False), (date(2020, 4, 21), True)])
def test_a_ground_that_ended_is_not_asked(day: date, asked: bool, judge: Judge) -> None:  # noqa: FBT001
    """Two signers are a ground under 30-QĐ/TW alone, to 27 July 2021 (`case.collective_signature`).

    That the letter was anonymous is a ground still.
    """
    for told, known in (({"signers": 2}, asked), ({"anonymous": True}, True)):
        receipt = c.received(**told)
        case = follow(q.complaint_case, c.SUBJECT, receipt, id="don")
        assert ("grounds_screened" in rules(judge(case, c.classified(on=day)))) is known


def test_an_election_complaint_waits_for_its_regulation(readings: Readings2025) -> None:
    """Before 10 October 2024 the older book takes it up, from then on this one."""
    standing = shelf(readings)
    name = "vn-2025/election_complaint_in_time"
    step = q.open_election_complaint
    assert name not in standing.guard(step, date(2024, 10, 9)).consulted
    assert name in standing.guard(step, date(2024, 10, 10)).consulted


@pytest.mark.parametrize(
    ("day", "told", "allowed"),
    [
        (date(2024, 12, 2), True, True),
        (date(2024, 12, 2), False, False),
        (date(2025, 6, 10), False, True),
    ],
)
def test_a_mixed_letter_is_split(day: date, told: bool, allowed: bool, judge: Judge) -> None:  # noqa: FBT001
    """The sender is told to denounce apart as long as the guidance of 2021 holds."""
    case = letter(q.ComplaintKind.MIXED, day)
    assert judge(case, c.split(on=day, told_to_denounce=told)).allowed is allowed


def test_beyond_the_calendar_an_appeal_cannot_be_judged(judge: Judge) -> None:
    """Where days off are not known the time to appeal is a gap, and no rule crashes."""
    day = date(2027, 3, 5)
    case = letter(APPEAL, day, decision_received=date(2027, 2, 15))
    verdict = judge(case, c.accepted(on=day, opening=None))
    assert "lodged_as_read" in rules(verdict)
    assert not [finding for finding in verdict.findings if finding.fault]
