"""Optional books: they stand ready and not on the shelf, and must be able to stand there."""

from __future__ import annotations

from congress_flow import Loaded, PluginState, load
from tests.plugins.made import GIVES_ITS_BOOK, Plugins

PROVINCE = """
local = Rulebook({name!r}, Level.PROVINCE, title=TITLE, version="1", tightens=({tightens!r},))
@local.rule(meet, cites=CITED, title=TITLE)
def stricter(case, act):
    return ()
@hookimpl
def congress_flow_optional_books():
    return [local]
"""


def province(name: str, tightens: str) -> str:
    """Return the source of a plugin that gives its book, and an optional one that tightens."""
    return GIVES_ITS_BOOK + PROVINCE.format(name=name, tightens=tightens)


def reasons(found: Loaded) -> list[str]:
    """Return in English why plugins were refused."""
    return [problem.text.en for report in found.reports for problem in report.problems]


def test_an_optional_book_stands_ready(plugins: Plugins) -> None:
    """It is not on the shelf; all of them come in the order of their ids."""
    found = load(
        found=[plugins("a", province("ha-tinh", "a")), plugins("b", province("an-giang", "a"))]
    )
    assert [book.id for book in found.shelf.books] == ["a", "b"]
    assert [book.id for book in found.optional] == ["an-giang", "ha-tinh"]
    assert not found.shelf.withheld


def test_a_plugin_may_give_nothing_else(plugins: Plugins) -> None:
    """A province's plugin may have optional books alone."""
    source = PROVINCE.format(name="ha-tinh", tightens="a")
    found = load(found=[plugins("a"), plugins("b", source)])
    assert [book.id for book in found.optional] == ["ha-tinh"]
    assert {report.state for report in found.reports} == {PluginState.USED}


def test_an_optional_book_must_be_able_to_stand(plugins: Plugins) -> None:
    """Without the book that it tightens its plugin is refused, and the shelf withholds."""
    found = load(found=[plugins("a", province("ha-tinh", "vn-x"))])
    assert reasons(found) == ["ha-tinh tightens vn-x, which is absent"]
    assert not found.optional
    assert found.shelf.withheld


def test_no_book_may_rest_on_an_optional_one(plugins: Plugins) -> None:
    """A book of the shelf that tightens what stands there only sometimes is refused."""
    on_it = """
local = Rulebook("district", Level.COMMUNE, title=TITLE, version="1", tightens=("ha-tinh",))
@hookimpl
def congress_flow_rulebooks():
    return [local]
"""
    found = load(found=[plugins("a", province("ha-tinh", "a")), plugins("b", on_it)])
    assert reasons(found) == ["district tightens ha-tinh, which is absent"]


def test_two_books_of_one_name(plugins: Plugins) -> None:
    """An optional book shares its name with no other, optional or not."""
    twice = [plugins("a", province("x", "a")), plugins("b", province("x", "a"))]
    assert reasons(load(found=twice)) == ["Rulebook x is given more than once"] * 2
    as_book = [plugins("a"), plugins("b", province("a", "a"))]
    assert reasons(load(found=as_book)) == ["Rulebook a is given more than once"] * 2


def test_readings_of_an_optional_book_wait_with_it(plugins: Plugins) -> None:
    """They are given to nobody else, and are no readings of no book."""
    source = """
@attrs.frozen
class Open:
    days: int = reading("x.days", TITLE)
local = Rulebook("ha-tinh", Level.PROVINCE, title=TITLE, version="1", readings=Open)
@hookimpl
def congress_flow_optional_books():
    return [local]
@hookimpl
def congress_flow_readings():
    return [Open(days=45)]
"""
    found = load(found=[plugins("a", GIVES_ITS_BOOK + source)])
    assert [type(each).__name__ for each in found.readings] == ["Open"]
    assert found.shelf.readings == {"a": None}
    lacking = source.replace("return [Open(days=45)]", "return []")
    refused = load(found=[plugins("a", GIVES_ITS_BOOK + lacking)])
    assert reasons(refused) == ["ha-tinh needs one Open (the readings of its open points), got 0"]


def test_what_is_no_book_is_refused(plugins: Plugins) -> None:
    """The hook gives rulebooks and nothing else."""
    source = """
@hookimpl
def congress_flow_optional_books():
    return ["ha-tinh"]
"""
    found = load(found=[plugins("a", source)])
    assert reasons(found) == ["congress_flow_optional_books: returned str, which is no Rulebook"]
