"""From the plan to the reviewing bodies: each rule objects to one changed fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from congress_flow import Case, Finding, FindingKind, Level, Verdict
from congress_flow.procedures import document_life as d
from congress_flow.procedures import document_record as record
from congress_flow_vn_2020 import document_drafting
from congress_flow_vn_2020._document_checks import required_checks
from tests.documents.examples import DAY, B, Example, Kind, document, issued, rules_of
from tests.documents.walk import YES, Stand

Weigh = Callable[..., Finding]
Judge = Callable[..., Verdict]
Follow = Callable[..., Case[Any]]
ISSUED = date(2019, 11, 28)


def draft(number: int = 1, **facts: Any) -> d.Draft:
    known: dict[str, Any] = {"sha256": f"v{number}", "mark": f"Dự thảo lần {number}"}
    return d.Draft(number=number, **{**known, **facts})


def written(number: int = 1, by: d.Body = B.EDITORIAL_GROUP, **facts: Any) -> d.WriteDraft:
    return d.WriteDraft(on=DAY, by=by, draft=draft(number, **facts))


def planned(**facts: Any) -> d.Plan:
    known: dict[str, Any] = {
        "by": B.EXECUTIVE_COMMITTEE,
        "plan": "10-KH/ĐU",
        "plan_issued": ISSUED,
        "subcommittee_decision": "05-QĐ/ĐU",
    }
    return d.Plan(on=DAY, **{**known, **facts})


def sent(**facts: Any) -> d.SendToStanding:
    known: dict[str, Any] = {"draft": draft(), "checks": YES}
    return d.SendToStanding(on=DAY, by=B.DOCUMENTS_SUBCOMMITTEE, **{**known, **facts})


def without(*names: str) -> dict[str, bool]:
    return {name: answer for name, answer in YES.items() if name not in names}


def remark(name: str) -> tuple[d.Remark, ...]:
    return (d.Remark(name),)


RAISED = d.ApproveWithChanges(on=DAY, remarks=remark("r1"))

EXAMPLES = {
    "document_under_plan": Example(
        d.NOT_STARTED,
        planned(),
        planned(plan_issued=date(2020, 3, 12)),
        {"value": "2020-03-12", "limit": "2020-03-02"},
    ),
    "document_has_subcommittee": Example(
        d.NOT_STARTED, planned(), planned(subcommittee_decision=""), {"op": "given"}
    ),
    "outline_meeting_recorded": Example(
        d.OUTLINE_DRAFTED,
        d.AdoptOutline(on=DAY, minutes="01-BB/ĐU"),
        d.AdoptOutline(on=DAY, minutes=""),
        {"op": "given"},
    ),
    "draft_counted": Example(d.OUTLINE_ADOPTED, written(), written(2), {"value": 2, "limit": 1}),
    "draft_marked": Example(
        d.OUTLINE_ADOPTED,
        written(),
        written(mark=""),
        {"value": "", "limit": "Dự thảo lần 1"},
        finding=FindingKind.CAUTION,
    ),
    "drafted_by": Example(
        d.OUTLINE_ADOPTED,
        written(),
        written(by=B.OFFICE),
        {"value": "office", "op": "one_of"},
        finding=FindingKind.CAUTION,
    ),
    "checklist_filled": Example(
        d.DRAFTED,
        sent(),
        sent(checks=without("PR3")),
        {"check": "PR3"},
        finding=FindingKind.GAP,
    ),
    "way_of_standing": Example(d.DRAFTED, sent(), sent(), {"value": False, "limit": True}),
    "way_of_executive": Example(
        d.DRAFTED,
        d.SendToExecutive(on=DAY),
        d.SendToExecutive(on=DAY),
        {"value": True, "limit": False},
        subject={"standing_committee": False},
    ),
    "submission_attached": Example(
        d.STANDING_REVIEW,
        d.SendToExecutive(on=DAY, submission="04-TTr/HU"),
        d.SendToExecutive(on=DAY, submission=""),
        {"op": "given"},
        subject={"level": Level.UPPER_GRASSROOTS},
    ),
    "remarks_not_empty": Example(
        d.STANDING_REVIEW,
        d.SendBack(on=DAY, remarks=remark("r1")),
        d.SendBack(on=DAY, remarks=()),
        {"op": "given", "value": []},
    ),
    "conclusion_recorded": Example(
        d.EXECUTIVE_REVIEW,
        d.SendBack(on=DAY, conclusion="01-KL/ĐU"),
        d.SendBack(on=DAY, conclusion=""),
        {"op": "given"},
    ),
    "remarks_kept": Example(
        d.STANDING_REVIEW,
        d.SendBack(on=DAY, remarks=(d.Remark("r1"), d.Remark("r2"))),
        d.SendBack(on=DAY, remarks=(d.Remark("r1"), d.Remark("r1"))),
        {"op": "none_of", "value": "r1"},
    ),
    "answers_to_open_remarks": Example(
        d.APPROVED_WITH_CHANGES,
        d.ConfirmChanges(on=DAY, answers={"r1": "đã sửa"}),
        d.ConfirmChanges(on=DAY, answers={"r1": "đã sửa", "r9": "đã sửa"}),
        {"op": "one_of", "value": "r9"},
        past=(RAISED,),
    ),
    "remarks_answered_in_full": Example(
        d.APPROVED_WITH_CHANGES,
        d.ConfirmChanges(on=DAY, answers={"r1": "đã sửa"}),
        d.ConfirmChanges(on=DAY),
        {"about": "r1", "op": "given"},
        past=(RAISED,),
    ),
}
OTHER_UNIT = {
    "way_of_standing": document(standing_committee=False),
    "way_of_executive": document(),
}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_rule_objects_and_is_content(rule: str, stand: Stand, weigh: Weigh, judge: Judge) -> None:
    """Each rule passes one event and objects to the same with one fact changed."""
    example = EXAMPLES[rule]
    if rule not in OTHER_UNIT:
        example.weighed(rule, stand, weigh)
        return
    own = stand(d.document_life, document(**example.subject), example.stage)
    other = stand(d.document_life, OTHER_UNIT[rule], example.stage)
    name = f"vn-2020/{rule}"
    assert name not in {f.rule for f in judge(own, example.good).findings}
    [found] = [f for f in judge(other, example.bad).findings if f.rule == name]
    assert dict(example.figures).items() <= dict(found.figures).items()


def test_every_rule_has_an_example() -> None:
    """No rule of the module is left out."""
    assert set(EXAMPLES) == rules_of(document_drafting)


def findings(verdict: Verdict, rule: str) -> list[Finding]:
    return [found for found in verdict.findings if found.rule == f"vn-2020/{rule}"]


def test_plans_and_cells_need_no_subcommittee(stand: Stand, judge: Judge) -> None:
    """A plan comes before the bodies that it creates, and a cell has none."""
    event = planned(subcommittee_decision="")
    for subject in (document(Kind.PLAN), document(level=Level.CELL)):
        case = stand(d.document_life, subject, d.NOT_STARTED)
        assert not findings(judge(case, event), "document_has_subcommittee")


def test_the_plan_must_not_have_been_replaced(stand: Stand, follow: Follow, judge: Judge) -> None:
    """Where the plan is a case beside, it must be in force on the day."""
    issue = d.Issue(on=ISSUED, number="10-KH/ĐU")
    case = stand(d.document_life, document(), d.NOT_STARTED)
    in_force = issued(follow, issue)
    assert not findings(judge(case, planned(), in_force), "document_under_plan")
    ended = issued(follow, issue, d.Supersede(on=date(2020, 2, 1)))
    [found] = findings(judge(case, planned(), ended), "document_under_plan")
    assert found.figures["about"] == "10-KH/ĐU"


def _drafts(follow: Follow, times: int) -> Case[Any]:
    turns: Iterable[Any] = (
        event
        for number in range(1, times + 1)
        for event in (
            d.SendToStanding(on=DAY),
            d.SendBack(on=DAY, remarks=remark(f"r{number}")),
        )
    )
    start = (d.Plan(on=DAY), d.WriteDraft(on=DAY))
    return follow(d.document_life, document(), *start, *turns)


@pytest.mark.parametrize("times", [0, 1, 2, 15])
def test_drafts_are_counted_without_a_cap(times: int, follow: Follow, judge: Judge) -> None:
    """After n returns the next draft sent is number n + 1, however many there were."""
    case = _drafts(follow, times)
    assert record.draft_number(case) == times + 1
    right, wrong = sent(draft=draft(times + 1)), sent(draft=draft(times))
    assert not findings(judge(case, right), "draft_counted")
    assert findings(judge(case, wrong), "draft_counted")[0].figures["limit"] == times + 1


def test_answers_stay(follow: Follow, judge: Judge) -> None:
    """An answer once given is not given again, and a blank one does not count (4-I4)."""
    case = _drafts(follow, 2)
    assert [each.id for each in record.open_remarks(case)] == ["r1", "r2"]
    blank = judge(case, sent(draft=draft(3), answers={"r1": " "}))
    assert findings(blank, "answers_to_open_remarks")
    answered = follow(
        d.document_life,
        document(),
        *(passage.event for passage in case.passages),
        sent(draft=draft(3), answers={"r1": "đã sửa"}),
    )
    assert [each.id for each in record.open_remarks(answered)] == ["r2"]
    assert record.answers(answered) == {"r1": "đã sửa"}
    again = d.SendToExecutive(on=DAY, draft=draft(3), answers={"r1": "khác"})
    assert findings(judge(answered, again), "answers_to_open_remarks")
    full = d.SendToExecutive(on=DAY, draft=draft(3), answers={"r2": "đã sửa"})
    assert not findings(judge(answered, full), "answers_to_open_remarks")


def test_submission_is_asked_above_the_grassroots(stand: Stand, judge: Judge) -> None:
    """At the grassroots the standing committee passes a draft on without a covering paper."""
    case = stand(d.document_life, document(), d.STANDING_REVIEW)
    assert not findings(judge(case, d.SendToExecutive(on=DAY)), "submission_attached")


@pytest.mark.parametrize(
    ("kind", "count"),
    [(Kind.POLITICAL_REPORT, 16), (Kind.REVIEW_REPORT, 16), (Kind.CONGRESS_PROGRAMME, 7)],
)
def test_checklists_are_those_of_the_article(kind: d.DocumentKind, count: int) -> None:
    """Seven checks for every congress document, nine more for each of the two reports."""
    checks = required_checks(kind, administrative=False)
    assert len(checks) == count
    assert not {"PR10", "PR11", "RR10"} & set(checks)
    assert required_checks(Kind.PLAN, administrative=True) == ()
