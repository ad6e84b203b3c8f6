"""Election contests: ratification, refusal, complaints, annulment, all acts of the superior."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from congress_flow import (
    Case,
    Context,
    Demand,
    Surroundings,
    Text,
    equals,
    given,
    on_or_before,
    one_of,
)
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import election_contest as e
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._congress_days import agreed
from congress_flow_vn_2020._contest_links import (
    ELECTIONS,
    closed_on,
    open_matters,
    row,
    rule_244,
)
from congress_flow_vn_2020._days import after
from congress_flow_vn_2020.instruments import QD24_2021, QD29_2016
from congress_flow_vn_2020.readings import Days, Limit, Readings2020

RATIFICATION_LIMIT: Final = Days(15, Limit.WORKING_DAYS)
COMPLAINT_WINDOW: Final = Days(15, Limit.WORKING_DAYS)
ANNUL: Final = rule_244("Điều 35 khoản 2")
COMPLAIN: Final = rule_244("Điều 35 khoản 1")
_IN_TIME: Final = Text(
    "Chuẩn y trong 15 ngày làm việc kể từ khi nhận báo cáo",
    "Ratified within 15 working days of receiving the report",
)
_UNOPPOSED: Final = Text(
    "Chỉ chuẩn y khi không có đơn khiếu nại, tố cáo về bầu cử",
    "Ratified only while no complaint or denunciation about the election is open",
)
_DECISION: Final = Text("văn bản quyết định", "written decision")
_CASE: Final = Text("đơn về bầu cử", "complaint about the election")
_GROUND: Final = Text("lý do", "ground")
_SETTLED: Final = (q.CONCLUDED, q.NOTIFIED)


@book.rule(
    e.ratify,
    cites=QD29_2016.at("mục 16.1"),
    title=_IN_TIME,
    subject="ratified_in_time",
    encodes=("ratification.limit", "select.charter_rules", "E31"),
)
def ratified_in_time(
    case: Case[e.Contest], act: e.Ratify, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The limit begins anew when the last complaint is settled (derived)."""
    return ratified_within(case, act, about, RATIFICATION_LIMIT)


