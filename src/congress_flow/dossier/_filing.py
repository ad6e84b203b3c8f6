"""Acts and records become cases and events: which case, which event, which day, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from datetime import date
from typing import Any, Final, cast

import attrs

from congress_flow._procedure import Procedure
from congress_flow._text import Text
from congress_flow.dossier._directory import Directory
from congress_flow.dossier._dossier import Dossier, Opening, Recorded, Tables
from congress_flow.dossier._filling import (
    STEPS,
    cell_acts,
    complaint_acts,
    filled,
    step_vote,
)
from congress_flow.dossier._lines import Lines
from congress_flow.dossier._records import ActRow, CaseRow
from congress_flow.dossier._structuring import make_converter, structured
from congress_flow.dossier._subjects import SINGLE, Facts, facts_of, row_of
from congress_flow.dossier._values import LACKING, Misfit, nearest, with_hint
from congress_flow.errors import Problem
from congress_flow.procedures._acts import Body
from congress_flow.procedures._people import Nominee
from congress_flow.procedures._statements import Paper
from congress_flow.procedures.box import PROCEDURES
from congress_flow.procedures.preparation import DeclareReady, preparation

# Read while facts are structured: a person or paper may be given by its id alone.
_AT_HAND: ContextVar[Directory] = ContextVar("_AT_HAND")


def _by_id(find: Callable[[Directory, str], Facts | None]) -> Callable[[str], Facts]:
    def named(row_id: str) -> Facts:
        found = find(_AT_HAND.get(), row_id)
        if found is None:
            raise Misfit(Text(f"không có mã “{row_id}”", f"there is no id “{row_id}”"))
        return found

    return named


_CONVERTER: Final = make_converter(
    {Nominee: _by_id(Directory.nominee), Paper: _by_id(Directory.paper)}
)


def filed(
    tables: Tables,
    procedures: Iterable[Procedure[Any]],
    lines: Lines,
    problems: list[Problem],
) -> Dossier:
    """Return the dossier; what is wrong with its cases and acts is added to *problems*."""
    directory = Directory(tables)
    token = _AT_HAND.set(directory)
    try:
        known = {each.id: each for each in (*procedures, *PROCEDURES)}
        cases = _cases(directory, known, problems)
        events = tuple(_ordered(_events(directory, cases, problems), lines))
        openings = tuple(_openings(directory, cases, events, problems))
    finally:
        _AT_HAND.reset(token)
    return Dossier(tables=tables, cases=openings, events=events)


def declaration(dossier: Dossier, day: date) -> DeclareReady:
    """Return *declare ready* on *day*, with all that the dossier attests and explains by then.

    If the dossier records such an act, what that act tells stands in it too.
    """
    tables = dossier.tables
    directory = Directory(tables)
    known = [
        act
        for act in tables.acts
        if act.case == preparation.id and act.does == _DECLARE and act.on <= day
    ]
    act = max(known, key=lambda each: each.on, default=None)
    act = act or ActRow(case=preparation.id, does=_DECLARE, on=day, place="gate")
    act = attrs.evolve(act, on=day, by=act.by or Body.EXECUTIVE_COMMITTEE.value)
    facts = filled(directory, preparation.id, act)
    # Whatever could be wrong with it was told when the dossier was read.
    (made,) = _event(directory, preparation, act, facts, [])
    assert isinstance(made.event, DeclareReady)  # noqa: S101 - its kind says so
    return made.event


_DECLARE: Final = "declare_ready"


def _cases(
    directory: Directory, known: Mapping[str, Procedure[Any]], problems: list[Problem]
) -> dict[str, Procedure[Any]]:
    """The cases that the dossier speaks of, with their procedures."""
    tables = directory.tables
    found: dict[str, Procedure[Any]] = {preparation.id: preparation}
    for row in tables.cases:
        procedure = _declared(directory, row, known, problems)
        if procedure is not None:
            found[row.id] = procedure
    declared = {row.id for row in tables.cases}
    for act in tables.acts:
        if act.case in found or act.case in declared:
            continue
        own = row_of(directory, act.case)
        single = SINGLE.get(act.case)
        if own is not None:
            found[act.case] = own[1]
        elif single is not None:
            found[act.case] = single
        else:
            rows = (*tables.documents, *tables.cells, *tables.contests, *tables.complaints)
            ids = {*declared, *SINGLE, *(row.id for row in rows)}
            text = Text(f"không có phần việc “{act.case}”", f"there is no case “{act.case}”")
            problems.append(Problem(f"{act.place}.case", with_hint(text, nearest(act.case, ids))))
    for vote in tables.step_votes:
        name = f"personnel_track_{vote.track.value}"
        found.setdefault(name, SINGLE[name])
    return found


def _declared(
    directory: Directory,
    row: CaseRow,
    known: Mapping[str, Procedure[Any]],
    problems: list[Problem],
) -> Procedure[Any] | None:
    """The procedure of a row of `[[case]]`: named there, or that of the row it says more of."""
    own = row_of(directory, row.id)
    told = own[1] if own is not None else SINGLE.get(row.id)
    if row.procedure is None:
        if told is None:
            problems.append(Problem(f"{row.place}.procedure", LACKING))
        return told
    procedure = known.get(row.procedure)
    if procedure is None:
        text = Text(f"không có quy trình “{row.procedure}”", f"no procedure “{row.procedure}”")
        hint = nearest(row.procedure, known)
        problems.append(Problem(f"{row.place}.procedure", with_hint(text, hint)))
    elif told is not None and procedure is not told:
        text = Text(f"“{row.id}” thuộc quy trình {told.id}", f"“{row.id}” is a case of {told.id}")
        problems.append(Problem(f"{row.place}.procedure", text))
    return procedure


def _events(
    directory: Directory, cases: Mapping[str, Procedure[Any]], problems: list[Problem]
) -> Iterator[Recorded]:
    tables = directory.tables
    for act in tables.acts:
        if act.case in cases:
            facts = filled(directory, cases[act.case].id, act)
            yield from _event(directory, cases[act.case], act, facts, problems)
    for vote in tables.step_votes:
        if vote.step not in STEPS:
            text = Text("phải là một trong các bước 1 đến 5", "must be one of the steps 1 to 5")
            problems.append(Problem(f"{vote.place}.step", text))
        elif vote.date is not None:
            case, does, facts = step_vote(directory, vote)
            act = ActRow(
                case=case, does=does, on=vote.date, explained=vote.explained, place=vote.place
            )
            yield from _event(directory, cases[case], act, facts, problems)
    done = {(act.case, act.does) for act in tables.acts}
    for act in _row_acts(directory, cases):
        if (act.case, act.does) not in done:
            facts = filled(directory, cases[act.case].id, act)
            yield from _event(directory, cases[act.case], act, facts, problems)


def _row_acts(directory: Directory, cases: Mapping[str, Procedure[Any]]) -> Iterator[ActRow]:
    """What rows record besides the acts. A letter that came in is a case by itself."""
    for cell in directory.tables.cells:
        if cell.id in cases:
            yield from cell_acts(cell)
    for complaint in directory.tables.complaints:
        if complaint.id in cases:
            yield from complaint_acts(complaint)


def _event(
    directory: Directory,
    procedure: Procedure[Any],
    act: ActRow,
    facts: Facts,
    problems: list[Problem],
) -> Iterator[Recorded]:
    kind = procedure.kinds.get(act.does)
    if kind is None:
        text = Text(
            f"quy trình {procedure.id} không có việc “{act.does}”",
            f"the procedure {procedure.id} has no event “{act.does}”",
        )
        hint = nearest(act.does, procedure.kinds)
        problems.append(Problem(f"{act.place}.does", with_hint(text, hint)))
        return
    value: Facts = {**facts, "on": act.on}
    by: str | None = value.pop("by", act.by)
    if by is not None:
        body = directory.body(by)
        if body is None:
            text = Text(
                f"“{by}” không phải cơ quan, cũng không có `role` trong [[actor]]",
                f"“{by}” is no body and has no `role` in [[actor]]",
            )
            problems.append(Problem(f"{act.place}.by", text))
        else:
            value["by"] = body.value
    if act.minutes is not None:
        value["minutes"] = act.minutes
    if act.explained:
        value["explained"] = [
            *value.get("explained", ()),
            *({"rule": rule, "words": words} for rule, words in act.explained.items()),
        ]
    made = structured(_CONVERTER, value, kind, act.place)
    if isinstance(made, tuple):
        problems += made
    else:
        yield Recorded(case=act.case, event=made, path=act.place)


def _ordered(events: Iterable[Recorded], lines: Lines) -> Iterator[Recorded]:
    """Order by day, then by the place in the file."""
    yield from sorted(events, key=lambda each: (each.event.on, lines.find(each.path)))


def _openings(
    directory: Directory,
    cases: Mapping[str, Procedure[Any]],
    events: tuple[Recorded, ...],
    problems: list[Problem],
) -> Iterator[Opening]:
    rows = {row.id: row for row in directory.tables.cases}
    first: dict[str, date] = {}
    for each in events:
        first.setdefault(each.case, each.event.on)
    for case_id in sorted(cases):
        row = rows.get(case_id, CaseRow(id=case_id))
        procedure = cases[case_id]
        facts = {**facts_of(directory, case_id, procedure), **row.facts}
        path = row.place or _told_in(directory, case_id)
        made = structured(_CONVERTER, facts, procedure.subject, path)
        if isinstance(made, tuple):
            # What a case lacks because of a problem told already is not told again.
            known = any(each.path.startswith((path, *_TOLD_ONCE)) for each in problems)
            told = cast("tuple[Problem, ...]", made)
            problems += (each for each in told if not (known and each.text == LACKING))
            continue
        opened = row.opened or first.get(case_id) or _earliest(directory)
        yield Opening(id=case_id, procedure=procedure, subject=made, opened_on=opened)


# Most cases take the level, the seats or the day from here.
_TOLD_ONCE: Final = ("organisation", "congress", "personnel")


def _told_in(directory: Directory, case_id: str) -> str:
    """Where the facts of a case stand, that has no row of `[[case]]`."""
    own = row_of(directory, case_id)
    return own[0].place if own is not None else "organisation"


def _earliest(directory: Directory) -> date | None:
    """The day of the first paper of the organisation itself: with it the work begins."""
    own = [row.date for row in directory.tables.documents if row.date and directory.own(row)]
    return min(own, default=None)
