"""Limits that no text was found for: due only where the readings choose one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from congress_flow import Case, Confidence, InForce, Outlook, Surroundings, Text
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_scheme as s
from congress_flow.reckoning import Bearing, Contest, Due
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._congress_days import closing_day, opening_day
from congress_flow_vn_2020._document_profiles import profile_of
from congress_flow_vn_2020._documents import TABLE_4, parameter
from congress_flow_vn_2020._duty_links import CLOSING, OPENING, after, before, day_of
from congress_flow_vn_2020.congress_plan import ALL_CONTENTS
from congress_flow_vn_2020.congress_window import contests_of
from congress_flow_vn_2020.instruments import CV11977_2020, HD62_2020
from congress_flow_vn_2020.readings import Days, TermReadings

Packed = Case[k.Congress] | Case[d.Document] | Case[s.Scheme]

_SUBMIT: Final = Text("trình hồ sơ lên cấp trên", "hand the papers in to the superior")
_APPROVE: Final = Text("cấp trên duyệt", "the superior approves")
_ANSWER: Final = Text("cấp trên trả lời", "the superior answers")
_OPEN: Final = Text("khai mạc đại hội", "open the congress")
_ISSUE: Final = Text("ban hành chương trình hành động", "issue the action programme")
_HAND_OVER: Final = Text("bàn giao của cấp ủy khóa cũ", "hand over to the new committee")
_ARCHIVE: Final = Text("nộp lưu hồ sơ đại hội", "hand the files in to the archive")
_CELL_PACKAGE: Final = Text("báo cáo cấp ủy cơ sở", "report to the grassroots committee")
_CLOSE: Final = Text("kết thúc lấy ý kiến", "close the consultation")
_SUBMITTED: Final = Text("ngày trình", "the handing in")
_APPROVED: Final = Text("ngày duyệt", "the approval")
_ELECTED: Final = Text("ngày bầu cấp ủy", "the election of the committee")
_BEGUN: Final = Text("ngày bắt đầu lấy ý kiến", "the opening of the consultation")
_GONE: Final = frozenset({d.WITHDRAWN, d.SUPERSEDED})
_FILES: Final = InForce(HD62_2020.issued_on, TERM_2020.until)


def _packages(about: Surroundings[TermReadings]) -> Iterator[tuple[Packed, date | None]]:
    """Yield whatever goes to the superior for approval, with the opening of its congress."""
    beside = about.beside
    for congress in beside.of(k.congress):
        yield congress, opening_day(beside, congress.id)
    for scheme in beside.of(s.personnel_scheme):
        planned = scheme.subject.planned_opening
        held = [case for case in beside.of(k.congress) if case.subject.scheme == scheme.id]
        days = [opening_day(beside, case.id) for case in held]
        yield scheme, next((day for day in days if day is not None), planned)
    for document in beside.of(d.document_life):
        if profile_of(document.subject, about.readings).requires_approval:
            if document.subject.kind is d.DocumentKind.PERSONNEL_SCHEME:
                continue
            if document.stage not in _GONE:
                planned = document.subject.planned_opening
                day = opening_day(beside, document.subject.congress or "")
                yield document, day or planned


_SUBMITS: Final[tuple[type[Any], ...]] = (k.SubmitPackage, d.Submit, s.Submit)
_APPROVES: Final[tuple[type[Any], ...]] = (
    k.Approve,
    d.Approve,
    d.ApproveWithChanges,
    s.Approve,
    s.AgreeNoElection,
)
_ANSWERS: Final[tuple[type[Any], ...]] = (
    *_APPROVES,
    k.ReturnForRevision,
    d.ReturnForRevision,
    s.ReturnForRevision,
)


def _last(case: Case[Any], kinds: tuple[type[Any], ...]) -> date | None:
    """Return the day of the latest act of any of *kinds*."""
    days = (each.event.on for each in case.passages if isinstance(each.event, kinds))
    return max(days, default=None)


def _since(case: Case[Any], kinds: tuple[type[Any], ...], first: date | None) -> date | None:
    """Return the day of the earliest act of any of *kinds* on or after *first*."""
    days = (
        each.event.on
        for each in case.passages
        if isinstance(each.event, kinds) and (first is None or each.event.on >= first)
    )
    return min(days, default=None)


@book.duty(
    cites=parameter("dossier.lead_time", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text("Nộp hồ sơ trước khai mạc đủ số ngày đã chọn", "Handed in early enough"),
    encodes=("dossier.lead_time",),
)
def package_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Package, documents and scheme, so many days before the opening."""
    limit = about.readings.lead_time
    if limit is not None:
        for case, opening in _packages(about):
            done = _last(case, _SUBMITS)
            yield before(case.id, _SUBMIT, (opening, OPENING), limit, about, done=done)


