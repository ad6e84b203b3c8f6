"""Directives and guidance on congresses until 2024 (handbook, instruments, sections 2 and 3).

The texts of a congress round hold until the next directive: 36-CT/TW of 2014 until 35-CT/TW of
2019, and that until 35-CT/TW of 2024 (handbook, parameters, "In force"). Where only the year is
known, a span begins on its first day.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text

_POLITBURO: Final = "Bộ Chính trị"
_ORGANISATION: Final = "Ban Tổ chức Trung ương"
_OFFICE: Final = "Văn phòng Trung ương Đảng"
_PROPAGANDA: Final = "Ban Tuyên giáo Trung ương"

CT36_2014: Final = Instrument(
    id="CT36-2014",
    type="directive",
    number="36-CT/TW",
    issued="2014-05-30",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Chỉ thị về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XII "
        "của Đảng",
        "Congresses at all levels towards the XII National Congress",
    ),
    in_force=InForce.through(date(2014, 5, 30), date(2019, 5, 29)),
)
# Verified for limits and delegates; Appendix 1 (the five steps) was only partly read.
CT35_2019: Final = Instrument(
    id="CT35-2019",
    type="directive",
    number="35-CT/TW",
    issued="2019-05-30",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Chỉ thị về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XIII "
        "của Đảng",
        "Congresses at all levels towards the XIII National Congress",
    ),
    in_force=InForce.through(date(2019, 5, 30), date(2024, 6, 13)),
)
# No congress rule: kept because its number is that of a directive of 2025.
CT45_2020: Final = Instrument(
    id="CT45-2020",
    type="directive",
    number="45-CT/TW",
    issued="2020-06-20",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Chỉ thị về lãnh đạo cuộc bầu cử đại biểu Quốc hội",
        "Leading the election of the National Assembly",
    ),
    in_force=InForce(date(2020, 6, 20)),
)
KL60_2019: Final = Instrument(
    id="KL60-2019",
    type="conclusion",
    number="60-KL/TW",
    issued="2019-10-08",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kết luận về trình độ tối thiểu và lý luận chính trị của nhân sự, năm 2020",
        "Minimum qualification and theory training, 2020",
    ),
    in_force=InForce.through(date(2019, 10, 8), date(2024, 6, 13)),
)
HD26_2014: Final = Instrument(
    id="HD26-2014",
    type="guidance",
    number="26-HD/BTCTW",
    issued="2014-08-18",
    issuer=_ORGANISATION,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Hướng dẫn công tác nhân sự cấp ủy tại đại hội đảng bộ các cấp tiến tới Đại hội đại "
        "biểu toàn quốc lần thứ XII của Đảng",
        "Committee personnel at congresses towards the XII National Congress",
    ),
    in_force=InForce.through(date(2014, 8, 18), date(2019, 5, 29)),
)
HD26_2019: Final = Instrument(
    id="HD26-2019",
    type="guidance",
    number="26-HD/BTCTW",
    issued="2019-10-18",
    issuer=_ORGANISATION,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn một số nội dung Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị",
        "Some contents of directive 35-CT/TW of 30/5/2019",
    ),
    in_force=InForce.through(date(2019, 10, 18), date(2024, 6, 13)),
)
# The day is not recorded; used in 2020.
HD28_2020: Final = Instrument(
    id="HD28-2020",
    type="guidance",
    number="28-HD/BTCTW",
    issued="2020",
    issuer=_ORGANISATION,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn số lượng cấp ủy viên ở những nơi hợp nhất, sáp nhập",
        "Numbers of committee members in merged units",
    ),
    in_force=InForce.through(date(2020, 1, 1), date(2024, 6, 13)),
)
CV11977_2020: Final = Instrument(
    id="CV11977-2020",
    type="official_letter",
    number="11977-CV/VPTW",
    issued="2020-04-23",
    issuer=_OFFICE,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Công văn về việc thảo luận chương trình hành động tại đại hội đảng bộ các cấp",
        "Discussing the action programme at congresses",
    ),
    in_force=InForce(date(2020, 4, 23)),
)
# Neither symbol nor day is recorded.
HD60_2020: Final = Instrument(
    id="HD60-2020",
    type="guidance",
    number="60 (chưa rõ ký hiệu)",
    issued="2020",
    issuer=_OFFICE,
    level=Level.CENTRE,
    confidence=Confidence.DERIVED,
    title=Text(
        "Hướng dẫn tổng hợp ý kiến góp ý vào dự thảo văn kiện Đại hội XIII",
        "Summarising opinions on the drafts of the XIII Congress",
    ),
    in_force=InForce(date(2020, 1, 1)),
)
HD151_2020: Final = Instrument(
    id="HD151-2020",
    type="guidance",
    number="151-HD/BTGTW",
    issued="2020-09-10",
    issuer=_PROPAGANDA,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn lấy ý kiến nhân dân góp ý vào dự thảo văn kiện Đại hội XIII",
        "People's opinions on the drafts of the XIII Congress",
    ),
    in_force=InForce(date(2020, 9, 10)),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    CT36_2014,
    CT35_2019,
    CT45_2020,
    KL60_2019,
    HD26_2014,
    HD26_2019,
    HD28_2020,
    CV11977_2020,
    HD60_2020,
    HD151_2020,
)
