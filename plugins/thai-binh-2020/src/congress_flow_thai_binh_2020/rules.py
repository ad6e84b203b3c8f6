"""What the province and its block ask beyond the national law, as far as it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from congress_flow import Case, Confidence, Demand, Instrument, Text, one_of
from congress_flow.procedures import preparation as p
from congress_flow_thai_binh_2020._book import book as book
from congress_flow_thai_binh_2020.instruments import (
    TB_HD09_2020,
    TB_KH78_2019,
    TB_KH187_2019,
)

_SEED: Final = "theo bài báo năm 2020; chưa đọc được toàn văn"


def _among(paper: Instrument, numbers: Iterable[str | None], what: Text) -> Demand:
    known = tuple(number for number in numbers if number)
    return one_of(paper.number, known, what=what)


_BASIS: Final = Text("căn cứ phải có", "the bases must include")


@book.rule(
    p.adopt_plan,
    cites=(
        TB_KH78_2019.at(_SEED, Confidence.REPORTED),
        TB_KH187_2019.at(_SEED, Confidence.REPORTED),
    ),
    title=Text(
        "Kế hoạch của đơn vị căn cứ kế hoạch của tỉnh và của Khối",
        "A unit's plan rests on the plans of the province and of the block",
    ),
    encodes=("TB-KH187-2019", "TB-KH78-2019"),
)
def local_basis(case: Case[p.Preparation], act: p.AdoptPlan) -> Iterator[Demand]:
    """187-KH/TU and 78-KH/ĐUK stand among the bases (P1.S1), each for the levels below its own."""
    if act.bases is None:
        return
    numbers = [paper.number for paper in act.bases]
    for plan in (TB_KH187_2019, TB_KH78_2019):
        if case.subject.level.rank < plan.level.rank:
            yield _among(plan, numbers, _BASIS)


@book.rule(
    p.declare_ready,
    cites=TB_HD09_2020.at(_SEED, Confidence.REPORTED),
    title=Text(
        "Hướng dẫn quy trình đại hội của Ban Tổ chức Đảng ủy Khối đã được triển khai",
        "The block's guidance on the procedure was passed on",
    ),
    encodes=("TB-HD09-2020",),
)
def block_guidance(case: Case[p.Preparation], act: p.DeclareReady) -> Iterator[Demand]:
    """09-HD/BTCĐUK stands among the papers passed on (P2.S1), in the units below the block.

    Asked where these are recorded; where none is, the source is heard on them (gate G2).
    """
    del act
    passed = [each.paper for each in case.events(p.Disseminate)]
    if passed and case.subject.level.rank < TB_HD09_2020.level.rank:
        yield _among(TB_HD09_2020, passed, Text("văn bản đã triển khai", "papers passed on"))
