"""Traps of the handbook (README, section 6) about days: TR6, TR7, TR26, TR30 and suspensions.

Each test fails on the naive reading that its name stands for.
"""

from __future__ import annotations

from datetime import date

from congress_flow import WEEKENDS, Cited, Confidence, CountAnchor, InForce
from congress_flow.numbering import check_nested
from congress_flow.reckoning import (
    Counting,
    Deadline,
    Direction,
    Unit,
    days,
    effective,
    working_days,
)
from congress_flow_vn_2020.calendars import VIETNAM
from congress_flow_vn_2020.congress_tables import CELL_COMMITTEE_FROM
from congress_flow_vn_2020.instruments import CT35_2019
from congress_flow_vn_2020.local_instruments import DNG_CV4182_2020

OPENING = date(2020, 5, 28)


def test_tr6_ten_days_are_not_ten_working_days() -> None:
    """The summary of opinions is due in 10 calendar days: 7/6/2020, a Sunday, not 11/6/2020."""
    counting = Counting(VIETNAM, CountAnchor.EXCLUDE)
    ends = {
        limit.unit: Deadline(
            anchor=OPENING, limit=limit, direction=Direction.AFTER, counting=counting
        ).day
        for limit in (days(10), working_days(10))
    }
    assert ends == {Unit.DAY: date(2020, 6, 7), Unit.WORKING_DAY: date(2020, 6, 11)}
    assert days(10) != working_days(10)


def test_tr7_convention_and_holidays_change_the_day() -> None:
    """25 working days before 28/5/2020 are four different days; each says how it was counted."""
    found = {
        counting.text.vi: Deadline(
            anchor=OPENING,
            limit=working_days(25),
            direction=Direction.BEFORE,
            counting=counting,
        ).day
        for counting in (
            Counting(calendar, anchor) for calendar in (VIETNAM, WEEKENDS) for anchor in CountAnchor
        )
    }
    assert sorted(found.values()) == [
        date(2020, 4, 21),
        date(2020, 4, 22),
        date(2020, 4, 23),
        date(2020, 4, 24),
    ]
    assert len(found) == 4


def test_tr26_the_stricter_local_limit_binds_its_own_territory() -> None:
    """Đà Nẵng's 15/6/2020 binds in Đà Nẵng; elsewhere the centre's 30/6/2020 stays."""
    centre = Cited(date(2020, 6, 30), CT35_2019.at("mốc thời gian", Confidence.VERIFIED))
    city = Cited(date(2020, 6, 15), DNG_CV4182_2020.at("mốc thời gian"))
    assert effective([centre, city]) is city
    assert effective([city, centre]) is city
    assert effective([centre]) is centre
    looser = Cited(date(2020, 7, 15), DNG_CV4182_2020.at("mốc thời gian"))
    assert effective([centre, looser]) is centre
    assert check_nested([centre, looser]) == ((centre, looser),)


def test_suspension_moves_no_deadline_by_itself() -> None:
    """The suspension of spring 2020 leaves the count as it is; tolling is for who asks for it."""
    plain = Deadline(
        anchor=date(2020, 3, 20),
        limit=working_days(15),
        direction=Direction.AFTER,
        counting=Counting(VIETNAM, CountAnchor.EXCLUDE),
    )
    suspended = InForce.through(date(2020, 3, 31), date(2020, 4, 17))
    tolled = Deadline(
        anchor=plain.anchor,
        limit=plain.limit,
        direction=plain.direction,
        counting=plain.counting,
        tolled=(suspended,),
    )
    assert plain.day == date(2020, 4, 13)
    assert tolled.day == date(2020, 5, 4)


def test_tr30_nine_official_members_is_the_line_of_cells_only() -> None:
    """The line of nine in the table counts a cell's members; it says nothing of other levels."""
    (row,) = CELL_COMMITTEE_FROM.rows
    assert (row.value, [level.value for level in row.levels]) == (9, ["cell"])
