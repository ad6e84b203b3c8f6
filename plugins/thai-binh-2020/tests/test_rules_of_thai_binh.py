"""What the province and its block ask beyond the national law, and how its open points are read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest

from congress_flow import (
    Case,
    Confidence,
    Engine,
    Fault,
    Finding,
    FindingKind,
    Level,
    Loaded,
    PluginState,
    Severity,
    Shelf,
    Verdict,
    load,
)
from congress_flow.dossier import read, review
from congress_flow.errors import BadInput
from congress_flow.procedures import preparation as p
from congress_flow.reckoning import Contest, Surplus, SurplusVerdict
from congress_flow_thai_binh_2020.readings import READINGS
from congress_flow_thai_binh_2020.rules import book
from congress_flow_vn_2020.election_law import election_law
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book as vn_2020
from tests.cases import follow
from tests.planted.planting import Moment, moments

FILE = Path(__file__).parents[3] / "docs" / "examples" / "so-mau-2020.toml"
AFTER = date(2021, 12, 31)
NATIONAL, PROVINCIAL, OF_BLOCK = "35-CT/TW", "187-KH/TU", "78-KH/ĐUK"
PLANNED = date(2019, 11, 28)
READY = date(2020, 5, 20)
SAID = "theo bài báo năm 2020; chưa đọc được toàn văn"


@cache
def loaded(*names: str) -> Loaded:
    """Load some plugins, once for this file."""
    return load(names=names)


def engine(*names: str) -> Engine:
    """Return an engine on the shelf of some plugins; without names, of both."""
    return Engine(loaded(*(names or ("vn-2020", "thai-binh-2020"))).shelf)


def found(verdict: Verdict, rule: str) -> list[Finding]:
    """Return what a rule of this book found, cited as reported."""
    findings = [each for each in verdict.findings if each.rule == f"{book.id}/{rule}"]
    for each in findings:
        assert {citation.article for citation in each.citations} == {SAID}
        assert each.confidence is Confidence.REPORTED
    return findings


def opened(level: Level = Level.GRASSROOTS) -> Case[p.Preparation]:
    """Return a preparation that has begun."""
    return follow(p.preparation, p.Preparation(level=level))


# --- The bases of a plan --------------------------------------------------------------------------


def plan(bases: Iterable[str] | None, on: date = PLANNED) -> p.AdoptPlan:
    """Return the adoption of a plan that rests on papers of these numbers."""
    papers = None if bases is None else tuple(map(paper, bases))
    return p.AdoptPlan(on=on, plan=paper("10-KH/ĐU"), bases=papers)


def paper(number: str) -> p.Paper:
    """Return a paper of which the number is told."""
    return p.Paper(id=number, type="plan", number=number)


@pytest.mark.parametrize(
    ("level", "bases", "lacking"),
    [
        (Level.GRASSROOTS, (NATIONAL, PROVINCIAL, OF_BLOCK), []),
        (Level.GRASSROOTS, (NATIONAL, OF_BLOCK), [PROVINCIAL]),
        (Level.GRASSROOTS, (NATIONAL, PROVINCIAL), [OF_BLOCK]),
        (Level.CELL, (NATIONAL,), [PROVINCIAL, OF_BLOCK]),
        (Level.GRASSROOTS, (), [PROVINCIAL, OF_BLOCK]),
        # Each plan is for the levels below its own: the block is not bound by its own plan.
        (Level.UPPER_GRASSROOTS, (NATIONAL, PROVINCIAL), []),
        (Level.UPPER_GRASSROOTS, (NATIONAL,), [PROVINCIAL]),
        (Level.PROVINCE, (NATIONAL,), []),
        # What is not known at all is asked for by the national law.
        (Level.GRASSROOTS, None, []),
    ],
)
def test_the_bases_of_a_plan(
    level: Level, bases: tuple[str, ...] | None, lacking: list[str]
) -> None:
    """187-KH/TU and 78-KH/ĐUK stand among them, each for the levels below its own."""
    verdict = engine().judge(opened(level), plan(bases))
    assert f"{book.id}/local_basis" in verdict.consulted
    findings = found(verdict, "local_basis")
    assert [each.figures["value"] for each in findings] == lacking
    assert {each.kind for each in findings} <= {FindingKind.BREACH}
    assert bases is not None or not verdict.allowed


def test_no_plan_of_the_block_before_there_was_one() -> None:
    """The block's plan is of 8 November 2019: the day before nothing is asked here."""
    for on, asked in ((date(2019, 11, 7), False), (date(2019, 11, 8), True)):
        verdict = engine().judge(opened(), plan((NATIONAL,), on))
        assert (f"{book.id}/local_basis" in verdict.consulted) is asked
        assert bool(found(verdict, "local_basis")) is asked


# --- The guidance passed on -----------------------------------------------------------------------


def passed_on(*papers: str) -> tuple[p.Disseminate, ...]:
    """Return the dissemination of some papers."""
    told: dict[str, Any] = {"directive": True, "addressees": ("ban chấp hành",)}
    return tuple(p.Disseminate(on=date(2020, 3, 20), paper=paper, **told) for paper in papers)


