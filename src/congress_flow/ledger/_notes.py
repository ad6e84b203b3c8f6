"""Verdicts as they are noted in a record, and read back from it: the same, to the last figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from congress_flow._demand import Breach, Caution, Demand, Gap, Objection
from congress_flow._figures import Terms
from congress_flow._procedure import Event, Procedure, Stage, Step
from congress_flow._sources import Citation, Instrument
from congress_flow._text import Text
from congress_flow._verdict import Finding, Outcome, Verdict
from congress_flow.errors import LedgerError, UsageError
from congress_flow.ledger._canonical import (
    CitationNote,
    DemandNote,
    FindingNote,
    InstrumentNote,
    Record,
)
from congress_flow.ledger._figures import TAGS, tagged, untagged

_OBJECTIONS: Final[Mapping[str, type[Breach | Gap | Caution]]] = {
    "breach": Breach,
    "gap": Gap,
    "caution": Caution,
}
_YES: Final = True
_NO: Final = False
_NAMES: Final = {made: name for name, made in _OBJECTIONS.items()}


def kept_of(verdict: Verdict) -> list[DemandNote]:
    """Return the demands that were found kept."""
    return [_demand_note(rule, demand) for rule, demand in verdict.kept]


def _demand_note(rule: str, demand: Demand) -> DemandNote:
    # `tagged`, written out: this is done for each rule of each submission.
    value, limit, about = demand.value, demand.limit, demand.about
    what, unit, of = demand.what, demand.unit, demand.of
    share: object = demand.share
    terms = demand.terms
    if (tag := TAGS[type(value)]) is not None:
        value = tag(value)
    if (tag := TAGS[type(limit)]) is not None:
        limit = tag(limit)
    if (  # made by hand, it may hold anything
        type(about) is not str
        or (what is not None and type(what) is not Text)
        or (unit is not None and type(unit) is not Text)
        or (of is not None and type(of) is not int)
        or (share is not _YES and share is not _NO)
        or (terms and not _are_terms(terms))
    ):
        raise UsageError(f"{demand!r:.200} is not made of figures and words")
    return DemandNote(rule, demand.op, value, limit, about, what, unit, of, demand.share, terms)


def _are_terms(terms: Terms) -> bool:
    if type(terms) is not tuple:
        return False
    for name, term in terms:  # noqa: SIM110 - `all` takes twice as long, at each submission
        if type(name) is not str or type(term) is not Text:
            return False
    return True


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
    return tuple([finding_note(finding) for finding in verdict.findings])


def finding_note(finding: Finding) -> FindingNote:
    """Return a finding as it is noted. Raises `UsageError` for what would not be read back."""
    answer = finding.answer
    if isinstance(answer, Demand):
        name, demand = "demand", _demand_note(finding.rule, answer)
        figures: Mapping[str, object] = answer.figures  # for readers: it is `demand` that is read
    else:
        name, demand = _NAMES[type(answer)], None
        figures = {name: tagged(figure) for name, figure in answer.figures.items()}
        if type(answer.text) is not Text:
            raise UsageError(f"{answer.text!r:.200} is no text in two languages")
    return FindingNote(
        answer=name,
        citations=tuple(_citation_note(citation) for citation in finding.citations),
        demand=demand,
        explained=finding.explained,
        fault=finding.fault,
        figures=dict(figures),
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
