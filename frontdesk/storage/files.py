"""Files that appear whole or not at all, readable by their owner alone, with a proof of what was written.

A file is written as a *part* beside its place, flushed to the disk and only then given its name. Beside a
backup lies its SHA-256, as ``sha256sum`` writes it: it shows a letter that a failing disk has changed.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_ENDING = ".part"
_A_DAY_S = 24 * 60 * 60


@contextmanager
def part_of(place: Path) -> Iterator[Path]:
    """A new private file beside ``place``, gone at the end unless it was given its name."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{place.name}.", suffix=_ENDING, dir=place.parent)
    os.close(handle)
    part = Path(name)
    try:
        part.chmod(0o600)  # whatever the umask
        drop_left_behind(place.parent, f".{place.name}.", part)
        yield part
    finally:
        _drop(part)


def drop_left_behind(folder: Path, start: str, fresh: Path) -> None:
    """Take away the parts of killed programs: those named so, and a day older than a ``fresh`` file.

    Whatever cannot be taken away stays: what is being written now must not fail for it.
    """
    with suppress(OSError):
        old = fresh.stat().st_mtime - _A_DAY_S
        for part in list(folder.iterdir()):
            if part.name.startswith(start) and part.suffix == _ENDING and part.stat().st_mtime < old:
                _drop(part)


def _drop(part: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):  # why the file was not written is to be told, and not this
            part.with_name(f"{part.name}{ending}").unlink(missing_ok=True)


def put(part: Path, place: Path) -> None:
    """Give a part its name, so that a power cut leaves the old file or the whole new one."""
    flush(part)
    part.replace(place)
    _flush_folder(place.parent)


def put_signed(part: Path, place: Path) -> None:
    """As :func:`put`, with the SHA-256 beside it; all that needs room is written first."""
    with part_of(digest_of(place)) as line:
        line.write_text(f"{_digest(part)}  {place.name}\n", encoding="utf-8")
        flush(line)
        flush(part)
        digest_of(place).unlink(missing_ok=True)  # a kill leaves a whole file without, never with a wrong one
        part.replace(place)
        line.replace(digest_of(place))
    _flush_folder(place.parent)


def digest_of(place: Path) -> Path:
    """The file that holds the SHA-256 of a backup."""
    return place.with_name(f"{place.name}.sha256")


def as_signed(place: Path) -> bool:
    """Whether a file is what was written, as far as its SHA-256 lies beside it."""
    signed = digest_of(place)
    if not signed.is_file():
        return True
    return signed.read_text(encoding="utf-8", errors="replace")[:64] == _digest(place)


def flush(place: Path) -> None:
    """See that a file is on the disk."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _flush_folder(folder: Path) -> None:
    if os.name == "posix":
        flush(folder)


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
