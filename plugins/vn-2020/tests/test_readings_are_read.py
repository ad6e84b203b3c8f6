"""No choice is asked of a user in vain: every reading is looked at by some rule or duty."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from types import CodeType, FunctionType
from typing import Any

import attrs
import pytest

from congress_flow_vn_2020.readings import Readings2020, TermReadings
from congress_flow_vn_2020.rules import book

FIELDS = tuple(f.name for f in attrs.fields(Readings2020) if "parameter" in f.metadata)
OURS = ("congress_flow_vn_2020", "congress_flow.")


@cache
def looked_at(function: FunctionType) -> frozenset[str]:
    """Return the readings that a function takes from what it knows as `readings`."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return frozenset(
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and (
            (isinstance(node.value, ast.Name) and node.value.id == "readings")
            or (isinstance(node.value, ast.Attribute) and node.value.attr == "readings")
        )
    )


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _names(each)


@cache
def called(function: FunctionType) -> frozenset[FunctionType]:
    """Return the functions of these packages that a function names."""
    named = (function.__globals__.get(name) for name in _names(function.__code__))
    # What is cached, or chosen by the type of the readings, wraps the function it began as.
    known = (inspect.unwrap(each) if callable(each) else each for each in named)
    return frozenset(
        each
        for each in known
        if isinstance(each, FunctionType) and each.__module__.startswith(OURS)
    )


def behind(function: Any) -> frozenset[FunctionType]:
    """Return a rule's function and all that it calls, however far down."""
    ahead: list[FunctionType] = [function]
    seen: set[FunctionType] = set()
    while ahead:
        each = ahead.pop()
        if each not in seen:
            seen.add(each)
            ahead.extend(called(each))
    return frozenset(seen)


@cache
def readers() -> dict[str, frozenset[str]]:
    """Return which rules and duties look at each reading."""
    of_law = {law.id: behind(law.function) for law in book.law}
    return {
        field: frozenset(
            name
            for name, functions in of_law.items()
            if any(field in looked_at(each) for each in functions)
        )
        for field in FIELDS
    }


@pytest.mark.parametrize("field", FIELDS)
def test_each_reading_is_read_by_a_rule_or_duty(field: str) -> None:
    """Its value is taken somewhere in the calls of a rule or of a duty of this book."""
    assert readers()[field]


def test_what_reads_is_what_the_handbook_says() -> None:
    """The roster is read where step 2 is called, the variant of cells where cells act."""
    assert readers()["key_cadre_roster"] == {"vn-2020/meeting_roster"}
    assert {"vn-2020/cell_introduction", "vn-2020/variant_actor", "vn-2020/list_passed_on"} <= (
        readers()["cell_variant"]
    )
    assert readers()["percent_truncated"] == {"vn-2020/percent_printed"}
    assert "vn-2020/threshold" not in readers()["tie_policy"]


def test_every_field_but_the_reasons_is_a_choice() -> None:
    """Nothing stands among the readings that names no parameter of the handbook."""
    assert {f.name for f in attrs.fields(Readings2020)} - set(FIELDS) == {"because"}
    assert {f.name for f in attrs.fields(TermReadings)} < {
        f.name for f in attrs.fields(Readings2020)
    }
    assert len(FIELDS) > 45


def test_every_choice_needs_its_reason(readings: Readings2020) -> None:
    """A choice without a reason, or a reason without a choice, is refused."""
    whole = dict(readings.because)
    lacking = {name: reason for name, reason in whole.items() if name != "tie_policy"}
    with pytest.raises(ValueError, match=r"lacking \['tie_policy'\], stray \[\]"):
        attrs.evolve(readings, because=lacking)
    with pytest.raises(ValueError, match=r"lacking \[\], stray \['tie'\]"):
        attrs.evolve(readings, because={**whole, "tie": whole["tie_policy"]})
