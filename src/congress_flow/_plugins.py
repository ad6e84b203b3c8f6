"""Loading plugins. pluggy is used here alone, once, and hands over typed values.

Each plugin gets a manager of its own: pluggy ends a call at the first crash, drops a second plugin
of one name without a word, and lets a wrapper erase what others return. None of that can happen
here, because no two plugins ever meet in one call.
"""

from __future__ import annotations

import importlib.metadata
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, Protocol

import attrs
import pluggy

from congress_flow._calendar import Calendar
from congress_flow._procedure import Procedure
from congress_flow._rulebook import Rulebook
from congress_flow._shelf import Shelf
from congress_flow._text import Text
from congress_flow.errors import Problem, UsageError

GROUP: Final = "congress_flow"
VARIABLE: Final = "CONGRESS_FLOW_PLUGINS"

_spec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)
"""Marks a function of a plugin as the answer to one of the hooks of `Hooks`."""


class Hooks:
    """What a plugin may give. Every hook takes nothing and returns an iterable of values."""

    @_spec
    def congress_flow_procedures(self) -> Iterable[Procedure[Any]]:
        """Give procedures beside those in the box."""
        raise NotImplementedError

    @_spec
    def congress_flow_rulebooks(self) -> Iterable[Rulebook[Any]]:
        """Give rulebooks."""
        raise NotImplementedError

    @_spec
    def congress_flow_readings(self) -> Iterable[object]:
        """Give readings: the explicit choices that a rulebook needs."""
        raise NotImplementedError

    @_spec
    def congress_flow_calendars(self) -> Iterable[Calendar]:
        """Give calendars."""
        raise NotImplementedError


_WANTED: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {
        "congress_flow_procedures": Procedure,
        "congress_flow_rulebooks": Rulebook,
        "congress_flow_readings": object,
        "congress_flow_calendars": Calendar,
    }
)


