"""Plugins are loaded one by one: each used, refused with its reason, or not chosen."""

from __future__ import annotations

import importlib.metadata
from collections import Counter
from collections.abc import Callable, Iterable
from importlib.metadata import EntryPoint
from types import SimpleNamespace
from typing import Any

import pluggy
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from congress_flow import (
    Case,
    Engine,
    Fault,
    Level,
    Loaded,
    Outcome,
    PluginReport,
    PluginState,
    Rulebook,
    hookimpl,
    load,
)
from congress_flow._plugins._loading import Found
from congress_flow.errors import UsageError
from congress_flow.procedures.box import PROCEDURES
from tests.effort import examples
from tests.ledger import small
from tests.ledger.small import CITED, FIRST, SUBJECT, TITLE, met, slate
from tests.plugins.made import GIVES_ITS_BOOK, Dist, Plugins, Point

BOX = {procedure.id for procedure in PROCEDURES}


def _states(loaded: Loaded) -> dict[str, str]:
    return {report.name: report.state.value for report in loaded.reports}


def _reasons(loaded: Loaded, name: str) -> str:
    (report,) = (report for report in loaded.reports if report.name == name)
    assert all(problem.path == name for problem in report.problems)
    assert all(problem.text.vi != problem.text.en for problem in report.problems)
    return "; ".join(problem.text.en for problem in report.problems)


def _judged(loaded: Loaded) -> Outcome:
    case = Case(procedure=slate, id="a", subject=SUBJECT, opened_on=FIRST)
    return Engine(loaded.shelf).judge(case, met(FIRST)).outcome


def test_a_good_plugin_is_used(plugins: Plugins) -> None:
    """What a plugin gives is there, beside what is in the box, and its rules judge."""
    point = plugins(
        "good",
        GIVES_ITS_BOOK
        + """
@hookimpl
def congress_flow_procedures():
    yield slate
@hookimpl
def congress_flow_calendars():
    return (Calendar(id="sundays", title=TITLE),)
""",
    )
    loaded = load(found=[point])
    assert _states(loaded) == {"good": "used"}
    assert [book.id for book in loaded.shelf.books] == ["good"]
    assert {each.id for each in loaded.procedures} == BOX | {"slate"}
    assert [each.id for each in loaded.procedures] == sorted(BOX | {"slate"})
    assert [each.id for each in loaded.calendars] == ["sundays"]
    assert loaded.shelf.withheld == ()
    assert _judged(loaded) is Outcome.ALLOWED


def test_nothing_installed() -> None:
    """Without plugins the procedures in the box are there, and no rule, so that all is refused."""
    loaded = load(found=[])
    assert {each.id for each in loaded.procedures} == BOX
    assert (loaded.reports, loaded.shelf.books, loaded.shelf.withheld) == ((), (), ())
    assert _judged(loaded) is Outcome.REFUSED


