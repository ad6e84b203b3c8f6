"""The meeting of one step: who is convened, quorum, ballots, count, minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from congress_flow import (
    HALF,
    TWO_THIRDS,
    Answer,
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Level,
    Severity,
    Step,
    Text,
    after,
    at_least,
    at_most,
    fails,
    given,
    holds,
    less_than,
    more_than,
    one_of,
)
from congress_flow.procedures import Act
from congress_flow.procedures import step_meeting as m
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK
from congress_flow_vn_2020.readings import Quorum, Readings2020

APPENDIX: Final = CT35_2019.at("phụ lục 1, quy trình 5 bước")
NOT_SEEN: Final = CT35_2019.at("phụ lục 1 (nội dung này chưa đọc được)", Confidence.UNKNOWN)
COUNT: Final = HANDBOOK.at("procedures.md 2.3, 2-I1", Confidence.DERIVED)

_STEPS: tuple[Step[m.StepMeeting, Any], ...] = m.step_meeting.steps
_QUORUM: tuple[Step[m.StepMeeting, m.ConfirmQuorum | m.RecordInquorate], ...] = (
    m.confirm_quorum,
    m.record_inquorate,
)
_KEY_CADRES: Final = 2
_SECRET_STEPS: Final = frozenset({2, 3, 5})
_PRESENT: Final = Text("số người có mặt", "persons present")
_ISSUED: Final = Text("số phiếu phát ra", "ballots issued")
_COLLECTED: Final = Text("số phiếu thu về", "ballots collected")
_SECRET: Final = Text("bỏ phiếu kín", "secret ballot")
_VOTES: Final = Text("số phiếu đồng ý và không đồng ý", "votes for and against")


def _convened(case: Case[m.StepMeeting]) -> int | None:
    called = case.last(m.CallMeeting)
    return called.convened if called else None


def _present(case: Case[m.StepMeeting]) -> int | None:
    quorum = case.last(m.ConfirmQuorum)
    return quorum.present if quorum else None


def _issued(case: Case[m.StepMeeting]) -> int | None:
    ballots = case.last(m.IssueBallots)
    return ballots.issued if ballots else None


@book.rule(
    *_STEPS,
    cites=HANDBOOK.at("procedures.md 2.3, cột Actor", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text("Đúng người, cơ quan thực hiện từng việc", "Each act is that of the competent body"),
    encodes=rows(*_STEPS),
)
def meeting_actor(case: Case[m.StepMeeting], act: Act, about: Context[Readings2020]) -> Demand:
    """The column *Actor* of table 2.3."""
    return one_of(act.by, about.step.actors, what=Text("cơ quan thực hiện", "acting body"))


@book.rule(
    m.call_meeting,
    cites=APPENDIX,
    title=Text("Danh sách triệu tập đã chốt", "The list of those convened is fixed"),
    encodes=("M1",),
)
def meeting_list_fixed(case: Case[m.StepMeeting], act: m.CallMeeting) -> Iterator[Demand]:
    """It is known how many are convened, and for which day."""
    yield at_least(act.convened, 1, what=Text("số người được triệu tập", "persons convened"))
    yield given(act.held_on, what=Text("ngày họp", "day of the meeting"))


@book.rule(
    m.call_meeting,
    cites=NOT_SEEN,
    title=Text(
        "Thành phần hội nghị cán bộ chủ chốt đúng như đã chọn",
        "Those convened to the key-cadre conference are the groups of the reading",
    ),
    severity=Severity.WARNS,
    encodes=("five_step.key_cadre_roster", "M1"),
)
def meeting_roster(
    case: Case[m.StepMeeting], act: m.CallMeeting, about: Context[Readings2020]
) -> Answer:
    """Step 2 at the grassroots: no group of the reading is left out, no other is called."""
    if case.subject.step != _KEY_CADRES or case.subject.level is not Level.GRASSROOTS:
        return ()
    return _same_groups(act.roster, about.readings.key_cadre_roster)


def _same_groups(roster: tuple[str, ...] | None, wanted: tuple[str, ...]) -> Iterator[Demand]:
    called = Text("thành phần được mời", "group called")
    if roster is None:
        yield given(None, what=called)
        return
    for group in roster:
        yield one_of(group, wanted, what=called)
    for group in wanted:
        what = Text("thành phần phải mời", "group to be called")
        yield one_of(group, roster, what=what)


def _at_quorum(present: int | None, convened: int | None, chosen: Quorum) -> Demand:
    if chosen is Quorum.TWO_THIRDS:
        return at_least(present, of=convened, share=TWO_THIRDS, what=_PRESENT)
    if chosen is Quorum.MORE_THAN_HALF:
        return more_than(present, of=convened, share=HALF, what=_PRESENT)
    return at_least(present, 1, what=_PRESENT)


def _below_quorum(present: int | None, convened: int | None, chosen: Quorum) -> Demand:
    if chosen is Quorum.TWO_THIRDS:
        return less_than(present, of=convened, share=TWO_THIRDS, what=_PRESENT)
    if chosen is Quorum.MORE_THAN_HALF:
        return at_most(present, of=convened, share=HALF, what=_PRESENT)
    return at_most(present, 0, what=_PRESENT)


@book.rule(
    *_QUORUM,
    cites=APPENDIX,
    title=Text(
        "Bước 2: đủ (hoặc thực sự không đủ) 2/3 số người được triệu tập",
        "Step 2: two thirds of those convened are (or truly are not) present",
    ),
    encodes=("five_step.quorum.step2", "M2", "M3"),
)
def meeting_quorum_step2(
    case: Case[m.StepMeeting],
    act: m.ConfirmQuorum | m.RecordInquorate,
    about: Context[Readings2020],
) -> Answer:
    """3 · present ≥ 2 · convened to go on, less to be called off."""
    if case.subject.step != _KEY_CADRES:
        return ()
    judge = _at_quorum if about.step is m.confirm_quorum else _below_quorum
    return judge(act.present, _convened(case), Quorum.TWO_THIRDS)


@book.rule(
    *_QUORUM,
    cites=NOT_SEEN,
    title=Text(
        "Bước 1, 3, 4, 5: đủ (hoặc thực sự không đủ) số người có mặt",
        "Steps 1, 3, 4, 5: the quorum is (or truly is not) there",
    ),
    encodes=("five_step.quorum.other", "M2", "M3"),
)
def meeting_quorum_other(
    case: Case[m.StepMeeting],
    act: m.ConfirmQuorum | m.RecordInquorate,
    about: Context[Readings2020],
) -> Answer:
    """As the reading `quorum_other` says: two thirds, more than half, or no quorum."""
    if case.subject.step == _KEY_CADRES:
        return ()
    judge = _at_quorum if about.step is m.confirm_quorum else _below_quorum
    return judge(act.present, _convened(case), about.readings.quorum_other)


@book.rule(
    *_QUORUM,
    cites=COUNT,
    in_force=TERM_2020,
    title=Text("Có mặt không quá số triệu tập", "No more present than convened"),
    encodes=("2-I1",),
)
def meeting_present(case: Case[m.StepMeeting], act: m.ConfirmQuorum | m.RecordInquorate) -> Demand:
    """Those present are among those convened."""
    return at_most(act.present, _convened(case), what=_PRESENT)


@book.rule(
    m.reconvene,
    cites=HANDBOOK.at("procedures.md M4", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Triệu tập lại vào ngày khác", "It is reconvened for a new day"),
    encodes=("M4",),
)
def meeting_new_day(case: Case[m.StepMeeting], act: m.Reconvene) -> Demand:
    """The new day is later than the day on which there was no quorum."""
    return after(act.held_on, case.last_day, what=Text("ngày họp mới", "new day of the meeting"))


@book.rule(
    m.issue_ballots,
    cites=COUNT,
    in_force=TERM_2020,
    title=Text("Phát phiếu không quá số có mặt", "No more ballots than persons present"),
    encodes=("2-I1", "M5"),
)
def meeting_issued(case: Case[m.StepMeeting], act: m.IssueBallots) -> Demand:
    """One ballot a person present, at most."""
    return at_most(act.issued, _present(case), what=_ISSUED)


@book.rule(
    m.issue_ballots,
    cites=APPENDIX,
    title=Text("Bước 2, 3, 5 bỏ phiếu kín", "Steps 2, 3 and 5 vote by secret ballot"),
    encodes=("five_step.secret.step2", "five_step.secret.step3", "five_step.secret.step5", "M5"),
)
def meeting_secret(case: Case[m.StepMeeting], act: m.IssueBallots) -> Answer:
    """The ballots of these steps are secret."""
    return holds(act.secret, what=_SECRET) if case.subject.step in _SECRET_STEPS else ()


@book.rule(
    m.issue_ballots,
    cites=NOT_SEEN,
    title=Text("Hình thức biểu quyết ở bước 1, bước 4", "Form of the vote at steps 1 and 4"),
    severity=Severity.WARNS,
    encodes=("five_step.secret.step1", "five_step.secret.step4", "M5"),
)
def meeting_form_as_read(
    case: Case[m.StepMeeting], act: m.IssueBallots, about: Context[Readings2020]
) -> Answer:
    """Secret where the reading wants it; ballots where it wants a plain vote are remarked."""
    if case.subject.step in _SECRET_STEPS:
        return ()
    if _read_secret(case, about):
        return holds(act.secret, what=_SECRET)
    return Breach(
        Text(
            "phát phiếu ở bước đã chọn biểu quyết không bỏ phiếu",
            "ballots at a step for which a plain vote was chosen",
        )
    )


def _read_secret(case: Case[m.StepMeeting], about: Context[Readings2020]) -> bool:
    readings = about.readings
    return readings.secret_step1 if case.subject.step == 1 else readings.secret_step4


@book.rule(
    m.record_plain_vote,
    cites=APPENDIX,
    title=Text(
        "Bước 2, 3, 5 không được biểu quyết công khai", "Steps 2, 3 and 5 take no plain vote"
    ),
    encodes=("five_step.secret.step2", "five_step.secret.step3", "five_step.secret.step5", "M6"),
)
def meeting_no_plain_vote(case: Case[m.StepMeeting], act: m.RecordPlainVote) -> Answer:
    """A plain vote is for steps 1 and 4 at most."""
    if case.subject.step not in _SECRET_STEPS:
        return ()
    words = Text(
        f"bước {case.subject.step} phải bỏ phiếu kín",
        f"step {case.subject.step} votes by secret ballot",
    )
    return Breach(words, {"step": case.subject.step})


@book.rule(
    m.record_plain_vote,
    cites=NOT_SEEN,
    title=Text("Đã chọn biểu quyết không bỏ phiếu", "A plain vote was chosen for this step"),
    encodes=("five_step.secret.step1", "five_step.secret.step4", "M6"),
)
def meeting_plain_as_read(
    case: Case[m.StepMeeting], act: m.RecordPlainVote, about: Context[Readings2020]
) -> Answer:
    """At steps 1 and 4, where the reading does not want a secret ballot."""
    if case.subject.step in _SECRET_STEPS:
        return ()
    return fails(_read_secret(case, about), what=_SECRET)


def _per_person(
    agree: Mapping[str, int] | None, disagree: Mapping[str, int] | None, limit: int | None
) -> Iterator[Demand]:
    if agree is None:
        yield at_most(None, limit, what=_VOTES)
        return
    against = disagree or {}
    for person in sorted({*agree, *against}):
        votes = agree.get(person, 0) + against.get(person, 0)
        yield at_most(votes, limit, about=person, what=_VOTES)


@book.rule(
    m.record_plain_vote,
    cites=COUNT,
    in_force=TERM_2020,
    title=Text("Số biểu quyết không quá số có mặt", "No more votes than persons present"),
    encodes=("2-I1", "M6"),
)
def meeting_plain_count(case: Case[m.StepMeeting], act: m.RecordPlainVote) -> Iterator[Demand]:
    """For each person voted on: agree + disagree ≤ present."""
    return _per_person(act.agree, act.disagree, _present(case))


@book.rule(
    m.close_count,
    cites=COUNT,
    in_force=TERM_2020,
    title=Text("Số liệu kiểm phiếu phải khớp nhau", "The figures of the count agree"),
    encodes=("2-I1", "M7"),
)
def meeting_count(case: Case[m.StepMeeting], act: m.CloseCount) -> Iterator[Demand]:
    """One chain: valid ≤ collected ≤ issued; for each person agree + disagree ≤ valid."""
    yield at_most(act.collected, _issued(case), what=_COLLECTED)
    yield at_most(act.valid, act.collected, what=Text("số phiếu hợp lệ", "valid ballots"))
    yield from _per_person(act.agree, act.disagree, act.valid)


@book.rule(
    m.void_ballots,
    cites=HANDBOOK.at("procedures.md M8, ballot.collected_over_issued", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text(
        "Chỉ hủy khi số phiếu thu về nhiều hơn phát ra",
        "Ballots are void only if more were collected than issued",
    ),
    encodes=("ballot.collected_over_issued", "2-I1", "M8"),
)
def meeting_void(case: Case[m.StepMeeting], act: m.VoidBallots) -> Demand:
    """Strictly more collected than issued; by analogy with elections."""
    return more_than(act.collected, _issued(case), what=_COLLECTED)


@book.rule(
    m.file_minutes,
    cites=APPENDIX,
    title=Text(
        "Có biên bản và, nếu bỏ phiếu, biên bản kiểm phiếu",
        "There are minutes and, where it was balloted, counting minutes",
    ),
    encodes=("2-I3", "M9"),
)
def meeting_minutes(case: Case[m.StepMeeting], act: m.FileMinutes) -> Iterator[Demand]:
    """No result is used before its meeting is recorded."""
    yield given(act.minutes, what=Text("biên bản hội nghị", "minutes of the meeting"))
    if case.last(m.CloseCount) is not None:
        what = Text("biên bản kiểm phiếu", "counting minutes")
        yield given(act.counting_minutes, what=what)
