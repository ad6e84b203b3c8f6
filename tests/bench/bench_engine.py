"""What judging, advancing, recording and a fresh case cost, beside `transitions` used by hand.

The yardstick is a careful use of `transitions` alone: a model whose five conditions, given by name,
look at the same facts as five rules. To keep a record by hand, each condition also notes what it
asked, with its figures and the place it was read in, and what was noted is written as JSON with
sorted keys, chained by SHA-256. Both sides write down the same facts.
"""

from __future__ import annotations

import gc
import hashlib
import json
import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, Final

import attrs
from transitions import Machine

from congress_flow import (
    TWO_THIRDS,
    Case,
    Confidence,
    Context,
    Demand,
    Drawing,
    Engine,
    Instrument,
    Level,
    Rulebook,
    Shelf,
    Text,
    at_least,
    event,
    holds,
    more_than_half,
    on_or_after,
    one_of,
)
from congress_flow.ledger import Basis, Entry, MemoryLedger, opening, submission, taken
from tests.bench.measure import claim, interleaved, ratio

FRESH: Final = 20_000  # cases, so that what is not theirs is nothing
TITLE: Final = Text("Hội nghị cán bộ chủ chốt", "Key-cadre conference")
WHO: Final = "thư ký"


class Body(Enum):
    """Who convenes."""

    COMMITTEE = "committee"


@attrs.frozen(slots=True, kw_only=True, weakref_slot=False)
class Slate:
    """What a case is about."""

    seats: int


@event(Text("Họp hội nghị cán bộ chủ chốt", "Hold the key-cadre conference"))
class Meet:
    """A meeting with its facts."""

    on: date
    by: Body | None = None
    minutes: str | None = None
    summoned: int | None = None
    present: int | None = None
    agreed: int | None = None
    secret: bool | None = None


_d = Drawing("slate", Slate, Text("Danh sách", "Slate"))
_open = _d.stage("OPEN", Text("mở", "open"), initial=True)
_met = _d.stage("MET", Text("đã họp", "met"), final=True)
meet = _d.step("1", _open, Meet, _met, actors=tuple(Body))
slate = _d.close()

D35: Final = Instrument(
    id="D35-2019",
    type="directive",
    number="35-CT/TW",
    issued="2019-05-30",
    issuer="Bộ Chính trị",
    level=Level.CENTRE,
    confidence=Confidence.VERIFIED,
)
book: Rulebook[None] = Rulebook("bench", Level.CENTRE, title=TITLE, version="1")


@book.rule(meet, cites=D35.at("1"), title=TITLE)
def quorum(case: Case[Slate], act: Meet) -> Demand:
    """At least two thirds of those summoned are present."""
    return at_least(act.present, of=act.summoned, share=TWO_THIRDS)


@book.rule(meet, cites=D35.at("2"), title=TITLE)
def majority(case: Case[Slate], act: Meet) -> Demand:
    """More than half of those present agree."""
    return more_than_half(act.agreed, of=act.present)


@book.rule(meet, cites=D35.at("3"), title=TITLE)
def secret(case: Case[Slate], act: Meet) -> Demand:
    """The ballot is secret."""
    return holds(act.secret)


@book.rule(meet, cites=D35.at("4"), title=TITLE)
def actor(case: Case[Slate], act: Meet, about: Context[None]) -> Demand:
    """The body that convenes is the one drawn."""
    return one_of(act.by, about.step.actors)


@book.rule(meet, cites=D35.at("5"), title=TITLE)
def order(case: Case[Slate], act: Meet) -> Demand:
    """It meets after the case was opened."""
    return on_or_after(act.on, case.opened_on)


OPENED: Final = date(2020, 1, 1)
ACT: Final = Meet(
    on=date(2020, 1, 2),
    by=Body.COMMITTEE,
    minutes="Biên bản số 12-BB/ĐU",
    summoned=30,
    present=28,
    agreed=25,
    secret=True,
)


class Bare:
    """The same five questions as conditions, and nothing else."""

    state: str

    def has_quorum(self, act: Meet) -> bool:
        return 3 * (act.present or 0) >= 2 * (act.summoned or 0)

    def has_majority(self, act: Meet) -> bool:
        return 2 * (act.agreed or 0) > (act.present or 0)

    def is_secret(self, act: Meet) -> bool:
        return act.secret is True

    def has_actor(self, act: Meet) -> bool:
        return act.by in meet.actors

    def in_order(self, act: Meet) -> bool:
        return act.on >= OPENED


