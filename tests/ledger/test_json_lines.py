"""The file of JSON lines: whole lines or none, damage named by its line, one writer at a time."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest

from congress_flow.errors import LedgerError, UsageError
from congress_flow.ledger import Conflict, Entry, JsonLinesLedger, verify
from tests.ledger.chains import clerk_of, filled, record
from tests.ledger.small import FIRST, SUBJECT, met, slate

RECORD = record()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of a file that holds the whole record."""
    where = tmp_path / "record.jsonl"
    with JsonLinesLedger(where) as ledger:
        filled(ledger)
    return where


def test_lines_are_for_anybody_to_check(path: Path) -> None:
    """With nothing but a JSON reader and SHA-256 one can follow the chains of the file."""
    heads: dict[str, str] = {}
    for line in path.read_bytes().splitlines():
        body = line[len(b'{"body":') : -len(b',"seal":""}') - 64]
        told, seal = json.loads(line)["body"], json.loads(line)["seal"]
        assert json.loads(body) == told
        assert hashlib.sha256(body).hexdigest() == seal
        assert told["previous"] == heads.get(told["case"], "")
        heads[told["case"]] = seal
    assert len(heads) == 2


def test_a_file_is_read_again(path: Path) -> None:
    """What was written is there when the file is opened again, and can be gone on with."""
    with JsonLinesLedger(path) as ledger:
        assert [each.seal for each in ledger.entries()] == [each.seal for each in RECORD]
        assert verify(ledger) == ()
        clerk_of(ledger).submit("b", met(FIRST.replace(month=3)), "thư ký")
    with JsonLinesLedger(str(path), read_only=True) as ledger:
        assert len(tuple(ledger.entries())) == len(RECORD) + 1
        assert ledger.damage() == ()


def test_every_torn_line_is_noticed(path: Path) -> None:
    """Wherever a crash cuts the last line, it is named, nothing before is lost, `mend` helps."""
    whole = path.read_bytes()
    last = whole.rindex(b"\n", 0, len(whole) - 1) + 1
    cuts = {*range(last + 1, len(whole), 7), last + 1, len(whole) - 1}
    assert len(cuts) > 90
    for cut in sorted(cuts):
        path.write_bytes(whole[:cut])
        with JsonLinesLedger(path) as ledger:
            (problem,) = ledger.damage()
            assert problem.path == f"{path}:{len(RECORD)}"
            assert "torn" in problem.text.en
            assert verify(ledger) == (problem,)
            assert len(tuple(ledger.entries())) == len(RECORD) - 1
            with pytest.raises(LedgerError, match="bị cắt dở"):
                ledger.append(RECORD[-1])
            assert path.read_bytes() == whole[:cut]
            aside = ledger.mend()
            assert aside is not None
            assert aside.read_bytes() == whole[last:cut]
            aside.unlink()
            assert ledger.damage() == ()
            ledger.append(RECORD[-1])
        assert path.read_bytes() == whole


def test_a_whole_file_needs_no_mending(path: Path) -> None:
    """`mend` leaves a file alone whose last line is whole, and one that is not open for writing."""
    before = path.read_bytes()
    with JsonLinesLedger(path) as ledger:
        assert ledger.mend() is None
    assert path.read_bytes() == before
    with pytest.raises(LedgerError, match="not open for writing"):
        ledger.mend()


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"garbage",
        b"{}",
        b'{"body":{},"seal":"x"}',
        b'{"body":1,"seal":2}',
        b"\xff\xfe",
        b'{"body":{},"seal":"x","more":1}',
    ],
)
def test_an_unreadable_line_is_named(path: Path, line: bytes) -> None:
    """A line that is no entry is named with its number; the others are read; nothing is added."""
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:2], line + b"\n", *lines[2:]]))
    with JsonLinesLedger(path) as ledger:
        (problem,) = ledger.damage()
        assert problem.path == f"{path}:3"
        assert len(tuple(ledger.entries())) == len(RECORD)
        assert ledger.mend() is None
        with pytest.raises(LedgerError, match=":3: không đọc được"):
            ledger.append(RECORD[-1])


def test_two_writers_are_refused(path: Path) -> None:
    """While one ledger is open for writing, another one is refused, and a reader is not."""
    with JsonLinesLedger(path):
        with pytest.raises(LedgerError, match="open for writing elsewhere"):
            JsonLinesLedger(path)
        with JsonLinesLedger(path, read_only=True) as reader:
            assert len(tuple(reader.entries())) == len(RECORD)
            with pytest.raises(LedgerError, match="not open for writing"):
                reader.append(RECORD[-1])
    JsonLinesLedger(path).close()


