"""Every test says what it proves."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in (ROOT / "tests", *(ROOT / "plugins").glob("*/tests"))
    for path in folder.rglob("test_*.py")
)
ENOUGH = 15  # characters: "It works." says nothing


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_tests_say_what_they_prove(path: Path) -> None:
    """Each test function, and each file of tests, has a docstring with something in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "the file has no docstring"
    silent = [
        f"line {node.lineno}: {node.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and len(ast.get_docstring(node) or "") < ENOUGH
    ]
    assert not silent


def test_plugins_are_tested() -> None:
    """No plugin comes without tests of its own."""
    plugins = sorted((ROOT / "plugins").glob("*/pyproject.toml"))
    assert plugins
    assert not [
        path.parent.name for path in plugins if not any(path.parent.glob("tests/test_*.py"))
    ]


def test_every_trap_has_a_test() -> None:
    """Each of the handbook's traps TR1 to TR33 has a test of its own, named for it."""
    words = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    tried = {int(number) for number in re.findall(r"^def test_tr(\d+)_", words, re.MULTILINE)}
    assert tried == set(range(1, 34))
