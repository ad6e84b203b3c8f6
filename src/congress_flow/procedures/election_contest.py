"""`election_contest`: one election, from its plan to the ratification and the end of the ballots.

One contest elects a committee, a standing committee, a secretary, deputies, an inspection
commission, its chair, or delegates. At a conference read *conference* for *congress*. Drawn from
table 5 of the handbook; the ids of the steps are its rows. A run-off is filled and tied by the
same steps as a first vote (rows E24 and E25 are drawn with E20 and E21): one stage and one kind of
event make one step, and where it leads is the same.
"""

from __future__ import annotations

from congress_flow._procedure import Drawing
from congress_flow._text import Text
from congress_flow.procedures._acts import COMMITTEE_OR_STANDING, SUPERIOR, Body
from congress_flow.procedures._contest_acts import AdoptList as AdoptList
from congress_flow.procedures._contest_acts import Annul as Annul
from congress_flow.procedures._contest_acts import (
    AppointAfterThirdBallot as AppointAfterThirdBallot,
)
from congress_flow.procedures._contest_acts import CloseNominations as CloseNominations
from congress_flow.procedures._contest_acts import CollectBallots as CollectBallots
from congress_flow.procedures._contest_acts import ContinueVoting as ContinueVoting
from congress_flow.procedures._contest_acts import Count as Count
from congress_flow.procedures._contest_acts import DecideWithdrawals as DecideWithdrawals
from congress_flow.procedures._contest_acts import Declare as Declare
from congress_flow.procedures._contest_acts import DestroyBallots as DestroyBallots
from congress_flow.procedures._contest_acts import DetectShortage as DetectShortage
from congress_flow.procedures._contest_acts import DetectTie as DetectTie
from congress_flow.procedures._contest_acts import DismissComplaint as DismissComplaint
from congress_flow.procedures._contest_acts import ElectCountingBoard as ElectCountingBoard
from congress_flow.procedures._contest_acts import Fill as Fill
from congress_flow.procedures._contest_acts import IssueBallots as IssueBallots
from congress_flow.procedures._contest_acts import LodgeComplaint as LodgeComplaint
from congress_flow.procedures._contest_acts import Nominate as Nominate
from congress_flow.procedures._contest_acts import OpenContest as OpenContest
from congress_flow.procedures._contest_acts import PlanContest as PlanContest
from congress_flow.procedures._contest_acts import PresentPreparedList as PresentPreparedList
from congress_flow.procedures._contest_acts import Ratify as Ratify
from congress_flow.procedures._contest_acts import RefusePerson as RefusePerson
from congress_flow.procedures._contest_acts import Report as Report
from congress_flow.procedures._contest_acts import ReportPollDivergence as ReportPollDivergence
from congress_flow.procedures._contest_acts import RunOpinionPoll as RunOpinionPoll
from congress_flow.procedures._contest_acts import SelfNominate as SelfNominate
from congress_flow.procedures._contest_acts import StopVoting as StopVoting
from congress_flow.procedures._contest_acts import SubmitCandidacy as SubmitCandidacy
from congress_flow.procedures._contest_acts import TakeAllottedNumber as TakeAllottedNumber
from congress_flow.procedures._contest_acts import VoidBallots as VoidBallots
from congress_flow.procedures._contest_acts import VoteNumber as VoteNumber
from congress_flow.procedures._contest_facts import BallotGroup as BallotGroup
from congress_flow.procedures._contest_facts import BoxCounts as BoxCounts
from congress_flow.procedures._contest_facts import BreachKind as BreachKind
from congress_flow.procedures._contest_facts import Contest as Contest
from congress_flow.procedures._contest_facts import IntroductionPoll as IntroductionPoll
from congress_flow.procedures._contest_facts import Meeting as Meeting
from congress_flow.procedures._contest_facts import MemberStatus as MemberStatus
from congress_flow.procedures._contest_facts import Origin as Origin
from congress_flow.procedures._contest_facts import Paper as Paper
from congress_flow.procedures._contest_facts import Post as Post
from congress_flow.procedures._contest_facts import Vote as Vote
from congress_flow.procedures._contest_facts import VoteForm as VoteForm
from congress_flow.procedures._contest_past import alternates_wanted as alternates_wanted
from congress_flow.procedures._contest_past import board as board
from congress_flow.procedures._contest_past import current_list as current_list
from congress_flow.procedures._contest_past import elected as elected
from congress_flow.procedures._contest_past import open_complaints as open_complaints
from congress_flow.procedures._contest_past import origins as origins
from congress_flow.procedures._contest_past import pending_kind as pending_kind
from congress_flow.procedures._contest_past import places as places
from congress_flow.procedures._contest_past import prepared as prepared
from congress_flow.procedures._contest_past import roll_from as roll_from
from congress_flow.procedures._contest_past import roll_of as roll_of
from congress_flow.procedures._contest_past import round_of as round_of
from congress_flow.procedures._contest_past import rounds as rounds
from congress_flow.procedures._contest_past import seats as seats
from congress_flow.procedures._contest_past import voted_on as voted_on
from congress_flow.reckoning.ballots import BallotForm as BallotForm
from congress_flow.reckoning.ballots import Box as Box

