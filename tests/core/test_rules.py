"""Rulebooks and shelves: what is ill-defined is refused; what holds on which day, by whom."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Any

import attrs
import pytest

from congress_flow import (
    Case,
    Citation,
    Confidence,
    Context,
    Demand,
    Drawing,
    Engine,
    Fault,
    InForce,
    Instrument,
    Level,
    Outcome,
    Rulebook,
    Shelf,
    Text,
    at_least,
    choices,
    event,
    reading,
)
from congress_flow.errors import DefinitionError, Problem, UsageError

WORDS = Text("chữ", "words")


@event(Text("họp", "meet"))
class Met:
    """A meeting."""

    on: date
    present: int | None = None


_d = Drawing("meeting", str, WORDS)
CALLED = _d.stage("CALLED", WORDS, initial=True)
HELD = _d.stage("HELD", WORDS, final=True)
hold = _d.step("1", CALLED, Met, HELD)
meeting = _d.close()


def instrument(
    number: str, issued: str, level: Level = Level.CENTRE, *replaces: Instrument, **more: Any
) -> Instrument:
    return Instrument(
        id=number,
        type="directive",
        number=number,
        issued=issued,
        issuer="x",
        level=level,
        confidence=Confidence.VERIFIED,
        replaces=replaces,
        **more,
    )


OLD = instrument("1-CT", "2015-01-01")
NEW = instrument("2-CT", "2020-01-01", Level.CENTRE, OLD)
LOCAL = instrument("3-KH", "2016-01-01", Level.PROVINCE)


def book_of(
    name: str, cites: Instrument, least: int, level: Level = Level.CENTRE, **more: Any
) -> Rulebook[None]:
    """Return a book of one rule: at least so many are present."""
    book: Rulebook[None] = Rulebook(name, level, title=WORDS, version="1", **more)

    def enough(case: Case[str], met: Met) -> Demand:
        """At least so many."""
        del case
        return at_least(met.present, least)

    book.rule(hold, cites=cites.at("1"), title=WORDS)(enough)
    return book


def case() -> Case[str]:
    return Case(procedure=meeting, id="c", subject="x", opened_on=date(2010, 1, 1))


def judged(shelf: Shelf, day: date, present: int | None) -> Any:
    return Engine(shelf).judge(case(), Met(on=day, present=present))


def test_a_rule_must_cite_say_and_guard() -> None:
    """No citation, no title, no step, no name of its own: refused when defined, all at once."""
    book: Rulebook[None] = Rulebook("b", Level.CENTRE, title=WORDS, version="1")

    def rule(case: Case[str], met: Met) -> Demand:
        """Anything."""
        del case
        return at_least(met.present, 1)

    with pytest.raises(DefinitionError, match=r"tied to the steps.*title.*cite"):
        book.rule(cites=(), title="x")(rule)  # type: ignore[arg-type]
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


def test_a_newer_instrument_ends_the_older() -> None:
    """From the day the newer begins, the rule of the older is silent and the newer's is asked."""
    shelf = Shelf([book_of("old", OLD, 3), book_of("new", NEW, 5)])
    before, after = date(2019, 12, 31), date(2020, 1, 1)
    assert judged(shelf, before, 3).consulted == ("old/enough",)
    assert judged(shelf, before, 3).allowed
    assert judged(shelf, after, 3).consulted == ("new/enough",)
    assert not judged(shelf, after, 3).allowed
    assert shelf.borders(hold) == (date(2015, 1, 1), after)
    assert [rule.id for rule in shelf.rules(before)] == ["old/enough"]


def test_a_single_rule_can_be_repealed() -> None:
    """A book of the same issuer ends one rule; from that day the step is unguarded and refused."""
    newer: Rulebook[None] = Rulebook("newer", Level.CENTRE, title=WORDS, version="1")
    newer.repeal("old/enough", since=date(2018, 1, 1), cites=instrument("5", "2018-01-01").at("1"))
    newer.repeal("absent/rule", since=date(2018, 1, 1), cites=instrument("5", "2018-01-01").at("1"))
    shelf = Shelf([book_of("old", OLD, 3), newer])
    assert judged(shelf, date(2017, 12, 31), 3).allowed
    refused = judged(shelf, date(2018, 1, 1), 3)
    assert [finding.fault for finding in refused.findings] == [Fault.UNGUARDED]
    with pytest.raises(DefinitionError, match="cannot be repealed before"):
        book_of("b", OLD, 1).repeal("old/enough", since=date(2000, 1, 1), cites=NEW.at("1"))


