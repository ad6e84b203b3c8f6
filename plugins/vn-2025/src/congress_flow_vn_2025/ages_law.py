"""Months left to retirement, term 2025 (handbook, parameters, section E)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs

from congress_flow import Citation, Cited, Confidence, InForce, Level, Parameter, Row
from congress_flow.procedures import AgeCategory as AgeCategory
from congress_flow.procedures import Sex, TrackKind
from congress_flow.reckoning import Month, RetirementAge, RetirementLaw
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.state_law import ND135_2020
from congress_flow_vn_2025.instruments import CT35_2024, CT45_2025

UNDER_CT35: Final = InForce.through(date(2024, 6, 14), date(2025, 4, 13))
"""The days on which the months asked for re-election are not known: 48 or 30."""


def _before_ct45(row: str) -> Citation:
    """Cite a row of the whole term, on the days before the directive that the row names."""
    return HANDBOOK.at(f"parameters.md {row} (theo 45-CT/TW ngày 14/4/2025)", Confidence.ASSUMED)


MONTHS_FIRST_TIME: Final = Parameter(
    "age.months.first_time",
    (
        # Not read: it follows from the published cut-offs of birth.
        Row(
            value=60,
            cites=_before_ct45("age.months.first_time"),
            in_force=UNDER_CT35,
        ),
        Row(
            value=60,
            cites=CT45_2025.at("mốc tuổi sinh", Confidence.DERIVED),
            in_force=CT45_2025.in_force,
        ),
    ),
)
MONTHS_REELECTION: Final = Parameter(
    "age.months.reelection",
    (
        Row(
            value=48,
            cites=CT45_2025.at("tuổi tái cử", Confidence.REPORTED),
            in_force=InForce(date(2025, 4, 14)),
        ),
    ),
)
REFERENCE_MONTH: Final = Parameter(
    "age.ref_month",
    tuple(
        Row(
            value=Month.parse(month),
            cites=cites,
            levels=frozenset({level}),
            in_force=span,
        )
        for cites, span in (
            (_before_ct45("age.ref_month"), UNDER_CT35),
            (CT45_2025.at("thời điểm tính tuổi", Confidence.REPORTED), CT45_2025.in_force),
        )
        for level, month in (
            (Level.GRASSROOTS, "2025-04"),
            (Level.UPPER_GRASSROOTS, "2025-06"),
            (Level.COMMUNE, "2025-07"),
            (Level.PROVINCE, "2025-09"),
        )
    ),
)

# Men: 60 years and 3 months in 2021, three months more each year, 62 years from 2028. Women: 55
# years and 4 months in 2021, four months more each year, 60 years from 2035. The handbook names the
# years 2028 to 2030; the rest follows from the steady steps.
_RISING: Final = {
    Sex.MALE: RetirementAge.rising(
        before=60 * 12, first_year=2021, first=60 * 12 + 3, step=3, last=62 * 12
    ),
    Sex.FEMALE: RetirementAge.rising(
        before=55 * 12, first_year=2021, first=55 * 12 + 4, step=4, last=60 * 12
    ),
}
RETIREMENT: Final[Mapping[Sex, Cited[RetirementAge]]] = {
    sex: Cited(age, ND135_2020.at("Điều 4", Confidence.DERIVED)) for sex, age in _RISING.items()
}


WOMAN_TO_60: Final = Parameter(
    "age.category_exceptions",
    (
        Row(
            value=RetirementAge.flat(60),
            cites=_before_ct45("age.category_exceptions"),
            in_force=UNDER_CT35,
        ),
        Row(
            value=RetirementAge.flat(60),
            cites=CT45_2025.at("nữ nghỉ hưu ở tuổi 60", Confidence.REPORTED),
            in_force=CT45_2025.in_force,
        ),
    ),
)


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class VillageSecretaryAges:
    """Highest ages, in full years, of unsalaried secretaries: first-time and re-election."""

    first_time: int
    reelection: int


VILLAGE_SECRETARY: Final[Mapping[Sex, Cited[VillageSecretaryAges]]] = {
    sex: Cited(
        VillageSecretaryAges(first_time=first_time, reelection=reelection),
        HANDBOOK.at("parameters.md E, age.village_secretary", Confidence.REPORTED),
    )
    for sex, first_time, reelection in ((Sex.MALE, 65, 67), (Sex.FEMALE, 60, 62))
}
"""Hải Dương only, 2024-2025; the district standing committee may allow more."""


def retirement_law(
    day: date,
    level: Level,
    track: TrackKind,
    sex: Sex,
    *,
    category: AgeCategory,
    reelection_under_ct35: int,
) -> RetirementLaw | None:
    """Return what is asked of a person at a congress of *level* whose acts are of *day*.

    *reelection_under_ct35* is the open reading of 14 June 2024 to 13 April 2025: 48 or 30 months.
    None where no row is known: a level without a reference month, another term, or a category whose
    age was not read (the ceiling of the police law; unsalaried secretaries have ages of their own).
    """
    required = MONTHS_FIRST_TIME.on(day)
    if track is TrackKind.REELECTION:
        required = MONTHS_REELECTION.on(day)
        if day in UNDER_CT35:
            required = Cited(reelection_under_ct35, CT35_2024.at("tuổi tái cử", Confidence.UNKNOWN))
    reference = REFERENCE_MONTH.on(day, level)
    retirement = _age_of(day, sex, category)
    if required is None or reference is None or retirement is None:
        return None
    return RetirementLaw(reference_month=reference, months_required=required, retirement=retirement)


def _age_of(day: date, sex: Sex, category: AgeCategory) -> Cited[RetirementAge] | None:
    if category is AgeCategory.GENERAL:
        return RETIREMENT[sex]
    to_60 = category is AgeCategory.WOMAN_TO_60 and sex is Sex.FEMALE
    return WOMAN_TO_60.on(day) if to_60 else None
