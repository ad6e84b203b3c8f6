"""What the tests of this plugin share: the readings and the verdict of the whole book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from congress_flow import Case, Engine, Shelf, Verdict
from congress_flow_vn_2025.handbook_readings import READINGS
from congress_flow_vn_2025.readings import Readings2025
from congress_flow_vn_2025.rules import book


@pytest.fixture
def readings() -> Readings2025:
    """The handbook's best supported options."""
    return READINGS


@pytest.fixture
def judge(readings: Readings2025) -> Callable[..., Verdict]:
    """Give `judge(case, event, *beside, **chosen)`: the verdict of the book of 2025 alone.

    *chosen* are readings that differ from the fixture's.
    """

    def verdict(case: Case[Any], event: Any, *beside: Case[Any], **chosen: Any) -> Verdict:
        shelf = Shelf([book], [attrs.evolve(readings, **chosen)])
        return Engine(shelf).judge(case, event, beside)

    return verdict
