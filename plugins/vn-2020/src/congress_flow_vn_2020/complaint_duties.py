"""Letters round a congress: until when they are taken up before it, and how long settling takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from congress_flow import Case, CountAnchor, Level, Outlook, Surroundings, Text
from congress_flow.procedures import complaint_case as q
from congress_flow.reckoning import Bearing, Counting, Due, LetterLaw, Matter, days
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._complaint_links import (
    AS_GRASSROOTS,
    COMPLAINTS,
    MATTERS,
    law_for,
    letters_on,
    received,
    settlement,
    settling_on,
    started,
)
from congress_flow_vn_2020._duty_links import (
    OPENING,
    Congress,
    after,
    before,
    congresses,
    day_of,
    known,
)
from congress_flow_vn_2020.complaint_freeze import CUTOFF
from congress_flow_vn_2020.complaint_screening import LODGE
from congress_flow_vn_2020.complaint_settling import APPEALS, DENUNCIATIONS
from congress_flow_vn_2020.complaints_law import FREEZE
from congress_flow_vn_2020.complaints_law import LODGE as READINGS_OF_LODGE
from congress_flow_vn_2020.readings import TermReadings

_HELD_OVER: Final = Text(
    "tố cáo về đại hội nhận từ ngày này thì chưa giải quyết",
    "denunciations about the congress received from now on are held over",
)
_APPEAL: Final = Text(
    "gửi khiếu nại để được xem xét trước đại hội",
    "send an appeal that is to be considered before the congress",
)
_LODGE: Final = Text("gửi khiếu nại kỷ luật", "lodge the appeal")
_SETTLE: Final = Text("giải quyết, kết luận đơn", "settle the letter")
_DECISION: Final = Text("ngày nhận quyết định kỷ luật", "receipt of the decision")
_RECEIVED: Final = Text("ngày cơ quan có thẩm quyền nhận đơn", "receipt by the competent body")
_HANDED: Final = Text("ngày bàn giao cho nhiệm kỳ mới", "the hand-over to the new term")
_EXTENDED: Final = Text("ngày hết hạn lần đầu", "the end of the first limit")
_WITHIN_90: Final = Text(
    "Giải quyết trong 90 (Trung ương 180) ngày làm việc",
    "Settled within 90 (centre: 180) working days",
)
# Nobody settles these, or not yet.
_RESTING: Final = frozenset({q.NOT_STARTED, q.REJECTED, q.TRANSFERRED, q.FROZEN})


@book.duty(
    cites=FREEZE.rows[0].cites,
    in_force=COMPLAINTS,
    title=Text(
        "Tố cáo nhận trong 25 (30) ngày làm việc trước khai mạc thì chưa giải quyết",
        "A denunciation received within 25 (30) working days of the opening is not settled now",
    ),
    subject="denunciation_freeze",
    encodes=("denunciation.freeze",),
)
def denunciation_freeze_day(about: Outlook[TermReadings]) -> Iterator[Due]:
    """From the 25th (30th) working day before the opening on, that day included."""
    return freezes(about)


def freezes(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Yield from when on denunciations about each congress are held over."""
    for congress in _concerned(about):
        anchor, first = (congress.opening, OPENING), Bearing.FROM
        for limit in known(_letters(congress, about).freeze):
            yield before(congress.case, _HELD_OVER, anchor, limit, about, bearing=first)


@book.duty(
    cites=CUTOFF,
    in_force=COMPLAINTS,
    title=Text(
        "Khiếu nại gửi sau mốc trước khai mạc thì chuyển cấp ủy khóa mới",
        "An appeal sent after the cut-off goes to the new committee",
    ),
    subject="appeal_by_cutoff",
    encodes=("appeal.cutoff",),
)
def appeal_cutoff_day(about: Outlook[TermReadings]) -> Iterator[Due]:
    """The day of sending counts; a day only where the reading chose a cut-off."""
    return cutoffs(about)


