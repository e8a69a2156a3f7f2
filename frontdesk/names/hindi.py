"""How Hindi, Marathi, Gujarati, Punjabi and Bengali names are said: where the unwritten a falls silent.

The silent a after Ohala, "Aspects of Hindi Phonology" (1983), and Choudhury and Basu, "A rule based schwa
deletion algorithm for Hindi" (2002). Sounds beside h and r after Shapiro, "Hindi", and those of Bengali after
Dasgupta, "Bangla", both in Cardona and Jain (eds.), "The Indo-Aryan Languages" (2003).
"""

from collections.abc import Callable
from itertools import chain, pairwise

from frontdesk.names import brahmic
from frontdesk.names.syllables import Pieces, Syllable, cut, nasal, read, spell

Spoken = list[Syllable]
Rule = Callable[[Spoken], Spoken]
"""Says a word in another way; gives back the same list where it says nothing else."""
Sounds = frozenset[str]

_HELD_AFTER_A_CONSONANT = frozenset(("r", "l", "y", "v", "n", "m"))
_LETTERS_TRIED = 6
"""So many ways to spell the consonants and vowels of a word at most."""


def readings(word: str) -> list[Pieces]:
    """The ways a word is said, the usual one first; some may be the same."""
    signs, syllables = cut(word)
    if not syllables:
        return [("",) * signs]
    written = _with_nasals(list(map(read, syllables)))
    usual, *others = _with_jny(written)
    short = _without_final(usual)
    said = _without_medial(short)
    ways = [
        said,
        short,
        usual,
        _without_medial(short, forwards=True),
        _without_medial(short, before_clusters=True),
        _without_medial(_without_final(usual, held=frozenset())),
        *_spelt_otherwise(said, brahmic.block(word[signs]) == brahmic.BENGALI),
        *(_without_medial(_without_final(other)) for other in others),
    ]
    different = {id(way): way for way in ways}.values()  # what changes nothing gives the same list back
    before = ("",) * signs
    return [tuple(chain(before, *map(spell, way))) for way in different]


def _with_nasals(written: Spoken) -> Spoken:
    """A closing nasal is that of the next consonant: अंबा Amba, चंद्र Chandra, वंश Vansh."""
    followed = zip(written, [*written[1:], Syllable("")], strict=True)
    return [here._replace(closing=nasal(after, "n")) if here.closing else here for here, after in followed]


def _without_final(spoken: Spoken, held: frozenset[str] = _HELD_AFTER_A_CONSONANT) -> Spoken:
    """The last unwritten a is silent (राम Ram) but carries a sonorant after a consonant (मित्र Mitra)."""
    if len(spoken) < 2:
        return spoken
    before, last = spoken[-2:]
    if not last.inherent or last.closing or (not before.vowel and last.consonant in held):
        return spoken
    return [*spoken[:-1], _silent(last)]


def _without_medial(spoken: Spoken, before_clusters: bool = False, forwards: bool = False) -> Spoken:
    """From the end on, an a between vowel-consonant and consonant-vowel is silent: जगमोहन Jagmohan.

    Many also drop it ``before_clusters``: गुरप्रीत Gurpreet, beside जयप्रकाश Jayaprakash. In compounds it may
    be from the beginning on, ``forwards``: फडणवीस Fadnavis, रामरतन Ramratan.
    """
    found, last = spoken, len(spoken) - 1
    for at in range(1, last) if forwards else range(last - 1, 0, -1):
        here = found[at]
        if not here.inherent or here.closing or not found[at - 1].vowel:
            continue
        after = found[at + 1]
        if after.consonant and (after.vowel or (before_clusters and at + 1 < last)):
            found = [*found[:at], _silent(here), *found[at + 1 :]]
    return found


def _silent(here: Syllable) -> Syllable:
    return here._replace(vowel="", inherent=False)


def _with_jny(written: Spoken) -> list[Spoken]:
    """ज्ञ is gy in Hindi, dny in Marathi, gn in Gujarati: ज्ञान Gyan, Jnan, Dnyan, જિજ્ઞેશ Jignesh."""
    for at, (here, after) in enumerate(pairwise(written)):
        if here.consonant == "j" and not here.vowel and after.consonant == "n":
            start, end = written[:at], written[at + 2 :]
            return [
                [*start, here._replace(consonant=one), after._replace(consonant=two), *end]
                for one, two in (("g", "y"), ("j", "n"), ("d", "ny"), ("g", "n"))
            ]
    return [written]


