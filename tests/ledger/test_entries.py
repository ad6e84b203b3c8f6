"""Entries: what goes in comes out the same, in one canonical form, and floats do not go in."""

from __future__ import annotations

import hashlib
import json
import math
import unicodedata
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from congress_flow import (
    WEEKENDS,
    Breach,
    Case,
    Caution,
    Demand,
    Engine,
    Finding,
    FindingKind,
    Gap,
    Op,
    Outcome,
    Shelf,
    Text,
    Verdict,
    event,
)
from congress_flow._clerk import Clerk
from congress_flow.errors import LedgerError, UsageError
from congress_flow.ledger import (
    OPENING,
    Basis,
    Entry,
    MemoryLedger,
    legible,
    opening,
    submission,
    taken,
)
from tests.effort import examples
from tests.ledger import small
from tests.ledger.small import FIRST, SUBJECT, Clock, Meet, Slate, met, slate

ENGINE = small.engine()
BASIS = Basis.of(ENGINE.shelf)
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
START = opening(
    slate, "s-1", taken(SUBJECT)[1], FIRST, who="thư ký", recorded_at=MOMENT, basis=BASIS
)


def _recorded(act: Any) -> tuple[Any, Verdict, Entry]:
    act, facts = taken(act)
    case = Case(procedure=slate, id="s-1", subject=SUBJECT, opened_on=FIRST)
    verdict = ENGINE.judge(case, act)
    entry = submission(
        verdict, facts, after=START, who="thư ký", recorded_at=MOMENT, basis=BASIS, key="k"
    )
    return act, verdict, entry


def test_events_and_verdicts_come_back() -> None:
    """Whatever was judged and found is read back from the bytes, equal to the last figure."""
    seen: Counter[str] = Counter()

    @examples(300)
    @example(met(FIRST))
    @given(small.events)
    def law(act: Any) -> None:
        act, verdict, entry = _recorded(act)
        again = Entry.read(entry.body, entry.seal)
        assert again == entry
        assert entry.outcome is verdict.outcome
        assert again.rules == verdict.consulted
        seen[verdict.outcome.value] += 1
        if verdict.outcome is Outcome.UNKNOWN_KIND:
            with pytest.raises(UsageError, match="has no kind of event"):
                again.verdict(slate)
            return
        assert again.verdict(slate) == verdict == entry.verdict(slate)
        assert again.event(slate) == act
        seen.update(f"{each.kind.value}{each.fault}" for each in verdict.findings)
        seen["kept"] += len(verdict.kept)
        seen["texts"] += sum(len(each.text.vi) > 0 for each in again.verdict(slate).findings)

    law()
    wanted = {"allowed", "refused", "not_drawn", "unknown_kind", "kept", "texts"}
    wanted |= {"breachNone", "gapNone", "cautionNone", "breachFault.CRASHED"}
    assert wanted <= seen.keys(), seen


