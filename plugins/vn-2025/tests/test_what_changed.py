"""`rules --diff 2020-05-28 2025-06-15`: what the new term asks otherwise, by subject."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from congress_flow import Aspect, ChangeKind, RuleChange, Shelf, rules_between
from congress_flow._changes import figures_of
from congress_flow_vn_2020.rules import book as older_book
from congress_flow_vn_2025.handbook_readings import READINGS, READINGS_2020
from congress_flow_vn_2025.rules import book

SHELF: Final = Shelf([older_book, book], [READINGS_2020, READINGS])
CHANGES: Final = rules_between(SHELF, date(2020, 5, 28), date(2025, 6, 15))


def of(subject: str) -> RuleChange:
    (change,) = [each for each in CHANGES if each.subject == subject]
    return change


@pytest.mark.parametrize(
    ("subject", "before", "after"),
    [
        ("age_months", ("60 tháng", "30 tháng"), ("60 tháng", "48 tháng")),
        ("candidacy_papers", ("5",), ("7",)),
        ("opened_in_window", ("30/6/2020", "31/8/2020", "31/10/2020"), ("30/6/2025", "10/2025")),
        ("appeal_by_cutoff", (), ("25 ngày làm việc", "30 ngày làm việc")),
        ("report_in_time", ("7 ngày làm việc",), ()),
        ("ratified_in_time", ("15 ngày làm việc",), ()),
    ],
)
def test_rules_that_changed_stand_in_pairs_with_both_figures(
    subject: str, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    """The older rule and the newer one under one subject; no figure where a reading gives it."""
    change = of(subject)
    assert change.kind is ChangeKind.CHANGED
    assert Aspect.FIGURES in change.aspects
    told = [
        tuple(figure.vi for rule in rules for figure in figures_of(rule))
        for rules in (change.before, change.after)
    ]
    assert told == [before, after]
    assert {rule.id.partition("/")[0] for rule in change.before} == {"vn-2020"}
    assert {rule.id.partition("/")[0] for rule in change.after} == {"vn-2025"}


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("outsiders_supported", ChangeKind.BEGAN),
        ("share_science", ChangeKind.BEGAN),
        ("no_higher_post", ChangeKind.BEGAN),
        ("kind_by_members", ChangeKind.ENDED),
        ("delegates_within_ceiling", ChangeKind.ENDED),
        ("annulled_for_breach", ChangeKind.RESTED_ANEW),
        ("track_order", ChangeKind.RESTED_ANEW),
    ],
)
def test_what_began_what_ended_what_rests_on_another_text(subject: str, kind: ChangeKind) -> None:
    """Each by its own kind; what is the same by another citation is no change of what is asked."""
    assert of(subject).kind is kind


def test_what_is_asked_at_another_step_stands_in_one_pair() -> None:
    """The poll: if necessary when it is taken, now required before the list is adopted (D2)."""
    poll = of("poll_if_necessary")
    assert (poll.kind, Aspect.STEPS in poll.aspects) == (ChangeKind.CHANGED, True)
    assert [rule.id for rule in poll.before] == ["vn-2020/poll_if_necessary"]
    assert [rule.id for rule in poll.after] == ["vn-2025/poll_required"]


def test_a_rule_carried_over_is_not_told_as_judged_otherwise() -> None:
    """Where the functions are of one code, and nothing else differs, the demand is the same."""
    carried = 0
    for change in CHANGES:
        codes = [
            {rule.function.__code__ for rule in each} for each in (change.before, change.after)
        ]
        if change.before and codes[0] == codes[1]:
            assert Aspect.DEMAND not in change.aspects, change.subject
            carried += 1
    assert carried > 250


def test_what_changed_can_be_read() -> None:
    """The changes proper are few; most of the law goes on, by another text or as it was."""
    kinds = [change.kind for change in CHANGES]
    assert 20 <= kinds.count(ChangeKind.CHANGED) <= 40
    assert kinds.count(ChangeKind.RESTED_ANEW) > 100
    assert kinds.count(ChangeKind.CARRIED) > 100
