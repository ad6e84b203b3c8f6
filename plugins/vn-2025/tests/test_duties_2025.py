"""Each duty of 2025: its day from a worked anchor, done in time, and done late or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from congress_flow import (
    Case,
    Confidence,
    Engine,
    InForce,
    Level,
    Shelf,
    Text,
    add_months,
    load,
)
from congress_flow.dossier import deadlines, parse
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import suspension as u
from congress_flow.reckoning import DueStatus
from congress_flow.schedules import Schedule
from congress_flow_thai_binh_2020.readings import READINGS as READINGS_2020
from congress_flow_vn_2020.rules import book as older_book
from congress_flow_vn_2025._book import TERM_2025
from congress_flow_vn_2025.provinces import OPTIONAL_BOOKS
from congress_flow_vn_2025.readings import Days, Limit
from congress_flow_vn_2025.rules import DUTY_MODULES, book
from tests.duties import (
    BEGUN,
    DAY,
    FIRST,
    LAPSED,
    Cases,
    Round,
    Tried,
    done_in_time_and_late,
    fell_due,
    go,
    of,
    says_by_what_law,
)
from tests.law_2025 import engine

LONG_AFTER = date(2026, 7, 1)
WD10, WD15 = (Days(number, Limit.WORKING_DAYS) for number in (10, 15))
# Days of June 2025 under 232-QĐ/TW, of August 2025 under 294-QĐ/TW, of 2024 under 244-QĐ/TW and
# 24-QĐ/TW. Each count is worked by hand, with the holidays of the year.
JUNE, AUGUST = Round(date(2025, 6, 12)), Round(date(2025, 8, 14))
IN_2024, END_OF_2024 = Round(date(2024, 8, 15)), Round(date(2024, 12, 2))
COMMUNE = Round(date(2025, 6, 12), Level.COMMUNE)
PROVINCE = Round(date(2025, 6, 12), Level.PROVINCE)
PILOT: dict[str, Any] = {"cells_in_pilot": frozenset({"cb"})}


def ask(as_of: date, *cases: Case[Any], **chosen: Any) -> Schedule:
    """Return what falls due by the whole book, by the handbook's readings but those chosen."""
    return fell_due(engine(**chosen).shelf, as_of, cases)


def pilot_held(day: date | None) -> Cases:
    """Return a cell whose last congress was sixty months before."""
    subject = c.CellCongress(cell="cb", last_congress=add_months(AUGUST.opening, -60))
    return (AUGUST.cell(*(() if day is None else (c.Hold(on=day),)), subject=subject),)


