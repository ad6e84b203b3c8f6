"""A ledger as a file of JSON lines: append-only, for exchange and for one writer at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from congress_flow._text import Text
from congress_flow.errors import LedgerError, Problem
from congress_flow.ledger._canonical import line_of, read_line
from congress_flow.ledger._entry import Entry
from congress_flow.ledger._ledger import MemoryLedger
from congress_flow.ledger._lock import lock


class JsonLinesLedger:
    """A file in which each line is one entry: `{"body":{...},"seal":"..."}`, in UTF-8.

    An entry is on the disk (`fsync`) before `append` returns. While the ledger is open nobody else
    can open it for writing: that raises `LedgerError`. With `read_only` it is neither locked nor
    made, and shows the file as it was when it was opened.

    A line that cannot be read is kept as it is and named by `damage`; while there is any, nothing
    is appended. A last line without its end is what a crash leaves in the middle of an append,
    whose caller never had an answer: `mend` puts such a line aside.
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
        self._damage: list[Problem] = []
        try:
            content = self.path.read_bytes()
        except OSError as error:
            raise LedgerError(f"{self.path} cannot be read: {error}") from error
        *lines, self._torn = content.split(b"\n")
        for number, line in enumerate(lines, start=1):
            self._take(number, line)
        self._lines = len(lines)
        self._whole = len(content) - len(self._torn)  # bytes up to the end of the last whole line
        if self._torn:
            self._tear(len(self._torn))

    def _take(self, number: int, line: bytes) -> None:
        try:
            self._index.keep(Entry.read(*read_line(line)))
        except (ValueError, LedgerError) as error:
            text = Text(f"không đọc được dòng này: {error}", f"the line cannot be read: {error}")
            self._damage.append(Problem(f"{self.path}:{number}", text))

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
        damaged, closed, or cannot be written. What could not be written whole is taken back.
        """
        if self._file < 0:
            raise LedgerError(f"{self.path} is not open for writing")
        if self._damage:
            raise LedgerError("\n".join(str(problem) for problem in self._damage))
        with self._lock:
            self._index.check(entry)
            self._write(line_of(entry.body, entry.seal) + b"\n")
            self._index.keep(entry)

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
        """Put a torn last line aside, into a file of its own, and return where it is.

        Returns None where the last line is whole. Other damage stays as it is: a line that was
        once written whole is not a crash, and nothing here may make it go away.
        """
        if self._file < 0:
            raise LedgerError(f"{self.path} is not open for writing")
        if not self._torn:
            return None
        aside = self.path.with_name(f"{self.path.name}.torn-{self._whole}")
        try:
            aside.write_bytes(self._torn)
            os.ftruncate(self._file, self._whole)
            os.fsync(self._file)
        except OSError as error:
            raise LedgerError(f"{self.path} cannot be mended: {error}") from error
        self._load()
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


def _opened(path: Path) -> int:
    """Open a file for appending, make it if need be, and lock it; return its descriptor."""
    new = not path.exists()
    try:
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
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
