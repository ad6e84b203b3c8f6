"""From the record back to the case: the past as it was judged, and nothing else."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import Case, Drawing, Procedure, Text
from congress_flow.errors import LedgerError
from congress_flow.ledger import Entry, MemoryLedger, history
from tests.effort import examples
from tests.ledger import small
from tests.ledger.chains import clerk_of, filled
from tests.ledger.small import FIRST, MET, OPEN, SUBJECT, Meet, Note, Slate, slate

LEDGER = MemoryLedger()
CLERK = filled(LEDGER)
OF_A = tuple(LEDGER.entries("a"))


def test_the_case_comes_back() -> None:
    """A case read back from its chain is the one the clerk has, passage by passage."""
    assert history(OF_A, slate) == CLERK.case("a")
    assert history(OF_A[:1], slate).version == 0
    assert history(OF_A[:2], slate).stage is OPEN
    assert history(OF_A[:3], slate).stage is MET


def test_replay_equals_history() -> None:
    """Any past, read back from the record and judged anew, is judged as it was judged then."""
    taken: Counter[int] = Counter()
    engine = small.engine()

    @examples(60)
    @given(st.lists(small.good | small.events, max_size=6))
    def law(acts: list[Meet]) -> None:
        ledger = MemoryLedger()
        clerk = clerk_of(ledger)
        clerk.open(slate, "s", SUBJECT, FIRST, "a")
        for act in sorted(acts, key=lambda each: each.on):
            clerk.submit("s", act, "a")
        case: Case[Slate] = history(ledger.entries("s"), slate)
        assert case == clerk.case("s")
        assert engine.replay(case) == ()
        taken[case.version] += 1

    law()
    assert sum(count for version, count in taken.items() if version) > 10, taken


def _forged(number: int, old: bytes, new: bytes) -> list[Entry]:
    body = OF_A[number].body.replace(old, new)
    assert body != OF_A[number].body
    forged = Entry.read(body, hashlib.sha256(body).hexdigest())
    return [*OF_A[:number], forged, *OF_A[number + 1 :]]


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([], "without entries"),
        (OF_A[1:], "the chain of the case is broken"),
        ([OF_A[0], *OF_A[2:]], "the chain of the case is broken"),
        ([OF_A[0], OF_A[0]], "the chain of the case is broken"),
        ([*OF_A[:2], Entry.read(OF_A[2].body, "0" * 64)], "the chain of the case is broken"),
        ([Entry.read(OF_A[0].body, "0" * 64)], "the chain of the case is broken"),
        (_forged(1, b'"version":0', b'"version":3'), "the chain of the case is broken"),
        (_forged(0, b'"kind":"open case"', b'"kind":"meet"'), "opens no case"),
        (_forged(0, b'"procedure":"slate"', b'"procedure":"x"'), "opens a case of x, not of slate"),
        (_forged(2, b'"step":"1"', b'"step":"3"'), "cannot be read back"),
        (_forged(2, b'"step":"1"', b'"step":""'), "without a step"),
        (_forged(1, b'"outcome":"refused"', b'"outcome":"allowed"'), "allowed over a breach"),
        (_forged(2, b'"outcome":"allowed"', b'"outcome":"refused"'), "refused without a breach"),
        (_forged(2, b'"kind":"meet"', b'"kind":"gone"'), "has no kind of event 'gone'"),
        (_forged(2, b'"present":6', b'"present":"6"'), "Expected `int | null`"),
    ],
)
def test_a_broken_chain_is_no_case(entries: list[Entry], said: str) -> None:
    """A chain with a gap, a wrong seal or an impossible step raises, and never gives a case."""
    with pytest.raises(LedgerError, match=re.escape(said)):
        history(entries, slate)


def test_another_drawing_has_another_past() -> None:
    """A case is not read back by a procedure that does not draw what it went through."""
    drawing = Drawing("slate", Slate, Text("Danh sách", "Slate"))
    start = drawing.stage("OPEN", Text("mở", "open"), initial=True)
    end = drawing.stage("END", Text("xong", "end"), final=True)
    drawing.step("2", start, Note, end)
    redrawn: Procedure[Slate] = drawing.close()
    assert history(OF_A[:2], redrawn).stage is start
    with pytest.raises(LedgerError, match="has no kind of event 'meet'"):
        history(OF_A, redrawn)
