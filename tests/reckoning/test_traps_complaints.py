"""Traps about complaints, TR25 above all: two rules with the figures 25 and 30.

Each test fails on the naive reading that its name stands for.
"""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow import CountAnchor, Level
from congress_flow.reckoning import (
    Counting,
    Disposition,
    Letter,
    Matter,
    dispose,
    working_days,
)
from congress_flow_vn_2020 import complaints_law as law_2020
from congress_flow_vn_2020.calendars import VIETNAM
from congress_flow_vn_2025 import complaints_law as law_2025

COUNTING = Counting(VIETNAM, CountAnchor.EXCLUDE)
OPENING = date(2025, 5, 20)
DAY_24, DAY_25, DAY_26 = date(2025, 4, 14), date(2025, 4, 11), date(2025, 4, 10)
LAW = law_2025.letter_law(
    date(2025, 4, 1),
    Level.GRASSROOTS,
    freeze=working_days(25),
    lodge_under_qd296=working_days(30),
)


def disposed(matter: Matter, *, received: date, sent: date) -> Disposition:
    letter = Letter(
        matter=matter,
        competent=True,
        settler_concerned=False,
        about_congress=True,
        grounds=frozenset(),
        received=received,
        sent=sent,
    )
    return dispose(letter, LAW, opening=OPENING, counting=COUNTING).disposition


def test_tr25_on_the_25th_day_the_two_rules_part() -> None:
    """On the very 25th working day a denunciation is frozen, an appeal is considered."""
    assert disposed(Matter.DENUNCIATION, received=DAY_25, sent=DAY_25) is Disposition.FROZEN
    assert (
        disposed(Matter.APPEAL, received=DAY_25, sent=DAY_25)
        is Disposition.CONSIDERED_BEFORE_CONGRESS
    )


def test_tr25_on_either_side_of_the_25th_day() -> None:
    """The 26th day settles both now; the 24th freezes the one and passes on the other."""
    assert disposed(Matter.DENUNCIATION, received=DAY_26, sent=DAY_26) is Disposition.IN_PROGRESS
    assert disposed(Matter.DENUNCIATION, received=DAY_24, sent=DAY_24) is Disposition.FROZEN
    assert (
        disposed(Matter.APPEAL, received=DAY_24, sent=DAY_24) is Disposition.PASSED_TO_NEW_COMMITTEE
    )


def test_tr25_another_day_counts_for_each() -> None:
    """Sent on the 26th and received on the 24th: the denunciation is frozen, the appeal in time."""
    assert disposed(Matter.DENUNCIATION, received=DAY_24, sent=DAY_26) is Disposition.FROZEN
    assert (
        disposed(Matter.APPEAL, received=DAY_24, sent=DAY_26)
        is Disposition.CONSIDERED_BEFORE_CONGRESS
    )


def test_tr25_neither_rule_speaks_for_the_other_term() -> None:
    """In 2020 no cut-off of appeals was found, in 2025 no freeze: each is a reading of its own."""
    in_2020 = law_2020.letter_law(date(2020, 5, 1), Level.GRASSROOTS, appeal_cutoff=None)
    assert (in_2020.freeze is not None, in_2020.cutoff) == (True, None)
    unread = law_2025.letter_law(
        date(2025, 4, 1), Level.GRASSROOTS, freeze=None, lodge_under_qd296=working_days(30)
    )
    assert (unread.freeze, unread.cutoff is not None) == (None, True)


@pytest.mark.parametrize("level", [Level.UPPER_GRASSROOTS, Level.COMMUNE, Level.PROVINCE])
def test_above_the_grassroots_it_is_30(level: Level) -> None:
    """25 working days are the grassroots' figure; every level above has 30."""
    law = law_2025.letter_law(
        date(2025, 4, 1), level, freeze=None, lodge_under_qd296=working_days(30)
    )
    assert law.cutoff is not None
    assert law.cutoff.value == working_days(30)


def test_the_first_body_reached_does_not_stop_the_count() -> None:
    """A letter that a wrong body had in time is frozen by the day on which the right one had it."""
    in_time_elsewhere, too_late_here = DAY_26, DAY_24
    assert in_time_elsewhere < too_late_here
    assert (
        disposed(Matter.DENUNCIATION, received=too_late_here, sent=in_time_elsewhere)
        is Disposition.FROZEN
    )
