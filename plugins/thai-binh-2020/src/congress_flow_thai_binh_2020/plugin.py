"""What the loader asks this plugin for."""

from __future__ import annotations

from typing import Any

from congress_flow import Rulebook, hookimpl
from congress_flow_thai_binh_2020.readings import READINGS
from congress_flow_thai_binh_2020.rules import book


@hookimpl
def congress_flow_rulebooks() -> tuple[Rulebook[Any], ...]:
    """Give the book of the province and its block."""
    return (book,)


@hookimpl
def congress_flow_readings() -> tuple[object, ...]:
    """Give the readings of the national law that hold here."""
    return (READINGS,)
