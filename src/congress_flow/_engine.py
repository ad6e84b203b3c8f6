"""The engine: judges, advances, lists what may come next, replays. It has no clock and no disk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Final, Generic, TypeVar

import attrs

from congress_flow._case import Beside, Case, Passage
from congress_flow._demand import Breach, Caution, Demand, Gap, on_or_after
from congress_flow._kernel import Kernel
from congress_flow._procedure import Event, Procedure, Step
from congress_flow._rulebook import Answer, Context, Severity
from congress_flow._shelf import Placed, Shelf
from congress_flow._text import Text
from congress_flow._verdict import Fault, Finding, FindingKind, Outcome, StepRefused, Verdict
from congress_flow.errors import CongressFlowError, UsageError

S = TypeVar("S")

_ORDER: Final = Text("Thứ tự thời gian của các sự việc", "Order of days")
_UNGUARDED: Final = Text(
    "Không có quy tắc nào đang có hiệu lực cho bước này", "No rule in force guards this step"
)
_WITHHELD: Final = Text("Có bộ quy tắc không nạp được", "A plugin could not be used")
_CRASHED: Final = Text("Quy tắc bị lỗi khi xét", "The rule crashed")


_NO_EVENT: Final = "{!r} is no event: a class made with @event, with a plain day in `on`"
NOTHING_BESIDE: Final = Beside()


class EngineDisagrees(CongressFlowError):
    """The drawing and its machine lead to different stages. A fault of this library: report it."""


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Option(Generic[S]):
    """A kind of event drawn from where a case stands, and what it still lacks.

    `verdict` is the judgement on such an event with no fact known but the day: its gaps are what
    is lacking, its breaches what stands in the way whatever the facts. `facts` names the fields
    that the event takes.
    """

    step: Step[S, Any]
    facts: tuple[str, ...]
    verdict: Verdict


class Engine:
    """Judges events on cases by the rules of a shelf. Pure: the same question, the same answer."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._kernels: dict[Procedure[Any], Kernel] = {}

    def __repr__(self) -> str:
        return f"Engine({self.shelf!r})"

    def judge(
        self, case: Case[S], event: Event, beside: Beside | Iterable[Case[Any]] = NOTHING_BESIDE
    ) -> Verdict:
        """Return whether *event* may happen to *case*, and why. Never raises for a refusal.

        *beside* are the other cases that rules may look at. A rule that raises refuses, and its
        finding is marked as crashed. Raises `UsageError` only for what is no event.
        """
        procedure = case.procedure
        stage = case.stage
        step = procedure.table.get((stage.name, type(event)))
        if step is None:
            return _nowhere(case, event)
        day = event.on
        if type(day) is not date:
            raise UsageError(_NO_EVENT.format(event))
        others = beside if isinstance(beside, Beside) else _beside(case, beside)
        guard = self.shelf.guard(step, day)
        findings: list[Finding] = []
        kept: list[tuple[str, Demand]] = []
        if day < case.last_day:
            findings.append(_out_of_order(case, event))
        if not guard.guarded:
            findings.append(_unguarded(step, day))
        if self.shelf.withheld:
            findings += [_withheld(problem.path, problem.text) for problem in self.shelf.withheld]
        about = None
        for placed in guard.placed:
            try:
                if placed.in_context:
                    if about is None or about.readings is not placed.readings:
                        about = Context(placed.readings, step, others)
                    answer = placed.ask(case, event, about)
                else:
                    answer = placed.ask(case, event)
                if type(answer) is Demand and answer.met:
                    kept.append((placed.id, answer))
                else:
                    _sort(placed, answer, event, findings, kept)
            except (Exception, SystemExit) as crash:  # noqa: BLE001 - whatever it does, it refuses
                findings.append(_crashed(placed, crash))
        refused = bool(findings) and any(finding.refuses for finding in findings)
        return Verdict(
            case.id,
            len(case.passages),
            procedure.id,
            stage,
            step,
            event,
            Outcome.REFUSED if refused else Outcome.ALLOWED,
            tuple(findings),
            tuple(kept),
            guard.consulted,
            others.versions if others.cases else (),
        )

    def advance(
        self, case: Case[S], event: Event, beside: Beside | Iterable[Case[Any]] = NOTHING_BESIDE
    ) -> Case[S]:
        """Return *case* after *event*; raises `StepRefused` with the verdict if it may not be."""
        return self.take(case, self.judge(case, event, beside))

    def take(self, case: Case[S], verdict: Verdict) -> Case[S]:
        """Return *case* after the event of *verdict*, which this engine gave on it as it stands.

        The step is taken only if the `transitions` machine of the procedure agrees with the
        drawing. Raises `StepRefused` for a verdict that refuses, `UsageError` for one on another
        case or on this one at another time.
        """
        step = verdict.step
        if step is None or verdict.outcome is not Outcome.ALLOWED:
            raise StepRefused(verdict)
        source = verdict.stage
        target = step.target_from(source).name
        reached = self._kernel(case.procedure).move(source.name, step.event, allowed=True)
        if reached != target:
            msg = f"{step!r}: drawn to {target}, the machine went to {reached}"
            raise EngineDisagrees(msg)
        return case.after(Passage(verdict))

    def _kernel(self, procedure: Procedure[Any]) -> Kernel:
        kernel = self._kernels.get(procedure)
        if kernel is None:
            kernel = self._kernels[procedure] = Kernel(procedure)
        return kernel

    def options(
        self, case: Case[S], on: date, beside: Beside | Iterable[Case[Any]] = NOTHING_BESIDE
    ) -> tuple[Option[S], ...]:
        """Return every kind of event drawn from here, each with what it still lacks on that day.

        Raises `UsageError` for a kind whose facts cannot be left unknown.
        """
        found: list[Option[S]] = []
        for step in case.procedure.steps_from(case.stage):
            facts = tuple(f.name for f in attrs.fields(step.event) if f.name != "on")
            blank = _blank(step, on)
            found.append(Option(step=step, facts=facts, verdict=self.judge(case, blank, beside)))
        return tuple(found)

    def replay(self, case: Case[S], beside: Iterable[Case[Any]] = ()) -> tuple[Verdict, ...]:
        """Judge every passage of *case* anew and return the verdicts that now differ.

        Cases that a verdict had looked at are taken from *beside* and wound back to the version
        they had then. None differs: the history holds under this shelf.
        """
        known = {other.id: other for other in beside}
        differing: list[Verdict] = []
        now = case.at(0)
        for passage in case.passages:
            others = [
                known[name].at(version) for name, version in passage.verdict.beside if name in known
            ]
            verdict = self.judge(now, passage.event, others)
            if verdict != passage.verdict:
                differing.append(verdict)
            now = now.after(passage)
        return tuple(differing)


