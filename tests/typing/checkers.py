"""Asks mypy and pyright, both strict, which lines of some files they reject.

A line that ends in `# expect-error` (a reason may follow after a colon) must be rejected by both; a
line that does not must be accepted by both.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[2]
CHECKERS: Final = ("mypy", "pyright")

_EXPECTED: Final = re.compile(r"# expect-error(: .+)?$")

# A place is a file and a line, counted from 1.
Place = tuple[Path, int]
Rejections = Mapping[Place, str]


def expected(files: Iterable[Path]) -> frozenset[Place]:
    """Return the lines of *files* that are marked as wrong."""
    return frozenset(
        (file, number)
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if _EXPECTED.search(line)
    )


def rejected(checker: str, files: Iterable[Path], scratch: Path) -> Rejections:
    """Return the lines that *checker*, one of `CHECKERS`, rejects, with what it says of them."""
    run = {"mypy": _mypy, "pyright": _pyright}[checker]
    found: dict[Place, str] = {}
    for place, message in run(sorted(files), scratch):
        found[place] = f"{found[place]}; {message}" if place in found else message
    return found


def complaints(checker: str, files: Iterable[Path], scratch: Path) -> list[str]:
    """Return each line at which *checker* and the marks disagree; empty where all is well."""
    files = sorted(files)
    marked, found = expected(files), rejected(checker, files, scratch)
    return [
        *(
            f"{file.name}:{line}: {checker} accepts what it should reject"
            for file, line in sorted(marked - found.keys())
        ),
        *(
            f"{file.name}:{line}: {checker} rejects what it should accept: {found[file, line]}"
            for file, line in sorted(found.keys() - marked)
        ),
    ]


def _mypy(files: list[Path], scratch: Path) -> Iterator[tuple[Place, str]]:
    """Yield what mypy rejects, by the configuration of the project."""
    output = _output(
        "mypy",
        "--config-file",
        str(ROOT / "pyproject.toml"),
        "--cache-dir",
        str(scratch / "mypy"),
        "--output",
        "json",
        *map(str, files),
    )
    for line in output.splitlines():
        said: dict[str, Any] = json.loads(line)
        if said["severity"] == "error":
            yield ((ROOT / said["file"]).resolve(), said["line"]), said["message"]


def _pyright(files: list[Path], scratch: Path) -> Iterator[tuple[Place, str]]:
    """Yield what pyright rejects in strict mode, with our packages read from this checkout."""
    folder = scratch / "pyright"  # pyright reads only what lies below its configuration
    folder.mkdir(exist_ok=True)
    copies = {(folder / file.name).resolve(): file for file in files}
    for copy, file in copies.items():
        shutil.copyfile(file, copy)
    sources = [ROOT / "src", *sorted((ROOT / "plugins").glob("*/src"))]
    config = {
        "include": [copy.name for copy in copies],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "extraPaths": [str(path) for path in sources],
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(config), encoding="utf-8")
    output = _output(
        "pyright", "--project", str(folder), "--pythonpath", sys.executable, "--outputjson"
    )
    report: dict[str, Any] = json.loads(output)
    if report["summary"]["filesAnalyzed"] != len(files):
        raise RuntimeError(f"pyright did not read all of {', '.join(map(str, files))}")
    for said in report["generalDiagnostics"]:
        if said["severity"] != "information":
            line: int = said["range"]["start"]["line"] + 1
            yield (copies[Path(said["file"]).resolve()], line), said["message"]


def _output(program: str, *arguments: str) -> str:
    """Return what a checker prints. One that could not do its work is an error, not a verdict."""
    done = subprocess.run(
        [Path(sys.executable).with_name(program), *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=os.environ | {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
    )
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"{program} failed:\n{done.stdout}{done.stderr}")
    return done.stdout
