"""Where in a text a number may stand, and into which parts it falls. Nothing is judged here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

import attrs

from congress_flow.numbering._symbols import in_print, is_party_issuer

# Words that are often typed without the space before them.
_GLUED: Final = re.compile(r"(?:ngày|của|về|và)(?![^\W\d_])", re.IGNORECASE)
_NUMERO: Final = re.compile(r"(?<![^\W\d_])số(?P<gap>\s*)(?P<colon>:\s*)?$", re.IGNORECASE)
# A comma or full stop holds two figures together only if the first stands for itself: 11.977, not
# the year before it ("1/2/2020,11-KH/ĐU") nor the 3 of a cell ("CB3,02-BC/CB3").
_YEAR: Final = r"(?:19|20)\d{2}"
_GOES_BEFORE: Final = re.compile(
    rf"(?:\d(?:\s*/\s*|-)|(?<![\w/-])(?!{_YEAR}[.,])\d+[.,]|[.,]\d+[.,])$"
)
# However long a text is, only so much of it is looked at for one number.
_NEAR: Final = 40  # letters looked back at: enough for "Số:" and a blank to be filled in
_LONGEST_WORD: Final = 60
_MOST_WORDS: Final = 24
_SEPARATORS: Final = "-/"
_WRONG_SEPARATORS: Final = "_.:\\|~=+·―"
# A capital issuer with another word run into it: ĐUtheo. One small letter is a slip of the case.
_RUN_IN: Final = re.compile(r"(?P<unit>[A-ZĐ]{2,}[0-9]*)[^\W\dA-ZĐ_]{2,}")


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Parts:
    """A place that may hold a number: its words, and the separators between them.

    `words[0]` is the number; `separators[n]` stands between word n and n + 1. `dangling` is a
    separator that nothing follows. `start` is where "Số" or the number begins, `digits` where the
    number does.
    """

    words: tuple[str, ...]
    separators: tuple[str, ...]
    dangling: str
    start: int
    digits: int
    end: int
    colon: bool
    glued: bool
    spaced: bool
    foreign: bool


def is_allowed(letter: str) -> bool:
    """Return whether *letter* may stand in a number: A to Z, Đ, and the ten digits."""
    return letter in "Đđ" or (letter.isascii() and letter.isalnum())


def _in_word(letter: str) -> bool:
    # Full-width forms of the separators are letters of another kind, not separators.
    return (
        letter.isalnum() or unicodedata.category(letter)[0] == "M" or "\uff00" <= letter <= "\uffef"
    )


def _skip_spaces(text: str, spot: int) -> int:
    while spot < len(text) and text[spot].isspace():
        spot += 1
    return spot


def _word_end(text: str, spot: int) -> int:
    """Return where the word at *spot* ends; a glued word is none of it."""
    end, most = spot, min(len(text), spot + _LONGEST_WORD)
    while end < most and _in_word(text[end]) and not _GLUED.match(text, end):
        end += 1
    return end


def _separator_end(text: str, spot: int, words: int) -> int:
    end = spot
    while end < len(text) and text[end] in _SEPARATORS:
        end += 1
    if end > spot or words > 2:  # noqa: PLR2004 - number, type: only these two may be parted wrongly
        return end
    if (
        spot < len(text)
        and text[spot] in _WRONG_SEPARATORS
        and _word_end(text, spot + 1) > spot + 1
    ):
        return spot + 1
    return spot


def numbers_in(text: str) -> Iterator[int]:
    """Yield the places where a number may begin: digits that belong to no number before them."""
    for spot, letter in enumerate(text):
        # 30/2020, 2020-2025, 11.977: the second figure is part of what the first one starts.
        if (
            letter.isdecimal()
            and not text[spot - 1 : spot].isdecimal()
            and not _GOES_BEFORE.search(text, max(0, spot - _NEAR), spot)
        ):
            yield spot


def _start(text: str, digits: int) -> tuple[int, bool, bool, bool]:
    """Return where the reading begins; whether a colon went, a word was glued, spaces doubled."""
    numero = _NUMERO.search(text, max(0, digits - _NEAR), digits)
    if numero is not None:
        colon = numero["colon"] is not None
        gap = 1 if colon else len(numero["gap"])
        return numero.start(), colon, gap == 0, gap > 1
    return digits, False, text[digits - 1 : digits].isalpha(), False


def parts_at(text: str, digits: int) -> Parts:
    """Return the parts of what begins with the digits at a place of *text*."""
    start, colon, glued, spaced = _start(text, digits)
    if glued and start == digits and not text[digits - 2 : digits].isalpha():
        # One letter before the digits is a letter in the number; two are a word.
        start, digits, glued = digits - 1, digits - 1, False
    spot = _number_end(text, digits)
    words, separators, dangling = [text[digits:spot]], list[str](), ""
    while len(words) < _MOST_WORDS:
        before = _skip_spaces(text, spot)
        after = _separator_end(text, before, len(words))
        if after == before:
            break
        separator = text[before:after]
        word = _skip_spaces(text, after)
        end = _word_end(text, word)
        apart = before > spot or word > after
        if end == word:
            # "10-KH/ĐU - một": a dash of the sentence, not of the number.
            if len(words) < 3 or separator != "-":  # noqa: PLR2004 - number, type, issuer
                dangling, spaced, spot = separator, spaced or before > spot, after
            break
        if len(words) >= 3 and apart and not _goes_on(separator, text[word:end]):  # noqa: PLR2004
            break
        spaced = spaced or apart
        separators.append(separator)
        cut = _RUN_IN.fullmatch(text, word, end) if len(words) >= 2 else None  # noqa: PLR2004
        if cut is not None and is_party_issuer(cut["unit"]):
            words.append(cut["unit"])
            glued, spot = True, cut.end("unit")
            break
        words.append(text[word:end])
        spot = end
    if not dangling and _GLUED.match(text, spot):
        glued = True
    return Parts(
        words=tuple(words),
        separators=tuple(separators),
        dangling=dangling,
        start=start,
        digits=digits,
        end=spot,
        colon=colon,
        glued=glued,
        spaced=spaced,
        foreign=not all(map(is_allowed, "".join(words))),
    )


def _number_end(text: str, spot: int) -> int:
    """Return where the first word ends, with what is run into the digits: `10b`, `1.5`."""
    end, most = spot, min(len(text), spot + _LONGEST_WORD)
    while end < most and (
        _in_word(text[end]) or (text[end] in ".," and text[end + 1 : end + 2].isdecimal())
    ):
        end += 1
    return end


def _goes_on(separator: str, word: str) -> bool:
    """Return whether a separator set apart by spaces still belongs to the number."""
    if separator == "-":
        return is_party_issuer(word) and in_print(word) == word
    return separator == "/" and word.casefold() == "nb"
