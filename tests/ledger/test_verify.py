"""Tampering is found, as far as seals can show it; what they cannot show alone is shown too."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import Outcome, Text
from congress_flow.errors import Problem
from congress_flow.ledger import Entry, MemoryLedger, heads, verify
from tests.ledger.chains import Told, clerk_of, filled, record
from tests.ledger.small import FIRST, SUBJECT, met, slate

RECORD = record()
HEADS = heads(Told(RECORD))
OF_A = tuple(number for number, entry in enumerate(RECORD) if entry.case == "a")


def _edited(entry: Entry, old: bytes, new: bytes, *, sealed: bool = False) -> Entry:
    body = entry.body.replace(old, new)
    assert body != entry.body
    return Entry.read(body, hashlib.sha256(body).hexdigest() if sealed else entry.seal)


def _with(number: int, *entries: Entry) -> Told:
    return Told([*RECORD[:number], *entries, *RECORD[number + 1 :]])


def test_an_untouched_record_is_whole() -> None:
    """A record as the clerk wrote it has no problem, also held against its own heads."""
    ledger = MemoryLedger()
    filled(ledger)
    assert verify(ledger) == ()
    assert heads(ledger) == HEADS
    assert verify(ledger, HEADS) == ()
    assert set(HEADS) == {"a", "b"}


@pytest.mark.parametrize("number", range(len(RECORD)))
def test_edits_are_found(number: int) -> None:
    """An edited entry does not fit its seal, and the problem says which one it is."""
    entry = RECORD[number]
    (problem,) = verify(_with(number, _edited(entry, "thư ký".encode(), b"ai do")))
    assert problem.path == f"{entry.case}[{entry.number}]"
    assert "edited" in problem.text.en


@pytest.mark.parametrize("number", range(len(RECORD)))
def test_an_edit_sealed_anew_is_found_by_what_follows(number: int) -> None:
    """Who edits an entry and seals it anew breaks the chain behind it, or misses a kept head."""
    entry = RECORD[number]
    forged = _with(number, _edited(entry, "thư ký".encode(), b"ai do", sealed=True))
    last = entry.seal in HEADS.values() and entry.case == "a"
    assert bool(verify(forged)) is not last
    assert verify(forged, HEADS)


def test_deletions_are_found() -> None:
    """A missing entry is found; the newest of a case that nobody looked at since, by its head."""
    for number, entry in enumerate(RECORD):
        cut = Told([*RECORD[:number], *RECORD[number + 1 :]])
        last = number == len(RECORD) - 1
        assert bool(verify(cut)) is not last, entry
        assert verify(cut, HEADS), entry


def test_a_whole_case_taken_out() -> None:
    """A case that another looked at is missed by that one; any other only by its kept head."""
    without_b = Told(each for each in RECORD if each.case != "b")
    (problem,) = verify(without_b)
    assert problem.path == "a[3]"
    assert "looked at case b" in problem.text.en
    without_a = Told(each for each in RECORD if each.case != "a")
    assert verify(without_a) == ()
    (problem,) = verify(without_a, HEADS)
    assert problem.path == "a"
    assert "not there any more" in problem.text.en


def test_moves_doubles_and_inserts_are_found() -> None:
    """Every swap of two entries of a case, every doubled and every foreign entry is found."""
    found: Counter[str] = Counter()
    for one in OF_A:
        for other in OF_A:
            if one < other:
                moved = list(RECORD)
                moved[one], moved[other] = moved[other], moved[one]
                assert verify(Told(moved))
                found["moved"] += 1
        for place in range(len(RECORD) + 1):
            doubled = [*RECORD[:place], RECORD[one], *RECORD[place:]]
            assert verify(Told(doubled))
            found["doubled"] += 1
    assert found == {"moved": 10, "doubled": 40}


def test_an_entry_moved_before_what_it_looked_at() -> None:
    """A case that was looked at must stand in the record before the one that looked."""
    looked = RECORD[5]
    seen = RECORD[4]
    assert [each.seal for each in looked.consulted] == [seen.seal]
    moved = Told([*RECORD[:4], looked, seen, *RECORD[6:]])
    (problem,) = verify(moved)
    assert problem.path == "a[3]"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'"version":0', b'"version":1', "should say version 0"),
        (b'"procedure":"slate"', b'"procedure":"other"', "should say version 0 of slate"),
        (b'"key":""', b'"key":"open-a"', "was used at a[0]"),
        (b'"number":1', b'"number":5', "does not follow entry 0"),
        (b'"previous":"', b'"previous":"0', "does not follow entry 0"),
    ],
)
def test_what_a_forger_forgets(old: bytes, new: bytes, said: str) -> None:
    """An entry whose seal is right but whose numbers do not add up is found."""
    problems = verify(_with(2, _edited(RECORD[2], old, new, sealed=True)))
    assert any(said in each.text.en for each in problems), problems


@pytest.mark.parametrize(
    ("number", "forged", "said"),
    [
        (2, b"allowed", "allowed over a breach or a gap: small/quorum"),
        (2, b"not_drawn", "not_drawn over a breach or a gap: small/quorum"),
        (2, b"unknown_kind", "has the step 1, and is neither allowed nor refused"),
        (3, b"refused", "refused without a breach or a gap"),
        (3, b"not_drawn", "has the step 1, and is neither allowed nor refused"),
        (6, b"allowed", "allowed without a step"),
        (6, b"refused", "refused without a step"),
        (6, None, "every entry has an outcome"),
        (0, b"allowed", "every entry has an outcome"),
    ],
)
def test_an_outcome_must_fit_its_findings(number: int, forged: bytes | None, said: str) -> None:
    """An entry sealed anew with another outcome is contradicted by its own findings or step."""
    entry = RECORD[number]
    old = b"null" if entry.outcome is None else f'"{entry.outcome.value}"'.encode()
    new = b"null" if forged is None else b'"' + forged + b'"'
    changed = _edited(entry, b'"outcome":' + old, b'"outcome":' + new, sealed=True)
    # Nothing stands behind it that would miss the old seal, and no head was kept.
    problems = verify(Told([*RECORD[:number], changed]))
    assert said in [each.text.en[: len(said)] for each in problems], problems
    assert {each.path for each in problems} == {f"{entry.case}[{entry.number}]"}


def test_rules_that_object_are_named() -> None:
    """An entry says which rules had a breach or a gap, without the drawing; cautions are none."""
    assert [each.objecting for each in RECORD] == [(), (), ("small/quorum",), (), (), (), ()]
    ledger = MemoryLedger()
    clerk = clerk_of(ledger)
    clerk.open(slate, "a", SUBJECT, FIRST, "thư ký")
    entry = clerk.submit("a", met(FIRST, votes={}), "thư ký")
    assert [each.rule for each in entry.verdict(slate).cautions] == ["small/soft"]
    assert (entry.outcome, entry.objecting) == (Outcome.ALLOWED, ())
    assert verify(ledger) == ()


def test_a_looked_at_version_must_be_right() -> None:
    """A case was looked at with a right seal but a wrong number of steps: that is found."""
    forged = _edited(RECORD[5], b'"version":1}', b'"version":7}', sealed=True)
    assert any("looked at case b" in each.text.en for each in verify(_with(5, forged)))


def test_damage_is_told_first() -> None:
    """What the store itself cannot read is among the problems."""
    torn = Problem("record.jsonl:9", Text("bị cắt dở", "torn"))
    assert verify(Told(RECORD, [torn])) == (torn,)


@given(st.data())
def test_any_change_is_found_against_kept_heads(data: st.DataObject) -> None:
    """Whatever subset or order of the entries is told, against the heads only the whole is whole.

    Entries of different cases may change places where neither looked at the other.
    """
    told = data.draw(st.lists(st.sampled_from(RECORD), max_size=9) | st.permutations(RECORD))
    chains = [[each for each in told if each.case == case] for case in ("a", "b")]
    right = [[each for each in RECORD if each.case == case] for case in ("a", "b")]
    whole = chains == right and told.index(RECORD[4]) < told.index(RECORD[5])
    assert (verify(Told(told), HEADS) == ()) is whole


def test_problems_are_told_once() -> None:
    """One missing entry makes one problem in its case, not one for each entry behind it."""

    def cut(number: int) -> Iterator[Entry]:
        return (entry for place, entry in enumerate(RECORD) if place != number)

    assert len(verify(Told(cut(2)))) == 1
    (problem,) = verify(Told(cut(0)))
    assert "opens the case" in problem.text.en
