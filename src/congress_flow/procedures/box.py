"""Every procedure in the box."""

from __future__ import annotations

from typing import Any, Final

from congress_flow._procedure import Procedure
from congress_flow.procedures.announcement import announcement
from congress_flow.procedures.cell_congress import cell_congress
from congress_flow.procedures.complaint_case import complaint_case
from congress_flow.procedures.congress import congress
from congress_flow.procedures.document_life import document_life
from congress_flow.procedures.election_contest import election_contest
from congress_flow.procedures.personnel_run import personnel_run
from congress_flow.procedures.personnel_scheme import personnel_scheme
from congress_flow.procedures.personnel_track import personnel_track
from congress_flow.procedures.preparation import preparation
from congress_flow.procedures.step_meeting import step_meeting
from congress_flow.procedures.suspension import suspension

PROCEDURES: Final[tuple[Procedure[Any], ...]] = (
    announcement,
    cell_congress,
    complaint_case,
    congress,
    document_life,
    election_contest,
    personnel_run,
    personnel_scheme,
    personnel_track,
    preparation,
    step_meeting,
    suspension,
)
