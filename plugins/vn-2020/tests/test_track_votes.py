"""What a vote amounts to: each rule objects to one changed fact of a real one, not before."""

from __future__ import annotations

import pytest

from congress_flow import Confidence, FindingKind
from congress_flow_vn_2020 import track_votes
from congress_flow_vn_2020.readings import AddNames, IntermediateSurplus, StepBase
from tests.personnel.people import meeting, people
from tests.personnel.spoilt import GONE, Judges, Place, Spoilt, assert_all_told
from tests.personnel.walks import CERTAIN, RUN, TIED

GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
_CT35, _HANDBOOK = "35-CT/TW", "Sổ tay nghiệp vụ congress_flow"
_STEPS: Place = (_CT35, "phụ lục 1, quy trình 5 bước", Confidence.REPORTED)
_NOT_SEEN: Place = (_CT35, "phụ lục 1 (nội dung này chưa đọc được)", Confidence.UNKNOWN)
_OVERFLOW: Place = (
    _HANDBOOK,
    "parameters.md five_step.overflow_policy",
    Confidence.ASSUMED,
)
PLACES: dict[str, Place] = {
    "threshold_step2": _NOT_SEEN,
    "threshold": _STEPS,
    "threshold_step1": _STEPS,
    "from_the_list": _STEPS,
    "added_names": _NOT_SEEN,
    "over_half_go_on": (
        _HANDBOOK,
        "personnel.md 6 (2 × số đồng ý > cơ sở tính)",
        Confidence.DERIVED,
    ),
    "highest_first": _OVERFLOW,
    "no_open_tie": (_HANDBOOK, "procedures.md 2.2, tie at the cut", Confidence.DERIVED),
    "no_open_shortage": (_HANDBOOK, "procedures.md 2.2, DEC-P19", Confidence.DERIVED),
    "within_places": _OVERFLOW,
    "earlier_results": _STEPS,
    "list_passed_on": (
        _CT35,
        "phụ lục 1 (nơi không có ban thường vụ: chưa đọc được)",
        Confidence.UNKNOWN,
    ),
    "before_step5": _STEPS,
    "views_agree": _STEPS,
    "final_list": _STEPS,
}
_M = "event.meeting"
_STEP_1_BALLOTED = {
    f"{_M}.issued": 3,
    f"{_M}.agree": {"ha": 3, "kim": 3, "lan": 2, "my": 2},
}
_OANH = people(("oanh",))
_WITH_OANH = ("ha", "kim", "lan", "my", "oanh")
THRESHOLDS = (
    # Exactly half fails: 15 of 30 present, 4 of 9 convened (4,5 is half).
    Spoilt(
        "threshold_step2",
        "whole",
        "T3",
        {f"{_M}.agree.an": 15},
        {"about": "an", "value": 15, "of": 30, "least": 16},
        first={f"{_M}.agree.an": 16},
    ),
    Spoilt(
        "threshold_step2",
        "whole",
        "T3",
        {f"{_M}.present": 30},
        {"about": "an", "value": 13, "of": 30},
        first={f"{_M}.present": 24, f"{_M}.agree.an": 13},
    ),
    # The same ballot on the other bases of the reading: 13 of 24 present, of 30 convened.
    Spoilt(
        "threshold_step2",
        "whole",
        "T3",
        {f"{_M}.agree.an": 15},
        {"about": "an", "value": 15, "of": 30},
        first={f"{_M}.present": 24, f"{_M}.agree.an": 16},
        chosen={"base_step2": StepBase.CONVENED},
    ),
    Spoilt(
        "threshold_step2",
        "whole",
        "T3",
        {f"{_M}.valid": 26},
        {"about": "an", "value": 13, "of": 26},
        first={f"{_M}.valid": 25, f"{_M}.agree.an": 13},
        chosen={"base_step2": StepBase.VALID},
    ),
    Spoilt("threshold_step2", "whole", "T3", {"event.passed": None}, {}, GAP),
    Spoilt("threshold_step2", "whole", "T3", {f"{_M}.present": None}, {"of": None}, GAP),
    Spoilt(
        "threshold",
        "whole",
        "T4",
        {f"{_M}.agree.an": 4},
        {"about": "an", "value": 4, "of": 9, "least": 5},
        first={f"{_M}.agree.an": 5},
    ),
    # Of those convened, though fewer are present.
    Spoilt(
        "threshold",
        "whole",
        "T6",
        {f"{_M}.agree.an": 4},
        {"about": "an", "value": 4, "of": 9, "least": 5},
        first={f"{_M}.present": 6, f"{_M}.agree.an": 5},
    ),
    Spoilt("threshold", "whole", "T5", {f"{_M}.agree.an": 1}, {"value": 1, "of": 3, "least": 2}),
    Spoilt("threshold", "whole", "T4", {f"{_M}.agree": None}, {"value": None}, GAP),
    Spoilt("threshold", "whole", "T4", {"event.passed": None}, {}, GAP),
    Spoilt("threshold", "divergence", "T20", {f"{_M}.agree.an": 4}, {"about": "an"}),
    Spoilt("threshold", "tie_head", "T14", {f"{_M}.agree.lan": 4}, {"about": "lan"}),
    # Step 1 is asked where it was balloted, and where the reading has it balloted.
    Spoilt(
        "threshold_step1",
        "whole",
        "T2",
        {f"{_M}.agree.my": 1},
        {"about": "my", "value": 1, "of": 3, "least": 2},
        nth=1,
        first=_STEP_1_BALLOTED,
    ),
    Spoilt(
        "threshold_step1",
        "whole",
        "T2",
        {f"{_M}.agree.my": 1},
        {"about": "my", "value": 1, "of": 3, "least": 2},
        nth=1,
        first={**_STEP_1_BALLOTED, f"{_M}.issued": None},
        chosen={"secret_step1": True},
    ),
    # Exactly half fails here too: two of four.
    Spoilt(
        "threshold_step1",
        "whole",
        "T2",
        {f"{_M}.agree.my": 2},
        {"about": "my", "value": 2, "of": 4, "least": 3},
        nth=1,
        first={
            f"{_M}.convened": 4,
            f"{_M}.issued": 4,
            f"{_M}.agree": {"ha": 4, "kim": 4, "lan": 3, "my": 3},
        },
    ),
    Spoilt("threshold_step1", "whole", "T2", {f"{_M}.issued": 3}, {"value": None}, GAP),
    Spoilt(
        "threshold_step1",
        "whole",
        "T2",
        {"event.persons": None},
        {},
        GAP,
        nth=1,
        first=_STEP_1_BALLOTED,
    ),
)
LISTS = (
    Spoilt(
        "from_the_list",
        "whole",
        "T3",
        {"event.passed.0": "oanh"},
        {"value": "oanh", "limit": ["an", "ba", "chi", "dao", "em", "gia"]},
    ),
    Spoilt("from_the_list", "divergence", "T20", {"event.passed.0": "oanh"}, {"value": "oanh"}),
    Spoilt("from_the_list", "tie_reballot", "T6", {"event.passed.3": "tu"}, {"value": "tu"}, nth=1),
    Spoilt(
        "from_the_list",
        "whole",
        "T3",
        {"event.added": ()},
        {"value": "oanh"},
        nth=1,
        first={"event.added": _OANH, "event.passed": _WITH_OANH},
        chosen={"add_names": AddNames.AT_STEP_2},
    ),
    # Who was added where nobody may be is no person of the list.
    Spoilt(
        "from_the_list",
        "whole",
        "T3",
        {"event.added": _OANH, "event.passed": _WITH_OANH},
        {"value": "oanh", "limit": ["ha", "kim", "lan", "my"]},
        nth=1,
    ),
    Spoilt(
        "added_names",
        "whole",
        "T3",
        {"event.added": _OANH},
        {"added": ["oanh"], "reading": "not_allowed"},
        CAUTION,
        nth=1,
    ),
    Spoilt(
        "added_names",
        "whole",
        "T4",
        {"event.added": _OANH},
        {"added": ["oanh"], "reading": "at_step_2"},
        CAUTION,
        nth=1,
        chosen={"add_names": AddNames.AT_STEP_2},
    ),
    # Not in the track of re-election, whatever the reading.
    Spoilt(
        "added_names",
        "whole",
        "T4",
        {"event.added": _OANH},
        {"reading": "at_step_3"},
        CAUTION,
        chosen={"add_names": AddNames.AT_STEP_3},
    ),
    Spoilt(
        "over_half_go_on",
        "whole",
        "T4",
        {"event.passed": ("an", "ba")},
        {"left_out": ["chi", "dao", "em", "gia"], "listed": 2, "most": 10},
    ),
    Spoilt(
        "over_half_go_on",
        "whole",
        "T4",
        {"event.passed": ("an", "ba"), f"beside.{RUN}": GONE, "case.subject.wanted": None},
        {"most": None},
        GAP,
    ),
    Spoilt(
        "highest_first",
        "whole",
        "T4",
        {"event.passed": ("an", "ba", "chi", "dao", "em"), f"{_M}.agree.em": 8},
        {"about": "gia", "value": 9, "limit": 8},
        CAUTION,
    ),
    Spoilt(
        "no_open_tie",
        "tie_head",
        "T6",
        {"event.passed": (*CERTAIN, "oanh")},
        {"value": ["ha", "kim", "lan", "oanh"], "limit": ["ha", "kim", "lan", "my"]},
        nth=1,
    ),
    Spoilt("no_open_tie", "tie_head", "T6", {"event.passed": None}, {"value": None}, GAP, nth=1),
    Spoilt(
        "no_open_tie",
        "tie_reballot",
        "T6",
        {f"{_M}.agree.oanh": 6},
        {"votes": 6, "left_out": ["oanh"], "reading": "reballot"},
        nth=1,
    ),
    Spoilt(
        "no_open_shortage",
        "whole",
        "T6",
        {"event.passed": ("ha", "kim", "lan")},
        {"value": 1, "limit": 0},
        nth=1,
    ),
    Spoilt(
        "no_open_shortage",
        "whole",
        "T4",
        {"event.passed": ("ha", "kim")},
        {"value": 1, "limit": 0},
        nth=1,
        first={"event.passed": ("ha", "kim", "lan")},
    ),
    # Before the last step a surplus is asked only where the reading says so.
    Spoilt(
        "no_open_shortage",
        "whole",
        "T4",
        {"event.passed": ("ha", "kim", "lan")},
        {"value": 1, "limit": 0},
        nth=1,
        chosen={"intermediate_surplus": IntermediateSurplus.AS_FINAL},
    ),
    Spoilt(
        "no_open_shortage",
        "shortage_vacancies",
        "T6",
        {"event.passed": ("ha", "kim")},
        {"value": 1, "limit": 0},
        nth=1,
    ),
    Spoilt("no_open_shortage", "whole", "T6", {"event.passed": None}, {"value": None}, GAP, nth=1),
    Spoilt(
        "within_places",
        "whole",
        "T6",
        {"event.passed": _WITH_OANH},
        {"value": 5, "limit": 4},
        CAUTION,
        nth=1,
    ),
    Spoilt(
        "within_places",
        "whole",
        "T6",
        {"case.subject.places": 3},
        {"value": 4, "limit": 3},
        CAUTION,
        nth=1,
    ),
    # All tied are admitted up to the cap of two on nine seats: eleven in all.
    Spoilt(
        "within_places",
        "tie_all",
        "T6",
        {"event.passed": (*CERTAIN, *TIED, "phu")},
        {"value": 6, "limit": 5},
        CAUTION,
        nth=1,
    ),
    Spoilt(
        "list_passed_on",
        "three_meetings",
        "T4",
        {"event.passed": ("an",)},
        {"value": ["an"], "limit": ["an", "ba", "chi", "dao", "em", "gia"]},
    ),
    Spoilt("list_passed_on", "three_meetings", "T4", {"event.passed": None}, {}, GAP),
    Spoilt(
        "list_passed_on",
        "cell_without_committee",
        "T6",
        {"event.meeting": meeting(5)},
        {"value": True, "limit": False},
    ),
)
LAST = (
    Spoilt("before_step5", "whole", "T6", {"event.ballots_analysed": False}, {"value": False}),
    Spoilt("before_step5", "whole", "T6", {"event.issues_concluded": None}, {}, GAP),
    Spoilt("views_agree", "whole", "T6", {"event.views_agree": False}, {"value": False}),
    Spoilt("views_agree", "whole", "T6", {"event.views_agree": None}, {"value": None}, GAP),
    Spoilt(
        "views_agree",
        "three_meetings",
        "T6",
        {"case.subject.standing_committee": True},
        {"value": None},
        GAP,
    ),
    Spoilt("final_list", "whole", "T6", {"event.passed": ()}, {"value": []}),
    Spoilt("final_list", "divergence", "T20", {"event.passed": None}, {"value": None}, GAP),
)
EVERY = (*THRESHOLDS, *LISTS, *LAST)


@pytest.mark.parametrize("told", EVERY, ids=[f"{n}-{each!r}" for n, each in enumerate(EVERY)])
def test_a_fact_of_a_vote(told: Spoilt, judges: Judges) -> None:
    """Thresholds, lists, what step 5 needs: one fact changed, and its rule objects."""
    judges.objects(told, PLACES[told.rule])


def test_no_rule_on_votes_is_left_out() -> None:
    """Every rule of the module objects to something told here."""
    # The results that step 4 needs are looked at in test_track_past.py.
    assert_all_told(track_votes.__name__, EVERY, PLACES, "earlier_results")
    assert len(PLACES) == 15
