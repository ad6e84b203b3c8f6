"""What the rules on documents share: citations, the congress beside, the numbers beside."""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Case, Citation, Confidence, Context, InForce
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import suspension as u
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._congress_days import closing_day, opening_day
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.readings import Readings2020

# Table 4 of the handbook is bound to no term, and parameters of every other step of it hold
# "always". So all its guards hold as long as the book does: were some of them to end with the term
# and others not, a step would be guarded afterwards by half of its guards.
TABLE_4: Final[InForce] = book.in_force
# The guidance on summarising opinions is on the drafts of the XIII Congress.
XIII_DRAFTS: Final = InForce(until=TERM_2020.until)


def row(name: str, confidence: Confidence) -> Citation:
    """Return the citation of a row of the handbook's table, for what no text seen says."""
    return HANDBOOK.at(f"procedures.md {name}", confidence)


def parameter(name: str, confidence: Confidence) -> Citation:
    """Return the citation of a row of the handbook's parameters."""
    return HANDBOOK.at(f"parameters.md {name}", confidence)


def _congress(case: Case[d.Document], about: Context[Readings2020]) -> Case[k.Congress] | None:
    return about.beside.get(k.congress, case.subject.congress or "")


def _cell_congress(
    case: Case[d.Document], about: Context[Readings2020]
) -> Case[c.CellCongress] | None:
    return about.beside.get(c.cell_congress, case.subject.congress or "")


def opening(case: Case[d.Document], about: Context[Readings2020]) -> date | None:
    """Return the day on which the congress opens, by its own cases or else as planned."""
    recorded = opening_day(about.beside, case.subject.congress or "")
    return case.subject.planned_opening if recorded is None else recorded


def in_session(
    case: Case[d.Document],
    act: d.Present,
    about: Context[Readings2020],
    *,
    quorate: bool,
) -> bool | None:
    """Return whether the congress sits on the day of *act*, by its case or else by the act's word.

    With *quorate* its quorum must have been confirmed: only then are prepared papers presented.
    """
    congress = _congress(case, about)
    if congress is not None:
        sitting = (k.QUORATE,) if quorate else (k.OPENED, k.BODIES_ELECTED, k.QUORATE)
        return congress.stage in sitting
    cell = _cell_congress(case, about)
    if cell is not None:
        return _held_on(cell, act.on)
    return act.in_session


def _held_on(cell: Case[c.CellCongress], day: date) -> bool:
    held = cell.last(c.Hold)
    return held is not None and held.on == day


def during_congress(
    case: Case[d.Document], act: d.Issue | d.SignMinutes, about: Context[Readings2020]
) -> bool | None:
    """Return whether the day of *act* lies from the opening through the closing day."""
    congress = _congress(case, about)
    if congress is not None:
        opened, closed = congress.last(k.Open), congress.last(k.Close)
        begun = opened is not None and opened.on <= act.on
        return begun and (closed is None or act.on <= closed.on)
    cell = _cell_congress(case, about)
    if cell is not None:
        return _held_on(cell, act.on)
    return act.in_session


def closing(
    case: Case[d.Document],
    act: d.Issue | d.Dispatch | d.Archive,
    about: Context[Readings2020],
) -> date | None:
    """Return the day on which the congress closed, by its case or else by the act's word."""
    if _congress(case, about) is None and _cell_congress(case, about) is None:
        return act.closed
    return closing_day(about.beside, case.subject.congress or "")


def convened(case: Case[d.Document], about: Context[Readings2020]) -> int | None:
    """Return how many make up the congress by its own roll: who sits there and who does not.

    Its official members, or the delegates convened; None where no case beside has the roll.
    """
    congress, cell = _congress(case, about), _cell_congress(case, about)
    confirmed = None if congress is None else congress.last(k.ConfirmQuorum)
    held = None if cell is None else cell.last(c.Hold)
    roll = (confirmed and confirmed.roll) or (held and held.roll) or {}
    return next((roll[name] for name in ("official", "convened") if name in roll), None)


def suspended(case: Case[d.Document], about: Context[Readings2020]) -> Case[u.Suspension] | None:
    """Return the suspension in force for the unit, or None where there is none."""
    for other in about.beside.of(u.suspension):
        if other.subject.unit == case.subject.unit and other.stage is u.SUSPENDED:
            return other
    return None
