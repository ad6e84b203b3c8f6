"""Procedures: drawings of stages and steps that check themselves when they are closed.

A procedure is data. It is drawn with a `Drawing`, closed once, and frozen from then on. For each
stage and each kind of event there is at most one step, so that what happened decides where the
case goes: a list carried and a list that fell short are two kinds of event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, Generic, Protocol, TypeVar, dataclass_transform

import attrs

from congress_flow._text import Text, nfc
from congress_flow.errors import DefinitionError, UsageError


class Event(Protocol):
    """Something done on a day, with its facts. Any frozen class with `on` and facts will do."""

    @property
    def on(self) -> date:
        """The day on which it was done; the law of that day judges it."""
        ...


S = TypeVar("S")
S_co = TypeVar("S_co", covariant=True)
E = TypeVar("E", bound=Event)
E_co = TypeVar("E_co", bound=Event, covariant=True)
C = TypeVar("C")

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_CHANGEABLE: Final = re.compile(
    r"\b(list|dict|set|bytearray|deque|defaultdict|List|Dict|Set|Mutable\w+)\b"
)
_WORD_START: Final = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def event(term: Text) -> Callable[[type[C]], type[C]]:
    """Make a class a kind of event: frozen, with slots, every field by keyword.

    The kind is the class's name in lower case (`AcceptResult` is `accept_result`); *term* is its
    name for readers. Facts may be `None`, which means *not known*, and are best given that default:
    then `Engine.options` can tell what an event still lacks.
    """

    def make(cls: type[C]) -> type[C]:
        # Not the methods that attrs would write for each class: there are some two hundred kinds of
        # event, few are ever compared or printed, and compiling these takes as long as the rest.
        made = attrs.frozen(cls, slots=True, kw_only=True, weakref_slot=False, eq=False, repr=False)
        for name, method in _OF_EVENTS.items():
            if name not in cls.__dict__:
                setattr(made, name, method)
        kind = _WORD_START.sub("_", cls.__name__).lower()
        setattr(made, "__kind__", kind)  # noqa: B010 - a name that no field can take
        setattr(made, "__term__", term)  # noqa: B010
        return made

    return make


def _facts(act: object) -> list[object]:
    kind: type[Any] = type(act)
    return [getattr(act, field.name) for field in attrs.fields(kind)]


def _same(act: object, other: object) -> bool:
    return _facts(act) == _facts(other) if type(other) is type(act) else NotImplemented


def _hash(act: object) -> int:
    return hash(tuple(_facts(act)))


def _shown(act: object) -> str:
    kind: type[Any] = type(act)
    names = (field.name for field in attrs.fields(kind))
    told = ", ".join(f"{name}={fact!r}" for name, fact in zip(names, _facts(act), strict=True))
    return f"{kind.__name__}({told})"


_OF_EVENTS: Final = {"__eq__": _same, "__hash__": _hash, "__repr__": _shown}


def kind_of(event_type: type[Any]) -> str:
    """Return the kind of an event class, e.g. `accept_result`."""
    kind: str | None = getattr(event_type, "__kind__", None)
    if kind is None:
        msg = f"{event_type!r} is no kind of event: decorate it with @event(term)"
        raise UsageError(msg)
    return kind


def term_of(event_type: type[Any]) -> Text:
    """Return the name for readers of an event class."""
    kind_of(event_type)
    term: Text = event_type.__term__
    return term


@attrs.frozen(slots=True, weakref_slot=False, eq=False)
class Stage:
    """Where a case rests. `term` is its name for readers."""

    name: str
    term: Text
    initial: bool = False
    final: bool = False

    def __repr__(self) -> str:
        return f"Stage({self.name!r})"


@attrs.frozen(slots=True, weakref_slot=False, eq=False, kw_only=True)
class Step(Generic[S_co, E_co]):
    """A drawn edge: from any of `sources`, an event of the class `event` leads to `target`.

    `target` is None for an act that is recorded and leaves the stage as it is. `id` is unique in
    its procedure and is the row of the handbook's table for the built-in ones. `actors` are the
    bodies whose act it can be; empty where the table names none.
    """

    procedure: str
    id: str
    sources: tuple[Stage, ...]
    event: type[E_co]
    target: Stage | None
    actors: tuple[Enum, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of event that takes this step."""
        return kind_of(self.event)

    @property
    def term(self) -> Text:
        """The name of the act for readers."""
        return term_of(self.event)

    @property
    def name(self) -> str:
        """Procedure and row, e.g. `personnel_track:T3`."""
        return f"{self.procedure}:{self.id}"

    def target_from(self, source: Stage) -> Stage:
        """Return where the step leads from *source*."""
        return source if self.target is None else self.target

    def __repr__(self) -> str:
        return f"Step({self.name} {self.kind})"


