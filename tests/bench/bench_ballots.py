"""A whole box: 10,000 ballots with 60 names each, from single ballots to who is elected."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Iterable, Mapping

from congress_flow.reckoning import (
    Ballot,
    BallotForm,
    BallotPaper,
    Box,
    Contest,
    Meeting,
    Roll,
    Round,
    RoundKind,
    Tally,
    count_ballots,
    tally,
)
from tests.bench.measure import claim
from tests.oracles.laws import law_of

LAW = law_of("244")
BALLOTS = 10_000
NAMES = tuple(f"Nguyễn Văn Số {number:02d}" for number in range(60))
TURNS = 5


def result(paper: BallotPaper, box: Iterable[Ballot]) -> Tally:
    """Return the result of a box, counted ballot by ballot."""
    counted = count_ballots(paper, box, LAW.ballots)
    held = Round.of(RoundKind.MAIN, present=BALLOTS, issued=BALLOTS, counted=counted)
    roll = Roll(Meeting.DELEGATES_CONGRESS, BALLOTS)
    return tally(Contest.COMMITTEE, [held], LAW, roll=roll, seats=paper.seats)


def boxes() -> Mapping[str, tuple[BallotPaper, list[Ballot]]]:
    """Return a box with surplus (50 seats) and one without, the same on every run."""
    drawn = random.Random(1)  # noqa: S311 - made-up votes, not a secret
    with_surplus = [
        Ballot(struck=drawn.sample(NAMES, drawn.choice([9, 10, 10, 12, 20])))
        for _ in range(BALLOTS)
    ]
    without = [
        Ballot(boxes={name: drawn.choice([*[Box.AGREE] * 8, *Box]) for name in NAMES})
        for _ in range(BALLOTS)
    ]
    return {
        "with surplus": (BallotPaper(BallotForm.SURPLUS, 50, NAMES), with_surplus),
        "without surplus": (BallotPaper(BallotForm.NO_SURPLUS, 60, NAMES), without),
    }


def main() -> None:
    """Measure and print: the best of a few turns."""
    for name, (paper, box) in boxes().items():
        times: list[float] = []
        for _ in range(TURNS):
            gc.collect()
            start = time.process_time()
            result(paper, box)
            times.append(time.process_time() - start)
        what = f"tally of {BALLOTS:,} ballots, {len(NAMES)} names, {name}"
        print(claim(what, min(times), at_most=1, unit=" s"))


if __name__ == "__main__":
    main()
