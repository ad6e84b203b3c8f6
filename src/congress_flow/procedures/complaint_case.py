"""`complaint_case`: one letter, or part of a letter, from its receipt to its end.

Denunciations, disciplinary appeals, election complaints, petitions, and letters that are both of
the first two. Drawn from table 8 of the handbook; the ids of the steps are its rows.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs

from congress_flow._case import Case
from congress_flow._procedure import Drawing, event
from congress_flow._sources import Level
from congress_flow._text import Text, Worded
from congress_flow.procedures._acts import COMMITTEE_OR_STANDING, SUPERIOR, Act, Body
from congress_flow.reckoning.complaints import Ground as Ground
from congress_flow.reckoning.complaints import Recipient as Recipient


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Complaint:
    """What a complaint case is about.

    `level` is that of the organisation whose congress, members or decisions it concerns;
    `congress` and `contest` are the ids of those cases (empty: it concerns none), `persons` the
    ids of the persons whom it concerns. The sender is deliberately no fact of the case (8-I2).
    """

    level: Level
    congress: str = ""
    contest: str = ""
    persons: tuple[str, ...] = ()


class ComplaintKind(Worded):
    """What a letter is."""

    DENUNCIATION = "denunciation", Text("tố cáo", "denunciation")
    DISCIPLINARY_APPEAL = (
        "disciplinary_appeal",
        Text("khiếu nại kỷ luật đảng", "disciplinary appeal"),
    )
    ELECTION_COMPLAINT = "election_complaint", Text("khiếu nại về bầu cử", "election complaint")
    PETITION = "petition", Text("kiến nghị, phản ánh", "petition")
    MIXED = "mixed", Text("vừa khiếu nại vừa tố cáo", "appeal and denunciation in one")


@event(Text("Nhận đơn", "Receive"))
class Receive(Act):
    """The letter arrives. All days are kept, because which of them counts depends on its kind.

    `sent` is the postmark, or the day it was handed in; `first_received` the day on which any
    Party organisation had it, `competent_received` the day on which the competent one did.
    `decision_received` is, for an appeal, the day on which the person received the decision;
    `signers` is how many signed.
    """

    sent: date | None = None
    first_received: date | None = None
    competent_received: date | None = None
    decision_received: date | None = None
    signers: int | None = None
    anonymous: bool | None = None


@event(Text("Phân loại đơn", "Classify"))
class Classify(Act):
    """What the letter is, and what it is about.

    `about_congress`: the congress, its personnel or delegates; `about_election`: an election
    already held; `competent`: whether the body that has it is the one that settles it; `grounds`:
    what was found at the screening on which a letter may be not settled at all.
    """

    kind: ComplaintKind | None = None
    about_congress: bool | None = None
    about_election: bool | None = None
    competent: bool | None = None
    grounds: tuple[Ground, ...] | None = None


@event(Text("Không xem xét, giải quyết", "Reject"))
class Reject(Act):
    """The letter is not settled, on these grounds."""

    grounds: tuple[Ground, ...] | None = None


@event(Text("Tách đơn có hai nội dung", "Split the case"))
class SplitCase(Act):
    """The case keeps the appeal; the sender is told to denounce separately."""

    told_to_denounce: bool | None = None


@event(Text("Chuyển đơn đến cơ quan có thẩm quyền", "Forward"))
class Forward(Act):
    """The letter goes to the competent body, where a new case opens."""

    to: str | None = None
    new_case: str | None = None


@event(Text("Chưa giải quyết tố cáo trước đại hội", "Freeze the denunciation"))
class FreezeDenunciation(Act):
    """Too near the opening: the denunciation is not settled now. `opening`: as planned then."""

    opening: date | None = None


@event(Text("Chuyển khiếu nại sang cấp ủy khóa mới", "Defer the appeal"))
class DeferAppeal(Act):
    """The appeal was sent too near the opening: it is for the new committee."""

    opening: date | None = None


@event(Text("Lập danh sách, báo cáo", "List and report"))
class ListAndReport(Act):
    """The frozen case is listed and reported to these bodies."""

    listed: bool | None = None
    reported_to: tuple[Body, ...] | None = None


@event(Text("Xem xét lại do dời ngày khai mạc", "Re-evaluate"))
class Reevaluate(Act):
    """The opening was moved to `opening`; the case is no longer to be held over."""

    opening: date | None = None


@event(Text("Bàn giao hồ sơ cho nhiệm kỳ mới", "Hand over"))
class HandOver(Act):
    """The file goes to these bodies of the new term."""

    handed_to: tuple[Recipient, ...] | None = None


@event(Text("Thụ lý", "Accept"))
class Accept(Act):
    """The competent body takes the case up. The settler must have no part in it.

    `opening` is the day of opening as planned then, where the case is about a congress to come;
    `discipline_in_force`, for an appeal, whether the decision stays in force meanwhile.
    """

    opening: date | None = None
    settler: str | None = None
    settler_accused: bool | None = None
    settler_sender: bool | None = None
    settler_concerned: bool | None = None
    discipline_in_force: bool | None = None


@event(Text("Thụ lý khiếu nại về bầu cử", "Open an election complaint"))
class OpenElectionComplaint(Act):
    """The superior's inspection commission takes it up. `closing`: the day the meeting closed."""

    filed: date | None = None
    closing: date | None = None


