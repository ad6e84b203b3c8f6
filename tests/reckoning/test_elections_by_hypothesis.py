"""Elections against a naive counter that walks single ballots, and the laws of every result.

The naive counter below shares no code with what it judges: it works on plain Python values, counts
votes one ballot at a time, and finds the elected by asking of each person how many are ahead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from congress_flow.reckoning import (
    Ballot,
    BallotForm,
    BallotPaper,
    Box,
    Contest,
    Count,
    Decision,
    Meeting,
    Roll,
    Round,
    RoundKind,
    RoundOutcome,
    Standing,
    Tally,
    count_ballots,
    list_cap,
    surplus_of,
    tally,
)
from tests.effort import examples
from tests.oracles.laws import Readings, law_of

LAW = law_of("244")
MANY = examples(300)
FAULTS = (*["none"] * 12, "not_issued", "signed", "extra_text", "foreign")


# --- The naive counter ----------------------------------------------------------------------------


def naive_votes(paper: dict[str, Any], ballot: dict[str, Any]) -> list[str] | None:
    """Return the names that one ballot votes for, or None where it is invalid."""
    if ballot["fault"] != "none":
        return None
    if paper["form"] == "surplus":
        chosen = [name for name in paper["names"] if name not in ballot["struck"]]
        return chosen if 0 < len(chosen) <= paper["seats"] else None
    chosen = [name for name in paper["names"] if ballot["boxes"].get(name) == "agree"]
    if len(paper["names"]) == 1:
        box = ballot["boxes"].get(paper["names"][0])
        return chosen if box in {"agree", "disagree"} else None
    return chosen or None


def naive_count(paper: dict[str, Any], ballots: list[dict[str, Any]]) -> tuple[int, dict[str, int]]:
    """Return the valid ballots and the votes, walking the ballots one at a time."""
    valid = 0
    votes = dict.fromkeys(paper["names"], 0)
    for ballot in ballots:
        chosen = naive_votes(paper, ballot)
        if chosen is None:
            continue
        valid += 1
        for name in chosen:
            votes[name] += 1
    return valid, votes


def naive_base(convened: int, gone: list[str], deducted: set[str]) -> int:
    """Return the base, walking the people who are convened but stand in some special way."""
    base = convened
    for standing in gone:
        if standing in deducted:
            base -= 1
    return base


def naive_round(
    votes: Mapping[str, int], base: int, places: int, *, majority: bool
) -> tuple[set[str], set[str], int]:
    """Return who is elected, who is tied, and for how many places, asking each person in turn."""
    run = {name: cast for name, cast in votes.items() if not majority or cast * 2 > base}
    elected: set[str] = set()
    tied: set[str] = set()
    for name, cast in run.items():
        ahead = sum(other > cast for other in run.values())
        level = sum(other == cast for other in run.values())
        if ahead + level <= places:
            elected.add(name)
        elif ahead < places:
            tied.add(name)
    return elected, tied, places - len(elected) if tied else 0


def naive_outcome(elected: set[str], tied: set[str], places: int, *, runoff: bool) -> str:
    """Return what a round came to."""
    if tied:
        return "runoff_tied" if runoff else "runoff"
    return "full" if len(elected) == places else "short"


# --- Elections ------------------------------------------------------------------------------------


def _name(number: int) -> str:
    return f"Người {number:02d}"


DEDUCTED = {
    "members_congress": {
        "temporarily_elsewhere_absent",
        "exempt_absent",
        "suspended",
        "prosecuted_or_detained",
        "absent_all_approved",
    },
    "delegates_congress": {"committee_absent_all", "delegate_absent_all_no_alternate"},
    "conference": set[str](),
}
STANDINGS = {
    "members_congress": sorted(
        DEDUCTED["members_congress"]
        | {
            "temporarily_elsewhere_present",
            "exempt_present",
            "absent_all_unapproved",
            "left_early",
        }
    ),
    "delegates_congress": sorted(
        DEDUCTED["delegates_congress"] | {"delegate_absent_replaced", "left_early"}
    ),
    "conference": [],
}


@st.composite
def papers(draw: st.DrawFn) -> dict[str, Any]:
    """Return a ballot paper as plain values."""
    form = draw(st.sampled_from(["surplus", "surplus", "surplus", "no_surplus", "single"]))
    if form == "single":
        return {"form": form, "seats": 1, "names": [_name(1)]}
    seats = draw(st.integers(1, 5))
    extra = draw(st.integers(1, 4)) if form == "surplus" else 0
    return {"form": form, "seats": seats, "names": [_name(n) for n in range(1, seats + extra + 1)]}


@st.composite
def ballots_of(draw: st.DrawFn, paper: dict[str, Any]) -> dict[str, Any]:
    """Return one ballot as plain values, valid more often than not."""
    names = paper["names"]
    fault = draw(st.sampled_from(FAULTS))
    ballot: dict[str, Any] = {"fault": fault, "struck": [], "boxes": {}}
    if paper["form"] == "surplus":
        # Mostly as many names left as there are seats; sometimes any number.
        needless = len(names) - paper["seats"]
        number = needless if draw(st.integers(0, 3)) else draw(st.integers(0, len(names)))
        ballot["struck"] = draw(st.permutations(names))[:number]
    else:
        boxes = st.sampled_from(["agree", "agree", "agree", "disagree", "both", "neither"])
        ballot["boxes"] = draw(st.fixed_dictionaries({}, optional=dict.fromkeys(names, boxes)))
    return ballot


def renamed(ballot: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Return the same ballot with people in each other's place."""
    return {
        "fault": ballot["fault"],
        "struck": [names[name] for name in ballot["struck"]],
        "boxes": {names[name]: box for name, box in ballot["boxes"].items()},
    }


