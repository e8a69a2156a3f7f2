"""Taking the time."""

from collections.abc import Callable
from time import perf_counter


def seconds(call: Callable[[], object]) -> float:
    """How long a call takes."""
    begun = perf_counter()
    call()
    return perf_counter() - begun
