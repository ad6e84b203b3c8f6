"""Deadlines, what-if and changes of the law: the same in words and in JSON, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs
import jsonschema
import pytest

from congress_flow import (
    WEEKENDS,
    Confidence,
    CountAnchor,
    Engine,
    InForce,
    Instrument,
    Level,
    Loaded,
    Outlook,
    Rulebook,
    Shelf,
    Text,
    rules_between,
)
from congress_flow._text import Lang
from congress_flow.dossier import Deadlines, WhatIf, deadlines, whatif
from congress_flow.procedures import preparation as p
from congress_flow.procedures.box import PROCEDURES
from congress_flow.reckoning import (
    Bearing,
    Counting,
    Direction,
    Due,
    DueStatus,
    Limit,
    days,
    months,
    working_days,
)
from congress_flow.reports import (
    changes_json,
    changes_lines,
    deadlines_json,
    deadlines_lines,
    deadlines_schema,
    plain_text,
    whatif_json,
    whatif_lines,
    whatif_schema,
)
from tests.dossier.law import CITED, DECREE, small_book
from tests.dossier.made import Raw, bare, made, recorded, written
from tests.dossier.test_whatif import local

DAY = date(2020, 5, 28)
COUNTING = Counting(WEEKENDS, CountAnchor.EXCLUDE)
WORDS = Text("chữ", "words")


def dues() -> Iterator[Due]:
    """Yield one of each status on 28 May 2020."""

    def one(day: date | None, name: str, **more: Any) -> Due:
        return Due(
            case="dai-hoi",
            what=Text(f"việc {name}", f"deed {name}"),
            anchor=day,
            anchor_is=Text("ngày mốc", "the anchor"),
            **more,
        )

    before, after = date(2020, 5, 27), date(2020, 5, 29)
    counted: dict[str, Any] = {"counting": COUNTING}
    yield one(before, "overdue", source="KH-1")
    yield one(before, "late", done=DAY, about="an")
    yield one(after, "early", bearing=Bearing.FROM, done=DAY)
    yield one(DAY, "today", about="x")
    yield one(date(2020, 4, 28), "month", limit=months(2), about="y", **counted)
    yield one(date(2020, 5, 20), "days", limit=days(10), about="z", **counted)
    yield one(after, "first", bearing=Bearing.FROM, about="t")
    yield one(None, "unknown", limit=working_days(3), direction=Direction.BEFORE, **counted)
    yield one(before, "begun", bearing=Bearing.FROM, about="u")
    yield one(before, "lapsed", bearing=Bearing.UNTIL)
    yield one(DAY, "done", done=DAY, about="v")
    yield one(date(2020, 6, 15), "void", about="an")


def clock(*given: Due, fails: bool = False) -> Rulebook[None]:
    book: Rulebook[None] = Rulebook("clock", Level.CENTRE, title=Text("Lịch", "Clock"), version="1")

    @book.duty(cites=CITED, title=Text("Hạn", "Limit"), subject="x")
    def falls_due(about: Outlook[None]) -> Iterable[Due]:
        """What is given."""
        if fails:
            raise ValueError("hỏng")
        return given

    return book


def asked(*given: Due, fails: bool = False, raw: Raw | None = None) -> Deadlines:
    shelf = Shelf([small_book(), clock(*given, fails=fails)])
    return deadlines(made(bare() if raw is None else raw), Engine(shelf), DAY)


def test_deadlines_in_words() -> None:
    """What is late first, each with the day, how it was counted, by which convention and law."""
    text = plain_text(deadlines_lines(asked(*dues())), 200)
    assert text.startswith(
        "Thời hạn: Hồ sơ mẫu\n"
        "mau · xét đến ngày 28/05/2020 (ngày dự kiến khai mạc) · theo clock 1, small 1.0\n"
    )
    headings = [line for line in text.splitlines() if line.endswith(")") and line[0] != " "]
    assert headings == [
        "Quá hạn, chưa thấy ghi là đã làm (1)",
        "Đã làm, không đúng hạn (2)",
        "Sắp đến (5)",
        "Chưa tính được ngày (1)",
        "Mốc đã qua (2)",
        "Đã làm, đúng hạn (1)",
    ]
    assert (
        "  chậm nhất 27/05/2020: việc overdue – dai-hoi: quá hạn, chưa thấy ghi là đã làm; "
        "đã qua 1 ngày\n      ngày mốc (27/05/2020) [KH-1]\n"
        "      Căn cứ: 01-QĐ/TEST (01/01/2019), điều 1. [clock/falls_due]\n"
    ) in text
    assert "việc late – dai-hoi, an: đã làm, muộn; làm ngày 28/05/2020" in text
    assert "việc today – dai-hoi, x: còn hạn; hôm nay" in text
    assert "2 tháng sau ngày mốc (28/04/2020)\n" in text
    assert "  việc unknown – dai-hoi: chưa rõ ngày mốc\n" in text
    assert "đã có hạn sớm hơn hoặc chặt hơn" in text


def test_which_day_is_asked_and_by_which_books() -> None:
    """The head tells what day of the dossier it is, and names only books that speak on that day."""
    ended = Rulebook[None](
        "ended", Level.CENTRE, InForce(None, date(2020, 1, 1)), title=WORDS, version="1"
    )
    engine = Engine(Shelf([small_book(), clock(), ended]))
    dossier = made(recorded())
    assert dossier.last_day == date(2020, 3, 1)

    def head(day: date | None, lang: Lang = "en") -> str:
        return deadlines_lines(deadlines(dossier, engine, day), lang)[1].words

    assert head(None) == "mau · as of 2020-05-28 (the planned opening) · by clock 1, small 1.0"
    assert head(date(2020, 3, 1)) == (
        "mau · as of 2020-03-01 (the last act on record) · by clock 1, small 1.0"
    )
    assert "01/03/2020 (ngày của việc được ghi sau cùng) ·" in head(date(2020, 3, 1), "vi")
    assert head(date(2020, 5, 1)) == "mau · as of 2020-05-01 · by clock 1, small 1.0"
    nothing = deadlines(dossier, Engine(Shelf([ended])), DAY)
    assert deadlines_lines(nothing, "en")[1].words.endswith(" · by no rulebook")


def test_what_is_over_stands_together() -> None:
    """Many cases done in time are one entry; what is not over is told case by case, in JSON all."""

    def closing(case: str, day: date, done: date | None) -> Due:
        return Due(case=case, what=WORDS, anchor=day, anchor_is=WORDS, done=done)

    over = [closing(f"c{each}", date(2020, 5, each), date(2020, 5, each)) for each in (4, 2, 3)]
    late = [closing(f"d{each}", date(2020, 5, each), None) for each in (5, 6)]
    found = asked(*over, *late)
    text = plain_text(deadlines_lines(found))
    assert "Đã làm, đúng hạn (3)\n  chữ: 3 hạn, chậm nhất 02/05/2020 – 04/05/2020\n" in text
    assert "– c2" not in text
    assert "chữ – d5: quá hạn" in text
    assert "chữ – d6: quá hạn" in text
    assert len(json.loads(deadlines_json(found))["deadlines"]) == 5
    same = asked(*(attrs.evolve(each, anchor=DAY, done=DAY) for each in over))
    assert "words: 3 days, by 2020-05-28\n" in plain_text(deadlines_lines(same, "en"))


def test_deadlines_in_english() -> None:
    """The same in English, with the convention beside a count (trap TR7)."""
    text = plain_text(deadlines_lines(asked(*dues()), "en"))
    assert "by 2020-05-27: deed overdue – dai-hoi: overdue, no record of it; 1 day ago" in text
    assert "from 2020-05-29: deed first – dai-hoi, t: not yet; in 1 day\n" in text
    assert "by 2020-05-30: deed days – dai-hoi, z: due; in 2 days\n" in text
    assert "10 days after the anchor (2020-05-20); the anchor day is not counted\n" in text
    assert (
        "3 working days before the anchor (unknown); the anchor day is not counted; weekends only"
    ) in text


def test_deadlines_as_json() -> None:
    """Every fact that the words tell stands in the JSON, which keeps to its schema."""
    found = asked(*dues())
    value = json.loads(deadlines_json(found))
    jsonschema.validate(value, deadlines_schema())
    assert (value["dossier"], value["as_of"], value["overdue"], value["late"]) == (
        "mau",
        "2020-05-28",
        1,
        2,
    )
    rows = {row["what"]["en"].removeprefix("deed "): row for row in value["deadlines"]}
    statuses = {name: row["status"] for name, row in rows.items()}
    assert statuses == {
        "overdue": "overdue",
        "late": "late",
        "early": "early",
        "today": "due",
        "month": "due",
        "days": "due",
        "first": "not_yet",
        "unknown": "anchor_unknown",
        "begun": "begun",
        "lapsed": "lapsed",
        "done": "done",
        "void": "due",
    }
    assert set(statuses.values()) | {"calendar_ends"} == {each.value for each in DueStatus}
    assert rows["month"]["limit"] == {
        "count": 2,
        "unit": "month",
        "direction": "after",
        "anchor_day": None,
        "calendar": None,
    }
    assert rows["days"]["limit"]["anchor_day"] == "exclude"
    assert rows["unknown"]["limit"]["calendar"] == "weekends"
    assert rows["today"]["limit"] is None
    assert (rows["void"]["effective"], rows["void"]["days_left"]) == (False, 18)
    assert [book["id"] for book in value["books"]] == ["clock", "small"]
    assert deadlines_json(found) == deadlines_json(asked(*dues()))


def test_nothing_due_and_what_failed() -> None:
    """Where nothing falls due that is said; a duty that failed is told, in both forms."""
    nothing = plain_text(
        deadlines_lines(asked(raw=bare(dossier={**bare()["dossier"], "title": ""})))
    )
    assert "Thời hạn: mau\n" in nothing
    assert nothing.endswith("\nKhông có thời hạn nào.\n")
    failed = asked(fails=True)
    text = plain_text(deadlines_lines(failed, "en"))
    assert "Could not be asked; more may fall due\n  – clock/falls_due: crashed (ValueError" in text
    value = json.loads(deadlines_json(failed))
    jsonschema.validate(value, deadlines_schema())
    assert [problem["path"] for problem in value["problems"]] == ["clock/falls_due"]


LAW = Loaded(
    procedures=PROCEDURES,
    shelf=Shelf([small_book()]),
    calendars=(),
    reports=(),
    optional=(local("tinh"),),
)


def changed(**changes: Any) -> WhatIf:
    return whatif(written(recorded()), LAW, **changes)


def test_whatif_in_words() -> None:
    """What was changed, the grade, the gates, then the findings by what became of them."""
    text = plain_text(whatif_lines(changed(facts=['congress.term="breach G3"'])))
    assert text == (
        'Nếu congress.term = "breach G3" (hiện là "2020-2025")\n'
        "Hồ sơ mẫu · hiện xét đến ngày 28/05/2020\n"
        "\n"
        "SẴN SÀNG → CHƯA SẴN SÀNG\n"
        "\n"
        "Các điều kiện thay đổi\n"
        "  G3  Phân công theo dõi chi bộ: đạt (có hồ sơ) → không đạt (có hồ sơ)\n"
        "\n"
        "Kết luận thay đổi: mới có (1)\n"
        "  1. G3: Điều kiện G3\n"
        "     – hỏng [trái quy định]\n"
        "     Căn cứ: 01-QĐ/TEST (01/01/2019), điều 1. [small/gate_g3]\n"
    )


def test_whatif_with_both_figures() -> None:
    """What changed stands with the words before and after; what is gone with its own."""
    law = Loaded(
        procedures=PROCEDURES,
        shelf=Shelf([small_book(), local("tinh")]),
        calendars=(),
        reports=(),
    )
    content = written(recorded(congress={"planned_opening": DAY, "term": "a1 b1"}))
    found = whatif(
        content, law, facts=["organisation.cells=5", 'congress.term="a2"', "organisation.members=3"]
    )
    text = plain_text(whatif_lines(found, "en"), 200)
    assert "     – before: chi-bo: cells: 2, must be at most 1 [breach]\n" in text
    assert "     – after: chi-bo: cells: 5, must be at most 1 [breach]\n" in text
    assert "organisation.members = 3 (now nothing)" in text
    assert "Findings that differ: gone (2)\n" in text
    value = json.loads(whatif_json(found))
    jsonschema.validate(value, whatif_schema())
    pairs = [
        (each["before"]["figures"]["value"], each["after"]["figures"]["value"])
        for each in value["findings"]
        if each["change"] == "changed" and "value" in each["before"]["figures"]
    ]
    assert pairs == [(2, 5)]


def test_whatif_where_nothing_differs() -> None:
    """Said in so many words; a day, and books, are named."""
    text = plain_text(whatif_lines(changed(as_of=date(2020, 7, 1)), "en"))
    assert "What if judged as of 2020-07-01\n" in text
    assert text.endswith("\nStill ready.\nNothing differs.\n")
    with_book = plain_text(whatif_lines(changed(added=["tinh"]), "en"))
    assert "What if with the rulebook tinh\n" in with_book
    assert "READY → NOT READY\n" in with_book
    without = plain_text(whatif_lines(changed(without=["small"])))
    assert "Nếu bỏ bộ quy tắc small\n" in without
    assert "[engine/unguarded]" in without
    same_day = plain_text(whatif_lines(changed(as_of=DAY), "en"))
    assert same_day.startswith("What if –\n")


def test_whatif_as_json() -> None:
    """What was asked, both sides with their books, and only what differs."""
    found = changed(added=["tinh"], facts=["organisation.cells = 5"], as_of=date(2020, 7, 1))
    value = json.loads(whatif_json(found))
    jsonschema.validate(value, whatif_schema())
    assert value["asked"] == {
        "without": [],
        "added": ["tinh"],
        "set": [{"path": "organisation.cells", "before": "2", "after": "5"}],
    }
    assert (value["before"]["readiness"], value["after"]["readiness"]) == ("READY", "NOT_READY")
    assert (value["before"]["as_of"], value["after"]["as_of"]) == ("2020-05-28", "2020-07-01")
    assert [book["id"] for book in value["after"]["books"]] == ["small", "tinh"]
    assert {each["change"] for each in value["findings"]} == {"appeared"}
    assert all(each["before"] is None for each in value["findings"])
    gone = json.loads(whatif_json(changed(without=["small"])))
    jsonschema.validate(gone, whatif_schema())
    assert len(gone["gates"]) == 14


def test_a_gate_of_one_side_and_an_event_of_another_day() -> None:
    """A gate that is not asked on one side is said so; a day that moved stands with both days."""
    own: Rulebook[None] = Rulebook(
        "own", Level.PROVINCE, title=WORDS, version="1", tightens=("small",)
    )

    @own.rule(p.declare_ready, cites=CITED, title=Text("Riêng", "Own"), subject="G15")
    def gate(case: Any, act: Any) -> tuple[()]:
        """Always passed."""
        return ()

    law = Loaded(
        procedures=PROCEDURES,
        shelf=Shelf([small_book()]),
        calendars=(),
        reports=(),
        optional=(own,),
    )
    found = whatif(written(recorded()), law, added=["own"])
    text = plain_text(whatif_lines(found, "en"))
    assert "  G15 Own: not among the gates → passed (recorded)\n" in text
    jsonschema.validate(json.loads(whatif_json(found)), whatif_schema())
    act = {"case": "preparation", "does": "arrange", "on": date(2020, 3, 2)}
    moved = whatif(written(recorded(act=[act])), law, facts=["act[1].on=2020-03-04"])
    text = plain_text(whatif_lines(moved, "en"))
    assert (
        "  1. Preparation of the congress (preparation), 2020-03-04 [act[1]]: Somebody did it\n"
        in text
    )
    assert "     – before: the body is not known [gap, 2020-03-02]\n" in text


NEW = Instrument(
    id="QD2-2021",
    type="decree",
    number="02-QĐ/TEST",
    issued="2021-01-01",
    issuer="Ban thử",
    level=Level.CENTRE,
    confidence=Confidence.REPORTED,
    replaces=(DECREE,),
)


def content(case: Any, act: Any) -> tuple[()]:
    """Nothing."""
    return ()


def law_of_two_days() -> Shelf:
    """Return a shelf in which one rule changed, one ended, one began and one was carried over."""
    handbook = Instrument(
        id="HB",
        type="handbook",
        number="sổ tay",
        issued="2010",
        issuer="x",
        level=Level.CENTRE,
        confidence=Confidence.DERIVED,
    )
    old: Rulebook[None] = Rulebook("old", Level.CENTRE, title=WORDS, version="1")
    new: Rulebook[None] = Rulebook(
        "new", Level.CENTRE, InForce(date(2021, 1, 1)), title=WORDS, version="1"
    )
    for book, cites, name, title, subject, on in (
        (old, CITED, "seven", Text("trong 7 ngày", "within 7 days"), "limit", p.inspect),
        (new, NEW.at("2"), "nine", Text("trong 9 ngày", "within 9 days"), "limit", p.inspect),
        (old, CITED, "gone", WORDS, "gone", p.arrange),
        (new, NEW.at("3"), "come", WORDS, "come", p.arrange),
        (old, CITED, "same", WORDS, "same", p.disseminate),
        (new, NEW.at("5"), "same", WORDS, "same", p.disseminate),
        (old, handbook.at("1"), "kept", WORDS, "kept", p.conclude),
        (new, handbook.at("1"), "kept", WORDS, "kept", p.conclude),
    ):
        facts: dict[str, Any] = {"cites": cites, "title": title, "subject": subject}

        def rule(case: Any, act: Any) -> tuple[()]:
            """Nothing."""
            return ()

        named = content if name == "kept" else rule
        named.__name__ = name
        book.rule(on, **facts)(named)
    new.repeal("old/kept", since=date(2021, 1, 1), cites=NEW.at("4"))
    return Shelf([old, new])


def test_changes_in_words() -> None:
    """What changed with the rules before and after, what began, what ended, what was carried."""
    shelf = law_of_two_days()
    first, last = date(2020, 5, 28), date(2021, 6, 15)
    changes = rules_between(shelf, first, last)
    assert plain_text(changes_lines(changes, first, last, "en")) == (
        "What changed in the rules from 2020-05-28 to 2021-06-15\n"
        "\n"
        "Changed (1)\n"
        "  limit: wording, figures, citation, confidence\n"
        "    − within 7 days [verified]\n"
        "      01-QĐ/TEST (01/01/2019), điều 1 [old/seven]\n"
        "    + within 9 days [reported]\n"
        "      02-QĐ/TEST (01/01/2021), 2 [reported] [new/nine]\n"
        "    figures: 7 days → 9 days\n"
        "    steps: preparation:P6\n"
        "\n"
        "Began (1)\n"
        "  come\n"
        "    + words [reported]\n"
        "      02-QĐ/TEST (01/01/2021), 3 [reported] [new/come]\n"
        "    steps: preparation:P7\n"
        "\n"
        "Ended (1)\n"
        "  gone\n"
        "    − words [verified]\n"
        "      01-QĐ/TEST (01/01/2019), điều 1 [old/gone]\n"
        "    steps: preparation:P7\n"
        "\n"
        "The same, by another citation (1)\n"
        "  words [same]\n"
        "    01-QĐ/TEST (01/01/2019), điều 1 → 02-QĐ/TEST (01/01/2021), 5 [reported]\n"
        "\n"
        "1 rules ask the same by the same citations and only stand in another book now.\n"
    )
    assert plain_text(changes_lines((), first, first)) == (
        "Thay đổi về quy tắc từ 28/05/2020 đến 28/05/2020\nKhông có quy tắc nào thay đổi.\n"
    )


def test_changes_as_json() -> None:
    """Each change with its kind, in what it lies, and the rules with figures and grade."""
    shelf = law_of_two_days()
    first, last = date(2020, 5, 28), date(2021, 6, 15)
    value = json.loads(changes_json(shelf, rules_between(shelf, first, last), first, last))
    assert (value["first"], value["last"]) == ("2020-05-28", "2021-06-15")
    kinds = {each["subject"]: each["change"] for each in value["changes"]}
    assert kinds == {
        "come": "began",
        "gone": "ended",
        "kept": "carried",
        "limit": "changed",
        "same": "rested_anew",
    }
    (limit,) = [each for each in value["changes"] if each["subject"] == "limit"]
    assert limit["aspects"] == ["title", "figures", "citations", "confidence"]
    (before,), (after,) = limit["before"], limit["after"]
    assert before["figures"] == [{"vi": "7 ngày", "en": "7 days"}]
    assert after["figures"] == [{"vi": "9 ngày", "en": "9 days"}]
    assert (before["confidence"], after["confidence"]) == ("verified", "reported")
    assert after["rule"]["since"] == "2021-01-01"


@pytest.mark.parametrize("limit", [working_days(3), days(3), months(3)])
def test_every_unit_has_its_json(limit: Limit) -> None:
    """No unit of a limit is left out of the JSON."""
    due = Due(case="c", what=WORDS, anchor=DAY, anchor_is=WORDS, limit=limit, counting=COUNTING)
    value = json.loads(deadlines_json(asked(due)))
    assert value["deadlines"][0]["limit"]["unit"] == limit.unit.value
