"""What lies in the checkout is fit to be published."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SELF = Path(__file__).relative_to(ROOT)

# In pieces, so that this file names none itself.
REGISTRIES = ["".join(parts) for parts in (("py", "pi"), ("python", "hosted"), ("npm", "js"))]
# What would tie the project to one machine or one package index.
FOREIGN = re.compile(
    r"/(?:root|home|work|opt|Users)/\w"  # somebody's folders
    rf"|(?:{'|'.join(REGISTRIES)}|debian|crates)\.(?:org|com)"
    r"|--(?:extra-)?index-url|--find-links|--trusted-host|file:///",
    re.IGNORECASE,
)


def _tracked() -> list[Path]:
    """Return the files that belong to the project, as paths from the checkout."""
    done = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 - git is found as the user finds it
        check=True,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    return [Path(name) for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("see /home/someone/notes", True),
        ("pip install --index-url X", True),
        (f"https://{REGISTRIES[0]}.org/simple", True),
        ("a ratio of 12/12 cells, and/or more", False),
        ("docs/examples/thai-binh-2020.toml", False),
        ("#!/usr/bin/env bash", False),
    ],
)
def test_foreign_is_recognised(line: str, foreign: bool) -> None:  # noqa: FBT001 - a table
    """The pattern finds what it should and leaves ordinary text alone."""
    assert bool(FOREIGN.search(line)) is foreign


def test_nothing_of_this_machine() -> None:
    """No tracked file holds a path of somebody's machine or the address of a package registry."""
    found: list[str] = []
    files = [path for path in _tracked() if path != SELF]
    assert files
    for path in files:
        lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
        found += [f"{path}:{n}: {line}" for n, line in enumerate(lines, 1) if FOREIGN.search(line)]
    assert not found


def test_nothing_generated_is_tracked() -> None:
    """Caches, builds and environments stay out of the repository."""
    generated = {"__pycache__", ".venv", "build", "dist", ".hypothesis", "htmlcov"}
    assert not [path for path in _tracked() if generated & set(path.parts)]


def test_top_level_is_as_agreed() -> None:
    """Nothing lies at the top of the checkout without a reason."""
    assert {path.parts[0] for path in _tracked()} <= {
        ".ci",
        ".gitignore",
        "CHANGELOG.md",
        "LICENSE",
        "Makefile",
        "README.md",
        "changelog.d",
        "constraints.txt",
        "docs",
        "plugins",
        "pyproject.toml",
        "src",
        "tests",
    }


def test_every_plugin_is_looked_after() -> None:
    """Coverage, both type checkers, ruff and the import contracts know each plugin of ours."""
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    packages = [path.parent.relative_to(ROOT) for path in ROOT.glob("plugins/*/src/*/__init__.py")]
    assert packages
    for package in packages:
        folder = str(package.parent)
        assert str(package) in tool["coverage"]["run"]["source"]
        assert f"$MYPY_CONFIG_FILE_DIR/{folder}" in tool["mypy"]["mypy_path"]
        assert folder in tool["pyright"]["extraPaths"]
        assert package.name in tool["importlinter"]["root_packages"]
        assert package.name in tool["ruff"]["lint"]["isort"]["known-first-party"]


def test_changelog_can_be_written() -> None:
    """Each fragment of the changelog is of a known kind, and towncrier can collect them."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    kinds = [each["directory"] for each in config["tool"]["towncrier"]["type"]]
    assert kinds[0] == "law"
    fragments = [path for path in _tracked() if path.parts[0] == "changelog.d"]
    strange = [path for path in fragments if path.suffixes[-2:-1] not in ([f".{k}"] for k in kinds)]
    assert not strange
    done = subprocess.run(
        [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "next"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
