"""The verdict of the book of 2025 alone, for the tests of its plugin."""

from __future__ import annotations

from typing import Any

import attrs

from congress_flow import Case, Engine, Shelf, Verdict
from congress_flow_vn_2025.handbook_readings import READINGS
from congress_flow_vn_2025.rules import book


def judge(case: Case[Any], event: Any, *beside: Case[Any], **chosen: Any) -> Verdict:
    """Return the verdict of the book of 2025; *chosen* are readings other than the handbook's."""
    shelf = Shelf([book], [attrs.evolve(READINGS, **chosen)])
    return Engine(shelf).judge(case, event, beside)
