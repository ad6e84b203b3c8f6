"""Copies of the fully recorded dossier with one fact changed, and what then objects.

A changed fact is: one field of one event (however deep) set to another value of its type, or to not
known; one field of the subject of a case; one event left out of a case that others look at; or one
act added that the record does not have. The copies are judged just where they stand: the same case,
the same day, the same other cases beside.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, NamedTuple, cast

import attrs

from congress_flow import Case, Engine, Fault, Finding, FindingKind, Rule, Step
from congress_flow.dossier import Dossier, Recorded, history
from congress_flow.errors import UsageError
from tests.cases import way_to
from tests.laws.world import OPENED, PERMISSIVE, PROCEDURES


class Moment(NamedTuple):
    """A recorded event in its place: the case before it and the other cases."""

    case: Case[Any]
    event: Any
    beside: tuple[Case[Any], ...]
    path: str


class Copy(NamedTuple):
    """A moment with one fact changed."""

    where: str
    was: str
    now: str
    case: Case[Any]
    event: Any
    beside: tuple[Case[Any], ...]


def moments(dossier: Dossier, engine: Engine, until: date) -> Iterator[Moment]:
    """Yield every event of the dossier through *until* where it stands, and take it."""
    cases: dict[str, Case[Any]] = {
        opening.id: Case(
            procedure=opening.procedure,
            id=opening.id,
            subject=opening.subject,
            opened_on=min(opening.opened_on or until, until),
        )
        for opening in dossier.cases
    }
    for judged in history(dossier, engine, until).judged:
        recorded = judged.recorded
        yield _moment(cases, recorded)
        case = cases[recorded.case]
        others = [each for each in cases.values() if each.id != case.id]
        cases[recorded.case] = engine.advance(case, recorded.event, others)


def _moment(cases: Mapping[str, Case[Any]], recorded: Recorded) -> Moment:
    others = tuple(each for each in cases.values() if each.id != recorded.case)
    return Moment(cases[recorded.case], recorded.event, others, recorded.path)


def changed(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield (way, value) for each value that differs from *value* in one fact."""
    if isinstance(value, tuple):
        yield from _changed_row(value)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, Mapping):
        yield from _changed_table(value)  # pyright: ignore[reportUnknownArgumentType]
    elif attrs.has(type(value)):  # pyright: ignore[reportUnknownArgumentType]
        yield from _changed_facts(value)  # pyright: ignore[reportUnknownArgumentType]
    else:
        yield from (("", other) for other in _other(value))


def _other(value: Any) -> tuple[Any, ...]:
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, int):
        return tuple(other for other in (value - 1, value + 1, 0, value * 3 + 7) if other >= 0)
    if isinstance(value, date):
        return tuple(value + timedelta(days=days) for days in (-400, -31, -1, 1, 31, 400))
    if isinstance(value, str):
        return ("", f"{value}?", "Dự thảo lần 1", "01/QĐ-CB")
    if isinstance(value, Enum):
        return tuple(other for other in list[Enum](type(value)) if other is not value)
    return ()