@st.composite
def elections(draw: st.DrawFn) -> dict[str, Any]:
    """Return a first round from single ballots; in some of them people are level."""
    paper = draw(papers())
    # A slate cast by many is what makes majorities; single ballots alone would scatter.
    slates = draw(st.lists(ballots_of(paper), min_size=1, max_size=4))
    numbers = [draw(st.sampled_from([6, 12, 20])), 1, 2, 3]
    ballots = [slate for slate, number in zip(slates, numbers, strict=False) for _ in range(number)]
    if draw(st.booleans()):
        # Everybody in everybody's place: all are level, and most of them over half.
        names = paper["names"]
        turns = [
            dict(zip(names, names[turn:] + names[:turn], strict=True)) for turn in range(len(names))
        ]
        ballots = [renamed(ballot, turn) for ballot in ballots[:12] for turn in turns]
    meeting = draw(st.sampled_from(sorted(DEDUCTED)))
    gone = (
        draw(st.lists(st.sampled_from(STANDINGS[meeting]), max_size=3))
        if STANDINGS[meeting]
        else []
    )
    away = draw(st.sampled_from([0, 0, 1, 9]))
    return {
        "paper": paper,
        "ballots": draw(st.permutations(ballots)),
        "meeting": meeting,
        "gone": gone,
        "convened": len(ballots) + len(gone) + away,
        "lost": draw(st.sampled_from([0, 0, 0, 1])),
    }


def as_ballot(ballot: dict[str, Any]) -> Ballot:
    fault = ballot["fault"]
    return Ballot(
        struck=ballot["struck"],
        boxes={name: Box(box) for name, box in ballot["boxes"].items()},
        issued_by_board=fault != "not_issued",
        signed=fault == "signed",
        extra_text=fault == "extra_text",
        added_names=("Người ngoài",) if fault == "foreign" else (),
    )


def as_paper(paper: dict[str, Any]) -> BallotPaper:
    return BallotPaper(BallotForm(paper["form"]), paper["seats"], paper["names"])


def as_roll(election: dict[str, Any]) -> Roll:
    gone: list[str] = election["gone"]
    counts = {Standing(name): count for name, count in Counter(gone).items()}
    return Roll(Meeting(election["meeting"]), election["convened"], counts)


def held(election: dict[str, Any], ballots: list[dict[str, Any]] | None = None) -> Round:
    box = election["ballots"] if ballots is None else ballots
    counted = count_ballots(as_paper(election["paper"]), map(as_ballot, box), LAW.ballots)
    issued = len(box) + election["lost"]
    return Round.of(
        RoundKind.MAIN, present=min(issued, election["convened"]), issued=issued, counted=counted
    )


def result_of(election: dict[str, Any], *rounds: Round) -> Tally:
    return tally(
        Contest.COMMITTEE,
        rounds or [held(election)],
        LAW,
        roll=as_roll(election),
        seats=election["paper"]["seats"],
    )


def counted(law: Callable[[], None], seen: Counter[str], *kinds: str) -> None:
    """Run a law, then show that it was not empty: each of *kinds* has been met."""
    law()
    assert all(seen[kind] for kind in kinds), f"never met: {seen}"


# --- Laws -----------------------------------------------------------------------------------------


