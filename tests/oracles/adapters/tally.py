"""Worked cases of results: `tally`, `base`, `ballots`, `quorum`."""

from __future__ import annotations

from typing import Any

from congress_flow.reckoning import (
    Absence,
    Attendee,
    Ballot,
    BallotForm,
    BallotPaper,
    Box,
    Contest,
    Count,
    ElectionLaw,
    Marks,
    Meeting,
    Roll,
    Round,
    RoundKind,
    RoundOutcome,
    RoundResult,
    Standing,
    Status,
    Tally,
    Tie,
    base_of,
    count_ballots,
    quorum,
    roll_of,
    tally,
)
from tests.oracles.laws import both_laws
from tests.oracles.registry import Context, Facts, Table, answers, only_answer

_FIRST = {
    Meeting.MEMBERS_CONGRESS: "official",
    Meeting.DELEGATES_CONGRESS: "convened",
    Meeting.CONFERENCE: "incumbents",
}


def _roll(meeting: Meeting, given: Table) -> Roll:
    first = _FIRST[meeting]
    counts = {Standing(name): count for name, count in given.items() if name != first}
    return Roll(meeting, given[first], counts)


def _round(given: Table) -> Round:
    return Round(
        kind=RoundKind(given["kind"]),
        count=Count(**given["count"]),
        votes=given.get("votes", {}),
        marks={name: Marks(**boxes) for name, boxes in given.get("marks", {}).items()},
    )


def _tie(tie: Tie) -> dict[str, Any]:
    return {"names": list(tie.names), "places": tie.places}


def _round_facts(result: RoundResult) -> Facts:
    outcome = result.outcome
    facts: dict[str, Any] = {"outcome": outcome.value}
    also: dict[str, Any] = {"unfilled": result.unfilled, "elected": list(result.elected)}
    if outcome is RoundOutcome.INCONSISTENT:
        facts["errors"] = [error.value for error in result.errors]
        return Facts(facts, **also)
    facts["elected"] = also.pop("elected")
    if outcome is RoundOutcome.VOID:
        return Facts(facts, **also)
    facts["unfilled"] = also.pop("unfilled")
    if outcome is RoundOutcome.RUNOFF:
        facts["runoff"] = _tie(result.tie)
    if outcome is RoundOutcome.RUNOFF_TIED:
        facts["still_tied"] = _tie(result.tie)
    if result.over_half_not_elected:
        # The format shows it for a round that fills the seats; of a tied one it says nothing.
        rest = list(result.over_half_not_elected)
        (facts if outcome is RoundOutcome.FULL else also)["over_half_not_elected"] = rest
    return Facts(facts, **also)


def _tally_facts(result: Tally) -> Facts:
    facts: dict[str, Any] = {
        "base": result.base.size,
        "need": result.base.need,
        "round": [_round_facts(each) for each in result.rounds],
        "elected": list(result.elected),
        "unfilled": result.unfilled,
        "outcome": result.outcome.value,
        "decision": result.decision.value,
    }
    also: dict[str, Any] = {}
    if not result.alternate_places:
        # No places for alternates: nobody is one, whether a case says so or not.
        also |= {"alternates": [], "alternates_unfilled": 0}
    else:
        # Worked out only once the seats themselves are full.
        place = also if result.unfilled else facts
        place["alternates"] = list(result.alternates)
        place["alternates_unfilled"] = result.alternates_unfilled
        if result.alternate_tie:
            facts["alternate_runoff"] = _tie(result.alternate_tie)
    return Facts(facts, **also)


@answers("tally")
def tally_case(given: Table, context: Context) -> Facts:
    """Who is elected after the rounds of the case."""
    roll = _roll(Meeting(given["meeting"]), given["roll"])

    def answer(law: ElectionLaw) -> Facts:
        return _tally_facts(
            tally(
                Contest(given["contest"]),
                [_round(each) for each in given["round"]],
                law,
                roll=roll,
                seats=given["seats"],
                alternates=given.get("alternates", 0),
            )
        )

    return only_answer(answer(law) for law in both_laws())


