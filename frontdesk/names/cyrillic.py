"""How Mongolian, Russian and Ukrainian names in Cyrillic are spelt in Latin letters.

The usual letters: Mongolian standard MNS 5217:2012, with ө and ү bare, both u, as in passports. Other ways:
BGN/PCGN for Mongolian (1964), where х is h and ө is ö, and for Russian (1947), where ж is zh; the spelling of
Ukrainian passports (Cabinet of Ministers, resolution 55 of 2010), where г is h; ISO 9 (1995), where й is j;
the Finnish standard SFS 4900 (1998), where я is ja; and what people type.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import product

_MOST = 5
"""So many ways to choose between the spellings of letters at most."""

_USUAL = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "з": "z", "и": "i", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ү": "u", "ф": "f",
    "ч": "ch", "ш": "sh", "щ": "shch", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "і": "i", "Ї": "yi",
    "є": "ye", "ґ": "g", "қ": "k", "ғ": "g", "ң": "n", "һ": "h", "ұ": "u", "ә": "a",
}  # fmt: skip

# In a word a letter is spelt in one of its ways throughout; how far each is from the usual one.
_CHOICES = {
    "х": {"kh": 0, "h": 1, "x": 2},  # Хулан Khulan, Hulan, Xulan
    "ө": {"u": 0, "o": 1},  # Мөнхбат Munkhbat, Monkhbat
    "ж": {"j": 0, "zh": 1},  # Жаргал Jargal; Жанна Zhanna
    "ц": {"ts": 0, "c": 2},  # Цэцэг Tsetseg, Ceceg
    "Е": {"ye": 0, "e": 1},  # Елена Yelena, Elena
    "Ё": {"yo": 0, "e": 1},  # Артём Artyom, Artem
    "О": {"yo": 0, "ye": 1},  # after ь: Соловьёв Solovyov, Soloviev
    "ь": {"i": 0, "": 1},  # Гарьд Garid; Ольга Olga
    "Ь": {"": 0, "i": 1},  # Игорь Igor; Анударь Anudari
    "Й": {"i": 0, "j": 2},  # Сергей Sergei, Sergej
    "Г": {"g": 0, "h": 1},  # Ігор Гончарук Ihor Honcharuk
}
_IN_FINNISH = _USUAL | {
    "я": "ja", "ю": "ju", "Ё": "jo", "О": "jo", "Е": "je", "є": "je", "ж": "z", "ч": "ts", "щ": "sts",
    "ш": "s", "ц": "ts", "х": "h", "ө": "o", "Й": "i", "ь": "", "Ь": "", "Г": "h",
}  # fmt: skip
"""Юлия Julija, Елена Jelena, Чехов Tšehov; of š and ž the bare letters."""

_SHOWS_FINNISH = re.compile("[яюЁОЕєжчщ]")
_UKRAINIAN = re.compile("[іЇєґ]")
# Letters that hang on their neighbours get symbols of their own: capitals, as words have small letters only.
_VOWELS = "аэиоөуүыяёеюіє"
_HANGING = (
    ("О", "(?<=[ьъ])е(?=\u0308)"),
    ("Ё", "е(?=\u0308)"),
    ("Е", f"^е|(?<=[{_VOWELS}ьъ\u0306\u0308])е"),  # at the start and after a vowel: Есүй Yesui, Цэеэ Tseye
    ("ъ", "(?<=е)э|(?<=е\u0308)о"),  # length: еэ is ye, ёо is yo
    ("Ь", "ь$"),
    ("ъ", f"ь(?=[{_VOWELS}])"),  # silent, as the vowel begins with y: Наталья Natalya
    ("Й", "и(?=\u0306$)"),
    ("Ї", "і(?=\u0308)"),
)
_IN_CONTEXT = re.compile("|".join(f"({pattern})" for _, pattern in _HANGING))


def is_cyrillic(letter: str) -> bool:
    """Whether ``letter`` is of the Cyrillic block."""
    return 0x0400 <= ord(letter) < 0x0530


def readings(word: str) -> list[tuple[str, ...]]:
    """The Latin letters of each code point of a decomposed word, the usual reading first."""
    symbols = _IN_CONTEXT.sub(_symbol, word)
    if _UKRAINIAN.search(symbols):
        symbols = symbols.replace("г", "Г")
    tables = _tables("".join(symbol for symbol in _CHOICES if symbol in symbols))
    found = [tuple([table.get(symbol, "") for symbol in symbols]) for table in tables]
    if _SHOWS_FINNISH.search(symbols):
        found.append(tuple([_IN_FINNISH.get(symbol, "") for symbol in symbols]))
    return found


def _symbol(found: re.Match[str]) -> str:
    return _HANGING[(found.lastindex or 0) - 1][0]


@lru_cache(maxsize=1 << len(_CHOICES))
def _tables(symbols: str) -> list[Mapping[str, str]]:
    """The letters of all symbols, in each of the ways to choose for these, the usual way first."""
    ways = sorted(product(*(_CHOICES[symbol].items() for symbol in symbols)), key=_how_far)
    return [_USUAL | dict(zip(symbols, (letters for letters, _ in way), strict=True)) for way in ways[:_MOST]]


def _how_far(way: tuple[tuple[str, int], ...]) -> int:
    return sum(far for _, far in way)