def test_bodies_are_canonical() -> None:
    """A body has its keys in order, its text in NFC, its moment in UTC, no float anywhere."""
    sizes: list[int] = []

    def in_order(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert [key for key, _ in pairs] == sorted({key for key, _ in pairs})
        return dict(pairs)

    def no_float(written: str) -> None:
        pytest.fail(written)

    @given(small.events)
    def law(act: Any) -> None:
        _, _, entry = _recorded(act)
        words = entry.body.decode()
        assert unicodedata.is_normalized("NFC", words)
        told = json.loads(words, object_pairs_hook=in_order, parse_float=no_float)
        assert told["recorded_at"] == "2026-01-01T00:00:00Z"
        assert entry.seal == hashlib.sha256(entry.body).hexdigest()
        sizes.append(len(entry.body))

    law()
    assert max(sizes) > min(sizes) > 500


def test_an_entry_tells_everything() -> None:
    """Who, when, on what, by which books and readings, with which figures: all is in the entry."""
    _, verdict, entry = _recorded(met(FIRST, persons=(small.Person(name="X"),)))
    assert (entry.case, entry.number, entry.version, entry.who) == ("s-1", 1, 0, "thư ký")
    assert (entry.kind, entry.step, entry.stage, entry.on) == ("meet", "1", "OPEN", FIRST)
    assert (entry.key, entry.previous, entry.recorded_at) == ("k", START.seal, MOMENT)
    assert entry.consulted == ()
    assert entry.facts["persons"] == [{"name": "X", "born": None, "share": None}]
    assert entry.facts["share"] == "1/2"
    (book,) = entry.books
    assert (book.id, book.version) == ("small", "1")
    assert book.sha256 == ENGINE.shelf.books[0].sha256
    (chosen,) = entry.readings
    assert chosen.name == "tests.ledger.small.Readings"
    assert chosen.choices.keys() == {"strict", "share", "body", "papers", "calendar"}
    assert [chosen.choices[name] for name in ("strict", "share", "body")] == [True, "2/3", "chair"]
    assert chosen.choices["papers"] == ["a", "b"]
    assert chosen.choices["calendar"]["calendar"] == "weekends"
    told = json.loads(entry.body)
    breach = next(each for each in told["findings"] if each["kind"] == "breach")
    assert breach["title"] == {"vi": small.TITLE.vi, "en": small.TITLE.en}
    assert breach["text"]["en"] == "Key-cadre conference"
    assert breach["figures"]["on"] == {"date": "2020-01-01"}
    assert breach["citations"][0]["instrument"]["number"] == "35-CT/TW"
    assert breach["citations"][1]["confidence"] == "assumed"
    assert [each["rule"] for each in told["kept"]] == [rule for rule, _ in verdict.kept]
    assert repr(entry) == f"Entry('s-1', 1: meet refused, {entry.seal[:8]})"
    assert not entry.allowed
    assert repr(START).startswith("Entry('s-1', 0: opened")


def test_openings_come_back() -> None:
    """The first entry gives the subject and the day, and neither an event nor a verdict."""
    assert START.subject(slate) == SUBJECT
    assert (START.kind, START.outcome, START.on) == (OPENING, None, FIRST)
    with pytest.raises(UsageError, match="no kind of event 'open case'"):
        START.event(slate)
    with pytest.raises(UsageError, match="nothing was judged"):
        START.verdict(slate)
    with pytest.raises(UsageError, match="opens no case"):
        _recorded(met(FIRST))[2].subject(slate)


def test_readings_are_told_apart() -> None:
    """Another choice, another reason or another day off makes another digest of the readings."""
    changed = attrs.evolve(small.READINGS, because={"strict": Text("khác", "else")})
    bases = [
        Basis.of(Shelf([small.law()], [each]))
        for each in (
            small.READINGS,
            changed,
            attrs.evolve(changed, strict=False),
            attrs.evolve(changed, calendar=attrs.evolve(WEEKENDS, days_off=[FIRST])),
        )
    ]
    assert len({bytes(each.readings) for each in bases}) == 4


@event(Text("Sai", "Wrong"))
class Loose:
    """An event whose annotations let anything through."""

    on: date
    anything: Any = None


@event(Text("Sai", "Wrong"))
class Floating:
    """An event that says it takes floats."""

    on: date
    share: float = 0.5


@pytest.mark.parametrize(
    "act",
    [
        met(FIRST, present=6.0),
        met(FIRST, present=6.5),
        met(FIRST, present=math.nan),
        met(FIRST, votes={"a": math.inf}),
        met(FIRST, persons=(small.Person(name=math.nan),)),  # type: ignore[arg-type]
        Loose(on=FIRST, anything=0.5),
        Loose(on=FIRST, anything={"a": [math.nan]}),
        Floating(on=FIRST),
        Floating(on=FIRST, share=1),
    ],
)
def test_floats_are_refused(act: Any) -> None:
    """A float is refused wherever it hides, also one that is a whole number or no number."""
    with pytest.raises(UsageError, match=r"float|fraction"):
        taken(act)


@event(Text("Sai", "Wrong"))
class Odd:
    """An event with a fact of a kind that no record knows."""

    on: date
    number: complex | None = None


@pytest.mark.parametrize(
    "act",
    [
        Odd(on=FIRST, number=1),
        Odd(on=FIRST, number=1j),
        met(FIRST, persons=("X",)),
        met(FIRST, by="committee?"),
        met(FIRST, present=True),
        met(FIRST, votes={"a": object()}),
        met(FIRST, votes={"é": 1, unicodedata.normalize("NFD", "é"): 2}),
        met(FIRST, share="a half"),
    ],
)
def test_facts_that_would_not_come_back_are_refused(act: Any) -> None:
    """A fact of another type than its field's is refused before anything is judged."""
    with pytest.raises(UsageError):
        taken(act)


def test_what_is_taken_is_what_is_recorded() -> None:
    """Text in another Unicode form, and a list for a tuple, become what the record will say."""
    act = met(FIRST, minutes=small.DECOMPOSED, persons=[small.Person(name="A")])
    back, facts = taken(act)
    assert back.minutes == unicodedata.normalize("NFC", small.DECOMPOSED)
    assert back.persons == (small.Person(name="A"),)
    assert taken(back) == (back, facts)


@given(st.integers(-(2**200), 2**200))
def test_whole_numbers_have_no_limit(number: int) -> None:
    """A whole number of any size comes back as it went in."""
    back, _ = taken(met(FIRST, present=number))
    assert back.present == number


def test_moments_are_utc() -> None:
    """A clock of another zone is put into UTC; one without a zone is refused."""
    hanoi = timezone(timedelta(hours=7))
    made = opening(
        slate,
        "s",
        taken(SUBJECT)[1],
        FIRST,
        who="a",
        recorded_at=datetime(2026, 1, 1, 7, tzinfo=hanoi),
        basis=BASIS,
    )
    assert b'"recorded_at":"2026-01-01T00:00:00Z"' in made.body
    with pytest.raises(UsageError, match="no time zone"):
        opening(
            slate,
            "s",
            taken(SUBJECT)[1],
            FIRST,
            who="a",
            recorded_at=datetime(2026, 1, 1),  # noqa: DTZ001 - the fault that is tested
            basis=BASIS,
        )


@pytest.mark.parametrize("who", ["", "  ", None, 3])
def test_somebody_handed_it_in(who: Any) -> None:
    """An entry without a name of who handed it in is refused."""
    with pytest.raises(UsageError, match="must be named"):
        opening(slate, "s", taken(SUBJECT)[1], FIRST, who=who, recorded_at=MOMENT, basis=BASIS)


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", b"[]", START.body[:-1], START.body.replace(b'"format":1', b'"format":2')],
)
def test_what_is_no_body_is_refused(body: bytes) -> None:
    """Bytes that are no body of this format are said to be none."""
    with pytest.raises(LedgerError, match="no entry"):
        Entry.read(body, "")


