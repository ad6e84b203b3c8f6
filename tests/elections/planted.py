"""One wrong fact for each rule: planted in a walk in which nothing is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from congress_flow import Case, FindingKind
from congress_flow.procedures import congress as k
from tests.elections.walks import Taken

Follow = Callable[..., Case[Any]]
Change = Callable[[Follow, "Case[Any] | None"], "Case[Any] | None"]
NOTHING: Mapping[Any, Any] = {}


@attrs.frozen(kw_only=True)
class Planted:
    """What is changed, and which rule must find it.

    The step is the *nth* time that *row* is taken in *walk*. `event` stands instead of its event,
    `now` replaces facts of it, `past` facts of the last earlier event of a kind, `subject` facts of
    the case; `beside` changes a case beside, by its id, takes it away or puts it there. `chosen`
    are other readings. `figures` must be among those of the finding.
    """

    rule: str
    walk: str
    row: str
    nth: int = 0
    event: Any = None
    now: Mapping[str, Any] = NOTHING
    past: Mapping[type[Any], Mapping[str, Any]] = NOTHING
    subject: Mapping[str, Any] = NOTHING
    beside: Mapping[str, Change] = NOTHING
    chosen: Mapping[str, Any] = NOTHING
    kind: FindingKind = FindingKind.BREACH
    figures: Mapping[str, Any] = NOTHING


def ids(planted: Iterable[Planted]) -> list[str]:
    """Return a name for each: rule, row, and a number."""
    return [f"{each.rule}-{each.row}-{number}" for number, each in enumerate(planted)]


def plant(
    planted: Planted, taken: Taken, follow: Follow
) -> tuple[Case[Any], Any, tuple[Case[Any], ...]]:
    """Return case, event and cases beside with the wrong fact in them."""
    case = rewritten(taken.case, follow, planted.past, planted.subject)
    beside = {other.id: other for other in taken.beside}
    for name, change in planted.beside.items():
        made = change(follow, beside.pop(name, None))
        if made is not None:
            beside[name] = made
    event = planted.event or taken.event
    return case, attrs.evolve(event, **planted.now), tuple(beside.values())


def rewritten(
    case: Case[Any],
    follow: Follow,
    past: Mapping[type[Any], Mapping[str, Any]] = NOTHING,
    subject: Mapping[str, Any] = NOTHING,
) -> Case[Any]:
    """Return *case* with facts of its past and of its subject replaced, every step allowed."""
    events = [passage.event for passage in case.passages]
    for kind, facts in past.items():
        index = max(i for i, event in enumerate(events) if isinstance(event, kind))
        known: Any = events[index]
        events[index] = attrs.evolve(known, **facts)
    changed: Case[Any] = follow(
        case.procedure, attrs.evolve(case.subject, **subject), *events, id=case.id
    )
    return changed


def gone(follow: Follow, case: Case[Any] | None) -> None:
    """Take a case away."""


def cut(steps: int) -> Change:
    """Wind a case back by so many steps."""

    def change(follow: Follow, case: Case[Any] | None) -> Case[Any] | None:
        return None if case is None else attrs.evolve(case, passages=case.passages[:-steps])

    return change


def told(**facts: Any) -> Change:
    """Replace facts of the subject of a case."""

    def change(follow: Follow, case: Case[Any] | None) -> Case[Any] | None:
        return None if case is None else rewritten(case, follow, subject=facts)

    return change


def counted_present(number: int | None) -> Change:
    """Let the congress have counted so many as present."""

    def change(follow: Follow, case: Case[Any] | None) -> Case[Any] | None:
        past = {k.ConfirmQuorum: {"present": number}}
        return None if case is None else rewritten(case, follow, past)

    return change
