"""Cases that stand where a test wants them, every drawn step allowed."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from congress_flow import (
    Case,
    Confidence,
    Engine,
    Instrument,
    Level,
    Procedure,
    Rulebook,
    Shelf,
    Stage,
    Step,
    Text,
)

_PAPER = Instrument(
    id="TEST",
    type="test",
    number="01-TEST",
    issued="2000",
    issuer="test",
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
)


@cache
def permissive(*procedures: Procedure[Any]) -> Engine:
    """Return an engine under which every drawn step of the procedures is allowed."""
    book: Rulebook[None] = Rulebook("permissive", Level.CENTRE, title=Text("x", "x"), version="0")

    def content(case: Case[Any], event: Any) -> tuple[()]:
        del case, event
        return ()

    for procedure in procedures:
        content.__name__ = f"content_{procedure.id}"
        book.rule(*procedure.steps, cites=_PAPER.at("1"), title=Text("x", "x"))(content)
    return Engine(Shelf([book]))


def follow(procedure: Procedure[Any], subject: Any, *events: Any, id: str = "case") -> Case[Any]:  # noqa: A002
    """Return a case that took exactly these events."""
    engine = permissive(procedure)
    case: Case[Any] = Case(procedure=procedure, id=id, subject=subject, opened_on=date(2014, 1, 1))
    for event in events:
        case = engine.advance(case, event)
    return case


def stand(
    procedure: Procedure[Any],
    subject: Any,
    stage: Stage,
    *events: Any,
    id: str = "case",  # noqa: A002
    on: date = date(2020, 1, 6),
) -> Case[Any]:
    """Return a case resting in *stage*, by the shortest drawn way.

    An event of the kind that a step needs is taken from *events*; other steps are taken by events
    of which nothing is known but the day, *on* or the latest day before.
    """
    engine = permissive(procedure)
    case: Case[Any] = Case(procedure=procedure, id=id, subject=subject, opened_on=date(2014, 1, 1))
    for step in way_to(procedure, stage):
        told = [event for event in events if type(event) is step.event]
        case = engine.advance(case, told[0] if told else step.event(on=max(on, case.last_day)))
    return case


def way_to(procedure: Procedure[Any], stage: Stage) -> list[Step[Any, Any]]:
    """Return the shortest drawn way from the first stage to *stage*."""
    ways: dict[Stage, list[Step[Any, Any]]] = {procedure.initial: []}
    ahead = [procedure.initial]
    while stage not in ways:
        here = ahead.pop(0)
        for step in procedure.steps_from(here):
            target = step.target_from(here)
            if target not in ways:
                ways[target] = [*ways[here], step]
                ahead.append(target)
    return ways[stage]
