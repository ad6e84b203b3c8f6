"""The property tests look as hard as the profile in use says."""

from __future__ import annotations

import os

from hypothesis import settings


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
