"""Finds the worked cases, here or in another folder, and makes one test of each."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.oracles.registry import CASES, MORE, Context, Table


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--oracles",
        type=Path,
        metavar="DIR",
        help="a folder of worked cases in the format of tests/oracles/cases/README.md, instead of"
        " those of the project",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a case, named by file and id; the rows of a table are cases of the kind `row`.

    A test that asks for `alternative` gets the cases alone that name another reading.
    """
    if "case" not in metafunc.fixturenames:
        return
    # The option is unknown where pytest was not started with this folder as an argument.
    asked: Path | None = metafunc.config.getoption("oracles", default=None)
    folders = (CASES, MORE) if asked is None else (asked,)
    files = [file for folder in folders for file in sorted(folder.glob("*.toml"))]
    found = [each for file in files for each in _cases(file)]
    if not found:
        raise pytest.UsageError(f"no worked cases in {folders[0]}")
    if "alternative" in metafunc.fixturenames:
        other = [
            (name, (case, context, case["expected"]["alternative"]))
            for name, case, context in found
            if "alternative" in case["expected"]
        ]
        metafunc.parametrize("case, context, alternative", _params(other))
    else:
        each_once = [(name, (case, context)) for name, case, context in found]
        metafunc.parametrize("case, context", _params(each_once))


def _params(found: list[tuple[str, tuple[Any, ...]]]) -> list[Any]:
    """Return one parameter set a case; an id that stands twice is told apart by a number."""
    seen = Counter[str]()
    params: list[Any] = []
    for name, values in found:
        seen[name] += 1
        own = name if seen[name] == 1 else f"{name}#{seen[name]}"
        params.append(pytest.param(*values, id=own))
    return params


def _cases(file: Path) -> list[tuple[str, Table, Context]]:
    document = tomllib.loads(file.read_text(encoding="utf-8"))
    context = Context(folder=file.parent, document=document)
    cases = [(f"{file.stem}-{case['id']}", case, context) for case in document.get("case", [])]
    for row in document.get("table", {}).get("rows", []):
        seats = {"seats": row["seats"]}
        case: Table = {"kind": f"{file.stem}_row", "input": seats, "expected": row}
        cases.append((f"{file.stem}-row-{row['seats']}", case, context))
    return cases
