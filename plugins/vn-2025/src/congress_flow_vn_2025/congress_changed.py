"""A congress and its cells: what the texts of this term ask otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Case,
    Confidence,
    Context,
    Demand,
    Instrument,
    Level,
    Severity,
    Text,
    add_months,
    at_least,
    at_most,
    equals,
)
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.reckoning import Contest
from congress_flow_vn_2020.congress_plan import rests_on
from congress_flow_vn_2020.congress_tables import CELL_TERM, CHARTER_24_3
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2025._book import TERM_2025, book, end_older
from congress_flow_vn_2025.congress_law import CELL_COMMITTEE_SIZE, CELLS, PILOT_TERM
from congress_flow_vn_2025.instruments import CT35_2024, CT45_2025, QD294_2025
from congress_flow_vn_2025.readings import Readings2025

MOST_IN_CHAIR: Final = 3


def _directive_rule(directive: Instrument) -> None:
    def rule(case: Case[k.Congress], act: k.AdoptPlan) -> Iterator[Demand]:
        del case
        return rests_on(act, directive)

    rule.__name__ = f"congress_directive_{directive.issued[:4]}"
    rule.__doc__ = f"The bases hold {directive.number} of {directive.issued} (trap TR1)."
    book.rule(
        k.adopt_plan,
        cites=directive.at("toàn văn"),
        title=Text("Căn cứ đúng chỉ thị đang có hiệu lực", "It rests on the directive in force"),
        subject="congress_directive",
        encodes=("select.directive", "K1", "G1"),
    )(rule)


_directive_rule(CT35_2024)
_directive_rule(CT45_2025)


@book.rule(
    k.close_congress,
    cites=HANDBOOK.at("parameters.md first_conference.presidium_size", Confidence.REPORTED),
    in_force=TERM_2025,
    title=Text(
        "Đoàn chủ tịch hội nghị lần thứ nhất từ 1 đến 3 người",
        "The first conference is chaired by one to three persons",
    ),
    severity=Severity.WARNS,
    encodes=("first_conference.presidium_size",),
)
def first_conference_chair(case: Case[k.Congress], act: k.Close) -> Iterator[Demand]:
    """Asked where the number is told; the Central Committee has five."""
    chair = None if act.first_conference is None else act.first_conference.presidium
    if chair is not None and case.subject.level is not Level.CENTRE:
        what = Text("số người chủ trì", "persons in the chair")
        yield at_least(chair, 1, what=what)
        yield at_most(chair, MOST_IN_CHAIR, what=what)


@book.rule(
    c.compute_due_date,
    cites=(CHARTER_24_3, CELLS),
    in_force=QD294_2025.in_force,
    title=Text("Đại hội chi bộ 5 năm hai lần", "A cell congress twice in five years"),
    subject="cell_due_date",
    encodes=("cell.term", "C1"),
)
def cell_due_date_294(
    case: Case[c.CellCongress], act: c.ComputeDueDate, about: Context[Readings2025]
) -> Iterator[Demand]:
    """Thirty months after the last one, where the cell is not in the pilot."""
    if case.subject.cell not in about.readings.cells_in_pilot:
        term = CELL_TERM.on(act.on, Level.CELL)
        yield _due(case, act, None if term is None else term.value)


end_older("cell_due_date", book.named("cell_due_date_294"))


@book.rule(
    c.compute_due_date,
    cites=CELLS,
    title=Text("Chi bộ thí điểm: đại hội 5 năm một lần", "A cell in the pilot: once in five years"),
    severity=Severity.WARNS,
    encodes=("cell.term", "C1"),
)
def cell_due_date_of_pilot(
    case: Case[c.CellCongress], act: c.ComputeDueDate, about: Context[Readings2025]
) -> Iterator[Demand]:
    """Sixty months after the last one; which cells are in the pilot is a reading."""
    if case.subject.cell in about.readings.cells_in_pilot:
        term = PILOT_TERM.on(act.on, Level.CELL)
        yield _due(case, act, None if term is None else term.value)


def _due(case: Case[c.CellCongress], act: c.ComputeDueDate, months: int | None) -> Demand:
    last = case.subject.last_congress
    due = None if last is None or months is None else add_months(last, months)
    return equals(act.due, due, what=Text("ngày đến hạn", "due date"))


@book.rule(
    c.elect,
    cites=CELLS,
    title=Text("Chi ủy nhiều nhất 7 người", "A cell committee has seven members at the most"),
    subject="cell_committee_size",
    encodes=("cell.committee_size", "C10"),
)
def cell_committee_size_294(case: Case[c.CellCongress], act: c.Elect) -> Iterator[Demand]:
    """Seven, from 1 July 2025."""
    del case
    size = CELL_COMMITTEE_SIZE.on(act.on, Level.CELL)
    if act.post is Contest.COMMITTEE and size is not None:
        what = Text("số chi ủy viên", "members of the committee")
        yield at_most(act.seats, size.value.most, what=what)
