"""Reports as text: what a clerk reads, in either language; figures, articles, sources, places."""

from __future__ import annotations

import json
from datetime import date
from enum import Enum
from typing import Any

import attrs
import pytest

from congress_flow import (
    WEEKENDS,
    Confidence,
    CountAnchor,
    Engine,
    InForce,
    Level,
    Rulebook,
    Shelf,
    Text,
    reading,
)
from congress_flow.dossier import History, Review, history, options, read, review
from congress_flow.procedures import personnel_track, preparation
from congress_flow.reckoning import working_days
from congress_flow.reports import (
    Line,
    Tone,
    mermaid,
    options_lines,
    plain_text,
    review_lines,
    rules_json,
    rules_lines,
    trail_lines,
)
from congress_flow.reports._words import choice_in_words, chosen_words
from tests.dossier.law import CITED, DECREE, small_engine
from tests.dossier.made import attested, made, recorded
from tests.dossier.test_reading import ARTICLE
from tests.reports.test_json import WALKED

DAY = date(2020, 5, 28)
ENGINE = small_engine()


def text_of(found: Review, lang: Any = "vi") -> str:
    """Return a review as it is printed."""
    return plain_text(review_lines(found, lang))


def test_a_review_at_a_glance() -> None:
    """The grade in one line with its counts, then every gate with outcome and evidence."""
    lines = text_of(review(made(recorded()), ENGINE)).splitlines()
    assert lines[0] == "Hồ sơ: Hồ sơ mẫu"
    assert lines[1] == "mau · xét đến ngày 28/05/2020 · theo small 1.0"
    assert lines[3] == (
        "SẴN SÀNG: 0 việc trái quy định; 0 điểm còn thiếu, chưa rõ; 0 lưu ý; 0 lưu ý đã giải trình."
    )
    assert lines[5] == "Các điều kiện"
    assert lines[6] == "  G1  Căn cứ                     đạt  có hồ sơ"
    assert lines[19] == "  G14 Tạm hoãn                   đạt  có hồ sơ"
    assert len(lines) == 20


def test_gates_are_aligned() -> None:
    """The outcomes of all gates begin in one column, in both languages."""
    found = review(read(ARTICLE, ()), ENGINE)
    for lang, words in (("vi", ("đạt, có lưu ý", "chưa rõ")), ("en", ("passed with", "unknown"))):
        rows = [row for row in text_of(found, lang).splitlines() if row.startswith("  G")]
        columns = {row.index(word) for row in rows for word in words if word in row}
        assert len(rows) == 14
        assert len(columns) == 1


def test_findings_of_a_rule_stand_together() -> None:
    """Rule, citation and place are told once for all that one rule found; sources are named."""
    text = text_of(review(read(ARTICLE, ()), ENGINE))
    assert text.count("Căn cứ: 01-QĐ/TEST (01/01/2019), điều 1. [small/gate_g4]") == 1
    assert "     – theo nguồn (nguồn P3.S2)\n" in text
    assert text.index("Còn thiếu, chưa rõ (") < text.index("Lưu ý (")


def test_english() -> None:
    """With `en` not a Vietnamese heading is left."""
    text = text_of(review(made(attested()), ENGINE), "en")
    assert text.startswith("Dossier: Hồ sơ mẫu\nmau · as of 2020-05-28 · by small 1.0\n")
    assert "BASICALLY READY: 0 against the rules; 0 missing or unknown; 14 cautions;" in text
    assert "Cautions (14)" in text
    assert "Cited: 01-QĐ/TEST" in text


def test_breaches_come_first_with_figures_and_place() -> None:
    """A refused vote: case, day and spot in the file, the figures, the article."""
    raw = {**WALKED, "step_vote": WALKED["step_vote"][:2]}
    text = plain_text(review_lines(review(made(raw), ENGINE)), 200)
    assert "Trái quy định (2)" in text
    track = "Vòng giới thiệu nhân sự 5 bước, tái cử (personnel_track_R)"
    assert f"  1. {track}, 03/02/2020 [step_vote[1]]: Đủ số phiếu\n" in text
    assert "– an: số phiếu: 5, phải từ 6 trở lên" in text
    assert f"  2. {track}, 04/02/2020 [act[2]]: Sự việc không có trong sơ đồ" in text
    assert "(act[2])" in text


def test_explanations_are_shown() -> None:
    """An explained caution stands in a part of its own, with its explanation."""
    raw = attested(explanation=[{"rule": "small/gate_g1", "words": "đã có giấy"}])
    text = text_of(review(made(raw), ENGINE))
    part = text[text.index("Lưu ý đã có giải trình (1)") :]
    assert "Giải trình: đã có giấy" in part


