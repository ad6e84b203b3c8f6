"""How reports say things: lines with a tone, headings in both languages, choices as printed."""

from __future__ import annotations

import functools
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any, Final

import attrs

from congress_flow._figures import shown
from congress_flow._shelf import Shelf
from congress_flow._sources import Citation
from congress_flow._text import Lang, Text


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
        pieces = textwrap.wrap(
            _RATE.sub("\xa0%", self.words),
            width,
            initial_indent=" " * self.indent,
            subsequent_indent=" " * (self.indent + self.hang),
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield from (piece.replace("\xa0%", " %") for piece in pieces or [""])


# A number and its sign for percent stay on one line.
_RATE: Final = re.compile(r"(?<=\d) %")

WIDTH = 100
"""How wide a report is where nobody says otherwise."""


def plain_text(lines: Iterable[Line], width: int = WIDTH) -> str:
    """Return a report as plain text, no line wider than *width* where words allow it."""
    return "".join(f"{piece}\n" for line in lines for piece in line.wrapped(width))


_BY: Final = Text("theo {}", "by {}")
_NO_BOOK: Final = Text("không có bộ quy tắc nào", "by no rulebook")


def by_books(shelf: Shelf, on: date, lang: Lang) -> str:
    """Return by which rulebooks something was judged: those that speak on the day *on*."""
    speaking = {rule.id for rule in shelf.rules(on)} | {duty.id for duty in shelf.duties(on)}
    books = ", ".join(
        f"{book.id} {book.version}"
        for book in shelf.books
        if not speaking.isdisjoint(
            [*(rule.id for rule in book.rules), *(duty.id for duty in book.duties)]
        )
    )
    return _BY.within(lang).format(books) if books else _NO_BOOK.within(lang)


def day(on: date, lang: Lang) -> str:
    """Return a day as readers of *lang* write it."""
    return shown(on, lang)


def cited(citations: Iterable[Citation], lang: Lang) -> str:
    """Return citations in one line, each but once."""
    return "; ".join(dict.fromkeys(each.text.within(lang) for each in citations))


@functools.singledispatch
def chosen_words(chosen: Any) -> str:  # noqa: ANN401 - whatever a rulebook lets one choose
    """Return a reading's choice as it is printed: sets in order, tables by their keys."""
    if hasattr(chosen, "id"):  # a calendar and the like
        return str(chosen.id)
    if attrs.has(chosen.__class__):
        return " ".join(map(chosen_words, attrs.astuple(chosen, recurse=False)))
    return "–" if chosen is None else str(chosen)


@functools.singledispatch
def choice_in_words(chosen: Any, lang: Lang) -> str:  # noqa: ANN401 - as above
    """Return a reading's choice as it is said to a reader of *lang*."""
    term = getattr(chosen, "term", None)
    if not isinstance(term, Text):
        term = getattr(chosen, "text", getattr(chosen, "title", None))
    return term.within(lang) if isinstance(term, Text) else chosen_words(chosen)


@choice_in_words.register(bool)
@choice_in_words.register(date)
def _(chosen: bool | date, lang: Lang) -> str:  # noqa: FBT001
    return shown(chosen, lang)


@choice_in_words.register(frozenset)
@choice_in_words.register(tuple)
def _(chosen: frozenset[Any] | tuple[Any, ...], lang: Lang) -> str:
    said = [choice_in_words(each, lang) for each in chosen]
    return ", ".join(said if isinstance(chosen, tuple) else sorted(said, key=_by_number))


def _by_number(words: str) -> tuple[str, int, str]:
    """Let G2 come before G10."""
    name = words.rstrip("0123456789")
    return (name, int(words[len(name) :] or 0), words)


@choice_in_words.register(Mapping)
def _(chosen: Mapping[Any, Any], lang: Lang) -> str:
    rows = {choice_in_words(key, lang): choice_in_words(each, lang) for key, each in chosen.items()}
    return ", ".join(f"{key}: {each}" for key, each in rows.items())


@chosen_words.register
def _(chosen: bool) -> str:  # noqa: FBT001
    return "true" if chosen else "false"


@chosen_words.register
def _(chosen: Enum) -> str:
    return chosen_words(chosen.value)


@chosen_words.register(frozenset)
def _(chosen: frozenset[Any]) -> str:
    return ", ".join(sorted(map(chosen_words, chosen)))


@chosen_words.register(tuple)
def _(chosen: tuple[Any, ...]) -> str:
    return ", ".join(map(chosen_words, chosen))


@chosen_words.register(Mapping)
def _(chosen: Mapping[Any, Any]) -> str:
    rows = {chosen_words(key): chosen_words(each) for key, each in chosen.items()}
    return ", ".join(f"{key}: {rows[key]}" for key in sorted(rows))
