"""What a test needs of the machine and does not find there."""

import os
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skip the test in a developer's run; fail it under ``CI=true``, where nothing may be left out."""
    if os.environ.get("CI") == "true":
        pytest.fail(what, pytrace=False)
    pytest.skip(what)
