"""Opinions on a document: each rule objects to one changed fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from congress_flow import Case, Confidence, Finding, FindingKind, Level, Verdict
from congress_flow.procedures import document_life as d
from congress_flow.procedures import document_record as record
from congress_flow_vn_2020 import document_opinions
from congress_flow_vn_2020.readings import Days, Limit
from tests.documents.examples import DAY, Example, Kind, document, rules_of
from tests.documents.walk import YES, Stand

Weigh = Callable[..., Finding]
Judge = Callable[..., Verdict]
Outcome = d.OpinionOutcome


def opened(**facts: Any) -> d.OpenConsultation:
    known: dict[str, Any] = {
        "audiences": ("chi bộ",),
        "until": date(2020, 3, 17),
        "public": False,
    }
    return d.OpenConsultation(on=DAY, **{**known, **facts})


def closed(*opinions: d.Opinion) -> d.CloseConsultation:
    return d.CloseConsultation(on=DAY, opinions=opinions)


def opinion(name: str = "y1", **facts: Any) -> d.Opinion:
    known: dict[str, Any] = {"outcome": Outcome.EXPLAINED, "answer": "đã nêu ở mục 2"}
    return d.Opinion(id=name, **{**known, **facts})


def sent(**checks: bool) -> d.SendToExecutive:
    return d.SendToExecutive(on=DAY, draft=d.Draft(sha256="v1"), checks={**YES, **checks})


def adopted(**facts: Any) -> d.AdoptForSubmission:
    return d.AdoptForSubmission(on=DAY, **facts)


def consulted(stand: Stand) -> tuple[Case[Any], ...]:
    return (stand(d.document_life, document(), d.OPINIONS_ACCOUNTED, closed(), id="bcct"),)


EXAMPLES = {
    "consultation_terms": Example(
        d.EXECUTIVE_REVIEW, opened(), opened(audiences=()), {"op": "given", "value": []}
    ),
    "consultation_length": Example(
        d.EXECUTIVE_REVIEW,
        opened(),
        opened(until=date(2020, 3, 16)),
        {"value": "2020-03-16", "limit": "2020-03-17"},
        chosen={"consultation_period": Days(15, Limit.DAYS)},
        finding=FindingKind.CAUTION,
    ),
    "own_drafts_published": Example(
        d.EXECUTIVE_REVIEW,
        opened(),
        opened(public=True),
        {"value": True, "limit": False},
        finding=FindingKind.CAUTION,
    ),
    "opinions_settled": Example(
        d.IN_CONSULTATION,
        closed(opinion(), opinion("y2", outcome=Outcome.ADOPTED, answer=None)),
        closed(opinion(), opinion("y2", outcome=Outcome.OPEN)),
        {"about": "y2", "value": "open"},
    ),
    "opinions_kept": Example(
        d.IN_CONSULTATION,
        closed(opinion(), opinion("y2")),
        closed(opinion(), opinion()),
        {"op": "none_of", "value": "y1"},
    ),
    "adopted_version_fixed": Example(
        d.EXECUTIVE_REVIEW,
        adopted(sha256="v1"),
        adopted(sha256="v2"),
        {"value": "v2", "limit": "v1"},
        past=(sent(),),
        subject={"standing_committee": False},
    ),
}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_rule_objects_and_is_content(rule: str, stand: Stand, weigh: Weigh) -> None:
    """Each rule passes one event and objects to the same with one fact changed."""
    EXAMPLES[rule].weighed(rule, stand, weigh)


def test_every_rule_has_an_example() -> None:
    """No rule of the module is left out; two more have tests of their own below."""
    own = {"consulted_enough", "checklist_passed"}
    assert set(EXAMPLES) | own == rules_of(document_opinions)


def findings(verdict: Verdict, rule: str) -> list[Finding]:
    return [found for found in verdict.findings if found.rule == f"vn-2020/{rule}"]


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.EXPLAINED])
def test_what_is_not_adopted_is_answered(outcome: Outcome, stand: Stand, judge: Judge) -> None:
    """An opinion partly adopted or only explained needs words; one adopted does not."""
    case = stand(d.document_life, document(), d.IN_CONSULTATION)
    [found] = findings(judge(case, closed(opinion(outcome=outcome, answer=""))), "opinions_settled")
    assert found.kind is FindingKind.BREACH
    assert found.figures["about"] == "y1"


def test_unknown_opinions_are_a_gap(stand: Stand, judge: Judge) -> None:
    """No opinion at all is content; not knowing them is a gap."""
    case = stand(d.document_life, document(), d.IN_CONSULTATION)
    assert not findings(judge(case, closed()), "opinions_settled")
    [found] = findings(judge(case, d.CloseConsultation(on=DAY)), "opinions_settled")
    assert found.kind is FindingKind.GAP


def test_late_opinions_are_settled_too(stand: Stand, judge: Judge) -> None:
    """What came in after the closing is judged when the document is adopted for submission."""
    case = stand(d.document_life, document(), d.EXECUTIVE_REVIEW)
    late = adopted(late_opinions=(opinion(outcome=Outcome.OPEN),))
    assert findings(judge(case, late), "opinions_settled")
    assert not findings(judge(case, adopted(late_opinions=(opinion(),))), "opinions_settled")


def test_one_consultation_at_least(stand: Stand, judge: Judge) -> None:
    """A political report that was never put to opinions gets a caution, graded derived."""
    case = stand(d.document_life, document(), d.EXECUTIVE_REVIEW)
    [found] = findings(judge(case, adopted()), "consulted_enough")
    assert found.kind is FindingKind.CAUTION
    assert found.confidence is Confidence.DERIVED
    assert dict(found.figures) == {"op": "at_least", "value": 0, "limit": 1}


def test_the_consultation_counts(follow: Callable[..., Case[Any]], judge: Judge) -> None:
    """After a closed round there is no caution, and its opinions are on record."""
    draft = (d.SendToStanding(on=DAY), d.SendToExecutive(on=DAY))
    case = follow(
        d.document_life,
        document(),
        d.Plan(on=DAY),
        d.WriteDraft(on=DAY),
        *draft,
        opened(),
        closed(opinion()),
        d.Revise(on=DAY),
        *draft,
    )
    assert record.rounds(case) == 1
    assert [each.id for each in record.opinions(case)] == ["y1"]
    assert not findings(judge(case, adopted()), "consulted_enough")


def test_the_resolution_is_consulted_with_the_report(stand: Stand, judge: Judge) -> None:
    """Opinions on the draft resolution are collected with the political report, of one congress."""
    case = stand(d.document_life, document(Kind.RESOLUTION), d.EXECUTIVE_REVIEW)
    assert findings(judge(case, adopted()), "consulted_enough")
    assert not findings(judge(case, adopted(), *consulted(stand)), "consulted_enough")
    elsewhere = stand(
        d.document_life, document(congress="other"), d.OPINIONS_ACCOUNTED, closed(), id="bcct"
    )
    assert findings(judge(case, adopted(), elsewhere), "consulted_enough")


def test_kinds_without_opinions_are_not_asked(stand: Stand, judge: Judge) -> None:
    """The programme of the congress needs no consultation."""
    case = stand(d.document_life, document(Kind.CONGRESS_PROGRAMME), d.EXECUTIVE_REVIEW)
    assert not findings(judge(case, adopted()), "consulted_enough")


def test_a_check_not_met_is_a_caution_with_its_note(stand: Stand, judge: Judge) -> None:
    """A no in the checklist never blocks; the note recorded with it is its explanation."""
    subject = document(standing_committee=False)
    event = d.SendToExecutive(
        on=DAY, checks={**YES, "PR9": False}, notes={"PR9": "chờ số liệu quý I"}
    )
    case = stand(d.document_life, subject, d.EXECUTIVE_REVIEW, event)
    [found] = findings(judge(case, adopted()), "checklist_passed")
    assert (found.kind, found.figures["check"]) == (FindingKind.CAUTION, "PR9")
    assert found.explained == "chờ số liệu quý I"
    passed = stand(d.document_life, subject, d.EXECUTIVE_REVIEW, sent())
    assert not findings(judge(passed, adopted()), "checklist_passed")


def test_publicity_is_asked_at_the_grassroots(stand: Stand, judge: Judge) -> None:
    """The handbook's open point concerns a grassroots organisation's own drafts only."""
    district = document(level=Level.UPPER_GRASSROOTS)
    case = stand(d.document_life, district, d.EXECUTIVE_REVIEW)
    assert not findings(judge(case, opened(public=True)), "own_drafts_published")


def test_a_consultation_does_not_end_before_it_begins(stand: Stand, judge: Judge) -> None:
    """The last day is on or after the day of opening; not known is a gap."""
    case = stand(d.document_life, document(), d.EXECUTIVE_REVIEW)
    early = opened(until=date(2020, 3, 1))
    assert findings(judge(case, early), "consultation_terms")[0].kind is FindingKind.BREACH
    [gap] = findings(judge(case, opened(until=None)), "consultation_terms")
    assert gap.kind is FindingKind.GAP
    assert not findings(judge(case, early), "consultation_length")
