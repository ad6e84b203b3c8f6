"""What a majority is taken of, how many votes are needed, and whether enough people are there.

Votes are counted on valid ballots, but they are held against the base: those convened, less the
deductions that the law names. Neither those present nor the valid ballots are the base (trap TR3),
and exactly half never suffices (trap TR4).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Final

import attrs

from congress_flow._demand import Demand, at_least, more_than
from congress_flow._sources import Citation, Cited, Confidence
from congress_flow._text import Lang, Text
from congress_flow.errors import UsageError
from congress_flow.reckoning._given import (
    a_whole,
    an_enum,
    instance,
    name_of,
    whole,
    whole_or_unknown,
)
from congress_flow.reckoning.law import (
    STANDINGS,
    MajorityLaw,
    Meeting,
    QuorumBase,
    Standing,
)

_VOTES: Final = Text("số phiếu", "votes")
_PRESENT: Final = Text("số người có mặt", "present")
_REPRESENTED: Final = Text(
    "số tổ chức đảng trực thuộc có đại biểu", "direct sub-organisations represented"
)


class RollFault(Enum):
    """What makes a roll impossible."""

    DEDUCTIONS_OVER_CONVENED = "deductions_over_convened"
    PRESENT_THOUGH_ABSENT = "present_though_absent"

    @property
    def term(self) -> Text:
        """The fault in words."""
        return _ROLL_WORDS[self]


_ROLL_WORDS: Final = {
    RollFault.DEDUCTIONS_OVER_CONVENED: Text(
        "trừ hết hoặc trừ quá số người được triệu tập", "as many or more deducted than convened"
    ),
    RollFault.PRESENT_THOUGH_ABSENT: Text(
        "vừa ghi có mặt vừa ghi vắng mặt suốt thời gian đại hội",
        "recorded as present and as absent throughout",
    ),
}


def _standings(counts: Mapping[Standing, int]) -> dict[Standing, int]:
    return {standing: counts[standing] for standing in Standing if standing in counts}


@attrs.frozen(slots=True, weakref_slot=False)
class Roll:
    """How many are convened, and how many of them stand in a way that may bear on the base.

    `convened` is the number of official members (members' congress), of official delegates
    convened (delegates' congress) or of incumbents (conference). Each person stands under at most
    one standing of `counts`; a standing that is left out counts nobody. `faults` are contradictions
    found while a roll of persons was summed up.

    Raises `UsageError` for a standing that this kind of meeting does not know.
    """

    meeting: Meeting
    convened: int = attrs.field(validator=a_whole)
    counts: Mapping[Standing, int] = attrs.field(
        factory=dict[Standing, int], converter=_standings, hash=False
    )
    faults: tuple[RollFault, ...] = ()

    def __attrs_post_init__(self) -> None:
        an_enum(Meeting, self.meeting, "meeting")
        for standing, count in self.counts.items():
            whole(count, standing.value)
            if standing not in STANDINGS[self.meeting]:
                raise UsageError(
                    f"{standing.value} is no standing of a {self.meeting.term.en}: "
                    f"{sorted(each.value for each in STANDINGS[self.meeting])}"
                )


class Status(Enum):
    """What a person of the roll is, besides a member or delegate."""

    EXEMPT = "exempt"
    TEMPORARILY_ELSEWHERE = "temporarily_elsewhere"
    SUSPENDED = "suspended"
    CHARGED = "charged"
    INDICTED = "indicted"
    DETAINED = "detained"


class Absence(Enum):
    """How much of the meeting a person missed; `NONE` of it, or nothing recorded."""

    NONE = "none"
    WHOLE_CONGRESS_APPROVED = "whole_congress_approved"
    WHOLE_CONGRESS_NOT_APPROVED = "whole_congress_not_approved"
    PART_OF_CONGRESS_APPROVED = "part_of_congress_approved"
    LEFT_EARLY = "left_early"


def _statuses(values: Iterable[Status]) -> frozenset[Status]:
    found = frozenset(values)
    for value in found:
        an_enum(Status, value, "a status")
    return found


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Attendee:
    """One person convened.

    `committee_member` (of the convening level) and `replaced` (by an alternate) bear on a
    delegates' congress only.
    """

    name: str = attrs.field(converter=name_of)
    present: bool
    statuses: frozenset[Status] = attrs.field(default=frozenset(), converter=_statuses)
    absence: Absence = Absence.NONE
    committee_member: bool = False
    replaced: bool = False


_PROSECUTED: Final = frozenset({Status.CHARGED, Status.INDICTED, Status.DETAINED})
_THROUGHOUT: Final = frozenset(
    {Absence.WHOLE_CONGRESS_APPROVED, Absence.WHOLE_CONGRESS_NOT_APPROVED}
)
_IN_PART: Final = frozenset({Absence.PART_OF_CONGRESS_APPROVED, Absence.LEFT_EARLY})


def _stands(person: Attendee, meeting: Meeting) -> list[Standing]:
    """Return every standing of one person."""
    found: list[Standing] = []
    away = not person.present
    throughout = away and person.absence in _THROUGHOUT
    if meeting is Meeting.DELEGATES_CONGRESS:
        if throughout and person.committee_member:
            found.append(Standing.COMMITTEE_ABSENT_ALL)
        elif throughout and person.replaced:
            found.append(Standing.DELEGATE_ABSENT_REPLACED)
        elif throughout:
            found.append(Standing.DELEGATE_ABSENT_ALL_NO_ALTERNATE)
    else:
        exempt, elsewhere = (
            (Standing.EXEMPT_ABSENT, Standing.TEMPORARILY_ELSEWHERE_ABSENT)
            if away
            else (Standing.EXEMPT_PRESENT, Standing.TEMPORARILY_ELSEWHERE_PRESENT)
        )
        approved = person.absence is Absence.WHOLE_CONGRESS_APPROVED
        found += [
            standing
            for standing, holds in (
                (Standing.SUSPENDED, Status.SUSPENDED in person.statuses),
                (Standing.PROSECUTED_OR_DETAINED, bool(_PROSECUTED & person.statuses)),
                (exempt, Status.EXEMPT in person.statuses),
                (elsewhere, Status.TEMPORARILY_ELSEWHERE in person.statuses),
                (Standing.ABSENT_ALL_APPROVED, throughout and approved),
                (Standing.ABSENT_ALL_UNAPPROVED, throughout and not approved),
            )
            if holds
        ]
    if person.absence in _IN_PART:
        found.append(Standing.LEFT_EARLY)
    return found


def roll_of(meeting: Meeting, people: Iterable[Attendee], law: MajorityLaw) -> Roll:
    """Sum a roll of persons up; who has several standings is counted under one that is deducted.

    So a person both suspended and detained leaves the base once. Raises `UsageError` where two
    people bear one name.
    """
    an_enum(Meeting, meeting, "meeting")
    roll = tuple(people)
    if len({person.name for person in roll}) < len(roll):
        raise UsageError("a name stands twice on the roll: tell the two people apart")
    deducted = law.deducted[meeting].value
    counts: Counter[Standing] = Counter()
    for person in roll:
        standings = _stands(person, meeting)
        if standings:
            counts[min(standings, key=lambda each: each not in deducted)] += 1
    contradicts = any(person.present and person.absence in _THROUGHOUT for person in roll)
    faults = (RollFault.PRESENT_THOUGH_ABSENT,) if contradicts else ()
    return Roll(meeting, len(roll), counts, faults)


@attrs.frozen(slots=True, weakref_slot=False)
class Base:
    """The number that a majority is taken of, fixed once for all rounds of a meeting."""

    roll: Roll
    deducted: Cited[frozenset[Standing]]
    share: Cited[Fraction]

    @property
    def deductions(self) -> tuple[tuple[Standing, int], ...]:
        """Who leaves the base, and how many; nobody twice."""
        return tuple(
            (standing, count)
            for standing, count in self.roll.counts.items()
            if count and standing in self.deducted.value
        )

    @property
    def size(self) -> int:
        """Those convened less the deductions."""
        return self.roll.convened - sum(count for _, count in self.deductions)

    @property
    def need(self) -> int:
        """The fewest votes that are more than half of the base."""
        return (self.size * self.share.value).__floor__() + 1

    @property
    def faults(self) -> tuple[RollFault, ...]:
        """Why no majority can be taken of this base; empty for a sound one."""
        nobody = (RollFault.DEDUCTIONS_OVER_CONVENED,) if self.size <= 0 else ()
        return self.roll.faults + nobody

    def carries(self, votes: int) -> bool:
        """Return whether *votes* are more than half of a sound base."""
        return not self.faults and votes >= self.need

    def demand(self, votes: int | None, about: str = "") -> Demand:
        """Return the comparison itself, as a rule returns it."""
        return more_than(votes, of=self.size, share=self.share.value, about=about, what=_VOTES)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The places that the base and the majority rest on."""
        return tuple(dict.fromkeys((self.deducted.citation, self.share.citation)))

    @property
    def confidence(self) -> Confidence:
        """The lowest grade of the citations."""
        return Confidence.lowest(*(each.confidence for each in self.citations))

    @property
    def figures(self) -> dict[str, int | str]:
        """`meeting`, `convened`, each deduction by its name, `base` and `need`."""
        found: dict[str, int | str] = {
            "meeting": self.roll.meeting.value,
            "convened": self.roll.convened,
        }
        found |= {standing.value: count for standing, count in self.deductions}
        return found | {"base": self.size, "need": self.need}

    @property
    def text(self) -> Text:
        """The base in words."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        words = Text(
            "tổng số để tính kết quả: {base} ({convened} được triệu tập{less}); cần {need} phiếu",
            "base: {base} ({convened} convened{less}); {need} votes needed",
        ).within(lang)
        less = "".join(
            f"; {Text('trừ', 'less').within(lang)} {count} {standing.term.within(lang)}"
            for standing, count in self.deductions
        )
        return words.format(base=self.size, convened=self.roll.convened, less=less, need=self.need)


def base_of(roll: Roll, law: MajorityLaw) -> Base:
    """Return the base of the majority at the meeting of *roll*."""
    instance(Roll, roll)
    return Base(roll, law.deducted[roll.meeting], law.share)


@attrs.frozen(slots=True, weakref_slot=False)
class Quorum:
    """Whether enough people are there: one demand, at a delegates' congress two."""

    demands: tuple[Demand, ...]
    citations: tuple[Citation, ...]

    @property
    def met(self) -> bool | None:
        """True with all thirds kept, False with one missed, None if a figure is not known."""
        answers = [demand.met for demand in self.demands]
        return False if False in answers else None if None in answers else True

    @property
    def confidence(self) -> Confidence:
        """The lowest grade of the citations."""
        return Confidence.lowest(*(each.confidence for each in self.citations))

    @property
    def text(self) -> Text:
        """The demands in words."""
        return _all_of(demand.text for demand in self.demands)


def _all_of(texts: Iterable[Text]) -> Text:
    words = tuple(texts)
    return Text("; ".join(each.vi for each in words), "; ".join(each.en for each in words))


def quorum(
    roll: Roll,
    law: MajorityLaw,
    *,
    present: int | None,
    sub_organisations: int | None = None,
    represented: int | None = None,
) -> Quorum:
    """Return whether a meeting has its quorum; None stands for a figure that is not known.

    A delegates' congress also asks how many of its direct sub-organisations are represented.
    Raises `UsageError` for a meeting whose quorum the law does not know.
    """
    for name, value in (
        ("present", present),
        ("sub_organisations", sub_organisations),
        ("represented", represented),
    ):
        whole_or_unknown(value, name)
    share = law.quorum.get(roll.meeting)
    if share is None:
        raise UsageError(f"no quorum is known for a {roll.meeting.term.en}")
    before = law.quorum_base.value is QuorumBase.CONVENED
    of = roll.convened if before else base_of(roll, law).size
    demands = [at_least(present, of=of, share=share.value, what=_PRESENT)]
    citations = [share.citation, law.quorum_base.citation]
    if roll.meeting is Meeting.DELEGATES_CONGRESS:
        second = law.quorum_of_organisations
        demands.append(
            at_least(represented, of=sub_organisations, share=second.value, what=_REPRESENTED)
        )
        citations.append(second.citation)
    return Quorum(tuple(demands), tuple(dict.fromkeys(citations)))
