"""Shortage and tie: each rule objects to one changed fact of a real stalled vote, not before."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from congress_flow import Confidence, FindingKind
from congress_flow.procedures import Body
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020 import track_stalled
from congress_flow_vn_2020.readings import ShortagePolicy, TiePolicy
from tests.personnel.people import R, people
from tests.personnel.spoilt import GONE, Judges, Place, Spoilt, assert_all_told
from tests.personnel.walks import RUN, TIED

GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
_NOT_SEEN: Place = (
    "35-CT/TW",
    "phụ lục 1 (nội dung này chưa đọc được)",
    Confidence.UNKNOWN,
)
_TERMS: Place = (
    "Sổ tay nghiệp vụ congress_flow",
    "procedures.md 2.2, T12–T15",
    Confidence.DERIVED,
)
PLACES: dict[str, Place] = {
    "repeat_as_read": _NOT_SEEN,
    "vacancies_as_read": _NOT_SEEN,
    "tie_settled_as_read": _NOT_SEEN,
    "referred_as_read": _NOT_SEEN,
    "shortage_is_real": _TERMS,
    "tie_is_real": _TERMS,
    "repeat_told": _TERMS,
    "tie_settled_rightly": _TERMS,
    "referral_told": _TERMS,
}
_M = "event.meeting"


def read(policy: TiePolicy | ShortagePolicy) -> dict[str, Any]:
    """Return the reading that chooses a policy."""
    return {"tie_policy" if isinstance(policy, TiePolicy) else "shortage_policy": policy}


class Otherwise(NamedTuple):
    """An act of a way judged under another policy: what the rule finds, and what it needs."""

    rule: str
    way: str
    row: str
    policy: TiePolicy | ShortagePolicy
    value: str
    limit: str


READ = (
    Otherwise("repeat_as_read", "tie_reballot", "T12", TiePolicy.HEAD, "head", "reballot"),
    Otherwise(
        "repeat_as_read", "shortage_repeat", "T12", ShortagePolicy.VACANCIES, "vacancies", "repeat"
    ),
    Otherwise(
        "vacancies_as_read",
        "shortage_vacancies",
        "T13",
        ShortagePolicy.REPEAT,
        "repeat",
        "vacancies",
    ),
    Otherwise("referred_as_read", "tie_superior", "T15", TiePolicy.HEAD, "head", "superior"),
    Otherwise(
        "referred_as_read", "shortage_superior", "T15", ShortagePolicy.REPEAT, "repeat", "superior"
    ),
    Otherwise(
        "tie_settled_as_read", "tie_head", "T14", TiePolicy.ALL_WITHIN_CAP, "head", "all_within_cap"
    ),
    Otherwise("tie_settled_as_read", "tie_all", "T14", TiePolicy.HEAD, "all_within_cap", "head"),
)
STALLED = (
    Spoilt(
        "tie_settled_as_read",
        "tie_standing",
        "T14",
        {"event.settler": t.Settler.HEAD},
        {"value": "head", "limit": "standing_committee"},
        CAUTION,
    ),
    Spoilt("tie_settled_as_read", "tie_head", "T14", {"event.settler": None}, {}, CAUTION),
    # Both tracks have ten, who are wanted: nobody lacks.
    Spoilt(
        "shortage_is_real",
        "shortage_repeat",
        "T12",
        {"event.passed": ("ha", "kim", "lan")},
        {"value": 0, "limit": 0},
    ),
    # What track R leaves open passes on to track F and is no shortage (DEC-P19).
    Spoilt("shortage_is_real", "shortage_repeat", "T12", {"case.subject.kind": R}, {"value": 0}),
    Spoilt("shortage_is_real", "shortage_repeat", "T12", {"event.passed": None}, {}, GAP),
    Spoilt(
        "shortage_is_real",
        "shortage_vacancies",
        "T13",
        {"event.vacancies": 2},
        {"value": 2, "limit": 1},
    ),
    Spoilt("shortage_is_real", "shortage_vacancies", "T13", {"event.vacancies": None}, {}, GAP),
    Spoilt(
        "tie_is_real",
        "tie_head",
        "T14",
        {f"{_M}.agree.oanh": 5},
        {"about": "oanh", "value": 5, "limit": 6},
    ),
    Spoilt(
        "tie_is_real",
        "tie_head",
        "T14",
        {f"{_M}.agree.lan": 6},
        {"about": "lan", "value": 6, "limit": 6, "op": "more_than"},
    ),
    Spoilt(
        "tie_is_real",
        "tie_head",
        "T14",
        {f"{_M}.convened": 12},
        {"about": "my", "value": 6, "of": 12},
    ),
    Spoilt(
        "tie_is_real",
        "tie_head",
        "T14",
        {"event.tied": ("my", "tu")},
        {"value": "tu", "op": "one_of"},
    ),
    Spoilt(
        "tie_is_real", "tie_head", "T14", {"event.tied": ("my",)}, {"value": 1, "op": "more_than"}
    ),
    Spoilt("tie_is_real", "tie_head", "T14", {"event.tied": None}, {"value": None}, GAP),
    Spoilt("tie_is_real", "tie_head", "T14", {"event.passed": None}, {"value": None}, GAP),
    # As many places as tied persons: there is nothing to settle; none left: no last place.
    Spoilt(
        "tie_is_real",
        "tie_head",
        "T14",
        {"event.passed": ("ha", "kim")},
        {"value": 2, "limit": 2, "op": "less_than"},
    ),
    Spoilt(
        "tie_is_real",
        "tie_head",
        "T14",
        {"case.subject.places": 3},
        {"value": 0, "limit": 1},
    ),
    Spoilt("tie_is_real", "tie_superior", "T15", {f"{_M}.agree.oanh": 5}, {"about": "oanh"}),
    Spoilt("tie_is_real", "tie_reballot", "T12", {f"{_M}.agree.my": 5}, {"about": "oanh"}, nth=0),
    Spoilt("repeat_told", "shortage_repeat", "T12", {"event.reason": None}, {}, GAP),
    Spoilt("repeat_told", "shortage_repeat", "T12", {"event.supplemented": ()}, {"value": []}),
    Spoilt("repeat_told", "shortage_repeat", "T12", {"event.supplemented": None}, {}, GAP),
    # Held again at step 3, with one who was not over half at step 2.
    Spoilt(
        "repeat_told",
        "shortage_repeat",
        "T12",
        {"event.supplemented": people(("my",))},
        {"value": "my", "limit": ["ha", "kim", "oanh", "phu", "quy"]},
        nth=1,
    ),
    Spoilt(
        "tie_settled_rightly",
        "tie_head",
        "T14",
        {"event.settler": None},
        {"value": None},
        GAP,
    ),
    Spoilt(
        "tie_settled_rightly",
        "tie_head",
        "T14",
        {"event.by": Body.STANDING_COMMITTEE},
        {"value": "standing_committee", "limit": ["head"]},
    ),
    Spoilt(
        "tie_settled_rightly",
        "tie_head",
        "T14",
        {"event.chosen": ("lan",)},
        {"value": "lan", "limit": ["my", "oanh"]},
    ),
    Spoilt(
        "tie_settled_rightly",
        "tie_head",
        "T14",
        {"event.chosen": TIED},
        {"value": 5, "limit": 4},
    ),
    Spoilt("tie_settled_rightly", "tie_head", "T14", {"event.chosen": None}, {}, GAP),
    Spoilt(
        "tie_settled_rightly",
        "tie_all",
        "T14",
        {"event.chosen": ("my",)},
        {"value": ["my"], "limit": ["my", "oanh"]},
    ),
    Spoilt("tie_settled_rightly", "tie_all", "T14", {"event.chosen": None}, {}, GAP),
    # The cap of nine seats is two: with six of track R no sixth person goes on the list.
    Spoilt(
        "tie_settled_rightly",
        "tie_all",
        "T14",
        {"event.tied": (*TIED, "phu"), "event.chosen": (*TIED, "phu")},
        {"value": 6, "limit": 5},
    ),
    Spoilt(
        "tie_settled_rightly",
        "tie_all",
        "T14",
        {f"beside.{RUN}": GONE, "case.subject.seats": None},
        {"value": 5, "limit": None},
        GAP,
    ),
    Spoilt("referral_told", "tie_superior", "T15", {"event.reason": None}, {}, GAP),
    Spoilt("referral_told", "tie_superior", "T15", {"event.asked": ""}),
)


@pytest.mark.parametrize("told", READ, ids=lambda told: f"{told.way}-{told.row}-{told.limit}")
def test_doing_otherwise_than_read_is_remarked_on(told: Otherwise, judges: Judges) -> None:
    """Under the reading of the way nothing is said; under another the act is remarked on."""
    taken = judges.taken(told.way, told.row)
    own, other = judges.walk(told.way).engine, judges.engine(**read(told.policy))
    name = f"vn-2020/{told.rule}"
    assert name in own.judge(*taken[1:]).consulted
    assert not [each for each in own.judge(*taken[1:]).findings if each.rule == name]
    (found,) = [each for each in other.judge(*taken[1:]).findings if each.rule == name]
    assert found.kind is CAUTION
    assert (found.figures["value"], found.figures["limit"]) == (told.value, told.limit)
    (citation,) = found.citations
    assert (citation.instrument.number, citation.article, citation.confidence) == PLACES[told.rule]


@pytest.mark.parametrize("policy", [TiePolicy.REBALLOT, TiePolicy.SUPERIOR])
def test_a_tie_is_settled_by_nobody_where_it_is_read_otherwise(
    policy: TiePolicy, judges: Judges
) -> None:
    """Voted again, or put upward: then whoever settles it is remarked on."""
    taken = judges.taken("tie_head", "T14")
    findings = judges.engine(tie_policy=policy).judge(*taken[1:]).findings
    (found,) = [each for each in findings if each.rule == "vn-2020/tie_settled_as_read"]
    assert found.kind is CAUTION
    assert found.figures["value"] == policy.value
    assert found.figures["limit"] == ["all_within_cap", "head", "standing_committee"]


@pytest.mark.parametrize("told", STALLED, ids=[f"{n}-{each!r}" for n, each in enumerate(STALLED)])
def test_a_fact_of_a_stalled_vote(told: Spoilt, judges: Judges) -> None:
    """Shortage and tie must show in the figures: one fact changed, and its rule objects."""
    judges.objects(told, PLACES[told.rule])


def test_no_rule_on_stalled_votes_is_left_out() -> None:
    """Every rule of the module objects to something told here."""
    apart = {each.rule for each in READ}
    assert_all_told(track_stalled.__name__, STALLED, PLACES, *apart)
    assert len(PLACES) == 9
