"""The gates of readiness where a source is heard: what it says, what it leaves open, and in part.

An attested fact passes a gate only with a caution that names its source.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import attrs
import pytest

from congress_flow import Fault, Finding, Level
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import document_life as d
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import preparation as p
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book
from tests.cases import follow
from tests.elections.planted import Planted, ids, plant
from tests.planted.planting import changed
from tests.preparation import ready
from tests.preparation.planted import CAUTION, GAP, proved, put, walked
from tests.preparation.ready import (
    ABOVE,
    DIRECTIVE,
    GATES,
    PLAN,
    REPORT,
    SCHEME,
    SOURCES,
    cell,
    document,
    statement,
)
from tests.proving import engine_of

Kind = d.DocumentKind
told = partial(Planted, walk="told", row="P8")
in_part = partial(Planted, walk="in_part", row="P8")
PRINTED: dict[str, Any] = {"printed": "18,18%", "sources": SOURCES}


def says(gate: str, said: p.Says, **facts: Any) -> dict[str, Any]:
    """Return the statements when the source says something else of one gate."""
    other = statement(gate, said, **facts)
    return {"statements": tuple(other if x == gate else statement(x) for x in GATES)}


def silent(*gates: str) -> dict[str, Any]:
    """Return the statements when the source says nothing of some gates."""
    return {"statements": tuple(statement(x) for x in GATES if x not in gates)}


def papers(**facts: Any) -> dict[str, Any]:
    """Return the papers when the source says something else of the first, the political report."""
    first, *rest = ready.attested().papers
    return {"papers": (attrs.evolve(first, **facts), *rest)}


def cells(**facts: Any) -> dict[str, Any]:
    """Return the statement on the cells with other facts."""
    return {"cells": attrs.evolve(ready.attested().cells, **facts)}


def surplus(**facts: Any) -> dict[str, Any]:
    """Return the statement on the surplus with other facts."""
    return {"surplus": p.SurplusStatement(**{**PRINTED, **facts})}


WORDS = (("số quyết định", "numbers of the decisions"),)
ANY_GATE = tuple(
    told(
        rule=rule,
        now=says(gate, p.Says.PLANNED),
        kind=GAP,
        figures={"gate": gate, "says": "planned"},
    )
    for gate, rule in (
        ("G2", "gate_dissemination"),
        ("G3", "gate_assignment"),
        ("G4", "gate_bodies"),
        ("G5", "gate_cells"),
        ("G6", "gate_opinions"),
        ("G7", "gate_documents"),
        ("G8", "gate_personnel"),
        ("G9", "gate_superior"),
        ("G10", "gate_complaints"),
        ("G11", "gate_inspection"),
        ("G13", "gate_logistics"),
        ("G14", "gate_suspension"),
    )
)
HEARD = (
    told(rule="gate_bodies", now=silent("G4"), kind=GAP, figures={"gate": "G4"}),
    told(
        rule="gate_bodies",
        now=says("G4", p.Says.NOT_TOLD, unknown=WORDS),
        kind=GAP,
        figures={"unknown": "numbers of the decisions"},
    ),
    told(
        rule="gate_bodies",
        now=says("G4", p.Says.DONE, missing=WORDS),
        kind=CAUTION,
        figures={"unknown": "numbers of the decisions"},
    ),
    told(
        rule="gate_inspection",
        now=says("G11", p.Says.UNDER_WAY),
        kind=CAUTION,
        figures={"says": "under way"},
    ),
    told(rule="gate_basis", now={"basis": (DIRECTIVE, ABOVE)}, figures={"value": 0, "limit": 1}),
    told(
        rule="gate_basis",
        now={"basis": (DIRECTIVE, PLAN)},
        figures={"value": 0, "limit": 1},
    ),
    told(
        rule="gate_basis",
        now={"basis": (DIRECTIVE, attrs.evolve(ABOVE, issued=None), PLAN)},
        kind=GAP,
        figures={"about": "78-KH/ĐUK", "value": None},
    ),
    told(
        rule="gate_basis",
        now=says("G1", p.Says.DONE, unknown=(("ngày sửa", "day of the amendment"),)),
        kind=CAUTION,
        figures={"unknown": "day of the amendment"},
    ),
    told(
        rule="gate_basis",
        now={"tensions": (p.Tension(words=("hai ngày", "two days"), sources=("P2.S1",)),)},
        kind=CAUTION,
        figures={"tension": "two days"},
    ),
    told(rule="gate_basis", now={"basis": (), **silent("G1")}, kind=GAP, figures={"gate": "G1"}),
    told(rule="gate_basis", now=says("G1", p.Says.PLANNED), kind=GAP, figures={"says": "planned"}),
    told(
        rule="gate_basis",
        now=silent("G1"),
        kind=CAUTION,
        figures={"papers": ["35-ct", "78-kh", "10-kh"]},
    ),
    told(
        rule="percent_printed",
        now=surplus(printed="18,19 %", seats=11, candidates=13),
        kind=CAUTION,
        figures={"value": "18,19", "limit": "18,18"},
    ),
    told(rule="gate_directive", now={"basis": (ABOVE, PLAN)}, figures={"value": False}),
    told(
        rule="gate_documents",
        now=papers(approval=None),
        kind=GAP,
        figures={"document": "political_report", "completion": None},
    ),
    told(
        rule="gate_documents",
        now=papers(id="loi-chao", kind="lời chào"),
        kind=CAUTION,
        figures={"document": "loi-chao"},
    ),
    told(
        rule="gate_superior",
        now={"approval": p.ApprovalStatement(approved=True, papers=("bc",), sources=SOURCES)},
        kind=CAUTION,
        figures={"approved": True, "on": None, "papers": ["bc"]},
    ),
    told(rule="gate_superior", now={"approval": None, **silent("G9")}, kind=GAP),
    told(rule="gate_cells", now=cells(done=1), figures={"value": 1, "limit": 2}),
    told(rule="gate_cells", now=cells(total=None), kind=GAP),
    told(rule="gate_cells", now={**cells(done=None), **silent("G5")}, kind=GAP),
    told(rule="gate_cells", now={"cells": None, **silent("G5")}, kind=GAP),
    told(
        rule="gate_cells",
        now=cells(first=None),
        kind=CAUTION,
        figures={"done": 2, "of": 2, "first": None},
    ),
    # 18,18 % is 2/11, and 17 % is nothing that is printed of so small a committee.
    told(
        rule="gate_personnel",
        now=surplus(printed="17,01"),
        kind=GAP,
        figures={"printed": "17,01"},
    ),
    told(rule="gate_personnel", now=surplus(printed="?"), kind=GAP, figures={"printed": "?"}),
    told(
        rule="gate_personnel",
        now=surplus(seats=12, candidates=14),
        kind=GAP,
        figures={"printed": "18,18"},
    ),
    told(
        rule="gate_personnel",
        now=surplus(printed="36,36%"),
        figures={"value": 4, "limit": 3},
    ),
    told(
        rule="gate_personnel",
        now=surplus(printed="22,22%"),
        kind=CAUTION,
        figures={"seats": 9, "candidates": 11, "printed": "22,22"},
    ),
    told(
        rule="gate_date",
        now=says("G12", p.Says.PLANNED, missing=(("giờ", "the hour"),)),
        kind=GAP,
        figures={"unknown": "the hour"},
    ),
    told(
        rule="gate_date",
        now=says("G12", p.Says.NOT_TOLD),
        kind=CAUTION,
        figures={"says": "not told"},
    ),
    told(
        rule="gate_date",
        subject={"planned_opening": date(2020, 6, 30)},
        figures={"value": "2020-06-30", "limit": "2020-06-30"},
    ),
)
PARTLY = (
    # What a record lacks the source may tell; what a record says, it does not.
    in_part(rule="gate_bodies", now=silent("G4"), kind=CAUTION, figures={"value": ""}),
    in_part(rule="gate_cells", now={"cells": None}, figures={"value": 1, "limit": 2}),
    in_part(rule="gate_cells", now=cells(done=1), figures={"value": 1, "limit": 2}),
    in_part(rule="gate_cells", now=cells(done=3, total=3), figures={"value": 1, "limit": 2}),
    in_part(
        rule="gate_cells",
        subject={"cells": None},
        now=cells(done=3, total=3),
        kind=CAUTION,
        figures={"done": 3, "of": 3},
    ),
    in_part(
        rule="gate_cells",
        beside={"dai-hoi-cb1": put(cell("cb1", c.HELD))},
        figures={"about": "cb1", "value": "HELD"},
    ),
    in_part(
        rule="gate_documents",
        now={"papers": (), **silent("G7")},
        kind=GAP,
        figures={"value": None},
    ),
    in_part(
        rule="gate_documents",
        beside={REPORT: put(document(Kind.POLITICAL_REPORT, ready.NOT_FINAL))},
        figures={"value": False},
    ),
    in_part(
        rule="gate_superior",
        now={"papers": (), **silent("G9")},
        kind=GAP,
        figures={"value": None},
    ),
    in_part(
        rule="gate_superior",
        beside={SCHEME: put(ready.scheme(s.RETURNED))},
        figures={"value": False},
    ),
)
PLANTED = (*ANY_GATE, *HEARD, *PARTLY)


@pytest.mark.parametrize("planted", PLANTED, ids=ids(PLANTED))
def test_one_wrong_fact_is_found(planted: Planted, readings: Readings2020) -> None:
    """The gate says what the source leaves open or gets wrong, and before it does not say so."""
    assert proved(planted, readings).citations[0].article


def findings(readings: Readings2020, planted: Planted) -> dict[str, list[Finding]]:
    """Return what the rules find in the attested declaration with a fact planted."""
    (step,) = walked("told", readings).taken
    verdict = engine_of(book, readings, planted.chosen).judge(*plant(planted, step, follow))
    found: dict[str, list[Finding]] = {}
    for finding in verdict.findings:
        found.setdefault(finding.rule.partition("/")[2], []).append(finding)
    return found


def test_what_is_attested_passes_with_its_source(readings: Readings2020) -> None:
    """Each of the fourteen gates passes with a caution that names the sentence it rests on."""
    (step,) = walked("told", readings).taken
    verdict = walked("told", readings).engine.judge(step.case, step.event, step.beside)
    assert verdict.allowed
    rules = {rule.id: rule.subject for rule in book.rules}
    named = {rules[f.rule] for f in verdict.cautions if f.sources == SOURCES}
    assert named == set(GATES)


def test_18_18_percent_is_two_of_eleven(readings: Readings2020) -> None:
    """Recomputed, derived: no whole number lies in 10 to 15 % of eleven, and the cap allows 3."""
    found = findings(readings, told(rule=""))["gate_personnel"]
    derived = next(each for each in found if "confidence" in each.figures)
    assert derived.figures["confidence"] == "derived"
    assert "2/11" in derived.text.vi
    assert [each.kind for each in found] == [CAUTION] * 3


def test_of_a_level_without_a_size_nothing_is_recomputed(readings: Readings2020) -> None:
    """Above the grassroots no size of the committee is known that a printed share could be of."""
    above = told(rule="", subject={"level": Level.UPPER_GRASSROOTS})
    found = findings(readings, above)["gate_personnel"]
    assert [dict(each.figures) for each in found] == [{"evidence": [], "says": "done"}]


def test_of_a_level_without_a_length_none_is_asked(readings: Readings2020) -> None:
    """No text on the length of a cell's congress holds in 2020: a week is not objected to."""
    cell_congress = told(rule="", subject={"level": Level.CELL, "planned_days": 7})
    assert "limit" not in {
        name for each in findings(readings, cell_congress)["gate_date"] for name in each.figures
    }
    grassroots = told(
        rule="gate_date", subject={"planned_days": 7}, figures={"value": 7, "limit": 2}
    )
    assert proved(grassroots, readings).kind is grassroots.kind


def test_an_approval_that_is_only_planned(readings: Readings2020) -> None:
    """It has no day to ask for; who is to approve is told by the standing committee's name."""
    planned = p.ApprovalStatement(approved=False, by_committee=False, sources=SOURCES)
    found = findings(readings, told(rule="", now={"approval": planned}))["gate_superior"]
    assert len(found) == 1


def test_no_empty_or_unknown_fact_crashes_a_gate(readings: Readings2020) -> None:
    """Every fact of an attested declaration in turn made empty, unknown or other: rules answer."""
    engine = engine_of(book, readings, {})
    asked = empty = 0
    for name in ("told", "in_part"):
        step = walked(name, readings).taken[-1]
        for way, event in changed(step.event):
            if event.on is None:
                continue
            verdict = engine.judge(step.case, event, step.beside)
            crashed = [f.text.en for f in verdict.findings if f.fault is Fault.CRASHED]
            assert not crashed, way
            asked += 1
            empty += "papers[" in way
    assert asked > 1000
    assert empty > 100
