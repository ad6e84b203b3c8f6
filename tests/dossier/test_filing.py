"""From rows to cases and events: which case, which event, with which facts, in which order."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from congress_flow import Drawing, Level, Text, event, kind_of
from congress_flow.dossier import Dossier, parse
from congress_flow.procedures import (
    Body,
    Explanation,
    Sex,
    TrackKind,
    cell_congress,
    complaint_case,
    document_life,
    election_contest,
    personnel_run,
    personnel_scheme,
    personnel_track,
    preparation,
)
from tests.dossier.made import Raw, bare, made, problems, written

DAY = date(2020, 3, 1)


def act(case: str, does: str, on: date = DAY, **facts: Any) -> Raw:
    """Return a row of `[[act]]`."""
    return {"case": case, "does": does, "on": on, **facts}


def facts_of(dossier: Dossier, case: str) -> list[Any]:
    """Return the events of one case, as they will be judged."""
    return [each.event for each in dossier.events if each.case == case]


def kinds_of(events: list[Any]) -> list[str]:
    """Return the kinds of events."""
    return [kind_of(each.__class__) for each in events]


def subject_of(dossier: Dossier, case: str) -> Any:
    """Return what a case is about."""
    (found,) = [each.subject for each in dossier.cases if each.id == case]
    return found


def test_an_act_is_an_event_with_its_facts() -> None:
    """Body, minutes, explanations, nested tables and lists come out as the event's own classes."""
    dossier = made(
        bare(
            person=[{"id": "an", "name": "Nguyễn Văn An", "sex": "M", "born": date(1970, 5, 1)}],
            candidate=[{"person": "an", "track": "reelection", "in_planning": True}],
            act=[
                act(
                    "personnel_track_R",
                    "approve_list",
                    by="ban-thuong-vu",
                    minutes="BB-01",
                    explained={"small/x": "vì vậy"},
                    meeting={"convened": 5, "present": 4, "secret": "unknown", "agree": {"an": 4}},
                    persons=["an", {"id": "moi", "name": "Người mới", "track": "R"}],
                )
            ],
        )
    )
    (approved,) = facts_of(dossier, "personnel_track_R")
    assert isinstance(approved, personnel_track.ApproveList)
    assert approved.by is Body.STANDING_COMMITTEE
    assert approved.minutes == "BB-01"
    assert approved.explained == (Explanation("small/x", "vì vậy"),)
    assert approved.meeting == personnel_track.Meeting(convened=5, present=4, agree={"an": 4})
    assert approved.persons is not None
    first, second = approved.persons
    assert (first.name, first.sex, first.track) == ("Nguyễn Văn An", Sex.MALE, TrackKind.REELECTION)
    assert first.in_planning is True
    assert second.born is None


@pytest.mark.parametrize(
    ("by", "body"),
    [
        ("head", Body.HEAD),
        ("dang-uy", Body.EXECUTIVE_COMMITTEE),
        ("ban-thuong-vu", Body.STANDING_COMMITTEE),
        ("cap-tren", Body.SUPERIOR_COMMITTEE),
        ("btv-cap-tren", Body.SUPERIOR_STANDING_COMMITTEE),
        ("tieu-ban", Body.PERSONNEL_SUBCOMMITTEE),
        ("cb1", Body.CELL),
    ],
)
def test_who_acts(by: str, body: Body) -> None:
    """A body is named by its word, by an actor's role, or by its place in the organisation."""
    raw = bare(cell=[{"id": "cb1"}], act=[act("preparation", "inspect", by=by)])
    raw["actor"] += [
        {"id": "btv-cap-tren", "kind": "standing committee", "of": "cap-tren"},
        {"id": "tieu-ban", "role": "personnel_subcommittee"},
    ]
    (inspected,) = facts_of(made(raw), "preparation")
    assert inspected.by is body


