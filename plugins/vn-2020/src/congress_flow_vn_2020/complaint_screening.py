"""Complaints: receipt, screening, rejection, splitting, forwarding, taking up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    InForce,
    Step,
    Text,
    equals,
    fails,
    given,
    holds,
    on_or_after,
    on_or_before,
    one_of,
)
from congress_flow.procedures import Act
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import Deadline, Direction
from congress_flow_vn_2020._book import TERM_2020, book, by_another_text, rows
from congress_flow_vn_2020._complaint_links import (
    COMPLAINTS,
    counting,
    law_for,
    received,
    row,
)
from congress_flow_vn_2020._congress_days import agreed, closing_day
from congress_flow_vn_2020._contest_links import ELECTIONS
from congress_flow_vn_2020._days import after
from congress_flow_vn_2020.contest_superior import COMPLAINT_WINDOW
from congress_flow_vn_2020.instruments import (
    DL_2011,
    HD02_2021,
    HD07_2019,
    QC244_2014,
    QD30_2016,
)
from congress_flow_vn_2020.readings import Readings2020

_STEPS: tuple[Step[q.Complaint, Any], ...] = q.complaint_case.steps
RECEIPT: Final = HD07_2019.at("phần II, mục 1.1")
LODGE: Final = DL_2011.at("Điều 39 khoản 7", Confidence.VERIFIED)
_KIND: Final = Text("loại đơn", "kind of letter")
_SENT: Final = Text("ngày gửi", "sent")
_APPEALS: Final = q.ComplaintKind.DISCIPLINARY_APPEAL
_OPEN_CONTEST: Final = (e.DECLARED, e.REPORTED, e.RATIFIED, e.PARTLY_RATIFIED)


@book.rule(
    *_STEPS,
    cites=row("8, cột cơ quan thực hiện"),
    in_force=TERM_2020,
    title=Text("Đúng cơ quan thực hiện từng việc", "Each act is that of the competent body"),
    encodes=rows(*_STEPS),
)
def complaint_actor(case: Case[q.Complaint], act: Act, about: Context[Readings2020]) -> Demand:
    """The column *Actor* of table 8."""
    return one_of(act.by, about.step.actors, what=Text("cơ quan thực hiện", "acting body"))


@book.rule(
    q.receive,
    cites=row("Q1", Confidence.VERIFIED),
    in_force=TERM_2020,
    title=Text(
        "Ghi đủ ngày gửi, ngày nhận đầu tiên và ngày cơ quan có thẩm quyền nhận",
        "The days of sending, of first receipt and of receipt by the competent body are kept",
    ),
    encodes=("denunciation.receipt_day", "Q1"),
)
def receipt_days_kept(case: Case[q.Complaint], act: q.Receive) -> Iterator[Demand]:
    """Sent ≤ first received ≤ received by the competent body, as far as they are known."""
    first = Text("ngày nhận đầu tiên", "first received")
    yield on_or_before(act.first_received, act.on, what=first)
    if act.sent is not None:
        yield on_or_before(act.sent, act.first_received, what=_SENT)
    if act.competent_received is not None:
        yield on_or_after(
            act.competent_received,
            act.first_received,
            what=Text("cơ quan có thẩm quyền nhận", "received by the competent body"),
        )


@book.rule(
    q.classify,
    cites=row("Q2", Confidence.VERIFIED),
    in_force=TERM_2020,
    title=Text("Xác định loại đơn và thẩm quyền", "Kind and competence are set"),
    encodes=("Q2",),
)
def kind_set(case: Case[q.Complaint], act: q.Classify) -> Iterator[Demand | Gap]:
    """One of the five kinds; whether the body is competent is known."""
    yield one_of(act.kind, tuple(q.ComplaintKind), what=_KIND)
    if act.competent is None:
        yield Gap(Text("chưa rõ thẩm quyền", "the competence is not known"))


def _found(case: Case[q.Complaint]) -> tuple[q.Ground, ...] | None:
    """Return the grounds for not settling that the screening found."""
    classified = case.last(q.Classify)
    return None if classified is None else classified.grounds


@book.rule(
    q.classify,
    cites=row("Q2, Q3", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text(
        "Đã xem xét các căn cứ không giải quyết đơn",
        "The grounds for not settling a letter were looked at",
    ),
    encodes=("case.inadmissible", "case.collective_signature", "Q2"),
)
def grounds_screened(
    case: Case[q.Complaint], act: q.Classify, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """What was found agrees with what the receipt tells of the name and of the signers.

    Asked only of grounds in the law of the day: several signers are none once the text ended.
    """
    if act.grounds is None:
        yield Gap(Text("chưa rõ kết quả xem xét", "what was found is not known"))
        return
    got = received(case)
    signers = None if got.signers is None else got.signers > 1
    known = law_for(case, about, act.on).grounds
    for ground, told in ((q.Ground.ANONYMOUS, got.anonymous), (q.Ground.COLLECTIVE, signers)):
        if told is not None and ground in known:
            yield equals(ground in act.grounds, told, what=ground.term)


@book.rule(
    q.reject,
    cites=row("Q3", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text(
        "Chỉ không giải quyết khi có căn cứ quy định",
        "A letter is left unsettled only on a ground that the law knows",
    ),
    encodes=("case.inadmissible", "case.collective_signature", "Q3"),
)
def rejected_on_grounds(
    case: Case[q.Complaint], act: q.Reject, about: Context[Readings2020]
) -> Iterator[Demand]:
    """At least one ground; each is one of the law of the day, and the screening found it."""
    yield given(act.grounds, what=Text("căn cứ", "grounds"))
    known = law_for(case, about, act.on).grounds
    for ground in act.grounds or ():
        yield one_of(ground, known, what=Text("căn cứ theo quy định", "ground of the law"))
        yield one_of(ground, _found(case) or (), what=Text("căn cứ đã thấy", "ground found"))


@book.rule(
    q.split_case,
    cites=row("Q4"),
    in_force=TERM_2020,
    title=Text("Chỉ tách đơn vừa khiếu nại vừa tố cáo", "Only a mixed letter is split"),
    encodes=("case.mixed", "Q4"),
)
def only_mixed_is_split(case: Case[q.Complaint], act: q.SplitCase) -> Demand:
    """Classified as mixed, and not split before."""
    return equals(q.kind(case), q.ComplaintKind.MIXED, what=_KIND)


@book.rule(
    q.split_case,
    cites=HD02_2021.at("phần V, mục 2.4"),
    in_force=COMPLAINTS,
    title=Text(
        "Giải quyết phần khiếu nại, hướng dẫn người gửi tố cáo riêng",
        "The appeal is settled; the sender is told to denounce separately",
    ),
    encodes=("case.mixed", "Q4"),
)
def told_to_denounce(case: Case[q.Complaint], act: q.SplitCase) -> Demand:
    """The sender was told."""
    return holds(act.told_to_denounce, what=Text("đã hướng dẫn", "told"))


@book.rule(
    q.forward,
    cites=row("Q5", Confidence.VERIFIED),
    in_force=TERM_2020,
    title=Text(
        "Chuyển đơn không thuộc thẩm quyền đến cơ quan có thẩm quyền",
        "A letter that is not for this body goes to the competent one, where a case opens",
    ),
    encodes=("denunciation.receipt_day", "Q5"),
)
def forwarded_to_competent(case: Case[q.Complaint], act: q.Forward) -> Iterator[Demand]:
    """Not competent here; the body and the new case are named. Its day of receipt counts."""
    classified = case.last(q.Classify)
    competent = None if classified is None else classified.competent
    yield fails(competent, what=Text("thuộc thẩm quyền", "competent"))
    yield given(act.to, what=Text("cơ quan nhận", "to"))
    yield given(act.new_case, what=Text("hồ sơ mới", "new case"))


@book.rule(
    q.accept,
    cites=row("Q11", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text(
        "Thụ lý: đúng loại đơn, đúng thẩm quyền", "Taken up: the right kind, by the competent body"
    ),
    encodes=("Q11", "Q4", "Q12", "Q18"),
)
def accepted_in_competence(case: Case[q.Complaint], act: q.Accept) -> Iterator[Demand]:
    """A denunciation or an appeal: a mixed letter is split first, the others go other ways."""
    kinds = (q.ComplaintKind.DENUNCIATION, _APPEALS)
    classified = case.last(q.Classify)
    yield one_of(q.kind(case), kinds, what=_KIND)
    competent = None if classified is None else classified.competent
    yield holds(competent, what=Text("thuộc thẩm quyền", "competent"))


@book.rule(
    q.accept,
    cites=(row("Q11", Confidence.REPORTED), QD30_2016.at("giải quyết tố cáo")),
    in_force=QD30_2016.in_force,
    title=Text(
        "Người giải quyết không phải người bị tố cáo, người gửi đơn hay người liên quan",
        "The settler is neither the accused nor the sender nor concerned",
    ),
    encodes=("8-I2", "Q11"),
)
def settler_unconcerned(case: Case[q.Complaint], act: q.Accept) -> Iterator[Demand]:
    """Named, and with no part in the matter."""
    yield given(act.settler, what=Text("người giải quyết", "settler"))
    about = act.settler or ""
    yield fails(act.settler_accused, about=about, what=Text("người bị tố cáo", "accused"))
    yield fails(act.settler_sender, about=about, what=Text("người gửi đơn", "sender"))
    yield fails(act.settler_concerned, about=about, what=Text("người liên quan", "concerned"))


by_another_text(
    "settler_unconcerned",
    cites=row("Q11", Confidence.REPORTED),
    in_force=InForce(QD30_2016.in_force.until, TERM_2020.until),
    suffix="_2021",
)


@book.rule(
    q.accept,
    cites=row("Q3, Q11", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text(
        "Không thụ lý đơn thuộc diện không giải quyết",
        "A letter that must not be settled is not taken up",
    ),
    encodes=("case.inadmissible", "case.collective_signature", "Q11"),
)
def no_ground_against(
    case: Case[q.Complaint], act: q.Accept, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The screening found none of the grounds of the law of the day."""
    found = _found(case)
    for ground in law_for(case, about, act.on).grounds:
        yield fails(None if found is None else ground in found, what=ground.term)


