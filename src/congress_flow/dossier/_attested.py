"""Rows that tell what became of a matter, but not step by step: they are attested, not judged.

The steps between are not invented. A matter that nobody could judge is a gap in the review.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from congress_flow._demand import Gap
from congress_flow._text import Text
from congress_flow._verdict import Finding, FindingKind
from congress_flow.dossier._directory import Directory
from congress_flow.dossier._dossier import Dossier
from congress_flow.dossier._filling import taken_opinions
from congress_flow.dossier._tables import Row

_TITLE: Final = Text("Không ghi từng bước, chưa xét được", "Not recorded step by step, not judged")


def unwalked(dossier: Dossier, day: date) -> Iterator[Finding]:
    """Yield a gap for each row that should have been judged by *day* and could not.

    Cells are not among them: the sum of their congresses is a statement of its own (G5). Nor is
    what the dossier records step by step, or only of later days.
    """
    tables = dossier.tables
    cases = {opening.id for opening in dossier.cases}
    for complaint in tables.complaints:
        if complaint.id not in cases and _by(day, complaint.received_first or complaint.sent):
            became = complaint.handled.term if complaint.handled else Text("?", "?")
            yield _gap(
                complaint,
                f"đơn {complaint.id}: chỉ ghi kết quả “{became.vi}”",
                f"letter {complaint.id}: only the outcome “{became.en}” is told",
            )
    for contest in tables.contests:
        if contest.id not in cases and _by(day, contest.date):
            yield _gap(
                contest,
                f"cuộc bầu cử {contest.id}: chỉ ghi số liệu",
                f"election {contest.id}: only its figures are told",
            )
    for vote in tables.step_votes:
        if vote.date is None:
            yield _gap(
                vote,
                f"bước {vote.step}, vòng {vote.track.value}: không rõ ngày họp",
                f"step {vote.step}, track {vote.track.value}: the day of the meeting is not known",
            )
    yield from _opinions(dossier, day)


def _by(day: date, told: date | None) -> bool:
    """Return whether something is of *day* or before; so is what has no day."""
    return told is None or told <= day


def _opinions(dossier: Dossier, day: date) -> Iterator[Finding]:
    directory = Directory(dossier.tables)
    documents = sorted({row.document for row in dossier.tables.opinions})
    for document in documents:
        taken = {row.place for rows in taken_opinions(directory, document).values() for row in rows}
        for row in dossier.tables.opinions:
            late = not _by(day, row.received)
            if row.document == document and row.place not in taken and not late:
                yield _gap(
                    row,
                    f"ý kiến {row.id or row.place} về {document}: chưa đợt lấy ý kiến nào nhận",
                    f"opinion {row.id or row.place} on {document}: taken in by no consultation",
                )


def _gap(row: Row, vi: str, en: str) -> Finding:
    return Finding(
        kind=FindingKind.GAP,
        rule="engine/not_walked",
        title=_TITLE,
        citations=(),
        answer=Gap(Text(vi, en), {"path": row.place}, row.source),
    )
