"""The tables of a dossier that tell what the sources say. See docs/reference/dossier.md.

Each class is one table of version 1 of the format; a field without a value is None: *not known*.
Extensions of version 1 are marked in the docstrings.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs

from congress_flow._sources import Confidence, Level
from congress_flow._text import Text
from congress_flow.dossier._values import NONE, UNKNOWN, Misfit, list_of, placed
from congress_flow.procedures._acts import Body
from congress_flow.procedures._statements import Says
from congress_flow.procedures.preparation import CongressKind


def _read(hook: Any) -> Any:  # noqa: ANN401
    """A field whose values may be of several types; *hook* settles it."""
    return attrs.field(default=None, metadata={"hook": hook})


def _as_printed(value: object, _: object) -> str | None:
    """Words, or a number taken as it is printed."""
    if value == UNKNOWN:
        return None
    if isinstance(value, str):
        return "" if value == NONE else value
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return str(value)
    raise Misfit(Text("phải là chữ hoặc số", "must be words or a number"))


def _number_or_ids(value: object, _: object) -> int | tuple[str, ...] | None:
    """A number of persons, or their names or ids."""
    if value == UNKNOWN:
        return None
    if value == NONE:
        return 0
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        return (value,)
    names = list_of(value)
    if names is not None and all(isinstance(each, str) for each in names):
        return tuple(names)
    raise Misfit(Text("phải là số hoặc danh sách tên", "must be a number or a list of names"))


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Row:
    """What every table may hold: its id, where it is said, how well, why, in which words.

    `place` is where it stands in the file, such as `document[3]`.
    """

    id: str = ""
    source: tuple[str, ...] = ()
    confidence: Confidence | None = None
    why: str = ""
    quote: str = ""
    note: str = ""
    place: str = placed()


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Head(Row):
    """`[dossier]`. Extensions: `vi`, the title in Vietnamese; `books` to be judged by."""

    format: str
    version: int
    title: str = ""
    vi: str = ""
    made_up: bool = False
    books: tuple[str, ...] = ()


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Article(Row):
    """`[article]`, or several `[[article]]`."""

    title: str | None = None
    date: dt.date | None = None
    signed: str | None = None
    author_line: str | None = None
    published_by: str | None = None
    url: str | None = None
    not_before: dt.date | None = None
    not_after: dt.date | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Organisation(Row):
    """`[organisation]`: whose congress it is."""

    name: str | None = None
    level: Level | None = None
    committee: str | None = None
    standing_committee: str | None = None
    superior: str | None = None
    cells: int | None = None
    members: int | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Congress(Row):
    """`[congress]`. Extension: `contents`, how many contents the congress has (4, 3 or 2)."""

    ordinal: str | None = None
    term: str | None = None
    kind: CongressKind | None = None
    planned_opening: dt.date | None = None
    planned_closing: dt.date | None = None
    planned_days: Fraction | None = None
    opened: dt.date | None = None
    closed: dt.date | None = None
    length_days: Fraction | None = None
    readiness: str | None = None
    venue: str | None = None
    convened: int | None = None
    attended: int | None = None
    sub_organisations: int | None = None
    represented: int | None = None
    contents: int | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Personnel(Row):
    """`[personnel]`: the persons to be elected. Rates stand as printed."""

    procedure: str | None = None
    elects: str | None = None
    committee_size: int | None = None
    seats: int | None = None
    candidates: int | None = None
    surplus_printed: str | None = None
    age_brackets: int | None = None
    renewal: str | None = _read(_as_printed)
    women: str | None = _read(_as_printed)
    young: str | None = _read(_as_printed)


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Actor(Row):
    """`[[actor]]`.

    Extensions: `role`, a body of the procedures, such as `standing_committee`; `level`.
    """

    name: str | None = None
    kind: str | None = None
    of: str | None = None
    count: int | None = None
    members: int | tuple[str, ...] | None = _read(_number_or_ids)
    persons: tuple[str, ...] = ()
    role: Body | None = None
    level: Level | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Document(Row):
    """`[[document]]`: an instrument or a paper of the congress. `number` stands as printed."""

    number: str | None = None
    date: dt.date | None = None
    type: str | None = None
    by: str | None = None
    by_as_printed: str | None = None
    subject: str | None = None
    count: int | None = None
    draft_mark: str | None = _read(_as_printed)
    completion: str | None = None
    opinions: str | None = None
    approval: str | None = None
    drafts: int | tuple[str, ...] | None = _read(_number_or_ids)
    voted_on: bool | None = None


class RelationKind(Enum):
    """How one document stands to another."""

    IMPLEMENTS = "implements"
    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    GUIDES = "guides"
    CITES = "cites"


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Relation(Row):
    """`[[relation]]`: from one document to others."""

    from_: str
    kind: RelationKind
    to: tuple[str, ...]
    scope: str | None = None


class EventKind(Enum):
    """What a source may say has happened."""

    DISSEMINATION = "dissemination"
    ASSIGNMENT = "assignment"
    PREPARATION = "preparation"
    REPORT = "report"
    OPINIONS = "opinions"
    CELL_CONGRESSES = "cell congresses"
    BODIES = "bodies"
    PERSONNEL = "personnel"
    NOTICE = "notice"
    SUBMISSION = "submission"
    APPROVAL = "approval"
    INSPECTION = "inspection"
    SUSPENSION = "suspension"
    RESUMPTION = "resumption"
    CONGRESS = "congress"
    ELECTION = "election"
    REPORT_OF_RESULTS = "report of results"
    RATIFICATION = "ratification"
    BALLOTS_SEALED = "ballots sealed"
    BALLOTS_DESTROYED = "ballots destroyed"


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Event(Row):
    """`[[event]]`: what a source says has happened, or will. It is attested, not judged."""

    kind: EventKind
    what: str | None = None
    by: tuple[str, ...] | None = None
    to: tuple[str, ...] | None = None
    date: dt.date | None = None
    from_: dt.date | None = None
    until: dt.date | None = None
    status: Says | None = None
    documents: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Figure(Row):
    """`[[figure]]`: a number of the source, as printed and as numbers."""

    what: str | None = None
    value: str | None = _read(_as_printed)
    count: int | None = None
    of: int | None = None
    seats: int | None = None
    candidates: int | None = None
    base: str | None = _read(_as_printed)


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Requirement(Row):
    """`[[requirement]]`: what the source demands."""

    on: str | None = None
    text: str | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Gate(Row):
    """`[[gate]]`: what the source says of one gate. Extension: `vi`, `missing` in Vietnamese."""

    name: str | None = None
    says: Says | None = None
    evidence: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    vi: tuple[str, ...] = ()


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Unknown(Row):
    """`[[unknown]]`: what one would like to know. Extension: `vi`, `what` in Vietnamese."""

    what: str
    for_: tuple[str, ...] = ()
    vi: str = ""


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Contradiction(Row):
    """`[[tension]]`: where the sources pull two ways. Extension: `vi`, `what` in Vietnamese."""

    what: str
    vi: str = ""


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class ExpectedFinding(Row):
    """`[[expected_finding]]`: what a review of an invented dossier should find."""

    code: str | None = None
    severity: str | None = None
    refs: tuple[str, ...] = ()
    rule: str | None = None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class ExplanationRow(Row):
    """`[[explanation]]`, an extension: the recorded answer to a caution on *declare ready*."""

    rule: str
    words: str
