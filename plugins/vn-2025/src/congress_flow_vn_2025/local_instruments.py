"""Local instruments from 2024 on (handbook, instruments, section 8).

They bind only their own territory. Where only the year is known, a span begins on its first day.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text

NA_TT09_2024: Final = Instrument(
    id="NA-TT09-2024",
    type="circular",
    number="09-TT/TU",
    issued="2024-09-10",
    issuer="Ban Thường vụ Tỉnh ủy Nghệ An",
    level=Level.PROVINCE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Thông tri về đại hội đảng bộ các cấp, nhiệm kỳ 2025-2030",
        "Congresses, term 2025-2030",
    ),
    in_force=InForce(date(2024, 9, 10)),
)
# The day is not recorded: taken from the directive it implements (derived).
NA_TT13_2025: Final = Instrument(
    id="NA-TT13-2025",
    type="circular",
    number="13-TT/TU",
    issued="2025",
    issuer="Ban Thường vụ Tỉnh ủy Nghệ An",
    level=Level.PROVINCE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Thông tri về đại hội đảng bộ các cấp, nhiệm kỳ 2025-2030",
        "Congresses, term 2025-2030; numbers in Appendix 3",
    ),
    in_force=InForce(date(2025, 4, 14)),
)
# Neither number nor day is recorded: the day is taken from the directive it implements.
HT_KH_2024: Final = Instrument(
    id="HT-KH-2024",
    type="plan",
    number="KH/TU (chưa rõ số)",
    issued="2024",
    issuer="Tỉnh ủy Hà Tĩnh",
    level=Level.PROVINCE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kế hoạch tổ chức đại hội đảng bộ các cấp, nhiệm kỳ 2025-2030",
        "Congresses, term 2025-2030",
    ),
    in_force=InForce(date(2024, 6, 14)),
)
# The number is not recorded.
HDG_DUK_2024: Final = Instrument(
    id="HDG-DUK-2024",
    type="guidance",
    number="HD/ĐUK (chưa rõ số)",
    issued="2024-11-13",
    issuer="Đảng ủy Khối các cơ quan tỉnh Hải Dương",
    level=Level.UPPER_GRASSROOTS,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn tổ chức đại hội chi bộ, đảng bộ bộ phận, đảng bộ cơ sở",
        "Cell, section and grassroots congresses",
    ),
    in_force=InForce(date(2024, 11, 13)),
)
CM_TTr34_2025: Final = Instrument(
    id="CM-TTr34-2025",
    type="submission",
    number="34-TTr/TU",
    issued="2025",
    issuer="Tỉnh ủy Cà Mau",
    level=Level.PROVINCE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Tờ trình về văn kiện đại hội",
        "Congress documents",
    ),
    in_force=InForce(date(2025, 1, 1)),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    NA_TT09_2024,
    NA_TT13_2025,
    HT_KH_2024,
    HDG_DUK_2024,
    CM_TTr34_2025,
)
