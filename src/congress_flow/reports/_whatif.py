"""What differs between two reviews of one dossier, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from congress_flow._text import Lang, Text
from congress_flow._verdict import FindingKind
from congress_flow.dossier import (
    Difference,
    DifferenceKind,
    Evidence,
    Gate,
    GateOutcome,
    Names,
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
    json_bytes,
    remark_of,
    schema_of,
    words_of,
)
from congress_flow.reports._review_text import place_of
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
    names_before, names_after = _names(found)
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
                    change=each.kind,
                    before=_finding(each.before, names_before),
                    after=_finding(each.after, names_after),
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


def _names(found: WhatIf) -> tuple[Names, Names]:
    """Return the names before and after: a name may be what is set otherwise."""
    before = Names.of(found.before.dossier)
    return before, Names.of(found.after.dossier) if found.facts else before


def _finding(remark: Remark | None, names: Names) -> FindingJson | None:
    return None if remark is None else remark_of(remark, names)


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
    names = _names(found)
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
            numbered = enumerate(groupby(differing, key=_event), start=1)
            for number, (_, group) in numbered:
                yield from _together(number, list(group), tone, names, lang)


def _asked(found: WhatIf, lang: Lang) -> Iterator[Line]:
    was, now = found.before.as_of, found.after.as_of
    asked = [_ON.within(lang).format(day(now, lang))] if was != now else []
    asked += [_WITHOUT.within(lang).format(name) for name in found.without]
    asked += [_ADDED.within(lang).format(name) for name in found.added]
    for fact in found.facts:
        before = _NOTHING.within(lang) if fact.before is None else fact.before
        asked.append(_SET.within(lang).format(fact.path, fact.after, before))
    yield Line(f"{_IF.within(lang)} {'; '.join(asked) or '–'}", Tone.TITLE, hang=2)
    told = _NOW.within(lang).format(day(was, lang))
    yield Line(f"{found.before.dossier.title.within(lang)} · {told}", Tone.QUIET)


def _words(gate: Gate | None, lang: Lang) -> str:
    if gate is None:
        return _NO_GATE.within(lang)
    return f"{gate.outcome.term.within(lang)} ({gate.evidence.term.within(lang)})"


def _event(each: Difference) -> tuple[object, ...]:
    """Return what the differences have in common that stand together: a rule and an event."""
    shown = _shown(each)
    return (shown.gate, shown.case, shown.on, shown.path, shown.finding.rule)


def _shown(each: Difference) -> Remark:
    shown = each.after or each.before
    assert shown is not None  # noqa: S101 - a difference has a side
    return shown


def _together(
    number: int,
    group: list[Difference],
    tone: Tone,
    names: tuple[Names, Names],
    lang: Lang,
) -> Iterator[Line]:
    shown = _shown(group[0])
    finding = shown.finding
    where = place_of(shown, names[-1], lang)
    yield Line(f"{number}. {where}: {finding.title.within(lang)}", tone, indent=2, hang=3)
    for each in group:
        pairs = zip((each.before, each.after), names, (_BEFORE, _AFTER), strict=True)
        both = each.kind is DifferenceKind.CHANGED
        for side, called, words in pairs:
            if side is not None:
                told = f"{words.within(lang)}: " if both else ""
                yield Line(f"– {told}{_judged(side, shown, called, lang)}", indent=5, hang=2)
    citations = cited(finding.citations, lang)
    tail = f"{_CITED.within(lang)}: {citations}. " if citations else ""
    yield Line(f"{tail}[{finding.rule}]", Tone.QUIET, indent=5, hang=2)


def _judged(side: Remark, shown: Remark, names: Names, lang: Lang) -> str:
    """Return a finding in words, with its kind, and its day where that is another."""
    finding = side.finding
    nature = _NATURES[finding.kind].within(lang)
    on = "" if side.on == shown.on else f", {day(side.on, lang)}"
    return f"{names.text(finding.answer).within(lang)} [{nature}{on}]"
