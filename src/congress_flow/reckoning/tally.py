"""Who is elected: rounds, ties, run-offs, shortages, further rounds, alternates, a void box.

In a first or further round a person needs more than half of the base, and people over half are
taken from the highest down. Equals who do not fit go to a run-off, which the higher wins. Equals at
or under half are a shortage, not a tie. No age and no seniority decides (trap TR27).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

import attrs

from congress_flow._sources import Citation, Confidence
from congress_flow._text import Lang, Text
from congress_flow.errors import UsageError
from congress_flow.reckoning._given import an_enum, instance, whole
from congress_flow.reckoning._ranking import NO_TIE, Tie, fill
from congress_flow.reckoning.law import Contest, ElectionLaw, Meeting, Runoff, Shortage
from congress_flow.reckoning.majority import Base, Roll, base_of
from congress_flow.reckoning.rounds import (
    Round,
    RoundError,
    RoundKind,
    RoundOutcome,
    RoundResult,
    errors_of,
    over,
)


class Decision(Enum):
    """What must come next."""

    NONE = "none"
    RUNOFF_VOTE = "runoff_vote"
    NEXT_ROUND = "next_round"
    CONGRESS_DECIDES = "congress_decides"
    CONFERENCE_DECIDES = "conference_decides"
    SUPERIOR_APPOINTS = "superior_appoints"
    VOTE_AGAIN = "vote_again"
    RECOUNT = "recount"
    COMPLETE_FIGURES = "complete_figures"

    @property
    def term(self) -> Text:
        """The decision in words."""
        return _DECISION_WORDS[self]


_DECISION_WORDS: Final = {
    Decision.NONE: Text("không phải làm gì thêm", "nothing more to be done"),
    Decision.RUNOFF_VOTE: Text(
        "bầu lại trong số người bằng phiếu", "a run-off among those who are tied"
    ),
    Decision.NEXT_ROUND: Text("bầu tiếp cho đủ số lượng", "a further round for the open places"),
    Decision.CONGRESS_DECIDES: Text(
        "đại hội quyết định có bầu tiếp hay không", "the congress decides whether to vote again"
    ),
    Decision.CONFERENCE_DECIDES: Text(
        "hội nghị quyết định có bầu tiếp hay không",
        "the conference decides whether to vote again",
    ),
    Decision.SUPERIOR_APPOINTS: Text("cấp ủy cấp trên chỉ định", "the superior committee appoints"),
    Decision.VOTE_AGAIN: Text("tổ chức bỏ phiếu lại", "the vote is held again"),
    Decision.RECOUNT: Text("kiểm lại số liệu, lập lại biên bản", "the figures are counted again"),
    Decision.COMPLETE_FIGURES: Text(
        "bổ sung số liệu còn thiếu", "the missing figures are supplied"
    ),
}


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Tally:
    """The result of one contest after the rounds so far.

    `elected` and `alternates` stand in the order in which they were taken. `alternate_tie` names
    the people level at the last place for an alternate.
    """

    contest: Contest
    base: Base
    seats: int
    alternate_places: int
    rounds: tuple[RoundResult, ...]
    alternates: tuple[str, ...]
    alternate_tie: Tie
    decision: Decision
    citations: tuple[Citation, ...]

    @property
    def elected(self) -> tuple[str, ...]:
        """Those elected to the seats, in the order of the rounds."""
        return tuple(
            name for each in self.rounds if not each.for_alternates for name in each.elected
        )

    @property
    def unfilled(self) -> int:
        """The seats not yet filled."""
        return self.seats - len(self.elected)

    @property
    def alternates_unfilled(self) -> int:
        """The places for alternates not yet filled."""
        return self.alternate_places - len(self.alternates)

    @property
    def outcome(self) -> RoundOutcome:
        """What came of the last round."""
        return self.rounds[-1].outcome

    @property
    def confidence(self) -> Confidence:
        """The lowest grade of the rules that the result needed."""
        return Confidence.lowest(*(each.confidence for each in self.citations))

    @property
    def figures(self) -> dict[str, int | str | list[str]]:
        """Base and need, seats, who is elected, what is open, the outcome and what comes next."""
        found: dict[str, int | str | list[str]] = {
            "contest": self.contest.value,
            **self.base.figures,
            "seats": self.seats,
            "elected": list(self.elected),
            "unfilled": self.unfilled,
            "rounds": len(self.rounds),
            "outcome": self.outcome.value,
            "decision": self.decision.value,
        }
        if self.alternate_places:
            found["alternates"] = list(self.alternates)
            found["alternates_unfilled"] = self.alternates_unfilled
        return found

    @property
    def text(self) -> Text:
        """The result in words."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        words = Text(
            "bầu {contest}: trúng cử {elected}/{seats}; {base}; {last}; {next}",
            "{contest}: {elected} of {seats} elected; {base}; {last}; {next}",
        ).within(lang)
        return words.format(
            contest=self.contest.term.within(lang),
            elected=len(self.elected),
            seats=self.seats,
            base=self.base.text.within(lang),
            last=self.rounds[-1].text.within(lang),
            next=self.decision.term.within(lang),
        )


