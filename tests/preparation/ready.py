"""A preparation in which everything is recorded and nothing is wrong, with the cases beside it.

Two cells, a grassroots congress on 28 May 2020. A second preparation has no record at all: there a
source says of everything that it is done.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from congress_flow import Case, Engine, Level
from congress_flow.procedures import Body
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import preparation as p
from congress_flow.procedures import suspension as u
from tests.cases import follow, stand
from tests.elections.walks import Taken
from tests.personnel.people import ALL, SEATS, people

B, Kind = Body, d.DocumentKind
BEGUN, DECLARED, OPENING = date(2019, 11, 25), date(2020, 5, 12), date(2020, 5, 28)
PREPARATION, CONGRESS, ANNOUNCED = "chuan-bi", "dai-hoi", "cong-bo"
RUN, SCHEME, REPORT = "quy-trinh", "de-an", "bao-cao-chinh-tri"
UNIT = "dang-bo"
CELLS = ("cb1", "cb2")
SUBJECT = p.Preparation(
    level=Level.GRASSROOTS,
    cells=len(CELLS),
    members=80,
    kind=p.CongressKind.MEMBERS,
    planned_opening=OPENING,
    planned_days=Fraction(1),
)
DIRECTIVE = p.Paper(
    id="35-ct",
    type="directive",
    number="35-CT/TW",
    issued=date(2019, 5, 30),
    level=Level.CENTRE,
)
ABOVE = p.Paper(
    id="78-kh",
    type="plan",
    number="78-KH/ĐUK",
    issued=date(2019, 11, 8),
    level=Level.UPPER_GRASSROOTS,
)
PLAN = p.Paper(
    id="10-kh",
    type="plan",
    number="10-KH/ĐU",
    issued=BEGUN,
    level=Level.GRASSROOTS,
    own=True,
    implements=(DIRECTIVE.id, ABOVE.id),
)
BASES = (DIRECTIVE, ABOVE)
AMENDMENT = p.Paper(
    id="12-kh",
    type="plan",
    number="12-KH/ĐU",
    issued=date(2020, 3, 12),
    level=Level.GRASSROOTS,
    own=True,
    amends=(PLAN.id,),
)
BODIES = {
    B.DOCUMENTS_SUBCOMMITTEE: "116-QĐ/ĐU",
    B.PERSONNEL_SUBCOMMITTEE: "117-QĐ/ĐU",
    B.EDITORIAL_GROUP: "118-QĐ/ĐU",
    B.HELPER_GROUP: "119-QĐ/ĐU",
    B.SERVICE_SUBCOMMITTEE: "120-QĐ/ĐU",
}
# Which papers of a grassroots congress the superior approves, under the tests' readings.
APPROVED = (
    Kind.POLITICAL_REPORT,
    Kind.REVIEW_REPORT,
    Kind.CONGRESS_PROGRAMME,
    Kind.CHAIRING_SCRIPT,
    Kind.RESOLUTION,
    Kind.ACTION_PROGRAMME,
)


def act(kind: type[Any], on: date, **facts: Any) -> Any:
    """Return an act of the standing committee, unless told otherwise."""
    known: dict[str, Any] = {"by": B.STANDING_COMMITTEE}
    return kind(on=on, **{**known, **facts})


def recorded() -> tuple[Any, ...]:
    """Return the acts of a preparation, from the plan to the declaration."""
    day = date(2019, 12, 2)
    return (
        act(p.AdoptPlan, BEGUN, plan=PLAN, bases=BASES),
        act(p.Disseminate, day, paper="09-HD/BTCĐUK", directive=False, addressees=CELLS),
        act(p.Disseminate, day, paper="35-CT/TW", directive=True, addressees=("đảng viên",)),
        act(p.AssignFollowers, day, followers={"cb1": "binh", "cb2": "thanh"}),
        *(act(p.CreateBody, day, body=body, decision=told) for body, told in BODIES.items()),
        act(
            p.AmendPlan,
            date(2020, 3, 12),
            amendment=AMENDMENT,
            amended=(PLAN.id,),
            scope="thời gian đại hội chi bộ",
        ),
        act(
            p.Inspect,
            date(2020, 4, 20),
            by=B.INSPECTION_COMMISSION,
            matter="chuẩn bị đại hội",
            petitions=5,
            answered=5,
        ),
        act(
            p.Arrange,
            date(2020, 4, 27),
            by=B.OFFICE,
            propaganda_plan="30-KH/ĐU",
            venue="hội trường",
            funds=True,
        ),
        act(p.DeclareReady, DECLARED),
    )


def last_acts() -> tuple[Any, ...]:
    """Return what follows the declaration: withdrawn, declared again, concluded."""
    return (
        act(p.WithdrawReadiness, date(2020, 5, 14), reason="đổi địa điểm"),
        act(p.DeclareReady, date(2020, 5, 18)),
        act(p.Conclude, OPENING, by=B.AUTO),
    )


# --- The cases beside -----------------------------------------------------------------------------


def cell(name: str, stage: Any = c.CLOSED) -> Case[Any]:
    """Return the congress of a cell in a stage."""
    return stand(c.cell_congress, c.CellCongress(cell=name), stage, id=f"dai-hoi-{name}")


WAY = (
    d.Plan,
    d.WriteDraft,
    d.SendToExecutive,
    d.OpenConsultation,
    d.CloseConsultation,
    d.Revise,
    d.SendToExecutive,
    d.AdoptForSubmission,
    d.Submit,
    d.StartAppraisal,
    d.Approve,
    d.Finalise,
)
CONSULTED = WAY[:4]
NOT_CONSULTED_ON = (*WAY[:3], *WAY[7:])
APPRAISED, NOT_FINAL = WAY[:10], WAY[:11]


def document(kind: d.DocumentKind, way: tuple[type[Any], ...] = WAY, **facts: Any) -> Case[Any]:
    """Return a paper of the congress that has gone a way: consulted on, approved, final."""
    told: dict[str, Any] = {"kind": kind, "level": Level.GRASSROOTS, **facts}
    name = REPORT if kind is Kind.POLITICAL_REPORT else kind.value
    acts = [event(on=date(2020, 3, 2)) for event in way]
    return follow(d.document_life, d.Document(**told), *acts, id=name)


def scheme(stage: Any = s.APPROVED) -> Case[Any]:
    """Return the scheme of ten persons for nine seats in a stage."""
    subject = s.Scheme(run=RUN, level=Level.GRASSROOTS, seats=SEATS, planned_opening=OPENING)
    made = s.AssembleScheme(on=date(2020, 2, 3), candidates=people(ALL))
    return stand(s.personnel_scheme, subject, stage, made, id=SCHEME, on=date(2020, 2, 3))


def run(
    stage: Any = r.SCHEME_ASSEMBLED, level: Level = Level.GRASSROOTS, **facts: Any
) -> Case[Any]:
    """Return the personnel run in a stage."""
    told: dict[str, Any] = {"seats": SEATS, "candidates": people(ALL), **facts}
    made = r.AssembleScheme(on=date(2020, 2, 3), **told)
    name = RUN if level is Level.GRASSROOTS else f"quy-trinh-{level.value}"
    return stand(r.personnel_run, r.Run(level=level), stage, made, id=name, on=date(2020, 2, 3))


def announcement(congress: str = CONGRESS, **facts: Any) -> Case[Any]:
    """Return the announcement of the opening."""
    told: dict[str, Any] = {"on": date(2020, 4, 10), "opening": OPENING, **facts}
    name = ANNOUNCED if congress == CONGRESS else f"cong-bo-{congress}"
    opening = a.AnnounceOpening(**told)
    return follow(a.announcement, a.Announcement(congress=congress), opening, id=name)


def suspension(unit: str = UNIT, *, lifted: bool = True) -> Case[Any]:
    """Return a suspension in spring, lifted on 20 April or not."""
    acts = [u.Suspend(on=date(2020, 3, 31)), u.Resume(on=date(2020, 4, 20))]
    told = acts if lifted else acts[:1]
    return follow(u.suspension, u.Suspension(unit=unit), *told, id=f"tam-hoan-{unit}")


def letter(stage: Any, name: str = "don", **facts: Any) -> Case[Any]:
    """Return a denunciation about the congress in a stage."""
    known: dict[str, Any] = {"kind": q.ComplaintKind.DENUNCIATION, "about_congress": True}
    told = q.Classify(on=date(2020, 4, 22), **{**known, **facts})
    subject = q.Complaint(level=Level.GRASSROOTS, congress=CONGRESS)
    return stand(q.complaint_case, subject, stage, told, id=name, on=date(2020, 4, 22))


def listed() -> Case[Any]:
    """Return a frozen denunciation that was listed and reported."""
    case = letter(q.FROZEN, "don-muon")
    acts = [passage.event for passage in case.passages]
    report = q.ListAndReport(on=date(2020, 4, 24))
    return follow(q.complaint_case, case.subject, *acts, report, id=case.id)


def congress(stage: Any = k.READY, **facts: Any) -> Case[Any]:
    """Return the congress that is prepared, in a stage."""
    told: dict[str, Any] = {"preparation": PREPARATION, "scheme": SCHEME, **facts}
    subject = k.Congress(unit=UNIT, level=Level.GRASSROOTS, **told)
    return stand(k.congress, subject, stage, id=CONGRESS, on=date(2020, 5, 4))


def beside() -> dict[str, Case[Any]]:
    """Return every case that stands beside a preparation that is ready, by its id."""
    cases = (
        *map(cell, CELLS),
        *map(document, APPROVED),
        run(),
        run(r.NOT_STARTED, Level.CELL),
        scheme(),
        announcement(f"dai-hoi-{CELLS[0]}", opening=date(2020, 3, 5)),
        announcement(),
        suspension(CELLS[1], lifted=False),
        suspension(),
        letter(q.CONCLUDED),
        listed(),
        congress(),
    )
    return {case.id: case for case in cases}


# --- What only a source tells ---------------------------------------------------------------------

SOURCES = ("P5.S3",)
GATES = tuple(f"G{number}" for number in range(1, 15))


def statement(gate: str, says: p.Says = p.Says.DONE, **facts: Any) -> p.Statement:
    """Return what a source says of a gate."""
    return p.Statement(gate=gate, says=says, sources=SOURCES, **facts)


def attested(**facts: Any) -> Any:
    """Return a declaration that rests on sources alone, and they say that all is done."""
    known: dict[str, Any] = {
        "statements": tuple(map(statement, GATES)),
        "papers": tuple(
            p.PaperState(id=kind.value, kind=kind.value, approval="approved", sources=SOURCES)
            for kind in APPROVED
        ),
        "basis": (*BASES, PLAN),
        "cells": p.CellsStatement(
            done=2,
            total=2,
            first=date(2020, 1, 16),
            last=date(2020, 5, 3),
            ballots=1,
            sources=SOURCES,
        ),
        "surplus": p.SurplusStatement(printed="18,18%", sources=SOURCES),
        "approval": p.ApprovalStatement(approved=True, by_committee=True, sources=SOURCES),
    }
    return act(p.DeclareReady, DECLARED, **{**known, **facts})


class Walk:
    """A preparation on its way under the real book, every other case beside."""

    def __init__(self, engine: Engine, beside: dict[str, Case[Any]]) -> None:
        self.engine, self.beside = engine, beside
        self.case: Case[Any] = Case(
            procedure=p.preparation, id=PREPARATION, subject=SUBJECT, opened_on=BEGUN
        )
        self.taken: list[Taken] = []
        self.cautions: list[str] = []

    def do(self, *events: Any) -> None:
        for event in events:
            others = tuple(self.beside.values())
            before = self.case
            self.case = self.engine.advance(before, event, others)
            passage = self.case.passages[-1]
            self.taken.append(Taken(passage.step.id, before, event, others))
            self.cautions += [finding.rule for finding in passage.verdict.cautions]


def whole(engine: Engine) -> Walk:
    """From the plan to the opening, all of it recorded."""
    walk = Walk(engine, beside())
    walk.do(*recorded(), *last_acts()[:-1])
    walk.beside[CONGRESS] = congress(k.OPENED)
    walk.do(last_acts()[-1])
    return walk


def told(engine: Engine) -> Walk:
    """Nothing is recorded: the declaration rests on what a source says."""
    walk = Walk(engine, {})
    walk.do(attested())
    return walk


def in_part(engine: Engine) -> Walk:
    """One cell, one paper, one body have a record; of the rest a source says that it is done."""
    walk = Walk(engine, {})
    for case in (cell(CELLS[0]), document(Kind.POLITICAL_REPORT), scheme()):
        walk.beside[case.id] = case
    walk.do(recorded()[4], attested())
    return walk


WALKS = {"whole": whole, "told": told, "in_part": in_part}
