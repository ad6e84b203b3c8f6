"""What an issued document rests on, what it does to older ones, how it is ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Level,
    Severity,
    Step,
    Text,
    at_most,
    fails,
    given,
    holds,
    on_or_before,
    one_of,
)
from congress_flow import before as earlier
from congress_flow.numbering import TYPES, IssuingBody, IssuingMatrix
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._days import after
from congress_flow_vn_2020._documents import TABLE_4, closing, parameter, row
from congress_flow_vn_2020.instruments import CV11977_2020, HANDBOOK, QD66_2017
from congress_flow_vn_2020.papers_law import issuing_matrix
from congress_flow_vn_2020.preparation_acts import chain
from congress_flow_vn_2020.readings import Readings2020

_DEADLINE: Final = Text("hạn tổ chức đại hội", "deadline")
_ISSUES: tuple[Step[d.Document, d.Issue], ...] = (
    d.issue_by_presidium,
    d.issue_by_new_committee,
    d.issue_administrative,
)


@book.rule(
    d.issue_by_new_committee,
    cites=CV11977_2020.at("toàn văn"),
    title=Text("Tiếp thu ý kiến đại hội trước khi ban hành", "Opinions are absorbed first"),
    encodes=("D33", "document.action_programme.voted"),
)
def opinions_absorbed(case: Case[d.Document], act: d.Issue) -> Demand:
    """The new committee absorbs the opinions of the congress, completes it and issues it."""
    what = Text("đã tiếp thu ý kiến của đại hội", "opinions of the congress absorbed")
    return holds(act.opinions_absorbed, what=what)


@book.rule(
    d.issue_by_new_committee,
    cites=CV11977_2020.at("thời hạn ban hành (không thấy)", Confidence.UNKNOWN),
    title=Text("Hạn ban hành chương trình hành động", "The action programme is issued in time"),
    severity=Severity.WARNS,
    encodes=("action_programme.issue_limit", "D33"),
)
def action_programme_in_time(
    case: Case[d.Document], act: d.Issue, about: Context[Readings2020]
) -> Answer:
    """Asked only where the reading sets a limit, counted from the closing."""
    limit = about.readings.action_programme_issue
    if limit is None:
        return ()
    latest = after(closing(case, act, about), limit, about.readings)
    return on_or_before(act.on, latest, what=Text("ngày ban hành", "issued on"))


_TYPE: Final = Text("thể loại được ban hành", "a type that it may issue")


def _issuing_body(case: Case[d.Document], act: d.Issue) -> IssuingBody:
    if case.subject.level is Level.CELL:
        return IssuingBody.CELL
    standing = act.by is d.Body.STANDING_COMMITTEE
    return IssuingBody.STANDING_COMMITTEE if standing else IssuingBody.EXECUTIVE_COMMITTEE


def may_issue(case: Case[d.Document], act: d.Issue, matrix: IssuingMatrix) -> Answer:
    """Demand that a document is of a type that its body may issue, as far as a table tells."""
    if not case.subject.kind.symbol:
        return ()  # a paper without a type symbol is no named type: nobody's power to issue it
    # A decision, never a regulation, is what the QĐ of these kinds stands for.
    type_name = TYPES[case.subject.kind.symbol].names[0].vi
    told = matrix.may_issue(_issuing_body(case, act), type_name, act.on)
    return () if told is None else holds(told.value, about=type_name, what=_TYPE)


@book.rule(
    d.issue_administrative,
    cites=QD66_2017.at("Điều 9 khoản 4 điểm c", Confidence.REPORTED),
    title=Text(
        "Chi bộ không ban hành quy chế, thông báo, kết luận",
        "A cell issues no working rules, notices, conclusions",
    ),
    severity=Severity.WARNS,
    encodes=("issue.matrix", "D34"),
)
def cell_does_not_issue(case: Case[d.Document], act: d.Issue) -> Answer:
    """The one line of the list of powers that was read."""
    return may_issue(case, act, issuing_matrix(others_as_2026=False))


@book.rule(
    d.issue_administrative,
    cites=QD66_2017.at("thẩm quyền ban hành (chưa đọc được)", Confidence.UNKNOWN),
    title=Text("Thể loại trong thẩm quyền ban hành", "A type that the body may issue"),
    severity=Severity.WARNS,
    encodes=("issue.matrix", "D34"),
)
def type_within_powers(
    case: Case[d.Document], act: d.Issue, about: Context[Readings2020]
) -> Answer:
    """Asked only at the grassroots, where the reading takes the table of 2026 for before."""
    read = about.readings.other_bodies_issue_as_2026
    if not read or case.subject.level not in {Level.GRASSROOTS, Level.CELL}:
        return ()
    return may_issue(case, act, issuing_matrix(others_as_2026=True))


@book.rule(
    d.issue_administrative,
    cites=HANDBOOK.at("documents.md 8.1", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Kế hoạch dựa trên căn cứ hợp lệ", "A plan rests on a valid chain of bases"),
    encodes=("documents.md 8.1",),
)
def document_rests_on_bases(case: Case[d.Document], act: d.Issue) -> Iterator[Demand | Gap]:
    """Each basis: dated no later, in force, of the same or a higher level or the body's own."""
    if case.subject.kind is not d.DocumentKind.PLAN:
        return
    if act.bases is None:
        yield Gap(Text("chưa rõ căn cứ của kế hoạch", "the bases of the plan are not known"))
        return
    paper = d.Paper(id=case.id, type="plan", issued=act.on, level=case.subject.level, own=True)
    yield from chain(paper, act.bases)
    what = Text("mọi căn cứ đang có hiệu lực", "every basis in force")
    yield holds(act.bases_in_force, what=what)