def test_a_paper_by_its_id() -> None:
    """A document of the dossier stands for a paper: its number, day, level and relations."""
    raw = bare(
        document=[
            {"id": "ct", "number": "35-CT/TW", "date": date(2019, 5, 30), "type": "directive"},
            {"id": "tu", "number": "187-KH/TU", "date": date(2019, 10, 25), "type": "plan"},
            {"id": "tren", "number": "78-KH/ĐUK", "type": "plan", "by": "cap-tren"},
            {"id": "ban", "number": "09-HD/BTCĐUK", "type": "guidance", "by": "ban-cap-tren"},
            {"id": "xa", "number": "01-KH/XYZ", "type": "plan", "by": "huyen"},
            {"id": "la", "number": "01-KH/XYZ", "type": "plan"},
            {"id": "kh", "number": "10-KH/ĐU", "date": DAY, "type": "plan", "by": "dang-uy"},
        ],
        relation=[
            {"from": "kh", "kind": "implements", "to": ["ct", "tren"]},
            {"from": "kh", "kind": "repeals", "to": "xa"},
        ],
        act=[
            act(
                "preparation",
                "adopt_plan",
                plan="kh",
                bases=["ct", "tu", "tren", "ban", "xa", "la"],
            )
        ],
    )
    raw["actor"] += [
        {"id": "ban-cap-tren", "of": "cap-tren"},
        {"id": "huyen", "level": "upper_grassroots"},
    ]
    (adopted,) = facts_of(made(raw), "preparation")
    assert isinstance(adopted, preparation.AdoptPlan)
    assert adopted.plan is not None
    assert (adopted.plan.number, adopted.plan.issued) == ("10-KH/ĐU", DAY)
    assert (adopted.plan.own, adopted.plan.level) == (True, Level.GRASSROOTS)
    assert adopted.plan.implements == ("ct", "tren")
    assert adopted.plan.replaces == ("xa",)
    assert [each.level for each in adopted.bases or ()] == [
        Level.CENTRE,
        Level.PROVINCE,
        Level.UPPER_GRASSROOTS,
        Level.UPPER_GRASSROOTS,
        Level.UPPER_GRASSROOTS,
        None,
    ]


def test_step_votes_are_events_of_the_tracks() -> None:
    """Each meeting of the five steps becomes the event of its step, by the body of that step."""
    vote: Raw = {
        "track": "F",
        "convened": 11,
        "returned": 10,
        "minutes": True,
        "counting_minutes": True,
        "agree": {"an": 9},
        "passed": ["an"],
    }
    raw = bare(
        person=[{"id": "an"}, {"id": "binh"}],
        candidate=[
            {"person": "an", "track": "first_time"},
            {"person": "an", "track": "first_time", "contest": "unknown"},
            {"person": "binh", "track": "reelection"},
        ],
        step_vote=[
            {"track": "F", "step": 1, "date": date(2020, 2, 1)},
            {**vote, "step": 2, "date": date(2020, 2, 2)},
            {**vote, "step": 3, "date": date(2020, 2, 3), "explained": {"small/x": "vì vậy"}},
            {**vote, "step": 4, "date": date(2020, 2, 4), "by": "head"},
            {**vote, "step": 5, "date": date(2020, 2, 5), "views_agree": True},
            {"track": "F", "step": 5},
        ],
    )
    dossier = made(raw)
    events = facts_of(dossier, "personnel_track_F")
    assert kinds_of(events) == [
        "approve_list",
        "accept_result",
        "accept_result",
        "adopt_list",
        "accept_result",
    ]
    assert [each.by for each in events] == [
        Body.STANDING_COMMITTEE,
        Body.KEY_CADRE_CONFERENCE,
        Body.EXECUTIVE_COMMITTEE,
        Body.HEAD,
        Body.EXECUTIVE_COMMITTEE,
    ]
    assert [each.id for each in events[0].persons] == ["an"]
    assert events[1].meeting == personnel_track.Meeting(
        convened=11, collected=10, agree={"an": 9}, filed=True, counted=True
    )
    assert events[1].passed == ("an",)
    assert events[2].explained == (Explanation("small/x", "vì vậy"),)
    assert events[4].views_agree is True
    subject = subject_of(dossier, "personnel_track_F")
    assert subject == personnel_track.Track(
        run="personnel_run", kind=TrackKind.FIRST_TIME, level=Level.GRASSROOTS
    )


