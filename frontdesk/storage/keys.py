"""Many keys in one statement."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Select

Keys = Sequence[int] | Select[tuple[int]]
"""Keys as a list, or as the query that finds them."""

IN_ONE = 5000
"""How many keys go into one statement: SQLite takes 32,766 values, PostgreSQL 65,535."""

AT_ONCE = 500
"""How many rows are taken up at a time where there are thousands, so that they need little memory."""


def chunks(keys: Iterable[int]) -> list[list[int]]:
    """Keys, each once and in order, in portions that fit a statement."""
    every = sorted(set(keys))
    return [every[start : start + IN_ONE] for start in range(0, len(every), IN_ONE)]
