"""Five-step procedure: what a vote amounts to: who passes, ties, shortages, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from congress_flow import (
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
    at_most,
    equals,
    given,
    holds,
    more_than_half,
    one_of,
)
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._track_lists import Balloted, entering, escalated_from, ids, settled
from congress_flow_vn_2020._track_votes import (
    KEY_CADRES,
    Voted,
    all_admitted,
    balloted,
    cut,
    held,
    left_out,
    meeting_of,
    most,
    most_within_cap,
    number,
    still_lacking,
    vote_of,
)
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.readings import AddNames, Readings2020
from congress_flow_vn_2020.track_meetings import APPENDIX, NOT_SEEN, VARIANT

VOTED: Final[tuple[Step[t.Track, Voted], ...]] = (
    t.accept_step2,
    t.accept_step3,
    t.adopt_step4,
    t.accept_step5,
    t.repeat_step,
    t.accept_vacancies,
    t.settle_tie,
    t.refer_to_superior,
    t.confirm_result,
)
"""The steps whose act states who passed a vote."""
ACCEPTED: Final[tuple[Step[t.Track, Balloted], ...]] = (
    t.accept_step2,
    t.accept_step3,
    t.adopt_step4,
    t.accept_step5,
)
FINAL: Final[tuple[Step[t.Track, t.AcceptResult | t.ConfirmResult], ...]] = (
    t.accept_step5,
    t.confirm_result,
)
_PERHAPS_HELD: Final[tuple[Step[t.Track, Balloted], ...]] = (
    t.accept_step3,
    t.adopt_step4,
    t.accept_step5,
)
_IN_FAVOUR: Final = Text("số phiếu đồng ý", "votes in favour")
_NOT_KNOWN: Final = Text("chưa rõ những ai đạt", "who passed is not known")


def _each_over_half(
    case: Case[t.Track], act: Voted, about: Context[Readings2020]
) -> Iterable[Demand | Gap]:
    if act.passed is None:
        return [Gap(_NOT_KNOWN)]
    votes = [(person, vote_of(case, act, person, about.readings)) for person in act.passed]
    return [
        more_than_half(vote.agree, of=vote.base, about=person, what=_IN_FAVOUR)
        for person, vote in votes
    ]


@book.rule(
    *VOTED,
    cites=NOT_SEEN,
    title=Text(
        "Quá nửa ở bước 2, trên cơ sở đã chọn", "More than half at step 2, on the base read"
    ),
    encodes=("five_step.base.step2", "T3"),
)
def threshold_step2(case: Case[t.Track], act: Voted, about: Context[Readings2020]) -> Answer:
    """2 · agree > base for each person who passed; exactly half fails."""
    return _each_over_half(case, act, about) if number(case, act) == KEY_CADRES else ()


@book.rule(
    *VOTED,
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
        "TR3",
        "TR4",
    ),
)
def threshold(case: Case[t.Track], act: Voted, about: Context[Readings2020]) -> Answer:
    """2 · agree > convened for each person who passed; exactly half fails."""
    if number(case, act) == KEY_CADRES or not held(case, act, about.readings):
        return ()
    return _each_over_half(case, act, about)


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
) -> Iterator[Demand | Gap]:
    """Asked where the readings have step 1 balloted, and where it was."""
    meeting = meeting_of(act)
    if not balloted(1, meeting, about.readings):
        return
    if act.persons is None:
        yield Gap(_NOT_KNOWN)
    for person in ids(act.persons or ()):
        votes = (meeting.agree or {}).get(person)
        yield more_than_half(votes, of=meeting.convened, about=person, what=_IN_FAVOUR)


@book.rule(
    *VOTED,
    cites=APPENDIX,
    title=Text(
        "Chỉ người đã qua các bước trước mới được vào bước sau",
        "Only those who passed the steps before may pass this one",
    ),
    encodes=("five_step.conjunctive", "five_step.step2_eliminates", "2-I4", "2-I5"),
)
def from_the_list(
    case: Case[t.Track], act: Voted, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Every person who passed stood on the list that entered the step, or was rightly added."""
    if isinstance(act, t.ConfirmResult) and escalated_from(case) is not t.STEP5:
        return  # `confirmed_after_vote` objects: no list of step 5 was voted on
    listed = entering(case, about.readings)
    added = ids(act.added) if isinstance(act, t.AcceptResult) and _may_add(case, about) else ()
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
    t.accept_step5,
    cites=NOT_SEEN,
    title=Text("Bổ sung tên trong quá trình", "Names added on the way"),
    severity=Severity.WARNS,
    encodes=("five_step.add_names",),
)
def added_names(case: Case[t.Track], act: t.AcceptResult, about: Context[Readings2020]) -> Answer:
    """Names are added only where the readings allow it, and only in track F."""
    if not act.added or _may_add(case, about):
        return ()
    return Breach(
        Text(
            f"không được bổ sung tên ở bước này: {', '.join(ids(act.added))}",
            f"no names may be added at this step: {', '.join(ids(act.added))}",
        ),
        {"added": ids(act.added), "reading": about.readings.add_names},
    )


