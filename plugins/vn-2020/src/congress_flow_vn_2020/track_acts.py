"""Five-step procedure: who acts, opening, new issues, the superior's opinion, reopening, end."""

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
    Severity,
    Stage,
    Step,
    Text,
    at_most,
    equals,
    given,
    holds,
    one_of,
)
from congress_flow.procedures import Act
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020._personnel_links import (
    Reopening,
    fell_below,
    reopening,
    run_of,
    scheme,
)
from congress_flow_vn_2020._track_lists import NUMBERS, entering, escalated_from
from congress_flow_vn_2020._track_variants import actors, stand_ins
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK, HD26_2019
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.track_meetings import APPENDIX, VARIANT

ASSUMED: Final = CT35_2019.at("phụ lục 1 (chưa thấy văn bản)", Confidence.ASSUMED)

Return = t.ReturnToStep2 | t.ReturnToStep3 | t.ReturnToStep4 | t.ReturnToStep5
Opinion = Return | t.ConfirmResult
Admission = t.AdmitSuperiorIntroduced | t.ReturnToStep3
_STEPS: tuple[Step[t.Track, Any], ...] = t.personnel_track.steps
_BEGINNINGS: tuple[Step[t.Track, t.OpenTrack | t.ApproveList], ...] = (
    t.open_track,
    t.approve_list,
)
_ISSUES: tuple[Step[t.Track, t.RaiseIssue], ...] = (t.raise_issue_step4, t.raise_issue_step5)
_CONCLUSIONS: tuple[Step[t.Track, t.ConcludeIssue], ...] = (
    t.conclude_issue_step4,
    t.conclude_issue_step5,
)
_RETURNS: tuple[Step[t.Track, Return], ...] = (
    t.return_to_step2,
    t.return_to_step3,
    t.return_to_step4,
    t.return_to_step5,
)
_OPINIONS: tuple[Step[t.Track, Opinion], ...] = (*_RETURNS, t.confirm_result)
_ADMISSIONS: tuple[Step[t.Track, Admission], ...] = (
    t.admit_superior_introduced,
    t.return_to_step3,
)
_ON_LIST: tuple[Step[t.Track, t.ReopenAtStep4 | t.ReopenAtStep5], ...] = (
    t.reopen_at_step4,
    t.reopen_at_step5,
)
_RUN_STAGE: Final = Text("quy trình nhân sự đang ở", "the personnel run stands at")
_REASON: Final = Text("lý do", "reason")
_ACTOR: Final = Text("cơ quan thực hiện", "acting body")


def _run_stage(case: Case[t.Track], about: Context[Readings2020]) -> Stage | None:
    owner = run_of(case, about)
    return None if owner is None else owner.stage


def _instead(case: Case[t.Track], about: Context[Readings2020]) -> bool:
    """Return whether another body acts here in the place of one that the table names."""
    instead = stand_ins(case.subject, about.readings)
    return any(body in instead for body in about.step.actors)


@book.rule(
    *_STEPS,
    cites=APPENDIX,
    title=Text("Đúng cơ quan thực hiện từng bước", "Each act is that of the competent body"),
    encodes=("TR2", "2-I6", *rows(*_STEPS)),
)
def track_actor(case: Case[t.Track], act: Act, about: Context[Readings2020]) -> Answer:
    """The column *Actor* of table 2.2: the key cadres meet at step 2 and at no other."""
    if _instead(case, about):
        return ()
    return one_of(act.by, about.step.actors, what=_ACTOR)


@book.rule(
    *_STEPS,
    cites=VARIANT,
    title=Text(
        "Nơi không có ban thường vụ, chi bộ: cơ quan làm thay theo cách đã chọn",
        "Without a standing committee, and in cells: who acts instead, as the reading says",
    ),
    severity=Severity.WARNS,
    encodes=("five_step.no_standing_committee", "five_step.cell_variant"),
)
def variant_actor(case: Case[t.Track], act: Act, about: Context[Readings2020]) -> Answer:
    """Nobody has read a text on it: another body is remarked on."""
    if not _instead(case, about):
        return ()
    allowed = actors(about.step.actors, case.subject, about.readings)
    return one_of(act.by, allowed, what=_ACTOR)


