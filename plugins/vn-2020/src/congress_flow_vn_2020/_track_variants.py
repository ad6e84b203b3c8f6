"""The five steps where there is no standing committee, and in cells: who acts, what is held.

Nobody has read a text on either: the readings `no_standing_committee` and `cell_variant` choose.
The events are the same; a step that is not held passes the list on as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final, Protocol

from congress_flow import Level
from congress_flow.procedures import Body
from congress_flow_vn_2020.readings import CellVariant, NoStandingCommittee, TermReadings

Stand = Mapping[Enum, tuple[Enum, ...]]

_ALL: Final = frozenset({1, 2, 3, 4, 5})
_THREE: Final = frozenset({1, 2, 5})
_TWO: Final = frozenset({1, 2})
_SUPERIOR: Final = (Body.SUPERIOR_COMMITTEE, Body.SUPERIOR_STANDING_COMMITTEE)

_NONE: Final[Stand] = {}
_UNITS: Final[Mapping[NoStandingCommittee, Stand]] = {
    NoStandingCommittee.THREE_MEETINGS: {
        Body.STANDING_COMMITTEE: (Body.EXECUTIVE_COMMITTEE,),
        Body.KEY_CADRE_CONFERENCE: (Body.KEY_CADRE_CONFERENCE, Body.MEMBERS),
    },
    NoStandingCommittee.EXECUTIVE_STANDS_IN: {Body.STANDING_COMMITTEE: (Body.EXECUTIVE_COMMITTEE,)},
    NoStandingCommittee.SECRETARY_AND_DEPUTY: {Body.STANDING_COMMITTEE: (Body.HEAD,)},
}
_CELLS: Final[Mapping[CellVariant, Stand]] = {
    CellVariant.CELL_COMMITTEE: {
        Body.STANDING_COMMITTEE: (Body.CELL_COMMITTEE,),
        Body.KEY_CADRE_CONFERENCE: (Body.CELL,),
        Body.EXECUTIVE_COMMITTEE: (Body.CELL_COMMITTEE,),
    },
    CellVariant.SECRETARY_AND_SUPERIOR: {
        Body.STANDING_COMMITTEE: (Body.HEAD,),
        Body.KEY_CADRE_CONFERENCE: (Body.CELL,),
        Body.EXECUTIVE_COMMITTEE: (Body.CELL, *_SUPERIOR),
    },
}


class Unit(Protocol):
    """What decides on the variant: the level, and whether there is a standing committee."""

    @property
    def level(self) -> Level:
        """The level of the organisation."""
        ...

    @property
    def standing_committee(self) -> bool:
        """Whether it has a standing committee."""
        ...


def stand_ins(unit: Unit, readings: TermReadings) -> Stand:
    """Return who acts in the place of which body of the table; empty: they act themselves."""
    if unit.level is Level.CELL:
        return _CELLS[readings.cell_variant]
    return _NONE if unit.standing_committee else _UNITS[readings.no_standing_committee]


def actors(drawn: Iterable[Enum], unit: Unit, readings: TermReadings) -> tuple[Enum, ...]:
    """Return the bodies whose act a step can be in this unit."""
    instead = stand_ins(unit, readings)
    return tuple(body for each in drawn for body in instead.get(each, (each,)))


def is_held(step: int, unit: Unit, readings: TermReadings) -> bool:
    """Return whether this unit holds a step at all."""
    if unit.level is Level.CELL:
        first = readings.cell_variant is CellVariant.CELL_COMMITTEE
        return step in (_THREE if first else _TWO)
    three = readings.no_standing_committee is NoStandingCommittee.THREE_MEETINGS
    return unit.standing_committee or step in (_THREE if three else _ALL)
