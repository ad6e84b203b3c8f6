"""The instruments from 14 June 2024 on: identities, spans, and the choice by the day of the act."""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow import Confidence, Instrument
from congress_flow.numbering import CascadeFault, Registry, Status, check_cascade, read
from congress_flow_vn_2020 import instruments as older
from congress_flow_vn_2020 import local_instruments as older_local
from congress_flow_vn_2020 import relations as older_relations
from congress_flow_vn_2025 import instruments as national
from congress_flow_vn_2025 import local_instruments as local
from congress_flow_vn_2025 import relations

ALL = (*national.INSTRUMENTS, *local.INSTRUMENTS)
REGISTRY = Registry(
    (*older.INSTRUMENTS, *older_local.INSTRUMENTS, *ALL),
    (*older_relations.RELATIONS, *relations.RELATIONS),
)


def test_names_are_the_handbooks_ids() -> None:
    """Each instrument stands under its id; none is known to be of a day before 14 June 2024."""
    for module in (national, local):
        for each in module.INSTRUMENTS:
            assert getattr(module, each.id.replace("-", "_")) is each
    assert (len(national.INSTRUMENTS), len(local.INSTRUMENTS)) == (21, 5)
    days = [each.issued_on for each in ALL if each.issued_on is not None]
    assert min(days) == date(2024, 6, 14)


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.id)
def test_each_is_of_one_piece(each: Instrument) -> None:
    """A number is in printed form unless it was not recorded; a span begins on issue or later."""
    recorded = each.id not in {"HT-KH-2024", "HDG-DUK-2024"}
    assert (read(each.number).status is Status.OK) is recorded
    assert each.in_force.since is not None
    assert each.in_force.since >= each.earliest
    for old in each.replaces:
        assert old.in_force.until == each.in_force.since


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        (date(2024, 6, 13), {"CT35-2019", "QC244-2014", "HD03-2020", "QD24-2021"}),
        (date(2024, 6, 14), {"CT35-2024", "QC244-2014", "HD03-2020", "QD24-2021"}),
        (date(2024, 10, 10), {"CT35-2024", "QC190-2024", "QD24-2021"}),
        (date(2024, 12, 30), {"CT35-2024", "QC190-2024", "QD24-2021"}),
        (date(2024, 12, 31), {"CT35-2024", "QC190-2024", "HD04-2024", "QD24-2021"}),
        (date(2025, 1, 20), {"CT35-2024", "QC190-2024", "HD04-2024", "QD232-2025"}),
        (date(2025, 4, 13), {"CT35-2024", "QC190-2024", "HD04-2024", "QD232-2025"}),
        (date(2025, 4, 14), {"CT45-2025", "QC190-2024", "HD04-2024", "QD232-2025"}),
        (date(2025, 6, 30), {"CT45-2025", "QC190-2024", "HD04-2024", "QD232-2025"}),
        (date(2025, 7, 1), {"CT45-2025", "QC190-2024", "HD04-2024", "QD294-2025"}),
    ],
)
def test_selectors(day: date, ids: set[str]) -> None:
    """One regulation, one directive, one set of Charter rules a day; a gap in the guidance."""
    selected = (
        "QC244-2014 QC190-2024 HD03-2020 HD04-2024 CT35-2019 CT35-2024 CT45-2025 QD24-2021 "
        "QD232-2025 QD294-2025"
    )
    found = {each.id for each in REGISTRY.in_force_on(day)}
    assert found & set(selected.split()) == ids


def test_a_conclusion_amends_and_one_directive_replaces_both() -> None:
    """From 18/1/2025 the directive is read with the conclusion; from 14/4/2025 neither holds."""
    directive, conclusion = national.CT35_2024, national.KL118_2025
    assert REGISTRY.text_on(directive, date(2025, 1, 17)) == (directive,)
    assert REGISTRY.text_on(directive, date(2025, 1, 18)) == (directive, conclusion)
    assert REGISTRY.text_on(directive, date(2025, 4, 14)) == ()
    assert set(national.CT45_2025.replaces) == {directive, conclusion}


def test_what_the_rules_of_2026_abolish() -> None:
    """399-QĐ/TW replaces two regulations and abolishes two letters on the day it begins."""
    eve, day = date(2026, 1, 8), date(2026, 1, 9)
    ended = {"QD66-2017", "QD223-2020", "CV5053-2019", "CV16915-2025"}
    assert ended <= {each.id for each in REGISTRY.in_force_on(eve)}
    assert not ended & {each.id for each in REGISTRY.in_force_on(day)}
    assert {each.target.id for each in REGISTRY.from_(national.QD399_2026)} == ended


def test_all_bases_hold() -> None:
    """No basis is later, ended, lower or circular; only competences within the centre are open."""
    assert {finding.fault for finding in check_cascade(REGISTRY)} == {
        CascadeFault.CHANGED_BY_ANOTHER
    }


def test_texts_not_read_are_graded_unknown() -> None:
    """What is unread of 232, 294 and a letter is not taken for reported."""
    assert {each.id for each in ALL if each.confidence is Confidence.UNKNOWN} == {
        "QD232-2025",
        "QD294-2025",
        "CV16915-2025",
    }
