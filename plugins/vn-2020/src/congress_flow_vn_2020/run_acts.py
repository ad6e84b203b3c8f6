"""The personnel run: who acts, tracks, reopening and closing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Severity,
    Step,
    Text,
    equals,
    fails,
    given,
    holds,
    more_than,
    on_or_after,
    one_of,
)
from congress_flow.procedures import Act, TrackKind
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020._personnel_links import (
    Reopening,
    fell_below,
    places_open,
    reopening,
    returned_on,
    scheme,
    track,
)
from congress_flow_vn_2020._track_variants import actors, stand_ins
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.track_meetings import APPENDIX, VARIANT

_STEPS: tuple[Step[r.Run, Any], ...] = r.personnel_run.steps
_ACTOR: Final = Text("cơ quan thực hiện", "acting body")
_LEFT: Final = Text("số còn cần giới thiệu", "places left")
_TRACK_STANDS: Final = Text("vòng giới thiệu đang ở", "the track stands at")


def _instead(case: Case[r.Run], about: Context[Readings2020]) -> bool:
    """Return whether another body acts here in the place of one that the table names."""
    instead = stand_ins(case.subject, about.readings)
    return any(body in instead for body in about.step.actors)


@book.rule(
    *_STEPS,
    cites=APPENDIX,
    title=Text("Đúng cơ quan thực hiện từng việc", "Each act is that of the competent body"),
    encodes=rows(*_STEPS),
)
def run_actor(case: Case[r.Run], act: Act, about: Context[Readings2020]) -> Answer:
    """The column *Actor* of table 2.1."""
    return () if _instead(case, about) else one_of(act.by, about.step.actors, what=_ACTOR)


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
def run_variant_actor(case: Case[r.Run], act: Act, about: Context[Readings2020]) -> Answer:
    """Nobody has read a text on it: another body is remarked on."""
    if not _instead(case, about):
        return ()
    return one_of(act.by, actors(about.step.actors, case.subject, about.readings), what=_ACTOR)


@book.rule(
    r.draft_direction,
    cites=APPENDIX,
    title=Text(
        "Tiểu ban nhân sự được thành lập bằng quyết định",
        "The personnel subcommittee exists by decision",
    ),
    encodes=("five_step.applies", "select.directive", "R1"),
)
def subcommittee_by_decision(case: Case[r.Run], act: r.DraftDirection) -> Demand:
    """The five steps apply in this term; the subcommittee's decision is recorded."""
    del case
    return given(act.subcommittee_decision, what=Text("quyết định thành lập", "the decision"))


@book.rule(
    r.open_track_r,
    cites=APPENDIX,
    title=Text("Có danh sách cấp ủy viên đương nhiệm", "The list of incumbents is there"),
    encodes=("R3",),
)
def incumbents_listed(case: Case[r.Run], act: r.OpenTrackR) -> Demand:
    """Track R starts from the serving members."""
    del case
    return given(act.incumbents, what=Text("danh sách đương nhiệm", "list of incumbents"))


_COMPLETIONS: tuple[Step[r.Run, r.CompleteTrackR | r.CompleteTrackF], ...] = (
    r.complete_track_r,
    r.complete_track_f,
)
_BEGINNINGS: Final = (t.OpenTrack, t.ReopenAtStep1, t.ReopenAtStep4, t.ReopenAtStep5)


def _kind(about: Context[Readings2020]) -> TrackKind:
    """Return which track a completion is about."""
    return TrackKind.REELECTION if about.step is r.complete_track_r else TrackKind.FIRST_TIME


@book.rule(
    *_COMPLETIONS,
    cites=APPENDIX,
    title=Text("Vòng đã qua đủ 5 bước", "The track has passed its five steps"),
    encodes=("R4", "R7", "five_step.steps"),
)
def track_completed(
    case: Case[r.Run], act: r.CompleteTrackR | r.CompleteTrackF, about: Context[Readings2020]
) -> Demand:
    """The track's own case rests in TRACK_COMPLETED."""
    del act
    kind = _kind(about)
    other = track(case, about, kind)
    return equals(
        other.stage if other else None,
        t.TRACK_COMPLETED,
        about=kind,
        what=_TRACK_STANDS,
    )


