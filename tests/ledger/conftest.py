"""The ledgers that every law of ledgers is tried on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from congress_flow.ledger import JsonLinesLedger, Ledger, MemoryLedger

Made = Callable[[], Ledger]


@pytest.fixture(params=["memory", "json_lines"])
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Made]:
    """Give a function that makes an empty ledger each time it is called."""
    opened: list[JsonLinesLedger] = []

    def json_lines() -> Ledger:
        path: Path = tmp_path_factory.mktemp("ledger") / "record.jsonl"
        opened.append(JsonLinesLedger(path))
        return opened[-1]

    yield MemoryLedger if request.param == "memory" else json_lines
    for each in opened:
        each.close()


@pytest.fixture
def ledger(made: Made) -> Ledger:
    """Give an empty ledger."""
    return made()
