"""Denunciations, appeals and election complaints until 2025 (handbook, parameters, section L)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from congress_flow import Citation, Cited, Confidence, InForce, Level, Parameter, Row
from congress_flow.reckoning import (
    ElectionComplaintLaw,
    Ground,
    LetterLaw,
    Limit,
    Matter,
    SettlementLaw,
    days,
    months,
    working_days,
)
from congress_flow_vn_2020.ages_law import T2020
from congress_flow_vn_2020.instruments import (
    DL_2011,
    HD02_2021,
    HD07_2019,
    QC244_2014,
    QD24_2021,
    QD29_2016,
    QD30_2016,
)

ABOVE_GRASSROOTS: Final = frozenset({Level.UPPER_GRASSROOTS, Level.PROVINCE, Level.CENTRE})
_GRASSROOTS: Final = frozenset({Level.GRASSROOTS})
_BELOW_CENTRE: Final = frozenset(Level) - {Level.CENTRE}
_CENTRE: Final = frozenset({Level.CENTRE})

_UNDER_HD07: Final = InForce(HD07_2019.earliest)
_UNDER_QD30: Final = InForce.through(date(2016, 7, 26), date(2021, 7, 27))
_HD07_FREEZE: Final = HD07_2019.at("phần II, mục 1.1", Confidence.VERIFIED)
_HD07_GROUNDS: Final = HD07_2019.at("các trường hợp không giải quyết", Confidence.REPORTED)
_QD30_SETTLE: Final = QD30_2016.at("giải quyết tố cáo", Confidence.REPORTED)

FREEZE: Final = Parameter(
    "denunciation.freeze",
    (
        Row(
            value=working_days(25),
            cites=_HD07_FREEZE,
            levels=_GRASSROOTS,
            in_force=InForce.through(HD07_2019.earliest, date(2024, 6, 13)),
        ),
        Row(
            value=working_days(30),
            cites=_HD07_FREEZE,
            levels=ABOVE_GRASSROOTS,
            in_force=InForce.through(HD07_2019.earliest, date(2024, 6, 13)),
        ),
    ),
)
RECEIPT_DAY: Final = Parameter(
    "denunciation.receipt_day",
    (
        Row(
            value="competent",
            cites=HD07_2019.at(
                "Phần II, mục 1.1, theo trả lời của Ủy ban Kiểm tra Trung ương",
                Confidence.VERIFIED,
            ),
            in_force=T2020,
        ),
    ),
)
GROUNDS: Final[Mapping[Ground, Parameter[bool]]] = {
    **{
        ground: Parameter(
            "case.inadmissible",
            (Row(value=True, cites=_HD07_GROUNDS, in_force=_UNDER_HD07),),
        )
        for ground in Ground
        if ground is not Ground.COLLECTIVE
    },
    Ground.COLLECTIVE: Parameter(
        "case.collective_signature",
        (Row(value=True, cites=_QD30_SETTLE, in_force=_UNDER_QD30),),
    ),
}
SETTLER: Final = Parameter(
    "complaint.settler", (Row(value=True, cites=_QD30_SETTLE, in_force=_UNDER_QD30),)
)
"""Neither the accused nor anybody concerned settles a denunciation (handbook, documents, 7)."""

MIXED: Final = Parameter(
    "case.mixed",
    (
        Row(
            value=True,
            cites=HD02_2021.at("Phần V, mục 2.4", Confidence.VERIFIED),
            in_force=HD02_2021.in_force,
        ),
    ),
)
LODGE: Final[tuple[Cited[Limit], ...]] = (
    Cited(months(1), DL_2011.at("Điều 39 khoản 7", Confidence.VERIFIED)),
    # One official answer explains the month as 30 working days; between the two nobody may guess.
    Cited(working_days(30), DL_2011.at("Điều 39 khoản 7, theo một trả lời", Confidence.REPORTED)),
)
STAYS_IN_FORCE: Final = DL_2011.at("Điều 39 khoản 9", Confidence.VERIFIED)

SETTLE: Final[Mapping[Matter, Parameter[Limit]]] = {
    matter: Parameter(
        id_,
        (
            Row(value=working_days(90), cites=cites, levels=_BELOW_CENTRE, in_force=_UNDER_QD30),
            Row(value=working_days(180), cites=cites, levels=_CENTRE, in_force=_UNDER_QD30),
        ),
    )
    for matter, id_, cites in (
        (Matter.DENUNCIATION, "denunciation.settle", _QD30_SETTLE),
        (
            Matter.APPEAL,
            "appeal.settle",
            QD30_2016.at("Điều 32, mục 5.2.1", Confidence.VERIFIED),
        ),
    )
}
EXTENSION: Final = Cited(days(30), _QD30_SETTLE)
"""One extension of at most 30 days, for denunciations, with notice to the sender."""

ELECTION_WINDOW: Final = Parameter(
    "election_complaint.window",
    (
        Row(
            value=working_days(15),
            cites=QC244_2014.at("Điều 35 khoản 1", Confidence.VERIFIED),
            in_force=QC244_2014.in_force,
        ),
    ),
)
BLOCKS_RATIFICATION: Final = Parameter(
    "case.blocks_ratification",
    (
        Row(
            value=True,
            cites=QD29_2016.at("mục 16.1", Confidence.VERIFIED),
            in_force=QD29_2016.in_force,
        ),
        Row(
            value=True,
            cites=QD24_2021.at("mục 16.1.2", Confidence.VERIFIED),
            in_force=QD24_2021.in_force,
        ),
    ),
)


def letter_law(day: date, level: Level, *, appeal_cutoff: Cited[Limit] | None) -> LetterLaw:
    """Return what the law of *day* says of letters at *level*.

    *appeal_cutoff* is the reading of `appeal.cutoff` for 2020, whose figures were not found; None
    is the reading that there is none.
    """
    return LetterLaw(
        mixed=_citation(MIXED, day),
        settler=_citation(SETTLER, day),
        grounds={
            ground: found.citation
            for ground, rows in GROUNDS.items()
            if (found := rows.on(day)) is not None
        },
        receipt=_citation(RECEIPT_DAY, day),
        freeze=FREEZE.on(day, level),
        cutoff=appeal_cutoff,
        lodge=LODGE,
        stays_in_force=STAYS_IN_FORCE,
    )


def _citation(rows: Parameter[bool] | Parameter[str], day: date) -> Citation | None:
    found = rows.on(day)
    return None if found is None else found.citation


def settlement_law(day: date, matter: Matter, level: Level) -> SettlementLaw | None:
    """Return how long settling may take if received on *day*; None where no text was read."""
    rows = SETTLE.get(matter)
    limit = None if rows is None else rows.on(day, level)
    if limit is None:
        return None
    return SettlementLaw(
        limit=limit, extension=EXTENSION if matter is Matter.DENUNCIATION else None
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
