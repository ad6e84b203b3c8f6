"""Election contests: the prepared list, withdrawals, the poll on outsiders, the list adopted."""

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
    InForce,
    Severity,
    Text,
    at_most,
    differs,
    equals,
    given,
    holds,
    one_of,
)
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_scheme as s
from congress_flow.reckoning import ListCut
from congress_flow_vn_2020._book import book, by_another_text
from congress_flow_vn_2020._contest_links import ELECTIONS, LIST, law_on, row, rule_244
from congress_flow_vn_2020._contest_list import (
    cut_of,
    kept,
    let_in,
    list_surplus,
    outsiders,
    over_cap,
    over_cap_as_read,
    remaining,
)
from congress_flow_vn_2020.contest_plan import scheme_approved
from congress_flow_vn_2020.election_law import not_seen
from congress_flow_vn_2020.instruments import HD03_2020
from congress_flow_vn_2020.readings import Readings2020

_INTRODUCTION_POLL: Final = HD03_2020.at("lấy phiếu giới thiệu bí thư", Confidence.REPORTED)
CAP: Final = rule_244("Điều 16, dẫn theo HD 03-HD/TW (2020), HD 04-HD/TW (2014)")
ASSUMED: Final = rule_244("Điều 16 (chưa thấy văn bản)", Confidence.ASSUMED)
_ASKED: Final = Text("phiếu lấy ý kiến", "support")


@book.rule(
    e.report_poll_divergence,
    cites=_INTRODUCTION_POLL,
    title=Text(
        "Phiếu giới thiệu bí thư khác đề án: báo cáo cấp trên trước khi bầu",
        "A poll for the secretary that differs from the scheme is reported before the election",
    ),
    encodes=("E6",),
)
def divergence_reported(case: Case[e.Contest], act: e.ReportPollDivergence) -> Iterator[Demand]:
    """Only where the congress elects the secretary itself; who led, and the report, are named."""
    yield equals(case.subject.post, e.Post.SECRETARY, what=Text("bầu", "contest for"))
    yield differs(case.subject.meeting, e.Meeting.CONFERENCE, what=Text("tại", "at"))
    yield given(act.introduced, what=Text("người được giới thiệu", "person introduced"))
    yield given(act.reported, what=Text("báo cáo cấp trên", "report to the superior"))


@book.rule(
    e.present_prepared_list,
    cites=_INTRODUCTION_POLL,
    title=Text(
        "Bầu trực tiếp bí thư: phiếu giới thiệu đúng đề án, hoặc cấp trên đã cho ý kiến",
        "Direct election of the secretary: the poll agrees, or the superior has answered",
    ),
    encodes=("E6", "E7"),
)
def secretary_poll_answered(
    case: Case[e.Contest], act: e.PresentPreparedList
) -> Iterator[Demand | Gap]:
    """As long as the superior has not answered, the election waits."""
    direct = case.subject.meeting is not e.Meeting.CONFERENCE
    if case.subject.post is not e.Post.SECRETARY or not direct:
        return
    if act.introduction_poll is None:
        yield Gap(Text("chưa rõ kết quả phiếu giới thiệu", "the introduction poll is not known"))
    elif act.introduction_poll is e.IntroductionPoll.DIFFERS:
        reported = case.last(e.ReportPollDivergence)
        answer = "" if reported is None else reported.answer
        yield given(answer, what=Text("ý kiến của cấp trên", "the superior's direction"))


