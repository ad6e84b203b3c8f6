"""At the congress and after it: each rule objects to one changed fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from congress_flow import Case, Finding, FindingKind, Level, Stage, Verdict
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import suspension as u
from congress_flow_vn_2020 import document_congress, document_end
from congress_flow_vn_2020._document_checks import MINUTES_PARTS
from congress_flow_vn_2020.readings import Days, Limit
from tests.documents.examples import DAY, B, Example, Kind, document, rules_of
from tests.documents.walk import CLOSED, CONGRESS, OPENED, SUPERIOR, UNIT, YES, Stand

Weigh = Callable[..., Finding]
Judge = Callable[..., Verdict]
FINAL = d.Finalise(on=DAY, sha256="v4")


def presented(**facts: Any) -> d.Present:
    known: dict[str, Any] = {"sha256": "v4", "programme_item": "mục 3", "in_session": True}
    return d.Present(on=OPENED, **{**known, **facts})


def adopted(**facts: Any) -> d.Adopt:
    known: dict[str, Any] = {"in_favour": 51, "members": 100}
    return d.Adopt(on=OPENED, **{**known, **facts})


def signed(**facts: Any) -> d.SignMinutes:
    known: dict[str, Any] = {
        "signers": (B.CHAIR, B.CONGRESS_SECRETARIAT),
        "contents": dict.fromkeys(MINUTES_PARTS, True),
    }
    return d.SignMinutes(on=OPENED, **{**known, **facts})


def sent(day: date, **facts: Any) -> d.Dispatch:
    known: dict[str, Any] = {"to": SUPERIOR, "closed": CLOSED}
    return d.Dispatch(on=day, **{**known, **facts})


def filed(**facts: Any) -> d.Archive:
    known: dict[str, Any] = {"complete": True, "closed": CLOSED}
    return d.Archive(on=date(2020, 6, 30), **{**known, **facts})


EXAMPLES = {
    "presented_in_session": Example(
        d.FINAL_FOR_CONGRESS, presented(), presented(in_session=False), {"value": False}
    ),
    "presented_under_item": Example(
        d.FINAL_FOR_CONGRESS, presented(), presented(programme_item=""), {"op": "given"}
    ),
    "presented_version_approved": Example(
        d.FINAL_FOR_CONGRESS,
        presented(),
        presented(sha256="v5"),
        {"value": "v5", "limit": "v4"},
        past=(FINAL,),
    ),
    "summary_as_asked": Example(
        d.NOT_STARTED,
        d.DraftAtCongress(on=OPENED, checks=YES),
        d.DraftAtCongress(on=OPENED, checks={**YES, "OS4": False}),
        {"about": "OS4", "value": False},
        kind=Kind.OPINIONS_SUMMARY,
    ),
    "speakers_recorded": Example(
        d.PRESENTED,
        d.Discuss(on=OPENED, speakers=()),
        d.Discuss(on=OPENED),
        {"value": None, "limit": 0},
        finding=FindingKind.GAP,
    ),
    "adoption_voted": Example(
        d.DISCUSSED, adopted(), adopted(in_favour=0), {"value": 0, "limit": 1}
    ),
    "adoption_majority": Example(
        d.DISCUSSED,
        adopted(),
        adopted(in_favour=50),
        {"value": 50, "of": 100, "least": 51, "percent": "50,00"},
        finding=FindingKind.CAUTION,
    ),
    "rules_at_preparatory_session": Example(
        d.DISCUSSED,
        adopted(session=d.Session.PREPARATORY),
        adopted(session=d.Session.OFFICIAL),
        {"value": "official", "limit": "preparatory"},
        kind=Kind.WORKING_RULES,
        finding=FindingKind.CAUTION,
    ),
    "conclusions_in_resolution": Example(
        d.DISCUSSED,
        d.Note(on=OPENED, into_resolution="nghi-quyet"),
        d.Note(on=OPENED, into_resolution=""),
        {"op": "given"},
    ),
    "action_programme_not_voted": Example(
        d.DISCUSSED,
        d.HandOver(on=OPENED, voted=False),
        d.HandOver(on=OPENED, voted=True),
        {"value": True, "limit": False},
        kind=Kind.ACTION_PROGRAMME,
    ),
    "minutes_signed": Example(
        d.DRAFTED,
        signed(),
        signed(signers=(B.PRESIDIUM,)),
        {"value": "congress_secretariat"},
        kind=Kind.CONGRESS_MINUTES,
    ),
    "minutes_complete": Example(
        d.DRAFTED,
        signed(),
        signed(contents={**dict.fromkeys(MINUTES_PARTS, True), "guests": False}),
        {"about": "guests"},
        kind=Kind.CONGRESS_MINUTES,
        finding=FindingKind.CAUTION,
    ),
}
ENDS = {
    "dispatched_to_superior": Example(
        d.ISSUED,
        sent(date(2020, 6, 1)),
        sent(date(2020, 6, 1), to="tinh-uy"),
        {"value": "tinh-uy", "limit": SUPERIOR},
        kind=Kind.ELECTION_MINUTES,
    ),
    # Ten calendar days after 29/5/2020, though 7 and 8 June are a Sunday and a Monday.
    "opinions_summary_in_time": Example(
        d.ADOPTED,
        sent(date(2020, 6, 8)),
        sent(date(2020, 6, 9)),
        {"value": "2020-06-09", "limit": "2020-06-08"},
        kind=Kind.OPINIONS_SUMMARY,
    ),
    # Seven working days after Friday 29/5/2020: Tuesday 9/6/2020.
    "election_minutes_in_time": Example(
        d.ISSUED,
        sent(date(2020, 6, 9)),
        sent(date(2020, 6, 10)),
        {"value": "2020-06-10", "limit": "2020-06-09"},
        kind=Kind.ELECTION_MINUTES,
    ),
    "election_minutes_in_time_2021": Example(
        d.ISSUED,
        sent(date(2021, 8, 11), closed=date(2021, 8, 2)),
        sent(date(2021, 8, 12), closed=date(2021, 8, 2)),
        {"limit": "2021-08-11"},
        kind=Kind.ELECTION_MINUTES,
    ),
    "file_complete": Example(
        d.NOTED, filed(), filed(complete=False), {"value": False, "limit": True}
    ),
    "filed_in_time": Example(
        d.NOTED,
        filed(closed=date(2020, 5, 31)),
        filed(),
        {"value": "2020-06-30", "limit": "2020-06-28"},
        chosen={"archive": Days(30, Limit.DAYS)},
        finding=FindingKind.CAUTION,
    ),
    "document_withdrawn_with_reason": Example(
        d.DRAFTED,
        d.Withdraw(on=DAY, reason="trùng nội dung"),
        d.Withdraw(on=DAY, reason=""),
        {"op": "given"},
    ),
}


@pytest.mark.parametrize("rule", [*EXAMPLES, *ENDS])
def test_rule_objects_and_is_content(rule: str, stand: Stand, weigh: Weigh) -> None:
    """Each rule passes one event and objects to the same with one fact changed."""
    example = (EXAMPLES | ENDS)[rule]
    example.weighed(rule, stand, weigh)


def test_every_rule_has_an_example() -> None:
    """No rule of the two modules is left out; the suspension has a test of its own below."""
    assert set(EXAMPLES) | {"presented_without_suspension"} == rules_of(document_congress)
    assert set(ENDS) == rules_of(document_end)


def findings(verdict: Verdict, rule: str) -> list[Finding]:
    return [found for found in verdict.findings if found.rule == f"vn-2020/{rule}"]


def held(stand: Stand, stage: Stage) -> Case[Any]:
    subject = k.Congress(unit=UNIT, level=Level.GRASSROOTS)
    return stand(k.congress, subject, stage, id=CONGRESS, on=OPENED)


@pytest.mark.parametrize(
    ("stage", "prepared", "made_there"),
    [
        (k.READY, False, False),
        (k.OPENED, False, True),
        (k.BODIES_ELECTED, False, True),
        (k.QUORATE, True, True),
        (k.CLOSED, False, False),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_the_congress_beside_tells_whether_it_sits(
    stage: Stage,
    prepared: bool,  # noqa: FBT001 - a table
    made_there: bool,  # noqa: FBT001
    stand: Stand,
    judge: Judge,
) -> None:
    """Its case counts, not the act's word: prepared papers need the quorum (K9), others not."""
    final = stand(d.document_life, document(), d.FINAL_FOR_CONGRESS, FINAL)
    made = stand(d.document_life, document(Kind.OPINIONS_SUMMARY), d.DRAFTED)
    for case, sits in ((final, prepared), (made, made_there)):
        verdict = judge(case, presented(), held(stand, stage))
        assert (not findings(verdict, "presented_in_session")) is sits


