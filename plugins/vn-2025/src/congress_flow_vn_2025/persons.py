"""The persons of step 1: ages, discipline, time in post, planning, the steps themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from congress_flow import (
    Case,
    Confidence,
    Context,
    Demand,
    Gap,
    InForce,
    Severity,
    Text,
    at_least,
    at_most,
    equals,
    fails,
    given,
    one_of,
)
from congress_flow.procedures import AgeCategory, Nominee
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_track as t
from congress_flow.reckoning import Month, months_left
from congress_flow_vn_2020._book import by_another_text
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.state_law import ND135_2020
from congress_flow_vn_2020.track_persons import ENTRIES, Entry, newcomers
from congress_flow_vn_2025._book import TERM_2025, book, carry_over
from congress_flow_vn_2025.ages_law import retirement_law
from congress_flow_vn_2025.carried_personnel import STEPS
from congress_flow_vn_2025.instruments import (
    CT35_2024,
    CT45_2025,
    HD08_2024,
    HD27_2024,
    KL150_2025,
    QD377_2025,
)
from congress_flow_vn_2025.readings import Readings2025, StepsOf2025

YEARS_OF_TERM: Final = range(2020, 2026)
MOST_PLANNED: Final = 3
_AGES: Final = ("age.months.first_time", "age.months.reelection", "age.ref_month", "T2")
_RETIREMENT: Final = ND135_2020.at("Điều 4", Confidence.DERIVED)
_ENOUGH_2024: Final = Text(
    "Còn từ 60 tháng (tái cử: số tháng đã chọn) đến tuổi nghỉ hưu",
    "60 months or more (for re-election as was read) are left to retirement",
)
_ENOUGH_2025: Final = Text(
    "Còn từ 60 tháng (tái cử: 48 tháng) đến tuổi nghỉ hưu",
    "60 months or more (for re-election 48) are left to retirement",
)


@book.rule(
    r.draft_direction,
    cites=(
        HANDBOOK.at("parameters.md five_step.applies", Confidence.UNKNOWN),
        HD27_2024.at("danh mục bước (chưa tìm thấy)", Confidence.UNKNOWN),
    ),
    in_force=HD27_2024.in_force,
    title=Text("Cấp này làm nhân sự theo 5 bước", "This level follows the five steps"),
    severity=Severity.WARNS,
    encodes=("five_step.applies",),
)
def five_steps_apply(
    case: Case[r.Run], act: r.DraftDirection, about: Context[Readings2025]
) -> Demand:
    """The levels are those of the reading: the guidance of 2024 was not read."""
    del act
    levels = about.readings.five_step_levels
    return one_of(case.subject.level, levels, what=Text("cấp của tổ chức", "level"))


by_another_text(
    "five_steps_apply",
    cites=HANDBOOK.at("parameters.md five_step.applies", Confidence.UNKNOWN),
    in_force=InForce(TERM_2025.since, HD27_2024.in_force.since),
    suffix="_under_directive",
    of=book,
)


@book.rule(
    r.draft_direction,
    cites=(
        HANDBOOK.at("parameters.md five_step.steps", Confidence.UNKNOWN),
        HD27_2024.at("danh mục bước (chưa tìm thấy)", Confidence.UNKNOWN),
    ),
    in_force=HD27_2024.in_force,
    title=Text("Các bước như nhiệm kỳ 2020-2025", "The steps are those of the term 2020–2025"),
    severity=Severity.WARNS,
    encodes=("five_step.steps",),
)
def five_steps_known(
    case: Case[r.Run], act: r.DraftDirection, about: Context[Readings2025]
) -> Demand:
    """Under another reading nobody can say which steps are due: the five are asked all the same."""
    del case, act
    chosen = about.readings.five_step_steps
    return equals(chosen, StepsOf2025.AS_2020, what=Text("cách hiểu đã chọn", "reading chosen"))


by_another_text(
    "five_steps_known",
    cites=HANDBOOK.at("parameters.md five_step.steps", Confidence.UNKNOWN),
    in_force=InForce(TERM_2025.since, HD27_2024.in_force.since),
    suffix="_under_directive",
    of=book,
)


def _months(
    case: Case[t.Track], act: Entry, about: Context[Readings2025]
) -> Iterator[Demand | Gap]:
    for person in newcomers(act):
        if person.category is not AgeCategory.UNSALARIED_CELL_SECRETARY:
            yield _enough(person, case, act, about)


def _enough(
    person: Nominee, case: Case[t.Track], act: Entry, about: Context[Readings2025]
) -> Demand | Gap:
    if person.sex is None:
        return Gap(Text(f"{person.id}: chưa rõ nam, nữ", f"{person.id}: sex is not known"))
    own_day = person.category is AgeCategory.COMMUNE_POLICE_CHIEF
    law = retirement_law(
        act.on,
        case.subject.level,
        case.subject.kind,
        person.sex,
        category=AgeCategory.GENERAL if own_day else person.category,
        reelection_under_ct35=about.readings.reelection_under_ct35,
    )
    if law is None:
        return Gap(
            Text(
                f"{person.id}: không có mức tuổi cho cấp, diện này vào ngày này",
                f"{person.id}: no age is set for this level or category on this day",
            ),
            {"category": person.category, "level": case.subject.level},
        )
    if not own_day:
        return months_left(person.born, law).demand(about=person.id)
    # The ceiling of the police law was not read: the day of retirement is told.
    retires = None if person.retires_on is None else Month.of(person.retires_on)
    left = None if retires is None else law.reference_month.value.until(retires)
    what = Text("số tháng đến tuổi trần của ngành", "months to the ceiling of the service")
    return at_least(left, law.months_required.value, about=person.id, what=what)


@book.rule(
    *ENTRIES,
    cites=(
        CT35_2024.at("tuổi tái cử (chưa rõ 48 hay 30 tháng)", Confidence.UNKNOWN),
        _RETIREMENT,
    ),
    title=_ENOUGH_2024,
    subject="age_months",
    encodes=(*_AGES, "age.retirement", "age.category_exceptions"),
)
def age_months_2024(
    case: Case[t.Track], act: Entry, about: Context[Readings2025]
) -> Iterator[Demand | Gap]:
    """60 months for first-timers; for re-election 48 or 30, as `reelection_under_ct35` says."""
    return _months(case, act, about)


@book.rule(
    *ENTRIES,
    cites=(
        CT45_2025.at("tuổi tái cử, thời điểm tính tuổi", Confidence.REPORTED),
        CT45_2025.at("mốc tuổi sinh của người lần đầu tham gia", Confidence.DERIVED),
        _RETIREMENT,
    ),
    title=_ENOUGH_2025,
    subject="age_months",
    encodes=(*_AGES, "age.retirement", "age.category_exceptions"),
)
def age_months_2025(
    case: Case[t.Track], act: Entry, about: Context[Readings2025]
) -> Iterator[Demand | Gap]:
    """60 months for first-timers, 48 for re-election, at the month in which the level starts."""
    return _months(case, act, about)


# What 2020 had no instrument for any more: nobody whom the inspection found unfit.
carry_over(
    "not_excluded",
    cites=HD08_2024.at("những trường hợp không để lọt vào cấp ủy", Confidence.REPORTED),
    encodes=("T2",),
)


@book.rule(
    *ENTRIES,
    cites=KL150_2025.at("về người bị kỷ luật, đang bị xem xét", Confidence.REPORTED),
    in_force=InForce(date(2026, 1, 1)),
    title=Text(
        "Bị kỷ luật trong nhiệm kỳ, đang bị điều tra, chờ kết luận: không xem xét chức vụ cao hơn",
        "Disciplined in the term, or awaiting a conclusion: not considered for a higher post",
    ),
    encodes=("eligibility.discipline_higher_post", "T2"),
)
def no_higher_post(case: Case[t.Track], act: Entry) -> Iterator[Demand]:
    """Who was disciplined in 2020–2025, or is under inquiry, is put forward for no higher post."""
    del case
    for person in newcomers(act):
        measure = person.disciplined_on
        in_term = measure is not None and measure.year in YEARS_OF_TERM
        if in_term or person.under_inquiry:
            what = Text("giới thiệu vào chức vụ cao hơn", "put forward for a higher post")
            yield fails(person.higher_post, about=person.id, what=what)


# Nobody can show that it was issued already on a day of its year.
by_another_text(
    "no_higher_post",
    cites=KL150_2025.at(
        "về người bị kỷ luật, đang bị xem xét (chưa rõ ngày ban hành trong năm 2025)",
        Confidence.REPORTED,
    ),
    in_force=InForce.through(None, date(2025, 12, 31)),
    suffix="_in_its_year",
    severity=Severity.WARNS,
    of=book,
)


@book.rule(
    *ENTRIES,
    cites=CT45_2025.at("thời gian giữ chức vụ (mới đọc được một phần)", Confidence.UNKNOWN),
    title=Text(
        "Giữ chức vụ hiện tại đủ thời gian trước khi bầu vào chức vụ cao hơn",
        "Long enough in post before election to a higher one",
    ),
    severity=Severity.WARNS,
    encodes=("eligibility.min_time_in_post", "T2"),
)
def time_in_post(case: Case[t.Track], act: Entry, about: Context[Readings2025]) -> Iterator[Demand]:
    """So many months as the reading says, if it names any, of those put forward for more."""
    del case
    months = about.readings.min_time_in_post
    if months is None:
        return
    for person in newcomers(act):
        if person.higher_post:
            what = Text("số tháng giữ chức vụ hiện tại", "months in the present post")
            yield at_least(person.months_in_post, months, about=person.id, what=what)


# The planning: as before by the reading, and from 8 October 2025 by a text that was reported.
carry_over("planning_required", cites=CT35_2024.at(STEPS, Confidence.UNKNOWN), suffix="_2024")
carry_over(
    "planning_required",
    cites=CT45_2025.at(STEPS, Confidence.UNKNOWN),
    in_force=InForce(CT45_2025.issued_on, QD377_2025.issued_on),
    suffix="_2025",
)
carry_over(
    "planning_required",
    cites=QD377_2025.at("về quy hoạch", Confidence.REPORTED),
    suffix="_377",
)


@book.rule(
    *ENTRIES,
    cites=QD377_2025.at("về số chức danh quy hoạch", Confidence.REPORTED),
    title=Text(
        "Một người quy hoạch không quá 3 chức danh cùng cấp",
        "A person is planned for at most three posts of one level",
    ),
    severity=Severity.WARNS,
    encodes=("planning.max_posts_per_person",),
)
def posts_planned(case: Case[t.Track], act: Entry) -> Iterator[Demand]:
    """Three at the most, of those who stand in the planning."""
    del case
    for person in newcomers(act):
        if person.in_planning:
            what = Text("số chức danh quy hoạch", "posts planned for")
            yield at_most(person.planned_posts, MOST_PLANNED, about=person.id, what=what)


@book.rule(
    r.open_track_f,
    cites=QD377_2025.at("về số người quy hoạch mỗi chức danh", Confidence.REPORTED),
    title=Text(
        "Một chức danh quy hoạch không quá 3 người", "At most three are planned for one post"
    ),
    severity=Severity.WARNS,
    encodes=("planning.max_persons_per_post",),
)
def persons_planned(case: Case[r.Run], act: r.OpenTrackF) -> Iterator[Demand]:
    """Three at the most for each post of the planning list."""
    del case
    what = Text("số người quy hoạch", "persons planned")
    if act.planned is None:
        yield given(None, what=what)
    for post, persons in sorted((act.planned or {}).items()):
        yield at_most(persons, MOST_PLANNED, about=post, what=what)