class Noting(Bare):
    """The same, and each notes what it asked and found."""

    def __init__(self) -> None:
        self.verdicts: list[dict[str, Any]] = []

    def note(self, rule: str, article: str, met: bool, **figures: Any) -> bool:  # noqa: FBT001
        self.verdicts.append(
            {
                "rule": rule,
                "title": {"vi": TITLE.vi, "en": TITLE.en},
                "cites": {
                    "number": D35.number,
                    "date": D35.issued,
                    "issuer": D35.issuer,
                    "article": article,
                },
                "met": met,
                "figures": figures,
            }
        )
        return met

    def has_quorum(self, act: Meet) -> bool:
        met = super().has_quorum(act)
        return self.note("quorum", "1", met, value=act.present, of=act.summoned, least="2/3")

    def has_majority(self, act: Meet) -> bool:
        met = super().has_majority(act)
        return self.note("majority", "2", met, value=act.agreed, of=act.present, more="1/2")

    def is_secret(self, act: Meet) -> bool:
        return self.note("secret", "3", super().is_secret(act), value=act.secret)

    def has_actor(self, act: Meet) -> bool:
        met = super().has_actor(act)
        found = None if act.by is None else act.by.value
        return self.note("actor", "4", met, value=found, among=[b.value for b in Body])

    def in_order(self, act: Meet) -> bool:
        met = super().in_order(act)
        return self.note("order", "5", met, value=act.on.isoformat(), limit=OPENED.isoformat())


CONDITIONS: Final = ["has_quorum", "has_majority", "is_secret", "has_actor", "in_order"]


def _machine(model: Bare) -> Callable[[], bool]:
    Machine(
        model=model,
        states=["OPEN", "MET"],
        initial="OPEN",
        transitions=[
            {"trigger": "meet", "source": "OPEN", "dest": "MET", "conditions": CONDITIONS}
        ],
        auto_transitions=False,
    )
    trigger: Callable[[Meet], bool] = getattr(model, "meet")  # noqa: B009 - made by transitions

    def fire() -> bool:
        model.state = "OPEN"
        return trigger(ACT)

    return fire


def _by_hand(previous: str) -> Callable[[], str]:
    model = Noting()
    fire = _machine(model)

    def record() -> str:
        model.verdicts = []
        fire()
        body = json.dumps(
            {
                "case": "slate-1",
                "version": 0,
                "who": WHO,
                "recorded_at": datetime.now(UTC).isoformat(),
                "event": "meet",
                "facts": {
                    "on": ACT.on.isoformat(),
                    "by": None if ACT.by is None else ACT.by.value,
                    "minutes": ACT.minutes,
                    "summoned": ACT.summoned,
                    "present": ACT.present,
                    "agreed": ACT.agreed,
                    "secret": ACT.secret,
                },
                "from": "OPEN",
                "to": model.state,
                "verdicts": model.verdicts,
                "books": [{"id": book.id, "version": book.version, "sha256": book.sha256}],
                "previous": previous,
            },
            sort_keys=True,
            ensure_ascii=False,
        )
        return hashlib.sha256(body.encode()).hexdigest()

    return record


class Forgetting(MemoryLedger):
    """A ledger in memory that keeps the opening only, so that the same can be appended again."""

    def keep(self, entry: Entry) -> None:
        """Take *entry*, and let it go again unless it opens a case."""
        super().keep(entry)
        if entry.number:
            self._entries.pop()
            self._chains[entry.case].pop()


def _fresh_case() -> float:
    """Return the bytes of a case that was just opened, with its id and its subject."""
    cases: list[Case[Slate] | None] = [None] * FRESH
    gc.collect()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for number in range(FRESH):
        cases[number] = Case(
            procedure=slate, id=f"slate-{number}", subject=Slate(seats=number), opened_on=OPENED
        )
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / FRESH


def main() -> None:
    """Measure and print, lines for people first and one line of JSON last."""
    engine = Engine(Shelf([book]))
    basis = Basis.of(engine.shelf)
    case = Case(procedure=slate, id="slate-1", subject=Slate(seats=11), opened_on=OPENED)
    _, subject = taken(case.subject)
    first = opening(
        slate, case.id, subject, OPENED, who=WHO, recorded_at=datetime.now(UTC), basis=basis
    )
    ledger = Forgetting()
    ledger.append(first)

    def recorded() -> Case[Slate]:
        """Do what `Clerk.submit` does: take the facts, judge, step, seal, append."""
        act, facts = taken(ACT)
        verdict = engine.judge(case, act)
        after = engine.take(case, verdict)
        ledger.append(
            submission(
                verdict, facts, after=first, who=WHO, recorded_at=datetime.now(UTC), basis=basis
            )
        )
        return after

    subjects = {
        "judge": lambda: engine.judge(case, ACT),
        "trigger": _machine(Bare()),
        "recorded": recorded,
        "by hand": _by_hand(first.seal),
    }
    if not engine.judge(case, ACT).allowed or not subjects["trigger"]():
        raise SystemExit("the two sides disagree: nothing to compare")
    times = interleaved(subjects)
    size = _fresh_case()
    print(ratio("judge, five rules", times, "judge", "trigger", at_most=1.0))
    print(ratio("advance and a sealed entry", times, "recorded", "by hand", at_most=0.6))
    print(claim("a fresh case", size, at_most=300, unit=" bytes"))
    figures = {f"{name} µs": round(seconds * 1e6, 2) for name, seconds in times.items()}
    figures["judge ×"] = round(times["judge"] / times["trigger"], 3)
    figures["recorded ×"] = round(times["recorded"] / times["by hand"], 3)
    figures["fresh case bytes"] = round(size)
    print(json.dumps(figures, ensure_ascii=False))


if __name__ == "__main__":
    main()
