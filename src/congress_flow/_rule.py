"""Rules: one demand of the law each, cited, dated, tied to the steps it guards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

import attrs

from congress_flow._case import Beside, Case
from congress_flow._demand import Breach, Caution, Demand, Gap
from congress_flow._duties import Duty, Outlook
from congress_flow._procedure import E, S, Step
from congress_flow._sources import Citation, Citations, InForce
from congress_flow._text import Text

if TYPE_CHECKING:
    from congress_flow.reckoning.dues import Due

R = TypeVar("R")

Answer = Demand | Breach | Gap | Caution | Iterable[Demand | Breach | Gap | Caution]
"""What a rule returns: a demand, an objection, or several of them (none: nothing to object)."""


class Severity(Enum):
    """What an unmet demand does: `BLOCKS` refuses the step, `WARNS` only remarks."""

    BLOCKS = "blocks"
    WARNS = "warns"


@attrs.frozen(slots=True, weakref_slot=False)
class Context(Generic[R]):
    """What a rule may look at besides its case and event."""

    readings: R
    step: Step[Any, Any]
    beside: Beside


A = TypeVar("A", bound=Answer)

DutyFunction = Callable[[Outlook[R]], "Iterable[Due]"]


@attrs.frozen(slots=True, weakref_slot=False, eq=False, kw_only=True)
class Rule:
    """One demand of the law.

    `subject` names what it is about, so that a rule and its successor of the next term can be held
    side by side; `encodes` lists the parameters and table rows of the handbook it stands for.
    `in_force` is the span in which it holds: its book's, its instrument's and its own together.
    """

    id: str
    title: Text
    steps: tuple[Step[Any, Any], ...]
    citations: Citations
    severity: Severity
    in_force: InForce
    subject: str
    encodes: tuple[str, ...]
    function: Callable[..., Answer] = attrs.field(repr=False)
    in_context: bool

    def __repr__(self) -> str:
        return f"Rule({self.id!r})"


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Repeal:
    """A rule of an older book falls silent from `since` on, by the text cited."""

    rule: str
    since: date
    cites: Citation


@attrs.frozen(slots=True, weakref_slot=False, eq=False)
class Entering(Generic[S, E, R]):
    """Enters a function into a book as a rule, and gives it back as it was: a decorator."""

    enter: Callable[[Callable[..., Answer]], None]

    @overload
    def __call__(self, function: Callable[[Case[S], E], A]) -> Callable[[Case[S], E], A]: ...

    @overload
    def __call__(
        self, function: Callable[[Case[S], E, Context[R]], A]
    ) -> Callable[[Case[S], E, Context[R]], A]: ...

    def __call__(self, function: Callable[..., A]) -> Callable[..., A]:
        """Enter *function*; raises `DefinitionError` with all that is ill-formed."""
        self.enter(function)
        return function


def facts_of(each: Rule | Duty) -> list[Any]:
    """Return what a rule or duty says beside the code of its function, as JSON holds it."""
    cited = [place_of(citation) for citation in each.citations]
    told = [each.id, *said(each.title), each.subject, each.encodes, str(each.in_force), cited]
    if isinstance(each, Rule):
        told += [each.severity.value, [step.name for step in each.steps]]
    return told


def said(title: Text) -> tuple[str, str]:
    """Return the words of *title* in both languages, as JSON holds them."""
    return (title.vi, title.en)


def place_of(citation: Citation) -> tuple[str, ...]:
    """Return the place cited, as JSON holds it."""
    return (*citation.instrument.key, citation.article, citation.confidence.value)
