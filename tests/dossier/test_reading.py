"""Reading a dossier: what can be read; all that is wrong is told at once, with its place."""

from __future__ import annotations

import unicodedata
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from congress_flow import Confidence, Level
from congress_flow.dossier import MAX_BYTES, parse, read
from congress_flow.dossier._structuring import problems_of
from congress_flow.dossier._syntax import in_vietnamese
from congress_flow.errors import BadInput
from congress_flow.procedures.preparation import Says
from tests.dossier.made import bare, made, problems, written

ARTICLE = Path(__file__).parents[2] / "docs" / "examples" / "thai-binh-2020.toml"


def test_the_article_reads_as_it_is() -> None:
    """The first dossier of the format reads without a change, every table of it."""
    dossier = read(ARTICLE, ())
    tables = dossier.tables
    assert repr(dossier) == "Dossier('thai-binh-sct-2020', 1 cases, 0 events)"
    assert len(tables.actors) == 18
    assert len(tables.documents) == 17
    assert len(tables.events) == 14
    assert len(tables.gates) == 14
    assert len(tables.unknowns) == 8
    assert len(tables.tensions) == 5
    assert tables.organisation.level is Level.GRASSROOTS
    assert tables.relations[2].from_ == "12-KH"
    assert tables.unknowns[0].for_ == ("congress",)
    assert tables.articles[0].not_before == date(2020, 5, 3)


def test_unknown_and_none_are_two_things() -> None:
    """`unknown` is None, `none` is the empty value of its type, in every kind of field."""
    dossier = made(
        bare(
            dossier={"format": "congress-dossier", "version": 1, "made_up": "none"},
            document=[
                {"id": "a", "number": "unknown", "date": "unknown", "drafts": "unknown"},
                {"id": "b", "number": "none", "date": "none", "drafts": "none", "count": "none"},
            ],
            step_vote=[
                {
                    "track": "R",
                    "step": 1,
                    "secret": "none",
                    "agree": "none",
                    "passed": "none",
                    "added": "none",
                    "explained": "none",
                },
                {"track": "R", "step": 1, "secret": "unknown", "agree": "unknown"},
            ],
        )
    )
    assert dossier.tables.head.made_up is False
    unknown, none = dossier.tables.documents
    assert (unknown.number, unknown.date, unknown.drafts, unknown.count) == (None,) * 4
    assert (none.number, none.date, none.drafts, none.count) == ("", None, 0, 0)
    first, second = dossier.tables.step_votes
    assert (first.secret, first.agree, first.passed) == (False, {}, ())
    assert (first.added, first.explained) == ((), {})
    assert (second.secret, second.agree, second.passed) == (None, None, None)


def test_one_key_or_a_list_of_keys() -> None:
    """A list of one may be written without brackets, as the article does with its sources."""
    dossier = made(
        bare(
            keys={"A": "x", "B": "y"},
            figure=[{"source": "A", "value": 3}, {"source": ["A", "B"], "value": "unknown"}],
            actor=[
                {"id": "x", "members": ["một", "hai"]},
                {"id": "y", "members": "ba"},
                {"id": "z", "members": 4},
            ],
            organisation={"id": "dang-bo", "level": "grassroots"},
        )
    )
    assert [row.source for row in dossier.tables.figures] == [("A",), ("A", "B")]
    assert [row.value for row in dossier.tables.figures] == ["3", None]
    assert [row.members for row in dossier.tables.actors] == [("một", "hai"), ("ba",), 4]


def test_numbers_with_decimals_are_exact() -> None:
    """A length of 1.5 days is three halves, not a float."""
    tables = made(bare(congress={"planned_days": 2, "length_days": 1.5})).tables
    assert tables.congress.planned_days == Fraction(2)
    assert tables.congress.length_days == Fraction(3, 2)


def test_several_articles() -> None:
    """`[[article]]` with ids instead of one `[article]`; their ids are sources."""
    raw = bare(
        article=[{"id": "A1", "title": "một"}, {"id": "A2", "title": "hai"}],
        tension=[{"what": "khác nhau", "source": ["A1", "A2"]}],
    )
    assert [row.id for row in made(raw).tables.articles] == ["A1", "A2"]


