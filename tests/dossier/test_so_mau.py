"""The invented, fully recorded dossier: ready on the day by records alone, and held to the end."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from congress_flow import Case, Engine, FindingKind, Shelf
from congress_flow.dossier import (
    Dossier,
    Evidence,
    GateOutcome,
    History,
    Review,
    history,
    read,
    review,
)
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import personnel_track as t
from congress_flow.procedures import suspension as u
from congress_flow.procedures.preparation import Readiness
from congress_flow_thai_binh_2020.readings import READINGS
from congress_flow_thai_binh_2020.rules import book as of_province
from congress_flow_vn_2020.rules import book as of_centre

PATH: Final = Path(__file__).parents[2] / "docs" / "examples" / "so-mau-2020.toml"
OPENING: Final = date(2020, 5, 28)
GATES: Final = tuple(f"G{number}" for number in range(1, 15))
# The scheme is the seventh: it has a procedure of its own.
DOCUMENTS: Final = (
    "bao-cao-chinh-tri",
    "bao-cao-kiem-diem",
    "chuong-trinh-dai-hoi",
    "kich-ban",
    "nghi-quyet",
    "chuong-trinh-hanh-dong",
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(Shelf([of_centre, of_province], [READINGS]))


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return read(PATH, ())


@pytest.fixture(scope="module")
def found(dossier: Dossier, engine: Engine) -> Review:
    """The review on the day of the opening."""
    return review(dossier, engine)


@pytest.fixture(scope="module")
def eve(dossier: Dossier, engine: Engine) -> History:
    """What stood on record on the day before the opening."""
    return history(dossier, engine, OPENING - timedelta(days=1))


@pytest.fixture(scope="module")
def end(dossier: Dossier, engine: Engine) -> History:
    """All that is on record, to the last event."""
    last = dossier.last_day
    assert last is not None
    return history(dossier, engine, last)


def of(past: History, procedure: Any) -> list[Case[Any]]:
    """Return the cases of a procedure."""
    return [case for case in past.cases.values() if case.procedure is procedure]


def test_it_says_that_it_is_invented(dossier: Dossier) -> None:
    """Nobody can take it for the record of a real congress, in neither language."""
    assert dossier.tables.head.made_up
    head = PATH.read_text(encoding="utf-8")[:1500]
    assert "TẤT CẢ ĐỀU BỊA ĐẶT" in head
    assert "NOTHING HERE IS REAL" in head


def test_ready_on_the_day(found: Review) -> None:
    """READY, and all that was found are cautions with their explanation on record."""
    assert found.as_of == OPENING
    assert found.readiness is Readiness.READY
    assert found.remarks
    for remark in found.remarks:
        assert remark.finding.kind is FindingKind.CAUTION, remark
        assert remark.finding.explained, remark


def test_the_surplus_outside_the_band_is_explained(found: Review) -> None:
    """13 for 11 is 2/11: no whole number lies in 10–15 % of 11, the cap allows 3."""
    band = next(r.finding for r in found.remarks if r.finding.rule == "vn-2020/surplus_band")
    assert (band.figures["seats"], band.figures["candidates"]) == (11, 13)
    assert "18,18 %" in band.text.vi
    assert "không có số nguyên" in band.explained
    assert found.dossier.tables.personnel.surplus_printed == "18,18%"


def test_every_gate_is_passed_by_records(found: Review) -> None:
    """The fourteen gates of the handbook: none of them by the word of a source."""
    gates = {gate.id: gate for gate in found.gates}
    assert set(GATES) <= gates.keys()
    for gate in gates.values():
        assert gate.outcome in {GateOutcome.PASSED, GateOutcome.CAUTION}, gate
        assert gate.evidence is Evidence.RECORDED, gate
        assert all(found.remarks[index].finding.explained for index in gate.remarks)


def test_no_event_is_refused(dossier: Dossier, found: Review) -> None:
    """Every event up to the day was drawn, judged and taken; there are hundreds of them."""
    judged = found.history.judged
    assert len(judged) == sum(each.event.on <= OPENING for each in dossier.events) > 500
    assert [each.verdict.summary.en for each in judged if not each.verdict.allowed] == []
    assert found.history.standing == ()


def test_the_twelve_cells(dossier: Dossier, eve: History) -> None:
    """All held their congress, filled every seat in one ballot, reported, and were ratified."""
    cells = of(eve, c.cell_congress)
    summary = c.aggregate(cells)
    assert (summary.done, summary.total, summary.first_ballot) == (12, 12, True)
    assert {case.stage for case in cells} == {c.CLOSED}
    official = sum(row.official or 0 for row in dossier.tables.cells)
    assert official == dossier.tables.organisation.members == 106
    suspended = [(case.last(u.Suspend), case.last(u.Resume)) for case in of(eve, u.suspension)]
    begun, ended = suspended[0]
    assert begun is not None
    assert ended is not None
    for case in cells:
        held = case.last(c.Hold)
        assert held is not None
        assert not begun.on <= held.on < ended.on


def test_both_tracks_with_every_ballot(dossier: Dossier, eve: History) -> None:
    """Ten meetings; whoever fell out had no more than half; 8 and 5 persons reach the scheme."""
    votes = {(row.track.value, row.step): row for row in dossier.tables.step_votes}
    assert set(votes) == {(track, step) for track in "RF" for step in range(1, 6)}
    tracks = {case.subject.kind.value: case for case in of(eve, t.personnel_track)}
    assert all(case.reached(t.TRACK_COMPLETED) for case in tracks.values())
    last = {name: case.events(t.AcceptResult)[-1].passed for name, case in tracks.items()}
    assert [len(last[name] or ()) for name in "RF"] == [8, 5]
    second, third = votes["F", 2], votes["F", 3]
    assert 2 * (second.agree or {})["mai"] == second.present
    assert 2 * (third.agree or {})["hung"] < (third.convened or 0)
    (scheme,) = of(eve, s.personnel_scheme)
    listed = {person.id for person in s.scheme_list(scheme)}
    assert listed == {*(last["R"] or ()), *(last["F"] or ())}
    assert (scheme.subject.seats, len(listed)) == (11, 13)


def test_the_seven_documents(eve: History) -> None:
    """Six are final for the congress, the scheme is approved; remarks and opinions are answered."""
    documents = {case.id: case for case in of(eve, d.document_life)}
    for name in DOCUMENTS:
        assert documents[name].stage is d.FINAL_FOR_CONGRESS
        assert documents[name].reached(d.APPROVED)
    (scheme,) = of(eve, s.personnel_scheme)
    assert scheme.stage is s.APPROVED
    report = documents["bao-cao-chinh-tri"]
    closed = report.last(d.CloseConsultation)
    late = report.last(d.AdoptForSubmission)
    assert closed is not None
    assert late is not None
    assert len(closed.opinions or ()) == 6
    assert len(late.late_opinions) == 1
    assert report.reached(d.APPROVED_WITH_CHANGES)
    assert documents["bao-cao-kiem-diem"].reached(d.RETURNED)


def test_the_letters(eve: History) -> None:
    """Settled, held over and listed, not taken up, answered, forwarded: none is open."""
    letters = {case.id: case for case in of(eve, q.complaint_case)}
    assert {name: case.stage for name, case in letters.items()} == {
        "don-1": q.REJECTED,
        "don-2": q.NOTIFIED,
        "don-3": q.NOTIFIED,
        "don-4": q.FROZEN,
        "don-5": q.TRANSFERRED,
    }
    assert letters["don-4"].last(q.ListAndReport) is not None
    assert not any(q.is_timely(case) for case in letters.values())


@pytest.mark.parametrize(
    ("day", "lacking"),
    [
        (date(2020, 4, 10), {"G5", "G7", "G9", "G10", "G14"}),
        (date(2020, 5, 7), {"G10", "G11", "G13"}),
    ],
)
def test_not_ready_before_it_was(
    dossier: Dossier, engine: Engine, day: date, lacking: set[str]
) -> None:
    """Looked at earlier the same record is not ready, and says at which gates."""
    before = review(dossier, engine, day)
    assert before.readiness is Readiness.NOT_READY
    failed = {
        gate.id
        for gate in before.gates
        if gate.outcome in {GateOutcome.FAILED, GateOutcome.UNKNOWN}
    }
    assert lacking <= failed


def test_what_comes_after_the_day_is_not_looked_at(found: Review, end: History) -> None:
    """The review of the opening day knows the congress held that day, and nothing later."""
    assert max(each.recorded.event.on for each in found.history.judged) == OPENING
    assert found.history.cases["congress"].stage is k.CLOSED
    assert found.history.cases["chuong-trinh-hanh-dong"].stage is d.HANDED_OVER
    assert end.cases["congress"].stage is k.ARCHIVED
    assert len(end.judged) > len(found.history.judged)


def test_the_congress_goes_to_its_end(dossier: Dossier, end: History) -> None:
    """Held, reported, ratified, filed; no event of the whole record is refused."""
    assert [each.verdict.summary.en for each in end.judged if not each.verdict.allowed] == []
    assert len(end.judged) == len(dossier.events) > 700
    for judged in end.judged:
        assert all(finding.explained for finding in judged.verdict.findings)
    assert {case.stage for case in of(end, r.personnel_run)} == {r.CLOSED}
    assert {case.stage for case in of(end, s.personnel_scheme)} == {s.CLOSED}
    assert {case.stage for case in of(end, u.suspension)} == {u.ENDED}
    assert {case.stage for case in of(end, t.personnel_track)} == {t.CLOSED}
    for name in DOCUMENTS:
        assert end.cases[name].stage is d.ARCHIVED


def test_the_elections(end: History) -> None:
    """Two at the congress, five at the first conference; the ballots were destroyed in the end."""
    contests = [case for case in of(end, e.election_contest) if case.subject.congress == "congress"]
    assert {case.subject.post for case in contests} == {
        e.Post.COMMITTEE,
        e.Post.DELEGATES,
        e.Post.STANDING_COMMITTEE,
        e.Post.SECRETARY,
        e.Post.DEPUTY_SECRETARIES,
        e.Post.INSPECTION_COMMISSION,
        e.Post.INSPECTION_CHAIR,
    }
    assert {case.stage for case in contests} == {e.BALLOTS_DESTROYED}


def test_the_committee_is_elected_by_more_than_half_of_the_base(
    dossier: Dossier, end: History
) -> None:
    """Counted by hand: 14 names for 11 seats; the base is neither those convened nor the ballots.

    One over half finds no seat; one withdrew, and one outsider was kept off the list by the poll.
    """
    row = next(each for each in dossier.tables.contests if each.id == "ban-chap-hanh")
    roll, votes = dict(row.roll or {}), dict(row.rounds[0].votes or {})
    base = 2 * roll["official"] - sum(roll.values())
    assert (roll["official"], base, (row.rounds[0].count or {})["valid"]) == (106, 102, 101)
    ranked = sorted(votes, key=lambda name: -votes[name])
    over_half = [name for name in ranked if 2 * votes[name] > base]
    assert (len(votes), len(over_half)) == (14, 12)
    contest = end.cases["ban-chap-hanh"]
    assert set(e.elected(contest)) == set(over_half[:11]) == set(row.declared or ())
    released = contest.last(e.DecideWithdrawals)
    poll = contest.last(e.RunOpinionPoll)
    assert released is not None
    assert released.released == ("yen",)
    assert poll is not None
    assert poll.support == {"loc": 61, "duc": 34}
    assert "loc" in votes
    assert not {"yen", "duc"} & votes.keys()


def test_the_time_limits_after_the_congress(end: History) -> None:
    """The days are those of the handbook's table for a congress closed on 28 May 2020."""
    summary = end.cases["tong-hop-gop-y"].last(d.Dispatch)
    assert summary is not None
    assert summary.on <= date(2020, 6, 7)
    for case in of(end, e.election_contest):
        if case.subject.congress != "congress":
            continue
        reported, ratified = case.last(e.Report), case.last(e.Ratify)
        destroyed = case.last(e.DestroyBallots)
        assert reported is not None
        assert reported.on <= date(2020, 6, 8)
        assert ratified is not None
        assert ratified.received is not None
        assert ratified.on <= date(2020, 6, 25)
        assert destroyed is not None
        assert destroyed.on >= date(2020, 11, 28)


def test_the_action_programme_is_not_voted(end: History) -> None:
    """Discussed and handed over; the new committee issues it in the series of the new term."""
    programme = end.cases["chuong-trinh-hanh-dong"]
    handed, issued = programme.last(d.HandOver), programme.last(d.Issue)
    assert programme.last(d.Adopt) is None
    assert handed is not None
    assert handed.voted is False
    assert issued is not None
    assert (issued.number, issued.by) == ("01-CTr/ĐU", d.Body.NEW_COMMITTEE)
    assert issued.on > OPENING


def test_the_letter_held_over_is_settled_in_the_new_term(end: History) -> None:
    """Handed to both bodies of the new term after the closing, then concluded and answered."""
    letter = end.cases["don-4"]
    handed = letter.last(q.HandOver)
    assert letter.stage is q.NOTIFIED
    assert handed is not None
    assert handed.on > OPENING
    assert set(handed.handed_to or ()) == set(q.Recipient)
