"""What differs between two reviews of one dossier, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from congress_flow._text import Lang, Text
from congress_flow._verdict import FindingKind
from congress_flow.dossier import (
    Difference,
    DifferenceKind,
    Evidence,
    Gate,
    GateOutcome,
    Remark,
    Review,
    WhatIf,
)
from congress_flow.procedures.preparation import Readiness
from congress_flow.reports._json import (
    BookJson,
    Day,
    FindingJson,
    ObjectJson,
    WordsJson,
    books_of,
    finding_of,
    json_bytes,
    schema_of,
    words_of,
)
from congress_flow.reports._words import Line, Tone, cited, day


class FactSetJson(ObjectJson):
    """A fact that was set otherwise; the values as they are written in TOML (null: nothing)."""

    path: str
    before: str | None
    after: str


class AskedJson(ObjectJson):
    """What was changed for the second review."""

    without: list[str]
    added: list[str]
    set: list[FactSetJson]


class SideJson(ObjectJson):
    """One of the two reviews."""

    as_of: Day
    readiness: Readiness
    books: list[BookJson]


class JudgedGateJson(ObjectJson):
    """How a gate was judged."""

    outcome: GateOutcome
    evidence: Evidence


class GateChangeJson(ObjectJson):
    """A gate that was judged otherwise; null where it was not among the gates."""

    id: str
    title: WordsJson
    before: JudgedGateJson | None
    after: JudgedGateJson | None


class DifferenceJson(ObjectJson):
    """A finding that one review has and the other has not, or has otherwise."""

    change: DifferenceKind
    before: FindingJson | None
    after: FindingJson | None


class WhatIfJson(ObjectJson):
    """Two reviews of one dossier, and only what differs."""

    dossier: str
    asked: AskedJson
    before: SideJson
    after: SideJson
    gates: list[GateChangeJson]
    findings: list[DifferenceJson]


def whatif_json(found: WhatIf) -> bytes:
    """Return what differs as JSON."""
    return json_bytes(
        WhatIfJson(
            dossier=found.before.dossier.id,
            asked=AskedJson(
                without=list(found.without),
                added=list(found.added),
                set=[
                    FactSetJson(path=fact.path, before=fact.before, after=fact.after)
                    for fact in found.facts
                ],
            ),
            before=_side(found.before),
            after=_side(found.after),
            gates=[
                GateChangeJson(
                    id=each.id,
                    title=words_of(each.title),
                    before=_gate(each.before),
                    after=_gate(each.after),
                )
                for each in found.gates
            ],
            findings=[
                DifferenceJson(
                    change=each.kind, before=_finding(each.before), after=_finding(each.after)
                )
                for each in found.differences
            ],
        )
    )


def whatif_schema() -> Mapping[str, Any]:
    """Return the JSON Schema of `whatif_json`."""
    return schema_of(WhatIfJson, "whatif")


def _side(review: Review) -> SideJson:
    return SideJson(
        as_of=review.as_of, readiness=review.readiness, books=books_of(review.engine.shelf)
    )


def _gate(gate: Gate | None) -> JudgedGateJson | None:
    return None if gate is None else JudgedGateJson(outcome=gate.outcome, evidence=gate.evidence)


def _finding(remark: Remark | None) -> FindingJson | None:
    return None if remark is None else finding_of(remark.finding, remark.case, remark.on)


_IF: Final = Text("Nếu", "What if")
_ON: Final = Text("xét đến ngày {}", "judged as of {}")
_NOW: Final = Text("hiện xét đến ngày {}", "now as of {}")
_WITHOUT: Final = Text("bỏ bộ quy tắc {}", "without the rulebook {}")
_ADDED: Final = Text("thêm bộ quy tắc {}", "with the rulebook {}")
_SET: Final = Text("{} = {} (hiện là {})", "{} = {} (now {})")
_NOTHING: Final = Text("chưa có", "nothing")
_SAME: Final = Text("Không có gì khác.", "Nothing differs.")
_STILL: Final = Text("Vẫn {}.", "Still {}.")
_GATES: Final = Text("Các điều kiện thay đổi", "Gates that change")
_NO_GATE: Final = Text("không xét", "not among the gates")
_FINDINGS: Final = Text("Kết luận thay đổi", "Findings that differ")
_BEFORE: Final = Text("trước", "before")
_AFTER: Final = Text("sau", "after")
_CITED: Final = Text("Căn cứ", "Cited")
_NATURES: Final = {
    FindingKind.BREACH: Text("trái quy định", "breach"),
    FindingKind.GAP: Text("chưa rõ", "gap"),
    FindingKind.CAUTION: Text("lưu ý", "caution"),
}
_TONES: Final = {
    Readiness.READY: Tone.GOOD,
    Readiness.BASICALLY_READY: Tone.CAUTION,
    Readiness.NOT_READY: Tone.BAD,
}
_SECTIONS: Final = (
    (DifferenceKind.APPEARED, Tone.BAD),
    (DifferenceKind.CHANGED, Tone.CAUTION),
    (DifferenceKind.GONE, Tone.GOOD),
)


def whatif_lines(found: WhatIf, lang: Lang = "vi") -> tuple[Line, ...]:
    """Return what differs as lines of text: the grade, the gates, then the findings."""
    return tuple(_lines(found, lang))


def _lines(found: WhatIf, lang: Lang) -> Iterator[Line]:
    yield from _asked(found, lang)
    yield Line()
    was, now = found.before.readiness, found.after.readiness
    if was is now:
        yield Line(_STILL.within(lang).format(now.term.within(lang)), _TONES[now])
    else:
        grades = (was.term.within(lang).upper(), now.term.within(lang).upper())
        yield Line(" → ".join(grades), _TONES[now])
    if found.same:
        yield Line(_SAME.within(lang))
    if found.gates:
        yield Line()
        yield Line(_GATES.within(lang), Tone.TITLE)
        for change in found.gates:
            judged = " → ".join(_words(gate, lang) for gate in (change.before, change.after))
            yield Line(f"{change.id:<4}{change.title.within(lang)}: {judged}", indent=2, hang=4)
    for kind, tone in _SECTIONS:
        differing = [each for each in found.differences if each.kind is kind]
        if differing:
            yield Line()
            heading = f"{_FINDINGS.within(lang)}: {kind.term.within(lang).lower()}"
            yield Line(f"{heading} ({len(differing)})", Tone.TITLE)
            for number, each in enumerate(differing, start=1):
                yield from _difference(number, each, tone, lang)


def _asked(found: WhatIf, lang: Lang) -> Iterator[Line]:
    was, now = found.before.as_of, found.after.as_of
    asked = [_ON.within(lang).format(day(now, lang))] if was != now else []
    asked += [_WITHOUT.within(lang).format(name) for name in found.without]
    asked += [_ADDED.within(lang).format(name) for name in found.added]
    for fact in found.facts:
        before = _NOTHING.within(lang) if fact.before is None else fact.before
        asked.append(_SET.within(lang).format(fact.path, fact.after, before))
    yield Line(f"{_IF.within(lang)} {'; '.join(asked) or '–'}", Tone.TITLE, hang=2)
    head = found.before.dossier.tables.head
    told = _NOW.within(lang).format(day(was, lang))
    yield Line(f"{head.title or head.id} · {told}", Tone.QUIET)


def _words(gate: Gate | None, lang: Lang) -> str:
    if gate is None:
        return _NO_GATE.within(lang)
    return f"{gate.outcome.term.within(lang)} ({gate.evidence.term.within(lang)})"


def _difference(number: int, each: Difference, tone: Tone, lang: Lang) -> Iterator[Line]:
    sides = [remark for remark in (each.before, each.after) if remark is not None]
    shown = sides[-1]
    where = shown.gate or f"{shown.case}, {day(shown.on, lang)}"
    yield Line(f"{number}. {where}: {shown.finding.title.within(lang)}", tone, indent=2, hang=3)
    for side, words in zip(sides, (_BEFORE, _AFTER), strict=False):
        told = f"{words.within(lang)}: " if len(sides) > 1 else ""
        yield Line(f"– {told}{_judged(side, shown, lang)}", indent=5, hang=2)
    citations = cited(shown.finding.citations, lang)
    tail = f"{_CITED.within(lang)}: {citations}. " if citations else ""
    yield Line(f"{tail}[{shown.finding.rule}]", Tone.QUIET, indent=5, hang=2)


def _judged(side: Remark, shown: Remark, lang: Lang) -> str:
    """Return a finding in words, with its kind, and its day where that is another."""
    finding = side.finding
    nature = _NATURES[finding.kind].within(lang)
    on = "" if side.on == shown.on else f", {day(side.on, lang)}"
    return f"{finding.text.within(lang)} [{nature}{on}]"
