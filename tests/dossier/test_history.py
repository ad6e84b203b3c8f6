"""What was judged of a day stays so, however much later it is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from congress_flow import Engine, Shelf, load
from congress_flow.dossier import History, history, read
from tests.dossier.law import small_book
from tests.dossier.made import made, recorded

EXAMPLES: Final = Path(__file__).parents[2] / "docs" / "examples"
LATE: Final = date(2030, 1, 1)


def verdicts(past: History, until: date) -> list[tuple[object, ...]]:
    """Return what was judged through a day, without what it was judged by."""
    return [
        (each.recorded.path, each.verdict.outcome, each.verdict.findings, each.verdict.beside)
        for each in past.judged
        if each.verdict.on <= until
    ]


@pytest.mark.parametrize("name", ["so-mau-2020", "phuong-mau-2025"])
def test_later_days_change_nothing(name: str) -> None:
    """Every event has the same verdict and looks at the same cases, whichever day is asked."""
    dossier = read(EXAMPLES / f"{name}.toml", ())
    engine = Engine(load(names=("vn-2020", "vn-2025", "thai-binh-2020")).shelf)
    whole = history(dossier, engine, LATE)
    days = sorted({each.verdict.on for each in whole.judged})
    assert len(days) > 50
    for until in days[10::30]:
        past = history(dossier, engine, until)
        assert verdicts(past, until) == verdicts(whole, until)
        assert len(past.judged) < len(whole.judged)


def test_no_case_is_seen_before_it_is_open() -> None:
    """An event has only those cases beside it that were open on its day."""
    raw = recorded()
    raw["act"].append({**raw["act"][0], "on": date(2020, 5, 1)})
    raw["case"] = [{"id": "suspension", "opened": date(2020, 4, 1)}]
    past = history(made(raw), Engine(Shelf([small_book()])), LATE)
    seen = {each.verdict.on: {case for case, _ in each.verdict.beside} for each in past.judged}
    before = [cases for on, cases in seen.items() if on < date(2020, 4, 1)]
    after = [cases for on, cases in seen.items() if on > date(2020, 4, 1)]
    assert before
    assert after
    assert not any("suspension" in cases for cases in before)
    assert all("suspension" in cases for cases in after)
