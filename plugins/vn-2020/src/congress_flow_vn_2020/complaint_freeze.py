"""Complaints near a congress: what is held over, listed, looked at again, handed over."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Final

from congress_flow import (
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Text,
    after,
    before,
    differs,
    equals,
    holds,
    none_of,
    on_or_after,
    on_or_before,
    one_of,
)
from congress_flow.procedures import Body
from congress_flow.procedures import cell_congress as cell
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.reckoning import Disposed, Disposition
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._complaint_links import law_for, opening_of, received, row, timed
from congress_flow_vn_2020._congress_days import agreed, opening_day
from congress_flow_vn_2020.instruments import HD07_2019
from congress_flow_vn_2020.readings import Readings2020

FREEZE: Final = HD07_2019.at("phần II, mục 1.1", Confidence.VERIFIED)
CUTOFF: Final = HD07_2019.at("chưa thấy mốc thời gian về khiếu nại", Confidence.UNKNOWN)
_KIND: Final = Text("loại đơn", "kind of letter")
_OPENING: Final = Text("ngày khai mạc", "day of opening")
_RECEIVED: Final = Text("cơ quan có thẩm quyền nhận", "received by the competent body")
_SENT: Final = Text("ngày gửi", "sent")
_ABOUT: Final = Text("liên quan đại hội", "about the congress")
_HELD_OVER: Final = (Disposition.FROZEN, Disposition.PASSED_TO_NEW_COMMITTEE)
_AFTER_CONGRESS: Final = (k.CLOSED, k.REPORTED, k.RATIFIED, k.ARCHIVED)
_AFTER_CELL: Final = (cell.HELD, cell.REPORTED, cell.CLOSED)


def _about_congress(case: Case[q.Complaint]) -> bool | None:
    classified = case.last(q.Classify)
    return None if classified is None else classified.about_congress


def _gap(found: Disposed | None) -> Gap:
    return Gap(
        Text("thiếu dữ kiện để tính thời hạn", "facts are missing to count the time"),
        {"missing": () if found is None else found.missing},
    )


@book.rule(
    q.freeze_denunciation,
    cites=row("Q6"),
    in_force=TERM_2020,
    title=Text(
        "Chỉ tạm dừng tố cáo liên quan đại hội, khi có quy định",
        "Only a denunciation about the congress is frozen, and only where the law says so",
    ),
    encodes=("Q6",),
)
def denunciation_may_freeze(
    case: Case[q.Complaint], act: q.FreezeDenunciation, about: Context[Readings2020]
) -> Iterator[Demand | Breach]:
    """The kind, the matter, and a text in force that day."""
    yield equals(q.kind(case), q.ComplaintKind.DENUNCIATION, what=_KIND)
    yield holds(_about_congress(case), what=_ABOUT)
    yield from agreed(act.opening, opening_day(about.beside, case.subject.congress), _OPENING)
    if law_for(case, about, act.on).freeze is None:
        yield Breach(Text("chưa có quy định về mốc thời gian", "no text sets a time on that day"))


@book.rule(
    q.freeze_denunciation,
    cites=FREEZE,
    title=Text(
        "Tố cáo nhận trong 25 (30) ngày làm việc trước khai mạc thì chưa giải quyết",
        "A denunciation received within 25 (30) working days of the opening is not settled now",
    ),
    subject="denunciation_freeze",
    encodes=("denunciation.freeze", "denunciation.receipt_day", "8-I5", "Q6"),
)
def denunciation_within_freeze(
    case: Case[q.Complaint], act: q.FreezeDenunciation, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """From the 25th (30th) working day before the opening on, that day included."""
    found = timed(case, about, act.on, opening_of(case, about, act.opening))
    if found is None or found.freeze is None:
        yield _gap(found)
        return
    got = received(case).competent_received
    yield on_or_after(got, found.freeze.since, what=_RECEIVED)
    yield on_or_before(got, found.freeze.opening, what=_RECEIVED)


@book.rule(
    q.accept,
    cites=FREEZE,
    title=Text(
        "Tố cáo liên quan đại hội chỉ giải quyết khi nhận trước mốc 25 (30) ngày làm việc",
        "A denunciation about the congress is taken up only if received before the freeze",
    ),
    subject="denunciation_freeze_lifted",
    encodes=("denunciation.freeze", "denunciation.receipt_day", "8-I5", "Q11"),
)
def denunciation_before_freeze(
    case: Case[q.Complaint], act: q.Accept, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """The 26th (31st) working day before the opening is in time; so is a day after it."""
    if q.kind(case) is not q.ComplaintKind.DENUNCIATION or _about_congress(case) is False:
        return
    found = timed(case, about, act.on, opening_of(case, about, act.opening))
    if found is None or found.freeze is None:
        yield _gap(found)
        return
    got = received(case).competent_received
    if got is not None and got > found.freeze.opening:
        return
    yield before(got, found.freeze.since, what=_RECEIVED)


@book.rule(
    q.defer_appeal,
    cites=row("Q7"),
    in_force=TERM_2020,
    title=Text(
        "Chỉ chuyển cấp ủy khóa mới khiếu nại kỷ luật liên quan nhân sự, đại biểu",
        "Only a disciplinary appeal about personnel or delegates is deferred",
    ),
    encodes=("Q7",),
)
def appeal_may_be_deferred(
    case: Case[q.Complaint], act: q.DeferAppeal, about: Context[Readings2020]
) -> Iterator[Demand | Breach]:
    """The kind, the matter, and a cut-off: by a text, or by the reading of `appeal.cutoff`."""
    yield equals(q.kind(case), q.ComplaintKind.DISCIPLINARY_APPEAL, what=_KIND)
    yield holds(_about_congress(case), what=_ABOUT)
    yield from agreed(act.opening, opening_day(about.beside, case.subject.congress), _OPENING)
    if law_for(case, about, act.on).cutoff is None:
        yield Breach(Text("không có mốc thời gian được chọn", "no cut-off is in use"))


@book.rule(
    q.defer_appeal,
    cites=CUTOFF,
    title=Text(
        "Khiếu nại gửi sau mốc trước khai mạc thì chuyển cấp ủy khóa mới",
        "An appeal sent after the cut-off goes to the new committee",
    ),
    severity=Severity.WARNS,
    subject="appeal_after_cutoff",
    encodes=("appeal.cutoff", "8-I5", "Q7"),
)
def appeal_after_cutoff(
    case: Case[q.Complaint], act: q.DeferAppeal, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """The day of sending counts, by the postmark."""
    found = timed(case, about, act.on, opening_of(case, about, act.opening))
    if found is None or found.cutoff is None:
        yield _gap(found)
        return
    yield after(received(case).sent, found.cutoff.day, what=_SENT)


@book.rule(
    q.accept,
    cites=CUTOFF,
    title=Text(
        "Khiếu nại liên quan nhân sự được xem xét trước đại hội nếu gửi trước mốc",
        "An appeal about personnel is considered before the congress if sent by the cut-off",
    ),
    severity=Severity.WARNS,
    subject="appeal_by_cutoff",
    encodes=("appeal.cutoff", "8-I5", "Q11"),
)
def appeal_by_cutoff(
    case: Case[q.Complaint], act: q.Accept, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """At least so many days before the opening; asked only where a cut-off is in use."""
    if law_for(case, about, act.on).cutoff is None or not _about_congress(case):
        return
    if q.kind(case) is not q.ComplaintKind.DISCIPLINARY_APPEAL:
        return
    found = timed(case, about, act.on, opening_of(case, about, act.opening))
    if found is None or found.cutoff is None:
        yield _gap(found)
        return
    yield found.cutoff.demand(received(case).sent, what=_SENT)


@book.rule(
    q.list_and_report,
    cites=FREEZE,
    title=Text(
        "Đơn chưa giải quyết phải lập danh sách, báo cáo ban thường vụ và ủy ban kiểm tra cấp trên",
        "What is held over is listed and reported to both bodies",
    ),
    encodes=("denunciation.freeze", "Q8"),
)
def frozen_listed(case: Case[q.Complaint], act: q.ListAndReport) -> Iterator[Demand]:
    """The own standing committee and the superior's inspection commission."""
    yield holds(act.listed, what=Text("đã lập danh sách", "listed"))
    asked = (Body.STANDING_COMMITTEE, Body.SUPERIOR_INSPECTION_COMMISSION)
    yield _all_there(act.reported_to, asked, Text("chưa báo cáo", "not told"))


