"""A congress from its plan to its bodies: acting bodies, bases, contents, decisions, guidance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from congress_flow import (
    Case,
    Confidence,
    Context,
    Demand,
    Instrument,
    Step,
    Text,
    equals,
    given,
    holds,
    one_of,
)
from congress_flow.procedures import Act, Body
from congress_flow.procedures import congress as k
from congress_flow.procedures.preparation import SUBCOMMITTEES
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK
from congress_flow_vn_2020.preparation_acts import chain
from congress_flow_vn_2020.readings import Readings2020

ALL_CONTENTS: Final = 4
NO_ELECTION: Final = 2
CONTENTS: Final = HANDBOOK.at("parameters.md congress.contents", Confidence.REPORTED)
_STEPS: tuple[Step[k.Congress, Any], ...] = k.congress.steps
_DECIDING: Final = (Body.EXECUTIVE_COMMITTEE, Body.STANDING_COMMITTEE)


@book.rule(
    *_STEPS,
    cites=HANDBOOK.at("procedures.md 6.1, cột Actor", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Đúng cơ quan thực hiện từng việc", "Each act is that of the competent body"),
    encodes=rows(*_STEPS),
)
def congress_actor(case: Case[k.Congress], act: Act, about: Context[Readings2020]) -> Demand:
    """The column *Actor* of table 6.1; who confirms the quorum depends on the kind of congress."""
    allowed = about.step.actors
    if about.step is k.confirm_quorum and case.subject.kind is not None:
        members = case.subject.kind is k.CongressKind.MEMBERS
        allowed = (Body.EXECUTIVE_COMMITTEE if members else Body.CREDENTIALS_BOARD,)
    return one_of(act.by, allowed, what=Text("cơ quan thực hiện", "acting body"))


@book.rule(
    k.adopt_plan,
    cites=HANDBOOK.at("procedures.md K1, G1; documents.md 8.1", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Kế hoạch dựa trên căn cứ hợp lệ", "The plan rests on a valid chain of bases"),
    encodes=("K1", "G1", "documents.md 8.1"),
)
def congress_plan_bases(case: Case[k.Congress], act: k.AdoptPlan) -> Iterator[Demand]:
    """Directive, superior's plan, own plan: each dated on or before the one that rests on it."""
    plan = act.plan
    yield given(plan.number if plan else None, what=Text("số kế hoạch", "number of the plan"))
    issued = plan.issued if plan else None
    yield equals(issued, act.on, what=Text("ngày kế hoạch", "day of the plan"))
    if act.bases is None:
        yield given(None, what=Text("căn cứ của kế hoạch", "bases of the plan"))
    elif plan is not None:
        yield from chain(plan, act.bases)


@book.rule(
    k.adopt_plan,
    cites=CT35_2019.at("toàn văn", Confidence.VERIFIED),
    title=Text("Căn cứ đúng chỉ thị đang có hiệu lực", "It rests on the directive in force"),
    encodes=("select.directive", "K1", "G1"),
)
def congress_directive(case: Case[k.Congress], act: k.AdoptPlan) -> Iterator[Demand]:
    """Told by number and day: two directives are called 35-CT/TW (trap TR1)."""
    del case
    return rests_on(act, CT35_2019)


def rests_on(act: k.AdoptPlan, directive: Instrument) -> Iterator[Demand]:
    """Yield that a directive stands among the bases of a plan, by its number and day."""
    bases = None if act.bases is None else {(x.number, x.issued) for x in act.bases}
    key = (directive.number, directive.issued_on)
    found = None if bases is None else key in bases
    named = f"{directive.number} {directive.issued}"
    yield holds(found, about=named, what=Text("trong căn cứ", "among the bases"))


@book.rule(
    k.adopt_plan,
    cites=CONTENTS,
    in_force=TERM_2020,
    title=Text("Nội dung đại hội", "The contents of the congress"),
    encodes=("congress.contents", "K1"),
)
def congress_contents(case: Case[k.Congress], act: k.AdoptPlan) -> Iterator[Demand]:
    """Four; three with the superior's consent; two only where units are being merged."""
    contents = case.subject.contents
    told = None if contents is None else str(contents)
    yield one_of(told, ("4", "3", "2"), what=Text("số nội dung", "contents"))
    if contents is not None and contents < ALL_CONTENTS:
        yield given(act.consent, what=Text("cấp trên đồng ý", "the superior's consent"))
    if contents == NO_ELECTION:
        yield holds(act.merging, what=Text("đơn vị sáp nhập", "the unit is being merged"))


@book.rule(
    k.create_bodies,
    cites=HANDBOOK.at("procedures.md K2, G4; documents.md 5.1", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Các tiểu ban, tổ thành lập bằng quyết định", "Bodies are created by decision"),
    encodes=("K2", "G4", "documents.md 5.1"),
)
def congress_bodies(case: Case[k.Congress], act: k.CreateBodies) -> Iterator[Demand]:
    """Three subcommittees by the committee; groups also by the head of a subcommittee."""
    created = None if act.created is None else {each.body: each for each in act.created}
    decision = Text("quyết định thành lập", "decision creating it")
    for body in SUBCOMMITTEES:
        made = None if created is None else created.get(body, k.Created(body=body, decision=""))
        if body is not Body.PERSONNEL_SUBCOMMITTEE or case.subject.contents != NO_ELECTION:
            told = None if made is None else made.decision
            yield given(told, about=body, what=decision)
    for each in act.created or ():
        who = _DECIDING if each.body in SUBCOMMITTEES else (*_DECIDING, *SUBCOMMITTEES)
        what = Text("cơ quan quyết định", "deciding body")
        yield given(each.decision, about=each.body, what=decision)
        yield one_of(each.decided_by, who, about=each.body, what=what)


@book.rule(
    k.create_bodies,
    cites=HANDBOOK.at("procedures.md K2, G2", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Đã quán triệt chỉ thị, triển khai hướng dẫn", "Directive studied, guidance passed"),
    encodes=("K2", "G2"),
)
def congress_dissemination(case: Case[k.Congress], act: k.CreateBodies) -> Iterator[Demand]:
    """The directive to all; the guidance to committee members, cells and mass organisations."""
    yield holds(act.directive_studied, what=Text("đã quán triệt chỉ thị", "directive studied"))
    passed = Text("nơi nhận hướng dẫn", "guidance passed on to")
    for audience in (
        k.Audience.COMMITTEE_MEMBERS,
        k.Audience.CELLS,
        k.Audience.MASS_ORGANISATIONS,
    ):
        told = None if act.guidance_to is None else audience in act.guidance_to
        yield holds(told, about=audience, what=passed)
