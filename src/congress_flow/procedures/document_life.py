"""`document_life`: the life of one document, from its plan to the archive.

Drawn from table 4 of the handbook; the ids of the steps are its rows. Which way a document takes
depends on its kind: the drawing shows all ways, the rules compare each step with the kind's
profile. The counter of drafts is worked out from the past (`draft_number`).

For a cell's document the direct superior is the grassroots committee: the remarks that it gives
are its appraisal (D19, or D21 where it has none), and absorbing them is D20.
"""

from __future__ import annotations

from congress_flow._procedure import Drawing
from congress_flow._text import Text
from congress_flow.numbering import Authority as Authority
from congress_flow.numbering import RelationKind as RelationKind
from congress_flow.procedures._acts import Act as Act
from congress_flow.procedures._acts import Body as Body
from congress_flow.procedures._document_acts import Adopt as Adopt
from congress_flow.procedures._document_acts import AdoptForSubmission as AdoptForSubmission
from congress_flow.procedures._document_acts import AdoptOutline as AdoptOutline
from congress_flow.procedures._document_acts import Approve as Approve
from congress_flow.procedures._document_acts import ApproveWithChanges as ApproveWithChanges
from congress_flow.procedures._document_acts import Archive as Archive
from congress_flow.procedures._document_acts import ChangeAfterApproval as ChangeAfterApproval
from congress_flow.procedures._document_acts import CloseConsultation as CloseConsultation
from congress_flow.procedures._document_acts import ConfirmChanges as ConfirmChanges
from congress_flow.procedures._document_acts import Discuss as Discuss
from congress_flow.procedures._document_acts import Dispatch as Dispatch
from congress_flow.procedures._document_acts import DraftAtCongress as DraftAtCongress
from congress_flow.procedures._document_acts import DraftOutline as DraftOutline
from congress_flow.procedures._document_acts import Finalise as Finalise
from congress_flow.procedures._document_acts import HandOver as HandOver
from congress_flow.procedures._document_acts import Issue as Issue
from congress_flow.procedures._document_acts import MarkUsed as MarkUsed
from congress_flow.procedures._document_acts import Note as Note
from congress_flow.procedures._document_acts import OpenConsultation as OpenConsultation
from congress_flow.procedures._document_acts import Plan as Plan
from congress_flow.procedures._document_acts import Present as Present
from congress_flow.procedures._document_acts import ReturnForRevision as ReturnForRevision
from congress_flow.procedures._document_acts import Revise as Revise
from congress_flow.procedures._document_acts import SendBack as SendBack
from congress_flow.procedures._document_acts import SendToExecutive as SendToExecutive
from congress_flow.procedures._document_acts import SendToStanding as SendToStanding
from congress_flow.procedures._document_acts import SignMinutes as SignMinutes
from congress_flow.procedures._document_acts import StartAppraisal as StartAppraisal
from congress_flow.procedures._document_acts import Submit as Submit
from congress_flow.procedures._document_acts import Supersede as Supersede
from congress_flow.procedures._document_acts import Withdraw as Withdraw
from congress_flow.procedures._document_acts import WriteDraft as WriteDraft
from congress_flow.procedures._limits import LocalLimit as LocalLimit
from congress_flow.procedures._papers import Amendment as Amendment
from congress_flow.procedures._papers import Document as Document
from congress_flow.procedures._papers import DocumentKind as DocumentKind
from congress_flow.procedures._papers import Draft as Draft
from congress_flow.procedures._papers import FinalState as FinalState
from congress_flow.procedures._papers import Opinion as Opinion
from congress_flow.procedures._papers import OpinionOutcome as OpinionOutcome
from congress_flow.procedures._papers import Profile as Profile
from congress_flow.procedures._papers import Remark as Remark
from congress_flow.procedures._papers import Session as Session
from congress_flow.procedures._statements import Paper as Paper

_d = Drawing("document_life", Document, Text("Văn kiện, văn bản của đại hội", "Document"))

