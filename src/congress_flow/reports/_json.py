"""Reviews, trails, options and rules as JSON. The same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from congress_flow._case import Case
from congress_flow._demand import Demand
from congress_flow._engine import Option
from congress_flow._rulebook import Rule, Severity, choices
from congress_flow._shelf import Shelf
from congress_flow._sources import Citation, Confidence
from congress_flow._text import Text
from congress_flow._verdict import Fault, Finding, FindingKind, Outcome, Plain, Verdict
from congress_flow.dossier import Evidence, GateOutcome, Judged, Review
from congress_flow.procedures.preparation import Readiness
from congress_flow.reports._words import chosen_words

Day = date
Figures = dict[str, Plain]


class _Object(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """An object without other keys than those named."""


class WordsJson(_Object):
    """The same words in both languages."""

    vi: str
    en: str


class CitationJson(_Object):
    """A place in an instrument. `date` is a day, or a year where the day is not recorded."""

    number: str
    date: str
    issuer: str
    article: str
    confidence: Confidence


class GateJson(_Object):
    """One gate of readiness; `findings` are places in the list of findings."""

    id: str
    title: WordsJson
    outcome: GateOutcome
    evidence: Evidence
    findings: list[int]


class FindingJson(_Object):
    """One finding. `fault` stands where the rules failed; `explained` where a record explains."""

    kind: FindingKind
    rule: str
    title: WordsJson
    text: WordsJson
    figures: Figures
    case: str
    on: Day
    citations: list[CitationJson]
    source: list[str]
    fault: Fault | msgspec.UnsetType = msgspec.UNSET
    explained: str | msgspec.UnsetType = msgspec.UNSET


class CaseJson(_Object):
    """One case: where it stands, how many steps it took, how many were refused."""

    id: str
    procedure: str
    stage: str
    passages: int
    refusals: int


class BookJson(_Object):
    """One rulebook in use, with the digest of its text."""

    id: str
    version: str
    sha256: str


class ReviewJson(_Object):
    """A review. Findings come most serious first."""

    dossier: str
    as_of: Day
    readiness: Readiness
    gates: list[GateJson]
    findings: list[FindingJson]
    cases: list[CaseJson]
    books: list[BookJson]


class KeptJson(_Object):
    """A demand that was found in order."""

    rule: str
    text: WordsJson
    figures: Figures


class EntryJson(_Object):
    """One event of a trail with its verdict. `to` is the stage then reached (None: it stayed)."""

    on: Day
    event: str
    title: WordsJson
    by: str | None
    path: str
    outcome: Outcome
    stage: str
    to: str | None
    findings: list[FindingJson]
    kept: list[KeptJson]
    consulted: list[str]


class TrailJson(_Object):
    """All that was recorded of one case."""

    case: str
    procedure: str
    stage: str
    entries: list[EntryJson]


class OptionJson(_Object):
    """A kind of event drawn from where a case stands; `findings` say what it lacks."""

    event: str
    step: str
    title: WordsJson
    to: str
    facts: list[str]
    findings: list[FindingJson]


class OptionsJson(_Object):
    """What may happen next to a case."""

    case: str
    procedure: str
    stage: str
    on: Day
    options: list[OptionJson]


class RuleJson(_Object):
    """One rule. `since` and `until` (the first day after it) are null where there is no limit."""

    id: str
    title: WordsJson
    steps: list[str]
    subject: str
    severity: Severity
    since: Day | None
    until: Day | None
    citations: list[CitationJson]


class ReadingJson(_Object):
    """One choice where the text of the law is open."""

    book: str
    parameter: str
    title: WordsJson
    chosen: str
    because: WordsJson | None


class RulesJson(_Object):
    """The rules in use, or those in force on a day, and the readings by which they hold."""

    as_of: Day | None
    rules: list[RuleJson]
    readings: list[ReadingJson]
    books: list[BookJson]


def review_json(review: Review) -> bytes:
    """Return a review as JSON (UTF-8, with line breaks)."""
    return _bytes(
        ReviewJson(
            dossier=review.dossier.id,
            as_of=review.as_of,
            readiness=review.readiness,
            gates=[
                GateJson(
                    id=gate.id,
                    title=_words(gate.title),
                    outcome=gate.outcome,
                    evidence=gate.evidence,
                    findings=list(gate.remarks),
                )
                for gate in review.gates
            ],
            findings=[_finding(each.finding, each.case, each.on) for each in review.remarks],
            cases=[_case(case, review) for _, case in sorted(review.history.cases.items())],
            books=_books(review.engine.shelf),
        )
    )


def trail_json(case: Case[Any], judged: Iterable[Judged]) -> bytes:
    """Return all that was recorded of a case as JSON."""
    return _bytes(
        TrailJson(
            case=case.id,
            procedure=case.procedure.id,
            stage=case.stage.name,
            entries=[_entry(each) for each in judged],
        )
    )


def options_json(case: Case[Any], on: date, options: Iterable[Option[Any]]) -> bytes:
    """Return what may happen next to a case as JSON."""
    return _bytes(
        OptionsJson(
            case=case.id,
            procedure=case.procedure.id,
            stage=case.stage.name,
            on=on,
            options=[
                OptionJson(
                    event=option.step.kind,
                    step=option.step.name,
                    title=_words(option.step.term),
                    to=option.step.target_from(case.stage).name,
                    facts=list(option.facts),
                    findings=_findings(option.verdict),
                )
                for option in options
            ],
        )
    )


def rules_json(shelf: Shelf, rules: Iterable[Rule], as_of: date | None) -> bytes:
    """Return rules of a shelf as JSON, with the readings by which they hold."""
    return _bytes(
        RulesJson(
            as_of=as_of,
            rules=[_rule(rule, shelf) for rule in rules],
            readings=[
                ReadingJson(
                    book=book,
                    parameter=choice.parameter,
                    title=_words(choice.title),
                    chosen=chosen_words(choice.chosen),
                    because=None if choice.because is None else _words(choice.because),
                )
                for book, readings in shelf.readings.items()
                if readings is not None
                for choice in choices(readings)
            ],
            books=_books(shelf),
        )
    )


def review_schema() -> Mapping[str, Any]:
    """Return the JSON Schema of `review_json`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "congress-flow review",
        **msgspec.json.schema(ReviewJson),
    }


