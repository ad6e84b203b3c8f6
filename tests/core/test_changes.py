"""What changed between two days: rules of one subject on the same steps, held side by side."""

from __future__ import annotations

from datetime import date
from types import FunctionType
from typing import Any

import pytest

from congress_flow import (
    Aspect,
    Case,
    ChangeKind,
    Confidence,
    Demand,
    Drawing,
    InForce,
    Instrument,
    Level,
    Rulebook,
    Severity,
    Shelf,
    Text,
    at_least,
    event,
    rules_between,
)
from congress_flow._changes import figures_of

WORDS = Text("chữ", "words")
BEFORE, AFTER = date(2019, 6, 1), date(2020, 6, 1)


@event(Text("họp", "meet"))
class Met:
    """A meeting."""

    on: date


_d = Drawing("meeting", str, WORDS)
CALLED = _d.stage("CALLED", WORDS, initial=True)
HELD = _d.stage("HELD", WORDS)
ENDED = _d.stage("ENDED", WORDS, final=True)
hold = _d.step("1", CALLED, Met, HELD)
again = _d.step("2", HELD, Met, ENDED)
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
NEW = instrument("2-CT", "2020-01-01", OLD)
HANDBOOK = instrument("sổ tay", "2010-01-01")
OVER = date(2020, 1, 1)


def enough(case: Case[str], met: Met) -> Demand:
    """Enough."""
    del case, met
    return at_least(1, 1)


def other(case: Case[str], met: Met) -> Demand:
    """Something else."""
    del case, met
    return at_least(1, 2)


Given = tuple[Any, tuple[Any, ...], dict[str, Any]]


def book_of(name: str, *rules: Given, since: date | None = None) -> Rulebook[None]:
    """Return a book of rules: the function of each, its steps, and what `rule` is told besides."""
    book: Rulebook[None] = Rulebook(name, Level.CENTRE, InForce(since), title=WORDS, version="1")
    for function, steps, told in rules:
        facts: dict[str, Any] = {"title": WORDS, "subject": "s", **told}
        book.rule(*steps, **facts)(function)
    return book


def shelf_of(old: Given | None, new: Given | None) -> Shelf:
    return Shelf([book_of("old", *([old] if old else ())), book_of("new", *([new] if new else ()))])


def test_a_rule_in_force_on_both_days_has_not_changed() -> None:
    """Neither the same day twice nor a rule that goes on shows as a change."""
    shelf = shelf_of((enough, (hold,), {"cites": OLD.at("1")}), None)
    assert not rules_between(shelf, BEFORE, BEFORE)
    lasting = shelf_of((enough, (hold,), {"cites": HANDBOOK.at("1")}), None)
    assert not rules_between(lasting, BEFORE, AFTER)


@pytest.mark.parametrize(
    ("title", "vi", "en"),
    [
        ("trong 1 tháng", ["1 tháng"], ["1 month"]),
        ("trong 30 ngày từ khi nhận", ["30 ngày"], ["30 days"]),
        (
            "ít nhất 25 (30) ngày làm việc",
            ["25 ngày làm việc", "30 ngày làm việc"],
            ["25 working days", "30 working days"],
        ),
        (
            "90 (Trung ương 180) ngày làm việc",
            ["90 ngày làm việc", "180 ngày làm việc"],
            ["90 working days", "180 working days"],
        ),
        ("60 tháng (tái cử: 48 tháng)", ["60 tháng", "48 tháng"], ["60 months", "48 months"]),
        ("số dư 10–15 %", ["10 %", "15 %"], ["10 %", "15 %"]),
        ("5 năm một lần, 9 người", ["5 năm", "9 người"], ["5 years", "9 persons"]),
        ("trước 30/6/2020, bước 3, 2/3 số", ["30/6/2020", "3", "2/3"], ["30/6/2020", "3", "2/3"]),
        ("không ghi số", [], []),
    ],
)
def test_figures_keep_their_units(title: str, vi: list[str], en: list[str]) -> None:
    """A figure is told with its unit in either language, also where another stands between."""
    book = book_of("old", (enough, (hold,), {"cites": OLD.at("1"), "title": Text(title, "x")}))
    (rule,) = book.rules
    found = figures_of(rule)
    assert [each.vi for each in found] == vi
    assert [each.en for each in found] == en


