"""Five-step procedure: opening, persons, side ways, the superior's opinion, reopening, closing."""

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
    Severity,
    Stage,
    Step,
    Text,
    equals,
    given,
    holds,
    more_than,
    one_of,
)
from congress_flow.procedures import Act
from congress_flow.procedures import personnel_run as run
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020._track_lists import carried_elsewhere, entering
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK, HD26_2019
from congress_flow_vn_2020.readings import Readings2020, ShortagePolicy, TiePolicy
from congress_flow_vn_2020.track_meetings import APPENDIX, NOT_SEEN

ASSUMED: Final = CT35_2019.at("phụ lục 1 (chưa thấy văn bản)", Confidence.ASSUMED)
_STEPS: tuple[Step[t.Track, Any], ...] = t.personnel_track.steps
_ISSUES: tuple[Step[t.Track, t.RaiseIssue], ...] = (t.raise_issue_step4, t.raise_issue_step5)
_CONCLUSIONS: tuple[Step[t.Track, t.ConcludeIssue], ...] = (
    t.conclude_issue_step4,
    t.conclude_issue_step5,
)
Opinion = t.ReturnToStep2 | t.ReturnToStep3 | t.ReturnToStep4 | t.ReturnToStep5 | t.ConfirmResult
_OPINIONS: tuple[Step[t.Track, Opinion], ...] = (
    t.return_to_step2,
    t.return_to_step3,
    t.return_to_step4,
    t.return_to_step5,
    t.confirm_result,
)
_RUN_STAGE: Final = Text("quy trình nhân sự đang ở", "the personnel run stands at")
_REASON: Final = Text("lý do", "reason")


def run_stage(case: Case[t.Track], about: Context[Readings2020]) -> Stage | None:
    """Return the stage of the track's run, or None where the run is not beside."""
    owner = about.beside.get(run.personnel_run, case.subject.run)
    return None if owner is None else owner.stage


@book.rule(
    *_STEPS,
    cites=APPENDIX,
    title=Text("Đúng cơ quan thực hiện từng bước", "Each act is that of the competent body"),
    encodes=rows(*_STEPS),
)
def track_actor(case: Case[t.Track], act: Act, about: Context[Readings2020]) -> Demand:
    """The column *Actor* of table 2.2."""
    del case
    return one_of(act.by, about.step.actors, what=Text("cơ quan thực hiện", "acting body"))


