"""No rule, duty or figure cites a text on a day on which it was not issued yet, or had ended."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any, Final

import pytest

from congress_flow import InForce, Instrument, Parameter, Rulebook, Shelf
from congress_flow_thai_binh_2020.readings import READINGS as READINGS_2020
from congress_flow_thai_binh_2020.rules import book as of_thai_binh
from congress_flow_vn_2020.rules import book as older_book
from congress_flow_vn_2025 import ages_law
from congress_flow_vn_2025.handbook_readings import READINGS
from congress_flow_vn_2025.provinces import OPTIONAL_BOOKS
from congress_flow_vn_2025.rules import book

BOOKS: Final[tuple[Rulebook[Any], ...]] = (
    older_book,
    book,
    of_thai_binh,
    *OPTIONAL_BOOKS.values(),
)
SHELF: Final = Shelf(BOOKS, [READINGS_2020, READINGS])
ENDS: Final[dict[Instrument, date]] = {}
for _book in BOOKS:
    for _newer in _book.known:
        for _older in _newer.replaces:
            _since = _newer.in_force.since or _newer.earliest
            ENDS[_older] = min(_since, ENDS.get(_older, _since))


def force(instrument: Instrument) -> InForce:
    """Return the days on which an instrument is in force, as far as the shelf knows."""
    span = instrument.in_force & InForce(instrument.earliest, ENDS.get(instrument))
    assert span is not None
    return span


def outside(span: InForce, instrument: Instrument) -> bool:
    """Return whether some day of *span* lies outside the days of an instrument."""
    return (span & force(instrument)) != span


@pytest.mark.parametrize("issuer", BOOKS, ids=lambda issuer: issuer.id)
def test_what_is_cited_is_in_force_all_the_time(issuer: Rulebook[Any]) -> None:
    """Every citation of a rule or duty, not the first one alone, holds while the rule does."""
    law = [each for each in issuer.law if each.id in SHELF.spans]
    assert law
    wrong = [
        (each.id, str(SHELF.spans[each.id]), citation.instrument.dated)
        for each in law
        for citation in each.citations
        if outside(SHELF.spans[each.id], citation.instrument)
    ]
    assert not wrong


AGES: Final[tuple[Parameter[Any], ...]] = (
    ages_law.MONTHS_FIRST_TIME,
    ages_law.MONTHS_REELECTION,
    ages_law.REFERENCE_MONTH,
    ages_law.WOMAN_TO_60,
)


def test_the_ages_are_cited_by_the_law_of_the_day() -> None:
    """Before 14 April 2025 no directive of that day is cited for what is asked of a person."""
    rows = [(found.id, row) for found in AGES for row in found.rows]
    assert len({row.cites.instrument for _, row in rows}) > 1
    assert not [name for name, row in rows if outside(row.in_force, row.cites.instrument)]


def test_a_text_outside_its_days_would_be_found() -> None:
    """Planted: a day before the issue, and a day after the end, are outside."""
    first = next(each for each in older_book.known if each in ENDS)
    whole = force(first)
    assert not outside(whole, first)
    assert outside(InForce(None, whole.until), first)
    assert outside(InForce(whole.since, None), first)


def test_what_is_written_twice_holds_once() -> None:
    """The same demand by the texts of different days: on no day of one book do two of them hold."""
    twins = 0
    for issuer in BOOKS:
        by_code: dict[object, list[InForce]] = {}
        for rule in issuer.rules:
            span = SHELF.spans.get(rule.id)
            # The gates' and windows' makers write several demands by one piece of code.
            if span is not None and rule.function.__closure__ is None:
                by_code.setdefault((rule.function.__code__, rule.steps), []).append(span)
        for spans in by_code.values():
            twins += len(spans) > 1
            ordered = sorted(spans, key=lambda span: span.since or date.min)
            for before, after in pairwise(ordered):
                assert before.until is not None
                assert after.since is not None
                assert before.until <= after.since
    assert twins > 50
