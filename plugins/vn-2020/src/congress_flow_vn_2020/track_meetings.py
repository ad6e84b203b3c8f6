"""Five-step procedure: the meetings of the steps, their quorum, secrecy, counts and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from congress_flow import (
    HALF,
    TWO_THIRDS,
    Answer,
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Step,
    Text,
    at_least,
    at_most,
    given,
    holds,
    more_than,
    more_than_half,
    one_of,
)
from congress_flow.procedures import personnel_run as run
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020._book import book, rows
from congress_flow_vn_2020._track_lists import (
    carried_elsewhere,
    cut_votes,
    entering,
    left_out,
    settled,
    vacancies_accepted,
)
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK
from congress_flow_vn_2020.readings import (
    AddNames,
    IntermediateSurplus,
    Quorum,
    Readings2020,
    StepBase,
)

APPENDIX: Final = CT35_2019.at("phụ lục 1, quy trình 5 bước")
NOT_SEEN: Final = CT35_2019.at("phụ lục 1 (nội dung này chưa đọc được)", Confidence.UNKNOWN)

Balloted = t.AcceptResult | t.AdoptList
WithMeeting = t.ApproveList | t.AcceptResult | t.AdoptList

_MEETINGS: tuple[Step[t.Track, WithMeeting], ...] = (
    t.approve_list,
    t.accept_step2,
    t.accept_step3,
    t.adopt_step4,
    t.accept_step5,
)
_BALLOTS: tuple[Step[t.Track, Balloted], ...] = (
    t.accept_step2,
    t.accept_step3,
    t.adopt_step4,
    t.accept_step5,
)
_NOT_STEP2: tuple[Step[t.Track, WithMeeting], ...] = (
    t.approve_list,
    t.accept_step3,
    t.adopt_step4,
    t.accept_step5,
)
_PERHAPS_SECRET: tuple[Step[t.Track, t.ApproveList | t.AdoptList], ...] = (
    t.approve_list,
    t.adopt_step4,
)
_OF_CONVENED: tuple[Step[t.Track, Balloted], ...] = (
    t.accept_step3,
    t.adopt_step4,
    t.accept_step5,
)
_PRESENT: Final = Text("số người có mặt", "persons present")
_IN_FAVOUR: Final = Text("số phiếu đồng ý", "votes in favour")
_SECRET: Final = Text("bỏ phiếu kín", "secret ballot")


def _meeting(act: WithMeeting) -> t.Meeting:
    return act.meeting or t.Meeting()


@book.rule(
    *_MEETINGS,
    cites=HANDBOOK.at("procedures.md 2-I3", Confidence.DERIVED),
    in_force=book.in_force,
    title=Text(
        "Chỉ dùng kết quả khi đã có biên bản và biên bản kiểm phiếu",
        "No result is used before its minutes and counting minutes are filed",
    ),
    encodes=("2-I3", "M9", "five_step.steps", *rows(*_MEETINGS)),
)
def step_minutes(
    case: Case[t.Track], act: WithMeeting, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Minutes for every meeting; counting minutes where it was balloted."""
    del case
    meeting = _meeting(act)
    yield holds(meeting.filed, what=Text("biên bản hội nghị", "minutes of the meeting"))
    if _balloted(about):
        yield holds(meeting.counted, what=Text("biên bản kiểm phiếu", "counting minutes"))


def _balloted(about: Context[Readings2020]) -> bool:
    if about.step is t.approve_list:
        return about.readings.secret_step1
    return True


@book.rule(
    t.accept_step2,
    cites=APPENDIX,
    title=Text(
        "Hội nghị cán bộ chủ chốt có ít nhất 2/3 số người được triệu tập",
        "At least two thirds of those convened are present at the key-cadre conference",
    ),
    encodes=("five_step.quorum.step2", "M2", "M3", "T3"),
)
def quorum_step2(case: Case[t.Track], act: t.AcceptResult) -> Demand:
    """3 · present ≥ 2 · convened."""
    del case
    meeting = _meeting(act)
    return at_least(meeting.present, of=meeting.convened, share=TWO_THIRDS, what=_PRESENT)


