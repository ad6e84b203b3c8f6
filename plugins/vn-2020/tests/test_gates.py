"""The gates of readiness where all is recorded: each objects to one planted fact, else is content.

What a mandatory gate finds refuses the declaration; what another finds is a caution.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import attrs
import pytest

from congress_flow import Case, FindingKind, Level
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import preparation as p
from congress_flow_vn_2020 import gates_organisation, gates_papers, gates_people
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book
from tests.cases import follow, stand
from tests.elections.planted import Follow, Planted, gone, ids, plant
from tests.personnel.planted import left_out
from tests.preparation import ready
from tests.preparation.planted import CAUTION, GAP, proved, put, walked
from tests.preparation.ready import (
    ABOVE,
    ANNOUNCED,
    DIRECTIVE,
    REPORT,
    RUN,
    SCHEME,
    announcement,
    cell,
    document,
    letter,
    suspension,
)
from tests.proving import engine_of

Kind = d.DocumentKind
ready_but = partial(Planted, walk="whole", row="P8")
OLDER = attrs.evolve(DIRECTIVE, id="36-ct", number="36-CT/TW", issued=date(2014, 5, 30))
ALL_GATES = {"mandatory_gates": frozenset(ready.GATES)}


def withdrawn(follow: Follow, case: Case[Any] | None) -> Case[Any] | None:
    """Take a paper back."""
    assert case is not None
    acts = [passage.event for passage in case.passages]
    taken_back = d.Withdraw(on=ready.DECLARED)
    return follow(case.procedure, case.subject, *acts[:1], taken_back, id=case.id)


def postponed() -> Case[Any]:
    """Return an announcement that was put off, the new day not announced yet."""
    told = announcement()
    acts = [passage.event for passage in told.passages]
    off = a.Postpone(on=date(2020, 4, 20), new_day=ready.OPENING)
    return follow(told.procedure, told.subject, *acts, off, id=told.id)


BEFORE_28_MAY = a.LocalLimit(day=ready.OPENING, document="12-CV/ĐUK", before=True)


ORGANISATION = (
    ready_but(
        rule="gate_basis",
        past={p.AdoptPlan: {"bases": (DIRECTIVE, attrs.evolve(ABOVE, issued=date(2019, 12, 1)))}},
        figures={"about": "78-KH/ĐUK", "value": "2019-12-01", "limit": "2019-11-25"},
    ),
    ready_but(rule="gate_basis", past={p.AdoptPlan: {"bases": None}}),
    ready_but(rule="gate_basis", past={p.AdoptPlan: {"plan": None}}, kind=GAP),
    ready_but(
        rule="gate_directive",
        past={p.AdoptPlan: {"bases": (OLDER, ABOVE)}},
        figures={"about": "35-CT/TW 2019-05-30", "value": False},
    ),
    # Two directives are called 35-CT/TW: the day tells them apart, and one without a day may be it.
    ready_but(
        rule="gate_directive",
        past={p.AdoptPlan: {"bases": (attrs.evolve(DIRECTIVE, issued=date(2024, 6, 14)), ABOVE)}},
        figures={"value": False},
    ),
    ready_but(
        rule="gate_directive",
        past={p.AdoptPlan: {"bases": (attrs.evolve(DIRECTIVE, issued=None), ABOVE)}},
        kind=GAP,
    ),
    ready_but(
        rule="gate_dissemination",
        past={p.Disseminate: {"directive": False}},
        kind=CAUTION,
        figures={"value": False, "gate": "G2", "mandatory": False},
    ),
    ready_but(rule="gate_dissemination", past={p.Disseminate: {"directive": None}}, kind=GAP),
    ready_but(
        rule="gate_assignment",
        past={p.AssignFollowers: {"followers": {"cb1": "binh"}}},
        kind=CAUTION,
        figures={"value": 1, "limit": 2},
    ),
    ready_but(
        rule="gate_assignment",
        past={p.AssignFollowers: {"followers": {"cb1": "binh", "cb3": "thanh"}}},
        kind=CAUTION,
        figures={"value": "cb2", "limit": ["cb1", "cb3"]},
    ),
    ready_but(rule="gate_assignment", past={p.AssignFollowers: {"followers": None}}, kind=GAP),
    ready_but(rule="gate_assignment", subject={"cells": None}, kind=GAP),
    ready_but(
        rule="gate_bodies",
        past={p.CreateBody: {"decision": ""}},
        kind=CAUTION,
        figures={"value": "", "gate": "G4"},
    ),
    ready_but(
        rule="gate_bodies",
        past={p.CreateBody: {"body": None}},
        kind=CAUTION,
        figures={"value": "", "gate": "G4"},
    ),
    ready_but(
        rule="gate_inspection",
        past={p.Inspect: {"answered": 4}},
        kind=CAUTION,
        figures={"value": 4, "limit": 5},
    ),
    ready_but(rule="gate_inspection", past={p.Inspect: {"answered": None}}, kind=GAP),
    ready_but(
        rule="gate_logistics",
        past={p.Arrange: {"funds": False}},
        kind=CAUTION,
        figures={"value": False},
    ),
    ready_but(
        rule="gate_logistics", past={p.Arrange: {"venue": ""}}, kind=CAUTION, figures={"value": ""}
    ),
    ready_but(rule="gate_logistics", past={p.Arrange: {"propaganda_plan": None}}, kind=GAP),
)
PAPERS = (
    ready_but(
        rule="gate_opinions",
        beside={REPORT: put(document(Kind.POLITICAL_REPORT, ready.NOT_CONSULTED_ON))},
        kind=CAUTION,
        figures={"value": 0, "limit": 1, "gate": "G6"},
    ),
    ready_but(
        rule="gate_opinions",
        beside={REPORT: put(document(Kind.POLITICAL_REPORT, ready.CONSULTED))},
        kind=CAUTION,
        figures={"value": "IN_CONSULTATION"},
    ),
    ready_but(rule="gate_opinions", beside={REPORT: gone}, kind=GAP, figures={"gate": "G6"}),
    ready_but(
        rule="gate_documents",
        beside={Kind.RESOLUTION.value: put(document(Kind.RESOLUTION, ready.NOT_FINAL))},
        figures={"value": False, "limit": True},
    ),
    ready_but(rule="gate_documents", beside={Kind.RESOLUTION.value: withdrawn}, kind=GAP),
    # The paper of a cell's congress is not one of this congress.
    ready_but(
        rule="gate_documents",
        beside={Kind.RESOLUTION.value: put(document(Kind.RESOLUTION, level=Level.CELL))},
        kind=GAP,
    ),
    ready_but(
        rule="gate_documents",
        beside={SCHEME: put(ready.scheme(s.APPRAISING))},
        figures={"value": False},
    ),
    ready_but(rule="gate_documents", beside={SCHEME: gone}, kind=GAP),
    ready_but(
        rule="gate_documents",
        beside={SCHEME: put(ready.scheme(s.NO_ELECTION_AGREED))},
        figures={"value": False},
    ),
    ready_but(
        rule="gate_superior",
        beside={Kind.RESOLUTION.value: put(document(Kind.RESOLUTION, ready.APPRAISED))},
        figures={"value": False},
    ),
    ready_but(rule="gate_superior", beside={Kind.RESOLUTION.value: gone}, kind=GAP),
    ready_but(rule="gate_superior", beside={SCHEME: gone}, kind=GAP),
    ready_but(
        rule="gate_date",
        subject={"planned_opening": date(2020, 6, 30)},
        figures={"value": "2020-06-30", "limit": "2020-06-30", "op": "before"},
    ),
    ready_but(
        rule="gate_date",
        subject={"planned_opening": date(2020, 3, 31)},
        figures={"value": "2020-03-31", "limit": "2020-04-01"},
    ),
    ready_but(rule="gate_date", subject={"planned_days": 3}, figures={"value": 3, "limit": 2}),
    ready_but(rule="gate_date", subject={"planned_days": None}, kind=GAP),
    ready_but(
        rule="gate_date",
        beside={ANNOUNCED: put(announcement(opening=date(2020, 5, 29)))},
        figures={"value": "2020-05-29", "limit": "2020-05-28"},
    ),
    ready_but(rule="gate_date", beside={ANNOUNCED: gone}, kind=GAP),
    ready_but(rule="gate_date", beside={ANNOUNCED: put(postponed())}, kind=GAP),
    ready_but(
        rule="gate_date",
        beside={ANNOUNCED: put(announcement(limits=(BEFORE_28_MAY,)))},
        figures={"about": "12-CV/ĐUK", "value": "2020-05-28", "limit": "2020-05-27"},
    ),
    ready_but(
        rule="gate_suspension",
        beside={"tam-hoan-dang-bo": put(suspension(lifted=False))},
        figures={"value": "SUSPENDED"},
    ),
    ready_but(rule="gate_suspension", beside={"tam-hoan-dang-bo": gone}, kind=GAP),
)
PEOPLE = (
    ready_but(
        rule="gate_cells",
        beside={"dai-hoi-cb2": put(cell("cb2", c.HELD))},
        figures={"about": "cb2", "value": "HELD", "limit": ["CLOSED", "REPORTED"]},
    ),
    ready_but(rule="gate_cells", subject={"cells": 3}, figures={"value": 2, "limit": 3}),
    ready_but(rule="gate_cells", subject={"cells": None}, kind=GAP),
    ready_but(
        rule="gate_cells", beside=dict.fromkeys(("dai-hoi-cb1", "dai-hoi-cb2"), gone), kind=GAP
    ),
    ready_but(
        rule="gate_personnel",
        beside={RUN: put(ready.run(r.TRACK_F_RUNNING))},
        figures={"about": RUN, "value": "TRACK_F_RUNNING"},
    ),
    ready_but(
        rule="gate_personnel",
        beside={RUN: put(ready.run(seats=10))},
        figures={"value": 0, "limit": 1},
    ),
    ready_but(
        rule="gate_personnel",
        beside={RUN: put(ready.run(seats=7))},
        figures={"value": 3, "limit": 2},
    ),
    ready_but(
        rule="gate_personnel",
        beside={RUN: put(ready.run(seats=None))},
        kind=GAP,
        figures={"seats": None, "candidates": 10},
    ),
    ready_but(rule="gate_personnel", beside={RUN: gone}, kind=GAP, figures={"gate": "G8"}),
    ready_but(
        rule="gate_complaints",
        beside={"don": put(letter(q.IN_PROGRESS))},
        kind=CAUTION,
        figures={"value": ["don"], "gate": "G10"},
    ),
    ready_but(
        rule="gate_complaints",
        beside={"don": put(letter(q.RECEIVED))},
        kind=CAUTION,
        figures={"value": ["don"]},
    ),
    ready_but(
        rule="gate_complaints",
        beside={"don-muon": put(letter(q.FROZEN, "don-muon"))},
        kind=CAUTION,
        figures={"about": "don-muon", "value": False},
    ),
    ready_but(rule="gate_complaints", beside=dict.fromkeys(("don", "don-muon"), gone), kind=GAP),
    # Under a reading that holds every gate mandatory the same is a breach.
    ready_but(
        rule="gate_complaints",
        beside={"don": put(letter(q.IN_PROGRESS))},
        chosen=ALL_GATES,
        figures={"value": ["don"], "limit": []},
    ),
)
PLANTED = (*ORGANISATION, *PAPERS, *PEOPLE)


@pytest.mark.parametrize("planted", PLANTED, ids=ids(PLANTED))
def test_one_wrong_fact_is_found(planted: Planted, readings: Readings2020) -> None:
    """The gate names the planted fact with its figures and citation; without it, it is content."""
    assert proved(planted, readings).citations[0].article


def remarks(readings: Readings2020, planted: Planted) -> dict[str, FindingKind]:
    """Return what the rules find in the declaration with a fact planted, each by its kind."""
    step = next(step for step in walked("whole", readings).taken if step.row == "P8")
    verdict = engine_of(book, readings, planted.chosen).judge(*plant(planted, step, follow))
    return {finding.rule.partition("/")[2]: finding.kind for finding in verdict.findings}


def late_letter(kind: q.ComplaintKind, received: date) -> Case[Any]:
    """Return an open letter on the congress that came on the day given."""
    told = q.Classify(on=received, kind=kind, about_congress=True)
    subject = q.Complaint(level=Level.GRASSROOTS, congress=ready.CONGRESS)
    got = q.Receive(on=received, first_received=received)
    return stand(q.complaint_case, subject, q.IN_PROGRESS, got, told, id="don", on=received)


@pytest.mark.parametrize("held", ["congress", "cell"])
def test_letters_of_another_time_do_not_hold_up_the_congress(
    held: str, readings: Readings2020
) -> None:
    """An election complaint is the ratification's, and so is what came after the opening."""
    opened, after = date(2020, 5, 28), date(2020, 6, 11)
    if held == "congress":
        whole = stand(
            k.congress,
            k.Congress(unit=ready.UNIT, level=Level.GRASSROOTS),
            k.CLOSED,
            k.Open(on=opened),
            id=ready.CONGRESS,
            on=opened,
        )
    else:
        of_cell = c.CellCongress(cell=ready.UNIT)
        whole = stand(
            c.cell_congress, of_cell, c.HELD, c.Hold(on=opened), id=ready.CONGRESS, on=opened
        )
    denounced, complained = q.ComplaintKind.DENUNCIATION, q.ComplaintKind.ELECTION_COMPLAINT
    for kind, day, counts in (
        (denounced, opened, True),
        (denounced, after, False),
        (complained, opened, False),
        (complained, after, False),
    ):
        beside = {"don": put(late_letter(kind, day)), ready.CONGRESS: put(whole)}
        found = remarks(readings, ready_but(rule="", beside=beside))
        assert ("gate_complaints" in found) is counts, (kind, day)


