"""Deadlines of a dossier: by its own events, refused ones too; the day asked; what failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest

from congress_flow import (
    WEEKENDS,
    Answer,
    Breach,
    Case,
    CountAnchor,
    Engine,
    InForce,
    Level,
    Outlook,
    Rulebook,
    Shelf,
    Text,
)
from congress_flow.dossier import Deadlines, deadlines
from congress_flow.errors import BadInput
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import election_contest as e
from congress_flow.procedures.preparation import preparation
from congress_flow.reckoning import Counting, Due, DueStatus, working_days
from tests.dossier.law import CITED, small_book
from tests.dossier.made import Raw, bare, made

COUNTING = Counting(WEEKENDS, CountAnchor.EXCLUDE)
CLOSED = date(2020, 5, 28)


def clock() -> Rulebook[None]:
    """Return a book: results within 7 working days, a late report and any complaint refused."""
    book: Rulebook[None] = Rulebook(
        "clock", Level.CENTRE, InForce(date(2019, 1, 1)), title=Text("Lịch", "Clock"), version="1"
    )

    @book.duty(cites=CITED, title=Text("Trong 7 ngày", "Within 7 days"))
    def results_due(about: Outlook[None]) -> Iterator[Due]:
        """Seven working days from the closing."""
        for case in about.beside.of(k.congress):
            closed, reported = case.last(k.Close), case.last(k.ReportResults)
            yield Due(
                case=case.id,
                what=Text("báo cáo", "report"),
                anchor=None if closed is None else closed.on,
                anchor_is=Text("bế mạc", "closing"),
                limit=working_days(7),
                counting=COUNTING,
                done=None if reported is None else reported.on,
            )

    @book.duty(cites=CITED, title=Text("Khiếu nại", "Complaints"))
    def complaints_due(about: Outlook[None]) -> Iterator[Due]:
        """By the end of May, once for each complaint lodged."""
        for case in about.beside.of(e.election_contest):
            for lodged in case.events(e.LodgeComplaint):
                yield Due(
                    case=case.id,
                    what=Text("khiếu nại", "complain"),
                    anchor=date(2020, 5, 31),
                    anchor_is=Text("hạn", "the day"),
                    about=lodged.complaint or "",
                    done=lodged.on,
                )

    @book.rule(k.report_results, cites=CITED, title=Text("Đúng hạn", "In time"))
    def in_time(case: Case[k.Congress], act: k.ReportResults) -> Answer:
        """Refused after the eighth of June."""
        return Breach(Text("muộn", "late")) if act.on > date(2020, 6, 8) else ()

    @book.rule(e.lodge_complaint, cites=CITED, title=Text("Đúng hạn", "In time"))
    def no_complaint(case: Case[e.Contest], act: e.LodgeComplaint) -> Answer:
        """Refused, whenever."""
        return Breach(Text("muộn", "late"))

    return book


ENGINE = Engine(Shelf([small_book(), clock()]))


def act(case: str, does: str, on: date, **facts: Any) -> Raw:
    return {"case": case, "does": does, "on": on, "by": "standing_committee", **facts}


TO_CLOSING = (
    "adopt_plan",
    "create_bodies",
    "submit_package",
    "approve",
    "declare_ready",
    "open",
    "elect_bodies",
    "confirm_quorum",
    "close",
)


def held(*more: Raw) -> Raw:
    """Return a dossier whose congress was closed on 28 May."""
    return bare(act=[*(act("congress", does, CLOSED) for does in TO_CLOSING), *more])


def asked(raw: Raw, day: date | None = None, engine: Engine = ENGINE) -> Deadlines:
    return deadlines(made(raw), engine, day)


def rows(found: Deadlines) -> list[tuple[str, date | None, DueStatus]]:
    return [(row.due.case, row.day, row.status) for row in found.schedule.rows]


@pytest.mark.parametrize(
    ("reported", "as_of", "status"),
    [
        (None, date(2020, 6, 8), DueStatus.DUE),
        (None, date(2020, 6, 9), DueStatus.OVERDUE),
        (date(2020, 6, 8), date(2020, 6, 30), DueStatus.DONE),
        (date(2020, 6, 9), date(2020, 6, 30), DueStatus.LATE),
        (date(2020, 6, 9), date(2020, 6, 8), DueStatus.DUE),
    ],
)
def test_what_is_due_and_what_is_late(
    reported: date | None, as_of: date, status: DueStatus
) -> None:
    """A report that the rules refuse as late was made late: it is not overdue for ever."""
    more = [] if reported is None else [act("congress", "report_results", reported)]
    found = asked(held(*more), as_of)
    assert rows(found) == [("congress", date(2020, 6, 8), status)]
    assert found.as_of == as_of
    assert repr(found) == f"Deadlines('mau', {as_of}, 1 rows)"


def test_a_refusal_put_right_counts_as_put_right() -> None:
    """A report refused and then made anew counts on the day of the one that was allowed."""
    wrong = {**act("congress", "report_results", date(2020, 6, 2)), "by": "unknown"}
    right = act("congress", "report_results", date(2020, 6, 5))
    found = asked(held(wrong, right), date(2020, 6, 30))
    assert found.schedule.rows[0].due.done == date(2020, 6, 5)


def test_a_refused_act_moves_no_case_over_what_was_allowed() -> None:
    """An act that was refused early counts only if the case did not go on without it."""
    early = {**act("congress", "approve", date(2020, 5, 1)), "by": "unknown"}
    undrawn = act("congress", "ratify", date(2020, 6, 1))
    before_all = act("congress", "report_results", date(2019, 1, 2))
    found = asked(held(early, undrawn, before_all), date(2020, 6, 30))
    assert rows(found) == [("congress", date(2020, 6, 8), DueStatus.OVERDUE)]


def test_a_refused_act_that_moves_nothing_stands_at_its_place() -> None:
    """A complaint refused as late was lodged all the same, and is shown as late."""
    contest = {"id": "bau", "post": "committee", "meeting": "delegates_congress"}
    to_declared = (
        "plan_contest",
        "open_contest",
        "vote_number",
        "present_prepared_list",
        "close_nominations",
        "decide_withdrawals",
        "adopt_list",
        "elect_counting_board",
        "issue_ballots",
        "collect_ballots",
        "count",
        "fill",
        "declare",
    )
    acts = [act("bau", does, CLOSED) for does in to_declared]
    lodged = act("bau", "lodge_complaint", date(2020, 6, 1), complaint="don")
    raw = bare(contest=[contest], act=[*acts, lodged, act("bau", "report", date(2020, 6, 2))])
    found = asked(raw, date(2020, 6, 30))
    assert rows(found) == [("bau", date(2020, 5, 31), DueStatus.LATE)]
    assert found.schedule.rows[0].due.about == "don"


def test_the_day_where_none_is_given() -> None:
    """That of the planned opening, or the latest recorded day, whichever is later."""
    assert asked(bare()).as_of == CLOSED
    assert asked(held(act("congress", "report_results", date(2020, 6, 5)))).as_of == date(
        2020, 6, 5
    )
    with pytest.raises(BadInput):
        asked(bare(congress={}))


def test_a_duty_that_fails_is_a_problem() -> None:
    """It is told with the name of the duty, and nothing else is lost."""
    broken: Rulebook[None] = Rulebook(
        "broken", Level.CENTRE, title=Text("Hỏng", "Broken"), version="1"
    )

    @broken.duty(cites=CITED, title=Text("Hỏng", "Broken"))
    def crashes(about: Outlook[None]) -> Iterable[Due]:
        """Crash."""
        raise ValueError(about.on)

    engine = Engine(Shelf([small_book(), clock(), broken]))
    found = asked(held(), date(2020, 6, 9), engine)
    assert [problem.path for problem in found.schedule.problems] == ["broken/crashes"]
    assert len(found.schedule.overdue) == 1


def test_every_case_is_asked() -> None:
    """Letters and the preparation too: a duty sees all cases of the dossier."""
    seen: list[str] = []
    looking: Rulebook[None] = Rulebook(
        "looking", Level.CENTRE, title=Text("Xem", "Looking"), version="1"
    )

    @looking.duty(cites=CITED, title=Text("Xem", "Looking"))
    def looks(about: Outlook[None]) -> Iterable[Due]:
        """Look."""
        seen.extend(case.id for case in about.beside)
        assert about.beside.get(preparation, "preparation") is not None
        assert about.beside.get(q.complaint_case, "don") is not None
        return ()

    letter = {"id": "don", "kind": "denunciation"}
    raw = bare(complaint=[letter], act=[act("don", "receive", date(2020, 3, 2))])
    found = asked(raw, CLOSED, Engine(Shelf([small_book(), looking])))
    assert not found.schedule.problems
    assert seen == ["don", "preparation"]
