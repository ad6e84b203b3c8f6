"""The command of questions: what would differ, if something were otherwise."""

from __future__ import annotations

from typing import Annotated

import typer

from congress_flow._plugins import load
from congress_flow.cli._arguments import File, Format, Language, day_of, origin, told
from congress_flow.cli._output import show, show_bytes
from congress_flow.dossier import whatif
from congress_flow.reports import whatif_json, whatif_lines

Other = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        help="Nếu xét đến ngày khác. / If it were judged as of another day.",
    ),
]
Without = Annotated[
    list[str],
    typer.Option(
        "--without",
        metavar="BOOK",
        help=(
            "Nếu bỏ một bộ quy tắc, và những bộ siết chặt nó. / "
            "If a rulebook were left out, and those that tighten it."
        ),
    ),
]
With = Annotated[
    list[str],
    typer.Option(
        "--with",
        metavar="BOOK",
        help=(
            "Nếu thêm một bộ quy tắc đã cài nhưng chưa dùng. / "
            "If a rulebook were used that is installed and not in use."
        ),
    ),
]
Set = Annotated[
    list[str],
    typer.Option(
        "--set",
        metavar="ID.FIELD=VALUE",
        help=(
            "Nếu một dữ kiện khác đi; giá trị viết như trong TOML. / "
            "If a fact were another; the value as TOML writes it."
        ),
    ),
]
On = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DAY",
        help=(
            "Xét hồ sơ như hiện có đến ngày nào. / "
            "The day as of which the dossier is judged as it is."
        ),
    ),
]


def whatif_command(
    file: File,
    output: Format = "text",
    lang: Language = "vi",
    *,
    as_of: Other = None,
    without: Without = [],  # noqa: B006 - typer makes a new one for each call
    added: With = [],  # noqa: B006
    facts: Set = [],  # noqa: B006
    on: On = None,
) -> None:
    """Nếu khác đi thì sao: xét hai lần, chỉ nêu những gì khác.

    What if: review a dossier twice and show only what differs, with the figures of both.
    """
    with told(lang):
        found = whatif(
            origin(file),
            load(),
            on=day_of(on, "--on"),
            as_of=day_of(as_of),
            without=without,
            added=added,
            facts=facts,
        )
        if output == "json":
            show_bytes(whatif_json(found))
        else:
            show(whatif_lines(found, lang))
