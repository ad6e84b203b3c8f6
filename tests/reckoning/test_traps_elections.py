"""The traps of the handbook (README, section 6) that elections, lists and steps can fall into.

Each test sets the naive reading beside the answer and fails where the two are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, cast

import attrs
import pytest

from congress_flow import Citation, Cited, Instrument, Level, percent
from congress_flow.errors import UsageError
from congress_flow.reckoning import (
    AgeLaw,
    Band,
    Cap,
    Contest,
    Count,
    Decision,
    ElectionLaw,
    Meeting,
    Roll,
    Round,
    RoundKind,
    RoundOutcome,
    SequenceFault,
    ShareKind,
    Standing,
    StepBase,
    StepCount,
    StepMeeting,
    SurplusVerdict,
    Tally,
    Track,
    band_of,
    base_of,
    brackets_of,
    cap_of,
    entry,
    printed_as,
    recommended,
    sequence_of,
    share_of,
    step_of,
    surplus_of,
    tally,
)
from congress_flow_vn_2020.election_law import election_law
from congress_flow_vn_2020.instruments import HD03_2020, HD04_2014, HD32_2009, QC244_2014
from congress_flow_vn_2020.personnel_law import (
    SHARES,
    age_law,
    sequence_law,
    share_rounding,
    step_law,
)
from congress_flow_vn_2025.instruments import HD04_2024, QC190_2024
from tests.oracles.laws import Readings, law_of

LAW = law_of("244")
NEWER = law_of("190")
MEMBERS = Meeting.MEMBERS_CONGRESS
DELEGATES = Meeting.DELEGATES_CONGRESS


def first_round(votes: dict[str, int], *, ballots: int, valid: int | None = None) -> Round:
    """Return a first round in which everybody present handed in a ballot."""
    count = Count(
        present=ballots,
        issued=ballots,
        collected=ballots,
        valid=ballots if valid is None else valid,
    )
    return Round(kind=RoundKind.MAIN, count=count, votes=votes)


def result(roll: Roll, seats: int, *rounds: Round, contest: Contest = Contest.COMMITTEE) -> Tally:
    return tally(contest, rounds, LAW, roll=roll, seats=seats)


@pytest.mark.parametrize("naive", ["present", "valid"])
def test_tr3_the_base_is_neither_those_present_nor_the_valid_ballots(naive: str) -> None:
    """Fifty convened, 48 there, 42 valid: 25 votes are over half of the wrong figures only."""
    votes = {"A": 33, "B": 25, "C": 24}
    found = result(Roll(MEMBERS, 50), 2, first_round(votes, ballots=48, valid=42))
    wrong = {"present": 48, "valid": 42}[naive]
    by_naive = tuple(name for name, cast in votes.items() if 2 * cast > wrong)
    assert found.elected == ("A",)
    assert by_naive[:2] == ("A", "B")


def test_tr4_exactly_half_never_elects() -> None:
    """Ten of twenty elects nobody, at a vote and at a step, although it is no less than half."""
    found = result(Roll(MEMBERS, 20), 1, first_round({"A": 10, "B": 9}, ballots=20))
    step = step_of(
        StepCount(step=5, convened=20, present=20, issued=20, returned=20, valid=20, agree=10),
        step_law(Readings()),
    )
    assert Fraction(10, 20) >= Fraction(1, 2)
    assert not found.elected
    assert step.passed is False


def test_tr4_half_of_an_odd_base_is_not_rounded_down() -> None:
    """Of 41 the need is 21: 20 is under half, and 20,5 is no number of votes."""
    base = base_of(Roll(MEMBERS, 41), LAW.majority)
    assert base.need == 21
    assert base.need != 41 // 2
    assert not base.carries(20)


def test_tr5_entry_is_strict_and_the_cap_is_inclusive() -> None:
    """Exactly 30 % is too little to enter a list and not too much for its surplus."""
    asked = entry(60, 200, NEWER.lists)
    cap = surplus_of(Contest.COMMITTEE, seats=20, candidates=26, law=NEWER.lists)
    assert Fraction(60, 200) == Fraction(cap.surplus, cap.seats) == Fraction(3, 10)
    assert asked.admitted is False
    assert cap.cap is Cap.OK


@pytest.mark.parametrize("seats", [1, 2, 3, 4, 5, 6, 11, 12, 13])
def test_tr15_no_whole_number_lies_in_the_band(seats: int) -> None:
    """A hard band would forbid every list of these sizes: the band warns, the cap refuses."""
    assert band_of(seats, LAW.lists) == ()
    inside = [s for s in range(1, seats) if 10 * seats <= 100 * s <= 15 * seats]
    assert not inside


def test_tr15_a_list_outside_an_impossible_band_is_accepted_with_a_warning() -> None:
    """13 for 11 seats is outside the band and lawful; a naive band check would refuse it."""
    found = surplus_of(Contest.COMMITTEE, seats=11, candidates=13, law=LAW.lists)
    assert found.band is Band.ABOVE
    assert not all(demand.met for demand in found.band_demands)
    assert found.verdict is SurplusVerdict.ACCEPT_WITH_WARNING


def test_tr16_three_seats_have_a_surplus_only_by_the_small_rule() -> None:
    """One extra for three seats is 33,33 %: a choice; without it no surplus is lawful."""
    small = law_of("244", Readings(one_extra_on_three=True)).lists
    for lists, cap, aim in ((LAW.lists, Cap.OVER, 0), (small, Cap.OK_BY_SMALL_RULE, 1)):
        found = surplus_of(Contest.COMMITTEE, seats=3, candidates=4, law=lists)
        assert found.cap is cap
        assert recommended(3, lists) == aim
    assert cap_of(3, LAW.lists) == 0
    assert round(3 * 30 / 100) == 1  # the naive cap, rounded


def test_tr17_one_printed_share_says_nothing_about_another() -> None:
    """18,18 % is the surplus and the least share of women of 11, and neither follows from it."""
    surplus = surplus_of(Contest.COMMITTEE, seats=11, candidates=13, law=LAW.lists)
    women = share_of(
        ShareKind.WOMEN,
        1,
        11,
        target=Cited(Fraction(15, 100), SHARES[ShareKind.WOMEN].rows[0].cites),
        rounding=share_rounding(Readings()),
    )
    assert surplus.percent() == percent(women.least, 11) == "18,18"
    assert surplus.surplus == women.least
    assert women.met is False
    # Nor does the figure name the people: 4 of 22 prints alike.
    assert len(printed_as("18,18", 60)) > 1


def test_tr18_a_missed_target_never_blocks() -> None:
    """A share far under its target is a figure to be explained: it has no refusal to give."""
    share = share_of(
        ShareKind.RENEWAL,
        0,
        11,
        target=Cited(Fraction(1, 3), SHARES[ShareKind.RENEWAL].rows[0].cites),
        rounding=share_rounding(Readings()),
    )
    assert share.met is False
    assert not hasattr(share, "verdict")
    assert share.short_by == 4


def test_tr19_only_a_members_congress_asks_for_the_reason_of_an_absence() -> None:
    """Members: was the absence approved? Delegates: did an alternate come instead?"""
    members = base_of(Roll(MEMBERS, 100, {Standing.ABSENT_ALL_APPROVED: 5}), LAW.majority)
    unapproved = base_of(Roll(MEMBERS, 100, {Standing.ABSENT_ALL_UNAPPROVED: 5}), LAW.majority)
    alone = base_of(
        Roll(DELEGATES, 100, {Standing.DELEGATE_ABSENT_ALL_NO_ALTERNATE: 5}), LAW.majority
    )
    replaced = base_of(Roll(DELEGATES, 100, {Standing.DELEGATE_ABSENT_REPLACED: 5}), LAW.majority)
    assert (members.size, unapproved.size) == (95, 100)
    assert (alone.size, replaced.size) == (95, 100)


def test_tr19_the_two_lists_of_deductions_never_mix() -> None:
    """A delegate is not deducted for an approved reason: that standing does not exist there."""
    with pytest.raises(UsageError, match="no standing of a delegates' congress"):
        Roll(DELEGATES, 100, {Standing.ABSENT_ALL_APPROVED: 5})
    with pytest.raises(UsageError, match="no standing of a members' congress"):
        Roll(MEMBERS, 100, {Standing.DELEGATE_ABSENT_ALL_NO_ALTERNATE: 5})


def test_tr20_only_delegates_are_voted_on_again_without_a_decision() -> None:
    """A shortage of delegates goes on by rule; of a committee the congress decides."""
    votes = {"A": 20, "B": 10, "C": 9}
    goes_on = result(
        Roll(DELEGATES, 30), 2, first_round(votes, ballots=30), contest=Contest.DELEGATES
    )
    asks = result(Roll(DELEGATES, 30), 2, first_round(votes, ballots=30))
    assert goes_on.outcome is asks.outcome is RoundOutcome.SHORT
    assert goes_on.decision is Decision.NEXT_ROUND
    assert asks.decision is Decision.CONGRESS_DECIDES


def _citations(law: Any) -> list[Citation]:
    """Return every citation that stands anywhere in a record of the law."""
    if isinstance(law, Citation):
        return [law]
    if isinstance(law, Cited):
        return [law.citation]
    if isinstance(law, Mapping):
        rows = cast("Mapping[object, object]", law)
        return [found for row in rows.values() for found in _citations(row)]
    if attrs.has(_type(law)):
        return [found for part in _parts(law).values() for found in _citations(part)]
    return []


def _type(record: object) -> type[Any]:
    return type(record)


def _parts(record: Any) -> dict[str, Any]:
    return {field.name: getattr(record, field.name) for field in attrs.fields(_type(record))}


DAYS_OF_2014 = [date(2014, 6, 9), date(2014, 10, 6), date(2020, 3, 19), date(2020, 3, 20)]


@pytest.mark.parametrize("day", [*DAYS_OF_2014, date(2024, 10, 9)])
def test_tr23_the_guidance_of_2009_is_never_cited_for_the_regulation_of_2014(day: date) -> None:
    """32-HD/TW guides 220-QĐ/TW: no figure of a later day rests on it, nor on any later text."""
    found = _citations(election_law(day, Readings()))
    assert len(found) > 30
    for citation in found:
        assert citation.instrument != HD32_2009
        assert citation.instrument.earliest <= day
        assert day in citation.instrument.in_force


@pytest.mark.parametrize(
    ("day", "guidance"),
    [(date(2020, 3, 19), HD04_2014), (date(2020, 3, 20), HD03_2020)],
)
def test_tr22_the_guidance_is_that_of_the_day(day: date, guidance: object) -> None:
    """Two guidances are called 04-HD/TW: the cap of 2020 rests on neither the one of 2024."""
    cited = election_law(day, Readings()).lists.cap.citation.instrument
    assert cited == guidance
    assert HD04_2014.number == HD04_2024.number
    assert cited != HD04_2024


def test_tr24_the_articles_of_2024_are_those_of_2014_less_two() -> None:
    """Articles 15 to 20 and 32 of 2014 are 13 to 18 and 30 of 2024; the same number is another."""

    def articles(law: ElectionLaw, instrument: Instrument) -> dict[str, int]:
        found: dict[str, int] = {}
        for name, part in _parts(law).items():
            for field, figure in _parts(part).items():
                for citation in _citations(figure):
                    words = citation.article.split()
                    if citation.instrument == instrument and words[0] == "Điều":
                        found[f"{name}.{field}"] = int(words[1])
        return found

    old, new = articles(LAW, QC244_2014), articles(NEWER, QC190_2024)
    common = old.keys() & new.keys()
    assert len(common) > 12
    assert all(new[field] == old[field] - 2 for field in common)


def test_tr27_no_age_and_no_seniority_decides_a_tie() -> None:
    """Neither the first on the ballot nor the older is taken: both names stand in the run-off."""
    votes = {"A": 26, "B": 26, "C": 26}
    found = result(Roll(MEMBERS, 50), 2, first_round(votes, ballots=50))
    assert not found.elected
    assert set(found.rounds[0].tie.names) == {"A", "B", "C"}
    assert found.rounds[0].tie.places == 2


def test_tr27_a_second_round_is_not_the_last() -> None:
    """The youth union stops after two rounds; a congress may vote as often as it decides to."""
    rounds = [first_round({"A": 10, "B": 9}, ballots=30)]
    further = Count(present=30, issued=30, collected=30, valid=30)
    rounds += [
        Round(kind=RoundKind.NEXT, count=further, votes={"A": 11, "B": 12}) for _ in range(3)
    ]
    rounds.append(Round(kind=RoundKind.NEXT, count=further, votes={"A": 16, "B": 12}))
    found = result(Roll(MEMBERS, 30), 1, *rounds)
    assert found.elected == ("A",)


def test_a_tie_at_or_under_half_is_a_shortage() -> None:
    """Two people level at exactly half are no tie to be voted again: nobody is elected by it."""
    votes = {"A": 18, "B": 15, "C": 10, "D": 10}
    found = result(Roll(MEMBERS, 20), 3, first_round(votes, ballots=20))
    assert found.outcome is RoundOutcome.SHORT
    assert not found.rounds[0].tie
    assert found.decision is Decision.CONGRESS_DECIDES
    # The naive reading ranks everybody and finds two people level for one seat.
    ranked = sorted(votes.values(), reverse=True)
    assert ranked[2] == ranked[3]


def test_a_tie_inside_the_seats_needs_no_second_vote() -> None:
    """Equal votes alone are no tie: it takes more people than seats left."""
    votes = {"A": 15, "B": 15, "C": 3}
    found = result(Roll(MEMBERS, 20), 2, first_round(votes, ballots=20))
    assert set(found.elected) == {"A", "B"}
    assert found.outcome is RoundOutcome.FULL


def test_percentages_are_truncated_and_never_compared() -> None:
    """5/35 prints 14,28, and a printed percentage would misjudge a share close to its limit."""
    assert percent(5, 35) == "14,28"
    assert percent(5, 35, rounded=True) == "14,29"
    # 3001 of 10001 prints as exactly 30,00 and is more than 30 %.
    assert percent(3001, 10_001) == "30,00"
    assert entry(3001, 10_001, NEWER.lists).admitted is True
    # 15,0000…1 % prints as 15,00 and is above the band.
    assert percent(150_001, 1_000_000) == "15,00"
    lists = NEWER.lists
    found = surplus_of(Contest.COMMITTEE, seats=1_000_000, candidates=1_150_001, law=lists)
    assert found.band is Band.ABOVE


def test_tr33_first_time_people_wait_for_the_end_of_re_election() -> None:
    """Track F may not open while track R is under way, even if both end in order."""
    meetings = [
        StepMeeting(
            track=track, step=step, day=date(2020, 1, number), minutes=True, counting_minutes=True
        )
        for number, (track, step) in enumerate(
            [
                *((Track.REELECTION, step) for step in (1, 2, 3, 4)),
                (Track.FIRST_TIME, 1),
                (Track.REELECTION, 5),
                *((Track.FIRST_TIME, step) for step in (2, 3, 4, 5)),
            ],
            start=1,
        )
    ]
    found = sequence_of(meetings, sequence_law())
    for track in Track:
        assert [each.step for each in meetings if each.track is track] == [1, 2, 3, 4, 5]
    assert found.findings == (SequenceFault.FIRST_TIME_BEFORE_REELECTION_DONE,)


@pytest.mark.parametrize("base", StepBase)
def test_the_base_of_step_2_decides_and_is_a_choice(base: StepBase) -> None:
    """25 of 60 convened, 50 present, 48 valid: one base of three lets the person pass."""
    law = step_law(Readings(base_step2=base))
    count = StepCount(step=2, convened=60, present=50, issued=50, returned=50, valid=48, agree=25)
    assert step_of(count, law).passed is (base is StepBase.VALID)


def test_forty_on_the_day_is_not_under_forty() -> None:
    """Age is full years on the day: the calendar year alone would say otherwise the day before."""
    law: AgeLaw = age_law(Level.PROVINCE, Readings())
    born = {"Hà": date(1980, 5, 28), "Minh": date(1980, 5, 29)}
    found = brackets_of(born, date(2020, 5, 28), law)
    assert found.counts == (1, 1, 0)
    assert {2020 - day.year for day in born.values()} == {40}
