"""The book itself: the national law of the term 2025–2030, filled by the modules beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from congress_flow import ALWAYS, Citation, InForce, Level, Rule, Rulebook, Severity, Text
from congress_flow_vn_2020.rules import book as older_book
from congress_flow_vn_2025.instruments import INSTRUMENTS
from congress_flow_vn_2025.readings import Readings2025

# T2025 of the handbook: from directive 35 of 2024 on.
TERM_2025: Final = InForce(date(2024, 6, 14))

book: Final = Rulebook(
    "vn-2025",
    Level.CENTRE,
    TERM_2025,
    title=Text("Quy định của Trung ương, nhiệm kỳ 2025-2030", "National law of the term 2025–2030"),
    version="0.1.0",
    readings=Readings2025,
    instruments=INSTRUMENTS,
)

_OLDER: Final[Mapping[str, Rule]] = {rule.id.partition("/")[2]: rule for rule in older_book.rules}


def carry_over(
    name: str,
    *,
    cites: Citation | tuple[Citation, ...],
    in_force: InForce = ALWAYS,
    severity: Severity | None = None,
    encodes: Iterable[str] | None = None,
) -> None:
    """Write the rule *name* of vn-2020 into this book: the same demand, now by the text cited.

    Steps, title, subject and function are those of the older rule; severity and what it encodes
    too, unless given. It is asked with the readings of this book.
    """
    older = _OLDER[name]
    book.rule(
        *older.steps,
        cites=cites,
        title=older.title,
        severity=older.severity if severity is None else severity,
        in_force=in_force,
        subject=older.subject,
        encodes=older.encodes if encodes is None else encodes,
    )(older.function)
