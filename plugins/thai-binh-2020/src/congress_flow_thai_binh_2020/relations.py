"""How the plans of Thái Bình stand to each other (handbook, documents, section 8.1)."""

from __future__ import annotations

from typing import Final

from congress_flow import Confidence
from congress_flow.numbering import Relation, RelationKind
from congress_flow_thai_binh_2020.instruments import (
    TB_HD09_2020,
    TB_KH10_2019,
    TB_KH11_2019,
    TB_KH12_2020,
    TB_KH78_2019,
    TB_KH187_2019,
)
from congress_flow_vn_2020.instruments import CT35_2019

_REPORTED: Final = Confidence.REPORTED

RELATIONS: Final[tuple[Relation, ...]] = (
    Relation(RelationKind.IMPLEMENTS, TB_KH187_2019, CT35_2019, _REPORTED),
    Relation(RelationKind.IMPLEMENTS, TB_KH78_2019, TB_KH187_2019, _REPORTED),
    Relation(RelationKind.ACCOMPANIES, TB_HD09_2020, TB_KH78_2019, _REPORTED),
    Relation(RelationKind.IMPLEMENTS, TB_KH10_2019, TB_KH78_2019, _REPORTED),
    Relation(RelationKind.IMPLEMENTS, TB_KH11_2019, TB_KH78_2019, _REPORTED),
    # One plan changes two, each in part: which part is not told ("some contents").
    Relation(RelationKind.AMENDS, TB_KH12_2020, TB_KH10_2019, _REPORTED),
    Relation(RelationKind.SUPPLEMENTS, TB_KH12_2020, TB_KH10_2019, _REPORTED),
    Relation(RelationKind.AMENDS, TB_KH12_2020, TB_KH11_2019, _REPORTED),
    Relation(RelationKind.SUPPLEMENTS, TB_KH12_2020, TB_KH11_2019, _REPORTED),
)
