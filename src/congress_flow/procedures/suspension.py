"""`suspension`: whether a unit may hold its congress at present, or a superior has suspended it.

One case for each unit. Drawn from table 6.3 of the handbook; the ids of the steps are its rows. A
suspension never moves a deadline by itself (6-I5): a new deadline is another act of the superior.
"""

from __future__ import annotations

import attrs

from congress_flow._procedure import Drawing, event
from congress_flow._text import Text
from congress_flow.procedures._acts import SUPERIOR, Act, Body


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Suspension:
    """Which unit (id of a Party organisation or cell) the case is about."""

    unit: str


@event(Text("Tạm hoãn đại hội", "Suspend"))
class Suspend(Act):
    """A superior suspends the congress; `preparation_goes_on` is whether the preparation may."""

    reason: str | None = None
    document: str | None = None
    preparation_goes_on: bool | None = None


@event(Text("Cho tiếp tục tổ chức đại hội", "Resume"))
class Resume(Act):
    """The superior ends the suspension; `moves_deadline` is whether that was taken to move one."""

    document: str | None = None
    moves_deadline: bool | None = None


@event(Text("Kết thúc theo dõi tạm hoãn", "End"))
class End(Act):
    """The congress is over."""


_d = Drawing("suspension", Suspension, Text("Tạm hoãn đại hội", "Suspension"))

RUNNING = _d.stage("RUNNING", Text("không bị tạm hoãn", "running"), initial=True)
SUSPENDED = _d.stage("SUSPENDED", Text("đang tạm hoãn", "suspended"))
ENDED = _d.stage("ENDED", Text("đã kết thúc", "ended"), final=True)

_ABOVE = (*SUPERIOR, Body.CENTRAL_SECRETARIAT)

suspend = _d.step("U1", RUNNING, Suspend, SUSPENDED, actors=_ABOVE)
resume = _d.step("U2", SUSPENDED, Resume, RUNNING, actors=_ABOVE)
end = _d.step("U3", RUNNING, End, ENDED, actors=(Body.AUTO,))

suspension = _d.close()
