"""What a ledger is, and the one that lives in memory."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock
from typing import Protocol

from congress_flow.errors import LedgerError, Problem
from congress_flow.ledger._entry import OPENING, Entry


class Conflict(LedgerError):
    """An entry does not follow what the ledger holds: somebody else was quicker.

    Nothing was written. Read the case anew, judge anew, and hand in again.
    """


class Ledger(Protocol):
    """An append-only record. Any store will do that keeps these promises.

    `append` writes one entry whole or not at all, and only if it follows the latest of its case and
    the entries of other cases that it looked at are there; what it has once taken stays as it is.
    Case and number, case and previous seal, and the idempotency key (unless empty) are each unique.
    """

    def append(self, entry: Entry) -> None:
        """Write *entry* down. Raises `Conflict` if it does not follow, `LedgerError` if broken."""

    def entries(self, case: str | None = None) -> Iterator[Entry]:
        """Return all entries, or those of one case, in the order in which they were written."""
        ...

    def latest(self, case: str) -> Entry | None:
        """Return the latest entry of a case, or None where it was never opened."""

    def keyed(self, key: str) -> Entry | None:
        """Return the entry handed in with an idempotency key, or None."""

    def cases(self) -> tuple[str, ...]:
        """Return the ids of all cases, in the order in which they were opened."""
        ...

    def damage(self) -> tuple[Problem, ...]:
        """Return what of the store cannot be read as entries, with the way to the spot."""
        ...


class MemoryLedger:
    """A ledger that lives as long as the process. It may be used from several threads."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._chains: dict[str, list[Entry]] = {}
        self._keys: dict[str, Entry] = {}
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"MemoryLedger({len(self._chains)} cases, {len(self._entries)} entries)"

    def append(self, entry: Entry) -> None:
        """Write *entry* down. Raises `Conflict` if it does not follow what is here."""
        with self._lock:
            self.check(entry)
            self.keep(entry)

    def check(self, entry: Entry) -> None:
        """Raise `Conflict` if *entry* does not follow what is here, or its key is taken.

        For ledgers that keep an index of this kind over a store of their own.
        """
        chain = self._chains.get(entry.case)
        if chain is None:
            follows = entry.number == 0 and not entry.previous and entry.kind == OPENING
        else:
            follows = entry.number == len(chain) and entry.previous == chain[-1].seal
        if not follows:
            raise Conflict(f"{entry!r} does not follow the latest entry of its case")
        for other in entry.consulted:
            # From the end: it is rarely far from there.
            others = reversed(self._chains.get(other.case, ()))
            if not any(each.seal == other.seal for each in others):
                raise Conflict(
                    f"{entry!r} looked at an entry of case {other.case} not written here"
                )
        if entry.key and entry.key in self._keys:
            raise Conflict(f"the key {entry.key!r} is that of {self._keys[entry.key]!r}")

    def keep(self, entry: Entry) -> None:
        """Take *entry* without a look. For ledgers with an index of this kind, as `check`."""
        self._entries.append(entry)
        self._chains.setdefault(entry.case, []).append(entry)
        if entry.key:
            self._keys.setdefault(entry.key, entry)

    def entries(self, case: str | None = None) -> Iterator[Entry]:
        """Return all entries, or those of one case, in the order in which they were written."""
        return iter(tuple(self._entries if case is None else self._chains.get(case, ())))

    def latest(self, case: str) -> Entry | None:
        """Return the latest entry of a case, or None where it was never opened."""
        chain = self._chains.get(case)
        return chain[-1] if chain else None

    def keyed(self, key: str) -> Entry | None:
        """Return the entry handed in with an idempotency key, or None."""
        return self._keys.get(key)

    def cases(self) -> tuple[str, ...]:
        """Return the ids of all cases, in the order in which they were opened."""
        return tuple(self._chains)

    def damage(self) -> tuple[Problem, ...]:
        """Return nothing: what lives in memory is whole."""
        return ()
