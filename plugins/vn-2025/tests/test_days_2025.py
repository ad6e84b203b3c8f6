"""When congresses of 2025 are held and announced, how long they last, and what else changed."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from congress_flow import Case, Confidence, FindingKind, Level
from congress_flow.procedures import Body
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import preparation as p
from congress_flow.reckoning import Contest
from congress_flow_vn_2025 import congress_law as law
from congress_flow_vn_2025.readings import Days, Limit
from tests.cases import stand
from tests.law_2025 import changed, judge, weigh

BREACH, CAUTION, GAP = FindingKind.BREACH, FindingKind.CAUTION, FindingKind.GAP
PLANNED = date(2024, 6, 14)


def congress(level: Level = Level.GRASSROOTS, stage: Any = k.READY, **facts: Any) -> Case[Any]:
    """Return a congress of a level, standing at a stage."""
    subject = k.Congress(unit="dang-bo", level=level, contents=4, **facts)
    return stand(k.congress, subject, stage, id="dai-hoi", on=PLANNED)


def told(stage: Any = a.NOT_ANNOUNCED) -> Case[Any]:
    """Return the announcement of that congress."""
    subject = a.Announcement(congress="dai-hoi")
    return stand(a.announcement, subject, stage, id="cong-bo", on=PLANNED)


def test_windows_have_their_texts() -> None:
    """Grassroots from 6 June 2025 by a conclusion, provinces by directive 45; communes by none."""
    june, april = date(2025, 6, 6), date(2025, 4, 14)
    found = law.WINDOW.on(june, Level.GRASSROOTS)
    assert found is not None
    assert found.value.last == date(2025, 6, 30)
    assert found.citation.confidence is Confidence.VERIFIED
    assert law.WINDOW.on(date(2025, 6, 5), Level.GRASSROOTS) is None
    province = law.WINDOW.on(april, Level.PROVINCE)
    assert province is not None
    assert province.value.last == date(2025, 10, 31)
    assert law.WINDOW.on(june, Level.COMMUNE) is None


@pytest.mark.parametrize(
    ("level", "on", "rules", "good", "bad"),
    [
        (
            Level.GRASSROOTS,
            date(2025, 6, 10),
            ("announced_before_30_june", "opened_before_30_june"),
            date(2025, 6, 29),
            date(2025, 6, 30),
        ),
        (
            Level.PROVINCE,
            date(2025, 8, 4),
            ("announced_in_october", "opened_in_october"),
            date(2025, 10, 31),
            date(2025, 11, 1),
        ),
    ],
)
def test_announced_and_opened_within_the_window(
    level: Level, on: date, rules: tuple[str, str], good: date, bad: date
) -> None:
    """`before 30 June` leaves the day out by the reading; `done in October` includes the last."""
    announced, opened = rules
    beside = congress(level)
    first, second = (a.AnnounceOpening(on=on, opening=day) for day in (good, bad))
    weigh(announced, told(), first, second, beside=[beside])
    later, latest = (a.Postpone(on=on, new_day=day) for day in (good, bad))
    weigh(announced, told(a.ANNOUNCED), later, latest, beside=[beside])
    weigh(opened, beside, k.Open(on=good), k.Open(on=bad))
    other = congress(Level.UPPER_GRASSROOTS)
    assert f"vn-2025/{opened}" not in {f.rule for f in judge(other, k.Open(on=bad)).findings}


def test_of_communes_a_reading_warns() -> None:
    """Before 31 August 2025 and two days, both assumed: cautions, wherever they come up."""
    commune, on = congress(Level.COMMUNE, planned_days=Fraction(2)), date(2025, 7, 1)
    good, bad = date(2025, 8, 30), date(2025, 8, 31)
    first, second = (a.AnnounceOpening(on=on, opening=day) for day in (good, bad))
    found = weigh("commune_announced", told(), first, second, beside=[commune], kind=CAUTION)
    assert found.confidence is Confidence.UNKNOWN
    weigh("commune_opened", commune, k.Open(on=good), k.Open(on=bad), kind=CAUTION)
    long = congress(Level.COMMUNE, planned_days=Fraction(3))
    rules = {f.rule for f in judge(long, k.Open(on=good)).findings}
    assert "vn-2025/commune_opened" in rules
    literal = judge(commune, k.Open(on=bad), before_is_exclusive=False)
    assert "vn-2025/commune_opened" not in {f.rule for f in literal.findings}
    closing = congress(Level.COMMUNE, k.QUORATE)
    two, three = (k.Close(on=good, days=Fraction(number)) for number in (2, 3))
    weigh("commune_closed", closing, two, three, kind=CAUTION)


def test_the_gate_of_the_date_warns_of_a_commune() -> None:
    """The same for the day planned, at the declaration that all is ready."""
    on = date(2025, 7, 1)

    def preparing(opening: date, level: Level = Level.COMMUNE) -> Case[Any]:
        subject = p.Preparation(level=level, planned_opening=opening, planned_days=Fraction(2))
        return stand(p.preparation, subject, p.PREPARING, on=PLANNED)

    name = "vn-2025/gate_date_of_commune"
    act = p.DeclareReady(on=on)
    content = judge(preparing(date(2025, 8, 1)), act)
    assert name in content.consulted
    assert name not in {f.rule for f in content.findings}
    late = [f for f in judge(preparing(date(2025, 9, 1)), act).findings if f.rule == name]
    assert [f.kind for f in late] == [CAUTION]
    other = judge(preparing(date(2025, 9, 1), Level.GRASSROOTS), act)
    assert name not in {f.rule for f in other.findings}


@pytest.mark.parametrize(
    ("on", "rule", "instrument"),
    [
        (date(2025, 5, 26), "announced_ahead_232", "QD232-2025"),
        (date(2025, 6, 30), "announced_ahead_232", "QD232-2025"),
        (date(2025, 7, 1), "announced_ahead_294", "QD294-2025"),
    ],
)
def test_notice_by_the_rules_in_force_not_by_those_signed(
    on: date, rule: str, instrument: str
) -> None:
    """TR28: 294-QĐ/TW was signed on 26 May 2025, and holds from 1 July; unknown, so it warns."""
    late, early = date(2025, 9, 30), on
    good = a.AnnounceOpening(on=on, opening=late)
    bad = a.AnnounceOpening(on=on, opening=early)
    found = weigh(rule, told(), good, bad, kind=CAUTION)
    assert found.citations[0].instrument.id == instrument
    shorter = {"announce": Days(0, Limit.WORKING_DAYS)}
    assert f"vn-2025/{rule}" not in {f.rule for f in judge(told(), bad, **shorter).findings}


def test_until_19_january_2025_the_notice_was_read() -> None:
    """30 working days by 24-QĐ/TW: a breach, and the readings count the days."""
    on = date(2025, 1, 17)
    good = a.AnnounceOpening(on=on, opening=date(2025, 4, 1))
    bad = a.AnnounceOpening(on=on, opening=date(2025, 2, 20))
    assert weigh("announced_ahead_2021", told(), good, bad).confidence is Confidence.VERIFIED


def test_who_is_not_summoned() -> None:
    """From 31 December 2024, of a delegates' congress: nobody on whom there is a ground."""
    delegates = congress(kind=k.CongressKind.DELEGATES)
    person = a.NotSummoned(person="an", ground=a.Ground.SUSPENDED, summoned=False)
    on, opening = date(2025, 3, 3), date(2025, 5, 5)
    good = a.AnnounceOpening(on=on, opening=opening, not_summoned=(person,))
    bad = changed(good, not_summoned=(changed(person, summoned=True),))
    found = weigh("not_summoned", told(), good, bad, beside=[delegates])
    assert found.citations[0].instrument.id == "HD04-2024"
    unknown = changed(good, not_summoned=None)
    weigh("not_summoned", told(), good, unknown, beside=[delegates], kind=GAP)
    members = congress(kind=k.CongressKind.MEMBERS)
    assert "vn-2025/not_summoned" not in {f.rule for f in judge(told(), bad, members).findings}
    day_before = changed(bad, on=date(2024, 12, 30))
    assert "vn-2025/not_summoned" not in judge(told(), day_before, delegates).consulted


