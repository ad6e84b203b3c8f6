"""Elections that go their whole way under the real rules, one for each way they can go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import attrs

from congress_flow import Case, Engine, Level
from congress_flow.procedures import Body
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_scheme as s
from tests.elections import acts as a

Go = Callable[["Walk"], None]


class Taken(NamedTuple):
    """A step that was taken: its row, the case before it, the event, the cases beside."""

    row: str
    case: Case[Any]
    event: Any
    beside: tuple[Case[Any], ...]


def moved(event: Any, later: timedelta) -> Any:
    """Return an event all of whose days are so much later."""
    days = {
        field.name: getattr(event, field.name) + later
        for field in event.__attrs_attrs__
        if isinstance(getattr(event, field.name), date)
    }
    return attrs.evolve(event, **days)


class Walk:
    """A contest on its way: `do` takes steps under the real book, beside the cases in `beside`.

    With `later` every day of every event, and of the cases beside, is so much later.
    """

    def __init__(
        self,
        engine: Engine,
        stand: a.Stand,
        follow: a.Stand,
        *,
        later: timedelta = timedelta(0),
        basis: tuple[str, ...] = ("QC244-2014", "HD03-2020"),
    ) -> None:
        self.engine, self.stand, self.follow = engine, stand, follow
        self.later, self.basis = later, basis
        self.beside: dict[str, Case[Any]] = {}
        self.cautions: list[str] = []
        self.taken: list[Taken] = []
        self.case = self.begin("ban-chap-hanh")
        self.at(a.congress(stand), a.scheme(stand))

    def begin(self, id: str, **facts: Any) -> Case[e.Contest]:  # noqa: A002
        subject = attrs.evolve(a.SUBJECT, **facts)
        self.case = Case(
            procedure=e.election_contest, id=id, subject=subject, opened_on=date(2020, 5, 1)
        )
        return self.case

    def at(self, *cases: Case[Any]) -> None:
        """Put cases beside, each in the place of an older version of itself."""
        for case in cases:
            events = [moved(passage.event, self.later) for passage in case.passages]
            self.beside[case.id] = self.follow(case.procedure, case.subject, *events, id=case.id)

    def do(self, *events: Any) -> None:
        for told in events:
            event = moved(told, self.later)
            if isinstance(event, e.PlanContest):
                event = attrs.evolve(event, basis=self.basis)  # type: ignore[misc]
            others = tuple(case for case in self.beside.values() if case.id != self.case.id)
            before = self.case
            self.case = self.engine.advance(before, event, others)
            passage = self.case.passages[-1]
            self.taken.append(Taken(passage.step.id, before, event, others))
            self.cautions += [f.rule for f in passage.verdict.cautions]
        self.beside[self.case.id] = self.case

    def to_list(self) -> None:
        """Go from the plan to the adopted list."""
        self.do(a.plan(), a.opened(), a.number(), a.presented(), a.stands(), a.nominated())
        self.do(a.nominated(person="z"), a.closed(), a.withdrawals(), a.poll(), a.adopted())

    def to_declared(self) -> None:
        """Go from the plan to the declaration, the seats filled in one ballot."""
        self.to_list()
        self.do(a.board(), a.issued(), a.collected(), a.counted(), a.filled(), a.declared())

    def to_reported(self) -> None:
        """Go on to the report, the congress being closed."""
        self.to_declared()
        self.at(a.congress(self.stand, k.CLOSED))
        self.do(a.reported())

    def plain_list(self, names: tuple[str, ...], **presented: Any) -> None:
        """Nobody else comes forward, and the list is adopted as it was prepared."""
        none = a.withdrawals(asked=(), proposed=(), released=(), vote=None)
        self.do(a.presented(names=names, **presented), a.closed(names=names), none)
        self.do(a.adopted(names=names))


def committee(walk: Walk) -> None:
    """Nominations, a withdrawal, a poll, one ballot, report, ratification, destruction."""
    walk.to_reported()
    walk.do(a.ratified(), a.destroyed())


TIED = {**a.VOTES, "f": 65, "g": 52, "h": 52, "x": 52}


def runoff(walk: Walk) -> None:
    """Three are level for the last seat; the run-off is tied, the second one is not."""
    walk.to_list()
    ahead, level = a.SCHEME[:6], ("g", "h", "x")
    tie = {"elected": ahead, "tied": level, "places": 1}
    walk.do(a.board(), a.issued(), a.collected(), a.counted(votes=TIED), a.tied(**tie))
    walk.do(a.issued(names=level), a.collected())
    walk.do(a.counted(votes={"g": 40, "h": 40, "x": 10}))
    again = {"elected": ahead, "tied": ("g", "h"), "places": 1}
    walk.do(a.tied(**again), a.issued(names=("g", "h"), vote=a.HANDS), a.collected())
    walk.do(a.counted(votes={"g": 50, "h": 45}), a.filled(), a.declared())


def tie_left(walk: Walk) -> None:
    """Two are level twice, and the congress stops with a vacancy."""
    walk.to_list()
    ahead, level = a.SCHEME[:6], ("g", "h")
    votes = {**TIED, "x": 20}
    tie = {"elected": ahead, "tied": level, "places": 1}
    walk.do(a.board(), a.issued(), a.collected(), a.counted(votes=votes), a.tied(**tie))
    walk.do(a.issued(names=level), a.collected(), a.counted(votes={"g": 40, "h": 40}))
    walk.do(a.tied(**tie), a.stopped(vacancies=1), a.declared(elected=ahead))


SHORT = {**a.VOTES, "f": 50, "g": 45}


def further_round(walk: Walk) -> None:
    """Five of seven have more than half; a further round with a new name fills the rest."""
    walk.to_list()
    walk.do(a.board(), a.issued(), a.collected(), a.counted(votes=SHORT))
    walk.do(a.short(elected=a.SCHEME[:5], unfilled=2))
    names = ("f", "g", "h", "n")
    walk.do(a.onward(names=names, new_names=("n",), new_names_agreed=True))
    walk.do(a.board(vote=None, stayed=True), a.issued(names=names), a.collected())
    votes = {"f": 70, "g": 60, "h": 30, "n": 20}
    walk.do(a.counted(votes=votes), a.filled(), a.declared())


def voided(walk: Walk) -> None:
    """More ballots come back than were issued: all are annulled, and the vote is held again."""
    walk.to_list()
    walk.do(a.board(), a.issued(), a.collected(collected=99), a.void())
    walk.do(a.issued(), a.collected(), a.counted(), a.filled(), a.declared())


DELEGATES = {
    "post": e.Post.DELEGATES,
    "meeting": e.Meeting.DELEGATES_CONGRESS,
    "scheme": "",
    "seats": 3,
}
OF_DELEGATES = {"convened": 100, "delegate_absent_replaced": 2}


def delegates(walk: Walk) -> None:
    """Two of three delegates are elected; a further round fills the third seat, no alternates."""
    walk.begin("dai-bieu", **DELEGATES)
    walk.at(a.congress(walk.stand, roll=OF_DELEGATES))
    walk.do(a.plan(seats=3, alternates=2, allotment="30-QĐ/ĐUK"), a.opened(roll=OF_DELEGATES))
    walk.do(a.allotted())
    walk.plain_list(tuple("abc"))
    boxes = {
        "a": e.BoxCounts(agree=90, disagree=8),
        "b": e.BoxCounts(agree=60, disagree=38),
        "c": e.BoxCounts(agree=40, disagree=50, neither=8),
    }
    walk.do(a.board(), a.issued(names=tuple("abc"), form=e.BallotForm.NO_SURPLUS))
    walk.do(a.collected(), a.counted(votes=None, marks=boxes))
    walk.do(a.short(elected=("a", "b"), unfilled=1))
    further = a.onward(names=("c", "d"), new_names=("d",), new_names_agreed=True, vote=None)
    walk.do(further, a.board(vote=None, stayed=True), a.issued(names=("c", "d")))
    walk.do(a.collected(), a.counted(valid=95, invalid=3, votes={"c": 60, "d": 30}))
    elected = ("a", "b", "c")
    walk.do(a.short(elected=elected, unfilled=2), a.stopped(vacancies=0))
    walk.do(a.declared(elected=elected))


def alternates(walk: Walk) -> None:
    """Who is over half without a seat becomes an alternate; a further round brings the second."""
    walk.begin("dai-bieu", **{**DELEGATES, "seats": 4})
    walk.at(a.congress(walk.stand, roll=OF_DELEGATES))
    walk.do(a.plan(seats=4, alternates=2, allotment="30-QĐ/ĐUK"), a.opened(roll=OF_DELEGATES))
    walk.do(a.allotted(number=4))
    names, elected = tuple("abcde"), tuple("abcd")
    walk.plain_list(names)
    walk.do(a.board(), a.issued(names=names), a.collected())
    walk.do(a.counted(votes={"a": 80, "b": 75, "c": 70, "d": 65, "e": 60}))
    walk.do(a.short(elected=elected, unfilled=1))
    walk.do(a.onward(names=("f",), new_names=("f",), new_names_agreed=True))
    walk.do(a.board(vote=None, stayed=True))
    walk.do(a.issued(names=("f",), form=e.BallotForm.SINGLE), a.collected())
    walk.do(a.counted(votes=None, marks={"f": e.BoxCounts(agree=80, disagree=18)}))
    result = {"elected": elected, "alternates": ("e", "f")}
    walk.do(a.filled(**result), a.declared(**result))


def outside_candidate(walk: Walk) -> None:
    """At a delegates' congress somebody who is no delegate applies, and is elected."""
    walk.begin("ban-chap-hanh", meeting=e.Meeting.DELEGATES_CONGRESS)
    roll = {"convened": 100}
    walk.at(a.congress(walk.stand, roll=roll))
    walk.do(a.plan(), a.candidacy(), a.opened(roll=roll), a.number(), a.presented())
    names = (*a.SCHEME, "u")
    walk.do(a.closed(names=names), a.withdrawals(asked=(), proposed=(), released=(), vote=None))
    walk.do(a.poll(support={"u": 40}, wanted=True))
    votes = {**dict.fromkeys(a.SCHEME, 80), "g": 20, "h": 10, "u": 70}
    walk.do(a.adopted(names=names), a.board(), a.issued(names=names), a.collected())
    elected = (*a.SCHEME[:6], "u")
    walk.do(a.counted(votes=votes), a.filled(elected=elected), a.declared(elected=elected))