@pytest.mark.parametrize(("day", "sits"), [(OPENED, True), (CLOSED, False)])
def test_a_cells_congress_sits_on_the_day_it_is_held(
    day: date,
    sits: bool,  # noqa: FBT001 - a table
    stand: Stand,
    judge: Judge,
) -> None:
    """A cell's congress is one day long: the day on which it was held."""
    cell = stand(
        c.cell_congress, c.CellCongress(cell=UNIT), c.HELD, c.Hold(on=day), id=CONGRESS, on=DAY
    )
    case = stand(d.document_life, document(level=Level.CELL), d.FINAL_FOR_CONGRESS, FINAL)
    assert (not findings(judge(case, presented(), cell), "presented_in_session")) is sits


def test_a_suspension_always_stops_presenting(stand: Stand, judge: Judge) -> None:
    """Whatever may go on besides; a suspension of another unit, or a lifted one, does not."""
    case = stand(d.document_life, document(), d.FINAL_FOR_CONGRESS, FINAL)
    act = u.Suspend(on=DAY, preparation_goes_on=True)
    rule = "presented_without_suspension"
    for unit, stage, stops in (
        (UNIT, u.SUSPENDED, True),
        ("other", u.SUSPENDED, False),
        (UNIT, u.RUNNING, False),
    ):
        beside = stand(u.suspension, u.Suspension(unit=unit), stage, act, id="hoan", on=DAY)
        assert bool(findings(judge(case, presented(), beside), rule)) is stops


