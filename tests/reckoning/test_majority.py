"""The base of the majority, the roll it comes from, and the quorum."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import pytest

from congress_flow import Confidence
from congress_flow.errors import UsageError
from congress_flow.reckoning import (
    Absence,
    Attendee,
    ConferenceDeductions,
    Meeting,
    QuorumBase,
    Roll,
    RollFault,
    Standing,
    Status,
    base_of,
    quorum,
    roll_of,
)
from tests.oracles.laws import Readings, law_of, recited

LAW = law_of("244").majority
MEMBERS = Meeting.MEMBERS_CONGRESS
DELEGATES = Meeting.DELEGATES_CONGRESS


def test_a_base_explains_itself() -> None:
    """The figures, the words and the places of a base are all there, the deductions by name."""
    base = base_of(Roll(MEMBERS, 40, {Standing.SUSPENDED: 1, Standing.LEFT_EARLY: 2}), LAW)
    assert base.figures == {
        "meeting": "members_congress",
        "convened": 40,
        "suspended": 1,
        "base": 39,
        "need": 20,
    }
    assert base.text.vi == (
        "tổng số để tính kết quả: 39 (40 được triệu tập; trừ 1 bị đình chỉ sinh hoạt đảng); "
        "cần 20 phiếu"
    )
    assert base.text.en == (
        "base: 39 (40 convened; less 1 suspended from Party activity); 20 votes needed"
    )
    assert [each.article for each in base.citations] == ["Điều 32 khoản 2", "Điều 32 khoản 2, 3"]
    assert base.confidence is Confidence.VERIFIED
    demand = base.demand(20, "Nguyễn Văn An")
    assert demand.met
    assert demand.figures["of"] == 39


@pytest.mark.parametrize(
    ("reading", "size"),
    [(ConferenceDeductions.NONE, 15), (ConferenceDeductions.AS_MEMBERS_CONGRESS, 14)],
)
def test_the_deductions_of_a_conference_are_a_reading(
    reading: ConferenceDeductions, size: int
) -> None:
    """The clause on conferences was read in part: both readings give an answer, graded unknown."""
    law = law_of("244", Readings(conference_deductions=reading)).majority
    base = base_of(Roll(Meeting.CONFERENCE, 15, {Standing.SUSPENDED: 1}), law)
    assert base.size == size
    assert base.confidence is Confidence.UNKNOWN


@pytest.mark.parametrize("convened", [3, 2])
def test_a_base_of_nobody_carries_nothing(convened: int) -> None:
    """Where all or more are deducted than convened, no number of votes is a majority."""
    base = base_of(Roll(MEMBERS, convened, {Standing.SUSPENDED: 3}), LAW)
    assert base.faults == (RollFault.DEDUCTIONS_OVER_CONVENED,)
    assert not base.carries(100)


PEOPLE: Mapping[str, tuple[Attendee, Standing | None]] = {
    "plain": (Attendee(name="A", present=True), None),
    "suspended": (
        Attendee(name="A", present=True, statuses=[Status.SUSPENDED]),
        Standing.SUSPENDED,
    ),
    "indicted": (
        Attendee(name="A", present=True, statuses=[Status.INDICTED]),
        Standing.PROSECUTED_OR_DETAINED,
    ),
    "charged and exempt, present": (
        Attendee(name="A", present=True, statuses=[Status.CHARGED, Status.EXEMPT]),
        Standing.PROSECUTED_OR_DETAINED,
    ),
    "elsewhere, present": (
        Attendee(name="A", present=True, statuses=[Status.TEMPORARILY_ELSEWHERE]),
        Standing.TEMPORARILY_ELSEWHERE_PRESENT,
    ),
    "exempt, absent without approval": (
        Attendee(
            name="A",
            present=False,
            statuses=[Status.EXEMPT],
            absence=Absence.WHOLE_CONGRESS_NOT_APPROVED,
        ),
        Standing.EXEMPT_ABSENT,
    ),
    "absent in part": (
        Attendee(name="A", present=False, absence=Absence.PART_OF_CONGRESS_APPROVED),
        Standing.LEFT_EARLY,
    ),
}


@pytest.mark.parametrize("case", PEOPLE)
def test_a_person_has_one_standing(case: str) -> None:
    """Each person of a members' congress is counted once, under a deduction if there is one."""
    person, standing = PEOPLE[case]
    roll = roll_of(MEMBERS, [person], LAW)
    assert roll.counts == ({} if standing is None else {standing: 1})


