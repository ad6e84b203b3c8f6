"""The trail of a case, and what may happen to it next, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any, Final

from congress_flow._case import Case
from congress_flow._demand import Demand
from congress_flow._engine import Option
from congress_flow._shelf import Shelf
from congress_flow._text import Lang, Text
from congress_flow._verdict import Finding, FindingKind, Outcome, Verdict
from congress_flow.dossier import Judged, Names
from congress_flow.reports._json import NAMELESS
from congress_flow.reports._trail_law import TrailLaw, replaced_words
from congress_flow.reports._words import Line, Tone, cited, day

_CASE: Final = Text("Phần việc", "Case")
_STAGE: Final = Text("Trạng thái", "Stage")
_OPENED: Final = Text("mở ngày", "opened on")
_NOTHING: Final = Text("Chưa ghi sự việc nào.", "Nothing is recorded.")
_NEXT: Final = Text("Việc có thể làm tiếp, xét ngày", "What may happen next, on")
_ENDED: Final = Text("Đã kết thúc: không còn việc nào.", "At its end: nothing more.")
_LACKS: Final = Text("còn thiếu", "lacking")
_HINDERS: Final = Text("đang vướng", "in the way")
_FREE: Final = Text("không còn vướng gì", "nothing in the way")
_FACTS: Final = Text("ghi kèm", "facts")
_BECAUSE: Final = Text("Giải trình", "Explained")
_KINDS: Final = {
    FindingKind.BREACH: (Text("trái quy định", "breach"), Tone.BAD),
    FindingKind.GAP: (Text("còn thiếu", "missing"), Tone.UNKNOWN),
    FindingKind.CAUTION: (Text("lưu ý", "caution"), Tone.CAUTION),
}
_OUTCOMES: Final = {
    Outcome.ALLOWED: (Text("được thực hiện", "allowed"), Tone.GOOD),
    Outcome.REFUSED: (Text("bị từ chối", "refused"), Tone.BAD),
    Outcome.NOT_DRAWN: (Text("không có trong sơ đồ từ trạng thái này", "not drawn here"), Tone.BAD),
    Outcome.UNKNOWN_KIND: (Text("không thuộc quy trình này", "unknown event kind"), Tone.BAD),
}


def trail_lines(
    case: Case[Any],
    judged: Iterable[Judged],
    shelf: Shelf,
    lang: Lang = "vi",
    names: Names = NAMELESS,
) -> tuple[Line, ...]:
    """Return all that was recorded of a case, oldest first: allowed, refused, not drawn.

    *shelf* tells what each rule cites, *names* how persons and cases are called.
    Where one text took another's place, that is told.
    """
    return tuple(_trail(case, tuple(judged), TrailLaw.of(shelf), names, lang))


def options_lines(
    case: Case[Any],
    on: date,
    options: Iterable[Option[Any]],
    lang: Lang = "vi",
    names: Names = NAMELESS,
) -> tuple[Line, ...]:
    """Return what may happen next to a case, each with what it still lacks."""
    return tuple(_options(case, on, tuple(options), names, lang))


def _head(case: Case[Any], names: Names, lang: Lang) -> Iterator[Line]:
    title = case.procedure.title.within(lang)
    name = names.names.get(case.id)
    called = "" if name is None else name.within(lang)
    title = called if called.startswith(title) else " – ".join(filter(None, (title, called)))
    yield Line(f"{_CASE.within(lang)} {case.id}: {title}", Tone.TITLE)
    stage = case.stage
    yield Line(
        f"{_STAGE.within(lang)}: {stage.term.within(lang)} ({stage.name}), "
        f"{_OPENED.within(lang)} {day(case.opened_on, lang)}"
    )


def _trail(
    case: Case[Any], judged: tuple[Judged, ...], law: TrailLaw, names: Names, lang: Lang
) -> Iterator[Line]:
    yield from _head(case, names, lang)
    if not judged:
        yield Line()
        yield Line(_NOTHING.within(lang), Tone.QUIET)
    for number, (each, changes) in enumerate(law.along(judged), start=1):
        yield Line()
        yield from _entry(number, each, lang)
        for change in changes:
            yield Line(f"§ {replaced_words(change).within(lang)}", indent=5, hang=2)
        yield from _findings(each.verdict, names, lang)
        yield from _kept(each.verdict, law, names, lang)


def _entry(number: int, judged: Judged, lang: Lang) -> Iterator[Line]:
    verdict = judged.verdict
    by = getattr(judged.recorded.event, "by", None)
    who = f", {by.term.within(lang)}" if by is not None else ""
    step = f" ({verdict.step.id})" if verdict.step is not None else ""
    words, tone = _OUTCOMES[verdict.outcome]
    act = judged.term.within(lang)
    yield Line(
        f"{number}. {day(verdict.on, lang)} {act}{step}{who}: {words.within(lang)}",
        tone,
        indent=2,
        hang=3,
    )
    target = verdict.target if verdict.allowed else None
    if target is not None and target is not verdict.stage:
        yield Line(f"→ {target.term.within(lang)}", indent=5, hang=2)


def _kept(verdict: Verdict, law: TrailLaw, names: Names, lang: Lang) -> Iterator[Line]:
    for rule, kept in groupby(verdict.kept, key=_rule):
        texts = "; ".join(names.text(demand).within(lang) for _, demand in kept)
        citations = cited(law.citations(rule), lang)
        tail = f" – {citations}" if citations else ""
        yield Line(f"✓ {texts}{tail} [{rule}]", Tone.QUIET, indent=5, hang=2)


def _rule(kept: tuple[str, Demand]) -> str:
    return kept[0]


def _findings(verdict: Verdict, names: Names, lang: Lang) -> Iterator[Line]:
    for finding in verdict.findings:
        words, tone = _KINDS[finding.kind]
        citations = cited(finding.citations, lang)
        tail = f" – {citations}" if citations else ""
        text = names.text(finding.answer).within(lang)
        yield Line(
            f"! {words.within(lang)}: {text}{tail} [{finding.rule}]",
            tone,
            indent=5,
            hang=2,
        )
        if finding.explained:
            yield Line(f"{_BECAUSE.within(lang)}: {finding.explained}", indent=7, hang=2)


def _options(
    case: Case[Any], on: date, options: tuple[Option[Any], ...], names: Names, lang: Lang
) -> Iterator[Line]:
    yield from _head(case, names, lang)
    yield Line()
    if not options:
        yield Line(_ENDED.within(lang), Tone.QUIET)
        return
    yield Line(f"{_NEXT.within(lang)} {day(on, lang)}", Tone.TITLE)
    for option in options:
        step, verdict = option.step, option.verdict
        target = step.target_from(case.stage)
        breached = any(each.kind is FindingKind.BREACH for each in verdict.findings)
        tone = Tone.BAD if breached else Tone.UNKNOWN if verdict.objections else Tone.GOOD
        yield Line(
            f"{step.term.within(lang)} ({step.kind}, {step.id}) → {target.term.within(lang)}",
            tone,
            indent=2,
            hang=2,
        )
        yield from _lacking(verdict, names, lang)
        facts = ", ".join(option.facts)
        yield Line(f"{_FACTS.within(lang)}: {facts}", Tone.QUIET, indent=4, hang=2)


def _lacking(verdict: Verdict, names: Names, lang: Lang) -> Iterator[Line]:
    for kind, heading in ((FindingKind.BREACH, _HINDERS), (FindingKind.GAP, _LACKS)):
        found = [each for each in verdict.findings if each.kind is kind]
        for title, group in groupby(found, key=_title):
            texts = "; ".join(names.text(each.answer).within(lang) for each in group)
            words = f"{heading.within(lang)}: {title.within(lang)}: {texts}"
            yield Line(f"– {words}", indent=4, hang=2)
    if not verdict.objections:
        yield Line(f"– {_FREE.within(lang)}", indent=4, hang=2)


def _title(finding: Finding) -> Text:
    return finding.title
