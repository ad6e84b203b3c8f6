"""Working days in Vietnam: public holidays of the State, and the days decided over them.

Which days are off when "working days" are counted is open (`calendar.holidays`): `VIETNAM` is the
choice *weekends and public holidays*, `WEEKENDS` the choice *weekends only*.

The holidays themselves come from the `holidays` library (here and nowhere else). The days off in
place of a holiday on a weekend, and the bridge days with the Saturday worked for them, are a table
of their own: the library knows only some, and lets a weekend be worked without saying by what
decision.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Final

import attrs
import holidays

from congress_flow import WEEKENDS as WEEKENDS
from congress_flow import Calendar, Citation, Confidence, Text
from congress_flow_vn_2020.state_law import LABOUR_CODE_2012, LABOUR_CODE_2019

FIRST: Final = date(2019, 1, 1)
LAST: Final = date(2026, 11, 23)
"""The last day known. The library alone has a new public holiday on 24 November 2026."""


class DayKind(Enum):
    """What was decided of a day."""

    COMPENSATORY = "compensatory"
    BRIDGE = "swap_off"
    WORKED = "swap_work"

    @property
    def term(self) -> Text:
        """The kind in words."""
        return _KIND_WORDS[self]


_KIND_WORDS: Final = {
    DayKind.COMPENSATORY: Text("nghỉ bù", "day off in place of a holiday on a weekend"),
    DayKind.BRIDGE: Text("nghỉ hoán đổi", "bridge day"),
    DayKind.WORKED: Text("làm bù", "Saturday worked for a bridge day"),
}


@attrs.frozen(slots=True, weakref_slot=False)
class DecidedDay:
    """A day that is off, or worked, by decision, and the day it stands for."""

    day: date
    kind: DayKind
    instead_of: date
    cites: Citation


# The swaps are announced each year for public bodies. The announcements were not read: the days are
# reported for 2019-2021 and 2024-2026. In 2022 and 2023 there is only the rule of the code that a
# holiday on a weekend is made up for on the next working day.
_BEFORE_2021: Final = LABOUR_CODE_2012.at("Điều 115", Confidence.REPORTED)
_SINCE_2021: Final = LABOUR_CODE_2019.at("Điều 112", Confidence.REPORTED)
_BY_RULE: Final = LABOUR_CODE_2019.at("Điều 112", Confidence.ASSUMED)


def _compensatory(day: date, instead_of: date, cites: Citation) -> DecidedDay:
    return DecidedDay(day, DayKind.COMPENSATORY, instead_of, cites)


def _swap(bridge: date, worked: date, cites: Citation) -> tuple[DecidedDay, DecidedDay]:
    return (
        DecidedDay(bridge, DayKind.BRIDGE, worked, cites),
        DecidedDay(worked, DayKind.WORKED, bridge, cites),
    )


DECIDED: Final[tuple[DecidedDay, ...]] = (
    *_swap(date(2018, 12, 31), date(2019, 1, 5), _BEFORE_2021),
    _compensatory(date(2019, 4, 15), date(2019, 4, 14), _BEFORE_2021),
    *_swap(date(2019, 4, 29), date(2019, 5, 4), _BEFORE_2021),
    _compensatory(date(2020, 1, 28), date(2020, 1, 25), _BEFORE_2021),
    _compensatory(date(2020, 1, 29), date(2020, 1, 26), _BEFORE_2021),
    _compensatory(date(2021, 2, 15), date(2021, 2, 13), _SINCE_2021),
    _compensatory(date(2021, 2, 16), date(2021, 2, 14), _SINCE_2021),
    _compensatory(date(2021, 5, 3), date(2021, 5, 1), _SINCE_2021),
    _compensatory(date(2022, 1, 3), date(2022, 1, 1), _BY_RULE),
    _compensatory(date(2022, 4, 11), date(2022, 4, 10), _BY_RULE),
    _compensatory(date(2022, 5, 2), date(2022, 4, 30), _BY_RULE),
    _compensatory(date(2022, 5, 3), date(2022, 5, 1), _BY_RULE),
    _compensatory(date(2023, 1, 2), date(2023, 1, 1), _BY_RULE),
    _compensatory(date(2023, 1, 25), date(2023, 1, 21), _BY_RULE),
    _compensatory(date(2023, 1, 26), date(2023, 1, 22), _BY_RULE),
    _compensatory(date(2023, 5, 2), date(2023, 4, 29), _BY_RULE),
    _compensatory(date(2023, 5, 3), date(2023, 4, 30), _BY_RULE),
    _compensatory(date(2023, 9, 4), date(2023, 9, 2), _BY_RULE),
    _compensatory(date(2024, 2, 13), date(2024, 2, 10), _SINCE_2021),
    _compensatory(date(2024, 2, 14), date(2024, 2, 11), _SINCE_2021),
    *_swap(date(2024, 4, 29), date(2024, 5, 4), _SINCE_2021),
    *_swap(date(2025, 5, 2), date(2025, 4, 26), _SINCE_2021),
    *_swap(date(2026, 1, 2), date(2026, 1, 10), _SINCE_2021),
    _compensatory(date(2026, 4, 27), date(2026, 4, 26), _SINCE_2021),
    *_swap(date(2026, 8, 31), date(2026, 8, 22), _SINCE_2021),
)
"""Days off in place of others, and Saturdays worked, by the day on which they were decided for."""


def _public_holidays() -> frozenset[date]:
    """Return the public holidays proper, without what the library itself moves or swaps."""
    years = range(FIRST.year, LAST.year + 1)
    known = holidays.country_holidays("VN", years=years, language="en_US")
    return frozenset(
        day
        for day, name in known.items()
        if FIRST <= day <= LAST and not name.startswith("Day off") and "(observed)" not in name
    )


VIETNAM: Final = Calendar(
    id="vietnam",
    title=Text(
        "trừ thứ Bảy, Chủ nhật và ngày nghỉ lễ, nghỉ bù", "weekends and public holidays are off"
    ),
    days_off=_public_holidays() | {each.day for each in DECIDED if each.kind is not DayKind.WORKED},
    worked={each.day for each in DECIDED if each.kind is DayKind.WORKED},
    first=FIRST,
    last=LAST,
)
"""Weekends and public holidays are off, the Saturdays worked for a bridge day are not."""
