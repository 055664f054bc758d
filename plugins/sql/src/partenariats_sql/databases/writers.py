"""The queue in which those who write to one SQLite file wait, instead of asking again and again.

Two locks of the operating system on files beside the database. Whoever may write next holds the
first while it waits for the second, so that nobody who has just written comes before it. A lock
goes when the last process that has its file open ends, however it ends: a program that is started
meanwhile does not get the file, but a copy that the process made of itself by `fork` has it too.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Lock, Thread


class Turn:
    """Wait for one's turn among those who write to a file."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._files: tuple[int, ...] = ()

    def take(self, seconds: float) -> bool:
        """Wait for one's turn; tell whether it came within so many seconds."""
        if not self._files:
            self._files = _open(self._database)
        if not self._files:
            return True
        import fcntl

        try:
            for file in self._files:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return self._wait(seconds)
        except OSError:  # a file system without locks
            self.close()
            return True
        fcntl.flock(self._files[0], fcntl.LOCK_UN)
        return True

    def give_up(self) -> None:
        """Let the next one write."""
        if not self._files:
            return
        import fcntl

        for file in reversed(self._files):
            fcntl.flock(file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Leave the queue for good."""
        for file in self._files:
            os.close(file)
        self._files = ()

    def _wait(self, seconds: float) -> bool:
        waiting = _Waiting(self._files)
        try:
            return waiting.has_come(seconds)
        finally:
            if waiting.is_given_up:
                self._files = ()  # they are the waiting thread's now


class _Waiting:
    """Wait in a thread of its own, because a wait for a lock has no end of its own."""

    def __init__(self, files: tuple[int, ...]) -> None:
        self._files = files
        self._come = Event()
        self._lock = Lock()
        self.is_given_up: bool = False
        Thread(target=self._run, daemon=True).start()

    def has_come(self, seconds: float) -> bool:
        """Tell whether the turn came in time; otherwise it is passed on when it comes."""
        try:
            self._come.wait(seconds)
        finally:
            with self._lock:
                self.is_given_up = not self._come.is_set()
        return not self.is_given_up

    def _run(self) -> None:
        import fcntl

        queue, turn = self._files
        fcntl.flock(queue, fcntl.LOCK_EX)
        fcntl.flock(turn, fcntl.LOCK_EX)
        fcntl.flock(queue, fcntl.LOCK_UN)
        with self._lock:
            self._come.set()
            if self.is_given_up:
                os.close(queue)
                os.close(turn)


def _open(database: Path) -> tuple[int, ...]:
    """Open the files of the queue; none where they cannot be opened, and SQLite waits by itself."""
    files: list[int] = []
    if find_spec("fcntl") is None:  # on Windows
        return ()
    try:
        for end in ("queue", "turn"):
            path = database.with_name(f"{database.name}-{end}")
            files.append(_opened(path))
    except OSError:  # a folder that cannot be written, which SQLite says better
        for file in files:
            os.close(file)
        return ()
    return tuple(files)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except PermissionError:  # the file of another user: reading is enough for a lock
        return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