@answers("base")
def base_case(given: Table, context: Context) -> Facts:
    """The base of the majority from a roll of persons."""
    people = [
        Attendee(
            name=each["id"],
            present=each["present"],
            statuses=frozenset(Status(status) for status in each.get("status", [])),
            absence=Absence(each.get("absence", "none")),
            committee_member=each.get("committee_member", False),
            replaced=each.get("replaced", False),
        )
        for each in given["people"]
    ]
    meeting = Meeting(given["meeting"])

    def answer(law: ElectionLaw) -> Facts:
        base = base_of(roll_of(meeting, people, law.majority), law.majority)
        return Facts({"base": base.size, "need": base.need})

    return only_answer(answer(law) for law in both_laws())


@answers("ballots")
def ballots_case(given: Table, context: Context) -> Facts:
    """From groups of equal ballots to the result."""
    paper = BallotPaper(BallotForm(given["form"]), given["seats"], given["names"])
    box = [(group["ballots"], ballot_of(group)) for group in given["group"]]
    roll = _roll(Meeting(given["meeting"]), given["roll"])

    def answer(law: ElectionLaw) -> Facts:
        counted = count_ballots(paper, box, law.ballots)
        # The case gives the ballots and nothing else: as many were issued as came back.
        held = Round.of(
            RoundKind.MAIN,
            present=given.get("present", counted.collected),
            issued=given.get("issued", counted.collected),
            counted=counted,
        )
        result = tally(Contest(given["contest"]), [held], law, roll=roll, seats=given["seats"])
        facts: dict[str, Any] = {
            "collected": counted.collected,
            "valid": counted.valid,
            "invalid": counted.invalid,
            "invalid_reasons": {
                fault.value: count for fault, count in counted.invalid_reasons.items()
            },
            "base": result.base.size,
            "need": result.base.need,
            "elected": list(result.elected),
            "outcome": result.outcome.value,
            "unfilled": result.unfilled,
        }
        last = _round_facts(result.rounds[-1])
        also: dict[str, Any] = {**last, **last.also, "decision": result.decision.value}
        votes = dict(counted.votes)
        if not counted.marks:
            return Facts({**facts, "votes": votes}, **also)
        # With boxes the format may show votes, marks, or both.
        marks = {
            name: {"agree": m.agree, "disagree": m.disagree, "both": m.both, "neither": m.neither}
            for name, m in counted.marks.items()
        }
        return Facts(facts, **also, votes=votes, marks=marks)

    return only_answer(answer(law) for law in both_laws())


def ballot_of(given: Table) -> Ballot:
    """Return one ballot as a case writes it."""
    return Ballot(
        struck=given.get("struck", ()),
        boxes={name: Box(box) for name, box in given.get("boxes", {}).items()},
        added_names=given.get("added_names", ()),
        issued_by_board=given.get("issued_by_board", True),
        signed=given.get("signed", False),
        extra_text=given.get("extra_text", False),
    )


@answers("quorum")
def quorum_case(given: Table, context: Context) -> Facts:
    """Two thirds of those convened, at a delegates' congress also of the sub-organisations."""
    delegates = "sub_organisations" in given
    meeting = Meeting.DELEGATES_CONGRESS if delegates else Meeting.MEMBERS_CONGRESS

    def answer(law: ElectionLaw) -> Facts:
        found = quorum(
            Roll(meeting, given["convened"]),
            law.majority,
            present=given["present"],
            sub_organisations=given.get("sub_organisations"),
            represented=given.get("represented"),
        )
        facts: dict[str, Any] = {"least_present": found.demands[0].least, "quorum": found.met}
        if delegates:
            facts["least_represented"] = found.demands[1].least
        return Facts(facts)

    return only_answer(answer(law) for law in both_laws())
