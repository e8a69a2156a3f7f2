"""Golden files: what a print-out looked like when somebody last looked at it.

A difference fails. To take over a change that is meant, run the tests with ``REGENERATE_GOLDEN=1`` in
the environment, read ``git diff tests/golden``, and run them again without it.
"""

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "golden"

# Read once: a test's own environment has nothing of the machine's.
_ANEW = os.environ.get("REGENERATE_GOLDEN") == "1"
_ON_CI = os.environ.get("CI") == "true"


def agrees(name: str, text: str) -> None:
    """Compare ``text`` with the golden file ``name``; written anew, it still passes no test."""
    file = FOLDER / name
    if _ANEW and not _ON_CI:
        file.write_text(text, encoding="utf-8", newline="\n")
        pytest.skip(f"tests/golden/{name} was written anew: read what changed, then run without the flag")
    assert file.is_file(), f"tests/golden/{name} is missing; see tests/support/golden.py"
    assert text == file.read_text(encoding="utf-8")
