"""How Telugu, Kannada and Malayalam names are said and spelt; nearly as written, no vowel is silent.

Rules after Krishnamurti and Gwynn, "A Grammar of Modern Telugu" (1985), and the spellings that the names'
owners use. Each function takes and gives the aksharas of a whole word.
"""

from itertools import pairwise

from frontdesk.names.brahmic import Akshara, close_by_place, with_vocalic_r_as_ru


def readings(written: list[Akshara]) -> list[list[Akshara]]:
    """The ways a word is said, the usual one first; some may be the same."""
    closed = close_by_place(written, elsewhere="m")
    usual = _with_gn(closed)
    return [usual, _with_short_endings(usual), with_vocalic_r_as_ru(usual), closed, close_by_place(usual)]


def _with_gn(aksharas: list[Akshara]) -> list[Akshara]:
    """జ్ఞ is spelt gn: జ్ఞానేశ్వర్ Gnaneswar."""
    spoken = list(aksharas)
    for at, (here, after) in enumerate(pairwise(aksharas)):
        if here.consonant == "j" and not here.vowel and after.consonant == "n":
            spoken[at] = here.but(consonant="g")
    return spoken


def _with_short_endings(aksharas: list[Akshara]) -> list[Akshara]:
    """రావు is spelt Rao, రామయ్య Ramaiah, నాయుడు Naidu; ఎల్లయ్య Yellaiah."""
    spoken = list(aksharas)
    if spoken[0].vowel == "e" and not spoken[0].consonant:
        spoken[0] = spoken[0].but(vowel="ye")
    for at in range(1, len(spoken)):
        before, here = spoken[at - 1], spoken[at]
        last = at == len(spoken) - 1
        if last and here.consonant == "v" and here.vowel == "u" and before.vowel == "a":
            spoken[at] = here.but(consonant="", vowel="o")
        elif (
            last
            and here.consonant == "y"
            and here.vowel == "a"
            and before.consonant == "y"
            and not before.vowel
        ):
            spoken[at - 1] = before.but(consonant="i")
            spoken[at] = here.but(consonant="", vowel="ah")
        elif here.consonant == "y" and here.vowel == "u" and before.vowel == "a":
            spoken[at] = here.but(consonant="", vowel="i")
    return spoken
