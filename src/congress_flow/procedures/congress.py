"""`congress`: one congress, from the plan to its archive.

Drawn from table 6.1 of the handbook; the ids of the steps are its rows. Cells, documents, personnel
and logistics run beside it in cases of their own; rules read them there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction

import attrs

from congress_flow._procedure import Drawing, event
from congress_flow._sources import Level
from congress_flow._text import Text, Worded
from congress_flow.procedures._acts import COMMITTEE, COMMITTEE_OR_STANDING, SUPERIOR, Act, Body
from congress_flow.procedures._limits import LocalLimit as LocalLimit
from congress_flow.procedures._statements import Paper as Paper
from congress_flow.procedures.preparation import CongressKind as CongressKind
from congress_flow.procedures.preparation import Readiness as Readiness


class DelegateQuota(Enum):
    """Which line of the table of delegates' ceilings an organisation stands in."""

    ORDINARY = "ordinary"
    HANOI = "hanoi"
    LARGE = "large"
    CENTRAL_BLOC = "central_bloc"


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Congress:
    """What a congress is about. `None` means *not known*.

    `unit` is the id of the Party organisation, `members` its official members, `contents` how many
    contents the congress has (4; 3 without electing the committee; 2 without any election). `due`
    is the day on which it falls due by its term; `planned_days` and `preparatory_days` are planned
    lengths in days. `preparation` and `scheme` are the ids of those cases. `trial` marks a model
    congress (đại hội điểm).
    """

    unit: str
    level: Level
    kind: CongressKind | None = None
    contents: int | None = None
    members: int | None = None
    quota: DelegateQuota = DelegateQuota.ORDINARY
    due: date | None = None
    planned_opening: date | None = None
    planned_days: Fraction | None = None
    preparatory_days: Fraction | None = None
    standing_committee: bool = True
    preparation: str | None = None
    scheme: str | None = None
    trial: bool = False


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Created:
    """A body created by a decision: its reference, and whose decision it was."""

    body: Body
    decision: str | None = None
    decided_by: Body | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Elected:
    """A body elected by the congress: how many persons, with how many votes of those attending."""

    body: Body
    members: int | None = None
    agree: int | None = None
    attending: int | None = None
    show_of_hands: bool | None = None


class Convener(Worded):
    """Who convenes the first conference of the new committee."""

    REELECTED_SECRETARY = (
        "reelected_secretary",
        Text("bí thư khóa trước tái cử", "re-elected secretary"),
    )
    REELECTED_DEPUTY = (
        "reelected_deputy",
        Text("phó bí thư khóa trước tái cử", "re-elected deputy secretary"),
    )
    AUTHORISED_BY_SUPERIOR = (
        "authorised_by_superior",
        Text("người được cấp trên ủy quyền", "a person authorised by the superior"),
    )
    OTHER = "other", Text("người khác", "someone else")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class FirstConference:
    """The first conference of the new committee: who convenes it, and how large its presidium."""

    convener: Convener | None = None
    authorisation: str | None = None
    presidium: int | None = None


class Audience(Worded):
    """To whom guidance is passed on."""

    COMMITTEE_MEMBERS = "committee_members", Text("cấp ủy viên", "committee members")
    CELLS = "cells", Text("chi bộ", "cells")
    MASS_ORGANISATIONS = "mass_organisations", Text("tổ chức đoàn thể", "mass organisations")
    OTHERS = "others", Text("nơi khác", "others")


@event(Text("Ban hành kế hoạch đại hội", "Adopt the plan"))
class AdoptPlan(Act):
    """The plan is adopted on its chain of bases.

    `consent` is the superior's consent to fewer than four contents, `merging` whether the unit is
    being merged. `limits` are the last days that plans of superiors set for this unit.
    """

    plan: Paper | None = None
    bases: tuple[Paper, ...] | None = None
    consent: str | None = None
    merging: bool | None = None
    limits: tuple[LocalLimit, ...] = ()


@event(Text("Thành lập các tiểu ban, tổ", "Create the bodies"))
class CreateBodies(Act):
    """Subcommittees and groups are created; the directive was studied, the guidance passed on."""

    created: tuple[Created, ...] | None = None
    directive_studied: bool | None = None
    guidance_to: tuple[Audience, ...] | None = None


@event(Text("Trình hồ sơ duyệt đại hội", "Submit the package"))
class SubmitPackage(Act):
    """The package goes to the direct superior; `papers` are its papers.

    `scheme_adopted` is the resolution by which the executive committee adopted the scheme.
    """

    papers: tuple[str, ...] | None = None
    scheme_adopted: str | None = None


@event(Text("Trả lại để hoàn thiện", "Return for revision"))
class ReturnForRevision(Act):
    """The superior returns the package; `papers` are those (ids of cases) that the remarks name."""

    remarks: tuple[str, ...] | None = None
    papers: tuple[str, ...] = ()


@event(Text("Cấp trên duyệt đại hội", "Approve"))
class Approve(Act):
    """The superior approves documents and scheme.

    `by` is the body that decided, `named` the body that the paper or report names.
    """

    decision: str | None = None
    named: Body | None = None


@event(Text("Công bố sẵn sàng", "Declare ready"))
class DeclareReady(Act):
    """The committee declares its readiness.

    Below READY, `reasons` say what is open and `failed` which gates (G1 to G14) failed.
    """

    grade: Readiness | None = None
    reasons: tuple[str, ...] = ()
    failed: tuple[str, ...] | None = None


@event(Text("Khai mạc đại hội", "Open the congress"))
class Open(Act):
    """The congress is opened."""

    limits: tuple[LocalLimit, ...] = ()


