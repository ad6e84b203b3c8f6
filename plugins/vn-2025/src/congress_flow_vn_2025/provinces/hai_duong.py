"""Hải Dương, 2024-2025: windows and lengths in its block, ages of unsalaried cell secretaries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from congress_flow import (
    Case,
    Demand,
    InForce,
    Level,
    Parameter,
    Row,
    Rulebook,
    Severity,
    Text,
    at_most,
    given,
)
from congress_flow.procedures import AgeCategory, TrackKind
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020.congress_tables import Window
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.track_persons import ENTRIES, Entry, newcomers
from congress_flow_vn_2025.ages_law import VILLAGE_SECRETARY
from congress_flow_vn_2025.local_instruments import HDG_DUK_2024
from congress_flow_vn_2025.provinces._windows import length_rules, window_duty, window_rules
from congress_flow_vn_2025.readings import Readings2025

YEARS: Final = InForce.through(date(2024, 6, 14), date(2025, 12, 31))
_GUIDANCE: Final = HDG_DUK_2024.at("về đại hội chi bộ, đảng bộ bộ phận, đảng bộ cơ sở")

book: Final = Rulebook(
    "hai-duong-2025",
    Level.PROVINCE,
    YEARS,
    title=Text(
        "Hải Dương và Khối các cơ quan tỉnh, nhiệm kỳ 2025-2030",
        "Hải Dương and its block of provincial agencies, term 2025–2030",
    ),
    version="0.1.0",
    readings=Readings2025,
    tightens=("vn-2025",),
)


def _window(level: Level, first: date, last: date) -> Row[Window]:
    return Row(value=Window(first, last, before=False), cites=_GUIDANCE, levels=frozenset({level}))


WINDOW: Final = Parameter(
    "congress.window",
    (
        _window(Level.CELL, date(2025, 1, 1), date(2025, 3, 31)),
        _window(Level.GRASSROOTS, date(2025, 4, 1), date(2025, 6, 30)),
    ),
)
LENGTH: Final = Parameter(
    "congress.length",
    (
        Row(value=Fraction(1, 2), cites=_GUIDANCE, levels=frozenset({Level.CELL})),
        Row(value=Fraction(1), cites=_GUIDANCE, levels=frozenset({Level.SECTION})),
    ),
)
window_rules(book, WINDOW, _GUIDANCE)
window_duty(book, WINDOW, _GUIDANCE)
length_rules(book, LENGTH, _GUIDANCE)


def _full_years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@book.rule(
    *ENTRIES,
    cites=HANDBOOK.at("parameters.md age.village_secretary"),
    title=Text(
        "Tuổi bí thư chi bộ thôn, khu phố không hưởng lương",
        "Ages of unsalaried secretaries of village and quarter cells",
    ),
    severity=Severity.WARNS,
    encodes=("age.village_secretary", "age.category_exceptions"),
)
def village_secretary_ages(case: Case[t.Track], act: Entry) -> Iterator[Demand]:
    """First time 65 men, 60 women; re-election 67, 62. The district committee may allow more."""
    again = case.subject.kind is TrackKind.REELECTION
    for person in newcomers(act):
        if person.category is not AgeCategory.UNSALARIED_CELL_SECRETARY:
            continue
        if person.sex is None:
            yield given(None, about=person.id, what=Text("nam, nữ", "sex"))
            continue
        most = VILLAGE_SECRETARY[person.sex].value
        age = None if person.born is None else _full_years(person.born, act.on)
        limit = most.reelection if again else most.first_time
        yield at_most(age, limit, about=person.id, what=Text("tuổi", "age"))
