"""What every ledger promises: order, chains, keys, and nothing taken that does not follow."""

from __future__ import annotations

import threading
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow.errors import LedgerError
from congress_flow.ledger import Conflict, Entry, Ledger, MemoryLedger, verify
from tests.ledger.chains import record
from tests.ledger.conftest import Made

RECORD = record()


def test_what_is_appended_is_there(ledger: Ledger) -> None:
    """Entries come back in the order of writing, all of them or those of one case."""
    for entry in RECORD:
        ledger.append(entry)
    assert tuple(ledger.entries()) == RECORD
    assert ledger.cases() == ("a", "b")
    assert tuple(ledger.entries("a")) == tuple(each for each in RECORD if each.case == "a")
    assert ledger.latest("a") == RECORD[-1]
    assert ledger.keyed("k") == RECORD[3]
    assert ledger.damage() == ()
    assert "Ledger(" in repr(ledger)


def test_what_is_not_there_is_not_told(ledger: Ledger) -> None:
    """An unknown case or key is nothing, and no error."""
    assert tuple(ledger.entries("a")) == ()
    assert ledger.latest("a") is None
    assert ledger.keyed("k") is None
    assert ledger.keyed("") is None
    assert ledger.cases() == ()


def test_only_what_follows_is_taken(made: Made) -> None:
    """Of all orders and repetitions of a record a ledger takes exactly what continues a chain."""
    taken: Counter[bool] = Counter()

    @given(st.lists(st.sampled_from(RECORD), max_size=12))
    def law(entries: list[Entry]) -> None:
        ledger = made()
        latest: dict[str, tuple[int, str]] = {}
        for entry in entries:
            number, seal = latest.get(entry.case, (-1, ""))
            follows = entry.number == number + 1 and entry.previous == seal
            written = {each.seal for each in ledger.entries()}
            follows = follows and all(each.seal in written for each in entry.consulted)
            if follows:
                ledger.append(entry)
                latest[entry.case] = (entry.number, entry.seal)
            else:
                with pytest.raises(Conflict):
                    ledger.append(entry)
            taken[follows] += 1
        seals = [each.seal for each in ledger.entries()]
        assert len(seals) == len(set(seals)) == sum(number + 1 for number, _ in latest.values())

    law()
    assert taken[True] > 20
    assert taken[False] > 20


def test_what_was_looked_at_must_be_there(ledger: Ledger) -> None:
    """An entry that looked at another case follows only where that entry of the case is."""
    (seen,) = RECORD[5].consulted
    assert seen.seal == RECORD[4].seal
    for entry in (RECORD[0], RECORD[1], RECORD[2], RECORD[3]):
        ledger.append(entry)
    with pytest.raises(Conflict, match="looked at an entry of case b"):
        ledger.append(RECORD[5])
    ledger.append(RECORD[4])
    ledger.append(RECORD[5])
    assert verify(ledger) == ()


def test_a_key_is_taken_once(ledger: Ledger) -> None:
    """A second entry with a key is refused, though it follows its case."""
    one = RECORD[0]
    body = RECORD[1].body.replace(b'"key":""', b'"key":"open-a"')
    ledger.append(one)
    with pytest.raises(Conflict, match="the key 'open-a' is that of"):
        ledger.append(Entry.read(body, RECORD[1].seal))
    assert isinstance(Conflict("x"), LedgerError)


def test_threads_cannot_both_follow() -> None:
    """Of many threads that append the same continuation, exactly one gets in."""
    ledger = MemoryLedger()
    ledger.append(RECORD[0])
    outcomes: list[bool] = []
    barrier = threading.Barrier(8)

    def append() -> None:
        barrier.wait()
        try:
            ledger.append(RECORD[2])
        except Conflict:
            outcomes.append(False)
        else:
            outcomes.append(True)

    threads = [threading.Thread(target=append) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(outcomes) == 1
    assert len(outcomes) == 8
    assert verify(ledger) == ()
