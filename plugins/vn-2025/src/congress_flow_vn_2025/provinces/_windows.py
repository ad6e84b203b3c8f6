"""What the plans of provinces and blocks have in common: windows and lengths of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

from congress_flow import (
    Case,
    Caution,
    Citation,
    Context,
    Demand,
    Level,
    Outlook,
    Parameter,
    Rulebook,
    Severity,
    Step,
    Text,
    at_most,
)
from congress_flow.procedures import announcement as a
from congress_flow.procedures import cell_congress as c
from congress_flow.procedures import congress as k
from congress_flow.reckoning import Due
from congress_flow_vn_2020.announcement_acts import opening_told
from congress_flow_vn_2020.congress_duties import windows
from congress_flow_vn_2020.congress_tables import Window
from congress_flow_vn_2020.congress_window import host, level_of, within_window
from congress_flow_vn_2025.readings import Readings2025

Told = a.AnnounceOpening | a.Postpone
Found = Iterator[Demand | Caution]
_TOLD: tuple[Step[a.Announcement, Told], ...] = (a.announce_opening, a.postpone)
_TITLE: Final = Text("Trong thời gian địa phương quy định", "Within the days of the local plan")


def window_rules(book: Rulebook[Readings2025], days: Parameter[Window], cites: Citation) -> None:
    """Write the rules that keep a congress within the days of a local plan, by its level."""

    @book.rule(*_TOLD, cites=cites, title=_TITLE, encodes=("congress.window", "A1", "A2"))
    def announced_in_local_window(
        case: Case[a.Announcement], act: Told, about: Context[Readings2025]
    ) -> Found:
        """The day announced lies within."""
        congress = host(about, case.subject.congress)
        if congress is not None:
            found = days.on(act.on, level_of(congress))
            yield from within_window(opening_told(act), found, about.readings)

    @book.rule(k.open_congress, cites=cites, title=_TITLE, encodes=("congress.window", "K7"))
    def opened_in_local_window(
        case: Case[k.Congress], act: k.Open, about: Context[Readings2025]
    ) -> Found:
        """The day of the opening lies within; a model congress may come before."""
        found = days.on(act.on, case.subject.level)
        return within_window(act.on, found, about.readings, trial=case.subject.trial)

    @book.rule(c.hold, cites=cites, title=_TITLE, encodes=("congress.window", "C9"))
    def cell_held_in_local_window(
        case: Case[c.CellCongress], act: c.Hold, about: Context[Readings2025]
    ) -> Found:
        """The day of a cell's congress lies within."""
        del case
        return within_window(act.on, days.on(act.on, Level.CELL), about.readings)


def window_duty(book: Rulebook[Readings2025], found: Parameter[Window], cites: Citation) -> None:
    """Write the duty to hold a congress within the days of a local plan, by its level."""

    @book.duty(cites=cites, title=_TITLE, subject="congress_held", encodes=("congress.window",))
    def local_window_due(about: Outlook[Readings2025]) -> Iterator[Due]:
        """A local plan may be stricter: the earliest of all last days binds."""
        return windows(about, lambda level: found.on(about.on, level), cites.instrument.in_force)


def length_rules(
    book: Rulebook[Readings2025], lengths: Parameter[Fraction], cites: Citation
) -> None:
    """Write the rules on the length of small congresses that a local plan sets."""
    title = Text("Độ dài đại hội theo địa phương", "The length that the local plan sets")

    def within(days: Fraction | None, on: date, level: Level) -> Iterator[Demand]:
        most = lengths.on(on, level)
        if most is not None:
            yield at_most(days, most.value, what=Text("số ngày đại hội", "length in days"))

    @book.rule(
        c.hold,
        cites=cites,
        title=title,
        severity=Severity.WARNS,
        encodes=("congress.length", "C9"),
    )
    def cell_length(case: Case[c.CellCongress], act: c.Hold) -> Iterator[Demand]:
        """Of a cell's congress."""
        del case
        return within(act.days, act.on, Level.CELL)

    @book.rule(
        k.close_congress,
        cites=cites,
        title=title,
        severity=Severity.WARNS,
        encodes=("congress.length", "K11"),
    )
    def local_length(case: Case[k.Congress], act: k.Close) -> Iterator[Demand]:
        """Of a congress of a level for which the plan sets one."""
        return within(act.days, act.on, case.subject.level)
