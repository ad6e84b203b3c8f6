"""When a congress is held and announced: windows by level, notice, communes as read, who comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from congress_flow import (
    Case,
    Caution,
    Citation,
    Context,
    Demand,
    Gap,
    Level,
    Severity,
    Step,
    Text,
    at_most,
    before,
    fails,
    on_or_before,
)
from congress_flow.procedures import announcement as a
from congress_flow.procedures import congress as k
from congress_flow.procedures import preparation as p
from congress_flow_vn_2020._gates import Found, judged
from congress_flow_vn_2020.announcement_acts import announced_within, opening_told
from congress_flow_vn_2020.congress_window import OPENING, host, level_of, within_window
from congress_flow_vn_2025._book import book
from congress_flow_vn_2025.congress_law import (
    BEFORE_30_JUNE,
    CALENDAR_2025,
    COMMUNES,
    NOTICE_232,
    NOTICE_294,
    WINDOW,
)
from congress_flow_vn_2025.instruments import HD04_2024
from congress_flow_vn_2025.readings import Readings2025

Told = a.AnnounceOpening | a.Postpone
_TOLD: tuple[Step[a.Announcement, Told], ...] = (a.announce_opening, a.postpone)
_LENGTH: Final = Text("số ngày đại hội", "length in days")


def _window_rules(name: str, level: Level, cites: Citation, title: Text) -> None:
    """Write the rules on the window of one level, one on the notice and one on the opening."""

    def announced(
        case: Case[a.Announcement], act: Told, about: Context[Readings2025]
    ) -> Iterator[Demand | Caution]:
        congress = host(about, case.subject.congress)
        if congress is not None and level_of(congress) is level:
            found = WINDOW.on(act.on, level)
            yield from within_window(opening_told(act), found, about.readings)

    def opened(
        case: Case[k.Congress], act: k.Open, about: Context[Readings2025]
    ) -> Iterator[Demand | Caution]:
        if case.subject.level is level:
            yield from within_window(act.on, WINDOW.on(act.on, level), about.readings)

    announced.__name__, opened.__name__ = f"announced_{name}", f"opened_{name}"
    announced.__doc__ = opened.__doc__ = f"The last day of the level {level.value}."
    book.rule(
        *_TOLD,
        cites=cites,
        title=title,
        subject="announced_in_window",
        encodes=("congress.window", "deadline.before_is_exclusive", "A1", "A2"),
    )(announced)
    book.rule(
        k.open_congress,
        cites=cites,
        title=title,
        subject="opened_in_window",
        encodes=("congress.window", "deadline.before_is_exclusive", "K7"),
    )(opened)


_window_rules(
    "before_30_june",
    Level.GRASSROOTS,
    BEFORE_30_JUNE,
    Text("Đại hội cơ sở xong trước 30/6/2025", "Grassroots congresses before 30 June 2025"),
)
_window_rules(
    "in_october",
    Level.PROVINCE,
    CALENDAR_2025,
    Text(
        "Đại hội trực thuộc Trung ương xong trong tháng 10/2025",
        "Congresses directly under the Centre are done in October 2025",
    ),
)


def _commune(day: date | None, about: Context[Readings2025]) -> Demand:
    limit = before if about.readings.before_is_exclusive else on_or_before
    return limit(day, about.readings.commune_before, what=OPENING)


_COMMUNE: Final = Text(
    "Đại hội xã, phường: trong thời hạn, độ dài đã chọn", "Communes: in the time and length read"
)


@book.rule(
    *_TOLD,
    cites=COMMUNES,
    title=_COMMUNE,
    severity=Severity.WARNS,
    encodes=("congress.window", "A1", "A2"),
)
def commune_announced(
    case: Case[a.Announcement], act: Told, about: Context[Readings2025]
) -> Iterator[Demand]:
    """Before the day of the reading: directive 45 was not seen on communes."""
    congress = host(about, case.subject.congress)
    if congress is not None and level_of(congress) is Level.COMMUNE:
        yield _commune(opening_told(act), about)


@book.rule(
    k.open_congress,
    cites=COMMUNES,
    title=_COMMUNE,
    severity=Severity.WARNS,
    encodes=("congress.window", "congress.length", "K7"),
)
def commune_opened(
    case: Case[k.Congress], act: k.Open, about: Context[Readings2025]
) -> Iterator[Demand]:
    """Before the day, and of the length, of the readings."""
    if case.subject.level is Level.COMMUNE:
        yield _commune(act.on, about)
        yield at_most(case.subject.planned_days, about.readings.commune_days, what=_LENGTH)


@book.rule(
    k.close_congress,
    cites=COMMUNES,
    title=_COMMUNE,
    severity=Severity.WARNS,
    encodes=("congress.length", "K11"),
)
def commune_closed(
    case: Case[k.Congress], act: k.Close, about: Context[Readings2025]
) -> Iterator[Demand]:
    """Of the length of the reading."""
    if case.subject.level is Level.COMMUNE:
        yield at_most(act.days, about.readings.commune_days, what=_LENGTH)


@book.rule(
    p.declare_ready,
    cites=COMMUNES,
    title=_COMMUNE,
    severity=Severity.WARNS,
    subject="G12",
    encodes=("congress.window", "congress.length", "G12"),
)
def gate_date_of_commune(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2025]
) -> Iterator[Found]:
    """The opening planned lies before the day, its length within that, of the readings."""
    planned = case.subject
    if planned.level is Level.COMMUNE:
        days = at_most(planned.planned_days, about.readings.commune_days, what=_LENGTH)
        yield from judged("G12", act, about, [_commune(planned.planned_opening, about), days])


def _notice_rule(name: str, cites: Citation) -> None:
    def announced(
        case: Case[a.Announcement], act: a.AnnounceOpening, about: Context[Readings2025]
    ) -> Demand:
        del case
        return announced_within(act, about.readings.announce, about.readings)

    announced.__name__ = name
    announced.__doc__ = "As the reading `announce` says: the text in force was not read on it."
    book.rule(
        a.announce_opening,
        cites=cites,
        title=Text(
            "Thông báo trước khai mạc đủ số ngày đã chọn", "Announced early enough, as read"
        ),
        severity=Severity.WARNS,
        subject="announced_ahead",
        encodes=("convene.announce", "select.charter_rules", "A1"),
    )(announced)


# By effect and not by signature: 294-QĐ/TW was signed on 26 May and holds from 1 July (trap TR28).
_notice_rule("announced_ahead_232", NOTICE_232)
_notice_rule("announced_ahead_294", NOTICE_294)


@book.rule(
    a.announce_opening,
    cites=HD04_2024.at("mục 9"),
    title=Text(
        "Không triệu tập người bị đình chỉ, khởi tố, được bầu sai nguyên tắc, nghỉ hưu, chuyển đi",
        "Who is suspended, charged, elected in breach, retiring or leaving is not summoned",
    ),
    encodes=("delegates.not_summoned", "A1"),
)
def not_summoned(
    case: Case[a.Announcement], act: a.AnnounceOpening, about: Context[Readings2025]
) -> Iterator[Demand | Gap]:
    """Asked of a delegates' congress: on whom there is such a ground, and that none is summoned."""
    congress = about.beside.get(k.congress, case.subject.congress)
    if congress is None or congress.subject.kind is not k.CongressKind.DELEGATES:
        return
    if act.not_summoned is None:
        yield Gap(
            Text(
                "chưa rõ có ai thuộc diện không triệu tập không",
                "whether there is anybody not to be summoned is not known",
            )
        )
    for each in act.not_summoned or ():
        yield fails(each.summoned, about=each.person, what=Text("đã triệu tập", "summoned"))
