"""Verdicts as they are noted in a record, and read back from it: the same, to the last figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from congress_flow._demand import Breach, Caution, Demand, Gap, Objection
from congress_flow._procedure import Event, Procedure, Stage, Step
from congress_flow._sources import Citation, Instrument
from congress_flow._verdict import Finding, Outcome, Verdict
from congress_flow.errors import LedgerError
from congress_flow.ledger._canonical import (
    TAGS,
    CitationNote,
    DemandNote,
    FindingNote,
    InstrumentNote,
    Record,
    tagged,
    untagged,
)

_OBJECTIONS: Final[Mapping[str, type[Breach | Gap | Caution]]] = {
    "breach": Breach,
    "gap": Gap,
    "caution": Caution,
}
_NAMES: Final = {made: name for name, made in _OBJECTIONS.items()}


def kept_of(verdict: Verdict) -> list[DemandNote]:
    """Return the demands that were found kept."""
    return [_demand_note(rule, demand) for rule, demand in verdict.kept]


def _demand_note(rule: str, demand: Demand) -> DemandNote:
    # `tagged`, written out: this is done for each rule of each submission.
    value, limit = demand.value, demand.limit
    if (tag := TAGS.get(type(value))) is not None:
        value = tag(value)
    if (tag := TAGS.get(type(limit))) is not None:
        limit = tag(limit)
    return DemandNote(
        rule,
        demand.op,
        value,
        limit,
        demand.about,
        demand.what,
        demand.unit,
        demand.of,
        demand.share,
        demand.terms,
    )


def _demand_of(note: DemandNote) -> Demand:
    return Demand(
        note.op,
        untagged(note.value),
        untagged(note.limit),
        note.about,
        note.what,
        note.unit,
        note.of,
        note.share,
        note.terms,
    )


def findings_of(verdict: Verdict) -> tuple[FindingNote, ...]:
    """Return the findings as they are noted."""
    return tuple(_finding_note(finding) for finding in verdict.findings)


def _finding_note(finding: Finding) -> FindingNote:
    answer = finding.answer
    if isinstance(answer, Demand):
        name, demand = "demand", _demand_note(finding.rule, answer)
        figures: Mapping[str, object] = answer.figures
    else:
        name, demand = _NAMES[type(answer)], None
        figures = answer.figures
    return FindingNote(
        answer=name,
        citations=tuple(_citation_note(citation) for citation in finding.citations),
        demand=demand,
        explained=finding.explained,
        fault=finding.fault,
        figures={name: tagged(figure) for name, figure in figures.items()},
        kind=finding.kind,
        rule=finding.rule,
        said=answer.explained if isinstance(answer, Caution) else "",
        sources=finding.sources,
        text=finding.text,
        title=finding.title,
    )


def _finding_of(note: FindingNote) -> Finding:
    return Finding(
        kind=note.kind,
        rule=note.rule,
        title=note.title,
        citations=tuple(_citation_of(citation) for citation in note.citations),
        answer=_answer_of(note),
        fault=note.fault,
        explained=note.explained,
    )


def _answer_of(note: FindingNote) -> Demand | Objection:
    if note.demand is not None:
        return _demand_of(note.demand)
    figures = {name: untagged(figure) for name, figure in note.figures.items()}
    if note.answer == "caution":
        return Caution(note.text, figures, note.sources, note.said)
    return _OBJECTIONS[note.answer](note.text, figures, note.sources)


def _citation_note(citation: Citation) -> CitationNote:
    made = citation.instrument
    return CitationNote(
        article=citation.article,
        confidence=citation.confidence,
        instrument=InstrumentNote(
            confidence=made.confidence,
            id=made.id,
            issued=made.issued,
            issuer=made.issuer,
            level=made.level,
            number=made.number,
            type=made.type,
        ),
    )


def _citation_of(note: CitationNote) -> Citation:
    made = note.instrument
    return Citation(
        Instrument(
            id=made.id,
            type=made.type,
            number=made.number,
            issued=made.issued,
            issuer=made.issuer,
            level=made.level,
            confidence=made.confidence,
        ),
        note.article,
        note.confidence,
    )


def verdict_of(
    record: Record, outcome: Outcome, event: Event, procedure: Procedure[Any]
) -> Verdict:
    """Return the verdict that *record* notes.

    Raises `LedgerError` where *procedure* is not the one, or is not drawn any more as it was.
    """
    if record.procedure != procedure.id:
        raise LedgerError(f"{record.case} is a case of {record.procedure}, not of {procedure.id}")
    return Verdict(
        record.case,
        record.version,
        record.procedure,
        _stage_of(record, procedure),
        _step_of(record, procedure),
        event,
        outcome,
        tuple(_finding_of(note) for note in record.findings),
        tuple((note.rule, _demand_of(note)) for note in record.kept),
        record.consulted,
        tuple((other.case, other.version) for other in record.beside),
    )


def _stage_of(record: Record, procedure: Procedure[Any]) -> Stage:
    for stage in procedure.stages:
        if stage.name == record.stage:
            return stage
    raise LedgerError(f"{record.case}: {procedure.id} has no stage {record.stage!r} any more")


def _step_of(record: Record, procedure: Procedure[Any]) -> Step[Any, Any] | None:
    if not record.step:
        return None
    for step in procedure.steps:
        if step.id == record.step:
            return step
    raise LedgerError(f"{record.case}: {procedure.id} has no step {record.step!r} any more")
