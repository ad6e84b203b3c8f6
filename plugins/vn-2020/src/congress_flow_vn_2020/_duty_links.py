"""What the duties share: the congresses of a dossier with their days, limits from those days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, TypeVar

import attrs

from congress_flow import Beside, Case, Cited, Level, Surroundings, Text
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import preparation as p
from congress_flow.procedures.congress import CongressKind
from congress_flow.reckoning import Direction, Due, Limit
from congress_flow_vn_2020._complaint_links import counting, span
from congress_flow_vn_2020._congress_days import closing_day, opening_day
from congress_flow_vn_2020.readings import Days, TermReadings

T = TypeVar("T")

OPENING: Final = Text("ngày khai mạc", "the opening")
CLOSING: Final = Text("ngày bế mạc", "the closing")


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Congress:
    """A congress that is prepared or was held, with its days as far as they are known.

    `case` is the case under which its days are shown, `id` the name by which other cases speak of
    it. `opened` is the day on which it did open, `opening` that day or the day planned, `since` the
    day on which its case was opened. `kind` is None where it is not known.
    """

    case: str
    id: str
    level: Level
    kind: CongressKind | None
    since: date
    opening: date | None
    opened: date | None = None
    closing: date | None = None

    @property
    def day(self) -> date:
        """The day that tells to which term it belongs: its opening, as far as that is known."""
        return self.opening or self.since


def congresses(beside: Beside) -> Iterator[Congress]:
    """Yield every congress of which a case tells; without one, that which is being prepared."""
    held = beside.of(k.congress)
    for case in held:
        subject = case.subject
        yield _recorded(case, subject.level, subject.kind, beside, case.last(k.Open))
    for cell in beside.of(c.cell_congress):
        yield _recorded(cell, Level.CELL, CongressKind.MEMBERS, beside, cell.last(c.Hold))
    if not held:
        for prepared in beside.of(p.preparation):
            name = _announced_name(beside) or prepared.id
            yield Congress(
                case=prepared.id,
                id=name,
                level=prepared.subject.level,
                kind=prepared.subject.kind,
                since=prepared.opened_on,
                opening=opening_day(beside, name) or prepared.subject.planned_opening,
            )


def _recorded(
    case: Case[Any],
    level: Level,
    kind: CongressKind | None,
    beside: Beside,
    opened: k.Open | c.Hold | None,
) -> Congress:
    return Congress(
        case=case.id,
        id=case.id,
        level=level,
        kind=kind,
        since=case.opened_on,
        opening=opening_day(beside, case.id),
        opened=None if opened is None else opened.on,
        closing=closing_day(beside, case.id),
    )


def _announced_name(beside: Beside) -> str | None:
    """Return the congress that is announced although no case of its own is beside."""
    for told in beside.of(a.announcement):
        if beside.get(c.cell_congress, told.subject.congress) is None:
            return told.subject.congress
    return None


def known(found: Cited[T] | None) -> tuple[T, ...]:
    """Return what a table of the law says, nothing where it has no row for the day."""
    return () if found is None else (found.value,)


def length(limit: Days | Limit) -> Limit:
    """Return a limit of tables or readings as the reckoning takes it."""
    return limit if isinstance(limit, Limit) else span(limit)


def before(
    case: str,
    what: Text,
    anchor: tuple[date | None, Text],
    limit: Days | Limit,
    about: Surroundings[TermReadings],
    /,
    **more: Any,  # noqa: ANN401 - further fields of a Due
) -> Due:
    """Return what is due in *case* so long before *anchor*, a day with what it is."""
    return _due(case, what, anchor, limit, about, direction=Direction.BEFORE, **more)


def after(
    case: str,
    what: Text,
    anchor: tuple[date | None, Text],
    limit: Days | Limit,
    about: Surroundings[TermReadings],
    /,
    **more: Any,  # noqa: ANN401 - further fields of a Due
) -> Due:
    """Return what is due in *case* so long after *anchor*, a day with what it is."""
    return _due(case, what, anchor, limit, about, direction=Direction.AFTER, **more)


def _due(
    case: str,
    what: Text,
    anchor: tuple[date | None, Text],
    limit: Days | Limit,
    about: Surroundings[TermReadings],
    /,
    **more: Any,  # noqa: ANN401
) -> Due:
    return Due(
        case=case,
        what=what,
        anchor=anchor[0],
        anchor_is=anchor[1],
        limit=length(limit),
        counting=counting(about.readings),
        **more,
    )


def day_of(act: Any) -> date | None:  # noqa: ANN401 - an event of any kind, or none
    """Return the day of an act, None where there is none."""
    return None if act is None else act.on
