"""What slips of the fingers cost: a slip that is easily made says less against a name than a rare one.

After Damerau (1964): nearly all misspellings are one letter wrong, missing or too many, or two swapped. That
the wrong letter is often a neighbouring key, and that the first letter is seldom wrong, is from Kukich,
"Techniques for automatically correcting words in text" (1992). The weights are ours, tried on invented
people.
"""

from functools import cache

SWAPPED, MISSING, DOUBLED, EXTRA, WRONG, NEIGHBOUR = 8, 9, 6, 9, 11, 8
FIRST_LETTER = 3
"""What a slip at the very beginning costs more."""


def most(letters: int) -> int:
    """What slips in so many letters may cost: in a short word two are likely where each is easily made."""
    return max(5 * letters + 1, FIRST_LETTER + WRONG)


_KEYBOARD = (("qwertyuiop", 0.0), ("asdfghjkl", 0.25), ("zxcvbnm", 0.75))
_PLACES = {
    letter: (row, at + shift) for row, (keys, shift) in enumerate(_KEYBOARD) for at, letter in enumerate(keys)
}
_VOWELS = frozenset("aeiouy")


@cache
def wrong(typed: str, meant: str) -> int:
    """What it costs to have typed one letter for another: little for the next key or another vowel."""
    if {typed, meant} <= _VOWELS or _are_neighbours(typed, meant):
        return NEIGHBOUR
    return WRONG


def too_many(typed: str, at: int) -> int:
    """What a letter too many costs at a place in what was typed."""
    around = typed[max(at - 1, 0) : at] + typed[at + 1 : at + 2]
    if typed[at] in around:
        return DOUBLED
    return NEIGHBOUR if any(_are_neighbours(typed[at], letter) for letter in around) else EXTRA


def _are_neighbours(one: str, other: str) -> bool:
    if one not in _PLACES or other not in _PLACES:
        return False
    (row, place), (other_row, other_place) = _PLACES[one], _PLACES[other]
    return abs(row - other_row) <= 1 and abs(place - other_place) <= 1
