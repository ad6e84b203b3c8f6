"""Parameters of the law: numbers that change with the day and the level, each row cited."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import Generic, TypeVar

import attrs

from congress_flow._sources import ALWAYS, Citation, Citations, Cited, InForce, Level
from congress_flow.errors import DefinitionError

T = TypeVar("T")


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Row(Generic[T]):
    """One value of a parameter: what it is, for which levels (empty: all), when, and by what."""

    value: T
    cites: Citation
    levels: frozenset[Level] = frozenset()
    in_force: InForce = ALWAYS

    def covers(self, day: date, level: Level | None) -> bool:
        """Return whether the row speaks of *level* on *day*."""
        return day in self.in_force and (not self.levels or level in self.levels)


@attrs.frozen(slots=True, weakref_slot=False, eq=False)
class Parameter(Generic[T]):
    """A dated table of cited values, asked *as of* a day.

    Raises `DefinitionError` where two rows speak of the same level on the same day, or where there
    is no row at all.
    """

    id: str
    rows: tuple[Row[T], ...]

    def __attrs_post_init__(self) -> None:
        if not self.rows:
            raise DefinitionError(f"parameter {self.id} has no row")
        for one, other in combinations(self.rows, 2):
            same_level = not one.levels or not other.levels or one.levels & other.levels
            if same_level and (one.in_force & other.in_force) is not None:
                raise DefinitionError(
                    f"parameter {self.id}: two rows overlap: {one.in_force} and {other.in_force}"
                )

    def on(self, day: date, level: Level | None = None) -> Cited[T] | None:
        """Return the value in force for *level* on *day* with its citation; None: no row."""
        for row in self.rows:
            if row.covers(day, level):
                return Cited(row.value, row.cites)
        return None

    def citations_on(self, span: InForce) -> Citations:
        """Return the citations of the rows that speak of a day of *span*.

        Raises `DefinitionError` where none does: what rests on the table would cite nothing.
        """
        found = [row.cites for row in self.rows if (row.in_force & span) is not None]
        if not found:
            raise DefinitionError(f"parameter {self.id} has no row on any day of {span}")
        first, *further = found
        return (first, *further)
