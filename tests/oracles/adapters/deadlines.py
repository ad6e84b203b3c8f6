"""Worked cases of deadlines: `deadline`, `count`, `in_time`; also the calendars of other cases."""

from __future__ import annotations

from typing import Any, Final

from congress_flow import WEEKENDS, Calendar, CountAnchor, Text
from congress_flow.reckoning import Counting, Deadline, Direction, Elapsed, Limit, Unit
from tests.oracles.registry import Context, Facts, Table, answers

_ANCHORS: Final = {"exclusive": CountAnchor.EXCLUDE, "inclusive": CountAnchor.INCLUDE}


def calendars(document: Table) -> dict[str, Calendar]:
    """The two calendars of the worked cases; `holidays` as `deadlines.toml` lists it."""
    listed = document["calendar"]["holidays"]
    named = Calendar(
        id="listed",
        title=Text("theo danh mục của bộ tình huống", "as the worked cases list them"),
        days_off={day["date"] for day in listed if day["kind"] != "swap_work"},
        worked={day["date"] for day in listed if day["kind"] == "swap_work"},
    )
    return {"holidays": named, "weekends": WEEKENDS}


def _both(context: Context) -> dict[str, Calendar]:
    """The calendars of the file of a case; a file without a list takes that of `deadlines.toml`."""
    own = context.document
    return calendars(own if "calendar" in own else context.beside("deadlines.toml"))


def _deadline(given: Table, calendar: Calendar, anchor: CountAnchor) -> Deadline:
    return Deadline(
        anchor=given["anchor"],
        limit=Limit(given["count"], Unit(given["unit"])),
        direction=Direction(given["direction"]),
        counting=Counting(calendar, anchor),
    )


@answers("deadline")
def deadline_case(given: Table, context: Context) -> Facts:
    both = _both(context)
    answer = _deadline(given, both["holidays"], CountAnchor.EXCLUDE)
    facts: dict[str, Any] = {"answer": answer.day, "weekday": f"{answer.day:%A}"}
    if answer.limit.unit is Unit.MONTH:
        return Facts({**facts, "moved_to_working_day": answer.working_day})
    for convention, anchor in _ANCHORS.items():
        if answer.limit.unit is Unit.DAY:
            end = _deadline(given, both["holidays"], anchor)
            facts[convention] = {"plain": end.day, "moved_to_working_day": end.working_day}
        else:
            facts[convention] = {
                name: _deadline(given, calendar, anchor).day for name, calendar in both.items()
            }
    return Facts(facts)


@answers("count")
def count_case(given: Table, context: Context) -> Facts:
    facts: dict[str, Any] = {}
    for name, calendar in _both(context).items():
        elapsed = Elapsed(given["first"], given["last"], calendar)
        facts[name] = {
            "first_counted": elapsed.first_counted,
            "last_counted": elapsed.last_counted,
        }
        facts["calendar_days"] = elapsed.calendar_days
    return Facts(facts)


@answers("in_time")
def in_time_case(given: Table, context: Context) -> Facts:
    facts: dict[str, Any] = {
        convention: {
            name: _deadline(given, calendar, anchor).met(given["act"])
            for name, calendar in _both(context).items()
        }
        for convention, anchor in _ANCHORS.items()
    }
    return Facts({**facts, "answer": facts["exclusive"]["holidays"]})
