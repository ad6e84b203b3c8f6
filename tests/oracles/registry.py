"""Which function answers which kind of worked case.

A module in `adapters/` turns the input of a case into a call of the public API and the result into
the words of the case. It registers its functions by kind:

    @answers("share")
    def share_case(given: Table, context: Context) -> Facts: ...

Every module of `adapters/` is found by itself; nothing has to be listed anywhere else.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeGuard

import attrs

from congress_flow._text import nfc

Table = Mapping[str, Any]
CASES: Final = Path(__file__).parent / "cases"
"""The worked cases of the handbook."""
MORE: Final = Path(__file__).parent / "more"
"""More of them, at the edges; their answers were computed from the handbook, not by the library."""


class Facts(dict[str, Any]):
    """What an adapter answers: these keys and no others, each equal to what is expected.

    `also` holds what the answer knows besides and the format does not always print: such a key may
    be missing from what is expected, but if it stands there it must be equal.
    """

    def __init__(self, facts: Mapping[str, Any] | None = None, **also: Any) -> None:
        super().__init__(facts or {})
        self.also: dict[str, Any] = also


@attrs.frozen(kw_only=True)
class Context:
    """Where a case stands: its folder, its file as read, and the option it is asked under.

    `option` is empty, or the name that an `alternative` of the case gives to another reading.
    """

    folder: Path
    document: Table
    option: str = ""

    def beside(self, file: str) -> Table:
        """Return another file of the same folder, e.g. `deadlines.toml` for its calendar.

        A folder may leave a file out: then the one of the project is meant.
        """
        here = self.folder / file
        path = here if here.exists() else CASES / file
        return tomllib.loads(path.read_text(encoding="utf-8"))


Adapter = Callable[[Table, Context], Mapping[str, Any]]
ADAPTERS: Final[dict[str, Adapter]] = {}


def answers(*kinds: str) -> Callable[[Adapter], Adapter]:
    """Register the decorated function for *kinds*; two functions for one kind are an error."""

    def register(function: Adapter) -> Adapter:
        for kind in kinds:
            if ADAPTERS.setdefault(kind, function) is not function:
                raise ValueError(f"two adapters for the kind {kind!r}")
        return function

    return register


@functools.cache
def _load() -> tuple[str, ...]:
    """Import every adapter; return what could not be imported, which fails its own kinds alone."""
    broken: list[str] = []
    folder = Path(__file__).parent / "adapters"
    for module in pkgutil.iter_modules([str(folder)]):
        try:
            importlib.import_module(f"tests.oracles.adapters.{module.name}")
        except ImportError as error:
            broken.append(f"{module.name}: {error}")
    return tuple(broken)


def adapter_of(kind: str) -> Adapter:
    """Return the function for *kind*. Raises `LookupError` naming the kinds there are."""
    broken = _load()
    try:
        return ADAPTERS[kind]
    except KeyError:
        message = f"no adapter for the kind {kind!r}; there are {sorted(ADAPTERS)}"
        if broken:
            message += f"; not imported: {'; '.join(broken)}"
        raise LookupError(message) from None


def only_answer(found: Iterable[Facts]) -> Facts:
    """Return the answer that several laws give alike. Raises `AssertionError` where they differ."""
    first, *others = found
    for other in others:
        assert (first, first.also) == (other, other.also), f"the laws differ: {first} and {other}"
    return first


def differences(expected: object, got: object, path: str = "") -> Iterator[str]:
    """Yield each spot where *got* is not what is *expected*, with both.

    Lists of names are compared as sets: equal votes have no order of their own.
    """
    if _is_table(expected) and _is_table(got):
        yield from _between(expected, got, path)
    elif _are_tables(expected) and _is_list(got):
        if len(expected) != len(got):
            yield f"{path}: expected {len(expected)} entries, got {len(got)}"
        for number, (one, other) in enumerate(zip(expected, got, strict=False)):
            yield from differences(one, other, f"{path}[{number}]")
    elif _bare(expected) != _bare(got):
        yield f"{path}: expected {expected!r}, got {got!r}"


def _between(expected: Table, got: Table, path: str) -> Iterator[str]:
    also = got.also if isinstance(got, Facts) else {}
    for key in sorted({*expected, *got}):
        spot = f"{path}.{key}" if path else key
        if key not in expected:
            yield f"{spot}: not expected, got {got[key]!r}"
        elif key in got or key in also:
            yield from differences(expected[key], got[key] if key in got else also[key], spot)
        else:
            yield f"{spot}: expected {expected[key]!r}, got nothing"


def _is_table(value: object) -> TypeGuard[Table]:
    return isinstance(value, Mapping)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)


def _are_tables(value: object) -> TypeGuard[Sequence[Table]]:
    return _is_list(value) and any(map(_is_table, value))


def _bare(value: object) -> object:
    """Return *value* so that lists compare as sets, texts in NFC, and True is not 1."""
    if _is_list(value):
        return sorted((_bare(each) for each in value), key=repr)
    if isinstance(value, str):
        return nfc(value)
    return (type(value), value) if isinstance(value, bool) else value
