"""The personnel direction: each rule objects to one changed figure, and not before."""

from __future__ import annotations

import pytest

from congress_flow import Confidence, FindingKind, Level
from congress_flow_vn_2020 import run_direction
from congress_flow_vn_2020.readings import CellVariant
from tests.personnel.spoilt import Judges, Place, Spoilt, assert_all_told

GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
_HANDBOOK = "Sổ tay nghiệp vụ congress_flow"
PLACES: dict[str, Place] = {
    "direction_complete": ("35-CT/TW", "phụ lục 1, quy trình 5 bước", Confidence.REPORTED),
    "committee_size": (_HANDBOOK, "parameters.md committee.size.max", Confidence.ASSUMED),
    "committee_change": ("26-HD/BTCTW", "số lượng cấp ủy viên", Confidence.REPORTED),
    "committee_reduction": ("26-HD/BTCTW", "số lượng cấp ủy viên", Confidence.REPORTED),
    "committee_merged_size": (
        "28-HD/BTCTW",
        "số lượng cấp ủy viên ở nơi sáp nhập",
        Confidence.REPORTED,
    ),
    "standing_committee_size": (
        "Điều lệ Đảng",
        "về ban thường vụ (chưa thấy điều)",
        Confidence.ASSUMED,
    ),
    "cell_committee_direction": (
        _HANDBOOK,
        "parameters.md cell.committee_size",
        Confidence.ASSUMED,
    ),
}
_PARTS = {"case.subject.merged": 2, "event.retiring": 0}
_PROVINCE = {"case.subject.level": Level.PROVINCE, "event.rotated": 1}
_CELL = {"event.seats": 4, "event.candidates": 5, "event.before": 4}
DIRECTION = (
    Spoilt("direction_complete", "whole", "R2", {"event.seats": 0}, {"value": 0, "limit": 1}),
    Spoilt(
        "direction_complete",
        "whole",
        "R2",
        {"event.seats": 0},
        {"value": 0, "limit": 1},
        first={"event.seats": 1},
    ),
    Spoilt("direction_complete", "whole", "R2", {"event.seats": None}, {"value": None}, GAP),
    Spoilt("direction_complete", "whole", "R2", {"event.candidates": 9}, {"value": 9, "limit": 9}),
    Spoilt("direction_complete", "whole", "R2", {"event.structure": None}, {}, GAP),
    Spoilt("direction_complete", "whole", "R2", {"event.standards": ""}),
    # What an amendment does not tell stays as it was adopted; what it tells is asked anew.
    Spoilt(
        "direction_complete",
        "returned_structure",
        "R10",
        {"event.candidates": 10},
        {"value": 10, "limit": 10},
    ),
    Spoilt(
        "committee_size", "whole", "R2", {"event.seats": 16}, {"value": 16, "limit": 15}, CAUTION
    ),
    Spoilt(
        "committee_size",
        "whole",
        "R2",
        {"event.size_agreed": None},
        {"value": 16},
        CAUTION,
        first={"event.seats": 16, "event.size_agreed": "3-CV/ĐUK", "case.subject.merged": 2},
    ),
    Spoilt(
        "committee_change", "whole", "R2", {"event.seats": 11}, {"value": 11, "limit": 9}, CAUTION
    ),
    Spoilt(
        "committee_change",
        "whole",
        "R2",
        {"event.size_agreed": None},
        {"value": 11, "limit": 9},
        CAUTION,
        first={"event.seats": 11, "event.size_agreed": "3-CV/ĐUK", "case.subject.merged": 2},
    ),
    Spoilt(
        "committee_size",
        "whole",
        "R2",
        {"event.seats": 16},
        {"value": 16, "limit": 15},
        CAUTION,
        first={"event.seats": 15},
    ),
    Spoilt(
        "committee_size",
        "whole",
        "R2",
        {"case.subject.merged": 1},
        {"value": 16, "limit": 15},
        CAUTION,
        first={"event.seats": 16, "event.size_agreed": "3-CV/ĐUK", "case.subject.merged": 2},
    ),
    # The superior's agreement is for merged units: one that was not merged keeps its number.
    Spoilt(
        "committee_change",
        "whole",
        "R2",
        {"case.subject.merged": 1},
        {"value": 11, "limit": 9},
        CAUTION,
        first={"event.seats": 11, "event.size_agreed": "3-CV/ĐUK", "case.subject.merged": 2},
    ),
    # Nineteen of twenty is a twentieth less.
    Spoilt(
        "committee_reduction",
        "whole",
        "R2",
        {"event.seats": 20},
        {"value": 20, "of": 20, "least": 19},
        CAUTION,
        first={
            "case.subject.level": Level.UPPER_GRASSROOTS,
            "event.seats": 19,
            "event.before": 20,
        },
    ),
    # 19 of 20, a central cadre rotated here not counted: 8 of 9, not 9 of 9.
    Spoilt(
        "committee_reduction",
        "whole",
        "R2",
        {"event.rotated": 0},
        {"value": 9, "of": 9, "least": 8, "percent": "100,00"},
        CAUTION,
        first=_PROVINCE,
    ),
    Spoilt(
        "committee_reduction",
        "whole",
        "R2",
        {"event.seats": None},
        {"value": None},
        CAUTION,
        first=_PROVINCE,
    ),
    Spoilt(
        "committee_change",
        "whole",
        "R2",
        {"case.subject.level": Level.GRASSROOTS},
        {"value": 8, "limit": 9},
        CAUTION,
        first={"event.seats": 8, "case.subject.level": Level.SECTION},
    ),
    Spoilt(
        "committee_merged_size",
        "whole",
        "R2",
        {"event.retiring": 2},
        {"value": 9, "limit": 7},
        first=_PARTS,
    ),
    Spoilt(
        "committee_merged_size",
        "whole",
        "R2",
        {"event.retiring": None},
        {"value": 9, "limit": None},
        GAP,
        first=_PARTS,
    ),
    Spoilt(
        "committee_merged_size",
        "whole",
        "R2",
        {"case.subject.merged": 3},
        {"value": 9, "limit": 6},
        first={"event.retiring": 3},
    ),
    # What an amendment tells counts, though it is none: seven retire, and then nobody does.
    Spoilt(
        "committee_merged_size",
        "returned_structure",
        "R10",
        {"event.retiring": None},
        {"value": 10, "limit": 4},
        first={
            "case.subject.merged": 2,
            "case.passages.1.verdict.event.before": 11,
            "case.passages.1.verdict.event.retiring": 7,
            "event.retiring": 0,
        },
    ),
    Spoilt(
        "standing_committee_size",
        "whole",
        "R2",
        {"event.seats": 8},
        {"value": 8, "limit": 9},
        CAUTION,
    ),
    Spoilt(
        "standing_committee_size",
        "whole",
        "R2",
        {"event.standing_seats": 4},
        {"value": 4, "of": 9, "least": 3},
        CAUTION,
    ),
    Spoilt(
        "standing_committee_size",
        "whole",
        "R2",
        {"event.standing_seats": 6},
        {"value": 6, "limit": 5},
        CAUTION,
        first={"event.seats": 18, "event.standing_seats": 5},
    ),
    # The figure of five is that of the grassroots.
    Spoilt(
        "standing_committee_size",
        "whole",
        "R2",
        {"event.standing_seats": 7},
        {"value": 7, "of": 18, "least": 6},
        CAUTION,
        first={
            "event.seats": 18,
            "event.standing_seats": 6,
            "case.subject.level": Level.UPPER_GRASSROOTS,
        },
    ),
    Spoilt(
        "standing_committee_size",
        "three_meetings",
        "R2",
        {"case.subject.standing_committee": True},
        {"value": 8, "limit": 9},
        CAUTION,
        first={"event.seats": 8},
    ),
    Spoilt(
        "cell_committee_direction",
        "cell_with_committee",
        "R2",
        {"event.seats": 8},
        {"value": 8, "limit": 7},
        CAUTION,
        first=_CELL,
    ),
    # Seven is the most there may be, five the most there usually are.
    Spoilt(
        "cell_committee_direction",
        "cell_with_committee",
        "R2",
        {"event.seats": 7},
        {"value": 7, "limit": 5},
        CAUTION,
        first={"event.seats": 5},
    ),
    Spoilt(
        "cell_committee_direction",
        "cell_with_committee",
        "R2",
        {"event.seats": 2},
        {"value": 2, "limit": 3},
        CAUTION,
        first={"event.seats": 3},
    ),
    Spoilt(
        "cell_committee_direction",
        "cell_with_committee",
        "R2",
        {"event.seats": 6},
        {"value": 6, "limit": 5},
        CAUTION,
        first=_CELL,
    ),
    Spoilt(
        "cell_committee_direction",
        "cell_with_committee",
        "R2",
        {"event.seats": 2},
        {"value": 2, "limit": 3},
        CAUTION,
        first=_CELL,
    ),
    Spoilt(
        "cell_committee_direction",
        "cell_with_committee",
        "R2",
        {"event.seats": None},
        {"value": None},
        CAUTION,
        first=_CELL,
    ),
)


@pytest.mark.parametrize(
    "told", DIRECTION, ids=[f"{n}-{each!r}" for n, each in enumerate(DIRECTION)]
)
def test_a_figure_of_the_direction(told: Spoilt, judges: Judges) -> None:
    """Numbers, structure, standards: with one figure changed the rule of that figure objects."""
    judges.objects(told, PLACES[told.rule])


def test_no_rule_of_the_direction_is_left_out() -> None:
    """Every rule of the module objects to something above."""
    assert_all_told(run_direction.__name__, DIRECTION, PLACES)
    assert len(PLACES) == 7


def test_a_cell_without_a_cell_committee_has_none_to_size(judges: Judges) -> None:
    """The size of a cell committee is asked only where the reading gives cells one."""
    taken = judges.taken("cell_with_committee", "R2")
    for variant, asked in (
        (CellVariant.CELL_COMMITTEE, True),
        (CellVariant.SECRETARY_AND_SUPERIOR, False),
    ):
        engine = judges.engine(cell_variant=variant)
        found = engine.judge(taken.case, taken.event, taken.beside).findings
        assert ("vn-2020/cell_committee_direction" in {f.rule for f in found}) is asked
