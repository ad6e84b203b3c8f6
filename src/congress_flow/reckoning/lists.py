"""Who enters an election list: outsiders by their support, and a list cut to the cap by a poll."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import Final

import attrs

from congress_flow._demand import Demand, more_than
from congress_flow._figures import percent
from congress_flow._sources import Citation, Cited, Confidence
from congress_flow._text import Lang, Text
from congress_flow.errors import UsageError
from congress_flow.reckoning._given import by_name, whole, whole_or_unknown
from congress_flow.reckoning._ranking import Tie, fill
from congress_flow.reckoning.law import ListLaw, PollTie
from congress_flow.reckoning.surplus import most_of

_SUPPORT: Final = Text("số người đồng ý đưa vào danh sách", "support for entering the list")


@attrs.frozen(slots=True, weakref_slot=False)
class Entry:
    """Whether a person who is not on the prepared list may enter the election list.

    `threshold` is the share of those attending whose support must be passed; 0 where the law of
    the day asks for none.
    """

    support: int | None
    attending: int | None
    threshold: Cited[Fraction]

    @property
    def demands(self) -> tuple[Demand, ...]:
        """The comparison, or nothing where no support is asked."""
        share = self.threshold.value
        if not share:
            return ()
        return (more_than(self.support, of=self.attending, share=share, what=_SUPPORT),)

    @property
    def admitted(self) -> bool | None:
        """Whether the person may enter; None if a figure that is asked is not known."""
        return all(demand.met for demand in self.demands) if self._known else None

    @property
    def _known(self) -> bool:
        return not any(demand.missing for demand in self.demands)

    @property
    def least(self) -> int | None:
        """The fewest supporters that suffice; None if not known, 0 where none are asked."""
        return self.demands[0].least if self.demands else 0

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The place that the threshold, or its absence, rests on."""
        return (self.threshold.citation,)

    @property
    def text(self) -> Text:
        """The comparison in words."""
        if self.demands:
            return self.demands[0].text
        return Text("không quy định mức tán thành tối thiểu", "no least support is asked")


def entry(support: int | None, attending: int | None, law: ListLaw) -> Entry:
    """Hold the support for an outsider against the threshold, which must be passed (trap TR5).

    Raises `UsageError` where more support him than attend.
    """
    whole_or_unknown(support, "support")
    whole_or_unknown(attending, "attending")
    if support is not None and attending is not None and support > attending:
        raise UsageError(f"{support} support, but only {attending} attend")
    return Entry(support, attending, law.outsider_support)


class PollStep(Enum):
    """What must come next about the outsiders who are level at the last place of the list."""

    NONE = "none"
    POLL_AGAIN = "poll_again"
    CONGRESS_DECIDES = "congress_decides"