@attrs.frozen(slots=True, weakref_slot=False, eq=False, kw_only=True)
class Procedure(Generic[S]):
    """A closed drawing: the stages, the steps, and what a case of it is about (`subject`).

    Checks itself: one initial stage; no unknown, unreachable or dead stage; no way out of a final
    stage; one step at most for each stage and kind of event; every stage can reach an end; no fact
    of a kind that a rule could change. Raises `DefinitionError` with all faults at once.
    """

    id: str
    title: Text
    subject: type[S]
    stages: tuple[Stage, ...]
    steps: tuple[Step[S, Any], ...]
    # Looked up at every judgement, so worked out once, here:
    table: Mapping[tuple[str, type[Any]], Step[S, Any]] = attrs.field(init=False, repr=False)
    kinds: Mapping[str, type[Any]] = attrs.field(init=False, repr=False)
    initial: Stage = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        faults = list(_faults(self))
        if faults:
            raise DefinitionError(f"procedure {self.id}: " + "; ".join(faults))
        table = {(source.name, step.event): step for step in self.steps for source in step.sources}
        kinds = {step.kind: step.event for step in self.steps}
        object.__setattr__(self, "table", MappingProxyType(table))
        object.__setattr__(self, "kinds", MappingProxyType(kinds))
        object.__setattr__(self, "initial", next(s for s in self.stages if s.initial))

    def __repr__(self) -> str:
        return f"Procedure({self.id!r})"

    def stage(self, name: str) -> Stage:
        """Return the stage called *name*; raises `UsageError` where there is none."""
        for stage in self.stages:
            if stage.name == name:
                return stage
        msg = f"procedure {self.id} has no stage {name!r}"
        raise UsageError(msg)

    def steps_from(self, stage: Stage) -> tuple[Step[S, Any], ...]:
        """Return the steps drawn from *stage*, in the order of the drawing."""
        return tuple(step for step in self.steps if stage in step.sources)


class Drawing(Generic[S]):
    """A procedure while it is being drawn. `close()` checks and freezes it."""

    def __init__(self, id: str, subject: type[S], title: Text) -> None:  # noqa: A002
        self._id = id
        self._subject = subject
        self._title = title
        self._stages: list[Stage] = []
        self._steps: list[Step[S, Any]] = []
        self._closed = False

    def stage(self, name: str, term: Text, *, initial: bool = False, final: bool = False) -> Stage:
        """Draw a stage and return it."""
        self._open()
        made = Stage(nfc(name), term, initial, final)
        self._stages.append(made)
        return made

    def step(
        self,
        id: str,  # noqa: A002 - the row is its identity
        sources: Stage | Iterable[Stage],
        event: type[E],
        target: Stage | None,
        *,
        actors: Iterable[Enum] = (),
    ) -> Step[S, E]:
        """Draw a step and return it; `target` None leaves the stage as it is."""
        self._open()
        made: Step[S, E] = Step(
            procedure=self._id,
            id=nfc(id),
            sources=(sources,) if isinstance(sources, Stage) else tuple(sources),
            event=event,
            target=target,
            actors=tuple(actors),
        )
        self._steps.append(made)
        return made

    def close(self) -> Procedure[S]:
        """Check the drawing and return the procedure; nothing can be drawn afterwards."""
        self._open()
        made = Procedure(
            id=self._id,
            title=self._title,
            subject=self._subject,
            stages=tuple(self._stages),
            steps=tuple(self._steps),
        )
        self._closed = True
        return made

    def _open(self) -> None:
        if self._closed:
            raise DefinitionError(f"the drawing of {self._id} is closed")


