"""What the plugins are: found, used, refused and why; what they gave; the readings in use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from congress_flow._calendar import Calendar
from congress_flow._plugins import Loaded, PluginState
from congress_flow._procedure import Procedure
from congress_flow._text import Lang, Text
from congress_flow.reports._json import (
    BookJson,
    ObjectJson,
    ReadingJson,
    WordsJson,
    book_of,
    books_of,
    json_bytes,
    readings_of,
    words_of,
)
from congress_flow.reports._rules_text import readings_lines
from congress_flow.reports._words import Line, Tone

_PLUGINS: Final = Text("Các plugin", "Plugins")
_NONE: Final = Text("Không có plugin nào.", "There is no plugin.")
_BOOKS: Final = Text("Các bộ quy tắc", "Rulebooks")
_OPTIONAL: Final = Text(
    "Các bộ quy tắc chưa dùng, có thể thêm (whatif --with)",
    "Rulebooks not in use that can be put on (whatif --with)",
)
_RULES: Final = Text("quy tắc", "rules")
_DUTIES: Final = Text("thời hạn", "duties")
_PROCEDURES: Final = Text("Quy trình", "Procedures")
_CALENDARS: Final = Text("Lịch", "Calendars")
_STATES: Final = {
    PluginState.USED: (Text("đang dùng", "used"), Tone.GOOD),
    PluginState.REFUSED: (Text("không dùng được", "refused"), Tone.BAD),
    PluginState.NOT_CHOSEN: (Text("không chọn", "not chosen"), Tone.QUIET),
}
_WITHHELD: Final = Text(
    "Thiếu plugin nêu trên nên mọi bước đều bị từ chối.",
    "Because of the plugins refused above every step is refused.",
)


_ASKING: Final = Text(
    "chỉ xét thêm, không cho phép bước nào: chưa cơ quan nào chọn cách hiểu các điểm còn mở",
    "asks and allows no step: no office has chosen the readings of its open points",
)


class PluginJson(ObjectJson):
    """One plugin that was found or asked for."""

    name: str
    version: str
    state: PluginState
    problems: list[WordsJson]


class DoctorJson(ObjectJson):
    """The plugins, and what those in use gave.

    `asking` names the books that allow no step, because no office has chosen their readings.
    """

    plugins: list[PluginJson]
    books: list[BookJson]
    asking: list[str]
    procedures: list[str]
    calendars: list[str]
    readings: list[ReadingJson]
    optional: list[BookJson]


def doctor_json(loaded: Loaded) -> bytes:
    """Return what the plugins are as JSON."""
    return json_bytes(
        DoctorJson(
            plugins=[
                PluginJson(
                    name=report.name,
                    version=report.version,
                    state=report.state,
                    problems=[words_of(problem.text) for problem in report.problems],
                )
                for report in loaded.reports
            ],
            books=books_of(loaded.shelf),
            asking=sorted(loaded.shelf.asking),
            procedures=[each.id for each in loaded.procedures],
            calendars=[each.id for each in loaded.calendars],
            readings=readings_of(loaded.shelf),
            optional=[book_of(book) for book in loaded.optional],
        )
    )


def doctor_lines(loaded: Loaded, lang: Lang = "vi") -> tuple[Line, ...]:
    """Return what the plugins are as lines of text."""
    return tuple(_lines(loaded, lang))


def _lines(loaded: Loaded, lang: Lang) -> Iterator[Line]:
    yield Line(_PLUGINS.within(lang), Tone.TITLE)
    if not loaded.reports:
        yield Line(_NONE.within(lang), indent=2)
    for report in loaded.reports:
        words, tone = _STATES[report.state]
        name = f"{report.name} {report.version}".rstrip()
        yield Line(f"{name}: {words.within(lang)}", tone, indent=2)
        for problem in report.problems:
            yield Line(f"– {problem.text.within(lang)}", indent=4, hang=2)
    if loaded.shelf.withheld:
        yield Line(_WITHHELD.within(lang), Tone.BAD, indent=2)
    for heading, books in ((_BOOKS, loaded.shelf.books), (_OPTIONAL, loaded.optional)):
        if books:
            yield Line()
            yield Line(heading.within(lang), Tone.TITLE)
        for book in books:
            size = f"{len(book.rules)} {_RULES.within(lang)}"
            if book.duties:
                size += f", {len(book.duties)} {_DUTIES.within(lang)}"
            title = book.title.within(lang)
            yield Line(f"{book.id} {book.version} ({size}): {title}", indent=2, hang=2)
            yield Line(f"sha256 {book.sha256}", Tone.QUIET, indent=6)
            if book.id in loaded.shelf.asking:
                yield Line(_ASKING.within(lang), Tone.CAUTION, indent=6)
    for heading, names in (
        (_PROCEDURES, [_with_id(each, lang) for each in loaded.procedures]),
        (_CALENDARS, [_with_id(each, lang) for each in loaded.calendars]),
    ):
        if names:
            yield Line()
            yield Line(f"{heading.within(lang)}: {'; '.join(names)}", hang=2)
    yield from readings_lines(loaded.shelf, lang)


def _with_id(each: Procedure[Any] | Calendar, lang: Lang) -> str:
    return f"{each.title.within(lang)} ({each.id})"
