"""How persons, papers and cases are called in a report: by their names where the dossier has them.

Rules know persons and cases by their ids; readers do not. Only the words change: figures keep ids.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, cast

import attrs

from congress_flow._demand import Breach, Caution, Demand, Gap
from congress_flow._text import Lang, Text
from congress_flow.dossier._dossier import Dossier
from congress_flow.dossier._subjects import SINGLE, document_kind
from congress_flow.dossier._tables import Document
from congress_flow.procedures.personnel_track import TrackKind

Answer = Demand | Breach | Gap | Caution


@attrs.frozen(slots=True, weakref_slot=False)
class Names:
    """The names of what has one, by its id, and the titles of the cases that have none.

    What two rows of different tables are called alike by id has no name: it might be the other.
    """

    names: Mapping[str, Text] = attrs.field(factory=dict[str, Text])
    titles: Mapping[str, Text] = attrs.field(factory=dict[str, Text])

    @classmethod
    def of(cls, dossier: Dossier) -> Names:
        """Return the names that *dossier* knows; of namesakes each has its id behind its name."""
        rows = list(_named(dossier))
        ids = Counter(each for each, _ in rows)
        alike = Counter(name.vi for _, name in rows)
        names = {
            each: name if alike[name.vi] == 1 else _with_id(name, each)
            for each, name in rows
            if ids[each] == 1
        }
        titles = {opening.id: opening.procedure.title for opening in dossier.cases}
        return cls(names, titles)

    def case(self, case_id: str) -> Text:
        """Return how a case is called where it stands alone: its name, and the id to ask for it."""
        name = self.names.get(case_id) or self.titles.get(case_id)
        if name is None:
            return Text(case_id, case_id)
        name = Text(_capital(name.vi), _capital(name.en))
        return name if name.vi.endswith(f"({case_id})") else _with_id(name, case_id)

    def short(self, row_id: str) -> Text:
        """Return how a row is called in passing: its name, or its id where it has none."""
        return self.names.get(row_id) or Text(row_id, row_id)

    def text(self, answer: Answer) -> Text:
        """Return what an answer of a rule says, with names in the place of ids."""
        if isinstance(answer, Demand):
            return self._of_demand(answer)
        return Text(self._replaced(answer, "vi"), self._replaced(answer, "en"))

    def _of_demand(self, demand: Demand) -> Text:
        known = {name for name, _ in demand.terms}
        terms = tuple(
            (each, self.names[each])
            for each in dict.fromkeys((*_words(demand.value), *_words(demand.limit)))
            if each in self.names and each not in known
        )
        about = self.names.get(demand.about)
        if not terms and about is None:
            return demand.text
        named = attrs.evolve(demand, terms=(*demand.terms, *terms))
        if about is None:
            return named.text
        in_vietnamese, in_english = (
            attrs.evolve(named, about=about.within(lang)).text for lang in ("vi", "en")
        )
        return Text(in_vietnamese.vi, in_english.en)

    def _replaced(self, answer: Breach | Gap | Caution, lang: Lang) -> str:
        """Return the words with the ids that stand in the figures, and as a whole, replaced."""
        told = answer.text.within(lang)
        for figure in answer.figures.values():
            ids = [each for each in _words(figure) if each in self.names]
            if ids and len(ids) == len(list(_words(figure))):
                listed = ", ".join(self.names[each].within(lang) for each in ids)
                told = _whole(", ".join(ids)).sub(listed.replace("\\", r"\\"), told)
        return told


def _whole(words: str) -> re.Pattern[str]:
    """Return how to find *words* where they stand for themselves, before or after a colon."""
    return re.compile(rf"(?:^|(?<=: )){re.escape(words)}(?=:|;|$)")


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _words(figure: object) -> Iterator[str]:
    if isinstance(figure, str):
        yield figure
    elif isinstance(figure, tuple):
        yield from cast("tuple[str, ...]", figure)


def _with_id(name: Text, row_id: str) -> Text:
    return Text(f"{name.vi} ({row_id})", f"{name.en} ({row_id})")


def _named(dossier: Dossier) -> Iterator[tuple[str, Text]]:
    tables = dossier.tables
    for person in tables.persons:
        if person.id:
            yield person.id, _same(person.name or person.id)
    for cell in tables.cells:
        if cell.id and cell.name:
            yield cell.id, _same(cell.name)
    for paper in tables.documents:
        name = _paper(paper)
        if paper.id and name is not None:
            yield paper.id, name
    yield from _contests(dossier)
    yield from _single()


def _same(words: str) -> Text:
    return Text(words, words)


def _paper(row: Document) -> Text | None:
    """A paper by its kind and number; None where only an unknown kind is told."""
    kind = document_kind(row)
    told = [kind.term] if kind is not None else []
    if row.number:
        told.append(_same(row.number))
    if not told:
        return None
    return Text(_joined(told, "vi"), _joined(told, "en"))


def _joined(parts: Iterable[Text], lang: Lang) -> str:
    return " ".join(part.within(lang) for part in parts)


def _contests(dossier: Dossier) -> Iterator[tuple[str, Text]]:
    """An election by what is elected, and in which cell."""
    tables = dossier.tables
    cells = {cell.id: cell.name for cell in tables.cells if cell.id and cell.name}
    where = {row.id: str(row.facts.get("congress", "")) for row in tables.cases}
    for row in tables.contests:
        if row.id:
            cell = cells.get(where.get(row.id, ""))
            tail = f", {cell}" if cell else ""
            post = row.post.term
            yield row.id, Text(f"Bầu {post.vi}{tail}", f"Election: {post.en}{tail}")


def _single() -> Iterator[tuple[str, Text]]:
    """The cases that every dossier has, by the titles of their procedures."""
    tracks: Final = {f"personnel_track_{kind.value}": kind.term for kind in TrackKind}
    for case_id, procedure in SINGLE.items():
        title = procedure.title
        track = tracks.get(case_id)
        if track is None:
            yield case_id, title
        else:
            yield case_id, Text(f"{title.vi}, {track.vi}", f"{title.en}, {track.en}")
