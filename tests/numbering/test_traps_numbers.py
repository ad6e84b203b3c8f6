"""Traps of the handbook (README, section 6) about numbers and instruments.

Each test fails on the naive reading that its name stands for.
"""

from __future__ import annotations

from datetime import date

import pytest

from congress_flow import InForce
from congress_flow.numbering import (
    CitationFault,
    Defect,
    Entry,
    Notice,
    Number,
    RelationKind,
    Status,
    check_citation,
    check_register,
    find_all,
    read,
    read_authority,
    read_citation,
)
from congress_flow_vn_2020.instruments import (
    CT35_2019,
    HD03_2020,
    HD04_2014,
    HD32_2009,
    QC220_2009,
    QC244_2014,
    QD29_2016,
)
from congress_flow_vn_2020.papers_law import QDI_WINDOW
from congress_flow_vn_2025.instruments import (
    CT35_2024,
    HD04_2024,
    HD05_2026,
    HD27_2024,
    QD232_2025,
    QD294_2025,
)
from tests.numbering.known import REGISTRY

TERM = InForce.through(date(2019, 6, 1), date(2024, 6, 1))


@pytest.mark.parametrize(
    ("number", "days"),
    [
        ("35-CT/TW", {date(2019, 5, 30), date(2024, 6, 14)}),
        ("45-CT/TW", {date(2020, 6, 20), date(2025, 4, 14)}),
        ("26-HD/BTCTW", {date(2014, 8, 18), date(2019, 10, 18)}),
        ("04-HD/TW", {date(2014, 10, 6), date(2024, 12, 31)}),
        ("01-HD/TW", {date(2016, 9, 20), None}),
    ],
)
def test_tr1_one_number_two_documents(number: str, days: set[date | None]) -> None:
    """One number finds both documents, and the day of a citation tells which one is meant."""
    both = REGISTRY.with_number(number)
    assert {each.issued_on for each in both} == days
    assert len(set(both)) == 2
    bare = check_citation(REGISTRY, read_citation(number), date(2026, 1, 1))
    assert bare.faults == (CitationFault.AMBIGUOUS,)
    for day in days - {None}:
        assert day is not None
        dated = read_citation(f"{number}, ngày {day:%d/%m/%Y}")
        (meant,) = check_citation(REGISTRY, dated, date(2026, 1, 1)).found
        assert meant.issued_on == day


def test_tr1_the_two_directives_are_two() -> None:
    """35-CT/TW of 2019 is not 35-CT/TW of 2024, nor does the one replace the other."""
    assert CT35_2019.number == CT35_2024.number
    assert CT35_2019 != CT35_2024
    assert (date(2020, 5, 28) in CT35_2019.in_force, date(2020, 5, 28) in CT35_2024.in_force) == (
        True,
        False,
    )


def test_tr8_the_symbol_does_not_show_the_deciding_body() -> None:
    """One symbol TW stands for four bodies, a commission among them."""
    bodies = {
        each.issuer
        for each in (CT35_2019, QD29_2016, HD03_2020, HD32_2009)
        if each.number.endswith("/TW")
    }
    assert bodies == {
        "Bộ Chính trị",
        "Ban Chấp hành Trung ương",
        "Ban Bí thư",
        "Ban Tổ chức Trung ương",
    }


def test_tr8_only_body_and_signature_tell() -> None:
    """The body stands in the citation, or over the signature; not in the symbol ĐUK."""
    cited = read_citation("Kế hoạch số 78-KH/ĐUK, ngày 08-11-2019 của Ban Thường vụ Đảng uỷ Khối")
    assert cited.number is not None
    assert cited.number.issuers == ("ĐUK",)
    assert cited.body == "Ban Thường vụ Đảng ủy Khối"
    assert read_authority("T/M BAN THƯỜNG VỤ").body == "BAN THƯỜNG VỤ"


def test_tr9_decision_and_regulation_share_a_symbol() -> None:
    """05-QĐ/ĐU may stand twice in a term: once as a decision, once as a regulation."""
    number = Number(1, "QĐ", ["ĐU"])
    lines = [
        Entry(number=number, type_name=name, issued=date(2020, 1, day))
        for name, day in (("quyết định", 2), ("quy định", 3))
    ]
    assert check_register(lines, term=TERM, complete=True) == ()
    twice = [lines[0], Entry(number=number, type_name="quyết định", issued=date(2020, 1, 4))]
    assert check_register(twice, term=TERM, complete=True) != ()


def test_tr9_qdi_had_its_time_and_qyd_never() -> None:
    """QĐi is read always and noticed outside its time; QyĐ is the State's and only suggested."""
    inside = read("07-QĐi/TW", on=date(2018, 8, 28), qdi=QDI_WINDOW)
    outside = read("07-QĐi/TW", on=date(2019, 9, 23), qdi=QDI_WINDOW)
    assert (inside.status, inside.notices) == (Status.OK, ())
    assert (outside.status, outside.notices) == (Status.OK, (Notice.QDI_OUTSIDE_WINDOW,))
    assert read("05-QyĐ/ĐU").defect is Defect.STATE_SYMBOL


