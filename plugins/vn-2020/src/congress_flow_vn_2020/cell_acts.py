"""A cell's congress until it may be held: due date, plan, drafts, opinions, remarks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Level,
    Severity,
    Step,
    Text,
    Worded,
    add_months,
    at_least,
    equals,
    given,
    holds,
    on_or_before,
    one_of,
)
from congress_flow.procedures import Act, Body
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import document_life as d
from congress_flow.procedures import document_record as record
from congress_flow_vn_2020 import congress_tables as t
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020._days import before as days_before
from congress_flow_vn_2020.congress_window import within_shift
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK
from congress_flow_vn_2020.readings import CellVariant, Readings2020

_STEPS: tuple[Step[c.CellCongress, Any], ...] = c.cell_congress.steps
REPORTED: Final = HANDBOOK.at("procedures.md 7", Confidence.REPORTED)
_CONVENED: Final = frozenset({c.shift_date, c.plan, c.prepare})
_DUE: Final = Text("ngày đến hạn", "due date")


class _Paper(Worded):
    """What a cell hands in before its congress."""

    REPORT = "report", Text("báo cáo", "report")
    SCHEME = "personnel_scheme", Text("đề án nhân sự", "personnel scheme")
    PROGRAMME = "programme", Text("chương trình đại hội", "programme")


_PAPERS: Final = {paper.value: paper for paper in _Paper}
_I = c.Introduction
_WITH_COMMITTEE: Final = (
    _I.CELL_COMMITTEE,
    _I.CELL_MEETING_SECRET_BALLOT,
    _I.CELL_COMMITTEE,
    _I.REPORT,
)
_WITHOUT: Final = (_I.CELL_MEETING, _I.SUPERIOR_OPINION)


@book.rule(
    *_STEPS,
    cites=HANDBOOK.at("procedures.md 7, cột Actor", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Đúng cơ quan thực hiện từng việc", "Each act is that of the competent body"),
    encodes=rows(*_STEPS),
)
def cell_actor(case: Case[c.CellCongress], act: Act, about: Context[Readings2020]) -> Demand:
    """The column *Actor* of table 7: the cell committee, or the secretary where there is none."""
    allowed = about.step.actors
    if about.step in _CONVENED and case.subject.committee is not None:
        allowed = (Body.CELL_COMMITTEE if case.subject.committee else Body.HEAD,)
    return one_of(act.by, allowed, what=Text("cơ quan thực hiện", "acting body"))


@book.rule(
    c.compute_due_date,
    cites=t.CHARTER_24_3,
    title=Text("Đại hội chi bộ 5 năm hai lần", "A cell congress twice in five years"),
    encodes=("cell.term", "C1"),
)
def cell_due_date(case: Case[c.CellCongress], act: c.ComputeDueDate) -> Demand:
    """Thirty months after the last one."""
    term = t.CELL_TERM.on(act.on, Level.CELL)
    last = case.subject.last_congress
    due = None if last is None or term is None else add_months(last, term.value)
    return equals(act.due, due, what=_DUE)


@book.rule(
    c.shift_date,
    cites=t.CHARTER_24_3,
    title=Text(
        "Sớm, muộn không quá 6 tháng và được cấp ủy cơ sở đồng ý",
        "Earlier or later by six months at the most, with the grassroots committee's consent",
    ),
    encodes=("cell.shift_max", "C2"),
)
def cell_shift(case: Case[c.CellCongress], act: c.ShiftDate) -> Iterator[Demand]:
    """The consent, and the six months on either side of the due date."""
    yield given(act.consent, what=Text("cấp ủy cơ sở đồng ý", "the parent's consent"))
    computed = case.last(c.ComputeDueDate)
    due, months = computed.due if computed else None, t.CELL_SHIFT.on(act.on, Level.CELL)
    yield from within_shift(act.new_day, due, months)


@book.rule(
    c.plan,
    cites=HANDBOOK.at("procedures.md C3; documents.md 8.2", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text(
        "Theo kế hoạch của đảng bộ cơ sở đang có hiệu lực",
        "By the grassroots plan in force on that day",
    ),
    encodes=("C3", "documents.md 8.2"),
)
def cell_plan_in_force(
    case: Case[c.CellCongress], act: c.Plan, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The plan is issued and in force, with every amendment dated on or before that day."""
    plan = act.plan
    issued = Text("ngày ban hành", "issued")
    yield given(plan.number if plan else None, what=Text("kế hoạch cơ sở", "grassroots plan"))
    for paper in (*((plan,) if plan else ()), *act.amendments):
        yield on_or_before(paper.issued, act.on, about=paper.number or paper.id, what=issued)
    documents = about.beside.of(d.document_life)
    parent = case.subject.parent
    recorded = [x for x in documents if parent is not None and x.subject.unit == parent]
    plans = [x for x in recorded if x.subject.kind is d.DocumentKind.PLAN]
    if not plans or parent is None or plan is None:
        what = Text("kế hoạch đang có hiệu lực", "the plan is in force")
        yield holds(act.in_force, what=what)
        return
    held = record.plans_in_force(plans, parent, act.on)
    numbers = {record.issued_number(x) or "": x for x in held}
    yield one_of(plan.number, numbers, what=Text("kế hoạch có hiệu lực", "plans in force"))
    applied = {paper.number or "" for paper in act.amendments}
    named = numbers.get(plan.number or "")
    for change in record.changes_on(named, recorded, act.on) if named else ():
        amending = next(x for x in recorded if x.id == change.by)
        what = Text("văn bản sửa đổi đã áp dụng", "amendments applied")
        yield one_of(record.issued_number(amending), applied, what=what)


