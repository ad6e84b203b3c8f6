"""Cited figures of ages, complaints and papers, terms 2015 and 2020."""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow import Cited, Confidence, Level
from congress_flow.numbering import Authority, IssuingBody, Signatory, SigningBody
from congress_flow.procedures import Sex, TrackKind
from congress_flow.reckoning import Ground, Matter, days, working_days
from congress_flow_vn_2020 import ages_law, complaints_law, papers_law
from congress_flow_vn_2020.instruments import HD36_2018, QD66_2017

FIRST, AGAIN = TrackKind.FIRST_TIME, TrackKind.REELECTION


@pytest.mark.parametrize(
    ("day", "level", "track", "figures"),
    [
        (date(2015, 4, 1), Level.GRASSROOTS, FIRST, ("2015-04", 60)),
        (date(2015, 4, 1), Level.PROVINCE, AGAIN, ("2015-09", 30)),
        (date(2019, 5, 29), Level.UPPER_GRASSROOTS, AGAIN, ("2015-06", 30)),
        (date(2019, 5, 30), Level.UPPER_GRASSROOTS, AGAIN, ("2020-06", 30)),
        (date(2024, 6, 13), Level.GRASSROOTS, FIRST, ("2020-04", 60)),
        (date(2024, 6, 14), Level.GRASSROOTS, FIRST, None),
        (date(2020, 5, 28), Level.COMMUNE, FIRST, None),
        (date(2020, 5, 28), Level.CELL, FIRST, None),
        (date(2014, 5, 29), Level.GRASSROOTS, FIRST, None),
    ],
)
def test_ages_by_day_and_level(
    day: date, level: Level, track: TrackKind, figures: tuple[str, int] | None
) -> None:
    """The round of the act's day and the level of the congress decide; else nothing is known."""
    law = ages_law.retirement_law(day, level, track, Sex.MALE)
    found = law and (str(law.reference_month.value), law.months_required.value)
    assert found == figures


def test_what_was_assumed_of_2015_is_marked() -> None:
    """The figures of 2015 were not seen: each says so. Those of 2020 are derived or reported."""
    of_2015 = ages_law.retirement_law(date(2015, 4, 1), Level.GRASSROOTS, FIRST, Sex.FEMALE)
    of_2020 = ages_law.retirement_law(date(2020, 4, 1), Level.GRASSROOTS, FIRST, Sex.FEMALE)
    assert of_2015 is not None
    assert of_2020 is not None
    assert {cites.confidence for cites in of_2015.citations} == {Confidence.ASSUMED}
    assert {cites.confidence for cites in of_2020.citations} == {
        Confidence.DERIVED,
        Confidence.REPORTED,
    }
    assert of_2020.retirement.value.in_year(2020) == 55 * 12


def test_letters_by_day() -> None:
    """Before the guidance of 2019 no freeze is known; from 9/12/2021 a mixed letter is divided."""
    before, spring, later = (
        complaints_law.letter_law(day, Level.GRASSROOTS, appeal_cutoff=None)
        for day in (date(2019, 12, 11), date(2020, 5, 1), date(2021, 12, 9))
    )
    assert (before.freeze, before.mixed, set(before.grounds)) == (None, None, {Ground.COLLECTIVE})
    assert spring.freeze is not None
    assert (spring.freeze.value, spring.mixed) == (working_days(25), None)
    assert set(spring.grounds) == set(Ground)
    assert later.mixed is not None
    assert (later.mixed.instrument.id, later.settler) == ("HD02-2021", None)
    assert Ground.COLLECTIVE not in later.grounds


def test_letters_by_level_and_reading() -> None:
    """Above the grassroots the freeze is 30 working days; the cut-off is the reading given."""
    reading = Cited(working_days(20), complaints_law.STAYS_IN_FORCE)
    law = complaints_law.letter_law(date(2020, 5, 1), Level.PROVINCE, appeal_cutoff=reading)
    assert law.freeze is not None
    assert (law.freeze.value, law.cutoff) == (working_days(30), reading)
    cell = complaints_law.letter_law(date(2020, 5, 1), Level.CELL, appeal_cutoff=None)
    assert cell.freeze is None


