"""Where a rule comes from: instruments, places in them, how well they were read, when they hold."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from typing import Any, Final, Generic, TypeVar, cast

import attrs

from congress_flow._text import Text, nfc


class Confidence(Enum):
    """How well a text was read, best first. A rule takes the lowest grade of its parts."""

    VERIFIED = "verified"
    REPORTED = "reported"
    DERIVED = "derived"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"

    @property
    def rank(self) -> int:
        """0 for the best grade (`VERIFIED`), 4 for the lowest."""
        return _GRADES.index(self)

    @property
    def term(self) -> Text:
        """The grade in words."""
        return _GRADE_WORDS[self]

    @classmethod
    def lowest(cls, *grades: Confidence) -> Confidence:
        """Return the lowest of *grades*; a derived fact is never better than its premises."""
        return max(grades, key=lambda grade: grade.rank)


_GRADES: Final = tuple(Confidence)
_GRADE_WORDS: Final = {
    Confidence.VERIFIED: Text("đã đối chiếu văn bản", "verified"),
    Confidence.REPORTED: Text("theo tin, bài, văn bản dẫn lại", "reported"),
    Confidence.DERIVED: Text("suy ra", "derived"),
    Confidence.ASSUMED: Text("giả định, chưa thấy văn bản", "assumed"),
    Confidence.UNKNOWN: Text("chưa rõ", "unknown"),
}


class Level(Enum):
    """Levels of Party organisation, lowest first; also the levels of those who issue."""

    CELL = "cell"
    SECTION = "section"
    GRASSROOTS = "grassroots"
    UPPER_GRASSROOTS = "upper_grassroots"
    COMMUNE = "commune"
    PROVINCE = "province"
    CENTRE = "centre"

    @property
    def rank(self) -> int:
        """Height of the level: 0 for a cell. A commune stands as high as a district did."""
        return _HEIGHTS[self]

    @property
    def term(self) -> Text:
        """The level in words."""
        return _LEVEL_WORDS[self]


_HEIGHTS: Final = {
    Level.CELL: 0,
    Level.SECTION: 1,
    Level.GRASSROOTS: 2,
    Level.UPPER_GRASSROOTS: 3,
    Level.COMMUNE: 3,
    Level.PROVINCE: 4,
    Level.CENTRE: 5,
}
_LEVEL_WORDS: Final = {
    Level.CELL: Text("chi bộ", "cell"),
    Level.SECTION: Text("đảng bộ bộ phận", "section Party organisation"),
    Level.GRASSROOTS: Text("đảng bộ cơ sở", "grassroots Party organisation"),
    Level.UPPER_GRASSROOTS: Text("cấp trên trực tiếp cơ sở", "level directly above grassroots"),
    Level.COMMUNE: Text("đảng bộ xã, phường", "commune or ward"),
    Level.PROVINCE: Text("trực thuộc Trung ương", "province"),
    Level.CENTRE: Text("Trung ương", "centre"),
}


@attrs.frozen(slots=True, weakref_slot=False)
class InForce:
    """A half-open span of days: `since` is its first day, `until` the first day after it.

    `None` means that no limit is known on that side. Raises `TypeError` for what is no plain day,
    `ValueError` for a span without a day.
    """

    since: date | None = None
    until: date | None = None

    def __attrs_post_init__(self) -> None:
        for limit in (self.since, self.until):
            # Exactly: a moment is a date as well, and cannot be compared with one.
            if limit is not None and type(limit) is not date:
                raise TypeError(f"a span is limited by days, not by {limit!r}")
        if self.since is not None and self.until is not None and self.since >= self.until:
            msg = f"a span must begin before it ends: {self.since} … {self.until}"
            raise ValueError(msg)

    @classmethod
    def through(cls, first: date | None, last: date | None) -> InForce:
        """Return the span from *first* through *last*, both days included."""
        return cls(first, None if last is None else last + timedelta(days=1))

    def __contains__(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )

    def __and__(self, other: InForce) -> InForce | None:
        """Return the days common to both spans, or None where there are none."""
        if other.since is None and other.until is None:  # nearly always: most spans have no limit
            return self
        since = max(filter(None, (self.since, other.since)), default=None)
        until = min(filter(None, (self.until, other.until)), default=None)
        if since is not None and until is not None and since >= until:
            return None
        return InForce(since, until)

    def __str__(self) -> str:
        first = "…" if self.since is None else self.since.isoformat()
        last = "…" if self.until is None else (self.until - timedelta(days=1)).isoformat()
        return f"{first} – {last}"


ALWAYS: Final = InForce()


def _only_a_year(issued: str) -> bool:
    return len(issued) == len("2019") and issued.isdecimal()


def _issued(_instance: Instrument, _attribute: attrs.Attribute[str], value: str) -> None:
    if _only_a_year(value):
        return
    date.fromisoformat(value)


@attrs.frozen(slots=True, weakref_slot=False, eq=False, kw_only=True)
class Instrument:
    """A document of authority. Its identity is type, number, date **and** issuer.

    Two directives are called 35-CT/TW; only the day and the issuer tell them apart.

    `issued` is an ISO day, or a year of four digits where the day is not recorded. `deciding_body`
    is kept apart from `issuer` because a symbol such as TW covers several bodies. `replaces` names
    the instruments whose force ends on the day this one's begins: repeal is carried by the newer
    text (66-QĐ/TW of 2017, art. 3). Raises `TypeError` for a level, grade, span or replaced
    instrument that is none.
    """

    id: str
    type: str
    number: str = attrs.field(converter=nfc)
    issued: str = attrs.field(validator=_issued)
    issuer: str = attrs.field(converter=nfc)
    level: Level = attrs.field(validator=attrs.validators.instance_of(Level))
    confidence: Confidence = attrs.field(validator=attrs.validators.instance_of(Confidence))
    title: Text | None = None
    deciding_body: str | None = None
    in_force: InForce = attrs.field(default=ALWAYS, validator=attrs.validators.instance_of(InForce))
    replaces: tuple[Instrument, ...] = ()

    def __attrs_post_init__(self) -> None:
        replaced: Any = self.replaces
        if type(replaced) is not tuple or any(
            not isinstance(each, Instrument) for each in cast("tuple[object, ...]", replaced)
        ):
            raise TypeError(f"an instrument replaces a tuple of instruments, not {replaced!r}")

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Type, number, day and issuer: the identity."""
        return (self.type, self.number, self.issued, self.issuer)

    @property
    def issued_on(self) -> date | None:
        """The day of issue, or None where only the year is known."""
        return None if _only_a_year(self.issued) else date.fromisoformat(self.issued)

    @property
    def earliest(self) -> date:
        """The first day on which the instrument can have existed."""
        return self.issued_on or date(int(self.issued), 1, 1)

    @property
    def dated(self) -> str:
        """Its number with its day, as it is printed: numbers come again."""
        # A handbook is no instrument: it has no day on which it was issued.
        if self.type == "handbook":
            return self.number
        made = self.issued_on
        return f"{self.number} ({self.issued if made is None else made.strftime('%d/%m/%Y')})"

    def __eq__(self, other: object) -> bool:
        return self.key == other.key if isinstance(other, Instrument) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.key)

    def __repr__(self) -> str:
        return f"Instrument({self.number}, {self.issued}, {self.issuer})"

    def at(self, article: str, confidence: Confidence | None = None) -> Citation:
        """Return the citation of a place in this instrument.

        *confidence* is the grade of this reading; without it the grade of the instrument holds.
        Raises `ValueError` for an empty *article*: a citation says where to look.
        """
        return Citation(self, article, self.confidence if confidence is None else confidence)


