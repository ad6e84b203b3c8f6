"""The kinds of event in the life of a document (table 4 of the handbook)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from congress_flow._procedure import event
from congress_flow._text import Text
from congress_flow.numbering import Authority, RelationKind
from congress_flow.procedures._acts import Act, Body
from congress_flow.procedures._limits import LocalLimit
from congress_flow.procedures._papers import (
    Amendment,
    Draft,
    Opinion,
    Remark,
    Session,
)
from congress_flow.procedures._statements import Paper


@event(Text("Lên kế hoạch, phân công soạn thảo", "Plan the document"))
class Plan(Act):
    """The document is planned under a plan (its number and day) and given to a subcommittee."""

    plan: str | None = None
    plan_issued: date | None = None
    subcommittee_decision: str | None = None


@event(Text("Dự thảo đề cương", "Draft the outline"))
class DraftOutline(Act):
    """The outline is drafted."""


@event(Text("Thông qua đề cương", "Adopt the outline"))
class AdoptOutline(Act):
    """The executive committee adopts the outline in conference; `minutes` records it."""


@event(Text("Viết dự thảo", "Write the draft"))
class WriteDraft(Act):
    """The first draft is written."""

    draft: Draft | None = None


@event(Text("Trình ban thường vụ", "Send to the standing committee"))
class SendToStanding(Act):
    """A draft goes to the standing committee, with the checklist of its content filled.

    `checks` maps the id of a check (`CD1`, `PR3` …) to yes or no, `notes` to a note; `answers`
    maps the id of a remark to its answer.
    """

    draft: Draft | None = None
    checks: Mapping[str, bool] | None = None
    notes: Mapping[str, str] = attrs.field(factory=dict[str, str])
    answers: Mapping[str, str] = attrs.field(factory=dict[str, str])


@event(Text("Trình ban chấp hành", "Send to the executive committee"))
class SendToExecutive(Act):
    """A draft goes to the executive committee; `submission` is the covering paper (tờ trình)."""

    draft: Draft | None = None
    checks: Mapping[str, bool] | None = None
    notes: Mapping[str, str] = attrs.field(factory=dict[str, str])
    answers: Mapping[str, str] = attrs.field(factory=dict[str, str])
    submission: str | None = None


@event(Text("Trả lại để viết tiếp", "Send back"))
class SendBack(Act):
    """The reviewing body wants another draft: its remarks, its recorded conclusion."""

    remarks: tuple[Remark, ...] | None = None
    conclusion: str | None = None


@event(Text("Mở đợt lấy ý kiến", "Open the consultation"))
class OpenConsultation(Act):
    """Opinions are asked for, from whom and until when. `public`: the draft was published."""

    audiences: tuple[str, ...] | None = None
    until: date | None = None
    public: bool | None = None


@event(Text("Kết thúc đợt lấy ý kiến", "Close the consultation"))
class CloseConsultation(Act):
    """The consultation is closed with all opinions received and what became of each."""

    opinions: tuple[Opinion, ...] | None = None


@event(Text("Tiếp thu, chỉnh sửa dự thảo", "Revise"))
class Revise(Act):
    """The next draft is written, after a consultation or after the superior's return."""

    draft: Draft | None = None
    answers: Mapping[str, str] = attrs.field(factory=dict[str, str])


@event(Text("Ban chấp hành thông qua để trình", "Adopt for submission"))
class AdoptForSubmission(Act):
    """The executive committee adopts a version; `late_opinions` came in after the closing."""

    sha256: str | None = None
    late_opinions: tuple[Opinion, ...] = ()
    answers: Mapping[str, str] = attrs.field(factory=dict[str, str])


@event(Text("Trình cấp trên duyệt", "Submit to the superior"))
class Submit(Act):
    """The adopted version goes to the direct superior with the papers of its dossier."""

    sha256: str | None = None
    papers: tuple[str, ...] | None = None


@event(Text("Hoàn thiện văn kiện trình đại hội", "Finalise"))
class Finalise(Act):
    """The version for the congress is fixed."""

    sha256: str | None = None
    draft_mark: bool | None = None


@event(Text("Bắt đầu thẩm định", "Start the appraisal"))
class StartAppraisal(Act):
    """The superior's advisory bodies begin; `sha256` is the version that they have."""

    sha256: str | None = None


@event(Text("Trả lại để hoàn thiện", "Return for revision"))
class ReturnForRevision(Act):
    """The superior returns the document with remarks."""

    remarks: tuple[Remark, ...] | None = None


@event(Text("Duyệt, yêu cầu chỉnh sửa", "Approve with changes"))
class ApproveWithChanges(Act):
    """The superior approves on condition that its remarks are met.

    `superior` is the id of the organisation whose body approved, as its paper names it.
    """

    superior: str | None = None
    remarks: tuple[Remark, ...] | None = None


