"""Who stands above the cut, and who is level on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs


@attrs.frozen(slots=True, weakref_slot=False)
class Tie:
    """People with equal votes (`names`) for fewer `places` than people. Empty: no tie."""

    names: tuple[str, ...] = ()
    places: int = 0

    def __bool__(self) -> bool:
        return bool(self.names)


NO_TIE: Final = Tie()


def fill(votes: Mapping[str, int], places: int) -> tuple[tuple[str, ...], Tie]:
    """Return who takes *places*, highest first, and the tie at the last of them, if there is one.

    Equal votes keep the order of *votes*. Nobody of a group of equals that does not fit is taken.
    """
    ranked = sorted(votes, key=lambda name: -votes[name])
    if len(ranked) <= places or places == 0:
        return tuple(ranked[:places]), NO_TIE
    last = votes[ranked[places - 1]]
    if votes[ranked[places]] < last:
        return tuple(ranked[:places]), NO_TIE
    taken = tuple(name for name in ranked if votes[name] > last)
    tied = tuple(name for name in ranked if votes[name] == last)
    return taken, Tie(tied, places - len(taken))
