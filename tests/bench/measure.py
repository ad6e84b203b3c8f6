"""How this project measures: things to compare take turns in one run, and medians are compared.

A benchmark is a module `tests/bench/bench_*.py` with a `main()`; `make bench` runs each in its own
process. Absolute times say little on a shared machine, so a benchmark measures its subject and a
yardstick in turns and reports the ratio. CPU time of the process is counted, not the clock on the
wall. Nothing fails because it is slow: what was aimed at is printed beside what was reached.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import Final

ROUNDS: Final = 41
BATCH: Final = (
    0.01  # seconds of CPU that one turn should take, so that the clock's grain is nothing
)

Subject = Callable[[], object]
Clock = Callable[[], float]


def interleaved(
    subjects: Mapping[str, Subject],
    *,
    rounds: int = ROUNDS,
    batch: float = BATCH,
    clock: Clock = time.process_time,
) -> dict[str, float]:
    """Return the median seconds of CPU per call of each subject.

    In each of *rounds* every subject has one turn, of as many calls as fill *batch* seconds; the
    order is turned by one from round to round, so that nobody always follows the same neighbour.
    """
    calls = {name: _calls(subject, batch, clock) for name, subject in subjects.items()}
    found: dict[str, list[float]] = {name: [] for name in subjects}
    order = list(subjects)
    collecting = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            for name in order:
                found[name].append(_turn(subjects[name], calls[name], clock) / calls[name])
            gc.collect()
            order = [*order[1:], order[0]]
    finally:
        if collecting:
            gc.enable()
    return {name: median(times) for name, times in found.items()}


def _turn(subject: Subject, calls: int, clock: Clock) -> float:
    start = clock()
    for _ in range(calls):
        subject()
    return clock() - start


def _calls(subject: Subject, batch: float, clock: Clock) -> int:
    """Return how many calls of *subject* fill *batch* seconds, doubling until they do."""
    calls = 1
    while _turn(subject, calls, clock) < batch:
        calls *= 2
    return calls


def claim(what: str, got: float, *, at_most: float, unit: str = "") -> str:
    """Return one line of a report: what was measured, what was aimed at, and whether it was met."""
    reached = "reached" if got <= at_most else "NOT reached"
    return f"{what}: {got:.3g}{unit}, aimed at {at_most:g}{unit} at most: {reached}"


def ratio(what: str, times: Mapping[str, float], over: str, under: str, *, at_most: float) -> str:
    """Return one line of a report on how `times[over]` compares with `times[under]`."""
    line = claim(what, times[over] / times[under], at_most=at_most, unit=" ×")
    return f"{line} ({over} {times[over] * 1e6:.3g} µs, {under} {times[under] * 1e6:.3g} µs)"
