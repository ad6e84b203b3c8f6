"""The chain of bases, from the centre's directive down to a unit's plan, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import Final

import attrs

from congress_flow._sources import Cited, Instrument
from congress_flow._text import Text
from congress_flow.numbering._registry import Registry, Relation, RelationKind

_BASES: Final = frozenset({RelationKind.IMPLEMENTS, RelationKind.CITES})
_CHANGES: Final = frozenset(
    {
        RelationKind.AMENDS,
        RelationKind.SUPPLEMENTS,
        RelationKind.REPLACES,
        RelationKind.REPEALS,
    }
)


class CascadeFault(Enum):
    """What is wrong between a document and one it rests on or changes."""

    LATER_BASIS = "later_basis"
    BASIS_NOT_IN_FORCE = "basis_not_in_force"
    LOWER_BASIS = "lower_basis"
    CYCLE = "cycle"
    CHANGED_BEFORE_ISSUE = "changed_before_issue"
    CHANGED_FROM_BELOW = "changed_from_below"
    CHANGED_BY_ANOTHER = "changed_by_another"

    @property
    def term(self) -> Text:
        """The fault in words."""
        return _CASCADE_WORDS[self]


_CASCADE_WORDS: Final = {
    CascadeFault.LATER_BASIS: Text("căn cứ ban hành sau", "the basis is of a later day"),
    CascadeFault.BASIS_NOT_IN_FORCE: Text(
        "căn cứ không có hiệu lực ngày đó", "the basis was not in force that day"
    ),
    CascadeFault.LOWER_BASIS: Text("căn cứ của cấp dưới", "the basis is of a lower level"),
    CascadeFault.CYCLE: Text("căn cứ vòng tròn", "the bases run in a circle"),
    CascadeFault.CHANGED_BEFORE_ISSUE: Text(
        "sửa văn bản ban hành sau", "changes what was issued later"
    ),
    CascadeFault.CHANGED_FROM_BELOW: Text(
        "cấp dưới sửa văn bản của cấp trên", "a lower body changes a higher one's text"
    ),
    CascadeFault.CHANGED_BY_ANOTHER: Text(
        "cơ quan khác cùng cấp sửa: phải rõ thẩm quyền",
        "another body of the level changes it: its competence must be clear",
    ),
}


@attrs.frozen(slots=True, weakref_slot=False)
class CascadeFinding:
    """A fault, and the relation it was found in."""

    fault: CascadeFault
    relation: Relation


def check_cascade(registry: Registry) -> tuple[CascadeFinding, ...]:
    """Return what is wrong with the bases and the changes of a registry.

    A basis is dated on or before the document, in force that day, and of the same or a higher level
    or of the body itself; bases run in no circle. Only the issuer or a competent higher body
    changes a text. A guidance may be later than the plan it accompanies: it is no basis of it.
    """
    return tuple(finding for relation in registry.relations for finding in _of(registry, relation))


def _of(registry: Registry, relation: Relation) -> Iterator[CascadeFinding]:
    source, target = relation.source, relation.target
    if relation.kind in _BASES:
        faults = _basis(registry, source, target)
    elif relation.kind in _CHANGES:
        faults = _change(source, target)
    else:
        return
    for fault in faults:
        yield CascadeFinding(fault, relation)


def _basis(registry: Registry, source: Instrument, target: Instrument) -> Iterator[CascadeFault]:
    if _surely_later(target, source):
        yield CascadeFault.LATER_BASIS
    elif source.issued_on is not None and target not in registry.in_force_on(source.issued_on):
        yield CascadeFault.BASIS_NOT_IN_FORCE
    if target.level.rank < source.level.rank and target.issuer != source.issuer:
        yield CascadeFault.LOWER_BASIS
    if source in _rests_on(registry, target):
        yield CascadeFault.CYCLE


def _change(source: Instrument, target: Instrument) -> Iterator[CascadeFault]:
    if _surely_later(target, source):
        yield CascadeFault.CHANGED_BEFORE_ISSUE
    if source.level.rank < target.level.rank:
        yield CascadeFault.CHANGED_FROM_BELOW
    elif source.level.rank == target.level.rank and source.issuer != target.issuer:
        yield CascadeFault.CHANGED_BY_ANOTHER


def _surely_later(one: Instrument, other: Instrument) -> bool:
    """Return whether *one* is of a later day than *other*; with only a year known it may not be."""
    if one.issued_on is None or other.issued_on is None:
        return one.earliest.year > other.earliest.year
    return one.issued_on > other.issued_on


def _rests_on(registry: Registry, instrument: Instrument) -> set[Instrument]:
    """Return the instrument and everything it rests on."""
    found, left = {instrument}, [instrument]
    while left:
        for relation in registry.from_(left.pop()):
            if relation.kind in _BASES and relation.target not in found:
                found.add(relation.target)
                left.append(relation.target)
    return found


def check_nested(limits: Sequence[Cited[date]]) -> tuple[tuple[Cited[date], Cited[date]], ...]:
    """Return each pair of neighbours whose lower limit is later than the higher one's.

    *limits* are the effective last days from the centre down. A lower level may be stricter.
    """
    return tuple(
        (higher, lower) for higher, lower in pairwise(limits) if lower.value > higher.value
    )
