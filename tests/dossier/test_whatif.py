"""What if: one thing otherwise, and only what differs, with both figures."""

from __future__ import annotations

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from congress_flow import (
    Answer,
    Breach,
    Case,
    Caution,
    InForce,
    Level,
    Loaded,
    Rulebook,
    Shelf,
    Text,
    at_most,
)
from congress_flow.dossier import DifferenceKind, GateOutcome, WhatIf, whatif
from congress_flow.dossier._values import as_toml
from congress_flow.errors import BadInput
from congress_flow.procedures import preparation as p
from congress_flow.procedures.box import PROCEDURES
from congress_flow.procedures.preparation import Readiness
from tests.dossier.law import CITED, small_book
from tests.dossier.made import Raw, attested, bare, recorded, written

DAY, LATER = date(2020, 5, 28), date(2020, 7, 1)
WORDS = Text("chữ", "words")


def local(name: str, tightens: tuple[str, ...] = ("small",)) -> Rulebook[None]:
    """Return a book that asks of a readiness: few cells, no more members than cells, a term."""
    book: Rulebook[None] = Rulebook(
        name,
        Level.PROVINCE,
        InForce(date(2019, 1, 1)),
        title=Text("Tỉnh", "Province"),
        version="1",
        tightens=tightens,
    )

    @book.rule(p.declare_ready, cites=CITED, title=Text("Ít chi bộ", "Few cells"))
    def few(case: Case[p.Preparation], act: p.DeclareReady) -> Answer:
        """At most one cell, and at most ten members."""
        return (
            at_most(case.subject.cells, 1, about="chi-bo", what=Text("chi bộ", "cells")),
            at_most(case.subject.members, 10, about="dang-vien", what=Text("đảng viên", "members")),
        )

    @book.rule(p.declare_ready, cites=CITED, title=Text("Nhiệm kỳ", "Term"))
    def term(case: Case[p.Preparation], act: p.DeclareReady) -> Answer:
        """A remark on each word of two letters, about what its first letter names."""
        things = [word for word in case.subject.term.split() if len(word) == 2]
        return tuple(Caution(Text(each, each), {"about": each[0], "all": each}) for each in things)

    return book


def loaded(*books: Rulebook[Any], optional: tuple[Rulebook[Any], ...] = (), **more: Any) -> Loaded:
    return Loaded(
        procedures=PROCEDURES,
        shelf=Shelf(books),
        calendars=(),
        reports=(),
        optional=optional,
        **more,
    )


PLAIN = loaded(small_book(), optional=(local("tinh"),))


def asked(raw: Raw, law: Loaded = PLAIN, **changes: Any) -> WhatIf:
    return whatif(written(raw), law, **changes)


def found(result: WhatIf) -> list[tuple[str, str]]:
    """Return kind and rule of what differs."""
    return [
        (each.kind.value, (each.after or each.before).finding.rule)  # type: ignore[union-attr]
        for each in result.differences
    ]


def told(raised: pytest.ExceptionInfo[BadInput]) -> list[tuple[str, str]]:
    return [(problem.path, problem.text.en) for problem in raised.value.problems]


def test_nothing_changed_is_no_question() -> None:
    """Without a change there is nothing to compare; a day alone to judge on is none."""
    with pytest.raises(BadInput) as raised:
        asked(recorded())
    assert told(raised) == [("", "nothing is changed")]
    with pytest.raises(BadInput):
        asked(recorded(), on=LATER)


def test_only_what_differs_is_shown() -> None:
    """One gate broken: the grade, that gate and its finding, and nothing of the other thirteen."""
    result = asked(recorded(), facts=['congress.term="breach G3"'])
    assert (result.before.readiness, result.after.readiness) == (
        Readiness.READY,
        Readiness.NOT_READY,
    )
    (gate,) = result.gates
    assert gate.before is not None
    assert gate.after is not None
    assert (gate.id, gate.before.outcome, gate.after.outcome) == (
        "G3",
        GateOutcome.PASSED,
        GateOutcome.FAILED,
    )
    assert found(result) == [("appeared", "small/gate_g3")]
    assert not result.same
    assert repr(result) == "WhatIf('mau', READY → NOT_READY, 1 differences)"
    (fact,) = result.facts
    assert (fact.path, fact.before, fact.after) == (
        "congress.term",
        '"2020-2025"',
        '"breach G3"',
    )


