"""What the commands share: the application, their arguments, how they tell what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from congress_flow._plugins import Loaded
from congress_flow._text import Lang, Text
from congress_flow.cli import BAD_INPUT
from congress_flow.cli._output import answering, complain
from congress_flow.dossier import MAX_BYTES, Dossier, parse, read
from congress_flow.errors import BadInput, CongressFlowError, Problem

PROGRAM = "congress-flow"

app = typer.Typer(
    name=PROGRAM,
    help=(
        "Xét hồ sơ chuẩn bị đại hội đảng bộ theo quy định, có căn cứ và số liệu. / "
        "Judge how a Party organisation prepares its congress, with figures and articles."
    ),
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help=(
            "Tệp hồ sơ (TOML); “-”: đọc từ đầu vào. / "
            "The dossier, a TOML file; “-”: the standard input."
        ),
    ),
]
CaseId = Annotated[
    str, typer.Argument(metavar="CASE", help="Mã phần việc. / The id of a case of the dossier.")
]
Language = Annotated[
    Lang, typer.Option("--lang", help="Tiếng Việt hoặc tiếng Anh. / Vietnamese or English.")
]
Form = Literal["text", "json"]
Format = Annotated[
    Form, typer.Option("--format", help="Chữ để đọc hoặc JSON. / Text to read, or JSON.")
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="Xét đến ngày nào, như 2020-05-28. / The day to judge by, such as 2020-05-28.",
    ),
]


@contextmanager
def told(lang: Lang) -> Generator[None]:
    """Tell what is wrong with the input, and leave with its status; never a traceback for it."""
    try:
        with answering():
            yield
    except BadInput as bad:
        complain(bad.problems, lang)
        raise typer.Exit(BAD_INPUT) from None
    except CongressFlowError as error:
        complain([Problem("", Text(str(error), str(error)))], lang)
        raise typer.Exit(BAD_INPUT) from None


def origin(file: Path) -> Path | bytes:
    """Return where a dossier stands: the file, or for `-` what the standard input holds."""
    if str(file) != "-":
        return file
    # One byte more than is taken: then the reader says that it is too much.
    return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin is not None else b""


def dossier_in(file: Path, loaded: Loaded) -> Dossier:
    """Read the dossier in a file, or for `-` in the standard input."""
    told = origin(file)
    if isinstance(told, bytes):
        return parse(told, loaded.procedures)
    return read(told, loaded.procedures)


def day_of(words: str | None, option: str = "--as-of") -> date | None:
    """Return the day that *words* name, None for none; raises `BadInput` for what is no day."""
    return None if words is None else the_day(words, option)


def the_day(words: str, option: str) -> date:
    """Return the day that *words* name; raises `BadInput` for what is no day."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        text = Text(
            f"“{words}” không phải là ngày: viết 2020-05-28",
            f"“{words}” is no day: write 2020-05-28",
        )
        raise BadInput([Problem(option, text)]) from None