def test_a_changed_drawing_is_noticed() -> None:
    """An entry whose procedure, stage or step is not drawn any more cannot be read as a verdict."""
    _, _, entry = _recorded(met(FIRST))

    def changed(old: bytes, new: bytes) -> Entry:
        body = entry.body.replace(old, new)
        assert body != entry.body
        return Entry.read(body, "")

    with pytest.raises(LedgerError, match="has no step '9' any more"):
        changed(b'"step":"1"', b'"step":"9"').verdict(slate)
    with pytest.raises(LedgerError, match="has no stage 'GONE' any more"):
        changed(b'"stage":"OPEN"', b'"stage":"GONE"').verdict(slate)
    with pytest.raises(LedgerError, match="is a case of other, not of slate"):
        changed(b'"procedure":"slate"', b'"procedure":"other"').verdict(slate)


def test_a_rule_cannot_smuggle_a_float_in() -> None:
    """A demand made by hand around a float cannot be recorded."""
    verdict = _recorded(met(FIRST))[1]
    kept = (("small/x", Demand(Op.EQUALS, 0.5, 0.5)),)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="never floats"):
        submission(
            attrs.evolve(verdict, kept=kept),
            b"{}",
            after=START,
            who="a",
            recorded_at=MOMENT,
            basis=BASIS,
        )


HALF = "\udcff"
WORDS = Text("chữ", "words")
ODD_KEPT: tuple[Demand, ...] = (
    Demand(Op.EQUALS, 0.5, 0.5),  # type: ignore[arg-type]
    Demand(Op.EQUALS, HALF, HALF),
    Demand(Op.GIVEN, object(), ""),  # type: ignore[arg-type]
    Demand(Op.GIVEN, datetime(2020, 1, 1, tzinfo=UTC), ""),
    Demand(Op.GIVEN, ["a", 1], ""),  # type: ignore[arg-type]
    Demand(Op.GIVEN, ("a", 1), ""),  # type: ignore[arg-type]
    Demand(Op.GIVEN, 1, "", about=HALF),
    Demand(Op.GIVEN, 1, "", about=1),  # type: ignore[arg-type]
    Demand(Op.GIVEN, 1, "", what="words"),  # type: ignore[arg-type]
    Demand(Op.GIVEN, 1, "", unit="words"),  # type: ignore[arg-type]
    Demand(Op.GIVEN, 1, "", of="1"),  # type: ignore[arg-type]
    Demand(Op.GIVEN, 1, "", share=0),  # type: ignore[arg-type]
    Demand(Op.GIVEN, 1, "", terms=[("a", WORDS)]),  # type: ignore[arg-type]
    Demand(Op.GIVEN, 1, "", terms=(("a", "b"),)),  # type: ignore[arg-type]
)
ODD_FOUND: tuple[Any, ...] = (
    Demand("odd", None, None),  # type: ignore[arg-type]
    Demand(Op.AT_LEAST, 1, None, terms=5),  # type: ignore[arg-type]
    Breach("words"),  # type: ignore[arg-type]
    Breach(Text(HALF, "x")),
    Gap(WORDS, {HALF: HALF}, (HALF,)),
    Caution(WORDS, {}, (), HALF),
    object(),
    None,
)


