"""The window stands before the house is open, keeps what is typed, and says what can be done."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from frontdesk.foundation.errors import NewerSchema
from frontdesk.ui.kit.label import Label
from frontdesk.ui.kit.room import Errand
from tests.support.accessible import nameless
from tests.support.logs import ExpectLog
from tests.ui.shell.conftest import Front

HEAVY = (
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "pandas",
    "numpy",
    "babel",
    "phonenumbers",
    "regex",
    "rapidfuzz",
)


def test_the_search_box_is_ready_before_the_house_is(front: Front) -> None:
    front.window.open(front.opener)
    assert front.caret() is front.window.waiting.search
    assert front.window.windowTitle() == "frontdesk"


def test_what_is_typed_before_the_house_is_open_is_kept(front: Front) -> None:
    front.window.open(front.opener)
    front.qtbot.keyClicks(front.window.waiting.search, "ram")
    with front.qtbot.waitSignal(front.window.furnished):
        front.gate.set()
    desk = front.rooms["desk"]
    assert desk.errands == [Errand(typed="ram")]
    assert desk.search.text() == "ram"
    assert front.caret() is desk.search
    front.qtbot.keyClicks(desk.search, "an")
    assert desk.search.text() == "raman"


def test_who_looks_for_an_action_meanwhile_is_left_at_it(front: Front) -> None:
    front.window.open(front.opener)
    front.window.sheets.show_actions()
    line = front.window.sheets.palette.line
    assert front.caret() is line
    with front.qtbot.waitSignal(front.window.furnished):
        front.gate.set()
    assert front.caret() is line


def test_only_the_first_room_is_built_at_once(front: Front) -> None:
    front.furnish()
    assert list(front.rooms) == ["desk"]


def test_there_is_no_house_yet(front: Front) -> None:
    front.file.unlink()
    front.gate.set()
    front.window.open(front.opener)
    page = front.window.waiting
    front.qtbot.waitUntil(lambda: bool(page.trouble))
    assert page.trouble == "No house yet"
    words = [one.text() for one in page.findChildren(Label) if one.isVisible()]
    assert "There is no house here yet. Make a new one, or open the one you have." in words
    assert nameless(front.window) == []
    front.rest()
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "New house")
    assert front.caret() is button
    with front.qtbot.waitSignal(front.window.furnished):
        front.press(Qt.Key.Key_Space)
    assert front.opened == [("", False), ("", True)]
    assert front.caret() is front.rooms["desk"].search


def test_a_house_that_cannot_be_opened_can_be_tried_again(front: Front) -> None:
    front.trouble.append(NewerSchema("A newer frontdesk has written this house. Nothing was changed."))
    front.gate.set()
    front.window.open(front.opener)
    page = front.window.waiting
    front.qtbot.waitUntil(lambda: bool(page.trouble))
    front.rest()
    press(front, "Try once more")
    front.qtbot.waitUntil(lambda: "desk" in front.rooms)


def test_another_house_can_be_opened(front: Front, tmp_path: Path) -> None:
    front.trouble.append(NewerSchema("A newer frontdesk has written this house. Nothing was changed."))
    front.ask.files.append(tmp_path / "other.db")
    front.gate.set()
    front.window.open(front.opener)
    front.qtbot.waitUntil(lambda: bool(front.window.waiting.trouble))
    front.rest()
    with front.qtbot.waitSignal(front.window.furnished):
        press(front, "Open another house…")
    assert front.opened[-1] == (str(tmp_path / "other.db"), False)


def test_a_new_house_elsewhere(front: Front, tmp_path: Path) -> None:
    front.trouble.append(NewerSchema("A newer frontdesk has written this house. Nothing was changed."))
    front.ask.files.append(tmp_path / "mine.db")
    front.gate.set()
    front.window.open(front.opener)
    front.qtbot.waitUntil(lambda: bool(front.window.waiting.trouble))
    front.rest()
    with front.qtbot.waitSignal(front.window.furnished):
        press(front, "New house…")
    assert front.opened[-1] == (str(tmp_path / "mine.db"), True)


def test_a_mistake_of_ours_leaves_no_empty_page(front: Front, expect_log: ExpectLog) -> None:
    front.trouble.append(KeyError("x"))
    front.gate.set()
    with expect_log("unexpected error", level="ERROR"):
        front.window.open(front.opener)
        front.qtbot.waitUntil(lambda: bool(front.window.waiting.trouble))
    assert "went wrong" in front.window.strip.words


def press(front: Front, words: str) -> None:
    buttons = front.window.waiting.findChildren(QPushButton)
    front.qtbot.mouseClick(next(one for one in buttons if one.text() == words), Qt.MouseButton.LeftButton)


def test_the_first_picture_waits_for_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from frontdesk.ui.shell import start\n"
        "from frontdesk.ui.kit.asking import Dialogs\n"
        "from frontdesk.ui.kit.tasks import Worker\n"
        "from frontdesk.ui.kit.theme import Theme\n"
        "from frontdesk.ui.shell.window import MainWindow\n"
        "app = start.application([])\n"
        "theme = Theme(app)\n"
        "theme.apply()\n"
        "window = MainWindow(theme, Worker(), Dialogs())\n"
        "window.show()\n"
        "app.processEvents()\n"
        f"print(*[name for name in {HEAVY} if name in sys.modules])\n"
        "window.close()\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.split() == []


def test_no_module_after_qt_is_read_for_its_name() -> None:
    code = (
        "import inspect\n"
        "from frontdesk.ui.shell import start\n"
        "start.quicken_imports()\n"
        "read = []\n"
        "inspect.getsource = lambda module: read.append(module) or ''\n"
        "import frontdesk.ui.shell.window\n"
        "print(len(read))\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.split() == ["0"]


def test_opening_can_be_stopped(front: Front) -> None:
    front.window.open(front.opener)
    front.window.worker.jobs[0].cancel()
    front.gate.set()
    front.qtbot.waitUntil(lambda: bool(front.window.waiting.trouble))
    assert front.rooms == {}
    assert front.window.strip.words == ""
