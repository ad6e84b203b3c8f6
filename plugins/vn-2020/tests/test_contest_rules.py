"""Each rule on elections objects to one planted fact, with its figures, and is content without."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import attrs
import pytest

from congress_flow import Case, Engine, FindingKind, Level, Shelf
from congress_flow.procedures import Body
from congress_flow.procedures import complaint_case as q
from congress_flow.procedures import election_contest as e
from congress_flow_vn_2020 import (
    contest_ballots,
    contest_candidacy,
    contest_count,
    contest_list,
    contest_opening,
    contest_outcome,
    contest_plan,
    contest_result,
    contest_superior,
)
from congress_flow_vn_2020.readings import Days, Limit, Readings2020
from congress_flow_vn_2020.rules import book
from tests.elections import acts as a
from tests.elections.planted import (
    Change,
    Follow,
    Planted,
    counted_present,
    cut,
    ids,
    plant,
    told,
)
from tests.elections.walks import WALKS, Taken, Walk

MODULES = {
    module.__name__
    for module in (
        contest_ballots,
        contest_candidacy,
        contest_count,
        contest_list,
        contest_outcome,
        contest_opening,
        contest_plan,
        contest_result,
        contest_superior,
    )
}
GAP, CAUTION = FindingKind.GAP, FindingKind.CAUTION
HALF = e.Vote(form=e.VoteForm.SHOW_OF_HANDS, agree=49, present=98)
BALLOT = e.Vote(form=e.VoteForm.SECRET_BALLOT, agree=90, present=98)
IN_2021 = date(2021, 8, 16)
UPPER = {"level": Level.UPPER_GRASSROOTS}
ALL_PAPERS = contest_candidacy.FIVE_PAPERS


def about(persons: tuple[str, ...] = (), contest: str = "") -> Change:
    """Put a denunciation beside that was taken up: about persons, or about the election."""

    def change(follow: Follow, case: Case[Any] | None) -> Case[Any]:
        subject = q.Complaint(
            level=Level.GRASSROOTS, congress="dai-hoi", contest=contest, persons=persons
        )
        on = date(2020, 3, 2)
        kind = q.ComplaintKind.DENUNCIATION
        events = (q.Receive(on=on), q.Classify(on=on, kind=kind), q.Accept(on=on))
        made: Case[Any] = follow(q.complaint_case, subject, *events, id="don-khac")
        return made

    return change


def standing_not_declared(follow: Follow, case: Case[Any] | None) -> Case[Any] | None:
    """Make the committee's contest that of the standing committee, one step short."""
    return told(post=e.Post.STANDING_COMMITTEE)(follow, cut(1)(follow, case))


