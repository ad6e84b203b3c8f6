"""Worked cases of lists: `verdict`, `pairs`, `entry`, `list_cap`, and the table of surpluses."""

from __future__ import annotations

from typing import Any

import attrs

from congress_flow import percent
from congress_flow.reckoning import (
    Contest,
    ElectionLaw,
    ListLaw,
    band_of,
    cap_of,
    entry,
    list_cap,
    most_of,
    printed_as,
    recommended,
    surplus_of,
)
from tests.oracles.laws import both_laws, law_of, recited
from tests.oracles.registry import Context, Facts, Table, answers, only_answer

# One extra person for three to five seats: the answer of a province, not of the centre.
_SMALL = (3, 4, 5)


def printed(part: int, of: int) -> dict[str, str]:
    """Return a percentage as the cases print it."""
    return {
        "truncated": percent(part, of, "en"),
        "rounded": percent(part, of, "en", rounded=True),
    }


def _with_small(law: ListLaw, given: Table) -> ListLaw:
    sizes = _SMALL if given.get("small_committee_rule", False) else ()
    return attrs.evolve(law, one_extra_for=recited(law.one_extra_for, sizes))


@answers("verdict")
def verdict_case(given: Table, context: Context) -> Facts:
    """Cap, presence, band and verdict of one list."""
    contest = Contest(given["contest"])

    def answer(law: ElectionLaw) -> Facts:
        required = frozenset({contest} if given["surplus_mandatory"] else ())
        lists = attrs.evolve(
            _with_small(law.lists, given), required=recited(law.lists.required, required)
        )
        found = surplus_of(contest, seats=given["seats"], candidates=given["candidates"], law=lists)
        facts: dict[str, Any] = {
            "surplus": found.surplus,
            "cap": found.cap.value,
            "presence": found.presence.value,
            "band": found.band.value,
            "band_possible": found.band_possible,
            "verdict": found.verdict.value,
        }
        if found.surplus >= 0:
            facts["percent"] = {
                "truncated": found.percent("en"),
                "rounded": found.percent("en", rounded=True),
            }
        return Facts(facts)

    return only_answer(answer(law) for law in both_laws())


@answers("surplus_row")
def surplus_row(given: Table, context: Context) -> Facts:
    """One row of the table: what is possible for a number of seats."""
    seats = given["seats"]

    def answer(law: ElectionLaw) -> Facts:
        small = _with_small(law.lists, {"small_committee_rule": True})
        cap, most, aim = cap_of(seats, small), most_of(seats, small), recommended(seats, small)
        band = band_of(seats, small)
        facts: dict[str, Any] = {
            "seats": seats,
            "cap": cap,
            "band": list(band),
            "band_candidates": [seats + each for each in band],
        }
        if most > cap:
            facts["small_committee_cap"] = most
        if aim:
            facts |= {
                "recommended": aim,
                "recommended_candidates": seats + aim,
                "most_candidates": seats + most,
                "percent": percent(aim, seats, "en"),
                "percent_rounded": percent(aim, seats, "en", rounded=True),
            }
        return Facts(facts)

    return only_answer(answer(law) for law in both_laws())


@answers("pairs")
def pairs_case(given: Table, context: Context) -> Facts:
    """Which seats and candidates print as a percentage."""
    pairs = printed_as(given["percent"], given["seats_up_to"])
    return Facts({"seats_candidates": [list(pair) for pair in pairs]})


@answers("entry")
def entry_case(given: Table, context: Context) -> Facts:
    """Whether an outsider has support enough."""
    law = law_of(given["regulation"]).lists
    found = entry(given["support"], given["attending"], law)
    facts: dict[str, Any] = {
        "admitted": found.admitted,
        "percent": printed(given["support"], given["attending"]),
    }
    if found.demands:
        facts["least_support"] = found.least
    return Facts(facts)


@answers("list_cap")
def list_cap_case(given: Table, context: Context) -> Facts:
    """The election list, cut to the cap."""
    found = list_cap(
        given["outsiders"],
        _with_small(law_of(given["regulation"]).lists, given),
        seats=given["seats"],
        prepared=given["prepared"],
        attending=given.get("attending"),
    )
    facts: dict[str, Any] = {
        "cap": found.cap,
        "longest_list": found.longest_list,
        "before_poll": found.before_poll,
        "poll_needed_for_cap": found.poll_needed_for_cap,
        "room": found.room,
        "enter": list(found.enter),
        "final_list": found.final_list,
        "percent": {
            "truncated": found.percent("en"),
            "rounded": found.percent("en", rounded=True),
        },
    }
    if found.tie:
        facts["tied_at_cut"] = {"names": list(found.tie.names), "places": found.tie.places}
    return Facts(facts)
