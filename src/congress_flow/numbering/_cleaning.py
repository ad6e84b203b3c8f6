"""Text as it should have been typed, with what was mended at each letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

import attrs

from congress_flow.numbering._number import Repair

# U+00A0, U+202F, U+2007, U+2009, U+3000: no-break, narrow, figure, thin, ideographic.
_SPACES: Final = frozenset("\u00a0\u202f\u2007\u2009\u3000")
_ONE_FOR_ONE: Final = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", ("-", Repair.DASH)),
    **dict.fromkeys("\u2044\u2215", ("/", Repair.SLASH)),
    **dict.fromkeys("\u00d0\u0189", ("Đ", Repair.LOOK_ALIKE_D)),
    **dict.fromkeys("\u00f0\u0256", ("đ", Repair.LOOK_ALIKE_D)),
    **dict.fromkeys(_SPACES, (" ", Repair.NBSP)),
}


@attrs.frozen(slots=True, weakref_slot=False)
class Cleaned:
    """A text and, letter by letter, the repairs it took to get there."""

    text: str
    repairs: tuple[frozenset[Repair], ...]

    def within(self, start: int, end: int) -> set[Repair]:
        """Return the repairs made between two places."""
        return set[Repair]().union(*self.repairs[start:end])


def clean(text: str) -> Cleaned:
    """Compose *text*, drop what cannot be seen, and read look-alikes of `-`, `/`, `Đ` and space."""
    letters: list[str] = []
    repairs: list[frozenset[Repair]] = []
    unseen = False
    for cluster, hidden in _clusters(text):
        if not cluster:
            unseen = True
            continue
        mended: set[Repair] = set()
        if hidden or unseen:
            mended.add(Repair.INVISIBLE)
        composed = unicodedata.normalize("NFC", cluster)
        if composed != cluster:
            mended.add(Repair.NFC)
        unseen = False
        for letter in composed:
            meant, repair = _ONE_FOR_ONE.get(letter, (letter, None))
            letters.append(meant)
            repairs.append(frozenset(mended if repair is None else {*mended, repair}))
    return Cleaned("".join(letters), tuple(repairs))


def _clusters(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each letter with its marks, without what is invisible, and whether there was such."""
    cluster, hidden = "", False
    for letter in text:
        if unicodedata.category(letter) == "Cf":
            # Between a letter and its marks, or after both: seen to belong to that letter.
            hidden = True
        elif unicodedata.combining(letter) and cluster:
            cluster += letter
        else:
            if cluster or hidden:
                yield cluster, hidden
            cluster, hidden = letter, False
    if cluster or hidden:
        yield cluster, hidden
