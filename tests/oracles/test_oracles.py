"""Every worked case comes out right through the public API.

`pytest tests/oracles --oracles DIR` tries another folder of the same format.
"""

from __future__ import annotations

from pprint import pformat

import attrs
import pytest

from tests.oracles.registry import Context, Table, adapter_of, differences


def _answer(case: Table, context: Context, expected: Table) -> Table:
    try:
        return adapter_of(case["kind"])(case["input"], context)
    except Exception as error:
        # Whatever went wrong, the case is to be named with what it expects.
        error.add_note(
            f"{case.get('description', '')}\nexpected {pformat(expected)}\ngot no answer"
        )
        raise


def _check(case: Table, expected: Table, got: Table, found: list[str]) -> None:
    if found:
        lines = "\n".join(f"  {line}" for line in found)
        pytest.fail(
            f"{case.get('description', '')}\n{lines}\n"
            f"expected {pformat(expected)}\ngot {pformat(got)}",
            pytrace=False,
        )


def test_worked_case(case: Table, context: Context) -> None:
    """The answer to a worked case is the expected one, key for key."""
    expected = {key: value for key, value in case["expected"].items() if key != "alternative"}
    got = _answer(case, context, expected)
    _check(case, expected, got, list(differences(expected, got)))


def test_other_reading(case: Table, context: Context, alternative: Table) -> None:
    """Under the other reading that a case names, the other documented answer comes out."""
    expected = {key: value for key, value in alternative.items() if key != "option"}
    got = _answer(case, attrs.evolve(context, option=alternative["option"]), expected)
    # The other answer names only what is other.
    named = {key: value for key, value in got.items() if key in expected}
    _check(case, expected, got, list(differences(expected, named)))
    first = {key: value for key, value in case["expected"].items() if key in expected}
    assert first != expected, "the two readings give one answer"
