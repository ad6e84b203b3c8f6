"""What is planted in a preparation, and how a rule is asked about it."""

from __future__ import annotations

from typing import Any

from congress_flow import Case, Finding, FindingKind
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book
from tests.elections.planted import Change, Planted
from tests.preparation.ready import WALKS, Walk
from tests.proving import engine_of, prove

GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
_GONE: dict[str, Walk] = {}


def put(case: Case[Any]) -> Change:
    """Put a case beside, in the place of what was there."""
    return lambda follow, old: case


def walked(name: str, readings: Readings2020) -> Walk:
    """Return a way, gone once for all tests."""
    if name not in _GONE:
        _GONE[name] = WALKS[name](engine_of(book, readings, {}))
    return _GONE[name]


def proved(planted: Planted, readings: Readings2020) -> Finding:
    """Return the finding on a planted fact; see `prove`."""
    walk = walked(planted.walk, readings)
    step = [step for step in walk.taken if step.row == planted.row][planted.nth]
    return prove(planted, step, walk.engine, engine_of(book, readings, planted.chosen), book)
