"""Single ballots and a box of them: other readings, other writings, and what is refused."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from congress_flow import Confidence
from congress_flow.errors import UsageError
from congress_flow.reckoning import (
    Ballot,
    BallotFault,
    BallotForm,
    BallotPaper,
    Box,
    Marks,
    classify,
    count_ballots,
)
from tests.oracles.laws import Readings, law_of, recited

LAW = law_of("244").ballots
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Phạm Thuý Duyên")
PAPER = BallotPaper(BallotForm.SURPLUS, 2, NAMES)
BOXED = BallotPaper(BallotForm.NO_SURPLUS, 2, ("A", "B"))
SINGLE = BallotPaper(BallotForm.SINGLE, 1, ("A",))
# The same name in decomposed form, as some keyboards write it.
DECOMPOSED = "Pha\u0323m Thuy\u0301 Duye\u0302n"


def test_names_are_one_in_any_form_of_unicode() -> None:
    """A name struck or boxed in decomposed letters is the printed name."""
    found = classify(PAPER, Ballot(struck=[DECOMPOSED]), LAW)
    assert found.votes == NAMES[:2]
    boxed = BallotPaper(BallotForm.NO_SURPLUS, 3, (NAMES[0], DECOMPOSED))
    assert boxed.names == (NAMES[0], NAMES[2])
    found = classify(boxed, Ballot(boxes={DECOMPOSED: Box.AGREE}), LAW)
    assert found.votes == (NAMES[2],)
    assert found.neither == found.uncounted == (NAMES[0],)


def test_names_differ_by_any_mark() -> None:
    """Dũng, Dùng and Dung are three people."""
    paper = BallotPaper(BallotForm.SURPLUS, 2, ("Dũng", "Dùng", "Dung"))
    assert classify(paper, Ballot(struck=["Dùng"]), LAW).votes == ("Dũng", "Dung")


@pytest.mark.parametrize("left_out", [True, False])
def test_a_name_left_out_has_no_mark(left_out: bool) -> None:  # noqa: FBT001 - a parameter
    """On a ballot with boxes a name that is not recorded is one with neither box marked."""
    boxes = {"A": Box.AGREE} if left_out else {"A": Box.AGREE, "B": Box.NEITHER}
    found = classify(BOXED, Ballot(boxes=boxes), LAW)
    assert (found.votes, found.neither) == (("A",), ("B",))


OTHER: dict[str, tuple[str, BallotPaper, Ballot]] = {
    "foreign name": ("foreign_name_voids", PAPER, Ballot(struck=NAMES[:1], added_names=["X"])),
    "signature": ("mark_voids", PAPER, Ballot(struck=NAMES[:1], signed=True)),
    "remark": ("mark_voids", PAPER, Ballot(struck=NAMES[:1], extra_text=True)),
    "single, both": ("unclear_single_voids", SINGLE, Ballot(boxes={"A": Box.BOTH})),
    "single, neither": ("unclear_single_voids", SINGLE, Ballot()),
}


@pytest.mark.parametrize("case", OTHER)
def test_an_assumed_fault_is_a_choice(case: str) -> None:
    """What no text was read for voids a ballot by default, graded so, and may be set otherwise."""
    field, paper, ballot = OTHER[case]
    rule = getattr(LAW, field)
    found = classify(paper, ballot, LAW)
    assert not found.valid
    assert found.citations == (rule.citation,)
    assert found.confidence is Confidence.ASSUMED
    other: dict[str, Any] = {field: recited(rule, value=False)}
    lenient = attrs.evolve(LAW, **other)
    assert classify(paper, ballot, lenient).valid


@pytest.mark.parametrize("box", list(Box))
def test_one_name_with_boxes_is_a_single_name(box: Box) -> None:
    """A list without surplus that holds one name is read as a ballot for a single name.

    To disagree with the only name is a valid vote against; the open reading of a ballot that
    disagrees with everybody is for two names or more.
    """
    alone = BallotPaper(BallotForm.NO_SURPLUS, 1, ("A",))
    assert alone.single
    assert not BOXED.single
    ballot = Ballot(boxes={"A": box})
    assert classify(alone, ballot, LAW) == classify(SINGLE, ballot, LAW)
    if box is Box.DISAGREE:
        assert classify(alone, ballot, LAW).against == ("A",)


def test_all_disagree_is_an_open_reading() -> None:
    """A ballot that agrees to nobody is void under one reading and counts under the other."""
    ballot = Ballot(boxes={"A": Box.DISAGREE, "B": Box.BOTH})
    literal = classify(BOXED, ballot, law_of("244", Readings(all_disagree_valid=False)).ballots)
    other = classify(BOXED, ballot, law_of("244", Readings(all_disagree_valid=True)).ballots)
    assert literal.reasons == (BallotFault.NOBODY_CHOSEN,)
    assert (literal.votes, literal.against, literal.uncounted) == ((), (), ())
    assert other.valid
    assert (other.against, other.both) == (("A",), ("B",))
    assert literal.confidence is other.confidence is Confidence.UNKNOWN


def test_a_listed_name_written_in_is_writing() -> None:
    """Who writes a printed name in once more adds no foreign name, but marks the ballot."""
    found = classify(PAPER, Ballot(struck=NAMES[:1], added_names=[NAMES[1]]), LAW)
    assert found.reasons == (BallotFault.SIGNED_OR_MARKED,)


def test_faults_stand_in_alphabetical_order() -> None:
    """All faults are named at once, whatever the order in which they were found."""
    ballot = Ballot(issued_by_board=False, signed=True, added_names=["X"])
    found = classify(PAPER, ballot, LAW)
    assert [fault.value for fault in found.reasons] == [
        "foreign_name",
        "not_issued",
        "signed_or_marked",
        "too_many_votes",
    ]
    assert len(found.citations) == 2


def test_more_names_than_seats_in_boxes_can_be_too_many() -> None:
    """Agreeing to more people than there are seats is too many votes on any form."""
    paper = BallotPaper(BallotForm.NO_SURPLUS, 1, ("A", "B"))
    found = classify(paper, Ballot(boxes={"A": Box.AGREE, "B": Box.AGREE}), LAW)
    assert found.reasons == (BallotFault.TOO_MANY_VOTES,)


def test_a_valid_ballot_rests_on_the_rules_it_needed() -> None:
    """A clear ballot is verified; one with a doubtful box rests on the rule about it as well."""
    clear = classify(BOXED, Ballot(boxes={"A": Box.AGREE, "B": Box.DISAGREE}), LAW)
    assert clear.citations == (LAW.counted,)
    assert clear.confidence is Confidence.VERIFIED
    doubtful = classify(BOXED, Ballot(boxes={"A": Box.AGREE, "B": Box.BOTH}), LAW)
    assert doubtful.citations == (LAW.counted, LAW.unclear_box)
    lenient = attrs.evolve(LAW, unclear_single_voids=recited(LAW.unclear_single_voids, value=False))
    single = classify(SINGLE, Ballot(boxes={"A": Box.BOTH}), lenient)
    assert single.citations == (LAW.counted, LAW.unclear_single_voids.citation)


def test_a_reading_speaks_both_languages() -> None:
    """A ballot says in words for whom it counts, or why it does not."""
    found = classify(PAPER, Ballot(struck=NAMES[:1]), LAW)
    assert found.text.vi == "phiếu hợp lệ, bầu cho: Trần Thị Bình, Phạm Thuý Duyên"
    against = classify(SINGLE, Ballot(boxes={"A": Box.DISAGREE}), LAW)
    assert against.text.en == "valid ballot, for: nobody"
    void = classify(PAPER, Ballot(), LAW)
    assert void.text.vi == "phiếu không hợp lệ: bầu quá số lượng cần bầu"
    assert void.text.en == "invalid ballot: more votes than seats"


@pytest.mark.parametrize(
    ("paper", "ballot", "said"),
    [
        (PAPER, Ballot(struck=["X"]), "not printed on the ballot"),
        (PAPER, Ballot(boxes={"A": Box.AGREE}), "has no boxes"),
        (BOXED, Ballot(struck=["A"]), "has boxes"),
        (BOXED, Ballot(boxes={"X": Box.AGREE}), "not printed on the ballot"),
        (BOXED, Ballot(boxes={"A": "agree"}), "must be a Box"),  # type: ignore[dict-item]
    ],
)
def test_what_is_no_ballot_of_this_paper_is_refused(
    paper: BallotPaper, ballot: Ballot, said: str
) -> None:
    """Marks that cannot stand on the paper are a mistake of the caller, not an invalid ballot."""
    with pytest.raises(UsageError, match=said):
        classify(paper, ballot, LAW)


def test_what_is_no_paper_is_refused() -> None:
    """A paper needs a form, a seat, and names that are told apart."""
    with pytest.raises(UsageError, match="form must be a BallotForm"):
        BallotPaper("surplus", 1, ("A",))  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="seats must be a whole number from 1"):
        BallotPaper(BallotForm.SURPLUS, 0, ("A",))
    with pytest.raises(UsageError, match="needs names"):
        BallotPaper(BallotForm.SURPLUS, 1, ())
    with pytest.raises(UsageError, match="bears one name, not 2"):
        BallotPaper(BallotForm.SINGLE, 1, ("A", "B"))
    with pytest.raises(UsageError, match="stands twice"):
        BallotPaper(BallotForm.SURPLUS, 1, (NAMES[2], DECOMPOSED))
    with pytest.raises(UsageError, match="not one text"):
        BallotPaper(BallotForm.SURPLUS, 1, "AB")
    with pytest.raises(UsageError, match="a name must be a text"):
        BallotPaper(BallotForm.SURPLUS, 1, ("A", " "))
    with pytest.raises(UsageError, match="a list, not one text"):
        Ballot(struck="A")


def test_a_count_shows_its_figures_and_its_rules() -> None:
    """A ballot with two faults is invalid once and stands under each of its reasons."""
    box: list[Ballot | tuple[int, Ballot]] = [
        (5, Ballot(struck=NAMES[:1])),
        Ballot(struck=NAMES[:1], signed=True, issued_by_board=False),
    ]
    found = count_ballots(PAPER, box, LAW)
    assert found.figures == {
        "collected": 6,
        "valid": 5,
        "invalid": 1,
        "not_issued": 1,
        "signed_or_marked": 1,
    }
    assert found.confidence is Confidence.ASSUMED
    assert found.text.en == (
        "collected 6, valid 5, invalid 1 "
        "(not issued by the counting board: 1; signed, marked or written on: 1)"
    )
    assert not found.marks
    clean = count_ballots(PAPER, [Ballot(struck=NAMES[:1])], LAW)
    assert clean.text.vi == "thu về 1, hợp lệ 1, không hợp lệ 0"
    with pytest.raises(UsageError, match="number of ballots alike"):
        count_ballots(PAPER, [(-1, Ballot())], LAW)


def test_the_marks_of_a_name_add_up_to_the_valid_ballots() -> None:
    """Without surplus every valid ballot stands once in the marks of each name."""
    seen: set[Box] = set()

    @given(st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys("AB", st.sampled_from(Box)))))
    def law(boxes: list[dict[str, Box]]) -> None:
        found = count_ballots(BOXED, [Ballot(boxes=each) for each in boxes], LAW)
        assert [marks.total for marks in found.marks.values()] == [found.valid] * 2
        assert found.votes == {name: marks.agree for name, marks in found.marks.items()}
        event(f"valid: {found.valid > 0}")
        if found.valid:
            seen.update(box for each in boxes for box in each.values())

    law()
    assert seen == set(Box)
    with pytest.raises(UsageError, match="both must be a whole number"):
        Marks(1, 1, -1, 0)
