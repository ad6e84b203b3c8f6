"""The command line, `congress-flow`.

Every answer goes to the standard output, every problem to the standard error, in the language
asked for and with the path to the spot. The exit status of `review` is 0 for READY and
BASICALLY_READY (with `--strict` only READY), 1 for NOT_READY; that of `deadlines` is 1 if anything
is overdue. Bad input is 2 everywhere.
"""

from __future__ import annotations

import atexit
import gc
import sys

BAD_INPUT = 2
"""The exit status for input that cannot be taken as it stands."""

_NOT_INSTALLED = (
    "Chưa cài phần dòng lệnh ({missing}): cài congress-flow[cli]. / "
    "The command line is not installed ({missing}): install congress-flow[cli].\n"
)


def main() -> None:
    """Run the command line."""
    # A command lives for a second and keeps nearly all that it makes until it ends. To search that
    # for rubbish again and again, and once more at the end, would take a third of its time.
    gc.disable()
    atexit.register(gc.freeze)
    try:
        from congress_flow.cli._app import run  # noqa: PLC0415 - the extra may be absent
    except ModuleNotFoundError as absent:
        if (absent.name or "").partition(".")[0] == "congress_flow":
            raise
        sys.stderr.write(_NOT_INSTALLED.format(missing=absent.name))
        raise SystemExit(BAD_INPUT) from None
    run()
