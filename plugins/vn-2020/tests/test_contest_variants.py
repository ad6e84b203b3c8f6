"""Elections of other kinds: at conferences, in cells; ties of the poll; days; held candidates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from congress_flow import Beside, Case, Level, Outcome, Verdict
from congress_flow.procedures import announcement as n
from congress_flow.procedures import cell_congress as cell
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_scheme as s
from congress_flow.reckoning import RoundKind
from congress_flow_vn_2020._congress_days import closing_day, opening_day
from congress_flow_vn_2020.readings import PollTie
from tests.elections import acts as a

Follow = Callable[..., Case[Any]]
Judge = Callable[..., Verdict]
CONFERENCE = attrs.evolve(
    a.SUBJECT, post=e.Post.STANDING_COMMITTEE, meeting=e.Meeting.CONFERENCE, seats=3
)
INCUMBENTS = {"incumbents": 7}


def rules(verdict: Verdict) -> set[str]:
    """Return the names of the rules that found something."""
    return {finding.rule.partition("/")[2] for finding in verdict.findings}


def committee(follow: Follow, *, declared: bool = True) -> Case[Any]:
    """Return the contest of the committee, declared or not yet."""
    end = (a.declared(),) if declared else ()
    events = (a.plan(), a.opened(), a.number(), a.presented(), a.closed(), a.withdrawals())
    voted = (a.adopted(), a.board(), a.issued(), a.collected(), a.counted(), a.filled(), *end)
    case: Case[Any] = follow(e.election_contest, a.SUBJECT, *events, *voted, id="ban-chap-hanh")
    return case


def at_conference(follow: Follow, *events: Any, **facts: Any) -> Case[Any]:
    """Return a contest of the first conference after these events."""
    subject = attrs.evolve(CONFERENCE, **facts)
    case: Case[Any] = follow(e.election_contest, subject, *events, id="ban-thuong-vu")
    return case


def test_a_roll_is_told_in_words(follow: Follow, judge: Judge) -> None:
    """Each line of two rolls that differ stands in the reader's language; figures keep names."""
    before = {"official": 100}
    held = at_conference(follow, a.plan(seats=3), a.opened(roll=before), meeting=a.SUBJECT.meeting)
    case = follow(e.election_contest, a.SUBJECT, a.plan(), id="bch")
    verdict = judge(case, a.opened(roll={**before, "suspended": 1}), held)
    (text,) = {
        finding.text
        for finding in verdict.findings
        if finding.rule.endswith("roll_gives_base") and "limit" in finding.figures
    }
    assert text.vi == (
        "danh sách triệu tập: đảng viên chính thức: 100, bị đình chỉ sinh hoạt đảng: 1, "
        "phải là đảng viên chính thức: 100"
    )
    assert text.en == (
        "the roll: official members: 100, suspended from Party activity: 1, "
        "must be official members: 100"
    )


def test_a_conference_waits_for_its_committee(follow: Follow, judge: Judge) -> None:
    """The first conference elects only when the committee that confers was declared elected."""
    case = at_conference(follow, a.plan(seats=3))
    event = a.opened(roll=INCUMBENTS)
    early = judge(case, event, committee(follow, declared=False))
    assert rules(early) == {"opens_when_quorate"}
    assert judge(case, event, committee(follow)).allowed
    assert judge(case, event).allowed  # a by-election: the committee was elected long ago


def test_a_standing_committee_comes_from_the_committee(follow: Follow, judge: Judge) -> None:
    """Names are taken from the committee elected before; h was not elected, so he may not stand."""
    case = at_conference(follow, a.plan(seats=3), a.opened(roll=INCUMBENTS), a.number(number=3))
    event = a.presented(names=("a", "b", "c", "d"))
    beside = (committee(follow), a_scheme(follow))
    assert judge(case, event, *beside).outcome is Outcome.ALLOWED
    wrong = judge(case, a.presented(names=("a", "b", "c", "h")), *beside)
    assert "drawn_from_the_body" in rules(wrong)
    assert "drawn_from_the_body" in rules(judge(case, event, a_scheme(follow)))