@book.rule(
    e.ratify,
    cites=QD24_2021.at("mục 16.1.2"),
    in_force=ELECTIONS,
    title=_IN_TIME,
    subject="ratified_in_time",
    encodes=("ratification.limit", "select.charter_rules", "E31"),
)
def ratified_in_time_2021(
    case: Case[e.Contest], act: e.Ratify, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The limit begins anew when the last complaint is settled (derived)."""
    return ratified_within(case, act, about, RATIFICATION_LIMIT)


def ratified_within(
    case: Case[e.Contest], act: e.Ratify, about: Context[Any], limit: Days
) -> Iterator[Demand]:
    """Demand it in writing, within *limit* of the report, or of the end of the last complaint."""
    yield given(act.decision, what=_DECISION)
    starts = [act.received, *settled_on(case, about)]
    begun = None if act.received is None else max(day for day in starts if day is not None)
    due = after(begun, limit, about.readings)
    yield on_or_before(act.on, due, what=Text("ngày chuẩn y", "ratified"))


def settled_on(case: Case[e.Contest], about: Surroundings[Any]) -> Iterator[date]:
    """Yield the days on which complaints about this election were settled."""
    for dismissed in case.events(e.DismissComplaint):
        yield dismissed.on
    for other in about.beside.of(q.complaint_case):
        concluded = other.last(q.Conclude)
        if concluded is not None and q.about_election(other, case.id):
            yield concluded.on


@book.rule(
    e.ratify,
    cites=QD29_2016.at("mục 16.1"),
    title=_UNOPPOSED,
    subject="nothing_blocks_ratification",
    encodes=("case.blocks_ratification", "8-I3", "E31"),
)
def nothing_blocks_ratification(
    case: Case[e.Contest], act: e.Ratify, about: Context[Readings2020]
) -> Demand:
    """A complaint or denunciation about the election suspends the limit and the ratification."""
    return equals(open_matters(case, about), (), what=_CASE)


@book.rule(
    e.ratify,
    cites=QD24_2021.at("mục 16.1.2"),
    in_force=ELECTIONS,
    title=_UNOPPOSED,
    subject="nothing_blocks_ratification",
    encodes=("case.blocks_ratification", "8-I3", "E31"),
)
def nothing_blocks_ratification_2021(
    case: Case[e.Contest], act: e.Ratify, about: Context[Readings2020]
) -> Demand:
    """A complaint or denunciation about the election suspends the limit and the ratification."""
    return equals(open_matters(case, about), (), what=_CASE)


@book.rule(
    e.refuse_person,
    cites=ANNUL,
    title=Text(
        "Không chuẩn y người không đủ tiêu chuẩn; vi phạm nguyên tắc, thủ tục thì hủy kết quả",
        "Who is below standard is refused; a breach of principle or procedure annuls the result",
    ),
    encodes=("superior.annul", "DEC-F7", "E32"),
)
def refused_for_standards(case: Case[e.Contest], act: e.RefusePerson) -> Iterator[Demand]:
    """One of those elected, in writing."""
    yield one_of(act.person, e.elected(case), what=Text("người trúng cử", "elected"))
    yield equals(act.ground, e.BreachKind.STANDARD, about=act.person or "", what=_GROUND)
    yield given(act.decision, what=_DECISION)


@book.rule(
    e.refuse_person,
    cites=row("E32"),
    in_force=ELECTIONS,
    title=Text(
        "Sau khi đã chuẩn y: chỉ khi có kết luận giải quyết đơn",
        "After ratification only on a concluded complaint",
    ),
    encodes=("E32",),
)
def refused_after_ratification(
    case: Case[e.Contest], act: e.RefusePerson, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The complaint is beside, concluded, and was right."""
    if not case.reached(e.RATIFIED):
        return
    yield given(act.complaint, what=_CASE)
    yield from _concluded(act.complaint, about, founded=True)


def _concluded(
    complaint: str | None,
    about: Context[Readings2020],
    *,
    founded: bool,
) -> Iterator[Demand]:
    other = about.beside.get(q.complaint_case, complaint or "")
    conclusion = None if other is None else other.last(q.Conclude)
    stands = None if other is None else other.stage
    yield one_of(stands, _SETTLED, about=complaint or "", what=Text("đơn đang ở", "stands at"))
    yield equals(
        None if conclusion is None else conclusion.founded,
        founded,
        about=complaint or "",
        what=Text("khiếu nại đúng", "founded"),
    )


@book.rule(
    e.lodge_complaint,
    cites=COMPLAIN,
    title=Text(
        "Khiếu nại về bầu cử trong 15 ngày làm việc sau bế mạc",
        "A complaint about the election within 15 working days of the closing",
    ),
    encodes=("election_complaint.window", "E33"),
)
def complaint_in_window(
    case: Case[e.Contest], act: e.LodgeComplaint, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The day on which it was filed counts."""
    closing = closed_on(case, about, act.closing)
    yield from agreed(act.closing, closing, Text("ngày bế mạc", "day of closing"))
    due = after(closing, COMPLAINT_WINDOW, about.readings)
    yield on_or_before(act.filed, due, what=Text("ngày gửi đơn", "filed"))


@book.rule(
    e.lodge_complaint,
    cites=COMPLAIN,
    title=Text(
        "Ủy ban kiểm tra cấp trên đang xem xét đơn",
        "The superior's inspection commission has taken the complaint up",
    ),
    encodes=("E33", "Q12"),
)
def complaint_taken_up(
    case: Case[e.Contest], act: e.LodgeComplaint, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Its case is an election complaint about this contest, and in progress."""
    yield given(act.complaint, what=_CASE)
    other = about.beside.get(q.complaint_case, act.complaint or "")
    yield equals(
        None if other is None else other.stage,
        q.IN_PROGRESS,
        about=act.complaint or "",
        what=Text("đơn đang ở", "stands at"),
    )
    if other is not None:
        yield equals(q.kind(other), q.ComplaintKind.ELECTION_COMPLAINT, about=other.id)
        yield equals(other.subject.contest, case.id, about=other.id, what=_CASE)


@book.rule(
    e.dismiss_complaint,
    cites=COMPLAIN,
    title=Text(
        "Bác khiếu nại: có kết luận bằng văn bản, theo báo cáo của ủy ban kiểm tra",
        "Dismissed with a written conclusion, on the report of the inspection commission",
    ),
    encodes=("E34",),
)
def dismissal_reasoned(
    case: Case[e.Contest], act: e.DismissComplaint, about: Context[Readings2020]
) -> Iterator[Demand]:
    """It was lodged, is still open here, and was concluded as unfounded."""
    open_here = e.open_complaints(case)
    yield one_of(act.complaint, open_here, what=Text("đơn còn mở", "open complaints"))
    yield given(act.conclusion, what=Text("kết luận", "written conclusion"))
    yield given(
        act.inspection_report, what=Text("báo cáo của ủy ban kiểm tra", "commission's report")
    )
    yield from _concluded(act.complaint, about, founded=False)


@book.rule(
    e.annul,
    cites=ANNUL,
    title=Text(
        "Hủy kết quả khi vi phạm nguyên tắc, thủ tục; yêu cầu bầu lại",
        "Annulled for a breach of principle or procedure, and a new election ordered",
    ),
    encodes=("superior.annul", "DEC-F7", "E35"),
)
def annulled_for_breach(case: Case[e.Contest], act: e.Annul) -> Iterator[Demand]:
    """The breach is found in writing; the order names the body that holds the new election."""
    grounds = (e.BreachKind.PRINCIPLE, e.BreachKind.PROCEDURE)
    yield one_of(act.ground, grounds, what=_GROUND)
    yield given(act.finding, what=Text("kết luận vi phạm", "finding of the breach"))
    yield given(act.new_election, what=Text("lệnh bầu lại", "order of a new election"))
    yield given(act.entrusted, what=Text("cơ quan được giao", "body entrusted"))
