"""From 14 June 2024 on: every step is guarded, by the law of its day, and by one book at a time."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any, Final

import pytest

from congress_flow import Engine, Severity, Shelf, Step
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures.box import PROCEDURES
from congress_flow_thai_binh_2020.readings import READINGS as READINGS_2020
from congress_flow_vn_2020._book import TERM_2020
from congress_flow_vn_2020.instruments import CT35_2019, HD26_2019, QC244_2014
from congress_flow_vn_2020.rules import book as older_book
from congress_flow_vn_2025._book import OLDER, TERM_2025
from congress_flow_vn_2025.carried_rest import ONLY_2020
from congress_flow_vn_2025.handbook_readings import READINGS
from congress_flow_vn_2025.rules import book
from tests.cases import stand

SHELF: Final = Shelf([older_book, book], [READINGS_2020, READINGS])
STEPS: Final[tuple[Step[Any, Any], ...]] = tuple(s for p in PROCEDURES for s in p.steps)
# The days on which the law of the term changes, and the day before each.
CHANGES: Final = (
    date(2024, 6, 14),
    date(2024, 10, 10),
    date(2024, 11, 18),
    date(2024, 12, 31),
    date(2025, 1, 20),
    date(2025, 4, 14),
    date(2025, 5, 30),
    date(2025, 6, 6),
    date(2025, 7, 1),
    date(2025, 10, 8),
    date(2026, 1, 9),
    date(2026, 5, 27),
)
DAYS: Final = tuple(
    sorted({*CHANGES, *(d - timedelta(days=1) for d in CHANGES[1:]), date(2025, 6, 15)})
)
# A step that the law does not know before that day: the appointment after a third ballot.
UNKNOWN_UNTIL: Final = {"election_contest:E28": date(2025, 7, 1)}
# Two rules that speak of different levels, or of different sides of one gate.
SHARED_SUBJECTS: Final = {"announced_in_window", "opened_in_window", "G1", "G12"}
# Other figures, or other texts to name: rules of their own with the subjects of these.
REPLACED: Final = {
    "age_bands",
    "age_months",
    "announced_in_window",
    "basis_in_force",
    "candidacy_papers",
    "congress_directive",
    "gate_directive",
    "opened_in_window",
    "share_renewal",
    "share_renewal_elected",
    "share_women",
    "share_women_elected",
    "share_youth",
    "share_youth_elected",
}
# The handbook has these for the term 2020 alone: no row of a later term follows them.
NOT_CARRIED: Final = {
    "committee_change": "committee.size.change",
    "committee_reduction": "committee.size.change",
    "committee_merged_size": "committee.size.merged_max",
    "delegates_within_ceiling": "delegates.ceiling",
    "delegates_within_range": "delegates.ceiling",
    "kind_by_members": "congress.type_line",
    "opinions_summary_in_time": "report.opinions_summary",
    "summary_as_asked": "documents.md 3 OS1-OS4, OS9",
}


@pytest.mark.parametrize("day", DAYS)
def test_every_step_is_guarded(day: date) -> None:
    """A rule that refuses stands before every step; a step the law does not know is refused."""
    guarded = 0
    for step in STEPS:
        guard = SHELF.guard(step, day)
        if day < UNKNOWN_UNTIL.get(step.name, day):
            assert not guard.guarded, step.name
            continue
        assert guard.guarded, step.name
        severities = {placed.rule.severity for placed in guard.placed}
        assert Severity.BLOCKS in severities, step.name
        guarded += 1
    assert guarded >= len(STEPS) - len(UNKNOWN_UNTIL)


@pytest.mark.parametrize("day", DAYS)
def test_nothing_is_asked_twice(day: date) -> None:
    """No two rules on a step have one subject: a rule and its successor never hold together."""
    asked = 0
    for step in STEPS:
        rules = [placed.rule for placed in SHELF.guard(step, day).placed]
        subjects = Counter(rule.subject for rule in rules)
        twice = {subject for subject, count in subjects.items() if count > 1}
        assert twice <= SHARED_SUBJECTS, step.name
        asked += len(rules)
    assert asked > 600


@pytest.mark.parametrize("day", DAYS)
def test_no_choice_made_for_2020_has_an_effect(day: date) -> None:
    """What looks at readings is asked by those of the new term, from its first day on."""
    asked = Counter[str]()
    for step in STEPS:
        for placed in SHELF.guard(step, day).placed:
            asked[placed.id.partition("/")[0]] += 1
            if placed.in_context:
                assert placed.readings is READINGS, placed.id
    assert asked["vn-2025"] > asked["vn-2020"] > 0


def test_the_day_before_is_that_of_the_older_book() -> None:
    """On 13 June 2024 no rule of the new book holds, on the next day none of the directive."""
    last = TERM_2020.until
    assert last is not None
    assert last == TERM_2025.since
    assert {r.id.partition("/")[0] for r in SHELF.rules(last - timedelta(days=1))} == {"vn-2020"}
    gone = {CT35_2019, HD26_2019}
    assert not [r.id for r in SHELF.rules(last) if r.citations[0].instrument in gone]


def test_every_rule_of_2020_holds_on_or_is_said_to_end() -> None:
    """A rule that ended is carried over, or replaced under its subject, or its row has no other."""
    carried = {rule.function.__code__ for rule in book.rules}
    subjects = {rule.subject for rule in book.rules}
    ended = {
        name: rule
        for name, rule in OLDER.items()
        if rule.in_force.until in {TERM_2020.until, QC244_2014.in_force.until}
        and rule.function.__code__ not in carried
    }
    assert {name for name, rule in ended.items() if rule.subject in subjects} == REPLACED
    assert set(ended) - REPLACED == {*NOT_CARRIED, *ONLY_2020}
    for name, row in NOT_CARRIED.items():
        assert row in OLDER[name].encodes, name


def test_carried_rules_ask_what_the_older_ones_asked() -> None:
    """Same demand, steps, title and subject; another text, and no earlier than this term."""
    older_by_code = {rule.function.__code__: rule for rule in older_book.rules}
    carried = 0
    for rule in book.rules:
        older = older_by_code.get(rule.function.__code__)
        if older is None or rule.title != older.title:
            continue
        assert rule.steps == older.steps, rule.id
        assert rule.subject == older.subject, rule.id
        assert rule.in_force.since is not None
        assert TERM_2025.since is not None
        assert rule.in_force.since >= TERM_2025.since
        carried += 1
    assert carried > 400


def test_without_the_book_of_2025_the_steps_are_refused() -> None:
    """Taking the book away opens no gate: most steps of the term are unguarded then."""
    alone = Shelf([older_book], [READINGS_2020])
    day = date(2025, 6, 15)
    closed = [step.name for step in STEPS if not alone.guard(step, day).guarded]
    assert len(closed) > 100
    # What goes on guarding does so by texts that outlived the term.
    assert {name.partition(":")[0] for name in closed} >= {
        "personnel_run",
        "personnel_track",
        "personnel_scheme",
        "election_contest",
        "congress",
        "preparation",
    }


def test_an_act_before_both_terms_finds_no_rule() -> None:
    """The term 2015–2020 lies outside both books: on a day of 2015 no step is guarded."""
    assert not [step.name for step in STEPS if SHELF.guard(step, date(2015, 5, 5)).guarded]
    assert not SHELF.rules(date(2019, 5, 29))


@pytest.mark.parametrize(
    ("sunday", "subject"),
    [
        (date(2020, 5, 3), c.CellCongress(cell="cb1", official_members=8)),
        (date(2025, 6, 15), c.CellCongress(cell="cb1", official_members=8)),
    ],
)
def test_a_sunday_is_a_day_like_any_other(sunday: date, subject: c.CellCongress) -> None:
    """`calendar.weekend_acts`: what is found of a congress held then is found on the Monday too."""
    case = stand(c.cell_congress, subject, c.READY)
    held = (c.Hold(on=sunday, present=8), c.Hold(on=sunday + timedelta(days=1), present=8))
    first, second = (Engine(SHELF).judge(case, each) for each in held)
    assert sunday.weekday() == 6
    assert first.consulted == second.consulted
    assert {f.rule for f in first.findings} == {f.rule for f in second.findings}
    assert "vn-2020/cell_min_members" in first.consulted


def test_nothing_is_asked_of_an_outsider_before_the_regulation_of_2024() -> None:
    """`list.outsider_support` is new on 10 October 2024: no rule of that subject holds before."""
    asked = [rule for b in (older_book, book) for rule in b.rules if "support" in rule.subject]
    assert {rule.subject for rule in asked} == {"outsiders_supported"}
    assert [rule.in_force.since for rule in asked] == [date(2024, 10, 10)]
