"""Rounds and results beyond the worked cases: other readings, alternates, reports out of place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import pytest

from congress_flow import Confidence
from congress_flow.errors import UsageError
from congress_flow.reckoning import (
    Contest,
    Count,
    Decision,
    ElectionLaw,
    Marks,
    Meeting,
    Roll,
    Round,
    RoundError,
    RoundKind,
    RoundOutcome,
    Runoff,
    Shortage,
    Standing,
    Tally,
    tally,
)
from congress_flow_vn_2025.election_law import election_law as law_of_2024
from tests.oracles.laws import Readings, law_of, recited

LAW = law_of("244")
MAIN, RUNOFF, NEXT = RoundKind.MAIN, RoundKind.RUNOFF, RoundKind.NEXT
MEMBERS = Meeting.MEMBERS_CONGRESS


def voted(kind: RoundKind, votes: Mapping[str, int], ballots: int = 40, **count: int) -> Round:
    """Return a round of which every ballot came back valid, unless *count* says otherwise."""
    same = dict.fromkeys(("present", "issued", "collected", "valid"), ballots)
    return Round(kind=kind, count=Count(**{**same, **count}), votes=votes)


def found(
    *rounds: Round,
    seats: int = 2,
    contest: Contest = Contest.COMMITTEE,
    meeting: Meeting = MEMBERS,
    convened: int = 40,
    law: ElectionLaw = LAW,
    alternates: int = 0,
) -> Tally:
    roll = Roll(meeting, convened)
    return tally(contest, rounds, law, roll=roll, seats=seats, alternates=alternates)


def with_result(**changes: Any) -> ElectionLaw:
    """Return the law with other figures for results, at the same places."""
    kept: dict[str, Any] = {
        name: recited(getattr(LAW.result, name), value) for name, value in changes.items()
    }
    return attrs.evolve(LAW, result=attrs.evolve(LAW.result, **kept))


TIED = voted(MAIN, {"A": 30, "B": 25, "C": 25})


# --- Other readings -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reading", "outcome", "elected"),
    [
        (Runoff.PLURALITY, RoundOutcome.FULL, ("A", "B")),
        (Runoff.MAJORITY, RoundOutcome.SHORT, ("A",)),
    ],
)
def test_what_a_run_off_asks_is_a_figure_of_the_law(
    reading: Runoff, outcome: RoundOutcome, elected: tuple[str, ...]
) -> None:
    """The higher wins a run-off under half; whoever reads the law otherwise asks for half again."""
    law = with_result(runoff=reading)
    result = found(TIED, voted(RUNOFF, {"B": 20, "C": 19}), law=law)
    assert result.outcome is outcome
    assert result.elected == elected
    assert result.confidence is Confidence.ASSUMED


@pytest.mark.parametrize(
    ("contest", "field"),
    [
        (Contest.DELEGATES, "shortage_of_delegates"),
        (Contest.INSPECTION_COMMISSION, "shortage_of_others"),
    ],
)
@pytest.mark.parametrize(
    ("reading", "decision"),
    [
        (Shortage.VOTE_AGAIN, Decision.NEXT_ROUND),
        (Shortage.MEETING_DECIDES, Decision.CONGRESS_DECIDES),
    ],
)
def test_what_follows_a_shortage_is_a_figure_of_the_law(
    contest: Contest, field: str, reading: Shortage, decision: Decision
) -> None:
    """Both readings of a first shortage are there for both kinds of contest."""
    law = with_result(**{field: reading})
    short = voted(MAIN, {"A": 30, "B": 20, "C": 19})
    assert found(short, contest=contest, law=law).decision is decision


@pytest.mark.parametrize("voids", [True, False])
def test_more_ballots_than_issued_void_the_box_or_contradict(voids: bool) -> None:  # noqa: FBT001
    """The box is annulled and the vote held again; without that rule the report is simply wrong."""
    law = with_result(over_issued_voids=voids)
    result = found(voted(MAIN, {"A": 30}, collected=41), law=law)
    if voids:
        assert (result.outcome, result.decision) == (RoundOutcome.VOID, Decision.VOTE_AGAIN)
        assert not result.rounds[0].errors
    else:
        assert result.outcome is RoundOutcome.INCONSISTENT
        assert result.rounds[0].errors == (RoundError.COLLECTED_OVER_ISSUED,)
    assert not result.elected
    assert result.unfilled == 2


@pytest.mark.parametrize(
    ("day", "decision"),
    [
        (date(2025, 6, 30), Decision.CONGRESS_DECIDES),
        (date(2025, 7, 1), Decision.SUPERIOR_APPOINTS),
    ],
)
def test_from_july_2025_the_superior_appoints_after_a_third_ballot(
    day: date, decision: Decision
) -> None:
    """The secretary of a cell, and nobody else, is appointed after three ballots without one."""
    law = law_of_2024(day, Readings())
    rounds = [voted(kind, {"A": 20, "B": 20}) for kind in (MAIN, NEXT, NEXT)]
    third = found(*rounds, seats=1, contest=Contest.CELL_SECRETARY, law=law)
    assert third.decision is decision
    second = found(*rounds[:2], seats=1, contest=Contest.CELL_SECRETARY, law=law)
    other = found(*rounds, seats=1, contest=Contest.SECRETARY, law=law)
    assert second.decision is other.decision is Decision.CONGRESS_DECIDES


def test_a_void_ballot_is_none_of_the_three() -> None:
    """A box that was annulled is not one of the ballots after which the superior appoints."""
    law = law_of_2024(date(2025, 7, 1), Readings())
    rounds = [
        voted(MAIN, {}, collected=41),
        voted(MAIN, {"A": 20, "B": 20}),
        voted(NEXT, {"A": 20, "B": 20}),
    ]
    result = found(*rounds, seats=1, contest=Contest.CELL_SECRETARY, law=law)
    assert result.decision is Decision.CONGRESS_DECIDES


# --- Ties, run-offs, further rounds ---------------------------------------------------------------


def test_a_void_run_off_is_held_again() -> None:
    """A run-off whose box was annulled leaves the tie where it was."""
    void = voted(RUNOFF, {}, collected=41)
    result = found(TIED, void, voted(RUNOFF, {"B": 10, "C": 12}))
    assert [each.outcome.value for each in result.rounds] == ["runoff", "void", "full"]
    assert result.elected == ("A", "C")


def test_after_a_run_off_tied_again_the_congress_may_go_either_way() -> None:
    """It may vote once more among the tied, or hold a further round, where half is needed."""
    again = voted(RUNOFF, {"B": 20, "C": 20})
    level = found(TIED, again)
    assert level.decision is Decision.CONGRESS_DECIDES
    once_more = found(TIED, again, voted(RUNOFF, {"B": 3, "C": 2}))
    assert once_more.elected == ("A", "B")
    further = found(TIED, again, voted(NEXT, {"B": 20, "D": 20}))
    assert further.outcome is RoundOutcome.SHORT


def test_a_conference_decides_for_itself() -> None:
    """After a run-off that is level again, a conference decides for itself, not the congress."""
    again = voted(RUNOFF, {"B": 20, "C": 20})
    result = found(TIED, again, meeting=Meeting.CONFERENCE)
    assert result.decision is Decision.CONFERENCE_DECIDES


def test_over_half_below_a_tie_is_told() -> None:
    """Who is over half but behind the tied has no seat and no part in the run-off."""
    votes = {"A": 30, "B": 27, "C": 27, "D": 27, "E": 24}
    result = found(voted(MAIN, votes, ballots=45), seats=3, convened=45)
    assert set(result.rounds[0].tie.names) == {"B", "C", "D"}
    assert result.rounds[0].over_half_not_elected == ("E",)


# --- Alternates -----------------------------------------------------------------------------------

LONG = {"A": 36, "B": 35, "C": 34, "D": 30, "E": 25, "F": 10}


def delegates(*rounds: Round, alternates: int) -> Tally:
    return found(
        *rounds,
        seats=5,
        contest=Contest.DELEGATES,
        meeting=Meeting.DELEGATES_CONGRESS,
        alternates=alternates,
    )


def test_alternates_wait_for_the_seats() -> None:
    """No alternate is named while a seat is open."""
    result = delegates(voted(MAIN, {**LONG, "E": 20}), alternates=1)
    assert (result.unfilled, result.alternates) == (1, ())
    assert result.decision is Decision.NEXT_ROUND


def test_who_lost_a_run_off_for_a_seat_may_be_an_alternate() -> None:
    """Over half in the first round and without a seat: the loser of the run-off stands first."""
    votes = {"A": 36, "B": 35, "C": 34, "D": 33, "E": 27, "F": 27}
    first = voted(MAIN, votes)
    result = delegates(first, voted(RUNOFF, {"E": 20, "F": 18}), alternates=1)
    assert result.elected == ("A", "B", "C", "D", "E")
    assert result.alternates == ("F",)
    assert result.decision is Decision.NONE
    assert result.figures["alternates"] == ["F"]


SEATED = {"A": 33, "B": 33, "C": 33, "D": 33, "E": 24, "F": 22, "G": 22}


def test_a_tie_for_an_alternate_goes_to_a_run_off() -> None:
    """Two people level for one place of an alternate are voted on alone; the higher takes it."""
    first = voted(MAIN, SEATED)
    before = delegates(first, alternates=1)
    assert before.outcome is RoundOutcome.FULL
    assert before.decision is Decision.RUNOFF_VOTE
    assert set(before.alternate_tie.names) == {"F", "G"}
    after = delegates(first, voted(RUNOFF, {"F": 9, "G": 12}), alternates=1)
    assert after.alternates == ("G",)
    assert after.elected == before.elected
    assert after.rounds[1].for_alternates
    assert after.decision is Decision.NONE
    level = delegates(first, voted(RUNOFF, {"F": 9, "G": 9}), alternates=1)
    assert level.outcome is RoundOutcome.RUNOFF_TIED
    assert level.decision is Decision.CONGRESS_DECIDES


def test_missing_alternates_may_be_voted_on() -> None:
    """Where alternates are short the congress decides; a further round may fill their places."""
    first = voted(MAIN, {**LONG, "F": 21, "G": 11})
    before = delegates(first, alternates=2)
    assert before.alternates == ("F",)
    assert before.decision is Decision.CONGRESS_DECIDES
    after = delegates(first, voted(NEXT, {"G": 21, "H": 12}), alternates=2)
    assert after.alternates == ("F", "G")
    assert after.unfilled == after.alternates_unfilled == 0
    short = delegates(first, voted(NEXT, {"G": 20, "H": 12}), alternates=2)
    assert short.outcome is RoundOutcome.SHORT
    assert short.decision is Decision.CONGRESS_DECIDES


def test_only_delegates_have_alternates() -> None:
    """Places for alternates of a committee are the caller's mistake."""
    with pytest.raises(UsageError, match="only delegates have alternates"):
        found(TIED, alternates=1)


