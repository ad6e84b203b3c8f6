"""What a review finds that no rule says: events that are not drawn, gates that nobody asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from congress_flow._demand import Breach
from congress_flow._figures import Figure
from congress_flow._rulebook import Rule
from congress_flow._text import Text
from congress_flow._verdict import Fault, Finding, FindingKind
from congress_flow.dossier._gates import GATES
from congress_flow.dossier._history import Judged

NOT_DRAWN: Final = "engine/not_drawn"
NOT_ASKED: Final = "engine/gate_not_asked"
_NOT_DRAWN: Final = Text(
    "Sự việc không có trong sơ đồ từ trạng thái này", "The event is not drawn from this stage"
)
_NOT_ASKED: Final = Text("Điều kiện không được xét", "The gate is not asked")


def undrawn(standing: Iterable[Judged]) -> tuple[tuple[Judged, ...], ...]:
    """Return the events that are not drawn, those together that found their case in one place.

    When a case does not move on, all that was recorded of it later has the same reason.
    """
    groups: dict[tuple[str, int], tuple[Judged, ...]] = {}
    for each in standing:
        if each.verdict.step is None:
            key = (each.verdict.case, each.verdict.version)
            groups[key] = (*groups.get(key, ()), each)
    return tuple(groups.values())


def not_drawn(group: tuple[Judged, ...]) -> Finding:
    """Return one finding for events that found their case in one place, and are not drawn there."""
    stage = group[0].verdict.stage
    steps = group[0].procedure.steps_from(stage)
    paths = [each.recorded.path for each in group]
    acts_vi = "; ".join(f"{each.term.vi} ({path})" for each, path in zip(group, paths, strict=True))
    acts_en = "; ".join(f"{each.term.en} ({path})" for each, path in zip(group, paths, strict=True))
    drawn_vi = "; ".join(step.term.vi for step in steps) or "không còn việc nào"
    drawn_en = "; ".join(step.term.en for step in steps) or "nothing"
    figures: dict[str, Figure | None] = {
        "events": tuple(each.verdict.kind for each in group),
        "stage": stage.name,
        "drawn": tuple(step.kind for step in steps),
        "paths": tuple(paths),
    }
    text = Text(
        f"{acts_vi}: phần việc đang ở “{stage.term.vi}”, từ đây chỉ có: {drawn_vi}",
        f"{acts_en}: the case stands at “{stage.term.en}”, from where only: {drawn_en}",
    )
    return _fault(NOT_DRAWN, _NOT_DRAWN, Breach(text, figures), None)


def not_asked(gates: Mapping[str, tuple[Rule, ...]]) -> Iterator[Finding]:
    """Yield a finding for each gate that no rule in force asks: it is not passed."""
    for gate, rules in gates.items():
        if not rules:
            title = GATES[gate]
            text = Text(
                f"{gate} ({title.vi}): không có quy tắc nào đang có hiệu lực xét điều kiện này",
                f"{gate} ({title.en}): no rule in force asks this gate",
            )
            yield _fault(NOT_ASKED, _NOT_ASKED, Breach(text, {"gate": gate}), Fault.UNGUARDED)


def _fault(rule: str, title: Text, answer: Breach, fault: Fault | None) -> Finding:
    return Finding(
        kind=FindingKind.BREACH, rule=rule, title=title, citations=(), answer=answer, fault=fault
    )
