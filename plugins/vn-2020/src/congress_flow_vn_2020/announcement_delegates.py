"""The kind of a congress by its members; the number and apportionment of delegates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from congress_flow import (
    Case,
    Confidence,
    Context,
    Demand,
    InForce,
    Severity,
    Text,
    at_least,
    at_most,
    given,
    less_than,
    one_of,
)
from congress_flow.procedures import announcement as a
from congress_flow.procedures import congress as k
from congress_flow_vn_2020 import congress_tables as t
from congress_flow_vn_2020._book import TERM_2020, book, by_another_text
from congress_flow_vn_2020.instruments import CT35_2019, DL_2011, HANDBOOK, QD29_2016
from congress_flow_vn_2020.readings import Readings2020

DELEGATES: Final = CT35_2019.at("về số lượng đại biểu", Confidence.VERIFIED)
_NUMBER: Final = Text("số đại biểu", "number of delegates")
_MEMBERS: Final = Text("số đảng viên chính thức", "official members")


def _congress(case: Case[a.Announcement], about: Context[Any]) -> k.Congress | None:
    """Return the subject of the congress announced; None for a cell's, which has no delegates."""
    found = about.beside.get(k.congress, case.subject.congress)
    return None if found is None else found.subject


def _of_delegates(case: Case[a.Announcement], about: Context[Any]) -> bool:
    subject = _congress(case, about)
    return subject is not None and subject.kind is k.CongressKind.DELEGATES


@book.rule(
    a.announce_opening,
    cites=CT35_2019.at("mục 4", Confidence.VERIFIED),
    title=Text("Đại hội đảng viên hay đại hội đại biểu", "A members' or a delegates' congress"),
    encodes=("congress.type_line", "A1"),
)
def kind_by_members(
    case: Case[a.Announcement], act: a.AnnounceOpening, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Grassroots: 200 members and more delegates; fewer, members, unless the superior consents."""
    subject = _congress(case, about)
    line = None if subject is None else t.TYPE_LINE.on(act.on, subject.level)
    if subject is None or line is None:
        return
    if subject.kind is None:
        yield given(None, what=Text("hình thức đại hội", "kind of congress"))
    elif subject.kind is k.CongressKind.MEMBERS or subject.members is None:
        yield less_than(subject.members, line.value, what=_MEMBERS)
    elif subject.members < line.value:
        yield given(act.difficulty, what=Text("khó khăn của đơn vị", "difficulty of the unit"))
        yield given(act.consent, what=Text("cấp trên đồng ý", "consent of the direct superior"))


def _ceiling(case: Case[a.Announcement], on: date, about: Context[Any]) -> t.Span | None:
    subject = _congress(case, about)
    if subject is None or subject.kind is not k.CongressKind.DELEGATES:
        return None
    found = t.CEILING[subject.quota].on(on, subject.level)
    return found.value if found else None


@book.rule(
    a.announce_opening,
    cites=DELEGATES,
    title=Text("Số đại biểu không quá mức quy định", "No more delegates than the ceiling"),
    encodes=("delegates.ceiling", "A1"),
)
def delegates_within_ceiling(
    case: Case[a.Announcement], act: a.AnnounceOpening, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The ceiling of the level, or of the organisation where the directive names it."""
    ceiling = _ceiling(case, act.on, about)
    if ceiling is not None:
        yield at_most(act.delegates, ceiling.most, what=_NUMBER)


@book.rule(
    a.announce_opening,
    cites=DELEGATES,
    title=Text("Số đại biểu trong khoảng quy định", "Delegates not below the range named"),
    severity=Severity.WARNS,
    encodes=("delegates.ceiling",),
)
def delegates_within_range(
    case: Case[a.Announcement], act: a.AnnounceOpening, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Where the directive names a range (300 to 350, 250 to 300), its lower end."""
    ceiling = _ceiling(case, act.on, about)
    if ceiling is not None and ceiling.least is not None:
        yield at_least(act.delegates, ceiling.least, what=_NUMBER)


@book.rule(
    a.announce_opening,
    cites=(DL_2011.at("Điều 11 khoản 2", Confidence.VERIFIED), QD29_2016.at("mục 11.2")),
    in_force=QD29_2016.in_force,
    title=Text("Phân bổ đại biểu", "Apportionment of the delegates"),
    severity=Severity.WARNS,
    encodes=("delegates.apportionment", "A1"),
)
def delegates_apportioned(
    case: Case[a.Announcement], act: a.AnnounceOpening, about: Context[Readings2020]
) -> Iterator[Demand]:
    """By members, by sub-organisations, by importance; announced with the number."""
    if not _of_delegates(case, about):
        return
    follows = Text("căn cứ phân bổ", "what the apportionment follows")
    if act.apportioned_by is None:
        yield given(None, what=follows)
    else:
        for measure in a.Measure:
            yield one_of(measure, act.apportioned_by, what=follows)


by_another_text(
    "delegates_apportioned",
    cites=DL_2011.at("Điều 11 khoản 2", Confidence.VERIFIED),
    in_force=InForce(QD29_2016.in_force.until),
    suffix="_2021",
)


@book.rule(
    a.announce_opening,
    cites=HANDBOOK.at("procedures.md A1", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Công bố số đại biểu và phân bổ khớp nhau", "Number and apportionment agree"),
    encodes=("A1",),
)
def delegates_announced(
    case: Case[a.Announcement], act: a.AnnounceOpening, about: Context[Readings2020]
) -> Iterator[Demand]:
    """A delegates' congress: the number is announced, and what is apportioned is not more."""
    if not _of_delegates(case, about):
        return
    yield at_least(act.delegates, 1, what=_NUMBER)
    total = None if act.apportioned is None else sum(act.apportioned.values())
    yield at_most(total, act.delegates, what=Text("số phân bổ", "number apportioned"))
