"""A dossier as it was read: its tables, its cases, and the events of these cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from congress_flow._procedure import Event as CaseEvent
from congress_flow._procedure import Procedure
from congress_flow._text import Text
from congress_flow.dossier import _records as r
from congress_flow.dossier import _tables as t


def _repeated(table: str) -> Any:  # noqa: ANN401 - as attrs.field
    return attrs.field(default=(), metadata={"table": table})


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Tables:
    """All tables of a dossier. A repeated table is named in the plural here."""

    head: t.Head = attrs.field(metadata={"table": "dossier"})
    articles: tuple[t.Article, ...] = _repeated("article")
    keys: Mapping[str, str] = attrs.field(factory=dict[str, str])
    organisation: t.Organisation = attrs.field(factory=t.Organisation)
    congress: t.Congress = attrs.field(factory=t.Congress)
    personnel: t.Personnel = attrs.field(factory=t.Personnel)
    actors: tuple[t.Actor, ...] = _repeated("actor")
    documents: tuple[t.Document, ...] = _repeated("document")
    relations: tuple[t.Relation, ...] = _repeated("relation")
    events: tuple[t.Event, ...] = _repeated("event")
    figures: tuple[t.Figure, ...] = _repeated("figure")
    requirements: tuple[t.Requirement, ...] = _repeated("requirement")
    gates: tuple[t.Gate, ...] = _repeated("gate")
    unknowns: tuple[t.Unknown, ...] = _repeated("unknown")
    tensions: tuple[t.Contradiction, ...] = _repeated("tension")
    expected_findings: tuple[t.ExpectedFinding, ...] = _repeated("expected_finding")
    explanations: tuple[t.ExplanationRow, ...] = _repeated("explanation")
    cells: tuple[r.Cell, ...] = _repeated("cell")
    persons: tuple[r.Person, ...] = _repeated("person")
    candidates: tuple[r.Candidate, ...] = _repeated("candidate")
    step_votes: tuple[r.StepVote, ...] = _repeated("step_vote")
    contests: tuple[r.Contest, ...] = _repeated("contest")
    opinions: tuple[r.Opinion, ...] = _repeated("opinion")
    complaints: tuple[r.Complaint, ...] = _repeated("complaint")
    cases: tuple[r.CaseRow, ...] = _repeated("case")
    acts: tuple[r.ActRow, ...] = _repeated("act")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Opening:
    """A case of the dossier: what it is about, and from when on it stands open (None: not told)."""

    id: str
    procedure: Procedure[Any]
    subject: Any
    opened_on: date | None


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Recorded:
    """An event that the dossier records: of which case, and in which table it stands."""

    case: str
    event: CaseEvent
    path: str

    @property
    def table(self) -> str:
        """The name of the table, such as `act`."""
        return self.path.partition("[")[0]


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False, repr=False)
class Dossier:
    """Everything about one congress, as one file tells it.

    `tables` holds what stands in the file; `cases` the cases that its acts and records make up,
    `events` their events in the order in which they are judged: by day, then by their place in
    the file.
    """

    tables: Tables
    cases: tuple[Opening, ...]
    events: tuple[Recorded, ...]

    def __repr__(self) -> str:
        return f"Dossier({self.id!r}, {len(self.cases)} cases, {len(self.events)} events)"

    @property
    def id(self) -> str:
        """The id of the dossier."""
        return self.tables.head.id

    @property
    def title(self) -> Text:
        """How the dossier is called in either language; by its id where it has no title."""
        head = self.tables.head
        return Text(
            head.vi or head.title or self.id or "?", head.title or head.vi or self.id or "?"
        )

    @property
    def last_day(self) -> date | None:
        """The day of the last recorded event, or None where none is recorded."""
        return max((recorded.event.on for recorded in self.events), default=None)
