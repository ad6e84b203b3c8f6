"""Five-step procedure: votes that cannot be accepted as they are: shortage and tie, T12 to T15.

What is done about them is open: the readings `tie_policy` and `shortage_policy` choose, and doing
otherwise is remarked on. That there is a shortage or a tie at all must show in the figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from congress_flow import (
    Answer,
    Case,
    Confidence,
    Context,
    Demand,
    Severity,
    Step,
    Text,
    at_least,
    at_most,
    equals,
    given,
    less_than,
    more_than,
    more_than_half,
    one_of,
)
from congress_flow.procedures import Body
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._track_lists import NUMBERS, entering, ids, repeated
from congress_flow_vn_2020._track_votes import (
    KEY_CADRES,
    Stalled,
    lacking,
    most,
    most_within_cap,
    vote_of,
)
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.readings import Readings2020, ShortagePolicy, TiePolicy
from congress_flow_vn_2020.track_meetings import NOT_SEEN

_STALLED: Final[tuple[Step[t.Track, Stalled], ...]] = (
    t.repeat_step,
    t.accept_vacancies,
    t.settle_tie,
    t.refer_to_superior,
)
_TERMS: Final = HANDBOOK.at("procedures.md 2.2, T12–T15", Confidence.DERIVED)
_POLICY: Final = Text("cách xử lý đã chọn", "the policy chosen")
_REASON: Final = Text("lý do", "reason")
_TIED: Final = Text("người bằng phiếu", "person tied")
_VOTES: Final = Text("số phiếu đồng ý", "votes in favour")
_LACKING: Final = Text("số người còn thiếu", "persons lacking")


def _reason(act: Stalled) -> t.Reason | None:
    if isinstance(act, t.RepeatStep | t.ReferToSuperior):
        return act.reason
    return t.Reason.SHORTAGE if isinstance(act, t.AcceptVacancies) else t.Reason.TIE


def _tied(act: Stalled) -> tuple[str, ...] | None:
    if isinstance(act, t.RepeatStep):
        return act.between
    return act.tied if isinstance(act, t.SettleTie | t.ReferToSuperior) else None


def _policy(chosen: TiePolicy | ShortagePolicy, needed: TiePolicy | ShortagePolicy) -> Demand:
    return equals(chosen, needed, what=_POLICY)


@book.rule(
    t.repeat_step,
    cites=NOT_SEEN,
    title=Text("Làm lại bước chỉ khi đã chọn cách đó", "A step is repeated if the reading says so"),
    severity=Severity.WARNS,
    encodes=("five_step.shortage_policy", "five_step.tie_policy", "T12"),
)
def repeat_as_read(case: Case[t.Track], act: t.RepeatStep, about: Context[Readings2020]) -> Answer:
    """After a tie, or after a shortage, as the readings choose."""
    del case
    if act.reason is t.Reason.TIE:
        return _policy(about.readings.tie_policy, TiePolicy.REBALLOT)
    return _policy(about.readings.shortage_policy, ShortagePolicy.REPEAT)


@book.rule(
    t.accept_vacancies,
    cites=NOT_SEEN,
    title=Text("Bầu thiếu, để khuyết", "Elect fewer and leave vacancies"),
    severity=Severity.WARNS,
    encodes=("five_step.shortage_policy", "T13"),
)
def vacancies_as_read(
    case: Case[t.Track], act: t.AcceptVacancies, about: Context[Readings2020]
) -> Demand:
    """Only where the reading chooses it."""
    del case, act
    return _policy(about.readings.shortage_policy, ShortagePolicy.VACANCIES)


@book.rule(
    t.settle_tie,
    cites=NOT_SEEN,
    title=Text("Xử lý bằng phiếu theo cách đã chọn", "A tie is settled as the reading says"),
    severity=Severity.WARNS,
    encodes=("five_step.tie_policy", "T14"),
)
def tie_settled_as_read(
    case: Case[t.Track], act: t.SettleTie, about: Context[Readings2020]
) -> Demand:
    """By the head, by the standing committee, or by admitting all within the cap."""
    del case
    settlers = {
        TiePolicy.HEAD: t.Settler.HEAD,
        TiePolicy.STANDING_COMMITTEE: t.Settler.STANDING_COMMITTEE,
        TiePolicy.ALL_WITHIN_CAP: t.Settler.ALL_WITHIN_CAP,
    }
    chosen = about.readings.tie_policy
    if chosen in settlers:
        return equals(act.settler, settlers[chosen], what=Text("cách xử lý", "settled by"))
    return one_of(chosen, settlers, what=_POLICY)


@book.rule(
    t.refer_to_superior,
    cites=NOT_SEEN,
    title=Text("Xin ý kiến cấp trên theo cách đã chọn", "Put upward as the reading says"),
    severity=Severity.WARNS,
    encodes=("five_step.shortage_policy", "five_step.tie_policy", "T15"),
)
def referred_as_read(
    case: Case[t.Track], act: t.ReferToSuperior, about: Context[Readings2020]
) -> Demand:
    """Only where the reading leaves the tie or the shortage to the superior."""
    del case
    if act.reason is t.Reason.TIE:
        return _policy(about.readings.tie_policy, TiePolicy.SUPERIOR)
    return _policy(about.readings.shortage_policy, ShortagePolicy.SUPERIOR)


@book.rule(
    *_STALLED,
    cites=_TERMS,
    in_force=TERM_2020,
    title=Text("Có thiếu thật", "There is a shortage"),
    encodes=("T12", "T13", "T15", "DEC-P19"),
)
def shortage_is_real(
    case: Case[t.Track], act: Stalled, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Both lists are shorter than what is needed; vacancies are as many as persons lack."""
    if _reason(act) is not t.Reason.SHORTAGE:
        return
    found = lacking(case, act, about)
    yield more_than(found, 0, what=_LACKING)
    if isinstance(act, t.AcceptVacancies):
        yield equals(act.vacancies, found, what=Text("số khuyết", "vacancies"))