TRIED = (
    # The congress
    Tried("announcement_due_2021", date(2024, 7, 4), IN_2024.announced),
    Tried("announcement_due_232", date(2025, 4, 28), JUNE.announced, encodes=("convene.announce",)),
    Tried("announcement_due_294", date(2025, 7, 3), AUGUST.announced),
    Tried(
        "grassroots_window_due",
        date(2025, 6, 29),
        JUNE.opened,
        encodes=("congress.window", "deadline.before_is_exclusive"),
    ),
    Tried("commune_window_due", date(2025, 8, 30), COMMUNE.opened, encodes=("congress.window",)),
    Tried("province_window_due", date(2025, 10, 31), PROVINCE.opened, encodes=("congress.window",)),
    Tried("local_limit_due", date(2025, 6, 29), JUNE.limited, encodes=("deadline.effective",)),
    Tried(
        "grassroots_shift_due",
        date(2025, 6, 29),
        JUNE.fallen_due,
        encodes=("grassroots.shift_max",),
    ),
    Tried("election_minutes_due_2021", date(2024, 8, 26), IN_2024.reported),
    Tried(
        "election_minutes_due_232",
        date(2025, 6, 23),
        JUNE.reported,
        encodes=("report.election_minutes",),
    ),
    Tried("election_minutes_due_294", date(2025, 8, 25), AUGUST.reported),
    Tried(
        "archive_due",
        date(2025, 9, 10),
        JUNE.archived,
        chosen={"archive": Days(90, Limit.DAYS)},
        encodes=("archive.limit",),
    ),
    Tried(
        "handover_due",
        date(2025, 6, 17),
        JUNE.handed_over,
        chosen={"handover": Days(5, Limit.DAYS)},
        encodes=("handover.days",),
    ),
    # Cells
    Tried("cell_term_due", date(2025, 6, 12), JUNE.cell_held, encodes=("cell.term",)),
    Tried("cell_term_due_294", date(2025, 8, 14), AUGUST.cell_held, encodes=("cell.term",)),
    Tried("pilot_term_due", date(2025, 8, 14), pilot_held, chosen=PILOT, encodes=("cell.term",)),
    Tried("cell_shift_due", date(2025, 6, 2), END_OF_2024.cell_held, encodes=("cell.shift_max",)),
    Tried("cell_shift_due_294", date(2026, 2, 14), AUGUST.cell_held, encodes=("cell.shift_max",)),
    Tried("cell_report_due", date(2025, 6, 23), JUNE.cell_reported),
    Tried(
        "cell_package_due",
        date(2025, 6, 5),
        JUNE.cell_submitted,
        chosen={"cell_submit_before": Days(7, Limit.DAYS)},
        encodes=("cell.submit_before",),
    ),
    # Elections
    Tried("candidacy_due_until_2024", date(2024, 7, 25), IN_2024.applied, missed=LAPSED),
    Tried(
        "candidacy_due",
        date(2025, 5, 22),
        JUNE.applied,
        missed=LAPSED,
        encodes=("dossier.self_nomination_deadline",),
    ),
    Tried(
        "application_due_until_2024",
        date(2024, 7, 25),
        IN_2024.applied_low,
        missed=LAPSED,
        chosen={"grassroots_application": WD15},
    ),
    Tried(
        "application_due",
        date(2025, 5, 22),
        JUNE.applied_low,
        missed=LAPSED,
        chosen={"grassroots_application": WD15},
    ),
    Tried("contest_report_due_2021", date(2024, 8, 26), IN_2024.contest_reported),
    Tried(
        "contest_report_as_read",
        date(2025, 6, 23),
        JUNE.contest_reported,
        encodes=("report.election_minutes",),
    ),
    Tried("ratification_due_2021", date(2024, 9, 18), IN_2024.ratified),
    Tried(
        "ratification_as_read",
        date(2025, 7, 14),
        JUNE.ratified,
        encodes=("ratification.limit", "case.blocks_ratification"),
    ),
    Tried("election_complaint_due_until_2024", date(2024, 9, 9), IN_2024.complained, missed=LAPSED),
    Tried(
        "election_complaint_due",
        date(2025, 7, 3),
        JUNE.complained,
        missed=LAPSED,
        encodes=("election_complaint.window",),
    ),
    Tried(
        "ballots_kept_due_until_2024",
        date(2024, 9, 15),
        Round(date(2024, 3, 15)).destroyed,
        missed=BEGUN,
        late=FIRST,
    ),
    Tried(
        "ballots_kept_due",
        date(2025, 12, 12),
        JUNE.destroyed,
        missed=BEGUN,
        late=FIRST,
        encodes=("ballot.retention",),
    ),
    # Letters
    Tried(
        "denunciation_freeze_day",
        date(2025, 5, 8),
        JUNE.only_planned,
        missed=BEGUN,
        late=BEGUN,
        encodes=("denunciation.freeze",),
    ),
    Tried(
        "appeal_cutoff_day",
        date(2025, 5, 8),
        JUNE.only_planned,
        missed=LAPSED,
        late=LAPSED,
        encodes=("appeal.cutoff",),
    ),
    Tried(
        "appeal_lodged_due",
        date(2025, 1, 26),
        JUNE.lodged,
        missed=LAPSED,
        encodes=("appeal.lodge",),
    ),
    Tried("appeal_lodged_as_answered", date(2025, 2, 14), JUNE.lodged, missed=LAPSED),
    Tried(
        "appeal_lodged_as_read",
        date(2025, 8, 14),
        Round(date(2025, 12, 18)).lodged,
        missed=LAPSED,
        encodes=("appeal.lodge",),
    ),
    # Papers
    Tried(
        "package_due",
        date(2025, 5, 22),
        JUNE.submitted,
        chosen={"lead_time": WD15},
        encodes=("dossier.lead_time",),
    ),
    Tried(
        "approval_due",
        date(2025, 5, 29),
        JUNE.approved,
        chosen={"approval_before_opening": WD10},
        encodes=("approval.before_opening",),
    ),
    Tried(
        "answer_due",
        date(2025, 5, 7),
        JUNE.answered,
        chosen={"approval_answer": WD10},
        encodes=("approval.answer_limit",),
    ),
    Tried(
        "opening_due",
        date(2025, 6, 12),
        JUNE.opened_after_approval,
        chosen={"approval_to_opening": Days(30, Limit.DAYS)},
        encodes=("approval.to_opening",),
    ),
    Tried(
        "consultation_end",
        date(2025, 3, 9),
        JUNE.consulted,
        missed=BEGUN,
        late=FIRST,
        chosen={"consultation_period": Days(20, Limit.DAYS)},
        encodes=("consultation.period",),
    ),
    Tried(
        "action_programme_due",
        date(2025, 7, 12),
        JUNE.issued,
        chosen={"action_programme_issue": Days(30, Limit.DAYS)},
        encodes=("action_programme.issue_limit",),
    ),
)


