"""Every kind of document goes its whole way through real events, judged by the whole book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from congress_flow import Case, Engine, Level, Shelf
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020 import (
    document_approval,
    document_congress,
    document_drafting,
    document_end,
    document_issue,
    document_numbers,
    document_opinions,
    document_profile,
)
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._document_checks import CHECKS, MINUTES_PARTS
from congress_flow_vn_2020.readings import Readings2020

MODULES = (
    document_approval,
    document_congress,
    document_drafting,
    document_end,
    document_issue,
    document_numbers,
    document_opinions,
    document_profile,
)
Kind = d.DocumentKind
B = d.Body
UNIT, SUPERIOR, CONGRESS = "dang-bo", "dang-uy-khoi", "dai-hoi"
OPENED, CLOSED = date(2020, 5, 28), date(2020, 5, 29)
YES = dict.fromkeys(CHECKS, True)


class Walk:
    """A document on its way: `do` takes one step under the real book, the next day."""

    def __init__(self, engine: Engine, kind: d.DocumentKind, **facts: Any) -> None:
        known = {
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
        return d.Draft(
            number=self.version, sha256=self.digest, mark=f"Dự thảo lần {self.version}"
        )

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
            d.Opinion(
                id=f"y{self.version}a", received=self.day, outcome=d.OpinionOutcome.ADOPTED
            ),
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

    def at_congress(self, stand: Callable[..., Case[Any]]) -> None:
        subject = k.Congress(unit=UNIT, level=Level.GRASSROOTS)
        opened = k.Open(on=OPENED, by=B.EXECUTIVE_COMMITTEE)
        self.beside[CONGRESS] = stand(
            k.congress, subject, k.QUORATE, opened, id=CONGRESS, on=OPENED
        )
        self.day, self.pace = OPENED, timedelta()

    def after_congress(self, stand: Callable[..., Case[Any]]) -> None:
        subject = k.Congress(unit=UNIT, level=Level.GRASSROOTS)
        closed = k.Close(on=CLOSED, by=B.PRESIDIUM)
        self.beside[CONGRESS] = stand(
            k.congress, subject, k.CLOSED, closed, id=CONGRESS, on=OPENED
        )
        self.day, self.pace = CLOSED + timedelta(days=1), timedelta(days=1)

    def present(self) -> None:
        self.do(d.Present, B.PRESIDIUM, sha256=self.digest, programme_item="mục 3")
        self.do(d.Discuss, B.CONGRESS, speakers=("an", "bình"))

    def vote(self, **facts: Any) -> None:
        self.do(d.Adopt, B.CONGRESS, in_favour=96, members=100, **facts)

    def archive(self) -> None:
        self.do(d.Archive, B.OFFICE, complete=True)


Stand = Callable[..., Case[Any]]
NewWalk = Callable[..., Walk]


@pytest.fixture
def walk(readings: Readings2020) -> NewWalk:
    def begin(kind: d.DocumentKind, *, chosen: dict[str, Any] | None = None, **facts: Any) -> Walk:
        shelf = Shelf([book], [attrs.evolve(readings, **(chosen or {}))])
        return Walk(Engine(shelf), kind, **facts)

    return begin


def political_report(walk: NewWalk, stand: Stand) -> Walk:
    """Every turn a document can take before the congress, then to its end."""
    w = walk(Kind.POLITICAL_REPORT)
    w.plan()
    w.do(d.DraftOutline, B.EDITORIAL_GROUP)
    w.do(d.AdoptOutline, B.EXECUTIVE_COMMITTEE, minutes="01-BB/ĐU")
    w.write()
    w.send()
    w.do(d.SendBack, B.STANDING_COMMITTEE, remarks=(d.Remark("r1", "thiếu số liệu"),))
    w.version += 1
    w.send(r1="đã bổ sung")
    w.pass_on()
    w.do(d.SendBack, B.EXECUTIVE_COMMITTEE, remarks=(d.Remark("r2"),), conclusion="01-KL/ĐU")
    w.version += 1
    w.send(r2="đã sửa")
    w.pass_on()
    w.consult()
    w.revise()
    w.through_bodies()
    w.hand_in()
    superior = B.SUPERIOR_STANDING_COMMITTEE
    w.do(d.ReturnForRevision, superior, remarks=(d.Remark("r3", "làm rõ giải pháp"),))
    w.revise(r3="đã làm rõ")
    w.through_bodies()
    w.hand_in()
    w.do(d.ApproveWithChanges, superior, superior=SUPERIOR, remarks=(d.Remark("r4"),))
    # What the superior's remarks change is no further draft: it is fixed by its digest alone.
    w.do(d.ConfirmChanges, B.EXECUTIVE_COMMITTEE, sha256="v5 đã sửa", answers={"r4": "đã sửa"})
    w.do(d.Finalise, B.EXECUTIVE_COMMITTEE, sha256="v5 đã sửa", draft_mark=False)
    w.do(d.ChangeAfterApproval, B.EXECUTIVE_COMMITTEE, change="chỉ tiêu", substantive=True)
    w.revise()
    w.approved_and_final()
    w.at_congress(stand)
    w.present()
    w.do(d.Note, B.CONGRESS, into_resolution="resolution")
    w.after_congress(stand)
    w.archive()
    return w


def review_report(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.REVIEW_REPORT)
    w.plan()
    w.write()
    w.approved_and_final()
    w.at_congress(stand)
    w.present()
    w.do(d.Note, B.CONGRESS, into_resolution="resolution")
    w.after_congress(stand)
    w.archive()
    return w


def review_report_read_strictly(walk: NewWalk, stand: Stand) -> Walk:
    chosen = {"review_report_opinions": True, "review_outline_by_executive": True}
    w = walk(Kind.REVIEW_REPORT, chosen=chosen)
    w.plan()
    w.do(d.DraftOutline, B.EDITORIAL_GROUP)
    w.do(d.AdoptOutline, B.EXECUTIVE_COMMITTEE, minutes="02-BB/ĐU")
    w.write()
    w.send()
    w.pass_on()
    w.consult()
    w.revise()
    w.approved_and_final()
    return w


def programme(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.CONGRESS_PROGRAMME)
    w.plan()
    w.write(B.OFFICE)
    w.approved_and_final(B.SERVICE_SUBCOMMITTEE)
    w.at_congress(stand)
    w.present()
    w.vote()
    w.after_congress(stand)
    w.archive()
    return w


def script(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.CHAIRING_SCRIPT)
    w.plan()
    w.write(B.SERVICE_SUBCOMMITTEE)
    w.approved_and_final(B.SERVICE_SUBCOMMITTEE)
    w.do(d.MarkUsed, B.PRESIDIUM)
    w.archive()
    return w


def account_of_opinions(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.OPINIONS_ACCOUNT)
    w.plan()
    w.write()
    w.through_bodies()
    w.finalise()
    w.do(d.MarkUsed, B.PRESIDIUM)
    w.archive()
    return w


def resolution(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.RESOLUTION)
    w.beside["political_report"] = political_report(walk, stand).case
    w.plan()
    w.write()
    w.approved_and_final()
    w.at_congress(stand)
    w.present()
    w.vote()
    w.do(
        d.Issue,
        B.PRESIDIUM,
        number="01-NQ/ĐH",
        signed=d.Signing.ON_BEHALF,
        signed_for=B.PRESIDIUM,
        draft_mark=False,
    )
    w.after_congress(stand)
    w.archive()
    return w


def action_programme(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.ACTION_PROGRAMME)
    w.beside["political_report"] = political_report(walk, stand).case
    w.plan()
    w.write()
    w.approved_and_final()
    w.at_congress(stand)
    w.present()
    w.do(d.HandOver, B.CONGRESS, voted=False)
    w.after_congress(stand)
    w.do(
        d.Issue,
        B.NEW_COMMITTEE,
        number="01-CTr/ĐU",
        signed=d.Signing.ON_BEHALF,
        draft_mark=False,
        opinions_absorbed=True,
    )
    w.archive()
    return w


def working_rules(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.WORKING_RULES)
    w.plan()
    w.write(B.OFFICE)
    w.through_bodies(B.OFFICE)
    w.finalise()
    w.at_congress(stand)
    w.present()
    w.vote(session=d.Session.PREPARATORY)
    w.after_congress(stand)
    w.archive()
    return w


def election_rules(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.ELECTION_RULES, chosen={"working_rules_approved": True})
    w.plan()
    w.write(B.PERSONNEL_SUBCOMMITTEE)
    w.approved_and_final(B.PERSONNEL_SUBCOMMITTEE)
    w.at_congress(stand)
    w.present()
    w.vote(session=d.Session.PREPARATORY)
    w.after_congress(stand)
    w.archive()
    return w


def _made_there(w: Walk, stand: Stand, by: d.Body) -> None:
    w.at_congress(stand)
    w.version = 1
    w.do(d.DraftAtCongress, by, draft=w.draft(), checks=YES)


def opinions_summary(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.OPINIONS_SUMMARY)
    _made_there(w, stand, B.CONGRESS_SECRETARIAT)
    w.present()
    w.vote()
    w.after_congress(stand)
    w.do(d.Dispatch, B.NEW_COMMITTEE, to=SUPERIOR)
    w.archive()
    return w


def participants_report(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.PARTICIPANTS_REPORT)
    _made_there(w, stand, B.CONGRESS_SECRETARIAT)
    w.present()
    w.vote()
    w.after_congress(stand)
    w.archive()
    return w


def credentials_report(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.CREDENTIALS_REPORT, delegates=True)
    _made_there(w, stand, B.CREDENTIALS_BOARD)
    w.present()
    w.vote()
    w.after_congress(stand)
    w.archive()
    return w


def congress_minutes(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.CONGRESS_MINUTES)
    _made_there(w, stand, B.CONGRESS_SECRETARIAT)
    w.do(
        d.SignMinutes,
        B.PRESIDIUM,
        number="18-BB/ĐH",
        draft_mark=False,
        signers=(B.PRESIDIUM, B.CONGRESS_SECRETARIAT),
        contents=dict.fromkeys(MINUTES_PARTS, True),
    )
    w.after_congress(stand)
    w.archive()
    return w


def election_minutes(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.ELECTION_MINUTES)
    _made_there(w, stand, B.COUNTING_BOARD)
    w.do(
        d.SignMinutes,
        B.COUNTING_BOARD,
        number="17-BB/ĐH",
        draft_mark=False,
        signers=(B.COUNTING_BOARD,),
    )
    w.after_congress(stand)
    w.do(d.Dispatch, B.NEW_COMMITTEE, to=SUPERIOR)
    w.archive()
    return w


DIRECTIVE = d.Paper(
    id="ct35", type="directive", number="35-CT/TW", issued=date(2019, 5, 30), level=Level.CENTRE
)
BLOCK_PLAN = d.Paper(
    id="kh78",
    type="plan",
    number="78-KH/ĐUK",
    issued=date(2019, 11, 8),
    level=Level.UPPER_GRASSROOTS,
)


def _administrative(w: Walk, number: str, **facts: Any) -> None:
    w.plan(decision="")
    w.write(B.OFFICE)
    w.through_bodies(B.OFFICE)
    w.do(
        d.Issue,
        B.STANDING_COMMITTEE,
        number=number,
        signed=d.Signing.ON_BEHALF,
        draft_mark=False,
        **facts,
    )


def propaganda_plan(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.PROPAGANDA_PLAN)
    _administrative(w, "13-KH/ĐU")
    w.archive()
    return w


def plan(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.PLAN)
    _administrative(
        w,
        "12-KH/ĐU",
        bases=(DIRECTIVE, BLOCK_PLAN),
        bases_in_force=True,
        deadline=date(2020, 6, 14),
        limits=(d.LocalLimit(day=date(2020, 6, 30), document="35-CT/TW", before=True),),
        amends=(
            d.Amendment(
                number="10-KH/ĐU",
                issued=date(2019, 11, 28),
                relation=d.Relation.AMENDS,
                own=True,
                scope="một số nội dung",
            ),
        ),
    )
    w.archive()
    return w


def decision(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.BODY_DECISION)
    _administrative(w, "06-QĐ/ĐU")
    w.do(
        d.Supersede,
        B.EXECUTIVE_COMMITTEE,
        successor="09-QĐ/ĐU",
        names_this=True,
        relation=d.Relation.REPLACES,
    )
    return w


def notice(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.NOTICE)
    _administrative(w, "03-TB/ĐU")
    w.archive()
    return w


def guidance(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.GUIDANCE)
    _administrative(w, "02-HD/ĐU")
    w.archive()
    return w


def cell_report(walk: NewWalk, stand: Stand) -> Walk:
    """A cell has no standing committee and no subcommittee; the grassroots committee approves."""
    cell = B.CELL_COMMITTEE
    w = walk(Kind.POLITICAL_REPORT, level=Level.CELL, standing_committee=False)
    w.plan(cell)
    w.do(d.DraftOutline, cell)
    w.do(d.AdoptOutline, cell, minutes="01-BB/CB")
    w.write(cell)
    w.do(d.SendToExecutive, cell, draft=w.draft(), checks=YES)
    w.consult(cell)
    w.version += 1
    w.do(d.Revise, cell, draft=w.draft())
    w.do(d.SendToExecutive, cell, draft=w.draft(), checks=YES)
    w.adopt_for_submission(cell)
    w.hand_in(cell)
    w.approve(B.SUPERIOR_COMMITTEE)
    w.finalise(cell)
    return w


def withdrawn(walk: NewWalk, stand: Stand) -> Walk:
    w = walk(Kind.REVIEW_REPORT)
    w.plan()
    w.do(d.Withdraw, B.EXECUTIVE_COMMITTEE, reason="nhập vào báo cáo chính trị")
    return w


WALKS: dict[str, tuple[Callable[[NewWalk, Stand], Walk], str]] = {
    "political report": (political_report, "ARCHIVED"),
    "review report": (review_report, "ARCHIVED"),
    "review report, strict reading": (review_report_read_strictly, "FINAL_FOR_CONGRESS"),
    "programme": (programme, "ARCHIVED"),
    "script": (script, "ARCHIVED"),
    "account of opinions": (account_of_opinions, "ARCHIVED"),
    "resolution": (resolution, "ARCHIVED"),
    "action programme": (action_programme, "ARCHIVED"),
    "working rules": (working_rules, "ARCHIVED"),
    "election rules": (election_rules, "ARCHIVED"),
    "opinions summary": (opinions_summary, "ARCHIVED"),
    "participants report": (participants_report, "ARCHIVED"),
    "credentials report": (credentials_report, "ARCHIVED"),
    "congress minutes": (congress_minutes, "ARCHIVED"),
    "election minutes": (election_minutes, "ARCHIVED"),
    "propaganda plan": (propaganda_plan, "ARCHIVED"),
    "plan": (plan, "ARCHIVED"),
    "decision": (decision, "SUPERSEDED"),
    "notice": (notice, "ARCHIVED"),
    "guidance": (guidance, "ARCHIVED"),
    "a cell's report": (cell_report, "FINAL_FOR_CONGRESS"),
    "withdrawn": (withdrawn, "WITHDRAWN"),
}


@pytest.mark.parametrize("name", WALKS)
def test_each_profile_reaches_its_end(name: str, walk: NewWalk, stand: Stand) -> None:
    """A document of each kind goes its whole way without one objection, not even a caution."""
    go, end = WALKS[name]
    gone = go(walk, stand)
    assert gone.case.stage.name == end
    assert gone.cautions == []


def test_every_row_of_the_table_was_taken(walk: NewWalk, stand: Stand) -> None:
    """Counted over all walks, every one of the 39 rows was taken, and every kind but the scheme."""
    taken: Counter[str] = Counter()
    kinds = set[d.DocumentKind]()
    for go, _ in WALKS.values():
        gone = go(walk, stand)
        taken.update(gone.steps)
        kinds.add(gone.case.subject.kind)
    assert set(taken) == {step.id for step in d.document_life.steps}
    assert len(taken) == 39
    assert kinds == set(d.DocumentKind) - {Kind.PERSONNEL_SCHEME}
    assert taken["D5"] >= 20
    assert taken["D17"] == taken["D18"] - 1 == 1


@pytest.mark.parametrize("stage", [stage.name for stage in d.withdraw.sources])
def test_a_document_can_be_given_up_until_it_is_presented(
    stage: str, stand: Stand, judge: Callable[..., Any]
) -> None:
    """From each of the fifteen stages before the congress a reason is enough to withdraw."""
    subject = d.Document(kind=Kind.POLITICAL_REPORT, level=Level.GRASSROOTS)
    case = stand(d.document_life, subject, d.document_life.stage(stage))
    event = d.Withdraw(on=date(2020, 3, 2), by=B.STANDING_COMMITTEE, reason="trùng nội dung")
    assert judge(case, event).allowed
    assert not judge(case, attrs.evolve(event, reason="")).allowed
