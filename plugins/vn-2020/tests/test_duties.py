"""Each duty of 2020: its day from a worked anchor, done in time, and done late or not at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from congress_flow import (
    WEEKENDS,
    Beside,
    Calendar,
    Case,
    Confidence,
    CountAnchor,
    Level,
    Outlook,
    Shelf,
    Text,
)
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import preparation as p
from congress_flow.procedures import suspension as u
from congress_flow.reckoning import DueStatus, Matter
from congress_flow.schedules import Schedule
from congress_flow_vn_2020.complaint_duties import settlements
from congress_flow_vn_2020.congress_duties import cell_shifts, cell_terms
from congress_flow_vn_2020.duties import DUTY_MODULES
from congress_flow_vn_2020.readings import Days, Limit, Readings2020
from congress_flow_vn_2020.rules import book
from tests.duties import (
    BEGUN,
    DAY,
    FIRST,
    LAPSED,
    Ask,
    Round,
    Tried,
    done_in_time_and_late,
    fell_due,
    go,
    of,
    says_by_what_law,
)

# The worked example of the handbook, documents.md 6.2: a congress of one day.
OPENING = date(2020, 5, 28)
ROUND = Round(OPENING)
EARLY, LONG_AFTER = ROUND.early, date(2021, 7, 1)
WD10, WD15 = (Days(number, Limit.WORKING_DAYS) for number in (10, 15))
CONGRESS, DISTRICT, CONTEST, LETTER = (
    ROUND.congress,
    ROUND.district,
    ROUND.contest,
    ROUND.one_letter,
)
held, closed, elected, letter = ROUND.held, ROUND.closed, ROUND.elected, ROUND.letter
cell, document = ROUND.cell, ROUND.document

_SHELVES: dict[str, Shelf] = {}


@pytest.fixture
def ask(readings: Readings2020) -> Ask:
    """Give `ask(as_of, *cases, **chosen)`: what falls due by the whole book."""

    def asked(as_of: date, *cases: Case[Any], **chosen: Any) -> Schedule:
        key = repr(sorted(chosen.items()))
        if key not in _SHELVES:
            _SHELVES[key] = Shelf([book], [attrs.evolve(readings, **chosen)])
        return fell_due(_SHELVES[key], as_of, cases)

    return asked


TRIED = (
    Tried("announcement_due", date(2020, 4, 14), ROUND.announced, encodes=("convene.announce",)),
    Tried("congress_window_due", date(2020, 6, 29), ROUND.opened, encodes=("congress.window",)),
    Tried("local_limit_due", date(2020, 6, 14), ROUND.limited, encodes=("deadline.effective",)),
    Tried(
        "grassroots_shift_due",
        date(2020, 6, 15),
        ROUND.fallen_due,
        encodes=("grassroots.shift_max",),
    ),
    Tried("cell_term_due", OPENING, ROUND.cell_held, encodes=("cell.term",)),
    Tried("cell_shift_due", date(2020, 11, 28), ROUND.cell_held, encodes=("cell.shift_max",)),
    Tried(
        "election_minutes_due",
        date(2020, 6, 8),
        ROUND.reported,
        encodes=("report.election_minutes",),
    ),
    Tried("cell_report_due", date(2020, 6, 8), ROUND.cell_reported),
    Tried(
        "opinions_summary_due",
        date(2020, 6, 7),
        ROUND.summarised,
        encodes=("report.opinions_summary",),
    ),
    Tried(
        "candidacy_due",
        date(2020, 5, 7),
        ROUND.applied,
        missed=LAPSED,
        encodes=("dossier.self_nomination_deadline",),
    ),
    Tried(
        "application_due",
        date(2020, 5, 7),
        ROUND.applied_low,
        missed=LAPSED,
        chosen={"grassroots_application": WD15},
    ),
    Tried("contest_report_due", date(2020, 6, 8), ROUND.contest_reported),
    Tried(
        "election_complaint_due",
        date(2020, 6, 18),
        ROUND.complained,
        missed=LAPSED,
        encodes=("election_complaint.window",),
    ),
    Tried("ratification_due", date(2020, 6, 29), ROUND.ratified, encodes=("ratification.limit",)),
    Tried(
        "ballots_kept_due",
        date(2020, 11, 28),
        ROUND.destroyed,
        missed=BEGUN,
        late=FIRST,
        encodes=("ballot.retention",),
    ),
    Tried(
        "denunciation_freeze_day",
        date(2020, 4, 21),
        ROUND.only_planned,
        missed=BEGUN,
        late=BEGUN,
        encodes=("denunciation.freeze",),
    ),
    Tried(
        "appeal_cutoff_day",
        date(2020, 4, 21),
        ROUND.only_planned,
        missed=LAPSED,
        late=LAPSED,
        chosen={"appeal_cutoff": Days(25, Limit.WORKING_DAYS)},
        encodes=("appeal.cutoff",),
    ),
    Tried(
        "appeal_lodged_due",
        date(2020, 1, 12),
        ROUND.lodged,
        missed=LAPSED,
        encodes=("appeal.lodge",),
    ),
    Tried("appeal_lodged_as_answered", date(2020, 1, 31), ROUND.lodged, missed=LAPSED),
    Tried(
        "denunciation_settlement_due",
        date(2020, 5, 21),
        ROUND.settled,
        encodes=("denunciation.settle",),
    ),
    Tried(
        "appeal_settlement_due", date(2020, 5, 21), ROUND.appeal_settled, encodes=("appeal.settle",)
    ),
    Tried(
        "package_due",
        date(2020, 5, 7),
        ROUND.submitted,
        chosen={"lead_time": WD15},
        encodes=("dossier.lead_time",),
    ),
    Tried(
        "approval_due",
        date(2020, 5, 14),
        ROUND.approved,
        chosen={"approval_before_opening": WD10},
        encodes=("approval.before_opening",),
    ),
    Tried(
        "answer_due",
        date(2020, 4, 20),
        ROUND.answered,
        chosen={"approval_answer": WD10},
        encodes=("approval.answer_limit",),
    ),
    Tried(
        "opening_due",
        OPENING,
        ROUND.opened_after_approval,
        chosen={"approval_to_opening": Days(30, Limit.DAYS)},
        encodes=("approval.to_opening",),
    ),
    Tried(
        "consultation_end",
        date(2020, 2, 23),
        ROUND.consulted,
        missed=BEGUN,
        late=FIRST,
        chosen={"consultation_period": Days(20, Limit.DAYS)},
        encodes=("consultation.period",),
    ),
    Tried(
        "cell_package_due",
        date(2020, 5, 21),
        ROUND.cell_submitted,
        chosen={"cell_submit_before": Days(7, Limit.DAYS)},
        encodes=("cell.submit_before",),
    ),
    Tried(
        "handover_due",
        date(2020, 6, 2),
        ROUND.handed_over,
        chosen={"handover": Days(5, Limit.DAYS)},
        encodes=("handover.days",),
    ),
    Tried(
        "archive_due",
        date(2020, 8, 26),
        ROUND.archived,
        chosen={"archive": Days(90, Limit.DAYS)},
        encodes=("archive.limit",),
    ),
    Tried(
        "action_programme_due",
        date(2020, 6, 27),
        ROUND.issued,
        chosen={"action_programme_issue": Days(30, Limit.DAYS)},
        encodes=("action_programme.issue_limit",),
    ),
)
# Duties that stand for an older one under a newer text; they are tried below.
SUCCESSORS = {
    "announcement_due_2021",
    "contest_report_due_2021",
    "election_minutes_due_2021",
    "ratification_due_2021",
}


@pytest.mark.parametrize("tried", TRIED, ids=lambda tried: tried.duty)
def test_done_in_time_and_late(tried: Tried, ask: Ask) -> None:
    """On the worked day it is in time; a day further it is not; undone it runs, then it is over."""
    done_in_time_and_late(tried, ask, LONG_AFTER)


@pytest.mark.parametrize("tried", TRIED, ids=lambda tried: tried.duty)
def test_it_says_by_what_law(tried: Tried, ask: Ask) -> None:
    """Each duty is cited, encodes its parameter, and prints how its days are counted."""
    says_by_what_law(tried, ask)


@pytest.mark.parametrize("tried", TRIED, ids=lambda tried: tried.duty)
def test_what_the_readings_leave_open_is_no_duty(tried: Tried, ask: Ask) -> None:
    """Where no text was found and no limit chosen, nothing falls due."""
    if tried.chosen:
        assert not of(ask(tried.day, *tried.done(None)), tried.duty)


def test_every_duty_is_tried() -> None:
    """No duty of the book goes without a worked day."""
    names = {duty.id.partition("/")[2] for duty in book.duties}
    assert names == {tried.duty for tried in TRIED} | SUCCESSORS
    assert {duty.function.__module__ for duty in book.duties} == {
        module.__name__ for module in DUTY_MODULES
    }


@pytest.mark.parametrize("name", sorted(SUCCESSORS))
def test_the_rules_of_2021_take_over(name: str, ask: Ask) -> None:
    """From 30 July 2021 on the same limit rests on the rules of 2021, before on those of 2016."""
    later = date(2021, 10, 1)
    subject = attrs.evolve(CONGRESS, planned_opening=later)
    contest = go(e.election_contest, CONTEST, e.Declare(on=later), e.Report(on=later), id="bau")
    after = held(k.Open(on=later), k.Close(on=later), subject=subject)
    new, old = name, name.removesuffix("_2021")
    found = ask(date(2021, 12, 1), after, contest)
    assert of(found, new)
    assert not of(found, old)
    before = ask(date(2021, 12, 1), closed(), elected(e.Report(on=date(2020, 6, 8))))
    assert of(before, old)
    assert not of(before, new)
    pair = {duty.id: duty for duty in book.duties}
    assert pair[f"vn-2020/{new}"].subject == pair[f"vn-2020/{old}"].subject


@pytest.mark.parametrize(
    ("calendar", "anchor", "announce", "freeze"),
    [
        ("vietnam", CountAnchor.EXCLUDE, date(2020, 4, 14), date(2020, 4, 21)),
        ("weekends", CountAnchor.EXCLUDE, date(2020, 4, 16), date(2020, 4, 23)),
        ("weekends", CountAnchor.INCLUDE, date(2020, 4, 17), date(2020, 4, 24)),
    ],
)
def test_the_convention_is_a_reading_and_is_printed(
    calendar: str, anchor: CountAnchor, announce: date, freeze: date, ask: Ask
) -> None:
    """Both columns of documents.md 6.2, and the other anchor day (trap TR7)."""
    chosen: dict[str, Any] = {"count_anchor": anchor}
    if calendar == "weekends":
        chosen["calendar"] = WEEKENDS
    found = ask(OPENING, held(), **chosen)
    (told,), (frozen,) = of(found, "announcement_due"), of(found, "denunciation_freeze_day")
    assert (told.day, frozen.day) == (announce, freeze)
    convention = told.due.convention
    assert convention is not None
    words = "không tính ngày mốc" if anchor is CountAnchor.EXCLUDE else "ngày mốc là ngày thứ nhất"
    assert words in told.due.reckoned.vi
    assert convention.vi in told.due.reckoned.vi


def test_above_the_grassroots_the_freeze_is_longer(ask: Ask) -> None:
    """Thirty working days from the level above the grassroots up."""
    (row,) = of(ask(OPENING, held(subject=DISTRICT)), "denunciation_freeze_day")
    assert row.day == date(2020, 4, 14)
    commune = attrs.evolve(CONGRESS, level=Level.COMMUNE)  # not a level of its own before 2025
    assert not of(ask(OPENING, held(subject=commune)), "denunciation_freeze_day")


def test_before_the_30th_is_a_reading(ask: Ask) -> None:
    """Read literally, *before 30/6* leaves that day out; read otherwise, it is the last day."""
    rows = of(ask(OPENING, held()), "congress_window_due")
    assert [row.day for row in rows] == [date(2020, 4, 1), date(2020, 6, 29)]
    rows = of(ask(OPENING, held(), before_is_exclusive=False), "congress_window_due")
    assert rows[-1].day == date(2020, 6, 30)
    assert "trước ngày 30/06/2020" in rows[-1].due.reckoned.vi
    (limit,) = of(ask(OPENING, *ROUND.limited(None), before_is_exclusive=False), "local_limit_due")
    assert limit.day == date(2020, 6, 15)


def test_the_earliest_of_all_levels_binds(ask: Ask) -> None:
    """A stricter local limit makes the centre's void; a suspension moves neither (TR26, 6-I5)."""
    suspended = go(u.suspension, u.Suspension(unit="x"), u.Suspend(on=date(2020, 3, 30)), id="hoan")
    for cases in (ROUND.limited(None), (*ROUND.limited(None), suspended)):
        found = ask(date(2020, 7, 1), *cases)
        (local,), window = of(found, "local_limit_due"), of(found, "congress_window_due")[-1]
        assert (local.day, local.effective, local.due.source) == (
            date(2020, 6, 14),
            True,
            "4182-CV/TU",
        )
        assert (window.day, window.effective) == (date(2020, 6, 29), False)
        assert local in found.overdue
        assert window not in found.overdue


