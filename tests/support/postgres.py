"""A real PostgreSQL server, started by the tests for themselves as an ordinary user; and databases on it.

Each test process that needs one has its own, reached through a socket in the server's own folder. A
small shell stands over the server and stops it as soon as the test process is gone, however it went.
Where the server's programs are missing a developer's run skips; under ``CI=true`` it fails.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url

from tests.support.missing import missing

OLDEST = 15
EMPTY = "template0"
"""PostgreSQL's name for the database that is as new."""

DEBIANS = Path("/usr/lib/postgresql")
PROGRAMS = ("initdb", "pg_ctl", "postgres")
MISSING = (
    f"The programs of a PostgreSQL server ({', '.join(PROGRAMS)}; {OLDEST} or newer) are not here. "
    "On Debian or Ubuntu: apt-get install postgresql"
)

_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "40",
    "shared_buffers": "32MB",
    "autovacuum": "off",  # a database lent to many tests answers as a new one does, in the same order
    "TimeZone": "Asia/Kolkata",  # not UTC, so that a time without its zone shows
}

# The shell's standard input ends when the test process closes it or dies, even by SIGKILL.
_STAND_OVER = """
trap 'cd /; rm -rf "$1"' EXIT
initdb -D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync || exit
pg_ctl -D data -l log -o "-k $1 $2" -w start || { cat log; exit 1; }
echo ready
cat
pg_ctl -D data -m immediate stop >/dev/null 2>&1  # nobody may be left to read it
"""


class Server:
    """A running server and the databases made on it."""

    def __init__(self, programs: Path) -> None:
        """Start one with the programs in a folder; :meth:`stop` leaves no trace of it."""
        self._names = (f"test_{number}" for number in count())
        # A socket's path has room for 107 bytes, which pytest's own temporary folders may exceed.
        self.folder = Path(tempfile.mkdtemp(prefix="frontdesk-pg-", dir="/tmp"))
        settings = " ".join(f"-c {name}='{value}'" for name, value in _SETTINGS.items())
        self._watchman = subprocess.Popen(
            ["sh", "-c", _STAND_OVER, "sh", self.folder, settings],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=self.folder,
            # Nothing of a developer's own PGDATA, PGPORT and the like.
            env={"PATH": f"{programs}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"},
            start_new_session=True,  # Ctrl+C is for the tests
            **_ordinary_user(self.folder),
        )
        assert self._watchman.stdout
        said = []
        for line in self._watchman.stdout:
            if line == "ready\n":
                return
            said.append(line)
        self.stop()
        pytest.fail(f"PostgreSQL did not start:\n{''.join(said)}", pytrace=False)

    def url(self, name: str) -> str:
        """The SQLAlchemy URL of a database."""
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def new_database(self, template: str = EMPTY) -> str:
        """The URL of a new database, a copy of the one named ``template``."""
        name = next(self._names)
        self._say(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._say(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    def stop(self) -> None:
        """End the server and remove its folder."""
        self._watchman.communicate(timeout=60)

    def _say(self, sql: str) -> None:
        with psycopg.connect(
            f"host={self.folder} user=postgres dbname=postgres", autocommit=True
        ) as connection:
            connection.execute(sql.encode())


def _ordinary_user(folder: Path) -> dict[str, Any]:
    """Whom the server runs as, for :class:`subprocess.Popen`; it refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    import pwd

    users = {user.pw_name: user for user in pwd.getpwall()}
    somebody = users.get("postgres") or users["nobody"]
    os.chown(folder, somebody.pw_uid, somebody.pw_gid)
    return {"user": somebody.pw_uid, "group": somebody.pw_gid, "extra_groups": []}


def find_programs() -> Path | None:
    """The folder of the newest usable server programs; on Debian they are not on the PATH."""
    places = list(DEBIANS.glob("*/bin"))
    if on_path := shutil.which("postgres"):
        places.append(Path(on_path).resolve().parent)
    usable = [place for place in places if all((place / program).is_file() for program in PROGRAMS)]
    newest = max(usable, key=_version, default=None)
    return newest if newest and _version(newest) >= OLDEST else None


def _version(programs: Path) -> int:
    answer = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"\d+", answer.stdout)
    return int(found[0]) if found else 0


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for this run."""
    server = Server(find_programs() or missing(MISSING))
    yield server
    server.stop()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'house.db'}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database; the test runs once for each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the server, so that ``-m "not postgres"`` leaves it out."""
    for item in items:
        if "postgres" in getattr(item, "fixturenames", ()):
            item.add_marker("postgres")