def test_a_by_election_names_the_body_itself(follow: Follow, judge: Judge) -> None:
    """Where no contest beside elected the body, its members are a fact of the contest."""
    case = at_conference(
        follow, a.plan(seats=3), a.opened(roll=INCUMBENTS), a.number(number=3), body=tuple("abc")
    )
    scheme = a_scheme(follow)
    assert "drawn_from_the_body" not in rules(judge(case, a.presented(names=("a",)), scheme))
    assert "drawn_from_the_body" in rules(judge(case, a.presented(names=("d",)), scheme))


def a_scheme(follow: Follow) -> Case[Any]:
    """Return an approved scheme."""
    on = date(2020, 3, 2)
    acts = (s.AssembleScheme(on=on), s.Submit(on=on), s.StartAppraisal(on=on), s.Approve(on=on))
    case: Case[Any] = follow(
        s.personnel_scheme, s.Scheme(run="q", level=Level.GRASSROOTS), *acts, id="de-an"
    )
    return case


def test_nominating_at_a_conference_is_for_official_members(follow: Follow, judge: Judge) -> None:
    """At a conference a nominator is a committee member, and so an official member of the Party."""
    case = at_conference(
        follow, a.plan(), a.opened(roll=INCUMBENTS), a.number(), a.presented(), body=tuple("ay")
    )
    official = a.nominated(nominator_status=e.MemberStatus.OFFICIAL)
    assert "nominator_entitled" not in rules(judge(case, official))
    assert "nominator_entitled" in rules(judge(case, a.nominated()))
    assert "self_nominee_entitled" not in rules(judge(case, a.stands(person="a")))


def test_a_conference_closes_on_the_day_told(follow: Follow, judge: Judge, stand: Follow) -> None:
    """The limit of the report of a conference runs from the conference, not from the congress."""
    events = (a.plan(seats=3), a.opened(roll=INCUMBENTS), a.number(number=3), a.presented())
    more = (a.closed(), a.withdrawals(), a.adopted(), a.board(), a.issued(), a.collected())
    case = at_conference(follow, *events, *more, a.counted(), a.filled(), a.declared())
    beside = a.congress(stand, k.CLOSED)
    for day, late in ((10, False), (11, True)):
        report = a.reported(closing=date(2020, 6, 1), on=date(2020, 6, day))
        assert ("report_in_time" in rules(judge(case, report, beside))) is late


CELL = e.Contest(
    post=e.Post.CELL_SECRETARY,
    meeting=e.Meeting.MEMBERS_CONGRESS,
    level=Level.CELL,
    congress="dai-hoi-cb1",
    seats=1,
)


def cell_congress(follow: Follow, steps: int = 7) -> Case[Any]:
    """Return the congress of a cell after so many steps; the seventh holds it."""
    on = date(2020, 4, 14)
    acts = (
        cell.ComputeDueDate(on=on),
        cell.Plan(on=on, opening=date(2020, 4, 16)),
        cell.Prepare(on=on),
        cell.Submit(on=on),
        cell.GiveRemarks(on=on),
        cell.AbsorbRemarks(on=on),
        cell.Hold(on=date(2020, 4, 17)),
    )
    subject = cell.CellCongress(cell="cb1")
    case: Case[Any] = follow(cell.cell_congress, subject, *acts[:steps], id="dai-hoi-cb1")
    return case


def test_a_cell_elects_once_its_congress_is_held(follow: Follow, judge: Judge) -> None:
    """Its plan needs the parent's review and no scheme, its opening a congress that is held."""
    plan = a.plan(on=date(2020, 4, 15), seats=1, basis=("HD03-2020",))
    case: Case[Any] = follow(e.election_contest, CELL, id="bi-thu-cb1")
    assert judge(case, plan, cell_congress(follow, 6)).allowed
    assert rules(judge(case, plan, cell_congress(follow, 4))) == {"contest_within_scheme"}
    case = follow(e.election_contest, CELL, plan, id="bi-thu-cb1")
    opening = a.opened(on=date(2020, 4, 17), roll={"official": 8})
    assert judge(case, opening, cell_congress(follow)).allowed
    assert rules(judge(case, opening, cell_congress(follow, 6))) == {"opens_when_quorate"}


