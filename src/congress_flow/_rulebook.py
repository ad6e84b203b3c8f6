"""Rules and rulebooks: one demand of the law each, cited, dated, tied to the steps it guards."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast, overload

import attrs

from congress_flow._case import Beside, Case
from congress_flow._demand import Breach, Caution, Demand, Gap
from congress_flow._duties import Duty, Outlook
from congress_flow._procedure import E, S, Step
from congress_flow._sources import ALWAYS, Citation, InForce, Instrument, Level
from congress_flow._text import Text
from congress_flow.errors import DefinitionError, UsageError

if TYPE_CHECKING:
    from congress_flow.reckoning.dues import Due

R = TypeVar("R")

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")

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


RuleFunction = Callable[[Case[S], E], Answer] | Callable[[Case[S], E, Context[R]], Answer]
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
    citations: tuple[Citation, ...]
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


class Rulebook(Generic[R]):
    """The rules of one issuer for one span of days.

    `readings` is the class of the explicit choices where the text of the law is open (None: there
    is nothing to choose). `tightens` names the books without which this one says nothing: its
    rules add demands to theirs and never guard a step alone, so that taking a book away cannot
    open a gate. `instruments` are further texts that end older ones (see `Instrument.replaces`).
    """

    @overload
    def __init__(
        self: Rulebook[None],
        id: str,
        level: Level,
        in_force: InForce = ALWAYS,
        *,
        title: Text,
        version: str,
        tightens: Iterable[str] = (),
        instruments: Iterable[Instrument] = (),
    ) -> None: ...

    @overload
    def __init__(
        self,
        id: str,
        level: Level,
        in_force: InForce = ALWAYS,
        *,
        title: Text,
        version: str,
        readings: type[R],
        tightens: Iterable[str] = (),
        instruments: Iterable[Instrument] = (),
    ) -> None: ...

    def __init__(
        self,
        id: str,  # noqa: A002
        level: Level,
        in_force: InForce = ALWAYS,
        *,
        title: Text,
        version: str,
        readings: type[R] = cast("type[Any]", NoneType),
        tightens: Iterable[str] = (),
        instruments: Iterable[Instrument] = (),
    ) -> None:
        if not _NAME.fullmatch(id):
            raise DefinitionError(f"a rulebook is named in lower case: {id!r}")
        self.id = id
        self.level = level
        self.in_force = in_force
        self.title = title
        self.version = version
        self.readings = readings
        self.tightens = tuple(tightens)
        self.instruments = tuple(instruments)
        self._rules: dict[str, Rule] = {}
        self._duties: dict[str, Duty] = {}
        self._repeals: list[Repeal] = []
        self._closed = False
        self._sha256 = ""

    def __repr__(self) -> str:
        return f"Rulebook({self.id!r}, {len(self._rules)} rules)"

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in order of their ids."""
        return tuple(self._rules[name] for name in sorted(self._rules))

    def named(self, name: str) -> Rule:
        """Return the rule whose function is called *name*; `UsageError` where there is none."""
        found = self._rules.get(name)
        if found is None:
            raise UsageError(f"the book {self.id} has no rule {name!r}")
        return found

    @property
    def duties(self) -> tuple[Duty, ...]:
        """The duties, in order of their ids."""
        return tuple(self._duties[name] for name in sorted(self._duties))

    @property
    def law(self) -> tuple[Rule | Duty, ...]:
        """The rules, then the duties: all that can be cited, dated and repealed."""
        return (*self.rules, *self.duties)

    @property
    def repeals(self) -> tuple[Repeal, ...]:
        """The rules of other books that this one ends."""
        return tuple(self._repeals)

    def rule(
        self,
        *steps: Step[S, E],
        cites: Citation | tuple[Citation, ...],
        title: Text,
        severity: Severity = Severity.BLOCKS,
        in_force: InForce = ALWAYS,
        subject: str = "",
        encodes: Iterable[str] = (),
    ) -> Callable[[RuleFunction[S, E, R]], RuleFunction[S, E, R]]:
        """Add a function of (case, event) or (case, event, context) as a rule on *steps*.

        The rule holds while this book, the instrument of its first citation and `in_force` all
        hold. Raises `DefinitionError` for a citation that is none, a rule without steps, a name
        used twice, or a span that is empty or begins before its instrument.
        """

        def add(function: RuleFunction[S, E, R]) -> RuleFunction[S, E, R]:
            citations = cites if isinstance(cites, tuple) else (cites,)
            self._add(function, steps, citations, title, severity, in_force, subject, encodes)
            return function

        return add

    def _add(  # noqa: PLR0917 - each is a fact about the rule
        self,
        function: Callable[..., Answer],
        steps: tuple[Step[Any, Any], ...],
        citations: tuple[Citation, ...],
        title: Text,
        severity: Severity,
        in_force: InForce,
        subject: str,
        encodes: Iterable[str],
    ) -> None:
        name: str = function.__name__
        faults = _step_faults(steps)
        span = self._founded(f"rule {self.id}/{name}", name, citations, title, in_force, faults)
        self._rules[name] = Rule(
            id=f"{self.id}/{name}",
            title=title,
            steps=steps,
            citations=citations,
            severity=severity,
            in_force=span,
            subject=subject or name,
            encodes=tuple(encodes),
            function=function,
            in_context=len(inspect.signature(function).parameters) > 2,  # noqa: PLR2004
        )

    def duty(
        self,
        *,
        cites: Citation | tuple[Citation, ...],
        title: Text,
        in_force: InForce = ALWAYS,
        subject: str = "",
        encodes: Iterable[str] = (),
    ) -> Callable[[DutyFunction[R]], DutyFunction[R]]:
        """Add a function of an `Outlook` as a duty: it says what falls due, and when.

        The duty holds when a rule would; raises `DefinitionError` as `rule` does. Duties of one
        subject that speak of one case bind together: the earliest of their days counts.
        """

        def add(function: DutyFunction[R]) -> DutyFunction[R]:
            name: str = function.__name__
            citations = cites if isinstance(cites, tuple) else (cites,)
            span = self._founded(f"duty {self.id}/{name}", name, citations, title, in_force, ())
            self._duties[name] = Duty(
                id=f"{self.id}/{name}",
                title=title,
                citations=citations,
                in_force=span,
                subject=subject or name,
                encodes=tuple(encodes),
                function=function,
            )
            return function

        return add

    def _span(self, citation: Citation, in_force: InForce) -> InForce | None:
        born = InForce(citation.instrument.earliest)
        span: InForce | None = in_force & self.in_force
        for further in (citation.instrument.in_force, born):
            span = None if span is None else span & further
        return span

    def _founded(  # noqa: PLR0917 - each is a fact about the rule or duty
        self,
        what: str,
        name: str,
        citations: tuple[object, ...],
        title: object,
        in_force: InForce,
        faults: Iterable[str],
    ) -> InForce:
        """Return when a rule or duty holds; raise `DefinitionError` with all that is ill-formed."""
        found = (*faults, *self._faults(name, citations, title, in_force))
        if found:
            raise DefinitionError(f"{what}: " + "; ".join(found))
        span = self._span(cast("Citation", citations[0]), in_force)
        assert span is not None  # noqa: S101 - _faults has seen to it
        return span

    def _faults(
        self, name: str, citations: tuple[object, ...], title: object, in_force: InForce
    ) -> Iterable[str]:
        if self._closed:
            yield "the book is already on a shelf"
        if name in self._rules or name in self._duties:
            yield "the name is used twice"
        if not isinstance(title, Text):
            yield "it needs a title in both languages"
        if not citations or not all(isinstance(each, Citation) for each in citations):
            yield "it must cite its instrument"
            return
        first = cast("Citation", citations[0])
        if in_force.since is not None and in_force.since < first.instrument.earliest:
            yield f"it would hold before its instrument ({first.instrument.issued})"
        elif self._span(first, in_force) is None:
            yield "it would never hold: book, instrument and rule have no day in common"

    def repeal(self, rule: str, *, since: date, cites: Citation) -> None:
        """End a rule of another book from *since* on, by the text cited."""
        if self._closed:
            raise DefinitionError(f"the book {self.id} is already on a shelf")
        if since < cites.instrument.earliest:
            raise DefinitionError(f"{rule} cannot be repealed before {cites.instrument.issued}")
        self._repeals.append(Repeal(rule=rule, since=since, cites=cites))

    def close(self) -> None:
        """Take no further rule. A shelf closes the books that stand on it."""
        self._closed = True

    @property
    def sha256(self) -> str:
        """A digest of the book: its facts, its rules' facts and the source of their functions.

        The same for the same text of the rules, whatever the machine or version of Python.
        """
        if not self._sha256 or not self._closed:
            import hashlib  # noqa: PLC0415 - slow to import, and only a record needs it

            self._sha256 = hashlib.sha256(_described(self).encode()).hexdigest()
        return self._sha256


