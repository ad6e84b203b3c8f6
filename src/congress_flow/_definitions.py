"""What is ill-formed in what an author defines. Each fault is told, so that all come at once."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, cast

from congress_flow._procedure import Step
from congress_flow._sources import Citation, InForce, Instrument, Level
from congress_flow._text import Text
from congress_flow.errors import DefinitionError

BOOK_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")

_BY_POSITION: Final = (
    inspect.Parameter.POSITIONAL_ONLY,
    inspect.Parameter.POSITIONAL_OR_KEYWORD,
)


def refuse(what: str, faults: Iterable[str]) -> None:
    """Raise `DefinitionError` with all *faults* of *what*, where there are any."""
    found = tuple(faults)
    if found:
        raise DefinitionError(f"{what}: " + "; ".join(found))


def mistyped(**given: tuple[object, type[Any]]) -> Iterator[str]:
    """Yield each of the arguments *given*, as a pair of value and type, that is not of its type."""
    for name, (value, kind) in given.items():
        if not isinstance(value, kind):
            yield f"{name} must be a {kind.__name__}, not {value!r}"


def several(name: str, values: object, kind: type[Any]) -> Iterator[str]:
    """Yield what is wrong with *values*, which must be a tuple of *kind*."""
    # One text would be read as its characters.
    if not isinstance(values, tuple) or not all(
        isinstance(each, kind) for each in cast("tuple[object, ...]", values)
    ):
        yield f"{name} must be several of {kind.__name__}, not {values!r}"


def taken(values: object) -> Any:  # noqa: ANN401 - `several` looks at what it holds
    """Return *values* as a tuple; a text, or what is no series, as it is."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        return values
    return tuple(cast("Iterable[object]", values))


def name_of(function: object) -> str:
    """Return the name by which *function* would stand in a book."""
    name: str = getattr(function, "__name__", type(function).__name__)
    return name


def misformed(function: object, *takes: tuple[str, ...]) -> Iterator[str]:
    """Yield what keeps *function* from being asked with one of the series of arguments *takes*."""
    if not inspect.isfunction(function) or not function.__name__.isidentifier():
        yield "it must be a function with a name, written with def"
        return
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        yield "it must not be async: nobody waits for it"
    parameters = inspect.signature(function).parameters.values()
    plain = all(each.kind in _BY_POSITION and each.default is each.empty for each in parameters)
    if not plain or len(parameters) not in {len(names) for names in takes}:
        ways = " or ".join(f"({', '.join(names)})" for names in takes)
        yield f"it must take {ways}, by position and without defaults"


def ill_told(book: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is ill-formed in what a book is told of itself."""
    if not BOOK_NAME.fullmatch(str(book["id"])):
        yield "a rulebook is named in lower case"
    kinds: dict[str, type[Any]] = {
        "id": str,
        "level": Level,
        "in_force": InForce,
        "title": Text,
        "version": str,
        "readings": type,
        "founds": InForce,
    }
    yield from mistyped(**{name: (book[name], kind) for name, kind in kinds.items()})
    yield from several("needs", book["needs"], str)
    yield from several("tightens", book["tightens"], str)
    yield from several("instruments", book["instruments"], Instrument)


def ill_tied(steps: tuple[object, ...]) -> Iterator[str]:
    """Yield what is wrong with the steps that a rule is tied to."""
    if not steps or not all(isinstance(step, Step) for step in steps):
        yield "it must be tied to the steps it guards"
    elif len(set(steps)) < len(steps):
        yield "it is tied to a step twice"


def saying(
    cites: object, title: object, in_force: object, subject: object, encodes: object
) -> dict[str, Any]:
    """Return what is said of a rule or duty, for `ill_said` to look at."""
    return {
        "citations": cites if isinstance(cites, tuple) else (cites,),
        "title": title,
        "in_force": in_force,
        "subject": subject,
        "encodes": taken(encodes),
    }


def ill_said(say: Mapping[str, Any], book: InForce) -> Iterator[str]:
    """Yield what is ill-formed in what is said of a rule or duty of a book that holds as *book*."""
    if not isinstance(say["title"], Text):
        yield "it needs a title in both languages"
    spans = list(mistyped(in_force=(say["in_force"], InForce)))
    yield from (*spans, *mistyped(subject=(say["subject"], str)))
    yield from several("encodes", say["encodes"], str)
    citations: tuple[object, ...] = say["citations"]
    if not citations or not all(isinstance(each, Citation) for each in citations):
        yield "it must cite its instrument"
    elif not spans:
        yield from untimely(cast("Citation", citations[0]), say["in_force"], book)


def untimely(first: Citation, in_force: InForce, book: InForce) -> Iterator[str]:
    """Yield why what rests on *first* would begin before it, or hold on no day."""
    if in_force.since is not None and in_force.since < first.instrument.earliest:
        yield f"it would hold before its instrument ({first.instrument.issued})"
    elif span_of(first, in_force, book) is None:
        yield "it would never hold: book, instrument and rule have no day in common"


def span_of(first: Citation, in_force: InForce, book: InForce) -> InForce | None:
    """Return the days common to *in_force*, the *book*, and the instrument cited *first*."""
    span: InForce | None = in_force & book
    for further in (first.instrument.in_force, InForce(first.instrument.earliest)):
        span = None if span is None else span & further
    return span