def _finding(answer: Any) -> Finding:
    kind = FindingKind.CAUTION if isinstance(answer, Caution) else FindingKind.BREACH
    return Finding(kind=kind, rule="small/x", title=WORDS, citations=(), answer=answer)


@pytest.mark.parametrize(
    "change",
    [
        *({"kept": (("small/x", each),)} for each in ODD_KEPT),
        *({"findings": (_finding(each),)} for each in ODD_FOUND),
    ],
)
def test_any_verdict_can_be_made_legible(change: dict[str, Any]) -> None:
    """A verdict that would not come back is refused, and its legible form comes back as it is."""
    judged = attrs.evolve(_recorded(met(FIRST))[1], **change)

    def recorded(verdict: Verdict) -> Entry:
        return submission(
            verdict,
            taken(verdict.event)[1],
            after=START,
            who="a",
            recorded_at=MOMENT,
            basis=BASIS,
        )

    with pytest.raises(UsageError):
        recorded(judged)
    made = legible(judged)
    entry = recorded(made)
    assert Entry.read(entry.body, entry.seal).verdict(slate) == made == legible(made)
    assert made.outcome is judged.outcome
    assert [each.kind for each in made.findings] == [each.kind for each in judged.findings]
    assert HALF not in repr(made)
    assert all(each.text.vi and each.figures is not None for each in made.findings)


def test_what_is_legible_stays_as_it_is() -> None:
    """Of a verdict that can be recorded nothing is changed."""
    found: Counter[FindingKind] = Counter()

    @given(small.events)
    def law(act: Any) -> None:
        verdict = _recorded(act)[1]
        assert legible(verdict) == verdict
        found.update(each.kind for each in verdict.findings)

    law()
    assert set(FindingKind) <= set(found), found


def test_halves_of_letters_that_fit_make_one() -> None:
    """Two halves that follow each other are the letter they come from; one alone is a mark."""
    verdict = _recorded(met(FIRST))[1]
    kept = (("small/x", Demand(Op.GIVEN, "\ud83d\udd8b \ud83d", "")),)
    assert legible(attrs.evolve(verdict, kept=kept)).kept[0][1].value == "🖋 \ufffd"


def test_figures_are_told_apart_by_kind() -> None:
    """A day and a text that looks like one, a fraction and its text, come back each as it was."""
    alike: tuple[Any, ...] = (
        date(2020, 1, 1),
        "2020-01-01",
        Fraction(2, 3),
        "2/3",
        ("a",),
        1,
        True,
    )
    kept = tuple((f"r{n}", Demand(Op.GIVEN, each, "")) for n, each in enumerate(alike))
    verdict = attrs.evolve(_recorded(met(FIRST))[1], kept=kept)
    facts = taken(verdict.event)[1]
    entry = submission(verdict, facts, after=START, who="a", recorded_at=MOMENT, basis=BASIS)
    back = [demand.value for _, demand in entry.verdict(slate).kept]
    assert [(type(each), each) for each in back] == [(type(each), each) for each in alike]


def test_facts_may_stand_in_any_mapping() -> None:
    """A read-only mapping among the facts is recorded as the dictionary it shows."""

    class Shown(Mapping[str, int]):
        def __getitem__(self, key: str) -> int:
            return {"a": 1}[key]

        def __iter__(self) -> Any:
            return iter("a")

        def __len__(self) -> int:
            return 1

    assert taken(met(FIRST, votes=Shown()))[0].votes == {"a": 1}


def test_the_record_names_the_subject_class() -> None:
    """A subject of another class than the procedure's cannot be read back as one."""
    other = Clerk(Engine(Shelf()), MemoryLedger(), [slate], clock=Clock())
    with pytest.raises(UsageError, match="is about a Slate"):
        other.open(slate, "s", Meet(on=FIRST), FIRST, "a")
    assert other.open("slate", "s", Slate(seats=1), FIRST, "a").subject(slate) == Slate(seats=1)
