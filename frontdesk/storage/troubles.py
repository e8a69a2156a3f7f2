"""What a database says when it cannot, in sentences for the desk.

Only troubles that the person at the desk can do something about become sentences; anything else is
a fault of ours and passes through untouched.
"""

from collections.abc import Callable

from sqlalchemy.engine import ExceptionContext

from frontdesk.foundation.errors import (
    DiskFull,
    InUse,
    NoDatabase,
    NotADatabase,
    ReadOnly,
    StorageTrouble,
    Unreachable,
)
from frontdesk.foundation.words import tr


def disk_full() -> StorageTrouble:
    """No room left."""
    return DiskFull(
        tr(
            "The disk is full. The last change was not saved; everything before it is safe. Free some "
            "space and try again."
        )
    )


def in_use() -> StorageTrouble:
    """Locked by somebody else for longer than we wait."""
    return InUse(
        tr(
            "Another program is using the database. The last change was not saved. Close the other "
            "program or try again in a moment."
        )
    )


def read_only() -> StorageTrouble:
    """The file or the folder may not be written to."""
    return ReadOnly(
        tr(
            "The database or its folder cannot be written to. Nothing was saved. Ask for write "
            "permission, or choose another folder."
        )
    )


def damaged() -> StorageTrouble:
    """Not a database at all, or a broken one."""
    return NotADatabase(
        tr(
            "This file is not a frontdesk database, or it is damaged. It was left as it is. Choose "
            "another file, or restore a backup."
        )
    )


def no_database(name: str) -> StorageTrouble:
    """Nothing there."""
    return NoDatabase(
        tr(
            "There is no database at {name}. Nothing was changed. Check the name, or bring in a file "
            "to make a new one."
        ).format(name=name)
    )


def unreachable() -> StorageTrouble:
    """The server does not answer or will not let us in."""
    return Unreachable(
        tr(
            "The database server does not answer. The last change was not saved. Check the network "
            "and the server, then try again."
        )
    )


_SQLITE: dict[str, Callable[[], StorageTrouble]] = {
    "SQLITE_FULL": disk_full,
    "SQLITE_BUSY": in_use,
    "SQLITE_LOCKED": in_use,
    "SQLITE_READONLY": read_only,
    "SQLITE_CANTOPEN": read_only,
    "SQLITE_PERM": read_only,
    "SQLITE_AUTH": read_only,
    "SQLITE_NOTADB": damaged,
    "SQLITE_CORRUPT": damaged,
}

# SQLSTATE classes, PostgreSQL documentation, appendix A.
_POSTGRESQL: dict[str, Callable[[], StorageTrouble]] = {
    "53100": disk_full,
    "25006": read_only,
    "42501": read_only,
    "55P03": in_use,
    "40P01": in_use,
    "3D000": unreachable,
    "28": unreachable,
    "08": unreachable,
    "57P": unreachable,
}


def _of_sqlite(error: BaseException) -> StorageTrouble | None:
    name = str(getattr(error, "sqlite_errorname", "") or "")
    primary = "_".join(name.split("_")[:2])
    found = _SQLITE.get(primary)
    return found() if found else None


def _of_postgresql(error: BaseException, *, lost: bool) -> StorageTrouble | None:
    state = str(getattr(error, "sqlstate", "") or "")
    for length in (5, 3, 2):
        if found := _POSTGRESQL.get(state[:length]):
            return found()
    # psycopg gives no SQLSTATE where no server answered at all.
    return unreachable() if lost or (not state and type(error).__name__ == "OperationalError") else None


def trouble(error: BaseException, *, lost: bool = False) -> StorageTrouble | None:
    """The sentence for a driver's error, or None for a fault of ours; ``lost`` when the connection is gone."""
    if type(error).__module__.startswith("psycopg"):
        return _of_postgresql(error, lost=lost)
    return _of_sqlite(error)


def translate(context: ExceptionContext) -> None:
    """SQLAlchemy's ``handle_error`` event: raise our sentence in place of the driver's error."""
    found = trouble(context.original_exception, lost=context.is_disconnect)
    if found is not None:
        context.chained_exception = found
