"""How Tamil names are said: one letter stands for voiced and voiceless, and loans are written apart.

How a syllable is said hangs on its neighbours. Stops by place, clusters and the helping vowels of loans are
after Lehmann, "A Grammar of Modern Tamil" (1989), and Annamalai and Steever, "Modern Tamil" in Steever (ed.),
"The Dravidian Languages" (1998); voiced stops at the start after Schiffman, "A Reference Grammar of Spoken
Tamil" (1999). How far a way is from the usual one was weighed on spellings that bearers of the names use.
"""

import re
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from frontdesk.names.brahmic import Akshara, read, spell

_MOST, _FURTHEST = 12, 2
"""So many readings of a word at most, none of them further from the usual one."""

_CONTEXTS_KEPT = 1 << 14

Ways = tuple[tuple[str, int], ...]
"""The ways to say a sound, the usual one first: its Latin letters and how far it is from the usual one."""

Pieces = tuple[str, ...]
"""Latin letters, maybe none, for each code point."""

Said = tuple[tuple[Pieces, int], ...]
"""The ways to say a syllable, the usual one first, each with how far it is from that."""

# A letter with its signs, and with a ள that is the second half of its vowel.
_SYLLABLES = re.compile("[அ-ஹ][^அ-ஹ]*(?:(?<=[ெஒ])ள(?![^அ-ஹ]))?")


@cache
def _ways(columns: str) -> Ways:
    """Columns of the usual sounds, of those nearly as usual and of rare ones; - is nothing, _ is silence."""
    return tuple(
        (sound.strip("_"), far)
        for far, column in enumerate(columns.split())
        for sound in column.split(",")
        if column != "-"
    )


def _stops(**columns: str) -> dict[str, Ways]:
    return {letter: _ways(sounds) for letter, sounds in columns.items()}


_START = _stops(k="k g", ch="s ch", t="d t", th="th d", p="p b f")
"""கமலா Kamala, காயத்ரி Gayathri; செல்வி Selvi, Chelvi; டேனி Deni; தீபா Deepa; பாலா Bala, பாத்திமா Fathima."""

_BETWEEN = _stops(k="g k h", ch="s", t="d t", th="th d", p="b p")
"""முருகன் Murugan, அசோகன் Asokan, மோகன் Mohan; நடேசன் Natesan; மாதவன் Madhavan; ரூபா Rupa."""

_AFTER_NASAL = _stops(k="g k", ch="j ch", t="d", th="d th", p="b - p")
"""தங்கம் Thangam, சங்கர் Sankar; பஞ்சு Panchu; சுந்தரி Sundari, வசந்தி Vasanthi; சம்பத் Sampath."""

_AFTER_LIQUID = _stops(k="k g", ch="s", t="t", th="th d", p="p")
"""கல்பனா Kalpana, துர்கா Durga; தமிழ்செல்வி Tamilselvi; அமிர்தா Amirtha, கோவர்தன் Govardhan."""

_DOUBLED = _stops(k="kk", ch="ch - s,tch", t="tt - dd", th="th - d", p="pp bb")
"""சக்கரம் Sakkaram; பிச்சை Pichai, Pitchai, கலைச்செல்வி Kalaiselvi; ரெட்டி Reddy; சுப்பையா Subbiah."""

_CLUSTERED = _stops(k="kk g", th="th d", p="pp b")
"""Doubled, with a helping i before the next consonant: விக்கினேஸ்வரன் Vigneswaran, சுப்பிரமணி Subramani."""

_FIRST_OF_TWO = dict.fromkeys(_DOUBLED, _ways("_"))

_CLOSING = _stops(k="k g", ch="ch", t="t", th="th d", p="p b")
"""Before a consonant that is no stop: விக்னேஷ் Vignesh, பத்மா Padma, சுப்ரமணி Subramani."""

_LAST = _stops(k="k", ch="ch", t="t d", th="th d", p="p f")
"""கார்த்திக் Karthik; டேவிட் David; வினோத் Vinoth, Vinod; ஜோசப் Joseph."""

_HARD = _stops(k="k", ch="s", t="t", th="th d", p="p b")
"""Beside another stop, a sibilant or ற: சக்தி Sakthi, அப்துல் Abdul, பாஸ்கர் Baskar, கற்பகம் Karpagam."""

