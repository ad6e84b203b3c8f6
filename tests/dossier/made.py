"""Small dossiers for tests, as values that are written out as TOML and read again."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from congress_flow.dossier import Dossier, parse
from congress_flow.dossier._values import list_of, table_of
from congress_flow.errors import BadInput
from tests.dossier.law import GATES

Raw = dict[str, Any]

BARE: Final[Raw] = {
    "dossier": {"format": "congress-dossier", "version": 1, "id": "mau", "title": "Hồ sơ mẫu"},
    "organisation": {
        "id": "dang-bo",
        "name": "Đảng bộ Mẫu",
        "level": "grassroots",
        "committee": "dang-uy",
        "standing_committee": "ban-thuong-vu",
        "superior": "cap-tren",
        "cells": 2,
    },
    "congress": {"planned_opening": date(2020, 5, 28), "term": "2020-2025"},
    "actor": [
        {"id": "dang-uy", "kind": "committee"},
        {"id": "ban-thuong-vu", "kind": "standing committee", "of": "dang-bo"},
        {"id": "cap-tren", "kind": "committee"},
    ],
}
"""A dossier in which nothing has been done yet."""


def bare(**tables: Any) -> Raw:
    """Return a copy of `BARE` with tables added, or put in place of its own."""
    return copy.deepcopy({**BARE, **tables})


def recorded(**tables: Any) -> Raw:
    """Return a dossier in which every gate of the small law is on record."""
    act = {
        "case": "preparation",
        "does": "inspect",
        "on": date(2020, 3, 1),
        "by": "standing_committee",
        "matter": "".join(f"{gate} " for gate in GATES),
    }
    made = bare(**tables)
    made["act"] = [act, *made.get("act", ())]
    return made


def attested(**tables: Any) -> Raw:
    """Return a dossier in which a source says of every gate that it is done."""
    rows = [{"id": gate, "says": "done", "source": "A"} for gate in GATES]
    return bare(**{"keys": {"A": "Bài báo"}, "gate": rows, **tables})


def written(raw: Raw) -> bytes:
    """Return a dossier as the bytes of its file, laid out as people do: one fact a line."""
    return "".join(_laid_out(raw)).encode()


def _laid_out(raw: Raw) -> Iterator[str]:
    for name, value in raw.items():
        if not _tables(value):
            yield f"{name} = {_value(value)}\n"
    for name, value in raw.items():
        for row in _tables(value):
            yield f"\n[[{name}]]\n" if isinstance(value, list) else f"\n[{name}]\n"
            yield from (f"{_value(key)} = {_value(each)}\n" for key, each in row.items())


def _tables(value: object) -> list[Raw]:
    rows = [value] if list_of(value) is None else list_of(value) or []
    tables = [table_of(row) for row in rows]
    return [row for row in tables if row is not None]


def _value(value: object) -> str:
    table, rows = table_of(value), list_of(value)
    if table is not None:
        return "{ " + ", ".join(f"{_value(key)} = {_value(table[key])}" for key in table) + " }"
    if rows is not None:
        return f"[{', '.join(map(_value, rows))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def made(raw: Raw) -> Dossier:
    """Return the dossier that *raw* stands for."""
    return parse(written(raw), ())


def problems(content: Raw | bytes | str) -> list[tuple[str, str]]:
    """Return path and English words of everything that is wrong with a dossier."""
    if isinstance(content, str):
        content = content.encode()
    data = content if isinstance(content, bytes) else written(content)
    try:
        parse(data, ())
    except BadInput as bad:
        return [(each.path, each.text.en) for each in bad.problems]
    return []
