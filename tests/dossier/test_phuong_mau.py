"""The invented dossier of 2025: opened under one directive and gone on under the next."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import attrs
import pytest

from congress_flow import Engine, Finding, FindingKind, Shelf
from congress_flow.dossier import (
    Dossier,
    Evidence,
    GateOutcome,
    History,
    Judged,
    Review,
    history,
    parse,
    read,
    review,
)
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import personnel_track as t
from congress_flow.procedures import suspension as u
from congress_flow.procedures.preparation import Readiness
from congress_flow_thai_binh_2020.readings import READINGS as OF_2020
from congress_flow_thai_binh_2020.rules import book as of_province
from congress_flow_vn_2020.rules import book as before
from congress_flow_vn_2025.handbook_readings import READINGS
from congress_flow_vn_2025.instruments import CT35_2024, CT45_2025
from congress_flow_vn_2025.rules import book as of_centre
from tests.planted.planting import moments

PATH: Final = Path(__file__).parents[2] / "docs" / "examples" / "phuong-mau-2025.toml"
TEXT: Final = PATH.read_text(encoding="utf-8")
OPENING: Final = date(2025, 6, 12)
CHANGE: Final = date(2025, 4, 14)
GATES: Final = tuple(f"G{number}" for number in range(1, 15))
COMMITTEE: Final = "ban-chap-hanh"
RULES: Final = {rule.id: rule for book in (before, of_centre) for rule in book.rules}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(Shelf([before, of_centre], [OF_2020, READINGS]))


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return read(PATH, ())


@pytest.fixture(scope="module")
def found(dossier: Dossier, engine: Engine) -> Review:
    """The review on the day of the opening."""
    return review(dossier, engine)


@pytest.fixture(scope="module")
def end(dossier: Dossier, engine: Engine) -> History:
    """All that is on record, to the last event."""
    return to_the_end(dossier, engine)


def to_the_end(dossier: Dossier, engine: Engine) -> History:
    """Judge everything that a dossier records."""
    last = dossier.last_day
    assert last is not None
    return history(dossier, engine, last)


def only(past: History, case: str, kind: str, on: date | None = None) -> Judged:
    """Return the one verdict on events of a kind in a case."""
    (one,) = [
        each
        for each in past.of(case)
        if each.verdict.kind == kind and on in {None, each.recorded.event.on}
    ]
    return one


def row(head: str, *marks: str) -> str:
    """Return the text of the one table of the file that begins so and holds all the marks."""
    tables = re.split(r"\n(?=\[\[)|\n\n", TEXT)
    (one,) = [
        each for each in tables if each.startswith(head) and all(mark in each for mark in marks)
    ]
    return one


def changed(*edits: tuple[str, str, str]) -> Dossier:
    """Return the dossier with edits: in a piece of its text one wording for another."""
    text = TEXT
    for piece, old, new in edits:
        assert text.count(piece) == 1
        assert piece.count(old) == 1
        text = text.replace(piece, piece.replace(old, new))
    return parse(text.encode(), ())


def refusals(judged: Judged) -> dict[str, Finding]:
    """Return what stood in the way, by rule."""
    return {finding.rule: finding for finding in judged.verdict.objections}


def test_it_says_that_it_is_invented(dossier: Dossier) -> None:
    """Nobody can take it for the record of a real congress, in neither language."""
    assert dossier.tables.head.made_up
    assert "TẤT CẢ ĐỀU BỊA ĐẶT" in TEXT[:1000]
    assert "NOTHING HERE IS REAL" in TEXT[:1000]


def test_ready_on_the_day(found: Review) -> None:
    """READY: fourteen gates passed by records, and every caution has its explanation."""
    assert found.as_of == OPENING
    assert found.readiness is Readiness.READY
    gates = {gate.id: gate for gate in found.gates}
    assert set(GATES) <= gates.keys()
    for gate in gates.values():
        assert (gate.outcome, gate.evidence) == (GateOutcome.PASSED, Evidence.RECORDED), gate
    assert found.remarks
    for remark in found.remarks:
        assert remark.finding.kind is FindingKind.CAUTION, remark
        assert remark.finding.explained, remark


def test_no_event_is_refused(dossier: Dossier, end: History) -> None:
    """To the end: ratified, filed, the ballots destroyed; hundreds of events, none refused."""
    assert [each.verdict.summary.en for each in end.judged if not each.verdict.allowed] == []
    assert len(end.judged) == len(dossier.events) > 400
    for judged in end.judged:
        assert all(finding.explained for finding in judged.verdict.findings)
    stages = {name: case.stage for name, case in end.cases.items()}
    assert stages["congress"] is k.ARCHIVED
    assert stages["personnel_run"] is r.CLOSED
    assert stages["personnel_scheme"] is s.CLOSED
    assert stages[COMMITTEE] is e.BALLOTS_DESTROYED


def test_the_law_is_that_of_2025(dossier: Dossier, end: History) -> None:
    """No rule is asked that belongs to the past term, and the book of Thái Bình says nothing."""
    asked = {rule for each in end.judged for rule in each.verdict.consulted}
    assert len(asked) > 300
    assert min(each.event.on for each in dossier.events) > date(2024, 6, 13)
    assert not any(RULES[name].in_context for name in asked if name.startswith("vn-2020/"))
    more = Engine(Shelf([before, of_centre, of_province], [OF_2020, READINGS]))
    with_province = to_the_end(dossier, more)
    assert [each.verdict for each in with_province.judged] == [each.verdict for each in end.judged]


def test_not_ready_while_suspended(dossier: Dossier, engine: Engine, end: History) -> None:
    """Suspended in April, resumed in May: in between G14 stands in the way, and moves no day."""
    suspension = end.cases["suspension"]
    begun, over = suspension.last(u.Suspend), suspension.last(u.Resume)
    assert begun is not None
    assert over is not None
    assert begun.on < over.on < OPENING
    assert over.moves_deadline is False
    for day, outcome in (
        (begun.on - timedelta(days=1), GateOutcome.PASSED),
        (over.on - timedelta(days=1), GateOutcome.FAILED),
        (over.on, GateOutcome.PASSED),
    ):
        seen = review(dossier, engine, day)
        assert {gate.id: gate.outcome for gate in seen.gates}["G14"] is outcome
        assert seen.readiness is Readiness.NOT_READY


def test_the_steps_are_cited_by_the_directive_of_the_day(end: History) -> None:
    """One track, two rounds of five steps: before 14 April 2025 directive 35, then directive 45."""
    steps = {"approve_list", "accept_result", "adopt_list"}
    for track in ("personnel_track_R", "personnel_track_F"):
        cited: list[tuple[date, str]] = []
        for judged in end.of(track):
            if judged.verdict.kind not in steps:
                continue
            names = [
                citation.instrument.id
                for rule in judged.verdict.consulted
                for citation in RULES[rule].citations
                if citation.instrument in {CT35_2024, CT45_2025}
            ]
            assert len(names) >= 5
            assert len(set(names)) == 1
            cited.append((judged.recorded.event.on, names[0]))
        assert len(cited) == 10
        for day, name in cited:
            assert name == (CT35_2024 if day < CHANGE else CT45_2025).id
        assert [name for _, name in cited] == [CT35_2024.id] * 5 + [CT45_2025.id] * 5


def test_the_scheme_is_returned_and_made_anew(end: History) -> None:
    """The superior returned it after the change; both tracks ran again, and the list changed."""
    scheme = end.cases["personnel_scheme"]
    lists = [
        tuple(person.id for person in act.candidates or ())
        for act in scheme.events(s.AssembleScheme)
    ]
    assert [len(names) for names in lists] == [11, 11]
    assert set(lists[0]) ^ set(lists[1]) == {"viet", "son"}
    returned = scheme.last(s.ReturnForRevision)
    assert returned is not None
    assert returned.on >= CHANGE
    tracks = [end.cases[f"personnel_track_{letter}"] for letter in "RF"]
    assert all(len(case.events(t.ApproveList)) == 2 for case in tracks)


@pytest.mark.parametrize(
    ("vote", "day", "reading", "limit"),
    [
        ("r-1", date(2025, 1, 7), 30, None),
        ("r-1", date(2025, 1, 7), 48, 48),
        ("r2-1", date(2025, 4, 23), 30, 48),
        ("r2-1", date(2025, 4, 23), 48, 48),
    ],
)
def test_forty_months_are_left_to_one_of_them(
    vote: str, day: date, reading: int, limit: int | None
) -> None:
    """With 40 months left the reading decides in January; from 14 April 48 are asked by the text.

    Born in August 1966 he retires at 62, in August 2028: 40 months after April 2025.
    """
    engine = Engine(
        Shelf(
            [before, of_centre],
            [OF_2020, attrs.evolve(READINGS, reelection_under_ct35=reading)],
        )
    )
    piece = row("[[step_vote]]", f'id = "{vote}"')
    other = changed((piece, 'passed = ["binh"', 'passed = ["kien", "binh"'))
    judged = only(history(other, engine, day), "personnel_track_R", "approve_list", day)
    said = refusals(judged)
    if limit is None:
        assert said == {}
        return
    year = "2024" if day < CHANGE else "2025"
    (finding,) = said.values()
    assert finding.rule == f"vn-2025/age_months_{year}"
    assert {name: finding.figures[name] for name in ("about", "value", "limit")} == {
        "about": "kien",
        "value": 40,
        "limit": limit,
    }


def test_exactly_48_months_are_enough(end: History) -> None:
    """A man born in April 1967 retires at 62 in April 2029: 48 months, and he stands again."""
    judged = only(end, "personnel_track_R", "approve_list", date(2025, 4, 23))
    kept = [demand for rule, demand in judged.verdict.kept if rule == "vn-2025/age_months_2025"]
    left = {demand.figures["about"]: demand.figures["value"] for demand in kept}
    assert left["cuong"] == 48
    assert min(value for value in left.values() if isinstance(value, int)) == 48


def test_an_outsider_needs_more_than_30_percent(dossier: Dossier, end: History) -> None:
    """60 attend: 19 let one outsider onto the list, 18, which is 30 % exactly, keep one off."""
    contest = end.cases[COMMITTEE]
    poll, adopted = contest.last(e.RunOpinionPoll), contest.last(e.AdoptList)
    assert poll is not None
    assert adopted is not None
    assert (poll.support, poll.attending) == ({"loc": 19, "duc": 18}, 60)
    prepared = next(each for each in dossier.tables.contests if each.id == COMMITTEE).prepared
    assert set(adopted.names or ()) - set(prepared or ()) == {"loc"}


@pytest.mark.parametrize(("support", "refused"), [(18, ["vn-2025/outsiders_supported"]), (19, [])])
def test_the_list_with_the_other_outsider(engine: Engine, support: int, refused: list[str]) -> None:
    """With him the list holds 13 names, as many as the cap allows: only his support decides."""
    contest = row("[[contest]]", f'id = "{COMMITTEE}"')
    poll = row("[[act]]", 'does = "run_opinion_poll"')
    other = changed(
        (contest, '"loc",', '"loc", "duc",'),
        (poll, "duc = 18", f"duc = {support}"),
    )
    judged = only(history(other, engine, OPENING), COMMITTEE, "adopt_list")
    said = refusals(judged)
    assert list(said) == refused
    for finding in said.values():
        figures = finding.figures
        assert [figures[name] for name in ("value", "of", "least")] == [18, 60, 19]
        assert [citation.instrument.id for citation in finding.citations] == ["QC190-2024"]


@pytest.mark.parametrize(("support", "left"), [(18, False), (40, True)])
def test_who_has_the_support_is_not_left_off(
    engine: Engine,
    support: int,
    left: bool,  # noqa: FBT001 - a table
) -> None:
    """Thirteen names find room: with 40 of 60 the other outsider must be on the list."""
    poll = row("[[act]]", 'does = "run_opinion_poll"')
    other = changed((poll, "duc = 18", f"duc = {support}"))
    said = refusals(only(history(other, engine, OPENING), COMMITTEE, "adopt_list"))
    assert list(said) == (["vn-2025/no_outsider_left_off"] if left else [])
    assert all(finding.figures["value"] == ["duc"] for finding in said.values())


@pytest.mark.parametrize("attending", [50, 63])
def test_the_30_percent_are_of_those_counted(engine: Engine, attending: int) -> None:
    """The congress counted 60: fewer are refused, more are remarked on."""
    poll = row("[[act]]", 'does = "run_opinion_poll"')
    other = changed((poll, "attending = 60", f"attending = {attending}"))
    judged = only(history(other, engine, OPENING), COMMITTEE, "run_opinion_poll")
    refused = ["vn-2025/polled_of_all_attending"] if attending < 60 else []
    assert list(refusals(judged)) == refused
    remarked = [finding.rule for finding in judged.verdict.cautions]
    assert remarked == (["vn-2025/polled_as_confirmed"] if attending > 60 else [])


def test_more_vote_than_the_congress_counted(engine: Engine) -> None:
    """44 counted, 60 ballots issued: the ballots are remarked on."""
    counted = row("[[act]]", 'does = "confirm_quorum"')
    past = history(changed((counted, "present = 60", "present = 44")), engine, OPENING)
    judged = [j for j in past.judged if j.verdict.case == COMMITTEE]
    rules = [finding.rule for each in judged for finding in each.verdict.cautions]
    assert rules.count("vn-2025/present_as_confirmed") == 2
    assert "vn-2025/polled_as_confirmed" in rules


def test_the_poll_is_mandatory(engine: Engine) -> None:
    """Without it the list with an outsider is not adopted, although it is not too long."""
    poll = row("[[act]]", 'does = "run_opinion_poll"')
    other = parse(TEXT.replace(poll, "").encode(), ())
    judged = only(history(other, engine, OPENING), COMMITTEE, "adopt_list")
    assert "vn-2025/poll_required" in refusals(judged)


def test_the_run_off_after_a_tie_at_the_last_seat(dossier: Dossier, end: History) -> None:
    """Counted by hand: nine are elected, two are level at the tenth seat, the run-off decides.

    The base is neither those present nor the valid ballots: 30 votes are more than half of 59
    ballots, and not more than half of 61. The winner of the run-off has less than half.
    """
    table = next(each for each in dossier.tables.contests if each.id == COMMITTEE)
    main, runoff = table.rounds
    roll, votes, again = dict(table.roll or {}), dict(main.votes or {}), dict(runoff.votes or {})
    base = 2 * roll["official"] - sum(roll.values())
    assert (roll["official"], base) == (66, 61)
    assert [(main.count or {})[name] for name in ("present", "valid")] == [60, 59]
    over = [name for name in votes if 2 * votes[name] > base]
    clear = [name for name in over if votes[name] > votes["trang"]]
    assert (len(over), len(clear), votes["trang"], votes["loc"]) == (11, 9, 34, 34)
    assert base > 2 * votes["son"] > (main.count or {})["valid"]
    contest = end.cases[COMMITTEE]
    tie = contest.last(e.DetectTie)
    assert tie is not None
    assert (set(tie.tied or ()), tie.places) == ({"trang", "loc"}, 1)
    assert again.keys() == {"trang", "loc"}
    assert base > 2 * again["trang"] > 2 * again["loc"]
    declared = contest.last(e.Declare)
    assert declared is not None
    assert set(declared.elected or ()) == {*clear, "trang"}
    assert set(e.elected(contest)) == {*clear, "trang"}


def test_the_denunciation_of_the_25th_working_day(end: History) -> None:
    """Held over by the day on which the competent body had it, then handed to the new term."""
    letter = end.cases["don-2"]
    assert letter.passages[0].event.on == date(2025, 5, 8)
    frozen = only(end, "don-2", "freeze_denunciation")
    kept = [
        demand
        for rule, demand in frozen.verdict.kept
        if rule == "vn-2025/denunciation_within_freeze"
    ]
    assert kept
    assert working_days(date(2025, 5, 8), OPENING) == 25
    noted = end.cases["personnel_scheme"].last(s.NoteLateCase)
    handed = letter.last(q.HandOver)
    assert noted is not None
    assert noted.complaint == "don-2"
    assert handed is not None
    assert handed.on > OPENING
    assert set(handed.handed_to or ()) == set(q.Recipient)
    assert letter.stage is q.NOTIFIED


def working_days(since: date, until: date) -> int:
    """Count by hand: Mondays to Fridays after *since*, through *until*; no holiday lies between."""
    days = [since + timedelta(days=number) for number in range(1, (until - since).days + 1)]
    return sum(day.weekday() < 5 for day in days)


def test_a_day_earlier_it_would_have_been_settled(dossier: Dossier, engine: Engine) -> None:
    """Received on the 26th working day it is not to be held over: the clerk is told so."""
    letter = row("[[complaint]]", 'id = "don-2"')
    receipt = row("[[act]]", 'case = "don-2"', 'does = "receive"')
    other = changed(
        (letter, "received_competent = 2025-05-08", "received_competent = 2025-05-07"),
        (receipt, "2025-05-08", "2025-05-07"),
    )
    past = history(other, engine, OPENING)
    for judged, rule in (
        (only(past, "don-2", "freeze_denunciation"), "denunciation_within_freeze"),
        # Nor does it let its candidate pass in silence at the approval.
        (only(past, "personnel_scheme", "approve", date(2025, 5, 28)), "no_open_case_2025"),
    ):
        said = {finding.rule: finding for finding in judged.verdict.findings}
        finding = said[f"vn-2025/{rule}"]
        assert finding.kind is FindingKind.CAUTION
        assert not finding.explained
        assert {"value": "2025-05-07", "limit": "2025-05-08"}.items() <= finding.figures.items()
    found = review(other, engine, OPENING)
    assert found.readiness is not Readiness.READY
    told = [r.finding.rule for r in found.remarks if not r.finding.explained]
    assert "vn-2025/gate_complaints" in told
    # Nor when the list is adopted, were it to come so far.
    (listed,) = (
        each
        for each in moments(dossier, engine, OPENING)
        if each.case.id == "ban-chap-hanh" and isinstance(each.event, e.AdoptList)
    )
    beside = [past.cases["don-2"] if each.id == "don-2" else each for each in listed.beside]
    for others, silent in ((listed.beside, True), (beside, False)):
        findings = engine.judge(listed.case, listed.event, others).findings
        assert ("vn-2025/no_held_candidate" not in {f.rule for f in findings}) is silent


@pytest.mark.parametrize(
    ("kind", "rule", "last"),
    [
        ("report", "report_as_read", date(2025, 6, 23)),
        ("ratify", "ratified_as_read", date(2025, 7, 9)),
    ],
)
def test_the_time_limits_after_the_congress(end: History, kind: str, rule: str, last: date) -> None:
    """7 working days to report, 15 to ratify, as the readings have it: six contests keep both."""
    contests = [
        case
        for case in end.cases.values()
        if case.procedure is e.election_contest and case.subject.congress == "congress"
    ]
    assert len(contests) == 6
    for contest in contests:
        judged = only(end, contest.id, kind)
        assert judged.recorded.event.on <= last
        assert f"vn-2025/{rule}" in judged.verdict.consulted
        assert judged.verdict.findings == ()


def test_a_late_report_is_told(engine: Engine) -> None:
    """The eighth working day is late: the reading warns, and nothing explains it."""
    report = row("[[act]]", f'case = "{COMMITTEE}"', 'does = "report"')
    other = changed((report, "on = 2025-06-18", "on = 2025-06-24"))
    judged = only(history(other, engine, date(2025, 6, 24)), COMMITTEE, "report")
    (finding,) = judged.verdict.findings
    assert (finding.rule, finding.kind) == ("vn-2025/report_as_read", FindingKind.CAUTION)
    assert judged.verdict.allowed