NOT_STARTED = _d.stage("NOT_STARTED", Text("chưa bắt đầu", "not started"), initial=True)
PLANNED = _d.stage("PLANNED", Text("đã phân công soạn thảo", "planned"))
OUTLINE_DRAFTED = _d.stage("OUTLINE_DRAFTED", Text("đã có đề cương", "outline drafted"))
OUTLINE_ADOPTED = _d.stage("OUTLINE_ADOPTED", Text("đã thông qua đề cương", "outline adopted"))
DRAFTED = _d.stage("DRAFTED", Text("đã có dự thảo", "drafted"))
STANDING_REVIEW = _d.stage(
    "STANDING_REVIEW", Text("ban thường vụ đang xem xét", "before the standing committee")
)
EXECUTIVE_REVIEW = _d.stage(
    "EXECUTIVE_REVIEW", Text("ban chấp hành đang xem xét", "before the executive committee")
)
IN_CONSULTATION = _d.stage("IN_CONSULTATION", Text("đang lấy ý kiến", "in consultation"))
OPINIONS_ACCOUNTED = _d.stage(
    "OPINIONS_ACCOUNTED", Text("đã tổng hợp, tiếp thu, giải trình ý kiến", "opinions accounted")
)
READY_TO_SUBMIT = _d.stage("READY_TO_SUBMIT", Text("ban chấp hành đã thông qua", "ready to submit"))
SUBMITTED = _d.stage("SUBMITTED", Text("đã trình cấp trên", "submitted"))
APPRAISING = _d.stage("APPRAISING", Text("cấp trên đang thẩm định", "being appraised"))
RETURNED = _d.stage("RETURNED", Text("phải hoàn thiện lại", "returned"))
APPROVED_WITH_CHANGES = _d.stage(
    "APPROVED_WITH_CHANGES", Text("được duyệt, còn phải chỉnh sửa", "approved with changes")
)
APPROVED = _d.stage("APPROVED", Text("đã được duyệt", "approved"))
FINAL_FOR_CONGRESS = _d.stage(
    "FINAL_FOR_CONGRESS", Text("bản trình đại hội", "final for the congress")
)
PRESENTED = _d.stage("PRESENTED", Text("đã trình bày trước đại hội", "presented"))
DISCUSSED = _d.stage("DISCUSSED", Text("đã thảo luận", "discussed"))
ADOPTED = _d.stage("ADOPTED", Text("đại hội đã thông qua", "adopted"))
NOTED = _d.stage("NOTED", Text("kết luận đã đưa vào nghị quyết", "noted"))
HANDED_OVER = _d.stage("HANDED_OVER", Text("đã giao cấp ủy khóa mới", "handed over"))
USED = _d.stage("USED", Text("đã sử dụng", "used"))
ISSUED = _d.stage("ISSUED", Text("đã ban hành", "issued"))
DISPATCHED = _d.stage("DISPATCHED", Text("đã gửi cấp trên", "dispatched"))
ARCHIVED = _d.stage("ARCHIVED", Text("đã nộp lưu", "archived"), final=True)
WITHDRAWN = _d.stage("WITHDRAWN", Text("đã rút", "withdrawn"), final=True)
SUPERSEDED = _d.stage("SUPERSEDED", Text("đã bị thay thế", "superseded"), final=True)

# A cell has no standing committee, subcommittee or group: its committee, or its secretary where
# it has none, does what they do. Rules keep these bodies out of other levels' acts.
CELL_BODIES = (Body.CELL_COMMITTEE, Body.HEAD)
SUBCOMMITTEES = (
    Body.DOCUMENTS_SUBCOMMITTEE,
    Body.PERSONNEL_SUBCOMMITTEE,
    Body.SERVICE_SUBCOMMITTEE,
)

_COMMITTEE = (Body.EXECUTIVE_COMMITTEE, *CELL_BODIES)
# Where there is no standing committee, the executive committee acts for it.
_STANDING = (Body.STANDING_COMMITTEE, *_COMMITTEE)
# Documents.md 2.3, "Drafted by": besides the editorial group also these.
_DRAFTERS = (
    Body.EDITORIAL_GROUP,
    Body.HELPER_GROUP,
    *SUBCOMMITTEES,
    Body.OFFICE,
    *_STANDING,
)
_SENDERS = (*SUBCOMMITTEES, Body.OFFICE, *CELL_BODIES)
# The standing committee approves; for a cell the grassroots committee itself.
_APPROVING = (Body.SUPERIOR_STANDING_COMMITTEE, Body.SUPERIOR_COMMITTEE)
# A cell congress has a presidium or one chair.
_PRESIDIUM = (Body.PRESIDIUM, Body.CHAIR)
_CONGRESS = (Body.CONGRESS, Body.CELL_CONGRESS)
_MAKERS = (Body.CONGRESS_SECRETARIAT, Body.CREDENTIALS_BOARD, Body.COUNTING_BOARD)
_ABOVE = (Body.SUPERIOR_COMMITTEE, Body.SUPERIOR_STANDING_COMMITTEE)