@book.rule(
    *_STALLED,
    cites=_TERMS,
    in_force=TERM_2020,
    title=Text("Có bằng phiếu thật ở vị trí cuối", "There is a tie at the last place"),
    encodes=("T12", "T14", "T15"),
)
def tie_is_real(
    case: Case[t.Track], act: Stalled, about: Context[Readings2020]
) -> Iterator[Demand]:
    """All tied have the same votes, over half, fewer than those in, and too few places are left."""
    if _reason(act) is not t.Reason.TIE:
        return
    tied, limit = _tied(act), most(case, about)
    people = None if tied is None else len(tied)
    yield more_than(people, 1, what=Text("số người bằng phiếu", "persons tied"))
    votes = {p: vote_of(case, act, p, about.readings) for p in (*(tied or ()), *(act.passed or ()))}
    level = votes[tied[0]].agree if tied else None
    for person in tied or ():
        yield one_of(person, entering(case, about.readings), what=_TIED)
        yield equals(votes[person].agree, level, about=person, what=_VOTES)
        yield more_than_half(level, of=votes[person].base, about=person, what=_VOTES)
    for person in act.passed or ():
        if not _in_before(case, person):
            yield more_than(votes[person].agree, level, about=person, what=_VOTES)
    places = None if limit is None or act.passed is None else limit - len(act.passed)
    left = Text("số chỗ còn lại", "places left")
    yield at_least(places, 1, what=left)
    yield less_than(places, people, what=left)


def _in_before(case: Case[t.Track], person: str) -> bool:
    return any(person in (each.passed or ()) for each in repeated(case))


@book.rule(
    t.repeat_step,
    cites=_TERMS,
    in_force=TERM_2020,
    title=Text(
        "Làm lại với danh sách bổ sung, hoặc giữa những người bằng phiếu",
        "Repeated with a supplemented list, or between those tied",
    ),
    encodes=("five_step.conjunctive", "2-I5", "T12"),
)
def repeat_told(
    case: Case[t.Track], act: t.RepeatStep, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The reason and the new names; after step 2 only names that passed every ballot before."""
    yield given(act.reason, what=_REASON)
    if act.reason is not t.Reason.SHORTAGE:
        return
    names = None if act.supplemented is None else ids(act.supplemented)
    yield given(names, what=Text("danh sách bổ sung", "supplemented list"))
    for person in names or ():
        for step, passed in _ballots_before(case, about):
            what = Text(f"người quá nửa ở bước {step}", f"over half at step {step}")
            yield one_of(person, passed, what=what)


def _ballots_before(
    case: Case[t.Track], about: Context[Readings2020]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each ballot step before the present one, with all who had more than half there."""
    now = NUMBERS[case.stage.name]
    latest: dict[int, tuple[str, ...]] = {}
    for index, passage in enumerate(case.passages):
        act = passage.event
        if isinstance(act, t.AcceptResult | t.AdoptList | t.ReferToSuperior):
            before = attrs.evolve(case, passages=case.passages[:index])
            votes = (act.meeting.agree if act.meeting else None) or {}
            latest[NUMBERS[passage.verdict.stage.name]] = tuple(
                person for person in votes if vote_of(before, act, person, about.readings).over_half
            )
    weighed = not about.readings.step2_eliminates
    for step, passed in sorted(latest.items()):
        if step < now and not (weighed and step == KEY_CADRES):
            yield step, passed


@book.rule(
    t.settle_tie,
    cites=_TERMS,
    in_force=TERM_2020,
    title=Text(
        "Người được chọn là người bằng phiếu, vừa số chỗ còn lại",
        "Those chosen are of the tied, and as many as places are left",
    ),
    encodes=("surplus.cap", "T14"),
)
def tie_settled_rightly(
    case: Case[t.Track], act: t.SettleTie, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Who settles is who is named; all are admitted only while the surplus keeps the cap."""
    settlers = {
        t.Settler.HEAD: (Body.HEAD,),
        t.Settler.STANDING_COMMITTEE: (Body.STANDING_COMMITTEE,),
    }
    yield given(act.settler, what=Text("cách xử lý", "settled by"))
    if act.settler in settlers and case.subject.standing_committee:
        yield one_of(act.by, settlers[act.settler], what=Text("người xử lý", "settled by"))
    for person in act.chosen or ():
        yield one_of(person, act.tied or (), what=Text("người được chọn", "person chosen"))
    known = act.chosen is not None and act.passed is not None
    listed = len(act.passed or ()) + len(act.chosen or ()) if known else None
    what = Text("số người sau khi xử lý", "persons after it is settled")
    if act.settler is t.Settler.ALL_WITHIN_CAP:
        chosen = None if act.chosen is None else tuple(sorted(act.chosen))
        yield equals(chosen, tuple(sorted(act.tied or ())), what=_TIED)
        yield at_most(listed, most_within_cap(case, act, about), what=what)
    else:
        yield equals(listed, most(case, about), what=what)


@book.rule(
    t.refer_to_superior,
    cites=_TERMS,
    in_force=TERM_2020,
    title=Text("Nêu rõ lý do và nội dung xin ý kiến", "The reason and what is asked are told"),
    encodes=("T15",),
)
def referral_told(case: Case[t.Track], act: t.ReferToSuperior) -> Iterator[Demand]:
    """To decide, to introduce a person, or to agree to no election."""
    del case
    yield given(act.reason, what=_REASON)
    yield given(act.asked, what=Text("nội dung xin ý kiến", "what is asked"))
