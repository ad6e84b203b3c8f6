"""`step_meeting`: one meeting of the five-step procedure, from its calling to its minutes.

One case for each step and attempt of a track. Drawn from table 2.3 of the handbook; the ids of the
steps are its rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from congress_flow._case import Case
from congress_flow._procedure import Drawing, event
from congress_flow._sources import Level
from congress_flow._text import Text
from congress_flow.procedures._acts import STANDING, Act, Body
from congress_flow.procedures._people import Meeting as Meeting

_CHAIR = (Body.CHAIR,)
_COUNTING = (Body.COUNTING_GROUP,)


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class StepMeeting:
    """Which meeting it is: of which track (id of its case), which of the steps 1 to 5, which time.

    Raises `ValueError` for a step that is none of the five and an attempt below 1.
    """

    track: str
    level: Level
    step: int = attrs.field(validator=attrs.validators.in_(range(1, 6)))
    attempt: int = attrs.field(default=1, validator=attrs.validators.ge(1))


@event(Text("Triệu tập hội nghị", "Call the meeting"))
class CallMeeting(Act):
    """The list of those convened is fixed.

    `convened` is their number, `roster` the groups they come from (asked for at step 2), `held_on`
    the day for which the meeting is called.
    """

    convened: int | None = None
    roster: tuple[str, ...] | None = None
    held_on: date | None = None


@event(Text("Xác nhận đủ số người dự", "Confirm the quorum"))
class ConfirmQuorum(Act):
    """Enough of those convened are present."""

    present: int | None = None


@event(Text("Ghi nhận không đủ số người dự", "Record that there is no quorum"))
class RecordInquorate(Act):
    """Too few of those convened are present."""

    present: int | None = None


@event(Text("Triệu tập lại hội nghị", "Reconvene"))
class Reconvene(Act):
    """The same meeting is called for another day."""

    held_on: date | None = None


@event(Text("Phát phiếu", "Issue the ballots"))
class IssueBallots(Act):
    """`issued` ballots are handed out; `secret` is whether the vote is by secret ballot."""

    issued: int | None = None
    secret: bool | None = None


@event(Text("Biểu quyết không bỏ phiếu", "Record a plain vote"))
class RecordPlainVote(Act):
    """The meeting votes without ballots; the votes are by the id of a person."""

    agree: Mapping[str, int] | None = None
    disagree: Mapping[str, int] | None = None


@event(Text("Kiểm phiếu xong", "Close the count"))
class CloseCount(Act):
    """The ballots are counted; the votes are by the id of a person, the rest are blank."""

    collected: int | None = None
    valid: int | None = None
    agree: Mapping[str, int] | None = None
    disagree: Mapping[str, int] | None = None


@event(Text("Hủy kết quả bỏ phiếu", "Void the ballots"))
class VoidBallots(Act):
    """More ballots were collected than issued: all of them are void, and it is voted again."""

    collected: int | None = None


@event(Text("Lập, lưu biên bản", "File the minutes"))
class FileMinutes(Act):
    """`minutes` is the reference of the minutes, `counting_minutes` of those of the count."""

    counting_minutes: str | None = None


_d = Drawing("step_meeting", StepMeeting, Text("Hội nghị của một bước", "Meeting of one step"))

NOT_STARTED = _d.stage("NOT_STARTED", Text("chưa triệu tập", "not called"), initial=True)
CALLED = _d.stage("CALLED", Text("đã triệu tập", "called"))
QUORATE = _d.stage("QUORATE", Text("đủ số người dự", "quorate"))
INQUORATE = _d.stage("INQUORATE", Text("không đủ số người dự", "inquorate"))
BALLOTED = _d.stage("BALLOTED", Text("đã phát phiếu", "balloted"))
COUNTED = _d.stage("COUNTED", Text("đã có kết quả", "counted"))
RECORDED = _d.stage("RECORDED", Text("đã có biên bản", "recorded"), final=True)

call_meeting = _d.step("M1", NOT_STARTED, CallMeeting, CALLED, actors=STANDING)
confirm_quorum = _d.step("M2", CALLED, ConfirmQuorum, QUORATE, actors=_CHAIR)
record_inquorate = _d.step("M3", CALLED, RecordInquorate, INQUORATE, actors=_CHAIR)
reconvene = _d.step("M4", INQUORATE, Reconvene, CALLED, actors=STANDING)
issue_ballots = _d.step("M5", QUORATE, IssueBallots, BALLOTED, actors=_COUNTING)
record_plain_vote = _d.step("M6", QUORATE, RecordPlainVote, COUNTED, actors=_CHAIR)
close_count = _d.step("M7", BALLOTED, CloseCount, COUNTED, actors=_COUNTING)
void_ballots = _d.step("M8", BALLOTED, VoidBallots, QUORATE, actors=(Body.MEETING,))
file_minutes = _d.step("M9", COUNTED, FileMinutes, RECORDED, actors=_CHAIR)

step_meeting = _d.close()


def record(case: Case[StepMeeting]) -> Meeting:
    """Return the figures of the meeting as the acts of its track take them (see `Meeting`).

    They are those of the ballot that stands: what was voided before it does not count.
    """
    called, quorum = case.last(CallMeeting), case.last(ConfirmQuorum)
    ballots, count = case.last(IssueBallots), case.last(CloseCount)
    plain, filed = case.last(RecordPlainVote), case.last(FileMinutes)
    voted = count or plain
    return Meeting(
        convened=called.convened if called else None,
        present=quorum.present if quorum else None,
        issued=ballots.issued if ballots and count else None,
        collected=count.collected if count else None,
        valid=count.valid if count else None,
        secret=ballots.secret if ballots and count else False if plain else None,
        agree=voted.agree if voted else None,
        disagree=voted.disagree if voted else None,
        filed=filed is not None,
        counted=bool(filed and filed.counting_minutes) if count else None,
    )
