"""Cadre work until 2024 (handbook, instruments, section 6).

Where only the year is known, a span begins on its first day.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text

_POLITBURO: Final = "Bộ Chính trị"
_NOT_RECORDED: Final = "chưa rõ cơ quan ban hành"

QD105_2017: Final = Instrument(
    id="QD105-2017",
    type="regulation",
    number="105-QĐ/TW",
    issued="2017-12-19",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định về phân cấp quản lý cán bộ và bổ nhiệm, giới thiệu cán bộ ứng cử",
        "Cadre management, appointment and nomination",
    ),
    in_force=InForce.through(date(2017, 12, 19), date(2022, 8, 17)),
)
# The day of issue, 18/8/2022, is assumed; the span follows the table.
QD80_2022: Final = Instrument(
    id="QD80-2022",
    type="regulation",
    number="80-QĐ/TW",
    issued="2022",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định về phân cấp quản lý cán bộ và bổ nhiệm, giới thiệu cán bộ ứng cử",
        "Cadre management, appointment and nomination",
    ),
    in_force=InForce.through(date(2022, 8, 18), date(2025, 10, 7)),
    replaces=(QD105_2017,),
)
QD50_2021: Final = Instrument(
    id="QD50-2021",
    type="regulation",
    number="50-QĐ/TW",
    issued="2021",
    issuer=_NOT_RECORDED,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định về công tác quy hoạch cán bộ",
        "Cadre planning",
    ),
    in_force=InForce.through(date(2021, 1, 1), date(2025, 10, 7)),
)
QD41_2021: Final = Instrument(
    id="QD41-2021",
    type="regulation",
    number="41-QĐ/TW",
    issued="2021",
    issuer=_NOT_RECORDED,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định số 41-QĐ/TW (chưa rõ nội dung)",
        "Regulation 41-QĐ/TW (subject not recorded)",
    ),
    in_force=InForce.through(date(2021, 1, 1), date(2025, 10, 7)),
)
QD126_2018: Final = Instrument(
    id="QD126-2018",
    type="regulation",
    number="126-QĐ/TW",
    issued="2018-02-28",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định về bảo vệ chính trị nội bộ Đảng",
        "Internal political protection",
    ),
    in_force=InForce.through(date(2018, 2, 28), date(2022, 2, 7)),
)
QD58_2022: Final = Instrument(
    id="QD58-2022",
    type="regulation",
    number="58-QĐ/TW",
    issued="2022-02-08",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định về bảo vệ chính trị nội bộ Đảng",
        "Internal political protection",
    ),
    in_force=InForce(date(2022, 2, 8)),
    replaces=(QD126_2018,),
)
QD89_2017: Final = Instrument(
    id="QD89-2017",
    type="regulation",
    number="89-QĐ/TW",
    issued="2017-08-04",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định về khung tiêu chuẩn chung của cán bộ lãnh đạo, quản lý",
        "Five common standards",
    ),
    in_force=InForce(date(2017, 8, 4)),
)
QD214_2020: Final = Instrument(
    id="QD214-2020",
    type="regulation",
    number="214-QĐ/TW",
    issued="2020-01-02",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định về tiêu chuẩn chức danh",
        "Title standards",
    ),
    in_force=InForce(date(2020, 1, 2)),
)
QD205_2019: Final = Instrument(
    id="QD205-2019",
    type="regulation",
    number="205-QĐ/TW",
    issued="2019-09-23",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.ASSUMED,
    title=Text(
        "Quy định về kiểm soát quyền lực trong công tác cán bộ và chống chạy chức, chạy quyền",
        "Control of power in personnel work, against office-seeking",
    ),
    in_force=InForce(date(2019, 9, 23)),
)
ND138_2020: Final = Instrument(
    id="ND138-2020",
    type="decree",
    number="138/2020/NĐ-CP",
    issued="2020",
    issuer="Chính phủ",
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Nghị định về tuyển dụng, sử dụng và quản lý công chức",
        "Recruitment, use and management of civil servants (State law)",
    ),
    in_force=InForce(date(2020, 1, 1)),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    QD105_2017,
    QD80_2022,
    QD50_2021,
    QD41_2021,
    QD126_2018,
    QD58_2022,
    QD89_2017,
    QD214_2020,
    QD205_2019,
    ND138_2020,
)
