"""The written list of public names, and how it is written.

`docs/reference/names.md` is the list. A name that comes, goes or changes its kind makes a test fail
until the list says so too: `python -m tests.surroundings.names` writes it anew, and the change of
the public face stands in the diff for everyone to read.
"""

from __future__ import annotations

import ast
import enum
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Final

import congress_flow

PAGE: Final = Path(__file__).parents[2] / "docs" / "reference" / "names.md"

_HEAD: Final = """\
# Names

Every public name, module by module. A name that is not listed here is private and may change
without notice.
"""
_FOOT: Final = "\nBack to the [reference](index.md).\n"


def public_modules() -> Iterator[ModuleType]:
    """Yield `congress_flow` and each module below it whose path has no underscore in front."""
    yield congress_flow
    for found in pkgutil.walk_packages(congress_flow.__path__, "congress_flow."):
        if not any(part.startswith("_") for part in found.name.split(".")):
            yield importlib.import_module(found.name)


def public_names(module: ModuleType) -> list[str]:
    """Return the names of *module* that anyone may use, in order.

    They are `__all__` where there is one. Elsewhere they are the names without an underscore that
    the module binds at its top level: by a definition, an assignment, or an import that hands the
    name on (`from ... import X as X`). Type checkers read a module with `py.typed` in the same way.
    """
    declared: list[str] | None = getattr(module, "__all__", None)
    if declared is None:
        tree = ast.parse(inspect.getsource(module))
        declared = [name for statement in tree.body for name in _bound(statement)]
    return sorted(name for name in declared if not name.startswith("_"))


def _bound(statement: ast.stmt) -> Iterator[str]:
    match statement:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.ImportFrom(names=names) | ast.Import(names=names):
            yield from (each.name for each in names if each.asname == each.name)
        case ast.Assign(targets=targets):
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=body):
            # Imported when first asked for; that each is there is what the test of the names shows.
            yield from (name for each in body for name in _bound(each))
        case _:
            pass


def kind_of(value: object) -> str:
    """Return what *value* is, in a word or two."""
    if isinstance(value, ModuleType):
        return "module"
    if inspect.isclass(value):
        if issubclass(value, BaseException):
            return "error"
        return "enumeration" if issubclass(value, enum.Enum) else "class"
    if inspect.isroutine(value):
        return "function"
    return "value"


def summary_of(value: object) -> str:
    """Return the first paragraph of the docstring of a class, function or module; else nothing."""
    if kind_of(value) == "value":
        return ""
    return " ".join((inspect.getdoc(value) or "").split("\n\n")[0].split())


def page() -> str:
    """Return the list of public names as a Markdown page."""
    return _HEAD + "".join(_section(module) for module in public_modules()) + _FOOT


def _section(module: ModuleType) -> str:
    lines = [f"\n## `{module.__name__}`\n", f"{summary_of(module)}\n"]
    names = public_names(module)
    if names:
        lines += ["| name | kind | what it is |", "|---|---|---|"]
    for name in names:
        value: object = getattr(module, name)
        shown = re.sub(r"\|", r"\\|", summary_of(value) or _of_type(value))
        lines.append(f"| `{name}` | {kind_of(value)} | {shown} |")
    return "\n".join(lines) + ("\n" if names else "")


def _of_type(value: object) -> str:
    kind = type(value)
    return f"a `{kind.__name__}`" if kind.__module__.startswith("congress_flow") else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
