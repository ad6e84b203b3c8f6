"""Announcing the opening of a congress, putting it off, holding it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from congress_flow import (
    Answer,
    Breach,
    Case,
    Caution,
    Confidence,
    Context,
    Demand,
    Gap,
    Level,
    Severity,
    Step,
    Text,
    given,
    holds,
    on_or_before,
    one_of,
)
from congress_flow.procedures import Act, Body
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow_vn_2020 import congress_tables as t
from congress_flow_vn_2020._book import TERM_2020, book, rows
from congress_flow_vn_2020._days import before as days_before
from congress_flow_vn_2020._term_law import term_law
from congress_flow_vn_2020.congress_window import (
    host,
    known_host,
    level_of,
    limits_on,
    within_deadline,
    within_shift,
    within_window,
)
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK
from congress_flow_vn_2020.readings import Days, Readings2020, TermReadings

_STEPS: tuple[Step[a.Announcement, Any], ...] = a.announcement.steps
_DAYS: tuple[Step[a.Announcement, a.AnnounceOpening | a.Postpone], ...] = (
    a.announce_opening,
    a.postpone,
)
CALENDAR: Final = CT35_2019.at("về thời gian đại hội", Confidence.VERIFIED)


@book.rule(
    *_STEPS,
    cites=HANDBOOK.at("procedures.md 6.2, cột Actor", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text("Cấp ủy triệu tập công bố", "The convening committee announces"),
    encodes=rows(*_STEPS),
)
def announcement_actor(
    case: Case[a.Announcement], act: Act, about: Context[Readings2020]
) -> Demand:
    """The column *Actor* of table 6.2; a cell is convened by its committee or its secretary."""
    allowed = about.step.actors
    congress = host(about, case.subject.congress)
    if about.step is not a.hold and congress is not None:
        cell = {Body.CELL_COMMITTEE, Body.HEAD}
        of_cell = level_of(congress) is Level.CELL
        allowed = tuple(body for body in allowed if (body in cell) is of_cell)
    return one_of(act.by, allowed, what=Text("cơ quan triệu tập", "convening body"))


@book.rule(
    *_STEPS,
    cites=HANDBOOK.at("procedures.md 6.2", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Công bố cho một đại hội có hồ sơ", "The congress announced is recorded"),
    encodes=rows(*_STEPS),
)
def announced_congress_known(
    case: Case[a.Announcement], act: Act, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """What is announced is a congress, or a cell's congress, with a case of its own."""
    yield from known_host(host(about, case.subject.congress))


def announced_within(act: a.AnnounceOpening, days: Days | None, readings: TermReadings) -> Demand:
    """Demand that an opening is announced so many days before it."""
    limit = None if days is None else days_before(act.opening, days, readings)
    return on_or_before(act.on, limit, what=Text("ngày công bố", "day of announcing"))


@book.rule(
    a.announce_opening,
    cites=t.ANNOUNCE_2016,
    title=Text(
        "Công bố trước khai mạc ít nhất 30 ngày làm việc",
        "Announced at least 30 working days before the opening",
    ),
    severity=Severity.WARNS,
    subject="announced_ahead",
    encodes=("convene.announce", "A1"),
)
def announced_ahead_2016(
    case: Case[a.Announcement], act: a.AnnounceOpening, about: Context[Readings2020]
) -> Demand:
    """The duty is in the rules of 2016; the number of days was not seen there."""
    found = t.ANNOUNCE.on(act.on)
    return announced_within(act, found.value if found else None, about.readings)


@book.rule(
    a.announce_opening,
    cites=t.ANNOUNCE_2021,
    title=Text(
        "Công bố trước khai mạc ít nhất 30 ngày làm việc",
        "Announced at least 30 working days before the opening",
    ),
    subject="announced_ahead",
    encodes=("convene.announce", "A1"),
)
def announced_ahead_2021(
    case: Case[a.Announcement], act: a.AnnounceOpening, about: Context[Readings2020]
) -> Demand:
    """Thirty working days, counted as the readings say."""
    found = t.ANNOUNCE.on(act.on)
    return announced_within(act, found.value if found else None, about.readings)


def opening_told(act: a.AnnounceOpening | a.Postpone) -> date | None:
    """Return the day of the opening that an act of announcing or of putting off names."""
    return act.opening if isinstance(act, a.AnnounceOpening) else act.new_day


