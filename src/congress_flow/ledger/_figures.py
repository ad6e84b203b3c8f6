"""Figures as they are recorded: each kind of figure comes back as that kind."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from types import NoneType
from typing import Any, Final, NoReturn, cast

import msgspec

from congress_flow.errors import UsageError
from congress_flow.ledger._canonical import is_mapping, is_row


class DateTag(msgspec.Struct, frozen=True):
    """A day among figures, kept apart from a text that looks like one."""

    date: date


class FractionTag(msgspec.Struct, frozen=True):
    """A fraction among figures, kept apart from a text that looks like one."""

    fraction: str


@functools.lru_cache(maxsize=256)
def _ratio(above: int, below: int) -> FractionTag:
    # The same few shares (a half, two thirds) stand in nearly every record.
    return FractionTag(f"{above}/{below}")


def _tagged_fraction(figure: Fraction) -> FractionTag:
    return _ratio(*figure.as_integer_ratio())


def _tagged_float(figure: float) -> NoReturn:
    raise UsageError(f"{figure}: figures are whole numbers or fractions, never floats")


def _listed(figure: tuple[object, ...]) -> tuple[str, ...]:
    for each in figure:
        if type(each) is not str:
            raise UsageError(f"{figure!r:.200}: a figure of several is one of texts")
    return cast("tuple[str, ...]", figure)


class _Tags(dict[type[Any], "Callable[[Any], Any] | None"]):
    def __missing__(self, kind: type[Any]) -> NoReturn:
        raise UsageError(f"{kind.__name__} is no figure that can be recorded")


# How figures of a type are recorded, or None where they stand for themselves. There are no others:
# a figure that would come back as another one would not be the one that was found.
TAGS: Final = _Tags(
    {
        NoneType: None,
        bool: None,
        date: DateTag,
        float: _tagged_float,
        Fraction: _tagged_fraction,
        int: None,
        str: None,
        tuple: _listed,
    }
)
_UNTAG: Final[Mapping[str, Callable[[str], Any]]] = {
    "date": date.fromisoformat,
    "fraction": Fraction,
}


def tagged(figure: object) -> Any:  # noqa: ANN401 - JSON of any kind
    """Return a figure as it is recorded: days and fractions with a tag that names their kind."""
    tag = TAGS[type(figure)]
    return figure if tag is None else tag(figure)


def untagged(figure: Any) -> Any:  # noqa: ANN401 - JSON of any kind
    """Return the figure of which `tagged` made *figure*."""
    if is_row(figure):
        return tuple(figure)
    if is_mapping(figure):
        ((tag, written),) = figure.items()
        return _UNTAG[tag](written)
    return figure
