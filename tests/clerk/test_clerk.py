"""The clerk: one way in, judged once, written down once, refusals too, and nothing half done."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import (
    Breach,
    Case,
    Caution,
    Demand,
    Engine,
    EngineDisagrees,
    Fault,
    Gap,
    Op,
    Outcome,
    Severity,
    Shelf,
    StepRefused,
    Text,
    at_least,
    equals,
)
from congress_flow._clerk import Clerk, audit, utc_now
from congress_flow._kernel import Kernel
from congress_flow.errors import LedgerError, UsageError
from congress_flow.ledger import (
    OPENING,
    Conflict,
    Consulted,
    Entry,
    JsonLinesLedger,
    MemoryLedger,
    history,
    legible,
    verify,
)
from tests.effort import examples
from tests.ledger import small
from tests.ledger.chains import DAY, clerk_of
from tests.ledger.small import (
    FIRST,
    SUBJECT,
    TITLE,
    Adopt,
    Clock,
    Elsewhere,
    Meet,
    Note,
    Slate,
    Who,
    met,
    slate,
)


@pytest.fixture
def clerk() -> Clerk:
    """Give a clerk with one case open."""
    made = clerk_of(MemoryLedger())
    made.open(slate, "a", SUBJECT, FIRST, "thư ký")
    return made


def test_a_case_is_opened(clerk: Clerk) -> None:
    """The opening is the first entry of its case: version 0, the subject, the day, who, when."""
    (entry,) = clerk.ledger.entries()
    assert (entry.number, entry.version, entry.kind, entry.who) == (0, 0, OPENING, "thư ký")
    assert entry.subject(slate) == SUBJECT
    assert entry.on == FIRST
    assert entry.recorded_at == datetime(2026, 1, 1, 7, 0, 1, tzinfo=UTC)
    assert clerk.case("a").stage is slate.initial
    assert [case.id for case in clerk.cases()] == ["a"]
    assert repr(clerk) == "Clerk(Engine(Shelf(small)), MemoryLedger(1 cases, 1 entries))"


def test_a_step_is_taken_and_written_down(clerk: Clerk) -> None:
    """An allowed event moves the case by one, and its entry holds the verdict that allowed it."""
    entry = clerk.submit("a", met(FIRST), "thư ký")
    assert entry.outcome is Outcome.ALLOWED
    case = clerk.case("a")
    assert (case.version, case.stage.name) == (1, "MET")
    assert case.passages[0].verdict == entry.verdict(slate)
    assert case.passages[0].event == met(FIRST)


def test_three_ways_of_not_passing(clerk: Clerk) -> None:
    """Refused, not drawn here, unknown kind: each is recorded as what it is; the case stays."""
    refused = clerk.submit("a", met(FIRST, present=5), "thư ký")
    nowhere = clerk.submit("a", Adopt(on=FIRST, by=Who.CHAIR), "thư ký")
    unknown = clerk.submit("a", Elsewhere(on=FIRST, words="gì đó"), "thư ký")
    assert refused.outcome is Outcome.REFUSED
    assert nowhere.outcome is Outcome.NOT_DRAWN
    assert unknown.outcome is Outcome.UNKNOWN_KIND
    assert [each.rule for each in refused.verdict(slate).objections] == ["small/quorum"]
    assert unknown.facts == {"on": "2020-01-01", "words": "gì đó"}
    assert [each.step for each in (refused, nowhere, unknown)] == ["1", "", ""]
    assert clerk.case("a").version == 0
    assert [each.number for each in clerk.ledger.entries("a")] == [0, 1, 2, 3]
    assert verify(clerk.ledger) == ()


def test_a_crashing_rule_refuses_and_is_named(clerk: Clerk) -> None:
    """The record of a refusal by a crashed rule says that it crashed, and which one."""
    entry = clerk.submit("a", met(FIRST, crash=True), "thư ký")
    (finding,) = entry.verdict(slate).objections
    assert (finding.rule, finding.fault) == ("small/crashing", Fault.CRASHED)


def test_a_repeated_key_gives_the_first_decision(clerk: Clerk) -> None:
    """The same submission with the same key is not judged again, whatever has happened since."""
    first = clerk.submit("a", met(FIRST), "thư ký", key="k-1")
    clerk.submit("a", Adopt(on=FIRST, by=Who.CHAIR), "thư ký")
    assert clerk.submit("a", met(FIRST), "người khác", key="k-1") == first
    assert clerk.submit("a", met(FIRST), "thư ký").outcome is Outcome.NOT_DRAWN
    opened = clerk.open(slate, "b", SUBJECT, FIRST, "thư ký", key="k-2")
    assert clerk.open("slate", "b", SUBJECT, FIRST, "thư ký", key="k-2") == opened
    assert len(tuple(clerk.ledger.entries())) == 5


def test_without_a_key_every_call_counts(clerk: Clerk) -> None:
    """The same event handed in twice without a key is two acts: nothing says that it was one."""
    act = Note(on=FIRST, words="đã xem")
    first, second = (clerk.submit("a", act, "thư ký") for _ in range(2))
    assert first.allowed
    assert second.allowed
    assert (first.number, second.number, clerk.case("a").version) == (1, 2, 2)
    keyed = clerk.submit("a", act, "thư ký", key="k")
    assert clerk.submit("a", act, "thư ký", key="k") == keyed
    assert clerk.case("a").version == 3


def test_a_key_stands_for_one_thing(clerk: Clerk) -> None:
    """The same key with another event, day, case or act is an error, and nothing is recorded."""
    clerk.open(slate, "b", SUBJECT, FIRST, "thư ký", key="open-b")
    clerk.submit("a", met(FIRST, present=5), "thư ký", key="k")
    before = tuple(clerk.ledger.entries())
    others: list[Callable[[], Entry]] = [
        lambda: clerk.submit("a", met(FIRST), "thư ký", key="k"),
        lambda: clerk.submit("a", met(FIRST + DAY, present=5), "thư ký", key="k"),
        lambda: clerk.submit("a", Note(on=FIRST), "thư ký", key="k"),
        lambda: clerk.submit("b", met(FIRST, present=5), "thư ký", key="k"),
        lambda: clerk.open(slate, "c", SUBJECT, FIRST, "thư ký", key="k"),
        lambda: clerk.open(slate, "b", SUBJECT, FIRST + DAY, "thư ký", key="open-b"),
        lambda: clerk.open(slate, "b", attrs.evolve(SUBJECT, seats=3), FIRST, "a", key="open-b"),
    ]
    for other in others:
        with pytest.raises(UsageError, match="was used for something else"):
            other()
    with pytest.raises(UsageError, match="the key must be named"):
        clerk.submit("a", met(FIRST), "thư ký", key="")
    twin = attrs.evolve(slate, id="twin")
    both = Clerk(small.engine(), clerk.ledger, [slate, twin])
    with pytest.raises(UsageError, match="was used for something else"):
        both.open(twin, "b", SUBJECT, FIRST, "thư ký", key="open-b")
    assert tuple(clerk.ledger.entries()) == before


def test_misuse_is_said_and_not_recorded(clerk: Clerk) -> None:
    """An unknown case or procedure, what is no event and what is no day: a clear error each."""
    before = tuple(clerk.ledger.entries())
    wrong: list[tuple[str, Callable[[], object]]] = [
        ("no case 'x': open it first", lambda: clerk.submit("x", met(FIRST), "a")),
        ("no case 'x': open it first", lambda: clerk.case("x")),
        ("no case 'x': open it first", lambda: clerk.options("x", FIRST)),
        ("no case 'x'", lambda: clerk.submit("a", met(FIRST), "a", beside=["x"])),
        ('beside is "all" or', lambda: clerk.submit("a", met(FIRST), "a", beside="b")),
        ("is no kind of event", lambda: clerk.submit("a", SUBJECT, "a")),  # type: ignore[arg-type]
        ("is no kind of event", lambda: clerk.submit("a", None, "a")),  # type: ignore[arg-type]
        ("Expected `date`", lambda: clerk.submit("a", Note(on=None), "a")),  # type: ignore[arg-type]
        ("who must be named", lambda: clerk.submit("a", met(FIRST), "")),
        ("the case must be named", lambda: clerk.submit("", met(FIRST), "a")),
        ("the case must be named", lambda: clerk.open(slate, " ", SUBJECT, FIRST, "a")),
        ("who must be named", lambda: clerk.open(slate, "b", SUBJECT, FIRST, "")),
        ("the case 'a' is open already", lambda: clerk.open(slate, "a", SUBJECT, FIRST, "a")),
        (
            "no procedure 'x' here",
            lambda: clerk.open("x", "b", SUBJECT, FIRST, "a"),
        ),
        ("is about a Slate", lambda: clerk.open(slate, "b", met(FIRST), FIRST, "a")),
        ("opened on a day", lambda: clerk.open(slate, "b", SUBJECT, None, "a")),  # type: ignore[arg-type]
        (
            "opened on a day",
            lambda: clerk.open(slate, "b", SUBJECT, datetime(2020, 1, 1, tzinfo=UTC), "a"),
        ),
    ]
    for said, call in wrong:
        with pytest.raises(UsageError) as caught:
            call()
        assert said in str(caught.value)
    assert tuple(clerk.ledger.entries()) == before


def test_two_procedures_of_one_id() -> None:
    """A clerk takes the procedure it was given, not another one that has its id, nor both."""
    other = attrs.evolve(slate)
    with pytest.raises(UsageError, match="no procedure 'slate' here"):
        clerk_of(MemoryLedger()).open(other, "a", SUBJECT, FIRST, "a")
    with pytest.raises(UsageError, match="two procedures are called 'slate'"):
        Clerk(small.engine(), MemoryLedger(), [slate, other])
    assert Clerk(small.engine(), MemoryLedger(), [slate, slate]).procedures == {"slate": slate}
    with pytest.raises(UsageError, match="there are: none"):
        Clerk(small.engine(), MemoryLedger(), []).open(slate, "a", SUBJECT, FIRST, "a")


def test_a_case_of_a_procedure_that_is_gone(clerk: Clerk) -> None:
    """A case whose procedure the clerk does not have is said so, not lost."""
    other = Clerk(small.engine(), clerk.ledger, [])
    with pytest.raises(UsageError, match="no procedure 'slate' here"):
        other.case("a")


def test_cases_beside_are_named_with_their_seals(clerk: Clerk) -> None:
    """Rules see the cases named; the entry says which they were, at which step and seal."""
    clerk.open(slate, "b", SUBJECT, FIRST, "thư ký")
    clerk.open(slate, "c", SUBJECT, FIRST, "thư ký")
    clerk.submit("a", met(FIRST), "thư ký")
    chair = Adopt(on=FIRST, by=Who.CHAIR)
    refused = clerk.submit("a", chair, "thư ký", beside="all")
    assert [each.answer.about for each in refused.verdict(slate).objections] == ["b", "c"]  # type: ignore[union-attr]
    seen = clerk.submit("b", met(FIRST), "thư ký")
    passed = clerk.submit("a", chair, "thư ký", beside=["b", "a"])
    assert passed.allowed
    assert passed.consulted == (Consulted("b", 1, seen.seal),)
    assert [each.case for each in refused.consulted] == ["b", "c"]
    assert clerk.submit("a", Note(on=FIRST), "thư ký", beside="all").consulted == ()
    assert verify(clerk.ledger) == ()


def test_options_are_those_of_the_engine(clerk: Clerk) -> None:
    """What may come next is asked of the case as it stands, beside the cases named."""
    clerk.open(slate, "b", SUBJECT, FIRST, "thư ký")
    assert [each.step.id for each in clerk.options("a", FIRST)] == ["1", "2"]
    clerk.submit("a", met(FIRST), "thư ký")
    note, adopt = clerk.options("a", FIRST, beside="all")
    assert note.verdict.findings[0].rule == "small/noted"
    assert [each.rule for each in adopt.verdict.objections] == ["small/actor", "small/beside"]
    assert len(clerk.options("a", FIRST)[1].verdict.objections) == 1


def test_names_are_one_whatever_their_unicode_form() -> None:
    """A case named in decomposed letters is the case named in composed ones."""
    clerk = clerk_of(MemoryLedger())
    composed = unicodedata.normalize("NFC", small.DECOMPOSED)
    assert composed != small.DECOMPOSED
    clerk.open(slate, small.DECOMPOSED, SUBJECT, FIRST, "thư ký")
    assert clerk.submit(composed, met(FIRST), small.DECOMPOSED).who == composed
    assert clerk.case(small.DECOMPOSED).id == composed
    assert clerk.case(small.DECOMPOSED).version == 1


def test_what_is_judged_is_what_is_recorded() -> None:
    """Rules see the facts in the form in which they are written down."""
    clerk = clerk_of(MemoryLedger())
    clerk.open(slate, "a", SUBJECT, FIRST, "thư ký")
    clerk.submit("a", met(FIRST, minutes=small.DECOMPOSED), "thư ký")
    (passage,) = clerk.case("a").passages
    assert isinstance(passage.event, Meet)
    assert passage.event.minutes == unicodedata.normalize("NFC", small.DECOMPOSED)
    assert history(clerk.ledger.entries("a"), slate) == clerk.case("a")


class Refusing(MemoryLedger):
    """A ledger that fails when told to."""

    error: Exception | None = None

    def append(self, entry: Entry) -> None:
        """Take *entry*, or fail."""
        if self.error is not None:
            raise self.error
        super().append(entry)


def test_nothing_is_taken_that_was_not_written() -> None:
    """If the entry cannot be written the case stays where it was, for this clerk and any other."""
    ledger = Refusing()
    clerk = clerk_of(ledger)
    clerk.open(slate, "a", SUBJECT, FIRST, "thư ký")
    ledger.error = LedgerError("no space left")
    with pytest.raises(LedgerError, match="no space left"):
        clerk.submit("a", met(FIRST), "thư ký")
    with pytest.raises(LedgerError, match="no space left"):
        clerk.open(slate, "b", SUBJECT, FIRST, "thư ký")
    ledger.error = None
    assert clerk.case("a").version == 0
    with pytest.raises(UsageError, match="no case 'b'"):
        clerk.case("b")
    assert clerk.submit("a", met(FIRST), "thư ký").allowed


def test_a_machine_that_disagrees_stops_the_step(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where drawing and machine disagree, the step is not taken and nothing is written."""

    def astray(*_: object, **__: object) -> str:
        return "DONE"

    monkeypatch.setattr(Kernel, "move", astray)
    with pytest.raises(EngineDisagrees):
        clerk.submit("a", met(FIRST), "thư ký")
    assert len(tuple(clerk.ledger.entries())) == 1
    assert clerk.case("a").version == 0


