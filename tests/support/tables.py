"""Files such as people bring in."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of lines."""

    def write(*lines: str, name: str = "people.csv", encoding: str = "utf-8") -> Path:
        file = tmp_path / name
        file.write_text("\n".join(lines) + "\n", encoding=encoding)
        return file

    return write
