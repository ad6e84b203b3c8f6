"""The digest of a book: whatever could change what it asks for changes it, and nothing else."""

from __future__ import annotations

import importlib
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

from congress_flow import (
    Case,
    Confidence,
    Demand,
    InForce,
    Level,
    Rulebook,
    Severity,
    Text,
    at_least,
    at_most,
    reading,
)
from tests.core.books import LASTING, LOCAL, NEW, OLD, WORDS, Met, book_of, hold

RULES = """
from congress_flow import Level, Rulebook, at_least
from lawbook.tables.figures import LEAST
from tests.core.books import OLD, WORDS, hold

book = Rulebook("lawbook", Level.CENTRE, title=WORDS, version="1")

@book.rule(hold, cites=OLD.at("1"), title=WORDS)
def enough(case, met):
    return at_least(met.present, LEAST)
"""
FIGURES = "LEAST = 3\n"


def write(folder: Path, files: dict[str, str]) -> None:
    """Write the modules of a package called `lawbook`."""
    for name, text in files.items():
        path = folder / "lawbook" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


PACKAGE = {
    "__init__.py": "",
    "rules.py": RULES,
    "tables/__init__.py": "",
    "tables/figures.py": FIGURES,
}


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], str]]:
    """Give a function that imports `lawbook` anew from a place and returns its book's digest."""
    monkeypatch.setattr(sys, "path", list(sys.path))

    def forget() -> None:
        for name in [name for name in sys.modules if name.partition(".")[0] == "lawbook"]:
            del sys.modules[name]
        importlib.invalidate_caches()

    def take(place: Path) -> str:
        forget()
        sys.path.insert(0, str(place))
        book: Rulebook[None] = importlib.import_module("lawbook.rules").book
        sys.path.remove(str(place))
        return book.sha256

    yield take
    forget()


def test_the_whole_package_counts(taken: Callable[[Path], str], tmp_path: Path) -> None:
    """A figure in a table far from the rules, a module more, a module gone: another digest.

    Elsewhere, with the ends of lines of another system, it is the same.
    """
    here, there = tmp_path / "here", tmp_path / "there"
    write(here, PACKAGE)
    first = taken(here)
    write(there, {name: text.replace("\n", "\r\n") for name, text in PACKAGE.items()})
    assert taken(there) == first
    changed = [
        {"tables/figures.py": "LEAST = 5\n"},
        {"more.py": ""},
        {"rules.py": RULES.replace("at_least", "at_most")},
        {"tables/__init__.py": "# a remark\n"},
    ]
    digests = {first}
    for number, change in enumerate(changed):
        place = tmp_path / str(number)
        write(place, PACKAGE | change)
        digests.add(taken(place))
    assert len(digests) == 1 + len(changed)


def test_modules_in_a_folder_count_together(taken: Callable[[Path], str], tmp_path: Path) -> None:
    """Where the author forgot the `__init__` of the package, its tables count all the same."""
    bare = {name: text for name, text in PACKAGE.items() if not name.endswith("__init__.py")}
    write(tmp_path / "one", bare)
    write(tmp_path / "two", bare | {"tables/figures.py": "LEAST = 5\n"})
    assert taken(tmp_path / "one") != taken(tmp_path / "two")


def test_a_single_module_counts_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A book in one file beside others has the digest of that file."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    source = RULES.replace("from lawbook.tables.figures import LEAST", "LEAST = 3")
    file = tmp_path / "lonely_book.py"
    file.write_text(source, encoding="utf-8")
    book: Rulebook[None] = importlib.import_module("lonely_book").book
    first = book.sha256
    (tmp_path / "another.py").write_text("LEAST = 4", encoding="utf-8")
    assert book.sha256 == first
    file.write_text(source.replace("LEAST = 3", "LEAST = 4"), encoding="utf-8")
    assert book.sha256 != first
    file.unlink()  # no source any more: now the code counts
    unread = book.sha256
    file.mkdir()  # what is there cannot be read
    assert book.sha256 == unread != first
    book.close()
    file.rmdir()
    assert book.sha256 == unread