@book.rule(
    *_NOT_STEP2,
    cites=NOT_SEEN,
    title=Text("Số người có mặt tối thiểu ở bước 1, 3, 4, 5", "Quorum of steps 1, 3, 4 and 5"),
    encodes=("five_step.quorum.other",),
)
def quorum_other(case: Case[t.Track], act: WithMeeting, about: Context[Readings2020]) -> Answer:
    """As the reading `quorum_other` says: two thirds, more than half, or no quorum."""
    del case
    meeting = _meeting(act)
    chosen = about.readings.quorum_other
    if chosen is Quorum.NONE:
        return at_least(meeting.present, 1, what=_PRESENT)
    if chosen is Quorum.TWO_THIRDS:
        return at_least(meeting.present, of=meeting.convened, share=TWO_THIRDS, what=_PRESENT)
    return more_than(meeting.present, of=meeting.convened, share=HALF, what=_PRESENT)


@book.rule(
    t.accept_step2,
    t.accept_step3,
    t.accept_step5,
    cites=APPENDIX,
    title=Text("Bước 2, 3, 5 bỏ phiếu kín", "Steps 2, 3 and 5 vote by secret ballot"),
    encodes=("five_step.secret.step2", "five_step.secret.step3", "five_step.secret.step5"),
)
def secret_ballot(case: Case[t.Track], act: t.AcceptResult) -> Demand:
    """The ballot was secret."""
    del case
    return holds(_meeting(act).secret, what=_SECRET)


@book.rule(
    *_PERHAPS_SECRET,
    cites=NOT_SEEN,
    title=Text("Hình thức biểu quyết ở bước 1, bước 4", "Form of the vote at steps 1 and 4"),
    encodes=("five_step.secret.step1", "five_step.secret.step4", "M6"),
)
def secret_if_read_so(
    case: Case[t.Track], act: t.ApproveList | t.AdoptList, about: Context[Readings2020]
) -> Answer:
    """Secret where the readings say so; else any form of vote will do."""
    del case
    readings = about.readings
    wanted = readings.secret_step1 if about.step is t.approve_list else readings.secret_step4
    return holds(_meeting(act).secret, what=_SECRET) if wanted else ()