@pytest.mark.parametrize(
    ("on", "directive"), [(date(2025, 4, 13), "CT35-2024"), (date(2025, 4, 14), "CT45-2025")]
)
@pytest.mark.parametrize(
    ("level", "most"),
    [(Level.GRASSROOTS, 2), (Level.UPPER_GRASSROOTS, 3), (Level.PROVINCE, 4)],
)
def test_length_by_the_directive_of_the_day(
    on: date, directive: str, level: Level, most: int
) -> None:
    """Two, three, four days as before, so far as one province's plan tells; half a day before."""
    year, half = directive.partition("-")[2], Fraction(1, 2)
    good, bad = (k.Close(on=on, days=Fraction(n), preparatory_days=half) for n in (most, most + 1))
    closing = congress(level, k.QUORATE)
    found = weigh(f"closed_in_length_{year}", closing, good, bad, figures={"limit": most})
    assert found.citations[0].instrument.id == directive
    assert found.confidence is Confidence.REPORTED
    short, long = (
        congress(level, planned_days=Fraction(n), preparatory_days=half) for n in (most, most + 1)
    )
    name = f"vn-2025/planned_length_{year}"
    assert name not in {f.rule for f in judge(short, k.Open(on=on)).findings}
    assert name in {f.rule for f in judge(long, k.Open(on=on)).findings}


