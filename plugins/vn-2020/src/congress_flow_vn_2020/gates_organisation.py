"""Gates of readiness: basis, dissemination, assignment, bodies, inspection, logistics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from congress_flow import (
    Case,
    Caution,
    Confidence,
    Context,
    Demand,
    Instrument,
    Text,
    at_least,
    equals,
    given,
    holds,
    one_of,
)
from congress_flow.procedures import Body
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import preparation as p
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._gates import CITED, Found, judged, softened, statement, told
from congress_flow_vn_2020.instruments import CT35_2019
from congress_flow_vn_2020.preparation_acts import chain
from congress_flow_vn_2020.readings import Readings2020

GROUPS: Final = (Body.EDITORIAL_GROUP, Body.HELPER_GROUP)


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text("Căn cứ: chỉ thị, kế hoạch cấp trên, kế hoạch của mình", "Basis: directive, plans"),
    subject="G1",
    encodes=("G1",),
)
def gate_basis(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """Directive, superior's plans and own plan, chained; recorded as plans adopted."""
    plans = [(each.plan, each.bases or ()) for each in case.events(p.AdoptPlan) if each.plan]
    if plans:
        recorded = [found for plan, bases in plans for found in chain(plan, bases)]
        yield from judged("G1", act, about, recorded)
    elif act.basis:
        yield from softened("G1", about, _attested_basis(act))
    else:
        yield from judged("G1", act, about, None)


def _attested_basis(act: p.DeclareReady) -> Iterator[Found]:
    by_id = {paper.id: paper for paper in act.basis}
    own = [paper for paper in act.basis if paper.own and paper.type == "plan" and paper.implements]
    yield at_least(len(own), 1, what=Text("kế hoạch của đơn vị", "plans of the unit"))
    for plan in own:
        yield from chain(plan, (by_id[name] for name in plan.implements if name in by_id))
    if statement(act, "G1") is not None:
        yield from told("G1", act)
    else:
        yield Caution(
            Text("căn cứ chỉ theo lời nguồn; không có hồ sơ", "the basis is told, not recorded"),
            {"papers": tuple(by_id)},
            dict.fromkeys(source for paper in act.basis for source in paper.sources),
        )
    for tension in act.tensions:
        vi, en = tension.words
        yield Caution(
            Text(f"nguồn có chỗ chưa khớp: {vi}", f"the sources pull two ways: {en}"),
            {"tension": en},
            tension.sources,
        )


@book.rule(
    p.declare_ready,
    cites=CT35_2019.at("toàn văn", Confidence.VERIFIED),
    title=Text("Căn cứ đúng chỉ thị đang có hiệu lực", "It rests on the directive in force"),
    subject="G1",
    encodes=("G1", "select.directive"),
)
def gate_directive(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """Told by number and day: two directives are called 35-CT/TW (trap TR1).

    Where nothing is recorded or attested of the bases, the gate of the basis says so.
    """
    recorded = [base for each in case.events(p.AdoptPlan) for base in each.bases or ()]
    bases = recorded or act.basis
    if bases:
        yield from softened("G1", about, [rests(bases, CT35_2019)])


def rests(bases: Iterable[p.Paper], directive: Instrument) -> Demand:
    """Return that a directive is among *bases*; one without a day may or may not be it."""
    days = [base.issued for base in bases if base.number == directive.number]
    found = directive.issued_on in days or (None if None in days else False)
    named = f"{directive.number} {directive.issued}"
    return holds(found, about=named, what=Text("trong căn cứ", "among the bases"))


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text("Quán triệt chỉ thị, hướng dẫn", "Dissemination"),
    subject="G2",
    encodes=("G2",),
)
def gate_dissemination(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """The directive was studied, and the guidance passed on."""
    done = case.events(p.Disseminate)
    recorded: list[Found] | None = None
    if done:
        kinds = {each.directive for each in done}
        # Of a paper of which it is not known which it is, it may be either.
        missing = None if None in kinds else False
        studied = True if True in kinds else missing
        passed = True if False in kinds else missing
        recorded = [
            holds(studied, what=Text("đã quán triệt chỉ thị", "directive studied")),
            holds(passed, what=Text("đã triển khai hướng dẫn", "guidance passed on")),
        ]
    yield from judged("G2", act, about, recorded)


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text("Phân công theo dõi từng chi bộ", "A follower for each cell"),
    subject="G3",
    encodes=("G3",),
)
def gate_assignment(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """Each cell has a member of the standing committee or a leader following it."""
    followed = {
        cell
        for each in case.events(p.AssignFollowers)
        for cell, follower in (each.followers or {}).items()
        if follower
    }
    recorded: list[Found] | None = None
    unrecorded: list[Found] = []
    if followed:
        what = Text("số chi bộ có người theo dõi", "cells with a follower")
        enough = at_least(len(followed), case.subject.cells, what=what)
        recorded = [enough] if enough.met else []
        unrecorded = [] if enough.met else [enough]
        cells = [each.subject.cell for each in about.beside.of(c.cell_congress)]
        who = Text("chi bộ có người theo dõi", "cell with a follower")
        unrecorded += [
            one_of(cell, sorted(followed), what=who) for cell in cells if cell not in followed
        ]
    yield from judged("G3", act, about, recorded, unrecorded)


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text("Các tiểu ban, tổ giúp việc", "Subcommittees and groups"),
    subject="G4",
    encodes=("G4",),
)
def gate_bodies(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """Three subcommittees by decision; an editorial and a helper group."""
    made = {each.body: each.decision for each in case.events(p.CreateBody) if each.body}
    if not made:
        yield from judged("G4", act, about, None)
        return
    asked = {
        body: Text(f"quyết định thành lập {body.term.vi}", f"decision creating the {body.term.en}")
        for body in (*p.SUBCOMMITTEES, *GROUPS)
    }
    recorded = [given(made[body], what=what) for body, what in asked.items() if body in made]
    unrecorded = [given("", what=what) for body, what in asked.items() if body not in made]
    yield from judged("G4", act, about, recorded, unrecorded)


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text("Kiểm tra, giám sát; kiến nghị được trả lời", "Inspection; petitions answered"),
    subject="G11",
    encodes=("G11",),
)
def gate_inspection(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """Supervision is under way and every petition received so far is answered."""
    done = case.events(p.Inspect)
    recorded: list[Found] | None = None
    if done:
        latest = done[-1]
        recorded = [
            equals(
                latest.answered,
                latest.petitions,
                what=Text("kiến nghị đã trả lời trên tổng số", "petitions answered of all"),
            )
        ]
    yield from judged("G11", act, about, recorded)


@book.rule(
    p.declare_ready,
    cites=CITED,
    in_force=TERM_2020,
    title=Text("Tuyên truyền, khánh tiết, phục vụ", "Propaganda and logistics"),
    subject="G13",
    encodes=("G13",),
)
def gate_logistics(
    case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2020]
) -> Iterator[Found]:
    """The propaganda plan is issued; venue and funds are there."""
    latest = case.last(p.Arrange)
    recorded: list[Found] | None = None
    if latest is not None:
        plan = Text("kế hoạch tuyên truyền", "propaganda plan")
        recorded = [
            given(latest.propaganda_plan, what=plan),
            given(latest.venue, what=Text("địa điểm", "venue")),
            holds(latest.funds, what=Text("kinh phí", "funds")),
        ]
    yield from judged("G13", act, about, recorded)
