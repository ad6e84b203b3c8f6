"""Rules and rulebooks: what is ill-defined is refused, all at once, where it is defined."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from congress_flow import (
    Case,
    Citation,
    Confidence,
    Context,
    Demand,
    InForce,
    Level,
    Rulebook,
    Shelf,
    Text,
    at_least,
    choices,
    reading,
)
from congress_flow.errors import DefinitionError, UsageError
from tests.core.books import (
    NEW,
    OLD,
    WORDS,
    Met,
    book_of,
    hold,
    instrument,
    judged,
)


def test_a_rule_must_cite_say_and_guard() -> None:
    """No citation, no title, no step, no name of its own: refused when defined, all at once."""
    book: Rulebook[None] = Rulebook("b", Level.CENTRE, title=WORDS, version="1")

    def rule(case: Case[str], met: Met) -> Demand:
        """Anything."""
        del case
        return at_least(met.present, 1)

    ill: dict[str, Any] = {"cites": (), "title": "x"}
    with pytest.raises(DefinitionError, match=r"tied to the steps.*title.*cite"):
        book.rule(**ill)(rule)
    book.rule(hold, cites=OLD.at("1"), title=WORDS)(rule)
    with pytest.raises(DefinitionError, match="used twice"):
        book.rule(hold, cites=OLD.at("1"), title=WORDS)(rule)
    with pytest.raises(DefinitionError, match="named in lower case"):
        Rulebook("Big Name", Level.CENTRE, title=WORDS, version="1")


def test_a_rule_holds_no_earlier_than_its_instrument() -> None:
    """A span that begins before the instrument, or shares no day with it, is refused."""
    book: Rulebook[None] = Rulebook("b", Level.CENTRE, title=WORDS, version="1")

    def rule(case: Case[str], met: Met) -> Demand:
        """Anything."""
        del case
        return at_least(met.present, 1)

    early = InForce(date(2014, 1, 1))
    with pytest.raises(DefinitionError, match="before its instrument"):
        book.rule(hold, cites=OLD.at("1"), title=WORDS, in_force=early)(rule)
    over = instrument("4-CT", "2015-01-01", in_force=InForce(None, date(2016, 1, 1)))
    late = InForce(date(2017, 1, 1))
    with pytest.raises(DefinitionError, match="never hold"):
        book.rule(hold, cites=over.at("1"), title=WORDS, in_force=late)(rule)


def test_a_rule_is_found_by_its_name() -> None:
    """A book gives a rule by the name of its function, and says so where it has none such."""
    book = book_of("b", OLD, 1)
    [rule] = book.rules
    assert book.named(rule.id.partition("/")[2]) is rule
    with pytest.raises(UsageError, match="the book b has no rule 'none'"):
        book.named("none")


def test_a_book_on_a_shelf_is_closed() -> None:
    """What stands on a shelf can no longer be changed."""
    book = book_of("b", OLD, 1)
    Shelf([book])
    with pytest.raises(DefinitionError, match="already on a shelf"):
        book.repeal("x/y", since=date(2021, 1, 1), cites=NEW.at("1"))
    with pytest.raises(DefinitionError, match="already on a shelf"):
        book.rule(hold, cites=OLD.at("1"), title=WORDS)(lambda case, met: ())


@attrs.frozen
class Open:
    """One open point."""

    least: int = reading("meeting.least", Text("ít nhất", "at least"))
    because: dict[str, Text] = attrs.field(factory=dict[str, Text])


def open_book() -> Rulebook[Open]:
    book = Rulebook("open", Level.CENTRE, title=WORDS, version="1", readings=Open)

    @book.rule(hold, cites=OLD.at("1"), title=WORDS)
    def as_read(case: Case[str], met: Met, about: Context[Open]) -> Demand:
        """As many as the reading says."""
        del case
        return at_least(met.present, about.readings.least)

    return book


def test_an_open_point_must_be_chosen() -> None:
    """No reading, two readings, or a reading of no book here: refused; chosen, it is used."""
    for given in ([], [Open(least=1), Open(least=2)], [Open(least=1), "stray"]):
        with pytest.raises(UsageError, match=r"needs one Open|readings of no book"):
            Shelf([open_book()], given)
    assert judged(Shelf([open_book()], [Open(least=4)]), date(2019, 1, 1), 4).allowed
    assert not judged(Shelf([open_book()], [Open(least=5)]), date(2019, 1, 1), 4).allowed


def test_choices_are_printed_with_their_reason() -> None:
    """A reading is shown with the open point, the choice and why; a missing reason shows."""
    (choice,) = choices(Open(least=3, because={"least": WORDS}))
    assert (choice.parameter, choice.chosen, choice.because) == ("meeting.least", 3, WORDS)
    assert choices(Open(least=3))[0].because is None


def test_reprs_and_citations() -> None:
    """Books, rules, shelves print their names; a citation prints number, day, place and grade."""
    book = book_of("b", OLD, 1)
    assert repr(book) == "Rulebook('b', 1 rules)"
    assert repr(book.rules[0]) == "Rule('b/enough')"
    assert repr(Shelf([book])) == "Shelf(b)"
    assert str(OLD.at("điều 2").text) == "1-CT (01/01/2015), điều 2"
    assert Citation(OLD, "điều 2", Confidence.ASSUMED).text.en.endswith("[assumed]")


def first_of() -> Callable[[Case[str], Met], Demand]:
    """Return a function that can be a rule."""

    def rule(case: Case[str], met: Met) -> Demand:
        del case
        return at_least(met.present, 1)

    return rule


NAMELESS: Callable[[Case[str], Met], tuple[Demand, ...]] = lambda case, met: ()  # noqa: E731


def ill_formed() -> dict[str, tuple[Any, str]]:
    """Return what is no rule, each with what is said of it."""

    def one(case: Case[str]) -> Demand:
        return at_least(len(case.subject), 1)

    def four(case: Any, met: Met, about: Any, more: Any) -> Demand:
        del case, about, more
        return at_least(met.present, 1)

    async def later(case: Case[str], met: Met) -> Demand:
        del case
        return at_least(met.present, 1)

    async def drip(case: Case[str], met: Met) -> Any:
        del case
        yield at_least(met.present, 1)

    def keyed(case: Case[str], met: Met, *, about: Any) -> Demand:
        del case, about
        return at_least(met.present, 1)

    def preset(case: Case[str], met: Met, least: int = 3) -> Demand:
        del case
        return at_least(met.present, least)

    def spread(*given: Any) -> Demand:
        return at_least(len(given), 1)

    class Rule:
        def __call__(self, case: Case[str], met: Met) -> Demand:
            del case
            return at_least(met.present, 1)

    takes = r"must take \(case, event\) or \(case, event, context\)"
    written = "must be a function with a name, written with def"
    return {
        "one": (one, takes),
        "four": (four, takes),
        "async": (later, "must not be async"),
        "async generator": (drip, "must not be async"),
        "keyword": (keyed, takes),
        "default": (preset, takes),
        "any": (spread, takes),
        "lambda": (NAMELESS, written),
        "partial": (functools.partial(preset, least=2), written),
        "object": (Rule(), written),
        "class": (Rule, written),
        "none": (None, written),
    }


@pytest.mark.parametrize("name", ill_formed())
def test_what_is_no_rule_is_refused_when_defined(name: str) -> None:
    """Not when the step is first asked about, by when it would refuse for ever."""
    function, said = ill_formed()[name]
    book: Rulebook[None] = Rulebook("b", Level.CENTRE, title=WORDS, version="1")
    with pytest.raises(DefinitionError, match=said):
        book.rule(hold, cites=OLD.at("1"), title=WORDS)(function)
    assert book.rules == ()


def test_all_that_is_wrong_with_a_rule_is_told_at_once() -> None:
    """Function, steps, severity, words, citation and days: one error with each of them."""
    book: Rulebook[None] = Rulebook("b", Level.CENTRE, title=WORDS, version="1")
    ill: dict[str, Any] = {
        "cites": ["1-CT"],
        "title": None,
        "severity": "warns",
        "in_force": date(2020, 1, 1),
        "subject": 3,
        "encodes": "x.limit",
    }
    with pytest.raises(DefinitionError) as raised:
        book.rule(hold, hold, **ill)(NAMELESS)
    assert str(raised.value).split("; ") == [
        "rule b/<lambda>: it must be a function with a name, written with def",
        "it is tied to a step twice",
        "severity must be a Severity, not 'warns'",
        "it needs a title in both languages",
        "in_force must be a InForce, not datetime.date(2020, 1, 1)",
        "subject must be a str, not 3",
        "encodes must be several of str, not 'x.limit'",
        "it must cite its instrument",
    ]

    dated: dict[str, Any] = {"cites": OLD.at("1"), "title": WORDS, "in_force": None}
    with pytest.raises(DefinitionError, match=r"in_force must be a InForce, not None$"):
        book.rule(hold, **dated)(first_of())

    def due() -> Any:
        """Look at nothing."""

    ill_due: dict[str, Any] = {"cites": OLD.at("1"), "title": WORDS, "encodes": 7}
    ill_taken: Any = due
    with pytest.raises(DefinitionError, match=r"take \(outlook\).*several of str, not 7"):
        book.duty(**ill_due)(ill_taken)


def test_all_that_is_wrong_with_a_book_is_told_at_once() -> None:
    """Its name, level, days, title, version, readings, and what it tightens and lists."""
    ill: dict[str, Any] = {
        "id": "Big Name",
        "level": "centre",
        "in_force": None,
        "title": "words",
        "version": 1,
        "readings": Open(least=1),
        "tightens": "vn-2020",
        "instruments": [OLD, "1-CT"],
    }
    with pytest.raises(DefinitionError) as raised:
        Rulebook(**ill)
    told = str(raised.value)
    assert told.startswith("rulebook 'Big Name': a rulebook is named in lower case; level must be")
    assert [each.split()[0] for each in told.split("; ")[1:]] == [
        "level",
        "in_force",
        "title",
        "version",
        "readings",
        "tightens",
        "instruments",
    ]


def test_an_instrument_is_what_it_says() -> None:
    """A level, grade, span or forerunner that is none, and a place that is empty, are refused."""
    ways: list[dict[str, Any]] = [
        {"level": "centre"},
        {"confidence": "verified"},
        {"in_force": None},
        {"replaces": OLD},
        {"replaces": ("1-CT",)},
    ]
    for way in ways:
        with pytest.raises(TypeError):
            attrs.evolve(NEW, **way)
    for empty in ("", " \n"):
        with pytest.raises(ValueError, match="must name the place"):
            OLD.at(empty)
