"""Verdicts that can be written down, whatever a rule answered with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from congress_flow._demand import Breach, Caution, Demand, Gap, Objection
from congress_flow._figures import PlainFigure, Terms
from congress_flow._text import Text
from congress_flow._verdict import Finding, FindingKind, Verdict
from congress_flow.ledger._canonical import is_row
from congress_flow.ledger._figures import TAGS
from congress_flow.ledger._notes import finding_note

_ANSWERS: Final[Mapping[FindingKind, type[Breach | Gap | Caution]]] = {
    FindingKind.BREACH: Breach,
    FindingKind.GAP: Gap,
    FindingKind.CAUTION: Caution,
}


def legible(verdict: Verdict) -> Verdict:
    """Return *verdict* as it can be recorded and will be read back.

    Half a letter (a lone surrogate, as in a file's name that is no UTF-8) becomes `�`, a figure
    that is none becomes words, and an answer of which nothing can be made says that. The outcome,
    the rules asked and the rules that object stay what they are. A verdict that `submission` takes
    comes back equal.
    """
    return attrs.evolve(
        verdict,
        findings=tuple([_finding(finding) for finding in verdict.findings]),
        kept=tuple([(rule, _demand(demand)) for rule, demand in verdict.kept]),
    )


def _finding(finding: Finding) -> Finding:
    try:
        answer, explained = _answer(finding.answer), _words(finding.explained)
        made = attrs.evolve(finding, answer=answer, explained=explained)
        finding_note(made)
    except Exception:  # noqa: BLE001 - whatever the answer is made of, there was an objection
        name = _words(finding.answer)
        text = Text(f"không ghi lại được câu trả lời: {name}", f"cannot be recorded: {name}")
        return attrs.evolve(finding, answer=_ANSWERS[finding.kind](text), explained="")
    return made


def _answer(answer: Demand | Objection) -> Demand | Objection:
    if isinstance(answer, Demand):
        return _demand(answer)
    text, sources = _text(answer.text), tuple(map(_words, answer.sources))
    figures = {_words(name): _figure(figure) for name, figure in answer.figures.items()}
    if isinstance(answer, Caution):
        return Caution(text, figures, sources, _words(answer.explained))
    return type(answer)(text, figures, sources)


def _demand(demand: Demand) -> Demand:
    of: object = demand.of
    return Demand(
        demand.op,
        _figure(demand.value),
        _figure(demand.limit),
        _words(demand.about),
        None if demand.what is None else _text(demand.what),
        None if demand.unit is None else _text(demand.unit),
        of if type(of) is int else None,
        demand.share is True,
        _terms(demand.terms),
    )


def _terms(terms: object) -> Terms:
    pairs = [each for each in terms if is_row(each)] if is_row(terms) else []
    return tuple([(_words(each[0]), _text(each[1])) for each in pairs if len(each) == 2])  # noqa: PLR2004


def _figure(figure: object) -> PlainFigure | None:
    if is_row(figure):
        return tuple(map(_words, figure))
    plain = type(figure) in TAGS and not isinstance(figure, str | float)
    return figure if plain else _words(figure)  # type: ignore[return-value]


def _text(text: object) -> Text:
    if isinstance(text, Text):
        return Text(_words(text.vi), _words(text.en))
    words = _words(text)
    return Text(words, words)


def _words(value: object) -> str:
    if isinstance(value, float):
        return str(value)
    if not isinstance(value, str):
        return f"<{type(value).__name__}>"  # what it prints may differ from one run to the next
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
