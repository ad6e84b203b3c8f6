"""The list of the scheme: whose it is, and its surplus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from congress_flow import (
    Answer,
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
    less_than,
    one_of,
)
from congress_flow.procedures import Act, Nominee, TrackKind
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.reckoning.law import Contest
from congress_flow.reckoning.surplus import Surplus, surplus_of
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._contest_links import law_on
from congress_flow_vn_2020._contest_list import over_cap_as_read
from congress_flow_vn_2020._personnel_links import direction, seats_of, track
from congress_flow_vn_2020._track_lists import final_list, vacancies
from congress_flow_vn_2020.election_law import not_seen
from congress_flow_vn_2020.instruments import HANDBOOK, QC244_2014
from congress_flow_vn_2020.readings import Readings2020

REQUIRED: Final = QC244_2014.at("điều 16 (số dư, chưa thấy điều văn)", Confidence.ASSUMED)
CAP: Final = QC244_2014.at("về số dư, theo 03-HD/TW (2020) và 04-HD/TW (2014)", Confidence.VERIFIED)
BAND: Final = QC244_2014.at("về số dư 10–15 % (chưa thấy điều văn)", Confidence.ASSUMED)

Found = Demand | Gap | Caution
_ON_LIST: tuple[Step[s.Scheme, s.RemovePerson | s.WithdrawCandidate | s.ConfirmSurplus], ...] = (
    s.confirm_surplus,
    s.remove_person,
    s.withdraw_candidate,
)
_SEATS: Final = Text("số cần bầu", "seats")
_BELOW: tuple[Step[s.Scheme, s.RecordBelowMinimum | s.WithdrawBelowMinimum], ...] = (
    s.record_below_minimum,
    s.withdraw_below_minimum,
)


def surplus(
    seats: int | None, candidates: int | None, day: date, about: Context[Readings2020]
) -> Surplus | Gap:
    """Return the surplus of a committee's list on *day*, or a gap where a figure is not known."""
    if not seats or candidates is None:
        return Gap(
            Text("chưa rõ số cần bầu hoặc số người", "seats or candidates are not known"),
            {"seats": seats, "candidates": candidates},
        )
    return surplus_on(day, seats, candidates, about)


def surplus_on(day: date, seats: int, candidates: int, about: Context[Readings2020]) -> Surplus:
    """Return the surplus of a committee's list by the law of *day*."""
    law = law_on(about.readings, day).lists
    return surplus_of(Contest.COMMITTEE, seats=seats, candidates=candidates, law=law)


def _asked(found: Surplus | Gap, ask: Callable[[Surplus], Iterable[Found]]) -> Iterable[Found]:
    return (found,) if isinstance(found, Gap) else ask(found)


def _count(act: r.AssembleScheme) -> int | None:
    return None if act.candidates is None else len(act.candidates)