@event(Text("Bầu các cơ quan của đại hội", "Elect the bodies of the congress"))
class ElectBodies(Act):
    """Presidium, secretariat and, at a delegates' congress, the credentials board."""

    elected: tuple[Elected, ...] | None = None


@event(Text("Xác nhận đủ số người dự", "Confirm the quorum"))
class ConfirmQuorum(Act):
    """How many were convened and are present; at a delegates' congress also of the units.

    `roll` maps `official` (members' congress) or `convened` (delegates' congress) to the number
    convened, and the name of each `reckoning.Standing` to how many stand so. `sub_organisations`
    are the direct ones, `represented` those of them that are represented.
    """

    roll: Mapping[str, int] | None = None
    present: int | None = None
    sub_organisations: int | None = None
    represented: int | None = None


@event(Text("Thực hiện một nội dung chương trình", "Run an item"))
class RunItem(Act):
    """One item of the programme; the first is to adopt the programme itself."""

    item: str | None = None
    adopts_programme: bool = False


@event(Text("Bế mạc đại hội", "Close the congress"))
class Close(Act):
    """The congress is closed after `days` days, the preparatory session of `preparatory_days`."""

    days: Fraction | None = None
    preparatory_days: Fraction | None = None
    first_conference: FirstConference | None = None


@event(Text("Báo cáo kết quả bầu cử", "Report the results"))
class ReportResults(Act):
    """The new committee sends the election minutes to the direct superior.

    `opinions_sent` is the day on which the summary of opinions on higher drafts was sent,
    `handed_over` the day on which the past committee handed over.
    """

    election_minutes: str | None = None
    opinions_sent: date | None = None
    handed_over: date | None = None


@event(Text("Chuẩn y kết quả đại hội", "Ratify"))
class Ratify(Act):
    """All results are ratified: worked out from the contests (6-I3)."""


@event(Text("Nộp lưu hồ sơ đại hội", "Archive"))
class Archive(Act):
    """The files are handed in; `producers` are the bodies whose files they are."""

    producers: tuple[Body, ...] | None = None


_d = Drawing("congress", Congress, Text("Đại hội", "Congress"))

NOT_STARTED = _d.stage("NOT_STARTED", Text("chưa bắt đầu", "not started"), initial=True)
PLANNED = _d.stage("PLANNED", Text("đã có kế hoạch", "planned"))
PREPARING = _d.stage("PREPARING", Text("đang chuẩn bị", "preparing"))
PACKAGE_SUBMITTED = _d.stage("PACKAGE_SUBMITTED", Text("đã trình hồ sơ duyệt", "package submitted"))
PACKAGE_APPROVED = _d.stage("PACKAGE_APPROVED", Text("đã được duyệt", "package approved"))
READY = _d.stage("READY", Text("đã công bố sẵn sàng", "declared ready"))
OPENED = _d.stage("OPENED", Text("đã khai mạc", "opened"))
BODIES_ELECTED = _d.stage(
    "BODIES_ELECTED", Text("đã bầu các cơ quan của đại hội", "bodies elected")
)
QUORATE = _d.stage("QUORATE", Text("đủ số người dự", "quorate"))
CLOSED = _d.stage("CLOSED", Text("đã bế mạc", "closed"))
REPORTED = _d.stage("REPORTED", Text("đã báo cáo kết quả", "reported"))
RATIFIED = _d.stage("RATIFIED", Text("đã được chuẩn y", "ratified"))
ARCHIVED = _d.stage("ARCHIVED", Text("đã nộp lưu", "archived"), final=True)

_SUPERIOR_STANDING = (Body.SUPERIOR_STANDING_COMMITTEE,)

adopt_plan = _d.step("K1", NOT_STARTED, AdoptPlan, PLANNED, actors=COMMITTEE_OR_STANDING)
create_bodies = _d.step("K2", PLANNED, CreateBodies, PREPARING, actors=COMMITTEE_OR_STANDING)
submit_package = _d.step("K3", PREPARING, SubmitPackage, PACKAGE_SUBMITTED, actors=COMMITTEE)
return_for_revision = _d.step(
    "K4", PACKAGE_SUBMITTED, ReturnForRevision, PREPARING, actors=SUPERIOR
)
approve = _d.step("K5", PACKAGE_SUBMITTED, Approve, PACKAGE_APPROVED, actors=_SUPERIOR_STANDING)
declare_ready = _d.step("K6", PACKAGE_APPROVED, DeclareReady, READY, actors=COMMITTEE)
open_congress = _d.step("K7", READY, Open, OPENED, actors=(*COMMITTEE, Body.PRESIDIUM))
elect_bodies = _d.step("K8", OPENED, ElectBodies, BODIES_ELECTED, actors=(Body.CONGRESS,))
confirm_quorum = _d.step(
    "K9", BODIES_ELECTED, ConfirmQuorum, QUORATE, actors=(Body.CREDENTIALS_BOARD, *COMMITTEE)
)
run_item = _d.step("K10", QUORATE, RunItem, None, actors=(Body.PRESIDIUM,))
close_congress = _d.step("K11", QUORATE, Close, CLOSED, actors=(Body.PRESIDIUM,))
report_results = _d.step("K12", CLOSED, ReportResults, REPORTED, actors=(Body.NEW_COMMITTEE,))
ratify = _d.step("K13", REPORTED, Ratify, RATIFIED, actors=SUPERIOR)
archive = _d.step("K14", RATIFIED, Archive, ARCHIVED, actors=(Body.OFFICE,))

congress = _d.close()