REFUSED: dict[str, Any] = {SCHEME: put(ready.scheme(s.NO_ELECTION_AGREED)), RUN: gone}


def test_a_congress_of_three_contents(readings: Readings2020) -> None:
    """Where the committee is not elected, the superior's consent stands for scheme and run."""
    three = ready_but(rule="", subject={"contents": 3}, beside=REFUSED)
    assert not remarks(readings, three)
    four = remarks(readings, ready_but(rule="", beside=REFUSED))
    assert {"gate_documents", "gate_superior", "gate_personnel"} == set(four)


def test_a_congress_of_two_contents(readings: Readings2020) -> None:
    """Where nobody is elected there is no scheme at all, and none is asked for."""
    two = ready_but(rule="", subject={"contents": 2}, beside={SCHEME: gone, RUN: gone})
    assert not remarks(readings, two)


def test_the_run_and_the_scheme_of_a_cell_are_its_own(readings: Readings2020) -> None:
    """A scheme of another run, or one that is not begun, says nothing of this congress's list."""
    begun = stand(
        s.personnel_scheme, s.Scheme(run="khac", level=Level.CELL, seats=3), s.APPROVED, id="z"
    )
    own = ready.scheme(s.NOT_STARTED)
    for case in (begun, own):
        found = remarks(readings, ready_but(rule="", beside={case.id: put(case)}))
        assert "gate_personnel" not in found