def test_tr10_position_decides_what_tb_is() -> None:
    """TB is a notice in the type's place and a subcommittee in the issuer's; both at once too."""
    notice, subcommittee, both = read("48-TB/TU"), read("10-BC/TB"), read("03-TB/TBVK")
    assert notice.number is not None
    assert [name.vi for name in notice.number.type_names] == ["thông báo"]
    assert subcommittee.number is not None
    assert subcommittee.number.issuers == ("TB",)
    assert both.status is Status.OK
    assert read("48-TB/KL").defect is Defect.TYPE_IN_ISSUER_PLACE
    assert read("159-TB").defect is Defect.MISSING_ISSUER


def test_tr11_state_style_is_no_party_style() -> None:
    """TM. with a dot and nn/LOẠI-CQ are the State's; neither is taken for the Party's."""
    assert read_authority("TM. BAN THƯỜNG VỤ").of_state
    assert not read_authority("T/M BAN THƯỜNG VỤ").of_state
    assert read("01/BC-CB").number is None
    assert read("259/KH-UBND").defect is Defect.STATE_DOCUMENT
    assert find_all("Kế hoạch 31/QĐ-TW và 259/KH-UBND") == ()


def test_tr12_numbers_run_on_over_new_year() -> None:
    """10 and 11 of November 2019 are followed by 12 of March 2020, not by 01."""
    days = ((1, date(2019, 11, 28)), (2, date(2019, 11, 28)), (3, date(2020, 3, 12)))
    series = [
        Entry(number=Number(value, "KH", ["ĐU"]), type_name="kế hoạch", issued=day)
        for value, day in days
    ]
    assert check_register(series, term=TERM, complete=True) == ()
    anew = Entry(number=Number(1, "KH", ["ĐU"]), type_name="kế hoạch", issued=date(2020, 3, 12))
    assert check_register([*series, anew], term=TERM, complete=True) != ()


def test_tr12_congress_papers_share_one_series() -> None:
    """Report 1, resolution 2, minutes 3 of a congress are in order; each as its own 01 is not."""
    papers = (("BC", "báo cáo"), ("NQ", "nghị quyết"), ("BB", "biên bản"))
    common = [
        Entry(number=Number(value, symbol, ["ĐH"]), type_name=name, issued=date(2020, 5, 28))
        for value, (symbol, name) in enumerate(papers, 1)
    ]
    assert check_register(common, term=TERM, complete=True) == ()
    each_anew = [
        Entry(number=Number(1, symbol, ["ĐH"]), type_name=name, issued=date(2020, 5, 28))
        for symbol, name in papers
    ]
    assert check_register(each_anew, term=TERM, complete=True) != ()


def test_tr22_the_second_guidance_is_of_2024() -> None:
    """04-HD/TW guides 244 in 2014 and 190 in 2024; "31/12/2025" of two portals leads nowhere."""
    assert (HD04_2014.issued, HD04_2024.issued) == ("2014-10-06", "2024-12-31")
    assert HD04_2014 != HD04_2024
    portal = read_citation("Hướng dẫn số 04-HD/TW ngày 31/12/2025")
    assert check_citation(REGISTRY, portal, date(2026, 2, 1)).faults == (CitationFault.WRONG_DAY,)
    right = read_citation("Hướng dẫn số 04-HD/TW ngày 31/12/2024")
    assert check_citation(REGISTRY, right, date(2025, 2, 1)).instrument == HD04_2024


def test_tr23_guidance_of_2009_is_not_for_244() -> None:
    """32-HD/TW guides 220 and had ended when 244 began: citing it in 2015 is a fault."""
    guided = [
        relation.target
        for relation in REGISTRY.from_(HD32_2009)
        if relation.kind is RelationKind.GUIDES
    ]
    assert guided == [QC220_2009]
    cited = check_citation(REGISTRY, read_citation("32-HD/TW"), date(2015, 1, 1))
    assert cited.faults == (CitationFault.NOT_IN_FORCE,)
    assert QC244_2014 in REGISTRY.in_force_on(date(2015, 1, 1))


def test_tr28_effect_decides_not_signature() -> None:
    """294 was signed on 26/5/2025, but congresses of June 2025 fell under 232."""
    assert QD294_2025.issued == "2025-05-26"
    june, july = date(2025, 6, 15), date(2025, 7, 1)
    assert QD232_2025 in REGISTRY.in_force_on(june)
    assert QD294_2025 not in REGISTRY.in_force_on(june)
    assert QD232_2025 not in REGISTRY.in_force_on(july)
    assert QD294_2025 in REGISTRY.in_force_on(july)


def test_tr29_days_that_are_often_wrong() -> None:
    """27-HD/BTCTW is of 2024, 05-HD/VPTW of 2026, and 31-HD/BTCTW of 2025 is not known at all."""
    assert (HD27_2024.issued, HD05_2026.issued) == ("2024-08-26", "2026-05-27")
    unknown = read_citation("31-HD/BTCTW")
    found = check_citation(REGISTRY, unknown, date(2026, 1, 1))
    assert found.faults == (CitationFault.NOT_ENTERED,)
