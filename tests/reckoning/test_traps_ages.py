"""Traps about ages: months, not days; the level's own month; the age of the year reached."""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow import Level
from congress_flow.procedures import Sex, TrackKind
from congress_flow.reckoning import Month, cutoff, months_left
from congress_flow_vn_2020 import ages_law as ages_2020
from congress_flow_vn_2025 import ages_law as ages_2025

GENERAL = ages_2025.AgeCategory.GENERAL


def test_one_day_over_the_month_is_a_month() -> None:
    """Born on 31/3/1965 is a month short where 1/4/1965 is not: days are not counted."""
    law = ages_2020.retirement_law(
        date(2020, 5, 28), Level.GRASSROOTS, TrackKind.FIRST_TIME, Sex.MALE
    )
    assert law is not None
    assert months_left(date(1965, 4, 1), law).eligible is True
    assert months_left(date(1965, 3, 31), law).eligible is False


def test_the_reference_month_is_the_levels_not_the_congress_day() -> None:
    """A grassroots congress of 28/5/2020 counts from April, one above it from June."""
    found = [
        ages_2020.retirement_law(date(2020, 5, 28), level, TrackKind.FIRST_TIME, Sex.MALE)
        for level in (Level.GRASSROOTS, Level.UPPER_GRASSROOTS, Level.CELL)
    ]
    assert [law and str(law.reference_month.value) for law in found] == ["2020-04", "2020-06", None]


def test_a_month_of_birth_can_be_worth_five_of_service() -> None:
    """Born in 12/1971 she retires at 58 in 12/2029, born in 1/1972 at 58 and 4 months in 5/2030."""
    law = ages_2025.retirement_law(
        date(2025, 5, 1),
        Level.GRASSROOTS,
        TrackKind.FIRST_TIME,
        Sex.FEMALE,
        category=GENERAL,
        reelection_under_ct35=48,
    )
    assert law is not None
    december, january = (months_left(Month(*born), law) for born in ((1971, 12), (1972, 1)))
    assert (str(december.retires), december.months_left) == ("2029-12", 56)
    assert (str(january.retires), january.months_left) == ("2030-05", 61)


@pytest.mark.parametrize(("months", "born"), [(48, "1967-04"), (30, "1966-01")])
def test_what_was_previously_30_is_a_choice_until_april_2025(months: int, born: str) -> None:
    """From 14/6/2024 through 13/4/2025 the reading decides, from 14/4/2025 the directive."""

    def earliest(day: date) -> str:
        law = ages_2025.retirement_law(
            day,
            Level.GRASSROOTS,
            TrackKind.REELECTION,
            Sex.MALE,
            category=GENERAL,
            reelection_under_ct35=months,
        )
        assert law is not None
        return str(cutoff(law))

    assert earliest(date(2024, 6, 14)) == earliest(date(2025, 4, 13))
    assert earliest(date(2025, 4, 13)) == born
    assert earliest(date(2025, 4, 14)) == "1967-04"
