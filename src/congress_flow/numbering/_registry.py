"""Instruments and how they stand to each other: what is in force, and in which form, on a day.

Two documents may carry one number (trap TR1): an instrument is found by its number, and told apart
by its type, its day and its issuer. The issuer's symbol does not tell the deciding body (TR8).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Final

import attrs

from congress_flow._sources import Confidence, InForce, Instrument
from congress_flow._text import Text
from congress_flow.errors import DefinitionError
from congress_flow.numbering._number import Number, Reading
from congress_flow.numbering._spelling import same_text
from congress_flow.numbering._symbols import TYPES


class RelationKind(Enum):
    """How one instrument stands to an older one."""

    AMENDS = "amends"
    SUPPLEMENTS = "supplements"
    REPLACES = "replaces"
    REPEALS = "repeals"
    IMPLEMENTS = "implements"
    GUIDES = "guides"
    INTERPRETS = "interprets"
    ACCOMPANIES = "accompanies"
    CITES = "cites"

    @property
    def term(self) -> Text:
        """The relation in words."""
        return _RELATION_WORDS[self]

    @property
    def ends(self) -> bool:
        """Whether the older text ends: one that is amended stays in force in its other parts."""
        return self in {RelationKind.REPLACES, RelationKind.REPEALS}

    @property
    def alters(self) -> bool:
        """Whether the older text is changed in part."""
        return self in {RelationKind.AMENDS, RelationKind.SUPPLEMENTS}


_RELATION_WORDS: Final = {
    RelationKind.AMENDS: Text("sửa đổi", "amends"),
    RelationKind.SUPPLEMENTS: Text("bổ sung", "supplements"),
    RelationKind.REPLACES: Text("thay thế", "replaces"),
    RelationKind.REPEALS: Text("bãi bỏ", "repeals"),
    RelationKind.IMPLEMENTS: Text("thực hiện", "implements"),
    RelationKind.GUIDES: Text("hướng dẫn", "guides"),
    RelationKind.INTERPRETS: Text("giải thích", "interprets"),
    RelationKind.ACCOMPANIES: Text("kèm theo", "accompanies"),
    RelationKind.CITES: Text("viện dẫn", "cites"),
}


@attrs.frozen(slots=True, weakref_slot=False)
class Relation:
    """That `source` does something to `target`, and how well that was read."""

    kind: RelationKind
    source: Instrument
    target: Instrument
    confidence: Confidence


def _instruments(given: Iterable[Instrument]) -> tuple[Instrument, ...]:
    return tuple(given)


def _relations(given: Iterable[Relation]) -> tuple[Relation, ...]:
    return tuple(given)


@attrs.frozen(slots=True, weakref_slot=False, eq=False)
class Registry:
    """All instruments known, with their relations. What an instrument replaces by itself is added.

    Raises `DefinitionError` for an instrument entered twice, an id given twice, a relation to an
    instrument that is not entered, or a text that ends itself by a detour.
    """

    instruments: tuple[Instrument, ...] = attrs.field(converter=_instruments)
    stated: tuple[Relation, ...] = attrs.field(default=(), converter=_relations)

    def __attrs_post_init__(self) -> None:
        ids = [each.id for each in self.instruments]
        if len(set(ids)) < len(ids) or len(set(self.instruments)) < len(ids):
            raise DefinitionError("an instrument stands twice in the registry")
        known = set(self.instruments)
        for relation in self.relations:
            if not {relation.source, relation.target} <= known:
                raise DefinitionError(
                    f"{relation.source.id} {relation.kind.value} {relation.target.id}: not entered"
                )
        for each in self.instruments:
            if each in self._ended_by(each):
                raise DefinitionError(f"{each.id} ends itself")

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The relations stated, and those that instruments carry themselves."""
        own = (
            Relation(RelationKind.REPLACES, each, older, each.confidence)
            for each in self.instruments
            for older in each.replaces
        )
        said = {(each.kind, each.source, each.target) for each in self.stated}
        return (
            *self.stated,
            *(each for each in own if (each.kind, each.source, each.target) not in said),
        )

    def __len__(self) -> int:
        return len(self.instruments)

    def __iter__(self) -> Iterator[Instrument]:
        return iter(self.instruments)

    def _ended_by(self, instrument: Instrument) -> set[Instrument]:
        """Return everything that *instrument* ends, directly or through what it ends."""
        ended: set[Instrument] = set()
        left = [instrument]
        while left:
            source = left.pop()
            for relation in self.relations:
                target = relation.target
                if relation.kind.ends and relation.source == source and target not in ended:
                    ended.add(target)
                    left.append(target)
        return ended

    def with_number(
        self,
        number: Number | str,
        *,
        type_name: str = "",
        issued: date | None = None,
        body: str = "",
    ) -> tuple[Instrument, ...]:
        """Return every instrument with this number, narrowed by what else is known of it.

        *type_name* is the Vietnamese name of the type, *body* the one that issued it. More than one
        answer means that the number alone does not tell them apart.
        """
        kind = _TYPE_IDS.get(type_name, type_name)
        return tuple(
            each
            for each in self.instruments
            if each.number == str(number)
            and (not kind or each.type == kind)
            and (issued is None or each.issued_on == issued)
            and (not body or same_text(each.issuer, body))
        )

    def force_of(self, instrument: Instrument) -> InForce | None:
        """Return the days on which *instrument* binds, ended by what replaces or repeals it.

        None if it never did.
        """
        span: InForce | None = instrument.in_force
        for relation in self.relations:
            if relation.kind.ends and relation.target == instrument and span is not None:
                since = relation.source.in_force.since
                span = None if since is None else span & InForce(None, since)
        return span

    def in_force_on(self, day: date) -> tuple[Instrument, ...]:
        """Return the instruments that bind on *day*."""
        return tuple(each for each in self.instruments if self._binds(each, day))

    def _binds(self, instrument: Instrument, day: date) -> bool:
        span = self.force_of(instrument)
        return span is not None and day in span

    def text_on(self, instrument: Instrument, day: date) -> tuple[Instrument, ...]:
        """Return the text in force on *day*: the instrument, then what amends it, oldest first.

        One document may amend several; each keeps its other parts. Empty if it is not in force.
        """
        if not self._binds(instrument, day):
            return ()
        changes = {
            relation.source
            for relation in self.relations
            if relation.kind.alters
            and relation.target == instrument
            and self._binds(relation.source, day)
        }
        return (instrument, *sorted(changes, key=lambda each: (each.earliest, each.id)))

    def from_(self, source: Instrument) -> tuple[Relation, ...]:
        """Return what *source* does to others."""
        return tuple(relation for relation in self.relations if relation.source == source)

    def to(self, target: Instrument) -> tuple[Relation, ...]:
        """Return what others do to *target*."""
        return tuple(relation for relation in self.relations if relation.target == target)


