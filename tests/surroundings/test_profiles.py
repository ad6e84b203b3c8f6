"""The property tests look as hard as the profile in use says."""

from __future__ import annotations

import os
import re
from pathlib import Path

from hypothesis import settings

ROOT = Path(__file__).parents[2]


def test_ci_repeats_itself() -> None:
    """In CI the same examples are tried on every run: a red build is red because of its change."""
    ci = settings.get_profile("ci")
    assert ci.derandomize
    assert ci.database is None


def test_profiles_differ_in_depth() -> None:
    """Each profile looks harder than the one before, and none hurries a slow machine."""
    dev, ci, deep = (settings.get_profile(name) for name in ("dev", "ci", "deep"))
    assert dev.max_examples < ci.max_examples < deep.max_examples
    assert dev.deadline is ci.deadline is deep.deadline is None


def test_profile_in_use_is_the_asked_one() -> None:
    """HYPOTHESIS_PROFILE is obeyed; without it, CI decides."""
    asked = os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
    in_use = settings.get_current_profile_name()
    assert in_use == asked


def test_every_law_grows_with_the_profile() -> None:
    """No test fixes its number of examples: what is asked of CI is asked the more of a deep run."""
    fixed = re.compile(r"\bsettings\([^)]*max_examples")
    tests = (ROOT / "tests").rglob("*.py"), (ROOT / "plugins").glob("*/tests/**/*.py")
    own = {ROOT / "tests" / "conftest.py", ROOT / "tests" / "effort.py"}
    found = {path for paths in tests for path in paths if fixed.search(path.read_text("utf-8"))}
    assert found <= own
