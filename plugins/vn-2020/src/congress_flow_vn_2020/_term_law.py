"""The figures of a term, asked through the readings of the book that asks.

The rules on the days of a congress are the same from term to term; what they ask by is not. The
book of a later term registers a law of its own for its readings, and takes the rules over.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import singledispatch
from typing import Protocol

from congress_flow import Cited, Level
from congress_flow.errors import UsageError
from congress_flow_vn_2020 import congress_tables as t
from congress_flow_vn_2020.readings import Days, Readings2020


class TermLaw(Protocol):
    """What one term says of the days of a congress. None: nothing for that level on that day."""

    def window(self, day: date, level: Level) -> Cited[t.Window] | None:
        """Return the days on which congresses of *level* are held."""
        ...

    def length(self, day: date, level: Level) -> Cited[int] | None:
        """Return how many days a congress of *level* lasts at the most."""
        ...

    def preparatory(self, day: date, level: Level) -> Cited[Fraction] | None:
        """Return how many days its preparatory session lasts at the most."""
        ...

    def minutes(self, day: date) -> Cited[Days] | None:
        """Return the limit for sending the election minutes after the closing."""
        ...


@singledispatch
def term_law(readings: object) -> TermLaw:
    """Return the law of the term that *readings* belong to."""
    raise UsageError(f"no law is known for {type(readings).__name__}")


class _Law2020:
    """The tables of the terms 2015–2020 and 2020–2025."""

    def window(self, day: date, level: Level) -> Cited[t.Window] | None:
        return t.WINDOW.on(day, level)

    def length(self, day: date, level: Level) -> Cited[int] | None:
        return t.LENGTH.on(day, level)

    def preparatory(self, day: date, level: Level) -> Cited[Fraction] | None:
        return t.PREPARATORY_SESSION.on(day, level)

    def minutes(self, day: date) -> Cited[Days] | None:
        return t.REPORT_MINUTES.on(day)


@term_law.register
def _of_2020(readings: Readings2020) -> TermLaw:
    del readings
    return _Law2020()
