"""A cell's congress itself: quorum, days, elections, report, ratification."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    InForce,
    Level,
    Severity,
    Text,
    at_least,
    at_most,
    equals,
    fails,
    given,
    holds,
    less_than,
    on_or_before,
    one_of,
)
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import Contest, Meeting
from congress_flow.reckoning import quorum as reckon_quorum
from congress_flow_vn_2020 import congress_tables as t
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._contest_links import law_on
from congress_flow_vn_2020._days import after as days_after
from congress_flow_vn_2020._term_law import term_law
from congress_flow_vn_2020.congress_window import (
    all_ratified,
    contests_of,
    not_suspended,
    within_deadline,
    within_shift,
)
from congress_flow_vn_2020.instruments import DL_2011, HANDBOOK, QC244_2014
from congress_flow_vn_2020.readings import Readings2020

QUORUM: Final = DL_2011.at("Điều 11 khoản 6 (chưa thấy văn bản)", Confidence.ASSUMED)
_OFFICIAL: Final = Text("số đảng viên chính thức", "official members")
_SECRETARY: Final = (Contest.SECRETARY, Contest.CELL_SECRETARY)
_POSTS: Final = frozenset({Contest.COMMITTEE, *_SECRETARY, Contest.DEPUTY_SECRETARIES})


@book.rule(
    c.hold,
    cites=t.CHARTER_24_1,
    title=Text("Chi bộ có ít nhất 3 đảng viên chính thức", "A cell has three official members"),
    encodes=("cell.min_members", "C9"),
)
def cell_min_members(case: Case[c.CellCongress], act: c.Hold) -> Demand:
    """At least three."""
    least = t.CELL_MEMBERS.on(act.on, Level.CELL)
    limit = None if least is None else least.value
    return at_least(case.subject.official_members, limit, what=_OFFICIAL)


@book.rule(
    c.hold,
    cites=QUORUM,
    in_force=InForce(TERM_2020.since, QC244_2014.in_force.until),
    title=Text("Đủ 2/3 số đảng viên được triệu tập", "Two thirds of the members convened"),
    encodes=("quorum.members_congress", "quorum.base", "C9", "7-I3"),
)
def cell_quorum(
    case: Case[c.CellCongress], act: c.Hold, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """A cell congress is a members' congress; what two thirds are taken of is a reading."""
    roll = None if act.roll is None else e.roll_from(Meeting.MEMBERS_CONGRESS, act.roll)
    if roll is None:
        yield Gap(Text("chưa rõ số đảng viên được triệu tập", "who was convened is not known"))
        return
    law = law_on(about.readings, act.on).majority
    yield from reckon_quorum(roll, law, present=act.present).demands
    yield at_most(act.present, roll.convened, what=Text("số có mặt", "present"))


@book.rule(
    c.hold,
    cites=t.CHARTER_24_3,
    title=Text("Không sớm, muộn quá 6 tháng", "Not more than six months early or late"),
    encodes=("cell.shift_max", "C9"),
)
def cell_held_when_due(case: Case[c.CellCongress], act: c.Hold) -> Iterator[Demand]:
    """Of the day on which it fell due."""
    computed = case.last(c.ComputeDueDate)
    months = t.CELL_SHIFT.on(act.on, Level.CELL)
    return within_shift(act.on, computed.due if computed else None, months)


