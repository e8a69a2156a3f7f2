"""Whether there is a display, said before Qt ends the program over it."""

import sys

import pytest

from frontdesk.foundation import display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asked on Linux only")


@pytest.fixture
def complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has every library."""
    monkeypatch.setattr(display, "_loads", lambda _library: True)


@pytest.mark.usefixtures("complete")
def test_no_display_is_said_in_one_sentence_that_names_what_works() -> None:
    sentence = display.why_no_window({})
    assert "no display" in sentence
    assert "frontdesk today --demo" in sentence
    assert "\n" not in sentence


@pytest.mark.usefixtures("complete")
def test_a_display_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    assert "no display" in display.why_no_window({"DISPLAY": ":4711"})


@pytest.mark.usefixtures("complete")
@pytest.mark.parametrize("environment", [{"QT_QPA_PLATFORM": "offscreen"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_a_display_of_another_kind_is_left_to_qt(environment: dict[str, str]) -> None:
    assert display.why_no_window(environment) == ""


def test_missing_libraries_are_named_with_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_loads", lambda library: library != "libxcb-cursor.so.0")
    sentence = display.why_no_window({"DISPLAY": ":0"})
    assert "apt-get install libxcb-cursor0" in sentence
    assert "libegl1" not in sentence


def test_x11_libraries_are_not_asked_for_on_wayland(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_loads", lambda library: "xcb" not in library)
    assert display.why_no_window({"WAYLAND_DISPLAY": "wayland-0"}) == ""


def test_where_qt_does_not_load_for_another_reason_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_loads", lambda _library: True)
    assert "bad weather" in display.qt_needs("bad weather")
