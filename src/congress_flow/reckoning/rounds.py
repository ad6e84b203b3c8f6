"""One round of voting as it was reported, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

import attrs

from congress_flow._text import Lang, Text
from congress_flow.errors import UsageError
from congress_flow.reckoning._given import a_count, an_enum, by_name, whole
from congress_flow.reckoning._ranking import NO_TIE, Tie
from congress_flow.reckoning.ballots import BallotCount, Marks


class RoundKind(Enum):
    """The first vote; one among the tied of the round before; one for the seats still open."""

    MAIN = "main"
    RUNOFF = "runoff"
    NEXT = "next"


class RoundOutcome(Enum):
    """What came of a round."""

    FULL = "full"
    SHORT = "short"
    RUNOFF = "runoff"
    RUNOFF_TIED = "runoff_tied"
    VOID = "void"
    INCONSISTENT = "inconsistent"
    INCOMPLETE = "incomplete"

    @property
    def term(self) -> Text:
        """The outcome in words."""
        return _OUTCOME_WORDS[self]


_OUTCOME_WORDS: Final = {
    RoundOutcome.FULL: Text("bầu đủ số lượng", "all places filled"),
    RoundOutcome.SHORT: Text("bầu chưa đủ số lượng", "not all places filled"),
    RoundOutcome.RUNOFF: Text("bằng phiếu nhau, phải bầu lại trong số đó", "tied: a run-off"),
    RoundOutcome.RUNOFF_TIED: Text("bầu lại vẫn bằng phiếu nhau", "still tied after the run-off"),
    RoundOutcome.VOID: Text(
        "hủy toàn bộ số phiếu trong hòm phiếu: thu về nhiều hơn phát ra",
        "all ballots annulled: more collected than issued",
    ),
    RoundOutcome.INCONSISTENT: Text("số liệu kiểm phiếu mâu thuẫn", "contradictory figures"),
    RoundOutcome.INCOMPLETE: Text("thiếu số liệu kiểm phiếu", "figures missing"),
}


class RoundError(Enum):
    """Why the figures of a round cannot be right, in the order in which they are checked.

    The first seven are contradictions within one report; the others come from its place among the
    rounds and from the roll.
    """

    PRESENT_OVER_CONVENED = "present_over_convened"
    ISSUED_OVER_PRESENT = "issued_over_present"
    COLLECTED_OVER_ISSUED = "collected_over_issued"
    VALID_OVER_COLLECTED = "valid_over_collected"
    VOTES_OVER_VALID = "votes_over_valid"
    VOTES_OVER_CAPACITY = "votes_over_capacity"
    MARKS_NOT_EQUAL_VALID = "marks_not_equal_valid"
    ROLL_IMPOSSIBLE = "roll_impossible"
    NOTHING_OPEN = "nothing_open"
    MAIN_AGAIN = "main_again"
    NEXT_BEFORE_MAIN = "next_before_main"
    TIE_NOT_VOTED = "tie_not_voted"
    RUNOFF_WITHOUT_TIE = "runoff_without_tie"
    RUNOFF_NAMES_DIFFER = "runoff_names_differ"
    ALREADY_ELECTED = "already_elected"

    @property
    def term(self) -> Text:
        """The error in words."""
        return _ERROR_WORDS[self]


_ERROR_WORDS: Final = {
    RoundError.PRESENT_OVER_CONVENED: Text(
        "có mặt nhiều hơn triệu tập", "more present than convened"
    ),
    RoundError.ISSUED_OVER_PRESENT: Text(
        "phiếu phát ra nhiều hơn người có mặt", "more ballots issued than people present"
    ),
    RoundError.COLLECTED_OVER_ISSUED: Text(
        "phiếu thu về nhiều hơn phát ra", "more ballots collected than issued"
    ),
    RoundError.VALID_OVER_COLLECTED: Text(
        "phiếu hợp lệ nhiều hơn thu về", "more valid ballots than collected"
    ),
    RoundError.VOTES_OVER_VALID: Text(
        "có người được số phiếu nhiều hơn số phiếu hợp lệ",
        "somebody has more votes than there are valid ballots",
    ),
    RoundError.VOTES_OVER_CAPACITY: Text(
        "tổng số phiếu bầu vượt quá số lượng cần bầu nhân với số phiếu hợp lệ",
        "more votes than places times valid ballots",
    ),
    RoundError.MARKS_NOT_EQUAL_VALID: Text(
        "số đồng ý, không đồng ý và không tính không bằng số phiếu hợp lệ",
        "agree, disagree and uncounted do not add up to the valid ballots",
    ),
    RoundError.ROLL_IMPOSSIBLE: Text(
        "danh sách triệu tập mâu thuẫn", "the roll contradicts itself"
    ),
    RoundError.NOTHING_OPEN: Text("đã bầu đủ, không còn gì để bầu", "nothing is left to elect"),
    RoundError.MAIN_AGAIN: Text("đã có lần bầu đầu tiên", "there was a first vote already"),
    RoundError.NEXT_BEFORE_MAIN: Text(
        "bầu tiếp khi chưa bầu lần đầu", "a further vote before the first one"
    ),
    RoundError.TIE_NOT_VOTED: Text(
        "chưa bầu lại trong số người bằng phiếu", "the tied have not been voted on again"
    ),
    RoundError.RUNOFF_WITHOUT_TIE: Text(
        "không có người bằng phiếu để bầu lại", "nobody is tied, so there is no run-off"
    ),
    RoundError.RUNOFF_NAMES_DIFFER: Text(
        "danh sách bầu lại không phải là những người bằng phiếu",
        "the list of the run-off is not that of the tied",
    ),
    RoundError.ALREADY_ELECTED: Text(
        "danh sách có người đã trúng cử", "the list holds people already elected"
    ),
}


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Count:
    """The ballots of a round: `present` at the vote, `issued`, `collected`, `valid`."""

    present: int | None = attrs.field(default=None, validator=a_count)
    issued: int | None = attrs.field(default=None, validator=a_count)
    collected: int | None = attrs.field(default=None, validator=a_count)
    valid: int | None = attrs.field(default=None, validator=a_count)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of the figures that are not known."""
        return tuple(name for name, value in attrs.asdict(self).items() if value is None)


