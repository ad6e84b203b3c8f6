"""Numbers of documents are read as printed, repaired, suggested or refused, each for its reason."""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow import Cited, Confidence, InForce, Instrument, Level
from congress_flow.errors import UsageError
from congress_flow.numbering import (
    TYPES,
    UNNUMBERED,
    Defect,
    Notice,
    Number,
    Repair,
    Status,
    read,
)

SOURCE = Instrument(
    id="X",
    type="guidance",
    number="01-HD/X",
    issued="2018",
    issuer="X",
    level=Level.CENTRE,
    confidence=Confidence.DERIVED,
)
QDI = Cited(InForce.through(date(2018, 4, 3), date(2019, 9, 22)), SOURCE.at("1"))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Số 15-NQ/TU", "15-NQ/TU"),
        ("SỐ 15-NQ/TU", "15-NQ/TU"),
        ("Số\t15-NQ/TU", "15-NQ/TU"),
        ("Kế hoạch 10-KH/ĐU", "10-KH/ĐU"),
        ("10-KH/ĐU (28/11/2019)", "10-KH/ĐU"),
        ("10-KH/ĐU.", "10-KH/ĐU"),
        ("10-KH/UBND", "10-KH/UBND"),
        ("12-NQ/THU", "12-NQ/THU"),
        ("10-HD/BTCThU", "10-HD/BTCThU"),
        ("10-TB/TBVK", "10-TB/TBVK"),
        ("10-KH/CB12", "10-KH/CB12"),
        ("10-KH/ĐU - một kế hoạch", "10-KH/ĐU"),
        ("10-KH/ĐU- (bản sao)", "10-KH/ĐU"),
        ("5053-CV/VPTW/nb", "5053-CV/VPTW/nb"),
        ("Chi bộ 3 - báo cáo 01-BC/CB3", "01-BC/CB3"),
        ("12-KH/ĐU. Ngày 12/3/2020 …", "12-KH/ĐU"),
    ],
)
def test_as_printed(text: str, printed: str) -> None:
    """What is in printed form is read without any repair, whatever stands round it."""
    reading = read(text)
    assert (reading.status, reading.repairs, reading.defect) == (Status.OK, (), None)
    assert str(reading.number) == printed


@pytest.mark.parametrize(
    ("text", "printed", "repairs"),
    [
        ("Số : 66-QĐ/TW", "66-QĐ/TW", {Repair.COLON}),
        ("Số:66-QĐ/TW", "66-QĐ/TW", {Repair.COLON}),
        ("Số  15-NQ/TU", "15-NQ/TU", {Repair.SPACES}),
        (" 10-KH/ĐU", "10-KH/ĐU", {Repair.SPACES}),
        ("10-KH/ĐU\n", "10-KH/ĐU", {Repair.SPACES}),
        ("Kế  hoạch 10-KH/ĐU", "10-KH/ĐU", {Repair.SPACES}),
        ("10-KH/ĐU  của Đảng ủy", "10-KH/ĐU", {Repair.SPACES}),
        ("05-QC/BTCTU - BDVTU", "05-QC/BTCTU-BDVTU", {Repair.SPACES}),
        ("5053-CV/VPTW / nb", "5053-CV/VPTW/nb", {Repair.SPACES}),
        ("Số\u00a015-NQ/TU", "15-NQ/TU", {Repair.NBSP}),
        ("Kế hoạch10-KH/ĐU", "10-KH/ĐU", {Repair.GLUED_WORD}),
        ("10-KH/ĐUVỀ việc", "10-KH/ĐU", {Repair.GLUED_WORD}),
        ("10-KH/ĐUvà 11", "10-KH/ĐU", {Repair.GLUED_WORD}),
        ("10-KH/ĐUtheo kế hoạch", "10-KH/ĐU", {Repair.GLUED_WORD}),
        ("10-KH/ĐUnăm 2019", "10-KH/ĐU", {Repair.GLUED_WORD}),
        ("5053-CV/VPTW/nbcủa", "5053-CV/VPTW/nb", {Repair.GLUED_WORD}),
        ("10-kh/\u00f0u", "10-KH/ĐU", {Repair.CASE, Repair.LOOK_ALIKE_D}),
        ("10-KH/\u0189U", "10-KH/ĐU", {Repair.LOOK_ALIKE_D}),
        ("10-KH/ĐUk", "10-KH/ĐUK", {Repair.CASE}),
        ("3-hd/btcthu", "03-HD/BTCThU", {Repair.CASE, Repair.LEADING_ZERO}),
        ("07-QĐI/TW", "07-QĐi/TW", {Repair.CASE}),
        ("010-KH/ĐU", "10-KH/ĐU", {Repair.LEADING_ZERO}),
        ("10\u2212KH\u2044ĐU", "10-KH/ĐU", {Repair.DASH, Repair.SLASH}),
        ("\ufeff10-KH/ĐU", "10-KH/ĐU", {Repair.INVISIBLE}),
        ("10-KH/ĐU\u200b", "10-KH/ĐU", {Repair.INVISIBLE}),
        ("So\u200b\u0302\u0301 10-KH/ĐU", "10-KH/ĐU", {Repair.INVISIBLE, Repair.NFC}),
    ],
)
def test_repaired(text: str, printed: str, repairs: set[Repair]) -> None:
    """A mechanical fault is repaired and named; nothing else is."""
    reading = read(text)
    assert (reading.status, set(reading.repairs)) == (Status.REPAIRED, repairs)
    assert str(reading.number) == printed


