"""Worked cases of the five steps: `step`, `run`, `sequence`."""

from __future__ import annotations

from typing import Any

import attrs

from congress_flow.reckoning import (
    RunOutcome,
    RunStep,
    StepBallot,
    StepBase,
    StepCount,
    StepLaw,
    StepMeeting,
    Track,
    run_of,
    sequence_of,
    step_of,
)
from congress_flow_vn_2020.personnel_law import sequence_law, step_law
from tests.oracles.laws import Readings, recited
from tests.oracles.registry import Context, Facts, Table, answers


def _law(step: int, base: str) -> StepLaw:
    law = step_law(Readings())
    bases = {**law.base, step: recited(law.base[step], StepBase(base))}
    return attrs.evolve(law, base=bases)


@answers("step")
def step_case(given: Table, context: Context) -> Facts:
    """One vote at one step."""
    figures = {name: value for name, value in given.items() if name != "base"}
    found = step_of(StepCount(**figures), _law(given["step"], given["base"]))
    facts: dict[str, Any] = {
        "consistent": found.consistent,
        "quorum": found.quorum,
        "base": found.base,
        "need": found.need,
        "over_half": found.over_half,
        "pass": found.passed,
    }
    if found.errors:
        facts["errors"] = [error.id for error in found.errors]
    if given["step"] == 2:
        facts["pass_by_base"] = {base.value: found.passes_on(base) for base in StepBase}
    return Facts(facts)


def _run_step(step: RunStep) -> Facts:
    facts: dict[str, Any] = {
        "step": step.ballot.step,
        "quorum": step.quorum,
        "pass": list(step.passed),
    }
    figures = {"base": step.base, "need": step.need}
    # A meeting without a quorum decides nothing, so the format shows no majority of it.
    return Facts({**facts, **figures}) if step.quorum else Facts(facts, **figures)


@answers("run")
def run_case(given: Table, context: Context) -> Facts:
    """A whole run of five steps."""
    found = run_of(
        given["names"],
        [StepBallot(**each) for each in given["step"]],
        _law(2, given["step2_base"]),
        seats=given["seats"],
    )
    facts: dict[str, Any] = {
        "step": [_run_step(each) for each in found.steps],
        "outcome": found.outcome.value,
    }
    if found.outcome is RunOutcome.STOPPED_NO_QUORUM:
        facts["stopped_at_step"] = found.steps[-1].ballot.step
        return Facts(facts)
    facts |= {"final_list": list(found.final_list), "surplus": found.surplus}
    if found.surplus > 0:
        facts["surplus_percent"] = {
            "truncated": found.surplus_percent("en"),
            "rounded": found.surplus_percent("en", rounded=True),
        }
    return Facts(facts)


@answers("sequence")
def sequence_case(given: Table, context: Context) -> Facts:
    """The order of the meetings, and their papers."""
    meetings = [
        StepMeeting(
            track=Track(each["track"]),
            step=each["step"],
            day=each["date"],
            minutes=each["minutes"],
            counting_minutes=each["counting_minutes"],
        )
        for each in given["event"]
    ]
    found = sequence_of(
        meetings, sequence_law(), no_reelection_track=given.get("no_reelection_track", False)
    )
    return Facts({"findings": [each.value for each in found.findings], "accepted": found.accepted})