_AFTER_TIE: Final = {
    PollTie.WITHIN_CAP: PollStep.NONE,
    PollTie.NONE_ENTERS: PollStep.NONE,
    PollTie.POLL_AGAIN: PollStep.POLL_AGAIN,
    PollTie.CONGRESS_DECIDES: PollStep.CONGRESS_DECIDES,
}


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class ListCut:
    """The election list: the prepared names, and the outsiders who find room under the cap.

    The prepared list is kept whole; only outsiders are polled, and taken from the highest down.
    `below_threshold` had too little support to enter at all. `tie` is level at the last place:
    nobody of it has entered, and `next_step` says what the reading in use asks for.
    """

    seats: int
    prepared: int
    entries: Mapping[str, Entry]
    enter: tuple[str, ...]
    tie: Tie
    law: ListLaw

    @property
    def cap(self) -> int:
        """The largest lawful surplus."""
        return most_of(self.seats, self.law)

    @property
    def longest_list(self) -> int:
        """The most names that the list may hold."""
        return self.seats + self.cap

    @property
    def before_poll(self) -> int:
        """Prepared names and outsiders together."""
        return self.prepared + len(self.entries)

    @property
    def poll_needed_for_cap(self) -> bool:
        """Whether prepared names and outsiders together pass the cap."""
        return self.before_poll > self.longest_list

    @property
    def room(self) -> int:
        """The places for outsiders; 0 where the prepared list fills the cap or passes it."""
        return max(self.longest_list - self.prepared, 0)

    @property
    def below_threshold(self) -> tuple[str, ...]:
        """Outsiders whose support did not pass the threshold."""
        return tuple(name for name, each in self.entries.items() if not each.admitted)

    @property
    def final_list(self) -> int:
        """The names on the list, without those who are level at the cut."""
        return self.prepared + len(self.enter)

    @property
    def next_step(self) -> PollStep:
        """What must come next about those level at the cut."""
        return _AFTER_TIE[self.law.poll_tie.value] if self.tie else PollStep.NONE

    def percent(self, lang: Lang = "vi", *, rounded: bool = False) -> str:
        """Return the surplus of the final list as it is printed."""
        return percent(self.final_list - self.seats, self.seats, lang, rounded=rounded)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The places that the cut rests on."""
        rests = [self.law.cap.citation, self.law.outsider_support.citation]
        if self.poll_needed_for_cap:
            rests.append(self.law.over_cap)
        if self.tie:
            rests.append(self.law.poll_tie.citation)
        return tuple(dict.fromkeys(rests))

    @property
    def confidence(self) -> Confidence:
        """The lowest grade of the citations."""
        return Confidence.lowest(*(each.confidence for each in self.citations))

    @property
    def figures(self) -> dict[str, int | str | list[str]]:
        """The figures of the cut, as JSON holds them."""
        return {
            "seats": self.seats,
            "prepared": self.prepared,
            "cap": self.cap,
            "longest_list": self.longest_list,
            "before_poll": self.before_poll,
            "room": self.room,
            "enter": list(self.enter),
            "tied": list(self.tie.names),
            "final_list": self.final_list,
            "percent": self.percent(),
        }

    @property
    def text(self) -> Text:
        """The cut in words."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        words = Text(
            "danh sách chuẩn bị {prepared} người, nhiều nhất {longest} người, còn {room} chỗ; "
            "đưa thêm vào danh sách: {enter}",
            "{prepared} names prepared, at most {longest}, room for {room}; entering: {enter}",
        ).within(lang)
        nobody = Text("không ai", "nobody").within(lang)
        said = words.format(
            prepared=self.prepared,
            longest=self.longest_list,
            room=self.room,
            enter=", ".join(self.enter) or nobody,
        )
        if self.tie:
            level = Text("; ngang phiếu, còn {} chỗ: {}", "; level for {} place(s): {}")
            said += level.within(lang).format(self.tie.places, ", ".join(self.tie.names))
        return said


def list_cap(
    outsiders: Mapping[str, int],
    law: ListLaw,
    *,
    seats: int,
    prepared: int,
    attending: int | None,
) -> ListCut:
    """Return the election list: first the threshold for outsiders, then the longest list.

    *outsiders* gives each self-nominated or congress-nominated person, withdrawals taken off, the
    support found in the poll; *attending* is the number of those who could give it.

    Raises `UsageError` where a threshold is asked and *attending* is not known, and where more
    support somebody than attend.
    """
    whole(seats, "seats", 1)
    whole(prepared, "prepared")
    whole_or_unknown(attending, "attending")
    support = by_name(outsiders)
    entries = {name: entry(given, attending, law) for name, given in support.items()}
    if any(each.admitted is None for each in entries.values()):
        raise UsageError("the threshold is a share of those attending: their number is wanted")
    admitted = {name: support[name] for name, each in entries.items() if each.admitted}
    room = max(seats + most_of(seats, law) - prepared, 0)
    enter, tie = fill(admitted, room)
    return ListCut(
        seats=seats,
        prepared=prepared,
        entries=entries,
        enter=enter,
        tie=tie,
        law=law,
    )