def test_a_paper_made_there_is_presented_as_drafted(stand: Stand, weigh: Weigh) -> None:
    """D27: by the digest of its own draft."""
    draft = d.DraftAtCongress(on=OPENED, draft=d.Draft(sha256="v1"))
    case = stand(d.document_life, document(Kind.OPINIONS_SUMMARY), d.DRAFTED, draft)
    good, bad = presented(sha256="v1"), presented(sha256="v2")
    weigh("presented_version_approved", case, good, bad)


@pytest.mark.parametrize(
    ("day", "objects"), [(date(2020, 4, 22), False), (date(2020, 4, 23), True)]
)
def test_a_vote_on_the_action_programme_before_the_letter(
    day: date,
    objects: bool,  # noqa: FBT001 - a table
    stand: Stand,
    judge: Judge,
) -> None:
    """Cells that met before 23 April 2020 broke no known rule by voting on it."""
    case = stand(d.document_life, document(Kind.ACTION_PROGRAMME), d.DISCUSSED)
    verdict = judge(case, d.HandOver(on=day, voted=True))
    assert bool(findings(verdict, "action_programme_not_voted")) is objects


def test_a_vote_beyond_the_members_contradicts_itself(stand: Stand, judge: Judge) -> None:
    """More votes in favour than members is no result."""
    case = stand(d.document_life, document(Kind.RESOLUTION), d.DISCUSSED)
    [found] = findings(judge(case, adopted(in_favour=101)), "adoption_voted")
    assert (found.figures["value"], found.figures["limit"]) == (101, 100)


@pytest.mark.parametrize("name", ["official", "convened"])
def test_the_majority_is_of_those_convened_by_the_roll(
    name: str, stand: Stand, judge: Judge
) -> None:
    """Of 66 convened 60 are there: 31 are more than half of these, and not enough (TR3)."""
    case = stand(d.document_life, document(Kind.RESOLUTION), d.DISCUSSED)
    subject = k.Congress(unit=UNIT, level=Level.GRASSROOTS)
    quorum = k.ConfirmQuorum(on=OPENED, roll={name: 66})
    sits = stand(k.congress, subject, k.QUORATE, quorum, id=CONGRESS, on=OPENED)
    held = c.Hold(on=OPENED, roll={name: 66}, present=60)
    cell = stand(c.cell_congress, c.CellCongress(cell=UNIT), c.HELD, held, id=CONGRESS, on=OPENED)
    for beside in (sits, cell):
        few, base = findings(judge(case, adopted(in_favour=31), beside), "adoption_majority")
        assert [few.figures[name] for name in ("value", "of", "least")] == [31, 66, 34]
        assert [base.figures[name] for name in ("value", "limit")] == [100, 66]
        assert {few.kind, base.kind} == {FindingKind.CAUTION}
        for members in (66, None):
            told = judge(case, adopted(in_favour=34, members=members), beside)
            assert not findings(told, "adoption_majority")
    without = stand(k.congress, subject, k.BODIES_ELECTED, id=CONGRESS, on=OPENED)
    assert not findings(judge(case, adopted(), without), "adoption_majority")


def test_conclusions_go_into_this_congresss_resolution(stand: Stand, judge: Judge) -> None:
    """Where the resolution is a case beside, it is one, and of the same congress."""
    case = stand(d.document_life, document(), d.DISCUSSED)
    note = d.Note(on=OPENED, into_resolution="nq")
    rule = "conclusions_in_resolution"
    for subject, count in (
        (document(Kind.RESOLUTION), 0),
        (document(Kind.RESOLUTION, congress="other"), 1),
        (document(Kind.CONGRESS_PROGRAMME), 1),
    ):
        other = stand(d.document_life, subject, d.ADOPTED, id="nq")
        assert len(findings(judge(case, note, other), rule)) == count


