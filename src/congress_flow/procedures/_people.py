"""People and meetings, as the personnel procedures record them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from congress_flow._text import Text, Worded


class Sex(Worded):
    """As the retirement tables divide people."""

    MALE = "M", Text("nam", "male")
    FEMALE = "F", Text("nữ", "female")


class TrackKind(Worded):
    """Those who stand for re-election, and those who take part for the first time."""

    REELECTION = "R", Text("tái cử", "re-election")
    FIRST_TIME = "F", Text("lần đầu tham gia", "first time")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Nominee:
    """A person on the way to a candidates' list. `None` means *not known*.

    `standards` and `eligible` are the conclusions of the competent body (standards met; no ground
    of exclusion), `willing` the person's own word; `in_planning` whether the person stands in
    the committee planning, `outside_consent` the competent level's consent where not.
    `disciplined_on` is the day of the last disciplinary measure that is on record.
    """

    id: str
    name: str
    sex: Sex | None = None
    born: date | None = None
    track: TrackKind | None = None
    serving: bool | None = None
    in_planning: bool | None = None
    outside_consent: bool | None = None
    standards: bool | None = None
    eligible: bool | None = None
    willing: bool | None = None
    disciplined_on: date | None = None
    introduced_by_superior: bool = False


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Meeting:
    """One meeting of a step and, where it was balloted, its count.

    `convened`, `present`, `issued`, `collected` and `valid` are numbers of persons and ballots;
    `agree` maps the id of a person to the votes in favour. `filed` says whether the minutes,
    `counted` whether the counting minutes are on file.
    """

    convened: int | None = None
    present: int | None = None
    issued: int | None = None
    collected: int | None = None
    valid: int | None = None
    secret: bool | None = None
    agree: Mapping[str, int] | None = None
    filed: bool | None = None
    counted: bool | None = None
