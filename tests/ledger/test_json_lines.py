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

import attrs
import pytest

from congress_flow.errors import LedgerError
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
    cuts = {*range(last + 1, len(whole) - 1, 7), last + 1, len(whole) - 2}
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
        self.called: list[str] = []

    def wrap(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return *call* as this system makes it; a failing write has written half of it."""

        def wrapped(*arguments: Any) -> Any:
            self.called.append(name)
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


def _line(body: bytes, seal: str | None = None) -> bytes:
    told = hashlib.sha256(body).hexdigest() if seal is None else seal
    return b'{"body":' + body + b',"seal":"' + told.encode() + b'"}\n'


BODY = RECORD[2].body
FORGED = BODY.replace(b'"outcome":"refused"', b'"outcome":"not_drawn"')
LINE = _line(BODY)


@pytest.mark.parametrize(
    "line",
    [
        LINE.replace(b'{"body":', b'{"body":' + FORGED + b',"body":'),
        LINE.replace(b',"seal":', b',"body":' + FORGED + b',"seal":'),
        LINE.replace(b',"seal":', b',"seal":"' + b"0" * 64 + b'","seal":'),
        LINE.replace(b"\n", b"\r\n"),
        LINE.replace(b',"seal":', b', "seal":'),
        b" " + LINE,
        LINE.replace(b'"seal"', b'"se\\u0061l"'),
        b'{"seal":"' + RECORD[2].seal.encode() + b'","body":' + BODY + b"}\n",
        _line(BODY.replace(b'"version":0', b'"version": 0')),
        _line(BODY.replace(b'"version":0', b'"version":-0')),
        _line(BODY.replace(b'"outcome":', b'"outcome":"not_drawn","outcome":')),
        _line(BODY.replace(b'"facts":{', b'"facts":{"present":9,')),
        _line(BODY.replace(b'"present":1', b'"present":1.0')),
        _line(BODY.replace(b'"case":"a"', b'"case":"\\u0061"')),
        _line(BODY.replace(b'"version":0,"who"', b'"who"').replace(b"}", b',"version":0}')),
        _line(BODY.replace(b"Z", b"+00:00")),
        b'{"body":' + b"[" * 100_000 + b"\n",
    ],
)
def test_a_line_has_one_form(path: Path, line: bytes) -> None:
    """A line that two readers could read differently is damage, named with its number.

    A second body or fact, the order of keys, spaces, other ends of lines and other spellings: what
    is not byte for byte the line of what was read from it, is not what was written.
    """
    assert hashlib.sha256(BODY).hexdigest() == RECORD[2].seal
    lines = path.read_bytes().splitlines(keepends=True)
    assert line != lines[2] == LINE
    path.write_bytes(b"".join([*lines[:2], line, *lines[3:]]))
    with JsonLinesLedger(path) as ledger:
        (problem,) = ledger.damage()
        assert problem.path == f"{path}:3"
        assert problem in verify(ledger)
        with pytest.raises(LedgerError, match=":3: không đọc được"):
            clerk_of(ledger).submit("b", met(FIRST.replace(month=3)), "thư ký")


def test_a_line_without_its_end_is_whole(path: Path) -> None:
    """A whole entry that only lost its end (an editor, a copy) is kept; `mend` gives it its end."""
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    with JsonLinesLedger(path, read_only=True) as reader:
        (problem,) = reader.damage()
        assert problem.path == f"{path}:{len(RECORD)}"
        assert "has no end" in problem.text.en
        assert verify(reader) == (problem,)
        assert tuple(reader.entries()) == RECORD
    with JsonLinesLedger(path) as ledger:
        with pytest.raises(LedgerError, match="thiếu dấu xuống dòng"):
            clerk_of(ledger).submit("b", met(FIRST.replace(month=3)), "thư ký")
        assert path.read_bytes() == whole[:-1]
        assert ledger.mend() is None
        assert path.read_bytes() == whole
        assert tuple(ledger.entries()) == RECORD
        assert verify(ledger) == ()
        clerk_of(ledger).submit("b", met(FIRST.replace(month=3)), "thư ký")
    assert list(path.parent.iterdir()) == [path]
    with JsonLinesLedger(path) as ledger:
        assert len(tuple(ledger.entries())) == len(RECORD) + 1
        assert verify(ledger) == ()


@pytest.mark.parametrize(
    "tail",
    [
        _line(RECORD[-1].body, "0" * 64),
        _line(RECORD[-1].body.replace("thư ký".encode(), b"ai"), RECORD[-1].seal),
        _line(RECORD[1].body),
        _line(RECORD[-1].body).replace(b',"seal"', b', "seal"'),
        b"{}\n",
    ],
)
def test_a_whole_line_never_goes_away(path: Path, tail: bytes) -> None:
    """What stands whole at the end is no half append: `mend` neither cuts it off nor accepts it."""
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:-1], tail[:-1]]))
    before = path.read_bytes()
    with JsonLinesLedger(path) as ledger:
        assert ledger.mend() is None
        assert path.read_bytes() == before
        assert ledger.damage()[-1].path == f"{path}:{len(RECORD)}"
        with pytest.raises(LedgerError, match=f":{len(RECORD)}: "):
            ledger.append(RECORD[-1])
    assert list(path.parent.iterdir()) == [path]


def test_a_second_tear_at_the_same_place(path: Path) -> None:
    """What was put aside once stays there: another tear at the same place has another name."""
    whole = path.read_bytes()
    last = whole.rindex(b"\n", 0, len(whole) - 1) + 1
    aside: list[Path | None] = []
    for cut in (last + 9, last + 7, last + 9):
        path.write_bytes(whole[:cut])
        path.chmod(0o600)
        with JsonLinesLedger(path) as ledger:
            aside.append(ledger.mend())
        assert path.read_bytes() == whole[:last]
    assert [each and each.read_bytes() for each in aside] == [
        whole[last : last + 9],
        whole[last : last + 7],
        whole[last : last + 9],
    ]
    assert len({*aside}) == len(aside)
    assert {each and each.stat().st_mode & 0o777 for each in aside} == {0o600}


def test_nothing_is_lost_while_mending(path: Path) -> None:
    """Whichever call fails on the way, the torn line is in its file or, durable, in another one."""
    whole = path.read_bytes()
    last = whole.rindex(b"\n", 0, len(whole) - 1) + 1
    torn = whole[last:-5]
    failed: Counter[str] = Counter()
    for nth in range(8):
        path.write_bytes(whole[:last] + torn)
        with JsonLinesLedger(path) as ledger:
            with Failing(nth) as system:
                try:
                    ledger.mend()
                except LedgerError as error:
                    assert "cannot be mended" in str(error)  # noqa: PT017 - not each call fails
            failed.update(system.failed)
            left = path.read_bytes()
            asides = [each for each in path.parent.iterdir() if each != path]
            assert left.startswith(whole[:last])
            assert left == whole[:last] + torn or torn in [each.read_bytes() for each in asides]
            ledger.mend()
            assert ledger.damage() == ()
            assert path.read_bytes() == whole[:last]
        for each in asides:
            each.unlink()
    assert failed == {"write": 1, "fsync": 3, "ftruncate": 1}


def test_a_tear_is_cut_off_last(path: Path) -> None:
    """The torn line and its name are on the disk before anything is cut off."""
    path.write_bytes(path.read_bytes()[:-5])
    system = Failing(100)
    with JsonLinesLedger(path) as ledger, system:
        ledger.mend()
    assert system.called == ["write", "fsync", "fsync", "ftruncate", "fsync"]


def test_what_an_append_left_behind_is_mended(tmp_path: Path) -> None:
    """Half a line that could not be taken back can be put aside at once, without opening anew."""
    path = tmp_path / "record.jsonl"
    with JsonLinesLedger(path) as ledger:
        ledger.append(RECORD[0])
        with Failing(0, times=2), pytest.raises(LedgerError, match="cannot be written"):
            ledger.append(RECORD[2])
        aside = ledger.mend()
        assert aside is not None
        assert LINE.startswith(aside.read_bytes())
        ledger.append(RECORD[2])
        assert verify(ledger) == ()


def _tampered(lines: list[bytes]) -> dict[str, tuple[int, str, list[bytes]]]:
    """Return ways in which the lines of a record can go wrong, each with the line that shows it."""
    edited = lines[2].replace(b'"present":1', b'"present":0')
    allowed = BODY.replace(b'"outcome":"refused"', b'"outcome":"allowed"')
    return {
        "edited": (3, "đã bị sửa", [*lines[:2], edited, *lines[3:]]),
        "dropped": (3, "không nối tiếp", [*lines[:2], *lines[3:]]),
        "no opening": (2, "mở hồ sơ", [*lines[:0], *lines[1:]]),
        "swapped": (3, "không nối tiếp", [*lines[:2], lines[3], lines[2], *lines[4:]]),
        "doubled": (4, "không nối tiếp", [*lines[:3], lines[2], *lines[3:]]),
        "moved": (5, "đã xem hồ sơ b", [*lines[:4], lines[5], lines[4], *lines[6:]]),
        "sealed anew": (4, "không nối tiếp", [*lines[:2], _line(FORGED), *lines[3:]]),
        "let through": (3, "allowed dù có vi phạm", [*lines[:2], _line(allowed)]),
    }


@pytest.mark.parametrize("how", _tampered([b""] * 9))
def test_nothing_is_appended_to_a_tampered_record(path: Path, how: str) -> None:
    """A line with a wrong seal or out of its chain stops all appends, also to other cases.

    The error names the line; what is there can still be read and verified.
    """
    number, said, lines = _tampered(path.read_bytes().splitlines(keepends=True))[how]
    path.write_bytes(b"".join(lines))
    with JsonLinesLedger(path) as ledger:
        assert ledger.damage() == ()
        assert verify(ledger)
        assert len(tuple(ledger.entries())) == len(lines)
        clerk = clerk_of(ledger)
        with pytest.raises(LedgerError) as refused:
            clerk.open(slate, "c", SUBJECT, FIRST, "thư ký")
        assert f"{path}:{number}: " in str(refused.value)
        assert said in str(refused.value)
        assert ledger.mend() is None
    assert path.read_bytes() == b"".join(lines)


def test_many_problems_are_not_all_told(path: Path) -> None:
    """Of a file that is wrong all through, the error names the first lines and counts the rest."""
    path.write_bytes(b"x\n" * 15)
    with JsonLinesLedger(path) as ledger:
        with pytest.raises(LedgerError) as refused:
            ledger.append(RECORD[0])
        assert len(ledger.damage()) == 15
    told = str(refused.value).splitlines()
    assert [f":{number}: " in line for number, line in enumerate(told[:-1], start=1)] == [True] * 10
    assert told[-1] == "… (+5)"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Entry.read(RECORD[2].body, "0" * 64), "does not fit its seal"),
        (Entry.read(FORGED, hashlib.sha256(FORGED).hexdigest()), "over a breach"),
        (attrs.evolve(RECORD[2], body=b"{}"), "no entry"),
        (attrs.evolve(RECORD[2], body=BODY + b" "), "no entry"),
    ],
)
def test_what_would_be_damage_is_not_taken(tmp_path: Path, entry: Entry, said: str) -> None:
    """An entry that would stop all appends when the file is opened again does not get in."""
    path = tmp_path / "record.jsonl"
    with JsonLinesLedger(path) as ledger:
        ledger.append(RECORD[0])
        with pytest.raises(LedgerError, match=said):
            ledger.append(entry)
        ledger.append(RECORD[2])
    assert path.read_bytes() == _line(RECORD[0].body) + LINE
