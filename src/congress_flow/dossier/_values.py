"""The values of a TOML file: what is wrong with one, and what each plain type takes."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Final, TypeGuard

import attrs

from congress_flow._text import Text

UNKNOWN: Final = "unknown"
NONE: Final = "none"


LACKING: Final = Text("phải có", "must be given")
"""What is told of a key that is not there and must be."""


class Misfit(ValueError):
    """A value that cannot stand where it stands; `text` says why in both languages."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


def nearest(name: str, known: Iterable[str]) -> Text | None:
    """Return *did you mean …?* for a misspelt name, or None where nothing is near."""
    found = difflib.get_close_matches(name, sorted(known), n=1)
    if not found:
        return None
    return Text(f"có phải là “{found[0]}”?", f"did you mean “{found[0]}”?")


def with_hint(text: Text, hint: Text | None) -> Text:
    """Return *text* with the hint behind it."""
    return text if hint is None else Text(f"{text.vi}; {hint.vi}", f"{text.en}; {hint.en}")


def table_key(field: attrs.Attribute[Any]) -> str:
    """Return the key under which a field stands in the file: `from_` is `from`."""
    named: str | None = field.metadata.get("table")
    return named or field.name.rstrip("_")


def rest() -> Any:  # noqa: ANN401 - as attrs.field
    """Declare the field that takes every key of the table that no other field takes, as it is."""
    return attrs.field(factory=dict[str, object], hash=False, metadata={"rest": True})


def placed() -> Any:  # noqa: ANN401 - as attrs.field
    """Declare the field that says where a row stands in the file; it is no key of the table."""
    return attrs.field(default="", metadata={"place": True})


def table_of(value: object) -> dict[str, Any] | None:
    """Return *value* if it is a table of keys, else None."""
    return value if _is_table_value(value) else None


def list_of(value: object) -> list[Any] | None:
    """Return *value* if it is a list, else None."""
    return value if _is_list_value(value) else None


# Guards of their own, because checkers do not agree on what isinstance makes of `object`.
def _is_table_value(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list_value(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def shown(value: object) -> str:
    """Return a value as it is shown in a message: as in the file, cut short where it is long."""
    words = as_toml(value)
    return words if len(words) <= 40 else f"{words[:40]}…"  # noqa: PLR2004 - to be read


def as_toml(value: object) -> str:
    """Return a value as it is written in TOML."""
    table, rows = table_of(value), list_of(value)
    if table is not None:
        return "{" + ", ".join(f"{key} = {as_toml(each)}" for key, each in table.items()) + "}"
    if rows is not None:
        return f"[{', '.join(map(as_toml, rows))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, Fraction):
        return _decimal(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _decimal(value: Fraction) -> str:
    """Return a fraction that was read from decimals as decimals again."""
    places = 1
    while (value * 10**places).denominator != 1:
        places += 1
    whole, rest = divmod(abs(value * 10**places).numerator, 10**places)
    return f"{'-' if value < 0 else ''}{whole}.{rest:0{places}d}"


def must_be(vi: str, en: str, value: object) -> Misfit:
    """Return that a value is not what it must be."""
    seen = shown(value)
    return Misfit(Text(f"phải là {vi}, không phải {seen}", f"must be {en}, not {seen}"))


def _whole(value: object, _: type) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise must_be("số nguyên", "a whole number", value)
    return value


def _yes_or_no(value: object, _: type) -> bool:
    if value == NONE:
        return False
    if not isinstance(value, bool):
        raise must_be("true hoặc false", "true or false", value)
    return value


def _words(value: object, _: type) -> str:
    if not isinstance(value, str):
        raise must_be("chữ trong ngoặc kép", "words in quotes", value)
    return "" if value == NONE else value


def _day(value: object, _: type) -> date:
    if value == UNKNOWN:
        raise Misfit(Text("phải biết ngày", "the day must be known"))
    if isinstance(value, str):
        raise Misfit(
            Text(
                f"“{value}” không phải là ngày: viết 2020-05-28, không có ngoặc kép",
                f"“{value}” is no day: write 2020-05-28, without quotes",
            )
        )
    if isinstance(value, datetime) or not isinstance(value, date):
        raise must_be("ngày, như 2020-05-28", "a day such as 2020-05-28", value)
    return value


def _exact(value: object, _: type) -> Fraction:
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    raise must_be("số", "a number", value)


LEAVES: Final[Mapping[type[Any], Callable[[object, type], Any]]] = {
    int: _whole,
    bool: _yes_or_no,
    str: _words,
    date: _day,
    Fraction: _exact,
}
"""How each plain type reads a value; it raises `Misfit` for what is none."""
