"""What an issued document rests on and does to older ones: each rule objects to one fact."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from congress_flow import Case, Finding, FindingKind, Level, Verdict
from congress_flow.procedures import document_life as d
from congress_flow.procedures import document_record as record
from congress_flow.procedures import personnel_scheme as s
from congress_flow_vn_2020 import document_issue
from congress_flow_vn_2020.readings import Days, Limit
from tests.documents.examples import DAY, B, Example, Kind, document, issued, rules_of
from tests.documents.walk import CLOSED, UNIT, Stand
from tests.documents.walks import BLOCK_PLAN, DIRECTIVE

Weigh = Callable[..., Finding]
Judge = Callable[..., Verdict]
Follow = Callable[..., Case[Any]]
FIRST = date(2019, 11, 28)
LIMIT = d.LocalLimit(day=date(2020, 6, 30), document="35-CT/TW", before=True)
OLDER = d.Amendment(number="10-KH/ĐU", issued=FIRST, relation=d.RelationKind.AMENDS, own=True)
NOT_OWN = attrs.evolve(OLDER, own=False)


def issue(on: date = DAY, **facts: Any) -> d.Issue:
    known: dict[str, Any] = {
        "by": B.STANDING_COMMITTEE,
        "number": "12-KH/ĐU",
        "bases": (DIRECTIVE, BLOCK_PLAN),
        "bases_in_force": True,
        "deadline": date(2020, 6, 29),
        "limits": (LIMIT,),
    }
    return d.Issue(on=on, **{**known, **facts})


def programme(on: date, **facts: Any) -> d.Issue:
    known: dict[str, Any] = {"opinions_absorbed": True, "closed": CLOSED}
    return d.Issue(on=on, by=B.NEW_COMMITTEE, **{**known, **facts})


def superseded(**facts: Any) -> d.Supersede:
    known: dict[str, Any] = {
        "by": B.EXECUTIVE_COMMITTEE,
        "successor": "15-KH/ĐU",
        "names_this": True,
        "relation": d.RelationKind.REPLACES,
    }
    return d.Supersede(on=DAY, **{**known, **facts})


EXAMPLES = {
    "opinions_absorbed": Example(
        d.HANDED_OVER,
        programme(date(2020, 6, 20)),
        programme(date(2020, 6, 20), opinions_absorbed=False),
        {"value": False, "limit": True},
        kind=Kind.ACTION_PROGRAMME,
    ),
    "action_programme_in_time": Example(
        d.HANDED_OVER,
        programme(date(2020, 6, 28)),
        programme(date(2020, 6, 29)),
        {"value": "2020-06-29", "limit": "2020-06-28"},
        kind=Kind.ACTION_PROGRAMME,
        chosen={"action_programme_issue": Days(30, Limit.DAYS)},
        finding=FindingKind.CAUTION,
    ),
    "document_rests_on_bases": Example(
        d.READY_TO_SUBMIT,
        issue(),
        issue(bases=(DIRECTIVE, attrs.evolve(BLOCK_PLAN, issued=date(2020, 3, 3)))),
        {"about": "78-KH/ĐUK", "value": "2020-03-03", "limit": "2020-03-02"},
        kind=Kind.PLAN,
    ),
    "bases_without_circle": Example(
        d.READY_TO_SUBMIT,
        issue(),
        issue(bases=(DIRECTIVE, attrs.evolve(BLOCK_PLAN, implements=("plan",)))),
        {"about": "78-KH/ĐUK", "value": True},
        kind=Kind.PLAN,
    ),
    "deadline_within_limits": Example(
        d.READY_TO_SUBMIT,
        issue(),
        issue(deadline=date(2020, 7, 1)),
        {"about": "35-CT/TW", "value": "2020-07-01", "limit": "2020-06-30"},
        kind=Kind.PLAN,
    ),
    "deadline_before_the_day": Example(
        d.READY_TO_SUBMIT,
        issue(),
        issue(deadline=date(2020, 6, 30)),
        {"op": "before", "limit": "2020-06-30"},
        kind=Kind.PLAN,
        finding=FindingKind.CAUTION,
    ),
    "amends_by_right": Example(
        d.READY_TO_SUBMIT,
        issue(amends=(OLDER, attrs.evolve(OLDER, number="11-KH/ĐU"))),
        issue(amends=(OLDER, attrs.evolve(OLDER, number=""))),
        {"op": "given"},
        kind=Kind.PLAN,
    ),
    "type_within_powers": Example(
        d.READY_TO_SUBMIT,
        issue(number="02-HD/ĐU"),
        issue(number="02-HD/ĐU", by=B.EXECUTIVE_COMMITTEE),
        {"about": "hướng dẫn", "value": False},
        kind=Kind.GUIDANCE,
        chosen={"other_bodies_issue_as_2026": True},
        finding=FindingKind.CAUTION,
    ),
    "successor_names_this": Example(
        d.ISSUED,
        superseded(),
        superseded(names_this=False),
        {"value": False, "limit": True},
        kind=Kind.PLAN,
    ),
    "superseded_in_full": Example(
        d.ISSUED,
        superseded(),
        superseded(relation=d.RelationKind.AMENDS),
        {"value": "amends", "limit": ["repeals", "replaces"]},
        kind=Kind.PLAN,
    ),
}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_rule_objects_and_is_content(rule: str, stand: Stand, weigh: Weigh) -> None:
    """Each rule passes one event and objects to the same with one fact changed."""
    EXAMPLES[rule].weighed(rule, stand, weigh)


def test_every_rule_has_an_example() -> None:
    """No rule of the module is left out; two more have tests of their own below."""
    own = {"cell_does_not_issue", "superseded_by_right"}
    assert set(EXAMPLES) | own == rules_of(document_issue)


def findings(verdict: Verdict, rule: str) -> list[Finding]:
    return [found for found in verdict.findings if found.rule == f"vn-2020/{rule}"]


@pytest.mark.parametrize(
    ("level", "kind", "objects"),
    [
        (Level.CELL, Kind.NOTICE, True),
        (Level.CELL, Kind.PLAN, False),
        (Level.GRASSROOTS, Kind.NOTICE, False),
    ],
)
def test_a_cell_issues_no_notice(
    level: Level,
    kind: d.DocumentKind,
    objects: bool,  # noqa: FBT001 - a table
    stand: Stand,
    judge: Judge,
) -> None:
    """The one line of the powers of 2017 that was read speaks of cells, and only warns."""
    case = stand(d.document_life, document(kind, level=level), d.READY_TO_SUBMIT)
    found = findings(judge(case, issue(by=B.CELL_COMMITTEE)), "cell_does_not_issue")
    assert bool(found) is objects
    assert all(each.kind is FindingKind.CAUTION for each in found)


def test_powers_that_were_not_read_are_not_asked(stand: Stand, judge: Judge) -> None:
    """Without the reading, and above the grassroots, no table of powers is held against a paper."""
    event = issue(by=B.EXECUTIVE_COMMITTEE)
    unit = stand(d.document_life, document(Kind.GUIDANCE), d.READY_TO_SUBMIT)
    assert not findings(judge(unit, event), "type_within_powers")
    above = document(Kind.GUIDANCE, level=Level.PROVINCE)
    case = stand(d.document_life, above, d.READY_TO_SUBMIT)
    verdict = judge(case, event, other_bodies_issue_as_2026=True)
    assert not findings(verdict, "type_within_powers")


@pytest.mark.parametrize(
    ("by", "allowed"),
    [
        (B.STANDING_COMMITTEE, True),
        (B.EXECUTIVE_COMMITTEE, True),
        (B.NEW_COMMITTEE, True),
        (B.SUPERIOR_COMMITTEE, True),
        (B.SUPERIOR_STANDING_COMMITTEE, True),
        (B.PRESIDIUM, False),
        (B.CELL_COMMITTEE, False),
    ],
)
def test_only_the_issuer_or_a_higher_body_ends_it(
    by: d.Body,
    allowed: bool,  # noqa: FBT001 - a table
    follow: Follow,
    judge: Judge,
) -> None:
    """66-QĐ/TW art. 3; what a standing committee issued its committee may end."""
    case = issued(follow, issue())
    found = findings(judge(case, superseded(by=by)), "superseded_by_right")
    assert (not found) is allowed


def test_minutes_are_ended_by_their_signer(stand: Stand, judge: Judge) -> None:
    """What a board signed, that board or a superior ends."""
    act = d.SignMinutes(on=DAY, by=B.COUNTING_BOARD)
    case = stand(d.document_life, document(Kind.ELECTION_MINUTES), d.ISSUED, act, on=DAY)
    assert not findings(judge(case, superseded(by=B.COUNTING_BOARD)), "superseded_by_right")
    assert findings(judge(case, superseded()), "superseded_by_right")


@pytest.mark.parametrize(
    ("older", "kind"),
    [
        (attrs.evolve(NOT_OWN, level=Level.CELL), None),
        (attrs.evolve(NOT_OWN, level=Level.GRASSROOTS), FindingKind.BREACH),
        (NOT_OWN, FindingKind.GAP),
        (attrs.evolve(OLDER, own=None), FindingKind.GAP),
        (attrs.evolve(NOT_OWN, relation=d.RelationKind.INTERPRETS), None),
        (attrs.evolve(OLDER, relation=None), FindingKind.GAP),
        (attrs.evolve(OLDER, issued=date(2020, 3, 3)), FindingKind.BREACH),
    ],
)
def test_who_may_amend(
    older: d.Amendment, kind: FindingKind | None, stand: Stand, judge: Judge
) -> None:
    """Its own papers and those of lower bodies; interpreting changes nothing; no later paper."""
    case = stand(d.document_life, document(Kind.PLAN), d.READY_TO_SUBMIT)
    found = findings(judge(case, issue(amends=(older,))), "amends_by_right")
    assert [each.kind for each in found] == ([] if kind is None else [kind])


def test_a_plan_needs_its_bases(stand: Stand, judge: Judge) -> None:
    """Not known is a gap, a lapsed basis a breach; other papers of the committee need none."""
    plan = stand(d.document_life, document(Kind.PLAN), d.READY_TO_SUBMIT)
    rule = "document_rests_on_bases"
    assert findings(judge(plan, issue(bases=None)), rule)[0].kind is FindingKind.GAP
    [lapsed] = findings(judge(plan, issue(bases_in_force=False)), rule)
    assert lapsed.kind is FindingKind.BREACH
    notice = stand(d.document_life, document(Kind.NOTICE), d.READY_TO_SUBMIT)
    assert not findings(judge(notice, issue(bases=None)), rule)
    assert not findings(judge(notice, issue(bases=None)), "bases_without_circle")


def test_a_circle_through_another_case(stand: Stand, follow: Follow, judge: Judge) -> None:
    """Two plans beside each other may not rest on each other."""
    back = d.Paper(id="plan", type="plan", number="12-KH/ĐU")
    other = issued(follow, issue(number="11-KH/ĐU", bases=(DIRECTIVE, back)))
    case = stand(d.document_life, document(Kind.PLAN), d.READY_TO_SUBMIT, id="plan")
    basis = d.Paper(id=other.id, type="plan", number="11-KH/ĐU")
    event = issue(bases=(DIRECTIVE, basis))
    [found] = findings(judge(case, event, other), "bases_without_circle")
    assert found.figures["about"] == "11-KH/ĐU"
    assert not findings(judge(case, event), "bases_without_circle")


def test_before_may_be_read_inclusively(stand: Stand, judge: Judge) -> None:
    """The day itself is a caution only where "before" is taken at its word, and is said."""
    case = stand(d.document_life, document(Kind.PLAN), d.READY_TO_SUBMIT)
    event = issue(deadline=date(2020, 6, 30))
    rule = "deadline_before_the_day"
    assert findings(judge(case, event), rule)
    assert not findings(judge(case, event, before_is_exclusive=False), rule)
    on_the_day = attrs.evolve(LIMIT, before=False)
    day = issue(deadline=date(2020, 6, 30), limits=(on_the_day,))
    assert not findings(judge(case, day), rule)


def test_an_unchosen_issue_limit_is_not_asked(stand: Stand, judge: Judge) -> None:
    """No limit was found for issuing the action programme."""
    case = stand(d.document_life, document(Kind.ACTION_PROGRAMME), d.HANDED_OVER)
    verdict = judge(case, programme(date(2021, 5, 1)))
    assert not findings(verdict, "action_programme_in_time")


AMENDS = d.Amendment(
    number="11-KH/ĐU", issued=FIRST, relation=d.RelationKind.AMENDS, own=True, scope="một số"
)
CITES = attrs.evolve(AMENDS, relation=d.RelationKind.CITES)
UNTOLD = attrs.evolve(AMENDS, relation=None)


def test_one_document_amends_two_and_moves_neither(follow: Follow) -> None:
    """4-I5, as in the article: 12-KH of 12/3/2020 on 10-KH and 11-KH of 28/11/2019."""
    ten = issued(follow, issue(FIRST, number="10-KH/ĐU"))
    eleven = issued(follow, issue(FIRST, number="11-KH/ĐU"))
    by_case = attrs.evolve(OLDER, document=ten.id)
    twelve = issued(
        follow,
        issue(date(2020, 3, 12), number="12-KH/ĐU", amends=(by_case, AMENDS, CITES, UNTOLD)),
    )
    plans = (ten, eleven, twelve)
    for plan in (ten, eleven):
        assert plan.stage is d.ISSUED
        assert record.changes_on(plan, plans, date(2020, 3, 11)) == ()
        [change] = record.changes_on(plan, plans, date(2020, 3, 12))
        assert (change.by, change.on) == (twelve.id, date(2020, 3, 12))
    assert record.changes_on(twelve, plans, date(2020, 5, 1)) == ()
    early = record.plans_in_force(plans, UNIT, date(2020, 1, 16))
    assert [case.id for case in early] == ["10-KH/ĐU", "11-KH/ĐU"]
    assert len(record.plans_in_force(plans, UNIT, date(2020, 3, 12))) == 3
    assert record.plans_in_force(plans, "other", date(2020, 3, 12)) == ()


def test_a_replaced_plan_is_in_force_until_the_day(follow: Follow) -> None:
    """The day of the replacement is the first on which the old plan no longer holds."""
    plan = issued(follow, issue(FIRST), superseded())
    assert not record.in_force(plan, date(2019, 11, 27))
    assert record.in_force(plan, FIRST)
    assert record.in_force(plan, date(2020, 3, 1))
    assert not record.in_force(plan, DAY)


def test_what_was_never_issued_has_no_number(stand: Stand, follow: Follow) -> None:
    """Before anything is drafted or issued there is nothing to tell."""
    case = stand(d.document_life, document(Kind.PLAN), d.PLANNED)
    assert record.issued_number(case) is None
    assert record.issued_on(case) is None
    assert record.last_draft(case) is None
    assert record.approved_version(case) is None
    assert record.adopted_version(case) is None
    assert record.final_version(case) is None
    assert not record.in_force(case, DAY)
    amending = issued(follow, issue(amends=(AMENDS,)))
    assert record.changes_on(case, (amending,), DAY) == ()


SEEN = {
    s.NOT_STARTED: d.NOT_STARTED,
    s.DRAFTED: d.READY_TO_SUBMIT,
    s.SUBMITTED: d.SUBMITTED,
    s.APPRAISING: d.APPRAISING,
    s.RETURNED: d.RETURNED,
    s.PERSON_REJECTED: d.APPRAISING,
    s.APPROVED: d.APPROVED,
    s.ISSUE_UNDER_CHECK: d.APPROVED,
    s.IN_USE: d.PRESENTED,
    s.NO_ELECTION_AGREED: None,
    s.CLOSED: d.PRESENTED,
}


@pytest.mark.parametrize("stage", SEEN, ids=lambda stage: stage.name)
def test_a_scheme_is_shown_as_a_document(stage: Any, stand: Stand) -> None:
    """DEC-P4: at each of its eleven stages; closed and filed it is shown as archived."""
    assert set(SEEN) == set(s.personnel_scheme.stages)
    scheme = stand(s.personnel_scheme, s.Scheme(run="run", level=Level.GRASSROOTS), stage)
    assert record.scheme_as_document(scheme) is SEEN[stage]
    filed = record.scheme_as_document(scheme, filed=True)
    assert filed is (d.ARCHIVED if stage is s.CLOSED else SEEN[stage])