def test_two_clerks_on_one_ledger() -> None:
    """A clerk that was overtaken reads anew, judges anew, and follows the other one."""
    ledger = MemoryLedger()
    one, other = clerk_of(ledger), clerk_of(ledger)
    one.open(slate, "a", SUBJECT, FIRST, "một")
    assert other.submit("a", Note(on=FIRST, words="x"), "hai").allowed
    assert one.submit("a", met(FIRST), "một").allowed
    assert other.case("a") == one.case("a")
    assert verify(ledger) == ()


class Overtaking(MemoryLedger):
    """A ledger in which somebody else is quicker, as often as told."""

    def __init__(self, others: list[Any]) -> None:
        super().__init__()
        self.others = others

    def append(self, entry: Entry) -> None:
        """Let somebody else in first."""
        if self.others and entry.number:
            event = self.others.pop()
            Clerk(small.engine(), self, [slate], clock=Clock()).submit(
                entry.case, event, "kẻ khác", key=f"other-{len(self.others)}"
            )
        super().append(entry)


def test_the_overtaken_judge_anew() -> None:
    """Between judging and writing somebody else took the step: now it is not drawn any more."""
    ledger = Overtaking([])
    clerk = clerk_of(ledger)
    clerk.open(slate, "a", SUBJECT, FIRST, "thư ký")
    ledger.others = [met(FIRST)]
    entry = clerk.submit("a", met(FIRST), "thư ký", key="mine")
    assert entry.outcome is Outcome.NOT_DRAWN
    assert [each.key for each in ledger.entries()] == ["", "other-0", "mine"]
    assert verify(ledger) == ()


