"""What holds for every test of this checkout: how hard the property tests look.

HYPOTHESIS_PROFILE names the profile. Where it is not set, CI decides between `ci` and `dev`.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

# No deadline in any profile: the machines that run the tests are shared, and a slow example says
# something about them, not about the code. Speed is measured in tests/bench.
settings.register_profile("dev", deadline=None, max_examples=50)
# The same examples on every run, so that a red build is red because of the change in it.
settings.register_profile(
    "ci", deadline=None, max_examples=100, derandomize=True, database=None, print_blob=True
)
# New examples on every run, many of them, for the night.
settings.register_profile(
    "deep",
    deadline=None,
    max_examples=2_000,
    print_blob=True,
    phases=tuple(Phase),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)
