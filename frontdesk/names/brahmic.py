"""Reading the Brahmic scripts (Devanagari to Malayalam), whose Unicode blocks share one order of letters.

A word becomes *aksharas*: a consonant or none, the vowel that follows it, and a closing nasal or breath. The
languages' own rules then change those, and :func:`spell` writes them in Latin letters, one piece for each
code point, so that a typed beginning can be traced back to the letters it stands for.

Letters and signs: The Unicode Standard, chapter 12, and the code charts of U+0900 to U+0D7F.
"""

from dataclasses import dataclass

DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA = range(0x0900, 0x0B80, 0x80)
TAMIL, TELUGU, KANNADA, MALAYALAM = range(0x0B80, 0x0D80, 0x80)

_CONSONANTS = (
    "k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h".split()
)
_FIRST_CONSONANT, _LAST_CONSONANT = 0x15, 0x39
_VOWELS = dict(zip(range(0x05, 0x15), "a a i i u u ri li e e e ai o o o au".split(), strict=True))
_VOWELS |= {0x60: "ri", 0x61: "li", 0x72: "e"}
_SIGNS = dict(zip(range(0x3E, 0x4D), "a i i u u ri ri e e e ai o o o au".split(), strict=True))
_CLOSING = {0x00: "n", 0x01: "n", 0x02: "n", 0x03: "", 0x70: "n"}
_VIRAMA, _NUKTA = 0x4D, 0x3C
_WITH_NUKTA = {"k": "q", "j": "z", "d": "r.", "dh": "rh", "ph": "f"}
_CHILLU = {0x7A: "n", 0x7B: "n", 0x7C: "r", 0x7D: "l", 0x7E: "l", 0x7F: "k"}

# Decomposed, some vowels are two: ொ is ெ and ா, ஔ is ஒ and ௗ. The second is a sign or a bare length mark.
_SECOND_HALVES = {
    ("e", 0x3E): "o", ("e", 0x42): "o", ("e", 0x56): "ai", ("e", 0x57): "au", ("o", 0x57): "au"
}  # fmt: skip


@dataclass(slots=True)
class Akshara:
    """One written syllable: which code points it stands at and how each part sounds."""

    at: int
    consonant: str = ""
    vowel: str = ""
    vowel_at: int = -1
    closing: str = ""
    closing_at: int = -1

    def but(
        self, *, consonant: str | None = None, vowel: str | None = None, closing: str | None = None
    ) -> "Akshara":
        """The same akshara said otherwise."""
        return Akshara(
            self.at,
            self.consonant if consonant is None else consonant,
            self.vowel if vowel is None else vowel,
            self.vowel_at,
            self.closing if closing is None else closing,
            self.closing_at,
        )

    @property
    def inherent(self) -> bool:
        """Whether its vowel is the unwritten a of a bare consonant."""
        return self.vowel == "a" and bool(self.consonant) and self.vowel_at == self.at


def block(letter: str) -> int:
    """The start of the Brahmic block of ``letter``, 0 for any other letter."""
    point = ord(letter)
    return point & ~0x7F if DEVANAGARI <= point < MALAYALAM + 0x80 else 0


def read(word: str) -> list[Akshara]:
    """The aksharas of a decomposed word in one Brahmic script; unknown signs are passed over."""
    found: list[Akshara] = []
    for at, letter in enumerate(word):
        offset = ord(letter) & 0x7F
        if _FIRST_CONSONANT <= offset <= _LAST_CONSONANT:
            found.append(Akshara(at, _CONSONANTS[offset - _FIRST_CONSONANT], "a", at))
        elif offset in _VOWELS:
            found.append(Akshara(at, "", _VOWELS[offset], at))
        elif offset in _CHILLU and block(letter) == MALAYALAM:
            found.append(Akshara(at, _CHILLU[offset]))
        elif found:
            _add_sign(found[-1], offset, at)
    return found


def _add_sign(akshara: Akshara, offset: int, at: int) -> None:
    """Let the dependent sign at code point ``at`` change the akshara it stands on."""
    second_half = _SECOND_HALVES.get((akshara.vowel, offset))
    if offset == _VIRAMA:
        akshara.vowel, akshara.vowel_at = "", at
    elif offset == _NUKTA:
        akshara.consonant = _WITH_NUKTA.get(akshara.consonant, akshara.consonant)
    elif second_half:
        akshara.vowel = second_half
    elif offset in _SIGNS:
        akshara.vowel, akshara.vowel_at = _SIGNS[offset], at
    elif offset in _CLOSING:
        akshara.closing, akshara.closing_at = _CLOSING[offset], at


def close_by_place(aksharas: list[Akshara], elsewhere: str = "n") -> list[Akshara]:
    """Sound each closing nasal by the next consonant: अंबा Amba, चंद्र Chandra.

    ``elsewhere`` is how it sounds at the end and before sounds that are no stops: वंश Vansh, వంశీ Vamsi.
    """
    spoken = list(aksharas)
    for at, here in enumerate(aksharas):
        after = aksharas[at + 1].consonant[:1] if at + 1 < len(aksharas) else ""
        if here.closing:
            spoken[at] = here.but(closing=_PLACES.get(after, elsewhere))
    return spoken


_PLACES = dict.fromkeys("pbm", "m") | dict.fromkeys("kgcjtdn", "n")


def with_vocalic_r_as_ru(aksharas: list[Akshara]) -> list[Akshara]:
    """ऋ is said ri in the north and ru in the west and south: तृषा Trisha, Trusha."""
    return [one.but(vowel="ru") if one.vowel == "ri" else one for one in aksharas]


def spell(aksharas: list[Akshara], length: int) -> tuple[str, ...]:
    """The Latin letters of each of the word's ``length`` code points."""
    pieces = [""] * length
    for akshara in aksharas:
        consonant = akshara.consonant
        pieces[akshara.at] = consonant if consonant != "r." else "r"
        if akshara.vowel:
            pieces[akshara.vowel_at] += akshara.vowel
        if akshara.closing:
            pieces[akshara.closing_at] += akshara.closing
    return tuple(pieces)
