"""What a plugin may give, what one gave, and what all of them together come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, Protocol

import attrs

from congress_flow._calendar import Calendar
from congress_flow._procedure import Procedure
from congress_flow._rulebook import Rulebook
from congress_flow._shelf import Shelf
from congress_flow._text import Text
from congress_flow.errors import Problem


class Hooks(Protocol):
    """What a plugin may give. Every hook takes nothing and returns an iterable of values."""

    def congress_flow_procedures(self) -> Iterable[Procedure[Any]]:
        """Give procedures beside those in the box."""
        ...

    def congress_flow_rulebooks(self) -> Iterable[Rulebook[Any]]:
        """Give rulebooks."""
        ...

    def congress_flow_optional_books(self) -> Iterable[Rulebook[Any]]:
        """Give rulebooks that stand on the shelf only where somebody asks for them."""
        ...

    def congress_flow_readings(self) -> Iterable[object]:
        """Give readings: the explicit choices that a rulebook needs."""
        ...

    def congress_flow_fallback_readings(self) -> Iterable[object]:
        """Give readings that hold where a book needs them and no other plugin gives any.

        Whoever gives readings of the same class by `congress_flow_readings` goes before them. A
        book of another plugin that is read by them asks what it asks, and guards no step.
        """
        ...

    def congress_flow_calendars(self) -> Iterable[Calendar]:
        """Give calendars."""
        ...


WANTED: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {
        "congress_flow_procedures": Procedure,
        "congress_flow_rulebooks": Rulebook,
        "congress_flow_optional_books": Rulebook,
        "congress_flow_readings": object,
        "congress_flow_fallback_readings": object,
        "congress_flow_calendars": Calendar,
    }
)


READINGS: Final = "congress_flow_readings"
FALLBACK: Final = "congress_flow_fallback_readings"
OPTIONAL: Final = "congress_flow_optional_books"


class PluginState(Enum):
    """What became of a plugin that was found."""

    USED = "used"
    REFUSED = "refused"
    NOT_CHOSEN = "not_chosen"


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class PluginReport:
    """One plugin that was found or asked for: its version, and why it was refused, if it was."""

    name: str
    version: str
    state: PluginState
    problems: tuple[Problem, ...] = ()


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class Loaded:
    """What the plugins in use gave: procedures and calendars, the shelf, a report on each plugin.

    The procedures in the box are always among the former, each in order of its id. `optional` are
    books that stand on the shelf only where somebody asks for them, and could: `readings` holds
    theirs too.
    """

    procedures: tuple[Procedure[Any], ...]
    shelf: Shelf
    calendars: tuple[Calendar, ...]
    reports: tuple[PluginReport, ...]
    optional: tuple[Rulebook[Any], ...] = ()
    readings: tuple[object, ...] = ()


@attrs.define(slots=True, weakref_slot=False)
class Plugin:
    """A plugin while it is being loaded."""

    name: str
    version: str = ""
    chosen: bool = True
    given: dict[str, tuple[Any, ...]] = attrs.field(factory=dict[str, tuple[Any, ...]])
    problems: list[Problem] = attrs.field(factory=list[Problem])

    def refuse(self, vi: str, en: str) -> None:
        self.problems.append(Problem(self.name, Text(vi, en)))

    def gives(self, kind: type[Any]) -> tuple[Any, ...]:
        """Return what it gave of a kind; readings are of the kind `object`.

        Optional books are none of the books that it gives, nor fallback readings of the readings.
        """
        hooks = (name for name in WANTED if name not in {OPTIONAL, FALLBACK})
        (hook,) = (name for name in hooks if WANTED[name] is kind)
        return self.given.get(hook, ())

    @property
    def optional(self) -> tuple[Rulebook[Any], ...]:
        """The optional books that it gave."""
        return self.given.get(OPTIONAL, ())

    @property
    def fallback(self) -> tuple[object, ...]:
        """The fallback readings that it gave."""
        return self.given.get(FALLBACK, ())

    def named(self, kind: type[Any]) -> tuple[Any, ...]:
        """Return all that it gave of one kind: optional books too, and fallback readings."""
        more = {Rulebook: self.optional, object: self.fallback}
        return (*self.gives(kind), *more.get(kind, ()))

    @property
    def state(self) -> PluginState:
        if not self.chosen:
            return PluginState.NOT_CHOSEN
        return PluginState.REFUSED if self.problems else PluginState.USED

    @property
    def report(self) -> PluginReport:
        return PluginReport(
            name=self.name,
            version=self.version,
            state=self.state,
            problems=tuple(self.problems),
        )
