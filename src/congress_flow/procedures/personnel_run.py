"""`personnel_run`: the whole five-step run of one congress, from the direction to the scheme.

Drawn from table 2.1 of the handbook; the ids of the steps are its rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

from congress_flow._procedure import Drawing, event
from congress_flow._sources import Level
from congress_flow._text import Text
from congress_flow.procedures._acts import COMMITTEE, STANDING, Act, Body, facts
from congress_flow.procedures._people import Nominee as Nominee


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Run:
    """What a run is about: the organisation's level, its bodies, and how it works.

    `elects` is whether the congress elects the committee at all (a two-content congress does not).
    `merged` is of how many units the organisation was put together (1: it was not merged).
    `minority_share` is the share of ethnic minorities in the population of the locality.
    """

    level: Level
    standing_committee: bool = True
    elects: bool = True
    merged: int = 1
    minority_share: Fraction | None = None


@event(Text("Dự thảo phương hướng nhân sự", "Draft the personnel direction"))
class DraftDirection(Act):
    """The personnel subcommittee, created by decision, drafts number, structure, standards."""

    subcommittee_decision: str | None = None


@facts
class Direction(Act):
    """The personnel direction: number, structure and standards.

    `seats` is the size of the committee to be elected, `standing_seats` of its standing
    committee, `candidates` the length of the list wanted; `before` the size in the past term (of a
    merged unit: of all its parts), `retiring` how many of those reach retirement, `rotated` how
    many of the committee are central cadres rotated here, who are not counted. `size_agreed` is the
    superior's agreement to a larger committee.
    """

    seats: int | None = None
    standing_seats: int | None = None
    candidates: int | None = None
    before: int | None = None
    retiring: int | None = None
    rotated: int = 0
    size_agreed: str | None = None
    structure: str | None = None
    standards: str | None = None


@event(Text("Thông qua phương hướng nhân sự", "Adopt the personnel direction"))
class AdoptDirection(Direction):
    """The executive committee adopts the direction."""


@event(Text("Mở vòng tái cử", "Open track R"))
class OpenTrackR(Act):
    """The track of re-election is opened on the list of incumbents."""

    incumbents: tuple[str, ...] | None = None


@event(Text("Hoàn thành vòng tái cử", "Complete track R"))
class CompleteTrackR(Act):
    """Track R has passed its five steps."""


@event(Text("Mở vòng lần đầu tham gia", "Open track F"))
class OpenTrackF(Act):
    """The track of first-timers is opened on the planning list, for the places then left.

    `planned` maps each post of the planning to the number of persons planned for it.
    """

    places_left: int | None = None
    planning_list: bool | None = None
    planned: Mapping[str, int] | None = None


@event(Text("Không mở vòng lần đầu tham gia", "Skip track F"))
class SkipTrackF(Act):
    """No place is left, or track F was completed before a reopening that does not touch it."""

    places_left: int | None = None
    completed_before: bool | None = None


@event(Text("Hoàn thành vòng lần đầu tham gia", "Complete track F"))
class CompleteTrackF(Act):
    """Track F has passed its five steps."""


@event(Text("Lập đề án nhân sự", "Assemble the scheme"))
class AssembleScheme(Act):
    """Both lists are put together: the persons who will be presented for so many seats.

    `intended` are those whom the scheme intends to be elected; None: it does not say.
    """

    seats: int | None = None
    candidates: tuple[Nominee, ...] | None = None
    intended: tuple[str, ...] | None = None


@event(Text("Dừng quy trình nhân sự", "Abort the run"))
class AbortRun(Act):
    """No election was agreed by the superior, or the congress elects nobody."""

    agreed_by_superior: str | None = None


@event(Text("Mở lại từ phương hướng, số lượng, cơ cấu", "Reopen on number or structure"))
class ReopenStructure(Direction):
    """The scheme was returned on number or structure; the tracks restart at step 1.

    It holds the direction as it was amended.
    """

    direction_amended: bool | None = None


@event(Text("Mở lại vòng tái cử", "Reopen track R"))
class ReopenTrackR(Act):
    """The scheme was returned on the list of track R."""


@event(Text("Mở lại vòng lần đầu", "Reopen track F"))
class ReopenTrackF(Act):
    """The scheme was returned on the list of track F, or is below the minimum."""


@event(Text("Kết thúc quy trình nhân sự", "Close the run"))
class CloseRun(Act):
    """The scheme is in use at the congress."""


_d = Drawing("personnel_run", Run, Text("Quy trình nhân sự 5 bước", "Five-step personnel run"))

NOT_STARTED = _d.stage("NOT_STARTED", Text("chưa bắt đầu", "not started"), initial=True)
DIRECTION_DRAFTED = _d.stage(
    "DIRECTION_DRAFTED", Text("đã dự thảo phương hướng", "direction drafted")
)
DIRECTION_ADOPTED = _d.stage(
    "DIRECTION_ADOPTED", Text("đã thông qua phương hướng", "direction adopted")
)
TRACK_R_RUNNING = _d.stage("TRACK_R_RUNNING", Text("đang làm vòng tái cử", "track R running"))
TRACK_R_COMPLETED = _d.stage("TRACK_R_COMPLETED", Text("đã xong vòng tái cử", "track R completed"))
TRACK_F_RUNNING = _d.stage(
    "TRACK_F_RUNNING", Text("đang làm vòng lần đầu tham gia", "track F running")
)
TRACK_F_COMPLETED = _d.stage(
    "TRACK_F_COMPLETED", Text("đã xong vòng lần đầu tham gia", "track F completed")
)
SCHEME_ASSEMBLED = _d.stage("SCHEME_ASSEMBLED", Text("đã lập đề án", "scheme assembled"))
CLOSED = _d.stage("CLOSED", Text("đã kết thúc", "closed"), final=True)
ABORTED = _d.stage("ABORTED", Text("đã dừng", "aborted"), final=True)

draft_direction = _d.step(
    "R1", NOT_STARTED, DraftDirection, DIRECTION_DRAFTED, actors=(Body.PERSONNEL_SUBCOMMITTEE,)
)
adopt_direction = _d.step(
    "R2", DIRECTION_DRAFTED, AdoptDirection, DIRECTION_ADOPTED, actors=COMMITTEE
)
open_track_r = _d.step("R3", DIRECTION_ADOPTED, OpenTrackR, TRACK_R_RUNNING, actors=STANDING)
complete_track_r = _d.step(
    "R4", TRACK_R_RUNNING, CompleteTrackR, TRACK_R_COMPLETED, actors=(Body.AUTO,)
)
open_track_f = _d.step("R5", TRACK_R_COMPLETED, OpenTrackF, TRACK_F_RUNNING, actors=STANDING)
skip_track_f = _d.step("R6", TRACK_R_COMPLETED, SkipTrackF, TRACK_F_COMPLETED, actors=STANDING)
complete_track_f = _d.step(
    "R7", TRACK_F_RUNNING, CompleteTrackF, TRACK_F_COMPLETED, actors=(Body.AUTO,)
)
assemble_scheme = _d.step(
    "R8",
    TRACK_F_COMPLETED,
    AssembleScheme,
    SCHEME_ASSEMBLED,
    actors=(Body.PERSONNEL_SUBCOMMITTEE,),
)
abort_run = _d.step(
    "R9",
    (
        NOT_STARTED,
        DIRECTION_DRAFTED,
        DIRECTION_ADOPTED,
        TRACK_R_RUNNING,
        TRACK_R_COMPLETED,
        TRACK_F_RUNNING,
        TRACK_F_COMPLETED,
        SCHEME_ASSEMBLED,
    ),
    AbortRun,
    ABORTED,
    actors=STANDING,
)
reopen_structure = _d.step(
    "R10", SCHEME_ASSEMBLED, ReopenStructure, DIRECTION_ADOPTED, actors=STANDING
)
reopen_track_r = _d.step("R11", SCHEME_ASSEMBLED, ReopenTrackR, TRACK_R_RUNNING, actors=STANDING)
reopen_track_f = _d.step("R12", SCHEME_ASSEMBLED, ReopenTrackF, TRACK_F_RUNNING, actors=STANDING)
close_run = _d.step("R13", SCHEME_ASSEMBLED, CloseRun, CLOSED, actors=(Body.AUTO,))

personnel_run = _d.close()
