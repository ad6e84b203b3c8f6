"""Announcing, putting off, holding: each rule objects to one changed fact, else it is content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from congress_flow import Case, Finding, FindingKind, Level, Procedure, Verdict
from congress_flow.procedures import Body
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow_vn_2020 import announcement_acts, announcement_delegates
from congress_flow_vn_2020.congress_window import effective_deadline
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book

Judge = Callable[..., Verdict]
Follow = Callable[..., Case[Any]]
# Thirty working days before 28/5/2020, with the days off of that spring (documents.md 6.2).
LAST_DAY = date(2020, 4, 14)
OPENING = date(2020, 5, 28)
SUBJECT = a.Announcement(congress="dai-hoi")


class Other(NamedTuple):
    """A case beside: its procedure, what it is about, what has happened, its id."""

    procedure: Procedure[Any]
    subject: Any
    events: tuple[Any, ...] = ()
    id: str = "dai-hoi"


def congress(*events: Any, **facts: Any) -> Other:
    known: dict[str, Any] = {
        "unit": "dang-bo",
        "level": Level.GRASSROOTS,
        "kind": k.CongressKind.MEMBERS,
        "members": 150,
        "due": date(2020, 6, 1),
    }
    return Other(k.congress, k.Congress(**{**known, **facts}), events)


def of_delegates(level: Level = Level.PROVINCE, **facts: Any) -> Other:
    return congress(level=level, kind=k.CongressKind.DELEGATES, members=900, **facts)


def cell(*events: Any, **facts: Any) -> Other:
    return Other(c.cell_congress, c.CellCongress(cell="cb1", **facts), events)


def due(day: date | None) -> c.ComputeDueDate:
    return c.ComputeDueDate(on=date(2020, 1, 6), by=Body.AUTO, due=day)


def announce(**facts: Any) -> a.AnnounceOpening:
    known: dict[str, Any] = {
        "on": LAST_DAY,
        "by": Body.EXECUTIVE_COMMITTEE,
        "opening": OPENING,
        "delegates": 320,
        "apportioned": {"a": 200, "b": 70},
        "apportioned_by": tuple(a.Measure),
    }
    return a.AnnounceOpening(**{**known, **facts})


def postpone(**facts: Any) -> a.Postpone:
    known: dict[str, Any] = {
        "on": date(2020, 4, 20),
        "by": Body.EXECUTIVE_COMMITTEE,
        "reason": "dịch bệnh",
        "consent": "12-CV/ĐUK",
        "new_day": date(2020, 6, 10),
    }
    return a.Postpone(**{**known, **facts})


def hold(by: Body = Body.AUTO) -> a.Hold:
    return a.Hold(on=OPENING, by=by)


def limit(day: date, *, before: bool = False) -> k.LocalLimit:
    return k.LocalLimit(day=day, document="4182-CV/TU", before=before)


FROZEN = Other(
    q.complaint_case,
    q.Complaint(level=Level.GRASSROOTS, congress="dai-hoi"),
    (
        q.Receive(on=date(2020, 4, 1)),
        q.Classify(on=date(2020, 4, 2)),
        q.FreezeDenunciation(on=date(2020, 4, 3)),
    ),
    "don-1",
)
OPENED = congress(
    k.AdoptPlan(on=date(2020, 1, 6)),
    k.CreateBodies(on=date(2020, 1, 7)),
    k.SubmitPackage(on=date(2020, 4, 1)),
    k.Approve(on=date(2020, 4, 20)),
    k.DeclareReady(on=date(2020, 5, 20)),
    k.Open(on=OPENING),
)


class Told(NamedTuple):
    """What was done, what stands beside, and where the rule objects its figures and number."""

    rule: str
    event: Any
    beside: tuple[Other, ...]
    figures: Mapping[str, Any] = MappingProxyType({})
    number: str = ""


GRASSROOTS = (congress(),)
PROVINCE = (of_delegates(),)
AUTUMN = date(2020, 9, 30)
OBJECTIONS = [
    Told("announcement_actor", announce(by=Body.CELL_COMMITTEE), GRASSROOTS, number="Sổ tay"),
    Told("announcement_actor", announce(by=Body.EXECUTIVE_COMMITTEE), (cell(),)),
    Told("announcement_actor", hold(Body.EXECUTIVE_COMMITTEE), (OPENED,)),
    Told("announced_congress_known", announce(), (), number="Sổ tay"),
    Told(
        "announced_ahead_2016",
        announce(on=date(2020, 4, 15)),
        GRASSROOTS,
        {"value": "2020-04-15", "limit": "2020-04-14"},
        "29-QĐ/TW",
    ),
    Told(
        "announced_ahead_2021",
        announce(on=date(2021, 9, 10), opening=date(2021, 9, 30), by=Body.HEAD),
        (cell(),),
        {"value": "2021-09-10"},
        "24-QĐ/TW",
    ),
    Told(
        "kind_by_members",
        announce(),
        (congress(members=200),),
        {"value": 200, "limit": 200},
        "35-CT/TW",
    ),
    Told("kind_by_members", announce(), (congress(members=None),), {"value": None}),
    Told("kind_by_members", announce(), (congress(kind=None),), {"value": None}),
    Told(
        "kind_by_members",
        announce(consent="đồng ý"),
        (
            of_delegates(Level.GRASSROOTS)._replace(
                subject=congress(kind=k.CongressKind.DELEGATES, members=199).subject
            ),
        ),
        {"value": None},
    ),
    Told(
        "delegates_within_ceiling",
        announce(opening=AUTUMN, delegates=351),
        PROVINCE,
        {"value": 351, "limit": 350},
        "35-CT/TW",
    ),
    Told(
        "delegates_within_range",
        announce(opening=AUTUMN, delegates=299),
        PROVINCE,
        {"value": 299, "limit": 300},
        "35-CT/TW",
    ),
    Told(
        "delegates_apportioned",
        announce(opening=AUTUMN, apportioned_by=(a.Measure.MEMBERS,)),
        PROVINCE,
        {"limit": ["members"]},
        "Điều lệ",
    ),
    Told("delegates_apportioned", announce(opening=AUTUMN, apportioned_by=None), PROVINCE),
    Told(
        "delegates_announced",
        announce(opening=AUTUMN, apportioned={"a": 321}),
        PROVINCE,
        {"value": 321, "limit": 320},
        "Sổ tay",
    ),
    Told("delegates_announced", announce(opening=AUTUMN, delegates=None), PROVINCE),
    Told("delegates_announced", announce(opening=AUTUMN, apportioned=None), PROVINCE),
    Told(
        "announced_in_window",
        announce(opening=date(2020, 6, 30)),
        GRASSROOTS,
        {"op": "before", "limit": "2020-06-30"},
        "35-CT/TW",
    ),
    Told(
        "announced_in_window",
        announce(on=date(2020, 1, 6), opening=date(2020, 3, 31)),
        GRASSROOTS,
        {"op": "not_before", "limit": "2020-04-01"},
    ),
    Told("announced_in_window", postpone(new_day=date(2020, 7, 1)), GRASSROOTS),
    Told(
        "announced_in_time",
        announce(limits=(limit(date(2020, 5, 27)),)),
        GRASSROOTS,
        {"limit": "2020-05-27", "about": "4182-CV/TU"},
        "Sổ tay",
    ),
    Told(
        "announced_in_time",
        announce(),
        (congress(k.AdoptPlan(on=date(2020, 1, 6), limits=(limit(OPENING, before=True),))),),
        {"limit": "2020-05-27"},
    ),
    Told("postponed_with_consent", postpone(reason=""), GRASSROOTS, {"value": ""}, "Sổ tay"),
    Told("postponed_with_consent", postpone(consent=None), GRASSROOTS, {"value": None}),
    Told(
        "cell_postponed_within",
        postpone(by=Body.HEAD, new_day=date(2020, 12, 1)),
        (cell(due(date(2020, 5, 30))),),
        {"limit": "2020-11-30"},
        "Điều lệ",
    ),
    Told("cell_postponed_within", postpone(by=Body.HEAD), (cell(),), {"limit": None}),
    Told(
        "grassroots_postponed_within",
        postpone(),
        (congress(due=date(2019, 6, 9)),),
        {"limit": "2020-06-09"},
        "Điều lệ",
    ),
    Told("grassroots_postponed_within", postpone(), (congress(due=None),), {"limit": None}),
    Told("freezes_reviewed", postpone(), (congress(), FROZEN), {"about": "don-1"}, "Sổ tay"),
    Told("announced_and_held", hold(), GRASSROOTS, {"stage": "NOT_STARTED"}, "Sổ tay"),
    Told("announced_and_held", hold(), (cell(),), {"stage": "NOT_STARTED"}),
]
HELD_CELL = cell(
    due(date(2020, 5, 1)),
    c.Plan(on=date(2020, 1, 7)),
    c.Prepare(on=date(2020, 1, 8)),
    c.Submit(on=date(2020, 1, 9)),
    c.GiveRemarks(on=date(2020, 1, 10)),
    c.AbsorbRemarks(on=date(2020, 1, 11)),
    c.Hold(on=OPENING),
)
GOOD = [
    Told("announcement_actor", announce(), GRASSROOTS),
    Told("announced_congress_known", announce(), GRASSROOTS),
    Told("announced_ahead_2016", announce(), GRASSROOTS),
    Told(
        "announced_ahead_2021",
        announce(on=date(2021, 8, 2), opening=date(2021, 9, 30), by=Body.HEAD),
        (cell(),),
    ),
    Told("kind_by_members", announce(), (congress(members=199),)),
    Told(
        "kind_by_members",
        announce(difficulty="phân tán", consent="đồng ý"),
        (congress(kind=k.CongressKind.DELEGATES, members=199),),
    ),
    Told("kind_by_members", announce(), (of_delegates(Level.GRASSROOTS),)),
    Told("delegates_within_ceiling", announce(opening=AUTUMN, delegates=350), PROVINCE),
    Told("delegates_within_range", announce(opening=AUTUMN, delegates=300), PROVINCE),
    Told("delegates_apportioned", announce(opening=AUTUMN), PROVINCE),
    Told("delegates_announced", announce(opening=AUTUMN, apportioned={"a": 320}), PROVINCE),
    Told("announced_in_window", announce(opening=date(2020, 6, 29)), GRASSROOTS),
    Told("announced_in_window", postpone(), GRASSROOTS),
    Told("announced_in_time", announce(limits=(limit(OPENING),)), GRASSROOTS),
    Told("announced_in_time", postpone(), GRASSROOTS),
    Told("postponed_with_consent", postpone(), GRASSROOTS),
    Told(
        "cell_postponed_within",
        postpone(by=Body.HEAD, new_day=date(2020, 11, 30)),
        (cell(due(date(2020, 5, 30))),),
    ),
    Told("grassroots_postponed_within", postpone(), GRASSROOTS),
    Told("freezes_reviewed", postpone(freezes_reviewed=True), (congress(), FROZEN)),
    Told("freezes_reviewed", postpone(), GRASSROOTS),
    Told("announced_and_held", hold(), (OPENED,)),
    Told("announced_and_held", hold(), (HELD_CELL,)),
]


def found(verdict: Verdict, rule: str) -> Finding | None:
    return next((f for f in verdict.findings if f.rule == f"vn-2020/{rule}"), None)


def judged(judge: Judge, follow: Follow, told: Told, **chosen: Any) -> Verdict:
    past = () if isinstance(told.event, a.AnnounceOpening) else (announce(on=date(2020, 1, 6)),)
    case = follow(a.announcement, SUBJECT, *past, id="cong-bo")
    beside = [follow(x.procedure, x.subject, *x.events, id=x.id) for x in told.beside]
    return judge(case, told.event, *beside, **chosen)


@pytest.mark.parametrize("told", OBJECTIONS)
def test_objects(judge: Judge, follow: Follow, told: Told) -> None:
    """One changed fact draws an objection of that rule, with its figures and its citation."""
    finding = found(judged(judge, follow, told), told.rule)
    assert finding is not None
    assert told.figures.items() <= finding.figures.items()
    assert finding.citations[0].instrument.number.startswith(told.number)


@pytest.mark.parametrize("told", GOOD)
def test_content(judge: Judge, follow: Follow, told: Told) -> None:
    """Without the changed fact the rule was asked, has nothing to object, and the step is free."""
    verdict = judged(judge, follow, told)
    assert f"vn-2020/{told.rule}" in verdict.consulted
    assert found(verdict, told.rule) is None
    assert verdict.allowed, verdict.summary.en


def test_every_rule_objects_and_is_content() -> None:
    """No rule of the two modules is left out of the two tables above.

    One that is written twice, by the texts of different days, is one demand.
    """
    modules = {announcement_acts.__name__, announcement_delegates.__name__}
    found = [rule.function for rule in book.rules if rule.function.__module__ in modules]
    rules = {function.__code__.co_name for function in found}
    assert rules
    assert rules == {told.rule for told in OBJECTIONS} == {told.rule for told in GOOD}


def test_which_rules_only_remark(judge: Judge, follow: Follow) -> None:
    """What is assumed, or only information, never refuses; it asks for an explanation."""
    soft = {
        "announced_ahead_2016",
        "delegates_within_range",
        "delegates_apportioned",
        "grassroots_postponed_within",
        "freezes_reviewed",
    }
    for told in OBJECTIONS:
        finding = found(judged(judge, follow, told), told.rule)
        assert finding is not None
        assert (finding.kind is FindingKind.CAUTION) is (told.rule in soft), told.rule


def test_the_day_itself_is_a_reading(judge: Judge, follow: Follow) -> None:
    """*Before 30/6* leaves 30/6 out, or not, as the reading says; 1/7 is late either way."""
    last = Told("announced_in_window", announce(opening=date(2020, 6, 30)), GRASSROOTS)
    late = last._replace(event=announce(opening=date(2020, 7, 1)))
    assert not judged(judge, follow, last, before_is_exclusive=True).allowed
    assert judged(judge, follow, last, before_is_exclusive=False).allowed
    assert not judged(judge, follow, late, before_is_exclusive=False).allowed


def test_what_a_rule_does_not_speak_of(judge: Judge, follow: Follow) -> None:
    """A year's grace is for the grassroots; of a congress not recorded only one rule speaks."""
    province = Told("", postpone(new_day=AUTUMN), (of_delegates(due=date(2010, 1, 1)),))
    assert judged(judge, follow, province).findings == ()
    unknown = judged(judge, follow, Told("", hold(), ()))
    assert [f.rule for f in unknown.findings] == ["vn-2020/announced_congress_known"]


