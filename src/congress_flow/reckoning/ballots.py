"""One ballot: whether it is valid, and for whom it counts; and a whole box of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

import attrs

from congress_flow._sources import Citation, Confidence
from congress_flow._text import Lang, Text, Worded
from congress_flow.errors import UsageError
from congress_flow.reckoning._given import an_enum, by_name, name_of, names_of, whole
from congress_flow.reckoning.law import BallotLaw


class BallotForm(Worded):
    """How a ballot is marked: by striking names out, or by boxes for several names or for one."""

    SURPLUS = "surplus", Text("phiếu có số dư: gạch tên", "with surplus: names are struck out")
    NO_SURPLUS = (
        "no_surplus",
        Text("phiếu không có số dư: đánh dấu vào ô", "no surplus: boxes are marked"),
    )
    SINGLE = "single", Text("phiếu một người: đánh dấu vào ô", "one name: boxes are marked")


class Box(Enum):
    """What stands in the two boxes of one name."""

    AGREE = "agree"
    DISAGREE = "disagree"
    BOTH = "both"
    NEITHER = "neither"


class BallotFault(Enum):
    """Why a ballot is invalid."""

    FOREIGN_NAME = "foreign_name"
    NO_CHOICE_SINGLE = "no_choice_single"
    NOBODY_CHOSEN = "nobody_chosen"
    NOT_ISSUED = "not_issued"
    SIGNED_OR_MARKED = "signed_or_marked"
    TOO_MANY_VOTES = "too_many_votes"

    @property
    def term(self) -> Text:
        """The fault in words."""
        return _FAULT_WORDS[self]


_FAULT_WORDS: Final = {
    BallotFault.FOREIGN_NAME: Text(
        "có tên người ngoài danh sách bầu cử", "a name outside the election list"
    ),
    BallotFault.NO_CHOICE_SINGLE: Text(
        "đánh dấu cả hai ô hoặc không đánh dấu ô nào cho một người duy nhất",
        "both boxes or neither for the only name",
    ),
    BallotFault.NOBODY_CHOSEN: Text("không bầu cho ai", "nobody is voted for"),
    BallotFault.NOT_ISSUED: Text(
        "không do ban kiểm phiếu phát ra", "not issued by the counting board"
    ),
    BallotFault.SIGNED_OR_MARKED: Text(
        "có ký tên, đánh dấu riêng hoặc viết thêm", "signed, marked or written on"
    ),
    BallotFault.TOO_MANY_VOTES: Text("bầu quá số lượng cần bầu", "more votes than seats"),
}


@attrs.frozen(slots=True, weakref_slot=False)
class BallotPaper:
    """The ballot as printed: its form, the seats to fill, the names of the adopted list.

    Names are kept in NFC and stay apart when they differ in any mark.
    """

    form: BallotForm
    seats: int
    names: tuple[str, ...] = attrs.field(converter=names_of)

    def __attrs_post_init__(self) -> None:
        an_enum(BallotForm, self.form, "form")
        whole(self.seats, "seats", 1)
        if not self.names:
            raise UsageError("a ballot needs names")
        if self.form is BallotForm.SINGLE and len(self.names) != 1:
            raise UsageError(f"a ballot for a single name bears one name, not {len(self.names)}")

    @property
    def single(self) -> bool:
        """Whether boxes stand beside one name only: then it is valid to disagree with it."""
        return self.form is not BallotForm.SURPLUS and len(self.names) == 1


def _names(names: Iterable[str]) -> frozenset[str]:
    if isinstance(names, str):
        raise UsageError(f"names are a list, not one text: {names!r}")
    return frozenset(names)


def _added(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name_of(name) for name in _names(names))


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class Ballot:
    """One ballot as it came out of the box.

    `struck` are the names crossed out (with surplus), `boxes` what stands beside a name (without);
    a name left out of `boxes` has no mark. `added_names` were written in.
    """

    struck: frozenset[str] = attrs.field(default=frozenset(), converter=_names)
    boxes: Mapping[str, Box] = attrs.field(factory=dict[str, Box])
    added_names: frozenset[str] = attrs.field(default=frozenset(), converter=_added)
    issued_by_board: bool = True
    signed: bool = False
    extra_text: bool = False


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class BallotReading:
    """What one ballot says: valid or not and why; for whom, against whom, for whom nothing.

    An invalid ballot says nothing: its lists are empty. `reasons` stand in alphabetical order, all
    that apply. `both` and `neither` are the names beside which both boxes or neither was marked.
    """

    reasons: tuple[BallotFault, ...] = ()
    votes: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()
    citations: tuple[Citation, ...]

    @property
    def uncounted(self) -> tuple[str, ...]:
        """The names that get nothing from a ballot that is valid all the same."""
        return self.both + self.neither

    @property
    def valid(self) -> bool:
        """Whether the ballot counts."""
        return not self.reasons

    @property
    def confidence(self) -> Confidence:
        """The lowest grade of the rules that the reading rests on."""
        return Confidence.lowest(*(each.confidence for each in self.citations))

    @property
    def text(self) -> Text:
        """The reading in words."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        if self.reasons:
            head = Text("phiếu không hợp lệ", "invalid ballot").within(lang)
            return f"{head}: {'; '.join(each.term.within(lang) for each in self.reasons)}"
        head = Text("phiếu hợp lệ, bầu cho", "valid ballot, for").within(lang)
        return f"{head}: {', '.join(self.votes) or Text('không ai', 'nobody').within(lang)}"


