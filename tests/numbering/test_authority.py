"""Who may issue and sign what: cited tables by day, and unknown where they are silent."""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow import Cited, Confidence, InForce, Instrument, Level
from congress_flow.errors import DefinitionError
from congress_flow.numbering import (
    Authority,
    IssuingBody,
    IssuingMatrix,
    IssuingRow,
    Signatory,
    SigningBody,
    SigningRow,
    SigningTable,
    read_authority,
)

SOURCE = Instrument(
    id="X",
    type="guidance",
    number="01-HD/X",
    issued="2018",
    issuer="X",
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
)
CITES = SOURCE.at("1")
OLD = InForce.through(date(2017, 1, 1), date(2025, 12, 31))
NEW = InForce(date(2026, 1, 1))


def issuing(*types: str, may: bool, in_force: InForce = OLD) -> IssuingRow:
    body = IssuingBody.CELL
    return IssuingRow(body=body, types=frozenset(types), may=may, cites=CITES, in_force=in_force)


def signing(authority: Authority, *who: Signatory, may: bool) -> SigningRow:
    return SigningRow(
        body=SigningBody.COLLECTIVE,
        authority=authority,
        signatories=frozenset(who),
        may=may,
        cites=CITES,
        in_force=OLD,
    )


def test_matrix_answers_for_a_day() -> None:
    """The row in force on the day answers, with its article; silence is not known."""
    matrix = IssuingMatrix(
        [issuing("quy chế", may=False), issuing("quy chế", may=True, in_force=NEW)]
    )
    cell = IssuingBody.CELL
    assert matrix.may_issue(cell, "quy chế", date(2020, 5, 28)) == Cited(False, CITES)  # noqa: FBT003
    assert matrix.may_issue(cell, "quy chế", date(2026, 5, 28)) == Cited(True, CITES)  # noqa: FBT003
    assert matrix.may_issue(cell, "quy chế", date(2016, 5, 28)) is None
    assert matrix.may_issue(cell, "nghị quyết", date(2020, 5, 28)) is None
    other = IssuingBody.STANDING_COMMITTEE
    assert matrix.may_issue(other, "quy chế", date(2020, 5, 28)) is None


def test_matrix_does_not_contradict_itself() -> None:
    """Two rows on one body, type and day are an error of definition."""
    with pytest.raises(DefinitionError):
        IssuingMatrix([issuing("quy chế", may=False), issuing("quy chế", "TB", may=True)])


def test_signing_answers_for_a_day() -> None:
    """The row for body, authority, signatory and day answers; silence is not known."""
    table = SigningTable(
        [
            signing(Authority.ON_BEHALF, Signatory.SECRETARY, may=True),
            signing(Authority.FOR_HEAD, *Signatory, may=False),
        ]
    )
    day, whose = date(2020, 5, 28), SigningBody.COLLECTIVE
    secretary = Signatory.SECRETARY
    assert table.may_sign(whose, Authority.ON_BEHALF, secretary, day) == Cited(True, CITES)  # noqa: FBT003
    assert table.may_sign(whose, Authority.FOR_HEAD, secretary, day) == Cited(False, CITES)  # noqa: FBT003
    assert table.may_sign(whose, Authority.ON_BEHALF, Signatory.HEAD, day) is None
    assert table.may_sign(whose, Authority.ON_BEHALF, secretary, date(2016, 1, 1)) is None
    assert table.may_sign(SigningBody.CELL, Authority.ON_BEHALF, secretary, day) is None


@pytest.mark.parametrize("authority", [Authority.ON_BEHALF, Authority.DIRECT])
def test_signing_does_not_contradict_itself(authority: Authority) -> None:
    """Two rows on one signature are an error of definition, with or without a line."""
    one = signing(authority, Signatory.SECRETARY, may=True)
    with pytest.raises(DefinitionError):
        SigningTable([one, signing(authority, Signatory.SECRETARY, may=False)])


@pytest.mark.parametrize(
    ("line", "authority", "body", "of_state"),
    [
        ("T/M BAN THƯỜNG VỤ", Authority.ON_BEHALF, "BAN THƯỜNG VỤ", False),
        ("TM. BAN THƯỜNG VỤ", Authority.ON_BEHALF, "BAN THƯỜNG VỤ", True),
        ("T/M. CHI BỘ", Authority.ON_BEHALF, "CHI BỘ", True),
        ("K/T TRƯỞNG BAN", Authority.FOR_HEAD, "TRƯỞNG BAN", False),
        ("KT. TRƯỞNG BAN", Authority.FOR_HEAD, "TRƯỞNG BAN", True),
        ("T/L BAN THƯỜNG VỤ", Authority.BY_ORDER, "BAN THƯỜNG VỤ", False),
        ("BÍ THƯ kiêm TRƯỞNG TIỂU BAN", Authority.DIRECT, "BÍ THƯ kiêm TRƯỞNG TIỂU BAN", False),
        ("K/M BAN", Authority.DIRECT, "K/M BAN", False),
    ],
)
def test_line_of_authority(line: str, authority: Authority, body: str, of_state: bool) -> None:  # noqa: FBT001
    """The line tells who decided, and whether it is written the State's way."""
    found = read_authority(line)
    assert (found.authority, found.body, found.of_state) == (authority, body, of_state)


def test_everything_has_words() -> None:
    """Each body, authority and signatory is said in both languages."""
    for kind in (IssuingBody, Authority, SigningBody, Signatory):
        assert all(each.term.vi and each.term.en for each in kind)
