"""What the past of a contest amounts to: its list, its rounds, who is elected.

Nothing here is law: these are the facts that were recorded, put together. `None` is *not known*.
"""

from __future__ import annotations

from collections.abc import Mapping

from congress_flow._case import Case
from congress_flow.procedures import _contest_acts as a
from congress_flow.procedures._contest_facts import BoxCounts, Contest, Origin
from congress_flow.reckoning.ballots import Marks
from congress_flow.reckoning.law import STANDINGS, Meeting, Standing
from congress_flow.reckoning.majority import Roll
from congress_flow.reckoning.rounds import Count, Round, RoundKind

CONVENED = {
    Meeting.MEMBERS_CONGRESS: "official",
    Meeting.DELEGATES_CONGRESS: "convened",
    Meeting.CONFERENCE: "incumbents",
}


def roll_of(case: Case[Contest]) -> Roll | None:
    """Return the roll with which the contest was opened; None where it is not known or not sound.

    It is unsound where it does not say how many are convened, where a figure is negative, or where
    it names a standing that this kind of meeting does not know.
    """
    opened = case.last(a.OpenContest)
    told = None if opened is None else opened.roll
    return None if told is None else roll_from(case.subject.meeting, told)


def roll_from(meeting: Meeting, told: Mapping[str, int]) -> Roll | None:
    """Return a roll as it was told, by names; None as for `roll_of`."""
    head = CONVENED[meeting]
    names = {standing.value for standing in STANDINGS[meeting]}
    if head not in told or set(told) - names - {head} or min(told.values()) < 0:
        return None
    counts = {Standing(name): number for name, number in told.items() if name != head}
    return Roll(meeting, told[head], counts)


def seats(case: Case[Contest]) -> int | None:
    """Return the number of seats that was voted, or taken as allotted."""
    voted, taken = case.last(a.VoteNumber), case.last(a.TakeAllottedNumber)
    if voted is not None:
        return voted.number
    return None if taken is None else taken.number


def alternates_wanted(case: Case[Contest]) -> int:
    """Return the places for alternates; 0 where none were decided."""
    taken = case.last(a.TakeAllottedNumber)
    return (taken.alternates or 0) if taken is not None else 0


def prepared(case: Case[Contest]) -> tuple[str, ...]:
    """Return the convening committee's own list, as it was presented."""
    presented = case.last(a.PresentPreparedList)
    return (presented.names or ()) if presented is not None else ()


def origins(case: Case[Contest]) -> dict[str, Origin]:
    """Return all who came forward, each with how; who was prepared stays prepared."""
    found: dict[str, Origin] = {}
    for passage in case.passages:
        act = passage.event
        if isinstance(act, a.PresentPreparedList):
            found |= dict.fromkeys(act.names or (), Origin.PREPARED)
        elif isinstance(act, a.SubmitCandidacy | a.SelfNominate) and act.person:
            found.setdefault(act.person, Origin.SELF_NOMINATED)
        elif isinstance(act, a.Nominate) and act.person:
            found.setdefault(act.person, Origin.NOMINATED)
    return found


def current_list(case: Case[Contest]) -> tuple[str, ...]:
    """Return the election list in use: as adopted, or as voted anew for a further round."""
    for passage in reversed(case.passages):
        act = passage.event
        if isinstance(act, a.AdoptList | a.ContinueVoting):
            return act.names or ()
    return ()


def places(case: Case[Contest]) -> int | None:
    """Return the places that the round being voted, or coming next, is to fill."""
    for passage in reversed(case.passages):
        act = passage.event
        if isinstance(act, a.DetectTie):
            return act.places
        if isinstance(act, a.DetectShortage):
            return act.unfilled
    return seats(case)


def voted_on(case: Case[Contest]) -> tuple[str, ...]:
    """Return the names that the ballot coming next bears: the list, or the tied alone."""
    for passage in reversed(case.passages):
        act = passage.event
        if isinstance(act, a.DetectTie):
            return act.tied or ()
        if isinstance(act, a.AdoptList | a.ContinueVoting):
            return act.names or ()
    return ()


def board(case: Case[Contest]) -> tuple[str, ...]:
    """Return the counting board elected last."""
    elected_board = case.last(a.ElectCountingBoard)
    return (elected_board.members or ()) if elected_board is not None else ()


def pending_kind(case: Case[Contest]) -> RoundKind:
    """Return the kind of the round that is being voted, or comes next from where the case rests."""
    kind = RoundKind.MAIN
    for passage in case.passages:
        if isinstance(passage.event, a.DetectTie):
            kind = RoundKind.RUNOFF
        elif isinstance(passage.event, a.ContinueVoting):
            kind = RoundKind.NEXT
    return kind


def rounds(case: Case[Contest]) -> tuple[Round, ...]:
    """Return the rounds that were counted or annulled, in their order.

    Raises `UsageError` where a recorded figure is none (negative, or a name twice).
    """
    found: list[Round] = []
    kind = RoundKind.MAIN
    given: a.IssueBallots | None = None
    back: a.CollectBallots | None = None
    for passage in case.passages:
        act = passage.event
        if isinstance(act, a.DetectTie):
            kind = RoundKind.RUNOFF
        elif isinstance(act, a.ContinueVoting):
            kind = RoundKind.NEXT
        elif isinstance(act, a.IssueBallots):
            given = act
        elif isinstance(act, a.CollectBallots):
            back = act
        elif isinstance(act, a.VoidBallots | a.Count):
            found.append(_round(kind, given, back, act))
    return tuple(found)


def round_of(case: Case[Contest], act: a.Count) -> Round:
    """Return the round that *act* would complete. Raises as `rounds` does."""
    return _round(pending_kind(case), case.last(a.IssueBallots), case.last(a.CollectBallots), act)


def _round(
    kind: RoundKind,
    given: a.IssueBallots | None,
    back: a.CollectBallots | None,
    act: a.VoidBallots | a.Count,
) -> Round:
    counted = act if isinstance(act, a.Count) else a.Count(on=act.on)
    numbers = Count(
        present=None if given is None else given.present,
        issued=None if given is None else given.issued,
        collected=None if back is None else back.collected,
        valid=counted.valid,
    )
    if counted.marks:
        marks = {name: _marks(boxes) for name, boxes in counted.marks.items()}
        return Round(kind=kind, count=numbers, marks=marks)
    return Round(kind=kind, count=numbers, votes=counted.votes or {})


def _marks(boxes: BoxCounts) -> Marks:
    return Marks(boxes.agree, boxes.disagree, boxes.both, boxes.neither)


def elected(case: Case[Contest]) -> tuple[str, ...]:
    """Return those elected so far, as the results were recorded, and a secretary appointed."""
    found: list[str] = []
    for passage in case.passages:
        act = passage.event
        if isinstance(act, a.Fill | a.DetectTie | a.DetectShortage):
            found += [name for name in act.elected or () if name not in found]
        elif isinstance(act, a.AppointAfterThirdBallot) and act.appointed:
            found.append(act.appointed)
    return tuple(found)


def open_complaints(case: Case[Contest]) -> tuple[str, ...]:
    """Return the complaints lodged and not dismissed."""
    found: list[str] = []
    for passage in case.passages:
        act = passage.event
        if isinstance(act, a.LodgeComplaint) and act.complaint:
            found.append(act.complaint)
        elif isinstance(act, a.DismissComplaint) and act.complaint in found:
            found.remove(act.complaint)
    return tuple(found)
