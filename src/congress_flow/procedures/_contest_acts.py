"""What is done in an election contest: one class for each kind of event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from congress_flow._procedure import event
from congress_flow._text import Text
from congress_flow.procedures._acts import Act, Body
from congress_flow.procedures._contest_facts import (
    BallotGroup,
    BoxCounts,
    BreachKind,
    IntroductionPoll,
    MemberStatus,
    Paper,
    Vote,
)
from congress_flow.reckoning.ballots import BallotForm


@event(Text("Lập phương án bầu cử", "Plan the contest"))
class PlanContest(Act):
    """The contest is planned for so many seats, and for delegates so many alternates.

    `allotment` is the superior's paper that allots the number of delegates; `basis` the ids of the
    election regulation and guidance that the plan names, such as QC244-2014; `ordered` the
    superior's order where this contest stands instead of an annulled one.
    """

    seats: int | None = None
    alternates: int | None = None
    allotment: str | None = None
    ordered: str | None = None
    basis: tuple[str, ...] = ()


@event(Text("Nộp đơn, hồ sơ ứng cử", "Submit a candidacy"))
class SubmitCandidacy(Act):
    """Somebody who is no delegate puts himself forward before the congress.

    `papers` are those handed in, `paper_count` their number where no more is told; `opening` is
    the day of opening as planned then.
    """

    person: str | None = None
    status: MemberStatus | None = None
    papers: tuple[Paper, ...] | None = None
    paper_count: int | None = None
    opening: date | None = None


@event(Text("Mở phần bầu cử", "Open the contest"))
class OpenContest(Act):
    """The presidium opens the contest.

    `roll` tells how many are convened (`official`, `convened` or `incumbents`) and how they stand,
    in the words of the election base; it holds for every round. `on_programme` is whether the
    contents of the congress include this election.
    """

    roll: Mapping[str, int] | None = None
    on_programme: bool | None = None


@event(Text("Biểu quyết số lượng cần bầu", "Vote the number"))
class VoteNumber(Act):
    """The congress votes the number of seats."""

    number: int | None = None
    vote: Vote | None = None


@event(Text("Lấy số lượng đại biểu được phân bổ", "Take the allotted number"))
class TakeAllottedNumber(Act):
    """Delegates: the number is the superior's; the congress decides only on the alternates."""

    number: int | None = None
    alternates: int | None = None
    alternates_voted: bool | None = None


@event(Text("Báo cáo cấp trên khi phiếu giới thiệu khác đề án", "Report that the poll differs"))
class ReportPollDivergence(Act):
    """The introduction poll for the secretary differs from the scheme; the superior is asked.

    `answer` is the superior's direction; as long as it is empty the election waits. The answer is
    recorded by a second event of this kind.
    """

    introduced: str | None = None
    reported: str | None = None
    answer: str = ""


@event(Text("Trình danh sách do cấp ủy triệu tập chuẩn bị", "Present the prepared list"))
class PresentPreparedList(Act):
    """The presidium puts the convening committee's own list forward."""

    names: tuple[str, ...] | None = None
    introduction_poll: IntroductionPoll | None = None


@event(Text("Ứng cử", "Self-nominate"))
class SelfNominate(Act):
    """Somebody puts himself forward at the meeting.

    `insider` is whether he sits on the body whose list binds him: the convening committee at a
    congress, the standing committee at a conference.
    """

    person: str | None = None
    status: MemberStatus | None = None
    delegate: bool | None = None
    insider: bool | None = None


@event(Text("Đề cử", "Nominate"))
class Nominate(Act):
    """Somebody nominates somebody else. `insider` and `nominee_insider` as in `SelfNominate`."""

    person: str | None = None
    status: MemberStatus | None = None
    delegate: bool | None = None
    nominator: str | None = None
    nominator_status: MemberStatus | None = None
    nominator_delegate: bool | None = None
    written: bool | None = None
    consent: bool | None = None
    insider: bool | None = None
    nominee_insider: bool | None = None


