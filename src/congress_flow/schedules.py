"""Schedules: what falls due when, and what is late, by the duties of a shelf for given cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Final

import attrs

from congress_flow._case import Beside, Case
from congress_flow._duties import Duty, Outlook
from congress_flow._shelf import Shelf
from congress_flow._text import Text
from congress_flow.errors import Problem
from congress_flow.reckoning.dues import Bearing, Due, DueStatus

_DAY: Final = timedelta(days=1)
_NOT_KEPT: Final = frozenset({DueStatus.LATE, DueStatus.EARLY})


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Scheduled:
    """Something due, by the duty that says so.

    Of all that sets a day for the same thing the strictest is `effective` (the earliest last day,
    the latest first day); the others stand beside it and are never overdue.
    """

    duty: Duty
    due: Due
    as_of: date
    effective: bool = True

    @property
    def day(self) -> date | None:
        """The last (or first) day, None where it cannot be told."""
        return self.due.day

    @property
    def status(self) -> DueStatus:
        """How it stands on the day asked."""
        return self.due.status(self.as_of)

    @property
    def days_left(self) -> int | None:
        """Calendar days from the day asked to the day; negative when it is past."""
        day = self.day
        return None if day is None else (day - self.as_of).days


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Schedule:
    """Everything that falls due, by day; what has no day stands last.

    `problems` are duties that failed, and plugins that could not be used: what they would have said
    is missing here.
    """

    as_of: date
    rows: tuple[Scheduled, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def overdue(self) -> tuple[Scheduled, ...]:
        """What should have been done by now and was not."""
        return tuple(row for row in self.rows if row.effective and row.status is DueStatus.OVERDUE)

    @property
    def not_kept(self) -> tuple[Scheduled, ...]:
        """What was done late, or too early."""
        return tuple(row for row in self.rows if row.effective and row.status in _NOT_KEPT)


def schedule(shelf: Shelf, cases: Iterable[Case[Any]], as_of: date) -> Schedule:
    """Return what falls due for *cases*, as it stands on *as_of*.

    The law of the day holds: what was done in time is due by the law of the day on which it was
    done, what was not by that of the day on which it fell due, or of *as_of* where that is earlier.
    A duty that raises is a problem of the schedule and leaves the others alone. Raises `UsageError`
    for two cases of one id.
    """
    beside = Beside.holding(cases)
    problems = [*shelf.withheld]
    rows: list[Scheduled] = []
    for duty in shelf.duties():
        try:
            rows += _rows(shelf, duty, beside, as_of)
        except Exception as crash:  # noqa: BLE001 - whatever a duty does, the others are heard
            what = f"{type(crash).__name__}: {crash}"
            problems.append(Problem(duty.id, Text(f"bị lỗi ({what})", f"crashed ({what})")))
    return Schedule(
        as_of=as_of, rows=tuple(sorted(_weighed(rows), key=_order)), problems=tuple(problems)
    )


def _rows(shelf: Shelf, duty: Duty, beside: Beside, as_of: date) -> list[Scheduled]:
    span = shelf.spans[duty.id]
    if span.since is not None and as_of < span.since:
        return []
    on = as_of if span.until is None else min(as_of, span.until - _DAY)
    outlook = Outlook(readings=shelf.readings[duty.book], beside=beside, on=on)
    return [
        Scheduled(duty=duty, due=due, as_of=as_of)
        for due in _dues(duty.function(outlook))
        if _law_day(due, as_of) in span
    ]


def _dues(answers: Iterable[object]) -> Iterator[Due]:
    for each in answers:
        if not isinstance(each, Due):
            msg = f"a duty answers with what is due, not with {each!r}"
            raise TypeError(msg)
        yield each


def _law_day(due: Due, as_of: date) -> date:
    """Return the day whose law the due stands under."""
    return min(day for day in (due.day, due.done, as_of) if day is not None)


def _weighed(rows: list[Scheduled]) -> Iterator[Scheduled]:
    """Yield the rows, those that a stricter day for the same thing makes void marked so."""
    strictest: dict[tuple[object, ...], date] = {}
    for row in rows:
        if row.day is not None:
            key = _thing(row)
            stricter = max if row.due.bearing is Bearing.FROM else min
            strictest[key] = stricter(row.day, strictest.get(key, row.day))
    for row in rows:
        best = strictest.get(_thing(row))
        yield attrs.evolve(row, effective=row.day in {None, best})


def _thing(row: Scheduled) -> tuple[object, ...]:
    due = row.due
    return (row.duty.subject, due.case, due.about, due.bearing)


def _order(row: Scheduled) -> tuple[Any, ...]:
    due = row.due
    return (row.day is None, row.day or date.max, due.case, row.duty.id, due.about, due.source)
