"""Numbers, symbols, issuing and signing of Party papers (handbook, parameters, section M)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from congress_flow import Citation, Cited, Confidence, InForce
from congress_flow.numbering import (
    Authority,
    IssuingBody,
    IssuingMatrix,
    IssuingRow,
    Signatory,
    SigningBody,
    SigningRow,
    SigningTable,
)
from congress_flow_vn_2020.instruments import HANDBOOK, HD36_2018, QD66_2017

QDI_WINDOW: Final = Cited(
    InForce.through(date(2018, 4, 3), date(2019, 9, 22)),
    HANDBOOK.at("parameters.md M, number.qdi_window", Confidence.DERIVED),
)
"""The time in which QĐi stood for a regulation: derived from seven dated numbers."""

SERIES: Final = HD36_2018.at("mục 1.3.1", Confidence.VERIFIED)
"""One series a type within a committee term; one common series of a congress."""

LEADING_ZERO: Final = HD36_2018.at("về số văn bản", Confidence.REPORTED)
"""Numbers below 10 have a zero in front."""

# --- who may issue what --------------------------------------------------------------------------

_ORDINARY: Final = frozenset(
    {
        "nghị quyết",
        "quyết định",
        "kết luận",
        "thông báo",
        "báo cáo",
        "kế hoạch",
        "chương trình",
        "đề án",
        "phương án",
        "tờ trình",
        "công văn",
        "biên bản",
    }
)
_ALL: Final = _ORDINARY | {"quy chế", "quy định", "hướng dẫn", "chỉ thị", "thông tri"}

GRID: Final[Mapping[IssuingBody, frozenset[str]]] = {
    IssuingBody.EXECUTIVE_COMMITTEE: _ORDINARY | {"quy chế", "quy định"},
    IssuingBody.STANDING_COMMITTEE: _ORDINARY | {"quy định", "hướng dẫn"},
    IssuingBody.CELL: _ORDINARY | {"quy chế"},
    IssuingBody.CELL_CONGRESS: frozenset(
        {"nghị quyết", "quy chế", "chương trình", "công văn", "biên bản"}
    ),
}
"""What each body of a grassroots organisation may issue under the rules of 2026."""


def issuing_rows(
    cites: Citation, in_force: InForce, *, less: Mapping[IssuingBody, frozenset[str]]
) -> Iterator[IssuingRow]:
    """Yield the rows of the grid of 2026, without the types in *less*, which others speak of."""
    for body, allowed in GRID.items():
        types = _ALL - less.get(body, frozenset())
        for may, named in ((True, types & allowed), (False, types - allowed)):
            yield IssuingRow(body=body, types=named, may=may, cites=cites, in_force=in_force)


_NOT_BY_CELLS: Final = frozenset({"quy chế", "thông báo", "kết luận"})
_CELLS: Final = IssuingRow(
    body=IssuingBody.CELL,
    types=_NOT_BY_CELLS,
    may=False,
    cites=QD66_2017.at("Điều 9 khoản 4 điểm c", Confidence.REPORTED),
    in_force=QD66_2017.in_force,
)


def issuing_matrix(*, others_as_2026: bool) -> IssuingMatrix:
    """Return who may issue what from 6 February 2017 through 8 January 2026.

    Only what a cell may not issue was read. *others_as_2026* is the reading of the rest: as in
    2026, or not known.
    """
    if not others_as_2026:
        return IssuingMatrix((_CELLS,))
    reading = QD66_2017.at("chưa thấy, đọc như năm 2026", Confidence.UNKNOWN)
    less = {IssuingBody.CELL: _NOT_BY_CELLS}
    return IssuingMatrix((_CELLS, *issuing_rows(reading, QD66_2017.in_force, less=less)))


# --- who signs how -------------------------------------------------------------------------------

_TEXT: Final = HD36_2018.at("mục 1.7", Confidence.VERIFIED)
_DIGEST: Final = HD36_2018.at("mục 1.7", Confidence.REPORTED)


def _row(
    body: SigningBody, authority: Authority, *signatories: Signatory, may: bool, cites: Citation
) -> SigningRow:
    return SigningRow(
        body=body,
        authority=authority,
        signatories=signatories,
        may=may,
        cites=cites,
        in_force=HD36_2018.in_force,
    )


SIGNING: Final = SigningTable(
    (
        _row(
            SigningBody.COLLECTIVE,
            Authority.ON_BEHALF,
            Signatory.SECRETARY,
            Signatory.DEPUTY_SECRETARY,
            Signatory.HEAD,
            Signatory.DEPUTY_HEAD,
            may=True,
            cites=_TEXT,
        ),
        _row(SigningBody.COLLECTIVE, Authority.FOR_HEAD, *Signatory, may=False, cites=_TEXT),
        _row(
            SigningBody.COLLECTIVE,
            Authority.BY_ORDER,
            Signatory.AUTHORISED,
            may=True,
            cites=_DIGEST,
        ),
        _row(
            SigningBody.PRESIDIUM,
            Authority.ON_BEHALF,
            Signatory.NAME_ONLY,
            may=True,
            cites=_DIGEST,
        ),
        _row(SigningBody.PRESIDIUM, Authority.FOR_HEAD, *Signatory, may=False, cites=_TEXT),
        _row(
            SigningBody.ADVISORY,
            Authority.DIRECT,
            Signatory.HEAD,
            Signatory.ACTING_DEPUTY,
            may=True,
            cites=_DIGEST,
        ),
        _row(
            SigningBody.ADVISORY,
            Authority.FOR_HEAD,
            Signatory.DEPUTY_HEAD,
            may=True,
            cites=_DIGEST,
        ),
        _row(
            SigningBody.ADVISORY,
            Authority.FOR_HEAD,
            Signatory.ACTING_DEPUTY,
            may=False,
            cites=_DIGEST,
        ),
        _row(
            SigningBody.ADVISORY,
            Authority.BY_ORDER,
            Signatory.AUTHORISED,
            may=True,
            cites=_DIGEST,
        ),
        _row(
            SigningBody.WITHOUT_SEAL,
            Authority.DIRECT,
            Signatory.HEAD,
            Signatory.DEPUTY_HEAD,
            may=True,
            cites=_DIGEST,
        ),
        _row(
            SigningBody.WITHOUT_SEAL,
            Authority.FOR_HEAD,
            Signatory.DEPUTY_HEAD,
            may=False,
            cites=_DIGEST,
        ),
        _row(
            SigningBody.CELL,
            Authority.ON_BEHALF,
            Signatory.SECRETARY,
            Signatory.DEPUTY_SECRETARY,
            may=True,
            cites=_DIGEST,
        ),
        _row(SigningBody.CELL, Authority.FOR_HEAD, *Signatory, may=False, cites=_TEXT),
    )
)
"""Who signs how under the guidance of 2018: T/M for a collective body, also by deputies, never K/T.

A subcommittee without a seal signs with the post at the seal's owner, "kiêm" and the post in the
subcommittee; an authorised person may not delegate further. The guidance of 2026 was not read.
"""
