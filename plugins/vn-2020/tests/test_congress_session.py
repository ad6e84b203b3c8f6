"""A congress from its opening to its archive: each rule objects once, and is content once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs
import pytest

from congress_flow import Case, Engine, Finding, FindingKind, Level, Procedure, Shelf, Verdict
from congress_flow.procedures import Body
from congress_flow.procedures import announcement as a
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import preparation as p
from congress_flow.procedures import suspension as u
from congress_flow.reckoning import Contest, QuorumBase
from congress_flow_vn_2020 import congress_after, congress_opening, congress_session
from congress_flow_vn_2020.readings import Days, Limit, Readings2020
from congress_flow_vn_2020.rules import book

Judge = Callable[..., Verdict]
Follow = Callable[..., Case[Any]]
DAY = date(2020, 5, 28)
# Seven working days after a congress of one day on 28/5/2020 (documents.md 6.2).
SEVENTH, EIGHTH = date(2020, 6, 8), date(2020, 6, 9)


def subject(**facts: Any) -> k.Congress:
    known: dict[str, Any] = {
        "unit": "dang-bo",
        "level": Level.GRASSROOTS,
        "kind": k.CongressKind.MEMBERS,
        "contents": 4,
        "members": 150,
        "planned_opening": DAY,
        "planned_days": Fraction(1),
        "preparation": "chuan-bi",
        "scheme": "de-an",
    }
    return k.Congress(**{**known, **facts})


def made(kind: Any, day: date, by: Body, known: dict[str, Any], facts: dict[str, Any]) -> Any:
    return kind(**{"on": day, "by": by, **known, **facts})


def opening(**facts: Any) -> Any:
    return made(k.Open, DAY, Body.EXECUTIVE_COMMITTEE, {}, facts)


def voted(body: Body, **facts: Any) -> k.Elected:
    known: dict[str, Any] = {"members": 3, "agree": 140, "attending": 145, "show_of_hands": True}
    return k.Elected(body=body, **{**known, **facts})


PRESIDIUM, SECRETARIAT = voted(Body.PRESIDIUM), voted(Body.CONGRESS_SECRETARIAT)
BOARD = voted(Body.CREDENTIALS_BOARD)


def bodies(*elected: k.Elected, **facts: Any) -> Any:
    known = {"elected": elected or (PRESIDIUM, SECRETARIAT)}
    return made(k.ElectBodies, DAY, Body.CONGRESS, known, facts)


def quorum(**facts: Any) -> Any:
    known = {"roll": {"official": 150}, "present": 145}
    return made(k.ConfirmQuorum, DAY, Body.EXECUTIVE_COMMITTEE, known, facts)


def of_delegates(**facts: Any) -> Any:
    known: dict[str, Any] = {
        "by": Body.CREDENTIALS_BOARD,
        "roll": {"convened": 300},
        "present": 200,
        "sub_organisations": 30,
        "represented": 20,
    }
    return quorum(**{**known, **facts})


def item(**facts: Any) -> Any:
    known = {"item": "thông qua chương trình", "adopts_programme": True}
    return made(k.RunItem, DAY, Body.PRESIDIUM, known, facts)


FIRST = k.FirstConference(convener=k.Convener.REELECTED_SECRETARY)


def close(**facts: Any) -> Any:
    known = {"days": Fraction(1), "first_conference": FIRST}
    return made(k.Close, DAY, Body.PRESIDIUM, known, facts)


def report(**facts: Any) -> Any:
    known = {"election_minutes": "01-BB/ĐH", "opinions_sent": date(2020, 6, 5)}
    return made(k.ReportResults, SEVENTH, Body.NEW_COMMITTEE, known, facts)


def ratify(**facts: Any) -> Any:
    return made(k.Ratify, date(2020, 6, 29), Body.SUPERIOR_STANDING_COMMITTEE, {}, facts)


PRODUCERS = (
    Body.DOCUMENTS_SUBCOMMITTEE,
    Body.PERSONNEL_SUBCOMMITTEE,
    Body.SERVICE_SUBCOMMITTEE,
    Body.OFFICE,
)


def archive(**facts: Any) -> Any:
    return made(k.Archive, date(2020, 8, 28), Body.OFFICE, {"producers": PRODUCERS}, facts)


class Other(NamedTuple):
    """A case beside: its procedure, subject, the stage it stands at, events told, its id."""

    procedure: Procedure[Any]
    subject: Any
    stage: Any
    events: tuple[Any, ...]
    id: str


def announced(day: date = DAY, stage: Any = a.ANNOUNCED, *limits: k.LocalLimit) -> Other:
    told = (
        a.AnnounceOpening(on=date(2020, 4, 10), opening=day, limits=limits),
        a.Postpone(on=date(2020, 4, 15), new_day=day),
    )
    return Other(a.announcement, a.Announcement(congress="dai-hoi"), stage, told, "cong-bo")


def contest(name: str, post: Contest, stage: Any, **facts: Any) -> Other:
    known: dict[str, Any] = {"meeting": e.Meeting.MEMBERS_CONGRESS, "congress": "dai-hoi"}
    about = e.Contest(post=post, level=Level.GRASSROOTS, **{**known, **facts})
    return Other(e.election_contest, about, stage, (), name)


def resolution(stage: Any, congress: str = "dai-hoi") -> Other:
    about = d.Document(kind=d.DocumentKind.RESOLUTION, level=Level.GRASSROOTS, congress=congress)
    return Other(d.document_life, about, stage, (), f"nghi-quyet-{congress}")


RUNNING = Other(u.suspension, u.Suspension(unit="dang-bo"), u.RUNNING, (), "tam-hoan")
SUMMARY = Other(
    d.document_life,
    d.Document(kind=d.DocumentKind.OPINIONS_SUMMARY, level=Level.GRASSROOTS, congress="dai-hoi"),
    d.DISPATCHED,
    (d.Dispatch(on=date(2020, 6, 8)),),
    "tong-hop",
)
COMMITTEE = contest("bau-bch", Contest.COMMITTEE, e.DECLARED)
DELEGATES = contest("bau-dai-bieu", Contest.DELEGATES, e.DECLARED)
STANDING = contest("bau-btv", Contest.STANDING_COMMITTEE, e.PLANNED, meeting=e.Meeting.CONFERENCE)
MAY_OPEN = (announced(), RUNNING)
MAY_CLOSE = (resolution(d.ADOPTED), COMMITTEE, DELEGATES, STANDING)
RATIFIED = (
    COMMITTEE._replace(stage=e.RATIFIED),
    DELEGATES._replace(stage=e.PARTLY_RATIFIED),
    STANDING._replace(stage=e.BALLOTS_DESTROYED),
)
EARLY = date(2020, 1, 6)
BEFORE = (
    k.AdoptPlan(on=EARLY),
    k.CreateBodies(on=EARLY),
    k.SubmitPackage(on=EARLY),
    k.Approve(on=date(2020, 4, 24)),
    k.DeclareReady(on=date(2020, 5, 20)),
)
ORDER = (opening(), bodies(), quorum(), close(), report(), ratify(), archive())


def past_of(event: Any) -> tuple[Any, ...]:
    """Return what has happened when *event* is about to."""
    if isinstance(event, k.RunItem):
        return (*BEFORE, *ORDER[:3])
    number = next(n for n, each in enumerate(ORDER) if isinstance(event, type(each)))
    return (*BEFORE, *ORDER[:number])


class Told(NamedTuple):
    """An event, what stands beside; where the rule objects, its figures and number."""

    rule: str
    event: Any
    beside: tuple[Other, ...] = ()
    figures: Mapping[str, Any] = MappingProxyType({})
    number: str = ""
    about: k.Congress = subject()
    past: tuple[Any, ...] | None = None


def limit(day: date, *, before: bool) -> k.LocalLimit:
    return k.LocalLimit(day=day, document="4182-CV/TU", before=before)


TWO, THREE = subject(contents=2), subject(contents=3)
GREAT = subject(kind=k.CongressKind.DELEGATES, members=900)
DISTRICT = subject(
    level=Level.UPPER_GRASSROOTS, planned_days=Fraction(3), preparatory_days=Fraction(1, 2)
)
OBJECTIONS = [
    Told("congress_actor", opening(by=Body.CONGRESS), MAY_OPEN),
    Told("congress_actor", quorum(by=Body.CREDENTIALS_BOARD), number="Sổ tay"),
    Told("congress_actor", of_delegates(by=Body.EXECUTIVE_COMMITTEE), about=GREAT),
    Told("opened_as_announced", opening(), (RUNNING,), {"value": None}, "Sổ tay"),
    Told(
        "opened_as_announced",
        opening(),
        (announced(stage=a.POSTPONED), RUNNING),
        {"value": "POSTPONED"},
    ),
    Told(
        "opened_as_announced",
        opening(),
        (announced(date(2020, 5, 29)), RUNNING),
        {"value": "2020-05-28", "limit": "2020-05-29"},
    ),
    Told(
        "opened_not_suspended",
        opening(),
        (announced(), RUNNING._replace(stage=u.SUSPENDED)),
        {"value": "SUSPENDED"},
        "Sổ tay",
    ),
    Told("opened_not_suspended", opening(), (announced(),)),
    Told(
        "opened_in_window",
        opening(on=date(2020, 6, 30)),
        (announced(date(2020, 6, 30)), RUNNING),
        {"limit": "2020-06-30", "op": "before"},
        "35-CT/TW",
    ),
    Told(
        "opened_in_time",
        opening(),
        (announced(DAY, a.ANNOUNCED, limit(DAY, before=True)), RUNNING),
        {"limit": "2020-05-27", "about": "4182-CV/TU"},
        "Sổ tay",
    ),
    Told("opened_in_time", opening(limits=(limit(date(2020, 5, 1), before=False),)), MAY_OPEN),
    Told(
        "planned_length",
        opening(),
        MAY_OPEN,
        {"value": "5/2", "limit": 2},
        "35-CT/TW",
        subject(planned_days=Fraction(5, 2)),
    ),
    Told("planned_length", opening(), MAY_OPEN, about=subject(planned_days=None)),
    Told(
        "planned_length",
        opening(),
        MAY_OPEN,
        {"value": "1/1", "limit": "1/2"},
        about=attrs.evolve(DISTRICT, preparatory_days=Fraction(1)),
    ),
    Told(
        "contests_of_the_contents",
        opening(),
        (*MAY_OPEN, DELEGATES),
        {"value": 2, "limit": 3, "about": "bau-dai-bieu"},
        "Sổ tay",
        TWO,
    ),
    Told(
        "contests_of_the_contents",
        close(),
        MAY_CLOSE,
        {"value": 3, "limit": 4, "about": "bau-bch"},
        about=THREE,
    ),
    Told("contests_of_the_contents", opening(), MAY_OPEN, about=subject(contents=None)),
    Told("bodies_elected", bodies(PRESIDIUM), figures={"value": False}, number="244-QĐ/TW"),
    Told("bodies_elected", bodies(elected=None), figures={"value": None}),
    Told(
        "bodies_elected",
        bodies(voted(Body.PRESIDIUM, agree=72, attending=144), SECRETARIAT),
        figures={"value": 72, "of": 144, "least": 73},
    ),
    Told("bodies_elected", bodies(voted(Body.PRESIDIUM, members=None), SECRETARIAT)),
    Told(
        "bodies_by_show_of_hands",
        bodies(PRESIDIUM, voted(Body.CONGRESS_SECRETARIAT, show_of_hands=False)),
        figures={"value": False},
        number="244-QĐ/TW",
    ),
    Told(
        "credentials_board",
        bodies(PRESIDIUM, SECRETARIAT, BOARD),
        figures={"value": True},
        number="Sổ tay",
    ),
    Told("credentials_board", bodies(), figures={"value": False}, about=GREAT),
    Told("credentials_board", bodies(elected=None), about=GREAT),
    Told("credentials_board", bodies(), about=subject(kind=None)),
    Told(
        "credentials_board_size",
        bodies(PRESIDIUM, SECRETARIAT, voted(Body.CREDENTIALS_BOARD, members=6)),
        figures={"value": 6, "limit": 5},
        number="Sổ tay",
        about=GREAT,
    ),
    Told(
        "congress_quorum",
        quorum(present=99),
        figures={"value": 99, "of": 150, "least": 100},
        number="Điều lệ",
    ),
    Told("congress_quorum", quorum(present=151), figures={"limit": 150}),
    Told("congress_quorum", quorum(roll=None)),
    Told("congress_quorum", quorum(), about=subject(kind=None)),
    Told("congress_quorum", of_delegates(present=199), figures={"least": 200}, about=GREAT),
    Told(
        "congress_quorum",
        of_delegates(represented=19),
        figures={"value": 19, "of": 30, "least": 20},
        about=GREAT,
    ),
    Told(
        "no_contest_before_quorum",
        quorum(),
        (contest("bau-bch", Contest.COMMITTEE, e.OPENED),),
        {"value": True, "about": "bau-bch"},
        "Sổ tay",
    ),
    Told("item_of_programme", item(adopts_programme=False), number="Sổ tay"),
    Told("item_of_programme", item(item=""), figures={"value": ""}),
    Told("closed_when_done", close(), MAY_CLOSE[1:], {"value": None}, "Sổ tay"),
    Told(
        "closed_when_done",
        close(),
        (*MAY_CLOSE[1:], resolution(d.ADOPTED, "dai-hoi-khac")),
        {"value": None},
    ),
    Told("closed_when_done", close(), (resolution(d.DISCUSSED), *MAY_CLOSE[1:])),
    Told("closed_when_done", close(), MAY_CLOSE[:1]),
    Told(
        "closed_when_done",
        close(),
        (MAY_CLOSE[0], COMMITTEE, DELEGATES._replace(stage=e.COUNTED)),
        {"value": False, "about": "bau-dai-bieu"},
    ),
    Told("closed_in_length", close(days=Fraction(3)), MAY_CLOSE, {"limit": 2}, "35-CT/TW"),
    Told(
        "closed_in_length",
        close(days=Fraction(3), preparatory_days=Fraction(2, 3)),
        MAY_CLOSE,
        {"value": "2/3"},
        about=DISTRICT,
    ),
    Told("first_conference", close(first_conference=None), MAY_CLOSE, {}, "29-QĐ/TW"),
    Told(
        "first_conference",
        close(first_conference=k.FirstConference(convener=k.Convener.OTHER)),
        MAY_CLOSE,
        {"value": "other"},
    ),
    Told(
        "first_conference",
        close(first_conference=k.FirstConference(convener=k.Convener.AUTHORISED_BY_SUPERIOR)),
        MAY_CLOSE,
        {"value": None},
    ),
    Told(
        "results_reported_2016",
        report(on=EIGHTH),
        (),
        {"value": "2020-06-09", "limit": "2020-06-08"},
        "29-QĐ/TW",
    ),
    Told("results_reported_2016", report(election_minutes=""), figures={"value": ""}),
    Told(
        "results_reported_2021",
        report(on=date(2022, 6, 20)),
        (),
        {"limit": "2022-06-09"},
        "24-QĐ/TW",
        past=(*BEFORE, *ORDER[:3], close(on=date(2022, 5, 31))),
    ),
    Told(
        "opinions_reported",
        report(opinions_sent=date(2020, 6, 8)),
        (),
        {"value": "2020-06-08", "limit": "2020-06-07"},
        "60",
    ),
    Told("opinions_reported", report(opinions_sent=None), (SUMMARY,), {"value": "2020-06-08"}),
    Told("opinions_reported", report(opinions_sent=None), (), {"value": "2020-06-08"}),
    Told("congress_ratified", ratify(), number="Sổ tay"),
    Told(
        "congress_ratified",
        ratify(),
        (*RATIFIED[1:], COMMITTEE._replace(stage=e.REPORTED)),
        {"value": False, "about": "bau-bch"},
    ),
    Told(
        "archive_complete",
        archive(producers=PRODUCERS[1:]),
        figures={"value": False},
        number="62-HD/VPTW",
    ),
    Told("archive_complete", archive(producers=None), figures={"value": None}),
]
GOOD = [
    Told("congress_actor", quorum()),
    Told("congress_actor", of_delegates(), about=GREAT),
    Told("opened_as_announced", opening(), MAY_OPEN),
    Told(
        "opened_as_announced",
        opening(),
        (*MAY_OPEN, announced()._replace(subject=a.Announcement(congress="khác"), id="a")),
    ),
    Told("opened_not_suspended", opening(), MAY_OPEN),
    Told(
        "opened_in_window",
        opening(on=date(2020, 6, 29)),
        (announced(date(2020, 6, 29)), RUNNING),
    ),
    Told(
        "opened_in_time",
        opening(),
        (announced(DAY, a.ANNOUNCED, limit(DAY, before=False)), RUNNING),
    ),
    Told("planned_length", opening(), MAY_OPEN, about=subject(planned_days=Fraction(2))),
    Told("planned_length", opening(), MAY_OPEN, about=DISTRICT),
    Told("contests_of_the_contents", opening(), MAY_OPEN, about=TWO),
    Told("contests_of_the_contents", opening(), (*MAY_OPEN, DELEGATES), about=THREE),
    Told("contests_of_the_contents", close(), MAY_CLOSE),
    Told("bodies_elected", bodies()),
    Told("bodies_by_show_of_hands", bodies()),
    Told("credentials_board", bodies()),
    Told("credentials_board", bodies(PRESIDIUM, SECRETARIAT, BOARD), about=GREAT),
    Told("credentials_board_size", bodies(PRESIDIUM, SECRETARIAT, BOARD), about=GREAT),
    Told(
        "credentials_board_size",
        bodies(PRESIDIUM, SECRETARIAT, voted(Body.CREDENTIALS_BOARD, members=9)),
        about=attrs.evolve(GREAT, level=Level.PROVINCE),
    ),
    Told("congress_quorum", quorum(present=100)),
    Told("congress_quorum", of_delegates(), about=GREAT),
    Told(
        "no_contest_before_quorum",
        quorum(),
        (contest("bau-bch", Contest.COMMITTEE, e.PLANNED),),
    ),
    Told("item_of_programme", item()),
    Told(
        "item_of_programme",
        item(item="thảo luận", adopts_programme=False),
        past=(*BEFORE, *ORDER[:3], item()),
    ),
    Told("closed_when_done", close(), MAY_CLOSE),
    Told("closed_when_done", close(), MAY_CLOSE[:1], about=TWO),
    Told("closed_in_length", close(days=Fraction(2)), MAY_CLOSE),
    Told(
        "closed_in_length",
        close(days=Fraction(3), preparatory_days=Fraction(1, 2)),
        MAY_CLOSE,
        about=DISTRICT,
    ),
    Told("first_conference", close(), MAY_CLOSE),
    Told("first_conference", close(first_conference=None), MAY_CLOSE[:1], about=TWO),
    Told(
        "first_conference",
        close(
            first_conference=k.FirstConference(
                convener=k.Convener.AUTHORISED_BY_SUPERIOR, authorisation="30-CV/ĐUK"
            )
        ),
        MAY_CLOSE,
    ),
    Told("results_reported_2016", report()),
    Told(
        "results_reported_2021",
        report(on=date(2022, 6, 9)),
        past=(*BEFORE, *ORDER[:3], close(on=date(2022, 5, 31))),
    ),
    Told("opinions_reported", report()),
    Told(
        "opinions_reported",
        report(opinions_sent=None),
        (SUMMARY._replace(events=(d.Dispatch(on=date(2020, 6, 7)),)),),
    ),
    Told("opinions_reported", report(on=date(2020, 6, 3), opinions_sent=None)),
    Told("congress_ratified", ratify(), RATIFIED),
    Told("congress_ratified", ratify(), about=TWO),
    Told("archive_complete", archive()),
    Told("archive_complete", archive(producers=PRODUCERS[2:] + PRODUCERS[:1]), about=TWO),
]
SOFT = {"bodies_by_show_of_hands", "credentials_board_size"}


class Dated(NamedTuple):
    """A rule whose days a reading sets: the reading, the last good day and the first bad one."""

    rule: str
    reading: str
    days: Days
    kept: Any
    late: Any
    beside: tuple[Other, ...] = ()


DECLARED = (
    COMMITTEE._replace(events=(e.Declare(on=DAY),)),
    DELEGATES._replace(events=(e.Declare(on=date(2020, 5, 29)),)),
)
DATED = [
    # Approved on 24/4; 34 days later is the opening.
    Dated(
        "opened_after_approval",
        "approval_to_opening",
        Days(34, Limit.DAYS),
        opening(),
        opening(on=date(2020, 5, 29)),
        MAY_OPEN,
    ),
    Dated(
        "handed_over_in_time",
        "handover",
        Days(5, Limit.DAYS),
        report(handed_over=date(2020, 6, 2)),
        report(handed_over=date(2020, 6, 3)),
        DECLARED,
    ),
    Dated(
        "archived_in_time",
        "archive",
        Days(92, Limit.DAYS),
        archive(),
        archive(on=date(2020, 8, 29)),
    ),
]


def found(verdict: Verdict, rule: str) -> Finding | None:
    return next((f for f in verdict.findings if f.rule == f"vn-2020/{rule}"), None)


def judged(judge: Judge, follow: Follow, stand: Follow, told: Told, **chosen: Any) -> Verdict:
    past = past_of(told.event) if told.past is None else told.past
    case = follow(k.congress, told.about, *past, id="dai-hoi")
    beside = [stand(x.procedure, x.subject, x.stage, *x.events, id=x.id) for x in told.beside]
    return judge(case, told.event, *beside, **chosen)


@pytest.mark.parametrize("told", OBJECTIONS)
def test_objects(judge: Judge, follow: Follow, stand: Follow, told: Told) -> None:
    """One changed fact draws an objection of that rule, with its figures and its citation."""
    finding = found(judged(judge, follow, stand, told), told.rule)
    assert finding is not None
    assert told.figures.items() <= finding.figures.items()
    assert finding.citations[0].instrument.number.startswith(told.number)
    assert (finding.kind is FindingKind.CAUTION) is (told.rule in SOFT)


@pytest.mark.parametrize("told", GOOD)
def test_content(judge: Judge, follow: Follow, stand: Follow, told: Told) -> None:
    """Without the changed fact the rule was asked and has nothing to object."""
    verdict = judged(judge, follow, stand, told)
    assert f"vn-2020/{told.rule}" in verdict.consulted
    assert found(verdict, told.rule) is None


@pytest.mark.parametrize("dated", DATED)
def test_days_by_reading(judge: Judge, follow: Follow, stand: Follow, dated: Dated) -> None:
    """Where the reading names days, the day after the last is remarked; else nothing is asked."""
    chosen = {dated.reading: dated.days}
    kept = Told(dated.rule, dated.kept, dated.beside)
    late = Told(dated.rule, dated.late, dated.beside)
    assert found(judged(judge, follow, stand, late), dated.rule) is None
    assert found(judged(judge, follow, stand, kept, **chosen), dated.rule) is None
    finding = found(judged(judge, follow, stand, late, **chosen), dated.rule)
    assert finding is not None
    assert finding.kind is FindingKind.CAUTION


def test_every_rule_objects_and_is_content() -> None:
    """No rule of the three modules is left out of the tables above.

    One that is written twice, by the texts of different days, is one demand.
    """
    modules = {congress_opening.__name__, congress_session.__name__, congress_after.__name__}
    found = [rule.function for rule in book.rules if rule.function.__module__ in modules]
    rules = {function.__code__.co_name for function in found}
    dated = {told.rule for told in DATED}
    assert rules
    assert rules == ({told.rule for told in OBJECTIONS} - {"congress_actor"}) | dated
    assert rules == ({told.rule for told in GOOD} - {"congress_actor"}) | dated


def test_hand_over_is_not_asked_without_an_election(
    judge: Judge, follow: Follow, stand: Follow
) -> None:
    """A congress that elects no committee has nobody to hand over to."""
    told = Told("", report(handed_over=date(2021, 1, 1)), about=THREE)
    verdict = judged(judge, follow, stand, told, handover=Days(5, Limit.DAYS))
    assert found(verdict, "handed_over_in_time") is None


def test_quorum_before_or_after_the_deductions(judge: Judge, follow: Follow, stand: Follow) -> None:
    """Two thirds of 150 are 100; with 30 exempt and absent, of 120 they are 80."""
    told = Told("", quorum(roll={"official": 150, "exempt_absent": 30}, present=80))
    before = judged(judge, follow, stand, told, quorum_base=QuorumBase.CONVENED)
    after = judged(judge, follow, stand, told, quorum_base=QuorumBase.AFTER_DEDUCTIONS)
    assert found(before, "congress_quorum") is not None
    assert found(after, "congress_quorum") is None


def test_length_by_level(judge: Judge, follow: Follow, stand: Follow) -> None:
    """Two days, three days, four days; a level without a row is not asked."""
    for level, most in (
        (Level.GRASSROOTS, 2),
        (Level.UPPER_GRASSROOTS, 3),
        (Level.PROVINCE, 4),
    ):
        for days, kept in ((most, True), (most + 1, False)):
            event = close(days=Fraction(days), preparatory_days=Fraction(1, 2))
            told = Told("", event, MAY_CLOSE, about=subject(level=level))
            finding = found(judged(judge, follow, stand, told), "closed_in_length")
            assert (finding is None) is kept, (level, days)
    section = Told("", close(days=None), MAY_CLOSE, about=subject(level=Level.SECTION))
    assert found(judged(judge, follow, stand, section), "closed_in_length") is None


def test_a_suspension_moves_no_deadline(judge: Judge, follow: Follow) -> None:
    """Suspended for a month and resumed, a congress must still open before 30/6 (6-I5)."""
    resumed = follow(
        u.suspension,
        u.Suspension(unit="dang-bo"),
        u.Suspend(on=date(2020, 3, 31)),
        u.Resume(on=date(2020, 4, 30), moves_deadline=True),
        id="tam-hoan",
    )
    late = date(2020, 7, 15)
    told = follow(
        a.announcement,
        a.Announcement(congress="dai-hoi"),
        a.AnnounceOpening(on=date(2020, 5, 4), opening=late),
        id="cong-bo",
    )
    case = follow(k.congress, subject(), *BEFORE, id="dai-hoi")
    verdict = judge(case, opening(on=late), told, resumed)
    rules = [finding.rule for finding in verdict.findings]
    assert rules == ["vn-2020/opened_in_time", "vn-2020/opened_in_window"]


def test_a_weekend_is_a_day_like_any_other(judge: Judge, follow: Follow, stand: Follow) -> None:
    """Nothing objects to a congress on a Sunday (calendar.weekend_acts)."""
    sunday = date(2020, 5, 31)
    assert sunday.isoweekday() == 7
    told = Told("", opening(on=sunday), (announced(sunday), RUNNING))
    assert judged(judge, follow, stand, told).findings == ()


class Desk:
    """The cases of one congress, each going its way under the whole book beside the others."""

    def __init__(self, readings: Readings2020, stand: Follow) -> None:
        self.engine = Engine(Shelf([book], [readings]))
        self.stand = stand
        self.cases: dict[str, Case[Any]] = {}
        self.taken: Counter[str] = Counter()

    def open(self, procedure: Procedure[Any], subject: Any, case_id: str) -> None:
        """Open a case."""
        self.cases[case_id] = Case(
            procedure=procedure, id=case_id, subject=subject, opened_on=date(2019, 11, 1)
        )

    def put(self, *others: Other) -> None:
        """Have cases of other procedures stand where they have come meanwhile."""
        for x in others:
            case = self.stand(x.procedure, x.subject, x.stage, *x.events, id=x.id)
            self.cases[x.id] = case

    def do(self, case_id: str, event: Any) -> None:
        """Take a step, all other cases beside; nothing at all is found on the way."""
        case = self.cases[case_id]
        verdict = self.engine.judge(case, event, self.cases.values())
        assert verdict.findings == (), verdict.summary.en
        assert verdict.step is not None
        self.cases[case_id] = self.engine.take(case, verdict)
        self.taken[verdict.step.name] += 1


KINDS = (
    d.DocumentKind.POLITICAL_REPORT,
    d.DocumentKind.REVIEW_REPORT,
    d.DocumentKind.CONGRESS_PROGRAMME,
    d.DocumentKind.CHAIRING_SCRIPT,
    d.DocumentKind.RESOLUTION,
    d.DocumentKind.ACTION_PROGRAMME,
)


def documents(stage: Any) -> tuple[Other, ...]:
    return tuple(
        Other(
            d.document_life,
            d.Document(kind=kind, level=Level.GRASSROOTS, congress="dai-hoi"),
            stage,
            (),
            kind.value,
        )
        for kind in KINDS
    )


def scheme(stage: Any) -> Other:
    about = s.Scheme(run="quy-trinh", level=Level.GRASSROOTS)
    return Other(s.personnel_scheme, about, stage, (), "de-an")


def paper(number: str, issued: date, kind: str, level: Level, *, own: bool = False) -> k.Paper:
    return k.Paper(id=number, type=kind, number=number, issued=issued, level=level, own=own)


COMMITTEE_ACTS, SUPERIOR = Body.EXECUTIVE_COMMITTEE, Body.SUPERIOR_STANDING_COMMITTEE
ADOPT = k.AdoptPlan(
    on=date(2019, 11, 28),
    by=COMMITTEE_ACTS,
    plan=paper("10-KH/ĐU", date(2019, 11, 28), "plan", Level.GRASSROOTS, own=True),
    bases=(
        paper("35-CT/TW", date(2019, 5, 30), "directive", Level.CENTRE),
        paper("78-KH/ĐUK", date(2019, 11, 8), "plan", Level.UPPER_GRASSROOTS),
    ),
)
CREATE = k.CreateBodies(
    on=date(2019, 12, 5),
    by=Body.STANDING_COMMITTEE,
    created=tuple(
        k.Created(body=body, decision="20-QĐ/ĐU", decided_by=Body.STANDING_COMMITTEE)
        for body in PRODUCERS[:3]
    ),
    directive_studied=True,
    guidance_to=tuple(k.Audience),
)


def hand_in(day: date) -> k.SubmitPackage:
    return k.SubmitPackage(
        on=day,
        by=COMMITTEE_ACTS,
        papers=("submission", "political report"),
        scheme_adopted="05-NQ/ĐU",
    )


def prepare(desk: Desk) -> None:
    """Take the congress from its plan to its readiness, over a return and a suspension."""
    desk.put(scheme(s.DRAFTED), *documents(d.READY_TO_SUBMIT))
    desk.do("dai-hoi", ADOPT)
    desk.do("dai-hoi", CREATE)
    desk.do("dai-hoi", hand_in(date(2020, 3, 16)))
    remarks = ("bổ sung chỉ tiêu",)
    returned = k.ReturnForRevision(on=date(2020, 3, 20), by=SUPERIOR, remarks=remarks)
    desk.do("dai-hoi", returned)
    suspended = u.Suspend(
        on=date(2020, 3, 31), by=Body.CENTRAL_SECRETARIAT, reason="dịch bệnh", document="79-TB"
    )
    desk.do("tam-hoan", suspended)
    desk.do("dai-hoi", hand_in(date(2020, 4, 6)))
    announce = a.AnnounceOpening(on=date(2020, 4, 8), by=COMMITTEE_ACTS, opening=date(2020, 5, 25))
    desk.do("cong-bo", announce)
    postpone = a.Postpone(
        on=date(2020, 4, 9), by=COMMITTEE_ACTS, reason="dịch bệnh", consent="12-CV", new_day=DAY
    )
    desk.do("cong-bo", postpone)
    again = a.AnnounceOpening(on=date(2020, 4, 14), by=COMMITTEE_ACTS, opening=DAY)
    desk.do("cong-bo", again)
    desk.put(scheme(s.APPROVED), *documents(d.APPROVED))
    desk.do("dai-hoi", k.Approve(on=date(2020, 4, 24), by=SUPERIOR, decision="112-TB/ĐUK"))
    ready = p.Preparation(level=Level.GRASSROOTS)
    desk.put(Other(p.preparation, ready, p.READY, (), "chuan-bi"))
    declared = k.DeclareReady(on=date(2020, 5, 20), by=COMMITTEE_ACTS, grade=k.Readiness.READY)
    desk.do("dai-hoi", declared)


def test_walk_from_plan_to_archive(readings: Readings2020, stand: Follow) -> None:
    """One congress goes its whole way among its cases; every step of table 6 is taken."""
    desk = Desk(readings, stand)
    desk.open(k.congress, subject(due=date(2020, 6, 1)), "dai-hoi")
    desk.open(a.announcement, a.Announcement(congress="dai-hoi"), "cong-bo")
    desk.open(u.suspension, u.Suspension(unit="dang-bo"), "tam-hoan")
    prepare(desk)
    case = desk.cases["dai-hoi"]
    held_up = desk.engine.judge(case, opening(), desk.cases.values())
    assert [f.rule for f in held_up.findings] == ["vn-2020/opened_not_suspended"]
    resumed = u.Resume(on=date(2020, 5, 22), by=SUPERIOR, document="80-CV", moves_deadline=False)
    desk.do("tam-hoan", resumed)
    desk.do("dai-hoi", opening())
    desk.do("cong-bo", a.Hold(on=DAY, by=Body.AUTO))
    desk.do("dai-hoi", bodies())
    desk.put(COMMITTEE._replace(stage=e.PLANNED))
    desk.do("dai-hoi", quorum())
    desk.do("dai-hoi", item())
    desk.put(*MAY_CLOSE)
    desk.do("dai-hoi", close())
    desk.do("tam-hoan", u.End(on=DAY, by=Body.AUTO))
    desk.do("dai-hoi", report(opinions_sent=date(2020, 6, 5)))
    desk.put(*RATIFIED)
    desk.do("dai-hoi", ratify())
    desk.do("dai-hoi", archive())
    ended = {name: desk.cases[name].stage for name in ("dai-hoi", "cong-bo", "tam-hoan")}
    assert ended == {"dai-hoi": k.ARCHIVED, "cong-bo": a.HELD, "tam-hoan": u.ENDED}
    drawn = {
        step.name
        for procedure in (k.congress, a.announcement, u.suspension)
        for step in procedure.steps
    }
    assert set(desk.taken) == drawn
    assert sum(desk.taken.values()) == 22
