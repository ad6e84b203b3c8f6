"""A congress under way when directive 45 came must have studied it before it is ready."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from congress_flow import Engine, FindingKind, Level, load
from congress_flow.dossier import parse, review
from congress_flow.procedures import preparation as p
from congress_flow.procedures.preparation import Readiness
from tests.cases import follow
from tests.law_2025 import judge, weigh

FILE = Path(__file__).parents[3] / "docs" / "examples" / "phuong-mau-2025.toml"
RULE = "vn-2025/directive_in_force_studied"


@pytest.mark.parametrize(
    ("paper", "ready"), [("45-CT/TW", Readiness.READY), ("35-CT/TW", Readiness.NOT_READY)]
)
def test_the_directive_of_the_day_was_studied(paper: str, ready: Readiness) -> None:
    """With directive 45 studied: ready. With the repealed 35 alone: not ready, and G1 says why."""
    loaded = load(names=("vn-2020", "thai-binh-2020", "vn-2025"))
    text = FILE.read_text(encoding="utf-8")
    was = 'paper = "45-CT/TW"\ndirective = true'
    assert text.count(was) == 1
    copy = text.replace(was, f'paper = "{paper}"\ndirective = true')
    found = review(parse(copy.encode(), loaded.procedures), Engine(loaded.shelf), date(2025, 6, 12))
    assert found.readiness is ready
    said = [each for each in found.remarks if each.finding.rule == RULE]
    assert bool(said) is (ready is Readiness.NOT_READY)
    assert all(each.gate == "G1" and each.finding.citations for each in said)


OF_2019, OF_2024, OF_2025 = (
    p.Paper(id="ct", type="directive", number=number, issued=issued)
    for number, issued in (
        ("35-CT/TW", date(2019, 5, 30)),
        ("35-CT/TW", date(2024, 6, 14)),
        ("45-CT/TW", date(2025, 4, 14)),
    )
)
SUBJECT = p.Preparation(level=Level.GRASSROOTS, planned_opening=date(2025, 6, 12))


@pytest.mark.parametrize(
    ("planned", "ready", "rule", "good", "bad"),
    [
        (date(2024, 10, 21), date(2025, 4, 1), "gate_directive_2024", OF_2024, OF_2019),
        (date(2024, 10, 21), date(2025, 5, 30), "gate_directive_2025", OF_2024, OF_2025),
        (date(2025, 4, 21), date(2025, 5, 30), "gate_directive_2025", OF_2025, OF_2024),
    ],
)
def test_a_plan_rests_on_the_directive_of_its_own_day(
    planned: date, ready: date, rule: str, good: p.Paper, bad: p.Paper
) -> None:
    """A plan of October 2024 rests on directive 35 of that year, whenever all is ready (TR1)."""
    right, wrong = (
        follow(p.preparation, SUBJECT, p.AdoptPlan(on=planned, bases=(base,)))
        for base in (good, bad)
    )
    act, name = p.DeclareReady(on=ready), f"vn-2025/{rule}"
    assert name not in {finding.rule for finding in judge(right, act).findings}
    (found,) = [each for each in judge(wrong, act).findings if each.rule == name]
    assert (found.kind, bool(found.citations)) == (FindingKind.BREACH, True)
    assert f"{good.number} {good.issued}" in found.text.vi


def test_what_sources_attest_of_the_bases_counts_by_the_day_of_the_plan() -> None:
    """The own plan tells its day; without it the day of the declaration does."""
    preparing = follow(p.preparation, SUBJECT)
    plan = p.Paper(id="kh", type="plan", number="52-KH/ĐU", issued=date(2024, 10, 21), own=True)

    def ready(*papers: p.Paper) -> p.DeclareReady:
        return p.DeclareReady(on=date(2025, 5, 30), basis=papers)

    weigh("gate_directive_2025", preparing, ready(plan, OF_2024), ready(plan, OF_2025))
    weigh("gate_directive_2025", preparing, ready(OF_2025), ready(OF_2024))
    content = judge(preparing, p.DeclareReady(on=date(2025, 5, 30)))
    assert "vn-2025/gate_directive_2025" not in {each.rule for each in content.findings}
