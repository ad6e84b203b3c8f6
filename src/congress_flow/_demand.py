"""Comparisons that explain themselves, and the objections a rule may raise.

A `Demand` is what a rule asks: a value against a limit. It knows its figures and whether it is met;
`None` anywhere means *not known*, and then it is neither met nor breached. All arithmetic is exact:
integers, fractions and days, never floats, never rounded percentages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final

import attrs

from congress_flow._figures import Figure, percent, plain, shown
from congress_flow._text import Lang, Text

HALF: Final = Fraction(1, 2)
TWO_THIRDS: Final = Fraction(2, 3)


class Op(Enum):
    """How a value is held against a limit."""

    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EQUALS = "equals"
    DIFFERS = "differs"
    ONE_OF = "one_of"
    NONE_OF = "none_of"
    NOT_BEFORE = "not_before"
    NOT_AFTER = "not_after"
    BEFORE = "before"
    AFTER = "after"
    GIVEN = "given"


_WORDS: Final = {
    Op.MORE_THAN: Text("phải nhiều hơn", "must be more than"),
    Op.AT_LEAST: Text("phải từ … trở lên", "must be at least"),
    Op.AT_MOST: Text("không được quá", "must be at most"),
    Op.LESS_THAN: Text("phải ít hơn", "must be less than"),
    Op.EQUALS: Text("phải là", "must be"),
    Op.DIFFERS: Text("không được là", "must not be"),
    Op.ONE_OF: Text("phải thuộc", "must be among"),
    Op.NONE_OF: Text("không được thuộc", "must not be among"),
    Op.NOT_BEFORE: Text("không sớm hơn", "must not be before"),
    Op.NOT_AFTER: Text("chậm nhất là", "must be on or before"),
    Op.BEFORE: Text("phải trước", "must be before"),
    Op.AFTER: Text("phải sau", "must be after"),
    Op.GIVEN: Text("phải có", "must be given"),
}


_AT_THE_LEAST: Final = Text("ít nhất", "at least")
_AT_THE_MOST: Final = Text("nhiều nhất", "at most")
_BOUND: Final = {
    Op.MORE_THAN: _AT_THE_LEAST,
    Op.AT_LEAST: _AT_THE_LEAST,
    Op.AT_MOST: _AT_THE_MOST,
    Op.LESS_THAN: _AT_THE_MOST,
}


@attrs.frozen(slots=True, weakref_slot=False)
class Demand:
    """One comparison, with everything that is needed to explain it.

    `value` is what was found, `limit` what it is held against; for a share, `of` is the base and
    `limit` the fraction of it. `about` names the person or paper concerned, `what` the thing
    measured, `unit` its unit. Make one with the functions of this module, which take no wrong
    combination.
    """

    op: Op
    value: Figure | None
    limit: Figure | None
    of: int | None = None
    share: bool = False
    about: str = ""
    what: Text | None = None
    unit: Text | None = None

    @property
    def met(self) -> bool | None:
        """True if kept, False if not, None if it cannot be judged because a fact is not known."""
        value, limit = self.value, self.limit
        if self.share:
            return self._share_met()
        if value is None or limit is None:
            return None
        return _CHECKS[self.op](value, limit)

    def _share_met(self) -> bool | None:
        value, of, share = self.value, self.of, self.limit
        if value is None or of is None:
            return None
        assert isinstance(value, int)  # noqa: S101 - the constructors below see to it
        assert isinstance(share, Fraction)  # noqa: S101
        return _CHECKS[self.op](value * share.denominator, of * share.numerator)

    @property
    def least(self) -> int | None:
        """For a share: the whole number that is just enough (or, for *at most*, just allowed)."""
        if not self.share or self.of is None or not isinstance(self.limit, Fraction):
            return None
        exact = self.of * self.limit
        if self.op is Op.MORE_THAN:
            return exact.__floor__() + 1
        if self.op is Op.AT_LEAST:
            return exact.__ceil__()
        if self.op is Op.LESS_THAN:
            return exact.__ceil__() - 1
        return exact.__floor__()

    @property
    def missing(self) -> bool:
        """Whether a fact that the comparison needs is not known."""
        return self.met is None

    @property
    def figures(self) -> dict[str, int | str | bool | list[str] | None]:
        """The figures as JSON holds them: `op`, `value`, `limit`, and where they apply the rest."""
        found: dict[str, int | str | bool | list[str] | None] = {
            "op": self.op.value,
            "value": plain(self.value),
            "limit": plain(self.limit),
        }
        if self.about:
            found["about"] = self.about
        if self.share:
            found["of"] = self.of
            found["least"] = self.least
            if isinstance(self.value, int) and self.of:
                found["percent"] = percent(self.value, self.of)
        if self.unit is not None:
            found["unit"] = self.unit.en
        return found

    @property
    def text(self) -> Text:
        """The comparison in words, in both languages."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        head = ": ".join(
            part
            for part in (self.about, self.what.within(lang) if self.what else "")
            if part
        )
        found = shown(self.value, lang)
        unit = f" {self.unit.within(lang)}" if self.unit else ""
        if self.share:
            tail = self._share_in(lang, found, unit)
        elif self.op is Op.GIVEN:
            lacking = Text("chưa có", "not given") if self.met is False else None
            tail = lacking.within(lang) if lacking else found
        else:
            words = _WORDS[self.op].within(lang)
            limit = shown(self.limit, lang) + unit
            asked = words.replace("…", limit) if "…" in words else f"{words} {limit}"
            tail = f"{found}{unit}, {asked}"
        return f"{head}: {tail}" if head else tail

    def _share_in(self, lang: Lang, found: str, unit: str) -> str:
        of = shown(self.of, lang)
        rate = (
            f" ({percent(self.value, self.of, lang)} %)"
            if isinstance(self.value, int) and self.of
            else ""
        )
        words = _WORDS[self.op].within(lang)
        limit = shown(self.limit, lang)
        asked = words.replace("…", limit) if "…" in words else f"{words} {limit}"
        just = "" if self.least is None else f" ({_BOUND[self.op].within(lang)} {self.least}/{of})"
        return f"{found}/{of}{unit}{rate}, {asked}{just}"


