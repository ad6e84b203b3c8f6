"""How many examples a property test tries: so many as it needs in CI, and more when more are asked.

A number given to `settings` alone would be the same in every profile, and `make deep` no deeper.
"""

from __future__ import annotations

from hypothesis import settings

USUAL = 100
"""The examples of the profile `ci`; see `conftest.py`."""


def examples(usual: int) -> settings:
    """Return settings with *usual* examples, and as many times more as the profile in use asks."""
    in_use = settings.default.max_examples if settings.default else USUAL
    return settings(max_examples=usual * max(in_use, USUAL) // USUAL)
