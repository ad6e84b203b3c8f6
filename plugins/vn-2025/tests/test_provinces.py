"""Books of provinces: what they tighten, whom they bind; nobody is bound unasked (TR26)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from congress_flow import Case, FindingKind, Level, Shelf, load
from congress_flow.errors import UsageError
from congress_flow.procedures import AgeCategory, Nominee, Sex, TrackKind
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.procedures import personnel_run as r
from congress_flow.procedures import personnel_scheme as s
from congress_flow.procedures import personnel_track as t
from congress_flow_vn_2025.handbook_readings import READINGS
from congress_flow_vn_2025.provinces import OPTIONAL_BOOKS
from congress_flow_vn_2025.provinces.ha_tinh import book as ha_tinh
from congress_flow_vn_2025.provinces.hai_duong import book as hai_duong
from congress_flow_vn_2025.provinces.nghe_an import book as nghe_an
from congress_flow_vn_2025.provinces.thai_nguyen import book as thai_nguyen
from tests.cases import stand
from tests.law_2025 import changed, engine, judge, weigh

CAUTION = FindingKind.CAUTION
PLANNED = date(2024, 12, 2)
OPENING = date(2025, 6, 16)


def congress(level: Level, stage: Any, **facts: Any) -> Case[Any]:
    """Return a congress of a level, standing at a stage."""
    subject = k.Congress(unit="dang-bo", level=level, planned_opening=OPENING, **facts)
    return stand(k.congress, subject, stage, id="dai-hoi", on=PLANNED)


def test_no_province_binds_unasked() -> None:
    """TR26: a local figure is no national rule. The plugin shelves none of these books."""
    assert set(OPTIONAL_BOOKS) == {
        "ha-tinh-2025",
        "hai-duong-2025",
        "nghe-an-2025",
        "thai-nguyen-2025",
    }
    loaded = load()
    assert {book.id for book in loaded.optional} == set(OPTIONAL_BOOKS)
    shelved = {book.id for book in loaded.shelf.books}
    assert "vn-2025" in shelved
    assert not shelved & set(OPTIONAL_BOOKS)
    late = k.Approve(on=date(2025, 5, 26))
    content = judge(congress(Level.GRASSROOTS, k.PACKAGE_SUBMITTED), late)
    assert "vn-2025/package_approved_ahead" not in {f.rule for f in content.findings}


def test_a_provincial_book_says_nothing_alone() -> None:
    """It tightens the national book: without that it cannot stand, and it guards no step."""
    for book in OPTIONAL_BOOKS.values():
        assert book.tightens == ("vn-2025",)
        assert book.level is Level.PROVINCE
        with pytest.raises(UsageError, match="tightens vn-2025"):
            Shelf([book], [READINGS])


def test_all_provinces_stand_on_one_shelf() -> None:
    """They need one value of readings, that of the national book."""
    judging = engine(*OPTIONAL_BOOKS.values())
    assert len(judging.shelf.books) == 6


def test_ha_tinh_approves_45_working_days_ahead() -> None:
    """TR26: where the province asks 45 working days, they bind; the 44th is too late."""
    case = congress(Level.GRASSROOTS, k.PACKAGE_SUBMITTED)
    # Back from 16 June: ten days in June, twenty from 5 to 30 May, then 28 and 29 April, Saturday
    # the 26th (worked for 2 May), the weeks of the 21st and the 14th, 11 and 10 April.
    good, bad = k.Approve(on=date(2025, 4, 10)), k.Approve(on=date(2025, 4, 11))
    rule = "package_approved_45_days_ahead"
    found = weigh(rule, case, good, bad, province=ha_tinh, figures={"limit": "2025-04-10"})
    assert found.citations[0].instrument.id == "HT-KH-2024"
    subject = s.Scheme(run="qt", level=Level.GRASSROOTS, planned_opening=OPENING)
    scheme = stand(s.personnel_scheme, subject, s.APPRAISING, on=PLANNED)
    acts = s.Approve(on=good.on), s.Approve(on=bad.on)
    weigh("scheme_approved_45_days_ahead", scheme, *acts, province=ha_tinh)


@pytest.mark.parametrize(
    ("level", "good", "bad"),
    [
        (Level.GRASSROOTS, date(2025, 6, 29), date(2025, 6, 30)),
        (Level.UPPER_GRASSROOTS, date(2025, 8, 24), date(2025, 8, 25)),
        (Level.PROVINCE, date(2025, 10, 30), date(2025, 10, 31)),
    ],
)
def test_ha_tinh_has_windows_of_its_own(level: Level, good: date, bad: date) -> None:
    """Stricter than the centre: the province is done before 31 October, not on it (TR26)."""
    ready = congress(level, k.READY)
    weigh("opened_in_local_window", ready, k.Open(on=good), k.Open(on=bad), province=ha_tinh)
    notice = stand(a.announcement, a.Announcement(congress="dai-hoi"), a.NOT_ANNOUNCED)
    on = date(2025, 3, 3)
    first, second = (a.AnnounceOpening(on=on, opening=day) for day in (good, bad))
    rule = "announced_in_local_window"
    weigh(rule, notice, first, second, beside=[ready], province=ha_tinh)
    alone = engine(ha_tinh).judge(notice, second)
    assert f"ha-tinh-2025/{rule}" not in {f.rule for f in alone.findings}


def cell() -> Case[Any]:
    """Return a cell's congress that may be held."""
    return stand(c.cell_congress, c.CellCongress(cell="cb1"), c.READY, on=PLANNED)


