"""The whole book: importing this module writes every rule into it."""

from __future__ import annotations

from congress_flow_vn_2025 import complaint_carried, contest_carried, contest_changed
from congress_flow_vn_2025._book import book as book

RULE_MODULES = (complaint_carried, contest_carried, contest_changed)
