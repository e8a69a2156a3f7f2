"""How Mongolian (and Russian) names in Cyrillic are spelt in Latin letters.

The usual letters: Mongolian standard MNS 5217:2012, with ө and ү bare, both u, as in passports. The other
readings are older and Russian habits: х as h, ө as o, ж as zh, е and ё as e.
"""

_USUAL = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "ye", "ж": "j", "з": "z", "и": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "ө": "u", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ү": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "y", "ь": "i",
    "э": "e", "ю": "yu", "я": "ya", "и\u0306": "i", "е\u0308": "yo", "і": "i", "і\u0308": "yi", "є": "ye",
    "ґ": "g", "у\u0306": "u", "қ": "k", "ғ": "g", "ң": "n", "һ": "h", "ұ": "u", "ә": "a",
}  # fmt: skip
_HABITS: tuple[dict[str, str], ...] = (
    {},
    {"х": "h", "ь": "", "ө": "o"},
    {"х": "h"},
    {"ө": "o"},
    {"ж": "zh", "е": "e", "е\u0308": "e", "щ": "shch"},
)
_TABLES = tuple((tuple(habit), _USUAL | habit) for habit in _HABITS)
_VOWELS = frozenset("аэиоөуүыяёеюіє")


def is_cyrillic(letter: str) -> bool:
    """Whether ``letter`` is of the Cyrillic block."""
    return 0x0400 <= ord(letter) < 0x0530


def readings(word: str) -> list[tuple[str, ...]]:
    """The Latin letters of each code point of a decomposed word, the usual reading first."""
    tables = (table for letters, table in _TABLES if not letters or any(letter in word for letter in letters))
    return [tuple(_letter(word, at, table) for at in range(len(word))) for table in tables]


def _letter(word: str, at: int, table: dict[str, str]) -> str:
    """Other than е elsewhere, е at the start and after a vowel is ye: Есөн Yesun; a last ь is silent."""
    letter = word[at]
    if letter == "е" and word[at + 1 : at + 2] != "\u0308" and at and word[at - 1] not in _VOWELS:
        return "e"
    if letter == "ь" and at == len(word) - 1:
        return ""
    return table.get(word[at : at + 2]) or table.get(letter, "")