def test_step_one_without_candidates_or_with_named_persons() -> None:
    """Persons named in the row itself stand before the candidates; nobody is invented."""
    raw = bare(
        person=[{"id": "an"}],
        step_vote=[
            {"track": "R", "step": 1, "date": date(2020, 2, 1), "passed": ["an"]},
            {"track": "F", "step": 1, "date": date(2020, 2, 1)},
        ],
    )
    dossier = made(raw)
    assert [each.id for each in facts_of(dossier, "personnel_track_R")[0].persons] == ["an"]
    assert facts_of(dossier, "personnel_track_F")[0].persons is None


def test_subjects_come_from_the_tables() -> None:
    """What is fixed when a case opens stands in organisation, congress, personnel and the rows."""
    raw = bare(
        congress={
            "kind": "members",
            "planned_opening": date(2020, 5, 28),
            "planned_days": 1.5,
            "contents": 3,
            "term": "2020-2025",
        },
        personnel={"seats": 11, "candidates": 13},
        document=[{"id": "bc", "type": "political report", "subject": "Báo cáo"}],
        cell=[{"id": "cb1", "official": 12, "probationary": 1}],
        contest=[{"id": "bch", "post": "committee", "meeting": "members_congress", "seats": 11}],
        person=[{"id": "an"}],
        complaint=[{"id": "don", "about_congress": True, "persons": "an"}],
        act=[
            act("bc", "write_draft", by="editorial_group"),
            act("cb1", "plan"),
            act("bch", "plan_contest"),
            act("don", "classify"),
            act("personnel_run", "draft_direction"),
            act("personnel_scheme", "assemble_scheme"),
            act("congress", "adopt_plan"),
            act("announcement", "announce_opening"),
            act("suspension", "suspend"),
        ],
    )
    raw["case"] = [
        {"id": "hop", "procedure": "step_meeting", "track": "personnel_track_R", "step": 2}
    ]
    dossier = made(raw)
    assert subject_of(dossier, "preparation") == preparation.Preparation(
        level=Level.GRASSROOTS,
        cells=2,
        kind=preparation.CongressKind.MEMBERS,
        planned_opening=date(2020, 5, 28),
        planned_days=Fraction(3, 2),
        contents=3,
        term="2020-2025",
    )
    assert subject_of(dossier, "bc") == document_life.Document(
        kind=document_life.DocumentKind.POLITICAL_REPORT,
        title="Báo cáo",
        level=Level.GRASSROOTS,
        unit="dang-bo",
        superior="cap-tren",
        congress="congress",
        delegates=False,
        planned_opening=date(2020, 5, 28),
    )
    assert subject_of(dossier, "cb1") == cell_congress.CellCongress(
        cell="cb1", parent="dang-bo", official_members=12, probationary_members=1
    )
    assert subject_of(dossier, "bch") == election_contest.Contest(
        post=election_contest.Post.COMMITTEE,
        meeting=election_contest.Meeting.MEMBERS_CONGRESS,
        level=Level.GRASSROOTS,
        congress="congress",
        scheme="personnel_scheme",
        seats=11,
    )
    assert subject_of(dossier, "don") == complaint_case.Complaint(
        level=Level.GRASSROOTS, congress="congress", persons=("an",)
    )
    assert subject_of(dossier, "personnel_run") == personnel_run.Run(level=Level.GRASSROOTS)
    assert subject_of(dossier, "personnel_scheme") == personnel_scheme.Scheme(
        run="personnel_run",
        level=Level.GRASSROOTS,
        seats=11,
        planned_opening=date(2020, 5, 28),
    )
    assert subject_of(dossier, "congress").planned_days == Fraction(3, 2)
    assert subject_of(dossier, "announcement").congress == "congress"
    assert subject_of(dossier, "suspension").unit == "dang-bo"
    assert (subject_of(dossier, "hop").step, subject_of(dossier, "hop").attempt) == (2, 1)


