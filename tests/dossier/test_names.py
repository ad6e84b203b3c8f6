"""Persons, papers and cases are called by their names; figures keep the ids."""

from __future__ import annotations

from datetime import date
from typing import Final

from congress_flow import Breach, Text, at_least, one_of
from congress_flow.dossier import Names
from congress_flow.procedures import Body
from tests.dossier.made import Raw, bare, made

NAMED: Final[Raw] = bare(
    person=[
        {"id": "an", "name": "Ông Bình An"},
        {"id": "binh", "name": "Trần Quốc Bình"},
        {"id": "hung-1", "name": "Cao Mạnh Hùng"},
        {"id": "hung-2", "name": "Cao Mạnh Hùng"},
        {"id": "mot", "name": "Nguyễn Một"},
        {"id": "khong-ten"},
        {"name": "Không Mã"},
    ],
    cell=[{"id": "cb01", "name": "Chi bộ Văn phòng"}, {"id": "cb02"}, {"name": "Chi bộ nào đó"}],
    document=[
        {"id": "bc", "type": "political report"},
        {"id": "kh", "type": "plan", "number": "62-KH/ĐU"},
        {"id": "so", "type": "unheard of", "number": "1-X/ĐU"},
        {"id": "gi", "type": "unheard of"},
        {"id": "mot", "number": "2-X/ĐU"},
        {"number": "3-X/ĐU"},
    ],
    contest=[
        {"id": "bau", "post": "secretary"},
        {"id": "cb01-bt", "post": "cell_secretary"},
        {"post": "committee"},
    ],
    case=[
        {"id": "cb01-bt", "level": "cell", "congress": "cb01", "meeting": "members_congress"},
        {"id": "hop", "procedure": "step_meeting", "track": "personnel_track_R", "step": 2},
    ],
    act=[{"case": "preparation", "does": "inspect", "on": date(2020, 1, 1), "by": "head"}],
)
NAMES: Final = Names.of(made(NAMED))


def both(text: Text) -> tuple[str, str]:
    """Return the words of a text."""
    return text.vi, text.en


def test_what_has_a_name() -> None:
    """Persons and cells by name, papers by kind and number, elections by post and place."""
    assert {each: both(text) for each, text in NAMES.names.items() if "_" not in each} == {
        "an": ("Ông Bình An", "Ông Bình An"),
        "binh": ("Trần Quốc Bình", "Trần Quốc Bình"),
        # Of namesakes each has its id behind its name.
        "hung-1": ("Cao Mạnh Hùng (hung-1)", "Cao Mạnh Hùng (hung-1)"),
        "hung-2": ("Cao Mạnh Hùng (hung-2)", "Cao Mạnh Hùng (hung-2)"),
        "khong-ten": ("khong-ten", "khong-ten"),
        "cb01": ("Chi bộ Văn phòng", "Chi bộ Văn phòng"),
        "bc": ("báo cáo chính trị", "political report"),
        "kh": ("kế hoạch 62-KH/ĐU", "plan 62-KH/ĐU"),
        "so": ("1-X/ĐU", "1-X/ĐU"),
        "bau": ("Bầu bí thư", "Election: secretary"),
        "cb01-bt": (
            "Bầu bí thư chi bộ, Chi bộ Văn phòng",
            "Election: secretary of a cell, Chi bộ Văn phòng",
        ),
        "announcement": ("Công bố ngày đại hội", "Announcement"),
        "congress": ("Đại hội", "Congress"),
        "preparation": ("Chuẩn bị đại hội", "Preparation of the congress"),
        "suspension": ("Tạm hoãn đại hội", "Suspension"),
    }
    assert both(NAMES.short("personnel_track_F")) == (
        "Vòng giới thiệu nhân sự 5 bước, lần đầu tham gia",
        "Personnel track, first time",
    )


def test_an_id_of_two_tables_has_no_name() -> None:
    """Where a person and a paper share an id, nobody can tell which of them is meant."""
    assert both(NAMES.short("mot")) == ("mot", "mot")
    assert NAMES.case("mot").vi == "mot"


def test_cases_by_name_and_id() -> None:
    """Where a case stands alone it has its id behind it, to ask for it; once and no more."""
    assert NAMES.case("kh").vi == "Kế hoạch 62-KH/ĐU (kh)"
    assert NAMES.case("hop").en == "Meeting of one step (hop)"
    assert NAMES.case("hung-1").vi == "Cao Mạnh Hùng (hung-1)"
    assert NAMES.case("nowhere").vi == "nowhere"


def test_names_in_a_demand() -> None:
    """Whom it is about and who is listed are named; terms of its own stay, and so do figures."""
    about = at_least(5, 6, about="an", what=Text("số phiếu", "votes"))
    assert both(NAMES.text(about)) == (
        "Ông Bình An: số phiếu: 5, phải từ 6 trở lên",
        "Ông Bình An: votes: 5, must be at least 6",
    )
    assert about.figures["about"] == "an"
    listed = one_of("x", ("an", "binh"))
    assert NAMES.text(listed).vi == "x, phải thuộc Ông Bình An, Trần Quốc Bình"
    assert listed.figures["limit"] == ["an", "binh"]
    paper = one_of("an", ("kh",), about="kh")
    assert NAMES.text(paper).en == "plan 62-KH/ĐU: Ông Bình An, must be among plan 62-KH/ĐU"
    own = one_of(Body.HEAD, (Body.HEAD, Body.AUTO))
    assert NAMES.text(own) == own.text
    heads = Names({"head": Text("sai", "wrong")})
    assert heads.text(own) == own.text


def test_names_in_an_objection() -> None:
    """What stands in the figures, and in the words by itself, is named; a mere word is not."""

    def said(vi: str, **figures: str | int | tuple[str, ...]) -> str:
        return NAMES.text(Breach(Text(vi, "x"), figures)).vi

    assert said("để ngoài: an, binh", left=("an", "binh"), votes=3) == (
        "để ngoài: Ông Bình An, Trần Quốc Bình"
    )
    assert said("an: không có mức tuổi", person="an") == "Ông Bình An: không có mức tuổi"
    assert said("bảo đảm an toàn", person="an") == "bảo đảm an toàn"
    assert said("ai: an, x", left=("an", "x")) == "ai: an, x"
    assert said("an: không rõ") == "an: không rõ"


def test_without_a_dossier_everything_is_called_by_its_id() -> None:
    """Reports of a single case may be made without names."""
    demand = at_least(5, 6, about="an")
    assert Names().text(demand) == demand.text
    assert Names().case("an").vi == "an"
