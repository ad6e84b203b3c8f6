"""The format of dossiers as JSON Schema, for editors and other programs.

It describes the file as TOML tools hand it on: a day is text in the form 2020-05-28. References
between rows, and the facts of acts, are checked only by reading the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from types import NoneType
from typing import Any, Final, get_args, get_origin

import attrs

from congress_flow.dossier._dossier import Tables
from congress_flow.dossier._structuring import is_optional
from congress_flow.dossier._values import NONE, UNKNOWN, table_key

Schema = dict[str, Any]

_LEAVES: Final[Mapping[Any, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    bool: {"type": "boolean"},
    Fraction: {"type": "number", "minimum": 0},
    date: {"type": "string", "format": "date"},
    object: {},
}


def dossier_schema() -> Schema:
    """Return the JSON Schema of version 1 of the format, with its extensions."""
    definitions: dict[str, Schema] = {}
    properties: Schema = {}
    for field in attrs.fields(attrs.resolve_types(Tables)):
        schema = _of(field.type, definitions)
        if field.name == "articles":  # one, or several
            schema = {"anyOf": [schema, schema["items"]]}
        properties[table_key(field)] = schema
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "congress-flow dossier",
        "type": "object",
        "properties": properties,
        "required": ["dossier"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _of(kind: Any, definitions: dict[str, Schema]) -> Schema:  # noqa: ANN401 - a type
    if kind in _LEAVES:
        return _LEAVES[kind]
    if is_optional(kind):
        return _or_not(get_args(kind), definitions)
    if get_origin(kind) is tuple:
        element = get_args(kind)[0]
        array = {"type": "array", "items": _of(element, definitions)}
        return {"anyOf": [array, _LEAVES[str]]} if element is str else array
    if get_origin(kind) is Mapping:
        return {"type": "object", "additionalProperties": _of(get_args(kind)[1], definitions)}
    if issubclass(kind, Enum):
        return {"enum": [member.value for member in kind]}
    return _table(kind, definitions)


def _or_not(kinds: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    known = [_of(kind, definitions) for kind in kinds if kind is not NoneType]
    return {"anyOf": [*known, {"enum": [UNKNOWN, NONE]}]}


def _table(kind: type[Any], definitions: dict[str, Schema]) -> Schema:
    fields = [
        field for field in attrs.fields(attrs.resolve_types(kind)) if "place" not in field.metadata
    ]
    named = [field for field in fields if "rest" not in field.metadata]
    definitions[kind.__name__] = {
        "type": "object",
        "description": (kind.__doc__ or "").partition("\n")[0],
        "properties": {table_key(field): _field(field, definitions) for field in named},
        "required": [table_key(field) for field in named if field.default is attrs.NOTHING],
        "additionalProperties": len(named) < len(fields),
    }
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _field(field: attrs.Attribute[Any], definitions: dict[str, Schema]) -> Schema:
    schema = _of(field.type, definitions)
    if "hook" in field.metadata:  # a number may stand for its printed form
        return {"anyOf": [schema, {"type": "number"}]}
    return schema
