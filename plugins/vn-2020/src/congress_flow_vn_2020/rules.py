"""The whole book: importing this module writes every rule into it."""

from __future__ import annotations

from congress_flow_vn_2020 import (
    announcement_acts,
    announcement_delegates,
    cell_acts,
    cell_session,
    congress_after,
    congress_opening,
    congress_package,
    congress_plan,
    congress_session,
    gates_organisation,
    gates_papers,
    gates_people,
    meeting_acts,
    preparation_acts,
    run_acts,
    scheme_acts,
    scheme_persons,
    scheme_surplus,
    suspension_acts,
    track_acts,
    track_meetings,
    track_persons,
)
from congress_flow_vn_2020._book import book as book

RULE_MODULES = (
    announcement_acts,
    announcement_delegates,
    cell_acts,
    cell_session,
    congress_after,
    congress_opening,
    congress_package,
    congress_plan,
    congress_session,
    gates_organisation,
    gates_papers,
    gates_people,
    meeting_acts,
    preparation_acts,
    run_acts,
    scheme_acts,
    scheme_persons,
    scheme_surplus,
    suspension_acts,
    track_acts,
    track_meetings,
    track_persons,
)
