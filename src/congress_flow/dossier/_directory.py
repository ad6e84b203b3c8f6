"""Who and what an id of a dossier stands for: bodies, persons, papers and their issuers."""

from __future__ import annotations

from typing import Any, Final

import attrs

from congress_flow._sources import Level
from congress_flow.dossier._dossier import Tables
from congress_flow.dossier._records import Candidate
from congress_flow.dossier._tables import Actor, Document, RelationKind, Row
from congress_flow.procedures._acts import Body

# The symbols of committees whose level is always the same (numbering.md 4). Block committees and
# the like are told by their place above the organisation instead.
_LEVELS: Final = {
    "TW": Level.CENTRE,
    "TU": Level.PROVINCE,
    "HU": Level.UPPER_GRASSROOTS,
    "QU": Level.UPPER_GRASSROOTS,
    "ThU": Level.UPPER_GRASSROOTS,
}
_ABOVE: Final = {
    Level.CELL: Level.GRASSROOTS,
    Level.SECTION: Level.GRASSROOTS,
    Level.GRASSROOTS: Level.UPPER_GRASSROOTS,
    Level.UPPER_GRASSROOTS: Level.PROVINCE,
    Level.COMMUNE: Level.PROVINCE,
    Level.PROVINCE: Level.CENTRE,
    Level.CENTRE: Level.CENTRE,
}
_STANDING: Final = "standing committee"


@attrs.frozen(slots=True, weakref_slot=False)
class Directory:
    """The rows of a dossier by id, and what follows from them."""

    tables: Tables

    def _row(self, rows: tuple[Row, ...], row_id: str) -> Any:  # noqa: ANN401 - a row of *rows*
        return next((row for row in rows if row.id == row_id), None)

    def document(self, row_id: str) -> Document | None:
        """Return a document by its id."""
        found: Document | None = self._row(self.tables.documents, row_id)
        return found

    def actor(self, row_id: str) -> Actor | None:
        """Return an actor by its id."""
        found: Actor | None = self._row(self.tables.actors, row_id)
        return found

    def body(self, name: str) -> Body | None:
        """Return the body that a word stands for: a body, or an actor whose role is known."""
        if name in _BODIES:
            return _BODIES[name]
        actor = self.actor(name)
        if actor is not None and actor.role is not None:
            return actor.role
        unit = self.tables.organisation
        if name in {unit.committee, unit.standing_committee, unit.superior}:
            return (
                Body.EXECUTIVE_COMMITTEE
                if name == unit.committee
                else Body.STANDING_COMMITTEE
                if name == unit.standing_committee
                else Body.SUPERIOR_COMMITTEE
            )
        if self._of_superior(actor):
            return Body.SUPERIOR_STANDING_COMMITTEE
        return Body.CELL if self._row(self.tables.cells, name) else None

    def _of_superior(self, actor: Actor | None) -> bool:
        superior = self.tables.organisation.superior
        return (
            actor is not None
            and bool(superior)
            and actor.of == superior
            and actor.kind == _STANDING
        )

    def nominee(self, row_id: str) -> dict[str, Any] | None:
        """Return a person as the facts of a nominee, or None where there is no such person."""
        person = self._row(self.tables.persons, row_id)
        if person is None:
            return None
        stands = [each for each in self.tables.candidates if each.person == row_id]
        candidate = next((each for each in stands if each.track is not None), None)
        candidate = candidate or (stands[0] if stands else Candidate(person=row_id))
        return {
            "id": person.id,
            "name": person.name or person.id,
            "sex": person.sex and person.sex.value,
            "born": person.born,
            "track": candidate.track and candidate.track.letter,
            "serving": person.serving,
            "in_planning": candidate.in_planning,
            "outside_consent": candidate.outside_consent,
            "standards": person.standards,
            "eligible": person.eligible,
            "willing": person.willing,
            "disciplined_on": person.disciplined_on,
            "introduced_by_superior": candidate.introduced_by_superior,
            "planned_on": person.planned_on,
            "planned_posts": person.planned_posts,
            "under_inquiry": person.under_inquiry,
            "higher_post": person.higher_post,
            "months_in_post": person.months_in_post,
            "category": person.category.value,
            "retires_on": person.retires_on,
            "minority": person.minority,
            "scientist": person.scientist,
        }

    def paper(self, row_id: str) -> dict[str, Any] | None:
        """Return a document as the facts of a paper, or None where there is no such document."""
        row = self.document(row_id)
        if row is None:
            return None
        level = self.level(row)
        return {
            "id": row.id,
            "type": row.type or "",
            "number": row.number,
            "issued": row.date,
            "level": level and level.value,
            "own": self.own(row),
            "implements": self._related(row_id, RelationKind.IMPLEMENTS),
            "amends": self._related(row_id, RelationKind.AMENDS),
            "replaces": self._related(row_id, RelationKind.REPLACES, RelationKind.REPEALS),
            "guides": self._related(row_id, RelationKind.GUIDES),
            "sources": list(row.source),
        }

    def _related(self, row_id: str, *kinds: RelationKind) -> list[str]:
        return [
            target
            for relation in self.tables.relations
            if relation.from_ == row_id and relation.kind in kinds
            for target in relation.to
        ]

    def own(self, row: Document) -> bool:
        """Return whether the organisation itself issued a document."""
        unit = self.tables.organisation
        ours = {unit.id, unit.committee, unit.standing_committee} - {None, ""}
        actor = self.actor(row.by or "")
        return row.by in ours or (actor is not None and actor.of in ours)

    def level(self, row: Document) -> Level | None:
        """Return the level of a document's issuer: as told, by its symbol, or by its place."""
        actor = self.actor(row.by or "")
        if actor is not None and actor.level is not None:
            return actor.level
        unit = self.tables.organisation
        if self.own(row):
            return unit.level
        symbol = self._symbol(row)
        if symbol in _LEVELS:
            return _LEVELS[symbol]
        above = {unit.superior} - {None, ""}
        if unit.level and (row.by in above or (actor is not None and actor.of in above)):
            return _ABOVE[unit.level]
        return None

    @staticmethod
    def _symbol(row: Document) -> str:
        return (row.number or "").rpartition("/")[2]


_BODIES: Final = {body.value: body for body in Body}