def test_a_limit_that_says_by_includes_its_day(ask: Ask) -> None:
    """A plan that says *by 15/6* leaves that day in."""
    limit = k.LocalLimit(day=date(2020, 6, 15), document="KH", before=False)
    (row,) = of(ask(OPENING, held(k.AdoptPlan(on=EARLY, limits=(limit,)))), "local_limit_due")
    assert (row.day, row.due.anchor_is.en) == (date(2020, 6, 15), "the text says by 2020-06-15")


def test_a_model_congress_comes_before_the_window(ask: Ask) -> None:
    """It has no first day; another has, and may not open before it."""
    trial = attrs.evolve(CONGRESS, trial=True)
    (row,) = of(ask(OPENING, held(subject=trial)), "congress_window_due")
    assert row.day == date(2020, 6, 29)
    too_early = of(ask(OPENING, held(k.Open(on=date(2020, 3, 31)))), "congress_window_due")
    assert [each.status for each in too_early] == [DueStatus.EARLY, DueStatus.DONE]


def test_a_level_without_a_window_has_none(ask: Ask) -> None:
    """The centre set no days for cells; a district has a last day and no first one."""
    assert not of(ask(OPENING, cell()), "congress_window_due")
    district = of(ask(OPENING, held(subject=DISTRICT)), "congress_window_due")
    assert [row.day for row in district] == [date(2020, 8, 30)]


