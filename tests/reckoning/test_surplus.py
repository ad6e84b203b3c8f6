"""Surplus and lists beyond the worked cases: other readings, later rounds, words and figures."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import Confidence, Op, percent
from congress_flow.errors import UsageError
from congress_flow.reckoning import (
    Band,
    Cap,
    Contest,
    LaterRounds,
    PollStep,
    PollTie,
    Presence,
    SurplusRounding,
    SurplusVerdict,
    band_of,
    cap_of,
    entry,
    list_cap,
    most_of,
    printed_as,
    recommended,
    surplus_of,
    surplus_of_next_round,
)
from tests.oracles.laws import Readings, law_of

LISTS = law_of("244").lists
NEWER = law_of("190").lists
COMMITTEE = Contest.COMMITTEE


@pytest.mark.parametrize(
    ("seats", "least", "binding", "nearest"),
    [
        # seats: the least that reaches 10 %; the same where the band binds; the nearest whole one
        (11, 2, 2, 1),  # band 1.10 to 1.65: one is 0.10 away, two are 0.35
        (13, 2, 2, 2),  # band 1.30 to 1.95: two are 0.05 away
        (10, 1, 1, 1),  # the band holds one
        (5, 1, 1, 1),  # band 0.50 to 0.75: nobody is no surplus
        (2, 0, 0, 0),  # no lawful surplus at all
    ],
)
def test_the_rounding_of_the_band_is_a_reading(
    seats: int, least: int, binding: int, nearest: int
) -> None:
    """Each reading of the band recommends its own number, never more than is lawful."""
    answers = {
        reading: recommended(seats, law_of("244", Readings(surplus_rounding=reading)).lists)
        for reading in SurplusRounding
    }
    assert answers == {
        SurplusRounding.LEAST_FROM_FLOOR: least,
        SurplusRounding.BAND_WHERE_POSSIBLE: binding,
        SurplusRounding.NEAREST: nearest,
    }


@pytest.mark.parametrize(
    ("seats", "candidates", "verdict"),
    [
        (20, 24, SurplusVerdict.REJECT),  # 20 %, and two or three people fit the band
        (11, 13, SurplusVerdict.ACCEPT_WITH_WARNING),  # nobody fits it
        (20, 23, SurplusVerdict.ACCEPT),
    ],
)
def test_a_binding_band_refuses_where_a_whole_number_fits(
    seats: int, candidates: int, verdict: SurplusVerdict
) -> None:
    """Under the other reading the band is hard, but only where it can be kept."""
    reading = Readings(surplus_rounding=SurplusRounding.BAND_WHERE_POSSIBLE)
    binding = surplus_of(
        COMMITTEE, seats=seats, candidates=candidates, law=law_of("244", reading).lists
    )
    soft = surplus_of(COMMITTEE, seats=seats, candidates=candidates, law=LISTS)
    assert binding.verdict is verdict
    assert soft.verdict is not SurplusVerdict.REJECT


@pytest.mark.parametrize(
    ("reading", "cap"),
    [(LaterRounds.ALL_SEATS, Cap.OK), (LaterRounds.OPEN_SEATS, Cap.OVER)],
)
def test_the_surplus_of_a_further_round_is_a_reading(reading: LaterRounds, cap: Cap) -> None:
    """Two more people for three open seats of eleven: 18 % of all seats, 66 % of the open ones."""
    law = law_of("244", Readings(later_surplus=reading)).lists
    found = surplus_of_next_round(COMMITTEE, seats=11, open_seats=3, candidates=5, law=law)
    assert found is not None
    assert found.surplus == 2
    assert found.cap is cap


def test_a_further_round_may_ask_for_no_surplus() -> None:
    """Under the third reading nothing is asked of a further round."""
    law = law_of("244", Readings(later_surplus=LaterRounds.NOT_ASKED)).lists
    found = surplus_of_next_round(COMMITTEE, seats=11, open_seats=3, candidates=3, law=law)
    assert found is None
    with pytest.raises(UsageError, match="12 seats are open, but there are 11"):
        surplus_of_next_round(COMMITTEE, seats=11, open_seats=12, candidates=3, law=law)


def test_a_surplus_explains_itself() -> None:
    """Figures, words, comparisons and places of the surplus of the Thái Bình example."""
    found = surplus_of(COMMITTEE, seats=11, candidates=13, law=LISTS)
    assert found.figures == {
        "contest": "committee",
        "seats": 11,
        "candidates": 13,
        "surplus": 2,
        "percent": "18,18",
        "most": 3,
        "cap": "ok",
        "presence": "ok",
        "band": "above",
        "band_possible": False,
        "verdict": "accept_with_warning",
    }
    assert found.text.vi == (
        "13 người cho 11 chỗ: số dư 2 người (18,18 %), nhiều nhất 3 người; "
        "không có số nguyên nào trong khoảng 10–15 %"
    )
    assert found.text.en.startswith("13 candidates for 11 places: surplus 2 (18.18 %), at most 3;")
    assert found.cap_demand.op is Op.AT_MOST
    assert found.cap_demand.met
    assert found.presence_demand.met
    assert [demand.met for demand in found.band_demands] == [True, False]
    assert found.confidence is Confidence.UNKNOWN
    assert surplus_of(COMMITTEE, seats=10, candidates=11, law=LISTS).text.vi.endswith("3 người")


def test_a_surplus_that_need_not_be_is_not_asked_for() -> None:
    """A secretary without surplus keeps the demand; a committee without one does not."""
    alone = surplus_of(Contest.SECRETARY, seats=1, candidates=1, law=LISTS)
    none = surplus_of(COMMITTEE, seats=9, candidates=9, law=LISTS)
    assert alone.presence is Presence.NOT_REQUIRED
    assert alone.presence_demand.met
    assert none.presence_demand.met is False
    assert alone.band is none.band is Band.NONE
    assert LISTS.rounding.citation not in none.citations


def test_the_small_rule_is_cited_where_it_is_needed() -> None:
    """One extra for three seats rests on the reading that allows it, and says so."""
    small = law_of("244", Readings(one_extra_on_three=True)).lists
    found = surplus_of(COMMITTEE, seats=3, candidates=4, law=small)
    assert found.cap is Cap.OK_BY_SMALL_RULE
    assert small.one_extra_for.citation in found.citations
    over = surplus_of(COMMITTEE, seats=3, candidates=5, law=small)
    assert over.cap is Cap.OVER
    assert small.one_extra_for.citation in over.citations
    assert (cap_of(3, small), most_of(3, small), most_of(3, LISTS)) == (0, 1, 0)


@given(st.integers(1, 60), st.integers(0, 60))
def test_every_surplus_is_found_from_its_print(seats: int, surplus: int) -> None:
    """Whatever a surplus prints as, truncated or rounded, leads back to it among others."""
    for rounded in (False, True):
        printed = percent(surplus, seats, rounded=rounded)
        pairs = printed_as(printed, 60)
        assert (seats, seats + surplus) in pairs


@pytest.mark.parametrize("printed", ["18", "18,1", "18,181", "a,bc", "-1,00", ",18"])
def test_what_is_no_printed_percentage_is_refused(printed: str) -> None:
    """A percentage to look for has two decimals after a comma or a point."""
    with pytest.raises(UsageError, match="two decimals"):
        printed_as(printed, 60)


@pytest.mark.parametrize(
    ("reading", "step"),
    [
        (PollTie.WITHIN_CAP, PollStep.NONE),
        (PollTie.NONE_ENTERS, PollStep.NONE),
        (PollTie.POLL_AGAIN, PollStep.POLL_AGAIN),
        (PollTie.CONGRESS_DECIDES, PollStep.CONGRESS_DECIDES),
    ],
)
def test_a_tie_at_the_cut_of_a_list_is_a_reading(reading: PollTie, step: PollStep) -> None:
    """Nobody level at the last place enters of itself; what comes next is a choice."""
    law = law_of("244", Readings(poll_tie=reading)).lists
    cut = list_cap({"A": 9, "B": 7, "C": 7}, law, seats=10, prepared=11, attending=20)
    assert cut.enter == ("A",)
    assert (cut.tie.names, cut.tie.places) == (("B", "C"), 1)
    assert cut.next_step is step
    assert law.poll_tie.citation in cut.citations
    assert cut.confidence is Confidence.UNKNOWN


def test_a_cut_list_explains_itself() -> None:
    """Figures and words of a cut, with those below the threshold and those level at the cut."""
    support = {"P1": 70, "P2": 65, "P3": 65, "P4": 60}
    cut = list_cap(support, NEWER, seats=20, prepared=24, attending=200)
    assert cut.below_threshold == ("P4",)
    assert cut.figures == {
        "seats": 20,
        "prepared": 24,
        "cap": 6,
        "longest_list": 26,
        "before_poll": 28,
        "room": 2,
        "enter": ["P1"],
        "tied": ["P2", "P3"],
        "final_list": 25,
        "percent": "25,00",
    }
    assert cut.text.vi == (
        "danh sách chuẩn bị 24 người, nhiều nhất 26 người, còn 2 chỗ; "
        "đưa thêm vào danh sách: P1; ngang phiếu, còn 1 chỗ: P2, P3"
    )
    full = list_cap({"P1": 70}, NEWER, seats=20, prepared=27, attending=200)
    assert full.room == 0
    assert full.text.en.endswith("entering: nobody")
    assert full.next_step is PollStep.NONE


def test_without_a_poll_everybody_admitted_enters() -> None:
    """Within the cap no poll is needed, and before 2024 no support is asked."""
    cut = list_cap({"P1": 0}, LISTS, seats=20, prepared=22, attending=None)
    assert cut.enter == ("P1",)
    few = list_cap({"P1": 70}, NEWER, seats=20, prepared=22, attending=200)
    many = list_cap({"P1": 70}, NEWER, seats=20, prepared=26, attending=200)
    assert not few.poll_needed_for_cap
    assert many.poll_needed_for_cap
    assert NEWER.over_cap not in few.citations
    assert NEWER.over_cap in many.citations


@pytest.mark.parametrize("law", [LISTS, NEWER])
def test_no_more_support_an_outsider_than_attend(law: Any) -> None:
    """Seventy of sixty is no figure: it is refused, for one person and for a list."""
    with pytest.raises(UsageError, match="70 support, but only 60 attend"):
        entry(70, 60, law)
    with pytest.raises(UsageError, match="70 support, but only 60 attend"):
        list_cap({"P1": 70}, law, seats=20, prepared=22, attending=60)
    assert entry(60, 60, law).admitted


@pytest.mark.parametrize(("support", "attending"), [(None, 200), (61, None)])
def test_a_threshold_with_unknown_figures_is_open(
    support: int | None, attending: int | None
) -> None:
    """Neither admitted nor refused where a figure is missing; without a threshold, admitted."""
    assert entry(support, attending, NEWER).admitted is None
    assert entry(support, attending, LISTS).admitted is True
    with pytest.raises(UsageError, match="a share of those attending"):
        list_cap({"P1": 61}, NEWER, seats=20, prepared=22, attending=None)


def test_an_entry_explains_itself() -> None:
    """The threshold in words, its least number, and its place; or that none is asked."""
    asked = entry(57, 187, NEWER)
    assert asked.admitted
    assert asked.least == 57
    assert asked.threshold.value == Fraction(3, 10)
    assert "57/187" in asked.text.vi
    assert [each.article for each in asked.citations] == ["Điều 14 khoản 3"]
    free = entry(0, 187, LISTS)
    assert free.least == 0
    assert free.text.vi == "không quy định mức tán thành tối thiểu"


def test_what_is_no_list_is_refused() -> None:
    """Wrong types and sizes are the caller's mistake."""
    with pytest.raises(UsageError, match="contest must be a Contest"):
        surplus_of("committee", seats=9, candidates=10, law=LISTS)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="seats must be a whole number from 1"):
        surplus_of(COMMITTEE, seats=0, candidates=1, law=LISTS)
    with pytest.raises(UsageError, match="seats must be a whole number from 1"):
        band_of(0, LISTS)
    with pytest.raises(UsageError, match="prepared must be a whole number"):
        list_cap({}, LISTS, seats=9, prepared=-1, attending=20)
