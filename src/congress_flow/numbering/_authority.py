"""Who may issue which type of document, and who signs it how, on which day.

The tables are cited data that a plugin gives; what they do not say is unknown, never allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum
from itertools import combinations
from typing import Final

import attrs

from congress_flow._sources import ALWAYS, Citation, Cited, InForce
from congress_flow._text import Text, nfc
from congress_flow.errors import DefinitionError


class IssuingBody(Enum):
    """The bodies of a grassroots organisation that issue documents."""

    EXECUTIVE_COMMITTEE = "executive_committee"
    STANDING_COMMITTEE = "standing_committee"
    CELL = "cell"
    CELL_CONGRESS = "cell_congress"

    @property
    def term(self) -> Text:
        """The body in words."""
        return _BODY_WORDS[self]


_BODY_WORDS: Final = {
    IssuingBody.EXECUTIVE_COMMITTEE: Text("ban chấp hành đảng bộ cơ sở", "executive committee"),
    IssuingBody.STANDING_COMMITTEE: Text("ban thường vụ đảng ủy cơ sở", "standing committee"),
    IssuingBody.CELL: Text("chi bộ", "cell"),
    IssuingBody.CELL_CONGRESS: Text("đại hội chi bộ", "congress of a cell"),
}


def _type_names(given: Iterable[str]) -> frozenset[str]:
    return frozenset(map(nfc, given))


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class IssuingRow:
    """That a body may, or may not, issue the types named (in Vietnamese)."""

    body: IssuingBody
    types: frozenset[str] = attrs.field(converter=_type_names)
    may: bool
    cites: Citation
    in_force: InForce = ALWAYS


def _issuing(rows: Iterable[IssuingRow]) -> tuple[IssuingRow, ...]:
    return tuple(rows)


@attrs.frozen(slots=True, weakref_slot=False)
class IssuingMatrix:
    """Who may issue what. Raises `DefinitionError` where two rows speak of one thing on one day."""

    rows: tuple[IssuingRow, ...] = attrs.field(converter=_issuing)

    def __attrs_post_init__(self) -> None:
        for one, other in combinations(self.rows, 2):
            both = one.types & other.types if one.body is other.body else frozenset[str]()
            if both and (one.in_force & other.in_force) is not None:
                raise DefinitionError(f"two rows on {one.body.value} and {sorted(both)}")

    def may_issue(self, body: IssuingBody, type_name: str, day: date) -> Cited[bool] | None:
        """Return whether *body* may issue the type on *day*, with the article; None: not known."""
        for row in self.rows:
            if row.body is body and type_name in row.types and day in row.in_force:
                return Cited(row.may, row.cites)
        return None


class Authority(Enum):
    """The line above a signature, in Party form: with a slash."""

    ON_BEHALF = "T/M"
    FOR_HEAD = "K/T"
    BY_ORDER = "T/L"
    DIRECT = ""

    @property
    def term(self) -> Text:
        """The line in words."""
        return _AUTHORITY_WORDS[self]


_AUTHORITY_WORDS: Final = {
    Authority.ON_BEHALF: Text("T/M (thay mặt)", "T/M (on behalf of)"),
    Authority.FOR_HEAD: Text("K/T (ký thay)", "K/T (for the head)"),
    Authority.BY_ORDER: Text("T/L (thừa lệnh)", "T/L (by order)"),
    Authority.DIRECT: Text("ký trực tiếp", "signs directly"),
}


class SigningBody(Enum):
    """Whose document is signed."""

    COLLECTIVE = "collective"
    PRESIDIUM = "presidium"
    ADVISORY = "advisory"
    WITHOUT_SEAL = "without_seal"
    CELL = "cell"

    @property
    def term(self) -> Text:
        """The body in words."""
        return _SIGNING_WORDS[self]


_SIGNING_WORDS: Final = {
    SigningBody.COLLECTIVE: Text(
        "đại hội, đoàn thư ký, ban thẩm tra, ban kiểm phiếu, cấp ủy, ủy ban kiểm tra, hội đồng",
        "congress and its boards, committee, inspection commission, council",
    ),
    SigningBody.PRESIDIUM: Text("đoàn chủ tịch", "presidium"),
    SigningBody.ADVISORY: Text(
        "ban, cơ quan tham mưu, giúp việc, tiểu ban", "advisory or helper body, subcommittee"
    ),
    SigningBody.WITHOUT_SEAL: Text(
        "tiểu ban, ban chỉ đạo không có con dấu", "subcommittee or board without a seal"
    ),
    SigningBody.CELL: Text("chi bộ", "cell"),
}


class Signatory(Enum):
    """Who signs."""

    SECRETARY = "secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    ACTING_DEPUTY = "acting_deputy"
    NAME_ONLY = "name_only"
    AUTHORISED = "authorised"

    @property
    def term(self) -> Text:
        """Who signs, in words."""
        return _SIGNATORY_WORDS[self]


_SIGNATORY_WORDS: Final = {
    Signatory.SECRETARY: Text("bí thư", "secretary"),
    Signatory.DEPUTY_SECRETARY: Text("phó bí thư", "deputy secretary"),
    Signatory.HEAD: Text("cấp trưởng", "head"),
    Signatory.DEPUTY_HEAD: Text("cấp phó", "deputy head"),
    Signatory.ACTING_DEPUTY: Text(
        "cấp phó phụ trách khi chưa có cấp trưởng", "deputy in charge where there is no head"
    ),
    Signatory.NAME_ONLY: Text("chỉ ghi họ tên", "name only, no post"),
    Signatory.AUTHORISED: Text(
        "người được ủy quyền bằng văn bản, không ủy quyền tiếp",
        "somebody authorised in writing, who may not delegate further",
    ),
}


def _signatories(given: Iterable[Signatory]) -> frozenset[Signatory]:
    return frozenset(given)


@attrs.frozen(slots=True, weakref_slot=False, kw_only=True)
class SigningRow:
    """That these signatories may, or may not, sign for a body under a line of authority."""

    body: SigningBody
    authority: Authority
    signatories: frozenset[Signatory] = attrs.field(converter=_signatories)
    may: bool
    cites: Citation
    in_force: InForce = ALWAYS


def _signing(rows: Iterable[SigningRow]) -> tuple[SigningRow, ...]:
    return tuple(rows)


@attrs.frozen(slots=True, weakref_slot=False)
class SigningTable:
    """Who signs how. Raises `DefinitionError` where two rows speak of one thing on one day."""

    rows: tuple[SigningRow, ...] = attrs.field(converter=_signing)

    def __attrs_post_init__(self) -> None:
        for one, other in combinations(self.rows, 2):
            if (
                (one.body, one.authority) == (other.body, other.authority)
                and one.signatories & other.signatories
                and (one.in_force & other.in_force) is not None
            ):
                line = one.authority.value or "no line"
                raise DefinitionError(f"two rows on {one.body.value} under {line}")

    def may_sign(
        self, body: SigningBody, authority: Authority, signatory: Signatory, day: date
    ) -> Cited[bool] | None:
        """Return whether it may be signed so on *day*, with the article; None: not known."""
        for row in self.rows:
            if (
                (row.body, row.authority) == (body, authority)
                and signatory in row.signatories
                and day in row.in_force
            ):
                return Cited(row.may, row.cites)
        return None


_LINE: Final = re.compile(
    r"\s*(?P<one>[TK])(?P<mark>/|)(?P<two>[MTL])(?P<dot>\.?)\s+(?P<body>\S.*)"
)


@attrs.frozen(slots=True, weakref_slot=False)
class AuthorityLine:
    """A line of authority as written: `T/M BAN THƯỜNG VỤ`.

    `of_state` is whether it is written in the State's way (`TM.`), which no Party document is
    (trap TR11). The body named is the deciding body: the number's symbol does not tell it.
    """

    authority: Authority
    body: str
    of_state: bool


def read_authority(line: str) -> AuthorityLine:
    """Return what stands above a signature; DIRECT where it begins with no such mark."""
    written = nfc(line).strip()
    found = _LINE.fullmatch(written)
    if found is not None:
        for authority in (Authority.ON_BEHALF, Authority.FOR_HEAD, Authority.BY_ORDER):
            if authority.value == f"{found['one']}/{found['two']}":
                of_state = not found["mark"] or bool(found["dot"])
                return AuthorityLine(authority, found["body"], of_state)
    return AuthorityLine(Authority.DIRECT, written, of_state=False)