def test_a_model_congress_comes_earlier_with_a_caution(judge: Judge, follow: Follow) -> None:
    """A model congress ahead of April is remarked, one in April is not."""
    early = announce(on=date(2020, 1, 6), opening=date(2020, 3, 31))
    told = Told("announced_in_window", early, (congress(trial=True),))
    finding = found(judged(judge, follow, told), told.rule)
    assert finding is not None
    assert finding.kind is FindingKind.CAUTION
    assert judged(judge, follow, told).allowed
    assert found(judged(judge, follow, told._replace(event=announce())), told.rule) is None


def test_the_ceilings_named_in_the_directive(judge: Judge, follow: Follow) -> None:
    """Each line of the table is read at its edge."""
    lines = [
        (Level.PROVINCE, k.DelegateQuota.ORDINARY, 350),
        (Level.PROVINCE, k.DelegateQuota.HANOI, 500),
        (Level.PROVINCE, k.DelegateQuota.LARGE, 450),
        (Level.PROVINCE, k.DelegateQuota.CENTRAL_BLOC, 300),
        (Level.UPPER_GRASSROOTS, k.DelegateQuota.ORDINARY, 300),
    ]
    for level, quota, most in lines:
        beside = (of_delegates(level, quota=quota),)
        opening = AUTUMN if level is Level.PROVINCE else date(2020, 8, 20)
        for number, kept in ((most, True), (most + 1, False)):
            event = announce(opening=opening, delegates=number)
            finding = found(
                judged(judge, follow, Told("", event, beside)), "delegates_within_ceiling"
            )
            assert (finding is None) is kept, (level, quota, number)


