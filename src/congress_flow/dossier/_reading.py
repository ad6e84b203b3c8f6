"""Reading a dossier: from bytes to tables, with all problems at once and never a traceback."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, get_args

import attrs

from congress_flow._procedure import Procedure
from congress_flow._text import Text
from congress_flow.dossier._dossier import Dossier, Tables
from congress_flow.dossier._filing import filed
from congress_flow.dossier._lines import Lines
from congress_flow.dossier._references import reference_problems
from congress_flow.dossier._structuring import make_converter, structured
from congress_flow.dossier._tables import Head
from congress_flow.dossier._values import list_of, nearest, table_key, table_of, with_hint
from congress_flow.errors import BadInput, Problem

FORMAT: Final = "congress-dossier"
VERSION: Final = 1
MAX_BYTES: Final = 8 * 1024 * 1024
"""A larger file is refused before it is read: a dossier of a province has less than one MB."""

_PLACE: Final = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
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
    text = _text(content)
    raw = _toml(text)
    if "dossier" not in raw:
        none = Text("thiếu bảng này: không phải hồ sơ đại hội", "missing: this is no dossier")
        raise BadInput([Problem("dossier", none)])
    return Source(text, raw)


def made(told: Source, procedures: Iterable[Procedure[Any]]) -> Dossier:
    """Return the dossier that a source tells. Raises `BadInput` with all that is wrong in it."""
    text, raw = told.text, told.raw
    problems = list(_uncomposed(raw)) if not unicodedata.is_normalized("NFC", text) else []
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
        text = Text(f"không đọc được tệp: {why}", f"the file cannot be read: {why}")
        raise BadInput([Problem(str(path), text)]) from None
    return content


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text = Text(
            f"không phải UTF-8 ở dòng {line}: lưu lại tệp với bảng mã UTF-8",
            f"not UTF-8 on line {line}: save the file in the encoding UTF-8",
        )
        raise BadInput([Problem(f"{line}", text)]) from None


def number(words: str) -> Fraction:
    """Return a number with decimals exactly. Raises `ValueError` for other floats of TOML."""
    if not re.fullmatch(r"[+-]?[\d_]{1,30}\.[\d_]{1,30}", words):
        msg = f"not a number with decimals: {words[:40]}"
        raise ValueError(msg)
    return Fraction(words)


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=number)
    except RecursionError:
        why, path = "nested too deep", ""
    except ValueError as error:  # also TOMLDecodeError
        why, path = str(error), ""
        if place := _PLACE.fullmatch(why):
            path = f"{place[2]}:{place[3]}" if place[2] else ""
    raise BadInput(
        [Problem(path, Text(f"sai cú pháp TOML: {why}", f"not valid TOML: {why}"))]
    ) from None


def _uncomposed(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield one problem for text that is not in composed form; it is often a whole file of it."""
    paths = [path for path, words in _all_words(raw, "") if not _composed(words)]
    if paths:
        more = len(paths) - 1
        yield Problem(
            paths[0],
            Text(
                "chữ ở dạng tổ hợp rời (NFD), phải là dạng dựng sẵn (NFC)"
                + (f"; và {more} chỗ khác" if more else ""),
                "text in decomposed form (NFD), must be composed (NFC)"
                + (f"; and {more} more places" if more else ""),
            ),
        )


def _composed(words: str) -> bool:
    return unicodedata.is_normalized("NFC", words)


def _all_words(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    for index, each in enumerate(list_of(value) or ()):
        yield from _all_words(each, f"{path}[{index}]")
    for key, each in (table_of(value) or {}).items():
        further = f"{path}.{key}" if path else key
        yield further, key
        yield from _all_words(each, further)


FIELDS: Final = {table_key(field): field for field in attrs.fields(attrs.resolve_types(Tables))}
"""The tables, by the names that they have in a file."""


def _tables(raw: Mapping[str, Any], problems: list[Problem]) -> Tables:
    """Return the tables, without the rows that have a problem."""
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
        raise BadInput([Problem("dossier.format", text)])
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
        result = structured(_CONVERTER, row, kind, path)
        if isinstance(result, tuple):
            problems += result
        else:
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
    result = structured(_CONVERTER, value, kind, name)
    if isinstance(result, tuple):
        problems += result
        return {}
    return {field.name: attrs.evolve(result, place=name) if attrs.has(kind) else result}
