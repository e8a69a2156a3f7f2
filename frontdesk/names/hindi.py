"""How Hindi, Marathi, Gujarati, Punjabi and Bengali names are said: where the unwritten a falls silent.

Rules after Ohala, "Aspects of Hindi Phonology" (1983), and Choudhury and Basu, "A rule based schwa deletion
algorithm for Hindi" (2002). Each function takes and gives the aksharas of a whole word.
"""

from itertools import pairwise

from frontdesk.names.brahmic import Akshara, close_by_place, with_vocalic_r_as_ru

_HELD_AFTER_A_CONSONANT = frozenset(("r", "l", "y", "v", "n", "m"))


def readings(written: list[Akshara]) -> list[list[Akshara]]:
    """The ways a word is said, the usual one first; some may be the same."""
    closed = close_by_place(written)
    usual = _with_gy(closed)
    return [
        _without_medial(_without_final(usual)),
        _without_final(usual),
        usual,
        _without_medial(_without_final(usual), before_clusters=True),
        _without_medial(usual),
        _without_medial(_without_final(usual, held=frozenset())),
        _without_medial(_without_final(_with_hard_flaps(closed))),
        _without_medial(_without_final(with_vocalic_r_as_ru(usual))),
        _without_medial(_without_final(_with_ng(usual))),
    ]


def _without_final(aksharas: list[Akshara], held: frozenset[str] = _HELD_AFTER_A_CONSONANT) -> list[Akshara]:
    """The last unwritten a is silent (राम Ram) but carries a sonorant after a consonant (मित्र Mitra)."""
    if len(aksharas) < 2:
        return aksharas
    before, last = aksharas[-2:]
    if not last.inherent or last.closing or (not before.vowel and last.consonant in held):
        return aksharas
    return [*aksharas[:-1], last.but(vowel="")]


def _without_medial(aksharas: list[Akshara], before_clusters: bool = False) -> list[Akshara]:
    """From the end on, an a between vowel-consonant and consonant-vowel is silent: जगमोहन Jagmohan.

    Many also drop it ``before_clusters``: गुरप्रीत Gurpreet, beside जयप्रकाश Jayaprakash.
    """
    spoken = list(aksharas)
    for at in range(len(spoken) - 2, 0, -1):
        before, here, after = spoken[at - 1], spoken[at], spoken[at + 1]
        open_after = after.consonant and (after.vowel or (before_clusters and at + 2 < len(spoken)))
        if here.inherent and not here.closing and before.vowel and open_after:
            spoken[at] = here.but(vowel="")
    return spoken


def _with_gy(aksharas: list[Akshara]) -> list[Akshara]:
    """ज्ञ is said gy: ज्ञान Gyan."""
    spoken = list(aksharas)
    for at, (here, after) in enumerate(pairwise(aksharas)):
        if here.consonant == "j" and not here.vowel and after.consonant == "n":
            spoken[at], spoken[at + 1] = here.but(consonant="g"), after.but(consonant="y")
    return spoken


def _with_hard_flaps(aksharas: list[Akshara]) -> list[Akshara]:
    """ड़ and ढ़ are as often spelt d: गुड़िया Gudiya."""
    flaps = {"r.": "d", "rh": "dh"}
    return [one.but(consonant=flaps.get(one.consonant, one.consonant)) for one in aksharas]


def _with_ng(aksharas: list[Akshara]) -> list[Akshara]:
    """A closing nasal before h is spelt ng: सिंह Singh."""
    spoken = list(aksharas)
    for at, (here, after) in enumerate(pairwise(aksharas)):
        if here.closing and after.consonant == "h":
            spoken[at] = here.but(closing="ng")
    return spoken