def test_another_unit_is_another_figure() -> None:
    """The same number in another unit is a change in the figures."""
    old, new = (
        (enough, (hold,), {"cites": cited.at("1"), "title": Text(title, "x")})
        for cited, title in ((OLD, "30 ngày"), (NEW, "30 ngày làm việc"))
    )
    (change,) = rules_between(shelf_of(old, new), BEFORE, AFTER)
    assert Aspect.FIGURES in change.aspects


def test_rules_end_and_begin() -> None:
    """A rule without a successor ended; one without a forerunner began; asked back, the reverse."""
    old, new = (
        (enough, (hold,), {"cites": OLD.at("1"), "subject": "before"}),
        (other, (hold,), {"cites": NEW.at("1"), "subject": "after"}),
    )
    shelf = shelf_of(old, new)
    began, ended = rules_between(shelf, BEFORE, AFTER)
    assert (began.kind, began.subject, [rule.id for rule in began.after]) == (
        ChangeKind.BEGAN,
        "after",
        ["new/other"],
    )
    assert (ended.kind, ended.subject, ended.after) == (ChangeKind.ENDED, "before", ())
    assert (began.aspects, ended.aspects) == ((), ())
    back = rules_between(shelf, AFTER, BEFORE)
    assert [each.kind for each in back] == [ChangeKind.ENDED, ChangeKind.BEGAN]


@pytest.mark.parametrize(
    ("steps", "function", "told", "aspects"),
    [
        ((hold,), enough, {"cites": NEW.at("1")}, {Aspect.CITATIONS}),
        (
            (hold,),
            enough,
            {"cites": NEW.at("1", Confidence.REPORTED)},
            {Aspect.CITATIONS, Aspect.CONFIDENCE},
        ),
        (
            (hold,),
            enough,
            {"cites": NEW.at("1"), "title": Text("trong 9 ngày", "within 9 days")},
            {Aspect.CITATIONS, Aspect.TITLE, Aspect.FIGURES},
        ),
        (
            (hold,),
            enough,
            {"cites": NEW.at("1"), "title": Text("7 ngày thôi", "7 days only")},
            {Aspect.CITATIONS, Aspect.TITLE},
        ),
        (
            (hold, again),
            other,
            {"cites": NEW.at("1"), "severity": Severity.WARNS},
            {Aspect.CITATIONS, Aspect.STEPS, Aspect.SEVERITY, Aspect.DEMAND},
        ),
    ],
)
def test_rules_of_one_subject_are_held_side_by_side(
    steps: tuple[Any, ...], function: Any, told: dict[str, Any], aspects: set[Aspect]
) -> None:
    """What differs is named: citation, confidence, wording, figures, severity, steps, demand."""
    title = Text("trong 7 ngày", "within 7 days")
    old = (enough, (hold,), {"cites": OLD.at("1"), "title": title})
    new = (function, steps, {"title": title, **told})
    (change,) = rules_between(shelf_of(old, new), BEFORE, AFTER)
    only_the_text = aspects <= {Aspect.CITATIONS, Aspect.CONFIDENCE}
    assert change.kind is (ChangeKind.RESTED_ANEW if only_the_text else ChangeKind.CHANGED)
    assert set(change.aspects) == aspects
    assert [rule.id for rule in change.before] == ["old/enough"]
    assert [rule.id for rule in change.after] == [f"new/{function.__name__}"]


def test_a_rule_may_only_change_its_book() -> None:
    """The same citation, words and demand in the next book: carried over, not changed."""
    rule = (enough, (hold,), {"cites": HANDBOOK.at("1")})
    older, newer = book_of("old", rule), book_of("new", rule, since=OVER)
    newer.repeal("old/enough", since=OVER, cites=NEW.at("1"))
    (carried,) = rules_between(Shelf([older, newer]), BEFORE, AFTER)
    assert (carried.kind, carried.aspects) == (ChangeKind.CARRIED, ())
    anew = book_of("new", (other, (hold,), {"cites": HANDBOOK.at("1")}), since=OVER)
    anew.repeal("old/enough", since=OVER, cites=NEW.at("1"))
    (changed,) = rules_between(Shelf([older, anew]), BEFORE, AFTER)
    assert (changed.kind, changed.aspects) == (ChangeKind.CHANGED, (Aspect.DEMAND,))


def renamed(function: Any, name: str) -> Any:
    """Return the same function under another name, as a book does that carries a rule over."""
    copy = FunctionType(
        function.__code__,
        function.__globals__,
        name,
        function.__defaults__,
        function.__closure__,
    )
    copy.__doc__ = function.__doc__
    return copy


