"""Document numbers in running text, with the type's name before and the body after them."""

from __future__ import annotations

import re
from typing import Final

import attrs

from congress_flow._sources import Cited, InForce
from congress_flow.numbering._cleaning import clean
from congress_flow.numbering._number import Notice, Number, Reading, Repair, Status
from congress_flow.numbering._reading import read, readings_in
from congress_flow.numbering._spelling import newer_spelling
from congress_flow.numbering._symbols import TYPE_NAMES

_NAMED: Final = re.compile(
    rf"(?<![^\W_])(?P<name>{'|'.join(TYPE_NAMES)})\s*$".replace(" ", r"\s+"), re.IGNORECASE
)
_LONGEST_NAME: Final = 80  # letters before a number among which the type's name is looked for
_LONGEST_BODY: Final = 200
_OF: Final = re.compile(r"\s*+,?+\s*+của\s++", re.IGNORECASE)
_BODY_ENDS: Final = re.compile(
    r"\s*(?:[,;:()]|\.(?:\s*$|\s+(?<!TP\.\s)(?<!Tp\.\s))"
    r"|(?<!\w)(?:về(?!\w)|ngày\s+[0-9]|và\s+(?:" + "|".join(TYPE_NAMES) + r")(?!\w))|$)",
    re.IGNORECASE,
)


def read_citation(text: str, *, qdi: Cited[InForce] | None = None) -> Reading:
    """Return the number of a whole citation with the type's name before it and the body after it.

    `Kế hoạch số 187-KH/TU, ngày 25-10-2019 của Ban Thường vụ Tỉnh uỷ về …`. The body is given in
    the newer spelling; a name that does not agree with the symbol is a notice. The body named is
    the deciding body: the symbol alone does not tell it.
    """
    found = read(text, qdi=qdi)
    if found.number is None:
        return found
    cleaned = clean(text)
    type_name = _type_name(cleaned.text[max(0, found.start - _LONGEST_NAME) : found.start])
    body, end = _body(cleaned.text, found.end)
    repairs = {*found.repairs, *cleaned.within(found.end, end)}
    if re.search(r"\s\s", cleaned.text[found.end : end]):
        repairs.add(Repair.SPACES)
    agrees = not type_name or _agrees(found.number, type_name)
    status = found.status
    if status is Status.OK and repairs:
        status = Status.REPAIRED
    return attrs.evolve(
        found,
        status=status,
        type_name=type_name,
        body=body,
        end=end,
        repairs=tuple(sorted(repairs, key=lambda each: each.value)),
        notices=found.notices if agrees else (*found.notices, Notice.TYPE_NAME_MISMATCH),
    )


def find_all(text: str) -> tuple[Reading, ...]:
    """Return every Party number of a text, in order, each with its date and repairs.

    Numbers of the State, and what would only be a suggestion, are none.
    """
    return tuple(readings_in(clean(text)))


def _type_name(before: str) -> str:
    named = _NAMED.search(newer_spelling(before))
    return " ".join(named["name"].lower().split()) if named else ""


def _agrees(number: Number, type_name: str) -> bool:
    # A personnel decision (QĐNS) is cited as a decision.
    return any(name.vi.startswith(type_name) for name in number.type_names)


def _body(text: str, end: int) -> tuple[str, int]:
    """Return the body named after the number, in the newer spelling, and where its name ends."""
    of = _OF.match(text, end)
    if of is None:
        return "", end
    most = min(len(text), of.end() + _LONGEST_BODY)
    stop = _BODY_ENDS.search(text, of.end(), most)
    until = most if stop is None else stop.start()
    return newer_spelling(" ".join(text[of.end() : until].split())), until