@book.rule(
    c.prepare,
    cites=REPORTED,
    in_force=TERM_2020,
    title=Text("Đã dự thảo báo cáo, đề án, chương trình", "Report, scheme, programme are drafted"),
    encodes=("C4",),
)
def cell_drafts(case: Case[c.CellCongress], act: c.Prepare) -> Iterator[Demand]:
    """All three of them."""
    yield holds(act.report, what=Text("báo cáo", "report"))
    yield holds(act.scheme, what=Text("đề án nhân sự", "personnel scheme"))
    yield holds(act.programme, what=Text("chương trình đại hội", "programme"))


@book.rule(
    c.prepare,
    cites=CT35_2019.at("phụ lục 1 (chưa thấy quy trình ở chi bộ)", Confidence.UNKNOWN),
    title=Text("Các bước giới thiệu nhân sự ở chi bộ", "The meetings that introduce persons"),
    severity=Severity.WARNS,
    encodes=("five_step.cell_variant", "C4"),
)
def cell_introduction(
    case: Case[c.CellCongress], act: c.Prepare, about: Context[Readings2020]
) -> Demand:
    """As the reading says; a cell without a cell committee can only take the second way."""
    first = about.readings.cell_variant is CellVariant.CELL_COMMITTEE
    wanted = _WITH_COMMITTEE if first and case.subject.committee is not False else _WITHOUT
    what = Text("các bước giới thiệu", "meetings held")
    return equals(act.introduction, wanted, what=what)


@book.rule(
    c.collect_opinions,
    cites=REPORTED,
    in_force=TERM_2020,
    title=Text("Đảng viên thảo luận dự thảo", "The members discuss the drafts"),
    encodes=("C5",),
)
def cell_opinions(case: Case[c.CellCongress], act: c.CollectOpinions) -> Iterator[Demand]:
    """Discussed, and written down."""
    yield holds(act.discussed, what=Text("đã thảo luận", "discussed"))
    yield given(act.recorded, what=Text("biên bản ý kiến", "record of the opinions"))


@book.rule(
    c.submit,
    cites=REPORTED,
    in_force=TERM_2020,
    title=Text("Đã lấy ý kiến đảng viên trước khi báo cáo", "Opinions come before submission"),
    encodes=("C6",),
)
def cell_package(case: Case[c.CellCongress], act: c.Submit) -> Iterator[Demand | Gap]:
    """The members' opinions were collected; report, scheme and programme are in the package."""
    taken = len(case.events(c.CollectOpinions))
    yield at_least(taken, 1, what=Text("số lần lấy ý kiến đảng viên", "collections of opinions"))
    if act.papers is None:
        yield Gap(Text("chưa rõ hồ sơ gồm những gì", "what the package holds is not known"))
        return
    handed_in = tuple(_PAPERS.get(paper, paper) for paper in act.papers)
    for paper in _Paper:
        yield one_of(paper, handed_in, what=Text("hồ sơ báo cáo", "package"))


@book.rule(
    c.submit,
    cites=HANDBOOK.at("parameters.md cell.submit_before", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Báo cáo trước ngày đại hội đủ số ngày đã chọn", "Submitted early enough"),
    severity=Severity.WARNS,
    encodes=("cell.submit_before", "C6"),
)
def cell_submitted_ahead(
    case: Case[c.CellCongress], act: c.Submit, about: Context[Readings2020]
) -> Answer:
    """So many days before the congress as the reading says, if it names any."""
    days = about.readings.cell_submit_before
    if days is None:
        return ()
    planned = case.last(c.Plan)
    limit = days_before(planned.opening if planned else None, days, about.readings)
    return on_or_before(act.on, limit, what=Text("ngày báo cáo", "day of submission"))


@book.rule(
    c.give_remarks,
    cites=REPORTED,
    in_force=TERM_2020,
    title=Text("Ý kiến của cấp ủy cơ sở được ghi lại", "The parent's remarks are recorded"),
    encodes=("C7",),
)
def cell_remarks(case: Case[c.CellCongress], act: c.GiveRemarks) -> Iterator[Demand | Gap]:
    """There may be none, but that too is recorded; each remark says something."""
    if act.remarks is None:
        yield Gap(Text("chưa rõ ý kiến của cấp ủy cơ sở", "the parent's remarks are not known"))
    for remark in act.remarks or ():
        yield given(remark, what=Text("ý kiến", "remark"))


@book.rule(
    c.absorb_remarks,
    cites=REPORTED,
    in_force=TERM_2020,
    title=Text("Tiếp thu, giải trình từng ý kiến", "Each remark is answered"),
    encodes=("C8",),
)
def cell_remarks_answered(case: Case[c.CellCongress], act: c.AbsorbRemarks) -> Iterator[Demand]:
    """An answer to each remark of the last review; where there was none, nothing is asked."""
    review = case.last(c.GiveRemarks)
    for remark in (review.remarks or ()) if review else ():
        answer = None if act.answers is None else act.answers.get(remark, "")
        yield given(answer, about=remark, what=Text("tiếp thu, giải trình", "answer"))