def _beside(case: Case[Any], others: Iterable[Case[Any]]) -> Beside:
    return Beside.holding(other for other in others if other.id != case.id)


def _blank(step: Step[Any, Any], on: date) -> Event:
    unknown = {
        field.alias or field.name: None
        for field in attrs.fields(step.event)
        if field.name != "on" and field.init and field.default is attrs.NOTHING
    }
    try:
        made: Event = step.event(on=on, **unknown)
    except (TypeError, ValueError, UsageError) as error:
        msg = f"{step!r}: a fact that is not known cannot be None: {error}"
        raise UsageError(msg) from error
    return made


def _nowhere(case: Case[Any], event: Event) -> Verdict:
    procedure = case.procedure
    kind = getattr(type(event), "__kind__", None)
    if kind is None or type(getattr(event, "on", None)) is not date:
        raise UsageError(_NO_EVENT.format(event))
    known = procedure.kinds.get(kind) is type(event)
    outcome = Outcome.NOT_DRAWN if known else Outcome.UNKNOWN_KIND
    return Verdict(case.id, case.version, procedure.id, case.stage, None, event, outcome)


def _sort(
    placed: Placed,
    answer: Answer,
    event: Event,
    findings: list[Finding],
    kept: list[tuple[str, Demand]],
) -> None:
    """Sort what a rule returned into findings and kept demands; raises for what is no answer.

    What a rule said before it crashed counts as said.
    """
    rule = placed.rule
    warns = rule.severity is Severity.WARNS
    if type(answer) in _WRONG:  # empty, they would pass for no objection
        raise TypeError(_NO_ANSWER.format(answer))
    for each in (answer,) if isinstance(answer, Demand | Breach | Gap | Caution) else answer:
        if isinstance(each, Demand):
            met = each.met
            if met:
                kept.append((rule.id, each))
                continue
            kind = FindingKind.GAP if met is None else FindingKind.BREACH
        else:
            found = _KINDS.get(type(each))
            if found is None:
                raise TypeError(_NO_ANSWER.format(each))
            kind = found
        if warns:
            kind = FindingKind.CAUTION
        explained = ""
        if kind is FindingKind.CAUTION:
            explained = each.explained if isinstance(each, Caution) else ""
            explained = explained or _explanation(event, rule.id)
        findings.append(
            Finding(
                kind=kind,
                rule=rule.id,
                title=rule.title,
                citations=rule.citations,
                answer=each,
                explained=explained,
            )
        )