@book.rule(
    *_DAYS,
    cites=CALENDAR,
    title=t.WINDOW_OF_2020,
    encodes=("congress.window", "deadline.before_is_exclusive", "A1", "A2"),
)
def announced_in_window(
    case: Case[a.Announcement],
    act: a.AnnounceOpening | a.Postpone,
    about: Context[Readings2020],
) -> Iterator[Demand | Caution]:
    """The centre's calendar of the level; whether *before 30/6* leaves 30/6 out is a reading."""
    congress = host(about, case.subject.congress)
    if congress is not None:
        subject = congress.subject
        trial = isinstance(subject, k.Congress) and subject.trial
        level = level_of(congress)
        found = term_law(about.readings).window(act.on, level)
        yield from within_window(opening_told(act), found, about.readings, trial=trial)


@book.rule(
    *_DAYS,
    cites=HANDBOOK.at("parameters.md deadline.effective", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Không quá hạn sớm nhất của các cấp", "Not after the earliest deadline that binds"),
    encodes=("deadline.effective", "A1", "A2", "6-I5"),
)
def announced_in_time(
    case: Case[a.Announcement],
    act: a.AnnounceOpening | a.Postpone,
    about: Context[Readings2020],
) -> Iterator[Demand]:
    """Local plans may be stricter than the centre; a suspension moves none of them."""
    congress = host(about, case.subject.congress)
    if congress is not None:
        limits = (*limits_on(about, congress), *act.limits)
        level = level_of(congress)
        yield from within_deadline(opening_told(act), act.on, level, limits, about.readings)


@book.rule(
    a.postpone,
    cites=HANDBOOK.at("procedures.md A2", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text("Dời ngày có lý do, được cấp trên đồng ý", "Put off for a reason, with consent"),
    encodes=("A2",),
)
def postponed_with_consent(case: Case[a.Announcement], act: a.Postpone) -> Iterator[Demand]:
    """The reason and the superior's consent."""
    yield given(act.reason, what=Text("lý do", "reason"))
    yield given(act.consent, what=Text("cấp trên đồng ý", "consent of the superior"))


@book.rule(
    a.postpone,
    cites=t.CHARTER_24_3,
    title=Text("Đại hội chi bộ sớm, muộn không quá 6 tháng", "A cell: six months at the most"),
    encodes=("cell.shift_max", "A2"),
)
def cell_postponed_within(
    case: Case[a.Announcement], act: a.Postpone, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Of the day on which the cell's congress falls due."""
    congress = about.beside.get(c.cell_congress, case.subject.congress)
    if congress is not None:
        computed = congress.last(c.ComputeDueDate)
        due, months = computed.due if computed else None, t.CELL_SHIFT.on(act.on, Level.CELL)
        yield from within_shift(act.new_day, due, months)


@book.rule(
    a.postpone,
    cites=t.CHARTER_22,
    title=Text("Đại hội cơ sở sớm, muộn không quá một năm", "Grassroots: a year at the most"),
    severity=Severity.WARNS,
    encodes=("grassroots.shift_max", "A2"),
)
def grassroots_postponed_within(
    case: Case[a.Announcement], act: a.Postpone, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Of the day on which the congress falls due."""
    congress = about.beside.get(k.congress, case.subject.congress)
    if congress is None:
        return
    months = t.GRASSROOTS_SHIFT.on(act.on, congress.subject.level)
    if months is not None:
        yield from within_shift(act.new_day, congress.subject.due, months)


@book.rule(
    a.postpone,
    cites=HANDBOOK.at("procedures.md A2, Q9", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text("Xem lại các đơn đã để sang nhiệm kỳ mới", "Complaints held over are reviewed"),
    severity=Severity.WARNS,
    encodes=("A2",),
)
def freezes_reviewed(
    case: Case[a.Announcement], act: a.Postpone, about: Context[Readings2020]
) -> Answer:
    """A later opening may unfreeze a complaint: where one is frozen, that is to be reviewed."""
    frozen = [
        each.id
        for each in about.beside.of(q.complaint_case)
        if each.stage is q.FROZEN and each.subject.congress == case.subject.congress
    ]
    if not frozen:
        return ()
    return holds(
        act.freezes_reviewed,
        about=", ".join(frozen),
        what=Text("đã xem xét lại", "looked at again"),
    )


@book.rule(
    a.hold,
    cites=HANDBOOK.at("procedures.md A3", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Đại hội đã thực sự khai mạc", "The congress has been opened"),
    encodes=("A3",),
)
def announced_and_held(
    case: Case[a.Announcement], act: a.Hold, about: Context[Readings2020]
) -> Answer:
    """The congress is opened, the cell's held."""
    congress = host(about, case.subject.congress)
    if congress is None:
        return ()
    reached = k.OPENED if level_of(congress) is not Level.CELL else c.HELD
    if congress.reached(reached):
        return given(congress.id, what=Text("đã khai mạc", "opened"))
    return Breach(
        Text("đại hội chưa khai mạc", "the congress has not been opened"),
        {"stage": congress.stage.name},
    )
