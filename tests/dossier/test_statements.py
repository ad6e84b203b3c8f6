"""What a dossier attests: read from its tables, routed to the gates, never added to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from congress_flow.dossier import read
from congress_flow.dossier._filing import declaration
from congress_flow.errors import UsageError
from congress_flow.procedures import Body, Explanation
from congress_flow.procedures.preparation import (
    ApprovalStatement,
    CellsStatement,
    DeclareReady,
    PaperState,
    Says,
    SurplusStatement,
)
from tests.dossier.made import Raw, bare, made, problems
from tests.dossier.test_reading import ARTICLE

DAY = date(2020, 5, 28)


def declared(raw: Raw, day: date = DAY) -> DeclareReady:
    """Return the declaration of readiness that a dossier would make on a day."""
    return declaration(made(raw), day)


def test_the_article_attests_what_it_says() -> None:
    """Cells, surplus, approval, papers and basis of the article, each with its sentence."""
    act = declaration(read(ARTICLE, ()), DAY)
    assert act.by is Body.EXECUTIVE_COMMITTEE
    assert [each.gate for each in act.statements] == [f"G{number}" for number in range(1, 15)]
    assert act.cells == CellsStatement(
        done=12,
        total=12,
        first=date(2020, 1, 16),
        last=date(2020, 5, 3),
        ballots=1,
        sources=("P2.S5",),
    )
    assert act.surplus == SurplusStatement(
        printed="18,18%", seats=11, candidates=13, derived=True, sources=("P5.S3",)
    )
    assert act.approval == ApprovalStatement(
        approved=True,
        by_committee=True,
        on=None,
        papers=("bao-cao-chinh-tri", "bao-cao-kiem-diem", "de-an-nhan-su"),
        sources=("P5.S4",),
    )
    assert [each.kind for each in act.papers] == [
        "political_report",
        "review_report",
        "personnel_scheme",
        "congress_programme",
        "chairing_script",
        "resolution",
        "action_programme",
    ]
    assert [each.id for each in act.basis] == [
        "35-CT",
        "187-KH",
        "78-KH",
        "09-HD",
        "10-KH",
        "11-KH",
        "12-KH",
    ]
    assert [each.words[1][:6] for each in act.tensions] == [
        "title:",
        "the gu",
        "cells ",
        "the ap",
        "signed",
    ]


def test_every_unknown_of_the_article_has_its_gate() -> None:
    """Each of the eight stands with the gates that it names or whose evidence it concerns."""
    act = declaration(read(ARTICLE, ()), DAY)
    found = {each.gate: [en for _, en in each.unknown] for each in act.statements if each.unknown}
    assert {gate: len(words) for gate, words in found.items()} == {
        "G1": 1,
        "G4": 1,
        "G5": 1,
        "G8": 2,
        "G9": 1,
        "G10": 1,
        "G12": 1,
    }
    assert found["G1"] == ["what plan 12-KH/ĐU changed in plans 10 and 11"]


def test_where_an_unknown_goes() -> None:
    """To the gates named; else by evidence; else by table; what fits nowhere to the basis."""
    raw = bare(
        figure=[{"id": "f"}],
        gate=[{"id": "G5", "evidence": ["f"]}, {"id": "G6", "evidence": "f"}],
        unknown=[
            {"what": "a", "for": ["G6", "f"]},
            {"what": "b", "for": ["f"], "vi": "bê"},
            {"what": "c", "for": ["congress"]},
            {"what": "d", "for": ["document"]},
            {"what": "e"},
        ],
    )
    found = {each.gate: each for each in declared(raw).statements}
    assert list(found) == ["G5", "G6", "G1", "G12"]
    assert found["G5"].unknown == (("bê", "b"),)
    assert found["G6"].unknown == (("a", "a"), ("bê", "b"))
    assert found["G1"].unknown == (("d", "d"), ("e", "e"))
    assert found["G12"].says is Says.NOT_TOLD


def test_words_in_both_languages() -> None:
    """`vi` holds the Vietnamese words; where they are missing the others serve for both."""
    raw = bare(
        gate=[{"id": "G1", "says": "done", "missing": ["day", "place"], "vi": "ngày"}],
        tension=[{"what": "a", "vi": "á"}, {"what": "b"}],
    )
    act = declared(raw)
    assert act.statements[0].missing == (("ngày", "day"), ("place", "place"))
    assert [each.words for each in act.tensions] == [("á", "a"), ("b", "b")]


def test_what_happens_later_is_not_attested_yet() -> None:
    """Events, papers and cells' congresses after the day of the declaration do not count."""
    raw = bare(
        document=[
            {"id": "a", "number": "01-KH/ĐU", "date": date(2020, 1, 1)},
            {"id": "b", "number": "02-KH/ĐU", "date": date(2020, 6, 1)},
            {"id": "c", "number": "none"},
        ],
        event=[
            {"kind": "approval", "date": date(2020, 6, 1), "status": "done"},
            {"kind": "cell congresses", "from": date(2020, 1, 1), "until": date(2020, 6, 1)},
        ],
        cell=[
            {"id": "cb1", "congress": date(2020, 3, 1)},
            {"id": "cb2", "congress": date(2020, 6, 1)},
            {"id": "cb3"},
        ],
    )
    act = declared(raw)
    assert [each.id for each in act.basis] == ["a"]
    assert act.approval is None
    assert act.cells == CellsStatement(
        done=1, total=2, first=date(2020, 3, 1), last=date(2020, 3, 1)
    )
    later = declared(raw, date(2020, 6, 1))
    assert len(later.basis) == 2
    assert later.approval is not None
    assert later.cells == CellsStatement(
        total=2, first=date(2020, 1, 1), last=date(2020, 6, 1), ballots=None
    )


