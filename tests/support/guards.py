"""What no test may do, written down when it happens and held against the test that did it.

A trespass fails the running test even where the code under test swallows the exception. Who looks out
for what: :mod:`tests.support.machine` (network), :mod:`tests.support.logs`, :mod:`tests.support.windows`,
:mod:`tests.support.window_thread` (databases).
"""

from collections.abc import Generator
from typing import Any

import pytest

fell = pytest.StashKey[bool]()
"""On a test: whether its own body has failed, so that what it left behind is no news."""

_written_down: list[str] = []


class Trespass(AssertionError):
    """The code under test did what no test may do."""


def trespass(what: str) -> Trespass:
    """Write down what happened; raise the answer where that stops it."""
    _written_down.append(what)
    return Trespass(what)


def _guarded() -> Generator[None, Any, Any]:
    try:
        result = yield
    except BaseException:
        _written_down.clear()  # it fails already, and says why
        raise
    found = "\n".join(_written_down)
    _written_down.clear()
    if found:
        pytest.fail(found, pytrace=False)
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fail a test whose fixtures trespass."""
    return (yield from _guarded())


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fail a test that trespasses."""
    item.stash[fell] = True
    result = yield from _guarded()
    item.stash[fell] = False
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fail a test that trespasses while it tidies up."""
    return (yield from _guarded())
