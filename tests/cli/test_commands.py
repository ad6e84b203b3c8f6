"""The commands: what they print, in which language, to which output, with which exit status."""

from __future__ import annotations

import builtins
import gc
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from congress_flow import Calendar, Shelf, Text
from congress_flow._plugins import Loaded, PluginReport, PluginState
from congress_flow.cli import _app, _output, main
from congress_flow.dossier import dossier_schema
from congress_flow.errors import Problem, UsageError
from congress_flow.procedures.box import PROCEDURES
from congress_flow.reports import Line, Tone, review_schema
from tests.dossier.law import small_book
from tests.dossier.made import Raw, attested, bare, recorded, written
from tests.reports.test_json import WALKED

BROKEN = Problem("hong", Text("bị lỗi khi nạp", "crashed at import"))
CALENDAR = Calendar(id="lich", title=Text("a", "a"))


def loaded(shelf: Shelf, *reports: PluginReport) -> Loaded:
    """Return what a loader would give with this shelf."""
    return Loaded(procedures=PROCEDURES, shelf=shelf, calendars=(CALENDAR,), reports=reports)


SMALL = loaded(
    Shelf([small_book()]),
    PluginReport(name="small", version="1.0", state=PluginState.USED),
    PluginReport(name="idle", version="", state=PluginState.NOT_CHOSEN),
)
WITHHELD = loaded(
    Shelf([small_book()], (), [BROKEN]),
    PluginReport(name="hong", version="2", state=PluginState.REFUSED, problems=(BROKEN,)),
)

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

    def call(*words: str, raw: Raw | bytes | None = None, law: Loaded = SMALL) -> Result:
        if raw is not None:
            path.write_bytes(raw if isinstance(raw, bytes) else written(raw))
        monkeypatch.setattr(_app, "load", lambda: law)
        command = [str(path) if word == "FILE" else word for word in words]
        return CliRunner().invoke(_app.app, command)

    return call


def test_review_in_vietnamese_and_in_english(run: Run) -> None:
    """Vietnamese by default, English if asked for; nothing on the error output."""
    found = run("review", "FILE", raw=recorded())
    assert found.exit_code == 0
    assert "SẴN SÀNG: 0 việc trái quy định" in found.stdout
    assert not found.stderr
    assert "READY: 0 against the rules" in run("review", "FILE", "--lang", "en").stdout


@pytest.mark.parametrize(
    ("raw", "loose", "strict"),
    [
        (recorded(), 0, 0),
        (attested(), 0, 1),
        (bare(), 0, 1),
        (recorded(congress={"planned_opening": date(2020, 5, 28), "term": "breach G1"}), 1, 1),
    ],
)
def test_the_exit_status_of_review(run: Run, raw: Raw, loose: int, strict: int) -> None:
    """0 for READY and BASICALLY_READY, with --strict only for READY; 1 for NOT_READY."""
    assert run("review", "FILE", raw=raw).exit_code == loose
    assert run("review", "FILE", "--strict").exit_code == strict


def test_review_as_json(run: Run) -> None:
    """JSON and nothing else, valid by the published schema; as of the day asked for."""
    found = run("review", "FILE", "--format", "json", "--as-of", "2020-02-01", raw=recorded())
    value = json.loads(found.stdout)
    jsonschema.validate(value, review_schema())
    assert (value["as_of"], value["readiness"]) == ("2020-02-01", "BASICALLY_READY")


@pytest.mark.parametrize("command", ["review", "options", "trail"])
def test_bad_input(run: Run, command: str) -> None:
    """Every command that reads a dossier: status 2, all problems, no traceback."""
    raw = bare(document=[{"id": 3}], zzz={})
    words = [command, "FILE"] if command == "review" else [command, "FILE", "preparation"]
    found = run(*words, raw=raw)
    assert found.exit_code == 2
    assert not found.stdout
    assert found.stderr.splitlines() == [
        "document[0].id: phải là chữ trong ngoặc kép, không phải 3 (dòng 34)",
        "zzz: không có bảng này (dòng 37)",
    ]
    english = run(*words, "--lang", "en").stderr.splitlines()
    assert english[1] == "zzz: there is no such table (line 37)"


