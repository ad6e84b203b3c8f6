"""When a congress, or a cell's, is announced, held and reported: what falls due."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from congress_flow import (
    Case,
    Cited,
    Confidence,
    InForce,
    Level,
    Outlook,
    Surroundings,
    Text,
    add_months,
)
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.reckoning import Bearing, Due, last_day, months
from congress_flow_vn_2020 import congress_tables as t
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._duty_links import (
    CLOSING,
    OPENING,
    Congress,
    after,
    before,
    congresses,
    day_of,
    known,
)
from congress_flow_vn_2020._term_law import term_law
from congress_flow_vn_2020.congress_window import announcement_of, host, limits_on
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK
from congress_flow_vn_2020.readings import Days, TermReadings

Term = Callable[[c.CellCongress], int | None]
"""How many months a cell's term has; None: this duty does not speak of that cell."""

_ANNOUNCE: Final = Text("công bố ngày khai mạc", "announce the opening")
_HOLD: Final = Text("tổ chức đại hội", "hold the congress")
_MINUTES: Final = Text("gửi biên bản bầu cử lên cấp trên", "send the election minutes")
_REPORT: Final = Text("báo cáo kết quả đại hội chi bộ", "report the cell's results")
_OPINIONS: Final = Text("gửi báo cáo tổng hợp ý kiến", "send the summary of opinions")
_DUE: Final = Text("ngày đến hạn của nhiệm kỳ", "the end of the term")
_AHEAD: Final = Text(
    "Công bố trước khai mạc ít nhất 30 ngày làm việc",
    "Announced at least 30 working days before the opening",
)
_WITHIN_7: Final = Text(
    "Gửi biên bản bầu cử trong 7 ngày làm việc từ khi bế mạc",
    "Election minutes within seven working days of the closing",
)


@book.duty(
    cites=t.ANNOUNCE_2016,
    title=_AHEAD,
    subject="announced_ahead",
    encodes=("convene.announce",),
)
def announcement_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """The duty is in the rules of 2016; the number of days was not seen there."""
    for limit in known(t.ANNOUNCE.on(about.on)):
        yield from announced_by(about, limit)


