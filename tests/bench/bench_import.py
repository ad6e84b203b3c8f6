"""How long `import congress_flow` takes, over an interpreter that imports nothing."""

from __future__ import annotations

from tests.bench.fresh import run, spent
from tests.bench.measure import claim, interleaved


def main() -> None:
    """Measure and print."""
    times = interleaved(
        {"bare": lambda: run("pass"), "import": lambda: run("import congress_flow")},
        rounds=15,
        clock=spent,
    )
    taken = (times["import"] - times["bare"]) * 1000
    print(claim("import congress_flow", taken, at_most=70, unit=" ms"))
    print(f"a bare interpreter: {times['bare'] * 1000:.3g} ms")


if __name__ == "__main__":
    main()