def _changed_table(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "", {}
    for key, held in value.items():
        yield f"[{key}]", {name: each for name, each in value.items() if name != key}
        for way, other in changed(held):
            yield f"[{key}]{way}", {**value, key: other}


def _changed_facts(value: Any) -> Iterator[tuple[str, Any]]:
    for field in attrs.fields(cast("Any", type(value))):
        held = getattr(value, field.name)
        ways = list(changed(held))
        if held is not None and _may_be_unknown(cast("Any", type(value)), field.name):
            ways.append(("", None))
        for way, other in ways:
            made = _evolved(value, **{field.name: other})
            if made is not None:
                yield f".{field.name}{way}", made


@cache
def _may_be_unknown(kind: type[Any], name: str) -> bool:
    """Say whether a field takes None, which a file's `"unknown"` becomes."""
    return NoneType in typing.get_args(typing.get_type_hints(kind)[name])


def _changed_row(value: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    yield "", ()
    if value:
        yield "[+]", (*value, value[0])
        yield "[+]", (*value, f"{value[0]}?") if isinstance(value[0], str) else value
    for index, held in enumerate(value):
        yield f"[{index}]", (*value[:index], *value[index + 1 :])
        for way, other in changed(held):
            yield f"[{index}]{way}", (*value[:index], other, *value[index + 1 :])


def _evolved(value: Any, **facts: Any) -> Any:
    try:
        return attrs.evolve(value, **facts)
    except (TypeError, ValueError, UsageError):
        return None  # a value that its class does not take is refused before any rule


def told(event_type: type[Any], day: date, **facts: Any) -> Any:
    """Return an event of which nothing is known but the day (and *facts*)."""
    lacking = {f.name: None for f in attrs.fields(event_type) if f.default is attrs.NOTHING}
    return event_type(**{**lacking, "on": day, **facts})


def copies(moment: Moment) -> Iterator[Copy]:
    """Yield each copy of a moment: where, was, now, case, event, cases beside."""
    case, event, beside, path = moment
    for way, other in changed(event):
        if other.on is not None:
            yield Copy(f"{path}{way}", _said(event, way), _said(other, way), case, other, beside)
    for way, subject in changed(case.subject):
        made = _evolved(case, subject=subject)
        if made is not None:
            was, now = _said(case.subject, way), _said(subject, way)
            yield Copy(f"{case.id}{way}", was, now, made, event, beside)


def _said(value: Any, way: str) -> str:
    name = way.lstrip(".").split(".")[0].split("[")[0]
    return repr(getattr(value, name, value))[:120]


def left_out(moment: Moment) -> Iterator[Copy]:
    """Yield the copies in which another case, or its last acts, is missing."""
    case, event, beside, path = moment
    for index, other in enumerate(beside):
        rest = beside[:index] + beside[index + 1 :]
        yield Copy(f"{path} without {other.id}", "there", "missing", case, event, rest)
        for version in range(max(0, other.version - 3), other.version):
            earlier = attrs.evolve(other, passages=other.passages[:version])
            where = f"{path} with {other.id} at version {version}"
            versions = str(other.version), str(version)
            yield Copy(where, *versions, case, event, (*rest, earlier))


def added(moment: Moment) -> Iterator[Copy]:
    """Yield the copies with one act more, of which no fact is told."""
    case, event, beside, path = moment
    step: Step[Any, Any]
    for step in case.procedure.steps_from(case.stage):
        for by in (None, *step.actors[:1]):
            facts = {"by": by} if by else {}
            act = told(step.event, max(event.on, case.last_day), **facts)
            yield Copy(f"{path} before it {step.kind}", "–", "added", case, act, beside)


def subjects_of(every: Iterable[Moment]) -> dict[type[Any], Any]:
    """Return a subject that the record has for each procedure that it shows."""
    return {type(moment.case.subject): moment.case.subject for moment in every}


def side_ways(rule: Rule, subjects: Mapping[type[Any], Any], days: Iterable[date]) -> list[Copy]:
    """Make the copies in which the record has gone a way that it does not show.

    The case stands where the rule's step begins; the act that is added tells nothing but its day.
    """
    made: list[Copy] = []
    for step in rule.steps:
        procedure = _BY_ID[step.procedure]
        subject = subjects.get(procedure.subject)
        for source in step.sources if subject is not None else ():
            case: Case[Any] = Case(
                procedure=procedure, id="side", subject=subject, opened_on=_BEFORE
            )
            for gone in way_to(procedure, source):
                case = PERMISSIVE.advance(case, told(gone.event, OPENED))
            for day in days:
                event = told(step.event, day)
                made.append(Copy(f"{step.name} on {day}", "–", "added", case, event, ()))
    return made


_BY_ID = {procedure.id: procedure for procedure in PROCEDURES}
_BEFORE = date(2019, 6, 3)


class Planted:
    """What the copies made the rules say: the first objection of each rule, and every crash.

    Of the rules in *breached* only a breach counts: that a fact is missing is not enough.
    """

    def __init__(self, engine: Engine, breached: AbstractSet[str] = frozenset()) -> None:
        self.engine = engine
        self.breached = breached
        self.found: dict[str, tuple[Copy, Finding]] = {}
        self.crashes: list[str] = []
        self.judged = 0

    def judge(self, copy: Copy) -> None:
        """Judge one copy and keep what is new in it."""
        self.judged += 1
        for finding in self.engine.judge(copy.case, copy.event, copy.beside).findings:
            if finding.fault is Fault.CRASHED:
                self.crashes.append(f"{copy.where}: {finding.text.en}")
            elif finding.fault is None and finding.refuses and self._counts(finding):
                self.found.setdefault(finding.rule, (copy, finding))

    def _counts(self, finding: Finding) -> bool:
        return finding.kind is FindingKind.BREACH or finding.rule not in self.breached

    def search(
        self, wanted: set[str], moment: Moment, *ways: Callable[[Moment], Iterator[Copy]]
    ) -> None:
        """Judge the copies of a moment until all rules *wanted* have found their fact."""
        for make in ways:
            for copy in make(moment):
                if wanted <= self.found.keys():
                    return
                self.judge(copy)
