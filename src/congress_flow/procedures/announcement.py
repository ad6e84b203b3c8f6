"""`announcement`: announcing the opening of one congress, putting it off, holding it.

Independent of the approval, because announcing may come before it (DEC-P11). Drawn from table 6.2
of the handbook; the ids of the steps are its rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from congress_flow._procedure import Drawing, event
from congress_flow._text import Text, Worded
from congress_flow.procedures._acts import COMMITTEE, Act, Body
from congress_flow.procedures._limits import LocalLimit as LocalLimit


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Announcement:
    """Which congress is announced: the id of its case (`congress` or `cell_congress`)."""

    congress: str


class Measure(Worded):
    """What the apportionment of delegates follows."""

    MEMBERS = "members", Text("số lượng đảng viên", "number of members")
    SUB_ORGANISATIONS = "sub_organisations", Text("số tổ chức đảng trực thuộc", "sub-organisations")
    IMPORTANCE = "importance", Text("vị trí quan trọng", "importance")


class Ground(Worded):
    """Why a delegate or committee member is not summoned."""

    SUSPENDED = "suspended", Text("bị đình chỉ sinh hoạt đảng", "suspended from Party activity")
    PROSECUTED = (
        "prosecuted",
        Text("bị khởi tố, truy tố, tạm giam", "charged, indicted or detained"),
    )
    ELECTED_IN_BREACH = (
        "elected_in_breach",
        Text("được bầu không đúng quy định", "elected in breach of the rules"),
    )
    LEAVING = "leaving", Text("nghỉ hưu, chuyển công tác", "retiring or transferred")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class NotSummoned:
    """A person on whom there is a ground not to summon, and whether he or she was summoned."""

    person: str
    ground: Ground
    summoned: bool | None = None


@event(Text("Công bố ngày khai mạc", "Announce the opening"))
class AnnounceOpening(Act):
    """The opening is announced, with the number of delegates and its apportionment.

    `delegates` is the number of delegates in all, `apportioned` how many of them each
    sub-organisation elects (by its id), `apportioned_by` what that follows. `consent` is the direct
    superior's consent to a delegates' congress although the members are few, `difficulty` its
    reason. `limits` are the last days that plans of superiors set for this unit.
    """

    opening: date | None = None
    delegates: int | None = None
    apportioned: Mapping[str, int] | None = None
    apportioned_by: tuple[Measure, ...] | None = None
    not_summoned: tuple[NotSummoned, ...] | None = None
    difficulty: str | None = None
    consent: str | None = None
    limits: tuple[LocalLimit, ...] = ()


@event(Text("Hoãn, dời ngày khai mạc", "Postpone"))
class Postpone(Act):
    """The opening is moved to `new_day`, with the superior's consent.

    `freezes_reviewed` is whether the complaints held over because of the old opening are looked at
    again.
    """

    reason: str | None = None
    consent: str | None = None
    new_day: date | None = None
    freezes_reviewed: bool | None = None
    limits: tuple[LocalLimit, ...] = ()


@event(Text("Đại hội đã khai mạc", "Hold"))
class Hold(Act):
    """The congress was opened (a cell's was held)."""


_d = Drawing("announcement", Announcement, Text("Công bố ngày đại hội", "Announcement"))

NOT_ANNOUNCED = _d.stage("NOT_ANNOUNCED", Text("chưa công bố", "not announced"), initial=True)
ANNOUNCED = _d.stage("ANNOUNCED", Text("đã công bố", "announced"))
POSTPONED = _d.stage("POSTPONED", Text("đã hoãn", "postponed"))
HELD = _d.stage("HELD", Text("đã khai mạc", "held"), final=True)

# A cell is convened by its committee, or by its secretary where it has none.
_CONVENING = (*COMMITTEE, Body.CELL_COMMITTEE, Body.HEAD)

announce_opening = _d.step(
    "A1", (NOT_ANNOUNCED, POSTPONED), AnnounceOpening, ANNOUNCED, actors=_CONVENING
)
postpone = _d.step("A2", ANNOUNCED, Postpone, POSTPONED, actors=_CONVENING)
hold = _d.step("A3", ANNOUNCED, Hold, HELD, actors=(Body.AUTO,))

announcement = _d.close()
