"""What falls due when and what is late, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from congress_flow._calendar import CountAnchor
from congress_flow._text import Lang, Text
from congress_flow.dossier import Deadlines, Names
from congress_flow.reckoning import Bearing, Direction, Due, DueStatus, Unit
from congress_flow.reports._json import (
    BookJson,
    CitationJson,
    Day,
    ObjectJson,
    WordsJson,
    books_of,
    citation_of,
    json_bytes,
    schema_of,
    words_of,
)
from congress_flow.reports._words import Line, Tone, by_books, cited, day
from congress_flow.schedules import Scheduled


class LimitJson(ObjectJson):
    """A limit, how it runs and by which convention it was counted.

    `anchor_day` and `calendar` are null where no convention touches the count (months; for
    calendar days no calendar does).
    """

    count: int
    unit: Unit
    direction: Direction
    anchor_day: CountAnchor | None
    calendar: str | None


class DueJson(ObjectJson):
    """Something due. `limit` is null where the text names the day itself.

    `days_left` counts calendar days from the day asked, negative when the day is past. What is not
    `effective` gave way to a stricter day for the same thing.
    """

    case: str
    about: str
    what: WordsJson
    bearing: Bearing
    status: DueStatus
    day: Day | None
    days_left: int | None
    done: Day | None
    effective: bool
    anchor: Day | None
    anchor_is: WordsJson
    limit: LimitJson | None
    reckoned: WordsJson
    source: str
    duty: str
    title: WordsJson
    subject: str
    citations: list[CitationJson]


class ProblemJson(ObjectJson):
    """A duty or plugin that failed: what it would have said is missing."""

    path: str
    text: WordsJson


class DeadlinesJson(ObjectJson):
    """What falls due for a dossier, by day; what has no day stands last."""

    dossier: str
    as_of: Day
    overdue: int
    late: int
    deadlines: list[DueJson]
    problems: list[ProblemJson]
    books: list[BookJson]


def deadlines_json(found: Deadlines) -> bytes:
    """Return what falls due as JSON."""
    schedule = found.schedule
    return json_bytes(
        DeadlinesJson(
            dossier=found.dossier.id,
            as_of=schedule.as_of,
            overdue=len(schedule.overdue),
            late=len(schedule.not_kept),
            deadlines=[_due(row) for row in schedule.rows],
            problems=[
                ProblemJson(path=each.path, text=words_of(each.text)) for each in schedule.problems
            ],
            books=books_of(found.engine.shelf),
        )
    )


def deadlines_schema() -> Mapping[str, Any]:
    """Return the JSON Schema of `deadlines_json`."""
    return schema_of(DeadlinesJson, "deadlines")


def _due(row: Scheduled) -> DueJson:
    due, duty = row.due, row.duty
    return DueJson(
        case=due.case,
        about=due.about,
        what=words_of(due.what),
        bearing=due.bearing,
        status=row.status,
        day=row.day,
        days_left=row.days_left,
        done=due.done,
        effective=row.effective,
        anchor=due.anchor,
        anchor_is=words_of(due.anchor_is),
        limit=_limit(due),
        reckoned=words_of(due.reckoned),
        source=due.source,
        duty=duty.id,
        title=words_of(duty.title),
        subject=duty.subject,
        citations=[citation_of(each) for each in duty.citations],
    )


def _limit(due: Due) -> LimitJson | None:
    if due.limit is None or due.counting is None:
        return None
    unit = due.limit.unit
    return LimitJson(
        count=due.limit.count,
        unit=unit,
        direction=due.direction,
        anchor_day=None if unit is Unit.MONTH else due.counting.anchor,
        calendar=due.counting.calendar.id if unit is Unit.WORKING_DAY else None,
    )


_TITLE: Final = Text("Thời hạn", "Deadlines")
_AS_OF: Final = Text("xét đến ngày", "as of")
_OPENING: Final = Text("ngày dự kiến khai mạc", "the planned opening")
_LAST_ACT: Final = Text("ngày của việc được ghi sau cùng", "the last act on record")
_MANY: Final = Text("{} hạn", "{} days")
_OVER: Final = frozenset({DueStatus.BEGUN, DueStatus.LAPSED, DueStatus.DONE})
_NOTHING: Final = Text("Không có thời hạn nào.", "Nothing falls due.")
_INSTEAD: Final = Text("đã có hạn sớm hơn hoặc chặt hơn", "a stricter day binds")
_DONE: Final = Text("làm ngày", "done on")
_CITED: Final = Text("Căn cứ", "Cited")
_PROBLEMS: Final = Text(
    "Không hỏi được, có thể còn thời hạn khác", "Could not be asked; more may fall due"
)
_SECTIONS: Final = (
    (
        frozenset({DueStatus.OVERDUE}),
        Text("Quá hạn, chưa thấy ghi là đã làm", "Overdue, no record of it"),
        Tone.BAD,
    ),
    (
        frozenset({DueStatus.LATE, DueStatus.EARLY}),
        Text("Đã làm, không đúng hạn", "Done late, or too early"),
        Tone.BAD,
    ),
    (
        frozenset({DueStatus.DUE, DueStatus.NOT_YET}),
        Text("Sắp đến", "Ahead"),
        Tone.CAUTION,
    ),
    (
        frozenset({DueStatus.ANCHOR_UNKNOWN, DueStatus.CALENDAR_ENDS}),
        Text("Chưa tính được ngày", "No day can be told yet"),
        Tone.UNKNOWN,
    ),
    (
        frozenset({DueStatus.BEGUN, DueStatus.LAPSED}),
        Text("Mốc đã qua", "Days that have passed"),
        Tone.PLAIN,
    ),
    (frozenset({DueStatus.DONE}), Text("Đã làm, đúng hạn", "Done in time"), Tone.GOOD),
)


def deadlines_lines(found: Deadlines, lang: Lang = "vi") -> tuple[Line, ...]:
    """Return what falls due as lines of text: what is late first, then what lies ahead.

    What is over – done in time, or a day that has passed – stands together, an entry for each kind.
    """
    return tuple(_lines(found, lang))


def _lines(found: Deadlines, lang: Lang) -> Iterator[Line]:
    schedule, names = found.schedule, Names.of(found.dossier)
    yield Line(f"{_TITLE.within(lang)}: {found.dossier.title.within(lang)}", Tone.TITLE)
    on = f"{_AS_OF.within(lang)} {day(found.as_of, lang)}{_which(found, lang)}"
    by = by_books(found.engine.shelf, found.as_of, lang)
    yield Line(f"{found.dossier.id} · {on} · {by}", Tone.QUIET)
    if schedule.problems:
        yield Line()
        yield Line(_PROBLEMS.within(lang), Tone.BAD)
        for problem in schedule.problems:
            yield Line(f"– {problem.path}: {problem.text.within(lang)}", indent=2, hang=2)
    if not schedule.rows:
        yield Line()
        yield Line(_NOTHING.within(lang))
    for statuses, heading, tone in _SECTIONS:
        rows = [row for row in schedule.rows if row.status in statuses]
        if rows:
            yield Line()
            yield Line(f"{heading.within(lang)} ({len(rows)})", Tone.TITLE)
            for alike in _alike(rows):
                if len(alike) > 1 and statuses <= _OVER:
                    yield from _together(alike, tone, lang)
                else:
                    for row in alike:
                        yield from _row(row, tone, names, lang)


def _which(found: Deadlines, lang: Lang) -> str:
    """Return in words which day of the dossier the day asked is, if it is one that it tells."""
    planned = found.dossier.tables.congress.planned_opening
    if found.as_of == planned:
        return f" ({_OPENING.within(lang)})"
    return f" ({_LAST_ACT.within(lang)})" if found.as_of == found.dossier.last_day else ""


def _alike(rows: Iterable[Scheduled]) -> Iterable[list[Scheduled]]:
    """Return the rows with those together that one duty asks of several cases."""
    groups: dict[tuple[object, ...], list[Scheduled]] = {}
    for row in rows:
        groups.setdefault((row.duty.id, row.due.what, row.due.bearing), []).append(row)
    return groups.values()


def _together(rows: list[Scheduled], tone: Tone, lang: Lang) -> Iterator[Line]:
    """Yield what is over, of many cases at once: nothing is left to do, JSON tells each."""
    days = [row.day for row in rows if row.day is not None]
    due = rows[0].due
    many = f"{_MANY.within(lang).format(len(rows))}, {due.bearing.term.within(lang)}"
    span = " – ".join(dict.fromkeys((day(min(days), lang), day(max(days), lang)))) if days else "?"
    yield Line(f"{due.what.within(lang)}: {many} {span}", tone, indent=2, hang=4)
    citations = cited(rows[0].duty.citations, lang)
    told = f"{_CITED.within(lang)}: {citations}. [{rows[0].duty.id}]"
    yield Line(told, Tone.QUIET, indent=6)


def _row(row: Scheduled, tone: Tone, names: Names, lang: Lang) -> Iterator[Line]:
    due = row.due
    when = "" if row.day is None else f"{due.bearing.term.within(lang)} {day(row.day, lang)}: "
    about = f", {names.short(due.about).within(lang)}" if due.about else ""
    where = names.case(due.case).within(lang)
    tone = tone if row.effective else Tone.QUIET
    yield Line(
        f"{when}{due.what.within(lang)} – {where}{about}: {_standing(row, lang)}",
        tone,
        indent=2,
        hang=4,
    )
    source = f" [{due.source}]" if due.source else ""
    yield Line(f"{due.reckoned.within(lang)}{source}", indent=6)
    citations = cited(row.duty.citations, lang)
    yield Line(f"{_CITED.within(lang)}: {citations}. [{row.duty.id}]", Tone.QUIET, indent=6)


def _days(left: int) -> Text:
    """Return in words how many days are left, or have passed."""
    many = "" if abs(left) == 1 else "s"
    if left < 0:
        return Text(f"đã qua {-left} ngày", f"{-left} day{many} ago")
    return Text(f"còn {left} ngày", f"in {left} day{many}") if left else Text("hôm nay", "today")


def _standing(row: Scheduled, lang: Lang) -> str:
    """Return how it stands in words: the status, the days left, the day on which it was done."""
    status, left, done = row.status, row.days_left, row.due.done
    told = [status.term.within(lang)]
    if done is not None and done <= row.as_of:
        told.append(f"{_DONE.within(lang)} {day(done, lang)}")
    elif left is not None:
        told.append(_days(left).within(lang))
    if not row.effective:
        told.append(_INSTEAD.within(lang))
    return "; ".join(told)
