"""The instruments until 2024: identities, spans, grades, and the choice by the day of the act."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from congress_flow import Confidence, Instrument, Level
from congress_flow.numbering import Registry, Status, read
from congress_flow_vn_2020 import instruments as national
from congress_flow_vn_2020 import local_instruments as local
from congress_flow_vn_2020 import relations, state_law

ALL = (*national.INSTRUMENTS, *local.INSTRUMENTS, *state_law.INSTRUMENTS)
REGISTRY = Registry(ALL, relations.RELATIONS)
# Numbers that were not recorded in full, or that are no Party numbers.
UNREADABLE = {
    "BLLD-2012",
    "BLLD-2019",
    "DL-2011",
    "HANDBOOK",
    "HD60-2020",
    "ND135-2020",
    "ND138-2020",
}


def test_names_are_the_handbooks_ids() -> None:
    """Each instrument stands under its id, and the lists are complete and without doubles."""
    for module in (national, local):
        named = {
            name: value for name, value in vars(module).items() if isinstance(value, Instrument)
        }
        assert {name: each.id.replace("-", "_") for name, each in named.items()} == {
            name: name for name in named
        }
        assert set(named.values()) == set(module.INSTRUMENTS)
    assert (len(national.INSTRUMENTS), len(local.INSTRUMENTS)) == (48, 6)
    assert len({each.id for each in ALL}) == len({each.key for each in ALL}) == len(ALL)
    assert set(national.__all__) >= {each.id.replace("-", "_") for each in national.INSTRUMENTS}


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.id)
def test_numbers_are_in_printed_form(each: Instrument) -> None:
    """Each number is read as printed; the few that are none are known by name."""
    reading = read(each.number)
    assert (reading.status is Status.OK) is (each.id not in UNREADABLE)


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.id)
def test_none_holds_before_it_was_made(each: Instrument) -> None:
    """A span begins on the day of issue or later, and each instrument has a title."""
    assert each.in_force.since is not None
    assert each.in_force.since >= each.earliest
    assert each.title is not None


def test_no_day_between_what_replaces_and_what_is_replaced() -> None:
    """The older text ends on the day before the newer one begins."""
    pairs = [(old, new) for new in ALL for old in new.replaces]
    assert len(pairs) >= 9
    for old, new in pairs:
        assert old.in_force.until == new.in_force.since, (old, new)


def test_everything_here_is_older_than_the_next_directive() -> None:
    """Nothing dated on or after 14 June 2024 stands in this plugin."""
    assert all(each.earliest < date(2024, 6, 14) for each in ALL)


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        (date(2014, 6, 8), {"QC220-2009", "HD32-2009", "CT36-2014"}),
        (date(2014, 6, 9), {"QC244-2014", "CT36-2014"}),
        (date(2019, 5, 29), {"QC244-2014", "HD04-2014", "CT36-2014", "QD29-2016"}),
        (date(2019, 5, 30), {"QC244-2014", "HD04-2014", "CT35-2019", "QD29-2016"}),
        (date(2020, 3, 19), {"QC244-2014", "HD04-2014", "CT35-2019", "QD29-2016"}),
        (date(2020, 3, 20), {"QC244-2014", "HD03-2020", "CT35-2019", "QD29-2016"}),
        (date(2021, 7, 30), {"QC244-2014", "HD03-2020", "CT35-2019", "QD24-2021"}),
        (date(2024, 6, 14), {"QC244-2014", "HD03-2020", "QD24-2021"}),
        (date(2024, 10, 10), {"QD24-2021"}),
        (date(2025, 1, 20), set[str]()),
    ],
)
def test_selectors(day: date, ids: set[str]) -> None:
    """Regulation, guidance, directive and Charter rules are chosen by the day of the act."""
    chosen = {
        "QC77-2000 QC220-2009 QC244-2014 HD32-2009 HD04-2014 HD03-2020 CT36-2014 CT35-2019",
        "QD29-2016 QD24-2021",
    }
    selected = {name for names in chosen for name in names.split()}
    assert {each.id for each in REGISTRY.in_force_on(day)} & selected == ids


def test_what_governs_the_congress_of_the_seed() -> None:
    """On 28/5/2020 the national instruments of the handbook's list hold, not their forerunners."""
    governing = (
        "CT35-2019 HD26-2019 QC244-2014 HD03-2020 QD29-2016 HD01-2016 QD126-2018 QD105-2017 "
        "HD07-2019 QD66-2017 HD36-2018 HD62-2020 CV11977-2020"
    )
    found = {each.id for each in REGISTRY.in_force_on(date(2020, 5, 28))}
    assert set(governing.split()) <= found
    assert not found & {"HD04-2014", "CT36-2014", "HD26-2014", "QD24-2021", "QD22-2021"}


def test_confidence_is_the_lowest_of_the_row() -> None:
    """Where parts were read differently well, the instrument has the grade of the worst part."""
    assert national.DL_2011.confidence is Confidence.ASSUMED
    assert national.CT35_2019.confidence is Confidence.REPORTED
    assert national.QD205_2019.confidence is Confidence.ASSUMED
    assert national.QD223_2020.confidence is Confidence.UNKNOWN
    assert national.HD03_2020.confidence is Confidence.VERIFIED


def test_handbook_hides_no_rule() -> None:
    """The stand-in for lines without a text holds since 2011, without an end."""
    handbook = national.HANDBOOK
    assert (handbook.id, handbook.type, handbook.level) == ("HANDBOOK", "handbook", Level.CENTRE)
    assert date(2011, 1, 1) in handbook.in_force
    assert date(2099, 1, 1) in handbook.in_force
    assert date(2011, 1, 1) - timedelta(days=1) not in handbook.in_force


def test_local_instruments_are_below_the_centre() -> None:
    """No local instrument stands as high as the centre."""
    assert all(each.level.rank < Level.CENTRE.rank for each in local.INSTRUMENTS)
