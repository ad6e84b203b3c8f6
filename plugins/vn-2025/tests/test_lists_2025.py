"""The list of the scheme under the law of 2025: shares and bands, surplus, the limits it keeps."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from congress_flow import Case, Confidence, Engine, FindingKind, Level
from congress_flow.procedures import Nominee, Sex, TrackKind
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow_vn_2025.handbook_readings import READINGS, READINGS_2020
from congress_flow_vn_2025.provinces.thai_nguyen import READINGS as OF_THAI_NGUYEN
from congress_flow_vn_2025.readings import AgeBands, ShareBase
from tests.cases import stand
from tests.law_2025 import judge, shelf, weigh

UNDER_35, UNDER_45 = date(2025, 4, 13), date(2025, 4, 14)
UNDER_244 = date(2024, 10, 9)
CAUTION, GAP = FindingKind.CAUTION, FindingKind.GAP


def run(level: Level = Level.COMMUNE, minority_share: Fraction | None = None) -> Case[Any]:
    """Return a run both of whose tracks are done."""
    subject = r.Run(level=level, minority_share=minority_share)
    return stand(r.personnel_run, subject, r.TRACK_F_COMPLETED, on=date(2024, 6, 14))


def people(
    count: int,
    *,
    women: int = 0,
    young: int = 0,
    new: int = 0,
    minority: int | None = None,
    science: int | None = None,
) -> tuple[Nominee, ...]:
    """Return so many persons, the first so many of them women, young and so on."""
    return tuple(
        Nominee(
            id=f"p{n:02}",
            name=f"p{n:02}",
            sex=Sex.FEMALE if n < women else Sex.MALE,
            born=date(1990, 1, 1) if n < young else date(1980 if n % 2 else 1972, 1, 1),
            track=TrackKind.FIRST_TIME if n < new else TrackKind.REELECTION,
            minority=None if minority is None else n < minority,
            scientist=None if science is None else n < science,
        )
        for n in range(count)
    )


def assembled(on: date, persons: tuple[Nominee, ...], seats: int | None = 27) -> r.AssembleScheme:
    """Return the scheme put together."""
    return r.AssembleScheme(on=on, seats=seats, candidates=persons)


@pytest.mark.parametrize(
    ("rule", "day", "instrument"),
    [
        ("share_women_2024", UNDER_35, "CT35-2024"),
        ("share_women_2025", UNDER_45, "CT45-2025"),
        ("share_youth_2024", UNDER_35, "CT35-2024"),
        ("share_youth_2025", UNDER_45, "CT45-2025"),
        ("share_renewal_2024", UNDER_35, "CT35-2024"),
        ("share_renewal_2025", UNDER_45, "CT45-2025"),
    ],
)
def test_soft_targets_are_assumed_to_hold_on(rule: str, day: date, instrument: str) -> None:
    """15 % women, 10 % young, a third new: a caution where missed, never a refusal (TR18)."""
    good = assembled(day, people(30, women=5, young=3, new=10))
    bad = assembled(day, people(30, women=4, young=2, new=9))
    found = weigh(rule, run(), good, bad, kind=CAUTION)
    assert found.citations[0].instrument.id == instrument
    assert found.citations[0].confidence is Confidence.ASSUMED


@pytest.mark.parametrize(("day", "year"), [(UNDER_35, "2024"), (UNDER_45, "2025")])
@pytest.mark.parametrize("share", ["women", "youth", "renewal"])
def test_the_same_targets_for_those_elected(day: date, year: str, share: str) -> None:
    """When the scheme is closed: who was elected, measured by what the scheme tells of them."""
    everybody = people(30, women=3, young=3, new=3)
    used = stand(
        s.personnel_scheme,
        s.Scheme(run="qt", level=Level.COMMUNE, seats=27),
        s.IN_USE,
        s.AssembleScheme(on=date(2025, 3, 3), candidates=everybody),
        id="de-an",
        on=date(2025, 3, 3),
    )

    def contest(names: tuple[str, ...]) -> Case[Any]:
        subject = e.Contest(
            post=e.Post.COMMITTEE,
            meeting=e.Meeting.DELEGATES_CONGRESS,
            level=Level.COMMUNE,
            congress="dai-hoi",
            scheme="de-an",
        )
        told = e.Declare(on=day, elected=names)
        return stand(e.election_contest, subject, e.DECLARED, told, id="bau", on=day)

    rule = f"vn-2025/share_{share}_elected_{year}"
    names = tuple(person.id for person in everybody)
    act = s.CloseScheme(on=day)
    few = judge(used, act, contest(names[3:]))
    many = judge(used, act, contest(names[:5]))
    assert rule in {f.rule for f in few.findings}
    assert rule in many.consulted
    assert rule not in {f.rule for f in many.findings}
    assert all(f.kind is CAUTION for f in few.findings if f.rule == rule)


def test_the_line_of_youth_is_that_of_the_level() -> None:
    """Under 40 in a commune, under 42 in a province, each a reading."""
    forty = tuple(
        Nominee(id=f"p{n}", name=f"p{n}", born=date(1985, 1, 1) if n < 3 else date(1975, 1, 1))
        for n in range(30)
    )
    act = assembled(UNDER_45, forty)
    name = "vn-2025/share_youth_2025"
    province = {f.rule for f in judge(run(level=Level.PROVINCE), act).findings}
    commune = {f.rule for f in judge(run(), act).findings}
    assert name not in province
    assert name in commune


@pytest.mark.parametrize(
    ("rule", "day"), [("age_bands_2024", UNDER_35), ("age_bands_2025", UNDER_45)]
)
def test_three_bands_are_kept_with_cut_offs_unknown(rule: str, day: date) -> None:
    """Three bands present; with the cut-offs of 2020's provinces the middle is 40 to 50 %."""
    good, bad = assembled(day, people(30, young=3)), assembled(day, people(30))
    found = weigh(rule, run(), good, bad, kind=CAUTION)
    assert found.confidence is Confidence.UNKNOWN
    strict = {"age_bands": AgeBands.AS_PROVINCE_LEVEL}
    weigh(rule, run(), good, assembled(day, people(30, young=12)), kind=CAUTION, chosen=strict)
    weigh(rule, run(), good, assembled(day, ()), kind=CAUTION)