@book.rule(
    c.hold,
    cites=HANDBOOK.at("parameters.md deadline.effective", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Không quá hạn sớm nhất của các cấp", "Not after the earliest deadline that binds"),
    encodes=("deadline.effective", "congress.window", "C9", "6-I5"),
)
def cell_in_time(
    case: Case[c.CellCongress], act: c.Hold, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The centre sets cells no window; the plans of their superiors may."""
    limits = [limit for plan in case.events(c.Plan) for limit in plan.limits]
    bound = (*limits, *act.limits)
    yield from within_deadline(act.on, act.on, Level.CELL, bound, about.readings)


@book.rule(
    c.hold,
    cites=HANDBOOK.at("procedures.md C9", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Có người theo dõi, không bị tạm hoãn", "A follower is assigned; not suspended"),
    encodes=("C9", "G3", "G14", "7-I1"),
)
def cell_may_be_held(
    case: Case[c.CellCongress], act: c.Hold, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """Somebody follows the cell for the parent; it was reviewed; no suspension is in force."""
    yield given(case.subject.follower, what=Text("người theo dõi", "follower"))
    yield holds(case.reached(c.REVIEWED), what=Text("đã được cho ý kiến", "reviewed"))
    yield from not_suspended(about, case.subject.cell, case.subject.parent)


@book.rule(
    c.elect,
    cites=t.CHARTER_24_4,
    title=Text(
        "Dưới 9 đảng viên chính thức bầu bí thư; từ 9 bầu chi ủy rồi bầu bí thư trong đó",
        "Under 9 official members a secretary; from 9 a committee, and the secretary among it",
    ),
    encodes=("cell.committee_threshold", "C10"),
)
def cell_posts(case: Case[c.CellCongress], act: c.Elect) -> Iterator[Demand]:
    """Which posts a cell of its size elects, and in what order."""
    line = t.CELL_COMMITTEE_FROM.on(act.on, Level.CELL)
    if line is None or act.post not in {None, *_POSTS}:
        return
    members = case.subject.official_members
    yield given(act.post, what=Text("chức danh bầu", "post"))
    if act.post is Contest.COMMITTEE:
        yield at_least(members, line.value, what=_OFFICIAL)
        return
    committee = _elected(case, Contest.COMMITTEE)
    if committee is None:
        yield less_than(members, line.value, what=_OFFICIAL)
        return
    for person in act.elected or ():
        yield one_of(person, committee, what=Text("chi ủy viên", "member of the committee"))


def _elected(case: Case[c.CellCongress], post: Contest) -> tuple[str, ...] | None:
    for past in reversed(case.events(c.Elect)):
        if past.post is post:
            return past.elected or ()
    return None


@book.rule(
    c.elect,
    cites=HANDBOOK.at("parameters.md cell.committee_size", Confidence.ASSUMED),
    in_force=InForce(TERM_2020.since, t.CELL_COMMITTEE_SIZE.rows[0].in_force.until),
    title=Text("Chi ủy thường 3-5, nhiều nhất 7 người", "Three to five, at the most seven"),
    severity=Severity.WARNS,
    encodes=("cell.committee_size", "C10"),
)
def cell_committee_size(case: Case[c.CellCongress], act: c.Elect) -> Iterator[Demand]:
    """The size of the cell committee."""
    size = t.CELL_COMMITTEE_SIZE.on(act.on, Level.CELL)
    if act.post is not Contest.COMMITTEE or size is None:
        return
    what = Text("số chi ủy viên", "members of the committee")
    if act.seats is not None and act.seats > size.value.most:
        yield at_most(act.seats, size.value.most, what=what)
        return
    yield at_least(act.seats, size.value.usual.least, what=what)
    yield at_most(act.seats, size.value.usual.most, what=what)


@book.rule(
    c.elect,
    cites=DL_2011.at("Điều 3 khoản 4", Confidence.REPORTED),
    title=Text("Đảng viên dự bị không bầu cử", "Probationary members do not vote"),
    encodes=("C10",),
)
def cell_probationary(case: Case[c.CellCongress], act: c.Elect) -> Demand:
    """They may speak and nominate; they neither vote nor stand."""
    what = Text("đảng viên dự bị đã bỏ phiếu", "probationary members voted")
    return fails(act.probationary_voted, what=what)


@book.rule(
    c.elect,
    cites=HANDBOOK.at("procedures.md C10, mục 5", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Việc bầu có hồ sơ và khớp với hồ sơ", "The election is that of its contest"),
    encodes=("C10",),
)
def cell_contest(
    case: Case[c.CellCongress], act: c.Elect, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """The contest belongs to this congress and is declared; post, persons, ballots agree."""
    contest = about.beside.get(e.election_contest, act.contest or "")
    if contest is None:
        yield Gap(Text("chưa có hồ sơ bầu cử", "the contest is not recorded"))
        return
    yield equals(contest.subject.congress, case.id, what=Text("đại hội", "congress"))
    yield equals(contest.subject.post, act.post, what=Text("chức danh bầu", "post"))
    yield holds(contest.reached(e.DECLARED), what=Text("đã công bố kết quả", "declared"))
    told = None if act.elected is None else tuple(sorted(act.elected))
    found = tuple(sorted(e.elected(contest)))
    yield equals(told, found, what=Text("người trúng cử", "elected"))
    yield equals(act.rounds, len(e.rounds(contest)), what=Text("số lần bầu", "ballots"))


@book.rule(
    c.report,
    cites=HANDBOOK.at("procedures.md C11", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Báo cáo đầy đủ kết quả đại hội", "The report tells all"),
    encodes=("C11",),
)
def cell_reported(
    case: Case[c.CellCongress], act: c.Report, about: Context[Readings2020]
) -> Iterator[Demand | Breach]:
    """Participants, contents, results, resolution; every contest is declared."""
    yield at_least(act.participants, 1, what=Text("số người dự", "participants"))
    yield given(act.contents, what=Text("nội dung đại hội", "contents"))
    yield given(act.results, what=Text("kết quả bầu cử", "results"))
    yield given(act.resolution, what=Text("nghị quyết", "resolution"))
    for contest in contests_of(about, case.id):
        declared = contest.reached(e.DECLARED)
        yield holds(declared, about=contest.id, what=Text("đã công bố kết quả", "declared"))


@book.rule(
    c.report,
    cites=t.CHARTER_24_4,
    title=Text("Đã bầu đủ các chức danh của chi bộ", "The posts of the cell were elected"),
    encodes=("cell.committee_threshold", "C10", "C11"),
)
def cell_posts_elected(case: Case[c.CellCongress], act: c.Report) -> Iterator[Demand]:
    """A secretary; from nine official members a committee before that."""
    line = t.CELL_COMMITTEE_FROM.on(act.on, Level.CELL)
    posts = {each.post for each in case.events(c.Elect)}
    secretary = any(post in posts for post in _SECRETARY)
    yield holds(secretary, what=Text("đã bầu bí thư", "a secretary was elected"))
    members = case.subject.official_members
    if line is not None and members is not None and members >= line.value:
        committee = Contest.COMMITTEE in posts
        yield holds(committee, what=Text("đã bầu chi ủy", "a cell committee was elected"))


@book.rule(
    c.report,
    cites=HANDBOOK.at("procedures.md C11 (áp dụng tương tự mục 16.1)", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text("Báo cáo trong 7 ngày làm việc", "Reported within seven working days"),
    severity=Severity.WARNS,
    encodes=("report.election_minutes", "C11"),
)
def cell_reported_in_time(
    case: Case[c.CellCongress], act: c.Report, about: Context[Readings2020]
) -> Demand:
    """The limit for election minutes, where the same rule is applied to cells."""
    held, days = case.last(c.Hold), term_law(about.readings).minutes(act.on)
    day = held.on if held else None
    limit = None if days is None else days_after(day, days.value, about.readings)
    return on_or_before(act.on, limit, what=Text("ngày báo cáo", "day of the report"))


@book.rule(
    c.ratify,
    cites=HANDBOOK.at("procedures.md C12, DEC-P16", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Chuẩn y khi mọi kết quả đã được chuẩn y", "Ratified with all its contests"),
    encodes=("C12", "6-I3", "case.blocks_ratification"),
)
def cell_ratified(
    case: Case[c.CellCongress], act: c.Ratify, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """Every contest is ratified, in whole or in part; no complaint on the election is open."""
    contests = contests_of(about, case.id)
    if not contests:
        yield Gap(Text("chưa có hồ sơ bầu cử", "no contest is recorded"))
    letters = [x for x in about.beside.of(q.complaint_case) if q.is_open(x)]
    for contest in contests:
        about_it = {x.id for x in letters if q.about_election(x, contest.id)}
        unsettled = tuple(sorted({*e.open_complaints(contest), *about_it}))
        what = Text("đơn về bầu cử chưa giải quyết", "complaints open")
        yield equals(unsettled, (), about=contest.id, what=what)
    yield from all_ratified(contests)
