"""Elections under regulation 190 of 2024: what it keeps, and what it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from congress_flow import Case, Confidence, Engine, FindingKind, Level, Severity, Verdict
from congress_flow.procedures import Body
from congress_flow.procedures import cell_congress as cell
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import election_contest as e
from congress_flow_vn_2020.rules import book as older_book
from congress_flow_vn_2025.handbook_readings import READINGS
from congress_flow_vn_2025.instruments import QC190_2024
from congress_flow_vn_2025.readings import Days, Limit, Readings2025
from congress_flow_vn_2025.rules import book
from tests import law_2025
from tests.cases import follow, stand
from tests.elections import acts as a
from tests.elections.planted import Planted, counted_present, ids, plant
from tests.elections.walks import WALKS, Walk, moved
from tests.law_2025 import shelf

# Five years of whole weeks: every day keeps its weekday.
LATER = timedelta(weeks=261)
BASIS = ("QC190-2024", "HD04-2024")
GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
Judge = Callable[..., Verdict]


@pytest.fixture
def readings() -> Readings2025:
    """The handbook's best supported options."""
    return READINGS


@pytest.fixture
def judge() -> Judge:
    """The verdict of the book of 2025 alone."""
    return law_2025.judge


def gone(readings: Readings2025, name: str) -> Walk:
    """Return the walk of that name, gone in 2025 under the book of 2025 alone."""
    walk = Walk(
        Engine(shelf(readings)),
        stand,
        follow,
        later=LATER,
        basis=BASIS,
    )
    WALKS[name][0](walk)
    return walk


def rules(verdict: Verdict) -> set[str]:
    """Return the names of the rules that found something."""
    return {finding.rule.partition("/")[2] for finding in verdict.findings}


@pytest.mark.parametrize("name", WALKS)
def test_each_way_is_open_under_the_law_of_2025(name: str, readings: Readings2025) -> None:
    """The ways of 2020 are those of 2025, without one objection under the book of 2025 alone."""
    walk = gone(readings, name)
    assert walk.case.stage.name == WALKS[name][1]
    assert walk.cautions == []


def test_every_row_but_the_appointment_was_taken(readings: Readings2025) -> None:
    """Counted over all walks; the appointment after a third ballot has a test of its own."""
    taken = Counter(step.row for name in WALKS for step in gone(readings, name).taken)
    assert {step.id for step in e.election_contest.steps} - set(taken) == {"E28"}
    assert sum(taken.values()) > 200