@event(Text("Gia hạn", "Extend"))
class Extend(Act):
    """The time to settle is extended by `days` calendar days; the sender is told."""

    days: int | None = None
    notice: str | None = None


@event(Text("Kết luận", "Conclude"))
class Conclude(Act):
    """The written conclusion; `founded` whether the complaint was right.

    `identity_kept` is whether the denouncer was kept secret, `reprisal` whether there was any.
    """

    conclusion: str | None = None
    founded: bool | None = None
    identity_kept: bool | None = None
    reprisal: bool | None = None


@event(Text("Ghi nhận quá hạn", "Mark overdue"))
class MarkOverdue(Act):
    """The limit has passed; the sender is told."""

    notice: str | None = None


@event(Text("Thông báo kết quả", "Notify"))
class Notify(Act):
    """The sender is told the result."""

    told: bool | None = None


@event(Text("Trả lời kiến nghị", "Answer the petition"))
class AnswerPetition(Act):
    """The committee's answer."""

    answer: str | None = None


_d = Drawing("complaint_case", Complaint, Text("Giải quyết đơn, thư", "Complaint case"))

NOT_STARTED = _d.stage("NOT_STARTED", Text("chưa nhận", "not started"), initial=True)
RECEIVED = _d.stage("RECEIVED", Text("đã nhận", "received"))
SCREENED = _d.stage("SCREENED", Text("đã phân loại", "screened"))
REJECTED = _d.stage("REJECTED", Text("không xem xét, giải quyết", "rejected"), final=True)
TRANSFERRED = _d.stage("TRANSFERRED", Text("đã chuyển đơn", "transferred"), final=True)
FROZEN = _d.stage("FROZEN", Text("chưa giải quyết trước đại hội", "frozen"))
HANDED_OVER = _d.stage(
    "HANDED_OVER", Text("đã bàn giao cho nhiệm kỳ mới", "handed over to the new term")
)
IN_PROGRESS = _d.stage("IN_PROGRESS", Text("đang giải quyết", "in progress"))
OVERDUE = _d.stage("OVERDUE", Text("quá hạn", "overdue"))
CONCLUDED = _d.stage("CONCLUDED", Text("đã kết luận", "concluded"))
NOTIFIED = _d.stage("NOTIFIED", Text("đã thông báo kết quả", "notified"), final=True)

