"""`personnel_scheme`: the life of the personnel scheme, from its assembly to its use.

Drawn from table 3 of the handbook; the ids of the steps are its rows. The scheme ends when it is in
use; number voting, list and ballots belong to the election contest (DEC-P3).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from congress_flow._case import Case
from congress_flow._procedure import Drawing, event
from congress_flow._sources import Level
from congress_flow._text import Text, Worded
from congress_flow.procedures._acts import COMMITTEE, STANDING, SUPERIOR, Act, Body
from congress_flow.procedures._people import Nominee as Nominee

_CASE = (Body.COMPETENT_BODY, Body.INSPECTION_COMMISSION)
_COMPUTED = (Body.AUTO,)


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Scheme:
    """What a scheme is about: its run, the level, the seats to be elected, the planned opening."""

    run: str
    level: Level
    seats: int | None = None
    planned_opening: date | None = None


class Concern(Worded):
    """What a remark of the superior is about."""

    NUMBER_OR_STRUCTURE = "number_or_structure", Text("số lượng, cơ cấu", "number or structure")
    LIST = "list", Text("danh sách", "the list")


class Remedy(Worded):
    """What follows when a list is below the minimum."""

    TRACK_F_REOPENS = "track_f_reopens", Text("mở lại vòng lần đầu tham gia", "track F reopens")
    SUPERIOR_INTRODUCES = (
        "superior_introduces",
        Text("cấp trên giới thiệu người", "the superior introduces a person"),
    )


@event(Text("Lập đề án nhân sự", "Assemble the scheme"))
class AssembleScheme(Act):
    """The scheme is put together from the run; after a return each remark is answered."""

    candidates: tuple[Nominee, ...] | None = None
    answers: tuple[str, ...] | None = None


@event(Text("Trình cấp trên duyệt", "Submit to the superior"))
class Submit(Act):
    """The adopted scheme goes to the superior with its papers.

    `adopted` is the resolution or minutes of the executive committee; `papers` what the package
    holds; `personal_papers` the papers of each person, by id; `photos` the day of each photo.
    """

    adopted: str | None = None
    papers: tuple[str, ...] | None = None
    personal_papers: Mapping[str, tuple[str, ...]] | None = None
    photos: Mapping[str, date] | None = None
    step_minutes: bool | None = None


@event(Text("Bắt đầu thẩm định", "Start the appraisal"))
class StartAppraisal(Act):
    """The superior's advisory bodies begin."""


@event(Text("Trả lại để hoàn thiện", "Return for revision"))
class ReturnForRevision(Act):
    """The superior returns the scheme with reasons."""

    reasons: tuple[str, ...] | None = None
    concern: Concern | None = None


@event(Text("Mở lại quy trình về số lượng, cơ cấu", "Reopen on number or structure"))
class ReopenStructure(Act):
    """The run was reopened on number or structure."""


@event(Text("Mở lại quy trình về danh sách", "Reopen on the list"))
class ReopenList(Act):
    """The run was reopened on the list."""


@event(Text("Cấp trên không đồng ý một người", "Reject a person"))
class RejectPerson(Act):
    """The superior does not agree to one person."""

    person: str | None = None
    reasons: str | None = None


@event(Text("Xác nhận số dư còn đủ", "Confirm the surplus"))
class ConfirmSurplus(Act):
    """The shortened list is still within the limits, and the superior approves it anew."""

    approved_anew: str | None = None


@event(Text("Ghi nhận thiếu số dư", "Record that the list is below the minimum"))
class RecordBelowMinimum(Act):
    """The list has fallen below the minimum."""

    remedy: Remedy | None = None


@event(Text("Đồng ý không bầu cấp ủy", "Agree to no election"))
class AgreeNoElection(Act):
    """The superior agrees that the congress does not elect the committee."""

    difficulty: str | None = None


@event(Text("Cấp trên duyệt đề án", "Approve the scheme"))
class Approve(Act):
    """The superior's written approval."""

    decision: str | None = None


