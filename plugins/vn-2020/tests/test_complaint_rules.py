"""Each rule on complaints objects to one planted fact, with its figures, and is content without."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import attrs
import pytest

from congress_flow import Case, Engine, FindingKind, Shelf, Verdict
from congress_flow.procedures import Body
from congress_flow.procedures import cell_congress as cell
from congress_flow.procedures import complaint_case as q
from congress_flow_vn_2020 import complaint_freeze, complaint_screening, complaint_settling
from congress_flow_vn_2020.calendars import VIETNAM
from congress_flow_vn_2020.readings import Days, Limit, Readings2020
from congress_flow_vn_2020.rules import book
from tests.complaints import acts as c
from tests.complaints.walks import WALKS, WITH_CUTOFF, Walk
from tests.elections.planted import Follow, Planted, cut, gone, ids, plant, told

MODULES = {m.__name__ for m in (complaint_freeze, complaint_screening, complaint_settling)}
GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
CUTOFF: dict[str, Any] = {"appeal_cutoff": Days(25, Limit.WORKING_DAYS)}
PETITION = {q.Classify: {"kind": q.ComplaintKind.PETITION}}
HANDED = {q.HandOver: {"on": date(2020, 6, 1)}}
BEFORE_LAW = date(2019, 12, 11)

in_settled = partial(Planted, walk="settled")
in_frozen = partial(Planted, walk="held_over")
of_appeal = partial(Planted, walk="appeal")
PLANTED = (
    in_settled(rule="complaint_actor", row="Q1", now={"by": Body.OFFICE}),
    in_settled(
        rule="receipt_days_kept",
        row="Q1",
        now={"sent": c.DAY},
        figures={"value": "2020-04-22", "limit": "2020-04-17"},
    ),
    in_settled(
        rule="receipt_days_kept",
        row="Q1",
        now={"competent_received": date(2020, 4, 16)},
        figures={"value": "2020-04-16", "limit": "2020-04-17"},
    ),
    in_settled(rule="receipt_days_kept", row="Q1", now={"first_received": None}, kind=GAP),
    in_settled(rule="kind_set", row="Q2", now={"kind": None}, kind=GAP),
    in_settled(rule="kind_set", row="Q2", now={"competent": None}, kind=GAP),
    in_settled(
        rule="grounds_screened",
        row="Q2",
        past={q.Receive: {"signers": 3}},
        figures={"value": False, "limit": True},
    ),
    in_settled(rule="grounds_screened", row="Q2", now={"grounds": None}, kind=GAP),
    Planted(rule="rejected_on_grounds", walk="refused", row="Q3", now={"grounds": ()}),
    Planted(
        rule="rejected_on_grounds",
        walk="refused",
        row="Q3",
        now={"grounds": (q.Ground.FALSE_NAME,)},
        figures={"value": "false_name", "limit": ["anonymous"]},
    ),
    Planted(
        rule="only_mixed_is_split",
        walk="mixed",
        row="Q4",
        past={q.Classify: {"kind": q.ComplaintKind.DENUNCIATION}},
        figures={"value": "denunciation", "limit": "mixed"},
    ),
    Planted(rule="told_to_denounce", walk="mixed", row="Q4", now={"told_to_denounce": False}),
    Planted(
        rule="forwarded_to_competent",
        walk="forwarded",
        row="Q5",
        past={q.Classify: {"competent": True}},
        figures={"value": True},
    ),
    in_settled(
        rule="accepted_in_competence", row="Q11", past=PETITION, figures={"value": "petition"}
    ),
    in_settled(rule="settler_unconcerned", row="Q11", now={"settler_accused": True}),
    in_settled(
        rule="no_ground_against",
        row="Q11",
        past={q.Classify: {"grounds": (q.Ground.COLLECTIVE,)}},
        figures={"value": True, "limit": False},
    ),
    of_appeal(
        rule="lodged_in_time",
        row="Q11",
        past={q.Receive: {"sent": date(2020, 5, 4)}},
        kind=GAP,
        figures={"sent": "2020-05-04", "ends": ["2020-05-01", "2020-05-18"]},
    ),
    of_appeal(
        rule="lodged_in_time",
        row="Q11",
        past={q.Receive: {"sent": date(2020, 5, 19)}},
        figures={"value": "2020-05-19", "limit": "2020-05-01"},
    ),
    of_appeal(
        rule="lodged_in_time", row="Q11", past={q.Receive: {"decision_received": None}}, kind=GAP
    ),
    of_appeal(rule="discipline_stays", row="Q11", now={"discipline_in_force": False}),
    Planted(
        rule="election_complaint_in_time",
        walk="election",
        row="Q12",
        now={"filed": date(2020, 6, 22)},
        figures={"value": "2020-06-22", "limit": "2020-06-19"},
    ),
    Planted(
        rule="election_complaint_in_time",
        walk="election",
        row="Q12",
        beside={"ban-chap-hanh": cut(1)},
        figures={"value": "FILLED"},
    ),
    Planted(
        rule="election_complaint_in_time",
        walk="election",
        row="Q12",
        beside={"ban-chap-hanh": gone},
        kind=GAP,
    ),
    Planted(rule="petition_answered", walk="petition", row="Q18", now={"answer": ""}),
    in_frozen(
        rule="denunciation_may_freeze",
        row="Q6",
        past={q.Classify: {"about_congress": False}},
        figures={"value": False},
    ),
    in_frozen(
        rule="denunciation_may_freeze",
        row="Q6",
        now={"opening": date(2020, 5, 27)},
        figures={"value": "2020-05-27", "limit": "2020-05-28"},
    ),
    in_frozen(
        rule="denunciation_within_freeze",
        row="Q6",
        past={q.Receive: {"competent_received": c.IN_TIME}},
        figures={"value": "2020-04-20", "limit": "2020-04-21"},
    ),
    in_frozen(
        rule="denunciation_within_freeze",
        row="Q6",
        past={q.Receive: {"competent_received": None}},
        kind=GAP,
        figures={"missing": ["received"]},
    ),
    in_settled(
        rule="denunciation_before_freeze",
        row="Q11",
        past={q.Receive: {"competent_received": c.LATE}},
        figures={"value": "2020-04-21", "limit": "2020-04-21"},
    ),
    in_settled(
        rule="denunciation_before_freeze",
        row="Q11",
        now={"opening": None},
        beside={"cong-bo": gone},
        kind=GAP,
        figures={"missing": ["opening"]},
    ),
    Planted(
        rule="appeal_may_be_deferred",
        walk="deferred",
        row="Q7",
        past={q.Classify: {"kind": q.ComplaintKind.DENUNCIATION}},
        chosen=CUTOFF,
    ),
    Planted(rule="appeal_may_be_deferred", walk="deferred", row="Q7"),
    Planted(
        rule="appeal_after_cutoff",
        walk="deferred",
        row="Q7",
        past={q.Receive: {"sent": c.LATE}},
        chosen=CUTOFF,
        kind=CAUTION,
        figures={"value": "2020-04-21", "limit": "2020-04-21"},
    ),
    Planted(
        rule="appeal_after_cutoff",
        walk="deferred",
        row="Q7",
        past={q.Receive: {"sent": None}},
        chosen=CUTOFF,
        kind=CAUTION,
        figures={"missing": ["sent"]},
    ),
    Planted(
        rule="appeal_by_cutoff",
        walk="considered",
        row="Q11",
        past={q.Receive: {"sent": c.DAY}},
        chosen=CUTOFF,
        kind=CAUTION,
        figures={"value": "2020-04-22", "limit": "2020-04-21"},
    ),
    Planted(
        rule="appeal_by_cutoff",
        walk="considered",
        row="Q11",
        past={q.Receive: {"sent": None}},
        chosen=CUTOFF,
        kind=CAUTION,
    ),
    in_frozen(
        rule="frozen_listed",
        row="Q8",
        now={"reported_to": (Body.STANDING_COMMITTEE,)},
        figures={"value": ["superior_inspection_commission"]},
    ),
    Planted(
        rule="no_longer_held_over",
        walk="unfrozen",
        row="Q9",
        now={"opening": date(2020, 5, 27)},
        beside={"cong-bo": gone},
        figures={"value": "frozen"},
    ),
    Planted(
        rule="no_longer_held_over",
        walk="unfrozen",
        row="Q9",
        now={"opening": c.OPENING},
        beside={"cong-bo": cut(1)},
        figures={"value": "2020-05-28", "limit": "2020-05-28"},
    ),
    Planted(
        rule="no_longer_held_over",
        walk="unfrozen",
        row="Q9",
        now={"opening": None},
        beside={"cong-bo": gone},
        kind=GAP,
    ),
    in_frozen(
        rule="handed_to_new_term",
        row="Q10",
        now={"handed_to": (q.Recipient.NEW_INSPECTION_COMMISSION,)},
        figures={"value": ["new_standing_committee"]},
    ),
    in_frozen(
        rule="handed_to_new_term",
        row="Q10",
        beside={"dai-hoi": cut(1)},
        figures={"value": "QUORATE"},
    ),
    in_settled(rule="extended_once", row="Q13", now={"notice": ""}),
    in_settled(
        rule="extension_length",
        row="Q13",
        now={"days": 31},
        kind=CAUTION,
        figures={"value": 31, "limit": 30},
    ),
    in_settled(rule="complaint_concluded_in_writing", row="Q14", now={"conclusion": ""}),
    in_settled(rule="complaint_concluded_in_writing", row="Q14", now={"founded": None}, kind=GAP),
    in_settled(
        rule="denunciation_settled_in_time",
        row="Q14",
        now={"on": date(2020, 9, 26)},
        kind=CAUTION,
        figures={"value": "2020-09-26", "limit": "2020-09-25"},
    ),
    in_settled(
        rule="denunciation_settled_in_time",
        row="Q14",
        past={q.Receive: {"competent_received": None}},
        kind=CAUTION,
    ),
    of_appeal(
        rule="appeal_settled_in_time",
        row="Q14",
        now={"on": date(2020, 8, 27)},
        kind=CAUTION,
        figures={"value": "2020-08-27", "limit": "2020-08-26"},
    ),
    in_settled(rule="denouncer_protected", row="Q14", now={"reprisal": True}, kind=CAUTION),
    Planted(
        rule="limit_has_passed",
        walk="late",
        row="Q15",
        now={"on": date(2020, 8, 26)},
        figures={"value": "2020-08-26", "limit": "2020-08-26"},
    ),
    Planted(
        rule="limit_has_passed",
        walk="late",
        row="Q15",
        past={q.Classify: {"kind": q.ComplaintKind.ELECTION_COMPLAINT}},
    ),
    Planted(rule="limit_has_passed", walk="late", row="Q15", past=PETITION, kind=GAP),
    Planted(
        rule="limit_has_passed",
        walk="late_after_handover",
        row="Q15",
        now={"on": date(2020, 10, 6)},
        figures={"value": "2020-10-06", "limit": "2020-10-06"},
    ),
    in_settled(rule="sender_told", row="Q17", now={"told": False}),
)


@pytest.fixture
def walk(
    readings: Readings2020, stand: Callable[..., Case[Any]], follow: Follow
) -> Callable[[str], Walk]:
    def taken(name: str) -> Walk:
        chosen: dict[str, Any] = CUTOFF if name in WITH_CUTOFF else {}
        shelf = Shelf([book], [attrs.evolve(readings, **chosen)])
        made = Walk(Engine(shelf), stand, follow)
        (WALKS | WITH_CUTOFF)[name][0](made)
        return made

    return taken


@pytest.mark.parametrize("planted", PLANTED, ids=ids(PLANTED))
def test_one_wrong_fact_is_found(
    planted: Planted, walk: Callable[[str], Walk], follow: Follow, readings: Readings2020
) -> None:
    """The rule names the planted fact with its figures and citation; without it, it is content."""
    made = walk(planted.walk)
    at = [step for step in made.taken if step.row == planted.row][planted.nth]
    engine = Engine(Shelf([book], [attrs.evolve(readings, **planted.chosen)]))
    case, event, beside = plant(planted, at, follow)
    name = f"vn-2020/{planted.rule}"
    rule = next(each for each in book.rules if each.id == name)
    found = [f for f in engine.judge(case, event, beside).findings if f.rule == name]
    assert found
    assert all(finding.fault is None for finding in found)
    assert planted.kind in {finding.kind for finding in found}
    assert found[0].citations == rule.citations
    assert any({**f.figures, **planted.figures} == f.figures for f in found), [
        f.figures for f in found
    ]
    before = made.engine.judge(at.case, at.event, at.beside)
    assert name not in {finding.rule for finding in before.findings}


def test_no_rule_is_left_out() -> None:
    """Every rule on complaints has its planted fact: the book is asked, not a list."""
    # One that is written twice, by the texts of different days, is one demand.
    found = [rule.function for rule in book.rules if rule.function.__module__ in MODULES]
    rules = {function.__code__.co_name for function in found}
    assert rules == {planted.rule for planted in PLANTED}
    assert len(rules) == 32


def test_nothing_is_frozen_before_there_is_a_rule(
    follow: Follow, judge: Callable[..., Verdict]
) -> None:
    """Before the guidance of 12 December 2019 no text sets a time, and the freeze is refused."""
    case = follow(
        q.complaint_case,
        c.SUBJECT,
        c.received(on=BEFORE_LAW, competent_received=BEFORE_LAW),
        c.classified(on=BEFORE_LAW),
        id="don",
    )
    verdict = judge(case, c.frozen(on=BEFORE_LAW, opening=date(2019, 12, 20)))
    assert [finding.rule for finding in verdict.objections] == ["vn-2020/denunciation_may_freeze"]


def test_a_cell_is_of_the_grassroots_level(
    walk: Callable[[str], Walk], follow: Follow, judge: Callable[..., Verdict]
) -> None:
    """The time of 25 working days holds for the congress of a cell as well."""
    at = walk("held_over").taken[2]
    changed = told(level=c.SUBJECT.level.CELL)(follow, at.case)
    assert changed is not None
    assert judge(changed, at.event, *at.beside).allowed


def test_a_denunciation_after_the_congress_is_settled(
    follow: Follow, judge: Callable[..., Verdict]
) -> None:
    """Received after the opening it stands before no congress, and nothing holds it over."""
    day = date(2020, 6, 15)
    receipt = c.received(on=day, competent_received=day)
    case = follow(q.complaint_case, c.SUBJECT, receipt, c.classified(on=day), id="don")
    assert judge(case, c.accepted(on=day)).allowed


def test_beyond_the_calendar_nothing_is_counted(
    follow: Follow, judge: Callable[..., Verdict]
) -> None:
    """Where a day off may not be known the time cannot be counted: a gap, and no crash."""
    case = follow(
        q.complaint_case,
        c.SUBJECT,
        c.received(competent_received=date(2018, 12, 20)),
        c.classified(),
        id="don",
    )
    verdict = judge(case, c.accepted(opening=date(2019, 1, 10)))
    found = {finding.rule: finding.kind for finding in verdict.findings}
    assert found == {"vn-2020/denunciation_before_freeze": GAP}


def test_what_is_open_and_what_it_is_about(follow: Follow) -> None:
    """An unread letter about an election counts as about it; a petition is open until answered."""
    subject = attrs.evolve(c.SUBJECT, contest="ban-chap-hanh")
    fresh = follow(q.complaint_case, subject, id="don")
    got = follow(q.complaint_case, subject, c.received(), id="don")
    other = follow(q.complaint_case, subject, c.received(), c.classified(), id="don")
    denounced = follow(
        q.complaint_case, subject, c.received(), c.classified(about_election=True), id="don"
    )
    assert not q.is_open(fresh)
    assert q.kind(fresh) is None
    assert q.is_open(got)
    assert q.about_election(got, "ban-chap-hanh")
    assert not q.about_election(got, "khac")
    assert not q.about_election(other, "ban-chap-hanh")
    assert q.about_election(denounced, "ban-chap-hanh")


def test_the_time_to_settle_ends_with_the_calendar(
    walk: Callable[[str], Walk], judge: Callable[..., Verdict]
) -> None:
    """Where the days off are not known as far as the limit, the limit is a gap, and it warns."""
    at = next(step for step in walk("settled").taken if step.row == "Q14")
    short = attrs.evolve(VIETNAM, last=date(2020, 5, 31))
    verdict = judge(at.case, at.event, *at.beside, calendar=short)
    assert verdict.allowed
    found = {finding.rule: finding for finding in verdict.findings}
    assert found["vn-2020/denunciation_settled_in_time"].figures["limit"] is None


def test_the_file_of_a_cell_is_handed_over_once_it_has_met(
    follow: Follow, judge: Callable[..., Verdict]
) -> None:
    """The congress of a cell is over on the day it is held."""
    on = date(2020, 4, 14)
    acts = [cell.ComputeDueDate(on=on), cell.Plan(on=on), cell.Prepare(on=on), cell.Submit(on=on)]
    acts += [cell.GiveRemarks(on=on), cell.AbsorbRemarks(on=on), cell.Hold(on=c.OPENING)]
    held = follow(cell.cell_congress, cell.CellCongress(cell="cb1"), *acts, id="dai-hoi")
    coming = follow(cell.cell_congress, cell.CellCongress(cell="cb1"), *acts[:-1], id="dai-hoi")
    letter = (c.received(competent_received=c.LATE), c.classified(), c.frozen(), c.listed())
    case = follow(q.complaint_case, c.SUBJECT, *letter, id="don")
    assert judge(case, c.handed(), held).allowed
    assert not judge(case, c.handed(), coming).allowed
