"""What the arithmetic asks of the law: cited figures, and a choice for every open reading.

The functions of this package know no instrument. They take one of these records, and a plugin fills
it for a day. A field that holds a `Cited` value is a figure or a choice that the law, a province or
the user may set otherwise (`attrs.evolve`); a bare `Citation` is a rule without a choice in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import Final

import attrs

from congress_flow._sources import Citation, Cited
from congress_flow._text import Text, Worded


class Meeting(Enum):
    """Who votes: the members, the delegates, or an elected committee in conference."""

    MEMBERS_CONGRESS = "members_congress"
    DELEGATES_CONGRESS = "delegates_congress"
    CONFERENCE = "conference"

    @property
    def term(self) -> Text:
        """The meeting in words."""
        return _MEETING_WORDS[self]


_MEETING_WORDS: Final = {
    Meeting.MEMBERS_CONGRESS: Text("đại hội đảng viên", "members' congress"),
    Meeting.DELEGATES_CONGRESS: Text("đại hội đại biểu", "delegates' congress"),
    Meeting.CONFERENCE: Text("hội nghị", "conference"),
}


class Contest(Enum):
    """What is being elected. `DELEGATES` are the delegates to the higher congress."""

    COMMITTEE = "committee"
    STANDING_COMMITTEE = "standing_committee"
    SECRETARY = "secretary"
    CELL_SECRETARY = "cell_secretary"
    DEPUTY_SECRETARIES = "deputy_secretaries"
    INSPECTION_COMMISSION = "inspection_commission"
    INSPECTION_CHAIR = "inspection_chair"
    DELEGATES = "delegates"

    @property
    def term(self) -> Text:
        """The contest in words."""
        return _CONTEST_WORDS[self]


_CONTEST_WORDS: Final = {
    Contest.COMMITTEE: Text("ban chấp hành (cấp ủy)", "committee"),
    Contest.STANDING_COMMITTEE: Text("ban thường vụ", "standing committee"),
    Contest.SECRETARY: Text("bí thư", "secretary"),
    Contest.CELL_SECRETARY: Text("bí thư chi bộ", "secretary of a cell"),
    Contest.DEPUTY_SECRETARIES: Text("phó bí thư", "deputy secretaries"),
    Contest.INSPECTION_COMMISSION: Text("ủy ban kiểm tra", "inspection commission"),
    Contest.INSPECTION_CHAIR: Text(
        "chủ nhiệm ủy ban kiểm tra", "chair of the inspection commission"
    ),
    Contest.DELEGATES: Text("đại biểu dự đại hội cấp trên", "delegates to the higher congress"),
}


class Standing(Enum):
    """How a person convened stands to the vote, where that bears, or seems to bear, on the base."""

    TEMPORARILY_ELSEWHERE_ABSENT = "temporarily_elsewhere_absent"
    EXEMPT_ABSENT = "exempt_absent"
    SUSPENDED = "suspended"
    PROSECUTED_OR_DETAINED = "prosecuted_or_detained"
    ABSENT_ALL_APPROVED = "absent_all_approved"
    TEMPORARILY_ELSEWHERE_PRESENT = "temporarily_elsewhere_present"
    EXEMPT_PRESENT = "exempt_present"
    ABSENT_ALL_UNAPPROVED = "absent_all_unapproved"
    COMMITTEE_ABSENT_ALL = "committee_absent_all"
    DELEGATE_ABSENT_ALL_NO_ALTERNATE = "delegate_absent_all_no_alternate"
    DELEGATE_ABSENT_REPLACED = "delegate_absent_replaced"
    LEFT_EARLY = "left_early"

    @property
    def term(self) -> Text:
        """The standing in words."""
        return _STANDING_WORDS[self]


_STANDING_WORDS: Final = {
    Standing.TEMPORARILY_ELSEWHERE_ABSENT: Text(
        "được giới thiệu sinh hoạt tạm thời ở nơi khác, không dự",
        "introduced elsewhere for temporary activity, not present",
    ),
    Standing.EXEMPT_ABSENT: Text(
        "được miễn công tác và sinh hoạt đảng, không dự", "exempt, not present"
    ),
    Standing.SUSPENDED: Text("bị đình chỉ sinh hoạt đảng", "suspended from Party activity"),
    Standing.PROSECUTED_OR_DETAINED: Text(
        "bị khởi tố, truy tố hoặc tạm giam", "charged, indicted or detained"
    ),
    Standing.ABSENT_ALL_APPROVED: Text(
        "vắng mặt suốt thời gian đại hội, có lý do chính đáng được cấp ủy triệu tập đồng ý",
        "absent throughout, for a reason approved by the convening committee",
    ),
    Standing.TEMPORARILY_ELSEWHERE_PRESENT: Text(
        "được giới thiệu sinh hoạt tạm thời ở nơi khác, có dự",
        "introduced elsewhere for temporary activity, present",
    ),
    Standing.EXEMPT_PRESENT: Text("được miễn công tác và sinh hoạt đảng, có dự", "exempt, present"),
    Standing.ABSENT_ALL_UNAPPROVED: Text(
        "vắng mặt suốt thời gian đại hội, không được đồng ý",
        "absent throughout, without an approved reason",
    ),
    Standing.COMMITTEE_ABSENT_ALL: Text(
        "cấp ủy viên cấp triệu tập vắng mặt suốt thời gian đại hội",
        "member of the convening committee, absent throughout",
    ),
    Standing.DELEGATE_ABSENT_ALL_NO_ALTERNATE: Text(
        "đại biểu chính thức vắng mặt suốt thời gian đại hội, không có đại biểu dự khuyết thay thế",
        "official delegate absent throughout, no alternate in the place",
    ),
    Standing.DELEGATE_ABSENT_REPLACED: Text(
        "đại biểu chính thức vắng mặt, có đại biểu dự khuyết thay thế",
        "official delegate absent, an alternate in the place",
    ),
    Standing.LEFT_EARLY: Text("chỉ dự một phần thời gian đại hội", "there for a part only"),
}

_MEMBERS: Final = frozenset(
    {
        Standing.TEMPORARILY_ELSEWHERE_ABSENT,
        Standing.EXEMPT_ABSENT,
        Standing.SUSPENDED,
        Standing.PROSECUTED_OR_DETAINED,
        Standing.ABSENT_ALL_APPROVED,
        Standing.TEMPORARILY_ELSEWHERE_PRESENT,
        Standing.EXEMPT_PRESENT,
        Standing.ABSENT_ALL_UNAPPROVED,
        Standing.LEFT_EARLY,
    }
)
# Trap TR19: only a members' congress asks for the reason of an absence; a delegates' congress asks
# whether an alternate came instead. The two lists never mix.
STANDINGS: Final[Mapping[Meeting, frozenset[Standing]]] = {
    Meeting.MEMBERS_CONGRESS: _MEMBERS,
    Meeting.DELEGATES_CONGRESS: frozenset(
        {
            Standing.COMMITTEE_ABSENT_ALL,
            Standing.DELEGATE_ABSENT_ALL_NO_ALTERNATE,
            Standing.DELEGATE_ABSENT_REPLACED,
            Standing.LEFT_EARLY,
        }
    ),
    Meeting.CONFERENCE: _MEMBERS,
}


class QuorumBase(Worded):
    """What two thirds are taken of. The Charter does not say: a reading."""

    CONVENED = "convened", Text("số người được triệu tập", "all convened")
    AFTER_DEDUCTIONS = (
        "after_deductions",
        Text("số người được triệu tập, sau khi trừ", "those convened, after the deductions"),
    )


class ConferenceDeductions(Worded):
    """Who leaves the base at a conference. The clause was read only in part: a reading."""

    NONE = "none", Text("không trừ ai", "nobody")
    AS_MEMBERS_CONGRESS = (
        "as_members_congress",
        Text("trừ như ở đại hội đảng viên", "as at a members' congress"),
    )


class Runoff(Enum):
    """What a run-off among the tied asks of its winner."""

    PLURALITY = "plurality"
    MAJORITY = "majority"


class Shortage(Enum):
    """What follows when the first vote leaves seats open. After that the meeting decides."""

    VOTE_AGAIN = "vote_again"
    MEETING_DECIDES = "meeting_decides"


class SurplusRounding(Worded):
    """How the band of 10 to 15 % becomes whole persons. No text was found: a reading.

    `LEAST_FROM_FLOOR`: the smallest surplus that reaches the floor of the band; outside the band is
    a warning. `BAND_WHERE_POSSIBLE`: the band binds wherever a whole number fits it. `NEAREST`: the
    whole number nearest to the band, the larger of two.
    """

    LEAST_FROM_FLOOR = (
        "least_from_floor",
        Text("số dư ít nhất đạt từ 10 % trở lên", "the smallest surplus from 10 % up"),
    )
    BAND_WHERE_POSSIBLE = (
        "band_where_possible",
        Text("trong khoảng 10–15 %, nếu có số nguyên", "within 10–15 %, if a whole number is"),
    )
    NEAREST = "nearest", Text("số nguyên gần khoảng 10–15 % nhất", "the whole number nearest to it")


class LaterRounds(Worded):
    """What the surplus of a further round is measured by. No text was found: a reading."""

    ALL_SEATS = "all_seats", Text("tính trên tổng số lượng cần bầu", "by all seats")
    OPEN_SEATS = "open_seats", Text("tính trên số lượng còn phải bầu", "by the seats still open")
    NOT_ASKED = "not_asked", Text("không yêu cầu số dư", "not asked for")


class PollTie(Worded):
    """What becomes of outsiders with equal support at the last place of the list: a reading.

    `WITHIN_CAP` lets all of them in if the cap allows, and therefore none where it does not.
    """

    WITHIN_CAP = (
        "within_cap",
        Text("đưa tất cả vào nếu không quá mức tối đa", "all of them, if the cap allows"),
    )
    NONE_ENTERS = "none_enters", Text("không đưa ai vào", "none of them")
    POLL_AGAIN = "poll_again", Text("lấy phiếu lại", "a further poll")
    CONGRESS_DECIDES = "congress_decides", Text("đại hội quyết định", "the congress decides")


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class BallotLaw:
    """When one ballot is valid, and for whom it counts.

    `all_disagree_valid` is an open reading: is a ballot without surplus valid that agrees to
    nobody?
    """

    issued_by_board: Citation
    votes: Citation
    counted: Citation
    unclear_box: Citation
    unclear_single_voids: Cited[bool]
    foreign_name_voids: Cited[bool]
    mark_voids: Cited[bool]
    all_disagree_valid: Cited[bool]


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class MajorityLaw:
    """What a majority and a quorum are taken of.

    `share` must be passed, not reached. `deducted` names who leaves the base at each meeting; at a
    conference it is an open reading, as is `quorum_base`. A meeting without an entry in `quorum`
    has no quorum that is known.
    """

    share: Cited[Fraction]
    deducted: Mapping[Meeting, Cited[frozenset[Standing]]]
    quorum: Mapping[Meeting, Cited[Fraction]]
    quorum_of_organisations: Cited[Fraction]
    quorum_base: Cited[QuorumBase]


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class ResultLaw:
    """How votes become a result.

    `cell_secretary_ballots` is the number of ballots after which the superior appoints the
    secretary of a cell; 0 where no number is set.
    """

    order: Citation
    runoff: Cited[Runoff]
    still_tied: Citation
    shortage_of_delegates: Cited[Shortage]
    shortage_of_others: Cited[Shortage]
    over_issued_voids: Cited[bool]
    figures: Citation
    alternates: Citation
    cell_secretary_ballots: Cited[int]


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class ListLaw:
    """How long a list may be, and who may enter it.

    `cap` may be reached, `outsider_support` must be passed (0: no support is asked).
    `one_extra_for` names the sizes of committee that may have one extra person above the cap.
    """

    required: Cited[frozenset[Contest]]
    cap: Cited[Fraction]
    band: Cited[tuple[Fraction, Fraction]]
    one_extra_for: Cited[tuple[int, ...]]
    rounding: Cited[SurplusRounding]
    later_rounds: Cited[LaterRounds]
    outsider_support: Cited[Fraction]
    over_cap: Citation
    poll_tie: Cited[PollTie]


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class ElectionLaw:
    """The law of an election as it stands on one day.

    The plugin of the term makes one: `election_law(day, readings)` of its module `election_law`.
    """

    ballots: BallotLaw
    majority: MajorityLaw
    result: ResultLaw
    lists: ListLaw