MODULES = (gates_organisation, gates_papers, gates_people)


def test_no_gate_is_left_out(readings: Readings2020) -> None:
    """The fourteen gates each have a rule with a planted fact; with all on record none objects."""
    # How a percentage is printed is asked of sources only: planted among the attested facts.
    assert left_out(PLANTED, *MODULES) == {"percent_printed"}
    names = {module.__name__ for module in MODULES}
    rules = [rule for rule in book.rules if rule.function.__module__ in names]
    assert {rule.subject for rule in rules} - {"percent_printed"} == set(ready.GATES)
    assert not remarks(readings, ready_but(rule=""))


def test_gates_that_are_not_mandatory_do_not_refuse(readings: Readings2020) -> None:
    """The same wrong fact is a caution under one reading and a breach under the other."""
    wrong = ready_but(rule="gate_inspection", past={p.Inspect: {"answered": 4}})
    assert remarks(readings, wrong) == {"gate_inspection": CAUTION}
    mandatory = attrs.evolve(wrong, chosen=ALL_GATES)
    assert remarks(readings, mandatory) == {"gate_inspection": FindingKind.BREACH}


def test_petitions_that_nobody_counted(readings: Readings2020) -> None:
    """Of an inspection without figures of petitions only the gate says that they are not known."""
    unknown = ready_but(rule="", past={p.Inspect: {"petitions": None, "answered": None}})
    assert remarks(readings, unknown) == {"gate_inspection": GAP}
