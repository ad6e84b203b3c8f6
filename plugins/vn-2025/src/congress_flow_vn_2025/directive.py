"""The directive on which a congress rests is the one in force on the day (`select.directive`)."""

from __future__ import annotations

from collections.abc import Iterator

from congress_flow import Case, Confidence, Demand, Text, one_of
from congress_flow.procedures import preparation as p
from congress_flow_vn_2025._book import book
from congress_flow_vn_2025.instruments import CT45_2025


@book.rule(
    p.declare_ready,
    cites=CT45_2025.at("thay thế chỉ thị 35-CT/TW (14/6/2024)", Confidence.REPORTED),
    title=Text(
        "Chỉ thị đang có hiệu lực đã được quán triệt", "The directive in force has been studied"
    ),
    subject="G1",
    encodes=("G1", "select.directive"),
)
def directive_in_force_studied(case: Case[p.Preparation], act: p.DeclareReady) -> Iterator[Demand]:
    """From 14 April 2025 directive 45 has taken the place of directive 35 of 2024.

    Asked where dissemination is recorded; what sources attest names no day to hold it against.
    """
    del act
    studied = [each.paper for each in case.events(p.Disseminate) if each.directive and each.paper]
    if studied:
        what = Text("chỉ thị đã quán triệt", "directives studied")
        yield one_of(CT45_2025.number, studied, what=what)
