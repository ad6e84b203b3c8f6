"""The end of a document's life: sent to the superior, filed, given up."""

from __future__ import annotations

from typing import Any, Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Level,
    Severity,
    Text,
    equals,
    given,
    holds,
    on_or_before,
)
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._days import after
from congress_flow_vn_2020._documents import TABLE_4, XIII_DRAFTS, closing, row
from congress_flow_vn_2020.instruments import HD60_2020, HD62_2020, QD24_2021, QD29_2016
from congress_flow_vn_2020.readings import Days, Limit, Readings2020

SUMMARY_LIMIT: Final = Days(10, Limit.DAYS)
MINUTES_LIMIT: Final = Days(7, Limit.WORKING_DAYS)
_SENT_ON: Final = Text("ngày gửi", "sent on")


@book.rule(
    d.dispatch,
    cites=row("D35; documents.md OS12", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Gửi cấp trên trực tiếp", "Sent to the direct superior"),
    encodes=("D35", "documents.md 3 OS11, OS12"),
)
def dispatched_to_superior(case: Case[d.Document], act: d.Dispatch) -> Demand:
    """Each level sends to the next one up: cell, grassroots, district, province, centre."""
    if case.subject.superior is None:
        return given(None, what=Text("cấp trên trực tiếp", "direct superior"))
    return equals(act.to, case.subject.superior, what=Text("nơi nhận", "sent to"))


def dispatched_within(
    case: Case[d.Document],
    act: d.Dispatch,
    about: Context[Any],
    kind: d.DocumentKind,
    limit: Days,
) -> Answer:
    """Demand that a document of one kind is sent so many days after the closing at the latest."""
    if case.subject.kind is not kind:
        return ()
    latest = after(closing(case, act, about), limit, about.readings)
    return on_or_before(act.on, latest, what=_SENT_ON)


@book.rule(
    d.dispatch,
    cites=HD60_2020.at("thời hạn gửi báo cáo tổng hợp ý kiến", Confidence.VERIFIED),
    in_force=XIII_DRAFTS,
    title=Text(
        "Báo cáo tổng hợp ý kiến gửi trong 10 ngày sau bế mạc",
        "The summary of opinions is sent within 10 days after the closing",
    ),
    encodes=("report.opinions_summary", "D35", "TR6", "documents.md 3 OS10, OS11"),
)
def opinions_summary_in_time(
    case: Case[d.Document], act: d.Dispatch, about: Context[Readings2020]
) -> Answer:
    """Ten calendar days. That the congress adopted it before is the drawing's (ADOPTED)."""
    return dispatched_within(case, act, about, d.DocumentKind.OPINIONS_SUMMARY, SUMMARY_LIMIT)


_MINUTES: Final = Text(
    "Biên bản bầu cử gửi trong 7 ngày làm việc sau bế mạc",
    "The election minutes are sent within 7 working days after the closing",
)


@book.rule(
    d.dispatch,
    cites=QD29_2016.at("mục 16.1"),
    title=_MINUTES,
    subject="report.election_minutes",
    encodes=("report.election_minutes", "D35"),
)
def election_minutes_in_time(
    case: Case[d.Document], act: d.Dispatch, about: Context[Readings2020]
) -> Answer:
    """Seven working days, by the new committee."""
    return dispatched_within(case, act, about, d.DocumentKind.ELECTION_MINUTES, MINUTES_LIMIT)


@book.rule(
    d.dispatch,
    cites=QD24_2021.at("mục 16.1.1"),
    title=_MINUTES,
    subject="report.election_minutes",
    encodes=("report.election_minutes", "D35"),
)
def election_minutes_in_time_2021(
    case: Case[d.Document], act: d.Dispatch, about: Context[Readings2020]
) -> Answer:
    """The same limit under the rules of 2021."""
    return dispatched_within(case, act, about, d.DocumentKind.ELECTION_MINUTES, MINUTES_LIMIT)


@book.rule(
    d.archive,
    cites=HD62_2020.at("lập hồ sơ", Confidence.VERIFIED),
    title=Text("Hồ sơ đầy đủ mới nộp lưu", "The file is complete"),
    encodes=("D36", "archive.limit"),
)
def file_complete(case: Case[d.Document], act: d.Archive) -> Demand:
    """All that belongs to the document's file is in it."""
    return holds(act.complete, what=Text("hồ sơ đầy đủ", "file complete"))


@book.rule(
    d.archive,
    cites=HD62_2020.at("thời hạn nộp lưu (không thấy)", Confidence.UNKNOWN),
    title=Text("Nộp lưu đúng hạn", "Filed in time"),
    severity=Severity.WARNS,
    encodes=("archive.limit", "D36"),
)
def filed_in_time(case: Case[d.Document], act: d.Archive, about: Context[Readings2020]) -> Answer:
    """Grassroots and up; asked only where the reading sets a limit, counted from the closing."""
    limit = about.readings.archive
    if limit is None or case.subject.level.rank < Level.GRASSROOTS.rank:
        return ()
    latest = after(closing(case, act, about), limit, about.readings)
    return on_or_before(act.on, latest, what=Text("ngày nộp lưu", "filed on"))


@book.rule(
    d.withdraw,
    cites=row("D37", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Rút văn kiện phải nêu lý do", "Withdrawn for a recorded reason"),
    encodes=("D37",),
)
def document_withdrawn_with_reason(case: Case[d.Document], act: d.Withdraw) -> Demand:
    """The reason."""
    return given(act.reason, what=Text("lý do", "reason"))