def tally(
    contest: Contest,
    rounds: Iterable[Round],
    law: ElectionLaw,
    *,
    roll: Roll,
    seats: int,
    alternates: int = 0,
) -> Tally:
    """Return who is elected after *rounds*, which stand in the order in which they were held.

    *alternates* is the number of places for alternates on the same list; they are worked out once
    the seats are full, from those over half who found no seat.

    An `ElectionLaw` comes from the plugin of the term, for a day and by readings that somebody has
    chosen: `congress_flow_vn_2020.election_law.election_law`, from 10 October 2024 on
    `congress_flow_vn_2025.election_law.election_law`. See docs/how-to/count-ballots.md.

    What is wrong with the figures of a round is part of the result (`RoundResult.errors`). Raises
    `UsageError` for arguments that are no such thing, and without a round.
    """
    an_enum(Contest, contest, "contest")
    whole(seats, "seats", 1)
    whole(alternates, "alternates")
    if alternates and contest is not Contest.DELEGATES:
        raise UsageError(f"only delegates have alternates, not the {contest.term.en}")
    count = _Count(contest, base_of(roll, law.majority), law, seats, alternates)
    for held in rounds:
        instance(Round, held)
        count.take(held)
    if not count.results:
        raise UsageError("a result needs at least one round")
    return count.result()


