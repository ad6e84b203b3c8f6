"""Registers: series per issuer and type within a term, one common series of a congress."""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow import InForce
from congress_flow.numbering import (
    Entry,
    Number,
    RegisterFault,
    check_register,
    committee_term,
)

TERM = InForce.through(date(2015, 6, 1), date(2020, 5, 28))


def entry(text: str, name: str, day: date, *, void: bool = False) -> Entry:
    value, rest = text.split("-", 1)
    symbol, issuers = rest.split("/")
    number = Number(int(value), symbol, issuers.split("-"))
    return Entry(number=number, type_name=name, issued=day, void=void)


def plan(value: int, day: date, *, void: bool = False) -> Entry:
    return entry(f"{value}-KH/ĐU", "kế hoạch", day, void=void)


def faults(*lines: Entry, complete: bool = True) -> list[RegisterFault]:
    return [each.fault for each in check_register(lines, term=TERM, complete=complete)]


def test_clean_register() -> None:
    """Numbers that rise with their days, two on one day among them, are in order."""
    lines = [plan(2, date(2019, 11, 28)), plan(1, date(2019, 11, 28)), plan(3, date(2020, 3, 12))]
    assert faults(*lines) == []


def test_duplicate_names_both_lines() -> None:
    """A number given twice in a series is found, with both lines."""
    one, other = plan(1, date(2019, 1, 2)), plan(1, date(2019, 5, 2))
    (finding,) = check_register([one, other], term=TERM, complete=True)
    assert (finding.fault, finding.entries) == (RegisterFault.DUPLICATE, (one, other))
    assert finding.series == ("ĐU", "kế hoạch")


def test_a_later_number_has_no_earlier_day() -> None:
    """Numbers rise with the days."""
    assert faults(plan(1, date(2019, 5, 2)), plan(2, date(2019, 5, 1))) == [
        RegisterFault.DATE_FALLS
    ]


def test_gaps_only_in_a_complete_register() -> None:
    """A missing number is a gap, the first ones included, unless it is recorded void."""
    lines = [plan(2, date(2019, 1, 2)), plan(5, date(2019, 5, 2))]
    (finding,) = check_register(lines, term=TERM, complete=True)
    assert (finding.fault, finding.missing) == (RegisterFault.GAP, (1, 3, 4))
    assert faults(*lines, complete=False) == []
    voided = [plan(value, date(2019, 2, 1), void=True) for value in (1, 3, 4)]
    assert faults(*lines, *voided) == []


def test_void_numbers_keep_no_order() -> None:
    """A void line fills its place and is otherwise left out of account."""
    lines = [plan(1, date(2019, 5, 2)), plan(2, date(2019, 1, 1), void=True)]
    assert faults(*lines) == []


def test_outside_the_term() -> None:
    """A document of another term is in the wrong register."""
    assert faults(plan(1, date(2020, 5, 29))) == [RegisterFault.OUTSIDE_TERM]


def test_name_and_symbol_agree() -> None:
    """A line whose type name the symbol does not stand for is found."""
    assert faults(entry("1-KH/ĐU", "chỉ thị", date(2019, 1, 2))) == [
        RegisterFault.TYPE_NAME_MISMATCH
    ]


def test_joint_documents_count_with_the_lead() -> None:
    """A joint document has its number in the series of the agency named first."""
    joint = entry("2-QC/BTCTU-BDVTU", "quy chế", date(2019, 3, 1))
    own = entry("1-QC/BTCTU", "quy chế", date(2019, 2, 1))
    assert joint.series == own.series
    assert faults(own, joint) == []


@pytest.mark.parametrize(
    ("first_meeting", "next_closed", "term"),
    [
        (None, None, InForce(date(2020, 5, 29))),
        (date(2020, 5, 28), None, InForce(date(2020, 5, 28))),
        (date(2020, 6, 1), None, InForce(date(2020, 5, 29))),
        (None, date(2025, 6, 10), InForce.through(date(2020, 5, 29), date(2025, 6, 10))),
    ],
)
def test_term_of_a_committee(
    first_meeting: date | None, next_closed: date | None, term: InForce
) -> None:
    """The term begins the day after the congress, or with a first meeting held during it."""
    found = committee_term(date(2020, 5, 28), first_meeting=first_meeting, next_closed=next_closed)
    assert found == term


def test_faults_have_words() -> None:
    """Each fault of a register is said in both languages."""
    assert all(fault.term.vi and fault.term.en for fault in RegisterFault)
