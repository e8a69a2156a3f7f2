"""Whether a window can be shown here, asked before Qt is: what Qt misses, it ends the program for."""

import ctypes
import os
import sys
from collections.abc import Mapping

from frontdesk.foundation.words import tr

_WITHOUT = "frontdesk today --demo"

_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
_X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def why_no_window(environment: Mapping[str, str] = os.environ) -> str:
    """A sentence saying why no window can be shown and what to do, or nothing where one can."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = environment.get("QT_QPA_PLATFORM", "")
    on_x11 = platform.startswith("xcb") or (not platform and not environment.get("WAYLAND_DISPLAY"))
    if not platform and not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return _no_display()
    missing = _missing(_LIBRARIES | (_X11_LIBRARIES if on_x11 else {}))
    if missing:
        return _install(missing)
    return _no_display() if on_x11 and not _display_answers() else ""


def qt_needs(reason: str) -> str:
    """The sentence for a machine on which Qt does not load, from the loader's own ``reason``."""
    missing = _missing(_LIBRARIES) if sys.platform.startswith("linux") else []
    return _install(missing) if missing else tr("Qt cannot be loaded here: {reason}").format(reason=reason)


def _no_display() -> str:
    return tr("There is no display here to show a window on; the same work without one: {command}").format(
        command=_WITHOUT
    )


def _install(packages: list[str]) -> str:
    return tr(
        "Qt needs libraries that are not installed (sudo apt-get install {packages}); "
        "until then the same work without a window: {command}"
    ).format(packages=" ".join(packages), command=_WITHOUT)


def _missing(libraries: Mapping[str, str]) -> list[str]:
    return [package for library, package in libraries.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _display_answers() -> bool:
    """Whether the X server named by DISPLAY lets us in (``xcb_connect``, ``xcb_connection_has_error``)."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt brings its own; it will say
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
