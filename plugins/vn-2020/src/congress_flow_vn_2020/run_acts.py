"""The personnel run: direction, tracks, reopening and closing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

from congress_flow import (
    Answer,
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Level,
    Parameter,
    Row,
    Severity,
    Step,
    Text,
    at_least,
    at_most,
    equals,
    given,
    holds,
    more_than,
    one_of,
)
from congress_flow.procedures import Act, TrackKind
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020.instruments import (
    CT35_2019,
    DL_2011,
    HANDBOOK,
    HD26_2019,
    HD28_2020,
)
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.track_meetings import APPENDIX

_STEPS: tuple[Step[r.Run, Any], ...] = r.personnel_run.steps
_SEATS: Final = Text("số lượng cấp ủy viên", "members of the committee")

COMMITTEE_MAX: Final = Parameter(
    "committee.size.max",
    (
        Row(
            value=15,
            cites=HANDBOOK.at("parameters.md committee.size.max", Confidence.ASSUMED),
            levels=frozenset({Level.GRASSROOTS}),
            in_force=TERM_2020,
        ),
    ),
)
STANDING_MAX: Final = Parameter(
    "committee.standing.max",
    (
        Row(
            value=5,
            cites=HANDBOOK.at("parameters.md committee.standing.max", Confidence.ASSUMED),
            levels=frozenset({Level.GRASSROOTS}),
            in_force=TERM_2020,
        ),
    ),
)
STANDING_THRESHOLD: Final = 9
STANDING_RATIO: Final = Fraction(1, 3)


def track(case: Case[r.Run], about: Context[Readings2020], kind: TrackKind) -> Case[t.Track] | None:
    """Return the run's track of one kind, or None where it is not beside."""
    for other in about.beside.of(t.personnel_track):
        if other.subject.run == case.id and other.subject.kind is kind:
            return other
    return None


def scheme(case: Case[r.Run], about: Context[Readings2020]) -> Case[s.Scheme] | None:
    """Return the run's scheme, or None where it is not beside."""
    for other in about.beside.of(s.personnel_scheme):
        if other.subject.run == case.id:
            return other
    return None


@book.rule(
    *_STEPS,
    cites=APPENDIX,
    title=Text("Đúng cơ quan thực hiện từng việc", "Each act is that of the competent body"),
    encodes=rows(*_STEPS),
)
def run_actor(case: Case[r.Run], act: Act, about: Context[Readings2020]) -> Demand:
    """The column *Actor* of table 2.1."""
    del case
    return one_of(act.by, about.step.actors, what=Text("cơ quan thực hiện", "acting body"))


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
    r.adopt_direction,
    cites=APPENDIX,
    title=Text(
        "Phương hướng nhân sự có số lượng, cơ cấu, tiêu chuẩn",
        "The direction holds number, structure and standards",
    ),
    encodes=("R2",),
)
def direction_complete(case: Case[r.Run], act: r.AdoptDirection) -> Iterator[Demand]:
    """Number of seats and of candidates, structure, standards."""
    del case
    yield at_least(act.seats, 1, what=_SEATS)
    yield more_than(act.candidates, act.seats, what=Text("số người giới thiệu", "candidates"))
    yield given(act.structure, what=Text("cơ cấu", "structure"))
    yield given(act.standards, what=Text("tiêu chuẩn", "standards"))


