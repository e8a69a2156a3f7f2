"""Where a database may lie."""

import os
import re
from pathlib import Path

from frontdesk.foundation.errors import NotADatabase, StorageTrouble
from frontdesk.foundation.words import tr
from frontdesk.storage import troubles

_SHARES = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph", "glusterfs", "davfs",
    "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.glusterfs",
}  # fmt: skip

_MOUNTS = Path("/proc/mounts")


def default_file() -> Path:
    """The house's database in the platform's folder for application data."""
    from platformdirs import user_data_path

    return user_data_path("frontdesk", appauthor=False) / "frontdesk.db"


def check_fit(file: Path) -> None:
    """Raise where no house can lie: a folder, a device, a network share."""
    if file.is_dir():
        raise NotADatabase(
            tr("This is a folder, not a house. It was left as it is. Choose the file of a house in it.")
        )
    if file.exists() and not file.is_file():
        raise troubles.damaged()
    if on_network_share(file):
        raise share_refused()


def on_network_share(file: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether the file lies on a network share, where SQLite's locks do not hold.

    Known on Linux from the table of ``mounts``, on Windows from a UNC path; elsewhere taken as local.
    """
    real = Path(os.path.realpath(file))  # which, unlike resolve(), bears links that lead in a circle
    if os.name == "nt":
        return str(real).startswith("\\\\")
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    kind, longest = "", 0
    for _, mount, found, *_ in (line.split() for line in lines):
        if len(mount) >= longest and real.is_relative_to(_unescaped(mount)):
            kind, longest = found, len(mount)
    return kind in _SHARES


def _unescaped(mount: str) -> str:
    """A mount point as it is: the table writes a space as its octal code (fstab(5))."""
    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), mount)


def share_refused() -> StorageTrouble:
    """Why a share will not do."""
    return StorageTrouble(
        tr(
            "This folder is a network share, where an embedded database gets damaged. Nothing was written. "
            "Choose a folder on this computer; several desks share a PostgreSQL server instead."
        )
    )
