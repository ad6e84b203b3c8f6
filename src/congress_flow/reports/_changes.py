"""What changed in the rules between two days, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from congress_flow._changes import Aspect, ChangeKind, RuleChange, confidence_of, figures_of
from congress_flow._rulebook import Rule
from congress_flow._shelf import Shelf
from congress_flow._sources import Confidence
from congress_flow._text import Lang, Text
from congress_flow.reports._json import (
    BookJson,
    Day,
    ObjectJson,
    RuleJson,
    WordsJson,
    books_of,
    json_bytes,
    rule_of,
    words_of,
)
from congress_flow.reports._words import Line, Tone, cited, day


class ComparedRuleJson(ObjectJson):
    """A rule with what is compared: the figures in its title, the lowest grade of its citations."""

    rule: RuleJson
    figures: list[WordsJson]
    confidence: Confidence


class RuleChangeJson(ObjectJson):
    """The rules on one subject and the same steps: those that ended, those that began."""

    change: ChangeKind
    subject: str
    aspects: list[Aspect]
    before: list[ComparedRuleJson]
    after: list[ComparedRuleJson]


class RuleChangesJson(ObjectJson):
    """What changed from the law of one day to that of another."""

    first: Day
    last: Day
    changes: list[RuleChangeJson]
    books: list[BookJson]


def changes_json(shelf: Shelf, changes: Iterable[RuleChange], first: date, last: date) -> bytes:
    """Return what changed as JSON."""
    return json_bytes(
        RuleChangesJson(
            first=first,
            last=last,
            changes=[
                RuleChangeJson(
                    change=change.kind,
                    subject=change.subject,
                    aspects=list(change.aspects),
                    before=[_compared(rule, shelf) for rule in change.before],
                    after=[_compared(rule, shelf) for rule in change.after],
                )
                for change in changes
            ],
            books=books_of(shelf),
        )
    )


def _compared(rule: Rule, shelf: Shelf) -> ComparedRuleJson:
    return ComparedRuleJson(
        rule=rule_of(rule, shelf),
        figures=[words_of(figure) for figure in figures_of(rule)],
        confidence=confidence_of(rule),
    )


_TITLE: Final = Text("Thay đổi về quy tắc từ {} đến {}", "What changed in the rules from {} to {}")
_NOTHING: Final = Text("Không có quy tắc nào thay đổi.", "No rule changed.")
_STEPS: Final = Text("bước", "steps")
_FIGURES: Final = Text("số liệu", "figures")
_NO_FIGURE: Final = Text("không ghi số", "none named")
_CARRIED: Final = Text(
    "{} quy tắc giữ nguyên nội dung và căn cứ, chỉ chuyển sang bộ quy tắc mới.",
    "{} rules ask the same by the same citations and only stand in another book now.",
)
_SECTIONS: Final = (
    (ChangeKind.CHANGED, Tone.CAUTION),
    (ChangeKind.BEGAN, Tone.GOOD),
    (ChangeKind.ENDED, Tone.BAD),
)


def changes_lines(
    changes: Iterable[RuleChange], first: date, last: date, lang: Lang = "vi"
) -> tuple[Line, ...]:
    """Return what changed as lines of text: what was changed, what began, what ended.

    What rests on another text alone comes last and is told in short.
    """
    return tuple(_lines(tuple(changes), first, last, lang))


def _lines(changes: tuple[RuleChange, ...], first: date, last: date, lang: Lang) -> Iterator[Line]:
    yield Line(_TITLE.within(lang).format(day(first, lang), day(last, lang)), Tone.TITLE)
    if not changes:
        yield Line(_NOTHING.within(lang))
    for kind, tone in _SECTIONS:
        of_kind = [change for change in changes if change.kind is kind]
        if of_kind:
            yield from _heading(kind, len(of_kind), lang)
            for change in of_kind:
                yield from _change(change, tone, lang)
    anew = [change for change in changes if change.kind is ChangeKind.RESTED_ANEW]
    if anew:
        yield from _heading(ChangeKind.RESTED_ANEW, len(anew), lang)
        for change in anew:
            yield from _basis(change, lang)
    carried = sum(change.kind is ChangeKind.CARRIED for change in changes)
    if carried:
        yield Line()
        yield Line(_CARRIED.within(lang).format(carried), Tone.QUIET)


def _heading(kind: ChangeKind, count: int, lang: Lang) -> Iterator[Line]:
    heading = kind.term.within(lang)
    yield Line()
    yield Line(f"{heading[0].upper()}{heading[1:]} ({count})", Tone.TITLE)


def _basis(change: RuleChange, lang: Lang) -> Iterator[Line]:
    """Yield what rests on another text now: what it asks, once, and the texts before and after."""
    titles = dict.fromkeys(rule.title.within(lang) for rule in change.after)
    yield Line(f"{'; '.join(titles)} [{change.subject}]", indent=2, hang=2)
    before, after = (
        "; ".join(dict.fromkeys(cited(rule.citations, lang) for rule in rules))
        for rules in (change.before, change.after)
    )
    yield Line(f"{before} → {after}", Tone.QUIET, indent=4, hang=2)


def _figures(change: RuleChange, lang: Lang) -> Iterator[Line]:
    """Yield the figures before and after, where the titles name others now."""
    if Aspect.FIGURES in change.aspects:
        before, after = (
            ", ".join(dict.fromkeys(fig.within(lang) for rule in rules for fig in figures_of(rule)))
            or _NO_FIGURE.within(lang)
            for rules in (change.before, change.after)
        )
        yield Line(f"{_FIGURES.within(lang)}: {before} → {after}", indent=4, hang=2)


def _change(change: RuleChange, tone: Tone, lang: Lang) -> Iterator[Line]:
    aspects = ", ".join(aspect.term.within(lang) for aspect in change.aspects)
    steps = dict.fromkeys(s.name for rule in (*change.before, *change.after) for s in rule.steps)
    told = f": {aspects}" if aspects else ""
    yield Line(f"{change.subject}{told}", tone, indent=2, hang=2)
    for sign, rules in (("−", change.before), ("+", change.after)):
        for rule in rules:
            grade = confidence_of(rule).term.within(lang)
            yield Line(f"{sign} {rule.title.within(lang)} [{grade}]", indent=4, hang=2)
            yield Line(f"{cited(rule.citations, lang)} [{rule.id}]", Tone.QUIET, indent=6, hang=2)
    yield from _figures(change, lang)
    yield Line(f"{_STEPS.within(lang)}: {', '.join(steps)}", Tone.QUIET, indent=4, hang=2)