_SCREENING = (Body.INSPECTION_COMMISSION, Body.RECEIVING_BODY)
_INSPECTING = (Body.INSPECTION_COMMISSION,)
_SETTLING = (
    Body.COMPETENT_BODY,
    Body.INSPECTION_COMMISSION,
    Body.SUPERIOR_INSPECTION_COMMISSION,
    *COMMITTEE_OR_STANDING,
    *SUPERIOR,
)
_COMPUTED = (Body.AUTO,)
_RUNNING = (IN_PROGRESS, HANDED_OVER)

receive = _d.step("Q1", NOT_STARTED, Receive, RECEIVED, actors=_SCREENING)
classify = _d.step("Q2", RECEIVED, Classify, SCREENED, actors=_SCREENING)
reject = _d.step("Q3", SCREENED, Reject, REJECTED, actors=_SCREENING)
split_case = _d.step("Q4", SCREENED, SplitCase, None, actors=_SCREENING)
forward = _d.step("Q5", SCREENED, Forward, TRANSFERRED, actors=_SCREENING)
freeze_denunciation = _d.step("Q6", SCREENED, FreezeDenunciation, FROZEN, actors=_INSPECTING)
defer_appeal = _d.step("Q7", SCREENED, DeferAppeal, FROZEN, actors=_INSPECTING)
list_and_report = _d.step("Q8", FROZEN, ListAndReport, None, actors=_INSPECTING)
reevaluate = _d.step("Q9", FROZEN, Reevaluate, SCREENED, actors=_COMPUTED)
hand_over = _d.step("Q10", FROZEN, HandOver, HANDED_OVER, actors=_INSPECTING)
accept = _d.step("Q11", SCREENED, Accept, IN_PROGRESS, actors=_SETTLING)
open_election_complaint = _d.step(
    "Q12",
    SCREENED,
    OpenElectionComplaint,
    IN_PROGRESS,
    actors=(Body.SUPERIOR_INSPECTION_COMMISSION,),
)
extend = _d.step("Q13", IN_PROGRESS, Extend, None, actors=_SETTLING)
conclude = _d.step("Q14", _RUNNING, Conclude, CONCLUDED, actors=_SETTLING)
mark_overdue = _d.step("Q15", _RUNNING, MarkOverdue, OVERDUE, actors=_COMPUTED)
conclude_late = _d.step("Q16", OVERDUE, Conclude, CONCLUDED, actors=_SETTLING)
notify = _d.step("Q17", CONCLUDED, Notify, NOTIFIED, actors=_SETTLING)
answer_petition = _d.step("Q18", SCREENED, AnswerPetition, NOTIFIED, actors=COMMITTEE_OR_STANDING)

complaint_case = _d.close()

SETTLED: Final = frozenset({REJECTED, TRANSFERRED, CONCLUDED, NOTIFIED})


def kind(case: Case[Complaint]) -> ComplaintKind | None:
    """Return what the letter is, the appeal alone once it was split; None before it is known."""
    if case.last(SplitCase) is not None:
        return ComplaintKind.DISCIPLINARY_APPEAL
    classified = case.last(Classify)
    return None if classified is None else classified.kind


def is_open(case: Case[Complaint]) -> bool:
    """Return whether the case waits to be settled: received, and neither concluded nor sent on."""
    return case.stage not in {NOT_STARTED, *SETTLED}


def is_timely(case: Case[Complaint]) -> bool:
    """Return whether the case is open and to be settled before the congress: not held over."""
    return is_open(case) and case.stage not in {FROZEN, HANDED_OVER}


def about_election(case: Case[Complaint], contest: str) -> bool:
    """Return whether the case is about the result of the election *contest*.

    An election complaint always is; a denunciation where it was classified so. What is not yet
    classified counts, so that nothing is ratified over a letter that nobody has read.
    """
    if case.subject.contest != contest:
        return False
    classified = case.last(Classify)
    if classified is None or classified.kind is ComplaintKind.ELECTION_COMPLAINT:
        return True
    return classified.about_election is not False
