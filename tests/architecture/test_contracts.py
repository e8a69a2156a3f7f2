"""The import contracts: the house keeps them, and each is caught when a copy breaks it."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.copies import copy_of_the_package, written

ROOT = Path(__file__).parents[2]
NAMES = {
    contract["name"]: contract["id"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
}


@dataclass(frozen=True)
class Break:
    """A way to break a contract: files to add, each with what it imports."""

    contract: str
    files: dict[str, str]

    def __str__(self) -> str:
        """Name the test case."""
        return f"{self.contract}: " + ", ".join(f"{file} imports {name}" for file, name in self.files.items())


def one(contract: str, file: str, imports: str) -> Break:
    """A break in a single file."""
    return Break(contract, {file: imports})


LOUNGE = "ui/rooms/lounge"
RING = [("first", "second"), ("second", "third"), ("third", "first")]

BREAKS = [
    # From each floor to the next one up, and from each to its neighbours.
    one("floors", "foundation/broken.py", "frontdesk.names"),
    one("floors", "foundation/broken.py", "frontdesk.domain"),
    one("floors", "names/broken.py", "frontdesk.domain"),
    one("floors", "domain/broken.py", "frontdesk.names"),
    one("floors", "domain/broken.py", "frontdesk.storage"),
    one("floors", "storage/broken.py", "frontdesk.services"),
    one("floors", "services/broken.py", "frontdesk.exchange"),
    one("floors", "reports/broken.py", "frontdesk.insights"),
    one("floors", "exchange/broken.py", "frontdesk.reports"),
    one("floors", "insights/broken.py", "frontdesk.exchange"),
    one("floors", "reports/broken.py", "frontdesk.cli"),
    one("floors", "insights/broken.py", "frontdesk.ui"),
    one("floors", "cli/broken.py", "frontdesk.ui"),
    one("floors", "ui/kit/broken.py", "frontdesk.cli"),
    one("floors", "cli/broken.py", "frontdesk.__main__"),
    one("floors", "cellar/__init__.py", "json"),
    Break(
        "circles", {"domain/broken.py": "frontdesk.domain.bent", "domain/bent.py": "frontdesk.domain.broken"}
    ),
    Break("circles", {f"ui/kit/{here}.py": f"frontdesk.ui.kit.{there}" for here, there in RING}),
    *(
        one("pure", f"{floor}/broken.py", package)
        for floor in ("domain", "names", "foundation")
        for package in ("PySide6.QtCore", "sqlalchemy.orm", "pandas")
    ),
    *(
        one("pure", "domain/broken.py", name)
        for name in ("shiboken6", "alembic", "sqlcipher3", "sqlite3", "psycopg")
    ),
    one("sql", "services/broken.py", "sqlalchemy"),
    one("sql", "cli/broken.py", "alembic"),
    one("sql", "ui/shell/broken.py", "sqlcipher3.dbapi2"),
    one("sql", "exchange/broken.py", "psycopg"),
    one("sql", "storage/broken.py", "sqlite3"),
    one("qt", "services/broken.py", "PySide6.QtCore"),
    one("qt", "cli/broken.py", "PySide6.QtWidgets"),
    one("qt", "reports/broken.py", "PySide6.QtPrintSupport"),
    one("qt", "reports/card.py", "PySide6.QtSvg"),
    one("qt", "reports/printing/__init__.py", "PySide6.QtGui"),
    one("qt", "insights/broken.py", "shiboken6"),
    one("presenters", f"{LOUNGE}/presenter.py", "PySide6.QtCore"),
    Break(
        "presenters",
        {
            f"{LOUNGE}/presenter.py": "frontdesk.ui.rooms.lounge.page",
            f"{LOUNGE}/page.py": "PySide6.QtWidgets",
        },
    ),
    one("presenters", f"{LOUNGE}/presenter.py", "frontdesk.reports.printing.today"),
    one("window", "ui/kit/broken.py", "frontdesk.ui.rooms.desk"),
    one("window", "ui/rooms/desk/broken.py", "frontdesk.ui.shell"),
    one("window", "ui/broken.py", "json"),
    one("rooms", "ui/rooms/desk/broken.py", "frontdesk.ui.rooms.today"),
    one("rooms", f"{LOUNGE}/page.py", "frontdesk.ui.rooms.desk"),
    *(
        one("kit", "ui/kit/broken.py", f"frontdesk.{floor}")
        for floor in ("domain", "storage", "services", "reports", "exchange", "insights")
    ),
    one("pandas", "services/broken.py", "pandas"),
    one("pandas", "reports/broken.py", "pandas.io"),
    one("pandas", "ui/shell/broken.py", "pandas"),
]


LINT = """
import sys
from importlinter.cli import lint_imports
for line in sys.stdin:
    print("told", lint_imports(no_logo=True, no_cache=True), flush=True)
"""
"""import-linter, which lints the folder it was started in each time it is sent a line."""


class Copy:
    """A folder with a copy of the package, one more room in it, and the contracts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copy(ROOT / "pyproject.toml", folder)
        lounge = copy_of_the_package(folder) / LOUNGE
        lounge.mkdir()
        (lounge / "__init__.py").touch()
        # One for all tests, because it takes longer to start than to lint.
        self._linter = subprocess.Popen(
            [sys.executable, "-c", LINT],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )

    def broken_contracts(self) -> set[str]:
        """The ids of the contracts that import-linter reports broken for the package."""
        said, code = self._lint()
        verdicts = dict(re.findall(r"^(.+?) (KEPT|BROKEN)\b", said, flags=re.MULTILINE))
        assert set(verdicts) == set(NAMES), said
        assert int(code) == ("BROKEN" in verdicts.values())
        return {NAMES[name] for name, verdict in verdicts.items() if verdict == "BROKEN"}

    def _lint(self) -> tuple[str, str]:
        """What it says, and its exit code."""
        assert self._linter.stdin
        assert self._linter.stdout
        print(file=self._linter.stdin, flush=True)
        said: list[str] = []
        for line in self._linter.stdout:
            if line.startswith("told "):
                return "".join(said), line.removeprefix("told ")
            said.append(line)
        pytest.fail("import-linter ended: " + "".join(said))

    def leave(self) -> None:
        """Let the linter end."""
        self._linter.communicate(timeout=60)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    """That copy, for all tests."""
    made = Copy(tmp_path_factory.mktemp("house"))
    yield made
    made.leave()


def test_the_house_keeps_its_contracts(copy: Copy) -> None:
    assert copy.broken_contracts() == set()


@pytest.mark.parametrize("way", BREAKS, ids=str)
def test_a_broken_contract_is_caught(way: Break, copy: Copy) -> None:
    files = {
        f"frontdesk/{file}": f'"""Broken on purpose."""\n\ndef late():\n    import {imported}\n'
        for file, imported in way.files.items()
    }
    with written(copy.folder, files):
        assert way.contract in copy.broken_contracts()


def test_every_contract_is_broken_once() -> None:
    assert {way.contract for way in BREAKS} == set(NAMES.values())
