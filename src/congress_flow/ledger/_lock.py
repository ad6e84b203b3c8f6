"""One writer a file: a lock that the system takes back when the process ends, however it ends."""

from __future__ import annotations

import sys

if sys.platform == "win32":  # pragma: no cover - the other branch is the one of this machine
    import msvcrt
    import os

    # Windows locks bytes against readers too: one far behind any content disturbs nobody.
    _FAR = 1 << 40

    def lock(descriptor: int) -> None:
        """Lock an open file for this process. Raises `OSError` if another one has it."""
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def lock(descriptor: int) -> None:
        """Lock an open file for this process. Raises `OSError` if another one has it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
