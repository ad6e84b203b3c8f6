"""Numbers, symbols, issuing and signing of Party papers (handbook, parameters, section M)."""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow._sources import Cited, Confidence, InForce
from congress_flow_vn_2020.instruments import HANDBOOK

QDI_WINDOW: Final = Cited(
    InForce.through(date(2018, 4, 3), date(2019, 9, 22)),
    HANDBOOK.at("parameters.md M, number.qdi_window", Confidence.DERIVED),
)
"""The time in which QĐi stood for a regulation: derived from seven dated numbers."""
