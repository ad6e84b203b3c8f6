"""Reviews, trails, options and rules as JSON. The same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import msgspec

from congress_flow._case import Case
from congress_flow._duties import Duty
from congress_flow._engine import Option
from congress_flow._readings import choices
from congress_flow._rulebook import Rule, Rulebook, Severity
from congress_flow._shelf import Shelf
from congress_flow._sources import Citation, Confidence
from congress_flow._text import Text
from congress_flow._verdict import Fault, Finding, FindingKind, Plain, Verdict
from congress_flow.dossier import Evidence, GateOutcome, Names, Remark, Review
from congress_flow.procedures.preparation import Readiness
from congress_flow.reports._words import choice_in_words, chosen_words

NAMELESS: Final = Names()
"""For those who have no dossier at hand: everything is called by its id."""

Day = date
Figures = dict[str, Plain]


class ObjectJson(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """An object without other keys than those named."""


class WordsJson(ObjectJson):
    """The same words in both languages."""

    vi: str
    en: str


class CitationJson(ObjectJson):
    """A place in an instrument. `date` is a day, or a year where the day is not recorded."""

    number: str
    date: str
    issuer: str
    article: str
    confidence: Confidence


class GateJson(ObjectJson):
    """One gate of readiness; `findings` are places in the list of findings."""

    id: str
    title: WordsJson
    outcome: GateOutcome
    evidence: Evidence
    findings: list[int]


class FindingJson(ObjectJson):
    """One finding.

    `path` stands where an event is told in the file, `fault` where the rules failed, `explained`
    where a record explains it.
    """

    kind: FindingKind
    rule: str
    title: WordsJson
    text: WordsJson
    figures: Figures
    case: str
    on: Day
    citations: list[CitationJson]
    source: list[str]
    path: str | msgspec.UnsetType = msgspec.UNSET
    fault: Fault | msgspec.UnsetType = msgspec.UNSET
    explained: str | msgspec.UnsetType = msgspec.UNSET


class CaseJson(ObjectJson):
    """One case: where it stands, how many steps it took, how many were refused."""

    id: str
    procedure: str
    stage: str
    passages: int
    refusals: int


class BookJson(ObjectJson):
    """One rulebook in use, with the digest of its text."""

    id: str
    version: str
    sha256: str


class ReviewJson(ObjectJson):
    """A review. Findings come most serious first."""

    dossier: str
    as_of: Day
    readiness: Readiness
    gates: list[GateJson]
    findings: list[FindingJson]
    cases: list[CaseJson]
    books: list[BookJson]


class OptionJson(ObjectJson):
    """A kind of event drawn from where a case stands; `findings` say what it lacks."""

    event: str
    step: str
    title: WordsJson
    to: str
    facts: list[str]
    findings: list[FindingJson]


class OptionsJson(ObjectJson):
    """What may happen next to a case."""

    case: str
    procedure: str
    stage: str
    on: Day
    options: list[OptionJson]


class RuleJson(ObjectJson):
    """One rule. `since` and `until` (the first day after it) are null where there is no limit."""

    id: str
    title: WordsJson
    steps: list[str]
    subject: str
    severity: Severity
    since: Day | None
    until: Day | None
    citations: list[CitationJson]


class DutyJson(ObjectJson):
    """One duty: what falls due when. `since` and `until` are as for a rule."""

    id: str
    title: WordsJson
    subject: str
    since: Day | None
    until: Day | None
    citations: list[CitationJson]


class ReadingJson(ObjectJson):
    """One choice where the text of the law is open: its value, and how that is said."""

    book: str
    parameter: str
    title: WordsJson
    chosen: str
    words: WordsJson
    because: WordsJson | None


class RulesJson(ObjectJson):
    """The rules and duties in use, or those in force on a day; the readings by which they hold."""

    as_of: Day | None
    rules: list[RuleJson]
    duties: list[DutyJson]
    readings: list[ReadingJson]
    books: list[BookJson]


def review_json(review: Review) -> bytes:
    """Return a review as JSON (UTF-8, with line breaks)."""
    names = Names.of(review.dossier)
    return _bytes(
        ReviewJson(
            dossier=review.dossier.id,
            as_of=review.as_of,
            readiness=review.readiness,
            gates=[
                GateJson(
                    id=gate.id,
                    title=words_of(gate.title),
                    outcome=gate.outcome,
                    evidence=gate.evidence,
                    findings=list(gate.remarks),
                )
                for gate in review.gates
            ],
            findings=[remark_of(each, names) for each in review.remarks],
            cases=[_case(case, review) for _, case in sorted(review.history.cases.items())],
            books=books_of(review.engine.shelf),
        )
    )


def options_json(
    case: Case[Any], on: date, options: Iterable[Option[Any]], names: Names = NAMELESS
) -> bytes:
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
                    title=words_of(option.step.term),
                    to=option.step.target_from(case.stage).name,
                    facts=list(option.facts),
                    findings=findings_of(option.verdict, names),
                )
                for option in options
            ],
        )
    )


def rules_json(
    shelf: Shelf, rules: Iterable[Rule], as_of: date | None, duties: Iterable[Duty] = ()
) -> bytes:
    """Return rules and duties of a shelf as JSON, with the readings by which they hold."""
    return _bytes(
        RulesJson(
            as_of=as_of,
            rules=[rule_of(rule, shelf) for rule in rules],
            duties=[_duty(duty, shelf) for duty in duties],
            readings=readings_of(shelf),
            books=books_of(shelf),
        )
    )


def review_schema() -> Mapping[str, Any]:
    """Return the JSON Schema of `review_json`."""
    return schema_of(ReviewJson, "review")


def schema_of(kind: type[ObjectJson], name: str) -> Mapping[str, Any]:
    """Return the JSON Schema of an answer, under the name of its command."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"congress-flow {name}",
        **msgspec.json.schema(kind),
    }


