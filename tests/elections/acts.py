"""Acts of an election in which nothing is wrong, and the cases beside it.

The contest elects seven members of a grassroots committee at a members' congress of 100. Each
function gives one act; facts given by keyword replace its own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from congress_flow import Case, Level
from congress_flow.procedures import Body, Nominee
from congress_flow.procedures import congress as k
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_scheme as s

A = TypeVar("A")
Stand = Callable[..., Case[Any]]

PLANNED = date(2020, 5, 4)
DAY = date(2020, 5, 28)
CLOSING = date(2020, 5, 29)
REPORTED = date(2020, 6, 5)
RATIFIED = date(2020, 6, 19)
LATE = date(2021, 1, 4)

SCHEME = tuple("abcdefgh")
LIST = (*SCHEME, "x")
BOARD = ("ban", "kiem", "phieu")
ROLL = {"official": 100}
VOTES = dict(zip(LIST, (95, 94, 93, 92, 91, 90, 80, 30, 20), strict=True))
ELECTED = SCHEME[:7]

SUBJECT = e.Contest(
    post=e.Post.COMMITTEE,
    meeting=e.Meeting.MEMBERS_CONGRESS,
    level=Level.GRASSROOTS,
    congress="dai-hoi",
    scheme="de-an",
    seats=7,
)
HANDS = e.Vote(form=e.VoteForm.SHOW_OF_HANDS, agree=90, present=98)


def _act(kind: type[A], on: date, by: Body, known: dict[str, Any], told: dict[str, Any]) -> A:
    facts: dict[str, Any] = {"on": on, "by": by, **known, **told}
    return kind(**facts)


def plan(**told: Any) -> e.PlanContest:
    known = {"seats": 7, "alternates": 0, "basis": ("QC244-2014", "HD03-2020")}
    return _act(e.PlanContest, PLANNED, Body.EXECUTIVE_COMMITTEE, known, told)


def candidacy(**told: Any) -> e.SubmitCandidacy:
    known = {
        "person": "u",
        "status": e.MemberStatus.OFFICIAL,
        "papers": (e.Paper.APPLICATION,),
        "opening": DAY,
    }
    return _act(e.SubmitCandidacy, PLANNED, Body.CANDIDATE, known, told)


def opened(**told: Any) -> e.OpenContest:
    known = {"roll": ROLL, "on_programme": True}
    return _act(e.OpenContest, DAY, Body.PRESIDIUM, known, told)


def number(**told: Any) -> e.VoteNumber:
    return _act(e.VoteNumber, DAY, Body.CONGRESS, {"number": 7, "vote": HANDS}, told)


def allotted(**told: Any) -> e.TakeAllottedNumber:
    known = {"number": 3, "alternates": 2, "alternates_voted": True}
    return _act(e.TakeAllottedNumber, DAY, Body.AUTO, known, told)


def divergence(**told: Any) -> e.ReportPollDivergence:
    known = {"introduced": "b", "reported": "12-BC/ĐU"}
    return _act(e.ReportPollDivergence, DAY, Body.PRESIDIUM, known, told)


def presented(**told: Any) -> e.PresentPreparedList:
    return _act(e.PresentPreparedList, DAY, Body.PRESIDIUM, {"names": SCHEME}, told)


def stands(**told: Any) -> e.SelfNominate:
    known = {
        "person": "x",
        "status": e.MemberStatus.OFFICIAL,
        "delegate": False,
        "insider": False,
    }
    return _act(e.SelfNominate, DAY, Body.MEMBERS, known, told)


def nominated(**told: Any) -> e.Nominate:
    known = {
        "person": "y",
        "status": e.MemberStatus.OFFICIAL,
        "delegate": False,
        "nominator": "a",
        "nominator_status": e.MemberStatus.PROBATIONARY,
        "nominator_delegate": False,
        "written": False,
        "consent": True,
        "insider": False,
        "nominee_insider": False,
    }
    return _act(e.Nominate, DAY, Body.MEMBERS, known, told)


def closed(**told: Any) -> e.CloseNominations:
    known = {"names": (*SCHEME, "x", "y", "z")}
    return _act(e.CloseNominations, DAY, Body.PRESIDIUM, known, told)


def withdrawals(**told: Any) -> e.DecideWithdrawals:
    known = {"asked": ("z", "a"), "proposed": ("z",), "released": ("z",), "vote": HANDS}
    return _act(e.DecideWithdrawals, DAY, Body.CONGRESS, known, told)


def poll(**told: Any) -> e.RunOpinionPoll:
    known = {
        "support": {"x": 60, "y": 40},
        "attending": 98,
        "secret": True,
        "team": True,
        "wanted": False,
    }
    return _act(e.RunOpinionPoll, DAY, Body.PRESIDIUM, known, told)


def adopted(**told: Any) -> e.AdoptList:
    known = {"names": LIST, "meets_criteria": True, "vote": HANDS}
    return _act(e.AdoptList, DAY, Body.CONGRESS, known, told)


def board(**told: Any) -> e.ElectCountingBoard:
    known = {"members": BOARD, "official": True, "vote": HANDS}
    return _act(e.ElectCountingBoard, DAY, Body.CONGRESS, known, told)


def issued(**told: Any) -> e.IssueBallots:
    known = {
        "names": LIST,
        "form": e.BallotForm.SURPLUS,
        "present": 98,
        "issued": 98,
        "secret": True,
        "instructed": True,
        "box_sealed": True,
        "alone": True,
        "stamped": True,
    }
    return _act(e.IssueBallots, DAY, Body.COUNTING_BOARD, known, told)


def collected(**told: Any) -> e.CollectBallots:
    known = {"collected": 98, "reported": True}
    return _act(e.CollectBallots, DAY, Body.COUNTING_BOARD, known, told)


def void(**told: Any) -> e.VoidBallots:
    return _act(e.VoidBallots, DAY, Body.CONGRESS, {}, told)


def counted(**told: Any) -> e.Count:
    known = {"valid": 98, "invalid": 0, "votes": VOTES}
    return _act(e.Count, DAY, Body.COUNTING_BOARD, known, told)


def filled(**told: Any) -> e.Fill:
    return _act(e.Fill, DAY, Body.AUTO, {"elected": ELECTED}, told)


def tied(**told: Any) -> e.DetectTie:
    return _act(e.DetectTie, DAY, Body.AUTO, {}, told)


def short(**told: Any) -> e.DetectShortage:
    return _act(e.DetectShortage, DAY, Body.AUTO, {}, told)


def onward(**told: Any) -> e.ContinueVoting:
    return _act(e.ContinueVoting, DAY, Body.CONGRESS, {"vote": HANDS}, told)


def stopped(**told: Any) -> e.StopVoting:
    return _act(e.StopVoting, DAY, Body.CONGRESS, {"vote": HANDS}, told)


def appointed(**told: Any) -> e.AppointAfterThirdBallot:
    known = {"appointed": "a", "decision": "20-QĐ/ĐU"}
    return _act(e.AppointAfterThirdBallot, DAY, Body.SUPERIOR_STANDING_COMMITTEE, known, told)


def declared(**told: Any) -> e.Declare:
    known = {
        "elected": ELECTED,
        "minutes_signed": True,
        "sealed": True,
        "handed_to_presidium": True,
    }
    return _act(e.Declare, DAY, Body.COUNTING_BOARD, known, told)


def reported(**told: Any) -> e.Report:
    known = {"closing": CLOSING, "election_minutes": True, "summary_list": True, "cvs": True}
    return _act(e.Report, REPORTED, Body.NEW_COMMITTEE, known, told)


def ratified(**told: Any) -> e.Ratify:
    known = {"received": date(2020, 6, 8), "decision": "45-QĐ/ĐUK"}
    return _act(e.Ratify, RATIFIED, Body.SUPERIOR_STANDING_COMMITTEE, known, told)


def refused(**told: Any) -> e.RefusePerson:
    known = {"person": "g", "ground": e.BreachKind.STANDARD, "decision": "46-QĐ/ĐUK"}
    return _act(e.RefusePerson, RATIFIED, Body.SUPERIOR_STANDING_COMMITTEE, known, told)


def lodged(**told: Any) -> e.LodgeComplaint:
    known = {"complaint": "don", "filed": date(2020, 6, 5), "closing": CLOSING}
    return _act(e.LodgeComplaint, date(2020, 6, 9), Body.SENDER, known, told)


def dismissed(**told: Any) -> e.DismissComplaint:
    known = {"complaint": "don", "conclusion": "07-KL/ĐUK", "inspection_report": "11-BC/UBKT"}
    on = date(2020, 6, 15)
    return _act(e.DismissComplaint, on, Body.SUPERIOR_STANDING_COMMITTEE, known, told)


def annulled(**told: Any) -> e.Annul:
    known = {
        "ground": e.BreachKind.PROCEDURE,
        "finding": "08-KL/ĐUK",
        "new_election": "50-QĐ/ĐUK",
        "entrusted": Body.COMPETENT_BODY,
    }
    return _act(e.Annul, RATIFIED, Body.SUPERIOR_STANDING_COMMITTEE, known, told)


def destroyed(**told: Any) -> e.DestroyBallots:
    known = {"decision": "02-QĐ/ĐU", "seal_intact": True}
    return _act(e.DestroyBallots, LATE, Body.NEW_COMMITTEE, known, told)


def scheme(stand: Stand, stage: Any = s.IN_USE, names: tuple[str, ...] = SCHEME) -> Case[Any]:
    """Return the personnel scheme of these names, in *stage*."""
    people = tuple(Nominee(id=name, name=name) for name in names)
    made = s.AssembleScheme(on=date(2020, 3, 2), candidates=people)
    subject = s.Scheme(run="quy-trinh", level=Level.GRASSROOTS, seats=7)
    return stand(s.personnel_scheme, subject, stage, made, id="de-an", on=date(2020, 3, 2))


def congress(
    stand: Stand, stage: Any = k.QUORATE, *, contents: int = 4, roll: Any = ROLL
) -> Case[Any]:
    """Return the congress, in *stage*, opened on DAY and closed on CLOSING."""
    subject = k.Congress(unit="dang-bo", level=Level.GRASSROOTS, contents=contents)
    told = (
        k.Open(on=DAY),
        k.ElectBodies(on=DAY),
        k.ConfirmQuorum(on=DAY, roll=roll),
        k.Close(on=CLOSING),
        k.ReportResults(on=REPORTED),
    )
    return stand(k.congress, subject, stage, *told, id="dai-hoi", on=date(2020, 5, 4))