READINGS = """
@attrs.frozen(kw_only=True)
class Open:
    because: dict
    strict: bool = reading("x.strict", TITLE)
needing = Rulebook("needing", Level.CENTRE, title=TITLE, version="1", readings=Open)
@hookimpl
def congress_flow_rulebooks():
    return [book, needing]
"""
ONE_READING = """
@hookimpl
def congress_flow_readings():
    return [Open(because={}, strict=True)]
"""
TIGHTENING = """
tight = Rulebook("tight", Level.PROVINCE, title=TITLE, version="1", tightens=["national"])
@hookimpl
def congress_flow_rulebooks():
    return [tight]
"""
FAULTY: dict[str, tuple[str, str]] = {
    "crash at import": ("raise RuntimeError('boom')", "crashed, import: RuntimeError: boom"),
    "exit at import": ("raise SystemExit(3)", "crashed, import: SystemExit: 3"),
    "wrong syntax": ("def", "crashed, import: SyntaxError"),
    "missing library": ("import nothing_of_this_name", "crashed, import: ModuleNotFoundError"),
    "no hook": ("pass", "gives nothing"),
    "not marked": (
        "def congress_flow_rulebooks(): return [book]",
        "congress_flow_rulebooks: is not marked with @hookimpl; gives nothing",
    ),
    "one of two not marked": (
        GIVES_ITS_BOOK + "def congress_flow_readings(): return []",
        "congress_flow_readings: is not marked with @hookimpl",
    ),
    "crash in hook": (
        "@hookimpl\ndef congress_flow_rulebooks(): raise KeyError('boom')",
        "crashed, congress_flow_rulebooks: KeyError: 'boom'",
    ),
    "crash in a generator": (
        "@hookimpl\ndef congress_flow_rulebooks():\n    yield book\n    1 / 0",
        "crashed, congress_flow_rulebooks: ZeroDivisionError",
    ),
    "exit in hook": (
        "@hookimpl\ndef congress_flow_rulebooks(): raise SystemExit",
        "crashed, congress_flow_rulebooks: SystemExit",
    ),
    "returns None": (
        "@hookimpl\ndef congress_flow_rulebooks(): pass",
        "congress_flow_rulebooks: returned None",
    ),
    "returns no iterable": (
        "@hookimpl\ndef congress_flow_rulebooks(): return 3",
        "crashed, congress_flow_rulebooks: TypeError",
    ),
    "returns text": (
        "@hookimpl\ndef congress_flow_rulebooks(): return 'book'",
        "congress_flow_rulebooks: returned str, which is no Rulebook",
    ),
    "returns the wrong things": (
        "@hookimpl\ndef congress_flow_rulebooks(): return [book, 1, None, slate]",
        "congress_flow_rulebooks: returned NoneType, Procedure, int, which is no Rulebook",
    ),
    "gives no procedure": (
        "@hookimpl\ndef congress_flow_procedures(): return [book]",
        "congress_flow_procedures: returned Rulebook, which is no Procedure",
    ),
    "gives no calendar": (
        "@hookimpl\ndef congress_flow_calendars(): return {'sundays': 1}",
        "congress_flow_calendars: returned str, which is no Calendar",
    ),
    "gives no readings": (
        "@hookimpl\ndef congress_flow_readings(): return [{}, slate]",
        "congress_flow_readings: returned Procedure, dict, which is no attrs",
    ),
    "wraps the hook": (
        "@raw(wrapper=True)\ndef congress_flow_rulebooks():\n    yield\n    return []",
        "congress_flow_rulebooks: wrappers are not taken",
    ),
    "wraps the hook in the old way": (
        "@raw(hookwrapper=True)\ndef congress_flow_rulebooks():\n    yield",
        "congress_flow_rulebooks: wrappers are not taken",
    ),
    "misspelt hook": (
        "@hookimpl\ndef congress_flow_rulebook(): return [book]",
        "there is no hook congress_flow_rulebook; there are: congress_flow_calendars",
    ),
    "unknown hook that need not be": (
        GIVES_ITS_BOOK + "@raw(optionalhook=True)\ndef congress_flow_forms(): return []",
        "there is no hook congress_flow_forms",
    ),
    "wrong signature": (
        "@hookimpl\ndef congress_flow_rulebooks(day): return [book]",
        "a hook is not as specified",
    ),
    "needs readings": (READINGS, "needing needs one Open (the readings of its open points), got 0"),
    "too many readings": (
        READINGS + ONE_READING.replace("[", "2 * ["),
        "needing needs one Open (the readings of its open points), got 2",
    ),
    "stray readings": (
        ONE_READING.replace("Open(", "attrs.make_class('Open', ['because', 'strict'])("),
        "Open: readings of no book here",
    ),
    "tightens what is absent": (TIGHTENING, "tight tightens national, which is absent"),
    "a book of a class of its own": (
        """
class Mine(Rulebook):
    @property
    def rules(self):
        raise ValueError("boom")
""",
        "crashed, import: DefinitionError: a rulebook is an instance of Rulebook",
    ),
    "a calendar that answers for itself": (
        """
class Mine(Calendar):
    id = property(lambda self: 1 / 0)
@hookimpl
def congress_flow_calendars(): return [Mine.__new__(Mine)]
""",
        "congress_flow_calendars: returned Mine, which is no Calendar",
    ),
    "a crash without words": (
        """
class Mute(Exception):
    def __str__(self):
        raise ValueError
raise Mute
""",
        "crashed, import: Mute: ? (ValueError)",
    ),
    "an ill-formed rule": (
        """
@book.rule(meet, cites=CITED, title=None, severity="warns")
async def later(case):
    return ()
""",
        "severity must be a Severity, not 'warns'; it needs a title in both languages",
    ),
    "a misspelt repeal": (
        """
new = Rulebook("new", Level.CENTRE, title=TITLE, version="1")
new.repeal("good/rule_of_god", since=date(2022, 1, 1), cites=CITED)
@hookimpl
def congress_flow_rulebooks():
    return [new]
""",
        "new repeals good/rule_of_god, which good does not have",
    ),
    "lists a higher text from below": (
        """
high = Instrument(id="H", type="directive", number="99-CT/TW", issued="2021-01-01", issuer="BCT",
                  level=Level.CENTRE, confidence=Confidence.VERIFIED, replaces=(CITED.instrument,))
low = Rulebook("low", Level.CELL, title=TITLE, version="1", instruments=[high])
@hookimpl
def congress_flow_rulebooks():
    return [low]
""",
        "low cannot end D35-2019 of a higher issuer",
    ),
    "two books of one id": (
        "@hookimpl\ndef congress_flow_rulebooks(): return [book, book]",
        "Rulebook faulty is given more than once",
    ),
    "a procedure of the box": (
        """
from congress_flow.procedures.box import PROCEDURES
@hookimpl
def congress_flow_procedures():
    return PROCEDURES[:1]
""",
        "Procedure announcement is given more than once",
    ),
    "repeals from below": (
        """
low = Rulebook("low", Level.CELL, title=TITLE, version="1")
low.repeal("good/rule_of_good", since=date(2022, 1, 1), cites=CITED)
@hookimpl
def congress_flow_rulebooks():
    return [low]
""",
        "low cannot repeal good/rule_of_good of a higher issuer",
    ),
    "replaces from below": (
        """
here = Instrument(id="H", type="plan", number="1-KH/CB", issued="2021-01-01", issuer="CB",
                  level=Level.CELL, confidence=Confidence.VERIFIED, replaces=(CITED.instrument,))
low = Rulebook("low", Level.CELL, title=TITLE, version="1", instruments=[here])
@hookimpl
def congress_flow_rulebooks():
    return [low]
""",
        "H cannot replace D35-2019 of a higher issuer",
    ),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_plugin_at_fault_is_refused(plugins: Plugins, fault: str) -> None:
    """It is refused with its reason; the others are used; but every step is withheld."""
    source, said = FAULTY[fault]
    loaded = load(found=[plugins("faulty", source), plugins("good")])
    assert _states(loaded) == {"faulty": "refused", "good": "used"}
    assert said in _reasons(loaded, "faulty")
    assert [book.id for book in loaded.shelf.books] == ["good"]
    assert {each.id for each in loaded.procedures} == BOX
    assert {problem.path for problem in loaded.shelf.withheld} == {"faulty"}
    case = Case(procedure=slate, id="a", subject=SUBJECT, opened_on=FIRST)
    verdict = Engine(loaded.shelf).judge(case, met(FIRST))
    assert verdict.outcome is Outcome.REFUSED
    assert {finding.fault for finding in verdict.objections} == {Fault.WITHHELD}


@pytest.mark.parametrize("fault", FAULTY)
def test_a_plugin_left_out_on_purpose_is_absent(plugins: Plugins, fault: str) -> None:
    """A plugin that was not chosen is not even imported: whatever is wrong with it is nothing."""
    loaded = load(["good"], found=[plugins("faulty", FAULTY[fault][0]), plugins("good")])
    assert _states(loaded) == {"faulty": "not_chosen", "good": "used"}
    assert loaded.shelf.withheld == ()
    assert _judged(loaded) is Outcome.ALLOWED


def test_all_faults_are_told_at_once(plugins: Plugins) -> None:
    """A plugin with several independent faults has them all in its report."""
    point = plugins(
        "faulty",
        """
@hookimpl
def congress_flow_rulebooks(): return [1]
@hookimpl
def congress_flow_readings(): raise ValueError("boom")
@hookimpl
def congress_flow_forms(): return []
""",
    )
    (report,) = load(found=[point]).reports
    assert len(report.problems) == 3


def test_twins_are_both_refused(plugins: Plugins) -> None:
    """Of two plugins of one name neither is used, whichever comes first."""
    points = [plugins("twin"), plugins("twin", "raise RuntimeError"), plugins("good")]
    for found in (points, points[::-1]):
        loaded = load(found=found)
        assert _states(loaded) == {"good": "used", "twin": "refused"}
        assert "2 plugins have this name" in _reasons(loaded, "twin")


DEFINED_OTHERWISE = """
fake = attrs.evolve(CITED.instrument, level=Level.CELL)
here = Instrument(id="H", type="plan", number="1-KH/TU", issued="2021-01-01", issuer="TU",
                  level=Level.PROVINCE, confidence=Confidence.VERIFIED, replaces=(fake,))
low = Rulebook("low", Level.PROVINCE, title=TITLE, version="1", instruments=[here])
@hookimpl
def congress_flow_rulebooks():
    return [low]
"""


def test_two_plugins_that_define_an_instrument_otherwise(plugins: Plugins) -> None:
    """Nobody can say which is right, whoever comes first: both are refused, a third is used."""
    third = GIVES_ITS_BOOK + "book.repeal('x/y', since=date(2022, 1, 1), cites=CITED)"
    found = [plugins("good"), plugins("faulty", DEFINED_OTHERWISE)]
    for points in (found, found[::-1]):
        loaded = load(found=points)
        assert _states(loaded) == {"faulty": "refused", "good": "refused"}
        for name in ("faulty", "good"):
            assert "is defined in several ways" in _reasons(loaded, name)
        assert _judged(loaded) is Outcome.REFUSED
    assert _states(load(found=[plugins("good"), plugins("third", third)]))["third"] == "used"


def test_names_are_not_characters() -> None:
    """One name alone is refused: it would be read as the names of its letters."""
    with pytest.raises(UsageError, match=r"several names, not one text: \['vn-2020'\]"):
        load("vn-2020", found=[])


GIVES_THEIRS = """
@hookimpl
def congress_flow_rulebooks():
    return [theirs]
"""


def test_two_plugins_with_one_book(plugins: Plugins) -> None:
    """Of two plugins that give a book of one id neither is used."""
    other = plugins("one").value
    source = f"from {other} import book as theirs\n" + GIVES_THEIRS
    loaded = load(found=[EntryPoint("one", other, "congress_flow"), plugins("other", source)])
    assert _states(loaded) == {"one": "refused", "other": "refused"}
    assert "Rulebook one is given more than once" in _reasons(loaded, "other")


def test_two_plugins_with_readings_for_one_book(plugins: Plugins) -> None:
    """Two choices for one book: nobody can say which holds, so that none does."""
    national = plugins("national", READINGS)
    source = f"from {national.value} import Open\n" + ONE_READING
    loaded = load(found=[national, plugins("here", source), plugins("there", source)])
    assert set(_states(loaded).values()) == {"refused"}
    assert "got 2" in _reasons(loaded, "national")
    assert "Open: readings of no book here" in _reasons(loaded, "there")
    (used, *_) = load(found=[national, plugins("here", source)]).reports
    assert used.state is PluginState.USED


def test_a_refusal_drags_down_what_stands_on_it(plugins: Plugins) -> None:
    """A book that tightens one of a refused plugin is refused too, and so on up."""
    tight = TIGHTENING.replace("national", "needing")
    tighter = TIGHTENING.replace("national", "tight").replace('"tight"', '"tighter"', 1)
    tighter = tighter.replace('tightens=["tighter"]', 'tightens=["tight"]')
    loaded = load(found=[plugins("a", tighter), plugins("b", tight), plugins("c", READINGS)])
    assert set(_states(loaded).values()) == {"refused"}
    assert _reasons(loaded, "a") == "tighter tightens tight, which is absent"
    assert _reasons(loaded, "b") == "tight tightens needing, which is absent"


def test_the_variable_chooses(plugins: Plugins, monkeypatch: pytest.MonkeyPatch) -> None:
    """CONGRESS_FLOW_PLUGINS: unset is all, empty is none, else the names; a wrong name is told."""
    found = [plugins("one"), plugins("two"), plugins("three")]

    def told(value: str) -> dict[str, str]:
        monkeypatch.setenv("CONGRESS_FLOW_PLUGINS", value)
        return _states(load(found=found))

    assert set(_states(load(found=found)).values()) == {"used"}
    assert set(told("").values()) == {"not_chosen"}
    assert told(" one ,two,") == {"one": "used", "three": "not_chosen", "two": "used"}
    assert told("one,fuor") == {
        "fuor": "refused",
        "one": "used",
        "three": "not_chosen",
        "two": "not_chosen",
    }
    loaded = load(found=found)
    assert _reasons(loaded, "fuor") == "no such plugin is installed"
    assert _judged(loaded) is Outcome.REFUSED
    assert _states(load(["two"], found=found))["one"] == "not_chosen"


def test_the_order_is_nothing(plugins: Plugins) -> None:
    """However the plugins are found, the same are used and refused, for the same reasons."""
    points: list[Found] = [
        plugins("good"),
        plugins("needs", READINGS),
        plugins("crash", "1 / 0"),
        plugins("wrong", FAULTY["returns the wrong things"][0]),
        plugins("tight", TIGHTENING.replace("national", "needing")),
        plugins("firm", TIGHTENING.replace("national", "good").replace('"tight"', '"firm"')),
        plugins("twin"),
        plugins("twin"),
    ]
    seen: Counter[tuple[str, ...]] = Counter()

    def told(loaded: Loaded) -> tuple[Any, ...]:
        shelf = loaded.shelf
        books = [(book.id, book.sha256) for book in shelf.books]
        rules = [rule.id for rule in shelf.rules()]
        return loaded.reports, loaded.procedures, shelf.withheld, books, rules

    first = told(load(found=points))

    @settings(examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.permutations(points))
    def law(found: list[Found]) -> None:
        assert told(load(found=found)) == first
        seen[tuple(point.name for point in found)] += 1

    law()
    assert len(seen) > 10
    assert {report.state for report in first[0]} == {PluginState.USED, PluginState.REFUSED}


def test_objects_may_be_plugins() -> None:
    """An entry point may lead to an object whose methods are marked; a class or None is refused."""

    class Giving:
        @hookimpl
        def congress_flow_procedures(self) -> Iterable[Any]:
            return [slate]

    loaded = load(found=[Point("good", Giving(), Dist("1.2"))])
    assert loaded.reports == (PluginReport(name="good", version="1.2", state=PluginState.USED),)
    assert slate in loaded.procedures
    for given_instead in (Giving, None, 3, "text", object()):
        assert _states(load(found=[Point("bad", given_instead)])) == {"bad": "refused"}


def test_interrupts_are_not_swallowed() -> None:
    """Who presses Ctrl-C while plugins are imported gets out."""
    with pytest.raises(KeyboardInterrupt):
        load(found=[Point("slow", KeyboardInterrupt())])


def test_versions_are_told_also_of_what_is_not_used() -> None:
    """The report has the version of the distribution, of twins both, of the unchosen too."""
    found = [Point("a", None, Dist("1")), Point("a", None, Dist("2")), Point("b", None, Dist("3"))]
    reports = load(["a"], found=found).reports
    assert [(each.name, each.version) for each in reports] == [("a", "1, 2"), ("b", "3")]


def test_installed_plugins_are_found_by_their_group(
    plugins: Plugins, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a list of its own the loader asks the installed distributions."""
    point = plugins("good")

    def entry_points(*, group: str) -> list[EntryPoint]:
        return [point] if group == "congress_flow" else []

    monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
    assert _states(load()) == {"good": "used"}


@hookimpl
def congress_flow_rulebooks() -> Iterable[Rulebook[Any]]:
    """Give a book that is not closed yet: this very module is a plugin."""
    book: Rulebook[None] = Rulebook("open", Level.CENTRE, title=TITLE, version="1")

    @book.rule(small.meet, cites=CITED, title=TITLE)
    def content(case: Case[small.Slate], act: small.Meet) -> tuple[()]:
        return ()

    return [book]


def test_hooks_stay_functions() -> None:
    """The mark leaves a hook what it was: it can be called and tested by itself."""
    (book,) = congress_flow_rulebooks()
    assert book.id == "open"
    module = SimpleNamespace(congress_flow_rulebooks=congress_flow_rulebooks)
    assert _states(load(found=[Point("here", module)])) == {"here": "used"}


def test_managers_do_not_meet(plugins: Plugins) -> None:
    """Each plugin is alone in its manager: what one does to its hooks reaches no other."""
    calls: list[str] = []

    def register(original: Callable[..., Any]) -> Callable[..., Any]:
        def counted(manager: pluggy.PluginManager, module: object, name: str) -> object:
            assert not manager.get_plugins()
            calls.append(name)
            return original(manager, module, name)

        return counted

    patch = pytest.MonkeyPatch()
    patch.setattr(pluggy.PluginManager, "register", register(pluggy.PluginManager.register))
    try:
        load(found=[plugins("one"), plugins("two")])
    finally:
        patch.undo()
    assert calls == ["congress-flow", "one", "two"]