def test_faults_are_marked() -> None:
    """A finding that comes from the state of the rules is told from one of the law."""
    text = text_of(review(made(attested()), Engine(Shelf())), "en")
    assert "by no rulebook" in text
    assert "[fault of the rules]" in text
    assert "[engine/unguarded]" in text


def test_a_title_of_no_words() -> None:
    """A dossier without a title is named by its id."""
    raw = recorded()
    del raw["dossier"]["title"]
    assert text_of(review(made(raw), ENGINE)).startswith("Hồ sơ: mau\n")


def test_a_title_in_both_languages() -> None:
    """The title in Vietnamese is for those who read Vietnamese; where there is one it is shown."""
    raw = recorded()
    raw["dossier"] |= {"title": "Congress of Mẫu", "vi": "Đại hội Mẫu"}
    found = review(made(raw), ENGINE)
    assert text_of(found).startswith("Hồ sơ: Đại hội Mẫu\n")
    assert text_of(found, "en").startswith("Dossier: Congress of Mẫu\n")
    del raw["dossier"]["title"]
    assert text_of(review(made(raw), ENGINE), "en").startswith("Dossier: Đại hội Mẫu\n")


def test_a_rate_keeps_its_sign() -> None:
    """A line is not broken between a number and its sign for percent."""
    assert list(Line("số dư 18,18 % và").wrapped(12)) == ["số dư", "18,18 % và"]
    assert list(Line("số dư 18,18 %").wrapped(13)) == ["số dư 18,18 %"]


def test_no_line_is_wider_than_asked() -> None:
    """Long lines are broken between words and stand in under their beginning."""
    found = review(read(ARTICLE, ()), ENGINE)
    for width in (60, 100):
        text = plain_text(review_lines(found, "vi"), width)
        assert max(map(len, text.splitlines())) <= width
    assert list(Line("a " * 6, indent=2, hang=2).wrapped(8)) == ["  a a a", "    a a", "    a"]
    assert list(Line().wrapped(10)) == [""]
    assert list(Line("x" * 20).wrapped(10)) == ["x" * 20]


@pytest.fixture(scope="module")
def walked() -> History:
    """Return the history of a track: allowed, refused, not drawn."""
    return history(made(WALKED), ENGINE, DAY)


def test_a_trail(walked: History) -> None:
    """Each event: day, act, step, who, outcome, where it led, what was found, what was in order."""
    case = walked.cases["personnel_track_R"]
    text = plain_text(trail_lines(case, walked.of(case.id), ENGINE.shelf), 200)
    assert text.splitlines()[:2] == [
        "Phần việc personnel_track_R: Vòng giới thiệu nhân sự 5 bước",
        "Trạng thái: bước 3: ban chấp hành lần 1 (STEP3_EXECUTIVE_BALLOT), mở ngày 01/02/2020",
    ]
    assert (
        "  1. 01/02/2020 Mở vòng giới thiệu nhân sự (T1), ban thường vụ: được thực hiện\n" in text
    )
    assert "     → bước 1: ban thường vụ lần 1\n" in text
    assert "  3. 03/02/2020 Công nhận kết quả bỏ phiếu của bước (T3), hội nghị cán bộ" in text
    assert "     ! trái quy định: an: số phiếu: 5, phải từ 6 trở lên – 01-QĐ/TEST" in text
    assert "không có trong sơ đồ từ trạng thái này\n" in text
    cited = "01-QĐ/TEST (01/01/2019), điều 1"
    assert f"     ✓ an: số phiếu: 7, phải từ 6 trở lên – {cited} [small/enough]\n" in text
    assert "§" not in text
    bare = plain_text(trail_lines(case, walked.of(case.id), Shelf()), 200)
    assert "     ✓ an: số phiếu: 7, phải từ 6 trở lên [small/enough]\n" in bare
    english = plain_text(trail_lines(case, walked.of(case.id), ENGINE.shelf, "en"), 200)
    assert "2. 2020-02-02 Approve the list of step 1 (T2), standing committee: allowed" in english


def test_a_trail_with_nothing() -> None:
    """A case of which nothing is recorded says so."""
    past = history(made(recorded(case=[{"id": "suspension"}])), ENGINE, DAY)
    case = past.cases["suspension"]
    assert "Chưa ghi sự việc nào." in plain_text(trail_lines(case, past.of(case.id), ENGINE.shelf))


