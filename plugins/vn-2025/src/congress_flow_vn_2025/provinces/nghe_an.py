"""Nghệ An, 2025: sizes of committees (13-TT/TU, appendix 3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Case,
    Confidence,
    Demand,
    Level,
    Rulebook,
    Severity,
    Text,
    at_least,
    at_most,
)
from congress_flow.procedures import personnel_run as r
from congress_flow_vn_2025.local_instruments import NA_TT13_2025
from congress_flow_vn_2025.readings import Readings2025

COMMUNE: Final = 27
COMMUNE_MERGED: Final = 33
MANY_MERGED: Final = 3
PROVINCE: Final = 69
STANDING: Final = range(9, 12)
_APPENDIX: Final = NA_TT13_2025.at("phụ lục 3", Confidence.REPORTED)
_SEATS: Final = Text("số lượng cấp ủy viên", "members of the committee")

book: Final = Rulebook(
    "nghe-an-2025",
    Level.PROVINCE,
    NA_TT13_2025.in_force,
    title=Text("Nghệ An, nhiệm kỳ 2025-2030", "Nghệ An, term 2025–2030"),
    version="0.1.0",
    readings=Readings2025,
    tightens=("vn-2025",),
)


@book.rule(
    r.adopt_direction,
    cites=_APPENDIX,
    title=Text("Số lượng cấp ủy viên không quá mức của tỉnh", "Not more than the province allows"),
    encodes=("committee.size.max",),
)
def local_committee_size(case: Case[r.Run], act: r.AdoptDirection) -> Iterator[Demand]:
    """A commune 27, or 33 where three units or more were merged; the province 69."""
    if case.subject.level is Level.COMMUNE:
        merged = case.subject.merged >= MANY_MERGED
        yield at_most(act.seats, COMMUNE_MERGED if merged else COMMUNE, what=_SEATS)
    if case.subject.level is Level.PROVINCE:
        yield at_most(act.seats, PROVINCE, what=_SEATS)


@book.rule(
    r.adopt_direction,
    cites=_APPENDIX,
    title=Text("Ban thường vụ cấp xã từ 9 đến 11 người", "A commune's standing committee: 9 to 11"),
    severity=Severity.WARNS,
    encodes=("committee.standing.max",),
)
def local_standing_size(case: Case[r.Run], act: r.AdoptDirection) -> Iterator[Demand]:
    """Nine to eleven."""
    if case.subject.level is Level.COMMUNE:
        what = Text("số ủy viên ban thường vụ", "members of the standing committee")
        yield at_least(act.standing_seats, STANDING[0], what=what)
        yield at_most(act.standing_seats, STANDING[-1], what=what)
