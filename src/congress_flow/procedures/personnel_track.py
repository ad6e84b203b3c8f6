"""`personnel_track`: one track of the five-step personnel procedure (Procedure A).

Track R (re-election) and track F (first time) run through the same five steps. Drawn from table
2.2 of the handbook; the ids of the steps are its rows.
"""

from __future__ import annotations

import attrs

from congress_flow._procedure import Drawing, event
from congress_flow._sources import Level
from congress_flow._text import Text, Worded
from congress_flow.procedures._acts import COMMITTEE, STANDING, SUPERIOR, Act, Body, facts
from congress_flow.procedures._people import Meeting as Meeting
from congress_flow.procedures._people import Nominee as Nominee
from congress_flow.procedures._people import Sex as Sex
from congress_flow.procedures._people import TrackKind as TrackKind


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Track:
    """What a track is about.

    `run` is the id of its personnel run; `seats` the number to be elected, `wanted` the length of
    the final list (seats and surplus) that the personnel direction set; `places` how many persons
    this track may bring (None: not limited beforehand).
    """

    run: str
    kind: TrackKind
    level: Level
    seats: int | None = None
    wanted: int | None = None
    places: int | None = None
    standing_committee: bool = True


class Reason(Worded):
    """Why a result cannot be accepted as it is."""

    SHORTAGE = "shortage", Text("thiếu người đạt", "shortage")
    TIE = "tie", Text("bằng phiếu ở vị trí cuối", "tie at the last place")


class Settler(Worded):
    """Who settles a tie at the cut."""

    HEAD = "head", Text("người đứng đầu cấp ủy chọn", "the head of the committee chooses")
    STANDING_COMMITTEE = (
        "standing_committee",
        Text("ban thường vụ quyết định", "the standing committee decides"),
    )
    ALL_WITHIN_CAP = (
        "all_within_cap",
        Text("lấy tất cả trong giới hạn số dư", "all are admitted within the cap"),
    )


@event(Text("Mở vòng giới thiệu nhân sự", "Open the track"))
class OpenTrack(Act):
    """The track is opened on the list of incumbents (R) or the planning list (F)."""

    list_present: bool | None = None


@event(Text("Ban thường vụ thông qua danh sách đủ điều kiện", "Approve the list of step 1"))
class ApproveList(Act):
    """Step 1: the standing committee reviews each case and approves the qualified list."""

    meeting: Meeting | None = None
    persons: tuple[Nominee, ...] | None = None


@event(Text("Công nhận kết quả bỏ phiếu của bước", "Accept the result of the step"))
class AcceptResult(Act):
    """Steps 2, 3 and 5: `passed` goes on, `added` are the names that the meeting itself added.

    At step 5 also what the text demands before the vote.
    """

    meeting: Meeting | None = None
    passed: tuple[str, ...] | None = None
    added: tuple[Nominee, ...] = ()
    ballots_analysed: bool | None = None
    issues_concluded: bool | None = None
    views_agree: bool | None = None


@event(Text("Ban thường vụ biểu quyết danh sách", "Adopt the list of step 4"))
class AdoptList(Act):
    """Step 4: the standing committee reconciles steps 2 and 3 and votes the list."""

    meeting: Meeting | None = None
    passed: tuple[str, ...] | None = None


@event(Text("Ghi nhận ý kiến khác nhau", "Record the divergence"))
class RecordDivergence(Act):
    """The standing committee's view differs from the executive committee's vote."""

    difference: str | None = None


@event(Text("Phát sinh vấn đề cần xác minh", "Raise an issue"))
class RaiseIssue(Act):
    """A new issue about a person; `complaint` is the id of its case, where a letter raised it."""

    person: str | None = None
    issue: str | None = None
    complaint: str = ""


@event(Text("Kết luận vấn đề phát sinh", "Conclude the issue"))
class ConcludeIssue(Act):
    """The competent body's written conclusion; an unfit person is removed."""

    person: str | None = None
    conclusion: str | None = None
    fit: bool | None = None
    removed: bool | None = None


@facts
class Stalled(Act):
    """A vote of the step was held, and its result cannot be accepted as it is.

    `meeting` holds its figures; `passed` are those who are in for certain, with a tie those above
    it.
    """

    meeting: Meeting | None = None
    passed: tuple[str, ...] | None = None


@event(Text("Làm lại bước", "Repeat the step"))
class RepeatStep(Stalled):
    """The step is held again; the old records stay.

    After a shortage with the list `supplemented`, after a tie `between` those who have equal
    votes: then `passed` are in already.
    """

    reason: Reason | None = None
    supplemented: tuple[Nominee, ...] | None = None
    between: tuple[str, ...] | None = None


