"""Write artifacts so that a reader finds each file old or new, never half of one."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from partenariats.errors import PartenariatsError
from partenariats.interfaces.exporter import Artifact, ExportError
from partenariats.publishing.lock import locked
from partenariats.publishing.targets import target_key

STAGE: Final = ".partenariats-"
"""What the folders begin with in which files are written before they are put in place."""


class UnwritableError(PartenariatsError):
    """A file or a folder cannot be written; what stood there is untouched."""


_SECRET: Final = 0o600


def publish(artifacts: Sequence[Artifact], folder: Path) -> tuple[Path, ...]:
    """Write artifacts below a folder: all beside their places first, then all into place.

    Raise `UnwritableError` where the system refuses, and `ExportError` where two artifacts
    share a name or one would leave the folder through a link; then nothing has been replaced.
    """
    _refuse_twins(artifacts)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            for stale in folder.glob(f"{STAGE}*"):
                shutil.rmtree(stale, ignore_errors=True)
            return _write(artifacts, folder)
    except OSError as error:
        raise _unwritable(error, folder) from None


def write_file(content: bytes, file: Path, *, is_secret: bool = False) -> Path:
    """Write one file, wholly or not at all; raise `UnwritableError` where the system refuses."""
    return write_pieces((content,), file, is_secret=is_secret)


def append(content: bytes, file: Path) -> None:
    """Add to the end of a file that is there, and return when it is on the disk for good.

    Raise `UnwritableError`; what was added in part is taken away again.
    """
    try:
        # without a buffer: what could not be written is not tried again when the file is closed
        with file.open("r+b", buffering=0) as stream:
            end = stream.seek(0, os.SEEK_END)
            try:
                written = 0
                while written < len(content):
                    written += stream.write(content[written:])
                os.fsync(stream.fileno())
            except OSError:
                stream.truncate(end)
                raise
    except OSError as error:
        raise _unwritable(error, file) from None


def cut(file: Path, size: int) -> None:
    """Leave only the beginning of a file; raise `UnwritableError`."""
    try:
        os.truncate(file, size)
    except OSError as error:
        raise _unwritable(error, file) from None


def delete(file: Path) -> None:
    """Delete a file, which may be gone already; raise `UnwritableError`."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(error, file) from None


def write_pieces(pieces: Iterable[bytes], file: Path, *, is_secret: bool = False) -> Path:
    """Write one file piece by piece, wholly or not at all; raise `UnwritableError`.

    One that was there keeps its permissions; a secret one is for its owner alone. A device or a
    pipe is written into and never replaced: `/dev/null` stays what it is.
    """
    try:
        if file.is_dir():
            raise UnwritableError("{file}: this is a folder", file=file)
        if file.exists() and not file.is_file():
            with file.open("wb") as device:
                device.writelines(pieces)
            return file
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, staged = tempfile.mkstemp(prefix=STAGE, dir=file.parent)
        try:
            _fill(descriptor, pieces)
            Path(staged).chmod(_SECRET if is_secret else _mode_of(file))
            os.replace(staged, file)  # noqa: PTH105  # the name of the system's call says what is meant
        finally:
            Path(staged).unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(error, file) from None
    return file


def stale(artifacts: Sequence[Artifact], folder: Path) -> tuple[Path, ...]:
    """List the files that are missing or differ from what was made."""
    return tuple(
        folder / artifact.name
        for artifact in artifacts
        if _content(folder / artifact.name) != artifact.content
    )


def _write(artifacts: Sequence[Artifact], folder: Path) -> tuple[Path, ...]:
    stage = Path(tempfile.mkdtemp(prefix=STAGE, dir=folder))
    try:
        for number, artifact in enumerate(artifacts):
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            _fill(os.open(stage / str(number), flags, 0o666), (artifact.content,))
        places = [_place(folder, artifact) for artifact in artifacts]
        for number, place in enumerate(places):
            os.replace(stage / str(number), place)  # noqa: PTH105  # as above
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return tuple(places)


def _place(folder: Path, artifact: Artifact) -> Path:
    """Return the place of an artifact, with the folders on the way made."""
    place = folder / artifact.name
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.parent.resolve().is_relative_to(folder.resolve()):
        raise ExportError("{file}: a link leads out of the output folder", file=place)
    if place.is_dir() and not place.is_symlink():
        raise UnwritableError("{file}: a folder stands where a file should go", file=place)
    return place


def _fill(descriptor: int, pieces: Iterable[bytes]) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _mode_of(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode) if file.exists() else _mode()


def _mode() -> int:
    """Return the permissions that a new file gets here: `mkstemp` gives fewer."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _refuse_twins(artifacts: Sequence[Artifact]) -> None:
    seen: dict[str, str] = {}
    for artifact in artifacts:
        other = seen.setdefault(target_key(artifact.name), artifact.name)
        if other is not artifact.name:
            raise ExportError("two outputs go to `{name}`", name=artifact.name)


def _unwritable(error: OSError, place: Path) -> UnwritableError:
    reason = error.strerror or type(error).__name__
    return UnwritableError("{file}: cannot be written: {reason}", file=place, reason=reason)
