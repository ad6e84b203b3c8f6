"""The preparation: plans and their basis, dissemination, followers, bodies, logistics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Level,
    Step,
    Text,
    at_least,
    at_most,
    equals,
    given,
    on_or_before,
    one_of,
)
from congress_flow.procedures import Act, Body
from congress_flow.procedures import congress as k
from congress_flow.procedures import preparation as p
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK, QD66_2017
from congress_flow_vn_2020.readings import Readings2020

_STEPS: tuple[Step[p.Preparation, Any], ...] = p.preparation.steps
_DECIDING: Final = (Body.EXECUTIVE_COMMITTEE, Body.STANDING_COMMITTEE)
_LEVEL: Final = Text("cấp ban hành căn cứ", "level of the basis")
_CITED: Final = HANDBOOK.at("procedures.md 6.1, 6.4", Confidence.DERIVED)


@book.rule(
    *_STEPS,
    cites=CT35_2019.at("về chuẩn bị đại hội", Confidence.REPORTED),
    title=Text("Đúng cơ quan thực hiện từng việc", "Each act is that of the competent body"),
    encodes=rows(*_STEPS),
)
def preparation_actor(case: Case[p.Preparation], act: Act, about: Context[Readings2020]) -> Demand:
    """The committee or its standing committee, and who works for them."""
    del case
    return one_of(act.by, about.step.actors, what=Text("cơ quan thực hiện", "acting body"))


def chain(plan: p.Paper, bases: Iterable[p.Paper]) -> Iterator[Demand]:
    """Yield what the chain of bases of a plan is asked (documents.md 8.1)."""
    held = tuple(bases)
    for base in held:
        name = base.number or base.id
        yield on_or_before(
            base.issued,
            plan.issued,
            about=name,
            what=Text("ngày ban hành căn cứ", "the basis was issued"),
        )
        if plan.level is None:
            yield given(None, what=Text("cấp ban hành kế hoạch", "level of the plan"))
        elif not base.own:
            higher = [each for each in Level if each.rank >= plan.level.rank]
            yield one_of(base.level, higher, about=name, what=_LEVEL)
    directives = [b for b in held if b.type == "directive" and b.level is Level.CENTRE]
    plans = [b for b in held if b.type == "plan" and not b.own]
    yield at_least(
        len(directives), 1, what=Text("chỉ thị của Trung ương làm căn cứ", "central directives")
    )
    # Between a province and the Centre there is no other plan.
    if plan.level is not Level.PROVINCE:
        what = Text("kế hoạch của cấp trên làm căn cứ", "plans of the superior")
        yield at_least(len(plans), 1, what=what)


@book.rule(
    p.adopt_plan,
    cites=_CITED,
    in_force=TERM_2020,
    title=Text("Kế hoạch dựa trên căn cứ hợp lệ", "The plan rests on a valid chain of bases"),
    encodes=("G1", "K1", "documents.md 8.1"),
)
def plan_with_basis(case: Case[p.Preparation], act: p.AdoptPlan) -> Iterator[Demand]:
    """Directive, superior's plan, own plan: each dated on or before the one that rests on it."""
    del case
    plan = act.plan
    yield given(plan.number if plan else None, what=Text("số kế hoạch", "number of the plan"))
    yield equals(
        plan.issued if plan else None, act.on, what=Text("ngày kế hoạch", "day of the plan")
    )
    if act.bases is None:
        yield given(None, what=Text("căn cứ của kế hoạch", "bases of the plan"))
    elif plan is not None:
        yield from chain(plan, act.bases)


@book.rule(
    p.amend_plan,
    cites=QD66_2017.at("điều 3"),
    title=Text(
        "Văn bản sửa đổi nêu rõ văn bản được sửa, cùng cơ quan ban hành",
        "An amendment names what it amends, of the same issuer",
    ),
    encodes=("4-I5", "documents.md 8.2"),
)
def amendment_names(case: Case[p.Preparation], act: p.AmendPlan) -> Iterator[Demand]:
    """One paper may amend several plans of the same issuer; each was issued before it."""
    plans = {each.plan.id: each.plan for each in case.events(p.AdoptPlan) if each.plan}
    amendment = act.amendment
    number = amendment.number if amendment else None
    issued = amendment.issued if amendment else None
    yield given(number, what=Text("số văn bản sửa đổi", "number of the amendment"))
    yield equals(issued, act.on, what=Text("ngày văn bản sửa đổi", "day of the amendment"))
    yield given(act.amended, what=Text("văn bản được sửa", "papers amended"))
    yield given(act.scope, what=Text("phạm vi sửa đổi", "scope of the amendment"))
    for name in act.amended or ():
        yield one_of(name, plans, what=Text("kế hoạch được sửa", "plan amended"))
        if name in plans:
            what = Text("ngày kế hoạch được sửa", "the plan was issued")
            yield on_or_before(
                plans[name].issued, issued, about=plans[name].number or name, what=what
            )