@event(Text("Xác nhận đã chỉnh sửa", "Confirm the changes"))
class ConfirmChanges(Act):
    """The committee shows how each remark was met; the version so changed is the approved one."""

    sha256: str | None = None
    answers: Mapping[str, str] = attrs.field(factory=dict[str, str])


@event(Text("Cấp trên duyệt", "Approve"))
class Approve(Act):
    """The superior approves a version; `superior` as for `ApproveWithChanges`."""

    superior: str | None = None
    sha256: str | None = None


@event(Text("Thay đổi sau khi duyệt", "Change after approval"))
class ChangeAfterApproval(Act):
    """What is to be changed, and whether it touches the substance: then the superior again."""

    change: str | None = None
    substantive: bool | None = None


@event(Text("Trình bày trước đại hội", "Present"))
class Present(Act):
    """The presidium presents a version under an item of the programme.

    `in_session` is whether the congress was in session; asked only where its case is not at hand.
    """

    sha256: str | None = None
    programme_item: str | None = None
    in_session: bool | None = None


@event(Text("Đã sử dụng để điều hành", "Mark as used"))
class MarkUsed(Act):
    """An internal paper was used by the presidium."""


@event(Text("Lập tại đại hội", "Draft at the congress"))
class DraftAtCongress(Act):
    """A body of the congress writes the document; `checks` and `notes` as for `SendToStanding`."""

    draft: Draft | None = None
    checks: Mapping[str, bool] | None = None
    notes: Mapping[str, str] = attrs.field(factory=dict[str, str])


@event(Text("Ký biên bản", "Sign the minutes"))
class SignMinutes(Act):
    """Minutes are numbered and signed. `contents` maps a part of the minutes to yes or no."""

    number: str | None = None
    draft_mark: bool | None = None
    signers: tuple[Body, ...] | None = None
    contents: Mapping[str, bool] | None = None
    in_session: bool | None = None


@event(Text("Thảo luận", "Discuss"))
class Discuss(Act):
    """The congress discusses; `speakers` are those who spoke (nobody: an empty list)."""

    speakers: tuple[str, ...] | None = None


@event(Text("Biểu quyết thông qua", "Adopt"))
class Adopt(Act):
    """The congress votes: so many in favour, of so many members of the body."""

    in_favour: int | None = None
    members: int | None = None
    session: Session | None = None


@event(Text("Ghi nhận, đưa kết luận vào nghị quyết", "Note"))
class Note(Act):
    """The congress notes the document; its conclusions go into a resolution (its id)."""

    into_resolution: str | None = None


@event(Text("Giao cấp ủy khóa mới hoàn thiện", "Hand over"))
class HandOver(Act):
    """The discussed document is handed to the new committee. `voted`: was it put to the vote."""

    voted: bool | None = None


@event(Text("Ban hành", "Issue"))
class Issue(Act):
    """The document is numbered, signed and issued.

    `signed` is the line over the signature, `signed_for` the body it names. `closed` is the day on
    which the congress closed (asked only where its case is not at hand), `first_meeting` the day
    on which the new committee's first meeting opened, if that was during the congress.
    `bases` are the papers it rests on and `bases_in_force` whether all of them were in force;
    `deadline` is the last day it sets, `limits` those that superiors set; `amends` what it does to
    older papers.
    """

    number: str | None = None
    signed: Authority | None = None
    signed_for: Body | None = None
    draft_mark: bool | None = None
    in_session: bool | None = None
    closed: date | None = None
    first_meeting: date | None = None
    opinions_absorbed: bool | None = None
    bases: tuple[Paper, ...] | None = None
    bases_in_force: bool | None = None
    deadline: date | None = None
    limits: tuple[LocalLimit, ...] = ()
    amends: tuple[Amendment, ...] = ()


@event(Text("Gửi cấp trên", "Dispatch"))
class Dispatch(Act):
    """The new committee sends it to an organisation (its id). `closed` as for `Issue`."""

    to: str | None = None
    closed: date | None = None


@event(Text("Nộp lưu", "Archive"))
class Archive(Act):
    """The document's file goes to the archive. `closed` as for `Issue`."""

    complete: bool | None = None
    closed: date | None = None


@event(Text("Rút, không làm tiếp", "Withdraw"))
class Withdraw(Act):
    """The committee gives the document up."""

    reason: str | None = None


@event(Text("Bị thay thế, bãi bỏ", "Supersede"))
class Supersede(Act):
    """A new document ends this one: its number, whether it names this one, what it does to it."""

    successor: str | None = None
    names_this: bool | None = None
    relation: RelationKind | None = None
