"""Both type checkers reject what a caller must not write, at its line, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typing.checkers import CHECKERS, complaints, expected, rejected

CASES = sorted((Path(__file__).parent / "cases").glob("*.py"))

PLANTED = """\
from congress_flow import Text

right = Text(vi="đại hội", en="congress")
unmarked: int = right
marked_but_right: Text = right  # expect-error
Text(vi=1, en="one")  # expect-error: words are words
"""


@pytest.mark.parametrize("checker", CHECKERS)
def test_cases_are_judged_alike(checker: str, tmp_path: Path) -> None:
    """Every marked line is rejected, and no other line is."""
    assert not complaints(checker, CASES, tmp_path)


def test_cases_are_there() -> None:
    """There is something to reject and something to accept in each file, so no check was empty."""
    assert CASES
    for file in CASES:
        wrong = {place for place in expected([file]) if place[0] == file}
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        assert 0 < len(wrong) < len(lines)


@pytest.mark.parametrize("checker", CHECKERS)
def test_planted_bugs_are_found(checker: str, tmp_path: Path) -> None:
    """The harness sees an unmarked error, and a mark where nothing is wrong; a true mark is met."""
    file = tmp_path / "planted.py"
    file.write_text(PLANTED, encoding="utf-8")
    unmarked, too_much, marked = 4, 5, 6
    found = complaints(checker, [file], tmp_path)
    assert [each.split(": ")[0] for each in found] == [
        f"planted.py:{too_much}",
        f"planted.py:{unmarked}",
    ]
    assert (file, marked) in rejected(checker, [file], tmp_path)


@pytest.mark.parametrize("checker", CHECKERS)
def test_unreadable_file_is_no_verdict(checker: str, tmp_path: Path) -> None:
    """A checker that cannot read a file complains; it never passes for content."""
    file = tmp_path / "broken.py"
    file.write_text("def (:\n", encoding="utf-8")
    assert complaints_or_failure(checker, file, tmp_path)


def complaints_or_failure(checker: str, file: Path, scratch: Path) -> list[str]:
    """Return what is complained of, a failure of the checker itself included."""
    try:
        return complaints(checker, [file], scratch)
    except RuntimeError as error:
        return [str(error)]