def test_files_that_are_none(run: Run, tmp_path: Path) -> None:
    """A missing file, a folder, bytes that are no text: status 2 and one line."""
    for path in (tmp_path / "none.toml", tmp_path):
        found = run("review", str(path))
        assert found.exit_code == 2
        assert found.stderr.startswith(f"{path}: không đọc được tệp: ")
    found = run("review", "FILE", raw=b"\xff\xfe")
    assert (found.exit_code, len(found.stderr.splitlines())) == (2, 1)


def test_a_day_that_is_none(run: Run) -> None:
    """An impossible day: status 2, told in the language asked for."""
    found = run("review", "FILE", "--as-of", "31/11", raw=recorded())
    assert (found.exit_code, found.stderr) == (
        2,
        "--as-of: “31/11” không phải là ngày: viết 2020-05-28\n",
    )
    assert "is no day" in run("rules", "--as-of", "2020-11-31", "--lang", "en").stderr


def test_a_rulebook_that_is_missing(run: Run) -> None:
    """A dossier that asks for a book which is not there is not judged at all."""
    raw = recorded()
    raw["dossier"]["books"] = ["vn-2020"]
    found = run("review", "FILE", raw=raw)
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith("dossier.books[0]: hồ sơ phải xét theo bộ quy tắc “vn-2020”")
    assert len(found.stderr.splitlines()) == 1
    found = run("review", "FILE", "--lang", "en", law=WITHHELD)
    assert found.stderr.splitlines()[1:] == ["hong: crashed at import"]


def test_a_plugin_that_is_withheld(run: Run) -> None:
    """One finding names the plugin and why; no gate opens, and what follows is not told again."""
    found = run("review", "FILE", "--format", "json", raw={**WALKED}, law=WITHHELD)
    value = json.loads(found.stdout)
    assert (found.exit_code, value["readiness"]) == (1, "NOT_READY")
    assert [(each["rule"], each["fault"]) for each in value["findings"]] == [
        ("engine/withheld", "withheld")
    ]
    assert "hong: crashed at import" in value["findings"][0]["text"]["en"]
    assert {gate["outcome"] for gate in value["gates"]} == {"failed"}
    assert {tuple(gate["findings"]) for gate in value["gates"]} == {(0,)}
    none = loaded(Shelf((), (), [BROKEN]))
    value = json.loads(run("review", "FILE", "--format", "json", law=none).stdout)
    assert [each["rule"] for each in value["findings"]] == ["engine/withheld"]
    assert {gate["outcome"] for gate in value["gates"]} == {"failed"}


def test_options(run: Run) -> None:
    """What may happen next, by default on the latest day that the dossier knows."""
    found = run("options", "FILE", "personnel_track_R", raw=WALKED)
    assert found.exit_code == 0
    assert "Việc có thể làm tiếp, xét ngày 28/05/2020" in found.stdout
    value = json.loads(
        run(
            "options", "FILE", "personnel_track_R", "--format", "json", "--as-of", "2020-02-02"
        ).stdout
    )
    assert (value["on"], value["stage"]) == ("2020-02-02", "STEP2_KEY_CADRE_BALLOT")
    late = recorded(act=[{"case": "suspension", "does": "suspend", "on": date(2020, 7, 1)}])
    assert "xét ngày 01/07/2020" in run("options", "FILE", "suspension", raw=late).stdout


def test_trail(run: Run) -> None:
    """The trail of a case as text and as JSON show the same events."""
    found = run("trail", "FILE", "personnel_track_R", "--lang", "en", raw=WALKED)
    assert "3. 2020-02-03" in found.stdout
    value = json.loads(run("trail", "FILE", "personnel_track_R", "--format", "json").stdout)
    assert len(value["entries"]) == 5
    early = run("trail", "FILE", "personnel_track_R", "--as-of", "2020-02-02")
    assert "3. " not in early.stdout


