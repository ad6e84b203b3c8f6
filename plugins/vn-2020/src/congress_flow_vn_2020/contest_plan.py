"""Election contests: the acting bodies, the plan, the number of seats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from congress_flow import (
    Answer,
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Level,
    Severity,
    Step,
    Text,
    at_least,
    at_most,
    differs,
    equals,
    given,
    holds,
    none_of,
    one_of,
)
from congress_flow.procedures import Act, Body
from congress_flow.procedures import cell_congress as cell
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_scheme as s
from congress_flow_vn_2020._book import book, rows
from congress_flow_vn_2020._contest_links import (
    ELECTIONS,
    row,
    rule_244,
)
from congress_flow_vn_2020.instruments import (
    CT35_2019,
    HANDBOOK,
    HD03_2020,
    HD04_2014,
    QC244_2014,
)
from congress_flow_vn_2020.readings import Readings2020

# E28 is drawn for the law of 2025: nothing in 2020 lets anybody be appointed after three ballots.
_STEPS: tuple[Step[e.Contest, Any], ...] = tuple(
    step for step in e.election_contest.steps if step is not e.appoint_after_third_ballot
)
_SEATS: Final = Text("số lượng cần bầu", "seats")
_POST: Final = Text("bầu", "contest for")


@book.rule(
    *_STEPS,
    cites=row("5, cột cơ quan thực hiện"),
    in_force=ELECTIONS,
    title=Text("Đúng cơ quan thực hiện từng việc", "Each act is that of the competent body"),
    encodes=(*rows(*_STEPS), "E24", "E25", "ratification.actor"),
)
def contest_actor(case: Case[e.Contest], act: Act, about: Context[Readings2020]) -> Demand:
    """The column *Actor* of table 5."""
    return one_of(act.by, about.step.actors, what=Text("cơ quan thực hiện", "acting body"))


@book.rule(
    e.plan_contest,
    cites=rule_244("Điều 4"),
    title=Text(
        "Phương án bầu cử đúng đề án nhân sự đã được duyệt",
        "The contest is planned within the approved scheme",
    ),
    encodes=("E1",),
)
def contest_within_scheme(
    case: Case[e.Contest], act: e.PlanContest, about: Context[Readings2020]
) -> Iterator[Demand | Breach]:
    """The scheme is approved and wants so many; a cell without a scheme has had its review."""
    subject = case.subject
    yield equals(act.seats, subject.seats, what=_SEATS)
    if subject.scheme:
        scheme = about.beside.get(s.personnel_scheme, subject.scheme)
        yield scheme_approved(scheme)
        if scheme is not None and subject.post is e.Post.COMMITTEE:
            yield equals(act.seats, scheme.subject.seats, what=_SEATS)
    elif subject.level is Level.CELL:
        of_cell = about.beside.get(cell.cell_congress, subject.congress)
        reviewed = None if of_cell is None else of_cell.reached(cell.REVIEWED)
        yield holds(reviewed, what=Text("cấp ủy cơ sở đã cho ý kiến", "reviewed by the parent"))
    elif subject.post is not e.Post.DELEGATES:
        yield Breach(Text("không có đề án nhân sự", "there is no personnel scheme"))


def scheme_approved(scheme: Case[s.Scheme] | None) -> Demand:
    """Demand that the scheme is approved, or in use, and not held by an open issue."""
    return one_of(
        None if scheme is None else scheme.stage,
        (s.APPROVED, s.IN_USE),
        what=Text("đề án nhân sự đang ở", "the scheme stands at"),
    )


@book.rule(
    e.plan_contest,
    cites=rule_244("Điều 20 khoản 2"),
    title=Text(
        "Số lượng đại biểu do cấp trên phân bổ", "The number of delegates is allotted from above"
    ),
    encodes=("delegates.number", "E1"),
)
def delegates_allotted(case: Case[e.Contest], act: e.PlanContest) -> Answer:
    """For delegates the superior's paper that allots them is named."""
    if case.subject.post is not e.Post.DELEGATES:
        return ()
    return given(act.allotment, what=Text("văn bản phân bổ", "paper that allots them"))


@book.rule(
    e.plan_contest,
    cites=CT35_2019.at("về đại biểu dự khuyết", Confidence.VERIFIED),
    title=Text(
        "Đại hội quyết định số lượng đại biểu dự khuyết",
        "The congress decides how many alternates there are",
    ),
    severity=Severity.WARNS,
    in_force=ELECTIONS,
    encodes=("alternates.number", "E1"),
)
def alternates_planned(case: Case[e.Contest], act: e.PlanContest) -> Answer:
    """The plan says how many alternates are proposed; only delegates have any."""
    if case.subject.post is not e.Post.DELEGATES:
        return equals(act.alternates or 0, 0, what=_ALTERNATES)
    return at_least(act.alternates, 0, what=_ALTERNATES)