class Opening(MemoryLedger):
    """A ledger in which somebody else opens a case just before."""

    def __init__(self, case: str, key: str | None, day: date = FIRST) -> None:
        super().__init__()
        self.other = [(case, key, day)]

    def append(self, entry: Entry) -> None:
        """Let somebody else in first, once."""
        if self.other:
            case, key, day = self.other.pop()
            clerk_of(self).open(slate, case, SUBJECT, day, "kẻ khác", key=key)
        super().append(entry)


def test_the_overtaken_are_told_why() -> None:
    """Whoever is overtaken while opening a case hears whether the case or the key was taken."""
    same = Opening("a", "k")
    entry = clerk_of(same).open(slate, "a", SUBJECT, FIRST, "thư ký", key="k")
    assert entry.who == "kẻ khác"  # the same was handed in with the same key: one opening
    assert tuple(same.entries()) == (entry,)
    for ledger, said in (
        (Opening("a", None), "the case 'a' is open already"),
        (Opening("a", "other"), "the case 'a' is open already"),
        (Opening("b", "k"), "the key 'k' was used for something else"),
        (Opening("a", "k", FIRST + DAY), "the key 'k' was used for something else"),
    ):
        with pytest.raises(UsageError) as caught:
            clerk_of(ledger).open(slate, "a", SUBJECT, FIRST, "thư ký", key="k")
        assert said in str(caught.value)
        assert len(tuple(ledger.entries())) == 1
    broken = Refusing()
    broken.error = Conflict("for no reason")
    with pytest.raises(Conflict, match="for no reason"):
        clerk_of(broken).open(slate, "a", SUBJECT, FIRST, "thư ký")