def test_about_five_per_cent_come_from_science() -> None:
    """Thirty ask for one, nineteen for none; new with directive 45, and not known is told."""
    rule = "share_science"
    good = assembled(UNDER_45, people(30, science=1))
    bad = assembled(UNDER_45, people(30, science=0))
    found = weigh(rule, run(), good, bad, kind=CAUTION, figures={"value": 0, "limit": 1})
    assert found.citations[0].confidence is Confidence.REPORTED
    weigh(rule, run(), assembled(UNDER_45, people(19, science=0)), bad, kind=CAUTION)
    weigh(rule, run(), good, assembled(UNDER_45, people(30)), kind=CAUTION)
    weigh(rule, run(), good, assembled(UNDER_45, ()), kind=CAUTION)
    assert f"vn-2025/{rule}" not in judge(run(), assembled(UNDER_35, people(30))).consulted


def test_a_share_of_the_elected_is_not_asked_of_a_list() -> None:
    """Where the reading takes shares of those elected, no list is measured."""
    act = assembled(UNDER_45, people(30, science=0))
    found = judge(run(), act, share_base=ShareBase.ELECTED).findings
    assert not [f for f in found if f.rule.startswith("vn-2025/share_")]


def test_minorities_are_set_against_the_locality_where_that_is_told() -> None:
    """Reported of directive 45, without a figure: the share of the population is the measure."""
    case = run(minority_share=Fraction(1, 5))
    good = assembled(UNDER_45, people(30, minority=6))
    bad = assembled(UNDER_45, people(30, minority=5))
    found = weigh("share_minority", case, good, bad, kind=CAUTION)
    assert found.citations[0].instrument.id == "CT45-2025"
    untold = judge(run(), bad)
    assert "vn-2025/share_minority" not in {f.rule for f in untold.findings}


