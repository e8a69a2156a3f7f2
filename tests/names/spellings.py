"""Whether a Latin spelling is one that a name in another script is known by."""

from frontdesk.names.folding import loose, medium, native, plain
from frontdesk.names.romanise import readings


def read(name: str) -> list[str]:
    """The Latin readings of one word, the usual one first."""
    return ["".join(reading) for reading in readings(native(name))]


def is_spelling(name: str, latin: str) -> bool:
    """Whether ``latin`` is one of the readings of ``name``, spelt by anybody's ear."""
    return medium(plain(native(latin))) in {medium(reading) for reading in read(name)}


def is_near_spelling(name: str, latin: str) -> bool:
    """Whether ``latin`` and ``name`` share a skeleton, so that typing the one still finds the other."""
    return loose(medium(plain(native(latin)))) in {loose(medium(reading)) for reading in read(name)}


def pairs(table: str) -> list[tuple[str, str]]:
    """The rows of a table of two words a line."""
    rows = (line.split() for line in table.strip().splitlines())
    return [(name, latin) for name, latin in rows]