@book.duty(
    cites=t.ANNOUNCE_2021,
    title=_AHEAD,
    subject="announced_ahead",
    encodes=("convene.announce",),
)
def announcement_due_2021(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Thirty working days, counted as the readings say."""
    for limit in known(t.ANNOUNCE.on(about.on)):
        yield from announced_by(about, limit)


def announced_by(about: Surroundings[TermReadings], limit: Days) -> Iterator[Due]:
    """Yield by when each congress is to be announced; a cell's where it is announced at all.

    What was announced and then put off is to be announced again.
    """
    for congress in congresses(about.beside):
        told = announcement_of(about, congress.id)
        if told is None and congress.level is Level.CELL:
            continue
        standing = told is not None and told.stage is not a.POSTPONED
        done = day_of(told.last(a.AnnounceOpening)) if told and standing else None
        anchor = (congress.opening, OPENING)
        yield before(congress.case, _ANNOUNCE, anchor, limit, about, done=done)


@book.duty(
    cites=CT35_2019.at("về thời gian đại hội", Confidence.VERIFIED),
    title=Text("Đại hội trong thời gian quy định", "Held within the days of its level"),
    subject="congress_held",
    encodes=("congress.window", "deadline.before_is_exclusive"),
)
def congress_window_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """The centre's calendar of the level; whether *before 30/6* leaves 30/6 out is a reading."""
    law = term_law(about.readings)
    return windows(about, lambda level: law.window(about.on, level), CT35_2019.in_force)


def windows(
    about: Surroundings[TermReadings],
    found: Callable[[Level], Cited[t.Window] | None],
    law: InForce,
) -> Iterator[Due]:
    """Yield the days between which each congress is held, by what is found for its level.

    They are days of one term: they do not bind a congress that is held on a day outside *law*.
    """
    for congress in congresses(about.beside):
        if congress.day not in law:
            continue
        for window in known(found(congress.level)):
            if window.first is not None and not _is_trial(congress, about):
                yield Due(
                    case=congress.case,
                    what=_HOLD,
                    anchor=window.first,
                    anchor_is=Text("ngày đầu của thời gian quy định", "the first day of the level"),
                    bearing=Bearing.FROM,
                    done=congress.opened,
                )
            yield _held_by(congress, window.last, "", about, before=window.before)


@book.duty(
    cites=HANDBOOK.at("parameters.md deadline.effective", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Không quá hạn cấp trên đã đặt", "Not after the last day set by a superior"),
    subject="congress_held",
    encodes=("deadline.effective", "congress.suspension_moves_deadline", "6-I5"),
)
def local_limit_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Local plans may be stricter: the earliest day binds. A suspension moves none of them."""
    for congress in congresses(about.beside):
        case = host(about, congress.id)
        # One plan may be named in several acts.
        for limit in dict.fromkeys(() if case is None else limits_on(about, case)):
            yield _held_by(congress, limit.day, limit.document, about, before=limit.before)


def _is_trial(congress: Congress, about: Surroundings[TermReadings]) -> bool:
    case = about.beside.get(k.congress, congress.id)
    return case is not None and case.subject.trial


def _held_by(
    congress: Congress,
    day: date,
    source: str,
    about: Surroundings[TermReadings],
    *,
    before: bool,
) -> Due:
    named = day.strftime("%d/%m/%Y")
    words = Text(f"hạn ghi là đến hết {named}", f"the text says by {day}")
    if before:
        words = Text(f"hạn ghi là trước ngày {named}", f"the text says before {day}")
    exclusive = before and about.readings.before_is_exclusive
    return Due(
        case=congress.case,
        what=_HOLD,
        anchor=last_day(day, before_is_exclusive=exclusive),
        anchor_is=words,
        done=congress.opened,
        source=source,
    )


@book.duty(
    cites=t.CHARTER_22,
    title=Text("Đại hội cơ sở muộn không quá một năm", "Grassroots: a year late at the most"),
    encodes=("grassroots.shift_max",),
)
def grassroots_shift_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Of the day on which the congress falls due; nothing where that day is not told."""
    for case in about.beside.of(k.congress):
        for most in known(t.GRASSROOTS_SHIFT.on(about.on, case.subject.level)):
            if case.subject.due is not None:
                done, anchor = day_of(case.last(k.Open)), (case.subject.due, _DUE)
                yield after(case.id, _HOLD, anchor, months(most), about, done=done)


@book.duty(
    cites=t.CHARTER_24_3,
    title=Text("Đại hội chi bộ 5 năm hai lần", "A cell congress twice in five years"),
    encodes=("cell.term",),
)
def cell_term_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Thirty months after the last one, or on the day to which it was moved with consent."""
    return cell_terms(about, charter_term(about.on))


def charter_term(day: date) -> Term:
    """Return the term that the Charter gives every cell on a day."""
    found = t.CELL_TERM.on(day, Level.CELL)
    return lambda _: None if found is None else found.value


def cell_terms(about: Surroundings[TermReadings], term: Term) -> Iterator[Due]:
    """Yield by when each cell that has a term holds its congress."""
    last = Text("đại hội trước", "the last congress")
    words = Text("ngày đã dời", "the day to which it was moved")
    for case in about.beside.of(c.cell_congress):
        months_of, moved = term(case.subject), case.last(c.ShiftDate)
        done = day_of(case.last(c.Hold))
        if months_of is not None and moved is not None:
            yield Due(case=case.id, what=_HOLD, anchor=moved.new_day, anchor_is=words, done=done)
        elif months_of is not None:
            anchor = (case.subject.last_congress, last)
            yield after(case.id, _HOLD, anchor, months(months_of), about, done=done)


@book.duty(
    cites=t.CHARTER_24_3,
    title=Text(
        "Đại hội chi bộ sớm, muộn không quá 6 tháng", "A cell: six months at the most either way"
    ),
    encodes=("cell.shift_max",),
)
def cell_shift_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Of the day on which it falls due; nothing where that day is not known."""
    return cell_shifts(about, charter_term(about.on))


def cell_shifts(about: Outlook[TermReadings], term: Term) -> Iterator[Due]:
    """Yield between which days each cell that has a term holds its congress at all."""
    first = Bearing.FROM
    for case in about.beside.of(c.cell_congress):
        due, done = _cell_due(case, term), day_of(case.last(c.Hold))
        for shift in known(t.CELL_SHIFT.on(about.on, Level.CELL)):
            if due is not None:
                limit, anchor = months(shift), (due, _DUE)
                yield after(case.id, _HOLD, anchor, limit, about, done=done)
                yield before(case.id, _HOLD, anchor, limit, about, bearing=first, done=done)


def _cell_due(case: Case[c.CellCongress], term: Term) -> date | None:
    length, last = term(case.subject), case.subject.last_congress
    computed = case.last(c.ComputeDueDate)
    if length is None:
        return None
    if computed is not None and computed.due is not None:
        return computed.due
    return None if last is None else add_months(last, length)


@book.duty(
    cites=t.REPORT_2016,
    title=_WITHIN_7,
    subject="results_reported",
    encodes=("report.election_minutes",),
)
def election_minutes_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Seven working days after the closing, by the rules of 2016."""
    return minutes_of(about)


@book.duty(
    cites=t.REPORT_2021,
    title=_WITHIN_7,
    subject="results_reported",
    encodes=("report.election_minutes",),
)
def election_minutes_due_2021(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Seven working days after the closing, by the rules of 2021."""
    return minutes_of(about)


def minutes_of(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Yield by when each congress, cells' apart, reports its results."""
    for congress in congresses(about.beside):
        if congress.level is not Level.CELL:
            case = about.beside.get(k.congress, congress.id)
            done = None if case is None else day_of(case.last(k.ReportResults))
            anchor = (congress.closing, CLOSING)
            for limit in known(term_law(about.readings).minutes(about.on)):
                yield after(congress.case, _MINUTES, anchor, limit, about, done=done)


@book.duty(
    cites=HANDBOOK.at("procedures.md C11 (áp dụng tương tự mục 16.1)", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text("Báo cáo trong 7 ngày làm việc", "Reported within seven working days"),
    encodes=("report.election_minutes",),
)
def cell_report_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """The limit for election minutes, where the same rule is applied to cells."""
    for case in about.beside.of(c.cell_congress):
        held, done = day_of(case.last(c.Hold)), day_of(case.last(c.Report))
        for limit in known(term_law(about.readings).minutes(about.on)):
            yield after(case.id, _REPORT, (held, CLOSING), limit, about, done=done)


@book.duty(
    cites=t.OPINIONS,
    in_force=t.XIII_DRAFTS,
    title=Text(
        "Gửi báo cáo tổng hợp ý kiến trong 10 ngày từ khi bế mạc",
        "The summary of opinions within ten days of the closing",
    ),
    encodes=("report.opinions_summary",),
)
def opinions_summary_due(about: Outlook[TermReadings]) -> Iterator[Due]:
    """Ten calendar days (trap TR6), on a Sunday too."""
    for case in about.beside.of(k.congress):
        reported = case.last(k.ReportResults)
        sent = [
            dispatched.on
            for each in about.beside.of(d.document_life)
            if each.subject.kind is d.DocumentKind.OPINIONS_SUMMARY
            and each.subject.congress == case.id
            for dispatched in each.events(d.Dispatch)
        ]
        told = None if reported is None else reported.opinions_sent
        anchor = (day_of(case.last(k.Close)), CLOSING)
        done = told or min(sent, default=None)
        for limit in known(t.OPINIONS_SUMMARY.on(about.on)):
            yield after(case.id, _OPINIONS, anchor, limit, about, done=done)
