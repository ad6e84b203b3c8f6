"""What the loader asks this plugin for."""

from __future__ import annotations

from typing import Any

from congress_flow import Rulebook, hookimpl
from congress_flow_vn_2020.rules import book


@hookimpl
def congress_flow_rulebooks() -> tuple[Rulebook[Any], ...]:
    """Give the book of the national law."""
    return (book,)
