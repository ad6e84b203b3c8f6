"""State law that the Party's rules lean on: retirement ages and public holidays.

The handbook names these laws only by what they give; the instruments stand here so that a figure
can say where it comes from. Only their years are relied upon.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text

LABOUR_CODE_2012: Final = Instrument(
    id="BLLD-2012",
    type="code",
    number="Bộ luật Lao động năm 2012",
    issued="2012",
    issuer="Quốc hội",
    level=Level.CENTRE,
    confidence=Confidence.DERIVED,
    title=Text("Bộ luật Lao động", "Labour Code"),
    in_force=InForce.through(date(2012, 1, 1), date(2020, 12, 31)),
)
LABOUR_CODE_2019: Final = Instrument(
    id="BLLD-2019",
    type="code",
    number="Bộ luật Lao động năm 2019",
    issued="2019",
    issuer="Quốc hội",
    level=Level.CENTRE,
    confidence=Confidence.DERIVED,
    title=Text("Bộ luật Lao động", "Labour Code"),
    in_force=InForce(date(2021, 1, 1)),
    replaces=(LABOUR_CODE_2012,),
)
ND135_2020: Final = Instrument(
    id="ND135-2020",
    type="decree",
    number="135/2020/NĐ-CP",
    issued="2020",
    issuer="Chính phủ",
    level=Level.CENTRE,
    confidence=Confidence.DERIVED,
    title=Text("Nghị định quy định về tuổi nghỉ hưu", "Retirement ages"),
    in_force=InForce(date(2021, 1, 1)),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (LABOUR_CODE_2012, LABOUR_CODE_2019, ND135_2020)
