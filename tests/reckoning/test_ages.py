"""Months left to retirement, rising ages, and the earliest month of birth."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import Cited, Confidence, Level
from congress_flow.errors import UsageError
from congress_flow.procedures import Sex, TrackKind
from congress_flow.reckoning import Month, RetirementAge, RetirementLaw, cutoff, months_left
from congress_flow_vn_2020 import ages_law as ages_2020
from congress_flow_vn_2020.instruments import CT35_2019
from congress_flow_vn_2025 import ages_law as ages_2025

CITES = CT35_2019.at("1", Confidence.DERIVED)
MONTHS = st.builds(Month, st.integers(1950, 1990), st.integers(1, 12))
RISING = st.sampled_from([age.value for age in ages_2025.RETIREMENT.values()])


def law(reference: str, required: int, retirement: RetirementAge) -> RetirementLaw:
    return RetirementLaw(
        reference_month=Cited(Month.parse(reference), CITES),
        months_required=Cited(required, CITES),
        retirement=Cited(retirement, CITES),
    )


GRASSROOTS_2020 = law("2020-04", 60, RetirementAge.flat(60))


@pytest.mark.parametrize(
    ("born", "left", "eligible"),
    [
        (date(1965, 4, 1), 60, True),
        (date(1965, 4, 30), 60, True),
        (date(1965, 3, 31), 59, False),
        (Month(1950, 1), -123, False),
        (None, None, None),
    ],
)
def test_months_left(born: date | Month | None, left: int | None, eligible: bool | None) -> None:  # noqa: FBT001
    """Months count, days do not; exactly the number required is enough; unknown stays unknown."""
    found = months_left(born, GRASSROOTS_2020)
    assert (found.months_left, found.eligible) == (left, eligible)
    assert found.demand(about="A").met is eligible


def test_demand_says_what_is_counted() -> None:
    """The demand names months, reference month and the figures."""
    demand = months_left(date(1965, 3, 31), GRASSROOTS_2020).demand(about="Nguyễn Văn A")
    assert (demand.value, demand.limit, demand.about) == (59, 60, "Nguyễn Văn A")
    assert demand.what is not None
    assert "4/2020" in demand.what.vi
    assert "2020-04" in demand.what.en


def test_law_cites_each_figure() -> None:
    """The articles of all three figures are at hand."""
    assert GRASSROOTS_2020.citations == (CITES, CITES, CITES)


@pytest.mark.parametrize(
    ("sex", "year", "months"),
    [
        (Sex.MALE, 2020, 720),
        (Sex.MALE, 2021, 723),
        (Sex.MALE, 2028, 744),
        (Sex.MALE, 2040, 744),
        (Sex.FEMALE, 2020, 660),
        (Sex.FEMALE, 2021, 664),
        (Sex.FEMALE, 2028, 692),
        (Sex.FEMALE, 2029, 696),
        (Sex.FEMALE, 2030, 700),
        (Sex.FEMALE, 2035, 720),
    ],
)
def test_rising_ages(sex: Sex, year: int, months: int) -> None:
    """Men rise to 62 years by 2028, women to 60 by 2035: 57/8 in 2028, 58 in 2029, 58/4 in 2030."""
    assert ages_2025.RETIREMENT[sex].value.in_year(year) == months


@given(MONTHS, RISING)
def test_retirement_is_in_the_first_year_that_fits(born: Month, ages: RetirementAge) -> None:
    """The age of the year of retirement is reached in that year, and no earlier year's was."""
    retires = ages.reached_by(born)
    assert born.until(retires) == ages.in_year(retires.year)
    for year in range(born.year, retires.year):
        assert born.shift(ages.in_year(year)).year > year


@given(MONTHS, RISING)
def test_the_younger_never_retire_earlier(born: Month, ages: RetirementAge) -> None:
    """A month later born is a month or more later retired."""
    assert ages.reached_by(born).until(ages.reached_by(born.shift(1))) >= 1


@given(st.integers(2015, 2035), st.integers(1, 12), st.integers(0, 90), RISING)
def test_cutoff_divides(year: int, month: int, required: int, ages: RetirementAge) -> None:
    """Born in the month of the cut-off is eligible, a month earlier is not."""
    asked = law(str(Month(year, month)), required, ages)
    born = cutoff(asked)
    assert months_left(born, asked).eligible
    assert not months_left(born.shift(-1), asked).eligible


@pytest.mark.parametrize(
    "rows", [(), ((2021, 723), (2021, 726)), ((0, 720), (1, 719)), ((0, 1), (1, 13))]
)
def test_ages_rise_steadily(rows: tuple[tuple[int, int], ...]) -> None:
    """A table without rows, out of order, falling, or rising a year a year is refused."""
    with pytest.raises(UsageError):
        RetirementAge(rows)


@pytest.mark.parametrize(
    "text", ["2020-4", "2020", "20-04", "2020/04", "2020-13", "2020-00", "abcd-ef"]
)
def test_months_are_written_one_way(text: str) -> None:
    """A month is written as 2020-04 and there are twelve of them."""
    with pytest.raises(ValueError, match=r"."):
        Month.parse(text)


@given(MONTHS, st.integers(-500, 500))
def test_month_arithmetic(month: Month, count: int) -> None:
    """Shifting and counting months are inverse, and a month is written as it is read."""
    assert month.until(month.shift(count)) == count
    assert month.shift(count).shift(-count) == month
    assert Month.parse(str(month)) == month
    assert (month < month.shift(1)) is True


PUBLISHED = [
    (Level.PROVINCE, "1968-09", "1972-05", "1967-09", "1971-09"),
    (Level.UPPER_GRASSROOTS, "1968-06", "1972-02", "1967-06", "1971-06"),
    (Level.COMMUNE, "1968-07", "1972-03", "1967-07", "1971-07"),
    (Level.GRASSROOTS, "1968-04", "1972-01", "1967-04", "1971-05"),
]


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: row[0].value)
def test_published_cutoffs_of_2025(row: tuple[Level, str, str, str, str]) -> None:
    """The formula gives every birth cut-off that was published for the term 2025-2030."""
    level, *dates = row
    found = [
        ages_2025.retirement_law(
            date(2025, 5, 1),
            level,
            track,
            sex,
            category=ages_2025.AgeCategory.GENERAL,
            reelection_under_ct35=30,
        )
        for track in (TrackKind.FIRST_TIME, TrackKind.REELECTION)
        for sex in (Sex.MALE, Sex.FEMALE)
    ]
    assert [str(cutoff(law)) for law in found if law is not None] == dates


@pytest.mark.parametrize(
    ("level", "dates"),
    [
        (Level.PROVINCE, ["1965-09", "1970-09", "1963-03", "1968-03"]),
        (Level.UPPER_GRASSROOTS, ["1965-06", "1970-06", "1962-12", "1967-12"]),
        (Level.GRASSROOTS, ["1965-04", "1970-04", "1962-10", "1967-10"]),
    ],
)
def test_cutoffs_of_2020(level: Level, dates: list[str]) -> None:
    """The cut-offs of the term 2020-2025, published or derived, come out."""
    found = [
        ages_2020.retirement_law(date(2020, 4, 1), level, track, sex)
        for track in (TrackKind.FIRST_TIME, TrackKind.REELECTION)
        for sex in (Sex.MALE, Sex.FEMALE)
    ]
    assert [str(cutoff(law)) for law in found if law is not None] == dates