def test_a_byte_order_mark_is_no_fault() -> None:
    """Editors that put a byte order mark in front of the text spoil nothing."""
    assert parse(b"\xef\xbb\xbf" + written(bare()), ()).id == "mau"


def test_gates_and_grades_are_read_as_they_are_meant() -> None:
    """`says` and `confidence` are read as what they stand for."""
    tables = made(
        bare(
            gate=[{"id": "G1", "says": "under way", "confidence": "derived"}, {"id": "G2"}],
        )
    ).tables
    assert [row.says for row in tables.gates] == [Says.UNDER_WAY, None]
    assert tables.gates[0].confidence is Confidence.DERIVED


@pytest.mark.parametrize(
    ("content", "path", "words"),
    [
        ("[dossier\n", "1:9", "not valid TOML"),
        ("a = 1\na = 2\n", "2:6", "not valid TOML"),
        ("[x]\nday = 2019-11-31\n", "2:7", "not valid TOML"),
        ("[x]\na = 'b", "", "not valid TOML"),
        ("x = " + "[" * 3000, "", "nested too deep"),
        ("x = " + "9" * 5000, "", "not valid TOML"),
        ("x = inf", "", "not a number with decimals"),
        ("x = 1e999999999", "", "not a number with decimals"),
        ("", "dossier", "this is no dossier"),
        ("[dossier]\nformat = 'other'\nversion = 1\n", "dossier.format", "only “congress-dossier”"),
        (
            "[dossier]\nformat = 'congress-dossier'\nversion = 2\n",
            "dossier.version",
            "only “congress-dossier” version 1",
        ),
    ],
)
def test_what_is_no_dossier(content: str, path: str, words: str) -> None:
    """Broken TOML and other files: one problem with its place, never a traceback."""
    found = problems(content)
    assert len(found) == 1
    assert found[0][0] == path
    assert words in found[0][1]


