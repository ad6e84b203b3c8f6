"""The personnel scheme: persons leaving it, complaints about them, its use at the congress."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Answer,
    Breach,
    Case,
    Caution,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Stage,
    Step,
    Text,
    at_least,
    equals,
    fails,
    given,
    holds,
    on_or_before,
    one_of,
)
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import congress as k
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_scheme as s
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._complaint_links import held_over
from congress_flow_vn_2020._days import after
from congress_flow_vn_2020.instruments import HANDBOOK, HD07_2019
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.scheme_acts import ASSUMED, NOT_SEEN, REASON, REPORTED, names

_PERSON: Final = Text("người trong danh sách", "person on the list")
_DERIVED: Final = HANDBOOK.at("procedures.md S13, S22, S23", Confidence.DERIVED)


@book.rule(
    s.reject_person,
    cites=ASSUMED,
    title=Text("Không đồng ý một người phải nêu lý do", "A rejection gives its reasons"),
    encodes=("S8",),
)
def rejection_reasoned(case: Case[s.Scheme], act: s.RejectPerson) -> Iterator[Demand]:
    """The person stands on the scheme."""
    yield one_of(act.person, names(case), what=_PERSON)
    yield given(act.reasons, what=REASON)


@book.rule(
    s.confirm_surplus,
    cites=ASSUMED,
    title=Text("Cấp trên duyệt lại danh sách đã rút", "The shortened list is approved anew"),
    encodes=("S9",),
)
def approved_anew(case: Case[s.Scheme], act: s.ConfirmSurplus) -> Demand:
    """The reference of the superior's approval of the shortened list."""
    del case
    return given(act.approved_anew, what=Text("văn bản duyệt lại", "approval anew"))


@book.rule(
    s.record_below_minimum,
    cites=ASSUMED,
    title=Text("Thiếu số dư: nêu cách xử lý", "Below the minimum: the remedy is recorded"),
    encodes=("S10",),
)
def remedy_recorded(case: Case[s.Scheme], act: s.RecordBelowMinimum) -> Demand:
    """Track F reopens, or the superior introduces a person."""
    del case
    return given(act.remedy, what=Text("cách xử lý", "remedy"))


_CONCLUSIONS: tuple[Step[s.Scheme, s.ConcludeClean | s.ConcludeUnfit], ...] = (
    s.conclude_clean,
    s.conclude_unfit,
)


@book.rule(
    *_CONCLUSIONS,
    cites=REPORTED,
    title=Text("Kết luận bằng văn bản", "The conclusion is in writing"),
    encodes=("S15", "S16"),
)
def conclusion_written(
    case: Case[s.Scheme], act: s.ConcludeClean | s.ConcludeUnfit
) -> Iterator[Demand]:
    """And, where the person is unfit, it names the one whose case was raised."""
    yield given(act.conclusion, what=Text("văn bản kết luận", "written conclusion"))
    if isinstance(act, s.ConcludeUnfit):
        raised = case.last(s.RaiseTimelyCase)
        yield one_of(act.person, names(case), what=_PERSON)
        about = Text("người bị nêu trong đơn", "person named")
        yield equals(act.person, raised.person if raised else None, what=about)


@book.rule(
    s.remove_person,
    cites=ASSUMED,
    title=Text("Rút tên trước khi duyệt: có lý do", "Removed before approval, with a reason"),
    encodes=("S19",),
)
def scheme_removal_reasoned(case: Case[s.Scheme], act: s.RemovePerson) -> Iterator[Demand]:
    """The person stands on the scheme and the reason is recorded."""
    yield one_of(act.person, names(case), what=_PERSON)
    yield given(act.reason, what=REASON)


@book.rule(
    s.withdraw_candidate,
    cites=ASSUMED,
    title=Text(
        "Rút tên sau khi duyệt: báo cáo cấp trên, danh sách chưa chốt",
        "Withdrawn after approval: the superior is informed, the list is open",
    ),
    encodes=("S21",),
)
def withdrawal_open(case: Case[s.Scheme], act: s.WithdrawCandidate) -> Iterator[Demand]:
    """Before the congress closes its list."""
    yield one_of(act.person, names(case), what=_PERSON)
    yield holds(act.superior_informed, what=Text("đã báo cáo cấp trên", "superior informed"))
    yield fails(act.list_closed, what=Text("danh sách đã chốt", "list closed"))


