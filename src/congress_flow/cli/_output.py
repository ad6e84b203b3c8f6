"""How the command line prints: colours on a terminal and nowhere else; UTF-8 everywhere.

The standard output holds the answer and nothing else.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final, TextIO

from congress_flow._text import Lang, Text
from congress_flow.errors import BadInput, Problem
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


@contextmanager
def answering() -> Generator[None]:
    """Keep the standard output for the answer.

    Whatever else is printed meanwhile, as by a plugin, goes to the standard error.
    """
    token = _ANSWER.set(sys.stdout)
    try:
        with contextlib.redirect_stdout(sys.stderr or io.StringIO()):
            yield
    finally:
        _ANSWER.reset(token)


# None: the standard output was closed before the command began.
_ANSWER: Final[ContextVar[TextIO | None]] = ContextVar("_ANSWER")


def show(lines: Iterable[Line]) -> None:
    """Print a report, in colours if it is read on a terminal."""
    out = _ANSWER.get(sys.stdout)
    if out is not None and out.isatty() and "NO_COLOR" not in os.environ:
        show_text(_in_colours(lines, out))
    else:
        show_text(plain_text(lines))


def _in_colours(lines: Iterable[Line], out: TextIO) -> str:
    from rich.console import Console  # noqa: PLC0415 - not needed where nobody looks
    from rich.text import Text as RichText  # noqa: PLC0415

    console = Console(file=out, highlight=False)
    width = min(console.width, _WIDEST)
    with console.capture() as captured:
        for line in lines:
            for piece in line.wrapped(width):
                console.print(RichText(piece, style=_STYLES[line.tone]), soft_wrap=True)
    return captured.get()


def show_bytes(content: bytes) -> None:
    """Print JSON as it is."""
    show_text(content.decode())


def show_text(text: str) -> None:
    """Print text that is laid out already. Raises `BadInput` where it cannot be written.

    Who reads no further than a few lines, as `head` does, has what was asked for.
    """
    out = _ANSWER.get(sys.stdout)
    try:
        if out is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))  # noqa: TRY301 - told as others
        out.write(text)
        out.flush()
    except BrokenPipeError:
        _forget(out)
    except OSError as error:
        _forget(out)
        why = error.strerror or str(error)
        words = _OF_OUTPUTS.get(error.errno or 0, why)
        told = Text(f"không ghi được kết quả: {words}", f"the answer cannot be written: {why}")
        raise BadInput([Problem("", told)]) from None


# What the system says of an output that takes nothing, in Vietnamese.
_OF_OUTPUTS: Final = {
    errno.EBADF: "đầu ra đã đóng",
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.EIO: "lỗi đọc, ghi",
}


def _forget(out: TextIO | None) -> None:
    """Let nothing more be written to *out*, so that Python does not try once more at its end."""
    if out is sys.__stdout__ and out is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def show_help(text: str) -> None:
    """Print what commands there are, for a call that names none."""
    _say(f"{text}\n")


def _say(text: str) -> None:
    error: TextIO | None = sys.stderr  # None where it was closed before the command began
    if error is not None:
        error.write(text)


def complain(problems: Iterable[Problem], lang: Lang) -> None:
    """Print problems to the standard error, one a line, each with its path."""
    told = ((each.path, each.text.within(lang)) for each in problems)
    _say("".join(f"{path}: {text}\n" if path else f"{text}\n" for path, text in told))