@pytest.mark.parametrize("tried", TRIED, ids=lambda tried: tried.duty)
def test_done_in_time_and_late(tried: Tried) -> None:
    """On the worked day it is in time; a day further it is not; undone it runs, then it is over."""
    done_in_time_and_late(tried, ask, LONG_AFTER)


@pytest.mark.parametrize("tried", TRIED, ids=lambda tried: tried.duty)
def test_it_says_by_what_law(tried: Tried) -> None:
    """Each duty is cited, encodes its parameter, and prints how its days are counted."""
    says_by_what_law(tried, ask)


@pytest.mark.parametrize("tried", TRIED, ids=lambda tried: tried.duty)
def test_what_the_readings_leave_open_is_no_duty(tried: Tried) -> None:
    """Where no text was found and no limit chosen, nothing falls due."""
    if tried.chosen:
        assert not of(ask(tried.day, *tried.done(None)), tried.duty)


def test_every_duty_is_tried() -> None:
    """No duty of the book goes without a worked day."""
    assert {duty.id.partition("/")[2] for duty in book.duties} == {tried.duty for tried in TRIED}
    assert len(DUTY_MODULES) == 1


@pytest.mark.parametrize("tried", TRIED, ids=lambda tried: tried.duty)
def test_of_two_terms_one_speaks(tried: Tried) -> None:
    """Beside the book of 2020 the same falls due, by this book: the older one has ended."""
    shelf = Shelf([older_book, book], [READINGS_2020, *_readings(tried)])
    rows = fell_due(shelf, tried.day + DAY, tried.done(None)).rows
    assert [row for row in rows if row.duty.id == f"vn-2025/{tried.duty}"]
    subject = next(duty.subject for duty in book.duties if duty.id == f"vn-2025/{tried.duty}")
    older = {
        row.duty.id
        for row in rows
        if row.duty.book == "vn-2020" and row.duty.subject == subject and row.day == tried.day
    }
    assert not older


def _readings(tried: Tried) -> tuple[object, ...]:
    return (engine(**tried.chosen).shelf.readings["vn-2025"],)


