"""Women, youth, renewal and the age brackets: soft targets, whose shortfall is to be explained.

None of this ever blocks (trap TR18). A share says nothing about another share of the same size:
2 of 11 is the surplus of 18,18 % and the least number of women alike, by chance (trap TR17).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final

import attrs

from congress_flow._calendar import full_years
from congress_flow._demand import Demand, at_least
from congress_flow._figures import percent
from congress_flow._sources import Citation, Cited, Confidence
from congress_flow._text import Lang, Text, Worded
from congress_flow.errors import UsageError
from congress_flow.reckoning._given import by_name, whole, whole_or_unknown


class ShareKind(Enum):
    """What a share is a share of."""

    WOMEN = "women"
    YOUNG = "young"
    RENEWAL = "renewal"
    MINORITY = "minority"
    SCIENCE = "science"

    @property
    def term(self) -> Text:
        """The share in words."""
        return _SHARE_WORDS[self]


_SHARE_WORDS: Final = {
    ShareKind.WOMEN: Text("tỷ lệ nữ", "women"),
    ShareKind.YOUNG: Text("tỷ lệ cán bộ trẻ", "young people"),
    ShareKind.RENEWAL: Text("tỷ lệ đổi mới", "renewal"),
    ShareKind.MINORITY: Text("tỷ lệ người dân tộc thiểu số", "ethnic minorities"),
    ShareKind.SCIENCE: Text("tỷ lệ cán bộ khoa học, công nghệ", "science and technology"),
}


class ShareRounding(Worded):
    """How a target share becomes whole people. No text was found: a reading.

    `UP` (from x % up): the smallest number that reaches the share; comparing exact fractions gives
    the same answer. `NEAREST`: the whole number nearest to it, half up.
    """

    UP = "up", Text("làm tròn lên", "up")
    NEAREST = "nearest", Text("làm tròn đến số gần nhất", "to the nearest")


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Share:
    """A share of a committee or list against its target. `count` may be None: not known."""

    kind: ShareKind
    count: int | None
    total: int
    target: Cited[Fraction]
    rounding: Cited[ShareRounding]

    @property
    def least(self) -> int:
        """The fewest people that meet the target."""
        exact = self.total * self.target.value
        if self.rounding.value is ShareRounding.NEAREST:
            return (exact + Fraction(1, 2)).__floor__()
        return exact.__ceil__()

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None if the count is not known."""
        return None if self.count is None else self.count >= self.least

    @property
    def short_by(self) -> int | None:
        """How many people are missing from the target; None if the count is not known."""
        return None if self.count is None else max(self.least - self.count, 0)

    @property
    def demand(self) -> Demand:
        """The target as a comparison in people, as a rule that only warns returns it."""
        return at_least(self.count, self.least, what=self.kind.term, unit=_PEOPLE)

    def percent(self, lang: Lang = "vi", *, rounded: bool = False) -> str:
        """Return the share as it is printed; empty if the count is not known."""
        return "" if self.count is None else percent(self.count, self.total, lang, rounded=rounded)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The places that the target rests on."""
        return tuple(dict.fromkeys((self.target.citation, self.rounding.citation)))

    @property
    def confidence(self) -> Confidence:
        """The lowest grade of the citations."""
        return Confidence.lowest(*(each.confidence for each in self.citations))

    @property
    def figures(self) -> dict[str, int | str | bool | None]:
        """The figures, as JSON holds them."""
        return {
            "share": self.kind.value,
            "count": self.count,
            "total": self.total,
            "percent": self.percent(),
            "least": self.least,
            "met": self.met,
        }

    @property
    def text(self) -> Text:
        """The share in words."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        kind = self.kind.term.within(lang)
        if self.count is None:
            return f"{kind}: {Text('chưa rõ', 'unknown').within(lang)}/{self.total}"
        words = Text(
            "{kind}: {count}/{total} ({percent} %), phấn đấu từ {least} người trở lên",
            "{kind}: {count} of {total} ({percent} %), the target is at least {least}",
        ).within(lang)
        return words.format(
            kind=kind,
            count=self.count,
            total=self.total,
            percent=self.percent(lang),
            least=self.least,
        )


_PEOPLE: Final = Text("người", "people")


