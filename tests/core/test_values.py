"""The small values: words, sources, spans, parameters, figures, demands."""

from __future__ import annotations

import itertools
import operator
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import event as note
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import (
    ALWAYS,
    HALF,
    TWO_THIRDS,
    Confidence,
    Demand,
    InForce,
    Instrument,
    Level,
    Op,
    Parameter,
    Row,
    Text,
    Worded,
    after,
    at_least,
    at_most,
    before,
    differs,
    equals,
    fails,
    holds,
    less_than,
    more_than,
    more_than_half,
    none_of,
    on_or_after,
    on_or_before,
    one_of,
    percent,
)
from congress_flow import (
    given as is_given,
)
from congress_flow._figures import plain, shown
from congress_flow._text import nfc
from congress_flow.errors import BadInput, DefinitionError, Problem

DAYS = st.dates(date(2010, 1, 1), date(2030, 1, 1))


class Colour(Enum):
    """A named figure."""

    RED = "red"


def paper(**more: Any) -> Instrument:
    facts: dict[str, Any] = {
        "id": "1",
        "type": "directive",
        "number": "35-CT/TW",
        "issued": "2019-05-30",
        "issuer": "Bộ Chính trị",
        "level": Level.CENTRE,
        "confidence": Confidence.REPORTED,
    }
    return Instrument(**{**facts, **more})


def test_text_is_composed_and_whole() -> None:
    """Both languages are needed, and what is kept is in composed form."""
    apart = unicodedata.normalize("NFD", "Đảng ủy")
    assert Text(apart, "x") == Text("Đảng ủy", "x")
    assert nfc(apart) == "Đảng ủy"
    assert Text("a", "b").within("en") == "b"
    for vi, en in (("", "x"), ("x", " "), (None, "x")):
        with pytest.raises(TypeError, match="must hold words"):
            Text(vi, en)  # type: ignore[arg-type]


def test_a_member_without_words_is_no_member() -> None:
    """An enumeration for readers says each of its members in words, or is not made."""

    class Told(Worded):
        HEAD = "head", Text("người đứng đầu", "the head")

    assert (Told("head"), Told.HEAD.value) == (Told.HEAD, "head")
    with pytest.raises(TypeError, match="'head' needs its words"):

        class Bare(Worded):  # pyright: ignore[reportUnusedClass]
            HEAD = "head"


def test_tr1_one_number_is_two_documents() -> None:
    """35-CT/TW of 2019 is not 35-CT/TW of 2024; the id given to it is not part of its identity."""
    again = paper(issued="2024-06-14")
    assert paper() != again
    assert paper() == paper(id="other", title=Text("x", "x"))
    assert len({paper(), again, paper(id="other")}) == 2
    assert paper() != "35-CT/TW"


def test_an_instrument_of_a_year() -> None:
    """Where only the year is recorded there is no day, and it can exist from its first day on."""
    old = paper(issued="2011")
    assert (old.issued_on, old.earliest) == (None, date(2011, 1, 1))
    assert paper().issued_on == paper().earliest == date(2019, 5, 30)
    assert old.at("điều 9").text.vi == "35-CT/TW (2011), điều 9 [theo tin, bài, văn bản dẫn lại]"
    with pytest.raises(ValueError, match="Invalid isoformat"):
        paper(issued="30/5/2019")
    assert repr(old) == "Instrument(35-CT/TW, 2011, Bộ Chính trị)"


def test_the_lowest_grade_wins() -> None:
    """A rule takes the lowest grade of its parts, in the order of the handbook."""
    assert [grade.rank for grade in Confidence] == [0, 1, 2, 3, 4]
    lowest = Confidence.lowest(Confidence.VERIFIED, Confidence.ASSUMED, Confidence.REPORTED)
    assert lowest is Confidence.ASSUMED
    assert all(grade.term.vi for grade in Confidence)
    assert [level.term.en for level in Level if level.rank == 3] == [
        "level directly above grassroots",
        "commune or ward",
    ]


@given(first=DAYS, second=DAYS, third=DAYS, fourth=DAYS, day=DAYS)
def test_spans_are_half_open_and_meet_as_sets(
    first: date, second: date, third: date, fourth: date, day: date
) -> None:
    """A day lies in the common span exactly if it lies in both."""
    one = InForce(min(first, second), None if first == second else max(first, second))
    two = InForce(None if third == fourth else min(third, fourth), max(third, fourth))
    both = one & two
    note(f"in both: {day in one and day in two}")
    assert (both is not None and day in both) == (day in one and day in two)


def test_spans_print_their_last_day() -> None:
    """A span is kept half-open, read and printed with both days; an empty one is refused."""
    span = InForce.through(date(2020, 1, 1), date(2020, 1, 31))
    assert str(span) == "2020-01-01 – 2020-01-31"
    assert str(ALWAYS) == "… – …"
    assert InForce.through(None, None) == ALWAYS
    with pytest.raises(ValueError, match="begin before it ends"):
        InForce(date(2020, 1, 1), date(2020, 1, 1))
    for moment in (datetime(2020, 1, 1, tzinfo=UTC), "2020-01-01"):
        limit: Any = moment
        with pytest.raises(TypeError, match="limited by days"):
            InForce(limit)
        with pytest.raises(TypeError, match="limited by days"):
            InForce(None, limit)


