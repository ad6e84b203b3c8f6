"""A case opened under directive 35 of 2024 and going on after 14 April 2025: the law of a day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from typer.testing import CliRunner

from congress_flow import Case, Confidence, Engine, FindingKind, Level, Shelf, Verdict
from congress_flow._clerk import Clerk
from congress_flow.cli._app import app
from congress_flow.dossier import Judged, Recorded
from congress_flow.ledger import MemoryLedger
from congress_flow.procedures import Body, Nominee, Sex, TrackKind
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_track as t
from congress_flow.reports import trail_lines
from congress_flow_thai_binh_2020.readings import READINGS as READINGS_2020
from congress_flow_vn_2020.rules import book as older_book
from congress_flow_vn_2025.handbook_readings import READINGS
from congress_flow_vn_2025.rules import book
from tests.cases import stand
from tests.law_2025 import engine

LAST_OF_35, FIRST_OF_45 = date(2025, 4, 13), date(2025, 4, 14)
SUBJECT: Final = t.Track(
    run="qt", kind=TrackKind.REELECTION, level=Level.GRASSROOTS, seats=3, wanted=4
)
PEOPLE: Final = tuple(
    Nominee(
        id=name,
        name=name,
        sex=Sex.MALE,
        born=date(1978, 3, 2),
        serving=True,
        standards=True,
        eligible=True,
        willing=True,
    )
    for name in ("an", "binh", "chi", "dung")
)
NAMES: Final = tuple(person.id for person in PEOPLE)
"""Four for three seats and one extra."""


def shelf() -> Shelf:
    """Return the books of both terms, as a user has them."""
    return Shelf([older_book, book], [READINGS_2020, READINGS])


def run(on: date) -> Case[Any]:
    """Return the run beside, at its track of re-election."""
    subject = r.Run(level=Level.GRASSROOTS)
    return stand(r.personnel_run, subject, r.TRACK_R_RUNNING, id="qt", on=on)


def voted(step: int, convened: int = 12) -> t.Meeting:
    """Return a meeting that all attended and all agreed at; step 1 is not balloted."""
    counts: dict[str, Any] = {
        "issued": convened,
        "collected": convened,
        "valid": convened,
        "secret": True,
        "agree": dict.fromkeys(NAMES, convened),
        "counted": True,
    }
    return t.Meeting(
        convened=convened, present=convened, filed=True, **(counts if step > 1 else {})
    )


RUN: Final[tuple[Any, ...]] = (
    r.DraftDirection(
        on=date(2025, 3, 3),
        by=Body.PERSONNEL_SUBCOMMITTEE,
        subcommittee_decision="05-QĐ/ĐU",
    ),
    r.AdoptDirection(
        on=date(2025, 3, 5),
        by=Body.EXECUTIVE_COMMITTEE,
        seats=3,
        candidates=4,
        structure="như nhiệm kỳ trước",
        standards="89-QĐ/TW",
    ),
    r.OpenTrackR(on=date(2025, 3, 7), by=Body.STANDING_COMMITTEE, incumbents=NAMES),
)
STANDING, EXECUTIVE = Body.STANDING_COMMITTEE, Body.EXECUTIVE_COMMITTEE
WAY: Final[tuple[tuple[Any, str], ...]] = (
    (t.OpenTrack(on=date(2025, 3, 10), by=STANDING, list_present=True), "CT35-2024"),
    (
        t.ApproveList(on=date(2025, 3, 17), by=STANDING, meeting=voted(1), persons=PEOPLE),
        "CT35-2024",
    ),
    (
        t.AcceptResult(on=LAST_OF_35, by=Body.KEY_CADRE_CONFERENCE, meeting=voted(2), passed=NAMES),
        "CT35-2024",
    ),
    (t.AcceptResult(on=FIRST_OF_45, by=EXECUTIVE, meeting=voted(3), passed=NAMES), "CT45-2025"),
    (t.AdoptList(on=date(2025, 4, 21), by=STANDING, meeting=voted(4), passed=NAMES), "CT45-2025"),
    (
        t.AcceptResult(
            on=date(2025, 4, 28),
            by=EXECUTIVE,
            meeting=voted(5),
            passed=NAMES,
            ballots_analysed=True,
            issues_concluded=True,
            views_agree=True,
        ),
        "CT45-2025",
    ),
)


def directives(verdict: Verdict, known: Shelf) -> set[str]:
    """Return the congress directives by which a verdict was given."""
    rules = {rule.id: rule for rule in known.rules()}
    cited = {rules[name].citations[0].instrument.id for name in verdict.consulted}
    return {name for name in cited if name.startswith("CT")}


def test_each_event_is_judged_by_the_directive_of_its_day() -> None:
    """The same track, half of it under 35, half under 45: no switch, no rule twice, no gap."""
    books = shelf()
    judging = Engine(books)
    case: Case[Any] = Case(
        procedure=t.personnel_track, id="tai-cu", subject=SUBJECT, opened_on=date(2025, 3, 10)
    )
    asked: list[set[str]] = []
    subject = {rule.id: rule.subject for rule in books.rules()}
    for event, directive in WAY:
        verdict = judging.judge(case, event, [run(event.on)])
        assert verdict.allowed, verdict.summary
        assert directives(verdict, books) == {directive}, event
        subjects = [subject[name] for name in verdict.consulted]
        assert len(subjects) == len(set(subjects))
        asked.append(set(verdict.consulted))
        case = judging.advance(case, event, [run(event.on)])
    assert case.stage is t.TRACK_COMPLETED
    # Step 2 and step 3 ask much the same, by other rules of the same subjects.
    assert not {name for name in asked[2] & asked[3] if name.endswith(("_2024", "_2025"))}


def test_the_trail_shows_the_change() -> None:
    """Each entry of the record names the rules asked, and the trail prints them by their names."""
    clerk = Clerk(Engine(shelf()), MemoryLedger(), (r.personnel_run, t.personnel_track))
    who = "thư ký"
    clerk.open(r.personnel_run, "qt", r.Run(level=Level.GRASSROOTS), date(2025, 3, 3), who)
    for act in RUN:
        assert clerk.submit("qt", act, who, beside="all").allowed
    clerk.open(t.personnel_track, "tai-cu", SUBJECT, date(2025, 3, 10), who)
    entries = [clerk.submit("tai-cu", event, who, beside="all") for event, _ in WAY]
    assert all(entry.allowed for entry in entries)
    for entry, (_, directive) in zip(entries, WAY, strict=True):
        year, other = ("_2024", "_2025") if directive == "CT35-2024" else ("_2025", "_2024")
        assert f"vn-2025/track_actor{year}" in entry.rules
        assert f"vn-2025/track_actor{other}" not in entry.rules
    judged = [
        Judged(
            procedure=t.personnel_track,
            recorded=Recorded(case="tai-cu", event=event, path=f"act[{number}]"),
            verdict=entry.verdict(t.personnel_track),
        )
        for number, (entry, (event, _)) in enumerate(zip(entries, WAY, strict=True))
    ]
    lines = [line.words for line in trail_lines(clerk.case("tai-cu"), judged, shelf(), "en")]
    kept_2024, kept_2025 = (
        [n for n, words in enumerate(lines) if words.startswith("✓") and number in words]
        for number in ("35-CT/TW (14/06/2024)", "45-CT/TW (14/04/2025)")
    )
    told = "§ The law has changed: 35-CT/TW (14/06/2024) → 45-CT/TW (14/04/2025)"
    assert [words for words in lines if words.startswith("§")] == [told]
    assert max(kept_2024) < lines.index(told) < min(kept_2025)
    assert "2025-04-14" in lines[lines.index(told) - 2]


@pytest.mark.parametrize(
    ("day", "rule", "months", "confidence"),
    [
        (LAST_OF_35, "vn-2025/age_months_2024", 30, Confidence.UNKNOWN),
        (FIRST_OF_45, "vn-2025/age_months_2025", 48, Confidence.REPORTED),
    ],
)
def test_the_same_person_on_both_sides_of_the_day(
    day: date, rule: str, months: int, confidence: Confidence
) -> None:
    """47 months left: enough under directive 35 where 30 is chosen, too few under directive 45."""
    case = stand(t.personnel_track, SUBJECT, t.STEP1, on=date(2025, 3, 10))
    person = Nominee(id="an", name="An", sex=Sex.MALE, born=date(1967, 3, 1))
    act = t.ApproveList(on=day, persons=(person,))
    verdict = engine(reelection_under_ct35=30).judge(case, act)
    assert rule in verdict.consulted
    found = [finding for finding in verdict.findings if finding.rule == rule]
    assert bool(found) is (months == 48)
    grades = {r.id: r.citations[0].confidence for r in book.rules}
    assert grades[rule] is confidence
    assert all(each.kind is FindingKind.BREACH for each in found)
    assert all(each.figures["value"] == 47 and each.figures["limit"] == months for each in found)


def test_a_plan_made_under_35_need_not_be_made_again() -> None:
    """The directive of the day of the plan is asked when it is adopted, and never afterwards."""
    adopting = {rule.id for rule in book.rules if rule.subject == "congress_directive"}
    assert adopting == {"vn-2025/congress_directive_2024", "vn-2025/congress_directive_2025"}
    steps = {step.id for rule in book.rules if rule.id in adopting for step in rule.steps}
    assert steps == {"K1"}


EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "phuong-mau-2025.toml"


@pytest.mark.parametrize(
    "case", ["personnel_scheme", "personnel_run", "personnel_track_R", "preparation"]
)
def test_the_command_tells_the_change(case: str) -> None:
    """`congress-flow trail`: each case that crosses 14 April 2025 says so, at its first act after.

    Whatever was found in order names its instrument; before that day none is directive 45, after it
    none is directive 35.
    """
    printed = CliRunner().invoke(app, ["trail", str(EXAMPLE), case, "--format", "json"])
    assert printed.exit_code == 0
    entries = json.loads(printed.stdout)["entries"]
    changed = [
        (entry["on"], each["before"]["date"], each["after"]["date"])
        for entry in entries
        for each in entry["law_changed"]
        if each["after"]["number"] == "45-CT/TW"
    ]
    first = min(entry["on"] for entry in entries if entry["on"] >= "2025-04-14")
    assert changed == [(first, "2024-06-14", "2025-04-14")]
    seen = 0
    for entry in entries:
        gone = "45-CT/TW" if entry["on"] < "2025-04-14" else "35-CT/TW"
        for kept in entry["kept"]:
            assert kept["citations"]
            assert gone not in {each["number"] for each in kept["citations"]}
            seen += 1
    assert seen > 0
    text = CliRunner().invoke(app, ["trail", str(EXAMPLE), case]).stdout
    words = "§ Văn bản áp dụng đã thay đổi: 35-CT/TW (14/06/2024) → 45-CT/TW (14/04/2025)"
    assert text.count(words) == 1
