"""The same laws over two congresses recorded from end to end, under the books of their day.

Where `test_laws` samples facts, and is mostly refused, nearly everything here is allowed: each act
stands in its case, on its day, beside all other cases.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest

from congress_flow import (
    Breach,
    Case,
    Caution,
    Context,
    Demand,
    Engine,
    Event,
    Fault,
    Gap,
    Outcome,
    Rule,
    Severity,
    Shelf,
    load,
)
from congress_flow._case import Beside
from congress_flow.dossier import read
from tests.laws.world import PROCEDURES, blank
from tests.planted.planting import Moment, moments

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
NAMES = ("so-mau-2020", "phuong-mau-2025")
END = date(2026, 1, 1)


class Recorded(NamedTuple):
    """The acts of a dossier where they stand, and what became of its cases."""

    shelf: Shelf
    engine: Engine
    moments: tuple[Moment, ...]
    cases: Mapping[str, Case[Any]]


@cache
def recorded(name: str) -> Recorded:
    loaded = load()
    engine = Engine(loaded.shelf)
    dossier = read(EXAMPLES / f"{name}.toml", loaded.procedures)
    found = tuple(moments(dossier, engine, END))
    cases: dict[str, Case[Any]] = {}
    for moment in found:
        cases.update({other.id: other for other in moment.beside})
        cases[moment.case.id] = engine.advance(moment.case, moment.event, moment.beside)
    return Recorded(loaded.shelf, engine, found, cases)


def objections(rule: Rule, moment: Moment, about: Context[Any]) -> list[object]:
    """Ask one rule and return what refuses, naively sorted."""
    told: tuple[Any, ...] = (moment.case, moment.event, *((about,) if rule.in_context else ()))
    answer: Any = rule.function(*told)
    answers = [answer] if isinstance(answer, Demand | Breach | Gap | Caution) else list(answer)
    if rule.severity is not Severity.BLOCKS:
        return []
    return [
        each
        for each in answers
        if isinstance(each, Breach | Gap) or (isinstance(each, Demand) and each.met is not True)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_each_act_is_what_its_rules_amount_to(name: str) -> None:
    """Asked one by one, the rules in force have no objection: no act passed over one.

    With no fact known but the day, the same act is refused just where a rule objects.
    """
    shelf, engine, found, _ = recorded(name)
    seen: Counter[str] = Counter()
    for moment in found:
        case = moment.case
        event: Event = moment.event
        kind = type(event)
        step = case.procedure.table[case.stage.name, kind]
        holding = [rule for rule in shelf.rules(event.on) if step in rule.steps]
        for act in (event, blank(kind, event.on)):
            asked = moment._replace(event=act)
            verdict = engine.judge(case, act, moment.beside)
            refusing = [
                each
                for rule in holding
                for each in objections(
                    rule,
                    asked,
                    Context(shelf.readings[rule.id.split("/")[0]], step, Beside(moment.beside)),
                )
            ]
            assert verdict.allowed is (not refusing)
            assert len(verdict.objections) == len(refusing)
            assert set(verdict.consulted) == {rule.id for rule in holding}
            seen["content" if act is event else "objected" if refusing else "bare"] += 1
            seen["asked"] += len(holding)
    assert seen["content"] == len(found) > 400, seen
    assert seen["objected"] > 400, seen
    assert seen["asked"] > 4_000, seen


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_drawn_and_no_day_goes_back(name: str) -> None:
    """What is not drawn from where a case stands is so called; an earlier day is refused."""
    _, engine, found, _ = recorded(name)
    seen: Counter[str] = Counter()
    for moment in found:
        case = moment.case
        for kind in case.procedure.kinds.values():
            if (case.stage.name, kind) in case.procedure.table:
                continue
            act = blank(kind, moment.event.on)
            assert engine.judge(case, act, moment.beside).outcome is Outcome.NOT_DRAWN
            seen["not drawn"] += 1
        early = attrs.evolve(moment.event, on=case.last_day - timedelta(days=1))
        verdict = engine.judge(case, early, moment.beside)
        assert verdict.outcome is Outcome.REFUSED
        assert Fault.OUT_OF_ORDER in {finding.fault for finding in verdict.findings}
        seen["early"] += 1
    assert seen["not drawn"] > 1_000, seen
    assert seen["early"] == len(found), seen


@pytest.mark.parametrize("name", NAMES)
def test_replay_is_history(name: str) -> None:
    """Every case, judged anew beside the others wound back, comes out as it did.

    Without any book, nothing of it would have happened.
    """
    _, engine, found, cases = recorded(name)
    steps = 0
    for case in cases.values():
        others = [other for other in cases.values() if other.id != case.id]
        assert engine.replay(case, others) == ()
        assert len(Engine(Shelf()).replay(case, others)) == case.version
        steps += case.version
    assert steps == len(found)


def test_most_steps_of_the_graph_were_taken() -> None:
    """Seven in ten of all drawn steps; the others are those of things going wrong.

    The tests of the plugins take each of these on its way.
    """
    taken = {
        passage.step.name
        for name in NAMES
        for case in recorded(name).cases.values()
        for passage in case.passages
    }
    drawn = {step.name for procedure in PROCEDURES for step in procedure.steps}
    assert taken <= drawn
    assert len(taken) * 10 >= len(drawn) * 7, sorted(drawn - taken)