_WRONG: Final = frozenset({str, bytes, bytearray, dict})
_NO_ANSWER: Final = "a rule answers with demands or objections, not with {!r}"
_KINDS: Final[dict[type[object], FindingKind]] = {
    Breach: FindingKind.BREACH,
    Gap: FindingKind.GAP,
    Caution: FindingKind.CAUTION,
}


def _explanation(event: Event, rule_id: str) -> str:
    """Return what the event's own record says of a caution: its optional field `explained`."""
    for explanation in getattr(event, "explained", None) or ():
        if explanation.rule == rule_id:
            words: str = explanation.words
            return words
    return ""


def _engine_finding(
    rule: str, title: Text, answer: Demand | Breach | Gap, kind: FindingKind, fault: Fault
) -> Finding:
    return Finding(kind=kind, rule=rule, title=title, citations=(), answer=answer, fault=fault)


def _out_of_order(case: Case[Any], event: Event) -> Finding:
    return _engine_finding(
        "engine/order_of_days",
        _ORDER,
        on_or_after(event.on, case.last_day),
        FindingKind.BREACH,
        Fault.OUT_OF_ORDER,
    )


def _unguarded(step: Step[Any, Any], day: date) -> Finding:
    text = Text(
        f"bước {step.name} ({step.term.vi}) ngày {day:%d/%m/%Y} không có quy tắc nào đủ để cho "
        "phép: từ chối",
        f"no rule in force on {day.isoformat()} guards {step.name} ({step.term.en}): refused",
    )
    return _engine_finding(
        "engine/unguarded", _UNGUARDED, Breach(text), FindingKind.BREACH, Fault.UNGUARDED
    )


def _withheld(path: str, text: Text) -> Finding:
    words = Text(f"{path}: {text.vi}", f"{path}: {text.en}")
    return _engine_finding(
        "engine/withheld", _WITHHELD, Breach(words), FindingKind.BREACH, Fault.WITHHELD
    )


def _crashed(placed: Placed, crash: BaseException) -> Finding:
    rule = placed.rule
    what = _told(crash)
    text = Text(
        f"quy tắc {rule.id} bị lỗi ({what}): từ chối",
        f"rule {rule.id} crashed ({what}): refused",
    )
    return Finding(
        kind=FindingKind.BREACH,
        rule=rule.id,
        title=Text(f"{_CRASHED.vi}: {rule.title.vi}", f"{_CRASHED.en}: {rule.title.en}"),
        citations=rule.citations,
        answer=Breach(text),
        fault=Fault.CRASHED,
    )


_ADDRESS: Final = re.compile(r"\b0x[0-9a-fA-F]+")
_LONG: Final = 300


def _told(crash: BaseException) -> str:
    """Return the crash in words that can be written down, and are the same at every run."""
    try:
        words = str(crash)
    except Exception:  # noqa: BLE001 - a crash that cannot even be printed
        words = "…"
    words = words.encode("utf-8", "backslashreplace").decode()
    return f"{type(crash).__name__}: {_ADDRESS.sub('0x…', words)[:_LONG]}"
