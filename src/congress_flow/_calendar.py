"""Days, working days and months. Nothing here reads a clock: a day is always given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import attrs

from congress_flow._text import Text, Worded

_DAY = timedelta(days=1)


class CountAnchor(Worded):
    """Whether the day from which one counts is itself day 1. No source fixes it: a reading."""

    EXCLUDE = "exclude", Text("không tính ngày mốc", "the anchor day is not counted")
    INCLUDE = "include", Text("ngày mốc là ngày thứ nhất", "the anchor day is day 1")


def _as_frozenset(days: Iterable[date]) -> frozenset[date]:
    return frozenset(days)


@attrs.frozen(slots=True, weakref_slot=False, eq=False, kw_only=True)
class Calendar:
    """Which days are working days.

    Saturdays, Sundays and `days_off` are not, unless they stand in `worked`. The calendar is known
    from `first` through `last` (None: no limit); a count that leaves this span raises
    `LookupError`, because a day off that is not known would move every deadline.
    """

    id: str
    title: Text
    days_off: frozenset[date] = attrs.field(converter=_as_frozenset, default=frozenset())
    worked: frozenset[date] = attrs.field(converter=_as_frozenset, default=frozenset())
    first: date | None = None
    last: date | None = None

    def __repr__(self) -> str:
        return f"Calendar({self.id!r})"

    def is_working(self, day: date) -> bool:
        """Return whether *day* is a working day. Raises `LookupError` outside the known span."""
        if (self.first is not None and day < self.first) or (
            self.last is not None and day > self.last
        ):
            msg = f"the calendar {self.id} is known from {self.first} through {self.last}: {day}"
            raise LookupError(msg)
        if day in self.worked:
            return True
        return day.weekday() < 5 and day not in self.days_off  # noqa: PLR2004 - Saturday is 5

    def shift(self, anchor: date, working_days: int, count: CountAnchor) -> date:
        """Return the day that is *working_days* working days after *anchor* (before, if negative).

        With `CountAnchor.EXCLUDE` the day next to the anchor is looked at first; with `INCLUDE`
        the anchor is day 1 if it is a working day. Zero returns the anchor.
        """
        step = _DAY if working_days > 0 else -_DAY
        left = abs(working_days)
        if not left:
            return anchor
        day = anchor if count is CountAnchor.INCLUDE else anchor + step
        while True:
            if self.is_working(day):
                left -= 1
                if not left:
                    return day
            day += step

    def between(self, first: date, last: date, count: CountAnchor) -> int:
        """Return the working days from *first* to *last*, negative if *last* is earlier.

        With `EXCLUDE` the earlier of the two days is not counted, with `INCLUDE` both are.
        """
        if last < first:
            return -self.between(last, first, count)
        day = first if count is CountAnchor.INCLUDE else first + _DAY
        total = 0
        while day <= last:
            total += self.is_working(day)
            day += _DAY
        return total


WEEKENDS = Calendar(id="weekends", title=Text("chỉ trừ thứ Bảy, Chủ nhật", "weekends only"))


def add_months(day: date, months: int) -> date:
    """Return the same day of the month *months* later (earlier), or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _length(year, month + 1)))


def _length(year: int, month: int) -> int:
    # The standard module `calendar` knows it too, but brings the machine's locale with it.
    if month == 2:  # noqa: PLR2004 - February
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def months_between(first: date, last: date) -> int:
    """Return the whole months from the month of *first* to the month of *last*; days ignored."""
    return (last.year - first.year) * 12 + last.month - first.month


def full_years(born: date, day: date) -> int:
    """Return the full years of age on *day*; born on 29 February, a year is full on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@attrs.frozen(slots=True, weakref_slot=False, order=True)
class Month:
    """A month of a year, where the days do not count. Raises `ValueError` for no such month."""

    year: int
    month: int = attrs.field(validator=[attrs.validators.ge(1), attrs.validators.le(12)])

    @classmethod
    def of(cls, day: date) -> Month:
        """Return the month that *day* is in."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Return the month written as `2020-04`. Raises `ValueError` for anything else."""
        year, dash, month = text.partition("-")
        if not dash or len(year) != 4 or len(month) != 2 or not (year + month).isdecimal():  # noqa: PLR2004 - yyyy-mm
            raise ValueError(f"a month is written as 2020-04, got {text!r}")
        return cls(int(year), int(month))

    def shift(self, months: int) -> Month:
        """Return the month so many months later, or earlier if negative."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(year, month + 1)

    def until(self, later: Month) -> int:
        """Return the months from this one to *later*, negative if it is earlier."""
        return (later.year - self.year) * 12 + later.month - self.month

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"