def _number(value: object, name: str) -> None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int | Fraction)):
        msg = f"{name} must be a whole number or a fraction, got {value!r}"
        raise TypeError(msg)


def _compare(  # noqa: PLR0913 - one builder behind the small public functions
    op: Op,
    value: int | Fraction | None,
    limit: int | Fraction | None,
    of: int | None,
    share: Fraction | None,
    about: str,
    what: Text | None,
    unit: Text | None,
) -> Demand:
    if share is None:
        _number(value, "value")
        _number(limit, "limit")
        return Demand(op, value, limit, None, False, about, what, unit)  # noqa: FBT003
    if limit is not None or (value is not None and type(value) is not int):
        msg = "a share is taken of a whole number: give `of` and `share`, and no limit"
        raise TypeError(msg)
    return Demand(op, value, share, of, True, about, what, unit)  # noqa: FBT003


def more_than(
    value: int | Fraction | None,
    limit: int | Fraction | None = None,
    *,
    of: int | None = None,
    share: Fraction | None = None,
    about: str = "",
    what: Text | None = None,
    unit: Text | None = None,
) -> Demand:
    """Demand value > limit, or value/of > share."""
    return _compare(Op.MORE_THAN, value, limit, of, share, about, what, unit)


def more_than_half(
    value: int | None,
    *,
    of: int | None,
    about: str = "",
    what: Text | None = None,
    unit: Text | None = None,
) -> Demand:
    """Demand 2·value > of: exactly half never suffices."""
    return _compare(Op.MORE_THAN, value, None, of, HALF, about, what, unit)


def at_least(
    value: int | Fraction | None,
    limit: int | Fraction | None = None,
    *,
    of: int | None = None,
    share: Fraction | None = None,
    about: str = "",
    what: Text | None = None,
    unit: Text | None = None,
) -> Demand:
    """Demand value ≥ limit, or value/of ≥ share."""
    return _compare(Op.AT_LEAST, value, limit, of, share, about, what, unit)


def at_most(
    value: int | Fraction | None,
    limit: int | Fraction | None = None,
    *,
    of: int | None = None,
    share: Fraction | None = None,
    about: str = "",
    what: Text | None = None,
    unit: Text | None = None,
) -> Demand:
    """Demand value ≤ limit, or value/of ≤ share."""
    return _compare(Op.AT_MOST, value, limit, of, share, about, what, unit)


def less_than(
    value: int | Fraction | None,
    limit: int | Fraction | None = None,
    *,
    of: int | None = None,
    share: Fraction | None = None,
    about: str = "",
    what: Text | None = None,
    unit: Text | None = None,
) -> Demand:
    """Demand value < limit, or value/of < share."""
    return _compare(Op.LESS_THAN, value, limit, of, share, about, what, unit)


def equals(
    value: Figure | None, limit: Figure | None, *, about: str = "", what: Text | None = None
) -> Demand:
    """Demand that value is the limit."""
    return Demand(Op.EQUALS, value, limit, about=about, what=what)


