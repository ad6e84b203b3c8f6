"""How reports say things: lines with a tone, headings in both languages, choices as printed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any

import attrs

from congress_flow._figures import shown
from congress_flow._sources import Citation
from congress_flow._text import Lang


class Tone(Enum):
    """What a line is, for those who print in colours."""

    PLAIN = "plain"
    TITLE = "title"
    GOOD = "good"
    CAUTION = "caution"
    UNKNOWN = "unknown"
    BAD = "bad"
    QUIET = "quiet"


@attrs.frozen(slots=True, weakref_slot=False)
class Line:
    """One line of a report: its words, how far it stands in, its tone.

    `hang` is how much further its next lines stand in, where it is too long for one.
    """

    words: str = ""
    tone: Tone = Tone.PLAIN
    indent: int = 0
    hang: int = 0

    def wrapped(self, width: int) -> Iterator[str]:
        """Yield the line in pieces of at most *width* letters; words are never cut."""
        yield from textwrap.wrap(
            self.words,
            width,
            initial_indent=" " * self.indent,
            subsequent_indent=" " * (self.indent + self.hang),
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]


WIDTH = 100
"""How wide a report is where nobody says otherwise."""


def plain_text(lines: Iterable[Line], width: int = WIDTH) -> str:
    """Return a report as plain text, no line wider than *width* where words allow it."""
    return "".join(f"{piece}\n" for line in lines for piece in line.wrapped(width))


def day(on: date, lang: Lang) -> str:
    """Return a day as readers of *lang* write it."""
    return shown(on, lang)


def cited(citations: Iterable[Citation], lang: Lang) -> str:
    """Return citations in one line, each but once."""
    return "; ".join(dict.fromkeys(each.text.within(lang) for each in citations))


def chosen_words(chosen: Any) -> str:  # noqa: ANN401 - whatever a rulebook lets one choose
    """Return a reading's choice as it is printed: sets in order, tables by their keys."""
    match chosen:
        case None:
            words = "–"
        case bool():
            words = "true" if chosen else "false"
        case Enum():
            words = chosen_words(chosen.value)
        case frozenset() | tuple():
            each: Iterable[Any] = chosen
            told = [chosen_words(one) for one in each]
            words = ", ".join(told if isinstance(chosen, tuple) else sorted(told))
        case Mapping():
            table: Mapping[str, Any] = chosen
            words = ", ".join(f"{key}: {chosen_words(table[key])}" for key in sorted(table))
        case _ if hasattr(chosen, "id"):  # a calendar and the like
            words = str(chosen.id)
        case _ if hasattr(chosen, "__attrs_attrs__"):
            words = " ".join(map(chosen_words, attrs.astuple(chosen, recurse=False)))
        case _:
            words = str(chosen)
    return words
