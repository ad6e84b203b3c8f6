"""The law along a trail: a text that takes another's place is told once, where it first shows."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from congress_flow import (
    Case,
    Confidence,
    InForce,
    Instrument,
    Level,
    Outcome,
    Rulebook,
    Shelf,
    Text,
    Verdict,
)
from congress_flow.dossier import Judged, Recorded
from congress_flow.procedures import preparation as p
from congress_flow.reports import plain_text, trail_json, trail_lines
from congress_flow.reports._trail_law import Replaced, TrailLaw, replaced_words

WORDS = Text("chữ", "words")


def instrument(number: str, issued: str, type_: str = "directive") -> Instrument:
    return Instrument(
        id=f"{number} {issued}",
        type=type_,
        number=number,
        issued=issued,
        issuer="x",
        level=Level.CENTRE,
        confidence=Confidence.VERIFIED,
    )


# Two directives of one number, as there are (trap TR1).
FIRST, SECOND = instrument("35-CT/TW", "2024-06-14"), instrument("35-CT/TW", "2025-04-14")
OTHER, BOOK = instrument("190-QĐ/TW", "2024"), instrument("sổ tay", "2010", "handbook")
GIVEN = (
    ("actor_first", FIRST, "actor"),
    ("actor_second", SECOND, "actor"),
    ("limit_first", FIRST, "limit"),
    ("limit_second", SECOND, "limit"),
    ("ballot", OTHER, "ballot"),
    ("read_first", FIRST, "read"),
    ("read_there", BOOK, "read"),
)


def shelf() -> Shelf:
    book: Rulebook[None] = Rulebook("book", Level.CENTRE, InForce(), title=WORDS, version="1")
    for name, cites, subject in GIVEN:

        def rule(case: Any, act: Any) -> tuple[()]:
            """Nothing."""
            return ()

        rule.__name__ = name
        book.rule(p.inspect, cites=cites.at("1"), title=WORDS, subject=subject)(rule)
    return Shelf([book])


def law() -> TrailLaw:
    return TrailLaw.of(shelf())


def entries(*consulted: tuple[str, ...]) -> list[Judged]:
    """Return entries at which these rules were asked."""
    return [
        Judged(
            procedure=p.preparation,
            recorded=Recorded(case="a", event=p.Inspect(on=date(2025, 4, 14)), path=f"act[{n}]"),
            verdict=Verdict(
                case="a",
                version=n,
                procedure=p.preparation.id,
                stage=p.PREPARING,
                step=p.inspect,
                event=p.Inspect(on=date(2025, 4, 14)),
                outcome=Outcome.ALLOWED,
                consulted=tuple(f"book/{name}" for name in names),
            ),
        )
        for n, names in enumerate(consulted)
    ]


def told(*consulted: tuple[str, ...]) -> list[tuple[Replaced, ...]]:
    return [changes for _, changes in law().along(entries(*consulted))]


def test_a_change_is_told_once_where_it_first_shows() -> None:
    """The subjects of a later entry that changed in the same way say nothing new."""
    changed = Replaced(FIRST, SECOND)
    assert told(("actor_first",), ("actor_second",)) == [(), (changed,)]
    assert told(
        ("actor_first", "limit_first"), ("ballot",), ("actor_second",), ("limit_second",)
    ) == [(), (), (changed,), ()]
    assert told(("actor_first", "limit_first"), ("actor_second", "limit_second")) == [
        (),
        (changed,),
    ]


def test_what_was_not_asked_before_has_not_changed() -> None:
    """A subject asked for the first time, or by the same text again, is no change."""
    assert told(("actor_first",), ("limit_second",), ("actor_first",)) == [(), (), ()]


def test_a_handbook_is_no_text_of_the_law() -> None:
    """What rests on it has no instrument that another could take the place of."""
    assert told(("read_first",), ("read_there",), ("read_first",)) == [(), (), ()]


def test_a_rule_that_is_not_on_the_shelf_has_no_citation() -> None:
    """A record may name rules of a book that nobody has any more."""
    assert told(("actor_first",), ("gone",), ("actor_second",))[2] == (Replaced(FIRST, SECOND),)
    assert law().citations("book/gone") == ()
    assert [each.instrument for each in law().citations("book/ballot")] == [OTHER]


def test_it_is_said_by_number_and_day() -> None:
    """Two directives have one number; of one instrument only the year is known."""
    words = replaced_words(Replaced(FIRST, SECOND))
    assert words.vi == "Văn bản áp dụng đã thay đổi: 35-CT/TW (14/06/2024) → 35-CT/TW (14/04/2025)"
    assert (
        replaced_words(Replaced(OTHER, BOOK)).en == "The law has changed: 190-QĐ/TW (2024) → sổ tay"
    )


def test_text_and_json_tell_the_change() -> None:
    """Under the entry at which it first shows, before what was found there."""
    subject = p.Preparation(level=Level.GRASSROOTS, planned_opening=None)
    case: Case[Any] = Case(
        procedure=p.preparation, id="a", subject=subject, opened_on=date(2025, 1, 2)
    )
    walked = entries(("actor_first",), ("actor_second",))
    lines = plain_text(trail_lines(case, walked, shelf(), "en")).splitlines()
    told_at = lines.index(
        "     § The law has changed: 35-CT/TW (14/06/2024) → 35-CT/TW (14/04/2025)"
    )
    assert lines[told_at - 1].startswith("  2. 2025-04-14 ")
    first, second = json.loads(trail_json(case, walked, shelf()))["entries"]
    assert first["law_changed"] == []
    (change,) = second["law_changed"]
    assert change["before"] == {"number": "35-CT/TW", "date": "2024-06-14", "issuer": "x"}
    assert change["after"]["date"] == "2025-04-14"