def test_a_case_may_say_more_of_itself() -> None:
    """`[[case]]` adds to what the tables tell, or stands in its place; the day of opening too."""
    raw = bare(
        document=[{"id": "bc", "type": "something else"}],
        case=[
            {"id": "bc", "opened": date(2020, 1, 5), "kind": "resolution", "delegates": True},
            {"id": "preparation", "cells": 7, "standing_committee": False},
            {"id": "vong-2", "procedure": "personnel_track", "run": "lan-2", "kind": "F"},
        ],
    )
    dossier = made(raw)
    assert [each.id for each in dossier.cases] == ["bc", "preparation", "vong-2"]
    assert subject_of(dossier, "bc").kind is document_life.DocumentKind.RESOLUTION
    assert subject_of(dossier, "bc").delegates is True
    assert dossier.cases[0].opened_on == date(2020, 1, 5)
    assert (subject_of(dossier, "preparation").cells) == 7
    assert subject_of(dossier, "preparation").standing_committee is False
    assert subject_of(dossier, "vong-2").run == "lan-2"


def test_no_standing_committee() -> None:
    """`none` for the standing committee means that there is none."""
    raw = bare()
    raw["organisation"]["standing_committee"] = "none"
    raw["actor"].pop(1)
    assert subject_of(made(raw), "preparation").standing_committee is False


def test_when_a_case_opens() -> None:
    """With its first event; without any, with the organisation's first paper; else unknown."""
    raw = bare(act=[act("congress", "adopt_plan", on=date(2020, 1, 2))])
    opened = {each.id: each.opened_on for each in made(raw).cases}
    assert opened == {"congress": date(2020, 1, 2), "preparation": None}
    raw["document"] = [
        {"id": "ct", "date": date(2019, 1, 1)},
        {"id": "kh", "date": date(2019, 11, 28), "by": "dang-uy"},
        {"id": "kh2", "date": date(2019, 11, 29), "by": "ban-thuong-vu"},
    ]
    opened = {each.id: each.opened_on for each in made(raw).cases}
    assert opened["preparation"] == date(2019, 11, 28)


def test_events_come_by_day_and_then_by_their_place_in_the_file() -> None:
    """Rows of different tables on one day keep the order in which they stand in the file."""
    text = (
        written(bare()).decode()
        + """
[[act]]
case = "personnel_run"
does = "complete_track_r"
on = 2020-03-02

[[act]]
case = "personnel_track_R"
does = "open_track"
on = 2020-03-01

[[step_vote]]
track = "R"
step = 1
date = 2020-03-01

[[act]]
case = "personnel_track_R"
does = "remove_person"
on = 2020-03-01
"""
    )
    dossier = parse(text.encode(), ())
    assert [kind_of(type(each.event)) for each in dossier.events] == [
        "open_track",
        "approve_list",
        "remove_person",
        "complete_track_r",
    ]
    assert [each.path for each in dossier.events] == [
        "act[1]",
        "step_vote[0]",
        "act[2]",
        "act[0]",
    ]
    assert dossier.last_day == date(2020, 3, 2)


def test_opinions_join_the_consultation_that_took_them_in() -> None:
    """Each opinion goes to the first closing or adoption on or after its day, and to one only."""
    raw = bare(
        document=[{"id": "bc", "type": "political report"}, {"id": "kd", "type": "review report"}],
        opinion=[
            {"id": "y1", "document": "bc", "received": date(2020, 2, 1), "answer": "tiếp thu"},
            {"id": "y2", "document": "bc", "outcome": "explained"},
            {"document": "bc", "received": date(2020, 2, 15), "from_whom": "cb1"},
            {"id": "y4", "document": "bc", "received": date(2020, 3, 1)},
            {"id": "y5", "document": "kd", "received": date(2020, 3, 1)},
        ],
        act=[
            act("bc", "adopt_for_submission", on=date(2020, 2, 20)),
            act("bc", "close_consultation", on=date(2020, 2, 10)),
            act("bc", "close_consultation", on=date(2020, 3, 1)),
            act("bc", "close_consultation", on=date(2020, 4, 1), opinions=[{"id": "z"}]),
        ],
    )
    closed, adopted, again, told = facts_of(made(raw), "bc")
    assert [each.id for each in closed.opinions] == ["y1", "y2"]
    assert closed.opinions[1].outcome is document_life.OpinionOutcome.EXPLAINED
    assert [each.id for each in adopted.late_opinions] == ["opinion[2]"]
    assert [each.id for each in again.opinions] == ["y4"]
    assert [each.id for each in told.opinions] == ["z"]
    raw["opinion"] = []
    assert facts_of(made(raw), "bc")[0].opinions is None


