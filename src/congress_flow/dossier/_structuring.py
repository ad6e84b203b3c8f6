"""From the values of a TOML file to frozen classes: strict, and with every problem at once.

`"unknown"` becomes None, `"none"` the empty value of its type; nothing is converted otherwise: a
number is no text, and a yes or no is no number. What does not fit is a `Problem` with the path to
the spot.
"""

from __future__ import annotations

import collections.abc
import difflib
import types
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from typing import Any, Final, TypeGuard, TypeVar, Union, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn, override

from congress_flow._text import Text
from congress_flow.errors import Problem, UsageError

T = TypeVar("T")

UNKNOWN: Final = "unknown"
NONE: Final = "none"


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


def _shown(value: object) -> str:
    words = repr(value) if not isinstance(value, date) else value.isoformat()
    return words if len(words) <= 40 else f"{words[:40]}…"  # noqa: PLR2004 - to be read


def _must_be(vi: str, en: str, value: object) -> Misfit:
    shown = _shown(value)
    return Misfit(Text(f"phải là {vi}, không phải {shown}", f"must be {en}, not {shown}"))


def _whole(value: object, _: type) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _must_be("số nguyên", "a whole number", value)
    return value


def _yes_or_no(value: object, _: type) -> bool:
    if value == NONE:
        return False
    if not isinstance(value, bool):
        raise _must_be("true hoặc false", "true or false", value)
    return value


def _words(value: object, _: type) -> str:
    if not isinstance(value, str):
        raise _must_be("chữ trong ngoặc kép", "words in quotes", value)
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
        raise _must_be("ngày, như 2020-05-28", "a day such as 2020-05-28", value)
    return value


def _exact(value: object, _: type) -> Fraction:
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    raise _must_be("số", "a number", value)


def _enum_hook(enum: type[Enum]) -> Callable[[object, type], Enum]:
    members: dict[object, Enum] = {member.value: member for member in enum}

    def structure(value: object, _: type) -> Enum:
        found = members.get(value) if isinstance(value, str | int) else None
        if found is not None:
            return found
        names = [str(known) for known in members]
        listed = ", ".join(names)
        text = Text(
            f"{_shown(value)} không thuộc: {listed}", f"{_shown(value)} is none of: {listed}"
        )
        raise Misfit(with_hint(text, nearest(str(value), names)))

    return structure


def is_optional(kind: Any) -> bool:  # noqa: ANN401 - a type in the way of cattrs
    """Return whether a type takes None: whether its value may be unknown."""
    return get_origin(kind) in {Union, types.UnionType} and type(None) in get_args(kind)


def _is_list(kind: Any) -> bool:  # noqa: ANN401
    return get_origin(kind) is tuple and get_args(kind)[1:] == (Ellipsis,)


def _is_map(kind: Any) -> bool:  # noqa: ANN401
    return get_origin(kind) is collections.abc.Mapping


def empty_of(kind: Any) -> object:  # noqa: ANN401
    """Return what `"none"` means for a type: nothing of it. A day or a table has no such value."""
    if kind is str:
        return ""
    if kind is bool:
        return False
    if kind in {int, Fraction}:
        return kind(0)
    if _is_list(kind):
        return ()
    if _is_map(kind):
        return {}
    return None


def make_converter(
    by_name: Mapping[type[Any], Callable[[str], dict[str, Any]]] | None = None,
) -> cattrs.Converter:
    """Return a converter; *by_name* finds the facts of a class by an id."""
    converter = cattrs.Converter(detailed_validation=True, forbid_extra_keys=True)
    for kind, hook in (
        (int, _whole),
        (bool, _yes_or_no),
        (str, _words),
        (date, _day),
        (Fraction, _exact),
    ):
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(
        lambda kind: isinstance(kind, type) and issubclass(kind, Enum), _enum_hook
    )
    _register_classes(converter, by_name or {})
    _register_lists(converter)
    _register_maps(converter)
    _register_optionals(converter)
    return converter


def _register_classes(
    converter: cattrs.Converter, by_name: Mapping[type[Any], Callable[[str], dict[str, Any]]]
) -> None:
    def factory(kind: type[Any]) -> Callable[[Any, Any], Any]:
        fields = attrs.fields(kind)
        special = {field.name: _override(field) for field in fields}
        generated = make_dict_structure_fn(kind, converter, **special)
        named = by_name.get(kind)
        takes_rest = any("rest" in field.metadata for field in fields)
        known = {
            table_key(field) for field in fields if not field.metadata.keys() & {"rest", "place"}
        }

        def structure(value: Any, _: Any) -> Any:  # noqa: ANN401
            if named is not None and isinstance(value, str):
                value = named(value)
            row = table_of(value)
            if row is None:
                raise _must_be("bảng có các khóa", "a table of keys", value)
            return generated(_with_rest(row, known) if takes_rest else row, kind)

        return structure

    converter.register_structure_hook_factory(attrs.has, factory)


