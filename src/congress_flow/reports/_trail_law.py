"""The law along a trail: what each rule asked cites, and where one text took another's place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from congress_flow._rulebook import Rule
from congress_flow._shelf import Shelf
from congress_flow._sources import Citation, Instrument
from congress_flow._text import Text
from congress_flow.dossier import Judged

_HANDBOOK: Final = "handbook"


@attrs.frozen(slots=True, weakref_slot=False)
class Replaced:
    """What was judged by one instrument before is judged by another from here on."""

    before: Instrument
    after: Instrument


@attrs.frozen(slots=True, weakref_slot=False, eq=False)
class TrailLaw:
    """The rules of a shelf, as a trail asks for them by their ids."""

    rules: dict[str, Rule]

    @classmethod
    def of(cls, shelf: Shelf) -> TrailLaw:
        """Return the rules of *shelf*; a record may name others, of which nothing is known."""
        return cls({rule.id: rule for rule in shelf.rules()})

    def citations(self, rule: str) -> tuple[Citation, ...]:
        """Return the citations of a rule; none where the shelf does not have it."""
        found = self.rules.get(rule)
        return () if found is None else found.citations

    def along(self, judged: Iterable[Judged]) -> Iterator[tuple[Judged, tuple[Replaced, ...]]]:
        """Yield each entry with the texts that took another's place since an earlier one.

        The rules of one subject are compared by the instrument that each cites first; each change
        is told once, where it first shows. What rests on a handbook alone is no text of the law.
        """
        by_subject: dict[str, frozenset[Instrument]] = {}
        told: set[Replaced] = set()
        for each in judged:
            asked = self._asked(each)
            changes = dict.fromkeys(
                Replaced(older, newer)
                for subject, now in asked.items()
                for older in _in_order(by_subject.get(subject, now) - now)
                for newer in _in_order(now - by_subject.get(subject, now))
            )
            yield each, tuple(change for change in changes if change not in told)
            told |= changes.keys()
            by_subject |= asked

    def _asked(self, judged: Judged) -> dict[str, frozenset[Instrument]]:
        asked: dict[str, set[Instrument]] = {}
        for name in judged.verdict.consulted:
            rule = self.rules.get(name)
            if rule is not None and rule.citations[0].instrument.type != _HANDBOOK:
                asked.setdefault(rule.subject, set()).add(rule.citations[0].instrument)
        return {subject: frozenset(found) for subject, found in asked.items()}


def _in_order(instruments: Iterable[Instrument]) -> list[Instrument]:
    return sorted(instruments, key=lambda each: each.key)


def replaced_words(change: Replaced) -> Text:
    """Return a change of the law in words."""
    texts = f"{change.before.dated} → {change.after.dated}"
    return Text(f"Văn bản áp dụng đã thay đổi: {texts}", f"The law has changed: {texts}")
