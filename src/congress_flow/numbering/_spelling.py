"""Two spellings of one word: old and new place of the tone mark, composed and decomposed."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# The marks of the five tones that are written: grave, acute, hook, tilde, dot below.
_TONES: Final = "\u0300\u0301\u0309\u0303\u0323"
_OPEN: Final = re.compile(rf"(?<![qQ])([oO][aAeE]|[uU][yY])([{_TONES}])(?![^\W\d_])")
_SPACES: Final = re.compile(r"\s+")


def newer_spelling(text: str) -> str:
    """Return *text* in NFC with the tone on the first vowel of oa, oe, uy in open syllables.

    `uỷ` becomes `ủy`, `hoà` `hòa`, `khoẻ` `khỏe`; `hoàn`, `quý` and `khuỷu` stay.
    """
    decomposed = unicodedata.normalize("NFD", text)
    moved = _OPEN.sub(lambda found: f"{found[1][0]}{found[2]}{found[1][1]}", decomposed)
    return unicodedata.normalize("NFC", moved)


def same_text(one: str, other: str) -> bool:
    """Return whether two texts differ only in composition, spaces and the place of the tone.

    Words that differ in any mark stay different: `thuỷ` is not `thuý`. Case counts.
    """
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return _SPACES.sub(" ", newer_spelling(text)).strip()
