"""Deadlines in working days, calendar days and months, before or after a day.

The unit is part of the limit (trap TR6): 10 days are not 10 working days. No source fixes whether
the day from which one counts is itself day 1, nor which days are off (trap TR7): both are arguments
without default, and every answer carries them, so that they can be printed beside the day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from itertools import takewhile
from typing import Final

import attrs

from congress_flow._calendar import Calendar, CountAnchor, add_months
from congress_flow._demand import Demand, on_or_before
from congress_flow._sources import Cited, InForce
from congress_flow._text import Text
from congress_flow.errors import UsageError
from congress_flow.reckoning._given import whole

_DAY: Final = timedelta(days=1)


class Unit(Enum):
    """What a limit is counted in."""

    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"

    @property
    def term(self) -> Text:
        """The unit in words."""
        return _UNIT_WORDS[self]


_UNIT_WORDS: Final = {
    Unit.WORKING_DAY: Text("ngày làm việc", "working days"),
    Unit.DAY: Text("ngày", "days"),
    Unit.MONTH: Text("tháng", "months"),
}


class Direction(Enum):
    """Whether a limit runs back from its anchor or on from it."""

    BEFORE = "before"
    AFTER = "after"


def _at_least_one(_: object, attribute: attrs.Attribute[int], value: object) -> None:
    whole(value, attribute.name, least=1)


@attrs.frozen(slots=True, weakref_slot=False)
class Limit:
    """A length of time: a whole number from 1 up, and its unit."""

    count: int = attrs.field(validator=_at_least_one)
    unit: Unit = attrs.field(validator=attrs.validators.instance_of(Unit))

    @property
    def text(self) -> Text:
        """The limit in words: `25 ngày làm việc`."""
        return Text(f"{self.count} {self.unit.term.vi}", f"{self.count} {self.unit.term.en}")


def working_days(count: int) -> Limit:
    """Return a limit of so many working days (ngày làm việc)."""
    return Limit(count, Unit.WORKING_DAY)


def days(count: int) -> Limit:
    """Return a limit of so many calendar days (ngày)."""
    return Limit(count, Unit.DAY)


def months(count: int) -> Limit:
    """Return a limit of so many months (tháng)."""
    return Limit(count, Unit.MONTH)


@attrs.frozen(slots=True, weakref_slot=False)
class Counting:
    """How days are counted: which are working days, and whether the anchor is day 1. A reading."""

    calendar: Calendar
    anchor: CountAnchor

    @property
    def text(self) -> Text:
        """The convention in words, to be printed beside every computed day."""
        words, title = self.anchor_text, self.calendar.title
        return Text(f"{words.vi}; {title.vi}", f"{words.en}; {title.en}")

    @property
    def anchor_text(self) -> Text:
        """The convention about the anchor alone: all that there is to calendar days."""
        return self.anchor.term


def _spans(given: Iterable[InForce]) -> tuple[InForce, ...]:
    spans = tuple(given)
    if any(span.since is None or span.until is None for span in spans):
        raise UsageError("a time that does not count must have its first and its last day")
    return spans


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Deadline:
    """A limit that runs from an anchor: `day` is the last day on which the act is in time.

    `tolled` are spans whose days do not count. A suspension is none of them by itself (the limits
    of 2020 stayed where they were, `congress.suspension_moves_deadline`): who holds that one is
    gives it here. Raises `UsageError` for a span without both ends, and `LookupError` where the
    count leaves the days that the calendar knows.
    """

    anchor: date
    limit: Limit
    direction: Direction
    counting: Counting
    tolled: tuple[InForce, ...] = attrs.field(default=(), converter=_spans)

    @property
    def day(self) -> date:
        """The last day, whether or not it is a working day.

        In working days it is the n-th working day from the anchor. A month ends on the same day of
        the month, or on that month's last day; the convention about the anchor does not touch it.
        """
        forward = self.direction is Direction.AFTER
        count = self.limit.count if forward else -self.limit.count
        if self.limit.unit is Unit.WORKING_DAY:
            return self._calendar.shift(self.anchor, count, self.counting.anchor)
        step = _DAY if forward else -_DAY
        if self.limit.unit is Unit.MONTH:
            end = add_months(self.anchor, count)
        else:
            first = 0 if self.counting.anchor is CountAnchor.EXCLUDE else 1
            end = self.anchor + (self.limit.count - first) * step
        return self._past_tolled(end, step)

    @property
    def working_day(self) -> date:
        """The last day, moved on to a working day (back, for a limit *before* the anchor)."""
        step = _DAY if self.direction is Direction.AFTER else -_DAY
        day = self.day
        while not self.counting.calendar.is_working(day):
            day += step
        return day

    def met(self, act: date | None) -> bool | None:
        """Return whether *act* is on or before the last day; None if its day is not known."""
        return None if act is None else act <= self.day

    def demand(self, act: date | None, *, about: str = "", what: Text | None = None) -> Demand:
        """Return the demand that *act* be on or before the last day."""
        return on_or_before(act, self.day, about=about, what=what)

    @property
    def _calendar(self) -> Calendar:
        calendar = self.counting.calendar
        if not self.tolled:
            return calendar
        out = {day for span in self.tolled for day in _each(span)}
        return attrs.evolve(
            calendar, days_off=calendar.days_off | out, worked=calendar.worked - out
        )

    def _past_tolled(self, end: date, step: timedelta) -> date:
        """Return *end* moved on by the tolled days on the way, those met while moving included."""
        if not self.tolled:
            return end
        day, left = self.anchor, abs((end - self.anchor).days)
        inclusive = self.limit.unit is Unit.DAY and self.counting.anchor is CountAnchor.INCLUDE
        if inclusive and self._is_tolled(day):
            left += 1  # day 1 is the first day that counts
        while left:
            day += step
            left -= not self._is_tolled(day)
        return day

    def _is_tolled(self, day: date) -> bool:
        return any(day in span for span in self.tolled)


def _each(span: InForce) -> Iterable[date]:
    """Yield the days of a span that has both ends."""
    first = span.since or date.min
    every = (first + timedelta(days=number) for number in range((date.max - first).days))
    return takewhile(span.__contains__, every)


@attrs.frozen(slots=True, weakref_slot=False)
class Elapsed:
    """The days from one day to a later one: working days by either convention, and calendar days.

    `first_counted` counts the first day and not the last, `last_counted` the last and not the
    first. Raises `UsageError` where *last* is before *first*.
    """

    first: date
    last: date
    calendar: Calendar

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise UsageError(f"days are counted forwards: {self.first} … {self.last}")

    @property
    def first_counted(self) -> int:
        """Working days, the first day counted and the last not."""
        if self.first == self.last:
            return 0
        # between() leaves out the earlier of its days: begun a day early it leaves out the last.
        return self.calendar.between(self.first - _DAY, self.last - _DAY, CountAnchor.EXCLUDE)

    @property
    def last_counted(self) -> int:
        """Working days, the last day counted and the first not."""
        return self.calendar.between(self.first, self.last, CountAnchor.EXCLUDE)

    @property
    def calendar_days(self) -> int:
        """Calendar days from one to the other."""
        return (self.last - self.first).days


class Timeliness(Enum):
    """Where an act stands to its last day, on a given day."""

    DONE = "done"
    LATE = "late"
    RUNNING = "running"
    MISSED = "missed"

    @property
    def term(self) -> Text:
        """The timeliness in words."""
        return _TIMELINESS_WORDS[self]


_TIMELINESS_WORDS: Final = {
    Timeliness.DONE: Text("đúng hạn", "done in time"),
    Timeliness.LATE: Text("muộn", "done late"),
    Timeliness.RUNNING: Text("còn hạn", "not yet due"),
    Timeliness.MISSED: Text("quá hạn, chưa làm", "missed"),
}


def timeliness(last_day: date, act: date | None, as_of: date) -> Timeliness:
    """Return how it stands on *as_of* with an act due on *last_day*; None: not done by then."""
    if act is None or act > as_of:
        return Timeliness.RUNNING if as_of <= last_day else Timeliness.MISSED
    return Timeliness.DONE if act <= last_day else Timeliness.LATE


def last_day(named: date, *, before_is_exclusive: bool) -> date:
    """Return the last day that "trước ngày" (before the day) leaves.

    Whether the named day itself still counts is open (`deadline.before_is_exclusive`).
    """
    return named - _DAY if before_is_exclusive else named


def effective(limits: Iterable[Cited[date]]) -> Cited[date]:
    """Return the earliest of the last days that bind a unit: a lower level may be stricter (TR26).

    A local figure binds its own territory only; which limits bind the unit is for the caller to
    know. Raises `UsageError` where there is none.
    """
    found = tuple(limits)
    if not found:
        raise UsageError("no limit binds: there is no effective deadline")
    return min(found, key=lambda limit: limit.value)
