"""One fact of a walk is changed where it stands: the rule whose fact it is objects, not before.

A fact is named by its path from the step that was taken: `event.meeting.present`,
`case.subject.places`, `beside.quy-trinh.subject.merged`. A field by its name, a person or case by
its id, any other member of a tuple by its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import singledispatch
from types import MappingProxyType
from typing import Any, Final

import attrs

from congress_flow import Case, Confidence, Engine, Finding, FindingKind, Shelf
from congress_flow.procedures import Nominee
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book
from tests.elections.walks import Taken
from tests.personnel.walks import WAYS, Walk

GONE: Final = object()
"""The value by which a person or case leaves the tuple that holds it."""
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
Place = tuple[str, str, Confidence]
"""Number, article and grade of a citation."""


@attrs.frozen
class Spoilt:
    """A rule, the step at which it is asked, the fact that is changed, and what it then finds.

    `nth` says which of the steps of that row on the way is meant; `first` are facts changed before,
    with which the rule is still content; `chosen` readings other than those of the way.
    """

    rule: str
    way: str
    row: str
    change: Mapping[str, Any]
    figures: Mapping[str, Any] = _NOTHING
    kind: FindingKind = FindingKind.BREACH
    nth: int = 0
    first: Mapping[str, Any] = _NOTHING
    chosen: Mapping[str, Any] = _NOTHING

    def __repr__(self) -> str:
        return "-".join((self.rule, self.way, self.row, *map(str, self.change)))


class Judges:
    """The walks and engines of a test file, each made once."""

    def __init__(self, readings: Readings2020) -> None:
        self.readings = readings
        self._engines: dict[str, Engine] = {}
        self._walks: dict[str, Walk] = {}

    def engine(self, **chosen: Any) -> Engine:
        """Return the engine of the whole book under readings that differ so from the fixture's."""
        key = repr(sorted(chosen.items()))
        if key not in self._engines:
            readings = attrs.evolve(self.readings, **chosen)
            self._engines[key] = Engine(Shelf([book], [readings]))
        return self._engines[key]

    def walk(self, name: str) -> Walk:
        """Return a way gone to its end."""
        if name not in self._walks:
            way = WAYS[name]
            walk = Walk(self.engine(**way.chosen), **way.unit)
            way.go(walk)
            self._walks[name] = walk
        return self._walks[name]

    def taken(self, way: str, row: str, nth: int = 0) -> Taken:
        """Return a step as it was taken on a way."""
        return [step for step in self.walk(way).taken if step.row == row][nth]

    def objects(self, spoilt: Spoilt, place: Place) -> None:
        """Assert that the rule is content before the fact is changed, and objects after."""
        rule = book.named(spoilt.rule)
        engine = self.engine(**{**WAYS[spoilt.way].chosen, **spoilt.chosen})
        sound = changed(self.taken(spoilt.way, spoilt.row, spoilt.nth), spoilt.first)
        before = engine.judge(sound.case, sound.event, sound.beside)
        assert rule.id in before.consulted
        assert rule.id not in {finding.rule for finding in before.findings}
        told = changed(sound, spoilt.change)
        after = engine.judge(told.case, told.event, told.beside)
        found = _of(after.findings, rule.id)
        assert found, f"{rule.id} has no objection"
        assert any(
            each.kind is spoilt.kind and spoilt.figures.items() <= dict(each.figures).items()
            for each in found
        ), [(each.kind, each.figures) for each in found]
        (citation,) = found[0].citations
        assert (citation.instrument.number, citation.article, citation.confidence) == place
        assert all(each.text.vi and each.text.en for each in found)


def _of(findings: Iterable[Finding], rule: str) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule and finding.fault is None]


def changed(taken: Taken, change: Mapping[str, Any]) -> Taken:
    """Return a step with facts changed, each by its path."""
    for path, value in change.items():
        head, _, rest = path.partition(".")
        taken = taken._replace(**{head: _value(getattr(taken, head), rest, value)})
    return taken


def _value(old: Any, path: str, value: Any) -> Any:
    if path:
        return _with(old, *path.partition(".")[::2], value)
    return value(old) if callable(value) else value


@singledispatch
def _with(thing: Any, head: str, rest: str, value: Any) -> Any:
    return attrs.evolve(thing, **{head: _value(getattr(thing, head), rest, value)})


@_with.register(Mapping)
def _with_entry(thing: Mapping[str, Any], head: str, rest: str, value: Any) -> dict[str, Any]:
    return {**thing, head: _value(thing.get(head), rest, value)}


@_with.register(tuple)
def _with_member(thing: tuple[Any, ...], head: str, rest: str, value: Any) -> tuple[Any, ...]:
    at = _place(thing, head)
    new = _value(thing[at], rest, value)
    return (*thing[:at], *(() if new is GONE else (new,)), *thing[at + 1 :])


def _place(members: tuple[Any, ...], head: str) -> int:
    for at, each in enumerate(members):
        if isinstance(each, Case | Nominee) and each.id == head:
            return at
    return range(len(members))[int(head)]


def assert_all_told(
    module: str, told: Iterable[Spoilt], places: Mapping[str, Place], *apart: str
) -> None:
    """Assert that every rule of a module objects to something told, or has a test apart.

    One that is written twice, by the texts of different days, is one demand.
    """
    rules = {rule.function.__name__ for rule in book.rules if rule.function.__module__ == module}
    first = {name: book.named(name).function.__code__.co_name for name in rules}
    rules = {first[name] if first[name] in rules else name for name in rules}
    assert rules == {each.rule for each in told} | set(apart) == set(places)
