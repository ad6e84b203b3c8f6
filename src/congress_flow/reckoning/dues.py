"""What falls due, and how it stands on a day: done in time, done late, due, overdue.

The day is worked out from its anchor whenever it is asked; neither day nor standing is stored.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Final

import attrs

from congress_flow._figures import shown
from congress_flow._sources import InForce
from congress_flow._text import Lang, Text, nfc
from congress_flow.errors import UsageError
from congress_flow.reckoning.deadlines import (
    Counting,
    Deadline,
    Direction,
    Limit,
    Timeliness,
    Unit,
    timeliness,
)


class Bearing(Enum):
    """What the day asks: to be done by it, allowed until it, or allowed from it on only."""

    BY = "by"
    UNTIL = "until"
    FROM = "from"

    @property
    def term(self) -> Text:
        """The bearing in words, to stand before the day."""
        return _BEARINGS[self]


_BEARINGS: Final = {
    Bearing.BY: Text("chậm nhất", "by"),
    Bearing.UNTIL: Text("đến hết", "until"),
    Bearing.FROM: Text("từ", "from"),
}


class DueStatus(Enum):
    """How something due stands on a day.

    `DUE` and `OVERDUE` are what must still be done. `LAPSED` is a time to do something that ran
    out unused, and nothing is late; `NOT_YET` and `BEGUN` are before and after a first day.
    """

    DONE = "done"
    LATE = "late"
    EARLY = "early"
    DUE = "due"
    OVERDUE = "overdue"
    LAPSED = "lapsed"
    NOT_YET = "not_yet"
    BEGUN = "begun"
    ANCHOR_UNKNOWN = "anchor_unknown"
    CALENDAR_ENDS = "calendar_ends"

    @property
    def term(self) -> Text:
        """The status in words."""
        return _STATUSES[self]


_STATUSES: Final = {
    DueStatus.DONE: Text("đã làm, đúng hạn", "done in time"),
    DueStatus.LATE: Text("đã làm, muộn", "done late"),
    DueStatus.EARLY: Text("đã làm, quá sớm", "done too early"),
    DueStatus.DUE: Text("còn hạn", "due"),
    DueStatus.OVERDUE: Text("quá hạn, chưa thấy ghi là đã làm", "overdue, no record of it"),
    DueStatus.LAPSED: Text("đã hết hạn", "the time is over"),
    DueStatus.NOT_YET: Text("chưa đến ngày", "not yet"),
    DueStatus.BEGUN: Text("đã đến ngày", "has begun"),
    DueStatus.ANCHOR_UNKNOWN: Text("chưa rõ ngày mốc", "the anchor day is not known"),
    DueStatus.CALENDAR_ENDS: Text(
        "lịch ngày nghỉ chưa có đến đó", "the calendar does not reach so far"
    ),
}
_OF_TIMELINESS: Final = {
    Timeliness.DONE: DueStatus.DONE,
    Timeliness.LATE: DueStatus.LATE,
    Timeliness.RUNNING: DueStatus.DUE,
    Timeliness.MISSED: DueStatus.OVERDUE,
}


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Due:
    """What falls due in the case `case`: `what` is to be done, or `what` begins.

    It runs for `limit` from the day `anchor`, which is what `anchor_is` says; without a limit the
    text names the day itself, and that is the anchor. `anchor` and `done` are None while they are
    not known, and while it is not done. `about` tells apart what falls due in one case (a person, a
    letter), `source` names the paper that sets the day where it is not the instrument cited.
    `tolled` are spans whose days do not count, as for a `Deadline`.

    Raises `UsageError` for a limit without the way of counting it.
    """

    case: str = attrs.field(converter=nfc)
    what: Text
    anchor: date | None
    anchor_is: Text
    limit: Limit | None = None
    direction: Direction = Direction.AFTER
    counting: Counting | None = None
    bearing: Bearing = Bearing.BY
    done: date | None = None
    about: str = attrs.field(default="", converter=nfc)
    source: str = attrs.field(default="", converter=nfc)
    tolled: tuple[InForce, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.limit is not None and self.counting is None:
            raise UsageError(f"{self.what.en}: how the days of the limit are counted must be said")

    @property
    def day(self) -> date | None:
        """The last day, or for `FROM` the first; None where anchor or days off are not known."""
        if self.anchor is None or self.limit is None or self.counting is None:
            return self.anchor
        try:
            return Deadline(
                anchor=self.anchor,
                limit=self.limit,
                direction=self.direction,
                counting=self.counting,
                tolled=self.tolled,
            ).day
        except LookupError:
            return None

    def status(self, as_of: date) -> DueStatus:
        """Return how it stands on *as_of*. What is done later counts as not done."""
        if self.anchor is None:
            return DueStatus.ANCHOR_UNKNOWN
        day = self.day
        if day is None:
            return DueStatus.CALENDAR_ENDS
        if self.bearing is Bearing.FROM:
            return self._begun(day, as_of)
        found = _OF_TIMELINESS[timeliness(day, self.done, as_of)]
        if found is DueStatus.OVERDUE and self.bearing is Bearing.UNTIL:
            return DueStatus.LAPSED
        return found

    def _begun(self, first: date, as_of: date) -> DueStatus:
        if self.done is None or self.done > as_of:
            return DueStatus.NOT_YET if as_of < first else DueStatus.BEGUN
        return DueStatus.DONE if self.done >= first else DueStatus.EARLY

    @property
    def reckoned(self) -> Text:
        """How the day is found: limit, anchor, and the convention by which days were counted."""
        return Text(self._reckoned("vi"), self._reckoned("en"))

    def _reckoned(self, lang: Lang) -> str:
        anchor = f"{self.anchor_is.within(lang)} ({shown(self.anchor, lang)})"
        if self.limit is None or self.counting is None:
            return anchor
        side = _SIDES[self.direction].within(lang)
        words = f"{self.limit.text.within(lang)} {side} {anchor}"
        convention = self.convention
        return words if convention is None else f"{words}; {convention.within(lang)}"

    @property
    def convention(self) -> Text | None:
        """The convention that the count rests on (trap TR7); None where none touches it.

        A month ends on the same day of the month whatever the convention; calendar days know no
        days off.
        """
        if self.limit is None or self.counting is None or self.limit.unit is Unit.MONTH:
            return None
        if self.limit.unit is Unit.DAY:
            return self.counting.anchor_text
        return self.counting.text


_SIDES: Final = {
    Direction.BEFORE: Text("trước", "before"),
    Direction.AFTER: Text("sau", "after"),
}