def test_a_small_cell_elects_its_secretary_from_all_members(follow: Follow, judge: Judge) -> None:
    """Without a cell committee any official member may be secretary."""
    events = (a.plan(seats=1), a.opened(roll={"official": 8}), a.number(number=1))
    case: Case[Any] = follow(e.election_contest, CELL, *events, id="bi-thu-cb1")
    assert judge(case, a.presented(names=("bat-ky",)), cell_congress(follow)).allowed


def polled(follow: Follow, support: dict[str, int] | None) -> Case[Any]:
    """Return the contest after the poll on x, y and z, with room for one of them."""
    poll = a.poll(support=support)
    free = a.withdrawals(asked=(), proposed=(), released=())
    others = (a.stands(), a.nominated(), a.nominated(person="z"), a.closed(), free, poll)
    events = (a.plan(), a.opened(), a.number(), a.presented(), *others)
    case: Case[Any] = follow(e.election_contest, a.SUBJECT, *events, id="ban-chap-hanh")
    return case


@pytest.mark.parametrize(
    ("reading", "names", "second", "allowed"),
    [
        (PollTie.CONGRESS_DECIDES, "x", None, True),
        (PollTie.CONGRESS_DECIDES, "", None, True),
        (PollTie.CONGRESS_DECIDES, "xy", None, False),
        (PollTie.WITHIN_CAP, "", None, True),
        (PollTie.WITHIN_CAP, "x", None, False),
        (PollTie.NONE_ENTERS, "x", None, False),
        (PollTie.POLL_AGAIN, "x", None, False),
        (PollTie.POLL_AGAIN, "x", {"x": 60, "y": 30}, True),
        (PollTie.POLL_AGAIN, "y", {"x": 60, "y": 30}, False),
        (PollTie.POLL_AGAIN, "x", {"x": 60, "y": 60}, False),
        (PollTie.POLL_AGAIN, "", {"x": 60, "y": 60}, True),
        (PollTie.POLL_AGAIN, "xy", {"x": 60, "y": 50}, False),
        (PollTie.CONGRESS_DECIDES, "z", None, False),
    ],
)
def test_level_at_the_cut_of_the_poll(  # noqa: PLR0917 - the columns of the table
    reading: PollTie,
    names: str,
    second: dict[str, int] | None,
    allowed: bool,  # noqa: FBT001 - a table
    follow: Follow,
    judge: Judge,
) -> None:
    """Two are level for one place: each reading of `poll.tie_policy` gives its own answer."""
    case = polled(follow, {"x": 50, "y": 50, "z": 10})
    event = a.adopted(names=(*a.SCHEME, *names), second_poll=second)
    verdict = judge(case, event, poll_tie=reading)
    assert ("list_cut_by_poll" not in rules(verdict)) is allowed, verdict.findings


def test_a_poll_without_figures_cuts_nothing(follow: Follow, judge: Judge) -> None:
    """Where the support is not known the list cannot be judged."""
    case = polled(follow, None)
    assert "list_cut_by_poll" in rules(judge(case, a.adopted()))


def test_an_insider_may_be_let_go_unasked(follow: Follow, judge: Judge, stand: Follow) -> None:
    """Who stands outside the list that binds him may be let go by the congress, asked or not."""
    events = (a.plan(), a.opened(), a.number(), a.presented(), a.stands(insider=True))
    named = (a.nominated(nominee_insider=True), a.nominated(person="z"), a.closed())
    case: Case[Any] = follow(e.election_contest, a.SUBJECT, *events, *named, id="ban-chap-hanh")
    for released, allowed in ((("x", "y"), True), (("z",), False)):
        act = a.withdrawals(asked=(), proposed=released, released=released)
        assert judge(case, act).allowed is allowed


