"""The acts of a track: each rule objects to one changed fact of a real step, and not before."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from congress_flow import Case, Confidence, FindingKind
from congress_flow.procedures import Body
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020 import track_acts
from tests.personnel.people import R
from tests.personnel.spoilt import GONE, Judges, Place, Spoilt, assert_all_told, changed
from tests.personnel.walks import RUN, SCHEME

GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
_CT35, _HANDBOOK = "35-CT/TW", "Sổ tay nghiệp vụ congress_flow"
_STEPS: Place = (_CT35, "phụ lục 1, quy trình 5 bước", Confidence.REPORTED)
_ASSUMED: Place = (_CT35, "phụ lục 1 (chưa thấy văn bản)", Confidence.ASSUMED)
PLACES: dict[str, Place] = {
    "track_actor": _STEPS,
    "variant_actor": (
        _CT35,
        "phụ lục 1 (nơi không có ban thường vụ: chưa đọc được)",
        Confidence.UNKNOWN,
    ),
    "track_order": _STEPS,
    "divergence_recorded": ("26-HD/BTCTW", "phần III, mục 9", Confidence.REPORTED),
    "issue_named": _STEPS,
    "issue_concluded": _STEPS,
    "opinion_written": _ASSUMED,
    "returned_in_order": (_HANDBOOK, "procedures.md 2-I4", Confidence.DERIVED),
    "confirmed_after_vote": _ASSUMED,
    "brought_in": _ASSUMED,
    "removal_reasoned": _ASSUMED,
    "reopened_at_step1": _ASSUMED,
    "reopened_on_list": _ASSUMED,
    "closed_with_run": (_HANDBOOK, "procedures.md T26", Confidence.DERIVED),
    "aborted_with_run": _STEPS,
}
_RUN, _SCHEME = f"beside.{RUN}", f"beside.{SCHEME}"


def back(case: Case[Any]) -> Case[Any]:
    """Return a case as it stood before its last step."""
    return attrs.evolve(case, passages=case.passages[:-1])


def to_step_4(act: t.ReturnToStep2) -> t.ReturnToStep4:
    """Return the act that sends the track on to step 4 instead."""
    return t.ReturnToStep4(on=act.on, by=act.by, opinion=act.opinion)


ACTS = (
    Spoilt("track_actor", "whole", "T3", {"event.by": Body.EXECUTIVE_COMMITTEE}),
    # The key cadres meet at step 2 and at no other: that is the other procedure (2-I6).
    Spoilt(
        "track_actor",
        "whole",
        "T5",
        {"event.by": Body.KEY_CADRE_CONFERENCE},
        {"value": "key_cadre_conference", "limit": ["standing_committee"]},
    ),
    Spoilt("track_actor", "whole", "T26", {"event.by": None}, {"value": None}, GAP),
    Spoilt(
        "variant_actor",
        "three_meetings",
        "T3",
        {"event.by": Body.EXECUTIVE_COMMITTEE},
        {"limit": ["key_cadre_conference", "members"]},
        CAUTION,
    ),
    Spoilt("variant_actor", "secretary_and_deputy", "T5", {"event.by": Body.CELL}, {}, CAUTION),
    Spoilt(
        "variant_actor",
        "cell_with_committee",
        "T3",
        {"event.by": Body.KEY_CADRE_CONFERENCE},
        {"limit": ["cell"]},
        CAUTION,
    ),
    Spoilt("track_order", "whole", "T1", {_RUN: back}, {"value": "DIRECTION_ADOPTED"}),
    Spoilt(
        "track_order",
        "whole",
        "T1",
        {_RUN: back},
        {"value": "TRACK_R_COMPLETED", "limit": "TRACK_F_RUNNING"},
        nth=1,
    ),
    Spoilt("track_order", "whole", "T1", {"event.list_present": False}, {"value": False}),
    Spoilt("track_order", "whole", "T2", {_RUN: GONE}, {"value": None}, GAP),
    Spoilt("divergence_recorded", "divergence", "T7", {"event.difference": ""}),
    Spoilt("divergence_recorded", "divergence", "T7", {"event.difference": None}, {}, GAP),
    Spoilt("issue_named", "issues", "T8", {"event.person": None}, {"value": None}, GAP),
    Spoilt("issue_named", "issues", "T9", {"event.issue": ""}),
    Spoilt("issue_named", "issues", "T8", {"beside.don": GONE}, {"about": "don"}, GAP),
    Spoilt(
        "issue_named",
        "issues",
        "T8",
        {"beside.don": back},
        {"about": "don", "value": "SCREENED", "limit": "IN_PROGRESS"},
    ),
    Spoilt("issue_concluded", "issues", "T10", {"event.conclusion": None}, {}, GAP),
    Spoilt("issue_concluded", "issues", "T10", {"event.person": "kim"}, {"limit": "ha"}),
    Spoilt("issue_concluded", "issues", "T10", {"event.fit": None}, {}, GAP),
    Spoilt("issue_concluded", "issues", "T11", {"event.removed": False}, {"value": False}),
    Spoilt("opinion_written", "shortage_superior", "T16", {"event.opinion": None}, {}, GAP),
    Spoilt("opinion_written", "shortage_superior", "T18", {"event.opinion": ""}),
    Spoilt("opinion_written", "shortage_superior", "T17", {"event.introduced": None}, {}, GAP),
    Spoilt("opinion_written", "divergence", "T20", {"event.opinion": ""}),
    # From step 2 on to step 3 at the most: step 3 was not voted.
    Spoilt(
        "returned_in_order",
        "shortage_superior",
        "T16",
        {"event": to_step_4},
        {"value": 4, "limit": 3},
    ),
    Spoilt(
        "returned_in_order",
        "tie_superior",
        "T18",
        {"event.chosen": ("ha",)},
        {"value": "ha", "limit": ["my", "oanh"]},
    ),
    Spoilt("brought_in", "shortage_superior", "T21", {"event.person": None}, {}, GAP),
    Spoilt("brought_in", "shortage_superior", "T21", {"event.dossier": False}, {"value": False}),
    Spoilt(
        "brought_in",
        "shortage_superior",
        "T21",
        {"case.subject.kind": R},
        {"value": "R", "limit": "F"},
    ),
    Spoilt("brought_in", "shortage_superior", "T17", {"case.subject.kind": R}, {"limit": "F"}),
    Spoilt("removal_reasoned", "issues", "T22", {"event.person": None}, {}, GAP),
    Spoilt("removal_reasoned", "issues", "T22", {"event.reason": ""}),
    Spoilt("reopened_at_step1", "returned_structure", "T23", {_RUN: back}, {"value": False}),
    Spoilt("reopened_at_step1", "returned_structure", "T23", {_RUN: GONE}, {}, GAP),
    # Below the minimum it is track F that begins anew; it was that, and not a matter of the list.
    Spoilt("reopened_at_step1", "rejected_below", "T23", {"case.subject.kind": R}),
    Spoilt("reopened_at_step1", "rejected_below", "T23", {_SCHEME: GONE}, {"value": False}),
    Spoilt("reopened_on_list", "returned_list_r", "T24", {_RUN: back}, {"value": False}),
    Spoilt("reopened_on_list", "returned_list_f", "T25", {_RUN: GONE}, {"value": None}, GAP),
    Spoilt(
        "reopened_on_list",
        "returned_list_f",
        "T25",
        {"case.subject.kind": R},
        {"value": "TRACK_F_RUNNING", "limit": "TRACK_R_RUNNING"},
    ),
    Spoilt(
        "closed_with_run",
        "whole",
        "T26",
        {_RUN: back},
        {"value": "SCHEME_ASSEMBLED", "limit": "CLOSED"},
    ),
    Spoilt("closed_with_run", "whole", "T26", {_RUN: GONE}, {"value": None}, GAP),
    Spoilt("aborted_with_run", "no_election", "T27", {_RUN: back}, {"limit": "ABORTED"}),
)


@pytest.mark.parametrize("told", ACTS, ids=[f"{n}-{each!r}" for n, each in enumerate(ACTS)])
def test_an_act_of_a_track(told: Spoilt, judges: Judges) -> None:
    """Who acts, issues, opinions, reopening: one fact changed, and its rule objects."""
    judges.objects(told, PLACES[told.rule])


def test_only_a_vote_of_step_5_is_confirmed(judges: Judges) -> None:
    """The superior confirms what was voted at step 5; of step 3 it can but let the vote stand."""
    rule = "confirmed_after_vote"
    sound = judges.taken("divergence", "T20")
    assert judges.engine().judge(*sound[1:]).allowed
    early = judges.taken("tie_superior", "T18")
    act = attrs.evolve(sound.event, on=early.event.on)
    verdict = judges.engine().judge(early.case, act, early.beside)
    (found,) = [each for each in verdict.findings if each.rule == f"vn-2020/{rule}"]
    assert found.kind is FindingKind.BREACH
    assert found.figures["value"] == "STEP3_EXECUTIVE_BALLOT"
    assert found.figures["limit"] == "STEP5_EXECUTIVE_BALLOT"
    (citation,) = found.citations
    assert (citation.instrument.number, citation.article, citation.confidence) == PLACES[rule]
    # Nothing is said of the list there: no list of step 5 was voted on.
    assert "vn-2020/from_the_list" not in {each.rule for each in verdict.findings}


def test_no_rule_on_the_acts_is_left_out() -> None:
    """Every rule of the module objects to something above."""
    assert_all_told(track_acts.__name__, ACTS, PLACES, "confirmed_after_vote")
    assert len(PLACES) == 15


@pytest.mark.parametrize(
    ("way", "row", "by"),
    [
        ("three_meetings", "T2", Body.EXECUTIVE_COMMITTEE),
        ("three_meetings", "T3", Body.MEMBERS),
        ("executive_stands_in", "T5", Body.EXECUTIVE_COMMITTEE),
        ("secretary_and_deputy", "T5", Body.HEAD),
        ("cell_with_committee", "T6", Body.CELL_COMMITTEE),
        ("cell_without_committee", "T3", Body.CELL),
        ("cell_without_committee", "T6", Body.SUPERIOR_COMMITTEE),
    ],
)
def test_who_stands_in(way: str, row: str, by: Body, judges: Judges) -> None:
    """The body of the reading acts without a remark; where all bodies are there it is refused."""
    taken = judges.taken(way, row)
    assert taken.event.by is by
    engine = judges.walk(way).engine
    found = {each.rule for each in engine.judge(*taken[1:]).findings}
    assert not found & {"vn-2020/variant_actor", "vn-2020/track_actor"}
    of_all = judges.taken("whole", row)
    act = attrs.evolve(of_all.event, by=by)
    assert not engine.judge(of_all.case, act, of_all.beside).allowed


def test_removal_from_the_list_once_there_is_one(judges: Judges) -> None:
    """At step 1 anybody under review may be taken off; later only who stands on the list."""
    taken = judges.taken("whole", "T4", 1)
    engine = judges.engine()
    for person, allowed in (("my", True), ("hai", False)):
        act = t.RemovePerson(
            on=taken.event.on, by=Body.STANDING_COMMITTEE, person=person, reason="xin rút"
        )
        assert engine.judge(taken.case, act, taken.beside).allowed is allowed
    act = t.RemovePerson(
        on=taken.event.on, by=Body.STANDING_COMMITTEE, person="my", reason="xin rút"
    )
    left = engine.advance(taken.case, act, taken.beside)
    (found,) = [
        each
        for each in engine.judge(left, taken.event, taken.beside).findings
        if each.rule == "vn-2020/from_the_list"
    ]
    assert found.figures["value"] == "my"


@pytest.mark.parametrize(
    ("way", "row", "completion", "rule"),
    [
        ("returned_structure", "T23", "R4", "reopened_at_step1"),
        ("returned_list_r", "T24", "R4", "reopened_on_list"),
        ("returned_list_f", "T25", "R7", "reopened_on_list"),
    ],
)
def test_a_reopening_opens_a_track_once(
    way: str, row: str, completion: str, rule: str, judges: Judges
) -> None:
    """Completed anew after the run was reopened, a track is not opened by that once more."""
    taken, anew = judges.taken(way, row), judges.taken(way, completion, 1)
    engine = judges.engine()
    assert engine.judge(*taken[1:]).allowed
    (track,) = [case for case in anew.beside if case.id == taken.case.id]
    assert track.stage is t.TRACK_COMPLETED
    others = (anew.case, *(case for case in anew.beside if case is not track))
    # A track that was completed on the very day of the reopening was completed before it.
    (run,) = [case for case in taken.beside if case.id == RUN]
    on_that_day = changed(taken, {"case.passages.-1.verdict.event.on": run.last_day})
    assert engine.judge(*on_that_day[1:]).allowed
    again = attrs.evolve(taken.event, on=anew.event.on)
    findings = engine.judge(track, again, others).findings
    (found,) = [each for each in findings if each.rule == f"vn-2020/{rule}"]
    assert (found.kind, found.figures["value"]) == (FindingKind.BREACH, False)