def test_cells_have_days_of_their_own() -> None:
    """Hà Tĩnh before 28 February and a day; Hải Dương from January to March and half a day."""
    acts = c.Hold(on=date(2025, 2, 27)), c.Hold(on=date(2025, 2, 28))
    weigh("cell_held_in_local_window", cell(), *acts, province=ha_tinh)
    later = c.Hold(on=date(2025, 3, 31)), c.Hold(on=date(2025, 4, 1))
    weigh("cell_held_in_local_window", cell(), *later, province=hai_duong)
    on = date(2025, 2, 3)
    for book, most in ((ha_tinh, Fraction(1)), (hai_duong, Fraction(1, 2))):
        long = c.Hold(on=on, days=most + Fraction(1, 2))
        weigh("cell_length", cell(), c.Hold(on=on, days=most), long, province=book, kind=CAUTION)


def test_a_section_of_hai_duong_has_one_day() -> None:
    """And of levels without a local length nothing is asked."""
    closing = congress(Level.SECTION, k.QUORATE)
    on = date(2025, 3, 3)
    one, two = (k.Close(on=on, days=Fraction(n)) for n in (1, 2))
    weigh("local_length", closing, one, two, province=hai_duong, kind=CAUTION)
    verdict = engine(hai_duong).judge(congress(Level.PROVINCE, k.QUORATE), two)
    assert "hai-duong-2025/local_length" not in {f.rule for f in verdict.findings}


@pytest.mark.parametrize(
    ("kind", "sex", "good", "bad"),
    [
        (TrackKind.FIRST_TIME, Sex.MALE, 1959, 1958),
        (TrackKind.REELECTION, Sex.MALE, 1957, 1956),
        (TrackKind.FIRST_TIME, Sex.FEMALE, 1964, 1963),
        (TrackKind.REELECTION, Sex.FEMALE, 1962, 1961),
    ],
)
def test_ages_of_unsalaried_secretaries(kind: TrackKind, sex: Sex, good: int, bad: int) -> None:
    """65 and 60, 67 and 62, in full years: nobody else is measured by them."""
    subject = t.Track(run="qt", kind=kind, level=Level.GRASSROOTS)
    case = stand(t.personnel_track, subject, t.STEP1, on=PLANNED)
    person = Nominee(id="an", name="An", sex=sex, category=AgeCategory.UNSALARIED_CELL_SECRETARY)

    def listed(**facts: Any) -> t.ApproveList:
        return t.ApproveList(on=date(2025, 3, 3), persons=(changed(person, **facts),))

    rule, old = "village_secretary_ages", listed(born=date(bad, 1, 1))
    weigh(rule, case, listed(born=date(good, 6, 1)), old, province=hai_duong, kind=CAUTION)
    others = listed(born=None, category=AgeCategory.GENERAL)
    weigh(rule, case, others, listed(sex=None), province=hai_duong, kind=CAUTION)
    weigh(rule, case, others, listed(born=None), province=hai_duong, kind=CAUTION)


