"""How long settling may take, and complaints about the result of an election."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from congress_flow._sources import Citation, Cited
from congress_flow.reckoning._given import whole
from congress_flow.reckoning.complaints import Disposition
from congress_flow.reckoning.deadlines import Counting, Deadline, Direction, Limit


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class SettlementLaw:
    """How long settling may take; `extension` is the most by which it may be put off, once.

    An extension of None is none: only denunciations have one.
    """

    limit: Cited[Limit]
    extension: Cited[Limit] | None


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Settlement:
    """A matter being settled, from the day on which the competent body had it.

    `concluded` is None while it is not; `extended_by` are the calendar days of an extension, 0 if
    there was none.
    """

    received: date
    concluded: date | None
    extended_by: int
    law: SettlementLaw
    counting: Counting

    def __attrs_post_init__(self) -> None:
        whole(self.extended_by, "extended_by")

    @property
    def due(self) -> date:
        """The last day, without an extension."""
        return Deadline(
            anchor=self.received,
            limit=self.law.limit.value,
            direction=Direction.AFTER,
            counting=self.counting,
        ).day

    @property
    def extension_allowed(self) -> bool | None:
        """Whether the extension may be given; None if there was none."""
        if not self.extended_by:
            return None
        most = self.law.extension
        return most is not None and self.extended_by <= most.value.count

    @property
    def due_extended(self) -> date | None:
        """The last day with the extension; None unless there is one that is allowed."""
        return self.due + timedelta(days=self.extended_by) if self.extension_allowed else None

    @property
    def last_day(self) -> date:
        """The last day in force."""
        return self.due_extended or self.due

    def disposition(self, as_of: date) -> Disposition:
        """Return IN_TIME, OVERDUE or, while it is neither, IN_PROGRESS."""
        if self.concluded is None or self.concluded > as_of:
            return Disposition.IN_PROGRESS if as_of <= self.last_day else Disposition.OVERDUE
        return Disposition.IN_TIME if self.concluded <= self.last_day else Disposition.OVERDUE


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class ElectionComplaintLaw:
    """How long the result may be complained of, and that ratification waits for it.

    `late_blocks` is a reading: whether ratification also waits for a complaint received after the
    window. No text says so or denies it.
    """

    window: Cited[Limit]
    blocks_ratification: Citation
    late_blocks: bool


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class ElectionComplaint:
    """A complaint about the result of an election, counted from the closing of the congress."""

    closing: date
    received: date
    law: ElectionComplaintLaw
    counting: Counting

    @property
    def last_day(self) -> date:
        """The last day on which it is received in time."""
        return Deadline(
            anchor=self.closing,
            limit=self.law.window.value,
            direction=Direction.AFTER,
            counting=self.counting,
        ).day

    @property
    def in_time(self) -> bool:
        """Whether it was received within the window."""
        return self.received <= self.last_day

    @property
    def blocks_ratification(self) -> bool:
        """Whether ratification waits for it."""
        return self.in_time or self.law.late_blocks

    @property
    def disposition(self) -> Disposition:
        """Who deals with it, or that it came too late."""
        if self.in_time:
            return Disposition.VERIFY_BY_SUPERIOR_INSPECTION
        return Disposition.OUTSIDE_WINDOW