def test_agrees_with_the_naive_counter() -> None:
    """From single ballots to the result, the library and the naive counter agree in everything."""
    seen: Counter[str] = Counter()

    @MANY
    @given(elections())
    def law(election: dict[str, Any]) -> None:
        assume(not election["lost"] or len(election["ballots"]) < election["convened"])
        result = result_of(election)
        valid, votes = naive_count(election["paper"], election["ballots"])
        base = naive_base(election["convened"], election["gone"], DEDUCTED[election["meeting"]])
        seats = election["paper"]["seats"]
        elected, tied, places = naive_round(votes, base, seats, majority=True)
        last = result.rounds[-1]
        counts = count_ballots(
            as_paper(election["paper"]), map(as_ballot, election["ballots"]), LAW.ballots
        )
        assert (counts.valid, dict(counts.votes)) == (valid, votes)
        assert counts.invalid == len(election["ballots"]) - valid
        assert result.base.size == base
        assert last.outcome.value == naive_outcome(elected, tied, seats, runoff=False)
        assert set(result.elected) == elected
        assert (set(last.tie.names), last.tie.places) == (tied, places)
        for kind in (last.outcome.value, election["paper"]["form"], election["meeting"]):
            event(kind)
            seen[kind] += 1
        seen["invalid"] += valid < len(election["ballots"])
        seen["deducted"] += base < election["convened"]

    kinds = ("full", "short", "runoff", "surplus", "no_surplus", "single", "invalid", "deducted")
    counted(law, seen, *kinds, *DEDUCTED)


def test_order_changes_nothing() -> None:
    """Permuting ballots or printed names changes neither who is elected nor who is tied."""
    seen: Counter[str] = Counter()

    @MANY
    @given(elections(), st.randoms(use_true_random=False))
    def law(election: dict[str, Any], random: Any) -> None:
        assume(not election["lost"] or len(election["ballots"]) < election["convened"])
        before = result_of(election)
        ballots, names = list(election["ballots"]), list(election["paper"]["names"])
        random.shuffle(ballots)
        random.shuffle(names)
        after = result_of(
            {**election, "ballots": ballots, "paper": {**election["paper"], "names": names}}
        )
        assert before.outcome is after.outcome
        assert before.decision is after.decision
        assert set(before.elected) == set(after.elected)
        assert set(before.rounds[-1].tie.names) == set(after.rounds[-1].tie.names)
        event(before.outcome.value)
        seen[before.outcome.value] += 1
        seen["moved"] += names != election["paper"]["names"]

    counted(law, seen, "full", "short", "runoff", "moved")


def close_votes(
    draw: Callable[[st.SearchStrategy[Any]], Any],
    names: list[str],
    base: int,
    valid: int,
    places: int,
) -> dict[str, int]:
    """Return votes that lie close to half of the base, so that majorities and ties are many."""
    half = base // 2
    near = sorted({min(cast, valid) for cast in (0, half, half + 1, half + 2, valid)})
    shape = draw(st.integers(0, 2))
    if shape == 0:
        votes = {name: draw(st.sampled_from(near)) for name in names}
    elif shape == 1:
        # One person more than there are places is over half, and most of them are level.
        over = st.sampled_from([min(half + 1, valid)] * 3 + [min(half + 2, valid)])
        votes = {name: draw(over) for name in names[: places + 1]}
        votes |= dict.fromkeys(names[places + 1 :], 0)
    else:
        # Hardly anybody is over half.
        votes = dict.fromkeys(names, min(half, valid))
        votes[draw(st.sampled_from(names))] = min(half + 1, valid)
    # More votes than the ballots carry is an error of its own: mostly the last names give way.
    give_way = draw(st.integers(0, 5))
    for name in reversed(names):
        if give_way and sum(votes.values()) > places * valid:
            votes[name] = 0
    return votes


@st.composite
def vote_rounds(draw: st.DrawFn) -> dict[str, Any]:
    """Return a first round by its sums alone."""
    valid = draw(st.integers(3, 30))
    seats = draw(st.integers(1, 5))
    names = [_name(n) for n in range(1, seats + draw(st.integers(1, 4)) + 1)]
    convened = valid + draw(st.integers(0, 2))
    votes = close_votes(draw, names, convened, valid, seats)
    assume(sum(votes.values()) <= seats * valid)
    return {"valid": valid, "seats": seats, "votes": votes, "convened": convened}


def summed(case: dict[str, Any], votes: dict[str, int]) -> Tally:
    valid = case["valid"]
    count = Count(present=valid, issued=valid, collected=valid, valid=valid)
    return tally(
        Contest.COMMITTEE,
        [Round(kind=RoundKind.MAIN, count=count, votes=votes)],
        LAW,
        roll=Roll(Meeting.MEMBERS_CONGRESS, case["convened"]),
        seats=case["seats"],
    )


