"""Setting one fact of a dossier otherwise, for a question: `id.field=value`, the value as TOML."""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, get_args

import attrs

from congress_flow._text import Text, nfc
from congress_flow.dossier._reading import FIELDS, Source
from congress_flow.dossier._syntax import number
from congress_flow.dossier._values import (
    as_toml,
    list_of,
    nearest,
    table_key,
    table_of,
    with_hint,
)
from congress_flow.errors import BadInput, Problem

_ROW: Final = re.compile(r"([A-Za-z0-9_-]+)\[(\d{1,6})\]")
_SEGMENT: Final = re.compile(r'\.?(?:"([^"]+)"|([^.\[\]"]+)|\[(\d{1,6})\])')

Key = str | int


@attrs.frozen(slots=True, weakref_slot=False)
class FactSet:
    """A fact that was set otherwise: where, what stood there (None: nothing), what stands there."""

    path: str
    before: str | None
    after: str


def with_facts(told: Source, settings: Iterable[str]) -> tuple[Source, tuple[FactSet, ...]]:
    """Return the source with facts set as `id.field=value` says, and what was set.

    `id` is an id of the file, the name of a table that stands once, or a row by its number, such as
    `act[17]`. Raises `BadInput` for settings that cannot be read, or lead nowhere.
    """
    raw: dict[str, Any] = copy.deepcopy(dict(told.raw))
    done: list[FactSet] = []
    problems: list[Problem] = []
    for setting in settings:
        try:
            fact = _set(raw, nfc(setting))
        except BadInput as bad:
            problems += bad.problems
            continue
        if any(fact.path == each.path for each in done):
            twice = Text("đặt hai lần: chỉ được một", "is set twice: it can be but one")
            problems.append(Problem(fact.path, twice))
        done.append(fact)
    if problems:
        raise BadInput(problems)
    return attrs.evolve(told, raw=raw), tuple(done)


def _bad(path: str, vi: str, en: str, hint: Text | None = None) -> BadInput:
    return BadInput([Problem(path, with_hint(Text(vi, en), hint))])


def _set(raw: dict[str, Any], setting: str) -> FactSet:
    path, equals, words = setting.partition("=")
    path = path.strip()
    if not equals or not path:
        raise _bad(setting, "phải viết mã.trường=giá_trị", "must be written id.field=value")
    value = _value(path, words.strip())
    head, rest = _head(raw, path)
    keys = _keys(path, rest)
    place, row = _row(raw, head, keys[0])
    inside: Any = row
    for key in keys[:-1]:
        inside = _step(path, inside, key)
    before = _step(path, inside, keys[-1])
    inside[keys[-1]] = value
    further = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
    # A key that was not there yet is an empty table now: nothing stood there.
    return FactSet(f"{place}{further}", None if before == {} else as_toml(before), as_toml(value))


def _value(path: str, words: str) -> object:
    try:
        told = tomllib.loads(f"value = {words}", parse_float=number)
    except (ValueError, RecursionError):
        told = {}
    if told.keys() != {"value"}:
        raise _bad(
            path,
            f"“{words}” không phải giá trị TOML: chữ phải để trong ngoặc kép, ngày viết 2020-05-28",
            f"“{words}” is no value of TOML: words stand in quotes, a day is 2020-05-28",
        )
    return told["value"]


def _head(raw: Mapping[str, Any], path: str) -> tuple[str, str]:
    """Split *path* into the id, or table, with which it begins, and the rest."""
    named = {name for name, _, _ in _ids(raw)}
    heads = [name for name in named if path.startswith(f"{name}.")]
    if heads:
        head = max(heads, key=len)
        return head, path[len(head) :]
    numbered = _ROW.match(path)
    if numbered is not None:
        return numbered[0], path[numbered.end() :]
    head, _, _ = path.partition(".")
    if table_of(raw.get(head)) is None:
        known = {*named, *(name for name, value in raw.items() if table_of(value) is not None)}
        raise _bad(
            path,
            f"không có mã “{head}”",
            f"there is no id “{head}”",
            nearest(head, known),
        )
    return head, path[len(head) :]


def _ids(raw: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield every id of the file, with the path to its row and the row."""
    for table, value in raw.items():
        rows = list_of(value)
        for index, each in enumerate([value] if rows is None else rows):
            row = table_of(each)
            if row is not None and isinstance(row.get("id"), str):
                yield row["id"], table if rows is None else f"{table}[{index}]", row


def _keys(path: str, rest: str) -> list[Key]:
    keys: list[Key] = []
    at = 0
    while found := _SEGMENT.match(rest, at):
        keys.append(int(found[3]) if found[3] else found[1] or found[2].strip())
        at = found.end()
    if not keys or at < len(rest) or isinstance(keys[0], int):
        raise _bad(path, "thiếu tên trường, như act[17].on", "names no field, such as act[17].on")
    return keys


def _row(raw: dict[str, Any], head: str, key: Key) -> tuple[str, dict[str, Any]]:
    """Return the row that *head* names, with its path. Of two the one that has the key is meant."""
    numbered = _ROW.fullmatch(head)
    if numbered is not None:
        rows = list_of(raw.get(numbered[1])) or []
        if int(numbered[2]) >= len(rows):
            raise _bad(
                head,
                f"không có dòng này: [[{numbered[1]}]] có {len(rows)} dòng, đánh số từ 0",
                f"there is no such row: [[{numbered[1]}]] has {len(rows)}, numbered from 0",
            )
        return head, rows[int(numbered[2])]
    found = [(path, row) for name, path, row in _ids(raw) if name == head]
    single = table_of(raw.get(head))
    if single is not None and all(row is not single for _, row in found):
        found.append((head, single))
    # What neither has, a [[case]] may take: its keys are the facts of its subject.
    return min(
        found,
        key=lambda each: (key not in each[1], key not in _known(each[0]), not _is_case(each[0])),
    )


def _is_case(path: str) -> bool:
    return path.partition("[")[0] == "case"


def _known(path: str) -> set[str]:
    """Return the keys that a table takes by its class; a case takes others besides."""
    field = FIELDS.get(path.partition("[")[0])
    kinds: tuple[Any, ...] = () if field is None else (field.type, *get_args(field.type))
    return {table_key(each) for kind in kinds if attrs.has(kind) for each in attrs.fields(kind)}


def _step(path: str, inside: Any, key: Key) -> Any:  # noqa: ANN401 - values of TOML
    """Return what stands under *key*; a table that is not there yet is made."""
    rows, table = list_of(inside), table_of(inside)
    if isinstance(key, int):
        if rows is None or key >= len(rows):
            raise _bad(path, f"không có phần tử [{key}]", f"there is no element [{key}]")
        return rows[key]
    if table is None:
        raise _bad(
            path, f"chỗ này không phải bảng, không có “{key}”", f"no table here, so no “{key}”"
        )
    return table.setdefault(key, {})