_d = Drawing("election_contest", Contest, Text("Bầu cử một chức danh", "Election contest"))

NOT_STARTED = _d.stage("NOT_STARTED", Text("chưa bắt đầu", "not started"), initial=True)
PLANNED = _d.stage("PLANNED", Text("đã có phương án bầu cử", "planned"))
OPENED = _d.stage("OPENED", Text("đã mở phần bầu cử", "opened"))
SEATS_FIXED = _d.stage("SEATS_FIXED", Text("đã chốt số lượng cần bầu", "number of seats fixed"))
NOMINATING = _d.stage("NOMINATING", Text("đang ứng cử, đề cử", "nominating"))
NOMINATIONS_CLOSED = _d.stage(
    "NOMINATIONS_CLOSED", Text("đã kết thúc ứng cử, đề cử", "nominations closed")
)
WITHDRAWALS_DECIDED = _d.stage(
    "WITHDRAWALS_DECIDED", Text("đã quyết định việc rút tên", "withdrawals decided")
)
POLLED = _d.stage("POLLED", Text("đã lấy phiếu xin ý kiến", "opinion poll taken"))
LIST_ADOPTED = _d.stage(
    "LIST_ADOPTED", Text("đã thông qua danh sách bầu cử", "election list adopted")
)
BOARD_ELECTED = _d.stage("BOARD_ELECTED", Text("đã bầu ban kiểm phiếu", "counting board elected"))
BALLOTS_ISSUED = _d.stage("BALLOTS_ISSUED", Text("đã phát phiếu", "ballots issued"))
BALLOTS_COLLECTED = _d.stage("BALLOTS_COLLECTED", Text("đã thu phiếu", "ballots collected"))
VOIDED = _d.stage("VOIDED", Text("đã hủy số phiếu trong hòm", "ballots annulled"))
COUNTED = _d.stage("COUNTED", Text("đã kiểm phiếu", "counted"))
FILLED = _d.stage("FILLED", Text("đã bầu đủ số lượng", "all places filled"))
TIED = _d.stage("TIED", Text("bằng phiếu ở vị trí cuối", "tied at the last place"))
SHORT = _d.stage("SHORT", Text("bầu thiếu số lượng", "short of the number"))
STOPPED = _d.stage("STOPPED", Text("đã dừng bầu, còn khuyết", "voting stopped"))
DECLARED = _d.stage("DECLARED", Text("đã công bố kết quả", "declared"))
REPORTED = _d.stage("REPORTED", Text("đã báo cáo cấp trên", "reported"))
RATIFIED = _d.stage("RATIFIED", Text("đã được chuẩn y", "ratified"))
PARTLY_RATIFIED = _d.stage("PARTLY_RATIFIED", Text("được chuẩn y một phần", "partly ratified"))
ANNULLED = _d.stage("ANNULLED", Text("bị hủy kết quả", "annulled"), final=True)
BALLOTS_DESTROYED = _d.stage(
    "BALLOTS_DESTROYED", Text("đã hủy phiếu bầu lưu", "ballots destroyed"), final=True
)

# The bodies of a congress, of a cell's congress, and of a conference.
_PRESIDING = (Body.PRESIDIUM, Body.CHAIR)
_ELECTORS = (Body.CONGRESS, Body.CELL_CONGRESS, Body.MEETING)
# A cell has a committee, or only its secretary.
_CELL_HEAD = (Body.CELL_COMMITTEE, Body.HEAD)
_PERSONS = (Body.DELEGATE, Body.MEMBERS)
_BOARD = (Body.COUNTING_BOARD,)
_COMPUTED = (Body.AUTO,)
_AFTER_DECLARED = (DECLARED, REPORTED, RATIFIED, PARTLY_RATIFIED)