def test_election_minutes_are_the_counting_boards(stand: Stand, weigh: Weigh) -> None:
    """The board makes and signs them; the new committee only sends them (DEC-P10)."""
    case = stand(d.document_life, document(Kind.ELECTION_MINUTES), d.DRAFTED)
    good, bad = signed(signers=(B.COUNTING_BOARD,)), signed(signers=(B.NEW_COMMITTEE,))
    weigh("minutes_signed", case, good, bad)


def test_unknown_signers_are_a_gap(stand: Stand, judge: Judge) -> None:
    """Who signed must be told."""
    case = stand(d.document_life, document(Kind.CONGRESS_MINUTES), d.DRAFTED)
    [found] = findings(judge(case, signed(signers=None)), "minutes_signed")
    assert found.kind is FindingKind.GAP


def test_other_kinds_are_not_asked(stand: Stand, judge: Judge) -> None:
    """The rules on one kind of document are silent on others."""
    minutes = stand(d.document_life, document(Kind.ELECTION_MINUTES), d.DRAFTED)
    assert not findings(judge(minutes, signed(contents=None)), "minutes_complete")
    start = stand(d.document_life, document(Kind.CONGRESS_MINUTES), d.NOT_STARTED)
    blank = d.DraftAtCongress(on=OPENED)
    assert not findings(judge(start, blank), "summary_as_asked")
    assert not findings(judge(start, blank), "report_suits_congress")
    voted = stand(d.document_life, document(Kind.RESOLUTION), d.DISCUSSED)
    assert not findings(judge(voted, adopted()), "rules_at_preparatory_session")


@pytest.mark.parametrize("kind", [Kind.OPINIONS_SUMMARY, Kind.ELECTION_MINUTES])
def test_the_closing_is_that_of_the_congress_beside(
    kind: d.DocumentKind, follow: Callable[..., Case[Any]], stand: Stand, judge: Judge
) -> None:
    """Its case counts, not the act's word; before it has closed the limit is not known."""
    stage = d.ADOPTED if kind is Kind.OPINIONS_SUMMARY else d.ISSUED
    rules = {
        Kind.OPINIONS_SUMMARY: "opinions_summary_in_time",
        Kind.ELECTION_MINUTES: "election_minutes_in_time",
    }
    case = stand(d.document_life, document(kind), stage)
    event = sent(date(2020, 6, 8))
    subject = k.Congress(unit=UNIT, level=Level.GRASSROOTS)
    early = stand(k.congress, subject, k.CLOSED, k.Close(on=date(2020, 5, 10)), id=CONGRESS, on=DAY)
    [late] = findings(judge(case, event, early), rules[kind])
    assert late.kind is FindingKind.BREACH
    [open_still] = findings(judge(case, event, held(stand, k.QUORATE)), rules[kind])
    assert open_still.kind is FindingKind.GAP


def test_the_law_of_the_day_decides_on_election_minutes(stand: Stand, judge: Judge) -> None:
    """Seven working days under the rules of 2016 until 29 July 2021, of 2021 from the 30th on."""
    case = stand(d.document_life, document(Kind.ELECTION_MINUTES), d.ISSUED)
    for day, number in ((date(2021, 7, 29), "29-QĐ/TW"), (date(2021, 7, 30), "24-QĐ/TW")):
        verdict = judge(case, sent(day))
        told = {
            citation.instrument.number
            for found in verdict.findings
            if "election_minutes" in found.rule
            for citation in found.citations
        }
        assert told == {number}


def test_an_unknown_superior_is_a_gap(stand: Stand, judge: Judge) -> None:
    """Where the paper must go is not guessed."""
    case = stand(d.document_life, document(Kind.ELECTION_MINUTES, superior=None), d.ISSUED)
    [found] = findings(judge(case, sent(date(2020, 6, 1))), "dispatched_to_superior")
    assert found.kind is FindingKind.GAP


def test_the_archive_limit_is_not_the_cells(stand: Stand, judge: Judge) -> None:
    """The open limit is one of the grassroots and up; unchosen it is not asked at all."""
    chosen = {"archive": Days(30, Limit.DAYS)}
    cell = stand(d.document_life, document(level=Level.CELL), d.NOTED)
    assert not findings(judge(cell, filed(), **chosen), "filed_in_time")
    unit = stand(d.document_life, document(), d.NOTED)
    assert not findings(judge(unit, filed()), "filed_in_time")
    assert findings(judge(unit, filed(), **chosen), "filed_in_time")