@pytest.mark.parametrize(
    ("text", "day", "repairs"),
    [
        ("12-KH/ĐU 12/3/2020", date(2020, 3, 12), set[Repair]()),
        ("12-KH/ĐU,ngày 12/3/2020", date(2020, 3, 12), set[Repair]()),
        ("12-KH/ĐU NGÀY 12 THÁNG 3 NĂM 2020", date(2020, 3, 12), set[Repair]()),
        ("12-KH/ĐU, , ngày 12/3/2020", date(2020, 3, 12), {Repair.PUNCTUATION}),
        ("12-KH/ĐU.. ngày 12/3/2020", date(2020, 3, 12), {Repair.PUNCTUATION}),
        ("12-KH/ĐU. ngày 12/3/2020", date(2020, 3, 12), {Repair.PUNCTUATION}),
        ("12-KH/ĐU , ngày 12/3/2020", date(2020, 3, 12), {Repair.SPACES}),
        ("12-KH/ĐU ngày 12 / 3 / 2020", date(2020, 3, 12), {Repair.SPACES}),
        ("12-KH/ĐU ngày  12/3/2020", date(2020, 3, 12), {Repair.SPACES}),
        ("12-KH/ĐU ngày12/3/2020", date(2020, 3, 12), {Repair.GLUED_WORD}),
        ("10-KH/ĐUNGÀY 28/11/2019", date(2019, 11, 28), {Repair.GLUED_WORD}),
        ("12-KH/ĐU ngày 12\u20133\u20132020", date(2020, 3, 12), {Repair.DASH}),
        ("12-KH/ĐU ngày 12.3.2020", None, set[Repair]()),
        ("12-KH/ĐU. Ngày 12/3/2020", None, set[Repair]()),
        ("12-KH/ĐU ngày 12/3-2020", None, set[Repair]()),
    ],
)
def test_dates(text: str, day: date | None, repairs: set[Repair]) -> None:
    """The day after a number is read in the styles there are; a new sentence is none of it."""
    reading = read(text)
    assert (reading.dated, set(reading.repairs)) == (day, repairs)
    assert str(reading.number) in {"12-KH/ĐU", "10-KH/ĐU"}


@pytest.mark.parametrize(
    ("text", "defect", "meant"),
    [
        ("01/BC-CB", Defect.SWAPPED_SEPARATORS, "01-BC/CB"),
        ("1/bc-cb", Defect.SWAPPED_SEPARATORS, "01-BC/CB"),
        ("05/QC-BTCTU-BDVTU", Defect.SWAPPED_SEPARATORS, "05-QC/BTCTU-BDVTU"),
        ("5053/CV-VPTW/nb", Defect.SWAPPED_SEPARATORS, "5053-CV/VPTW/nb"),
        ("10/BC-CB/2019", Defect.SWAPPED_SEPARATORS, "10-BC/CB"),
        ("12-KHĐU", Defect.MISSING_SLASH, "12-KH/ĐU"),
        ("12/KHĐU", Defect.MISSING_SLASH, "12-KH/ĐU"),
        ("12-KH ĐU", Defect.MISSING_SLASH, "12-KH/ĐU"),
        ("12KH/ĐU", Defect.WRONG_SEPARATOR, "12-KH/ĐU"),
        ("12 KH/ĐU", Defect.WRONG_SEPARATOR, "12-KH/ĐU"),
        ("10.KH/ĐU", Defect.WRONG_SEPARATOR, "10-KH/ĐU"),
        ("10-KH_ĐU", Defect.WRONG_SEPARATOR, "10-KH/ĐU"),
        ("10--KH/ĐU", Defect.WRONG_SEPARATOR, "10-KH/ĐU"),
        ("10-/KH/ĐU", Defect.WRONG_SEPARATOR, "10-KH/ĐU"),
        ("05-QC-BTCTU-BDVTU", Defect.WRONG_SEPARATOR, "05-QC/BTCTU-BDVTU"),
        ("05-qyđ/đu", Defect.STATE_SYMBOL, "05-QĐ/ĐU"),
        ("05-QyD/DU", Defect.STATE_SYMBOL, "05-QĐ/ĐU"),
        ("10-KH/DUK", Defect.NO_DIACRITICS, "10-KH/ĐUK"),
        ("10-KH/DH", Defect.NO_DIACRITICS, "10-KH/ĐH"),
        ("10-KH/DD", Defect.NO_DIACRITICS, "10-KH/ĐĐ"),
        ("09-HD/BTCDUK", Defect.NO_DIACRITICS, "09-HD/BTCĐUK"),
        ("09-HD/BDVDU", Defect.NO_DIACRITICS, "09-HD/BDVĐU"),
        ("10-QDNS/TW", Defect.NO_DIACRITICS, "10-QĐNS/TW"),
        ("10-QD-DU", Defect.NO_DIACRITICS, "10-QĐ/ĐU"),
        ("10-KH-DU", Defect.NO_DIACRITICS, "10-KH/ĐU"),
    ],
)
def test_suggested(text: str, defect: Defect, meant: str) -> None:
    """What is no Party number as written but plainly means one is only suggested."""
    reading = read(text)
    assert (reading.status, reading.defect, reading.number) == (Status.SUGGEST, defect, None)
    assert str(reading.suggestion) == meant


