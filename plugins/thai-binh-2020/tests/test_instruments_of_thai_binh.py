"""The plans of Thái Bình: the chain from the directive down, and one plan that amends two."""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow import Confidence, Instrument, Level
from congress_flow.numbering import Registry, Status, check_cascade, read
from congress_flow_thai_binh_2020 import instruments as local
from congress_flow_thai_binh_2020 import relations
from congress_flow_vn_2020.instruments import CT35_2019

REGISTRY = Registry((*local.INSTRUMENTS, CT35_2019), relations.RELATIONS)


@pytest.mark.parametrize("each", local.INSTRUMENTS, ids=lambda each: each.id)
def test_each_is_of_one_piece(each: Instrument) -> None:
    """Id and name agree, the number is in printed form, the span begins on the day of issue."""
    assert getattr(local, each.id.replace("-", "_")) is each
    assert read(each.number).status is Status.OK
    assert each.in_force.since == each.issued_on


def test_the_chain_of_the_seed_holds() -> None:
    """From the directive down each basis is earlier, in force and higher; no finding at all."""
    assert len(local.INSTRUMENTS) == 6
    assert check_cascade(REGISTRY) == ()
    days = [
        (local.TB_KH187_2019.earliest - CT35_2019.earliest).days,
        (local.TB_KH78_2019.earliest - local.TB_KH187_2019.earliest).days,
        (local.TB_KH10_2019.earliest - local.TB_KH78_2019.earliest).days,
        (local.TB_KH12_2020.earliest - local.TB_KH10_2019.earliest).days,
    ]
    assert days == [148, 14, 20, 105]


def test_cells_before_12_march_were_under_the_plan_unamended() -> None:
    """Plan 11 stands alone on 11/3/2020, and with plan 12 from 12/3/2020 on; 10 likewise."""
    for plan in (local.TB_KH10_2019, local.TB_KH11_2019):
        assert REGISTRY.text_on(plan, date(2020, 3, 11)) == (plan,)
        assert REGISTRY.text_on(plan, date(2020, 3, 12)) == (plan, local.TB_KH12_2020)
    # What 12 changes was not told: nothing may be built on its text.
    assert local.TB_KH12_2020.confidence is Confidence.UNKNOWN


def test_who_decided_is_kept_apart_from_the_symbol() -> None:
    """187-KH/TU and 78-KH/ĐUK were decided by standing committees, which no symbol shows."""
    for plan in (local.TB_KH187_2019, local.TB_KH78_2019):
        assert plan.deciding_body is not None
        assert plan.deciding_body.startswith("Ban Thường vụ")
    assert [each.level for each in local.INSTRUMENTS[:3]] == [
        Level.PROVINCE,
        Level.UPPER_GRASSROOTS,
        Level.GRASSROOTS,
    ]
