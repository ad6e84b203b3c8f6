"""Elections: candidacies, the report, complaints, ratification, the keeping of the ballots."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from congress_flow import Case, Confidence, Level, Outlook, Surroundings, Text
from congress_flow.procedures import election_contest as e
from congress_flow.procedures.congress import CongressKind
from congress_flow.reckoning import Bearing, Due, months
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._congress_days import opening_day
from congress_flow_vn_2020._contest_links import ELECTIONS, closed_on, open_matters, rule_244
from congress_flow_vn_2020._duty_links import (
    CLOSING,
    OPENING,
    after,
    before,
    congresses,
    day_of,
)
from congress_flow_vn_2020.contest_candidacy import CANDIDACY_DEADLINE
from congress_flow_vn_2020.contest_result import KEEPING, REPORT_LIMIT, RETENTION_MONTHS
from congress_flow_vn_2020.contest_superior import (
    COMPLAIN,
    COMPLAINT_WINDOW,
    RATIFICATION_LIMIT,
    settled_on,
)
from congress_flow_vn_2020.instruments import QD24_2021, QD29_2016
from congress_flow_vn_2020.readings import Days, TermReadings

_LOW: Final = frozenset({Level.CELL, Level.SECTION, Level.GRASSROOTS})
_APPLY: Final = Text("nộp hồ sơ ứng cử", "hand in a candidacy")
_REPORT: Final = Text("báo cáo kết quả bầu cử", "report the result of the election")
_COMPLAIN: Final = Text("gửi khiếu nại về bầu cử", "complain about the election")
_RATIFY: Final = Text("chuẩn y kết quả bầu cử", "ratify the result")
_DESTROY: Final = Text("hủy phiếu bầu đã lưu", "destroy the ballots")
_SEALED: Final = Text("ngày niêm phong phiếu", "the sealing of the ballots")
_RECEIVED: Final = Text("ngày cấp trên nhận báo cáo", "receipt of the report")
_SENT: Final = Text("ngày báo cáo, vì chưa rõ ngày nhận", "the report, its receipt not being known")
_SETTLED: Final = Text(
    "ngày giải quyết xong đơn về bầu cử", "the end of the complaint about the election"
)
_REPORTED_IN_TIME: Final = Text(
    "Báo cáo kết quả bầu cử trong 7 ngày làm việc sau bế mạc",
    "The result is reported within 7 working days of the closing",
)
_RATIFIED_IN_TIME: Final = Text(
    "Chuẩn y trong 15 ngày làm việc kể từ khi nhận báo cáo",
    "Ratified within 15 working days of receiving the report",
)


@book.duty(
    cites=rule_244("Điều 10 và hướng dẫn", Confidence.REPORTED),
    title=Text(
        "Hồ sơ ứng cử nộp trước ngày khai mạc ít nhất 15 ngày làm việc",
        "The candidacy is handed in at least 15 working days before the opening",
    ),
    subject="candidacy_deadline",
    encodes=("dossier.self_nomination_deadline",),
)
def candidacy_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """From the level above the grassroots up."""
    return candidacies(about, CANDIDACY_DEADLINE, low=False)


@book.duty(
    cites=rule_244("Điều 10 (ở cơ sở: chưa thấy)", Confidence.UNKNOWN),
    title=Text("Hạn nộp đơn ứng cử ở cơ sở", "Deadline of applications at the grassroots"),
    subject="application_deadline",
    encodes=("dossier.self_nomination_deadline",),
)
def application_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """As the reading `grassroots_application` says; none where it is empty."""
    return candidacies(about, about.readings.grassroots_application, low=True)


def candidacies(
    about: Surroundings[TermReadings], limit: Days | None, *, low: bool
) -> Iterator[Due]:
    """Yield until when who is no delegate may apply, and when those who did handed it in.

    With *low* of congresses at the grassroots and below, else of those above. Where all members
    vote there is nobody outside.
    """
    if limit is None:
        return
    until = Bearing.UNTIL
    for congress in congresses(about.beside):
        if (congress.level in _LOW) is low and congress.kind is not CongressKind.MEMBERS:
            anchor = (congress.opening, OPENING)
            yield before(congress.case, _APPLY, anchor, limit, about, bearing=until)
    for case in about.beside.of(e.election_contest):
        for applied in case.events(e.SubmitCandidacy):
            if (case.subject.level in _LOW) is low:
                opening = opening_day(about.beside, case.subject.congress) or applied.opening
                yield before(
                    case.id,
                    _APPLY,
                    (opening, OPENING),
                    limit,
                    about,
                    bearing=until,
                    done=applied.on,
                    about=applied.person or "",
                )


@book.duty(
    cites=QD29_2016.at("mục 16.1"),
    title=_REPORTED_IN_TIME,
    subject="report_in_time",
    encodes=("report.election_minutes",),
)
def contest_report_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """On or before the seventh working day after the closing."""
    return reports(about, REPORT_LIMIT)


@book.duty(
    cites=QD24_2021.at("mục 16.1.1"),
    in_force=ELECTIONS,
    title=_REPORTED_IN_TIME,
    subject="report_in_time",
    encodes=("report.election_minutes",),
)
def contest_report_due_2021(about: Outlook[TermReadings]) -> Iterator[Due]:
    """On or before the seventh working day after the closing."""
    return reports(about, REPORT_LIMIT)


def reports(about: Surroundings[TermReadings], limit: Days) -> Iterator[Due]:
    """Yield by when the result of each election is reported, once it was declared."""
    for case in _declared(about):
        done = day_of(case.last(e.Report))
        yield after(case.id, _REPORT, (_closed(case, about), CLOSING), limit, about, done=done)


def _declared(about: Surroundings[TermReadings]) -> Iterator[Case[e.Contest]]:
    for case in about.beside.of(e.election_contest):
        if case.reached(e.DECLARED) and case.stage is not e.ANNULLED:
            yield case


def _closed(case: Case[e.Contest], about: Surroundings[TermReadings]) -> date | None:
    """Return the closing of the meeting; that of a conference only its own acts tell."""
    acts: tuple[e.Report | e.LodgeComplaint, ...] = (
        *case.events(e.Report),
        *case.events(e.LodgeComplaint),
    )
    told = next((act.closing for act in acts if act.closing is not None), None)
    return closed_on(case, about, told)


@book.duty(
    cites=COMPLAIN,
    title=Text(
        "Khiếu nại về bầu cử trong 15 ngày làm việc sau bế mạc",
        "A complaint about the election within 15 working days of the closing",
    ),
    subject="complaint_in_window",
    encodes=("election_complaint.window",),
)
def election_complaint_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """The day on which it was filed counts."""
    return complaints(about, COMPLAINT_WINDOW)


def complaints(about: Surroundings[TermReadings], limit: Days) -> Iterator[Due]:
    """Yield until when each election may be complained of, and when those who did filed it."""
    for case in _declared(about):
        anchor, until = (_closed(case, about), CLOSING), Bearing.UNTIL
        yield after(case.id, _COMPLAIN, anchor, limit, about, bearing=until)
        for lodged in case.events(e.LodgeComplaint):
            if lodged.filed is not None:
                yield after(
                    case.id,
                    _COMPLAIN,
                    anchor,
                    limit,
                    about,
                    bearing=until,
                    done=lodged.filed,
                    about=lodged.complaint or "",
                )


@book.duty(
    cites=QD29_2016.at("mục 16.1"),
    title=_RATIFIED_IN_TIME,
    subject="ratified_in_time",
    encodes=("ratification.limit", "case.blocks_ratification"),
)
def ratification_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """A complaint about the election holds the limit up; it begins anew when that is settled."""
    return ratifications(about, RATIFICATION_LIMIT)


@book.duty(
    cites=QD24_2021.at("mục 16.1.2"),
    in_force=ELECTIONS,
    title=_RATIFIED_IN_TIME,
    subject="ratified_in_time",
    encodes=("ratification.limit", "case.blocks_ratification"),
)
def ratification_due_2021(about: Outlook[TermReadings]) -> Iterator[Due]:
    """A complaint about the election holds the limit up; it begins anew when that is settled."""
    return ratifications(about, RATIFICATION_LIMIT)


def ratifications(about: Surroundings[TermReadings], limit: Days) -> Iterator[Due]:
    """Yield by when the superior ratifies each election that was declared.

    The day of receipt is told by the ratification alone. Until then the limit is counted from the
    report, at the earliest, and that is said.
    """
    for case in _declared(about):
        refused = next(iter(case.events(e.RefusePerson)), None)
        done = day_of(case.last(e.Ratify) or refused)
        yield after(case.id, _RATIFY, _begun(case, about), limit, about, done=done)


def _begun(case: Case[e.Contest], about: Surroundings[TermReadings]) -> tuple[date | None, Text]:
    ratified, sent = case.last(e.Ratify), day_of(case.last(e.Report))
    received = None if ratified is None else ratified.received
    start = (received, _RECEIVED) if ratified is not None or sent is None else (sent, _SENT)
    if ratified is None and open_matters(case, about):
        return (None, _SETTLED)
    settled = max(settled_on(case, about), default=None)
    if start[0] is not None and settled is not None and settled > start[0]:
        return (settled, _SETTLED)
    return start


@book.duty(
    cites=KEEPING,
    title=Text(
        "Phiếu bầu được lưu 6 tháng kể từ khi niêm phong",
        "The ballots are kept for six months from their sealing",
    ),
    subject="ballots_kept",
    encodes=("ballot.retention",),
)
def ballots_kept_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """On or after the same day of the sixth month; assumed for the regulation of 2014."""
    return retentions(about)


def retentions(about: Surroundings[TermReadings]) -> Iterator[Due]:
    """Yield from when on the ballots of each election may be destroyed."""
    limit = months(RETENTION_MONTHS)
    for case in _declared(about):
        sealed, done = day_of(case.last(e.Declare)), day_of(case.last(e.DestroyBallots))
        first = Bearing.FROM
        yield after(case.id, _DESTROY, (sealed, _SEALED), limit, about, bearing=first, done=done)
