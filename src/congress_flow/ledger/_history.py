"""From entries back to the case: its past as it was judged then."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from congress_flow._case import Case, Passage
from congress_flow._procedure import Procedure
from congress_flow.errors import LedgerError, UsageError
from congress_flow.ledger._chains import contradictions
from congress_flow.ledger._entry import Entry, seal_of


def history(entries: Iterable[Entry], procedure: Procedure[Any]) -> Case[Any]:
    """Return the case that a whole chain of *entries* tells of, as it stands after the last one.

    Its passages carry the verdicts that were given then: the past stays what it was, whatever the
    rules say by now (`audit` tells what they say). Raises `LedgerError` where the chain is broken,
    or tells of steps that *procedure* does not draw.
    """
    chain = iter(entries)
    first = next(chain, None)
    if first is None:
        raise LedgerError("a case without entries")
    try:
        case = begun(first, procedure)
        before = first
        for entry in chain:
            case = continued(case, before, entry, procedure)
            before = entry
    except UsageError as error:
        raise LedgerError(f"case {first.case} cannot be read back: {error}") from error
    return case


def begun(entry: Entry, procedure: Procedure[Any]) -> Case[Any]:
    """Return the case that *entry* opens. Raises as `history` does, and `UsageError`."""
    if seal_of(entry.body) != entry.seal or entry.number or entry.previous:
        raise LedgerError(f"{entry!r}: the chain of the case is broken")
    if entry.procedure != procedure.id:
        raise LedgerError(f"{entry!r} opens a case of {entry.procedure}, not of {procedure.id}")
    return Case(
        procedure=procedure, id=entry.case, subject=entry.subject(procedure), opened_on=entry.on
    )


def continued(case: Case[Any], before: Entry, entry: Entry, procedure: Procedure[Any]) -> Case[Any]:
    """Return *case*, which stands after the entry *before*, as it stands after the next *entry*.

    Raises as `history` does, and `UsageError`.
    """
    follows = entry.previous == before.seal and entry.number == before.number + 1
    if not follows or seal_of(entry.body) != entry.seal or entry.version != case.version:
        raise LedgerError(f"{entry!r}: the chain of the case is broken")
    if (contradiction := next(contradictions(entry), None)) is not None:
        raise LedgerError(f"{entry!r}: {contradiction.en}")
    return case.after(Passage(entry.verdict(procedure))) if entry.allowed else case