def test_letters() -> None:
    """A letter that has acts is received on its day; what its row tells need not be told again."""
    raw = bare(
        complaint=[
            {
                "id": "don",
                "kind": "appeal",
                "sent": date(2020, 3, 1),
                "received_first": date(2020, 3, 2),
                "received_competent": date(2020, 3, 3),
                "signers": 1,
                "anonymous": False,
                "about_congress": True,
            },
            {"id": "don-2", "received_first": "unknown"},
            {"id": "don-3", "received_first": date(2020, 3, 2)},
        ],
        act=[
            act("don", "classify", on=date(2020, 3, 5), competent=True),
            act("don-2", "classify", on=date(2020, 3, 5)),
        ],
    )
    dossier = made(raw)
    received, classified = facts_of(dossier, "don")
    assert received == complaint_case.Receive(
        on=date(2020, 3, 2),
        by=Body.RECEIVING_BODY,
        sent=date(2020, 3, 1),
        first_received=date(2020, 3, 2),
        competent_received=date(2020, 3, 3),
        signers=1,
        anonymous=False,
    )
    assert classified.kind is complaint_case.ComplaintKind.DISCIPLINARY_APPEAL
    assert (classified.about_congress, classified.competent) == (True, True)
    assert len(facts_of(dossier, "don-2")) == 1
    assert not facts_of(dossier, "don-3")
    raw["case"] = [{"id": "ngoai", "procedure": "complaint_case"}]
    raw["act"] = [act("ngoai", "receive"), act("ngoai", "classify"), act("don-3", "receive")]
    dossier = made(raw)
    assert facts_of(dossier, "ngoai")[0].sent is None
    assert len(facts_of(dossier, "don-3")) == 1


def test_cells() -> None:
    """Remarks and the congress of a cell's row are events once its acts lead up to them."""
    raw = bare(
        cell=[
            {
                "id": "cb1",
                "official": 12,
                "voters": 11,
                "congress": date(2020, 3, 20),
                "reviewed_by_committee": date(2020, 3, 10),
            },
            {"id": "cb2", "congress": date(2020, 3, 21)},
            {"id": "cb3"},
        ],
        act=[
            act("cb1", "plan", on=date(2020, 1, 1)),
            act("cb3", "plan", on=date(2020, 1, 1)),
            act("cb3", "hold", on=date(2020, 4, 1)),
        ],
    )
    dossier = made(raw)
    plan, remarks, held = facts_of(dossier, "cb1")
    assert isinstance(plan, cell_congress.Plan)
    assert isinstance(remarks, cell_congress.GiveRemarks)
    assert (held.by, held.roll, held.present) == (Body.CELL, {"official": 12}, 11)
    assert not facts_of(dossier, "cb2")
    assert [each.roll for each in facts_of(dossier, "cb3")[1:]] == [None]
    raw["case"] = [{"id": "ngoai", "procedure": "cell_congress", "cell": "x"}]
    raw["act"] = [act("ngoai", "hold")]
    assert facts_of(made(raw), "ngoai")[0].present is None


@pytest.mark.parametrize(
    ("kind", "roll"),
    [("members", {"official": 98}), ("delegates", {"convened": 98}), ("unknown", None)],
)
def test_the_quorum_of_the_congress(kind: str, roll: dict[str, int] | None) -> None:
    """What `[congress]` tells of those who came goes to the confirmation of the quorum."""
    raw = bare(
        congress={"kind": kind, "convened": 98, "attended": 97, "represented": 2},
        act=[act("congress", "confirm_quorum", sub_organisations=2)],
    )
    (confirmed,) = facts_of(made(raw), "congress")
    assert (confirmed.roll, confirmed.present) == (roll, 97)
    assert (confirmed.sub_organisations, confirmed.represented) == (2, 2)