def test_what_is_put_off_is_announced_again(ask: Ask) -> None:
    """A congress that was put off has a new opening, and its announcement is still to come."""
    subject = a.Announcement(congress="dai-hoi")
    told = a.AnnounceOpening(on=date(2020, 4, 1), opening=OPENING)
    later = a.Postpone(on=date(2020, 4, 20), new_day=date(2020, 6, 25))
    put_off = go(a.announcement, subject, told, later, id="cong-bo")
    (row,) = of(ask(date(2020, 5, 1), held(), put_off), "announcement_due")
    assert (row.day, row.status) == (date(2020, 5, 14), DueStatus.DUE)
    again = a.AnnounceOpening(on=date(2020, 5, 20), opening=date(2020, 6, 25))
    announced_again = go(a.announcement, subject, told, later, again, id="cong-bo")
    (row,) = of(ask(OPENING, held(), announced_again), "announcement_due")
    assert row.status is DueStatus.LATE


def test_a_cell_is_announced_only_where_it_is_recorded(ask: Ask) -> None:
    """No step of a cell's congress asks for it; where it is announced, the limit holds."""
    planned = cell(c.Plan(on=EARLY, opening=OPENING))
    assert not of(ask(OPENING, planned), "announcement_due")
    told = go(a.announcement, a.Announcement(congress="cb"), id="cong-bo")
    (row,) = of(ask(OPENING, planned, told), "announcement_due")
    assert (row.due.case, row.day) == ("cb", date(2020, 4, 14))