@book.rule(
    e.present_prepared_list,
    cites=rule_244("Điều 4, Điều 16"),
    title=Text(
        "Danh sách trình đại hội là danh sách trong đề án đã được duyệt",
        "The list presented is that of the approved scheme",
    ),
    encodes=("list.status", "3-I1", "E7"),
)
def prepared_list_is_scheme(
    case: Case[e.Contest], act: e.PresentPreparedList, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The scheme is approved and not held by an open case; for a committee, name for name."""
    yield given(act.names, what=LIST)
    if not case.subject.scheme:
        return
    scheme = about.beside.get(s.personnel_scheme, case.subject.scheme)
    yield scheme_approved(scheme)
    if scheme is not None and case.subject.post is e.Post.COMMITTEE:
        approved = tuple(sorted(person.id for person in s.scheme_list(scheme)))
        presented = None if act.names is None else tuple(sorted(act.names))
        yield equals(presented, approved, what=LIST)


@book.rule(
    e.present_prepared_list,
    cites=ASSUMED,
    title=Text(
        "Danh sách cấp ủy chuẩn bị có số dư 10–15 %",
        "The prepared list has a surplus of 10–15 %",
    ),
    severity=Severity.WARNS,
    encodes=("surplus.band", "surplus.rounding", "E7"),
)
def prepared_band(
    case: Case[e.Contest], act: e.PresentPreparedList, about: Context[Readings2020]
) -> Answer:
    """A target: for many numbers of seats no whole number lies within (trap TR15)."""
    law = law_on(about.readings, act.on)
    if case.subject.post not in law.lists.required.value:
        return ()
    found = list_surplus(case, act.names, law)
    if isinstance(found, Gap):
        return found
    if all(demand.met for demand in found.band_demands):
        return found.band_demands
    return Caution(found.text, found.figures)


@book.rule(
    e.close_nominations,
    cites=rule_244("Điều 5"),
    title=Text("Tổng hợp đủ tên ứng cử, đề cử", "All names are consolidated"),
    encodes=("E10",),
)
def names_consolidated(case: Case[e.Contest], act: e.CloseNominations) -> Demand:
    """The prepared, the self-nominated and the nominated: all of them and nobody else."""
    names = None if act.names is None else tuple(sorted(act.names))
    return equals(names, tuple(sorted(e.origins(case))), what=Text("danh sách", "the names"))


@book.rule(
    e.decide_withdrawals,
    cites=(rule_244("Điều 5"), HD03_2020.at("về việc xin rút khỏi danh sách")),
    in_force=HD03_2020.in_force,
    title=Text(
        "Đoàn chủ tịch đề xuất, đại hội quyết định cho rút hay không",
        "The presidium proposes, the congress decides who leaves the list",
    ),
    encodes=("withdrawal.decider", "candidacy.insider_limit", "E11"),
)
def withdrawals_on_proposal(
    case: Case[e.Contest], act: e.DecideWithdrawals
) -> Iterator[Demand | Gap]:
    """There is a proposal; who is let go asked for it, or stands against his committee's list."""
    if act.proposed is None or act.released is None:
        yield Gap(
            Text("chưa rõ đề xuất hoặc quyết định", "proposal or decision is not known"),
            {"proposed": act.proposed, "released": act.released},
        )
        return
    entitled = {*(act.asked or ()), *_insiders(case)}
    for name in act.released:
        yield one_of(name, e.origins(case), what=Text("người trong danh sách", "on the list"))
        yield one_of(name, entitled, what=Text("xin rút, hoặc diện Điều 13", "asked, or insider"))


by_another_text(
    "withdrawals_on_proposal",
    cites=rule_244("Điều 5"),
    in_force=InForce(None, HD03_2020.in_force.since),
    suffix="_by_regulation",
)


def _insiders(case: Case[e.Contest]) -> Iterator[str]:
    """Yield who stands outside the list that binds him; the congress may let him go unasked."""
    for each in case.events(e.SelfNominate):
        if each.insider and each.person:
            yield each.person
    for nomination in case.events(e.Nominate):
        if (nomination.insider or nomination.nominee_insider) and nomination.person:
            yield nomination.person


@book.rule(
    e.decide_withdrawals,
    cites=HD03_2020.at("về việc xin rút khỏi danh sách"),
    title=Text(
        "Quyết định cho rút bằng phiếu hoặc giơ tay", "Withdrawals are voted by ballot or hands"
    ),
    encodes=("withdrawal.decider", "E11"),
)
def withdrawals_voted(case: Case[e.Contest], act: e.DecideWithdrawals) -> Answer:
    """Either form will do, but there is a vote, where anybody asks."""
    if not (act.asked or act.released):
        return ()
    vote = act.vote or e.Vote()
    return one_of(vote.form, tuple(e.VoteForm), what=Text("hình thức", "form of the vote"))


@book.rule(
    e.run_opinion_poll,
    cites=HD03_2020.at("về lấy phiếu xin ý kiến"),
    title=Text(
        "Chỉ lấy phiếu với người tự ứng cử và được đề cử tại đại hội",
        "Only the self-nominated and those nominated at the congress are polled",
    ),
    encodes=("list.over_cap", "E12"),
)
def poll_of_outsiders_only(case: Case[e.Contest], act: e.RunOpinionPoll) -> Iterator[Demand | Gap]:
    """All of them and nobody of the committee's own list; no support above those attending."""
    if act.support is None:
        yield Gap(Text("chưa rõ kết quả lấy phiếu", "the result of the poll is not known"))
        return
    yield equals(tuple(sorted(act.support)), tuple(sorted(outsiders(case))), what=_ASKED)
    for name, support in sorted(act.support.items()):
        yield at_most(support, act.attending, about=name, what=_ASKED)


@book.rule(
    e.run_opinion_poll,
    cites=rule_244("Điều 19 khoản 4", Confidence.REPORTED),
    title=Text(
        "Lấy phiếu xin ý kiến khi cần: quá 30 %, hoặc đoàn chủ tịch thấy cần",
        "The poll is taken if necessary: over 30 %, or the presidium wants it",
    ),
    severity=Severity.WARNS,
    encodes=("poll.required", "E12"),
)
def poll_if_necessary(
    case: Case[e.Contest], act: e.RunOpinionPoll, about: Context[Readings2020]
) -> Answer:
    """The list is too long, or the poll was wanted."""
    if over_cap(case, law_on(about.readings, act.on).lists):
        return ()
    return holds(act.wanted, what=Text("đoàn chủ tịch thấy cần", "wanted by the presidium"))


@book.rule(
    e.run_opinion_poll,
    cites=row("E12", Confidence.REPORTED),
    in_force=ELECTIONS,
    title=Text("Có tổ giúp việc kiểm phiếu xin ý kiến", "There is a poll counting team"),
    severity=Severity.WARNS,
    encodes=("E12",),
)
def poll_counting_team(case: Case[e.Contest], act: e.RunOpinionPoll) -> Demand:
    """Set up by the presidium; reported of the guidance of 2024 only, so it warns here."""
    return holds(act.team, what=Text("tổ giúp việc kiểm phiếu", "poll counting team"))


@book.rule(
    e.adopt_list,
    cites=rule_244("Điều 5, Điều 16"),
    title=Text(
        "Danh sách gồm người đã ứng cử, đề cử; giữ nguyên danh sách cấp ủy chuẩn bị",
        "The list holds those who came forward, and all of the committee's own list",
    ),
    encodes=("list.status", "E13"),
)
def list_from_the_nominated(case: Case[e.Contest], act: e.AdoptList) -> Iterator[Demand | Gap]:
    """Nobody else; and no prepared name is missing but those whom the congress let go."""
    if act.names is None:
        yield Gap(Text("chưa rõ danh sách bầu cử", "the election list is not known"))
        return
    for name in act.names:
        yield one_of(name, remaining(case), what=Text("người ứng cử, được đề cử", "came forward"))
    missing = tuple(name for name in kept(case) if name not in act.names)
    yield equals(missing, (), what=Text("thiếu trong danh sách chuẩn bị", "prepared, yet missing"))


@book.rule(
    e.adopt_list,
    cites=CAP,
    title=Text(
        "Số dư quá 30 %: lấy phiếu xin ý kiến người ngoài danh sách, lấy từ cao xuống thấp",
        "Over 30 %: outsiders are polled and taken from the highest down",
    ),
    encodes=("list.over_cap", "poll.tie_policy", "poll.required", "E13"),
)
def list_cut_by_poll(
    case: Case[e.Contest], act: e.AdoptList, about: Context[Readings2020]
) -> Iterator[Demand | Breach | Gap]:
    """The committee's list is kept; outsiders fill what the cap leaves (trap TR5)."""
    law = law_on(about.readings, act.on).lists
    if not over_cap(case, law) or not outsiders(case):
        return
    if case.last(e.RunOpinionPoll) is None:
        yield Breach(
            Text("số dư quá 30 % mà chưa lấy phiếu xin ý kiến", "over 30 %, and no poll was taken"),
            {"names": tuple(remaining(case)), "seats": e.seats(case)},
        )
        return
    cut = cut_of(case, act, law)
    if isinstance(cut, ListCut):
        yield from let_in(case, act, cut)
    else:
        yield cut


@book.rule(
    e.adopt_list,
    cites=rule_244("Điều 5, Điều 16", Confidence.DERIVED),
    title=Text(
        "Số dư không quá 30 %: không để sót người ứng cử, được đề cử đủ điều kiện",
        "Within 30 % no outsider who may enter is left off the list",
    ),
    encodes=("list.over_cap", "E13"),
)
def no_outsider_left_off(
    case: Case[e.Contest], act: e.AdoptList, about: Context[Readings2020]
) -> Iterator[Demand | Breach | Gap]:
    """Only the congress lets people go, and only the cap cuts; the law of the day may ask support.

    Derived: below the cap the congress votes the list of those who came forward.
    """
    law = law_on(about.readings, act.on).lists
    names = act.names
    if names is None or over_cap(case, law) or all(name in names for name in outsiders(case)):
        return
    cut = cut_of(case, act, law)
    if isinstance(cut, ListCut):
        left = tuple(name for name in cut.enter if name not in names)
        yield equals(left, (), what=Text("đủ điều kiện mà không có tên", "may enter, yet left off"))
    else:
        yield cut


@book.rule(
    e.adopt_list,
    cites=CAP,
    title=Text("Số dư không quá 30 % số cần bầu", "The surplus is at most 30 % of the seats"),
    encodes=("surplus.cap", "2-I7", "E13"),
)
def list_surplus_cap(
    case: Case[e.Contest], act: e.AdoptList, about: Context[Readings2020]
) -> Answer:
    """At most floor(0.30 · seats) more than the seats; one on three where the reading says so."""
    found = list_surplus(case, act.names, law_on(about.readings, act.on))
    return found if isinstance(found, Gap) else found.cap_demand


@book.rule(
    e.adopt_list,
    cites=(CAP, not_seen("surplus.min_one_overrides_cap")),
    title=Text(
        "Bầu 3 người, dư 1 là 33,33 %: theo cách hiểu đã chọn, không theo văn bản nào",
        "One extra on 3 seats is 33.33 %: by the reading chosen, by no text",
    ),
    severity=Severity.WARNS,
    encodes=("surplus.min_one_overrides_cap", "E13"),
)
def list_over_cap_as_read(
    case: Case[e.Contest], act: e.AdoptList, about: Context[Readings2020]
) -> Answer:
    """Over 30 %, and let pass by a reading alone: it is said aloud."""
    found = list_surplus(case, act.names, law_on(about.readings, act.on))
    return found if isinstance(found, Gap) else over_cap_as_read(found)


@book.rule(
    e.adopt_list,
    cites=ASSUMED,
    title=Text(
        "Bầu cấp ủy, ban thường vụ phải có số dư",
        "Committee and standing committee are elected with a surplus",
    ),
    encodes=("surplus.required", "surplus.required_other_posts", "E13"),
)
def list_surplus_required(
    case: Case[e.Contest], act: e.AdoptList, about: Context[Readings2020]
) -> Answer:
    """More names than seats; for the other posts at least as many."""
    found = list_surplus(case, act.names, law_on(about.readings, act.on))
    return found if isinstance(found, Gap) else found.presence_demand
