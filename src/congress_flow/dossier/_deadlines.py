"""What falls due when, and what is late, for a whole dossier."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from congress_flow._case import Case, Passage
from congress_flow._engine import Engine
from congress_flow._verdict import Outcome
from congress_flow.dossier._dossier import Dossier
from congress_flow.dossier._history import History, history
from congress_flow.dossier._review import default_day
from congress_flow.schedules import Schedule, schedule


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, repr=False)
class Deadlines:
    """What falls due for a dossier: the schedule, and what it rests on.

    `engine` is by whose shelf it was asked.
    """

    dossier: Dossier
    engine: Engine
    schedule: Schedule
    history: History

    def __repr__(self) -> str:
        return f"Deadlines({self.dossier.id!r}, {self.as_of}, {len(self.schedule.rows)} rows)"

    @property
    def as_of(self) -> date:
        """The day asked."""
        return self.schedule.as_of


def deadlines(dossier: Dossier, engine: Engine, as_of: date | None = None) -> Deadlines:
    """Return what falls due for *dossier*, as it stands on the day *as_of*.

    Without a day, that of the planned opening or the latest day that the dossier records, whichever
    is later. An act that a rule refused, and that was never put right, was done on its day all the
    same: whether it was in time is what is asked here, that it was refused is told by the review.
    Raises `BadInput` where no day can be told.
    """
    day = as_of or max(default_day(dossier), dossier.last_day or date.min)
    past = history(dossier, engine, day)
    cases = tuple(_as_recorded(case, past) for case in past.cases.values())
    return Deadlines(
        dossier=dossier,
        engine=engine,
        schedule=schedule(engine.shelf, cases, day),
        history=past,
    )


def _as_recorded(case: Case[Any], past: History) -> Case[Any]:
    """Return *case* with the refused acts that nobody put right, as if they had been allowed.

    Those that leave the stage as it is stand at their place; one that would move the case counts
    only after the last act that was allowed, because what was allowed happened.
    """
    refused = [each for each in past.standing if each.verdict.case == case.id]
    made: Case[Any] = attrs.evolve(case, passages=())
    left = list(case.passages)
    for each in past.of(case.id):
        event = each.recorded.event
        if each.verdict.allowed:
            # Judged when fewer acts counted: its verdict is told where it now stands.
            taken = left.pop(0).verdict
            made = made.after(Passage(attrs.evolve(taken, version=made.version)))
        elif each in refused and event.on >= made.last_day:
            step = made.procedure.table.get((made.stage.name, type(event)))
            if step is not None and (step.target is None or not left):
                allowed = attrs.evolve(
                    each.verdict,
                    stage=made.stage,
                    version=made.version,
                    step=step,
                    outcome=Outcome.ALLOWED,
                    findings=(),
                )
                made = made.after(Passage(allowed))
    return made
