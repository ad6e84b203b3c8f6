"""Election regulations and guidance until 2024 (handbook, instruments, section 4).

The regulation is a *quy chế* issued with a decision: the printed number is that of the decision.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text

_CENTRAL_COMMITTEE: Final = "Ban Chấp hành Trung ương"
_POLITBURO: Final = "Bộ Chính trị"
_SECRETARIAT: Final = "Ban Bí thư"
_ORGANISATION: Final = "Ban Tổ chức Trung ương"

QC77_2000: Final = Instrument(
    id="QC77-2000",
    type="decision",
    number="77-QĐ/TW",
    issued="2000-06-22",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Quyết định ban hành Quy chế bầu cử trong Đảng",
        "Election in the Party",
    ),
    in_force=InForce.through(date(2000, 6, 22), date(2009, 4, 16)),
)
QC220_2009: Final = Instrument(
    id="QC220-2009",
    type="decision",
    number="220-QĐ/TW",
    issued="2009-04-17",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Quyết định ban hành Quy chế bầu cử trong Đảng",
        "Election in the Party",
    ),
    in_force=InForce.through(date(2009, 4, 17), date(2014, 6, 8)),
    replaces=(QC77_2000,),
)
# The number carries TW although the Central Organisation Commission issued it.
HD32_2009: Final = Instrument(
    id="HD32-2009",
    type="guidance",
    number="32-HD/TW",
    issued="2009-09-25",
    issuer=_ORGANISATION,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Hướng dẫn thực hiện Quy chế bầu cử trong Đảng (Quyết định số 220-QĐ/TW)",
        "Implementing the election regulation of 2009 (220-QĐ/TW, not 244-QĐ/TW)",
    ),
    in_force=InForce.through(date(2009, 9, 25), date(2014, 6, 8)),
)
QC244_2014: Final = Instrument(
    id="QC244-2014",
    type="decision",
    number="244-QĐ/TW",
    issued="2014-06-09",
    issuer=_CENTRAL_COMMITTEE,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Quyết định ban hành Quy chế bầu cử trong Đảng",
        "Election in the Party",
    ),
    in_force=InForce.through(date(2014, 6, 9), date(2024, 10, 9)),
    replaces=(QC220_2009,),
)
HD04_2014: Final = Instrument(
    id="HD04-2014",
    type="guidance",
    number="04-HD/TW",
    issued="2014-10-06",
    issuer=_SECRETARIAT,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Hướng dẫn thực hiện Quy chế bầu cử trong Đảng (Quyết định số 244-QĐ/TW)",
        "Implementing the election regulation of 2014 (244-QĐ/TW)",
    ),
    in_force=InForce.through(date(2014, 10, 6), date(2020, 3, 19)),
)
# Its end is reported by one district portal only.
HD03_2020: Final = Instrument(
    id="HD03-2020",
    type="guidance",
    number="03-HD/TW",
    issued="2020-03-20",
    issuer=_SECRETARIAT,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Hướng dẫn thực hiện Quy chế bầu cử trong Đảng (Quyết định số 244-QĐ/TW)",
        "Implementing the election regulation of 2014 (244-QĐ/TW)",
    ),
    in_force=InForce.through(date(2020, 3, 20), date(2024, 10, 9)),
    replaces=(HD04_2014,),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    QC77_2000,
    QC220_2009,
    HD32_2009,
    QC244_2014,
    HD04_2014,
    HD03_2020,
)
