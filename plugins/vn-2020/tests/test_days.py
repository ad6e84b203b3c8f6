"""So many days before or after an anchor, under both conventions and both units."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from congress_flow import WEEKENDS, CountAnchor
from congress_flow_vn_2020._days import after, before
from congress_flow_vn_2020.readings import Days, Limit, Readings2020

OPENING = date(2020, 5, 28)


@pytest.mark.parametrize(
    ("number", "holidays", "weekends"),
    [
        (25, date(2020, 4, 21), date(2020, 4, 23)),
        (30, date(2020, 4, 14), date(2020, 4, 16)),
        (45, date(2020, 3, 23), date(2020, 3, 26)),
    ],
)
def test_working_days_before_the_opening(
    number: int, holidays: date, weekends: date, readings: Readings2020
) -> None:
    """The handbook's own table (documents.md 6.2) for the congress of 28/5/2020."""
    days = Days(number, Limit.WORKING_DAYS)
    assert before(OPENING, days, readings) == holidays
    assert before(OPENING, days, attrs.evolve(readings, calendar=WEEKENDS)) == weekends


def test_working_days_after_the_closing(readings: Readings2020) -> None:
    """7 and then 15 working days after a one-day congress: 8/6 and 29/6/2020."""
    sent = after(OPENING, Days(7, Limit.WORKING_DAYS), readings)
    assert sent == date(2020, 6, 8)
    assert after(sent, Days(15, Limit.WORKING_DAYS), readings) == date(2020, 6, 29)


def test_calendar_days_do_not_skip_a_sunday(readings: Readings2020) -> None:
    """Ten days are calendar days, though the last is a Sunday (trap TR6)."""
    last = after(OPENING, Days(10, Limit.DAYS), readings)
    assert last == date(2020, 6, 7)
    assert date(2020, 6, 7).isoweekday() == 7


def test_the_anchor_may_be_day_one(readings: Readings2020) -> None:
    """The other convention is a day shorter in both units (trap TR7); no days are no days."""
    counted = attrs.evolve(readings, count_anchor=CountAnchor.INCLUDE)
    assert after(OPENING, Days(10, Limit.DAYS), counted) == date(2020, 6, 6)
    assert before(OPENING, Days(10, Limit.DAYS), counted) == date(2020, 5, 19)
    assert before(OPENING, Days(10, Limit.DAYS), readings) == date(2020, 5, 18)
    assert before(OPENING, Days(25, Limit.WORKING_DAYS), counted) == date(2020, 4, 22)
    assert before(OPENING, Days(0, Limit.DAYS), counted) == OPENING


def test_what_is_not_known_stays_unknown(readings: Readings2020) -> None:
    """No anchor, or a day beyond the known calendar: no limit is made up."""
    days = Days(10, Limit.WORKING_DAYS)
    assert before(None, days, readings) is None
    assert after(None, Days(10, Limit.DAYS), readings) is None
    assert before(date(2018, 1, 15), days, readings) is None
    assert before(date(2018, 1, 15), Days(10, Limit.DAYS), readings) == date(2018, 1, 5)
