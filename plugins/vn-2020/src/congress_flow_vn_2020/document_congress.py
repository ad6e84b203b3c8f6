"""At the congress: presented, discussed, voted or noted, handed over; minutes signed."""

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
    Severity,
    Step,
    Text,
    at_least,
    at_most,
    equals,
    fails,
    given,
    holds,
    more_than_half,
    one_of,
)
from congress_flow.procedures import document_life as d
from congress_flow.procedures import document_record as record
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._document_checks import CHECKS, MINUTES_PARTS, SUMMARY_CHECKS
from congress_flow_vn_2020._documents import (
    TABLE_4,
    XIII_DRAFTS,
    convened,
    in_session,
    parameter,
    row,
    suspended,
)
from congress_flow_vn_2020.instruments import (
    CV11977_2020,
    DL_2011,
    HANDBOOK,
    HD01_2016,
    HD60_2020,
)
from congress_flow_vn_2020.readings import Readings2020

_PRESENTED: tuple[Step[d.Document, d.Present], ...] = (d.present, d.present_made)
_SITTING: Final = Text("đại hội đang họp", "the congress is in session")


@book.rule(
    *_PRESENTED,
    cites=row("D24, D27; 9.1", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Đại hội đang họp", "The congress is in session"),
    encodes=("D24", "D27"),
)
def presented_in_session(
    case: Case[d.Document], act: d.Present, about: Context[Readings2020]
) -> Demand:
    """Prepared papers once the quorum is confirmed; those made there from the opening on."""
    quorate = about.step is d.present
    return holds(in_session(case, act, about, quorate=quorate), what=_SITTING)


@book.rule(
    *_PRESENTED,
    cites=row("4 (6.3)", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Đang tạm hoãn thì không trình đại hội", "A suspension always stops presenting"),
    encodes=("D24", "D27", "U1"),
)
def presented_without_suspension(
    case: Case[d.Document], act: d.Present, about: Context[Readings2020]
) -> Demand:
    """No suspension is in force for the unit."""
    what = Text("đang bị tạm hoãn", "suspended")
    return fails(suspended(case, about) is not None, what=what)


@book.rule(
    d.present,
    cites=row("D24", Confidence.VERIFIED),
    in_force=TABLE_4,
    title=Text("Theo một mục của chương trình đại hội", "Under an item of the programme"),
    encodes=("D24",),
)
def presented_under_item(case: Case[d.Document], act: d.Present) -> Demand:
    """The item is named."""
    return given(act.programme_item, what=Text("mục chương trình", "programme item"))


@book.rule(
    *_PRESENTED,
    cites=row("4-I2, D24", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text(
        "Bản trình đại hội đúng là bản đã được duyệt", "What is presented is what was approved"
    ),
    encodes=("4-I2", "D24", "TR31"),
)
def presented_version_approved(
    case: Case[d.Document], act: d.Present, about: Context[Readings2020]
) -> Demand:
    """By its digest; a paper made at the congress is presented as it was drafted there."""
    if about.step is d.present:
        version = record.final_version(case)
    else:
        version = (record.last_draft(case) or d.Draft()).sha256
    return equals(act.sha256, version, what=Text("mã băm của bản trình", "digest presented"))


@book.rule(
    d.draft_at_congress,
    cites=HD60_2020.at("yêu cầu đối với báo cáo tổng hợp ý kiến", Confidence.VERIFIED),
    in_force=XIII_DRAFTS,
    title=Text(
        "Báo cáo tổng hợp ý kiến đạt yêu cầu của Văn phòng Trung ương",
        "The summary of opinions is as the Central Office asks",
    ),
    encodes=("documents.md 3 OS1-OS4, OS9", "D26"),
)
def summary_as_asked(case: Case[d.Document], act: d.DraftAtCongress) -> Iterator[Demand]:
    """OS1 to OS4 and OS9, each answered with yes. OS5 to OS8 are another city's (Hà Nội)."""
    if case.subject.kind is not d.DocumentKind.OPINIONS_SUMMARY:
        return
    checks = act.checks or {}
    for name in SUMMARY_CHECKS:
        yield holds(checks.get(name), about=name, what=CHECKS[name])


@book.rule(
    d.discuss,
    cites=row("D28", Confidence.VERIFIED),
    in_force=TABLE_4,
    title=Text("Ghi lại những người phát biểu", "The speakers are recorded"),
    encodes=("D28",),
)
def speakers_recorded(case: Case[d.Document], act: d.Discuss) -> Demand:
    """Who spoke; nobody is an answer too, as long as it is recorded."""
    spoke = None if act.speakers is None else len(act.speakers)
    return at_least(spoke, 0, what=Text("số người phát biểu", "speakers"))


@book.rule(
    d.adopt,
    cites=parameter("document.resolution.voted", Confidence.VERIFIED),
    in_force=TABLE_4,
    title=Text("Thông qua bằng biểu quyết", "Adopted by a vote"),
    encodes=("document.resolution.voted", "D29"),
)
def adoption_voted(case: Case[d.Document], act: d.Adopt) -> Iterator[Demand]:
    """The votes in favour are counted, and are no more than the body has members."""
    what = Text("số biểu quyết đồng ý", "votes in favour")
    yield at_least(act.in_favour, 1, what=what)
    if act.members is not None:
        yield at_most(act.in_favour, act.members, what=what)


@book.rule(
    d.adopt,
    cites=DL_2011.at("điều 9", Confidence.ASSUMED),
    title=Text("Quá nửa tán thành", "More than half in favour"),
    severity=Severity.WARNS,
    encodes=("resolution.majority", "D29", "TR3"),
)
def adoption_majority(
    case: Case[d.Document], act: d.Adopt, about: Context[Readings2020]
) -> Iterator[Demand]:
    """2 · in favour > members of the body; exactly half fails.

    Those convened, not those present: where the congress has a roll, the act's word must be it.
    """
    what = Text("số biểu quyết đồng ý", "votes in favour")
    body = convened(case, about)
    if body is None:
        yield more_than_half(act.in_favour, of=act.members, what=what)
        return
    yield more_than_half(act.in_favour, of=body, what=what)
    if act.members is not None:
        yield equals(act.members, body, what=Text("số người được triệu tập", "convened"))


_AT_PREPARATORY: Final = (d.DocumentKind.WORKING_RULES, d.DocumentKind.ELECTION_RULES)


@book.rule(
    d.adopt,
    cites=HD01_2016.at("quy chế làm việc của đại hội, phiên trù bị", Confidence.VERIFIED),
    title=Text(
        "Quy chế làm việc, quy chế bầu cử thông qua ở phiên trù bị",
        "Working and election rules are adopted at the preparatory session",
    ),
    severity=Severity.WARNS,
    encodes=("documents.md 4.2",),
)
def rules_at_preparatory_session(case: Case[d.Document], act: d.Adopt) -> Answer:
    """A remark, not a bar: a small congress may sit in one session only."""
    if case.subject.kind not in _AT_PREPARATORY:
        return ()
    return equals(act.session, d.Session.PREPARATORY, what=Text("phiên họp", "session"))


@book.rule(
    d.note,
    cites=row("D30", Confidence.DERIVED),
    in_force=TABLE_4,
    title=Text("Kết luận được đưa vào nghị quyết", "The conclusions go into the resolution"),
    encodes=("D30",),
)
def conclusions_in_resolution(
    case: Case[d.Document], act: d.Note, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Into which resolution; where it has a case, that it is the resolution of this congress."""
    what = Text("nghị quyết", "resolution")
    yield given(act.into_resolution, what=what)
    other = about.beside.get(d.document_life, act.into_resolution or "")
    if other is not None:
        yield equals(other.subject.kind, d.DocumentKind.RESOLUTION, what=what)
        congress = Text("của đại hội", "of the congress")
        yield equals(other.subject.congress, case.subject.congress, what=congress)


@book.rule(
    d.hand_over,
    cites=CV11977_2020.at("toàn văn"),
    title=Text(
        "Chương trình hành động được thảo luận, không biểu quyết",
        "The action programme is discussed, not voted",
    ),
    encodes=("document.action_programme.voted", "D31", "TR14"),
)
def action_programme_not_voted(case: Case[d.Document], act: d.HandOver) -> Demand:
    """From 23 April 2020 a vote on it is an error; the new committee completes and issues it."""
    return fails(act.voted, what=Text("đã đưa ra biểu quyết", "put to the vote"))


@book.rule(
    d.sign_minutes,
    cites=row("D27a; DEC-P10", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Biên bản do đúng người ký", "Minutes are signed by those who must"),
    encodes=("D27a", "DEC-F8", "DEC-P10"),
)
def minutes_signed(case: Case[d.Document], act: d.SignMinutes) -> Iterator[Demand | Gap]:
    """Congress minutes by chair and secretary, election and counting minutes by the board."""
    if act.signers is None:
        yield Gap(Text("chưa rõ ai ký biên bản", "who signed is not known"))
        return
    # The presidium's chair, or the one chair of a small congress.
    chair = d.Body.CHAIR if d.Body.CHAIR in act.signers else d.Body.PRESIDIUM
    needed = {
        d.DocumentKind.CONGRESS_MINUTES: (chair, d.Body.CONGRESS_SECRETARIAT),
        d.DocumentKind.ELECTION_MINUTES: (d.Body.COUNTING_BOARD,),
    }
    for body in needed.get(case.subject.kind, ()):
        yield one_of(body, act.signers, what=Text("người ký", "signers"))


@book.rule(
    d.sign_minutes,
    cites=HANDBOOK.at("documents.md 4.3", Confidence.REPORTED),
    in_force=TABLE_4,
    title=Text("Biên bản đại hội đủ nội dung", "The congress minutes are complete"),
    severity=Severity.WARNS,
    encodes=("documents.md 4.3",),
)
def minutes_complete(case: Case[d.Document], act: d.SignMinutes) -> Iterator[Demand]:
    """Header, kind, dates, attendance, guests, bodies elected, reports heard."""
    if case.subject.kind is not d.DocumentKind.CONGRESS_MINUTES:
        return
    for name, says in MINUTES_PARTS.items():
        yield holds((act.contents or {}).get(name), about=name, what=says)
