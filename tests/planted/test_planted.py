"""A copy of the invented dossier with one fact changed is refused, by the rule whose fact it is.

The rules are enumerated from the books, not from a list: a rule that no copy makes object fails.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from congress_flow import Demand, Engine, Severity, load
from congress_flow.dossier import parse, read, review
from congress_flow.procedures.preparation import Readiness
from tests.planted.gates import EDITS
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
FILE = ROOT / "docs" / "examples" / "so-mau-2020.toml"
LOADED = load(names=("vn-2020", "thai-binh-2020"))
ENGINE = Engine(LOADED.shelf)
DAY = date(2020, 5, 28)
BLOCKING = {
    rule.id: rule
    for book in LOADED.shelf.books
    for rule in book.rules
    if rule.severity is Severity.BLOCKS
}
# Days of the term on which different guidance, and different rules of the Charter, held.
OTHER_DAYS = (date(2020, 4, 23), DAY, date(2021, 8, 2), date(2023, 1, 4))
# What the record of one ordinary congress cannot show by one changed fact, because two must change
# (a reading, or another case that the record does not have). Each is planted by hand in the tests
# of its plugin, which name the rule.
BY_HAND = ROOT / "plugins" / "vn-2020" / "tests"


@cache
def planted() -> Planted:
    """Make and judge all copies, once for this file."""
    dossier = read(FILE, LOADED.procedures)
    every = tuple(moments(dossier, ENGINE, date(2021, 12, 31)))
    seen = Planted(ENGINE)
    for make in (copies, added):
        for moment in every:
            for copy in make(moment):
                seen.judge(copy)
    for moment in every:
        if not _asked(moment) <= seen.found.keys():
            for copy in left_out(moment):
                seen.judge(copy)
    subjects = subjects_of(every)
    for name in sorted(BLOCKING.keys() - seen.found.keys()):
        for copy in side_ways(BLOCKING[name], subjects, OTHER_DAYS):
            seen.judge(copy)
    return seen


def _asked(moment: Moment) -> set[str]:
    verdict = ENGINE.judge(moment.case, moment.event, moment.beside)
    return {name for name in verdict.consulted if name in BLOCKING}


@pytest.mark.parametrize("name", sorted(BLOCKING))
def test_every_blocking_rule_finds_its_planted_fact(name: str) -> None:
    """Some copy with one fact changed is refused by this rule, with its figures and its article."""
    if name not in planted().found:
        words = re.compile(rf'"{name.split("/", 1)[1]}"')
        tests = [
            path for path in BY_HAND.glob("test_*.py") if words.search(path.read_text("utf-8"))
        ]
        assert tests, f"no copy makes {name} object, and no test of its plugin plants a fact for it"
        return
    _, finding = planted().found[name]
    assert finding.rule == name
    assert finding.citations == BLOCKING[name].citations
    assert all(citation.article for citation in finding.citations)
    if isinstance(finding.answer, Demand):
        assert finding.figures.keys() >= {"op", "value", "limit"}
    else:  # an objection in words says in both languages what it is about
        assert finding.text.vi != finding.text.en


def test_no_copy_makes_a_rule_crash() -> None:
    """Whatever one fact of the record becomes, every rule answers."""
    assert not planted().crashes


def test_most_rules_are_found_in_the_record_itself() -> None:
    """The copies are many, and those planted by hand are the few."""
    assert planted().judged > 50_000
    assert len(BLOCKING.keys() - planted().found.keys()) <= len(BLOCKING) // 10


@pytest.mark.parametrize(("gate", "was", "now"), EDITS, ids=[edit[0] for edit in EDITS])
def test_every_gate_closes_when_one_fact_of_the_file_changes(gate: str, was: str, now: str) -> None:
    """The file with one fact changed is NOT_READY, and the gate says why, by rule and article."""
    text = FILE.read_text(encoding="utf-8")
    assert text.count(was) == 1
    dossier = parse(text.replace(was, now).encode(), LOADED.procedures)
    found = review(dossier, ENGINE, DAY)
    assert found.readiness is Readiness.NOT_READY
    remarks = [remark for remark in found.remarks if remark.gate == gate]
    assert any(remark.finding.kind.value == "breach" for remark in remarks)
    assert all(remark.finding.citations for remark in remarks)


def test_no_gate_is_left_out() -> None:
    """There is a changed fact for each gate that a rule asks."""
    gates = {rule.subject for rule in BLOCKING.values() if re.fullmatch(r"G\d+", rule.subject)}
    assert {gate for gate, _, _ in EDITS} == gates
