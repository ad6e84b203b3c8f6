"""The public face is what the written list says, and every name on it is explained."""

from __future__ import annotations

import importlib
import json
import pkgutil
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import congress_flow
from tests.surroundings import names

MODULES = list(names.public_modules())


def test_names_are_the_written_ones() -> None:
    """No public name comes or goes unnoticed: the list in the reference is complete and exact."""
    assert names.PAGE.read_text(encoding="utf-8") == names.page(), (
        "the public face changed; look at the change, then: python -m tests.surroundings.names"
    )


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_names_exist_and_are_explained(module: ModuleType) -> None:
    """Each public name is there, and each class and function on it says what it is."""
    for name in names.public_names(module):
        value = getattr(module, name)
        if names.kind_of(value) != "value":
            assert names.summary_of(value), f"{module.__name__}.{name} has no docstring"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_packages_declare_their_face(module: ModuleType) -> None:
    """A package says in its `__init__` what it offers, each name once, nothing private."""
    if not hasattr(module, "__path__"):
        return
    offered = names.public_names(module)
    assert len(offered) == len(set(offered))
    assert not [name for name in offered if name.startswith("_")]


def test_everything_imports() -> None:
    """Each module of the library can be imported by itself."""
    found = pkgutil.walk_packages(congress_flow.__path__, "congress_flow.")
    for name in [each.name for each in found if not each.name.endswith("__main__")]:
        importlib.import_module(name)


def test_import_stays_light() -> None:
    """`import congress_flow` loads no extra: a user of the core need not have them installed."""
    code = "import sys, congress_flow; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )
    extras = {"cattrs", "hypothesis", "rich", "typer"}
    assert not extras & set(done.stdout.split())


def test_names_wait_until_they_are_asked_for() -> None:
    """What records or loads is imported with its name, and not before; no name is made up."""
    code = (
        "import sys, congress_flow as c; before = set(sys.modules); print(*before);"
        "print(*dir(c)); c.Clerk, c.load, c.rules_between; print(*set(sys.modules) - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )
    before, offered, after = (set(line.split()) for line in done.stdout.splitlines())
    assert not {"msgspec", "pluggy", "transitions", "congress_flow.ledger"} & before
    assert set(names.public_names(congress_flow)) <= offered
    assert {"msgspec", "congress_flow.ledger", "congress_flow._plugins"} <= after
    assert set(names.public_names(congress_flow)) <= set(dir(congress_flow))
    unknown = "Clark"
    with pytest.raises(AttributeError, match="'congress_flow' has no attribute 'Clark'"):
        getattr(congress_flow, unknown)


def test_type_checkers_see_the_same_face(tmp_path: Path) -> None:
    """Pyright knows the complete type of every public name, from the installed package alone."""
    pyright = shutil.which("pyright", path=str(Path(sys.executable).parent))
    assert pyright is not None
    done = subprocess.run(
        [pyright, "--verifytypes", "congress_flow", "--ignoreexternal", "--outputjson"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={"PATH": str(Path(sys.executable).parent), "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
    )
    report: dict[str, Any] = json.loads(done.stdout)["typeCompleteness"]
    unknown = [
        symbol["name"]
        for symbol in report["symbols"]
        if symbol["isExported"] and not (symbol["isTypeKnown"] or symbol["isTypeAmbiguous"])
    ]
    assert not unknown