def test_no_duty_of_2020_goes_on() -> None:
    """Whatever vn-2020 asks of time ends on the day before the new term begins."""
    shelf = Shelf([older_book, book], [READINGS_2020, *_readings(TRIED[0])])
    first = TERM_2025.since
    assert first is not None
    assert {duty.book for duty in shelf.duties(first - DAY)} == {"vn-2020"}
    assert {duty.book for duty in shelf.duties(first)} == {"vn-2025"}


def test_a_congress_of_2025_has_no_days_of_2020() -> None:
    """A calendar binds the congresses of its term alone, neither later ones nor earlier ones."""
    shelf = Shelf([older_book, book], [READINGS_2020, *_readings(TRIED[0])])
    late = fell_due(shelf, LONG_AFTER, JUNE.opened(date(2025, 6, 30)))
    assert [row.duty.id for row in late.not_kept] == ["vn-2025/grassroots_window_due"]
    of_2020 = Round(date(2020, 5, 28)).opened(None)
    found = fell_due(shelf, LONG_AFTER, of_2020)
    windows = {row.duty.id for row in found.rows if row.duty.subject == "congress_held"}
    assert windows == {"vn-2020/congress_window_due"}
    unplanned = attrs.evolve(JUNE.congress, planned_opening=None)
    opened_then: Case[Any] = Case(
        procedure=k.congress, id="dai-hoi", subject=unplanned, opened_on=date(2024, 9, 3)
    )
    found = fell_due(shelf, date(2025, 7, 2), (opened_then,))
    assert {row.duty.id for row in found.overdue} == {"vn-2025/grassroots_window_due"}


def test_a_suspension_moves_no_day() -> None:
    """6-I5: whoever suspends says what follows; the limits run on."""
    away = go(u.suspension, u.Suspension(unit="x"), u.Suspend(on=date(2025, 4, 1)), id="hoan")
    back = go(
        u.suspension,
        u.Suspension(unit="x"),
        u.Suspend(on=date(2025, 4, 1)),
        u.Resume(on=date(2025, 5, 5)),
        id="hoan",
    )
    plain = [(row.duty.id, row.day) for row in ask(LONG_AFTER, *JUNE.limited(None)).rows]
    for suspended in (away, back):
        found = ask(LONG_AFTER, *JUNE.limited(None), suspended)
        assert [(row.duty.id, row.day) for row in found.rows] == plain
        assert all(not row.due.tolled for row in found.rows)


def test_a_limit_that_is_told_to_wait_waits() -> None:
    """Where a text does say that days do not count, a due takes them out of its count."""
    (row,) = of(ask(LONG_AFTER, *JUNE.reported(None)), "election_minutes_due_232")
    waiting = attrs.evolve(row.due, tolled=(InForce(date(2025, 6, 16), date(2025, 6, 18)),))
    assert (row.day, waiting.day) == (date(2025, 6, 23), date(2025, 6, 25))


@pytest.mark.parametrize(
    ("reading", "day"),
    [(Limit.WORKING_DAYS, date(2025, 8, 14)), (Limit.DAYS, date(2025, 8, 2))],
)
def test_thirty_days_to_appeal_are_a_reading(reading: Limit, day: date) -> None:
    """The source conflicts on the unit: each reading gives its day."""
    cases = Round(date(2025, 12, 18)).lodged(None)
    (row,) = of(
        ask(LONG_AFTER, *cases, lodge_under_qd296=Days(30, reading)), "appeal_lodged_as_read"
    )
    assert row.day == day
    assert Confidence.UNKNOWN in {each.confidence for each in row.duty.citations}