@pytest.mark.parametrize(
    ("rule", "good", "bad", "kind"),
    [
        ("surplus_required", 30, 27, FindingKind.BREACH),
        ("surplus_cap", 35, 36, FindingKind.BREACH),
        ("surplus_band", 31, 32, CAUTION),
    ],
)
def test_surplus_by_the_regulation_of_2024(
    rule: str, good: int, bad: int, kind: FindingKind
) -> None:
    """More than 27, at most 35 (30 %), best 30 or 31 (10 to 15 %): verified in article 14.1."""
    acts = assembled(UNDER_45, people(good)), assembled(UNDER_45, people(bad))
    found = weigh(rule, run(), *acts, kind=kind)
    assert (found.citations[0].instrument.id, found.confidence) == (
        "QC190-2024",
        Confidence.VERIFIED,
    )
    before = assembled(UNDER_244, people(good)), assembled(UNDER_244, people(bad))
    older = weigh(f"{rule}_until_2024", run(), *before, kind=kind)
    assert older.citations[0].instrument.id == "QC244-2014"


@pytest.mark.parametrize("extra", [1, 2])
def test_one_extra_on_three_is_no_national_rule(extra: int) -> None:
    """33.33 % is over the verified 30 %; whoever reads it otherwise is told so, with the row."""
    act = assembled(UNDER_45, people(3 + extra), seats=3)
    refused = {f.rule for f in judge(run(), act).objections}
    assert "vn-2025/surplus_cap" in refused
    read = attrs.evolve(READINGS, one_extra_on_three=True)
    verdict = Engine(shelf(read)).judge(run(), act)
    assert ("vn-2025/surplus_cap" in {f.rule for f in verdict.objections}) is (extra > 1)
    said = [f for f in verdict.cautions if f.rule == "vn-2025/surplus_over_cap_as_read"]
    assert [f.confidence for f in said] == [Confidence.UNKNOWN]
    assert "surplus.min_one_overrides_cap" in said[0].citations[-1].article


def test_the_term_before_has_the_row() -> None:
    """The handbook's row on three seats is one of 2020; its bold option is chosen there only."""
    assert READINGS_2020.one_extra_on_three
    assert not READINGS.one_extra_on_three
    assert OF_THAI_NGUYEN.one_extra_on_three


def scheme(persons: tuple[Nominee, ...]) -> Case[Any]:
    """Return a submitted scheme with these persons for 27 seats."""
    subject = s.Scheme(run="qt", level=Level.COMMUNE, seats=27)
    made = s.AssembleScheme(on=date(2025, 5, 5), candidates=persons)
    return stand(s.personnel_scheme, subject, s.SUBMITTED, made, on=date(2025, 5, 5))


def test_a_shortened_list_keeps_the_limits() -> None:
    """Who leaves may leave no list without surplus; below it the remedy is another step."""
    day = date(2025, 5, 20)
    enough, short = scheme(people(29)), scheme(people(28))
    gone = s.RemovePerson(on=day, person="p00", reason="x")
    kept = judge(enough, gone)
    limits = {"vn-2025/surplus_kept", "vn-2025/surplus_still_there"}
    assert limits <= set(kept.consulted)
    assert not limits & {f.rule for f in kept.findings}
    assert "vn-2025/surplus_still_there" in {f.rule for f in judge(short, gone).findings}
    below = s.WithdrawBelowMinimum(on=day, person="p00")
    assert "vn-2025/below_minimum" not in {f.rule for f in judge(short, below).findings}
    assert "vn-2025/below_minimum" in {f.rule for f in judge(enough, below).findings}
