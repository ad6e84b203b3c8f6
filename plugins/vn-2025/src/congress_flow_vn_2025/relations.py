"""How the instruments from 14 June 2024 on stand to each other (handbook, instruments).

What replaces what stands with the instruments themselves.
"""

from __future__ import annotations

from typing import Final

from congress_flow import Confidence
from congress_flow.numbering import Relation, RelationKind
from congress_flow_vn_2020.instruments import CV5053_2019
from congress_flow_vn_2025.instruments import (
    CT35_2024,
    CT45_2025,
    CV8548_2025,
    CV16915_2025,
    HD04_2024,
    HD08_2025,
    HD27_2024,
    KL118_2025,
    KL126_2025,
    KL163_2025,
    QC190_2024,
    QD296_2025,
    QD399_2026,
)
from congress_flow_vn_2025.local_instruments import (
    HDG_DUK_2024,
    HT_KH_2024,
    NA_TT09_2024,
    NA_TT13_2025,
)

_VERIFIED: Final = Confidence.VERIFIED
_REPORTED: Final = Confidence.REPORTED
_DERIVED: Final = Confidence.DERIVED

RELATIONS: Final[tuple[Relation, ...]] = (
    # A conclusion amends a directive; one directive then replaces both.
    Relation(RelationKind.AMENDS, KL118_2025, CT35_2024, _REPORTED),
    Relation(RelationKind.GUIDES, KL126_2025, CT35_2024, _REPORTED),
    Relation(RelationKind.GUIDES, HD27_2024, CT35_2024, _REPORTED),
    Relation(RelationKind.GUIDES, KL163_2025, CT45_2025, _REPORTED),
    Relation(RelationKind.GUIDES, CV8548_2025, CT45_2025, _REPORTED),
    Relation(RelationKind.GUIDES, HD04_2024, QC190_2024, _VERIFIED),
    Relation(RelationKind.GUIDES, HD08_2025, QD296_2025, _REPORTED),
    Relation(RelationKind.REPEALS, QD399_2026, CV5053_2019, _REPORTED),
    Relation(RelationKind.REPEALS, QD399_2026, CV16915_2025, _REPORTED),
    Relation(RelationKind.IMPLEMENTS, NA_TT09_2024, CT35_2024, _REPORTED),
    Relation(RelationKind.IMPLEMENTS, NA_TT13_2025, CT45_2025, _DERIVED),
    Relation(RelationKind.IMPLEMENTS, HT_KH_2024, CT35_2024, _REPORTED),
    Relation(RelationKind.IMPLEMENTS, HDG_DUK_2024, CT35_2024, _REPORTED),
)