@book.rule(
    q.accept,
    cites=LODGE,
    in_force=COMPLAINTS,
    title=Text(
        "Khiếu nại kỷ luật trong 1 tháng từ khi nhận quyết định",
        "An appeal is lodged within a month of receiving the decision",
    ),
    encodes=("appeal.lodge", "8-I1", "Q11"),
)
def lodged_in_time(
    case: Case[q.Complaint], act: q.Accept, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """One answer reads the month as 30 working days: between the two it cannot be judged."""
    return lodged_within(case, act, about)


def lodged_within(
    case: Case[q.Complaint], act: q.Accept, about: Context[Any]
) -> Iterator[Demand | Gap]:
    """Demand that an appeal was sent by the last day of every reading of the time to appeal."""
    if q.kind(case) is not _APPEALS:
        return
    got = received(case)
    if got.decision_received is None:
        yield Gap(Text("chưa rõ ngày nhận quyết định", "receipt of the decision is not known"))
        return
    try:
        ends = [
            (each.day, each.demand(got.sent, what=_SENT))
            for each in _time_to_appeal(case, act, about, got.decision_received)
        ]
    except LookupError:
        yield Gap(Text("lịch nghỉ chưa có đến ngày đó", "the calendar does not reach so far"))
        return
    in_time = {demand.met for _, demand in ends}
    if in_time == {True, False}:
        yield Gap(
            Text("đúng hạn hay không tùy cách hiểu", "in time by one reading, late by the other"),
            {"sent": got.sent, "ends": tuple(day.isoformat() for day, _ in ends)},
        )
        return
    yield ends[0][1]


def _time_to_appeal(
    case: Case[q.Complaint], act: q.Accept, about: Context[Any], start: date
) -> Iterator[Deadline]:
    """Yield the time to appeal, once for each reading of it."""
    for limit in law_for(case, about, act.on).lodge:
        yield Deadline(
            anchor=start,
            limit=limit.value,
            direction=Direction.AFTER,
            counting=counting(about.readings),
        )


@book.rule(
    q.accept,
    cites=DL_2011.at("Điều 39 khoản 9", Confidence.VERIFIED),
    in_force=COMPLAINTS,
    title=Text(
        "Trong khi chờ giải quyết khiếu nại, quyết định kỷ luật vẫn có hiệu lực",
        "The decision stays in force while the appeal runs",
    ),
    encodes=("appeal.effect", "8-I1"),
)
def discipline_stays(case: Case[q.Complaint], act: q.Accept) -> Answer:
    """For appeals."""
    if q.kind(case) is not _APPEALS:
        return ()
    return holds(act.discipline_in_force, what=Text("quyết định có hiệu lực", "in force"))


@book.rule(
    q.open_election_complaint,
    cites=QC244_2014.at("Điều 35 khoản 1"),
    in_force=ELECTIONS,
    title=Text(
        "Ủy ban kiểm tra cấp trên xem xét khiếu nại về bầu cử gửi trong 15 ngày làm việc",
        "The superior's inspection commission takes up what was filed within 15 working days",
    ),
    encodes=("election_complaint.window", "Q12"),
)
def election_complaint_in_time(
    case: Case[q.Complaint], act: q.OpenElectionComplaint, about: Context[Readings2020]
) -> Iterator[Demand]:
    """An election complaint about a result that was declared, in the window after the closing."""
    yield equals(q.kind(case), q.ComplaintKind.ELECTION_COMPLAINT, what=_KIND)
    contest = about.beside.get(e.election_contest, case.subject.contest)
    stage = None if contest is None else contest.stage
    yield one_of(stage, _OPEN_CONTEST, what=Text("cuộc bầu cử đang ở", "the contest stands at"))
    at_conference = contest is not None and contest.subject.meeting is e.Meeting.CONFERENCE
    recorded = None if at_conference else closing_day(about.beside, case.subject.congress)
    yield from agreed(act.closing, recorded, Text("ngày bế mạc", "day of closing"))
    due = after(recorded or act.closing, COMPLAINT_WINDOW, about.readings)
    yield on_or_before(act.filed, due, what=Text("ngày gửi đơn", "filed"))


@book.rule(
    q.answer_petition,
    cites=row("Q18", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Kiến nghị, phản ánh được trả lời", "A petition is answered"),
    encodes=("Q18",),
)
def petition_answered(case: Case[q.Complaint], act: q.AnswerPetition) -> Iterator[Demand]:
    """The answer is recorded; no limit is known."""
    yield equals(q.kind(case), q.ComplaintKind.PETITION, what=_KIND)
    yield given(act.answer, what=Text("nội dung trả lời", "the answer"))