@book.rule(
    d.issue_administrative,
    cites=HANDBOOK.at("documents.md 8.1", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Căn cứ không đi vòng", "The chain of bases has no circle"),
    encodes=("documents.md 8.1",),
)
def bases_without_circle(
    case: Case[d.Document], act: d.Issue, about: Context[Readings2020]
) -> Iterator[Demand]:
    """No basis rests, itself or through its own bases, on this document."""
    rests: dict[str, set[str]] = {}
    for other in about.beside.of(d.document_life):
        for issue in other.events(d.Issue):
            rests[other.id] = {paper.id for paper in issue.bases or ()}
    for paper in act.bases or ():
        rests.setdefault(paper.id, set()).update(paper.implements)
        below, seen = {paper.id}, set[str]()
        while below:
            name = below.pop()
            seen.add(name)
            below |= rests.get(name, set()) - seen
        what = Text("căn cứ dựa vào chính văn bản này", "rests on this document")
        yield fails(case.id in seen, about=paper.number or paper.id, what=what)


@book.rule(
    d.issue_administrative,
    cites=HANDBOOK.at("documents.md 8.1", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Hạn của kế hoạch nằm trong hạn của cấp trên", "Its deadline lies within the superiors'"
    ),
    encodes=("documents.md 8.1", "deadline.effective"),
)
def deadline_within_limits(case: Case[d.Document], act: d.Issue) -> Iterator[Demand]:
    """No later than any last day that a superior's plan sets."""
    for limit in act.limits:
        yield on_or_before(act.deadline, limit.day, about=limit.document, what=_DEADLINE)


@book.rule(
    d.issue_administrative,
    cites=parameter("deadline.before_is_exclusive", Confidence.UNKNOWN),
    in_force=TABLE_4,
    title=Text('Hạn "trước ngày" không gồm ngày ấy', 'A limit "before the day" leaves it out'),
    severity=Severity.WARNS,
    encodes=("deadline.before_is_exclusive",),
)
def deadline_before_the_day(
    case: Case[d.Document], act: d.Issue, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Asked only where the reading takes "before" (trước) at its word."""
    for limit in act.limits:
        if limit.before and about.readings.before_is_exclusive:
            yield earlier(act.deadline, limit.day, about=limit.document, what=_DEADLINE)


@book.rule(
    *_ISSUES,
    cites=QD66_2017.at("điều 3", Confidence.VERIFIED),
    title=Text(
        "Nêu rõ văn bản được sửa đổi; chỉ cơ quan ban hành hoặc cấp trên được sửa",
        "It names what it amends, and only the issuer or a higher body amends",
    ),
    encodes=("documents.md 8.2", "4-I5"),
)
def amends_by_right(case: Case[d.Document], act: d.Issue) -> Iterator[Demand]:
    """One document may do so to several; each is named by number and day."""
    for older in act.amends:
        name = older.number or "–"
        yield given(older.number, what=Text("số văn bản được sửa", "number of the older one"))
        yield on_or_before(
            older.issued, act.on, about=name, what=Text("ngày văn bản cũ", "older one dated")
        )
        what = Text("quan hệ với văn bản cũ", "what it does to it")
        yield given(older.relation, about=name, what=what)
        changes = older.relation is not None and (older.relation.alters or older.relation.ends)
        if changes and not older.own:
            yield _lower(older, case.subject.level, name)


def _lower(older: d.Amendment, level: Level, name: str) -> Demand:
    what = Text("cấp ban hành văn bản cũ", "level that issued the older one")
    if older.own is None:
        return holds(None, about=name, what=Text("cùng cơ quan ban hành", "of the same issuer"))
    below = None if older.level is None else older.level.rank
    return at_most(below, level.rank - 1, about=name, what=what)


@book.rule(
    d.supersede,
    cites=QD66_2017.at("điều 3", Confidence.VERIFIED),
    title=Text(
        "Văn bản mới phải nêu rõ văn bản bị thay thế, bãi bỏ", "The new document names this one"
    ),
    encodes=("D38", "documents.md 8.2"),
)
def successor_names_this(case: Case[d.Document], act: d.Supersede) -> Iterator[Demand]:
    """Its number, and that it names what it replaces or repeals."""
    yield given(act.successor, what=Text("số văn bản mới", "number of the new document"))
    named = Text("văn bản mới nêu rõ văn bản này", "the new one names this one")
    yield holds(act.names_this, what=named)


@book.rule(
    d.supersede,
    cites=row("D38, 4-I5", Confidence.VERIFIED),
    in_force=TABLE_4,
    title=Text("Chỉ thay thế toàn bộ mới chấm dứt văn bản", "Only a full replacement ends it"),
    encodes=("D38", "4-I5", "documents.md 8.2"),
)
def superseded_in_full(case: Case[d.Document], act: d.Supersede) -> Demand:
    """A partial amendment leaves the document where it is: it only adds a dated change."""
    full = [relation for relation in d.RelationKind if relation.ends]
    return one_of(act.relation, full, what=Text("quan hệ", "relation"))


_ABOVE: Final = (d.Body.SUPERIOR_COMMITTEE, d.Body.SUPERIOR_STANDING_COMMITTEE)
_COMMITTEES: Final = (d.Body.EXECUTIVE_COMMITTEE, d.Body.NEW_COMMITTEE)
# Who may end what a body issued, besides those above: the body itself, or the one that it acts for.
_ENDED_BY: Final = {
    d.Body.STANDING_COMMITTEE: (d.Body.STANDING_COMMITTEE, *_COMMITTEES),
    d.Body.EXECUTIVE_COMMITTEE: _COMMITTEES,
    d.Body.NEW_COMMITTEE: _COMMITTEES,
    d.Body.CELL_COMMITTEE: d.CELL_BODIES,
    d.Body.HEAD: d.CELL_BODIES,
    d.Body.PRESIDIUM: (d.Body.PRESIDIUM, d.Body.CONGRESS, d.Body.CELL_CONGRESS),
    d.Body.CHAIR: (d.Body.CHAIR, d.Body.CONGRESS, d.Body.CELL_CONGRESS),
}


@book.rule(
    d.supersede,
    cites=QD66_2017.at("điều 3", Confidence.VERIFIED),
    title=Text(
        "Chỉ cơ quan đã ban hành hoặc cấp trên có thẩm quyền",
        "Only the issuer or a competent higher body",
    ),
    encodes=("D38", "documents.md 8.2"),
)
def superseded_by_right(case: Case[d.Document], act: d.Supersede) -> Demand:
    """Ended by the body that issued it, or from above."""
    issue = case.last(d.Issue) or case.last(d.SignMinutes)
    issuer = None if issue is None else issue.by
    own = () if issuer is None else _ENDED_BY.get(issuer, (issuer,))
    what = Text("cơ quan thay thế, bãi bỏ", "body that ends it")
    return one_of(act.by, (*own, *_ABOVE), what=what)