def test_a_ledger_that_never_takes_anything(clerk: Clerk) -> None:
    """A store that always says that somebody was quicker ends in an error, not in a loop."""
    ledger = Refusing()
    tried = clerk_of(ledger)
    tried.open(slate, "a", SUBJECT, FIRST, "thư ký")
    ledger.error = Conflict("quicker")
    with pytest.raises(LedgerError, match="took no entry in"):
        tried.submit("a", met(FIRST), "thư ký")


def test_the_clock_of_the_wall() -> None:
    """Without a clock of its own a clerk writes down the present moment, in UTC."""
    before = utc_now()
    clerk = Clerk(small.engine(), MemoryLedger(), [slate])
    entry = clerk.open(slate, "a", SUBJECT, FIRST, "thư ký")
    assert before <= entry.recorded_at <= utc_now()
    assert entry.recorded_at.tzinfo is UTC


def test_the_ledger_is_the_only_memory(tmp_path: Path) -> None:
    """After any submissions a new clerk over the reopened file stands where the old one stood."""
    outcomes: Counter[Outcome | None] = Counter()
    files = iter(range(10_000))

    @examples(40)
    @given(st.lists(st.tuples(st.sampled_from("ab"), small.events, st.booleans()), max_size=8))
    def law(acts: list[tuple[str, Any, bool]]) -> None:
        path = tmp_path / f"{next(files)}.jsonl"
        with JsonLinesLedger(path) as ledger:
            clerk = clerk_of(ledger)
            for name in "ab":
                clerk.open(slate, name, Slate(seats=9), FIRST, "thư ký")
            for case, act, wide in sorted(acts, key=lambda each: each[1].on):
                entry = clerk.submit(case, act, "thư ký", beside="all" if wide else ())
                outcomes[entry.outcome] += 1
            stood = clerk.cases()
        with JsonLinesLedger(path) as ledger:
            assert verify(ledger) == ()
            assert clerk_of(ledger).cases() == stood
            assert clerk_of(ledger).engine.replay(stood[0], stood) == ()

    law()
    assert set(Outcome) <= set(outcomes), outcomes


