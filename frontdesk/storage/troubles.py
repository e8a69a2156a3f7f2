"""What a database says when it cannot, in sentences for the desk.

Only troubles that the person at the desk can do something about become sentences; anything else is
a fault of ours and passes through untouched.
"""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.engine import ExceptionContext

from frontdesk.domain.changes import Gone
from frontdesk.foundation.errors import (
    DeskError,
    DiskFull,
    InUse,
    NoDatabase,
    NotADatabase,
    ReadOnly,
    Refused,
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


def disk_fails() -> DeskError:
    """The disk did not take or give what was asked: a quota, a loose cable, a dying disk."""
    return DiskFull(
        tr(
            "The disk did not do what was asked: it is full, or it is failing. The last change was not "
            "saved. Look at its free space and your quota, then try again."
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


def read_only() -> DeskError:
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


def not_ours() -> StorageTrouble:
    """A database on a server that holds something else, or nothing where a house was expected."""
    return NotADatabase(
        tr(
            "There is no frontdesk house in this database on the server. It was left as it is. Check the "
            "database's name, or make a new house in an empty one."
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


def no_place() -> StorageTrouble:
    """An address that names neither a file nor a server."""
    return StorageTrouble(
        tr(
            "This is no place for a house. Nothing was changed. Name a file, or a PostgreSQL server as "
            "postgresql://user@server/database."
        )
    )


def no_driver() -> StorageTrouble:
    """The part of the program that speaks to PostgreSQL is an extra."""
    return StorageTrouble(
        tr(
            "The part that speaks to PostgreSQL is not installed. Nothing was changed. Install it with: "
            "pip install 'frontdesk[postgresql]'"
        )
    )


def unreachable() -> DeskError:
    """The server does not answer or will not let us in."""
    return Unreachable(
        tr(
            "The database server does not answer, or does not let this desk in. The last change was not "
            "saved. Check the network, the server, and the name and password in its address; then try again."
        )
    )


def perhaps_saved() -> DeskError:
    """The connection was lost on the way of a commit, and nobody knows on which half of it."""
    return Unreachable(
        tr(
            "The database server went away while the last change was being saved, so it may be there or "
            "not. Check the network and the server, and look whether it is there before you try again."
        )
    )


def card_taken() -> DeskError:
    """Two desks gave one card number to two people in the same moment."""
    return Refused(tr("This card number belongs to somebody else. Nothing was saved."), "card")


def plan_taken() -> DeskError:
    """Two plans of one name: written in the same moment, or by an undo."""
    return Refused(tr("There is a plan of this name already. Nothing was saved."), "name")


_SQLITE: dict[str, Callable[[], DeskError]] = {
    "SQLITE_FULL": disk_full,
    "SQLITE_IOERR": disk_fails,
    "SQLITE_BUSY": in_use,
    "SQLITE_LOCKED": in_use,
    "SQLITE_PROTOCOL": in_use,
    "SQLITE_READONLY": read_only,
    "SQLITE_CANTOPEN": read_only,
    "SQLITE_PERM": read_only,
    "SQLITE_AUTH": read_only,
    "SQLITE_NOTADB": damaged,
    "SQLITE_CORRUPT": damaged,
}

# The driver tells constraints apart by their text alone.
_SQLITE_CONSTRAINTS: dict[str, Callable[[], DeskError]] = {
    "FOREIGN KEY constraint failed": Gone,
    "UNIQUE constraint failed: customers.card": card_taken,
    "UNIQUE constraint failed: plans.folded": plan_taken,
}

_POSTGRESQL_CONSTRAINTS: dict[str, Callable[[], DeskError]] = {
    "uq_customers_card": card_taken,
    "uq_plans_folded": plan_taken,
}

# SQLSTATE classes, PostgreSQL documentation, appendix A.
_POSTGRESQL: dict[str, Callable[[], DeskError]] = {
    "53100": disk_full,
    "25006": read_only,
    "42501": read_only,
    "55P03": in_use,
    "40P01": in_use,
    "40001": in_use,
    "23503": Gone,
    "3D000": unreachable,
    "53300": unreachable,
    "28": unreachable,
    "08": unreachable,
    "57P": unreachable,
}

_ERRNO: dict[int, Callable[[], DeskError]] = {
    errno.ENOSPC: disk_full,
    errno.EDQUOT: disk_fails,
    errno.EFBIG: disk_fails,
    errno.EIO: disk_fails,
}


def _of_sqlite(error: BaseException) -> DeskError | None:
    name = str(getattr(error, "sqlite_errorname", "") or "")
    primary = "_".join(name.split("_")[:2])
    found = _SQLITE.get(primary) or _SQLITE_CONSTRAINTS.get(str(error))
    return found() if found else None


def _of_postgresql(error: Any, *, lost: bool) -> DeskError | None:
    state = str(getattr(error, "sqlstate", "") or "")
    for length in (5, 3, 2):
        if found := _POSTGRESQL.get(state[:length]):
            return found()
    if state == "23505" and error.diag.constraint_name in _POSTGRESQL_CONSTRAINTS:
        return _POSTGRESQL_CONSTRAINTS[error.diag.constraint_name]()
    # psycopg gives no SQLSTATE where no server answered at all.
    return unreachable() if lost or (not state and type(error).__name__ == "OperationalError") else None


def trouble(error: BaseException, *, lost: bool = False) -> DeskError | None:
    """The sentence for a driver's or the system's error, or None for a fault of ours.

    ``lost`` says that the connection is gone.
    """
    if isinstance(error, OSError):
        return _ERRNO.get(error.errno or 0, read_only)()
    if type(error).__module__.startswith("psycopg"):
        return _of_postgresql(error, lost=lost)
    return _of_sqlite(error)


def translate(context: ExceptionContext) -> DeskError | None:
    """SQLAlchemy's ``handle_error`` event: our sentence, to be raised in place of the driver's error."""
    if context.is_pre_ping:
        return None  # the pool finds an idle connection dropped, and makes another
    if context.is_disconnect and context.connection is not None and context.statement is None:
        return perhaps_saved()
    return trouble(context.original_exception, lost=context.is_disconnect)


@contextmanager
def told() -> Iterator[None]:
    """For what SQLAlchemy does not see, files and the driver itself: raise our sentence if there is one."""
    try:
        yield
    except DeskError:
        raise
    except Exception as error:
        found = trouble(error)
        if found is None:
            raise
        raise found from error
