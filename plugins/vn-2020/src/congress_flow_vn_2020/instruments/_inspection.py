"""Inspection, complaints and discipline until 2024 (handbook, instruments, section 5)."""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text

_CENTRAL_COMMITTEE: Final = "Ban Chấp hành Trung ương"
_POLITBURO: Final = "Bộ Chính trị"
_SECRETARIAT: Final = "Ban Bí thư"
_INSPECTION: Final = "Ủy ban Kiểm tra Trung ương"
_NOT_RECORDED: Final = "chưa rõ cơ quan ban hành"

# Verified for art. 32, item 5.2.1 (appeals); denunciations are reported.
QD30_2016: Final = Instrument(
    id="QD30-2016",
    type="regulation",
    number="30-QĐ/TW",
    issued="2016-07-26",
    issuer=_CENTRAL_COMMITTEE,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định thi hành Chương VII và Chương VIII Điều lệ Đảng về công tác kiểm tra, giám "
        "sát, kỷ luật của Đảng",
        "Charter chapters VII and VIII: inspection, supervision, discipline",
    ),
    in_force=InForce.through(date(2016, 7, 26), date(2021, 7, 27)),
)
# Verified for Part II, item 1.1; the rest is reported.
HD07_2019: Final = Instrument(
    id="HD07-2019",
    type="guidance",
    number="07-HD/UBKTTW",
    issued="2019-12-12",
    issuer=_INSPECTION,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn công tác kiểm tra phục vụ đại hội đảng bộ các cấp tiến tới Đại hội XIII "
        "của Đảng",
        "Inspection work serving the congresses towards the XIII Congress",
    ),
    in_force=InForce.through(date(2019, 12, 12), date(2024, 6, 13)),
)
QD22_2021: Final = Instrument(
    id="QD22-2021",
    type="regulation",
    number="22-QĐ/TW",
    issued="2021-07-28",
    issuer=_CENTRAL_COMMITTEE,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định về công tác kiểm tra, giám sát và kỷ luật của Đảng",
        "Inspection, supervision and discipline of the Party",
    ),
    in_force=InForce.through(date(2021, 7, 28), date(2025, 5, 29)),
    replaces=(QD30_2016,),
)
HD02_2021: Final = Instrument(
    id="HD02-2021",
    type="guidance",
    number="02-HD/TW",
    issued="2021-12-09",
    issuer=_SECRETARIAT,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Hướng dẫn thực hiện Quy định số 22-QĐ/TW về công tác kiểm tra, giám sát và kỷ luật "
        "của Đảng",
        "Implementing regulation 22-QĐ/TW",
    ),
    in_force=InForce.through(date(2021, 12, 9), date(2025, 6, 9)),
)
QDi07_2018: Final = Instrument(
    id="QDi07-2018",
    type="regulation",
    number="07-QĐi/TW",
    issued="2018-08-28",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Quy định về xử lý kỷ luật tổ chức đảng vi phạm",
        "Discipline of Party organisations",
    ),
    in_force=InForce(date(2018, 8, 28)),
)
QDi08_2018: Final = Instrument(
    id="QDi08-2018",
    type="regulation",
    number="08-QĐi/TW",
    issued="2018-10-25",
    issuer=_NOT_RECORDED,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định số 08-QĐi/TW (chưa rõ nội dung)",
        "Regulation 08-QĐi/TW (subject not recorded)",
    ),
    in_force=InForce(date(2018, 10, 25)),
)
HD06_2018: Final = Instrument(
    id="HD06-2018",
    type="guidance",
    number="06-HD/UBKTTW",
    issued="2018-12-18",
    issuer=_INSPECTION,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Hướng dẫn thực hiện một số điều trong Quy định số 07-QĐi/TW",
        "Implementing some articles of regulation 07-QĐi/TW",
    ),
    in_force=InForce(date(2018, 12, 18)),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    QD30_2016,
    HD07_2019,
    QD22_2021,
    HD02_2021,
    QDi07_2018,
    QDi08_2018,
    HD06_2018,
)
