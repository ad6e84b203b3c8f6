"""Personnel runs go their whole way through real events, judged by the whole book of 2020."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from congress_flow import Engine, Fault, Procedure, Shelf
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book
from tests.personnel.people import F, R
from tests.personnel.walks import RUN, SCHEME, TRACKS, WAYS, Walk

Walked = Callable[[str], Walk]
PROCEDURES: tuple[Procedure[Any], ...] = (r.personnel_run, t.personnel_track, s.personnel_scheme)
ENDS: dict[str, dict[str, str]] = {
    "whole": {RUN: "CLOSED", TRACKS[R]: "CLOSED", TRACKS[F]: "CLOSED", SCHEME: "CLOSED"},
    "issues": {TRACKS[F]: "TRACK_COMPLETED", RUN: "TRACK_F_COMPLETED"},
    "divergence": {TRACKS[R]: "TRACK_COMPLETED", RUN: "TRACK_R_COMPLETED"},
    "shortage_vacancies": {RUN: "CLOSED", SCHEME: "CLOSED"},
    "no_election": {
        RUN: "ABORTED",
        TRACKS[R]: "ABORTED",
        TRACKS[F]: "ABORTED",
        SCHEME: "CLOSED",
    },
    "no_election_appraised": {RUN: "ABORTED", SCHEME: "NO_ELECTION_AGREED"},
    "two_contents": {RUN: "ABORTED", SCHEME: "NOT_STARTED"},
    "skipped": {RUN: "TRACK_F_COMPLETED"},
    "rejected": {SCHEME: "IN_USE", RUN: "CLOSED"},
    "withdrawals": {SCHEME: "IN_USE"},
    "withdrawn_late": {SCHEME: "IN_USE"},
    "checked": {SCHEME: "IN_USE"},
    "returned_structure": {SCHEME: "DRAFTED"},
    "returned_list_r": {SCHEME: "DRAFTED"},
    "returned_list_f": {SCHEME: "DRAFTED"},
    "rejected_below": {SCHEME: "DRAFTED"},
    "withdrawn_below": {SCHEME: "DRAFTED"},
}


@pytest.fixture
def walked(readings: Readings2020) -> Walked:
    def gone(name: str) -> Walk:
        way = WAYS[name]
        engine = Engine(Shelf([book], [attrs.evolve(readings, **way.chosen)]))
        walk = Walk(engine, **way.unit)
        way.go(walk)
        return walk

    return gone


@pytest.mark.parametrize("name", WAYS)
def test_each_way_is_gone(name: str, walked: Walked) -> None:
    """Every step is taken under the real rules; it is remarked on only what the way is told for."""
    walk = walked(name)
    assert {caution.partition("/")[2] for caution in walk.cautions} == WAYS[name].cautions
    for case, stage in ENDS.get(name, {}).items():
        assert walk.cases[case].stage.name == stage


def test_every_row_of_the_tables_was_taken(walked: Walked) -> None:
    """Counted over all ways: each of R1–R13, T1–T27 and S1–S24 was taken."""
    taken = Counter(step.row for name in WAYS for step in walked(name).taken)
    rows = [step.id for procedure in PROCEDURES for step in procedure.steps]
    assert set(taken) == set(rows)
    assert len(rows) == 13 + 27 + 24
    assert sum(taken.values()) > 500
    assert all(taken[row] >= 2 for row in ("T12", "T14", "T15", "R12", "S9", "S11"))


@pytest.mark.parametrize("name", WAYS)
def test_a_fact_not_known_never_crashes_a_rule(name: str, walked: Walked) -> None:
    """Each fact in turn not known, and no case beside: refusals perhaps, but no crash."""
    walk = walked(name)
    asked = 0
    for step in walk.taken:
        fields: tuple[Any, ...] = step.event.__attrs_attrs__
        names = [field.name for field in fields if field.name != "on" and field.default is None]
        for event in (step.event, *(attrs.evolve(step.event, **{f: None}) for f in names)):
            for beside in (step.beside, ()):
                verdict = walk.engine.judge(step.case, event, beside)
                assert not [f for f in verdict.findings if f.fault is Fault.CRASHED], event
                asked += 1
    assert asked > 20


@pytest.mark.parametrize("name", ["tie_reballot", "shortage_superior", "returned_list_r"])
def test_the_past_is_judged_as_it_was(name: str, walked: Walked) -> None:
    """Replayed with the cases beside wound back to what they were then, no verdict differs."""
    walk = walked(name)
    for case in walk.cases.values():
        others = [other for other in walk.cases.values() if other.id != case.id]
        assert walk.engine.replay(case, others) == ()
    assert sum(case.version for case in walk.cases.values()) == len(walk.taken) > 10


def test_repeated_steps_are_counted(walked: Walked) -> None:
    """2-I4: each time a step is held is an attempt of its own, the old ones stay in the record."""
    case = walked("shortage_repeat").cases[TRACKS[F]]
    held = [p.step.id for p in case.passages if p.verdict.stage in {t.STEP2, t.STEP3}]
    assert held == ["T12", "T3", "T12", "T4"]
    assert case.last(t.RepeatStep) is not None
    assert len(case.events(t.RepeatStep)) == 2
