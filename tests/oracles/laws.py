"""The law under which the worked cases of elections, lists and steps are answered.

The cases name readings and options of their own; everything else stands as the format says: an
`assumed` rule is the default.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from congress_flow.reckoning import (
    Cited,
    ConferenceDeductions,
    ElectionLaw,
    LaterRounds,
    PollTie,
    QuorumBase,
    ShareRounding,
    StepBase,
    SurplusRounding,
)
from congress_flow_vn_2020.election_law import election_law as law_of_2014
from congress_flow_vn_2020.readings import AddNames, Quorum
from congress_flow_vn_2025.election_law import election_law as law_of_2024


@attrs.frozen(kw_only=True)
class Readings:
    """The readings that the format of the cases takes for granted."""

    all_disagree_valid: bool = False
    conference_deductions: ConferenceDeductions = ConferenceDeductions.NONE
    quorum_base: QuorumBase = QuorumBase.CONVENED
    surplus_rounding: SurplusRounding = SurplusRounding.LEAST_FROM_FLOOR
    one_extra_on_three: bool = False
    later_surplus: LaterRounds = LaterRounds.ALL_SEATS
    poll_tie: PollTie = PollTie.CONGRESS_DECIDES
    quorum_other: Quorum = Quorum.TWO_THIRDS
    base_step2: StepBase = StepBase.PRESENT
    step2_eliminates: bool = True
    add_names: AddNames = AddNames.NOT_ALLOWED
    youth_age_line: int = 40
    share_rounding: ShareRounding = ShareRounding.UP


def law_of(regulation: str, readings: Readings | None = None) -> ElectionLaw:
    """Return the law under regulation `"244"` (of 2014) or `"190"` (of 2024)."""
    chosen = Readings() if readings is None else readings
    if regulation == "244":
        return law_of_2014(date(2020, 5, 28), chosen)
    if regulation == "190":
        return law_of_2024(date(2025, 6, 15), chosen)
    raise LookupError(f"no regulation {regulation!r}")


def both_laws(readings: Readings | None = None) -> tuple[ElectionLaw, ElectionLaw]:
    """Return the law of 2014 and of 2024: where a case names both, both must answer alike."""
    return law_of("244", readings), law_of("190", readings)


def recited(cited: Cited[Any], value: object) -> Cited[Any]:
    """Return another value for a figure of the law, at the place of the first."""
    return Cited(value, cited.citation)
