"""What if: a dossier reviewed twice, and only what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Final

import attrs

from congress_flow._demand import Demand
from congress_flow._engine import Engine
from congress_flow._plugins import Loaded
from congress_flow._rulebook import Rulebook
from congress_flow._shelf import Shelf, unfit, wanted
from congress_flow._text import Text
from congress_flow.dossier._dossier import Dossier
from congress_flow.dossier._facts import FactSet, with_facts
from congress_flow.dossier._reading import made, source
from congress_flow.dossier._review import Gate, Remark, Review, default_day, review
from congress_flow.dossier._values import nearest, with_hint
from congress_flow.errors import BadInput, Problem


class DifferenceKind(Enum):
    """What became of a finding."""

    APPEARED = "appeared"
    GONE = "gone"
    CHANGED = "changed"

    @property
    def term(self) -> Text:
        """The kind in words."""
        return _KINDS[self]


_KINDS: Final = {
    DifferenceKind.APPEARED: Text("Mới có", "Appeared"),
    DifferenceKind.GONE: Text("Không còn", "Gone"),
    DifferenceKind.CHANGED: Text("Thay đổi", "Changed"),
}


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Difference:
    """A finding that one review has and the other has not, or has otherwise."""

    before: Remark | None
    after: Remark | None

    @property
    def kind(self) -> DifferenceKind:
        """Whether it appeared, is gone or changed."""
        if self.before is None:
            return DifferenceKind.APPEARED
        return DifferenceKind.GONE if self.after is None else DifferenceKind.CHANGED


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class GateChange:
    """A gate that was judged otherwise; None: it was not among the gates."""

    id: str
    title: Text
    before: Gate | None
    after: Gate | None


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, repr=False)
class WhatIf:
    """Two reviews of one dossier, what was changed between them, and what differs.

    `without` names every book that was left out, those that tighten the books asked for too.
    """

    before: Review
    after: Review
    without: tuple[str, ...]
    added: tuple[str, ...]
    facts: tuple[FactSet, ...]
    gates: tuple[GateChange, ...]
    differences: tuple[Difference, ...]

    def __repr__(self) -> str:
        grades = f"{self.before.readiness.value} → {self.after.readiness.value}"
        return f"WhatIf({self.before.dossier.id!r}, {grades}, {len(self.differences)} differences)"

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        graded = self.before.readiness is self.after.readiness
        return graded and not self.gates and not self.differences


def whatif(
    origin: Path | str | bytes,
    loaded: Loaded,
    *,
    on: date | None = None,
    as_of: date | None = None,
    without: Iterable[str] = (),
    added: Iterable[str] = (),
    facts: Iterable[str] = (),
) -> WhatIf:
    """Review a dossier (a file, or its content) as it is on the day *on*, and again otherwise.

    Without a day, that is the day on which `review` judges it. Otherwise means: on the day *as_of*;
    *without* rulebooks, and those that tighten them; with optional rulebooks *added*; with *facts*
    set as `id.field=value` says. Raises `BadInput` where nothing is changed, for books that are not
    there, facts that cannot be set, and all that `read` and `review` raise it for.
    """
    told, without, added, facts = source(origin), tuple(without), tuple(added), tuple(facts)
    if as_of is None and not (without or added or facts):
        nothing = Text("chưa nêu thay đổi nào", "nothing is changed")
        raise BadInput([Problem("", nothing)])
    dossier = made(told, loaded.procedures)
    day = on or default_day(dossier)
    shelf, gone = _shelf(loaded, without, added)
    changed, done = with_facts(told, facts)
    other = made(changed, loaded.procedures) if facts else dossier
    before = review(dossier, Engine(loaded.shelf), day)
    after = review(_not_asking(other, gone), Engine(shelf), as_of or day)
    return WhatIf(
        before=before,
        after=after,
        without=gone,
        added=added,
        facts=done,
        gates=tuple(_gates(before, after)),
        differences=tuple(_differences(before, after)),
    )


def _shelf(
    loaded: Loaded, without: tuple[str, ...], added: tuple[str, ...]
) -> tuple[Shelf, tuple[str, ...]]:
    """Return the shelf with and without these books, and the names of all that are left out."""
    if not without and not added:
        return loaded.shelf, ()
    standing = {book.id: book for book in loaded.shelf.books}
    optional = {book.id: book for book in loaded.optional}
    problems = [_no_book(name, standing) for name in without if name not in standing]
    for name in added:
        if name in standing:
            text = Text("bộ quy tắc này đang dùng rồi", "this rulebook is in use already")
            problems.append(Problem(name, text))
        elif name not in optional:
            problems.append(_no_book(name, optional))
    if problems:
        raise BadInput(problems)
    gone = _leaving(standing.values(), without)
    books = [book for name, book in standing.items() if name not in gone]
    books += [optional[name] for name in dict.fromkeys(added)]
    given = {id(each): each for each in (*loaded.readings, *loaded.shelf.readings.values())}
    readings = wanted(books, given.values())
    faults = [Problem(getattr(of, "id", ""), why) for of, why in unfit(books, readings)]
    if faults:
        raise BadInput(faults)
    return Shelf(books, readings, loaded.shelf.withheld, loaded.shelf.asking), gone


def _no_book(name: str, known: Iterable[str]) -> Problem:
    names = sorted(known)
    text = Text(
        f"không có bộ quy tắc này; có: {', '.join(names) or 'không có bộ nào'}",
        f"there is no such rulebook; there are: {', '.join(names) or 'none'}",
    )
    return Problem(name, with_hint(text, nearest(name, names)))


def _leaving(books: Iterable[Rulebook[Any]], without: tuple[str, ...]) -> tuple[str, ...]:
    """Return the books left out: a book says nothing without those that it tightens."""
    left, gone = list(books), list(dict.fromkeys(without))
    for name in gone:  # it grows on the way
        gone += [book.id for book in left if name in book.tightens and book.id not in gone]
    return tuple(gone)


def _not_asking(dossier: Dossier, gone: tuple[str, ...]) -> Dossier:
    """Return the dossier, not asking for books that are left out on purpose."""
    head = dossier.tables.head
    kept = tuple(name for name in head.books if name not in gone)
    tables = attrs.evolve(dossier.tables, head=attrs.evolve(head, books=kept))
    return attrs.evolve(dossier, tables=tables)


def _gates(before: Review, after: Review) -> Iterator[GateChange]:
    old, new = ({gate.id: gate for gate in each.gates} for each in (before, after))
    for name in dict.fromkeys((*old, *new)):
        was, now = old.get(name), new.get(name)
        if _judged(was) != _judged(now):
            titles = [gate.title for gate in (now, was) if gate is not None]
            yield GateChange(id=name, title=titles[0], before=was, after=now)


def _judged(gate: Gate | None) -> tuple[Enum, Enum] | None:
    return None if gate is None else (gate.outcome, gate.evidence)


def _differences(before: Review, after: Review) -> Iterator[Difference]:
    """Yield what differs: changed and new findings as they stand after, then what is gone."""
    left = list(before.remarks)
    new = [each for each in after.remarks if not _taken(each, left, (before.as_of, after.as_of))]
    gone: list[Remark] = left
    for now in new:
        was = _kin(now, gone, new)
        if was is not None:
            gone.remove(was)
        yield Difference(before=was, after=now)
    for was in gone:
        yield Difference(before=was, after=None)


def _taken(now: Remark, left: list[Remark], days: tuple[date, date]) -> bool:
    """Take the same remark out of *left*, if it is there. What was judged as of a day moves on."""
    for was in left:
        moved = was.on == now.on or (was.on, now.on) == days
        if moved and _told(was) == _told(now):
            left.remove(was)
            return True
    return False


def _told(remark: Remark) -> tuple[Any, ...]:
    finding = remark.finding
    return (
        *_place(remark),
        finding.kind,
        finding.text,
        finding.fault,
        finding.explained,
        finding.sources,
        tuple(finding.figures.items()),
    )


def _place(remark: Remark) -> tuple[str, str, str]:
    return (remark.finding.rule, remark.case, remark.gate)


def _kin(now: Remark, gone: list[Remark], new: list[Remark]) -> Remark | None:
    """Return the finding that *now* stands for: of the same rule and case, about the same thing.

    Where a rule has but one finding left on either side, that is the one, whatever it is about.
    """
    rivals = [each for each in gone if _place(each) == _place(now)]
    about_it = [was for was in rivals if _about(was) == _about(now)]
    if about_it:
        return next((was for was in about_it if was.on == now.on), about_it[0])
    alone = sum(_place(each) == _place(now) for each in new) == 1 and len(rivals) == 1
    return rivals[0] if alone else None


def _about(remark: Remark) -> tuple[object, ...]:
    """Return what a finding is about: whom, and which measure."""
    answer = remark.finding.answer
    if isinstance(answer, Demand):
        return (answer.about, answer.what)
    figures = remark.finding.figures
    return (figures.get("about"), figures.get("gate"), tuple(sorted(figures)))
