"""Duties: defined as strictly as rules, dated as they are; what falls due for given cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs
import pytest

from congress_flow import (
    WEEKENDS,
    Case,
    Confidence,
    CountAnchor,
    Drawing,
    Duty,
    Engine,
    InForce,
    Instrument,
    Level,
    Outlook,
    Rulebook,
    Shelf,
    Step,
    Text,
    event,
    reading,
)
from congress_flow.errors import DefinitionError, Problem, UsageError
from congress_flow.reckoning import Bearing, Counting, Due, DueStatus, working_days
from congress_flow.schedules import Schedule, schedule

WORDS = Text("chữ", "words")
COUNTING = Counting(WEEKENDS, CountAnchor.EXCLUDE)


@event(Text("họp", "meet"))
class Met:
    """A meeting."""

    on: date


@event(Text("báo cáo", "report"))
class Reported:
    """A report on it."""

    on: date


_d = Drawing("meeting", str, WORDS)
CALLED = _d.stage("CALLED", WORDS, initial=True)
HELD = _d.stage("HELD", WORDS)
TOLD = _d.stage("TOLD", WORDS, final=True)
hold = _d.step("1", CALLED, Met, HELD)
report = _d.step("2", HELD, Reported, TOLD)
meeting = _d.close()


def instrument(number: str, issued: str, *replaces: Instrument) -> Instrument:
    return Instrument(
        id=number,
        type="directive",
        number=number,
        issued=issued,
        issuer="x",
        level=Level.CENTRE,
        confidence=Confidence.VERIFIED,
        replaces=replaces,
    )


OLD = instrument("1-CT", "2015-01-01")
NEW = instrument("2-CT", "2020-06-08", OLD)


def book_of(name: str, cites: Instrument, limit: int, **more: Any) -> Rulebook[None]:
    """Return a book of one duty: a meeting is reported within so many working days."""
    book: Rulebook[None] = Rulebook(name, Level.CENTRE, title=WORDS, version="1")

    @book.duty(cites=cites.at("1"), title=WORDS, subject="reported", **more)
    def report_due(about: Outlook[None]) -> Iterator[Due]:
        """So many days from the meeting."""
        for case in about.beside.of(meeting):
            held, told = case.last(Met), case.last(Reported)
            yield Due(
                case=case.id,
                what=Text("báo cáo", "report"),
                anchor=None if held is None else held.on,
                anchor_is=Text("ngày họp", "the meeting"),
                limit=working_days(limit),
                counting=COUNTING,
                done=None if told is None else told.on,
            )

    return book


_permissive: Rulebook[None] = Rulebook("open", Level.CENTRE, title=WORDS, version="1")
_STEPS: tuple[Step[str, Met | Reported], ...] = (hold, report)


@_permissive.rule(*_STEPS, cites=OLD.at("1"), title=WORDS)
def _content(case: Case[str], act: Any) -> tuple[()]:
    """Anything."""
    del case, act
    return ()


OPEN = Engine(Shelf([_permissive]))


def case(*days: date, name: str = "c") -> Case[str]:
    """Return a meeting held, and reported, on these days."""
    made: Case[str] = Case(procedure=meeting, id=name, subject="x", opened_on=date(2019, 1, 1))
    for number, day in enumerate(days):
        made = OPEN.advance(made, Reported(on=day) if number else Met(on=day))
    return made


def stands(found: Schedule) -> list[tuple[str, date | None, str]]:
    return [(row.duty.id, row.day, row.status.value) for row in found.rows]


MONDAY, LATER = date(2020, 6, 1), date(2020, 6, 30)


def test_a_duty_must_cite_say_and_hold() -> None:
    """No citation, no title, a name used twice, a span without a day: refused when defined."""
    book = book_of("b", OLD, 7)

    def report_due(about: Outlook[None]) -> Iterable[Due]:
        """Nothing."""
        del about
        return ()

    as_rule: Any = report_due
    with pytest.raises(DefinitionError, match=r"duty b/report_due.*twice.*title.*cite"):
        book.duty(cites=(), title="x")(report_due)  # type: ignore[arg-type]
    book.rule(hold, cites=OLD.at("1"), title=WORDS)(_content)
    with pytest.raises(DefinitionError, match="used twice"):
        book.rule(hold, cites=OLD.at("1"), title=WORDS)(as_rule)
    with pytest.raises(DefinitionError, match="before its instrument"):
        book_of("b", OLD, 7, in_force=InForce(date(2014, 1, 1)))
    with pytest.raises(DefinitionError, match="never hold"):
        book_of("b", OLD, 7, in_force=InForce(None, date(2014, 1, 1)))
    Shelf([book])
    with pytest.raises(DefinitionError, match="already on a shelf"):
        book.duty(cites=OLD.at("1"), title=WORDS)(lambda about: ())


def test_a_duty_is_part_of_the_law_of_its_book() -> None:
    """It stands among the rules in name and digest; another limit is another digest."""
    book = book_of("b", OLD, 7, encodes=("x.limit",))
    (duty,) = book.duties
    assert (duty.id, duty.book, duty.subject, duty.encodes) == (
        "b/report_due",
        "b",
        "reported",
        ("x.limit",),
    )
    assert repr(duty) == "Duty('b/report_due')"
    assert book.law == (duty,)
    bare: Rulebook[None] = Rulebook("b", Level.CENTRE, title=WORDS, version="1")
    assert len({bare.sha256, book.sha256, book_of("b", NEW, 7).sha256}) == 3
    assert book_of("b", OLD, 7, encodes=("x.limit",)).sha256 == book.sha256


def test_duties_are_dated_as_rules_are() -> None:
    """A newer instrument ends the duty of the older; a repeal ends a duty by its name."""
    shelf = Shelf([book_of("old", OLD, 7), book_of("new", NEW, 5)])
    assert [duty.id for duty in shelf.duties()] == ["new/report_due", "old/report_due"]
    assert [duty.id for duty in shelf.duties(date(2020, 6, 7))] == ["old/report_due"]
    assert [duty.id for duty in shelf.duties(date(2020, 6, 8))] == ["new/report_due"]
    newer: Rulebook[None] = Rulebook("newer", Level.CENTRE, title=WORDS, version="1")
    newer.repeal("old/report_due", since=date(2020, 6, 8), cites=NEW.at("1"))
    ended = Shelf([book_of("old", OLD, 7), newer])
    assert not ended.duties(date(2020, 6, 8))
    lower: Rulebook[None] = Rulebook("lower", Level.PROVINCE, title=WORDS, version="1")
    lower.repeal("old/report_due", since=date(2020, 6, 8), cites=NEW.at("1"))
    with pytest.raises(UsageError, match="higher issuer"):
        Shelf([book_of("old", OLD, 7), lower])


def test_what_falls_due_and_what_is_late() -> None:
    """Of five meetings: reported in time, reported late, not yet due, overdue, not yet held."""
    shelf = Shelf([book_of("b", OLD, 7)])
    found = schedule(
        shelf,
        [
            case(MONDAY, date(2020, 6, 10), name="done"),
            case(MONDAY, date(2020, 6, 11), name="late"),
            case(date(2020, 6, 23), name="running"),
            case(MONDAY, name="overdue"),
            case(name="unknown"),
        ],
        LATER,
    )
    assert [(row.due.case, row.day, row.status) for row in found.rows] == [
        ("done", date(2020, 6, 10), DueStatus.DONE),
        ("late", date(2020, 6, 10), DueStatus.LATE),
        ("overdue", date(2020, 6, 10), DueStatus.OVERDUE),
        ("running", date(2020, 7, 2), DueStatus.DUE),
        ("unknown", None, DueStatus.ANCHOR_UNKNOWN),
    ]
    assert [row.due.case for row in found.overdue] == ["overdue"]
    assert [row.due.case for row in found.not_kept] == ["late"]
    assert [row.days_left for row in found.rows] == [-20, -20, -20, 2, None]
    assert not found.problems


@pytest.mark.parametrize(
    ("days", "as_of", "law"),
    [
        # Reported before the new text: by the old one, whenever it is asked.
        ((date(2020, 5, 25), date(2020, 6, 5)), LATER, "old"),
        # Due before the new text, and reported after: the limit had run out under the old one.
        ((date(2020, 5, 20), date(2020, 6, 9)), LATER, "old"),
        ((date(2020, 5, 20),), LATER, "old"),
        # Due after it, and asked, or done, before or after.
        ((MONDAY,), date(2020, 6, 7), "old"),
        ((MONDAY,), date(2020, 6, 8), "new"),
        ((MONDAY, date(2020, 6, 8)), LATER, "new"),
        ((), date(2020, 6, 7), "old"),
        ((), date(2020, 6, 8), "new"),
    ],
)
def test_the_law_of_the_day_decides(days: tuple[date, ...], as_of: date, law: str) -> None:
    """The day of the act decides, else the day on which it fell due, else the day asked."""
    shelf = Shelf([book_of("old", OLD, 7), book_of("new", NEW, 7)])
    (row,) = schedule(shelf, [case(*days)], as_of).rows
    assert row.duty.book == law


def test_a_duty_is_asked_as_of_a_day_on_which_it_held() -> None:
    """A dated table still has the row then; a duty that has not begun is not asked."""
    asked: list[tuple[str, date]] = []

    def asking(name: str, cites: Instrument) -> Rulebook[None]:
        book: Rulebook[None] = Rulebook(name, Level.CENTRE, title=WORDS, version="1")

        @book.duty(cites=cites.at("1"), title=WORDS)
        def asks(about: Outlook[None]) -> Iterable[Due]:
            """Nothing."""
            asked.append((name, about.on))
            return ()

        return book

    shelf = Shelf([asking("old", OLD), asking("new", NEW)])
    schedule(shelf, (), date(2020, 6, 1))
    schedule(shelf, (), date(2020, 6, 30))
    assert asked == [
        ("old", date(2020, 6, 1)),
        ("new", date(2020, 6, 30)),
        ("old", date(2020, 6, 7)),
    ]


def limits(name: str, *found: Due) -> Rulebook[None]:
    """Return a book with one duty that says just this."""
    book: Rulebook[None] = Rulebook(name, Level.CENTRE, title=WORDS, version="1")

    @book.duty(cites=OLD.at("1"), title=WORDS, subject="held")
    def held_due(about: Outlook[None]) -> Iterable[Due]:
        """What is given."""
        del about
        return found

    return book


def named(day: date | None, **more: Any) -> Due:
    return Due(case="c", what=WORDS, anchor=day, anchor_is=WORDS, **more)


def test_the_earliest_deadline_binds() -> None:
    """A lower level may be stricter (TR26): only the earliest day counts, and is overdue."""
    strict, lax = date(2020, 6, 15), date(2020, 6, 29)
    shelf = Shelf([limits("centre", named(lax)), limits("local", named(strict, source="KH"))])
    found = schedule(shelf, (), date(2020, 7, 1))
    assert [(row.duty.book, row.effective) for row in found.rows] == [
        ("local", True),
        ("centre", False),
    ]
    assert {row.status for row in found.rows} == {DueStatus.OVERDUE}
    assert [row.duty.book for row in found.overdue] == ["local"]
    late = Shelf(
        [limits("centre", named(lax, done=LATER)), limits("local", named(strict, done=LATER))]
    )
    assert [row.duty.book for row in schedule(late, (), LATER).not_kept] == ["local"]


def test_the_latest_first_day_binds() -> None:
    """Of several first days the latest counts; what concerns another thing stands for itself."""
    first, later = date(2020, 4, 1), date(2020, 4, 15)
    shelf = Shelf(
        [
            limits(
                "b",
                named(first, bearing=Bearing.FROM),
                named(later, bearing=Bearing.FROM),
                named(first),
                named(later, about="an"),
                named(None),
            )
        ]
    )
    found = schedule(shelf, (), LATER)
    assert [
        (row.day, row.due.about, row.due.bearing.value, row.effective) for row in found.rows
    ] == [
        (first, "", "from", False),
        (first, "", "by", True),
        (later, "", "from", True),
        (later, "an", "by", True),
        (None, "", "by", True),
    ]


def test_a_duty_that_fails_is_told() -> None:
    """A crash, or an answer that is none, is a problem; the other duties are heard."""
    broken: Rulebook[None] = Rulebook("broken", Level.CENTRE, title=WORDS, version="1")

    @broken.duty(cites=OLD.at("1"), title=WORDS)
    def crashes(about: Outlook[None]) -> Iterable[Due]:
        """Crash."""
        raise ValueError(about.on)

    @broken.duty(cites=OLD.at("1"), title=WORDS)
    def answers_wrongly(about: Outlook[None]) -> Any:
        """Answer with something else."""
        del about
        return ["x"]

    withheld = Problem("hong", Text("hỏng", "broken"))
    shelf = Shelf([broken, book_of("b", OLD, 7)], withheld=[withheld])
    found = schedule(shelf, [case(MONDAY)], LATER)
    assert stands(found) == [("b/report_due", date(2020, 6, 10), "overdue")]
    assert [problem.path for problem in found.problems] == [
        "hong",
        "broken/answers_wrongly",
        "broken/crashes",
    ]
    assert found.problems[1].text.en == (
        "crashed (TypeError: a duty answers with what is due, not with 'x')"
    )


@attrs.frozen
class Open:
    """One open point."""

    limit: int | None = reading("report.limit", Text("hạn", "limit"))


def test_an_open_limit_is_that_of_the_readings() -> None:
    """A duty reads the choices of its own book; where none is chosen there is none."""
    book = Rulebook("open", Level.CENTRE, title=WORDS, version="1", readings=Open)

    @book.duty(cites=OLD.at("1"), title=WORDS)
    def as_read(about: Outlook[Open]) -> Iterator[Due]:
        """As many days as the reading says."""
        if about.readings.limit is not None:
            yield named(date(2020, 6, about.readings.limit))

    chosen = schedule(Shelf([book], [Open(limit=15)]), (), LATER)
    assert stands(chosen) == [("open/as_read", date(2020, 6, 15), "overdue")]
    assert not schedule(Shelf([book], [Open(limit=None)]), (), LATER).rows


def test_two_cases_of_one_id_are_refused() -> None:
    """Nobody could tell which of them is late."""
    with pytest.raises(UsageError, match="one id"):
        schedule(Shelf([book_of("b", OLD, 7)]), [case(), case(MONDAY)], LATER)


def test_a_duty_is_a_value_of_its_own() -> None:
    """Duties are told apart by what they are, not by what they say."""
    (one,), (other,) = book_of("b", OLD, 7).duties, book_of("b", OLD, 7).duties
    assert isinstance(one, Duty)
    assert one != other
