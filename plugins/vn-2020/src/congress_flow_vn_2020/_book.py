"""The book itself: the national law of the term 2020–2025, filled by the modules beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import FunctionType
from typing import Any, Final, TypeVar, cast

from congress_flow import Citation, Citations, InForce, Level, Rulebook, Severity, Step, Text
from congress_flow_vn_2020.instruments import INSTRUMENTS
from congress_flow_vn_2020.readings import Readings2020

F = TypeVar("F", bound=Callable[..., Any])

# T2020 of the handbook: from directive 35 of 2019 until the day before directive 35 of 2024.
TERM_2020: Final = InForce.through(date(2019, 5, 30), date(2024, 6, 13))

book: Final = Rulebook(
    "vn-2020",
    Level.CENTRE,
    InForce(date(2019, 5, 30)),
    title=Text("Quy định của Trung ương, nhiệm kỳ 2020-2025", "National law of the term 2020–2025"),
    version="0.1.0",
    readings=Readings2020,
    # Much of it holds on, but no longer alone: from then on the law of the next term must guard.
    founds=TERM_2020,
    instruments=INSTRUMENTS,
)


def rows(*steps: Step[Any, Any]) -> tuple[str, ...]:
    """Return the handbook's rows of *steps*, for `encodes`."""
    return tuple(step.id for step in steps)


def by_another_text(
    name: str,
    *,
    cites: Citation | Citations,
    in_force: InForce,
    suffix: str,
    severity: Severity | None = None,
    of: Rulebook[Any] = book,
) -> None:
    """Write the rule *name* once more for the days on which another text asks the same.

    No rule may cite a text on a day on which it was not yet issued, or had ended already. Where
    only the year of a text is known, the rule but warns (*severity*) within that year.
    """
    rule = of.named(name)
    of.rule(
        *rule.steps,
        cites=cites,
        title=rule.title,
        severity=rule.severity if severity is None else severity,
        in_force=in_force,
        subject=rule.subject,
        encodes=rule.encodes,
    )(named(rule.function, name + suffix))


def named(function: F, name: str) -> F:
    """Return the same function under another name; a rule is called by its function's name."""
    if function.__name__ == name:
        return function
    made: Any = function
    copy: Any = FunctionType(
        made.__code__, made.__globals__, name, made.__defaults__, made.__closure__
    )
    copy.__doc__ = made.__doc__
    return cast("F", copy)
