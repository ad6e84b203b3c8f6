"""Registers of documents: one series a type within a term, or one common series of a congress.

Numbers run per committee term, never per calendar year, and a congress has one series for all its
papers (trap TR12). Decision and regulation are two types with one symbol, so one string may stand
twice in a term: the key of a series is the **name** of the type (trap TR9).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise
from typing import Final

import attrs

from congress_flow._sources import InForce
from congress_flow._text import Text
from congress_flow.numbering._number import Number
from congress_flow.numbering._symbols import CONGRESS


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class Entry:
    """A line of a register. `void` is a number that was given and not used.

    `type_name` is the Vietnamese name of the type: `QĐ` alone does not tell it.
    """

    number: Number
    type_name: str
    issued: date
    void: bool = False

    @property
    def series(self) -> tuple[str, ...]:
        """The series it belongs to: issuer and type, or the congress alone.

        A joint document has its number in the series of the agency named first; secret documents
        are numbered among the others.
        """
        lead = self.number.issuers[0]
        return (lead,) if lead == CONGRESS else (lead, self.type_name)


class RegisterFault(Enum):
    """What is wrong with a register."""

    DUPLICATE = "duplicate"
    GAP = "gap"
    DATE_FALLS = "date_falls"
    OUTSIDE_TERM = "outside_term"
    TYPE_NAME_MISMATCH = "type_name_mismatch"

    @property
    def term(self) -> Text:
        """The fault in words."""
        return _FAULT_WORDS[self]


_FAULT_WORDS: Final = {
    RegisterFault.DUPLICATE: Text("trùng số", "the number was given twice"),
    RegisterFault.GAP: Text("nhảy số, không ghi hủy", "numbers are missing and not recorded void"),
    RegisterFault.DATE_FALLS: Text("số sau ghi ngày trước", "a later number has an earlier day"),
    RegisterFault.OUTSIDE_TERM: Text("ngoài nhiệm kỳ", "outside the term"),
    RegisterFault.TYPE_NAME_MISMATCH: Text(
        "tên thể loại và ký hiệu không khớp", "the type's name and its symbol disagree"
    ),
}


@attrs.frozen(slots=True, weakref_slot=False)
class RegisterFinding:
    """A fault of one series: the lines concerned, and the numbers that are missing."""

    fault: RegisterFault
    series: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    missing: tuple[int, ...] = ()


def committee_term(
    closed: date, *, first_meeting: date | None, next_closed: date | None
) -> InForce:
    """Return the term within which a committee numbers its documents.

    It begins on the day after the congress closed, or on the day on which the new committee's
    first meeting opened if that was held during the congress; it ends with the closing day of the
    next congress (None: not yet held).
    """
    since = closed + timedelta(days=1)
    if first_meeting is not None and first_meeting < since:
        since = first_meeting
    return InForce.through(since, next_closed)


def check_register(
    entries: Iterable[Entry], *, term: InForce, complete: bool
) -> tuple[RegisterFinding, ...]:
    """Return what is wrong with the register of one *term*, series by series.

    *complete* is whether it holds all documents of the term: only then is a missing number a gap.
    """
    series = defaultdict[tuple[str, ...], list[Entry]](list)
    for entry in entries:
        series[entry.series].append(entry)
    return tuple(
        finding
        for key, lines in sorted(series.items())
        for finding in _findings(key, lines, term=term, complete=complete)
    )


def _findings(
    key: tuple[str, ...], lines: list[Entry], *, term: InForce, complete: bool
) -> Iterator[RegisterFinding]:
    lines.sort(key=lambda entry: (entry.number.value, entry.issued))
    for entry in lines:
        if entry.type_name not in {name.vi for name in entry.number.type_names}:
            yield RegisterFinding(RegisterFault.TYPE_NAME_MISMATCH, key, (entry,))
        if entry.issued not in term:
            yield RegisterFinding(RegisterFault.OUTSIDE_TERM, key, (entry,))
    used = [entry for entry in lines if not entry.void]
    yield from _out_of_order(key, used)
    if complete:
        given = {entry.number.value for entry in lines}
        missing = tuple(sorted(set(range(1, max(given))) - given))
        if missing:
            yield RegisterFinding(RegisterFault.GAP, key, missing=missing)


def _out_of_order(key: tuple[str, ...], used: Sequence[Entry]) -> Iterator[RegisterFinding]:
    for one, other in pairwise(used):
        if one.number.value == other.number.value:
            yield RegisterFinding(RegisterFault.DUPLICATE, key, (one, other))
        elif other.issued < one.issued:
            yield RegisterFinding(RegisterFault.DATE_FALLS, key, (one, other))
