"""The JSON Schema of the format says the same as the reader."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs
import jsonschema
import pytest

from congress_flow.dossier import Tables, dossier_schema
from congress_flow.dossier._values import list_of, table_key, table_of
from tests.dossier.made import Raw, attested, bare, recorded, written
from tests.dossier.test_reading import ARTICLE, WRONG

SCHEMA = dossier_schema()
# What only the reader can tell: references, days that are none, the meaning of a step.
BEYOND = ("id", "source", "act", "for", "step", "from", "document", "votes", "date", "person")


def as_json(value: Any) -> Any:
    """Return a TOML value as tools hand it on to a schema: a day as text."""
    table, rows = table_of(value), list_of(value)
    if table is not None:
        return {key: as_json(each) for key, each in table.items()}
    if rows is not None:
        return [as_json(each) for each in rows]
    return value.isoformat() if isinstance(value, date) else value


def is_valid(schema: Mapping[str, Any], value: Any) -> bool:
    """Return whether a value keeps to a schema."""
    try:
        jsonschema.validate(value, schema, jsonschema.Draft202012Validator)
    except jsonschema.ValidationError:
        return False
    return True


def valid(raw: Raw) -> bool:
    """Return whether a dossier keeps to the schema."""
    return is_valid(SCHEMA, as_json(raw))


def test_the_schema_is_one() -> None:
    """It is itself valid, and names every table of the format."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert set(SCHEMA["properties"]) == {table_key(field) for field in attrs.fields(Tables)}
    assert SCHEMA["required"] == ["dossier"]


def test_dossiers_keep_to_the_schema() -> None:
    """The article and the dossiers of these tests, which the reader takes, are valid."""
    assert valid(tomllib.loads(ARTICLE.read_text(encoding="utf-8")))
    for raw in (bare(), attested(), recorded(), bare(article=[{"id": "A"}, {"id": "B"}])):
        assert valid(tomllib.loads(written(raw).decode()))


def test_the_words_for_not_known_and_none() -> None:
    """`unknown` and `none` stand wherever a fact may be missing; a number for its printed form."""
    row: Raw = {"date": "unknown", "count": "none", "number": "unknown", "drafts": 2}
    assert valid(bare(document=[row], figure=[{"value": 18.18, "source": "A"}]))


@pytest.mark.parametrize(
    ("tables", "path"),
    [
        (tables, path)
        for tables, path, _ in WRONG
        if path.rpartition(".")[2].partition("[")[0] not in BEYOND
    ],
)
def test_what_the_reader_refuses_is_not_valid(tables: dict[str, Any], path: str) -> None:
    """Wrong tables, keys and types are refused by the schema as they are by the reader."""
    assert not valid(bare(**tables)), path
