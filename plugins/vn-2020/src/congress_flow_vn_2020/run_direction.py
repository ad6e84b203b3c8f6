"""The personnel direction: numbers, structure, standards, when it is adopted and when amended."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from congress_flow import (
    Answer,
    Case,
    Caution,
    Confidence,
    Context,
    Demand,
    InForce,
    Level,
    Parameter,
    Row,
    Severity,
    Step,
    Text,
    at_least,
    at_most,
    equals,
    given,
    more_than,
)
from congress_flow.procedures import personnel_run as r
from congress_flow_vn_2020._book import TERM_2020, book
from congress_flow_vn_2020._personnel_links import amended
from congress_flow_vn_2020.congress_tables import CELL_COMMITTEE_SIZE
from congress_flow_vn_2020.instruments import DL_2011, HANDBOOK, HD26_2019, HD28_2020
from congress_flow_vn_2020.readings import CellVariant, Readings2020
from congress_flow_vn_2020.track_meetings import APPENDIX

_DIRECTIONS: tuple[Step[r.Run, r.AdoptDirection | r.ReopenStructure], ...] = (
    r.adopt_direction,
    r.reopen_structure,
)
_SEATS: Final = Text("số lượng cấp ủy viên", "members of the committee")

COMMITTEE_MAX: Final = Parameter(
    "committee.size.max",
    (
        Row(
            value=15,
            cites=HANDBOOK.at("parameters.md committee.size.max", Confidence.ASSUMED),
            levels=frozenset({Level.GRASSROOTS}),
            in_force=TERM_2020,
        ),
    ),
)
STANDING_MAX: Final = Parameter(
    "committee.standing.max",
    (
        Row(
            value=5,
            cites=HANDBOOK.at("parameters.md committee.standing.max", Confidence.ASSUMED),
            levels=frozenset({Level.GRASSROOTS}),
            in_force=TERM_2020,
        ),
    ),
)
STANDING_THRESHOLD: Final = 9
STANDING_RATIO: Final = Fraction(1, 3)
LESS_BY_A_TWENTIETH: Final = Fraction(19, 20)


@book.rule(
    *_DIRECTIONS,
    cites=APPENDIX,
    title=Text(
        "Phương hướng nhân sự có số lượng, cơ cấu, tiêu chuẩn",
        "The direction holds number, structure and standards",
    ),
    encodes=("R2",),
)
def direction_complete(case: Case[r.Run], act: r.Direction) -> Iterator[Demand]:
    """Number of seats and of candidates, structure, standards; as amended, too."""
    told = amended(case, act)
    yield at_least(told.seats, 1, what=_SEATS)
    yield more_than(told.candidates, told.seats, what=Text("số người giới thiệu", "candidates"))
    yield given(told.structure, what=Text("cơ cấu", "structure"))
    yield given(told.standards, what=Text("tiêu chuẩn", "standards"))


@book.rule(
    *_DIRECTIONS,
    cites=HANDBOOK.at("parameters.md committee.size.max", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text("Số lượng cấp ủy viên không quá mức tối đa", "Not more members than the maximum"),
    severity=Severity.WARNS,
    encodes=("committee.size.max",),
)
def committee_size(case: Case[r.Run], act: r.Direction) -> Answer:
    """At most 15 at the grassroots (assumed); no value is known for other levels.

    A merged unit may be allowed more (`committee_merged_size`).
    """
    told, most = amended(case, act), COMMITTEE_MAX.on(act.on, case.subject.level)
    if most is None or (case.subject.merged > 1 and told.size_agreed):
        return ()
    return at_most(told.seats, most.value, what=_SEATS)


@book.rule(
    *_DIRECTIONS,
    cites=HD26_2019.at("số lượng cấp ủy viên"),
    title=Text(
        "Số lượng cấp ủy cơ sở cơ bản như nhiệm kỳ trước",
        "At the grassroots basically as many members as before",
    ),
    severity=Severity.WARNS,
    encodes=("committee.size.change",),
)
def committee_change(case: Case[r.Run], act: r.Direction) -> Answer:
    """Grassroots: "basically as in 2015–2020", so another number is remarked on, not refused.

    The competent level decides; a merged unit may be allowed more.
    """
    told = amended(case, act)
    if case.subject.level is not Level.GRASSROOTS or _agreed(case, told):
        return ()
    if told.seats is None or told.before is None or told.seats == told.before:
        return equals(told.seats, told.before, what=_SEATS)
    return Caution(
        Text(
            f"số lượng {told.seats} khác nhiệm kỳ trước ({told.before}); hướng dẫn nói "
            "cơ bản như trước, cấp có thẩm quyền quyết định",
            f"{told.seats} members, {told.before} before; the guidance says basically as before, "
            "the competent level decides",
        ),
        {"value": told.seats, "limit": told.before},
    )


@book.rule(
    *_DIRECTIONS,
    cites=HD26_2019.at("số lượng cấp ủy viên"),
    title=Text(
        "Số lượng cấp ủy tỉnh, huyện giảm khoảng 5 % so với mức tối đa nhiệm kỳ trước",
        "In province and district about 5 % fewer members than the past maximum",
    ),
    severity=Severity.WARNS,
    encodes=("committee.size.change",),
)
def committee_reduction(case: Case[r.Run], act: r.Direction) -> Answer:
    """Province, district: at most 95 % of the maximum of 2015–2020, rotated cadres left out.

    A merged unit may be allowed more.
    """
    told = amended(case, act)
    reduced = case.subject.level in {Level.PROVINCE, Level.UPPER_GRASSROOTS}
    if not reduced or _agreed(case, told):
        return ()
    counted = None if told.seats is None else told.seats - told.rotated
    what = Text("số cấp ủy viên, không tính cán bộ luân chuyển", "members, rotated cadres left out")
    return at_most(counted, of=told.before, share=LESS_BY_A_TWENTIETH, what=what)


def _agreed(case: Case[r.Run], told: r.Direction) -> bool:
    """Return whether the superior of a merged unit agreed to more members."""
    return case.subject.merged > 1 and bool(told.size_agreed)


@book.rule(
    *_DIRECTIONS,
    cites=HD28_2020.at("số lượng cấp ủy viên ở nơi sáp nhập", Confidence.REPORTED),
    title=Text(
        "Nơi sáp nhập: không quá số cuối nhiệm kỳ trừ số đến tuổi nghỉ hưu",
        "A merged unit: not more than at the end of the term, less those who retire",
    ),
    encodes=("committee.size.merged_max",),
)
def committee_merged_size(case: Case[r.Run], act: r.Direction) -> Answer:
    """Of all the parts together; to go up to there the direct superior must agree."""
    if case.subject.merged == 1:
        return ()
    told = amended(case, act)
    known = told.before is not None and told.retiring is not None
    most = (told.before or 0) - (told.retiring or 0) if known else None
    return at_most(told.seats, most, what=_SEATS)


@book.rule(
    *_DIRECTIONS,
    cites=DL_2011.at("về ban thường vụ (chưa thấy điều)", Confidence.ASSUMED),
    in_force=TERM_2020,
    title=Text("Có ban thường vụ khi từ 9 cấp ủy viên", "A standing committee from 9 members on"),
    severity=Severity.WARNS,
    encodes=("committee.standing.threshold", "committee.standing.max", "committee.standing.ratio"),
)
def standing_committee_size(case: Case[r.Run], act: r.Direction) -> Iterator[Demand]:
    """From 9 members on; at most 5 at the grassroots, and not over a third of the committee."""
    what = Text("số ủy viên ban thường vụ", "members of the standing committee")
    if not case.subject.standing_committee:
        return
    told = amended(case, act)
    yield at_least(told.seats, STANDING_THRESHOLD, what=_SEATS)
    yield at_most(told.standing_seats, of=told.seats, share=STANDING_RATIO, what=what)
    most = STANDING_MAX.on(act.on, case.subject.level)
    if most is not None:
        yield at_most(told.standing_seats, most.value, what=what)


@book.rule(
    *_DIRECTIONS,
    cites=HANDBOOK.at("parameters.md cell.committee_size", Confidence.ASSUMED),
    in_force=InForce(TERM_2020.since, CELL_COMMITTEE_SIZE.rows[0].in_force.until),
    title=Text("Chi ủy thường 3-5, nhiều nhất 7 người", "Three to five, at the most seven"),
    severity=Severity.WARNS,
    encodes=("cell.committee_size", "R2"),
)
def cell_committee_direction(
    case: Case[r.Run], act: r.Direction, about: Context[Readings2020]
) -> Iterator[Demand]:
    """The size of a cell committee, as the direction plans it, in cells that have one."""
    size = CELL_COMMITTEE_SIZE.on(act.on, case.subject.level)
    if size is None or about.readings.cell_variant is CellVariant.SECRETARY_AND_SUPERIOR:
        return
    told, usual = amended(case, act), size.value.usual
    if told.seats is not None and told.seats > size.value.most:
        yield at_most(told.seats, size.value.most, what=_SEATS)
        return
    yield at_least(told.seats, usual.least, what=_SEATS)
    yield at_most(told.seats, usual.most, what=_SEATS)
