"""Loading plugins. pluggy is used here alone, once, and hands over typed values.

Each plugin gets a manager of its own: pluggy ends a call at the first crash, drops a second plugin
of one name without a word, and lets a wrapper erase what others return. None of that can happen
here, because no two plugins ever meet in one call.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

import attrs

from congress_flow._calendar import Calendar
from congress_flow._plugins._given import (
    FALLBACK,
    READINGS,
    WANTED,
    Hooks,
    Loaded,
    Plugin,
    PluginState,
)
from congress_flow._procedure import Procedure
from congress_flow._rulebook import Rulebook
from congress_flow._shelf import Shelf, unfit, wanted
from congress_flow.errors import Problem, UsageError

if TYPE_CHECKING:
    from pluggy import HookCaller

F = TypeVar("F", bound=Callable[..., Any])

GROUP: Final = "congress_flow"
VARIABLE: Final = "CONGRESS_FLOW_PLUGINS"


def hookimpl(function: F) -> F:
    """Mark a function of a plugin as the answer to one of the hooks of `Hooks`."""
    import pluggy  # noqa: PLC0415 - who loads no plugins need not wait for it

    return pluggy.HookimplMarker(GROUP)(function)


class Found(Protocol):
    """An entry point as this module needs it."""

    @property
    def name(self) -> str:
        """The name of the plugin."""
        ...

    def load(self) -> object:
        """Import the plugin."""
        ...


def load(names: Iterable[str] | None = None, found: Iterable[Found] | None = None) -> Loaded:
    """Load the plugins that are installed, or those called *names*.

    Without *names* the environment variable CONGRESS_FLOW_PLUGINS says which, by names with commas
    between them (empty: none); unset, all are loaded. Never raises for a plugin at fault: it is
    refused, its report says why, and the shelf withholds every step, because the rules that are
    missing might have objected. The order in which plugins are found is nothing. Raises
    `UsageError` where *names* is one text: it would be read as its characters.
    """
    if isinstance(names, str):
        raise UsageError(f"load takes several names, not one text: [{names!r}]")
    points = sorted(_installed() if found is None else found, key=lambda point: point.name)
    chosen = _chosen(names)
    by_name: dict[str, list[Found]] = {name: [] for name in chosen or ()}
    for point in points:
        by_name.setdefault(point.name, []).append(point)
    box = Plugin("congress-flow")
    _take(box, _box())
    plugins = [Plugin(name, _version(by_name[name])) for name in sorted(by_name)]
    for plugin in plugins:
        plugin.chosen = chosen is None or plugin.name in chosen
        if plugin.chosen:
            _load_one(plugin, by_name[plugin.name])
    shelf = _shelve(box, [plugin for plugin in plugins if plugin.chosen])
    used = [box, *(plugin for plugin in plugins if plugin.state is PluginState.USED)]
    return Loaded(
        procedures=_by_id(used, Procedure),
        shelf=shelf,
        calendars=_by_id(used, Calendar),
        reports=tuple(plugin.report for plugin in plugins),
        optional=tuple(
            sorted((book for plugin in used for book in plugin.optional), key=lambda book: book.id)
        ),
        readings=tuple(_readings(used)),
    )


def _readings(plugins: Iterable[Plugin]) -> list[object]:
    """Return the readings that hold: of the fallback ones those needed that nobody else gives."""
    plugins = tuple(plugins)
    books = [book for plugin in plugins for book in plugin.named(Rulebook)]
    given = [each for plugin in plugins for each in plugin.gives(object)]
    kinds: set[type[object]] = {type(each) for each in given}
    spare = [each for plugin in plugins for each in plugin.fallback if type(each) not in kinds]
    return [*given, *wanted(books, spare)]


def _asking(plugins: Iterable[Plugin]) -> set[str]:
    """Return the books whose readings stand in for those of whoever is competent.

    A plugin may say how its own book is read where nobody else does; of another's book it cannot,
    or a plugin that was removed would open steps by the choices of one that stayed.
    """
    plugins = tuple(plugins)
    kinds: set[type[object]] = {type(each) for plugin in plugins for each in plugin.gives(object)}
    of_others = {
        type(each)
        for plugin in plugins
        for each in plugin.fallback
        if type(each) not in {*kinds, *(book.readings for book in plugin.named(Rulebook))}
    }
    books = (book for plugin in plugins for book in plugin.named(Rulebook))
    return {book.id for book in books if book.readings in of_others}


def _by_id(plugins: Iterable[Plugin], kind: type[Any]) -> tuple[Any, ...]:
    given = (value for plugin in plugins for value in plugin.gives(kind))
    return tuple(sorted(given, key=lambda each: each.id))


def _box() -> object:
    """Return the procedures in the box as a plugin like any other: they come by the same door."""

    class Box:
        @hookimpl
        def congress_flow_procedures(self) -> Iterable[Procedure[Any]]:
            # Imported when asked for: drawing them takes longer than all the rest of the library.
            from congress_flow.procedures.box import PROCEDURES  # noqa: PLC0415

            return PROCEDURES

    return Box()


def _installed() -> Iterable[Found]:
    # Imported when asked for: it takes as long as a good part of the rest of the library.
    from importlib.metadata import entry_points  # noqa: PLC0415

    return entry_points(group=GROUP)


def _version(points: Iterable[Found]) -> str:
    dists = (getattr(point, "dist", None) for point in points)
    return ", ".join(sorted({str(dist.version) for dist in dists if dist is not None}))


def _chosen(names: Iterable[str] | None) -> frozenset[str] | None:
    if names is not None:
        return frozenset(names)
    told = os.environ.get(VARIABLE)
    if told is None:
        return None
    return frozenset(name.strip() for name in told.split(",") if name.strip())


def _load_one(plugin: Plugin, points: list[Found]) -> None:
    """Import a plugin and take what it gives; whatever it does, the others go on."""
    if not points:
        plugin.refuse("không tìm thấy plugin này", "no such plugin is installed")
    elif len(points) > 1:
        plugin.refuse(
            f"có {len(points)} plugin cùng tên: không dùng plugin nào",
            f"{len(points)} plugins have this name: none of them is used",
        )
    else:
        try:
            _take(plugin, points[0].load())
        except (Exception, SystemExit) as crash:  # noqa: BLE001
            _crashed(plugin, "import", crash)


def _crashed(plugin: Plugin, where: str, crash: BaseException) -> None:
    try:
        said = str(crash)
    except Exception as mute:  # noqa: BLE001 - what a plugin raises may crash as well when it is told
        said = f"? ({type(mute).__name__})"
    what = f"{where}: {type(crash).__name__}: {said}"
    plugin.refuse(f"bị lỗi khi nạp, {what}", f"crashed, {what}")


def _take(plugin: Plugin, module: object) -> None:
    import pluggy  # noqa: PLC0415 - as above

    specify = pluggy.HookspecMarker(GROUP)
    for name in WANTED:
        specify(getattr(Hooks, name))
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Hooks)
    try:
        manager.register(module, plugin.name)
    except (pluggy.PluginValidationError, ValueError) as fault:
        plugin.refuse(f"hook sai: {fault}", f"a hook is not as specified: {fault}")
        return
    hooks = manager.get_hookcallers(module) or []
    for name in sorted(WANTED.keys() - {hook.name for hook in hooks}):
        if inspect.isroutine(getattr(module, name, None)):
            plugin.refuse(f"{name}: thiếu @hookimpl", f"{name}: is not marked with @hookimpl")
    if not hooks:
        plugin.refuse("không đưa ra gì: không có hook nào", "gives nothing: it has no hook")
    for hook in hooks:
        if hook.name not in WANTED:
            known = ", ".join(sorted(WANTED))
            plugin.refuse(
                f"không có hook {hook.name}; có: {known}",
                f"there is no hook {hook.name}; there are: {known}",
            )
        elif any(impl.hookwrapper or impl.wrapper for impl in hook.get_hookimpls()):
            plugin.refuse(
                f"{hook.name}: không nhận hook bao bọc", f"{hook.name}: wrappers are not taken"
            )
        else:
            _call(plugin, hook)


def _call(plugin: Plugin, hook: HookCaller) -> None:
    name = hook.name
    try:
        answers = hook()
        values = tuple(value for answer in answers for value in answer)
    except (Exception, SystemExit) as crash:  # noqa: BLE001 - whatever a hook does
        _crashed(plugin, name, crash)
        return
    if len(answers) != len(hook.get_hookimpls()):  # pluggy leaves None out
        plugin.refuse(f"{name}: trả về None", f"{name}: returned None")
    strange = sorted({type(value).__name__ for value in values if not _is_wanted(name, value)})
    if strange:
        wanted = "attrs" if name in {READINGS, FALLBACK} else WANTED[name].__name__
        plugin.refuse(
            f"{name}: trả về {', '.join(strange)}, không phải {wanted}",
            f"{name}: returned {', '.join(strange)}, which is no {wanted}",
        )
    else:
        plugin.given[name] = values


def _is_wanted(name: str, value: object) -> bool:
    if name in {READINGS, FALLBACK}:  # of a class of their own
        return attrs.has(type(value)) and not isinstance(value, Procedure | Calendar)
    # Not a class that stands on it: that could answer otherwise each time it is asked, or crash.
    return type(value) is WANTED[name]


def _shelve(box: Plugin, plugins: list[Plugin]) -> Shelf:
    """Put the books on a shelf; refuse the plugins whose books or readings cannot stand there."""
    for kind in (Procedure, Calendar, Rulebook):
        _refuse_twins(box, plugins, kind)
    used = plugins
    while True:
        used = [plugin for plugin in used if not plugin.problems]
        books = [book for plugin in used for book in plugin.gives(Rulebook)]
        optional = [book for plugin in used for book in plugin.optional]
        given = _readings(used)
        readings = wanted(books, given)
        # The shelf must stand without the optional books, and with them.
        faults = (*unfit(books, readings), *unfit([*books, *optional], given))
        if not faults:
            break
        # All at once and then again without them, so that the order is nothing.
        for plugin in used:
            own = [id(each) for kind in (Rulebook, object) for each in plugin.named(kind)]
            reasons = {text for value, text in faults if id(value) in own}
            for text in sorted(reasons, key=lambda text: text.en):
                plugin.problems.append(Problem(plugin.name, text))
    problems = [problem for plugin in (box, *plugins) for problem in plugin.problems]
    return Shelf(books, readings, problems, asking=_asking(used))


def _refuse_twins(box: Plugin, plugins: list[Plugin], kind: type[Any]) -> None:
    """Refuse the plugins that give values of one id. What is in the box stands, whoever comes."""
    ids = [value.id for plugin in (box, *plugins) for value in plugin.named(kind)]
    for plugin in plugins:
        for name in sorted({value.id for value in plugin.named(kind)}):
            if ids.count(name) > 1:
                plugin.refuse(
                    f"{kind.__name__} {name} có ở nhiều nơi",
                    f"{kind.__name__} {name} is given more than once",
                )
