"""The harness of the worked cases lets no wrong answer through."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.oracles.registry import ADAPTERS, Facts, adapter_of, answers, differences, only_answer

ROOT = Path(__file__).parents[2]


def _found(expected: object, got: object) -> list[str]:
    return list(differences(expected, got))


def test_equal_answers_have_no_difference() -> None:
    """Lists compare as sets, names in NFC, tables in depth."""
    expected = {"elected": ["A", "Đỗ"], "round": [{"need": 6}], "pairs": [[1, 2], [3, 4]]}
    got = {"elected": ("Đỗ", "A"), "round": [Facts({"need": 6})], "pairs": [[3, 4], [1, 2]]}
    assert not _found(expected, got)


@pytest.mark.parametrize(
    ("expected", "got", "spot"),
    [
        ({"a": 1}, {"a": 2}, "a: expected 1, got 2"),
        ({"a": 1}, {"a": True}, "a: expected 1, got True"),
        ({"a": 1}, {}, "a: expected 1, got nothing"),
        ({}, {"a": 1}, "a: not expected, got 1"),
        ({"a": ["x", "x"]}, {"a": ["x"]}, "a: expected ['x', 'x'], got ['x']"),
        ({"a": ["Dũng"]}, {"a": ["Dùng"]}, "a: expected ['Dũng'], got ['Dùng']"),
        ({"r": [{"a": 1}]}, {"r": []}, "r: expected 1 entries, got 0"),
        ({"r": [{"a": 1}]}, {"r": [{"a": 2}]}, "r[0].a: expected 1, got 2"),
        ({"r": {"a": 1}}, {"r": {"a": 2}}, "r.a: expected 1, got 2"),
        ({"also": 1}, Facts({}, also=2), "also: expected 1, got 2"),
    ],
)
def test_a_difference_names_its_spot(expected: object, got: object, spot: str) -> None:
    """A wrong value, a lacking key and a needless key are each found, with expected and got."""
    assert _found(expected, got) == [spot]


def test_what_is_known_besides_may_be_left_out() -> None:
    """A key of `also` is no difference where the case is silent about it."""
    assert not _found({"a": 1}, Facts({"a": 1}, b=2))
    assert not _found({"a": 1, "b": 2}, Facts({"a": 1}, b=2))


def test_two_laws_must_answer_alike() -> None:
    """Where a case names two regulations, an answer that holds under one only is an error."""
    assert only_answer([Facts({"a": 1}), Facts({"a": 1})]) == {"a": 1}
    with pytest.raises(AssertionError, match="the laws differ"):
        only_answer([Facts({"a": 1}), Facts({"a": 2})])


def test_a_kind_has_one_adapter() -> None:
    """Two people cannot answer one kind, and an unknown kind is named."""
    with pytest.raises(LookupError, match="no adapter for the kind 'nothing'"):
        adapter_of("nothing")
    assert "tally" in ADAPTERS
    with pytest.raises(ValueError, match="two adapters for the kind 'tally'"):
        answers("tally")(lambda given, context: {})


_CASES = """
[[case]]
id = "X1"
kind = "quorum"
description = "Right."
input = { convened = 31, present = 21 }
expected = { least_present = 21, quorum = true }

[[case]]
id = "X2"
kind = "quorum"
description = "Wrong on purpose."
input = { convened = 31, present = 20 }
expected = { least_present = 21, quorum = true }

[[case]]
id = "X3"
kind = "quorum"
description = "No number."
input = { convened = "many", present = 20 }
expected = { least_present = 21, quorum = true }
"""


def test_another_folder_is_tried_and_failures_are_named(tmp_path: Path) -> None:
    """`--oracles DIR` runs the cases of DIR and names each failing one, expected and got."""
    (tmp_path / "extra.toml").write_text(_CASES, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "tests/oracles/test_oracles.py", "-p"]
    ran = subprocess.run(
        [*command, "no:cacheprovider", "-q", "--oracles", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stdout
    assert "2 failed, 1 passed" in ran.stdout
    assert "extra-X2" in ran.stdout
    assert "quorum: expected True, got False" in ran.stdout
    assert "extra-X3" in ran.stdout
    assert "got no answer" in ran.stdout
