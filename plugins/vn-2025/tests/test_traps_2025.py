"""The handbook's traps about the texts of 2024 and 2025, each failed by the naive reading."""

from __future__ import annotations

from datetime import date
from typing import Any

from congress_flow import Case, Level
from congress_flow.procedures import announcement as a
from congress_flow.procedures import congress as k
from congress_flow_vn_2020.instruments import INSTRUMENTS as OLDER
from congress_flow_vn_2025.instruments import (
    HD05_2026,
    HD27_2024,
    INSTRUMENTS,
    QD232_2025,
    QD294_2025,
)
from congress_flow_vn_2025.provinces import OPTIONAL_BOOKS
from congress_flow_vn_2025.rules import book
from tests.cases import stand
from tests.law_2025 import judge, weigh

APRIL, JUNE = date(2025, 4, 21), date(2025, 6, 20)


def congress(*limits: k.LocalLimit) -> Case[Any]:
    """Return a grassroots congress, ready, whose plan holds the limits of its superiors."""
    plan = k.AdoptPlan(on=date(2024, 12, 2), limits=limits)
    subject = k.Congress(unit="dang-bo", level=Level.GRASSROOTS)
    return stand(k.congress, subject, k.READY, plan, on=date(2024, 12, 2))


def test_tr26_a_local_plan_binds_its_own_unit_and_no_other() -> None:
    """On 20 June the centre's 30 June is not over, a plan of the superior for 15 June is."""
    local = k.LocalLimit(day=date(2025, 6, 15), document="12-KH/ĐU", before=False)
    opening = k.Open(on=JUNE)
    name = "vn-2025/opened_in_time"
    bound = [f for f in judge(congress(local), opening).findings if f.rule == name]
    assert [f.figures["about"] for f in bound] == ["12-KH/ĐU"]
    free = judge(congress(), opening)
    assert name in free.consulted
    assert name not in {f.rule for f in free.findings}
    # A looser plan frees nobody: the earliest of all limits binds.
    loose = k.LocalLimit(day=date(2025, 7, 31), document="13-KH/ĐU", before=False)
    late = judge(congress(loose), k.Open(on=date(2025, 6, 30)))
    assert name in {f.rule for f in late.findings}


def test_tr26_the_45_days_of_one_province_stand_in_no_national_rule() -> None:
    """Nor does any other local figure: the national book cites no instrument of a province."""
    national = {rule.citations[0].instrument.level for rule in book.rules}
    assert national == {Level.CENTRE}
    cited = {c.instrument.id for rule in book.rules for c in rule.citations}
    assert not cited & {"HT-KH-2024", "HDG-DUK-2024", "NA-TT09-2024", "NA-TT13-2025"}
    local = {
        name
        for each in OPTIONAL_BOOKS.values()
        for rule in each.rules
        for name in rule.encodes
        if name == "approval.before_opening"
    }
    assert local == {"approval.before_opening"}


def test_tr28_by_effect_and_not_by_signature() -> None:
    """From 26 May, when 294-QĐ/TW was signed, through 30 June 2025 the rules of January hold."""
    assert QD294_2025.issued_on == date(2025, 5, 26)
    assert QD294_2025.in_force.since == date(2025, 7, 1)
    assert date(2025, 6, 30) in QD232_2025.in_force
    case = stand(a.announcement, a.Announcement(congress="x"), a.NOT_ANNOUNCED)
    for day, held in ((date(2025, 5, 26), "232"), (date(2025, 6, 30), "232"), (APRIL, "232")):
        verdict = judge(case, a.AnnounceOpening(on=day, opening=date(2025, 9, 30)))
        asked = {name for name in verdict.consulted if "announced_ahead" in name}
        assert asked == {f"vn-2025/announced_ahead_{held}"}
    early = {r.id for r in book.rules if r.citations[0].instrument == QD294_2025}
    assert early
    assert all(
        rule.in_force.since is not None and rule.in_force.since >= date(2025, 7, 1)
        for rule in book.rules
        if rule.id in early
    )


def test_tr29_numbers_and_years_that_are_easily_mistaken() -> None:
    """27-HD/BTCTW is of 2024, 05-HD/VPTW of 2026, and a 31-HD/BTCTW of 2025 does not exist here."""
    assert HD27_2024.issued_on == date(2024, 8, 26)
    assert HD05_2026.issued_on == date(2026, 5, 27)
    known = (*OLDER, *INSTRUMENTS)
    assert not [x for x in known if x.number == "31-HD/BTCTW"]
    assert not [x for x in known if x.number == "27-HD/BTCTW" and x.issued.startswith("2025")]
    cited = {c.instrument for rule in book.rules for c in rule.citations}
    assert HD27_2024 in cited
    numbers = {instrument.number for instrument in cited}
    assert "31-HD/BTCTW" not in numbers


def test_the_two_directives_35_are_two_texts() -> None:
    """TR1: one number, two days. A plan of 2024 on the directive of 2019 rests on nothing."""
    case = stand(k.congress, k.Congress(unit="x", level=Level.GRASSROOTS), k.NOT_STARTED)

    def plan(issued: date) -> k.AdoptPlan:
        paper = k.Paper(id="ct", type="directive", number="35-CT/TW", issued=issued)
        return k.AdoptPlan(on=date(2024, 9, 2), bases=(paper,))

    good, bad = plan(date(2024, 6, 14)), plan(date(2019, 5, 30))
    weigh("congress_directive_2024", case, good, bad, figures={"about": "35-CT/TW 2024-06-14"})
