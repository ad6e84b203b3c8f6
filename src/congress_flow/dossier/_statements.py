"""What the tables of a dossier attest, as facts of *declare ready*.

Nothing is added to what stands in the file. An `[[unknown]]` goes to the gates it names, else to
those whose evidence it concerns; what fits nowhere stands with the basis (G1).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from congress_flow._sources import Confidence
from congress_flow.dossier._directory import Directory
from congress_flow.dossier._subjects import Facts, document_kind
from congress_flow.dossier._tables import Document, Event, EventKind, Figure, Gate, Row, Unknown
from congress_flow.procedures._acts import Body
from congress_flow.procedures._statements import Says

_ANY: Final = "G1"
_GATES_OF_TABLES: Final = {"congress": ("G12",), "personnel": ("G8",)}
_CELLS: Final = "G5"


def statements(directory: Directory, day: date) -> Facts:
    """Return the facts of *declare ready* that the tables attest, by the names of its fields.

    What they date after *day* has not happened yet.
    """
    tables = directory.tables
    events = [row for row in tables.events if _happened(row, day)]
    found: Facts = {
        "statements": _of_gates(directory),
        "papers": [_paper_state(row) for row in tables.documents if _has_state(row)],
        "basis": [
            directory.paper(row.id)
            for row in tables.documents
            if row.number and row.id and (row.date is None or row.date <= day)
        ],
        "cells": _cells(directory, events, day),
        "surplus": _surplus(directory),
        "approval": _approval(directory, events),
        "tensions": [
            {"words": _both(row.what, row.vi), "sources": list(row.source)}
            for row in tables.tensions
        ],
        "explained": [{"rule": row.rule, "words": row.words} for row in tables.explanations],
    }
    return {key: value for key, value in found.items() if value is not None}


def _happened(row: Event, day: date) -> bool:
    return all(each is None or each <= day for each in (row.date, row.from_, row.until))


def _both(english: str, vietnamese: str) -> list[str]:
    """The words in Vietnamese and English; if the dossier has one language it serves for both."""
    return [vietnamese or english, english]


def _of_gates(directory: Directory) -> list[Facts]:
    gates = directory.tables.gates
    asked: dict[str, list[Unknown]] = {}
    for row in directory.tables.unknowns:
        for gate in _gates_for(row, gates):
            asked.setdefault(gate, []).append(row)
    told = [_statement(gate, asked.pop(gate.id, ())) for gate in gates]
    return [*told, *(_statement(Gate(id=gate), asked[gate]) for gate in sorted(asked))]


def _statement(gate: Gate, unknowns: Iterable[Unknown]) -> Facts:
    words = list(gate.vi) + [""] * (len(gate.missing) - len(gate.vi))
    return {
        "gate": gate.id,
        "says": (gate.says or Says.NOT_TOLD).value,
        "sources": list(gate.source),
        "evidence": list(gate.evidence),
        "missing": [_both(en, vi) for en, vi in zip(gate.missing, words, strict=False)],
        "unknown": [_both(row.what, row.vi) for row in unknowns],
    }


def _gates_for(row: Unknown, gates: tuple[Gate, ...]) -> tuple[str, ...]:
    named = [each.id for each in gates if each.id in row.for_]
    if not named:
        named = [each.id for each in gates if set(each.evidence) & set(row.for_)]
    if not named:
        named = [gate for each in row.for_ for gate in _GATES_OF_TABLES.get(each, ())]
    return tuple(named) or (_ANY,)


def _has_state(row: Document) -> bool:
    return any(each is not None for each in (row.completion, row.opinions, row.approval))


def _paper_state(row: Document) -> Facts:
    kind = document_kind(row)
    return {
        "id": row.id or row.place,
        "kind": kind.value if kind else row.type or "",
        "completion": row.completion,
        "opinions": row.opinions,
        "approval": row.approval,
        "sources": list(row.source),
    }


def _cells(directory: Directory, happened: Iterable[Event], day: date) -> Facts | None:
    """The cells' congresses, by the gate's figures and events, else by the rows of the cells."""
    tables = directory.tables
    gate = next((row for row in tables.gates if row.id == _CELLS), None)
    evidence = gate.evidence if gate is not None else ()
    figures = [row for row in tables.figures if row.id in evidence and row.count is not None]
    events = [row for row in happened if row.kind is EventKind.CELL_CONGRESSES]
    shares = [row for row in figures if row.of is not None]
    rounds = [row for row in figures if row.of is None]
    if not (shares or events):
        return _cells_by_row(directory, day)
    first = [row.from_ or row.date for row in events]
    last = [row.until or row.date for row in events]
    return {
        "done": shares[0].count if shares else None,
        "total": shares[0].of if shares else tables.organisation.cells,
        "first": None if None in first else min(first, default=None),  # type: ignore[type-var]
        "last": None if None in last else max(last, default=None),  # type: ignore[type-var]
        "ballots": rounds[0].count if rounds else None,
        "sources": _sources(*figures, *events),
    }


def _cells_by_row(directory: Directory, day: date) -> Facts | None:
    rows = directory.tables.cells
    days = [row.congress for row in rows if row.congress is not None and row.congress <= day]
    if not days:
        return None
    return {
        "done": len(days),
        "total": directory.tables.organisation.cells,
        "first": min(days),
        "last": max(days),
        "sources": _sources(*rows),
    }


def _sources(*rows: Row) -> list[str]:
    return list(dict.fromkeys(key for row in rows for key in row.source))


def _surplus(directory: Directory) -> Facts | None:
    personnel = directory.tables.personnel
    derived: Figure | None = next(
        (row for row in directory.tables.figures if row.seats and row.candidates), None
    )
    if personnel.surplus_printed is None and derived is None:
        return None
    told = personnel.seats is not None and personnel.candidates is not None
    return {
        "printed": personnel.surplus_printed,
        "seats": personnel.seats if told else derived and derived.seats,
        "candidates": personnel.candidates if told else derived and derived.candidates,
        "derived": not told and derived is not None and derived.confidence is Confidence.DERIVED,
        "sources": _sources(*(row for row in (personnel, derived) if row is not None)),
    }


def _approval(directory: Directory, happened: Iterable[Event]) -> Facts | None:
    """The superior's approval; several events of approval are taken together."""
    events = [row for row in happened if row.kind is EventKind.APPROVAL]
    if not events:
        return None
    days = [row.date for row in events]
    return {
        "approved": all(row.status is Says.DONE for row in events),
        "by_committee": _by_committee(directory, events),
        "on": None if None in days else max(days),  # type: ignore[type-var]
        "papers": list(dict.fromkeys(paper for row in events for paper in row.documents)),
        "sources": _sources(*events),
    }


def _by_committee(directory: Directory, events: list[Event]) -> bool | None:
    """Whether the superior committee itself is named, and not its standing committee."""
    bodies = {directory.body(name) for row in events for name in row.by or ()}
    if bodies == {Body.SUPERIOR_COMMITTEE}:
        return True
    return False if bodies == {Body.SUPERIOR_STANDING_COMMITTEE} else None
