"""One writer at a time in one folder; the lock goes with its process."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def locked(folder: Path) -> Generator[None]:
        """Hold the only permission to write in a folder, waiting for it where needed."""
        descriptor = os.open(folder / ".partenariats.lock", os.O_RDWR | os.O_CREAT)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
            yield
        finally:
            os.close(descriptor)

else:
    import fcntl

    @contextmanager
    def locked(folder: Path) -> Generator[None]:
        """Hold the only permission to write in a folder, waiting for it where needed."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)