def test_another_process_is_refused(path: Path) -> None:
    """The lock holds against other processes, and dies with the one that had it."""
    code = (
        "import sys, os\n"
        "from congress_flow.ledger import JsonLinesLedger\n"
        "ledger = JsonLinesLedger(sys.argv[1])\n"
        "print('open', flush=True)\n"
        "sys.stdin.readline()\n"
        "os._exit(1)\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    with pytest.raises(LedgerError, match="elsewhere"):
        JsonLinesLedger(path)
    child.communicate("crash\n")
    JsonLinesLedger(path).close()


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    """A folder, a file in no folder and a missing file to read are said so, and leave no lock."""
    with pytest.raises(LedgerError, match="cannot be opened"):
        JsonLinesLedger(tmp_path)
    with pytest.raises(LedgerError, match="cannot be opened"):
        JsonLinesLedger(tmp_path / "none" / "record.jsonl")
    with pytest.raises(LedgerError, match="cannot be read"):
        JsonLinesLedger(tmp_path / "none.jsonl", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_is_let_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If reading fails after the lock was taken, the lock is given back."""

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "no")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(LedgerError, match="cannot be read"):
            JsonLinesLedger(path)
    JsonLinesLedger(path).close()


class Failing:
    """An operating system whose calls for writing fail from the nth one on, for *times* calls."""

    def __init__(self, nth: int, times: int = 1) -> None:
        self.left = nth
        self.times = times
        self.failed: list[str] = []

    def wrap(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return *call* as this system makes it; a failing write has written half of it."""

        def wrapped(*arguments: Any) -> Any:
            if self.left:
                self.left -= 1
            elif self.times:
                self.times -= 1
                self.failed.append(name)
                if name == "write":
                    descriptor, content = arguments
                    call(descriptor, content[: len(content) // 2])
                raise OSError(28, "no space left")
            return call(*arguments)

        return wrapped

    def __enter__(self) -> Self:
        self.patch = pytest.MonkeyPatch()
        for name in ("write", "fsync", "ftruncate"):
            self.patch.setattr(os, name, self.wrap(name, getattr(os, name)))
        return self

    def __exit__(self, *_: object) -> None:
        self.patch.undo()


@pytest.mark.parametrize("times", [1, 2, 3])
def test_every_failing_call(tmp_path: Path, times: int) -> None:
    """Whichever call of the system fails, an entry is whole or not there, and the clerk knows.

    The same submissions with the same keys, handed in until they are taken, then lead to the same
    record as without any failure.
    """
    failures: Counter[str] = Counter()
    for nth in range(40):
        path = tmp_path / f"{times}-{nth}.jsonl"
        with JsonLinesLedger(path) as ledger:
            clerk = clerk_of(ledger)
            clerk.open(slate, "a", SUBJECT, FIRST, "thư ký", key="open")
            with Failing(nth, times) as system:
                for number in range(3):
                    try:
                        clerk.submit("a", met(FIRST, present=number), "thư ký", key=str(number))
                    except LedgerError:
                        break
            told = tuple(ledger.entries())
        failures.update(system.failed)
        with JsonLinesLedger(path) as ledger:
            ledger.mend()
            assert ledger.damage() == ()
            assert tuple(ledger.entries())[: len(told)] == told
            assert verify(ledger) == ()
            clerk = clerk_of(ledger)
            for number in range(3):
                clerk.submit("a", met(FIRST, present=number), "thư ký", key=str(number))
            assert [each.key for each in ledger.entries()] == ["open", "0", "1", "2"]
            assert verify(ledger) == ()
    wanted = {"write", "fsync"} if times == 1 else {"write", "fsync", "ftruncate"}
    assert wanted == set(failures), failures


def test_a_ledger_that_cannot_take_back_says_so(tmp_path: Path) -> None:
    """If half a line can be neither finished nor taken back, nothing more is appended."""
    with JsonLinesLedger(tmp_path / "record.jsonl") as ledger:
        ledger.append(RECORD[0])
        with Failing(0, times=2), pytest.raises(LedgerError, match="cannot be written"):
            ledger.append(RECORD[2])
        assert "torn" in ledger.damage()[0].text.en
        with pytest.raises(LedgerError, match=":2: dòng cuối bị cắt dở"):
            ledger.append(RECORD[2])


def test_mending_may_fail(path: Path) -> None:
    """A torn line that cannot be cut off stays where it is, and the failure is said."""
    path.write_bytes(path.read_bytes()[:-5])
    with JsonLinesLedger(path) as ledger:
        before = path.read_bytes()
        with Failing(0), pytest.raises(LedgerError, match="cannot be mended"):
            ledger.mend()
        assert path.read_bytes() == before


def test_conflicts_write_nothing(path: Path) -> None:
    """An entry that does not follow leaves the file as it was."""
    before = path.read_bytes()
    with JsonLinesLedger(path) as ledger, pytest.raises(Conflict):
        ledger.append(RECORD[2])
    assert path.read_bytes() == before


def test_a_new_file_is_as_durable_as_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder of a new file is synced, that of an old one is not again."""
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    JsonLinesLedger(tmp_path / "record.jsonl").close()
    assert len(synced) == 1
    JsonLinesLedger(tmp_path / "record.jsonl").close()
    assert len(synced) == 1


def test_bodies_are_stored_as_hashed(tmp_path: Path) -> None:
    """Bytes of a body that are not as this library writes them are kept as they are."""
    spaced = RECORD[0].body.replace(b'"version":0', b'"version": 0')
    entry = Entry.read(spaced, hashlib.sha256(spaced).hexdigest())
    path = tmp_path / "record.jsonl"
    with JsonLinesLedger(path) as ledger:
        ledger.append(entry)
    with JsonLinesLedger(path, read_only=True) as ledger:
        assert [each.body for each in ledger.entries()] == [spaced]
        assert verify(ledger) == ()
        with pytest.raises(UsageError, match="open it first"):
            clerk_of(ledger).case("b")
