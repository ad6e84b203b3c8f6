"""A copy of the dossier of 2025 with one fact changed is refused, by the rule whose fact it is.

The rules are enumerated from the book. Where the record cannot show one by a changed fact, a rule
of this term has a test of its own; what is merely carried over asks what the older one asks, and
that has its planted fact already.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from congress_flow import Engine, Severity, load
from congress_flow.dossier import read
from congress_flow_vn_2020.rules import book as older_book
from congress_flow_vn_2025.rules import book
from tests.planted.planting import (
    Moment,
    Planted,
    added,
    copies,
    left_out,
    moments,
    side_ways,
    subjects_of,
)

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "examples" / "phuong-mau-2025.toml"
LOADED = load(names=("vn-2020", "thai-binh-2020", "vn-2025"))
ENGINE = Engine(LOADED.shelf)
BLOCKING = {rule.id: rule for rule in book.rules if rule.severity is Severity.BLOCKS}
_OLDER = {(rule.function.__code__, rule.title, rule.severity) for rule in older_book.rules}
# Changed or new: no older rule that refuses asks the same in the same words.
OWN = {
    name
    for name, rule in BLOCKING.items()
    if (rule.function.__code__, rule.title, rule.severity) not in _OLDER
}
# Under each of the two directives, on the day of the congress, and after the Charter rules changed.
OTHER_DAYS = (date(2025, 1, 21), date(2025, 4, 21), date(2025, 6, 12), date(2025, 7, 7))
# What the record of one ordinary congress cannot show by one changed fact: another level, another
# day. Each is planted by hand in the tests of the plugin, which name the rule.
BY_HAND = ROOT / "plugins" / "vn-2025" / "tests"


@cache
def planted() -> Planted:
    """Make and judge the copies, once for this file; a rule's search stops when it has spoken."""
    seen = Planted(ENGINE, breached=OWN)
    every = tuple(moments(read(FILE, LOADED.procedures), ENGINE, date(2025, 12, 31)))
    for moment in every:
        seen.search(_asked(moment) - seen.found.keys(), moment, copies, left_out)
        seen.search(_drawn(moment) - seen.found.keys(), moment, added)
    subjects = subjects_of(every)
    for name in sorted(BLOCKING.keys() - seen.found.keys()):
        for copy in side_ways(BLOCKING[name], subjects, OTHER_DAYS):
            seen.judge(copy)
    return seen


def _asked(moment: Moment) -> set[str]:
    """Return the rules asked of the event itself."""
    return BLOCKING.keys() & set(ENGINE.judge(moment.case, moment.event, moment.beside).consulted)


def _drawn(moment: Moment) -> set[str]:
    """Return the rules that guard what might have been done there instead, on that day."""
    steps = moment.case.procedure.steps_from(moment.case.stage)
    consulted = (ENGINE.shelf.guard(step, moment.event.on).consulted for step in steps)
    return {name for names in consulted for name in names if name in BLOCKING}


@pytest.mark.parametrize("name", sorted(BLOCKING))
def test_every_blocking_rule_finds_its_planted_fact(name: str) -> None:
    """Some copy with one fact changed is refused by this rule, with its figures and its article.

    By a rule of this term as a breach: that a fact is missing is not counted there.
    """
    if name in planted().found:
        _, finding = planted().found[name]
        assert finding.rule == name
        assert finding.citations == BLOCKING[name].citations
        assert all(citation.article for citation in finding.citations)
        assert finding.text.vi
        assert finding.text.en
    elif name in OWN:
        words = re.compile(rf'"{name.split("/", 1)[1]}"')
        tests = [
            path for path in BY_HAND.glob("test_*.py") if words.search(path.read_text("utf-8"))
        ]
        assert tests, f"no copy makes {name} object, and no test of its plugin plants a fact for it"


def test_no_copy_makes_a_rule_crash() -> None:
    """Whatever one fact of the record becomes, every rule answers."""
    assert not planted().crashes


def test_most_rules_are_found_in_the_record_itself() -> None:
    """The copies are many, and those planted by hand are the few."""
    found = planted().found.keys()
    assert planted().judged > 10_000
    assert len(OWN) > 20
    assert len(OWN & found) >= 12
    assert len(BLOCKING.keys() - found) <= len(BLOCKING) // 3