def json_bytes(value: Any) -> bytes:  # noqa: ANN401 - anything that JSON holds
    """Return any plain value as JSON with line breaks."""
    return _bytes(value)


def _bytes(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def _words(text: Text) -> WordsJson:
    return WordsJson(vi=text.vi, en=text.en)


def _findings(verdict: Verdict) -> list[FindingJson]:
    return [_finding(each, verdict.case, verdict.on) for each in verdict.findings]


def _finding(finding: Finding, case: str, on: date) -> FindingJson:
    return FindingJson(
        kind=finding.kind,
        rule=finding.rule,
        title=_words(finding.title),
        text=_words(finding.text),
        figures=dict(finding.figures),
        case=case,
        on=on,
        citations=[_citation(each) for each in finding.citations],
        source=list(finding.sources),
        fault=msgspec.UNSET if finding.fault is None else finding.fault,
        explained=finding.explained or msgspec.UNSET,
    )


def _citation(citation: Citation) -> CitationJson:
    made = citation.instrument
    return CitationJson(
        number=made.number,
        date=made.issued,
        issuer=made.issuer,
        article=citation.article,
        confidence=citation.confidence,
    )


def _case(case: Case[Any], review: Review) -> CaseJson:
    refused = [each for each in review.history.of(case.id) if not each.verdict.allowed]
    return CaseJson(
        id=case.id,
        procedure=case.procedure.id,
        stage=case.stage.name,
        passages=case.version,
        refusals=len(refused),
    )


def _books(shelf: Shelf) -> list[BookJson]:
    return [BookJson(id=book.id, version=book.version, sha256=book.sha256) for book in shelf.books]


def _entry(judged: Judged) -> EntryJson:
    verdict, event = judged.verdict, judged.recorded.event
    by = getattr(event, "by", None)
    target = verdict.target if verdict.allowed else None
    return EntryJson(
        on=verdict.on,
        event=verdict.kind,
        title=_words(judged.term),
        by=None if by is None else by.value,
        path=judged.recorded.path,
        outcome=verdict.outcome,
        stage=verdict.stage.name,
        to=None if target is None or target is verdict.stage else target.name,
        findings=_findings(verdict),
        kept=[_kept(rule, demand) for rule, demand in verdict.kept],
        consulted=list(verdict.consulted),
    )


def _kept(rule: str, demand: Demand) -> KeptJson:
    return KeptJson(rule=rule, text=_words(demand.text), figures=dict(demand.figures))


def _rule(rule: Rule, shelf: Shelf) -> RuleJson:
    span = shelf.spans[rule.id]
    return RuleJson(
        id=rule.id,
        title=_words(rule.title),
        steps=[step.name for step in rule.steps],
        subject=rule.subject,
        severity=rule.severity,
        since=span.since,
        until=span.until,
        citations=[_citation(each) for each in rule.citations],
    )
