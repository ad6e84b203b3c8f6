"""The whole book: importing this module writes every rule and duty into it."""

from __future__ import annotations

from congress_flow_vn_2025 import (
    carried_congress,
    carried_personnel,
    carried_rest,
    complaint_carried,
    congress_changed,
    contest_carried,
    contest_changed,
    days,
    directive,
    documents,
    duties,
    persons,
    shares,
)
from congress_flow_vn_2025._book import book as book

RULE_MODULES = (
    carried_congress,
    carried_personnel,
    complaint_carried,
    congress_changed,
    contest_carried,
    contest_changed,
    days,
    directive,
    documents,
    persons,
    shares,
)
DUTY_MODULES = (duties,)
# What no module has carried over by a text of its own.
carried_rest.carry_drawings()
carried_rest.take_over_readings()