def readings_of(shelf: Shelf) -> list[ReadingJson]:
    """Return every choice by which the books of a shelf hold."""
    return [
        ReadingJson(
            book=book,
            parameter=choice.parameter,
            title=words_of(choice.title),
            chosen=chosen_words(choice.chosen),
            words=WordsJson(
                vi=choice_in_words(choice.chosen, "vi"), en=choice_in_words(choice.chosen, "en")
            ),
            because=None if choice.because is None else words_of(choice.because),
        )
        for book, readings in shelf.readings.items()
        if readings is not None
        for choice in choices(readings)
    ]


def json_bytes(value: Any) -> bytes:  # noqa: ANN401 - anything that JSON holds
    """Return any plain value as JSON with line breaks."""
    return _bytes(value)


def _bytes(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def words_of(text: Text) -> WordsJson:
    """Return a text in both languages."""
    return WordsJson(vi=text.vi, en=text.en)


def findings_of(verdict: Verdict, names: Names) -> list[FindingJson]:
    """Return the findings of a verdict as JSON holds them."""
    return [finding_of(each, verdict.case, verdict.on, names) for each in verdict.findings]


def remark_of(remark: Remark, names: Names) -> FindingJson:
    """Return a finding of a review as JSON holds it, with the spot of its event in the file."""
    found = finding_of(remark.finding, remark.case, remark.on, names)
    found.path = remark.path or msgspec.UNSET
    return found


def finding_of(finding: Finding, case: str, on: date, names: Names) -> FindingJson:
    """Return a finding in its place as JSON holds it; ids in its words give way to *names*."""
    return FindingJson(
        kind=finding.kind,
        rule=finding.rule,
        title=words_of(finding.title),
        text=words_of(names.text(finding.answer)),
        figures=dict(finding.figures),
        case=case,
        on=on,
        citations=[citation_of(each) for each in finding.citations],
        source=list(finding.sources),
        fault=msgspec.UNSET if finding.fault is None else finding.fault,
        explained=finding.explained or msgspec.UNSET,
    )


def citation_of(citation: Citation) -> CitationJson:
    """Return a citation as JSON holds it."""
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


def books_of(shelf: Shelf) -> list[BookJson]:
    """Return the books of a shelf, in the order in which they are asked."""
    return [book_of(book) for book in shelf.books]


def book_of(book: Rulebook[Any]) -> BookJson:
    """Return a book as JSON holds it."""
    return BookJson(id=book.id, version=book.version, sha256=book.sha256)


def _duty(duty: Duty, shelf: Shelf) -> DutyJson:
    span = shelf.spans[duty.id]
    return DutyJson(
        id=duty.id,
        title=words_of(duty.title),
        subject=duty.subject,
        since=span.since,
        until=span.until,
        citations=[citation_of(each) for each in duty.citations],
    )


def rule_of(rule: Rule, shelf: Shelf) -> RuleJson:
    """Return a rule with the span in which it holds on a shelf."""
    span = shelf.spans[rule.id]
    return RuleJson(
        id=rule.id,
        title=words_of(rule.title),
        steps=[step.name for step in rule.steps],
        subject=rule.subject,
        severity=rule.severity,
        since=span.since,
        until=span.until,
        citations=[citation_of(each) for each in rule.citations],
    )
