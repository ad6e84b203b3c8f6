"""The package of a congress: handing in, return, approval; the declaration that all is ready."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Step,
    Text,
    equals,
    given,
    none_of,
    on_or_before,
    one_of,
)
from congress_flow.procedures import Body
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import preparation as p
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._congress_days import opening_day
from congress_flow_vn_2020._days import after as days_after
from congress_flow_vn_2020._days import before as days_before
from congress_flow_vn_2020._document_profiles import PROFILES, profile_of
from congress_flow_vn_2020.congress_plan import NO_ELECTION
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.readings import Readings2020

_PACKAGES: tuple[Step[k.Congress, k.SubmitPackage | k.Approve], ...] = (
    k.submit_package,
    k.approve,
)
_READY: Final = (d.READY_TO_SUBMIT, d.SUBMITTED, d.APPRAISING, d.APPROVED_WITH_CHANGES)
_APPROVED: Final = (d.APPROVED, d.FINAL_FOR_CONGRESS)
_GONE: Final = frozenset({d.WITHDRAWN, d.SUPERSEDED})
_SCHEME_READY: Final = (s.DRAFTED, s.SUBMITTED, s.APPRAISING, s.APPROVED, s.NO_ELECTION_AGREED)
_SCHEME_APPROVED: Final = (s.APPROVED, s.NO_ELECTION_AGREED)
_STANDS: Final = Text("đang ở", "stands at")


def _documents(
    case: Case[k.Congress], about: Context[Readings2020]
) -> Iterator[tuple[d.DocumentKind, tuple[Case[d.Document], ...]]]:
    """Yield each kind of document that needs the superior's approval, with its cases."""
    for kind in PROFILES:
        profile = profile_of(d.Document(kind=kind, level=case.subject.level), about.readings)
        if profile.requires_approval and kind is not d.DocumentKind.PERSONNEL_SCHEME:
            yield (
                kind,
                tuple(
                    each
                    for each in about.beside.of(d.document_life)
                    if each.subject.kind is kind
                    and each.subject.congress == case.id
                    and each.stage not in _GONE
                ),
            )


