"""Complaints being settled: extension, conclusion, delay, and what the sender is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Step,
    Text,
    after,
    at_least,
    at_most,
    equals,
    fails,
    given,
    holds,
    on_or_before,
)
from congress_flow.procedures import complaint_case as q
from congress_flow.reckoning import Matter
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._complaint_links import MATTERS, due, row, settlement
from congress_flow_vn_2020.instruments import QD30_2016
from congress_flow_vn_2020.readings import Readings2020

DENUNCIATIONS: Final = QD30_2016.at("giải quyết tố cáo")
APPEALS: Final = QD30_2016.at("Điều 32, mục 5.2.1", Confidence.VERIFIED)
EXTENSION_DAYS: Final = 30
_CONCLUSIONS: tuple[Step[q.Complaint, q.Conclude], ...] = (q.conclude, q.conclude_late)
_CONCLUDED: Final = Text("ngày kết luận", "concluded")
_NOTICE: Final = Text("thông báo cho người gửi", "notice to the sender")
_NO_LIMIT: Final = Text(
    "chưa rõ thời hạn giải quyết hoặc ngày nhận", "the limit or the day of receipt is not known"
)


@book.rule(
    q.extend,
    cites=row("Q13", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text(
        "Gia hạn giải quyết tố cáo một lần, có thông báo",
        "The time to settle a denunciation is extended once, with notice",
    ),
    encodes=("denunciation.settle", "Q13"),
)
def extended_once(case: Case[q.Complaint], act: q.Extend) -> Iterator[Demand]:
    """A denunciation, not extended before; the sender is told."""
    kind = Text("loại đơn", "kind of letter")
    yield equals(q.kind(case), q.ComplaintKind.DENUNCIATION, what=kind)
    before = len(case.events(q.Extend))
    yield equals(before, 0, what=Text("số lần đã gia hạn", "extensions before"))
    yield given(act.notice, what=_NOTICE)


@book.rule(
    q.extend,
    cites=DENUNCIATIONS,
    title=Text("Gia hạn không quá 30 ngày", "The extension is at most 30 days"),
    severity=Severity.WARNS,
    encodes=("denunciation.settle", "Q13"),
)
def extension_length(case: Case[q.Complaint], act: q.Extend) -> Iterator[Demand]:
    """Calendar days."""
    what = Text("số ngày gia hạn", "days of extension")
    yield at_least(act.days, 1, what=what)
    yield at_most(act.days, EXTENSION_DAYS, what=what)


@book.rule(
    *_CONCLUSIONS,
    cites=row("Q14, Q16", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Kết luận bằng văn bản", "The conclusion is in writing"),
    encodes=("Q14", "Q16"),
)
def complaint_concluded_in_writing(
    case: Case[q.Complaint], act: q.Conclude
) -> Iterator[Demand | Gap]:
    """It says whether the complaint was right."""
    yield given(act.conclusion, what=Text("văn bản kết luận", "written conclusion"))
    if act.founded is None:
        yield Gap(Text("chưa rõ đúng hay sai", "whether it was right is not known"))


@book.rule(
    q.conclude,
    cites=DENUNCIATIONS,
    title=Text(
        "Giải quyết tố cáo trong 90 (Trung ương 180) ngày làm việc",
        "A denunciation is settled within 90 (centre: 180) working days",
    ),
    severity=Severity.WARNS,
    encodes=("denunciation.settle", "Q14"),
)
def denunciation_settled_in_time(
    case: Case[q.Complaint], act: q.Conclude, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """From the receipt by the competent body, an extension added."""
    if MATTERS.get(_kind(case)) is Matter.DENUNCIATION:
        yield _settled(case, act, about)


@book.rule(
    q.conclude,
    cites=APPEALS,
    title=Text(
        "Giải quyết khiếu nại trong 90 (Trung ương 180) ngày làm việc",
        "An appeal is settled within 90 (centre: 180) working days",
    ),
    severity=Severity.WARNS,
    encodes=("appeal.settle", "Q14"),
)
def appeal_settled_in_time(
    case: Case[q.Complaint], act: q.Conclude, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """From the receipt, in person or by the postmark."""
    if MATTERS.get(_kind(case)) is Matter.APPEAL:
        yield _settled(case, act, about)


def _kind(case: Case[q.Complaint]) -> q.ComplaintKind:
    return q.kind(case) or q.ComplaintKind.PETITION


def _settled(
    case: Case[q.Complaint], act: q.Conclude, about: Context[Readings2020]
) -> Demand | Gap:
    found = settlement(case, about, act.on)
    if found is None:
        return Gap(_NO_LIMIT)
    return on_or_before(act.on, due(found), what=_CONCLUDED)


@book.rule(
    *_CONCLUSIONS,
    cites=DENUNCIATIONS,
    title=Text(
        "Giữ bí mật người tố cáo, không trù dập",
        "The denouncer is kept secret, and there is no reprisal",
    ),
    severity=Severity.WARNS,
    encodes=("8-I2",),
)
def denouncer_protected(case: Case[q.Complaint], act: q.Conclude) -> Iterator[Demand]:
    """It warns: a breach is a matter for discipline and does not undo the conclusion."""
    if MATTERS.get(_kind(case)) is Matter.DENUNCIATION:
        yield holds(act.identity_kept, what=Text("đã giữ bí mật", "kept secret"))
        yield fails(act.reprisal, what=Text("trù dập", "reprisal"))


@book.rule(
    q.mark_overdue,
    cites=row("Q15", Confidence.VERIFIED),
    in_force=TERM_2020,
    title=Text(
        "Chỉ ghi quá hạn khi đã hết thời hạn, và phải thông báo",
        "Overdue only when the limit has passed; the sender is told",
    ),
    encodes=("denunciation.settle", "appeal.settle", "Q15"),
)
def limit_has_passed(
    case: Case[q.Complaint], act: q.MarkOverdue, about: Context[Readings2020]
) -> Iterator[Demand | Breach | Gap]:
    """The day is after the last one; for an election complaint no limit is known."""
    yield given(act.notice, what=_NOTICE)
    if _kind(case) is q.ComplaintKind.ELECTION_COMPLAINT:
        yield Breach(Text("không có thời hạn cho đơn này", "no limit is known for this kind"))
        return
    found = settlement(case, about, None)
    if found is None:
        yield Gap(_NO_LIMIT)
        return
    yield after(act.on, due(found), what=Text("ngày ghi nhận", "marked on"))


@book.rule(
    q.notify,
    cites=row("Q17", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Người gửi đơn được thông báo kết quả", "The sender is told the result"),
    encodes=("Q17",),
)
def sender_told(case: Case[q.Complaint], act: q.Notify) -> Demand:
    """The result was told."""
    return holds(act.told, what=Text("đã thông báo", "told"))
