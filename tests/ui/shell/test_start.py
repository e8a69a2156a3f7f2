"""Starting the program: a mistake in the window is logged and told, never swallowed."""

import sys

import pytest

from frontdesk.ui.shell.start import tell_of_mistakes
from tests.support.logs import ExpectLog


def test_a_mistake_in_the_window_is_told(monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[Exception] = []
    tell_of_mistakes(told.append)
    mistake = KeyError("x")
    with expect_log("unexpected error in the window", level="ERROR"):
        sys.excepthook(KeyError, mistake, None)
    assert told == [mistake]


def test_an_interruption_is_no_mistake(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[Exception] = []
    tell_of_mistakes(told.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
