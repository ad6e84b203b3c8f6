"""The Vietnamese calendar: public holidays, days off in place of others, Saturdays worked."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from congress_flow import Confidence
from congress_flow_vn_2020.calendars import DECIDED, FIRST, LAST, VIETNAM, WEEKENDS, DayKind

CASES = Path(__file__).parents[3] / "tests" / "oracles" / "cases" / "deadlines.toml"
YEARS = (2019, 2020, 2021, 2024, 2025, 2026)


def test_each_listed_day_is_off_or_worked() -> None:
    """In the six years listed by the worked cases the calendar agrees, day by day."""
    listed = tomllib.loads(CASES.read_text(encoding="utf-8"))["calendar"]["holidays"]
    worked = {day["date"] for day in listed if day["kind"] == "swap_work"}
    off = {day["date"] for day in listed} - worked
    compared = 0
    for year in YEARS:
        day = date(year, 1, 1)
        while day <= min(date(year, 12, 31), LAST):
            wanted = day in worked or (day.weekday() < 5 and day not in off)
            assert VIETNAM.is_working(day) is wanted, day
            day += timedelta(days=1)
            compared += 1
    assert compared > 2000


def test_decided_days_are_those_listed() -> None:
    """Of each day off in place of another, and each Saturday worked, the kind is the listed one."""
    listed = tomllib.loads(CASES.read_text(encoding="utf-8"))["calendar"]["holidays"]
    wanted = {(day["date"], day["kind"]) for day in listed if day["kind"] != "statutory"}
    found = {(each.day, each.kind.value) for each in DECIDED if each.day.year not in {2022, 2023}}
    assert found == wanted


def test_decided_days_are_of_one_piece() -> None:
    """A bridge day is a workday with a Saturday worked for it; a day made up for was a weekend."""
    by_day = {each.day: each for each in DECIDED}
    assert len(by_day) == len(DECIDED)
    for each in DECIDED:
        weekend = each.day.weekday() >= 5
        if each.kind is DayKind.COMPENSATORY:
            assert (weekend, each.instead_of.weekday() >= 5) == (False, True)
            assert each.instead_of < each.day
        else:
            partner = by_day[each.instead_of]
            assert partner.instead_of == each.day
            assert weekend is (each.kind is DayKind.WORKED)
    assert Counter(each.kind for each in DECIDED)[DayKind.WORKED] == 6


def test_years_that_only_the_rule_supports_are_marked() -> None:
    """The days of 2022 and 2023 rest on the rule of the code alone, and say so."""
    for each in DECIDED:
        assumed = each.day.year in {2022, 2023}
        assert (each.cites.confidence is Confidence.ASSUMED) is assumed, each
    assert {each.cites.instrument.id for each in DECIDED} == {"BLLD-2012", "BLLD-2019"}


@pytest.mark.parametrize("day", [FIRST - timedelta(days=1), LAST + timedelta(days=1)])
def test_outside_its_years_it_says_nothing(day: date) -> None:
    """Before 2019 and from 24 November 2026 on no count is made."""
    with pytest.raises(LookupError):
        VIETNAM.is_working(day)


def test_the_choices_differ() -> None:
    """Over 30/4 and 1/5/2020 the two choices of the handbook are two calendars."""
    spring = [date(2020, 4, 2), date(2020, 4, 30), date(2020, 5, 1)]
    assert [VIETNAM.is_working(day) for day in spring] == [False] * 3
    assert [WEEKENDS.is_working(day) for day in spring] == [True] * 3


def test_kinds_have_words() -> None:
    """Each kind of decided day is said in both languages."""
    assert all(kind.term.vi and kind.term.en for kind in DayKind)
