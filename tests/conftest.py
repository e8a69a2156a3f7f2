"""What every test gets: guards, a clock that stands still, databases of its own."""

import os

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = [
    "tests.support.guards",
    "tests.support.machine",
    "tests.support.logs",
    "tests.support.windows",
    "tests.support.window_thread",
    "tests.support.postgres",
    "tests.support.lending",
    "tests.support.houses",
    "tests.support.tables",
    "tests.support.once",
]

# A machine shared with others is slow at times; that is no fault of the code under test.
settings.register_profile(
    "desk", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", parent=settings.get_profile("desk"), max_examples=1000)
settings.load_profile("desk")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say again what tests/run saw fail before, which a green last line would hide."""
    if failed := os.environ.get("FAILED_BEFORE_THE_TESTS"):
        terminalreporter.section("failed before the tests")
        terminalreporter.line(failed)
