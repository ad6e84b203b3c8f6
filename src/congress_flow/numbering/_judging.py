"""What the parts of a number come to: the checks stand in the order in which they report."""

from __future__ import annotations

import re
from typing import Final

import attrs

from congress_flow.numbering._number import INTERNAL, Defect, Number, Repair
from congress_flow.numbering._parts import Parts
from congress_flow.numbering._symbols import (
    STATE_REGULATION,
    in_print,
    is_issuer,
    is_party_issuer,
    is_type_as_issuer,
    issuer_with_d,
    type_symbol,
    with_d,
)

_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_RUN_IN: Final = re.compile(r"(?P<digits>[0-9]{1,9})(?P<type>[A-Za-zĐđ]+)")
_APART: Final = re.compile(r"\s+(?P<type>[A-Za-zĐđ]+)\s*[-/]\s*(?P<issuer>[A-Za-zĐđ0-9]+)")
_BESIDE: Final = re.compile(r"\s+(?P<issuer>[A-ZĐ][A-ZĐh0-9]*)(?![^\W_])")
_LONGEST: Final = 9  # digits; the longest number seen has five


@attrs.frozen(slots=True, weakref_slot=False)
class Found:
    """What the parts come to, before the date is looked at."""

    number: Number | None = None
    defect: Defect | None = None
    suggestion: Number | None = None
    repairs: frozenset[Repair] = frozenset()


def judge(text: str, parts: Parts) -> Found:
    """Return the number that the parts make, or the first defect in the order of the handbook."""
    for check in _CHECKS:
        found = check(text, parts)
        if found is not None:
            return found
    return _printed(parts)


def _alone(text: str, parts: Parts) -> Found | None:
    """Digits that no separator follows: `10 KH/ĐU` is meant as a number, a bare year is not."""
    digits, *rest = parts.words
    if rest or parts.dangling:
        return None
    apart = _APART.match(text, parts.end)
    if apart is None or not digits.isdecimal() or type_symbol(apart["type"]) is None:
        return Found(defect=Defect.NO_NUMBER)
    meant = None
    if _is_recognised(apart["type"], [apart["issuer"]]):
        meant = _suggested(digits, apart["type"], [apart["issuer"]])
    return Found(defect=Defect.WRONG_SEPARATOR, suggestion=meant)


def _bad_number(text: str, parts: Parts) -> Found | None:
    """A letter in the number; but in `12KH/ĐU` it is only the hyphen that is missing."""
    del text
    digits, *rest = parts.words
    if len(digits) > _LONGEST:
        return Found(defect=Defect.BAD_NUMBER)
    if digits.isdecimal() or not (digits.isalnum() or "." in digits or "," in digits):
        return None
    run_in = _RUN_IN.fullmatch(digits)
    if run_in is not None and rest:
        issuers, suffix = _issuers_and_suffix(rest, parts.separators[1:])
        if _is_recognised(run_in["type"], issuers):
            meant = _suggested(run_in["digits"], run_in["type"], issuers, suffix)
            return Found(defect=Defect.WRONG_SEPARATOR, suggestion=meant)
    return Found(defect=Defect.BAD_NUMBER)


def _figures(text: str, parts: Parts) -> Found | None:
    """30/2020/NĐ-CP is the State's; 28/11/2019 and 2020-2025 are no numbers of documents."""
    del text
    rest = parts.words[1:]
    if not rest or not rest[0].isdecimal():
        return None
    of_state = _YEAR.fullmatch(rest[0]) and (len(rest) > 1 or parts.dangling)
    return Found(defect=Defect.STATE_DOCUMENT if of_state else Defect.NO_NUMBER)


def _bad_character(text: str, parts: Parts) -> Found | None:
    del text
    return Found(defect=Defect.BAD_CHARACTER) if parts.foreign else None


def _swapped(text: str, parts: Parts) -> Found | None:
    """State layout: a Party number if type and issuer are the Party's, else the State's."""
    del text
    if parts.separators[:2] != ("/", "-"):
        return None
    digits, written, *after = parts.words
    issuers, suffix = _issuers_and_suffix(after, parts.separators[2:])
    if not _is_recognised(written, issuers):
        return Found(defect=Defect.STATE_DOCUMENT)
    meant = _suggested(digits, written, issuers, suffix)
    return Found(defect=Defect.SWAPPED_SEPARATORS, suggestion=meant)


def _missing_type(text: str, parts: Parts) -> Found | None:
    del text
    rest = parts.words[1:]
    if rest and (len(parts.separators[0]) == 1 or type_symbol(rest[0]) is not None):
        return None
    return Found(defect=Defect.MISSING_TYPE)


