"""Elections go their whole way through real events, judged by the whole book of 2020."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from congress_flow import Case, Engine, Fault, Shelf
from congress_flow.procedures import election_contest as e
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book
from tests.elections.walks import WALKS, Walk

NewWalk = Callable[[], Walk]


@pytest.fixture
def walk(
    readings: Readings2020, stand: Callable[..., Case[Any]], follow: Callable[..., Case[Any]]
) -> NewWalk:
    engine = Engine(Shelf([book], [readings]))
    return lambda: Walk(engine, stand, follow)


@pytest.mark.parametrize("name", WALKS)
def test_each_way_reaches_its_end(name: str, walk: NewWalk) -> None:
    """An election goes each of its ways without one objection, not even a caution."""
    go, end = WALKS[name]
    gone = walk()
    go(gone)
    assert gone.case.stage.name == end
    assert gone.cautions == []


def test_every_row_of_the_table_was_taken(walk: NewWalk) -> None:
    """Counted over all walks, every row was taken but E28, which the law of 2020 does not know."""
    taken: Counter[str] = Counter()
    for go, _ in WALKS.values():
        gone = walk()
        go(gone)
        taken.update(step.row for step in gone.taken)
    assert {step.id for step in e.election_contest.steps} - set(taken) == {"E28"}
    assert sum(taken.values()) > 200
    assert taken["E23"] >= 3


@pytest.mark.parametrize("name", WALKS)
def test_a_fact_not_known_never_crashes_a_rule(name: str, walk: NewWalk) -> None:
    """Each fact of each step in turn not known, and no case beside: refusals perhaps, no crash."""
    gone = walk()
    WALKS[name][0](gone)
    asked = 0
    for step in gone.taken:
        blanks = [attrs.evolve(step.event, **{name: None}) for name in _facts(step.event)]
        for event in (step.event, *blanks):
            for beside in (step.beside, ()):
                verdict = gone.engine.judge(step.case, event, beside)
                assert not [f for f in verdict.findings if f.fault is Fault.CRASHED], event
                asked += 1
    assert asked > 50


@pytest.mark.parametrize("name", WALKS)
def test_a_past_not_known_never_crashes_a_rule(
    name: str, walk: NewWalk, follow: Callable[..., Case[Any]]
) -> None:
    """Of each earlier step only the day is known: what needs a past fact says that it lacks."""
    gone = walk()
    WALKS[name][0](gone)
    refused = 0
    for step in gone.taken:
        past = [p.step.event(on=p.event.on) for p in step.case.passages]
        case = follow(e.election_contest, step.case.subject, *past, id=step.case.id)
        verdict = gone.engine.judge(case, step.event, step.beside)
        assert not [f for f in verdict.findings if f.fault is Fault.CRASHED], step
        refused += not verdict.allowed
    assert refused > 4


def _facts(event: Any) -> list[str]:
    """Return the facts that may be unknown: those whose default is so."""
    fields: tuple[Any, ...] = event.__attrs_attrs__
    return [f.name for f in fields if f.name != "on" and f.default is None]
