"""The rules read off the source text: the house keeps them, and each is caught when a copy breaks it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.copies import PACKAGE, copy_of_the_package, written
from tests.architecture.rules import RULES, Rule

BREACHES: list[tuple[Rule, str, str]] = [
    (rules.folder_has_init, "ui/rooms/lounge/page.py", '"""A room without its init."""'),
    (rules.folder_has_init, "storage/snapshots/first.sql", "-- a folder of data"),
    (rules.init_is_docstring, "domain/__init__.py", '"""Rules."""\nfrom frontdesk.domain import dates'),
    (rules.init_is_docstring, "names/__init__.py", ""),
    (rules.name_says_something, "services/helpers.py", ""),
    (rules.name_says_something, "ui/kit/common/__init__.py", '"""Shared."""'),
    (rules.foundation_is_plain, "foundation/broken.py", "import platformdirs"),
    (rules.foundation_is_plain, "foundation/broken.py", "def where():\n    from babel import dates"),
    (rules.pandas_inside_functions, "insights/broken.py", "import pandas as pd"),
    (rules.pandas_inside_functions, "insights/broken.py", "class Busy:\n    import pandas.io as io"),
    (
        rules.pandas_inside_functions,
        "exchange/broken.py",
        "try:\n    from pandas import NA\nfinally:\n    pass",
    ),
    (rules.camel_case_is_qts, "ui/kit/broken.py", "def onClicked(): pass"),
    (rules.camel_case_is_qts, "reports/printing/broken.py", "class Page:\n    def drawName(self): pass"),
    (rules.rows_stay_in_storage, "storage/broken.py", "def everyone() -> list[Row[int]]: ..."),
    (rules.rows_stay_in_storage, "storage/broken.py", "class Book:\n    def all(self) -> Result: ..."),
    (rules.domain_is_frozen, "domain/broken.py", "@dataclass\nclass Guest: ..."),
    (rules.domain_is_frozen, "domain/broken.py", "@dataclass(slots=True)\nclass Guest: ..."),
]

ALLOWED: list[tuple[Rule, str, str]] = [
    (
        rules.foundation_is_plain,
        "foundation/broken.py",
        "import json\nfrom frontdesk.foundation import words",
    ),
    (rules.pandas_inside_functions, "insights/broken.py", "def busy():\n    import pandas as pd"),
    (rules.pandas_inside_functions, "insights/broken.py", "if TYPE_CHECKING:\n    import pandas as pd"),
    (rules.camel_case_is_qts, "ui/kit/broken.py", "def paintEvent(self, event): pass"),
    (rules.rows_stay_in_storage, "storage/broken.py", "def _rows() -> Row[int]: ..."),
    (rules.domain_is_frozen, "domain/broken.py", "@dataclass(frozen=True)\nclass Guest: ..."),
]

# Everything is imported but the window and the printer, then everything; what came along is said.
IMPORTING = """
import pkgutil, sys
import frontdesk
names = [one.name for one in pkgutil.walk_packages(frontdesk.__path__, "frontdesk.")]
skipped = ("frontdesk.storage.migrations", "frontdesk.__main__")
names = [name for name in names if not name.startswith(skipped)]
windows = [name for name in names if name.startswith(("frontdesk.ui", "frontdesk.reports.printing"))]
for name in names:
    if name not in windows:
        __import__(name)
print("Qt without a window" if "PySide6" in sys.modules else "no Qt")
for name in windows:
    __import__(name)
print("pandas at the start" if "pandas" in sys.modules else "no pandas")
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package, to be broken."""
    return copy_of_the_package(tmp_path_factory.mktemp("house"))


def breaches(rule: Rule, copy: Path, file: str, text: str) -> set[str]:
    """What the rule says about the copy after a file has been written that it did not say before."""
    before = set(rule(copy))
    with written(copy, {file: text}):
        return set(rule(copy)) - before


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps(rule: Rule) -> None:
    assert list(rule(PACKAGE)) == []


@pytest.mark.parametrize(("rule", "file", "text"), BREACHES)
def test_a_breach_is_caught(rule: Rule, file: str, text: str, copy: Path) -> None:
    found = breaches(rule, copy, file, text)
    assert len(found) == 1
    assert file.rpartition("/")[0] in found.pop()


@pytest.mark.parametrize(("rule", "file", "text"), ALLOWED)
def test_what_is_allowed_passes(rule: Rule, file: str, text: str, copy: Path) -> None:
    assert breaches(rule, copy, file, text) == set()


def test_every_rule_has_its_breach() -> None:
    assert {rule for rule, _file, _text in BREACHES} == set(RULES)


def test_importing_brings_no_pandas_and_without_a_window_no_qt() -> None:
    run = subprocess.run([sys.executable, "-c", IMPORTING], capture_output=True, text=True, check=False)
    assert run.stdout.splitlines() == ["no Qt", "no pandas"], run.stderr