def _repeated(names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return sorted({name for name in names if name in seen or seen.add(name)})  # type: ignore[func-returns-value]


def _faults(procedure: Procedure[Any]) -> Iterable[str]:
    stages, steps = procedure.stages, procedure.steps
    if not _NAME.fullmatch(procedure.id):
        yield f"id {procedure.id!r} is not in lower case with underscores"
    starts = [stage.name for stage in stages if stage.initial]
    if len(starts) != 1:
        yield f"needs one initial stage, has {starts or 'none'}"
    for name in _repeated(stage.name for stage in stages):
        yield f"two stages are called {name}"
    for name in _repeated(step.id for step in steps):
        yield f"two steps are called {name}"
    yield from _astray(stages, steps)
    yield from _doubled(steps)
    for kind in dict.fromkeys((procedure.subject, *(step.event for step in steps))):
        yield from _changeable(kind)
    if len(starts) == 1:
        yield from _dead(stages, steps)


def _astray(stages: tuple[Stage, ...], steps: tuple[Step[Any, Any], ...]) -> Iterable[str]:
    known = set(stages)
    for step in steps:
        if not step.sources:
            yield f"step {step.id} starts nowhere"
        for stage in (*step.sources, *((step.target,) if step.target else ())):
            if stage not in known:
                yield f"step {step.id} uses the unknown stage {stage.name}"
        for stage in step.sources:
            if stage.final:
                yield f"step {step.id} leads out of the final stage {stage.name}"


def _doubled(steps: tuple[Step[Any, Any], ...]) -> Iterable[str]:
    by_edge: dict[tuple[Stage, str], list[str]] = {}
    classes: dict[str, type[Any]] = {}
    for step in steps:
        kind = kind_of(step.event)
        if classes.setdefault(kind, step.event) is not step.event:
            yield f"two event classes are of the kind {kind}"
        for source in step.sources:
            by_edge.setdefault((source, kind), []).append(step.id)
    for (source, kind), ids in by_edge.items():
        if len(ids) > 1:
            yield f"{kind} from {source.name} is drawn {len(ids)} times: {', '.join(ids)}"


def _changeable(kind: type[Any]) -> Iterable[str]:
    # By the text of the annotation: to resolve those of some two hundred kinds takes too long.
    for field in attrs.fields(kind) if attrs.has(kind) else ():
        if _CHANGEABLE.search(str(field.type)):
            what = f"{kind.__name__}.{field.name}"
            yield f"{what} could be changed by a rule: a tuple, a frozenset or a Mapping cannot"


def _dead(stages: tuple[Stage, ...], steps: tuple[Step[Any, Any], ...]) -> Iterable[str]:
    onward: dict[Stage, set[Stage]] = {stage: set() for stage in stages}
    backward: dict[Stage, set[Stage]] = {stage: set() for stage in stages}
    for step in steps:
        for source in step.sources:
            target = step.target_from(source)
            if source in onward and target in onward:
                onward[source].add(target)
                backward[target].add(source)
    start = next(stage for stage in stages if stage.initial)
    reached = _spread({start}, onward)
    ending = _spread({stage for stage in stages if stage.final}, backward)
    for stage in stages:
        if stage not in reached:
            yield f"stage {stage.name} cannot be reached"
        if stage not in ending:
            yield f"stage {stage.name} cannot reach an end"


def _spread(begin: set[Stage], ways: Mapping[Stage, set[Stage]]) -> set[Stage]:
    reached, open_ends = set(begin), list(begin)
    while open_ends:
        for stage in ways[open_ends.pop()] - reached:
            reached.add(stage)
            open_ends.append(stage)
    return reached