def _all_there(told: tuple[Enum, ...] | None, asked: tuple[Enum, ...], what: Text) -> Demand:
    """Demand that nothing of what is asked is missing."""
    missing = None if told is None else tuple(each for each in asked if each not in told)
    return equals(missing, (), what=what)


@book.rule(
    q.reevaluate,
    cites=row("Q9"),
    in_force=TERM_2020,
    title=Text(
        "Dời ngày khai mạc làm đơn không còn thuộc diện chưa giải quyết",
        "The opening was moved so far that the case is no longer held over",
    ),
    encodes=("Q9",),
)
def no_longer_held_over(
    case: Case[q.Complaint], act: q.Reevaluate, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """Another opening than before, and neither freeze nor cut-off applies to it."""
    yield from agreed(act.opening, opening_day(about.beside, case.subject.congress), _OPENING)
    opening = opening_of(case, about, act.opening)
    held = case.last(q.FreezeDenunciation) or case.last(q.DeferAppeal)
    if held is not None and held.opening is not None:
        yield differs(opening, held.opening, what=_OPENING)
    found = timed(case, about, act.on, opening)
    if found is None or found.disposition is Disposition.UNCLEAR:
        yield Gap(Text("chưa tính được thời hạn", "the time cannot be counted"))
        return
    yield none_of(found.disposition, _HELD_OVER, what=Text("hướng xử lý", "disposition"))


@book.rule(
    q.hand_over,
    cites=row("Q10", Confidence.VERIFIED),
    in_force=TERM_2020,
    title=Text(
        "Sau đại hội bàn giao hồ sơ cho ủy ban kiểm tra và ban thường vụ khóa mới",
        "After the congress the file goes to commission and standing committee of the new term",
    ),
    encodes=("Q10",),
)
def handed_to_new_term(
    case: Case[q.Complaint], act: q.HandOver, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The congress is closed, the case was listed, and both bodies have the file."""
    yield _congress_over(case, about)
    listed = case.last(q.ListAndReport)
    yield holds(listed is not None, what=Text("đã lập danh sách, báo cáo", "listed and reported"))
    yield _all_there(act.handed_to, tuple(q.Recipient), Text("chưa bàn giao", "not handed to"))


def _congress_over(case: Case[q.Complaint], about: Context[Readings2020]) -> Demand:
    stands = Text("đại hội đang ở", "the congress stands at")
    of_cell = about.beside.get(cell.cell_congress, case.subject.congress)
    if of_cell is not None:
        return one_of(of_cell.stage, _AFTER_CELL, what=stands)
    held = about.beside.get(k.congress, case.subject.congress)
    return one_of(None if held is None else held.stage, _AFTER_CONGRESS, what=stands)