def test_elections() -> None:
    """The figures of a contest's row and of its rounds go to the acts they belong to."""
    raw = bare(
        person=[{"id": "an"}, {"id": "binh"}],
        contest=[
            {
                "id": "bch",
                "post": "committee",
                "meeting": "members_congress",
                "seats": 1,
                "alternates": 0,
                "roll": {"official": 100},
                "list": ["an", "binh"],
                "prepared": ["an"],
                "counting_board": ["binh"],
                "declared": ["an"],
                "round": [
                    {
                        "kind": "main",
                        "count": {"present": 98, "issued": 98, "collected": 97, "valid": 96},
                        "votes": {"an": 48, "binh": 48},
                    },
                    {"kind": "runoff", "marks": {"an": {"agree": 60, "disagree": 36}}},
                ],
            }
        ],
        act=[
            act("bch", "plan_contest"),
            act("bch", "open_contest"),
            act("bch", "present_prepared_list"),
            act("bch", "adopt_list"),
            act("bch", "elect_counting_board"),
            act("bch", "issue_ballots"),
            act("bch", "collect_ballots"),
            act("bch", "count"),
            act("bch", "issue_ballots", present=90),
            act("bch", "count"),
            act("bch", "count"),
            act("bch", "declare"),
        ],
    )
    found = facts_of(made(raw), "bch")
    plan, opened, prepared, listed, board, first, collected, count, second, runoff, more, said = (
        found
    )
    assert (plan.seats, plan.alternates) == (1, 0)
    assert opened.roll == {"official": 100}
    assert (prepared.names, listed.names, board.members) == (("an",), ("an", "binh"), ("binh",))
    assert (first.present, first.issued, collected.collected) == (98, 98, 97)
    assert (count.valid, count.invalid, count.votes) == (96, 1, {"an": 48, "binh": 48})
    assert (second.present, second.issued) == (90, None)
    assert runoff.marks["an"].agree == 60
    assert (runoff.valid, runoff.invalid) == (None, None)
    assert (more.votes, more.valid) == (None, None)
    assert said.elected == ("an",)
    raw["case"] = [
        {
            "id": "ngoai",
            "procedure": "election_contest",
            "post": "secretary",
            "meeting": "conference",
        }
    ]
    raw["act"] = [
        act("ngoai", kind)
        for kind in ("plan_contest", "open_contest", "issue_ballots", "count", "declare")
    ]
    assert len(facts_of(made(raw), "ngoai")) == 5


def test_a_declaration_carries_what_the_dossier_attests() -> None:
    """A recorded declaration of readiness is judged with the statements of the tables."""
    raw = bare(
        keys={"A": "x"},
        gate=[{"id": "G1", "says": "done", "source": "A"}],
        explanation=[{"rule": "small/gate_g1", "words": "đã rõ"}],
        act=[act("preparation", "declare_ready", explained={"small/gate_g2": "cũng rõ"})],
    )
    (declared,) = facts_of(made(raw), "preparation")
    assert declared.statements[0].sources == ("A",)
    assert [each.rule for each in declared.explained] == ["small/gate_g1", "small/gate_g2"]


@attrs.frozen
class Thing:
    """What a case of a procedure of one's own is about."""

    name: str


@event(Text("Làm", "Do"))
class Do:
    """An event class that is no `Act`: it has a day and a fact."""

    on: date
    fact: str | None = None


def _own_procedure() -> Any:
    drawing = Drawing("own", Thing, Text("Của mình", "Own"))
    start = drawing.stage("START", Text("đầu", "start"), initial=True)
    end = drawing.stage("END", Text("cuối", "end"), final=True)
    drawing.step("X1", start, Do, end)
    return drawing.close()