_PAIRS = {
    ("t", "ch"): (_ways("_"), _ways("ksh tch")),
    ("R", "R"): (_ways("t"), _ways("r")),
    ("n", "R"): (_ways("nd"), _ways("r")),
    ("k", "ny"): (_ways("_"), _ways("gn")),
    ("j", "ny"): (_ways("_"), _ways("gn")),
    ("ny", "ny"): (_ways("_"), _ways("gn")),
}
"""மீனாட்சி Meenakshi, Meenatchi; வெற்றி Vetri; தென்றல் Thendral; பிரக்ஞா Pragna; விஞ்ஞானம் Vignanam."""

# Letters of which the common table says too little: dental t, hard r, palatal n.
_LETTERS = {"த": "th", "ற": "R", "ஞ": "ny"}
_NASALS, _LIQUIDS = frozenset(("n", "m", "ny")), frozenset(("r", "l", "zh", "v", "y"))


class _Syllable(NamedTuple):
    """A syllable as written; a bare vowel has no letter, a letter without its vowel no vowel."""

    text: str
    letter: str = ""
    vowel: str = ""


@lru_cache(maxsize=_CONTEXTS_KEPT)
def _syllable(text: str) -> _Syllable:
    """The first syllable of ``text``; of other signs than letters an empty one."""
    for one in _with_au(read(text), text)[:1]:
        return _Syllable(text, _LETTERS.get(text[one.at], one.consonant), one.vowel)
    return _Syllable(text)


class _Place(NamedTuple):
    """A syllable and its neighbours, empty at the edges of a word; of ``then`` only the letter is known."""

    before: _Syllable
    here: _Syllable
    after: _Syllable
    then: _Syllable

    @property
    def first(self) -> bool:
        """Whether the word begins here."""
        return not (self.before.letter or self.before.vowel)

    @property
    def joined(self) -> str:
        """The letter without a vowel that comes right before, or ""."""
        return "" if self.before.vowel else self.before.letter

    @property
    def doubled(self) -> bool:
        """Whether it is the second half of a doubled stop."""
        return self.joined == self.here.letter and self.here.letter in _START


def readings(word: str) -> list[Pieces]:
    """The ways a word is said, the usual one first; no two are the same."""
    syllables = _SYLLABLES.findall(word)
    if not syllables:
        return [("",) * len(word)]
    before = word[: word.index(syllables[0])]
    usual, choices = [("",) * len(before)], []
    here, after, *others = *syllables, "", ""
    for at, then in enumerate(others, start=1):
        said = _said(before, here, after, then[:1])
        before, here, after = here, after, then
        usual.append(said[0][0])
        if len(said) > 1:
            choices.append((at, said))
    return _nearest(usual, choices)


def _nearest(usual: list[Pieces], choices: list[tuple[int, Said]]) -> list[Pieces]:
    """The usual way and those that are least far from it; what is said in one place binds no other."""
    found: list[tuple[int, tuple[tuple[int, Pieces], ...]]] = [(0, ())]
    for at, said in choices:
        found += [
            (far + further, (*changes, (at, pieces)))
            for far, changes in found
            for pieces, further in said[1:]
            if far + further <= _FURTHEST
        ]
    found.sort(key=itemgetter(0))
    return [_changed(usual, changes) for _, changes in found[:_MOST]]


def _changed(usual: list[Pieces], changes: tuple[tuple[int, Pieces], ...]) -> Pieces:
    spoken = list(usual)
    for at, pieces in changes:
        spoken[at] = pieces
    return tuple(chain.from_iterable(spoken))


def _with_au(written: list[Akshara], word: str) -> list[Akshara]:
    """A bare ள after ெ or ஒ is taken for the second half of ௌ or ஔ, which looks the same.

    கெளதம் is கௌதம் Gautham, ஒளவை ஔவை Avvai; U+0BD7 in the code charts of The Unicode Standard.
    """
    found: list[Akshara] = []
    for one in written:
        if found and word[one.at] == "ள" and one.inherent and word[one.at - 1] in "ெஒ":
            found[-1] = found[-1].but(vowel="au")
        else:
            found.append(one)
    return found


@lru_cache(maxsize=_CONTEXTS_KEPT)
def _said(before: str, here: str, after: str, then: str) -> Said:
    """How a syllable is said.

    It stands between the syllables ``before`` and ``after``; ``then`` is the letter that follows these.
    """
    place = _Place(_syllable(before), _syllable(here), _syllable(after), _syllable(then))
    written = _with_au(read(here), here)[0]
    return tuple(
        (spell([written.but(consonant=consonant, vowel=vowel)], len(here)), far + further)
        for consonant, far in _consonant(place) or ((place.here.letter, 0),)
        for vowel, further in _vowel(place) or ((place.here.vowel, 0),)
    )


