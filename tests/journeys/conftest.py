"""What every journey begins with: a machine with the program on it, and a place for its house."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.driving import Program
from tests.support.looks import looks


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication) -> Iterator[Program]:
    """The program, not started yet."""
    with looks(qapp) as theme:
        yield Program(qtbot, theme)


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Where the house is, or will be."""
    return str(tmp_path / "house.db")
