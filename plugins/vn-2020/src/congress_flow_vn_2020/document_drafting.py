"""From the plan to the reviewing bodies: who drafts, which draft, with what remarks open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

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
    equals,
    fails,
    given,
    holds,
    none_of,
    on_or_before,
    one_of,
)
from congress_flow.procedures import document_life as d
from congress_flow.procedures import document_record as record
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._document_checks import CHECKS, required_checks
from congress_flow_vn_2020._document_profiles import profile_of
from congress_flow_vn_2020._documents import TABLE_4, parameter, row
from congress_flow_vn_2020.instruments import HANDBOOK, HD36_2018
from congress_flow_vn_2020.readings import Readings2020

_DRAFT: Final = Text("dự thảo lần thứ", "draft number")
_ANSWER: Final = Text("trả lời ý kiến", "answer to the remark")


@book.rule(
    d.plan,
    cites=row("D1", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text(
        "Kế hoạch làm căn cứ đang có hiệu lực", "The plan under which it is made is in force"
    ),
    encodes=("D1", "documents.md 8.2"),
)
def document_under_plan(
    case: Case[d.Document], act: d.Plan, about: Context[Readings2020]
) -> Iterator[Demand]:
    """A plan of that number, dated on or before the day and not ended by it."""
    yield given(act.plan, what=Text("kế hoạch làm căn cứ", "plan"))
    yield on_or_before(
        act.plan_issued, act.on, what=Text("ngày kế hoạch làm căn cứ", "day of the plan")
    )
    for other in about.beside.of(d.document_life):
        if (
            act.plan is not None
            and record.issued_number(other) == act.plan
            and record.issued_on(other) == act.plan_issued
        ):
            what = Text("kế hoạch còn hiệu lực", "plan in force")
            yield holds(record.in_force(other, act.on), about=act.plan, what=what)


@book.rule(
    d.plan,
    cites=row("D1", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Tiểu ban được thành lập bằng quyết định", "The subcommittee exists by decision"),
    encodes=("D1",),
)
def document_has_subcommittee(
    case: Case[d.Document], act: d.Plan, about: Context[Readings2020]
) -> Answer:
    """Asked of congress documents: plans and decisions come before the bodies they create.

    A cell has no subcommittees.
    """
    own = profile_of(case.subject, about.readings).administrative
    if own or case.subject.level is Level.CELL:
        return ()
    what = Text("quyết định thành lập tiểu ban", "decision creating the subcommittee")
    return given(act.subcommittee_decision, what=what)


@book.rule(
    d.adopt_outline,
    cites=parameter("document.outline_by_executive; procedures.md D3", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text(
        "Đề cương do ban chấp hành thông qua, có biên bản",
        "The outline is adopted in a recorded meeting",
    ),
    encodes=("D3", "document.outline_by_executive"),
)
def outline_meeting_recorded(case: Case[d.Document], act: d.AdoptOutline) -> Demand:
    """The minutes of the executive committee's conference."""
    return given(act.minutes, what=Text("biên bản hội nghị", "minutes of the meeting"))


Written = d.WriteDraft | d.Revise | d.DraftAtCongress
Sent = d.SendToStanding | d.SendToExecutive

_WRITTEN: tuple[Step[d.Document, Written], ...] = (
    d.write_draft,
    d.revise_after_opinions,
    d.revise_after_return,
    d.draft_at_congress,
)
_SENT: tuple[Step[d.Document, Sent], ...] = (
    d.send_to_standing,
    d.send_to_executive,
    d.pass_to_executive,
)
_VERSIONED: tuple[Step[d.Document, Written | Sent], ...] = (*_WRITTEN, *_SENT)