_ALTERNATES: Final = Text("số đại biểu dự khuyết", "alternates")


@book.rule(
    e.plan_contest,
    cites=rule_244("Điều 35 khoản 2"),
    title=Text(
        "Bầu lại sau khi hủy kết quả: theo lệnh và do cơ quan cấp trên giao",
        "A new election after an annulment: as ordered, by the body that was named",
    ),
    encodes=("superior.annul", "E1", "E35"),
)
def new_contest_ordered(
    case: Case[e.Contest], act: e.PlanContest, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The old contest is annulled, the order is named, and the body is the one entrusted."""
    replaced = case.subject.instead_of
    if not replaced:
        yield none_of(act.by, (Body.COMPETENT_BODY,), what=Text("cơ quan lập", "planned by"))
        return
    old = about.beside.get(e.election_contest, replaced)
    annulled = None if old is None else old.last(e.Annul)
    yield equals(
        None if old is None else old.stage,
        e.ANNULLED,
        about=replaced,
        what=Text("cuộc bầu cử cũ", "the old contest"),
    )
    yield given(act.ordered, what=Text("lệnh bầu lại của cấp trên", "the superior's order"))
    if annulled is not None:
        yield equals(act.by, annulled.entrusted, what=Text("cơ quan được giao", "body entrusted"))


@book.rule(
    e.plan_contest,
    cites=HANDBOOK.at("parameters.md select.regulation, select.guidance", Confidence.VERIFIED),
    in_force=ELECTIONS,
    title=Text(
        "Căn cứ bầu cử là quy chế và hướng dẫn đang có hiệu lực",
        "The regulation and guidance named are those of the day",
    ),
    encodes=("select.regulation", "select.guidance"),
)
def basis_in_force(case: Case[e.Contest], act: e.PlanContest) -> Iterator[Demand]:
    """Each named basis is the regulation of 2014 or the guidance in force; 32-HD/TW never is."""
    allowed = [each.id for each in (QC244_2014, HD03_2020, HD04_2014) if act.on in each.in_force]
    for name in act.basis:
        yield one_of(name, allowed, what=Text("căn cứ bầu cử", "basis of the election"))


@book.rule(
    e.vote_number,
    cites=rule_244("Điều 20 khoản 2"),
    title=Text(
        "Không biểu quyết số lượng đại biểu đi dự đại hội cấp trên",
        "The number of delegates to the higher congress is not voted",
    ),
    encodes=("delegates.number", "E4"),
)
def number_of_delegates_not_voted(case: Case[e.Contest], act: e.VoteNumber) -> Demand:
    """It is allotted by the superior (trap TR20)."""
    return differs(case.subject.post, e.Post.DELEGATES, what=_POST)


@book.rule(
    e.vote_number,
    cites=rule_244("Điều 19", Confidence.REPORTED),
    title=Text(
        "Số lượng cần bầu trong phạm vi cấp trên hướng dẫn và đề án",
        "The number lies within the superior's guidance and the scheme",
    ),
    encodes=("E4",),
)
def number_within_scheme(case: Case[e.Contest], act: e.VoteNumber) -> Iterator[Demand]:
    """At least one, and no more than the approved scheme wants."""
    planned = case.last(e.PlanContest)
    most = None if planned is None else planned.seats
    yield at_least(act.number, 1, what=_SEATS)
    yield at_most(act.number, most, what=_SEATS)


@book.rule(
    e.take_allotted_number,
    cites=rule_244("Điều 20 khoản 2"),
    title=Text("Bầu đúng số lượng được phân bổ", "The number is the one allotted"),
    encodes=("delegates.number", "E5"),
)
def number_as_allotted(case: Case[e.Contest], act: e.TakeAllottedNumber) -> Iterator[Demand]:
    """Only for delegates, and exactly as many as the superior allotted."""
    planned = case.last(e.PlanContest)
    yield equals(case.subject.post, e.Post.DELEGATES, what=_POST)
    yield equals(act.number, None if planned is None else planned.seats, what=_SEATS)


@book.rule(
    e.take_allotted_number,
    cites=CT35_2019.at("về đại biểu dự khuyết", Confidence.VERIFIED),
    title=Text(
        "Số đại biểu dự khuyết do đại hội quyết định", "The congress decided on the alternates"
    ),
    severity=Severity.WARNS,
    in_force=ELECTIONS,
    encodes=("alternates.number", "E5"),
)
def alternates_voted(case: Case[e.Contest], act: e.TakeAllottedNumber) -> Iterator[Demand]:
    """Where there are any, the congress voted their number."""
    yield at_least(act.alternates, 0, what=_ALTERNATES)
    if act.alternates:
        yield holds(act.alternates_voted, what=Text("đại hội biểu quyết", "voted"))
