"""Attested facts: what a source says, as opposed to what was recorded in a case.

An attested fact passes a gate only with a caution that names its source. `sources` holds keys of
the sources (e.g. `P2.S5`: paragraph 2, sentence 5 of an article).
"""

from __future__ import annotations

from datetime import date

import attrs

from congress_flow._sources import Level
from congress_flow._text import Text, Worded
from congress_flow.errors import UsageError


class Says(Worded):
    """What a source says of a matter."""

    DONE = "done", Text("đã làm", "done")
    UNDER_WAY = "under way", Text("đang làm", "under way")
    PLANNED = "planned", Text("mới dự kiến", "planned")
    NOT_TOLD = "not told", Text("không nói đến", "not told")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Statement:
    """What the sources say of one gate.

    `missing` and `unknown` are the things that one would like to know and is not told, in the
    words of the dossier (Vietnamese, English).
    """

    gate: str
    says: Says
    sources: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Paper:
    """A numbered document that a plan rests on, or that was issued on the way.

    `implements`, `amends`, `guides` hold ids of other papers; `issuer` the level of the issuer,
    `own` whether the unit itself issued it.
    """

    id: str
    type: str
    number: str | None = None
    issued: date | None = None
    level: Level | None = None
    own: bool = False
    implements: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def _named(_instance: object, attribute: attrs.Attribute[str], value: str) -> None:
    if not value.strip():
        raise UsageError(f"{attribute.name}: a paper without an id cannot be told from another")


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class PaperState:
    """What the sources say of one paper of the congress (by kind of document).

    Raises `UsageError` for an empty id: of a kind that is not known it is all there is to call the
    paper by.
    """

    id: str = attrs.field(validator=_named)
    kind: str
    completion: str | None = None
    opinions: str | None = None
    approval: str | None = None
    sources: tuple[str, ...] = ()


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class CellsStatement:
    """What the sources say of the cells' congresses: so many of so many, from day to day."""

    done: int | None = None
    total: int | None = None
    first: date | None = None
    last: date | None = None
    ballots: int | None = None
    sources: tuple[str, ...] = ()


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class SurplusStatement:
    """What the sources say of the surplus, as printed, and what of it is known or derived."""

    printed: str | None = None
    seats: int | None = None
    candidates: int | None = None
    derived: bool = False
    sources: tuple[str, ...] = ()


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class ApprovalStatement:
    """What the sources say of the superior's approval."""

    approved: bool | None = None
    by_committee: bool | None = None
    on: date | None = None
    papers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Tension:
    """A place where the sources pull two ways: shown, not smoothed over."""

    words: tuple[str, str]
    sources: tuple[str, ...] = ()