class Found(Protocol):
    """An entry point as this module needs it."""

    @property
    def name(self) -> str:
        """The name of the plugin."""
        ...

    def load(self) -> object:
        """Import the plugin."""
        ...


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

    The procedures in the box are always among the former, each in order of its id.
    """

    procedures: tuple[Procedure[Any], ...]
    shelf: Shelf
    calendars: tuple[Calendar, ...]
    reports: tuple[PluginReport, ...]


@attrs.define(slots=True, weakref_slot=False)
class _Plugin:
    """A plugin while it is being loaded."""

    name: str
    version: str = ""
    given: dict[str, tuple[Any, ...]] = attrs.field(factory=dict)
    problems: list[Problem] = attrs.field(factory=list)

    def refuse(self, vi: str, en: str) -> None:
        self.problems.append(Problem(self.name, Text(vi, en)))


def load(
    names: Iterable[str] | None = None, found: Iterable[Found] | None = None
) -> Loaded:
    """Load the plugins that are installed, or those called *names*.

    Without *names* the environment variable CONGRESS_FLOW_PLUGINS says which, by names with commas
    between them (empty: none); unset, all are loaded. Never raises for a plugin at fault: it is
    refused, its report says why, and the shelf withholds every step, because the rules that are
    missing might have objected. The order in which plugins are found is nothing.
    """
    points = sorted(_installed() if found is None else found, key=lambda point: point.name)
    chosen = _chosen(names)
    counts = Counter(point.name for point in points)
    plugins: list[_Plugin] = []
    idle: list[PluginReport] = []
    for name in sorted({*counts, *(chosen or ())}):
        if chosen is not None and name not in chosen:
            idle.append(PluginReport(name=name, version="", state=PluginState.NOT_CHOSEN))
            continue
        plugins.append(_load_one(name, [point for point in points if point.name == name]))
    box = _load_one(_Box.name, [_Box()])
    shelf = _shelve([box, *plugins])
    used = [plugin for plugin in plugins if not plugin.problems]
    reports = [
        PluginReport(
            name=plugin.name,
            version=plugin.version,
            state=PluginState.REFUSED if plugin.problems else PluginState.USED,
            problems=tuple(plugin.problems),
        )
        for plugin in plugins
    ]
    return Loaded(
        procedures=_by_id([box, *used], Procedure),
        shelf=shelf,
        calendars=_by_id([box, *used], Calendar),
        reports=tuple(sorted([*reports, *idle], key=lambda report: report.name)),
    )


def _by_id(plugins: Iterable[_Plugin], kind: type[Any]) -> tuple[Any, ...]:
    return tuple(
        sorted((v for plugin in plugins for v in _given(plugin, kind)), key=lambda each: each.id)
    )


class _Box:
    """The procedures in the box, as a plugin like any other: they come in by the same door."""

    name: Final = "congress-flow"

    def load(self) -> object:
        return self

    @hookimpl
    def congress_flow_procedures(self) -> Iterable[Procedure[Any]]:
        # Imported when asked for: drawing them takes longer than all the rest of the library.
        from congress_flow.procedures.box import PROCEDURES  # noqa: PLC0415

        return PROCEDURES


def _installed() -> Iterable[Found]:
    return importlib.metadata.entry_points(group=GROUP)


def _chosen(names: Iterable[str] | None) -> frozenset[str] | None:
    if names is not None:
        return frozenset(names)
    told = os.environ.get(VARIABLE)
    if told is None:
        return None
    return frozenset(name.strip() for name in told.split(",") if name.strip())


def _given(plugin: _Plugin, kind: type[Any]) -> tuple[Any, ...]:
    (hook,) = (name for name, wanted in _WANTED.items() if wanted is kind)
    return plugin.given.get(hook, ())


def _load_one(name: str, points: list[Found]) -> _Plugin:
    plugin = _Plugin(name)
    if len(points) != 1:
        if points:
            plugin.refuse(
                f"có {len(points)} plugin cùng tên: không dùng plugin nào",
                f"{len(points)} plugins have this name: none of them is used",
            )
        else:
            plugin.refuse("không tìm thấy plugin này", "no such plugin is installed")
        return plugin
    plugin.version = str(getattr(getattr(points[0], "dist", None), "version", ""))
    try:
        module = points[0].load()
    except Exception as crash:  # noqa: BLE001 - whatever an import does, the others go on
        _crashed(plugin, "import", crash)
        return plugin
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Hooks)
    try:
        manager.register(module, name)
        manager.check_pending()
    except (pluggy.PluginValidationError, ValueError) as fault:
        plugin.refuse(f"hook sai: {fault}", f"a hook is not as specified: {fault}")
        return plugin
    for hook in manager.get_hookcallers(module) or ():
        if any(impl.hookwrapper or impl.wrapper for impl in hook.get_hookimpls()):
            plugin.refuse(
                f"{hook.name}: không nhận hook bao bọc", f"{hook.name}: wrappers are not taken"
            )
        else:
            _call(plugin, hook.name, hook)
    return plugin


def _crashed(plugin: _Plugin, where: str, crash: Exception) -> None:
    what = f"{where}: {type(crash).__name__}: {crash}"
    plugin.refuse(f"bị lỗi khi nạp, {what}", f"crashed, {what}")


def _call(plugin: _Plugin, name: str, hook: Callable[[], list[Any]]) -> None:
    try:
        answers = hook()
        values = tuple(value for answer in answers for value in answer)
    except Exception as crash:  # noqa: BLE001 - as above
        _crashed(plugin, name, crash)
        return
    for value in values:
        if not isinstance(value, _WANTED[name]):
            plugin.refuse(
                f"{name}: trả về {value!r}, không phải {_WANTED[name].__name__}",
                f"{name}: returned {value!r}, which is no {_WANTED[name].__name__}",
            )
    plugin.given[name] = values


def _shelve(plugins: list[_Plugin]) -> Shelf:
    """Put the books on a shelf; refuse the plugins whose books cannot stand there."""
    _refuse_twins(plugins, Procedure)
    _refuse_twins(plugins, Calendar)
    _refuse_twins(plugins, Rulebook)
    while True:
        used = [plugin for plugin in plugins if not plugin.problems]
        books = [book for plugin in used for book in _given(plugin, Rulebook)]
        readings = [each for plugin in used for each in _given(plugin, object)]
        if not _refuse_unfit(used, books, readings):
            break
    try:
        Shelf(books, readings)
    except UsageError as fault:  # a repeal from below: nobody can say which book is right
        for plugin in used:
            if _given(plugin, Rulebook):
                plugin.refuse(f"không dùng được cùng nhau: {fault}", f"unfit together: {fault}")
        books, readings = [], []
    withheld = [problem for plugin in plugins for problem in plugin.problems]
    return Shelf(books, readings, withheld)


def _refuse_twins(plugins: list[_Plugin], kind: type[Any]) -> None:
    owners: dict[str, list[_Plugin]] = {}
    for plugin in plugins:
        for value in _given(plugin, kind):
            if isinstance(value, kind):
                owners.setdefault(value.id, []).append(plugin)
    for name, owning in owners.items():
        if len(owning) > 1:
            for plugin in owning:
                plugin.refuse(
                    f"{kind.__name__} {name} có ở nhiều nơi",
                    f"{kind.__name__} {name} is given more than once",
                )


def _refuse_unfit(
    used: list[_Plugin], books: list[Rulebook[Any]], readings: list[object]
) -> bool:
    """Refuse the plugins with a book that lacks readings or the book it tightens."""
    ids = {book.id for book in books}
    wanted = {book.readings for book in books}
    unfit = False
    for plugin in used:
        for stray in (each for each in _given(plugin, object) if type(each) not in wanted):
            unfit = True
            name = type(stray).__name__
            plugin.refuse(
                f"{name}: không có bộ quy tắc nào dùng cách hiểu này",
                f"{name}: readings of no book that is in use",
            )
        for book in _given(plugin, Rulebook):
            for absent in sorted(set(book.tightens) - ids):
                unfit = True
                plugin.refuse(
                    f"{book.id} cần bộ quy tắc {absent}, hiện không có",
                    f"{book.id} tightens {absent}, which is absent",
                )
            given = [each for each in readings if type(each) is book.readings]
            if book.readings is not type(None) and len(given) != 1:
                unfit = True
                wanted = book.readings.__name__
                plugin.refuse(
                    f"{book.id} cần đúng một {wanted} (cách hiểu), hiện có {len(given)}",
                    f"{book.id} needs exactly one {wanted}, there are {len(given)}",
                )
    return unfit