def test_one_more_vote_never_unelects() -> None:
    """Who is elected stays elected with one more vote, and who is tied does not fall back."""
    seen: Counter[str] = Counter()

    @MANY
    @given(vote_rounds(), st.data())
    def law(case: dict[str, Any], data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(case["votes"])))
        assume(case["votes"][name] < case["valid"])
        assume(sum(case["votes"].values()) < case["seats"] * case["valid"])
        before = summed(case, case["votes"])
        after = summed(case, {**case["votes"], name: case["votes"][name] + 1})
        if name in before.elected:
            assert name in after.elected
            seen["elected"] += 1
        if name in before.rounds[-1].tie.names:
            assert name in after.elected
            seen["tied"] += 1
        seen["risen"] += name in after.elected and name not in before.elected
        event(before.outcome.value)

    counted(law, seen, "elected", "tied", "risen")


def _next_round(
    data: st.DataObject, kind: RoundKind, names: list[str], places: int, case: dict[str, Any]
) -> Round:
    voters = case["valid"]
    valid = data.draw(st.sampled_from([voters, voters, max(voters - 1, 0)]))
    if kind is RoundKind.RUNOFF:
        # Few votes, so that some run-offs are level again and all are won under half.
        few = min(valid, 2)
        votes = {name: data.draw(st.integers(0, few)) for name in names}
    else:
        votes = close_votes(data.draw, names, case["convened"], valid, places)
    collected = data.draw(st.sampled_from([*[voters] * 7, voters + 1]))
    count = Count(present=voters, issued=voters, collected=collected, valid=valid)
    return Round(kind=kind, count=count, votes=votes)


def test_every_contest_keeps_the_laws() -> None:
    """Through run-offs, further rounds and void boxes the laws of a result hold, and agree.

    Never more elected than seats; nobody at or under half except by a run-off among people over
    half; elected and unfilled make the seats; the naive counter finds the same people.
    """
    seen: Counter[str] = Counter()

    @MANY
    @given(vote_rounds(), st.data())
    def law(case: dict[str, Any], data: st.DataObject) -> None:
        seats, base = case["seats"], case["convened"]
        roll = Roll(Meeting.MEMBERS_CONGRESS, base)
        everybody = sorted(case["votes"])
        rounds: list[Round] = []
        over_half: set[str] = set()
        elected: set[str] = set()
        tied: set[str] = set()
        kind = RoundKind.MAIN
        for _ in range(data.draw(st.sampled_from([1, 3, 4, 5]))):
            runoff = kind is RoundKind.RUNOFF
            names = sorted(tied) if runoff else [n for n in everybody if n not in elected]
            places = seats - len(elected)
            this = _next_round(data, kind, names, places, case)
            rounds.append(this)
            result = tally(Contest.COMMITTEE, rounds, LAW, roll=roll, seats=seats)
            last = result.rounds[-1]
            assert len(result.elected) <= seats
            assert len(result.elected) + result.unfilled == seats
            assert len(set(result.elected)) == len(result.elected)
            votes, count = this.votes, this.count
            if (count.collected or 0) > (count.issued or 0):
                assert last.outcome is RoundOutcome.VOID
                assert result.decision is Decision.VOTE_AGAIN
                assert set(result.elected) == elected
                seen["void"] += 1
                continue
            if sum(votes.values()) > places * (count.valid or 0):
                assert last.outcome is RoundOutcome.INCONSISTENT
                assert set(result.elected) == elected
                seen["inconsistent"] += 1
                continue
            new, level, left = naive_round(votes, base, places, majority=not runoff)
            assert last.outcome.value == naive_outcome(new, level, places, runoff=runoff)
            assert set(last.elected) == new
            assert (set(last.tie.names), last.tie.places) == (level, left)
            if not runoff:
                over_half |= {name for name, cast in votes.items() if 2 * cast > base}
            for name in new:
                assert 2 * votes[name] > base or runoff
                assert name in over_half
                seen["under half, by a run-off"] += 2 * votes[name] <= base
            elected |= new
            tied = level
            event(f"{kind.value}: {last.outcome.value}")
            seen[f"{kind.value}: {last.outcome.value}"] += 1
            if last.outcome is RoundOutcome.FULL:
                break
            kind = RoundKind.RUNOFF if level else RoundKind.NEXT

    counted(
        law,
        seen,
        "void",
        "inconsistent",
        "under half, by a run-off",
        *(f"main: {outcome}" for outcome in ("full", "short", "runoff")),
        *(f"runoff: {outcome}" for outcome in ("full", "runoff_tied")),
        *(f"next: {outcome}" for outcome in ("full", "short")),
    )