@book.rule(
    *_BEGINNINGS,
    cites=APPENDIX,
    title=Text(
        "Vòng lần đầu chỉ mở khi vòng tái cử đã xong",
        "Track F opens only after track R is complete",
    ),
    encodes=("five_step.track_order", "2-I2", "TR33", "T1", "T2"),
)
def track_order(
    case: Case[t.Track], act: t.OpenTrack | t.ApproveList, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The run stands where this track runs, and the list it starts from is there.

    Step 1 is looked at as well: a track that was reopened waits for its turn there.
    """
    wanted = {
        t.TrackKind.REELECTION: r.TRACK_R_RUNNING,
        t.TrackKind.FIRST_TIME: r.TRACK_F_RUNNING,
    }[case.subject.kind]
    yield equals(_run_stage(case, about), wanted, what=_RUN_STAGE)
    if isinstance(act, t.OpenTrack):
        yield holds(act.list_present, what=Text("danh sách nguồn", "source list"))


@book.rule(
    t.record_divergence,
    cites=HD26_2019.at("phần III, mục 9"),
    title=Text(
        "Ý kiến khác nhau phải ghi lại và báo cáo cấp trên",
        "A divergence is recorded and put before the superior",
    ),
    encodes=("five_step.divergence_report", "T7"),
)
def divergence_recorded(case: Case[t.Track], act: t.RecordDivergence) -> Demand:
    """The difference between the standing committee's view and the executive vote is written."""
    del case
    return given(act.difference, what=Text("nội dung khác nhau", "the difference"))


@book.rule(
    *_ISSUES,
    cites=APPENDIX,
    title=Text("Vấn đề phát sinh nêu rõ người và nội dung", "A new issue names a person"),
    encodes=("five_step.new_issue", "T8", "T9"),
)
def issue_named(
    case: Case[t.Track], act: t.RaiseIssue, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Whom it concerns and what it is; a letter that raised it was accepted in time."""
    del case
    yield given(act.person, what=Text("người có liên quan", "the person concerned"))
    yield given(act.issue, what=Text("nội dung vấn đề", "the issue"))
    if act.complaint:
        letter = about.beside.get(q.complaint_case, act.complaint)
        yield equals(
            None if letter is None else letter.stage,
            q.IN_PROGRESS,
            about=act.complaint,
            what=Text("đơn đang ở", "the letter stands at"),
        )


@book.rule(
    *_CONCLUSIONS,
    cites=APPENDIX,
    title=Text(
        "Kết luận bằng văn bản; người không đủ tiêu chuẩn đưa ra khỏi danh sách",
        "A written conclusion; an unfit person is removed",
    ),
    encodes=("five_step.new_issue", "T10", "T11"),
)
def issue_concluded(case: Case[t.Track], act: t.ConcludeIssue) -> Iterator[Demand | Gap]:
    """The conclusion is in writing and speaks of the person concerned."""
    raised = case.last(t.RaiseIssue)
    yield given(act.conclusion, what=Text("văn bản kết luận", "written conclusion"))
    yield equals(
        act.person,
        raised.person if raised else None,
        what=Text("người được kết luận", "person concluded upon"),
    )
    if act.fit is None:
        yield Gap(Text("chưa rõ kết luận thế nào", "what was concluded is not known"))
    elif not act.fit:
        yield holds(act.removed, what=Text("đã đưa ra khỏi danh sách", "removed from the list"))


@book.rule(
    *_OPINIONS,
    cites=ASSUMED,
    title=Text("Cấp trên có ý kiến bằng văn bản", "The superior's opinion is in writing"),
    encodes=rows(*_OPINIONS),
)
def opinion_written(case: Case[t.Track], act: Opinion) -> Answer:
    """The reference of the written opinion; at step 3 it may introduce a person instead."""
    del case
    if isinstance(act, t.ReturnToStep3) and act.introduced is not None:
        return ()
    return given(act.opinion, what=Text("văn bản của cấp trên", "the superior's paper"))


@book.rule(
    *_RETURNS,
    cites=HANDBOOK.at("procedures.md 2-I4", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text(
        "Không vượt bước: về bước đã làm, hoặc sang bước ngay sau bước đã bỏ phiếu",
        "No step is skipped: back to a step held, or on to the one after it",
    ),
    encodes=("2-I4", *rows(*_RETURNS)),
)
def returned_in_order(
    case: Case[t.Track], act: Return, about: Context[Readings2020]
) -> Iterator[Demand]:
    """On to the next step only where the superior lets the vote stand, and takes of the tied."""
    held, target = escalated_from(case), about.step.target_from(case.stage)
    last = NUMBERS[held.name] + 1
    yield at_most(NUMBERS[target.name], last, what=Text("bước", "step"))
    asked = case.last(t.ReferToSuperior)
    tied = (asked.tied or ()) if asked else ()
    for person in () if isinstance(act, t.ReturnToStep2) else act.chosen:
        yield one_of(person, tied, what=Text("người được chọn", "person chosen"))


@book.rule(
    t.confirm_result,
    cites=ASSUMED,
    title=Text("Chỉ xác nhận khi bước 5 đã bỏ phiếu", "Confirmed only after the vote of step 5"),
    encodes=("T20",),
)
def confirmed_after_vote(case: Case[t.Track], act: t.ConfirmResult) -> Demand:
    """It was from step 5 that the track went to the superior."""
    del act
    return equals(escalated_from(case), t.STEP5, what=Text("đã xin ý kiến từ", "put upward from"))


@book.rule(
    *_ADMISSIONS,
    cites=ASSUMED,
    title=Text(
        "Người do cấp trên giới thiệu vào từ bước 3 của vòng lần đầu",
        "A person introduced by the superior enters track F at step 3",
    ),
    encodes=("five_step.brought_in_skip", "T17", "T21"),
)
def brought_in(case: Case[t.Track], act: Admission) -> Iterator[Demand]:
    """Track F only; the person and the dossier are there."""
    if isinstance(act, t.ReturnToStep3):
        person = act.introduced
        if person is None:
            return
    else:
        person = act.person
        what = Text("hồ sơ của người được giới thiệu", "the person's dossier")
        yield holds(act.dossier, what=what)
    yield equals(case.subject.kind, t.TrackKind.FIRST_TIME, what=Text("vòng", "track"))
    yield given(person.id if person else None, what=Text("người được giới thiệu", "person"))


@book.rule(
    t.remove_person,
    cites=ASSUMED,
    title=Text("Đưa ra khỏi danh sách phải có lý do", "A person is removed for a recorded reason"),
    encodes=("T22",),
)
def removal_reasoned(
    case: Case[t.Track], act: t.RemovePerson, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The person stands on the list, once there is one, and the reason is recorded."""
    who = Text("người đưa ra", "person removed")
    if case.stage is t.STEP1:
        yield given(act.person, what=who)
    else:
        yield one_of(act.person, entering(case, about.readings), what=who)
    yield given(act.reason, what=_REASON)


@book.rule(
    t.reopen_at_step1,
    cites=ASSUMED,
    title=Text("Mở lại từ bước 1 theo quy trình chung", "Reopened at step 1 with the run"),
    encodes=("T23",),
)
def reopened_at_step1(
    case: Case[t.Track], act: t.ReopenAtStep1, about: Context[Readings2020]
) -> Demand:
    """The run was reopened on structure (R10), or on track F below the minimum (R12).

    It was so since this track was completed: one reopening opens a track once.
    """
    del act
    owner = run_of(case, about)
    again = None if owner is None else _reopening_since(case, owner)
    first_time = case.subject.kind is t.TrackKind.FIRST_TIME
    below = first_time and isinstance(again, r.ReopenTrackF) and _below_minimum(case, about)
    what = Text(
        "quy trình mở lại vì số lượng, cơ cấu hoặc thiếu số dư",
        "the run was reopened on number, structure or for want of a surplus",
    )
    told = None if owner is None else isinstance(again, r.ReopenStructure) or below
    return holds(told, what=what)


def _reopening_since(case: Case[t.Track], owner: Case[r.Run]) -> Reopening | None:
    """Return the reopening of the run that came after this track was completed; None if none."""
    again = reopening(owner)
    completed = max(p.event.on for p in case.passages if p.step.target is t.TRACK_COMPLETED)
    return again if again is not None and completed <= again.on else None


def _below_minimum(case: Case[t.Track], about: Context[Readings2020]) -> bool:
    owner = run_of(case, about)
    of_run = None if owner is None else scheme(owner, about)
    return of_run is not None and fell_below(of_run)


@book.rule(
    *_ON_LIST,
    cites=ASSUMED,
    title=Text("Mở lại danh sách theo quy trình chung", "Reopened on the list with the run"),
    encodes=("T24", "T25"),
)
def reopened_on_list(
    case: Case[t.Track],
    act: t.ReopenAtStep4 | t.ReopenAtStep5,
    about: Context[Readings2020],
) -> Iterator[Demand]:
    """The run was reopened on the list (R11, R12), not for want of a surplus; this track runs.

    It was so since this track was completed: the same list is not voted on until it suits.
    """
    del act
    owner = run_of(case, about)
    again = None if owner is None else _reopening_since(case, owner)
    on_list = isinstance(again, r.ReopenTrackR | r.ReopenTrackF)
    what = Text("quy trình mở lại vì danh sách", "the run was reopened on the list")
    yield holds(None if owner is None else on_list and not _below_minimum(case, about), what=what)
    first_time = case.subject.kind is t.TrackKind.FIRST_TIME
    wanted = r.TRACK_F_RUNNING if first_time else r.TRACK_R_RUNNING
    yield equals(_run_stage(case, about), wanted, what=_RUN_STAGE)


@book.rule(
    t.close_track,
    cites=HANDBOOK.at("procedures.md T26", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Đóng cùng quy trình chung", "Closed with the run"),
    encodes=("T26",),
)
def closed_with_run(case: Case[t.Track], act: t.CloseTrack, about: Context[Readings2020]) -> Demand:
    """The run is closed."""
    del act
    return equals(_run_stage(case, about), r.CLOSED, what=_RUN_STAGE)


@book.rule(
    t.abort_track,
    cites=APPENDIX,
    title=Text("Dừng cùng quy trình chung", "Aborted with the run"),
    encodes=("T27",),
)
def aborted_with_run(
    case: Case[t.Track], act: t.AbortTrack, about: Context[Readings2020]
) -> Demand:
    """The run is aborted."""
    del act
    return equals(_run_stage(case, about), r.ABORTED, what=_RUN_STAGE)
