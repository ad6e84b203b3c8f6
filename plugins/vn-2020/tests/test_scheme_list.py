"""The list of the scheme, its shares and its surplus: each rule objects to one planted fact."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

import attrs
import pytest

from congress_flow import Case, Level
from congress_flow.procedures import Sex
from congress_flow.procedures import election_contest as e
from congress_flow.procedures import personnel_track as t
from congress_flow.reckoning import ShareKind
from congress_flow_vn_2020 import scheme_shares, scheme_surplus
from congress_flow_vn_2020.personnel_law import SHARES as TARGETS
from congress_flow_vn_2020.personnel_law import age_law
from congress_flow_vn_2020.readings import AgeBands, Readings2020, ShareBase
from congress_flow_vn_2020.rules import book
from tests.cases import stand
from tests.elections.planted import Change, Follow, Planted, gone, ids, rewritten
from tests.personnel.people import ALL, SERVING, people, person
from tests.personnel.planted import CAUTION, GAP, assembled, left_out, proved, taken
from tests.personnel.walks import MANY, RUN, TRACKS
from tests.proving import engine_of

in_whole = partial(Planted, walk="whole")
in_many = partial(Planted, walk="withdrawals")
NO_WOMEN = tuple(attrs.evolve(each, sex=Sex.MALE) for each in people(ALL))
IN_BAND: dict[str, Any] = {"age_bands": AgeBands.AS_PROVINCE_LEVEL}


def aged(**born: int) -> tuple[t.Nominee, ...]:
    """Return the ten of the list, some of them born in other years."""
    return tuple(
        person(name, **({"born": date(born[name], 3, 1)} if name in born else {})) for name in ALL
    )


def of_minority(count: int) -> tuple[t.Nominee, ...]:
    """Return the ten of the list, so many of them of an ethnic minority."""
    return tuple(person(name, minority=place < count) for place, name in enumerate(ALL))


def elected(*names: str) -> Change:
    """Let others be declared elected."""

    def change(follow: Follow, case: Case[Any] | None) -> Case[Any] | None:
        assert case is not None
        kind: Any = next(type(x.event) for x in case.passages if x.step.id == "E29")
        return rewritten(case, follow, {kind: {"elected": names}})

    return change


MEN = ("an", "dao", "em", "gia", "ha", "lan")
SHARES = (
    in_whole(
        rule="share_women",
        row="R8",
        now={"candidates": NO_WOMEN},
        kind=CAUTION,
        figures={"value": 0, "limit": 2},
    ),
    in_whole(
        rule="share_women",
        row="R8",
        now={"candidates": (*people(ALL[1:]), person("an", sex=None))},
        kind=CAUTION,
        figures={"about": "An", "value": None, "limit": 2},
    ),
    in_whole(rule="share_women", row="R8", now={"candidates": None}, kind=CAUTION),
    in_whole(
        rule="share_women",
        row="R8",
        now={"intended": None},
        chosen={"share_base": ShareBase.INTENDED},
        kind=CAUTION,
    ),
    in_whole(
        rule="share_youth",
        row="R8",
        now={"candidates": aged(my=1984, kim=1984)},
        kind=CAUTION,
        figures={"value": 0, "limit": 1},
    ),
    in_whole(
        rule="share_youth",
        row="R8",
        now={"candidates": (*people(ALL[1:]), person("an", born=None))},
        kind=CAUTION,
        figures={"about": "An", "value": None},
    ),
    in_whole(
        rule="share_renewal",
        row="R8",
        now={"candidates": people((*SERVING, "ha", "kim")), "seats": 7},
        kind=CAUTION,
        figures={"value": 2, "limit": 3},
    ),
    in_whole(
        rule="share_renewal",
        row="R8",
        now={"candidates": (*people(ALL[1:]), person("an", track=None))},
        kind=CAUTION,
        figures={"about": "An", "value": None},
    ),
    in_whole(
        rule="share_women_elected",
        row="S23",
        beside={"bau-cu": elected(*MEN)},
        kind=CAUTION,
        figures={"value": 0, "limit": 1},
    ),
    in_whole(rule="share_women_elected", row="S23", beside={"bau-cu": gone}, kind=CAUTION),
    in_whole(
        rule="share_youth_elected",
        row="S23",
        beside={"bau-cu": elected(*SERVING)},
        kind=CAUTION,
        figures={"value": 0, "limit": 1},
    ),
    in_whole(
        rule="share_renewal_elected",
        row="S23",
        beside={"bau-cu": elected(*SERVING)},
        kind=CAUTION,
        figures={"value": 0, "limit": 2},
    ),
    # A person from outside, of whom only the name is known.
    in_whole(
        rule="share_renewal_elected",
        row="S23",
        beside={"bau-cu": elected(*SERVING, "zoe")},
        kind=CAUTION,
        figures={"about": "zoe", "value": None, "limit": 3},
    ),
    in_whole(
        rule="share_minority",
        row="R8",
        now={"candidates": of_minority(1)},
        subject={"minority_share": Fraction(1, 5)},
        kind=CAUTION,
        figures={"value": 1, "of": 10, "least": 2},
    ),
    in_whole(
        rule="share_minority",
        row="R8",
        subject={"minority_share": Fraction(1, 5)},
        kind=CAUTION,
        figures={"value": None, "of": 10},
    ),
    in_whole(
        rule="age_bands",
        row="R8",
        now={"candidates": aged(an=1972, dao=1972, ba=1972)},
        kind=CAUTION,
        figures={"under": 3, "middle": 7, "over": 0},
    ),
    in_whole(
        rule="age_bands",
        row="R8",
        now={"candidates": aged(chi=1968, em=1968, gia=1968, ha=1968)},
        chosen=IN_BAND,
        kind=CAUTION,
        figures={"middle": 1},
    ),
    in_whole(
        rule="age_bands",
        row="R8",
        now={"candidates": (*people(("kim", "chi")), person("an", born=None))},
        kind=CAUTION,
        figures={"unknown": ["3. An"]},
    ),
    in_whole(rule="age_bands", row="R8", now={"candidates": ()}, kind=CAUTION),
)
SURPLUS = (
    in_whole(
        rule="list_from_tracks",
        row="R8",
        now={"seats": 8},
        figures={"value": 8, "limit": 9, "op": "at_least"},
    ),
    in_whole(
        rule="list_from_tracks",
        row="R8",
        now={"seats": 10},
        figures={"value": 10, "limit": 9, "op": "at_most"},
    ),
    in_whole(
        rule="list_from_tracks",
        row="R8",
        now={"candidates": people((*ALL[1:], "zoe"))},
        figures={"value": sorted((*ALL[1:], "zoe")), "limit": sorted(ALL)},
    ),
    in_whole(
        rule="list_from_tracks", row="R8", now={"intended": ("zoe",)}, figures={"value": "zoe"}
    ),
    in_whole(
        rule="list_from_tracks",
        row="R8",
        beside=dict.fromkeys(TRACKS.values(), gone),
        figures={"value": sorted(ALL), "limit": []},
    ),
    in_whole(rule="list_from_tracks", row="R8", now={"candidates": None}, kind=GAP),
    in_whole(
        rule="surplus_required",
        row="R8",
        now={"candidates": people(ALL[1:])},
        figures={"value": 0, "limit": 1},
    ),
    in_whole(
        rule="surplus_required",
        row="R8",
        now={"seats": None},
        kind=GAP,
        figures={"seats": None, "candidates": 10},
    ),
    in_whole(
        rule="surplus_cap",
        row="R8",
        now={"candidates": people((*ALL, "oanh", "phu"))},
        figures={"value": 3, "limit": 2},
    ),
    in_whole(
        rule="surplus_over_cap_as_read",
        row="R8",
        now={"seats": 3, "candidates": people(ALL[:4])},
        kind=CAUTION,
        figures={"seats": 3, "surplus": 1, "cap": "ok_by_small_rule"},
    ),
    in_whole(
        rule="surplus_band",
        row="R8",
        now={"candidates": people(MANY)},
        kind=CAUTION,
        figures={"seats": 9, "candidates": 11},
    ),
    # With six seats the ten who are left are four too many, and one is allowed.
    in_many(
        rule="surplus_kept",
        row="S19",
        beside={RUN: assembled(seats=6)},
        figures={"value": 4, "limit": 1},
    ),
    in_many(rule="surplus_kept", row="S19", beside={RUN: assembled(seats=None)}, kind=GAP),
    in_many(
        rule="surplus_still_there",
        row="S19",
        beside={RUN: assembled(seats=10)},
        figures={"value": 0, "limit": 1},
    ),
    Planted(
        rule="below_minimum",
        walk="rejected_below",
        row="S10",
        beside={RUN: assembled(seats=8)},
        figures={"value": 9, "limit": 9},
    ),
    Planted(
        rule="below_minimum",
        walk="withdrawn_below",
        row="S20",
        now={"person": "zoe"},
        figures={"value": 10, "limit": 10},
    ),
    Planted(
        rule="below_minimum",
        walk="withdrawn_below",
        row="S20",
        beside={RUN: assembled(seats=None)},
        kind=GAP,
    ),
)
PLANTED = (*SHARES, *SURPLUS)


@pytest.mark.parametrize("planted", PLANTED, ids=ids(PLANTED))
def test_one_wrong_fact_is_found(planted: Planted, readings: Readings2020) -> None:
    """The rule names the planted fact with its figures and citation; without it, it is content."""
    assert proved(planted, readings).citations[0].article


def test_no_rule_is_left_out() -> None:
    """Every rule of the list of the scheme has its planted fact."""
    assert not left_out(PLANTED, scheme_shares, scheme_surplus)
    assert len({planted.rule for planted in PLANTED}) == 16


def said(row: str, readings: Readings2020, *beside: Case[Any], **chosen: Any) -> set[str]:
    """Return the rules that remark on a step of the whole way under other readings."""
    _, step = taken("whole", row, readings)
    verdict = engine_of(book, readings, chosen).judge(
        step.case, step.event, (*beside, *step.beside)
    )
    assert verdict.allowed
    return {finding.rule.partition("/")[2] for finding in verdict.findings}


@pytest.mark.parametrize(
    ("base", "row"), [(ShareBase.ELECTED, "R8"), (ShareBase.CANDIDATES, "S23")]
)
def test_the_share_is_taken_of_the_list_that_is_read(
    base: ShareBase, row: str, readings: Readings2020
) -> None:
    """Where it is taken of those elected the list is not asked, and the other way about."""
    rule = "share_women" if row == "R8" else "share_women_elected"
    wrong = next(x for x in SHARES if x.rule == rule)
    proved(wrong, readings)
    with pytest.raises(AssertionError):
        proved(attrs.evolve(wrong, chosen={"share_base": base}), readings)
    assert not said(row, readings, share_base=base)


def test_a_target_of_those_intended(readings: Readings2020) -> None:
    """Of the nine who are intended four are women: the share is taken of them, not of the ten."""
    planted = in_whole(
        rule="share_women",
        row="R8",
        now={"intended": MEN},
        chosen={"share_base": ShareBase.INTENDED},
        kind=CAUTION,
        figures={"value": 0, "limit": 1},
    )
    assert "dự kiến" in proved(planted, readings).text.vi


def test_the_elected_are_those_of_the_own_contest(readings: Readings2020) -> None:
    """Neither another scheme's contest nor that for the secretary tells who is in the committee."""
    _, step = taken("whole", "S23", readings)
    own = next(case for case in step.beside if case.id == "bau-cu")
    acts = [passage.event for passage in own.passages]
    told = {type(act): act for act in acts} | {e.Declare: e.Declare(on=acts[0].on, elected=MEN)}
    foreign = attrs.evolve(own.subject, scheme="de-an-khac")
    post = attrs.evolve(own.subject, post=e.Post.SECRETARY)
    others = [
        stand(e.election_contest, subject, e.RATIFIED, *told.values(), id=name, on=acts[0].on)
        for name, subject in (("a", foreign), ("b", post))
    ]
    assert not said("S23", readings, *others)


def test_a_middle_band_of_a_half_is_within(readings: Readings2020) -> None:
    """Five of ten are 40 to 50: with the shares of the province level that is content."""
    assert not said("R8", readings, **IN_BAND)


def test_before_the_tables_no_share_is_asked(readings: Readings2020) -> None:
    """On a day of which no directive speaks there is no target, and nothing is asked."""
    target = TARGETS[ShareKind.WOMEN].on(date(2013, 1, 1))
    ages = age_law(Level.GRASSROOTS, readings)
    _, step = taken("whole", "R8", readings)
    answer = scheme_shares.share_answer(ShareKind.WOMEN, step.event, target, ages, readings)
    assert target is None
    assert not tuple(answer)
