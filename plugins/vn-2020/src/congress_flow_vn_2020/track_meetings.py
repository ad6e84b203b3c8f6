"""Five-step procedure: the meetings of the steps, their record, quorum, secrecy and count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from congress_flow import (
    HALF,
    TWO_THIRDS,
    Answer,
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
    equals,
    holds,
    more_than,
)
from congress_flow.procedures import personnel_track as t
from congress_flow.procedures import step_meeting as m
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020._track_lists import attempt
from congress_flow_vn_2020._track_votes import (
    KEY_CADRES,
    SECRET,
    WithMeeting,
    balloted,
    held,
    meeting_of,
    number,
)
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK
from congress_flow_vn_2020.readings import Quorum, Readings2020

APPENDIX: Final = CT35_2019.at("phụ lục 1, quy trình 5 bước")
NOT_SEEN: Final = CT35_2019.at("phụ lục 1 (nội dung này chưa đọc được)", Confidence.UNKNOWN)
VARIANT: Final = CT35_2019.at(
    "phụ lục 1 (nơi không có ban thường vụ: chưa đọc được)", Confidence.UNKNOWN
)

MEETINGS: Final[tuple[Step[t.Track, WithMeeting], ...]] = (
    t.approve_list,
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
"""The steps whose act tells of a meeting: results accepted, set aside, put upward, confirmed."""

_PRESENT: Final = Text("số người có mặt", "persons present")
_IN_FAVOUR: Final = Text("số phiếu đồng ý", "votes in favour")
_FOR_AND_AGAINST: Final = Text("số phiếu đồng ý và không đồng ý", "votes for and against")
_SECRET: Final = Text("bỏ phiếu kín", "secret ballot")


@book.rule(
    *MEETINGS,
    cites=HANDBOOK.at("procedures.md 2-I3", Confidence.DERIVED),
    in_force=book.in_force,
    title=Text(
        "Chỉ dùng kết quả khi đã có biên bản và biên bản kiểm phiếu",
        "No result is used before its minutes and counting minutes are filed",
    ),
    encodes=("2-I3", "M9", "five_step.steps", *rows(*MEETINGS)),
)
def step_minutes(
    case: Case[t.Track], act: WithMeeting, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Minutes for every meeting; counting minutes where it was balloted."""
    if not held(case, act, about.readings):
        return
    meeting = meeting_of(act)
    yield holds(meeting.filed, what=Text("biên bản hội nghị", "minutes of the meeting"))
    if balloted(number(case, act), meeting, about.readings):
        yield holds(meeting.counted, what=Text("biên bản kiểm phiếu", "counting minutes"))


