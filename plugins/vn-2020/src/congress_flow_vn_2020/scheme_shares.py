"""The list of the scheme, and those elected: the shares that are striven for, the age bands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any, Final

import attrs

from congress_flow import (
    Answer,
    Breach,
    Case,
    Cited,
    Confidence,
    Context,
    Demand,
    Gap,
    InForce,
    Level,
    Severity,
    Text,
    at_least,
)
from congress_flow.procedures import Nominee, Sex, TrackKind
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.reckoning.shares import AgeLaw, ShareKind, brackets_of, share_of
from congress_flow_vn_2020._book import TERM_2020, book, by_another_text
from congress_flow_vn_2020._personnel_links import run_of
from congress_flow_vn_2020.instruments import CT35_2019, HANDBOOK, HD26_2019
from congress_flow_vn_2020.personnel_law import SHARES, age_law, share_rounding
from congress_flow_vn_2020.readings import AgeBands, Readings2020, ShareBase, TermReadings

OPEN: Final = HANDBOOK.at("parameters.md share.base, share.rounding", Confidence.UNKNOWN)
# There the directive's own cut-offs and shares of the age bands hold; below, the province's.
_ABOVE_GRASSROOTS: Final = frozenset({Level.UPPER_GRASSROOTS, Level.PROVINCE})
_NO_LIST: Final = Text("chưa rõ danh sách", "the list is not known")
_NOT_INTENDED: Final = Text(
    "đề án không ghi ai dự kiến trúng cử", "the scheme does not say who is intended to be elected"
)
People = tuple[Nominee, ...]


def _lists(
    act: r.AssembleScheme, readings: TermReadings
) -> Iterator[tuple[ShareBase, People] | Gap]:
    """Yield the lists of a scheme of which the readings take a share, with what each is.

    Where all are to be reported, that of the intended if the scheme tells it.
    """
    chosen, people = readings.share_base, act.candidates or ()
    if chosen is ShareBase.ELECTED:
        return
    if not people:
        yield Gap(_NO_LIST)
        return
    if chosen is not ShareBase.INTENDED:
        yield ShareBase.CANDIDATES, people
    intended = tuple(person for person in people if person.id in (act.intended or ()))
    if intended and chosen is not ShareBase.CANDIDATES:
        yield ShareBase.INTENDED, intended
    elif chosen is ShareBase.INTENDED:
        yield Gap(_NOT_INTENDED)


def share_answer(
    kind: ShareKind,
    act: r.AssembleScheme,
    target: Cited[Fraction] | None,
    ages: AgeLaw,
    readings: TermReadings,
) -> Iterator[Demand | Gap]:
    """Yield what a target share asks of the list of a scheme; a soft target (TR18)."""
    if target is None:
        return
    for found in _lists(act, readings):
        if isinstance(found, Gap):
            yield found
        else:
            base, people = found
            yield _share(kind, people, base, act.on, target, ages, readings)


def _share(  # noqa: PLR0917 - each is a fact of one comparison
    kind: ShareKind,
    people: People,
    base: ShareBase,
    day: date,
    target: Cited[Fraction],
    ages: AgeLaw,
    readings: TermReadings,
) -> Demand:
    found = share_of(
        kind,
        _COUNTS[kind](people, ages, day),
        len(people),
        target=target,
        rounding=share_rounding(readings),
    ).demand
    term = kind.term
    what = Text(f"{term.vi} ({base.term.vi})", f"{term.en} ({base.term.en})")
    return attrs.evolve(found, what=what, about=_untold(people, _told(kind, people, day)))


def _told(kind: ShareKind, people: People, day: date) -> Iterable[object]:
    """Return the fact by which a person is counted, or None, for each of *people*."""
    if kind is ShareKind.YOUNG:
        return born(people, day).values()
    return [person.sex if kind is ShareKind.WOMEN else person.track for person in people]


def _untold(people: People, facts: Iterable[object]) -> str:
    """Return the names of those of whom a fact is not known; empty if there is nobody."""
    each = zip(people, facts, strict=True)
    return ", ".join(person.name for person, fact in each if fact is None)


def _share_rule(name: str, kind: ShareKind, title: Text) -> None:
    """Write the rules on a share of persons: a soft target, to be explained where missed.

    One looks at the list of the scheme, the other at those elected.
    """

    def rule(case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2020]) -> Answer:
        readings = about.readings
        ages = age_law(case.subject.level, readings)
        return share_answer(kind, act, SHARES[kind].on(act.on), ages, readings)

    def elected(case: Case[s.Scheme], act: s.CloseScheme, about: Context[Readings2020]) -> Answer:
        ages = age_law(case.subject.level, about.readings)
        return elected_answer(kind, case, act, about, SHARES[kind].on(act.on), ages)

    rule.__name__ = name
    rule.__doc__ = f"The share {kind.value} of the list; a soft target (TR18)."
    elected.__name__ = f"{name}_elected"
    elected.__doc__ = f"The share {kind.value} of those elected; a soft target (TR18)."
    book.rule(
        r.assemble_scheme,
        cites=(*SHARES[kind].citations_on(TERM_2020), OPEN),
        title=title,
        severity=Severity.WARNS,
        encodes=(f"share.{_ROWS[kind]}", "share.rounding", "share.base", "R8", "2-I7", "TR18"),
    )(rule)
    book.rule(
        s.close_scheme,
        cites=(*SHARES[kind].citations_on(TERM_2020), OPEN),
        title=title,
        severity=Severity.WARNS,
        encodes=(f"share.{_ROWS[kind]}", "share.rounding", "share.base", "2-I7", "TR18"),
    )(elected)


def elected_answer(  # noqa: PLR0917 - each is a fact of one comparison
    kind: ShareKind,
    case: Case[s.Scheme],
    act: s.CloseScheme,
    about: Context[Any],
    target: Cited[Fraction] | None,
    ages: AgeLaw,
) -> Answer:
    """Return what a target share asks of those elected to the committee; a soft target (TR18)."""
    readings: TermReadings = about.readings
    if readings.share_base not in {ShareBase.ELECTED, ShareBase.ALL} or target is None:
        return ()
    people = elected_of(case, about)
    if not people:
        return Gap(Text("chưa rõ những ai trúng cử", "who was elected is not known"))
    return _share(kind, people, ShareBase.ELECTED, act.on, target, ages, readings)


def elected_of(case: Case[s.Scheme], about: Context[Any]) -> People:
    """Return who was declared elected to the committee of a scheme.

    Of an outsider, who stands on no list of it, only the name is known. Empty: not declared.
    """
    known = {person.id: person for person in _ever_listed(case, about)}
    for contest in about.beside.of(e.election_contest):
        subject, told = contest.subject, contest.last(e.Declare)
        if subject.scheme == case.id and subject.post is e.Post.COMMITTEE and told is not None:
            return tuple(known.get(n, Nominee(id=n, name=n)) for n in told.elected or ())
    return ()


def _ever_listed(case: Case[s.Scheme], about: Context[Any]) -> Iterator[Nominee]:
    owner = run_of(case, about)
    for act in () if owner is None else owner.events(r.AssembleScheme):
        yield from act.candidates or ()
    for made in case.events(s.AssembleScheme):
        yield from made.candidates or ()


_ROWS: Final = {ShareKind.WOMEN: "women", ShareKind.YOUNG: "youth", ShareKind.RENEWAL: "renewal"}


def born(people: People, day: date) -> dict[str, date | None]:
    """Return the days of birth, each under a number and the name, so that namesakes stay apart.

    A birth after *day* is no day of birth: it is as if none were known.
    """
    return {
        f"{number}. {person.name}": person.born if (person.born or day) <= day else None
        for number, person in enumerate(people, 1)
    }


def _women(people: People, ages: AgeLaw, day: date) -> int | None:
    del ages, day
    known = [person.sex for person in people]
    return None if None in known else sum(sex is Sex.FEMALE for sex in known)


def _young(people: People, ages: AgeLaw, day: date) -> int | None:
    return brackets_of(born(people, day), day, ages).youth.count


def _new(people: People, ages: AgeLaw, day: date) -> int | None:
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
        whose = _untold(act.candidates, facts)
        what = ShareKind.MINORITY.term
        yield at_least(count, of=len(facts), share=wanted, about=whose, what=what)


@book.rule(
    r.assemble_scheme,
    cites=(
        CT35_2019.at("ba độ tuổi; ở cơ sở do tỉnh quy định", Confidence.UNKNOWN),
        HD26_2019.at("về ba độ tuổi", Confidence.REPORTED),
    ),
    in_force=HD26_2019.in_force,
    title=Text("Ba độ tuổi", "Three age bands"),
    severity=Severity.WARNS,
    encodes=("share.age_bands", "share.youth.age_line", "R8"),
)
def age_bands(case: Case[r.Run], act: r.AssembleScheme, about: Context[Readings2020]) -> Answer:
    """Nobody's band is empty; in provinces and districts 40–50 is about 40–50 %.

    At the grassroots the province sets its own bands: there it is a reading.
    """
    level, readings = case.subject.level, about.readings
    shares = level in _ABOVE_GRASSROOTS or readings.age_bands is AgeBands.AS_PROVINCE_LEVEL
    return bands_answer(act, age_law(level, readings), readings, shares=shares)


by_another_text(
    "age_bands",
    cites=CT35_2019.at("ba độ tuổi; ở cơ sở do tỉnh quy định", Confidence.UNKNOWN),
    in_force=InForce(None, HD26_2019.in_force.since),
    suffix="_by_directive",
)


def bands_answer(
    act: r.AssembleScheme, ages: AgeLaw, readings: TermReadings, *, shares: bool | None = None
) -> Answer:
    """Return what the three age bands ask of the list of a scheme; a soft target.

    *shares* is whether the middle one has a share of its own; None: as the reading says.
    """
    if not act.candidates:
        return Gap(_NO_LIST)
    found = brackets_of(born(act.candidates, act.on), act.on, ages)
    if found.three_present is None:
        return Gap(found.text, found.figures)
    if not found.three_present:
        return Breach(found.text, found.figures)
    asked = readings.age_bands is AgeBands.AS_PROVINCE_LEVEL if shares is None else shares
    if asked:
        middle, total = found.counts[1], len(act.candidates)
        if not (5 * middle >= 2 * total and 2 * middle <= total):
            return Breach(found.text, found.figures)
    return ()
