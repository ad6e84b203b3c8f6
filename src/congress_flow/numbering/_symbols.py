"""Symbols in a document's number: types of documents, and the bodies that issue them.

Which symbols there are is a matter of form, not of a single rule; who may issue what on which day
is cited data (`_authority`).
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from congress_flow._text import Text


@attrs.frozen(slots=True, weakref_slot=False)
class DocumentType:
    """A type symbol and the types it may stand for: `QĐ` is a decision or a regulation."""

    symbol: str
    names: tuple[Text, ...]


_TYPES: Final = (
    DocumentType("NQ", (Text("nghị quyết", "resolution"),)),
    DocumentType("QĐ", (Text("quyết định", "decision"), Text("quy định", "regulation"))),
    DocumentType("QĐi", (Text("quy định", "regulation"),)),
    DocumentType("QĐNS", (Text("quyết định nhân sự", "personnel decision"),)),
    DocumentType("CT", (Text("chỉ thị", "directive"),)),
    DocumentType("KL", (Text("kết luận", "conclusion"),)),
    DocumentType("QC", (Text("quy chế", "working rules"),)),
    DocumentType("TT", (Text("thông tri", "circular"),)),
    DocumentType("HD", (Text("hướng dẫn", "guidance"),)),
    DocumentType("TB", (Text("thông báo", "notice"),)),
    DocumentType("TC", (Text("thông cáo", "communiqué"),)),
    DocumentType("BC", (Text("báo cáo", "report"),)),
    DocumentType("KH", (Text("kế hoạch", "plan"),)),
    DocumentType("QH", (Text("quy hoạch", "master plan"),)),
    DocumentType("CTr", (Text("chương trình", "programme"),)),
    DocumentType("ĐA", (Text("đề án", "scheme"),)),
    DocumentType("PA", (Text("phương án", "option plan"),)),
    DocumentType("DA", (Text("dự án", "project"),)),
    DocumentType("TTr", (Text("tờ trình", "submission"),)),
    DocumentType("CV", (Text("công văn", "official letter"),)),
    DocumentType("BB", (Text("biên bản", "minutes"),)),
    DocumentType("BS", (Text("bản sao", "copy"),)),
    DocumentType("CL", (Text("chiến lược", "strategy"),)),
    DocumentType("LKG", (Text("lời kêu gọi", "appeal"),)),
)

TYPES: Final = {each.symbol: each for each in _TYPES}
"""The types of Party documents that carry a symbol, by symbol."""

UNNUMBERED: Final = (
    Text("cương lĩnh chính trị", "political platform"),
    Text("điều lệ Đảng", "Charter"),
    Text("tuyên bố", "declaration"),
)
"""Types without a symbol, or (declaration) whose symbol is not known."""

TYPE_NAMES: Final = tuple(sorted({name.vi for each in _TYPES for name in each.names}, key=len))[
    ::-1
]
"""Vietnamese names of the types with a symbol, longest first."""

_BY_CASEFOLD: Final = {symbol.casefold(): symbol for symbol in TYPES}

CONGRESS: Final = "ĐH"
"""The symbol of a congress and its bodies, whose papers share one series."""

STATE_REGULATION: Final = "QyĐ"
"""The State's symbol for a regulation: never a Party symbol."""

# The committees whose symbol an advisory body takes on (BTC + ĐUK = BTCĐUK).
_COMMITTEE: Final = r"(?:TW|TU|HU|QU|ThU|QUTW|ĐU[A-ZĐ0-9]*)"
_PARTY_ISSUER: Final = re.compile(
    rf"(?:{_COMMITTEE}|CB[0-9]*|ĐH|HĐ|(?:BCĐ|TB|ĐĐ|BCSĐ)[A-ZĐ0-9]*"
    rf"|(?:BTC|BTG|BDV|BNC|UBKT|VP){_COMMITTEE})"
)
_CAPITALS: Final = re.compile(r"[A-ZĐ0-9]*[A-ZĐ][A-ZĐ0-9]*")
_TOWN: Final = re.compile(r"(?:BTC|BTG|BDV|BNC|UBKT|VP)?THU")


def type_symbol(written: str) -> str | None:
    """Return the type symbol meant by *written*, whatever its case, or None."""
    return _BY_CASEFOLD.get(written.casefold())


def with_d(written: str) -> str | None:
    """Return the type symbol that *written* becomes when its D is read as Đ, or None.

    To be asked of what is no symbol itself: `DA` (project) is not meant as `ĐA` (scheme).
    """
    return type_symbol(written.replace("D", "Đ").replace("d", "đ"))


def in_print(unit: str) -> str:
    """Return an issuer in its printed case: capitals, but `ThU` for a mixed or lower-case form."""
    upper = unit.upper()
    if unit != upper and _TOWN.fullmatch(upper):
        return f"{upper[:-2]}hU"
    return upper


def is_party_issuer(unit: str) -> bool:
    """Return whether *unit*, in printed case, is built like the symbol of a Party body."""
    return _PARTY_ISSUER.fullmatch(unit) is not None


def issuer_with_d(unit: str) -> str | None:
    """Return the Party issuer that *unit* becomes when a D is read as Đ, or None.

    As few letters as possible are changed, from the left: `DUBDV` is meant as `ĐUBDV`.
    """
    if is_party_issuer(unit) or "D" not in unit:
        return None
    spots = [spot for spot, letter in enumerate(unit) if letter == "D"]
    for count in range(1, len(spots) + 1):
        letters = list(unit)
        for spot in spots[:count]:
            letters[spot] = "Đ"
        if is_party_issuer("".join(letters)):
            return "".join(letters)
    # BDVDU: the first D is right, the second is not.
    last = f"Đ{unit[spots[-1] + 1 :]}"
    meant = f"{unit[: spots[-1]]}{last}"
    return meant if is_party_issuer(meant) else None


def is_type_as_issuer(unit: str) -> bool:
    """Return whether *unit* is a type symbol; `TB` may also be a subcommittee."""
    symbol = type_symbol(unit)
    return symbol is not None and symbol != "TB"


def is_issuer(unit: str) -> bool:
    """Return whether *unit* may stand as the issuer of a number in printed form."""
    return (
        (is_party_issuer(unit) or _CAPITALS.fullmatch(unit) is not None)
        and not is_type_as_issuer(unit)
        and issuer_with_d(unit) is None
    )
