"""What is built is complete: the wheels of core and plugins work without the checkout."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PROJECTS = [ROOT, *sorted(path.parent for path in (ROOT / "plugins").glob("*/pyproject.toml"))]

# Imports what it is told to and prints which file each module of ours came from.
IMPORTER = """
import importlib, sys
site, *names = sys.argv[1:]
sys.path.insert(0, site)
for name in names:
    importlib.import_module(name)
for name, module in sys.modules.items():
    if name.startswith("congress_flow"):
        print(module.__file__)
"""


@pytest.fixture(scope="module", name="wheels")
def built_wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The wheels of core and plugins, by name of the project folder, built as for a release."""
    found: dict[str, Path] = {}
    for project in PROJECTS:
        target = tmp_path_factory.mktemp("wheel")
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", target],
            check=True,
            capture_output=True,
            cwd=project,
        )
        (found[project.name],) = target.glob("*.whl")
    return found


def _declared(project: Path) -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    project_table: dict[str, Any] = table["project"]
    return project_table


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_wheel_holds_the_package_and_nothing_else(project: Path, wheels: dict[str, Path]) -> None:
    """Each module and `py.typed` is in the wheel; tests, docs and stray files are not."""
    (package,) = (path for path in (project / "src").iterdir() if (path / "__init__.py").exists())
    names = zipfile.ZipFile(wheels[project.name]).namelist()
    assert f"{package.name}/py.typed" in names
    assert {str(path.relative_to(project / "src")) for path in package.rglob("*.py")} <= set(names)
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {package.name}


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_wheel_says_what_it_is(project: Path, wheels: dict[str, Path]) -> None:
    """Name, version, licence and a README with something in it arrive in the wheel."""
    archive = zipfile.ZipFile(wheels[project.name])
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    head, _, readme = archive.read(metadata).decode().partition("\n\n")
    declared = _declared(project)
    assert f"Name: {declared['name']}\nVersion: {declared['version']}\n" in head
    assert "License-Expression: MIT\n" in head
    assert len(readme.splitlines()) > 3


def test_wheels_work_without_the_checkout(wheels: dict[str, Path], tmp_path: Path) -> None:
    """Unpacked side by side, the wheels import, entry points included, from nowhere else."""
    names: list[str] = []
    for wheel in wheels.values():
        zipfile.ZipFile(wheel).extractall(tmp_path)
    for found in importlib.metadata.distributions(path=[str(tmp_path)]):
        names += [entry.module for entry in found.entry_points]
    names += [path.parent.name for path in tmp_path.glob("*/py.typed")]
    assert len(names) >= 2 * len(PROJECTS)  # each has a package and an entry point
    done = subprocess.run(
        [sys.executable, "-c", IMPORTER, tmp_path, *names],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert not [
        line for line in done.stdout.splitlines() if not Path(line).is_relative_to(tmp_path)
    ]
