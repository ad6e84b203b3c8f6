"""Suspension and resumption: each rule objects to one changed fact, else it is content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from congress_flow import Case, Finding, FindingKind, Level, Verdict
from congress_flow.procedures import Body
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import suspension as u
from congress_flow_vn_2020 import suspension_acts
from congress_flow_vn_2020.rules import book

Judge = Callable[..., Verdict]
Follow = Callable[..., Case[Any]]
SPRING, RESUMED, AFTER = date(2020, 3, 31), date(2020, 4, 20), date(2020, 5, 28)


def suspend(**facts: Any) -> u.Suspend:
    known: dict[str, Any] = {
        "by": Body.CENTRAL_SECRETARIAT,
        "reason": "dịch bệnh",
        "document": "79-TB",
        "preparation_goes_on": True,
    }
    return u.Suspend(on=SPRING, **{**known, **facts})


def resume(**facts: Any) -> u.Resume:
    known: dict[str, Any] = {
        "by": Body.SUPERIOR_STANDING_COMMITTEE,
        "document": "80-CV",
        "moves_deadline": False,
    }
    return u.Resume(on=RESUMED, **{**known, **facts})


def end(by: Body = Body.AUTO) -> u.End:
    return u.End(on=AFTER, by=by)


class Told(NamedTuple):
    """An event, whether the congress is over by then, and what the rule objects with."""

    rule: str
    event: Any
    over: bool = True
    figures: Mapping[str, Any] = MappingProxyType({})


OBJECTIONS = [
    Told("suspension_actor", suspend(by=Body.STANDING_COMMITTEE)),
    Told("suspension_actor", end(Body.HEAD)),
    Told("suspension_document", suspend(reason=None), figures={"value": None}),
    Told("suspension_document", suspend(document=""), figures={"value": ""}),
    Told("resumption_document", resume(document=None), figures={"value": None}),
    Told("deadline_unmoved", resume(moves_deadline=True), figures={"value": True}),
    Told("suspension_ended", end(), over=False, figures={"value": 0, "limit": 1}),
]
GOOD = [
    Told("suspension_actor", suspend(by=Body.SUPERIOR_COMMITTEE)),
    Told("suspension_document", suspend()),
    Told("resumption_document", resume()),
    Told("deadline_unmoved", resume()),
    Told("suspension_ended", end()),
]


def found(verdict: Verdict, rule: str) -> Finding | None:
    return next((f for f in verdict.findings if f.rule == f"vn-2020/{rule}"), None)


def judged(judge: Judge, stand: Follow, follow: Follow, told: Told) -> Verdict:
    past = (suspend(),) if isinstance(told.event, u.Resume) else ()
    case = follow(u.suspension, u.Suspension(unit="dang-bo"), *past, id="tam-hoan")
    subject = k.Congress(unit="dang-bo", level=Level.GRASSROOTS)
    stage = k.CLOSED if told.over else k.QUORATE
    other = k.Congress(unit="don-vi-khac", level=Level.GRASSROOTS)
    return judge(
        case,
        told.event,
        stand(k.congress, subject, stage, id="dai-hoi"),
        stand(k.congress, other, k.CLOSED, id="dai-hoi-khac"),
    )


@pytest.mark.parametrize("told", OBJECTIONS)
def test_objects(judge: Judge, stand: Follow, follow: Follow, told: Told) -> None:
    """One changed fact draws an objection of that rule, with its figures and its citation."""
    finding = found(judged(judge, stand, follow, told), told.rule)
    assert finding is not None
    assert told.figures.items() <= finding.figures.items()
    assert finding.citations[0].instrument.id == "HANDBOOK"
    assert (finding.kind is FindingKind.CAUTION) is (told.rule == "deadline_unmoved")


@pytest.mark.parametrize("told", GOOD)
def test_content(judge: Judge, stand: Follow, follow: Follow, told: Told) -> None:
    """Without the changed fact the rule was asked, has nothing to object, and the step is free."""
    verdict = judged(judge, stand, follow, told)
    assert f"vn-2020/{told.rule}" in verdict.consulted
    assert verdict.findings == ()


def test_every_rule_objects_and_is_content() -> None:
    """No rule of the module is left out of the two tables above."""
    rules = {
        rule.id.split("/")[1]
        for rule in book.rules
        if rule.function.__module__ == suspension_acts.__name__
    }
    assert rules
    assert rules == {told.rule for told in OBJECTIONS} == {told.rule for told in GOOD}


def test_walk_suspended_and_resumed(judge: Judge, stand: Follow, follow: Follow) -> None:
    """A unit is suspended, resumed, and its case ends with the congress: all three steps."""
    over = stand(k.congress, k.Congress(unit="dang-bo", level=Level.GRASSROOTS), k.CLOSED, id="x")
    taken: Counter[str] = Counter()
    past: list[Any] = []
    for event in (suspend(), resume(), end()):
        case = follow(u.suspension, u.Suspension(unit="dang-bo"), *past, id="tam-hoan")
        verdict = judge(case, event, over)
        assert verdict.allowed, verdict.summary.en
        assert verdict.step is not None
        taken[verdict.step.id] += 1
        past.append(event)
    assert taken == {"U1": 1, "U2": 1, "U3": 1}


def test_a_cell_is_over_when_its_congress_was_held(judge: Judge, stand: Follow) -> None:
    """For a cell the congress held is the congress over; one still ready is not."""
    case = stand(u.suspension, u.Suspension(unit="cb1"), u.RUNNING, id="tam-hoan")
    cell = c.CellCongress(cell="cb1")
    assert judge(case, end(), stand(c.cell_congress, cell, c.HELD, id="dh-cb1")).allowed
    assert not judge(case, end(), stand(c.cell_congress, cell, c.READY, id="dh-cb1")).allowed
