"""Before the superior: each rule objects to one changed fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from congress_flow import Case, Confidence, Finding, FindingKind, Level, Verdict
from congress_flow.procedures import announcement as a
from congress_flow.procedures import document_life as d
from congress_flow.procedures import suspension as u
from congress_flow_vn_2020 import document_approval
from congress_flow_vn_2020.readings import Days, Limit
from tests.documents.examples import DAY, B, Example, Kind, document, rules_of
from tests.documents.walk import CONGRESS, SUPERIOR, UNIT, Stand

Weigh = Callable[..., Finding]
Judge = Callable[..., Verdict]
STANDING = B.SUPERIOR_STANDING_COMMITTEE
TEN_DAYS = Days(10, Limit.WORKING_DAYS)
ADOPTED = d.AdoptForSubmission(on=DAY, sha256="v4")
SUBMITTED = d.Submit(on=DAY, sha256="v4")


def submitted(**facts: Any) -> d.Submit:
    papers = ("submission", "political report")
    known: dict[str, Any] = {"on": DAY, "sha256": "v4", "papers": papers}
    return d.Submit(**{**known, **facts})


def approved(**facts: Any) -> d.Approve:
    known: dict[str, Any] = {"on": DAY, "by": STANDING, "superior": SUPERIOR, "sha256": "v4"}
    return d.Approve(**{**known, **facts})


def finalised(**facts: Any) -> d.Finalise:
    known: dict[str, Any] = {"sha256": "v4", "draft_mark": False}
    return d.Finalise(on=DAY, **{**known, **facts})


def suspended(stand: Stand, *, goes_on: bool | None) -> Case[Any]:
    act = u.Suspend(on=DAY, preparation_goes_on=goes_on)
    return stand(u.suspension, u.Suspension(unit=UNIT), u.SUSPENDED, act, id="tam-hoan", on=DAY)


EXAMPLES = {
    "document_dossier": Example(
        d.READY_TO_SUBMIT,
        submitted(),
        submitted(papers=("submission",)),
        {"value": ["political report"], "limit": []},
        finding=FindingKind.CAUTION,
    ),
    # Ten working days before 28/5/2020, the opening itself not counted: 14/5/2020.
    "document_lead_time": Example(
        d.READY_TO_SUBMIT,
        submitted(on=date(2020, 5, 14)),
        submitted(on=date(2020, 5, 15)),
        {"value": "2020-05-15", "limit": "2020-05-14"},
        chosen={"lead_time": TEN_DAYS},
        finding=FindingKind.CAUTION,
    ),
    "superior_has_adopted_version": Example(
        d.READY_TO_SUBMIT,
        submitted(),
        submitted(sha256="v5"),
        {"value": "v5", "limit": "v4"},
        past=(ADOPTED,),
    ),
    "approving_body": Example(
        d.APPRAISING,
        approved(),
        approved(by=B.SUPERIOR_COMMITTEE),
        {"value": "superior_committee", "limit": ["superior_standing_committee"]},
    ),
    "approved_by_direct_superior": Example(
        d.APPRAISING,
        approved(),
        approved(superior="tinh-uy"),
        {"value": "tinh-uy", "limit": SUPERIOR},
    ),
    "document_approved_in_time": Example(
        d.APPRAISING,
        approved(on=date(2020, 5, 14)),
        approved(on=date(2020, 5, 15)),
        {"limit": "2020-05-14"},
        chosen={"approval_before_opening": TEN_DAYS},
        finding=FindingKind.CAUTION,
    ),
    "superior_answers_in_time": Example(
        d.APPRAISING,
        approved(on=date(2020, 3, 16)),
        approved(on=date(2020, 3, 17)),
        {"limit": "2020-03-16"},
        past=(SUBMITTED,),
        chosen={"approval_answer": TEN_DAYS},
        finding=FindingKind.CAUTION,
    ),
    "approved_version_submitted": Example(
        d.APPRAISING, approved(), approved(sha256="v5"), {"limit": "v4"}, past=(SUBMITTED,)
    ),
    "changed_version_fixed": Example(
        d.APPROVED_WITH_CHANGES,
        d.ConfirmChanges(on=DAY, sha256="v5"),
        d.ConfirmChanges(on=DAY, sha256=""),
        {"op": "given"},
    ),
    "final_version_approved": Example(
        d.APPROVED, finalised(), finalised(sha256="v5"), {"limit": "v4"}, past=(approved(),)
    ),
    "final_has_no_draft_mark": Example(
        d.APPROVED, finalised(), finalised(draft_mark=True), {"value": True, "limit": False}
    ),
    "change_is_substantive": Example(
        d.FINAL_FOR_CONGRESS,
        d.ChangeAfterApproval(on=DAY, change="chỉ tiêu", substantive=True),
        d.ChangeAfterApproval(on=DAY, change="lỗi chính tả", substantive=False),
        {"value": False, "limit": True},
    ),
}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_rule_objects_and_is_content(rule: str, stand: Stand, weigh: Weigh) -> None:
    """Each rule passes one event and objects to the same with one fact changed."""
    EXAMPLES[rule].weighed(rule, stand, weigh)


def test_every_rule_has_an_example() -> None:
    """No rule of the module is left out; the suspension has a test of its own below."""
    assert set(EXAMPLES) | {"submission_not_suspended"} == rules_of(document_approval)


def findings(verdict: Verdict, rule: str) -> list[Finding]:
    return [found for found in verdict.findings if found.rule == f"vn-2020/{rule}"]


@pytest.mark.parametrize(
    ("goes_on", "kind"),
    [(True, None), (False, FindingKind.BREACH), (None, FindingKind.GAP)],
)
def test_a_suspension_may_stop_submissions(
    goes_on: bool | None,  # noqa: FBT001 - a table
    kind: FindingKind | None,
    stand: Stand,
    judge: Judge,
) -> None:
    """Only if the preparation may go on is a document handed in; not told is a gap."""
    case = stand(d.document_life, document(), d.READY_TO_SUBMIT, ADOPTED)
    verdict = judge(case, submitted(), suspended(stand, goes_on=goes_on))
    found = findings(verdict, "submission_not_suspended")
    assert [each.kind for each in found] == ([] if kind is None else [kind])
    assert not findings(judge(case, submitted()), "submission_not_suspended")


def test_limits_that_nobody_chose_are_not_asked(stand: Stand, judge: Judge) -> None:
    """Lead time, approval before the opening and the superior's answer are open points."""
    ready = stand(d.document_life, document(), d.READY_TO_SUBMIT, ADOPTED)
    late = submitted(on=date(2020, 5, 27))
    assert not findings(judge(ready, late), "document_lead_time")
    appraised = stand(d.document_life, document(), d.APPRAISING, SUBMITTED)
    verdict = judge(appraised, approved(on=date(2020, 5, 27)))
    assert not findings(verdict, "document_approved_in_time")
    assert not findings(verdict, "superior_answers_in_time")


