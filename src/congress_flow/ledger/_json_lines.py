"""A ledger as a file of JSON lines: append-only, for exchange and for one writer at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Final, Self

from congress_flow._text import Text
from congress_flow.errors import LedgerError, Problem
from congress_flow.ledger._canonical import is_whole, line_of, read_line
from congress_flow.ledger._chains import Chains
from congress_flow.ledger._entry import Entry
from congress_flow.ledger._ledger import MemoryLedger
from congress_flow.ledger._lock import lock


class JsonLinesLedger:
    """A file in which each line is one entry: `{"body":{...},"seal":"..."}`, in UTF-8.

    An entry is on the disk (`fsync`) before `append` returns. While the ledger is open nobody else
    can open it for writing: that raises `LedgerError`. With `read_only` it is neither locked nor
    made, and shows the file as it was when it was opened.

    When the file is opened every line is read, and its seal and its place in the chain of its case
    are looked at. A line that cannot be read is kept as it is and named by `damage`; `verify` names
    what cannot have been written so. While there is anything of either, nothing is appended.

    A last line without its end is half an entry, from a crash in the middle of an append whose
    caller never had an answer; or it is a whole one, which an editor or a copy took the end from.
    `mend` puts the half aside, and gives the whole its end back.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False) -> None:
        self.path = Path(path)
        self._lock = Lock()
        self._file = -1 if read_only else _opened(self.path)
        try:
            self._load()
        except BaseException:
            self.close()
            raise

    def _load(self) -> None:
        self._index = MemoryLedger()
        self._chains = Chains()
        self._damage: list[Problem] = []
        self._faults: list[Problem] = []
        try:
            content = self.path.read_bytes()
        except OSError as error:
            raise LedgerError(f"{self.path} cannot be read: {error}") from error
        *lines, tail = content.split(b"\n")
        for number, line in enumerate(lines, start=1):
            self._take(number, line)
        self._lines = len(lines)
        self._whole = len(content) - len(tail)  # bytes up to the end of the last whole line
        self._torn, self._endless = b"", False
        if tail and not is_whole(tail):
            self._torn = tail
            self._tear(len(tail))
        elif tail:
            self._endless = self._take(len(lines) + 1, tail)
            self._damage.append(Problem(f"{self.path}:{len(lines) + 1}", _ENDLESS))

    def _take(self, number: int, line: bytes) -> bool:
        """Take a line in, and return whether it is an entry that was written as the next one."""
        place = f"{self.path}:{number}"
        try:
            entry = _entry_of(line)
        except LedgerError as error:
            text = Text(f"không đọc được dòng này: {error}", f"the line cannot be read: {error}")
            self._damage.append(Problem(place, text))
            return False
        faults = self._chains.take(entry)
        self._faults += [Problem(place, text) for text in faults]
        self._index.keep(entry)
        return not faults

    def _tear(self, size: int) -> None:
        text = Text(
            f"dòng cuối bị cắt dở ({size} byte): lần ghi sau cùng chưa xong",
            f"the last line is torn ({size} bytes): the latest append was not finished",
        )
        self._damage.append(Problem(f"{self.path}:{self._lines + 1}", text))

    def __repr__(self) -> str:
        return f"JsonLinesLedger({str(self.path)!r}, {self._index!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. What was read stays readable; nothing can be appended any more."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def append(self, entry: Entry) -> None:
        """Write *entry* down, onto the disk.

        Raises `Conflict` if it does not follow the latest of its case; `LedgerError` if the file is
        closed, cannot be written, or is not as it was written (each line is named), and for an
        entry that `verify` would find fault with. What could not be written whole is taken back.
        """
        if self._file < 0:
            raise LedgerError(f"{self.path} is not open for writing")
        with self._lock:
            if self._damage or self._faults:
                raise LedgerError(_told([*self._damage, *self._faults]))
            self._index.check(entry)
            line = line_of(entry.body, entry.seal)
            read = _entry_of(line)  # nothing gets in that could not be read when opened again
            if faults := self._chains.faults(read):
                raise LedgerError(f"{read!r}: {'; '.join(text.en for text in faults)}")
            self._write(line + b"\n")
            self._chains.follow(read)
            self._index.keep(read)

    def _write(self, line: bytes) -> None:
        try:
            _write_all(self._file, line)
            os.fsync(self._file)
        except OSError as error:
            try:
                os.ftruncate(self._file, self._whole)
            except OSError:
                self._tear(len(line))  # at most: nobody can tell how much of it was written
            raise LedgerError(f"{self.path} cannot be written: {error}") from error
        self._whole += len(line)
        self._lines += 1

    def mend(self) -> Path | None:
        """Mend the last line where it has no end, and return where a torn one was put aside.

        An entry that is whole, rightly sealed and the next of its case gets its end back. Half a
        line goes into a file of its own, beside this one, which is on the disk before anything is
        cut off here. All other damage stays as it is: a line that was once written whole is not
        a crash, and nothing here may make it go away. None is returned if nothing was put aside.
        """
        if self._file < 0:
            raise LedgerError(f"{self.path} is not open for writing")
        with self._lock:
            self._load()  # an append that failed may have left more, or less, than is known of it
            aside = None
            try:
                if self._endless:
                    _write_all(self._file, b"\n")
                elif self._torn:
                    aside = self._put_aside()
                    os.ftruncate(self._file, self._whole)
                os.fsync(self._file)
            except OSError as error:
                raise LedgerError(f"{self.path} cannot be mended: {error}") from error
            self._load()
        return aside

    def _put_aside(self) -> Path:
        name = f"{self.path.name}.torn-{self._whole}"
        mode = os.fstat(self._file).st_mode & 0o777  # to be read by nobody who cannot read this
        aside, number = self.path.with_name(name), 1
        while aside.exists():  # from an earlier tear at the same place
            number += 1
            aside = self.path.with_name(f"{name}-{number}")
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
        try:
            _write_all(descriptor, self._torn)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        _keep_name(aside)
        return aside

    def entries(self, case: str | None = None) -> Iterator[Entry]:
        """Return all entries, or those of one case, in the order of the lines."""
        return self._index.entries(case)

    def latest(self, case: str) -> Entry | None:
        """Return the latest entry of a case, or None where it was never opened."""
        return self._index.latest(case)

    def keyed(self, key: str) -> Entry | None:
        """Return the entry handed in with an idempotency key, or None."""
        return self._index.keyed(key)

    def cases(self) -> tuple[str, ...]:
        """Return the ids of all cases, in the order in which they were opened."""
        return self._index.cases()

    def damage(self) -> tuple[Problem, ...]:
        """Return the lines that cannot be read, each with its number."""
        return tuple(self._damage)