@event(Text("Chấp nhận khuyết", "Accept vacancies"))
class AcceptVacancies(Stalled):
    """Fewer are elected; the vacancies are recorded."""

    vacancies: int | None = None


@event(Text("Xử lý bằng phiếu ở vị trí cuối", "Settle the tie"))
class SettleTie(Stalled):
    """Equal votes at the last place are settled."""

    tied: tuple[str, ...] | None = None
    chosen: tuple[str, ...] | None = None
    settler: Settler | None = None


@event(Text("Xin ý kiến cấp trên", "Refer to the superior"))
class ReferToSuperior(Stalled):
    """A shortage or tie is put before the superior."""

    reason: Reason | None = None
    tied: tuple[str, ...] | None = None
    asked: str | None = None


@event(Text("Cấp trên yêu cầu làm lại từ bước 2", "Return to step 2"))
class ReturnToStep2(Act):
    """The superior's written opinion sends the track back to step 2."""

    opinion: str | None = None


@event(Text("Cấp trên yêu cầu làm lại từ bước 3", "Return to step 3"))
class ReturnToStep3(Act):
    """The same to step 3; the superior may introduce a person.

    Where it lets a vote of step 2 stand, `chosen` are those of equal votes whom it takes.
    """

    opinion: str | None = None
    introduced: Nominee | None = None
    chosen: tuple[str, ...] = ()


@event(Text("Cấp trên yêu cầu làm lại từ bước 4", "Return to step 4"))
class ReturnToStep4(Act):
    """The same to step 4, or on to it: `chosen` as for step 3."""

    opinion: str | None = None
    chosen: tuple[str, ...] = ()


@event(Text("Cấp trên yêu cầu làm lại từ bước 5", "Return to step 5"))
class ReturnToStep5(Act):
    """The same to step 5, or on to it: `chosen` as for step 3."""

    opinion: str | None = None
    chosen: tuple[str, ...] = ()


@event(Text("Cấp trên đồng ý kết quả", "Confirm the result"))
class ConfirmResult(Act):
    """The superior confirms the vote of step 5 that was put before it: `passed` is list L5."""

    opinion: str | None = None
    meeting: Meeting | None = None
    passed: tuple[str, ...] | None = None


@event(Text("Đưa vào người do cấp trên giới thiệu", "Admit a person introduced by the superior"))
class AdmitSuperiorIntroduced(Act):
    """A person introduced by the superior enters track F at step 3."""

    person: Nominee | None = None
    dossier: bool | None = None


@event(Text("Đưa ra khỏi danh sách", "Remove a person"))
class RemovePerson(Act):
    """A person withdraws or is no longer eligible."""

    person: str | None = None
    reason: str | None = None


@event(Text("Mở lại từ bước 1", "Reopen at step 1"))
class ReopenAtStep1(Act):
    """The run was reopened on number or structure, or below the minimum."""


@event(Text("Mở lại từ bước 4", "Reopen at step 4"))
class ReopenAtStep4(Act):
    """The run was reopened on the list."""


@event(Text("Mở lại từ bước 5", "Reopen at step 5"))
class ReopenAtStep5(Act):
    """The run was reopened on the list."""


@event(Text("Đóng vòng giới thiệu", "Close the track"))
class CloseTrack(Act):
    """The run is closed."""


@event(Text("Dừng vòng giới thiệu", "Abort the track"))
class AbortTrack(Act):
    """The run is aborted."""


_d = Drawing("personnel_track", Track, Text("Vòng giới thiệu nhân sự 5 bước", "Personnel track"))

NOT_STARTED = _d.stage("NOT_STARTED", Text("chưa bắt đầu", "not started"), initial=True)
STEP1 = _d.stage(
    "STEP1_STANDING_REVIEW",
    Text("bước 1: ban thường vụ lần 1", "step 1: standing committee, first meeting"),
)
STEP2 = _d.stage(
    "STEP2_KEY_CADRE_BALLOT",
    Text("bước 2: hội nghị cán bộ chủ chốt", "step 2: key-cadre conference"),
)
STEP3 = _d.stage(
    "STEP3_EXECUTIVE_BALLOT",
    Text("bước 3: ban chấp hành lần 1", "step 3: executive committee, first meeting"),
)
STEP4 = _d.stage(
    "STEP4_STANDING_RECONCILIATION",
    Text("bước 4: ban thường vụ lần 2", "step 4: standing committee, second meeting"),
)
STEP4_ISSUE = _d.stage(
    "STEP4_ISSUE_CHECK",
    Text("bước 4: xác minh vấn đề phát sinh", "step 4: checking a new issue"),
)
STEP5 = _d.stage(
    "STEP5_EXECUTIVE_BALLOT",
    Text("bước 5: ban chấp hành lần 2", "step 5: executive committee, second meeting"),
)
STEP5_ISSUE = _d.stage(
    "STEP5_ISSUE_CHECK",
    Text("bước 5: xác minh vấn đề phát sinh", "step 5: checking a new issue"),
)
ESCALATED = _d.stage("ESCALATED", Text("chờ ý kiến cấp trên", "awaiting the superior's opinion"))
TRACK_COMPLETED = _d.stage("TRACK_COMPLETED", Text("đã hoàn thành 5 bước", "track completed"))
CLOSED = _d.stage("CLOSED", Text("đã đóng", "closed"), final=True)
ABORTED = _d.stage("ABORTED", Text("đã dừng", "aborted"), final=True)

