"""A cell's congress: each rule objects to one changed fact and is content without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from congress_flow import Case, Finding, FindingKind, Level, Procedure, Verdict
from congress_flow.procedures import Body
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import document_life as d
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import suspension as u
from congress_flow.reckoning import QuorumBase
from congress_flow_vn_2020 import cell_acts, cell_session
from congress_flow_vn_2020.readings import CellVariant, Days, Limit
from congress_flow_vn_2020.rules import book

Judge = Callable[..., Verdict]
Follow = Callable[..., Case[Any]]
LAST, DUE, DAY = date(2017, 7, 20), date(2020, 1, 20), date(2020, 1, 16)
I = c.Introduction  # noqa: E741 - a short name for a long table
INTRODUCTION = (
    I.CELL_COMMITTEE,
    I.CELL_MEETING_SECRET_BALLOT,
    I.CELL_COMMITTEE,
    I.REPORT,
)
PAPERS = ("report", "personnel_scheme", "programme")


def subject(**facts: Any) -> c.CellCongress:
    known: dict[str, Any] = {
        "cell": "cb1",
        "parent": "dang-bo",
        "official_members": 12,
        "probationary_members": 1,
        "committee": True,
        "last_congress": LAST,
        "follower": "binh",
    }
    return c.CellCongress(**{**known, **facts})


def paper(name: str, issued: date | None, **facts: Any) -> c.Paper:
    return c.Paper(id=name, type="plan", number=name, issued=issued, **facts)


def made(kind: Any, day: date, by: Body, known: dict[str, Any], facts: dict[str, Any]) -> Any:
    return kind(**{"on": day, "by": by, **known, **facts})


def compute(**facts: Any) -> Any:
    return made(c.ComputeDueDate, date(2019, 11, 1), Body.AUTO, {"due": DUE}, facts)


def shift(**facts: Any) -> Any:
    known = {"new_day": date(2020, 7, 20), "consent": "02-CV/ĐU"}
    return made(c.ShiftDate, date(2019, 11, 2), Body.CELL_COMMITTEE, known, facts)


def plan(**facts: Any) -> Any:
    known = {
        "plan": paper("11-KH/ĐU", date(2019, 11, 28)),
        "in_force": True,
        "opening": DAY,
    }
    return made(c.Plan, date(2019, 12, 2), Body.CELL_COMMITTEE, known, facts)


def prepare(**facts: Any) -> Any:
    known = {"report": True, "scheme": True, "programme": True, "introduction": INTRODUCTION}
    return made(c.Prepare, date(2019, 12, 10), Body.CELL_COMMITTEE, known, facts)


def opinions(**facts: Any) -> Any:
    known = {"discussed": True, "recorded": "03-BB"}
    return made(c.CollectOpinions, date(2019, 12, 20), Body.MEMBERS, known, facts)


def submit(**facts: Any) -> Any:
    return made(c.Submit, date(2020, 1, 2), Body.CELL, {"papers": PAPERS}, facts)


def remarks(**facts: Any) -> Any:
    known = {"remarks": ("số liệu", "chỉ tiêu")}
    return made(c.GiveRemarks, date(2020, 1, 6), Body.SUPERIOR_COMMITTEE, known, facts)


def absorb(**facts: Any) -> Any:
    known = {"answers": {"số liệu": "đã sửa", "chỉ tiêu": "đã bổ sung"}}
    return made(c.AbsorbRemarks, date(2020, 1, 8), Body.CELL, known, facts)


def hold(**facts: Any) -> Any:
    return made(c.Hold, DAY, Body.CELL, {"roll": {"official": 12}, "present": 11}, facts)


def elect(**facts: Any) -> Any:
    known = {
        "contest": "bau-chi-uy",
        "post": c.Contest.COMMITTEE,
        "seats": 3,
        "elected": ("an", "ba", "chi"),
        "rounds": 1,
        "probationary_voted": False,
    }
    return made(c.Elect, DAY, Body.CELL_CONGRESS, known, facts)


def secretary(**facts: Any) -> Any:
    known: dict[str, Any] = {
        "contest": "bau-bi-thu",
        "post": c.Contest.CELL_SECRETARY,
        "seats": 1,
        "elected": ("an",),
    }
    return elect(**{**known, **facts})


def report(**facts: Any) -> Any:
    known = {
        "participants": 12,
        "contents": ("tổng kết", "bầu cử"),
        "results": "đủ số lượng",
        "resolution": "01-NQ/ĐH",
    }
    return made(c.Report, date(2020, 1, 20), Body.CELL, known, facts)


def ratify(**facts: Any) -> Any:
    return made(c.Ratify, date(2020, 2, 12), Body.SUPERIOR_COMMITTEE, {}, facts)


class Other(NamedTuple):
    """A case beside: its procedure, subject, stage, the events that are told, its id."""

    procedure: Procedure[Any]
    subject: Any
    stage: Any
    events: tuple[Any, ...]
    id: str


def contest(
    name: str, post: c.Contest, elected: tuple[str, ...], stage: Any = e.DECLARED, **facts: Any
) -> Other:
    known: dict[str, Any] = {"congress": "dh-cb1"}
    about = e.Contest(
        post=post, meeting=e.Meeting.MEMBERS_CONGRESS, level=Level.CELL, **{**known, **facts}
    )
    return Other(e.election_contest, about, stage, (e.Fill(on=DAY, elected=elected),), name)


COMMITTEE = contest("bau-chi-uy", c.Contest.COMMITTEE, ("ba", "an", "chi"))
SECRETARY = contest("bau-bi-thu", c.Contest.CELL_SECRETARY, ("an",))
RATIFIED = (COMMITTEE._replace(stage=e.RATIFIED), SECRETARY._replace(stage=e.PARTLY_RATIFIED))
RUNNING = Other(u.suspension, u.Suspension(unit="dang-bo"), u.RUNNING, (), "tam-hoan")
SUSPENDED = RUNNING._replace(stage=u.SUSPENDED)
OWN = Other(u.suspension, u.Suspension(unit="cb1"), u.RUNNING, (), "tam-hoan-cb1")
LETTER = Other(
    q.complaint_case,
    q.Complaint(level=Level.CELL, contest="bau-chi-uy"),
    q.IN_PROGRESS,
    (),
    "don-1",
)
PREPARED = (compute(), plan(), prepare(), opinions())
REVIEWED = (*PREPARED, submit(), remarks())
READY = (*REVIEWED, absorb())
HELD = (*READY, hold())
ELECTED = (*HELD, elect(), secretary())
CONTESTS = (COMMITTEE, SECRETARY)


class Told(NamedTuple):
    """An event after a past, what stands beside, the subject; where it objects, the figures."""

    rule: str
    past: tuple[Any, ...]
    event: Any
    beside: tuple[Other, ...] = ()
    figures: Mapping[str, Any] = MappingProxyType({})
    number: str = ""
    about: c.CellCongress = subject()


EIGHT = subject(official_members=8)
OBJECTIONS = [
    Told("cell_actor", (), compute(by=Body.CELL), number="Sổ tay"),
    Told("cell_actor", (compute(),), plan(by=Body.HEAD), figures={"limit": ["cell_committee"]}),
    Told("cell_actor", (compute(),), plan(), about=subject(committee=False)),
    Told(
        "cell_due_date",
        (),
        compute(due=date(2020, 7, 20)),
        (),
        {"value": "2020-07-20", "limit": "2020-01-20"},
        "Điều lệ",
    ),
    Told("cell_due_date", (), compute(), about=subject(last_congress=None)),
    Told("cell_shift", (compute(),), shift(consent=""), figures={"value": ""}, number="Điều lệ"),
    Told(
        "cell_shift",
        (compute(),),
        shift(new_day=date(2020, 7, 21)),
        (),
        {"limit": "2020-07-20", "op": "not_after"},
    ),
    Told(
        "cell_shift",
        (compute(),),
        shift(new_day=date(2019, 7, 19)),
        (),
        {"limit": "2019-07-20", "op": "not_before"},
    ),
    Told("cell_plan_in_force", (compute(),), plan(in_force=False), number="Sổ tay"),
    Told("cell_plan_in_force", (compute(),), plan(plan=None), figures={"value": None}),
    Told(
        "cell_plan_in_force",
        (compute(),),
        plan(plan=paper("11-KH/ĐU", date(2019, 12, 3))),
        (),
        {"limit": "2019-12-02"},
    ),
    Told("cell_drafts", (compute(), plan()), prepare(scheme=None), number="Sổ tay"),
    Told(
        "cell_introduction",
        (compute(), plan()),
        prepare(introduction=(I.CELL_MEETING,)),
        (),
        {"value": ["cell_meeting"]},
        "35-CT/TW",
    ),
    Told("cell_introduction", (compute(), plan()), prepare(), about=subject(committee=False)),
    Told("cell_introduction", (compute(), plan()), prepare(introduction=None)),
    Told("cell_opinions", PREPARED[:3], opinions(discussed=False), number="Sổ tay"),
    Told("cell_opinions", PREPARED[:3], opinions(recorded=""), figures={"value": ""}),
    Told("cell_package", PREPARED[:3], submit(), (), {"value": 0, "limit": 1}, "Sổ tay"),
    Told("cell_package", PREPARED, submit(papers=PAPERS[:2]), figures={"value": "programme"}),
    Told("cell_package", PREPARED, submit(papers=None)),
    Told("cell_remarks", (*PREPARED, submit()), remarks(remarks=None), number="Sổ tay"),
    Told("cell_remarks", (*PREPARED, submit()), remarks(remarks=("",)), figures={"value": ""}),
    Told(
        "cell_remarks_answered",
        REVIEWED,
        absorb(answers={"số liệu": "đã sửa"}),
        (),
        {"about": "chỉ tiêu", "value": ""},
        "Sổ tay",
    ),
    Told("cell_remarks_answered", REVIEWED, absorb(answers=None), figures={"value": None}),
    Told(
        "cell_min_members",
        READY,
        hold(),
        (RUNNING,),
        {"value": 2, "limit": 3},
        "Điều lệ",
        subject(official_members=2),
    ),
    Told(
        "cell_quorum",
        READY,
        hold(present=7),
        (RUNNING,),
        {"value": 7, "of": 12, "least": 8},
        "Điều lệ",
    ),
    Told("cell_quorum", READY, hold(present=13), (RUNNING,), {"value": 13, "limit": 12}),
    Told("cell_quorum", READY, hold(roll=None), (RUNNING,)),
    Told("cell_quorum", READY, hold(roll={"convened": 12}), (RUNNING,)),
    Told(
        "cell_held_when_due",
        READY,
        hold(on=date(2020, 7, 21)),
        (RUNNING,),
        {"limit": "2020-07-20"},
        "Điều lệ",
    ),
    Told(
        "cell_in_time",
        READY,
        hold(limits=(c.LocalLimit(day=DAY, document="11-KH/ĐU", before=True),)),
        (RUNNING,),
        {"limit": "2020-01-15", "about": "11-KH/ĐU"},
        "Sổ tay",
    ),
    Told("cell_may_be_held", READY, hold(), (SUSPENDED,), {"value": "SUSPENDED"}, "Sổ tay"),
    Told("cell_may_be_held", READY, hold()),
    Told(
        "cell_may_be_held",
        READY,
        hold(),
        (RUNNING,),
        {"value": None},
        about=subject(follower=None),
    ),
    Told("cell_posts", HELD, elect(), CONTESTS, {"value": 8, "limit": 9}, "Điều lệ", EIGHT),
    Told("cell_posts", HELD, secretary(), CONTESTS, {"value": 12, "limit": 9}),
    Told("cell_posts", HELD, elect(post=None), CONTESTS, {"value": None}),
    Told(
        "cell_posts",
        (*HELD, elect()),
        secretary(elected=("dung",)),
        CONTESTS,
        {"value": "dung"},
    ),
    Told("cell_committee_size", HELD, elect(seats=8), CONTESTS, {"limit": 7}, "Sổ tay"),
    Told("cell_committee_size", HELD, elect(seats=6), CONTESTS, {"limit": 5}),
    Told("cell_committee_size", HELD, elect(seats=2), CONTESTS, {"limit": 3}),
    Told("cell_committee_size", HELD, elect(seats=None), CONTESTS, {"value": None}),
    Told("cell_probationary", HELD, elect(probationary_voted=True), CONTESTS, number="Điều lệ"),
    Told("cell_probationary", HELD, elect(probationary_voted=None), CONTESTS),
    Told("cell_contest", HELD, elect(), (), number="Sổ tay"),
    Told("cell_contest", HELD, elect(contest=None), CONTESTS),
    Told("cell_contest", HELD, elect(elected=("an",)), CONTESTS, {"value": ["an"]}),
    Told("cell_contest", HELD, elect(elected=None), CONTESTS, {"value": None}),
    Told("cell_contest", HELD, elect(rounds=2), CONTESTS, {"value": 2, "limit": 1}),
    Told("cell_contest", HELD, elect(), (COMMITTEE._replace(stage=e.FILLED),), {"value": False}),
    Told(
        "cell_contest",
        HELD,
        elect(),
        (contest("bau-chi-uy", c.Contest.COMMITTEE, ("an", "ba", "chi"), congress="khác"),),
        {"value": "khác"},
    ),
    Told("cell_reported", ELECTED, report(resolution=None), CONTESTS, number="Sổ tay"),
    Told(
        "cell_reported",
        ELECTED,
        report(),
        (COMMITTEE._replace(stage=e.COUNTED), SECRETARY),
        {"about": "bau-chi-uy"},
    ),
    Told("cell_posts_elected", (*HELD, elect()), report(), CONTESTS, number="Điều lệ"),
    Told("cell_posts_elected", (*HELD, secretary()), report(), CONTESTS),
    Told(
        "cell_reported_in_time",
        ELECTED,
        report(on=date(2020, 2, 5)),
        CONTESTS,
        {"limit": "2020-02-03"},
        "Sổ tay",
    ),
    Told("cell_ratified", (*ELECTED, report()), ratify(), (), number="Sổ tay"),
    Told("cell_ratified", (*ELECTED, report()), ratify(), CONTESTS, {"value": False}),
    Told(
        "cell_ratified",
        (*ELECTED, report()),
        ratify(),
        (*RATIFIED, LETTER),
        {"value": ["don-1"]},
    ),
]
GOOD = [
    Told("cell_actor", (), compute()),
    Told(
        "cell_actor",
        (compute(),),
        plan(by=Body.HEAD),
        about=subject(committee=False),
    ),
    Told("cell_actor", (compute(),), plan(by=Body.HEAD), about=subject(committee=None)),
    Told("cell_due_date", (), compute()),
    Told("cell_shift", (compute(),), shift()),
    Told("cell_shift", (compute(),), shift(new_day=date(2019, 7, 20))),
    Told("cell_plan_in_force", (compute(),), plan()),
    Told("cell_drafts", (compute(), plan()), prepare()),
    Told("cell_introduction", (compute(), plan()), prepare()),
    Told(
        "cell_introduction",
        (compute(), plan()),
        prepare(by=Body.HEAD, introduction=(I.CELL_MEETING, I.SUPERIOR_OPINION)),
        about=subject(committee=False),
    ),
    Told("cell_opinions", PREPARED[:3], opinions()),
    Told("cell_package", PREPARED, submit()),
    Told("cell_remarks", (*PREPARED, submit()), remarks()),
    Told("cell_remarks", (*PREPARED, submit()), remarks(remarks=())),
    Told("cell_remarks_answered", REVIEWED, absorb()),
    Told(
        "cell_remarks_answered",
        (*PREPARED, submit(), remarks(remarks=())),
        absorb(answers=None),
    ),
    Told("cell_min_members", READY, hold(), (RUNNING,), about=subject(official_members=3)),
    Told("cell_quorum", READY, hold(present=8), (RUNNING,)),
    Told("cell_held_when_due", READY, hold(on=date(2020, 7, 20)), (RUNNING,)),
    Told(
        "cell_in_time",
        READY,
        hold(limits=(c.LocalLimit(day=DAY, document="11-KH/ĐU", before=False),)),
        (RUNNING,),
    ),
    Told("cell_may_be_held", READY, hold(), (RUNNING,)),
    Told("cell_may_be_held", READY, hold(), (SUSPENDED, OWN)),
    Told("cell_posts", HELD, elect(), CONTESTS, about=subject(official_members=9)),
    Told("cell_posts", HELD, secretary(), CONTESTS, about=EIGHT),
    Told("cell_posts", (*HELD, elect()), secretary(), CONTESTS),
    Told(
        "cell_posts",
        (*HELD, elect(), elect(post=c.Contest.DELEGATES)),
        secretary(),
        CONTESTS,
    ),
    Told(
        "cell_posts",
        HELD,
        elect(contest="bau-dai-bieu", post=c.Contest.DELEGATES, seats=1, elected=("an",)),
        (contest("bau-dai-bieu", c.Contest.DELEGATES, ("an",)),),
    ),
    Told("cell_committee_size", HELD, elect(seats=5), CONTESTS),
    Told("cell_probationary", HELD, elect(), CONTESTS),
    Told("cell_contest", HELD, elect(), CONTESTS),
    Told("cell_reported", ELECTED, report(), CONTESTS),
    Told("cell_posts_elected", ELECTED, report(), CONTESTS),
    Told("cell_posts_elected", (*HELD, secretary()), report(), CONTESTS, about=EIGHT),
    Told("cell_reported_in_time", ELECTED, report(on=date(2020, 2, 3)), CONTESTS),
    Told("cell_ratified", (*ELECTED, report()), ratify(), RATIFIED),
    Told(
        "cell_ratified",
        (*ELECTED, report()),
        ratify(),
        (*RATIFIED, LETTER._replace(stage=q.NOTIFIED)),
    ),
]


def found(verdict: Verdict, rule: str) -> Finding | None:
    return next((f for f in verdict.findings if f.rule == f"vn-2020/{rule}"), None)


def judged(judge: Judge, follow: Follow, stand: Follow, told: Told, **chosen: Any) -> Verdict:
    case = follow(c.cell_congress, told.about, *told.past, id="dh-cb1")
    beside = [
        stand(x.procedure, x.subject, x.stage, *x.events, id=x.id, on=DAY) for x in told.beside
    ]
    return judge(case, told.event, *beside, **chosen)


@pytest.mark.parametrize("told", OBJECTIONS)
def test_objects(judge: Judge, follow: Follow, stand: Follow, told: Told) -> None:
    """One changed fact draws an objection of that rule, with its figures and its citation."""
    finding = found(judged(judge, follow, stand, told), told.rule)
    assert finding is not None
    assert told.figures.items() <= finding.figures.items()
    assert finding.citations[0].instrument.number.startswith(told.number)


@pytest.mark.parametrize("told", GOOD)
def test_content(judge: Judge, follow: Follow, stand: Follow, told: Told) -> None:
    """Without the changed fact the rule was asked, has nothing to object, and the step is free."""
    verdict = judged(judge, follow, stand, told)
    assert f"vn-2020/{told.rule}" in verdict.consulted
    assert found(verdict, told.rule) is None
    assert verdict.allowed, verdict.summary.en


SUBMITTED_AHEAD = Told("cell_submitted_ahead", PREPARED, submit())


def test_days_of_the_submission_by_reading(judge: Judge, follow: Follow, stand: Follow) -> None:
    """Where the reading names a number of days, a later submission is remarked; else nothing is."""
    ten = Days(10, Limit.DAYS)
    early, late = submit(on=date(2020, 1, 6)), submit(on=date(2020, 1, 7))
    told = SUBMITTED_AHEAD
    assert judged(judge, follow, stand, told._replace(event=late)).findings == ()
    kept = judged(judge, follow, stand, told._replace(event=early), cell_submit_before=ten)
    assert found(kept, told.rule) is None
    remarked = judged(judge, follow, stand, told._replace(event=late), cell_submit_before=ten)
    finding = found(remarked, told.rule)
    assert finding is not None
    assert finding.kind is FindingKind.CAUTION
    assert finding.figures["limit"] == "2020-01-06"


def test_every_rule_objects_and_is_content() -> None:
    """No rule of the two modules is left out of the tables and the test above."""
    modules = {cell_acts.__name__, cell_session.__name__}
    rules = {rule.id.split("/")[1] for rule in book.rules if rule.function.__module__ in modules}
    by_reading = {SUBMITTED_AHEAD.rule}
    assert rules
    assert rules == {told.rule for told in OBJECTIONS} | by_reading
    assert rules == {told.rule for told in GOOD} | by_reading


def test_the_introduction_by_reading(judge: Judge, follow: Follow, stand: Follow) -> None:
    """The other reading asks a cell with a committee too for a cell meeting and an opinion."""
    told = Told("", (compute(), plan()), prepare())
    other = CellVariant.SECRETARY_AND_SUPERIOR
    verdict = judged(judge, follow, stand, told, cell_variant=other)
    finding = found(verdict, "cell_introduction")
    assert finding is not None
    assert finding.figures["limit"] == ["cell_meeting", "superior_opinion"]
    assert verdict.allowed


def test_quorum_before_or_after_the_deductions(judge: Judge, follow: Follow, stand: Follow) -> None:
    """Two thirds of twelve are eight; with three suspended, of nine they are six."""
    told = Told("", READY, hold(roll={"official": 12, "suspended": 3}, present=6), (RUNNING,))
    before = judged(judge, follow, stand, told, quorum_base=QuorumBase.CONVENED)
    after = judged(judge, follow, stand, told, quorum_base=QuorumBase.AFTER_DEDUCTIONS)
    assert found(before, "cell_quorum") is not None
    assert found(after, "cell_quorum") is None


def issued(follow: Follow, name: str, number: str, day: date, *amends: Any) -> Case[Any]:
    about = d.Document(kind=d.DocumentKind.PLAN, level=Level.GRASSROOTS, unit="dang-bo")
    return follow(
        d.document_life,
        about,
        d.Plan(on=day),
        d.WriteDraft(on=day),
        d.SendToExecutive(on=day),
        d.AdoptForSubmission(on=day),
        d.Issue(on=day, number=number, amends=amends),
        id=name,
    )


def test_the_plan_is_the_one_on_record(judge: Judge, follow: Follow) -> None:
    """Where the parent's plans are recorded, the plan in force that day counts, as amended."""
    original = issued(follow, "11", "11-KH/ĐU", date(2019, 11, 28))
    change = d.Amendment(
        number="11-KH/ĐU",
        issued=date(2019, 11, 28),
        relation=d.RelationKind.AMENDS,
        document="11",
        scope="một số nội dung",
    )
    amending = issued(follow, "12", "12-KH/ĐU", date(2020, 3, 12), change)
    case = follow(c.cell_congress, subject(), compute(), id="dh-cb1")
    before = plan(in_force=None)
    assert judge(case, before, original, amending).findings == ()
    stray = judge(case, plan(plan=paper("13-KH/ĐU", date(2019, 11, 28))), original)
    finding = found(stray, "cell_plan_in_force")
    assert finding is not None
    assert finding.figures["limit"] == ["11-KH/ĐU"]
    after = plan(on=date(2020, 3, 20), in_force=None)
    lacking = found(judge(case, after, original, amending), "cell_plan_in_force")
    assert lacking is not None
    assert lacking.figures["value"] == "12-KH/ĐU"
    named = plan(
        on=date(2020, 3, 20),
        in_force=None,
        amendments=(paper("12-KH/ĐU", date(2020, 3, 12), amends=("11",)),),
    )
    assert judge(case, named, original, amending).findings == ()