def test_a_parameter_is_asked_as_of_a_day() -> None:
    """The row of the day and level answers with its citation; elsewhere there is none."""
    early, late = InForce(None, date(2020, 1, 1)), InForce(date(2020, 1, 1))
    cites = paper().at("1")
    table = Parameter(
        "p",
        (
            Row(value=1, cites=cites, levels=frozenset({Level.CELL}), in_force=early),
            Row(value=2, cites=cites, levels=frozenset({Level.PROVINCE}), in_force=early),
            Row(value=3, cites=cites, in_force=late),
        ),
    )
    found = table.on(date(2019, 12, 31), Level.CELL)
    assert found is not None
    assert (found.value, found.citation) == (1, cites)
    assert table.on(date(2019, 12, 31), Level.CENTRE) is None
    later = table.on(date(2020, 1, 1), Level.CENTRE)
    assert later is not None
    assert later.value == 3
    assert len(table.citations_on(early)) == 2
    with pytest.raises(DefinitionError, match="no row on any day"):
        Parameter("q", (Row(value=3, cites=cites, in_force=late),)).citations_on(early)


def test_a_parameter_does_not_contradict_itself() -> None:
    """Two rows on one level and day, or no row at all, are errors at the definition."""
    cites = paper().at("1")
    with pytest.raises(DefinitionError, match="overlap"):
        Parameter("p", (Row(value=1, cites=cites), Row(value=2, cites=cites)))
    with pytest.raises(DefinitionError, match="has no row"):
        Parameter[int]("p", ())


def test_percentages_are_truncated() -> None:
    """5/35 prints as 14,28, as in the Party's own example; 2/11 prints alike either way."""
    assert percent(5, 35) == "14,28"
    assert percent(5, 35, rounded=True) == "14,29"
    assert percent(2, 11) == percent(2, 11, rounded=True) == "18,18"
    assert percent(-1, 3, "en") == "-33.33"
    assert percent(-2, 3, "en", rounded=True) == "-66.67"


def test_figures_print_for_readers_and_for_programs() -> None:
    """Each kind of figure in both languages, and as JSON holds it."""
    table: list[tuple[Any, str, str, Any]] = [
        (None, "chưa rõ", "unknown", None),
        (True, "có", "yes", True),
        (False, "không", "no", False),
        (7, "7", "7", 7),
        (Fraction(2, 11), "2/11", "2/11", "2/11"),
        (date(2020, 5, 28), "28/05/2020", "2020-05-28", "2020-05-28"),
        (Colour.RED, "red", "red", "red"),
        (("a", "b"), "a, b", "a, b", ["a", "b"]),
        ((), "không có", "none", []),
    ]
    for figure, vi, en, data in table:
        assert (shown(figure, "vi"), shown(figure, "en"), plain(figure)) == (vi, en, data)


# Typed as anything, for the tests of what the type checkers refuse already.
HALF_FLOAT: Any = 0.5
YES: Any = True

Held = Callable[[Fraction, Fraction], bool]
SHARES: dict[Any, Held] = {
    more_than: operator.gt,
    at_least: operator.ge,
    at_most: operator.le,
    less_than: operator.lt,
}


@given(
    ask=st.sampled_from(list(SHARES)),
    of=st.integers(1, 400),
    share=st.sampled_from((HALF, TWO_THIRDS, Fraction(3, 10), Fraction(15, 100), Fraction(1, 3))),
    data=st.data(),
)
def test_shares_are_exact(ask: Any, of: int, share: Fraction, data: st.DataObject) -> None:
    """A share is compared as fractions; `least` is the number on the very edge of the demand."""
    value = data.draw(st.integers(0, of))
    demand = ask(value, of=of, share=share)
    assert demand.met is SHARES[ask](Fraction(value, of), share)
    note(f"{ask.__name__} met: {demand.met}")
    edge = demand.least
    up = ask in {more_than, at_least}
    assert ask(edge, of=of, share=share).met is (0 <= edge <= of or edge > of)
    assert not ask(edge - 1 if up else edge + 1, of=of, share=share).met


