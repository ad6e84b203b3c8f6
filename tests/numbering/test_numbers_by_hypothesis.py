"""Laws of reading and printing, for numbers and texts made up at random."""

from __future__ import annotations

import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow.errors import UsageError
from congress_flow.numbering import (
    TYPES,
    Entry,
    Number,
    RegisterFault,
    Status,
    check_register,
    find_all,
    newer_spelling,
    read,
    read_citation,
    same_text,
)
from tests.effort import examples
from tests.numbering.test_registers import TERM

UNITS = st.one_of(
    st.sampled_from(["TW", "TU", "ĐU", "ĐUK", "ThU", "BTCĐUK", "UBKTTU", "CB3", "ĐH", "TBVK"]),
    st.text("ABCDĐEGHKLMNOPQRSTUVXY0123456789", min_size=1, max_size=6),
)


@st.composite
def numbers(draw: st.DrawFn) -> Number:
    value = draw(st.integers(1, 99_999))
    issuers = draw(st.lists(UNITS, min_size=1, max_size=3))
    try:
        return Number(
            value, draw(st.sampled_from(sorted(TYPES))), issuers, draw(st.sampled_from(["", "nb"]))
        )
    except UsageError:
        return Number(value, "KH", ["ĐU"])


@given(numbers())
def test_reading_undoes_printing(number: Number) -> None:
    """What is printed is read back as it was, without a repair; in running text too."""
    reading = read(str(number))
    assert (reading.status, reading.number) == (Status.OK, number)
    running = find_all(f"Căn cứ văn bản số {number}, ngày 1/2/2019 và {number}.")
    assert [each.number for each in running] == [number, number]


_FAULTS: Final[tuple[Callable[[str], str], ...]] = (
    lambda text: f"Số: {text}",
    lambda text: f" {text} ",
    lambda text: text.lower(),
    lambda text: text.replace("-", " - "),
    lambda text: text.replace("-", "\u2013"),
    lambda text: text.replace("/", "\u2044"),
    lambda text: text.replace("Đ", "\u00d0"),
    lambda text: f"0{text}",
    lambda text: f"{text}ngày 1/2/2019",
    lambda text: f"\u200b{text}",
    lambda text: unicodedata.normalize("NFD", f"Số {text}"),
)


def test_repair_is_idempotent() -> None:
    """A spoilt number is repaired to the one meant; what was repaired needs no repair again."""
    seen = Counter[Status]()

    @given(
        st.sampled_from(["TW", "ĐU", "BTCĐUK", "CB3"]),
        st.sampled_from(sorted(TYPES)),
        st.integers(1, 500),
        st.sampled_from(_FAULTS),
    )
    def law(issuer: str, symbol: str, value: int, spoil: Callable[[str], str]) -> None:
        number = Number(value, symbol, [issuer])
        reading = read(spoil(str(number)))
        assert reading.number == number
        again = read(str(reading.number))
        assert (again.status, again.number, again.repairs) == (Status.OK, number, ())
        seen[reading.status] += 1

    law()
    assert seen[Status.REPAIRED] > 20, "spoilt numbers did not need their repairs"


_PIECES: Final = (
    *"0123456789-/ .,:;()_\u00a0\u2013\u200b\u0301KHĐUTWqđi",
    *("Số", "ngày", "của", "QĐ"),
    *["10-KH/ĐU"] * 6,
)


def test_no_text_raises() -> None:
    """Whatever is written, an answer comes, and it is of one piece with its status."""
    seen = Counter[Status]()

    @examples(300)
    @given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
    def law(text: str) -> None:
        for reading in (read(text), read_citation(text), *find_all(text)):
            seen[reading.status] += 1
            has_number = reading.status in {Status.OK, Status.REPAIRED}
            assert (reading.defect is None) is has_number
            assert (reading.suggestion is not None) is (reading.status is Status.SUGGEST)
            assert bool(reading.repairs) <= has_number
            if has_number:
                assert read(str(reading.number)).number == reading.number

    law()
    assert min(seen[Status.OK], seen[Status.REPAIRED], seen[Status.ERROR]) > 5, seen


@given(st.text("aàáảãạeèéoòóuùủúyỳỷýqhkn ỦUỶY\u0301\u00a0", max_size=12))
def test_newer_spelling_is_settled_at_once(text: str) -> None:
    """Spelling anew a second time changes nothing, and a text is the same as its new spelling."""
    new = newer_spelling(text)
    assert newer_spelling(new) == new
    assert same_text(text, new)


@given(st.permutations(range(1, 9)), st.sets(st.integers(1, 8)))
def test_order_of_lines_does_not_matter(order: list[int], left_out: set[int]) -> None:
    """A register is judged by its numbers and days, not by the order in which lines are entered."""
    first = TERM.since
    assert first is not None
    lines = [
        Entry(number=Number(value, "KH", ["ĐU"]), type_name="kế hoạch", issued=first)
        for value in order
        if value not in left_out
    ]
    found = check_register(lines, term=TERM, complete=True)
    kept = set(order) - left_out
    missing = set(range(1, max(kept, default=0))) - kept
    assert [each.fault for each in found] == ([RegisterFault.GAP] if missing else [])
    assert {number for each in found for number in each.missing} == missing


LONG: Final = {
    "spaces after the word": f"số {' ' * 60_000}x",
    "spaces before a digit": f"{' ' * 60_000}1",
    "spaces before the body": f"12-KH/ĐU của{' ' * 60_000}x",
    "marks before a date": f"12-KH/ĐU{',.' * 20_000}x",
    "a word run in": f"12-KH/ĐU{'a' * 20_000}1",
    "letters and digits": "a1" * 8_000,
    "separators": "1-K/" * 4_000,
    "types": "KH/" * 20_000,
    "numbers": "10-KH/ĐU " * 3_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_texts_take_no_detours(text: str) -> None:
    """What is looked at for one number is bounded: going back and forth took minutes."""
    begun = time.process_time()
    for reader in (read, read_citation, find_all):
        reader(text)
    assert time.process_time() - begun < 8
