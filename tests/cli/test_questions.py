"""The commands deadlines and whatif, and rules --diff: what they print, with which exit status."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from congress_flow import InForce, Level, Loaded, Outlook, Rulebook, Shelf, Text
from congress_flow.cli import _app, _questions, _time
from congress_flow.procedures import preparation as p
from congress_flow.procedures.box import PROCEDURES
from congress_flow.reckoning import Due
from congress_flow.reports import deadlines_schema, whatif_schema
from tests.dossier.law import CITED, small_book
from tests.dossier.made import Raw, bare, recorded, written
from tests.dossier.test_whatif import local

DAY = date(2020, 5, 28)
WORDS = Text("chữ", "words")


def clock(day: date | None = None, *, fails: bool = False) -> Rulebook[None]:
    """Return a book by which one thing falls due on a day, or nothing; or that fails."""
    book: Rulebook[None] = Rulebook("clock", Level.CENTRE, title=WORDS, version="1")

    @book.duty(cites=CITED, title=WORDS)
    def falls_due(about: Outlook[None]) -> Iterable[Due]:
        """What is given."""
        if fails:
            raise ValueError(day)
        if day is not None:
            yield Due(case="x", what=WORDS, anchor=day, anchor_is=WORDS)

    return book


def law(*books: Rulebook[Any]) -> Loaded:
    return Loaded(
        procedures=PROCEDURES,
        shelf=Shelf([small_book(), *books]),
        calendars=(),
        reports=(),
        optional=(local("tinh"),),
    )


SMALL = law()
Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """Collect rubbish again after a test: a command that is run to its end does not."""
    yield
    gc.enable()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command on a dossier, by the small law or as told."""
    path = tmp_path / "ho-so.toml"

    def call(*words: str, raw: Raw | None = None, by: Loaded = SMALL) -> Result:
        if raw is not None:
            path.write_bytes(written(raw))
        for module in (_app, _questions, _time):
            monkeypatch.setattr(module, "load", lambda: by)
        command = [str(path) if word == "FILE" else word for word in words]
        return CliRunner().invoke(_app.app, command)

    return call


@pytest.mark.parametrize(
    ("by", "status"),
    [
        (law(clock()), 0),
        (law(clock(date(2020, 5, 28))), 0),
        (law(clock(date(2020, 5, 27))), 1),
        (law(clock(fails=True)), 1),
    ],
)
def test_the_exit_status_of_deadlines(run: Run, by: Loaded, status: int) -> None:
    """1 where something is overdue or could not be asked, else 0."""
    found = run("deadlines", "FILE", raw=bare(), by=by)
    assert (found.exit_code, found.stderr) == (status, "")
    assert found.stdout.startswith("Thời hạn: Hồ sơ mẫu\n")


def test_deadlines_by_day_language_and_form(run: Run) -> None:
    """As of another day, in English, as JSON by the published schema."""
    by = law(clock(date(2020, 5, 27)))
    found = run("deadlines", "FILE", "--as-of", "2020-05-26", "--lang", "en", raw=bare(), by=by)
    assert (found.exit_code, "in 1 day" in found.stdout) == (0, True)
    value = json.loads(run("deadlines", "FILE", "--format", "json", by=by).stdout)
    jsonschema.validate(value, deadlines_schema())
    assert (value["as_of"], value["overdue"]) == ("2020-05-28", 1)


def test_whatif(run: Run) -> None:
    """Only what differs, as text and as JSON; status 0 whatever the answer."""
    asked = ("whatif", "FILE", "--set", 'congress.term="breach G3"', "--with", "tinh")
    found = run(*asked, raw=recorded())
    assert (found.exit_code, found.stderr) == (0, "")
    assert "SẴN SÀNG → CHƯA SẴN SÀNG\n" in found.stdout
    value = json.loads(run(*asked, "--format", "json").stdout)
    jsonschema.validate(value, whatif_schema())
    assert value["asked"]["added"] == ["tinh"]
    english = run("whatif", "FILE", "--without", "small", "--lang", "en")
    assert (english.exit_code, "READY → NOT READY" in english.stdout) == (0, True)


def test_whatif_on_another_day(run: Run) -> None:
    """The day judged before and the day judged after are both told."""
    asked = ("whatif", "FILE", "--on", "2020-04-01", "--as-of", "2020-07-01", "--format", "json")
    value = json.loads(run(*asked, raw=recorded()).stdout)
    assert (value["before"]["as_of"], value["after"]["as_of"]) == ("2020-04-01", "2020-07-01")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "chưa nêu thay đổi nào"),
        (("--as-of", "x"), "--as-of: “x” không phải là ngày: viết 2020-05-28"),
        (("--on", "x"), "--on: “x” không phải là ngày: viết 2020-05-28"),
        (
            ("--without", "smal"),
            "smal: không có bộ quy tắc này; có: small; có phải là “small”?",
        ),
        (
            ("--with", "x"),
            "x: không có bộ quy tắc này; có: tinh",
        ),
        (
            ("--set", "congres.term=1"),
            "congres.term: không có mã “congres”; có phải là “congress”?",
        ),
        (
            ("--set", "congress.ter=1"),
            "congress.ter: không có khóa này; có phải là “term”?",
        ),
    ],
)
def test_whatif_that_cannot_be_asked(run: Run, words: tuple[str, ...], told: str) -> None:
    """Status 2 and one line with the spot, never a traceback."""
    found = run("whatif", "FILE", *words, raw=recorded())
    assert (found.exit_code, found.stdout) == (2, "")
    (line,) = found.stderr.splitlines()
    assert line.startswith(told)