def test_a_procedure_of_a_plugin() -> None:
    """Cases of any procedure may stand in a dossier: `[[case]]` tells what they are about."""
    raw = bare(
        case=[{"id": "viec", "procedure": "own", "name": "tên"}],
        act=[act("viec", "do", fact="xong")],
    )
    own = _own_procedure()
    dossier = parse(written(raw), [own])
    assert subject_of(dossier, "viec") == Thing("tên")
    assert facts_of(dossier, "viec") == [Do(on=DAY, fact="xong")]
    assert problems(raw) == [("case[0].procedure", "no procedure “own” (line 34)")]


WRONG: list[tuple[Raw, str, str]] = [
    (act("bc", "plan"), "act[0].case", "there is no case “bc”"),
    (act("preparatio", "plan"), "act[0].case", "did you mean “preparation”?"),
    (
        act("preparation", "inspekt"),
        "act[0].does",
        "the procedure preparation has no event “inspekt”; did you mean “inspect”?",
    ),
    (act("preparation", "inspect", by="ai"), "act[0].by", "“ai” is no body and has no `role`"),
    (act("preparation", "inspect", mater="x"), "act[0].mater", "did you mean “matter”?"),
    (act("preparation", "inspect", petitions="2"), "act[0].petitions", "must be a whole number"),
    (act("preparation", "inspect", facts={}), "act[0].facts", "there is no such key"),
    (
        act("personnel_track_R", "approve_list", meeting={"convened": 1, "presnt": 2}),
        "act[0].meeting.presnt",
        "did you mean “present”?",
    ),
    (
        act("personnel_track_R", "approve_list", persons=["an"]),
        "act[0].persons[0]",
        "there is no id “an”",
    ),
    (act("preparation", "adopt_plan", plan="kh"), "act[0].plan", "there is no id “kh”"),
    ({"case": "preparation", "does": "inspect"}, "act[0].on", "must be given"),
    (
        {"case": "preparation", "does": "inspect", "on": "unknown"},
        "act[0].on",
        "the day must be known",
    ),
    (act("preparation", "inspect", explained={"x": 3}), "act[0].explained.x", "words in quotes"),
]


@pytest.mark.parametrize(("row", "path", "words"), WRONG)
def test_what_is_wrong_with_an_act(row: Raw, path: str, words: str) -> None:
    """An unknown case, event, body or fact, a missing day: told with the path to the fact."""
    found = problems(bare(act=[row]))
    assert [at for at, _ in found] == [path]
    assert words in found[0][1]


CASES: list[tuple[Raw, str, str]] = [
    ({"id": "x"}, "case[0].procedure", "must be given"),
    ({"id": "x", "procedure": "congres"}, "case[0].procedure", "did you mean “congress”?"),
    ({"id": "congress", "procedure": "suspension"}, "case[0].procedure", "is a case of congress"),
    ({"id": "x", "procedure": "personnel_track", "run": "r"}, "case[0].kind", "must be given"),
    (
        {"id": "x", "procedure": "step_meeting", "track": "t", "step": 9},
        "case[0]",
        "not valid: 'step' must be in",
    ),
    ({"id": "congress", "qouta": "large"}, "case[0].qouta", "did you mean “quota”?"),
]


@pytest.mark.parametrize(("row", "path", "words"), CASES)
def test_what_is_wrong_with_a_case(row: Raw, path: str, words: str) -> None:
    """An unknown procedure, a missing or wrong fact of the subject: told with its path."""
    found = problems(bare(case=[row]))
    assert [at for at, _ in found] == [path]
    assert words in found[0][1]


def test_an_organisation_without_a_level() -> None:
    """The law depends on the level: it must be known, and is asked for once."""
    raw = bare()
    del raw["organisation"]["level"]
    assert problems(raw) == [("organisation.level", "must be given (line 8)")]


def test_a_document_of_no_known_kind() -> None:
    """A document that goes through acts must be of a kind that has a profile."""
    raw = bare(document=[{"id": "x", "type": "lời chào"}], act=[act("x", "plan")])
    assert [path for path, _ in problems(raw)] == ["document[0].kind"]
