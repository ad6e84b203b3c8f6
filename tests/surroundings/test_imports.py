"""The import contracts of pyproject.toml hold, and would notice if they did not."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


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


def test_contracts_hold() -> None:
    """Imports point down only, and each third-party library is imported in its one module."""
    done = _contracts(ROOT / "src")
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("_text.py", "import congress_flow._demand", "Imports point down only"),
        ("_calendar.py", "import congress_flow.errors, congress_flow._figures", "siblings"),
        ("_homeless.py", "import attrs", "Imports point down only"),
        ("_shelf.py", "import transitions", "transitions: _kernel only"),
        ("_engine.py", "import congress_flow", "public face"),
        ("_engine.py", "import congress_flow_vn_2020", "The library knows no plugin"),
    ],
)
def test_contracts_bite(module: str, line: str, contract: str, tmp_path: Path) -> None:
    """One forbidden import, planted in a copy of the library, breaks the contract it offends."""
    shutil.copytree(ROOT / "src" / "congress_flow", tmp_path / "congress_flow")
    with (tmp_path / "congress_flow" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = _contracts(tmp_path)
    broken = [each for each in done.stdout.splitlines() if " BROKEN" in each]
    assert done.returncode != 0
    assert any(contract in each for each in broken), done.stdout


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
