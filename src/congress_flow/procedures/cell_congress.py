"""`cell_congress`: the congress of one subordinate cell, and the sum of several for the parent.

A cell congress is always a members' congress (7-I3). Drawn from table 7 of the handbook; the ids of
the steps are its rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

import attrs

from congress_flow._case import Case
from congress_flow._procedure import Drawing, event
from congress_flow._text import Text, Worded
from congress_flow.procedures._acts import SUPERIOR, Act, Body
from congress_flow.procedures._limits import LocalLimit as LocalLimit
from congress_flow.procedures._statements import Paper as Paper
from congress_flow.reckoning.law import Contest as Contest


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class CellCongress:
    """What a cell's congress is about. `None` means *not known*.

    `cell` is the id of the cell, `parent` of its grassroots organisation. `committee` is whether
    the cell has a cell committee now. `follower` is who follows it for the parent, a member of the
    standing committee or a leader.
    """

    cell: str
    parent: str | None = None
    official_members: int | None = None
    probationary_members: int | None = None
    committee: bool | None = None
    last_congress: date | None = None
    follower: str | None = None


class Introduction(Worded):
    """A meeting on the way by which a cell introduces persons."""

    CELL_COMMITTEE = "cell_committee", Text("hội nghị chi ủy", "meeting of the cell committee")
    CELL_MEETING_SECRET_BALLOT = (
        "cell_meeting_secret_ballot",
        Text("hội nghị chi bộ bỏ phiếu kín", "cell meeting by secret ballot"),
    )
    CELL_MEETING = "cell_meeting", Text("hội nghị chi bộ", "cell meeting")
    SUPERIOR_OPINION = "superior_opinion", Text("ý kiến cấp trên", "the superior's opinion")
    REPORT = "report", Text("báo cáo cấp trên", "report to the superior")


@event(Text("Tính ngày đến hạn đại hội", "Compute the due date"))
class ComputeDueDate(Act):
    """The congress falls due a term after the last one."""

    due: date | None = None


@event(Text("Dời ngày đại hội", "Shift the date"))
class ShiftDate(Act):
    """The congress is moved earlier or later, with the grassroots committee's consent."""

    new_day: date | None = None
    consent: str | None = None


@event(Text("Lập kế hoạch đại hội chi bộ", "Plan"))
class Plan(Act):
    """The congress is planned on the grassroots plan that is in force, with its amendments."""

    plan: Paper | None = None
    amendments: tuple[Paper, ...] = ()
    in_force: bool | None = None
    opening: date | None = None
    limits: tuple[LocalLimit, ...] = ()


@event(Text("Dự thảo văn kiện, giới thiệu nhân sự", "Prepare"))
class Prepare(Act):
    """Report, personnel scheme and programme are drafted; persons were introduced."""

    report: bool | None = None
    scheme: bool | None = None
    programme: bool | None = None
    introduction: tuple[Introduction, ...] | None = None


@event(Text("Lấy ý kiến đảng viên", "Collect opinions"))
class CollectOpinions(Act):
    """The members discussed the drafts; `recorded` is where their opinions are written down."""

    discussed: bool | None = None
    recorded: str | None = None


@event(Text("Báo cáo cấp ủy cơ sở", "Submit"))
class Submit(Act):
    """The package goes to the grassroots committee."""

    papers: tuple[str, ...] | None = None


@event(Text("Cấp ủy cơ sở cho ý kiến", "Give remarks"))
class GiveRemarks(Act):
    """The grassroots committee's remarks, by short names; there may be none."""

    remarks: tuple[str, ...] | None = None


@event(Text("Tiếp thu ý kiến cấp ủy", "Absorb the remarks"))
class AbsorbRemarks(Act):
    """The answer to each remark."""

    answers: Mapping[str, str] | None = None


@event(Text("Tổ chức đại hội chi bộ", "Hold"))
class Hold(Act):
    """The congress is held; `present` counts official members, `days` is its length.

    `roll` maps `official` to the number of official members convened, and the name of each
    `reckoning.Standing` to how many stand so.
    """

    roll: Mapping[str, int] | None = None
    present: int | None = None
    days: Fraction | None = None
    limits: tuple[LocalLimit, ...] = ()


@event(Text("Bầu cử tại đại hội chi bộ", "Elect"))
class Elect(Act):
    """One election of the congress: `contest` is the id of its case, `rounds` its ballots."""

    contest: str | None = None
    post: Contest | None = None
    seats: int | None = None
    elected: tuple[str, ...] | None = None
    rounds: int | None = None
    probationary_voted: bool | None = None