in_committee = partial(Planted, walk="committee")
of_delegates = partial(Planted, walk="delegates")
PLANTED = (
    in_committee(
        rule="contest_actor", row="E1", now={"by": Body.OFFICE}, figures={"value": "office"}
    ),
    in_committee(
        rule="contest_within_scheme", row="E1", now={"seats": 8}, figures={"value": 8, "limit": 7}
    ),
    in_committee(
        rule="contest_within_scheme",
        row="E1",
        beside={"de-an": cut(3)},
        figures={"value": "SUBMITTED"},
    ),
    in_committee(rule="contest_within_scheme", row="E1", subject={"scheme": ""}),
    in_committee(
        rule="contest_within_scheme",
        row="E1",
        subject={"scheme": "", "level": Level.CELL},
        kind=GAP,
    ),
    of_delegates(rule="delegates_allotted", row="E1", now={"allotment": ""}),
    in_committee(
        rule="alternates_planned",
        row="E1",
        now={"alternates": 2},
        kind=CAUTION,
        figures={"value": 2},
    ),
    of_delegates(rule="alternates_planned", row="E1", now={"alternates": None}, kind=CAUTION),
    in_committee(rule="new_contest_ordered", row="E1", now={"by": Body.COMPETENT_BODY}),
    Planted(
        rule="new_contest_ordered",
        walk="annulled",
        row="E1",
        nth=1,
        beside={"ban-chap-hanh": cut(1)},
        figures={"value": "REPORTED", "limit": "ANNULLED"},
    ),
    in_committee(
        rule="basis_in_force",
        row="E1",
        now={"basis": ("HD04-2014",)},
        figures={"value": "HD04-2014"},
    ),
    in_committee(
        rule="opens_when_quorate",
        row="E3",
        beside={"dai-hoi": cut(1)},
        figures={"value": "BODIES_ELECTED", "limit": "QUORATE"},
    ),
    in_committee(
        rule="election_on_programme",
        row="E3",
        beside={"dai-hoi": told(contents=3)},
        figures={"value": 3, "limit": 4},
    ),
    in_committee(rule="election_on_programme", row="E3", now={"on_programme": False}),
    in_committee(rule="roll_gives_base", row="E3", now={"roll": {"convened": 100}}),
    in_committee(
        rule="roll_gives_base",
        row="E3",
        now={"roll": {"official": 100, "": 1}},
        figures={"roll": [" = 1", "official = 100"]},
    ),
    in_committee(
        rule="roll_gives_base",
        row="E3",
        now={"roll": {"official": 5, "suspended": 5}},
        figures={"value": 0, "limit": 1},
    ),
    in_committee(
        rule="roll_gives_base",
        row="E3",
        now={"roll": {"official": 100, "suspended": 1}},
        figures={"value": ["official = 100", "suspended = 1"], "limit": ["official = 100"]},
    ),
    Planted(
        rule="roll_gives_base",
        walk="secretary",
        row="E3",
        nth=1,
        now={"roll": {"official": 99}},
        beside={"dai-hoi": cut(1)},
        figures={"limit": ["official = 100"]},
    ),
    Planted(
        rule="committee_before_secretary",
        walk="secretary",
        row="E3",
        nth=1,
        subject={"level": Level.CELL},
        beside={"ban-chap-hanh": cut(1)},
        figures={"op": "given", "about": "committee"},
    ),
    Planted(
        rule="bodies_before_secretary",
        walk="secretary",
        row="E3",
        nth=1,
        beside={"ban-chap-hanh": cut(1)},
        figures={"op": "given", "about": "committee"},
    ),
    Planted(
        rule="bodies_before_secretary",
        walk="secretary",
        row="E3",
        nth=1,
        subject={"meeting": e.Meeting.CONFERENCE},
        beside={"ban-chap-hanh": standing_not_declared},
        figures={"op": "given", "about": "standing_committee"},
    ),
    in_committee(
        rule="number_of_delegates_not_voted", row="E4", subject={"post": e.Post.DELEGATES}
    ),
    in_committee(
        rule="number_within_scheme", row="E4", now={"number": 8}, figures={"value": 8, "limit": 7}
    ),
    of_delegates(
        rule="number_as_allotted", row="E5", now={"number": 4}, figures={"value": 4, "limit": 3}
    ),
    of_delegates(rule="alternates_voted", row="E5", now={"alternates_voted": False}, kind=CAUTION),
    Planted(
        rule="outside_candidate_entitled",
        walk="outside_candidate",
        row="E2",
        now={"status": e.MemberStatus.PROBATIONARY},
    ),
    Planted(rule="candidacy_papers", walk="outside_candidate", row="E2", now={"papers": ()}),
    Planted(
        rule="candidacy_papers",
        walk="outside_candidate",
        row="E2",
        subject=UPPER,
        figures={"value": ["cv", "assets", "health", "assessment"]},
    ),
    Planted(
        rule="candidacy_papers",
        walk="outside_candidate",
        row="E2",
        subject=UPPER,
        now={"papers": None, "paper_count": 4},
        figures={"value": 4, "limit": 5},
    ),
    Planted(
        rule="candidacy_deadline",
        walk="outside_candidate",
        row="E2",
        subject=UPPER,
        now={"papers": ALL_PAPERS, "on": date(2020, 5, 8)},
        figures={"value": "2020-05-08", "limit": "2020-05-07"},
    ),
    Planted(
        rule="candidacy_deadline",
        walk="outside_candidate",
        row="E2",
        subject=UPPER,
        now={"opening": date(2020, 5, 30)},
        figures={"value": "2020-05-30", "limit": "2020-05-28"},
    ),
    Planted(
        rule="application_deadline",
        walk="outside_candidate",
        row="E2",
        chosen={"grassroots_application": Days(20, Limit.WORKING_DAYS)},
        kind=CAUTION,
        figures={"limit": "2020-04-28"},
    ),
    in_committee(
        rule="self_nominee_entitled", row="E8", now={"status": e.MemberStatus.PROBATIONARY}
    ),
    in_committee(
        rule="self_nominee_entitled",
        row="E8",
        subject={"meeting": e.Meeting.DELEGATES_CONGRESS},
        figures={"value": False},
    ),
    Planted(
        rule="drawn_from_the_body",
        walk="secretary",
        row="E7",
        nth=1,
        now={"names": ("h",)},
        figures={"value": "h"},
    ),
    Planted(
        rule="drawn_from_the_body",
        walk="secretary",
        row="E7",
        nth=1,
        beside={"ban-chap-hanh": cut(1)},
        kind=GAP,
    ),
    in_committee(
        rule="insider_stands",
        row="E8",
        now={"insider": True},
        kind=CAUTION,
        figures={"person": "x"},
    ),
    in_committee(rule="insider_stands", row="E8", now={"insider": None}, kind=CAUTION),
    in_committee(rule="insider_nominates", row="E9", now={"nominee_insider": True}, kind=CAUTION),
    in_committee(rule="nominator_entitled", row="E9", now={"nominator": ""}),
    in_committee(
        rule="nominator_entitled",
        row="E9",
        subject={"meeting": e.Meeting.DELEGATES_CONGRESS},
        figures={"about": "a", "value": False},
    ),
    in_committee(rule="nominator_entitled", row="E9", subject={"meeting": e.Meeting.CONFERENCE}),
    in_committee(
        rule="nominee_entitled",
        row="E9",
        now={"status": e.MemberStatus.TEMPORARY},
        figures={"about": "y", "value": "temporary"},
    ),
    in_committee(
        rule="nominee_entitled",
        row="E9",
        subject={"meeting": e.Meeting.DELEGATES_CONGRESS, "post": e.Post.DELEGATES},
        figures={"about": "y", "value": False},
    ),
    in_committee(
        rule="nominated_in_form", row="E9", subject={"meeting": e.Meeting.DELEGATES_CONGRESS}
    ),
    Planted(rule="divergence_reported", walk="secretary", row="E6", now={"reported": ""}),
    Planted(
        rule="secretary_poll_answered",
        walk="secretary",
        row="E7",
        nth=1,
        past={e.ReportPollDivergence: {"answer": ""}},
    ),
    Planted(
        rule="secretary_poll_answered",
        walk="secretary",
        row="E7",
        nth=1,
        now={"introduction_poll": None},
        kind=GAP,
    ),
    in_committee(
        rule="prepared_list_is_scheme",
        row="E7",
        now={"names": a.SCHEME[:7]},
        figures={"limit": list(a.SCHEME)},
    ),
    in_committee(
        rule="prepared_band",
        row="E7",
        now={"names": (*a.SCHEME, "i")},
        kind=CAUTION,
        figures={"surplus": 2, "percent": "28,57", "band_possible": True},
    ),
    in_committee(rule="prepared_band", row="E7", now={"names": None}, kind=CAUTION),
    in_committee(rule="names_consolidated", row="E10", now={"names": a.SCHEME}),
    in_committee(
        rule="withdrawals_on_proposal",
        row="E11",
        now={"released": ("b",)},
        figures={"value": "b", "limit": ["a", "z"]},
    ),
    in_committee(rule="withdrawals_on_proposal", row="E11", now={"proposed": None}, kind=GAP),
    in_committee(rule="withdrawals_voted", row="E11", now={"vote": None}, kind=GAP),
    in_committee(
        rule="poll_of_outsiders_only", row="E12", now={"support": {"x": 60, "y": 40, "a": 50}}
    ),
    in_committee(
        rule="poll_of_outsiders_only",
        row="E12",
        now={"support": {"x": 99, "y": 40}},
        figures={"about": "x", "value": 99, "limit": 98},
    ),
    in_committee(rule="poll_of_outsiders_only", row="E12", now={"support": None}, kind=GAP),
    in_committee(
        rule="poll_if_necessary",
        row="E12",
        past={e.DecideWithdrawals: {"released": ("y", "z")}},
        kind=CAUTION,
    ),
    in_committee(rule="poll_counting_team", row="E12", now={"team": False}, kind=CAUTION),
    in_committee(
        rule="list_from_the_nominated",
        row="E13",
        now={"names": (*a.SCHEME, "q")},
        figures={"value": "q"},
    ),
    in_committee(
        rule="list_from_the_nominated",
        row="E13",
        now={"names": (*a.SCHEME[1:], "x")},
        figures={"value": ["a"]},
    ),
    in_committee(rule="list_from_the_nominated", row="E13", now={"names": None}, kind=GAP),
    in_committee(
        rule="list_cut_by_poll",
        row="E13",
        now={"names": (*a.SCHEME, "y")},
        figures={"value": ["y"], "limit": ["x"]},
    ),
    in_committee(
        rule="list_cut_by_poll",
        row="E12",
        event=a.adopted(names=(*a.SCHEME, "x", "y")),
        figures={"seats": 7},
    ),
    in_committee(
        rule="list_cut_by_poll",
        row="E13",
        past={e.RunOpinionPoll: {"support": None}},
        kind=GAP,
    ),
    in_committee(
        rule="no_outsider_left_off",
        row="E13",
        past={e.DecideWithdrawals: {"released": ("y", "z")}},
        now={"names": a.SCHEME},
        figures={"value": ["x"]},
    ),
    in_committee(
        rule="no_outsider_left_off",
        row="E12",
        past={e.DecideWithdrawals: {"released": ("y", "z")}},
        event=a.adopted(names=a.SCHEME),
        figures={"value": ["x"]},
    ),
    in_committee(
        rule="no_outsider_left_off",
        row="E13",
        past={
            e.DecideWithdrawals: {"released": ("y", "z")},
            e.RunOpinionPoll: {"support": None},
        },
        now={"names": a.SCHEME},
        kind=GAP,
        figures={"outsiders": ["x"]},
    ),
    in_committee(
        rule="list_surplus_cap",
        row="E13",
        now={"names": (*a.LIST, "y")},
        figures={"value": 3, "limit": 2},
    ),
    in_committee(
        rule="list_over_cap_as_read",
        row="E13",
        past={e.VoteNumber: {"number": 3}},
        now={"names": a.SCHEME[:4]},
        kind=CAUTION,
        figures={"seats": 3, "surplus": 1, "percent": "33,33", "cap": "ok_by_small_rule"},
    ),
    in_committee(
        rule="list_surplus_required",
        row="E13",
        now={"names": a.SCHEME[:7]},
        figures={"value": 0, "limit": 1},
    ),
    in_committee(
        rule="no_held_candidate",
        row="E13",
        beside={"don-khac": about(("a",))},
        figures={"complaint": "don-khac", "persons": ["a"]},
    ),
    in_committee(rule="by_show_of_hands", row="E4", now={"vote": BALLOT}, kind=CAUTION),
    in_committee(
        rule="decided_by_majority",
        row="E13",
        now={"vote": HALF},
        figures={"value": 49, "of": 98, "least": 50},
    ),
    in_committee(
        rule="board_not_on_list", row="E14", now={"members": ("ban", "a")}, figures={"value": "a"}
    ),
    in_committee(rule="board_official", row="E14", now={"official": False}),
    Planted(
        rule="board_stays",
        walk="further_round",
        row="E14",
        nth=1,
        now={"members": ("khac",)},
        figures={"value": ["khac"]},
    ),
    in_committee(rule="election_secret", row="E15", now={"secret": False}),
    in_committee(
        rule="issued_within_present",
        row="E15",
        now={"issued": 99},
        figures={"value": 99, "limit": 98},
    ),
    in_committee(
        rule="present_as_confirmed",
        row="E15",
        beside={"dai-hoi": counted_present(97)},
        kind=CAUTION,
        figures={"value": 98, "limit": 97},
    ),
    in_committee(rule="ballot_bears_list", row="E15", now={"names": a.SCHEME}),
    Planted(
        rule="ballot_bears_list", walk="runoff", row="E23", now={"names": ("f", "g", "h", "x")}
    ),
    in_committee(
        rule="ballot_form",
        row="E15",
        now={"form": e.BallotForm.NO_SURPLUS},
        figures={"limit": "surplus"},
    ),
    in_committee(rule="ballot_form", row="E15", now={"names": None}, kind=GAP),
    in_committee(rule="voting_explained", row="E15", now={"box_sealed": False}),
    in_committee(rule="ballot_of_its_own", row="E15", now={"alone": False}),
    in_committee(rule="ballot_stamped", row="E15", now={"stamped": False}, kind=CAUTION),
    Planted(
        rule="runoff_again_decided",
        walk="runoff",
        row="E23",
        nth=1,
        now={"vote": HALF},
        kind=CAUTION,
        figures={"value": 49},
    ),
    in_committee(rule="collection_reported", row="E16", now={"reported": False}),
    Planted(
        rule="void_only_over_issued",
        walk="voided",
        row="E17",
        past={e.CollectBallots: {"collected": 98}},
        figures={"value": 98, "limit": 98},
    ),
    Planted(
        rule="count_within_issued",
        walk="voided",
        row="E17",
        event=a.counted(valid=98, invalid=1),
        figures={"value": 99, "limit": 98},
    ),
    in_committee(
        rule="count_agrees", row="E19", now={"invalid": 1}, figures={"value": 99, "limit": 98}
    ),
    in_committee(
        rule="count_agrees",
        row="E19",
        now={"votes": {**a.VOTES, "x": 99}},
        figures={"error": "votes_over_valid", "round": 1},
    ),
    in_committee(
        rule="count_agrees",
        row="E19",
        past={e.IssueBallots: {"present": None}},
        kind=GAP,
        figures={"of": ["present"]},
    ),
    in_committee(rule="count_agrees", row="E19", now={"votes": {**a.VOTES, "x": -1}}),
    in_committee(
        rule="ballots_classed",
        row="E19",
        now={"ballots": (e.BallotGroup(ballots=98, struck=("h", "x")),)},
        figures={"about": "a", "value": 95, "limit": 98},
    ),
    in_committee(
        rule="ballots_classed",
        row="E19",
        now={"ballots": (e.BallotGroup(boxes={"a": e.Box.AGREE}),)},
    ),
    in_committee(
        rule="ballots_classed",
        row="E19",
        now={"ballots": (e.BallotGroup(),)},
        past={e.IssueBallots: {"form": None}},
        kind=GAP,
    ),
    in_committee(
        rule="elected_over_half",
        row="E20",
        now={"elected": (*a.SCHEME[:6], "h")},
        figures={"about": "h", "value": 30, "of": 100, "least": 51},
    ),
    in_committee(
        rule="elected_within_seats",
        row="E20",
        now={"elected": a.SCHEME},
        figures={"value": 8, "limit": 7},
    ),
    in_committee(rule="filled_as_counted", row="E20", now={"elected": a.SCHEME[:6]}),
    Planted(
        rule="filled_as_counted",
        walk="runoff",
        row="E21",
        event=a.filled(),
        figures={"value": "runoff_vote", "limit": "none"},
    ),
    Planted(
        rule="tied_as_counted",
        walk="runoff",
        row="E21",
        now={"places": 2},
        figures={"value": 2, "limit": 1},
    ),
    Planted(
        rule="short_as_counted",
        walk="further_round",
        row="E22",
        now={"unfilled": 1},
        figures={"value": 1, "limit": 2},
    ),
    of_delegates(
        rule="delegates_shortage_decided", row="E27", now={"vote": HALF}, figures={"value": 49}
    ),
    of_delegates(
        rule="delegates_shortage_decided",
        row="E26",
        event=a.stopped(vacancies=1),
        figures={"limit": "next_round"},
    ),
    Planted(
        rule="shortage_decided",
        walk="further_round",
        row="E26",
        now={"vote": HALF},
        kind=CAUTION,
        figures={"value": 49},
    ),
    Planted(
        rule="stop_after_tied_runoff",
        walk="tie_left",
        row="E23",
        event=a.stopped(vacancies=1),
        figures={"value": "runoff", "limit": "runoff_tied"},
    ),
    Planted(
        rule="vacancies_recorded",
        walk="tie_left",
        row="E27",
        now={"vacancies": 0},
        figures={"value": 0, "limit": 1},
    ),
    Planted(rule="further_list", walk="further_round", row="E26", now={"new_names_agreed": False}),
    Planted(
        rule="further_list",
        walk="further_round",
        row="E26",
        now={"names": ("a", "f", "g", "h", "n")},
        figures={"value": "a"},
    ),
    Planted(rule="further_list", walk="further_round", row="E26", now={"names": ()}, kind=GAP),
    Planted(
        rule="surplus_of_further_round",
        walk="further_round",
        row="E26",
        now={"names": ("f", "g", "h", "n", "m")},
        kind=CAUTION,
        figures={"value": 3, "limit": 2},
    ),
    in_committee(rule="minutes_and_seal", row="E29", now={"sealed": False}),
    in_committee(rule="declared_as_counted", row="E29", now={"elected": a.SCHEME[:6]}),
    Planted(rule="declared_as_counted", walk="alternates", row="E29", now={"alternates": ("d",)}),
    in_committee(
        rule="report_in_time",
        row="E30",
        now={"on": date(2020, 6, 10)},
        figures={"value": "2020-06-10", "limit": "2020-06-09"},
    ),
    in_committee(
        rule="report_in_time",
        row="E30",
        now={"closing": date(2020, 5, 30)},
        figures={"value": "2020-05-30", "limit": "2020-05-29"},
    ),
    in_committee(rule="report_in_time_2021", row="E30", now={"on": IN_2021}),
    in_committee(rule="report_complete", row="E30", now={"cvs": False}),
    in_committee(
        rule="ballots_kept",
        row="E36",
        now={"on": date(2020, 11, 27)},
        kind=CAUTION,
        figures={"value": "2020-11-27", "limit": "2020-11-28"},
    ),
    in_committee(rule="destroyed_by_order", row="E36", now={"decision": ""}),
    in_committee(
        rule="destroyed_by_order",
        row="E36",
        beside={"don-khac": about(contest="ban-chap-hanh")},
        figures={"value": ["don-khac"]},
    ),
    in_committee(rule="seal_kept", row="E36", now={"seal_intact": False}),
    in_committee(
        rule="ratified_in_time",
        row="E31",
        now={"on": date(2020, 6, 30)},
        figures={"value": "2020-06-30", "limit": "2020-06-29"},
    ),
    in_committee(rule="ratified_in_time", row="E31", now={"decision": ""}),
    in_committee(rule="ratified_in_time_2021", row="E31", now={"on": IN_2021}),
    in_committee(
        rule="nothing_blocks_ratification",
        row="E31",
        beside={"don-khac": about(contest="ban-chap-hanh")},
        figures={"value": ["don-khac"]},
    ),
    in_committee(
        rule="nothing_blocks_ratification_2021",
        row="E31",
        now={"on": IN_2021},
        beside={"don-khac": about(contest="ban-chap-hanh")},
        figures={"value": ["don-khac"]},
    ),
    Planted(
        rule="refused_for_standards",
        walk="refused",
        row="E32",
        now={"ground": e.BreachKind.PROCEDURE},
        figures={"about": "g", "value": "procedure"},
    ),
    Planted(
        rule="refused_for_standards",
        walk="refused",
        row="E32",
        now={"person": "h"},
        figures={"value": "h"},
    ),
    Planted(
        rule="refused_after_ratification",
        walk="refused_later",
        row="E32",
        beside={"don": cut(1)},
        figures={"value": "IN_PROGRESS"},
    ),
    Planted(
        rule="complaint_in_window",
        walk="dismissed",
        row="E33",
        now={"filed": date(2020, 6, 22)},
        figures={"value": "2020-06-22", "limit": "2020-06-19"},
    ),
    Planted(
        rule="complaint_taken_up",
        walk="dismissed",
        row="E33",
        beside={"don": told(contest="khac")},
        figures={"value": "khac"},
    ),
    Planted(
        rule="complaint_taken_up",
        walk="dismissed",
        row="E33",
        beside={"don": cut(1)},
        figures={"value": "SCREENED"},
    ),
    Planted(rule="dismissal_reasoned", walk="dismissed", row="E34", now={"conclusion": ""}),
    Planted(
        rule="dismissal_reasoned",
        walk="dismissed",
        row="E34",
        now={"complaint": "khac"},
        figures={"value": "khac", "limit": ["don"]},
    ),
    Planted(
        rule="annulled_for_breach",
        walk="annulled",
        row="E35",
        now={"ground": e.BreachKind.STANDARD},
        figures={"value": "standard"},
    ),
)


