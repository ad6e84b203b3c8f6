"""Plugins made up for the tests: importable modules, and the entry points that lead to them."""

from __future__ import annotations

import importlib
import itertools
from importlib.metadata import EntryPoint
from pathlib import Path
from textwrap import dedent
from typing import Any

import attrs

HEAD = """
from __future__ import annotations
from datetime import date
import attrs
import pluggy
from congress_flow import *
from congress_flow import hookimpl, reading
from tests.ledger.small import CITED, TITLE, meet, slate
raw = pluggy.HookimplMarker("congress_flow")
book = Rulebook({name!r}, Level.CENTRE, title=TITLE, version="1")
@book.rule(meet, cites=CITED, title=TITLE)
def rule_of_{word}(case, act):
    return ()
"""
GIVES_ITS_BOOK = """
@hookimpl
def congress_flow_rulebooks():
    return [book]
"""


_NUMBERS = itertools.count()  # so that no test meets the module of another


class Plugins:
    """A folder of modules that can be imported, and a way to an entry point for each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, name: str, source: str = GIVES_ITS_BOOK, *, attr: str = "") -> EntryPoint:
        """Write a module and return the entry point of a plugin *name* that leads to it."""
        module = f"plugin_{next(_NUMBERS)}_{name.replace('-', '_')}"
        words = HEAD.format(name=name, word=name.replace("-", "_")) + dedent(source)
        (self._folder / f"{module}.py").write_text(words, encoding="utf-8")
        importlib.invalidate_caches()
        value = f"{module}:{attr}" if attr else module
        return EntryPoint(name=name, value=value, group="congress_flow")


@attrs.frozen
class Dist:
    """A distribution, as far as the loader looks at one."""

    version: str


@attrs.frozen
class Point:
    """An entry point that gives what it is told to, or raises it."""

    name: str
    given: Any = None
    dist: Dist | None = None

    def load(self) -> Any:
        """Return what was told, or raise it."""
        if isinstance(self.given, BaseException):
            raise self.given
        return self.given
