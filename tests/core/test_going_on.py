"""A case goes on: one passage more is checked as a past is; each move is the machine's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_flow import Case, Engine, Level, Passage, Rulebook, Shelf
from congress_flow._kernel import Kernel
from congress_flow.errors import UsageError
from tests.effort import examples
from tests.ledger import small
from tests.ledger.small import CITED, FIRST, SUBJECT, TITLE, Adopt, Elsewhere, Note, Who, met, slate

ENGINE = small.engine()
DAY = timedelta(days=1)


def _case(*passages: Passage) -> Case[Any]:
    return Case(procedure=slate, id="a", subject=SUBJECT, opened_on=FIRST, passages=passages)


def _made(make: Callable[..., Case[Any]], *passages: Passage) -> Case[Any] | str:
    try:
        return make(*passages)
    except UsageError as error:
        return str(error)


def test_after_is_the_constructor() -> None:
    """Whatever passage comes next, `after` takes or refuses it as the constructor does."""
    seen: Counter[bool] = Counter()
    acts = st.lists(small.good | small.events, min_size=1, max_size=4)

    @examples(150)
    @given(acts, acts)
    def law(past: list[Any], others: list[Any]) -> None:
        case = _case()
        for act in sorted(past, key=lambda each: each.on):
            verdict = ENGINE.judge(case, act)
            if verdict.allowed:
                case = ENGINE.take(case, verdict)
        for act in others:
            verdict = ENGINE.judge(case, act)
            if verdict.step is None:
                continue
            passage = Passage(verdict)
            whole = _made(_case, *case.passages, passage)
            assert _made(case.after, passage) == whole
            seen[isinstance(whole, Case)] += 1

    law()
    assert seen[True] > 10, seen
    assert seen[False] > 10, seen


def test_after_checks_the_new_passage() -> None:
    """A step not drawn from here, a refusal and an earlier day are not taken."""
    case = ENGINE.advance(_case(), met(FIRST + DAY))
    (first,) = case.passages
    with pytest.raises(UsageError, match="is not drawn from MET"):
        case.after(first)
    act = Adopt(on=FIRST + DAY, by=Who.CHAIR)
    passed = ENGINE.advance(case, act).passages[1]
    with pytest.raises(UsageError, match="does not allow"):
        case.after(attrs.evolve(passed, verdict=ENGINE.judge(case, Adopt(on=FIRST + DAY))))
    adopted_early = attrs.evolve(passed.verdict, event=Adopt(on=FIRST, by=Who.CHAIR))
    early = attrs.evolve(passed, verdict=adopted_early)
    with pytest.raises(UsageError, match="is before"):
        case.after(early)
    assert case.after(passed).ended


def test_the_machine_makes_each_move() -> None:
    """First asked or asked again, a move is what drawing and guard say; a foreign kind is none."""
    kernel = Kernel(slate)
    asked: Counter[str | None] = Counter()
    for _ in range(2):
        for stage in slate.stages:
            for kind in (*slate.kinds.values(), Elsewhere):
                drawn = slate.table.get((stage.name, kind))
                assert kernel.move(stage.name, kind, allowed=False) is None
                reached = kernel.move(stage.name, kind, allowed=True)
                assert reached == (drawn.target_from(stage).name if drawn else None)
                asked[reached] += 1
    assert asked == {"MET": 4, "OPEN": 2, "DONE": 2, None: 16}


@pytest.mark.parametrize("on", [None, "2020-01-01", 20200101, datetime(2020, 1, 1)])  # noqa: DTZ001
@pytest.mark.parametrize("kind", [Note, Adopt, Elsewhere])
def test_days_are_days(kind: Any, on: Any) -> None:
    """An event whose day is no plain day is no event, whether or not its kind is drawn here."""
    with pytest.raises(UsageError, match="with a plain day in `on`"):
        ENGINE.judge(_case(), kind(on=on))


def test_a_rule_repealed_from_its_first_day_is_not_there() -> None:
    """A rule that ends when it begins holds on no day, and guards nothing."""
    old: Rulebook[None] = Rulebook("old", Level.CENTRE, title=TITLE, version="1")

    @old.rule(small.meet, cites=CITED, title=TITLE)
    def content(case: Case[small.Slate], act: small.Meet) -> tuple[()]:
        return ()

    new: Rulebook[None] = Rulebook("new", Level.CENTRE, title=TITLE, version="1")
    new.repeal("old/content", since=date(2019, 5, 30), cites=CITED)
    shelf = Shelf([old, new])
    assert shelf.rules() == ()
    assert not Engine(shelf).judge(_case(), met(FIRST)).consulted
