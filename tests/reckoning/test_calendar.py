"""Days, working days, months and years: the ground on which deadlines and ages are reckoned."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import WEEKENDS, Calendar, CountAnchor, Text, add_months
from congress_flow._calendar import full_years, months_between

TITLE = Text("thử", "trial")
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


def test_days_off_and_days_worked() -> None:
    """Weekends and listed days are off, unless a day is listed as worked."""
    saturday, monday = date(2019, 5, 4), date(2019, 4, 29)
    calendar = Calendar(id="x", title=TITLE, days_off=[monday], worked=[saturday])
    assert [calendar.is_working(day) for day in (saturday, monday)] == [True, False]
    assert [WEEKENDS.is_working(day) for day in (saturday, monday)] == [False, True]
    assert repr(calendar) == "Calendar('x')"


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2021, 1, 1)])
def test_outside_its_span_a_calendar_says_nothing(day: date) -> None:
    """A day before the first or after the last that is known is refused, not guessed."""
    calendar = Calendar(id="x", title=TITLE, first=date(2020, 1, 1), last=date(2020, 12, 31))
    with pytest.raises(LookupError, match="known from"):
        calendar.is_working(day)


@given(DAYS, DAYS)
def test_counting_back_is_counting_on(one: date, other: date) -> None:
    """From the later day to the earlier there are as many working days, with the sign turned."""
    for anchor in CountAnchor:
        there, back = (WEEKENDS.between(*pair, anchor) for pair in ((one, other), (other, one)))
        assert there == -back or one == other
        assert WEEKENDS.shift(one, 0, anchor) == one


@given(DAYS, st.integers(-600, 600))
def test_months_are_added_and_counted(day: date, months: int) -> None:
    """So many months later is that month, on the same day or on its last one."""
    later = add_months(day, months)
    assert months_between(day, later) == months
    assert later.day == day.day or (later.day < day.day and add_months(later, 0) == later)


@pytest.mark.parametrize(
    ("day", "years"),
    [
        (date(2020, 2, 28), 19),
        (date(2020, 2, 29), 20),
        (date(2021, 2, 28), 20),
        (date(2021, 3, 1), 21),
    ],
)
def test_years_are_full_on_the_birthday(day: date, years: int) -> None:
    """Born on 29 February, a year is full on 1 March where there is no such day."""
    assert full_years(date(2000, 2, 29), day) == years
