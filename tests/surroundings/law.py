"""The page that accounts for every row of the handbook: `python -m tests.surroundings.law`.

`docs/reference/law/rows.toml` holds the rows, `docs/reference/law/why_not.toml` says of those that
no rule encodes why none does. `docs/reference/law.md` is written from both and from the rulebooks.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import attrs

from congress_flow import Duty, InForce, Rule, Rulebook, load

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "reference" / "law"
PAGE = ROOT / "docs" / "reference" / "law.md"

# The spans that the handbook names by a word.
_NAMED: Mapping[str, InForce] = {
    "always": InForce(),
    "–": InForce(),
    "as value": InForce(),
    "Charter": InForce(),
    "both": InForce(date(2014, 6, 9)),
    "T2015": InForce(date(2014, 5, 30), date(2019, 5, 30)),
    "T2020": InForce(date(2019, 5, 30), date(2024, 6, 14)),
    "2020": InForce(date(2019, 5, 30), date(2024, 6, 14)),
    "XIII drafts (2020)": InForce(date(2020, 1, 1), date(2021, 1, 1)),
    "T2025": InForce(date(2024, 6, 14)),
    "T2020, T2025": InForce(date(2019, 5, 30)),
    "T2020; QD377-2025": InForce(date(2019, 5, 30)),
    "before 2025-07-01": InForce(None, date(2025, 7, 1)),
    "2025": InForce(date(2025, 1, 1), date(2026, 1, 1)),
    "2024-25": InForce(date(2024, 6, 14), date(2026, 1, 1)),
    "2024-25, local": InForce(date(2024, 6, 14), date(2026, 1, 1)),
    "2021-2025": InForce(date(2021, 1, 1), date(2026, 1, 1)),
    "QD105-2017 on": InForce(date(2017, 12, 19)),
    "QD105-2017; ND138-2020": InForce(date(2017, 12, 19)),
    "QD80-2022 period; ND138-2020": InForce(date(2020, 1, 1), date(2025, 10, 8)),
    "ND138-2020": InForce(date(2020, 1, 1)),
}


# A figure of a province binds its own territory: only a book of that province encodes it.
_LOCAL: Mapping[str, tuple[str, ...]] = {
    "local": ("ha-tinh", "hai-duong"),
    "Đà Nẵng": ("da-nang",),
    "Hà Tĩnh": ("ha-tinh",),
    "Hải Dương": ("hai-duong",),
    "Nghệ An": ("nghe-an",),
    "Thái Nguyên": ("thai-nguyen",),
}


class Row(NamedTuple):
    """One row of the handbook: a parameter in one period, or a guard or invariant."""

    key: str
    id: str
    span: InForce
    words: str
    confidence: str
    citation: str
    group: str


class Account(NamedTuple):
    """What the page says of a row: the rules, duties and readings that encode it, or why none."""

    row: Row
    rules: tuple[str, ...]
    readings: tuple[str, ...]
    why_not: str


def span_of(words: str) -> InForce:
    """Read a span as the handbook writes it: first and last day included, … open."""
    if words in _NAMED:
        return _NAMED[words]
    found = re.match(r"(\d{4})(?:-(\d\d)-(\d\d))? – (…|(\d{4})-(\d\d)-(\d\d))", words)
    if not found:
        raise ValueError(words)
    year, month, day, last = found[1], found[2] or "01", found[3] or "01", found[4]
    until = None if last == "…" else date.fromisoformat(last) + timedelta(days=1)
    return InForce(date(int(year), int(month), int(day)), until)


def rows() -> tuple[Row, ...]:
    """Return every row, in the order of the handbook."""
    known = tomllib.loads((FOLDER / "rows.toml").read_text(encoding="utf-8"))
    parameters = (
        Row(
            f"{each['id']} [{each['level']}; {each['in_force']}]",
            each["id"],
            span_of(each["in_force"]),
            each["value"],
            each["confidence"],
            each["citation"],
            each["section"],
        )
        for each in known["parameter"]
    )
    guards = (
        Row(
            each["row"],
            each["row"],
            InForce(),
            f"{each['event']}: {each['guard']}" if each["event"] else each["guard"],
            each["confidence"],
            each["actor"],
            each["procedure"],
        )
        for each in known["guard"]
    )
    return (*parameters, *guards)


def books() -> tuple[Rulebook[Any], ...]:
    """Return the rulebooks of the plugins in this checkout, those only on offer included."""
    loaded = load()
    return (*loaded.shelf.books, *loaded.optional)


def accounts(found: Iterable[Rulebook[Any]]) -> tuple[Account, ...]:
    """Account for every row by what the books encode."""
    rules: dict[str, list[Rule | Duty]] = defaultdict(list)
    readings: dict[str, list[tuple[str, InForce]]] = defaultdict(list)
    for book in found:
        written: tuple[Rule | Duty, ...] = (*book.rules, *book.duties)
        for each in written:
            for name in each.encodes:
                rules[name].append(each)
        # A book that tightens another has the readings of that.
        if attrs.has(book.readings) and not book.tightens:
            for field in attrs.fields(book.readings):
                if "parameter" in field.metadata:
                    point = (f"{book.id}: {field.name}", book.in_force)
                    readings[field.metadata["parameter"]].append(point)
    why = tomllib.loads((FOLDER / "why_not.toml").read_text(encoding="utf-8"))["why_not"]
    made: list[Account] = []
    for row in rows():
        local = tuple(book for name, of in _LOCAL.items() if name in row.key for book in of)
        encoding = {
            rule.id
            for rule in rules[row.id]
            if (rule.in_force & row.span) is not None and rule.id.startswith(local or "")
        }
        chosen = {
            name for name, span in readings[row.id] if (span & row.span) is not None and not local
        }
        why_not = why.get(row.key, why.get(row.id, ""))
        made.append(Account(row, tuple(sorted(encoding)), tuple(sorted(chosen)), why_not))
    return tuple(made)


def unaccounted(found: Iterable[Account]) -> tuple[str, ...]:
    """Return the keys of rows that no rule encodes, no reading decides and nothing explains."""
    return tuple(a.row.key for a in found if not (a.rules or a.readings or a.why_not))


def page(found: Iterable[Account]) -> str:
    """Return the page in Markdown."""
    lines = [
        "# What of the handbook is law here",
        "",
        "Mỗi dòng của sổ tay và quy tắc, thời hạn thể hiện dòng đó, hoặc lý do không có. / Every",
        "row of the handbook with the rules and duties that encode it (a duty says what falls due;",
        "its name ends in `_due`, `_day` or the like), or why none does. Written by",
        "`python -m tests.surroundings.law`; a test fails when a row has neither.",
        "",
        "Trích dẫn sổ tay nêu trang và dòng. / A citation of the handbook names page and row:",
        "`parameters.md approval.actor` is the row so called below, `procedures.md D5` is row D5",
        "under *document_life*, `procedures.md 6.4` are the rows G1 to G14 under *readiness*.",
    ]
    group = ""
    for account in found:
        row = account.row
        if row.group != group:
            group = row.group
            lines += [
                "",
                f"## {group}",
                "",
                "| row | says | confidence | here |",
                "|---|---|---|---|",
            ]
        here = [*account.rules, *(f"reading {name}" for name in account.readings)]
        cells = (row.key, row.words, row.confidence, ", ".join(here) or account.why_not or "–")
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([*lines, "", "Back to [reference](index.md).", ""])


def main() -> int:
    """Write the page; say which rows are unaccounted for."""
    found = accounts(books())
    PAGE.write_text(page(found), encoding="utf-8")
    lacking = unaccounted(found)
    for key in lacking:
        print(key)  # noqa: T201 - a command
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
