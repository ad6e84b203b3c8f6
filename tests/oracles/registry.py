"""Which function answers which kind of worked case.

A module in `adapters/` turns the input of a case into a call of the public API and the result into
the words of the case. It registers its functions by kind:

    @answers("share")
    def share_case(given: Table, context: Context) -> Facts: ...

Every module of `adapters/` is found by itself; nothing has to be listed anywhere else.
"""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

Table = Mapping[str, Any]


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
        """Return another file of the same folder, e.g. `deadlines.toml` for its calendar."""
        return tomllib.loads((self.folder / file).read_text(encoding="utf-8"))


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


def adapter_of(kind: str) -> Adapter:
    """Return the function for *kind*. Raises `LookupError` naming the kinds there are."""
    if not ADAPTERS:
        folder = Path(__file__).parent / "adapters"
        for module in pkgutil.iter_modules([str(folder)]):
            importlib.import_module(f"tests.oracles.adapters.{module.name}")
    try:
        return ADAPTERS[kind]
    except KeyError:
        raise LookupError(
            f"no adapter for the kind {kind!r}; there are {sorted(ADAPTERS)}"
        ) from None


def differences(expected: Any, got: Any, path: str = "") -> Iterator[str]:
    """Yield each spot where *got* is not what is *expected*, with both.

    Lists of names are compared as sets: equal votes have no order of their own.
    """
    if isinstance(expected, Mapping) and isinstance(got, Mapping):
        also = got.also if isinstance(got, Facts) else {}
        for key in sorted({*expected, *got}):
            spot = f"{path}.{key}" if path else str(key)
            if key not in expected:
                yield f"{spot}: not expected, got {got[key]!r}"
            elif key in got:
                yield from differences(expected[key], got[key], spot)
            elif key in also:
                yield from differences(expected[key], also[key], spot)
            else:
                yield f"{spot}: expected {expected[key]!r}, got nothing"
    elif _tables(expected) and _tables(got):
        if len(expected) != len(got):
            yield f"{path}: expected {len(expected)} entries, got {len(got)}"
        for number, (one, other) in enumerate(zip(expected, got, strict=False)):
            yield from differences(one, other, f"{path}[{number}]")
    elif _bare(expected) != _bare(got):
        yield f"{path}: expected {expected!r}, got {got!r}"


def _tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and any(isinstance(each, Mapping) for each in value)


def _bare(value: Any) -> Any:
    if isinstance(value, list | tuple):
        names = [_bare(each) for each in value]
        return sorted(names, key=repr)
    # 1 and True are one to python, but not to a reader of a case.
    return (type(value).__name__, value) if isinstance(value, bool) else value
