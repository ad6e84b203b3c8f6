"""Whether the rows of a dossier hang together: each id there once, and each reference to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from congress_flow._text import Text
from congress_flow.dossier._dossier import Tables
from congress_flow.dossier._subjects import SINGLE
from congress_flow.dossier._tables import Row
from congress_flow.dossier._values import LACKING, list_of, nearest, table_key, table_of, with_hint
from congress_flow.errors import Problem

# Which keys of which table hold ids, and of which tables (empty: of any).
_REFERENCES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "organisation": {"committee": (), "standing_committee": (), "superior": ()},
    "actor": {"of": (), "persons": ()},
    "document": {"by": ()},
    "relation": {"from": ("document",), "to": ("document",)},
    "event": {"by": (), "to": (), "documents": ("document",), "persons": ()},
    "gate": {"evidence": ()},
    "candidate": {"person": ("person",), "contest": ("contest",), "nominated_by": ("person",)},
    "step_vote": {"agree": ("person",), "passed": ("person",), "added": ("person",)},
    "contest": dict.fromkeys(
        ("list", "prepared", "counting_board", "declared", "declared_alternates"), ("person",)
    ),
    "opinion": {"document": ("document",)},
    "complaint": {"persons": ("person",)},
}
# Their rows may be cases, and a case is known by its id alone. A [[case]] may say more of one.
CASE_TABLES: Final = ("document", "cell", "contest", "complaint")


def reference_problems(tables: Tables, raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what does not hang together. *raw* tells the ids of rows that have other problems."""
    ids = {name: list(_ids(rows)) for name, rows in raw.items()}
    yield from _doubled(ids)
    yield from _misnamed(ids)
    everywhere = {each for found in ids.values() for each, _ in found}
    for row in _all_rows(tables):
        table = row.place.partition("[")[0]
        for key, of in _REFERENCES.get(table, {}).items():
            known = {each for name in of for each, _ in ids.get(name, ())} if of else everywhere
            yield from _missing(row, key, known)
    yield from _sources(tables, {each for each, _ in ids.get("article", ())})
    yield from _wished_for(tables, everywhere | raw.keys())
    for gate in tables.gates:
        if not gate.id:
            yield Problem(f"{gate.place}.id", LACKING)
    yield from _votes(tables, {each for each, _ in ids.get("person", ())})
    yield from _standing_twice(tables)


def _ids(rows: object) -> Iterator[tuple[str, int]]:
    for index, row in enumerate(list_of(rows) or [rows]):
        found = (table_of(row) or {}).get("id")
        if isinstance(found, str):
            yield found, index


def _doubled(ids: Mapping[str, list[tuple[str, int]]]) -> Iterator[Problem]:
    cases: dict[str, str] = {}
    for table, found in ids.items():
        own: dict[str, str] = {}
        before = cases if table in CASE_TABLES else own
        for each, index in found:
            place = f"{table}[{index}]"
            if each in before:
                yield Problem(
                    f"{place}.id",
                    Text(
                        f"mã “{each}” đã dùng ở {before[each]}",
                        f"the id “{each}” is used already in {before[each]}",
                    ),
                )
            before.setdefault(each, place)


def _misnamed(ids: Mapping[str, list[tuple[str, int]]]) -> Iterator[Problem]:
    for table, found in ids.items():
        for each, index in found:
            path = f"{table}[{index}].id"
            if table in CASE_TABLES and each in SINGLE:
                text = Text(
                    f"“{each}” là mã của một phần việc hồ sơ nào cũng có: đặt mã khác",
                    f"“{each}” is the id of a case that every dossier has: take another",
                )
                yield Problem(path, text)
            if "".join(each.splitlines()) != each or "\t" in each:
                yield Problem(
                    path, Text("phải là tên ngắn trên một dòng", "must be a short name on one line")
                )


def _standing_twice(tables: Tables) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], str] = {}
    for row in tables.candidates:
        stands = (row.person, row.contest, row.track)
        if row.contest is not None and stands in seen:
            text = Text(
                f"“{row.person}” đã có trong danh sách này ở {seen[stands]}",
                f"“{row.person}” stands in this contest and track already in {seen[stands]}",
            )
            yield Problem(f"{row.place}.person", text)
        seen.setdefault(stands, row.place)


def _all_rows(tables: Tables) -> Iterator[Any]:
    for field in attrs.fields(Tables):
        value: Any = getattr(tables, field.name)
        if field.default == ():
            yield from value
        elif isinstance(value, Row):
            yield value


def _value(row: Any, key: str) -> Any:  # noqa: ANN401 - a row of any table
    return getattr(row, key, None) if hasattr(row, key) else getattr(row, f"{key}_")


def _missing(row: Any, key: str, known: Iterable[str]) -> Iterator[Problem]:  # noqa: ANN401
    value = _value(row, key)
    wanted: Iterable[Any] = (value,) if isinstance(value, str) else value or ()
    for each in wanted:
        if each and each not in known:
            yield _no_such(f"{row.place}.{key}", each, known)


def _no_such(path: str, wanted: str, known: Iterable[str]) -> Problem:
    text = Text(f"không có mã “{wanted}”", f"there is no id “{wanted}”")
    return Problem(path, with_hint(text, nearest(wanted, known)))


def _sources(tables: Tables, articles: set[str]) -> Iterator[Problem]:
    known = {*tables.keys, *articles}
    for row in _all_rows(tables):
        for key in getattr(row, "source", ()):
            if key not in known:
                text = Text(f"không có nguồn “{key}” trong [keys]", f"no source “{key}” in [keys]")
                yield Problem(f"{row.place}.source", with_hint(text, nearest(key, known)))


def _wished_for(tables: Tables, known: set[str]) -> Iterator[Problem]:
    # Names of tables may be given although the dossier has no such table: that is what is unknown.
    names = {table_key(field) for field in attrs.fields(Tables)}
    for row in tables.unknowns:
        for each in row.for_:
            if each not in known | names:
                yield _no_such(f"{row.place}.for", each, known | names)


def _votes(tables: Tables, persons: set[str]) -> Iterator[Problem]:
    for contest in tables.contests:
        for index, each in enumerate(contest.rounds):
            for name in sorted({*(each.votes or {}), *(each.marks or {})} - persons):
                yield _no_such(f"{contest.place}.round[{index}].votes", name, persons)
