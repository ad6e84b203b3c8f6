"""Small dossiers for tests, as values that are written out as TOML and read again."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from congress_flow.dossier import Dossier, parse
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
    tables = {name: value if isinstance(value, list) else [value] for name, value in raw.items()}
    plain = [name for name, rows in tables.items() if not all(isinstance(r, dict) for r in rows)]
    yield from (f"{name} = {_value(raw[name])}\n" for name in plain)
    for name in [each for each in raw if each not in plain]:
        for row in tables[name]:
            yield f"\n[[{name}]]\n" if isinstance(raw[name], list) else f"\n[{name}]\n"
            yield from (f"{_value(key)} = {_value(each)}\n" for key, each in row.items())


def _value(value: Any) -> str:
    match value:
        case dict():
            return "{ " + ", ".join(f"{_value(k)} = {_value(v)}" for k, v in value.items()) + " }"
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case bool():
            return str(value).lower()
        case str():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


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