@given(of=st.integers(1, 400))
def test_tr4_exactly_half_never_passes(of: int) -> None:
    """2 · value > base: half of an even base fails, one more passes."""
    assert more_than_half(of // 2, of=of).met is (of % 2 == 1 and of // 2 * 2 > of)
    assert more_than_half(of // 2 + 1, of=of).met


@pytest.mark.parametrize("ask", SHARES, ids=lambda ask: ask.__name__)
@pytest.mark.parametrize("of", [0, -11])
def test_no_share_of_nobody_is_kept(ask: Any, of: int) -> None:
    """A quorum of none, or of fewer, is no quorum, whatever was counted."""
    for value in (-12, 0, 1):
        assert ask(value, of=of, share=HALF).met is False


@pytest.mark.parametrize(
    "ask",
    [
        lambda: at_least(3, of=5),
        lambda: at_least(3, 1, of=5),
        lambda: at_least(3, 1, of=5, share=HALF),
        lambda: at_least(3, of=5, share=0.5),  # type: ignore[arg-type]
        lambda: at_least(3, of=5, share=1),  # type: ignore[arg-type]
        lambda: more_than_half(Fraction(3), of=5),  # type: ignore[arg-type]
        lambda: holds(1),  # type: ignore[arg-type]
        lambda: fails(0),  # type: ignore[arg-type]
        lambda: equals(True, 1),  # noqa: FBT003
        lambda: differs(0, False),  # noqa: FBT003
        lambda: one_of("a", "abc"),
        lambda: none_of("d", "abc"),
    ],
    ids=itertools.count(),
)
def test_wrong_combinations_are_refused(ask: Callable[[], Demand]) -> None:
    """What would be compared otherwise than meant is no demand: the rule that asks so crashes."""
    with pytest.raises(TypeError):
        ask()


@pytest.mark.parametrize(
    ("demand", "met"),
    [
        (equals(3, 3), True),
        (equals("a", "b"), False),
        (differs("a", "b"), True),
        (holds(fact=True), True),
        (holds(fact=False), False),
        (fails(fact=False), True),
        (is_given("x"), True),
        (is_given(""), False),
        (is_given(()), False),
        (is_given(fact=False), False),
        (is_given(0), True),
        (one_of(Colour.RED, Colour), True),
        (one_of("blue", Colour), False),
        (none_of("blue", Colour), True),
        (on_or_before(date(2020, 1, 1), date(2020, 1, 1)), True),
        (on_or_after(date(2020, 1, 1), date(2020, 1, 2)), False),
        (before(date(2020, 1, 1), date(2020, 1, 1)), False),
        (after(date(2020, 1, 2), date(2020, 1, 1)), True),
        (at_most(3, 2), False),
        (less_than(Fraction(1, 2), 1), True),
    ],
    ids=str,
)
def test_comparisons(demand: Demand, met: bool) -> None:  # noqa: FBT001
    """Each comparison is what its name says, and says so in both languages."""
    assert demand.met is met
    assert demand.missing is False
    assert demand.text.vi
    assert demand.text.en
    assert demand.figures["op"] == demand.op.value


@pytest.mark.parametrize(
    "demand",
    [
        equals(None, 3),
        equals(3, None),
        holds(None),
        fails(None),
        is_given(None),
        one_of(None, ["a"]),
        none_of(None, ["a"]),
        on_or_before(None, date(2020, 1, 1)),
        at_least(None, 3),
        more_than_half(None, of=11),
        more_than_half(6, of=None),
    ],
    ids=str,
)
def test_what_is_not_known_is_neither_met_nor_unmet(demand: Demand) -> None:
    """A missing value, limit or base makes a gap, never a pass."""
    assert demand.met is None
    assert demand.missing
    assert demand.text.vi


def test_a_demand_explains_itself() -> None:
    """Person, measure, figures, percentage, limit and the least whole number, in both languages."""
    demand = more_than_half(5, of=11, about="an", what=Text("phiếu", "votes"))
    assert demand.text.vi == "an: phiếu: 5/11 (45,45 %), phải nhiều hơn 1/2 (ít nhất 6/11)"
    assert demand.text.en == "an: votes: 5/11 (45.45 %), must be more than 1/2 (at least 6/11)"
    assert demand.figures == {
        "op": "more_than",
        "value": 5,
        "limit": "1/2",
        "about": "an",
        "of": 11,
        "least": 6,
        "percent": "45,45",
    }
    few = at_most(2, 1, unit=Text("người", "persons"))
    assert few.text.en == "2 persons, must be at most 1 persons"
    assert few.figures["unit"] == "persons"
    assert few.least is None
    assert is_given("").text.vi == "chưa có"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: at_least(HALF_FLOAT, 1),
        lambda: at_least(YES, 1),
        lambda: at_least(1, 1, of=2, share=HALF),
        lambda: at_least(HALF, of=2, share=HALF),
        lambda: equals(HALF_FLOAT, 1),
    ],
    ids=["float", "bool", "share and limit", "share of a fraction", "float equals"],
)
def test_inexact_or_mixed_figures_are_refused(wrong: Any) -> None:
    """No floats, no truth values as numbers, no share with a limit beside it."""
    with pytest.raises(TypeError):
        wrong()


def test_ops_are_told_apart() -> None:
    """Every comparison has its own name."""
    assert len({op.value for op in Op}) == len(Op)


def test_problems_name_the_spot() -> None:
    """A problem prints its path; an input with several prints them all."""
    one, other = Problem("a[1].b", Text("sai", "wrong")), Problem("", Text("hỏng", "broken"))
    assert str(BadInput([one, other])) == "a[1].b: sai\nhỏng"