def test_the_earliest_of_all_levels_binds(readings: Readings2020) -> None:
    """The effective deadline is the earliest day, told with the document that sets it."""
    on = date(2020, 4, 14)
    local = (limit(date(2020, 6, 15), before=True), limit(date(2020, 7, 31)))
    assert effective_deadline(on, Level.GRASSROOTS, local, readings) == (
        date(2020, 6, 14),
        "4182-CV/TU",
    )
    assert effective_deadline(on, Level.GRASSROOTS, (), readings) == (
        date(2020, 6, 29),
        "35-CT/TW",
    )
    assert effective_deadline(on, Level.CELL, (), readings) is None


def test_a_rule_of_2020_is_silent_before_and_after_its_term(judge: Judge, follow: Follow) -> None:
    """An act of 2014 finds no rule of 2020, and an act of 2024 neither window nor type line."""
    old = Told("", announce(on=date(2014, 10, 6), opening=date(2015, 5, 1)), GRASSROOTS)
    verdict = judged(judge, follow, old)
    assert verdict.consulted == ()
    assert not verdict.allowed
    new = Told("", announce(on=date(2024, 7, 1), opening=date(2025, 5, 1)), GRASSROOTS)
    asked = {rule.split("/")[1] for rule in judged(judge, follow, new).consulted}
    assert asked == {"announced_ahead_2021", "delegates_apportioned_2021"}


def test_walk_announced_postponed_announced_again(judge: Judge, follow: Follow) -> None:
    """A congress is announced, put off, announced again in time, and held: all three steps."""
    again = date(2020, 6, 22)
    steps: list[tuple[Any, Other]] = [
        (announce(), congress()),
        (postpone(freezes_reviewed=True, new_day=again), congress()),
        (announce(on=date(2020, 5, 8), opening=again), congress()),
        (hold(), OPENED),
    ]
    taken: Counter[str] = Counter()
    past: list[Any] = []
    for event, host in steps:
        case = follow(a.announcement, SUBJECT, *past, id="cong-bo")
        beside = [
            follow(host.procedure, host.subject, *host.events, id=host.id),
            follow(FROZEN.procedure, FROZEN.subject, *FROZEN.events, id=FROZEN.id),
        ]
        verdict = judge(case, event, *beside)
        assert verdict.allowed, verdict.summary.en
        assert verdict.findings == ()
        assert verdict.step is not None
        taken[verdict.step.id] += 1
        past.append(event)
    assert taken == {"A1": 2, "A2": 1, "A3": 1}
    assert follow(a.announcement, SUBJECT, *past).stage is a.HELD