@book.rule(
    r.assemble_scheme,
    cites=HANDBOOK.at("procedures.md R8", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text(
        "Danh sách đề án đúng kết quả hai vòng, đúng số lượng đã thông qua",
        "The list is what both tracks brought, for the seats adopted",
    ),
    encodes=("R8",),
)
def list_from_tracks(
    case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The seats of the direction, less vacancies accepted; the last lists of tracks R and F."""
    planned = direction(case)
    seats = planned.seats if planned else None
    of_f = track(case, about, TrackKind.FIRST_TIME)
    vacant = vacancies(of_f) if of_f else 0
    yield at_most(act.seats, seats, what=_SEATS)
    yield at_least(act.seats, None if seats is None else seats - vacant, what=_SEATS)
    brought: list[str] = []
    for kind in TrackKind:
        other = track(case, about, kind)
        brought += final_list(other) if other else ()
    listed = None if act.candidates is None else tuple(sorted(p.id for p in act.candidates))
    yield equals(listed, tuple(sorted(brought)), what=Text("danh sách", "the list"))
    for person in act.intended or ():
        yield one_of(person, listed or (), what=Text("dự kiến trúng cử", "intended to be elected"))


@book.rule(
    r.assemble_scheme,
    cites=REQUIRED,
    title=Text("Bầu cấp ủy phải có số dư", "The election of a committee must have a surplus"),
    encodes=("surplus.required", "R8"),
)
def surplus_required(
    case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2020]
) -> Answer:
    """More candidates than seats."""
    del case
    found = surplus(act.seats, _count(act), act.on, about)
    return _asked(found, lambda each: (each.presence_demand,))


@book.rule(
    r.assemble_scheme,
    cites=CAP,
    title=Text("Số dư không quá 30 % số cần bầu", "The surplus is at most 30 % of the seats"),
    encodes=("surplus.cap", "R8"),
)
def surplus_cap(case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2020]) -> Answer:
    """At most floor(0.30 · seats); one extra on three seats where the reading says so."""
    del case
    found = surplus(act.seats, _count(act), act.on, about)
    return _asked(found, lambda each: (each.cap_demand,))


@book.rule(
    r.assemble_scheme,
    cites=(CAP, not_seen("surplus.min_one_overrides_cap")),
    title=Text(
        "Bầu 3 người, dư 1 là 33,33 %: theo cách hiểu đã chọn, không theo văn bản nào",
        "One extra on 3 seats is 33.33 %: by the reading chosen, by no text",
    ),
    severity=Severity.WARNS,
    encodes=("surplus.min_one_overrides_cap", "R8"),
)
def surplus_over_cap_as_read(
    case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2020]
) -> Answer:
    """Over 30 %, and let pass by a reading alone: it is said aloud."""
    del case
    return _asked(surplus(act.seats, _count(act), act.on, about), over_cap_as_read)


@book.rule(
    r.assemble_scheme,
    cites=BAND,
    title=Text("Số dư trong khoảng 10–15 %", "The surplus lies within 10–15 %"),
    severity=Severity.WARNS,
    encodes=("surplus.band", "surplus.rounding", "R8", "2-I7"),
)
def surplus_band(case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2020]) -> Answer:
    """A target: outside it the list is explained; for 11 seats no whole number lies within."""
    del case
    return _asked(surplus(act.seats, _count(act), act.on, about), band_remarks)


def band_remarks(found: Surplus) -> tuple[Found, ...]:
    """Return the remark on a surplus outside the band, with its figures; nothing inside it."""
    if all(demand.met for demand in found.band_demands):
        return found.band_demands
    return (Caution(found.text, found.figures),)


@book.rule(
    *_ON_LIST,
    cites=CAP,
    title=Text("Danh sách đã rút không quá mức số dư", "The shortened list keeps the cap"),
    encodes=("S9", "S19", "S21", "surplus.cap"),
)
def surplus_kept(case: Case[s.Scheme], act: Act, about: Context[Readings2020]) -> Answer:
    """After the person has left the surplus is still within the cap."""
    found = surplus(seats_of(case, about), len(_left(case, act)), act.on, about)
    return _asked(found, lambda each: (each.cap_demand,))


@book.rule(
    *_ON_LIST,
    cites=REQUIRED,
    title=Text("Danh sách đã rút vẫn có số dư", "The shortened list still has a surplus"),
    encodes=("S9", "S19", "S21", "surplus.required"),
)
def surplus_still_there(case: Case[s.Scheme], act: Act, about: Context[Readings2020]) -> Answer:
    """After the person has left the list is still longer than the seats."""
    found = surplus(seats_of(case, about), len(_left(case, act)), act.on, about)
    return _asked(found, lambda each: (each.presence_demand,))


@book.rule(
    *_BELOW,
    cites=REQUIRED,
    title=Text("Danh sách thật sự thiếu số dư", "The list is below the minimum indeed"),
    encodes=("S10", "S20"),
)
def below_minimum(case: Case[s.Scheme], act: Act, about: Context[Readings2020]) -> Demand:
    """No more persons than seats are left."""
    seats = seats_of(case, about)
    most = None if seats is None else seats + 1
    return less_than(len(_left(case, act)), most, what=Text("số người còn lại", "persons left"))


def _left(case: Case[s.Scheme], act: Act) -> tuple[Nominee, ...]:
    leaving = getattr(act, "person", None)
    return tuple(person for person in s.scheme_list(case) if person.id != leaving)