@book.rule(
    r.adopt_direction,
    cites=HANDBOOK.at("parameters.md committee.size.max", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text("Số lượng cấp ủy viên không quá mức tối đa", "Not more members than the maximum"),
    severity=Severity.WARNS,
    encodes=("committee.size.max",),
)
def committee_size(case: Case[r.Run], act: r.AdoptDirection) -> Answer:
    """At most 15 at the grassroots (assumed); no value is known for other levels."""
    most = COMMITTEE_MAX.on(act.on, case.subject.level)
    return () if most is None else at_most(act.seats, most.value, what=_SEATS)


@book.rule(
    r.adopt_direction,
    cites=HD26_2019.at("số lượng cấp ủy viên"),
    title=Text(
        "Số lượng cấp ủy cơ sở cơ bản như nhiệm kỳ trước",
        "At the grassroots basically as many members as before",
    ),
    severity=Severity.WARNS,
    encodes=("committee.size.change",),
)
def committee_change(case: Case[r.Run], act: r.AdoptDirection) -> Answer:
    """Grassroots: as in 2015–2020. Province, district: about 5 % fewer than the past maximum."""
    if case.subject.level is Level.GRASSROOTS:
        return equals(act.seats, act.before, what=_SEATS)
    if case.subject.level not in {Level.PROVINCE, Level.UPPER_GRASSROOTS}:
        return ()
    if act.before is None:
        return given(None, what=Text("số lượng nhiệm kỳ trước", "members in the past term"))
    return at_most(act.seats, of=act.before, share=Fraction(19, 20), what=_SEATS)


@book.rule(
    r.adopt_direction,
    cites=HD28_2020.at("số lượng cấp ủy viên ở nơi sáp nhập", Confidence.REPORTED),
    title=Text(
        "Nơi sáp nhập: không quá số cuối nhiệm kỳ trừ số đến tuổi nghỉ hưu",
        "A merged unit: not more than at the end of the term, less those who retire",
    ),
    encodes=("committee.size.merged_max",),
)
def committee_merged_size(case: Case[r.Run], act: r.AdoptDirection) -> Answer:
    """Of all the parts together; the direct superior's standing committee may allow more."""
    if case.subject.merged == 1 or act.size_agreed:
        return ()
    known = act.before is not None and act.retiring is not None
    most = (act.before or 0) - (act.retiring or 0) if known else None
    return at_most(act.seats, most, what=_SEATS)


@book.rule(
    r.adopt_direction,
    cites=DL_2011.at("về ban thường vụ (chưa thấy điều)", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text("Có ban thường vụ khi từ 9 cấp ủy viên", "A standing committee from 9 members on"),
    severity=Severity.WARNS,
    encodes=("committee.standing.threshold", "committee.standing.max", "committee.standing.ratio"),
)
def standing_committee_size(case: Case[r.Run], act: r.AdoptDirection) -> Iterator[Demand]:
    """From 9 members on; at most 5 at the grassroots, and not over a third of the committee."""
    what = Text("số ủy viên ban thường vụ", "members of the standing committee")
    if not case.subject.standing_committee:
        return
    yield at_least(act.seats, STANDING_THRESHOLD, what=_SEATS)
    yield at_most(act.standing_seats, of=act.seats, share=STANDING_RATIO, what=what)
    most = STANDING_MAX.on(act.on, case.subject.level)
    if most is not None:
        yield at_most(act.standing_seats, most.value, what=what)


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
    kind = TrackKind.REELECTION if about.step is r.complete_track_r else TrackKind.FIRST_TIME
    other = track(case, about, kind)
    return equals(
        other.stage if other else None,
        t.TRACK_COMPLETED,
        about=kind.term.vi,
        what=Text("vòng giới thiệu đang ở", "the track stands at"),
    )


@book.rule(
    r.open_track_f,
    cites=APPENDIX,
    title=Text(
        "Vòng lần đầu mở trên số lượng còn lại và danh sách quy hoạch",
        "Track F opens on the places left and the planning list",
    ),
    encodes=("five_step.track_order", "R5"),
)
def places_left(case: Case[r.Run], act: r.OpenTrackF) -> Iterator[Demand]:
    """Places and surplus still open are more than none; the planning list is there."""
    del case
    yield more_than(act.places_left, 0, what=Text("số còn cần giới thiệu", "places left"))
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
def nothing_left(case: Case[r.Run], act: r.SkipTrackF) -> Answer:
    """No place is left, or track F was completed before a reopening that does not touch it."""
    if act.completed_before and case.reached(r.TRACK_F_COMPLETED):
        return ()
    return equals(act.places_left, 0, what=Text("số còn cần giới thiệu", "places left"))


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
    """A written agreement, and the scheme where the superior agreed (S11)."""
    if not case.subject.elects:
        return ()
    other = scheme(case, about)
    return [
        given(act.agreed_by_superior, what=Text("văn bản đồng ý", "written agreement")),
        equals(
            other.stage if other else None,
            s.NO_ELECTION_AGREED,
            what=Text("đề án đang ở", "the scheme stands at"),
        ),
    ]


Reopening = r.ReopenStructure | r.ReopenTrackR | r.ReopenTrackF
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
) -> Iterator[Demand | Breach]:
    """The scheme is RETURNED: on structure (R10), on the list (R11, R12) or below the minimum."""
    other = scheme(case, about)
    yield equals(
        other.stage if other else None,
        s.RETURNED,
        what=Text("đề án đang ở", "the scheme stands at"),
    )
    if isinstance(act, r.ReopenStructure):
        yield holds(
            act.direction_amended, what=Text("phương hướng đã sửa đổi", "direction amended")
        )
    returned = other.last(s.ReturnForRevision) if other else None
    wanted = s.Concern.NUMBER_OR_STRUCTURE if isinstance(act, r.ReopenStructure) else s.Concern.LIST
    if returned is not None and other is not None and _returned_by_superior(other):
        yield equals(returned.concern, wanted, what=Text("nội dung trả lại", "returned on"))


def _returned_by_superior(other: Case[s.Scheme]) -> bool:
    """Return whether the last way into RETURNED was the superior's, not a fall below the minimum."""
    for passage in reversed(other.passages):
        if passage.step.target is s.RETURNED:
            return passage.step is s.return_for_revision
    return False


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
