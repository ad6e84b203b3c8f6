"""A table and a recorded act that tell one fact differently: it never goes unnoticed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from congress_flow import Engine, FindingKind, Shelf, load
from congress_flow.dossier import Review, parse, review, whatif
from congress_flow.procedures.preparation import Readiness
from congress_flow_thai_binh_2020.readings import READINGS as OF_2020
from congress_flow_vn_2020.rules import book as before
from congress_flow_vn_2025.handbook_readings import READINGS
from congress_flow_vn_2025.rules import book as of_centre
from tests.dossier.law import small_engine
from tests.dossier.made import bare, made
from tests.dossier.test_phuong_mau import PATH, TEXT
from tests.dossier.test_review import act

RULE: Final = "engine/told_otherwise"
OPENING: Final = date(2025, 6, 12)
AFTER: Final = date(2027, 1, 1)
Otherwise = Callable[..., Review]


@pytest.fixture(scope="module")
def otherwise() -> Otherwise:
    """Review the ward's dossier with a few words of it replaced, by the law of its day."""
    engine = Engine(Shelf([before, of_centre], [OF_2020, READINGS]))

    def reviewed(old: str, new: str, day: date | None = None) -> Review:
        assert old in TEXT
        return review(parse(TEXT.replace(old, new, 1).encode(), ()), engine, day)

    return reviewed


def cautions(found: Review) -> list[dict[str, Any]]:
    """Return the figures of every caution on a fact that is told twice."""
    raised = [each.finding for each in found.remarks if each.finding.rule == RULE]
    assert all(each.kind is FindingKind.CAUTION for each in raised)
    return [dict(each.figures) for each in raised]


def test_what_agrees_raises_nothing(otherwise: Otherwise) -> None:
    """The dossier as it is tells each fact alike wherever it stands: READY, and no such caution."""
    found = otherwise("", "")
    assert found.readiness is Readiness.READY
    assert cautions(found) == []
    assert cautions(otherwise("", "", AFTER)) == []


@pytest.mark.parametrize(
    ("old", "new", "path", "told", "kind", "recorded"),
    [
        (
            "\nopened = 2025-06-12",
            "\nopened = 2025-07-02",
            "congress.opened",
            "2025-07-02",
            "on",
            "2025-06-12",
        ),
        (
            "\nclosed = 2025-06-12",
            "\nclosed = 2025-07-02",
            "congress.closed",
            "2025-07-02",
            "on",
            "2025-06-12",
        ),
        ("length_days = 1", "length_days = 2", "congress.length_days", 2, "days", 1),
        ("convened = 66", "convened = 67", "congress.convened", 67, "roll.official", 66),
        ("attended = 60", "attended = 40", "congress.attended", 40, "present", 60),
        (
            'readiness = "ready"',
            'readiness = "basically ready"',
            "congress.readiness",
            "BASICALLY_READY",
            "grade",
            "READY",
        ),
        ('women = "5/11"', 'women = "1/11"', "personnel.women", "1/11", "candidates", "5/11"),
        ('renewal = "5/11"', 'renewal = "6/11"', "personnel.renewal", "6/11", "candidates", "5/11"),
        (
            "date = 2025-02-19",
            "date = 2025-02-20",
            "contest[0].date",
            "2025-02-20",
            "on",
            "2025-02-19",
        ),
        (
            "date = 2025-02-19",
            "date = 2025-02-18",
            "contest[0].date",
            "2025-02-18",
            "on",
            "2025-02-19",
        ),
        ("support = 19", "support = 20", "candidate[12].support", 20, "support.loc", 19),
        (
            "congress = 2025-02-19",
            "congress = 2025-02-18",
            "cell[0].congress",
            "2025-02-18",
            "on",
            "2025-02-19",
        ),
    ],
)
def test_a_table_against_an_act(  # noqa: PLR0917 - a row of the table above
    otherwise: Otherwise, old: str, new: str, path: str, told: Any, kind: str, recorded: Any
) -> None:
    """Each is one caution that names both places and both figures, and READY no longer stands."""
    found = otherwise(old, new)
    assert found.readiness is Readiness.BASICALLY_READY
    (figures,) = cautions(found)
    place = figures.pop("act")
    assert place.startswith("act[")
    assert place.endswith(f"].{kind}")
    assert figures == {"path": path, "told": told, "recorded": recorded}
    (remark,) = [each for each in found.remarks if each.finding.rule == RULE]
    for words in (remark.finding.text.vi, remark.finding.text.en):
        assert path in words
        assert place in words


def test_said_in_both_languages(otherwise: Otherwise) -> None:
    """A reader is told both days as they are written in the reader's language."""
    found = otherwise("\nopened = 2025-06-12", "\nopened = 2025-07-02")
    (remark,) = [each for each in found.remarks if each.finding.rule == RULE]
    assert "ghi 02/07/2025" in remark.finding.text.vi
    assert "ghi 12/06/2025" in remark.finding.text.vi
    assert "tells 2025-07-02" in remark.finding.text.en


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("candidates = 11\nsurplus", "candidates = 12\nsurplus", "personnel.candidates"),
        ("seats = 10\ncandidates", "seats = 9\ncandidates", "personnel.seats"),
    ],
)
def test_beside_what_rules_find(otherwise: Otherwise, old: str, new: str, path: str) -> None:
    """Where rules refuse acts because of such a figure, the caution tells what is behind it."""
    found = otherwise(old, new)
    assert found.readiness is Readiness.NOT_READY
    assert path in [each["path"] for each in cautions(found)]


