"""Rulebooks: the rules and duties of one issuer, and what they end of others."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from types import NoneType
from typing import (
    Any,
    Final,
    Generic,
    NotRequired,
    TypedDict,
    TypeVar,
    Unpack,
    cast,
    final,
    overload,
)

import attrs

from congress_flow._definitions import (
    BOOK_NAME,
    ill_said,
    ill_tied,
    ill_told,
    misformed,
    mistyped,
    name_of,
    refuse,
    saying,
    span_of,
    taken,
    untimely,
)
from congress_flow._duties import Duty
from congress_flow._procedure import E, Event, S, Step
from congress_flow._rule import Answer as Answer
from congress_flow._rule import Context as Context
from congress_flow._rule import DutyFunction, Entering, R, facts_of, place_of, said
from congress_flow._rule import Repeal as Repeal
from congress_flow._rule import Rule as Rule
from congress_flow._rule import Severity as Severity
from congress_flow._sources import (
    ALWAYS,
    Citation,
    Citations,
    InForce,
    Instrument,
    Level,
    with_replaced,
)
from congress_flow._text import Text
from congress_flow.errors import DefinitionError, UsageError

E2 = TypeVar("E2", bound=Event)
E3 = TypeVar("E3", bound=Event)

_RULE: Final = re.compile(rf"{BOOK_NAME.pattern}/\w+")
_CLOSED: Final = "the book is already on a shelf"


class _Said(TypedDict):
    """What is said of a rule: written once for all the ways to name its steps."""

    cites: Citation | Citations
    title: Text
    severity: NotRequired[Severity]
    in_force: NotRequired[InForce]
    subject: NotRequired[str]
    encodes: NotRequired[Iterable[str]]


@attrs.define(slots=True, weakref_slot=False, eq=False)
class _Written:
    """What is written into a book until it stands on a shelf."""

    rules: dict[str, Rule] = attrs.field(factory=dict[str, Rule])
    duties: dict[str, Duty] = attrs.field(factory=dict[str, Duty])
    repeals: list[Repeal] = attrs.field(factory=list[Repeal])
    closed: bool = False
    sha256: str = ""


@final
@attrs.frozen(slots=True, weakref_slot=False, eq=False, repr=False, init=False)
class Rulebook(Generic[R]):
    """The rules of one issuer for one span of days.

    `readings` is the class of the explicit choices where the text of the law is open (None: there
    is nothing to choose). `founds` are the days on which its rules are enough to take a step; on
    others they ask what they ask, and another book must guard. `needs` names the books that hold
    on beside it, without which it cannot stand. `tightens` names those without which it says
    nothing: its rules add demands to theirs and never guard a step alone, so that taking a book
    away cannot open a gate. The same holds of every book below `Level.CENTRE`, whatever it names.
    `instruments` are further texts that end older ones (see `Instrument.replaces`).

    Raises `DefinitionError` with all that is ill-formed. Rules, duties and repeals are added until
    the book stands on a shelf; nothing else can ever be changed, and no class can stand on it.
    """

    id: str
    level: Level
    in_force: InForce
    title: Text
    version: str
    readings: type[R]
    founds: InForce
    needs: tuple[str, ...]
    tightens: tuple[str, ...]
    instruments: tuple[Instrument, ...]
    _written: _Written

    @overload
    def __init__(
        self: Rulebook[None],
        id: str,
        level: Level,
        in_force: InForce = ALWAYS,
        *,
        title: Text,
        version: str,
        founds: InForce = ALWAYS,
        needs: Iterable[str] = (),
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
        founds: InForce = ALWAYS,
        needs: Iterable[str] = (),
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
        founds: InForce = ALWAYS,
        needs: Iterable[str] = (),
        tightens: Iterable[str] = (),
        instruments: Iterable[Instrument] = (),
    ) -> None:
        told: dict[str, Any] = {
            "id": id,
            "level": level,
            "in_force": in_force,
            "title": title,
            "version": version,
            "readings": readings,
            "founds": founds,
            "needs": taken(needs),
            "tightens": taken(tightens),
            "instruments": taken(instruments),
            "_written": _Written(),
        }
        refuse(f"rulebook {id!r}", ill_told(told))
        for name, value in told.items():
            object.__setattr__(self, name, value)

    def __init_subclass__(cls, **_: object) -> None:
        raise DefinitionError("a rulebook is an instance of Rulebook; no class can stand on it")

    def __repr__(self) -> str:
        return f"Rulebook({self.id!r}, {len(self._written.rules)} rules)"

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in order of their ids."""
        return tuple(rule for _, rule in sorted(self._written.rules.items()))

    def named(self, name: str) -> Rule:
        """Return the rule whose function is called *name*; `UsageError` where there is none."""
        found = self._written.rules.get(name)
        if found is None:
            raise UsageError(f"the book {self.id} has no rule {name!r}")
        return found

    @property
    def duties(self) -> tuple[Duty, ...]:
        """The duties, in order of their ids."""
        return tuple(duty for _, duty in sorted(self._written.duties.items()))

    @property
    def law(self) -> tuple[Rule | Duty, ...]:
        """The rules, then the duties: all that can be cited, dated and repealed."""
        return (*self.rules, *self.duties)

    @property
    def repeals(self) -> tuple[Repeal, ...]:
        """The rules of other books that this one ends."""
        return tuple(self._written.repeals)

    @property
    def known(self) -> tuple[Instrument, ...]:
        """The instruments that it lists, and those that its rules, duties and repeals cite."""
        cited = (citation for each in self.law for citation in each.citations)
        ending = (repeal.cites for repeal in self.repeals)
        found = (*self.instruments, *(each.instrument for each in (*cited, *ending)))
        # Not by their identity: two definitions of one instrument must both be seen.
        return tuple({id(each): each for each in found}.values())

    @overload
    def rule(
        self, first: Step[S, E], second: Step[S, E2], /, **said: Unpack[_Said]
    ) -> Entering[S, E | E2, R]: ...

    @overload
    def rule(
        self, first: Step[S, E], second: Step[S, E2], third: Step[S, E3], /, **said: Unpack[_Said]
    ) -> Entering[S, E | E2 | E3, R]: ...

    @overload
    def rule(self, *steps: Step[S, E], **said: Unpack[_Said]) -> Entering[S, E, R]: ...

    def rule(
        self,
        *steps: Step[Any, Any],
        cites: Citation | Citations,
        title: Text,
        severity: Severity = Severity.BLOCKS,
        in_force: InForce = ALWAYS,
        subject: str = "",
        encodes: Iterable[str] = (),
    ) -> Entering[Any, Any, R]:
        """Add a function of (case, event) or (case, event, context) as a rule on *steps*.

        The rule holds while this book, the instrument of its first citation and `in_force` all
        hold. Raises `DefinitionError` with all that is ill-formed: a citation that is none, a rule
        without steps, a name used twice, a function that cannot be asked so, or a span that is
        empty or begins before its instrument.

        Steps with events of different kinds, up to three, take a function of any of them
        (`Met | Sent`). For more of them write their tuple with its type.
        """
        say = saying(cites, title, in_force, subject, encodes)

        def enter(function: Callable[..., Answer]) -> None:
            faults = (
                *misformed(function, ("case", "event"), ("case", "event", "context")),
                *ill_tied(steps),
                *mistyped(severity=(severity, Severity)),
            )
            common = self._founded("rule", function, say, faults)
            in_context = len(inspect.signature(function).parameters) > 2  # noqa: PLR2004
            self._written.rules[name_of(function)] = Rule(
                **common, steps=steps, severity=severity, in_context=in_context
            )

        return Entering(enter)

    def duty(
        self,
        *,
        cites: Citation | Citations,
        title: Text,
        in_force: InForce = ALWAYS,
        subject: str = "",
        encodes: Iterable[str] = (),
    ) -> Callable[[DutyFunction[R]], DutyFunction[R]]:
        """Add a function of an `Outlook` as a duty: it says what falls due, and when.

        The duty holds when a rule would; raises `DefinitionError` as `rule` does. Duties of one
        subject that speak of one case bind together: the earliest of their days counts.
        """
        say = saying(cites, title, in_force, subject, encodes)

        def add(function: DutyFunction[R]) -> DutyFunction[R]:
            common = self._founded("duty", function, say, misformed(function, ("outlook",)))
            self._written.duties[name_of(function)] = Duty(**common)
            return function

        return add

    def _founded(
        self, what: str, function: object, say: Mapping[str, Any], faults: Iterable[str]
    ) -> dict[str, Any]:
        """Return what rules and duties have in common; raise `DefinitionError` with all faults."""
        name = name_of(function)
        twice = name in self._written.rules or name in self._written.duties
        found = (
            *faults,
            *((_CLOSED,) if self._written.closed else ()),
            *(("the name is used twice",) if twice else ()),
            *ill_said(say, self.in_force),
        )
        refuse(f"{what} {self.id}/{name}", found)
        first: Citation = say["citations"][0]
        return {
            **say,
            "id": f"{self.id}/{name}",
            "subject": say["subject"] or name,
            "in_force": span_of(first, say["in_force"], self.in_force),
            "function": function,
        }

    def repeal(self, rule: str, *, since: date, cites: Citation) -> None:
        """End a rule or duty of another book, called `book/name`, by the text cited.

        It ends on the first day from *since* on on which this book and the instrument cited hold;
        what has ended does not come back. Raises `DefinitionError` with all that is ill-formed.
        """
        faults = list(mistyped(since=(since, date), cites=(cites, Citation)))
        if isinstance(since, datetime):
            faults.append("since must be a day, not a moment")
        if not faults:
            faults += untimely(cites, InForce(since), self.in_force)
        if not _RULE.fullmatch(str(rule)):
            faults.append("what is ended is named by its book and its function: book/name")
        if self._written.closed:
            faults.append(_CLOSED)
        refuse(f"repeal of {rule} by {self.id}", faults)
        span = cast("InForce", span_of(cites, InForce(since), self.in_force))
        begins = cast("date", span.since)
        self._written.repeals.append(Repeal(rule=rule, since=begins, cites=cites))

    def close(self) -> None:
        """Take no further rule. A shelf closes the books that stand on it."""
        self._written.closed = True

    @property
    def sha256(self) -> str:
        """A digest of the book: its facts, and all modules that its rules and duties come from.

        The same for the same text, whatever the machine or version of Python.
        """
        written = self._written
        if not written.sha256 or not written.closed:
            # Slow to import, and only a record needs it.
            from congress_flow._digest import digest  # noqa: PLC0415

            written.sha256 = digest(_facts(self), (each.function for each in self.law))
        return written.sha256


def _facts(book: Rulebook[Any]) -> list[Any]:
    """Return all that a book says beside the code of its functions, as JSON holds it."""
    has_readings = attrs.has(book.readings)
    return [
        [book.id, book.version, book.level.value, str(book.in_force), *said(book.title)],
        str(book.founds),
        sorted(book.needs),
        sorted(book.tightens),
        [field.name for field in attrs.fields(book.readings)] if has_readings else [],
        sorted(each.key for each in book.instruments),
        sorted(
            [
                *each.key,
                each.level.value,
                str(each.in_force),
                sorted(old.key for old in each.replaces),
            ]
            for each in with_replaced(book.known)
        ),
        [facts_of(each) for each in book.law],
        sorted([end.rule, end.since.isoformat(), *place_of(end.cites)] for end in book.repeals),
    ]
