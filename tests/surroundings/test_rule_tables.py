"""Each plugin's README shows the rules and readings that the plugin has."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_flow import load
from tests.surroundings.rule_tables import grades, pages

WANTED = dict(pages())


@pytest.mark.parametrize("readme", WANTED, ids=lambda path: path.parent.name)
def test_readme_shows_the_rules_in_use(readme: Path) -> None:
    """The table is what the book holds; `python -m tests.surroundings.rule_tables` writes it."""
    assert readme.read_text(encoding="utf-8") == WANTED[readme]


def test_every_duty_stands_in_a_readme() -> None:
    """A limit in time is law as a rule is: each of them is shown, with what it cites."""
    duties = [duty for book in load().shelf.books for duty in book.duties]
    assert len(duties) > 30
    pages_of = "".join(WANTED.values())
    for duty in duties:
        assert f"| `{duty.id.split('/', 1)[1]}` | {duty.title.vi} / " in pages_of


def test_grades_are_shown_as_they_are() -> None:
    """No book claims to have verified everything: reported and assumed rules are marked so."""
    book = next(book for book in load().shelf.books if book.id == "vn-2020")
    assert sum(grades(book).values()) == len(book.rules) + len(book.duties)
    assert len([count for count in grades(book).values() if count]) > 1
