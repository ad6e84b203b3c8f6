"""The clerk: takes an event in, has it judged, writes it down. The shell around the pure core."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, Final, Literal

import attrs

from congress_flow._case import Beside, Case
from congress_flow._engine import NOTHING_BESIDE, Engine, Option
from congress_flow._procedure import Event, Procedure, kind_of
from congress_flow._text import nfc
from congress_flow._verdict import Outcome, Verdict
from congress_flow.errors import LedgerError, UsageError
from congress_flow.ledger import (
    OPENING,
    Basis,
    Conflict,
    Consulted,
    Entry,
    Ledger,
    begun,
    continued,
    history,
    legible,
    named,
    opening,
    submission,
    taken,
)

Clock = Callable[[], datetime]
Others = Iterable[str] | Literal["all"]

_TRIES: Final = 100
"""How often an event is judged anew because somebody else was quicker, before that is an error."""


def utc_now() -> datetime:
    """Return the present moment: the clock of a clerk that is given no other."""
    return datetime.now(UTC)


@attrs.frozen(slots=True, weakref_slot=False)
class _Held:
    """A case as it stood after an entry, and what is noted where another case looked at it."""

    entry: Entry
    case: Case[Any]
    note: Consulted

    @classmethod
    def of(cls, entry: Entry, case: Case[Any]) -> _Held:
        """Hold a case; every entry that names it beside its own shares the one note."""
        return cls(entry, case, Consulted(case.id, case.version, entry.seal))


class Clerk:
    """Keeps the cases of a ledger going: each event is judged once and ends in one sealed entry.

    *procedures* are those whose cases the clerk takes (`Loaded.procedures`, or any of them); two of
    one id raise `UsageError`.
    *clock* says when something was written down; the day on which it was done is in the event.
    The ledger is the only memory: a clerk can be thrown away at any time, and several may work on
    one ledger, each in its thread.
    """

    def __init__(
        self,
        engine: Engine,
        ledger: Ledger,
        procedures: Iterable[Procedure[Any]],
        *,
        clock: Clock = utc_now,
    ) -> None:
        self.engine = engine
        self.ledger = ledger
        self.procedures = _by_id(procedures)
        self._clock = clock
        self._basis = Basis.of(engine.shelf)
        self._held: dict[str, _Held] = {}

    def __repr__(self) -> str:
        return f"Clerk({self.engine!r}, {self.ledger!r})"

    def open(
        self,
        procedure: Procedure[Any] | str,
        case_id: str,
        subject: object,
        on: date,
        who: str,
        *,
        key: str | None = None,
    ) -> Entry:
        """Open a case of *procedure* about *subject* on a day, and return its first entry.

        The same *key* once more returns that entry again. Raises `UsageError` for a procedure the
        clerk does not have, a subject that is not the procedure's, a case that is open already, or
        a key that was used for something else.
        """
        drawn = self._procedure(procedure)
        case_id = named(case_id, "the case")
        if type(on) is not date:
            raise UsageError(f"a case is opened on a day, got {on!r}")
        subject, facts = taken(subject)
        case = Case(procedure=drawn, id=case_id, subject=subject, opened_on=on)
        if (first := self._repeated(key, case_id, drawn.id, OPENING, on, facts)) is not None:
            return first
        entry = opening(
            drawn,
            case_id,
            facts,
            on,
            who=who,
            recorded_at=self._clock(),
            basis=self._basis,
            key=key or "",
        )
        try:
            self.ledger.append(entry)
        except Conflict as conflict:
            # Since it was asked for above, somebody else may have used the key, or opened the case.
            if (first := self._repeated(key, case_id, drawn.id, OPENING, on, facts)) is not None:
                return first
            if self.ledger.latest(case_id) is None:
                raise
            raise UsageError(f"the case {case_id!r} is open already") from conflict
        self._held[case_id] = _Held.of(entry, case)
        return entry

    def submit(
        self,
        case_id: str,
        event: Event,
        who: str,
        *,
        key: str | None = None,
        beside: Others = (),
    ) -> Entry:
        """Have *event* judged on a case, take the step if it is allowed, and return the entry.

        A refusal, a step that is not drawn from there and a kind of event that the procedure does
        not know end in an entry just the same: `Entry.outcome` tells them apart. *beside* names the
        cases that rules may look at, or `"all"`.

        The same *key* once more returns the first entry again, whatever the case has come to since.
        Without a key every call is a submission of its own: the same event handed in twice is
        judged twice, and an act that leaves the stage as it is (a remark, a plan) is then recorded
        twice. Whoever may have to hand in again, after an answer that never came, gives a key.

        Raises `UsageError` for a case never opened, for what is no event, and for a key that was
        used for something else; `LedgerError` where the record is broken or cannot be written.
        Then no step was taken. Nothing was recorded either, unless the ledger could not even take
        back what it had begun to write: hand in again with the same key.
        """
        case_id = named(case_id, "the case")
        kind = kind_of(type(event))
        event, facts = taken(event)
        for _ in range(_TRIES):
            held = self._hold(case_id)
            drawn = held.case.procedure.id
            if (first := self._repeated(key, case_id, drawn, kind, event.on, facts)) is not None:
                return first
            others = self._others(case_id, beside)
            verdict = self.engine.judge(held.case, event, _beside(others))
            entry_of = partial(
                submission,
                facts=facts,
                after=held.entry,
                who=who,
                recorded_at=self._clock(),
                basis=self._basis,
                key=key or "",
                beside=[others[name].note for name, _ in verdict.beside],
            )
            try:
                entry = entry_of(verdict)
            except UsageError:
                # A rule may have answered with what no record holds: its objection still stands.
                verdict = legible(verdict)
                entry = entry_of(verdict)
            case = self.engine.take(held.case, verdict) if verdict.allowed else held.case
            try:
                self.ledger.append(entry)
            except Conflict:
                continue  # somebody else was quicker: read and judge anew
            self._held[case_id] = _Held.of(entry, case)
            return entry
        raise LedgerError(f"{case_id}: the ledger took no entry in {_TRIES} tries")

    def case(self, case_id: str) -> Case[Any]:
        """Return a case as it stands. Raises `UsageError` where it was never opened."""
        return self._hold(nfc(case_id)).case

    def cases(self) -> tuple[Case[Any], ...]:
        """Return all cases as they stand, in the order in which they were opened."""
        return tuple(self._hold(case_id).case for case_id in self.ledger.cases())

    def options(self, case_id: str, on: date, *, beside: Others = ()) -> tuple[Option[Any], ...]:
        """Return every kind of event drawn from where a case stands, and what each still lacks."""
        case = self.case(case_id)
        return self.engine.options(case, on, _beside(self._others(case.id, beside)))

    def _procedure(self, procedure: Procedure[Any] | str) -> Procedure[Any]:
        name = procedure if isinstance(procedure, str) else procedure.id
        known = self.procedures.get(name)
        if known is None or (known is not procedure and procedure != name):
            had = ", ".join(sorted(self.procedures)) or "none"
            raise UsageError(f"no procedure {name!r} here; there are: {had}")
        return known

    def _repeated(  # noqa: PLR0917 - all that one submission is about
        self, key: str | None, case_id: str, procedure: str, kind: str, on: date, facts: bytes
    ) -> Entry | None:
        """Return the entry first handed in with *key*; `UsageError` if that was something else."""
        if key is None:
            return None
        first = self.ledger.keyed(named(key, "the key"))
        if first is not None and not (
            first.procedure == procedure and first.tells(case_id, kind, on, facts)
        ):
            raise UsageError(f"the key {key!r} was used for something else: {first!r}")
        return first

    def _hold(self, case_id: str) -> _Held:
        latest = self.ledger.latest(case_id)
        if latest is None:
            raise UsageError(f"no case {case_id!r}: open it first")
        held = self._held.get(case_id)
        if held is None or held.entry.seal != latest.seal:
            chain = tuple(self.ledger.entries(case_id))
            case = history(chain, self._procedure(latest.procedure))
            held = self._held[case_id] = _Held.of(chain[-1], case)
        return held

    def _others(self, case_id: str, beside: Others) -> dict[str, _Held]:
        if isinstance(beside, str):
            if beside != "all":
                raise UsageError(f'beside is "all" or the ids of cases, got {beside!r}')
            names = set(self.ledger.cases())
        else:
            names = {nfc(name) for name in beside}
        return {name: self._hold(name) for name in sorted(names - {case_id})}


def _by_id(procedures: Iterable[Procedure[Any]]) -> dict[str, Procedure[Any]]:
    found: dict[str, Procedure[Any]] = {}
    for procedure in procedures:
        if found.setdefault(procedure.id, procedure) is not procedure:
            raise UsageError(f"two procedures are called {procedure.id!r}")
    return found


def _beside(others: Mapping[str, _Held]) -> Beside:
    # In order of their ids already, and each once.
    return Beside(tuple([held.case for held in others.values()])) if others else NOTHING_BESIDE


@attrs.frozen(slots=True, weakref_slot=False)
class Difference:
    """An entry that would be judged otherwise now: the verdict `then`, and the one `now`."""

    entry: Entry
    then: Verdict
    now: Verdict

    @property
    def outcome_differs(self) -> bool:
        """Whether more than the reasons would be another: the step would (not) be taken."""
        return self.then.outcome is not self.now.outcome


def audit(
    ledger: Ledger,
    engine: Engine,
    procedures: Iterable[Procedure[Any]],
) -> Iterator[Difference]:
    """Judge every entry of *ledger* anew, in order, and yield those that now come out otherwise.

    Each is judged on its case as it stood then, beside the cases it had looked at as they stood
    then: the record itself is taken for granted (`verify` it first). None differs: the history
    holds under the rules of *engine*. An event whose kind was unknown to its procedure stays
    unknown, whatever kinds that has now: what its facts mean only its own class could tell. Raises
    `LedgerError` where the record cannot be followed, `UsageError` for two procedures of one id.
    """
    known = _by_id(procedures)
    standing: dict[str, _Held] = {}
    for entry in ledger.entries():
        procedure = known.get(entry.procedure)
        if procedure is None:
            raise LedgerError(f"{entry!r}: no procedure {entry.procedure!r} here")
        held = standing.get(entry.case)
        try:
            if held is None:
                standing[entry.case] = _Held.of(entry, begun(entry, procedure))
                continue
            after = continued(held.case, held.entry, entry, procedure)
            if entry.outcome is not Outcome.UNKNOWN_KIND:
                then = entry.verdict(procedure)
                others = [standing[name].case.at(version) for name, version in then.beside]
                now = engine.judge(held.case, then.event, others)
                if now != then and legible(now) != then:
                    yield Difference(entry, then, now)
        except (KeyError, UsageError) as error:
            raise LedgerError(f"{entry!r} cannot be followed: {error}") from error
        standing[entry.case] = _Held.of(entry, after)
