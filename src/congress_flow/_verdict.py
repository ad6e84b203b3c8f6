"""Findings and verdicts: what was asked, what was found, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, Final

import attrs

from congress_flow._demand import Breach, Caution, Demand, Gap
from congress_flow._figures import plain
from congress_flow._procedure import Event, Stage, Step, kind_of
from congress_flow._sources import Citation, Confidence
from congress_flow._text import Text
from congress_flow.errors import CongressFlowError

Plain = int | str | bool | list[str] | None


class Outcome(Enum):
    """What became of an event. The three ways of not passing are never confused."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    NOT_DRAWN = "not_drawn"
    UNKNOWN_KIND = "unknown_kind"


class FindingKind(Enum):
    """Not kept; cannot be judged; look at this. The first two refuse, a caution never does."""

    BREACH = "breach"
    GAP = "gap"
    CAUTION = "caution"


class Fault(Enum):
    """Why a finding does not come from the law but from the state of the rules themselves."""

    CRASHED = "crashed"
    UNGUARDED = "unguarded"
    WITHHELD = "withheld"
    OUT_OF_ORDER = "out_of_order"


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Finding:
    """An objection with its rule and citations.

    `answer` is the unmet demand or the objection that the rule returned. `fault` is set where the
    rules themselves failed (a crash, no rule in force, a plugin withheld): such a finding refuses
    and is never taken for an ordinary breach.
    """

    kind: FindingKind
    rule: str
    title: Text
    citations: tuple[Citation, ...]
    answer: Demand | Breach | Gap | Caution
    fault: Fault | None = None
    explained: str = ""

    @property
    def text(self) -> Text:
        """What was found, in words."""
        return self.answer.text

    @property
    def figures(self) -> Mapping[str, Plain]:
        """The figures as JSON holds them."""
        if isinstance(self.answer, Demand):
            return self.answer.figures
        return {name: plain(value) for name, value in sorted(self.answer.figures.items())}

    @property
    def sources(self) -> tuple[str, ...]:
        """Keys of the sources by which a fact was only attested."""
        return () if isinstance(self.answer, Demand) else self.answer.sources

    @property
    def refuses(self) -> bool:
        """Whether the finding stands in the way of the step."""
        return self.kind is not FindingKind.CAUTION

    @property
    def confidence(self) -> Confidence:
        """The lowest grade among the citations; `UNKNOWN` where there are none."""
        grades = [citation.confidence for citation in self.citations]
        return Confidence.lowest(*grades) if grades else Confidence.UNKNOWN


_SAYS: Final = {
    Outcome.ALLOWED: Text("được thực hiện", "allowed"),
    Outcome.REFUSED: Text("không được thực hiện", "refused"),
    Outcome.NOT_DRAWN: Text("không có trong sơ đồ từ trạng thái này", "not drawn here"),
    Outcome.UNKNOWN_KIND: Text("loại sự việc không thuộc quy trình này", "unknown event kind"),
}


@attrs.frozen(slots=True, weakref_slot=False)
class Verdict:
    """The answer to *may this be done here on this day?*, with all its reasons.

    `stage` is where the case stood, `version` how many steps it had taken; `event` is what was
    asked about, `step` is None where nothing is drawn for it. `consulted` names every rule asked,
    in order; `kept` pairs a rule with each of its demands found in order; `findings` holds all
    objections at once; `beside` the other cases looked at, each with its version.
    """

    case: str
    version: int
    procedure: str
    stage: Stage
    step: Step[Any, Any] | None
    event: Event
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    kept: tuple[tuple[str, Demand], ...] = ()
    consulted: tuple[str, ...] = ()
    beside: tuple[tuple[str, int], ...] = ()

    @property
    def kind(self) -> str:
        """The kind of event that was asked about."""
        return kind_of(type(self.event))

    @property
    def on(self) -> date:
        """The day asked about: that of the event."""
        return self.event.on

    @property
    def target(self) -> Stage | None:
        """Where the step leads, or None where nothing is drawn."""
        return None if self.step is None else self.step.target_from(self.stage)

    @property
    def allowed(self) -> bool:
        """Whether the step may be taken."""
        return self.outcome is Outcome.ALLOWED

    @property
    def objections(self) -> tuple[Finding, ...]:
        """The findings that refuse."""
        return tuple(finding for finding in self.findings if finding.refuses)

    @property
    def cautions(self) -> tuple[Finding, ...]:
        """The findings that never refuse."""
        return tuple(finding for finding in self.findings if not finding.refuses)

    @property
    def summary(self) -> Text:
        """One line: the case, the act, the outcome and the objections."""
        says = _SAYS[self.outcome]
        head = f"{self.case}: {self.kind}, {self.on.isoformat()}: "
        reasons = self.objections
        vi = "; ".join(f"{finding.title.vi}: {finding.text.vi}" for finding in reasons)
        en = "; ".join(f"{finding.title.en}: {finding.text.en}" for finding in reasons)
        return Text(
            f"{head}{says.vi}{' – ' + vi if vi else ''}",
            f"{head}{says.en}{' – ' + en if en else ''}",
        )


class StepRefused(CongressFlowError):
    """`Engine.advance` was asked for a step that may not be taken. `verdict` says why."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict
        super().__init__(verdict)

    def __str__(self) -> str:
        return self.verdict.summary.vi