def share_of(
    kind: ShareKind,
    count: int | None,
    total: int,
    *,
    target: Cited[Fraction],
    rounding: Cited[ShareRounding],
) -> Share:
    """Hold *count* of *total* against a target.

    Raises `UsageError` for a total of nobody, or a count that is more than the total.
    """
    whole(total, "total", 1)
    whole_or_unknown(count, "count")
    if count is not None and count > total:
        raise UsageError(f"{count} is more than the {total} there are")
    return Share(kind=kind, count=count, total=total, target=target, rounding=rounding)


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class AgeLaw:
    """Where the age brackets begin and end, and who counts as young.

    `middle` are the first and the last full year of the middle bracket, both included.
    `young_under` is the age that the young have not reached; below the province it is often set
    locally.
    """

    middle: Cited[tuple[int, int]]
    young_under: Cited[int]
    young: Cited[Fraction]
    rounding: Cited[ShareRounding]


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class Brackets:
    """How a committee spreads over three age brackets on a day, in full years.

    `full_years` holds None for a person whose day of birth is not known.
    """

    as_of: date
    full_years: Mapping[str, int | None]
    law: AgeLaw

    @property
    def counts(self) -> tuple[int, int, int]:
        """People under, within and over the middle bracket; the unknown are in none."""
        first, last = self.law.middle.value
        ages = [age for age in self.full_years.values() if age is not None]
        under = sum(age < first for age in ages)
        over = sum(age > last for age in ages)
        return under, len(ages) - under - over, over

    @property
    def unknown(self) -> tuple[str, ...]:
        """Those whose day of birth is not known."""
        return tuple(name for name, age in self.full_years.items() if age is None)

    def percents(self, lang: Lang = "vi", *, rounded: bool = False) -> tuple[str, str, str]:
        """Return the three shares of all people, as they are printed."""
        total = len(self.full_years)
        under, middle, over = self.counts
        return (
            percent(under, total, lang, rounded=rounded),
            percent(middle, total, lang, rounded=rounded),
            percent(over, total, lang, rounded=rounded),
        )

    @property
    def three_present(self) -> bool | None:
        """Whether nobody's bracket is empty; None if the unknown could fill the empty ones."""
        empty = self.counts.count(0)
        if not empty:
            return True
        return False if empty > len(self.unknown) else None

    @property
    def youth(self) -> Share:
        """The share of the young; its count is not known while a day of birth is not."""
        line = self.law.young_under.value
        ages = [age for age in self.full_years.values() if age is not None]
        return Share(
            kind=ShareKind.YOUNG,
            count=None if self.unknown else sum(age < line for age in ages),
            total=len(self.full_years),
            target=self.law.young,
            rounding=self.law.rounding,
        )

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The places that the brackets and the line of youth rest on."""
        law = self.law
        rests = (law.middle.citation, law.young_under.citation, *self.youth.citations)
        return tuple(dict.fromkeys(rests))

    @property
    def confidence(self) -> Confidence:
        """The lowest grade of the citations."""
        return Confidence.lowest(*(each.confidence for each in self.citations))

    @property
    def figures(self) -> dict[str, int | str | bool | list[str] | None]:
        """The figures, as JSON holds them."""
        under, middle, over = self.counts
        return {
            "as_of": self.as_of.isoformat(),
            "under": under,
            "middle": middle,
            "over": over,
            "three_present": self.three_present,
            "unknown": list(self.unknown),
        }

    @property
    def text(self) -> Text:
        """The brackets in words."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        first, last = self.law.middle.value
        words = Text(
            "dưới {first} tuổi: {}; từ {first} đến {last} tuổi: {}; trên {last} tuổi: {}",
            "under {first}: {}; {first} to {last}: {}; over {last}: {}",
        ).within(lang)
        said = words.format(*self.counts, first=first, last=last)
        if not self.unknown:
            return said
        unknown = Text("chưa rõ tuổi", "age not known").within(lang)
        return f"{said}; {unknown}: {', '.join(self.unknown)}"


def brackets_of(born: Mapping[str, date | None], as_of: date, law: AgeLaw) -> Brackets:
    """Return the age brackets of the people of *born* (name to day of birth, None: not known).

    Ages are full years on *as_of*: who turns forty on that day is forty. Raises `UsageError` for
    nobody, and for a birth after the day.
    """
    if not born:
        raise UsageError("age brackets of nobody")
    ages: dict[str, int | None] = {}
    for name, day in by_name(born).items():
        if day is not None and day > as_of:
            raise UsageError(f"{name} is born on {day}, after {as_of}")
        ages[name] = None if day is None else full_years(day, as_of)
    return Brackets(as_of=as_of, full_years=ages, law=law)