def classify(paper: BallotPaper, ballot: Ballot, law: BallotLaw) -> BallotReading:
    """Return what *ballot* says.

    Raises `UsageError` where it is not a ballot of this paper: a name struck or boxed that is not
    printed on it, boxes on a ballot for striking out, or the other way round.
    """
    votes, against, both, neither = _marked(paper, ballot)
    unclear = bool(both or neither)
    faults = _faults(paper, ballot, law, len(votes), unclear)
    if faults:
        reasons = tuple(sorted(faults, key=lambda fault: fault.value))
        return BallotReading(
            reasons=reasons, citations=tuple(dict.fromkeys(faults[each] for each in reasons))
        )
    return BallotReading(
        votes=votes,
        against=against,
        both=both,
        neither=neither,
        citations=_rests_on(paper, law, len(votes), unclear),
    )


def _marked(paper: BallotPaper, ballot: Ballot) -> tuple[tuple[str, ...], ...]:
    """Return the names voted for, against, with both boxes marked, and with neither."""
    printed = paper.names
    if paper.form is BallotForm.SURPLUS:
        if ballot.boxes:
            raise UsageError("a ballot with surplus has no boxes: names are struck out")
        struck = ballot.struck
        # The common case first: names as they are printed need no look at their letters.
        if not struck.issubset(printed):
            struck = frozenset(map(name_of, struck))
            _only_printed(printed, struck)
        return tuple(name for name in printed if name not in struck), (), (), ()
    if ballot.struck:
        raise UsageError("a ballot without surplus has boxes: no name is struck out")
    boxes = ballot.boxes
    if not boxes.keys() <= set(printed):
        boxes = by_name(boxes)
        _only_printed(printed, boxes)
    by_box: dict[Box, list[str]] = {box: [] for box in Box}
    for name in printed:
        box = boxes.get(name, Box.NEITHER)
        an_enum(Box, box, f"the box of {name}")
        by_box[box].append(name)
    return tuple(tuple(by_box[box]) for box in Box)


def _only_printed(printed: tuple[str, ...], names: Iterable[str]) -> None:
    strange = sorted(set(names).difference(printed))
    if strange:
        raise UsageError(f"marks beside names that are not printed on the ballot: {strange}")


def _faults(
    paper: BallotPaper,
    ballot: Ballot,
    law: BallotLaw,
    votes: int,
    unclear: bool,  # noqa: FBT001 - a fact of the ballot, not a switch
) -> dict[BallotFault, Citation]:
    found: dict[BallotFault, Citation] = {}
    if not ballot.issued_by_board:
        found[BallotFault.NOT_ISSUED] = law.issued_by_board
    marked = ballot.signed or ballot.extra_text
    if ballot.added_names:
        foreign = not ballot.added_names.issubset(paper.names)
        if foreign and law.foreign_name_voids.value:
            found[BallotFault.FOREIGN_NAME] = law.foreign_name_voids.citation
        # A listed name written in once more is no foreign name, but it is writing.
        marked = marked or not foreign
    if marked and law.mark_voids.value:
        found[BallotFault.SIGNED_OR_MARKED] = law.mark_voids.citation
    if votes > paper.seats:
        found[BallotFault.TOO_MANY_VOTES] = law.votes
    if paper.single:
        if unclear and law.unclear_single_voids.value:
            found[BallotFault.NO_CHOICE_SINGLE] = law.unclear_single_voids.citation
    elif not votes and paper.form is BallotForm.SURPLUS:
        found[BallotFault.NOBODY_CHOSEN] = law.votes
    elif not votes and not law.all_disagree_valid.value:
        found[BallotFault.NOBODY_CHOSEN] = law.all_disagree_valid.citation
    return found


