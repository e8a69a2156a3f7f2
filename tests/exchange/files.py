"""Files as people hand them in."""

from pathlib import Path

import pytest

REAL = Path(__file__).resolve().parents[3] / "shared" / "data"
"""Real lists beside the checkout; they are not ours to keep in it."""


def real(name: str) -> Path:
    """A real list, or the test is passed over."""
    path = REAL / name
    if not path.is_file():
        pytest.skip(f"the real list {name} is not beside the checkout, in {REAL}")
    return path


def a_file(folder: Path, text: str | bytes, name: str = "people.csv") -> Path:
    """A file with this in it; text is written as UTF-8."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path