def _consonant(place: _Place) -> Ways:
    """How the letter of a syllable is said; nothing if as it is written."""
    letter = place.here.letter
    if (place.joined, letter) in _PAIRS:
        return _PAIRS[place.joined, letter][1]
    if not place.here.vowel and (letter, place.after.letter) in _PAIRS:
        return _PAIRS[letter, place.after.letter][0]
    if letter in _START:
        return _of_loans(place) or _by_place(place)[letter]
    return _other_than_stops(place)


def _by_place(place: _Place) -> dict[str, Ways]:
    """The table of a stop: by whether the word begins or ends there, and what comes before and after."""
    if place.first:
        return _START
    if not place.here.vowel:
        return _without_vowel(place)
    if place.before.vowel:
        return _BETWEEN
    if place.doubled:
        return _CLUSTERED if _parts_a_cluster(place) else _DOUBLED
    if place.joined in _NASALS:
        return _AFTER_NASAL
    return _AFTER_LIQUID if place.joined in _LIQUIDS else _HARD


def _without_vowel(place: _Place) -> dict[str, Ways]:
    if place.here.letter == place.after.letter:
        return _FIRST_OF_TWO
    if not place.after.text:
        return _LAST
    return _HARD if place.after.letter in _START else _CLOSING


def _of_loans(place: _Place) -> Ways:
    """A stop that is said otherwise than its place tells, in parts that many names are made of.

    ஃப is f: ஜாஃபர் Jaffar. -குமார் keeps its k: உதயகுமார் Udayakumar.
    """
    here = place.here
    if here.letter == "p":
        return _ways("f") if place.before.text.endswith("ஃ") else ()
    if here.letter == "ch":
        return _ch_of_loans(place)
    return _ways("k g") if place.before.vowel and here.text == "கு" and place.after.letter == "m" else ()


def _ch_of_loans(place: _Place) -> Ways:
    """சாமி, from svami, is also Swamy; -அசலம், from acala, has ch: அருணாசலம் Arunachalam; ராச- is Raj-: ராசன் Rajan.

    After m and n it is s: அம்சா Amsa. First சு is hardly ever chu: சுந்தர் Sundar.
    """
    here, after, before = place.here, place.after, place.before
    if here.text == "சா" and after.text == "மி":
        return _ways("s sv")
    if before.text == "ரா":
        return _ways("s j")
    if here.text == "ச" and after.text == "ல" and before.vowel:
        return _ways("ch s")
    if place.first and here.vowel == "u":
        return _ways("s - ch")
    return _ways("s") if place.joined in ("n", "m") else ()


def _other_than_stops(place: _Place) -> Ways:
    """ஞ with a vowel is also gn: ஞானம் Gnanam, திருஞானம்; ஜோதி Jyothi; i is heard before y: சூர்யா Suriya."""
    letter = place.here.letter
    if letter == "R":
        return _ways("r")
    if letter == "ny":
        return _ways("gn n" if place.here.vowel else "n")
    if letter == "j" and place.first and place.here.vowel == "o":
        return _ways("j jy")
    if letter == "y" and place.joined in ("r", "th"):
        return _ways("y iy")
    return ()


def _vowel(place: _Place) -> Ways:
    """How the vowel of a syllable is said; nothing if as it is written.

    ஔ before v is av: ஔவை Avvai. A last து after a vowel may be the t or d of a loan: ஹமீது Hameed.
    """
    here, after = place.here, place.after
    if here.vowel == "au" and after.letter == "v":
        return _ways("a au")
    found = _at_the_start(place) or _beside_y(place) or _vocalic_r(place)
    if not found and here.text == "து" and place.before.vowel and not after.text:
        return _ways("u _")
    if found or not after.vowel:
        return found
    return _helping_i(place) if here.text.endswith("ி") else _helping(place)