class _Places:
    """Places to fill, those who have taken one, and the tie that is to be resolved."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.taken: list[str] = []
        self.tie = NO_TIE
        self.tied_again = False

    @property
    def open(self) -> int:
        return self.total - len(self.taken)


class _Count:
    """The count while it goes on: rounds come in, the seats fill, and then the alternates."""

    def __init__(
        self, contest: Contest, base: Base, law: ElectionLaw, seats: int, alternates: int
    ) -> None:
        self.contest = contest
        self.base = base
        self.law = law.result
        self.seats = _Places(seats)
        self.alternates = _Places(alternates)
        self.results: list[RoundResult] = []
        self.citations: dict[Citation, None] = dict.fromkeys(base.citations)
        # Those over half without a seat, with their votes: alternates are taken from among them.
        self.left_over: dict[str, int] = {}

    def take(self, held: Round) -> None:
        """Take the next round in."""
        places = self.seats if self.seats.open else self.alternates
        result = self._read(held, places)
        self.results.append(result)
        if not result.counted:
            return
        places.taken += result.elected
        places.tie = result.tie
        places.tied_again = result.outcome is RoundOutcome.RUNOFF_TIED
        if places is self.seats:
            self._leave_over(held)
            if not self.seats.open and self.alternates.total:
                self._rest_on(self.law.alternates)
                taken, self.alternates.tie = fill(self.left_over, self.alternates.total)
                self.alternates.taken += taken

    def _leave_over(self, held: Round) -> None:
        # A run-off asks no majority: it lifts nobody over half, it only seats some who were.
        if held.kind is not RoundKind.RUNOFF:
            self.left_over = self._over_half(held.for_whom)
        for name in self.seats.taken:
            self.left_over.pop(name, None)

    def _over_half(self, votes: Mapping[str, int]) -> dict[str, int]:
        return {name: cast for name, cast in votes.items() if self.base.carries(cast)}

    def _rest_on(self, *citations: Citation) -> None:
        self.citations.update(dict.fromkeys(citations))

    def _read(self, held: Round, places: _Places) -> RoundResult:
        count = held.count
        void_rule = self.law.over_issued_voids
        draft = RoundResult(
            kind=held.kind,
            outcome=RoundOutcome.INCOMPLETE,
            places=places.open,
            errors=(
                *errors_of(held, self.base.roll.convened, places.open, void_rule=void_rule.value),
                *self._out_of_place(held, places),
            ),
            for_alternates=places is self.alternates,
        )
        if void_rule.value and over(count.collected, count.issued):
            self._rest_on(void_rule.citation)
            return attrs.evolve(draft, outcome=RoundOutcome.VOID)
        if draft.errors:
            self._rest_on(self.law.figures)
            return attrs.evolve(draft, outcome=RoundOutcome.INCONSISTENT)
        unknown = count.unknown + (() if held.for_whom else ("votes",))
        if unknown:
            return attrs.evolve(draft, unknown=unknown)
        return self._fill(held, places, draft)

    def _out_of_place(self, held: Round, places: _Places) -> list[RoundError]:
        """Return why this round could not be held at this point."""
        before = any(result.counted for result in self.results)
        tied = set(places.tie.names)
        names = set(held.for_whom)
        runoff = held.kind is RoundKind.RUNOFF
        further = held.kind is RoundKind.NEXT
        taken = {*self.seats.taken, *self.alternates.taken}
        checks = {
            RoundError.ROLL_IMPOSSIBLE: bool(self.base.faults),
            RoundError.NOTHING_OPEN: not places.open,
            RoundError.MAIN_AGAIN: held.kind is RoundKind.MAIN and before,
            RoundError.NEXT_BEFORE_MAIN: further and not before,
            RoundError.TIE_NOT_VOTED: further and bool(tied) and not places.tied_again,
            RoundError.RUNOFF_WITHOUT_TIE: runoff and not tied,
            # The list of a void run-off may be left out: nothing was counted.
            RoundError.RUNOFF_NAMES_DIFFER: runoff and bool(tied and names) and names != tied,
            RoundError.ALREADY_ELECTED: bool(names & taken),
        }
        return [error for error, found in checks.items() if found]

    def _fill(self, held: Round, places: _Places, draft: RoundResult) -> RoundResult:
        runoff = held.kind is RoundKind.RUNOFF
        plurality = runoff and self.law.runoff.value is Runoff.PLURALITY
        eligible = held.for_whom if plurality else self._over_half(held.for_whom)
        elected, tie = fill(eligible, places.open)
        if tie or runoff:
            self._rest_on(self.law.runoff.citation)
        if len(eligible) > places.open:
            self._rest_on(self.law.order)
        if tie:
            outcome = RoundOutcome.RUNOFF_TIED if runoff else RoundOutcome.RUNOFF
        else:
            full = len(elected) == places.open
            outcome = RoundOutcome.FULL if full else RoundOutcome.SHORT
        seated = {*elected, *tie.names}
        left = () if runoff else tuple(name for name in eligible if name not in seated)
        return attrs.evolve(
            draft,
            outcome=outcome,
            elected=elected,
            tie=tie,
            over_half_not_elected=tuple(sorted(left, key=lambda name: -eligible[name])),
        )

    def result(self) -> Tally:
        """Return the result after the rounds taken in."""
        decision = self._decision(self.results[-1])
        return Tally(
            contest=self.contest,
            base=self.base,
            seats=self.seats.total,
            alternate_places=self.alternates.total,
            rounds=tuple(self.results),
            alternates=tuple(self.alternates.taken),
            alternate_tie=self.alternates.tie,
            decision=decision,
            citations=tuple(self.citations),
        )

    def _decision(self, last: RoundResult) -> Decision:
        if last.outcome in _AFTER:
            return _AFTER[last.outcome]
        if last.outcome is RoundOutcome.RUNOFF_TIED:
            self._rest_on(self.law.still_tied)
            return self._undecided()
        if last.outcome is RoundOutcome.SHORT:
            return self._after_shortage(last)
        if self.alternates.tie:
            self._rest_on(self.law.runoff.citation)
            return Decision.RUNOFF_VOTE
        return self._meeting_decides() if self.alternates.open else Decision.NONE

    def _after_shortage(self, last: RoundResult) -> Decision:
        delegates = self.contest is Contest.DELEGATES
        rule = self.law.shortage_of_delegates if delegates else self.law.shortage_of_others
        self._rest_on(rule.citation)
        if last.kind is RoundKind.MAIN and rule.value is Shortage.VOTE_AGAIN:
            return Decision.NEXT_ROUND
        return self._undecided()

    def _undecided(self) -> Decision:
        limit = self.law.cell_secretary_ballots
        held = sum(result.counted for result in self.results)
        if self.contest is Contest.CELL_SECRETARY and 0 < limit.value <= held:
            self._rest_on(limit.citation)
            return Decision.SUPERIOR_APPOINTS
        return self._meeting_decides()

    def _meeting_decides(self) -> Decision:
        conference = self.base.roll.meeting is Meeting.CONFERENCE
        return Decision.CONFERENCE_DECIDES if conference else Decision.CONGRESS_DECIDES


_AFTER: Final = {
    RoundOutcome.RUNOFF: Decision.RUNOFF_VOTE,
    RoundOutcome.VOID: Decision.VOTE_AGAIN,
    RoundOutcome.INCONSISTENT: Decision.RECOUNT,
    RoundOutcome.INCOMPLETE: Decision.COMPLETE_FIGURES,
}
