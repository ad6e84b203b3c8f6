"""The reports on the dossiers of the documentation: one answer in text and JSON, in plain words."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from congress_flow import Engine, Lang, load
from congress_flow.dossier import Names, Review, read, review, whatif
from congress_flow.reports import (
    plain_text,
    review_json,
    review_lines,
    whatif_json,
    whatif_lines,
)

EXAMPLES: Final = Path(__file__).parents[2] / "docs" / "examples"
NAMES: Final = ("thai-binh-2020", "so-mau-2020", "phuong-mau-2025")
WIDE: Final = 100_000
# What programs call things: two words with a line between them, or a name in capitals.
OF_PROGRAMS: Final = re.compile(
    r"\b[a-z]+_[a-z_]+\b|\b[A-Z]+_[A-Z_]+\b|\bTrue\b|\bFalse\b|\bNone\b"
)


@cache
def reviewed(name: str, as_of: date | None = None) -> Review:
    """Return a review of one example."""
    loaded = load()
    return review(read(EXAMPLES / f"{name}.toml", loaded.procedures), Engine(loaded.shelf), as_of)


def _day(on: str, lang: Lang) -> str:
    return on if lang == "en" else "/".join(reversed(on.split("-")))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("as_of", [None, date(2020, 3, 10), date(2025, 4, 20)])
def test_text_and_json_tell_the_same(name: str, as_of: date | None, lang: Lang) -> None:
    """Every finding, gate and citation of the JSON stands in the text, and as many of them."""
    found = reviewed(name, as_of)
    text = plain_text(review_lines(found, lang), WIDE)
    value: Any = json.loads(review_json(found))
    for finding in value["findings"]:
        assert f"– {finding['text'][lang]}" in text
        assert f"[{finding['rule']}]" in text
        assert finding["title"][lang] in text
        assert finding.get("explained", "") in text
        assert all(each["article"] in text for each in finding["citations"])
        if "path" in finding:
            assert f"{_day(finding['on'], lang)} [{finding['path']}]: " in text
    for gate in value["gates"]:
        assert gate["title"][lang] in text
    told = [line for line in text.splitlines() if line.startswith("     – ")]
    assert len(told) == len(value["findings"])
    assert found.readiness.term.within(lang).upper() in text


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_text_and_json_of_a_question_tell_the_same(lang: Lang) -> None:
    """Both sides of every difference stand in the text."""
    found = whatif(EXAMPLES / "so-mau-2020.toml", load(), facts=["r2.agree.khanh=22"])
    text = plain_text(whatif_lines(found, lang), WIDE)
    value: Any = json.loads(whatif_json(found))
    sides = [each[side] for each in value["findings"] for side in ("before", "after") if each[side]]
    assert len(sides) > 20
    for finding in sides:
        assert finding["text"][lang] in text
        assert f"[{finding['rule']}]" in text


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_a_program_is_told_to_a_reader(name: str) -> None:
    """What was found, and what was in order, is said in words, in either language."""
    found = reviewed(name)
    names = Names.of(found.dossier)
    answers = [
        *(each.finding.answer for each in found.remarks),
        *(demand for each in found.history.judged for _, demand in each.verdict.kept),
    ]
    assert len(answers) > 40
    for answer in answers:
        text = names.text(answer)
        assert not OF_PROGRAMS.search(text.vi), text.vi
        assert not OF_PROGRAMS.search(text.en), text.en


def test_a_person_is_called_by_name() -> None:
    """No id of a person who has a name is left in the words, as far as figures name persons."""
    found = reviewed("so-mau-2020")
    people = {each.id: each.name for each in found.dossier.tables.persons}
    names = Names.of(found.dossier)
    about = [
        (demand.about, names.text(demand).vi)
        for each in found.history.judged
        for _, demand in each.verdict.kept
        if demand.about in people
    ]
    assert len(about) > 200
    for person, text in about:
        assert text.startswith(f"{people[person]}: ")
