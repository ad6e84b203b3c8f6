"""Which persons stand on which list of a track, worked out from its past."""

from __future__ import annotations

from congress_flow import Case, Context
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020.readings import Readings2020

Balloted = t.AcceptResult | t.AdoptList


def entering(case: Case[t.Track], readings: Readings2020) -> tuple[str, ...]:
    """Return the ids of the persons on the list with which the present step is entered."""
    listed: tuple[str, ...] = ()
    for passage in case.passages:
        act = passage.event
        if isinstance(act, t.ApproveList):
            listed = tuple(person.id for person in act.persons or ())
        elif isinstance(act, t.AcceptResult | t.AdoptList):
            weighed = passage.step is t.accept_step2 and not readings.step2_eliminates
            added = act.added if isinstance(act, t.AcceptResult) else ()
            listed = (*listed, *added) if weighed else act.passed or ()
        elif isinstance(act, t.AdmitSuperiorIntroduced) and act.person is not None:
            listed = (*listed, act.person.id)
        elif isinstance(act, t.ReturnToStep3) and act.introduced is not None:
            listed = (*listed, act.introduced.id)
        elif isinstance(act, t.RepeatStep):
            listed = act.between or (*listed, *(act.supplemented or ()))
        elif isinstance(act, t.RemovePerson) or (
            isinstance(act, t.ConcludeIssue) and act.fit is False
        ):
            listed = tuple(person for person in listed if person != act.person)
    return listed


def cut_votes(act: Balloted) -> int | None:
    """Return the votes of the last person in, or None where nobody or nothing was counted."""
    votes = (act.meeting.agree if act.meeting else None) or {}
    counted = [votes[person] for person in act.passed or () if person in votes]
    return min(counted, default=None)


def left_out(case: Case[t.Track], act: Balloted, about: Context[Readings2020]) -> tuple[str, ...]:
    """Return those on the entering list who have more than half and yet did not pass."""
    meeting = act.meeting or t.Meeting()
    votes = meeting.agree or {}
    base = meeting.convened or 0
    if about.step is t.accept_step2:
        chosen = about.readings.base_step2.value
        base = getattr(meeting, chosen) or 0
    return tuple(
        person
        for person in entering(case, about.readings)
        if person not in (act.passed or ()) and 2 * votes.get(person, 0) > base
    )


def settled(case: Case[t.Track]) -> bool:
    """Return whether a tie was settled since the present stage was entered."""
    return _since_entry(case, t.SettleTie)


def vacancies_accepted(case: Case[t.Track]) -> bool:
    """Return whether vacancies were accepted since the present stage was entered."""
    return _since_entry(case, t.AcceptVacancies)


def _since_entry(case: Case[t.Track], kind: type[object]) -> bool:
    for passage in reversed(case.passages):
        if isinstance(passage.event, kind):
            return True
        if passage.step.target is not None:
            return False
    return False


def final_list(case: Case[t.Track]) -> tuple[str, ...]:
    """Return list L5 less the persons removed since; empty before step 5 is accepted."""
    listed: tuple[str, ...] = ()
    for passage in case.passages:
        act = passage.event
        if passage.step is t.accept_step5 and isinstance(act, t.AcceptResult):
            listed = act.passed or ()
        elif isinstance(act, t.RemovePerson):
            listed = tuple(person for person in listed if person != act.person)
    return listed


def carried_elsewhere(case: Case[t.Track], about: Context[Readings2020]) -> int:
    """Return how many persons the other tracks of the same run have brought to their lists."""
    return sum(
        len(final_list(other))
        for other in about.beside.of(t.personnel_track)
        if other.subject.run == case.subject.run and other.id != case.id
    )