PLANTED = (
    Planted(
        rule="basis_in_force",
        walk="committee",
        row="E1",
        now={"basis": ("QC244-2014",)},
        figures={"value": "QC244-2014", "limit": ["HD04-2024", "QC190-2024"]},
    ),
    Planted(
        rule="candidacy_papers",
        walk="outside_candidate",
        row="E2",
        subject={"level": Level.UPPER_GRASSROOTS},
        now={"papers": None, "paper_count": 6},
        figures={"value": 6, "limit": 7},
    ),
    Planted(
        rule="poll_required",
        walk="outside_candidate",
        row="E12",
        event=moved(a.adopted(names=(*a.SCHEME, "u")), LATER),
        figures={"outsiders": ["u"]},
    ),
    Planted(rule="poll_secret", walk="committee", row="E12", now={"secret": False}),
    Planted(
        rule="outsiders_supported",
        walk="outside_candidate",
        row="E13",
        past={e.RunOpinionPoll: {"support": {"u": 30}, "attending": 100}},
        figures={"about": "u", "value": 30, "of": 100, "least": 31},
    ),
    Planted(
        rule="outsiders_supported",
        walk="outside_candidate",
        row="E13",
        now={"meets_criteria": False},
        figures={"about": "u", "value": False},
    ),
    Planted(
        rule="outsiders_supported",
        walk="outside_candidate",
        row="E13",
        past={e.RunOpinionPoll: {"support": None}},
        kind=GAP,
    ),
    Planted(
        rule="outsiders_supported",
        walk="outside_candidate",
        row="E13",
        past={e.RunOpinionPoll: {"support": {"u": 60}, "attending": 50}},
        figures={"about": "u", "attending": 50},
    ),
    Planted(
        rule="list_cut_by_poll",
        walk="committee",
        row="E13",
        past={e.RunOpinionPoll: {"attending": 50}},
    ),
    Planted(
        rule="no_outsider_left_off",
        walk="committee",
        row="E13",
        past={e.DecideWithdrawals: {"released": ("y", "z")}},
        now={"names": a.SCHEME},
        figures={"value": ["x"]},
    ),
    Planted(
        rule="polled_of_all_attending",
        walk="committee",
        row="E12",
        now={"attending": 97},
        figures={"value": 97, "limit": 98},
    ),
    Planted(
        rule="polled_of_all_attending",
        walk="committee",
        row="E12",
        now={"attending": 98},
        beside={"dai-hoi": counted_present(99)},
        figures={"value": 98, "limit": 99},
    ),
    Planted(
        rule="polled_of_all_attending",
        walk="committee",
        row="E12",
        now={"attending": 101},
        figures={"value": 101, "limit": 100},
    ),
    Planted(
        rule="polled_of_all_attending",
        walk="committee",
        row="E12",
        now={"attending": None},
        kind=GAP,
    ),
    # Nobody has counted who attends: the 30 % are of nobody knows how many.
    Planted(
        rule="polled_of_all_attending",
        walk="committee",
        row="E12",
        past={e.VoteNumber: {"vote": None}, e.DecideWithdrawals: {"vote": None}},
        beside={"dai-hoi": counted_present(None)},
        kind=GAP,
        figures={"value": 98, "limit": None},
    ),
    Planted(
        rule="polled_as_confirmed",
        walk="committee",
        row="E12",
        now={"attending": 98},
        beside={"dai-hoi": counted_present(44)},
        kind=CAUTION,
        figures={"value": 98, "limit": 44},
    ),
    Planted(rule="poll_counting_team", walk="committee", row="E12", now={"team": False}),
    Planted(
        rule="withdrawals_voted", walk="committee", row="E11", now={"vote": None}, kind=CAUTION
    ),
    Planted(
        rule="ballots_kept",
        walk="committee",
        row="E36",
        now={"on": date(2025, 11, 28)},
        figures={"value": "2025-11-28", "limit": "2025-11-29"},
    ),
    Planted(
        rule="report_as_read",
        walk="committee",
        row="E30",
        now={"on": date(2025, 6, 11)},
        kind=CAUTION,
        figures={"value": "2025-06-11", "limit": "2025-06-10"},
    ),
    Planted(
        rule="ratified_as_read",
        walk="committee",
        row="E31",
        chosen={"ratification_limit": Days(5, Limit.WORKING_DAYS)},
        kind=CAUTION,
        figures={"value": "2025-06-20", "limit": "2025-06-16"},
    ),
)


@pytest.mark.parametrize("planted", PLANTED, ids=ids(PLANTED))
def test_what_changed_is_found(planted: Planted, readings: Readings2025) -> None:
    """Each changed rule names the planted fact with its figures; without it, it is content."""
    taken = gone(readings, planted.walk).taken
    at = [step for step in taken if step.row == planted.row][planted.nth]
    engine = Engine(shelf(attrs.evolve(readings, **planted.chosen)))
    case, event, beside = plant(planted, at, follow)
    verdict = engine.judge(case, event, beside)
    found = [f for f in verdict.findings if f.rule == f"vn-2025/{planted.rule}"]
    assert found, verdict.findings
    assert planted.kind in {finding.kind for finding in found}
    assert any({**f.figures, **planted.figures} == f.figures for f in found), [
        f.figures for f in found
    ]


def test_a_list_cannot_be_cut_without_the_number_attending(readings: Readings2025) -> None:
    """The threshold is a share of those attending: without their number nobody is let in."""
    at = next(step for step in gone(readings, "committee").taken if step.row == "E13")
    planted = Planted(rule="", walk="", row="", past={e.RunOpinionPoll: {"attending": None}})
    case, event, beside = plant(planted, at, follow)
    verdict = Engine(shelf(readings)).judge(case, event, beside)
    assert {"list_cut_by_poll", "outsiders_supported"} <= rules(verdict)


