"""One wrong fact planted in a sound record: the rule finds it, and without it says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from congress_flow import Engine, Finding, Rulebook, Shelf
from tests.cases import follow
from tests.elections.planted import Planted, plant
from tests.elections.walks import Taken

_ENGINES: dict[str, Engine] = {}


def engine_of(book: Rulebook[Any], readings: Any, chosen: Mapping[str, Any]) -> Engine:
    """Return an engine with one book, under readings some of which are chosen otherwise."""
    key = f"{book.id} {sorted(chosen.items(), key=str)!r}"
    if key not in _ENGINES:
        _ENGINES[key] = Engine(Shelf([book], [attrs.evolve(readings, **chosen)]))
    return _ENGINES[key]


def prove(
    planted: Planted, taken: Taken, before: Engine, engine: Engine, book: Rulebook[Any]
) -> Finding:
    """Return the finding of a rule on the fact planted in a step that was taken.

    It is of the kind asked, cited as the rule is, with words in both languages and at least the
    figures asked. Of the step as it was taken, under the engine of then, the rule says nothing.
    """
    name = f"{book.id}/{planted.rule}"
    rule = next(each for each in book.rules if each.id == name)
    case, event, beside = plant(planted, taken, follow)
    verdict = engine.judge(case, event, beside)
    found = [finding for finding in verdict.findings if finding.rule == name]
    assert found, [finding.rule for finding in verdict.findings]
    assert all(each.fault is None and each.citations == rule.citations for each in found)
    asked = [
        each
        for each in found
        if each.kind is planted.kind and {**each.figures, **planted.figures} == each.figures
    ]
    assert asked, [(each.kind, dict(each.figures)) for each in found]
    assert all(each.text.vi and each.text.en for each in asked)
    sound = before.judge(taken.case, taken.event, taken.beside)
    assert name in sound.consulted
    said = {(each.kind, str(dict(each.figures))) for each in sound.findings if each.rule == name}
    assert (asked[0].kind, str(dict(asked[0].figures))) not in said
    return asked[0]