def test_only_acts_that_were_done_by_then(otherwise: Otherwise) -> None:
    """Before the congress nobody knows of another opening; what is planned stands alone."""
    changed = ("\nopened = 2025-06-12", "\nopened = 2025-07-02")
    assert cautions(otherwise(*changed, date(2025, 6, 11))) == []
    assert len(cautions(otherwise(*changed, AFTER))) == 1


def test_what_if_shows_it() -> None:
    """Asked what if the table told another day, the answer is that something differs."""
    loaded = load()
    found = whatif(PATH, loaded, facts=["congress.opened=2025-07-02"])
    assert found.differences


def told_twice(**tables: Any) -> list[dict[str, Any]]:
    """Return what a small dossier tells twice and differently."""
    return cautions(review(made(bare(**tables)), small_engine(), AFTER))


LETTER: Final = date(2020, 3, 2)


def letter(**facts: Any) -> Any:
    """Return the act by which a letter came in."""
    return {**act("don-1", "receive", LETTER, **facts), "by": "receiving_body"}


def test_letters_lists_and_counts() -> None:
    """Any fact that a row would tell an act is compared: a letter, a list, a count of a round."""
    contest = {
        "id": "bau",
        "post": "committee",
        "meeting": "members_congress",
        "prepared": ["a", "b"],
        "list": ["a", "b"],
        "round": [{"kind": "main", "count": {"present": 9, "issued": 9}, "votes": {"a": 5}}],
    }
    found = told_twice(
        complaint=[{"id": "don-1", "signers": 2}],
        person=[{"id": "a"}, {"id": "b"}],
        contest=[contest],
        act=[
            letter(signers=3),
            act("bau", "present_prepared_list", LETTER, names=["b", "a"]),
            act("bau", "adopt_list", LETTER, names=["a"]),
            act("bau", "issue_ballots", LETTER, present=9, issued=8),
            act("bau", "count", LETTER, votes={}),
        ],
    )
    assert [(each["path"], each["told"], each["recorded"]) for each in found] == [
        ("complaint[0].signers", 2, 3),
        ("contest[0].list", ["a", "b"], ["a"]),
        ("contest[0].round", 9, 8),
        ("contest[0].round", 5, 0),
    ]


def test_opinions_are_compared_one_by_one() -> None:
    """Of opinions that row and act both tell, what became of one is compared by its id."""
    paper = {"id": "bao-cao", "type": "political report", "number": "none"}
    told = {"id": "yk-1", "document": "bao-cao", "received": LETTER, "outcome": "adopted"}
    own = [{"id": "yk-1", "outcome": "open"}]
    found = told_twice(
        document=[paper],
        opinion=[told],
        act=[
            act("bao-cao", "close_consultation", LETTER, opinions=own),
            act("bao-cao", "issue", LETTER, number="1-BC/ĐU"),
        ],
    )
    assert [(each["act"], each["told"], each["recorded"]) for each in found] == [
        ("act[0].opinions.yk-1.outcome", "adopted", "open")
    ]


def test_number_and_day_of_a_document() -> None:
    """A paper has one number and one day; without a number yet, its row contradicts nothing."""
    row = {"id": "bao-cao", "type": "political report", "number": "2-BC/ĐU", "date": LETTER}
    issued = act("bao-cao", "issue", date(2020, 3, 3), number="1-BC/ĐU")
    found = told_twice(document=[row], act=[issued])
    assert [(each["path"], each["told"], each["recorded"]) for each in found] == [
        ("document[0].number", "2-BC/ĐU", "1-BC/ĐU"),
        ("document[0].date", "2020-03-02", "2020-03-03"),
    ]


def test_what_is_not_known_contradicts_nothing() -> None:
    """A list without sexes and earlier posts has no shares; figures that are no share are left."""
    found = told_twice(
        personnel={"women": "1/1", "renewal": "theo quy định", "candidates": 1, "seats": "unknown"},
        person=[{"id": "a", "name": "A"}],
        act=[
            act("personnel_scheme", "assemble_scheme", LETTER, candidates=["a"]),
            act("personnel_run", "assemble_scheme", LETTER, candidates=["a"]),
            act("congress", "close", LETTER),
        ],
        congress={"planned_opening": date(2020, 5, 28), "length_days": 1, "closed": "unknown"},
    )
    assert found == []
    nobody = [act("personnel_scheme", "assemble_scheme", LETTER)]
    assert told_twice(personnel={"candidates": 1}, act=nobody) == []


def test_a_preparatory_session_may_count() -> None:
    """The length of a congress may be told with its preparatory session, or without."""
    closed = [act("congress", "close", LETTER, days=2, preparatory_days=1)]
    for days, raised in ((2, 0), (3, 0), (4, 1)):
        told = {"planned_opening": LETTER, "length_days": days}
        assert len(told_twice(congress=told, act=closed)) == raised


def test_the_examples_agree_with_themselves() -> None:
    """No table of an example tells a fact otherwise than its acts, to the last of them."""
    loaded = load()
    paths = sorted(Path(PATH).parent.glob("*.toml"))
    assert len(paths) >= 3
    for path in paths:
        dossier = parse(path.read_bytes(), loaded.procedures)
        assert cautions(review(dossier, Engine(loaded.shelf), AFTER)) == []