@event(Text("Ghi nhận đơn còn trong hạn", "Note a timely case"))
class NoteTimelyCase(Act):
    """A complaint about a listed person is to be settled before the congress."""

    complaint: str | None = None
    person: str | None = None


@event(Text("Có đơn còn trong hạn sau khi duyệt", "Raise a timely case"))
class RaiseTimelyCase(Act):
    """The same after approval: the scheme is held until it is concluded."""

    complaint: str | None = None
    person: str | None = None


@event(Text("Kết luận không vi phạm", "Conclude clean"))
class ConcludeClean(Act):
    """The competent body's written conclusion clears the person."""

    conclusion: str | None = None


@event(Text("Kết luận không đủ tiêu chuẩn", "Conclude unfit"))
class ConcludeUnfit(Act):
    """The competent body's written conclusion is that the person is unfit."""

    conclusion: str | None = None
    person: str | None = None


@event(Text("Ghi nhận đơn quá hạn, chuyển nhiệm kỳ mới", "Note a late case"))
class NoteLateCase(Act):
    """A frozen complaint goes to the new term."""

    complaint: str | None = None


@event(Text("Ghi nhận đơn không giải quyết", "Note an inadmissible case"))
class NoteInadmissibleCase(Act):
    """A rejected complaint is only noted."""

    complaint: str | None = None


@event(Text("Đưa một người ra khỏi danh sách", "Remove a person"))
class RemovePerson(Act):
    """A candidate withdraws before the approval."""

    person: str | None = None
    reason: str | None = None


@event(Text("Rút tên làm thiếu số dư", "Withdrawal below the minimum"))
class WithdrawBelowMinimum(Act):
    """A withdrawal brings the list below the minimum."""

    person: str | None = None


@event(Text("Rút tên sau khi duyệt", "Withdraw a candidate"))
class WithdrawCandidate(Act):
    """A candidate withdraws after the approval, while the list of the congress is open."""

    person: str | None = None
    superior_informed: bool | None = None
    list_closed: bool | None = None


@event(Text("Trình đại hội", "Present to the congress"))
class Present(Act):
    """The presidium presents the scheme; `listed` is the list as presented."""

    listed: tuple[str, ...] | None = None
    congress: str | None = None


@event(Text("Kết thúc đề án", "Close the scheme"))
class CloseScheme(Act):
    """Every contest of the scheme has come to its end."""


@event(Text("Kiện toàn sau đại hội", "Complete later"))
class CompleteLater(Act):
    """Where no election was agreed: an appointment or a later by-election is recorded."""

    decision: str | None = None


_d = Drawing("personnel_scheme", Scheme, Text("Đề án nhân sự", "Personnel scheme"))

NOT_STARTED = _d.stage("NOT_STARTED", Text("chưa lập", "not started"), initial=True)
DRAFTED = _d.stage("DRAFTED", Text("đã lập", "drafted"))
SUBMITTED = _d.stage("SUBMITTED", Text("đã trình", "submitted"))
APPRAISING = _d.stage("APPRAISING", Text("đang thẩm định", "being appraised"))
RETURNED = _d.stage("RETURNED", Text("bị trả lại", "returned"))
PERSON_REJECTED = _d.stage(
    "PERSON_REJECTED", Text("có người không được đồng ý", "a person was rejected")
)
APPROVED = _d.stage("APPROVED", Text("đã được duyệt", "approved"))
ISSUE_UNDER_CHECK = _d.stage(
    "ISSUE_UNDER_CHECK", Text("đang xác minh đơn", "an issue is being checked")
)
IN_USE = _d.stage("IN_USE", Text("đã trình đại hội", "in use at the congress"))
NO_ELECTION_AGREED = _d.stage(
    "NO_ELECTION_AGREED", Text("cấp trên đồng ý không bầu", "no election agreed")
)
CLOSED = _d.stage("CLOSED", Text("đã kết thúc", "closed"), final=True)

