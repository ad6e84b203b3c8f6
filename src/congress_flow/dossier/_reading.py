"""Reading a dossier: from bytes to tables, with all problems at once and never a traceback."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, cast, get_args

import attrs

from congress_flow._procedure import Procedure
from congress_flow._text import Text
from congress_flow.dossier._blemishes import blemishes
from congress_flow.dossier._dossier import Dossier, Tables
from congress_flow.dossier._filing import filed
from congress_flow.dossier._lines import Lines
from congress_flow.dossier._references import reference_problems
from congress_flow.dossier._structuring import make_converter, structured
from congress_flow.dossier._syntax import decoded, toml
from congress_flow.dossier._tables import Head
from congress_flow.dossier._values import list_of, nearest, table_key, table_of, with_hint
from congress_flow.errors import BadInput, Problem

FORMAT: Final = "congress-dossier"
VERSION: Final = 1
MAX_BYTES: Final = 8 * 1024 * 1024
"""A larger file is refused before it is read: a dossier of a province has less than one MB."""

_CONVERTER: Final = make_converter()


@attrs.frozen(slots=True, weakref_slot=False, eq=False)
class Source:
    """A dossier as its file tells it: the text, and the tables as they stand in it."""

    text: str = attrs.field(repr=False)
    raw: Mapping[str, Any] = attrs.field(repr=False)


def read(path: Path | str, procedures: Iterable[Procedure[Any]]) -> Dossier:
    """Read the dossier in a file, its acts as events of *procedures*.

    Raises `BadInput` with every problem: what the file is, its TOML, its tables, keys and values,
    its references, its acts.
    """
    return made(source(path), procedures)


def parse(content: bytes, procedures: Iterable[Procedure[Any]]) -> Dossier:
    """Read the dossier in *content* (UTF-8, TOML). Raises `BadInput` as `read` does."""
    return made(source(content), procedures)


def source(origin: Path | str | bytes) -> Source:
    """Return what a file, or its content, tells. Raises `BadInput` for what is no dossier."""
    path, content = "", origin
    if not isinstance(content, bytes):
        path, content = str(content), _content(Path(content))
    if len(content) > MAX_BYTES:
        limit = f"{MAX_BYTES // (1024 * 1024)} MB"
        raise BadInput([Problem(path, Text(f"lớn quá {limit}", f"larger than {limit}"))])
    text = decoded(content)
    raw = toml(text)
    if "dossier" not in raw:
        none = Text("thiếu bảng này: không phải hồ sơ đại hội", "missing: this is no dossier")
        raise BadInput([Problem("dossier", none)])
    return Source(text, raw)


def made(told: Source, procedures: Iterable[Procedure[Any]]) -> Dossier:
    """Return the dossier that a source tells. Raises `BadInput` with all that is wrong in it."""
    text, raw = told.text, told.raw
    problems = list(blemishes(text, raw))
    lines = Lines.of(text, raw)
    tables = _tables(raw, problems)
    problems += reference_problems(tables, raw)
    dossier = filed(tables, procedures, lines, problems)
    if problems:
        raise _bad(problems, lines)
    return dossier


def _bad(problems: Iterable[Problem], lines: Lines) -> BadInput:
    placed = sorted(problems, key=lambda problem: lines.find(problem.path))
    return BadInput(lines.told(problem) for problem in placed)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        known = _OF_FILES.get(error.errno or 0, why) if isinstance(error, OSError) else why
        text = Text(f"không đọc được tệp: {known}", f"the file cannot be read: {why}")
        raise BadInput([Problem(str(path), text)]) from None
    return content


# What the system says of a file that it cannot read, in Vietnamese.
_OF_FILES: Final[Mapping[int, str]] = {
    errno.ENOENT: "không có tệp này",
    errno.EISDIR: "đây là thư mục",
    errno.EACCES: "không có quyền đọc",
    errno.EPERM: "không có quyền đọc",
    errno.ENOTDIR: "đường dẫn không đúng",
    errno.ENAMETOOLONG: "tên tệp quá dài",
}


FIELDS: Final = {table_key(field): field for field in attrs.fields(attrs.resolve_types(Tables))}
"""The tables, by the names that they have in a file."""


def _tables(raw: Mapping[str, Any], problems: list[Problem]) -> Tables:
    """Return the tables; a row that has a problem stands in them without what is wrong in it."""
    found: dict[str, Any] = {}
    for name, value in raw.items():
        field = FIELDS.get(name)
        if field is None:
            text = Text("không có bảng này", "there is no such table")
            problems.append(Problem(name, with_hint(text, nearest(name, FIELDS))))
        elif field.default == ():
            found[field.name] = tuple(_rows(name, value, get_args(field.type)[0], problems))
        else:
            found.update(_single(field, value, problems))
    # Where the head has a problem the rest is still looked at; no dossier comes of it.
    head = found.setdefault("head", Head(format=FORMAT, version=VERSION))
    if (head.format, head.version) != (FORMAT, VERSION):
        text = Text(
            f"chỉ đọc được “{FORMAT}” phiên bản {VERSION}",
            f"only “{FORMAT}” version {VERSION} can be read",
        )
        key = "version" if head.format == FORMAT else "format"
        raise BadInput([Problem(f"dossier.{key}", text)])
    return Tables(**found)


def _rows(name: str, value: object, kind: type[Any], problems: list[Problem]) -> Iterator[Any]:
    single = name == "article" and table_of(value) is not None
    rows = [value] if single else list_of(value)
    if rows is None:
        text = Text(f"bảng lặp lại: viết [[{name}]]", f"a repeated table: write [[{name}]]")
        problems.append(Problem(name, text))
        return
    for index, row in enumerate(rows):
        path = name if single else f"{name}[{index}]"
        result = _made_of(row, kind, path, problems)
        if result is not None:
            yield attrs.evolve(result, place=path)


def _single(
    field: attrs.Attribute[Any], value: object, problems: list[Problem]
) -> Mapping[str, object]:
    name = table_key(field)
    if isinstance(value, list):
        text = Text(f"bảng chỉ có một: viết [{name}]", f"a table that stands once: write [{name}]")
        problems.append(Problem(name, text))
        return {}
    kind: Any = field.type
    result = _made_of(value, kind, name, problems)
    if result is None:
        return {}
    return {field.name: attrs.evolve(result, place=name) if attrs.has(kind) else result}


def _made_of(value: object, kind: type[Any], path: str, problems: list[Problem]) -> Any:  # noqa: ANN401 - a row
    """Return a row; where it has a problem, what remains of it, or None if that is no row.

    No dossier comes of what remains: it is only looked at further, so that the other faults of the
    row are told as well, and none that comes of its absence.
    """
    found: object = structured(_CONVERTER, value, kind, path)
    if not isinstance(found, tuple):
        return found
    told = cast("tuple[Problem, ...]", found)
    problems += told
    inside = len(path) + 1
    spoilt = {re.split(r"[.\[]", each.path[inside:])[0] for each in told}
    sound = {key: each for key, each in (table_of(value) or {}).items() if key not in spoilt}
    rest = structured(_CONVERTER, sound, kind, path)
    return None if isinstance(rest, tuple) else rest
