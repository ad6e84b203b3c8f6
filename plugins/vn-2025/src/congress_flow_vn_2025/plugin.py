"""What the loader asks this plugin for."""

from __future__ import annotations

from typing import Any

from congress_flow import Rulebook, hookimpl
from congress_flow_vn_2025.handbook_readings import READINGS, READINGS_2020
from congress_flow_vn_2025.provinces import OPTIONAL_BOOKS
from congress_flow_vn_2025.rules import book


@hookimpl
def congress_flow_rulebooks() -> tuple[Rulebook[Any], ...]:
    """Give the book of the national law from directive 35 of 2024 on."""
    return (book,)


@hookimpl
def congress_flow_fallback_readings() -> tuple[object, ...]:
    """Give the readings of who has none: the options that the handbook finds best supported.

    Of the term before too: an office of this term needs no plugin of the one that is over.
    """
    return (READINGS, READINGS_2020)


@hookimpl
def congress_flow_optional_books() -> tuple[Rulebook[Any], ...]:
    """Give the books of provinces: each binds its own territory, so only who asks has it."""
    return tuple(OPTIONAL_BOOKS.values())
