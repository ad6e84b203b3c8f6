"""Entries: what a ledger holds. Each is a body, as it was hashed, and the seal that chains it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final, cast

import attrs

from congress_flow._procedure import Event, Procedure
from congress_flow._verdict import FindingKind, Outcome, Verdict
from congress_flow.errors import LedgerError, UsageError
from congress_flow.ledger import _notes
from congress_flow.ledger._canonical import (
    Book,
    Chosen,
    Consulted,
    Record,
    plain_of,
    read_body,
    read_books,
    read_facts,
    read_readings,
    read_record,
)

OPENING: Final = "open case"
"""The kind of the entry that opens a case; no event can be of it, for it has a space."""


def seal_of(body: bytes) -> str:
    """Return the seal of a body: its SHA-256, in 64 hexadecimal digits."""
    return hashlib.sha256(body).hexdigest()


@attrs.frozen(slots=True, weakref_slot=False, repr=False)
class Entry:
    """One submission, allowed or not, as it stands in a ledger; or the opening of a case.

    `body` holds everything, in the canonical form in which it was hashed; `seal` is its hash. The
    body names the seal of the entry before it in the same case (`previous`), so that a chain in
    which the last seal is right is right as a whole.
    """

    body: bytes
    seal: str
    _record: Record = attrs.field(eq=False)

    @classmethod
    def read(cls, body: bytes, seal: str) -> Entry:
        """Return the entry that *body* holds.

        Raises `LedgerError` for what is no body in canonical form. Whether the seal is the right
        one is not looked at here: see `verify`.
        """
        try:
            return cls(body, seal, read_body(body))
        except ValueError as error:
            raise LedgerError(f"no entry: {error}") from error

    def __repr__(self) -> str:
        what = "opened" if self.outcome is None else f"{self.kind} {self.outcome.value}"
        return f"Entry({self.case!r}, {self.number}: {what}, {self.seal[:8]})"

    @property
    def case(self) -> str:
        """The id of the case."""
        return self._record.case

    @property
    def number(self) -> int:
        """The place in the chain of the case: 0 for its opening, then one more each submission."""
        return self._record.number

    @property
    def version(self) -> int:
        """How many steps the case had taken before."""
        return self._record.version

    @property
    def procedure(self) -> str:
        """The id of the procedure of the case."""
        return self._record.procedure

    @property
    def kind(self) -> str:
        """The kind of the event, or `OPENING`."""
        return self._record.kind

    @property
    def on(self) -> date:
        """The day of the event, or on which the case was opened."""
        return self._record.on

    @property
    def who(self) -> str:
        """Who handed it in."""
        return self._record.who

    @property
    def recorded_at(self) -> datetime:
        """When it was written down (UTC)."""
        return self._record.recorded_at

    @property
    def stage(self) -> str:
        """The name of the stage in which the case stood."""
        return self._record.stage

    @property
    def step(self) -> str:
        """The id of the step drawn for the event; empty where there is none."""
        return self._record.step

    @property
    def outcome(self) -> Outcome | None:
        """What became of the event; None for an opening, which nobody judges."""
        return self._record.outcome

    @property
    def allowed(self) -> bool:
        """Whether a step was taken."""
        return self._record.outcome is Outcome.ALLOWED

    @property
    def key(self) -> str:
        """The idempotency key with which it was handed in; empty where there was none."""
        return self._record.key

    @property
    def previous(self) -> str:
        """The seal of the entry before it in the same case; empty for an opening."""
        return self._record.previous

    @property
    def consulted(self) -> tuple[Consulted, ...]:
        """The other cases looked at."""
        return self._record.beside

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules asked, in order."""
        return self._record.consulted

    @property
    def objecting(self) -> tuple[str, ...]:
        """The ids of the rules with a breach or a gap, one for each of these."""
        findings = self._record.findings
        return tuple(each.rule for each in findings if each.kind is not FindingKind.CAUTION)

    @property
    def books(self) -> tuple[Book, ...]:
        """The rulebooks by which was judged."""
        return read_books(self._record.books)

    @property
    def readings(self) -> tuple[Chosen, ...]:
        """The explicit choices by which was judged."""
        return read_readings(self._record.readings)

    @property
    def facts(self) -> Mapping[str, Any]:
        """The facts of the event, or of the subject of the case, as JSON holds them."""
        return cast("Mapping[str, Any]", plain_of(self._record.facts))

    def tells(self, case: str, kind: str, on: date, facts: bytes) -> bool:
        """Return whether this entry is about the same: case, kind, day and facts (see `taken`)."""
        same = self.case == case and self.kind == kind and self.on == on
        return same and bytes(self._record.facts) == facts

    def event(self, procedure: Procedure[Any]) -> Event:
        """Return the event. Raises `UsageError` for an opening, or a kind not of *procedure*.

        A kind that was unknown stays so, though *procedure* may have one of that name: what its
        facts mean only its own class could tell. They are there as `facts`.
        """
        event_type = procedure.kinds.get(self.kind)
        if event_type is None or self.outcome is Outcome.UNKNOWN_KIND:
            raise UsageError(f"{self!r}: {procedure.id} has no kind of event {self.kind!r}")
        event: Event = read_facts(event_type, self._record.facts)
        return event

    def subject(self, procedure: Procedure[Any]) -> Any:  # noqa: ANN401 - as the procedure says
        """Return the subject of the case that this entry opens; `UsageError` for any other."""
        if self.outcome is not None or self.kind != OPENING:
            raise UsageError(f"{self!r} opens no case")
        return read_facts(procedure.subject, self._record.facts)

    def verdict(self, procedure: Procedure[Any]) -> Verdict:
        """Return the verdict as it was given.

        It equals the one that the engine returned then, whatever the rules say by now. Raises
        `UsageError` where `event` does.
        """
        if self.outcome is None:
            raise UsageError(f"{self!r} opens a case: nothing was judged")
        # From the body and not from the record: what one reads is what was hashed.
        record = read_record(self.body)
        return _notes.verdict_of(record, self.outcome, self.event(procedure), procedure)