def cutoffs(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Yield until when an appeal is considered before each congress."""
    for congress in _concerned(about):
        anchor, until = (congress.opening, OPENING), Bearing.UNTIL
        for limit in known(_letters(congress, about).cutoff):
            yield before(congress.case, _APPEAL, anchor, limit, about, bearing=until)


def _concerned(about: Surroundings[TermReadings]) -> Iterator[Congress]:
    """Yield every congress; of the cells' those of which a letter speaks."""
    named = {case.subject.congress for case in about.beside.of(q.complaint_case)}
    for congress in congresses(about.beside):
        if congress.level is not Level.CELL or congress.id in named:
            yield congress


def _letters(congress: Congress, about: Outlook[TermReadings]) -> LetterLaw:
    level = Level.GRASSROOTS if congress.level in AS_GRASSROOTS else congress.level
    return letters_on(about.readings, about.on, level)


@book.duty(
    cites=LODGE,
    in_force=COMPLAINTS,
    title=Text(
        "Khiếu nại kỷ luật trong 1 tháng từ khi nhận quyết định",
        "An appeal is lodged within a month of receiving the decision",
    ),
    subject="lodged_in_time",
    encodes=("appeal.lodge",),
)
def appeal_lodged_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """The month of the Charter."""
    return lodgings(about, 0)


@book.duty(
    cites=READINGS_OF_LODGE[1].citation,
    in_force=COMPLAINTS,
    title=Text(
        "Một tháng để khiếu nại, theo một trả lời là 30 ngày làm việc",
        "The month to appeal, by one answer 30 working days",
    ),
    subject="lodged_as_answered",
    encodes=("appeal.lodge",),
)
def appeal_lodged_as_answered(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Between the two days nobody may guess: both are shown, neither makes the other void."""
    return lodgings(about, 1)


def lodgings(about: Outlook[TermReadings], reading: int) -> Iterator[Due]:
    """Yield until when each appeal may be lodged, by one of the readings of that time."""
    for case in about.beside.of(q.complaint_case):
        readings = law_for(case, about, about.on).lodge
        if q.kind(case) is q.ComplaintKind.DISCIPLINARY_APPEAL and reading < len(readings):
            got = received(case)
            yield after(
                case.id,
                _LODGE,
                (got.decision_received, _DECISION),
                readings[reading].value,
                about,
                bearing=Bearing.UNTIL,
                done=got.sent,
            )


@book.duty(
    cites=DENUNCIATIONS,
    title=_WITHIN_90,
    subject="denunciation_settled_in_time",
    encodes=("denunciation.settle",),
)
def denunciation_settlement_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """From the receipt by the competent body, an extension added."""
    return settlements(about, Matter.DENUNCIATION)


@book.duty(
    cites=APPEALS,
    title=_WITHIN_90,
    subject="appeal_settled_in_time",
    encodes=("appeal.settle",),
)
def appeal_settlement_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """From the receipt, in person or by the postmark."""
    return settlements(about, Matter.APPEAL)


def settlements(about: Outlook[TermReadings], matter: Matter) -> Iterator[Due]:
    """Yield by when each letter of a kind is settled; one held over waits for the new term."""
    for case in about.beside.of(q.complaint_case):
        kind = q.kind(case)
        if kind is not None and MATTERS.get(kind) is matter and case.stage not in _RESTING:
            yield from _settled(case, about, matter)


def _settled(
    case: Case[q.Complaint], about: Outlook[TermReadings], matter: Matter
) -> Iterator[Due]:
    start = started(case, matter)
    law = settling_on(about.readings, start or about.on, matter, case.subject.level)
    if law is None:
        return
    handed, done = case.last(q.HandOver) is not None, day_of(case.last(q.Conclude))
    anchor = (start, _HANDED if handed else _RECEIVED)
    first = after(case.id, _SETTLE, anchor, law.limit.value, about, done=done)
    found = settlement(case, about, None)
    if found is None or not found.extension_allowed:
        yield first
        return
    # The further days follow the last one at once, whatever is held of a first day.
    yield attrs.evolve(
        first,
        anchor=first.day,
        anchor_is=_EXTENDED,
        limit=days(found.extended_by),
        counting=Counting(about.readings.calendar, CountAnchor.EXCLUDE),
    )
