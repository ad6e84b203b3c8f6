"""A congress under way when directive 45 came must have studied it before it is ready."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from congress_flow import Engine, load
from congress_flow.dossier import parse, review
from congress_flow.procedures.preparation import Readiness

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
