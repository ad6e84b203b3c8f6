"""Persons of step 1 under the law of 2025: ages, discipline, time in post, planning; the steps."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from congress_flow import Case, Confidence, FindingKind, Level
from congress_flow.procedures import AgeCategory, Nominee, Sex, TrackKind
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2025.readings import StepsOf2025
from tests.cases import stand
from tests.law_2025 import judge, weigh

UNDER_35, UNDER_45 = date(2025, 4, 13), date(2025, 4, 14)
AFTER_377 = date(2025, 10, 8)
CAUTION, GAP = FindingKind.CAUTION, FindingKind.GAP
PERSON = Nominee(id="an", name="An", sex=Sex.MALE, born=date(1980, 1, 1))


def track(kind: TrackKind = TrackKind.REELECTION, level: Level = Level.GRASSROOTS) -> Case[Any]:
    """Return a track that waits for the list of step 1."""
    subject = t.Track(run="qt", kind=kind, level=level)
    return stand(t.personnel_track, subject, t.STEP1, on=date(2024, 6, 14))


def listed(on: date, **facts: Any) -> t.ApproveList:
    """Return the list of step 1 with one person."""
    return t.ApproveList(on=on, persons=(attrs.evolve(PERSON, **facts),))


def test_reelection_asks_48_months_from_14_april_2025() -> None:
    """At 4/2025 a man born in 4/1967 has 48 months left and one born in 3/1967 has 47."""
    good = listed(UNDER_45, born=date(1967, 4, 30))
    bad = listed(UNDER_45, born=date(1967, 3, 1))
    found = weigh("age_months_2025", track(), good, bad, figures={"value": 47, "limit": 48})
    assert found.citations[0].instrument.id == "CT45-2025"
    assert found.citations[0].confidence is Confidence.REPORTED


@pytest.mark.parametrize(
    ("months", "born", "too_early"),
    [(48, date(1967, 4, 1), date(1967, 3, 31)), (30, date(1966, 1, 1), date(1965, 12, 31))],
)
def test_before_that_day_the_months_are_a_reading(months: int, born: date, too_early: date) -> None:
    """Under directive 35 of 2024 it is 48 or 30 as chosen; the grade stays unknown."""
    good, bad = listed(UNDER_35, born=born), listed(UNDER_35, born=too_early)
    chosen = {"reelection_under_ct35": months}
    found = weigh("age_months_2024", track(), good, bad, figures={"limit": months}, chosen=chosen)
    assert found.citations[0].instrument.id == "CT35-2024"
    assert found.citations[0].confidence is Confidence.UNKNOWN


@pytest.mark.parametrize(
    ("level", "good", "bad"),
    [
        (Level.GRASSROOTS, date(1968, 4, 1), date(1968, 3, 31)),
        (Level.UPPER_GRASSROOTS, date(1968, 6, 1), date(1968, 5, 31)),
        (Level.COMMUNE, date(1968, 7, 1), date(1968, 6, 30)),
        (Level.PROVINCE, date(1968, 9, 1), date(1968, 8, 31)),
    ],
)
def test_first_timers_need_60_months_at_the_month_of_the_level(
    level: Level, good: date, bad: date
) -> None:
    """The published cut-offs of birth for men, communes in July included."""
    of_level = track(TrackKind.FIRST_TIME, level)
    event = listed(UNDER_45, born=good), listed(UNDER_45, born=bad)
    weigh("age_months_2025", of_level, *event, figures={"value": 59, "limit": 60})


def test_who_retires_by_another_text_is_counted_by_it() -> None:
    """A police chief by the day told, a woman to 60 by that age, an unsalaried one by none."""
    chief = {"category": AgeCategory.COMMUNE_POLICE_CHIEF}
    good = listed(UNDER_45, retires_on=date(2029, 7, 1), **chief)
    bad = listed(UNDER_45, retires_on=date(2029, 6, 30), **chief)
    weigh("age_months_2025", track(level=Level.COMMUNE), good, bad, figures={"value": 47})
    unknown = listed(UNDER_45, **chief)
    weigh("age_months_2025", track(level=Level.COMMUNE), good, unknown, kind=GAP)
    woman = {"sex": Sex.FEMALE, "born": date(1969, 4, 1)}
    entitled = listed(UNDER_45, category=AgeCategory.WOMAN_TO_60, **woman)
    weigh("age_months_2025", track(), entitled, listed(UNDER_45, **woman))
    secretary = listed(
        UNDER_45, born=date(1950, 1, 1), category=AgeCategory.UNSALARIED_CELL_SECRETARY
    )
    weigh("age_months_2025", track(), secretary, listed(UNDER_45, born=date(1950, 1, 1)))


@pytest.mark.parametrize(
    "facts",
    [{"sex": None}, {"sex": Sex.MALE, "category": AgeCategory.WOMAN_TO_60}, {"born": None}],
)
def test_what_is_not_known_of_a_person_is_a_gap(facts: dict[str, Any]) -> None:
    """Sex, birth, or a category whose age does not fit the person."""
    weigh("age_months_2025", track(), listed(UNDER_45), listed(UNDER_45, **facts), kind=GAP)


def test_who_enters_on_the_way_is_measured_as_well() -> None:
    """A person introduced by the superior meets the same ages as one of step 1."""
    subject = t.Track(run="qt", kind=TrackKind.FIRST_TIME, level=Level.GRASSROOTS)
    case = stand(t.personnel_track, subject, t.STEP3, on=date(2025, 3, 10))
    young, old = (attrs.evolve(PERSON, born=date(year, 1, 1)) for year in (1980, 1966))
    good, bad = (t.AdmitSuperiorIntroduced(on=UNDER_45, person=each) for each in (young, old))
    weigh("age_months_2025", case, good, bad)


def test_who_was_disciplined_in_the_term_is_put_forward_for_no_higher_post() -> None:
    """2020 to 2025, or under inquiry; an older measure, or the same post, is nobody's objection."""
    case, measure = track(), {"disciplined_on": date(2023, 5, 4)}
    good = listed(date(2026, 2, 2), higher_post=False, **measure)
    bad = listed(date(2026, 2, 2), higher_post=True, **measure)
    found = weigh("no_higher_post", case, good, bad)
    assert found.citations[0].instrument.id == "KL150-2025"
    # Within the year of which the day of issue is not known it cannot refuse.
    told = listed(UNDER_45, higher_post=True, **measure)
    unasked = listed(UNDER_45, higher_post=False, **measure)
    found = weigh("no_higher_post_in_its_year", case, unasked, told, kind=CAUTION)
    assert found.citations[0].instrument.id == "KL150-2025"
    older = listed(date(2026, 2, 2), higher_post=True, disciplined_on=date(2019, 12, 31))
    later = listed(date(2026, 2, 2), higher_post=True, disciplined_on=date(2026, 1, 1))
    in_2025 = listed(date(2026, 2, 2), higher_post=True, disciplined_on=date(2025, 12, 31))
    weigh("no_higher_post", case, later, in_2025)
    asked = listed(date(2026, 2, 2), higher_post=True, under_inquiry=True)
    weigh("no_higher_post", case, older, asked)
    weigh("no_higher_post", case, good, listed(date(2026, 2, 2), **measure), kind=GAP)


