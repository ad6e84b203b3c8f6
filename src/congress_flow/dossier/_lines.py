"""On which line of the file a table or a key stands; tomllib does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import attrs

from congress_flow._text import Text
from congress_flow.dossier._values import list_of, table_of
from congress_flow.errors import Problem

_HEADER: Final = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_-]+)\s*\]\]?\s*(?:#.*)?$")
_ANY_HEADER: Final = re.compile(r"\s*\[[^=]*\]\s*(?:#.*)?$")
_KEY: Final = re.compile(r"\s*([A-Za-z0-9_-]+)\s*[.=]")
_PLACE: Final = re.compile(r"([A-Za-z0-9_-]+)(?:\[(\d+)\])?(?:\.([A-Za-z0-9_-]+))?")


@attrs.frozen(slots=True, weakref_slot=False)
class Lines:
    """The lines (from 1) on which tables begin, by name and number; empty if that is not sure."""

    headers: Mapping[tuple[str, int], int] = attrs.field(factory=dict[tuple[str, int], int])
    keys: Mapping[tuple[str, int, str], int] = attrs.field(factory=dict[tuple[str, int, str], int])

    @classmethod
    def of(cls, text: str, tables: Mapping[str, Any]) -> Lines:
        """Return the lines of the tables that were read from *text*.

        Words over several lines may look like headers. If the headers found are not the tables
        that were read, nothing is known.
        """
        headers: dict[tuple[str, int], int] = {}
        keys: dict[tuple[str, int, str], int] = {}
        counts: dict[str, int] = {}
        place: tuple[str, int] | None = None
        for number, line in enumerate(text.splitlines(), start=1):
            if header := _HEADER.match(line):
                name = header[2]
                place = (name, counts.get(name, 0))
                counts[name] = place[1] + 1
                headers[place] = number
            elif _ANY_HEADER.match(line):
                place = None
            elif place is not None and (key := _KEY.match(line)):
                keys.setdefault((*place, key[1]), number)
        read = {name: len(rows) for name, value in tables.items() if (rows := _rows(value))}
        return cls(headers, keys) if counts == read else cls()

    def order(self, table: str, index: int) -> int:
        """Return the line of a table, or 0 where it is not known."""
        return self.headers.get((table, index), 0)

    def find(self, path: str) -> int:
        """Return the line to which a path leads, or 0 where it is not known."""
        place = _PLACE.match(path)
        if place is None:
            return 0
        table, index, key = place[1], int(place[2] or 0), place[3]
        header = self.order(table, index)
        return self.keys.get((table, index, key), header) if key else header

    def told(self, problem: Problem) -> Problem:
        """Return *problem* with the line told in its words."""
        line = self.find(problem.path)
        if not line:
            return problem
        text = problem.text
        return Problem(problem.path, Text(f"{text.vi} (dòng {line})", f"{text.en} (line {line})"))


def _rows(value: object) -> list[object]:
    """The tables that stand under one name; none where it is the name of a plain value."""
    rows = list_of(value)
    return [each for each in ([value] if rows is None else rows) if table_of(each) is not None]
