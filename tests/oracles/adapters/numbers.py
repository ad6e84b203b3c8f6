"""Worked cases of document numbers: `number`, `citation`, `find_all`, `same_text`."""

from __future__ import annotations

from typing import Any

from congress_flow.numbering import (
    Reading,
    Status,
    find_all,
    read,
    read_citation,
    same_text,
)
from congress_flow_vn_2020.papers_law import QDI_WINDOW
from tests.oracles.registry import Context, Facts, Table, answers


def _refusal(reading: Reading) -> Facts:
    assert reading.defect is not None
    facts: dict[str, Any] = {"status": reading.status.value, "kind": reading.defect.value}
    if reading.suggestion is not None:
        facts["suggestion"] = str(reading.suggestion)
    if reading.number is not None:
        facts["canonical"] = str(reading.number)
    return Facts(facts)


def _read(reading: Reading) -> dict[str, Any]:
    facts: dict[str, Any] = {"status": reading.status.value, "canonical": str(reading.number)}
    if reading.repairs:
        facts["repairs"] = [repair.value for repair in reading.repairs]
    if reading.notices:
        facts["warnings"] = [notice.value for notice in reading.notices]
    if reading.dated is not None:
        facts["date"] = reading.dated
    return facts


@answers("number")
def number_case(given: Table, context: Context) -> Facts:
    reading = read(given["text"], on=given.get("date"), qdi=QDI_WINDOW)
    number = reading.number
    if number is None or reading.status is Status.ERROR:
        return _refusal(reading)
    facts = _read(reading)
    facts["number"] = number.value
    facts["type"] = number.symbol
    facts["type_names"] = [name.vi for name in number.type_names]
    facts["issuers"] = list(number.issuers)
    if number.suffix:
        facts["suffix"] = number.suffix
    return Facts(facts)


@answers("citation")
def citation_case(given: Table, context: Context) -> Facts:
    reading = read_citation(given["text"], qdi=QDI_WINDOW)
    if reading.status in {Status.ERROR, Status.SUGGEST}:
        return _refusal(reading)
    facts = _read(reading)
    if reading.type_name:
        facts["type_name"] = reading.type_name
    if reading.body:
        facts["body"] = reading.body
    return Facts(facts)


@answers("find_all")
def find_all_case(given: Table, context: Context) -> Facts:
    return Facts({"canonical": [str(each.number) for each in find_all(given["text"])]})


@answers("same_text")
def same_text_case(given: Table, context: Context) -> Facts:
    return Facts({"same": same_text(given["a"], given["b"])})
