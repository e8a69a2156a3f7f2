"""A long list put on paper."""

from pathlib import Path
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication

from frontdesk.reports.printing.today import write_pdf
from frontdesk.reports.today_list import today_list
from tests.benchmarks.conftest import Report
from tests.benchmarks.timing import seconds
from tests.support.morning import a_long_morning

pytestmark = [pytest.mark.benchmark, pytest.mark.gui]

ROWS = 200
BUDGET = 0.5


@pytest.mark.usefixtures("qapp")
def test_a_long_list_is_soon_a_pdf(tmp_path: Path, result: Report) -> None:
    """From what the day holds to the file; the first, which loads the fonts, stands beside the median."""
    assert QApplication.instance() is not None
    day, file = a_long_morning(ROWS), tmp_path / "list.pdf"
    took = [seconds(lambda: write_pdf(today_list(day), file, "A4")) for _ in range(8)]
    assert file.read_bytes().startswith(b"%PDF")
    result(
        f"List of {ROWS} lines to PDF",
        median(took[1:]),
        budget=BUDGET,
        note=f"the very first {took[0]:.2f} s",
    )
