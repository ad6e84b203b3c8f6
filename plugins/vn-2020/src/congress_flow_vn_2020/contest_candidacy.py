"""Election contests: who may stand, who may nominate, in what form, by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Answer,
    Breach,
    Case,
    Caution,
    Confidence,
    Context,
    Demand,
    Gap,
    Level,
    Severity,
    Step,
    Text,
    at_least,
    equals,
    given,
    holds,
    none_of,
    on_or_before,
    one_of,
)
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import election_contest as e
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._complaint_links import held_over
from congress_flow_vn_2020._congress_days import agreed, opening_day
from congress_flow_vn_2020._contest_links import (
    DRAWN_FROM,
    ELECTIONS,
    contested,
    declared,
    row,
    rule_244,
)
from congress_flow_vn_2020._days import before
from congress_flow_vn_2020.instruments import DL_2011
from congress_flow_vn_2020.readings import Days, Limit, Readings2020

FIVE_PAPERS: Final = (
    e.Paper.APPLICATION,
    e.Paper.CV,
    e.Paper.ASSETS,
    e.Paper.HEALTH,
    e.Paper.ASSESSMENT,
)
CANDIDACY_DEADLINE: Final = Days(15, Limit.WORKING_DAYS)
_LOW: Final = frozenset({Level.CELL, Level.SECTION, Level.GRASSROOTS})
_OPENING: Final = Text("ngày khai mạc", "day of opening")
_POST: Final = Text("bầu", "contest for")
_MEMBER: Final = Text("là đảng viên", "as a member")
_DELEGATE: Final = Text("là đại biểu chính thức", "official delegate")
_OUTSIDE: Final = Text("ngoài danh sách cấp ủy chuẩn bị", "outside the prepared list")
Named = e.PresentPreparedList | e.SelfNominate | e.Nominate | e.ContinueVoting
_NAMING: tuple[Step[e.Contest, Named], ...] = (
    e.present_prepared_list,
    e.self_nominate,
    e.nominate,
    e.continue_voting,
)


@book.rule(
    e.submit_candidacy,
    cites=rule_244("Điều 9, Điều 10"),
    title=Text(
        "Người không là đại biểu ứng cử: đảng viên chính thức, vào cấp ủy, ở đại hội đại biểu",
        "Who is no delegate may stand: an official member, for the committee, at such a congress",
    ),
    encodes=("candidacy.self_nominate.delegates_congress", "E2"),
)
def outside_candidate_entitled(case: Case[e.Contest], act: e.SubmitCandidacy) -> Iterator[Demand]:
    """Only where delegates vote is there anybody who is none; never for a delegate's place."""
    yield equals(
        case.subject.meeting, e.Meeting.DELEGATES_CONGRESS, what=Text("hình thức", "meeting")
    )
    yield none_of(case.subject.post, (e.Post.DELEGATES,), what=_POST)
    yield given(act.person, what=Text("người ứng cử", "candidate"))
    yield equals(act.status, e.MemberStatus.OFFICIAL, what=Text("đảng viên", "member"))


@book.rule(
    e.submit_candidacy,
    cites=rule_244("Điều 9, Điều 10", Confidence.DERIVED),
    title=Text(
        "Hồ sơ ứng cử đủ 5 loại giấy tờ (ở cơ sở: đơn)",
        "The candidate's 5 papers are complete (at the grassroots: an application)",
    ),
    encodes=("dossier.self_nomination_papers", "E2"),
)
def candidacy_papers(case: Case[e.Contest], act: e.SubmitCandidacy) -> Answer:
    """Five papers from the level above the grassroots up; below it the application."""
    return papers_complete(case, act, FIVE_PAPERS)


def papers_complete(
    case: Case[e.Contest], act: e.SubmitCandidacy, all_papers: tuple[e.Paper, ...]
) -> Answer:
    """Demand *all_papers* of a candidate who is no delegate; at the grassroots the application.

    Where only their number is known, the number is held against that of the papers asked.
    """
    asked = (e.Paper.APPLICATION,) if case.subject.level in _LOW else all_papers
    if act.papers is None:
        return at_least(act.paper_count, len(asked), what=Text("số giấy tờ", "papers"))
    lacking = tuple(paper for paper in asked if paper not in act.papers)
    return equals(lacking, (), what=Text("giấy tờ còn thiếu", "papers lacking"))


@book.rule(
    e.submit_candidacy,
    cites=rule_244("Điều 10 và hướng dẫn", Confidence.REPORTED),
    title=Text(
        "Hồ sơ ứng cử nộp trước ngày khai mạc ít nhất 15 ngày làm việc",
        "The candidacy is handed in at least 15 working days before the opening",
    ),
    encodes=("dossier.self_nomination_deadline", "E2"),
)
def candidacy_deadline(
    case: Case[e.Contest], act: e.SubmitCandidacy, about: Context[Readings2020]
) -> Iterator[Demand]:
    """From the level above the grassroots up."""
    if case.subject.level not in _LOW:
        yield from _in_time(case, act, about, CANDIDACY_DEADLINE)


