"""Suspension of a unit's congress by a superior, and its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from congress_flow import (
    Case,
    Confidence,
    Context,
    Demand,
    Severity,
    Step,
    Text,
    at_least,
    fails,
    given,
    one_of,
)
from congress_flow.procedures import Act
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import suspension as u
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.readings import Readings2020

_STEPS: tuple[Step[u.Suspension, Any], ...] = u.suspension.steps
SPRING_2020: Final = HANDBOOK.at(
    "procedures.md 6.3 (Ban Bí thư tạm hoãn đại hội cấp cơ sở, mùa xuân 2020)", Confidence.REPORTED
)
_DOCUMENT: Final = Text("văn bản của cấp trên", "document of the superior")


@book.rule(
    *_STEPS,
    cites=SPRING_2020,
    in_force=TERM_2020,
    title=Text("Đúng cấp có thẩm quyền", "Each act is that of the competent body"),
    encodes=rows(*_STEPS),
)
def suspension_actor(case: Case[u.Suspension], act: Act, about: Context[Readings2020]) -> Demand:
    """A superior suspends and resumes: in 2020 the Central Secretariat, also provinces."""
    return one_of(act.by, about.step.actors, what=Text("cơ quan quyết định", "deciding body"))


@book.rule(
    u.suspend,
    cites=SPRING_2020,
    in_force=TERM_2020,
    title=Text("Tạm hoãn có lý do, có văn bản", "Suspended for a reason, by a document"),
    encodes=("U1",),
)
def suspension_document(case: Case[u.Suspension], act: u.Suspend) -> Iterator[Demand]:
    """The reason and the document; the preparation may go on meanwhile."""
    yield given(act.reason, what=Text("lý do", "reason"))
    yield given(act.document, what=_DOCUMENT)


@book.rule(
    u.resume,
    cites=SPRING_2020,
    in_force=TERM_2020,
    title=Text("Cho tiếp tục bằng văn bản", "Resumed by a document"),
    encodes=("U2",),
)
def resumption_document(case: Case[u.Suspension], act: u.Resume) -> Demand:
    """The superior's document."""
    return given(act.document, what=_DOCUMENT)


@book.rule(
    u.resume,
    cites=HANDBOOK.at("parameters.md congress.suspension_moves_deadline", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Tạm hoãn không tự kéo dài thời hạn", "A suspension moves no deadline by itself"),
    severity=Severity.WARNS,
    encodes=("congress.suspension_moves_deadline", "6-I5", "U2"),
)
def deadline_unmoved(case: Case[u.Suspension], act: u.Resume) -> Demand:
    """In 2020 the limits of 30/6, 31/8 and 31/10 were kept."""
    return fails(act.moves_deadline, what=Text("coi như thời hạn được lùi", "deadline moved"))


@book.rule(
    u.end,
    cites=HANDBOOK.at("procedures.md U3", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Kết thúc khi đại hội đã xong", "It ends when the congress is over"),
    encodes=("U3",),
)
def suspension_ended(case: Case[u.Suspension], act: u.End, about: Context[Readings2020]) -> Demand:
    """The congress of the unit is closed (a cell's: held)."""
    unit = case.subject.unit
    over = [
        *(x for x in about.beside.of(k.congress) if x.subject.unit == unit and _closed(x)),
        *(x for x in about.beside.of(c.cell_congress) if x.subject.cell == unit and _held(x)),
    ]
    return at_least(len(over), 1, what=Text("đại hội đã bế mạc", "congress closed"))


def _closed(case: Case[k.Congress]) -> bool:
    return case.reached(k.CLOSED)


def _held(case: Case[c.CellCongress]) -> bool:
    return case.reached(c.HELD)
