"""Names among figures: programs are given the name, readers the term of their language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any

import pytest

from congress_flow import (
    Breach,
    Case,
    Confidence,
    Demand,
    Engine,
    Instrument,
    Level,
    Rulebook,
    Shelf,
    Text,
    differs,
    equals,
    given,
    holds,
    none_of,
    one_of,
)
from congress_flow._clerk import Clerk
from congress_flow._figures import plain, plain_value, shown
from congress_flow.ledger import MemoryLedger
from congress_flow.procedures import Body
from congress_flow.procedures import personnel_run as r

DAY = date(2020, 1, 6)
_PAPER = Instrument(
    id="TEST",
    type="test",
    number="01-TEST",
    issued="2000",
    issuer="test",
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
)
_STANDS = Text("quy trình đang ở", "the run stands at")


class Bare(Enum):
    """An enumeration without terms."""

    RED = "red"


def test_a_stage_is_a_name_for_programs_and_words_for_readers() -> None:
    """The stage itself is handed in; no code name reaches the text, no words the figures."""
    demand = equals(r.TRACK_R_RUNNING, r.TRACK_R_COMPLETED, what=_STANDS)
    assert demand.met is False
    assert demand.figures["value"] == "TRACK_R_RUNNING"
    assert demand.figures["limit"] == "TRACK_R_COMPLETED"
    assert demand.text.vi == "quy trình đang ở: đang làm vòng tái cử, phải là đã xong vòng tái cử"
    assert demand.text.en == "the run stands at: track R running, must be track R completed"
    assert equals(r.CLOSED, r.CLOSED).met
    assert differs(r.CLOSED, r.ABORTED).met
    assert equals(None, r.CLOSED).met is None


def test_what_a_demand_is_about_is_shown_by_its_term() -> None:
    """A body or stage is named in the language of the reader; figures have its plain name."""
    met = True
    demand = holds(met, about=Body.HEAD, what=Text("đã họp", "met"))
    assert demand.text.vi == "người đứng đầu cấp ủy: đã họp: có, phải là có"
    assert demand.text.en == "head of the committee: met: yes, must be yes"
    assert demand.figures["about"] == "head"
    listed = one_of(Body.AUTO, (Body.HEAD, Body.OFFICE), about=r.CLOSED)
    assert listed.text.en == "closed: computed, must be among head of the committee, Party office"
    assert holds(None, about="an").text.en == "an: unknown, must be yes"


def test_members_of_enumerations_are_shown_by_their_terms() -> None:
    """Among others as alone; a body that is not among those allowed has its term as well."""
    demand = one_of(Body.HEAD, (Body.STANDING_COMMITTEE, Body.AUTO))
    assert demand.figures["value"] == "head"
    assert demand.figures["limit"] == ["auto", "standing_committee"]
    assert demand.text.en == ("head of the committee, must be among computed, standing committee")
    assert none_of(Body.AUTO, (Body.AUTO,)).text.vi == (
        "hệ thống tự tính, không được thuộc hệ thống tự tính"
    )
    assert given(Level.CELL).text.vi == "chi bộ"
    assert given((Body.OFFICE, Body.HEAD)).text.en == "Party office, head of the committee"
    assert one_of("an", ("ba",)).terms == ()


def test_a_name_without_a_term_is_shown_as_it_is() -> None:
    """An enumeration need not have terms; a mixed list shows what it can."""
    assert equals(Bare.RED, Bare.RED).text.en == "red, must be red"
    assert equals(Bare.RED, Bare.RED).terms == ()
    assert given(("an", "ba")).text.vi == "an, ba"


@pytest.mark.parametrize(
    ("figure", "vi", "en", "data"),
    [
        (r.CLOSED, "đã kết thúc", "closed", "CLOSED"),
        (Body.CELL, "chi bộ", "cell", "cell"),
        ((r.CLOSED, r.ABORTED), "đã kết thúc, đã dừng", "closed, aborted", ["CLOSED", "ABORTED"]),
        ((Body.CELL,), "chi bộ", "cell", ["cell"]),
    ],
    ids=["stage", "member", "stages", "members"],
)
def test_names_print_for_readers_and_for_programs(figure: Any, vi: str, en: str, data: Any) -> None:
    """`shown` gives the term, `plain` the name, of one as of several."""
    assert (shown(figure, "vi"), shown(figure, "en"), plain(figure)) == (vi, en, data)


@pytest.mark.parametrize("stray", [datetime(2020, 5, 28, 8, 0), object(), {}, b"1"])  # noqa: DTZ001
def test_what_is_no_figure_is_refused(stray: Any) -> None:
    """A moment is no day, and what can neither be printed nor written down is no figure."""
    with pytest.raises(TypeError, match="is no figure"):
        plain_value(stray)
    with pytest.raises(TypeError, match="is no figure"):
        Breach(Text("x", "x"), {"stray": stray})


def test_objections_keep_names_as_text() -> None:
    """The figures of a breach are for programs; its text is written by hand."""
    made = Breach(Text("x", "x"), {"stage": r.CLOSED, "by": Body.CELL, "all": (Body.HEAD,)})
    assert made.figures == {"stage": "CLOSED", "by": "cell", "all": ("head",)}


def _three(case: Case[r.Run], act: r.DraftDirection) -> Iterable[Demand]:
    del case
    yield one_of(act.by, Body)
    yield equals(r.CLOSED, r.ABORTED, what=_STANDS)
    yield equals(1, 2)


def test_a_record_keeps_the_terms() -> None:
    """A verdict that is read back equals the one that was given, kept demands and objections."""
    book: Rulebook[None] = Rulebook("three", Level.CENTRE, title=Text("x", "x"), version="0")
    book.rule(r.draft_direction, cites=_PAPER.at("1"), title=Text("x", "x"))(_three)
    engine = Engine(Shelf([book]))
    clerk = Clerk(engine, MemoryLedger(), [r.personnel_run])
    opened = clerk.case(clerk.open(r.personnel_run, "run", r.Run(level=Level.CELL), DAY, "an").case)
    act = r.DraftDirection(on=DAY, by=Body.HEAD)
    given_then = engine.judge(opened, act)
    read_back = clerk.submit("run", act, "an").verdict(r.personnel_run)
    assert read_back == given_then
    assert [len(demand.terms) for _, demand in read_back.kept] == [len(Body)]
    assert [each.text.en for each in read_back.findings] == [
        "the run stands at: closed, must be aborted",
        "1, must be 2",
    ]
