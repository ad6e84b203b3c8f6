"""A whole run of the five-step procedure, and the cut of a list that came out too long.

A person must pass every step; a later high vote does not bring back who fell before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

import attrs

from congress_flow._figures import percent
from congress_flow._sources import Citation, Confidence
from congress_flow._text import Lang, Text
from congress_flow.errors import UsageError
from congress_flow.reckoning._given import a_count, a_whole, by_name, names_of, whole
from congress_flow.reckoning._ranking import Tie, fill
from congress_flow.reckoning.steps import STEPS, Excess, StepCount, StepLaw, StepResult, a_step


def _votes(table: Mapping[str, int]) -> dict[str, int]:
    return by_name(table)


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class StepBallot:
    """One step of a run: the figures of the meeting, and the votes in favour of each name.

    A name that is missing from `agree` was not voted for.
    """

    step: int = attrs.field(validator=a_step)
    convened: int = attrs.field(validator=a_whole)
    present: int = attrs.field(validator=a_whole)
    issued: int | None = attrs.field(default=None, validator=a_count)
    returned: int | None = attrs.field(default=None, validator=a_count)
    valid: int = attrs.field(validator=a_whole)
    agree: Mapping[str, int] = attrs.field(converter=_votes)

    def of(self, name: str) -> StepCount:
        """Return the figures of one person's vote; nobody voted for a name that is missing."""
        return StepCount(
            step=self.step,
            convened=self.convened,
            present=self.present,
            issued=self.issued,
            returned=self.returned,
            valid=self.valid,
            agree=self.agree.get(name, 0),
        )


class RunOutcome(Enum):
    """What came of a run."""

    COMPLETE = "complete"
    NO_SURPLUS = "no_surplus"
    SHORT_OF_SEATS = "short_of_seats"
    STOPPED_NO_QUORUM = "stopped_no_quorum"
    STOPPED_INCONSISTENT = "stopped_inconsistent"
    NOT_FINISHED = "not_finished"

    @property
    def term(self) -> Text:
        """The outcome in words."""
        return _RUN_WORDS[self]


_RUN_WORDS: Final = {
    RunOutcome.COMPLETE: Text("đủ số lượng và có số dư", "enough people, with a surplus"),
    RunOutcome.NO_SURPLUS: Text("đủ số lượng, không có số dư", "enough people, no surplus"),
    RunOutcome.SHORT_OF_SEATS: Text("thiếu so với số lượng cần bầu", "fewer people than seats"),
    RunOutcome.STOPPED_NO_QUORUM: Text(
        "dừng: hội nghị không đủ số người có mặt", "stopped: no quorum"
    ),
    RunOutcome.STOPPED_INCONSISTENT: Text(
        "dừng: số liệu kiểm phiếu mâu thuẫn", "stopped: contradictory figures"
    ),
    RunOutcome.NOT_FINISHED: Text("chưa làm đủ năm bước", "not all five steps are done"),
}


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class RunStep:
    """One step of a run as it came out; `passed` stand in the order of the list."""

    ballot: StepBallot
    passed: tuple[str, ...]
    quorum: bool
    base: int
    need: int
    errors: tuple[Excess, ...]

    @property
    def stops(self) -> bool:
        """Whether the run cannot go on: no quorum, or figures that contradict each other."""
        return not self.quorum or bool(self.errors)


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class Run:
    """A whole run: its steps, and who has passed all of them so far."""

    seats: int
    steps: tuple[RunStep, ...]
    left: tuple[str, ...]
    law: StepLaw

    @property
    def outcome(self) -> RunOutcome:
        """What came of the run."""
        last = self.steps[-1]
        if last.stops:
            inconsistent = last.quorum or last.errors
            stopped = RunOutcome.STOPPED_INCONSISTENT
            return stopped if inconsistent else RunOutcome.STOPPED_NO_QUORUM
        if last.ballot.step < STEPS[-1]:
            return RunOutcome.NOT_FINISHED
        if self.surplus > 0:
            return RunOutcome.COMPLETE
        return RunOutcome.SHORT_OF_SEATS if self.surplus else RunOutcome.NO_SURPLUS

    @property
    def final_list(self) -> tuple[str, ...]:
        """Who has passed every step of a run that came to its end; nobody of one that did not."""
        return self.left if self.outcome in _ENDED else ()

    @property
    def surplus(self) -> int:
        """Those left beyond the seats; negative where there are too few."""
        return len(self.left) - self.seats

    def surplus_percent(self, lang: Lang = "vi", *, rounded: bool = False) -> str:
        """Return the surplus as a share of the seats, as it is printed."""
        return percent(self.surplus, self.seats, lang, rounded=rounded)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The places that the run rests on."""
        rests: dict[Citation, None] = {}
        for each in self.steps:
            result = StepResult(each.ballot.of(""), self.law)
            rests.update(dict.fromkeys(result.citations))
        rests[self.law.step2_eliminates.citation] = None
        return tuple(rests)

    @property
    def confidence(self) -> Confidence:
        """The lowest grade of the citations."""
        return Confidence.lowest(*(each.confidence for each in self.citations))

    @property
    def text(self) -> Text:
        """The run in words."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        words = Text(
            "bước {}: {} người, cần {}/{} phiếu", "step {}: {} people, {} of {} votes needed"
        )
        said = [
            words.within(lang).format(each.ballot.step, len(each.passed), each.need, each.base)
            for each in self.steps
        ]
        return "; ".join([*said, self.outcome.term.within(lang)])


