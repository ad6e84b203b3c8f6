"""The election regulation of 2024 as figures: 190-QĐ/TW.

Its articles are those of 2014 less two, from article 11 on (trap TR24). What changed in the
arithmetic: an outsider needs the support of more than 30 % of those attending, and, from 1 July
2025, the superior appoints the secretary of a cell after a third ballot without a result.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from congress_flow import HALF, Citation, Cited, Confidence
from congress_flow.errors import UsageError
from congress_flow.reckoning import (
    BallotLaw,
    ElectionLaw,
    ListLaw,
    MajorityLaw,
    Meeting,
    ResultLaw,
    Runoff,
    Shortage,
)
from congress_flow_vn_2020.election_law import (
    BAND,
    CAP,
    DEDUCTED_DELEGATES,
    DEDUCTED_MEMBERS,
    FIGURES,
    OVER_ISSUED_VOIDS,
    QUORUM,
    QUORUM_OF_ORGANISATIONS,
    WITH_SURPLUS,
    ElectionReadings,
    conference_deductions,
    not_seen,
    one_extra,
    quorum_base,
)
from congress_flow_vn_2025.instruments import QC190_2024, QD294_2025

OUTSIDER_SUPPORT: Final = Fraction(3, 10)
CELL_SECRETARY_BALLOTS: Final = 3


def _190(article: str, confidence: Confidence = Confidence.VERIFIED) -> Citation:
    return QC190_2024.at(article, confidence)


_BALLOTS: Final = _190("Điều 15", Confidence.REPORTED)
_BALLOTS_ASSUMED: Final = _190("Điều 15 (chưa thấy nội dung này)", Confidence.ASSUMED)
_BALLOTS_OPEN: Final = _190("Điều 15 (chưa đọc được đủ)", Confidence.UNKNOWN)
_COUNTED: Final = _190("Điều 30 khoản 1")
_RESULT_ASSUMED: Final = _190("Điều 30 (chưa thấy khoản này)", Confidence.ASSUMED)
_LIST: Final = _190("Điều 14 khoản 1")
_ENTRY: Final = _190("Điều 14 khoản 3")


def election_law(day: date, readings: ElectionReadings) -> ElectionLaw:
    """Return the law of elections on *day* under 190-QĐ/TW.

    Raises `UsageError` for a day before that regulation.
    """
    if day not in QC190_2024.in_force:
        raise UsageError(f"190-QĐ/TW was not in force on {day}: {QC190_2024.in_force}")
    return ElectionLaw(
        ballots=BallotLaw(
            issued_by_board=_BALLOTS,
            votes=_BALLOTS,
            counted=_COUNTED,
            unclear_box=_COUNTED,
            unclear_single_voids=Cited(True, _BALLOTS_ASSUMED),  # noqa: FBT003 - a cited figure
            foreign_name_voids=Cited(True, _BALLOTS_ASSUMED),  # noqa: FBT003
            mark_voids=Cited(True, _BALLOTS_ASSUMED),  # noqa: FBT003
            all_disagree_valid=Cited(readings.all_disagree_valid, _BALLOTS_OPEN),
        ),
        majority=MajorityLaw(
            share=Cited(HALF, _190("Điều 30 khoản 2, 3")),
            deducted={
                Meeting.MEMBERS_CONGRESS: Cited(DEDUCTED_MEMBERS, _190("Điều 30 khoản 2")),
                Meeting.DELEGATES_CONGRESS: Cited(
                    DEDUCTED_DELEGATES,
                    _190("Điều 30 khoản 3 (chưa thấy văn bản)", Confidence.ASSUMED),
                ),
                Meeting.CONFERENCE: conference_deductions(
                    readings,
                    _190("Điều 30 khoản 4 (chưa đọc được đủ)", Confidence.UNKNOWN),
                ),
            },
            quorum=QUORUM,
            quorum_of_organisations=QUORUM_OF_ORGANISATIONS,
            quorum_base=quorum_base(readings),
        ),
        result=ResultLaw(
            order=_RESULT_ASSUMED,
            runoff=Cited(Runoff.PLURALITY, _RESULT_ASSUMED),
            still_tied=_RESULT_ASSUMED,
            shortage_of_delegates=Cited(
                Shortage.VOTE_AGAIN, _190("Điều 18 (chưa đọc được đủ)", Confidence.ASSUMED)
            ),
            shortage_of_others=Cited(Shortage.MEETING_DECIDES, _RESULT_ASSUMED),
            over_issued_voids=OVER_ISSUED_VOIDS,
            figures=FIGURES,
            alternates=_190("Điều 18 (chưa đọc được đủ)", Confidence.ASSUMED),
            cell_secretary_ballots=_cell_secretary_ballots(day),
        ),
        lists=ListLaw(
            required=Cited(WITH_SURPLUS, _LIST),
            cap=Cited(CAP, _LIST),
            band=Cited(BAND, _LIST),
            one_extra_for=one_extra(readings),
            rounding=Cited(readings.surplus_rounding, not_seen("surplus.rounding")),
            later_rounds=Cited(readings.later_surplus, not_seen("surplus.later_rounds")),
            outsider_support=Cited(OUTSIDER_SUPPORT, _ENTRY),
            over_cap=_190("Điều 14 khoản 3", Confidence.REPORTED),
            poll_tie=Cited(readings.poll_tie, not_seen("poll.tie_policy")),
        ),
    )


def _cell_secretary_ballots(day: date) -> Cited[int]:
    if day in QD294_2025.in_force:
        place = QD294_2025.at("về bầu bí thư chi bộ", Confidence.REPORTED)
        return Cited(CELL_SECRETARY_BALLOTS, place)
    return Cited(0, _190("Điều 18 (chưa đọc được đủ)", Confidence.DERIVED))