@book.rule(
    e.submit_candidacy,
    cites=rule_244("Điều 10 (ở cơ sở: chưa thấy)", Confidence.UNKNOWN),
    title=Text("Hạn nộp đơn ứng cử ở cơ sở", "Deadline of applications at the grassroots"),
    severity=Severity.WARNS,
    encodes=("dossier.self_nomination_deadline",),
)
def application_deadline(
    case: Case[e.Contest], act: e.SubmitCandidacy, about: Context[Readings2020]
) -> Iterator[Demand]:
    """As the reading `grassroots_application` says; none where it is empty."""
    chosen = about.readings.grassroots_application
    if case.subject.level in _LOW and chosen is not None:
        yield from _in_time(case, act, about, chosen)


def _in_time(
    case: Case[e.Contest], act: e.SubmitCandidacy, about: Context[Readings2020], days: Days
) -> Iterator[Demand]:
    recorded = opening_day(about.beside, case.subject.congress)
    yield from agreed(act.opening, recorded, _OPENING)
    limit = before(recorded or act.opening, days, about.readings)
    yield on_or_before(act.on, limit, what=Text("ngày nộp", "handed in"))


@book.rule(
    e.self_nominate,
    cites=rule_244("Điều 9"),
    title=Text("Người ứng cử có quyền ứng cử", "Who puts himself forward may do so"),
    encodes=(
        "candidacy.self_nominate.members_congress",
        "candidacy.self_nominate.delegates_congress",
        "E8",
    ),
)
def self_nominee_entitled(case: Case[e.Contest], act: e.SelfNominate) -> Iterator[Demand]:
    """An official member; where delegates vote an official delegate, or one who applied before."""
    yield given(act.person, what=Text("người ứng cử", "candidate"))
    yield equals(act.status, e.MemberStatus.OFFICIAL, what=_MEMBER)
    if case.subject.meeting is not e.Meeting.DELEGATES_CONGRESS:
        return
    applied = any(each.person == act.person for each in case.events(e.SubmitCandidacy))
    if case.subject.post is e.Post.DELEGATES or not applied:
        yield holds(act.delegate, what=_DELEGATE)


