"""Rows that tell what became of a matter, but not step by step: they are attested, not judged.

The steps between are not invented. A matter that nobody could judge is a gap in the review.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from congress_flow._demand import Gap
from congress_flow._text import Text
from congress_flow._verdict import Finding, FindingKind
from congress_flow.dossier._directory import Directory
from congress_flow.dossier._dossier import Dossier
from congress_flow.dossier._filling import taken_opinions
from congress_flow.dossier._tables import Row

_TITLE: Final = Text("Không ghi từng bước, chưa xét được", "Not recorded step by step, not judged")


def unwalked(dossier: Dossier, cases: Collection[str]) -> Iterator[Finding]:
    """Yield a gap for each row that should have been judged and could not. *cases*: the open ones.

    Cells are not among them: the sum of their congresses is a statement of its own (G5).
    """
    tables = dossier.tables
    for complaint in tables.complaints:
        if complaint.id not in cases:
            became = complaint.handled.value if complaint.handled else "?"
            yield _gap(
                complaint,
                f"đơn {complaint.id}: chỉ ghi kết quả “{became}”",
                f"letter {complaint.id}: only the outcome “{became}” is told",
            )
    for contest in tables.contests:
        if contest.id not in cases:
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
    yield from _opinions(dossier)


def _opinions(dossier: Dossier) -> Iterator[Finding]:
    directory = Directory(dossier.tables)
    documents = sorted({row.document for row in dossier.tables.opinions})
    for document in documents:
        taken = {row.place for rows in taken_opinions(directory, document).values() for row in rows}
        for row in dossier.tables.opinions:
            if row.document == document and row.place not in taken:
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