@book.rule(
    *_VERSIONED,
    cites=HANDBOOK.at("procedures.md 4; documents.md 4.3", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Đánh số lần dự thảo liên tục", "Drafts are counted"),
    encodes=("D4", "D26", "document.max_rounds"),
)
def draft_counted(
    case: Case[d.Document], act: Written | Sent, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Draft n follows draft n - 1, without a cap; the version sent is the present one.

    Each version is told by its digest.
    """
    present = record.draft_number(case)
    number = present + 1 if about.step in _WRITTEN else present
    draft = act.draft or d.Draft()
    yield equals(draft.number, number, what=_DRAFT)
    yield given(draft.sha256, what=Text("mã băm của dự thảo", "digest of the draft"))


@book.rule(
    *_WRITTEN,
    cites=HD36_2018.at("ký hiệu dự thảo (ô 11b)", Confidence.VERIFIED),
    title=Text('Dự thảo ghi "Dự thảo lần n"', 'A draft is marked "Dự thảo lần n"'),
    severity=Severity.WARNS,
    encodes=("D4", "documents.md 2.2 stage 4"),
)
def draft_marked(case: Case[d.Document], act: Written) -> Demand:
    """The mark is an optional part; where drafts are many it keeps them apart."""
    draft = act.draft or d.Draft()
    wanted = f"Dự thảo lần {record.draft_number(case) + 1}"
    return equals(draft.mark, wanted, what=Text("dấu chỉ mức độ dự thảo", "draft mark"))


_BY_SERVICE: Final = (d.Body.SERVICE_SUBCOMMITTEE, d.Body.OFFICE)
_BY_COMMITTEE: Final = (
    d.Body.OFFICE,
    d.Body.EXECUTIVE_COMMITTEE,
    d.Body.STANDING_COMMITTEE,
    d.Body.HELPER_GROUP,
)
_DOCUMENTS: Final = (d.Body.DOCUMENTS_SUBCOMMITTEE, d.Body.EDITORIAL_GROUP)
_DRAFTED_BY: Final[Mapping[d.DocumentKind, tuple[d.Body, ...]]] = {
    d.DocumentKind.CONGRESS_PROGRAMME: _BY_SERVICE,
    d.DocumentKind.CHAIRING_SCRIPT: _BY_SERVICE,
    d.DocumentKind.OPINIONS_SUMMARY: (d.Body.CONGRESS_SECRETARIAT, d.Body.EDITORIAL_GROUP),
    d.DocumentKind.WORKING_RULES: (d.Body.OFFICE,),
    d.DocumentKind.ELECTION_RULES: (d.Body.PERSONNEL_SUBCOMMITTEE,),
    # "Office" for a members' congress; at the congress its secretariat (D26).
    d.DocumentKind.PARTICIPANTS_REPORT: (d.Body.OFFICE, d.Body.CONGRESS_SECRETARIAT),
    d.DocumentKind.CREDENTIALS_REPORT: (d.Body.CREDENTIALS_BOARD,),
    d.DocumentKind.CONGRESS_MINUTES: (d.Body.CONGRESS_SECRETARIAT,),
    d.DocumentKind.ELECTION_MINUTES: (d.Body.COUNTING_BOARD,),
    d.DocumentKind.PROPAGANDA_PLAN: _BY_COMMITTEE,
    d.DocumentKind.PLAN: _BY_COMMITTEE,
    d.DocumentKind.BODY_DECISION: _BY_COMMITTEE,
    d.DocumentKind.NOTICE: _BY_COMMITTEE,
    d.DocumentKind.GUIDANCE: _BY_COMMITTEE,
}


@book.rule(
    *_WRITTEN,
    cites=HANDBOOK.at("documents.md 2.3, cột cơ quan soạn thảo", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Đúng tiểu ban, tổ soạn thảo", "Drafted by the body that drafts this kind"),
    severity=Severity.WARNS,
    encodes=("document.profile", "D2", "D4"),
)
def drafted_by(case: Case[d.Document], act: Written) -> Demand:
    """The column *Drafted by*; reports and resolution: documents subcommittee, editorial group.

    A cell's documents are drafted by its committee or secretary.
    """
    cell = d.CELL_BODIES if case.subject.level is Level.CELL else ()
    bodies = (*_DRAFTED_BY.get(case.subject.kind, _DOCUMENTS), *cell)
    return one_of(act.by, bodies, what=Text("cơ quan soạn thảo", "drafted by"))


_FIRST_SENT: tuple[Step[d.Document, Sent], ...] = (d.send_to_standing, d.send_to_executive)


@book.rule(
    *_FIRST_SENT,
    cites=HANDBOOK.at("documents.md 3; procedures.md D5, D6", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Bảng kiểm nội dung được ghi đủ", "The checklist of the content is filled"),
    encodes=("D5", "D6", "documents.md 3"),
)
def checklist_filled(
    case: Case[d.Document], act: Sent, about: Context[Readings2020]
) -> Iterator[Gap]:
    """Each required check is answered, yes or no."""
    administrative = profile_of(case.subject, about.readings).administrative
    checks = act.checks or {}
    for name in required_checks(case.subject.kind, administrative=administrative):
        if name not in checks:
            says = CHECKS[name]
            yield Gap(
                Text(f"{name} chưa ghi: {says.vi}", f"{name} is not answered: {says.en}"),
                {"check": name},
            )


@book.rule(
    d.send_to_standing,
    cites=row("D5, D6, DEC-P15", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Đơn vị có ban thường vụ", "The unit has a standing committee"),
    encodes=("D5", "DEC-P15"),
)
def way_of_standing(case: Case[d.Document], act: d.SendToStanding) -> Demand:
    """Where there is none the draft goes straight to the executive committee (D6)."""
    return holds(case.subject.standing_committee, what=Text("có ban thường vụ", "it has one"))


@book.rule(
    d.send_to_executive,
    cites=row("D6, DEC-P15", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Đơn vị không có ban thường vụ", "The unit has no standing committee"),
    encodes=("D6", "DEC-P15"),
)
def way_of_executive(case: Case[d.Document], act: d.SendToExecutive) -> Demand:
    """Where there is one the draft goes to it first (D5)."""
    return fails(case.subject.standing_committee, what=Text("có ban thường vụ", "it has one"))


@book.rule(
    d.pass_to_executive,
    cites=row("D8", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Trình ban chấp hành bằng tờ trình", "Submitted with a covering paper"),
    encodes=("D8",),
)
def submission_attached(case: Case[d.Document], act: d.SendToExecutive) -> Answer:
    """Asked above the grassroots."""
    if case.subject.level.rank <= Level.GRASSROOTS.rank:
        return ()
    return given(act.submission, what=Text("tờ trình", "submission"))


def _ids(remarks: tuple[d.Remark, ...] | None) -> tuple[str, ...] | None:
    return None if remarks is None else tuple(remark.id for remark in remarks)


_REMARKS: Final = Text("ý kiến phải nêu", "remarks")
_NOT_EMPTY: tuple[
    Step[d.Document, d.SendBack | d.ReturnForRevision | d.ApproveWithChanges], ...
] = (d.send_back_by_standing, d.return_for_revision, d.approve_with_changes)


@book.rule(
    *_NOT_EMPTY,
    cites=row("D7, D17, D19", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Trả lại, yêu cầu sửa thì phải nêu ý kiến", "Whoever wants changes says which"),
    encodes=("D7", "D17", "D19"),
)
def remarks_not_empty(
    case: Case[d.Document], act: d.SendBack | d.ReturnForRevision | d.ApproveWithChanges
) -> Demand:
    """The remarks, one by one."""
    return given(_ids(act.remarks), what=_REMARKS)


@book.rule(
    d.send_back_by_executive,
    cites=row("D9", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Có kết luận của hội nghị ban chấp hành", "The conclusion is recorded"),
    encodes=("D9",),
)
def conclusion_recorded(case: Case[d.Document], act: d.SendBack) -> Demand:
    """The executive committee's conclusion."""
    return given(act.conclusion, what=Text("kết luận hội nghị", "conclusion"))


_RAISING: tuple[Step[d.Document, d.SendBack | d.ReturnForRevision | d.ApproveWithChanges], ...] = (
    *_NOT_EMPTY,
    d.send_back_by_executive,
)


@book.rule(
    *_RAISING,
    cites=row("4-I4", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Mỗi ý kiến một mã, không ghi đè", "Each remark has its own name"),
    encodes=("4-I4",),
)
def remarks_kept(
    case: Case[d.Document], act: d.SendBack | d.ReturnForRevision | d.ApproveWithChanges
) -> Iterator[Demand]:
    """No remark takes the name of an earlier one, so that none is lost."""
    taken = [remark.id for remark in record.remarks(case)]
    for remark in act.remarks or ():
        yield none_of(remark.id, taken, what=Text("mã đã dùng", "name already used"))
        taken.append(remark.id)


Answering = Sent | d.Revise | d.AdoptForSubmission | d.ConfirmChanges

_ANSWERING: tuple[Step[d.Document, Answering], ...] = (
    *_SENT,
    d.revise_after_opinions,
    d.revise_after_return,
    d.adopt_for_submission,
    d.confirm_changes,
)


@book.rule(
    *_ANSWERING,
    cites=row("4-I4", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Chỉ trả lời ý kiến đang mở, không sửa câu trả lời cũ", "Answers are kept"),
    encodes=("4-I4", "D18"),
)
def answers_to_open_remarks(case: Case[d.Document], act: Answering) -> Iterator[Demand]:
    """An answer is to a remark that is open, and is not blank; a given answer stays."""
    waiting = tuple(remark.id for remark in record.open_remarks(case))
    for name, words in sorted(act.answers.items()):
        yield one_of(name, waiting, what=Text("ý kiến đang chờ trả lời", "open remarks"))
        yield given(words.strip(), about=name, what=_ANSWER)


_SETTLING: tuple[Step[d.Document, d.AdoptForSubmission | d.ConfirmChanges], ...] = (
    d.adopt_for_submission,
    d.confirm_changes,
)


@book.rule(
    *_SETTLING,
    cites=row("D18, D20", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Mọi ý kiến đã được trả lời", "Every remark is answered"),
    encodes=("D18", "D20", "4-I4"),
)
def remarks_answered_in_full(
    case: Case[d.Document], act: d.AdoptForSubmission | d.ConfirmChanges
) -> Iterator[Demand]:
    """Those of the reviewing bodies and of the superior alike: none stays open."""
    for remark in record.open_remarks(case):
        yield given(act.answers.get(remark.id, ""), about=remark.id, what=_ANSWER)
