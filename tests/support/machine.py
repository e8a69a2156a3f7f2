"""The machine as every test finds it: an empty home, a clock that stands still, no network."""

import itertools
import os
import socket
import stat
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from frontdesk.foundation import words
from frontdesk.foundation.clock import FixedClock, SystemClock
from tests.support.guards import trespass

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""What the clock says: a Sunday at noon."""

FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "runtime",
}
"""Variables that lead to a person's own files, and the folder of its home that each test gets instead."""


def pytest_configure() -> None:
    """Set what is read once for each process."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.update(LANG="C.UTF-8", LC_ALL="C.UTF-8", LANGUAGE="")
    # Not UTC, so that a local time shows where an instant in UTC belongs.
    os.environ["TZ"] = "Asia/Kolkata"
    time.tzset()
    _close_the_network()


_unused: list[Path] = []
"""Homes in which a test has left nothing at all, as nearly every test does: the next one may have them."""


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_folders(_homes: Iterator[Path]) -> Iterator[Path]:
    """An empty home for each test; nothing leads to the real one or to a real database server."""
    home = _unused.pop() if _unused else _built(next(_homes))
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("FRONTDESK_", "PG"))]:
            patch.delenv(name)
        for name, part in FOLDERS.items():
            patch.setenv(name, str(home / part))
        yield home
    if _as_built(home):
        _unused.append(home)


def _built(home: Path) -> Path:
    for part in FOLDERS.values():
        (home / part).mkdir(mode=0o700, parents=True, exist_ok=True)
    return home


def _as_built(home: Path) -> bool:
    """Whether a home has its folders, with the rights they were given, and nothing else."""
    folders = {home / part for part in FOLDERS.values()}
    try:
        found = {one for folder in folders for one in folder.iterdir()}
        return found == folders - {home} and all(_is_private(folder) for folder in folders)
    except OSError:
        return False


def _is_private(folder: Path) -> bool:
    return stat.S_IMODE(folder.lstat().st_mode) == 0o700


@pytest.fixture
def clock() -> FixedClock:
    """The clock of this test; it moves when its ``instant`` is set."""
    return FixedClock(NOW)


@pytest.fixture(autouse=True)
def _still_clock(request: pytest.FixtureRequest, clock: FixedClock) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        if request.node.get_closest_marker("real_clock") is None:
            patch.setattr(SystemClock, "now", lambda _self: clock.now())
        yield


@pytest.fixture(autouse=True)
def _same_language() -> Iterator[None]:
    before = words.language()
    yield
    if words.language() != before:
        words.speak(before)


def _close_the_network() -> None:
    for name in ("connect", "connect_ex"):
        _fence(socket.socket, name, lambda _socket, address: address)
    _fence(socket.socket, "sendto", lambda *args: args[-1])
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
        _fence(socket, name, lambda host, *_rest, **_options: (host,))


def _fence(owner: object, name: str, address_of: Callable[..., object]) -> None:
    real = getattr(owner, name)

    def guarded(*args: Any, **options: Any) -> Any:
        address = address_of(*args, **options)
        if not _is_here(address):
            raise trespass(f"A test reached for the network: {address!r}")
        return real(*args, **options)

    setattr(owner, name, guarded)


def _is_here(address: object) -> bool:
    """Whether an address as :mod:`socket` takes it is this machine, or a file of it."""
    if not isinstance(address, tuple) or address[0] is None:
        return True
    host = address[0].decode() if isinstance(address[0], bytes) else str(address[0])
    return host in {"", "localhost", "::1"} or host.startswith("127.")