def differs(
    value: Figure | None, limit: Figure | None, *, about: str = "", what: Text | None = None
) -> Demand:
    """Demand that value is not the limit."""
    return Demand(Op.DIFFERS, value, limit, about=about, what=what)


def holds(fact: bool | None, *, about: str = "", what: Text | None = None) -> Demand:  # noqa: FBT001
    """Demand that a yes-or-no fact is yes."""
    return Demand(Op.EQUALS, fact, True, about=about, what=what)  # noqa: FBT003


def fails(fact: bool | None, *, about: str = "", what: Text | None = None) -> Demand:  # noqa: FBT001
    """Demand that a yes-or-no fact is no."""
    return Demand(Op.EQUALS, fact, False, about=about, what=what)  # noqa: FBT003


def given(fact: Figure | None, *, about: str = "", what: Text | None = None) -> Demand:
    """Demand that something is written down: a text or list that is not empty.

    `None` (not known) is a gap; an empty text or list (*none*) is a breach.
    """
    return Demand(Op.GIVEN, fact, "", about=about, what=what)


def one_of(
    value: str | Enum | None,
    allowed: Iterable[str | Enum],
    *,
    about: str = "",
    what: Text | None = None,
) -> Demand:
    """Demand that value is among *allowed*."""
    names = tuple(sorted(str(shown(each)) for each in allowed))
    found = None if value is None else shown(value)
    return Demand(Op.ONE_OF, found, names, about=about, what=what)


def none_of(
    value: str | Enum | None,
    barred: Iterable[str | Enum],
    *,
    about: str = "",
    what: Text | None = None,
) -> Demand:
    """Demand that value is not among *barred*."""
    names = tuple(sorted(str(shown(each)) for each in barred))
    found = None if value is None else shown(value)
    return Demand(Op.NONE_OF, found, names, about=about, what=what)


def on_or_before(
    day: date | None, limit: date | None, *, about: str = "", what: Text | None = None
) -> Demand:
    """Demand day ≤ limit."""
    return Demand(Op.NOT_AFTER, day, limit, about=about, what=what)


def on_or_after(
    day: date | None, limit: date | None, *, about: str = "", what: Text | None = None
) -> Demand:
    """Demand day ≥ limit."""
    return Demand(Op.NOT_BEFORE, day, limit, about=about, what=what)


def before(
    day: date | None, limit: date | None, *, about: str = "", what: Text | None = None
) -> Demand:
    """Demand day < limit."""
    return Demand(Op.BEFORE, day, limit, about=about, what=what)


def after(
    day: date | None, limit: date | None, *, about: str = "", what: Text | None = None
) -> Demand:
    """Demand day > limit."""
    return Demand(Op.AFTER, day, limit, about=about, what=what)


_CHECKS: Final = {
    Op.MORE_THAN: lambda value, limit: value > limit,
    Op.AT_LEAST: lambda value, limit: value >= limit,
    Op.AT_MOST: lambda value, limit: value <= limit,
    Op.LESS_THAN: lambda value, limit: value < limit,
    Op.EQUALS: lambda value, limit: value == limit,
    Op.DIFFERS: lambda value, limit: value != limit,
    Op.ONE_OF: lambda value, limit: value in limit,
    Op.NONE_OF: lambda value, limit: value not in limit,
    Op.NOT_BEFORE: lambda value, limit: value >= limit,
    Op.NOT_AFTER: lambda value, limit: value <= limit,
    Op.BEFORE: lambda value, limit: value < limit,
    Op.AFTER: lambda value, limit: value > limit,
    Op.GIVEN: lambda value, limit: value is not False and value not in {"", ()},  # noqa: ARG005
}



@attrs.frozen(slots=True, weakref_slot=False)
class Breach:
    """An objection: something is not kept. Refuses the step, unless its rule only warns."""

    text: Text
    figures: Mapping[str, Figure | None] = attrs.field(factory=dict, hash=False)
    sources: tuple[str, ...] = ()


@attrs.frozen(slots=True, weakref_slot=False)
class Gap:
    """An objection: it cannot be judged because a fact is missing. Refuses the step."""

    text: Text
    figures: Mapping[str, Figure | None] = attrs.field(factory=dict, hash=False)
    sources: tuple[str, ...] = ()


@attrs.frozen(slots=True, weakref_slot=False)
class Caution:
    """A remark: look at this. Never refuses; `explained` is the recorded explanation, if any."""

    text: Text
    figures: Mapping[str, Figure | None] = attrs.field(factory=dict, hash=False)
    sources: tuple[str, ...] = ()
    explained: str = ""


Objection = Breach | Gap | Caution
