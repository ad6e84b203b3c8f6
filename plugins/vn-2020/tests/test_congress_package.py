"""A congress up to its readiness: each rule objects to one changed fact, else it is content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from congress_flow import (
    Case,
    Caution,
    Engine,
    Finding,
    FindingKind,
    Level,
    Procedure,
    Rulebook,
    Shelf,
    Text,
    Verdict,
)
from congress_flow.procedures import Body
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import preparation as p
from congress_flow_vn_2020 import congress_package, congress_plan
from congress_flow_vn_2020.instruments import CT35_2019
from congress_flow_vn_2020.readings import Days, Limit
from congress_flow_vn_2020.rules import book

Judge = Callable[..., Verdict]
Follow = Callable[..., Case[Any]]
PLAN_DAY, CREATED, HANDED_IN = date(2019, 11, 28), date(2019, 12, 5), date(2020, 4, 1)
APPROVED, DECLARED, OPENING = date(2020, 4, 24), date(2020, 5, 20), date(2020, 5, 28)
KINDS = (
    d.DocumentKind.POLITICAL_REPORT,
    d.DocumentKind.REVIEW_REPORT,
    d.DocumentKind.CONGRESS_PROGRAMME,
    d.DocumentKind.CHAIRING_SCRIPT,
    d.DocumentKind.RESOLUTION,
    d.DocumentKind.ACTION_PROGRAMME,
)


def subject(**facts: Any) -> k.Congress:
    known: dict[str, Any] = {
        "unit": "dang-bo",
        "level": Level.GRASSROOTS,
        "kind": k.CongressKind.MEMBERS,
        "contents": 4,
        "members": 150,
        "planned_opening": OPENING,
        "preparation": "chuan-bi",
        "scheme": "de-an",
    }
    return k.Congress(**{**known, **facts})


def paper(name: str, day: date, kind: str, level: Level, *, own: bool = False) -> k.Paper:
    return k.Paper(id=name, type=kind, number=name, issued=day, level=level, own=own)


DIRECTIVE = paper("35-CT/TW", date(2019, 5, 30), "directive", Level.CENTRE)
OF_2024 = paper("35-CT/TW", date(2024, 6, 14), "directive", Level.CENTRE)
BLOCK = paper("78-KH/ĐUK", date(2019, 11, 8), "plan", Level.UPPER_GRASSROOTS)
OWN = paper("10-KH/ĐU", PLAN_DAY, "plan", Level.GRASSROOTS, own=True)
SUBCOMMITTEES = (
    Body.DOCUMENTS_SUBCOMMITTEE,
    Body.PERSONNEL_SUBCOMMITTEE,
    Body.SERVICE_SUBCOMMITTEE,
)
CREATED_BODIES = (
    *(
        k.Created(body=body, decision="20-QĐ/ĐU", decided_by=Body.STANDING_COMMITTEE)
        for body in SUBCOMMITTEES
    ),
    k.Created(
        body=Body.EDITORIAL_GROUP,
        decision="01-QĐ/TBVK",
        decided_by=Body.DOCUMENTS_SUBCOMMITTEE,
    ),
)
ADDRESSEES = (k.Audience.COMMITTEE_MEMBERS, k.Audience.CELLS, k.Audience.MASS_ORGANISATIONS)


def made(kind: Any, day: date, by: Body, known: dict[str, Any], facts: dict[str, Any]) -> Any:
    return kind(**{"on": day, "by": by, **known, **facts})


def plan(**facts: Any) -> Any:
    known = {"plan": OWN, "bases": (DIRECTIVE, BLOCK)}
    return made(k.AdoptPlan, PLAN_DAY, Body.EXECUTIVE_COMMITTEE, known, facts)


def bodies(**facts: Any) -> Any:
    known = {"created": CREATED_BODIES, "directive_studied": True, "guidance_to": ADDRESSEES}
    return made(k.CreateBodies, CREATED, Body.STANDING_COMMITTEE, known, facts)


def submit(**facts: Any) -> Any:
    known = {"papers": ("submission", "political report"), "scheme_adopted": "05-NQ/ĐU"}
    return made(k.SubmitPackage, HANDED_IN, Body.EXECUTIVE_COMMITTEE, known, facts)


def send_back(**facts: Any) -> Any:
    known = {"remarks": ("bổ sung chỉ tiêu",)}
    return made(k.ReturnForRevision, APPROVED, Body.SUPERIOR_COMMITTEE, known, facts)


def approve(**facts: Any) -> Any:
    known = {"decision": "112-TB/ĐUK"}
    return made(k.Approve, APPROVED, Body.SUPERIOR_STANDING_COMMITTEE, known, facts)


def declare(**facts: Any) -> Any:
    known = {"grade": k.Readiness.READY}
    return made(k.DeclareReady, DECLARED, Body.EXECUTIVE_COMMITTEE, known, facts)


BASICALLY: dict[str, Any] = {
    "grade": k.Readiness.BASICALLY_READY,
    "reasons": ("địa điểm",),
    "failed": ("G13",),
}


class Other(NamedTuple):
    """A case beside: its procedure, subject, the stage it stands at, its id."""

    procedure: Procedure[Any]
    subject: Any
    stage: Any
    id: str


def document(kind: d.DocumentKind, stage: Any, congress: str = "dai-hoi") -> Other:
    about = d.Document(kind=kind, level=Level.GRASSROOTS, congress=congress)
    return Other(d.document_life, about, stage, f"{congress}-{kind.value}")


def documents(stage: Any) -> tuple[Other, ...]:
    return tuple(document(kind, stage) for kind in KINDS)


def scheme(stage: Any) -> Other:
    about = s.Scheme(run="quy-trinh", level=Level.GRASSROOTS)
    return Other(s.personnel_scheme, about, stage, "de-an")


def prepared(stage: Any) -> Other:
    return Other(p.preparation, p.Preparation(level=Level.GRASSROOTS), stage, "chuan-bi")


HANDED = (*documents(d.READY_TO_SUBMIT), scheme(s.DRAFTED))
AGREED = (*documents(d.APPROVED), scheme(s.APPROVED))
SUBMITTED = (plan(), bodies(), submit())
PAST: Mapping[type[Any], tuple[Any, ...]] = {
    k.AdoptPlan: (),
    k.CreateBodies: (plan(),),
    k.SubmitPackage: (plan(), bodies()),
    k.ReturnForRevision: SUBMITTED,
    k.Approve: SUBMITTED,
    k.DeclareReady: (*SUBMITTED, approve()),
}


class Told(NamedTuple):
    """An event, what stands beside; where the rule objects, its figures and number."""

    rule: str
    event: Any
    beside: tuple[Other, ...] = ()
    figures: Mapping[str, Any] = MappingProxyType({})
    number: str = ""
    about: k.Congress = subject()


TWO = subject(contents=2)
OBJECTIONS = [
    Told("congress_actor", plan(by=Body.OFFICE), number="Sổ tay"),
    Told("congress_actor", approve(by=Body.SUPERIOR_COMMITTEE), AGREED),
    Told("congress_plan_bases", plan(bases=None), number="Sổ tay"),
    Told("congress_plan_bases", plan(bases=(DIRECTIVE,)), figures={"value": 0, "limit": 1}),
    Told("congress_plan_bases", plan(plan=None), figures={"value": None}),
    Told(
        "congress_plan_bases",
        plan(on=date(2019, 11, 29)),
        figures={"value": "2019-11-28", "limit": "2019-11-29"},
    ),
    Told(
        "congress_plan_bases",
        plan(bases=(DIRECTIVE, paper("79-KH", date(2019, 12, 1), "plan", Level.PROVINCE))),
        figures={"limit": "2019-11-28", "about": "79-KH"},
    ),
    Told(
        "congress_directive",
        plan(bases=(OF_2024, BLOCK)),
        figures={"about": "35-CT/TW 2019-05-30", "value": False},
        number="35-CT/TW",
    ),
    Told("congress_directive", plan(bases=None), figures={"value": None}),
    Told("congress_contents", plan(), number="Sổ tay", about=subject(contents=5)),
    Told("congress_contents", plan(), about=subject(contents=None)),
    Told("congress_contents", plan(merging=True), about=TWO, figures={"value": None}),
    Told("congress_contents", plan(consent="đồng ý"), about=TWO, figures={"value": None}),
    Told("congress_bodies", bodies(created=None), figures={"value": None}, number="Sổ tay"),
    Told("congress_bodies", bodies(created=CREATED_BODIES[1:]), figures={"value": ""}),
    Told(
        "congress_bodies",
        bodies(
            created=(
                *CREATED_BODIES[:2],
                k.Created(
                    body=Body.SERVICE_SUBCOMMITTEE,
                    decision="22-QĐ",
                    decided_by=Body.DOCUMENTS_SUBCOMMITTEE,
                ),
            )
        ),
        figures={"value": "documents_subcommittee"},
    ),
    Told("congress_dissemination", bodies(directive_studied=None), number="Sổ tay"),
    Told("congress_dissemination", bodies(guidance_to=ADDRESSEES[:2]), figures={"value": False}),
    Told("congress_dissemination", bodies(guidance_to=None), figures={"value": None}),
    Told(
        "package_documents",
        submit(),
        (*documents(d.READY_TO_SUBMIT)[1:], document(KINDS[0], d.RETURNED), scheme(s.DRAFTED)),
        {"value": "RETURNED", "about": "political_report"},
        "Sổ tay",
    ),
    Told("package_documents", submit(), HANDED[1:], {"value": None}),
    Told(
        "package_documents",
        submit(),
        (*HANDED[1:], document(KINDS[0], d.READY_TO_SUBMIT, "dai-hoi-khac")),
        {"value": None},
    ),
    Told(
        "package_documents",
        submit(),
        (*HANDED[1:], document(KINDS[0], d.WITHDRAWN)),
        {"value": None},
    ),
    Told(
        "package_documents",
        approve(),
        (*AGREED[1:], document(KINDS[0], d.APPRAISING)),
        {"value": "APPRAISING"},
    ),
    Told("package_scheme", submit(), documents(d.READY_TO_SUBMIT), number="Sổ tay"),
    Told("package_scheme", submit(scheme_adopted=None), HANDED, {"value": None}),
    Told(
        "package_scheme",
        approve(),
        (*documents(d.APPROVED), scheme(s.APPRAISING)),
        {"value": "APPRAISING"},
    ),
    Told("package_papers", submit(papers=None), HANDED, number="Sổ tay"),
    Told(
        "package_papers",
        submit(papers=("submission",)),
        HANDED,
        {"value": "political report"},
    ),
    Told("package_remarks", send_back(remarks=()), figures={"value": []}, number="Sổ tay"),
    Told("package_remarks", send_back(remarks=("",)), figures={"value": ""}),
    Told(
        "package_approver_named",
        approve(named=Body.SUPERIOR_COMMITTEE),
        AGREED,
        {"value": "superior_committee"},
        "Sổ tay",
    ),
    Told("readiness_declared", declare(grade=None), (prepared(p.READY),), {"value": None}),
    Told("readiness_declared", declare(grade=k.Readiness.NOT_READY), (prepared(p.READY),)),
    Told(
        "readiness_declared",
        declare(),
        (prepared(p.PREPARING),),
        {"value": None, "limit": "READY"},
        "Sổ tay",
    ),
    Told("readiness_declared", declare(), (), {"value": None}),
    Told("readiness_declared", declare(**{**BASICALLY, "reasons": ()}), figures={"value": []}),
    Told(
        "mandatory_gates_pass",
        declare(**{**BASICALLY, "failed": ("G9",)}),
        figures={"value": "G9"},
        number="Sổ tay",
    ),
    Told("mandatory_gates_pass", declare(**{**BASICALLY, "failed": None})),
]
GOOD = [
    Told("congress_actor", plan(by=Body.STANDING_COMMITTEE)),
    Told("congress_plan_bases", plan()),
    Told("congress_directive", plan()),
    Told("congress_contents", plan()),
    Told("congress_contents", plan(consent="đồng ý"), about=subject(contents=3)),
    Told("congress_contents", plan(consent="đồng ý", merging=True), about=TWO),
    Told("congress_bodies", bodies()),
    Told(
        "congress_bodies",
        bodies(created=(CREATED_BODIES[0], CREATED_BODIES[2])),
        about=TWO,
    ),
    Told("congress_dissemination", bodies()),
    Told("package_documents", submit(), HANDED),
    Told("package_documents", approve(), AGREED),
    Told("package_scheme", submit(), HANDED),
    Told("package_scheme", submit(scheme_adopted=None), (*HANDED[:-1], scheme(s.SUBMITTED))),
    Told("package_scheme", submit(), documents(d.READY_TO_SUBMIT), about=TWO),
    Told("package_scheme", approve(), (*documents(d.APPROVED), scheme(s.NO_ELECTION_AGREED))),
    Told("package_papers", submit(), HANDED),
    Told("package_remarks", send_back()),
    Told("package_approver_named", approve(named=Body.SUPERIOR_STANDING_COMMITTEE), AGREED),
    Told("package_approver_named", approve(), AGREED),
    Told("readiness_declared", declare(), (prepared(p.READY),)),
    Told("readiness_declared", declare(**BASICALLY)),
    Told("mandatory_gates_pass", declare(**BASICALLY)),
]
SOFT = {"package_papers", "package_approver_named"}


class Dated(NamedTuple):
    """A rule whose days a reading sets: the reading, the last good day and the first bad one."""

    rule: str
    reading: str
    days: Days
    kept: Any
    late: Any
    beside: tuple[Other, ...]


TEN = Days(10, Limit.WORKING_DAYS)
DATED = [
    # The opening, 28/5, less ten working days.
    Dated(
        "package_lead_time",
        "lead_time",
        TEN,
        submit(on=date(2020, 5, 14)),
        submit(on=date(2020, 5, 15)),
        HANDED,
    ),
    Dated(
        "package_approved_ahead",
        "approval_before_opening",
        TEN,
        approve(on=date(2020, 5, 14)),
        approve(on=date(2020, 5, 15)),
        AGREED,
    ),
    # Handed in on 1/4; ten working days later, 2/4 being a holiday.
    Dated(
        "package_answered_in_time",
        "approval_answer",
        TEN,
        approve(on=date(2020, 4, 16)),
        approve(on=date(2020, 4, 17)),
        AGREED,
    ),
]


def found(verdict: Verdict, rule: str) -> Finding | None:
    return next((f for f in verdict.findings if f.rule == f"vn-2020/{rule}"), None)


def judged(judge: Judge, follow: Follow, stand: Follow, told: Told, **chosen: Any) -> Verdict:
    case = follow(k.congress, told.about, *PAST[type(told.event)], id="dai-hoi")
    beside = [stand(x.procedure, x.subject, x.stage, id=x.id) for x in told.beside]
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
    """Without the changed fact the rule was asked, has nothing to object, and the step is free."""
    verdict = judged(judge, follow, stand, told)
    assert f"vn-2020/{told.rule}" in verdict.consulted
    assert found(verdict, told.rule) is None
    assert verdict.allowed, verdict.summary.en


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
    assert finding.figures["limit"] == dated.kept.on.isoformat()


def test_every_rule_objects_and_is_content() -> None:
    """No rule of the two modules is left out of the tables above."""
    modules = {congress_plan.__name__, congress_package.__name__}
    rules = {rule.id.split("/")[1] for rule in book.rules if rule.function.__module__ in modules}
    dated = {told.rule for told in DATED}
    assert rules
    assert rules == {told.rule for told in OBJECTIONS} | dated
    assert rules == {told.rule for told in GOOD} | dated


def test_which_documents_need_approval_is_a_reading(
    judge: Judge, follow: Follow, stand: Follow
) -> None:
    """The working rules are asked for where the reading has them approved, the script where not."""
    told = Told("package_documents", submit(), HANDED)
    asked = judged(judge, follow, stand, told, working_rules_approved=True)
    names = [f.figures["about"] for f in asked.findings]
    assert names == ["working_rules", "election_rules"]
    without = (*(x for x in HANDED if x.subject is not HANDED[3].subject),)
    assert not judged(judge, follow, stand, told._replace(beside=without)).allowed
    free = judged(judge, follow, stand, told._replace(beside=without), script_approved=False)
    assert free.allowed


def test_readiness_is_what_the_gates_amount_to(judge: Judge, follow: Follow, stand: Follow) -> None:
    """A preparation declared ready carries; one withdrawn or judged with open cautions does not."""
    case = follow(k.congress, subject(), *PAST[k.DeclareReady], id="dai-hoi")
    about = p.Preparation(level=Level.GRASSROOTS)
    ready = stand(p.preparation, about, p.READY, id="chuan-bi")
    assert judge(case, declare(), ready).allowed
    withdrawn = follow(
        p.preparation,
        about,
        p.DeclareReady(on=CREATED),
        p.WithdrawReadiness(on=CREATED),
        id="chuan-bi",
    )
    finding = found(judge(case, declare(), withdrawn), "readiness_declared")
    assert finding is not None
    assert finding.figures["value"] == "NOT_READY"
    remarked = _declared_with_a_caution()
    finding = found(judge(case, declare(), remarked), "readiness_declared")
    assert finding is not None
    assert finding.figures["value"] == "BASICALLY_READY"
    assert judge(case, declare(**BASICALLY), remarked).allowed


def _declared_with_a_caution() -> Case[p.Preparation]:
    """Return a preparation that was declared ready over a caution nobody has explained."""

    def remark(case: Case[p.Preparation], act: p.DeclareReady) -> Caution:
        return Caution(Text("lưu ý", "look at this"))

    remarks: Rulebook[None] = Rulebook("remarks", Level.CENTRE, title=Text("x", "x"), version="0")
    remarks.rule(p.declare_ready, cites=CT35_2019.at("x"), title=Text("x", "x"))(remark)
    case = Case(
        procedure=p.preparation,
        id="chuan-bi",
        subject=p.Preparation(level=Level.GRASSROOTS),
        opened_on=CREATED,
    )
    return Engine(Shelf([remarks])).advance(case, p.DeclareReady(on=DECLARED))