@pytest.mark.parametrize(
    ("kind", "persons", "steps", "found"),
    [
        (q.ComplaintKind.DENUNCIATION, ("a",), 3, True),
        (q.ComplaintKind.DENUNCIATION, ("a",), 1, True),
        (q.ComplaintKind.DENUNCIATION, ("khac",), 3, False),
        (q.ComplaintKind.PETITION, ("a",), 2, False),
        (q.ComplaintKind.DENUNCIATION, ("a",), 4, False),
    ],
)
def test_an_open_case_holds_a_candidate(  # noqa: PLR0917 - the columns of the table
    kind: q.ComplaintKind,
    persons: tuple[str, ...],
    steps: int,
    found: bool,  # noqa: FBT001 - a table
    follow: Follow,
    judge: Judge,
) -> None:
    """Taken up: held; not yet read: cannot be judged; concluded, or a petition: nothing."""
    on = date(2020, 3, 2)
    subject = q.Complaint(level=Level.GRASSROOTS, congress="dai-hoi", persons=persons)
    events = (q.Receive(on=on), q.Classify(on=on, kind=kind), q.Accept(on=on), q.Conclude(on=on))
    other = follow(q.complaint_case, subject, *events[:steps], id="don")
    case = polled(follow, {"x": 50, "y": 40, "z": 10})
    assert ("no_held_candidate" in rules(judge(case, a.adopted(), other))) is found


def test_a_contest_knows_its_past(follow: Follow) -> None:
    """Before anything was told, the past of a contest is empty and nothing of it is known."""
    case: Case[Any] = follow(e.election_contest, a.SUBJECT, id="x")
    assert e.seats(case) is None
    assert e.roll_of(case) is None
    assert e.current_list(case) == e.voted_on(case) == e.board(case) == e.prepared(case) == ()
    assert e.rounds(case) == ()
    assert e.pending_kind(case) is RoundKind.MAIN
    assert e.alternates_wanted(case) == 0


def test_who_is_appointed_counts_as_elected(follow: Follow) -> None:
    """A secretary appointed after the third ballot fills the post."""
    events = (a.plan(), a.opened(), a.number(), a.presented(), a.closed(), a.withdrawals())
    voted = (a.adopted(), a.board(), a.issued(), a.collected(), a.counted())
    end = (a.short(elected=(), unfilled=1), a.appointed())
    case: Case[Any] = follow(e.election_contest, CELL, *events, *voted, *end, id="x")
    assert e.elected(case) == ("a",)


def test_the_opening_is_the_one_known_last(follow: Follow, stand: Follow) -> None:
    """Opened, else announced or put off, else planned: the best-known day is taken."""
    planned = k.Congress(unit="u", level=Level.GRASSROOTS, planned_opening=date(2020, 5, 20))
    waiting = stand(k.congress, planned, k.READY, id="dai-hoi")
    first = n.AnnounceOpening(on=date(2020, 4, 1), opening=date(2020, 5, 21))
    moved = n.Postpone(on=date(2020, 5, 4), new_day=date(2020, 6, 25))
    subject = n.Announcement(congress="dai-hoi")
    other = follow(n.announcement, n.Announcement(congress="khac"), first, id="cb-khac")
    announced = follow(n.announcement, subject, first, id="cb")
    late = follow(n.announcement, subject, first, moved, id="cb")

    def day(*cases: Case[Any]) -> date | None:
        return opening_day(Beside.holding(cases), "dai-hoi")

    assert day() is None
    assert day(waiting, other) == date(2020, 5, 20)
    assert day(waiting, announced) == date(2020, 5, 21)
    assert day(waiting, late) == date(2020, 6, 25)
    assert day(a.congress(stand), late) == a.DAY


def test_a_cell_opens_and_closes_on_the_day_it_is_held(follow: Follow, stand: Follow) -> None:
    """A cell's congress is one day: held, else as its plan says."""
    held, planned = cell_congress(follow), cell_congress(follow, 2)
    assert opening_day(Beside.holding([held]), "dai-hoi-cb1") == date(2020, 4, 17)
    assert opening_day(Beside.holding([planned]), "dai-hoi-cb1") == date(2020, 4, 16)
    assert opening_day(Beside.holding([cell_congress(follow, 1)]), "dai-hoi-cb1") is None
    assert closing_day(Beside.holding([held]), "dai-hoi-cb1") == date(2020, 4, 17)
    assert closing_day(Beside.holding([planned]), "dai-hoi-cb1") is None
    assert closing_day(Beside.holding([a.congress(stand, k.CLOSED)]), "dai-hoi") == a.CLOSING