@book.rule(
    s.withdraw_below_minimum,
    cites=ASSUMED,
    title=Text("Người rút tên có trong danh sách", "Who withdraws stands on the list"),
    encodes=("S20",),
)
def withdrawer_listed(case: Case[s.Scheme], act: s.WithdrawBelowMinimum) -> Demand:
    """The person stands on the scheme."""
    return one_of(act.person, names(case), what=_PERSON)


@book.rule(
    s.present,
    cites=HANDBOOK.at("procedures.md 3-I1", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Danh sách trình đúng danh sách đã duyệt", "The list presented is the one approved"),
    encodes=("3-I1", "S22"),
)
def presented_as_approved(case: Case[s.Scheme], act: s.Present) -> Demand:
    """The list approved, less recorded withdrawals and rejections."""
    listed = None if act.listed is None else tuple(sorted(act.listed))
    return equals(listed, tuple(sorted(names(case))), what=Text("danh sách trình", "presented"))


@book.rule(
    s.complete_later,
    cites=REPORTED,
    title=Text("Kiện toàn sau bằng quyết định", "Completed later by a recorded decision"),
    encodes=("S24",),
)
def completion_recorded(case: Case[s.Scheme], act: s.CompleteLater) -> Demand:
    """An appointment or a later by-election."""
    del case
    return given(act.decision, what=Text("quyết định", "decision"))


@book.rule(
    s.present,
    cites=NOT_SEEN,
    title=Text("Từ khi duyệt đến khi trình không quá hạn", "Presented within the window"),
    severity=Severity.WARNS,
    encodes=("approval.to_opening",),
)
def approval_window(case: Case[s.Scheme], act: s.Present, about: Context[Readings2020]) -> Answer:
    """Asked only where the reading sets a window from the approval to the opening."""
    limit = about.readings.approval_to_opening
    approved = case.last(s.Approve)
    if limit is None or approved is None:
        return ()
    return on_or_before(
        act.on, after(approved.on, limit, about.readings), what=Text("ngày trình", "presented on")
    )


@book.rule(
    s.approve,
    cites=REPORTED,
    title=Text(
        "Không duyệt khi còn đơn trong hạn về người trong danh sách",
        "No approval while a timely case about a listed person is open",
    ),
    encodes=("S12", "denunciation.freeze"),
)
def no_open_case(
    case: Case[s.Scheme], act: s.Approve, about: Context[Readings2020]
) -> Iterator[Breach | Gap | Demand | Caution]:
    """Each letter about a listed person is settled, or held over to the new term by its days.

    What is not settled before the congress anyway, a petition, holds nobody; of a letter that is
    not screened it cannot be said yet whether it is to be settled before.
    """
    for each in about.beside.of(q.complaint_case):
        persons = tuple(person for person in names(case) if person in each.subject.persons)
        settled_before = _to_be_settled(each)
        if persons:
            yield from held_over(each, about, act.on, name=f"{', '.join(persons)}: {each.id}")
        if not persons or settled_before is False:
            continue
        objection = Breach if settled_before else Gap
        yield objection(
            Text(
                f"{', '.join(persons)}: đơn {each.id} {each.stage.term.vi}",
                f"{', '.join(persons)}: case {each.id} is {each.stage.term.en}",
            ),
            {"complaint": each.id, "persons": persons, "stage": each.stage},
        )


def _to_be_settled(case: Case[q.Complaint]) -> bool | None:
    """Return whether a letter is to be settled before the congress; None if not screened yet."""
    if not q.is_timely(case) or q.kind(case) is q.ComplaintKind.PETITION:
        return False
    return None if case.stage in {q.RECEIVED, q.SCREENED} else True


Timely = s.NoteTimelyCase | s.RaiseTimelyCase
_TIMELY: tuple[Step[s.Scheme, Timely], ...] = (s.note_timely_case, s.raise_timely_case)


@book.rule(
    *_TIMELY,
    cites=HD07_2019.at("phần II, mục 1.1"),
    title=Text(
        "Đơn về người trong danh sách, phải giải quyết trước đại hội",
        "A case about a listed person, to be settled before the congress",
    ),
    encodes=("S13", "S14"),
)
def timely_case(
    case: Case[s.Scheme], act: Timely, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The letter is beside, to be settled now, and names who stands on the scheme."""
    found = about.beside.get(q.complaint_case, act.complaint or "")
    yield one_of(act.person, names(case), what=_PERSON)
    yield holds(
        None if found is None else _to_be_settled(found),
        about=act.complaint or "",
        what=Text("đơn phải giải quyết trước đại hội", "to be settled before the congress"),
    )
    if found is not None:
        yield one_of(
            act.person, found.subject.persons, what=Text("người bị nêu trong đơn", "person named")
        )


@book.rule(
    s.note_late_case,
    cites=HD07_2019.at("phần II, mục 1.1"),
    title=Text(
        "Đơn quá hạn: không giải quyết trước đại hội, chuyển nhiệm kỳ mới",
        "A late case is not settled now and goes to the new term",
    ),
    encodes=("S17", "8-I4"),
)
def late_case_frozen(
    case: Case[s.Scheme], act: s.NoteLateCase, about: Context[Readings2020]
) -> Demand:
    """The complaint beside is FROZEN (or already handed over); it never changes the scheme."""
    del case
    return _stands(act.complaint, about, q.FROZEN, q.HANDED_OVER)


@book.rule(
    s.note_inadmissible_case,
    cites=HD07_2019.at("về đơn không giải quyết", Confidence.REPORTED),
    title=Text("Đơn không đủ điều kiện giải quyết", "A case that is not settled at all"),
    encodes=("S18", "case.inadmissible"),
)
def inadmissible_case_rejected(
    case: Case[s.Scheme], act: s.NoteInadmissibleCase, about: Context[Readings2020]
) -> Demand:
    """The complaint beside is REJECTED."""
    del case
    return _stands(act.complaint, about, q.REJECTED)


def _stands(complaint: str | None, about: Context[Readings2020], *stages: Stage) -> Demand:
    found = about.beside.get(q.complaint_case, complaint or "")
    return one_of(
        None if found is None else found.stage,
        stages,
        about=complaint or "",
        what=Text("đơn đang ở", "the case stands at"),
    )


@book.rule(
    s.present,
    cites=REPORTED,
    title=Text("Đại hội đã đủ số đại biểu theo quy định", "The congress is quorate"),
    encodes=("S22", "6-I2"),
)
def presented_to_quorate_congress(
    case: Case[s.Scheme], act: s.Present, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The congress beside, for which the scheme was made, has confirmed its quorum."""
    found = about.beside.get(k.congress, act.congress or "")
    yield equals(
        None if found is None else found.stage,
        k.QUORATE,
        what=Text("đại hội đang ở", "the congress stands at"),
    )
    if found is not None:
        what = Text("đề án của đại hội", "scheme of the congress")
        yield equals(found.subject.scheme, case.id, what=what)


@book.rule(
    s.close_scheme,
    cites=_DERIVED,
    in_force=TERM_2020,
    title=Text("Mọi cuộc bầu của đề án đã xong", "Every contest of the scheme has come to its end"),
    encodes=("S23",),
)
def contests_ended(
    case: Case[s.Scheme], act: s.CloseScheme, about: Context[Readings2020]
) -> Iterator[Demand | Breach]:
    """Ratified or partly ratified, or annulled with a new election ordered."""
    del act
    contests = [c for c in about.beside.of(e.election_contest) if c.subject.scheme == case.id]
    yield at_least(len(contests), 1, what=Text("số cuộc bầu", "contests"))
    ends = (e.RATIFIED, e.PARTLY_RATIFIED, e.ANNULLED, e.BALLOTS_DESTROYED)
    for contest in contests:
        yield one_of(
            contest.stage,
            ends,
            about=contest.id,
            what=Text("cuộc bầu đang ở", "the contest stands at"),
        )