@event(Text("Kết thúc ứng cử, đề cử", "Close the nominations"))
class CloseNominations(Act):
    """The presidium consolidates all names."""

    names: tuple[str, ...] | None = None


@event(Text("Quyết định việc rút khỏi danh sách", "Decide the withdrawals"))
class DecideWithdrawals(Act):
    """The congress decides who leaves the list, on the presidium's proposal.

    `asked` ask to be let go; `proposed` are those whom the presidium proposes to let go;
    `released` those whom the congress lets go.
    """

    asked: tuple[str, ...] | None = None
    proposed: tuple[str, ...] | None = None
    released: tuple[str, ...] | None = None
    vote: Vote | None = None


@event(Text("Lấy phiếu xin ý kiến", "Run the opinion poll"))
class RunOpinionPoll(Act):
    """The poll on persons who are not on the prepared list.

    `support` gives each of them the votes in favour, `attending` all who attend; `wanted` is
    whether the presidium wanted the poll although the list is not too long; `team` whether a poll
    counting team was set up.
    """

    support: Mapping[str, int] | None = None
    attending: int | None = None
    secret: bool | None = None
    team: bool | None = None
    wanted: bool | None = None


@event(Text("Thông qua danh sách bầu cử", "Adopt the list"))
class AdoptList(Act):
    """The congress votes the number of names and the list.

    `second_poll` is the support of those level at the cut where they were polled again;
    `meets_criteria` whether each outsider on the list meets the criteria; `below_criteria` are the
    outsiders left off because they do not.
    """

    names: tuple[str, ...] | None = None
    second_poll: Mapping[str, int] | None = None
    meets_criteria: bool | None = None
    below_criteria: tuple[str, ...] = ()
    vote: Vote | None = None


@event(Text("Bầu ban kiểm phiếu", "Elect the counting board"))
class ElectCountingBoard(Act):
    """`official` is whether all are official members (delegates). `stayed`: the former board."""

    members: tuple[str, ...] | None = None
    official: bool | None = None
    stayed: bool = False
    vote: Vote | None = None


@event(Text("Phát phiếu bầu", "Issue the ballots"))
class IssueBallots(Act):
    """The counting board explains the vote, seals the empty box and hands the ballots out.

    `alone` is whether the ballot serves this contest only; `stamped` whether it bears the seal.
    After a tied run-off `vote` is the meeting's decision to vote once more.
    """

    names: tuple[str, ...] | None = None
    form: BallotForm | None = None
    present: int | None = None
    issued: int | None = None
    secret: bool | None = None
    instructed: bool | None = None
    box_sealed: bool | None = None
    alone: bool | None = None
    stamped: bool | None = None
    vote: Vote | None = None


@event(Text("Thu phiếu bầu", "Collect the ballots"))
class CollectBallots(Act):
    """`reported`: the meeting was told, before the count, how many were issued and collected."""

    collected: int | None = None
    reported: bool | None = None


@event(Text("Hủy toàn bộ phiếu trong hòm phiếu", "Void the ballots"))
class VoidBallots(Act):
    """More ballots came back than were issued: all of them are annulled."""


@event(Text("Kiểm phiếu", "Count"))
class Count(Act):
    """The count. With surplus `votes` gives each name its votes; without, `marks` its boxes.

    `ballots` may hold the ballots themselves, in groups of equal ones (empty: not recorded).
    """

    valid: int | None = None
    invalid: int | None = None
    votes: Mapping[str, int] | None = None
    marks: Mapping[str, BoxCounts] | None = None
    ballots: tuple[BallotGroup, ...] = ()


@event(Text("Bầu đủ số lượng", "Fill"))
class Fill(Act):
    """All places are filled. `elected` are all who are elected, of every round."""

    elected: tuple[str, ...] | None = None
    alternates: tuple[str, ...] = ()


