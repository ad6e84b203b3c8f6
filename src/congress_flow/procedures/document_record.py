"""What the past of documents says: drafts, remarks, versions, changes; a scheme seen as a document.

Nothing of this is stored: it is worked out from the passages of cases of `document_life`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs

from congress_flow._case import Case
from congress_flow._procedure import Stage
from congress_flow.procedures import document_life as d
from congress_flow.procedures import personnel_scheme as s

_Raising = d.SendBack | d.ReturnForRevision | d.ApproveWithChanges
_Answering = (
    d.SendToStanding | d.SendToExecutive | d.Revise | d.AdoptForSubmission | d.ConfirmChanges
)


def draft_number(case: Case[d.Document]) -> int:
    """Return n of the present draft: how many times the document has been drafted. 0: not yet."""
    return sum(passage.step.target is d.DRAFTED for passage in case.passages)


def remarks(case: Case[d.Document]) -> tuple[d.Remark, ...]:
    """Return every remark made on the document, in order."""
    return tuple(
        remark
        for passage in case.passages
        if isinstance(passage.event, _Raising)
        for remark in passage.event.remarks or ()
    )


def answers(case: Case[d.Document]) -> dict[str, str]:
    """Return the answers given so far, by the id of their remark."""
    given: dict[str, str] = {}
    for passage in case.passages:
        if isinstance(passage.event, _Answering):
            given |= {key: words for key, words in passage.event.answers.items() if words.strip()}
    return given


def open_remarks(case: Case[d.Document]) -> tuple[d.Remark, ...]:
    """Return the remarks that have no answer yet."""
    given = answers(case)
    return tuple(remark for remark in remarks(case) if remark.id not in given)


def opinions(case: Case[d.Document]) -> tuple[d.Opinion, ...]:
    """Return every opinion received on the document, in order."""
    found: list[d.Opinion] = []
    for passage in case.passages:
        if isinstance(passage.event, d.CloseConsultation):
            found += passage.event.opinions or ()
        elif isinstance(passage.event, d.AdoptForSubmission):
            found += passage.event.late_opinions
    return tuple(found)


def rounds(case: Case[d.Document]) -> int:
    """Return how many consultations were closed."""
    return len(case.events(d.CloseConsultation))


def adopted_version(case: Case[d.Document]) -> str | None:
    """Return the digest of the version that the unit's executive committee last adopted."""
    act = case.last(d.AdoptForSubmission)
    return None if act is None else act.sha256


def approved_version(case: Case[d.Document]) -> str | None:
    """Return the digest of the version that the superior last approved."""
    for passage in reversed(case.passages):
        if isinstance(passage.event, d.Approve | d.ConfirmChanges):
            return passage.event.sha256
    return None


def final_version(case: Case[d.Document]) -> str | None:
    """Return the digest of the version last fixed for the congress."""
    act = case.last(d.Finalise)
    return None if act is None else act.sha256


def last_draft(case: Case[d.Document]) -> d.Draft | None:
    """Return the last draft on record, or None."""
    for passage in reversed(case.passages):
        event = passage.event
        if isinstance(
            event,
            d.WriteDraft | d.SendToStanding | d.SendToExecutive | d.Revise | d.DraftAtCongress,
        ):
            return event.draft
    return None


def issued_on(case: Case[d.Document]) -> date | None:
    """Return the day on which the document was issued (minutes: signed), or None."""
    for passage in case.passages:
        if isinstance(passage.event, d.Issue | d.SignMinutes):
            return passage.event.on
    return None


def issued_number(case: Case[d.Document]) -> str | None:
    """Return the number under which the document was issued, as printed."""
    for passage in case.passages:
        if isinstance(passage.event, d.Issue | d.SignMinutes):
            return passage.event.number
    return None


def in_force(case: Case[d.Document], day: date) -> bool:
    """Return whether the document was issued by *day* and not ended by then."""
    begun = issued_on(case)
    end = case.last(d.Supersede)
    return begun is not None and begun <= day and (end is None or day < end.on)


def plans_in_force(
    cases: Iterable[Case[d.Document]], unit: str, day: date
) -> tuple[Case[d.Document], ...]:
    """Return the plans of a unit in force on *day*, oldest first.

    What the law was on that day is each plan with its changes until then: see `changes_on`.
    """
    plans = [
        case
        for case in cases
        if case.subject.kind is d.DocumentKind.PLAN
        and case.subject.unit == unit
        and in_force(case, day)
    ]
    return tuple(sorted(plans, key=lambda case: (issued_on(case) or day, case.id)))


@attrs.frozen(slots=True, weakref_slot=False)
class Change:
    """A dated change of a document: by which case, on what day, and what it does."""

    by: str
    on: date
    amendment: d.Amendment


def changes_on(
    case: Case[d.Document], others: Iterable[Case[d.Document]], day: date
) -> tuple[Change, ...]:
    """Return the changes made to an issued document by *day*, oldest first.

    A partial amendment never moves the amended document to another stage (4-I5): the text in force
    on a day is the old document with the changes dated on or before that day.
    """
    found = [
        Change(other.id, act.on, amendment)
        for other in others
        for act in other.events(d.Issue)
        for amendment in act.amends
        if act.on <= day and _names(amendment, case)
    ]
    return tuple(sorted(found, key=lambda change: (change.on, change.by)))


def _names(amendment: d.Amendment, case: Case[d.Document]) -> bool:
    if amendment.relation is None or not (amendment.relation.alters or amendment.relation.ends):
        return False
    if amendment.document is not None:
        return amendment.document == case.id
    number = issued_number(case)
    return number is not None and amendment.number == number and amendment.issued == issued_on(case)


_SEEN_AS: Final = {
    s.NOT_STARTED: d.NOT_STARTED,
    s.DRAFTED: d.READY_TO_SUBMIT,
    s.SUBMITTED: d.SUBMITTED,
    s.APPRAISING: d.APPRAISING,
    s.PERSON_REJECTED: d.APPRAISING,
    s.RETURNED: d.RETURNED,
    s.APPROVED: d.APPROVED,
    s.ISSUE_UNDER_CHECK: d.APPROVED,
    s.IN_USE: d.PRESENTED,
    s.CLOSED: d.PRESENTED,
}


def scheme_as_document(scheme: Case[s.Scheme], *, filed: bool = False) -> Stage | None:
    """Return the stage of `document_life` at which a personnel scheme is shown (DEC-P4).

    For reports only: the scheme's own case is authoritative. *filed* is whether its file is in the
    archive. None where no election was agreed: then there is no such document.
    """
    if filed and scheme.stage is s.CLOSED:
        return d.ARCHIVED
    return _SEEN_AS.get(scheme.stage)
