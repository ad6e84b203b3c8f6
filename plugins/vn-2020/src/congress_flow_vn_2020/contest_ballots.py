"""Election contests: decisions of the meeting, the counting board, the ballots handed out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
    Answer,
    Breach,
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    Severity,
    Step,
    Text,
    at_most,
    equals,
    given,
    holds,
    none_of,
)
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import (
    RoundOutcome,
)
from congress_flow_vn_2020._book import book
from congress_flow_vn_2020._contest_links import (
    ELECTIONS,
    LIST,
    over_half,
    present_at_congress,
    row,
    rule_244,
    with_tally,
)
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.readings import Readings2020

Voted = e.VoteNumber | e.AdoptList | e.ElectCountingBoard
_BY_HANDS: tuple[Step[e.Contest, Voted], ...] = (
    e.vote_number,
    e.adopt_list,
    e.elect_counting_board,
)
Decided = Voted | e.DecideWithdrawals
_DECIDED: tuple[Step[e.Contest, Decided], ...] = (*_BY_HANDS, e.decide_withdrawals)
_ISSUED: tuple[Step[e.Contest, e.IssueBallots], ...] = (
    e.issue_ballots,
    e.issue_again,
    e.issue_runoff,
)
BALLOT: Final = rule_244("Điều 17", Confidence.REPORTED)
BOARD: Final = rule_244("Điều 7")
OVER_ISSUED: Final = HANDBOOK.at("hỏi đáp ngày 17/3/2020 (phiếu thu về)", Confidence.REPORTED)
_ISSUED_BALLOTS: Final = Text("số phiếu phát ra", "ballots issued")
_COLLECTED: Final = Text("số phiếu thu về", "ballots collected")
_MEMBER: Final = Text("thành viên ban kiểm phiếu", "member of the counting board")


def _voted(act: Decided) -> bool:
    """Return whether the act needed a vote: a board that stays, and nobody to let go, need none."""
    if isinstance(act, e.ElectCountingBoard):
        return not act.stayed
    if isinstance(act, e.DecideWithdrawals):
        return bool(act.asked or act.released)
    return True


@book.rule(
    *_BY_HANDS,
    cites=rule_244("Điều 3 khoản 2", Confidence.ASSUMED),
    title=Text(
        "Số lượng, danh sách bầu cử, ban kiểm phiếu: biểu quyết giơ tay",
        "Number, list and counting board are voted by show of hands",
    ),
    severity=Severity.WARNS,
    encodes=("vote.form.show_of_hands", "E4", "E13", "E14"),
)
def by_show_of_hands(case: Case[e.Contest], act: Voted) -> Answer:
    """With the Party card raised."""
    if not _voted(act):
        return ()
    form = (act.vote or e.Vote()).form
    return equals(form, e.VoteForm.SHOW_OF_HANDS, what=Text("hình thức", "form of the vote"))


@book.rule(
    *_DECIDED,
    cites=rule_244("Điều 2, nguyên tắc quá nửa (chưa thấy cơ sở tính)", Confidence.ASSUMED),
    title=Text(
        "Quyết định của đại hội, hội nghị được quá nửa số người dự đồng ý",
        "A decision of the meeting has more than half of those present",
    ),
    encodes=("E4", "E11", "E13", "E14"),
)
def decided_by_majority(case: Case[e.Contest], act: Decided) -> Answer:
    """2 · agree > present. That those present are the base is assumed."""
    return over_half(act.vote) if _voted(act) else ()


@book.rule(
    e.elect_counting_board,
    cites=BOARD,
    title=Text(
        "Thành viên ban kiểm phiếu không có tên trong danh sách bầu cử",
        "Nobody on the counting board stands on the list",
    ),
    encodes=("counting_board.not_on_list", "5-I6", "E14"),
)
def board_not_on_list(case: Case[e.Contest], act: e.ElectCountingBoard) -> Iterator[Demand]:
    """There is a board, and none of its members is a candidate."""
    listed = e.current_list(case)
    yield given(act.members, what=Text("ban kiểm phiếu", "counting board"))
    for name in act.members or ():
        yield none_of(name, listed, what=_MEMBER)


@book.rule(
    e.elect_counting_board,
    cites=BOARD,
    title=Text(
        "Ban kiểm phiếu gồm đảng viên chính thức (đại biểu chính thức)",
        "The counting board is of official members (delegates)",
    ),
    encodes=("E14",),
)
def board_official(case: Case[e.Contest], act: e.ElectCountingBoard) -> Demand:
    """All of them."""
    return holds(act.official, what=Text("đều là chính thức", "all official"))


@book.rule(
    e.elect_counting_board,
    cites=row("E14"),
    in_force=ELECTIONS,
    title=Text(
        "Giữ ban kiểm phiếu cũ: đúng những người đã bầu",
        "A board that stays is the one elected before",
    ),
    encodes=("E14",),
)
def board_stays(case: Case[e.Contest], act: e.ElectCountingBoard) -> Answer:
    """Without a new vote only the former board, person for person."""
    if not act.stayed:
        return ()
    members = None if act.members is None else tuple(sorted(act.members))
    return equals(members, tuple(sorted(e.board(case))) or None, what=_MEMBER)


@book.rule(
    *_ISSUED,
    cites=rule_244("Điều 3 khoản 1", Confidence.ASSUMED),
    title=Text("Bầu bằng phiếu kín", "The election is by secret ballot"),
    encodes=("vote.form.secret", "E15", "E18", "E23"),
)
def election_secret(case: Case[e.Contest], act: e.IssueBallots) -> Demand:
    """Committee, standing committee, secretary, deputies, inspection commission, delegates."""
    return holds(act.secret, what=Text("bỏ phiếu kín", "secret ballot"))


@book.rule(
    *_ISSUED,
    cites=row("5-I1"),
    in_force=ELECTIONS,
    title=Text(
        "Số phiếu phát ra không quá số người có mặt",
        "No more ballots are issued than people are present",
    ),
    encodes=("5-I1", "E15", "E18", "E23"),
)
def issued_within_present(case: Case[e.Contest], act: e.IssueBallots) -> Iterator[Demand]:
    """Issued ≤ present ≤ convened."""
    roll = e.roll_of(case)
    convened = None if roll is None else roll.convened
    yield at_most(act.present, convened, what=Text("số người có mặt", "present"))
    yield at_most(act.issued, act.present, what=_ISSUED_BALLOTS)


@book.rule(
    *_ISSUED,
    cites=row("5-I1", Confidence.ASSUMED),
    in_force=ELECTIONS,
    title=Text(
        "Số người có mặt khi bầu không quá số đã báo cáo với đại hội",
        "No more are present at the vote than the congress was told",
    ),
    severity=Severity.WARNS,
    encodes=("5-I1", "E15", "E18", "E23"),
)
def present_as_confirmed(
    case: Case[e.Contest], act: e.IssueBallots, about: Context[Readings2020]
) -> Answer:
    """Who comes later is counted anew; no text says so, hence it is only remarked on."""
    confirmed = present_at_congress(case, about.beside)
    if act.present is None or confirmed is None:
        return ()
    return at_most(act.present, confirmed, what=Text("số người có mặt", "present"))


@book.rule(
    *_ISSUED,
    cites=BALLOT,
    title=Text(
        "Phiếu in đúng danh sách đã thông qua (bầu lại: chỉ những người bằng phiếu)",
        "The ballot bears the list adopted (a run-off: the tied alone)",
    ),
    encodes=("E15", "E18", "E23", "result.tie"),
)
def ballot_bears_list(case: Case[e.Contest], act: e.IssueBallots) -> Demand:
    """Name for name."""
    names = None if act.names is None else tuple(sorted(act.names))
    return equals(names, tuple(sorted(e.voted_on(case))), what=LIST)


@book.rule(
    *_ISSUED,
    cites=BALLOT,
    title=Text(
        "Có số dư: gạch tên; không có số dư: đánh dấu X",
        "With surplus names are struck out, without there are boxes",
    ),
    encodes=("ballot.strike_style", "E15", "E18", "E23"),
)
def ballot_form(case: Case[e.Contest], act: e.IssueBallots) -> Demand | Gap:
    """More names than places: struck out; else boxes, for several names or for one."""
    places = e.places(case)
    if act.names is None or not places:
        return Gap(
            Text("chưa rõ số người hoặc số chỗ", "names or places are not known"),
            {"places": places},
        )
    if len(act.names) > places:
        wanted = e.BallotForm.SURPLUS
    else:
        several = len(act.names) > 1
        wanted = e.BallotForm.NO_SURPLUS if several else e.BallotForm.SINGLE
    return equals(act.form, wanted, what=Text("mẫu phiếu", "form of the ballot"))


@book.rule(
    *_ISSUED,
    cites=BOARD,
    title=Text(
        "Hướng dẫn cách bầu, kiểm tra và niêm phong hòm phiếu trước khi phát phiếu",
        "The vote is explained, the box is checked and sealed",
    ),
    encodes=("E15", "E18", "E23"),
)
def voting_explained(case: Case[e.Contest], act: e.IssueBallots) -> Iterator[Demand]:
    """Before ballots are handed out."""
    yield holds(act.instructed, what=Text("đã hướng dẫn", "explained"))
    yield holds(act.box_sealed, what=Text("đã niêm phong hòm phiếu", "box checked and sealed"))


@book.rule(
    *_ISSUED,
    cites=rule_244("Điều 19 khoản 9"),
    title=Text("Mỗi lần bầu một phiếu riêng", "One ballot for each contest"),
    encodes=("ballot.one_per_contest", "5-I7", "E15", "E18", "E23"),
)
def ballot_of_its_own(case: Case[e.Contest], act: e.IssueBallots) -> Demand:
    """Committee, secretary and deputy do not share a ballot."""
    return holds(act.alone, what=Text("phiếu riêng", "a ballot of its own"))


@book.rule(
    *_ISSUED,
    cites=BALLOT,
    title=Text(
        "Phiếu có dấu của cấp ủy triệu tập (chi bộ: của cấp ủy cơ sở)",
        "The ballot bears the seal of the convening committee (a cell: of the grassroots one)",
    ),
    severity=Severity.WARNS,
    encodes=("ballot.stamp", "E15"),
)
def ballot_stamped(case: Case[e.Contest], act: e.IssueBallots) -> Demand:
    """In the upper left corner."""
    return holds(act.stamped, what=Text("đóng dấu góc trái phía trên", "seal, upper left"))


@book.rule(
    e.issue_runoff,
    cites=rule_244("Điều 32 (chưa thấy khoản này)", Confidence.ASSUMED),
    title=Text(
        "Bầu lại vẫn bằng phiếu: chỉ bầu tiếp khi đại hội quyết định",
        "After a tied run-off another is held only if the meeting decides so",
    ),
    severity=Severity.WARNS,
    encodes=("result.tie_again", "E23"),
)
def runoff_again_decided(
    case: Case[e.Contest], act: e.IssueBallots, about: Context[Readings2020]
) -> Iterator[Demand | Breach | Gap]:
    """The first run-off follows of itself, the next ones do not."""
    found, why = with_tally(case, about, act.on)
    yield from why
    if found is not None and found.outcome is RoundOutcome.RUNOFF_TIED:
        yield over_half(act.vote)
