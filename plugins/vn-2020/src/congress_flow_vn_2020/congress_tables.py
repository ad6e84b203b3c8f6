"""Figures of the law on convening and holding a congress, dated and cited.

Sections A, C (cells), G and J of the handbook's parameters, for the terms 2015–2020 and 2020–2025.
What a province or block has set for itself stands in its own book.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final

import attrs

from congress_flow import Confidence, InForce, Level, Parameter, Row, Text
from congress_flow.procedures.congress import DelegateQuota
from congress_flow_vn_2020._book import TERM_2020
from congress_flow_vn_2020.instruments import (
    CT35_2019,
    CT36_2014,
    DL_2011,
    HANDBOOK,
    HD60_2020,
    QD24_2021,
    QD29_2016,
)
from congress_flow_vn_2020.readings import Days, Limit

_GRASSROOTS: Final = frozenset({Level.GRASSROOTS})
_DISTRICT: Final = frozenset({Level.UPPER_GRASSROOTS})
_PROVINCE: Final = frozenset({Level.PROVINCE})
_CELL: Final = frozenset({Level.CELL})
_TERM_2015: Final = InForce.through(date(2014, 5, 30), date(2019, 5, 29))
# The guidance speaks of the drafts for the XIII Congress, which lower congresses discussed in 2020.
XIII_DRAFTS: Final = InForce.through(date(2020, 1, 1), date(2020, 12, 31))

_CALENDAR_2015: Final = CT36_2014.at("về thời gian đại hội", Confidence.VERIFIED)
_CALENDAR_2020: Final = CT35_2019.at("về thời gian đại hội", Confidence.VERIFIED)
_KIND: Final = CT35_2019.at("mục 4", Confidence.VERIFIED)
_DELEGATES: Final = CT35_2019.at("về số lượng đại biểu", Confidence.VERIFIED)
CHARTER_22: Final = DL_2011.at("Điều 22 (chưa thấy khoản này)", Confidence.ASSUMED)
CHARTER_24_1: Final = DL_2011.at("Điều 24 khoản 1", Confidence.VERIFIED)
CHARTER_24_3: Final = DL_2011.at("Điều 24 khoản 3", Confidence.VERIFIED)
CHARTER_24_4: Final = DL_2011.at("Điều 24 khoản 4", Confidence.VERIFIED)
ANNOUNCE_2016: Final = QD29_2016.at("mục 11.1 (chưa thấy số ngày)", Confidence.ASSUMED)
ANNOUNCE_2021: Final = QD24_2021.at("mục 11.1.3")
REPORT_2016: Final = QD29_2016.at("mục 16.1")
REPORT_2021: Final = QD24_2021.at("mục 16.1.1")
OPINIONS: Final = HD60_2020.at("về thời hạn gửi báo cáo tổng hợp", Confidence.VERIFIED)


@attrs.frozen(slots=True, weakref_slot=False)
class Window:
    """The days on which congresses of a level are held.

    `before` is whether the text says *before* `last` (trước ngày); whether that day itself is left
    out is then a reading. `first` is None where the text names no first day.
    """

    first: date | None
    last: date
    before: bool


@attrs.frozen(slots=True, weakref_slot=False)
class Span:
    """So many at least, where a least number is named, and so many at most."""

    least: int | None
    most: int


@attrs.frozen(slots=True, weakref_slot=False)
class CommitteeSize:
    """How many members are usual, and how many the most."""

    usual: Span
    most: int


WINDOW: Final = Parameter(
    "congress.window",
    (
        Row(
            value=Window(date(2015, 4, 1), date(2015, 6, 30), before=False),
            cites=_CALENDAR_2015,
            levels=_GRASSROOTS,
            in_force=_TERM_2015,
        ),
        Row(
            value=Window(None, date(2015, 8, 31), before=False),
            cites=_CALENDAR_2015,
            levels=_DISTRICT,
            in_force=_TERM_2015,
        ),
        Row(
            value=Window(date(2015, 9, 1), date(2015, 10, 31), before=False),
            cites=_CALENDAR_2015,
            levels=_PROVINCE,
            in_force=_TERM_2015,
        ),
        Row(
            value=Window(date(2020, 4, 1), date(2020, 6, 30), before=True),
            cites=_CALENDAR_2020,
            levels=_GRASSROOTS,
            in_force=TERM_2020,
        ),
        Row(
            value=Window(None, date(2020, 8, 31), before=True),
            cites=_CALENDAR_2020,
            levels=_DISTRICT,
            in_force=TERM_2020,
        ),
        Row(
            value=Window(None, date(2020, 10, 31), before=True),
            cites=_CALENDAR_2020,
            levels=_PROVINCE,
            in_force=TERM_2020,
        ),
    ),
)

WINDOW_OF_2020: Final = Text(
    "Khai mạc: cơ sở trước 30/6/2020, cấp trên cơ sở trước 31/8/2020, "
    "trực thuộc Trung ương trước 31/10/2020",
    "Opened: grassroots before 30/6/2020, above before 31/8/2020, provinces before 31/10/2020",
)
"""What the rules on the window of 2020 are called."""

# Model congresses (đại hội điểm) come before the window; only the round of 2015 has dates for them.
MODEL_WINDOW: Final = Parameter(
    "congress.model_window",
    (
        Row(
            value=Window(date(2015, 1, 1), date(2015, 3, 31), before=False),
            cites=_CALENDAR_2015,
            levels=_GRASSROOTS,
            in_force=_TERM_2015,
        ),
        Row(
            value=Window(date(2015, 4, 1), date(2015, 6, 30), before=False),
            cites=_CALENDAR_2015,
            levels=_DISTRICT,
            in_force=_TERM_2015,
        ),
        Row(
            value=Window(date(2015, 7, 1), date(2015, 9, 30), before=False),
            cites=_CALENDAR_2015,
            levels=_PROVINCE,
            in_force=_TERM_2015,
        ),
    ),
)

LENGTH: Final = Parameter(
    "congress.length",
    (
        Row(value=2, cites=_CALENDAR_2015, levels=_GRASSROOTS, in_force=_TERM_2015),
        Row(value=3, cites=_CALENDAR_2015, levels=_DISTRICT, in_force=_TERM_2015),
        Row(value=4, cites=_CALENDAR_2015, levels=_PROVINCE, in_force=_TERM_2015),
        Row(value=2, cites=_CALENDAR_2020, levels=_GRASSROOTS, in_force=TERM_2020),
        Row(value=3, cites=_CALENDAR_2020, levels=_DISTRICT, in_force=TERM_2020),
        Row(value=4, cites=_CALENDAR_2020, levels=_PROVINCE, in_force=TERM_2020),
    ),
)

PREPARATORY_SESSION: Final = Parameter(
    "congress.prep_session",
    (
        Row(
            value=Fraction(1, 2),
            cites=_CALENDAR_2015,
            levels=_DISTRICT | _PROVINCE,
            in_force=_TERM_2015,
        ),
        Row(
            value=Fraction(1, 2),
            cites=_CALENDAR_2020,
            levels=_DISTRICT | _PROVINCE,
            in_force=TERM_2020,
        ),
    ),
)

TYPE_LINE: Final = Parameter(
    "congress.type_line",
    (Row(value=200, cites=_KIND, levels=_GRASSROOTS, in_force=TERM_2020),),
)


def _ceiling(*spans: tuple[Span, frozenset[Level]]) -> Parameter[Span]:
    return Parameter(
        "delegates.ceiling",
        tuple(
            Row(value=span, cites=_DELEGATES, levels=levels, in_force=TERM_2020)
            for span, levels in spans
        ),
    )


CEILING: Final[Mapping[DelegateQuota, Parameter[Span]]] = {
    DelegateQuota.ORDINARY: _ceiling((Span(None, 300), _DISTRICT), (Span(300, 350), _PROVINCE)),
    DelegateQuota.HANOI: _ceiling((Span(None, 500), _PROVINCE)),
    DelegateQuota.LARGE: _ceiling((Span(None, 450), _PROVINCE)),
    DelegateQuota.CENTRAL_BLOC: _ceiling((Span(250, 300), _PROVINCE)),
}
"""One table for each line of the directive: see `DelegateQuota`."""

ANNOUNCE: Final = Parameter(
    "convene.announce",
    (
        Row(
            value=Days(30, Limit.WORKING_DAYS),
            cites=ANNOUNCE_2016,
            in_force=InForce.through(date(2016, 7, 25), date(2021, 7, 29)),
        ),
        Row(
            value=Days(30, Limit.WORKING_DAYS),
            cites=ANNOUNCE_2021,
            in_force=InForce.through(date(2021, 7, 30), date(2025, 1, 19)),
        ),
    ),
)

REPORT_MINUTES: Final = Parameter(
    "report.election_minutes",
    (
        Row(
            value=Days(7, Limit.WORKING_DAYS),
            cites=REPORT_2016,
            in_force=InForce.through(date(2016, 7, 25), date(2021, 7, 29)),
        ),
        Row(
            value=Days(7, Limit.WORKING_DAYS),
            cites=REPORT_2021,
            in_force=InForce.through(date(2021, 7, 30), date(2025, 1, 19)),
        ),
    ),
)

OPINIONS_SUMMARY: Final = Parameter(
    "report.opinions_summary",
    (Row(value=Days(10, Limit.DAYS), cites=OPINIONS, in_force=XIII_DRAFTS),),
)

GRASSROOTS_SHIFT: Final = Parameter(
    "grassroots.shift_max",
    (Row(value=12, cites=CHARTER_22, levels=_GRASSROOTS),),
)

CELL_TERM: Final = Parameter("cell.term", (Row(value=30, cites=CHARTER_24_3, levels=_CELL),))
CELL_SHIFT: Final = Parameter("cell.shift_max", (Row(value=6, cites=CHARTER_24_3, levels=_CELL),))
CELL_MEMBERS: Final = Parameter(
    "cell.min_members", (Row(value=3, cites=CHARTER_24_1, levels=_CELL),)
)
CELL_COMMITTEE_FROM: Final = Parameter(
    "cell.committee_threshold", (Row(value=9, cites=CHARTER_24_4, levels=_CELL),)
)
CELL_COMMITTEE_SIZE: Final = Parameter(
    "cell.committee_size",
    (
        Row(
            value=CommitteeSize(usual=Span(3, 5), most=7),
            cites=HANDBOOK.at("parameters.md cell.committee_size", Confidence.ASSUMED),
            levels=_CELL,
            in_force=InForce.through(None, date(2025, 6, 30)),
        ),
    ),
)
