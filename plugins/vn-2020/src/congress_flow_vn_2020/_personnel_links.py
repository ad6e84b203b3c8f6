"""How a personnel run, its tracks and its scheme find each other, and what one tells another."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs

from congress_flow import Case, Step, Surroundings
from congress_flow.procedures import TrackKind
from congress_flow.procedures import congress as k
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020._congress_days import opening_day
from congress_flow_vn_2020._track_lists import final_list

_AMENDED: Final = (
    "seats",
    "standing_seats",
    "candidates",
    "before",
    "retiring",
    "size_agreed",
    "structure",
    "standards",
)
Reopening = r.ReopenStructure | r.ReopenTrackR | r.ReopenTrackF


def run_of(case: Case[t.Track] | Case[s.Scheme], about: Surroundings[Any]) -> Case[r.Run] | None:
    """Return the run of a track or scheme, or None where it is not beside."""
    return about.beside.get(r.personnel_run, case.subject.run)


def track(case: Case[r.Run], about: Surroundings[Any], kind: TrackKind) -> Case[t.Track] | None:
    """Return the run's track of one kind, or None where it is not beside."""
    for other in about.beside.of(t.personnel_track):
        if other.subject.run == case.id and other.subject.kind is kind:
            return other
    return None


def scheme(case: Case[r.Run], about: Surroundings[Any]) -> Case[s.Scheme] | None:
    """Return the run's scheme, or None where it is not beside."""
    for other in about.beside.of(s.personnel_scheme):
        if other.subject.run == case.id:
            return other
    return None


def amended(case: Case[r.Run], act: r.Direction) -> r.Direction:
    """Return the direction as it stands with *act*: what an amendment does not tell stays."""
    before = direction(case)
    if before is None or isinstance(act, r.AdoptDirection):
        return act
    told = {name: getattr(act, name) for name in _AMENDED if getattr(act, name) is not None}
    told["rotated"] = act.rotated or before.rotated
    adopted: Any = before
    merged: r.Direction = attrs.evolve(adopted, **told)
    return merged


def direction(case: Case[r.Run]) -> r.Direction | None:
    """Return the personnel direction as it was adopted, with what was amended since."""
    for index in reversed(range(len(case.passages))):
        act = case.passages[index].event
        if isinstance(act, r.Direction):
            return amended(attrs.evolve(case, passages=case.passages[:index]), act)
    return None


def places_open(case: Case[r.Run], about: Surroundings[Any]) -> int | None:
    """Return how many persons the lists still lack before track F opens; None if not known.

    Surplus included. A list of track F counts if it was completed before track R was reopened;
    reopened on structure, both tracks begin anew.
    """
    planned, of_r = direction(case), track(case, about, TrackKind.REELECTION)
    if planned is None or planned.candidates is None or of_r is None:
        return None
    there = len(final_list(of_r))
    of_f = track(case, about, TrackKind.FIRST_TIME)
    if of_f is not None and isinstance(reopening(case), r.ReopenTrackR):
        there += len(final_list(of_f))
    return max(planned.candidates - there, 0)


def reopening(case: Case[r.Run]) -> Reopening | None:
    """Return the reopening under which the run goes on; None if it was assembled since."""
    for passage in reversed(case.passages):
        act = passage.event
        if isinstance(act, Reopening):
            return act
        if isinstance(act, r.AssembleScheme):
            return None
    return None


def seats_of(case: Case[s.Scheme], about: Surroundings[Any]) -> int | None:
    """Return the seats of a scheme: as its run assembled it last, else as it was opened with."""
    owner = run_of(case, about)
    made = None if owner is None else owner.last(r.AssembleScheme)
    return case.subject.seats if made is None else made.seats


def opening_of(case: Case[s.Scheme], about: Surroundings[Any]) -> date | None:
    """Return the day on which the congress of a scheme opens: as told beside, else as planned."""
    for held in about.beside.of(k.congress):
        if held.subject.scheme == case.id:
            return opening_day(about.beside, held.id) or case.subject.planned_opening
    return case.subject.planned_opening


def returned_by(case: Case[s.Scheme]) -> Step[s.Scheme, Any] | None:
    """Return the step by which a scheme came to be returned last; None if it never was."""
    for passage in reversed(case.passages):
        if passage.step.target is s.RETURNED:
            return passage.step
    return None


def fell_below(case: Case[s.Scheme]) -> bool:
    """Return whether the scheme was returned last because its list fell below the minimum."""
    return returned_by(case) in {s.record_below_minimum, s.withdraw_below_minimum}


def returned_on(case: Case[s.Scheme]) -> s.Concern | None:
    """Return what the scheme was returned on: a list below the minimum is a matter of the list."""
    if fell_below(case):
        return s.Concern.LIST
    returned = case.last(s.ReturnForRevision)
    return None if returned is None else returned.concern
