"""The shelf: the rulebooks in use, compiled so that the rules of a step and day lie ready."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType, NoneType
from typing import Any, TypeVar, final

import attrs

from congress_flow._duties import Duty
from congress_flow._procedure import Step
from congress_flow._rulebook import Answer, Rule, Rulebook, Severity
from congress_flow._sources import InForce, Instrument, Level, with_replaced
from congress_flow._text import Text
from congress_flow.errors import DefinitionError, Problem, UsageError

K = TypeVar("K")


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

    Only what blocks can guard, and only in a book of the centre that tightens no other, on the days
    for which it founds: what a lower issuer asks, or the law of a term gone by, comes on top of
    that. Else a book more, or the next one not installed, could open a step.
    """

    placed: tuple[Placed, ...] = ()
    guarded: bool = False
    consulted: tuple[str, ...] = ()


NO_GUARD = Guard()


@final
@attrs.frozen(slots=True, weakref_slot=False, eq=False, repr=False, init=False)
class Shelf:
    """The rulebooks in use, with the chosen readings. The order in which they are given is nothing.

    Raises `UsageError` with everything that is wrong: what is no book; two books of one id; one
    instrument defined in two ways; readings that are missing or stray; a book that tightens or
    needs an absent one; a repeal of a rule that its book lacks; a lower issuer that would end what
    a higher one made. `withheld` says which plugins could not be used: while there are any, every
    step is refused, because a rule that is missing must not open a gate. The books named in
    `asking` ask and guard nothing, because nobody competent chose their readings. `readings` are
    the chosen ones of each book, `spans` the days on which each rule and duty holds, after every
    repeal.
    """

    books: tuple[Rulebook[Any], ...]
    withheld: tuple[Problem, ...]
    asking: frozenset[str]
    readings: Mapping[str, object]
    spans: Mapping[str, InForce]
    _compiled: Mapping[Step[Any, Any], tuple[tuple[date, ...], tuple[Guard, ...]]]

    def __init__(
        self,
        books: Iterable[Rulebook[Any]] = (),
        readings: Iterable[object] = (),
        withheld: Iterable[Problem] = (),
        asking: Iterable[str] = (),
    ) -> None:
        given, withheld = tuple(readings), _all_of(Problem, withheld)
        books = sorted(_all_of(Rulebook, books), key=lambda book: (-book.level.rank, book.id))
        faults = sorted({text.en for _, text in unfit(books, given)})
        if faults:
            raise UsageError("; ".join(faults))
        chosen = {book.id: _chosen(book, given) for book in books}
        for book in books:
            book.close()
        spans = _spans(books)
        made: dict[str, object] = {
            "books": tuple(books),
            "withheld": withheld,
            "asking": frozenset(asking),
            "readings": MappingProxyType(chosen),
            "spans": MappingProxyType(spans),
            "_compiled": _compile(books, chosen, spans, frozenset(asking)),
        }
        for name, value in made.items():
            object.__setattr__(self, name, value)

    def __init_subclass__(cls, **_: object) -> None:
        raise DefinitionError("a shelf is an instance of Shelf; no class can stand on it")

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
    definitions = _definitions(books)
    for book in books:
        for reason in (
            *_clashes(book, ids),
            *_unread(book, readings),
            *_torn(book, definitions),
            *_repeals(book, ids, owners),
            *_presumptions(book),
        ):
            yield book, reason
    for each in readings:
        if not wanted(books, [each]):
            name = type(each).__name__
            yield (
                each,
                Text(f"{name} không bộ quy tắc nào dùng", f"{name}: readings of no book here"),
            )


def _all_of(kind: type[K], values: Iterable[K]) -> tuple[K, ...]:
    found = tuple(values)
    strange = sorted({type(each).__name__ for each in found if not isinstance(each, kind)})
    if strange:
        raise UsageError(f"a shelf takes each {kind.__name__}, not {', '.join(strange)}")
    return found


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
    for name in book.needs:
        if name not in ids:
            yield Text(
                f"{book.id} cần có {name} bên cạnh, nhưng không có {name}",
                f"{book.id} needs {name} beside it, which is absent",
            )


def _unread(book: Rulebook[Any], readings: tuple[object, ...]) -> Iterator[Text]:
    given = sum(_wants(book, each) for each in readings)
    if book.readings is not NoneType and given != 1:
        name = book.readings.__name__
        yield Text(
            f"{book.id} cần đúng một {name} (cách hiểu các điểm còn mở), hiện có {given}",
            f"{book.id} needs one {name} (the readings of its open points), got {given}",
        )


def _definitions(books: Iterable[Rulebook[Any]]) -> Mapping[Instrument, set[object]]:
    """Return each instrument that *books* know of, with what they hold it to be.

    That is what the law hangs on: its level, its days, and what it replaces. How it is called, and
    how well it was read, may be told in several ways.
    """
    found: dict[Instrument, set[object]] = {}
    for each in with_replaced(known for book in books for known in book.known):
        held = (each.level, each.in_force, frozenset(each.replaces))
        found.setdefault(each, set()).add(held)
    return found


def _torn(book: Rulebook[Any], definitions: Mapping[Instrument, set[object]]) -> Iterator[Text]:
    """Yield which instruments of *book* are not the same everywhere: no book is believed."""
    for each in sorted(set(with_replaced(book.known)), key=lambda known: known.key):
        if len(definitions[each]) > 1:
            yield Text(
                f"{each.dated} được khai khác nhau về cấp, hiệu lực hoặc văn bản bị thay thế",
                f"{each.dated} is defined in several ways: level, days or what it replaces differ",
            )


