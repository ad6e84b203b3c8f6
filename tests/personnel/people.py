"""Persons, meetings and votes in which nothing is wrong, for a committee of nine, ten on the list.

Six stand for re-election, four for the first time. Three sit in the standing committee, nine in
the executive committee, thirty are called to the key-cadre conference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from congress_flow.procedures import Sex, TrackKind
from congress_flow.procedures import personnel_track as t

R, F = TrackKind.REELECTION, TrackKind.FIRST_TIME
SERVING = ("an", "ba", "chi", "dao", "em", "gia")
NEW = ("ha", "kim", "lan", "my")
ALL = (*SERVING, *NEW)
SEATS, WANTED = 9, 10
WOMEN = {"ba", "chi", "kim", "my"}
# Three bands: under 40, 40 to 50, over 50; those for the first time have five years left and more.
BORN = {
    "an": 1966,
    "ba": 1970,
    "chi": 1972,
    "dao": 1968,
    "em": 1975,
    "gia": 1979,
    "ha": 1977,
    "kim": 1986,
    "lan": 1980,
    "my": 1988,
}
CONVENED = {1: 3, 2: 30, 3: 9, 4: 3, 5: 9}


def person(name: str, **facts: Any) -> t.Nominee:
    """Return a person of whom nothing is lacking."""
    serving = name in SERVING
    known: dict[str, Any] = {
        "id": name,
        "name": name.title(),
        "sex": Sex.FEMALE if name in WOMEN else Sex.MALE,
        "born": date(BORN.get(name, 1982), 3, 1),
        "track": R if serving else F,
        "serving": serving,
        "in_planning": True,
        "standards": True,
        "eligible": True,
        "willing": True,
    }
    return t.Nominee(**{**known, **facts})


def people(names: Iterable[str]) -> tuple[t.Nominee, ...]:
    """Return several persons."""
    return tuple(map(person, names))


def meeting(step: int, votes: Mapping[str, int] | Iterable[str] = (), **facts: Any) -> t.Meeting:
    """Return a meeting of a step at which all are present; persons named have every vote."""
    convened = CONVENED[step]
    agree: dict[str, int] = (
        {**votes} if isinstance(votes, Mapping) else dict.fromkeys(votes, convened)
    )
    known: dict[str, Any] = {"convened": convened, "present": convened, "filed": True}
    if step == 1:
        known["secret"] = False
    else:
        known |= {
            "issued": convened,
            "collected": convened,
            "valid": convened,
            "secret": True,
            "counted": True,
            "agree": agree,
        }
    return t.Meeting(**{**known, **facts})
