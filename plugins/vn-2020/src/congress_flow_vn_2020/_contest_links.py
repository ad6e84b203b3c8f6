"""What the rules on elections share: their span, the law of the day, the cases beside a contest."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import singledispatch
from typing import Any, Final

import attrs

from congress_flow import (
    Beside,
    Breach,
    Case,
    Citation,
    Confidence,
    Context,
    Demand,
    Gap,
    InForce,
    Surroundings,
    Text,
    more_than_half,
)
from congress_flow.errors import UsageError
from congress_flow.procedures import cell_congress as cell
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import ElectionLaw, Standing, Tally, tally
from congress_flow_vn_2020._congress_days import closing_day
from congress_flow_vn_2020.election_law import ElectionReadings, election_law
from congress_flow_vn_2020.instruments import HANDBOOK, QC244_2014

# Elections change their law with the regulation, on 10 October 2024, not with the directive of a
# term: what is derived from the regulation ends with it.
ELECTIONS: Final = InForce.through(None, date(2024, 10, 9))

NUMBER_NOT_KNOWN: Final = Text(
    "chưa rõ số lượng cần bầu hoặc danh sách triệu tập",
    "the number of seats or the roll is not known",
)
AGREE: Final = Text("số người đồng ý", "votes in favour")
LIST: Final = Text("danh sách bầu cử", "election list")

DRAWN_FROM: Final = {
    e.Post.STANDING_COMMITTEE: (e.Post.COMMITTEE,),
    e.Post.SECRETARY: (e.Post.STANDING_COMMITTEE, e.Post.COMMITTEE),
    e.Post.CELL_SECRETARY: (e.Post.COMMITTEE,),
    e.Post.DEPUTY_SECRETARIES: (e.Post.STANDING_COMMITTEE, e.Post.COMMITTEE),
    e.Post.INSPECTION_CHAIR: (e.Post.INSPECTION_COMMISSION,),
}


def row(line: str, confidence: Confidence = Confidence.DERIVED) -> Citation:
    """Cite a row or an invariant of the handbook's table 5."""
    return HANDBOOK.at(f"procedures.md {line}", confidence)


def rule_244(article: str, confidence: Confidence = Confidence.VERIFIED) -> Citation:
    """Cite an article of the election regulation of 2014."""
    return QC244_2014.at(article, confidence)


@singledispatch
def law_on(readings: ElectionReadings, day: date) -> ElectionLaw:
    """Return the law of elections on *day* under *readings*; a later plugin registers its own."""
    return election_law(day, readings)


def siblings(case: Case[e.Contest], beside: Beside) -> tuple[Case[e.Contest], ...]:
    """Return the other contests of the same congress."""
    return tuple(
        other
        for other in beside.of(e.election_contest)
        if other.id != case.id and other.subject.congress == case.subject.congress
    )


def declared(case: Case[e.Contest], beside: Beside, post: e.Post) -> tuple[str, ...] | None:
    """Return who was declared elected to *post* at the same congress; None: nobody yet."""
    for other in siblings(case, beside):
        if other.subject.post is post and other.stage is not e.ANNULLED:
            result = other.last(e.Declare)
            if result is not None:
                return result.elected
    return None


def contested(case: Case[e.Contest], beside: Beside, post: e.Post) -> bool:
    """Return whether the same congress elects *post* too."""
    return any(other.subject.post is post for other in siblings(case, beside))


def present_at_congress(case: Case[e.Contest], beside: Beside) -> int | None:
    """Return how many the congress of a contest counted as present; None: not known.

    A conference is no congress: its own count is not recorded apart from its elections.
    """
    if case.subject.meeting is e.Meeting.CONFERENCE:
        return None
    of_cell = beside.get(cell.cell_congress, case.subject.congress)
    sitting = None if of_cell is None else of_cell.last(cell.Hold)
    if sitting is not None:
        return sitting.present
    held = beside.get(k.congress, case.subject.congress)
    confirmed = None if held is None else held.last(k.ConfirmQuorum)
    return None if confirmed is None else confirmed.present


def over_half(vote: e.Vote | None) -> Demand:
    """Demand that a decision of the meeting was carried by more than half of those present."""
    vote = vote or e.Vote()
    return more_than_half(vote.agree, of=vote.present, what=AGREE)


def counted(
    case: Case[e.Contest], law: ElectionLaw, act: e.Count | None = None
) -> Tally | Breach | Gap:
    """Return the tally of the rounds so far, and of the one that *act* would complete.

    A gap where seats or roll are not known or there is no round; a breach where the figures are no
    count at all.
    """
    roll, seats = e.roll_of(case), e.seats(case)
    if roll is None or not seats:
        return Gap(NUMBER_NOT_KNOWN, {"seats": seats})
    try:
        held = e.rounds(case) if act is None else (*e.rounds(case), e.round_of(case, act))
        return tally(
            case.subject.post,
            held,
            law,
            roll=roll,
            seats=seats,
            alternates=e.alternates_wanted(case),
        )
    except UsageError as fault:
        return Breach(Text(f"số liệu không hợp lệ: {fault}", f"figures that are none: {fault}"))


def with_tally(
    case: Case[e.Contest], about: Context[Any], on: date
) -> tuple[Tally | None, tuple[Breach | Gap, ...]]:
    """Return the tally so far, or None and why there is none."""
    found = counted(case, law_on(about.readings, on))
    return (found, ()) if isinstance(found, Tally) else (None, (found,))


def closed_on(case: Case[e.Contest], about: Surroundings[Any], told: date | None) -> date | None:
    """Return the closing of the congress; a conference closes on the day that is told."""
    if case.subject.meeting is e.Meeting.CONFERENCE:
        return told
    return closing_day(about.beside, case.subject.congress) or told


def open_matters(case: Case[e.Contest], about: Surroundings[Any]) -> tuple[str, ...]:
    """Return the open complaints and denunciations about this election, lodged here or beside."""
    beside = tuple(
        other.id
        for other in about.beside.of(q.complaint_case)
        if q.is_open(other) and q.about_election(other, case.id)
    )
    return tuple(sorted({*e.open_complaints(case), *beside}))


@attrs.frozen(slots=True, weakref_slot=False)
class _Counted:
    """One line of a roll: `name` for programs, `term` for readers."""

    name: str
    term: Text


_ROLL: Final = {
    "official": Text("đảng viên chính thức", "official members"),
    "convened": Text("đại biểu được triệu tập", "delegates convened"),
    "incumbents": Text("cấp ủy viên đương nhiệm", "incumbents"),
    **{standing.value: standing.term for standing in Standing},
}


def in_lines(roll: Mapping[str, int]) -> tuple[_Counted, ...]:
    """Return a roll as a list of names and numbers, in order of the names."""
    found: list[_Counted] = []
    for name, number in sorted(roll.items()):
        words = _ROLL.get(name)
        vi, en = (name, name) if words is None else (words.vi, words.en)
        if number:
            found.append(_Counted(f"{name} = {number}", Text(f"{vi}: {number}", f"{en}: {number}")))
    return tuple(found)
