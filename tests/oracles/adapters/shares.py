"""Worked cases of structure: `share`, `brackets`."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs

from congress_flow import Level
from congress_flow.reckoning import Cited, ShareKind, brackets_of, share_of
from congress_flow_vn_2020.personnel_law import SHARES, age_law, share_rounding
from tests.oracles.laws import Readings, recited
from tests.oracles.registry import Context, Facts, Table, answers


@answers("share")
def share_case(given: Table, context: Context) -> Facts:
    """A share against its target; a shortfall is a warning."""
    kind = ShareKind(given["what"])
    # The case gives the target itself; only the place is taken from the law.
    place = SHARES.get(kind, SHARES[ShareKind.WOMEN]).rows[-1].cites
    found = share_of(
        kind,
        given["count"],
        given["total"],
        target=Cited(Fraction(given["target"]), place),
        rounding=share_rounding(Readings()),
    )
    facts: dict[str, Any] = {
        "least_count": found.least,
        "percent": {
            "truncated": found.percent("en"),
            "rounded": found.percent("en", rounded=True),
        },
        "met": found.met,
    }
    if found.met is False:
        facts |= {"short_by": found.short_by, "severity": "warning"}
    return Facts(facts)


@answers("brackets")
def brackets_case(given: Table, context: Context) -> Facts:
    """Full years on a day, three brackets, and the young."""
    law = age_law(Level.PROVINCE, Readings())
    law = attrs.evolve(law, young_under=recited(law.young_under, given["young_under"]))
    found = brackets_of(
        {each["name"]: each["born"] for each in given["person"]}, given["as_of"], law
    )
    names = ("under_40", "from_40_to_50", "over_50")
    return Facts(
        {
            "full_years": dict(found.full_years),
            "counts": dict(zip(names, found.counts, strict=True)),
            "percent": dict(zip(names, found.percents("en"), strict=True)),
            "three_brackets_present": found.three_present,
            "youth": {
                "count": found.youth.count,
                "least_count": found.youth.least,
                "met": found.youth.met,
            },
        }
    )
