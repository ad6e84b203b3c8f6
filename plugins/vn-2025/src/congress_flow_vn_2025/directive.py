"""The directive on which a congress rests is the one in force on the day (`select.directive`)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from congress_flow import Case, Confidence, Context, Demand, Instrument, Text, holds
from congress_flow.procedures import preparation as p
from congress_flow_vn_2020._gates import Found, softened
from congress_flow_vn_2020.gates_organisation import rests
from congress_flow_vn_2025._book import book
from congress_flow_vn_2025.instruments import CT35_2024, CT45_2025
from congress_flow_vn_2025.readings import Readings2025


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
    done = case.events(p.Disseminate)
    studied = tuple(each.paper for each in done if each.directive and each.paper)
    if studied:
        told = ", ".join(studied)
        what = Text(
            f"đã quán triệt {told}, trong đó có {CT45_2025.number}",
            f"studied: {told}, {CT45_2025.number} among them",
        )
        yield holds(CT45_2025.number in studied, what=what)


def _plans(
    case: Case[p.Preparation], act: p.DeclareReady
) -> Iterator[tuple[date, tuple[p.Paper, ...]]]:
    """Yield each plan with its day and its bases: those recorded, or what sources attest."""
    recorded = [(plan.on, plan.bases) for plan in case.events(p.AdoptPlan) if plan.bases]
    if recorded:
        yield from recorded
    elif act.basis:
        own = [paper.issued for paper in act.basis if paper.own and paper.issued is not None]
        yield min(own, default=act.on), act.basis


def _gate_rule(directive: Instrument) -> None:
    def gate(
        case: Case[p.Preparation], act: p.DeclareReady, about: Context[Readings2025]
    ) -> Iterator[Found]:
        for day, bases in _plans(case, act):
            # A plan is older than the directive that came while it was being carried out.
            of_day = CT35_2024 if day in CT35_2024.in_force else directive
            yield from softened("G1", about, [rests(bases, of_day)])

    gate.__name__ = f"gate_directive_{directive.issued[:4]}"
    gate.__doc__ = "Each plan rests on the directive of its own day, by number and day (TR1)."
    book.rule(
        p.declare_ready,
        cites=directive.at("toàn văn", Confidence.REPORTED),
        title=Text("Căn cứ đúng chỉ thị đang có hiệu lực", "It rests on the directive in force"),
        subject="G1",
        encodes=("G1", "select.directive"),
    )(gate)


_gate_rule(CT35_2024)
_gate_rule(CT45_2025)
