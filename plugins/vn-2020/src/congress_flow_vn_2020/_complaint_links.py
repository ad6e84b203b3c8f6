"""What the rules on complaints share: the law of the day, the letter as screened, its days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import singledispatch
from typing import Any, Final

from congress_flow import (
    Case,
    Caution,
    Citation,
    Cited,
    Confidence,
    Context,
    Demand,
    InForce,
    Level,
    Surroundings,
    Text,
    after,
    on_or_after,
)
from congress_flow.procedures import complaint_case as q
from congress_flow.reckoning import (
    Counting,
    Disposed,
    Letter,
    LetterLaw,
    Matter,
    Settlement,
    SettlementLaw,
    days,
    dispose,
    working_days,
)
from congress_flow.reckoning import Limit as Span
from congress_flow_vn_2020._congress_days import opening_day
from congress_flow_vn_2020.complaints_law import letter_law, settlement_law
from congress_flow_vn_2020.election_law import not_seen
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2020.readings import Days, Limit, TermReadings

# The term of a complaint is that of the congress it stands before: T2020 ends with directive 35 of
# 2024, whichever inspection regulation is in force.
COMPLAINTS: Final = InForce.through(None, date(2024, 6, 13))

MATTERS: Final = {
    q.ComplaintKind.DENUNCIATION: Matter.DENUNCIATION,
    q.ComplaintKind.DISCIPLINARY_APPEAL: Matter.APPEAL,
    q.ComplaintKind.MIXED: Matter.MIXED,
}
# A cell and a section belong to the grassroots level; the guidance names no other line for them.
AS_GRASSROOTS: Final = frozenset({Level.CELL, Level.SECTION})


def row(line: str, confidence: Confidence = Confidence.DERIVED) -> Citation:
    """Cite a row or an invariant of the handbook's table 8."""
    return HANDBOOK.at(f"procedures.md {line}", confidence)


def span(chosen: Days) -> Span:
    """Return a limit of the readings as the reckoning takes it."""
    made = working_days if chosen.unit is Limit.WORKING_DAYS else days
    return made(chosen.number)


@singledispatch
def letters_on(readings: Any, day: date, level: Level) -> LetterLaw:  # noqa: ANN401
    """Return the law of letters on *day* under *readings*; a later plugin registers its own."""
    chosen = readings.appeal_cutoff
    cutoff = None if chosen is None else Cited(span(chosen), not_seen("appeal.cutoff"))
    return letter_law(day, level, appeal_cutoff=cutoff)


@singledispatch
def settling_on(
    readings: Any,  # noqa: ANN401
    day: date,
    matter: Matter,
    level: Level,
) -> SettlementLaw | None:
    """Return how long settling may take; a later plugin registers its own."""
    del readings
    return settlement_law(day, matter, level)


def line_of(case: Case[q.Complaint]) -> Level:
    """Return the level whose limits hold for the case."""
    level = case.subject.level
    return Level.GRASSROOTS if level in AS_GRASSROOTS else level


def law_for(case: Case[q.Complaint], about: Surroundings[Any], day: date) -> LetterLaw:
    """Return the law of letters for the case on *day*."""
    return letters_on(about.readings, day, line_of(case))


def counting(readings: TermReadings) -> Counting:
    """Return the counting of days that the readings chose."""
    return Counting(readings.calendar, readings.count_anchor)


def received(case: Case[q.Complaint]) -> q.Receive:
    """Return the receipt, or one of which nothing is known."""
    return case.last(q.Receive) or q.Receive(on=case.opened_on)


def opening_of(case: Case[q.Complaint], about: Surroundings[Any], told: date | None) -> date | None:
    """Return the opening of the congress as it stands now: recorded beside, or else as told."""
    return opening_day(about.beside, case.subject.congress) or told


def timed(
    case: Case[q.Complaint], about: Context[Any], day: date, opening: date | None
) -> Disposed | None:
    """Return what the time before the congress makes of the letter; None for another kind.

    Only the freeze or cut-off is asked: that it can be settled at all is asked by other rules. A
    calendar that does not reach so far leaves the opening out, as if it were not known.
    """
    matter = MATTERS.get(q.kind(case) or q.ComplaintKind.PETITION)
    if matter is None or matter is Matter.MIXED:
        return None
    classified = case.last(q.Classify)
    got = received(case)
    letter = Letter(
        matter=matter,
        competent=True,
        settler_concerned=False,
        about_congress=None if classified is None else classified.about_congress,
        grounds=frozenset(),
        received=got.competent_received,
        sent=got.sent,
    )
    law, counted = law_for(case, about, day), counting(about.readings)
    try:
        return dispose(letter, law, opening=opening, counting=counted)
    except LookupError:
        return dispose(letter, law, opening=None, counting=counted)


def held_over(
    case: Case[q.Complaint], about: Context[Any], day: date, *, name: str
) -> Iterator[Demand | Caution]:
    """Demand of a letter that is held over that its days bear it out; *name* is what it is called.

    The opening is that of now: it may have been moved since. Where the time before the congress is
    but a reading, a caution. What cannot be counted was asked when the letter was held over.
    """
    held = case.last(q.FreezeDenunciation) or case.last(q.DeferAppeal)
    told = None if held is None else held.opening
    found = timed(case, about, day, opening_of(case, about, told))
    if case.stage is not q.FROZEN or found is None:
        return
    got = received(case)
    if found.freeze is not None:
        what = Text("ngày nhận đơn được tạm dừng", "receipt of a letter that is held over")
        demand = on_or_after(got.competent_received, found.freeze.since, about=name, what=what)
    elif found.cutoff is not None:
        what = Text("ngày gửi đơn được chuyển", "sending of a letter that is held over")
        demand = after(got.sent, found.cutoff.day, about=name, what=what)
    else:
        return
    if demand.met is False and found.citations[0].confidence is Confidence.UNKNOWN:
        yield Caution(demand.text, demand.figures)
    else:
        yield demand


def settlement(
    case: Case[q.Complaint], about: Surroundings[Any], concluded: date | None
) -> Settlement | None:
    """Return the time that settling the case may take; None where limit or start is not known.

    The limit is that of the day of receipt. A case handed over to a new term begins anew there: its
    competent body has it only then (derived).
    """
    matter = MATTERS.get(q.kind(case) or q.ComplaintKind.PETITION)
    start = started(case, matter)
    if matter is None or start is None:
        return None
    law = settling_on(about.readings, start, matter, case.subject.level)
    if law is None:
        return None
    return Settlement(
        received=start,
        concluded=concluded,
        extended_by=sum(_extended(case.events(q.Extend))),
        law=law,
        counting=counting(about.readings),
    )


def due(found: Settlement) -> date | None:
    """Return the last day to settle; None where the calendar does not reach so far."""
    try:
        return found.last_day
    except LookupError:
        return None


def started(case: Case[q.Complaint], matter: Matter | None) -> date | None:
    """Return the day from which settling is counted; None where it is not known."""
    handed = case.last(q.HandOver)
    if handed is not None:
        return handed.on
    got = received(case)
    if matter is Matter.APPEAL:
        return got.competent_received or got.sent
    return got.competent_received


def _extended(extensions: Iterable[q.Extend]) -> Iterable[int]:
    return (each.days for each in extensions if each.days)
