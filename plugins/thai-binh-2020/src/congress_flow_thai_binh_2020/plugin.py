"""What the loader asks this plugin for."""

from __future__ import annotations

from congress_flow import hookimpl
from congress_flow_thai_binh_2020.readings import READINGS


@hookimpl
def congress_flow_readings() -> tuple[object, ...]:
    """Give the readings of the national law that hold here."""
    return (READINGS,)
