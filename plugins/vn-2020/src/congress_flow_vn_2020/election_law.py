"""The election regulation of 2014 as figures: 244-QĐ/TW with its guidance.

`election_law(day, readings)` fills the record that the arithmetic of ballots takes. What the texts
leave open comes from the readings and is graded *unknown*; what nobody has read is graded *assumed*
and may be set otherwise with `attrs.evolve`.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final, Protocol

from congress_flow import HALF, TWO_THIRDS, Citation, Cited, Confidence
from congress_flow.errors import UsageError
from congress_flow.reckoning import (
    BallotLaw,
    ConferenceDeductions,
    Contest,
    ElectionLaw,
    LaterRounds,
    ListLaw,
    MajorityLaw,
    Meeting,
    PollTie,
    QuorumBase,
    ResultLaw,
    Runoff,
    Shortage,
    Standing,
    SurplusRounding,
)
from congress_flow_vn_2020.instruments import DL_2011, HANDBOOK, HD03_2020, HD04_2014, QC244_2014

CAP: Final = Fraction(3, 10)
BAND: Final = (Fraction(1, 10), Fraction(15, 100))
WITH_SURPLUS: Final = frozenset({Contest.COMMITTEE, Contest.STANDING_COMMITTEE})

DEDUCTED_MEMBERS: Final = frozenset(
    {
        Standing.TEMPORARILY_ELSEWHERE_ABSENT,
        Standing.EXEMPT_ABSENT,
        Standing.SUSPENDED,
        Standing.PROSECUTED_OR_DETAINED,
        Standing.ABSENT_ALL_APPROVED,
    }
)
DEDUCTED_DELEGATES: Final = frozenset(
    {Standing.COMMITTEE_ABSENT_ALL, Standing.DELEGATE_ABSENT_ALL_NO_ALTERNATE}
)
_AT_CONFERENCE: Final = {
    ConferenceDeductions.NONE: frozenset[Standing](),
    ConferenceDeductions.AS_MEMBERS_CONGRESS: DEDUCTED_MEMBERS,
}


class ElectionReadings(Protocol):
    """The open points of an election, whoever chooses them: `Readings2020` has them all."""

    @property
    def all_disagree_valid(self) -> bool:
        """`ballot.all_disagree_valid`."""
        ...

    @property
    def conference_deductions(self) -> ConferenceDeductions:
        """`majority.base.conference_deductions`."""
        ...

    @property
    def quorum_base(self) -> QuorumBase:
        """`quorum.base`."""
        ...

    @property
    def surplus_rounding(self) -> SurplusRounding:
        """`surplus.rounding`."""
        ...

    @property
    def one_extra_on_three(self) -> bool:
        """`surplus.min_one_overrides_cap`."""
        ...

    @property
    def later_surplus(self) -> LaterRounds:
        """`surplus.later_rounds`."""
        ...

    @property
    def poll_tie(self) -> PollTie:
        """`poll.tie_policy`."""
        ...


def _244(article: str, confidence: Confidence = Confidence.VERIFIED) -> Citation:
    return QC244_2014.at(article, confidence)


def not_seen(row: str, confidence: Confidence = Confidence.UNKNOWN) -> Citation:
    """Cite a row of the handbook that rests on no text of an instrument."""
    return HANDBOOK.at(f"parameters.md {row}", confidence)


_BALLOTS: Final = _244("Điều 17", Confidence.REPORTED)
_BALLOTS_ASSUMED: Final = _244("Điều 17 (chưa thấy nội dung này)", Confidence.ASSUMED)
_BALLOTS_OPEN: Final = _244("Điều 17 (chưa đọc được đủ)", Confidence.UNKNOWN)
_COUNTED: Final = _244("Điều 32 khoản 1")
_RESULT_ASSUMED: Final = _244("Điều 32 (chưa thấy khoản này)", Confidence.ASSUMED)
_LIST_ASSUMED: Final = _244("Điều 16 (chưa thấy văn bản)", Confidence.ASSUMED)


# What does not change with the regulation is written once, and the plugin of 2025 takes it from
# here.
_CHARTER: Final = DL_2011.at("Điều 11 khoản 6 (chưa thấy văn bản)", Confidence.ASSUMED)
_CHARTER_OPEN: Final = DL_2011.at("Điều 11 khoản 6 (không nêu)", Confidence.UNKNOWN)
QUORUM: Final = {
    Meeting.MEMBERS_CONGRESS: Cited(TWO_THIRDS, _CHARTER),
    Meeting.DELEGATES_CONGRESS: Cited(TWO_THIRDS, _CHARTER),
}
QUORUM_OF_ORGANISATIONS: Final = Cited(TWO_THIRDS, _CHARTER)
OVER_ISSUED_VOIDS: Final = Cited(
    True,  # noqa: FBT003
    not_seen("ballot.collected_over_issued (hỏi đáp ngày 17/3/2020)", Confidence.REPORTED),
)
FIGURES: Final = HANDBOOK.at("procedures.md 5-I1, 5-I2", Confidence.DERIVED)


def election_law(day: date, readings: ElectionReadings) -> ElectionLaw:
    """Return the law of elections on *day* under 244-QĐ/TW and the guidance of that day.

    Raises `UsageError` for a day on which that regulation was not in force.
    """
    if day not in QC244_2014.in_force:
        raise UsageError(f"244-QĐ/TW was not in force on {day}: {QC244_2014.in_force}")
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
            share=Cited(HALF, _244("Điều 32 khoản 2, 3")),
            deducted={
                Meeting.MEMBERS_CONGRESS: Cited(DEDUCTED_MEMBERS, _244("Điều 32 khoản 2")),
                Meeting.DELEGATES_CONGRESS: Cited(DEDUCTED_DELEGATES, _244("Điều 32 khoản 3")),
                Meeting.CONFERENCE: conference_deductions(
                    readings,
                    _244("Điều 32 khoản 4 (chưa đọc được đủ)", Confidence.UNKNOWN),
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
            shortage_of_delegates=Cited(Shortage.VOTE_AGAIN, _244("Điều 20 khoản 2")),
            shortage_of_others=Cited(Shortage.MEETING_DECIDES, _RESULT_ASSUMED),
            over_issued_voids=OVER_ISSUED_VOIDS,
            figures=FIGURES,
            alternates=_244("Điều 20 (chưa thấy khoản này)", Confidence.ASSUMED),
            cell_secretary_ballots=Cited(0, _244("Điều 20 khoản 2", Confidence.DERIVED)),
        ),
        lists=ListLaw(
            required=Cited(WITH_SURPLUS, _LIST_ASSUMED),
            cap=Cited(CAP, _cap_on(day)),
            band=Cited(BAND, _LIST_ASSUMED),
            one_extra_for=one_extra(readings),
            rounding=Cited(readings.surplus_rounding, not_seen("surplus.rounding")),
            later_rounds=Cited(readings.later_surplus, not_seen("surplus.later_rounds")),
            outsider_support=Cited(
                Fraction(0), _244("không quy định mức tán thành tối thiểu", Confidence.DERIVED)
            ),
            over_cap=_cap_on(day),
            poll_tie=Cited(readings.poll_tie, not_seen("poll.tie_policy")),
        ),
    )


def _cap_on(day: date) -> Citation:
    """Return where the cap was read: it stands in the guidance that was in force on the day."""
    for guidance in (HD03_2020, HD04_2014):
        if day in guidance.in_force:
            return guidance.at("về số dư, danh sách bầu cử", Confidence.VERIFIED)
    return _LIST_ASSUMED


def conference_deductions(
    readings: ElectionReadings, citation: Citation
) -> Cited[frozenset[Standing]]:
    """Return who leaves the base at a conference under the reading in use."""
    return Cited(_AT_CONFERENCE[readings.conference_deductions], citation)


def quorum_base(readings: ElectionReadings) -> Cited[QuorumBase]:
    """Return what the quorum is taken of under the reading in use."""
    return Cited(readings.quorum_base, _CHARTER_OPEN)


def one_extra(readings: ElectionReadings) -> Cited[tuple[int, ...]]:
    """Return the sizes of committee that may have one extra person above the cap.

    30 % of three seats is nobody; of four and five it is one person anyhow.
    """
    sizes = (3,) if readings.one_extra_on_three else ()
    return Cited(sizes, not_seen("surplus.min_one_overrides_cap"))
