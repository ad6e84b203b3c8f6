"""How the command line prints: colours on a terminal and nowhere else; UTF-8 everywhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any, Final

from congress_flow._text import Lang
from congress_flow.errors import Problem
from congress_flow.reports import Line, Tone, plain_text

_STYLES: Final = {
    Tone.PLAIN: "",
    Tone.TITLE: "bold",
    Tone.GOOD: "green",
    Tone.CAUTION: "yellow",
    Tone.UNKNOWN: "cyan",
    Tone.BAD: "bold red",
    Tone.QUIET: "dim",
}
_WIDEST: Final = 120


def use_utf8() -> None:
    """Let both outputs take every letter, whatever the system's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a stream put in their place may have none
            reconfigure(encoding="utf-8", errors="backslashreplace")


def show(lines: Iterable[Line]) -> None:
    """Print a report, in colours if it is read on a terminal."""
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        _show_in_colours(lines)
    else:
        sys.stdout.write(plain_text(lines))


def _show_in_colours(lines: Iterable[Line]) -> None:
    from rich.console import Console  # noqa: PLC0415 - not needed where nobody looks
    from rich.text import Text as RichText  # noqa: PLC0415

    console = Console(highlight=False)
    width = min(console.width, _WIDEST)
    for line in lines:
        for piece in line.wrapped(width):
            console.print(RichText(piece, style=_STYLES[line.tone]))


def show_text(text: str) -> None:
    """Print text that is laid out already."""
    sys.stdout.write(text)


def show_bytes(content: bytes) -> None:
    """Print JSON as it is."""
    sys.stdout.write(content.decode())


def complain(problems: Iterable[Problem], lang: Lang) -> None:
    """Print problems to the standard error, one a line, each with its path."""
    for problem in problems:
        text = problem.text.within(lang)
        sys.stderr.write(f"{problem.path}: {text}\n" if problem.path else f"{text}\n")
