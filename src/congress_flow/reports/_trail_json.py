"""The trail of a case as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from congress_flow._case import Case
from congress_flow._shelf import Shelf
from congress_flow._sources import Instrument
from congress_flow._verdict import Outcome
from congress_flow.dossier import Judged, Names
from congress_flow.reports._json import (
    NAMELESS,
    CitationJson,
    Day,
    Figures,
    FindingJson,
    ObjectJson,
    WordsJson,
    citation_of,
    findings_of,
    json_bytes,
    words_of,
)
from congress_flow.reports._trail_law import Replaced, TrailLaw


class KeptJson(ObjectJson):
    """A demand that was found in order; no citations where the rule is not on the shelf."""

    rule: str
    text: WordsJson
    figures: Figures
    citations: list[CitationJson]


class InstrumentJson(ObjectJson):
    """An instrument. `date` is a day, or a year where the day is not recorded."""

    number: str
    date: str
    issuer: str


class ReplacedJson(ObjectJson):
    """What was judged by one instrument before is judged by another from this event on."""

    before: InstrumentJson
    after: InstrumentJson


class EntryJson(ObjectJson):
    """One event of a trail with its verdict. `to` is the stage then reached (None: it stayed)."""

    on: Day
    event: str
    title: WordsJson
    by: str | None
    path: str
    outcome: Outcome
    stage: str
    to: str | None
    law_changed: list[ReplacedJson]
    findings: list[FindingJson]
    kept: list[KeptJson]
    consulted: list[str]


class TrailJson(ObjectJson):
    """All that was recorded of one case."""

    case: str
    procedure: str
    stage: str
    entries: list[EntryJson]


def trail_json(
    case: Case[Any], judged: Iterable[Judged], shelf: Shelf, names: Names = NAMELESS
) -> bytes:
    """Return all that was recorded of a case as JSON; *shelf* tells what each rule cites."""
    law = TrailLaw.of(shelf)
    return json_bytes(
        TrailJson(
            case=case.id,
            procedure=case.procedure.id,
            stage=case.stage.name,
            entries=[_entry(each, changes, law, names) for each, changes in law.along(judged)],
        )
    )


def _entry(judged: Judged, changes: Iterable[Replaced], law: TrailLaw, names: Names) -> EntryJson:
    verdict, event = judged.verdict, judged.recorded.event
    by = getattr(event, "by", None)
    target = verdict.target if verdict.allowed else None
    return EntryJson(
        on=verdict.on,
        event=verdict.kind,
        title=words_of(judged.term),
        by=None if by is None else by.value,
        path=judged.recorded.path,
        outcome=verdict.outcome,
        stage=verdict.stage.name,
        to=None if target is None or target is verdict.stage else target.name,
        law_changed=[
            ReplacedJson(before=_instrument(each.before), after=_instrument(each.after))
            for each in changes
        ],
        findings=findings_of(verdict, names),
        kept=[
            KeptJson(
                rule=rule,
                text=words_of(names.text(demand)),
                figures=dict(demand.figures),
                citations=[citation_of(each) for each in law.citations(rule)],
            )
            for rule, demand in verdict.kept
        ],
        consulted=list(verdict.consulted),
    )


def _instrument(instrument: Instrument) -> InstrumentJson:
    return InstrumentJson(
        number=instrument.number, date=instrument.issued, issuer=instrument.issuer
    )