@pytest.mark.parametrize("command", [("deadlines",), ("whatif", "--as-of", "2020-07-01")])
def test_bad_input(run: Run, command: tuple[str, ...]) -> None:
    """A dossier that cannot be read: status 2, all problems, no traceback."""
    name, *rest = command
    found = run(name, "FILE", *rest, raw=bare(document=[{"id": 3}], zzz={}))
    assert (found.exit_code, found.stdout) == (2, "")
    assert len(found.stderr.splitlines()) == 2


def two_days() -> Loaded:
    """Return a law in which a rule gives way to another of the same subject in 2021."""
    old: Rulebook[None] = Rulebook(
        "old", Level.CENTRE, InForce(None, date(2021, 1, 1)), title=WORDS, version="1"
    )
    new: Rulebook[None] = Rulebook(
        "new", Level.CENTRE, InForce(date(2021, 1, 1)), title=WORDS, version="1"
    )
    for book, days in ((old, 7), (new, 9)):

        @book.rule(
            p.inspect,
            cites=CITED,
            title=Text(f"trong {days} ngày", f"within {days} days"),
            subject="limit",
        )
        def limit(case: Any, act: Any) -> tuple[()]:
            """Nothing."""
            return ()

    return law(old, new)


def test_rules_and_duties(run: Run) -> None:
    """`rules` shows what falls due, too; of one procedure only its rules, as a duty has none."""
    by = law(clock(date(2020, 5, 27)))
    assert "\nThời hạn (1)\n  clock/falls_due " in run("rules", by=by).stdout
    assert "Thời hạn" not in run("rules", "--procedure", "suspension", by=by).stdout
    assert [
        each["id"] for each in json.loads(run("rules", "--format", "json", by=by).stdout)["duties"]
    ] == ["clock/falls_due"]
    assert "  clock 1 (0 quy tắc, 1 thời hạn): " in run("doctor", by=by).stdout


def test_rules_diff(run: Run) -> None:
    """What changed between two days, as text and as JSON; of one procedure if it is named."""
    asked = ("rules", "--diff", "2020-05-28", "2021-06-15")
    found = run(*asked, by=two_days())
    assert found.exit_code == 0
    assert "Thay đổi (1)\n  limit: nội dung, số liệu\n    − trong 7 ngày" in found.stdout
    value = json.loads(run(*asked, "--format", "json", by=two_days()).stdout)
    assert [each["change"] for each in value["changes"]] == ["changed"]
    other = run(*asked, "--procedure", "suspension", "--lang", "en", by=two_days())
    assert "No rule changed.\n" in other.stdout
    of_it = run(*asked, "--procedure", "preparation", "--lang", "en", by=two_days())
    assert "+ within 9 days" in of_it.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("2020-05-28", "x"), "--diff: “x” không phải là ngày: viết 2020-05-28\n"),
        (("2020-05-28", ""), "--diff: “” không phải là ngày: viết 2020-05-28\n"),
        (
            ("2020-05-28", "2021-05-28", "--as-of", "2020-05-28"),
            "--diff: không dùng cùng --as-of\n",
        ),
    ],
)
def test_rules_diff_that_cannot_be_asked(run: Run, words: tuple[str, ...], told: str) -> None:
    """Status 2, told in one line; one day alone is refused by the command itself."""
    found = run("rules", "--diff", *words)
    assert (found.exit_code, found.stderr) == (2, told)
    assert run("rules", "--diff", "2020-05-28").exit_code == 2


def test_schemas_and_help(run: Run) -> None:
    """The schemas are those by which everything is checked; each command explains itself."""
    assert json.loads(run("schema", "deadlines").stdout) == deadlines_schema()
    assert json.loads(run("schema", "whatif").stdout) == whatif_schema()
    for command in ("deadlines", "whatif"):
        assert run(command, "--help").exit_code == 0
        documented: Any = getattr(_app, f"{command}_command").__doc__
        first, second = documented.split("\n\n")[:2]
        assert any(ord(letter) > 0x7F for letter in first)
        assert second.strip().isascii()


def test_the_doctor_shows_what_can_be_put_on(run: Run) -> None:
    """Optional books are named, as text and as JSON."""
    assert (
        "Các bộ quy tắc chưa dùng, có thể thêm (whatif --with)\n  tinh 1 (2 quy tắc): Tỉnh\n"
        in (run("doctor").stdout)
    )
    value = json.loads(run("doctor", "--format", "json").stdout)
    assert [book["id"] for book in value["optional"]] == ["tinh"]
