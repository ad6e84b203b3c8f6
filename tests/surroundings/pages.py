"""Runs a page of the documentation: every block of code in it, from top to bottom.

What a fence says decides what becomes of its block:

`python`
    Run in one namespace per page. Blocks that start with `>>>` are doctests.
`console`
    Lines that start with `$ ` are commands for the shell; what follows is what they must print,
    error output included. A line `...` stands for any lines. Exit status 0, unless the page itself
    goes on: `$ congress-flow review bad.toml; echo $?`.
`toml`, `json`
    Must parse.
`sh`
    Set-up that a test cannot repeat. Each `make` in it must name a target of the Makefile.
`text`, `mermaid`
    For reading only.

A fence with a title (three backticks, then `python title="rules.py"`) is a file: it is written to
the scratch folder in which all blocks of the page run, and used by later blocks. In that folder
`docs` leads to the documentation, so that pages name the examples as a reader in the checkout does.
Any other fence is an error, and so is a titled file that no later block uses.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import TYPE_CHECKING, Final

from sybil import Document
from sybil.evaluators.doctest import DocTestEvaluator
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.abstract.doctest import DocTestStringParser
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sybil import Example, Region

ROOT: Final = Path(__file__).parents[2]
PAGES: Final = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

_SECONDS: Final = 120
_INFO: Final = re.compile(r'(?P<language>\S*)(?:[ \t]+title="(?P<title>[^"\n]+)")?[ \t]*\n')
_BLOCKS: Final = RawFencedCodeBlockLexer(_INFO)
_ANY_FENCE: Final = RawFencedCodeBlockLexer(re.compile(r"[^\n]*\n"))


class PageError(AssertionError):
    """A page does not do what it says."""


def run(page: Path, scratch: Path) -> dict[str, int]:
    """Run *page* in the folder *scratch*; return how many blocks of each language it holds."""
    document = Document.parse(str(page), _Parser(scratch))
    _no_strange_fence(document)
    if not (scratch / "docs").exists():
        (scratch / "docs").symlink_to(ROOT / "docs")
    # A real module, so that classes and annotations of the page are resolved as in any file.
    module = ModuleType(f"page_{page.stem.replace('-', '_')}")
    document.namespace = module.__dict__
    sys.modules[module.__name__] = module
    count: dict[str, int] = {}
    try:
        for example in document:
            language = example.region.lexemes["language"]
            count[language] = count.get(language, 0) + 1
            try:
                example.evaluate()
            except Exception as error:
                error.add_note(f"in {page.name}, line {example.line}")
                raise
    finally:
        del sys.modules[module.__name__]
    return count


class _Parser:
    """Finds the blocks of a page and gives each the evaluator of its language."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = scratch
        self.doctests = DocTestStringParser(DocTestEvaluator(ELLIPSIS))

    def __call__(self, document: Document) -> Iterator[Region]:
        regions = list(_BLOCKS(document))
        for place, region in enumerate(regions):
            language, title = region.lexemes["language"], region.lexemes["title"]
            source = region.lexemes["source"]
            region.parsed = source
            if title:
                region.evaluator = self._writer(
                    title, [r.lexemes["source"] for r in regions[place:]]
                )
                yield region
            elif language == "python" and source.startswith(">>>"):
                for part in self.doctests(source, document.path):
                    part.adjust(region, source)
                    part.lexemes["language"] = language
                    yield part
            else:
                region.evaluator = self._evaluator(language)
                yield region

    def _evaluator(self, language: str) -> Callable[[Example], None]:
        known: Mapping[str, Callable[[Example], None]] = {
            "python": PythonEvaluator(),
            "console": self._console,
            "toml": lambda example: void(tomllib.loads(example.parsed)),
            "json": lambda example: void(json.loads(example.parsed)),
            "sh": _set_up,
            "text": void,
            "mermaid": void,
        }
        if language not in known:
            raise PageError(f"a block of {language or 'no language'}: known are {', '.join(known)}")
        return known[language]

    def _writer(self, title: str, sources: list[str]) -> Callable[[Example], None]:
        own, *later = sources
        path = PurePosixPath(title)
        if path.is_absolute() or ".." in path.parts:
            raise PageError(f"{title} would be written outside of the scratch folder")

        def write(example: Example) -> None:
            if path.suffix == ".py":
                compile(own, title, "exec")
            if not any(path.stem in source for source in later):
                raise PageError(f"no later block uses {title}")
            target = self.scratch / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(example.parsed, encoding="utf-8")

        return write

    def _console(self, example: Example) -> None:
        commands = list(_commands(example.parsed))
        if not commands:
            raise PageError("a console block without a command: no line starts with `$ `")
        for command, expected in commands:
            done = subprocess.run(  # noqa: S602 - the page shows what a reader types into a shell
                command,
                shell=True,
                cwd=self.scratch,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                timeout=_SECONDS,
                check=False,
            )
            got = _trimmed(done.stdout)
            if done.returncode:
                raise PageError(f"`{command}` ended with status {done.returncode}:\n{got}")
            if not OutputChecker().check_output(expected, got, ELLIPSIS):
                raise PageError(f"`{command}` should print\n{expected}\nbut printed\n{got}")


def void(_: object) -> None:
    """Nothing more is asked of a block."""


def _commands(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block with what it must print."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, printed = part.replace("\\\n", "\0").partition("\n")
        yield command.replace("\0", "\\\n"), _trimmed(printed.replace("\0", "\\\n"))


def _trimmed(printed: str) -> str:
    """Return *printed* without blanks at the ends of lines and empty lines at its end."""
    lines = "\n".join(line.rstrip() for line in printed.splitlines()).rstrip("\n")
    return f"{lines}\n" if lines else ""


def _environment() -> dict[str, str]:
    """Return the surroundings of a command: this interpreter's programs, plain output."""
    kept = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    return kept | {
        "PATH": programs,
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }


def _set_up(example: Example) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    for named in re.findall(r"\bmake ([a-z]+)", example.parsed):
        if named not in targets:
            raise PageError(f"the Makefile has no target {named}")


def _no_strange_fence(document: Document) -> None:
    """Refuse fences whose first line this runner does not understand, lest they go unrun."""
    read = {region.start for region in _BLOCKS(document)}
    for region in _ANY_FENCE(document):
        if region.start not in read:
            line = document.text.count("\n", 0, region.start) + 1
            raise PageError(f"{document.path}, line {line}: a fence that cannot be read")
