"""The engine: three ways of not passing, crashes, options, replay, illegal histories."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, cast

import attrs
import pytest

from congress_flow import (
    Beside,
    Breach,
    Case,
    Caution,
    Confidence,
    Context,
    Demand,
    Drawing,
    Engine,
    EngineDisagrees,
    Fault,
    FindingKind,
    Gap,
    Instrument,
    Level,
    Outcome,
    Passage,
    Rulebook,
    Severity,
    Shelf,
    StepRefused,
    Text,
    Verdict,
    at_least,
    event,
    holds,
)
from congress_flow._kernel import Kernel
from congress_flow.errors import UsageError
from congress_flow.procedures import Explanation

WORDS = Text("chữ", "words")
DAY = date(2020, 5, 28)


@event(Text("họp", "meet"))
class Met:
    """A meeting."""

    on: date
    present: int | None = None
    explained: tuple[Explanation, ...] = ()


@event(Text("bế mạc", "close"))
class Closed:
    """The end."""

    on: date
    by: str


@event(Text("việc lạ", "stray"))
class Stray:
    """An event of no procedure here."""

    on: date


_d = Drawing("meeting", str, WORDS)
CALLED = _d.stage("CALLED", WORDS, initial=True)
HELD = _d.stage("HELD", WORDS)
OVER = _d.stage("OVER", WORDS, final=True)
hold = _d.step("1", CALLED, Met, HELD)
hold_again = _d.step("2", HELD, Met, None)
close = _d.step("3", HELD, Closed, OVER)
meeting = _d.close()

PAPER = Instrument(
    id="1",
    type="directive",
    number="1-CT",
    issued="2015-01-01",
    issuer="x",
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
)


def engine(*rules: Any, severity: Severity = Severity.BLOCKS) -> Engine:
    """Return an engine whose book holds *rules* on every step."""
    book: Rulebook[None] = Rulebook("b", Level.CENTRE, title=WORDS, version="1")
    for rule in rules:
        book.rule(*meeting.steps, cites=PAPER.at("1"), title=WORDS, severity=severity)(rule)
    if severity is Severity.WARNS:  # what only warns guards no step
        book.rule(*meeting.steps, cites=PAPER.at("1"), title=WORDS)(content)
    return Engine(Shelf([book]))


def content(case: Case[str], met: Any) -> Any:
    """Nothing is asked."""
    del case, met
    return ()


def enough(case: Case[str], met: Any) -> Any:
    """At least three are present, at a meeting."""
    del case
    return at_least(met.present, 3) if isinstance(met, Met) else ()


def case(**more: Any) -> Case[str]:
    facts: dict[str, Any] = {"procedure": meeting, "id": "c", "subject": "x", "opened_on": DAY}
    return Case(**{**facts, **more})


def met(present: int | None = 3, day: date = DAY) -> Met:
    return Met(on=day, present=present)


def test_three_ways_of_not_passing_are_never_confused() -> None:
    """Refused with findings; not drawn here; unknown kind. Only the first has consulted rules."""
    judge = engine(enough).judge
    refused, elsewhere = judge(case(), met(2)), judge(case(), Closed(on=DAY, by="x"))
    stray = judge(case(), Stray(on=DAY))
    assert [v.outcome for v in (refused, elsewhere, stray)] == [
        Outcome.REFUSED,
        Outcome.NOT_DRAWN,
        Outcome.UNKNOWN_KIND,
    ]
    assert refused.consulted == ("b/enough",)
    assert elsewhere.consulted == stray.consulted == ()
    assert elsewhere.target is None
    assert "không có trong sơ đồ" in elsewhere.summary.vi
    assert "unknown event kind" in stray.summary.en


def test_what_is_no_event_is_a_usage_error() -> None:
    """A plain object, or an event class without a day, is no question at all."""
    for thing in ("met", 3, attrs.make_class("Odd", ["on"])(on=DAY)):
        with pytest.raises(UsageError, match="is no event"):
            engine(enough).judge(case(), cast("Any", thing))


@pytest.mark.parametrize(
    "answer", [True, None, 3, "yes", "", b"", {}, [True], [at_least(1, 1), None]], ids=repr
)
def test_a_rule_that_answers_with_anything_else_has_crashed(answer: object) -> None:
    """A bool, None or a stray value refuses and is marked as a crash, never read as an answer."""

    def odd(case: Case[str], met: Any) -> Any:
        """Answers wrongly."""
        del case, met
        return answer

    (finding,) = engine(odd).judge(case(), met()).findings
    assert finding.fault is Fault.CRASHED
    assert finding.refuses
    assert finding.citations
    assert "b/odd" in finding.text.vi


class Unsayable(Exception):
    """A crash that crashes when it is printed."""

    def __str__(self) -> str:
        raise RuntimeError("once more")


@pytest.mark.parametrize(
    ("crash", "said"),
    [
        (SystemExit(0), "SystemExit: 0"),
        (RecursionError("deep"), "RecursionError: deep"),
        (Unsayable(), "Unsayable: …"),
        (ValueError("half \ud800"), "ValueError: half \\ud800"),
        (ValueError(f"at {0x7F12:#x} and {0x9AB:#x}"), "ValueError: at 0x… and 0x…"),
        (ValueError("x" * 10_000), "ValueError: " + "x" * 300),
    ],
    ids=["exit", "deep", "unsayable", "surrogate", "address", "long"],
)
def test_however_a_rule_crashes_it_is_told(crash: BaseException, said: str) -> None:
    """No crash gets past the engine; its words can be written down and are the same each time."""

    def broken(case: Case[str], met: Any) -> Demand:
        """Raises."""
        raise crash

    (finding,) = engine(broken).judge(case(), met()).findings
    assert finding.fault is Fault.CRASHED
    assert f"({said})" in finding.text.vi
    assert finding.text.vi.encode()


def test_what_was_said_before_a_crash_counts() -> None:
    """A rule that objects and then crashes has done both."""

    def half(case: Case[str], met: Any) -> Any:
        """Objects, then raises."""
        yield at_least(0, 1)
        raise KeyError("gone")

    found = engine(half).judge(case(), met()).findings
    assert [each.fault for each in found] == [None, Fault.CRASHED]
    assert found[0].figures["limit"] == 1


def test_a_rule_that_raises_refuses_and_the_others_are_still_asked() -> None:
    """One crash is one finding, named after its rule; the objection of another rule stands too."""

    def broken(case: Case[str], met: Any) -> Demand:
        """Raises."""
        raise ZeroDivisionError("by nought")

    def broken_late(case: Case[str], met: Any) -> Any:
        """Raises after its first answer."""
        yield at_least(1, 1)
        raise KeyError(met)

    verdict = engine(broken, broken_late, enough).judge(case(), met(2))
    faults = [(finding.rule, finding.fault) for finding in verdict.findings]
    assert faults == [
        ("b/broken", Fault.CRASHED),
        ("b/broken_late", Fault.CRASHED),
        ("b/enough", None),
    ]
    assert "ZeroDivisionError: by nought" in verdict.findings[0].text.en


def test_all_objections_come_at_once_sorted_by_kind() -> None:
    """Demands met and unmet, gaps, breaches and cautions of one rule are each what they are."""

    def several(case: Case[str], met: Any) -> Any:
        """Answers with one of each."""
        del case, met
        return [
            at_least(3, 3),
            at_least(2, 3),
            at_least(None, 3),
            Breach(WORDS, {"b": 1, "a": DAY}),
            Gap(WORDS, sources=("P1",)),
            Caution(WORDS, explained="said"),
        ]

    verdict = engine(several).judge(case(), met())
    assert [finding.kind for finding in verdict.findings] == [
        FindingKind.BREACH,
        FindingKind.GAP,
        FindingKind.BREACH,
        FindingKind.GAP,
        FindingKind.CAUTION,
    ]
    assert len(verdict.objections) == 4
    assert len(verdict.cautions) == len(verdict.kept) == 1
    assert verdict.cautions[0].explained == "said"
    assert dict(verdict.findings[2].figures) == {"a": "2020-05-28", "b": 1}
    assert verdict.findings[3].sources == ("P1",)
    assert verdict.findings[0].sources == ()
    assert verdict.findings[0].confidence is Confidence.VERIFIED


def test_a_rule_that_warns_never_refuses() -> None:
    """Unmet, unknown or breached: under a rule that only warns all are cautions.

    A recorded explanation of that rule, and no other, answers them.
    """

    def soft(case: Case[str], met: Any) -> Any:
        """Strives for three."""
        del case
        return [at_least(met.present, 3), Breach(WORDS)]

    judge = engine(soft, severity=Severity.WARNS).judge
    for present in (2, None):
        verdict = judge(case(), met(present))
        assert verdict.allowed
        assert {finding.kind for finding in verdict.findings} == {FindingKind.CAUTION}
        assert {finding.explained for finding in verdict.findings} == {""}
    told = (Explanation("b/other", "no"), Explanation("b/soft", "few were free"))
    answered = judge(case(), Met(on=DAY, present=2, explained=told))
    assert {finding.explained for finding in answered.findings} == {"few were free"}


def test_no_day_goes_back() -> None:
    """An event before the last one, or before the case was opened, is refused with both days."""
    advanced = engine(enough).advance(case(), met(day=date(2020, 6, 1)))
    verdict = engine(enough).judge(advanced, met(day=date(2020, 5, 31)))
    (finding,) = verdict.findings
    assert finding.fault is Fault.OUT_OF_ORDER
    assert finding.figures["limit"] == "2020-06-01"
    assert engine(enough).judge(advanced, met(day=date(2020, 6, 1))).allowed


def test_advance_takes_what_judge_allows() -> None:
    """The same event: judged allowed it is taken, judged refused it raises with that verdict."""
    judging = engine(enough)
    taken = judging.advance(case(), met())
    assert (taken.stage, taken.version, taken.ended) == (HELD, 1, False)
    with pytest.raises(StepRefused, match="chữ") as refused:
        judging.advance(case(), met(2))
    assert refused.value.verdict == judging.judge(case(), met(2))
    with pytest.raises(StepRefused):
        judging.advance(case(), Closed(on=DAY, by="x"))
    with pytest.raises(StepRefused):
        judging.advance(case(), Stray(on=DAY))
    ended = judging.advance(taken, Closed(on=DAY, by="x"))
    assert ended.ended
    assert (ended.reached(OVER), ended.reached(CALLED), taken.reached(OVER)) == (True, True, False)
    assert (ended.last(Met), taken.last(Closed)) == (met(), None)
    assert ended.events(Met) == (met(),)
    assert repr(ended) == "Case('c', meeting, OVER, v2)"


def test_a_machine_that_disagrees_stops_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """If the second executor does not reach the drawn stage, nothing is taken."""

    def astray(*_given: object, **_named: object) -> str:
        return "CALLED"

    monkeypatch.setattr(Kernel, "move", astray)
    with pytest.raises(EngineDisagrees, match="drawn to HELD"):
        engine(enough).advance(case(), met())


def test_options_say_what_is_still_lacking() -> None:
    """Every kind drawn from here, with its facts; the verdict is that of an event with no fact."""
    (option,) = engine(enough).options(case(), DAY)
    assert option.facts == ("present", "explained")
    assert [finding.kind for finding in option.verdict.findings] == [FindingKind.GAP]
    held = engine(enough).advance(case(), met())
    assert [each.step.kind for each in engine(enough).options(held, DAY)] == ["met", "closed"]


def test_options_of_a_kind_that_must_know() -> None:
    """A field with another name for callers is left unknown too; one that takes no None is told."""

    @event(Text("đếm", "count"))
    class Counted:
        """A count."""

        on: date
        _votes: int | None
        seen: int = attrs.field(default=0, init=False)

    @event(Text("đo", "measure"))
    class Measured:
        """A measure."""

        on: date
        length: int = attrs.field(validator=attrs.validators.instance_of(int))

    for kind, told in ((Counted, True), (Measured, False)):
        drawing = Drawing("counting", str, WORDS)
        start = drawing.stage("START", WORDS, initial=True)
        end = drawing.stage("END", WORDS, final=True)
        drawing.step("1", start, kind, end)
        at = Case(procedure=drawing.close(), id="c", subject="x", opened_on=DAY)
        if told:
            assert len(engine(enough).options(at, DAY)) == 1
        else:
            with pytest.raises(UsageError, match="cannot be None"):
                engine(enough).options(at, DAY)


def test_replay_judges_the_past_anew() -> None:
    """The same shelf: nothing differs. A stricter one: just the passages it would not allow."""
    judging = engine(enough)
    twice = judging.advance(judging.advance(case(), met(3)), met(5))
    assert judging.replay(twice) == ()

    def stricter(case: Case[str], met: Any) -> Demand:
        """At least four."""
        del case
        return at_least(met.present, 4)

    (differing,) = [v for v in engine(stricter).replay(twice) if not v.allowed]
    assert differing.version == 0


def other(name: str, **more: Any) -> Case[str]:
    return case(id=name, **more)


def test_rules_look_at_the_cases_beside() -> None:
    """A rule sees the cases given, in order of id; the verdict keeps their versions.

    Replay winds them back to those versions.
    """

    def another_was_held(case: Case[str], met: Any, about: Context[None]) -> Demand:
        """Some other meeting was held before."""
        del case, met
        return holds(any(each.stage is HELD for each in about.beside.of(meeting)))

    judging = engine(another_was_held)
    waiting = other("a")
    assert not judging.judge(case(), met(), [waiting]).allowed
    held = engine(enough).advance(waiting, met())
    verdict = judging.judge(case(), met(), [held, other("b"), case()])
    assert verdict.allowed
    assert verdict.beside == (("a", 1), ("b", 0))
    taken = judging.take(case(), verdict)
    later = engine(enough).advance(held, met(9, date(2020, 7, 1)))
    assert judging.replay(taken, [later, other("b")]) == ()
    assert len(judging.replay(taken)) == 1


def test_what_stands_beside() -> None:
    """Cases are found by procedure and id; two of one id are refused."""
    beside = Beside.holding([other("b"), other("a")])
    assert [each.id for each in beside] == ["a", "b"]
    found = beside.get(meeting, "b")
    assert found is not None
    assert found.id == "b"
    assert beside.get(meeting, "q") is None
    with pytest.raises(UsageError, match="one id"):
        Beside.holding([other("a"), other("a")])
    assert engine(enough).judge(case(), met(), beside).beside == (("a", 0), ("b", 0))


def _allowed() -> tuple[Verdict, Case[str]]:
    judging = engine(enough)
    verdict = judging.judge(case(), met())
    return verdict, judging.take(case(), verdict)


def _evolved(passage: Passage, **facts: Any) -> Passage:
    return attrs.evolve(passage, verdict=attrs.evolve(passage.verdict, **facts))


def _objection() -> Verdict:
    refused = engine(enough).judge(case(), met(0))
    assert refused.objections
    return refused


FORGED: dict[str, tuple[Callable[[Passage], Passage], str]] = {
    "other step": (lambda p: _evolved(p, step=close), "is not drawn from CALLED"),
    "no step": (lambda p: _evolved(p, step=None), "is not drawn"),
    "other event": (lambda p: _evolved(p, event=Closed(on=DAY, by="x")), "is not drawn"),
    "refused": (lambda p: _evolved(p, outcome=Outcome.REFUSED), "does not allow"),
    "over a breach": (lambda p: _evolved(p, findings=_objection().findings), "not allow"),
    "other case": (lambda p: _evolved(p, case="z"), "not allow"),
    "other stage": (lambda p: _evolved(p, stage=HELD), "not allow"),
    "other time": (lambda p: _evolved(p, version=1), "not allow"),
    "too early": (lambda p: _evolved(p, event=met(day=date(2019, 1, 1))), "is before"),
}


@pytest.mark.parametrize("way", FORGED)
def test_an_illegal_history_cannot_be_constructed(way: str) -> None:
    """A passage that is not drawn, not allowed, of another case or day: no such case comes up."""
    forge, reason = FORGED[way]
    _, taken = _allowed()
    with pytest.raises(UsageError, match=reason):
        case(passages=(forge(taken.passages[0]),))


def test_a_verdict_is_of_its_moment() -> None:
    """A verdict takes the step that it was given for, once: not another event's, not once more."""
    judging = engine(enough)
    verdict, taken = _allowed()
    assert taken.passages[0].event is verdict.event
    assert taken.at(0) == case()
    with pytest.raises(UsageError, match="is not drawn from HELD"):
        judging.take(taken, verdict)
    with pytest.raises(UsageError, match="does not allow"):
        judging.take(other("z"), verdict)


def test_the_past_of_a_case_cannot_be_changed() -> None:
    """A list of passages is not kept, and no subclass can tell of another stage."""
    _, taken = _allowed()
    past = list(taken.passages)
    made = case(passages=past)
    past.clear()
    assert made == taken
    with pytest.raises(TypeError, match="no subclass"):
        type("Made", (Case,), {})


def test_a_case_is_about_what_its_procedure_says() -> None:
    """A subject of another class is refused."""
    with pytest.raises(UsageError, match="is about a str"):
        case(subject=3)


def test_reprs_are_short() -> None:
    """An engine prints its shelf."""
    assert repr(engine(enough)) == "Engine(Shelf(b))"