def secretary(walk: Walk) -> None:
    """The congress elects its secretary itself; the poll differed, and the superior answered."""
    walk.to_declared()
    walk.begin("bi-thu", post=e.Post.SECRETARY, seats=1)
    walk.do(a.plan(seats=1), a.opened(), a.number(number=1), a.divergence())
    walk.do(a.divergence(answer="15-CV/ĐUK"))
    walk.plain_list(("a",), introduction_poll=e.IntroductionPoll.DIFFERS)
    walk.do(a.board(), a.issued(names=("a",), form=e.BallotForm.SINGLE), a.collected())
    boxes = {"a": e.BoxCounts(agree=90, disagree=6)}
    walk.do(a.counted(valid=96, invalid=2, votes=None, marks=boxes), a.filled(elected=("a",)))
    walk.do(a.declared(elected=("a",)))


def complaint(
    follow: a.Stand,
    *,
    concluded: bool = False,
    founded: bool = False,
    contest: str = "ban-chap-hanh",
    kind: q.ComplaintKind = q.ComplaintKind.ELECTION_COMPLAINT,
) -> Case[Any]:
    """Return an election complaint about the committee's contest, taken up or concluded."""
    subject = q.Complaint(level=Level.GRASSROOTS, congress="dai-hoi", contest=contest)
    on = date(2020, 6, 8)
    told = (
        q.Receive(on=on),
        q.Classify(on=on, kind=kind),
        q.OpenElectionComplaint(on=on, filed=date(2020, 6, 5), closing=a.CLOSING),
        q.Conclude(on=date(2020, 6, 12), founded=founded, conclusion="07-KL/UBKT"),
    )
    events = told if concluded else told[:-1]
    case: Case[Any] = follow(q.complaint_case, subject, *events, id="don")
    return case


