"""Deadlines: working days, calendar days, months; both conventions; tolling; what is late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import WEEKENDS, Calendar, Cited, Confidence, CountAnchor, InForce, Text
from congress_flow.errors import UsageError
from congress_flow.reckoning import (
    Counting,
    Deadline,
    Direction,
    Elapsed,
    Limit,
    Timeliness,
    Unit,
    days,
    effective,
    last_day,
    months,
    timeliness,
    working_days,
)
from congress_flow_vn_2020.calendars import VIETNAM
from congress_flow_vn_2020.instruments import CT35_2019

OPENING = date(2020, 5, 28)
DAYS = st.dates(date(2019, 9, 1), date(2025, 6, 30))
COUNTINGS = st.builds(Counting, st.sampled_from([VIETNAM, WEEKENDS]), st.sampled_from(CountAnchor))


def end(
    anchor: date,
    limit: Limit,
    direction: Direction,
    *tolled: InForce,
    anchor_counts: bool = False,
    calendar: Calendar = VIETNAM,
) -> Deadline:
    convention = CountAnchor.INCLUDE if anchor_counts else CountAnchor.EXCLUDE
    return Deadline(
        anchor=anchor,
        limit=limit,
        direction=direction,
        counting=Counting(calendar, convention),
        tolled=tolled,
    )


@pytest.mark.parametrize(
    ("limit", "plain", "inclusive"),
    [
        (working_days(25), date(2020, 4, 21), date(2020, 4, 22)),
        (days(10), date(2020, 5, 18), date(2020, 5, 19)),
        (months(2), date(2020, 3, 28), date(2020, 3, 28)),
    ],
)
def test_before(limit: Limit, plain: date, inclusive: date) -> None:
    """Each unit runs back from the opening; only days, not months, ask whether it is day 1."""
    assert end(OPENING, limit, Direction.BEFORE).day == plain
    assert end(OPENING, limit, Direction.BEFORE, anchor_counts=True).day == inclusive


def test_last_day_on_a_day_off_is_moved_only_if_asked() -> None:
    """The last day stays where it falls; moved, it goes on for *after* and back for *before*."""
    after = end(OPENING, days(10), Direction.AFTER)
    assert (after.day, after.working_day) == (date(2020, 6, 7), date(2020, 6, 8))
    before = end(date(2020, 6, 17), days(10), Direction.BEFORE)
    assert (before.day, before.working_day) == (date(2020, 6, 7), date(2020, 6, 5))


def test_met_on_the_last_day_and_not_after() -> None:
    """An act on the last day is in time, a day later it is not; an unknown day is not known."""
    limit = end(OPENING, working_days(7), Direction.AFTER)
    assert [limit.met(date(2020, 6, day)) for day in (8, 9)] == [True, False]
    assert limit.met(None) is None
    assert limit.demand(date(2020, 6, 9)).met is False
    assert limit.demand(None).met is None


@pytest.mark.parametrize("direction", Direction)
def test_tolled_days_do_not_count(direction: Direction) -> None:
    """Days of a suspension are skipped in each unit, those met while moving on included."""
    tolled = InForce.through(date(2020, 6, 1), date(2020, 6, 10))
    anchor = date(2020, 5, 28) if direction is Direction.AFTER else date(2020, 6, 12)
    for limit, after, before in (
        (working_days(5), date(2020, 6, 16), date(2020, 5, 26)),
        (days(5), date(2020, 6, 12), date(2020, 5, 28)),
        (months(1), date(2020, 7, 8), date(2020, 5, 2)),
    ):
        expected = after if direction is Direction.AFTER else before
        assert end(anchor, limit, direction, tolled).day == expected


def test_tolled_anchor_as_day_1() -> None:
    """Where the anchor would be day 1 but is tolled, the first day that counts is day 1."""
    tolled = InForce.through(OPENING, date(2020, 6, 3))
    limit = end(OPENING, days(1), Direction.AFTER, tolled, anchor_counts=True)
    assert limit.day == date(2020, 6, 4)
    free = InForce.through(date(2020, 6, 1), date(2020, 6, 3))
    assert end(OPENING, days(1), Direction.AFTER, free, anchor_counts=True).day == OPENING


def test_a_worked_saturday_is_tolled_like_any_day() -> None:
    """A Saturday worked for a bridge day does not count within a suspension."""
    anchor, saturday = date(2019, 5, 3), date(2019, 5, 4)
    assert end(anchor, working_days(1), Direction.AFTER).day == saturday
    tolled = InForce.through(saturday, saturday)
    assert end(anchor, working_days(1), Direction.AFTER, tolled).day == date(2019, 5, 6)


def test_limits_are_whole_and_tolled_time_has_ends() -> None:
    """A limit of nothing, and a time without an end, are errors of use."""
    for count in (0, -1):
        with pytest.raises(UsageError):
            working_days(count)
    for span in (InForce(OPENING), InForce(None, OPENING)):
        with pytest.raises(UsageError):
            end(OPENING, days(1), Direction.AFTER, span)


def test_count_outside_the_calendar_is_refused() -> None:
    """A count that leaves the days that are known is no guess but a `LookupError`."""
    with pytest.raises(LookupError):
        _ = end(date(2019, 1, 3), working_days(25), Direction.BEFORE).day


def test_words() -> None:
    """A limit, a convention, a unit and a timeliness are said in both languages."""
    assert working_days(25).text == Text("25 ngày làm việc", "25 working days")
    for anchor in CountAnchor:
        counting = Counting(VIETNAM, anchor)
        assert VIETNAM.title.vi in counting.text.vi
        assert VIETNAM.title.en in counting.text.en
    assert all(unit.term.vi for unit in Unit)
    assert all(each.term.vi for each in Timeliness)


def test_elapsed_counts_forwards() -> None:
    """Working days are counted by either convention; backwards is an error of use."""
    elapsed = Elapsed(date(2020, 1, 22), date(2020, 1, 31), VIETNAM)
    assert (elapsed.first_counted, elapsed.last_counted, elapsed.calendar_days) == (2, 2, 9)
    friday_to_sunday = Elapsed(date(2020, 6, 5), date(2020, 6, 7), VIETNAM)
    assert (friday_to_sunday.first_counted, friday_to_sunday.last_counted) == (1, 0)
    same = Elapsed(OPENING, OPENING, VIETNAM)
    assert (same.first_counted, same.last_counted, same.calendar_days) == (0, 0, 0)
    with pytest.raises(UsageError):
        Elapsed(OPENING, date(2020, 5, 27), VIETNAM)


@pytest.mark.parametrize(
    ("act", "as_of", "expected"),
    [
        (date(2020, 6, 8), date(2020, 6, 30), Timeliness.DONE),
        (date(2020, 6, 9), date(2020, 6, 30), Timeliness.LATE),
        (None, date(2020, 6, 8), Timeliness.RUNNING),
        (None, date(2020, 6, 9), Timeliness.MISSED),
        (date(2020, 6, 20), date(2020, 6, 8), Timeliness.RUNNING),
        (date(2020, 6, 20), date(2020, 6, 19), Timeliness.MISSED),
    ],
)
def test_timeliness(act: date | None, as_of: date, expected: Timeliness) -> None:
    """What falls due on 8/6/2020 is done, late, running or missed, as seen on a day."""
    assert timeliness(date(2020, 6, 8), act, as_of) is expected


def test_before_a_day_by_either_reading() -> None:
    """By one reading "trước ngày 30/6" leaves 29/6 as the last day, by the other 30/6."""
    named = date(2020, 6, 30)
    assert last_day(named, before_is_exclusive=True) == date(2020, 6, 29)
    assert last_day(named, before_is_exclusive=False) == named


def test_effective_deadline_keeps_its_source() -> None:
    """The earliest limit binds and says whose it is; without one there is none."""
    cites = CT35_2019.at("mốc thời gian", Confidence.VERIFIED)
    centre, city = (Cited(date(2020, 6, day), cites) for day in (30, 15))
    assert effective([centre, city]) is city
    with pytest.raises(UsageError):
        effective([])


@given(DAYS, st.integers(1, 60), COUNTINGS, st.sampled_from(Direction))
def test_shift_and_count_are_inverse(
    anchor: date, count: int, counting: Counting, direction: Direction
) -> None:
    """Between an anchor and its n-th working day there are n working days, the last one worked."""
    limit = Deadline(
        anchor=anchor, limit=working_days(count), direction=direction, counting=counting
    )
    assert counting.calendar.is_working(limit.day)
    first, last = min(anchor, limit.day), max(anchor, limit.day)
    if counting.anchor is CountAnchor.EXCLUDE:
        elapsed = Elapsed(first, last, counting.calendar)
        forwards = direction is Direction.AFTER
        assert (elapsed.last_counted if forwards else elapsed.first_counted) == count
    else:
        assert counting.calendar.between(first, last, CountAnchor.INCLUDE) == count


@given(DAYS, st.integers(1, 40), COUNTINGS, st.sampled_from(Direction), st.sampled_from(Unit))
def test_longer_is_never_nearer(
    anchor: date, count: int, counting: Counting, direction: Direction, unit: Unit
) -> None:
    """A longer limit ends no nearer to its anchor; the anchor as day 1 never makes it longer."""
    count = min(count, 4) if unit is Unit.MONTH else count

    def distance(number: int, convention: CountAnchor) -> int:
        limit = Deadline(
            anchor=anchor,
            limit=Limit(number, unit),
            direction=direction,
            counting=Counting(counting.calendar, convention),
        )
        return abs((limit.day - anchor).days)

    convention = counting.anchor
    assert distance(count + 1, convention) >= distance(count, convention)
    assert distance(count, CountAnchor.INCLUDE) <= distance(count, CountAnchor.EXCLUDE)


@given(DAYS, st.integers(1, 30), st.integers(0, 40), st.integers(1, 20), st.sampled_from(Unit))
def test_tolling_agrees_with_walking(
    anchor: date, count: int, start: int, length: int, unit: Unit
) -> None:
    """Counting with tolled days gives what walking day by day and skipping them gives."""
    first = anchor + timedelta(days=start)
    tolled = InForce(first, first + timedelta(days=length))
    count = min(count, 3) if unit is Unit.MONTH else count
    plain = Deadline(
        anchor=anchor,
        limit=Limit(count, unit),
        direction=Direction.AFTER,
        counting=Counting(WEEKENDS, CountAnchor.EXCLUDE),
    )
    wanted = (plain.day - anchor).days if unit is not Unit.WORKING_DAY else count
    day, counted = anchor, 0
    while counted < wanted:
        day += timedelta(days=1)
        works = unit is not Unit.WORKING_DAY or day.weekday() < 5
        counted += works and day not in tolled
    skipping = Deadline(
        anchor=anchor,
        limit=Limit(count, unit),
        direction=Direction.AFTER,
        counting=plain.counting,
        tolled=(tolled,),
    )
    assert skipping.day == day
