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


class AgeCategory(Worded):
    """Kinds of people whose months to retirement are counted by another age than the general."""

    GENERAL = "general", Text("chung", "general")
    WOMAN_TO_60 = (
        "woman_to_60",
        Text("nữ thuộc diện nghỉ hưu ở tuổi 60", "woman entitled to retire at 60"),
    )
    COMMUNE_POLICE_CHIEF = (
        "commune_police_chief",
        Text("trưởng công an xã", "commune police chief"),
    )
    UNSALARIED_CELL_SECRETARY = (
        "unsalaried_cell_secretary",
        Text(
            "bí thư chi bộ thôn, khu phố không hưởng lương",
            "unsalaried secretary of a village or quarter cell",
        ),
    )


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Nominee:
    """A person on the way to a candidates' list. `None` means *not known*.

    `standards` and `eligible` are the conclusions of the competent body (standards met; no ground
    of exclusion), `willing` the person's own word; `in_planning` whether the person stands in
    the committee planning, `outside_consent` the competent level's consent where not.
    `planned_on` is the day on which the planning was decided, `planned_posts` for how many posts of
    this level. `disciplined_on` is the day of the last disciplinary measure that is on record;
    `under_inquiry` whether the person is being inspected or investigated, or awaits a conclusion.
    `higher_post` is whether the person is put forward for a higher post than the present one, held
    (or an equal one) for `months_in_post`. `category` says by which age the person retires, and
    `retires_on` on which day where that is set by a text of its own. `minority` and `scientist`
    are what the shares of a list are counted by.
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
    planned_on: date | None = None
    planned_posts: int | None = None
    under_inquiry: bool = False
    higher_post: bool | None = None
    months_in_post: int | None = None
    category: AgeCategory = AgeCategory.GENERAL
    retires_on: date | None = None
    minority: bool | None = None
    scientist: bool | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Meeting:
    """One meeting of a step and, where it was balloted, its count.

    `convened`, `present`, `issued`, `collected` and `valid` are numbers of persons and ballots;
    `agree` maps the id of a person to the votes in favour, `disagree` to those against; the rest
    is blank. `filed` says whether the minutes, `counted` whether the counting minutes are on file.
    """

    convened: int | None = None
    present: int | None = None
    issued: int | None = None
    collected: int | None = None
    valid: int | None = None
    secret: bool | None = None
    agree: Mapping[str, int] | None = None
    disagree: Mapping[str, int] | None = None
    filed: bool | None = None
    counted: bool | None = None