def test_a_chosen_limit_is_graded_unknown(stand: Stand, judge: Judge) -> None:
    """What a reading chose is never printed as if it had been read."""
    case = stand(d.document_life, document(), d.READY_TO_SUBMIT, ADOPTED)
    verdict = judge(case, submitted(on=date(2020, 5, 27)), lead_time=TEN_DAYS)
    [found] = findings(verdict, "document_lead_time")
    assert found.confidence is Confidence.UNKNOWN


def test_limits_follow_the_opening_announced(stand: Stand, judge: Judge) -> None:
    """A postponed congress moves the days that are counted back from its opening."""
    announced = stand(
        a.announcement,
        a.Announcement(congress=CONGRESS),
        a.POSTPONED,
        a.Postpone(on=DAY, new_day=date(2020, 6, 25)),
        id="cong-bo",
        on=DAY,
    )
    case = stand(d.document_life, document(), d.READY_TO_SUBMIT, ADOPTED)
    event = submitted(on=date(2020, 5, 27))
    assert findings(judge(case, event, lead_time=TEN_DAYS), "document_lead_time")
    assert not findings(judge(case, event, announced, lead_time=TEN_DAYS), "document_lead_time")


def test_an_unknown_opening_is_a_gap_turned_caution(stand: Stand, judge: Judge) -> None:
    """Without a day to count from, the open limit is remarked on, not passed over."""
    case = stand(d.document_life, document(planned_opening=None), d.READY_TO_SUBMIT, ADOPTED)
    [found] = findings(judge(case, submitted(), lead_time=TEN_DAYS), "document_lead_time")
    assert found.kind is FindingKind.CAUTION
    assert found.figures["limit"] is None


def test_the_grassroots_committee_approves_a_cells_papers(stand: Stand, judge: Judge) -> None:
    """Its remarks act as the appraisal of a cell's documents."""
    cell = stand(d.document_life, document(level=Level.CELL), d.APPRAISING)
    assert not findings(judge(cell, approved(by=B.SUPERIOR_COMMITTEE)), "approving_body")


def test_an_unknown_superior_is_a_gap(stand: Stand, judge: Judge) -> None:
    """Who stands above the unit must be known before an approval counts."""
    case = stand(d.document_life, document(superior=None), d.APPRAISING)
    [found] = findings(judge(case, approved()), "approved_by_direct_superior")
    assert found.kind is FindingKind.GAP


def test_an_unknown_dossier_is_a_caution(stand: Stand, judge: Judge) -> None:
    """The list itself is an open point, so that not knowing the papers does not block."""
    case = stand(d.document_life, document(), d.READY_TO_SUBMIT, ADOPTED)
    [found] = findings(judge(case, submitted(papers=None)), "document_dossier")
    assert found.kind is FindingKind.CAUTION


def test_what_is_appraised_is_what_was_adopted(stand: Stand, weigh: Weigh) -> None:
    """4-I3 holds for the appraisal as for the submission, by digest."""
    case = stand(d.document_life, document(), d.SUBMITTED, ADOPTED)
    right = d.StartAppraisal(on=DAY, sha256="v4")
    weigh("superior_has_adopted_version", case, right, d.StartAppraisal(on=DAY, sha256="v5"))


def test_without_approval_the_adopted_version_is_final(stand: Stand, weigh: Weigh) -> None:
    """D15: what the executive committee adopted is what is fixed for the congress."""
    rules = document(Kind.WORKING_RULES)
    case = stand(d.document_life, rules, d.READY_TO_SUBMIT, ADOPTED)
    weigh("final_version_approved", case, finalised(), finalised(sha256="v5"))


def test_changes_confirmed_make_the_approved_version(
    follow: Callable[..., Case[Any]], weigh: Weigh
) -> None:
    """After an approval with changes the version that met the remarks is the one approved."""
    case = follow(
        d.document_life,
        document(),
        d.Plan(on=DAY),
        d.WriteDraft(on=DAY),
        d.SendToExecutive(on=DAY),
        ADOPTED,
        SUBMITTED,
        d.StartAppraisal(on=DAY),
        d.ApproveWithChanges(on=DAY),
        d.ConfirmChanges(on=DAY, sha256="v5"),
    )
    weigh("final_version_approved", case, finalised(sha256="v5"), finalised())
