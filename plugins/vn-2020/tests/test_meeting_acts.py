"""The meeting of one step: each rule objects to one changed fact and is content without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from congress_flow import Case, Finding, FindingKind, Level, Stage, Verdict
from congress_flow.procedures import Body
from congress_flow.procedures import step_meeting as m
from congress_flow_vn_2020 import meeting_acts
from congress_flow_vn_2020.readings import Quorum
from congress_flow_vn_2020.rules import book

Judge = Callable[..., Verdict]
Follow = Callable[..., Case[Any]]
D = date(2020, 2, 10)
ROSTER = ("committee members", "cell secretaries")


def subject(step: int, level: Level = Level.GRASSROOTS) -> m.StepMeeting:
    return m.StepMeeting(track="R", level=level, step=step)


def call(**facts: Any) -> m.CallMeeting:
    known: dict[str, Any] = {
        "by": Body.STANDING_COMMITTEE,
        "convened": 9,
        "roster": ROSTER,
        "held_on": D,
    }
    return m.CallMeeting(on=D, **{**known, **facts})


def quorum(present: int | None = 8, by: Body = Body.CHAIR) -> m.ConfirmQuorum:
    return m.ConfirmQuorum(on=D, by=by, present=present)


def inquorate(present: int | None = 5) -> m.RecordInquorate:
    return m.RecordInquorate(on=D, by=Body.CHAIR, present=present)


def ballots(**facts: Any) -> m.IssueBallots:
    known: dict[str, Any] = {"issued": 8, "secret": True}
    return m.IssueBallots(on=D, by=Body.COUNTING_GROUP, **{**known, **facts})


def count(**facts: Any) -> m.CloseCount:
    known: dict[str, Any] = {
        "collected": 8,
        "valid": 7,
        "agree": {"an": 6, "ba": 4},
        "disagree": {"ba": 3},
    }
    return m.CloseCount(on=D, by=Body.COUNTING_GROUP, **{**known, **facts})


def plain(**facts: Any) -> m.RecordPlainVote:
    known: dict[str, Any] = {"agree": {"an": 6}, "disagree": {"an": 2}}
    return m.RecordPlainVote(on=D, by=Body.CHAIR, **{**known, **facts})


def minutes(**facts: Any) -> m.FileMinutes:
    known: dict[str, Any] = {"by": Body.CHAIR, "minutes": "01-BB", "counting_minutes": "02-BB"}
    return m.FileMinutes(on=D, **{**known, **facts})


def reconvene(held_on: date | None = date(2020, 2, 14)) -> m.Reconvene:
    return m.Reconvene(on=D, by=Body.STANDING_COMMITTEE, held_on=held_on)


def void(collected: int | None = 9) -> m.VoidBallots:
    return m.VoidBallots(on=D, by=Body.MEETING, collected=collected)


def found(verdict: Verdict, rule: str) -> Finding | None:
    return next((f for f in verdict.findings if f.rule == f"vn-2020/{rule}"), None)


class Told(NamedTuple):
    """An event at a step and stage: the rule asked and, where it objects, figures and number."""

    rule: str
    step: int
    stage: Stage
    event: Any
    figures: Mapping[str, Any] = MappingProxyType({})
    number: str = ""


OBJECTIONS = [
    Told("meeting_actor", 3, m.CALLED, quorum(by=Body.HEAD), {"value": "head"}, "Sổ tay"),
    Told("meeting_list_fixed", 3, m.NOT_STARTED, call(convened=None), {"value": None}, "35-CT/TW"),
    Told("meeting_list_fixed", 3, m.NOT_STARTED, call(convened=0), {"value": 0}, "35-CT/TW"),
    Told("meeting_roster", 2, m.NOT_STARTED, call(roster=ROSTER[:1]), {}, "35-CT/TW"),
    Told(
        "meeting_roster", 2, m.NOT_STARTED, call(roster=("a", *ROSTER)), {"value": "a"}, "35-CT/TW"
    ),
    Told("meeting_roster", 2, m.NOT_STARTED, call(roster=None), {"value": None}, "35-CT/TW"),
    Told("meeting_quorum_step2", 2, m.CALLED, quorum(5), {"value": 5, "least": 6}, "35-CT/TW"),
    Told("meeting_quorum_step2", 2, m.CALLED, inquorate(6), {"value": 6, "of": 9}, "35-CT/TW"),
    Told("meeting_quorum_other", 3, m.CALLED, quorum(5), {"value": 5, "least": 6}, "35-CT/TW"),
    Told("meeting_quorum_other", 3, m.CALLED, inquorate(6), {"value": 6, "of": 9}, "35-CT/TW"),
    Told("meeting_quorum_other", 3, m.CALLED, quorum(None), {"value": None}, "35-CT/TW"),
    Told("meeting_present", 3, m.CALLED, quorum(10), {"value": 10, "limit": 9}, "Sổ tay"),
    Told("meeting_new_day", 3, m.INQUORATE, reconvene(D), {"value": "2020-02-10"}, "Sổ tay"),
    Told("meeting_issued", 3, m.QUORATE, ballots(issued=9), {"value": 9, "limit": 8}, "Sổ tay"),
    Told("meeting_secret", 3, m.QUORATE, ballots(secret=False), {"value": False}, "35-CT/TW"),
    Told("meeting_form_as_read", 4, m.QUORATE, ballots(secret=None), {"value": None}, "35-CT/TW"),
    Told("meeting_form_as_read", 1, m.QUORATE, ballots(), {}, "35-CT/TW"),
    Told("meeting_no_plain_vote", 5, m.QUORATE, plain(), {"step": 5}, "35-CT/TW"),
    Told("meeting_plain_as_read", 4, m.QUORATE, plain(), {"value": True}, "35-CT/TW"),
    Told("meeting_plain_count", 1, m.QUORATE, plain(disagree={"an": 3}), {"value": 9}, "Sổ tay"),
    Told("meeting_plain_count", 1, m.QUORATE, plain(agree=None), {"value": None}, "Sổ tay"),
    Told("meeting_count", 3, m.BALLOTED, count(collected=9), {"value": 9, "limit": 8}, "Sổ tay"),
    Told("meeting_count", 3, m.BALLOTED, count(valid=9), {"value": 9, "limit": 8}, "Sổ tay"),
    Told(
        "meeting_count",
        3,
        m.BALLOTED,
        count(agree={"ba": 5}),
        {"value": 8, "limit": 7, "about": "ba"},
        "Sổ tay",
    ),
    Told("meeting_void", 3, m.BALLOTED, void(8), {"value": 8, "limit": 8}, "Sổ tay"),
    Told("meeting_minutes", 3, m.COUNTED, minutes(minutes=""), {"value": ""}, "35-CT/TW"),
    Told(
        "meeting_minutes", 3, m.COUNTED, minutes(counting_minutes=None), {"value": None}, "35-CT/TW"
    ),
]
GOOD = [
    Told("meeting_actor", 3, m.NOT_STARTED, call()),
    Told("meeting_list_fixed", 3, m.NOT_STARTED, call()),
    Told("meeting_roster", 2, m.NOT_STARTED, call()),
    Told("meeting_quorum_step2", 2, m.CALLED, quorum(6)),
    Told("meeting_quorum_step2", 2, m.CALLED, inquorate(5)),
    Told("meeting_quorum_other", 3, m.CALLED, quorum(6)),
    Told("meeting_quorum_other", 3, m.CALLED, inquorate(5)),
    Told("meeting_present", 3, m.CALLED, quorum(9)),
    Told("meeting_new_day", 3, m.INQUORATE, reconvene()),
    Told("meeting_issued", 3, m.QUORATE, ballots()),
    Told("meeting_secret", 3, m.QUORATE, ballots()),
    Told("meeting_form_as_read", 4, m.QUORATE, ballots()),
    Told("meeting_no_plain_vote", 1, m.QUORATE, plain()),
    Told("meeting_plain_as_read", 1, m.QUORATE, plain()),
    Told("meeting_plain_count", 1, m.QUORATE, plain()),
    Told("meeting_count", 3, m.BALLOTED, count()),
    Told("meeting_void", 3, m.BALLOTED, void()),
    Told("meeting_minutes", 3, m.COUNTED, minutes()),
]


PAST: dict[Stage, tuple[Any, ...]] = {
    m.NOT_STARTED: (),
    m.CALLED: (call(),),
    m.INQUORATE: (call(), inquorate()),
    m.QUORATE: (call(), quorum()),
    m.BALLOTED: (call(), quorum(), ballots()),
    m.COUNTED: (call(), quorum(), ballots(), count()),
}


def resting(follow: Follow, step: int, stage: Stage) -> Case[Any]:
    return follow(m.step_meeting, subject(step), *PAST[stage])


@pytest.mark.parametrize("told", OBJECTIONS)
def test_objects(judge: Judge, follow: Follow, told: Told) -> None:
    """One changed fact draws an objection of that rule, with its figures and its citation."""
    finding = found(judge(resting(follow, told.step, told.stage), told.event), told.rule)
    assert finding is not None
    assert told.figures.items() <= finding.figures.items()
    assert finding.citations[0].instrument.number.startswith(told.number)


@pytest.mark.parametrize("told", GOOD)
def test_content(judge: Judge, follow: Follow, told: Told) -> None:
    """Without the changed fact the rule was asked, has nothing to object, and the step is free."""
    verdict = judge(resting(follow, told.step, told.stage), told.event)
    assert f"vn-2020/{told.rule}" in verdict.consulted
    assert found(verdict, told.rule) is None
    assert verdict.allowed, verdict.summary.en


def test_every_rule_objects_and_is_content() -> None:
    """No rule of the module is left out of the two tables above."""
    rules = {
        rule.id.split("/")[1]
        for rule in book.rules
        if rule.function.__module__ == meeting_acts.__name__
    }
    assert rules
    assert rules == {told.rule for told in OBJECTIONS} == {told.rule for told in GOOD}


def test_soft_rules_only_remark(judge: Judge, follow: Follow) -> None:
    """The roster and the form of steps 1 and 4 are open points: they remark, and never refuse."""
    for step, stage, event in (
        (2, m.NOT_STARTED, call(roster=None)),
        (4, m.QUORATE, ballots(secret=None)),
    ):
        verdict = judge(resting(follow, step, stage), event)
        assert verdict.allowed
        assert [f.kind for f in verdict.findings] == [FindingKind.CAUTION]


def test_roster_is_asked_at_the_grassroots_only(judge: Judge, follow: Follow) -> None:
    """The handbook knows a roster for the grassroots, department type, alone."""
    case = follow(m.step_meeting, subject(2, Level.PROVINCE))
    assert judge(case, call(roster=None)).findings == ()


@pytest.mark.parametrize(
    ("chosen", "enough", "too_few"),
    [(Quorum.TWO_THIRDS, 6, 5), (Quorum.MORE_THAN_HALF, 5, 4), (Quorum.NONE, 1, 0)],
)
def test_quorum_by_reading(
    judge: Judge, follow: Follow, chosen: Quorum, enough: int, too_few: int
) -> None:
    """Each reading of the quorum draws its own line, and the two events lie on its two sides."""
    case = resting(follow, 3, m.CALLED)
    assert judge(case, quorum(enough), quorum_other=chosen).allowed
    assert not judge(case, quorum(too_few), quorum_other=chosen).allowed
    assert judge(case, inquorate(too_few), quorum_other=chosen).allowed
    assert not judge(case, inquorate(enough), quorum_other=chosen).allowed


def test_no_reading_moves_the_quorum_of_step_2(judge: Judge, follow: Follow) -> None:
    """Two thirds at step 2 are reported from the text itself."""
    case = resting(follow, 2, m.CALLED)
    assert not judge(case, quorum(5), quorum_other=Quorum.NONE).allowed


def test_secret_ballot_of_step_1_by_reading(judge: Judge, follow: Follow) -> None:
    """Where step 1 is read as secret, a plain vote is refused and an open ballot remarked."""
    case = resting(follow, 1, m.QUORATE)
    assert not judge(case, plain(), secret_step1=True).allowed
    assert judge(case, ballots(), secret_step1=True).findings == ()


def test_walk_inquorate_reconvened_void_ballot(judge: Judge, follow: Follow) -> None:
    """A meeting without quorum is called again, a ballot is void, all nine steps are taken."""
    later = date(2020, 2, 14)
    secret = [
        call(),
        inquorate(),
        reconvene(later),
        m.ConfirmQuorum(on=later, by=Body.CHAIR, present=9),
        m.IssueBallots(on=later, by=Body.COUNTING_GROUP, issued=9, secret=True),
        m.VoidBallots(on=later, by=Body.MEETING, collected=10),
        m.IssueBallots(on=later, by=Body.COUNTING_GROUP, issued=9, secret=True),
        m.CloseCount(
            on=later, by=Body.COUNTING_GROUP, collected=9, valid=9, agree={"an": 9}, disagree={}
        ),
        m.FileMinutes(on=later, by=Body.CHAIR, minutes="01-BB", counting_minutes="02-BB"),
    ]
    open_vote = [
        call(),
        quorum(),
        plain(),
        minutes(counting_minutes=None),
    ]
    taken: Counter[str] = Counter()
    for step, events in ((3, secret), (1, open_vote)):
        past: list[Any] = []
        for event in events:
            case = follow(m.step_meeting, subject(step), *past)
            verdict = judge(case, event)
            assert verdict.allowed, verdict.summary.en
            assert verdict.step is not None
            taken[verdict.step.id] += 1
            past.append(event)
        done = follow(m.step_meeting, subject(step), *past)
        assert done.stage is m.RECORDED
    assert set(taken) == {step.id for step in m.step_meeting.steps}
    assert sum(taken.values()) == 13


def test_record_gives_the_figures_of_the_ballot_that_stands(follow: Follow) -> None:
    """What a track takes from a meeting leaves the voided ballot out."""
    events = (call(), quorum(), ballots(issued=7), void(), ballots(), count(), minutes())
    assert m.record(follow(m.step_meeting, subject(3), *events)) == m.Meeting(
        convened=9,
        present=8,
        issued=8,
        collected=8,
        valid=7,
        secret=True,
        agree={"an": 6, "ba": 4},
        disagree={"ba": 3},
        filed=True,
        counted=True,
    )


def test_record_of_a_plain_vote_and_of_nothing(follow: Follow) -> None:
    """A plain vote has no ballots to count; a meeting not called has no figures at all."""
    done = follow(m.step_meeting, subject(1), call(), quorum(), plain(), minutes())
    told = m.record(done)
    assert (told.issued, told.valid, told.counted) == (None, None, None)
    assert (told.secret, told.agree, told.filed) == (False, {"an": 6}, True)
    assert m.record(follow(m.step_meeting, subject(1))) == m.Meeting(filed=False)


def test_a_meeting_is_of_one_of_five_steps() -> None:
    """There is no sixth step and no attempt before the first."""
    with pytest.raises(ValueError, match="step"):
        m.StepMeeting(track="R", level=Level.GRASSROOTS, step=6)
    with pytest.raises(ValueError, match="attempt"):
        m.StepMeeting(track="R", level=Level.GRASSROOTS, step=1, attempt=0)
