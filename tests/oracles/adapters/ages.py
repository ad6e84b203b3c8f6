"""Worked cases of age: `age` and `cutoff`."""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Level
from congress_flow.procedures import Sex, TrackKind
from congress_flow.reckoning import Month, RetirementLaw, cutoff, months_left
from congress_flow_vn_2020 import ages_law as ages_2020
from congress_flow_vn_2025 import ages_law as ages_2025
from tests.oracles.registry import Context, Facts, Table, answers

_ACTS: Final = {
    "2015-2020": date(2015, 4, 1),
    "2020-2025": date(2020, 4, 1),
    "2025-2030": date(2025, 5, 1),
}


def _law(given: Table) -> RetirementLaw:
    day = _ACTS[given["term"]]
    level, sex = Level(given["level"]), Sex(given["sex"])
    track = TrackKind.FIRST_TIME if given["track"] == "first_time" else TrackKind.REELECTION
    law = ages_2020.retirement_law(day, level, track, sex)
    if given["term"] == "2025-2030":
        to_60 = sex is Sex.FEMALE and given.get("woman_allowed_to_retire_at_60", False)
        law = ages_2025.retirement_law(
            day,
            level,
            track,
            sex,
            category=ages_2025.AgeCategory.WOMAN_TO_60 if to_60 else ages_2025.AgeCategory.GENERAL,
            reelection_under_ct35=48,
        )
    assert law is not None
    return law


@answers("cutoff")
def cutoff_case(given: Table, context: Context) -> Facts:
    return Facts({"born_from": str(cutoff(_law(given)))})


@answers("age")
def age_case(given: Table, context: Context) -> Facts:
    law = _law(given)
    born = given["born"]
    found = months_left(Month.parse(born) if isinstance(born, str) else born, law)
    return Facts(
        {
            "reference_month": str(law.reference_month.value),
            "months_required": law.months_required.value,
            "retires": str(found.retires),
            "months_left": found.months_left,
            "eligible": found.eligible,
        }
    )
