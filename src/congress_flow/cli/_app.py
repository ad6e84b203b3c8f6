"""The commands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from importlib.metadata import version
from typing import Annotated, Any, Final, Literal

import typer

from congress_flow._changes import rules_between
from congress_flow._engine import Engine
from congress_flow._plugins import Loaded, load
from congress_flow._procedure import Procedure, Step
from congress_flow._text import Lang, Text
from congress_flow.cli import BAD_INPUT
from congress_flow.cli._arguments import (
    PROGRAM,
    AsOf,
    CaseId,
    File,
    Form,
    Format,
    Language,
    day_of,
    dossier_in,
    the_day,
    told,
)
from congress_flow.cli._arguments import app as app
from congress_flow.cli._output import complain, show, show_bytes, show_help, show_text, use_utf8
from congress_flow.cli._questions import whatif_command
from congress_flow.cli._time import deadlines_command
from congress_flow.cli._usage import language, misuse
from congress_flow.dossier import (
    Names,
    case_of,
    default_day,
    dossier_schema,
    history,
    options,
    review,
)
from congress_flow.errors import BadInput, Problem
from congress_flow.procedures.preparation import Readiness
from congress_flow.reports import (
    changes_json,
    changes_lines,
    deadlines_schema,
    doctor_json,
    doctor_lines,
    json_bytes,
    mermaid,
    options_json,
    options_lines,
    review_json,
    review_lines,
    review_schema,
    rules_json,
    rules_lines,
    trail_json,
    trail_lines,
    whatif_schema,
)

NOT_READY: Final = 1
NOT_WELL: Final = 1


def run() -> None:
    """Run the command that the arguments name, and leave with its status."""
    use_utf8()
    try:
        status: object = app(prog_name=PROGRAM, standalone_mode=False)
    except Exception as wrong:
        # The parser of arguments has no public name for what it raises of a wrong call.
        if not hasattr(wrong, "format_message"):
            raise
        _misused(wrong)
        status = BAD_INPUT
    sys.exit(status if isinstance(status, int) else 0)


def _misused(wrong: Any) -> None:  # noqa: ANN401
    command = wrong.ctx.command_path if wrong.ctx is not None else PROGRAM
    if type(wrong).__name__ == "NoArgsIsHelpError":
        show_help(wrong.format_message())
        return
    complain([misuse(wrong.format_message(), command)], language(sys.argv[1:]))


def _tell_version(asked: bool) -> None:  # noqa: FBT001 - as typer calls it
    if asked:
        with told("vi"):
            show_text(f"congress-flow {version('congress-flow')}\n")
        raise typer.Exit


@app.callback()
def root(
    *,
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_tell_version,
            is_eager=True,
            help="Phiên bản. / The version.",
        ),
    ] = False,
) -> None:
    """Take the options that stand before a command."""


@app.command("review")
def review_command(
    file: File,
    output: Format = "text",
    lang: Language = "vi",
    as_of: AsOf = None,
    *,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help="Chỉ “sẵn sàng” mới coi là đạt. / Only READY counts as ready.",
        ),
    ] = False,
) -> None:
    """Xét cả hồ sơ: sẵn sàng chưa, còn thiếu gì, việc nào trái quy định.

    Review a dossier: is the congress ready, what is missing, what was done against the rules.
    """
    with told(lang):
        loaded = load()
        found = review(dossier_in(file, loaded), Engine(loaded.shelf), day_of(as_of))
        if output == "json":
            show_bytes(review_json(found))
        else:
            show(review_lines(found, lang))
    good = {Readiness.READY} if strict else {Readiness.READY, Readiness.BASICALLY_READY}
    raise typer.Exit(0 if found.readiness in good else NOT_READY)


app.command("deadlines")(deadlines_command)
app.command("whatif")(whatif_command)


@app.command("options")
def options_command(
    file: File,
    case: CaseId,
    output: Format = "text",
    lang: Language = "vi",
    as_of: AsOf = None,
) -> None:
    """Một phần việc có thể làm tiếp việc gì, còn thiếu gì.

    What may happen next to a case, and what it still lacks.
    """
    with told(lang):
        loaded = load()
        dossier = dossier_in(file, loaded)
        engine = Engine(loaded.shelf)
        day = day_of(as_of) or max(default_day(dossier), dossier.last_day or date.min)
        past = history(dossier, engine, day)
        found = case_of(past, case)
        next_acts = options(dossier, engine, past, found, day)
        names = Names.of(dossier)
        if output == "json":
            show_bytes(options_json(found, day, next_acts, names))
        else:
            show(options_lines(found, day, next_acts, lang, names))


@app.command("trail")
def trail_command(
    file: File,
    case: CaseId,
    output: Format = "text",
    lang: Language = "vi",
    as_of: AsOf = None,
) -> None:
    """Mọi việc đã ghi của một phần việc: được, không được, vì sao.

    All that was recorded of a case: what was allowed, what was refused, and why.
    """
    with told(lang):
        loaded = load()
        dossier = dossier_in(file, loaded)
        day = day_of(as_of) or max(default_day(dossier), dossier.last_day or date.min)
        past = history(dossier, Engine(loaded.shelf), day)
        found = case_of(past, case)
        names = Names.of(dossier)
        if output == "json":
            show_bytes(trail_json(found, past.of(case), loaded.shelf, names))
        else:
            show(trail_lines(found, past.of(case), loaded.shelf, lang, names))


@app.command("rules")
def rules_command(
    output: Format = "text",
    lang: Language = "vi",
    as_of: AsOf = None,
    procedure: Annotated[
        str | None,
        typer.Option(
            "--procedure",
            metavar="PROCEDURE",
            help="Chỉ quy tắc của một quy trình. / Only the rules of one procedure.",
        ),
    ] = None,
    diff: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--diff",
            metavar="DAY DAY",
            help="Quy tắc thay đổi giữa hai ngày. / What changed in the rules between two days.",
        ),
    ] = None,
) -> None:
    """Quy tắc, thời hạn: căn cứ, độ tin cậy, hiệu lực, cách hiểu đã chọn; thay đổi giữa hai ngày.

    The rules and duties: what they cite, how well that was read, when they hold, the readings
    chosen; or what changed in the rules between two days.
    """
    with told(lang):
        loaded = load()
        steps = set(_procedure(loaded, procedure).steps) if procedure is not None else None
        day = day_of(as_of)
        if diff is not None:
            _show_changes(loaded, diff, day, steps, output, lang)
            return
        rules = loaded.shelf.rules(day)
        # A duty looks at all cases; it belongs to no procedure.
        duties = () if steps is not None else loaded.shelf.duties(day)
        if steps is not None:
            rules = tuple(rule for rule in rules if not steps.isdisjoint(rule.steps))
        if output == "json":
            show_bytes(rules_json(loaded.shelf, rules, day, duties))
        else:
            show(rules_lines(loaded.shelf, rules, day, lang, duties))


def _show_changes(  # noqa: PLR0917 - the arguments of its command
    loaded: Loaded,
    days: tuple[str, str],
    as_of: date | None,
    steps: set[Step[Any, Any]] | None,
    output: Form,
    lang: Lang,
) -> None:
    first, last = (the_day(words, "--diff") for words in days)
    if as_of is not None:
        text = Text("không dùng cùng --as-of", "does not go with --as-of")
        raise BadInput([Problem("--diff", text)])
    changes = rules_between(loaded.shelf, first, last, steps)
    if output == "json":
        show_bytes(changes_json(loaded.shelf, changes, first, last))
    else:
        show(changes_lines(changes, first, last, lang))


def _procedure(loaded: Loaded, name: str) -> Procedure[Any]:
    known = {each.id: each for each in loaded.procedures}
    if name not in known:
        names = ", ".join(sorted(known))
        text = Text(
            f"không có quy trình này; có: {names}",
            f"there is no such procedure; there are: {names}",
        )
        raise BadInput([Problem(name, text)])
    return known[name]


@app.command("draw")
def draw_command(
    procedure: Annotated[
        str,
        typer.Argument(metavar="PROCEDURE", help="Mã quy trình. / The id of a procedure."),
    ],
    lang: Language = "vi",
) -> None:
    """Sơ đồ trạng thái của một quy trình (Mermaid).

    The drawing of a procedure as a Mermaid diagram.
    """
    with told(lang):
        show_text(mermaid(_procedure(load(), procedure), lang))


@app.command("doctor")
def doctor_command(output: Format = "text", lang: Language = "vi") -> None:
    """Các plugin tìm thấy, plugin nào không dùng được và vì sao, cách hiểu đang dùng.

    The plugins found, which were refused and why, and the readings in use. Status 1 if any was.
    """
    with told(lang):
        loaded = load()
        if output == "json":
            show_bytes(doctor_json(loaded))
        else:
            show(doctor_lines(loaded, lang))
    raise typer.Exit(NOT_WELL if loaded.shelf.withheld else 0)


@app.command("schema")
def schema_command(
    of: Annotated[
        Literal["review", "deadlines", "whatif", "dossier"],
        typer.Argument(help="Lược đồ JSON của câu trả lời hoặc của hồ sơ. / Of which format."),
    ],
) -> None:
    """Lược đồ JSON của câu trả lời (review, deadlines, whatif) hoặc của hồ sơ (dossier).

    The JSON Schema of an answer or of a dossier.
    """
    with told("vi"):
        show_bytes(json_bytes(_SCHEMAS[of]()))


_SCHEMAS: Final[Mapping[str, Callable[[], Mapping[str, Any]]]] = {
    "review": review_schema,
    "deadlines": deadlines_schema,
    "whatif": whatif_schema,
    "dossier": dossier_schema,
}
