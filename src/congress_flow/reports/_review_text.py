"""A review as a clerk reads it: the grade, the gates at a glance, then every finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from congress_flow._text import Lang, Text
from congress_flow.dossier import Gate, GateOutcome, Names, Remark, Review
from congress_flow.procedures.preparation import Readiness
from congress_flow.reports._words import Line, Tone, by_books, cited, day

_DOSSIER: Final = Text("Hồ sơ", "Dossier")
_AS_OF: Final = Text("Xét đến ngày", "As of")
_GATES: Final = Text("Các điều kiện", "Gates")
_BREACHES: Final = Text("Trái quy định", "Against the rules")
_GAPS: Final = Text("Còn thiếu, chưa rõ", "Missing or unknown")
_CAUTIONS: Final = Text("Lưu ý", "Cautions")
_EXPLAINED: Final = Text("Lưu ý đã có giải trình", "Cautions with a recorded explanation")
_SOURCE: Final = Text("nguồn", "source")
_CITED: Final = Text("Căn cứ", "Cited")
_BECAUSE: Final = Text("Giải trình", "Explained")
_FAULT: Final = Text("lỗi của bộ quy tắc", "fault of the rules")
_COUNTS: Final = (
    Text("việc trái quy định", "against the rules"),
    Text("điểm còn thiếu, chưa rõ", "missing or unknown"),
    Text("lưu ý", "cautions"),
    Text("lưu ý đã giải trình", "cautions explained"),
)
_TONES: Final = {
    GateOutcome.PASSED: Tone.GOOD,
    GateOutcome.CAUTION: Tone.CAUTION,
    GateOutcome.UNKNOWN: Tone.UNKNOWN,
    GateOutcome.FAILED: Tone.BAD,
}
_GRADES: Final = {
    Readiness.READY: Tone.GOOD,
    Readiness.BASICALLY_READY: Tone.CAUTION,
    Readiness.NOT_READY: Tone.BAD,
}
# Which ranks of remarks stand under which heading.
_SECTIONS: Final = (
    ((0, 1), _BREACHES, Tone.BAD),
    ((2,), _GAPS, Tone.UNKNOWN),
    ((3,), _CAUTIONS, Tone.CAUTION),
    ((4,), _EXPLAINED, Tone.QUIET),
)


def review_lines(review: Review, lang: Lang = "vi") -> tuple[Line, ...]:
    """Return a review as lines of text in one language."""
    return tuple(_lines(review, lang))


def _lines(review: Review, lang: Lang) -> Iterator[Line]:
    names = Names.of(review.dossier)
    yield Line(f"{_DOSSIER.within(lang)}: {review.dossier.title.within(lang)}", Tone.TITLE)
    by = by_books(review.engine.shelf, review.as_of, lang)
    yield Line(
        f"{review.dossier.id} · {_AS_OF.within(lang).lower()} {day(review.as_of, lang)} · {by}",
        Tone.QUIET,
    )
    yield Line()
    yield _grade(review, lang)
    yield Line()
    yield Line(_GATES.within(lang), Tone.TITLE)
    width = max(len(gate.title.within(lang)) for gate in review.gates)
    outcomes = max(len(gate.outcome.term.within(lang)) for gate in review.gates)
    for gate in review.gates:
        yield _gate(gate, lang, width, outcomes)
    for ranks, heading, tone in _SECTIONS:
        remarks = [each for each in review.remarks if each.rank in ranks]
        if remarks:
            yield Line()
            yield Line(f"{heading.within(lang)} ({len(remarks)})", Tone.TITLE)
            yield from _section(remarks, tone, names, lang)


def _grade(review: Review, lang: Lang) -> Line:
    numbers = [sum(each.rank in ranks for each in review.remarks) for ranks, _, _ in _SECTIONS]
    counted = "; ".join(
        f"{number} {words.within(lang)}" for number, words in zip(numbers, _COUNTS, strict=True)
    )
    grade = review.readiness
    return Line(f"{grade.term.within(lang).upper()}: {counted}.", _GRADES[grade])


def _gate(gate: Gate, lang: Lang, width: int, outcomes: int) -> Line:
    outcome = gate.outcome.term.within(lang)
    return Line(
        f"{gate.id:<4}{gate.title.within(lang):<{width}}  {outcome:<{outcomes}}  "
        f"{gate.evidence.term.within(lang)}",
        _TONES[gate.outcome],
        indent=2,
    )


def place_of(remark: Remark, names: Names, lang: Lang) -> str:
    """Return where a finding belongs: its gate, or its case and day, and the spot in the file."""
    if remark.gate:
        return remark.gate
    spot = f" [{remark.path}]" if remark.path else ""
    return f"{names.case(remark.case).within(lang)}, {day(remark.on, lang)}{spot}"


def _section(remarks: Iterable[Remark], tone: Tone, names: Names, lang: Lang) -> Iterator[Line]:
    """Findings of one rule on one event stand together, with rule and citation named once."""
    numbered = enumerate(groupby(remarks, key=_event), start=1)
    for number, (_, group) in numbered:
        yield from _together(number, list(group), tone, names, lang)


def _event(remark: Remark) -> tuple[object, ...]:
    return (remark.gate, remark.case, remark.on, remark.path, remark.finding.rule)


def _together(
    number: int, group: list[Remark], tone: Tone, names: Names, lang: Lang
) -> Iterator[Line]:
    first = group[0]
    finding = first.finding
    where = place_of(first, names, lang)
    fault = f" [{_FAULT.within(lang)}]" if finding.fault else ""
    title = finding.title.within(lang)
    yield Line(f"{number}. {where}: {title}{fault}", tone, indent=2, hang=3)
    for each in group:
        text = names.text(each.finding.answer).within(lang)
        sources = ", ".join(each.finding.sources)
        told = f" ({_SOURCE.within(lang)} {sources})" if sources and sources not in text else ""
        yield Line(f"– {text}{told}", indent=5, hang=2)
        if each.finding.explained:
            yield Line(f"{_BECAUSE.within(lang)}: {each.finding.explained}", indent=7, hang=2)
    citations = cited(finding.citations, lang)
    tail = f"{_CITED.within(lang)}: {citations}. " if citations else ""
    yield Line(f"{tail}[{finding.rule}]", Tone.QUIET, indent=5, hang=2)
