"""A document on its way through its life, one step after another under the real rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from congress_flow import Case, Engine, Level
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020._document_checks import CHECKS

B = d.Body
UNIT, SUPERIOR, CONGRESS = "dang-bo", "dang-uy-khoi", "dai-hoi"
OPENED, CLOSED = date(2020, 5, 28), date(2020, 5, 29)
YES = dict.fromkeys(CHECKS, True)

Stand = Callable[..., Case[Any]]
"""`stand(procedure, subject, stage, *events, id=…, on=…)`: a case resting in a stage."""


class Walk:
    """A document on its way: `do` takes one step under the real book, the next day."""

    def __init__(self, engine: Engine, kind: d.DocumentKind, **facts: Any) -> None:
        known: dict[str, Any] = {
            "level": Level.GRASSROOTS,
            "unit": UNIT,
            "superior": SUPERIOR,
            "congress": CONGRESS,
            "delegates": False,
            "planned_opening": OPENED,
        }
        subject = d.Document(kind=kind, **{**known, **facts})
        self.engine = engine
        self.day, self.pace = date(2020, 2, 3), timedelta(days=1)
        self.beside: dict[str, Case[Any]] = {}
        self.case: Case[d.Document] = Case(
            procedure=d.document_life, id=kind.value, subject=subject, opened_on=date(2019, 12, 2)
        )
        self.cautions: list[str] = []
        self.version = 0

    def do(self, event: type[Any], by: d.Body, **facts: Any) -> None:
        self.case = self.engine.advance(
            self.case, event(on=self.day, by=by, **facts), self.beside.values()
        )
        self.cautions += [f.rule for f in self.case.passages[-1].verdict.cautions]
        self.day += self.pace

    @property
    def steps(self) -> list[str]:
        return [passage.step.id for passage in self.case.passages]

    @property
    def digest(self) -> str:
        return f"v{self.version}"

    def draft(self) -> d.Draft:
        return d.Draft(number=self.version, sha256=self.digest, mark=f"Dự thảo lần {self.version}")

    # The stretches that many kinds have in common.

    def plan(self, by: d.Body = B.EXECUTIVE_COMMITTEE, decision: str = "05-QĐ/ĐU") -> None:
        self.do(
            d.Plan,
            by,
            plan="10-KH/ĐU",
            plan_issued=date(2019, 11, 28),
            subcommittee_decision=decision,
        )

    def write(self, by: d.Body = B.EDITORIAL_GROUP) -> None:
        self.version += 1
        self.do(d.WriteDraft, by, draft=self.draft())

    def send(self, by: d.Body = B.DOCUMENTS_SUBCOMMITTEE, **answers: str) -> None:
        facts = {"draft": self.draft(), "checks": YES, "answers": answers}
        self.do(d.SendToStanding, by, **facts)

    def pass_on(self) -> None:
        self.do(d.SendToExecutive, B.STANDING_COMMITTEE, draft=self.draft())

    def adopt_for_submission(self, by: d.Body = B.EXECUTIVE_COMMITTEE) -> None:
        self.do(d.AdoptForSubmission, by, sha256=self.digest)

    def hand_in(self, by: d.Body = B.EXECUTIVE_COMMITTEE) -> None:
        papers = ("submission", "political report")
        self.do(d.Submit, by, sha256=self.digest, papers=papers)
        self.do(d.StartAppraisal, B.SUPERIOR_ADVISORY_BODIES, sha256=self.digest)

    def approve(self, by: d.Body = B.SUPERIOR_STANDING_COMMITTEE) -> None:
        self.do(d.Approve, by, sha256=self.digest, superior=SUPERIOR)

    def finalise(self, by: d.Body = B.EXECUTIVE_COMMITTEE) -> None:
        self.do(d.Finalise, by, sha256=self.digest, draft_mark=False)

    def through_bodies(self, by: d.Body = B.DOCUMENTS_SUBCOMMITTEE) -> None:
        self.send(by)
        self.pass_on()
        self.adopt_for_submission()

    def consult(self, by: d.Body = B.STANDING_COMMITTEE) -> None:
        self.do(
            d.OpenConsultation,
            by,
            audiences=("chi bộ", "đảng viên"),
            until=self.day + timedelta(days=10),
            public=False,
        )
        self.day += timedelta(days=10)
        opinions = (
            d.Opinion(id=f"y{self.version}a", received=self.day, outcome=d.OpinionOutcome.ADOPTED),
            d.Opinion(
                id=f"y{self.version}b",
                received=self.day,
                outcome=d.OpinionOutcome.EXPLAINED,
                answer="đã nêu ở mục 2",
            ),
        )
        self.do(d.CloseConsultation, by, opinions=opinions)

    def revise(self, **answers: str) -> None:
        self.version += 1
        self.do(d.Revise, B.EDITORIAL_GROUP, draft=self.draft(), answers=answers)

    def approved_and_final(self, by: d.Body = B.DOCUMENTS_SUBCOMMITTEE) -> None:
        self.through_bodies(by)
        self.hand_in()
        self.approve()
        self.finalise()

    def at_congress(self, stand: Stand) -> None:
        subject = k.Congress(unit=UNIT, level=Level.GRASSROOTS)
        opened = k.Open(on=OPENED, by=B.EXECUTIVE_COMMITTEE)
        self.beside[CONGRESS] = stand(
            k.congress, subject, k.QUORATE, opened, id=CONGRESS, on=OPENED
        )
        self.day, self.pace = OPENED, timedelta()

    def after_congress(self, stand: Stand) -> None:
        subject = k.Congress(unit=UNIT, level=Level.GRASSROOTS)
        closed = k.Close(on=CLOSED, by=B.PRESIDIUM)
        self.beside[CONGRESS] = stand(k.congress, subject, k.CLOSED, closed, id=CONGRESS, on=OPENED)
        self.day, self.pace = CLOSED + timedelta(days=1), timedelta(days=1)

    def present(self) -> None:
        self.do(d.Present, B.PRESIDIUM, sha256=self.digest, programme_item="mục 3")
        self.do(d.Discuss, B.CONGRESS, speakers=("an", "bình"))

    def vote(self, **facts: Any) -> None:
        self.do(d.Adopt, B.CONGRESS, in_favour=96, members=100, **facts)

    def archive(self) -> None:
        self.do(d.Archive, B.OFFICE, complete=True)


NewWalk = Callable[..., Walk]
"""`walk(kind, chosen=…, **facts)`: a new document, under readings that differ as *chosen*."""
