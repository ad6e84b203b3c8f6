"""Complaints that go their whole way under the real rules, one for each way to dispose of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs

from congress_flow import Case, Engine
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import election_contest as e
from tests.complaints import acts as c
from tests.elections import acts as a
from tests.elections.walks import Taken, moved

Go = Callable[["Walk"], None]
APPEAL: dict[str, Any] = {"kind": q.ComplaintKind.DISCIPLINARY_APPEAL}
DECIDED = date(2020, 4, 1)


class Walk:
    """A complaint on its way: `do` takes steps under the real book, beside other cases.

    With `later` every day of every event, and of the cases beside, is so much later.
    """

    def __init__(
        self,
        engine: Engine,
        stand: c.Follow,
        follow: c.Follow,
        *,
        later: timedelta = timedelta(0),
    ) -> None:
        self.engine, self.stand, self.follow, self.later = engine, stand, follow, later
        self.beside: dict[str, Case[Any]] = {}
        self.cautions: list[str] = []
        self.taken: list[Taken] = []
        self.begin()
        self.at(c.announced(follow))

    def begin(self, **facts: Any) -> None:
        """Open a new case; *facts* replace those of its subject."""
        self.case: Case[q.Complaint] = Case(
            procedure=q.complaint_case,
            id="don",
            subject=attrs.evolve(c.SUBJECT, **facts),
            opened_on=date(2020, 3, 2),
        )

    def at(self, *cases: Case[Any]) -> None:
        """Put cases beside, each in the place of an older version of itself."""
        for case in cases:
            events = [moved(passage.event, self.later) for passage in case.passages]
            self.beside[case.id] = self.follow(case.procedure, case.subject, *events, id=case.id)

    def do(self, *events: Any) -> None:
        for told in events:
            event = moved(told, self.later)
            others = tuple(self.beside.values())
            before = self.case
            self.case = self.engine.advance(before, event, others)
            passage = self.case.passages[-1]
            self.taken.append(Taken(passage.step.id, before, event, others))
            self.cautions += [f.rule for f in passage.verdict.cautions]


def settled(walk: Walk) -> None:
    """Received on the 26th working day before the opening: settled now, once extended."""
    walk.do(c.received(), c.classified(), c.accepted(), c.extended(), c.concluded(), c.notified())


def held_over(walk: Walk) -> None:
    """Received on the 25th: frozen, listed, handed over after the congress, settled there."""
    walk.do(c.received(competent_received=c.LATE), c.classified(), c.frozen(), c.listed())
    walk.at(a.congress(walk.stand, k.CLOSED))
    walk.do(c.handed(), c.concluded(), c.notified())


def unfrozen(walk: Walk) -> None:
    """The opening is moved to 26 June: the letter of 21 April can be settled now."""
    walk.do(c.received(competent_received=c.LATE), c.classified(), c.frozen())
    walk.at(c.announced(walk.follow, date(2020, 6, 26)))
    walk.do(c.reevaluated(), c.accepted(on=date(2020, 5, 5), opening=date(2020, 6, 26)))


def late(walk: Walk) -> None:
    """Not settled within 90 working days: overdue, and concluded all the same."""
    walk.do(c.received(), c.classified(), c.accepted(), c.overdue())
    walk.do(c.concluded(on=date(2020, 9, 30)), c.notified(on=date(2020, 10, 1)))


def late_after_handover(walk: Walk) -> None:
    """In the new term the time begins with the hand-over."""
    walk.do(c.received(competent_received=c.LATE), c.classified(), c.frozen(), c.listed())
    walk.at(a.congress(walk.stand, k.CLOSED))
    walk.do(c.handed(), c.overdue(on=date(2020, 10, 7)))


def refused(walk: Walk) -> None:
    """Anonymous, and so not settled."""
    walk.do(c.received(anonymous=True), c.classified(grounds=(q.Ground.ANONYMOUS,)), c.rejected())


def forwarded(walk: Walk) -> None:
    """Sent to a body that is not competent: it goes on to the one that is."""
    walk.do(c.received(competent_received=None), c.classified(competent=False), c.forwarded())


def appeal(walk: Walk) -> None:
    """An appeal lodged within the month, with no cut-off in use."""
    walk.do(c.received(decision_received=DECIDED), c.classified(**APPEAL), c.accepted())
    walk.do(c.concluded(), c.notified())


def mixed(walk: Walk) -> None:
    """Both in one letter, in 2022: the appeal is kept, the sender is told to denounce apart."""
    walk.begin(congress="", level=c.SUBJECT.level)
    day = date(2022, 3, 4)
    letter = {"sent": date(2022, 3, 1), "first_received": day, "competent_received": day}
    walk.do(c.received(on=day, decision_received=date(2022, 2, 15), **letter))
    walk.do(c.classified(on=day, kind=q.ComplaintKind.MIXED, about_congress=False))
    walk.do(c.split(on=day), c.accepted(on=day, opening=None))


def petition(walk: Walk) -> None:
    """A petition is answered."""
    walk.do(c.received(), c.classified(kind=q.ComplaintKind.PETITION), c.answered())


def election(walk: Walk) -> None:
    """A complaint about a declared election, taken up and concluded."""
    walk.begin(contest="ban-chap-hanh", persons=())
    subject = attrs.evolve(a.SUBJECT)
    acts = (a.plan(), a.opened(), a.number(), a.presented(), a.closed(), a.withdrawals())
    voted = (a.adopted(), a.board(), a.issued(), a.collected(), a.counted(), a.filled())
    contest = walk.follow(
        e.election_contest, subject, *acts, *voted, a.declared(), id="ban-chap-hanh"
    )
    walk.at(contest, a.congress(walk.stand, k.CLOSED))
    day = date(2020, 6, 8)
    walk.do(c.received(on=day), c.classified(on=day, kind=q.ComplaintKind.ELECTION_COMPLAINT))
    walk.do(c.taken_up(), c.concluded(), c.notified())


# Each way, with the stage in which it ends.
WALKS: dict[str, tuple[Go, str]] = {
    "settled": (settled, "NOTIFIED"),
    "held_over": (held_over, "NOTIFIED"),
    "unfrozen": (unfrozen, "IN_PROGRESS"),
    "late": (late, "NOTIFIED"),
    "late_after_handover": (late_after_handover, "OVERDUE"),
    "refused": (refused, "REJECTED"),
    "forwarded": (forwarded, "TRANSFERRED"),
    "appeal": (appeal, "NOTIFIED"),
    "mixed": (mixed, "IN_PROGRESS"),
    "petition": (petition, "NOTIFIED"),
    "election": (election, "NOTIFIED"),
}


def deferred(walk: Walk) -> None:
    """Under a reading with a cut-off: an appeal sent a day too late goes to the new committee."""
    days = {"sent": c.DAY, "first_received": c.DAY, "competent_received": c.DAY, "on": c.DAY}
    walk.do(c.received(decision_received=DECIDED, **days))
    walk.do(c.classified(on=c.DAY, **APPEAL), c.deferred(), c.listed())


def considered(walk: Walk) -> None:
    """Under the same reading: sent on the 25th working day, it is considered before."""
    days = {"sent": c.LATE, "first_received": c.LATE, "competent_received": c.LATE}
    walk.do(c.received(decision_received=DECIDED, **days), c.classified(**APPEAL), c.accepted())


# Ways that are open only where the reading `appeal.cutoff` sets one.
WITH_CUTOFF: dict[str, tuple[Go, str]] = {
    "deferred": (deferred, "FROZEN"),
    "considered": (considered, "IN_PROGRESS"),
}
