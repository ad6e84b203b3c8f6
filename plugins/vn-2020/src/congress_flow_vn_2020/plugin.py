"""What the loader asks this plugin for."""

from __future__ import annotations

from typing import Any

from congress_flow import Rulebook, hookimpl
from congress_flow_vn_2020 import (
    gates_organisation,
    gates_papers,
    gates_people,
    meeting_acts,
    preparation_acts,
    run_acts,
    scheme_acts,
    scheme_persons,
    scheme_surplus,
    track_acts,
    track_meetings,
    track_persons,
)
from congress_flow_vn_2020._book import book

# Importing a module of rules writes them into the book.
RULE_MODULES = (
    gates_organisation,
    gates_papers,
    gates_people,
    meeting_acts,
    preparation_acts,
    run_acts,
    scheme_acts,
    scheme_persons,
    scheme_surplus,
    track_acts,
    track_meetings,
    track_persons,
)


@hookimpl
def congress_flow_rulebooks() -> tuple[Rulebook[Any], ...]:
    """Give the book of the national law."""
    return (book,)
