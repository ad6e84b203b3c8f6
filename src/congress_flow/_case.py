"""Cases: things on their way, each with its past. An illegal history cannot be constructed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Generic, TypeVar, cast, final

import attrs

from congress_flow._procedure import Event, Procedure, S_co, Stage, Step
from congress_flow._verdict import Outcome, Verdict
from congress_flow.errors import UsageError

E = TypeVar("E", bound=Event)
S = TypeVar("S")


def _in_order(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(passages)


@attrs.frozen(slots=True, weakref_slot=False)
class Passage:
    """One step actually taken: the verdict that allowed it, and with it the event and the step."""

    verdict: Verdict

    @property
    def step(self) -> Step[Any, Any]:
        """The step taken."""
        return cast("Step[Any, Any]", self.verdict.step)

    @property
    def event(self) -> Event:
        """What took it."""
        return self.verdict.event


@final
@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, repr=False)
class Case(Generic[S_co]):
    """One thing on its way through a procedure.

    `subject` holds the facts fixed when the case was opened. The stage is the target of the last
    passage: there is no field to set. Constructing a case checks its whole past and raises
    `UsageError` where a passage is not drawn from where the case stood, was not allowed just there,
    or is earlier than the one before.
    """

    procedure: Procedure[S_co]
    id: str
    subject: S_co
    opened_on: date
    passages: tuple[Passage, ...] = attrs.field(default=(), converter=_in_order)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.subject, self.procedure.subject):
            msg = f"a case of {self.procedure.id} is about a {self.procedure.subject.__name__}"
            raise UsageError(msg)
        stage, day = self.procedure.initial, self.opened_on
        for number, passage in enumerate(self.passages):
            stage = self._follow(number, passage, stage, day)
            day = passage.event.on

    def __init_subclass__(cls) -> None:
        raise TypeError("a case is what its past makes it: no subclass may say otherwise")

    def _follow(self, number: int, passage: Passage, stage: Stage, day: date) -> Stage:
        verdict = passage.verdict
        event, step = verdict.event, verdict.step
        if step is None or self.procedure.table.get((stage.name, type(event))) is not step:
            msg = f"passage {number} of {self.id}: {step!r} is not drawn from {stage.name}"
        elif (
            verdict.outcome is not Outcome.ALLOWED
            or verdict.stage is not stage
            or verdict.version != number
            or verdict.case != self.id
            or (verdict.findings and verdict.objections)
        ):
            msg = f"passage {number} of {self.id}: its verdict does not allow {step!r} there"
        elif event.on < day:
            msg = f"passage {number} of {self.id}: {event.on} is before {day}"
        else:
            return step.target_from(stage)
        raise UsageError(msg)

    def after(self, passage: Passage) -> Case[S_co]:
        """Return the case with one passage more; raises `UsageError` as the constructor does.

        The past was checked when this case was made, so only the new passage is.
        """
        self._follow(len(self.passages), passage, self.stage, self.last_day)
        return self._having((*self.passages, passage))

    def at(self, version: int) -> Case[S_co]:
        """Return the case as it stood after its first *version* steps."""
        return self._having(self.passages[:version])

    def _having(self, passages: tuple[Passage, ...]) -> Case[S_co]:
        # Not by the constructor, which would check again what was checked.
        made = object.__new__(type(self))
        set_field = object.__setattr__
        set_field(made, "procedure", self.procedure)
        set_field(made, "id", self.id)
        set_field(made, "subject", self.subject)
        set_field(made, "opened_on", self.opened_on)
        set_field(made, "passages", passages)
        return made

    def __repr__(self) -> str:
        return f"Case({self.id!r}, {self.procedure.id}, {self.stage.name}, v{self.version})"

    @property
    def stage(self) -> Stage:
        """Where the case rests."""
        for passage in reversed(self.passages):
            target = passage.step.target
            if target is not None:
                return target
        return self.procedure.initial

    @property
    def version(self) -> int:
        """How many steps were taken."""
        return len(self.passages)

    @property
    def last_day(self) -> date:
        """The day of the last passage, or the day of opening."""
        return self.passages[-1].event.on if self.passages else self.opened_on

    @property
    def ended(self) -> bool:
        """Whether the case rests in a final stage."""
        return self.stage.final

    def events(self, event_type: type[E]) -> tuple[E, ...]:
        """Return the past events of one kind, oldest first."""
        return tuple(p.event for p in self.passages if isinstance(p.event, event_type))

    def last(self, event_type: type[E]) -> E | None:
        """Return the latest past event of one kind, or None."""
        for passage in reversed(self.passages):
            if isinstance(passage.event, event_type):
                return passage.event
        return None

    def reached(self, *stages: Stage) -> bool:
        """Return whether the case rests in, or has ever stood in, one of *stages*."""
        if self.procedure.initial in stages:
            return True
        return any(passage.step.target in stages for passage in self.passages)


@attrs.frozen(slots=True, weakref_slot=False)
class Beside:
    """The other cases that a rule may look at, by id."""

    cases: tuple[Case[Any], ...] = ()

    @property
    def versions(self) -> tuple[tuple[str, int], ...]:
        """Each case's id and version."""
        # A list first: twice as fast as a generator, and asked for at every judgement.
        return tuple([(case.id, len(case.passages)) for case in self.cases])

    def __iter__(self) -> Iterator[Case[Any]]:
        return iter(self.cases)

    def of(self, procedure: Procedure[S]) -> tuple[Case[S], ...]:
        """Return the cases of one procedure, in order of their ids."""
        return tuple(case for case in self.cases if case.procedure is procedure)

    def get(self, procedure: Procedure[S], case_id: str) -> Case[S] | None:
        """Return one case of a procedure, or None where it is not beside."""
        for case in self.of(procedure):
            if case.id == case_id:
                return case
        return None

    @classmethod
    def holding(cls, cases: Iterable[Case[Any]]) -> Beside:
        """Return the cases in order of their ids; two of one id raise `UsageError`."""
        held = tuple(sorted(cases, key=lambda case: case.id))
        ids = [case.id for case in held]
        if len(set(ids)) != len(ids):
            msg = f"two cases beside have one id: {ids}"
            raise UsageError(msg)
        return cls(held)
