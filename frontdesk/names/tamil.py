"""How Tamil names are said: one letter stands for voiced and voiceless, and loans are written apart.

Rules after Lehmann, "A Grammar of Modern Tamil" (1989), and Annamalai and Steever in "The Dravidian
Languages" (1998). Each function takes and gives the aksharas of a whole word.
"""

from dataclasses import replace
from itertools import product

from frontdesk.names.brahmic import Akshara

_STOPS = frozenset(("k", "ch", "t", "th", "p"))
_NASALS = frozenset(("n", "m", "r"))

# How a stop sounds at the start, between vowels and after a nasal (or r): the inherited way first, then as in
# names that came from elsewhere. A stop that a row leaves out is said as written.
_AT_THE_START = ({"ch": "s"}, {"k": "g", "ch": "ch", "th": "d", "p": "b"})
_BETWEEN_VOWELS = (
    {"k": "g", "ch": "s", "t": "d", "p": "b"},
    {"ch": "s"},
    {"k": "h", "ch": "s", "th": "d", "p": "b"},
)
_AFTER_NASALS = ({"k": "g", "ch": "j", "t": "d", "th": "d", "p": "b"}, {"ch": "j"})

# Offsets in the block of the letters that Tamil says otherwise than the other scripts.
_DENTAL_T, _HARD_R, _NYA, _AYTHAM = 0x24, 0x31, 0x1E, 0x03

_Sounds = dict[str, str]


def readings(written: list[Akshara], word: str) -> list[list[Akshara]]:
    """The ways a word is said, the usual ones first; many may be the same."""
    letters = _with_dental_th(written, word)
    ways = product(_BETWEEN_VOWELS, _AFTER_NASALS, _AT_THE_START)
    found = []
    for between, nasal, start in ways:
        spoken = _with_clusters(_voiced(letters, start, between, nasal), letters, word)
        found += [_without_helping_vowels(spoken), spoken]
    return found


def _with_dental_th(aksharas: list[Akshara], word: str) -> list[Akshara]:
    """த is spelt th (Latha), ட t; ஃப is f."""
    spoken = []
    for one in aksharas:
        offset = ord(word[one.at]) & 0x7F
        if offset == _DENTAL_T:
            one = replace(one, consonant="th")
        elif one.consonant == "p" and one.at and ord(word[one.at - 1]) & 0x7F == _AYTHAM:
            one = replace(one, consonant="f")
        spoken.append(one)
    return spoken


def _voiced(aksharas: list[Akshara], start: _Sounds, between: _Sounds, nasal: _Sounds) -> list[Akshara]:
    """Stops are voiced between vowels (முருகன் Murugan) and after a nasal (அம்பிகா Ambika), hard when doubled or last."""
    spoken = list(aksharas)
    for at, here in enumerate(aksharas):
        if here.consonant not in _STOPS:
            continue
        before = aksharas[at - 1] if at else None
        doubled = not here.vowel and aksharas[at + 1 : at + 2] and aksharas[at + 1].consonant == here.consonant
        sounds: _Sounds = {}
        if before is None:
            sounds = start
        elif not before.vowel and before.consonant in _NASALS and not doubled:
            sounds = nasal
        elif before.vowel and here.vowel:
            sounds = between
        spoken[at] = replace(here, consonant=sounds.get(here.consonant, here.consonant))
    return spoken


def _with_clusters(spoken: list[Akshara], letters: list[Akshara], word: str) -> list[Akshara]:
    """ட்ச is ksh (மீனாட்சி Meenakshi), ற்ற is tr (வெற்றி Vetri), ன்ற is ndr (குன்றக்குடி Kundrakudi), first ஞ is gn."""
    found = list(spoken)
    if letters and letters[0].consonant == "n" and ord(word[letters[0].at]) & 0x7F == _NYA:
        found[0] = replace(letters[0], consonant="gn")
    for at, (here, after) in enumerate(zip(letters, letters[1:], strict=False)):
        if here.vowel:
            continue
        hard_r = ord(word[after.at]) & 0x7F == _HARD_R
        if here.consonant == "t" and after.consonant == "ch":
            found[at], found[at + 1] = replace(here, consonant="k"), replace(after, consonant="sh")
        elif hard_r and here.consonant in ("r", "n"):
            found[at] = replace(here, consonant="t" if here.consonant == "r" else "nd")
    return found


def _without_helping_vowels(aksharas: list[Akshara]) -> list[Akshara]:
    """Foreign clusters are written with a helping i or u: பிரியா Priya, கிருஷ்ணன் Krishnan, இராமன் Raman."""
    spoken = list(aksharas)
    for at, (here, after) in enumerate(zip(aksharas, aksharas[1:], strict=False)):
        if here.vowel not in ("i", "u") or not after.vowel:
            continue
        if not here.consonant and at == 0 and after.consonant in ("r", "l"):
            spoken[at] = replace(here, vowel="")
        elif (here.consonant[:1], after.consonant) in _HELPED and (here.vowel == "u" or after.consonant == "r"):
            _close(spoken, at)
    return spoken


_HELPED = frozenset((stop, "r") for stop in "kgtdpbm") | {("s", "v"), ("s", "m"), ("t", "v"), ("d", "v")}
"""First letter and next consonant of the clusters: also சுவாதி Swathi, லட்சுமி Lakshmi, துவாரகா Dwaraka."""


def _close(spoken: list[Akshara], at: int) -> None:
    """Join the akshara ``at`` to the next: iru stands for ri (கிருஷ்ணா Krishna), ppir for br (சுப்பிரமணி Subramani)."""
    here, after = spoken[at], spoken[at + 1]
    spoken[at] = replace(here, vowel="")
    if here.vowel == "i" and after.vowel == "u":
        spoken[at + 1] = replace(after, vowel="i")
    if at and here.consonant == "p" and spoken[at - 1].consonant == "p":
        spoken[at - 1], spoken[at] = replace(spoken[at - 1], consonant=""), replace(spoken[at], consonant="b")