def _beside_y(place: _Place) -> Ways:
    """Before y, ai is also a or i: உடையார் Udayar, ஐயர் Iyer, அய்யப்பன் Iyyappan, கருப்பையா Karuppiah.

    After it, -ையா is -aiah, யு is i: நாயுடு Naidu.
    """
    before, here, after = place[:3]
    if after.letter == "y":
        if here.text == "ஐ":
            return _ways("ai i,ay")
        if here.vowel == "ai":
            return _ways("ai i" if after.text == "யா" and not place.then.text else "ai a")
        return _ways("a i") if here.text == "அ" and not after.vowel else ()
    if before.vowel == "ai" and here.text == "யா" and not after.text:
        return _ways("ah")
    if before.text == "ஐ":
        return _ways("a e") if here.text == "ய" else ()
    return _ways("u i") if here.text == "யு" and before.vowel == "a" else ()


def _at_the_start(place: _Place) -> Ways:
    """A first vowel: இளங்கோ Elango, ஈஸ்வரி Eswari; எல்லம்மா Yellamma; இராமன் Raman, இலட்சுமி Lakshmi; ஜெயா Jaya.

    e before a: Schiffman (1999); ye: Arden, "A Progressive Grammar of Common Tamil" (1910); e written for the
    a of loans after j, r, l, y: Goda Varma, "The change of a to e in the Indo-Aryan loan words of Malayalam"
    (Bulletin of the School of Oriental Studies, 1936).
    """
    here, after = place.here, place.after
    if place.first and here.vowel == "e":
        if not here.letter:
            return _ways("e - ye")
        return _ways("e a") if here.letter in ("j", "r", "l", "y") and here.text.endswith("ெ") else ()
    if here.text == "ஈ":
        return _ways("i e")
    if here.text != "இ" or not after.vowel:
        return ()
    if after.letter == "r":
        return _ways("_ i")
    lakshmi = after.text == "ல" and place.then.letter == "t"
    return _ways("_" if lakshmi else "i e" if after.vowel in ("a", "ai") else "i")


def _vocalic_r(place: _Place) -> Ways:
    """The ru of a Sanskrit vocalic r is ri: கிருஷ்ணா Krishna, பிருந்தா Brinda, மிருதுளா Mridula."""
    before, here, after = place[:3]
    krish = before.text == "கி" and after.letter == "sh"
    return _ways("i") if here.text == "ரு" and (krish or before.text in ("பி", "மி")) else ()


def _parts_a_cluster(place: _Place) -> bool:
    """Whether an i here, after a doubled stop, parts a cluster of Sanskrit."""
    here, after = place.here, place.after.letter
    parting = here.letter in _CLUSTERED and here.text.endswith("ி")
    return place.doubled and parting and after in _LIQUIDS | _NASALS


def _helping_i(place: _Place) -> Ways:
    """An i that parts the clusters of loans: பிரியா Priya, சந்திரன் Chandran, திரிஷா Trisha, கிருஷ்ணன் Krishnan.

    Also after a doubled stop: சித்திரா Chitra, ரத்தினம் Ratnam, வித்தியா Vidya; and சினேகா Sneha, தியாகு Thyagu.
    """
    letter, after, stop = place.here.letter, place.after, place.here.letter in _START
    if after.letter == "r":
        return _helping_i_before_r(place)
    if _parts_a_cluster(place) or (after.letter == "y" and place.first and (stop or letter == "v")):
        return _ways("i _")
    sneha = place.first and letter == "ch" and (after.letter, after.vowel) == ("n", "e")
    return _ways("_ i") if sneha else ()


def _helping_i_before_r(place: _Place) -> Ways:
    letter, after = place.here.letter, place.after
    if letter == "p" or (letter == "m" and after.text == "ரு") or place.doubled:
        return _ways("_ i")
    if letter == "k":
        return _ways("_" if after.text == "ரு" and place.then.letter == "sh" else "i _")
    if letter == "th" and place.joined in _NASALS:
        return _ways("_ i")
    return _ways("i _") if letter == "th" and place.first and after.vowel != "u" else ()


def _helping(place: _Place) -> Ways:
    """An u or a that parts them: சுவாதி Swathi, துவாரகா Dwaraka, லட்சுமி Lakshmi, சக்கரவர்த்தி Chakravarthy."""
    here, after = place.here, place.after.letter
    if here.text == "க" and after == "r" and place.doubled:
        return _ways("a _")
    if not here.text.endswith("ு"):
        return ()
    if after == "v":
        return _ways("_ u") if here.letter in ("ch", "s") or (here.letter == "th" and place.first) else ()
    return _ways("_ u") if after == "m" and (place.joined, here.letter) == ("t", "ch") else ()
