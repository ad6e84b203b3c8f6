"""The same words in Vietnamese and English, and the one form in which text is kept."""

from __future__ import annotations

import unicodedata
from enum import Enum
from typing import Final, Literal, Self

import attrs

Lang = Literal["vi", "en"]
LANGS: Final[tuple[Lang, ...]] = ("vi", "en")


def nfc(words: str) -> str:
    """Return *words* in composed form (NFC), the only form in which this library keeps text."""
    if words.isascii() or unicodedata.is_normalized("NFC", words):
        return words
    return unicodedata.normalize("NFC", words)


def _words(_instance: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        msg = f"Text.{attribute.name} must hold words, got {value!r}"
        raise TypeError(msg)


@attrs.frozen(slots=True, weakref_slot=False)
class Text:
    """The same words in Vietnamese (`vi`) and English (`en`), both in NFC and never empty.

    Raises `TypeError` where one of the two is missing: a reader of either language is served
    alike.
    """

    vi: str = attrs.field(validator=_words)
    en: str = attrs.field(validator=_words)

    def __attrs_post_init__(self) -> None:
        # Not converters: the validators above must see what the caller wrote.
        object.__setattr__(self, "vi", nfc(self.vi))
        object.__setattr__(self, "en", nfc(self.en))

    def __str__(self) -> str:
        return self.vi

    def within(self, lang: Lang) -> str:
        """Return the words of one language, `"vi"` or `"en"`."""
        return self.vi if lang == "vi" else self.en


class Worded(Enum):
    """An enumeration whose members have words for readers: `HEAD = "head", Text("…", "head")`.

    The value is the first of the two. Raises `TypeError` for a member without words.
    """

    _value_: str
    term: Text

    def __new__(cls, value: str, term: Text | None = None) -> Self:
        # Without words only for type checkers, who take a look-up by value for a call of this.
        if term is None:
            raise TypeError(f"{cls.__name__}: {value!r} needs its words")
        made = object.__new__(cls)
        made._value_ = value
        made.term = term
        return made
