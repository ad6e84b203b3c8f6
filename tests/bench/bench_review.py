"""What `congress-flow review` of the invented dossier costs, from start to end and in its parts.

The command is run as people run it, in a process of its own; beside it, in turns, an interpreter
that does nothing, as a measure of the machine. The parts are measured inside further processes.
"""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.fresh import run, spent
from tests.bench.measure import claim, interleaved

DOSSIER: Final = str(Path(__file__).parents[2] / "docs" / "examples" / "so-mau-2020.toml")
ROUNDS: Final = 11

COMMAND: Final = """
import sys
sys.argv = ["congress-flow", "review", sys.argv[1]]
from congress_flow.cli import main
main()
"""
# What the command does, one after the other, with the CPU that was spent when each was done.
PARTS: Final = """
import gc, json, sys, time
gc.disable()  # as the command does
done = [("interpreter", time.process_time())]
import congress_flow
done.append(("import of the root", time.process_time()))
import congress_flow.cli._app
from congress_flow.dossier import read, review
from congress_flow.reports import plain_text, review_lines
done.append(("import of the command", time.process_time()))
loaded = congress_flow.load()
done.append(("loading of plugins", time.process_time()))
dossier = read(sys.argv[1], loaded.procedures)
done.append(("reading", time.process_time()))
found = review(dossier, congress_flow.Engine(loaded.shelf), None)
done.append(("judging and recording", time.process_time()))
text = plain_text(review_lines(found, "vi"))
done.append(("report", time.process_time()))
print(json.dumps([done, len(found.history.judged)]))
"""


def _parts() -> tuple[dict[str, float], int]:
    """Return the median seconds of CPU of each part, and how many events were judged."""
    taken: dict[str, list[float]] = {}
    events = 0
    for _ in range(ROUNDS):
        done, events = json.loads(run(PARTS, DOSSIER))
        before = 0.0
        for name, now in done:
            taken.setdefault(name, []).append(now - before)
            before = now
    return {name: median(times) for name, times in taken.items()}, events


def main() -> None:
    """Measure and print, the whole first and then its parts."""
    times = interleaved(
        {"bare": lambda: run("pass"), "review": lambda: run(COMMAND, DOSSIER)},
        rounds=ROUNDS,
        clock=spent,
    )
    print(claim("review of so-mau-2020, a fresh process", times["review"], at_most=1, unit=" s"))
    ratio = times["review"] / times["bare"]
    print(f"a bare interpreter: {times['bare'] * 1000:.3g} ms; the review is {ratio:.3g} × that")
    parts, events = _parts()
    for name, seconds in parts.items():
        print(f"  {name}: {seconds * 1000:.3g} ms")
    print(f"{events} events were judged, each beside all other cases, and sealed")


if __name__ == "__main__":
    main()
