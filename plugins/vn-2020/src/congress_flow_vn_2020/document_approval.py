"""Before the superior: the dossier, the appraisal, its three outcomes, the version that results."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Level,
    Severity,
    Step,
    Text,
    equals,
    fails,
    given,
    holds,
    on_or_before,
    one_of,
)
from congress_flow.procedures import document_life as d
from congress_flow.procedures import document_record as record
from congress_flow.procedures import suspension as u
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._days import after, before
from congress_flow_vn_2020._documents import TABLE_4, opening, parameter, row, suspended
from congress_flow_vn_2020.readings import Readings2020

_VERSION: Final = Text("mã băm của bản văn kiện", "digest of the version")


@book.rule(
    d.submit,
    cites=parameter("dossier.approval_list", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text("Hồ sơ trình duyệt đủ thành phần", "The approval dossier is complete"),
    severity=Severity.WARNS,
    encodes=("dossier.approval_list", "D14"),
)
def document_dossier(case: Case[d.Document], act: d.Submit, about: Context[Readings2020]) -> Answer:
    """Every paper that the reading names is in the package."""
    if act.papers is None:
        return given(None, what=Text("thành phần hồ sơ", "papers of the package"))
    lacking = tuple(p for p in about.readings.approval_papers if p not in act.papers)
    return equals(lacking, (), what=Text("giấy tờ còn thiếu", "papers lacking"))


@book.rule(
    d.submit,
    cites=parameter("dossier.lead_time", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text("Trình trước ngày khai mạc", "Handed in in time before the opening"),
    severity=Severity.WARNS,
    encodes=("dossier.lead_time", "D14"),
)
def document_lead_time(
    case: Case[d.Document], act: d.Submit, about: Context[Readings2020]
) -> Answer:
    """Asked only where the reading sets a limit."""
    limit = about.readings.lead_time
    if limit is None:
        return ()
    last = before(opening(case, about), limit, about.readings)
    return on_or_before(act.on, last, what=Text("ngày trình", "handed in on"))


@book.rule(
    d.submit,
    cites=row("4 (6.3)", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Tạm hoãn có thể dừng cả việc trình duyệt", "A suspension may stop submissions too"),
    encodes=("documents.md 6.1", "U1"),
)
def submission_not_suspended(
    case: Case[d.Document], act: d.Submit, about: Context[Readings2020]
) -> Answer:
    """While the unit's congress is suspended, only if the preparation may go on."""
    held = suspended(case, about)
    if held is None:
        return ()
    order = held.last(u.Suspend)
    goes_on = None if order is None else order.preparation_goes_on
    return holds(goes_on, what=Text("được tiếp tục chuẩn bị", "the preparation may go on"))


Handed = d.Submit | d.StartAppraisal

_HANDED: tuple[Step[d.Document, Handed], ...] = (d.submit, d.start_appraisal)


@book.rule(
    *_HANDED,
    cites=row("4-I3", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Cấp trên chỉ xem bản đã được ban chấp hành thông qua",
        "The superior has the version that the executive committee adopted",
    ),
    encodes=("4-I3", "D14", "D16"),
)
def superior_has_adopted_version(case: Case[d.Document], act: Handed) -> Demand:
    """What is handed in and what is appraised is the version adopted, by its digest."""
    return equals(act.sha256, record.adopted_version(case), what=_VERSION)


Outcome = d.ReturnForRevision | d.ApproveWithChanges | d.Approve

_OUTCOMES: tuple[Step[d.Document, Outcome], ...] = (
    d.return_for_revision,
    d.approve_with_changes,
    d.approve,
)