def test_an_annulled_contest_gives_way_to_the_new_one(
    judge: Judge, follow: Follow, stand: Follow
) -> None:
    """An annulled election stands in the way until the one held in its place is ratified."""
    annulled = contest("bau-1", c.Contest.COMMITTEE, (), e.ANNULLED)
    anew = contest("bau-2", c.Contest.COMMITTEE, (), e.RATIFIED, instead_of="bau-1")
    told = Told("", (*ELECTED, report()), ratify())
    alone = judged(judge, follow, stand, told._replace(beside=(annulled,)))
    assert found(alone, "cell_ratified") is not None
    assert judged(judge, follow, stand, told._replace(beside=(annulled, anew))).allowed


def test_walk_from_the_due_date_to_the_end(judge: Judge, follow: Follow, stand: Follow) -> None:
    """One cell goes the whole way, another shifts its date: every step of table 7 is taken."""
    events = (*ELECTED, report(), ratify())
    besides: dict[Any, tuple[Other, ...]] = {
        c.Hold: (RUNNING,),
        c.Elect: CONTESTS,
        c.Report: CONTESTS,
        c.Ratify: RATIFIED,
    }
    taken: Counter[str] = Counter()
    past: tuple[Any, ...] = ()
    for event in events:
        beside = besides.get(type(event), ())
        verdict = judged(judge, follow, stand, Told("", past, event, beside))
        assert verdict.allowed, verdict.summary.en
        assert verdict.findings == ()
        assert verdict.step is not None
        taken[verdict.step.id] += 1
        past = (*past, event)
    assert follow(c.cell_congress, subject(), *past).stage is c.CLOSED
    for before, event in (((compute(),), shift()), ((compute(), shift()), plan())):
        verdict = judged(judge, follow, stand, Told("", before, event))
        assert verdict.allowed, verdict.summary.en
        assert verdict.step is not None
        taken[verdict.step.id] += 1
    assert set(taken) == {step.id for step in c.cell_congress.steps}
    assert sum(taken.values()) == 14


