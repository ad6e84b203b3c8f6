"""Every kind of document goes its whole way through real events, judged by the whole book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from congress_flow import Engine, Level, Shelf
from congress_flow.procedures import document_life as d
from congress_flow_vn_2020.readings import Readings2020
from congress_flow_vn_2020.rules import book
from tests.documents.walk import B, NewWalk, Stand, Walk
from tests.documents.walks import WALKS, Kind


@pytest.fixture
def walk(readings: Readings2020) -> NewWalk:
    def begin(kind: d.DocumentKind, *, chosen: dict[str, Any] | None = None, **facts: Any) -> Walk:
        shelf = Shelf([book], [attrs.evolve(readings, **(chosen or {}))])
        return Walk(Engine(shelf), kind, **facts)

    return begin


@pytest.mark.parametrize("name", WALKS)
def test_each_profile_reaches_its_end(name: str, walk: NewWalk, stand: Stand) -> None:
    """A document of each kind goes its whole way without one objection, not even a caution."""
    go, end = WALKS[name]
    gone = go(walk, stand)
    assert gone.case.stage.name == end
    assert gone.cautions == []


def test_every_row_of_the_table_was_taken(walk: NewWalk, stand: Stand) -> None:
    """Counted over all walks, every one of the 39 rows was taken, and every kind but the scheme."""
    taken: Counter[str] = Counter()
    kinds = set[d.DocumentKind]()
    for go, _ in WALKS.values():
        gone = go(walk, stand)
        taken.update(gone.steps)
        kinds.add(gone.case.subject.kind)
    assert set(taken) == {step.id for step in d.document_life.steps}
    assert len(taken) == 39
    assert kinds == set(d.DocumentKind) - {Kind.PERSONNEL_SCHEME}
    assert taken["D5"] >= 20
    assert taken["D17"] == taken["D18"] - 1 == 1


@pytest.mark.parametrize("stage", [stage.name for stage in d.withdraw.sources])
def test_a_document_can_be_given_up_until_it_is_presented(
    stage: str, stand: Stand, judge: Callable[..., Any]
) -> None:
    """From each of the fifteen stages before the congress a reason is enough to withdraw."""
    subject = d.Document(kind=Kind.POLITICAL_REPORT, level=Level.GRASSROOTS)
    case = stand(d.document_life, subject, d.document_life.stage(stage))
    day, by = date(2020, 3, 2), B.STANDING_COMMITTEE
    assert judge(case, d.Withdraw(on=day, by=by, reason="trùng nội dung")).allowed
    assert not judge(case, d.Withdraw(on=day, by=by, reason="")).allowed
