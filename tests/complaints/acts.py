"""Acts on complaints in which nothing is wrong, for the grassroots congress of 28 May 2020.

Each function gives one act; facts given by keyword replace its own. The last day on which a
denunciation is settled before that congress is 20 April: from the 21st on it is held over.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from congress_flow import Case, Level
from congress_flow.procedures import Body
from congress_flow.procedures import announcement as n
from congress_flow.procedures import complaint_case as q

A = TypeVar("A")
Follow = Callable[..., Case[Any]]

IN_TIME = date(2020, 4, 20)
LATE = date(2020, 4, 21)
DAY = date(2020, 4, 22)
OPENING = date(2020, 5, 28)

SUBJECT = q.Complaint(level=Level.GRASSROOTS, congress="dai-hoi", persons=("a",))


def _act(kind: type[A], on: date, by: Body, known: dict[str, Any], told: dict[str, Any]) -> A:
    facts: dict[str, Any] = {"on": on, "by": by, **known, **told}
    return kind(**facts)


def received(**told: Any) -> q.Receive:
    known = {
        "sent": date(2020, 4, 16),
        "first_received": date(2020, 4, 17),
        "competent_received": IN_TIME,
        "signers": 1,
        "anonymous": False,
    }
    return _act(q.Receive, LATE, Body.INSPECTION_COMMISSION, known, told)


def classified(**told: Any) -> q.Classify:
    known = {
        "kind": q.ComplaintKind.DENUNCIATION,
        "about_congress": True,
        "about_election": False,
        "competent": True,
        "grounds": (),
    }
    return _act(q.Classify, LATE, Body.INSPECTION_COMMISSION, known, told)


def rejected(**told: Any) -> q.Reject:
    known = {"grounds": (q.Ground.ANONYMOUS,)}
    return _act(q.Reject, DAY, Body.INSPECTION_COMMISSION, known, told)


def split(**told: Any) -> q.SplitCase:
    return _act(q.SplitCase, DAY, Body.INSPECTION_COMMISSION, {"told_to_denounce": True}, told)


def forwarded(**told: Any) -> q.Forward:
    known = {"to": "Ủy ban Kiểm tra Đảng ủy Khối", "new_case": "don-1-khoi"}
    return _act(q.Forward, DAY, Body.INSPECTION_COMMISSION, known, told)


def frozen(**told: Any) -> q.FreezeDenunciation:
    known = {"opening": OPENING}
    return _act(q.FreezeDenunciation, DAY, Body.INSPECTION_COMMISSION, known, told)


def deferred(**told: Any) -> q.DeferAppeal:
    return _act(q.DeferAppeal, DAY, Body.INSPECTION_COMMISSION, {"opening": OPENING}, told)


def listed(**told: Any) -> q.ListAndReport:
    bodies = (Body.STANDING_COMMITTEE, Body.SUPERIOR_INSPECTION_COMMISSION)
    known = {"listed": True, "reported_to": bodies}
    return _act(q.ListAndReport, date(2020, 4, 24), Body.INSPECTION_COMMISSION, known, told)


def reevaluated(**told: Any) -> q.Reevaluate:
    known = {"opening": date(2020, 6, 26)}
    return _act(q.Reevaluate, date(2020, 5, 4), Body.AUTO, known, told)


def handed(**told: Any) -> q.HandOver:
    known = {"handed_to": tuple(q.Recipient)}
    return _act(q.HandOver, date(2020, 6, 1), Body.INSPECTION_COMMISSION, known, told)


def accepted(**told: Any) -> q.Accept:
    known = {
        "opening": OPENING,
        "settler": "Ủy ban Kiểm tra Đảng ủy",
        "settler_accused": False,
        "settler_sender": False,
        "settler_concerned": False,
        "discipline_in_force": True,
    }
    return _act(q.Accept, DAY, Body.INSPECTION_COMMISSION, known, told)


def taken_up(**told: Any) -> q.OpenElectionComplaint:
    known = {"filed": date(2020, 6, 5), "closing": date(2020, 5, 29)}
    on = date(2020, 6, 9)
    by = Body.SUPERIOR_INSPECTION_COMMISSION
    return _act(q.OpenElectionComplaint, on, by, known, told)


def extended(**told: Any) -> q.Extend:
    known = {"days": 30, "notice": "03-TB/UBKT"}
    return _act(q.Extend, date(2020, 8, 3), Body.INSPECTION_COMMISSION, known, told)


def concluded(**told: Any) -> q.Conclude:
    known = {
        "conclusion": "05-KL/UBKT",
        "founded": False,
        "identity_kept": True,
        "reprisal": False,
    }
    return _act(q.Conclude, date(2020, 8, 10), Body.INSPECTION_COMMISSION, known, told)


def overdue(**told: Any) -> q.MarkOverdue:
    known = {"notice": "04-TB/UBKT"}
    return _act(q.MarkOverdue, date(2020, 8, 27), Body.AUTO, known, told)


def notified(**told: Any) -> q.Notify:
    return _act(q.Notify, date(2020, 9, 1), Body.INSPECTION_COMMISSION, {"told": True}, told)


def answered(**told: Any) -> q.AnswerPetition:
    return _act(q.AnswerPetition, DAY, Body.EXECUTIVE_COMMITTEE, {"answer": "06-CV/ĐU"}, told)


def announced(follow: Follow, *moved: date) -> Case[Any]:
    """Return the announcement of the congress: opening on OPENING, then put off to *moved*."""
    first = n.AnnounceOpening(on=date(2020, 3, 30), opening=OPENING)
    later = [n.Postpone(on=date(2020, 5, 4), new_day=day) for day in moved]
    case: Case[Any] = follow(
        n.announcement, n.Announcement(congress="dai-hoi"), first, *later, id="cong-bo"
    )
    return case
