"""What the tests of this plugin share: readings, a way to any stage, the book's verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from congress_flow import (
    Case,
    CountAnchor,
    Engine,
    Finding,
    FindingKind,
    Shelf,
    Text,
    Verdict,
)
from congress_flow_vn_2020.calendars import VIETNAM
from congress_flow_vn_2020.readings import (
    AddNames,
    AgeBands,
    CellVariant,
    ConferenceDeductions,
    IntermediateSurplus,
    LaterRounds,
    NoStandingCommittee,
    PollTie,
    Quorum,
    QuorumBase,
    Readings2020,
    ShareBase,
    ShareRounding,
    ShortagePolicy,
    StepBase,
    SurplusRounding,
    TiePolicy,
)
from congress_flow_vn_2020.rules import book
from tests import cases
from tests.personnel.spoilt import Judges

# The handbook's bold options; where it has none, no limit is set.
CHOSEN: dict[str, Any] = {
    "calendar": VIETNAM,
    "count_anchor": CountAnchor.EXCLUDE,
    "before_is_exclusive": True,
    "quorum_other": Quorum.TWO_THIRDS,
    "base_step2": StepBase.PRESENT,
    "secret_step1": False,
    "secret_step4": True,
    "step2_eliminates": True,
    "tie_policy": TiePolicy.HEAD,
    "shortage_policy": ShortagePolicy.REPEAT,
    "add_names": AddNames.NOT_ALLOWED,
    "intermediate_surplus": IntermediateSurplus.NONE,
    "key_cadre_roster": ("committee members", "cell secretaries"),
    "no_standing_committee": NoStandingCommittee.THREE_MEETINGS,
    "cell_variant": CellVariant.CELL_COMMITTEE,
    "youth_age_line": 35,
    "age_bands": AgeBands.THREE_PRESENT,
    "share_rounding": ShareRounding.UP,
    "share_base": ShareBase.ALL,
    "surplus_rounding": SurplusRounding.LEAST_FROM_FLOOR,
    "one_extra_on_three": True,
    "later_surplus": LaterRounds.ALL_SEATS,
    "poll_tie": PollTie.CONGRESS_DECIDES,
    "discipline_wait": None,
    "grassroots_application": None,
    "personal_papers": ("CV",),
    "approval_papers": ("submission", "political report"),
    "lead_time": None,
    "approval_before_opening": None,
    "approval_to_opening": None,
    "approval_answer": None,
    "quorum_base": QuorumBase.CONVENED,
    "all_disagree_valid": False,
    "conference_deductions": ConferenceDeductions.NONE,
    "cell_submit_before": None,
    "action_programme_issue": None,
    "handover": None,
    "archive": None,
    "script_approved": True,
    "working_rules_approved": False,
    "review_report_opinions": False,
    "resolution_outline": False,
    "review_outline_by_executive": False,
    "consultation_period": None,
    "own_drafts_public": False,
    "mandatory_gates": frozenset({"G1", "G5", "G7", "G8", "G9", "G12", "G14"}),
    "appeal_cutoff": None,
    "other_bodies_issue_as_2026": False,
    "percent_truncated": True,
}
_REASON = Text("phương án in đậm trong sổ tay", "the bold option of the handbook")


@pytest.fixture(scope="session")
def readings() -> Readings2020:
    """The handbook's bold options."""
    return Readings2020(because=dict.fromkeys(CHOSEN, _REASON), **CHOSEN)


@pytest.fixture(scope="session")
def judges(readings: Readings2020) -> Judges:
    """The ways of the personnel run, each gone once, and what judges a step of them."""
    return Judges(readings)


_ENGINES: dict[str, Engine] = {}


@pytest.fixture
def stand() -> Callable[..., Case[Any]]:
    """Give `stand(procedure, subject, stage, *events, id=…, on=…)`: a case resting in *stage*."""
    return cases.stand


@pytest.fixture
def follow() -> Callable[..., Case[Any]]:
    """Give `follow(procedure, subject, *events, id=…)`: a case that took exactly these events."""
    return cases.follow


@pytest.fixture
def judge(readings: Readings2020) -> Callable[..., Verdict]:
    """Give `judge(case, event, *beside, **chosen)`: the verdict of the whole book.

    *chosen* are readings that differ from the fixture's.
    """

    def verdict(case: Case[Any], event: Any, *beside: Case[Any], **chosen: Any) -> Verdict:
        # Putting the whole book on a shelf takes longer than judging.
        key = repr(sorted(chosen.items()))
        if key not in _ENGINES:
            _ENGINES[key] = Engine(Shelf([book], [attrs.evolve(readings, **chosen)]))
        return _ENGINES[key].judge(case, event, beside)

    return verdict


@pytest.fixture
def weigh(judge: Callable[..., Verdict]) -> Callable[..., Finding]:
    """Give `weigh(rule, case, good, bad, *beside, figures=…, kind=…, **chosen)`.

    It shows that a rule is content with one event and objects to another, and returns its finding
    on the latter: cited, of the kind asked (breach), with at least the figures asked.
    """

    def weighed(
        rule: str,
        case: Case[Any],
        good: Any,
        bad: Any,
        *beside: Case[Any],
        figures: dict[str, Any] | None = None,
        kind: FindingKind = FindingKind.BREACH,
        **chosen: Any,
    ) -> Finding:
        name = f"{book.id}/{rule}"
        content = judge(case, good, *beside, **chosen)
        assert name in content.consulted
        assert name not in {finding.rule for finding in content.findings}
        objecting = judge(case, bad, *beside, **chosen)
        found = [finding for finding in objecting.findings if finding.rule == name]
        assert found, f"{name} has no objection"
        assert found[0].kind is kind
        assert found[0].citations
        assert (figures or {}).items() <= dict(found[0].figures).items()
        return found[0]

    return weighed
