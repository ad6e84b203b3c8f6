"""The command on time: what falls due, and what is late."""

from __future__ import annotations

from typing import Final

import typer

from congress_flow._engine import Engine
from congress_flow._plugins import load
from congress_flow.cli._arguments import AsOf, File, Format, Language, day_of, dossier_in, told
from congress_flow.cli._output import show, show_bytes
from congress_flow.dossier import deadlines
from congress_flow.reports import deadlines_json, deadlines_lines

OVERDUE: Final = 1


def deadlines_command(
    file: File, output: Format = "text", lang: Language = "vi", as_of: AsOf = None
) -> None:
    """Việc nào đến hạn ngày nào, việc nào quá hạn hoặc làm muộn.

    What falls due when, and what is late. Status 1 if anything is overdue, or cannot be told
    because a duty failed.
    """
    with told(lang):
        loaded = load()
        found = deadlines(dossier_in(file, loaded), Engine(loaded.shelf), day_of(as_of))
        if output == "json":
            show_bytes(deadlines_json(found))
        else:
            show(deadlines_lines(found, lang))
    late = found.schedule.overdue or found.schedule.problems
    raise typer.Exit(OVERDUE if late else 0)
