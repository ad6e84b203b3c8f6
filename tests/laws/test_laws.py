"""The first laws, walked over the whole finite graph: every stage × every kind of event."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import event as note
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import (
    Breach,
    Case,
    Caution,
    Context,
    Demand,
    Engine,
    Fault,
    FindingKind,
    Gap,
    Outcome,
    Procedure,
    Rule,
    Severity,
    Shelf,
    Step,
)
from congress_flow._case import Beside
from congress_flow._kernel import Kernel
from congress_flow_thai_binh_2020.readings import READINGS
from congress_flow_vn_2020.rules import book
from tests.effort import examples
from tests.laws.world import DAYS, PERMISSIVE, PROCEDURES, blank, cases_in, facts

SHELF = Shelf([book], [READINGS])
ENGINE = Engine(SHELF)
EMPTY = Engine(Shelf())
BY_NAME = {procedure.id: procedure for procedure in PROCEDURES}
GRAPH = [
    pytest.param(procedure, stage, id=f"{procedure.id}-{stage.name}")
    for procedure in PROCEDURES
    for stage in procedure.stages
]
# From then on the law of 2020 asks, but does not guard alone.
NEXT_TERM = date(2024, 6, 14)
SEEN: Counter[str] = Counter()


def drawn(procedure: Procedure[Any], stage_name: str, kind: type[Any]) -> Step[Any, Any] | None:
    """Look for the edge in the list of steps, not in the table that the engine uses."""
    for step in procedure.steps:
        if step.event is kind and any(source.name == stage_name for source in step.sources):
            return step
    return None


def in_force(rule: Rule, day: date) -> bool:
    """Say whether a rule holds on a day, from its own span and the texts that end its basis."""
    span = rule.in_force
    begun = span.since is None or span.since <= day
    ended = span.until is not None and span.until <= day
    if not begun or ended:
        return False
    basis = rule.citations[0].instrument
    for other in book.instruments:
        begins = other.in_force.since or other.earliest
        if basis in other.replaces and begins <= day:
            return False
    return True


def ask(rule: Rule, case: Case[Any], event: Any, step: Step[Any, Any]) -> list[object]:
    """Ask one rule directly and return its objections, naively sorted."""
    if rule.in_context:
        answer: Any = rule.function(case, event, Context(READINGS, step, Beside()))
    else:
        answer = rule.function(case, event)
    answers = [answer] if isinstance(answer, Demand | Breach | Gap | Caution) else list(answer)
    refusing: list[object] = []
    for each in answers:
        objection = isinstance(each, Breach | Gap) or (
            isinstance(each, Demand) and each.met is not True
        )
        if objection and rule.severity is Severity.BLOCKS:
            refusing.append(each)
    return refusing


@pytest.mark.parametrize(("procedure", "stage"), GRAPH)
@examples(12)
@given(data=st.data())
def test_only_drawn_and_unobjected_steps_are_taken(
    procedure: Procedure[Any], stage: Any, data: st.DataObject
) -> None:
    """From every stage, every kind of event: the verdict is what drawing and rules amount to.

    Each rule in force is asked one by one. No step over a breach or a gap; no hidden refusal.
    """
    case = data.draw(cases_in(procedure, stage))
    for kind in procedure.kinds.values():
        day = data.draw(st.sampled_from(DAYS))
        step = drawn(procedure, stage.name, kind)
        SEEN["judged"] += 1
        if step is None:
            verdict = ENGINE.judge(case, blank(kind, day))
            assert verdict.outcome is Outcome.NOT_DRAWN
            assert not verdict.consulted
            SEEN["not drawn"] += 1
            continue
        event = data.draw(facts(kind, on=st.just(day)))
        verdict = ENGINE.judge(case, event)
        holding = [r for b in SHELF.books for r in b.rules if step in r.steps and in_force(r, day)]
        assert set(verdict.consulted) == {rule.id for rule in holding}
        assert not any(f.fault is Fault.CRASHED for f in verdict.findings), verdict.summary
        refusing = [each for rule in holding for each in ask(rule, case, event, step)]
        late = day >= case.last_day
        assert any(f.fault is Fault.OUT_OF_ORDER for f in verdict.findings) is not late
        SEEN["in order" if late else "out of order"] += 1
        guarded = any(rule.severity is Severity.BLOCKS for rule in holding) and day < NEXT_TERM
        allowed = guarded and not refusing and late
        assert verdict.allowed is allowed
        refusals = [f for f in verdict.objections if f.fault is None]
        assert len(refusals) == len(refusing)
        SEEN["consulted"] += len(holding)
        SEEN[day.isoformat()] += 1
        SEEN["allowed" if allowed else "refused"] += 1
        SEEN[f"objected {step.name}" if refusing else f"content {step.name}"] += 1
        note(f"{procedure.id} {verdict.outcome.value}")


@pytest.mark.parametrize(("procedure", "stage"), GRAPH)
@examples(5)
@given(data=st.data())
def test_unguarded_is_refused(procedure: Procedure[Any], stage: Any, data: st.DataObject) -> None:
    """Without a rule in force every drawn step is refused, and said so; on no day is one open."""
    case = data.draw(cases_in(procedure, stage, told=False))
    for step in procedure.steps_from(stage):
        day = data.draw(st.sampled_from(DAYS))
        event = blank(step.event, day)
        verdict = EMPTY.judge(case, event)
        assert verdict.outcome is Outcome.REFUSED
        assert [f.fault for f in verdict.findings if f.kind is FindingKind.BREACH][-1] is (
            Fault.UNGUARDED
        )
        SEEN["unguarded"] += 1


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda each: each.id)
def test_table_and_machine_agree(procedure: Procedure[Any]) -> None:
    """On every stage × kind the `transitions` machine moves just where the drawing leads.

    It never moves when the verdict does not allow it.
    """
    kernel = Kernel(procedure)
    for stage in procedure.stages:
        for kind in procedure.kinds.values():
            step = drawn(procedure, stage.name, kind)
            target = None if step is None else step.target_from(stage).name
            assert kernel.move(stage.name, kind, allowed=True) == target
            assert kernel.move(stage.name, kind, allowed=False) is None
            SEEN["machine moves" if target else "machine stays"] += 1


@pytest.mark.parametrize(("procedure", "stage"), GRAPH)
@examples(5)
@given(data=st.data())
def test_replay_is_history(procedure: Procedure[Any], stage: Any, data: st.DataObject) -> None:
    """Judged anew under the shelf that allowed it, every past verdict comes out the same.

    Under another shelf, which guards nothing, every one differs.
    """
    case = data.draw(cases_in(procedure, stage, told=False))
    assert PERMISSIVE.replay(case) == ()
    assert len(EMPTY.replay(case)) == case.version
    SEEN["replayed"] += case.version


@examples(3)
@given(data=st.data())
def test_a_foreign_kind_is_unknown(data: st.DataObject) -> None:
    """A kind of event of another procedure is neither refused nor merely not drawn here."""
    for procedure in PROCEDURES:
        other = next(p for p in PROCEDURES if p is not procedure)
        kind = next(k for k in other.kinds.values() if k not in procedure.kinds.values())
        case = data.draw(cases_in(procedure, procedure.initial))
        assert ENGINE.judge(case, blank(kind, DAYS[-1])).outcome is Outcome.UNKNOWN_KIND


def test_the_laws_were_not_empty() -> None:
    """The counts of this run: every drawn step was judged, rules were consulted, both ways taken.

    Runs last in this file; a run of a part of the file has nothing to say here.
    """
    if not SEEN["judged"] or not SEEN["machine moves"]:
        pytest.skip("only a part of the laws was run")
    edges = sum(len(step.sources) for p in PROCEDURES for step in p.steps)
    assert SEEN["machine moves"] == edges
    stepped = {name.split(" ", 1)[1] for name in SEEN if name.startswith(("objected ", "content "))}
    assert stepped == {step.name for procedure in PROCEDURES for step in procedure.steps}
    assert SEEN["allowed"] > 0  # few by chance; `test_recorded` has the many
    for what in ("refused", "not drawn", "unguarded", "in order", "out of order", "replayed"):
        assert SEEN[what] > 50, what
    assert SEEN["consulted"] > 1_000
    assert {day for day in DAYS if SEEN[day.isoformat()]} == set(DAYS)
