"""What is carried over without a text of its own: by the drawings, and by the readings of the term.

Two kinds are left when all other modules have written their rules. Some rules of 2020 follow from
the drawings themselves (acting bodies, links, invariants): they hold in any term, with the row of
the handbook that they rest on. Others rest on texts that outlived the term, but look at readings:
the open points are chosen anew for this term, so from its first day on they are asked here.
"""

from __future__ import annotations

from typing import Final

from congress_flow_vn_2020._book import TERM_2020
from congress_flow_vn_2020.instruments import HANDBOOK
from congress_flow_vn_2025._book import OLDER, TERM_2025, book, carry_over

ONLY_2020: Final = frozenset(
    {
        "committee_size",  # committee.size.max
        "credentials_board_size",  # credentials_board.size
    }
)
"""Figures and customs that the handbook has for the term 2020 alone."""


def carry_drawings() -> None:
    """Carry over what rests on a row of the handbook, unless another module has done so."""
    here = {rule.function.__code__ for rule in book.rules}
    for name, rule in OLDER.items():
        of_drawing = rule.citations[0].instrument == HANDBOOK
        ended = rule.in_force.until == TERM_2020.until
        if of_drawing and ended and rule.function.__code__ not in here and name not in ONLY_2020:
            carry_over(name, cites=rule.citations, in_force=TERM_2025)


def take_over_readings() -> None:
    """Take over every rule of 2020 that looks at readings and would go on into this term."""
    ended = {repeal.rule for repeal in book.repeals}
    names = {rule.id.partition("/")[2] for rule in book.rules}
    for name, rule in OLDER.items():
        left = rule.in_force & TERM_2025
        if rule.in_context and left is not None and rule.id not in ended:
            # Where a rule of that name stands here already, it begins when this one ends.
            suffix = f"_until_{left.until.year}" if left.until and name in names else ""
            carry_over(name, cites=rule.citations, in_force=left, suffix=suffix)