def _step_faults(steps: tuple[object, ...]) -> Iterable[str]:
    if not steps or not all(isinstance(step, Step) for step in steps):
        yield "it must be tied to the steps it guards"


def _described(book: Rulebook[Any]) -> str:
    import json  # noqa: PLC0415 - as hashlib above

    modules = sorted({each.function.__module__ for each in book.law})
    return json.dumps(
        {
            "book": [book.id, book.version, book.level.value, str(book.in_force)],
            "readings": [field.name for field in attrs.fields(book.readings)]
            if attrs.has(book.readings)
            else [],
            "rules": [
                [
                    rule.id,
                    [step.name for step in rule.steps],
                    [_cited(citation) for citation in rule.citations],
                    rule.severity.value,
                    str(rule.in_force),
                ]
                for rule in book.rules
            ],
            "duties": [
                [duty.id, [_cited(citation) for citation in duty.citations], str(duty.in_force)]
                for duty in book.duties
            ],
            "repeals": [[r.rule, r.since.isoformat()] for r in book.repeals],
            "source": [_source(module) for module in modules],
        },
        ensure_ascii=False,
    )


def _cited(citation: Citation) -> list[str]:
    return [*citation.instrument.key, citation.article, citation.confidence.value]


def _source(module: str) -> str:
    try:
        return inspect.getsource(__import__(module, fromlist=["_"]))
    except (ImportError, OSError, TypeError):
        return ""  # rules typed at a prompt: their facts alone identify them
