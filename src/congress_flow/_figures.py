"""How figures are printed. Printing only: nothing is ever compared in printed form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Final, Protocol, cast

from congress_flow._text import Lang, Text, nfc


class Named(Protocol):
    """What has a name for programs and a term for readers, as a stage of a procedure has."""

    @property
    def name(self) -> str:
        """The name for programs."""
        ...

    @property
    def term(self) -> Text:
        """The name for readers."""
        ...


Name = Enum | Named
Figure = (
    int
    | Fraction
    | date
    | str
    | bool
    | Name
    | tuple[str, ...]
    | tuple[Enum, ...]
    | tuple[Named, ...]
    | list[str]
)

PlainFigure = int | Fraction | date | str | bool | tuple[str, ...]
"""A figure as it is compared and kept: names are text, a list is a tuple."""

Terms = tuple[tuple[str, Text], ...]
"""The words for readers of those figures that are names: each name once, with its term."""

_PLAIN: Final = frozenset({int, str, bool, date, Fraction, type(None)})


def percent(
    part: int | Fraction, of: int | Fraction, lang: Lang = "vi", *, rounded: bool = False
) -> str:
    """Return part/of as a percentage with two decimals, truncated: 5/35 is `14,28`.

    The Party's own example (03-HD/TW of 2020) prints 14.2857… % as 14,28. With *rounded* the last
    decimal is rounded, half up (away from zero). The Vietnamese form has a decimal comma, the
    English one a point; neither has a sign for percent.
    """
    exact = Fraction(part) / Fraction(of) * 10_000
    if rounded:
        exact += Fraction(1, 2) if exact >= 0 else Fraction(-1, 2)
    hundredths = exact.__trunc__()
    whole, rest = divmod(abs(hundredths), 100)
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{whole}{',' if lang == 'vi' else '.'}{rest:02d}"


def plain_value(figure: Figure | float | None) -> PlainFigure | None:
    """Return the name of what has one (of an enumeration's member its value), else the figure.

    Text is brought to NFC: what looks alike to a reader is alike.

    Raises `TypeError` for a float, which would make a comparison inexact, and for what is none of
    the figures.
    """
    if type(figure) in _PLAIN:
        return nfc(figure) if isinstance(figure, str) else cast("PlainFigure | None", figure)
    if isinstance(figure, tuple | list):
        return tuple(map(plain_name, figure))
    if isinstance(figure, float):
        msg = f"{figure}: figures are whole numbers or fractions, never floats"
        raise TypeError(msg)
    if isinstance(figure, Enum):
        return cast("PlainFigure", figure.value)
    name = getattr(figure, "name", None)
    if isinstance(name, str):
        return nfc(name)
    raise TypeError(f"{figure!r} is no figure: a number, a day, words, yes or no, a name or a list")


def plain_name(named: str | Name) -> str:
    """Return the name for programs: a stage's name, the value of an enumeration's member."""
    if isinstance(named, Enum):
        return nfc(str(named.value))
    return nfc(named if isinstance(named, str) else named.name)


def terms_of(figures: Iterable[Figure | None]) -> Terms:
    """Return the words for readers of all names among *figures* that have a term."""
    found: dict[str, Text] = {}
    for figure in figures:
        if type(figure) in _PLAIN:
            continue
        for each in figure if isinstance(figure, tuple | list) else (figure,):
            term = getattr(each, "term", None)
            if isinstance(term, Text):
                found[plain_name(cast("Name", each))] = term
    return tuple(found.items())


def shown(figure: Figure | None, lang: Lang = "vi", terms: Terms = ()) -> str:
    """Return *figure* as it is printed for a reader of *lang*; None is a fact not known.

    What has a term is printed by it; *terms* are those of figures that are plain names already.
    """
    if figure is None:
        return "chưa rõ" if lang == "vi" else "unknown"
    if isinstance(figure, bool):
        return ("có" if figure else "không") if lang == "vi" else ("yes" if figure else "no")
    if isinstance(figure, int | Fraction):
        return str(figure)
    if isinstance(figure, date):
        return figure.strftime("%d/%m/%Y") if lang == "vi" else figure.isoformat()
    words = dict(terms or terms_of((figure,)))
    if isinstance(figure, tuple | list):
        said = ", ".join(_said(plain_name(each), words, lang) for each in figure)
        return said or ("không có" if lang == "vi" else "none")
    return _said(plain_name(figure), words, lang)


def _said(name: str, words: Mapping[str, Text], lang: Lang) -> str:
    return words[name].within(lang) if name in words else name


def plain(figure: Figure | None) -> int | str | bool | list[str] | None:
    """Return *figure* as JSON holds it: days in ISO form, fractions as `"2/11"`, names as text."""
    found = plain_value(figure)
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, Fraction):
        return f"{found.numerator}/{found.denominator}"
    return list(found) if isinstance(found, tuple) else found
