"""A congress in session: bodies, quorum, items of the programme, closing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from congress_flow import (
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
    fails,
    given,
    holds,
    more_than_half,
    one_of,
)
from congress_flow.procedures import Body
from congress_flow.procedures import congress as k
from congress_flow.procedures import document_life as d
from congress_flow.procedures import election_contest as e
from congress_flow.reckoning import Contest, Meeting
from congress_flow.reckoning import quorum as reckon_quorum
from congress_flow_vn_2020._book import TERM_2020, book, by_another_text
from congress_flow_vn_2020._contest_links import law_on
from congress_flow_vn_2020.congress_plan import ALL_CONTENTS
from congress_flow_vn_2020.congress_window import contests_of, within_length
from congress_flow_vn_2020.instruments import (
    CT35_2019,
    DL_2011,
    HANDBOOK,
    HD01_2016,
    HD01_2021,
    QC244_2014,
    QD29_2016,
)
from congress_flow_vn_2020.readings import Readings2020

CALENDAR: Final = CT35_2019.at("về thời gian đại hội", Confidence.VERIFIED)
# Through the last day of the rules of 2016 on the Charter, and of their guidance.
_UNDER_QD29: Final = InForce(None, QD29_2016.in_force.until)
QUORUM: Final = DL_2011.at("Điều 11 khoản 6 (chưa thấy văn bản)", Confidence.ASSUMED)
_BODIES: Final = (Body.PRESIDIUM, Body.CONGRESS_SECRETARIAT)
_USUAL_BOARD: Final = range(3, 6)
_MEETING: Final = {
    k.CongressKind.MEMBERS: Meeting.MEMBERS_CONGRESS,
    k.CongressKind.DELEGATES: Meeting.DELEGATES_CONGRESS,
}


@book.rule(
    k.elect_bodies,
    cites=(
        QC244_2014.at("Điều 5, Điều 6", Confidence.VERIFIED),
        QC244_2014.at("Điều 2 (nguyên tắc quá nửa)", Confidence.REPORTED),
    ),
    title=Text("Bầu đoàn chủ tịch, đoàn thư ký", "Presidium and secretariat are elected"),
    encodes=("K8",),
)
def bodies_elected(case: Case[k.Congress], act: k.ElectBodies) -> Iterator[Demand]:
    """Presidium (or a chair) and secretariat; each by more than half of those attending."""
    elected = None if act.elected is None else {each.body for each in act.elected}
    for body in _BODIES:
        told = None if elected is None else body in elected
        yield holds(told, about=body, what=Text("đã bầu", "elected"))
    for each in act.elected or ():
        name, agree = each.body, Text("số người đồng ý", "votes in favour")
        yield at_least(each.members, 1, about=name, what=Text("số người", "members"))
        yield more_than_half(each.agree, of=each.attending, about=name, what=agree)


@book.rule(
    k.elect_bodies,
    cites=QC244_2014.at("Điều 3 khoản 2 (chưa thấy văn bản)", Confidence.ASSUMED),
    title=Text("Biểu quyết giơ tay", "By show of hands"),
    severity=Severity.WARNS,
    encodes=("vote.form.show_of_hands", "K8"),
)
def bodies_by_show_of_hands(case: Case[k.Congress], act: k.ElectBodies) -> Iterator[Demand]:
    """Presidium, secretariat and credentials board are voted with the Party card."""
    for each in act.elected or ():
        name = each.body
        yield holds(each.show_of_hands, about=name, what=Text("biểu quyết giơ tay", "by hands"))


@book.rule(
    k.elect_bodies,
    cites=(
        HANDBOOK.at("parameters.md credentials_board.applies", Confidence.VERIFIED),
        QD29_2016.at("mục 12.2"),
    ),
    in_force=_UNDER_QD29,
    title=Text(
        "Ban thẩm tra tư cách đại biểu chỉ có ở đại hội đại biểu",
        "A credentials board at a delegates' congress, and only there",
    ),
    encodes=("credentials_board.applies", "K8", "DEC-P7"),
)
def credentials_board(case: Case[k.Congress], act: k.ElectBodies) -> Iterator[Demand]:
    """At a members' congress the convening committee reports the attendance."""
    board = (
        None
        if act.elected is None
        else any(each.body is Body.CREDENTIALS_BOARD for each in act.elected)
    )
    if case.subject.kind is None:
        yield given(None, what=Text("hình thức đại hội", "kind of congress"))
    elif case.subject.kind is k.CongressKind.DELEGATES:
        yield holds(board, what=Body.CREDENTIALS_BOARD.term)
    else:
        yield fails(board, what=Body.CREDENTIALS_BOARD.term)


