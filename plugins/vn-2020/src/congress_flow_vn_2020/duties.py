"""What falls due when: importing this module writes every duty into the book."""

from __future__ import annotations

from congress_flow_vn_2020 import (
    chosen_duties,
    complaint_duties,
    congress_duties,
    contest_duties,
)

DUTY_MODULES = (chosen_duties, complaint_duties, congress_duties, contest_duties)