def test_settling_by_matter_and_level() -> None:
    """90 working days, 180 at the centre; an extension for denunciations; unknown after 2021."""
    day = date(2020, 6, 15)
    denunciation = complaints_law.settlement_law(day, Matter.DENUNCIATION, Level.GRASSROOTS)
    appeal = complaints_law.settlement_law(day, Matter.APPEAL, Level.CENTRE)
    assert denunciation is not None
    assert appeal is not None
    assert denunciation.extension is not None
    assert (denunciation.limit.value, denunciation.extension.value) == (working_days(90), days(30))
    assert (appeal.limit.value, appeal.extension) == (working_days(180), None)
    assert appeal.limit.citation.confidence is Confidence.VERIFIED
    after = date(2021, 7, 28)
    assert complaints_law.settlement_law(after, Matter.APPEAL, Level.GRASSROOTS) is None
    assert complaints_law.settlement_law(day, Matter.MIXED, Level.GRASSROOTS) is None


@pytest.mark.parametrize(
    ("day", "article"),
    [
        (date(2016, 7, 24), None),
        (date(2020, 5, 28), "QD29-2016"),
        (date(2021, 7, 30), "QD24-2021"),
        (date(2024, 10, 10), None),
    ],
)
def test_election_complaints_by_day(day: date, article: str | None) -> None:
    """The window is that of 244; that ratification waits, that of the Charter rules of the day."""
    law = complaints_law.election_complaint_law(day, late_blocks=False)
    assert (law and law.blocks_ratification.instrument.id) == article


def test_cells_issued_less_before_2026() -> None:
    """A cell issued no working rules, notices, conclusions; the rest is a reading, or unknown."""
    day, cell = date(2020, 5, 28), IssuingBody.CELL
    for others_as_2026, rest in ((True, (True, False)), (False, None)):
        matrix = papers_law.issuing_matrix(others_as_2026=others_as_2026)
        for name in ("quy chế", "thông báo", "kết luận"):
            found = matrix.may_issue(cell, name, day)
            assert found is not None
            assert (found.value, found.citation.instrument) == (False, QD66_2017)
        others = [matrix.may_issue(cell, name, day) for name in ("nghị quyết", "chỉ thị")]
        assert tuple(each and each.value for each in others) == (rest or (None, None))
        known = [each for each in others if each is not None]
        assert all(each.citation.confidence is Confidence.UNKNOWN for each in known)
        assert matrix.may_issue(cell, "quy chế", date(2026, 1, 9)) is None


SIGNING = [
    (SigningBody.COLLECTIVE, Authority.ON_BEHALF, Signatory.DEPUTY_SECRETARY, True),
    (SigningBody.COLLECTIVE, Authority.FOR_HEAD, Signatory.DEPUTY_SECRETARY, False),
    (SigningBody.PRESIDIUM, Authority.ON_BEHALF, Signatory.NAME_ONLY, True),
    (SigningBody.PRESIDIUM, Authority.ON_BEHALF, Signatory.SECRETARY, None),
    (SigningBody.ADVISORY, Authority.DIRECT, Signatory.HEAD, True),
    (SigningBody.ADVISORY, Authority.FOR_HEAD, Signatory.DEPUTY_HEAD, True),
    (SigningBody.ADVISORY, Authority.FOR_HEAD, Signatory.ACTING_DEPUTY, False),
    (SigningBody.ADVISORY, Authority.BY_ORDER, Signatory.AUTHORISED, True),
    (SigningBody.WITHOUT_SEAL, Authority.DIRECT, Signatory.DEPUTY_HEAD, True),
    (SigningBody.WITHOUT_SEAL, Authority.FOR_HEAD, Signatory.DEPUTY_HEAD, False),
    (SigningBody.CELL, Authority.ON_BEHALF, Signatory.SECRETARY, True),
    (SigningBody.CELL, Authority.FOR_HEAD, Signatory.DEPUTY_SECRETARY, False),
]


@pytest.mark.parametrize(("body", "authority", "signatory", "may"), SIGNING)
def test_signing_of_2018(
    body: SigningBody,
    authority: Authority,
    signatory: Signatory,
    may: bool | None,  # noqa: FBT001
) -> None:
    """A collective body signs T/M and never K/T; others as their row says, from 3/4/2018 on."""
    found = papers_law.SIGNING.may_sign(body, authority, signatory, date(2020, 5, 28))
    assert (found and found.value) == may
    for outside in (date(2018, 4, 2), date(2026, 5, 27)):
        assert papers_law.SIGNING.may_sign(body, authority, signatory, outside) is None


def test_rules_of_numbers_are_cited() -> None:
    """Series and leading zero rest on the guidance of 2018, each with its own grade."""
    cited = (papers_law.SERIES, papers_law.LEADING_ZERO)
    assert {each.instrument for each in cited} == {HD36_2018}
    assert [each.confidence for each in cited] == [Confidence.VERIFIED, Confidence.REPORTED]
