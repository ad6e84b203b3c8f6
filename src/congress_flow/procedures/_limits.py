"""Last days that a superior's plan sets for a unit, besides those of the centre."""

from __future__ import annotations

from datetime import date

import attrs


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class LocalLimit:
    """The last day for a congress by a plan or letter (`document`) of a superior.

    `before` is whether the text says *before* the day (trước ngày); else the day itself counts.
    A local limit may only be stricter than the centre's: the earliest of all binds.
    """

    day: date
    document: str
    before: bool
