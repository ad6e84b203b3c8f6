"""Whatever stands in a file, it is read or every fault is told: never another error."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from congress_flow.dossier import parse, review
from congress_flow.dossier._values import list_of, table_of
from congress_flow.errors import BadInput
from congress_flow.reports import plain_text, review_json, review_lines
from tests.dossier.law import small_engine
from tests.dossier.made import written
from tests.dossier.test_reading import ARTICLE
from tests.effort import examples
from tests.reports.test_json import WALKED

ENGINE = small_engine()
LINES = ARTICLE.read_text(encoding="utf-8").splitlines(keepends=True)
STRANGE: tuple[Any, ...] = (
    "unknown",
    "none",
    "",
    0,
    -1,
    10**30,
    True,
    1.5,
    date(1, 1, 1),
    date(9999, 12, 31),
    [],
    [[]],
    ["unknown"],
    {},
    {"an": -1},
    {"x": {"y": []}},
    "Đảng",
    "a\nb",
    "preparation",
    "dang-uy",
)


def outcome(content: bytes) -> str:
    """Return what became of a file: a grade, or the number of faults that were told."""
    try:
        found = review(parse(content, ()), ENGINE)
    except BadInput as bad:
        return "bad" if bad.problems else "bad without a reason"
    assert review_json(found)
    assert plain_text(review_lines(found))
    return found.readiness.value


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"[dossier]\nformat='congress-dossier'\nversion=1\n")
def test_any_bytes(content: bytes) -> None:
    """Bytes of any kind are no dossier, and that is told."""
    assert outcome(content) == "bad"


def test_any_lines_left_out_doubled_or_changed() -> None:
    """The article with lines left out, doubled, cut short or swapped: read, or faults told."""
    seen: Counter[str] = Counter()

    @given(
        st.lists(
            st.tuples(
                st.integers(0, len(LINES) - 1),
                st.sampled_from(("leave out", "double", "cut", "swap", "unknown", "none")),
                st.integers(0, 40),
            ),
            min_size=1,
            max_size=4,
        )
    )
    def spoilt(changes: list[tuple[int, str, int]]) -> None:
        lines = list(LINES)
        for index, change, further in changes:
            lines[index] = _changed(lines[index], change, further)
            if change == "swap":
                other = (index + further) % len(lines)
                lines[index], lines[other] = lines[other], lines[index]
        seen[outcome("".join(lines).encode())] += 1

    spoilt()
    assert seen["bad"]
    assert seen["BASICALLY_READY"]


def _changed(line: str, change: str, at: int) -> str:
    key, equals, _ = line.partition("=")
    match change:
        case "leave out":
            return ""
        case "double":
            return line * 2
        case "cut":
            return line[:at]
        case "unknown" | "none" if equals:
            return f'{key}= "{change}"\n'
        case _:
            return line


def _places(value: object, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for index, each in enumerate(list_of(value) or ()):
        yield (*way, index)
        yield from _places(each, (*way, index))
    for key, each in (table_of(value) or {}).items():
        yield (*way, key)
        yield from _places(each, (*way, key))


# All of it is sound: what is found then comes from the one fact that was changed.
SOUND = {**WALKED, "act": WALKED["act"][:-1]}
PLACES = sorted(_places(SOUND), key=repr)


def test_any_fact_replaced_or_left_out() -> None:
    """A recorded dossier with any fact replaced by a strange one, or left out: as above."""
    seen: Counter[str] = Counter()

    @examples(200)
    @given(st.sampled_from(PLACES), st.sampled_from(STRANGE), st.booleans())
    def spoilt(place: tuple[Any, ...], strange: Any, leave_out: bool) -> None:  # noqa: FBT001
        raw: Any = tomllib.loads(written(SOUND).decode())
        where = raw
        for key in place[:-1]:
            where = where[key]
        if leave_out:
            del where[place[-1]]
        else:
            where[place[-1]] = strange
        seen[outcome(written(raw))] += 1

    spoilt()
    assert set(seen) >= {"bad", "NOT_READY", "READY"}
