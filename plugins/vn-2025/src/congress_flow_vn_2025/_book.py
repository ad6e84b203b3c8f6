"""The book itself: the national law of the term 2025–2030, filled by the modules beside it.

Most rules of 2020 hold on, by other texts. Such a rule is not written anew but carried over: its
demand stays, its citation, span and grade are those of the day. Where the older rule would go on
holding beside it, it is ended, so that of two books exactly one speaks on a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from congress_flow import (
    ALWAYS,
    Citation,
    Citations,
    Confidence,
    InForce,
    Level,
    Rule,
    Rulebook,
    Severity,
    Text,
)
from congress_flow_vn_2020._book import named as named
from congress_flow_vn_2020.rules import book as older_book
from congress_flow_vn_2025.instruments import CT35_2024, CT45_2025, INSTRUMENTS
from congress_flow_vn_2025.readings import Readings2025

# T2025 of the handbook: from directive 35 of 2024 on.
FIRST_DAY: Final = date(2024, 6, 14)
TERM_2025: Final = InForce(FIRST_DAY)

book: Final = Rulebook(
    "vn-2025",
    Level.CENTRE,
    TERM_2025,
    title=Text("Quy định của Trung ương, nhiệm kỳ 2025-2030", "National law of the term 2025–2030"),
    version="0.1.0",
    readings=Readings2025,
    needs=(older_book.id,),  # what of it holds on was not carried over
    instruments=INSTRUMENTS,
)

OLDER: Final[Mapping[str, Rule]] = {rule.id.partition("/")[2]: rule for rule in older_book.rules}


def carry_over(
    name: str,
    *,
    cites: Citation | Citations,
    in_force: InForce = ALWAYS,
    title: Text | None = None,
    severity: Severity | None = None,
    encodes: Iterable[str] | None = None,
    suffix: str = "",
) -> None:
    """Write the rule *name* of vn-2020 into this book: the same demand, now by the text cited.

    Steps, subject and function are those of the older rule; title, severity and what it encodes
    too, unless given. It is asked with the readings of this book. *suffix* is added to its name
    where one older rule becomes several, each by the text of its day. An older rule that would
    still hold when this one begins ends on that day.
    """
    older = OLDER[name]
    book.rule(
        *older.steps,
        cites=cites,
        title=older.title if title is None else title,
        severity=older.severity if severity is None else severity,
        in_force=in_force,
        subject=older.subject,
        encodes=older.encodes if encodes is None else encodes,
    )(named(older.function, name + suffix))
    end_older(name, book.named(name + suffix))


def end_older(name: str, newer: Rule) -> None:
    """End the rule *name* of vn-2020 on the day on which *newer* begins, if it would go on."""
    older, since = OLDER[name], newer.in_force.since
    if since is not None and since in older.in_force:
        book.repeal(older.id, since=since, cites=newer.citations[0])


def by_directive(
    *names: str,
    article: str,
    confidence: Confidence,
    severity: Severity | None = None,
    encodes: Iterable[str] | None = None,
) -> None:
    """Carry rules of directive 35 of 2019 over, each to the two directives that followed it.

    A case that was opened under the one and goes on under the other is judged by that of the day.
    """
    for name in names:
        for directive in (CT35_2024, CT45_2025):
            carry_over(
                name,
                cites=directive.at(article, confidence),
                severity=severity,
                encodes=encodes,
                suffix=f"_{directive.issued[:4]}",
            )