def test_a_congress_being_prepared_has_its_days_too(ask: Ask) -> None:
    """Without a case of its own, the preparation tells the opening, or the announcement does."""
    subject = p.Preparation(level=Level.GRASSROOTS, planned_opening=OPENING)
    prepared = go(p.preparation, subject, id="preparation")
    found = ask(OPENING, prepared)
    (row,) = of(found, "announcement_due")
    assert (row.due.case, row.day, row.status) == (
        "preparation",
        date(2020, 4, 14),
        DueStatus.OVERDUE,
    )
    (minutes,) = of(found, "election_minutes_due")
    assert minutes.status is DueStatus.ANCHOR_UNKNOWN
    later = a.AnnounceOpening(on=date(2020, 4, 1), opening=date(2020, 6, 25))
    of_another = go(a.announcement, a.Announcement(congress="cb"), id="bao-chi-bo")
    told = go(a.announcement, a.Announcement(congress="dai-hoi"), later, id="cong-bo")
    (row, *_) = of(
        ask(OPENING, prepared, told, cell(), of_another), "announcement_due", "preparation"
    )
    assert (row.day, row.status) == (date(2020, 5, 14), DueStatus.DONE)
    assert not of(ask(OPENING, prepared, held()), "announcement_due", "preparation")


def test_a_cell_may_be_moved_with_consent(ask: Ask) -> None:
    """The day to which it was moved takes the place of the due day; six months bind either way."""
    moved = c.ShiftDate(on=EARLY, new_day=date(2020, 8, 3), consent="CV")
    computed = c.ComputeDueDate(on=EARLY, due=date(2020, 5, 30))
    found = ask(LONG_AFTER, cell(computed, moved, c.Hold(on=date(2020, 8, 3))))
    (term,) = of(found, "cell_term_due")
    assert (term.day, term.status) == (date(2020, 8, 3), DueStatus.DONE)
    assert [row.day for row in of(found, "cell_shift_due")] == [
        date(2019, 11, 30),
        date(2020, 11, 30),
    ]
    early = of(ask(LONG_AFTER, *ROUND.cell_held(date(2019, 11, 27))), "cell_shift_due")
    assert [row.status for row in early] == [DueStatus.EARLY, DueStatus.DONE]