@pytest.mark.parametrize("command", ["options", "trail"])
def test_a_case_that_is_none(run: Run, command: str) -> None:
    """An unknown case: status 2, and the cases there are."""
    found = run(command, "FILE", "preparatio", raw=recorded())
    assert found.exit_code == 2
    assert found.stderr == (
        "preparatio: không có phần việc này; có: preparation; có phải là “preparation”?\n"
    )


def test_rules(run: Run) -> None:
    """All rules; those of a day; those of one procedure; as text and as JSON."""
    assert "Mọi quy tắc (17)" in run("rules").stdout
    assert "Quy tắc có hiệu lực ngày 01/01/2014 (0)" in run("rules", "--as-of", "2014-01-01").stdout
    value = json.loads(run("rules", "--procedure", "suspension", "--format", "json").stdout)
    assert [each["id"] for each in value["rules"]] == ["small/somebody"]


@pytest.mark.parametrize("words", [("rules", "--procedure", "suspensio"), ("draw", "suspensio")])
def test_a_procedure_that_is_none(run: Run, words: tuple[str, ...]) -> None:
    """An unknown procedure: status 2, and the procedures there are."""
    found = run(*words, "--lang", "en")
    assert found.exit_code == 2
    assert found.stderr.startswith("suspensio: there is no such procedure; there are: announcement")


def test_draw(run: Run) -> None:
    """A Mermaid diagram, in the language asked for."""
    found = run("draw", "suspension")
    assert (found.exit_code, found.stdout.splitlines()[3]) == (0, "stateDiagram-v2")
    assert 'state "running" as RUNNING' in run("draw", "suspension", "--lang", "en").stdout


def test_doctor(run: Run) -> None:
    """Plugins with their state, books with their digests; status 1 if a plugin was refused."""
    found = run("doctor")
    assert found.exit_code == 0
    assert "  small 1.0: đang dùng\n  idle: không chọn\n" in found.stdout
    assert "  small 1.0 (17 quy tắc): Sổ nhỏ\n      sha256 " in found.stdout
    assert "Lịch: a (lich)\n" in found.stdout
    value = json.loads(run("doctor", "--format", "json").stdout)
    assert list(value) == [
        "plugins",
        "books",
        "asking",
        "procedures",
        "calendars",
        "readings",
        "optional",
    ]
    assert value["plugins"][1] == {
        "name": "idle",
        "version": "",
        "state": "not_chosen",
        "problems": [],
    }
    assert (value["calendars"], len(value["procedures"])) == (["lich"], len(PROCEDURES))


