"""Who is likely at the desk now, as far as a person's visits tell."""

from typing import Any

import numpy as np

from frontdesk.names.entries import Entry
from frontdesk.names.trie import Numbers

# A person who comes twice as often as another is as likely at the desk as one who came this many days later.
_DAYS_PER_DOUBLING = 30
_GONE = 1_000_000.0


def weights(last: Numbers, counts: Numbers, gone: Numbers) -> np.ndarray[Any, np.dtype[np.float64]]:
    """How unlikely it is that people are at the desk now: came long ago, came seldom, or are gone.

    ``last`` is the day of the last visit (its ordinal, 0 for none), ``counts`` that of visits. As if each
    visit lost half its meaning every 30 days; so the order needs no clock and never goes stale.
    """
    often = np.log2(1 + np.maximum(counts, 0).astype(np.float64))
    return _GONE * (gone > 0) - last / _DAYS_PER_DOUBLING - often


def weight(entry: Entry) -> float:
    """The same for one person."""
    last = entry.last_visit.toordinal() if entry.last_visit else 0
    gone = entry.archived or entry.deceased
    return float(weights(np.array([last]), np.array([entry.visit_count]), np.array([gone]))[0])
