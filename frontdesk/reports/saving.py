"""A finished paper into a file: whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path

from frontdesk.foundation.errors import DeskError
from frontdesk.foundation.words import tr


def save(content: bytes, path: Path) -> None:
    """Write ``content`` to ``path``; a file already there is replaced only when the new one is complete.

    The file can be read by its owner only: it holds people's names. Raises :class:`DeskError` with the
    sentence for the desk where it cannot be written; what was there before is then still there.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a pipe or /dev/stdout: nothing to replace, only to write to
        else:
            _replace(content, path.resolve())
    except OSError as trouble:
        raise DeskError(_sentence(trouble, path)) from trouble


def _replace(content: bytes, path: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _sentence(trouble: OSError, path: Path) -> str:
    match trouble.errno:
        case errno.ENOSPC | errno.EDQUOT:
            text = tr("The disk is full, so {file} was not written. Make room, then save it again.")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            text = tr("{folder} cannot be written to, so {file} was not written. Choose another folder.")
        case errno.ENOENT | errno.ENOTDIR:
            text = tr("There is no folder {folder}, so {file} was not written. Choose another folder.")
        case errno.EISDIR:
            text = tr("{file} is a folder. Choose a name for the file.")
        case _:
            text = tr("{file} was not written: {reason}. Choose another place.")
    return text.format(file=path.name, folder=path.parent, reason=trouble.strerror)
