"""The list of the scheme: surplus, and the shares that are striven for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from congress_flow import (
    Answer,
    Breach,
    Case,
    Caution,
    Cited,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Step,
    Text,
    at_least,
    equals,
    less_than,
)
from congress_flow.procedures import Act, Nominee, Sex, TrackKind
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.reckoning.law import Contest
from congress_flow.reckoning.shares import AgeLaw, ShareKind, brackets_of, share_of
from congress_flow.reckoning.surplus import Surplus, surplus_of
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._contest_links import law_on
from congress_flow_vn_2020._track_lists import final_list
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK, QC244_2014
from congress_flow_vn_2020.personnel_law import SHARES, age_law, share_rounding
from congress_flow_vn_2020.readings import AgeBands, Readings2020, ShareBase, TermReadings
from congress_flow_vn_2020.run_acts import track

REQUIRED: Final = QC244_2014.at("điều 16 (số dư, chưa thấy điều văn)", Confidence.ASSUMED)
CAP: Final = QC244_2014.at("về số dư, theo 03-HD/TW (2020) và 04-HD/TW (2014)", Confidence.VERIFIED)
BAND: Final = QC244_2014.at("về số dư 10–15 % (chưa thấy điều văn)", Confidence.ASSUMED)
OPEN: Final = HANDBOOK.at("parameters.md share.base, share.rounding", Confidence.UNKNOWN)

Found = Demand | Breach | Gap | Caution
_ON_LIST: tuple[Step[s.Scheme, s.RemovePerson | s.WithdrawCandidate | s.ConfirmSurplus], ...] = (
    s.confirm_surplus,
    s.remove_person,
    s.withdraw_candidate,
)
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
    """The seats of the direction; the persons of the last lists of tracks R and F."""
    direction = case.last(r.AdoptDirection)
    yield equals(
        act.seats, direction.seats if direction else None, what=Text("số cần bầu", "seats")
    )
    brought: list[str] = []
    for kind in TrackKind:
        other = track(case, about, kind)
        brought += final_list(other) if other else ()
    listed = None if act.candidates is None else tuple(sorted(p.id for p in act.candidates))
    yield equals(listed, tuple(sorted(brought)), what=Text("danh sách", "the list"))


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
    encodes=("surplus.cap", "surplus.min_one_overrides_cap", "R8"),
)
def surplus_cap(case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2020]) -> Answer:
    """At most floor(0.30 · seats); one extra on three seats where the reading says so."""
    del case
    found = surplus(act.seats, _count(act), act.on, about)
    return _asked(found, lambda each: (each.cap_demand,))


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
    title=Text("Danh sách đã rút vẫn trong giới hạn số dư", "The shortened list keeps the limits"),
    encodes=("S9", "S19", "S21", "surplus.required", "surplus.cap"),
)
def surplus_kept(case: Case[s.Scheme], act: Act, about: Context[Readings2020]) -> Answer:
    """After the person has left the list is still longer than the seats and within the cap."""
    found = surplus(case.subject.seats, len(_left(case, act)), act.on, about)
    return _asked(found, lambda each: (each.presence_demand, each.cap_demand))


@book.rule(
    *_BELOW,
    cites=REQUIRED,
    title=Text("Danh sách thật sự thiếu số dư", "The list is below the minimum indeed"),
    encodes=("S10", "S20"),
)
def below_minimum(case: Case[s.Scheme], act: Act) -> Demand:
    """No more persons than seats are left."""
    seats = case.subject.seats
    most = None if seats is None else seats + 1
    return less_than(len(_left(case, act)), most, what=Text("số người còn lại", "persons left"))


def _left(case: Case[s.Scheme], act: Act) -> tuple[Nominee, ...]:
    leaving = getattr(act, "person", None)
    return tuple(person for person in s.scheme_list(case) if person.id != leaving)


def share_answer(
    kind: ShareKind,
    act: r.AssembleScheme,
    target: Cited[Fraction] | None,
    ages: AgeLaw,
    readings: TermReadings,
) -> Answer:
    """Return what a target share asks of the list of a scheme; a soft target (TR18)."""
    if readings.share_base is ShareBase.ELECTED or target is None:
        return ()
    if not act.candidates:
        return Gap(Text("chưa rõ danh sách", "the list is not known"))
    return share_of(
        kind,
        _COUNTS[kind](act.candidates, ages, act.on),
        len(act.candidates),
        target=target,
        rounding=share_rounding(readings),
    ).demand


def _share_rule(name: str, kind: ShareKind, title: Text) -> None:
    """Write one rule on a share of persons: a soft target, to be explained where missed."""

    def rule(case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2020]) -> Answer:
        readings = about.readings
        ages = age_law(case.subject.level, readings)
        return share_answer(kind, act, SHARES[kind].on(act.on), ages, readings)

    rule.__name__ = name
    rule.__doc__ = f"The share {kind.value} of the list; a soft target (TR18)."
    book.rule(
        r.assemble_scheme,
        cites=(*SHARES[kind].citations_on(TERM_2020), OPEN),
        title=title,
        severity=Severity.WARNS,
        encodes=(f"share.{_ROWS[kind]}", "share.rounding", "share.base", "R8", "2-I7"),
    )(rule)


_ROWS: Final = {ShareKind.WOMEN: "women", ShareKind.YOUNG: "youth", ShareKind.RENEWAL: "renewal"}


def born(people: tuple[Nominee, ...], day: date) -> dict[str, date | None]:
    """Return the days of birth, each under a number and the name, so that namesakes stay apart.

    A birth after *day* is no day of birth: it is as if none were known.
    """
    return {
        f"{number}. {person.name}": person.born if (person.born or day) <= day else None
        for number, person in enumerate(people, 1)
    }


def _women(people: tuple[Nominee, ...], ages: AgeLaw, day: date) -> int | None:
    del ages, day
    known = [person.sex for person in people]
    return None if None in known else sum(sex is Sex.FEMALE for sex in known)


def _young(people: tuple[Nominee, ...], ages: AgeLaw, day: date) -> int | None:
    return brackets_of(born(people, day), day, ages).youth.count


def _new(people: tuple[Nominee, ...], ages: AgeLaw, day: date) -> int | None:
    del ages, day
    known = [person.track for person in people]
    return None if None in known else sum(kind is TrackKind.FIRST_TIME for kind in known)


_COUNTS: Final = {ShareKind.WOMEN: _women, ShareKind.YOUNG: _young, ShareKind.RENEWAL: _new}
_share_rule(
    "share_women",
    ShareKind.WOMEN,
    Text("Phấn đấu tỷ lệ nữ từ 15 %", "Strive for 15 % women or more"),
)
_share_rule(
    "share_youth",
    ShareKind.YOUNG,
    Text("Phấn đấu tỷ lệ trẻ từ 10 %", "Strive for 10 % young people or more"),
)
_share_rule(
    "share_renewal",
    ShareKind.RENEWAL,
    Text("Phấn đấu đổi mới từ 1/3", "Strive for a renewal of one third or more"),
)


@book.rule(
    r.assemble_scheme,
    cites=CT35_2019.at("về cơ cấu người dân tộc thiểu số (chưa thấy)", Confidence.ASSUMED),
    title=Text(
        "Người dân tộc thiểu số phù hợp với địa bàn", "Ethnic minorities as suits the locality"
    ),
    severity=Severity.WARNS,
    encodes=("share.minority", "R8"),
)
def share_minority(case: Case[r.Run], act: r.AssembleScheme) -> Iterator[Demand]:
    """Set against their share of the population, where that is told; no figure is in the text."""
    wanted = case.subject.minority_share
    if wanted is not None and act.candidates:
        facts = [person.minority for person in act.candidates]
        count = None if None in facts else sum(map(bool, facts))
        what = ShareKind.MINORITY.term
        yield at_least(count, of=len(facts), share=wanted, what=what)


@book.rule(
    r.assemble_scheme,
    cites=CT35_2019.at("ba độ tuổi; ở cơ sở do tỉnh quy định", Confidence.UNKNOWN),
    title=Text("Ba độ tuổi", "Three age bands"),
    severity=Severity.WARNS,
    encodes=("share.age_bands", "share.youth.age_line", "R8"),
)
def age_bands(case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2020]) -> Answer:
    """Nobody's band is empty; with the cut-offs of province level, 40–50 is about 40–50 %."""
    return bands_answer(act, age_law(case.subject.level, about.readings), about.readings)


def bands_answer(act: r.AssembleScheme, ages: AgeLaw, readings: TermReadings) -> Answer:
    """Return what the three age bands ask of the list of a scheme; a soft target."""
    if not act.candidates:
        return Gap(Text("chưa rõ danh sách", "the list is not known"))
    found = brackets_of(born(act.candidates, act.on), act.on, ages)
    if found.three_present is None:
        return Gap(found.text, found.figures)
    if not found.three_present:
        return Breach(found.text, found.figures)
    if readings.age_bands is AgeBands.AS_PROVINCE_LEVEL:
        middle, total = found.counts[1], len(act.candidates)
        if not (5 * middle >= 2 * total and 2 * middle <= total):
            return Breach(found.text, found.figures)
    return ()