@pytest.fixture
def steps(
    readings: Readings2020, stand: Callable[..., Case[Any]], follow: Follow
) -> Callable[[str], list[Taken]]:
    engine = Engine(Shelf([book], [readings]))

    def taken(name: str) -> list[Taken]:
        walk = Walk(engine, stand, follow)
        WALKS[name][0](walk)
        return walk.taken

    return taken


@pytest.mark.parametrize("planted", PLANTED, ids=ids(PLANTED))
def test_one_wrong_fact_is_found(
    planted: Planted,
    steps: Callable[[str], list[Taken]],
    follow: Follow,
    readings: Readings2020,
) -> None:
    """The rule names the planted fact with its figures and citation; without it, it is content."""
    at = [step for step in steps(planted.walk) if step.row == planted.row][planted.nth]
    engine = Engine(Shelf([book], [attrs.evolve(readings, **planted.chosen)]))
    case, event, beside = plant(planted, at, follow)
    name = f"vn-2020/{planted.rule}"
    rule = next(each for each in book.rules if each.id == name)
    verdict = engine.judge(case, event, beside)
    found = [finding for finding in verdict.findings if finding.rule == name]
    assert found, verdict.findings
    assert all(finding.fault is None for finding in found)
    assert planted.kind in {finding.kind for finding in found}
    assert found[0].citations == rule.citations
    assert any({**finding.figures, **planted.figures} == finding.figures for finding in found), [
        finding.figures for finding in found
    ]
    before = engine.judge(at.case, at.event, at.beside)
    assert name not in {finding.rule for finding in before.findings} or planted.chosen


def test_no_rule_is_left_out() -> None:
    """Every rule on elections in the book has its planted fact: the book is asked, not a list."""
    # One that is written twice, by the texts of different days, is one demand.
    found = [rule.function for rule in book.rules if rule.function.__module__ in MODULES]
    rules = {function.__code__.co_name for function in found}
    assert rules == {planted.rule for planted in PLANTED}
    assert len(rules) > 80
