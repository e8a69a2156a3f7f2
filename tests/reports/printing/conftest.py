"""What the tests of printing need of the machine."""

import pytest
from PySide6.QtGui import QFontDatabase

from tests.support.missing import missing

_INDIC = {
    QFontDatabase.WritingSystem.Tamil,
    QFontDatabase.WritingSystem.Telugu,
    QFontDatabase.WritingSystem.Devanagari,
}
_NO_FONTS = "no font for Tamil, Telugu or Devanagari is installed (Debian: fonts-noto-core)"


@pytest.fixture
def indic_fonts(qapp: object) -> None:
    """Skips without fonts for the Indic scripts, and fails on CI."""
    if not set(QFontDatabase.writingSystems()) >= _INDIC:
        missing(_NO_FONTS)
