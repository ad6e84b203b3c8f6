"""Instruments and small rulebooks on the one step of a small procedure, for tests of the core."""

from __future__ import annotations

from datetime import date
from typing import Any

from congress_flow import (
    Case,
    Confidence,
    Demand,
    Drawing,
    Engine,
    Instrument,
    Level,
    Rulebook,
    Shelf,
    Text,
    Verdict,
    at_least,
    event,
)

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
    """Return a directive of this number, day and level."""
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
LASTING = instrument("7-QĐ", "2014-01-01")


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
    """Return a case that was just opened."""
    return Case(procedure=meeting, id="c", subject="x", opened_on=date(2010, 1, 1))


def judged(shelf: Shelf, day: date, present: int | None) -> Verdict:
    """Return the verdict on a meeting of that day."""
    return Engine(shelf).judge(case(), Met(on=day, present=present))
