"""Cited figures of ages, complaints and papers, term 2025."""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow import Confidence, Level
from congress_flow.numbering import IssuingBody
from congress_flow.procedures import Sex, TrackKind
from congress_flow.reckoning import RetirementLaw, days, months, working_days
from congress_flow_vn_2025 import ages_law, complaints_law, papers_law
from congress_flow_vn_2025.ages_law import AgeCategory


def law(
    day: date = date(2025, 5, 1),
    level: Level = Level.GRASSROOTS,
    sex: Sex = Sex.FEMALE,
    category: AgeCategory = AgeCategory.GENERAL,
    track: TrackKind = TrackKind.FIRST_TIME,
) -> RetirementLaw | None:
    return ages_law.retirement_law(
        day, level, track, sex, category=category, reelection_under_ct35=30
    )


@pytest.mark.parametrize(
    ("level", "month"),
    [
        (Level.GRASSROOTS, "2025-04"),
        (Level.UPPER_GRASSROOTS, "2025-06"),
        (Level.COMMUNE, "2025-07"),
        (Level.PROVINCE, "2025-09"),
        (Level.CELL, None),
    ],
)
def test_reference_months(level: Level, month: str | None) -> None:
    """The month in which the level starts is counted from; a cell has none of its own."""
    found = law(level=level)
    assert (found and str(found.reference_month.value)) == month


def test_categories() -> None:
    """A woman entitled to 60 is counted to 60; of police and unsalaried the age is not known."""
    entitled = law(category=AgeCategory.WOMAN_TO_60)
    assert entitled is not None
    assert entitled.retirement.value.in_year(2030) == 60 * 12
    assert law(sex=Sex.MALE, category=AgeCategory.WOMAN_TO_60) is None
    assert law(category=AgeCategory.COMMUNE_POLICE_CHIEF) is None
    assert law(category=AgeCategory.UNSALARIED_CELL_SECRETARY) is None
    assert all(category.term.vi for category in AgeCategory)


@pytest.mark.parametrize(
    ("day", "required", "grade"),
    [
        (date(2024, 6, 13), None, None),
        (date(2024, 6, 14), 30, Confidence.UNKNOWN),
        (date(2025, 4, 13), 30, Confidence.UNKNOWN),
        (date(2025, 4, 14), 48, Confidence.REPORTED),
    ],
)
def test_reelection_by_day(day: date, required: int | None, grade: Confidence | None) -> None:
    """Until 13/4/2025 the months for re-election are the reading given, then 48."""
    found = law(day, track=TrackKind.REELECTION)
    assert (found and found.months_required.value) == required
    assert (found and found.months_required.citation.confidence) == grade


def test_village_secretaries_are_one_provinces_rule() -> None:
    """Highest ages of Hải Dương: 65 and 67 for men, 60 and 62 for women, reported."""
    ages = {sex: cited.value for sex, cited in ages_law.VILLAGE_SECRETARY.items()}
    assert (ages[Sex.MALE].first_time, ages[Sex.MALE].reelection) == (65, 67)
    assert (ages[Sex.FEMALE].first_time, ages[Sex.FEMALE].reelection) == (60, 62)


def test_letters_by_day_and_reading() -> None:
    """The freeze is a reading, the cut-off the guidance's, the time to appeal both in turn."""
    before = complaints_law.letter_law(
        date(2024, 11, 17), Level.GRASSROOTS, freeze=None, lodge_under_qd296=days(30)
    )
    assert (before.freeze, before.cutoff) == (None, None)
    spring = complaints_law.letter_law(
        date(2025, 4, 1), Level.GRASSROOTS, freeze=working_days(25), lodge_under_qd296=days(30)
    )
    assert spring.freeze is not None
    assert spring.cutoff is not None
    assert spring.freeze.citation.confidence is Confidence.UNKNOWN
    assert (spring.freeze.value, spring.cutoff.value) == (working_days(25), working_days(25))
    assert [each.value for each in spring.lodge] == [months(1), working_days(30)]
    summer = complaints_law.letter_law(
        date(2025, 6, 10), Level.GRASSROOTS, freeze=None, lodge_under_qd296=days(30)
    )
    assert [each.value for each in summer.lodge] == [days(30)]
    assert (summer.mixed, spring.mixed is not None) == (None, True)


@pytest.mark.parametrize(
    ("day", "article", "grade"),
    [
        (date(2024, 10, 9), None, None),
        (date(2024, 10, 10), "QD24-2021", Confidence.VERIFIED),
        (date(2025, 1, 20), "QD232-2025", Confidence.ASSUMED),
        (date(2025, 7, 1), "QD294-2025", Confidence.ASSUMED),
    ],
)
def test_election_complaints_by_day(
    day: date, article: str | None, grade: Confidence | None
) -> None:
    """The window is that of 190; that ratification waits is assumed where the text was not read."""
    found = complaints_law.election_complaint_law(day, late_blocks=False)
    assert (found and found.blocks_ratification.instrument.id) == article
    assert (found and found.blocks_ratification.confidence) == grade
    assert (found and found.window.value) == (working_days(15) if article else None)


GRID = [
    ("nghị quyết", (True, True, True, True)),
    ("quyết định", (True, True, True, False)),
    ("chương trình", (True, True, True, True)),
    ("quy chế", (True, False, True, True)),
    ("quy định", (True, True, False, False)),
    ("hướng dẫn", (False, True, False, False)),
    ("chỉ thị", (False, False, False, False)),
    ("thông tri", (False, False, False, False)),
]


@pytest.mark.parametrize(("name", "row"), GRID)
def test_who_may_issue_what_from_2026(name: str, row: tuple[bool, ...]) -> None:
    """The grid of the handbook: executive committee, standing committee, cell, cell's congress."""
    found = [papers_law.ISSUING.may_issue(body, name, date(2026, 1, 9)) for body in IssuingBody]
    assert tuple(each and each.value for each in found) == row
    assert papers_law.ISSUING.may_issue(IssuingBody.CELL, name, date(2026, 1, 8)) is None
