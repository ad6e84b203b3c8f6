"""The events of a dossier, judged one after the other in the order of their days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from congress_flow._case import Case
from congress_flow._engine import Engine
from congress_flow._procedure import Procedure, term_of
from congress_flow._text import Text
from congress_flow._verdict import Verdict
from congress_flow.dossier._dossier import Dossier, Opening, Recorded


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
    """What became of the events of a dossier: the cases as they stand, and every verdict."""

    cases: Mapping[str, Case[Any]]
    judged: tuple[Judged, ...]

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
    """Judge the events of *dossier* through the day *until*, all other cases beside each."""
    cases: dict[str, Case[Any]] = {}
    judged: list[Judged] = []
    events = [each for each in dossier.events if each.event.on <= until]
    opened = [each for each in dossier.cases if (each.opened_on or until) <= until]
    for opening in opened:
        cases[opening.id] = _case(opening, until)
    for recorded in events:
        case = cases[recorded.case]
        verdict = engine.judge(case, recorded.event, cases.values())
        judged.append(Judged(procedure=case.procedure, recorded=recorded, verdict=verdict))
        if verdict.allowed:
            cases[case.id] = engine.take(case, recorded.event, verdict)
    return History(cases=cases, judged=tuple(judged))


def _case(opening: Opening, until: date) -> Case[Any]:
    return Case(
        procedure=opening.procedure,
        id=opening.id,
        subject=opening.subject,
        opened_on=opening.opened_on or until,
    )