@pytest.mark.parametrize(
    ("text", "defect"),
    [
        ("", Defect.EMPTY),
        ("\u200b", Defect.EMPTY),
        ("Kế hoạch của Đảng ủy", Defect.NO_NUMBER),
        ("Kế hoạch ngày 28/11/2019", Defect.NO_NUMBER),
        ("nhiệm kỳ 2020-2025", Defect.NO_NUMBER),
        ("10 b-KH/ĐU", Defect.NO_NUMBER),
        ("10 KH/UBND", Defect.WRONG_SEPARATOR),
        ("Số: -KH/ĐU ngày 28/11/2019", Defect.MISSING_NUMBER),
        ("Số ...-KH/ĐU", Defect.MISSING_NUMBER),
        ("-KH/ĐU", Defect.MISSING_NUMBER),
        ("KH/ĐU", Defect.MISSING_NUMBER),
        ("và/hoặc", Defect.NO_NUMBER),
        ("1O-KH/ĐU", Defect.BAD_NUMBER),
        ("B10-KH/ĐU", Defect.BAD_NUMBER),
        ("10.5-KH/ĐU", Defect.BAD_NUMBER),
        ("11,977-CV/VPTW", Defect.BAD_NUMBER),
        ("10bis-KH/ĐU", Defect.BAD_NUMBER),
        ("12KH/UBND", Defect.BAD_NUMBER),
        ("12KH-", Defect.BAD_NUMBER),
        ("12345678901-KH/ĐU", Defect.BAD_NUMBER),
        ("10/2019/KH-ĐU", Defect.STATE_DOCUMENT),
        ("30/2020/", Defect.STATE_DOCUMENT),
        ("05/QyĐ-ĐU", Defect.STATE_DOCUMENT),
        ("01/NQ-HĐND", Defect.STATE_DOCUMENT),
        ("10/KH/UBND", Defect.STATE_DOCUMENT),
        ("10-\u041a\u041d/ĐU", Defect.BAD_CHARACTER),
        ("\uff11\uff10-KH/ĐU", Defect.BAD_CHARACTER),
        ("10-KH\uff0fĐU", Defect.BAD_CHARACTER),
        ("10\uff0dKH/ĐU", Defect.BAD_CHARACTER),
        ("10-K\u0323\u0301H/ĐU", Defect.BAD_CHARACTER),
        ("10-KH/ĐÚ", Defect.BAD_CHARACTER),
        ("12", Defect.MISSING_TYPE),
        ("Số 12", Defect.MISSING_TYPE),
        ("12-", Defect.MISSING_TYPE),
        ("12-/ĐU", Defect.MISSING_TYPE),
        ("12-ĐU", Defect.UNKNOWN_TYPE),
        ("10-KHH-ĐU", Defect.UNKNOWN_TYPE),
        ("10-KHH/ĐU", Defect.UNKNOWN_TYPE),
        ("12-KH/ ngày 5/3/2020", Defect.MISSING_ISSUER),
        ("12-KH UBND", Defect.MISSING_ISSUER),
        ("10-KH/2019", Defect.MISSING_ISSUER),
        ("10-KH-UBND", Defect.WRONG_SEPARATOR),
        ("5053-CV/VPTW/NB", Defect.BAD_SUFFIX),
        ("5053-CV/VPTW/nb/nb", Defect.BAD_SUFFIX),
        ("10-KH/ĐU/", Defect.BAD_SUFFIX),
        ("10-KH/ĐU-2019", Defect.BAD_SUFFIX),
        ("0-KH/ĐU", Defect.NUMBER_ZERO),
        ("10-KH/HD", Defect.TYPE_IN_ISSUER_PLACE),
        ("10-kh/ct", Defect.TYPE_IN_ISSUER_PLACE),
        ("00-KHĐU", Defect.MISSING_SLASH),
        ("05-QyĐ/KL", Defect.STATE_SYMBOL),
    ],
)
def test_refused(text: str, defect: Defect) -> None:
    """What is no Party number is refused for the first of its faults, and nothing is guessed."""
    reading = read(text)
    assert (reading.status, reading.defect) == (Status.ERROR, defect)
    assert (reading.number, reading.suggestion) == (None, None)