def _votes(table: Mapping[str, int]) -> dict[str, int]:
    return by_name(table)


def _marks(table: Mapping[str, Marks]) -> dict[str, Marks]:
    return by_name(table)


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class Round:
    """One round as the counting board reports it.

    With surplus `votes` gives each name its votes; without, `marks` gives each name its boxes. Both
    are empty where nothing was counted, as after a void box.
    """

    kind: RoundKind
    count: Count
    votes: Mapping[str, int] = attrs.field(factory=dict[str, int], converter=_votes)
    marks: Mapping[str, Marks] = attrs.field(factory=dict[str, Marks], converter=_marks)

    def __attrs_post_init__(self) -> None:
        an_enum(RoundKind, self.kind, "kind")
        if self.votes and self.marks:
            raise UsageError("a round has votes (with surplus) or marks (without), not both")
        for name, votes in self.votes.items():
            whole(votes, f"the votes of {name}")

    @classmethod
    def of(cls, kind: RoundKind, *, present: int, issued: int, counted: BallotCount) -> Round:
        """Return the round of a box that was counted ballot by ballot."""
        count = Count(
            present=present, issued=issued, collected=counted.collected, valid=counted.valid
        )
        if counted.marks:
            return cls(kind=kind, count=count, marks=counted.marks)
        return cls(kind=kind, count=count, votes=counted.votes)

    @property
    def for_whom(self) -> Mapping[str, int]:
        """The votes of each name; without surplus those who agree."""
        if self.marks:
            return {name: marks.agree for name, marks in self.marks.items()}
        return self.votes


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class RoundResult:
    """What came of one round.

    `places` were open before it, `unfilled` are open after it. `elected` are those this round
    elected, highest first. `tie` names the people level at the last place, who go to a run-off
    (outcome `RUNOFF`) or are level again after one (`RUNOFF_TIED`). `over_half_not_elected` found
    no place. `for_alternates` marks a round for the places of alternates.
    """

    kind: RoundKind
    outcome: RoundOutcome
    places: int
    elected: tuple[str, ...] = ()
    tie: Tie = NO_TIE
    over_half_not_elected: tuple[str, ...] = ()
    errors: tuple[RoundError, ...] = ()
    unknown: tuple[str, ...] = ()
    for_alternates: bool = False

    @property
    def unfilled(self) -> int:
        """The places open after the round."""
        return self.places - len(self.elected)

    @property
    def counted(self) -> bool:
        """Whether the round counts: it was neither void nor contradictory nor incomplete."""
        return self.outcome not in _NOT_COUNTED

    @property
    def text(self) -> Text:
        """The outcome in words, with names."""
        return Text(self._in("vi"), self._in("en"))

    def _in(self, lang: Lang) -> str:
        said = [self.outcome.term.within(lang)]
        if self.elected:
            word = Text("trúng cử", "elected").within(lang)
            said.append(f"{word}: {', '.join(self.elected)}")
        if self.tie:
            words = Text("bằng phiếu, còn {} chỗ: {}", "tied for {} place(s): {}").within(lang)
            said.append(words.format(self.tie.places, ", ".join(self.tie.names)))
        said += [error.term.within(lang) for error in self.errors]
        said += [f"{Text('chưa rõ', 'unknown').within(lang)}: {name}" for name in self.unknown]
        return "; ".join(said)


_NOT_COUNTED: Final = frozenset(
    {RoundOutcome.VOID, RoundOutcome.INCONSISTENT, RoundOutcome.INCOMPLETE}
)


def over(more: int | None, less: int | None) -> bool:
    """Return whether both figures are known and the first is the larger."""
    return more is not None and less is not None and more > less


def errors_of(held: Round, convened: int, places: int, *, void_rule: bool) -> list[RoundError]:
    """Return what contradicts itself in the report of one round; figures not known are passed over.

    With the *void_rule*, more ballots collected than issued is no contradiction but an event: it
    annuls the box.
    """
    count = held.count
    votes = held.for_whom
    marks = held.marks.values()
    valid = count.valid
    capacity = None if valid is None else places * valid
    checks = {
        RoundError.PRESENT_OVER_CONVENED: over(count.present, convened),
        RoundError.ISSUED_OVER_PRESENT: over(count.issued, count.present),
        RoundError.COLLECTED_OVER_ISSUED: not void_rule and over(count.collected, count.issued),
        RoundError.VALID_OVER_COLLECTED: over(valid, count.collected),
        RoundError.VOTES_OVER_VALID: over(max(votes.values(), default=0), valid),
        RoundError.VOTES_OVER_CAPACITY: over(sum(votes.values()), capacity),
        RoundError.MARKS_NOT_EQUAL_VALID: valid is not None
        and any(each.total != valid for each in marks),
    }
    return [error for error, found in checks.items() if found]
