"""The events of a dossier, judged one after the other in the order of their days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from itertools import groupby
from typing import Any, Final

import attrs

from congress_flow._case import Case
from congress_flow._clerk import Clerk
from congress_flow._engine import Engine, Option
from congress_flow._procedure import Procedure, term_of
from congress_flow._text import Text
from congress_flow._verdict import Verdict
from congress_flow.dossier._dossier import Dossier, Opening, Recorded
from congress_flow.dossier._filing import declaration
from congress_flow.dossier._values import nearest, with_hint
from congress_flow.errors import BadInput, Problem
from congress_flow.ledger import MemoryLedger
from congress_flow.procedures.preparation import declare_ready, preparation


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Judged:
    """A recorded event with its verdict."""

    procedure: Procedure[Any]
    recorded: Recorded
    verdict: Verdict

    @property
    def term(self) -> Text:
        """The name of the act for readers."""
        return term_of(type(self.recorded.event))


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class History:
    """What became of the events of a dossier: the cases as they stand, and every verdict.

    `ledger` holds the sealed record of it, refusals included.
    """

    cases: Mapping[str, Case[Any]]
    judged: tuple[Judged, ...]
    ledger: MemoryLedger

    @property
    def standing(self) -> tuple[Judged, ...]:
        """The refusals that were never made good by an event of the same kind in the same case."""
        made_good: set[tuple[str, str]] = set()
        found: list[Judged] = []
        for each in reversed(self.judged):
            key = (each.verdict.case, each.verdict.kind)
            if each.verdict.allowed:
                made_good.add(key)
            elif key not in made_good:
                found.append(each)
        return tuple(reversed(found))

    def of(self, case_id: str) -> tuple[Judged, ...]:
        """Return what was judged of one case."""
        return tuple(each for each in self.judged if each.verdict.case == case_id)


def history(dossier: Dossier, engine: Engine, until: date) -> History:
    """Judge the events of *dossier* through the day *until*, all other cases beside each.

    A case stands open from its day on, and no event sees one that was not open yet: what is judged
    of a day is the same however much later it is asked. The preparation is always among the cases,
    because it is what is asked.
    Each event is handed to a clerk and ends in an entry, written down on the day of the event.
    The events of one day come in the order of the file. Between rows of different tables that
    order says little, because TOML does not keep it: an event that may not be waits for the rows
    of the other tables of that day.
    """
    opened = [
        each
        for each in dossier.cases
        if each.id == preparation.id or (each.opened_on or until) <= until
    ]
    procedures = {each.procedure.id: each.procedure for each in opened}.values()
    moments: list[datetime] = []
    ledger = MemoryLedger()
    clerk = Clerk(engine, ledger, procedures, clock=lambda: moments[-1])
    starts: dict[date, list[Opening]] = {}
    for opening in opened:
        starts.setdefault(min(opening.opened_on or until, until), []).append(opening)
    acts = {day: tuple(events) for day, events in groupby(dossier.events, key=_day)}
    judged: list[Judged] = []
    for day in sorted({*starts, *(day for day in acts if day <= until)}):
        moments.append(_moment(day))
        for each in starts.get(day, ()):
            clerk.open(each.procedure, each.id, each.subject, day, dossier.id or _NOBODY)
        judged += _judged_together(clerk, acts.get(day, ()))
    cases = {case.id: case for case in clerk.cases()}
    return History(cases=cases, judged=tuple(judged), ledger=ledger)


_NOBODY: Final = "?"
"""Who handed an event in where the dossier does not tell."""


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _day(recorded: Recorded) -> date:
    return recorded.event.on


def _judged_together(clerk: Clerk, events: tuple[Recorded, ...]) -> Iterator[Judged]:
    """Judge the events of one day, those of each table in their order."""
    left = list(events)
    while left:
        heads: dict[str, Recorded] = {}
        for each in left:
            heads.setdefault(each.table, each)
        # With one table there is nothing to choose. If nobody may go on, the first is refused.
        free = (each for each in heads.values() if len(heads) > 1 and _may_be(clerk, each))
        first = next(free, left[0])
        left.remove(first)
        yield _judged(clerk, first)


def _may_be(clerk: Clerk, recorded: Recorded) -> bool:
    case = clerk.case(recorded.case)
    return clerk.engine.judge(case, recorded.event, clerk.cases()).allowed


def _judged(clerk: Clerk, recorded: Recorded) -> Judged:
    body: Enum | None = getattr(recorded.event, "by", None)
    who = _NOBODY if body is None else str(body.value)
    entry = clerk.submit(recorded.case, recorded.event, who, beside="all")
    case = clerk.case(recorded.case)
    # What was allowed lies ready in the case; a refusal is read back from its entry.
    verdict = case.passages[-1].verdict if entry.allowed else entry.verdict(case.procedure)
    return Judged(procedure=case.procedure, recorded=recorded, verdict=verdict)


def case_of(past: History, case_id: str) -> Case[Any]:
    """Return a case by its id. Raises `BadInput` that names the cases there are."""
    case = past.cases.get(case_id)
    if case is None:
        known = ", ".join(sorted(past.cases))
        text = Text(
            f"không có phần việc này; có: {known}", f"there is no such case; there are: {known}"
        )
        raise BadInput([Problem(case_id, with_hint(text, nearest(case_id, past.cases)))])
    return case


def options(
    dossier: Dossier, engine: Engine, past: History, case: Case[Any], on: date
) -> tuple[Option[Any], ...]:
    """Return what may happen next to a case of *past* on a day, and what it still lacks.

    Of a declaration of readiness the facts are known: what the dossier attests.
    """
    found = engine.options(case, on, past.cases.values())
    if case.procedure is not preparation:
        return found
    known = engine.judge(case, declaration(dossier, on), past.cases.values())
    return tuple(
        attrs.evolve(each, verdict=known) if each.step is declare_ready else each for each in found
    )