def test_no_such_day_keeps_the_number() -> None:
    """A day that does not exist is an error, but the number before it was read."""
    reading = read("10-KH/ĐU, ngày 31/11/2019")
    assert (reading.status, reading.defect) == (Status.ERROR, Defect.NO_SUCH_DAY)
    assert str(reading.number) == "10-KH/ĐU"


def test_first_fault_is_reported() -> None:
    """Of several faults the first in the handbook's order is named: the zero, then the type."""
    assert read("00-XX/KL").defect is Defect.NUMBER_ZERO
    assert read("01-XX/KL").defect is Defect.UNKNOWN_TYPE
    assert read("01-KH/KL").defect is Defect.TYPE_IN_ISSUER_PLACE


def test_a_number_goes_before_what_is_none() -> None:
    """Of several places the one that holds a number is read, not the first one with digits."""
    assert str(read("Số 2500/QĐ-TTg và Kế hoạch 10-KH/ĐU").number) == "10-KH/ĐU"
    assert str(read("Số 2500/QĐ-TTg và 01/BC-CB").suggestion) == "01-BC/CB"


def test_window_of_qdi_needs_a_day_and_a_window() -> None:
    """QĐi is looked at only with a window and a day, printed or known; a notice refuses nothing."""
    outside = (Notice.QDI_OUTSIDE_WINDOW,)
    assert read("07-QĐi/TW, ngày 2/2/2021", qdi=QDI).notices == outside
    assert read("07-QĐi/TW", on=date(2021, 2, 2), qdi=QDI).notices == outside
    assert read("07-QĐi/TW", on=date(2018, 8, 28), qdi=QDI).notices == ()
    assert read("07-QĐi/TW", qdi=QDI).notices == ()
    assert read("07-QĐi/TW", on=date(2021, 2, 2)).notices == ()
    assert read("07-QĐ/TW", on=date(2021, 2, 2), qdi=QDI).notices == ()


def test_number_knows_itself() -> None:
    """A number tells its types, whether it is joint, and prints itself with two digits."""
    joint = Number(5, "QC", ["BTCTU", "BDVTU"])
    assert (str(joint), joint.joint) == ("05-QC/BTCTU-BDVTU", True)
    single = Number(818, "QĐ", ["HU"], "nb")
    assert (str(single), single.joint) == ("818-QĐ/HU/nb", False)
    assert [name.vi for name in single.type_names] == ["quyết định", "quy định"]


@pytest.mark.parametrize(
    ("value", "symbol", "issuers", "suffix"),
    [
        (0, "KH", ["ĐU"], ""),
        (1, "XX", ["ĐU"], ""),
        (1, "KH", [], ""),
        (1, "KH", ["đu"], ""),
        (1, "KH", ["KL"], ""),
        (1, "KH", ["DU"], ""),
        (1, "KH", ["ĐU"], "2019"),
    ],
)
def test_no_number_that_cannot_be_printed(
    value: int, symbol: str, issuers: list[str], suffix: str
) -> None:
    """A number that could not be read back cannot be made."""
    with pytest.raises(UsageError):
        Number(value, symbol, issuers, suffix)


def test_everything_has_words() -> None:
    """Each status, repair, defect and notice is said in both languages, and no two alike."""
    for kind in (Status, Repair, Defect, Notice):
        words = [each.term.vi for each in kind]
        assert len(set(words)) == len(words)
        assert all(each.term.en for each in kind)


def test_types_are_those_of_the_handbook() -> None:
    """The 24 symbols of the grammar are there; platform, Charter and declaration have none."""
    assert " ".join(TYPES) == (
        "NQ QĐ QĐi QĐNS CT KL QC TT HD TB TC BC KH QH CTr ĐA PA DA TTr CV BB BS CL LKG"
    )
    assert len(UNNUMBERED) == 3
