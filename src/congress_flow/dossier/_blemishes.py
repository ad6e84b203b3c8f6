"""Letters and numbers that can stand nowhere in a dossier, whatever table they stand in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

from congress_flow._text import Text
from congress_flow.dossier._values import list_of, must_be, table_of
from congress_flow.errors import Problem

# Letters that a terminal or a reader is led astray by: controls, and those that turn the direction
# of writing. The second pattern also finds them written as escapes, before anything is looked at.
_ASTRAY: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PERHAPS: Final = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\\[uUbfex]")
# What a source prints may be any number.
_ANY_NUMBER: Final = re.compile(r"figure\[\d+\]\.value")


def blemishes(text: str, raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what cannot stand in the file *text*, whose values are *raw*, with the path to it."""
    if not unicodedata.is_normalized("NFC", text):
        yield from _uncomposed(raw)
    if _PERHAPS.search(text):
        yield from _leading_astray(raw)
    yield from _negative(raw)


def _uncomposed(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield one problem for text that is not in composed form; it is often a whole file of it."""
    paths = [path for path, words in _all_words(raw, "") if not _composed(words)]
    if paths:
        more = len(paths) - 1
        yield Problem(
            paths[0],
            Text(
                "chữ ở dạng tổ hợp rời (NFD), phải là dạng dựng sẵn (NFC)"
                + (f"; và {more} chỗ khác" if more else ""),
                "text in decomposed form (NFD), must be composed (NFC)"
                + (f"; and {more} more places" if more else ""),
            ),
        )


def _composed(words: str) -> bool:
    return unicodedata.is_normalized("NFC", words)


def _leading_astray(raw: Mapping[str, Any]) -> Iterator[Problem]:
    for path, words in _all_words(raw, ""):
        found = _ASTRAY.search(words)
        if found is not None:
            sign = f"U+{ord(found[0]):04X}"
            text = Text(f"có ký tự điều khiển {sign}", f"holds the control character {sign}")
            yield Problem(_ASTRAY.sub("�", path), text)


def _all_words(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Yield all words in *value*, the keys of tables too, each with its path."""
    if isinstance(value, str):
        yield path, value
    for further, key, each in _parts(value, path):
        if key:
            yield further, key
        yield from _all_words(each, further)


def _parts(value: object, path: str) -> Iterator[tuple[str, str, object]]:
    """Yield what *value* holds: the path to it, its key (empty in a list), and it itself."""
    for index, each in enumerate(list_of(value) or ()):
        yield f"{path}[{index}]", "", each
    for key, each in (table_of(value) or {}).items():
        yield f"{path}.{key}" if path else key, key, each


def _negative(raw: Mapping[str, Any]) -> Iterator[Problem]:
    for path, number in _below_zero(raw, ""):
        if not _ANY_NUMBER.fullmatch(path):
            yield Problem(path, must_be("số từ 0 trở lên", "a number from 0 up", number).text)


def _below_zero(value: object, path: str) -> Iterator[tuple[str, int | Fraction]]:
    if isinstance(value, int | Fraction) and value < 0:
        yield path, value
    for further, _, each in _parts(value, path):
        yield from _below_zero(each, further)
