"""The days between which the texts of this term changed."""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import InForce

UNTIL_QC190: Final = InForce.through(date(2024, 6, 14), date(2024, 10, 9))
FROM_QC190: Final = InForce(date(2024, 10, 10))
UNTIL_KL163: Final = InForce.through(date(2024, 6, 14), date(2025, 6, 5))
# Directive 45 before the conclusion on grassroots congresses.
UNDER_CT45_ALONE: Final = InForce.through(date(2025, 4, 14), date(2025, 6, 5))
