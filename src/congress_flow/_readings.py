"""Readings: the explicit choices where the text of the law is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import attrs

from congress_flow._text import Text


def reading(parameter: str, title: Text) -> Any:  # noqa: ANN401 - as attrs.field
    """Declare a field of a readings class: an explicit choice where the text of the law is open.

    *parameter* is the handbook's id of the open point. The field has no default: whoever uses the
    book chooses. The class also has a field `because`, which holds the reason of each choice.
    """
    return attrs.field(kw_only=True, metadata={"parameter": parameter, "title": title})


@attrs.frozen(slots=True, weakref_slot=False)
class Choice:
    """One reading as it is printed: which point is open, what was chosen, and why."""

    name: str
    parameter: str
    title: Text
    chosen: object
    because: Text | None


def choices(readings: object) -> tuple[Choice, ...]:
    """Return the choices that a readings value holds, in the order of its fields."""
    reasons: Mapping[str, Text] = getattr(readings, "because", {})
    return tuple(
        Choice(
            field.name,
            field.metadata["parameter"],
            field.metadata["title"],
            getattr(readings, field.name),
            reasons.get(field.name),
        )
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(readings)))
        if "parameter" in field.metadata
    )