def test_an_unsupported_outsider_may_be_left_off(readings: Readings2025) -> None:
    """Below the cap too: exactly 30 % is not enough, and who is below the criteria stays out."""
    at = next(step for step in gone(readings, "committee").taken if step.row == "E13")
    left = {"names": a.SCHEME}
    released = {e.DecideWithdrawals: {"released": ("y", "z")}}

    def found(facts: dict[str, Any], support: int) -> bool:
        polled = {e.RunOpinionPoll: {"support": {"x": support}, "attending": 90}}
        planted = Planted(rule="", walk="", row="", now=facts, past={**released, **polled})
        case, event, beside = plant(planted, at, follow)
        return "no_outsider_left_off" in rules(Engine(shelf(readings)).judge(case, event, beside))

    assert not found(left, 27)
    assert found(left, 28)
    assert not found({**left, "below_criteria": ("x",)}, 28)


def test_the_count_of_a_cell_congress_is_known(readings: Readings2025) -> None:
    """A cell tells with its congress how many were there; a conference has no count of its own."""
    held = stand(
        cell.cell_congress,
        cell.CellCongress(cell="cb1"),
        cell.HELD,
        cell.Hold(on=SINCE_JULY, present=7),
        id="dai-hoi-cb1",
        on=SINCE_JULY,
    )
    past = [passage.event for passage in ballots(SINCE_JULY, 1).passages]
    upto = next(i for i, act in enumerate(past) if isinstance(act, e.IssueBallots))
    for meeting, remarked in ((CELL.meeting, True), (e.Meeting.CONFERENCE, False)):
        subject = attrs.evolve(CELL, meeting=meeting)
        case = follow(e.election_contest, subject, *past[:upto], id="bi-thu-cb1")
        verdict = Engine(shelf(readings)).judge(case, past[upto], [held])
        assert ("present_as_confirmed" in rules(verdict)) is remarked


def test_other_posts_need_no_poll(judge: Judge) -> None:
    """Outside the committee the poll is left to the presidium; support not asked is not known."""
    subject = attrs.evolve(
        a.SUBJECT, post=e.Post.INSPECTION_COMMISSION, meeting=e.Meeting.CONFERENCE, seats=7
    )
    acts = (a.plan(), a.opened(roll={"incumbents": 9}), a.number(), a.presented(), a.stands())
    past = [moved(act, LATER) for act in (*acts, a.closed(names=a.LIST), a.withdrawals())]
    case = follow(e.election_contest, subject, *past, id="ubkt")
    verdict = judge(case, moved(a.adopted(), LATER))
    assert "poll_required" not in rules(verdict)
    unknown = [f for f in verdict.findings if f.rule == "vn-2025/outsiders_supported"]
    assert [f.kind for f in unknown] == [GAP]
    without = judge(case, moved(a.adopted(names=a.SCHEME), LATER))
    left = [f for f in without.findings if f.rule == "vn-2025/no_outsider_left_off"]
    assert [f.kind for f in left] == [GAP]


SINCE_JULY = date(2025, 7, 10)
CELL = e.Contest(
    post=e.Post.CELL_SECRETARY,
    meeting=e.Meeting.MEMBERS_CONGRESS,
    level=Level.CELL,
    congress="dai-hoi-cb1",
    seats=1,
)
BOXES = {"a": e.BoxCounts(agree=4, disagree=4)}


def ballots(on: date, number: int) -> Case[Any]:
    """Return the election of a cell's secretary after so many ballots without a result."""
    acts: list[Any] = [a.plan(seats=1, basis=()), a.opened(roll={"official": 8})]
    acts += [a.number(number=1), a.presented(names=("a",)), a.closed(names=("a",))]
    acts += [a.withdrawals(), a.adopted(names=("a",))]
    ballot = [a.board(), a.issued(names=("a",), present=8, issued=8), a.collected(collected=8)]
    ballot += [a.counted(valid=8, votes=None, marks=BOXES), a.short(elected=(), unfilled=1)]
    for round_number in range(number):
        acts += [a.onward(names=("a",))] if round_number else []
        acts += ballot
    days = [attrs.evolve(act, on=on) for act in acts]
    return follow(e.election_contest, CELL, *days, id="bi-thu-cb1")