@event(Text("Báo cáo kết quả đại hội chi bộ", "Report"))
class Report(Act):
    """Participants, contents, results and resolution are reported to the parent."""

    participants: int | None = None
    contents: tuple[str, ...] | None = None
    results: str | None = None
    resolution: str | None = None


@event(Text("Chuẩn y kết quả", "Ratify"))
class Ratify(Act):
    """The grassroots committee ratifies the results."""


_d = Drawing("cell_congress", CellCongress, Text("Đại hội chi bộ", "Cell congress"))

NOT_STARTED = _d.stage("NOT_STARTED", Text("chưa bắt đầu", "not started"), initial=True)
DUE = _d.stage("DUE", Text("đã tính ngày đến hạn", "due"))
SHIFTED = _d.stage("SHIFTED", Text("đã dời ngày", "shifted"))
PLANNED = _d.stage("PLANNED", Text("đã có kế hoạch", "planned"))
PREPARING = _d.stage("PREPARING", Text("đang chuẩn bị", "preparing"))
SUBMITTED = _d.stage("SUBMITTED", Text("đã báo cáo cấp ủy cơ sở", "submitted"))
REVIEWED = _d.stage("REVIEWED", Text("cấp ủy cơ sở đã cho ý kiến", "reviewed"))
READY = _d.stage("READY", Text("đã tiếp thu ý kiến", "ready"))
HELD = _d.stage("HELD", Text("đã tổ chức đại hội", "held"))
REPORTED = _d.stage("REPORTED", Text("đã báo cáo kết quả", "reported"))
CLOSED = _d.stage("CLOSED", Text("đã được chuẩn y", "closed"), final=True)

_CELL = (Body.CELL,)
_CELL_HEAD = (Body.CELL_COMMITTEE, Body.HEAD)

compute_due_date = _d.step("C1", NOT_STARTED, ComputeDueDate, DUE, actors=(Body.AUTO,))
shift_date = _d.step("C2", DUE, ShiftDate, SHIFTED, actors=_CELL_HEAD)
plan = _d.step("C3", (DUE, SHIFTED), Plan, PLANNED, actors=_CELL_HEAD)
prepare = _d.step("C4", PLANNED, Prepare, PREPARING, actors=_CELL_HEAD)
collect_opinions = _d.step("C5", PREPARING, CollectOpinions, None, actors=(Body.MEMBERS,))
submit = _d.step("C6", PREPARING, Submit, SUBMITTED, actors=_CELL)
give_remarks = _d.step("C7", SUBMITTED, GiveRemarks, REVIEWED, actors=SUPERIOR)
absorb_remarks = _d.step("C8", REVIEWED, AbsorbRemarks, READY, actors=_CELL)
hold = _d.step("C9", READY, Hold, HELD, actors=_CELL)
elect = _d.step("C10", HELD, Elect, None, actors=(Body.CELL_CONGRESS,))
report = _d.step("C11", HELD, Report, REPORTED, actors=_CELL)
ratify = _d.step("C12", REPORTED, Ratify, CLOSED, actors=SUPERIOR)

cell_congress = _d.close()


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class CellsSummary:
    """What a parent says of its cells' congresses.

    `done` of `total` cells have reported; `first` and `last` are the first and last day on which
    one was held. `first_ballot` is whether every election filled its seats in one ballot, None
    where that is not known of one of them (or nothing was elected yet).
    """

    done: int
    total: int
    first: date | None
    last: date | None
    first_ballot: bool | None


def aggregate(cases: Iterable[Case[CellCongress]]) -> CellsSummary:
    """Return the sum of the cells' congresses in *cases*, one case for each cell."""
    cells = tuple(cases)
    days = sorted(act.on for case in cells for act in case.events(Hold))
    elections = [act for case in cells for act in case.events(Elect)]
    return CellsSummary(
        done=sum(case.stage in {REPORTED, CLOSED} for case in cells),
        total=len(cells),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        first_ballot=_all_true([_filled_at_once(act) for act in elections]),
    )


def _filled_at_once(act: Elect) -> bool | None:
    if act.rounds is None or act.seats is None or act.elected is None:
        return None
    return act.rounds == 1 and len(act.elected) == act.seats


def _all_true(answers: list[bool | None]) -> bool | None:
    if False in answers:
        return False
    return None if None in answers or not answers else True