@event(Text("Bằng phiếu ở vị trí cuối", "Detect a tie"))
class DetectTie(Act):
    """More persons are level at the last place than there are `places` left for them.

    `elected` are all who are elected so far.
    """

    elected: tuple[str, ...] | None = None
    tied: tuple[str, ...] | None = None
    places: int | None = None


@event(Text("Bầu thiếu số lượng", "Detect a shortage"))
class DetectShortage(Act):
    """Too few have more than half: `unfilled` places are open.

    `elected` are all who are elected so far. Once the seats are full, the places are those of
    alternates.
    """

    elected: tuple[str, ...] | None = None
    unfilled: int | None = None


@event(Text("Bầu tiếp", "Continue the voting"))
class ContinueVoting(Act):
    """A further round for the places still open, on a list voted anew.

    `new_names` joined the list, `new_names_agreed` whether the meeting agreed to new names.
    """

    names: tuple[str, ...] | None = None
    new_names: tuple[str, ...] = ()
    new_names_agreed: bool | None = None
    vote: Vote | None = None


@event(Text("Dừng bầu", "Stop the voting"))
class StopVoting(Act):
    """The meeting votes no; the vacancies are recorded. `vote` is the vote to stop."""

    vacancies: int | None = None
    vote: Vote | None = None


@event(Text("Cấp trên chỉ định sau lần bầu thứ ba", "Appoint after the third ballot"))
class AppointAfterThirdBallot(Act):
    """The superior appoints the secretary of a cell after three ballots without result."""

    appointed: str | None = None
    decision: str | None = None


@event(Text("Công bố kết quả bầu cử", "Declare"))
class Declare(Act):
    """The counting board declares the result, signs the minutes and seals the ballots."""

    elected: tuple[str, ...] | None = None
    alternates: tuple[str, ...] = ()
    minutes_signed: bool | None = None
    sealed: bool | None = None
    handed_to_presidium: bool | None = None


@event(Text("Báo cáo kết quả bầu cử", "Report"))
class Report(Act):
    """The new committee reports to the direct superior. `closing` is the day the meeting closed."""

    closing: date | None = None
    election_minutes: bool | None = None
    summary_list: bool | None = None
    cvs: bool | None = None


@event(Text("Chuẩn y kết quả", "Ratify"))
class Ratify(Act):
    """The direct superior ratifies. `received` is the day on which the report reached it."""

    received: date | None = None
    decision: str | None = None


@event(Text("Không chuẩn y một người", "Refuse a person"))
class RefusePerson(Act):
    """A person below standard is not ratified; the others are."""

    person: str | None = None
    ground: BreachKind | None = None
    decision: str | None = None
    complaint: str = ""


@event(Text("Có khiếu nại về bầu cử", "Lodge a complaint"))
class LodgeComplaint(Act):
    """A complaint about the election. `complaint` is its case; `filed` the day it was filed."""

    complaint: str | None = None
    filed: date | None = None
    closing: date | None = None


@event(Text("Kết luận bác khiếu nại", "Dismiss the complaint"))
class DismissComplaint(Act):
    """The direct superior dismisses it, on the report of its inspection commission."""

    complaint: str | None = None
    conclusion: str | None = None
    inspection_report: str | None = None


@event(Text("Hủy kết quả bầu cử", "Annul"))
class Annul(Act):
    """A breach of principle or procedure annuls the result; a new election is ordered.

    `entrusted` is the body that the superior names to hold it.
    """

    ground: BreachKind | None = None
    finding: str | None = None
    new_election: str | None = None
    entrusted: Body | None = None


@event(Text("Hủy phiếu bầu đã lưu", "Destroy the ballots"))
class DestroyBallots(Act):
    """After the time of keeping. `opened_by` is the decision by which the seal was opened."""

    decision: str | None = None
    seal_intact: bool | None = None
    opened_by: str = ""
