"""Local instruments of other places, 2019 and 2020 (handbook, instruments, section 8).

They bind only their own territory.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text

HN_HD04_2020: Final = Instrument(
    id="HN-HD04-2020",
    type="guidance",
    number="04-HD/TU",
    issued="2020-03-06",
    issuer="Thành ủy Hà Nội",
    level=Level.PROVINCE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn tổng hợp ý kiến góp ý vào dự thảo văn kiện",
        "Summary of opinions on the drafts",
    ),
    in_force=InForce(date(2020, 3, 6)),
)
DNG_CV4182_2020: Final = Instrument(
    id="DNG-CV4182-2020",
    type="official_letter",
    number="4182-CV/TU",
    issued="2020-04-17",
    issuer="Thành ủy Đà Nẵng",
    level=Level.PROVINCE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Công văn về thời gian đại hội cấp cơ sở (trước ngày 15/6/2020)",
        "Grassroots congresses before 15/6/2020",
    ),
    in_force=InForce(date(2020, 4, 17)),
)
KT_QD818_2019: Final = Instrument(
    id="KT-QD818-2019",
    type="decision",
    number="818-QĐ/HU",
    issued="2019-09-09",
    issuer="Huyện ủy Kim Thành (Hải Dương)",
    level=Level.UPPER_GRASSROOTS,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quyết định thành lập Tiểu ban Văn kiện (32 thành viên)",
        "Documents subcommittee of 32 members",
    ),
    in_force=InForce(date(2019, 9, 9)),
)
DNTW_KH81_2019: Final = Instrument(
    id="DNTW-KH81-2019",
    type="plan",
    number="81-KH/ĐUK",
    issued="2019-08-15",
    issuer="Đảng ủy Khối Doanh nghiệp Trung ương",
    level=Level.PROVINCE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kế hoạch tổ chức đại hội đảng bộ các cấp trong Khối",
        "Congresses of the block of central enterprises",
    ),
    in_force=InForce.through(date(2019, 8, 15), date(2024, 6, 13)),
)
DNTW_HD23_2019: Final = Instrument(
    id="DNTW-HD23-2019",
    type="guidance",
    number="23-HD/ĐUK",
    issued="2019-11-28",
    issuer="Đảng ủy Khối Doanh nghiệp Trung ương",
    level=Level.PROVINCE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn tổ chức đại hội đảng bộ các cấp trong Khối",
        "Congresses of the block: guidance later than the plan it accompanies",
    ),
    in_force=InForce.through(date(2019, 11, 28), date(2024, 6, 13)),
)
VDB_KH101_2019: Final = Instrument(
    id="VDB-KH101-2019",
    type="plan",
    number="101-KH/ĐU",
    issued="2019-12-10",
    issuer="Ban Thường vụ Đảng ủy Ngân hàng Phát triển Việt Nam",
    level=Level.UPPER_GRASSROOTS,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kế hoạch tổ chức đại hội đảng bộ các cấp của Ngân hàng Phát triển Việt Nam",
        "Congresses of the Vietnam Development Bank",
    ),
    in_force=InForce.through(date(2019, 12, 10), date(2024, 6, 13)),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    HN_HD04_2020,
    DNG_CV4182_2020,
    KT_QD818_2019,
    DNTW_KH81_2019,
    DNTW_HD23_2019,
    VDB_KH101_2019,
)
