"""Every worked case comes out right through the public API.

`pytest tests/oracles --oracles DIR` tries another folder of the same format.
"""

from __future__ import annotations

from pprint import pformat

import attrs
import pytest

from tests.oracles.registry import Context, Table, adapter_of, differences


def _check(expected: Table, got: Table, found: list[str]) -> None:
    if found:
        lines = "\n".join(f"  {line}" for line in found)
        pytest.fail(
            f"not as expected:\n{lines}\nexpected {pformat(expected)}\ngot {pformat(got)}",
            pytrace=False,
        )


def test_worked_case(case: Table, context: Context) -> None:
    """The answer to a worked case is the expected one, key for key."""
    expected = {key: value for key, value in case["expected"].items() if key != "alternative"}
    got = adapter_of(case["kind"])(case["input"], context)
    _check(expected, got, list(differences(expected, got)))


def test_other_reading(case: Table, context: Context) -> None:
    """Under the other reading that a case names, the other documented answer comes out."""
    if "alternative" not in case["expected"]:
        return
    expected = dict(case["expected"]["alternative"])
    option = expected.pop("option")
    got = adapter_of(case["kind"])(case["input"], attrs.evolve(context, option=option))
    named = {key: value for key, value in got.items() if key in expected}
    _check(expected, got, list(differences(expected, named)))
    first = {key: value for key, value in case["expected"].items() if key in expected}
    assert first != expected, "the two readings give one answer"