def test_the_other_way_round_it_is_gone() -> None:
    """What a change heals is gone from the findings."""
    raw = recorded(congress={"planned_opening": DAY, "term": "breach G3"})
    result = asked(raw, facts=['congress.term="2020-2025"'])
    assert found(result) == [("gone", "small/gate_g3")]
    assert [each.kind for each in result.differences] == [DifferenceKind.GONE]


def test_a_change_that_changes_nothing() -> None:
    """The same findings on either side, in any order, are no difference."""
    result = asked(attested(), facts=['organisation.name="Đảng bộ khác"'])
    assert result.same
    assert not result.differences
    other_day = asked(attested(), as_of=LATER)
    assert other_day.same
    assert (other_day.before.as_of, other_day.after.as_of) == (DAY, LATER)


def test_both_figures_of_what_changed() -> None:
    """A demand that stays unmet stands with the figure before and the figure after."""
    law = loaded(small_book(), local("tinh"))
    raw = recorded(organisation={**bare()["organisation"], "members": 12})
    result = asked(raw, law, facts=["organisation.cells=5"])
    (change,) = result.differences
    assert change.before is not None
    assert change.after is not None
    assert change.kind is DifferenceKind.CHANGED
    assert (change.before.finding.figures["value"], change.after.finding.figures["value"]) == (2, 5)


def test_findings_of_one_rule_are_told_apart() -> None:
    """Each is held against the one about the same thing; what is left alone stands for the rest."""
    law = loaded(small_book(), local("tinh"))

    def differing(before: str, after: str) -> list[tuple[str | None, str | None]]:
        raw = recorded(congress={"planned_opening": DAY, "term": before})
        result = asked(raw, law, facts=[f'congress.term="{after}"'])
        return [
            (
                None if each.before is None else each.before.finding.text.en,
                None if each.after is None else each.after.finding.text.en,
            )
            for each in result.differences
        ]

    assert differing("a1 b1", "b1 a1") == []
    assert differing("a1 b1", "b2 a1") == [("b1", "b2")]
    assert differing("a1 b1", "a2 b2") == [("a1", "a2"), ("b1", "b2")]
    assert differing("a1", "c1") == [("a1", "c1")]
    assert differing("a1 b1", "c1") == [(None, "c1"), ("a1", None), ("b1", None)]
    assert differing("a1 a2", "a3") == [("a1", "a3"), ("a2", None)]


def test_events_that_move_to_another_day() -> None:
    """A refusal on another day is the same refusal, changed: it stands with both days."""
    act = {"case": "preparation", "does": "arrange", "on": date(2020, 3, 2)}
    raw = recorded(act=[act, {**act, "on": date(2020, 3, 9)}])
    result = asked(raw, facts=["act[1].on=2020-03-04"])
    (change,) = result.differences
    assert change.before is not None
    assert change.after is not None
    assert (change.before.on, change.after.on) == (date(2020, 3, 2), date(2020, 3, 4))


def test_without_a_book() -> None:
    """Its rules are silent, those of books that tighten it too; a step nobody guards is refused."""
    law = loaded(small_book(), local("tinh"), local("huyen", ("tinh",)))
    raw = recorded()
    raw["dossier"]["books"] = ["small", "tinh"]
    result = asked(raw, law, without=["tinh", "tinh"])
    assert result.without == ("tinh", "huyen")
    assert result.after.readiness is Readiness.READY
    assert {each.kind for each in result.differences} == {DifferenceKind.GONE}
    alone = asked(raw, law, without=["small"])
    assert alone.without == ("small", "tinh", "huyen")
    assert alone.after.readiness is Readiness.NOT_READY
    assert len(alone.gates) == 14
    assert "engine/unguarded" in [rule for _, rule in found(alone)]


def test_with_an_optional_book() -> None:
    """A book that stands ready is put on the shelf; more books never allow more."""
    result = asked(recorded(), added=["tinh"])
    assert (result.added, result.after.readiness) == (("tinh",), Readiness.NOT_READY)
    assert [book.id for book in result.before.engine.shelf.books] == ["small"]
    assert [book.id for book in result.after.engine.shelf.books] == ["small", "tinh"]
    assert set(found(result)) == {("appeared", "tinh/few")}


def test_gates_that_only_one_side_has() -> None:
    """A book may ask a gate of its own: it is there, or not there at all."""
    own: Rulebook[None] = Rulebook(
        "own", Level.PROVINCE, title=WORDS, version="1", tightens=("small",)
    )

    @own.rule(p.declare_ready, cites=CITED, title=Text("Riêng", "Own"), subject="G15")
    def gate(case: Case[p.Preparation], act: p.DeclareReady) -> Answer:
        """Never passed."""
        return Breach(WORDS)

    (there,) = asked(recorded(), loaded(small_book(), optional=(own,)), added=["own"]).gates
    assert (there.id, there.title.en, there.before) == ("G15", "Own", None)
    (gone,) = asked(recorded(), loaded(small_book(), own), without=["own"]).gates
    assert (gone.id, gone.title.en, gone.after) == ("G15", "Own", None)


