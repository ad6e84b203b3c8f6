"""The tables of the calendar: each row holds on its days, with its citation, and on no other."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

import pytest

from congress_flow import Confidence, Level, Parameter
from congress_flow.errors import UsageError
from congress_flow.procedures.congress import DelegateQuota
from congress_flow_vn_2020 import congress_tables as t
from congress_flow_vn_2020._term_law import term_law
from congress_flow_vn_2020.readings import Days, Limit


class Row(NamedTuple):
    """A question to a table, and the answer with its instrument and grade."""

    table: Parameter[Any]
    day: date
    level: Level | None
    value: Any
    instrument: str
    confidence: Confidence = Confidence.VERIFIED


T2015, T2020 = date(2015, 5, 1), date(2020, 5, 28)
G, D, P = Level.GRASSROOTS, Level.UPPER_GRASSROOTS, Level.PROVINCE
THIRTY, SEVEN = Days(30, Limit.WORKING_DAYS), Days(7, Limit.WORKING_DAYS)
ASSUMED = Confidence.ASSUMED


def window(first: date | None, last: date, *, before: bool) -> t.Window:
    return t.Window(first, last, before)


ROWS = [
    Row(
        t.WINDOW,
        T2015,
        G,
        window(date(2015, 4, 1), date(2015, 6, 30), before=False),
        "CT36-2014",
    ),
    Row(t.WINDOW, T2015, D, window(None, date(2015, 8, 31), before=False), "CT36-2014"),
    Row(
        t.WINDOW,
        T2015,
        P,
        window(date(2015, 9, 1), date(2015, 10, 31), before=False),
        "CT36-2014",
    ),
    Row(
        t.WINDOW,
        T2020,
        G,
        window(date(2020, 4, 1), date(2020, 6, 30), before=True),
        "CT35-2019",
    ),
    Row(t.WINDOW, T2020, D, window(None, date(2020, 8, 31), before=True), "CT35-2019"),
    Row(t.WINDOW, T2020, P, window(None, date(2020, 10, 31), before=True), "CT35-2019"),
    Row(
        t.MODEL_WINDOW,
        T2015,
        G,
        window(date(2015, 1, 1), date(2015, 3, 31), before=False),
        "CT36-2014",
    ),
    Row(
        t.MODEL_WINDOW,
        T2015,
        D,
        window(date(2015, 4, 1), date(2015, 6, 30), before=False),
        "CT36-2014",
    ),
    Row(
        t.MODEL_WINDOW,
        T2015,
        P,
        window(date(2015, 7, 1), date(2015, 9, 30), before=False),
        "CT36-2014",
    ),
    *(
        Row(t.LENGTH, day, level, most, instrument)
        for day, instrument in ((T2015, "CT36-2014"), (T2020, "CT35-2019"))
        for level, most in ((G, 2), (D, 3), (P, 4))
    ),
    *(
        Row(t.PREPARATORY_SESSION, day, level, Fraction(1, 2), instrument)
        for day, instrument in ((T2015, "CT36-2014"), (T2020, "CT35-2019"))
        for level in (D, P)
    ),
    Row(t.TYPE_LINE, T2020, G, 200, "CT35-2019"),
    Row(t.CEILING[DelegateQuota.ORDINARY], T2020, P, t.Span(300, 350), "CT35-2019"),
    Row(t.CEILING[DelegateQuota.ORDINARY], T2020, D, t.Span(None, 300), "CT35-2019"),
    Row(t.CEILING[DelegateQuota.HANOI], T2020, P, t.Span(None, 500), "CT35-2019"),
    Row(t.CEILING[DelegateQuota.LARGE], T2020, P, t.Span(None, 450), "CT35-2019"),
    Row(t.CEILING[DelegateQuota.CENTRAL_BLOC], T2020, P, t.Span(250, 300), "CT35-2019"),
    Row(t.ANNOUNCE, date(2021, 7, 29), None, THIRTY, "QD29-2016", ASSUMED),
    Row(t.ANNOUNCE, date(2021, 7, 30), None, THIRTY, "QD24-2021"),
    Row(t.REPORT_MINUTES, date(2021, 7, 29), None, SEVEN, "QD29-2016"),
    Row(t.REPORT_MINUTES, date(2025, 1, 19), None, SEVEN, "QD24-2021"),
    Row(t.OPINIONS_SUMMARY, T2020, None, Days(10, Limit.DAYS), "HD60-2020"),
    Row(t.GRASSROOTS_SHIFT, T2020, G, 12, "DL-2011", ASSUMED),
    Row(t.CELL_TERM, T2020, Level.CELL, 30, "DL-2011"),
    Row(t.CELL_SHIFT, T2020, Level.CELL, 6, "DL-2011"),
    Row(t.CELL_MEMBERS, T2020, Level.CELL, 3, "DL-2011"),
    Row(t.CELL_COMMITTEE_FROM, T2020, Level.CELL, 9, "DL-2011"),
    Row(
        t.CELL_COMMITTEE_SIZE,
        date(2025, 6, 30),
        Level.CELL,
        t.CommitteeSize(t.Span(3, 5), 7),
        "HANDBOOK",
        ASSUMED,
    ),
]


@pytest.mark.parametrize("row", ROWS)
def test_row(row: Row) -> None:
    """The table gives this value on this day, from this instrument, read as well as that."""
    found = row.table.on(row.day, row.level)
    assert found is not None
    assert found.value == row.value
    assert found.citation.instrument.id == row.instrument
    assert found.citation.confidence is row.confidence


def test_every_row_is_asked() -> None:
    """No row of a table of the module is left out of the list above."""
    tables: list[Parameter[Any]] = [*t.CEILING.values()]
    tables += [each for each in vars(t).values() if isinstance(each, Parameter)]
    assert len(tables) > len(t.CEILING)
    for table in tables:
        for row in table.rows:
            asked = [each for each in ROWS if each.table is table]
            assert any(row.covers(each.day, each.level) for each in asked), (table.id, row)


def test_no_row_speaks_of_another_time_or_level() -> None:
    """Before and after its span, and of a level it does not name, a table says nothing."""
    silent: list[tuple[Parameter[Any], date, Level | None]] = [
        (t.WINDOW, date(2024, 6, 14), G),
        (t.WINDOW, T2020, Level.CELL),
        (t.LENGTH, date(2014, 5, 29), G),
        (t.PREPARATORY_SESSION, T2020, G),
        (t.TYPE_LINE, T2020, P),
        (t.ANNOUNCE, date(2025, 1, 20), None),
        (t.REPORT_MINUTES, date(2016, 7, 24), None),
        (t.OPINIONS_SUMMARY, date(2021, 1, 1), None),
        (t.CELL_COMMITTEE_SIZE, date(2025, 7, 1), Level.CELL),
    ]
    for table, day, level in silent:
        assert table.on(day, level) is None, (table.id, day)


def test_readings_of_no_term_have_no_law() -> None:
    """Readings for which no term has a law are told so, and judged by none."""
    with pytest.raises(UsageError, match="no law is known for date"):
        term_law(date(2020, 5, 28))