def appointment(on: date = SINCE_JULY, **facts: Any) -> e.AppointAfterThirdBallot:
    """Return the appointment on that day."""
    return a.appointed(on=on, **facts)


def test_after_a_third_ballot_the_superior_appoints(judge: Judge) -> None:
    """From 1 July 2025, after three ballots and not after two, and by the superior alone."""
    assert judge(ballots(SINCE_JULY, 3), appointment()).allowed
    early = judge(ballots(SINCE_JULY, 2), appointment())
    assert rules(early) == {"appointed_after_third_ballot"}
    assert early.findings[0].figures == {
        "op": "equals",
        "value": "congress_decides",
        "limit": "superior_appoints",
    }
    assert not judge(ballots(SINCE_JULY, 3), appointment(by=Body.CONGRESS)).allowed
    unknown = follow(e.election_contest, CELL, *_blank(ballots(SINCE_JULY, 3)), id="bi-thu-cb1")
    assert GAP in {finding.kind for finding in judge(unknown, appointment()).findings}


def _blank(case: Case[Any]) -> list[Any]:
    return [passage.step.event(on=passage.event.on) for passage in case.passages]


def test_before_july_2025_nobody_is_appointed(judge: Judge) -> None:
    """Until 30 June 2025 no rule guards the step, and an unguarded step is refused."""
    day = date(2025, 6, 30)
    verdict = judge(ballots(day, 3), appointment(day))
    assert [finding.rule for finding in verdict.findings] == ["engine/unguarded"]


def test_the_appointed_comes_from_the_cell_committee(judge: Judge) -> None:
    """Where the cell elected a committee, one of its members is appointed."""
    members = attrs.evolve(CELL, post=e.Post.COMMITTEE, seats=3)
    past = [passage.event for passage in ballots(SINCE_JULY, 1).passages]
    end = [a.stopped(on=SINCE_JULY), a.declared(on=SINCE_JULY, elected=("a", "b", "c"))]
    committee = follow(e.election_contest, members, *past, *end, id="chi-uy")
    case = ballots(SINCE_JULY, 3)
    assert judge(case, appointment(), committee).allowed
    wrong = judge(case, appointment(appointed="d"), committee)
    assert rules(wrong) == {"appointed_after_third_ballot"}


def test_there_is_no_fourth_ballot(judge: Judge) -> None:
    """Voting a fourth time for a cell's secretary is remarked on, a third time is not."""
    onward = a.onward(on=SINCE_JULY, names=("a",))
    assert "no_fourth_ballot" not in rules(judge(ballots(SINCE_JULY, 2), onward))
    fourth = judge(ballots(SINCE_JULY, 3), onward)
    assert "no_fourth_ballot" in rules(fourth)
    unknown = follow(e.election_contest, CELL, *_blank(ballots(SINCE_JULY, 3)), id="x")
    assert "no_fourth_ballot" in rules(judge(unknown, onward))


@pytest.mark.parametrize(
    ("name", "row", "late"),
    [("report_in_time_2021", "E30", 12), ("ratified_in_time_2021", "E31", 30)],
)
def test_until_january_2025_the_older_limits_hold(
    name: str, row: str, late: int, readings: Readings2025
) -> None:
    """Between the two regulations the limits of 24-QĐ/TW are verified, and they refuse."""
    at = next(step for step in gone(readings, "committee").taken if step.row == row)
    winter = timedelta(weeks=26)  # from the end of May to the end of November 2024
    case = follow(
        e.election_contest,
        at.case.subject,
        *[moved(passage.event, -winter) for passage in at.case.passages],
        id=at.case.id,
    )
    engine = Engine(shelf(readings))
    # The day on which the congress closed is told; its case is left out.
    scheme = [other for other in at.beside if other.id == "de-an"]
    in_time = engine.judge(case, moved(at.event, -winter), scheme)
    assert f"vn-2025/{name}" in in_time.consulted
    assert in_time.allowed
    told = moved(at.event, -winter)
    verdict = engine.judge(case, attrs.evolve(told, on=told.on + timedelta(days=late)), scheme)
    found = [f for f in verdict.objections if f.rule == f"vn-2025/{name}"]
    assert found
    assert found[0].confidence is Confidence.VERIFIED


