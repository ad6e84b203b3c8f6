"""What falls due round one congress: the cases in which a thing is done on a day, or on none.

A duty is tried by its worked day: done on it, done a day after (or before), and not done at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

from congress_flow import Case, Engine, Level, Procedure, Shelf, Stage, Step, add_months
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import DueStatus
from congress_flow.schedules import Schedule, Scheduled, schedule
from tests import cases

Ask = Callable[..., Schedule]
Cases = tuple[Case[Any], ...]

DAY = timedelta(days=1)


@cache
def permissive(procedure: Procedure[Any]) -> Engine:
    """Return an engine under which every drawn step is allowed."""
    return cases.permissive(procedure)


def way(case: Case[Any], kind: type[Any]) -> list[Step[Any, Any]]:
    """Return the shortest drawn way to a stage from which events of *kind* are drawn."""
    procedure = case.procedure
    ways: dict[Stage, list[Step[Any, Any]]] = {case.stage: []}
    ahead = [case.stage]
    while (ahead[0].name, kind) not in procedure.table:
        here = ahead.pop(0)
        for step in procedure.steps_from(here):
            target = step.target_from(here)
            if target not in ways:
                ways[target] = [*ways[here], step]
                ahead.append(target)
    return ways[ahead[0]]


def go(procedure: Procedure[Any], subject: Any, *events: Any, id: str) -> Case[Any]:  # noqa: A002
    """Return a case in which the events happened, and between them what had to."""
    engine = permissive(procedure)
    case: Case[Any] = Case(procedure=procedure, id=id, subject=subject, opened_on=date(2014, 1, 1))
    for event in events:
        for step in way(case, event.__class__):
            case = engine.advance(case, step.event(on=case.last_day))
        case = engine.advance(case, event)
    return case


@attrs.frozen
class Round:
    """One congress of one day, and what is done round it."""

    opening: date
    level: Level = Level.GRASSROOTS

    @property
    def early(self) -> date:
        """A day long before: letters come in, plans are made."""
        return self.opening - 143 * DAY

    @property
    def sent(self) -> date:
        """A day soon after: results are reported."""
        return self.opening + 11 * DAY

    @property
    def congress(self) -> k.Congress:
        return k.Congress(unit="x", level=self.level, contents=4, planned_opening=self.opening)

    @property
    def district(self) -> k.Congress:
        return attrs.evolve(self.congress, level=Level.UPPER_GRASSROOTS)

    @property
    def one_cell(self) -> c.CellCongress:
        return c.CellCongress(cell="cb", last_congress=add_months(self.opening, -30))

    @property
    def contest(self) -> e.Contest:
        return e.Contest(
            post=e.Post.COMMITTEE,
            meeting=e.Meeting.DELEGATES_CONGRESS,
            level=Level.GRASSROOTS,
            congress="dai-hoi",
        )

    @property
    def one_letter(self) -> q.Complaint:
        return q.Complaint(level=Level.GRASSROOTS, congress="dai-hoi")

    def held(self, *events: Any, subject: k.Congress | None = None) -> Case[Any]:
        """Return the congress."""
        return go(k.congress, subject or self.congress, *events, id="dai-hoi")

    def closed(self, *events: Any, subject: k.Congress | None = None) -> Case[Any]:
        """Return the congress, opened and closed on its day."""
        day = self.opening
        return self.held(k.Open(on=day), k.Close(on=day), *events, subject=subject)

    def elected(self, *events: Any, subject: e.Contest | None = None) -> Case[Any]:
        """Return the election of the committee, declared on that day."""
        declared = e.Declare(on=self.opening)
        return go(e.election_contest, subject or self.contest, declared, *events, id="cap-uy")

    def letter(
        self, *events: Any, kind: q.ComplaintKind = q.ComplaintKind.DENUNCIATION
    ) -> Case[Any]:
        """Return a letter received early."""
        day = self.early
        received = q.Receive(
            on=day, sent=day, competent_received=day, decision_received=day - 28 * DAY
        )
        classified = q.Classify(on=day, kind=kind, about_congress=True)
        return go(q.complaint_case, self.one_letter, received, classified, *events, id="don")

    def cell(self, *events: Any, subject: c.CellCongress | None = None) -> Case[Any]:
        return go(c.cell_congress, subject or self.one_cell, *events, id="cb")

    def document(self, kind: d.DocumentKind, *events: Any) -> Case[Any]:
        subject = d.Document(kind=kind, level=Level.GRASSROOTS, congress="dai-hoi")
        return go(d.document_life, subject, *events, id="van-kien")

    # The cases in which one thing is done on a day, or on none.

    def announced(self, day: date | None) -> Cases:
        acts = () if day is None else (a.AnnounceOpening(on=day, opening=self.opening),)
        told = go(a.announcement, a.Announcement(congress="dai-hoi"), *acts, id="cong-bo")
        return (self.held(), told)

    def opened(self, day: date | None) -> Cases:
        return (self.held(*(() if day is None else (k.Open(on=day),))),)

    def fallen_due(self, day: date | None) -> Cases:
        acts = () if day is None else (k.Open(on=day),)
        due = attrs.evolve(self.congress, due=self.opening - 348 * DAY)
        return (self.held(*acts, subject=due),)

    def limited(self, day: date | None) -> Cases:
        limit = k.LocalLimit(day=self.opening + 18 * DAY, document="4182-CV/TU", before=True)
        plan = k.AdoptPlan(on=self.early, limits=(limit, limit))
        return (self.held(plan, *(() if day is None else (k.Open(on=day),))),)

    def cell_held(self, day: date | None) -> Cases:
        return (self.cell(*(() if day is None else (c.Hold(on=day),))),)

    def cell_reported(self, day: date | None) -> Cases:
        acts = () if day is None else (c.Report(on=day),)
        return (self.cell(c.Hold(on=self.opening), *acts),)

    def cell_submitted(self, day: date | None) -> Cases:
        plan = c.Plan(on=self.early, opening=self.opening)
        return (self.cell(plan, *(() if day is None else (c.Submit(on=day),))),)

    def reported(self, day: date | None) -> Cases:
        return (self.closed(*(() if day is None else (k.ReportResults(on=day),))),)

    def summarised(self, day: date | None) -> Cases:
        return (self.closed(k.ReportResults(on=self.sent, opinions_sent=day)),)

    def handed_over(self, day: date | None) -> Cases:
        return (self.closed(k.ReportResults(on=self.sent, handed_over=day)), self.elected())

    def archived(self, day: date | None) -> Cases:
        return (self.closed(*(() if day is None else (k.Archive(on=day),))),)

    def opened_after_approval(self, day: date | None) -> Cases:
        approved = k.Approve(on=self.opening - 30 * DAY)
        return (self.held(approved, *(() if day is None else (k.Open(on=day),))),)

    def submitted(self, day: date | None) -> Cases:
        return (self.held(*(() if day is None else (k.SubmitPackage(on=day),))),)

    def approved(self, day: date | None) -> Cases:
        return (self.held(*(() if day is None else (k.Approve(on=day),))),)

    def answered(self, day: date | None) -> Cases:
        handed_in = k.SubmitPackage(on=self.opening - 52 * DAY)
        return (self.held(handed_in, *(() if day is None else (k.ReturnForRevision(on=day),))),)

    def issued(self, day: date | None) -> Cases:
        acts = () if day is None else (d.HandOver(on=self.opening), d.Issue(on=day))
        return (self.closed(), self.document(d.DocumentKind.ACTION_PROGRAMME, *acts))

    def consulted(self, day: date | None) -> Cases:
        begun = d.OpenConsultation(on=self.opening - 115 * DAY)
        acts = () if day is None else (d.CloseConsultation(on=day),)
        return (self.document(d.DocumentKind.POLITICAL_REPORT, begun, *acts),)

    def applied(self, day: date | None) -> Cases:
        subject = attrs.evolve(self.contest, level=Level.UPPER_GRASSROOTS)
        return (self.held(subject=self.district), *self._candidacy(subject, day))

    def applied_low(self, day: date | None) -> Cases:
        return (self.held(), *self._candidacy(self.contest, day))

    def _candidacy(self, subject: e.Contest, day: date | None) -> Cases:
        if day is None:
            return ()
        act = e.SubmitCandidacy(on=day, person="an")
        return (go(e.election_contest, subject, act, id="cap-uy"),)

    def contest_reported(self, day: date | None) -> Cases:
        return (self.closed(), self.elected(*(() if day is None else (e.Report(on=day),))))

    def complained(self, day: date | None) -> Cases:
        acts = () if day is None else (e.LodgeComplaint(on=day, complaint="don", filed=day),)
        return (self.closed(), self.elected(*acts))

    def ratified(self, day: date | None) -> Cases:
        acts = () if day is None else (e.Ratify(on=day, received=self.sent),)
        return (self.closed(), self.elected(e.Report(on=self.sent), *acts))

    def destroyed(self, day: date | None) -> Cases:
        acts = () if day is None else (e.DestroyBallots(on=day),)
        ratified = e.Ratify(on=self.opening + 21 * DAY, received=self.sent)
        return (self.closed(), self.elected(ratified, *acts))

    def only_planned(self, _: date | None) -> Cases:
        return (self.held(),)

    def settled(self, day: date | None) -> Cases:
        acts = () if day is None else (q.Conclude(on=day),)
        return (self.letter(q.Accept(on=self.early), *acts),)

    def appeal_settled(self, day: date | None) -> Cases:
        acts = () if day is None else (q.Conclude(on=day),)
        kind = q.ComplaintKind.DISCIPLINARY_APPEAL
        return (self.letter(q.Accept(on=self.early), *acts, kind=kind),)

    def lodged(self, day: date | None) -> Cases:
        got = q.Receive(on=self.early, sent=day, decision_received=self.early - 25 * DAY)
        kind = q.Classify(on=self.early, kind=q.ComplaintKind.DISCIPLINARY_APPEAL)
        return (go(q.complaint_case, self.one_letter, got, kind, id="don"),)


class Tried(NamedTuple):
    """A duty tried.

    `done` makes the cases in which the thing is done on a day, or on none; `day` is the worked day;
    `missed` is what it is if it is not done, `late` if it is done on the wrong side of the day.
    """

    duty: str
    day: date
    done: Callable[[date | None], Cases]
    missed: DueStatus = DueStatus.OVERDUE
    late: DueStatus = DueStatus.LATE
    chosen: Mapping[str, Any] = MappingProxyType({})
    encodes: tuple[str, ...] = ()
    case: str | None = None


LAPSED, BEGUN, FIRST = DueStatus.LAPSED, DueStatus.BEGUN, DueStatus.EARLY


def fell_due(shelf: Shelf, as_of: date, cases: Cases) -> Schedule:
    """Return what falls due by a shelf, of whose duties none may fail."""
    found = schedule(shelf, cases, as_of)
    assert not found.problems
    return found


def of(found: Schedule, duty: str, case: str | None = None) -> list[Scheduled]:
    """Return the rows of one duty, by its name within its book, of one case if it is named."""
    return [
        row
        for row in found.rows
        if row.duty.id.partition("/")[2] == duty and case in {None, row.due.case}
    ]


def row_of(found: Schedule, tried: Tried) -> Scheduled:
    """Return the row of the day worked out: that in which the thing was done, if one was."""
    rows = [row for row in of(found, tried.duty) if row.day == tried.day]
    assert rows, [row.day for row in of(found, tried.duty)]
    return next((row for row in rows if row.due.done is not None), rows[0])


def done_in_time_and_late(tried: Tried, ask: Ask, long_after: date) -> None:
    """Show that a duty is in time on its day, not a day further; undone it runs, then is over."""
    chosen, day = tried.chosen, tried.day
    ahead = tried.late in {FIRST, BEGUN}
    wrong = day - DAY if ahead else day + DAY
    undone = tried.done(None)
    running = {LAPSED: DueStatus.DUE, BEGUN: DueStatus.NOT_YET}
    before = row_of(ask(day - DAY, *undone, **chosen), tried)
    assert before.status is running.get(tried.missed, DueStatus.DUE)
    assert row_of(ask(day + DAY, *undone, **chosen), tried).status is tried.missed
    in_time = row_of(ask(long_after, *tried.done(day), **chosen), tried)
    expected = tried.missed if tried.late in {BEGUN, LAPSED} else DueStatus.DONE
    assert in_time.status is expected
    assert row_of(ask(long_after, *tried.done(wrong), **chosen), tried).status is tried.late


def says_by_what_law(tried: Tried, ask: Ask) -> None:
    """Show that a duty is cited, encodes its parameter, and prints how its days are counted."""
    row = row_of(ask(tried.day, *tried.done(None), **tried.chosen), tried)
    assert row.duty.citations
    assert set(tried.encodes) <= set(row.duty.encodes)
    if row.due.limit is not None:
        assert row.due.limit.text.vi in row.due.reckoned.vi
        assert row.due.anchor_is.en in row.due.reckoned.en