plan_contest = _d.step(
    "E1",
    NOT_STARTED,
    PlanContest,
    PLANNED,
    # After an annulment the superior names the body.
    actors=(*COMMITTEE_OR_STANDING, *_CELL_HEAD, Body.COMPETENT_BODY),
)
submit_candidacy = _d.step("E2", PLANNED, SubmitCandidacy, None, actors=(Body.CANDIDATE,))
open_contest = _d.step("E3", PLANNED, OpenContest, OPENED, actors=_PRESIDING)
vote_number = _d.step("E4", OPENED, VoteNumber, SEATS_FIXED, actors=_ELECTORS)
take_allotted_number = _d.step("E5", OPENED, TakeAllottedNumber, SEATS_FIXED, actors=_COMPUTED)
report_poll_divergence = _d.step("E6", SEATS_FIXED, ReportPollDivergence, None, actors=_PRESIDING)
present_prepared_list = _d.step(
    "E7", SEATS_FIXED, PresentPreparedList, NOMINATING, actors=_PRESIDING
)
self_nominate = _d.step("E8", NOMINATING, SelfNominate, None, actors=_PERSONS)
nominate = _d.step("E9", NOMINATING, Nominate, None, actors=_PERSONS)
close_nominations = _d.step(
    "E10", NOMINATING, CloseNominations, NOMINATIONS_CLOSED, actors=_PRESIDING
)
decide_withdrawals = _d.step(
    "E11", NOMINATIONS_CLOSED, DecideWithdrawals, WITHDRAWALS_DECIDED, actors=_ELECTORS
)
run_opinion_poll = _d.step("E12", WITHDRAWALS_DECIDED, RunOpinionPoll, POLLED, actors=_PRESIDING)
adopt_list = _d.step(
    "E13", (WITHDRAWALS_DECIDED, POLLED), AdoptList, LIST_ADOPTED, actors=_ELECTORS
)
elect_counting_board = _d.step(
    "E14", LIST_ADOPTED, ElectCountingBoard, BOARD_ELECTED, actors=_ELECTORS
)
issue_ballots = _d.step("E15", BOARD_ELECTED, IssueBallots, BALLOTS_ISSUED, actors=_BOARD)
collect_ballots = _d.step("E16", BALLOTS_ISSUED, CollectBallots, BALLOTS_COLLECTED, actors=_BOARD)
void_ballots = _d.step("E17", BALLOTS_COLLECTED, VoidBallots, VOIDED, actors=_ELECTORS)
issue_again = _d.step("E18", VOIDED, IssueBallots, BALLOTS_ISSUED, actors=_BOARD)
count = _d.step("E19", BALLOTS_COLLECTED, Count, COUNTED, actors=_BOARD)
fill = _d.step("E20", COUNTED, Fill, FILLED, actors=_COMPUTED)
detect_tie = _d.step("E21", COUNTED, DetectTie, TIED, actors=_COMPUTED)
detect_shortage = _d.step("E22", COUNTED, DetectShortage, SHORT, actors=_COMPUTED)
issue_runoff = _d.step("E23", TIED, IssueBallots, BALLOTS_ISSUED, actors=(*_PRESIDING, *_BOARD))
continue_voting = _d.step("E26", SHORT, ContinueVoting, LIST_ADOPTED, actors=_ELECTORS)
stop_voting = _d.step("E27", (SHORT, TIED), StopVoting, STOPPED, actors=_ELECTORS)
appoint_after_third_ballot = _d.step(
    "E28", SHORT, AppointAfterThirdBallot, STOPPED, actors=SUPERIOR
)
declare = _d.step("E29", (FILLED, STOPPED), Declare, DECLARED, actors=_BOARD)
report = _d.step("E30", DECLARED, Report, REPORTED, actors=(Body.NEW_COMMITTEE, Body.CELL))
ratify = _d.step("E31", REPORTED, Ratify, RATIFIED, actors=SUPERIOR)
refuse_person = _d.step(
    "E32", (REPORTED, RATIFIED, PARTLY_RATIFIED), RefusePerson, PARTLY_RATIFIED, actors=SUPERIOR
)
lodge_complaint = _d.step(
    "E33", _AFTER_DECLARED, LodgeComplaint, None, actors=(Body.SENDER, Body.CANDIDATE, *_PERSONS)
)
dismiss_complaint = _d.step("E34", _AFTER_DECLARED, DismissComplaint, None, actors=SUPERIOR)
annul = _d.step("E35", _AFTER_DECLARED, Annul, ANNULLED, actors=SUPERIOR)
destroy_ballots = _d.step(
    "E36",
    (RATIFIED, PARTLY_RATIFIED),
    DestroyBallots,
    BALLOTS_DESTROYED,
    actors=(Body.NEW_COMMITTEE, *COMMITTEE_OR_STANDING, *_CELL_HEAD),
)

election_contest = _d.close()
