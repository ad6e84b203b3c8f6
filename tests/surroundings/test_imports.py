"""The import contracts of pyproject.toml hold, and would notice if they did not."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
FLOORS = "Imports point down only; siblings do not import each other"


def _contracts(source: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts against the library in the folder *source*."""
    return subprocess.run(
        [
            Path(sys.executable).with_name("lint-imports"),
            "--no-cache",
            "--config",
            ROOT / "pyproject.toml",
        ],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=source,
        env=os.environ | {"PYTHONPATH": str(source), "COLUMNS": "200"},
    )


def _verdicts(output: str) -> dict[str, bool]:
    """Return for each contract, by name, whether it was kept."""
    lines = re.findall(r"^(.+) (KEPT|BROKEN)(?: \(.*\))?$", output, flags=re.MULTILINE)
    return {name: word == "KEPT" for name, word in lines}


def _planted(module: str, line: str, scratch: Path) -> dict[str, bool]:
    """Return the verdicts on a copy of the library in which *module* holds one more line."""
    shutil.copytree(ROOT / "src" / "congress_flow", scratch / "congress_flow")
    with (scratch / "congress_flow" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    return _verdicts(_contracts(scratch).stdout)


def test_contracts_hold() -> None:
    """Imports point down only, and each third-party library is imported in its one module."""
    done = _contracts(ROOT / "src")
    assert done.returncode == 0, done.stdout
    verdicts = _verdicts(done.stdout)
    assert FLOORS in verdicts
    assert all(verdicts.values())


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("_text.py", "import congress_flow._demand", "Imports point down only"),
        ("_calendar.py", "import congress_flow.errors, congress_flow._figures", "siblings"),
        ("_homeless.py", "import attrs", "Imports point down only"),
        ("_shelf.py", "import transitions", "transitions: _kernel only"),
        ("_engine.py", "import pluggy", "pluggy: _plugins only"),
        ("_engine.py", "import hypothesis.strategies", "hypothesis: testing only"),
        ("_engine.py", "import cattrs", "cattrs: dossier only"),
        ("_engine.py", "import typer", "typer and rich: cli only"),
        ("_engine.py", "import rich.table", "typer and rich: cli only"),
        ("_engine.py", "import msgspec", "msgspec: where bytes are written or read"),
        ("_calendar.py", "import holidays", "holidays: the national plugin only"),
        ("_engine.py", "import congress_flow", "public face"),
        ("_engine.py", "import congress_flow_vn_2020", "The library knows no plugin"),
    ],
)
def test_contracts_bite(module: str, line: str, contract: str, tmp_path: Path) -> None:
    """One forbidden import, planted in a copy of the library, breaks the contract it offends."""
    verdicts = _planted(module, line, tmp_path)
    assert [kept for name, kept in verdicts.items() if contract in name] == [False]


def test_design_shows_the_floors() -> None:
    """The floors that the design page draws are the floors that the contract checks."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = (
        each for each in config["tool"]["importlinter"]["contracts"] if each["id"] == "floors"
    )
    layers = [re.sub(r"[()]", "", each).replace(" | ", " · ") for each in contract["layers"]]
    page = (ROOT / "docs" / "explanation" / "design.md").read_text(encoding="utf-8")
    assert "```text\n" + "\n".join(layers) + "\n```" in page


def test_each_library_has_its_place() -> None:
    """Each third-party library that the library itself needs is kept in place by a contract."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project, contracts = config["project"], config["tool"]["importlinter"]["contracts"]
    extras = [each for name, each in project["optional-dependencies"].items() if name != "dev"]
    needed = {
        Requirement(each).name for group in (project["dependencies"], *extras) for each in group
    }
    kept = [
        name
        for contract in contracts
        for name in contract.get("protected_modules", contract.get("forbidden_modules", ()))
    ]
    assert needed - {"attrs"} == set(kept) - {"congress_flow", "holidays"}


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("_plugins/_given.py", "import pluggy", "pluggy: _plugins only"),
        ("cli.py", "import rich.table", "typer and rich: cli only"),
        ("_verdict.py", "import congress_flow._demand", FLOORS),
    ],
)
def test_contracts_allow(module: str, line: str, contract: str, tmp_path: Path) -> None:
    """An import that belongs where it stands is left alone by the contract that speaks of it."""
    before = _verdicts(_contracts(ROOT / "src").stdout)
    assert _planted(module, line, tmp_path)[contract] == before[contract]


def test_plugins_use_public_names_only() -> None:
    """Our plugins do nothing that someone else's plugin could not do: no private module."""
    private: list[str] = []
    for path in sorted((ROOT / "plugins").glob("*/src/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and not node.level:
                named = [f"{node.module}.{each.name}" for each in node.names]
            elif isinstance(node, ast.Import):
                named = [each.name for each in node.names]
            else:
                continue
            private += [
                f"{path.relative_to(ROOT)}:{node.lineno}: {name}"
                for name in named
                if name.startswith("congress_flow.") and "._" in name
            ]
    assert not private