def test_a_book_in_an_archive_has_a_digest(taken: Callable[[Path], str], tmp_path: Path) -> None:
    """Where modules are no files, the code of the functions tells the books apart."""

    def packed(name: str, change: dict[str, str]) -> str:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            for module, text in (PACKAGE | change).items():
                archive.writestr(f"lawbook/{module}", text)
        return taken(path)

    first = packed("a.zip", {})
    assert packed("b.zip", {"more.py": ""}) == first
    assert packed("c.zip", {"rules.py": RULES.replace("at_least", "at_most")}) != first
    assert packed("d.zip", {"tables/figures.py": "LEAST = 5"}) != first


TYPED = """
LEAST = 3
def shared(number):
    return [each for each in range(number + 7)]
def again(number):
    return again(number - 1) if number else shared(0)
def rule(case, met):
    limit = LEAST + 11
    def inner():
        return limit, 13, again(2)
    return at_least(met.present, len(str(inner())))
"""


def typed(source: str) -> str:
    """Return the digest of a book whose rule was typed at a prompt."""
    names: dict[str, Any] = {"__name__": "__typed__", "at_least": at_least, "at_most": at_most}
    exec(source, names)  # noqa: S102 - as a prompt does
    book: Rulebook[None] = Rulebook("typed", Level.CENTRE, title=WORDS, version="1")
    book.rule(hold, cites=OLD.at("1"), title=WORDS)(names["rule"])
    return book.sha256


def test_rules_without_a_file_have_a_digest() -> None:
    """Of rules typed at a prompt the code counts, that of what they use there, and its figures."""
    assert typed(TYPED) == typed(TYPED)
    changes = [("= 3", "= 4"), ("7", "8"), ("11", "12"), ("13", "14"), ("again(2)", "again(3)")]
    changes += [("(0)", "(1)"), ("return at_least", "return at_most")]
    for old, new in changes:
        assert old in TYPED
        assert typed(TYPED.replace(old, new)) != typed(TYPED), old


def told(**said: Any) -> str:
    """Return the digest of a book of one rule, with something said of the book or of the rule."""
    of_book = {
        name: said.pop(name)
        for name in ("id", "level", "title", "version", "readings", "tightens", "instruments")
        if name in said
    }
    made: dict[str, Any] = {"id": "b", "level": Level.CENTRE, "title": WORDS, "version": "1"}
    book: Rulebook[Any] = Rulebook(**(made | of_book))
    repeal = said.pop("repeal", None)
    of_rule: dict[str, Any] = {"cites": OLD.at("1"), "title": WORDS}
    of_rule |= {name.removeprefix("rule_"): value for name, value in said.items()}
    book.rule(hold, **of_rule)(content)
    if repeal is not None:
        book.repeal("x/y", **repeal)
    return book.sha256


def content(case: Case[str], met: Met) -> tuple[Demand, ...]:
    """Ask for nothing."""
    del case, met
    return ()


@attrs.frozen
class Open:
    """One open point."""

    least: int = reading("meeting.least", Text("ít nhất", "at least"))


