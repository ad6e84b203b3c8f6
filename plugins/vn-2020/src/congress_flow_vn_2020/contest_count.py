"""Election contests: ballots collected, annulled, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Text,
    at_least,
    at_most,
    equals,
    holds,
    more_than,
)
from congress_flow.errors import UsageError
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import (
    Ballot,
    BallotCount,
    BallotPaper,
    Tally,
    count_ballots,
)
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._contest_links import (
    ELECTIONS,
    LIST,
    counted,
    law_on,
    row,
    rule_244,
)
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.readings import Readings2020

BALLOT: Final = rule_244("Điều 17", Confidence.REPORTED)
BOARD: Final = rule_244("Điều 7")
OVER_ISSUED: Final = HANDBOOK.at("hỏi đáp ngày 17/3/2020 (phiếu thu về)", Confidence.REPORTED)
_COLLECTED: Final = Text("số phiếu thu về", "ballots collected")


@book.rule(
    e.collect_ballots,
    cites=BOARD,
    title=Text(
        "Báo cáo số phiếu phát ra, thu về trước khi kiểm phiếu",
        "The numbers issued and collected are reported before the count",
    ),
    encodes=("E16",),
)
def collection_reported(case: Case[e.Contest], act: e.CollectBallots) -> Iterator[Demand]:
    """To the meeting, by the counting board."""
    yield at_least(act.collected, 0, what=_COLLECTED)
    yield holds(act.reported, what=Text("đã báo cáo", "reported"))


def _issued(case: Case[e.Contest]) -> int | None:
    given_out = case.last(e.IssueBallots)
    return None if given_out is None else given_out.issued


def _collected(case: Case[e.Contest]) -> int | None:
    back = case.last(e.CollectBallots)
    return None if back is None else back.collected


@book.rule(
    e.void_ballots,
    cites=OVER_ISSUED,
    in_force=ELECTIONS,
    title=Text(
        "Chỉ hủy cả hòm phiếu khi số thu về nhiều hơn số phát ra",
        "A box is annulled only if more ballots came back than were issued",
    ),
    encodes=("ballot.collected_over_issued", "5-I1", "E17"),
)
def void_only_over_issued(case: Case[e.Contest], act: e.VoidBallots) -> Demand:
    """Collected > issued."""
    return more_than(_collected(case), _issued(case), what=_COLLECTED)


@book.rule(
    e.count,
    cites=OVER_ISSUED,
    in_force=ELECTIONS,
    title=Text(
        "Thu về nhiều hơn phát ra thì không kiểm mà hủy, bầu lại",
        "With more collected than issued nothing is counted: the box is annulled",
    ),
    encodes=("ballot.collected_over_issued", "ballot.collected_under_issued", "5-I1", "E19"),
)
def count_within_issued(case: Case[e.Contest], act: e.Count) -> Demand:
    """Collected ≤ issued; fewer are no fault, and the base stays as it is."""
    return at_most(_collected(case), _issued(case), what=_COLLECTED)


@book.rule(
    e.count,
    cites=row("5-I2"),
    in_force=ELECTIONS,
    title=Text("Số liệu kiểm phiếu phải khớp nhau", "The figures of the count agree"),
    encodes=("5-I2", "E19"),
)
def count_agrees(
    case: Case[e.Contest], act: e.Count, about: Context[Readings2020]
) -> Iterator[Demand | Breach | Gap]:
    """Valid + invalid = collected; the count bears the list; no contradiction in the figures."""
    total = None if act.valid is None or act.invalid is None else act.valid + act.invalid
    yield equals(total, _collected(case), what=Text("hợp lệ + không hợp lệ", "valid + invalid"))
    told = act.votes if act.votes is not None else act.marks
    names = None if told is None else tuple(sorted(told))
    yield equals(names, tuple(sorted(e.voted_on(case))), what=LIST)
    found = counted(case, law_on(about.readings, act.on), act)
    if not isinstance(found, Tally):
        yield found
        return
    last = found.rounds[-1]
    for error in last.errors:
        yield Breach(error.term, {"error": error, "round": len(found.rounds)})
    if last.unknown:
        yield Gap(Text("thiếu số liệu kiểm phiếu", "figures are missing"), {"of": last.unknown})


@book.rule(
    e.count,
    cites=(
        rule_244("Điều 32 khoản 1"),
        BALLOT,
        rule_244("Điều 17 (chưa đọc được đủ)", Confidence.UNKNOWN),
    ),
    title=Text(
        "Phiếu được phân loại và tính đúng quy chế",
        "Ballots are classed and counted as the rule says",
    ),
    encodes=(
        "ballot.votes_max",
        "ballot.votes_min",
        "ballot.all_disagree_valid",
        "ballot.both_or_neither",
        "ballot.both_or_neither_single",
        "ballot.foreign_name",
        "ballot.signed_or_marked",
        "E19",
    ),
)
def ballots_classed(
    case: Case[e.Contest], act: e.Count, about: Context[Readings2020]
) -> Iterator[Demand | Breach | Gap]:
    """Where the ballots themselves are recorded, counting them anew gives the same figures."""
    if not act.ballots:
        return
    anew = _counted_anew(case, act, about)
    if not isinstance(anew, BallotCount):
        yield anew
        return
    yield equals(act.valid, anew.valid, what=Text("số phiếu hợp lệ", "valid ballots"))
    told = Counter(_for_whom(act))
    for name, votes in anew.votes.items():
        yield equals(told[name], votes, about=name, what=Text("số phiếu", "votes"))


def _for_whom(act: e.Count) -> dict[str, int]:
    if act.marks:
        return {name: boxes.agree for name, boxes in act.marks.items()}
    return dict(act.votes or {})


def _counted_anew(
    case: Case[e.Contest], act: e.Count, about: Context[Readings2020]
) -> BallotCount | Breach | Gap:
    given_out, places = case.last(e.IssueBallots), e.places(case)
    if given_out is None or given_out.form is None or not given_out.names or not places:
        return Gap(Text("chưa rõ mẫu phiếu", "the form of the ballot is not known"))
    law = law_on(about.readings, act.on).ballots
    try:
        paper = BallotPaper(given_out.form, places, given_out.names)
        return count_ballots(paper, [_group(each) for each in act.ballots], law)
    except UsageError as fault:
        return Breach(Text(f"phiếu không hợp mẫu: {fault}", f"ballots of another form: {fault}"))


def _group(group: e.BallotGroup) -> tuple[int, Ballot]:
    ballot = Ballot(
        struck=frozenset(group.struck),
        boxes=group.boxes,
        added_names=group.added_names,
        issued_by_board=group.issued_by_board,
        signed=group.signed,
        extra_text=group.extra_text,
    )
    return group.ballots, ballot
