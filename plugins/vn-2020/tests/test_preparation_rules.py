"""The acts of a preparation: each rule objects to one planted fact, else it is content."""

from __future__ import annotations

from datetime import date
from functools import partial

import attrs
import pytest

from congress_flow import Level
from congress_flow.procedures import Body
from congress_flow.procedures import congress as k
from congress_flow.procedures import preparation as p
from congress_flow_vn_2020 import preparation_acts
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book
from tests.elections.planted import Planted, gone, ids
from tests.personnel.planted import left_out
from tests.preparation.planted import GAP, proved, put, walked
from tests.preparation.ready import (
    ABOVE,
    AMENDMENT,
    BASES,
    CONGRESS,
    DIRECTIVE,
    PLAN,
    congress,
    whole,
)
from tests.proving import engine_of

in_whole = partial(Planted, walk="whole")
of_plan = partial(Planted, walk="whole", rule="plan_with_basis", row="P1")
of_amendment = partial(Planted, walk="whole", rule="amendment_names", row="P2")
PLANTED = (
    in_whole(
        rule="preparation_actor",
        row="P4",
        now={"by": Body.OFFICE},
        figures={"value": "office", "limit": ["executive_committee", "standing_committee"]},
    ),
    in_whole(rule="preparation_actor", row="P8", now={"by": None}, kind=GAP),
    of_plan(now={"plan": attrs.evolve(PLAN, number="")}, figures={"value": ""}),
    of_plan(now={"plan": None}, kind=GAP),
    of_plan(
        now={"plan": attrs.evolve(PLAN, issued=date(2019, 11, 26))},
        figures={"value": "2019-11-26", "limit": "2019-11-25"},
    ),
    of_plan(now={"bases": None}, kind=GAP),
    of_plan(
        now={"bases": (DIRECTIVE, attrs.evolve(ABOVE, issued=date(2019, 11, 26)))},
        figures={"about": "78-KH/ĐUK", "value": "2019-11-26", "limit": "2019-11-25"},
    ),
    of_plan(
        now={"bases": (DIRECTIVE, attrs.evolve(ABOVE, number=None, issued=None))},
        kind=GAP,
        figures={"about": "78-kh", "value": None},
    ),
    of_plan(
        now={"bases": (*BASES, attrs.evolve(ABOVE, level=Level.CELL))},
        figures={"about": "78-KH/ĐUK", "value": "cell"},
    ),
    of_plan(now={"plan": attrs.evolve(PLAN, level=None)}, kind=GAP),
    of_plan(now={"bases": (ABOVE,)}, figures={"value": 0, "limit": 1}),
    of_plan(now={"bases": (DIRECTIVE,)}, figures={"value": 0, "limit": 1}),
    of_amendment(now={"amendment": attrs.evolve(AMENDMENT, number="")}, figures={"value": ""}),
    of_amendment(now={"amendment": None}, kind=GAP),
    of_amendment(
        now={"amendment": attrs.evolve(AMENDMENT, issued=date(2020, 3, 13))},
        figures={"value": "2020-03-13", "limit": "2020-03-12"},
    ),
    of_amendment(now={"amended": ()}, figures={"value": []}),
    of_amendment(now={"amended": None}, kind=GAP),
    of_amendment(now={"scope": ""}, figures={"value": ""}),
    of_amendment(now={"amended": ("78-kh",)}, figures={"value": "78-kh", "limit": ["10-kh"]}),
    of_amendment(
        past={p.AdoptPlan: {"plan": attrs.evolve(PLAN, issued=date(2020, 3, 13))}},
        figures={"about": "10-KH/ĐU", "value": "2020-03-13", "limit": "2020-03-12"},
    ),
    in_whole(rule="dissemination_told", row="P3", now={"paper": ""}, figures={"value": ""}),
    in_whole(rule="dissemination_told", row="P3", now={"addressees": ()}, figures={"value": []}),
    in_whole(rule="followers_named", row="P4", now={"followers": None}, kind=GAP),
    in_whole(
        rule="followers_named",
        row="P4",
        now={"followers": {"cb1": "binh", "cb2": ""}},
        figures={"about": "cb2", "value": ""},
    ),
    in_whole(rule="body_by_decision", row="P5", now={"body": None}, kind=GAP),
    in_whole(rule="body_by_decision", row="P5", now={"decision": ""}, figures={"value": ""}),
    in_whole(
        rule="body_by_decision",
        row="P5",
        now={"by": Body.PERSONNEL_SUBCOMMITTEE},
        figures={
            "about": "documents_subcommittee",
            "value": "personnel_subcommittee",
            "limit": ["executive_committee", "standing_committee"],
        },
    ),
    in_whole(rule="inspection_told", row="P6", now={"matter": ""}, figures={"value": ""}),
    in_whole(
        rule="inspection_told", row="P6", now={"answered": 6}, figures={"value": 6, "limit": 5}
    ),
    in_whole(rule="arrangement_told", row="P7", now={"propaganda_plan": ""}, figures={"value": ""}),
    in_whole(rule="withdrawal_reasoned", row="P9", now={"reason": ""}, figures={"value": ""}),
    in_whole(
        rule="concluded_with_congress",
        row="P10",
        beside={CONGRESS: put(congress(k.READY))},
        figures={"value": 0, "limit": 1},
    ),
    in_whole(
        rule="concluded_with_congress",
        row="P10",
        beside={CONGRESS: put(congress(k.OPENED, preparation="chuan-bi-khac"))},
        figures={"value": 0, "limit": 1},
    ),
    in_whole(rule="concluded_with_congress", row="P10", beside={CONGRESS: gone}),
)