@book.rule(
    *MEETINGS,
    cites=HANDBOOK.at("procedures.md 2-I3, 2-I4, TR32", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text(
        "Số liệu đúng như biên bản của chính hội nghị đó, lần đó",
        "The figures are those of the record of that meeting, at that attempt",
    ),
    encodes=("2-I3", "2-I4", "TR32"),
)
def meeting_on_record(
    case: Case[t.Track], act: WithMeeting, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """Where the meetings of a step are cases of their own, that of this attempt is RECORDED."""
    step = number(case, act)
    meetings = [
        each
        for each in about.beside.of(m.step_meeting)
        if each.subject.track == case.id and each.subject.step == step
    ]
    if not meetings or not held(case, act, about.readings):
        return
    time = _time(case, act)
    of_now = [each for each in meetings if each.subject.attempt == time]
    if not of_now:
        yield Gap(
            Text(
                f"chưa có hồ sơ hội nghị bước {step}, lần {time}",
                f"the meeting of step {step}, attempt {time}, is not on record",
            ),
            {"step": step, "attempt": time},
        )
    for each in of_now:
        stands = Text("hồ sơ hội nghị đang ở", "the record of the meeting stands at")
        yield equals(each.stage, m.RECORDED, about=each.id, what=stands)
        yield from _same(each.id, meeting_of(act), m.record(each))


def _time(case: Case[t.Track], act: WithMeeting) -> int:
    """Return at which attempt the vote was held: before it went up, if it is confirmed."""
    return attempt(case, t.STEP5) - 1 if isinstance(act, t.ConfirmResult) else attempt(case)


def _same(about: str, told: t.Meeting, recorded: t.Meeting) -> Iterator[Demand]:
    pairs = (
        (Text("số người được triệu tập", "persons convened"), told.convened, recorded.convened),
        (_PRESENT, told.present, recorded.present),
        (Text("số phiếu phát ra", "ballots issued"), told.issued, recorded.issued),
        (Text("số phiếu thu về", "ballots collected"), told.collected, recorded.collected),
        (Text("số phiếu hợp lệ", "valid ballots"), told.valid, recorded.valid),
    )
    for what, value, limit in pairs:
        if value is not None:
            yield equals(value, limit, about=about, what=what)
    counted: Mapping[str, int] = recorded.agree or {}
    for person, votes in sorted((told.agree or {}).items()):
        yield equals(votes, counted.get(person), about=person, what=_IN_FAVOUR)


@book.rule(
    *MEETINGS,
    cites=APPENDIX,
    title=Text(
        "Hội nghị cán bộ chủ chốt có ít nhất 2/3 số người được triệu tập",
        "At least two thirds of those convened are present at the key-cadre conference",
    ),
    encodes=("five_step.quorum.step2", "M2", "M3", "T3"),
)
def quorum_step2(case: Case[t.Track], act: WithMeeting) -> Answer:
    """3 · present ≥ 2 · convened."""
    if number(case, act) != KEY_CADRES:
        return ()
    meeting = meeting_of(act)
    return at_least(meeting.present, of=meeting.convened, share=TWO_THIRDS, what=_PRESENT)


@book.rule(
    *MEETINGS,
    cites=NOT_SEEN,
    title=Text("Số người có mặt tối thiểu ở bước 1, 3, 4, 5", "Quorum of steps 1, 3, 4 and 5"),
    encodes=("five_step.quorum.other", "2-I7"),
)
def quorum_other(case: Case[t.Track], act: WithMeeting, about: Context[Readings2020]) -> Answer:
    """As the reading `quorum_other` says: two thirds, more than half, or no quorum."""
    if number(case, act) == KEY_CADRES or not held(case, act, about.readings):
        return ()
    meeting = meeting_of(act)
    chosen = about.readings.quorum_other
    if chosen is Quorum.NONE:
        return at_least(meeting.present, 1, what=_PRESENT)
    if chosen is Quorum.TWO_THIRDS:
        return at_least(meeting.present, of=meeting.convened, share=TWO_THIRDS, what=_PRESENT)
    return more_than(meeting.present, of=meeting.convened, share=HALF, what=_PRESENT)


@book.rule(
    *MEETINGS,
    cites=APPENDIX,
    title=Text("Bước 2, 3, 5 bỏ phiếu kín", "Steps 2, 3 and 5 vote by secret ballot"),
    encodes=("five_step.secret.step2", "five_step.secret.step3", "five_step.secret.step5"),
)
def secret_ballot(case: Case[t.Track], act: WithMeeting, about: Context[Readings2020]) -> Answer:
    """The ballot was secret."""
    if number(case, act) not in SECRET or not held(case, act, about.readings):
        return ()
    return holds(meeting_of(act).secret, what=_SECRET)


@book.rule(
    *MEETINGS,
    cites=NOT_SEEN,
    title=Text("Hình thức biểu quyết ở bước 1, bước 4", "Form of the vote at steps 1 and 4"),
    severity=Severity.WARNS,
    encodes=("five_step.secret.step1", "five_step.secret.step4", "M6"),
)
def secret_if_read_so(
    case: Case[t.Track], act: WithMeeting, about: Context[Readings2020]
) -> Answer:
    """Secret where the readings say so; else any form of vote will do."""
    readings = about.readings
    wanted = {1: readings.secret_step1, 4: readings.secret_step4}.get(number(case, act), False)
    if not wanted or not held(case, act, readings):
        return ()
    return holds(meeting_of(act).secret, what=_SECRET)


@book.rule(
    *MEETINGS,
    cites=HANDBOOK.at("procedures.md 2-I1", Confidence.DERIVED),
    title=Text("Số liệu kiểm phiếu phải khớp nhau", "The figures of the count agree"),
    encodes=("2-I1", "M5", "M7"),
)
def count_consistent(
    case: Case[t.Track], act: WithMeeting, about: Context[Readings2020]
) -> Iterator[Demand]:
    """One chain: valid ≤ collected ≤ issued ≤ present ≤ convened; agree + disagree ≤ valid.

    A plain vote has no ballots: for each person agree + disagree ≤ present.
    """
    if not held(case, act, about.readings):
        return
    meeting = meeting_of(act)
    yield at_most(meeting.present, meeting.convened, what=_PRESENT)
    voters = meeting.present
    if balloted(number(case, act), meeting, about.readings):
        voters = meeting.valid
        chain = (
            (Text("số phiếu phát ra", "ballots issued"), meeting.issued, meeting.present),
            (Text("số phiếu thu về", "ballots collected"), meeting.collected, meeting.issued),
            (Text("số phiếu hợp lệ", "valid ballots"), meeting.valid, meeting.collected),
        )
        for what, value, limit in chain:
            yield at_most(value, limit, what=what)
    against = meeting.disagree or {}
    for person, votes in sorted((meeting.agree or {}).items()):
        both = votes + against.get(person, 0)
        what = _FOR_AND_AGAINST if person in against else _IN_FAVOUR
        yield at_most(both, voters, about=person, what=what)
