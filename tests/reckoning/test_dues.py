"""What falls due: the day from its anchor, and how it stands, for every bearing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import WEEKENDS, Calendar, CountAnchor, InForce, Text
from congress_flow.errors import UsageError
from congress_flow.reckoning import (
    Bearing,
    Counting,
    Direction,
    Due,
    DueStatus,
    days,
    months,
    working_days,
)

OPENING = date(2020, 5, 28)
IS_OPENING = Text("ngày khai mạc", "the opening")
WEEKDAYS = Counting(WEEKENDS, CountAnchor.EXCLUDE)
FROM_DAY_ONE = Counting(WEEKENDS, CountAnchor.INCLUDE)
DAY = timedelta(days=1)


def due(**facts: Any) -> Due:
    """Return what is due 30 working days before an opening, unless told otherwise."""
    told: dict[str, Any] = {
        "case": "congress",
        "what": Text("công bố", "announce"),
        "anchor": OPENING,
        "anchor_is": IS_OPENING,
        "limit": working_days(30),
        "direction": Direction.BEFORE,
        "counting": WEEKDAYS,
    }
    return Due(**{**told, **facts})


def test_the_day_comes_from_its_anchor() -> None:
    """Working days, calendar days and months, before and after; a named day is itself the day."""
    assert due().day == date(2020, 4, 16)
    assert due(counting=FROM_DAY_ONE).day == date(2020, 4, 17)
    assert due(limit=days(10), direction=Direction.AFTER).day == date(2020, 6, 7)
    assert due(limit=months(6), direction=Direction.AFTER).day == date(2020, 11, 28)
    assert due(limit=None, counting=None).day == OPENING
    assert due(anchor=None).day is None


def test_a_suspension_moves_a_day_only_where_it_is_said() -> None:
    """Nothing is tolled by itself (congress.suspension_moves_deadline); what is given is."""
    stopped = InForce.through(date(2020, 5, 1), date(2020, 5, 10))
    open_end = {"limit": days(10), "direction": Direction.AFTER, "anchor": date(2020, 4, 28)}
    assert due(**open_end).day == date(2020, 5, 8)
    assert due(**open_end, tolled=(stopped,)).day == date(2020, 5, 18)


def test_beyond_the_calendar_no_day_is_told() -> None:
    """A day off that is not known would move the day: it cannot be counted, and that is said."""
    short = Calendar(id="short", title=Text("ngắn", "short"), first=date(2020, 5, 1))
    found = due(counting=Counting(short, CountAnchor.EXCLUDE))
    assert found.day is None
    assert found.status(OPENING) is DueStatus.CALENDAR_ENDS


def test_a_limit_says_how_it_is_counted() -> None:
    """Without a convention a limit is no day (trap TR7)."""
    with pytest.raises(UsageError, match="announce: how the days"):
        due(counting=None)


@pytest.mark.parametrize(
    ("bearing", "done", "as_of", "status"),
    [
        (Bearing.BY, None, -1, DueStatus.DUE),
        (Bearing.BY, None, 0, DueStatus.DUE),
        (Bearing.BY, None, 1, DueStatus.OVERDUE),
        (Bearing.BY, 0, 5, DueStatus.DONE),
        (Bearing.BY, 1, 5, DueStatus.LATE),
        (Bearing.BY, 4, 3, DueStatus.OVERDUE),
        (Bearing.UNTIL, None, 0, DueStatus.DUE),
        (Bearing.UNTIL, None, 1, DueStatus.LAPSED),
        (Bearing.UNTIL, 0, 1, DueStatus.DONE),
        (Bearing.UNTIL, 1, 1, DueStatus.LATE),
        (Bearing.FROM, None, -1, DueStatus.NOT_YET),
        (Bearing.FROM, None, 0, DueStatus.BEGUN),
        (Bearing.FROM, -1, 5, DueStatus.EARLY),
        (Bearing.FROM, 0, 5, DueStatus.DONE),
        (Bearing.FROM, 4, 3, DueStatus.BEGUN),
    ],
)
def test_how_it_stands(bearing: Bearing, done: int | None, as_of: int, status: DueStatus) -> None:
    """The day itself is in time; what is done after the day asked counts as not done."""
    found = due(bearing=bearing)
    day = found.day
    assert day is not None
    made = attrs.evolve(found, done=None if done is None else day + done * DAY)
    assert made.status(day + as_of * DAY) is status
    assert attrs.evolve(made, anchor=None).status(day) is DueStatus.ANCHOR_UNKNOWN


def test_the_convention_is_printed() -> None:
    """Working days name anchor and calendar, calendar days the anchor only, months neither."""
    assert due().reckoned.vi == (
        "30 ngày làm việc trước ngày khai mạc (28/05/2020); không tính ngày mốc; "
        "chỉ trừ thứ Bảy, Chủ nhật"
    )
    assert due(limit=days(10), counting=FROM_DAY_ONE).reckoned.en == (
        "10 days before the opening (2020-05-28); the anchor day is day 1"
    )
    half_a_year = due(limit=months(6), direction=Direction.AFTER, anchor=None)
    assert half_a_year.reckoned.en == "6 months after the opening (unknown)"
    assert half_a_year.convention is None
    named = due(limit=None, counting=None)
    assert named.reckoned.en == "the opening (2020-05-28)"
    assert named.convention is None


def test_every_word_is_there() -> None:
    """Bearings and statuses have words of their own in both languages."""
    for kind in (Bearing, DueStatus):
        assert len({(each.term.vi, each.term.en) for each in kind}) == len(kind)


@given(
    st.sampled_from(Bearing),
    st.one_of(st.none(), st.integers(-40, 40)),
    st.integers(-40, 40),
)
def test_it_never_stands_two_ways(bearing: Bearing, done: int | None, as_of: int) -> None:
    """Law: done means done by then; overdue only what had to be done; a day later at most worse."""
    found = due(bearing=bearing)
    day = found.day
    assert day is not None
    made = attrs.evolve(found, done=None if done is None else day + done * DAY)
    status = made.status(day + as_of * DAY)
    was_done = done is not None and done <= as_of
    assert (status in {DueStatus.DONE, DueStatus.LATE, DueStatus.EARLY}) is was_done
    assert (status is DueStatus.OVERDUE) is (bearing is Bearing.BY and not was_done and as_of > 0)
    if was_done:
        assert made.status(day + (as_of + 1) * DAY) is status