def test_time_in_post_is_asked_of_those_put_forward_for_more() -> None:
    """24 months as the reading says; nothing where it names none, nothing of the others."""
    case = track()
    good = listed(UNDER_45, higher_post=True, months_in_post=24)
    bad = listed(UNDER_45, higher_post=True, months_in_post=23)
    weigh("time_in_post", case, good, bad, kind=CAUTION, figures={"value": 23, "limit": 24})
    weigh("time_in_post", case, listed(UNDER_45, months_in_post=3), bad, kind=CAUTION)
    verdict = judge(case, bad, min_time_in_post=None)
    assert "vn-2025/time_in_post" not in {finding.rule for finding in verdict.findings}


@pytest.mark.parametrize(
    ("day", "rule", "confidence"),
    [
        (UNDER_35, "planning_required_2024", Confidence.UNKNOWN),
        (UNDER_45, "planning_required_2025", Confidence.UNKNOWN),
        (AFTER_377, "planning_required_377", Confidence.REPORTED),
    ],
)
def test_first_timers_stand_in_the_planning(day: date, rule: str, confidence: Confidence) -> None:
    """By the reading until 8 October 2025, from then on by a text that was reported."""
    case = track(TrackKind.FIRST_TIME)
    good, bad = listed(day, in_planning=True), listed(day, in_planning=False)
    assert weigh(rule, case, good, bad, kind=CAUTION).confidence is confidence
    weigh(rule, case, listed(day, outside_consent=True), bad, kind=CAUTION)


def test_planning_is_for_three_posts_and_three_persons() -> None:
    """From 8 October 2025: at most three posts a person, three persons a post."""
    case = track(TrackKind.FIRST_TIME)
    good = listed(AFTER_377, in_planning=True, planned_posts=3)
    bad = listed(AFTER_377, in_planning=True, planned_posts=4)
    weigh("posts_planned", case, good, bad, kind=CAUTION, figures={"value": 4, "limit": 3})
    weigh("posts_planned", case, listed(AFTER_377, planned_posts=4), bad, kind=CAUTION)
    run = stand(r.personnel_run, r.Run(level=Level.GRASSROOTS), r.TRACK_R_COMPLETED)
    three = r.OpenTrackF(on=AFTER_377, planned={"bí thư": 3})
    four = r.OpenTrackF(on=AFTER_377, planned={"bí thư": 4})
    weigh("persons_planned", run, three, four, kind=CAUTION, figures={"value": 4})
    weigh("persons_planned", run, three, r.OpenTrackF(on=AFTER_377), kind=CAUTION)


def test_the_inspection_of_2024_excludes() -> None:
    """Nobody of whom the competent body found a ground of exclusion."""
    good, bad = listed(UNDER_45, eligible=True), listed(UNDER_45, eligible=False)
    found = weigh("not_excluded", track(), good, bad)
    assert found.citations[0].instrument.id == "HD08-2024"


def test_the_five_steps_hold_by_a_reading() -> None:
    """Levels and steps are chosen; under another choice a caution says that nobody knows more."""
    run = stand(r.personnel_run, r.Run(level=Level.COMMUNE), r.NOT_STARTED)
    act = r.DraftDirection(on=UNDER_45, subcommittee_decision="05-QĐ/ĐU")
    for rule, chosen in (
        ("five_steps_apply", {"five_step_levels": frozenset({Level.PROVINCE})}),
        ("five_steps_known", {"five_step_steps": StepsOf2025.TWO_FOR_RENOMINATED}),
    ):
        name = f"vn-2025/{rule}"
        content = judge(run, act)
        assert name in content.consulted
        assert name not in {finding.rule for finding in content.findings}
        found = [f for f in judge(run, act, **chosen).findings if f.rule == name]
        assert [f.kind for f in found] == [CAUTION]
        assert found[0].confidence is Confidence.UNKNOWN