def within(days: int, *, over: list[int]) -> Any:
    """Return a rule that closes over a limit, and over what cannot be hashed."""

    def in_time(case: Case[str], met: Met) -> Demand:
        """So many days."""
        del case, met
        return at_least(days, len(over))

    return in_time


def anew(first: Any, second: Any) -> tuple[ChangeKind, tuple[Aspect, ...]]:
    """Return what became of a rule whose function is *second* now, all else being the same."""
    older = book_of("old", (first, (hold,), {"cites": HANDBOOK.at("1")}))
    newer = book_of("new", (second, (hold,), {"cites": HANDBOOK.at("1")}), since=OVER)
    newer.repeal(older.rules[0].id, since=OVER, cites=NEW.at("1"))
    (change,) = rules_between(Shelf([older, newer]), BEFORE, AFTER)
    return change.kind, change.aspects


def test_a_function_is_what_it_does() -> None:
    """Carried over under another name it is the same; other code or limits are not."""
    same = (ChangeKind.CARRIED, ())
    differs = (ChangeKind.CHANGED, (Aspect.DEMAND,))
    assert anew(enough, renamed(enough, "enough_2025")) == same
    made = within(7, over=[1])
    assert anew(made, renamed(made, "in_time_2025")) == same
    assert anew(made, within(7, over=[1])) == same
    assert anew(made, within(9, over=[1])) == differs
    assert anew(made, within(7, over=[1, 2])) == differs
    assert anew(enough, other) == differs
    elsewhere = renamed(enough, "enough_2025")
    elsewhere.__module__ = "another.module"  # where its names mean something else
    assert anew(enough, elsewhere) == differs


def test_only_rules_that_share_a_step_stand_together() -> None:
    """One subject on two steps is two changes; a rule that touches both joins them."""
    old_one = (enough, (hold,), {"cites": OLD.at("1")})
    old_two = (other, (again,), {"cites": OLD.at("1")})
    new_one = (enough, (hold,), {"cites": NEW.at("1")})
    apart = rules_between(
        Shelf([book_of("old", old_one, old_two), book_of("new", new_one)]), BEFORE, AFTER
    )
    assert [each.kind for each in apart] == [ChangeKind.ENDED, ChangeKind.RESTED_ANEW]
    both = (enough, (hold, again), {"cites": NEW.at("1")})
    (joined,) = rules_between(
        Shelf([book_of("old", old_one, old_two), book_of("new", both)]), BEFORE, AFTER
    )
    assert [rule.id for rule in joined.before] == ["old/enough", "old/other"]
    assert [rule.id for rule in joined.after] == ["new/enough"]


def test_what_is_asked_at_another_step_now_is_one_change() -> None:
    """Of one subject, what only ended faces what only began; the steps are what differs."""
    old_one = (enough, (hold,), {"cites": OLD.at("1")})
    new_two = (enough, (again,), {"cites": NEW.at("1")})
    (moved,) = rules_between(shelf_of(old_one, new_two), BEFORE, AFTER)
    assert moved.kind is ChangeKind.CHANGED
    assert set(moved.aspects) == {Aspect.CITATIONS, Aspect.STEPS}
    old_two = (other, (again,), {"cites": OLD.at("1")})
    elsewhere = (other, (hold,), {"cites": NEW.at("1"), "subject": "another"})
    books = [book_of("old", old_one, old_two), book_of("new", elsewhere)]
    began, *ended = rules_between(Shelf(books), BEFORE, AFTER)
    assert began.kind is ChangeKind.BEGAN
    assert [each.kind for each in ended] == [ChangeKind.ENDED, ChangeKind.ENDED]


def test_only_the_steps_asked_for() -> None:
    """With steps only the rules on them are looked at."""
    old = book_of(
        "old",
        (enough, (hold,), {"cites": OLD.at("1"), "subject": "one"}),
        (other, (again,), {"cites": OLD.at("1"), "subject": "two"}),
    )
    shelf = Shelf([old, book_of("new", (enough, (hold,), {"cites": NEW.at("1")}))])
    assert [each.subject for each in rules_between(shelf, BEFORE, AFTER)] == ["one", "s", "two"]
    assert [each.subject for each in rules_between(shelf, BEFORE, AFTER, [again])] == ["two"]
    assert not rules_between(shelf, BEFORE, AFTER, [])


def test_every_word_is_there() -> None:
    """Kinds and aspects have words of their own."""
    for kind in (ChangeKind, Aspect):
        assert len({each.term.vi for each in kind}) == len(kind)
