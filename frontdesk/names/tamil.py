"""How Tamil names are said: one letter stands for voiced and voiceless, and loans are written apart.

Rules after Lehmann, "A Grammar of Modern Tamil" (1989), and Annamalai and Steever in "The Dravidian
Languages" (1998). Each function takes and gives the aksharas of a whole word.
"""

from itertools import pairwise, product

from frontdesk.names.brahmic import Akshara

_STOPS = frozenset(("k", "ch", "t", "th", "p"))
_NASALS = frozenset(("n", "m", "r"))
_LIQUIDS = frozenset(("r", "l", "zh", "y"))

# How a stop sounds between vowels, after a nasal (or r) and at the start: the inherited way first, then as in
# names that came from elsewhere. A stop that a row leaves out is said as written.
_SOUNDS: dict[str, tuple[dict[str, str], ...]] = {
    "between": (
        {"k": "g", "ch": "s", "t": "d", "p": "b"},
        {"ch": "s"},
        {"k": "h", "ch": "s", "th": "d", "p": "b"},
    ),
    "nasal": ({"k": "g", "ch": "j", "t": "d", "th": "d", "p": "b"}, {"ch": "j"}),
    "start": ({"ch": "s"}, {"k": "g", "ch": "ch", "th": "d", "p": "b"}),
}

# Offsets in the block of the letters that Tamil says otherwise than the other scripts.
_DENTAL_T, _HARD_R, _NYA, _AYTHAM = 0x24, 0x31, 0x1E, 0x03


def readings(written: list[Akshara], word: str) -> list[list[Akshara]]:
    """The ways a word is said, the usual ones first; some may be the same."""
    letters = _with_dental_th(written, word)
    places = [_place(letters, at) for at in range(len(letters))]
    ways = product(*(sounds if place in places else sounds[:1] for place, sounds in _SOUNDS.items()))
    found = []
    for way in ways:
        spoken = _with_clusters(_voiced(letters, places, dict(zip(_SOUNDS, way, strict=True))), letters, word)
        found += [_without_helping_vowels(spoken), spoken]
    return found


def _with_dental_th(aksharas: list[Akshara], word: str) -> list[Akshara]:
    """த is spelt th (Latha), ட t; ஃப is f."""
    spoken = list(aksharas)
    for at, one in enumerate(aksharas):
        if _offset(word, one.at) == _DENTAL_T:
            spoken[at] = one.but(consonant="th")
        elif one.consonant == "p" and one.at and _offset(word, one.at - 1) == _AYTHAM:
            spoken[at] = one.but(consonant="f")
    return spoken


def _offset(word: str, at: int) -> int:
    """Where in its block the letter ``at`` stands."""
    return ord(word[at]) & 0x7F


def _place(letters: list[Akshara], at: int) -> str:
    """Where a stop stands: at the start, between vowels, after a nasal; nowhere where it is hard."""
    here = letters[at]
    if here.consonant not in _STOPS:
        return ""
    if not at:
        return "start"
    before = letters[at - 1]
    if before.vowel:
        return "between" if here.vowel else ""
    if here.consonant == "ch" and before.consonant in _LIQUIDS:
        return "between"
    doubled = not here.vowel and at + 1 < len(letters) and letters[at + 1].consonant == here.consonant
    return "nasal" if before.consonant in _NASALS and not doubled else ""


def _voiced(letters: list[Akshara], places: list[str], sounds: dict[str, dict[str, str]]) -> list[Akshara]:
    """Stops are voiced between vowels (முருகன் Murugan) and after a nasal (அம்பிகா Ambika)."""
    return [
        here.but(consonant=sounds[place].get(here.consonant)) if place else here
        for here, place in zip(letters, places, strict=True)
    ]


def _with_clusters(spoken: list[Akshara], letters: list[Akshara], word: str) -> list[Akshara]:
    """ட்ச is ksh (மீனாட்சி Meenakshi), ற்ற tr (வெற்றி Vetri), ன்ற ndr (குன்றம் Kundram), a first ஞ gn."""
    found = list(spoken)
    if letters and letters[0].consonant == "n" and _offset(word, letters[0].at) == _NYA:
        found[0] = letters[0].but(consonant="gn")
    for at, (here, after) in enumerate(pairwise(letters)):
        if here.vowel:
            continue
        hard_r = _offset(word, after.at) == _HARD_R
        if here.consonant == "t" and after.consonant == "ch":
            found[at], found[at + 1] = here.but(consonant="k"), after.but(consonant="sh")
        elif hard_r and here.consonant in ("r", "n"):
            found[at] = here.but(consonant="t" if here.consonant == "r" else "nd")
    return found


def _without_helping_vowels(aksharas: list[Akshara]) -> list[Akshara]:
    """Foreign clusters are written with a helping i or u: பிரியா Priya, கிருஷ்ணன் Krishnan, இராமன் Raman."""
    spoken = list(aksharas)
    for at, (here, after) in enumerate(pairwise(aksharas)):
        if here.vowel not in ("i", "u") or not after.vowel:
            continue
        if not here.consonant and at == 0 and after.consonant in ("r", "l"):
            spoken[at] = here.but(vowel="")
        elif (here.consonant[:1], after.consonant) in _HELPED and (
            here.vowel == "u" or after.consonant == "r"
        ):
            _close(spoken, at)
    return spoken


_HELPED = frozenset((stop, "r") for stop in "kgtdpbm") | {("s", "v"), ("s", "m"), ("t", "v"), ("d", "v")}
"""First letter and next consonant of the clusters: also சுவாதி Swathi, லட்சுமி Lakshmi, துவாரகா Dwaraka."""


def _close(spoken: list[Akshara], at: int) -> None:
    """Join the akshara ``at`` to the next: iru is ri (கிருஷ்ணா Krishna), ppir is br (சுப்பிரமணி Subramani)."""
    here, after = spoken[at], spoken[at + 1]
    spoken[at] = here.but(vowel="")
    if here.vowel == "i" and after.vowel == "u":
        spoken[at + 1] = after.but(vowel="i")
    if at and here.consonant == "p" and spoken[at - 1].consonant == "p":
        spoken[at - 1], spoken[at] = spoken[at - 1].but(consonant=""), spoken[at].but(consonant="b")
