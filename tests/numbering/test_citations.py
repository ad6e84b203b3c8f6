"""Numbers in running text, whole citations, and spellings of one word."""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow.numbering import (
    Defect,
    Notice,
    Repair,
    Status,
    find_all,
    newer_spelling,
    read_citation,
    same_text,
)


def test_citation_with_all_its_parts() -> None:
    """Type name, number, day and body are read; the subject is left alone."""
    found = read_citation(
        "Kế hoạch số 187-KH/TU, ngày 25-10-2019 của Ban Thường vụ Tỉnh uỷ về đại hội 2020–2025"
    )
    assert (found.status, found.repairs, found.notices) == (Status.OK, (), ())
    assert (found.type_name, found.body) == ("kế hoạch", "Ban Thường vụ Tỉnh ủy")
    assert found.dated == date(2019, 10, 25)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("10-KH/ĐU của Đảng ủy", "Đảng ủy"),
        ("10-KH/ĐUcủa Đảng uỷ", "Đảng ủy"),
        ("10-KH/ĐU, của Đảng ủy.", "Đảng ủy"),
        ("10-KH/ĐU của Đảng ủy, về đại hội", "Đảng ủy"),
        ("10-KH/ĐU của Đảng ủy VỀ đại hội", "Đảng ủy"),
        ("10-KH/ĐU của Đảng ủy và Kế hoạch số 11-KH/ĐU", "Đảng ủy"),
        ("05-QC/BTCTU-BDVTU của Ban Tổ chức và Ban Dân vận", "Ban Tổ chức và Ban Dân vận"),
        ("10-KH/TU của Thành ủy TP. Hồ Chí Minh. Đại hội", "Thành ủy TP. Hồ Chí Minh"),
        ("35-CT/TW của Bộ Chính trị ngày 30/5/2019", "Bộ Chính trị"),
        ("10-KH/ĐU (của Đảng ủy)", ""),
        ("10-KH/ĐU về đại hội của Đảng ủy", ""),
    ],
)
def test_body(text: str, body: str) -> None:
    """The body is what stands after "của" next to the number, up to the subject or a stop."""
    assert read_citation(text).body == body


@pytest.mark.parametrize(
    ("text", "type_name", "notices"),
    [
        ("CHỈ THỊ số 35-CT/TW", "chỉ thị", ()),
        ("Chỉ  thị số 35-CT/TW", "chỉ thị", ()),
        ("Kế hoạch10-KH/ĐU", "kế hoạch", ()),
        ("thực hiện 10-KH/ĐU", "", ()),
        ("Quyết định số 05-QĐ/ĐU", "quyết định", ()),
        ("Quy định số 05-QĐ/ĐU", "quy định", ()),
        ("Quyết định số 2188-QĐNS/TW", "quyết định", ()),
        ("Quyết định số 07-QĐi/TW", "quyết định", (Notice.TYPE_NAME_MISMATCH,)),
    ],
)
def test_type_name(text: str, type_name: str, notices: tuple[Notice, ...]) -> None:
    """The name before the number is read, and a name that disagrees with the symbol is noticed."""
    found = read_citation(text)
    assert (found.type_name, found.notices) == (type_name, notices)


def test_repairs_of_the_body_count() -> None:
    """What is mended in the body is named like what is mended in the number."""
    found = read_citation("10-KH/ĐU của Đa\u0309ng  ủy")
    assert (found.status, found.body) == (Status.REPAIRED, "Đảng ủy")
    assert set(found.repairs) == {Repair.NFC, Repair.SPACES}


def test_no_citation_without_a_number() -> None:
    """A citation whose number is none is refused as the number is."""
    assert read_citation("Kế hoạch số 01/BC-CB").defect is Defect.SWAPPED_SEPARATORS


def test_find_all_keeps_to_the_party() -> None:
    """All Party numbers in order, twice if they stand twice; the State's, dates, spans are none."""
    text = (
        "Ngày 28/11/2019, thực hiện Chỉ thị số 35-CT/TW, ngày 30-5-2019, Kế hoạch số 259/KH-UBND, "
        "Nghị định 30/2020/NĐ-CP, nhiệm kỳ 2020 – 2025, Đảng uỷ có Kế hoạch số 10-KH/ĐUngày "
        "28/11/2019, 11-KH/ĐU và 10-KH/ĐU-11-KH/ĐU; 31/QĐ-TW; 10-KH/ĐU, ngày 31/11/2019."
    )
    found = find_all(text)
    assert [str(each.number) for each in found] == [
        "35-CT/TW",
        "10-KH/ĐU",
        "11-KH/ĐU",
        "11-KH/ĐU",
        "10-KH/ĐU",
    ]
    assert [each.repairs for each in found[:3]] == [(), (Repair.GLUED_WORD,), ()]
    assert found[0].dated == date(2019, 5, 30)
    assert found[-1].defect is Defect.NO_SUCH_DAY
    assert find_all("Không có số nào.") == ()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("01-BC/CB3,02-BC/CB3", ["01-BC/CB3", "02-BC/CB3"]),
        ("01-BC/CB3.02-BC/CB3", ["01-BC/CB3", "02-BC/CB3"]),
        ("12-KH/ĐU ngày 1/2/2020,11-KH/ĐU", ["12-KH/ĐU", "11-KH/ĐU"]),
        ("năm 2020,35-CT/TW", ["35-CT/TW"]),
        ("2.500-CV/TU, 1.234.567-CV/TU, 12345,67-CV/TU", []),
    ],
)
def test_a_space_lacking_after_a_comma_hides_no_number(text: str, numbers: list[str]) -> None:
    """Behind a cell's figure or a year a number begins; in grouped figures none does."""
    assert [str(each.number) for each in find_all(text)] == numbers


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("uỷ", "ủy"),
        ("UỶ", "ỦY"),
        ("Uỷ", "Ủy"),
        ("hoà", "hòa"),
        ("khoẻ", "khỏe"),
        ("toạ đàm", "tọa đàm"),
        ("hoàn", "hoàn"),
        ("quý", "quý"),
        ("khuỷu", "khuỷu"),
        ("thuỳ", "thùy"),
        ("ngoài", "ngoài"),
        ("Đảng u\u0309y", "Đảng ủy"),
    ],
)
def test_newer_spelling(old: str, new: str) -> None:
    """The tone moves to the first vowel of oa, oe, uy in open syllables, and nowhere else."""
    assert newer_spelling(old) == new
    assert same_text(old, new)


def test_same_text_folds_no_more_than_it_says() -> None:
    """Spaces and tone place are folded; another mark, or another case, is another text."""
    assert same_text(" Đảng\u00a0 uỷ ", "Đảng ủy")
    assert not same_text("Dũng", "Dung")
    assert not same_text("Đảng ủy", "đảng ủy")