_TYPE_IDS: Final = {
    name.vi: name.en.replace(" ", "_") for each in TYPES.values() for name in each.names
}


# --- citations -----------------------------------------------------------------------------------


class CitationFault(Enum):
    """What is wrong with a citation of an instrument."""

    NOT_ENTERED = "not_entered"
    AMBIGUOUS = "ambiguous"
    WRONG_DAY = "wrong_day"
    WRONG_TYPE = "wrong_type"
    NOT_YET_ISSUED = "not_yet_issued"
    NOT_IN_FORCE = "not_in_force"

    @property
    def term(self) -> Text:
        """The fault in words."""
        return _CITATION_WORDS[self]


_CITATION_WORDS: Final = {
    CitationFault.NOT_ENTERED: Text("không có văn bản này", "there is no such instrument"),
    CitationFault.AMBIGUOUS: Text(
        "nhiều văn bản cùng số này, phải ghi ngày", "several carry this number: the day is needed"
    ),
    CitationFault.WRONG_DAY: Text("ngày không khớp", "the day is another"),
    CitationFault.WRONG_TYPE: Text("thể loại không khớp", "the type is another"),
    CitationFault.NOT_YET_ISSUED: Text(
        "ban hành sau văn bản viện dẫn", "issued after the paper that cites it"
    ),
    CitationFault.NOT_IN_FORCE: Text("không còn hoặc chưa có hiệu lực", "not in force that day"),
}


@attrs.frozen(slots=True, weakref_slot=False)
class CitationCheck:
    """What a citation leads to: the one instrument meant, or the candidates, and what is wrong."""

    faults: tuple[CitationFault, ...]
    found: tuple[Instrument, ...]

    @property
    def instrument(self) -> Instrument | None:
        """The one instrument meant, or None."""
        return self.found[0] if len(self.found) == 1 else None


def check_citation(registry: Registry, reading: Reading, on: date) -> CitationCheck:
    """Return what a citation, made on a day, leads to in the registry."""
    if reading.number is None:
        return CitationCheck((CitationFault.NOT_ENTERED,), ())
    same = registry.with_number(reading.number)
    dated = tuple(each for each in same if reading.dated is None or _may_be_of(each, reading.dated))
    named = tuple(
        each
        for each in dated
        if not reading.type_name or each.type == _TYPE_IDS.get(reading.type_name)
    )
    for fault, found in (
        (CitationFault.NOT_ENTERED, same),
        (CitationFault.WRONG_DAY, dated),
        (CitationFault.WRONG_TYPE, named),
    ):
        if not found:
            return CitationCheck((fault,), same)
    meant, *others = named
    wrong: CitationFault | None = None
    if others:
        wrong = CitationFault.AMBIGUOUS
    elif meant.earliest > on:
        wrong = CitationFault.NOT_YET_ISSUED
    elif meant not in registry.in_force_on(on):
        wrong = CitationFault.NOT_IN_FORCE
    return CitationCheck(() if wrong is None else (wrong,), named)


def _may_be_of(instrument: Instrument, day: date) -> bool:
    """Return whether *instrument* is of that day, as far as its day is recorded."""
    return instrument.issued in {day.isoformat(), str(day.year)}