def test_an_open_denunciation_blocks_ratification(readings: Readings2025) -> None:
    """The duty is kept after January 2025, graded assumed because the new text was not read."""
    at = next(step for step in gone(readings, "committee").taken if step.row == "E31")
    subject = q.Complaint(level=Level.GRASSROOTS, congress="dai-hoi", contest="ban-chap-hanh")
    letter = follow(q.complaint_case, subject, q.Receive(on=date(2025, 6, 2)), id="don")
    verdict = Engine(shelf(readings)).judge(at.case, at.event, [*at.beside, letter])
    assert [f.rule for f in verdict.objections] == ["vn-2025/nothing_blocks_ratification"]
    assert verdict.objections[0].confidence is Confidence.ASSUMED


def test_a_cell_votes_once_its_congress_is_held(judge: Judge) -> None:
    """The carried rules look at the cases beside as the older ones do."""
    case = follow(e.election_contest, CELL, a.plan(on=SINCE_JULY, seats=1), id="x")
    held = follow(cell.cell_congress, cell.CellCongress(cell="cb1"), id="dai-hoi-cb1")
    opening = a.opened(on=SINCE_JULY, roll={"official": 8})
    assert rules(judge(case, opening, held)) == {"opens_when_quorate"}


DAYS = (
    date(2020, 5, 28),
    date(2024, 6, 13),
    date(2024, 6, 14),
    date(2024, 10, 9),
    date(2024, 10, 10),
    date(2025, 1, 20),
    date(2025, 7, 1),
)


@pytest.mark.parametrize("day", DAYS)
def test_both_books_never_ask_the_same_twice(day: date, readings: Readings2025) -> None:
    """On no day do the books of both terms ask the same of an election or a complaint."""
    subjects = {rule.id: rule.subject for each in (book, older_book) for rule in each.rules}
    standing = shelf(readings)
    asked = 0
    for procedure in (e.election_contest, q.complaint_case):
        for step in procedure.steps:
            consulted = standing.guard(step, day).consulted
            new, old = (
                {subjects[name] for name in consulted if name.startswith(f"{each.id}/")}
                for each in (book, older_book)
            )
            assert not new & old, step
            assert new or old or step.id == "E28", step
            asked += len(new) + len(old)
    assert asked > 150


def test_severities_follow_the_grades() -> None:
    """What was assumed in 2014 and verified in 2024 refuses now; what was lost only warns."""
    severity = {rule.id.partition("/")[2]: rule.severity for rule in book.rules}
    older = {rule.id.partition("/")[2]: rule.severity for rule in older_book.rules}
    assert older["ballots_kept"] is Severity.WARNS
    assert severity["ballots_kept"] is Severity.BLOCKS
    assert severity["report_as_read"] is severity["ratified_as_read"] is Severity.WARNS
    assert severity["denunciation_within_freeze"] is Severity.WARNS
    assert severity["appeal_by_cutoff"] is Severity.BLOCKS
    assert all(rule.in_force.since is not None for rule in book.rules)


def test_the_same_outsider_enters_in_2020_and_not_in_2025(readings: Readings2025) -> None:
    """With 30 of 100 in favour he could stand under the old regulation: now it takes 31."""
    cites = {rule.id.partition("/")[2]: rule.citations[0] for rule in book.rules}
    assert cites["outsiders_supported"] == QC190_2024.at("Điều 14 khoản 3")
    assert "outsiders_supported" not in {r.id.partition("/")[2] for r in older_book.rules}
