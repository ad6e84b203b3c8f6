"""What a track's past means for its next vote: results, removals, issues, ties, other lists."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest

from congress_flow import Case, Confidence, Engine, Finding, FindingKind, Level
from congress_flow.procedures import Body
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2020.readings import TiePolicy
from tests.cases import follow
from tests.elections.walks import Taken
from tests.personnel.people import NEW, SERVING, WANTED, F, R, meeting, people
from tests.personnel.spoilt import Judges, changed
from tests.personnel.walks import CERTAIN, LEVEL, RUN, TIED, TRACKS, letter

DAY = date(2020, 2, 3)
TRACK = t.Track(run=RUN, kind=R, level=Level.GRASSROOTS, seats=9, wanted=WANTED)
STANDING, EXECUTIVE = Body.STANDING_COMMITTEE, Body.EXECUTIVE_COMMITTEE


def by_rule(engine: Engine, case: Case[Any], act: Any, beside: Any, rule: str) -> list[Finding]:
    """Return what a rule finds in an act."""
    found = engine.judge(case, act, beside).findings
    return [each for each in found if each.rule == f"vn-2020/{rule}"]


# --- Results of the steps before ------------------------------------------------------------------


def test_step_4_needs_the_results_of_steps_2_and_3(judges: Judges) -> None:
    """A track that came to step 4 without a vote at step 3 has no result of it; at fault by rule.

    No such track can be made under the rules: each step asks for the one before.
    """
    rule = "earlier_results"
    sound = judges.taken("whole", "T5")
    assert f"vn-2020/{rule}" in judges.engine().judge(*sound[1:]).consulted
    assert not by_rule(judges.engine(), *sound[1:], rule)
    told = follow(
        t.personnel_track,
        TRACK,
        t.OpenTrack(on=DAY),
        t.ApproveList(on=DAY, persons=people(SERVING)),
        t.ReferToSuperior(on=DAY, meeting=meeting(2, SERVING), passed=SERVING),
        t.ReturnToStep4(on=DAY),
        id=TRACKS[R],
    )
    act = t.AdoptList(on=DAY, by=STANDING, meeting=meeting(4, SERVING), passed=SERVING)
    (found,) = by_rule(judges.engine(), told, act, (), rule)
    assert (found.kind, found.figures["value"]) == (FindingKind.BREACH, False)
    assert "bước 3" in found.text.vi
    (citation,) = found.citations
    place = (citation.instrument.number, citation.article, citation.confidence)
    assert place == ("35-CT/TW", "phụ lục 1, quy trình 5 bước", Confidence.REPORTED)


# --- Letters --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "person", "open_letters"),
    [
        (q.IN_PROGRESS, "ha", ["don-9"]),
        (q.OVERDUE, "ha", ["don-9"]),
        (q.CONCLUDED, "ha", []),
        (q.IN_PROGRESS, "tu", []),
    ],
)
def test_step_5_waits_for_letters_on_its_persons(
    stage: Any, person: str, open_letters: list[str], judges: Judges
) -> None:
    """A letter accepted in time on a person of the list is settled before the vote of step 5."""
    taken = judges.taken("whole", "T6", 1)
    beside = (*taken.beside, letter(stage, "don-9", person))
    found = by_rule(judges.engine(), taken.case, taken.event, beside, "before_step5")
    assert [each.figures["value"] for each in found] == ([open_letters] if open_letters else [])


# --- A tie that was settled, and what comes after -------------------------------------------------


def settled(judges: Judges) -> tuple[Engine, Taken]:
    """Return the vote of step 5 that follows a tie which the head has settled."""
    return judges.walk("tie_head").engine, judges.taken("tie_head", "T6", 1)


def then(engine: Engine, taken: Taken, *acts: Any) -> Case[t.Track]:
    """Return the track of a step after further acts, taken under the real rules."""
    case = taken.case
    for act in acts:
        case = engine.advance(case, act, taken.beside)
    return case


def accepted(taken: Taken, *passed: str, **facts: Any) -> t.AcceptResult:
    """Return the vote of step 5 with other persons passed."""
    told: t.AcceptResult = attrs.evolve(taken.event, passed=passed, **facts)
    return told


def test_a_place_that_comes_free_ends_the_tie(judges: Judges) -> None:
    """One above the tied withdraws: both of them have a place, and leaving one out is refused."""
    engine, taken = settled(judges)
    on = taken.event.on
    left = then(engine, taken, t.RemovePerson(on=on, by=STANDING, person="lan", reason="xin rút"))
    assert engine.judge(left, accepted(taken, "ha", "kim", *TIED), taken.beside).allowed
    as_before = accepted(taken, "ha", "kim", "my")
    (open_tie,) = by_rule(engine, left, as_before, taken.beside, "no_open_tie")
    assert open_tie.figures["left_out"] == ["oanh"]
    (room,) = by_rule(engine, left, as_before, taken.beside, "over_half_go_on")
    assert room.figures["most"] == 4


@pytest.mark.parametrize("fit", [True, False])
def test_a_new_issue_does_not_begin_the_step_anew(fit: bool, judges: Judges) -> None:  # noqa: FBT001
    """The settled tie stands after an issue without effect; an unfit person leaves a place."""
    engine, taken = settled(judges)
    told: dict[str, Any] = {"on": taken.event.on, "by": Body.COMPETENT_BODY, "person": "lan"}
    case = then(
        engine,
        taken,
        t.RaiseIssue(**told, issue="bằng cấp"),
        t.ConcludeIssue(**told, conclusion="14-TB", fit=fit, removed=not fit),
    )
    assert case.stage is t.STEP5
    as_settled = accepted(taken, *CERTAIN, "my")
    without = accepted(taken, "ha", "kim", *TIED)
    assert engine.judge(case, as_settled, taken.beside).allowed is fit
    assert engine.judge(case, without, taken.beside).allowed is not fit


def test_the_votes_between_equals_stand_after_a_new_issue(judges: Judges) -> None:
    """Who was in since the first vote keeps the votes from there, an issue in between or not."""
    engine = judges.walk("tie_reballot").engine
    taken = judges.taken("tie_reballot", "T6", 1)
    told: dict[str, Any] = {"on": taken.event.on, "by": Body.COMPETENT_BODY, "person": "ha"}
    case = then(
        engine,
        taken,
        t.RaiseIssue(**told, issue="kê khai tài sản"),
        t.ConcludeIssue(**told, conclusion="15-TB", fit=True),
    )
    assert "ha" not in taken.event.meeting.agree
    assert engine.judge(case, taken.event, taken.beside).allowed


def test_a_step_held_again_with_more_persons_begins_anew(judges: Judges) -> None:
    """After a shortage everybody is voted on again: earlier votes between equals count no more."""
    engine = judges.engine(tie_policy=TiePolicy.REBALLOT)
    taken = judges.taken("tie_reballot", "T6", 1)
    by: dict[str, Any] = {"on": taken.event.on, "by": STANDING}
    case = follow(
        t.personnel_track,
        attrs.evolve(TRACK, kind=F),
        *(passage.event for passage in taken.case.passages),
        t.RepeatStep(**by, reason=t.Reason.SHORTAGE, supplemented=people(("phu",))),
        id=TRACKS[F],
    )
    lacking = by_rule(engine, case, taken.event, taken.beside, "threshold")
    assert {str(each.figures["about"]) for each in lacking} == set(CERTAIN)
    whole = attrs.evolve(
        taken.event, meeting=meeting(5, {**LEVEL, "oanh": 3}), passed=(*CERTAIN, "my")
    )
    assert not by_rule(engine, case, whole, taken.beside, "threshold")
    # A tie settled before it was held again is settled no more.
    head = judges.taken("tie_head", "T6", 1)
    again = follow(
        t.personnel_track,
        attrs.evolve(TRACK, kind=F),
        *(passage.event for passage in head.case.passages),
        t.RepeatStep(**by, reason=t.Reason.SHORTAGE, supplemented=people(("phu",))),
        id=TRACKS[F],
    )
    (found,) = by_rule(engine, again, head.event, head.beside, "no_open_tie")
    assert found.figures["left_out"] == ["oanh"]


# --- Which list enters a step ---------------------------------------------------------------------


def test_step_2_weighed_at_step_4_eliminates_nobody(judges: Judges) -> None:
    """Who fails step 2 is voted on at step 3 where the reading weighs it; else not."""
    taken = judges.taken("whole", "T3", 1)
    votes = {**taken.event.meeting.agree, "my": 15}
    passed = ("ha", "kim", "lan")
    act = attrs.evolve(taken.event, meeting=meeting(2, votes), passed=passed)
    third = judges.taken("whole", "T4", 1)
    for eliminates in (True, False):
        engine = judges.engine(step2_eliminates=eliminates)
        case = engine.advance(taken.case, act, taken.beside)
        verdict = engine.judge(case, third.event, taken.beside)
        assert verdict.allowed is not eliminates
        # Weighed, nobody over half need be on the list: there is no list of step 2.
        fewer = attrs.evolve(act, passed=("ha", "kim"))
        found = by_rule(engine, taken.case, fewer, taken.beside, "over_half_go_on")
        assert bool(found) is eliminates


def test_who_failed_a_weighed_step_2_may_be_voted_on_again_at_step_3(judges: Judges) -> None:
    """Held again at step 3 with one who was not over half at step 2: as the reading has it."""
    taken = changed(
        judges.taken("shortage_repeat", "T12", 1), {"event.supplemented": people(("my",))}
    )
    for eliminates in (True, False):
        engine = judges.engine(step2_eliminates=eliminates)
        assert bool(by_rule(engine, *taken[1:], "repeat_told")) is eliminates


def test_the_vote_held_again_is_none_of_the_ballots_before(judges: Judges) -> None:
    """Step 3 went up and came back: supplemented are those who passed step 2, not step 3."""
    engine = judges.walk("shortage_superior").engine
    taken = judges.taken("shortage_superior", "T17")
    by: dict[str, Any] = {"on": taken.event.on, "by": STANDING}
    case = then(engine, taken, taken.event)
    for person, passed in (("lan", True), ("my", False)):
        act = t.RepeatStep(**by, reason=t.Reason.SHORTAGE, supplemented=people((person,)))
        assert (not by_rule(engine, case, act, taken.beside, "repeat_told")) is passed


def test_step_2_that_went_up_is_weighed_as_well(judges: Judges) -> None:
    """Sent on to step 3 by the superior: who passed step 2, or all of them where it is weighed."""
    taken = judges.taken("shortage_superior", "T16")
    for eliminates, listed in ((True, ["ha", "kim"]), (False, ["ha", "kim", "lan", "my"])):
        engine = judges.engine(step2_eliminates=eliminates)
        on: dict[str, Any] = {"on": taken.event.on}
        back = t.ReturnToStep3(**on, by=Body.SUPERIOR_STANDING_COMMITTEE, opinion="9-CV/ĐUK")
        case = then(engine, taken, back)
        act = t.AcceptResult(**on, by=EXECUTIVE, meeting=meeting(3, ("tu",)), passed=("tu",))
        (found,) = by_rule(engine, case, act, taken.beside, "from_the_list")
        assert found.figures["limit"] == listed


def test_a_vote_of_step_5_sent_back_keeps_the_list_of_step_5(judges: Judges) -> None:
    """From step 5 there is no step after it: back there the list is the one it was entered with."""
    engine = judges.walk("no_election").engine
    taken = judges.taken("no_election", "T15")
    case = engine.advance(taken.case, taken.event, taken.beside)
    back = t.ReturnToStep5(
        on=taken.event.on, by=Body.SUPERIOR_STANDING_COMMITTEE, opinion="9-CV/ĐUK"
    )
    case = engine.advance(case, back, taken.beside)
    act = t.AcceptResult(on=back.on, by=EXECUTIVE, meeting=meeting(5, ("tu",)), passed=("tu",))
    (found,) = by_rule(engine, case, act, taken.beside, "from_the_list")
    assert found.figures["limit"] == sorted(NEW)


# --- The list of the other track ------------------------------------------------------------------


@pytest.mark.parametrize(("way", "room"), [("returned_structure", 11), ("returned_list_r", 6)])
def test_reopened_on_structure_the_old_list_of_track_f_takes_no_place(
    way: str, room: int, judges: Judges
) -> None:
    """R10: track R may fill all eleven. R11: the four of track F stay, six places are left."""
    taken = judges.taken(way, "T6", -2 if way == "returned_structure" else -1)
    assert taken.case.id == TRACKS[R]
    many = tuple(f"p{n}" for n in range(12))
    act = attrs.evolve(taken.event, passed=many)
    (found,) = by_rule(judges.engine(), taken.case, act, taken.beside, "within_places")
    assert (found.figures["value"], found.figures["limit"]) == (12, room)


def test_the_tracks_of_another_run_take_no_place(judges: Judges) -> None:
    """With a completed track of another organisation beside there is as much room as before."""
    taken = judges.taken("whole", "T6", 1)
    foreign = follow(
        t.personnel_track,
        attrs.evolve(TRACK, run="khac"),
        *(passage.event for passage in judges.taken("whole", "R4").beside[-1].passages),
        id="vong-khac",
    )
    assert foreign.stage is t.TRACK_COMPLETED
    for others in ((), (foreign,)):
        verdict = judges.engine().judge(taken.case, taken.event, (*taken.beside, *others))
        assert verdict.allowed
        assert not verdict.findings


def test_removed_after_completion_a_person_is_off_the_list(judges: Judges) -> None:
    """The run then lacks five for track F, not four."""
    taken = judges.taken("whole", "R5")
    (track,) = [case for case in taken.beside if case.id == TRACKS[R]]
    leaving = t.RemovePerson(on=taken.event.on, by=STANDING, person="gia", reason="xin rút")
    others = (taken.case, *(case for case in taken.beside if case is not track))
    left = judges.engine().advance(track, leaving, others)
    beside = tuple(left if case is track else case for case in taken.beside)
    (found,) = by_rule(judges.engine(), taken.case, taken.event, beside, "places_left")
    assert (found.figures["value"], found.figures["limit"]) == (4, 5)
    five = changed(taken._replace(beside=beside), {"event.places_left": 5})
    assert judges.engine().judge(*five[1:]).allowed
