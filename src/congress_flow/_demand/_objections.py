"""The objections that a rule may raise where no comparison fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from congress_flow._figures import Figure, PlainFigure, plain_value
from congress_flow._text import Text, nfc


def _as_figures(figures: Mapping[str, Figure | None]) -> Mapping[str, PlainFigure | None]:
    return {nfc(name): plain_value(figure) for name, figure in figures.items()}


def _as_sources(sources: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(nfc, sources))


_NO_FIGURES: Final[Mapping[str, PlainFigure | None]] = {}


@attrs.frozen(slots=True, weakref_slot=False)
class Breach:
    """An objection: something is not kept. Refuses the step, unless its rule only warns."""

    text: Text
    figures: Mapping[str, PlainFigure | None] = attrs.field(
        default=_NO_FIGURES, converter=_as_figures, hash=False
    )
    sources: tuple[str, ...] = attrs.field(default=(), converter=_as_sources)


@attrs.frozen(slots=True, weakref_slot=False)
class Gap:
    """An objection: it cannot be judged because a fact is missing. Refuses the step."""

    text: Text
    figures: Mapping[str, PlainFigure | None] = attrs.field(
        default=_NO_FIGURES, converter=_as_figures, hash=False
    )
    sources: tuple[str, ...] = attrs.field(default=(), converter=_as_sources)


@attrs.frozen(slots=True, weakref_slot=False)
class Caution:
    """A remark: look at this. Never refuses; `explained` is the recorded explanation, if any."""

    text: Text
    figures: Mapping[str, PlainFigure | None] = attrs.field(
        default=_NO_FIGURES, converter=_as_figures, hash=False
    )
    sources: tuple[str, ...] = attrs.field(default=(), converter=_as_sources)
    explained: str = attrs.field(default="", converter=nfc)


Objection = Breach | Gap | Caution
