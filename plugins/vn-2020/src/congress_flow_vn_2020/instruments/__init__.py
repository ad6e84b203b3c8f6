"""National instruments up to the congresses of 2020: everything dated before 14 June 2024.

The python name of an instrument is its handbook id with `-` written `_`. `INSTRUMENTS` holds all of
them. `HANDBOOK` stands for the lines of the handbook that rest on no text seen.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text
from congress_flow_vn_2020.instruments._cadres import INSTRUMENTS as _CADRES
from congress_flow_vn_2020.instruments._cadres import (
    ND138_2020,
    QD41_2021,
    QD50_2021,
    QD58_2022,
    QD80_2022,
    QD89_2017,
    QD105_2017,
    QD126_2018,
    QD205_2019,
    QD214_2020,
)
from congress_flow_vn_2020.instruments._charter import (
    DL_2011,
    HD01_2016,
    HD01_2021,
    QD24_2021,
    QD29_2016,
)
from congress_flow_vn_2020.instruments._charter import INSTRUMENTS as _CHARTER
from congress_flow_vn_2020.instruments._congresses import (
    CT35_2019,
    CT36_2014,
    CT45_2020,
    CV11977_2020,
    HD26_2014,
    HD26_2019,
    HD28_2020,
    HD60_2020,
    HD151_2020,
    KL60_2019,
)
from congress_flow_vn_2020.instruments._congresses import INSTRUMENTS as _CONGRESSES
from congress_flow_vn_2020.instruments._elections import (
    HD03_2020,
    HD04_2014,
    HD32_2009,
    QC77_2000,
    QC220_2009,
    QC244_2014,
)
from congress_flow_vn_2020.instruments._elections import INSTRUMENTS as _ELECTIONS
from congress_flow_vn_2020.instruments._inspection import (
    HD02_2021,
    HD06_2018,
    HD07_2019,
    QD22_2021,
    QD30_2016,
    QDi07_2018,
    QDi08_2018,
)
from congress_flow_vn_2020.instruments._inspection import INSTRUMENTS as _INSPECTION
from congress_flow_vn_2020.instruments._papers import (
    CV5053_2019,
    HD01_1998,
    HD11_2004,
    HD36_2018,
    HD62_2020,
    QD31_1997,
    QD66_2017,
    QD91_2004,
    QD223_2020,
)
from congress_flow_vn_2020.instruments._papers import INSTRUMENTS as _PAPERS

# It holds from the first year of the Charter and has no end, so that it never hides a rule: what
# bounds such a rule in time is said by the rule or by the table it comes from.
HANDBOOK: Final = Instrument(
    id="HANDBOOK",
    type="handbook",
    number="Sổ tay nghiệp vụ congress_flow",
    issued="2011",
    issuer="congress_flow",
    level=Level.CENTRE,
    confidence=Confidence.DERIVED,
    title=Text(
        "Sổ tay nghiệp vụ congress_flow: chỗ này chưa thấy văn bản",
        "Handbook of congress_flow: no text was seen here",
    ),
    in_force=InForce(date(2011, 1, 1)),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    *_CHARTER,
    *_CONGRESSES,
    *_ELECTIONS,
    *_INSPECTION,
    *_CADRES,
    *_PAPERS,
    HANDBOOK,
)

__all__ = [
    "CT35_2019",
    "CT36_2014",
    "CT45_2020",
    "CV5053_2019",
    "CV11977_2020",
    "DL_2011",
    "HANDBOOK",
    "HD01_1998",
    "HD01_2016",
    "HD01_2021",
    "HD02_2021",
    "HD03_2020",
    "HD04_2014",
    "HD06_2018",
    "HD07_2019",
    "HD11_2004",
    "HD26_2014",
    "HD26_2019",
    "HD28_2020",
    "HD32_2009",
    "HD36_2018",
    "HD60_2020",
    "HD62_2020",
    "HD151_2020",
    "INSTRUMENTS",
    "KL60_2019",
    "ND138_2020",
    "QC77_2000",
    "QC220_2009",
    "QC244_2014",
    "QD22_2021",
    "QD24_2021",
    "QD29_2016",
    "QD30_2016",
    "QD31_1997",
    "QD41_2021",
    "QD50_2021",
    "QD58_2022",
    "QD66_2017",
    "QD80_2022",
    "QD89_2017",
    "QD91_2004",
    "QD105_2017",
    "QD126_2018",
    "QD205_2019",
    "QD214_2020",
    "QD223_2020",
    "QDi07_2018",
    "QDi08_2018",
]
