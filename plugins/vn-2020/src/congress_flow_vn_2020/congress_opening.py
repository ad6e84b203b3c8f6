"""The opening of a congress: announced, approved, in time, not suspended, of the right length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Answer,
    Case,
    Caution,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Step,
    Text,
    at_least,
    equals,
    holds,
    on_or_before,
)
from congress_flow.procedures import announcement as a
from congress_flow.procedures import congress as k
from congress_flow.reckoning import Contest
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._congress_days import opening_day
from congress_flow_vn_2020._days import after as days_after
from congress_flow_vn_2020._term_law import term_law
from congress_flow_vn_2020.congress_plan import ALL_CONTENTS, CONTENTS, NO_ELECTION
from congress_flow_vn_2020.congress_tables import WINDOW_OF_2020
from congress_flow_vn_2020.congress_window import (
    announcement_of,
    contests_of,
    limits_on,
    not_suspended,
    within_deadline,
    within_length,
    within_window,
)
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK
from congress_flow_vn_2020.readings import Readings2020

CALENDAR: Final = CT35_2019.at("về thời gian đại hội", Confidence.VERIFIED)
_CONTESTED: tuple[Step[k.Congress, k.Open | k.Close], ...] = (k.open_congress, k.close_congress)


@book.rule(
    k.open_congress,
    cites=HANDBOOK.at("procedures.md K7, 6-I1", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Đã được duyệt, đã công bố đúng ngày này", "Approved, and announced for this day"),
    encodes=("K7", "6-I1"),
)
def opened_as_announced(
    case: Case[k.Congress], act: k.Open, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The package was approved; the announcement stands, and names the day of the opening."""
    approved = case.reached(k.PACKAGE_APPROVED)
    yield holds(approved, what=Text("hồ sơ đã được duyệt", "package approved"))
    told = announcement_of(about, case.id)
    stage = None if told is None else told.stage
    yield equals(stage, a.ANNOUNCED, what=Text("việc công bố", "announcement"))
    announced = opening_day(about.beside, case.id)
    yield equals(act.on, announced, what=Text("ngày khai mạc", "opening"))


@book.rule(
    k.open_congress,
    cites=HANDBOOK.at("procedures.md K7, G14, 6-I1", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Không bị tạm hoãn", "No suspension is in force"),
    encodes=("K7", "G14", "6-I1", "6-I5"),
)
def opened_not_suspended(
    case: Case[k.Congress], act: k.Open, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """The unit's suspension, if there was one, has been ended by the superior."""
    return not_suspended(about, case.subject.unit)


@book.rule(
    k.open_congress,
    cites=CALENDAR,
    title=WINDOW_OF_2020,
    encodes=("congress.window", "deadline.before_is_exclusive", "K7"),
)
def opened_in_window(
    case: Case[k.Congress], act: k.Open, about: Context[Readings2020]
) -> Iterator[Demand | Caution]:
    """The centre's calendar of the level; whether *before 30/6* leaves 30/6 out is a reading."""
    subject, readings = case.subject, about.readings
    found = term_law(readings).window(act.on, subject.level)
    return within_window(act.on, found, readings, trial=subject.trial)


@book.rule(
    k.open_congress,
    cites=HANDBOOK.at("parameters.md deadline.effective", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Không quá hạn sớm nhất của các cấp", "Not after the earliest deadline that binds"),
    encodes=("deadline.effective", "K7", "6-I5"),
)
def opened_in_time(
    case: Case[k.Congress], act: k.Open, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Local plans may be stricter than the centre; a suspension moves none of them."""
    limits = (*limits_on(about, case), *act.limits)
    return within_deadline(act.on, act.on, case.subject.level, limits, about.readings)


@book.rule(
    k.open_congress,
    cites=CALENDAR,
    title=Text("Độ dài đại hội theo kế hoạch", "The length planned is within the limit"),
    encodes=("congress.length", "congress.prep_session", "K7"),
)
def planned_length(
    case: Case[k.Congress], act: k.Open, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Two, three or four days by level; half a day of preparatory session, district and up."""
    subject, readings = case.subject, about.readings
    days, session = subject.planned_days, subject.preparatory_days
    return within_length(days, session, act.on, subject.level, readings)


@book.rule(
    k.open_congress,
    cites=HANDBOOK.at("parameters.md approval.to_opening", Confidence.UNKNOWN),
    in_force=TERM_2020,
    title=Text("Từ khi duyệt đến khai mạc không quá số ngày đã chọn", "Opened soon after approval"),
    severity=Severity.WARNS,
    encodes=("approval.to_opening", "K7"),
)
def opened_after_approval(
    case: Case[k.Congress], act: k.Open, about: Context[Readings2020]
) -> Answer:
    """So many days at the most as the reading says, if it names any."""
    days, approved = about.readings.approval_to_opening, case.last(k.Approve)
    if days is None:
        return ()
    limit = days_after(approved.on if approved else None, days, about.readings)
    return on_or_before(act.on, limit, what=Text("ngày khai mạc", "opening"))


@book.rule(
    *_CONTESTED,
    cites=CONTENTS,
    in_force=TERM_2020,
    title=Text("Bầu cử đúng nội dung đại hội", "Elections as the contents of the congress allow"),
    encodes=("congress.contents", "6-I4"),
)
def contests_of_the_contents(
    case: Case[k.Congress], act: k.Open | k.Close, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Two contents: no contest at all; three: none of the committee."""
    contents = case.subject.contents
    yield at_least(contents, NO_ELECTION, what=Text("số nội dung", "contents"))
    for contest in contests_of(about, case.id):
        committee = contest.subject.post is Contest.COMMITTEE
        least = ALL_CONTENTS if committee else NO_ELECTION + 1
        what = Text("số nội dung cần có để bầu", "contents needed for this election")
        yield at_least(contents, least, about=contest.id, what=what)