@book.rule(
    *_OUTCOMES,
    cites=parameter("approval.actor, document.approval_outcomes", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text(
        "Ban thường vụ cấp ủy cấp trên trực tiếp duyệt",
        "The standing committee of the direct superior decides",
    ),
    encodes=("approval.actor", "document.approval_outcomes", "D17", "D19", "D21"),
)
def approving_body(case: Case[d.Document], act: Outcome) -> Demand:
    """Of a cell's documents the grassroots committee. Approved, with changes, returned: no more."""
    bodies = [d.Body.SUPERIOR_STANDING_COMMITTEE]
    if case.subject.level is Level.CELL:
        bodies.append(d.Body.SUPERIOR_COMMITTEE)
    return one_of(act.by, bodies, what=Text("cơ quan duyệt", "approving body"))


Approved = d.ApproveWithChanges | d.Approve

_APPROVALS: tuple[Step[d.Document, Approved], ...] = (d.approve_with_changes, d.approve)


@book.rule(
    *_APPROVALS,
    cites=row("D21", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Cấp trên trực tiếp của đơn vị", "The body is the unit's direct superior"),
    encodes=("D19", "D21"),
)
def approved_by_direct_superior(case: Case[d.Document], act: Approved) -> Demand:
    """The organisation whose body approved is the one directly above the unit."""
    what = Text("tổ chức đảng đã duyệt", "organisation that approved")
    if case.subject.superior is None:
        return given(None, what=Text("cấp trên trực tiếp", "direct superior"))
    return equals(act.superior, case.subject.superior, what=what)


@book.rule(
    *_APPROVALS,
    cites=parameter("approval.before_opening", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text("Duyệt trước ngày khai mạc", "Approved in time before the opening"),
    severity=Severity.WARNS,
    encodes=("approval.before_opening",),
)
def document_approved_in_time(
    case: Case[d.Document], act: Approved, about: Context[Readings2020]
) -> Answer:
    """Asked only where the reading sets a limit."""
    limit = about.readings.approval_before_opening
    if limit is None:
        return ()
    last = before(opening(case, about), limit, about.readings)
    return on_or_before(act.on, last, what=Text("ngày duyệt", "approved on"))


@book.rule(
    *_OUTCOMES,
    cites=parameter("approval.answer_limit", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text("Cấp trên trả lời đúng hạn", "The superior answers in time"),
    severity=Severity.WARNS,
    encodes=("approval.answer_limit",),
)
def superior_answers_in_time(
    case: Case[d.Document], act: Outcome, about: Context[Readings2020]
) -> Answer:
    """Asked only where the reading sets a limit, counted from the last submission."""
    limit, submitted = about.readings.approval_answer, case.last(d.Submit)
    if limit is None:
        return ()
    latest = after(None if submitted is None else submitted.on, limit, about.readings)
    return on_or_before(act.on, latest, what=Text("ngày trả lời", "answered on"))


@book.rule(
    d.approve,
    cites=row("4-I2, D21", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Bản được duyệt là bản đã trình", "The version approved is the one handed in"),
    encodes=("4-I2", "D21"),
)
def approved_version_submitted(case: Case[d.Document], act: d.Approve) -> Demand:
    """By its digest: an approval without changes leaves the wording as it was handed in."""
    submitted = case.last(d.Submit)
    return equals(act.sha256, submitted.sha256 if submitted else None, what=_VERSION)


@book.rule(
    d.confirm_changes,
    cites=row("4-I2, D20", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Bản đã chỉnh sửa được xác định bằng mã băm", "The changed version is fixed by its digest"
    ),
    encodes=("4-I2", "D20"),
)
def changed_version_fixed(case: Case[d.Document], act: d.ConfirmChanges) -> Demand:
    """From here on it is the approved version."""
    return given(act.sha256, what=_VERSION)


_FIXED: tuple[Step[d.Document, d.Finalise], ...] = (d.finalise_unapproved, d.finalise)


@book.rule(
    *_FIXED,
    cites=row("4-I2, D15, D22", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Bản trình đại hội là bản đã được duyệt (thông qua)",
        "The version for the congress is the one approved (adopted)",
    ),
    encodes=("4-I2", "D15", "D22"),
)
def final_version_approved(
    case: Case[d.Document], act: d.Finalise, about: Context[Readings2020]
) -> Demand:
    """By its digest; without approval, the version that the executive committee adopted."""
    approved = about.step is d.finalise
    version = record.approved_version(case) if approved else record.adopted_version(case)
    return equals(act.sha256, version, what=_VERSION)


@book.rule(
    *_FIXED,
    cites=row("D22; README.md TR31", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Bản trình đại hội không còn dấu dự thảo", "The version for the congress has no draft mark"
    ),
    encodes=("D22", "TR31"),
)
def final_has_no_draft_mark(case: Case[d.Document], act: d.Finalise) -> Demand:
    """The mark "Dự thảo lần n" is off."""
    return fails(act.draft_mark, what=Text("còn dấu dự thảo", "draft mark"))


@book.rule(
    d.change_after_approval,
    cites=row("D23", Confidence.ASSUMED),
    in_force=TABLE_4,
    title=Text(
        "Chỉ thay đổi về nội dung mới phải trình duyệt lại",
        "A change of substance goes to the superior again",
    ),
    encodes=("D23", "4-I2"),
)
def change_is_substantive(case: Case[d.Document], act: d.ChangeAfterApproval) -> Iterator[Demand]:
    """What is changed is recorded, and it touches the substance."""
    yield given(act.change, what=Text("nội dung thay đổi", "change"))
    yield holds(act.substantive, what=Text("thay đổi về nội dung", "of substance"))