def _rests_on(
    paper: BallotPaper,
    law: BallotLaw,
    votes: int,
    unclear: bool,  # noqa: FBT001 - a fact of the ballot, not a switch
) -> tuple[Citation, ...]:
    if paper.form is BallotForm.SURPLUS:
        return (law.votes,)
    rests = [law.counted]
    if unclear:
        rests.append(law.unclear_single_voids.citation if paper.single else law.unclear_box)
    if not votes and not paper.single:
        rests.append(law.all_disagree_valid.citation)
    return tuple(rests)


@attrs.frozen(slots=True, weakref_slot=False)
class Marks:
    """The boxes of one name on all valid ballots."""

    agree: int
    disagree: int
    both: int
    neither: int

    def __attrs_post_init__(self) -> None:
        for name in ("agree", "disagree", "both", "neither"):
            whole(getattr(self, name), name)

    @property
    def total(self) -> int:
        """The ballots on which the name stood."""
        return self.agree + self.disagree + self.both + self.neither


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class BallotCount:
    """The sum of a box: how many ballots, how many valid, why the others are not, and the votes.

    A ballot with two faults is invalid once and stands under each of its reasons. `votes` holds
    every printed name in the order of the ballot; `marks` is empty where names are struck out.
    """

    paper: BallotPaper
    collected: int
    valid: int
    invalid_reasons: Mapping[BallotFault, int]
    votes: Mapping[str, int]
    marks: Mapping[str, Marks]
    citations: tuple[Citation, ...]

    @property
    def invalid(self) -> int:
        """The ballots that do not count."""
        return self.collected - self.valid

    @property
    def confidence(self) -> Confidence:
        """The lowest grade of the rules that the ballots needed."""
        return Confidence.lowest(*(each.confidence for each in self.citations))

    @property
    def figures(self) -> dict[str, int]:
        """`collected`, `valid`, `invalid` and the number of ballots under each reason."""
        reasons = {fault.value: count for fault, count in self.invalid_reasons.items()}
        return {
            "collected": self.collected,
            "valid": self.valid,
            "invalid": self.invalid,
            **reasons,
        }

    @property
    def text(self) -> Text:
        """The count in words."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        words = Text("thu về {}, hợp lệ {}, không hợp lệ {}", "collected {}, valid {}, invalid {}")
        head = words.within(lang).format(self.collected, self.valid, self.invalid)
        reasons = [
            f"{fault.term.within(lang)}: {count}" for fault, count in self.invalid_reasons.items()
        ]
        return f"{head} ({'; '.join(reasons)})" if reasons else head


def count_ballots(
    paper: BallotPaper, ballots: Iterable[Ballot | tuple[int, Ballot]], law: BallotLaw
) -> BallotCount:
    """Count a box of ballots one by one; `(n, ballot)` stands for n ballots that are alike.

    Raises `UsageError` as `classify` does.
    """
    collected = valid = 0
    reasons: Counter[BallotFault] = Counter()
    tallies: dict[Box, Counter[str]] = {box: Counter() for box in Box}
    citations: dict[Citation, None] = {law.counted: None}
    for each in ballots:
        number, ballot = each if isinstance(each, tuple) else (1, each)
        whole(number, "the number of ballots alike")
        reading = classify(paper, ballot, law)
        citations.update(dict.fromkeys(reading.citations))
        collected += number
        if reading.reasons:
            reasons.update(dict.fromkeys(reading.reasons, number))
            continue
        valid += number
        says = (reading.votes, reading.against, reading.both, reading.neither)
        for box, names in zip(Box, says, strict=True):
            tally = tallies[box]
            for name in names:
                tally[name] += number
    return BallotCount(
        paper=paper,
        collected=collected,
        valid=valid,
        invalid_reasons={fault: reasons[fault] for fault in BallotFault if reasons[fault]},
        votes={name: tallies[Box.AGREE][name] for name in paper.names},
        marks={
            name: Marks(*(tallies[box][name] for box in Box))
            for name in paper.names
            if paper.form is not BallotForm.SURPLUS
        },
        citations=tuple(citations),
    )