@book.duty(
    cites=parameter("approval.before_opening", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text("Duyệt trước khai mạc đủ số ngày đã chọn", "Approved early enough"),
    encodes=("approval.before_opening",),
)
def approval_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Package, documents and scheme, so many days before the opening."""
    limit = about.readings.approval_before_opening
    if limit is not None:
        yield from approvals(about, limit)


def approvals(about: Surroundings[TermReadings], limit: Days) -> Iterator[Due]:
    """Yield by when the superior approves each package, document and scheme."""
    for case, opening in _packages(about):
        done = _last(case, _APPROVES)
        yield before(case.id, _APPROVE, (opening, OPENING), limit, about, done=done)


@book.duty(
    cites=parameter("approval.answer_limit", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text("Cấp trên trả lời trong hạn đã chọn", "The superior answers in time"),
    encodes=("approval.answer_limit",),
)
def answer_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """So many days after what was handed in last; nothing where nothing was."""
    limit = about.readings.approval_answer
    if limit is not None:
        for case, _ in _packages(about):
            submitted = _last(case, _SUBMITS)
            if submitted is not None:
                done = _since(case, _ANSWERS, submitted)
                yield after(case.id, _ANSWER, (submitted, _SUBMITTED), limit, about, done=done)


@book.duty(
    cites=parameter("approval.to_opening", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Từ khi duyệt đến khai mạc không quá số ngày đã chọn", "Opened soon after approval"),
    encodes=("approval.to_opening",),
)
def opening_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """So many days after the approval at the most; nothing before it."""
    limit = about.readings.approval_to_opening
    for case in about.beside.of(k.congress):
        approved, done = day_of(case.last(k.Approve)), day_of(case.last(k.Open))
        if limit is not None and approved is not None:
            yield after(case.id, _OPEN, (approved, _APPROVED), limit, about, done=done)


@book.duty(
    cites=parameter("consultation.period", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text("Thời gian lấy ý kiến đủ dài", "The consultation is long enough"),
    encodes=("consultation.period",),
)
def consultation_end(about: Outlook[TermReadings]) -> Iterator[Due]:
    """The last consultation of each document is not closed before."""
    limit = about.readings.consultation_period
    for case in about.beside.of(d.document_life):
        begun = day_of(case.last(d.OpenConsultation))
        if limit is not None and begun is not None:
            done, first = _since(case, (d.CloseConsultation,), begun), Bearing.FROM
            anchor = (begun, _BEGUN)
            yield after(case.id, _CLOSE, anchor, limit, about, bearing=first, done=done)


@book.duty(
    cites=parameter("cell.submit_before", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Báo cáo trước ngày đại hội đủ số ngày đã chọn", "Submitted early enough"),
    encodes=("cell.submit_before",),
)
def cell_package_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """So many days before the day for which the cell planned its congress."""
    limit = about.readings.cell_submit_before
    for case in about.beside.of(c.cell_congress):
        planned, done = case.last(c.Plan), day_of(case.last(c.Submit))
        if limit is not None:
            anchor = (None if planned is None else planned.opening, OPENING)
            yield before(case.id, _CELL_PACKAGE, anchor, limit, about, done=done)


@book.duty(
    cites=parameter("handover.days", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Bàn giao trong hạn đã chọn", "Handed over in time"),
    encodes=("handover.days",),
)
def handover_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """So many days after the election, where the congress elects a committee."""
    limit = about.readings.handover
    for case in about.beside.of(k.congress):
        if limit is not None and case.subject.contents == ALL_CONTENTS:
            elections = [
                declared.on
                for contest in contests_of(about, case.id)
                if contest.subject.post is Contest.COMMITTEE
                for declared in contest.events(e.Declare)
            ]
            reported = case.last(k.ReportResults)
            done = None if reported is None else reported.handed_over
            anchor = (max(elections, default=None), _ELECTED)
            yield after(case.id, _HAND_OVER, anchor, limit, about, done=done)


@book.duty(
    cites=HD62_2020.at("về thời hạn (chưa thấy số ngày)", Confidence.UNKNOWN),
    in_force=_FILES,
    title=Text("Nộp lưu trong hạn đã chọn", "Archived in time"),
    encodes=("archive.limit",),
)
def archive_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """So many days after the closing."""
    limit = about.readings.archive
    for case in about.beside.of(k.congress):
        if limit is not None:
            closed, done = day_of(case.last(k.Close)), day_of(case.last(k.Archive))
            yield after(case.id, _ARCHIVE, (closed, CLOSING), limit, about, done=done)


@book.duty(
    cites=CV11977_2020.at("thời hạn ban hành (không thấy)", Confidence.UNKNOWN),
    title=Text("Hạn ban hành chương trình hành động", "The action programme is issued in time"),
    encodes=("action_programme.issue_limit",),
)
def action_programme_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """So many days after the closing; its own acts tell the closing where no congress does."""
    limit = about.readings.action_programme_issue
    for case in about.beside.of(d.document_life):
        programme = case.subject.kind is d.DocumentKind.ACTION_PROGRAMME
        if limit is not None and programme and case.stage not in _GONE:
            issued = case.last(d.Issue)
            recorded = closing_day(about.beside, case.subject.congress or "")
            closed = recorded or (None if issued is None else issued.closed)
            done = day_of(issued)
            yield after(case.id, _ISSUE, (closed, CLOSING), limit, about, done=done)
