"""The functions with which a rule asks. `None` is a fact not known, and then a demand is a gap."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Final, cast

from congress_flow._demand._comparison import Demand
from congress_flow._demand._ops import Op
from congress_flow._figures import (
    Figure,
    Name,
    PlainFigure,
    Terms,
    plain_name,
    plain_value,
    terms_of,
)
from congress_flow._text import Text, nfc

HALF: Final = Fraction(1, 2)
TWO_THIRDS: Final = Fraction(2, 3)
_YES: Final = True
_NO: Final = False
_YES_OR_NO: Final = frozenset({bool, type(None)})
_ODD_FACT: Final = "a yes-or-no fact is True, False or None, not {!r}"
_SHARE: Final = (
    "a share is of one whole number in another: give `of`, `share` as a fraction, and no limit"
)


def _made(  # noqa: PLR0917 - what a demand is made of
    op: Op,
    value: PlainFigure | None,
    limit: PlainFigure | None,
    about: str | Name,
    what: Text | None,
    unit: Text | None = None,
    of: int | None = None,
    share: bool = _NO,  # noqa: FBT001
    terms: Terms = (),
) -> Demand:
    """Return the demand; what has a name for programs stands in it by that name and its term.

    The functions asked at nearly every step go round it where a demand is about nobody: with nine
    arguments to hand on, the call is a tenth of a judgement.
    """
    if isinstance(about, str):
        return Demand(op, value, limit, about and nfc(about), what, unit, of, share, terms)
    words = (*terms, *terms_of((about,)))
    return Demand(op, value, limit, plain_name(about), what, unit, of, share, words)


def _number(value: object, name: str) -> None:
    if value is not None and type(value) is not int and not isinstance(value, Fraction):
        msg = f"{name} must be a whole number or a fraction, got {value!r}"
        raise TypeError(msg)


def _compare(  # noqa: PLR0917 - one builder behind the small public functions
    op: Op,
    value: int | Fraction | None,
    limit: int | Fraction | None,
    of: int | None,
    share: Fraction | None,
    about: str | Name,
    what: Text | None,
    unit: Text | None,
) -> Demand:
    if share is None:
        if of is not None:
            raise TypeError(_SHARE)
        _number(value, "value")
        _number(limit, "limit")
        if not about:
            return Demand(op, value, limit, "", what, unit)
        return _made(op, value, limit, about, what, unit)
    if (
        limit is not None
        or type(share) is not Fraction
        or (type(value) is not int and value is not None)
        or (type(of) is not int and of is not None)
    ):
        raise TypeError(_SHARE)
    if not about:
        return Demand(op, value, share, "", what, unit, of, _YES)
    return _made(op, value, share, about, what, unit, of, _YES)


def more_than(
    value: int | Fraction | None,
    limit: int | Fraction | None = None,
    *,
    of: int | None = None,
    share: Fraction | None = None,
    about: str | Name = "",
    what: Text | None = None,
    unit: Text | None = None,
) -> Demand:
    """Demand value > limit, or value/of > share."""
    return _compare(Op.MORE_THAN, value, limit, of, share, about, what, unit)


def more_than_half(
    value: int | None,
    *,
    of: int | None,
    about: str | Name = "",
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
    about: str | Name = "",
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
    about: str | Name = "",
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
    about: str | Name = "",
    what: Text | None = None,
    unit: Text | None = None,
) -> Demand:
    """Demand value < limit, or value/of < share."""
    return _compare(Op.LESS_THAN, value, limit, of, share, about, what, unit)


# An actor is asked for at nearly every step, and there are few: their names are worked out once.
_name = cast("Callable[[str | Name], str]", functools.lru_cache(maxsize=1024)(plain_name))


@functools.lru_cache(maxsize=1024)
def _names(values: tuple[str | Name, ...]) -> tuple[tuple[str, ...], Terms]:
    """Return the names in order, and their terms; the same few come again at every judgement."""
    return tuple(sorted(map(plain_name, values))), terms_of(values)


def equals(
    value: Figure | None, limit: Figure | None, *, about: str | Name = "", what: Text | None = None
) -> Demand:
    """Demand that value is the limit."""
    return _alike(Op.EQUALS, value, limit, about, what)


def differs(
    value: Figure | None, limit: Figure | None, *, about: str | Name = "", what: Text | None = None
) -> Demand:
    """Demand that value is not the limit."""
    return _alike(Op.DIFFERS, value, limit, about, what)


def _alike(
    op: Op, value: Figure | None, limit: Figure | None, about: str | Name, what: Text | None
) -> Demand:
    terms = terms_of((value, limit))
    found, wanted = plain_value(value), plain_value(limit)
    if (
        found is not None
        and wanted is not None
        and (type(found) is bool) is not (type(wanted) is bool)
    ):  # else True would be 1
        raise TypeError(f"yes or no is held against yes or no, not {found!r} against {wanted!r}")
    return _made(op, found, wanted, about, what, terms=terms)


def holds(fact: bool | None, *, about: str | Name = "", what: Text | None = None) -> Demand:  # noqa: FBT001
    """Demand that a yes-or-no fact is yes."""
    if type(fact) not in _YES_OR_NO:
        raise TypeError(_ODD_FACT.format(fact))
    if not about:
        return Demand(Op.EQUALS, fact, _YES, "", what)
    return _made(Op.EQUALS, fact, _YES, about, what)


def fails(fact: bool | None, *, about: str | Name = "", what: Text | None = None) -> Demand:  # noqa: FBT001
    """Demand that a yes-or-no fact is no."""
    if type(fact) not in _YES_OR_NO:
        raise TypeError(_ODD_FACT.format(fact))
    return _made(Op.EQUALS, fact, _NO, about, what)


def given(fact: Figure | None, *, about: str | Name = "", what: Text | None = None) -> Demand:
    """Demand that something is written down: a text or list that is not empty.

    `None` (not known) is a gap; an empty text or list (*none*) is a breach.
    """
    terms = terms_of((fact,))
    return _made(Op.GIVEN, plain_value(fact), "", about, what, terms=terms)


def one_of(
    value: str | Name | None,
    allowed: Iterable[str | Name],
    *,
    about: str | Name = "",
    what: Text | None = None,
) -> Demand:
    """Demand that value is among *allowed*."""
    return _among(Op.ONE_OF, value, allowed, about, what)


def none_of(
    value: str | Name | None,
    barred: Iterable[str | Name],
    *,
    about: str | Name = "",
    what: Text | None = None,
) -> Demand:
    """Demand that value is not among *barred*."""
    return _among(Op.NONE_OF, value, barred, about, what)


def _among(
    op: Op,
    value: str | Name | None,
    listed: Iterable[str | Name],
    about: str | Name,
    what: Text | None,
) -> Demand:
    if isinstance(listed, str):  # its letters are no list
        raise TypeError(f"a list of names is asked for, not {listed!r}")
    found = None if value is None else _name(value)
    names, terms = _names(tuple(listed))
    if found not in names:
        terms = (*terms, *terms_of((value,)))
    if not about:
        return Demand(op, found, names, "", what, terms=terms)
    return _made(op, found, names, about, what, terms=terms)


def on_or_before(
    day: date | None, limit: date | None, *, about: str | Name = "", what: Text | None = None
) -> Demand:
    """Demand day ≤ limit."""
    return _made(Op.NOT_AFTER, day, limit, about, what)


def on_or_after(
    day: date | None, limit: date | None, *, about: str | Name = "", what: Text | None = None
) -> Demand:
    """Demand day ≥ limit."""
    return _made(Op.NOT_BEFORE, day, limit, about, what)


def before(
    day: date | None, limit: date | None, *, about: str | Name = "", what: Text | None = None
) -> Demand:
    """Demand day < limit."""
    return _made(Op.BEFORE, day, limit, about, what)


def after(
    day: date | None, limit: date | None, *, about: str | Name = "", what: Text | None = None
) -> Demand:
    """Demand day > limit."""
    return _made(Op.AFTER, day, limit, about, what)
