"""Where a database may lie."""

import os
from pathlib import Path

from frontdesk.foundation.errors import StorageTrouble
from frontdesk.foundation.words import tr

_SHARES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "fuse.sshfs", "9p", "ncpfs"}


def default_file() -> Path:
    """The house's database in the platform's folder for application data."""
    from platformdirs import user_data_path

    return user_data_path("frontdesk", appauthor=False) / "frontdesk.db"


def on_network_share(file: Path) -> bool:
    """Whether the file lies on a network share, where SQLite's locks do not hold.

    Known on Linux from the mount table, on Windows from a UNC path; elsewhere taken as local.
    """
    if os.name == "nt":
        return str(file.absolute()).startswith("\\\\")
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    holding = [line.split()[1:3] for line in mounts if _holds(line.split()[1], file)]
    return max(holding, key=lambda m: len(m[0]), default=["", ""])[1] in _SHARES


def _holds(mount: str, file: Path) -> bool:
    return file.absolute().is_relative_to(mount.replace("\\040", " "))


def share_refused() -> StorageTrouble:
    """Why a share will not do."""
    return StorageTrouble(
        tr(
            "This folder is a network share, where an embedded database gets damaged. Nothing was written. "
            "Choose a folder on this computer; several desks share a PostgreSQL server instead."
        )
    )