OTHER = Text("chữ khác", "other words")
SINCE = date(2021, 1, 1)
FACTS: dict[str, dict[str, Any]] = {
    "name": {"id": "c"},
    "level": {"level": Level.PROVINCE},
    "title in one language": {"title": Text(WORDS.vi, "other")},
    "version": {"version": "2"},
    "readings": {"readings": Open},
    "tightens": {"tightens": ("x",)},
    "instruments": {"instruments": (LASTING,)},
    "an instrument listed again": {"instruments": (OLD,)},
    "replaces": {"instruments": (attrs.evolve(LASTING, replaces=(LOCAL,)),)},
    "replaces with dates": {
        "instruments": (
            attrs.evolve(LASTING, replaces=(attrs.evolve(LOCAL, in_force=InForce(SINCE)),)),
        )
    },
    "days of an instrument": {"instruments": (attrs.evolve(LASTING, in_force=InForce(SINCE)),)},
    "level of an instrument": {"instruments": (attrs.evolve(LASTING, level=Level.CELL),)},
    "severity": {"severity": Severity.WARNS},
    "title of the rule": {"rule_title": OTHER},
    "subject": {"subject": "another"},
    "encodes": {"encodes": ("x.limit",)},
    "days": {"in_force": InForce(SINCE)},
    "place": {"cites": OLD.at("2")},
    "grade": {"cites": OLD.at("1", Confidence.REPORTED)},
    "instrument": {"cites": NEW.at("1")},
    "citations": {"cites": (OLD.at("1"), NEW.at("1"))},
    "repeal": {"repeal": {"since": SINCE, "cites": NEW.at("1")}},
    "day of a repeal": {"repeal": {"since": date(2022, 1, 1), "cites": NEW.at("1")}},
    "citation of a repeal": {"repeal": {"since": SINCE, "cites": NEW.at("2")}},
}


def test_all_that_a_book_says_counts() -> None:
    """Every fact of a book, its rules, repeals and instruments changes the digest."""
    digests = {name: told(**said) for name, said in {"nothing": {}, **FACTS}.items()}
    twins = [(one, other) for one in digests for other in digests if digests[one] == digests[other]]
    assert twins == [(name, name) for name in digests]
    assert told() == told()


def closing(value: Any) -> str:
    """Return the digest of a book whose rule closes over *value*."""
    book: Rulebook[None] = Rulebook("b", Level.CENTRE, title=WORDS, version="1")

    def rule(case: Case[str], met: Met) -> Demand:
        """Look at the value."""
        del case
        return at_least(met.present, 1 if value else 2)

    book.rule(hold, cites=OLD.at("1"), title=WORDS)(rule)
    return book.sha256


class Plain:
    """Something without words of its own."""


def in_itself(number: int) -> list[Any]:
    """Return a list that holds itself."""
    made: list[Any] = [number]
    made.append(made)
    return made


def reaching(number: int) -> Callable[[], int]:
    """Return a function that has a figure of its own."""

    def reach(more: int = number, *, and_more: int = number) -> int:
        return more + and_more

    return reach


PAIRS: dict[str, Callable[[int], Any]] = {
    "number": lambda number: number,
    "text": str,
    "fraction": lambda number: Fraction(1, number),
    "day": lambda number: date(2020, 1, number),
    "level": lambda number: list(Level)[number],
    "tuple": lambda number: (1, (number,)),
    "table": lambda number: {"least": number},
    "set": lambda number: frozenset({"b", "a", str(number)}),
    "value": lambda number: Open(least=number),
    "class": lambda number: (int, str, Open)[number % 3],
    "module": lambda number: (sys, importlib, attrs)[number % 3],
    "function": reaching,
    "functions": lambda number: [reaching(number)] * 2,
    "function of the library": lambda number: (at_least, at_most)[number % 2],
    "in itself": in_itself,
}


@pytest.mark.parametrize("name", PAIRS)
def test_what_a_rule_closes_over_counts(name: str) -> None:
    """Two rules of one text that were made with different figures are two."""
    make = PAIRS[name]
    assert closing(make(3)) == closing(make(3))
    assert closing(make(3)) != closing(make(4))


def test_a_thing_without_words_does_not_count() -> None:
    """Its place in memory is another in each process: it is told by its class alone."""
    assert closing(Plain()) == closing(Plain())


def test_the_same_book_has_the_same_digest() -> None:
    """The same figures give the same digest; another one, or another text, gives another."""
    assert book_of("b", OLD, 1).sha256 == book_of("b", OLD, 1).sha256
    assert book_of("b", OLD, 1).sha256 != book_of("b", OLD, 2).sha256
    assert book_of("b", OLD, 1).sha256 != book_of("b", NEW, 1).sha256
