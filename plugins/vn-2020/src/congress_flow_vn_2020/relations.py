"""How the national and local instruments until 2024 stand to each other (handbook, instruments).

What replaces what stands with the instruments themselves.
"""

from __future__ import annotations

from typing import Final

from congress_flow import Confidence
from congress_flow.numbering import Relation, RelationKind
from congress_flow_vn_2020.instruments import (
    CT35_2019,
    CT36_2014,
    CV11977_2020,
    HD01_2016,
    HD01_2021,
    HD02_2021,
    HD03_2020,
    HD04_2014,
    HD06_2018,
    HD26_2014,
    HD26_2019,
    HD28_2020,
    HD32_2009,
    KL60_2019,
    QC220_2009,
    QC244_2014,
    QD22_2021,
    QD24_2021,
    QD29_2016,
    QD31_1997,
    QD91_2004,
    QDi07_2018,
)
from congress_flow_vn_2020.local_instruments import (
    DNTW_HD23_2019,
    DNTW_KH81_2019,
    VDB_KH101_2019,
)

_VERIFIED: Final = Confidence.VERIFIED
_REPORTED: Final = Confidence.REPORTED
_DERIVED: Final = Confidence.DERIVED

RELATIONS: Final[tuple[Relation, ...]] = (
    Relation(RelationKind.GUIDES, HD01_2016, QD29_2016, _VERIFIED),
    Relation(RelationKind.GUIDES, HD01_2021, QD24_2021, _VERIFIED),
    Relation(RelationKind.GUIDES, HD26_2014, CT36_2014, _VERIFIED),
    Relation(RelationKind.GUIDES, KL60_2019, CT35_2019, _REPORTED),
    Relation(RelationKind.GUIDES, HD26_2019, CT35_2019, _REPORTED),
    Relation(RelationKind.GUIDES, HD28_2020, CT35_2019, _REPORTED),
    Relation(RelationKind.INTERPRETS, CV11977_2020, CT35_2019, _VERIFIED),
    # 32-HD/TW guides the regulation of 2009 and must not be cited for that of 2014 (trap TR23).
    Relation(RelationKind.GUIDES, HD32_2009, QC220_2009, _VERIFIED),
    Relation(RelationKind.GUIDES, HD04_2014, QC244_2014, _VERIFIED),
    Relation(RelationKind.GUIDES, HD03_2020, QC244_2014, _VERIFIED),
    Relation(RelationKind.GUIDES, HD02_2021, QD22_2021, _VERIFIED),
    Relation(RelationKind.GUIDES, HD06_2018, QDi07_2018, _VERIFIED),
    Relation(RelationKind.AMENDS, QD91_2004, QD31_1997, _DERIVED),
    Relation(RelationKind.IMPLEMENTS, DNTW_KH81_2019, CT35_2019, _REPORTED),
    Relation(RelationKind.ACCOMPANIES, DNTW_HD23_2019, DNTW_KH81_2019, _REPORTED),
    Relation(RelationKind.IMPLEMENTS, VDB_KH101_2019, DNTW_KH81_2019, _REPORTED),
    Relation(RelationKind.IMPLEMENTS, VDB_KH101_2019, DNTW_HD23_2019, _REPORTED),
)
