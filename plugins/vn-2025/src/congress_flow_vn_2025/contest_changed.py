"""Election contests: what regulation 190 of 2024 and the texts after it changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from congress_flow import (
    Answer,
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Text,
    at_least,
    at_most,
    differs,
    equals,
    given,
    holds,
    one_of,
)
from congress_flow.errors import UsageError
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import Decision, entry
from congress_flow_vn_2020._contest_links import declared, law_on, present_at_congress, with_tally
from congress_flow_vn_2020._contest_list import outsiders
from congress_flow_vn_2020.contest_candidacy import FIVE_PAPERS, papers_complete
from congress_flow_vn_2020.contest_result import reported_within
from congress_flow_vn_2020.contest_superior import ratified_within
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2025._book import book
from congress_flow_vn_2025.contest_carried import ELECTIONS, SINCE_QD232, rule_190
from congress_flow_vn_2025.instruments import HD04_2024, QC190_2024, QD294_2025
from congress_flow_vn_2025.readings import Readings2025

SEVEN_PAPERS: Final = (*FIVE_PAPERS, e.Paper.POLITICAL_STANDARDS, e.Paper.DEGREES)
THIRD_BALLOT: Final = QD294_2025.at("về bầu bí thư chi bộ", Confidence.REPORTED)
_ATTENDING: Final = Text("số người dự", "attending")
_NEXT: Final = Text("việc tiếp theo", "what comes next")


@book.rule(
    e.plan_contest,
    cites=HANDBOOK.at("parameters.md select.regulation, select.guidance", Confidence.VERIFIED),
    in_force=ELECTIONS,
    title=Text(
        "Căn cứ bầu cử là quy chế và hướng dẫn đang có hiệu lực",
        "The regulation and guidance named are those of the day",
    ),
    encodes=("select.regulation", "select.guidance"),
)
def basis_in_force(case: Case[e.Contest], act: e.PlanContest) -> Iterator[Demand]:
    """Regulation 190; from 31 December 2024 also its guidance, before which there was none."""
    allowed = tuple(each.id for each in (QC190_2024, HD04_2024) if act.on in each.in_force)
    for name in act.basis:
        yield one_of(name, allowed, what=Text("căn cứ bầu cử", "basis of the election"))


@book.rule(
    e.submit_candidacy,
    cites=rule_190("Điều 9"),
    title=Text(
        "Hồ sơ ứng cử đủ 7 loại giấy tờ (ở cơ sở: đơn)",
        "The candidate's 7 papers are complete (at the grassroots: an application)",
    ),
    subject="candidacy_papers",
    encodes=("dossier.self_nomination_papers", "E2"),
)
def candidacy_papers(case: Case[e.Contest], act: e.SubmitCandidacy) -> Answer:
    """The five of the older regulation, the political-standards conclusion and the degrees."""
    return papers_complete(case, act, SEVEN_PAPERS)


@book.rule(
    e.adopt_list,
    cites=rule_190("Điều 17 khoản 4", Confidence.REPORTED),
    title=Text(
        "Bầu cấp ủy có người ngoài danh sách chuẩn bị thì phải lấy phiếu xin ý kiến",
        "A committee's list with outsiders needs the opinion poll",
    ),
    subject="poll_if_necessary",
    encodes=("poll.required", "E12", "E13"),
)
def poll_required(case: Case[e.Contest], act: e.AdoptList) -> Iterator[Breach]:
    """Elsewhere it is left to the presidium."""
    names = outsiders(case)
    if case.subject.post is not e.Post.COMMITTEE or not names:
        return
    if case.last(e.RunOpinionPoll) is None:
        yield Breach(
            Text("chưa lấy phiếu xin ý kiến", "no opinion poll was taken"), {"outsiders": names}
        )


@book.rule(
    e.run_opinion_poll,
    # The forms came later: 4A, 4B and 5 of guidance 04-HD/TW of 31 December 2024, verified.
    cites=rule_190("Điều 3 khoản 1", Confidence.REPORTED),
    title=Text("Phiếu xin ý kiến là phiếu kín", "The opinion poll is secret"),
    encodes=("poll.secret", "vote.form.secret", "E12"),
)
def poll_secret(case: Case[e.Contest], act: e.RunOpinionPoll) -> Demand:
    """X for agree or disagree, no signature, no added text."""
    return holds(act.secret, what=Text("phiếu kín", "secret"))


@book.rule(
    e.run_opinion_poll,
    cites=rule_190("Điều 14 khoản 3", Confidence.DERIVED),
    title=Text(
        "Mức 30 % tính trên toàn bộ đại biểu, đảng viên dự đại hội",
        "The 30 % are of all who attend",
    ),
    encodes=("list.outsider_support", "E12"),
)
def polled_of_all_attending(
    case: Case[e.Contest], act: e.RunOpinionPoll, about: Context[Readings2025]
) -> Iterator[Demand]:
    """Not fewer than the congress counted, or voted in this election; not more than convened.

    Derived: who leaves for a while still attends the congress, and no record knows of fewer.
    """
    votes = (case.last(e.VoteNumber), case.last(e.DecideWithdrawals))
    told = (each.vote.present for each in votes if each is not None and each.vote is not None)
    known = (present_at_congress(case, about.beside), *told)
    most = max((number for number in known if number is not None), default=None)
    yield at_least(act.attending, most, what=_ATTENDING)
    roll = e.roll_of(case)
    yield at_most(act.attending, None if roll is None else roll.convened, what=_ATTENDING)


@book.rule(
    e.run_opinion_poll,
    cites=rule_190("Điều 14 khoản 3 (không nêu người đến sau)", Confidence.ASSUMED),
    title=Text(
        "Số người dự khi lấy phiếu xin ý kiến không quá số đã báo cáo với đại hội",
        "No more attend the poll than the congress was told",
    ),
    severity=Severity.WARNS,
    encodes=("list.outsider_support", "E12"),
)
def polled_as_confirmed(
    case: Case[e.Contest], act: e.RunOpinionPoll, about: Context[Readings2025]
) -> Answer:
    """Who comes later raises the number; no text says how, hence it is only remarked on."""
    confirmed = present_at_congress(case, about.beside)
    if act.attending is None or confirmed is None:
        return ()
    return at_most(act.attending, confirmed, what=_ATTENDING)


@book.rule(
    e.adopt_list,
    cites=rule_190("Điều 14 khoản 3"),
    title=Text(
        "Người ngoài danh sách chuẩn bị phải đủ tiêu chuẩn và được trên 30 % tán thành",
        "An outsider meets the criteria and has the support of more than 30 %",
    ),
    encodes=("list.outsider_support", "E13"),
)
def outsiders_supported(
    case: Case[e.Contest], act: e.AdoptList, about: Context[Readings2025]
) -> Iterator[Demand | Breach | Gap]:
    """10 · support > 3 · attending: exactly 30 % is not enough (trap TR5).

    The threshold holds for every election. Without a poll, which outside the committee is left to
    the presidium, the support is not known.
    """
    listed = tuple(name for name in outsiders(case) if name in (act.names or ()))
    if not listed:
        return
    criteria = Text("đủ tiêu chuẩn", "meet the criteria")
    yield holds(act.meets_criteria, about=", ".join(listed), what=criteria)
    poll = case.last(e.RunOpinionPoll)
    support = {} if poll is None else poll.support or {}
    attending = None if poll is None else poll.attending
    law = law_on(about.readings, act.on).lists
    for name in listed:
        try:
            demands = entry(support.get(name), attending, law).demands
        except UsageError as fault:
            said = Text(f"số liệu không hợp lệ: {fault}", f"figures that are none: {fault}")
            yield Breach(said, {"about": name, "attending": attending})
            continue
        for demand in demands:
            yield attrs.evolve(demand, about=name)


@book.rule(
    e.appoint_after_third_ballot,
    cites=THIRD_BALLOT,
    title=Text(
        "Bầu lần thứ ba không được bí thư chi bộ thì cấp ủy cấp trên chỉ định",
        "After a third ballot without a cell secretary the superior committee appoints one",
    ),
    encodes=("result.max_rounds", "E28"),
)
def appointed_after_third_ballot(
    case: Case[e.Contest], act: e.AppointAfterThirdBallot, about: Context[Readings2025]
) -> Iterator[Demand | Breach | Gap]:
    """By decision; one of the cell committee, where there is one."""
    yield one_of(act.by, about.step.actors, what=Text("cơ quan thực hiện", "acting body"))
    found, why = with_tally(case, about, act.on)
    yield from why
    if found is not None:
        yield equals(found.decision, Decision.SUPERIOR_APPOINTS, what=_NEXT)
    yield given(act.appointed, what=Text("người được chỉ định", "appointed"))
    yield given(act.decision, what=Text("quyết định", "decision"))
    committee = declared(case, about.beside, e.Post.COMMITTEE)
    if committee:
        yield one_of(act.appointed, committee, what=Text("chi ủy viên", "of the cell committee"))


@book.rule(
    e.continue_voting,
    cites=THIRD_BALLOT,
    title=Text(
        "Sau ba lần bầu bí thư chi bộ không được thì không bầu tiếp",
        "After three ballots for a cell secretary there is no fourth",
    ),
    severity=Severity.WARNS,
    encodes=("result.max_rounds", "E26"),
)
def no_fourth_ballot(
    case: Case[e.Contest], act: e.ContinueVoting, about: Context[Readings2025]
) -> Iterator[Demand | Breach | Gap]:
    """The superior appoints instead."""
    found, why = with_tally(case, about, act.on)
    yield from why
    if found is not None:
        yield differs(found.decision, Decision.SUPERIOR_APPOINTS, what=_NEXT)


@book.rule(
    e.report,
    cites=HANDBOOK.at("parameters.md report.election_minutes", Confidence.UNKNOWN),
    in_force=SINCE_QD232,
    title=Text(
        "Báo cáo kết quả bầu cử trong hạn đã chọn", "Reported within the time that was read"
    ),
    severity=Severity.WARNS,
    subject="report_in_time",
    encodes=("report.election_minutes", "select.charter_rules", "E30"),
)
def report_as_read(case: Case[e.Contest], act: e.Report, about: Context[Readings2025]) -> Answer:
    """As the reading `report_limit` says: the regulations since 20 January 2025 were not read."""
    return reported_within(case, act, about, about.readings.report_limit)


@book.rule(
    e.ratify,
    cites=HANDBOOK.at("parameters.md ratification.limit", Confidence.UNKNOWN),
    in_force=SINCE_QD232,
    title=Text("Chuẩn y trong hạn đã chọn", "Ratified within the time that was read"),
    severity=Severity.WARNS,
    subject="ratified_in_time",
    encodes=("ratification.limit", "select.charter_rules", "E31"),
)
def ratified_as_read(case: Case[e.Contest], act: e.Ratify, about: Context[Readings2025]) -> Answer:
    """As the reading `ratification_limit` says."""
    return ratified_within(case, act, about, about.readings.ratification_limit)
