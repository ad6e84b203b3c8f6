"""One example a rule: an event it is content with, and one changed fact it objects to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import ModuleType
from typing import Any

import attrs

from congress_flow import Case, Finding, FindingKind, Level, Stage
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020.rules import book
from tests.documents.walk import CONGRESS, OPENED, SUPERIOR, UNIT, Stand

DAY = date(2020, 3, 2)
B = d.Body
Kind = d.DocumentKind


def document(kind: d.DocumentKind = Kind.POLITICAL_REPORT, **facts: Any) -> d.Document:
    """Return a document of a grassroots organisation, its congress planned for 28 May 2020."""
    known: dict[str, Any] = {
        "level": Level.GRASSROOTS,
        "unit": UNIT,
        "superior": SUPERIOR,
        "congress": CONGRESS,
        "delegates": False,
        "planned_opening": OPENED,
    }
    return d.Document(kind=kind, **{**known, **facts})


@attrs.frozen
class Example:
    """A case that rests in *stage* after *past*, and the two events that differ in one fact."""

    stage: Stage
    good: Any
    bad: Any
    figures: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    past: tuple[Any, ...] = ()
    kind: d.DocumentKind = Kind.POLITICAL_REPORT
    subject: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    beside: Callable[[Stand], Iterable[Case[Any]]] = attrs.field(default=lambda stand: ())
    chosen: Mapping[str, Any] = attrs.field(factory=dict[str, Any])
    finding: FindingKind = FindingKind.BREACH

    def weighed(self, rule: str, stand: Stand, weigh: Callable[..., Finding]) -> Finding:
        """Show that the rule is content and objects, and return its finding."""
        case = stand(
            d.document_life,
            document(self.kind, **self.subject),
            self.stage,
            *self.past,
            id=self.kind.value,
        )
        return weigh(
            rule,
            case,
            self.good,
            self.bad,
            *self.beside(stand),
            figures=dict(self.figures),
            kind=self.finding,
            **self.chosen,
        )


def rules_of(module: ModuleType) -> set[str]:
    """Return the names of the rules that a module wrote into the book."""
    return {
        rule.function.__name__ for rule in book.rules if rule.function.__module__ == module.__name__
    }


def issued(
    follow: Callable[..., Case[Any]],
    act: d.Issue,
    *later: Any,
    kind: d.DocumentKind = Kind.PLAN,
    **facts: Any,
) -> Case[Any]:
    """Return an administrative document that was issued by *act*, its case called as its number."""
    return follow(
        d.document_life,
        document(kind, **facts),
        d.Plan(on=act.on),
        d.WriteDraft(on=act.on),
        d.SendToExecutive(on=act.on),
        d.AdoptForSubmission(on=act.on),
        act,
        *later,
        id=act.number or "unnumbered",
    )