def test_a_trail_with_explanations() -> None:
    """The explanation of a caution stands under it; an unknown body is left out."""
    raw = recorded(
        explanation=[{"rule": "small/gate_g1", "words": "rõ"}],
        act=[{"case": "preparation", "does": "declare_ready", "on": date(2020, 4, 1)}],
    )
    raw["act"][0]["matter"] = raw["act"][0]["matter"].replace("G1 ", "")
    raw["gate"] = [{"id": "G1", "says": "done"}]
    past = history(made(raw), ENGINE, DAY)
    entries = past.of("preparation")
    text = plain_text(trail_lines(past.cases["preparation"], entries, ENGINE.shelf, "en"), 200)
    assert "! caution: attested – 01-QĐ/TEST (01/01/2019), điều 1 [small/gate_g1]" in text
    assert "       Explained: rõ\n" in text
    assert "Declare ready (P8): refused" in text


def test_options(walked: History) -> None:
    """What lacks and what hinders is told apart; what may be done at once is told too."""
    dossier = made(attested())
    past = history(dossier, ENGINE, DAY)
    case = past.cases["preparation"]
    text = plain_text(
        options_lines(case, DAY, options(dossier, ENGINE, past, case, DAY), "en"), 200
    )
    assert "What may happen next, on 2020-05-28" in text
    assert "  Inspect (inspect, P6) → preparing\n" in text
    assert "    – lacking: Somebody did it: the body is not known\n" in text
    assert "    facts: by, minutes, explained, matter, petitions, answered\n" in text
    assert "    – nothing in the way\n" in text
    raw = recorded(congress={"planned_opening": DAY, "term": "breach G2"})
    dossier = made(raw)
    past = history(dossier, ENGINE, DAY)
    case = past.cases["preparation"]
    found = options(dossier, ENGINE, past, case, DAY)
    assert "– đang vướng: Điều kiện G2: hỏng" in plain_text(options_lines(case, DAY, found))


def test_options_at_the_end() -> None:
    """From a final stage nothing is drawn."""
    raw = recorded(
        act=[
            {"case": "suspension", "does": "end", "on": date(2020, 2, 1), "by": "auto"},
        ]
    )
    dossier = made(raw)
    past = history(dossier, ENGINE, DAY)
    case = past.cases["suspension"]
    found = options(dossier, ENGINE, past, case, DAY)
    assert not found
    assert "Đã kết thúc: không còn việc nào." in plain_text(options_lines(case, DAY, found))


class Way(Enum):
    """Two ways to read a text."""

    ONE = "one"


@attrs.frozen(kw_only=True)
class Readings:
    """Readings of the test."""

    way: Way = reading("test.way", Text("Cách", "Way"))
    calendar: Any = reading("test.calendar", Text("Lịch", "Calendar"))
    because: Any = attrs.field(factory=lambda: {"way": Text("vì thế", "for that")})


def test_rules_and_readings() -> None:
    """The table: id, severity, title, citation, span, steps; then every choice with its reason."""
    book = Rulebook("read", Level.CENTRE, title=Text("a", "a"), version="1", readings=Readings)

    @book.rule(
        preparation.inspect,
        cites=DECREE.at("điều 2", Confidence.ASSUMED),
        title=Text("Có nội dung", "A matter"),
    )
    def matter(case: Any, act: Any) -> Any:
        """Anything."""
        return ()

    shelf = Shelf([book], [Readings(way=Way.ONE, calendar=WEEKENDS)])
    text = plain_text(rules_lines(shelf, shelf.rules(), None), 200)
    assert "Mọi quy tắc (1)\n  read/matter [bắt buộc] Có nội dung\n" in text
    assert (
        "      căn cứ: 01-QĐ/TEST (01/01/2019), điều 2 [giả định, chưa thấy văn bản]; "
        "hiệu lực: 01/01/2019 – …; bước: preparation:P6\n"
    ) in text
    assert "Cách hiểu đã chọn ở những chỗ còn mở: read\n  Cách [test.way]: one\n" in text
    assert "      vì: vì thế\n  Lịch [test.calendar]: chỉ trừ thứ Bảy, Chủ nhật\n" in text
    assert CITED.instrument is DECREE


def test_rules_of_a_day() -> None:
    """The day stands in the heading; books without readings have no part of their own."""
    shelf = ENGINE.shelf
    text = plain_text(rules_lines(shelf, shelf.rules(DAY), DAY, "en"))
    assert text.startswith("Rules in force on 2020-05-28 (17)\n")
    assert "Readings" not in text
    assert "small/answered [warns]" in text


def test_spans_that_end() -> None:
    """A rule that was replaced shows its last day, not the first day without it."""
    book: Rulebook[Any] = Rulebook(
        "old",
        Level.CENTRE,
        InForce(None, date(2021, 1, 1)),
        title=Text("a", "a"),
        version="1",
    )
    book.rule(preparation.inspect, cites=CITED, title=Text("a", "a"))(_nothing)
    shelf = Shelf([book])
    assert "01/01/2019 – 31/12/2020" in plain_text(rules_lines(shelf, shelf.rules(), None), 200)