def dismissed(walk: Walk) -> None:
    """A complaint is taken up and dismissed; then the result is ratified."""
    walk.to_reported()
    walk.at(complaint(walk.follow))
    walk.do(a.lodged())
    walk.at(complaint(walk.follow, concluded=True))
    walk.do(a.dismissed(), a.ratified(on=date(2020, 7, 3)))


def refused(walk: Walk) -> None:
    """One person is refused, the others are ratified with it; another on a later complaint."""
    walk.to_reported()
    walk.do(a.refused())
    walk.do(a.destroyed())


def refused_later(walk: Walk) -> None:
    """After the ratification a person is refused on a complaint that was right."""
    walk.to_reported()
    walk.do(a.ratified(on=date(2020, 6, 12)))
    walk.at(complaint(walk.follow, concluded=True, founded=True))
    walk.do(a.refused(complaint="don"))


def annulled(walk: Walk) -> None:
    """The result is annulled, and a new contest goes in its place."""
    walk.to_reported()
    walk.do(a.annulled())
    walk.begin("bau-lai", instead_of="ban-chap-hanh")
    walk.at(a.congress(walk.stand), a.scheme(walk.stand, s.IN_USE))
    on = date(2020, 7, 20)
    walk.do(a.plan(on=on, by=Body.COMPETENT_BODY, ordered="50-QĐ/ĐUK"))


# Each way, with the stage in which it ends.
WALKS: dict[str, tuple[Go, str]] = {
    "committee": (committee, "BALLOTS_DESTROYED"),
    "runoff": (runoff, "DECLARED"),
    "tie_left": (tie_left, "DECLARED"),
    "further_round": (further_round, "DECLARED"),
    "voided": (voided, "DECLARED"),
    "delegates": (delegates, "DECLARED"),
    "alternates": (alternates, "DECLARED"),
    "outside_candidate": (outside_candidate, "DECLARED"),
    "secretary": (secretary, "DECLARED"),
    "dismissed": (dismissed, "RATIFIED"),
    "refused": (refused, "BALLOTS_DESTROYED"),
    "refused_later": (refused_later, "PARTLY_RATIFIED"),
    "annulled": (annulled, "PLANNED"),
}