@pytest.mark.parametrize(
    ("level", "papers", "lacking"),
    [
        (Level.GRASSROOTS, (NATIONAL, "09-HD/BTCĐUK"), False),
        (Level.GRASSROOTS, (NATIONAL,), True),
        # Where it is not recorded what was passed on, the source is heard (gate G2).
        (Level.GRASSROOTS, (), False),
        # It is guidance to the units below the block.
        (Level.UPPER_GRASSROOTS, (NATIONAL,), False),
        (Level.PROVINCE, (NATIONAL,), False),
    ],
)
def test_the_guidance_of_the_block(level: Level, papers: tuple[str, ...], lacking: bool) -> None:  # noqa: FBT001
    """09-HD/BTCĐUK stands among the papers passed on before readiness is declared."""
    case = follow(p.preparation, p.Preparation(level=level), *passed_on(*papers))
    verdict = engine().judge(case, p.DeclareReady(on=READY))
    assert f"{book.id}/block_guidance" in verdict.consulted
    findings = found(verdict, "block_guidance")
    assert [each.figures["value"] for each in findings] == ["09-HD/BTCĐUK"] * lacking
    assert {each.kind for each in findings} <= {FindingKind.BREACH}


def test_no_guidance_of_the_block_before_there_was_one() -> None:
    """The guidance is of 12 March 2020: the day before nothing is asked here."""
    told = p.Disseminate(on=date(2020, 3, 2), paper=NATIONAL)
    case = follow(p.preparation, p.Preparation(level=Level.GRASSROOTS), told)
    for on, asked in ((date(2020, 3, 11), False), (date(2020, 3, 12), True)):
        verdict = engine().judge(case, p.DeclareReady(on=on))
        assert bool(found(verdict, "block_guidance")) is asked


# --- What the book is to the others ---------------------------------------------------------------


def test_the_book_only_adds() -> None:
    """Two rules that block, on steps of the national book, within the span of the plan."""
    assert book.tightens == ("vn-2020",)
    assert [rule.id.partition("/")[2] for rule in book.rules] == ["block_guidance", "local_basis"]
    assert {rule.severity for rule in book.rules} == {Severity.BLOCKS}
    with_it, alone = engine(), Engine(Shelf([vn_2020], [READINGS]))
    judged = 0
    for moment in record():
        ours = with_it.judge(moment.case, moment.event, moment.beside)
        national = alone.judge(moment.case, moment.event, moment.beside)
        assert set(national.findings) == {
            f for f in ours.findings if not f.rule.startswith(book.id)
        }
        judged += 1
    assert judged > 700


@cache
def record() -> tuple[Moment, ...]:
    """Return every act of the invented dossier with what stood beside it: all are allowed here."""
    dossier = read(FILE, loaded("vn-2020", "thai-binh-2020").procedures)
    return tuple(moments(dossier, engine(), AFTER))


@pytest.mark.parametrize("name", ["vn-2020", "thai-binh-2020"])
def test_without_the_other_no_gate_opens(name: str) -> None:
    """One of the two uninstalled, the other is refused, says why, and every act is refused."""
    alone = loaded(name)
    (report,) = [each for each in alone.reports if each.name == name]
    assert report.state is PluginState.REFUSED
    assert any(
        "needs one Readings2020" in each.text.en or "tightens vn-2020" in each.text.en
        for each in report.problems
    )
    assert alone.shelf.books == ()
    refusing = engine(name)
    for moment in record():
        assert engine().judge(moment.case, moment.event, moment.beside).allowed
        verdict = refusing.judge(moment.case, moment.event, moment.beside)
        assert not verdict.allowed
        assert {each.fault for each in verdict.findings} == {Fault.WITHHELD, Fault.UNGUARDED}


@pytest.mark.parametrize("name", ["vn-2020", "thai-binh-2020"])
def test_a_dossier_is_not_reviewed_without_the_other(name: str) -> None:
    """It names both books by which it must be judged: ready with both, no answer with one."""
    dossier = read(FILE, loaded("vn-2020", "thai-binh-2020").procedures)
    assert review(dossier, engine(), date(2020, 5, 28)).readiness is p.Readiness.READY
    with pytest.raises(BadInput, match="thai-binh-2020"):
        review(dossier, engine(name), date(2020, 5, 28))


# --- How the open points are read -----------------------------------------------------------------


FIELDS = [f.name for f in attrs.fields(Readings2020) if "parameter" in f.metadata]


@pytest.mark.parametrize("field", FIELDS)
def test_each_choice_says_why(field: str) -> None:
    """In both languages, in a sentence; no reason claims a text that was not read."""
    reason = READINGS.because[field]
    assert reason.vi.endswith(".")
    assert reason.en.endswith(".")
    assert reason.vi != reason.en
    if "09-HD/BTCĐUK" in reason.vi:
        assert reason.vi.startswith("Chưa đọc được")
        assert "was not read" in reason.en
    # Where nothing was found nothing is set, and the reason says that.
    if getattr(READINGS, field) is None:
        assert "không tự đặt" in reason.vi


def test_the_surplus_of_the_article_fits_the_reading() -> None:
    """13 candidates for 11 seats, 18,18 %: accepted with a remark, as the block accepted it."""
    found = Surplus(
        contest=Contest.COMMITTEE,
        seats=11,
        places=11,
        candidates=13,
        law=election_law(date(2020, 5, 28), READINGS).lists,
    )
    assert found.percent() == "18,18"
    assert found.verdict is SurplusVerdict.ACCEPT_WITH_WARNING


def test_all_gates_must_not_fail() -> None:
    """The article is about every side of the preparation: G1 to G14, not the handbook's seven."""
    assert READINGS.mandatory_gates == {f"G{number}" for number in range(1, 15)}
    assert len(READINGS.because) == len(FIELDS)