@book.rule(
    *ACCEPTED,
    cites=HANDBOOK.at("personnel.md 6 (2 × số đồng ý > cơ sở tính)", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text(
        "Người quá nửa thì vào bước sau, khi danh sách còn chỗ",
        "Who has more than half goes on, while the list has room",
    ),
    encodes=("five_step.threshold", "T3", "T4", "T5", "T6"),
)
def over_half_go_on(
    case: Case[t.Track], act: Balloted, about: Context[Readings2020]
) -> Iterator[Breach | Gap]:
    """A vote decides: nobody over half is left out before the list is full."""
    readings = about.readings
    weighed = number(case, act) == KEY_CADRES and not readings.step2_eliminates
    if act.passed is None or weighed or not held(case, act, readings):
        return
    out, limit = left_out(case, act, readings), most(case, about)
    if not out or (limit is not None and len(act.passed) >= limit):
        return
    words = Text(
        f"được quá nửa nhưng không vào danh sách: {', '.join(out)}",
        f"more than half, yet not on the list: {', '.join(out)}",
    )
    objection = Gap if limit is None else Breach
    yield objection(words, {"left_out": out, "listed": len(act.passed), "most": limit})


@book.rule(
    *ACCEPTED,
    cites=HANDBOOK.at("parameters.md five_step.overflow_policy", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text("Lấy từ cao xuống thấp", "From the highest down"),
    severity=Severity.WARNS,
    encodes=("five_step.overflow_policy",),
)
def highest_first(case: Case[t.Track], act: Balloted, about: Context[Readings2020]) -> Answer:
    """Nobody over half and left out has more votes than one who passed."""
    last = cut(case, act)
    if last is None:
        return ()
    return [
        at_most(
            vote_of(case, act, person, about.readings).agree, last, about=person, what=_IN_FAVOUR
        )
        for person in left_out(case, act, about.readings)
    ]


@book.rule(
    *ACCEPTED,
    cites=HANDBOOK.at("procedures.md 2.2, tie at the cut", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Bằng phiếu ở vị trí cuối phải được xử lý", "A tie at the last place is settled"),
    encodes=("five_step.tie_policy", "T3", "T4", "T5", "T6"),
)
def no_open_tie(
    case: Case[t.Track], act: Balloted, about: Context[Readings2020]
) -> Iterator[Demand | Breach]:
    """Nobody is left out with as many votes as the last one in, unless it was settled so."""
    tie = settled(case)
    if tie is not None:
        agreed = {*(tie.passed or ()), *(tie.chosen or ())}
        what = Text("danh sách sau khi xử lý bằng phiếu", "the list after the tie was settled")
        passed = None if act.passed is None else tuple(sorted(act.passed))
        yield equals(passed, tuple(sorted(agreed)), what=what)
        return
    last = cut(case, act)
    tied = tuple(
        person
        for person in left_out(case, act, about.readings)
        if vote_of(case, act, person, about.readings).agree == last
    )
    if tied:
        yield Breach(
            Text(
                f"bằng phiếu ({last}) với người cuối danh sách, để ngoài: {', '.join(tied)}",
                f"as many votes ({last}) as the last one in, left out: {', '.join(tied)}",
            ),
            {"votes": last, "left_out": tied, "reading": about.readings.tie_policy},
        )


@book.rule(
    *ACCEPTED,
    cites=HANDBOOK.at("procedures.md 2.2, DEC-P19", Confidence.DERIVED),
    title=Text("Đủ số người theo phương án, kể cả số dư", "Enough persons, surplus included"),
    encodes=("five_step.intermediate_surplus", "DEC-P19", "T3", "T4", "T5", "T6"),
)
def no_open_shortage(
    case: Case[t.Track], act: Balloted, about: Context[Readings2020]
) -> Demand | Iterable[Demand]:
    """In the last track both lists together reach the number wanted, or vacancies were accepted."""
    if not held(case, act, about.readings):
        return ()
    what = Text("số người còn thiếu ở cả hai vòng", "persons lacking, both tracks")
    return at_most(still_lacking(case, act, about), 0, what=what)


@book.rule(
    t.accept_step5,
    cites=HANDBOOK.at("parameters.md five_step.overflow_policy", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text(
        "Không vượt số người còn cần giới thiệu, kể cả số dư",
        "Not more than the places left, surplus included",
    ),
    severity=Severity.WARNS,
    encodes=("five_step.overflow_policy", "T6"),
)
def within_places(case: Case[t.Track], act: t.AcceptResult, about: Context[Readings2020]) -> Demand:
    """List L5 is no longer than seats and surplus leave; with all tied admitted, than the cap."""
    limit = most_within_cap(case, act, about) if all_admitted(case) else most(case, about)
    passed = None if act.passed is None else len(act.passed)
    return at_most(passed, limit, what=Text("số người đạt", "persons passed"))


@book.rule(
    t.adopt_step4,
    cites=APPENDIX,
    title=Text(
        "Có kết quả bước 2 và bước 3 khi họp bước 4",
        "The results of steps 2 and 3 are there at step 4",
    ),
    encodes=("five_step.steps", "2-I4", "T5"),
)
def earlier_results(
    case: Case[t.Track], act: t.AdoptList, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Ballots B2 and B3: accepted, or put before the superior, who let them stand."""
    del act, about
    for stage, what in (
        (t.STEP2, Text("kết quả bước 2", "result of step 2")),
        (t.STEP3, Text("kết quả bước 3", "result of step 3")),
    ):
        told = any(
            passage.verdict.stage is stage
            and isinstance(passage.event, t.AcceptResult | t.ReferToSuperior)
            for passage in case.passages
        )
        yield holds(told, what=what)


@book.rule(
    *_PERHAPS_HELD,
    cites=VARIANT,
    title=Text(
        "Bước không tổ chức họp thì giữ nguyên danh sách", "A step that is not held keeps the list"
    ),
    encodes=("five_step.no_standing_committee", "five_step.cell_variant", "five_step.steps"),
)
def list_passed_on(
    case: Case[t.Track], act: Balloted, about: Context[Readings2020]
) -> Iterator[Demand]:
    """In a unit whose variant leaves the step out there is no meeting, and the list is the same."""
    if held(case, act, about.readings):
        return
    passed = None if act.passed is None else tuple(sorted(act.passed))
    listed = tuple(sorted(entering(case, about.readings)))
    yield equals(passed, listed, what=Text("danh sách", "the list"))
    what = Text("có tổ chức họp ở bước này", "a meeting was held at this step")
    yield equals(act.meeting is not None, False, what=what)  # noqa: FBT003


@book.rule(
    t.accept_step5,
    cites=APPENDIX,
    title=Text(
        "Phân tích phiếu các bước, kết luận xong vấn đề phát sinh trước khi bỏ phiếu bước 5",
        "Ballots analysed and every new issue concluded before the vote of step 5",
    ),
    encodes=("five_step.new_issue", "T6"),
)
def before_step5(
    case: Case[t.Track], act: t.AcceptResult, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The ballots of all meetings were analysed; nothing raised, no letter accepted, is open."""
    del case
    yield holds(act.ballots_analysed, what=Text("đã phân tích kết quả phiếu", "ballots analysed"))
    yield holds(act.issues_concluded, what=Text("đã kết luận vấn đề", "issues concluded"))
    still = tuple(
        each.id
        for each in about.beside.of(q.complaint_case)
        if each.stage in {q.IN_PROGRESS, q.OVERDUE}
        and set(act.passed or ()).intersection(each.subject.persons)
    )
    yield equals(still, (), what=Text("đơn đang giải quyết", "letters being settled"))


@book.rule(
    t.accept_step5,
    cites=APPENDIX,
    title=Text(
        "Ý kiến ban thường vụ không khác kết quả của ban chấp hành",
        "The standing committee's view does not differ from the executive vote",
    ),
    encodes=("five_step.divergence_report", "T6"),
)
def views_agree(case: Case[t.Track], act: t.AcceptResult) -> Answer:
    """Where they differ the step is `record_divergence`, not this one."""
    if not case.subject.standing_committee:
        return ()
    return holds(act.views_agree, what=Text("ý kiến thống nhất", "views agree"))


@book.rule(
    *FINAL,
    cites=APPENDIX,
    title=Text("Có danh sách cuối cùng", "The final list is given"),
    encodes=("T6", "T20"),
)
def final_list(case: Case[t.Track], act: t.AcceptResult | t.ConfirmResult) -> Demand:
    """List L5 is not empty."""
    del case
    return given(act.passed, what=Text("danh sách bước 5", "list of step 5"))
