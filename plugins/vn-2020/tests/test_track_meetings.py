"""The meetings of a track: each rule objects to one changed figure of a real one, not before."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from congress_flow import Case, Confidence, FindingKind, Level
from congress_flow.procedures import personnel_track as t
from congress_flow.procedures import step_meeting as m
from congress_flow_vn_2020 import track_meetings
from congress_flow_vn_2020.readings import Quorum
from tests.cases import follow
from tests.elections.walks import Taken
from tests.personnel.people import F, R
from tests.personnel.spoilt import Judges, Place, Spoilt, assert_all_told
from tests.personnel.walks import TRACKS

GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
_CT35, _HANDBOOK = "35-CT/TW", "Sổ tay nghiệp vụ congress_flow"
_STEPS: Place = (_CT35, "phụ lục 1, quy trình 5 bước", Confidence.REPORTED)
_NOT_SEEN: Place = (_CT35, "phụ lục 1 (nội dung này chưa đọc được)", Confidence.UNKNOWN)
PLACES: dict[str, Place] = {
    "step_minutes": (_HANDBOOK, "procedures.md 2-I3", Confidence.DERIVED),
    "meeting_on_record": (_HANDBOOK, "procedures.md 2-I3, 2-I4, TR32", Confidence.DERIVED),
    "quorum_step2": _STEPS,
    "quorum_other": _NOT_SEEN,
    "secret_ballot": _STEPS,
    "secret_if_read_so": _NOT_SEEN,
    "count_consistent": (_HANDBOOK, "procedures.md 2-I1", Confidence.DERIVED),
}
_M = "event.meeting"
_PLAIN = {f"{_M}.issued": None, f"{_M}.collected": None, f"{_M}.valid": None}
MEETINGS = (
    Spoilt("step_minutes", "whole", "T2", {f"{_M}.filed": False}, {"value": False}),
    Spoilt("step_minutes", "whole", "T4", {f"{_M}.filed": None}, {"value": None}, GAP),
    Spoilt("step_minutes", "whole", "T4", {f"{_M}.counted": False}, {"value": False}),
    # Step 1 was no ballot; once ballots were issued, the count has its minutes.
    Spoilt("step_minutes", "whole", "T2", {f"{_M}.issued": 3}, {"value": None}, GAP),
    Spoilt("step_minutes", "tie_head", "T14", {"event.meeting": None}, {"value": None}, GAP),
    Spoilt("step_minutes", "divergence", "T20", {f"{_M}.filed": False}, {"value": False}),
    Spoilt("quorum_step2", "whole", "T3", {f"{_M}.present": 19}, {"value": 19, "least": 20}),
    Spoilt("quorum_step2", "whole", "T3", {f"{_M}.convened": None}, {"of": None}, GAP),
    Spoilt("quorum_step2", "shortage_repeat", "T12", {f"{_M}.present": 1}, {"of": 30}),
    Spoilt("quorum_other", "whole", "T2", {f"{_M}.present": 1}, {"value": 1, "least": 2}),
    Spoilt("quorum_other", "whole", "T4", {f"{_M}.present": 5}, {"value": 5, "least": 6}),
    Spoilt(
        "quorum_other",
        "whole",
        "T4",
        {f"{_M}.present": 4},
        {"value": 4, "least": 5, "op": "more_than"},
        first={f"{_M}.present": 5},
        chosen={"quorum_other": Quorum.MORE_THAN_HALF},
    ),
    Spoilt(
        "quorum_other",
        "whole",
        "T4",
        {f"{_M}.present": 0},
        {"value": 0, "limit": 1},
        first={f"{_M}.present": 1},
        chosen={"quorum_other": Quorum.NONE},
    ),
    Spoilt("quorum_other", "divergence", "T20", {f"{_M}.present": None}, {"of": 9}, GAP),
    Spoilt("secret_ballot", "whole", "T3", {f"{_M}.secret": False}, {"value": False}),
    Spoilt("secret_ballot", "whole", "T6", {f"{_M}.secret": None}, {"value": None}, GAP),
    Spoilt("secret_if_read_so", "whole", "T5", {f"{_M}.secret": False}, {"value": False}, CAUTION),
    Spoilt(
        "secret_if_read_so",
        "whole",
        "T2",
        {f"{_M}.secret": False},
        {"value": False},
        CAUTION,
        first={f"{_M}.secret": True},
        chosen={"secret_step1": True},
    ),
    Spoilt("count_consistent", "whole", "T2", {f"{_M}.present": 4}, {"value": 4, "limit": 3}),
    Spoilt("count_consistent", "whole", "T4", {f"{_M}.issued": 10}, {"value": 10, "limit": 9}),
    Spoilt("count_consistent", "whole", "T4", {f"{_M}.collected": 10}, {"value": 10, "limit": 9}),
    Spoilt("count_consistent", "whole", "T4", {f"{_M}.valid": 10}, {"value": 10, "limit": 9}),
    Spoilt("count_consistent", "whole", "T4", {f"{_M}.valid": None}, {"value": None}, GAP),
    Spoilt(
        "count_consistent",
        "whole",
        "T4",
        {f"{_M}.agree.an": 10},
        {"about": "an", "value": 10, "limit": 9},
    ),
    Spoilt(
        "count_consistent",
        "whole",
        "T4",
        {f"{_M}.disagree": {"an": 1}},
        {"about": "an", "value": 10, "limit": 9},
    ),
    # A plain vote has no ballots: those present are the bound.
    Spoilt(
        "count_consistent",
        "whole",
        "T5",
        {f"{_M}.present": 2},
        {"value": 3, "limit": 2},
        first=_PLAIN,
        chosen={"secret_step4": False},
    ),
)


@pytest.mark.parametrize("told", MEETINGS, ids=[f"{n}-{each!r}" for n, each in enumerate(MEETINGS)])
def test_a_figure_of_a_meeting(told: Spoilt, judges: Judges) -> None:
    """Minutes, quorum, secrecy, count: with one figure changed the rule of that figure objects."""
    judges.objects(told, PLACES[told.rule])


def test_no_rule_on_meetings_is_left_out() -> None:
    """Every rule of the module objects to something told here."""
    assert_all_told(track_meetings.__name__, MEETINGS, PLACES, "meeting_on_record")
    assert len(PLACES) == 7


# --- Meetings that are cases of their own ---------------------------------------------------------


def recorded(taken: Taken, step: int, attempt: int = 1, **facts: Any) -> Case[m.StepMeeting]:
    """Return the record of the meeting that an act of a track tells of."""
    told = attrs.evolve(taken.event.meeting, **facts)
    level = Level.GRASSROOTS
    subject = m.StepMeeting(track=taken.case.id, level=level, step=step, attempt=attempt)
    on = taken.event.on
    vote: tuple[Any, ...] = (
        (
            m.IssueBallots(on=on, issued=told.issued, secret=told.secret),
            m.CloseCount(on=on, collected=told.collected, valid=told.valid, agree=told.agree),
        )
        if told.issued is not None
        else (m.RecordPlainVote(on=on, agree=told.agree or {}),)
    )
    return follow(
        m.step_meeting,
        subject,
        m.CallMeeting(on=on, convened=told.convened),
        m.ConfirmQuorum(on=on, present=told.present),
        *vote,
        m.FileMinutes(on=on, minutes="1-BB", counting_minutes="2-BB"),
        id=f"hop-{step}-{attempt}",
    )


def on_record(judges: Judges, taken: Taken, *meetings: Case[Any]) -> list[dict[str, Any]]:
    """Return what is objected to an act with records of meetings beside."""
    verdict = judges.engine().judge(taken.case, taken.event, (*taken.beside, *meetings))
    found = [each for each in verdict.findings if each.rule == "vn-2020/meeting_on_record"]
    for each in found:
        (citation,) = each.citations
        place = (citation.instrument.number, citation.article, citation.confidence)
        assert place == PLACES["meeting_on_record"]
    return [dict(each.figures) for each in found]


@pytest.mark.parametrize(("row", "step"), [("T2", 1), ("T3", 2), ("T4", 3), ("T5", 4), ("T6", 5)])
def test_the_record_of_a_meeting_bears_the_figures_out(row: str, step: int, judges: Judges) -> None:
    """Content with the record as it was told, and with none at all; not with one figure else."""
    taken = judges.taken("whole", row)
    assert on_record(judges, taken, recorded(taken, step)) == []
    assert on_record(judges, taken) == []
    more = taken.event.meeting.convened + 1
    (found,) = on_record(judges, taken, recorded(taken, step, convened=more))
    assert (found["value"], found["limit"]) == (more - 1, more)
    if step > 1:
        told = {**taken.event.meeting.agree, "an": 1}
        (found,) = on_record(judges, taken, recorded(taken, step, agree=told))
        assert (found["about"], found["limit"]) == ("an", 1)


def test_a_meeting_that_is_not_recorded_yet(judges: Judges) -> None:
    """Its minutes are not filed; its figures stand already."""
    taken = judges.taken("whole", "T4")
    whole = recorded(taken, 3)
    (found,) = on_record(judges, taken, attrs.evolve(whole, passages=whole.passages[:-1]))
    assert (found["value"], found["limit"]) == ("COUNTED", "RECORDED")


def test_each_attempt_has_its_own_record(judges: Judges) -> None:
    """2-I4, TR32: step 2 held twice; the record of the first is none of the second."""
    first, second = judges.taken("shortage_repeat", "T12"), judges.taken("shortage_repeat", "T3", 1)
    assert first.case.stage is second.case.stage is t.STEP2
    of_first, of_second = recorded(first, 2, 1), recorded(second, 2, 2)
    assert on_record(judges, first, of_first) == []
    assert on_record(judges, second, of_first, of_second) == []
    (found,) = on_record(judges, second, of_first)
    assert found == {"step": 2, "attempt": 2}
    # The figures of the first meeting are not used a second time.
    again = on_record(judges, second, of_first, recorded(first, 2, 2))
    assert {each.get("about") for each in again} == {"lan", "oanh", "phu", "quy"}


def test_the_superior_confirms_the_vote_that_went_up(judges: Judges) -> None:
    """T20: step 5 was held twice before it went up the second time; the second record counts."""
    taken = judges.taken("divergence", "T20")
    assert taken.case.id == TRACKS[R]
    assert on_record(judges, taken, recorded(taken, 5, 2)) == []
    (found,) = on_record(judges, taken, recorded(taken, 5, 1))
    assert found == {"step": 5, "attempt": 2}


def test_records_of_other_tracks_and_steps_are_not_looked_at(judges: Judges) -> None:
    """The record of the other track, or of another step, says nothing of this meeting."""
    taken = judges.taken("whole", "T4")
    other = recorded(taken, 3, present=1)
    foreign = attrs.evolve(
        other, subject=attrs.evolve(other.subject, track=TRACKS[F]), passages=other.passages
    )
    assert on_record(judges, taken, foreign, recorded(taken, 2, present=1)) == []
    assert on_record(judges, taken, other)
