"""Traps of the handbook that only rules can fall into: each test fails on the naive reading."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from congress_flow import Case, Engine, Finding, Level, Outcome, Shelf, Verdict
from congress_flow.procedures import Body
from congress_flow.procedures import document_life as d
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import personnel_track as t
from congress_flow.procedures import step_meeting as m
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book
from tests.cases import follow
from tests.documents.examples import Kind, document
from tests.documents.walk import OPENED
from tests.elections import acts
from tests.personnel.people import SERVING, R
from tests.personnel.walks import TRACKS, Walk

Stand = Callable[..., Case[Any]]
Judge = Callable[..., Verdict]
Weigh = Callable[..., Finding]


@pytest.fixture
def walk(readings: Readings2020) -> Walk:
    """A run whose track R has its list and comes to step 2."""
    walk = Walk(Engine(Shelf([book], [readings])))
    walk.direction()
    walk.begin_r()
    walk.review(R, SERVING)
    return walk


def again(walk: Walk, **facts: Any) -> tuple[Case[Any], Any]:
    """Return the case of the last step taken, and its event with other facts."""
    step = walk.taken[-1]
    return step.case, attrs.evolve(step.event, **facts)


def named(verdict: Verdict, rule: str) -> list[Finding]:
    return [finding for finding in verdict.findings if finding.rule == f"vn-2020/{rule}"]


def test_tr2_the_key_cadres_meet_at_step_2_and_not_at_step_4(walk: Walk) -> None:
    """Both procedures are called "5 bước"; in that of appointments they meet at step 4."""
    walk.votes(R, SERVING, last=4)
    case, by_key_cadres = again(walk, by=Body.KEY_CADRE_CONFERENCE)
    (found,) = named(walk.engine.judge(case, by_key_cadres), "track_actor")
    assert found.figures["value"] == "key_cadre_conference"
    assert found.figures["limit"] == ["standing_committee"]
    at_step_2 = next(step for step in walk.taken if step.case.stage is t.STEP2)
    assert at_step_2.event.by is Body.KEY_CADRE_CONFERENCE


def test_tr13_approved_before_is_not_ratified_after(stand: Stand, judge: Judge) -> None:
    """The superior approves (duyệt) the list and ratifies (chuẩn y) the result: two acts."""
    reported = stand(e.election_contest, acts.SUBJECT, e.REPORTED, on=acts.DAY)
    scheme = s.Scheme(run="quy-trinh", level=Level.GRASSROOTS)
    appraised = stand(s.personnel_scheme, scheme, s.APPRAISING)
    approve = s.Approve(on=acts.RATIFIED, by=Body.SUPERIOR_STANDING_COMMITTEE, decision="9-QĐ/ĐUK")
    assert judge(reported, approve).outcome is Outcome.UNKNOWN_KIND
    assert judge(appraised, acts.ratified()).outcome is Outcome.UNKNOWN_KIND


@pytest.mark.parametrize(
    ("kind", "voted"),
    [(Kind.RESOLUTION, True), (Kind.POLITICAL_REPORT, False), (Kind.ACTION_PROGRAMME, False)],
)
def test_tr14_not_every_document_is_voted(
    kind: d.DocumentKind,
    voted: bool,  # noqa: FBT001 - a table
    stand: Stand,
    judge: Judge,
) -> None:
    """The resolution is put to the vote; the report goes into it, the programme is handed over."""
    case = stand(d.document_life, document(kind), d.DISCUSSED)
    adopts = judge(case, d.Adopt(on=OPENED, by=d.Body.CONGRESS, in_favour=60, members=100))
    assert bool(named(adopts, "document_fits_profile")) is not voted
    hands_over = judge(case, d.HandOver(on=OPENED, by=d.Body.CONGRESS, voted=False))
    fits = not named(hands_over, "document_fits_profile")
    assert fits is (kind is Kind.ACTION_PROGRAMME)


@pytest.mark.parametrize("status", [e.MemberStatus.PROBATIONARY, e.MemberStatus.TEMPORARY])
def test_tr21_who_may_nominate_may_not_stand(
    status: e.MemberStatus, stand: Stand, judge: Judge
) -> None:
    """At a members' congress probationary and temporary members nominate, and do not stand."""
    case = stand(e.election_contest, acts.SUBJECT, e.NOMINATING, on=acts.DAY)
    nominates = judge(case, acts.nominated(nominator_status=status))
    assert not named(nominates, "nominator_entitled")
    (found,) = named(judge(case, acts.nominated(status=status)), "nominee_entitled")
    assert (found.figures["value"], found.figures["limit"]) == (status.value, "official")


def test_tr31_a_draft_is_not_what_was_approved(stand: Stand, judge: Judge) -> None:
    """A paper that still says draft, or differs from what was approved, is not the final one."""
    superior = d.Approve(on=OPENED, sha256="v4")
    case = stand(d.document_life, document(), d.APPROVED, superior, on=OPENED)
    clean = judge(case, d.Finalise(on=OPENED, sha256="v4", draft_mark=False))
    assert not named(clean, "final_has_no_draft_mark")
    marked = judge(case, d.Finalise(on=OPENED, sha256="v4", draft_mark=True))
    (mark,) = named(marked, "final_has_no_draft_mark")
    assert mark.figures["value"] is True
    final = stand(
        d.document_life, document(), d.FINAL_FOR_CONGRESS, d.Finalise(on=OPENED, sha256="v4")
    )
    other = d.Present(on=OPENED, sha256="v5", programme_item="3", in_session=True)
    (version,) = named(judge(final, other), "presented_version_approved")
    assert (version.figures["value"], version.figures["limit"]) == ("v5", "v4")


def recorded(step: int, walk: Walk, told: t.Meeting) -> Case[Any]:
    """Return the meeting of a step with the figures told, its counting minutes filed."""
    facts: dict[str, Any] = {"on": walk.day, "by": Body.CHAIR}
    return follow(
        m.step_meeting,
        m.StepMeeting(track=TRACKS[R], level=Level.GRASSROOTS, step=step),
        m.CallMeeting(convened=told.convened, **facts),
        m.ConfirmQuorum(present=told.present, **facts),
        m.IssueBallots(issued=told.issued, secret=True, **facts),
        m.CloseCount(collected=told.collected, valid=told.valid, agree=told.agree, **facts),
        m.FileMinutes(minutes="01-BB", counting_minutes="02-BB", **facts),
        id=f"hn-{step}",
    )


def test_tr32_counting_minutes_belong_to_their_meeting(walk: Walk) -> None:
    """Both steps have a "biên bản kiểm phiếu"; the figures of step 2 are not those of step 3."""
    walk.votes(R, SERVING, last=3)
    case, event = again(walk)
    of_step_2 = walk.taken[-2].event.meeting
    beside = (recorded(2, walk, of_step_2), recorded(3, walk, event.meeting))
    assert not named(walk.engine.judge(case, event, beside), "meeting_on_record")
    mixed = attrs.evolve(event, meeting=of_step_2)
    (first, *_) = named(walk.engine.judge(case, mixed, beside), "meeting_on_record")
    assert {"about": "hn-3", "value": 30, "limit": 9}.items() <= dict(first.figures).items()
