"""Who is on the way to the election list, worked out from the past of a contest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from congress_flow import Breach, Case, Caution, Demand, Gap, Text, at_most, equals, more_than
from congress_flow.errors import UsageError
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import (
    ElectionLaw,
    ListCut,
    ListLaw,
    PollStep,
    Surplus,
    cap_of,
    list_cap,
    most_of,
    surplus_of,
)

_LISTED: Final = Text("người ngoài danh sách chuẩn bị", "names outside the prepared list")
_LET_IN: Final = Text("người ngang phiếu được đưa vào", "of those level, let in")
_SUPPORT: Final = Text("số phiếu lấy lại", "support in the second poll")


def remaining(case: Case[e.Contest]) -> dict[str, e.Origin]:
    """Return all who came forward and were not let go, each with how."""
    decided = case.last(e.DecideWithdrawals)
    released = (decided.released or ()) if decided is not None else ()
    return {name: how for name, how in e.origins(case).items() if name not in released}


def kept(case: Case[e.Contest]) -> tuple[str, ...]:
    """Return the prepared names that were not let go."""
    return tuple(name for name, how in remaining(case).items() if how is e.Origin.PREPARED)


def outsiders(case: Case[e.Contest]) -> tuple[str, ...]:
    """Return the self-nominated and those nominated at the meeting who were not let go."""
    return tuple(name for name, how in remaining(case).items() if how is not e.Origin.PREPARED)


def over_cap(case: Case[e.Contest], law: ListLaw) -> bool | None:
    """Return whether all the names together pass the longest list; None: seats not known."""
    seats = e.seats(case)
    return None if not seats else len(remaining(case)) > seats + most_of(seats, law)


def list_surplus(
    case: Case[e.Contest], names: tuple[str, ...] | None, law: ElectionLaw
) -> Surplus | Gap:
    """Return the surplus of a list of *names*, or a gap where a figure is not known."""
    seats = e.seats(case)
    if not seats or names is None:
        return Gap(
            Text("chưa rõ số lượng cần bầu hoặc danh sách", "seats or list are not known"),
            {"seats": seats},
        )
    post = case.subject.post
    return surplus_of(post, seats=seats, candidates=len(names), law=law.lists)


def over_cap_as_read(found: Surplus) -> tuple[Caution, ...]:
    """Return the remark on a surplus above the cap on a committee that a reading excepts."""
    excepted = found.seats in found.law.one_extra_for.value
    if not excepted or found.surplus <= cap_of(found.seats, found.law):
        return ()
    return (Caution(found.text, found.figures),)


def cut_of(case: Case[e.Contest], act: e.AdoptList, law: ListLaw) -> ListCut | Breach | Gap:
    """Return the list as threshold and poll cut it: the lawful outsiders by their support.

    Where the law asks for no support and the list is not too long, no poll is wanted. A gap where
    a figure is not known, a breach where the figures of the poll cannot be.
    """
    poll, seats = case.last(e.RunOpinionPoll), e.seats(case)
    told = None if poll is None else poll.support
    asked = law.outsider_support.value
    attending = None if poll is None else poll.attending
    polled = told is not None and not (asked and attending is None)
    if not seats or not (polled or (poll is None and not asked)):
        return Gap(
            Text("chưa rõ kết quả lấy phiếu", "the result of the poll is not known"),
            {"outsiders": outsiders(case), "seats": seats},
        )
    # Only the law that has a threshold also asks for criteria on entry.
    barred = act.below_criteria if asked else ()
    support = {name: (told or {}).get(name, 0) for name in outsiders(case) if name not in barred}
    try:
        return list_cap(support, law, seats=seats, prepared=len(kept(case)), attending=attending)
    except UsageError as fault:
        return Breach(Text(f"số liệu không hợp lệ: {fault}", f"figures that are none: {fault}"))


def let_in(case: Case[e.Contest], act: e.AdoptList, cut: ListCut) -> Iterator[Demand | Gap]:
    """Demand that the outsiders on an over-long list are those whom the poll lets in.

    Those level at the cut enter as the reading says: none of them, by a second poll, or as the
    congress chooses, never more than there are places.
    """
    names = act.names or ()
    listed = tuple(name for name in outsiders(case) if name in names)
    level = tuple(name for name in listed if name in cut.tie.names)
    clear = tuple(sorted(name for name in listed if name not in cut.tie.names))
    yield equals(clear, tuple(sorted(cut.enter)), what=_LISTED)
    if not cut.tie:
        return
    if cut.next_step is PollStep.NONE:
        yield equals(level, (), what=_LET_IN)
    elif cut.next_step is PollStep.CONGRESS_DECIDES:
        yield at_most(len(level), cut.tie.places, what=_LET_IN)
    else:
        yield from _by_second_poll(level, act.second_poll, cut)


def _by_second_poll(
    level: tuple[str, ...], second: Mapping[str, int] | None, cut: ListCut
) -> Iterator[Demand | Gap]:
    if second is None:
        yield Gap(
            Text("chưa lấy phiếu lại với người ngang phiếu", "those level were not polled again"),
            {"tied": cut.tie.names},
        )
        return
    yield at_most(len(level), cut.tie.places, what=_LET_IN)
    out = [second.get(name, 0) for name in cut.tie.names if name not in level]
    for name in level:
        # Level again is no right to enter: nobody left out may have as much support.
        yield more_than(second.get(name), max(out, default=-1), about=name, what=_SUPPORT)