def test_a_cell_of_which_nothing_is_known(ask: Ask) -> None:
    """Without the last congress the due day is not known; nothing is counted from it."""
    found = ask(OPENING, cell(c.ComputeDueDate(on=EARLY), subject=c.CellCongress(cell="cb")))
    (term,) = of(found, "cell_term_due")
    assert term.status is DueStatus.ANCHOR_UNKNOWN
    assert not of(found, "cell_shift_due")


def test_a_cell_whose_term_another_duty_tells(readings: Readings2020) -> None:
    """A duty may speak of some cells only: where it has no term, nothing falls due by it."""
    cases = Beside.holding([cell(c.ComputeDueDate(on=EARLY, due=OPENING))])
    about = Outlook(readings=readings, beside=cases, on=OPENING)
    assert not list(cell_terms(about, lambda _: None))
    assert not list(cell_shifts(about, lambda _: None))


def test_a_congress_that_is_not_due_has_no_shift(ask: Ask) -> None:
    """The shift of the grassroots is asked where the due day is told, and of that level only."""
    assert not of(ask(OPENING, held()), "grassroots_shift_due")
    district = attrs.evolve(DISTRICT, due=date(2019, 6, 15))
    assert not of(ask(OPENING, held(subject=district)), "grassroots_shift_due")


def test_the_summary_may_be_dispatched_by_itself(ask: Ask) -> None:
    """The dispatch of that document is its sending, where the report does not tell another day."""
    sent = document(d.DocumentKind.OPINIONS_SUMMARY, d.Dispatch(on=date(2020, 6, 7)))
    (row,) = of(ask(LONG_AFTER, closed(), sent), "opinions_summary_due")
    assert row.status is DueStatus.DONE
    later = go(k.congress, CONGRESS, id="khac")
    assert of(ask(OPENING, later), "opinions_summary_due")[0].day is None


def test_members_only_have_no_outside_candidate(ask: Ask) -> None:
    """Where all members vote nobody applies from outside; a cell's congress is always theirs."""
    members = attrs.evolve(DISTRICT, kind=k.CongressKind.MEMBERS)
    assert not of(ask(OPENING, held(subject=members), cell()), "candidacy_due")
    chosen = {"grassroots_application": WD15}
    assert not of(ask(OPENING, cell(), **chosen), "application_due")


def test_a_candidacy_has_its_own_opening_where_no_congress_tells_it(ask: Ask) -> None:
    """The act itself may tell the day of opening."""
    subject = attrs.evolve(CONTEST, level=Level.UPPER_GRASSROOTS)
    act = e.SubmitCandidacy(on=date(2020, 5, 8), person="an", opening=OPENING)
    contest = go(e.election_contest, subject, act, id="cap-uy")
    (row,) = of(ask(OPENING, contest), "candidacy_due")
    assert (row.day, row.due.about, row.status) == (date(2020, 5, 7), "an", DueStatus.LATE)
    low = go(e.election_contest, CONTEST, act, id="cap-uy")
    assert not of(ask(OPENING, low), "candidacy_due")


def test_a_conference_tells_its_own_closing(ask: Ask) -> None:
    """A contest at a conference is counted from the day that its own acts tell."""
    at = attrs.evolve(CONTEST, meeting=e.Meeting.CONFERENCE)
    told = elected(e.Report(on=date(2020, 6, 2), closing=date(2020, 6, 1)), subject=at)
    found = ask(OPENING + 30 * DAY, closed(), told)
    (report,), (window,) = of(found, "contest_report_due"), of(found, "election_complaint_due")
    assert (report.day, window.day) == (date(2020, 6, 10), date(2020, 6, 22))
    silent = elected(subject=at)
    (report,) = of(ask(OPENING + DAY, closed(), silent), "contest_report_due")
    assert report.status is DueStatus.ANCHOR_UNKNOWN


