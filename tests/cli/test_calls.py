"""Wrong calls, the standard input, outputs that take nothing, plugins that print: how it ends."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

from congress_flow.cli import _app, _arguments, _output, _questions, _time, main
from congress_flow.cli._usage import misuse
from congress_flow.dossier import MAX_BYTES
from congress_flow.errors import BadInput
from congress_flow.reports import Line
from tests.cli.test_commands import SMALL
from tests.dossier.made import recorded, written

COMMAND = Path(sys.executable).parent / "congress-flow"

Call = Callable[..., tuple[object, str, str]]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Return a function that calls the command as the system does: status, output, errors."""

    def called(*words: str) -> tuple[object, str, str]:
        monkeypatch.setattr(sys, "argv", ["congress-flow", *words])
        for module in (_app, _questions, _time):
            monkeypatch.setattr(module, "load", lambda: SMALL)
        with pytest.raises(SystemExit) as left:
            main()
        captured = capsys.readouterr()
        return left.value.code, captured.out, captured.err

    return called


@pytest.mark.parametrize(
    ("words", "vi", "en"),
    [
        (["bogus"], "bogus: không có lệnh này", "bogus: there is no such command"),
        (["review"], "FILE: thiếu", "FILE: missing"),
        (["review", "a", "b"], "b: thừa", "b: not asked for"),
        (["review", "a", "--nope"], "--nope: không có tùy chọn này", "--nope: there is no such"),
        (
            ["review", "a", "--format", "xml"],
            "--format: “xml” không thuộc: text, json",
            "--format: “xml” is none of: text, json",
        ),
        (["rules", "--diff", "2020-01-01"], "--diff: thiếu giá trị", "--diff: needs a value"),
        (["rules", "--as-of"], "--as-of: thiếu giá trị", "--as-of: needs a value"),
    ],
)
def test_a_wrong_call(words: Sequence[str], vi: str, en: str, call: Call) -> None:
    """One line, in the language asked for, that says where to read on; status 2."""
    for lang, told, see in (("vi", vi, "xem congress-flow"), ("en", en, "see congress-flow")):
        for asked in ([f"--lang={lang}"], ["--lang", lang]):
            # In front, because an option without its value would take what comes after it.
            status, out, err = call(words[0], *asked, *words[1:])
            assert (status, out) == (2, "")
            assert err.startswith(told), err
            assert f"; {see}" in err
            assert len(err.splitlines()) == 1


def test_words_of_the_parser_that_nobody_knows_stand_as_they_are() -> None:
    """A later release may say something new; better that than nothing."""
    assert misuse("Something new", "x").text.vi == "Something new; xem x --help"


def test_without_a_command_the_help_is_shown(call: Call) -> None:
    """Status 2, because nothing was asked; the help stands with the errors."""
    status, out, err = call()
    assert (status, out) == (2, "")
    assert "review" in err


def test_a_fault_of_the_library_is_not_put_down_to_the_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is no wrong call goes on its way, to be reported."""

    def broken(**_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(_app, "app", broken)
    with pytest.raises(ZeroDivisionError):
        main()

    class Wrong(Exception):
        ctx = None

        def format_message(self) -> str:
            return "Something new"

    def wrong(**_: Any) -> None:
        raise Wrong

    monkeypatch.setattr(_app, "app", wrong)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2


def test_the_version(call: Call) -> None:
    """The version of the library, and nothing else."""
    assert call("--version") == (0, "congress-flow 0.1.0\n", "")


@pytest.mark.parametrize("option", ["--as-of=", "--on=", "--diff"])
def test_an_empty_day_is_none(option: str, call: Call, tmp_path: Path) -> None:
    """A day that was left empty, as by a variable that is not set, is not taken for no day."""
    path = tmp_path / "ho-so.toml"
    path.write_bytes(written(recorded()))
    words = {
        "--as-of=": ["review", str(path), option],
        "--on=": ["whatif", str(path), option],
        "--diff": ["rules", option, "", ""],
    }[option]
    status, _, err = call(*words)
    assert status == 2
    assert err == f"{option.rstrip('=')}: “” không phải là ngày: viết 2020-05-28\n"


@pytest.mark.parametrize(
    "words",
    [
        ["review", "-"],
        ["options", "-", "preparation"],
        ["trail", "-", "preparation"],
        ["deadlines", "-"],
        ["whatif", "-", "--as-of", "2020-03-01"],
    ],
)
def test_a_dossier_from_the_standard_input(
    words: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-` stands for the standard input in every command that reads a dossier."""
    for module in (_app, _questions, _time):
        monkeypatch.setattr(module, "load", lambda: SMALL)
    done = CliRunner().invoke(_app.app, words, input=written(recorded()))
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout
    assert CliRunner().invoke(_app.app, words, input=b"").exit_code == 2


