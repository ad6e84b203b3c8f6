"""Five-step procedure, step 1: what is asked of each person on the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from congress_flow import (
    Case,
    Caution,
    Confidence,
    Context,
    Demand,
    Gap,
    InForce,
    Level,
    Severity,
    Step,
    Text,
    add_months,
    after,
    fails,
    given,
    holds,
    none_of,
    on_or_after,
)
from congress_flow.procedures import Nominee, TrackKind
from congress_flow.procedures import personnel_track as t
from congress_flow.reckoning import months_left
from congress_flow_vn_2020._book import book, by_another_text
from congress_flow_vn_2020._track_lists import here, ids
from congress_flow_vn_2020.ages_law import retirement_law
from congress_flow_vn_2020.instruments import CT35_2019, HD26_2019, QD50_2021, QD89_2017
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.track_meetings import APPENDIX

WAITING: Final = CT35_2019.at("về thời gian sau kỷ luật (chưa tìm thấy)", Confidence.UNKNOWN)
AGES: Final = CT35_2019.at("về độ tuổi", Confidence.DERIVED)


Entry = t.ApproveList | t.AcceptResult | t.RepeatStep | t.AdmitSuperiorIntroduced | t.ReturnToStep3
ENTRIES: tuple[Step[t.Track, Entry], ...] = (
    t.approve_list,
    t.accept_step2,
    t.accept_step3,
    t.repeat_step,
    t.return_to_step3,
    t.admit_superior_introduced,
)


def newcomers(act: Entry) -> tuple[Nominee, ...]:
    """Return the persons who enter the list of a track by an act, at step 1 or on the way."""
    if isinstance(act, t.ApproveList):
        return act.persons or ()
    if isinstance(act, t.AcceptResult):
        return act.added
    if isinstance(act, t.RepeatStep):
        return act.supplemented or ()
    person = act.person if isinstance(act, t.AdmitSuperiorIntroduced) else act.introduced
    return () if person is None else (person,)


@book.rule(
    t.approve_list,
    cites=APPENDIX,
    title=Text("Bước 1 thông qua danh sách có người", "Step 1 approves a list of persons"),
    encodes=("T2", "T22"),
)
def list_given(case: Case[t.Track], act: t.ApproveList) -> Iterator[Demand]:
    """List L1 is not empty, and nobody stands on it who was removed during the review."""
    names = None if act.persons is None else ids(act.persons)
    yield given(names, what=Text("danh sách bước 1", "list of step 1"))
    removed = Text("người đã đưa ra khỏi danh sách", "removed before")
    for each in here(case):  # nothing else is recorded at step 1
        yield none_of(each.person, names or (), what=removed)


@book.rule(
    *ENTRIES,
    cites=QD89_2017.at("tiêu chuẩn chung"),
    title=Text("Từng người đủ tiêu chuẩn và đồng ý", "Each person meets the standards and agrees"),
    encodes=("T2",),
)
def standards_met(case: Case[t.Track], act: Entry) -> Iterator[Demand]:
    """Standards met, and willing."""
    del case
    for person in newcomers(act):
        met = Text("đủ tiêu chuẩn", "standards met")
        yield holds(person.standards, about=person.id, what=met)
        yield holds(person.willing, about=person.id, what=Text("đồng ý tham gia", "willing"))


@book.rule(
    *ENTRIES,
    cites=HD26_2019.at("phần III, về người đang được kiểm tra, thanh tra, kiểm toán"),
    title=Text("Không thuộc trường hợp bị loại", "No ground of exclusion"),
    encodes=("eligibility.open_audit", "T2"),
)
def not_excluded(case: Case[t.Track], act: Entry) -> Iterator[Demand]:
    """Nobody with a ground of exclusion; an open audit is first concluded by the superior."""
    del case
    for person in newcomers(act):
        what = Text("không thuộc trường hợp bị loại", "no ground of exclusion")
        yield holds(person.eligible, about=person.id, what=what)


@book.rule(
    *ENTRIES,
    cites=APPENDIX,
    title=Text("Vòng tái cử: cấp ủy viên đương nhiệm", "Track R: serving members"),
    encodes=("T2",),
)
def serving_or_new(case: Case[t.Track], act: Entry) -> Iterator[Demand]:
    """Track R holds serving members, track F such as are not."""
    reelection = case.subject.kind is TrackKind.REELECTION
    what = Text("cấp ủy viên đương nhiệm", "serving member")
    for person in newcomers(act):
        ask = holds if reelection else fails
        yield ask(person.serving, about=person.id, what=what)


@book.rule(
    *ENTRIES,
    cites=APPENDIX,
    title=Text(
        "Lần đầu tham gia phải trong quy hoạch, hoặc được cấp có thẩm quyền đồng ý",
        "First-timers stand in the planning, or the competent level consents",
    ),
    severity=Severity.WARNS,
    encodes=("planning.required.first_time", "T2"),
)
def planning_required(case: Case[t.Track], act: Entry) -> Iterator[Demand]:
    """In the committee planning, or with consent: who introduces a person has consented."""
    by_superior = isinstance(act, t.AdmitSuperiorIntroduced | t.ReturnToStep3)
    if by_superior or case.subject.kind is not TrackKind.FIRST_TIME:
        return
    for person in newcomers(act):
        consent = person.in_planning or person.outside_consent
        yield holds(consent, about=person.id, what=Text("trong quy hoạch", "in the planning"))


@book.rule(
    *ENTRIES,
    cites=QD50_2021.at("về đưa ra khỏi quy hoạch", Confidence.REPORTED),
    in_force=InForce(date(2022, 1, 1)),
    title=Text("Bị kỷ luật thì ra khỏi quy hoạch", "Who is disciplined drops out of the planning"),
    encodes=("planning.auto_drop", "T2"),
)
def dropped_from_planning(case: Case[t.Track], act: Entry) -> Iterator[Demand]:
    """Who stands in the planning was planned, or planned anew, after the last measure.

    Those below the standards and over age drop out as well: `standards_met`, `age_months`.
    """
    del case
    for person in newcomers(act):
        if person.in_planning and person.disciplined_on is not None:
            what = Text("ngày quyết định quy hoạch", "planned on")
            yield after(person.planned_on, person.disciplined_on, about=person.id, what=what)


# Nobody can show that it was issued already on a day of its year.
by_another_text(
    "dropped_from_planning",
    cites=QD50_2021.at(
        "về đưa ra khỏi quy hoạch (chưa rõ ngày ban hành trong năm 2021)", Confidence.REPORTED
    ),
    in_force=InForce.through(None, date(2021, 12, 31)),
    suffix="_in_its_year",
    severity=Severity.WARNS,
)


@book.rule(
    *ENTRIES,
    cites=AGES,
    title=Text(
        "Còn từ 60 tháng (tái cử: 30 tháng) đến tuổi nghỉ hưu",
        "60 months or more (for re-election 30) are left to retirement",
    ),
    encodes=(
        "age.months.reelection",
        "age.months.first_time",
        "age.ref_month",
        "age.retirement",
        "T2",
    ),
)
def age_months(case: Case[t.Track], act: Entry) -> Iterator[Demand | Gap | Caution]:
    """At the reference month of the level: 60 months for first-timers, 30 for re-election."""
    track = case.subject
    for person in newcomers(act):
        if person.sex is None:
            yield Gap(Text(f"{person.id}: chưa rõ nam, nữ", f"{person.id}: sex is not known"))
            continue
        law = retirement_law(act.on, track.level, track.kind, person.sex)
        if law is None:
            words = Text(
                f"{person.id}: không có mức tuổi cho cấp này vào ngày này",
                f"{person.id}: no age is set for this level on this day",
            )
            # No reference month is told for cells: nothing there to be kept from.
            below = track.level.rank < Level.GRASSROOTS.rank
            yield Caution(words) if below else Gap(words)
            continue
        yield months_left(person.born, law).demand(about=person.id)


@book.rule(
    *ENTRIES,
    cites=WAITING,
    title=Text("Thời gian sau kỷ luật", "The time after a disciplinary measure"),
    severity=Severity.WARNS,
    encodes=("eligibility.discipline_wait",),
)
def discipline_wait(
    case: Case[t.Track], act: Entry, about: Context[Readings2020]
) -> Iterator[Demand]:
    """Asked only where the reading sets a number of months, of those who were disciplined."""
    del case
    months = about.readings.discipline_wait
    if months is None:
        return
    for person in newcomers(act):
        if person.disciplined_on is not None:
            free = add_months(person.disciplined_on, months)
            what = Text(f"hết {months} tháng sau kỷ luật", f"{months} months after the measure")
            yield on_or_after(act.on, free, about=person.id, what=what)
