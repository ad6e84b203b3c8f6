"""What the rules on congresses share: the congress of a case, its days, who else speaks of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, Final

from congress_flow import (
    Case,
    Caution,
    Cited,
    Context,
    Demand,
    Gap,
    Level,
    Surroundings,
    Text,
    add_months,
    at_most,
    before,
    equals,
    given,
    holds,
    on_or_after,
    on_or_before,
)
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import suspension as u
from congress_flow_vn_2020._term_law import term_law
from congress_flow_vn_2020.congress_tables import Window
from congress_flow_vn_2020.readings import TermReadings

Host = Case[k.Congress] | Case[c.CellCongress]
OPENING: Final = Text("ngày khai mạc", "opening")


def host(about: Surroundings[Any], case_id: str) -> Host | None:
    """Return the congress, or cell's congress, of that id; None where it is not beside."""
    return about.beside.get(k.congress, case_id) or about.beside.get(c.cell_congress, case_id)


def level_of(congress: Host) -> Level:
    """Return the level of a congress; a cell's is always that of a cell."""
    subject = congress.subject
    return subject.level if isinstance(subject, k.Congress) else Level.CELL


def announcement_of(about: Surroundings[Any], congress: str) -> Case[a.Announcement] | None:
    """Return the announcement of a congress, or None where it is not beside."""
    for case in about.beside.of(a.announcement):
        if case.subject.congress == congress:
            return case
    return None


def limits_on(about: Surroundings[Any], congress: Host) -> tuple[k.LocalLimit, ...]:
    """Return every local limit recorded so far: in the plans, and with the announcements."""
    acts: list[Any] = [*congress.events(k.AdoptPlan), *congress.events(c.Plan)]
    told = announcement_of(about, congress.id)
    if told is not None:
        acts += [*told.events(a.AnnounceOpening), *told.events(a.Postpone)]
    return tuple(limit for act in acts for limit in act.limits)


def within_window(
    day: date | None, found: Cited[Window] | None, readings: TermReadings, *, trial: bool = False
) -> Iterator[Demand | Caution]:
    """Yield what a window of the centre's calendar asks of *day*; nothing where there is none."""
    if found is None:
        return
    window = found.value
    if window.first is not None and not trial:
        yield on_or_after(day, window.first, what=OPENING)
    elif trial and day is not None and window.first is not None and day < window.first:
        yield Caution(
            Text(
                "đại hội điểm, trước thời gian chung của cấp này",
                "a model congress, ahead of the days of its level",
            ),
            {"opening": day, "first": window.first},
        )
    exclusive = window.before and readings.before_is_exclusive
    yield (before if exclusive else on_or_before)(day, window.last, what=OPENING)


def effective_deadline(
    on: date, level: Level, limits: Iterable[k.LocalLimit], readings: TermReadings
) -> tuple[date, str] | None:
    """Return the last day of all levels that bind, with the document that sets it; or None."""

    def last(day: date, *, before_it: bool) -> date:
        exclusive = before_it and readings.before_is_exclusive
        return day - timedelta(days=1) if exclusive else day

    days = [(last(limit.day, before_it=limit.before), limit.document) for limit in limits]
    found = term_law(readings).window(on, level)
    if found is not None:
        number = found.citation.instrument.number
        days.append((last(found.value.last, before_it=found.value.before), number))
    return min(days, default=None)


def within_deadline(
    day: date | None,
    on: date,
    level: Level,
    limits: Iterable[k.LocalLimit],
    readings: TermReadings,
) -> Iterator[Demand]:
    """Yield that *day* is not after the earliest deadline; nothing where no level sets one."""
    deadline = effective_deadline(on, level, limits, readings)
    if deadline is not None:
        last, document = deadline
        yield on_or_before(day, last, about=document, what=OPENING)


def within_shift(day: date | None, due: date | None, months: Cited[int] | None) -> Iterator[Demand]:
    """Yield that *day* is no more than so many months before or after *due*."""
    first = None if due is None or months is None else add_months(due, -months.value)
    last = None if due is None or months is None else add_months(due, months.value)
    yield on_or_after(day, first, what=OPENING)
    yield on_or_before(day, last, what=OPENING)


def within_length(
    days: Fraction | None,
    preparatory: Fraction | None,
    on: date,
    level: Level,
    readings: TermReadings,
) -> Iterator[Demand]:
    """Yield what the law in force *on* asks of the length of a congress and its first session."""
    law = term_law(readings)
    length = law.length(on, level)
    if length is not None:
        # A whole number of days is printed as one.
        told = days.numerator if days is not None and days.denominator == 1 else days
        yield at_most(told, length.value, what=Text("số ngày đại hội", "length in days"))
    session = law.preparatory(on, level)
    if session is not None:
        what = Text("số ngày họp trù bị", "length of the preparatory session")
        yield at_most(preparatory, session.value, what=what)


def not_suspended(about: Context[Any], *units: str | None) -> Iterator[Demand | Gap]:
    """Yield that the first of *units* that has a case of its own is not suspended.

    A cell without a case of its own stands with its parent. Where none has one, it is not known.
    """
    cases = about.beside.of(u.suspension)
    for unit in units:
        of_unit = [case for case in cases if case.subject.unit == unit]
        if of_unit:
            for case in of_unit:
                what = Text("tạm hoãn", "suspension")
                yield equals(case.stage, u.RUNNING, about=case.subject.unit, what=what)
            return
    yield Gap(Text("chưa rõ có bị tạm hoãn không", "whether it is suspended is not known"))


def contests_of(about: Surroundings[Any], congress: str) -> tuple[Case[e.Contest], ...]:
    """Return the contests of a congress, without those annulled in whose place another stands."""
    own = [x for x in about.beside.of(e.election_contest) if x.subject.congress == congress]
    replaced = {x.subject.instead_of for x in own}
    return tuple(x for x in own if x.stage is not e.ANNULLED or x.id not in replaced)


def all_ratified(contests: Iterable[Case[e.Contest]]) -> Iterator[Demand]:
    """Yield that each contest is ratified, in whole or in part, or further."""
    for contest in contests:
        done = contest.stage in {e.RATIFIED, e.PARTLY_RATIFIED, e.BALLOTS_DESTROYED}
        yield holds(done, about=contest.id, what=Text("đã được chuẩn y", "ratified"))


def known_host(congress: Host | None) -> Iterator[Demand | Gap]:
    """Yield a gap where the congress is not recorded."""
    if congress is None:
        yield Gap(Text("không có hồ sơ của đại hội này", "this congress is not recorded"))
    else:
        yield given(congress.id, what=Text("đại hội", "congress"))
