"""What Qt needs before it can set a line: an application, a font, and letters for every script."""

import sys
import unicodedata

from PySide6.QtCore import QCoreApplication, QThread
from PySide6.QtGui import QFont, QGuiApplication, QTextLayout, QTextOption

from frontdesk.foundation.words import tr

BODY = 13.0
"""Points of a text that is read at arm's length."""


class _Own:
    """The application made here, where the program runs without a window; Qt keeps only one."""

    application: QGuiApplication | None = None


def ensure_application() -> None:
    """Make the application object that fonts need, without a display, unless there is one already.

    Raises RuntimeError on any thread but the application's own.
    """
    if QCoreApplication.instance() is None:
        # Elsewhere the platform's own fonts are reached through its own plugin, which needs no display.
        platform = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
        _Own.application = QGuiApplication(["frontdesk", *platform])
    if not QThread.isMainThread():
        raise RuntimeError("pages are laid out and drawn on the application's thread")


def sans(points: float = BODY) -> QFont:
    """The system's sans serif, which falls back to another font for each script it lacks itself."""
    font = QFont("Sans Serif") if sys.platform.startswith("linux") else QFont()
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPointSizeF(points)
    return font


def wrapping() -> QTextOption:
    """Lines end between words; a word longer than a line is broken between its letters."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def missing_letters(text: str) -> str:
    """A sentence for the desk where this machine has no letters for a script of ``text``; else nothing."""
    ensure_application()
    missing = _scripts_without_font(text)
    if not missing:
        return ""
    return tr(
        "This computer has no font for {scripts}: those names print as boxes. Nothing is lost; "
        "install one (on Debian and Ubuntu the package fonts-noto-core) and print again."
    ).format(scripts=", ".join(missing))


def _scripts_without_font(text: str) -> list[str]:
    """The scripts of ``text`` in which a letter has no shape in any font here."""
    letters = "".join(sorted({c for c in text if unicodedata.category(c)[0] == "L"}))
    layout = QTextLayout(letters, sans())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    flags = QTextLayout.GlyphRunRetrievalFlag
    missing: set[str] = set()
    for run in layout.glyphRuns(0, len(letters), flags.RetrieveGlyphIndexes | flags.RetrieveStringIndexes):
        for glyph, place in zip(run.glyphIndexes(), run.stringIndexes(), strict=True):
            if glyph == 0:
                missing.add(unicodedata.name(letters[place], "?").split()[0].capitalize())
    return sorted(missing)
