"""Election contests: the declaration, the report to the superior, the keeping of the ballots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from congress_flow import (
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Text,
    add_months,
    equals,
    given,
    holds,
    on_or_after,
    on_or_before,
)
from congress_flow.procedures import election_contest as e
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._congress_days import agreed
from congress_flow_vn_2020._contest_links import (
    ELECTIONS,
    closed_on,
    open_matters,
    row,
    rule_244,
    with_tally,
)
from congress_flow_vn_2020._days import after
from congress_flow_vn_2020.instruments import QD24_2021, QD29_2016
from congress_flow_vn_2020.readings import Days, Limit, Readings2020

REPORT_LIMIT: Final = Days(7, Limit.WORKING_DAYS)
RETENTION_MONTHS: Final = 6
KEEPING: Final = rule_244("Điều 37 (chưa thấy văn bản)", Confidence.ASSUMED)
_CLOSING: Final = Text("ngày bế mạc", "day of closing")


@book.rule(
    e.declare,
    cites=rule_244("Điều 7"),
    title=Text(
        "Ban kiểm phiếu ký biên bản, công bố, niêm phong phiếu, giao đoàn chủ tịch",
        "The board signs the minutes, declares, seals the ballots and hands them over",
    ),
    encodes=("E29",),
)
def minutes_and_seal(case: Case[e.Contest], act: e.Declare) -> Iterator[Demand]:
    """All three."""
    yield holds(act.minutes_signed, what=Text("đã ký biên bản kiểm phiếu", "minutes signed"))
    yield holds(act.sealed, what=Text("đã niêm phong phiếu", "ballots sealed"))
    yield holds(act.handed_to_presidium, what=Text("đã giao đoàn chủ tịch", "handed over"))


@book.rule(
    e.declare,
    cites=row("E29, 5-I3, 5-I4"),
    in_force=ELECTIONS,
    title=Text(
        "Công bố đúng những người đã trúng cử theo kiểm phiếu",
        "Those are declared whom the count elected",
    ),
    encodes=("E29", "result.order"),
)
def declared_as_counted(
    case: Case[e.Contest], act: e.Declare, about: Context[Readings2020]
) -> Iterator[Demand | Breach | Gap]:
    """The persons of the recorded results, and the alternates of the tally."""
    told = None if act.elected is None else tuple(sorted(act.elected))
    yield equals(told, tuple(sorted(e.elected(case))), what=Text("trúng cử", "elected"))
    found, why = with_tally(case, about, act.on)
    yield from why
    if found is not None:
        alternates = tuple(sorted(found.alternates))
        yield equals(
            tuple(sorted(act.alternates)), alternates, what=Text("dự khuyết", "alternates")
        )


@book.rule(
    e.report,
    cites=QD29_2016.at("mục 16.1"),
    title=Text(
        "Báo cáo kết quả bầu cử trong 7 ngày làm việc sau bế mạc",
        "The result is reported within 7 working days of the closing",
    ),
    subject="report_in_time",
    encodes=("report.election_minutes", "select.charter_rules", "E30"),
)
def report_in_time(
    case: Case[e.Contest], act: e.Report, about: Context[Readings2020]
) -> Iterator[Demand]:
    """On or before the seventh working day after the closing."""
    return reported_within(case, act, about, REPORT_LIMIT)


@book.rule(
    e.report,
    cites=QD24_2021.at("mục 16.1.1"),
    in_force=ELECTIONS,
    title=Text(
        "Báo cáo kết quả bầu cử trong 7 ngày làm việc sau bế mạc",
        "The result is reported within 7 working days of the closing",
    ),
    subject="report_in_time",
    encodes=("report.election_minutes", "select.charter_rules", "E30"),
)
def report_in_time_2021(
    case: Case[e.Contest], act: e.Report, about: Context[Readings2020]
) -> Iterator[Demand]:
    """On or before the seventh working day after the closing."""
    return reported_within(case, act, about, REPORT_LIMIT)


def reported_within(
    case: Case[e.Contest], act: e.Report, about: Context[Any], limit: Days
) -> Iterator[Demand]:
    """Demand the report within *limit* of the closing."""
    closing = closed_on(case, about, act.closing)
    yield from agreed(act.closing, closing, _CLOSING)
    due = after(closing, limit, about.readings)
    yield on_or_before(act.on, due, what=Text("ngày báo cáo", "reported"))


@book.rule(
    e.report,
    cites=row("E30", Confidence.VERIFIED),
    in_force=ELECTIONS,
    title=Text(
        "Báo cáo gồm biên bản bầu cử, danh sách trích ngang, lý lịch",
        "The report holds the election minutes, the summary list and the CVs",
    ),
    encodes=("report.election_minutes", "E30"),
)
def report_complete(case: Case[e.Contest], act: e.Report) -> Iterator[Demand]:
    """Of all who were elected."""
    yield holds(act.election_minutes, what=Text("biên bản bầu cử", "election minutes"))
    yield holds(act.summary_list, what=Text("danh sách trích ngang", "summary list"))
    yield holds(act.cvs, what=Text("lý lịch", "CVs"))


@book.rule(
    e.destroy_ballots,
    cites=KEEPING,
    title=Text(
        "Phiếu bầu được lưu 6 tháng kể từ khi niêm phong",
        "The ballots are kept for six months from their sealing",
    ),
    severity=Severity.WARNS,
    encodes=("ballot.retention", "E36"),
)
def ballots_kept(case: Case[e.Contest], act: e.DestroyBallots) -> Demand:
    """On or after the same day of the sixth month; assumed for the regulation of 2014."""
    sealed = case.last(e.Declare)
    earliest = None if sealed is None else add_months(sealed.on, RETENTION_MONTHS)
    return on_or_after(act.on, earliest, what=Text("ngày hủy phiếu", "destroyed"))


@book.rule(
    e.destroy_ballots,
    cites=KEEPING,
    title=Text(
        "Hủy phiếu theo quyết định, khi không còn khiếu nại",
        "Ballots are destroyed by decision, and while no complaint is open",
    ),
    encodes=("ballot.retention", "E36"),
)
def destroyed_by_order(
    case: Case[e.Contest], act: e.DestroyBallots, about: Context[Readings2020]
) -> Iterator[Demand]:
    """What is destroyed cannot be counted again."""
    yield given(act.decision, what=Text("văn bản quyết định", "written decision"))
    yield equals(open_matters(case, about), (), what=Text("đơn còn mở", "open complaints"))


@book.rule(
    e.destroy_ballots,
    cites=KEEPING,
    title=Text(
        "Không ai được mở niêm phong khi chưa có quyết định của cấp có thẩm quyền",
        "Nobody opens the seal without a decision of the competent level",
    ),
    encodes=("5-I8", "E36"),
)
def seal_kept(case: Case[e.Contest], act: e.DestroyBallots) -> Demand:
    """The seal is whole, or the decision is named."""
    if act.seal_intact is False:
        return given(act.opened_by, what=Text("quyết định mở niêm phong", "decision to open"))
    return holds(act.seal_intact, what=Text("niêm phong còn nguyên", "seal intact"))
