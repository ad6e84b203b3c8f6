"""Months left to retirement, terms 2015 and 2020 (handbook, parameters, section E)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Level, Parameter, Row
from congress_flow.procedures import Sex, TrackKind
from congress_flow.reckoning import Month, RetirementAge, RetirementLaw
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK
from congress_flow_vn_2020.state_law import LABOUR_CODE_2012

T2015: Final = InForce.through(date(2014, 5, 30), date(2019, 5, 29))
"""The acts of the congresses towards the XII National Congress: under 36-CT/TW of 2014."""

T2020: Final = InForce.through(date(2019, 5, 30), date(2024, 6, 13))
"""The acts of the congresses towards the XIII National Congress: under 35-CT/TW of 2019."""

_NOT_SEEN: Final = HANDBOOK.at("parameters.md E", Confidence.ASSUMED)

MONTHS_FIRST_TIME: Final = Parameter(
    "age.months.first_time",
    (
        Row(value=60, cites=_NOT_SEEN, in_force=T2015),
        # Not read: it follows from the published cut-offs of birth.
        Row(
            value=60,
            cites=CT35_2019.at("mốc tuổi sinh", Confidence.DERIVED),
            in_force=T2020,
        ),
    ),
)
MONTHS_REELECTION: Final = Parameter(
    "age.months.reelection",
    (
        Row(value=30, cites=_NOT_SEEN, in_force=T2015),
        # A report on 45-CT/TW of 2025 says "previously 30": assumed to mean this directive.
        Row(
            value=30,
            cites=CT35_2019.at("tuổi tái cử", Confidence.ASSUMED),
            in_force=T2020,
        ),
    ),
)
REFERENCE_MONTH: Final = Parameter(
    "age.ref_month",
    tuple(
        Row(value=Month.parse(month), cites=cites, levels=frozenset({level}), in_force=term)
        for term, year, cites in (
            (T2015, 2015, _NOT_SEEN),
            (T2020, 2020, CT35_2019.at("thời điểm tính tuổi", Confidence.REPORTED)),
        )
        for level, month in (
            (Level.GRASSROOTS, f"{year}-04"),
            (Level.UPPER_GRASSROOTS, f"{year}-06"),
            (Level.PROVINCE, f"{year}-09"),
        )
    ),
)
RETIREMENT: Final[Mapping[Sex, Parameter[RetirementAge]]] = {
    sex: Parameter(
        "age.retirement",
        (
            Row(
                value=RetirementAge.flat(years),
                cites=LABOUR_CODE_2012.at("Điều 187", Confidence.ASSUMED),
                in_force=T2015,
            ),
            Row(
                value=RetirementAge.flat(years),
                cites=LABOUR_CODE_2012.at("Điều 187", Confidence.DERIVED),
                in_force=T2020,
            ),
        ),
    )
    for sex, years in ((Sex.MALE, 60), (Sex.FEMALE, 55))
}


def retirement_law(day: date, level: Level, track: TrackKind, sex: Sex) -> RetirementLaw | None:
    """Return what is asked of a person at a congress of *level* whose acts are of *day*.

    None where no row is known: a level without a reference month, or another term.
    """
    months = MONTHS_FIRST_TIME if track is TrackKind.FIRST_TIME else MONTHS_REELECTION
    required = months.on(day)
    reference = REFERENCE_MONTH.on(day, level)
    retirement = RETIREMENT[sex].on(day)
    if required is None or reference is None or retirement is None:
        return None
    return RetirementLaw(reference_month=reference, months_required=required, retirement=retirement)
