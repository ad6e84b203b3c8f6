"""National instruments from 14 June 2024 on, the congresses of 2025 (handbook, instruments).

Where only the year is known, a span begins on its first day.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text
from congress_flow_vn_2020.instruments import (
    HD02_2021,
    HD36_2018,
    QC244_2014,
    QD22_2021,
    QD24_2021,
    QD41_2021,
    QD50_2021,
    QD66_2017,
    QD80_2022,
    QD223_2020,
)

_CENTRAL_COMMITTEE: Final = "Ban Chấp hành Trung ương"
_POLITBURO: Final = "Bộ Chính trị"
_SECRETARIAT: Final = "Ban Bí thư"
_ORGANISATION: Final = "Ban Tổ chức Trung ương"
_OFFICE: Final = "Văn phòng Trung ương Đảng"
_INSPECTION: Final = "Ủy ban Kiểm tra Trung ương"
_NOT_RECORDED: Final = "chưa rõ cơ quan ban hành"

# Date and effect are reported; the text of its congress items is unknown; its end is derived.
QD232_2025: Final = Instrument(
    id="QD232-2025",
    type="regulation",
    number="232-QĐ/TW",
    issued="2025-01-20",
    issuer=_CENTRAL_COMMITTEE,
    level=Level.CENTRE,
    confidence=Confidence.UNKNOWN,
    title=Text(
        "Quy định thi hành Điều lệ Đảng",
        "Implementing the Charter of the Party",
    ),
    in_force=InForce.through(date(2025, 1, 20), date(2025, 6, 30)),
    replaces=(QD24_2021,),
)
# The part on cells and the day of effect are reported; the rest of the text is unknown.
QD294_2025: Final = Instrument(
    id="QD294-2025",
    type="regulation",
    number="294-QĐ/TW",
    issued="2025-05-26",
    issuer=_CENTRAL_COMMITTEE,
    level=Level.CENTRE,
    confidence=Confidence.UNKNOWN,
    title=Text(
        "Quy định thi hành Điều lệ Đảng",
        "Implementing the Charter of the Party",
    ),
    in_force=InForce(date(2025, 7, 1)),
    replaces=(QD232_2025,),
)
CT35_2024: Final = Instrument(
    id="CT35-2024",
    type="directive",
    number="35-CT/TW",
    issued="2024-06-14",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Chỉ thị về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XIV "
        "của Đảng",
        "Congresses at all levels towards the XIV National Congress",
    ),
    in_force=InForce.through(date(2024, 6, 14), date(2025, 4, 13)),
)
KL118_2025: Final = Instrument(
    id="KL118-2025",
    type="conclusion",
    number="118-KL/TW",
    issued="2025-01-18",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kết luận về điều chỉnh, bổ sung một số nội dung Chỉ thị số 35-CT/TW, ngày 14/6/2024 "
        "của Bộ Chính trị",
        "Amends directive 35-CT/TW of 14/6/2024",
    ),
    in_force=InForce.through(date(2025, 1, 18), date(2025, 4, 13)),
)
CT45_2025: Final = Instrument(
    id="CT45-2025",
    type="directive",
    number="45-CT/TW",
    issued="2025-04-14",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Chỉ thị về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XIV "
        "của Đảng",
        "Congresses at all levels towards the XIV National Congress",
    ),
    in_force=InForce(date(2025, 4, 14)),
    replaces=(
        CT35_2024,
        KL118_2025,
    ),
)
KL126_2025: Final = Instrument(
    id="KL126-2025",
    type="conclusion",
    number="126-KL/TW",
    issued="2025-02-14",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kết luận số 126-KL/TW về thời gian tổ chức đại hội điểm",
        "Days of the model congresses",
    ),
    in_force=InForce(date(2025, 2, 14)),
)
KL150_2025: Final = Instrument(
    id="KL150-2025",
    type="conclusion",
    number="150-KL/TW",
    issued="2025",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kết luận về xây dựng phương án nhân sự cấp ủy ở những nơi hợp nhất, sáp nhập",
        "Personnel in merged units",
    ),
    in_force=InForce(date(2025, 1, 1)),
)
KL163_2025: Final = Instrument(
    id="KL163-2025",
    type="conclusion",
    number="163-KL/TW",
    issued="2025-06-06",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Kết luận về đại hội hai nội dung và thời gian đại hội cấp cơ sở",
        "Two-content congresses; days of grassroots congresses",
    ),
    in_force=InForce(date(2025, 6, 6)),
)
# Its list of steps was not found.
HD27_2024: Final = Instrument(
    id="HD27-2024",
    type="guidance",
    number="27-HD/BTCTW",
    issued="2024-08-26",
    issuer=_ORGANISATION,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn một số nội dung Chỉ thị số 35-CT/TW, ngày 14/6/2024 của Bộ Chính trị",
        "Some contents of directive 35-CT/TW of 14/6/2024",
    ),
    in_force=InForce(date(2024, 8, 26)),
)
CV8548_2025: Final = Instrument(
    id="CV8548-2025",
    type="official_letter",
    number="8548-CV/BTCTW",
    issued="2025-05-19",
    issuer=_ORGANISATION,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Công văn về việc chỉ định cấp ủy cấp xã thành lập mới",
        "Appointing committees of newly formed communes",
    ),
    in_force=InForce(date(2025, 5, 19)),
)
CV7619_2024: Final = Instrument(
    id="CV7619-2024",
    type="official_letter",
    number="7619-CV/BTCTW",
    issued="2024-12-30",
    issuer=_ORGANISATION,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Công văn về mẫu quy chế làm việc của cấp ủy cơ sở",
        "Sample working rules for a grassroots committee",
    ),
    in_force=InForce(date(2024, 12, 30)),
)
QC190_2024: Final = Instrument(
    id="QC190-2024",
    type="decision",
    number="190-QĐ/TW",
    issued="2024-10-10",
    issuer=_CENTRAL_COMMITTEE,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Quyết định ban hành Quy chế bầu cử trong Đảng",
        "Election in the Party",
    ),
    in_force=InForce(date(2024, 10, 10)),
    replaces=(QC244_2014,),
)
HD04_2024: Final = Instrument(
    id="HD04-2024",
    type="guidance",
    number="04-HD/TW",
    issued="2024-12-31",
    issuer=_SECRETARIAT,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Hướng dẫn một số nội dung về bầu cử trong Đảng (Quyết định số 190-QĐ/TW)",
        "Implementing the election regulation of 2024 (190-QĐ/TW)",
    ),
    in_force=InForce(date(2024, 12, 31)),
)
HD08_2024: Final = Instrument(
    id="HD08-2024",
    type="guidance",
    number="08-HD/UBKTTW",
    issued="2024-11-18",
    issuer=_INSPECTION,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn công tác kiểm tra phục vụ đại hội đảng bộ các cấp tiến tới Đại hội XIV của Đảng",
        "Inspection work serving the congresses towards the XIV Congress",
    ),
    in_force=InForce(date(2024, 11, 18)),
)
QD296_2025: Final = Instrument(
    id="QD296-2025",
    type="regulation",
    number="296-QĐ/TW",
    issued="2025-05-30",
    issuer=_CENTRAL_COMMITTEE,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định về công tác kiểm tra, giám sát và kỷ luật của Đảng",
        "Inspection, supervision and discipline of the Party",
    ),
    in_force=InForce(date(2025, 5, 30)),
    replaces=(QD22_2021,),
)
HD08_2025: Final = Instrument(
    id="HD08-2025",
    type="guidance",
    number="08-HD/TW",
    issued="2025-06-10",
    issuer=_SECRETARIAT,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn thực hiện Quy định số 296-QĐ/TW về công tác kiểm tra, giám sát và kỷ luật "
        "của Đảng",
        "Implementing regulation 296-QĐ/TW",
    ),
    in_force=InForce(date(2025, 6, 10)),
    replaces=(HD02_2021,),
)
# The day is not recorded; named only as replaced by 377-QĐ/TW.
QD148_2024: Final = Instrument(
    id="QD148-2024",
    type="regulation",
    number="148-QĐ/TW",
    issued="2024",
    issuer=_NOT_RECORDED,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định số 148-QĐ/TW (chưa rõ nội dung)",
        "Regulation 148-QĐ/TW (subject not recorded)",
    ),
    in_force=InForce.through(date(2024, 1, 1), date(2025, 10, 7)),
)
QD377_2025: Final = Instrument(
    id="QD377-2025",
    type="regulation",
    number="377-QĐ/TW",
    issued="2025-10-08",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định về phân cấp quản lý cán bộ và quy hoạch, bổ nhiệm, giới thiệu ứng cử, từ "
        "chức, miễn nhiệm đối với cán bộ",
        "Cadre management, planning, appointment, resignation",
    ),
    in_force=InForce(date(2025, 10, 8)),
    replaces=(
        QD80_2022,
        QD50_2021,
        QD41_2021,
        QD148_2024,
    ),
)
# That it exists is reported; its content is unknown.
CV16915_2025: Final = Instrument(
    id="CV16915-2025",
    type="official_letter",
    number="16915-CV/VPTW",
    issued="2025-08-21",
    issuer=_OFFICE,
    level=Level.CENTRE,
    confidence=Confidence.UNKNOWN,
    title=Text(
        "Công văn số 16915-CV/VPTW (chưa thấy nội dung)",
        "Letter 16915-CV/VPTW (content not seen)",
    ),
    in_force=InForce.through(date(2025, 8, 21), date(2026, 1, 8)),
)
# It also abolishes 5053-CV/VPTW/nb and 16915-CV/VPTW.
QD399_2026: Final = Instrument(
    id="QD399-2026",
    type="regulation",
    number="399-QĐ/TW",
    issued="2026-01-09",
    issuer=_NOT_RECORDED,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Quy định về thể loại, thẩm quyền ban hành và thể thức văn bản của Đảng",
        "Types, who may issue, and form of Party documents",
    ),
    in_force=InForce(date(2026, 1, 9)),
    replaces=(
        QD66_2017,
        QD223_2020,
    ),
)
HD05_2026: Final = Instrument(
    id="HD05-2026",
    type="guidance",
    number="05-HD/VPTW",
    issued="2026-05-27",
    issuer=_OFFICE,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn thể thức và kỹ thuật trình bày văn bản của Đảng",
        "Form of Party documents",
    ),
    in_force=InForce(date(2026, 5, 27)),
    replaces=(HD36_2018,),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    QD232_2025,
    QD294_2025,
    CT35_2024,
    KL118_2025,
    CT45_2025,
    KL126_2025,
    KL150_2025,
    KL163_2025,
    HD27_2024,
    CV8548_2025,
    CV7619_2024,
    QC190_2024,
    HD04_2024,
    HD08_2024,
    QD296_2025,
    HD08_2025,
    QD148_2024,
    QD377_2025,
    CV16915_2025,
    QD399_2026,
    HD05_2026,
)