def test_what_is_no_utf8() -> None:
    """A file in an old encoding: one problem that names the line."""
    found = problems(b"[dossier]\nid = '\xd0\xe0'\n")
    assert found == [("2", "not UTF-8 on line 2: save the file in the encoding UTF-8")]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, a folder, a name that can be none: one problem with the path."""
    for path in (tmp_path / "none.toml", tmp_path, Path("\0")):
        with pytest.raises(BadInput) as raised:
            read(path, ())
        (problem,) = raised.value.problems
        assert problem.path == str(path)
        assert "cannot be read" in problem.text.en


def test_a_file_of_a_hundred_megabytes(tmp_path: Path) -> None:
    """A huge file is refused before it is read, whole or not."""
    path = tmp_path / "huge.toml"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(BadInput) as raised:
        read(path, ())
    assert "larger than 8 MB" in raised.value.problems[0].text.en
    assert problems(b" " * (MAX_BYTES + 1)) == [("", "larger than 8 MB")]


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"docment": [{}]}, "docment", "no such table; did you mean “document”?"),
    ({"zzz": 1}, "zzz", "there is no such table"),
    ({"document": [{"numbr": "1"}]}, "document[0].numbr", "did you mean “number”?"),
    ({"document": [{"id": 3}]}, "document[0].id", "must be words in quotes, not 3"),
    ({"document": [{"count": True}]}, "document[0].count", "must be a whole number, not true"),
    ({"document": [{"count": "3"}]}, "document[0].count", "must be a whole number"),
    ({"document": [{"voted_on": "yes"}]}, "document[0].voted_on", "must be true or false"),
    ({"document": [{"date": "31/11"}]}, "document[0].date", "“31/11” is no day"),
    ({"document": [{"date": 3}]}, "document[0].date", "must be a day such as 2020-05-28"),
    ({"document": {"id": "x"}}, "document", "a repeated table: write [[document]]"),
    ({"document": ["x"]}, "document[0]", 'must be a table of keys, not "x"'),
    ({"document": [{"draft_mark": []}]}, "document[0].draft_mark", "words or a number"),
    ({"document": [{"count": 2.50}]}, "document[0].count", "must be a whole number, not 2.5"),
    ({"document": [{"count": ["a", {"b": 1}]}]}, "document[0].count", 'not ["a", {b = 1}]'),
    ({"document": [{"count": -1}]}, "document[0].count", "must be a number from 0 up, not -1"),
    ({"congress": {"planned_days": -1.5}}, "congress.planned_days", "from 0 up, not -1.5"),
    (
        {"step_vote": [{"track": "R", "step": 1, "agree": {"an": -9}}], "person": [{"id": "an"}]},
        "step_vote[0].agree.an",
        "must be a number from 0 up, not -9",
    ),
    ({"cell": [{"id": "preparation"}]}, "cell[0].id", "is the id of a case that every dossier has"),
    ({"contest": [{"id": "congress", "post": "committee"}]}, "contest[0].id", "of a case that"),
    (
        {
            "person": [{"id": "an"}],
            "contest": [{"id": "bch", "post": "committee"}],
            "candidate": [{"person": "an", "contest": "bch", "track": "reelection"}] * 2,
        },
        "candidate[1].person",
        "“an” stands in this contest and track already in candidate[0]",
    ),
    ({"cell": [{"id": "cb 1\n"}]}, "cell[0].id", "a short name on one line"),
    ({"document": [{"drafts": ["a", 1]}]}, "document[0].drafts", "a number or a list of names"),
    ({"document": [{"drafts": True}]}, "document[0].drafts", "a number or a list of names"),
    ({"personnel": [{}]}, "personnel", "a table that stands once: write [personnel]"),
    ({"congress": {"planned_days": "2"}}, "congress.planned_days", "must be a number"),
    ({"congress": {"kind": "delegate"}}, "congress.kind", "did you mean “delegates”?"),
    ({"keys": {"A": 1}}, "keys.A", "must be words in quotes"),
    ({"keys": {"A": "unknown", "B": ""}, "x": 1}, "x", "there is no such table"),
    ({"gate": [{"says": "done"}]}, "gate[0].id", "must be given"),
    ({"relation": [{"to": "x"}]}, "relation[0].from", "must be given"),
    ({"figure": [{"source": 3}]}, "figure[0].source", "must be a list [ … ], not 3"),
    ({"figure": [{"source": ["A", 3]}]}, "figure[0].source[1]", "must be words in quotes"),
    ({"figure": [{"source": "A"}]}, "figure[0].source", "no source “A” in [keys]"),
    ({"step_vote": [{"track": "R", "step": 1, "agree": 3}]}, "step_vote[0].agree", "table of keys"),
    (
        {"step_vote": [{"track": "R", "step": 1, "agree": {"an": "9"}}]},
        "step_vote[0].agree.an",
        "must be a whole number",
    ),
    ({"step_vote": [{"track": "R", "step": 6}]}, "step_vote[0].step", "one of the steps 1 to 5"),
    ({"step_vote": [{"track": "X", "step": 1}]}, "step_vote[0].track", "is none of: R, F"),
    ({"document": [{"place": "x"}]}, "document[0].place", "there is no such key"),
    ({"unknown": [{"what": "x", "for": ["y"]}]}, "unknown[0].for", "there is no id “y”"),
    ({"relation": [{"from": "a", "kind": "cites", "to": "b"}]}, "relation[0].from", "no id “a”"),
    ({"opinion": [{"document": "b"}]}, "opinion[0].document", "there is no id “b”"),
    (
        {"document": [{"id": "a"}, {"id": "a"}]},
        "document[1].id",
        "the id “a” is used already in document[0]",
    ),
    (
        {"document": [{"id": "a"}], "cell": [{"id": "a"}]},
        "cell[0].id",
        "the id “a” is used already in document[0]",
    ),
    (
        {
            "contest": [
                {"id": "bch", "post": "committee", "round": [{"kind": "main", "votes": {"an": 1}}]}
            ]
        },
        "contest[0].round[0].votes",
        "there is no id “an”",
    ),
]


@pytest.mark.parametrize(("tables", "path", "words"), WRONG)
def test_what_is_wrong_in_a_table(tables: dict[str, Any], path: str, words: str) -> None:
    """Each wrong key, value or reference is told with the path to it, its line, and a hint."""
    found = [(at, text) for at, text in problems(bare(**tables)) if at == path]
    assert len(found) == 1, problems(bare(**tables))
    assert words in found[0][1]


def test_a_number_as_printed_may_be_any() -> None:
    """A figure is what a source prints, also where that is less than nothing."""
    assert made(bare(figure=[{"value": -3}])).tables.figures[0].value == "-3"


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("a\\u0000b", "U+0000"),
        ("\\u001b[31m", "U+001B"),
        ("\u202eabc", "U+202E"),
        ("\x80", "U+0080"),
    ],
)
def test_letters_that_lead_astray(words: str, sign: str) -> None:
    """Controls and turns of the direction of writing are told, in words and in keys."""
    content = written(bare()).decode() + f'[[cell]]\nid = "a"\nname = "{words}"\n'
    ((path, text),) = problems(content)
    assert (path, sign in text) == ("cell[0].name", True)
    content = written(bare()).decode() + f'[keys]\n"x{words}" = "b"\n'
    ((path, text),) = problems(content)
    assert "�" in path
    assert f"holds the control character {sign}" in text


def test_line_breaks_and_harmless_escapes_are_no_blemish() -> None:
    """Words may stand on several lines, and letters may be written as escapes."""
    content = written(bare()).decode() + '[[cell]]\nid = "a"\nnote = "x\\ny\\t\\u1ef1"\n'
    assert problems(content) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[dossier\n", "sai cú pháp TOML: tên bảng phải kết thúc bằng dấu ]"),
        ("[[dossier]\n", "sai cú pháp TOML: tên bảng phải kết thúc bằng dấu ]]"),
        ("a = 1\na = 2\n", "sai cú pháp TOML: khóa này đã có giá trị ở trên"),
        ("a = 1 b = 2\n", "sai cú pháp TOML: một dòng chỉ viết một khóa, một giá trị"),
        ("a\n", "sai cú pháp TOML: sau khóa phải có dấu ="),
        ("a = b\n", "sai cú pháp TOML: giá trị viết sai: chữ phải để trong ngoặc kép"),
        ("a = 2019-11-31\n", "sai cú pháp TOML: không có ngày này trong lịch"),
        ("a = 'b", "sai cú pháp TOML: "),
        ("a = [1", "sai cú pháp TOML: danh sách thiếu dấu ]"),
        ("[a]\n[a]\n", "sai cú pháp TOML: bảng này đã có, không viết hai lần"),
        ("x = inf", "sai cú pháp TOML: không phải số thập phân: inf"),
        ("x = " + "[" * 3000, "sai cú pháp TOML: lồng nhau quá nhiều lớp"),
        ("x = " + "9" * 5000, "sai cú pháp TOML: số quá dài"),
        ("x = 25:00:00", "sai cú pháp TOML: "),
    ],
)
def test_broken_toml_is_told_in_vietnamese(content: str, words: str) -> None:
    """What is wrong is said in the reader's language, without the English of the parser."""
    with pytest.raises(BadInput) as raised:
        parse(content.encode(), ())
    (problem,) = raised.value.problems
    assert words in problem.text.vi
    assert "(at line" not in problem.text.vi
    assert "(at line" not in problem.text.en


