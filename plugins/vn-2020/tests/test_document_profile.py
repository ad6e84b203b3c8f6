"""Each step fits the profile of its kind, as the table gives it or as a reading chose it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from congress_flow import Confidence, Fault, Finding, FindingKind, Level, Stage, Verdict
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020 import document_profile
from congress_flow_vn_2020._document_profiles import PROFILES, profile_of
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book
from tests.documents.examples import DAY, B, Example, Kind, document, rules_of
from tests.documents.walk import OPENED, SUPERIOR, Stand

Weigh = Callable[..., Finding]

EXAMPLES = {
    "document_actor": Example(
        d.OUTLINE_DRAFTED,
        d.AdoptOutline(on=DAY, by=B.EXECUTIVE_COMMITTEE, minutes="01-BB"),
        d.AdoptOutline(on=DAY, by=B.STANDING_COMMITTEE, minutes="01-BB"),
        {"op": "one_of", "value": "standing_committee"},
    ),
    "scheme_has_own_life": Example(
        d.NOT_STARTED,
        d.Plan(on=DAY),
        d.Plan(on=DAY),
        {"value": "personnel_scheme", "op": "differs"},
    ),
    "report_suits_congress": Example(
        d.NOT_STARTED,
        d.DraftAtCongress(on=OPENED),
        d.DraftAtCongress(on=OPENED),
        {"value": True, "limit": False},
        kind=Kind.PARTICIPANTS_REPORT,
    ),
    "issued_in_own_right": Example(
        d.ADOPTED,
        d.Issue(on=OPENED),
        d.Issue(on=OPENED),
        {"value": "ADOPTED", "limit": "ISSUED"},
        kind=Kind.RESOLUTION,
    ),
    "dispatched_kinds": Example(
        d.ISSUED,
        d.Dispatch(on=OPENED, to=SUPERIOR),
        d.Dispatch(on=OPENED, to=SUPERIOR),
        {"value": "ISSUED", "limit": "DISPATCHED"},
        kind=Kind.ELECTION_MINUTES,
    ),
    "life_is_complete": Example(
        d.ADOPTED,
        d.Archive(on=OPENED),
        d.Archive(on=OPENED),
        {"value": "ISSUED", "limit": "ADOPTED"},
        kind=Kind.WORKING_RULES,
    ),
}
# Where the event is the same, what differs is the kind of document (or of congress).
OTHER_KIND: dict[str, d.Document] = {
    "scheme_has_own_life": document(Kind.PERSONNEL_SCHEME),
    "report_suits_congress": document(Kind.PARTICIPANTS_REPORT, delegates=True),
    "issued_in_own_right": document(Kind.WORKING_RULES),
    "dispatched_kinds": document(Kind.RESOLUTION),
    "life_is_complete": document(Kind.RESOLUTION),
}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_rule_objects_and_is_content(
    rule: str, stand: Stand, weigh: Weigh, judge: Callable[..., Verdict]
) -> None:
    """Each rule passes one event and objects to another, or to the same on another kind."""
    example = EXAMPLES[rule]
    if rule not in OTHER_KIND:
        example.weighed(rule, stand, weigh)
        return
    own = stand(d.document_life, document(example.kind), example.stage)
    other = stand(d.document_life, OTHER_KIND[rule], example.stage)
    name = f"vn-2020/{rule}"
    assert name not in {f.rule for f in judge(own, example.good).findings}
    [found] = [f for f in judge(other, example.bad).findings if f.rule == name]
    assert found.kind is FindingKind.BREACH
    assert dict(example.figures).items() <= dict(found.figures).items()
    assert found.citations


# Step by step: a kind that may take it, a kind that may not, and the flag that decides.
FITS: dict[str, tuple[Stage, Any, d.DocumentKind, d.DocumentKind]] = {
    "D1": (d.NOT_STARTED, d.Plan, Kind.PLAN, Kind.CONGRESS_MINUTES),
    "D2": (d.PLANNED, d.DraftOutline, Kind.POLITICAL_REPORT, Kind.CONGRESS_PROGRAMME),
    "D4": (d.PLANNED, d.WriteDraft, Kind.CONGRESS_PROGRAMME, Kind.POLITICAL_REPORT),
    "D5": (d.DRAFTED, d.SendToStanding, Kind.RESOLUTION, Kind.OPINIONS_SUMMARY),
    "D6": (d.DRAFTED, d.SendToExecutive, Kind.RESOLUTION, Kind.OPINIONS_SUMMARY),
    "D10": (d.EXECUTIVE_REVIEW, d.OpenConsultation, Kind.RESOLUTION, Kind.CONGRESS_PROGRAMME),
    "D14": (d.READY_TO_SUBMIT, d.Submit, Kind.RESOLUTION, Kind.PLAN),
    "D15": (d.READY_TO_SUBMIT, d.Finalise, Kind.OPINIONS_ACCOUNT, Kind.RESOLUTION),
    "D24": (d.FINAL_FOR_CONGRESS, d.Present, Kind.RESOLUTION, Kind.CHAIRING_SCRIPT),
    "D25": (d.FINAL_FOR_CONGRESS, d.MarkUsed, Kind.CHAIRING_SCRIPT, Kind.RESOLUTION),
    "D26": (d.NOT_STARTED, d.DraftAtCongress, Kind.CONGRESS_MINUTES, Kind.RESOLUTION),
    "D27": (d.DRAFTED, d.Present, Kind.OPINIONS_SUMMARY, Kind.RESOLUTION),
    "D27a": (d.DRAFTED, d.SignMinutes, Kind.ELECTION_MINUTES, Kind.OPINIONS_SUMMARY),
    "D29": (d.DISCUSSED, d.Adopt, Kind.RESOLUTION, Kind.ACTION_PROGRAMME),
    "D30": (d.DISCUSSED, d.Note, Kind.POLITICAL_REPORT, Kind.RESOLUTION),
    "D31": (d.DISCUSSED, d.HandOver, Kind.ACTION_PROGRAMME, Kind.RESOLUTION),
    "D34": (d.READY_TO_SUBMIT, d.Issue, Kind.PLAN, Kind.RESOLUTION),
}
FIT = "vn-2020/document_fits_profile"


@pytest.mark.parametrize("step", FITS)
def test_step_fits_the_kind(step: str, stand: Stand, judge: Callable[..., Verdict]) -> None:
    """Each of the 17 steps that depend on the kind is open to one kind and shut to another."""
    stage, event, own, other = FITS[step]
    for kind, fits in ((own, True), (other, False)):
        verdict = judge(stand(d.document_life, document(kind), stage), event(on=DAY))
        assert verdict.step is not None
        assert verdict.step.id == step
        found = [f for f in verdict.findings if f.rule == FIT]
        assert (not found) is fits
        assert all(f.kind is FindingKind.BREACH for f in found)


def test_every_profiled_step_has_an_example() -> None:
    """The table above is the whole of what the profile rule is tied to."""
    [rule] = [rule for rule in book.rules if rule.id == FIT]
    steps = {step.id for step in rule.steps}
    assert steps == set(FITS)
    assert len(FITS) == 17
    assert set(EXAMPLES) == rules_of(document_profile) - {
        "document_fits_profile",
        "document_fits_reading",
    }


def test_a_draft_may_follow_an_adopted_outline(stand: Stand, judge: Callable[..., Verdict]) -> None:
    """D4 asks for a kind without an outline only where it starts from PLANNED."""
    case = stand(d.document_life, document(), d.OUTLINE_ADOPTED)
    assert FIT not in {f.rule for f in judge(case, d.WriteDraft(on=DAY)).findings}


# What each open flag of the profile rests on: the reading, and a step that its value shuts.
READ: dict[str, tuple[d.Document, Stage, Any, dict[str, bool]]] = {
    "script": (
        document(Kind.CHAIRING_SCRIPT),
        d.READY_TO_SUBMIT,
        d.Finalise,
        {"script_approved": True},
    ),
    "working rules": (
        document(Kind.WORKING_RULES),
        d.READY_TO_SUBMIT,
        d.Submit,
        {"working_rules_approved": False},
    ),
    "election rules": (
        document(Kind.ELECTION_RULES),
        d.READY_TO_SUBMIT,
        d.Finalise,
        {"working_rules_approved": True},
    ),
    "opinions on the review report": (
        document(Kind.REVIEW_REPORT),
        d.EXECUTIVE_REVIEW,
        d.OpenConsultation,
        {"review_report_opinions": False},
    ),
    "outline of the review report": (
        document(Kind.REVIEW_REPORT),
        d.PLANNED,
        d.WriteDraft,
        {"review_outline_by_executive": True},
    ),
    "outline of the resolution": (
        document(Kind.RESOLUTION),
        d.PLANNED,
        d.DraftOutline,
        {"resolution_outline": False},
    ),
}


@pytest.mark.parametrize("name", READ)
def test_an_open_flag_follows_its_reading(
    name: str, stand: Stand, judge: Callable[..., Verdict]
) -> None:
    """Under one value of the reading a caution, graded unknown; under the other nothing."""
    subject, stage, event, chosen = READ[name]
    case = stand(d.document_life, subject, stage)
    rule = "vn-2020/document_fits_reading"
    [found] = [f for f in judge(case, event(on=DAY), **chosen).findings if f.rule == rule]
    assert found.kind is FindingKind.CAUTION
    assert found.confidence is Confidence.UNKNOWN
    turned = {field: not value for field, value in chosen.items()}
    assert rule not in {f.rule for f in judge(case, event(on=DAY), **turned).findings}


def test_a_districts_review_report_has_its_outline_adopted(readings: Readings2020) -> None:
    """At district level the outline was seen adopted: there the table decides, not the reading."""
    district = profile_of(document(Kind.REVIEW_REPORT, level=Level.UPPER_GRASSROOTS), readings)
    grassroots = profile_of(document(Kind.REVIEW_REPORT), readings)
    assert (district.requires_outline, "requires_outline" in district.chosen) == (True, False)
    assert (grassroots.requires_outline, "requires_outline" in grassroots.chosen) == (False, True)


def test_the_table_is_whole_and_graded() -> None:
    """Every kind has a line, cited with its grade; the seven of the article are among them."""
    assert set(PROFILES) == set(Kind)
    assert {line.citation.confidence for line in PROFILES.values()} >= {
        Confidence.VERIFIED,
        Confidence.REPORTED,
        Confidence.ASSUMED,
    }
    voted = {kind for kind, line in PROFILES.items() if line.value.voted}
    assert Kind.RESOLUTION in voted
    assert Kind.ACTION_PROGRAMME not in voted
    assert all(kind.term.vi and (kind.symbol or kind is Kind.CHAIRING_SCRIPT) for kind in Kind)


def test_cell_bodies_act_in_cells_only(stand: Stand, judge: Callable[..., Verdict]) -> None:
    """A cell committee adopts a cell's outline, and no other organisation's."""
    event = d.AdoptOutline(on=DAY, by=B.CELL_COMMITTEE, minutes="01-BB/CB")
    actor = "vn-2020/document_actor"
    for level, free in ((Level.CELL, True), (Level.GRASSROOTS, False)):
        case = stand(d.document_life, document(level=level), d.OUTLINE_DRAFTED)
        assert (actor not in {f.rule for f in judge(case, event).findings}) is free


STEPS = [(step.id, source.name) for step in d.document_life.steps for source in step.sources]


@pytest.mark.parametrize(("step", "source"), STEPS)
@pytest.mark.parametrize("kind", [Kind.POLITICAL_REPORT, Kind.ELECTION_MINUTES, Kind.PLAN])
def test_nothing_known_refuses_and_never_crashes(
    step: str, source: str, kind: d.DocumentKind, stand: Stand, judge: Callable[..., Verdict]
) -> None:
    """Every drawn step, with no fact but the day, is refused for what is missing, not crashed."""
    subject = d.Document(kind=kind, level=Level.GRASSROOTS)
    case = stand(d.document_life, subject, d.document_life.stage(source))
    drawn = next(each for each in d.document_life.steps if each.id == step)
    verdict = judge(case, drawn.event(on=OPENED))
    assert verdict.step is drawn
    assert not verdict.allowed
    assert not [f for f in verdict.findings if f.fault is Fault.CRASHED]
    assert any(f.kind is FindingKind.GAP for f in verdict.findings)
