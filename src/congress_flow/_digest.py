"""The digest of a book's law: its facts, and all the code that its functions come from.

A rule rarely says all that it asks: figures stand in tables, and what rules share in helpers beside
them. So the whole package of each function counts, every module of it. Where no source can be read
(a prompt, an archive, modules that were only delivered compiled) the code of the functions counts
instead, which other versions of Python write otherwise.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from enum import Enum
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, Final, cast

import attrs

_ADDRESS: Final = re.compile(r" at 0x[0-9a-fA-F]+")
_OWN: Final = __name__.partition(".")[0]
_PLAIN: Final = (str, int, type(None))


def digest(facts: object, functions: Iterable[Callable[..., Any]]) -> str:
    """Return the SHA-256 of *facts*, which JSON can hold, and of the code behind *functions*."""
    seen = _Seen()
    held = [seen.value(each) for each in functions]
    told = [facts, held, sorted(seen.sources.items(), key=lambda item: item[0])]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


@attrs.frozen(slots=True, weakref_slot=False, eq=False)
class _Seen:
    """What was met on the way: functions, each told once, and the source of their packages."""

    functions: set[object] = attrs.field(factory=set[object])
    sources: dict[str, str] = attrs.field(factory=dict[str, str])
    readable: dict[str, bool] = attrs.field(factory=dict[str, bool])
    within: list[int] = attrs.field(factory=list[int])

    def function(self, function: FunctionType) -> object:
        """Tell what a function is given when it is made; its code where that cannot be read."""
        name = [function.__module__, function.__qualname__]
        if function in self.functions:
            return name
        self.functions.add(function)
        told: list[object] = [
            *(cell.cell_contents for cell in function.__closure__ or ()),
            *(function.__defaults__ or ()),
            *(function.__kwdefaults__ or {}).values(),
        ]
        if not self._readable(function.__module__):
            told += [function.__code__, *_looked_up(function)]
        return [*name, *(self.value(each) for each in told)]

    def _readable(self, module: str) -> bool:
        """Whether the source of *module* counts, with that of its whole package."""
        if module not in self.readable:
            root = _root(module)
            if root not in self.sources and root != _OWN:  # what the library does is no law
                self.sources[root] = _source(root)
            self.readable[module] = root == _OWN or bool(self.sources[root])
        return self.readable[module]

    def value(self, value: object) -> object:
        """Tell a value: the same words for the same value, in whatever process."""
        if isinstance(value, Enum):
            return [type(value).__qualname__, value.name]
        if isinstance(value, _PLAIN):
            return value
        if isinstance(value, FunctionType):
            return self.function(value)
        if isinstance(value, type | ModuleType):
            return value.__name__
        if id(value) in self.within:  # a value that holds itself
            return type(value).__qualname__
        self.within.append(id(value))
        told = [type(value).__qualname__, self._parts(value)]
        self.within.pop()
        return told

    def _parts(self, value: object) -> object:
        if isinstance(value, CodeType):
            return [value.co_code.hex(), value.co_names, self.value(value.co_consts)]
        if isinstance(value, Mapping):
            items = cast("Mapping[object, object]", value).items()
            return [[self.value(key), self.value(each)] for key, each in items]
        if isinstance(value, tuple | list):
            return [self.value(each) for each in cast("tuple[object, ...]", value)]
        if isinstance(value, AbstractSet):
            members = [self.value(each) for each in cast("AbstractSet[object]", value)]
            return sorted(members, key=lambda each: json.dumps(each, ensure_ascii=False))
        if attrs.has(type(value)):
            fields = attrs.fields(cast("type[attrs.AttrsInstance]", type(value)))
            return [self.value(getattr(value, field.name, None)) for field in fields]
        return _ADDRESS.sub("", repr(value))


def _looked_up(function: FunctionType) -> list[object]:
    """Return what the code of *function* finds under the names it uses, but no foreign functions.

    These are told by their names: what they do is not the law of the book.
    """
    known = function.__globals__
    found = (known[name] for name in _names(function.__code__) if name in known)
    return [
        each
        for each in found
        if not isinstance(each, FunctionType) or each.__module__ == function.__module__
    ]


def _names(code: CodeType) -> list[str]:
    """Return the names that *code* uses, those of the code within it too, each once."""
    inner = (each for each in code.co_consts if isinstance(each, CodeType))
    return list(dict.fromkeys([*code.co_names, *(name for each in inner for name in _names(each))]))


def _root(module: str) -> str:
    """Return the outermost package of *module*, or *module* where it stands in none."""
    parts = module.split(".")
    for length in range(1, len(parts) + 1):
        name = ".".join(parts[:length])
        file = _file(name)
        if file is not None and file.stem == "__init__":
            return name
    return module


def _file(module: str) -> Path | None:
    file = getattr(sys.modules.get(module), "__file__", None)
    return None if file is None else Path(file)


def _source(root: str) -> str:
    """Return the digest of all modules of a package, or of one module; empty where unreadable.

    Modules that stand together in a folder without `__init__` are taken for a package as well.
    """
    file = _file(root)
    if file is None or file.suffix != ".py":
        return ""
    together = file.stem == "__init__" or "." in root
    folder = file.parent
    whole = hashlib.sha256()
    try:
        found = folder.rglob("*.py") if together else [file]
        files = {each.relative_to(folder).as_posix(): each for each in found}
        for name in sorted(files):
            text = files[name].read_bytes().replace(b"\r\n", b"\n")  # as on every system
            whole.update(f"{name} {len(text)}\n".encode())
            whole.update(text)
    except OSError:
        return ""
    return whole.hexdigest() if files else ""
