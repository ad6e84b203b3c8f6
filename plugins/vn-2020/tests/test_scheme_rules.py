"""The scheme on its way to the superior: each rule objects to one planted fact, else is content."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pytest

from congress_flow import Case, Level
from congress_flow.procedures import Body
from congress_flow.procedures import personnel_scheme as s
from congress_flow_vn_2020 import scheme_acts
from congress_flow_vn_2020.readings import Readings2020
from tests.elections.planted import Follow, Planted, cut, gone, ids, rewritten
from tests.personnel.people import ALL, F, people
from tests.personnel.planted import CAUTION, GAP, SUPERIOR, WEEK, left_out, proved
from tests.personnel.walks import RUN, TRACKS

B = Body
in_whole = partial(Planted, walk="whole")


def without_standing(follow: Follow, case: Case[Any] | None) -> Case[Any] | None:
    assert case is not None
    return rewritten(case, follow, subject={"level": Level.CELL, "standing_committee": False})


PLANTED = (
    in_whole(
        rule="scheme_actor",
        row="S12",
        now={"by": B.STANDING_COMMITTEE},
        figures={"value": "standing_committee"},
    ),
    in_whole(rule="scheme_actor", row="S12", now={"by": None}, kind=GAP),
    in_whole(rule="scheme_actor", row="S2", now={"by": B.OFFICE}, beside={RUN: gone}),
    in_whole(
        rule="scheme_variant_actor",
        row="S2",
        now={"by": B.OFFICE},
        beside={RUN: without_standing},
        kind=CAUTION,
        figures={"value": "office", "limit": ["cell_committee"]},
    ),
    in_whole(
        rule="scheme_from_run",
        row="S1",
        beside={RUN: cut(1)},
        figures={"value": "TRACK_F_COMPLETED", "limit": "SCHEME_ASSEMBLED"},
    ),
    in_whole(rule="scheme_from_run", row="S1", beside={RUN: gone}, kind=GAP),
    in_whole(
        rule="scheme_from_run",
        row="S1",
        now={"candidates": people(ALL[1:])},
        figures={"value": sorted(ALL[1:]), "limit": sorted(ALL)},
    ),
    in_whole(rule="scheme_from_run", row="S1", now={"candidates": None}, kind=GAP),
    Planted(
        rule="remarks_answered",
        walk="returned_list_f",
        row="S7",
        now={"answers": ("một",)},
        figures={"value": 1, "limit": 2},
    ),
    Planted(
        rule="remarks_answered",
        walk="returned_list_f",
        row="S7",
        now={"answers": ("một", "")},
        figures={"about": "2", "value": ""},
    ),
    Planted(
        rule="remarks_answered",
        walk="returned_list_r",
        row="S7",
        now={"answers": None},
        kind=GAP,
        figures={"value": None, "limit": 2},
    ),
    in_whole(rule="scheme_adopted", row="S2", now={"adopted": ""}, figures={"value": ""}),
    in_whole(rule="scheme_adopted", row="S2", now={"step_minutes": False}),
    in_whole(
        rule="personal_papers",
        row="S2",
        now={"personal_papers": dict.fromkeys(ALL[1:], ("CV",))},
        kind=CAUTION,
        figures={"about": ALL[0], "value": ["CV"]},
    ),
    in_whole(rule="personal_papers", row="S2", now={"personal_papers": None}, kind=CAUTION),
    in_whole(
        rule="photo_age",
        row="S2",
        now={"photos": {"an": date(2019, 7, 3)}},
        kind=CAUTION,
        figures={"about": "an", "value": "2019-07-03"},
    ),
    in_whole(
        rule="approval_papers",
        row="S2",
        now={"papers": ("submission",)},
        kind=CAUTION,
        figures={"value": ["political report"]},
    ),
    in_whole(rule="approval_papers", row="S2", now={"papers": None}, kind=CAUTION),
    in_whole(
        rule="lead_time",
        row="S2",
        now={"on": date(2020, 5, 22)},
        chosen={"lead_time": WEEK},
        kind=CAUTION,
        figures={"value": "2020-05-22", "limit": "2020-05-21"},
    ),
    Planted(rule="return_reasoned", walk="returned_list_f", row="S4", now={"reasons": ()}),
    Planted(
        rule="return_reasoned",
        walk="returned_list_f",
        row="S4",
        now={"reasons": ("một", "")},
        figures={"about": "2", "value": ""},
    ),
    Planted(
        rule="return_reasoned", walk="returned_list_f", row="S4", now={"concern": None}, kind=GAP
    ),
    Planted(
        rule="structure_reopened",
        walk="returned_structure",
        row="S5",
        past={s.ReturnForRevision: {"concern": s.Concern.LIST}},
        figures={"value": "list", "limit": "number_or_structure"},
    ),
    Planted(rule="structure_reopened", walk="returned_structure", row="S5", beside={RUN: cut(1)}),
    Planted(
        rule="structure_reopened",
        walk="returned_structure",
        row="S5",
        beside={RUN: gone},
        kind=GAP,
    ),
    Planted(
        rule="list_reopened",
        walk="returned_list_f",
        row="S6",
        past={s.ReturnForRevision: {"concern": s.Concern.NUMBER_OR_STRUCTURE}},
        figures={"value": "number_or_structure", "limit": "list"},
    ),
    Planted(rule="list_reopened", walk="rejected_below", row="S6", beside={RUN: cut(1)}),
    Planted(rule="list_reopened", walk="returned_list_r", row="S6", beside={RUN: gone}, kind=GAP),
    Planted(
        rule="difficulty_recorded",
        walk="no_election_appraised",
        row="S11",
        now={"difficulty": ""},
        figures={"value": ""},
    ),
    Planted(
        rule="difficulty_recorded",
        walk="no_election",
        row="S11",
        beside={TRACKS[F]: cut(1)},
        chosen=SUPERIOR,
        figures={"value": False},
    ),
    Planted(
        rule="difficulty_recorded",
        walk="no_election",
        row="S11",
        beside={RUN: gone},
        chosen=SUPERIOR,
        kind=GAP,
    ),
    in_whole(rule="approval_written", row="S12", now={"decision": ""}, figures={"value": ""}),
    in_whole(
        rule="approval_in_time",
        row="S12",
        now={"on": date(2020, 5, 22)},
        chosen={"approval_before_opening": WEEK},
        kind=CAUTION,
        figures={"value": "2020-05-22", "limit": "2020-05-21"},
    ),
    in_whole(
        rule="approval_in_time",
        row="S12",
        now={"on": date(2020, 5, 22)},
        chosen={"approval_answer": WEEK},
        kind=CAUTION,
        figures={"value": "2020-05-22"},
    ),
)


@pytest.mark.parametrize("planted", PLANTED, ids=ids(PLANTED))
def test_one_wrong_fact_is_found(planted: Planted, readings: Readings2020) -> None:
    """The rule names the planted fact with its figures and citation; without it, it is content."""
    assert proved(planted, readings).citations[0].article


def test_no_rule_is_left_out() -> None:
    """Every rule of the acts of the scheme has its planted fact."""
    assert not left_out(PLANTED, scheme_acts)
    assert len({planted.rule for planted in PLANTED}) == 15