plan = _d.step("D1", NOT_STARTED, Plan, PLANNED, actors=_STANDING)
draft_outline = _d.step("D2", PLANNED, DraftOutline, OUTLINE_DRAFTED, actors=_DRAFTERS)
adopt_outline = _d.step("D3", OUTLINE_DRAFTED, AdoptOutline, OUTLINE_ADOPTED, actors=_COMMITTEE)
write_draft = _d.step("D4", (PLANNED, OUTLINE_ADOPTED), WriteDraft, DRAFTED, actors=_DRAFTERS)
send_to_standing = _d.step("D5", DRAFTED, SendToStanding, STANDING_REVIEW, actors=_SENDERS)
send_to_executive = _d.step("D6", DRAFTED, SendToExecutive, EXECUTIVE_REVIEW, actors=_SENDERS)
send_back_by_standing = _d.step(
    "D7", STANDING_REVIEW, SendBack, DRAFTED, actors=(Body.STANDING_COMMITTEE,)
)
pass_to_executive = _d.step(
    "D8", STANDING_REVIEW, SendToExecutive, EXECUTIVE_REVIEW, actors=(Body.STANDING_COMMITTEE,)
)
send_back_by_executive = _d.step("D9", EXECUTIVE_REVIEW, SendBack, DRAFTED, actors=_COMMITTEE)
open_consultation = _d.step(
    "D10", EXECUTIVE_REVIEW, OpenConsultation, IN_CONSULTATION, actors=_STANDING
)
adopt_for_submission = _d.step(
    "D11", EXECUTIVE_REVIEW, AdoptForSubmission, READY_TO_SUBMIT, actors=_COMMITTEE
)
close_consultation = _d.step(
    "D12", IN_CONSULTATION, CloseConsultation, OPINIONS_ACCOUNTED, actors=_STANDING
)
revise_after_opinions = _d.step("D13", OPINIONS_ACCOUNTED, Revise, DRAFTED, actors=_DRAFTERS)
submit = _d.step("D14", READY_TO_SUBMIT, Submit, SUBMITTED, actors=_COMMITTEE)
finalise_unapproved = _d.step(
    "D15", READY_TO_SUBMIT, Finalise, FINAL_FOR_CONGRESS, actors=_COMMITTEE
)
start_appraisal = _d.step(
    "D16",
    SUBMITTED,
    StartAppraisal,
    APPRAISING,
    actors=(Body.SUPERIOR_ADVISORY_BODIES, *_APPROVING),
)
return_for_revision = _d.step("D17", APPRAISING, ReturnForRevision, RETURNED, actors=_APPROVING)
revise_after_return = _d.step("D18", RETURNED, Revise, DRAFTED, actors=_DRAFTERS)
approve_with_changes = _d.step(
    "D19", APPRAISING, ApproveWithChanges, APPROVED_WITH_CHANGES, actors=_APPROVING
)
confirm_changes = _d.step("D20", APPROVED_WITH_CHANGES, ConfirmChanges, APPROVED, actors=_COMMITTEE)
approve = _d.step("D21", APPRAISING, Approve, APPROVED, actors=_APPROVING)
finalise = _d.step("D22", APPROVED, Finalise, FINAL_FOR_CONGRESS, actors=_COMMITTEE)
change_after_approval = _d.step(
    "D23", FINAL_FOR_CONGRESS, ChangeAfterApproval, RETURNED, actors=_COMMITTEE
)
present = _d.step("D24", FINAL_FOR_CONGRESS, Present, PRESENTED, actors=_PRESIDIUM)
mark_used = _d.step("D25", FINAL_FOR_CONGRESS, MarkUsed, USED, actors=_PRESIDIUM)
draft_at_congress = _d.step("D26", NOT_STARTED, DraftAtCongress, DRAFTED, actors=_MAKERS)
present_made = _d.step("D27", DRAFTED, Present, PRESENTED, actors=_PRESIDIUM)
sign_minutes = _d.step(
    "D27a",
    DRAFTED,
    SignMinutes,
    ISSUED,
    actors=(*_PRESIDIUM, Body.CONGRESS_SECRETARIAT, Body.COUNTING_BOARD),
)
discuss = _d.step("D28", PRESENTED, Discuss, DISCUSSED, actors=_CONGRESS)
adopt = _d.step("D29", DISCUSSED, Adopt, ADOPTED, actors=_CONGRESS)
note = _d.step("D30", DISCUSSED, Note, NOTED, actors=_CONGRESS)
hand_over = _d.step("D31", DISCUSSED, HandOver, HANDED_OVER, actors=_CONGRESS)
issue_by_presidium = _d.step("D32", ADOPTED, Issue, ISSUED, actors=_PRESIDIUM)
issue_by_new_committee = _d.step("D33", HANDED_OVER, Issue, ISSUED, actors=(Body.NEW_COMMITTEE,))
issue_administrative = _d.step("D34", READY_TO_SUBMIT, Issue, ISSUED, actors=_STANDING)
dispatch = _d.step("D35", (ADOPTED, ISSUED), Dispatch, DISPATCHED, actors=(Body.NEW_COMMITTEE,))
archive = _d.step(
    "D36",
    (ADOPTED, NOTED, USED, ISSUED, DISPATCHED),
    Archive,
    ARCHIVED,
    actors=(Body.OFFICE, *SUBCOMMITTEES, *CELL_BODIES),
)
withdraw = _d.step(
    "D37",
    (
        PLANNED,
        OUTLINE_DRAFTED,
        OUTLINE_ADOPTED,
        DRAFTED,
        STANDING_REVIEW,
        EXECUTIVE_REVIEW,
        IN_CONSULTATION,
        OPINIONS_ACCOUNTED,
        READY_TO_SUBMIT,
        SUBMITTED,
        APPRAISING,
        RETURNED,
        APPROVED_WITH_CHANGES,
        APPROVED,
        FINAL_FOR_CONGRESS,
    ),
    Withdraw,
    WITHDRAWN,
    actors=_STANDING,
)
supersede = _d.step(
    "D38",
    ISSUED,
    Supersede,
    SUPERSEDED,
    actors=(*_STANDING, Body.NEW_COMMITTEE, *_CONGRESS, *_PRESIDIUM, *_ABOVE),
)

document_life = _d.close()