def _nothing(case: Any, act: Any) -> Any:
    return ()


@attrs.frozen
class Span:
    """A choice of two parts."""

    number: int
    unit: Way


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (None, "–"),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (Way.ONE, "one"),
        (("b", "a"), "b, a"),
        (frozenset({"b", "a"}), "a, b"),
        ({"b": Way.ONE, "a": None}, "a: –, b: one"),
        ({Way.ONE: 1}, "one: 1"),
        (Span(15, Way.ONE), "15 one"),
        (WEEKENDS, "weekends"),
    ],
)
def test_choices_as_printed(chosen: object, words: str) -> None:
    """Choices of every kind are printed in one way, always in the same order."""
    assert chosen_words(chosen) == words


@pytest.mark.parametrize(
    ("chosen", "vi", "en"),
    [
        (None, "–", "–"),
        (True, "có", "yes"),
        (False, "không", "no"),
        (3, "3", "3"),
        (date(2025, 8, 31), "31/08/2025", "2025-08-31"),
        (Way.ONE, "one", "one"),
        (CountAnchor.EXCLUDE, "không tính ngày mốc", "the anchor day is not counted"),
        (working_days(15), "15 ngày làm việc", "15 working days"),
        ((True, "a"), "có, a", "yes, a"),
        (frozenset({"G10", "G2", "khác"}), "G2, G10, khác", "G2, G10, khác"),
        (
            {CountAnchor.INCLUDE: True},
            "ngày mốc là ngày thứ nhất: có",
            "the anchor day is day 1: yes",
        ),
        (WEEKENDS, "chỉ trừ thứ Bảy, Chủ nhật", "weekends only"),
    ],
)
def test_choices_in_words(chosen: object, vi: str, en: str) -> None:
    """Readers are told a choice in their language, where it has words; numbers in their order."""
    assert (choice_in_words(chosen, "vi"), choice_in_words(chosen, "en")) == (vi, en)


def test_duties_stand_beside_the_rules() -> None:
    """Each duty with what it cites and its days; a book without any has no such part."""
    book: Rulebook[Any] = Rulebook("clock", Level.CENTRE, title=Text("a", "a"), version="1")

    @book.duty(cites=CITED, title=Text("Hạn", "Limit"), subject="x")
    def falls_due(outlook: Any) -> Any:
        """Nothing."""
        return ()

    shelf = Shelf([book])
    text = plain_text(rules_lines(shelf, (), None, "vi", shelf.duties()), 200)
    assert text == (
        "Mọi quy tắc (0)\n\nThời hạn (1)\n  clock/falls_due Hạn\n"
        "      căn cứ: 01-QĐ/TEST (01/01/2019), điều 1; hiệu lực: 01/01/2019 – …\n"
    )
    assert "Duties" not in plain_text(rules_lines(ENGINE.shelf, (), None, "en"))
    (duty,) = json.loads(rules_json(shelf, (), None, shelf.duties()))["duties"]
    assert (duty["id"], duty["subject"]) == ("clock/falls_due", "x")
    assert (duty["since"], duty["until"]) == ("2019-01-01", None)
    assert duty["citations"][0]["article"] == "điều 1"


def test_a_drawing() -> None:
    """Every stage, every drawn edge, the begin and the ends, in words of the language asked for."""
    procedure = personnel_track.personnel_track
    drawn = mermaid(procedure).splitlines()
    assert drawn[:4] == ["---", "title: personnel_track", "---", "stateDiagram-v2"]
    assert '    state "bước 1 – ban thường vụ lần 1" as STEP1_STANDING_REVIEW' in drawn
    assert "    [*] --> NOT_STARTED" in drawn
    assert "    NOT_STARTED --> STEP1_STANDING_REVIEW: T1 Mở vòng giới thiệu nhân sự" in drawn
    assert "    STEP2_KEY_CADRE_BALLOT --> STEP2_KEY_CADRE_BALLOT: T12 Làm lại bước" in drawn
    assert drawn[-2:] == ["    CLOSED --> [*]", "    ABORTED --> [*]"]
    edges = sum(len(step.sources) for step in procedure.steps)
    assert len([row for row in drawn if " --> " in row]) == edges + 3
    assert "T1 Open the track" in mermaid(procedure, "en")


def test_tones() -> None:
    """What is printed in colours on a terminal is told by tones, the grade first of all."""
    tones = [line.tone for line in review_lines(review(made(recorded()), ENGINE))]
    assert tones[:4] == [Tone.TITLE, Tone.QUIET, Tone.PLAIN, Tone.GOOD]
    assert tones[6:] == [Tone.GOOD] * 14