def _no_issuer(text: str, parts: Parts) -> Found | None:
    """Nothing follows the type: it may hold the issuer, or stand before it without a slash."""
    digits, *rest = parts.words
    if len(rest) > 1:
        return None
    word = rest[0]
    for cut in range(len(word) - 1, 0, -1):
        if _is_recognised(word[:cut], [word[cut:]]):
            meant = _suggested(digits, word[:cut], [word[cut:]])
            return Found(defect=Defect.MISSING_SLASH, suggestion=meant)
    if type_symbol(word) is None:
        return Found(defect=Defect.UNKNOWN_TYPE)
    beside = None if parts.dangling else _BESIDE.match(text, parts.end)
    if beside is not None and is_party_issuer(beside["issuer"]):
        meant = _suggested(digits, word, [beside["issuer"]])
        return Found(defect=Defect.MISSING_SLASH, suggestion=meant)
    return Found(defect=Defect.MISSING_ISSUER)


def _wrong_separators(text: str, parts: Parts) -> Found | None:
    """Three parts and other separators than `-` and `/`."""
    del text
    if parts.separators[:2] == ("-", "/"):
        return None
    digits, written, *after = parts.words
    issuers, suffix = _issuers_and_suffix(after, parts.separators[2:])
    meant = _suggested(digits, written, issuers, suffix)
    unknown = _type_defect(written)
    if _is_recognised(written, issuers):
        defect = Defect.WRONG_SEPARATOR
    elif unknown is not None:
        defect = unknown
    elif any(issuer_with_d(in_print(unit)) for unit in issuers):
        defect = Defect.NO_DIACRITICS
    else:
        of_state = parts.separators[0] == "/"
        return Found(defect=Defect.STATE_DOCUMENT if of_state else Defect.WRONG_SEPARATOR)
    return Found(defect=defect, suggestion=meant)


_CHECKS: Final = (
    _alone,
    _bad_number,
    _figures,
    _bad_character,
    _swapped,
    _missing_type,
    _no_issuer,
    _wrong_separators,
)


def _printed(parts: Parts) -> Found:
    """The Party's layout: the checks that are left, in their order."""
    digits, written, *after = parts.words
    issuers, suffix = _issuers_and_suffix(after, parts.separators[2:])
    symbol = type_symbol(written)
    units = [in_print(unit) for unit in issuers]
    defect = _suffix_defect(suffix, parts) or (Defect.NUMBER_ZERO if int(digits) == 0 else None)
    if defect is not None:
        return Found(defect=defect)
    unknown = _type_defect(written)
    if unknown is not None:
        meant = _suggested(digits, written, issuers, suffix)
        return Found(defect=unknown, suggestion=meant)
    if any(map(is_type_as_issuer, units)):
        return Found(defect=Defect.TYPE_IN_ISSUER_PLACE)
    if any(map(issuer_with_d, units)):
        meant = _suggested(digits, written, issuers, suffix)
        return Found(defect=Defect.NO_DIACRITICS, suggestion=meant)
    if symbol is None or not all(map(is_issuer, units)):
        return Found(defect=Defect.MISSING_ISSUER)
    number = Number(int(digits), symbol, units, suffix or "")
    repairs = set[Repair]()
    if symbol != written or units != issuers:
        repairs.add(Repair.CASE)
    if digits != f"{number.value:02d}":
        repairs.add(Repair.LEADING_ZERO)
    return Found(number=number, repairs=frozenset(repairs))


def _issuers_and_suffix(
    words: list[str], separators: tuple[str, ...]
) -> tuple[list[str], str | None]:
    """Return the issuers, joined by hyphens, and what follows them: None if it is no suffix."""
    issuers, suffix = words[:1], ""
    for separator, word in zip(separators, words[1:], strict=True):
        if separator == "-" and not suffix and not word.isdecimal():
            issuers.append(word)
        elif separator == "/" and not suffix and word == INTERNAL:
            suffix = word
        else:
            return issuers, None
    return issuers, suffix


def _suffix_defect(suffix: str | None, parts: Parts) -> Defect | None:
    return Defect.BAD_SUFFIX if suffix is None or parts.dangling else None


def _type_defect(written: str) -> Defect | None:
    if type_symbol(written) is not None:
        return None
    if written.replace("D", "Đ").replace("d", "đ").casefold() == STATE_REGULATION.casefold():
        return Defect.STATE_SYMBOL
    return Defect.UNKNOWN_TYPE if with_d(written) is None else Defect.NO_DIACRITICS


# --- suggestions ---------------------------------------------------------------------------------


def _is_recognised(written: str, issuers: list[str]) -> bool:
    """Return whether type and issuers are the Party's, whatever stands between them."""
    return type_symbol(written) is not None and all(
        is_party_issuer(in_print(unit)) for unit in issuers
    )


def _suggested(
    digits: str, written: str, issuers: list[str], suffix: str | None = ""
) -> Number | None:
    """Return the number that is most likely meant, or None if there is none."""
    symbol = type_symbol(written) or with_d(written)
    if _type_defect(written) is Defect.STATE_SYMBOL:
        symbol = "QĐ"
    units = [in_print(unit) for unit in issuers]
    meant = [issuer_with_d(unit) or unit for unit in units]
    if symbol is None or not int(digits) or not all(map(is_issuer, meant)):
        return None
    return Number(int(digits), symbol, meant, suffix or "")
