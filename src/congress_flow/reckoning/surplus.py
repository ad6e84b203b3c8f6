"""Candidates beyond the seats: cap, band, verdict, and what a printed percentage can mean.

Shares are compared as fractions of whole people, never as printed percentages. The band of 10 to
15 % fits no whole number for 1 to 6, 11, 12 and 13 seats (trap TR15), so it warns; the cap of 30 %
refuses.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import Final

import attrs

from congress_flow._demand import Demand, at_least, at_most
from congress_flow._figures import percent
from congress_flow._sources import Citation, Confidence
from congress_flow._text import Lang, Text
from congress_flow.errors import UsageError
from congress_flow.reckoning._given import an_enum, whole
from congress_flow.reckoning.law import Contest, LaterRounds, ListLaw, SurplusRounding

_SURPLUS: Final = Text("số dư", "surplus")
_EXTRA: Final = Text("người", "people")


def cap_of(seats: int, law: ListLaw) -> int:
    """Return the largest surplus within the cap: 30 % of 35 seats is 10."""
    whole(seats, "seats", 1)
    return (seats * law.cap.value).__floor__()


def most_of(seats: int, law: ListLaw) -> int:
    """Return the largest surplus that is lawful: the cap, or one person for a small committee."""
    return max(cap_of(seats, law), int(seats in law.one_extra_for.value))


def band_of(seats: int, law: ListLaw) -> tuple[int, ...]:
    """Return every surplus that lies within the band, both ends included; often there is none."""
    whole(seats, "seats", 1)
    floor, ceiling = law.band.value
    return tuple(range((seats * floor).__ceil__(), (seats * ceiling).__floor__() + 1))


def recommended(seats: int, law: ListLaw) -> int:
    """Return the surplus to aim at under the reading in use; 0 where no lawful surplus exists."""
    floor, ceiling = (seats * edge for edge in law.band.value)
    found = max(floor.__ceil__(), 1)
    if law.rounding.value is SurplusRounding.NEAREST and not band_of(seats, law):
        below = floor.__floor__()
        if below >= 1 and floor - below < found - ceiling:
            found = below
    return found if found <= most_of(seats, law) else 0


class Cap(Enum):
    """Where a surplus stands to the cap."""

    OK = "ok"
    OK_BY_SMALL_RULE = "ok_by_small_rule"
    OVER = "over"
    FEWER_CANDIDATES_THAN_SEATS = "fewer_candidates_than_seats"


class Presence(Enum):
    """Whether there is a surplus where one must be."""

    OK = "ok"
    MISSING = "missing"
    NOT_REQUIRED = "not_required"


class Band(Enum):
    """Where a surplus stands to the band; `NONE` without a surplus."""

    NONE = "none"
    BELOW = "below"
    INSIDE = "inside"
    ABOVE = "above"


class SurplusVerdict(Enum):
    """What becomes of a list with this surplus."""

    ACCEPT = "accept"
    ACCEPT_WITH_WARNING = "accept_with_warning"
    REJECT = "reject"


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Surplus:
    """The surplus of one list, held against cap, band and the duty to have one.

    `seats` is what shares are taken of, `places` what there is to elect: the same in a first round.
    """

    contest: Contest
    seats: int
    places: int
    candidates: int
    law: ListLaw

    @property
    def surplus(self) -> int:
        """Candidates beyond the places; negative where there are too few."""
        return self.candidates - self.places

    @property
    def share(self) -> Fraction:
        """The surplus as a share of the seats, exactly."""
        return Fraction(self.surplus, self.seats)

    def percent(self, lang: Lang = "vi", *, rounded: bool = False) -> str:
        """Return the share as it is printed, truncated (or *rounded*, half up)."""
        return percent(self.surplus, self.seats, lang, rounded=rounded)

    @property
    def cap(self) -> Cap:
        """Where the surplus stands to the cap."""
        if self.surplus < 0:
            return Cap.FEWER_CANDIDATES_THAN_SEATS
        if self.surplus <= cap_of(self.seats, self.law):
            return Cap.OK
        within = self.surplus <= most_of(self.seats, self.law)
        return Cap.OK_BY_SMALL_RULE if within else Cap.OVER

    @property
    def presence(self) -> Presence:
        """Whether there is a surplus where one must be."""
        if self.contest not in self.law.required.value:
            return Presence.NOT_REQUIRED
        return Presence.OK if self.surplus > 0 else Presence.MISSING

    @property
    def band(self) -> Band:
        """Where the surplus stands to the band, both ends included."""
        floor, ceiling = self.law.band.value
        if self.surplus <= 0:
            return Band.NONE
        if self.share < floor:
            return Band.BELOW
        return Band.INSIDE if self.share <= ceiling else Band.ABOVE

    @property
    def band_possible(self) -> bool:
        """Whether any whole number of people lies within the band."""
        return bool(band_of(self.seats, self.law))

    @property
    def verdict(self) -> SurplusVerdict:
        """Reject over the cap, short of people or without a duty kept; warn outside the band."""
        outside = self.band in {Band.BELOW, Band.ABOVE}
        binds = self.law.rounding.value is SurplusRounding.BAND_WHERE_POSSIBLE
        if (
            self.cap in {Cap.OVER, Cap.FEWER_CANDIDATES_THAN_SEATS}
            or self.presence is Presence.MISSING
            or (outside and binds and self.band_possible)
        ):
            return SurplusVerdict.REJECT
        return SurplusVerdict.ACCEPT_WITH_WARNING if outside else SurplusVerdict.ACCEPT

    @property
    def cap_demand(self) -> Demand:
        """The cap as a comparison in people, as a blocking rule returns it."""
        most = most_of(self.seats, self.law)
        return at_most(self.surplus, most, what=_SURPLUS, unit=_EXTRA)

    @property
    def presence_demand(self) -> Demand:
        """At least one person more than places (none where that is no duty)."""
        least = 0 if self.presence is Presence.NOT_REQUIRED else 1
        return at_least(self.surplus, least, what=_SURPLUS, unit=_EXTRA)

    @property
    def band_demands(self) -> tuple[Demand, ...]:
        """The band as two comparisons, as a rule that only warns returns them."""
        floor, ceiling = self.law.band.value
        return (
            at_least(self.surplus, of=self.seats, share=floor, what=_SURPLUS),
            at_most(self.surplus, of=self.seats, share=ceiling, what=_SURPLUS),
        )

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The places that the verdict rests on."""
        rests = [self.law.required.citation, self.law.cap.citation]
        within = cap_of(self.seats, self.law)
        if self.surplus > within and most_of(self.seats, self.law) > within:
            rests.append(self.law.one_extra_for.citation)
        if self.band is not Band.NONE:
            rests += [self.law.band.citation, self.law.rounding.citation]
        return tuple(dict.fromkeys(rests))

    @property
    def confidence(self) -> Confidence:
        """The lowest grade of the citations."""
        return Confidence.lowest(*(each.confidence for each in self.citations))

    @property
    def figures(self) -> dict[str, int | str | bool]:
        """The figures and the four answers, as JSON holds them."""
        return {
            "contest": self.contest.value,
            "seats": self.seats,
            "candidates": self.candidates,
            "surplus": self.surplus,
            "percent": self.percent(),
            "most": most_of(self.seats, self.law),
            "cap": self.cap.value,
            "presence": self.presence.value,
            "band": self.band.value,
            "band_possible": self.band_possible,
            "verdict": self.verdict.value,
        }

    @property
    def text(self) -> Text:
        """The surplus in words."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        words = Text(
            "{candidates} người cho {places} chỗ: số dư {surplus} người ({percent} %), "
            "nhiều nhất {most} người",
            "{candidates} candidates for {places} places: surplus {surplus} ({percent} %), "
            "at most {most}",
        ).within(lang)
        said = words.format(
            candidates=self.candidates,
            places=self.places,
            surplus=self.surplus,
            percent=self.percent(lang),
            most=most_of(self.seats, self.law),
        )
        if self.band in {Band.BELOW, Band.ABOVE} and not self.band_possible:
            floor, ceiling = self.law.band.value
            said += (
                Text(
                    "; không có số nguyên nào trong khoảng {}–{} %",
                    "; no whole number lies within {}–{} %",
                )
                .within(lang)
                .format(floor * 100, ceiling * 100)
            )
        return said


def surplus_of(contest: Contest, *, seats: int, candidates: int, law: ListLaw) -> Surplus:
    """Return the surplus of the list of a first round."""
    an_enum(Contest, contest, "contest")
    whole(seats, "seats", 1)
    whole(candidates, "candidates")
    return Surplus(contest=contest, seats=seats, places=seats, candidates=candidates, law=law)


def surplus_of_next_round(
    contest: Contest, *, seats: int, open_seats: int, candidates: int, law: ListLaw
) -> Surplus | None:
    """Return the surplus of the list of a further round, by the reading in use.

    No text says what it is measured by; None under the reading that no surplus is asked then.
    """
    an_enum(Contest, contest, "contest")
    whole(seats, "seats", 1)
    whole(open_seats, "open_seats", 1)
    whole(candidates, "candidates")
    if open_seats > seats:
        raise UsageError(f"{open_seats} seats are open, but there are {seats}")
    if law.later_rounds.value is LaterRounds.NOT_ASKED:
        return None
    by_all = law.later_rounds.value is LaterRounds.ALL_SEATS
    return Surplus(
        contest=contest,
        seats=seats if by_all else open_seats,
        places=open_seats,
        candidates=candidates,
        law=law,
    )


def printed_as(printed: str, seats_up_to: int) -> tuple[tuple[int, int], ...]:
    """Return every (seats, candidates) whose surplus prints as *printed*, truncated or rounded.

    18,18 % is 2 of 11, but also 4 of 22: a printed percentage names no people. *printed* has two
    decimals, after a comma or a point. Raises `UsageError` where it has not.
    """
    whole(seats_up_to, "seats_up_to", 1)
    wanted = printed.replace(",", ".")
    head, point, tail = wanted.partition(".")
    if not (head.isdecimal() and point and tail.isdecimal() and len(tail) == _DECIMALS):
        raise UsageError(f"a percentage with two decimals is wanted, got {printed!r}")
    value = Fraction(wanted) / 100
    # Whoever prints as this lies within one hundredth of a percent of it.
    step = Fraction(1, 10_000)
    return tuple(
        (seats, seats + surplus)
        for seats in range(1, seats_up_to + 1)
        for surplus in range(
            max(((value - step) * seats).__ceil__(), 0), ((value + step) * seats).__floor__() + 1
        )
        if wanted
        in {
            percent(surplus, seats, "en"),
            percent(surplus, seats, "en", rounded=True),
        }
    )


_DECIMALS: Final = 2
