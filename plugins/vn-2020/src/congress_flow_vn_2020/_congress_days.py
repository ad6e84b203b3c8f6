"""On which days a congress opens and closes, as its own cases tell it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congress_flow import Beside, Demand, Text, equals
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as cell
from congress_flow.procedures import congress as k


def opening_day(beside: Beside, congress: str) -> date | None:
    """Return the day on which *congress* was opened, or is to be opened as announced last.

    None where no case beside tells it.
    """
    opened = opened_day(beside, congress)
    if opened is not None:
        return opened
    announced = _announced(beside, congress)
    if announced is not None:
        return announced
    held, of_cell = beside.get(k.congress, congress), beside.get(cell.cell_congress, congress)
    planned = None if of_cell is None else of_cell.last(cell.Plan)
    if planned is not None and planned.opening is not None:
        return planned.opening
    return None if held is None else held.subject.planned_opening


def opened_day(beside: Beside, congress: str) -> date | None:
    """Return the day on which *congress* was opened; None where no case beside tells it."""
    held = beside.get(k.congress, congress)
    opened = None if held is None else held.last(k.Open)
    if opened is not None:
        return opened.on
    of_cell = beside.get(cell.cell_congress, congress)
    met = None if of_cell is None else of_cell.last(cell.Hold)
    return None if met is None else met.on


def _announced(beside: Beside, congress: str) -> date | None:
    found: date | None = None
    for case in beside.of(a.announcement):
        if case.subject.congress != congress:
            continue
        for passage in case.passages:
            act = passage.event
            if isinstance(act, a.AnnounceOpening):
                found = act.opening or found
            elif isinstance(act, a.Postpone):
                found = act.new_day or found
    return found


def closing_day(beside: Beside, congress: str) -> date | None:
    """Return the day on which *congress* was closed; None where no case beside tells it.

    The congress of a cell closes on the day on which it is held.
    """
    held = beside.get(k.congress, congress)
    closed = None if held is None else held.last(k.Close)
    if closed is not None:
        return closed.on
    of_cell = beside.get(cell.cell_congress, congress)
    met = None if of_cell is None else of_cell.last(cell.Hold)
    return None if met is None else met.on


def agreed(told: date | None, recorded: date | None, what: Text) -> Iterator[Demand]:
    """Demand that a day told in an event is the day recorded elsewhere, where both are known."""
    if told is not None and recorded is not None:
        yield equals(told, recorded, what=what)
