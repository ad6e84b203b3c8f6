"""Every row of the handbook is law here, or it is said why not; the page says what is so."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import Any, get_args, get_type_hints

import attrs
import pytest

from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures.box import PROCEDURES
from tests.surroundings.law import FOLDER, PAGE, ROOT, accounts, books, page, rows, unaccounted

FOUND = accounts(books())
WHY: dict[str, str] = tomllib.loads((FOLDER / "why_not.toml").read_text(encoding="utf-8"))[
    "why_not"
]
_TEST = re.compile(r"(\S+\.py)::(\w+)")


def test_every_row_is_encoded_or_explained() -> None:
    """No row has neither a rule, nor a reading that decides it, nor a reason why none does."""
    assert unaccounted(FOUND) == ()
    assert len(FOUND) > 450


def test_most_rows_are_encoded() -> None:
    """An explanation is the exception: it stands for few rows, rules for most."""
    encoded = [each for each in FOUND if each.rules]
    explained = [each for each in FOUND if not (each.rules or each.readings)]
    assert len(encoded) > 400
    assert len(explained) < 40


def test_duties_are_accounted_for_as_rules_are() -> None:
    """Every duty encodes rows of the handbook, and stands on the page beside those of its days."""
    known = {each.row.id for each in FOUND}
    duties = [duty for book in books() for duty in book.duties]
    assert len(duties) > 60
    assert all(duty.encodes and known.issuperset(duty.encodes) for duty in duties)
    on_the_page = {name for each in FOUND for name in each.rules}
    assert {duty.id for duty in duties if duty.book == "vn-2020"} <= on_the_page


@pytest.mark.parametrize("key", sorted(WHY))
def test_a_reason_is_given_for_a_row_that_needs_one(key: str) -> None:
    """`why_not` names a row of the handbook, and none that is encoded after all."""
    found = [each for each in FOUND if key in {each.row.key, each.row.id}]
    assert found, "no such row"
    assert all(not (each.rules or each.readings) for each in found), "it is encoded"


@pytest.mark.parametrize("key", sorted(WHY))
def test_a_reason_is_told_in_both_languages_and_its_tests_exist(key: str) -> None:
    """Vietnamese, then English; a test that it names is there."""
    vietnamese, _, english = WHY[key].partition("; ")
    assert vietnamese
    assert english
    for path, name in _TEST.findall(WHY[key]):
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8")


def test_the_page_is_written_from_the_rules() -> None:
    """`python -m tests.surroundings.law` writes it; a rule that is changed changes the page."""
    assert PAGE.read_text(encoding="utf-8") == page(FOUND)


def test_a_lost_rule_leaves_a_row_behind() -> None:
    """Without the books every row that no reason explains is unaccounted for."""
    bare = unaccounted(accounts(()))
    assert set(bare) == {row.key for row in rows()} - {
        each.row.key for each in FOUND if each.why_not
    }
    assert len(bare) > 400


def test_a_local_figure_is_encoded_by_a_local_book_alone() -> None:
    """A rule of the Centre does not stand for the row of a province (trap TR26)."""
    local = [each for each in FOUND if "Hà Tĩnh" in each.row.key]
    assert len(local) > 1
    for each in local:
        assert {rule.partition("/")[0] for rule in each.rules} == {"ha-tinh-2025"}
        assert not each.readings


def test_the_scheme_draws_no_vote() -> None:
    """3-I2: voting the number, the list and the ballots is drawn in the contest, not here."""
    votes = {"vote_number", "adopt_list", "issue_ballots", "count_ballots", "ratify"}
    assert not votes & set(s.personnel_scheme.kinds)
    assert len(votes & set(e.election_contest.kinds)) > 1


def test_days_not_known_stay_empty() -> None:
    """6-I6: no field of a day, in any event or subject, has another default than none."""
    seen = 0
    for procedure in PROCEDURES:
        kinds: list[Any] = [procedure.subject, *procedure.kinds.values()]
        for kind in kinds:
            hints = get_type_hints(kind)
            for field in attrs.fields(kind):
                hint = hints[field.name]
                if date in {hint, *get_args(hint)} and field.name != "on":
                    assert field.default is None, f"{kind.__name__}.{field.name}"
                    seen += 1
    assert seen > 20
