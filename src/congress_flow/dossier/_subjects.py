"""What the cases of a dossier are about: their procedures, and the facts fixed when they open.

The facts come from the tables; a row of `[[case]]` may add to them or put others in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from congress_flow._procedure import Procedure
from congress_flow.dossier._directory import Directory
from congress_flow.dossier._records import ComplaintKind
from congress_flow.dossier._tables import Document, Row
from congress_flow.procedures._papers import DocumentKind
from congress_flow.procedures.announcement import announcement
from congress_flow.procedures.cell_congress import cell_congress
from congress_flow.procedures.complaint_case import complaint_case
from congress_flow.procedures.congress import congress
from congress_flow.procedures.document_life import document_life
from congress_flow.procedures.election_contest import election_contest
from congress_flow.procedures.personnel_run import personnel_run
from congress_flow.procedures.personnel_scheme import personnel_scheme
from congress_flow.procedures.personnel_track import personnel_track
from congress_flow.procedures.preparation import preparation
from congress_flow.procedures.step_meeting import step_meeting
from congress_flow.procedures.suspension import suspension

Facts = dict[str, Any]

# Cases that a dossier has one of; their id says which they are.
SINGLE: Final[Mapping[str, Procedure[Any]]] = {
    "personnel_track_R": personnel_track,
    "personnel_track_F": personnel_track,
    **{
        procedure.id: procedure
        for procedure in (
            announcement,
            congress,
            personnel_run,
            personnel_scheme,
            preparation,
            suspension,
        )
    },
}


def row_of(directory: Directory, case_id: str) -> tuple[Row, Procedure[Any]] | None:
    """Return the row whose case it is, with its procedure; None where no row has that id."""
    tables = directory.tables
    for rows, procedure in (
        (tables.documents, document_life),
        (tables.cells, cell_congress),
        (tables.contests, election_contest),
        (tables.complaints, complaint_case),
    ):
        for row in rows:
            if row.id == case_id:
                return row, procedure
    return None


def facts_of(directory: Directory, case_id: str, procedure: Procedure[Any]) -> Facts:
    """Return what the tables tell of a case, as the keys of its subject."""
    told = _TOLD.get(procedure.id)
    if told is None:
        return {}
    facts = told(directory, case_id)
    return {key: value for key, value in facts.items() if value is not None}


def document_kind(row: Document) -> DocumentKind | None:
    """Return the kind of a document by the words of its type, in either language."""
    return _KINDS.get((row.type or "").strip().lower())


def _unit(directory: Directory) -> Facts:
    """What most subjects ask: the level, and whether there is a standing committee."""
    unit = directory.tables.organisation
    return {
        "level": unit.level and unit.level.value,
        "standing_committee": unit.standing_committee != "",
    }


def _preparation(directory: Directory, _: str) -> Facts:
    unit, meeting = directory.tables.organisation, directory.tables.congress
    return {
        **_unit(directory),
        "cells": unit.cells,
        "members": unit.members,
        "kind": meeting.kind and meeting.kind.value,
        "planned_opening": meeting.planned_opening,
        "planned_days": meeting.planned_days or meeting.length_days,
        "contents": meeting.contents,
        "term": meeting.term,
    }


def _congress(directory: Directory, _: str) -> Facts:
    unit, meeting = directory.tables.organisation, directory.tables.congress
    return {
        **_unit(directory),
        "unit": unit.id,
        "kind": meeting.kind and meeting.kind.value,
        "contents": meeting.contents,
        "members": unit.members,
        "planned_opening": meeting.planned_opening,
        "planned_days": meeting.planned_days,
        "preparation": "preparation",
        "scheme": "personnel_scheme",
    }


def _run(directory: Directory, _: str) -> Facts:
    return _unit(directory)


def _track(directory: Directory, case_id: str) -> Facts:
    personnel = directory.tables.personnel
    return {
        **_unit(directory),
        "run": "personnel_run",
        "kind": case_id.rpartition("_")[2] if case_id in SINGLE else None,
        "seats": personnel.seats,
        "wanted": personnel.candidates,
    }


def _scheme(directory: Directory, _: str) -> Facts:
    tables = directory.tables
    return {
        "run": "personnel_run",
        "level": _unit(directory)["level"],
        "seats": tables.personnel.seats,
        "planned_opening": tables.congress.planned_opening,
    }


def _document(directory: Directory, case_id: str) -> Facts:
    unit, meeting = directory.tables.organisation, directory.tables.congress
    row = directory.document(case_id)
    kind = row and document_kind(row)
    delegates = meeting.kind and meeting.kind.value == "delegates"
    return {
        **_unit(directory),
        "kind": kind and kind.value,
        "title": row and row.subject,
        "unit": unit.id,
        "superior": unit.superior,
        "congress": congress.id,
        "delegates": delegates,
        "planned_opening": meeting.planned_opening,
    }


def _cell(directory: Directory, case_id: str) -> Facts:
    row = next((row for row in directory.tables.cells if row.id == case_id), None)
    return {
        "cell": case_id,
        "parent": directory.tables.organisation.id,
        "official_members": row and row.official,
        "probationary_members": row and row.probationary,
    }


def _contest(directory: Directory, case_id: str) -> Facts:
    row = next((row for row in directory.tables.contests if row.id == case_id), None)
    return {
        "post": row and row.post.value,
        "meeting": row and row.meeting and row.meeting.value,
        "level": _unit(directory)["level"],
        "congress": congress.id,
        "scheme": personnel_scheme.id,
        "seats": row and row.seats,
    }


def _complaint(directory: Directory, case_id: str) -> Facts:
    row = next((row for row in directory.tables.complaints if row.id == case_id), None)
    return {
        "level": _unit(directory)["level"],
        "congress": congress.id if row and row.about_congress else None,
        "persons": list(row.persons) if row else None,
    }


def _announcement(directory: Directory, _: str) -> Facts:
    del directory
    return {"congress": congress.id}


def _suspension(directory: Directory, _: str) -> Facts:
    return {"unit": directory.tables.organisation.id}


def _meeting(directory: Directory, _: str) -> Facts:
    return {"level": _unit(directory)["level"]}


_TOLD: Final[Mapping[str, Callable[[Directory, str], Facts]]] = {
    preparation.id: _preparation,
    congress.id: _congress,
    personnel_run.id: _run,
    personnel_track.id: _track,
    personnel_scheme.id: _scheme,
    document_life.id: _document,
    cell_congress.id: _cell,
    election_contest.id: _contest,
    complaint_case.id: _complaint,
    announcement.id: _announcement,
    suspension.id: _suspension,
    step_meeting.id: _meeting,
}

_KINDS: Final = {
    **{
        words: kind
        for kind in DocumentKind
        for words in (kind.value, kind.value.replace("_", " "), kind.term.vi, kind.term.en)
    },
    # The words of the format's first dossier, where they differ.
    "programme": DocumentKind.CONGRESS_PROGRAMME,
    "review report": DocumentKind.REVIEW_REPORT,
    "decision": DocumentKind.BODY_DECISION,
}

COMPLAINT_KINDS: Final = {
    ComplaintKind.DENUNCIATION: "denunciation",
    ComplaintKind.APPEAL: "disciplinary_appeal",
    ComplaintKind.MIXED: "mixed",
    ComplaintKind.ELECTION_COMPLAINT: "election_complaint",
    ComplaintKind.PETITION: "petition",
}