def test_what_was_annulled_or_not_yet_declared_owes_nothing(ask: Ask) -> None:
    """An annulled election has a new one in its place; one still going on is not reported."""
    annulled = elected(e.Annul(on=date(2020, 6, 10)))
    running = go(e.election_contest, CONTEST, e.OpenContest(on=OPENING), id="bau")
    found = ask(LONG_AFTER, closed(), annulled, running)
    for duty in ("contest_report_due", "election_complaint_due", "ratification_due"):
        assert not of(found, duty)


def test_a_complaint_without_its_day_is_not_late(ask: Ask) -> None:
    """When it was filed is not known: it is not shown as in time, nor as late."""
    lodged_once = elected(e.LodgeComplaint(on=date(2020, 6, 19), complaint="don"))
    (row,) = of(ask(LONG_AFTER, closed(), lodged_once), "election_complaint_due")
    assert row.status is DueStatus.LAPSED


def test_ratification_waits_for_complaints(ask: Ask) -> None:
    """While a complaint is open there is no last day; it begins anew when that is settled."""
    report = e.Report(on=date(2020, 6, 8))
    lodge = e.LodgeComplaint(on=date(2020, 6, 12), complaint="don", filed=date(2020, 6, 12))
    waiting = ask(LONG_AFTER, closed(), elected(report, lodge))
    (row,) = of(waiting, "ratification_due")
    assert row.status is DueStatus.ANCHOR_UNKNOWN
    assert "đơn về bầu cử" in row.due.reckoned.vi
    dismissed = e.DismissComplaint(on=date(2020, 7, 1), complaint="don")
    (row,) = of(ask(LONG_AFTER, closed(), elected(report, lodge, dismissed)), "ratification_due")
    assert row.day == date(2020, 7, 22)
    before = e.DismissComplaint(on=date(2020, 6, 5), complaint="don")
    early = e.LodgeComplaint(on=date(2020, 6, 3), complaint="don", filed=date(2020, 6, 3))
    (row,) = of(ask(LONG_AFTER, closed(), elected(early, before, report)), "ratification_due")
    assert row.day == date(2020, 6, 29)


def test_the_receipt_of_the_report(ask: Ask) -> None:
    """Before it is known the report stands for it, and that is said; told, it counts itself."""
    report = e.Report(on=date(2020, 6, 8))
    (sent,) = of(ask(LONG_AFTER, closed(), elected(report)), "ratification_due")
    assert "vì chưa rõ ngày nhận" in sent.due.reckoned.vi
    received = e.Ratify(on=date(2020, 6, 30), received=date(2020, 6, 10))
    (told,) = of(ask(LONG_AFTER, closed(), elected(report, received)), "ratification_due")
    assert (told.day, told.status) == (date(2020, 7, 1), DueStatus.DONE)
    silent = e.Ratify(on=date(2020, 6, 30))
    (unknown,) = of(ask(LONG_AFTER, closed(), elected(report, silent)), "ratification_due")
    assert unknown.status is DueStatus.ANCHOR_UNKNOWN
    refused = e.RefusePerson(on=date(2020, 6, 29), person="an")
    (partly,) = of(ask(LONG_AFTER, closed(), elected(report, refused)), "ratification_due")
    assert partly.due.done == date(2020, 6, 29)
    (unsent,) = of(ask(date(2020, 6, 3), closed(), elected()), "ratification_due")
    assert unsent.status is DueStatus.ANCHOR_UNKNOWN


def test_letters_about_a_cell_name_its_days(ask: Ask) -> None:
    """A freeze before a cell's congress is shown where a letter speaks of it."""
    planned = cell(c.Plan(on=EARLY, opening=OPENING))
    assert not of(ask(OPENING, planned), "denunciation_freeze_day")
    about_it = attrs.evolve(LETTER, congress="cb")
    case = go(q.complaint_case, about_it, q.Receive(on=EARLY), id="don")
    (row,) = of(ask(OPENING, planned, case), "denunciation_freeze_day")
    assert (row.due.case, row.day) == ("cb", date(2020, 4, 21))


