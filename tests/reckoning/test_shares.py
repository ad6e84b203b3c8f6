"""Shares and age brackets beyond the worked cases: other readings, ages not known."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import Cited, Confidence, Level
from congress_flow.errors import UsageError
from congress_flow.reckoning import Share, ShareKind, ShareRounding, brackets_of, share_of
from congress_flow_vn_2020.personnel_law import SHARES, age_law, share_rounding
from tests.oracles.laws import Readings

WOMEN = SHARES[ShareKind.WOMEN].on(date(2020, 5, 28))
DAY = date(2020, 5, 28)


def women(count: int | None, total: int, rounding: ShareRounding = ShareRounding.UP) -> Share:
    assert WOMEN is not None
    return share_of(
        ShareKind.WOMEN,
        count,
        total,
        target=WOMEN,
        rounding=share_rounding(Readings(share_rounding=rounding)),
    )


@given(st.integers(1, 200), st.integers(0, 200))
def test_the_least_number_is_where_the_exact_share_is_reached(total: int, count: int) -> None:
    """Rounding up and comparing exact fractions are one reading."""
    count = min(count, total)
    assert women(count, total).met is (Fraction(count, total) >= Fraction(15, 100))


@pytest.mark.parametrize(
    ("total", "up", "nearest"), [(11, 2, 2), (8, 2, 1), (10, 2, 2), (20, 3, 3), (3, 1, 0)]
)
def test_the_rounding_of_shares_is_a_reading(total: int, up: int, nearest: int) -> None:
    """15 % of eight is 1.2: two from 15 % up, one as the nearest number."""
    assert women(0, total).least == up
    assert women(0, total, ShareRounding.NEAREST).least == nearest


def test_an_unknown_count_is_neither_met_nor_missed() -> None:
    """Where nobody counted, the share is open, and says so."""
    found = women(None, 11)
    assert found.met is None
    assert found.short_by is None
    assert found.demand.missing
    assert found.percent() == ""
    assert found.text.vi == "tỷ lệ nữ: chưa rõ/11"
    assert found.figures["percent"] == ""


def test_a_share_explains_itself() -> None:
    """Figures, words and place of a share; the grade is that of its weakest part."""
    found = women(1, 11)
    assert found.figures == {
        "share": "women",
        "count": 1,
        "total": 11,
        "percent": "9,09",
        "least": 2,
        "met": False,
    }
    assert found.text.vi == "tỷ lệ nữ: 1/11 (9,09 %), phấn đấu từ 2 người trở lên"
    assert found.text.en == "women: 1 of 11 (9.09 %), the target is at least 2"
    assert found.demand.met is False
    assert found.confidence is Confidence.UNKNOWN
    assert len(found.citations) == 2


@pytest.mark.parametrize(
    ("kind", "grade_2014", "grade_2019"),
    [
        (ShareKind.WOMEN, Confidence.REPORTED, Confidence.ASSUMED),
        (ShareKind.YOUNG, Confidence.REPORTED, Confidence.REPORTED),
        (ShareKind.RENEWAL, Confidence.REPORTED, Confidence.ASSUMED),
    ],
)
def test_targets_are_those_of_the_day(
    kind: ShareKind, grade_2014: Confidence, grade_2019: Confidence
) -> None:
    """The same share rests on another directive from 30 May 2019 on, read less well."""
    before = SHARES[kind].on(date(2019, 5, 29))
    after = SHARES[kind].on(date(2019, 5, 30))
    assert before is not None
    assert after is not None
    assert before.value == after.value
    assert (before.citation.confidence, after.citation.confidence) == (grade_2014, grade_2019)


def test_what_is_no_share_is_refused() -> None:
    """A share of nobody, or of more than all, is the caller's mistake."""
    with pytest.raises(UsageError, match="total must be a whole number from 1"):
        women(0, 0)
    with pytest.raises(UsageError, match="12 is more than the 11 there are"):
        women(12, 11)


BORN: dict[str, date | None] = {
    "An": date(1962, 11, 3),
    "Bình": date(1970, 5, 28),
    "Châu": date(1985, 3, 3),
}


def test_an_age_that_is_not_known_is_in_no_bracket() -> None:
    """The unknown are named; a bracket they might fill is not called empty."""
    law = age_law(Level.PROVINCE, Readings())
    known = brackets_of(BORN, DAY, law)
    assert known.counts == (1, 1, 1)
    assert known.three_present is True
    assert known.youth.met is True
    open_ = brackets_of({**BORN, "Châu": None}, DAY, law)
    assert open_.unknown == ("Châu",)
    assert open_.three_present is None
    assert open_.youth.met is None
    assert open_.text.vi.endswith("chưa rõ tuổi: Châu")
    empty = brackets_of({"An": BORN["An"], "Châu": None}, DAY, law)
    assert empty.three_present is False


def test_brackets_explain_themselves() -> None:
    """Figures, words and places of the brackets."""
    found = brackets_of(BORN, DAY, age_law(Level.PROVINCE, Readings()))
    assert found.figures == {
        "as_of": "2020-05-28",
        "under": 1,
        "middle": 1,
        "over": 1,
        "three_present": True,
        "unknown": [],
    }
    assert found.text.vi == "dưới 40 tuổi: 1; từ 40 đến 50 tuổi: 1; trên 50 tuổi: 1"
    assert found.text.en == "under 40: 1; 40 to 50: 1; over 50: 1"
    assert found.percents("vi", rounded=True) == ("33,33", "33,33", "33,33")
    assert found.confidence is Confidence.UNKNOWN


@pytest.mark.parametrize(
    ("level", "line", "grade"),
    [
        (Level.PROVINCE, 40, Confidence.REPORTED),
        (Level.GRASSROOTS, 35, Confidence.UNKNOWN),
        (Level.COMMUNE, 35, Confidence.UNKNOWN),
    ],
)
def test_the_line_of_youth_is_a_choice_below_the_province(
    level: Level, line: int, grade: Confidence
) -> None:
    """Provinces and districts: under forty; at the grassroots the province sets its own line."""
    law = age_law(level, Readings(youth_age_line=35))
    assert law.young_under.value == line
    assert law.young_under.citation.confidence is grade
    assert law.middle.citation.confidence is grade


def test_what_has_no_age_is_refused() -> None:
    """Nobody, and a birth after the day, are the caller's mistake."""
    law = age_law(Level.PROVINCE, Readings())
    with pytest.raises(UsageError, match="age brackets of nobody"):
        brackets_of({}, DAY, law)
    with pytest.raises(UsageError, match="An is born on 2021-01-01"):
        brackets_of({"An": date(2021, 1, 1)}, DAY, law)


def test_a_leap_day_birth_is_full_on_the_first_of_march() -> None:
    """Born on 29 February 1980, a person is not forty-one before 1 March 2021."""
    law = age_law(Level.PROVINCE, Readings())
    born = {"A": date(1980, 2, 29)}
    assert brackets_of(born, date(2021, 2, 28), law).full_years == {"A": 40}
    assert brackets_of(born, date(2021, 3, 1), law).full_years == {"A": 41}


def test_a_share_may_have_another_target() -> None:
    """The target is cited data: a province may set its own."""
    assert WOMEN is not None
    target = Cited(Fraction(1, 4), WOMEN.citation)
    found = share_of(ShareKind.SCIENCE, 2, 11, target=target, rounding=share_rounding(Readings()))
    assert (found.least, found.short_by) == (3, 1)