def with_replaced(instruments: Iterable[Instrument]) -> tuple[Instrument, ...]:
    """Return *instruments* and all that they replace, and these again; each definition once.

    Two definitions of one instrument are equal and yet both returned.
    """
    found: dict[int, Instrument] = {}
    left = list(instruments)
    while left:
        each = left.pop()
        if id(each) not in found:
            found[id(each)] = each
            left += each.replaces
    return tuple(found.values())


def _place(_instance: Citation, _attribute: attrs.Attribute[str], value: str) -> None:
    if not value.strip():
        raise ValueError("a citation must name the place in its instrument")


@attrs.frozen(slots=True, weakref_slot=False)
class Citation:
    """A place in an instrument, with the grade at which it was read."""

    instrument: Instrument = attrs.field(validator=attrs.validators.instance_of(Instrument))
    article: str = attrs.field(converter=nfc, validator=_place)
    confidence: Confidence = attrs.field(validator=attrs.validators.instance_of(Confidence))

    @functools.cached_property
    def text(self) -> Text:
        """The citation as it is printed: number, day, place, and the grade unless verified."""
        grade = self.confidence
        vi = f"{self.instrument.dated}, {self.article}"
        if grade is Confidence.VERIFIED:
            return Text(vi, vi)
        return Text(f"{vi} [{grade.term.vi}]", f"{vi} [{grade.term.en}]")


Citations = tuple[Citation, *tuple[Citation, ...]]
"""One citation or more. The first one bounds the days on which a rule holds."""

V = TypeVar("V")


@attrs.frozen(slots=True, weakref_slot=False)
class Cited(Generic[V]):
    """A value of the law together with the place it was read in."""

    value: V
    citation: Citation