def test_long_after_the_term_its_days_are_still_told(ask: Ask) -> None:
    """Asked years later, what fell due in 2020 is due by the law of 2020."""
    found = ask(date(2026, 1, 5), closed(), elected(e.Report(on=date(2020, 6, 8))))
    assert [row.day for row in of(found, "denunciation_freeze_day")] == [date(2020, 4, 21)]
    (row,) = of(found, "ratification_due")
    assert (row.day, row.status) == (date(2020, 6, 29), DueStatus.OVERDUE)


def test_an_extension_moves_the_day(ask: Ask) -> None:
    """A denunciation extended by 30 days is due 30 calendar days after its first last day."""
    extended = q.Extend(on=date(2020, 5, 15), days=30)
    (row,) = of(ask(OPENING, letter(q.Accept(on=EARLY), extended)), "denunciation_settlement_due")
    assert row.day == date(2020, 6, 20)
    too_long = q.Extend(on=date(2020, 5, 15), days=31)
    (row,) = of(ask(OPENING, letter(q.Accept(on=EARLY), too_long)), "denunciation_settlement_due")
    assert row.day == date(2020, 5, 21)


def test_a_frozen_letter_is_settled_by_the_new_term(ask: Ask) -> None:
    """Held over it is nobody's duty; handed over, the time begins anew there."""
    frozen = letter(q.FreezeDenunciation(on=date(2020, 4, 27)))
    assert not of(ask(LONG_AFTER, frozen), "denunciation_settlement_due")
    handed = letter(
        q.FreezeDenunciation(on=date(2020, 4, 27)),
        q.ListAndReport(on=date(2020, 4, 28)),
        q.HandOver(on=date(2020, 6, 1)),
    )
    (row,) = of(ask(LONG_AFTER, handed), "denunciation_settlement_due")
    assert (row.due.anchor, row.due.anchor_is.en) == (
        date(2020, 6, 1),
        "the hand-over to the new term",
    )


def test_letters_that_nobody_settles(ask: Ask) -> None:
    """Petitions and letters sent on have no time to settle; one without receipt has no day yet."""
    petition = letter(kind=q.ComplaintKind.PETITION)
    sent_on = letter(q.Forward(on=EARLY))
    unread = go(q.complaint_case, LETTER, q.Receive(on=EARLY), id="don")
    for case in (petition, sent_on, unread):
        found = ask(OPENING, case)
        assert not of(found, "denunciation_settlement_due")
        assert not of(found, "appeal_settlement_due")
    kind = q.Classify(on=EARLY, kind=q.ComplaintKind.DENUNCIATION)
    unreceived = go(q.complaint_case, LETTER, q.Receive(on=EARLY), kind, id="don")
    (row,) = of(ask(OPENING, unreceived), "denunciation_settlement_due")
    assert row.status is DueStatus.ANCHOR_UNKNOWN


def test_a_letter_of_a_time_without_a_text(ask: Ask, readings: Readings2020) -> None:
    """Received after the regulation of 2016 had ended, no limit is known: none is invented."""
    later = date(2021, 8, 2)
    got = q.Receive(on=later, competent_received=later)
    kind = q.Classify(on=later, kind=q.ComplaintKind.DENUNCIATION)
    case = go(q.complaint_case, LETTER, got, kind, id="don")
    assert not of(ask(date(2022, 1, 3), case), "denunciation_settlement_due")
    about = Outlook(readings=readings, beside=Beside.holding([case]), on=later)
    assert not list(settlements(about, Matter.DENUNCIATION))


def test_beyond_the_calendar(ask: Ask) -> None:
    """Days off that are not known make a day untold, never a wrong one."""
    short = Calendar(id="ngan", title=Text("lịch ngắn", "short"), first=date(2020, 5, 1))
    found = ask(OPENING, held(), calendar=short)
    (row,) = of(found, "announcement_due")
    assert row.status is DueStatus.CALENDAR_ENDS


