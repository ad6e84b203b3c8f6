"""The tables of a dossier that record what was done: persons, ballots, cells, letters, acts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import Enum

import attrs

from congress_flow._text import Text, Worded
from congress_flow.dossier._tables import Row
from congress_flow.dossier._values import placed, rest
from congress_flow.procedures._contest_facts import BoxCounts, Meeting, MemberStatus, Origin, Post
from congress_flow.procedures._people import AgeCategory, Sex, TrackKind


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Cell(Row):
    """`[[cell]]`: one cell and its congress."""

    name: str | None = None
    official: int | None = None
    probationary: int | None = None
    congress: dt.date | None = None
    voters: int | None = None
    elected: tuple[str, ...] | None = None
    reviewed_by_committee: dt.date | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Person(Row):
    """`[[person]]`. Extensions: the conclusions that a nominee may bring along."""

    name: str | None = None
    sex: Sex | None = None
    born: dt.date | None = None
    status: MemberStatus | None = None
    serving: bool | None = None
    standards: bool | None = None
    eligible: bool | None = None
    willing: bool | None = None
    disciplined_on: dt.date | None = None
    planned_on: dt.date | None = None
    planned_posts: int | None = None
    under_inquiry: bool = False
    higher_post: bool | None = None
    months_in_post: int | None = None
    category: AgeCategory = AgeCategory.GENERAL
    retires_on: dt.date | None = None
    minority: bool | None = None
    scientist: bool | None = None


class TrackName(Enum):
    """The track of a candidate, in the words of the format."""

    REELECTION = "reelection"
    FIRST_TIME = "first_time"

    @property
    def letter(self) -> str:
        """The track as the procedures name it: R or F."""
        return "R" if self is TrackName.REELECTION else "F"


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Candidate(Row):
    """`[[candidate]]`: a person in one contest. Extension: `outside_consent`."""

    person: str
    contest: str | None = None
    track: TrackName | None = None
    origin: Origin | None = None
    nominated_by: str | None = None
    in_planning: bool | None = None
    outside_consent: bool | None = None
    introduced_by_superior: bool = False
    support: int | None = None
    papers: int | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class StepVote(Row):
    """`[[step_vote]]`: one meeting of the five-step procedure.

    Extensions: `passed`, whom the meeting sends on; `by`, whose act it was (else the body that the
    step names); at step 5 what the text demands before the vote; `explained`.
    """

    track: TrackKind
    step: int
    date: dt.date | None = None
    convened: int | None = None
    present: int | None = None
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    secret: bool | None = None
    minutes: bool | None = None
    counting_minutes: bool | None = None
    agree: Mapping[str, int] | None = None
    passed: tuple[str, ...] | None = None
    added: tuple[str, ...] = ()
    ballots_analysed: bool | None = None
    issues_concluded: bool | None = None
    views_agree: bool | None = None
    by: str | None = None
    explained: Mapping[str, str] = attrs.field(factory=dict[str, str], hash=False)


class RoundKind(Enum):
    """One round of an election."""

    MAIN = "main"
    RUNOFF = "runoff"
    NEXT = "next"


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Round(Row):
    """`[[contest.round]]`: one round of an election."""

    kind: RoundKind
    count: Mapping[str, int] | None = None
    votes: Mapping[str, int] | None = None
    marks: Mapping[str, BoxCounts] | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Contest(Row):
    """`[[contest]]`: one election."""

    post: Post
    meeting: Meeting | None = None
    date: dt.date | None = None
    seats: int | None = None
    roll: Mapping[str, int] | None = None
    list: tuple[str, ...] | None = None
    prepared: tuple[str, ...] | None = None
    surplus_printed: str | None = None
    counting_board: tuple[str, ...] | None = None
    opinion_poll: bool | None = None
    alternates: int | None = None
    base_printed: int | None = None
    decided_by: str | None = None
    declared: tuple[str, ...] | None = None
    declared_alternates: tuple[str, ...] | None = None
    rounds: tuple[Round, ...] = attrs.field(default=(), metadata={"table": "round"})


class OpinionOutcome(Enum):
    """What became of an opinion."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    EXPLAINED = "explained"
    OPEN = "open"


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Opinion(Row):
    """`[[opinion]]`: one opinion on a document, and what became of it."""

    document: str
    from_whom: str | None = None
    received: dt.date | None = None
    outcome: OpinionOutcome | None = None
    answer: str | None = None


class ComplaintKind(Enum):
    """What a letter is, in the words of the format."""

    DENUNCIATION = "denunciation"
    APPEAL = "appeal"
    MIXED = "mixed"
    ELECTION_COMPLAINT = "election_complaint"
    PETITION = "petition"


class Handled(Worded):
    """What became of a letter."""

    SETTLED = "settled", Text("đã giải quyết", "settled")
    FROZEN = "frozen", Text("chưa giải quyết trước đại hội", "frozen")
    HANDED_OVER = "handed over", Text("đã bàn giao", "handed over")
    REFUSED = "refused", Text("không thụ lý", "refused")
    FORWARDED = "forwarded", Text("đã chuyển", "forwarded")
    OPEN = "open", Text("đang giải quyết", "open")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Complaint(Row):
    """`[[complaint]]`: one letter."""

    kind: ComplaintKind | None = None
    guidance: str | None = None
    sent: dt.date | None = None
    received_first: dt.date | None = None
    received_competent: dt.date | None = None
    signers: int | None = None
    anonymous: bool | None = None
    about_congress: bool | None = None
    persons: tuple[str, ...] = ()
    handled: Handled | None = None
    handled_on: dt.date | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class CaseRow:
    """`[[case]]`, an extension: a case, with the facts that are fixed when it is opened."""

    id: str
    procedure: str | None = None
    opened: dt.date | None = None
    facts: Mapping[str, object] = rest()
    place: str = placed()


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class ActRow:
    """`[[act]]`, an extension: one event of a case; `facts` are the facts of that kind."""

    case: str
    does: str
    on: dt.date
    by: str | None = None
    minutes: str | None = None
    explained: Mapping[str, str] = attrs.field(factory=dict[str, str], hash=False)
    facts: Mapping[str, object] = rest()
    place: str = placed()
