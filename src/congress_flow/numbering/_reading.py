"""Reads document numbers: as printed, repaired, with a suggestion, or with the reason why not.

The grammar is that of the handbook, numbering, section 5. Of several faults the first is reported,
in the order in which the checks stand here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import attrs

from congress_flow._sources import Cited, InForce
from congress_flow.numbering._cleaning import Cleaned, clean
from congress_flow.numbering._judging import judge
from congress_flow.numbering._number import (
    Defect,
    Notice,
    Number,
    Reading,
    Repair,
    Status,
)
from congress_flow.numbering._parts import Parts, numbers_in, parts_at
from congress_flow.numbering._symbols import type_symbol

# "Số:      -KH/ĐU", "-KH/ĐU", "KH/ĐU": a number is to be filled in.
_BLANK: Final = re.compile(
    r"(?<![^\W_])(?:số\s*+:?+[\s._…]*+[-/]|(?:[-/]\s*+)?(?P<type>[^\W\d_]++)\s*+[-/]\s*+[^\W\d_])",
    re.IGNORECASE,
)
_ONLY_NUMBER: Final = re.compile(r"\s*+(?:số\s*+:?+\s*+)?[0-9]++\s*+[-/]*+\s*", re.IGNORECASE)
_DATE: Final = re.compile(
    r"(?P<gap>\s*+)(?P<marks>(?:[,.]\s*+)*+)(?P<word>ngày(?P<room>\s*+))?"
    r"(?:(?P<d>[0-9]{1,2})\s*(?P<sep>[-/])\s*(?P<m>[0-9]{1,2})\s*(?P=sep)\s*(?P<y>[0-9]{4})"
    r"|(?P<dd>[0-9]{1,2})\s+tháng\s+(?P<mm>[0-9]{1,2})\s+năm\s+(?P<yy>[0-9]{4}))(?![0-9])",
    re.IGNORECASE,
)
_ROUND_SEPARATOR: Final = re.compile(r"\s[-/]|[-/]\s")
_DOUBLED: Final = re.compile(r"\s\s")


def read(text: str, *, on: date | None = None, qdi: Cited[InForce] | None = None) -> Reading:
    """Return the document number that *text* holds, with its date if one follows.

    *on* is the day of the document where it is known from elsewhere. *qdi* is the time in which
    QĐi was in use; without it the symbol is not looked at. Never raises for what is written.
    """
    cleaned = clean(text)
    if not cleaned.text.strip():
        return Reading(status=Status.ERROR, defect=Defect.EMPTY)
    spots = [
        (_rank(found), spot)
        for spot in numbers_in(cleaned.text)
        if (found := read_at(cleaned, spot, running=True)).defect is not Defect.NO_NUMBER
    ]
    if not spots:
        return Reading(status=Status.ERROR, defect=_without_number(cleaned.text))
    return read_at(cleaned, min(spots)[1], on=on, qdi=qdi)


def readings_in(cleaned: Cleaned) -> Iterator[Reading]:
    """Yield every Party number of a text, in order."""
    done = 0
    for spot in numbers_in(cleaned.text):
        if spot < done:
            continue
        found = read_at(cleaned, spot, running=True)
        if found.number is not None:
            done = found.end
            yield found


def _rank(reading: Reading) -> int:
    """A number before a suggestion, a suggestion before an error; among equals the first."""
    if reading.number is not None:
        return 0
    return 1 if reading.suggestion is not None else 2


def _without_number(text: str) -> Defect:
    blank = _BLANK.search(text)
    if blank is not None and (blank["type"] is None or type_symbol(blank["type"]) is not None):
        return Defect.MISSING_NUMBER
    return Defect.MISSING_TYPE if _ONLY_NUMBER.fullmatch(text) else Defect.NO_NUMBER


def read_at(
    cleaned: Cleaned,
    digits: int,
    *,
    on: date | None = None,
    qdi: Cited[InForce] | None = None,
    running: bool = False,
) -> Reading:
    """Return what is read at a place of a cleaned text. In *running* text its ends do not count."""
    text = cleaned.text
    parts = parts_at(text, digits)
    found = judge(text, parts)
    if found.number is None:
        status = Status.ERROR if found.suggestion is None else Status.SUGGEST
        return Reading(
            status=status,
            defect=found.defect,
            suggestion=found.suggestion,
            start=parts.start,
            end=parts.end,
        )
    dated = _dated(text, parts.end)
    if dated.impossible:
        return Reading(
            status=Status.ERROR,
            number=found.number,
            defect=Defect.NO_SUCH_DAY,
            start=parts.start,
            end=dated.end,
        )
    start = parts.start if running else 0
    repairs = found.repairs | dated.repairs | cleaned.within(start, dated.end)
    if _needless_spaces(text, parts, dated.end, running=running):
        repairs |= {Repair.SPACES}
    if parts.colon:
        repairs |= {Repair.COLON}
    if parts.glued:
        repairs |= {Repair.GLUED_WORD}
    return Reading(
        status=Status.REPAIRED if repairs else Status.OK,
        number=found.number,
        repairs=tuple(sorted(repairs, key=lambda each: each.value)),
        notices=_notices(found.number, dated.day or on, qdi),
        dated=dated.day,
        start=parts.start,
        end=dated.end,
    )


def _notices(number: Number, day: date | None, qdi: Cited[InForce] | None) -> tuple[Notice, ...]:
    if number.symbol != "QĐi" or day is None or qdi is None or day in qdi.value:
        return ()
    return (Notice.QDI_OUTSIDE_WINDOW,)


@attrs.frozen(slots=True, weakref_slot=False)
class _Dated:
    """The day printed after a number; `impossible` if there is no such day."""

    end: int
    day: date | None = None
    impossible: bool = False
    repairs: frozenset[Repair] = frozenset()


def _dated(text: str, end: int) -> _Dated:
    found = _DATE.match(text, end)
    if found is None:
        return _Dated(end)
    marks = "".join(found["marks"].split())
    word = found["word"] or ""
    if marks == "." and word[:1].isupper():
        return _Dated(end)  # the full stop of a sentence; the next one begins with a date
    repairs = set[Repair]()
    if marks not in {"", ","}:
        repairs.add(Repair.PUNCTUATION)
    if (found["gap"] and marks) or _ROUND_SEPARATOR.search(text, found.end("word"), found.end()):
        repairs.add(Repair.SPACES)
    if word and not found["room"]:
        repairs.add(Repair.GLUED_WORD)
    d, m, y = (
        int(found[one] or found[other]) for one, other in (("d", "dd"), ("m", "mm"), ("y", "yy"))
    )
    try:
        return _Dated(found.end(), date(y, m, d), repairs=frozenset(repairs))
    except ValueError:
        return _Dated(found.end(), impossible=True)


def _needless_spaces(text: str, parts: Parts, end: int, *, running: bool) -> bool:
    return (
        parts.spaced
        or _DOUBLED.search(text, parts.digits, end) is not None
        or _DOUBLED.match(text, end) is not None
        or (
            not running
            and (
                text[:1].isspace()
                or text[end:].isspace()
                or _DOUBLED.search(text, 0, parts.start) is not None
            )
        )
    )
