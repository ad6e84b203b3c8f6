"""What changed in the law between two days: rules that ended, began, or gave way to others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import Enum
from typing import Any, Final

import attrs

from congress_flow._procedure import Step
from congress_flow._rulebook import Rule
from congress_flow._shelf import Shelf
from congress_flow._sources import Confidence
from congress_flow._text import Text

# The units that titles name, the longer before the shorter that it begins with.
_UNITS: Final = {
    "%": Text("%", "%"),
    "ngày làm việc": Text("ngày làm việc", "working days"),
    "ngày": Text("ngày", "days"),
    "tháng": Text("tháng", "months"),
    "năm": Text("năm", "years"),
    "người": Text("người", "persons"),
}
# A unit may follow a second number that stands in brackets or after a dash: 25 (30) ngày, 10–15 %.
_FIGURE: Final = re.compile(
    r"(?P<number>\d+(?:[.,/]\d+)*)"
    rf"(?=(?:\)| \([^)]*\)|–\d+)? (?P<unit>{'|'.join(_UNITS)})(?!\w))?"
)


class ChangeKind(Enum):
    """What became of the rules on one subject.

    `RESTED_ANEW` rules ask the same by another text, or by one that is known less or better;
    `CARRIED` rules stand in another book now and ask the same, by the same citations.
    """

    BEGAN = "began"
    ENDED = "ended"
    CHANGED = "changed"
    RESTED_ANEW = "rested_anew"
    CARRIED = "carried"

    @property
    def term(self) -> Text:
        """The kind in words."""
        return _KINDS[self]


_KINDS: Final = {
    ChangeKind.BEGAN: Text("mới có", "began"),
    ChangeKind.ENDED: Text("hết hiệu lực", "ended"),
    ChangeKind.CHANGED: Text("thay đổi", "changed"),
    ChangeKind.RESTED_ANEW: Text("giữ nguyên, căn cứ mới", "the same, by another citation"),
    ChangeKind.CARRIED: Text("giữ nguyên, ở bộ quy tắc mới", "carried over as it was"),
}


class Aspect(Enum):
    """In what the rules before and after differ."""

    TITLE = "title"
    FIGURES = "figures"
    CITATIONS = "citations"
    CONFIDENCE = "confidence"
    SEVERITY = "severity"
    STEPS = "steps"
    DEMAND = "demand"

    @property
    def term(self) -> Text:
        """The aspect in words."""
        return _ASPECTS[self]


_ASPECTS: Final = {
    Aspect.TITLE: Text("nội dung", "wording"),
    Aspect.FIGURES: Text("số liệu", "figures"),
    Aspect.CITATIONS: Text("căn cứ", "citation"),
    Aspect.CONFIDENCE: Text("độ tin cậy", "confidence"),
    Aspect.SEVERITY: Text("mức độ", "severity"),
    Aspect.STEPS: Text("bước", "steps"),
    Aspect.DEMAND: Text("cách xét", "the demand itself"),
}


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class RuleChange:
    """The rules on one subject and on the same steps: those that ended, those that began."""

    subject: str
    before: tuple[Rule, ...]
    after: tuple[Rule, ...]

    @property
    def kind(self) -> ChangeKind:
        """Whether they began, ended, changed, rest on another text, or were only carried over."""
        if not self.before:
            return ChangeKind.BEGAN
        if not self.after:
            return ChangeKind.ENDED
        if not self.aspects:
            return ChangeKind.CARRIED
        return ChangeKind.RESTED_ANEW if _BASIS.issuperset(self.aspects) else ChangeKind.CHANGED

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """In what they differ; empty unless both are there.

        `DEMAND`: they are not judged by the same function. One that was carried over under another
        name is the same.
        """
        if not self.before or not self.after:
            return ()
        return tuple(aspect for aspect, see in _SEEN.items() if self._differs(see))

    def _differs(self, see: Callable[[Rule], object]) -> bool:
        # What a function closes over can be compared, but need not be hashable.
        before, after = ([see(rule) for rule in rules] for rules in (self.before, self.after))
        return any(each not in after for each in before) or any(
            each not in before for each in after
        )


def figures_of(rule: Rule) -> tuple[Text, ...]:
    """Return the numbers that the title of a rule names, as they stand in it, with their units."""
    return tuple(_figure(found) for found in _FIGURE.finditer(rule.title.vi))


def _figure(found: re.Match[str]) -> Text:
    number, unit = found["number"], _UNITS.get(found["unit"])
    if unit is None:
        return Text(number, number)
    return Text(
        f"{number} {unit.vi}", f"{number} {unit.en.removesuffix('s') if number == '1' else unit.en}"
    )


def confidence_of(rule: Rule) -> Confidence:
    """Return the lowest grade among the citations of a rule."""
    return Confidence.lowest(*(citation.confidence for citation in rule.citations))


def _function(rule: Rule) -> tuple[object, ...]:
    """Return what a function does: its code, where its names are found, and what it closes over.

    A book takes only plain functions, without defaults.
    """
    made: Any = rule.function
    held = tuple(cell.cell_contents for cell in made.__closure__ or ())
    return (made.__code__, made.__module__, held)


_SEEN: Final[dict[Aspect, Callable[[Rule], object]]] = {
    Aspect.TITLE: lambda rule: rule.title,
    Aspect.FIGURES: figures_of,
    Aspect.CITATIONS: lambda rule: tuple((c.instrument, c.article) for c in rule.citations),
    Aspect.CONFIDENCE: confidence_of,
    Aspect.SEVERITY: lambda rule: rule.severity,
    Aspect.STEPS: lambda rule: frozenset(rule.steps),
    Aspect.DEMAND: _function,
}
_BASIS: Final = frozenset({Aspect.CITATIONS, Aspect.CONFIDENCE})


def rules_between(
    shelf: Shelf, first: date, last: date, steps: Iterable[Step[Any, Any]] | None = None
) -> tuple[RuleChange, ...]:
    """Return what changed in the rules of *shelf* from the law of *first* to that of *last*.

    Rules in force on both days have not changed. Of the others those of one subject that share a
    step stand together, and those left that ended with those left that began: what was asked at one
    step may be asked at another now. With *steps* only rules on these steps are looked at. In order
    of subject.
    """
    wanted = None if steps is None else frozenset(steps)
    old, new = (
        [rule for rule in shelf.rules(day) if wanted is None or not wanted.isdisjoint(rule.steps)]
        for day in (first, last)
    )
    ended = [rule for rule in old if rule not in new]
    began = [rule for rule in new if rule not in old]
    by_subject: dict[str, list[Rule]] = {}
    for rule in (*ended, *began):
        by_subject.setdefault(rule.subject, []).append(rule)
    return tuple(
        RuleChange(
            subject=subject,
            before=tuple(rule for rule in group if rule in ended),
            after=tuple(rule for rule in group if rule in began),
        )
        for subject in sorted(by_subject)
        for group in _facing(_sharing(by_subject[subject]), ended)
    )


def _facing(groups: Iterable[list[Rule]], ended: list[Rule]) -> list[list[Rule]]:
    """Return the groups, those that only ended joined with those that only began."""
    all_of = list(groups)
    gone = [group for group in all_of if all(rule in ended for rule in group)]
    come = [group for group in all_of if not any(rule in ended for rule in group)]
    if not gone or not come:
        return all_of
    joined = [rule for group in (*gone, *come) for rule in group]
    return [*(group for group in all_of if group not in gone and group not in come), joined]


def _sharing(rules: Iterable[Rule]) -> Iterator[list[Rule]]:
    """Yield the rules in groups: those that share a step, or each share one with a third."""
    groups: list[list[Rule]] = []
    for rule in rules:
        apart: list[list[Rule]] = []
        joined: list[Rule] = []
        for group in groups:
            shares = any(not set(rule.steps).isdisjoint(other.steps) for other in group)
            if shares:
                joined += group
            else:
                apart.append(group)
        groups = [*apart, [*joined, rule]]
    yield from groups
