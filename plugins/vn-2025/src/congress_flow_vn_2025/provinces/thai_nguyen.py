"""Thái Nguyên, 2025: what the province answered in March on small committees, ties and shortage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from congress_flow import (
    Case,
    Confidence,
    Demand,
    InForce,
    Level,
    Rulebook,
    Severity,
    Text,
    at_most,
    equals,
    fails,
)
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2025.handbook_readings import READINGS as NATIONAL
from congress_flow_vn_2025.readings import Readings2025

SMALL: Final = range(3, 6)
_ANSWER: Final = HANDBOOK.at("hỏi đáp của tỉnh Thái Nguyên, tháng 3/2025", Confidence.REPORTED)

# Only one of these answers loosens the national reading: a book cannot, so readings have it.
_SAID: Final = Text("Tỉnh trả lời tháng 3/2025.", "The province answered so in March 2025.")
READINGS: Final = attrs.evolve(
    NATIONAL,
    one_extra_on_three=True,
    because={
        **NATIONAL.because,
        **dict.fromkeys(("one_extra_on_three", "tie_policy", "shortage_policy"), _SAID),
    },
)
"""What an office of the province gives as its readings, beside the book."""

book: Final = Rulebook(
    "thai-nguyen-2025",
    Level.PROVINCE,
    InForce.through(date(2025, 3, 1), date(2025, 12, 31)),
    title=Text("Thái Nguyên, nhiệm kỳ 2025-2030", "Thái Nguyên, term 2025–2030"),
    version="0.1.0",
    readings=Readings2025,
    tightens=("vn-2025",),
)


@book.rule(
    r.assemble_scheme,
    cites=_ANSWER,
    title=Text("Bầu từ 3 đến 5 người thì dư không quá 1", "3 to 5 seats: one extra at the most"),
    encodes=("surplus.small_committee",),
)
def small_committee(case: Case[r.Run], act: r.AssembleScheme) -> Iterator[Demand]:
    """One extra person, at the grassroots."""
    below, seats = case.subject.level in {Level.GRASSROOTS, Level.CELL}, act.seats
    if below and seats is not None and seats in SMALL:
        extra = None if act.candidates is None else len(act.candidates) - seats
        yield at_most(extra, 1, what=Text("số dư", "extra"))


@book.rule(
    t.settle_tie,
    cites=_ANSWER,
    title=Text("Bằng phiếu: người đứng đầu chọn", "A tie: the head chooses"),
    severity=Severity.WARNS,
    encodes=("five_step.tie_policy",),
)
def head_settles(case: Case[t.Track], act: t.SettleTie) -> Iterator[Demand]:
    """The head of the committee, at the grassroots."""
    if case.subject.level is Level.GRASSROOTS:
        what = Text("người quyết định", "settled by")
        yield equals(act.settler, t.Settler.HEAD, what=what)


@book.rule(
    t.accept_vacancies,
    cites=_ANSWER,
    title=Text(
        "Thiếu người: tiếp tục quy trình đến khi đủ số dư",
        "A shortage: the procedure goes on until there is a surplus",
    ),
    severity=Severity.WARNS,
    encodes=("five_step.shortage_policy",),
)
def goes_on_until_surplus(case: Case[t.Track], act: t.AcceptVacancies) -> Iterator[Demand]:
    """No vacancy is accepted at the grassroots."""
    if case.subject.level is Level.GRASSROOTS:
        left = None if act.vacancies is None else act.vacancies > 0
        yield fails(left, what=Text("chấp nhận khuyết", "vacancies accepted"))