@book.rule(
    *_MEETINGS,
    cites=HANDBOOK.at("procedures.md 2-I1", Confidence.DERIVED),
    title=Text("Số liệu kiểm phiếu phải khớp nhau", "The figures of the count agree"),
    encodes=("2-I1", "M5", "M7"),
)
def count_consistent(
    case: Case[t.Track], act: WithMeeting, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Valid ≤ collected ≤ issued ≤ present ≤ convened, and no one has more votes than are valid."""
    del case
    meeting = _meeting(act)
    yield at_most(meeting.present, meeting.convened, what=_PRESENT)
    if not _balloted(about):
        return
    chain = (
        (Text("số phiếu phát ra", "ballots issued"), meeting.issued, meeting.present),
        (Text("số phiếu thu về", "ballots collected"), meeting.collected, meeting.issued),
        (Text("số phiếu hợp lệ", "valid ballots"), meeting.valid, meeting.collected),
    )
    for what, value, limit in chain:
        yield at_most(value, limit, what=what)
    for person, votes in sorted((meeting.agree or {}).items()):
        yield at_most(votes, meeting.valid, about=person, what=_IN_FAVOUR)


@book.rule(
    t.accept_step2,
    cites=NOT_SEEN,
    title=Text(
        "Quá nửa ở bước 2, trên cơ sở đã chọn", "More than half at step 2, on the base read"
    ),
    encodes=("five_step.base.step2", "T3"),
)
def threshold_step2(
    case: Case[t.Track], act: t.AcceptResult, about: Context[Readings2020]
) -> Answer:
    """2 · agree > base for each person who passed; exactly half fails."""
    del case
    meeting = _meeting(act)
    base = {
        StepBase.PRESENT: meeting.present,
        StepBase.VALID: meeting.valid,
        StepBase.CONVENED: meeting.convened,
    }[about.readings.base_step2]
    return _each_over_half(act.passed, meeting, base)


@book.rule(
    *_OF_CONVENED,
    cites=APPENDIX,
    title=Text(
        "Mỗi người phải được quá nửa số người được triệu tập đồng ý",
        "Each person needs more than half of those convened",
    ),
    encodes=(
        "five_step.threshold",
        "five_step.base.step3",
        "five_step.base.step4",
        "five_step.base.step5",
    ),
)
def threshold(case: Case[t.Track], act: Balloted) -> Answer:
    """2 · agree > convened for each person who passed; exactly half fails."""
    del case
    meeting = _meeting(act)
    return _each_over_half(act.passed, meeting, meeting.convened)


@book.rule(
    t.approve_list,
    cites=APPENDIX,
    title=Text(
        "Nếu bước 1 bỏ phiếu: quá nửa số người được triệu tập",
        "If step 1 is balloted: more than half of those convened",
    ),
    encodes=("five_step.base.step1",),
)
def threshold_step1(
    case: Case[t.Track], act: t.ApproveList, about: Context[Readings2020]
) -> Answer:
    """Asked only where the readings have step 1 balloted."""
    del case
    if not about.readings.secret_step1:
        return ()
    meeting = _meeting(act)
    names = None if act.persons is None else tuple(person.id for person in act.persons)
    return _each_over_half(names, meeting, meeting.convened)


def _each_over_half(
    passed: tuple[str, ...] | None, meeting: t.Meeting, base: int | None
) -> Iterable[Demand | Gap]:
    if passed is None:
        return [Gap(Text("chưa rõ những ai đạt", "who passed is not known"))]
    votes = meeting.agree or {}
    return [
        more_than_half(votes.get(person), of=base, about=person, what=_IN_FAVOUR)
        for person in passed
    ]


@book.rule(
    *_BALLOTS,
    cites=APPENDIX,
    title=Text(
        "Chỉ người đã qua các bước trước mới được vào bước sau",
        "Only those who passed the steps before may pass this one",
    ),
    encodes=("five_step.conjunctive", "five_step.step2_eliminates", "2-I4", "2-I5"),
)
def from_the_list(
    case: Case[t.Track], act: Balloted, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Every person who passed stood on the list that entered the step, or was rightly added."""
    listed = entering(case, about.readings)
    added = act.added if isinstance(act, t.AcceptResult) and _may_add(case, about) else ()
    for person in act.passed or ():
        yield one_of(person, (*listed, *added), what=Text("danh sách vào bước", "list entering"))


def _may_add(case: Case[t.Track], about: Context[Readings2020]) -> bool:
    allowed = {AddNames.AT_STEP_2: t.accept_step2, AddNames.AT_STEP_3: t.accept_step3}
    return (
        case.subject.kind is t.TrackKind.FIRST_TIME
        and allowed.get(about.readings.add_names) is about.step
    )


@book.rule(
    t.accept_step2,
    t.accept_step3,
    cites=NOT_SEEN,
    title=Text("Bổ sung tên trong quá trình", "Names added on the way"),
    encodes=("five_step.add_names",),
)
def added_names(case: Case[t.Track], act: t.AcceptResult, about: Context[Readings2020]) -> Answer:
    """Names are added only where the readings allow it, and only in track F."""
    if not act.added or _may_add(case, about):
        return ()
    return Breach(
        Text("không được bổ sung tên ở bước này", "no names may be added at this step"),
        {"added": act.added, "reading": about.readings.add_names},
    )


@book.rule(
    *_BALLOTS,
    cites=HANDBOOK.at("parameters.md five_step.overflow_policy", Confidence.ASSUMED),
    title=Text("Lấy từ cao xuống thấp", "From the highest down"),
    severity=Severity.WARNS,
    encodes=("five_step.overflow_policy",),
)
def highest_first(case: Case[t.Track], act: Balloted, about: Context[Readings2020]) -> Answer:
    """Nobody over half and left out has more votes than one who passed."""
    meeting = _meeting(act)
    cut = cut_votes(act)
    if cut is None:
        return ()
    votes = meeting.agree or {}
    return [
        at_most(votes[person], cut, about=person, what=_IN_FAVOUR)
        for person in left_out(case, act, about)
    ]


@book.rule(
    *_BALLOTS,
    cites=NOT_SEEN,
    title=Text("Bằng phiếu ở vị trí cuối phải được xử lý", "A tie at the last place is settled"),
    encodes=("five_step.tie_policy",),
)
def no_open_tie(case: Case[t.Track], act: Balloted, about: Context[Readings2020]) -> Answer:
    """Nobody is left out with as many votes as the last one in, unless it was settled first."""
    cut = cut_votes(act)
    if cut is None or settled(case):
        return ()
    votes = _meeting(act).agree or {}
    tied = tuple(p for p in left_out(case, act, about) if votes[p] == cut)
    if not tied:
        return ()
    return Breach(
        Text(
            f"bằng phiếu ({cut}) với người cuối danh sách nhưng bị để ngoài: {', '.join(tied)}",
            f"as many votes ({cut}) as the last one in, yet left out: {', '.join(tied)}",
        ),
        {"votes": cut, "left_out": tied, "reading": about.readings.tie_policy},
    )


@book.rule(
    *_BALLOTS,
    cites=HANDBOOK.at("procedures.md 2.2, DEC-P19", Confidence.DERIVED),
    title=Text("Đủ số người theo phương án, kể cả số dư", "Enough persons, surplus included"),
    encodes=("five_step.intermediate_surplus", "DEC-P19"),
)
def no_open_shortage(case: Case[t.Track], act: Balloted, about: Context[Readings2020]) -> Answer:
    """In the last track both lists together reach the number wanted, or vacancies were accepted."""
    final = about.step is t.accept_step5
    early = about.readings.intermediate_surplus is IntermediateSurplus.AS_FINAL
    if not (final or early) or not _last_track(case, about) or vacancies_accepted(case):
        return ()
    passed = None if act.passed is None else len(act.passed) + carried_elsewhere(case, about)
    return at_least(
        passed, case.subject.wanted, what=Text("số người đạt ở cả hai vòng", "passed, both tracks")
    )


def _last_track(case: Case[t.Track], about: Context[Readings2020]) -> bool:
    """Return whether no track follows: places that R leaves open pass on to F (DEC-P19)."""
    if case.subject.kind is t.TrackKind.FIRST_TIME:
        return True
    owner = about.beside.get(run.personnel_run, case.subject.run)
    return owner is not None and owner.stage is run.TRACK_F_COMPLETED


@book.rule(
    *_BALLOTS,
    cites=HANDBOOK.at("procedures.md 2.2", Confidence.DERIVED),
    title=Text(
        "Không vượt số người vòng này được giới thiệu", "Not more than this track may bring"
    ),
    encodes=("2-I7",),
)
def within_places(case: Case[t.Track], act: Balloted) -> Answer:
    """A track brings no more persons than its places, where these are limited."""
    if case.subject.places is None:
        return ()
    passed = None if act.passed is None else len(act.passed)
    return at_most(passed, case.subject.places, what=Text("số người đạt", "persons passed"))


@book.rule(
    t.accept_step5,
    cites=APPENDIX,
    title=Text(
        "Phân tích phiếu các bước, kết luận xong vấn đề phát sinh trước khi bỏ phiếu bước 5",
        "Ballots analysed and every new issue concluded before the vote of step 5",
    ),
    encodes=("five_step.new_issue", "T6"),
)
def before_step5(case: Case[t.Track], act: t.AcceptResult) -> Iterator[Demand]:
    """The ballots of all meetings were analysed; nothing raised is open."""
    del case
    yield holds(act.ballots_analysed, what=Text("đã phân tích kết quả phiếu", "ballots analysed"))
    yield holds(act.issues_concluded, what=Text("đã kết luận vấn đề", "issues concluded"))


@book.rule(
    t.accept_step5,
    cites=APPENDIX,
    title=Text(
        "Ý kiến ban thường vụ không khác kết quả của ban chấp hành",
        "The standing committee's view does not differ from the executive vote",
    ),
    encodes=("five_step.divergence_report", "T6"),
)
def views_agree(case: Case[t.Track], act: t.AcceptResult) -> Demand:
    """Where they differ the step is `record_divergence`, not this one."""
    del case
    return holds(act.views_agree, what=Text("ý kiến thống nhất", "views agree"))


@book.rule(
    t.accept_step5,
    cites=APPENDIX,
    title=Text("Có danh sách cuối cùng", "The final list is given"),
    encodes=("T6",),
)
def final_list(case: Case[t.Track], act: t.AcceptResult) -> Demand:
    """List L5 is not empty."""
    del case
    return given(act.passed, what=Text("danh sách bước 5", "list of step 5"))