def test_advance_refuses_what_the_clerk_records() -> None:
    """The pure engine raises where the clerk writes a refusal down: one verdict, two doors."""
    clerk = clerk_of(MemoryLedger())
    clerk.open(slate, "a", SUBJECT, FIRST, "thư ký")
    act = met(FIRST, present=1)
    with pytest.raises(StepRefused) as refused:
        clerk.engine.advance(clerk.case("a"), act)
    assert clerk.submit("a", act, "thư ký").verdict(slate) == refused.value.verdict


HALF = "\udcff"
"""Half a letter: what Python makes of a byte in a file's name that is no UTF-8."""


def _crash() -> Any:
    raise ValueError(f"tệp {HALF}")


class Worse(Exception):
    """A crash that cannot even be told."""

    def __str__(self) -> str:
        raise TypeError(HALF)


def _crash_worse() -> Any:
    raise Worse


ODD: tuple[Callable[[], Any], ...] = (
    _crash,
    _crash_worse,
    lambda: Breach(Text(f"tệp {HALF}", f"file {HALF}")),
    lambda: Breach(TITLE, {"x": object()}),  # type: ignore[dict-item]
    lambda: Breach(TITLE, {"x": 0.5}),  # type: ignore[dict-item]
    lambda: Breach(TITLE, {"x": {"date": "2020-01-01"}}),  # type: ignore[dict-item]
    lambda: Breach("no text"),  # type: ignore[arg-type]
    lambda: Gap(TITLE, {HALF: 1}, (HALF,)),
    lambda: Caution(TITLE, {"names": ("a", HALF)}, (), HALF),
    lambda: at_least(2, 1, about=HALF),
    lambda: at_least(1, 2, about=HALF),
    lambda: at_least(2, 1, unit=Text(HALF, HALF)),
    lambda: at_least(2, 1, what="words"),  # type: ignore[arg-type]
    lambda: at_least(1, 2, unit=object()),  # type: ignore[arg-type]
    lambda: equals(HALF, HALF),
    lambda: Demand(Op.EQUALS, 0.5, 0.5),  # type: ignore[arg-type]
    lambda: Demand(Op.EQUALS, 0.5, 0.25),  # type: ignore[arg-type]
    lambda: Demand(Op.GIVEN, datetime(2020, 1, 1, tzinfo=UTC), ""),
    lambda: Demand(Op.GIVEN, object(), ""),  # type: ignore[arg-type]
    lambda: Demand(Op.GIVEN, (1, 2), ""),  # type: ignore[arg-type]
    lambda: Demand(Op.GIVEN, [HALF], ""),  # type: ignore[arg-type]
    lambda: Demand(Op.EQUALS, 1, 1, of="x"),  # type: ignore[arg-type]
    lambda: Demand(Op.EQUALS, 1, 1, share=0),  # type: ignore[arg-type]
    lambda: Demand(Op.EQUALS, 1, 1, terms=(("a", "b"),)),  # type: ignore[arg-type]
    lambda: Demand(Op.EQUALS, 1, 1, terms=5),  # type: ignore[arg-type]
    lambda: Demand("odd", None, None),  # type: ignore[arg-type]
    object,
    lambda: True,
)


