"""How figures are printed. Printing only: nothing is ever compared in printed form."""

from __future__ import annotations

from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from congress_flow._text import Lang

Figure = int | Fraction | date | str | bool | Enum | tuple[str, ...] | list[str]


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


def plain_value(figure: Figure | float | None) -> Figure | None:
    """Return the value of an enumeration's member, and any other figure as it is.

    Raises `TypeError` for a float, which would make a comparison inexact.
    """
    if isinstance(figure, float):
        msg = f"{figure}: figures are whole numbers or fractions, never floats"
        raise TypeError(msg)
    return figure.value if isinstance(figure, Enum) else figure


def shown(figure: Figure | None, lang: Lang = "vi") -> str:
    """Return *figure* as it is printed for a reader of *lang*; None is a fact not known."""
    if figure is None:
        return "chưa rõ" if lang == "vi" else "unknown"
    if isinstance(figure, bool):
        return ("có" if figure else "không") if lang == "vi" else ("yes" if figure else "no")
    if isinstance(figure, Enum):
        return shown(figure.value, lang)
    if isinstance(figure, date):
        return figure.strftime("%d/%m/%Y") if lang == "vi" else figure.isoformat()
    if isinstance(figure, tuple | list):
        return ", ".join(figure) if figure else ("không có" if lang == "vi" else "none")
    return str(figure)


def plain(figure: Figure | None) -> int | str | bool | list[str] | None:
    """Return *figure* as JSON holds it: days in ISO form, fractions as `"2/11"`."""
    if figure is None or isinstance(figure, bool | int | str):
        return figure
    if isinstance(figure, Enum):
        return str(figure.value)
    if isinstance(figure, date):
        return figure.isoformat()
    if isinstance(figure, Fraction):
        return f"{figure.numerator}/{figure.denominator}"
    return list(figure)