@book.rule(
    p.disseminate,
    cites=_CITED,
    in_force=TERM_2020,
    title=Text("Quán triệt: văn bản nào, đến ai", "Disseminated: which paper, to whom"),
    encodes=("G2",),
)
def dissemination_told(case: Case[p.Preparation], act: p.Disseminate) -> Iterator[Demand]:
    """The paper, whether it is the directive, and the addressees."""
    del case
    yield given(act.paper, what=Text("văn bản", "paper"))
    yield given(act.addressees, what=Text("nơi nhận", "addressees"))


@book.rule(
    p.assign_followers,
    cites=_CITED,
    in_force=TERM_2020,
    title=Text("Phân công cụ thể người theo dõi", "Followers are named"),
    encodes=("G3",),
)
def followers_named(case: Case[p.Preparation], act: p.AssignFollowers) -> Iterator[Demand]:
    """Every cell of the assignment has a name."""
    del case
    if act.followers is None:
        yield given(None, what=Text("danh sách phân công", "assignment"))
    for cell, follower in sorted((act.followers or {}).items()):
        yield given(follower, about=cell, what=Text("người theo dõi", "follower"))


@book.rule(
    p.create_body,
    cites=_CITED,
    in_force=TERM_2020,
    title=Text("Thành lập bằng quyết định", "Created by a decision"),
    encodes=("G4", "K2", "documents.md 5.1"),
)
def body_by_decision(case: Case[p.Preparation], act: p.CreateBody) -> Iterator[Demand]:
    """Which body, by which decision; of the head of a subcommittee only for its groups."""
    del case
    yield given(act.body, what=Text("tiểu ban, tổ", "body"))
    yield given(act.decision, what=Text("số quyết định", "decision"))
    if act.body in p.SUBCOMMITTEES:
        what = Text("cơ quan quyết định", "deciding body")
        yield one_of(act.by, _DECIDING, about=act.body, what=what)


@book.rule(
    p.inspect,
    cites=_CITED,
    in_force=TERM_2020,
    title=Text("Ghi rõ nội dung kiểm tra, giám sát", "What was inspected is recorded"),
    encodes=("G11",),
)
def inspection_told(case: Case[p.Preparation], act: p.Inspect) -> Iterator[Demand]:
    """The matter; and no more petitions answered than came in."""
    del case
    yield given(act.matter, what=Text("nội dung", "matter"))
    if act.petitions is not None:
        yield at_most(act.answered, act.petitions, what=Text("kiến nghị đã trả lời", "answered"))


@book.rule(
    p.arrange,
    cites=_CITED,
    in_force=TERM_2020,
    title=Text("Tuyên truyền theo kế hoạch", "Propaganda by a plan"),
    encodes=("G13",),
)
def arrangement_told(case: Case[p.Preparation], act: p.Arrange) -> Demand:
    """The propaganda plan is recorded."""
    del case
    return given(act.propaganda_plan, what=Text("kế hoạch tuyên truyền", "propaganda plan"))


@book.rule(
    p.withdraw_readiness,
    cites=_CITED,
    in_force=TERM_2020,
    title=Text("Rút lại phải nêu lý do", "Withdrawn for a recorded reason"),
    encodes=("P9",),
)
def withdrawal_reasoned(case: Case[p.Preparation], act: p.WithdrawReadiness) -> Demand:
    """The reason."""
    del case
    return given(act.reason, what=Text("lý do", "reason"))


@book.rule(
    p.conclude,
    cites=_CITED,
    in_force=TERM_2020,
    title=Text("Kết thúc khi đại hội đã khai mạc", "Concluded when the congress has opened"),
    encodes=("P10",),
)
def concluded_with_congress(
    case: Case[p.Preparation], act: p.Conclude, about: Context[Readings2020]
) -> Answer:
    """The congress beside that was prepared has been opened."""
    del act
    prepared = [x for x in about.beside.of(k.congress) if x.subject.preparation == case.id]
    opened = [each for each in prepared if each.reached(k.OPENED)]
    return at_least(len(opened), 1, what=Text("đại hội đã khai mạc", "congress opened"))
