"""The verdict of the law of 2025, with what holds on of 2020, for the tests of its plugin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from congress_flow import Case, Engine, Finding, FindingKind, Rulebook, Shelf, Verdict
from congress_flow_vn_2020.rules import book as older_book
from congress_flow_vn_2025.handbook_readings import READINGS, READINGS_2020
from congress_flow_vn_2025.readings import Readings2025
from congress_flow_vn_2025.rules import book

_ENGINES: dict[str, Engine] = {}


def shelf(readings: Readings2025 = READINGS, *further: Rulebook[Any]) -> Shelf:
    """Return a shelf with the book of 2025, that of 2020 beside it, and *further* ones."""
    return Shelf([older_book, book, *further], [READINGS_2020, readings])


def judge(case: Case[Any], event: Any, *beside: Case[Any], **chosen: Any) -> Verdict:
    """Return the verdict of the book of 2025; *chosen* are readings other than the handbook's."""
    return engine(**chosen).judge(case, event, beside)


def engine(*further: Rulebook[Any], **chosen: Any) -> Engine:
    """Return an engine on the book of 2025, with *further* books that tighten it."""
    # Putting the whole book on a shelf takes longer than judging.
    key = repr((further, sorted(chosen.items())))
    if key not in _ENGINES:
        _ENGINES[key] = Engine(shelf(attrs.evolve(READINGS, **chosen), *further))
    return _ENGINES[key]


def changed(event: Any, **facts: Any) -> Any:
    """Return the same event, or person, with other facts."""
    return attrs.evolve(event, **facts)


def weigh(
    rule: str,
    case: Case[Any],
    good: Any,
    bad: Any,
    *,
    beside: Iterable[Case[Any]] = (),
    figures: Mapping[str, Any] | None = None,
    kind: FindingKind = FindingKind.BREACH,
    province: Rulebook[Any] | None = None,
    chosen: Mapping[str, Any] | None = None,
) -> Finding:
    """Show that a rule is content with one event and objects to another; return its finding.

    The finding is cited, of the kind asked (breach), with at least the figures asked. The rule is
    one of the national book, or of *province*.
    """
    books = () if province is None else (province,)
    name = f"{(province or book).id}/{rule}"
    judging = engine(*books, **(chosen or {}))
    beside = tuple(beside)
    content = judging.judge(case, good, beside)
    assert name in content.consulted
    assert name not in {finding.rule for finding in content.findings}
    objecting = judging.judge(case, bad, beside)
    found = [finding for finding in objecting.findings if finding.rule == name]
    assert found, f"{name} has no objection"
    assert found[0].kind is kind
    assert found[0].citations
    assert (figures or {}).items() <= dict(found[0].figures).items()
    return found[0]