def _repeals(
    book: Rulebook[Any], ids: list[str], owners: Mapping[str, Rulebook[Any]]
) -> Iterator[Text]:
    """Yield which repeals of *book* name nothing, or what a higher issuer has made."""
    for repeal in book.repeals:
        owner = owners.get(repeal.rule)
        named = repeal.rule.partition("/")[0]
        # Where the older book is not on this shelf, there is nothing to end.
        if owner is None and named in ids:
            yield Text(
                f"{book.id} bãi bỏ {repeal.rule}, nhưng {named} không có quy tắc này",
                f"{book.id} repeals {repeal.rule}, which {named} does not have",
            )
        elif owner is not None and owner.level.rank > book.level.rank:
            yield Text(
                f"{book.id} không được bãi bỏ {repeal.rule} của cấp trên",
                f"{book.id} cannot repeal {repeal.rule} of a higher issuer",
            )
        elif owner is not None and owner.level.rank > repeal.cites.instrument.level.rank:
            basis = repeal.cites.instrument.id
            yield Text(
                f"{book.id} không được căn cứ {basis} để bãi bỏ {repeal.rule} của cấp trên",
                f"{book.id} cannot repeal {repeal.rule} of a higher issuer by {basis}",
            )


def _presumptions(book: Rulebook[Any]) -> Iterator[Text]:
    """Yield which instruments of *book* would end those of a higher issuer.

    A book may cite a higher text that has ended others, but it cannot say so in its stead.
    """
    for newer in book.known:
        for older in newer.replaces:
            if older.level.rank > newer.level.rank:
                yield Text(
                    f"{newer.id} không được thay thế {older.id} của cấp trên",
                    f"{newer.id} cannot replace {older.id} of a higher issuer",
                )
            elif newer in book.instruments and older.level.rank > book.level.rank:
                yield Text(
                    f"{book.id} không được tuyên bố {older.id} của cấp trên hết hiệu lực",
                    f"{book.id} cannot end {older.id} of a higher issuer",
                )


def _wants(book: Rulebook[Any], readings: object) -> bool:
    return book.readings is not NoneType and type(readings) is book.readings


def _chosen(book: Rulebook[Any], readings: tuple[object, ...]) -> object:
    return next((each for each in readings if _wants(book, each)), None)


def _spans(books: Iterable[Rulebook[Any]]) -> dict[str, InForce]:
    """Return when each rule or duty holds, after every repeal; what never holds is left out."""
    law = {each.id: each for book in books for each in book.law}
    ends: dict[str, date] = {}
    for book in books:
        for repeal in book.repeals:
            ends[repeal.rule] = min(repeal.since, ends.get(repeal.rule, repeal.since))
    ended = _ended(books)
    for each in law.values():
        since = ended.get(each.citations[0].instrument)
        if since is not None:
            ends[each.id] = min(since, ends.get(each.id, since))
    spans = {name: each.in_force & InForce(None, ends.get(name)) for name, each in law.items()}
    return {name: span for name, span in spans.items() if span is not None}


def _ended(books: Iterable[Rulebook[Any]]) -> dict[Instrument, date]:
    """Return from which day on an instrument is replaced by a newer one that the books know.

    A book of a lower issuer does not count as knowing it.
    """
    ended: dict[Instrument, date] = {}
    for book in books:
        for newer in book.known:
            since = newer.in_force.since or newer.earliest
            for older in newer.replaces:
                if book.level.rank >= older.level.rank:
                    ended[older] = min(since, ended.get(older, since))
    return ended


def _compile(
    books: Iterable[Rulebook[Any]],
    readings: Mapping[str, object],
    spans: Mapping[str, InForce],
    asking: frozenset[str],
) -> dict[Step[Any, Any], tuple[tuple[date, ...], tuple[Guard, ...]]]:
    by_step: dict[Step[Any, Any], list[_Entry]] = {}
    for book in books:
        founding = book.level is Level.CENTRE and not book.tightens and book.id not in asking
        for rule in book.rules:
            if rule.id not in spans:
                continue
            placed = Placed(rule.id, rule, rule.function, rule.in_context, readings[book.id])
            for step in rule.steps:
                founds = book.founds if founding and rule.severity is Severity.BLOCKS else None
                by_step.setdefault(step, []).append((spans[rule.id], placed, founds))
    return {step: _sliced(entries) for step, entries in by_step.items()}


# When a rule holds, the rule, and when it guards.
_Entry = tuple[InForce, Placed, InForce | None]


def _sliced(entries: list[_Entry]) -> tuple[tuple[date, ...], tuple[Guard, ...]]:
    spans = {span for holds, _, founds in entries for span in (holds, founds) if span is not None}
    borders = sorted({day for span in spans for day in (span.since, span.until) if day is not None})
    guards: list[Guard] = []
    for first in (date.min, *borders):
        holding = [(placed, founds) for span, placed, founds in entries if first in span]
        guards.append(
            Guard(
                tuple(placed for placed, _ in holding),
                any(founds is not None and first in founds for _, founds in holding),
                tuple(placed.rule.id for placed, _ in holding),
            )
        )
    return tuple(borders), tuple(guards)
