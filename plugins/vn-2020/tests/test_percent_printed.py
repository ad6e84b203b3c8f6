"""A percentage is printed cut off or rounded, as the reading has it; printing only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from congress_flow import Confidence, FindingKind, Level, Verdict
from congress_flow.procedures import preparation as p
from tests.cases import follow

RULE = "vn-2020/percent_printed"
CASE = follow(p.preparation, p.Preparation(level=Level.GRASSROOTS))


def declared(printed: str | None, seats: int | None, candidates: int | None) -> p.DeclareReady:
    """Return a declaration that tells of a surplus as it is printed."""
    told = p.SurplusStatement(printed=printed, seats=seats, candidates=candidates)
    return p.DeclareReady(on=date(2020, 5, 20), surplus=told)


# 5 of 35 is 14,2857…; 2 of 11 is 18,1818…, printed alike both ways.
@pytest.mark.parametrize(
    ("printed", "seats", "candidates", "cut_off", "rounded"),
    [
        ("14,28%", 35, 40, True, False),
        ("14,29 %", 35, 40, False, True),
        ("14.28", 35, 40, True, False),
        ("18,18%", 11, 13, True, True),
        ("18,2%", 11, 13, False, False),
        (None, 35, 40, True, True),
        ("14,29%", None, 40, True, True),
        ("14,29%", 35, None, True, True),
        ("14,29%", 0, 0, True, True),
    ],
)
def test_a_surplus_is_printed_as_it_is_read(
    printed: str | None,
    seats: int | None,
    candidates: int | None,
    *,
    cut_off: bool,
    rounded: bool,
    judge: Callable[..., Verdict],
) -> None:
    """Remarked on where it is printed otherwise; nothing is said where the people are not told."""
    act = declared(printed, seats, candidates)
    for truncated, content in ((True, cut_off), (False, rounded)):
        verdict = judge(CASE, act, percent_truncated=truncated)
        assert RULE in verdict.consulted
        found = [each for each in verdict.findings if each.rule == RULE]
        assert not found if content else len(found) == 1


def test_the_remark_has_its_figures_and_its_place(judge: Callable[..., Verdict]) -> None:
    """The Party's own example: 5 of 35 in guidance 03 of 2020; nobody has read a rule on it."""
    verdict = judge(CASE, declared("14,29%", 35, 40))
    (found,) = [each for each in verdict.findings if each.rule == RULE]
    assert found.kind is FindingKind.CAUTION
    assert (found.figures["value"], found.figures["limit"]) == ("14,29", "14,28")
    (citation,) = found.citations
    assert citation.article == "parameters.md format.percent (ví dụ của 03-HD/TW)"
    assert citation.confidence is Confidence.UNKNOWN
