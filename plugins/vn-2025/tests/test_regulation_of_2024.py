"""The election regulation of 2024 as figures, and what it changed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from congress_flow import Confidence
from congress_flow.errors import UsageError
from congress_flow.reckoning import Meeting
from congress_flow_vn_2025.election_law import election_law
from congress_flow_vn_2025.instruments import QC190_2024, QD294_2025
from tests.oracles.laws import Readings


def test_the_regulation_speaks_of_its_own_days_only() -> None:
    """190-QĐ/TW holds from 10 October 2024 on."""
    with pytest.raises(UsageError, match="was not in force on 2024-10-09"):
        election_law(date(2024, 10, 9), Readings())


def test_an_outsider_needs_support() -> None:
    """More than 30 % of those attending, verified in article 14."""
    support = election_law(date(2024, 10, 10), Readings()).lists.outsider_support
    assert support.value == Fraction(3, 10)
    assert support.citation == QC190_2024.at("Điều 14 khoản 3")


@pytest.mark.parametrize(
    ("day", "ballots", "instrument"),
    [(date(2025, 6, 30), 0, QC190_2024), (date(2025, 7, 1), 3, QD294_2025)],
)
def test_the_third_ballot_counts_from_july_2025(
    day: date, ballots: int, instrument: object
) -> None:
    """294-QĐ/TW was signed in May 2025 and holds from 1 July."""
    limit = election_law(day, Readings()).result.cell_secretary_ballots
    assert limit.value == ballots
    assert limit.citation.instrument == instrument


def test_what_was_not_read_again_is_assumed() -> None:
    """The deductions of a delegates' congress were read in the older regulation only."""
    law = election_law(date(2025, 6, 15), Readings())
    delegates = law.majority.deducted[Meeting.DELEGATES_CONGRESS].citation
    assert delegates.confidence is Confidence.ASSUMED
    assert law.lists.cap.citation.confidence is Confidence.VERIFIED
