"""The rules of the province and its block: they tighten the national book and never stand alone.

Only the numbers, dates and subjects of 187-KH/TU and 78-KH/ĐUK are known, and of 09-HD/BTCĐUK that
it had to be passed on; their texts were not found. So this book asks for no more than what the
article of 2020 shows that these papers required, and leaves all else to the national book.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import InForce, Level, Rulebook, Text
from congress_flow_thai_binh_2020.instruments import INSTRUMENTS

book: Final[Rulebook[None]] = Rulebook(
    "thai-binh-2020",
    Level.PROVINCE,
    InForce.through(date(2019, 10, 25), date(2024, 6, 13)),
    title=Text(
        "Thái Bình và Khối các cơ quan tỉnh, nhiệm kỳ 2020-2025",
        "Thái Bình and its block of provincial agencies, term 2020–2025",
    ),
    version="0.1.0",
    tightens=("vn-2020",),
    instruments=INSTRUMENTS,
)
