"""The shelf: the rulebooks in use, compiled so that the rules of a step and day lie ready."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import NoneType
from typing import Any

import attrs

from congress_flow._duties import Duty
from congress_flow._procedure import Step
from congress_flow._rulebook import Answer, Rule, Rulebook
from congress_flow._sources import InForce, Instrument
from congress_flow._text import Text
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
        given = tuple(readings)
        faults = sorted({text.en for _, text in unfit(self.books, given)})
        if faults:
            raise UsageError("; ".join(faults))
        self.readings = {book.id: _chosen(book, given) for book in self.books}
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

    def duties(self, day: date | None = None) -> tuple[Duty, ...]:
        """Return all duties, or those in force on *day*, in the order of books and ids."""
        return tuple(
            duty
            for book in self.books
            for duty in book.duties
            if duty.id in self.spans and (day is None or day in self.spans[duty.id])
        )

    def borders(self, step: Step[Any, Any]) -> tuple[date, ...]:
        """Return the days on which the law of *step* changes."""
        compiled = self._compiled.get(step)
        return () if compiled is None else compiled[0]


def unfit(
    books: Iterable[Rulebook[Any]], readings: Iterable[object]
) -> Iterator[tuple[object, Text]]:
    """Yield each of *books* and *readings* that cannot stand with the others, with the reason."""
    books, readings = tuple(books), tuple(readings)
    ids = [book.id for book in books]
    owners = {each.id: book for book in books for each in book.law}
    for book in books:
        for reason in (
            *_clashes(book, ids),
            *_unread(book, readings),
            *_presumptions(book, owners),
        ):
            yield book, reason
    for each in readings:
        if not wanted(books, [each]):
            name = type(each).__name__
            yield (
                each,
                Text(f"{name} không bộ quy tắc nào dùng", f"{name}: readings of no book here"),
            )


def wanted(books: Iterable[Rulebook[Any]], readings: Iterable[object]) -> tuple[object, ...]:
    """Return those of *readings* that one of *books* needs."""
    needing = tuple(books)
    return tuple(each for each in readings if any(_wants(book, each) for book in needing))


def _clashes(book: Rulebook[Any], ids: list[str]) -> Iterator[Text]:
    if ids.count(book.id) > 1:
        yield Text(f"có hai bộ quy tắc tên {book.id}", f"two books are called {book.id}")
    for name in book.tightens:
        if name not in ids:
            yield Text(
                f"{book.id} siết chặt {name}, nhưng không có {name}",
                f"{book.id} tightens {name}, which is absent",
            )


def _unread(book: Rulebook[Any], readings: tuple[object, ...]) -> Iterator[Text]:
    given = sum(_wants(book, each) for each in readings)
    if book.readings is not NoneType and given != 1:
        name = book.readings.__name__
        yield Text(
            f"{book.id} cần đúng một {name} (cách hiểu các điểm còn mở), hiện có {given}",
            f"{book.id} needs one {name} (the readings of its open points), got {given}",
        )


def _presumptions(book: Rulebook[Any], owners: Mapping[str, Rulebook[Any]]) -> Iterator[Text]:
    """Yield where *book* would end what a higher issuer has made."""
    for repeal in book.repeals:
        if repeal.rule in owners and owners[repeal.rule].level.rank > book.level.rank:
            yield Text(
                f"{book.id} không được bãi bỏ {repeal.rule} của cấp trên",
                f"{book.id} cannot repeal {repeal.rule} of a higher issuer",
            )
    for newer in _instruments(book):
        for older in newer.replaces:
            if older.level.rank > newer.level.rank:
                yield Text(
                    f"{newer.id} không được thay thế {older.id} của cấp trên",
                    f"{newer.id} cannot replace {older.id} of a higher issuer",
                )


def _wants(book: Rulebook[Any], readings: object) -> bool:
    return book.readings is not NoneType and type(readings) is book.readings


def _chosen(book: Rulebook[Any], readings: tuple[object, ...]) -> object:
    return next((each for each in readings if _wants(book, each)), None)


def _instruments(book: Rulebook[Any]) -> set[Instrument]:
    cited = (citation.instrument for each in book.law for citation in each.citations)
    return {*book.instruments, *cited}


def _spans(books: tuple[Rulebook[Any], ...]) -> dict[str, InForce]:
    """Return when each rule or duty holds, after every repeal; what never holds is left out."""
    law = {each.id: each for book in books for each in book.law}
    ends: dict[str, date] = {}
    for book in books:
        for repeal in book.repeals:
            # Where the older book is not on this shelf, there is nothing to end.
            ends[repeal.rule] = min(repeal.since, ends.get(repeal.rule, repeal.since))
    ended = _ended(books)
    for each in law.values():
        since = ended.get(each.citations[0].instrument)
        if since is not None:
            ends[each.id] = min(since, ends.get(each.id, since))
    spans = {name: each.in_force & InForce(None, ends.get(name)) for name, each in law.items()}
    return {name: span for name, span in spans.items() if span is not None}


def _ended(books: tuple[Rulebook[Any], ...]) -> dict[Instrument, date]:
    """Return from which day on an instrument is replaced by a newer one that the books know."""
    ended: dict[Instrument, date] = {}
    for newer in {instrument for book in books for instrument in _instruments(book)}:
        since = newer.in_force.since or newer.earliest
        for older in newer.replaces:
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