@pytest.mark.parametrize(
    ("level", "merged", "most"),
    [
        (Level.COMMUNE, 1, 27),
        (Level.COMMUNE, 2, 27),
        (Level.COMMUNE, 3, 33),
        (Level.PROVINCE, 1, 69),
    ],
)
def test_nghe_an_bounds_the_committees(level: Level, merged: int, most: int) -> None:
    """27, 33 where three units or more were merged, 69 in the province; 9 to 11 stand."""
    subject = r.Run(level=level, merged=merged)
    run = stand(r.personnel_run, subject, r.DIRECTION_DRAFTED, on=PLANNED)
    on = date(2025, 5, 5)
    good = r.AdoptDirection(on=on, seats=most, standing_seats=11)
    bad = changed(good, seats=most + 1, standing_seats=8)
    weigh("local_committee_size", run, good, bad, province=nghe_an, figures={"limit": most})
    verdict = engine(nghe_an).judge(run, bad)
    objected = "nghe-an-2025/local_standing_size" in {f.rule for f in verdict.findings}
    assert objected is (level is Level.COMMUNE)


def test_nghe_an_says_nothing_of_other_levels() -> None:
    """A grassroots organisation has no bound there."""
    run = stand(r.personnel_run, r.Run(level=Level.GRASSROOTS), r.DIRECTION_DRAFTED, on=PLANNED)
    verdict = engine(nghe_an).judge(run, r.AdoptDirection(on=date(2025, 5, 5), seats=50))
    assert not [f for f in verdict.findings if f.rule.startswith("nghe-an-2025/")]


@pytest.mark.parametrize("seats", [3, 4, 5])
def test_thai_nguyen_allows_one_extra_on_small_committees(seats: int) -> None:
    """Three to five seats: one extra. With six nothing of the kind is asked."""
    run = stand(r.personnel_run, r.Run(level=Level.GRASSROOTS), r.TRACK_F_COMPLETED, on=PLANNED)
    on = date(2025, 4, 1)

    def scheme(seats: int, extra: int) -> r.AssembleScheme:
        people = tuple(Nominee(id=f"p{n}", name="x") for n in range(seats + extra))
        return r.AssembleScheme(on=on, seats=seats, candidates=people)

    weigh("small_committee", run, scheme(seats, 1), scheme(seats, 2), province=thai_nguyen)
    weigh("small_committee", run, scheme(6, 2), scheme(seats, 2), province=thai_nguyen)


def test_thai_nguyen_answers_on_ties_and_shortage() -> None:
    """The head chooses; no vacancy is accepted while the procedure can go on: cautions."""
    subject = t.Track(run="qt", kind=TrackKind.FIRST_TIME, level=Level.GRASSROOTS, wanted=3)
    case = stand(t.personnel_track, subject, t.STEP3, on=PLANNED)
    on = date(2025, 4, 1)
    tied = t.SettleTie(on=on, tied=("an", "ba"), chosen=("an",), settler=t.Settler.HEAD)
    other = changed(tied, settler=t.Settler.STANDING_COMMITTEE)
    weigh("head_settles", case, tied, other, province=thai_nguyen, kind=CAUTION)
    none, one = (t.AcceptVacancies(on=on, vacancies=n) for n in (0, 1))
    weigh("goes_on_until_surplus", case, none, one, province=thai_nguyen, kind=CAUTION)
    above = t.Track(run="qt", kind=TrackKind.FIRST_TIME, level=Level.COMMUNE, wanted=3)
    commune = stand(t.personnel_track, above, t.STEP3, on=PLANNED)
    for act in (other, one):
        verdict = engine(thai_nguyen).judge(commune, act)
        assert not [f for f in verdict.findings if f.rule.startswith("thai-nguyen")]
