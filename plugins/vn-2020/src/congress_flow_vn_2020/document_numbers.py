"""Numbers and signatures: whose series, from which day, in what form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from congress_flow import (
    ALWAYS,
    Answer,
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Severity,
    Step,
    Text,
    equals,
    fails,
    given,
    holds,
    none_of,
    on_or_after,
    one_of,
)
from congress_flow.numbering import (
    Entry,
    Number,
    Reading,
    Repair,
    check_register,
    committee_term,
    read,
)
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._documents import TABLE_4, closing, during_congress
from congress_flow_vn_2020.instruments import HANDBOOK, HD36_2018
from congress_flow_vn_2020.papers_law import LEADING_ZERO, SERIES
from congress_flow_vn_2020.readings import Readings2020

CONGRESS_SYMBOL: Final = "ĐH"
_NUMBER: Final = Text("số văn bản", "number")
_SYMBOL: Final = Text("ký hiệu cơ quan ban hành", "issuer in the number")

Numbered = d.SignMinutes | d.Issue

_NUMBERED: tuple[Step[d.Document, Numbered], ...] = (
    d.sign_minutes,
    d.issue_by_presidium,
    d.issue_by_new_committee,
    d.issue_administrative,
)
_BY_CONGRESS: tuple[Step[d.Document, Numbered], ...] = (d.sign_minutes, d.issue_by_presidium)
_BY_COMMITTEE: tuple[Step[d.Document, d.Issue], ...] = (
    d.issue_by_new_committee,
    d.issue_administrative,
)
_ISSUES: tuple[Step[d.Document, d.Issue], ...] = (d.issue_by_presidium, *_BY_COMMITTEE)


def _reading(act: Numbered) -> Reading:
    return _read(act.number or "")


@lru_cache(maxsize=1024)
def _read(number: str) -> Reading:
    # Each new number is held against all earlier ones of its series, by several rules.
    return read(number)


@book.rule(
    *_NUMBERED,
    cites=HD36_2018.at("mục 1.3", Confidence.REPORTED),
    title=Text("Có số, ký hiệu đúng thể loại", "It has a number, with the symbol of its type"),
    encodes=("number.series.committee", "number.series.congress", "numbering.md 5"),
)
def number_of_its_type(case: Case[d.Document], act: Numbered) -> Iterator[Demand | Breach]:
    """The number can be read, and its type symbol is that of the kind of document."""
    yield given(act.number, what=_NUMBER)
    if not act.number:
        return
    found = _reading(act)
    if found.number is None:
        why = found.defect.term if found.defect else Text("không đọc được", "not readable")
        yield Breach(
            Text(f"số {act.number}: {why.vi}", f"number {act.number}: {why.en}"),
            {"number": act.number},
        )
        return
    kind = case.subject.kind
    what = Text(f"ký hiệu thể loại của {kind.term.vi}", f"type symbol of a {kind.term.en}")
    yield equals(found.number.symbol, kind.symbol, what=what)


@book.rule(
    *_NUMBERED,
    cites=LEADING_ZERO,
    title=Text("Số dưới 10 có số 0 đứng trước", "Numbers below 10 have a leading zero"),
    severity=Severity.WARNS,
    encodes=("number.leading_zero",),
)
def number_has_leading_zero(case: Case[d.Document], act: Numbered) -> Demand:
    """As printed: 09, not 9."""
    lacking = Repair.LEADING_ZERO in _reading(act).repairs
    return fails(lacking, what=Text("thiếu số 0 đứng trước", "leading zero lacking"))


@book.rule(
    *_BY_CONGRESS,
    cites=SERIES,
    title=Text(
        "Văn bản của đại hội mang số chung của đại hội (ĐH)",
        "Papers of the congress are numbered in its own series (ĐH)",
    ),
    encodes=("number.series.congress", "D27a", "D32"),
)
def number_in_congress_series(case: Case[d.Document], act: Numbered) -> Answer:
    """One common series for congress, presidium, secretariat, credentials and counting boards."""
    number = _reading(act).number
    return () if number is None else equals(number.issuers, (CONGRESS_SYMBOL,), what=_SYMBOL)


@book.rule(
    *_BY_CONGRESS,
    cites=SERIES,
    title=Text(
        "Số của đại hội chỉ cấp từ khai mạc đến ngày bế mạc",
        "The congress's series runs from the opening to the closing day",
    ),
    encodes=("number.series.congress",),
)
def numbered_during_congress(
    case: Case[d.Document], act: Numbered, about: Context[Readings2020]
) -> Demand:
    """The preparatory session included; not before, not after."""
    during = Text("trong thời gian đại hội", "from opening to closing day")
    return holds(during_congress(case, act, about), what=during)


@book.rule(
    *_BY_COMMITTEE,
    cites=SERIES,
    title=Text(
        "Văn bản của cấp ủy mang số của cấp ủy, không mang số của đại hội",
        "Papers of the committee are numbered in its series, not the congress's",
    ),
    encodes=("number.series.committee", "D33", "D34"),
)
def number_in_committee_series(case: Case[d.Document], act: d.Issue) -> Answer:
    """From 01 for each type within one committee term."""
    number = _reading(act).number
    return () if number is None else none_of(CONGRESS_SYMBOL, number.issuers, what=_SYMBOL)


def _line(case: Case[d.Document], act: Numbered, number: Number) -> Entry:
    # The only QĐ among these kinds is a decision, the first of its two names.
    return Entry(number=number, type_name=number.type_names[0].vi, issued=act.on)


def _register(case: Case[d.Document], act: Numbered, number: Number) -> tuple[object, ...]:
    """Return whose register a number stands in; a committee begins a new one with its term."""
    congress = CONGRESS_SYMBOL in number.issuers
    term = case.subject.congress if congress else act.by is d.Body.NEW_COMMITTEE
    return (case.subject.unit, congress, term)


@book.rule(
    *_NUMBERED,
    cites=HD36_2018.at("mục 1.3.1", Confidence.DERIVED),
    title=Text(
        "Trong một sổ, số không trùng và tăng theo ngày",
        "In one series no number is used twice, and numbers rise with the days",
    ),
    encodes=("number.series.committee", "number.series.congress", "numbering.md 6"),
)
def number_rises_in_series(
    case: Case[d.Document], act: Numbered, about: Context[Readings2020]
) -> Iterator[Breach]:
    """Held against the numbers of the documents beside."""
    number = _reading(act).number
    if number is None:
        return
    own = _line(case, act, number)
    for other in about.beside.of(d.document_life):
        issues: list[Numbered] = [*other.events(d.Issue), *other.events(d.SignMinutes)]
        for issue in issues:
            found = _reading(issue).number
            if found is None or _register(other, issue, found) != _register(case, act, number):
                continue
            line = _line(other, issue, found)
            for fault in check_register((own, line), term=ALWAYS, complete=False):
                words = fault.fault.term
                yield Breach(
                    Text(
                        f"{number} và {found} ngày {issue.on:%d/%m/%Y}: {words.vi}",
                        f"{number} and {found} of {issue.on.isoformat()}: {words.en}",
                    ),
                    {"number": str(number), "other": str(found), "other_on": issue.on},
                )


@book.rule(
    d.issue_by_new_committee,
    cites=SERIES,
    title=Text("Số thuộc nhiệm kỳ của cấp ủy mới", "The number is one of the new term"),
    encodes=("number.term", "D33"),
)
def number_in_new_term(
    case: Case[d.Document], act: d.Issue, about: Context[Readings2020]
) -> Demand:
    """From the day after the closing; or from the first meeting, if held during the congress."""
    closed = closing(case, act, about)
    begins: date | None = None
    # A meeting that is not known of can matter only up to the closing day.
    if closed is not None and (act.on > closed or act.first_meeting is not None):
        term = committee_term(closed, first_meeting=act.first_meeting, next_closed=None)
        begins = term.since
    return on_or_after(act.on, begins, what=Text("ngày ban hành", "issued on"))


@book.rule(
    *_ISSUES,
    cites=HD36_2018.at("mục 1.7", Confidence.VERIFIED),
    title=Text("Tập thể ban hành thì ký T/M, không ký K/T", "A collective body's paper: T/M"),
    encodes=("sign.collective", "D32"),
)
def signed_on_behalf(
    case: Case[d.Document], act: d.Issue, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Also where a deputy signs. The resolution is signed on behalf of the presidium."""
    yield equals(act.signed, d.Authority.ON_BEHALF, what=Text("thể thức đề ký", "line signed"))
    if about.step is d.issue_by_presidium:
        bodies = (d.Body.PRESIDIUM, d.Body.CHAIR)
        yield one_of(act.signed_for, bodies, what=Text("thay mặt", "on behalf of"))


@book.rule(
    *_NUMBERED,
    cites=HANDBOOK.at("procedures.md 4-I6; numbering.md 8", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Văn bản đã có số, đã ký không còn dấu dự thảo",
        "A numbered, signed document carries no draft mark",
    ),
    encodes=("4-I6", "TR31"),
)
def issued_without_draft_mark(case: Case[d.Document], act: Numbered) -> Demand:
    """The mark "Dự thảo lần n" is off."""
    return fails(act.draft_mark, what=Text("còn dấu dự thảo", "draft mark"))