_BINARY: Final = getattr(os, "O_BINARY", 0)
_SHOWN: Final = 10
_ENDLESS: Final = Text(
    "dòng cuối thiếu dấu xuống dòng: bị mất sau khi ghi, hoặc lần ghi sau cùng chưa xong",
    "the last line has no end: taken from it since, or the latest append was not finished",
)


def _entry_of(line: bytes) -> Entry:
    try:
        return Entry.read(*read_line(line))
    except ValueError as error:
        raise LedgerError(f"no entry: {error}") from error


def _told(problems: Sequence[Problem]) -> str:
    """Return the first of the problems, a line each."""
    more = [f"… (+{len(problems) - _SHOWN})"] if len(problems) > _SHOWN else []
    return "\n".join([*map(str, problems[:_SHOWN]), *more])


def _opened(path: Path) -> int:
    """Open a file for appending, make it if need be, and lock it; return its descriptor."""
    new = not path.exists()
    try:
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY
        descriptor = os.open(path, flags, 0o644)
    except OSError as error:
        raise LedgerError(f"{path} cannot be opened: {error}") from error
    try:
        lock(descriptor)
        if new:
            _keep_name(path)
    except OSError as error:
        os.close(descriptor)
        raise LedgerError(f"{path} is open for writing elsewhere: {error}") from error
    return descriptor


def _keep_name(path: Path) -> None:
    """Make the name of a new file as durable as its content; not every system has a way to."""
    if sys.platform != "win32":  # pragma: no branch
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _write_all(descriptor: int, content: bytes) -> None:
    while content:
        content = content[os.write(descriptor, content) :]