def test_words_of_the_parser_that_nobody_knows_stand_as_they_are() -> None:
    """A later Python may say something new; better that than nothing."""
    assert in_vietnamese("Something new") == "Something new"


def test_what_is_wrong_with_a_file_is_told_in_vietnamese(tmp_path: Path) -> None:
    """A missing file and a folder are called so; what is not known stands in the system's words."""
    for path, words in (
        (tmp_path / "none.toml", "không có tệp này"),
        (tmp_path, "đây là thư mục"),
        (Path("\0"), "null byte"),
    ):
        with pytest.raises(BadInput) as raised:
            read(path, ())
        assert words in raised.value.problems[0].text.vi


def test_nothing_is_told_that_only_follows() -> None:
    """A row with one fault is looked at further, and nobody misses what stands in it."""
    raw = bare(
        organisation={"id": "dang-bo", "level": "grassroot", "cells": "two"},
        document=[{"id": "a", "type": "báo cáo chính trị"}],
        cell=[{"id": "cb1", "nope": 1, "official": "x"}],
        case=[{"id": "cb1", "committee": 3}],
        act=[
            {"case": "a", "does": "write_draft", "on": date(2020, 1, 1), "by": "head"},
            {"case": "cb1", "does": "hold", "on": date(2020, 1, 1), "by": "chi-bo"},
            {"case": "preparation", "does": "inspect", "on": date(2020, 1, 1), "by": "nobody"}
            | {"minutes": 4, "petitions": "many", "what": 3, "explained": {"a": 1}},
        ],
    )
    assert [path for path, _ in problems(raw)] == [
        "organisation.level",
        "organisation.cells",
        "cell[0].official",
        "cell[0].nope",
        "case[0].committee",
        "act[1].by",
        "act[2].minutes",
        "act[2].explained.a",
        "act[2].by",
        "act[2].petitions",
        "act[2].what",
    ]