def test_books_that_are_not_there() -> None:
    """Each is told, with what there is and what may be meant."""
    with pytest.raises(BadInput) as raised:
        asked(recorded(), without=["smal", "x"], added=["small", "tinhh"])
    assert told(raised) == [
        ("smal", "there is no such rulebook; there are: small; did you mean “small”?"),
        ("x", "there is no such rulebook; there are: small"),
        ("small", "this rulebook is in use already"),
        ("tinhh", "there is no such rulebook; there are: tinh; did you mean “tinh”?"),
    ]
    with pytest.raises(BadInput) as raised:
        asked(recorded(), loaded(small_book()), added=["tinh"])
    assert told(raised) == [("tinh", "there is no such rulebook; there are: none")]


def test_books_that_cannot_stand_together() -> None:
    """To add what tightens a book and leave that book out is no shelf."""
    with pytest.raises(BadInput) as raised:
        asked(recorded(), without=["small"], added=["tinh"])
    assert told(raised) == [("tinh", "tinh tightens small, which is absent")]


def test_several_changes_at_once() -> None:
    """A day, a book and facts together; the day judged before is told apart."""
    result = asked(
        recorded(),
        on=date(2020, 4, 1),
        as_of=LATER,
        added=["tinh"],
        facts=["organisation.cells = 1", "organisation.members = 3"],
    )
    assert result.same
    assert (result.before.as_of, result.after.as_of) == (date(2020, 4, 1), LATER)
    assert [fact.before for fact in result.facts] == ["2", None]


def test_a_file_and_its_content(tmp_path: Path) -> None:
    """A dossier may be given as a file; what is none is told as the reader does."""
    path = tmp_path / "ho-so.toml"
    path.write_bytes(written(recorded()))
    assert whatif(path, PLAIN, as_of=LATER).same
    with pytest.raises(BadInput):
        whatif(tmp_path / "none.toml", PLAIN, as_of=LATER)
    with pytest.raises(BadInput, match="zzz"):
        asked(recorded(zzz={}), as_of=LATER)


RICH = bare(
    person=[{"id": "an", "name": "An"}],
    contest=[{"id": "bau", "post": "committee", "round": [{"kind": "main", "votes": {"an": 3}}]}],
    document=[{"id": "bc", "type": "political report"}, {"id": "a.b", "number": "1"}],
    case=[
        {"id": "bc", "title": "Báo cáo"},
        {"id": "rieng", "procedure": "suspension", "unit": "x"},
    ],
    act=[
        {"case": "preparation", "does": "inspect", "on": DAY, "by": "standing_committee"},
        {"case": "bc", "does": "plan", "on": DAY, "by": "standing_committee"},
    ],
)


@pytest.mark.parametrize(
    ("setting", "path", "before"),
    [
        ('an.name="Bình"', "person[0].name", '"An"'),
        ('person[0].name="Bình"', "person[0].name", '"An"'),
        ("congress.planned_days = 2", "congress.planned_days", None),
        ("dang-bo.cells=3", "organisation.cells", "2"),
        ("organisation.cells=3", "organisation.cells", "2"),
        ("bau.round[0].votes.an=4", "contest[0].round[0].votes.an", "3"),
        ('bau.round[0].votes."an"=4', "contest[0].round[0].votes.an", "3"),
        ('bau.round[0]={kind="main"}', "contest[0].round[0]", '{kind = "main", votes = {an = 3}}'),
        ('bau.list=["an"]', "contest[0].list", None),
        ("bau.roll.official=4", "contest[0].roll.official", None),
        ('bc.type="resolution"', "document[0].type", '"political report"'),
        ('bc.subject="x"', "document[0].subject", None),
        ('bc.title="x"', "case[0].title", '"Báo cáo"'),
        ('bc.congress="x"', "case[0].congress", None),
        ('a.b.number="2"', "document[1].number", '"1"'),
        ("act[0].on=2020-05-01", "act[0].on", "2020-05-28"),
        ('act[0].matter="a=b"', "act[0].matter", None),
        ('rieng.unit="y"', "case[1].unit", '"x"'),
    ],
)
def test_where_a_fact_is_set(setting: str, path: str, before: str | None) -> None:
    """By the id of a row, a row's number or a table's name, however deep; the old value is told."""
    (fact,) = asked(RICH, facts=[setting]).facts
    assert (fact.path, fact.before) == (path, before)