_BALLOTED = (STEP2, STEP3, STEP4, STEP5)

open_track = _d.step("T1", NOT_STARTED, OpenTrack, STEP1, actors=STANDING)
approve_list = _d.step("T2", STEP1, ApproveList, STEP2, actors=STANDING)
accept_step2 = _d.step("T3", STEP2, AcceptResult, STEP3, actors=(Body.KEY_CADRE_CONFERENCE,))
accept_step3 = _d.step("T4", STEP3, AcceptResult, STEP4, actors=COMMITTEE)
adopt_step4 = _d.step("T5", STEP4, AdoptList, STEP5, actors=STANDING)
accept_step5 = _d.step("T6", STEP5, AcceptResult, TRACK_COMPLETED, actors=COMMITTEE)
record_divergence = _d.step("T7", STEP5, RecordDivergence, ESCALATED, actors=STANDING)
raise_issue_step4 = _d.step("T8", STEP4, RaiseIssue, STEP4_ISSUE, actors=(Body.COMPETENT_BODY,))
raise_issue_step5 = _d.step("T9", STEP5, RaiseIssue, STEP5_ISSUE, actors=(Body.COMPETENT_BODY,))
conclude_issue_step4 = _d.step(
    "T10", STEP4_ISSUE, ConcludeIssue, STEP4, actors=(Body.COMPETENT_BODY,)
)
conclude_issue_step5 = _d.step(
    "T11", STEP5_ISSUE, ConcludeIssue, STEP5, actors=(Body.COMPETENT_BODY,)
)
repeat_step = _d.step("T12", _BALLOTED, RepeatStep, None, actors=STANDING)
accept_vacancies = _d.step("T13", _BALLOTED, AcceptVacancies, None, actors=STANDING)
settle_tie = _d.step("T14", _BALLOTED, SettleTie, None, actors=(Body.HEAD, *STANDING))
refer_to_superior = _d.step("T15", _BALLOTED, ReferToSuperior, ESCALATED, actors=STANDING)
return_to_step2 = _d.step("T16", ESCALATED, ReturnToStep2, STEP2, actors=SUPERIOR)
return_to_step3 = _d.step("T17", ESCALATED, ReturnToStep3, STEP3, actors=SUPERIOR)
return_to_step4 = _d.step("T18", ESCALATED, ReturnToStep4, STEP4, actors=SUPERIOR)
return_to_step5 = _d.step("T19", ESCALATED, ReturnToStep5, STEP5, actors=SUPERIOR)
confirm_result = _d.step("T20", ESCALATED, ConfirmResult, TRACK_COMPLETED, actors=SUPERIOR)
admit_superior_introduced = _d.step("T21", STEP3, AdmitSuperiorIntroduced, None, actors=SUPERIOR)
remove_person = _d.step(
    "T22",
    (STEP1, *_BALLOTED, TRACK_COMPLETED),
    RemovePerson,
    None,
    actors=STANDING,
)
reopen_at_step1 = _d.step("T23", TRACK_COMPLETED, ReopenAtStep1, STEP1, actors=STANDING)
reopen_at_step4 = _d.step("T24", TRACK_COMPLETED, ReopenAtStep4, STEP4, actors=STANDING)
reopen_at_step5 = _d.step("T25", TRACK_COMPLETED, ReopenAtStep5, STEP5, actors=STANDING)
close_track = _d.step("T26", TRACK_COMPLETED, CloseTrack, CLOSED, actors=(Body.AUTO,))
abort_track = _d.step(
    "T27",
    (STEP1, STEP2, STEP3, STEP4, STEP4_ISSUE, STEP5, STEP5_ISSUE, ESCALATED, TRACK_COMPLETED),
    AbortTrack,
    ABORTED,
    actors=(Body.AUTO,),
)

personnel_track = _d.close()
