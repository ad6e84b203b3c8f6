"""The persons of step 1 and those who come later: each rule objects to one changed fact."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from congress_flow import Confidence, FindingKind, Level, Verdict
from congress_flow.procedures import Body
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020 import track_persons
from congress_flow_vn_2020.readings import AddNames
from tests.personnel.people import meeting, people
from tests.personnel.spoilt import Judges, Place, Spoilt, assert_all_told, changed

GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
_CT35 = "35-CT/TW"
_STEPS: Place = (_CT35, "phụ lục 1, quy trình 5 bước", Confidence.REPORTED)
PLACES: dict[str, Place] = {
    "list_given": _STEPS,
    "standards_met": ("89-QĐ/TW", "tiêu chuẩn chung", Confidence.REPORTED),
    "not_excluded": (
        "26-HD/BTCTW",
        "phần III, về người đang được kiểm tra, thanh tra, kiểm toán",
        Confidence.REPORTED,
    ),
    "serving_or_new": _STEPS,
    "planning_required": _STEPS,
    "dropped_from_planning": ("50-QĐ/TW", "về đưa ra khỏi quy hoạch", Confidence.REPORTED),
    "age_months": (_CT35, "về độ tuổi", Confidence.DERIVED),
    "discipline_wait": (
        _CT35,
        "về thời gian sau kỷ luật (chưa tìm thấy)",
        Confidence.UNKNOWN,
    ),
}
_SUPPLEMENTED = {"event.supplemented.oanh.willing": False}
_OUTSIDE = {"event.persons.ha.in_planning": False, "event.persons.ha.outside_consent": True}
# A day on which regulation 50 of 2021 holds.
_IN_2022: dict[str, Any] = {
    "event.on": date(2022, 3, 1),
    "event.persons.ha.disciplined_on": date(2021, 6, 1),
    "event.persons.ha.planned_on": date(2021, 6, 2),
}


def at_step_1(rule: str, change: dict[str, Any], *found: Any, **facts: Any) -> Spoilt:
    """Return a fact changed in the list of first-timers at step 1."""
    return Spoilt(rule, "whole", "T2", change, *found, **{"nth": 1, **facts})


PERSONS = (
    at_step_1("list_given", {"event.persons": None}, {}, GAP),
    at_step_1("list_given", {"event.persons": ()}, {"value": []}),
    Spoilt(
        "list_given",
        "issues",
        "T2",
        {"event.persons.0.id": "hai"},
        {"value": "hai", "limit": ["ba", "chi", "dao", "em", "gia", "hai"]},
    ),
    at_step_1("standards_met", {"event.persons.ha.standards": False}, {"about": "ha"}),
    at_step_1("standards_met", {"event.persons.kim.willing": None}, {"about": "kim"}, GAP),
    # Who comes later is asked the same: supplemented, introduced, admitted.
    Spoilt("standards_met", "shortage_repeat", "T12", _SUPPLEMENTED, {"about": "oanh"}),
    Spoilt(
        "standards_met",
        "shortage_superior",
        "T17",
        {"event.introduced.standards": False},
        {"about": "tu"},
    ),
    Spoilt(
        "standards_met",
        "shortage_superior",
        "T21",
        {"event.person.willing": False},
        {"about": "vi"},
    ),
    Spoilt(
        "standards_met",
        "whole",
        "T3",
        {"event.added": people(("oanh",)), "event.added.0.standards": None},
        {"about": "oanh"},
        GAP,
        nth=1,
        chosen={"add_names": AddNames.AT_STEP_2},
    ),
    at_step_1("not_excluded", {"event.persons.my.eligible": False}, {"about": "my"}),
    at_step_1("not_excluded", {"event.persons.my.eligible": None}, {"value": None}, GAP),
    at_step_1("serving_or_new", {"event.persons.ha.serving": True}, {"about": "ha"}),
    at_step_1("serving_or_new", {"event.persons.an.serving": False}, {"about": "an"}, nth=0),
    at_step_1("serving_or_new", {"event.persons.an.serving": None}, {"value": None}, GAP, nth=0),
    at_step_1(
        "planning_required",
        {"event.persons.ha.outside_consent": False},
        {"about": "ha", "value": False},
        CAUTION,
        first=_OUTSIDE,
    ),
    at_step_1(
        "planning_required", {"event.persons.ha.in_planning": None}, {"value": None}, CAUTION
    ),
    at_step_1(
        "dropped_from_planning",
        {"event.persons.ha.planned_on": date(2021, 6, 1)},
        {"about": "ha", "op": "after", "value": "2021-06-01", "limit": "2021-06-01"},
        first=_IN_2022,
    ),
    at_step_1(
        "dropped_from_planning",
        {"event.persons.ha.planned_on": None},
        {"about": "ha", "value": None},
        GAP,
        first=_IN_2022,
    ),
    # Born in March 1965 a man is 60 in March 2025: 59 months after April 2020.
    at_step_1(
        "age_months",
        {"event.persons.lan.born": date(1965, 3, 31)},
        {"about": "lan", "value": 59, "limit": 60},
        first={"event.persons.lan.born": date(1965, 4, 1)},
    ),
    at_step_1(
        "age_months",
        {"event.persons.ba.born": date(1967, 9, 30)},
        {"about": "ba", "value": 29, "limit": 30},
        first={"event.persons.ba.born": date(1967, 10, 1)},
        nth=0,
    ),
    at_step_1("age_months", {"event.persons.lan.born": None}, {"about": "lan"}, GAP),
    at_step_1("age_months", {"event.persons.lan.sex": None}, {}, GAP),
    at_step_1("age_months", {"case.subject.level": Level.COMMUNE}, {}, GAP),
    at_step_1("age_months", {"case.subject.level": Level.CELL}, {}, CAUTION),
    at_step_1(
        "discipline_wait",
        {"event.persons.ha.disciplined_on": date(2019, 9, 30)},
        {"about": "ha", "limit": "2020-09-30"},
        CAUTION,
        first={"event.persons.ha.disciplined_on": date(2018, 9, 30)},
        chosen={"discipline_wait": 12},
    ),
)


@pytest.mark.parametrize("told", PERSONS, ids=[f"{n}-{each!r}" for n, each in enumerate(PERSONS)])
def test_a_fact_of_a_person(told: Spoilt, judges: Judges) -> None:
    """What is asked of each person: with one fact changed the rule of that fact objects."""
    judges.objects(told, PLACES[told.rule])


def test_no_rule_on_persons_is_left_out() -> None:
    """Every rule of the module objects to something above."""
    assert_all_told(track_persons.__name__, PERSONS, PLACES)
    assert len(PLACES) == 8


def asked(judges: Judges, change: dict[str, Any], **chosen: Any) -> Verdict:
    """Return the verdict on the list of first-timers with facts changed."""
    taken = changed(judges.taken("whole", "T2", 1), change)
    return judges.engine(**chosen).judge(taken.case, taken.event, taken.beside)


def test_who_introduces_a_person_has_consented(judges: Judges) -> None:
    """Outside the planning and without consent told: a caution, but not for the superior's own."""
    outside = {"in_planning": False, "outside_consent": None}
    at_1 = {f"event.persons.ha.{name}": value for name, value in outside.items()}
    assert "vn-2020/planning_required" in rules(asked(judges, at_1))
    for row, path in (("T17", "event.introduced"), ("T21", "event.person")):
        taken = changed(
            judges.taken("shortage_superior", row),
            {f"{path}.{name}": value for name, value in outside.items()},
        )
        verdict = judges.walk("shortage_superior").engine.judge(*taken[1:])
        assert verdict.allowed
        assert not rules(verdict)


