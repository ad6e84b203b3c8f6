"""The benchmarks compare fairly and report honestly. How fast anything is, is not tested here."""

from __future__ import annotations

import importlib
import json
from itertools import count
from pathlib import Path

import pytest

from tests.bench.bench_review import DOSSIER, PARTS
from tests.bench.fresh import run
from tests.bench.measure import claim, interleaved, ratio

BENCHES = sorted(path.stem for path in (Path(__file__).parents[1] / "bench").glob("bench_*.py"))


class FakeClock:
    """A clock that moves only when a subject is called, by what the subject costs."""

    def __init__(self) -> None:
        self.now = 0.0
        self.log: list[str] = []

    def __call__(self) -> float:
        return self.now

    def subject(self, name: str, *costs: float) -> None:
        """Take as long as the next of *costs*; the last one goes on for ever."""
        self.log.append(name)
        nth = self.log.count(name)
        self.now += costs[min(nth, len(costs)) - 1]


def test_medians_are_of_single_calls() -> None:
    """A cheap subject is called more often a turn, and one slow call does not move its median."""
    clock = FakeClock()
    hiccup = count()
    times = interleaved(
        {
            "slow": lambda: clock.subject("slow", 4.0),
            "quick": lambda: clock.subject("quick", 9.0 if next(hiccup) == 40 else 0.5),
        },
        rounds=5,
        batch=4.0,
        clock=clock,
    )
    assert times == {"slow": 4.0, "quick": 0.5}
    assert clock.log.count("quick") > 4 * clock.log.count("slow")


def test_subjects_take_turns() -> None:
    """Nobody goes twice before everybody has gone once, and the first place goes round."""
    clock = FakeClock()
    names = ["a", "b", "c"]
    subjects = {name: lambda name=name: clock.subject(name, 1.0) for name in names}
    interleaved(subjects, rounds=3, batch=1.0, clock=clock)
    turns = clock.log[len(names) :]  # after the calls that find out how many fill a turn
    assert turns == ["a", "b", "c", "b", "c", "a", "c", "a", "b"]


def test_reports_say_what_was_reached() -> None:
    """The aim stands beside the figure, and missing it is said."""
    assert claim("import", 71.0, at_most=70, unit=" ms").endswith("70 ms at most: NOT reached")
    assert claim("import", 70.0, at_most=70, unit=" ms").endswith("70 ms at most: reached")
    line = ratio("judge", {"judge": 2e-6, "trigger": 4e-6}, "judge", "trigger", at_most=1)
    assert line.startswith("judge: 0.5 ×, aimed at 1 × at most: reached")


@pytest.mark.parametrize("bench", BENCHES)
def test_benches_can_be_run(bench: str) -> None:
    """Each benchmark imports without measuring anything, and has a `main` for `make bench`."""
    assert callable(importlib.import_module(f"tests.bench.{bench}").main)


def test_the_parts_of_a_review_are_those_of_the_command() -> None:
    """What is measured in parts still runs, and judges what the command judges."""
    done, judged = json.loads(run(PARTS, DOSSIER))
    assert [name for name, _ in done][-1] == "report"
    assert judged > 500
