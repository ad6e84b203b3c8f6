"""Election contests: what a count amounts to, further rounds, and the end of the voting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Breach,
    Case,
    Caution,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Step,
    Text,
    at_least,
    at_most,
    equals,
    holds,
    none_of,
    one_of,
)
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import (
    Base,
    Decision,
    RoundKind,
    RoundOutcome,
    Tally,
    Tie,
    base_of,
    surplus_of_next_round,
)
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._contest_links import (
    ELECTIONS,
    law_on,
    over_half,
    row,
    rule_244,
    with_tally,
)
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.readings import Readings2020

# The clause on order, ties and shortages was not seen. It blocks all the same: a result recorded
# against it would spoil the election.
RESULT: Final = rule_244("Điều 32 (chưa thấy khoản này)", Confidence.ASSUMED)
AGAIN: Final = rule_244("Điều 20 khoản 2")
Result = e.Fill | e.DetectTie | e.DetectShortage
_RESULTS: tuple[Step[e.Contest, Result], ...] = (e.fill, e.detect_tie, e.detect_shortage)
Ending = e.ContinueVoting | e.StopVoting
_ENDINGS: tuple[Step[e.Contest, Ending], ...] = (e.continue_voting, e.stop_voting)
_ELECTED: Final = Text("trúng cử", "elected")
_NEXT: Final = Text("việc tiếp theo", "what comes next")
_MORE_ROUNDS: Final = (
    Decision.NEXT_ROUND,
    Decision.CONGRESS_DECIDES,
    Decision.CONFERENCE_DECIDES,
    Decision.SUPERIOR_APPOINTS,
)
Objecting = Iterator[Demand | Breach | Gap]


def _same(told: tuple[str, ...] | None, found: tuple[str, ...], what: Text) -> Demand:
    names = None if told is None else tuple(sorted(told))
    return equals(names, tuple(sorted(found)), what=what)


def _level(found: Tally) -> Tie:
    """Return those level at the last place, for a seat or for the place of an alternate."""
    return found.rounds[-1].tie or found.alternate_tie


@book.rule(
    *_RESULTS,
    cites=(rule_244("Điều 32 khoản 2, 3"), RESULT),
    title=Text(
        "Người trúng cử phải được quá nửa cơ sở tính",
        "Who is elected has more than half of the base",
    ),
    encodes=("majority.threshold", "5-I3", "E20", "E21", "E22"),
)
def elected_over_half(
    case: Case[e.Contest], act: Result, about: Context[Readings2020]
) -> Objecting:
    """Of the base, not of the valid ballots nor of those present; exactly half is not enough.

    A run-off asks no majority of its winner, who had one in the round before it.
    """
    base = _base(case, act, about)
    if base is None:
        yield Gap(Text("chưa rõ danh sách triệu tập", "the roll is not known"))
        return
    for name in act.elected or ():
        yield base.demand(_votes_of(case, name), about=name)


def _base(case: Case[e.Contest], act: Result, about: Context[Readings2020]) -> Base | None:
    roll = e.roll_of(case)
    return None if roll is None else base_of(roll, law_on(about.readings, act.on).majority)


def _votes_of(case: Case[e.Contest], name: str) -> int | None:
    for held in reversed(e.rounds(case)):
        if held.kind is not RoundKind.RUNOFF and name in held.for_whom:
            return held.for_whom[name]
    return None


@book.rule(
    *_RESULTS,
    cites=row("5-I4"),
    in_force=ELECTIONS,
    title=Text("Không trúng cử quá số lượng cần bầu", "No more are elected than there are seats"),
    encodes=("5-I4", "E20", "E21", "E22"),
)
def elected_within_seats(case: Case[e.Contest], act: Result) -> Demand:
    """The number elected is at most the number of seats."""
    number = None if act.elected is None else len(act.elected)
    return at_most(number, e.seats(case), what=_ELECTED)


@book.rule(
    e.fill,
    cites=RESULT,
    title=Text(
        "Bầu đủ: lấy từ cao xuống thấp, không bằng phiếu ở vị trí cuối",
        "Filled: from the highest down, nobody level at the last place",
    ),
    encodes=("result.order", "result.tie", "E20", "E24"),
)
def filled_as_counted(
    case: Case[e.Contest], act: e.Fill, about: Context[Readings2020]
) -> Objecting:
    """The tally of all rounds leaves nothing to be done and elects these persons."""
    found, why = with_tally(case, about, act.on)
    yield from why
    if found is None:
        return
    yield equals(found.decision, Decision.NONE, what=_NEXT)
    yield _same(act.elected, found.elected, _ELECTED)
    yield _same(act.alternates, found.alternates, Text("dự khuyết", "alternates"))


@book.rule(
    e.detect_tie,
    cites=RESULT,
    title=Text(
        "Bằng phiếu quá nửa ở vị trí cuối, nhiều người hơn số chỗ còn lại",
        "Level at the last place, all over half, and more persons than places left",
    ),
    encodes=("result.tie", "E21", "E25"),
)
def tied_as_counted(
    case: Case[e.Contest], act: e.DetectTie, about: Context[Readings2020]
) -> Objecting:
    """The tally finds these persons level for so many places; no age, no seniority decides."""
    found, why = with_tally(case, about, act.on)
    yield from why
    if found is None:
        return
    level = _level(found)
    yield _same(act.elected, found.elected, _ELECTED)
    yield _same(act.tied, level.names, Text("bằng phiếu", "tied"))
    yield equals(act.places, level.places, what=Text("số chỗ còn lại", "places left"))
    yield at_least(len(level.names), level.places + 1, what=Text("số người bằng phiếu", "tied"))


@book.rule(
    e.detect_shortage,
    cites=row("E22"),
    in_force=ELECTIONS,
    title=Text("Bầu thiếu thật sự, không phải bằng phiếu", "A shortage indeed, and not a tie"),
    encodes=("E22",),
)
def short_as_counted(
    case: Case[e.Contest], act: e.DetectShortage, about: Context[Readings2020]
) -> Objecting:
    """Places are open, nobody is level over half: who is level at or under half is no tie."""
    found, why = with_tally(case, about, act.on)
    yield from why
    if found is None:
        return
    yield one_of(found.decision, _MORE_ROUNDS, what=_NEXT)
    yield equals(_level(found).names, (), what=Text("bằng phiếu", "tied"))
    yield _same(act.elected, found.elected, _ELECTED)
    unfilled = found.unfilled or found.alternates_unfilled
    yield equals(act.unfilled, unfilled, what=Text("số còn thiếu", "places open"))


@book.rule(
    *_ENDINGS,
    cites=AGAIN,
    title=Text(
        "Bầu đại biểu lần đầu thiếu thì bầu tiếp; lần sau đại hội quyết định",
        "Delegates: after the first shortage vote again, later the congress decides",
    ),
    encodes=("result.short_round_default", "result.max_rounds", "E26", "E27"),
)
def delegates_shortage_decided(
    case: Case[e.Contest], act: Ending, about: Context[Readings2020]
) -> Objecting:
    """No number of rounds is the last one by law."""
    if case.subject.post is e.Post.DELEGATES:
        yield from _decided(case, act, about)


@book.rule(
    *_ENDINGS,
    cites=RESULT,
    title=Text(
        "Bầu thiếu: đại hội, hội nghị quyết định bầu tiếp hay dừng",
        "After a shortage the congress or conference decides whether to vote again",
    ),
    severity=Severity.WARNS,
    encodes=("result.short_round_default", "result.max_rounds", "E26", "E27"),
)
def shortage_decided(case: Case[e.Contest], act: Ending, about: Context[Readings2020]) -> Objecting:
    """Committee and other posts; assumed, so it warns."""
    if case.subject.post is not e.Post.DELEGATES:
        yield from _decided(case, act, about)


def _decided(case: Case[e.Contest], act: Ending, about: Context[Readings2020]) -> Objecting:
    found, why = with_tally(case, about, act.on)
    yield from why
    if found is None:
        return
    if found.decision is not Decision.NEXT_ROUND:
        yield over_half(act.vote)
    elif isinstance(act, e.StopVoting):
        yield equals(Decision.NONE, found.decision, what=_NEXT)


@book.rule(
    e.stop_voting,
    cites=RESULT,
    title=Text(
        "Bằng phiếu: chỉ dừng sau khi đã bầu lại mà vẫn bằng",
        "A tie: the voting stops only after a run-off that was tied again",
    ),
    encodes=("result.tie_again", "E27"),
)
def stop_after_tied_runoff(
    case: Case[e.Contest], act: e.StopVoting, about: Context[Readings2020]
) -> Objecting:
    """The first run-off cannot be left out."""
    found, why = with_tally(case, about, act.on)
    yield from why
    if case.stage is e.TIED and found is not None:
        outcome = found.outcome
        yield equals(outcome, RoundOutcome.RUNOFF_TIED, what=Text("kết quả", "outcome"))


@book.rule(
    e.stop_voting,
    cites=row("E27"),
    in_force=ELECTIONS,
    title=Text("Ghi nhận số còn khuyết", "The vacancies are recorded"),
    encodes=("E27",),
)
def vacancies_recorded(
    case: Case[e.Contest], act: e.StopVoting, about: Context[Readings2020]
) -> Objecting:
    """As many as the tally leaves open."""
    found, why = with_tally(case, about, act.on)
    yield from why
    if found is not None:
        yield equals(act.vacancies, found.unfilled, what=Text("số khuyết", "vacancies"))


@book.rule(
    e.continue_voting,
    cites=AGAIN,
    title=Text(
        "Danh sách bầu tiếp: không có người đã trúng cử; người mới phải được đại hội đồng ý",
        "The further list: nobody elected already; new names only if the congress agrees",
    ),
    encodes=("result.short_round_default", "E26"),
)
def further_list(case: Case[e.Contest], act: e.ContinueVoting) -> Iterator[Demand | Gap]:
    """New are the names that stood on no list before."""
    if not act.names:
        yield Gap(Text("chưa rõ danh sách bầu tiếp", "the further list is not known"))
        return
    already, listed = e.elected(case), _listed(case)
    for name in act.names:
        yield none_of(name, already, what=_ELECTED)
    new = tuple(name for name in act.names if name not in listed)
    yield _same(act.new_names, new, Text("người mới", "new names"))
    if new:
        yield holds(act.new_names_agreed, what=Text("đại hội đồng ý", "the congress agrees"))


def _listed(case: Case[e.Contest]) -> set[str]:
    first = {name for each in case.events(e.AdoptList) for name in each.names or ()}
    return first | {name for each in case.events(e.ContinueVoting) for name in each.names or ()}


@book.rule(
    e.continue_voting,
    cites=HANDBOOK.at("parameters.md surplus.later_rounds", Confidence.UNKNOWN),
    in_force=ELECTIONS,
    title=Text("Số dư ở lần bầu tiếp", "Surplus of a further round"),
    severity=Severity.WARNS,
    encodes=("surplus.later_rounds", "E26"),
)
def surplus_of_further_round(
    case: Case[e.Contest], act: e.ContinueVoting, about: Context[Readings2020]
) -> Iterator[Demand | Caution]:
    """As the reading `later_surplus` says: by all seats, by the places left, or not asked."""
    seats, open_seats = e.seats(case), e.places(case)
    # Places beyond the seats are those of alternates, for whom no surplus is asked.
    if not (seats and open_seats and act.names) or open_seats > seats:
        return
    found = surplus_of_next_round(
        case.subject.post,
        seats=seats,
        open_seats=open_seats,
        candidates=len(act.names),
        law=law_on(about.readings, act.on).lists,
    )
    if found is not None:
        yield found.presence_demand
        yield found.cap_demand
