"""How Telugu, Kannada and Malayalam names are said and spelt; nearly as written, no vowel is silent.

Letters and sounds after Krishnamurti and Gwynn, "A Grammar of Modern Telugu" (1985); how they are spelt in
Latin letters after the owners of the names. A syllable's spelling hangs on its neighbours at most.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from frontdesk.names.syllables import Pieces, Syllable, Ways, cut, nasal, nearest, read, spell

_MOST = 6
"""So many readings of a word at most."""

_CONTEXTS_KEPT = 1 << 14
_TH, _LONG_I = 0x25, 0x08  # where థ and ఈ stand in their block
_AYYA = re.compile("(?<=.)(?:య్య|ಯ್ಯ|യ്യ)$")
_AYYA_OR_AIAH: Ways = ((("y", "", "ya"), 0), (("i", "", "ah"), 1))

Sounds = tuple[tuple[str, str], ...]
"""Consonant and vowel as they may sound, the usual ones first; nothing if as they are written."""


class _Place(NamedTuple):
    """A syllable and its neighbours, empty at the edges of the word.

    ``closed_by`` is the consonant after it if the word ends with that, or "".
    """

    before: Syllable
    here: Syllable
    after: Syllable
    closed_by: str


def readings(word: str) -> list[Pieces]:
    """The ways a word is said, the usual one first; no two are the same."""
    ayya = _AYYA.search(word)
    signs, syllables = cut(word[: ayya.start()] if ayya else word)
    neighbours = zip(("", *syllables), syllables, (*syllables[1:], ""), strict=False)
    parts = [_said(*three, at == len(syllables) - 2) for at, three in enumerate(neighbours)]
    if ayya:
        parts.append(_AYYA_OR_AIAH)
    usual = [("",) * signs, *(ways[0][0] for ways in parts)]
    return nearest(usual, [(at, ways) for at, ways in enumerate(parts, 1) if len(ways) > 1], _MOST)


@lru_cache(maxsize=_CONTEXTS_KEPT)
def _said(before: str, here: str, after: str, after_is_last: bool) -> Ways:
    """How a syllable is said between two others, which are "" at the edges of the word."""
    spoken, following = read(here), read(after)
    if spoken.closing:
        spoken = spoken._replace(closing=nasal(following, "m"))
    closed_by = following.consonant if after_is_last and not (following.vowel or spoken.closing) else ""
    place = _Place(read(before), spoken, following, closed_by)
    sounds = _between_vowels(place) or _vowel(place) or _consonant(place) or (spoken[1:3],)
    ways = dict.fromkeys(spell(spoken._replace(consonant=one, vowel=two)) for one, two in sounds)
    return tuple((pieces, min(far, 1)) for far, pieces in enumerate(ways))


def _between_vowels(place: _Place) -> Sounds:
    """After an a, v and y fall silent: రావు Rao, Ravu; నాయుడు Naidu, Nayudu; నాయక్ Naik, Nayak; నాయర్ Nair."""
    here, sounds = place.here, place.here[1:3]
    if place.before.vowel != "a" or here.closing:
        return ()
    if sounds == ("v", "u") and not place.after.text:
        return (("", "o"), sounds)
    if sounds == ("y", "u"):
        return (("", "i"), sounds)
    return (
        (sounds, ("", "i"))
        if sounds == ("y", "a") and here.inherent and place.closed_by in ("k", "r")
        else ()
    )


def _vowel(place: _Place) -> Sounds:
    """A first e is also ye, a first long i e: ఎల్లయ్య Ellaiah, Yellaiah; ఈశ్వర్ Ishwar, Eswar.

    After a consonant ai is also y: మైథిలి Maithili, Mythili. Vocalic r is ri or ru: తృష Trisha, Trusha. A last
    ar is also er: చందర్ Chandar, Chander.
    """
    here = place.here
    others = {"ri": "ru"}
    if not (here.consonant or place.before.text):
        others |= {"e": "ye"} | ({"i": "e"} if ord(here.text[0]) & 0x7F == _LONG_I else {})
    if here.consonant and place.after.text:
        others["ai"] = "y"
    if here.inherent and place.closed_by == "r":
        others["a"] = "e"
    other = others.get(here.vowel)
    return (here[1:3], (here.consonant, other)) if other else ()


def _consonant(place: _Place) -> Sounds:
    """జ్ఞ is spelt gn, seldom jn: జ్ఞానేశ్వర్ Gnaneswar. థ is th or dh: జగన్నాథ్ Jagannath, Jagannadh."""
    here = place.here
    if here[1:3] == ("j", "") and place.after.consonant == "n":
        return (("g", ""), ("j", ""))
    if here.consonant == "th" and ord(here.text[0]) & 0x7F == _TH:
        return (("th", here.vowel), ("dh", here.vowel))
    return ()