def test_papers_for_approval_fall_due_too(ask: Ask) -> None:
    """Documents and scheme have the limits of the package, if they need an approval."""
    chosen = {"lead_time": WD15, "approval_before_opening": WD10, "approval_answer": WD10}
    report = document(d.DocumentKind.POLITICAL_REPORT, d.Submit(on=date(2020, 5, 7)))
    scheme = go(
        s.personnel_scheme,
        s.Scheme(run="run", level=Level.GRASSROOTS, planned_opening=OPENING),
        s.Submit(on=date(2020, 5, 8)),
        s.Approve(on=date(2020, 5, 14)),
        id="de-an",
    )
    notice = go(
        d.document_life,
        d.Document(kind=d.DocumentKind.NOTICE, level=Level.GRASSROOTS, planned_opening=OPENING),
        id="thong-bao",
    )
    in_congress = held(subject=attrs.evolve(CONGRESS, scheme="de-an"))
    found = ask(LONG_AFTER, in_congress, report, scheme, notice, **chosen)
    packages = {row.due.case: row.status for row in of(found, "package_due")}
    assert packages == {
        "dai-hoi": DueStatus.OVERDUE,
        "van-kien": DueStatus.DONE,
        "de-an": DueStatus.LATE,
    }
    assert {row.due.case: row.status for row in of(found, "answer_due")} == {
        "van-kien": DueStatus.OVERDUE,
        "de-an": DueStatus.DONE,
    }
    approvals = {row.due.case: row.status for row in of(found, "approval_due")}
    assert approvals["de-an"] is DueStatus.DONE


def test_papers_given_up_fall_due_no_more(ask: Ask) -> None:
    """A withdrawn document is not handed in; the scheme as a paper is the scheme's own case."""
    chosen = {"lead_time": WD15, "action_programme_issue": Days(30, Limit.DAYS)}
    gone = document(
        d.DocumentKind.ACTION_PROGRAMME, d.Plan(on=EARLY), d.Withdraw(on=date(2020, 3, 2))
    )
    found = ask(OPENING, gone, **chosen)
    assert not of(found, "package_due")
    assert not of(found, "action_programme_due")
    scheme = document(d.DocumentKind.PERSONNEL_SCHEME, d.Plan(on=EARLY))
    assert not of(ask(OPENING, scheme, **chosen), "package_due")
    planned = go(
        s.personnel_scheme,
        s.Scheme(run="run", level=Level.GRASSROOTS, planned_opening=OPENING),
        id="de-an",
    )
    (row,) = of(ask(OPENING, planned, **chosen), "package_due")
    assert row.day == date(2020, 5, 7)


def test_a_programme_without_a_congress_tells_its_closing(ask: Ask) -> None:
    """Where no congress is beside, the act of issuing tells when it closed."""
    chosen = {"action_programme_issue": Days(30, Limit.DAYS)}
    programme = d.DocumentKind.ACTION_PROGRAMME
    told = d.Issue(on=date(2020, 6, 27), closed=OPENING)
    (row,) = of(
        ask(LONG_AFTER, document(programme, d.HandOver(on=OPENING), told), **chosen),
        "action_programme_due",
    )
    assert (row.day, row.status) == (date(2020, 6, 27), DueStatus.DONE)


def test_only_what_has_happened_starts_a_limit(ask: Ask) -> None:
    """Nothing runs before a hand-in, an approval, a consultation; nor without an election."""
    chosen = {
        "approval_answer": WD10,
        "approval_to_opening": WD10,
        "consultation_period": WD10,
        "handover": WD10,
    }
    three = attrs.evolve(CONGRESS, contents=3)
    cases = (held(subject=three), document(d.DocumentKind.POLITICAL_REPORT))
    found = ask(OPENING, *cases, **chosen)
    for duty in ("answer_due", "opening_due", "consultation_end", "handover_due"):
        assert not of(found, duty)
    (row,) = of(ask(OPENING, held(), cell(), **chosen, cell_submit_before=WD10), "handover_due")
    assert row.status is DueStatus.ANCHOR_UNKNOWN
    (unplanned,) = of(ask(OPENING, cell(), cell_submit_before=WD10), "cell_package_due")
    assert unplanned.status is DueStatus.ANCHOR_UNKNOWN


def test_grades_stay_visible() -> None:
    """What was assumed, reported or left open is graded so in the duty that rests on it."""
    grades = {
        duty.id.partition("/")[2]: Confidence.lowest(*(each.confidence for each in duty.citations))
        for duty in book.duties
    }
    assert grades["announcement_due"] is Confidence.ASSUMED
    assert grades["announcement_due_2021"] is Confidence.VERIFIED
    assert grades["denunciation_freeze_day"] is Confidence.VERIFIED
    assert grades["ballots_kept_due"] is Confidence.ASSUMED
    assert grades["archive_due"] is Confidence.UNKNOWN
