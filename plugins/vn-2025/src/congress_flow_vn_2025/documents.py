"""Documents: who may issue what from 9 January 2026 on. All else about them outlived the term."""

from __future__ import annotations

from congress_flow import Answer, Case, Confidence, Level, Severity, Text
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020.document_issue import may_issue
from congress_flow_vn_2025._book import book
from congress_flow_vn_2025.instruments import QD399_2026
from congress_flow_vn_2025.papers_law import ISSUING


@book.rule(
    d.issue_administrative,
    cites=QD399_2026.at("Điều 11, Điều 13", Confidence.REPORTED),
    title=Text("Thể loại trong thẩm quyền ban hành", "A type that the body may issue"),
    severity=Severity.WARNS,
    subject="type_within_powers",
    encodes=("issue.matrix", "D34"),
)
def type_within_powers_2026(case: Case[d.Document], act: d.Issue) -> Answer:
    """The table of two digests, for a grassroots organisation and its cells."""
    if case.subject.level not in {Level.GRASSROOTS, Level.CELL}:
        return ()
    return may_issue(case, act, ISSUING)
