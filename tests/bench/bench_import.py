"""How long `import congress_flow` takes, over an interpreter that imports nothing."""

from __future__ import annotations

import resource
import subprocess
import sys

from tests.bench.measure import claim, interleaved


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _started(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)


def main() -> None:
    """Measure and print."""
    times = interleaved(
        {
            "bare": lambda: _started("pass"),
            "import": lambda: _started("import congress_flow"),
        },
        rounds=15,
        clock=_cpu_of_children,
    )
    taken = (times["import"] - times["bare"]) * 1000
    print(claim("import congress_flow", taken, at_most=70, unit=" ms"))


if __name__ == "__main__":
    main()