@pytest.mark.parametrize(
    ("on", "named", "rule"),
    [
        (date(2024, 10, 1), ("35-CT/TW", date(2024, 6, 14)), "congress_directive_2024"),
        (date(2025, 5, 5), ("45-CT/TW", date(2025, 4, 14)), "congress_directive_2025"),
    ],
)
def test_a_plan_rests_on_the_directive_of_its_day(
    on: date, named: tuple[str, date], rule: str
) -> None:
    """TR1: by number and day; the directive of 2019 has the number of that of 2024."""
    starting = congress(stage=k.NOT_STARTED)

    def plan(number: str, issued: date) -> k.AdoptPlan:
        basis = k.Paper(id="ct", type="directive", number=number, issued=issued)
        return k.AdoptPlan(on=on, bases=(basis,))

    weigh(rule, starting, plan(*named), plan("35-CT/TW", date(2019, 5, 30)))
    weigh(rule, starting, plan(*named), k.AdoptPlan(on=on), kind=GAP)


@pytest.mark.parametrize(
    ("on", "suffix", "instrument"),
    [(date(2025, 6, 5), "", "HANDBOOK"), (date(2025, 6, 6), "_163", "KL163-2025")],
)
def test_two_contents_only_where_units_merge(on: date, suffix: str, instrument: str) -> None:
    """Verified of two contents from the conclusion of 6 June 2025 on, reported before."""
    starting = stand(
        k.congress, k.Congress(unit="x", level=Level.COMMUNE, contents=2), k.NOT_STARTED
    )
    good = k.AdoptPlan(on=on, consent="12-CV/TU", merging=True)
    found = weigh(f"congress_contents{suffix}", starting, good, changed(good, merging=False))
    assert found.citations[0].instrument.id == instrument
    weigh(f"congress_contents{suffix}", starting, good, changed(good, consent=""))


def test_the_first_conference_has_one_to_three_in_the_chair() -> None:
    """Asked where it is told; five only in the Central Committee."""
    closing = congress(stage=k.QUORATE)

    def close(chair: int | None) -> k.Close:
        arranged = k.FirstConference(presidium=chair)
        return k.Close(on=date(2025, 6, 20), first_conference=arranged)

    weigh("first_conference_chair", closing, close(3), close(4), kind=CAUTION)
    weigh("first_conference_chair", closing, close(None), close(0), kind=CAUTION)
    centre = judge(congress(Level.CENTRE, k.QUORATE), close(5))
    assert "vn-2025/first_conference_chair" not in {f.rule for f in centre.findings}


@pytest.mark.parametrize(
    ("closing", "suffix", "instrument"),
    [
        (date(2025, 6, 16), "_232", "QD232-2025"),
        (date(2025, 7, 7), "_294", "QD294-2025"),
    ],
)
def test_reports_by_rules_that_were_not_read(closing: date, suffix: str, instrument: str) -> None:
    """Seven working days as the reading says: a caution, with the instrument of the day."""
    over = stand(
        k.congress,
        k.Congress(unit="x", level=Level.GRASSROOTS),
        k.CLOSED,
        k.Close(on=closing),
        on=date(2025, 6, 2),
        id="dai-hoi",
    )
    good = k.ReportResults(
        on=date(closing.year, closing.month, closing.day + 9), election_minutes="01"
    )
    bad = changed(good, on=closing + timedelta(days=10))
    rule = f"results_reported_2021{suffix}"
    found = weigh(rule, over, good, bad, kind=CAUTION)
    assert found.citations[0].instrument.id == instrument
    assert found.confidence is Confidence.UNKNOWN
    longer = {"report_limit": Days(30, Limit.DAYS)}
    assert f"vn-2025/{rule}" not in {f.rule for f in judge(over, bad, **longer).findings}
    minutes = d.Document(
        kind=d.DocumentKind.ELECTION_MINUTES, level=Level.GRASSROOTS, congress="dai-hoi"
    )
    paper = stand(d.document_life, minutes, d.ISSUED, on=closing)
    sent, late = d.Dispatch(on=good.on), d.Dispatch(on=bad.on)
    rule = f"election_minutes_in_time_2021{suffix}"
    weigh(rule, paper, sent, late, beside=[over], kind=CAUTION)