@book.rule(
    *_COMPLETIONS,
    cites=HANDBOOK.at("procedures.md 9.1 (R10–R12, T23–T25)", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text(
        "Quy trình mở lại thì vòng giới thiệu phải làm lại",
        "Where the run was reopened its track was gone through anew",
    ),
    encodes=("R10", "R11", "R12", "2-I4"),
)
def track_begun_anew(
    case: Case[r.Run], act: r.CompleteTrackR | r.CompleteTrackF, about: Context[Readings2020]
) -> Answer:
    """The list to which the superior objected is not handed in again without a new vote."""
    del act
    again, other = reopening(case), track(case, about, _kind(about))
    if again is None or other is None:
        return ()
    begun = max(p.event.on for p in other.passages if isinstance(p.event, _BEGINNINGS))
    what = Text("ngày bắt đầu làm lại vòng giới thiệu", "day on which the track was begun anew")
    return on_or_after(begun, again.on, about=other.id, what=what)


@book.rule(
    r.open_track_f,
    cites=APPENDIX,
    title=Text(
        "Vòng lần đầu mở trên số lượng còn lại và danh sách quy hoạch",
        "Track F opens on the places left and the planning list",
    ),
    encodes=("five_step.track_order", "TR33", "R5"),
)
def places_left(
    case: Case[r.Run], act: r.OpenTrackF, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Places and surplus still open are more than none, and those that track R left."""
    yield more_than(act.places_left, 0, what=_LEFT)
    yield equals(act.places_left, places_open(case, about), what=_LEFT)
    yield holds(act.planning_list, what=Text("danh sách quy hoạch", "planning list"))


@book.rule(
    r.skip_track_f,
    cites=HANDBOOK.at("procedures.md R6", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text(
        "Chỉ bỏ vòng lần đầu khi không còn chỗ hoặc vòng đó đã xong",
        "Track F is skipped only if no place is left or it was completed before",
    ),
    encodes=("R6",),
)
def nothing_left(
    case: Case[r.Run], act: r.SkipTrackF, about: Context[Readings2020]
) -> Iterator[Demand]:
    """No place is left, or track F was completed before track R alone was reopened (R11)."""
    if act.completed_before:
        of_f = track(case, about, TrackKind.FIRST_TIME)
        untouched = isinstance(reopening(case), r.ReopenTrackR)
        yield holds(untouched, what=Text("chỉ mở lại vòng tái cử", "only track R was reopened"))
        yield equals(of_f.stage if of_f else None, t.TRACK_COMPLETED, what=_TRACK_STANDS)
        return
    yield equals(act.places_left, 0, what=_LEFT)
    yield equals(act.places_left, places_open(case, about), what=_LEFT)


@book.rule(
    r.abort_run,
    cites=CT35_2019.at("về đại hội không bầu cấp ủy", Confidence.REPORTED),
    title=Text(
        "Chỉ dừng khi cấp trên đồng ý không bầu hoặc đại hội không bầu cấp ủy",
        "Aborted only if the superior agrees to no election, or the congress elects nobody",
    ),
    encodes=("congress.contents", "R9"),
)
def no_election_agreed(case: Case[r.Run], act: r.AbortRun, about: Context[Readings2020]) -> Answer:
    """A written agreement, and the scheme for which the superior agreed (S11)."""
    if not case.subject.elects:
        return ()
    other = scheme(case, about)
    agreed = None if other is None else other.reached(s.NO_ELECTION_AGREED)
    return [
        given(act.agreed_by_superior, what=Text("văn bản đồng ý", "written agreement")),
        holds(agreed, what=Text("cấp trên đồng ý không bầu", "no election agreed")),
    ]


_REOPENINGS: tuple[Step[r.Run, Reopening], ...] = (
    r.reopen_structure,
    r.reopen_track_r,
    r.reopen_track_f,
)


@book.rule(
    *_REOPENINGS,
    cites=CT35_2019.at("phụ lục 1 (chưa thấy văn bản)", Confidence.ASSUMED),
    title=Text("Chỉ mở lại khi cấp trên trả lại đề án", "Reopened only if the scheme was returned"),
    encodes=("R10", "R11", "R12"),
)
def reopened_after_return(
    case: Case[r.Run], act: Reopening, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The scheme is RETURNED: on structure (R10), on the list (R11, R12), below the minimum (R12).

    The executive committee has amended the direction before it is reopened on structure.
    """
    other = scheme(case, about)
    stands = Text("đề án đang ở", "the scheme stands at")
    yield equals(other.stage if other else None, s.RETURNED, what=stands)
    structure = isinstance(act, r.ReopenStructure)
    yield equals(
        returned_on(other) if other else None,
        s.Concern.NUMBER_OR_STRUCTURE if structure else s.Concern.LIST,
        what=Text("nội dung trả lại", "returned on"),
    )
    if isinstance(act, r.ReopenStructure):
        what = Text("phương hướng đã sửa đổi", "direction amended")
        yield holds(act.direction_amended, what=what)
    if isinstance(act, r.ReopenTrackR) and other is not None:
        below = Text("danh sách thiếu số dư", "the list is below the minimum")
        yield fails(fell_below(other), what=below)


@book.rule(
    r.close_run,
    cites=HANDBOOK.at("procedures.md R13", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Kết thúc khi đề án đã trình đại hội", "Closed when the scheme is in use"),
    encodes=("R13",),
)
def closed_with_scheme(case: Case[r.Run], act: r.CloseRun, about: Context[Readings2020]) -> Demand:
    """The scheme is IN_USE (or already closed)."""
    del act
    other = scheme(case, about)
    used = None if other is None else other.reached(s.IN_USE)
    return holds(used, what=Text("đề án đã trình đại hội", "the scheme is in use"))
