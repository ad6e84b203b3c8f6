"""Processes of their own: what they cost from their start to their end."""

from __future__ import annotations

import functools
import os
import resource
import subprocess
import sys
import tempfile


@functools.cache
def _bytecode() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="bytecode-")


def run(code: str, *words: str) -> str:
    """Run *code* in a Python of its own and return what it prints.

    Bytecode is kept between runs, as that of an installed package is, whatever the environment
    says: the first run writes it, and a benchmark always makes a run that it does not count.
    """
    told = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    kept = {"PYTHONPYCACHEPREFIX": _bytecode().name, "PYTHONUTF8": "1"}
    path = {"PYTHONPATH": os.environ["PYTHONPATH"]} if "PYTHONPATH" in os.environ else {}
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env=told | kept | path,
    )
    return done.stdout


def spent() -> float:
    """Return the seconds of CPU, user and system, of all processes that have ended: a clock."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