def test_two_regulations_count_alike() -> None:
    """The regulations of 2014 and 2024 count ballots alike: only entry and citations changed."""
    seen: Counter[str] = Counter()
    newer = law_of("190")

    @MANY
    @given(elections())
    def law(election: dict[str, Any]) -> None:
        assume(not election["lost"] or len(election["ballots"]) < election["convened"])
        one = result_of(election)
        other = tally(
            Contest.COMMITTEE,
            [held(election)],
            newer,
            roll=as_roll(election),
            seats=election["paper"]["seats"],
        )
        assert one.figures == other.figures
        assert one.citations != other.citations
        seen[one.outcome.value] += 1

    counted(law, seen, "full", "short")


def test_a_cut_list_keeps_cap_and_threshold() -> None:
    """No outsider lifts a list over the cap, and none enters who found too little support."""
    seen: Counter[str] = Counter()

    @MANY
    @given(
        st.integers(1, 40),
        st.integers(0, 14),
        st.lists(st.integers(20, 60), max_size=12),
        st.sampled_from(["244", "190"]),
    )
    def law(seats: int, extra: int, supports: list[int], regulation: str) -> None:
        attending = 100
        lists = law_of(regulation, Readings(one_extra_on_three=True)).lists
        support = {_name(number): given for number, given in enumerate(supports)}
        cut = list_cap(support, lists, seats=seats, prepared=seats + extra, attending=attending)
        allowed = max(3 * seats // 10, 1 if seats == 3 else 0)
        fit = {n: s for n, s in support.items() if regulation == "244" or 10 * s > 3 * attending}
        assert not cut.enter or cut.final_list <= seats + allowed
        assert set(cut.enter) | set(cut.tie.names) <= set(fit)
        # Nobody left out is ahead of somebody who entered.
        out = [fit[name] for name in fit if name not in cut.enter]
        assert not out or all(fit[name] > max(out) for name in cut.enter)
        assert len(cut.enter) + cut.tie.places == min(len(fit), max(allowed - extra, 0))
        seen["tied"] += bool(cut.tie)
        seen["cut"] += len(cut.enter) < len(fit)
        seen["all"] += bool(fit) and len(cut.enter) == len(fit)
        seen["refused"] += len(fit) < len(support)

    counted(law, seen, "tied", "cut", "all", "refused")


def test_a_surplus_verdict_compares_whole_people() -> None:
    """The verdict on a list equals the one computed in hundredths of people, never in percent."""
    seen: Counter[str] = Counter()

    @MANY
    @given(st.integers(1, 60), st.integers(-1, 20), st.booleans())
    def law(seats: int, surplus: int, must: bool) -> None:  # noqa: FBT001 - drawn
        contest = Contest.COMMITTEE if must else Contest.SECRETARY
        found = surplus_of(contest, seats=seats, candidates=seats + surplus, law=LAW.lists)
        over = 100 * surplus > 30 * seats
        outside = surplus > 0 and not 10 * seats <= 100 * surplus <= 15 * seats
        wrong = surplus < 0 or over or (must and surplus < 1)
        verdict = "reject" if wrong else "accept_with_warning" if outside else "accept"
        assert found.verdict.value == verdict
        assert found.share == Fraction(surplus, seats)
        event(verdict)
        seen[verdict] += 1

    counted(law, seen, "accept", "accept_with_warning", "reject")


@pytest.mark.parametrize("missing", ["present", "issued", "collected", "valid"])
@given(case=vote_rounds())
def test_unknown_figures_decide_nothing(missing: str, case: dict[str, Any]) -> None:
    """A round with a figure that is not known elects nobody: nothing is guessed."""
    valid = case["valid"]
    full = Count(present=valid, issued=valid, collected=valid, valid=valid)
    count = attrs.evolve(full, **{missing: None})
    result = tally(
        Contest.COMMITTEE,
        [Round(kind=RoundKind.MAIN, count=count, votes=case["votes"])],
        LAW,
        roll=Roll(Meeting.MEMBERS_CONGRESS, case["convened"]),
        seats=case["seats"],
    )
    assert result.outcome is RoundOutcome.INCOMPLETE
    assert result.rounds[0].unknown == (missing,)
    assert not result.elected
    assert result.decision is Decision.COMPLETE_FIGURES
