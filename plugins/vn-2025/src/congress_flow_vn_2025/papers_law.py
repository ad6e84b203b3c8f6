"""Who may issue which paper from 9 January 2026 on (handbook, numbering, section 7)."""

from __future__ import annotations

from typing import Final

from congress_flow import Confidence
from congress_flow.numbering import IssuingMatrix
from congress_flow_vn_2020.papers_law import issuing_rows
from congress_flow_vn_2025.instruments import QD399_2026

ISSUING: Final = IssuingMatrix(
    issuing_rows(
        QD399_2026.at("Điều 11, Điều 13", Confidence.REPORTED), QD399_2026.in_force, less={}
    )
)
"""Two digests agree on the grid; the text was not read."""
