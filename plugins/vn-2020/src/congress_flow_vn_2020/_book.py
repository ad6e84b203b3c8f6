"""The book itself: the national law of the term 2020–2025, filled by the modules beside it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from congress_flow import InForce, Level, Rulebook, Step, Text
from congress_flow_vn_2020.instruments import INSTRUMENTS
from congress_flow_vn_2020.readings import Readings2020

# T2020 of the handbook: from directive 35 of 2019 until the day before directive 35 of 2024.
TERM_2020: Final = InForce.through(date(2019, 5, 30), date(2024, 6, 13))

book: Final = Rulebook(
    "vn-2020",
    Level.CENTRE,
    InForce(date(2019, 5, 30)),
    title=Text("Quy định của Trung ương, nhiệm kỳ 2020-2025", "National law of the term 2020–2025"),
    version="0.1.0",
    readings=Readings2020,
    # Much of it holds on, but no longer alone: from then on the law of the next term must guard.
    founds=TERM_2020,
    instruments=INSTRUMENTS,
)


def rows(*steps: Step[Any, Any]) -> tuple[str, ...]:
    """Return the handbook's rows of *steps*, for `encodes`."""
    return tuple(step.id for step in steps)