def test_a_standard_input_that_is_closed_or_endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Closed it holds nothing; of an endless one no more is read than tells that it is too much."""
    monkeypatch.setattr(sys, "stdin", None)
    assert _arguments.origin(Path("-")) == b""

    def endless_read(size: int) -> bytes:
        return b"#" * size

    endless = SimpleNamespace(buffer=SimpleNamespace(read=endless_read))
    monkeypatch.setattr(sys, "stdin", endless)
    with pytest.raises(BadInput, match="lớn quá 8 MB"):
        _arguments.dossier_in(Path("-"), SMALL)
    assert len(_arguments.origin(Path("-"))) == MAX_BYTES + 1  # type: ignore[arg-type]


def test_what_a_plugin_prints_is_no_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A plugin that prints while it is loaded spoils no JSON: it is heard among the errors."""
    path = tmp_path / "ho-so.toml"
    path.write_bytes(written(recorded()))

    def loud() -> Any:
        sys.stdout.write("tôi đây\n")
        return SMALL

    monkeypatch.setattr(_app, "load", loud)
    done = CliRunner().invoke(_app.app, ["review", str(path), "--format", "json"])
    assert json.loads(done.stdout)["readiness"] == "READY"
    assert done.stderr == "tôi đây\n"
    assert "tôi đây" not in CliRunner().invoke(_app.app, ["doctor"]).stdout


class Full(io.StringIO):
    """An output that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, _: str, /) -> int:
        """Refuse."""
        raise self.error


@pytest.mark.parametrize(
    ("output", "vi"),
    [
        (None, "đầu ra đã đóng"),
        (Full(OSError(errno.ENOSPC, "No space left on device")), "hết chỗ trên đĩa"),
        (Full(OSError("odd")), "odd"),
    ],
)
def test_an_output_that_takes_nothing(
    output: Full | None, vi: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that cannot be written is a problem, told in one line."""
    monkeypatch.setattr(sys, "stdout", output)
    with pytest.raises(BadInput) as raised:
        _output.show([Line("x")])
    (problem,) = raised.value.problems
    assert problem.text.vi == f"không ghi được kết quả: {vi}"


def test_a_reader_who_has_read_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe that is closed at the other end is no problem, nor when the output is closed."""
    monkeypatch.setattr(sys, "stdout", Full(BrokenPipeError()))
    _output.show([Line("x")])
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        monkeypatch.setattr(sys, "__stdout__", pipe)
        _output.show([Line("x")])


def test_errors_that_nobody_can_hear(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a standard error there is nobody to complain to, and the answer still goes out."""
    monkeypatch.setattr(sys, "stderr", None)
    _output.complain([misuse("x", "y")], "vi")
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    with _output.answering():
        sys.stdout.write("nobody hears it")
        _output.show([Line("x")])
    assert out.getvalue() == "x\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="asks for a device that is always full")
def test_as_the_system_runs_it(tmp_path: Path) -> None:
    """Full device, closed output, closed pipe: no traceback, and a closed pipe keeps the status."""
    path = tmp_path / "ho-so.toml"
    path.write_bytes(written(recorded()))
    env = {**os.environ, "CONGRESS_FLOW_PLUGINS": ""}

    def shell(line: str) -> subprocess.CompletedProcess[str]:
        words = ["bash", "-c", line, "x", str(COMMAND), str(path)]
        return subprocess.run(words, check=False, capture_output=True, text=True, env=env)

    full = shell('"$1" review "$2" > /dev/full')
    assert (full.returncode, full.stderr) == (2, "không ghi được kết quả: hết chỗ trên đĩa\n")
    closed = shell('"$1" review "$2" --lang en >&-')
    assert closed.returncode == 2
    assert closed.stderr.startswith("the answer cannot be written: ")
    assert closed.stderr.count("\n") == 1
    piped = shell('"$1" schema dossier | true; echo "${PIPESTATUS[0]}"')
    assert (piped.stdout, piped.stderr) == ("0\n", "")
    deaf = shell('"$1" review none 2>&-')
    assert (deaf.returncode, deaf.stdout) == (2, "")
