"""Worked cases of single ballots: `ballot`."""

from __future__ import annotations

from typing import Any

from congress_flow.reckoning import BallotForm, BallotPaper, ElectionLaw, classify
from tests.oracles.adapters.tally import ballot_of
from tests.oracles.laws import Readings, both_laws
from tests.oracles.registry import Context, Facts, Table, answers, only_answer

_OPTIONS = {
    "": Readings(all_disagree_valid=False),
    "all_disagree_multi_valid": Readings(all_disagree_valid=True),
}


@answers("ballot")
def ballot_case(given: Table, context: Context) -> Facts:
    """Valid or not, and for whom."""
    paper = BallotPaper(BallotForm(given["form"]), given["seats"], given["names"])

    def answer(law: ElectionLaw) -> Facts:
        reading = classify(paper, ballot_of(given), law.ballots)
        facts: dict[str, Any] = {
            "valid": reading.valid,
            "reasons": [reason.value for reason in reading.reasons],
            "votes": list(reading.votes),
        }
        if paper.form is not BallotForm.SURPLUS:
            facts |= {"against": list(reading.against), "uncounted": list(reading.uncounted)}
        return Facts(facts)

    return only_answer(answer(law) for law in both_laws(_OPTIONS[context.option]))