def test_nothing_told_is_nothing_attested() -> None:
    """A dossier that says nothing gives a declaration without a statement."""
    act = declared(bare())
    assert act == DeclareReady(on=DAY, by=Body.EXECUTIVE_COMMITTEE)


def test_figures_of_the_cells() -> None:
    """So many of so many; the figure without `of` tells the rounds; others are none of it."""
    raw = bare(
        figure=[
            {"id": "a", "count": 3, "of": 4},
            {"id": "b", "count": 2},
            {"id": "c", "count": 9, "of": 9},
            {"id": "d"},
        ],
        gate=[{"id": "G5", "evidence": ["a", "b", "d"]}],
    )
    assert declared(raw).cells == CellsStatement(done=3, total=4, ballots=2)
    raw["event"] = [{"kind": "cell congresses", "date": date(2020, 2, 1)}, {"kind": "notice"}]
    assert declared(raw).cells == CellsStatement(
        done=3, total=4, ballots=2, first=date(2020, 2, 1), last=date(2020, 2, 1)
    )
    raw["event"].append({"kind": "cell congresses"})
    assert declared(raw).cells == CellsStatement(done=3, total=4, ballots=2)


def test_surplus_as_told_or_derived() -> None:
    """Seats and candidates that are told stand before a derived figure, which is marked."""
    figure = {"seats": 11, "candidates": 13, "confidence": "derived"}
    raw = bare(personnel={"surplus_printed": "18,18%"}, figure=[figure])
    assert declared(raw).surplus == SurplusStatement(
        printed="18,18%", seats=11, candidates=13, derived=True
    )
    raw["personnel"] |= {"seats": 22, "candidates": 26}
    assert declared(raw).surplus == SurplusStatement(printed="18,18%", seats=22, candidates=26)
    raw = bare(personnel={"surplus_printed": "18,18%"})
    assert declared(raw).surplus == SurplusStatement(printed="18,18%")
    raw = bare(figure=[{**figure, "confidence": "reported"}])
    assert declared(raw).surplus == SurplusStatement(seats=11, candidates=13)


def test_who_approved() -> None:
    """The superior committee, its standing committee, or not to be told from the words."""
    event: Raw = {"kind": "approval", "by": "cap-tren", "status": "done", "date": date(2020, 5, 1)}
    raw = bare(event=[event])
    raw["actor"].append({"id": "btv", "kind": "standing committee", "of": "cap-tren"})
    assert _approval(raw).by_committee is True
    assert _approval(raw).on == date(2020, 5, 1)
    raw["event"] = [{**event, "by": "btv"}]
    assert _approval(raw).by_committee is False
    raw["event"] = [event, {**event, "by": ["btv"], "date": "unknown", "status": "planned"}]
    assert _approval(raw).by_committee is None
    assert (_approval(raw).on, _approval(raw).approved) == (None, False)


def _approval(raw: Raw) -> Any:
    return declared(raw).approval


def test_papers_in_words() -> None:
    """A paper of a kind that is not known keeps its own words; one without a state is none."""
    raw = bare(
        document=[
            {"id": "a", "type": "Báo cáo chính trị", "opinions": "all steps done"},
            {"type": "lời chào", "completion": "none"},
            {"id": "c", "approval": "approved"},
            {"id": "d", "type": "plan"},
        ]
    )
    assert declared(raw).papers == (
        PaperState(id="a", kind="political_report", opinions="all steps done"),
        PaperState(id="document[1]", kind="lời chào", completion=""),
        PaperState(id="c", kind="", approval="approved"),
    )


@pytest.mark.parametrize("name", ["", " "])
def test_a_paper_without_an_id_is_refused(name: str) -> None:
    """Of a kind that is not known the id is all there is to call it by; a file is told the spot."""
    with pytest.raises(UsageError, match="a paper without an id"):
        PaperState(id=name, kind="lời chào")
    act = {"case": "preparation", "does": "declare_ready", "on": DAY, "by": "dang-uy"}
    ((path, words),) = problems(bare(act=[{**act, "papers": [{"id": name, "kind": "lời chào"}]}]))
    assert path == "act[0].papers[0]"
    assert "id: a paper without an id" in words


def test_a_recorded_declaration_speaks_for_itself() -> None:
    """What the latest act says stands in the declaration; explanations come from both."""
    raw = bare(
        explanation=[{"rule": "x/a", "words": "một"}],
        gate=[{"id": "G1", "says": "done"}],
        act=[
            {
                "case": "preparation",
                "does": "declare_ready",
                "on": date(2020, 5, 1),
                "by": "standing_committee",
                "minutes": "BB-09",
                "explained": {"x/b": "hai"},
                "cells": {"done": 1, "total": 2},
            },
            {"case": "preparation", "does": "declare_ready", "on": date(2020, 6, 1)},
        ],
    )
    act = declared(raw)
    assert (act.on, act.by, act.minutes) == (DAY, Body.STANDING_COMMITTEE, "BB-09")
    assert act.cells == CellsStatement(done=1, total=2)
    assert act.explained == (Explanation("x/a", "một"), Explanation("x/b", "hai"))
    assert len(act.statements) == 1
