"""What is to be done with a letter, how long settling may take, and complaints about elections."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import WEEKENDS, Cited, Confidence, CountAnchor, Level
from congress_flow.errors import UsageError
from congress_flow.reckoning import (
    Counting,
    Disposition,
    ElectionComplaint,
    Ground,
    Letter,
    LetterLaw,
    Matter,
    Recipient,
    Settlement,
    dispose,
    grounds_of,
    working_days,
)
from congress_flow_vn_2020 import complaints_law as law_2020
from congress_flow_vn_2020.calendars import VIETNAM
from congress_flow_vn_2020.instruments import HD07_2019
from congress_flow_vn_2025 import complaints_law as law_2025

COUNTING = Counting(VIETNAM, CountAnchor.EXCLUDE)
OPENING = date(2020, 5, 28)
LAW = law_2020.letter_law(date(2020, 5, 1), Level.GRASSROOTS, appeal_cutoff=None)
LETTER = Letter(
    matter=Matter.DENUNCIATION,
    competent=True,
    settler_concerned=False,
    about_congress=True,
    grounds=frozenset(),
    received=date(2020, 3, 2),
)
APPEAL = attrs.evolve(LETTER, matter=Matter.APPEAL, received=None, sent=date(2020, 2, 28))


def disposed(letter: Letter, law: LetterLaw = LAW, opening: date | None = OPENING) -> Disposition:
    return dispose(letter, law, opening=opening, counting=COUNTING).disposition


def test_questions_are_asked_in_order() -> None:
    """A letter with every fault is answered by the first; mended, by the next, to the end."""
    letter = attrs.evolve(
        LETTER,
        matter=Matter.MIXED,
        settler_concerned=True,
        grounds=frozenset({Ground.ANONYMOUS}),
        competent=False,
        received=OPENING,
    )
    law = attrs.evolve(LAW, mixed=HD07_2019.at("1"))
    steps: list[tuple[Disposition, Letter]] = [
        (Disposition.SPLIT, letter),
        (Disposition.CHANGE_SETTLER, letter := attrs.evolve(letter, matter=Matter.DENUNCIATION)),
        (Disposition.NOT_ACCEPTED, letter := attrs.evolve(letter, settler_concerned=False)),
        (Disposition.FORWARD, letter := attrs.evolve(letter, grounds=frozenset())),
        (Disposition.FROZEN, letter := attrs.evolve(letter, competent=True)),
        (Disposition.IN_PROGRESS, attrs.evolve(letter, about_congress=False)),
    ]
    assert [disposed(each, law) for _, each in steps] == [wanted for wanted, _ in steps]


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"settler_concerned": None}, ("settler_concerned",)),
        ({"grounds": None}, ("grounds",)),
        ({"competent": None}, ("competent",)),
        ({"about_congress": None}, ("about_congress",)),
        ({"received": None}, ("received",)),
        ({"matter": Matter.MIXED}, ("mixed",)),
        (
            {
                "matter": Matter.APPEAL,
                "decision_received": date(2020, 1, 2),
            },
            ("sent",),
        ),
    ],
)
def test_unknown_facts_are_asked_for(changes: dict[str, object], missing: tuple[str, ...]) -> None:
    """Where a fact is not known nothing is decided: it is unclear, and the fact is named."""
    letter = attrs.evolve(LETTER, **changes)  # type: ignore[arg-type]
    found = dispose(letter, LAW, opening=OPENING, counting=COUNTING)
    assert (found.disposition, found.missing) == (Disposition.UNCLEAR, missing)


def test_unknown_law_and_opening_are_named_together() -> None:
    """A freeze that was not read and an opening not planned are both named."""
    found = dispose(LETTER, attrs.evolve(LAW, freeze=None), opening=None, counting=COUNTING)
    assert (found.disposition, found.missing) == (Disposition.UNCLEAR, ("freeze", "opening"))


def test_grounds_are_sorted_and_cited() -> None:
    """All grounds are given, in order, with the article of each text once."""
    grounds = grounds_of(
        anonymous=False,
        false_name=True,
        no_address=True,
        no_concrete_content=False,
        concluded_before=True,
        new_evidence=True,
        signers=3,
    )
    found = dispose(attrs.evolve(LETTER, grounds=grounds), LAW, opening=OPENING, counting=COUNTING)
    assert found.grounds == (Ground.COLLECTIVE, Ground.FALSE_NAME, Ground.NO_CLEAR_ADDRESS)
    assert [cited.instrument.id for cited in found.citations] == ["QD30-2016", "HD07-2019"]


def test_a_ground_counts_only_while_it_is_law() -> None:
    """After 27/7/2021 no text read bars a letter with several signatures."""
    law = law_2020.letter_law(date(2021, 7, 28), Level.GRASSROOTS, appeal_cutoff=None)
    signed = attrs.evolve(LETTER, grounds=frozenset({Ground.COLLECTIVE}))
    assert disposed(signed) is Disposition.NOT_ACCEPTED
    assert disposed(signed, law) is Disposition.IN_PROGRESS


def test_signers_are_counted() -> None:
    """A number of signers below nought is an error of use."""
    with pytest.raises(UsageError):
        grounds_of(
            anonymous=True,
            false_name=False,
            no_address=False,
            no_concrete_content=False,
            concluded_before=False,
            new_evidence=False,
            signers=-1,
        )


def test_freeze_goes_through_the_opening_day_and_to_the_new_term() -> None:
    """From the 25th working day through the opening it is frozen, the file for the new term."""
    frozen = dispose(
        attrs.evolve(LETTER, received=OPENING), LAW, opening=OPENING, counting=COUNTING
    )
    assert frozen.disposition is Disposition.FROZEN
    assert frozen.hand_over_to == (
        Recipient.NEW_INSPECTION_COMMISSION,
        Recipient.NEW_STANDING_COMMITTEE,
    )
    assert HD07_2019 in {cited.instrument for cited in frozen.citations}
    after = attrs.evolve(LETTER, received=OPENING + timedelta(days=1))
    assert disposed(after) is Disposition.IN_PROGRESS
    assert dispose(after, LAW, opening=OPENING, counting=COUNTING).hand_over_to == ()


@given(st.integers(-60, 10), st.integers(0, 40))
def test_a_later_opening_never_freezes_more(days: int, later: int) -> None:
    """Who is not frozen under an early opening is not frozen under a later one, up to that day."""
    letter = attrs.evolve(LETTER, received=OPENING + timedelta(days=days))
    now = dispose(letter, LAW, opening=OPENING, counting=COUNTING)
    moved = dispose(letter, LAW, opening=OPENING + timedelta(days=later), counting=COUNTING)
    assert moved.freeze is not None
    assert now.freeze is not None
    assert moved.freeze.since >= now.freeze.since
    if days <= 0 and moved.disposition is Disposition.FROZEN:
        assert now.disposition is Disposition.FROZEN


@pytest.mark.parametrize(
    ("sent", "disposition", "lodged"),
    [
        (date(2020, 2, 29), Disposition.IN_PROGRESS, (True, True)),
        (date(2020, 3, 1), Disposition.UNCLEAR, (False, True)),
        (date(2020, 3, 13), Disposition.UNCLEAR, (False, True)),
        (date(2020, 3, 14), Disposition.TOO_LATE, (False, False)),
    ],
)
def test_appeals_between_two_readings_are_unclear(
    sent: date, disposition: Disposition, lodged: tuple[bool, ...]
) -> None:
    """In time by both readings, by one, by none: settled, to be asked, too late."""
    letter = attrs.evolve(APPEAL, decision_received=date(2020, 1, 31), sent=sent)
    found = dispose(letter, LAW, opening=None, counting=COUNTING)
    assert (found.disposition, found.lodged, found.stays_in_force) == (disposition, lodged, True)
    assert [end.day for end in found.lodge] == [date(2020, 2, 29), date(2020, 3, 13)]


def test_appeals_before_a_congress() -> None:
    """A cut-off sends an appeal before the congress or to the new committee; none does neither."""
    cutoff = Cited(working_days(25), HD07_2019.at("chưa thấy", Confidence.UNKNOWN))
    law = attrs.evolve(LAW, cutoff=cutoff)
    last = date(2020, 4, 21)
    before = attrs.evolve(APPEAL, sent=last)
    after = attrs.evolve(APPEAL, sent=last + timedelta(days=1))
    assert disposed(before, law) is Disposition.CONSIDERED_BEFORE_CONGRESS
    assert disposed(after, law) is Disposition.PASSED_TO_NEW_COMMITTEE
    assert disposed(after) is Disposition.IN_PROGRESS
    assert disposed(after, law, None) is Disposition.IN_PROGRESS
    assert disposed(attrs.evolve(after, about_congress=False), law) is Disposition.IN_PROGRESS
    unsent = dispose(attrs.evolve(after, sent=None), law, opening=OPENING, counting=COUNTING)
    assert (unsent.disposition, unsent.missing) == (Disposition.UNCLEAR, ("sent",))
    found = dispose(before, law, opening=OPENING, counting=COUNTING)
    assert found.cutoff is not None
    assert (found.cutoff.day, found.citations[0]) == (last, cutoff.citation)


def test_mixed_letter_needs_a_text() -> None:
    """The appeal is settled and the rest denounced apart, where the guidance of 2021 is law."""
    mixed = attrs.evolve(LETTER, matter=Matter.MIXED)
    law = law_2020.letter_law(date(2022, 3, 1), Level.GRASSROOTS, appeal_cutoff=None)
    assert disposed(mixed, law) is Disposition.SPLIT
    assert disposed(mixed) is Disposition.UNCLEAR


def settlement(matter: Matter, concluded: date | None, extended_by: int = 0) -> Settlement:
    law = law_2020.settlement_law(date(2020, 6, 15), matter, Level.GRASSROOTS)
    assert law is not None
    return Settlement(
        received=date(2020, 6, 15),
        concluded=concluded,
        extended_by=extended_by,
        law=law,
        counting=COUNTING,
    )


@pytest.mark.parametrize(
    ("matter", "extended_by", "allowed", "last"),
    [
        (Matter.DENUNCIATION, 0, None, date(2020, 10, 20)),
        (Matter.DENUNCIATION, 30, True, date(2020, 11, 19)),
        (Matter.DENUNCIATION, 31, False, date(2020, 10, 20)),
        (Matter.APPEAL, 10, False, date(2020, 10, 20)),
    ],
)
def test_extension_only_for_denunciations_and_30_days(
    matter: Matter,
    extended_by: int,
    allowed: bool | None,  # noqa: FBT001
    last: date,
) -> None:
    """An extension counts if it is one of at most 30 days for a denunciation."""
    case = settlement(matter, last, extended_by)
    assert (case.extension_allowed, case.last_day, case.due) == (
        allowed,
        last,
        date(2020, 10, 20),
    )
    assert case.disposition(last) is Disposition.IN_TIME
    day_after = attrs.evolve(case, concluded=last + timedelta(days=1))
    assert day_after.disposition(date(2021, 1, 1)) is Disposition.OVERDUE
    assert day_after.disposition(last) is Disposition.IN_PROGRESS
    open_ = attrs.evolve(case, concluded=None)
    assert open_.disposition(last) is Disposition.IN_PROGRESS
    assert open_.disposition(last + timedelta(days=1)) is Disposition.OVERDUE


def test_extension_is_a_whole_number() -> None:
    """An extension by less than nothing is an error of use."""
    with pytest.raises(UsageError):
        settlement(Matter.DENUNCIATION, None, -1)


@pytest.mark.parametrize(("day", "in_time"), [(18, True), (19, False)])
def test_election_complaints_have_15_working_days(day: int, in_time: bool) -> None:  # noqa: FBT001
    """On the 15th working day it is verified and blocks ratification, on the 16th neither."""
    law = law_2020.election_complaint_law(OPENING, late_blocks=False)
    assert law is not None
    case = ElectionComplaint(
        closing=OPENING, received=date(2020, 6, day), law=law, counting=COUNTING
    )
    assert (case.in_time, case.blocks_ratification) == (in_time, in_time)
    wanted = Disposition.VERIFY_BY_SUPERIOR_INSPECTION if in_time else Disposition.OUTSIDE_WINDOW
    assert case.disposition is wanted
    other = attrs.evolve(case, law=attrs.evolve(law, late_blocks=True))
    assert (other.blocks_ratification, other.in_time) == (True, in_time)


def test_the_other_calendar_gives_the_other_answer() -> None:
    """Received on 22/4/2020 it is frozen with public holidays off, and not by weekends alone."""
    letter = attrs.evolve(LETTER, received=date(2020, 4, 22))
    for calendar, wanted in (
        (VIETNAM, Disposition.FROZEN),
        (WEEKENDS, Disposition.IN_PROGRESS),
    ):
        counting = Counting(calendar, CountAnchor.EXCLUDE)
        found = dispose(letter, LAW, opening=OPENING, counting=counting)
        assert found.disposition is wanted
    inclusive = Counting(VIETNAM, CountAnchor.INCLUDE)
    on_the_edge = attrs.evolve(LETTER, received=date(2020, 4, 21))
    found = dispose(on_the_edge, LAW, opening=OPENING, counting=inclusive)
    assert found.disposition is Disposition.IN_PROGRESS


def test_appeals_of_2025_have_a_unit_to_be_chosen() -> None:
    """From 30/5/2025 the 30 days to appeal are days or working days, as the reading says."""
    law = law_2025.letter_law(
        date(2025, 6, 2),
        Level.GRASSROOTS,
        freeze=None,
        lodge_under_qd296=working_days(30),
    )
    (lodge,) = law.lodge
    assert (lodge.value, lodge.citation.confidence) == (working_days(30), Confidence.UNKNOWN)


def test_everything_has_words() -> None:
    """Each matter, ground, disposition and recipient is said in both languages."""
    for kind in (Matter, Ground, Disposition, Recipient):
        assert all(each.term.vi and each.term.en for each in kind)
