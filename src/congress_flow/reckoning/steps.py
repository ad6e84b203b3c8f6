"""The vote on one person at one of the five steps.

The base of a step is its own figure (those convened, at step 2 the reading in use), and exactly
half fails.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Final

import attrs

from congress_flow._demand import Demand, at_least, more_than
from congress_flow._sources import Citation, Cited, Confidence
from congress_flow._text import Text, Worded
from congress_flow.errors import UsageError
from congress_flow.reckoning._given import a_count, instance

STEPS: Final = (1, 2, 3, 4, 5)
_AGREE: Final = Text("số phiếu đồng ý", "votes in favour")
_PRESENT: Final = Text("số người có mặt", "present")


class StepBase(Worded):
    """The figure of a step that a majority is taken of."""

    CONVENED = "convened", Text("số người được triệu tập", "those convened")
    PRESENT = "present", Text("số người có mặt", "those present")
    VALID = "valid", Text("số phiếu hợp lệ", "the valid ballots")


@attrs.frozen(slots=True, weakref_slot=False)
class StepQuorum:
    """The share of those convened who must be there: reached, or passed where *strict*; 0: none."""

    share: Fraction
    strict: bool = False


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, eq=False)
class StepLaw:
    """The law of the five steps. The mappings have an entry for each step, 1 to 5.

    `step2_eliminates` and `names_join_at` (the step at which new names may be added; 0: none) are
    open readings, and so are the base of step 2 and the quorums of the other steps.
    """

    threshold: Cited[Fraction]
    base: Mapping[int, Cited[StepBase]]
    quorum: Mapping[int, Cited[StepQuorum]]
    step2_eliminates: Cited[bool]
    names_join_at: Cited[int]
    overflow: Citation


@attrs.frozen(slots=True, weakref_slot=False)
class Excess:
    """A figure that is larger than one that contains it, e.g. more valid ballots than returned."""

    later: str
    earlier: str

    @property
    def id(self) -> str:
        """The contradiction as one word: `valid_over_returned`."""
        return f"{self.later}_over_{self.earlier}"

    @property
    def text(self) -> Text:
        """The contradiction in words."""
        later, earlier = _FIGURES[self.later], _FIGURES[self.earlier]
        return Text(f"{later.vi} nhiều hơn {earlier.vi}", f"{later.en} more than {earlier.en}")


_FIGURES: Final = {
    "convened": Text("số người được triệu tập", "convened"),
    "present": Text("số người có mặt", "present"),
    "issued": Text("số phiếu phát ra", "ballots issued"),
    "returned": Text("số phiếu thu về", "ballots returned"),
    "valid": Text("số phiếu hợp lệ", "valid ballots"),
    "agree": Text("số phiếu đồng ý", "votes in favour"),
    "marks": Text("số phiếu đồng ý và không đồng ý", "votes in favour and against"),
}


def a_step(_: object, attribute: attrs.Attribute[int], value: object) -> None:
    """Validate an attrs field that holds a step, 1 to 5."""
    if type(value) is not int or value not in STEPS:
        raise UsageError(f"{attribute.name} must be one of {STEPS}, got {value!r}")


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class StepCount:
    """The figures of one person's vote at one step, None where they are not known.

    convened ≥ present ≥ issued ≥ returned ≥ valid ≥ agree (+ disagree), or the figures contradict
    each other.
    """

    step: int = attrs.field(validator=a_step)
    convened: int | None = attrs.field(default=None, validator=a_count)
    present: int | None = attrs.field(default=None, validator=a_count)
    issued: int | None = attrs.field(default=None, validator=a_count)
    returned: int | None = attrs.field(default=None, validator=a_count)
    valid: int | None = attrs.field(default=None, validator=a_count)
    agree: int | None = attrs.field(default=None, validator=a_count)
    disagree: int | None = attrs.field(default=None, validator=a_count)

    @property
    def errors(self) -> tuple[Excess, ...]:
        """What contradicts itself; each figure is held against the last one known before it."""
        chain = ("convened", "present", "issued", "returned", "valid", "agree")
        known = [(name, getattr(self, name)) for name in chain if getattr(self, name) is not None]
        found = [
            Excess(later, earlier)
            for (earlier, more), (later, less) in pairwise(known)
            if less > more
        ]
        if None not in (self.agree, self.disagree, self.valid) and self._marks > (self.valid or 0):
            found.append(Excess("marks", "valid"))
        return tuple(found)

    @property
    def _marks(self) -> int:
        return (self.agree or 0) + (self.disagree or 0)

    def figure(self, base: StepBase) -> int | None:
        """Return the figure that a majority is taken of under *base*."""
        of: int | None = getattr(self, base.value)
        return of


def _all(*answers: bool | None) -> bool | None:
    return False if False in answers else None if None in answers else True


@attrs.frozen(slots=True, weakref_slot=False, eq=False)
class StepResult:
    """Whether one person passes one step: figures that agree, a quorum, more than half."""

    count: StepCount
    law: StepLaw

    @property
    def errors(self) -> tuple[Excess, ...]:
        """The contradictions in the figures; with one, nobody passes."""
        return self.count.errors

    @property
    def consistent(self) -> bool:
        """Whether the figures can be right."""
        return not self.errors

    @property
    def quorum_demand(self) -> Demand | None:
        """The quorum as a comparison; None where the law asks for none."""
        rule = self.law.quorum[self.count.step].value
        if not rule.share:
            return None
        compare = more_than if rule.strict else at_least
        return compare(self.count.present, of=self.count.convened, share=rule.share, what=_PRESENT)

    @property
    def quorum(self) -> bool | None:
        """Whether enough people were there; None if a figure is not known."""
        demand = self.quorum_demand
        return True if demand is None else demand.met

    def demand(self, base: StepBase | None = None) -> Demand:
        """Return the majority as a comparison, on the base of the step or on another one."""
        of = self.count.figure(self.law.base[self.count.step].value if base is None else base)
        share = self.law.threshold.value
        return more_than(self.count.agree, of=of, share=share, what=_AGREE)

    @property
    def base(self) -> int | None:
        """The figure that the majority is taken of; None if it is not known."""
        return self.demand().of

    @property
    def need(self) -> int | None:
        """The fewest votes that are more than half; None if the base is not known."""
        return self.demand().least

    @property
    def over_half(self) -> bool | None:
        """Whether the votes are more than half of the base; exactly half is not (trap TR4)."""
        return self.demand().met

    @property
    def passed(self) -> bool | None:
        """Whether the person passes the step; None if a figure is not known."""
        return self.passes_on(self.law.base[self.count.step].value)

    def passes_on(self, base: StepBase) -> bool | None:
        """Return whether the person would pass with the majority taken of *base*."""
        return _all(self.consistent, self.quorum, self.demand(base).met)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The places that the answer rests on."""
        step = self.count.step
        law = self.law
        rests = (law.threshold.citation, law.base[step].citation, law.quorum[step].citation)
        return tuple(dict.fromkeys(rests))

    @property
    def confidence(self) -> Confidence:
        """The lowest grade of the citations."""
        return Confidence.lowest(*(each.confidence for each in self.citations))

    @property
    def text(self) -> Text:
        """The answer in words."""
        texts = [each.text for each in self.errors]
        quorum = self.quorum_demand
        if quorum is not None:
            texts.append(quorum.text)
        texts.append(self.demand().text)
        return Text("; ".join(each.vi for each in texts), "; ".join(each.en for each in texts))


def step_of(count: StepCount, law: StepLaw) -> StepResult:
    """Judge one person's vote at one step."""
    instance(StepCount, count)
    return StepResult(count, law)