def _spelt_otherwise(said: Spoken, in_bengali: bool) -> list[Spoken]:
    """The ways to spell what is said: each rule by itself, and several together."""
    sounds = {sound for here in said for sound in here[1:3]}
    ways = [said]
    for heard, rule in (*_RULES, *_BENGALI) if in_bengali else _RULES:
        if not sounds.isdisjoint(heard):
            others = [(one, rule(one)) for one in ways]
            ways = [*ways, *(other for one, other in others if other is not one)][:_LETTERS_TRIED]
    return ways[1:]


def _with(**sounds: str) -> tuple[Sounds, Rule]:
    """The rule that says some consonants and vowels as others, wherever they stand in the word."""

    def rule(spoken: Spoken) -> Spoken:
        return [
            here._replace(
                consonant=sounds.get(here.consonant, here.consonant), vowel=sounds.get(here.vowel, here.vowel)
            )
            for here in spoken
        ]

    return frozenset(sounds), rule


def _with_ng(spoken: Spoken) -> Spoken:
    """A closing nasal before h is spelt ng: सिंह Singh."""
    for at, (here, after) in enumerate(pairwise(spoken)):
        if here.closing and after.consonant == "h":
            spoken = [*spoken[:at], here._replace(closing="ng"), *spoken[at + 1 :]]
    return spoken


def _with_e(spoken: Spoken) -> Spoken:
    """Before h or r without a vowel, a is also e: महमूद Mehmood, बनर्जी Banerjee, बलविंदर Balwinder."""
    for at, (here, after) in enumerate(pairwise(spoken)):
        if here.inherent and not here.closing and not after.vowel and after.consonant in ("h", "r"):
            spoken = [*spoken[:at], here._replace(vowel="e"), *spoken[at + 1 :]]
    return spoken


def _with_ai(spoken: Spoken) -> Spoken:
    """Before a consonant without a vowel aya is also ai: नायक Naik, जायसवाल Jaiswal, गायकवाड Gaikwad."""
    for at, (before, here, after) in enumerate(zip(spoken, spoken[1:], spoken[2:], strict=False), 1):
        if before.vowel == "a" and here.consonant == "y" and here.inherent and not after.vowel:
            spoken = [*spoken[:at], here._replace(consonant="", vowel="i", inherent=False), *spoken[at + 1 :]]
    return spoken


def _with_ey(spoken: Spoken) -> Spoken:
    """A last e is also ey: पांडे Pandey, दुबे Dubey."""
    return [*spoken[:-1], spoken[-1]._replace(vowel="ey")] if spoken[-1].vowel == "e" else spoken


def _with_o(spoken: Spoken) -> Spoken:
    """The first unwritten a is o: মণ্ডল Mondal, প্রসেনজিৎ Prosenjit."""
    for at, here in enumerate(spoken):
        if here.inherent:
            return [*spoken[:at], here._replace(vowel="o"), *spoken[at + 1 :]]
    return spoken


_RULES: tuple[tuple[Sounds, Rule], ...] = (
    (frozenset("h"), _with_ng),
    _with(**{"r.": "d", "rh": "dh"}),  # ड़ and ढ़ are as often spelt d: गुड़िया Gudiya
    _with(j="z", jh="z"),  # the dot of ज़ is often left out: काजी Kazi; ઝવેરી Zaveri
    (frozenset("hr"), _with_e),
    (frozenset("y"), _with_ai),
    _with(ri="ru"),  # ऋ is ri in the north, ru in the west: तृषा Trisha, Trusha
    _with(au="o"),  # राठौर Rathor
    (frozenset("e"), _with_ey),
)
"""Rules, each with the sounds without which it changes nothing."""

_BENGALI: tuple[tuple[Sounds, Rule], ...] = (
    (frozenset("a"), _with_o),
    _with(b="v", bh="v"),  # বিদ্যাসাগর Vidyasagar, সৌরভ Sourav
)