_ENDED: Final = frozenset({RunOutcome.COMPLETE, RunOutcome.NO_SURPLUS, RunOutcome.SHORT_OF_SEATS})


def run_of(names: Iterable[str], ballots: Iterable[StepBallot], law: StepLaw, *, seats: int) -> Run:
    """Take *names* through the steps in order; who fails one is out, whatever comes later.

    A step without a quorum, or with figures that contradict each other, stops the run; steps after
    it are not looked at. Raises `UsageError` unless the steps are 1, 2, 3 … in order.
    """
    whole(seats, "seats", 1)
    left = names_of(names)
    held = tuple(ballots)
    if not held or tuple(ballot.step for ballot in held) != STEPS[: len(held)]:
        raise UsageError(f"a run holds the steps {STEPS} in order, each once")
    done: list[RunStep] = []
    for ballot in held:
        if ballot.step == law.names_join_at.value:
            left += tuple(name for name in ballot.agree if name not in left)
        step = _run_step(ballot, left, law)
        done.append(step)
        if step.stops:
            break
        if ballot.step != _WEIGHED_LATER or law.step2_eliminates.value:
            left = step.passed
    return Run(seats=seats, steps=tuple(done), left=left, law=law)


_WEIGHED_LATER: Final = 2


def _run_step(ballot: StepBallot, left: tuple[str, ...], law: StepLaw) -> RunStep:
    results = {name: StepResult(ballot.of(name), law) for name in left}
    # Nobody's votes, so that the meeting has figures even where nobody is left.
    meeting = StepResult(ballot.of(""), law)
    errors = dict.fromkeys(error for each in results.values() for error in each.errors)
    sound = not errors and not meeting.errors
    return RunStep(
        ballot=ballot,
        passed=tuple(name for name, each in results.items() if sound and each.passed),
        quorum=meeting.quorum is True,
        base=meeting.base or 0,
        need=meeting.need or 0,
        errors=tuple(errors) or meeting.errors,
    )


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Shortened:
    """A list cut to its longest: who stays, and who is level at the last place."""

    stay: tuple[str, ...]
    tie: Tie
    citations: tuple[Citation, ...]


def shorten(votes: Mapping[str, int], places: int, law: StepLaw) -> Shortened:
    """Cut a list with more people than seats and surplus allow, from the highest vote down.

    People level at the last place are named and nobody of them stays: what follows is an open
    reading (`five_step.tie_policy`), to be settled by a rule or a person.
    """
    whole(places, "places")
    stay, tie = fill(by_name(votes), places)
    return Shortened(stay=stay, tie=tie, citations=(law.overflow,))
