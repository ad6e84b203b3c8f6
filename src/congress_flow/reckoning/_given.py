"""What the functions of this package take: whole numbers, shares and names, or a `UsageError`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import TypeVar

import attrs

from congress_flow._text import nfc
from congress_flow.errors import UsageError

V = TypeVar("V")


def whole(value: object, name: str, least: int = 0) -> None:
    """Raise `UsageError` unless *value* is a whole number from *least* up."""
    if type(value) is not int or value < least:
        raise UsageError(f"{name} must be a whole number from {least} up, got {value!r}")


def whole_or_unknown(value: object, name: str) -> None:
    """Raise `UsageError` unless *value* is a whole number from 0 up, or None (not known)."""
    if value is not None:
        whole(value, name)


def a_whole(_: object, attribute: attrs.Attribute[int], value: object) -> None:
    """Validate an attrs field that holds a whole number from 0 up."""
    whole(value, attribute.name)


def a_count(_: object, attribute: attrs.Attribute[int | None], value: object) -> None:
    """Validate an attrs field that holds a whole number from 0 up, or None."""
    whole_or_unknown(value, attribute.name)


def instance(kind: type, value: object) -> None:
    """Raise `UsageError` unless *value* is a *kind*."""
    if not isinstance(value, kind):
        raise UsageError(f"a {kind.__name__} is wanted, got {value!r}")


def an_enum(kind: type[Enum], value: object, name: str) -> None:
    """Raise `UsageError` unless *value* is a member of *kind*."""
    if not isinstance(value, kind):
        raise UsageError(f"{name} must be a {kind.__name__}, got {value!r}")


def name_of(value: object) -> str:
    """Return a name in NFC. Raises `UsageError` where it is no text or says nothing."""
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"a name must be a text that is not empty, got {value!r}")
    return nfc(value)


def names_of(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names in NFC, in their order. Raises `UsageError` where two are the same."""
    if isinstance(values, str):
        raise UsageError(f"a list of names is wanted, not one text: {values!r}")
    names = tuple(name_of(value) for value in values)
    if len(set(names)) < len(names):
        raise UsageError(f"a name stands twice in {names}: tell the two people apart")
    return names


def by_name(table: Mapping[str, V]) -> dict[str, V]:
    """Return a table with its names in NFC. Raises `UsageError` where two are the same."""
    return dict(zip(names_of(table), table.values(), strict=True))