@pytest.mark.parametrize("answer", ODD, ids=map(str, range(len(ODD))))
@pytest.mark.parametrize("severity", Severity)
def test_whatever_a_rule_answers_is_recorded(
    tmp_path: Path, answer: Callable[[], Any], severity: Severity
) -> None:
    """What the engine can judge the clerk can write down, and it is read back as it was written.

    Half letters, objects for figures, words for texts: a rule that answers so is at fault, and its
    objection must not be lost for it.
    """
    book = small.law()

    @book.rule(small.note, cites=small.CITED, title=TITLE, severity=severity)
    def odd(case: Case[Slate], act: Note) -> Any:
        return answer()

    engine = Engine(Shelf([book], [small.READINGS]))
    act = Note(on=FIRST, words="đã xem")
    path = tmp_path / "record.jsonl"
    with JsonLinesLedger(path) as ledger:
        clerk = Clerk(engine, ledger, [slate], clock=Clock())
        clerk.open(slate, "a", SUBJECT, FIRST, "thư ký")
        judged = engine.judge(clerk.case("a"), act)
        entry = clerk.submit("a", act, "thư ký")
        assert entry.outcome is judged.outcome
        assert entry.objecting == tuple(each.rule for each in judged.objections)
        told = entry.verdict(slate)
        assert told == legible(judged)
        assert [each.kind for each in told.findings] == [each.kind for each in judged.findings]
        assert told.consulted == judged.consulted
        assert all(each.text.vi and each.figures is not None for each in told.findings)
        stood = clerk.case("a")
        assert stood == history(ledger.entries(), slate)
        assert list(audit(ledger, engine, [slate])) == []
    with JsonLinesLedger(path) as ledger:
        assert verify(ledger) == ()
        assert Clerk(engine, ledger, [slate]).case("a") == stood


def test_half_letters_of_the_caller_are_refused(clerk: Clerk) -> None:
    """Names and facts that cannot be written are the caller's to put right: nothing is recorded."""
    before = tuple(clerk.ledger.entries())
    wrong: list[Callable[[], object]] = [
        lambda: clerk.submit("a", Note(on=FIRST, words=HALF), "thư ký"),
        lambda: clerk.submit("a", Note(on=FIRST, words="x"), HALF),
        lambda: clerk.submit("a", Note(on=FIRST, words="x"), "thư ký", key=HALF),
        lambda: clerk.open(slate, HALF, SUBJECT, FIRST, "thư ký"),
    ]
    for call in wrong:
        with pytest.raises(UsageError, match="cannot be recorded"):
            call()
    assert tuple(clerk.ledger.entries()) == before


def test_days_before_the_opening_are_refused(clerk: Clerk) -> None:
    """An event before its predecessor is refused and recorded as out of order."""
    entry = clerk.submit("a", met(date(2019, 12, 31)), "thư ký")
    assert Fault.OUT_OF_ORDER in {each.fault for each in entry.verdict(slate).objections}
