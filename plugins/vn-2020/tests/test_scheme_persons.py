"""Persons on the scheme: each rule objects to one planted fact, else it is content."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from congress_flow import Case, Level
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import personnel_scheme as s
from congress_flow_vn_2020 import scheme_persons
from congress_flow_vn_2020.readings import Days, Limit, Readings2020
from tests.cases import stand
from tests.complaints import acts as c
from tests.elections.planted import Follow, Planted, cut, gone, ids, rewritten
from tests.personnel.people import ALL
from tests.personnel.planted import CAUTION, GAP, SUPERIOR, WEEK, at, left_out, proved, put
from tests.personnel.walks import CONGRESS, MANY, SCHEME, letter

in_whole = partial(Planted, walk="whole")
in_many = partial(Planted, walk="withdrawals")


def other_congress(follow: Follow, case: Case[Any] | None) -> Case[Any] | None:
    """Let the congress be one for which another scheme was made."""
    assert case is not None
    return rewritten(case, follow, subject={"scheme": "de-an-khac"})


def held_over(kind: q.ComplaintKind) -> Any:
    """Put a letter about *ha* beside that was held over for the congress of 28 May 2020."""
    subject = q.Complaint(level=Level.GRASSROOTS, congress=CONGRESS, persons=("ha",))
    events = (c.received(), c.classified(kind=kind), c.frozen())
    return put(stand(q.complaint_case, subject, q.FROZEN, *events, id="don"))


PLANTED = (
    Planted(
        rule="rejection_reasoned",
        walk="rejected",
        row="S8",
        now={"person": "zoe"},
        figures={"value": "zoe"},
    ),
    Planted(rule="rejection_reasoned", walk="rejected", row="S8", now={"reasons": ""}),
    Planted(rule="approved_anew", walk="rejected", row="S9", now={"approved_anew": ""}),
    Planted(
        rule="remedy_recorded", walk="rejected_below", row="S10", now={"remedy": None}, kind=GAP
    ),
    Planted(rule="conclusion_written", walk="checked", row="S15", now={"conclusion": ""}),
    Planted(
        rule="conclusion_written",
        walk="checked",
        row="S16",
        now={"person": "ha"},
        figures={"value": "ha", "limit": "oanh"},
    ),
    Planted(
        rule="conclusion_written",
        walk="checked",
        row="S16",
        past={s.RaiseTimelyCase: {"person": None}},
        kind=GAP,
    ),
    in_many(rule="scheme_removal_reasoned", row="S19", now={"reason": ""}),
    in_many(
        rule="scheme_removal_reasoned",
        row="S19",
        now={"person": "zoe"},
        figures={"value": "zoe", "limit": sorted(MANY)},
    ),
    Planted(
        rule="withdrawal_open",
        walk="withdrawn_late",
        row="S21",
        now={"superior_informed": False},
        figures={"value": False, "limit": True},
    ),
    Planted(
        rule="withdrawal_open",
        walk="withdrawn_late",
        row="S21",
        now={"list_closed": True},
        figures={"value": True, "limit": False},
    ),
    Planted(
        rule="withdrawer_listed",
        walk="withdrawn_below",
        row="S20",
        now={"person": "zoe"},
        figures={"value": "zoe"},
    ),
    in_whole(
        rule="presented_as_approved",
        row="S22",
        now={"listed": (*ALL[1:], "zoe")},
        figures={"value": sorted((*ALL[1:], "zoe")), "limit": sorted(ALL)},
    ),
    in_whole(rule="presented_as_approved", row="S22", now={"listed": None}, kind=GAP),
    Planted(
        rule="completion_recorded",
        walk="no_election",
        row="S24",
        now={"decision": ""},
        chosen=SUPERIOR,
    ),
    in_whole(
        rule="approval_window",
        row="S22",
        chosen={"approval_to_opening": WEEK},
        kind=CAUTION,
        figures={"value": "2020-05-28"},
    ),
    in_whole(
        rule="no_open_case",
        row="S12",
        beside={"don": at(q.IN_PROGRESS)},
        figures={"complaint": "don", "persons": ["ha"], "stage": "IN_PROGRESS"},
    ),
    in_whole(
        rule="no_open_case",
        row="S12",
        beside={"don": at(q.SCREENED)},
        kind=GAP,
        figures={"complaint": "don", "stage": "SCREENED"},
    ),
    # Held over, though the competent body had it a day before the freeze.
    in_whole(
        rule="no_open_case",
        row="S12",
        beside={"don": held_over(q.ComplaintKind.DENUNCIATION)},
        figures={"about": "ha: don", "value": "2020-04-20", "limit": "2020-04-21"},
    ),
    # The cut-off for appeals is but a reading: it can only warn.
    in_whole(
        rule="no_open_case",
        row="S12",
        beside={"don": held_over(q.ComplaintKind.DISCIPLINARY_APPEAL)},
        chosen={"appeal_cutoff": Days(27, Limit.WORKING_DAYS)},
        kind=CAUTION,
        figures={"about": "ha: don", "value": "2020-04-16", "limit": "2020-04-17"},
    ),
    in_whole(
        rule="timely_case",
        row="S13",
        beside={"don": at(q.FROZEN)},
        figures={"about": "don", "value": False},
    ),
    in_whole(rule="timely_case", row="S13", beside={"don": gone}, kind=GAP),
    # It cannot be said yet of a letter that nobody has screened, and never of a petition.
    in_whole(
        rule="timely_case",
        row="S13",
        beside={"don": at(q.RECEIVED)},
        kind=GAP,
        figures={"about": "don", "value": None},
    ),
    in_whole(
        rule="timely_case",
        row="S13",
        beside={"don": put(letter(q.IN_PROGRESS, "don", "ha", kind=q.ComplaintKind.PETITION))},
        figures={"about": "don", "value": False},
    ),
    Planted(
        rule="timely_case",
        walk="checked",
        row="S14",
        now={"person": "kim"},
        figures={"value": "kim", "limit": ["ha"]},
    ),
    Planted(
        rule="timely_case",
        walk="checked",
        row="S14",
        now={"person": "zoe"},
        figures={"value": "zoe"},
    ),
    in_whole(
        rule="late_case_frozen",
        row="S17",
        beside={"don-muon": put(letter(q.IN_PROGRESS, "don-muon"))},
        figures={"about": "don-muon", "value": "IN_PROGRESS"},
    ),
    in_whole(rule="late_case_frozen", row="S17", now={"complaint": None}, kind=GAP),
    in_whole(
        rule="inadmissible_case_rejected",
        row="S18",
        beside={"don-nac-danh": put(letter(q.FROZEN, "don-nac-danh"))},
        figures={"about": "don-nac-danh", "value": "FROZEN", "limit": ["REJECTED"]},
    ),
    in_whole(
        rule="presented_to_quorate_congress",
        row="S22",
        beside={CONGRESS: cut(1)},
        figures={"value": "BODIES_ELECTED", "limit": "QUORATE"},
    ),
    in_whole(
        rule="presented_to_quorate_congress",
        row="S22",
        beside={CONGRESS: other_congress},
        figures={"value": "de-an-khac", "limit": SCHEME},
    ),
    in_whole(rule="presented_to_quorate_congress", row="S22", beside={CONGRESS: gone}, kind=GAP),
    in_whole(
        rule="contests_ended",
        row="S23",
        beside={"bau-cu": cut(1)},
        figures={"about": "bau-cu", "value": "REPORTED"},
    ),
    in_whole(
        rule="contests_ended", row="S23", beside={"bau-cu": gone}, figures={"value": 0, "limit": 1}
    ),
)


@pytest.mark.parametrize("planted", PLANTED, ids=ids(PLANTED))
def test_one_wrong_fact_is_found(planted: Planted, readings: Readings2020) -> None:
    """The rule names the planted fact with its figures and citation; without it, it is content."""
    assert proved(planted, readings).citations[0].article


def test_no_rule_is_left_out() -> None:
    """Every rule of the persons of the scheme has its planted fact."""
    assert not left_out(PLANTED, scheme_persons)
    assert len({planted.rule for planted in PLANTED}) == 16