def test_all_problems_at_once() -> None:
    """Faults that do not hang together are told together, in the order of the file."""
    raw = bare(
        organisation={"id": "dang-bo", "level": "grassroot", "cells": "two"},
        document=[{"id": "a", "date": "mai"}, {"id": "a", "by": "nobody"}],
        act=[{"case": "preparation", "does": "inspect", "on": date(2020, 1, 1), "matter": 3}],
        zzz={},
    )
    assert [path for path, _ in problems(raw)] == [
        "organisation.level",
        "organisation.cells",
        "document[0].date",
        "document[1].id",
        "document[1].by",
        "act[0].matter",
        "zzz",
    ]


def test_problems_tell_their_line() -> None:
    """The line of the key is told, or of its table where the key is not there."""
    text = (
        "[dossier]\nformat = 'congress-dossier'\nversion = 1\n[organisation]\nlevel = 'cell'\n"
        "[[document]]\nid = 'a'\n\n[[document]] # hai\nid = 'b'\ncount = 'x'\n"
        "[[contest]]\npost = 'secretary'\n[[contest.round]]\nkind = 'main'\n"
        "[[relation]]\nkind = 'cites'\nto = 'a'\n"
    )
    assert [words.rpartition(" (")[2] for _, words in problems(text)] == ["line 11)", "line 16)"]


def test_lines_are_told_only_where_they_are_sure() -> None:
    """Words over several lines that look like a table's head do not lead astray."""
    text = (
        "[dossier]\nformat = 'congress-dossier'\nversion = 1\n"
        "title = '''\n[[document]]\n'''\n[organisation]\nlevel = 'cell'\n"
        "[[document]]\ncount = 'x'\n"
    )
    assert problems(text) == [("document[0].count", 'must be a whole number, not "x"')]


def test_text_in_decomposed_form() -> None:
    """Mixed Unicode forms: one clear problem, however many places have them."""
    name = unicodedata.normalize("NFD", "Đảng ủy")
    found = problems(bare(person=[{"id": "x", "name": name}, {"id": "y", "note": name}]))
    assert [path for path, _ in found] == ["person[0].name"]
    assert "decomposed form (NFD), must be composed (NFC); and 1 more places" in found[0][1]
    once = problems(bare(keys={unicodedata.normalize("NFD", "ữ"): "x"}))
    assert len(once) == 1
    assert "more places" not in once[0][1]
    named = written(bare()) + f'\n["{name}"]\n'.encode()
    assert [path for path, _ in problems(named)] == [name, name]
    commented = written(bare()).decode() + f"# {name}\n"
    assert problems(commented) == []


def test_a_fault_of_the_library_is_no_problem_of_the_input() -> None:
    """An unforeseen error is not put down to the file."""
    with pytest.raises(ZeroDivisionError):
        list(problems_of(ZeroDivisionError(), ""))
