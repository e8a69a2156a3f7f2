"""Counts worth a word: the visit that makes a round number, the years with the house."""

ROUND_VISITS = frozenset((10, 25, 50))
"""Milestones before the hundreds; from there every hundredth visit is one."""

ROUND_YEARS = frozenset((1, 2, 3))
"""Milestones before the fives; from there every fifth year is one."""


def is_milestone(count: int) -> bool:
    """Whether this visit is one to mention: the 10th, 25th, 50th, 100th and every further 100th."""
    return count in ROUND_VISITS or (count > 0 and count % 100 == 0)


def next_milestone(visit_count: int) -> int | None:
    """The milestone the very next visit makes of ``visit_count``, or None when it is one among many."""
    coming = visit_count + 1
    return coming if is_milestone(coming) else None


def is_year_milestone(years: int) -> bool:
    """Whether so many years are ones to mention: 1, 2, 3, 5, 10 and every further 5."""
    return years in ROUND_YEARS or (years > 0 and years % 5 == 0)
