"""After a congress: reporting the results, ratification, the archive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    InForce,
    Severity,
    Text,
    given,
    holds,
    on_or_before,
)
from congress_flow.procedures import Body
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import Contest
from congress_flow_vn_2020 import congress_tables as t
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._days import after as days_after
from congress_flow_vn_2020._term_law import term_law
from congress_flow_vn_2020.congress_plan import ALL_CONTENTS, NO_ELECTION
from congress_flow_vn_2020.congress_window import all_ratified, contests_of
from congress_flow_vn_2020.instruments import HANDBOOK, HD62_2020
from congress_flow_vn_2020.readings import Readings2020

_FILES: Final = InForce(HD62_2020.issued_on, TERM_2020.until)
_PRODUCERS: Final = (
    Body.DOCUMENTS_SUBCOMMITTEE,
    Body.PERSONNEL_SUBCOMMITTEE,
    Body.SERVICE_SUBCOMMITTEE,
    Body.OFFICE,
)


def results_within(
    case: Case[k.Congress], act: k.ReportResults, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Yield that the election minutes were sent, within the limit in force on that day."""
    yield given(act.election_minutes, what=Text("biên bản bầu cử", "election minutes"))
    days, closed = term_law(about.readings).minutes(act.on), case.last(k.Close)
    day = closed.on if closed else None
    limit = None if days is None else days_after(day, days.value, about.readings)
    yield on_or_before(act.on, limit, what=Text("ngày báo cáo", "day of the report"))


@book.rule(
    k.report_results,
    cites=t.REPORT_2016,
    title=Text(
        "Gửi biên bản bầu cử trong 7 ngày làm việc từ khi bế mạc",
        "Election minutes within seven working days of the closing",
    ),
    subject="results_reported",
    encodes=("report.election_minutes", "K12"),
)
def results_reported_2016(
    case: Case[k.Congress], act: k.ReportResults, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Seven working days after the closing, by the rules of 2016."""
    return results_within(case, act, about)


@book.rule(
    k.report_results,
    cites=t.REPORT_2021,
    title=Text(
        "Gửi biên bản bầu cử trong 7 ngày làm việc từ khi bế mạc",
        "Election minutes within seven working days of the closing",
    ),
    subject="results_reported",
    encodes=("report.election_minutes", "K12"),
)
def results_reported_2021(
    case: Case[k.Congress], act: k.ReportResults, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Seven working days after the closing, by the rules of 2021."""
    return results_within(case, act, about)


@book.rule(
    k.report_results,
    cites=t.OPINIONS,
    in_force=t.XIII_DRAFTS,
    title=Text(
        "Gửi báo cáo tổng hợp ý kiến trong 10 ngày từ khi bế mạc",
        "The summary of opinions within ten days of the closing",
    ),
    encodes=("report.opinions_summary", "K12"),
)
def opinions_reported(
    case: Case[k.Congress], act: k.ReportResults, about: Context[Readings2020]
) -> Demand:
    """Calendar days. What is not sent yet when the results are reported must still be in time."""
    days, closed = t.OPINIONS_SUMMARY.on(act.on), case.last(k.Close)
    sent = [
        dispatched.on
        for each in about.beside.of(d.document_life)
        if each.subject.kind is d.DocumentKind.OPINIONS_SUMMARY and each.subject.congress == case.id
        for dispatched in each.events(d.Dispatch)
    ]
    day = act.opinions_sent or min(sent, default=act.on)
    end = closed.on if closed else None
    limit = None if days is None else days_after(end, days.value, about.readings)
    return on_or_before(day, limit, what=Text("ngày gửi tổng hợp ý kiến", "opinions sent"))


@book.rule(
    k.report_results,
    cites=HANDBOOK.at("parameters.md handover.days", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Bàn giao trong hạn đã chọn", "Handed over in time"),
    severity=Severity.WARNS,
    encodes=("handover.days", "K12"),
)
def handed_over_in_time(
    case: Case[k.Congress], act: k.ReportResults, about: Context[Readings2020]
) -> Answer:
    """So many days after the election as the reading says, if it names any."""
    days = about.readings.handover
    if days is None or case.subject.contents != ALL_CONTENTS:
        return ()
    elections = [
        declared.on
        for contest in contests_of(about, case.id)
        if contest.subject.post is Contest.COMMITTEE
        for declared in contest.events(e.Declare)
    ]
    limit = days_after(max(elections, default=None), days, about.readings)
    handed = act.handed_over or act.on
    return on_or_before(handed, limit, what=Text("ngày bàn giao", "day of hand-over"))


@book.rule(
    k.ratify,
    cites=HANDBOOK.at("procedures.md K13, 6-I3", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Mọi kết quả bầu cử đã được chuẩn y", "Every contest is ratified"),
    encodes=("K13", "6-I3", "DEC-P17"),
)
def congress_ratified(
    case: Case[k.Congress], act: k.Ratify, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """Worked out from the contests, those of the first conference included; never set by hand."""
    contests = contests_of(about, case.id)
    if not contests and case.subject.contents != NO_ELECTION:
        yield Gap(Text("chưa có hồ sơ bầu cử", "no contest is recorded"))
    yield from all_ratified(contests)


@book.rule(
    k.archive,
    cites=HD62_2020.at("về thành phần hồ sơ", Confidence.VERIFIED),
    in_force=_FILES,
    title=Text("Đủ hồ sơ của từng nơi lập", "The files of each producer are there"),
    encodes=("K14", "documents.md 5.5"),
)
def archive_complete(case: Case[k.Congress], act: k.Archive) -> Iterator[Demand]:
    """The three subcommittees and the office; no personnel file where nobody was elected."""
    for body in _PRODUCERS:
        if body is Body.PERSONNEL_SUBCOMMITTEE and case.subject.contents == NO_ELECTION:
            continue
        told = None if act.producers is None else body in act.producers
        yield holds(told, about=body, what=Text("hồ sơ nộp lưu", "file handed in"))


@book.rule(
    k.archive,
    cites=HD62_2020.at("về thời hạn (chưa thấy số ngày)", Confidence.UNKNOWN),
    in_force=_FILES,
    title=Text("Nộp lưu trong hạn đã chọn", "Archived in time"),
    severity=Severity.WARNS,
    encodes=("archive.limit", "K14"),
)
def archived_in_time(
    case: Case[k.Congress], act: k.Archive, about: Context[Readings2020]
) -> Answer:
    """So many days after the closing as the reading says, if it names any."""
    days, closed = about.readings.archive, case.last(k.Close)
    if days is None:
        return ()
    limit = days_after(closed.on if closed else None, days, about.readings)
    return on_or_before(act.on, limit, what=Text("ngày nộp lưu", "day of archiving"))
