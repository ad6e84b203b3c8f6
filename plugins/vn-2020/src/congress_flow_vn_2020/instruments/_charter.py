"""The Charter and its implementing rules until 2024 (handbook, instruments, section 1)."""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Confidence, InForce, Instrument, Level, Text

_CENTRAL_COMMITTEE: Final = "Ban Chấp hành Trung ương"
_SECRETARIAT: Final = "Ban Bí thư"

# Verified for arts. 12(3), 20, 24, 39(7) and 39(9) only: cite those with their own grade.
DL_2011: Final = Instrument(
    id="DL-2011",
    type="charter",
    number="Điều lệ Đảng",
    issued="2011",
    issuer="Đại hội đại biểu toàn quốc lần thứ XI",
    level=Level.CENTRE,
    confidence=Confidence.ASSUMED,
    title=Text(
        "Điều lệ Đảng Cộng sản Việt Nam",
        "Charter of the Communist Party of Vietnam",
    ),
    in_force=InForce(date(2011, 1, 1)),
)
QD29_2016: Final = Instrument(
    id="QD29-2016",
    type="regulation",
    number="29-QĐ/TW",
    issued="2016-07-25",
    issuer=_CENTRAL_COMMITTEE,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Quy định thi hành Điều lệ Đảng",
        "Implementing the Charter of the Party",
    ),
    in_force=InForce.through(date(2016, 7, 25), date(2021, 7, 29)),
)
QD24_2021: Final = Instrument(
    id="QD24-2021",
    type="regulation",
    number="24-QĐ/TW",
    issued="2021-07-30",
    issuer=_CENTRAL_COMMITTEE,
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
    title=Text(
        "Quy định thi hành Điều lệ Đảng",
        "Implementing the Charter of the Party",
    ),
    in_force=InForce.through(date(2021, 7, 30), date(2025, 1, 19)),
    replaces=(QD29_2016,),
)
# The day of 01-HD/TW of 2021 is not recorded; it cannot be earlier than the regulation it guides,
# so this one is taken to end where that regulation begins.
HD01_2016: Final = Instrument(
    id="HD01-2016",
    type="guidance",
    number="01-HD/TW",
    issued="2016-09-20",
    issuer=_SECRETARIAT,
    level=Level.CENTRE,
    confidence=Confidence.ASSUMED,
    title=Text(
        "Hướng dẫn một số vấn đề cụ thể thi hành Điều lệ Đảng",
        "Some points on implementing the Charter",
    ),
    in_force=InForce.through(date(2016, 9, 20), date(2021, 7, 29)),
)
# The day is not recorded: taken from the regulation it guides (24-QĐ/TW).
HD01_2021: Final = Instrument(
    id="HD01-2021",
    type="guidance",
    number="01-HD/TW",
    issued="2021",
    issuer=_SECRETARIAT,
    level=Level.CENTRE,
    confidence=Confidence.ASSUMED,
    title=Text(
        "Hướng dẫn một số vấn đề cụ thể thi hành Điều lệ Đảng",
        "Some points on implementing the Charter",
    ),
    in_force=InForce(date(2021, 7, 30)),
    replaces=(HD01_2016,),
)

INSTRUMENTS: Final[tuple[Instrument, ...]] = (
    DL_2011,
    QD29_2016,
    QD24_2021,
    HD01_2016,
    HD01_2021,
)