def test_a_return_to_step_3_that_introduces_nobody(judges: Judges) -> None:
    """T17 with a written opinion alone asks nothing of persons, and the list stays as it was."""
    alone = {"event.introduced": None, "event.opinion": "12-CV/ĐUK"}
    taken = changed(judges.taken("shortage_superior", "T17"), alone)
    engine = judges.walk("shortage_superior").engine
    verdict = engine.judge(*taken[1:])
    assert verdict.allowed
    case = engine.advance(*taken[1:])
    assert case.stage is t.STEP3
    told = t.AcceptResult(
        on=taken.event.on,
        by=Body.EXECUTIVE_COMMITTEE,
        passed=("ha", "kim", "lan", "tu"),
        meeting=meeting(3, ("ha", "kim", "lan", "tu")),
    )
    strangers = engine.judge(case, told, taken.beside).findings
    (found,) = [each for each in strangers if each.rule == "vn-2020/from_the_list"]
    assert (found.figures["value"], found.figures["limit"]) == ("tu", ["ha", "kim", "lan"])


def test_no_wait_is_asked_where_none_was_chosen(judges: Judges) -> None:
    """Disciplined the day before: asked only where the reading sets a number of months."""
    lately = {"event.persons.ha.disciplined_on": date(2020, 1, 5)}
    assert "vn-2020/discipline_wait" not in rules(asked(judges, lately))
    assert "vn-2020/discipline_wait" in rules(asked(judges, lately, discipline_wait=12))


def test_dropping_out_of_the_planning_is_asked_from_2021_on(judges: Judges) -> None:
    """Regulation 50 of 2021: nothing is asked of the same person the year before."""
    before = {path: value for path, value in _IN_2022.items() if path != "event.on"}
    before["event.persons.ha.planned_on"] = date(2019, 1, 1)
    assert "vn-2020/dropped_from_planning" not in rules(asked(judges, before))
    after = {**before, "event.on": _IN_2022["event.on"]}
    assert "vn-2020/dropped_from_planning" in rules(asked(judges, after))
    # Within the year of which the day of issue is not known it cannot refuse.
    within = asked(judges, {**before, "event.on": date(2021, 6, 1)})
    [found] = [each for each in within.findings if "dropped_from_planning" in each.rule]
    assert found.kind is CAUTION


def rules(verdict: Verdict) -> set[str]:
    """Return the rules that object or remark."""
    return {finding.rule for finding in verdict.findings}