def test_a_lower_issuer_repeals_nothing_above() -> None:
    """Neither a rule nor an instrument of the centre is ended from below."""
    lower: Rulebook[None] = Rulebook("lower", Level.PROVINCE, title=WORDS, version="1")
    lower.repeal("old/enough", since=date(2018, 1, 1), cites=LOCAL.at("1"))
    with pytest.raises(UsageError, match="higher issuer"):
        Shelf([book_of("old", OLD, 3), lower])
    usurper = instrument("6-KH", "2017-01-01", Level.PROVINCE, OLD)
    with pytest.raises(UsageError, match="cannot replace 1-CT"):
        Shelf([book_of("old", OLD, 3), book_of("local", usurper, 1, Level.PROVINCE)])


def test_a_tightening_book_never_allows_more() -> None:
    """It adds objections; it does not guard alone; without the book it tightens it is refused."""
    national, local = (
        book_of("national", NEW, 3),
        book_of("local", LOCAL, 5, Level.PROVINCE, tightens=("national",)),
    )
    shelf = Shelf([local, national])
    assert not judged(shelf, date(2021, 1, 1), 4).allowed
    assert judged(shelf, date(2021, 1, 1), 5).allowed
    only_local = judged(shelf, date(2019, 1, 1), 9)
    assert only_local.consulted == ("local/enough",)
    assert [finding.fault for finding in only_local.findings] == [Fault.UNGUARDED]
    with pytest.raises(UsageError, match="tightens national, which is absent"):
        Shelf([book_of("local", LOCAL, 5, Level.PROVINCE, tightens=("national",))])


def test_the_order_of_books_is_nothing() -> None:
    """However the books are given, the rules are consulted in one order."""
    names = ("a", "b", "c")
    orders = {
        judged(Shelf([book_of(name, OLD, 1) for name in order]), date(2019, 1, 1), 1).consulted
        for order in permutations(names)
    }
    assert orders == {("a/enough", "b/enough", "c/enough")}


def test_two_books_of_one_name_are_refused() -> None:
    """One of them would be asked and nobody would know which."""
    with pytest.raises(UsageError, match="two books are called b"):
        Shelf([book_of("b", OLD, 1), book_of("b", OLD, 2)])


def test_a_withheld_plugin_refuses_everything() -> None:
    """While a plugin could not be used, no step is taken: its rules might have objected."""
    shelf = Shelf([book_of("b", OLD, 1)], withheld=[Problem("x", Text("hỏng", "broken"))])
    verdict = judged(shelf, date(2019, 1, 1), 3)
    assert verdict.outcome is Outcome.REFUSED
    assert [finding.fault for finding in verdict.findings] == [Fault.WITHHELD]


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


def test_the_digest_follows_the_text_of_the_rules() -> None:
    """The same book gives the same digest; another figure, another one."""
    assert book_of("b", OLD, 1).sha256 == book_of("b", OLD, 1).sha256
    assert book_of("b", OLD, 1).sha256 != book_of("b", NEW, 1).sha256
    assert open_book().sha256 != book_of("b", OLD, 1).sha256


def test_rules_without_a_file_have_a_digest() -> None:
    """Rules typed at a prompt cannot be read back; their facts still tell one book from another."""

    def enough(case: Case[str], met: Met) -> Demand:
        """At least one."""
        del case
        return at_least(met.present, 1)

    enough.__module__ = "__typed__"
    digests: set[str] = set()
    for article in ("1", "2"):
        book = Rulebook("typed", Level.CENTRE, title=WORDS, version="1")
        book.rule(hold, cites=OLD.at(article), title=WORDS)(enough)
        digests.add(book.sha256)
    assert len(digests) == 2


def test_reprs_and_citations() -> None:
    """Books, rules, shelves print their names; a citation prints number, day, place and grade."""
    book = book_of("b", OLD, 1)
    assert repr(book) == "Rulebook('b', 1 rules)"
    assert repr(book.rules[0]) == "Rule('b/enough')"
    assert repr(Shelf([book])) == "Shelf(b)"
    assert str(OLD.at("điều 2").text) == "1-CT (01/01/2015), điều 2"
    assert Citation(OLD, "điều 2", Confidence.ASSUMED).text.en.endswith("[assumed]")