@pytest.mark.parametrize("planted", PLANTED, ids=ids(PLANTED))
def test_one_wrong_fact_is_found(planted: Planted, readings: Readings2020) -> None:
    """The rule names the planted fact with its figures and citation; without it, it is content."""
    assert proved(planted, readings).citations[0].article


def test_no_rule_is_left_out() -> None:
    """Every rule on the acts of a preparation has its planted fact."""
    assert not left_out(PLANTED, preparation_acts)
    assert len({planted.rule for planted in PLANTED}) == 10


def test_every_row_was_taken(readings: Readings2020) -> None:
    """P1 to P10, and with everything on record nothing is remarked on."""
    walk = whole(engine_of(book, readings, {}))
    assert {step.row for step in walk.taken} == {step.id for step in p.preparation.steps}
    assert walk.case.stage is p.CONCLUDED
    assert not walk.cautions


def test_between_a_province_and_the_centre_there_is_no_plan(readings: Readings2020) -> None:
    """The plan of a province rests on the directive alone; a paper of its own is no superior's."""
    step = walked("whole", readings).taken[0]
    plan = attrs.evolve(PLAN, level=Level.PROVINCE)
    own = attrs.evolve(PLAN, id="9-nq", number="9-NQ/TU", type="resolution")
    event = attrs.evolve(step.event, plan=plan, bases=(DIRECTIVE, own))
    engine = engine_of(book, readings, {})
    assert engine.judge(step.case, event, step.beside).allowed


def test_the_head_of_a_subcommittee_creates_its_group(readings: Readings2020) -> None:
    """The committee may, and the documents subcommittee may: both ways are in use."""
    step = next(x for x in walked("whole", readings).taken if x.row == "P5")
    group = {"body": Body.EDITORIAL_GROUP, "by": Body.DOCUMENTS_SUBCOMMITTEE}
    event = attrs.evolve(step.event, **group)
    assert engine_of(book, readings, {}).judge(step.case, event, step.beside).allowed


def test_petitions_that_nobody_counted(readings: Readings2020) -> None:
    """An inspection that tells no figures of petitions is recorded all the same."""
    step = next(x for x in walked("whole", readings).taken if x.row == "P6")
    event = attrs.evolve(step.event, petitions=None, answered=None)
    assert engine_of(book, readings, {}).judge(step.case, event, step.beside).allowed
