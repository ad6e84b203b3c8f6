"""The vote of a step: its number, its figures, who passed, how many places there are."""

from __future__ import annotations

from typing import Any, Final

import attrs

from congress_flow import Case, Surroundings
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_track as t
from congress_flow.reckoning import most_of
from congress_flow_vn_2020._contest_links import law_on
from congress_flow_vn_2020._personnel_links import direction, reopening, run_of
from congress_flow_vn_2020._track_lists import (
    NUMBERS,
    entering,
    final_list,
    repeated,
    settled,
    vacancies,
)
from congress_flow_vn_2020._track_variants import is_held
from congress_flow_vn_2020.readings import IntermediateSurplus, TermReadings

Stalled = t.RepeatStep | t.AcceptVacancies | t.SettleTie | t.ReferToSuperior
Voted = t.AcceptResult | t.AdoptList | t.ConfirmResult | Stalled
"""The acts that state the result of a vote, accepted or not."""
WithMeeting = t.ApproveList | Voted

KEY_CADRES: Final = 2
LAST: Final = 5
SECRET: Final = frozenset({2, 3, 5})
"""The steps that the appendix has vote by secret ballot."""


@attrs.frozen(slots=True, weakref_slot=False)
class Vote:
    """The vote of one person: those in favour, and of how many more than half is asked."""

    agree: int | None
    base: int | None

    @property
    def over_half(self) -> bool:
        """Whether it is more than half; what is not known is not."""
        return self.agree is not None and self.base is not None and 2 * self.agree > self.base


def number(case: Case[t.Track], act: WithMeeting) -> int:
    """Return the number of the step whose meeting an act tells of."""
    return LAST if isinstance(act, t.ConfirmResult) else NUMBERS[case.stage.name]


def meeting_of(act: WithMeeting) -> t.Meeting:
    """Return the meeting of an act; one of which nothing is known where it tells of none."""
    return act.meeting or t.Meeting()


def held(case: Case[t.Track], act: WithMeeting, readings: TermReadings) -> bool:
    """Return whether the unit holds this step at all (a variant may leave it out)."""
    return is_held(number(case, act), case.subject, readings)


def balloted(step: int, meeting: t.Meeting, readings: TermReadings) -> bool:
    """Return whether ballots are asked of a step, or were issued although none are asked."""
    asked = {1: readings.secret_step1, 4: readings.secret_step4}.get(step, True)
    return asked or meeting.issued is not None


def base(step: int, meeting: t.Meeting, readings: TermReadings) -> int | None:
    """Return of how many more than half is asked: of those convened; at step 2 as it is read."""
    if step != KEY_CADRES:
        return meeting.convened
    found: int | None = getattr(meeting, readings.base_step2.value)
    return found


def vote_of(case: Case[t.Track], act: Voted, person: str, readings: TermReadings) -> Vote:
    """Return the vote of a person: who is in since a vote before this one has it from there."""
    of = next((each for each in repeated(case) if person in (each.passed or ())), act)
    meeting = meeting_of(of)
    return Vote((meeting.agree or {}).get(person), base(number(case, act), meeting, readings))


def left_out(case: Case[t.Track], act: Voted, readings: TermReadings) -> tuple[str, ...]:
    """Return those on the entering list who have more than half and yet did not pass."""
    passed = act.passed or ()
    return tuple(
        person
        for person in entering(case, readings)
        if person not in passed and vote_of(case, act, person, readings).over_half
    )


def cut(case: Case[t.Track], act: Voted) -> int | None:
    """Return the votes of the last person in, or None where nobody or nothing was counted."""
    votes = meeting_of(act).agree or {}
    above = {person for each in repeated(case) for person in each.passed or ()}
    counted = [votes[p] for p in act.passed or () if p in votes and p not in above]
    return min(counted, default=None)


# --- Places ---------------------------------------------------------------------------------------


def carried(case: Case[t.Track], about: Surroundings[Any]) -> int:
    """Return how many persons the other track of the same run has brought to its list.

    Reopened on structure both tracks begin anew: what track F had brought before counts no more.
    """
    owner = run_of(case, about)
    anew = owner is not None and isinstance(reopening(owner), r.ReopenStructure)
    if anew and case.subject.kind is t.TrackKind.REELECTION:
        return 0
    return sum(
        len(final_list(other))
        for other in about.beside.of(t.personnel_track)
        if other.subject.run == case.subject.run and other.id != case.id
    )


def seats(case: Case[t.Track], about: Surroundings[Any]) -> int | None:
    """Return the seats to be elected: as the direction of the run has them now."""
    owner = run_of(case, about)
    planned = None if owner is None else direction(owner)
    return case.subject.seats if planned is None else planned.seats


def wanted(case: Case[t.Track], about: Surroundings[Any]) -> int | None:
    """Return the length of the list of both tracks, surplus included, as it is planned now."""
    owner = run_of(case, about)
    planned = None if owner is None else direction(owner)
    return case.subject.wanted if planned is None else planned.candidates


def needed(case: Case[t.Track], step: int, about: Surroundings[Any]) -> int | None:
    """Return how many persons both lists must hold after a step, so that there is no shortage.

    After the last step the seats and the surplus; before, the surplus only as it is read.
    """
    early = about.readings.intermediate_surplus is IntermediateSurplus.AS_FINAL
    return wanted(case, about) if early or step == LAST else seats(case, about)


def lacking(case: Case[t.Track], act: Voted, about: Surroundings[Any]) -> int | None:
    """Return how many persons a vote leaves lacking; None if not known.

    Places that track R leaves open pass on to track F and are no shortage (DEC-P19).
    """
    if case.subject.kind is t.TrackKind.REELECTION:
        return 0
    asked = needed(case, number(case, act), about)
    if asked is None or act.passed is None:
        return None
    return max(asked - len(act.passed) - carried(case, about), 0)


def still_lacking(case: Case[t.Track], act: Voted, about: Surroundings[Any]) -> int | None:
    """Return how many persons lack beyond the vacancies that were accepted; None if not known."""
    found = lacking(case, act, about)
    return None if found is None else max(found - vacancies(case), 0)


def most(case: Case[t.Track], about: Surroundings[Any]) -> int | None:
    """Return how many persons this track may bring to its last list; None if not known."""
    whole = wanted(case, about)
    left = None if whole is None else whole - carried(case, about)
    limits = [each for each in (left, case.subject.places) if each is not None]
    return min(limits, default=None)


def most_within_cap(case: Case[t.Track], act: Any, about: Surroundings[Any]) -> int | None:  # noqa: ANN401
    """Return how many persons this track may bring if the surplus fills the cap; or None."""
    places = seats(case, about)
    if not places:
        return None
    lists = law_on(about.readings, act.on).lists
    return places + most_of(places, lists) - carried(case, about)


def all_admitted(case: Case[t.Track]) -> bool:
    """Return whether a tie was settled here by admitting all within the cap."""
    tie = settled(case)
    return tie is not None and tie.settler is t.Settler.ALL_WITHIN_CAP