def _with_rest(row: Mapping[str, Any], known: Collection[str]) -> dict[str, Any]:
    facts = {key: each for key, each in row.items() if key not in known}
    return {**{key: each for key, each in row.items() if key in known}, "facts": facts}


def _override(field: attrs.Attribute[Any]) -> Any:  # noqa: ANN401 - of cattrs
    hook = field.metadata.get("hook") or (_as_it_is if "rest" in field.metadata else None)
    return override(
        rename=table_key(field), struct_hook=hook, omit="place" in field.metadata or None
    )


def _as_it_is(value: object, _: object) -> object:
    return value


def _register_lists(converter: cattrs.Converter) -> None:
    def factory(kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401
        element = get_args(kind)[0]
        whole: Any = types.GenericAlias(list, (element,))
        inner = converter.get_structure_hook(whole)

        def structure(value: Any, _: Any) -> tuple[Any, ...]:  # noqa: ANN401
            if value == NONE:
                return ()
            if isinstance(value, str) and value != UNKNOWN:
                value = [value]
            rows = list_of(value)
            if rows is None:
                raise _must_be("danh sách [ … ]", "a list [ … ]", value)
            return tuple(inner(rows, whole))

        return structure

    converter.register_structure_hook_factory(_is_list, factory)


def _register_maps(converter: cattrs.Converter) -> None:
    def factory(kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401
        whole: Any = types.GenericAlias(dict, get_args(kind))
        inner = converter.get_structure_hook(whole)

        def structure(value: Any, _: Any) -> dict[Any, Any]:  # noqa: ANN401
            if value == NONE:
                return {}
            table = table_of(value)
            if table is None:
                raise _must_be("bảng có các khóa", "a table of keys", value)
            found: dict[Any, Any] = inner(table, whole)
            return found

        return structure

    converter.register_structure_hook_factory(_is_map, factory)


def _register_optionals(converter: cattrs.Converter) -> None:
    def factory(kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401
        known = tuple(each for each in get_args(kind) if each is not type(None))
        inner = known[0] if len(known) == 1 else Union[known]  # noqa: UP007 - made at run time
        structure_known = converter.get_structure_hook(inner)
        empty = empty_of(inner)
        values: set[Any] = _enum_values(inner)

        def structure(value: Any, _: Any) -> Any:  # noqa: ANN401
            if value is None or (value == UNKNOWN and UNKNOWN not in values):
                return None
            if value == NONE and NONE not in values:
                return empty
            return structure_known(value, inner)

        return structure

    converter.register_structure_hook_factory(is_optional, factory)


def _enum_values(kind: Any) -> set[Any]:  # noqa: ANN401
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value for member in kind}
    return set()


def structured(
    converter: cattrs.Converter, value: object, kind: type[T], path: str
) -> T | tuple[Problem, ...]:
    """Return *value* as a *kind*, or all problems that stand in the way."""
    try:
        return converter.structure(value, kind)
    except (*_OF_CATTRS, *_OF_VALUES) as error:
        return tuple(problems_of(error, path))


_OF_CATTRS: Final = (ClassValidationError, IterableValidationError, ForbiddenExtraKeysError)
# What a class may raise that does not like its values.
_OF_VALUES: Final = (ValueError, TypeError, KeyError, UsageError)


def problems_of(error: BaseException, path: str) -> Iterator[Problem]:
    """Yield what an error of cattrs holds, each with the path to the spot from *path* on."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        for each in error.exceptions:
            yield from problems_of(each, path + _further(each, error))
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [table_key(field) for field in attrs.fields(error.cl)]
        for name in sorted(error.extra_fields, key=str):
            text = Text("không có khóa này", "there is no such key")
            yield Problem(_joined(path, name), with_hint(text, nearest(name, known)))
    elif isinstance(error, Misfit):
        yield Problem(path, error.text)
    elif isinstance(error, KeyError):
        yield Problem(path, Text("phải có", "must be given"))
    elif isinstance(error, _OF_VALUES):
        why = error.args[0] if error.args else error  # attrs puts more behind the words
        yield Problem(path, Text(f"không hợp lệ: {why}", f"not valid: {why}"))
    else:  # a fault of this library, not of the input
        raise error


def _further(error: BaseException, inside: ClassValidationError | IterableValidationError) -> str:
    """The way from an error's whole to its part: a key, a place in a list, or none."""
    notes: list[Any] = getattr(error, "__notes__", [])
    if not notes:
        return ""
    note = notes[0]
    if isinstance(inside, ClassValidationError):
        fields = {field.name: table_key(field) for field in attrs.fields(inside.cl)}
        return f".{fields[note.name]}"
    return f"[{note.index}]" if isinstance(note.index, int) else f".{note.index}"


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
