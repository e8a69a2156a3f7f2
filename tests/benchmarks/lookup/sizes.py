"""How many people: ten thousand, a hundred thousand and a million, or those asked for."""

import os

SIZES_ASKED = "LOOKUP_SIZES"
"""The environment variable that chooses among the sizes: ``10k,100k``."""

NAMES = {10_000: "10k", 100_000: "100k", 1_000_000: "1M"}


def chosen() -> list[int]:
    """The sizes to be measured in this run, the smallest first."""
    asked = {one.strip().lower() for one in os.environ.get(SIZES_ASKED, "").split(",") if one.strip()}
    return [size for size, name in NAMES.items() if not asked or name.lower() in asked]
