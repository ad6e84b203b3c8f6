"""Figures of the law on the days of a congress, term 2025 (handbook, parameters, section G).

Of communes nothing was seen: their length and their last day are readings, and asked by rules that
only warn. They stand in no table here.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

import attrs

from congress_flow import Citation, Cited, Confidence, InForce, Level, Parameter, Row
from congress_flow_vn_2020._term_law import TermLaw, term_law
from congress_flow_vn_2020.congress_tables import REPORT_MINUTES, CommitteeSize, Span, Window
from congress_flow_vn_2025.instruments import (
    CT35_2024,
    CT45_2025,
    KL163_2025,
    QD232_2025,
    QD294_2025,
)
from congress_flow_vn_2025.readings import Days, Readings2025

_GRASSROOTS: Final = frozenset({Level.GRASSROOTS})
_DISTRICT: Final = frozenset({Level.UPPER_GRASSROOTS})
_PROVINCE: Final = frozenset({Level.PROVINCE})

CALENDAR_2024: Final = CT35_2024.at(
    "về thời gian đại hội (theo kế hoạch của Hà Tĩnh)", Confidence.REPORTED
)
CALENDAR_2025: Final = CT45_2025.at("về thời gian đại hội", Confidence.REPORTED)
BEFORE_30_JUNE: Final = KL163_2025.at("về thời gian đại hội cấp cơ sở", Confidence.VERIFIED)
COMMUNES: Final = CT45_2025.at("về thời gian đại hội cấp xã (chưa thấy)", Confidence.UNKNOWN)
NOTICE_232: Final = QD232_2025.at("về triệu tập đại hội (chưa đọc)", Confidence.UNKNOWN)
NOTICE_294: Final = QD294_2025.at("về triệu tập đại hội (chưa đọc)", Confidence.UNKNOWN)
REPORT_232: Final = QD232_2025.at("về báo cáo kết quả bầu cử (chưa đọc)", Confidence.UNKNOWN)
REPORT_294: Final = QD294_2025.at("về báo cáo kết quả bầu cử (chưa đọc)", Confidence.UNKNOWN)
CELLS: Final = QD294_2025.at("về chi bộ", Confidence.REPORTED)

WINDOW: Final = Parameter(
    "congress.window",
    (
        Row(
            value=Window(None, date(2025, 6, 30), before=True),
            cites=BEFORE_30_JUNE,
            levels=_GRASSROOTS,
            in_force=KL163_2025.in_force,
        ),
        # "In October 2025" needs no first day: who is done before is done.
        Row(
            value=Window(None, date(2025, 10, 31), before=False),
            cites=CALENDAR_2025,
            levels=_PROVINCE,
            in_force=CT45_2025.in_force,
        ),
    ),
)

_LENGTHS: Final = ((2, _GRASSROOTS), (3, _DISTRICT), (4, _PROVINCE))
_DIRECTIVES: Final[tuple[tuple[Citation, InForce], ...]] = (
    (CALENDAR_2024, CT35_2024.in_force),
    (CALENDAR_2025, CT45_2025.in_force),
)
LENGTH: Final = Parameter(
    "congress.length",
    tuple(
        Row(value=days, cites=cites, levels=levels, in_force=span)
        for days, levels in _LENGTHS
        for cites, span in _DIRECTIVES
    ),
)
PREPARATORY_SESSION: Final = Parameter(
    "congress.prep_session",
    tuple(
        Row(value=Fraction(1, 2), cites=cites, levels=_DISTRICT | _PROVINCE, in_force=span)
        for cites, span in _DIRECTIVES
    ),
)

CELL_COMMITTEE_SIZE: Final = Parameter(
    "cell.committee_size",
    (
        Row(
            value=CommitteeSize(usual=Span(None, 7), most=7),
            cites=CELLS,
            levels=frozenset({Level.CELL}),
            in_force=QD294_2025.in_force,
        ),
    ),
)
PILOT_TERM: Final = Parameter(
    "cell.term",
    (
        Row(
            value=60,
            cites=CELLS,
            levels=frozenset({Level.CELL}),
            in_force=QD294_2025.in_force,
        ),
    ),
)


@attrs.frozen(slots=True, weakref_slot=False)
class Law2025:
    """The tables above, and what the readings say where no text was read."""

    readings: Readings2025

    def window(self, day: date, level: Level) -> Cited[Window] | None:
        """Return the days on which congresses of *level* are held."""
        return WINDOW.on(day, level)

    def length(self, day: date, level: Level) -> Cited[int] | None:
        """Return how many days a congress of *level* lasts at the most."""
        return LENGTH.on(day, level)

    def preparatory(self, day: date, level: Level) -> Cited[Fraction] | None:
        """Return how many days its preparatory session lasts at the most."""
        return PREPARATORY_SESSION.on(day, level)

    def minutes(self, day: date) -> Cited[Days] | None:
        """Return the limit for sending the election minutes after the closing."""
        known = REPORT_MINUTES.on(day)
        if known is not None:
            return known
        by = REPORT_294 if day in QD294_2025.in_force else REPORT_232
        return Cited(self.readings.report_limit, by)


@term_law.register
def _of_2025(readings: Readings2025) -> TermLaw:
    return Law2025(readings)
