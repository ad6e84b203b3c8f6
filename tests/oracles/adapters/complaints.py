"""Worked cases of complaints: letters, settlements, and complaints about an election."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs

from congress_flow import CountAnchor, Level
from congress_flow.reckoning import (
    Counting,
    Disposed,
    Disposition,
    ElectionComplaint,
    Letter,
    LetterLaw,
    Matter,
    Settlement,
    dispose,
    grounds_of,
    working_days,
)
from congress_flow_vn_2020 import complaints_law as law_2020
from congress_flow_vn_2025 import complaints_law as law_2025
from tests.oracles.adapters.deadlines import calendars
from tests.oracles.registry import Context, Facts, Table, answers

# A day on which the guidance that a case names was the law.
_UNDER: Final = {
    "07-HD/UBKTTW 2019": date(2020, 5, 1),
    "02-HD/TW 2021": date(2022, 1, 1),
    "08-HD/UBKTTW 2024": date(2025, 4, 1),
}


def _countings(context: Context) -> dict[str, Counting]:
    both = calendars(context.beside("deadlines.toml"))
    return {name: Counting(calendar, CountAnchor.EXCLUDE) for name, calendar in both.items()}


def _law(given: Table) -> LetterLaw:
    day, level = _UNDER[given["guidance"]], Level(given["level"])
    law = law_2020.letter_law(day, level, appeal_cutoff=None)
    if day.year >= 2025:
        as_2020 = working_days(25 if level is Level.GRASSROOTS else 30)
        law = law_2025.letter_law(day, level, freeze=as_2020, lodge_under_qd296=working_days(30))
    # The format dates neither rule: a mixed letter is split and a collective one not settled.
    of_2020, of_2022 = (
        law_2020.letter_law(_UNDER[guidance], level, appeal_cutoff=None)
        for guidance in ("07-HD/UBKTTW 2019", "02-HD/TW 2021")
    )
    return attrs.evolve(law, mixed=of_2022.mixed, grounds=of_2020.grounds)


def _letter(given: Table) -> Letter:
    return Letter(
        matter=Matter(given["kind"]),
        competent=given.get("competent", True),
        settler_concerned=given.get("settler_is_accused", False),
        about_congress=given.get("about_congress", True),
        grounds=grounds_of(
            anonymous=given.get("anonymous", False),
            false_name=given.get("false_name", False),
            no_address=given.get("no_address", False),
            no_concrete_content=given.get("no_concrete_content", False),
            concluded_before=given.get("concluded_before", False),
            new_evidence=given.get("new_evidence", False),
            signers=given.get("signers", 1),
        ),
        received=given.get("received_competent"),
        sent=given.get("sent"),
        decision_received=given.get("decision_received"),
    )


def _denunciation(got: dict[str, Disposed], received: date) -> dict[str, Any]:
    answer = got["holidays"]
    if answer.freeze is None:
        return {}
    facts: dict[str, Any] = {"freeze_days": answer.freeze.limit.value.count}
    both = {name: each.freeze for name, each in got.items() if each.freeze is not None}
    facts["freeze_from"] = {name: freeze.since for name, freeze in both.items()}
    facts["frozen_by_calendar"] = {name: freeze.holds(received) for name, freeze in both.items()}
    if answer.hand_over_to:
        facts["hand_over_to"] = [recipient.value for recipient in answer.hand_over_to]
    return facts


def _appeal(got: dict[str, Disposed]) -> dict[str, Any]:
    answer = got["holidays"]
    facts: dict[str, Any] = {}
    if answer.lodge:
        (by_month, by_days), (month, days) = answer.lodge, answer.lodged
        facts["last_day_month"], facts["in_time_month"] = by_month.day, month
        facts["last_day_30_working_days"] = by_days.day
        facts["in_time_30_working_days"] = days
        facts["discipline_in_force_meanwhile"] = answer.stays_in_force
    cutoffs = {name: each.cutoff for name, each in got.items() if each.cutoff is not None}
    if cutoffs:
        considered = Disposition.CONSIDERED_BEFORE_CONGRESS
        facts["last_day"] = {name: cutoff.day for name, cutoff in cutoffs.items()}
        facts["considered_by_calendar"] = {
            name: got[name].disposition is considered for name in cutoffs
        }
    return facts


@answers("complaint")
def complaint_case(given: Table, context: Context) -> Facts:
    if given["kind"] == "settlement":
        return _settlement(given, context)
    if given["kind"] == "election_complaint":
        return _election_complaint(given, context)
    letter = _letter(given)
    got = {
        name: dispose(letter, _law(given), opening=given.get("opening"), counting=counting)
        for name, counting in _countings(context).items()
    }
    answer = got["holidays"]
    facts: dict[str, Any] = {"disposition": answer.disposition.value}
    if answer.grounds:
        facts["reasons"] = [ground.value for ground in answer.grounds]
    if answer.disposition is Disposition.SPLIT:
        facts |= {"keep": "appeal", "sender_told_to": "denounce_separately"}
    if letter.received is not None:
        facts |= _denunciation(got, letter.received)
    return Facts({**facts, **_appeal(got)})


def _settlement(given: Table, context: Context) -> Facts:
    received, matter = given["received_competent"], Matter(given["matter"])
    # The format knows one time to settle, that of 30-QĐ/TW, on whatever day the letter came.
    law = law_2020.settlement_law(_UNDER["07-HD/UBKTTW 2019"], matter, Level(given["level"]))
    assert law is not None
    countings = _countings(context)
    answer = Settlement(
        received=received,
        concluded=given["concluded"],
        extended_by=given.get("extension_days", 0),
        law=law,
        counting=countings["holidays"],
    )
    both = {name: attrs.evolve(answer, counting=each) for name, each in countings.items()}
    facts: dict[str, Any] = {
        "disposition": answer.disposition(given["concluded"]).value,
        "working_days": law.limit.value.count,
        "due": {name: each.due for name, each in both.items()},
    }
    if answer.extension_allowed is not None:
        facts["extension_allowed"] = answer.extension_allowed
    if answer.due_extended is not None:
        facts["due_extended"] = {name: each.due_extended for name, each in both.items()}
    return Facts(facts)


def _election_complaint(given: Table, context: Context) -> Facts:
    closing = given["closing"]
    law = law_2020.election_complaint_law(
        closing, late_blocks=False
    ) or law_2025.election_complaint_law(closing, late_blocks=False)
    assert law is not None
    both = {
        name: ElectionComplaint(
            closing=closing, received=given["received_competent"], law=law, counting=counting
        )
        for name, counting in _countings(context).items()
    }
    answer = both["holidays"]
    return Facts(
        {
            "disposition": answer.disposition.value,
            "last_day": {name: each.last_day for name, each in both.items()},
            "in_time": answer.in_time,
            "blocks_ratification": answer.blocks_ratification,
        }
    )
