"""Any unexpected warning in the log fails the test that caused it."""

import logging
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import pytest

from tests.support.guards import trespass


class ExpectLog(Protocol):
    """What the fixture ``expect_log`` gives."""

    def __call__(self, pattern: str, level: str = "WARNING") -> AbstractContextManager[None]:
        """Expect, until the block ends, at least one record of this level with the pattern in its message."""
        ...


class _Watch(logging.Handler):
    """Listens at the root of the log; what nobody expects is a trespass."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.expected: list[tuple[re.Pattern[str], str]] = []
        self.seen: list[tuple[re.Pattern[str], str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        for expectation in self.expected:
            pattern, level = expectation
            if record.levelname == level and pattern.search(message):
                self.seen.append(expectation)
                return
        trespass(f"Unexpected in the log: {record.levelname} {record.name}: {message}")


_watch = _Watch()


@pytest.fixture(autouse=True)
def _watched_log() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    root.addHandler(_watch)
    yield
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def expect_log() -> ExpectLog:
    """Makes a warning in the log expected, and its absence a failure."""

    @contextmanager
    def expecting(pattern: str, level: str = "WARNING") -> Iterator[None]:
        expectation = (re.compile(pattern), level)
        _watch.expected.append(expectation)
        try:
            yield
        finally:
            _watch.expected.remove(expectation)
        if expectation not in _watch.seen:
            pytest.fail(f"Expected in the log, but missing: {level} {pattern}")
        _watch.seen.remove(expectation)

    return expecting
