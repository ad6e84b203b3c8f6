"""Instruments of Thái Bình for the congresses of 2020 (handbook, instruments, section 8)."""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text

TB_KH187_2019: Final = Instrument(
    id="TB-KH187-2019",
    type="plan",
    number="187-KH/TU",
    issued="2019-10-25",
    issuer="Ban Thường vụ Tỉnh ủy Thái Bình",
    level=Level.PROVINCE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kế hoạch tổ chức đại hội đảng bộ các cấp",
        "Congresses at all levels of the province",
    ),
    deciding_body="Ban Thường vụ Tỉnh ủy Thái Bình",
    in_force=InForce.through(date(2019, 10, 25), date(2024, 6, 13)),
)
# The text was not found.
TB_KH78_2019: Final = Instrument(
    id="TB-KH78-2019",
    type="plan",
    number="78-KH/ĐUK",
    issued="2019-11-08",
    issuer="Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh Thái Bình",
    level=Level.UPPER_GRASSROOTS,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kế hoạch tổ chức đại hội các đảng bộ, chi bộ cơ sở",
        "Congresses of grassroots organisations and cells of the block",
    ),
    deciding_body="Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh Thái Bình",
    in_force=InForce.through(date(2019, 11, 8), date(2024, 6, 13)),
)
TB_KH10_2019: Final = Instrument(
    id="TB-KH10-2019",
    type="plan",
    number="10-KH/ĐU",
    issued="2019-11-28",
    issuer="Đảng ủy Sở Công Thương Thái Bình",
    level=Level.GRASSROOTS,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kế hoạch tổ chức đại hội Đảng bộ Sở",
        "Congress of the Department's organisation",
    ),
    in_force=InForce(date(2019, 11, 28)),
)
TB_KH11_2019: Final = Instrument(
    id="TB-KH11-2019",
    type="plan",
    number="11-KH/ĐU",
    issued="2019-11-28",
    issuer="Đảng ủy Sở Công Thương Thái Bình",
    level=Level.GRASSROOTS,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kế hoạch tổ chức đại hội các chi bộ trực thuộc",
        "Congresses of the cells of the Department",
    ),
    in_force=InForce(date(2019, 11, 28)),
)
# That it exists is reported; what it changes is unknown.
TB_KH12_2020: Final = Instrument(
    id="TB-KH12-2020",
    type="plan",
    number="12-KH/ĐU",
    issued="2020-03-12",
    issuer="Đảng ủy Sở Công Thương Thái Bình",
    level=Level.GRASSROOTS,
    confidence=Confidence.UNKNOWN,
    title=Text(
        "Kế hoạch sửa đổi, bổ sung Kế hoạch số 10-KH/ĐU và số 11-KH/ĐU",
        "Amends and supplements plans 10 and 11",
    ),
    in_force=InForce(date(2020, 3, 12)),
)
# The text was not found.
TB_HD09_2020: Final = Instrument(
    id="TB-HD09-2020",
    type="guidance",
    number="09-HD/BTCĐUK",
    issued="2020-03-12",
    issuer="Ban Tổ chức Đảng ủy Khối các cơ quan tỉnh Thái Bình",
    level=Level.UPPER_GRASSROOTS,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn quy trình đại hội đảng bộ, chi bộ cơ sở",
        "Congress procedure of grassroots units",
    ),
    in_force=InForce(date(2020, 3, 12)),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    TB_KH187_2019,
    TB_KH78_2019,
    TB_KH10_2019,
    TB_KH11_2019,
    TB_KH12_2020,
    TB_HD09_2020,
)
