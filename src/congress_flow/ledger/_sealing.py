"""How entries are made: an opening, and a submission with its verdict."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, cast

import attrs

from congress_flow._calendar import Calendar
from congress_flow._procedure import Procedure, kind_of
from congress_flow._readings import choices
from congress_flow._shelf import Shelf
from congress_flow._text import nfc
from congress_flow._verdict import Verdict
from congress_flow.errors import UsageError
from congress_flow.ledger._canonical import (
    Book,
    Chosen,
    Consulted,
    Raw,
    Record,
    body_of,
    canonical,
    plain_of,
)
from congress_flow.ledger._entry import OPENING, Entry, seal_of
from congress_flow.ledger._notes import findings_of, kept_of


@attrs.frozen(slots=True, weakref_slot=False)
class Basis:
    """By what an engine judges, as it stands in every entry: rulebooks and readings, written."""

    books: Raw = attrs.field(repr=False)
    readings: Raw = attrs.field(repr=False)

    @classmethod
    def of(cls, shelf: Shelf) -> Basis:
        """Return the rulebooks and readings of *shelf*."""
        books = [Book(book.id, nfc(book.version), book.sha256) for book in shelf.books]
        values = {id(each): each for each in shelf.readings.values() if each is not None}
        chosen = sorted((_chosen(each) for each in values.values()), key=lambda each: each.name)
        return cls(Raw(canonical(books)), Raw(canonical(chosen)))


def _chosen(readings: object) -> Chosen:
    taken = {choice.name: _recorded(choice.chosen) for choice in choices(readings)}
    whole = canonical(
        [
            [choice.name, choice.parameter, choice.title, _recorded(choice.chosen), choice.because]
            for choice in choices(readings)
        ]
    )
    made = type(readings)
    name = f"{made.__module__}.{made.__qualname__}"
    return Chosen(name, plain_of(canonical(taken)), hashlib.sha256(whole).hexdigest())


def _recorded(chosen: object) -> object:
    """Return a choice as it is recorded; a calendar by its id and a digest of its days."""
    if isinstance(chosen, Calendar):
        return {"calendar": chosen.id, "sha256": hashlib.sha256(canonical(chosen)).hexdigest()}
    if isinstance(chosen, frozenset):  # members of an enumeration have no order of their own
        return sorted(cast("frozenset[object]", chosen), key=canonical)
    return chosen


def opening(
    procedure: Procedure[Any],
    case: str,
    subject: bytes,
    on: date,
    *,
    who: str,
    recorded_at: datetime,
    basis: Basis,
    key: str = "",
) -> Entry:
    """Return the entry that opens a case; *subject* is what `taken` makes of it."""
    return _sealed(
        Record(
            beside=(),
            books=basis.books,
            case=named(case, "case"),
            consulted=(),
            facts=Raw(subject),
            findings=(),
            kept=[],
            key=key and nfc(key),
            kind=OPENING,
            number=0,
            on=on,
            outcome=None,
            previous="",
            procedure=procedure.id,
            readings=basis.readings,
            recorded_at=_moment(recorded_at),
            stage=procedure.initial.name,
            step="",
            version=0,
            who=named(who, "who"),
        )
    )


def submission(
    verdict: Verdict,
    facts: bytes,
    *,
    after: Entry,
    who: str,
    recorded_at: datetime,
    basis: Basis,
    key: str = "",
    beside: Iterable[Consulted] = (),
) -> Entry:
    """Return the entry of a judged event, to follow the entry *after* of its case.

    *facts* is what `taken` makes of the event; *beside* the cases that the verdict looked at.

    Raises `UsageError` for a verdict that would not be read back as it is: `legible` makes one that
    is.
    """
    try:
        findings, kept = findings_of(verdict) if verdict.findings else (), kept_of(verdict)
    except UsageError:
        raise
    except Exception as error:  # an answer made by hand may fail at whatever is asked of it
        raise UsageError(f"a verdict that cannot be recorded: {error!r:.200}") from error
    step, event = verdict.step, verdict.event
    return _sealed(
        Record(
            beside=tuple(beside),
            books=basis.books,
            case=nfc(verdict.case),
            consulted=verdict.consulted,
            facts=Raw(facts),
            findings=findings,
            kept=kept,
            key=key and nfc(key),
            kind=kind_of(type(event)),
            number=after.number + 1,
            on=event.on,
            outcome=verdict.outcome,
            previous=after.seal,
            procedure=verdict.procedure,
            readings=basis.readings,
            recorded_at=_moment(recorded_at),
            stage=verdict.stage.name,
            step="" if step is None else step.id,
            version=verdict.version,
            who=named(who, "who"),
        )
    )


def _sealed(record: Record) -> Entry:
    try:
        body = body_of(record)
    except ValueError as error:  # half a letter
        raise UsageError(f"an entry that cannot be recorded: {error!r:.200}") from error
    return Entry(body, seal_of(body), record)


def named(name: object, what: str) -> str:
    """Return *name* in NFC. Raises `UsageError` where it is no text or an empty one.

    *what* says whose name it is: who hands in, a case, an idempotency key.
    """
    if not isinstance(name, str) or not name.strip():
        raise UsageError(f"{what} must be named, got {name!r}")
    return nfc(name)


def _moment(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise UsageError(f"{moment} has no time zone: a clock gives the time in UTC")
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)
