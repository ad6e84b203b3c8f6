"""The shelf: the rulebooks in use, compiled so that the rules of a step and day lie ready."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import NoneType
from typing import Any

import attrs

from congress_flow._procedure import Step
from congress_flow._rulebook import Answer, Rule, Rulebook
from congress_flow._sources import InForce, Instrument
from congress_flow.errors import Problem, UsageError


@attrs.frozen(slots=True, weakref_slot=False, eq=False)
class Placed:
    """A rule as the engine asks it: bound to the readings of its book."""

    id: str
    rule: Rule
    ask: Callable[..., Answer]
    in_context: bool
    readings: object


@attrs.frozen(slots=True, weakref_slot=False, eq=False)
class Guard:
    """All rules in force for one step on one day, and whether one of them guards it.

    A rule of a book that only tightens others does not guard.
    """

    placed: tuple[Placed, ...] = ()
    guarded: bool = False
    consulted: tuple[str, ...] = ()


NO_GUARD = Guard()


class Shelf:
    """The rulebooks in use, with the chosen readings. The order in which they are given is nothing.

    Raises `UsageError` with everything that is wrong: two books of one id, readings that are
    missing or stray, a book that tightens an absent one, a repeal by a lower issuer or of an
    unknown rule. `withheld` says which plugins could not be used: while there are any, every step
    is refused, because a rule that is missing must not open a gate.
    """

    def __init__(
        self,
        books: Iterable[Rulebook[Any]] = (),
        readings: Iterable[object] = (),
        withheld: Iterable[Problem] = (),
    ) -> None:
        self.books = tuple(sorted(books, key=lambda book: (-book.level.rank, book.id)))
        self.withheld = tuple(withheld)
        self.readings = _matched(self.books, tuple(readings))
        for book in self.books:
            book.close()
        spans = _spans(self.books)
        self._compiled = _compile(self.books, self.readings, spans)
        self.spans: Mapping[str, InForce] = spans

    def __repr__(self) -> str:
        return f"Shelf({', '.join(book.id for book in self.books)})"

    def guard(self, step: Step[Any, Any], day: date) -> Guard:
        """Return the rules in force for *step* on *day*."""
        compiled = self._compiled.get(step)
        if compiled is None:
            return NO_GUARD
        borders, guards = compiled
        return guards[bisect_right(borders, day)]

    def rules(self, day: date | None = None) -> tuple[Rule, ...]:
        """Return all rules, or those in force on *day*, in the order of consultation."""
        return tuple(
            rule
            for book in self.books
            for rule in book.rules
            if rule.id in self.spans and (day is None or day in self.spans[rule.id])
        )

    def borders(self, step: Step[Any, Any]) -> tuple[date, ...]:
        """Return the days on which the law of *step* changes."""
        compiled = self._compiled.get(step)
        return () if compiled is None else compiled[0]


def _matched(books: tuple[Rulebook[Any], ...], readings: tuple[object, ...]) -> dict[str, object]:
    faults: list[str] = []
    ids = [book.id for book in books]
    faults += [f"two books are called {name}" for name in sorted(set(ids)) if ids.count(name) > 1]
    chosen: dict[str, object] = {}
    for book in books:
        absent = [name for name in book.tightens if name not in ids]
        faults += [f"{book.id} tightens {name}, which is absent" for name in absent]
        if book.readings is NoneType:
            chosen[book.id] = None
            continue
        given = [each for each in readings if type(each) is book.readings]
        if len(given) == 1:
            chosen[book.id] = given[0]
        else:
            faults.append(f"{book.id} needs one {book.readings.__name__}, got {len(given)}")
    wanted = {book.readings for book in books}
    faults += [
        f"readings of no book here: {type(each).__name__}"
        for each in readings
        if type(each) not in wanted
    ]
    if faults:
        raise UsageError("; ".join(faults))
    return chosen


def _spans(books: tuple[Rulebook[Any], ...]) -> dict[str, InForce]:
    """Return when each rule holds, after every repeal; a rule that never holds is left out."""
    faults: list[str] = []
    by_id = {rule.id: (rule, book) for book in books for rule in book.rules}
    ends: dict[str, date] = {}
    for book in books:
        for repeal in book.repeals:
            if repeal.rule not in by_id:
                continue  # the older book is not on this shelf: nothing to end
            _, older = by_id[repeal.rule]
            if older.level.rank > book.level.rank:
                faults.append(f"{book.id} cannot repeal {repeal.rule} of a higher issuer")
            ends[repeal.rule] = min(repeal.since, ends.get(repeal.rule, repeal.since))
    ended = _ended(books, faults)
    for rule, _ in by_id.values():
        for instrument, since in ended.items():
            if rule.citations[0].instrument == instrument:
                ends[rule.id] = min(since, ends.get(rule.id, since))
    if faults:
        raise UsageError("; ".join(faults))
    spans = {
        rule_id: rule.in_force & InForce(None, ends.get(rule_id))
        for rule_id, (rule, _) in by_id.items()
    }
    return {rule_id: span for rule_id, span in spans.items() if span is not None}


def _ended(books: tuple[Rulebook[Any], ...], faults: list[str]) -> dict[Instrument, date]:
    known = {
        instrument
        for book in books
        for instrument in (
            *book.instruments,
            *(citation.instrument for rule in book.rules for citation in rule.citations),
        )
    }
    ended: dict[Instrument, date] = {}
    for newer in sorted(known, key=lambda instrument: instrument.key):
        since = newer.in_force.since or newer.earliest
        for older in newer.replaces:
            if older.level.rank > newer.level.rank:
                faults.append(f"{newer.id} cannot replace {older.id} of a higher issuer")
            ended[older] = min(since, ended.get(older, since))
    return ended


def _compile(
    books: tuple[Rulebook[Any], ...],
    readings: Mapping[str, object],
    spans: Mapping[str, InForce],
) -> dict[Step[Any, Any], tuple[tuple[date, ...], tuple[Guard, ...]]]:
    by_step: dict[Step[Any, Any], list[tuple[InForce, Placed, bool]]] = {}
    for book in books:
        for rule in book.rules:
            if rule.id not in spans:
                continue
            placed = Placed(rule.id, rule, rule.function, rule.in_context, readings[book.id])
            for step in rule.steps:
                entry = (spans[rule.id], placed, not book.tightens)
                by_step.setdefault(step, []).append(entry)
    return {step: _sliced(entries) for step, entries in by_step.items()}


def _sliced(
    entries: list[tuple[InForce, Placed, bool]],
) -> tuple[tuple[date, ...], tuple[Guard, ...]]:
    borders = sorted(
        {day for span, _, _ in entries for day in (span.since, span.until) if day is not None}
    )
    guards: list[Guard] = []
    for first in (date.min, *borders):
        holding = [(placed, founds) for span, placed, founds in entries if first in span]
        guards.append(
            Guard(
                tuple(placed for placed, _ in holding),
                any(founds for _, founds in holding),
                tuple(placed.rule.id for placed, _ in holding),
            )
        )
    return tuple(borders), tuple(guards)
