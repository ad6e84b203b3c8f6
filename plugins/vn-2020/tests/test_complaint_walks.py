"""Complaints go their whole way through real events, judged by the whole book of 2020."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from congress_flow import Case, Engine, Fault, Shelf
from congress_flow.procedures import complaint_case as q
from congress_flow_vn_2020.readings import Days, Limit, Readings2020
from congress_flow_vn_2020.rules import book
from tests.complaints.walks import WALKS, WITH_CUTOFF, Go, Walk

CUTOFF = {"appeal_cutoff": Days(25, Limit.WORKING_DAYS)}
EVERY: dict[str, tuple[Go, str, dict[str, Any]]] = {
    **{name: (*way, {}) for name, way in WALKS.items()},
    **{name: (*way, CUTOFF) for name, way in WITH_CUTOFF.items()},
}


@pytest.fixture
def walk(
    readings: Readings2020, stand: Callable[..., Case[Any]], follow: Callable[..., Case[Any]]
) -> Callable[[str], Walk]:
    def gone(name: str) -> Walk:
        go, _, chosen = EVERY[name]
        shelf = Shelf([book], [attrs.evolve(readings, **chosen)])
        made = Walk(Engine(shelf), stand, follow)
        go(made)
        return made

    return gone


@pytest.mark.parametrize("name", EVERY)
def test_each_way_reaches_its_end(name: str, walk: Callable[[str], Walk]) -> None:
    """A complaint goes each of its ways without one objection, not even a caution."""
    gone = walk(name)
    assert gone.case.stage.name == EVERY[name][1]
    assert gone.cautions == []


def test_every_row_of_the_table_was_taken(walk: Callable[[str], Walk]) -> None:
    """Counted over all walks, every one of the 18 rows was taken."""
    taken = Counter(step.row for name in EVERY for step in walk(name).taken)
    assert set(taken) == {step.id for step in q.complaint_case.steps}
    assert sum(taken.values()) > 50


@pytest.mark.parametrize("name", EVERY)
def test_a_fact_not_known_never_crashes_a_rule(name: str, walk: Callable[[str], Walk]) -> None:
    """Each fact in turn not known, and no case beside: refusals perhaps, but no crash."""
    gone = walk(name)
    asked = 0
    for step in gone.taken:
        fields: tuple[Any, ...] = step.event.__attrs_attrs__
        names = [f.name for f in fields if f.name != "on" and f.default is None]
        for event in (step.event, *(attrs.evolve(step.event, **{f: None}) for f in names)):
            for beside in (step.beside, ()):
                verdict = gone.engine.judge(step.case, event, beside)
                assert not [f for f in verdict.findings if f.fault is Fault.CRASHED], event
                asked += 1
    assert asked > 20


@pytest.mark.parametrize("name", EVERY)
def test_a_past_not_known_never_crashes_a_rule(
    name: str, walk: Callable[[str], Walk], follow: Callable[..., Case[Any]]
) -> None:
    """Of each earlier step only the day is known: what needs a past fact says that it lacks."""
    gone = walk(name)
    refused = 0
    for step in gone.taken:
        past = [p.step.event(on=p.event.on) for p in step.case.passages]
        case = follow(q.complaint_case, step.case.subject, *past, id=step.case.id)
        verdict = gone.engine.judge(case, step.event, step.beside)
        assert not [f for f in verdict.findings if f.fault is Fault.CRASHED], step
        refused += not verdict.allowed
    assert refused