def test_above_the_grassroots_the_freeze_is_longer() -> None:
    """Thirty working days, for denunciations and appeals alike, in a commune too."""
    for subject in (JUNE.district, attrs.evolve(JUNE.congress, level=Level.COMMUNE)):
        found = ask(LONG_AFTER, JUNE.held(subject=subject))
        for duty in ("denunciation_freeze_day", "appeal_cutoff_day"):
            assert [row.day for row in of(found, duty)] == [date(2025, 4, 28)]
    none = ask(LONG_AFTER, JUNE.held(), freeze_grassroots=None)
    assert not of(none, "denunciation_freeze_day")


def test_a_cell_in_the_pilot_is_due_once_in_five_years() -> None:
    """Which cells are is a reading; they have one term and not two, and half a year either way."""
    found = ask(LONG_AFTER, *pilot_held(None), **PILOT)
    assert not of(found, "cell_term_due_294")
    assert [row.day for row in of(found, "cell_shift_due_294")] == [date(2026, 2, 14)]
    ordinary = ask(LONG_AFTER, *AUGUST.cell_held(None), cells_in_pilot=frozenset({"cb2"}))
    assert not of(ordinary, "pilot_term_due")
    assert of(ordinary, "cell_term_due_294")[0].status is DueStatus.OVERDUE


def test_before_the_thirtieth_is_a_reading() -> None:
    """Read otherwise than literally, the day named is the last one; of October the last anyway."""
    wide: dict[str, Any] = {"before_is_exclusive": False}
    (row,) = of(ask(LONG_AFTER, *JUNE.opened(None), **wide), "grassroots_window_due")
    assert row.day == date(2025, 6, 30)
    (row,) = of(ask(LONG_AFTER, *COMMUNE.opened(None), **wide), "commune_window_due")
    assert row.day == date(2025, 8, 31)
    (row,) = of(ask(LONG_AFTER, *PROVINCE.opened(None), **wide), "province_window_due")
    assert row.day == date(2025, 10, 31)


def test_grades_stay_visible() -> None:
    """What was reported or left open is graded so in the duty that rests on it."""
    grades = {
        duty.id.partition("/")[2]: Confidence.lowest(*(each.confidence for each in duty.citations))
        for duty in book.duties
    }
    assert grades["grassroots_window_due"] is Confidence.VERIFIED
    assert grades["province_window_due"] is Confidence.REPORTED
    assert grades["commune_window_due"] is Confidence.UNKNOWN
    assert grades["announcement_due_232"] is Confidence.UNKNOWN
    assert grades["appeal_cutoff_day"] is Confidence.REPORTED
    assert grades["denunciation_freeze_day"] is Confidence.UNKNOWN
    assert grades["ballots_kept_due"] is Confidence.VERIFIED
    assert grades["ballots_kept_due_until_2024"] is Confidence.ASSUMED


# --- Provinces -----------------------------------------------------------------------------------


def in_province(name: str, as_of: date, *cases: Case[Any]) -> Schedule:
    """Return what falls due with the book of a province beside the national one."""
    return fell_due(engine(OPTIONAL_BOOKS[name]).shelf, as_of, cases)


LOCAL = (
    (
        "ha-tinh-2025",
        Tried("approved_45_days_ahead", date(2025, 4, 8), JUNE.approved),
    ),
    ("ha-tinh-2025", Tried("local_window_due", date(2025, 6, 29), JUNE.opened)),
    ("hai-duong-2025", Tried("local_window_due", date(2025, 6, 30), JUNE.opened)),
)


@pytest.mark.parametrize(("name", "tried"), LOCAL, ids=lambda each: getattr(each, "duty", each))
def test_a_province_asks_its_own(name: str, tried: Tried) -> None:
    """In time on the worked day, late a day after; only in its own territory."""

    def asked(as_of: date, *cases: Case[Any]) -> Schedule:
        return in_province(name, as_of, *cases)

    done_in_time_and_late(tried, asked, LONG_AFTER)
    assert not of(ask(LONG_AFTER, *tried.done(None)), tried.duty)


