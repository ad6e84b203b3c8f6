"""Party papers and archives until 2024 (handbook, instruments, section 7)."""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text

_POLITBURO: Final = "Bộ Chính trị"
_SECRETARIAT: Final = "Ban Bí thư"
_OFFICE: Final = "Văn phòng Trung ương Đảng"
_NOT_RECORDED: Final = "chưa rõ cơ quan ban hành"

QD31_1997: Final = Instrument(
    id="QD31-1997",
    type="regulation",
    number="31-QĐ/TW",
    issued="1997-10-01",
    issuer=_POLITBURO,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Quy định về thể loại và thể thức văn bản của Đảng",
        "Types and form of Party documents",
    ),
    in_force=InForce.through(date(1997, 10, 1), date(2017, 2, 5)),
)
HD01_1998: Final = Instrument(
    id="HD01-1998",
    type="guidance",
    number="01-HD/VPTW",
    issued="1998-02-02",
    issuer=_OFFICE,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Hướng dẫn thể thức văn bản của Đảng",
        "Form of Party documents",
    ),
    in_force=InForce(date(1998, 2, 2)),
)
QD91_2004: Final = Instrument(
    id="QD91-2004",
    type="regulation",
    number="91-QĐ/TW",
    issued="2004-02-16",
    issuer=_SECRETARIAT,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Quy định sửa đổi, bổ sung quy định về thể loại và thể thức văn bản của Đảng",
        "Amends types and form of Party documents",
    ),
    in_force=InForce.through(date(2004, 2, 16), date(2017, 2, 5)),
)
HD11_2004: Final = Instrument(
    id="HD11-2004",
    type="guidance",
    number="11-HD/VPTW",
    issued="2004-05-28",
    issuer=_OFFICE,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Hướng dẫn thể thức văn bản của Đảng",
        "Form of Party documents",
    ),
    in_force=InForce.through(date(2004, 5, 28), date(2018, 4, 2)),
)
# Verified for arts. 1 to 3; the rest was only partly read.
QD66_2017: Final = Instrument(
    id="QD66-2017",
    type="regulation",
    number="66-QĐ/TW",
    issued="2017-02-06",
    issuer=_SECRETARIAT,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Quy định về thể loại, thẩm quyền ban hành và thể thức văn bản của Đảng",
        "Types, who may issue, and form of Party documents",
    ),
    in_force=InForce.through(date(2017, 2, 6), date(2026, 1, 8)),
)
# Verified for items 1.3.1, 1.7, II.3 and the parts of a document; digests for the rest.
HD36_2018: Final = Instrument(
    id="HD36-2018",
    type="guidance",
    number="36-HD/VPTW",
    issued="2018-04-03",
    issuer=_OFFICE,
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    title=Text(
        "Hướng dẫn thể thức và kỹ thuật trình bày văn bản của Đảng",
        "Numbers, symbols, signing and copies of Party documents",
    ),
    in_force=InForce.through(date(2018, 4, 3), date(2026, 5, 26)),
    replaces=(HD11_2004,),
)
# That it exists is reported; its content is unknown.
QD223_2020: Final = Instrument(
    id="QD223-2020",
    type="regulation",
    number="223-QĐ/TW",
    issued="2020-03-06",
    issuer=_NOT_RECORDED,
    level=Level.CENTRE,
    confidence=Confidence.UNKNOWN,
    title=Text(
        "Quy định số 223-QĐ/TW (chưa thấy nội dung)",
        "Regulation 223-QĐ/TW (content not seen)",
    ),
    in_force=InForce.through(date(2020, 3, 6), date(2026, 1, 8)),
)
# That it exists is reported; its content is unknown.
CV5053_2019: Final = Instrument(
    id="CV5053-2019",
    type="official_letter",
    number="5053-CV/VPTW/nb",
    issued="2019-03-11",
    issuer=_OFFICE,
    level=Level.CENTRE,
    confidence=Confidence.UNKNOWN,
    title=Text(
        "Công văn số 5053-CV/VPTW/nb (chưa thấy nội dung)",
        "Letter 5053-CV/VPTW/nb (content not seen)",
    ),
    in_force=InForce.through(date(2019, 3, 11), date(2026, 1, 8)),
)
HD62_2020: Final = Instrument(
    id="HD62-2020",
    type="guidance",
    number="62-HD/VPTW",
    issued="2020-02-04",
    issuer=_OFFICE,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Hướng dẫn lập hồ sơ và nộp lưu hồ sơ đại hội đảng bộ các cấp",
        "Making and handing over congress files",
    ),
    in_force=InForce(date(2020, 2, 4)),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    QD31_1997,
    HD01_1998,
    QD91_2004,
    HD11_2004,
    QD66_2017,
    HD36_2018,
    QD223_2020,
    CV5053_2019,
    HD62_2020,
)
