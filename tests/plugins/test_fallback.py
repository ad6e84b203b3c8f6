"""Fallback readings: they hold where a book needs them and nobody else gives any."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from congress_flow import Loaded, PluginState, load
from congress_flow._plugins import Hooks
from tests.plugins.made import Plugins

NEEDS = """
@attrs.frozen
class Open:
    days: int = reading("x.days", TITLE)
needing = Rulebook("needing", Level.CENTRE, title=TITLE, version="1", readings=Open)
@hookimpl
def congress_flow_rulebooks():
    return [needing]
"""
GIVES = """
@hookimpl
def congress_flow_{hook}():
    return [Open(days={days})]
"""


def standing_back(days: int) -> str:
    return GIVES.format(hook="fallback_readings", days=days)


def own(days: int) -> str:
    return GIVES.format(hook="readings", days=days)


def chosen(found: Loaded) -> Any:
    """Return what was chosen for the book that needs a choice."""
    readings: Any = found.shelf.readings["needing"]
    return readings.days


def test_they_hold_where_nobody_gives_any(plugins: Plugins) -> None:
    """A plugin may bring a book and the choices for who makes none."""
    found = load(found=[plugins("a", NEEDS + standing_back(7))])
    assert chosen(found) == 7
    assert [each.days for each in _readings(found)] == [7]
    assert not found.shelf.withheld


@pytest.mark.parametrize("order", [1, -1])
def test_whoever_gives_readings_goes_before_them(plugins: Plugins, order: int) -> None:
    """The choice of an office holds, in whatever order the plugins are found."""
    national = plugins("a", NEEDS + standing_back(7))
    here = plugins("b", f"from {national.value} import Open\n" + own(9))
    found = load(found=[national, here][::order])
    assert chosen(found) == 9
    assert [each.days for each in _readings(found)] == [9]
    assert {report.state for report in found.reports} == {PluginState.USED}


def test_without_the_book_they_wait(plugins: Plugins) -> None:
    """They are no readings of no book: a plugin may have some for a book that is not in use."""
    national = plugins("a", NEEDS)
    there = plugins("b", f"from {national.value} import Open\n" + standing_back(7))
    found = load(["b"], found=[national, there])
    assert {report.name: report.state for report in found.reports} == {
        "a": PluginState.NOT_CHOSEN,
        "b": PluginState.USED,
    }
    assert found.readings == ()
    assert chosen(load(found=[national, there])) == 7


def test_between_two_nobody_may_choose(plugins: Plugins) -> None:
    """Two that stand back are two choices for one book: it is refused, until somebody decides."""
    national = plugins("a", NEEDS)
    there, here = (
        plugins(name, f"from {national.value} import Open\n" + standing_back(days))
        for name, days in (("b", 7), ("c", 9))
    )
    found = load(found=[national, there, here])
    (refused,) = [report for report in found.reports if report.state is PluginState.REFUSED]
    assert (refused.name, len(refused.problems)) == ("a", 1)
    assert "needing needs one Open" in refused.problems[0].text.en
    assert found.shelf.withheld
    decided = plugins("d", f"from {national.value} import Open\n" + own(8))
    assert chosen(load(found=[national, there, here, decided])) == 8


def test_of_anothers_book_nobody_decides(plugins: Plugins) -> None:
    """Stood in for by another plugin, a book asks and guards nothing; by its own, it guards."""
    national = plugins("a", NEEDS)
    there = plugins("b", f"from {national.value} import Open\n" + standing_back(7))
    assert load(found=[national, there]).shelf.asking == {"needing"}
    assert load(found=[plugins("c", NEEDS + standing_back(7))]).shelf.asking == frozenset()
    here = plugins("d", f"from {national.value} import Open\n" + own(8))
    assert load(found=[national, there, here]).shelf.asking == frozenset()


def test_what_is_no_reading_is_refused(plugins: Plugins) -> None:
    """The hook gives attrs values of a class of their own and nothing else."""
    found = load(found=[plugins("a", NEEDS + standing_back(7).replace("Open(days=7)", "7"))])
    (report,) = found.reports
    assert report.state is PluginState.REFUSED
    reasons = [problem.text.en for problem in report.problems]
    assert "congress_flow_fallback_readings: returned int, which is no attrs" in reasons


def _readings(found: Loaded) -> list[Any]:
    return list(found.readings)


def test_every_hook_is_told_to_who_writes_a_plugin() -> None:
    """The guide names each hook, and none that there is not."""
    page = Path(__file__).parents[2] / "docs" / "how-to" / "write-a-plugin.md"
    told = set(re.findall(r"^\| `(congress_flow_\w+)` \|", page.read_text("utf-8"), re.MULTILINE))
    assert told == {name for name in vars(Hooks) if name.startswith("congress_flow_")}
