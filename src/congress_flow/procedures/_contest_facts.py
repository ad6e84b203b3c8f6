"""The facts of an election contest: its subject, and what its events are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import attrs

from congress_flow._sources import Level
from congress_flow._text import Text, Worded
from congress_flow.reckoning import law
from congress_flow.reckoning.ballots import Box

Meeting: TypeAlias = law.Meeting
# What the reckoning calls a contest is here the post; the contest is the whole procedure.
Post: TypeAlias = law.Contest


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Contest:
    """What a contest is about: a post or a group of posts, elected at one meeting.

    `congress` is the id of the congress, or of the cell's congress, to which it belongs; `scheme`
    that of the personnel scheme (empty: there is none, as in a cell). `seats` is the number that
    the approved scheme wants, or the superior allotted (delegates). `instead_of` names the annulled
    contest in whose place this one was ordered. `body` holds the members of the body from which the
    post is filled where no contest beside elects that body, as at a by-election.
    """

    post: Post
    meeting: Meeting
    level: Level
    congress: str
    scheme: str = ""
    seats: int | None = None
    instead_of: str = ""
    body: tuple[str, ...] | None = None


class Origin(Worded):
    """How a person came to the list."""

    PREPARED = "prepared", Text("trong danh sách do cấp ủy chuẩn bị", "on the committee's list")
    SELF_NOMINATED = "self_nominated", Text("ứng cử", "self-nominated")
    NOMINATED = "nominated", Text("được đề cử", "nominated")


class MemberStatus(Worded):
    """How a Party member belongs to the organisation that votes."""

    OFFICIAL = "official", Text("đảng viên chính thức", "official member")
    PROBATIONARY = "probationary", Text("đảng viên dự bị", "probationary member")
    TEMPORARY = "temporary", Text("đảng viên sinh hoạt tạm thời", "temporary-activity member")


class VoteForm(Worded):
    """How a decision of the meeting was voted."""

    SHOW_OF_HANDS = "show_of_hands", Text("biểu quyết giơ tay", "show of hands")
    SECRET_BALLOT = "secret_ballot", Text("bỏ phiếu kín", "secret ballot")


class IntroductionPoll(Worded):
    """What the delegates' poll for the secretary said, where the congress elects him itself."""

    NOT_TAKEN = "not_taken", Text("không lấy phiếu giới thiệu", "not taken")
    AGREES = "agrees", Text("đúng với đề án", "agrees with the scheme")
    DIFFERS = "differs", Text("khác với đề án", "differs from the scheme")


class BreachKind(Worded):
    """What was found wrong with a result."""

    PRINCIPLE = "principle", Text("vi phạm nguyên tắc", "breach of principle")
    PROCEDURE = "procedure", Text("vi phạm thủ tục, quy trình", "breach of procedure")
    STANDARD = "standard", Text("người trúng cử không đủ tiêu chuẩn", "a person below standard")


class Paper(Worded):
    """The papers of a candidate who is no delegate."""

    APPLICATION = "application", Text("đơn ứng cử", "application")
    CV = "cv", Text("sơ yếu lý lịch", "CV")
    ASSETS = "assets", Text("bản kê khai tài sản, thu nhập", "asset and income declaration")
    HEALTH = "health", Text("giấy chứng nhận sức khỏe", "health certificate")
    ASSESSMENT = (
        "assessment",
        Text("nhận xét nơi công tác và nơi cư trú", "assessment at workplace and residence"),
    )
    POLITICAL_STANDARDS = (
        "political_standards",
        Text("kết luận tiêu chuẩn chính trị", "political-standards conclusion"),
    )
    DEGREES = "degrees", Text("bản sao văn bằng, chứng chỉ", "certified degrees")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Vote:
    """A decision of the meeting: its form, the votes in favour, those present."""

    form: VoteForm | None = None
    agree: int | None = None
    present: int | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class BoxCounts:
    """The boxes of one name on the valid ballots of a vote without surplus."""

    agree: int = 0
    disagree: int = 0
    both: int = 0
    neither: int = 0


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class BallotGroup:
    """So many ballots alike: the names struck out, or what stands in the boxes of each name."""

    ballots: int = 1
    struck: tuple[str, ...] = ()
    boxes: Mapping[str, Box] = attrs.field(factory=dict[str, Box], hash=False)
    added_names: tuple[str, ...] = ()
    issued_by_board: bool = True
    signed: bool = False
    extra_text: bool = False
