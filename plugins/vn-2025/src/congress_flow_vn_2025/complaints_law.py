"""Denunciations, appeals and election complaints, term 2025 (handbook, parameters, section L)."""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Cited, Confidence, InForce, Level, Parameter, Row
from congress_flow.reckoning import ElectionComplaintLaw, LetterLaw, Limit, working_days
from congress_flow_vn_2020 import complaints_law as before
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2025.instruments import (
    HD08_2024,
    QC190_2024,
    QD232_2025,
    QD294_2025,
    QD296_2025,
)

# A row of the whole term, which is older than the guidance that it names.
FREEZE: Final = HANDBOOK.at(
    "parameters.md denunciation.freeze (08-HD/UBKTTW ngày 18/11/2024 chưa đọc đủ)",
    Confidence.UNKNOWN,
)
_CUTOFF: Final = HD08_2024.at("khiếu nại trước đại hội", Confidence.REPORTED)

CUTOFF: Final = Parameter(
    "appeal.cutoff",
    (
        Row(
            value=working_days(25),
            cites=_CUTOFF,
            levels=frozenset({Level.GRASSROOTS}),
            in_force=HD08_2024.in_force,
        ),
        Row(
            value=working_days(30),
            cites=_CUTOFF,
            levels=before.ABOVE_GRASSROOTS | {Level.COMMUNE},
            in_force=HD08_2024.in_force,
        ),
    ),
)
"""An appeal sent at least so many days before the opening is considered before the congress."""

UNDER_QD296: Final = InForce(date(2025, 5, 30))
"""From here on the unit of the 30 days in which an appeal is lodged conflicts in the source."""

ELECTION_WINDOW: Final = Parameter(
    "election_complaint.window",
    (
        Row(
            value=working_days(15),
            cites=QC190_2024.at("Điều 33 khoản 1", Confidence.VERIFIED),
            in_force=QC190_2024.in_force,
        ),
    ),
)
# The duty has no end in the handbook; the texts that followed 24-QĐ/TW were not read on it.
BLOCKS_RATIFICATION: Final = Parameter(
    "case.blocks_ratification",
    (
        *before.BLOCKS_RATIFICATION.rows,
        Row(
            value=True,
            cites=QD232_2025.at("chưa thấy khoản này", Confidence.ASSUMED),
            in_force=QD232_2025.in_force,
        ),
        Row(
            value=True,
            cites=QD294_2025.at("chưa thấy khoản này", Confidence.ASSUMED),
            in_force=QD294_2025.in_force,
        ),
    ),
)


def letter_law(
    day: date, level: Level, *, freeze: Limit | None, lodge_under_qd296: Limit
) -> LetterLaw:
    """Return what the law of *day* says of letters at *level*.

    Two readings: *freeze* is the time before a congress in which denunciations are not settled (the
    guidance of 2024 was not read in full; None is none), *lodge_under_qd296* the time to appeal
    from 30 May 2025 on, 30 days or 30 working days.
    """
    law = before.letter_law(day, level, appeal_cutoff=CUTOFF.on(day, level))
    lodge = law.lodge
    if day in UNDER_QD296:
        unclear = QD296_2025.at("thời hạn khiếu nại", Confidence.UNKNOWN)
        lodge = (Cited(lodge_under_qd296, unclear),)
    return LetterLaw(
        mixed=law.mixed,
        settler=law.settler,
        grounds=law.grounds,
        receipt=law.receipt,
        freeze=None if freeze is None else Cited(freeze, FREEZE),
        cutoff=law.cutoff,
        lodge=lodge,
        stays_in_force=law.stays_in_force,
    )


def election_complaint_law(day: date, *, late_blocks: bool) -> ElectionComplaintLaw | None:
    """Return the law of complaints about an election held on *day*; None outside its time.

    *late_blocks* is the reading whether a complaint after the window holds up ratification too.
    """
    window = ELECTION_WINDOW.on(day)
    blocks = BLOCKS_RATIFICATION.on(day)
    if window is None or blocks is None:
        return None
    return ElectionComplaintLaw(
        window=window, blocks_ratification=blocks.citation, late_blocks=late_blocks
    )