def test_every_duty_of_a_province_is_tried() -> None:
    """No local duty goes without a worked day."""
    there = {(name, duty.id) for name, one in OPTIONAL_BOOKS.items() for duty in one.duties}
    assert there == {(name, f"{name}/{tried.duty}") for name, tried in LOCAL}


def test_the_stricter_of_two_days_binds() -> None:
    """Hải Dương lets 30 June in where the centre does not: the earlier day binds (TR26)."""
    found = in_province("hai-duong-2025", LONG_AFTER, *JUNE.opened(None))
    local, national = of(found, "local_window_due"), of(found, "grassroots_window_due")
    assert [(row.day, row.effective) for row in local] == [
        (date(2025, 4, 1), True),
        (date(2025, 6, 30), False),
    ]
    assert [(row.day, row.effective) for row in national] == [(date(2025, 6, 29), True)]
    assert set(national) <= set(found.overdue)
    assert set(local).isdisjoint(found.overdue)
    early = in_province("hai-duong-2025", LONG_AFTER, *JUNE.opened(date(2025, 3, 31)))
    assert DueStatus.EARLY in {row.status for row in of(early, "local_window_due")}


def test_a_local_day_says_where_it_is_from() -> None:
    """The plan of the province is cited, and its words are printed."""
    found = in_province("ha-tinh-2025", LONG_AFTER, JUNE.held())
    rows = of(found, "local_window_due")
    assert {row.duty.citations[0].instrument.id for row in rows} == {"HT-KH-2024"}
    assert rows[-1].due.anchor_is == Text(
        "hạn ghi là trước ngày 30/06/2025", "the text says before 2025-06-30"
    )


# --- The invented dossier ------------------------------------------------------------------------

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "phuong-mau-2025.toml"


def of_example(was: str = "", now: str = "", as_of: date | None = None) -> Schedule:
    """Return what falls due in the example, or in a copy with one fact changed."""
    loaded = load(names=("vn-2020", "vn-2025"))
    text = EXAMPLE.read_text(encoding="utf-8")
    assert not was or text.count(was) == 1
    dossier = parse(text.replace(was, now).encode(), loaded.procedures)
    return deadlines(dossier, Engine(loaded.shelf), as_of).schedule


def test_the_example_is_in_time_by_the_law_of_2025_alone() -> None:
    """Nothing is late or overdue, and no duty of the term before speaks of it."""
    found = of_example()
    assert {row.duty.book for row in found.rows} == {"vn-2025"}
    assert (found.overdue, found.not_kept, found.problems) == ((), (), ())
    days = {
        (row.duty.id.partition("/")[2], row.due.case): row.day
        for row in found.rows
        if row.effective
    }
    assert days["announcement_due_232", "congress"] == date(2025, 4, 28)
    assert days["election_minutes_due_232", "congress"] == date(2025, 6, 23)
    assert days["appeal_cutoff_day", "congress"] == date(2025, 5, 8)
    assert days["cell_term_due", "cb01"] == date(2025, 2, 24)
    assert days["ballots_kept_due", "ban-chap-hanh"] == date(2025, 12, 12)


def test_what_is_still_to_be_done_is_told_before_it_is_late() -> None:
    """On 20 May 2025 the congress is still to be held, by the day that its superior set."""
    found = of_example(as_of=date(2025, 5, 20))
    assert not found.overdue
    to_do = {
        (row.due.case, row.day)
        for row in found.rows
        if row.effective and row.status is DueStatus.DUE
    }
    assert ("congress", date(2025, 6, 29)) in to_do


def test_a_late_report_is_late() -> None:
    """The results reported a day after the seventh working day: late, by the law of that day."""
    was = 'case = "congress"\ndoes = "report_results"\non = 2025-06-18'
    found = of_example(was, was.replace("2025-06-18", "2025-06-24"), date(2025, 6, 25))
    late = {(row.duty.id, row.status) for row in found.not_kept}
    assert late == {("vn-2025/election_minutes_due_232", DueStatus.LATE)}
