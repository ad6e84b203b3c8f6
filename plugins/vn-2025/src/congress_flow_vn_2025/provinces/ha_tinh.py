"""Hà Tĩnh, from 2024 on: approval 45 working days ahead, windows, a cell's congress of one day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from congress_flow import (
    Case,
    Context,
    Demand,
    Level,
    Outlook,
    Parameter,
    Row,
    Rulebook,
    Text,
    on_or_before,
)
from congress_flow.procedures import congress as k
from congress_flow.procedures import personnel_scheme as s
from congress_flow.reckoning import Due
from congress_flow_vn_2020._congress_days import opening_day
from congress_flow_vn_2020._days import before as days_before
from congress_flow_vn_2020.chosen_duties import approvals
from congress_flow_vn_2020.congress_tables import Window
from congress_flow_vn_2025.local_instruments import HT_KH_2024
from congress_flow_vn_2025.provinces._windows import length_rules, window_duty, window_rules
from congress_flow_vn_2025.readings import Days, Limit, Readings2025

AHEAD: Final = Days(45, Limit.WORKING_DAYS)
_PLAN: Final = HT_KH_2024.at("theo tin báo; chưa rõ số, mục")
_DAY: Final = Text("ngày duyệt", "day of approval")
_TITLE: Final = Text(
    "Cấp trên duyệt trước khai mạc ít nhất 45 ngày làm việc",
    "Approved at least 45 working days before the opening",
)

book: Final = Rulebook(
    "ha-tinh-2025",
    Level.PROVINCE,
    HT_KH_2024.in_force,
    title=Text("Hà Tĩnh, nhiệm kỳ 2025-2030", "Hà Tĩnh, term 2025–2030"),
    version="0.1.0",
    readings=Readings2025,
    tightens=("vn-2025",),
)


def _window(level: Level, first: date | None, last: date) -> Row[Window]:
    return Row(
        value=Window(first, last, before=True),
        cites=_PLAN,
        levels=frozenset({level}),
        in_force=HT_KH_2024.in_force,
    )


WINDOW: Final = Parameter(
    "congress.window",
    (
        _window(Level.CELL, None, date(2025, 2, 28)),
        _window(Level.GRASSROOTS, date(2025, 4, 1), date(2025, 6, 30)),
        _window(Level.UPPER_GRASSROOTS, date(2025, 6, 1), date(2025, 8, 25)),
        _window(Level.PROVINCE, None, date(2025, 10, 31)),
    ),
)
LENGTH: Final = Parameter(
    "congress.length",
    (
        Row(
            value=Fraction(1),
            cites=_PLAN,
            levels=frozenset({Level.CELL}),
            in_force=HT_KH_2024.in_force,
        ),
    ),
)
window_rules(book, WINDOW, _PLAN)
window_duty(book, WINDOW, _PLAN)
length_rules(book, LENGTH, _PLAN)


def _ahead(on: date, opening: date | None, readings: Readings2025) -> Demand:
    return on_or_before(on, days_before(opening, AHEAD, readings), what=_DAY)


@book.rule(
    k.approve,
    cites=_PLAN,
    title=_TITLE,
    subject="package_approved_ahead",
    encodes=("approval.before_opening", "K5"),
)
def package_approved_45_days_ahead(
    case: Case[k.Congress], act: k.Approve, about: Context[Readings2025]
) -> Demand:
    """Forty-five working days before the opening announced, or planned."""
    opening = opening_day(about.beside, case.id) or case.subject.planned_opening
    return _ahead(act.on, opening, about.readings)


@book.rule(
    s.approve,
    cites=_PLAN,
    title=_TITLE,
    subject="approval_in_time",
    encodes=("approval.before_opening", "S12"),
)
def scheme_approved_45_days_ahead(
    case: Case[s.Scheme], act: s.Approve, about: Context[Readings2025]
) -> Iterator[Demand]:
    """Forty-five working days before the opening planned."""
    yield _ahead(act.on, case.subject.planned_opening, about.readings)


@book.duty(
    cites=_PLAN,
    title=_TITLE,
    subject="approval_due",
    encodes=("approval.before_opening",),
)
def approved_45_days_ahead(about: Outlook[Readings2025]) -> Iterator[Due]:
    """Package, documents and scheme, forty-five working days before the opening."""
    return approvals(about, AHEAD)