def test_holding_a_congress_does_not_change_its_opening(follow: Follow) -> None:
    """That it was held says nothing of the day announced."""
    first = n.AnnounceOpening(on=date(2020, 4, 1), opening=date(2020, 5, 21))
    subject = n.Announcement(congress="dai-hoi")
    held = follow(n.announcement, subject, first, n.Hold(on=date(2020, 5, 21)), id="cb")
    assert opening_day(Beside.holding([held]), "dai-hoi") == date(2020, 5, 21)


def test_other_contests_of_the_congress_do_not_stand_in(follow: Follow, judge: Judge) -> None:
    """A contest for another post beside, however far it is, is not the committee's."""
    case = at_conference(follow, a.plan(seats=3))
    other = attrs.evolve(a.SUBJECT, post=e.Post.INSPECTION_COMMISSION)
    ubkt = follow(e.election_contest, other, id="a-ubkt")
    verdict = judge(case, a.opened(roll=INCUMBENTS), ubkt, committee(follow))
    assert verdict.allowed


def test_who_applied_before_need_not_be_a_delegate(follow: Follow, judge: Judge) -> None:
    """At a delegates' congress somebody who applied in time may stand without being a delegate."""
    subject = attrs.evolve(a.SUBJECT, meeting=e.Meeting.DELEGATES_CONGRESS)
    acts = (a.plan(), a.candidacy(person="x"), a.opened(), a.number(), a.presented())
    case = follow(e.election_contest, subject, *acts, id="x")
    assert judge(case, a.stands()).allowed
    assert rules(judge(case, a.stands(person="y"))) == {"self_nominee_entitled"}


def test_a_poll_that_agrees_needs_no_answer(follow: Follow, judge: Judge) -> None:
    """Direct election of the secretary goes on where the poll agrees with the scheme."""
    subject = attrs.evolve(a.SUBJECT, post=e.Post.SECRETARY, seats=1)
    acts = (a.plan(seats=1), a.opened(), a.number(number=1))
    case = follow(e.election_contest, subject, *acts, id="bi-thu")
    event = a.presented(names=("a",), introduction_poll=e.IntroductionPoll.AGREES)
    assert judge(case, event, a_scheme(follow)).allowed


def test_boxes_are_counted_anew_from_the_ballots(follow: Follow, judge: Judge) -> None:
    """Without surplus the ballots recorded are classed by their boxes and compared."""
    acts = (a.plan(seats=1), a.opened(roll={"official": 8}), a.number(number=1))
    more = (a.presented(names=("a",)), a.closed(names=("a",)), a.withdrawals())
    ballot = a.issued(names=("a",), form=e.BallotForm.SINGLE, present=8, issued=8)
    end = (a.adopted(names=("a",)), a.board(), ballot, a.collected(collected=8))
    case = follow(e.election_contest, CELL, *acts, *more, *end, id="x")
    groups = (
        e.BallotGroup(ballots=5, boxes={"a": e.Box.AGREE}),
        e.BallotGroup(ballots=2, boxes={"a": e.Box.DISAGREE}),
        e.BallotGroup(boxes={"a": e.Box.BOTH}),
    )
    boxes = {"a": e.BoxCounts(agree=5, disagree=2)}
    told = {"valid": 7, "invalid": 1, "votes": None, "ballots": groups}
    assert judge(case, a.counted(marks=boxes, **told)).allowed
    wrong = {"a": e.BoxCounts(agree=6, disagree=1)}
    assert rules(judge(case, a.counted(marks=wrong, **told))) == {"ballots_classed"}


def test_nobody_is_elected_who_was_not_voted_on(follow: Follow, judge: Judge) -> None:
    """Of somebody who stood on no ballot the votes are not known."""
    past = [passage.event for passage in committee(follow, declared=False).passages[:-1]]
    case = follow(e.election_contest, a.SUBJECT, *past, id="ban-chap-hanh")
    assert e.current_list(case) == a.LIST
    verdict = judge(case, a.filled(elected=(*a.SCHEME[:6], "khac")))
    assert {"elected_over_half", "filled_as_counted"} == rules(verdict)