def test_until_19_january_2025_the_report_was_read() -> None:
    """Seven working days by 24-QĐ/TW, refused after: the readings of the term count the days."""
    over = stand(
        k.congress,
        k.Congress(unit="x", level=Level.GRASSROOTS),
        k.CLOSED,
        k.Close(on=date(2025, 1, 6)),
        on=date(2024, 12, 2),
    )
    good = k.ReportResults(on=date(2025, 1, 15), election_minutes="01")
    bad = changed(good, on=date(2025, 1, 16))
    found = weigh("results_reported_2021", over, good, bad)
    assert found.citations[0].instrument.id == "QD24-2021"
    assert found.confidence is Confidence.VERIFIED


def cell(stage: Any, **facts: Any) -> Case[Any]:
    """Return a cell's congress at a stage."""
    subject = c.CellCongress(cell="cb1", last_congress=date(2023, 1, 16), **facts)
    return stand(c.cell_congress, subject, stage, on=PLANNED)


def test_a_cell_in_the_pilot_has_its_congress_once_in_five_years() -> None:
    """From 1 July 2025; the others still twice, and before that day no pilot is known."""
    on, starting = date(2025, 7, 1), cell(c.NOT_STARTED)
    thirty = c.ComputeDueDate(on=on, due=date(2025, 7, 16))
    sixty = c.ComputeDueDate(on=on, due=date(2028, 1, 16))
    weigh("cell_due_date_294", starting, thirty, sixty)
    pilot = {"cells_in_pilot": frozenset({"cb1"})}
    found = weigh("cell_due_date_of_pilot", starting, sixty, thirty, kind=CAUTION, chosen=pilot)
    assert found.confidence is Confidence.REPORTED
    assert "vn-2025/cell_due_date_294" not in {
        f.rule for f in judge(starting, sixty, **pilot).findings
    }
    before = changed(sixty, on=date(2025, 6, 30))
    asked = {r for r in judge(starting, before, **pilot).consulted if "due_date" in r}
    assert asked == {"vn-2020/cell_due_date"}


def test_a_cell_committee_has_seven_members_at_the_most() -> None:
    """From 1 July 2025 reported, and a breach; of other posts nothing is asked."""
    held = cell(c.HELD, official_members=20)
    on = date(2025, 7, 1)
    seven = c.Elect(on=on, post=Contest.COMMITTEE, seats=7)
    eight = changed(seven, seats=8)
    found = weigh("cell_committee_size_294", held, seven, eight, figures={"value": 8, "limit": 7})
    assert found.citations[0].instrument.id == "QD294-2025"
    other = changed(eight, post=Contest.CELL_SECRETARY)
    weigh("cell_committee_size_294", held, other, eight)


def test_what_a_body_may_issue_from_2026_on() -> None:
    """Guidance is not the executive committee's; above the grassroots the table was not read."""
    on = date(2026, 1, 9)

    def ready(level: Level) -> Case[Any]:
        subject = d.Document(kind=d.DocumentKind.GUIDANCE, level=level)
        return stand(d.document_life, subject, d.READY_TO_SUBMIT, on=date(2026, 1, 5))

    good = d.Issue(on=on, number="02-HD/ĐU", by=Body.STANDING_COMMITTEE)
    bad = changed(good, by=Body.EXECUTIVE_COMMITTEE)
    rule = "type_within_powers_2026"
    found = weigh(rule, ready(Level.GRASSROOTS), good, bad, kind=CAUTION)
    assert found.citations[0].instrument.id == "QD399-2026"
    above = judge(ready(Level.PROVINCE), bad)
    assert f"vn-2025/{rule}" not in {f.rule for f in above.findings}