@book.rule(
    *_PACKAGES,
    cites=HANDBOOK.at("procedures.md K3, K5", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text(
        "Mọi văn kiện phải duyệt đã đủ điều kiện", "Every document needing approval is there"
    ),
    encodes=("K3", "K5", "G7", "G9", "document.profile"),
)
def package_documents(
    case: Case[k.Congress], act: k.SubmitPackage | k.Approve, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Handed in: adopted for submission, or further; approved: each of them approved."""
    stages = _APPROVED if about.step is k.approve else (*_READY, *_APPROVED)
    for kind, cases in _documents(case, about):
        if not cases:
            yield one_of(None, stages, about=kind, what=_STANDS)
        for each in cases:
            yield one_of(each.stage, stages, about=kind, what=_STANDS)


@book.rule(
    *_PACKAGES,
    cites=HANDBOOK.at("procedures.md K3, K5, S11", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Đề án nhân sự, hoặc đồng ý không bầu", "The scheme, or no election agreed"),
    encodes=("K3", "K5", "G8", "G9"),
)
def package_scheme(
    case: Case[k.Congress], act: k.SubmitPackage | k.Approve, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Handed in: drafted and adopted; approved: approved. A two-content congress has none."""
    if case.subject.contents == NO_ELECTION:
        return
    scheme = about.beside.get(s.personnel_scheme, case.subject.scheme or "")
    stages = _SCHEME_APPROVED if about.step is k.approve else _SCHEME_READY
    stage = None if scheme is None else scheme.stage
    what = Text("đề án nhân sự đang ở", "the scheme stands at")
    yield one_of(stage, stages, what=what)
    if isinstance(act, k.SubmitPackage) and stage is s.DRAFTED:
        adopted = Text("nghị quyết thông qua đề án", "resolution adopting the scheme")
        yield given(act.scheme_adopted, what=adopted)


@book.rule(
    k.submit_package,
    cites=HANDBOOK.at("parameters.md dossier.approval_list", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Hồ sơ trình duyệt đủ giấy tờ đã chọn", "The package holds the papers chosen"),
    severity=Severity.WARNS,
    encodes=("dossier.approval_list", "K3"),
)
def package_papers(
    case: Case[k.Congress], act: k.SubmitPackage, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """No official list was found: the list is that of the readings."""
    if act.papers is None:
        yield Gap(Text("chưa rõ hồ sơ gồm những gì", "what the package holds is not known"))
        return
    for paper in about.readings.approval_papers:
        yield one_of(paper, act.papers, what=Text("hồ sơ trình duyệt", "package"))


def _opening(case: Case[k.Congress], about: Context[Readings2020]) -> date | None:
    return opening_day(about.beside, case.id) or case.subject.planned_opening


@book.rule(
    k.submit_package,
    cites=HANDBOOK.at("parameters.md dossier.lead_time", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Nộp hồ sơ trước khai mạc đủ số ngày đã chọn", "Handed in early enough"),
    severity=Severity.WARNS,
    encodes=("dossier.lead_time", "K3"),
)
def package_lead_time(
    case: Case[k.Congress], act: k.SubmitPackage, about: Context[Readings2020]
) -> Answer:
    """So many days before the opening as the reading says, if it names any."""
    days = about.readings.lead_time
    if days is None:
        return ()
    limit = days_before(_opening(case, about), days, about.readings)
    return on_or_before(act.on, limit, what=Text("ngày nộp hồ sơ", "day of handing in"))


@book.rule(
    k.return_for_revision,
    cites=HANDBOOK.at("procedures.md K4", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Trả lại phải có ý kiến cụ thể", "Returned with remarks"),
    encodes=("K4",),
)
def package_remarks(case: Case[k.Congress], act: k.ReturnForRevision) -> Iterator[Demand]:
    """At least one remark, and none of them empty."""
    yield given(act.remarks, what=Text("ý kiến của cấp trên", "the superior's remarks"))
    for remark in act.remarks or ():
        yield given(remark, what=Text("ý kiến", "remark"))


@book.rule(
    k.approve,
    cites=HANDBOOK.at("parameters.md approval.actor", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Nguồn nêu cơ quan duyệt nào", "Which body the source names"),
    severity=Severity.WARNS,
    encodes=("approval.actor",),
)
def package_approver_named(case: Case[k.Congress], act: k.Approve) -> Answer:
    """The standing committee approves; a source may name the committee: both are kept."""
    if act.named is None:
        return ()
    body = (Body.SUPERIOR_STANDING_COMMITTEE,)
    return one_of(act.named, body, what=Text("cơ quan duyệt theo nguồn", "approver as named"))


@book.rule(
    k.approve,
    cites=HANDBOOK.at("parameters.md approval.before_opening", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Duyệt trước khai mạc đủ số ngày đã chọn", "Approved early enough"),
    severity=Severity.WARNS,
    encodes=("approval.before_opening", "K5"),
)
def package_approved_ahead(
    case: Case[k.Congress], act: k.Approve, about: Context[Readings2020]
) -> Answer:
    """So many days before the opening as the reading says, if it names any."""
    days = about.readings.approval_before_opening
    if days is None:
        return ()
    limit = days_before(_opening(case, about), days, about.readings)
    return on_or_before(act.on, limit, what=Text("ngày duyệt", "day of approval"))


@book.rule(
    k.approve,
    cites=HANDBOOK.at("parameters.md approval.answer_limit", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Cấp trên trả lời trong hạn đã chọn", "The superior answers in time"),
    severity=Severity.WARNS,
    encodes=("approval.answer_limit", "K5"),
)
def package_answered_in_time(
    case: Case[k.Congress], act: k.Approve, about: Context[Readings2020]
) -> Answer:
    """So many days after the package was handed in as the reading says, if it names any."""
    days, handed_in = about.readings.approval_answer, case.last(k.SubmitPackage)
    if days is None or handed_in is None:
        return ()
    limit = days_after(handed_in.on, days, about.readings)
    return on_or_before(act.on, limit, what=Text("ngày duyệt", "day of approval"))


@book.rule(
    k.declare_ready,
    cites=HANDBOOK.at("procedures.md K6, 6.4", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Sẵn sàng hoặc cơ bản sẵn sàng", "Ready, or basically ready"),
    encodes=("K6",),
)
def readiness_declared(
    case: Case[k.Congress], act: k.DeclareReady, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """READY is what the gates of the preparation amount to; below it the reasons are given."""
    grades = (k.Readiness.READY, k.Readiness.BASICALLY_READY)
    yield one_of(act.grade, grades, what=Text("mức độ sẵn sàng", "grade"))
    if act.grade is k.Readiness.READY:
        found = _gates(case, about)
        yield equals(found, act.grade, what=Text("theo các điều kiện", "by the gates"))
    else:
        yield given(act.reasons, what=Text("việc còn phải làm", "what is still open"))


def _gates(case: Case[k.Congress], about: Context[Readings2020]) -> k.Readiness | None:
    """Return what the preparation's last declaration amounts to; None where it does not stand."""
    preparation = about.beside.get(p.preparation, case.subject.preparation or "")
    if preparation is None or not preparation.reached(p.READY):
        return None
    if preparation.stage is p.PREPARING:
        return k.Readiness.NOT_READY
    declared = [x.verdict for x in preparation.passages if x.step is p.declare_ready]
    return p.readiness(declared[-1])


@book.rule(
    k.declare_ready,
    cites=HANDBOOK.at("parameters.md readiness.mandatory_gates", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Không thiếu điều kiện bắt buộc", "No mandatory gate failed"),
    encodes=("readiness.mandatory_gates", "K6", "DEC-P22"),
)
def mandatory_gates_pass(
    case: Case[k.Congress], act: k.DeclareReady, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """Basically ready: some gates are open, but none that the reading holds mandatory failed."""
    if act.grade is k.Readiness.READY:
        return
    if act.failed is None:
        yield Gap(Text("chưa rõ điều kiện nào không đạt", "which gates failed is not known"))
    what = Text("điều kiện không đạt", "gate that failed")
    for gate in act.failed or ():
        yield none_of(gate, about.readings.mandatory_gates, what=what)
