"""Facts of acts that stand in other tables of the dossier: opinions, ballots, letters, statements.

An act names what it does; what a table of version 1 already tells of it need not be told again.
What an act tells itself always stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from congress_flow.dossier._directory import Directory
from congress_flow.dossier._records import ActRow, Cell, Complaint, Contest, Opinion, StepVote
from congress_flow.dossier._statements import statements
from congress_flow.dossier._subjects import COMPLAINT_KINDS, Facts
from congress_flow.procedures._acts import Body
from congress_flow.procedures.preparation import CongressKind

_HELD_BY: Final[Mapping[int, tuple[str, Body]]] = {
    1: ("approve_list", Body.STANDING_COMMITTEE),
    2: ("accept_result", Body.KEY_CADRE_CONFERENCE),
    3: ("accept_result", Body.EXECUTIVE_COMMITTEE),
    4: ("adopt_list", Body.STANDING_COMMITTEE),
    5: ("accept_result", Body.EXECUTIVE_COMMITTEE),
}
STEPS: Final = tuple(_HELD_BY)


def filled(directory: Directory, procedure: str, act: ActRow) -> Facts:
    """Return the facts of an act: what other tables tell, and over it what it tells itself."""
    told = _TOLD.get((procedure, act.does))
    known = told(directory, act) if told is not None else {}
    return {**_known(known), **act.facts}


def _known(facts: Facts) -> Facts:
    return {key: value for key, value in facts.items() if value is not None}


def step_vote(directory: Directory, row: StepVote) -> tuple[str, str, Facts]:
    """Return the case, the kind of event and the facts of one meeting of the five steps."""
    kind, body = _HELD_BY[row.step]
    facts: Facts = {
        "by": row.by or body.value,
        "meeting": {
            "convened": row.convened,
            "present": row.present,
            "issued": row.issued,
            "collected": row.returned,
            "valid": row.valid,
            "secret": row.secret,
            "agree": row.agree and dict(row.agree),
            "filed": row.minutes,
            "counted": row.counting_minutes,
        },
    }
    if kind == "approve_list":
        facts["persons"] = _on_track(directory, row)
    else:
        facts["passed"] = _list(row.passed)
    if kind == "accept_result":
        facts |= {
            "added": _list(row.added),
            "ballots_analysed": row.ballots_analysed,
            "issues_concluded": row.issues_concluded,
            "views_agree": row.views_agree,
        }
    return f"personnel_track_{row.track.value}", kind, _known(facts)


def _on_track(directory: Directory, row: StepVote) -> list[str] | None:
    """The persons of step 1: those named, else the candidates of the track; None if there are none.

    A person may stand in several contests of one track and is named once.
    """
    if row.passed is not None:
        return list(row.passed)
    stand = [
        each.person
        for each in directory.tables.candidates
        if each.track is not None and each.track.letter == row.track.value
    ]
    return list(dict.fromkeys(stand)) or None


def _list(names: tuple[str, ...] | None) -> list[str] | None:
    return None if names is None else list(names)


def cell_acts(row: Cell) -> tuple[ActRow, ...]:
    """Return what a row of `[[cell]]` records of its congress, as acts."""
    acts: list[ActRow] = []
    if row.reviewed_by_committee is not None:
        acts.append(_act(row, "give_remarks", row.reviewed_by_committee, Body.SUPERIOR_COMMITTEE))
    if row.congress is not None:
        acts.append(_act(row, "hold", row.congress, Body.CELL))
    return tuple(acts)


def complaint_acts(row: Complaint) -> tuple[ActRow, ...]:
    """Return what a row of `[[complaint]]` records, as acts: that the letter came in."""
    if row.received_first is None:
        return ()
    return (_act(row, "receive", row.received_first, Body.RECEIVING_BODY),)


def _act(row: Any, does: str, on: Any, by: Body) -> ActRow:  # noqa: ANN401 - any row with an id
    return ActRow(case=row.id, does=does, on=on, by=by.value, place=row.place)


def _hold(directory: Directory, act: ActRow) -> Facts:
    row: Cell | None = _row(directory.tables.cells, act.case)
    if row is None:
        return {}
    roll = None if row.official is None else {"official": row.official}
    return {"roll": roll, "present": row.voters}


def _confirm_quorum(directory: Directory, _: ActRow) -> Facts:
    told = directory.tables.congress
    known = told.convened is not None and told.kind is not None
    convened = "convened" if told.kind is CongressKind.DELEGATES else "official"
    return {
        "roll": {convened: told.convened} if known else None,
        "present": told.attended,
        "sub_organisations": told.sub_organisations,
        "represented": told.represented,
    }


def _row(rows: tuple[Any, ...], row_id: str) -> Any:  # noqa: ANN401 - a row of *rows*
    return next((row for row in rows if row.id == row_id), None)


def _receive(directory: Directory, act: ActRow) -> Facts:
    row: Complaint | None = _row(directory.tables.complaints, act.case)
    if row is None:
        return {}
    return {
        "sent": row.sent,
        "first_received": row.received_first,
        "competent_received": row.received_competent,
        "signers": row.signers,
        "anonymous": row.anonymous,
    }


def _classify(directory: Directory, act: ActRow) -> Facts:
    row: Complaint | None = _row(directory.tables.complaints, act.case)
    if row is None:
        return {}
    return {
        "kind": row.kind and COMPLAINT_KINDS[row.kind],
        "about_congress": row.about_congress,
    }


def taken_opinions(directory: Directory, document: str) -> Mapping[str, tuple[Opinion, ...]]:
    """Return which opinions on a document each act that takes opinions in took, by its place.

    An opinion is taken by the first such act on or after the day it was received; one whose day
    is not known by the first of all, so that it does not get lost.
    """
    takers = sorted(
        (act for act in directory.tables.acts if act.case == document and act.does in _TAKING),
        key=lambda act: (act.on, _TAKING.index(act.does)),
    )
    left = [row for row in directory.tables.opinions if row.document == document]
    taken: dict[str, tuple[Opinion, ...]] = {}
    for act in takers:
        here = [row for row in left if row.received is None or row.received <= act.on]
        taken[act.place] = tuple(here)
        left = [row for row in left if row not in here]
    return taken


_TAKING: Final = ("close_consultation", "adopt_for_submission")


def _opinions(directory: Directory, act: ActRow) -> list[Facts] | None:
    if not any(row.document == act.case for row in directory.tables.opinions):
        return None
    return [_opinion(row) for row in taken_opinions(directory, act.case)[act.place]]


def _opinion(row: Opinion) -> Facts:
    return {
        "id": row.id or row.place,
        "from_whom": row.from_whom,
        "received": row.received,
        "outcome": row.outcome and row.outcome.value,
        "answer": row.answer,
    }


def _close_consultation(directory: Directory, act: ActRow) -> Facts:
    return {"opinions": _opinions(directory, act)}


def _adopt_for_submission(directory: Directory, act: ActRow) -> Facts:
    return {"late_opinions": _opinions(directory, act)}


def _of_contest(
    key: str, fact: str, make: Callable[[Any], Any] = list
) -> Callable[[Directory, ActRow], Facts]:
    """Take one key of the row of `[[contest]]` as one fact of the act."""

    def told(directory: Directory, act: ActRow) -> Facts:
        value: Any = getattr(_row(directory.tables.contests, act.case), key, None)
        return {fact: value if value is None else make(value)}

    return told


def _plan_contest(directory: Directory, act: ActRow) -> Facts:
    row: Contest | None = _row(directory.tables.contests, act.case)
    return {} if row is None else {"seats": row.seats, "alternates": row.alternates}


def _round(directory: Directory, act: ActRow) -> Any:  # noqa: ANN401 - a round, or None
    """The round to which an act belongs: the first one for the first act of its kind, and so on."""
    row: Contest | None = _row(directory.tables.contests, act.case)
    kin = [
        other
        for other in directory.tables.acts
        if other.case == act.case and other.does == act.does
    ]
    index = [each.place for each in sorted(kin, key=lambda each: each.on)].index(act.place)
    return row.rounds[index] if row is not None and index < len(row.rounds) else None


def _issue_ballots(directory: Directory, act: ActRow) -> Facts:
    count = _counts(directory, act)
    return {"present": count.get("present"), "issued": count.get("issued")}


def _collect_ballots(directory: Directory, act: ActRow) -> Facts:
    return {"collected": _counts(directory, act).get("collected")}


def _counts(directory: Directory, act: ActRow) -> Mapping[str, int]:
    held = _round(directory, act)
    return (held.count if held is not None else None) or {}


def _count(directory: Directory, act: ActRow) -> Facts:
    held = _round(directory, act)
    if held is None:
        return {}
    count: Mapping[str, int] = held.count or {}
    valid, collected = count.get("valid"), count.get("collected")
    return {
        "valid": valid,
        "invalid": None if valid is None or collected is None else collected - valid,
        "votes": held.votes and dict(held.votes),
        "marks": held.marks and {name: attrs.asdict(boxes) for name, boxes in held.marks.items()},
    }


def _declare(directory: Directory, act: ActRow) -> Facts:
    row: Contest | None = _row(directory.tables.contests, act.case)
    if row is None:
        return {}
    return {"elected": _list(row.declared), "alternates": _list(row.declared_alternates)}


def _declare_ready(directory: Directory, act: ActRow) -> Facts:
    return statements(directory, act.on)


_TOLD: Final[Mapping[tuple[str, str], Callable[[Directory, ActRow], Facts]]] = {
    ("cell_congress", "hold"): _hold,
    ("congress", "confirm_quorum"): _confirm_quorum,
    ("complaint_case", "receive"): _receive,
    ("complaint_case", "classify"): _classify,
    ("document_life", "close_consultation"): _close_consultation,
    ("document_life", "adopt_for_submission"): _adopt_for_submission,
    ("election_contest", "plan_contest"): _plan_contest,
    ("election_contest", "open_contest"): _of_contest("roll", "roll", dict),
    ("election_contest", "present_prepared_list"): _of_contest("prepared", "names"),
    ("election_contest", "adopt_list"): _of_contest("list", "names"),
    ("election_contest", "elect_counting_board"): _of_contest("counting_board", "members"),
    ("election_contest", "issue_ballots"): _issue_ballots,
    ("election_contest", "collect_ballots"): _collect_ballots,
    ("election_contest", "count"): _count,
    ("election_contest", "declare"): _declare,
    ("preparation", "declare_ready"): _declare_ready,
}
