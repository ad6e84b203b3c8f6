"""A maker of plugins for each test."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.plugins.made import Plugins


@pytest.fixture
def plugins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plugins:
    """Give a maker of plugins, with no choice of plugins made by the environment."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.delenv("CONGRESS_FLOW_PLUGINS", raising=False)
    return Plugins(tmp_path)
