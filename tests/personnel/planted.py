"""What is planted in the walks of the personnel scheme, and how a rule is asked about it."""

from __future__ import annotations

from typing import Any

from congress_flow import Case, Finding, FindingKind
from congress_flow.procedures import personnel_run as r
from congress_flow_vn_2020.readings import Days, Limit, Readings2020, ShortagePolicy
from congress_flow_vn_2020.rules import book
from tests.elections.planted import Change, Follow, Planted, rewritten
from tests.elections.walks import Taken
from tests.personnel.walks import WAYS, Walk, letter
from tests.proving import engine_of, prove

GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
WEEK = Days(5, Limit.WORKING_DAYS)
SUPERIOR: dict[str, Any] = {"shortage_policy": ShortagePolicy.SUPERIOR}


def assembled(**facts: Any) -> Change:
    """Replace facts of the last assembly of the scheme in the past of the run."""

    def change(follow: Follow, case: Case[Any] | None) -> Case[Any] | None:
        return None if case is None else rewritten(case, follow, {r.AssembleScheme: facts})

    return change


def put(case: Case[Any]) -> Change:
    """Put a case beside, in the place of what was there."""
    return lambda follow, old: case


def at(stage: Any) -> Change:
    """Put a letter about the person *ha* beside that rests in a stage."""
    return put(letter(stage, "don", "ha"))


_WALKS: dict[str, Walk] = {}


def taken(name: str, row: str, readings: Readings2020, nth: int = 0) -> tuple[Walk, Taken]:
    """Return a way, gone once for all tests, and the step of it that is asked for."""
    if name not in _WALKS:
        way = WAYS[name]
        walk = Walk(engine_of(book, readings, way.chosen), **way.unit)
        way.go(walk)
        _WALKS[name] = walk
    walk = _WALKS[name]
    return walk, [step for step in walk.taken if step.row == row][nth]


def proved(planted: Planted, readings: Readings2020) -> Finding:
    """Return the finding on a planted fact; see `prove`."""
    walk, step = taken(planted.walk, planted.row, readings, planted.nth)
    return prove(planted, step, walk.engine, engine_of(book, readings, planted.chosen), book)


def left_out(planted: tuple[Planted, ...], *modules: Any) -> set[str]:
    """Return the rules of modules for which nothing is planted: the book is asked, not a list.

    One that is written twice, by the texts of different days, is one demand.
    """
    names = {module.__name__ for module in modules}
    rules = {x.id.partition("/")[2] for x in book.rules if x.function.__module__ in names}
    first = {name: book.named(name).function.__code__.co_name for name in rules}
    rules = {first[name] if first[name] in rules else name for name in rules}
    assert {each.rule for each in planted} <= rules
    return rules - {each.rule for each in planted}
