"""The personnel run: each rule objects to one changed fact of a real step, and not before."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from congress_flow import Beside, Case, Confidence, Context, FindingKind, Level
from congress_flow.procedures import Body
from congress_flow.procedures import congress as k
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020 import _personnel_links as links
from congress_flow_vn_2020 import run_acts
from congress_flow_vn_2020.readings import Readings2020
from tests.cases import stand
from tests.personnel.people import SERVING, R
from tests.personnel.spoilt import GONE, Judges, Place, Spoilt, assert_all_told, changed
from tests.personnel.walks import CONGRESS, OPENING, RUN, SCHEME, TRACKS

GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
DAY = date(2020, 3, 2)
SUBJECT = s.Scheme(run=RUN, level=Level.GRASSROOTS, seats=9, planned_opening=OPENING)
_CT35, _HANDBOOK = "35-CT/TW", "Sổ tay nghiệp vụ congress_flow"
_STEPS: Place = (_CT35, "phụ lục 1, quy trình 5 bước", Confidence.REPORTED)
PLACES: dict[str, Place] = {
    "run_actor": _STEPS,
    "run_variant_actor": (
        _CT35,
        "phụ lục 1 (nơi không có ban thường vụ: chưa đọc được)",
        Confidence.UNKNOWN,
    ),
    "subcommittee_by_decision": _STEPS,
    "incumbents_listed": _STEPS,
    "track_completed": _STEPS,
    "track_begun_anew": (
        _HANDBOOK,
        "procedures.md 9.1 (R10–R12, T23–T25)",
        Confidence.DERIVED,
    ),
    "places_left": _STEPS,
    "nothing_left": (_HANDBOOK, "procedures.md R6", Confidence.DERIVED),
    "no_election_agreed": (_CT35, "về đại hội không bầu cấp ủy", Confidence.REPORTED),
    "reopened_after_return": (_CT35, "phụ lục 1 (chưa thấy văn bản)", Confidence.ASSUMED),
    "closed_with_scheme": (_HANDBOOK, "procedures.md R13", Confidence.DERIVED),
}
_SCHEME, _R, _F = f"beside.{SCHEME}", f"beside.{TRACKS[R]}", "beside.vong-F"


def back(case: Case[Any]) -> Case[Any]:
    """Return a case as it stood before its last step."""
    return attrs.evolve(case, passages=case.passages[:-1])


def completed_first(case: Case[Any]) -> Case[Any]:
    """Return a track as it stood when it was completed for the first time."""
    steps = [passage.step.target for passage in case.passages]
    return attrs.evolve(case, passages=case.passages[: steps.index(t.TRACK_COMPLETED) + 1])


def concern(told: s.Concern) -> dict[str, Any]:
    """Return the change by which the scheme was returned on something else."""
    return {f"{_SCHEME}.passages.-1.verdict.event.concern": told}


def as_reopening_of_r(act: r.ReopenTrackF) -> r.ReopenTrackR:
    """Return an act of the other kind, on the same day by the same body."""
    return r.ReopenTrackR(on=act.on, by=act.by)


ACTS = (
    Spoilt("run_actor", "whole", "R1", {"event.by": Body.CELL}, {"value": "cell"}),
    Spoilt("run_actor", "whole", "R13", {"event.by": None}, {"value": None}, GAP),
    Spoilt(
        "run_variant_actor",
        "three_meetings",
        "R3",
        {"event.by": Body.STANDING_COMMITTEE},
        {"value": "standing_committee", "limit": ["executive_committee"]},
        CAUTION,
    ),
    Spoilt("run_variant_actor", "cell_with_committee", "R2", {"event.by": Body.CELL}, {}, CAUTION),
    Spoilt(
        "subcommittee_by_decision", "whole", "R1", {"event.subcommittee_decision": None}, {}, GAP
    ),
    Spoilt("subcommittee_by_decision", "whole", "R1", {"event.subcommittee_decision": ""}),
    Spoilt("incumbents_listed", "whole", "R3", {"event.incumbents": None}, {}, GAP),
    Spoilt("incumbents_listed", "whole", "R3", {"event.incumbents": ()}, {"value": []}),
    Spoilt("track_completed", "whole", "R4", {_R: GONE}, {"limit": "TRACK_COMPLETED"}, GAP),
    Spoilt("track_completed", "whole", "R4", {_R: back}, {"value": "STEP5_EXECUTIVE_BALLOT"}),
    Spoilt("track_completed", "whole", "R7", {_F: back}, {"about": "F"}),
    Spoilt(
        "track_begun_anew",
        "returned_list_r",
        "R4",
        {_R: completed_first},
        {"about": TRACKS[R], "op": "not_before"},
        nth=1,
    ),
    Spoilt(
        "track_begun_anew",
        "rejected_below",
        "R7",
        {_F: completed_first},
        {"about": "vong-F", "op": "not_before"},
        nth=1,
    ),
    # Track R has six on its list, ten are wanted.
    Spoilt("places_left", "whole", "R5", {"event.places_left": 3}, {"value": 3, "limit": 4}),
    Spoilt("places_left", "whole", "R5", {"event.places_left": 0}, {"value": 0, "limit": 0}),
    Spoilt("places_left", "whole", "R5", {"event.planning_list": False}, {"value": False}),
    Spoilt("places_left", "whole", "R5", {_R: GONE}, {"value": 4, "limit": None}, GAP),
    Spoilt(
        "places_left", "whole", "R5", {"case.passages.1.verdict.event.candidates": None}, {}, GAP
    ),
    Spoilt("nothing_left", "skipped", "R6", {"event.places_left": 1}, {"value": 1, "limit": 0}),
    Spoilt(
        "nothing_left",
        "skipped",
        "R6",
        {f"{_R}.passages.-1.verdict.event.passed": SERVING},
        {"value": 0, "limit": 4},
    ),
    # Four are left indeed, and so the track is not skipped.
    Spoilt(
        "nothing_left",
        "skipped",
        "R6",
        {f"{_R}.passages.-1.verdict.event.passed": SERVING, "event.places_left": 4},
        {"value": 4, "limit": 0},
    ),
    Spoilt("nothing_left", "skipped", "R6", {"event.completed_before": True}, {"value": False}),
    Spoilt("nothing_left", "returned_list_r", "R6", {_F: GONE}, {"value": None}, GAP),
    Spoilt(
        "nothing_left", "returned_list_r", "R6", {_F: back}, {"value": "STEP5_EXECUTIVE_BALLOT"}
    ),
    Spoilt("no_election_agreed", "no_election", "R9", {"event.agreed_by_superior": ""}),
    Spoilt("no_election_agreed", "no_election", "R9", {_SCHEME: back}, {"value": False}),
    Spoilt("no_election_agreed", "no_election", "R9", {_SCHEME: GONE}, {"value": None}, GAP),
    Spoilt("no_election_agreed", "two_contents", "R9", {"case.subject.elects": True}),
    Spoilt(
        "reopened_after_return",
        "returned_structure",
        "R10",
        {_SCHEME: back},
        {"value": "APPRAISING", "limit": "RETURNED"},
    ),
    Spoilt(
        "reopened_after_return",
        "returned_structure",
        "R10",
        concern(s.Concern.LIST),
        {"value": "list", "limit": "number_or_structure"},
    ),
    Spoilt(
        "reopened_after_return", "returned_structure", "R10", {"event.direction_amended": False}
    ),
    Spoilt("reopened_after_return", "returned_list_f", "R12", {_SCHEME: GONE}, {}, GAP),
    Spoilt(
        "reopened_after_return",
        "returned_list_r",
        "R11",
        concern(s.Concern.NUMBER_OR_STRUCTURE),
        {"value": "number_or_structure", "limit": "list"},
    ),
    # Below the minimum it is track F that begins anew, not track R.
    Spoilt(
        "reopened_after_return",
        "rejected_below",
        "R12",
        {"event": as_reopening_of_r},
        {"value": True},
    ),
    Spoilt("closed_with_scheme", "whole", "R13", {_SCHEME: back}, {"value": False}),
    Spoilt("closed_with_scheme", "whole", "R13", {_SCHEME: GONE}, {"value": None}, GAP),
)


@pytest.mark.parametrize("told", ACTS, ids=[f"{n}-{each!r}" for n, each in enumerate(ACTS)])
def test_an_act_of_the_run(told: Spoilt, judges: Judges) -> None:
    """Who acts, tracks, reopening, end: with one fact changed the rule of that fact objects."""
    judges.objects(told, PLACES[told.rule])


def test_no_rule_of_the_run_is_left_out() -> None:
    """Every rule of the module objects to something above."""
    assert_all_told(run_acts.__name__, ACTS, PLACES)
    assert len(PLACES) == 11


# --- How run, tracks and scheme find each other ---------------------------------------------------


def test_each_run_has_its_own_scheme_and_tracks(judges: Judges) -> None:
    """With the run of another organisation beside, its tracks and scheme are not looked at."""
    taken = judges.taken("whole", "R13")
    mine = judges.engine().judge(taken.case, taken.event, taken.beside)
    foreign_scheme = attrs.evolve(SUBJECT, run="khac")
    other = stand(s.personnel_scheme, foreign_scheme, s.NOT_STARTED, id="a-truoc")
    track = t.Track(run="khac", kind=R, level=Level.GRASSROOTS)
    foreign = stand(t.personnel_track, track, t.STEP1, id="a-vong")
    both = judges.engine().judge(taken.case, taken.event, (other, foreign, *taken.beside))
    assert mine.allowed
    assert both.allowed
    assert both.findings == mine.findings


def test_after_track_r_was_reopened_the_list_of_track_f_counts(judges: Judges) -> None:
    """R11: track R has six again and track F keeps its four, so none of the ten is lacking."""
    taken = judges.taken("returned_list_r", "R6")
    told: dict[str, Any] = {"on": taken.event.on, "by": Body.STANDING_COMMITTEE}
    opened = r.OpenTrackF(**told, places_left=4, planning_list=True)
    verdict = judges.engine().judge(taken.case, opened, taken.beside)
    (found,) = [f for f in verdict.findings if f.rule == "vn-2020/places_left"]
    assert (found.figures["value"], found.figures["limit"]) == (4, 0)
    # Where track F had brought three, one is lacking, and the track may be opened for it.
    three = {f"{_F}.passages.-1.verdict.event.passed": ("ha", "kim", "lan")}
    opened = r.OpenTrackF(**told, places_left=1, planning_list=True)
    fewer = changed(taken._replace(event=opened), three)
    assert judges.engine().judge(fewer.case, fewer.event, fewer.beside).allowed


def test_seats_are_those_of_the_assembled_scheme(readings: Readings2020) -> None:
    """The run assembled for ten seats; before it did, and without it, the scheme's own nine."""
    run = r.Run(level=Level.GRASSROOTS)
    scheme = stand(s.personnel_scheme, SUBJECT, s.DRAFTED, id=SCHEME)
    told = r.AssembleScheme(on=DAY, seats=10)
    for beside, seats in (
        ([stand(r.personnel_run, run, r.SCHEME_ASSEMBLED, told, id=RUN, on=DAY)], 10),
        ([stand(r.personnel_run, run, r.TRACK_F_COMPLETED, id=RUN)], 9),
        ([], 9),
    ):
        about = Context(readings, s.approve, Beside.holding(beside))
        assert links.seats_of(scheme, about) == seats


def test_the_opening_is_that_of_its_own_congress(readings: Readings2020) -> None:
    """As the congress of this scheme tells it; without one, or by another's, as it is planned."""
    scheme = stand(s.personnel_scheme, SUBJECT, s.DRAFTED, id=SCHEME)
    moved = k.Open(on=date(2020, 6, 9))
    for of_scheme, opening in ((SCHEME, moved.on), ("khac", OPENING)):
        subject = k.Congress(unit="dang-bo", level=Level.GRASSROOTS, scheme=of_scheme)
        held = stand(k.congress, subject, k.QUORATE, moved, id=CONGRESS, on=moved.on)
        about = Context(readings, s.approve, Beside.holding([held]))
        assert links.opening_of(scheme, about) == opening
    nothing = Context(readings, s.approve, Beside.holding([]))
    assert links.opening_of(scheme, nothing) == OPENING