# --- Reports that contradict themselves or stand out of place -------------------------------------

WRONG: dict[str, tuple[tuple[Round, ...], tuple[RoundError, ...]]] = {
    "more present than convened": (
        (voted(MAIN, {"A": 30}, present=41),),
        (RoundError.PRESENT_OVER_CONVENED,),
    ),
    "several at once, in order": (
        (voted(MAIN, {"A": 60, "B": 60}, present=41, issued=42, collected=39),),
        (
            RoundError.PRESENT_OVER_CONVENED,
            RoundError.ISSUED_OVER_PRESENT,
            RoundError.VALID_OVER_COLLECTED,
            RoundError.VOTES_OVER_VALID,
            RoundError.VOTES_OVER_CAPACITY,
        ),
    ),
    "nothing open": (
        (voted(MAIN, {"A": 30, "B": 25, "C": 3}), voted(NEXT, {"C": 30})),
        (RoundError.NOTHING_OPEN, RoundError.VOTES_OVER_CAPACITY),
    ),
    "first round twice": (
        (voted(MAIN, {"A": 30, "B": 3}), voted(MAIN, {"B": 30})),
        (RoundError.MAIN_AGAIN,),
    ),
    "further before first": ((voted(NEXT, {"A": 30}),), (RoundError.NEXT_BEFORE_MAIN,)),
    "tie left behind": (
        (TIED, voted(NEXT, {"B": 30, "C": 3})),
        (RoundError.TIE_NOT_VOTED,),
    ),
    "run-off without a tie": (
        (voted(MAIN, {"A": 30, "B": 3}), voted(RUNOFF, {"B": 30})),
        (RoundError.RUNOFF_WITHOUT_TIE,),
    ),
    "run-off of others": (
        (TIED, voted(RUNOFF, {"B": 10, "D": 10})),
        (RoundError.RUNOFF_NAMES_DIFFER,),
    ),
    "elected twice": (
        (voted(MAIN, {"A": 30, "B": 3}), voted(NEXT, {"A": 30, "B": 3})),
        (RoundError.ALREADY_ELECTED,),
    ),
    "marks do not add up": (
        (
            Round(
                kind=MAIN,
                count=Count(present=40, issued=40, collected=40, valid=40),
                marks={"A": Marks(30, 9, 0, 0)},
            ),
        ),
        (RoundError.MARKS_NOT_EQUAL_VALID,),
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_report_elects_nobody_and_says_why(case: str) -> None:
    """Every contradiction is named at once, in the order of the checks; the figures go back."""
    rounds, errors = WRONG[case]
    result = found(*rounds)
    last = result.rounds[-1]
    assert set(last.errors) == set(errors)
    assert list(last.errors) == [error for error in RoundError if error in errors]
    assert last.outcome is RoundOutcome.INCONSISTENT
    assert not last.elected
    assert result.decision is Decision.RECOUNT
    assert not last.counted


def test_a_wrong_report_does_not_undo_what_was_elected() -> None:
    """After a recount the contest goes on where it stood."""
    first = voted(MAIN, {"A": 30, "B": 3})
    wrong = voted(NEXT, {"B": 30}, valid=41)
    result = found(first, wrong, voted(NEXT, {"B": 30}))
    assert result.elected == ("A", "B")


def test_an_impossible_roll_elects_nobody() -> None:
    """Where the base is nobody, no vote can be a majority of it."""
    roll = Roll(MEMBERS, 3, {Standing.SUSPENDED: 3})
    result = tally(Contest.COMMITTEE, [voted(MAIN, {"A": 3}, ballots=3)], LAW, roll=roll, seats=1)
    assert result.rounds[0].errors == (RoundError.ROLL_IMPOSSIBLE,)
    assert not result.elected


def test_a_round_without_votes_is_incomplete() -> None:
    """A count without names decides nothing, and says that the votes are missing."""
    result = found(voted(MAIN, {}))
    assert result.outcome is RoundOutcome.INCOMPLETE
    assert result.rounds[0].unknown == ("votes",)
    assert result.rounds[0].text.vi == "thiếu số liệu kiểm phiếu; chưa rõ: votes"


def test_what_is_no_contest_is_refused() -> None:
    """Wrong types and an empty contest are the caller's mistake."""
    with pytest.raises(UsageError, match="at least one round"):
        found()
    with pytest.raises(UsageError, match="a Round is wanted"):
        found("round")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="contest must be a Contest"):
        found(TIED, contest="committee")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="seats must be a whole number from 1"):
        found(TIED, seats=0)
    with pytest.raises(UsageError, match="not both"):
        Round(kind=MAIN, count=Count(), votes={"A": 1}, marks={"A": Marks(1, 0, 0, 0)})
    with pytest.raises(UsageError, match="votes of A must be a whole number"):
        Round(kind=MAIN, count=Count(), votes={"A": -1})
    with pytest.raises(UsageError, match="valid must be a whole number"):
        Count(valid=-1)
    with pytest.raises(UsageError, match="kind must be a RoundKind"):
        Round(kind="main", count=Count())  # type: ignore[arg-type]


