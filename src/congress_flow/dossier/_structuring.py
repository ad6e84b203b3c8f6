"""From the values of a TOML file to frozen classes: strict, and with every problem at once.

`"unknown"` becomes None, `"none"` the empty value of its type; nothing is converted otherwise: a
number is no text, and a yes or no is no number. What does not fit is a `Problem` with the path to
the spot.
"""

from __future__ import annotations

import collections.abc
import types
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationError,
)

from congress_flow._text import Text
from congress_flow.dossier._values import (
    LACKING,
    LEAVES,
    NONE,
    UNKNOWN,
    Misfit,
    list_of,
    must_be,
    nearest,
    shown,
    table_key,
    table_of,
    with_hint,
)
from congress_flow.errors import Problem, UsageError

T = TypeVar("T")


def _enum_hook(enum: type[Enum]) -> Callable[[object, type], Enum]:
    members: dict[object, Enum] = {member.value: member for member in enum}

    def structure(value: object, _: type) -> Enum:
        found = members.get(value) if isinstance(value, str | int) else None
        if found is not None:
            return found
        names = [str(known) for known in members]
        listed = ", ".join(names)
        text = Text(f"{shown(value)} không thuộc: {listed}", f"{shown(value)} is none of: {listed}")
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


_OF_CATTRS: Final = (ClassValidationError, IterableValidationError)
# What a class may raise that does not like its values.
_OF_VALUES: Final = (ValueError, TypeError, KeyError, UsageError)


def make_converter(
    by_name: Mapping[type[Any], Callable[[str], dict[str, Any]]] | None = None,
) -> cattrs.Converter:
    """Return a converter; *by_name* finds the facts of a class by an id."""
    converter = cattrs.Converter(detailed_validation=True)
    for kind, hook in LEAVES.items():
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
    """Let classes be made key by key.

    cattrs would write and compile a function for each class, which takes longer than it saves:
    most classes are made a few times, out of a few of their keys.
    """

    def factory(kind: type[Any]) -> Callable[[Any, Any], Any]:
        made = _Class(converter, kind)
        named = by_name.get(kind)

        def structure(value: Any, _: Any) -> Any:  # noqa: ANN401
            if named is not None and isinstance(value, str):
                value = named(value)
            row = table_of(value)
            if row is None:
                raise must_be("bảng có các khóa", "a table of keys", value)
            return made.of(row)

        return structure

    converter.register_structure_hook_factory(attrs.has, factory)


class _Class:
    """How one class is made out of a table."""

    def __init__(self, converter: cattrs.Converter, kind: type[Any]) -> None:
        self._converter = converter
        self._kind = kind
        fields = attrs.fields(attrs.resolve_types(kind))
        self._rest = next((each.name for each in fields if "rest" in each.metadata), None)
        self._fields = {
            table_key(each): each for each in fields if not each.metadata.keys() & {"rest", "place"}
        }
        self._required = [
            key for key, each in self._fields.items() if each.default is attrs.NOTHING
        ]
        self._hooks: dict[str, Callable[[Any, Any], Any]] = {}

    def of(self, row: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a value of the class
        """Return the table *row* as a value of the class; raises all that is wrong at once."""
        faults: list[Exception] = []
        given: dict[str, Any] = {}
        rest: dict[str, Any] = {}
        for key, value in row.items():
            field = self._fields.get(key)
            if field is None:
                rest[key] = value
                continue
            try:
                hook: Any = self._hook(key, field)
                given[field.alias or field.name] = hook(value, field.type)
            except (*_OF_CATTRS, *_OF_VALUES) as fault:
                faults.append(_noted(fault, key))
        if self._rest is not None:
            given[self._rest] = rest
        else:
            faults += [_noted(self._unknown(key), key) for key in rest]
        lacking = Misfit(LACKING)
        faults += [_noted(lacking, key) for key in self._required if key not in row]
        if faults:
            # pyright looks at the __init__ of all exception groups, not at the __new__ of this one.
            raise ClassValidationError(
                self._kind.__name__,
                faults,
                self._kind,  # pyright: ignore[reportCallIssue]
            )
        return self._kind(**given)

    def _hook(self, key: str, field: attrs.Attribute[Any]) -> Callable[[Any, Any], Any]:
        hook = self._hooks.get(key)
        if hook is None:
            own = field.metadata.get("hook")
            hook = own or self._converter.get_structure_hook(cast("Any", field.type))
            self._hooks[key] = hook
        return hook

    def _unknown(self, key: str) -> Misfit:
        text = Text("không có khóa này", "there is no such key")
        return Misfit(with_hint(text, nearest(key, self._fields)))


def _noted(fault: Exception, key: str) -> Exception:
    """A fault with the key at which it was found, in the way of cattrs."""
    marked = Misfit(fault.text) if isinstance(fault, Misfit) else fault
    marked.add_note(AttributeValidationNote(key, key, None))
    return marked


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
                raise must_be("danh sách [ … ]", "a list [ … ]", value)
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
                raise must_be("bảng có các khóa", "a table of keys", value)
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


def problems_of(error: BaseException, path: str) -> Iterator[Problem]:
    """Yield what an error of cattrs holds, each with the path to the spot from *path* on."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        for each in error.exceptions:
            yield from problems_of(each, path + _further(each))
    elif isinstance(error, Misfit):
        yield Problem(path, error.text)
    elif isinstance(error, _OF_VALUES):
        why = error.args[0] if error.args else error  # attrs puts more behind the words
        yield Problem(path, Text(f"không hợp lệ: {why}", f"not valid: {why}"))
    else:  # a fault of this library, not of the input
        raise error


def _further(part: BaseException) -> str:
    """The way from an error's whole to its part: a key, or a place in a list."""
    note: Any = part.__notes__[-1]
    if isinstance(note, AttributeValidationNote):
        return f".{note.name}"
    return f"[{note.index}]" if isinstance(note.index, int) else f".{note.index}"