@pytest.mark.parametrize(
    ("setting", "path", "words"),
    [
        ("an.name", "an.name", "must be written id.field=value"),
        ("=3", "=3", "must be written id.field=value"),
        (
            "an.name=Bình",
            "an.name",
            "“Bình” is no value of TOML: words stand in quotes, a day is 20",
        ),
        ('an.name="a"\nb=3', "an.name", '“"a"\nb=3” is no value of TOML'),
        ("an.name=1e5", "an.name", "“1e5” is no value of TOML"),
        ('ann.name="x"', "ann.name", "there is no id “ann”; did you mean “an”?"),
        ('congres.term="x"', "congres.term", "there is no id “congres”; did you mean “congress”?"),
        ("xyz=3", "xyz", "there is no id “xyz”"),
        ("an=3", "an", "there is no id “an”"),
        ("act[9].on=2020-05-01", "act[9]", "there is no such row: [[act]] has 2, numbered from 0"),
        ("zzz[0].on=3", "zzz[0]", "there is no such row: [[zzz]] has 0, numbered from 0"),
        ("act[0]=3", "act[0]", "names no field, such as act[17].on"),
        ("act[0][1].on=3", "act[0][1].on", "names no field, such as act[17].on"),
        ("an.name.]=3", "an.name.]", "names no field, such as act[17].on"),
        ("bau.round[4].votes.an=4", "bau.round[4].votes.an", "there is no element [4]"),
        ("bau.post[0]=4", "bau.post[0]", "there is no element [0]"),
        ('an.name.first="x"', "an.name.first", "no table here, so no “first”"),
        ('an.nam="x"', "person[0].nam", "there is no such key; did you mean “name”? (line"),
        ("an.name=3", "person[0].name", "must be words in quotes, not 3 (line"),
        ('act[0].mater="x"', "act[0].mater", "there is no such key; did you mean “matter”? (line"),
        ('act[0].case="x"', "act[0].case", "there is no case “x” (line"),
    ],
)
def test_facts_that_cannot_be_set(setting: str, path: str, words: str) -> None:
    """What cannot be read, or leads nowhere, or does not fit, is told with a suggestion."""
    with pytest.raises(BadInput) as raised:
        asked(RICH, facts=[setting])
    (problem,) = told(raised)
    assert problem[0] == path
    assert problem[1].startswith(words)


def test_a_fact_is_set_but_once() -> None:
    """What is set twice, under whatever name, is a slip: no figure of the file would be shown."""
    with pytest.raises(BadInput) as raised:
        asked(RICH, facts=['an.name="Bình"', 'person[0].name="Cúc"'])
    assert told(raised) == [("person[0].name", "is set twice: it can be but one")]


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Several settings, several problems."""
    with pytest.raises(BadInput) as raised:
        asked(RICH, facts=["x.y=1", "an.name=y", "act[0].on=2020-05-01"])
    assert [path for path, _ in told(raised)] == ["x.y", "an.name"]


def test_the_dossier_itself_is_not_touched() -> None:
    """The same question twice gives the same answer: nothing of the first is left behind."""
    content = written(RICH)
    first = whatif(content, PLAIN, facts=["bau.round[0].votes.an=4"])
    second = whatif(content, PLAIN, facts=["bau.round[0].votes.an=4"])
    assert first.facts == second.facts
    assert first.before.dossier.tables == second.before.dossier.tables


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (3, "3"),
        ('a "b" \\', '"a \\"b\\" \\\\"'),
        ("a\nb", '"a\\nb"'),
        (DAY, "2020-05-28"),
        ([1, {"a": False}], "[1, {a = false}]"),
    ],
)
def test_values_are_written_as_toml_writes_them(value: object, words: str) -> None:
    """What is printed can be put into a file again."""
    assert as_toml(value) == words
    assert tomllib.loads(f"value = {words}")["value"] == value


@pytest.mark.parametrize("words", ["1.5", "-0.25", "10.0", "0.05"])
def test_decimals_stay_exact(words: str) -> None:
    """A number with decimals was read exactly and is written so."""
    assert Fraction(as_toml(Fraction(words))) == Fraction(words)
    assert "." in as_toml(Fraction(words))


def test_every_word_is_there() -> None:
    """The kinds of difference have words of their own."""
    assert len({each.term.vi for each in DifferenceKind}) == len(DifferenceKind)
