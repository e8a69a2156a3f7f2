"""ruff's bans bite where they should and nowhere else; mypy runs strict and sees into Qt."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

BANNED = [
    ("services/visits.py", "from datetime import date\n\nTODAY = date.today()\n", "TID251"),
    ("services/visits.py", "import datetime\n\nTODAY = datetime.date.today()\n", "TID251"),
    ("services/visits.py", "from datetime import UTC, datetime\n\nNOW = datetime.now(UTC)\n", "TID251"),
    ("services/visits.py", "from datetime import datetime\n\nNOW = datetime.utcnow()\n", "TID251"),
    ("services/visits.py", "import time\n\nNOW = time.time()\n", "TID251"),
    ("services/visits.py", "import time\n\ntime.sleep(1)\n", "TID251"),
    ("ui/rooms/desk/page.py", "from PySide6.QtCore import QDate\n\nTODAY = QDate.currentDate()\n", "TID251"),
    ("ui/rooms/desk/page.py", "from PySide6.QtWidgets import QMessageBox\n\nQMessageBox.about()\n", "TID251"),
    ("ui/rooms/desk/page.py", "from PySide6 import QtWidgets\n\nQtWidgets.QFileDialog()\n", "TID251"),
    ("app.py", 'import importlib\n\nimportlib.import_module("pandas")\n', "TID251"),
    ("exchange/days.py", 'from dateutil.parser import parse\n\nparse("1.2.2024")\n', "TID251"),
    ("storage/engine.py", 'import sqlite3\n\nsqlite3.connect("house.db")\n', "TID251"),
    ("services/visits.py", 'print("hello")\n', "T201"),
    ("ui/shell/window.py", 'print("hello")\n', "T201"),
    ("services/visits.py", "from .desk import Desk\n\nDesk()\n", "TID252"),
    ("services/visits.py", 'WHO = tr(f"Hello {name}")\n', "INT001"),
    ("services/visits.py", 'WHO = tr("Hello {}".format(name))\n', "INT002"),
    ("services/visits.py", "def log(visit):\n    pass\n", "ANN001"),
    ("services/visits.py", "def logVisit() -> None:\n    pass\n", "N802"),
    ("services/visits.py", "try:\n    log()\nexcept Exception:\n    pass\n", "BLE001"),
    ("services/visits.py", "def log() -> None:\n    pass\n", "D103"),
    ("services/visits.py", "# visit = log(draft)\n", "ERA001"),
]

ALLOWED = [
    ("foundation/clock.py", "from datetime import UTC, datetime\n\nNOW = datetime.now(UTC)\n", "TID251"),
    ("ui/kit/asking.py", "from PySide6.QtWidgets import QMessageBox\n\nQMessageBox.about()\n", "TID251"),
    ("cli/today.py", 'print("hello")\n', "T201"),
    ("services/visits.py", 'WHO = tr("Hello {name}").format(name=name)\n', "INT002"),
    ("ui/kit/photo.py", "def paintEvent() -> None:\n    pass\n", "N802"),
]


def complaints(file: str, text: str) -> set[str]:
    """The codes of ruff's rules that a file of the package would break."""
    lines = ruff("check", "--output-format=concise", f"--stdin-filename=frontdesk/{file}", "-", text=text)
    return {line.split()[1] for line in lines.splitlines() if line.startswith("frontdesk/")}


def ruff(*arguments: str, text: str) -> str:
    """What ruff says of a text on its standard input."""
    command = [str(BIN / "ruff"), *arguments, "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, input=text, capture_output=True, text=True, check=False)
    return run.stdout


@pytest.mark.parametrize(("file", "text", "code"), BANNED)
def test_what_is_banned_is_reported(file: str, text: str, code: str) -> None:
    assert code in complaints(file, text)


@pytest.mark.parametrize(("file", "text", "code"), ALLOWED)
def test_the_one_place_for_it_may(file: str, text: str, code: str) -> None:
    assert code not in complaints(file, text)


@pytest.mark.parametrize(("branches", "knotty"), [(7, False), (8, True)])
def test_a_function_of_complexity_nine_is_reported(branches: int, knotty: bool) -> None:
    body = "".join(f"    if day == {day}:\n        log()\n" for day in range(branches))
    assert ("C901" in complaints("services/visits.py", f"def log_visit(day: int) -> None:\n{body}")) is knotty


@pytest.mark.slow
def test_the_type_checker_is_strict_and_looks_into_qt(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from PySide6.QtWidgets import QLabel\n"
        "QLabel().setText(40)\n"  # only Qt's own types tell that this is wrong
        "def log(visit): ...\n"
    )
    config, cache = f"--config-file={ROOT / 'pyproject.toml'}", f"--cache-dir={tmp_path / 'cache'}"
    command = [str(BIN / "mypy"), config, cache, str(program)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert 'Argument 1 to "setText" of "QLabel" has incompatible type "int"' in said
    assert "[no-untyped-def]" in said