assemble = _d.step(
    "S1", NOT_STARTED, AssembleScheme, DRAFTED, actors=(Body.PERSONNEL_SUBCOMMITTEE,)
)
submit = _d.step("S2", DRAFTED, Submit, SUBMITTED, actors=COMMITTEE)
start_appraisal = _d.step(
    "S3", SUBMITTED, StartAppraisal, APPRAISING, actors=(Body.SUPERIOR_ADVISORY_BODIES,)
)
return_for_revision = _d.step("S4", APPRAISING, ReturnForRevision, RETURNED, actors=SUPERIOR)
reopen_structure = _d.step("S5", RETURNED, ReopenStructure, None, actors=STANDING)
reopen_list = _d.step("S6", RETURNED, ReopenList, None, actors=STANDING)
assemble_again = _d.step(
    "S7", RETURNED, AssembleScheme, DRAFTED, actors=(Body.PERSONNEL_SUBCOMMITTEE,)
)
reject_person = _d.step("S8", APPRAISING, RejectPerson, PERSON_REJECTED, actors=SUPERIOR)
confirm_surplus = _d.step("S9", PERSON_REJECTED, ConfirmSurplus, APPRAISING, actors=_COMPUTED)
record_below_minimum = _d.step(
    "S10", PERSON_REJECTED, RecordBelowMinimum, RETURNED, actors=_COMPUTED
)
agree_no_election = _d.step(
    "S11", (NOT_STARTED, APPRAISING), AgreeNoElection, NO_ELECTION_AGREED, actors=SUPERIOR
)
approve = _d.step("S12", APPRAISING, Approve, APPROVED, actors=(Body.SUPERIOR_STANDING_COMMITTEE,))
note_timely_case = _d.step("S13", (SUBMITTED, APPRAISING), NoteTimelyCase, None, actors=_CASE)
raise_timely_case = _d.step("S14", APPROVED, RaiseTimelyCase, ISSUE_UNDER_CHECK, actors=_CASE)
conclude_clean = _d.step(
    "S15", ISSUE_UNDER_CHECK, ConcludeClean, APPROVED, actors=(Body.COMPETENT_BODY,)
)
conclude_unfit = _d.step(
    "S16", ISSUE_UNDER_CHECK, ConcludeUnfit, PERSON_REJECTED, actors=(Body.COMPETENT_BODY,)
)
note_late_case = _d.step("S17", (SUBMITTED, APPRAISING, APPROVED), NoteLateCase, None, actors=_CASE)
note_inadmissible_case = _d.step(
    "S18", (SUBMITTED, APPRAISING, APPROVED), NoteInadmissibleCase, None, actors=_CASE
)
remove_person = _d.step(
    "S19", (DRAFTED, SUBMITTED, APPRAISING), RemovePerson, None, actors=COMMITTEE
)
withdraw_below_minimum = _d.step(
    "S20",
    (DRAFTED, SUBMITTED, APPRAISING, APPROVED),
    WithdrawBelowMinimum,
    RETURNED,
    actors=COMMITTEE,
)
withdraw_candidate = _d.step(
    "S21", APPROVED, WithdrawCandidate, None, actors=(Body.CANDIDATE, *COMMITTEE)
)
present = _d.step("S22", APPROVED, Present, IN_USE, actors=(Body.PRESIDIUM,))
close_scheme = _d.step("S23", IN_USE, CloseScheme, CLOSED, actors=_COMPUTED)
complete_later = _d.step("S24", NO_ELECTION_AGREED, CompleteLater, CLOSED, actors=SUPERIOR)

personnel_scheme = _d.close()


def scheme_list(case: Case[Scheme]) -> tuple[Nominee, ...]:
    """Return the persons on the scheme: as last assembled, less all who left since (3-I1)."""
    listed: tuple[Nominee, ...] = ()
    for passage in case.passages:
        act = passage.event
        if isinstance(act, AssembleScheme):
            listed = act.candidates or ()
        elif isinstance(
            act,
            RejectPerson | RemovePerson | WithdrawCandidate | WithdrawBelowMinimum | ConcludeUnfit,
        ):
            listed = tuple(person for person in listed if person.id != act.person)
    return listed