@book.rule(
    *_NAMING,
    cites=(rule_244("Điều 9"), DL_2011.at("Điều 20 khoản 1", Confidence.VERIFIED)),
    title=Text(
        "Chức danh được bầu trong số thành viên của cơ quan đã bầu trước",
        "The post is filled from the body elected before it",
    ),
    encodes=("candidacy.self_nominate.posts", "E7", "E8", "E9"),
)
def drawn_from_the_body(
    case: Case[e.Contest], act: Named, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """Standing committee: of the committee; secretary, deputies: of the standing committee.

    Without a standing committee any committee member may be secretary; in a cell without a
    committee any official member.
    """
    body = source_of(case, about)
    if body is None:
        return
    if not body:
        yield Gap(Text("chưa rõ ai đã trúng cử cơ quan đó", "who sits on that body is not known"))
        return
    for name in _named(act):
        yield one_of(name, body, what=Text("thành viên của cơ quan", "member of the body"))


def source_of(case: Case[e.Contest], about: Context[Readings2020]) -> tuple[str, ...] | None:
    """Return the body from which the post is filled: empty, not yet known; None, no such body.

    A secretary elected by the congress itself comes from the committee: there is no other body yet.
    """
    subject = case.subject
    if subject.post not in DRAWN_FROM:
        return None
    if subject.body is not None:
        return subject.body
    at_conference = subject.meeting is e.Meeting.CONFERENCE
    for source in DRAWN_FROM[subject.post]:
        first = source is not e.Post.STANDING_COMMITTEE or at_conference
        if first and contested(case, about.beside, source):
            return declared(case, about.beside, source) or ()
    return () if at_conference else None


def _named(act: Named) -> tuple[str, ...]:
    if isinstance(act, e.PresentPreparedList | e.ContinueVoting):
        return act.names or ()
    return () if act.person is None else (act.person,)


@book.rule(
    e.self_nominate,
    cites=rule_244("Điều 13"),
    title=Text(
        "Cấp ủy viên không tự ứng cử ngoài danh sách của cấp ủy",
        "A committee member does not stand outside the committee's list",
    ),
    severity=Severity.WARNS,
    encodes=("candidacy.insider_limit", "E8"),
)
def insider_stands(case: Case[e.Contest], act: e.SelfNominate) -> Answer:
    """Flagged, not erased: the presidium proposes, the congress decides."""
    return _flagged(act.insider, act.person, e.prepared(case))


@book.rule(
    e.nominate,
    cites=rule_244("Điều 13"),
    title=Text(
        "Cấp ủy viên không đề cử, không nhận đề cử ngoài danh sách của cấp ủy",
        "A committee member neither nominates nor accepts outside the committee's list",
    ),
    severity=Severity.WARNS,
    encodes=("candidacy.insider_limit", "E9"),
)
def insider_nominates(case: Case[e.Contest], act: e.Nominate) -> Iterator[Caution | Gap]:
    """Flagged, not erased: for the nominator and for the nominee."""
    yield from _flagged(act.insider, act.person, e.prepared(case))
    yield from _flagged(act.nominee_insider, act.person, e.prepared(case))


def _flagged(
    insider: bool | None,  # noqa: FBT001 - a recorded fact, not a switch
    person: str | None,
    prepared: tuple[str, ...],
) -> Iterator[Caution | Gap]:
    if person in prepared or insider is False:
        return
    if insider is None:
        yield Gap(Text("chưa rõ có phải cấp ủy viên cấp triệu tập", "insider or not: not known"))
    else:
        yield Caution(_OUTSIDE, {"person": person, "prepared": prepared})


@book.rule(
    e.nominate,
    cites=rule_244("Điều 11"),
    title=Text("Người đề cử có quyền đề cử", "Who nominates may do so"),
    encodes=(
        "candidacy.nominate.members_congress",
        "candidacy.nominate.delegates_congress",
        "E9",
    ),
)
def nominator_entitled(case: Case[e.Contest], act: e.Nominate) -> Iterator[Demand]:
    """At a members' congress also probationary and temporary members; else official delegates."""
    yield given(act.nominator, what=Text("người đề cử", "nominator"))
    meeting = case.subject.meeting
    if meeting is e.Meeting.DELEGATES_CONGRESS:
        yield holds(act.nominator_delegate, about=act.nominator or "", what=_DELEGATE)
        return
    any_member = meeting is e.Meeting.MEMBERS_CONGRESS
    allowed = tuple(e.MemberStatus) if any_member else (e.MemberStatus.OFFICIAL,)
    yield one_of(act.nominator_status, allowed, about=act.nominator or "", what=_MEMBER)


@book.rule(
    e.nominate,
    cites=rule_244("Điều 11, Điều 14"),
    title=Text("Người được đề cử đủ tư cách", "Who is nominated may stand"),
    encodes=(
        "candidacy.nominate.members_congress",
        "candidacy.nominate.delegates_congress",
        "E9",
    ),
)
def nominee_entitled(case: Case[e.Contest], act: e.Nominate) -> Iterator[Demand]:
    """An official member (trap TR21); for a delegate's place, where delegates vote, a delegate."""
    yield given(act.person, what=Text("người được đề cử", "nominee"))
    yield equals(act.status, e.MemberStatus.OFFICIAL, about=act.person or "", what=_MEMBER)
    delegates = case.subject.meeting is e.Meeting.DELEGATES_CONGRESS
    if delegates and case.subject.post is e.Post.DELEGATES:
        yield holds(act.delegate, about=act.person or "", what=_DELEGATE)


@book.rule(
    e.nominate,
    cites=rule_244("Điều 12 và hướng dẫn", Confidence.REPORTED),
    title=Text(
        "Đề cử người không là đại biểu: bằng văn bản, người được đề cử đồng ý",
        "Who is no delegate is nominated in writing and with consent",
    ),
    encodes=("candidacy.nominate_form", "E9"),
)
def nominated_in_form(case: Case[e.Contest], act: e.Nominate) -> Iterator[Demand]:
    """At a members' congress a word suffices."""
    if case.subject.meeting is not e.Meeting.DELEGATES_CONGRESS or act.delegate:
        return
    about = act.person or ""
    yield holds(act.written, about=about, what=Text("bằng văn bản", "in writing"))
    yield holds(act.consent, about=about, what=Text("người được đề cử đồng ý", "consent"))


@book.rule(
    e.adopt_list,
    cites=row("9.1, complaint_case"),
    in_force=ELECTIONS,
    title=Text(
        "Người trong danh sách không có đơn trong hạn chưa kết luận",
        "Nobody on the list has an open case received in time",
    ),
    encodes=("S12", "S14", "E13"),
)
def no_held_candidate(
    case: Case[e.Contest], act: e.AdoptList, about: Context[Readings2020]
) -> Iterator[Demand | Breach | Gap | Caution]:
    """A case taken up in time is concluded first; one not yet screened cannot be judged.

    One that is held over is so by its days.
    """
    for other in about.beside.of(q.complaint_case):
        persons = tuple(name for name in act.names or () if name in other.subject.persons)
        same = other.subject.congress == case.subject.congress
        if persons and same:
            yield from held_over(other, about, act.on, name=f"{', '.join(persons)}: {other.id}")
        if not (persons and same and q.is_timely(other)):
            continue
        if q.kind(other) is q.ComplaintKind.PETITION:
            continue
        held = Text(
            f"{', '.join(persons)}: đơn {other.id} {other.stage.term.vi}",
            f"{', '.join(persons)}: case {other.id} is {other.stage.term.en}",
        )
        objection = Gap if other.stage in {q.RECEIVED, q.SCREENED} else Breach
        yield objection(
            held, {"complaint": other.id, "persons": persons, "stage": other.stage.name}
        )
