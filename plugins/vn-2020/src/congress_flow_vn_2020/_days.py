"""So many days before or after an anchor, counted as the readings say."""

from __future__ import annotations

from datetime import date, timedelta

from congress_flow import CountAnchor
from congress_flow_vn_2020.readings import Days, Limit, TermReadings


def before(anchor: date | None, days: Days, readings: TermReadings) -> date | None:
    """Return the day that is *days* before *anchor*.

    None where the anchor is not known, or where the count leaves the span of days for which the
    chosen calendar knows the days off.
    """
    return _shifted(anchor, -days.number, days.unit, readings)


def after(anchor: date | None, days: Days, readings: TermReadings) -> date | None:
    """Return the day that is *days* after *anchor*; None as for `before`."""
    return _shifted(anchor, days.number, days.unit, readings)


def _shifted(anchor: date | None, number: int, unit: Limit, readings: TermReadings) -> date | None:
    if anchor is None:
        return None
    count = readings.count_anchor
    if unit is Limit.DAYS:
        # If the anchor itself is day 1, the last of n days lies n - 1 days from it.
        shorter = number and (1 if number > 0 else -1) * (count is CountAnchor.INCLUDE)
        return anchor + timedelta(days=number - shorter)
    try:
        return readings.calendar.shift(anchor, number, count)
    except LookupError:  # a day off that is not known would move the limit
        return None
