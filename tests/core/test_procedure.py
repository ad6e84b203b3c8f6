"""Drawings check themselves: what is ill-drawn is refused when it is closed, all faults at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from congress_flow import Drawing, Procedure, Stage, Step, Text, event, kind_of, term_of
from congress_flow.errors import DefinitionError, UsageError

WORDS = Text("chữ", "words")


@event(Text("gửi", "send"))
class SendOn:
    """Something sent on."""

    on: date


@event(Text("trả", "return"))
class SendBack:
    """Something sent back."""

    on: date


def stage(name: str, *, initial: bool = False, final: bool = False) -> Stage:
    return Stage(name, WORDS, initial, final)


def step(name: str, source: Stage, kind: type[Any], target: Stage | None) -> Step[str, Any]:
    return Step(procedure="p", id=name, sources=(source,), event=kind, target=target)


def procedure(*stages: Stage, steps: tuple[Step[str, Any], ...]) -> Procedure[str]:
    return Procedure(id="p", title=WORDS, subject=str, stages=stages, steps=steps)


A = stage("A", initial=True)
B = stage("B")
Z = stage("Z", final=True)
ELSEWHERE = stage("ELSEWHERE")


ILL: list[tuple[tuple[Stage, ...], tuple[Step[str, Any], ...], str]] = [
    ((B, Z), (step("1", B, SendOn, Z),), "one initial stage"),
    ((A, stage("C", initial=True), Z), (step("1", A, SendOn, Z),), "one initial stage"),
    ((A, Z), (step("1", A, SendOn, ELSEWHERE), step("2", A, SendBack, Z)), "unknown stage"),
    ((A, B, Z), (step("1", A, SendOn, Z), step("2", B, SendOn, Z)), "B cannot be reached"),
    ((A, B, Z), (step("1", A, SendOn, B), step("2", A, SendBack, Z)), "B cannot reach an end"),
    ((A, Z), (step("1", A, SendOn, Z), step("2", Z, SendOn, A)), "out of the final stage Z"),
    ((A, B, Z), (step("1", A, SendOn, Z), step("2", A, SendOn, B)), "drawn 2 times"),
    ((A, Z), (step("1", A, SendOn, Z), step("1", A, SendBack, Z)), "two steps are called 1"),
    ((A, Z, stage("A")), (step("1", A, SendOn, Z),), "two stages are called A"),
    (
        (A, Z),
        (
            Step(procedure="p", id="1", sources=(), event=SendOn, target=Z),
            step("2", A, SendOn, Z),
        ),
        "starts nowhere",
    ),
]


@pytest.mark.parametrize(("stages", "steps", "fault"), ILL)
def test_an_ill_drawn_procedure_is_refused(
    stages: tuple[Stage, ...], steps: tuple[Step[str, Any], ...], fault: str
) -> None:
    """Each way to draw a graph wrongly is found, and named."""
    with pytest.raises(DefinitionError, match=fault):
        procedure(*stages, steps=steps)


def test_all_faults_come_at_once() -> None:
    """A drawing with three faults is refused with the three of them."""
    with pytest.raises(DefinitionError) as refused:
        Procedure(id="Not Good", title=WORDS, subject=str, stages=(B, Z), steps=())
    said = str(refused.value)
    assert "lower case" in said
    assert "one initial stage" in said


def test_two_classes_of_one_kind_are_refused() -> None:
    """A kind names one class: two classes called alike would be two events with one name."""
    other = type("SendOn", (), {"__annotations__": {"on": date}})
    again: type[Any] = event(WORDS)(other)
    with pytest.raises(DefinitionError, match="two event classes are of the kind send_on"):
        procedure(A, B, Z, steps=(step("1", A, SendOn, B), step("2", B, again, Z)))


@pytest.mark.parametrize(
    "hint", ["list[str]", "dict[str, int] | None", "set[str]", list, dict[str, int], "bytearray"]
)
def test_facts_that_a_rule_could_change_are_refused(hint: object) -> None:
    """A list in an event would let one rule change what the next one sees."""
    facts = {"__annotations__": {"on": date, "names": hint}}
    counted: type[Any] = event(WORDS)(type("Counted", (), facts))
    with pytest.raises(DefinitionError, match=r"Counted\.names could be changed by a rule"):
        procedure(A, Z, steps=(step("1", A, counted, Z),))
    told = {"__annotations__": {"on": date, "sets": "frozenset[str]", "by": "Mapping[str, int]"}}
    fixed: type[Any] = event(WORDS)(type("Fixed", (), told))
    assert procedure(A, Z, steps=(step("1", A, fixed, Z),)).kinds == {"fixed": fixed}


def test_a_closed_drawing_takes_nothing_more() -> None:
    """After `close` nothing can be drawn, so that what was checked is what runs."""
    drawing = Drawing("p", str, WORDS)
    first = drawing.stage("A", WORDS, initial=True)
    last = drawing.stage("Z", WORDS, final=True)
    drawing.step("1", first, SendOn, last)
    closed = drawing.close()
    assert closed.initial is first
    for more in (
        lambda: drawing.stage("B", WORDS),
        lambda: drawing.step("2", first, SendBack, last),
        drawing.close,
    ):
        with pytest.raises(DefinitionError, match="closed"):
            more()


def test_names_and_terms() -> None:
    """A kind is the class's name in lower case; a class that is no event has neither."""
    assert kind_of(SendBack) == "send_back"
    assert term_of(SendBack).en == "return"
    for lookup in (kind_of, term_of):
        with pytest.raises(UsageError, match="no kind of event"):
            lookup(str)


def test_a_stage_is_found_by_name() -> None:
    """An unknown name is a usage error, not a silent None."""
    made = procedure(A, Z, steps=(step("1", A, SendOn, Z),))
    assert made.stage("Z") is Z
    with pytest.raises(UsageError, match="no stage 'Q'"):
        made.stage("Q")


def test_reprs_are_short() -> None:
    """A procedure, a step and a stage print their names, not the world."""
    made = procedure(A, Z, steps=(step("1", A, SendOn, Z),))
    assert repr(made) == "Procedure('p')"
    assert repr(made.steps[0]) == "Step(p:1 send_on)"
    assert repr(A) == "Stage('A')"


@event(Text("gửi", "send"))
class Weighed:
    """An event that is like another by its weight alone, and hides it."""

    on: date
    weight: int | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Weighed) and self.weight == other.weight

    def __hash__(self) -> int:
        return hash(self.weight)

    def __repr__(self) -> str:
        return "Weighed"


def test_events_are_alike_by_their_kind_and_facts() -> None:
    """Two events of one kind with the same facts are one and the same, and print them."""
    first, second = date(2020, 1, 1), date(2020, 1, 2)
    assert len({SendOn(on=first), SendOn(on=first), SendOn(on=second), SendBack(on=first)}) == 3
    sent: object = SendOn(on=first)
    assert sent != SendBack(on=first)
    assert repr(sent) == "SendOn(on=datetime.date(2020, 1, 1))"


def test_an_event_may_say_itself_how_it_is_compared() -> None:
    """What a class of events defines itself is left to it."""
    first, second = Weighed(on=date(2020, 1, 1)), Weighed(on=date(2020, 1, 2))
    assert first == second
    assert {first, second} == {first}
    assert repr(first) == "Weighed"
