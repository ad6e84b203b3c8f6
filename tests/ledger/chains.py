"""Records to tamper with: two cases, steps and refusals, one looking at the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from congress_flow._clerk import Clerk
from congress_flow.errors import Problem
from congress_flow.ledger import Entry, Ledger, MemoryLedger
from tests.ledger import small
from tests.ledger.small import FIRST, SUBJECT, Adopt, Clock, Note, Who, met, slate

DAY = timedelta(days=1)


def clerk_of(ledger: Ledger) -> Clerk:
    """Return a clerk under the small law."""
    return Clerk(small.engine(), ledger, [slate], clock=Clock())


def filled(ledger: Ledger) -> Clerk:
    """Fill *ledger* with two cases and return its clerk."""
    clerk = clerk_of(ledger)
    clerk.open(slate, "a", SUBJECT, FIRST, "thư ký", key="open-a")
    clerk.open(slate, "b", SUBJECT, FIRST, "thư ký")
    clerk.submit("a", met(FIRST + DAY, present=1), "thư ký")  # refused
    clerk.submit("a", met(FIRST + DAY), "thư ký", key="k")
    clerk.submit("b", Note(on=FIRST + DAY, words="đã xem"), "thư ký")
    clerk.submit("a", Adopt(on=FIRST + 2 * DAY, by=Who.CHAIR), "thư ký", beside=["b"])
    clerk.submit("a", Note(on=date(2021, 1, 1)), "thư ký")  # not drawn: the case has ended
    return clerk


class Told:
    """A ledger that tells whatever entries it is given, in that order: a store gone wrong."""

    def __init__(self, entries: Iterable[Entry], damage: Iterable[Problem] = ()) -> None:
        self._entries = tuple(entries)
        self._damage = tuple(damage)

    def append(self, entry: Entry) -> None:
        """Take one more."""
        self._entries += (entry,)

    def entries(self, case: str | None = None) -> Iterator[Entry]:
        """Return them as given."""
        return iter([each for each in self._entries if case in {None, each.case}])

    def latest(self, case: str) -> Entry | None:
        """Return the last one of a case."""
        return next((each for each in reversed(self._entries) if each.case == case), None)

    def keyed(self, key: str) -> Entry | None:
        """Return the first one with the key."""
        return next((each for each in self._entries if each.key == key), None)

    def cases(self) -> tuple[str, ...]:
        """Return each case once."""
        return tuple(dict.fromkeys(each.case for each in self._entries))

    def damage(self) -> tuple[Problem, ...]:
        """Return the damage as given."""
        return self._damage


def record() -> tuple[Entry, ...]:
    """Return the entries of a filled ledger."""
    ledger = MemoryLedger()
    filled(ledger)
    return tuple(ledger.entries())