def test_a_book_that_only_asks(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no office has chosen its readings no gate is passed, and the doctor says why."""
    law = loaded(Shelf([small_book()], (), (), ["small"]))
    found = run("doctor", "--lang", "en", law=law)
    assert "      asks and allows no step: no office has chosen the readings" in found.stdout
    assert json.loads(run("doctor", "--format", "json", law=law).stdout)["asking"] == ["small"]
    assert "asks and allows no step" not in run("doctor", "--lang", "en").stdout
    raw = attested()
    del raw["gate"][9]
    found = run("review", "FILE", "--format", "json", raw=raw, law=law)
    value = json.loads(found.stdout)
    assert (found.exit_code, value["readiness"]) == (1, "NOT_READY")
    assert {gate["outcome"] for gate in value["gates"]} == {"failed"}
    assert [gate["evidence"] for gate in value["gates"]].count("attested") == 13
    assert value["gates"][9]["evidence"] == "none"
    assert value["findings"][0]["rule"] == "engine/unguarded"
    assert all(gate["findings"][0] == 0 for gate in value["gates"])


def test_doctor_of_the_sick(run: Run) -> None:
    """A refused plugin is named with the reason, and what follows from it."""
    found = run("doctor", "--lang", "en", law=WITHHELD)
    assert found.exit_code == 1
    assert "  hong 2: refused\n    – crashed at import\n  Because of the plugins" in found.stdout
    none = Loaded(procedures=(), shelf=Shelf(), calendars=(), reports=())
    found = run("doctor", law=none)
    assert (found.exit_code, found.stdout) == (0, "Các plugin\n  Không có plugin nào.\n")


def test_schema(run: Run) -> None:
    """The schemas are those by which everything is checked."""
    assert json.loads(run("schema", "review").stdout) == review_schema()
    assert json.loads(run("schema", "dossier").stdout) == dossier_schema()
    assert run("schema", "other").exit_code == 2


@pytest.mark.parametrize(
    "command", ["review", "options", "trail", "rules", "draw", "doctor", "schema"]
)
def test_help_in_both_languages(run: Run, command: str) -> None:
    """Every command explains itself in Vietnamese first, then in English."""
    found = run(command, "--help")
    assert found.exit_code == 0
    assert command in run("--help").stdout
    documented: Any = getattr(_app, f"{command}_command").__doc__
    first, second = documented.split("\n\n")[:2]
    assert any(ord(letter) > 0x7F for letter in first)
    assert second.strip().isascii()


def test_without_a_command(run: Run) -> None:
    """Called without anything it shows what there is."""
    assert "review" in run().output


def test_an_error_of_the_library_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library objects to is told in one line, with status 2."""

    def wrong(*_: Any) -> Any:
        raise UsageError("sai cách dùng")

    monkeypatch.setattr(_app, "dossier_in", wrong)
    found = run("review", "FILE", raw=bare())
    assert (found.exit_code, found.stderr) == (2, "sai cách dùng\n")


class Terminal(io.StringIO):
    """An output that somebody looks at."""

    def isatty(self) -> bool:
        """Return that it is a terminal."""
        return True


LINES = (Line("được", Tone.GOOD), Line(), Line("x " * 100, Tone.BAD, indent=2))


def test_colours_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets colours, a file none; NO_COLOR is kept to; lines fit the terminal."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    _output.show(LINES)
    assert terminal.getvalue().startswith("\x1b[32mđược\x1b[0m\n\n")
    monkeypatch.setenv("NO_COLOR", "1")
    plain = Terminal()
    monkeypatch.setattr(sys, "stdout", plain)
    _output.show(LINES)
    assert plain.getvalue().startswith("được\n\n  x x")
    monkeypatch.delenv("NO_COLOR")
    file = io.StringIO()
    monkeypatch.setattr(sys, "stdout", file)
    _output.show(LINES)
    assert file.getvalue() == plain.getvalue()


def test_every_letter_can_be_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An output of an old encoding is made to take Vietnamese; others are left as they are."""
    old = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", old)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    _output.use_utf8()
    sys.stdout.write("Đại hội \ud800")
    assert old.encoding == "utf-8"


def test_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """The entry point runs the commands."""
    monkeypatch.setattr(sys, "argv", ["congress-flow", "schema", "review"])
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 0
    assert not gc.isenabled()


@pytest.mark.parametrize("missing", ["typer", "cattrs.errors", "congress_flow.none"])
def test_without_the_extra(
    missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without its extra the command says what to install; a fault of our own is not hidden."""
    monkeypatch.delitem(sys.modules, "congress_flow.cli._app")

    def absent(name: str, *rest: Any) -> Any:
        if name == "congress_flow.cli._app":
            raise ModuleNotFoundError(name=missing)
        return imported(name, *rest)

    imported = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", absent)
    if missing.startswith("congress_flow"):
        with pytest.raises(ModuleNotFoundError):
            main()
        return
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "congress-flow[cli]" in capsys.readouterr().err


def test_as_people_call_it(tmp_path: Path) -> None:
    """The installed command, without any plugin and with an old encoding: no gate, no traceback."""
    path = tmp_path / "ho-so.toml"
    path.write_bytes(written(recorded()))
    command = Path(sys.executable).parent / "congress-flow"
    done = subprocess.run(
        [command, "review", path],
        check=False,
        capture_output=True,
        env={"CONGRESS_FLOW_PLUGINS": "", "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 1
    assert "CHƯA SẴN SÀNG" in done.stdout.decode()
    assert not done.stderr
