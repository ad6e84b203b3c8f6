"""What an office of this term installs: this plugin, and the national book of 2020 beside it."""

from __future__ import annotations

import sys
from datetime import date
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import attrs
import pytest

from congress_flow import Engine, PluginState, hookimpl, load
from congress_flow.dossier import deadlines, read, review
from congress_flow.procedures.preparation import Readiness
from congress_flow_thai_binh_2020.readings import READINGS as OF_THAI_BINH
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2025.handbook_readings import READINGS, READINGS_2020
from tests.planted.planting import moments

FILE = Path(__file__).parents[3] / "docs" / "examples" / "phuong-mau-2025.toml"


def test_no_plugin_of_the_term_before_is_needed() -> None:
    """With the two national books the example is reviewed, and is ready; nothing is withheld."""
    loaded = load(names=("vn-2020", "vn-2025"))
    used = {each.name for each in loaded.reports if each.state is PluginState.USED}
    assert used == {"vn-2020", "vn-2025"}
    assert not loaded.shelf.withheld
    dossier, engine = read(FILE, loaded.procedures), Engine(loaded.shelf)
    assert review(dossier, engine, date(2025, 6, 12)).readiness is Readiness.READY
    assert not deadlines(dossier, engine).schedule.overdue


def test_every_choice_for_the_acts_before_is_made_and_explained() -> None:
    """As for this term, each with its reason, but for what the handbook has of 2020 alone."""
    names = {field.name for field in attrs.fields(Readings2020)} - {"because"}
    assert set(READINGS_2020.because) == names
    assert READINGS_2020.appeal_cutoff is None
    for name in names - {"appeal_cutoff", "one_extra_on_three"}:
        assert getattr(READINGS_2020, name) == getattr(READINGS, name)
        assert READINGS_2020.because[name] == READINGS.because[name]


def test_who_has_readings_of_the_term_before_keeps_them() -> None:
    """An office that has gone through 2020 has its own choices for the acts of then."""
    loaded = load(names=("vn-2020", "thai-binh-2020", "vn-2025"))
    assert loaded.shelf.readings["vn-2020"] is OF_THAI_BINH
    assert loaded.shelf.readings["vn-2025"] is READINGS
    alone = load(names=("vn-2020", "vn-2025"))
    assert alone.shelf.readings["vn-2020"] is READINGS_2020


SO_MAU = FILE.with_name("so-mau-2020.toml")


@pytest.mark.parametrize(
    ("file", "removed", "until"),
    [
        (SO_MAU, "thai-binh-2020", date(2020, 12, 31)),
        (SO_MAU, "vn-2020", date(2020, 12, 31)),
        (FILE, "vn-2025", date(2025, 12, 31)),
        (FILE, "vn-2020", date(2025, 12, 31)),
    ],
    ids=("province-2020", "nation-2020", "nation-2025", "before-2025"),
)
def test_no_gate_opens_when_a_plugin_is_removed(file: Path, removed: str, until: date) -> None:
    """Of the acts of a term, none is allowed when a plugin on which it rests is not there.

    What stays neither chooses for the province of 2020 nor judges 2025 by the law of 2020.
    """
    names = {"vn-2020", "thai-binh-2020", "vn-2025"}
    whole = load(names=names)
    acts = tuple(moments(read(file, whole.procedures), Engine(whole.shelf), until))
    assert len(acts) > 400
    for left in (names - {removed}, {"vn-2020", "vn-2025"} - {removed}):
        part = Engine(load(names=left).shelf)
        assert not [act.path for act in acts if part.judge(act.case, act.event, act.beside).allowed]


def test_an_office_gives_readings_of_its_own_beside_this_plugin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A plugin of one hook is enough: the handbook's choices stand back."""
    here = attrs.evolve(READINGS, reelection_under_ct35=30)
    module = ModuleType("my_province")

    def congress_flow_readings() -> tuple[object, ...]:
        return (here,)

    vars(module)["congress_flow_readings"] = hookimpl(congress_flow_readings)
    monkeypatch.setitem(sys.modules, "my_province", module)
    points = [
        EntryPoint("vn-2020", "congress_flow_vn_2020.plugin", "congress_flow"),
        EntryPoint("vn-2025", "congress_flow_vn_2025.plugin", "congress_flow"),
        EntryPoint("my-province", "my_province", "congress_flow"),
    ]
    loaded = load(found=points)
    assert not loaded.shelf.withheld
    assert loaded.shelf.readings["vn-2025"] is here
    assert loaded.shelf.readings["vn-2020"] is READINGS_2020
