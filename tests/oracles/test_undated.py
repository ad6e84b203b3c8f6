"""Where the format of the cases dates no rule, an answer hangs on no date."""

from __future__ import annotations

from datetime import date

import pytest

from tests.oracles.registry import CASES, Context, Table, adapter_of, differences

HERE = Context(folder=CASES, document={})


def _differs(kind: str, given: Table, expected: Table) -> list[str]:
    return list(differences(expected, adapter_of(kind)(given, HERE)))


@pytest.mark.parametrize("guidance", ["07-HD/UBKTTW 2019", "02-HD/TW 2021", "08-HD/UBKTTW 2024"])
def test_mixed_and_collective_letters(guidance: str) -> None:
    """Under each guidance a mixed letter is split, and one signed by two is not accepted."""
    letter = {"guidance": guidance, "level": "grassroots", "received_competent": date(2025, 3, 3)}
    split = {"disposition": "split", "keep": "appeal", "sender_told_to": "denounce_separately"}
    assert not _differs("complaint", {**letter, "kind": "mixed"}, split)
    two = {**letter, "kind": "denunciation", "about_congress": False, "signers": 2}
    refused = {"disposition": "not_accepted", "reasons": ["collective"]}
    assert not _differs("complaint", two, refused)


@pytest.mark.parametrize(
    ("received", "due"),
    # Counted by another method: Monday to Friday, without the two days of National Day.
    [(date(2024, 5, 6), date(2024, 9, 11)), (date(2025, 6, 2), date(2025, 10, 8))],
)
def test_a_settlement_of_later_years(received: date, due: date) -> None:
    """Ninety working days are ninety in a year whose own text was not read, too."""
    given = {
        "kind": "settlement",
        "matter": "appeal",
        "level": "grassroots",
        "received_competent": received,
        "concluded": due,
    }
    got = adapter_of("complaint")(given, HERE)
    assert got["due"]["holidays"] == due
    assert got["disposition"] == "in_time"


def test_only_a_woman_may_be_allowed_to_retire_at_sixty() -> None:
    """The exception is for women: it changes nothing for a man, and is no error."""
    man = {
        "sex": "M",
        "track": "first_time",
        "level": "province",
        "term": "2025-2030",
        "woman_allowed_to_retire_at_60": True,
    }
    assert not _differs("cutoff", man, {"born_from": "1968-09"})


def test_no_places_for_alternates() -> None:
    """A case that says there are no places may show that nobody is an alternate."""
    ballots = {"present": 9, "issued": 9, "collected": 9, "valid": 9}
    given = {
        "meeting": "members_congress",
        "contest": "delegates",
        "seats": 1,
        "alternates": 0,
        "roll": {"official": 9},
        "round": [{"kind": "main", "count": ballots, "votes": {"A": 6, "B": 3}}],
    }
    result = {
        "base": 9,
        "need": 5,
        "round": [{"elected": ["A"], "outcome": "full", "unfilled": 0}],
        "elected": ["A"],
        "unfilled": 0,
        "outcome": "full",
        "decision": "none",
    }
    assert not _differs("tally", given, result)
    assert not _differs("tally", given, {**result, "alternates": [], "alternates_unfilled": 0})
