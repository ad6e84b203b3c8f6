"""The table of rules: what each demands, where it is written, since when, by which readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from congress_flow._duties import Duty
from congress_flow._readings import choices
from congress_flow._rulebook import Rule, Severity
from congress_flow._shelf import Shelf
from congress_flow._sources import InForce
from congress_flow._text import Lang, Text
from congress_flow.reports._words import Line, Tone, choice_in_words, cited, day

_IN_FORCE: Final = Text("Quy tắc có hiệu lực ngày", "Rules in force on")
_ALL: Final = Text("Mọi quy tắc", "All rules")
_DUTIES: Final = Text("Thời hạn", "Duties")
_STEPS: Final = Text("bước", "steps")
_CITED: Final = Text("căn cứ", "cited")
_HOLDS: Final = Text("hiệu lực", "in force")
_READINGS: Final = Text("Cách hiểu đã chọn ở những chỗ còn mở", "Readings chosen where it is open")
_BECAUSE: Final = Text("vì", "because")
_SEVERITY: Final = {
    Severity.BLOCKS: Text("bắt buộc", "blocks"),
    Severity.WARNS: Text("lưu ý", "warns"),
}


def rules_lines(
    shelf: Shelf,
    rules: Iterable[Rule],
    as_of: date | None,
    lang: Lang = "vi",
    duties: Iterable[Duty] = (),
) -> tuple[Line, ...]:
    """Return the tables of *rules* and *duties*, then the readings of the books on the shelf."""
    tables = (*_rules(shelf, tuple(rules), as_of, lang), *_duties(shelf, tuple(duties), lang))
    return (*tables, *readings_lines(shelf, lang))


def _rules(shelf: Shelf, rules: tuple[Rule, ...], as_of: date | None, lang: Lang) -> Iterator[Line]:
    heading = _ALL.within(lang) if as_of is None else f"{_IN_FORCE.within(lang)} {day(as_of, lang)}"
    yield Line(f"{heading} ({len(rules)})", Tone.TITLE)
    for rule in rules:
        warns = rule.severity is Severity.WARNS
        yield Line(
            f"{rule.id} [{_SEVERITY[rule.severity].within(lang)}] {rule.title.within(lang)}",
            Tone.CAUTION if warns else Tone.PLAIN,
            indent=2,
            hang=2,
        )
        steps = ", ".join(step.name for step in rule.steps)
        told = (
            f"{_CITED.within(lang)}: {cited(rule.citations, lang)}; "
            f"{_HOLDS.within(lang)}: {_span(shelf.spans[rule.id], lang)}; "
            f"{_STEPS.within(lang)}: {steps}"
        )
        yield Line(told, Tone.QUIET, indent=6)


def _duties(shelf: Shelf, duties: tuple[Duty, ...], lang: Lang) -> Iterator[Line]:
    if duties:
        yield Line()
        yield Line(f"{_DUTIES.within(lang)} ({len(duties)})", Tone.TITLE)
    for duty in duties:
        yield Line(f"{duty.id} {duty.title.within(lang)}", indent=2, hang=2)
        told = (
            f"{_CITED.within(lang)}: {cited(duty.citations, lang)}; "
            f"{_HOLDS.within(lang)}: {_span(shelf.spans[duty.id], lang)}"
        )
        yield Line(told, Tone.QUIET, indent=6)


def readings_lines(shelf: Shelf, lang: Lang) -> Iterator[Line]:
    """Yield every choice by which the books of a shelf hold, with its reason."""
    for book, readings in shelf.readings.items():
        if readings is None:
            continue
        yield Line()
        yield Line(f"{_READINGS.within(lang)}: {book}", Tone.TITLE)
        for choice in choices(readings):
            chosen = choice_in_words(choice.chosen, lang)
            yield Line(
                f"{choice.title.within(lang)} [{choice.parameter}]: {chosen}", indent=2, hang=2
            )
            if choice.because is not None:
                because = choice.because.within(lang)
                yield Line(f"{_BECAUSE.within(lang)}: {because}", Tone.QUIET, indent=6)


def _span(span: InForce, lang: Lang) -> str:
    first = "…" if span.since is None else day(span.since, lang)
    last = "…" if span.until is None else day(date.fromordinal(span.until.toordinal() - 1), lang)
    return f"{first} – {last}"