@pytest.mark.parametrize(
    ("person", "standing"),
    [
        (
            Attendee(
                name="A",
                present=False,
                absence=Absence.WHOLE_CONGRESS_APPROVED,
                committee_member=True,
                replaced=True,
            ),
            Standing.COMMITTEE_ABSENT_ALL,
        ),
        (
            Attendee(
                name="A",
                present=False,
                absence=Absence.WHOLE_CONGRESS_NOT_APPROVED,
                replaced=True,
            ),
            Standing.DELEGATE_ABSENT_REPLACED,
        ),
        (
            Attendee(name="A", present=False, absence=Absence.WHOLE_CONGRESS_APPROVED),
            Standing.DELEGATE_ABSENT_ALL_NO_ALTERNATE,
        ),
        (Attendee(name="A", present=True, absence=Absence.LEFT_EARLY), Standing.LEFT_EARLY),
    ],
)
def test_a_delegate_is_asked_for_an_alternate_not_for_a_reason(
    person: Attendee, standing: Standing
) -> None:
    """At a delegates' congress the approval of an absence changes nothing."""
    assert roll_of(DELEGATES, [person], LAW).counts == {standing: 1}


def test_a_contradictory_person_spoils_the_roll() -> None:
    """Somebody present and absent throughout is a fault of the roll, and no majority is taken."""
    person = Attendee(name="A", present=True, absence=Absence.WHOLE_CONGRESS_APPROVED)
    roll = roll_of(MEMBERS, [person, Attendee(name="B", present=True)], LAW)
    base = base_of(roll, LAW)
    assert base.faults == (RollFault.PRESENT_THOUGH_ABSENT,)
    assert base.size == 2
    assert not base.carries(2)
    assert base.faults[0].term.en == "recorded as present and as absent throughout"


def test_what_is_no_roll_is_refused() -> None:
    """Wrong types, negative numbers, wrong standings and double names are the caller's mistake."""
    with pytest.raises(UsageError, match="meeting must be a Meeting"):
        Roll("members_congress", 10)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="convened must be a whole number"):
        Roll(MEMBERS, -1)
    with pytest.raises(UsageError, match="convened must be a whole number"):
        Roll(MEMBERS, True)  # noqa: FBT003 - a bool is no number
    with pytest.raises(UsageError, match="suspended must be a whole number"):
        Roll(MEMBERS, 10, {Standing.SUSPENDED: -1})
    with pytest.raises(UsageError, match="no standing of a members' congress"):
        Roll(MEMBERS, 10, {Standing.COMMITTEE_ABSENT_ALL: 1})
    with pytest.raises(UsageError, match="a Roll is wanted"):
        base_of(10, LAW)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="a status must be a Status"):
        Attendee(name="A", present=True, statuses=["exempt"])  # type: ignore[list-item]
    twice = [Attendee(name="A", present=True), Attendee(name="A", present=True)]
    with pytest.raises(UsageError, match="stands twice on the roll"):
        roll_of(MEMBERS, twice, LAW)


@pytest.mark.parametrize(
    ("reading", "least"), [(QuorumBase.CONVENED, 20), (QuorumBase.AFTER_DEDUCTIONS, 16)]
)
def test_the_base_of_the_quorum_is_a_reading(reading: QuorumBase, least: int) -> None:
    """Two thirds of thirty, or of the twenty-four left after deductions."""
    law = law_of("244", Readings(quorum_base=reading)).majority
    roll = Roll(MEMBERS, 30, {Standing.ABSENT_ALL_APPROVED: 6})
    found = quorum(roll, law, present=16)
    assert found.demands[0].least == least
    assert found.met is (reading is QuorumBase.AFTER_DEDUCTIONS)
    assert found.confidence is Confidence.UNKNOWN


@pytest.mark.parametrize(
    ("present", "represented", "met"),
    [
        (100, 8, True),
        (99, 8, False),
        (100, 7, False),
        (None, 7, False),
        (None, 8, None),
        (100, None, None),
    ],
)
def test_a_delegates_congress_needs_both_thirds(
    present: int | None,
    represented: int | None,
    met: bool | None,  # noqa: FBT001 - a parameter
) -> None:
    """One third missed fails; a figure not known leaves it open, unless the other has failed."""
    found = quorum(
        Roll(DELEGATES, 150), LAW, present=present, sub_organisations=12, represented=represented
    )
    assert found.met is met
    assert found.text.en.count(";") == 1
    assert "số người có mặt" in found.text.vi


def test_a_quorum_that_nobody_knows_is_not_made_up() -> None:
    """No text gives the quorum of a conference; asking for it is an error, not a guess."""
    with pytest.raises(UsageError, match="no quorum is known for a conference"):
        quorum(Roll(Meeting.CONFERENCE, 15), LAW, present=15)
    with pytest.raises(UsageError, match="present must be a whole number"):
        quorum(Roll(MEMBERS, 15), LAW, present=-1)


def test_the_share_is_the_law_s() -> None:
    """Another threshold gives another need: one half is a figure of the law, not of the code."""
    law = attrs.evolve(LAW, share=recited(LAW.share, LAW.share.value / 2))
    assert base_of(Roll(MEMBERS, 40), law).need == 11
