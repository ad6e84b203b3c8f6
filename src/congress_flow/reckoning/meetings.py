"""The order of the meetings of the five-step procedure, and the papers each must leave."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import Final

import attrs

from congress_flow._sources import Citation, Cited
from congress_flow._text import Text
from congress_flow.errors import UsageError
from congress_flow.reckoning._given import an_enum
from congress_flow.reckoning.steps import STEPS


class Track(Enum):
    """Re-nominated people first (`R`), first-time people after them (`F`)."""

    REELECTION = "R"
    FIRST_TIME = "F"


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class StepMeeting:
    """A meeting as the file shows it: its track and step, its day, and the minutes it left."""

    track: Track
    step: int
    day: date
    minutes: bool
    counting_minutes: bool

    def __attrs_post_init__(self) -> None:
        an_enum(Track, self.track, "track")
        if self.step not in STEPS:
            raise UsageError(f"step must be one of {STEPS}, got {self.step!r}")


class SequenceFault(Enum):
    """What is wrong with a file of meetings, in alphabetical order."""

    COUNTING_MINUTES_MISSING = "counting_minutes_missing"
    DATES_GO_BACK = "dates_go_back"
    FIRST_TIME_BEFORE_REELECTION_DONE = "first_time_before_reelection_done"
    MINUTES_MISSING = "minutes_missing"
    NOT_FINISHED = "not_finished"
    STEP_OUT_OF_ORDER = "step_out_of_order"
    STEP_SKIPPED = "step_skipped"

    @property
    def term(self) -> Text:
        """The fault in words."""
        return _FAULT_WORDS[self]


_FAULT_WORDS: Final = {
    SequenceFault.COUNTING_MINUTES_MISSING: Text(
        "thiếu biên bản kiểm phiếu", "counting minutes are missing"
    ),
    SequenceFault.DATES_GO_BACK: Text(
        "ngày họp sau sớm hơn ngày họp trước", "a later meeting has an earlier day"
    ),
    SequenceFault.FIRST_TIME_BEFORE_REELECTION_DONE: Text(
        "giới thiệu người lần đầu tham gia khi chưa xong phần tái cử",
        "first-time people are introduced before the re-nominated are done",
    ),
    SequenceFault.MINUTES_MISSING: Text("thiếu biên bản hội nghị", "minutes are missing"),
    SequenceFault.NOT_FINISHED: Text("chưa làm đủ năm bước", "not all five steps are done"),
    SequenceFault.STEP_OUT_OF_ORDER: Text("quay lại bước trước", "an earlier step is gone back to"),
    SequenceFault.STEP_SKIPPED: Text("bỏ qua một bước", "a step is skipped"),
}


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class SequenceLaw:
    """Which steps must leave counting minutes, and where the order of tracks and steps stands."""

    counted_steps: Cited[frozenset[int]]
    track_order: Citation
    step_order: Citation


@attrs.frozen(slots=True, weakref_slot=False)
class Sequence:
    """What a file of meetings shows; accepted without a finding."""

    findings: tuple[SequenceFault, ...]
    citations: tuple[Citation, ...]

    @property
    def accepted(self) -> bool:
        """Whether order and papers are right."""
        return not self.findings

    @property
    def text(self) -> Text:
        """The findings in words."""
        if not self.findings:
            return Text("đúng trình tự, đủ biên bản", "in order, all minutes there")
        terms = [finding.term for finding in self.findings]
        return Text("; ".join(each.vi for each in terms), "; ".join(each.en for each in terms))


def sequence_of(
    meetings: Iterable[StepMeeting], law: SequenceLaw, *, no_reelection_track: bool = False
) -> Sequence:
    """Check the order of *meetings* (as they stand in the file) and their papers.

    Each track goes through its steps 1 to 5; a step may be held again, but not skipped and not gone
    back to. Track R is finished before track F opens, unless nobody stands for re-election.
    """
    held = tuple(meetings)
    tracks = {track: tuple(each.step for each in held if each.track is track) for track in Track}
    renamed, first = tracks[Track.REELECTION], tracks[Track.FIRST_TIME]
    walks = [steps for steps in tracks.values() if steps]
    checks = {
        SequenceFault.COUNTING_MINUTES_MISSING: any(
            each.step in law.counted_steps.value and not each.counting_minutes for each in held
        ),
        SequenceFault.DATES_GO_BACK: any(
            later.day < earlier.day for earlier, later in pairwise(held)
        ),
        SequenceFault.FIRST_TIME_BEFORE_REELECTION_DONE: bool(first)
        and not (no_reelection_track and not renamed)
        and not _done_before(held),
        SequenceFault.MINUTES_MISSING: not all(each.minutes for each in held),
        SequenceFault.NOT_FINISHED: not walks or any(STEPS[-1] not in steps for steps in walks),
        SequenceFault.STEP_OUT_OF_ORDER: any(map(_goes_back, walks)),
        SequenceFault.STEP_SKIPPED: any(map(_skips, walks)),
    }
    return Sequence(
        tuple(fault for fault in SequenceFault if checks[fault]),
        tuple(dict.fromkeys((law.step_order, law.track_order, law.counted_steps.citation))),
    )


def _done_before(held: tuple[StepMeeting, ...]) -> bool:
    """Return whether the last meeting of track R is its fifth step and stands before track F."""
    tracks = [each.track for each in held]
    opening = tracks.index(Track.FIRST_TIME)
    before = [each.step for each in held[:opening]]
    return STEPS[-1] in before and Track.REELECTION not in tracks[opening:]


def _goes_back(steps: tuple[int, ...]) -> bool:
    return any(later < earlier for earlier, later in pairwise(steps))


def _skips(steps: tuple[int, ...]) -> bool:
    highest = 0
    for step in steps:
        if step > highest + 1:
            return True
        highest = max(highest, step)
    return False
