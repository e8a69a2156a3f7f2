"""What every test would do anew though none is about it: done once for each test process.

The objects that the collected tests are made of are looked through for garbage no more, and a statement
is put into words once for each kind of database. The program's own engines keep their statements for
themselves; here each test has new engines, for the same few statements.
"""

import gc
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

_WORDED = "compiled_cache"


class _Worded(dict[Any, Any]):
    """Compiled statements, kept for a kind of dialect where SQLAlchemy names one engine's own."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_by_kind(key), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_by_kind(key), compiled)


_worded = _Worded()


def _by_kind(key: tuple[Any, ...]) -> tuple[Any, ...]:
    """The key of a statement, the same for all dialects that would word it alike."""
    dialect, *statement = key
    return type(dialect), dialect.server_version_info, *statement


def _share(connection: Connection) -> None:
    if _WORDED not in connection.get_execution_options():
        connection.execution_options(**{_WORDED: _worded})


def pytest_configure() -> None:
    """Let all engines have their statements in common."""
    event.listen(Engine, "engine_connect", _share)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Take what is there before the first test for what stays."""
    gc.collect()
    gc.freeze()
