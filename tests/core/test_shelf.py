"""Shelves: what holds on which day, by whom; more books never allow more."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from itertools import permutations
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import (
    Case,
    Confidence,
    Demand,
    Fault,
    InForce,
    Instrument,
    Level,
    Outcome,
    Rulebook,
    Severity,
    Shelf,
    Text,
)
from congress_flow.errors import DefinitionError, Problem, UsageError
from tests.core.books import (
    LASTING,
    LOCAL,
    NEW,
    OLD,
    WORDS,
    Met,
    book_of,
    hold,
    instrument,
    judged,
)
from tests.effort import examples


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
    with pytest.raises(DefinitionError, match="repeal of old/enough by b: it would hold before"):
        book_of("b", OLD, 1).repeal("old/enough", since=date(2000, 1, 1), cites=NEW.at("1"))


def test_a_book_founds_only_in_its_term() -> None:
    """After its term a rule that holds on still asks, but another book must guard the step."""
    term = InForce(None, date(2018, 1, 1))
    older = book_of("older", OLD, 3, founds=term)
    last, first = date(2017, 12, 31), date(2018, 1, 1)
    alone = Shelf([older])
    assert judged(alone, last, 3).allowed
    refused = judged(alone, first, 3)
    assert refused.consulted == ("older/enough",)
    assert [finding.fault for finding in refused.findings] == [Fault.UNGUARDED]
    both = Shelf([older, book_of("newer", LASTING, 2)])
    assert judged(both, first, 3).allowed
    assert [finding.rule for finding in judged(both, first, 2).objections] == ["older/enough"]


def test_a_book_may_need_another() -> None:
    """A book of which a part stands in another cannot stand without that one; beside it, it may."""
    newer = book_of("newer", LASTING, 2, needs=["older"])
    with pytest.raises(UsageError, match="newer needs older beside it, which is absent"):
        Shelf([newer])
    assert judged(Shelf([newer, book_of("older", OLD, 1)]), date(2019, 1, 1), 2).allowed


def test_a_book_read_by_others_guards_nothing() -> None:
    """A book named in `asking` asks on every day and is never enough."""
    day, older = date(2017, 1, 1), book_of("older", OLD, 3)
    shelf = Shelf([older], asking=["older"])
    assert shelf.asking == {"older"}
    assert judged(shelf, day, 3).consulted == ("older/enough",)
    assert [finding.fault for finding in judged(shelf, day, 3).findings] == [Fault.UNGUARDED]
    both = Shelf([older, book_of("newer", LASTING, 2)], asking=["older"])
    assert judged(both, day, 3).allowed
    assert not judged(both, day, 2).allowed


def test_what_ends_before_it_begins_never_holds() -> None:
    """A rule repealed from its first day on is on no day asked; nobody else guards its step."""
    newer: Rulebook[None] = Rulebook("newer", Level.CENTRE, title=WORDS, version="1")
    newer.repeal("old/enough", since=date(2015, 1, 1), cites=LASTING.at("1"))
    shelf = Shelf([book_of("old", OLD, 3), newer])
    assert shelf.rules() == shelf.rules(date(2019, 1, 1)) == ()
    assert shelf.borders(hold) == ()
    refused = judged(shelf, date(2019, 1, 1), 3)
    assert [finding.fault for finding in refused.findings] == [Fault.UNGUARDED]


def test_a_misspelt_repeal_is_refused() -> None:
    """Whoever ends a rule that a book on the shelf does not have meant another one."""
    newer: Rulebook[None] = Rulebook("newer", Level.CENTRE, title=WORDS, version="1")
    newer.repeal("old/enuogh", since=date(2021, 1, 1), cites=NEW.at("1"))
    with pytest.raises(UsageError, match="newer repeals old/enuogh, which old does not have"):
        Shelf([book_of("old", OLD, 3), newer])
    assert Shelf([newer]).books == (newer,)
    ill: dict[str, Any] = {"since": "2021-01-01", "cites": "2-CT"}
    with pytest.raises(DefinitionError, match=r"since must be a date.*cites must be.*book/name"):
        book_of("b", OLD, 1).repeal("enough", **ill)
    with pytest.raises(DefinitionError, match="since must be a day, not a moment"):
        newer.repeal("x/y", since=datetime(2021, 1, 1, tzinfo=UTC), cites=NEW.at("1"))


def test_a_repeal_begins_with_the_book_that_repeals() -> None:
    """A book in force from 2030 on ends nothing before, and one that is over ends nothing."""
    later: Rulebook[None] = Rulebook(
        "later", Level.CENTRE, InForce(date(2030, 1, 1)), title=WORDS, version="1"
    )
    later.repeal("old/enough", since=date(2021, 6, 1), cites=NEW.at("1"))
    assert [repeal.since for repeal in later.repeals] == [date(2030, 1, 1)]
    old = book_of("old", LASTING, 3)
    shelf = Shelf([old, later, book_of("open", LASTING, 0)])
    assert not judged(shelf, date(2029, 12, 31), 2).allowed
    assert judged(shelf, date(2030, 1, 1), 2).allowed
    over: Rulebook[None] = Rulebook(
        "over", Level.CENTRE, InForce(None, date(2021, 1, 1)), title=WORDS, version="1"
    )
    with pytest.raises(DefinitionError, match="never hold"):
        over.repeal("old/enough", since=date(2021, 6, 1), cites=NEW.at("1"))


def test_a_lower_issuer_repeals_nothing_above() -> None:
    """Neither a rule nor an instrument of the centre is ended from below."""
    lower: Rulebook[None] = Rulebook("lower", Level.PROVINCE, title=WORDS, version="1")
    lower.repeal("old/enough", since=date(2018, 1, 1), cites=LOCAL.at("1"))
    with pytest.raises(UsageError, match="higher issuer"):
        Shelf([book_of("old", OLD, 3), lower])
    usurper = instrument("6-KH", "2017-01-01", Level.PROVINCE, OLD)
    with pytest.raises(UsageError, match="cannot replace 1-CT"):
        Shelf([book_of("old", OLD, 3), book_of("local", usurper, 1, Level.PROVINCE)])


BASIC = instrument("0-QĐ", "2013-01-01")
NATIONAL = date(2021, 1, 1)  # a day on which the national book asks for five, another for none


def loosened(*more: Rulebook[Any]) -> str:
    """Return what becomes of a step that the national book refuses, with *more* books beside it.

    Told is the outcome, or why the shelf cannot be.
    """
    strict, lax = book_of("nat", LASTING, 5), book_of("lax", BASIC, 0)
    outcomes: set[str] = set()
    for order in permutations([strict, lax, *more]):
        try:
            outcomes.add(judged(Shelf(order), NATIONAL, 4).outcome.value)
        except UsageError as fault:
            outcomes.add(str(fault))
    (outcome,) = outcomes
    return outcome


def listing(name: str, level: Level, *instruments: Instrument) -> Rulebook[None]:
    """Return a book that holds no rule and lists instruments."""
    return Rulebook(name, level, title=WORDS, version="1", instruments=instruments)


def test_a_lower_issuer_cannot_write_a_level_down() -> None:
    """A copy of a higher instrument with another level is no way round: no book is believed."""
    assert loosened() == "refused"
    fake = instrument("7-QĐ", "2014-01-01", Level.CELL)
    usurper = instrument("8-KH", "2016-01-01", Level.PROVINCE, fake)
    said = loosened(book_of("local", usurper, 0, Level.PROVINCE))
    assert said.startswith("7-QĐ (01/01/2014) is defined in several ways")


def test_a_lower_book_does_not_speak_for_a_higher_issuer() -> None:
    """It ends nothing above it by listing a higher text, and what it cites ends nothing either."""
    ending = instrument("9-CT", "2016-01-01", Level.CENTRE, LASTING)
    for level in Level:
        said = loosened(listing("own", level, ending))
        if level is Level.CENTRE:
            assert said == "allowed"
        else:
            assert said == "own cannot end 7-QĐ of a higher issuer"
    assert loosened(book_of("own", ending, 0, Level.PROVINCE)) == "refused"
    shelf = Shelf([book_of("nat", LASTING, 5), book_of("own", ending, 0, Level.PROVINCE)])
    assert judged(shelf, NATIONAL, 4).consulted == ("nat/enough", "own/enough")


def test_a_repeal_rests_on_a_text_as_high_as_what_it_ends() -> None:
    """A central book cannot end its own law by the plan of a province."""
    ending: Rulebook[None] = Rulebook("end", Level.CENTRE, title=WORDS, version="1")
    ending.repeal("nat/enough", since=date(2016, 6, 1), cites=LOCAL.at("1"))
    assert loosened(ending) == "end cannot repeal nat/enough of a higher issuer by 3-KH"
    rightly: Rulebook[None] = Rulebook("end", Level.CENTRE, title=WORDS, version="1")
    rightly.repeal("nat/enough", since=date(2020, 6, 1), cites=NEW.at("1"))
    assert loosened(rightly) == "allowed"


@pytest.mark.parametrize("level", Level)
def test_only_the_centre_founds(level: Level) -> None:
    """A book of a lower issuer asks for more; alone it opens nothing, whatever it tightens."""
    own = book_of("own", LOCAL, 3, level)
    alone = judged(Shelf([own]), NATIONAL, 9)
    assert alone.consulted == ("own/enough",)
    faults = [finding.fault for finding in alone.findings]
    assert faults == ([] if level is Level.CENTRE else [Fault.UNGUARDED])
    both = Shelf([own, book_of("nat", LASTING, 1)])
    assert judged(both, NATIONAL, 3).allowed
    assert not judged(both, NATIONAL, 2).allowed


def test_what_only_warns_guards_nothing() -> None:
    """A step on which no rule in force can refuse is refused: nobody watches it."""
    book: Rulebook[None] = Rulebook("b", Level.CENTRE, title=WORDS, version="1")

    @book.rule(hold, cites=OLD.at("1"), title=WORDS, severity=Severity.WARNS)
    def silent(case: Case[str], met: Met) -> tuple[Demand, ...]:
        """Never says anything."""
        del case, met
        return ()

    refused = judged(Shelf([book]), date(2019, 1, 1), 3)
    assert refused.consulted == ("b/silent",)
    assert [finding.fault for finding in refused.findings] == [Fault.UNGUARDED]
    assert judged(Shelf([book, book_of("c", OLD, 3)]), date(2019, 1, 1), 3).allowed


def test_an_instrument_is_one() -> None:
    """Two definitions that the law could hang on refuse both books, whatever these are called."""
    ways: list[dict[str, Any]] = [
        {"level": Level.PROVINCE},
        {"in_force": InForce(date(2019, 1, 1))},
        {"replaces": (LOCAL,)},
    ]
    for way in ways:
        other = attrs.evolve(OLD, **way)
        for first, second in permutations("ab"):
            books = [book_of(first, OLD, 3), book_of(second, other, 3)]
            with pytest.raises(UsageError, match=r"1-CT \(01/01/2015\) is defined in several ways"):
                Shelf(books)
        with pytest.raises(UsageError, match="defined in several ways"):
            Shelf([listing("one", Level.CENTRE, OLD, other)])
        newer = instrument("10-CT", "2016-01-01", Level.CENTRE, other)
        with pytest.raises(UsageError, match="defined in several ways"):
            Shelf([book_of("a", OLD, 3), book_of("b", newer, 3)])
    told = attrs.evolve(OLD, id="other", title=WORDS, confidence=Confidence.REPORTED)
    assert Shelf([book_of("a", OLD, 3), book_of("b", told, 3)]).books


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


def test_a_shelf_takes_books_only() -> None:
    """What is no book, or no problem, is told; nothing breaks later on."""
    books: Any = [book_of("b", OLD, 1), "x", 3]
    with pytest.raises(UsageError, match="each Rulebook, not int, str"):
        Shelf(books)
    withheld: Any = "x"
    with pytest.raises(UsageError, match="each Problem, not str"):
        Shelf([], withheld=withheld)


def test_what_stands_cannot_be_changed() -> None:
    """Neither a shelf nor a book lets go of what it said, nor has it a class beneath."""
    book = book_of("b", OLD, 1)
    shelf: Any = Shelf([book], withheld=[Problem("x", WORDS)])
    for name in ("books", "withheld", "readings", "spans", "_compiled", "new"):
        with pytest.raises(AttributeError):
            setattr(shelf, name, ())
    with pytest.raises(TypeError):
        shelf.spans["b/enough"] = InForce()
    with pytest.raises(TypeError):
        shelf.readings["b"] = None
    changing: Any = book
    for name in ("id", "level", "version", "tightens", "rules", "_written", "new"):
        with pytest.raises(AttributeError):
            setattr(changing, name, ())
    assert not judged(shelf, date(2019, 1, 1), 3).allowed
    for base in (Rulebook, Shelf):
        with pytest.raises(DefinitionError, match="no class can stand on it"):
            type("Mine", (base,), {})


LOWER = [level for level in Level if level is not Level.CENTRE]
DAYS = [date(2013, 6, 1), date(2018, 6, 1), NATIONAL, date(2031, 6, 1)]
SPANS = [InForce(), InForce(), InForce(date(2030, 1, 1))]
ENDING = instrument("9-CT", "2016-01-01", Level.CENTRE, LASTING)
TRICKS = ("none", "cites", "lists", "repeals", "replaces", "copies", "misspells")
SEEN: Counter[str] = Counter()


@st.composite
def lower_books(draw: st.DrawFn, name: str, trick: str) -> Rulebook[None]:
    """Draw a book of a lower issuer, honest or with a trick to open a step."""
    copy = instrument("7-QĐ", "2014-01-01", draw(st.sampled_from(LOWER)))
    replaced = {"replaces": (LASTING,), "copies": (copy,)}.get(trick, ())
    own = instrument(
        f"20-KH/{name}", "2014-01-01", draw(st.sampled_from(LOWER)), *replaced, in_force=InForce()
    )
    book: Rulebook[None] = Rulebook(
        name,
        draw(st.sampled_from(LOWER)),
        draw(st.sampled_from(SPANS)),
        title=WORDS,
        version="1",
        tightens=draw(st.sampled_from([(), (), ("lax",)])),
        instruments=(ENDING,) if trick == "lists" else (own,),
    )

    def nothing(case: Case[str], met: Met) -> tuple[Demand, ...]:
        """Ask for nothing."""
        del case, met
        return ()

    cites = ENDING if trick == "cites" else draw(st.sampled_from([own, LASTING, LOCAL]))
    severity = draw(st.sampled_from(Severity))
    book.rule(hold, cites=cites.at("1"), title=WORDS, severity=severity)(nothing)
    if trick in {"repeals", "misspells"}:
        rule = "nat/enough" if trick == "repeals" else "lax/enuogh"
        book.repeal(rule, since=date(2017, 1, 1), cites=cites.at("1"))
    return book


@pytest.mark.parametrize("trick", TRICKS)
@examples(100)
@given(data=st.data(), day=st.sampled_from(DAYS), present=st.sampled_from([None, 4, 4, 5]))
def test_more_books_of_lower_issuers_never_allow_more(
    trick: str, data: st.DataObject, day: date, present: int | None
) -> None:
    """Whatever they cite, list, repeal and copy: a step that was refused without them stays so.

    And in whatever order they come, the answer is the same.
    """
    laws = {"nat": (LASTING, 5), "lax": (BASIC, 0)}
    national = data.draw(st.sampled_from([("nat", "lax"), ("nat", "lax"), ("lax",), ()]))
    lower = [data.draw(lower_books("a", trick)), data.draw(lower_books("b", "none"))]

    def outcome(*more: Rulebook[Any]) -> Any:
        centre = [book_of(name, *laws[name]) for name in national]
        found: set[Any] = set()
        for order in ([*centre, *more], [*reversed(more), *reversed(centre)]):
            try:
                verdict = judged(Shelf(order), day, present)
                found.add((verdict.outcome, verdict.consulted))
            except UsageError as fault:
                found.add(str(fault))
        (same,) = found
        return same

    (bare, _), crowded = outcome(), outcome(*lower)
    if isinstance(crowded, str):
        SEEN["no shelf"] += 1
        SEEN[f"{trick}: no shelf"] += 1
        return
    SEEN[f"{bare.value}, then {crowded[0].value}"] += 1
    assert bare is Outcome.ALLOWED or crowded[0] is Outcome.REFUSED


def test_the_law_was_not_empty() -> None:
    """Each trick was told; steps were refused before and after, and others stayed allowed."""
    for trick in ("lists", "repeals", "replaces", "copies", "misspells"):
        assert SEEN[f"{trick}: no shelf"] > 10, SEEN
    for what in ("refused, then refused", "allowed, then allowed"):
        assert SEEN[what] > 30, SEEN
