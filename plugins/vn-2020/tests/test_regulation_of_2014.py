"""The election regulation of 2014 as figures: by the day, with the readings that were chosen."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from congress_flow import Cited, Confidence
from congress_flow.errors import UsageError
from congress_flow.reckoning import Contest, Meeting, PollTie, QuorumBase, Runoff
from congress_flow_vn_2020.election_law import election_law
from congress_flow_vn_2020.instruments import HD03_2020, HD04_2014, QC244_2014
from tests.oracles.laws import Readings

DAY = date(2020, 5, 28)


@pytest.mark.parametrize("day", [date(2014, 6, 8), date(2024, 10, 10)])
def test_the_regulation_speaks_of_its_own_days_only(day: date) -> None:
    """Before and after 244-QĐ/TW its figures are not to be had."""
    with pytest.raises(UsageError, match="was not in force"):
        election_law(day, Readings())


@pytest.mark.parametrize(
    ("day", "instrument", "grade"),
    [
        (date(2014, 6, 9), QC244_2014, Confidence.ASSUMED),
        (date(2014, 10, 6), HD04_2014, Confidence.VERIFIED),
        (date(2020, 3, 19), HD04_2014, Confidence.VERIFIED),
        (date(2020, 3, 20), HD03_2020, Confidence.VERIFIED),
        (date(2024, 10, 9), HD03_2020, Confidence.VERIFIED),
    ],
)
def test_the_cap_rests_on_the_guidance_of_the_day(
    day: date, instrument: object, grade: Confidence
) -> None:
    """The cap was read in the guidances; before the first of them it is assumed."""
    cap = election_law(day, Readings()).lists.cap
    assert cap.value == Fraction(3, 10)
    assert cap.citation.instrument == instrument
    assert cap.citation.confidence is grade


def test_readings_are_graded_unknown() -> None:
    """What the user chose stands in the law, and the law says that no text decides it."""
    readings = Readings(
        all_disagree_valid=True,
        quorum_base=QuorumBase.AFTER_DEDUCTIONS,
        poll_tie=PollTie.POLL_AGAIN,
    )
    law = election_law(DAY, readings)
    chosen: dict[Cited[Any], object] = {
        law.ballots.all_disagree_valid: True,
        law.majority.quorum_base: QuorumBase.AFTER_DEDUCTIONS,
        law.lists.poll_tie: PollTie.POLL_AGAIN,
    }
    for cited, value in chosen.items():
        assert cited.value == value
        assert cited.citation.confidence is Confidence.UNKNOWN


def test_what_changed_later_was_not_there_yet() -> None:
    """No support is asked of an outsider, and no number of ballots ends a contest."""
    law = election_law(DAY, Readings())
    assert law.lists.outsider_support.value == 0
    assert law.result.cell_secretary_ballots.value == 0
    assert law.result.runoff.value is Runoff.PLURALITY
    assert law.result.runoff.citation.confidence is Confidence.ASSUMED
    assert law.lists.required.value == {Contest.COMMITTEE, Contest.STANDING_COMMITTEE}
    assert law.majority.deducted[Meeting.DELEGATES_CONGRESS].citation.confidence is (
        Confidence.VERIFIED
    )
