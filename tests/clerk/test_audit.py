"""Auditing: every entry judged anew, on its case as it stood then, by the rules of today."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import (
    Drawing,
    Engine,
    Fault,
    Outcome,
    Procedure,
    Shelf,
    Text,
    event,
    kind_of,
)
from congress_flow._clerk import audit
from congress_flow.errors import LedgerError, Problem, UsageError
from congress_flow.ledger import MemoryLedger, verify
from tests.effort import examples
from tests.ledger import small
from tests.ledger.chains import Told, clerk_of, filled, record
from tests.ledger.small import FIRST, SUBJECT, Note, Slate, met, slate

PROCEDURES = [slate]


def test_the_same_rules_say_the_same() -> None:
    """Whatever was submitted, in whatever cases looking at each other: nothing differs."""
    seen: Counter[Outcome | None] = Counter()

    @examples(60)
    @given(st.lists(st.tuples(st.sampled_from("ab"), small.events), max_size=8))
    def law(acts: list[tuple[str, Any]]) -> None:
        ledger = MemoryLedger()
        clerk = clerk_of(ledger)
        for name in "ab":
            clerk.open(slate, name, SUBJECT, FIRST, "thư ký")
        for case, act in sorted(acts, key=lambda each: each[1].on):
            seen[clerk.submit(case, act, "thư ký", beside="all").outcome] += 1
        assert list(audit(ledger, clerk.engine, PROCEDURES)) == []

    law()
    assert set(Outcome) <= set(seen), seen


def test_other_rules_say_something_else() -> None:
    """A changed quorum shows in exactly the entries it was asked for, the past stays the past."""
    ledger = MemoryLedger()
    filled(ledger)
    found = list(audit(ledger, small.engine(least=Fraction(3, 4)), PROCEDURES))
    assert [(each.entry.case, each.entry.number) for each in found] == [("a", 1), ("a", 2)]
    still, passed = found
    assert not still.outcome_differs
    assert still.then.outcome is still.now.outcome is Outcome.REFUSED
    assert passed.outcome_differs
    assert (passed.then.outcome, passed.now.outcome) == (Outcome.ALLOWED, Outcome.REFUSED)
    assert passed.now.objections[0].figures["limit"] == "3/4"


def test_a_missing_rule_shows() -> None:
    """Without a rule that was asked then, the verdicts differ in their reasons."""
    ledger = MemoryLedger()
    filled(ledger)
    found = list(audit(ledger, small.engine(crash=False), PROCEDURES))
    assert [each.entry.kind for each in found] == ["meet", "meet"]
    assert not any(each.outcome_differs for each in found)


def test_a_missing_plugin_shows() -> None:
    """Under a shelf that withholds its steps, everything that was allowed differs."""
    problem = Problem("vn-2020", Text("bị lỗi", "crashed"))
    engine = Engine(Shelf([small.law()], [small.READINGS], [problem]))
    ledger = MemoryLedger()
    filled(ledger)
    found = [each for each in audit(ledger, engine, PROCEDURES) if each.outcome_differs]
    assert len(found) == 3
    assert all(each.now.objections[0].fault is Fault.WITHHELD for each in found)


def test_a_record_that_cannot_be_followed() -> None:
    """A broken chain, a missing case beside, a procedure nobody has: said, not skipped."""
    entries = record()
    engine = small.engine()
    with pytest.raises(LedgerError, match="the chain of the case is broken"):
        list(audit(Told([*entries[:2], *entries[3:]]), engine, PROCEDURES))
    with pytest.raises(LedgerError, match="cannot be followed: 'b'"):
        list(audit(Told(each for each in entries if each.case != "b"), engine, PROCEDURES))
    with pytest.raises(LedgerError, match="no procedure 'slate' here"):
        list(audit(Told(entries), engine, []))
    with pytest.raises(LedgerError, match="the chain of the case is broken"):
        list(audit(Told(entries[2:]), engine, PROCEDURES))


def test_a_kind_nobody_knows_stays_unknown() -> None:
    """A refused event of an unknown kind is passed over: there is nothing to judge it by."""
    ledger = MemoryLedger()
    clerk = clerk_of(ledger)
    clerk.open(slate, "a", Slate(seats=1), FIRST, "thư ký")
    entry = clerk.submit("a", small.Elsewhere(on=FIRST), "thư ký")
    assert entry.outcome is Outcome.UNKNOWN_KIND
    assert list(audit(ledger, small.engine(), PROCEDURES)) == []


def _foreign() -> type[Any]:
    @event(Text("Ghi chú của nơi khác", "A note of somewhere else"))
    class Note:
        on: date
        words: int | str | None = None

    return Note


@pytest.mark.parametrize("words", [None, "như nhau", 5])
def test_a_foreign_kind_is_not_the_drawn_one(words: int | str | None) -> None:
    """A foreign class with the name of a drawn kind stays unknown, whether its facts fit or not."""
    foreign = _foreign()
    assert kind_of(foreign) == kind_of(Note)
    ledger = MemoryLedger()
    clerk = clerk_of(ledger)
    clerk.open(slate, "a", SUBJECT, FIRST, "thư ký")
    clerk.submit("a", Note(on=FIRST, words="trước"), "thư ký")
    entry = clerk.submit("a", foreign(on=FIRST, words=words), "thư ký")
    clerk.submit("a", Note(on=FIRST, words="sau"), "thư ký")
    assert entry.outcome is Outcome.UNKNOWN_KIND
    assert entry.facts["words"] == words
    with pytest.raises(UsageError, match="has no kind of event 'note'"):
        entry.event(slate)
    assert list(audit(ledger, small.engine(), PROCEDURES)) == []
    assert verify(ledger) == ()
    assert clerk_of(ledger).case("a").version == 2


def test_what_was_judged_is_not_passed_over() -> None:
    """An event that was judged, of a kind that is not drawn any more, is said, not skipped."""
    drawing = Drawing("slate", Slate, Text("Danh sách", "Slate"))
    start = drawing.stage("OPEN", Text("mở", "open"), initial=True)
    end = drawing.stage("END", Text("xong", "end"), final=True)
    drawing.step("2", start, Note, end)
    redrawn: Procedure[Slate] = drawing.close()
    ledger = MemoryLedger()
    clerk = clerk_of(ledger)
    clerk.open(slate, "a", SUBJECT, FIRST, "thư ký")
    assert clerk.submit("a", met(FIRST, present=1), "thư ký").outcome is Outcome.REFUSED
    with pytest.raises(LedgerError, match="has no kind of event 'meet'"):
        list(audit(ledger, small.engine(), [redrawn]))


def test_two_procedures_of_one_id() -> None:
    """An audit is not told by which of two procedures of one id it is to follow a case."""
    with pytest.raises(UsageError, match="two procedures are called 'slate'"):
        list(audit(MemoryLedger(), small.engine(), [slate, attrs.evolve(slate)]))
