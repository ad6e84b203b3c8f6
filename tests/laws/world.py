"""Every stage of every procedure as a case, every kind of event with sampled facts.

A plain random walk would rest in the first stages and consult few rules. Here each stage is reached
by the shortest drawn way, under a permissive book that allows every step; what is judged there is
judged by the real books.
"""

from __future__ import annotations

import importlib
import pkgutil
import types
import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, cast

import attrs
from hypothesis import strategies as st

import congress_flow.procedures
from congress_flow import Case, Procedure, Stage
from congress_flow.procedures._acts import Explanation
from tests.cases import permissive, way_to

OPENED = date(2019, 12, 2)
# Days around those on which the law changes, and ordinary days of the term.
DAYS = (
    date(2014, 6, 9),
    date(2019, 5, 29),
    date(2019, 5, 30),
    date(2019, 12, 12),
    date(2020, 3, 19),
    date(2020, 3, 20),
    date(2020, 4, 22),
    date(2020, 4, 23),
    date(2020, 5, 28),
    date(2021, 7, 30),
    date(2024, 6, 13),
    date(2024, 6, 14),
    date(2024, 10, 9),
    date(2024, 10, 10),
)
NAMES = ("an", "binh", "chi", "dung", "G1", "G5", "")


def all_procedures() -> tuple[Procedure[Any], ...]:
    """Return every procedure in the box, found in its module."""
    found: list[Procedure[Any]] = []
    for module_info in pkgutil.iter_modules(congress_flow.procedures.__path__):
        module = importlib.import_module(f"congress_flow.procedures.{module_info.name}")
        made = getattr(module, module_info.name, None)
        if isinstance(made, Procedure):
            found.append(made)  # pyright: ignore[reportUnknownArgumentType]
    return tuple(found)


PROCEDURES = all_procedures()
PERMISSIVE = permissive(*PROCEDURES)


@st.composite
def cases_in(
    draw: st.DrawFn, procedure: Procedure[Any], stage: Stage, *, told: bool = True
) -> Case[Any]:
    """Draw a case of *procedure* that rests in *stage*.

    With *told* the facts of some of the events on its way are sampled; else nothing is known of
    them but the day.
    """
    subject = draw(facts(procedure.subject))
    opened = draw(st.sampled_from((OPENED, *DAYS)))
    case: Case[Any] = Case(
        procedure=procedure, id=f"{procedure.id}-1", subject=subject, opened_on=opened
    )
    for step in way_to(procedure, stage):
        known = told and draw(st.booleans())
        event = draw(facts(step.event, on=st.just(opened))) if known else blank(step.event, opened)
        case = PERMISSIVE.advance(case, event)
    return case


# Fields that take only some of the values of their type.
NARROW: dict[str, st.SearchStrategy[Any]] = {
    "StepMeeting.step": st.integers(1, 5),
    "StepMeeting.attempt": st.integers(1, 3),
    "PaperState.id": st.sampled_from([name for name in NAMES if name]),
}


def blank(kind: type[Any], day: date) -> Any:
    """Return an event of *kind* of which nothing is known but the day."""
    lacking = {f.name: None for f in attrs.fields(kind) if f.default is attrs.NOTHING}
    return kind(**{**lacking, "on": day})


def facts(kind: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for an attrs class, every field sampled from small, plausible values."""
    return st.fixed_dictionaries({**_fields(cast("Any", kind)), **given}).map(
        lambda found: kind(**found)
    )


@cache
def _fields(kind: type[Any]) -> dict[str, st.SearchStrategy[Any]]:
    hints = typing.get_type_hints(kind)
    narrowed = {
        field.name: NARROW.get(f"{kind.__name__}.{field.name}") for field in attrs.fields(kind)
    }
    return {name: of(hints[name]) if way is None else way for name, way in narrowed.items()}


@cache
def of(hint: Any) -> st.SearchStrategy[Any]:  # noqa: PLR0911, PLR0912, C901 - a way a kind
    """Return a strategy for one type hint of an event or subject."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return st.one_of(*(of(each) for each in arguments))
    if hint is types.NoneType:
        return st.none()
    if hint is bool:
        return st.booleans()
    if hint is int:
        return st.integers(0, 13)
    if hint is str:
        return st.sampled_from(NAMES)
    if hint is date:
        return st.sampled_from(DAYS)
    if hint is Explanation:
        return st.builds(Explanation, st.sampled_from(NAMES), st.just("words"))
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return st.lists(of(arguments[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*(of(each) for each in arguments))
    if origin is frozenset:
        return st.frozensets(of(arguments[0]), max_size=3)
    if origin is Mapping or origin is typing.Mapping:
        return st.dictionaries(of(arguments[0]), of(arguments[1]), max_size=3)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    if isinstance(hint, type) and attrs.has(hint):
        return facts(hint)
    return st.from_type(hint)  # pyright: ignore[reportUnknownVariableType]
