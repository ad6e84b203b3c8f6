"""The review of a dossier: is the congress ready, what is missing, what was against which rule.

Every event is judged in the order of its day; then *declare ready* is judged on the day of the
review. What was refused and never made good, and every caution, counts beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any, Final

import attrs

from congress_flow._case import Case
from congress_flow._engine import Engine
from congress_flow._rulebook import Rule
from congress_flow._text import Text
from congress_flow._verdict import Fault, Finding, FindingKind, Verdict
from congress_flow.dossier._attested import unwalked
from congress_flow.dossier._beyond import NOT_ASKED, NOT_DRAWN, not_asked, not_drawn, undrawn
from congress_flow.dossier._discrepancies import discrepancies
from congress_flow.dossier._dossier import Dossier
from congress_flow.dossier._filing import declaration
from congress_flow.dossier._gates import asked, number_of, title_of
from congress_flow.dossier._history import History, history
from congress_flow.errors import BadInput, Problem
from congress_flow.procedures.preparation import (
    PREPARING,
    Preparation,
    Readiness,
    declare_ready,
    preparation,
    readiness,
)


class GateOutcome(Enum):
    """What became of a gate."""

    PASSED = "passed"
    CAUTION = "caution"
    UNKNOWN = "unknown"
    FAILED = "failed"

    @property
    def term(self) -> Text:
        """The outcome in words."""
        return _OUTCOMES[self]


_OUTCOMES: Final = {
    GateOutcome.PASSED: Text("đạt", "passed"),
    GateOutcome.CAUTION: Text("đạt, có lưu ý", "passed with a caution"),
    GateOutcome.UNKNOWN: Text("chưa rõ", "unknown"),
    GateOutcome.FAILED: Text("không đạt", "failed"),
}


class Evidence(Enum):
    """By what a gate was judged: records, the word of a source, or nothing."""

    RECORDED = "recorded"
    ATTESTED = "attested"
    NONE = "none"

    @property
    def term(self) -> Text:
        """The evidence in words."""
        return _EVIDENCE[self]


_EVIDENCE: Final = {
    Evidence.RECORDED: Text("có hồ sơ", "recorded"),
    Evidence.ATTESTED: Text("theo nguồn", "attested"),
    Evidence.NONE: Text("không có", "none"),
}


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Remark:
    """A finding in its place: of which case, on which day.

    `gate` is empty where it is of none, `path` (where the event stands in the file) where it is of
    no event.
    """

    finding: Finding
    case: str
    on: date
    gate: str = ""
    path: str = ""

    @property
    def rank(self) -> int:
        """How serious it is, most serious first: from 0 to 4."""
        kind = self.finding.kind
        if kind is FindingKind.BREACH:
            return 0 if self.finding.fault else 1
        if kind is FindingKind.GAP:
            return 2
        return 4 if self.finding.explained else 3


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Gate:
    """One gate as it was judged; `remarks` are its findings, by their place in the review."""

    id: str
    title: Text
    outcome: GateOutcome
    evidence: Evidence
    remarks: tuple[int, ...] = ()


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True, repr=False)
class Review:
    """What a dossier amounts to on the day `as_of`.

    `remarks` are all findings, most serious first; `declared` is the verdict on *declare ready*;
    `history` every event with its verdict and the cases as they stand; `engine` by whose shelf it
    was judged.
    """

    dossier: Dossier
    engine: Engine
    as_of: date
    readiness: Readiness
    gates: tuple[Gate, ...]
    remarks: tuple[Remark, ...]
    declared: Verdict
    history: History

    def __repr__(self) -> str:
        return f"Review({self.dossier.id!r}, {self.as_of}, {self.readiness.value})"


def review(dossier: Dossier, engine: Engine, as_of: date | None = None) -> Review:
    """Judge *dossier* from end to end on the day *as_of*, by the rules of *engine*.

    Without a day, that of the planned opening, else the latest day that the dossier records.
    Raises `BadInput` where no day can be told, or where a rulebook is missing by which the dossier
    must be judged.
    """
    _books_at_hand(dossier, engine)
    day = as_of or default_day(dossier)
    past = history(dossier, engine, day)
    declared = engine.judge(_before_ready(past), declaration(dossier, day), past.cases.values())
    gates = asked(placed.rule for placed in engine.shelf.guard(declare_ready, day).placed)
    if engine.shelf.withheld:
        counting = [(_withheld(declared), "")]
    else:
        # What the gates cannot see stands with the declaration, and counts as its findings do.
        beyond = (
            *declared.findings,
            *not_asked(gates),
            *unwalked(dossier, day),
            *discrepancies(dossier, day),
        )
        counting = [(attrs.evolve(declared, findings=beyond), ""), *_counting(past)]
    remarks = tuple(sorted(_remarks(counting, gates), key=_order))
    return Review(
        dossier=dossier,
        engine=engine,
        as_of=day,
        readiness=readiness(*(verdict for verdict, _ in counting)),
        gates=tuple(_gates(gates, remarks, declared)),
        remarks=remarks,
        declared=declared,
        history=past,
    )


def default_day(dossier: Dossier) -> date:
    """Return the day of the planned opening, else the latest day that the dossier records.

    Raises `BadInput` where it records none.
    """
    day = dossier.tables.congress.planned_opening or dossier.last_day
    if day is None:
        text = Text(
            "không rõ xét đến ngày nào: cho ngày bằng --as-of",
            "there is no day to judge by: give one with --as-of",
        )
        raise BadInput([Problem("congress.planned_opening", text)])
    return day


def _books_at_hand(dossier: Dossier, engine: Engine) -> None:
    known = [book.id for book in engine.shelf.books]
    problems = [
        Problem(
            f"dossier.books[{index}]",
            Text(
                f"hồ sơ phải xét theo bộ quy tắc “{name}”, nhưng chưa nạp bộ này",
                f"to be judged by the rulebook “{name}”, which is not loaded",
            ),
        )
        for index, name in enumerate(dossier.tables.head.books)
        if name not in known
    ]
    if problems:  # a plugin that could not be used may be why
        raise BadInput([*problems, *engine.shelf.withheld])


def _before_ready(past: History) -> Case[Preparation]:
    """Return the preparation as it stood just before it was declared ready, if it was."""
    case: Case[Preparation] = past.cases[preparation.id]
    while case.stage is not PREPARING:
        case = attrs.evolve(case, passages=case.passages[:-1])
    return case


def _withheld(declared: Verdict) -> Verdict:
    """Return the declaration where a plugin could not be used, with that and nothing else.

    Every step is refused then. What the rules at hand find of a dossier in which nothing has
    happened says nothing about it.
    """
    told = [each for each in declared.findings if each.fault is Fault.WITHHELD]
    return attrs.evolve(declared, findings=tuple(told))


def _counting(past: History) -> Iterator[tuple[Verdict, str]]:
    """Yield what counts beside the declaration: what was taken, and what was refused for good.

    With each stands where its event is told.

    An earlier declaration of readiness does not: the one on the day of the review stands for it.
    """
    standing = past.standing
    for each in past.judged:
        earlier = each.verdict.step is declare_ready
        if (
            each.verdict.step is not None
            and not earlier
            and (each.verdict.allowed or each in standing)
        ):
            yield each.verdict, each.recorded.path
    for group in undrawn(standing):
        first = group[0]
        yield attrs.evolve(first.verdict, findings=(not_drawn(group),)), first.recorded.path


def _remarks(
    verdicts: Iterable[tuple[Verdict, str]], gates: Mapping[str, tuple[Rule, ...]]
) -> Iterator[Remark]:
    gate_of = {rule.id: gate for gate, rules in gates.items() for rule in rules}
    for verdict, path in verdicts:
        for finding in verdict.findings:
            gate = gate_of.get(finding.rule, "")
            if finding.rule == NOT_ASKED:
                gate = str(finding.figures["gate"])
            yield Remark(finding=finding, case=verdict.case, on=verdict.on, gate=gate, path=path)


def _order(remark: Remark) -> tuple[Any, ...]:
    """Most serious first; of equals the gates first, then by day, as one thing leads to another.

    What is not drawn stands last: it mostly follows from something that was refused before.
    """
    gate = number_of(remark.gate)
    follows = remark.finding.rule == NOT_DRAWN
    return (remark.rank, not gate, gate, follows, remark.on, remark.case)


def _gates(
    gates: Mapping[str, tuple[Rule, ...]], remarks: tuple[Remark, ...], declared: Verdict
) -> Iterator[Gate]:
    for gate, rules in gates.items():
        own = [
            (index, each)
            for index, each in enumerate(remarks)
            if each.gate == gate or _closes_all(each)
        ]
        yield Gate(
            id=gate,
            title=title_of(gate, rules),
            outcome=_outcome([each.finding for _, each in own]) if rules else GateOutcome.FAILED,
            # What closes all gates alike says nothing of the evidence for this one.
            evidence=_evidence(
                [each.finding for _, each in own if each.gate == gate]
                or [each.finding for _, each in own],
                rules,
                declared,
            ),
            remarks=tuple(index for index, _ in own),
        )


def _closes_all(remark: Remark) -> bool:
    """Return whether no gate is passed, whatever its own rules found: nobody may declare ready."""
    if remark.finding.fault is Fault.WITHHELD:
        return True
    # An act of the same case, on its own day, may have found no rule either; that closes no gate.
    unguarded = remark.finding.fault is Fault.UNGUARDED and not remark.gate
    return unguarded and remark.case == preparation.id and not remark.path


def _outcome(findings: Iterable[Finding]) -> GateOutcome:
    kinds = {finding.kind for finding in findings}
    for kind, outcome in (
        (FindingKind.BREACH, GateOutcome.FAILED),
        (FindingKind.GAP, GateOutcome.UNKNOWN),
        (FindingKind.CAUTION, GateOutcome.CAUTION),
    ):
        if kind in kinds:
            return outcome
    return GateOutcome.PASSED


def _evidence(findings: list[Finding], rules: tuple[Rule, ...], declared: Verdict) -> Evidence:
    """Attested, if a source was heard; else recorded, unless all that was found is a gap."""
    if any(finding.sources for finding in findings):
        return Evidence.ATTESTED
    kept = {rule for rule, _ in declared.kept}
    lacking = not rules or all(finding.kind is FindingKind.GAP for finding in findings)
    if findings and lacking and not kept & {rule.id for rule in rules}:
        return Evidence.NONE
    return Evidence.RECORDED
