"""Election contests: when one may open, and the roll with which it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from congress_flow import (
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Level,
    Text,
    at_least,
    equals,
    given,
    holds,
)
from congress_flow.procedures import cell_congress as cell
from congress_flow.procedures import congress as k
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import base_of
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._contest_links import (
    ELECTIONS,
    contested,
    declared,
    in_lines,
    law_on,
    row,
    rule_244,
    siblings,
)
from congress_flow_vn_2020.instruments import DL_2011
from congress_flow_vn_2020.readings import Readings2020

_OFFICERS: Final = frozenset({e.Post.SECRETARY, e.Post.DEPUTY_SECRETARIES})
_THE_ROLL: Final = Text("danh sách triệu tập", "the roll")


@book.rule(
    e.open_contest,
    cites=row("E3, 6-I2"),
    in_force=ELECTIONS,
    title=Text(
        "Chỉ bầu khi đại hội đã đủ số người dự (hội nghị: sau khi bầu cấp ủy)",
        "Contests open only at a quorate congress (a conference: once its committee is elected)",
    ),
    encodes=("E3", "6-I2"),
)
def opens_when_quorate(
    case: Case[e.Contest], act: e.OpenContest, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The congress stands at QUORATE, the cell's congress is held, the committee is there."""
    subject = case.subject
    stands = Text("đại hội đang ở", "the congress stands at")
    if subject.meeting is e.Meeting.CONFERENCE:
        if contested(case, about.beside, e.Post.COMMITTEE):
            there = declared(case, about.beside, e.Post.COMMITTEE)
            yield given(there or "", what=Text("cấp ủy đã bầu", "committee elected"))
        return
    of_cell = about.beside.get(cell.cell_congress, subject.congress)
    if of_cell is not None:
        yield equals(of_cell.stage, cell.HELD, what=stands)
        return
    held = about.beside.get(k.congress, subject.congress)
    yield equals(None if held is None else held.stage, k.QUORATE, what=stands)


@book.rule(
    e.open_contest,
    cites=row("E3, 6-I4"),
    in_force=ELECTIONS,
    title=Text(
        "Nội dung đại hội có phần bầu cử này", "The contents of the congress include this election"
    ),
    encodes=("E3", "6-I4", "congress.contents"),
)
def election_on_programme(
    case: Case[e.Contest], act: e.OpenContest, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Two contents: no election; three: none of the committee."""
    yield holds(act.on_programme, what=Text("có trong chương trình", "on the programme"))
    held = about.beside.get(k.congress, case.subject.congress)
    if held is None:
        return
    least = 4 if case.subject.post is e.Post.COMMITTEE else 3
    yield at_least(held.subject.contents, least, what=Text("số nội dung", "contents"))


@book.rule(
    e.open_contest,
    cites=(
        rule_244("Điều 32 khoản 2, 3"),
        rule_244("Điều 32 khoản 4 (chưa đọc được đủ)", Confidence.UNKNOWN),
        row("5-I5"),
    ),
    title=Text(
        "Danh sách triệu tập cho phép tính được quá nửa, và như nhau ở mọi lần bầu",
        "The roll gives a base for the majority, the same for every contest",
    ),
    encodes=(
        "majority.base.members_congress",
        "majority.base.delegates_congress",
        "majority.base.conference",
        "majority.base.conference_deductions",
        "5-I5",
        "E3",
    ),
)
def roll_gives_base(
    case: Case[e.Contest], act: e.OpenContest, about: Context[Readings2020]
) -> Iterator[Demand | Breach | Gap]:
    """The figures fit the meeting, somebody is left after the deductions, nobody counts twice."""
    if act.roll is None:
        yield Gap(Text("chưa rõ danh sách triệu tập", "the roll is not known"))
        return
    roll = e.roll_from(case.subject.meeting, act.roll)
    if roll is None:
        yield Breach(
            Text(
                "danh sách triệu tập không hợp với hình thức đại hội, hội nghị này",
                "the roll does not fit this kind of meeting",
            ),
            {"roll": in_lines(act.roll), "meeting": case.subject.meeting},
        )
        return
    base = base_of(roll, law_on(about.readings, act.on).majority)
    yield at_least(base.size, 1, what=Text("cơ sở tính quá nửa", "base of the majority"))
    for other in _rolls(case, about):
        yield equals(in_lines(act.roll), in_lines(other), what=_THE_ROLL)


def _rolls(case: Case[e.Contest], about: Context[Readings2020]) -> Iterator[Mapping[str, int]]:
    """Yield the rolls already recorded of the same meeting: the quorum's, and other contests'."""
    if case.subject.meeting is not e.Meeting.CONFERENCE:
        held = about.beside.get(k.congress, case.subject.congress)
        confirmed = None if held is None else held.last(k.ConfirmQuorum)
        if confirmed is not None and confirmed.roll is not None:
            yield confirmed.roll
    for other in siblings(case, about.beside):
        opened = other.last(e.OpenContest)
        if other.subject.meeting is case.subject.meeting and opened and opened.roll:
            yield opened.roll


@book.rule(
    e.open_contest,
    cites=rule_244("Điều 19 khoản 9"),
    title=Text(
        "Chi bộ bầu chi ủy trước, rồi bầu bí thư, phó bí thư",
        "A cell elects its committee before its secretary and deputy",
    ),
    encodes=("ballot.one_per_contest", "5-I7"),
)
def committee_before_secretary(
    case: Case[e.Contest], act: e.OpenContest, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Where the same congress elects a cell committee, its result is declared first."""
    in_cell = case.subject.level is Level.CELL and case.subject.post in _OFFICERS
    if in_cell or case.subject.post is e.Post.CELL_SECRETARY:
        yield from _declared_first(case, about, e.Post.COMMITTEE)


@book.rule(
    e.open_contest,
    cites=(
        rule_244("Điều 23", Confidence.DERIVED),
        DL_2011.at("Điều 20 khoản 1", Confidence.VERIFIED),
    ),
    title=Text(
        "Bầu cấp ủy, ban thường vụ trước, rồi bầu bí thư, phó bí thư trong số đó",
        "Committee and standing committee are elected before secretary and deputies",
    ),
    encodes=("5-I7",),
)
def bodies_before_secretary(
    case: Case[e.Contest], act: e.OpenContest, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Derived: who is elected from a body comes after it. A cell has a rule of its own.

    A secretary whom the congress itself elects comes from the committee.
    """
    if case.subject.post not in _OFFICERS or case.subject.level is Level.CELL:
        return
    yield from _declared_first(case, about, e.Post.COMMITTEE)
    if case.subject.meeting is e.Meeting.CONFERENCE:
        yield from _declared_first(case, about, e.Post.STANDING_COMMITTEE)


def _declared_first(
    case: Case[e.Contest], about: Context[Readings2020], post: e.Post
) -> Iterator[Demand]:
    if contested(case, about.beside, post):
        there = declared(case, about.beside, post)
        yield given(there or "", about=post, what=Text("đã bầu xong", "elected"))
