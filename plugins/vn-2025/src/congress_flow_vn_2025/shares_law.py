"""Target shares and age brackets, term 2025 (handbook, parameters, section C): none blocks."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from congress_flow import Cited, Confidence, Instrument, Level, Parameter, Row
from congress_flow.reckoning import AgeLaw, ShareKind
from congress_flow_vn_2020.election_law import not_seen
from congress_flow_vn_2020.personnel_law import share_rounding
from congress_flow_vn_2025.instruments import CT35_2024, CT45_2025
from congress_flow_vn_2025.readings import Readings2025

DIRECTIVES: Final[tuple[Instrument, ...]] = (CT35_2024, CT45_2025)
_STRUCTURE: Final = "về cơ cấu cấp ủy (chưa thấy văn bản)"
_MIDDLE: Final = (40, 50)


def _kept(row: str, share: Fraction) -> Parameter[Fraction]:
    """Return a share that is assumed to hold on under both directives."""
    return Parameter(
        row,
        tuple(
            Row(
                value=share,
                cites=directive.at(_STRUCTURE, Confidence.ASSUMED),
                in_force=directive.in_force,
            )
            for directive in DIRECTIVES
        ),
    )


SHARES: Final = {
    ShareKind.WOMEN: _kept("share.women", Fraction(15, 100)),
    ShareKind.YOUNG: _kept("share.youth", Fraction(1, 10)),
    ShareKind.RENEWAL: _kept("share.renewal", Fraction(1, 3)),
    ShareKind.SCIENCE: Parameter(
        "share.science",
        (
            Row(
                value=Fraction(5, 100),
                cites=CT45_2025.at("về cán bộ khoa học, công nghệ", Confidence.REPORTED),
                in_force=CT45_2025.in_force,
            ),
        ),
    ),
}


def age_law(level: Level, readings: Readings2025) -> AgeLaw:
    """Return the age brackets and the line of youth at *level*.

    That the three brackets are kept is assumed; their cut-offs, and the lines of youth, are open.
    """
    young = readings.youth_age_line_province if level is Level.PROVINCE else readings.youth_age_line
    return AgeLaw(
        middle=Cited(_MIDDLE, not_seen("share.age_bands")),
        young_under=Cited(young, not_seen("share.youth.age_line")),
        young=Cited(Fraction(1, 10), CT45_2025.at(_STRUCTURE, Confidence.ASSUMED)),
        rounding=share_rounding(readings),
    )