# --- Words and figures ----------------------------------------------------------------------------


def test_a_result_explains_itself() -> None:
    """The result says in both languages who, how many, of what base, and what comes next."""
    result = found(TIED)
    assert result.figures == {
        "contest": "committee",
        "meeting": "members_congress",
        "convened": 40,
        "base": 40,
        "need": 21,
        "seats": 2,
        "elected": ["A"],
        "unfilled": 1,
        "rounds": 1,
        "outcome": "runoff",
        "decision": "runoff_vote",
    }
    assert result.text.vi == (
        "bầu ban chấp hành (cấp ủy): trúng cử 1/2; "
        "tổng số để tính kết quả: 40 (40 được triệu tập); cần 21 phiếu; "
        "bằng phiếu nhau, phải bầu lại trong số đó; trúng cử: A; "
        "bằng phiếu, còn 1 chỗ: B, C; bầu lại trong số người bằng phiếu"
    )
    assert result.text.en == (
        "committee: 1 of 2 elected; base: 40 (40 convened); 21 votes needed; "
        "tied: a run-off; elected: A; tied for 1 place(s): B, C; "
        "a run-off among those who are tied"
    )
    wrong = found(voted(MAIN, {"A": 41}))
    assert "tổng số phiếu" not in wrong.rounds[0].text.vi
    assert "nhiều hơn số phiếu hợp lệ" in wrong.rounds[0].text.vi


def test_a_result_rests_on_what_it_needed() -> None:
    """A plain result is verified; who needs the order, or a run-off, needs what nobody has read."""
    plain = found(voted(MAIN, {"A": 30, "B": 25, "C": 3}))
    ordered = found(voted(MAIN, {"A": 30, "B": 25, "C": 22}))
    short = found(voted(MAIN, {"A": 30, "B": 20, "C": 3}))
    assert plain.confidence is Confidence.VERIFIED
    assert ordered.confidence is Confidence.ASSUMED
    assert LAW.result.order in ordered.citations
    assert LAW.result.shortage_of_others.citation in short.citations