@book.rule(
    t.open_track,
    cites=APPENDIX,
    title=Text(
        "Vòng lần đầu chỉ mở khi vòng tái cử đã xong",
        "Track F opens only after track R is complete",
    ),
    encodes=("five_step.track_order", "2-I2", "T1"),
)
def track_order(
    case: Case[t.Track], act: t.OpenTrack, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The run stands where it lets this track open, and the list it starts from is there."""
    wanted = {
        t.TrackKind.REELECTION: run.TRACK_R_RUNNING,
        t.TrackKind.FIRST_TIME: run.TRACK_F_RUNNING,
    }[case.subject.kind]
    yield equals(run_stage(case, about), wanted, what=_RUN_STAGE)
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
def issue_named(case: Case[t.Track], act: t.RaiseIssue) -> Iterator[Demand]:
    """Whom it concerns and what it is."""
    del case
    yield given(act.person, what=Text("người có liên quan", "the person concerned"))
    yield given(act.issue, what=Text("nội dung vấn đề", "the issue"))


@book.rule(
    *_CONCLUSIONS,
    cites=APPENDIX,
    title=Text(
        "Kết luận bằng văn bản; người không đủ tiêu chuẩn đưa ra khỏi danh sách",
        "A written conclusion; an unfit person is removed",
    ),
    encodes=("five_step.new_issue", "T10", "T11"),
)
def issue_concluded(case: Case[t.Track], act: t.ConcludeIssue) -> Iterator[Demand]:
    """The conclusion is in writing and speaks of the person concerned."""
    raised = case.last(t.RaiseIssue)
    yield given(act.conclusion, what=Text("văn bản kết luận", "written conclusion"))
    yield equals(
        act.person,
        raised.person if raised else None,
        what=Text("người được kết luận", "person concluded upon"),
    )
    if act.fit is not True:
        yield holds(act.removed, what=Text("đã đưa ra khỏi danh sách", "removed from the list"))


@book.rule(
    t.repeat_step,
    cites=NOT_SEEN,
    title=Text("Làm lại bước chỉ khi đã chọn cách đó", "A step is repeated if the reading says so"),
    encodes=("five_step.shortage_policy", "five_step.tie_policy", "T12"),
)
def repeat_as_read(case: Case[t.Track], act: t.RepeatStep, about: Context[Readings2020]) -> Answer:
    """After a shortage with a supplemented list, after a tie between the tied."""
    del case
    readings = about.readings
    if act.reason is t.Reason.TIE:
        return _policy(readings.tie_policy, TiePolicy.REBALLOT)
    if act.reason is t.Reason.SHORTAGE:
        return _policy(readings.shortage_policy, ShortagePolicy.REPEAT)
    return given(None, what=_REASON)


def _policy(chosen: TiePolicy | ShortagePolicy, needed: TiePolicy | ShortagePolicy) -> Demand:
    return equals(chosen, needed, what=Text("cách xử lý đã chọn", "the policy chosen"))


@book.rule(
    t.accept_vacancies,
    cites=NOT_SEEN,
    title=Text("Bầu thiếu, để khuyết", "Elect fewer and leave vacancies"),
    encodes=("five_step.shortage_policy", "T13"),
)
def vacancies_as_read(
    case: Case[t.Track], act: t.AcceptVacancies, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Only where the reading chooses it; the number of vacancies is recorded."""
    del case
    yield _policy(about.readings.shortage_policy, ShortagePolicy.VACANCIES)
    yield more_than(act.vacancies, 0, what=Text("số khuyết", "vacancies"))


@book.rule(
    t.settle_tie,
    cites=NOT_SEEN,
    title=Text("Xử lý bằng phiếu theo cách đã chọn", "A tie is settled as the reading says"),
    encodes=("five_step.tie_policy", "T14"),
)
def tie_settled_as_read(
    case: Case[t.Track], act: t.SettleTie, about: Context[Readings2020]
) -> Iterator[Demand]:
    """By the head, by the standing committee, or by admitting all within the cap."""
    del case
    settlers = {
        TiePolicy.HEAD: t.Settler.HEAD,
        TiePolicy.STANDING_COMMITTEE: t.Settler.STANDING_COMMITTEE,
        TiePolicy.ALL_WITHIN_CAP: t.Settler.ALL_WITHIN_CAP,
    }
    chosen = about.readings.tie_policy
    if chosen in settlers:
        yield equals(act.settler, settlers[chosen], what=Text("cách xử lý", "settled by"))
    else:
        yield one_of(chosen, settlers, what=Text("cách xử lý đã chọn", "the policy chosen"))
    tied = None if act.tied is None else len(act.tied)
    yield more_than(tied, 1, what=Text("số người bằng phiếu", "persons tied"))
    for person in act.chosen or ():
        yield one_of(person, act.tied or (), what=Text("người được chọn", "person chosen"))


@book.rule(
    t.refer_to_superior,
    cites=NOT_SEEN,
    title=Text(
        "Xin ý kiến cấp trên theo cách đã chọn", "Put before the superior as the reading says"
    ),
    encodes=("five_step.shortage_policy", "five_step.tie_policy", "T15"),
)
def referred_as_read(
    case: Case[t.Track], act: t.ReferToSuperior, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Only where the reading leaves the tie or the shortage to the superior."""
    del case
    readings = about.readings
    if act.reason is t.Reason.TIE:
        yield _policy(readings.tie_policy, TiePolicy.SUPERIOR)
    elif act.reason is t.Reason.SHORTAGE:
        yield _policy(readings.shortage_policy, ShortagePolicy.SUPERIOR)
    else:
        yield given(None, what=_REASON)
    yield given(act.asked, what=Text("nội dung xin ý kiến", "what is asked"))


@book.rule(
    *_OPINIONS,
    cites=ASSUMED,
    title=Text("Cấp trên có ý kiến bằng văn bản", "The superior's opinion is in writing"),
    encodes=rows(*_OPINIONS),
)
def opinion_written(case: Case[t.Track], act: Opinion) -> Demand:
    """The reference of the written opinion."""
    del case
    return given(act.opinion, what=Text("văn bản của cấp trên", "the superior's paper"))


@book.rule(
    t.confirm_result,
    cites=ASSUMED,
    title=Text("Chỉ xác nhận khi bước 5 đã bỏ phiếu", "Confirmed only after the vote of step 5"),
    encodes=("T20",),
)
def confirmed_after_vote(case: Case[t.Track], act: t.ConfirmResult) -> Demand:
    """Step 5 was reached and voted before the superior confirms."""
    voted = act.step5_voted if case.reached(t.STEP5) else False
    return holds(voted, what=Text("đã bỏ phiếu bước 5", "step 5 was voted"))


@book.rule(
    t.admit_superior_introduced,
    cites=ASSUMED,
    title=Text(
        "Người do cấp trên giới thiệu vào từ bước 3 của vòng lần đầu",
        "A person introduced by the superior enters track F at step 3",
    ),
    encodes=("five_step.brought_in_skip", "T21"),
)
def brought_in(case: Case[t.Track], act: t.AdmitSuperiorIntroduced) -> Iterator[Demand]:
    """Track F only; the person and the dossier are there."""
    yield equals(case.subject.kind, t.TrackKind.FIRST_TIME, what=Text("vòng", "track"))
    yield given(act.person.id if act.person else None, what=Text("người được giới thiệu", "person"))
    yield holds(act.dossier, what=Text("hồ sơ của người được giới thiệu", "the person's dossier"))


@book.rule(
    t.remove_person,
    cites=ASSUMED,
    title=Text("Đưa ra khỏi danh sách phải có lý do", "A person is removed for a recorded reason"),
    encodes=("T22",),
)
def removal_reasoned(
    case: Case[t.Track], act: t.RemovePerson, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The person stands on the list and the reason is recorded."""
    listed = entering(case, about.readings)
    yield one_of(act.person, listed, what=Text("người đưa ra", "person removed"))
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
    """The run was reopened on structure (R10), or on track F below the minimum (R12)."""
    del act
    allowed = [run.DIRECTION_ADOPTED, run.TRACK_R_RUNNING]
    if case.subject.kind is t.TrackKind.FIRST_TIME:
        allowed = [run.DIRECTION_ADOPTED, run.TRACK_F_RUNNING]
    return one_of(run_stage(case, about), allowed, what=_RUN_STAGE)


_ON_LIST: tuple[Step[t.Track, t.ReopenAtStep4 | t.ReopenAtStep5], ...] = (
    t.reopen_at_step4,
    t.reopen_at_step5,
)


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
) -> Demand:
    """The run was reopened on the list of this track (R11 or R12)."""
    del act
    wanted = (
        run.TRACK_F_RUNNING if case.subject.kind is t.TrackKind.FIRST_TIME else run.TRACK_R_RUNNING
    )
    return equals(run_stage(case, about), wanted, what=_RUN_STAGE)


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
    return equals(run_stage(case, about), run.CLOSED, what=_RUN_STAGE)


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
    return equals(run_stage(case, about), run.ABORTED, what=_RUN_STAGE)


@book.rule(
    t.accept_vacancies,
    cites=ASSUMED,
    title=Text("Có thiếu thật", "There is a shortage"),
    severity=Severity.WARNS,
    encodes=("T13",),
)
def shortage_is_real(
    case: Case[t.Track], act: t.AcceptVacancies, about: Context[Readings2020]
) -> Answer:
    """Vacancies are accepted only when both lists are shorter than the number wanted."""
    del act
    wanted = case.subject.wanted
    if wanted is None:
        return given(None, what=Text("số người cần giới thiệu", "number wanted"))
    have = len(entering(case, about.readings)) + carried_elsewhere(case, about)
    if have < wanted:
        return ()
    return Breach(
        Text(
            f"danh sách có {have} người, không ít hơn số cần {wanted}",
            f"the lists hold {have}, not fewer than the {wanted} wanted",
        ),
        {"listed": have, "wanted": wanted},
    )
