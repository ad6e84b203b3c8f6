"""`preparation`: the preparation of a whole congress, up to the declaration that all is ready.

Acts of the preparation are recorded as they happen; *declare ready* is guarded by the gates of
table 6.4 of the handbook (G1 to G14), each of them a rule. Readiness is the verdict on that step:
see `readiness`.
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
from congress_flow._verdict import FindingKind, Outcome, Verdict
from congress_flow.procedures._acts import COMMITTEE_OR_STANDING, Act, Body
from congress_flow.procedures._statements import ApprovalStatement as ApprovalStatement
from congress_flow.procedures._statements import CellsStatement as CellsStatement
from congress_flow.procedures._statements import Paper as Paper
from congress_flow.procedures._statements import PaperState as PaperState
from congress_flow.procedures._statements import Says as Says
from congress_flow.procedures._statements import Statement as Statement
from congress_flow.procedures._statements import SurplusStatement as SurplusStatement
from congress_flow.procedures._statements import Tension as Tension


class CongressKind(Worded):
    """A congress of all members, or of delegates."""

    MEMBERS = "members", Text("đại hội đảng viên", "members' congress")
    DELEGATES = "delegates", Text("đại hội đại biểu", "delegates' congress")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Preparation:
    """What a preparation is about. `None` means *not known*.

    `cells` is the number of subordinate cells, `members` of members; `planned_days` the
    planned length in days; `contents` how many contents
    the congress has (4; 3 without electing the committee; 2 without any election).
    """

    level: Level
    cells: int | None = None
    members: int | None = None
    kind: CongressKind | None = None
    planned_opening: date | None = None
    planned_days: Fraction | None = None
    standing_committee: bool = True
    contents: int = 4
    term: str = ""


@event(Text("Ban hành kế hoạch", "Adopt a plan"))
class AdoptPlan(Act):
    """A plan is issued, with the papers it rests on (the chain of bases)."""

    plan: Paper | None = None
    bases: tuple[Paper, ...] | None = None


@event(Text("Sửa đổi, bổ sung kế hoạch", "Amend plans"))
class AmendPlan(Act):
    """One paper amends or supplements one or more plans of the same issuer."""

    amendment: Paper | None = None
    amended: tuple[str, ...] | None = None
    scope: str | None = None


@event(Text("Quán triệt, triển khai", "Disseminate"))
class Disseminate(Act):
    """A paper is studied by, or passed on to, the addressees."""

    paper: str | None = None
    directive: bool | None = None
    addressees: tuple[str, ...] | None = None


@event(Text("Phân công theo dõi chi bộ", "Assign followers"))
class AssignFollowers(Act):
    """Each cell has a member of the standing committee or a leader following it."""

    followers: Mapping[str, str] | None = None


@event(Text("Thành lập tiểu ban, tổ", "Create a body"))
class CreateBody(Act):
    """A subcommittee or group is created by a decision.

    That of the head of a subcommittee is an act of the subcommittee.
    """

    body: Body | None = None
    decision: str | None = None
    members: int | None = None


@event(Text("Kiểm tra, giám sát", "Inspect"))
class Inspect(Act):
    """Inspection and supervision; petitions received and answered up to that day."""

    matter: str | None = None
    petitions: int | None = None
    answered: int | None = None


@event(Text("Bố trí tuyên truyền, phục vụ", "Arrange logistics"))
class Arrange(Act):
    """Propaganda and logistics: the plan, the venue, the funds."""

    propaganda_plan: str | None = None
    venue: str | None = None
    funds: bool | None = None


@event(Text("Công bố sẵn sàng đại hội", "Declare ready"))
class DeclareReady(Act):
    """The committee declares that all is ready. The gates look at the cases beside.

    What is not recorded in a case may be attested: `statements` and the other fields hold what
    sources say. `gates_explained` is in `explained`, as for every act.
    """

    statements: tuple[Statement, ...] = ()
    papers: tuple[PaperState, ...] = ()
    basis: tuple[Paper, ...] = ()
    cells: CellsStatement | None = None
    surplus: SurplusStatement | None = None
    approval: ApprovalStatement | None = None
    tensions: tuple[Tension, ...] = ()


@event(Text("Rút lại công bố sẵn sàng", "Withdraw readiness"))
class WithdrawReadiness(Act):
    """Something has changed: the declaration no longer holds."""

    reason: str | None = None


@event(Text("Kết thúc chuẩn bị", "Conclude the preparation"))
class Conclude(Act):
    """The congress has been opened."""


SUBCOMMITTEES = (
    Body.DOCUMENTS_SUBCOMMITTEE,
    Body.PERSONNEL_SUBCOMMITTEE,
    Body.SERVICE_SUBCOMMITTEE,
)
"""The three subcommittees of a preparation; the groups of one may be created by its head."""

_d = Drawing("preparation", Preparation, Text("Chuẩn bị đại hội", "Preparation of the congress"))

PREPARING = _d.stage("PREPARING", Text("đang chuẩn bị", "preparing"), initial=True)
READY = _d.stage("READY", Text("đã công bố sẵn sàng", "declared ready"))
CONCLUDED = _d.stage("CONCLUDED", Text("đã khai mạc đại hội", "congress opened"), final=True)

adopt_plan = _d.step("P1", PREPARING, AdoptPlan, None, actors=COMMITTEE_OR_STANDING)
amend_plan = _d.step("P2", PREPARING, AmendPlan, None, actors=COMMITTEE_OR_STANDING)
disseminate = _d.step("P3", PREPARING, Disseminate, None, actors=COMMITTEE_OR_STANDING)
assign_followers = _d.step("P4", PREPARING, AssignFollowers, None, actors=COMMITTEE_OR_STANDING)
create_body = _d.step(
    "P5", PREPARING, CreateBody, None, actors=(*COMMITTEE_OR_STANDING, *SUBCOMMITTEES)
)
inspect = _d.step(
    "P6",
    PREPARING,
    Inspect,
    None,
    actors=(*COMMITTEE_OR_STANDING, Body.INSPECTION_COMMISSION),
)
arrange = _d.step(
    "P7",
    PREPARING,
    Arrange,
    None,
    actors=(*COMMITTEE_OR_STANDING, Body.SERVICE_SUBCOMMITTEE, Body.OFFICE),
)
declare_ready = _d.step("P8", PREPARING, DeclareReady, READY, actors=COMMITTEE_OR_STANDING)
withdraw_readiness = _d.step(
    "P9", READY, WithdrawReadiness, PREPARING, actors=COMMITTEE_OR_STANDING
)
conclude = _d.step("P10", READY, Conclude, CONCLUDED, actors=(Body.AUTO,))

preparation = _d.close()


class Readiness(Enum):
    """How ready a congress is. The two better grades may both go on."""

    READY = "READY"
    BASICALLY_READY = "BASICALLY_READY"
    NOT_READY = "NOT_READY"

    @property
    def term(self) -> Text:
        """The grade in words."""
        return _GRADES[self]


_GRADES = {
    Readiness.READY: Text("sẵn sàng", "ready"),
    Readiness.BASICALLY_READY: Text("cơ bản sẵn sàng", "basically ready"),
    Readiness.NOT_READY: Text("chưa sẵn sàng", "not ready"),
}


def readiness(*verdicts: Verdict) -> Readiness:
    """Return the grade that verdicts on *declare ready* (and on what led there) amount to.

    Any breach, any fault of the rules, or a step that was not judged at all: NOT_READY. Gaps, and
    cautions without a recorded explanation: BASICALLY_READY. Else READY.
    """
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    judged = all(v.outcome in {Outcome.ALLOWED, Outcome.REFUSED} for v in verdicts)
    if not judged or any(f.kind is FindingKind.BREACH or f.fault for f in findings):
        return Readiness.NOT_READY
    if any(f.kind is FindingKind.GAP or not f.explained for f in findings):
        return Readiness.BASICALLY_READY
    return Readiness.READY