# The row of the handbook knows no end; the text that it names ended.
by_another_text(
    "credentials_board",
    cites=HANDBOOK.at("parameters.md credentials_board.applies", Confidence.ASSUMED),
    in_force=InForce(_UNDER_QD29.until, QC244_2014.in_force.until),
    suffix="_2021",
)


@book.rule(
    k.elect_bodies,
    cites=HANDBOOK.at("parameters.md credentials_board.size", Confidence.REPORTED),
    in_force=TERM_2020,
    title=Text("Ban thẩm tra thường 3-5 người", "A credentials board has three to five members"),
    severity=Severity.WARNS,
    encodes=("credentials_board.size", "K8"),
)
def credentials_board_size(case: Case[k.Congress], act: k.ElectBodies) -> Iterator[Demand]:
    """A custom of the grassroots; no number of the centre is known."""
    if case.subject.level is not Level.GRASSROOTS:
        return
    for each in act.elected or ():
        if each.body is Body.CREDENTIALS_BOARD:
            what = Body.CREDENTIALS_BOARD.term
            yield at_least(each.members, _USUAL_BOARD[0], what=what)
            yield at_most(each.members, _USUAL_BOARD[-1], what=what)


@book.rule(
    k.confirm_quorum,
    cites=QUORUM,
    in_force=InForce(TERM_2020.since, QC244_2014.in_force.until),
    title=Text(
        "Đủ 2/3 số người được triệu tập (và 2/3 số tổ chức trực thuộc)",
        "Two thirds of those convened (and of the direct sub-organisations)",
    ),
    encodes=("quorum.members_congress", "quorum.delegates_congress", "quorum.base", "K9"),
)
def congress_quorum(
    case: Case[k.Congress], act: k.ConfirmQuorum, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """What two thirds are taken of, before or after the deductions, is a reading."""
    kind = case.subject.kind
    roll = None if kind is None or act.roll is None else e.roll_from(_MEETING[kind], act.roll)
    if roll is None:
        yield Gap(Text("chưa rõ số người được triệu tập", "who was convened is not known"))
        return
    law = law_on(about.readings, act.on).majority
    found = reckon_quorum(
        roll,
        law,
        present=act.present,
        sub_organisations=act.sub_organisations,
        represented=act.represented,
    )
    yield from found.demands
    yield at_most(act.present, roll.convened, what=Text("số có mặt", "present"))


@book.rule(
    k.confirm_quorum,
    cites=HANDBOOK.at("procedures.md 6-I2", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text("Chưa bầu cử khi chưa xác nhận đủ số", "No contest opens before the quorum"),
    encodes=("6-I2", "K9"),
)
def no_contest_before_quorum(
    case: Case[k.Congress], act: k.ConfirmQuorum, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The elections come after it."""
    for contest in contests_of(about, case.id):
        opened = contest.reached(e.OPENED)
        yield fails(opened, about=contest.id, what=Text("đã mở phần bầu cử", "contest opened"))


@book.rule(
    k.run_item,
    cites=(
        HANDBOOK.at("procedures.md K10", Confidence.VERIFIED),
        HD01_2016.at("về phiên họp, quy chế làm việc của đại hội", Confidence.VERIFIED),
    ),
    in_force=_UNDER_QD29,
    title=Text("Theo chương trình đã thông qua", "By the programme adopted"),
    encodes=("K10", "documents.md 4.2"),
)
def item_of_programme(case: Case[k.Congress], act: k.RunItem) -> Iterator[Demand]:
    """The first item adopts the programme; each item is named."""
    yield given(act.item, what=Text("nội dung", "item"))
    adopted = act.adopts_programme or any(x.adopts_programme for x in case.events(k.RunItem))
    yield holds(adopted, what=Text("chương trình đã thông qua", "programme adopted"))


by_another_text(
    "item_of_programme",
    cites=(
        HANDBOOK.at("procedures.md K10", Confidence.VERIFIED),
        HD01_2021.at("mục 14.4", Confidence.VERIFIED),
    ),
    in_force=InForce(_UNDER_QD29.until, TERM_2020.until),
    suffix="_2021",
)


@book.rule(
    k.close_congress,
    cites=HANDBOOK.at("procedures.md K11", Confidence.DERIVED),
    in_force=TERM_2020,
    title=Text(
        "Đã thông qua nghị quyết, đã công bố mọi kết quả bầu cử",
        "The resolution is adopted, every contest declared",
    ),
    encodes=("K11",),
)
def closed_when_done(
    case: Case[k.Congress], act: k.Close, about: Context[Readings2020]
) -> Iterator[Demand | Gap]:
    """Contests of the first conference may follow; those of the congress itself may not."""
    resolutions = [
        each
        for each in about.beside.of(d.document_life)
        if each.subject.kind is d.DocumentKind.RESOLUTION and each.subject.congress == case.id
    ]
    adopted = any(each.reached(d.ADOPTED) for each in resolutions) if resolutions else None
    yield holds(adopted, what=Text("nghị quyết đã thông qua", "resolution adopted"))
    own = [
        contest
        for contest in contests_of(about, case.id)
        if contest.subject.meeting is not Meeting.CONFERENCE
    ]
    if case.subject.contents == ALL_CONTENTS:
        committees = [contest for contest in own if contest.subject.post is Contest.COMMITTEE]
        if not committees:
            yield Gap(Text("chưa có hồ sơ bầu cấp ủy", "the committee's contest is not recorded"))
    for contest in own:
        declared = contest.reached(e.DECLARED)
        yield holds(declared, about=contest.id, what=Text("đã công bố kết quả", "declared"))


@book.rule(
    k.close_congress,
    cites=CALENDAR,
    title=Text("Độ dài đại hội", "The length of the congress"),
    encodes=("congress.length", "congress.prep_session", "K11"),
)
def closed_in_length(
    case: Case[k.Congress], act: k.Close, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Two, three or four days by level; half a day of preparatory session, district and up."""
    level, readings = case.subject.level, about.readings
    return within_length(act.days, act.preparatory_days, act.on, level, readings)


@book.rule(
    k.close_congress,
    cites=QD29_2016.at("mục 15.1"),
    title=Text("Người triệu tập hội nghị lần thứ nhất", "Who convenes the first conference"),
    encodes=("first_conference.convener", "K11"),
)
def first_conference(case: Case[k.Congress], act: k.Close) -> Iterator[Demand]:
    """A re-elected secretary or deputy, else a person whom the superior authorises."""
    if case.subject.contents != ALL_CONTENTS:
        return
    arranged = act.first_conference or k.FirstConference()
    conveners = [convener for convener in k.Convener if convener is not k.Convener.OTHER]
    what = Text("người triệu tập", "convener")
    yield one_of(arranged.convener, conveners, what=what)
    if arranged.convener is k.Convener.AUTHORISED_BY_SUPERIOR:
        authorised = Text("văn bản ủy nhiệm của cấp trên", "the superior's authorisation")
        yield given(arranged.authorisation, what=authorised)