def test_the_sum_of_the_cells(follow: Follow) -> None:
    """What a parent says of its cells: how many reported, from when to when, in one ballot."""
    done = (*ELECTED, report())
    one = follow(c.cell_congress, subject(), *done, ratify(), id="a")
    other = follow(c.cell_congress, subject(), *READY, hold(on=date(2020, 5, 3)), id="b")
    late = follow(c.cell_congress, subject(), compute(), id="c")
    assert c.aggregate([one, other, late]) == c.CellsSummary(
        done=1, total=3, first=DAY, last=date(2020, 5, 3), first_ballot=True
    )
    assert c.aggregate([]) == c.CellsSummary(
        done=0, total=0, first=None, last=None, first_ballot=None
    )


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({"rounds": 2}, False),
        ({"elected": ("an", "ba")}, False),
        ({"rounds": None}, None),
        ({"seats": None}, None),
        ({"elected": None}, None),
    ],
)
def test_elected_in_one_ballot(follow: Follow, facts: dict[str, Any], answer: bool | None) -> None:  # noqa: FBT001
    """A second ballot or an open seat says no; a fact that is not known leaves it open."""
    case = follow(c.cell_congress, subject(), *HELD, elect(), secretary(), elect(**facts))
    assert c.aggregate([case]).first_ballot is answer
