"""How somebody at a Latin keyboard spells a name that is kept in another script: by ear and by habit.

From a usual spelling, each place that people spell in more than one way is spelt the other way now and then.
It shares nothing with the product's romanising, so that this cannot be right only by its own rules.
"""

import re
from collections.abc import Callable
from random import Random

_HABITS = (
    ("th", "t", 0.3), ("dh", "d", 0.4), ("bh", "b", 0.15), ("gh", "g", 0.15), ("kh", "k", 0.15),
    ("zh", "l", 0.5), ("ksh", "x", 0.2), ("sh", "s", 0.2), ("ph", "f", 0.3), ("chh", "ch", 0.6),
    ("sw", "sv", 0.3), ("w", "v", 0.3), ("v", "w", 0.2), ("ee", "i", 0.5), ("oo", "u", 0.5),
    ("aa", "a", 0.8), ("ai", "ei", 0.1), ("au", "ow", 0.2), ("ou", "ow", 0.3),
    ("(?<=[^aeiou])i(?=[^aeiou])", "ee", 0.08), ("(?<=[^aeiou])u(?=[^aeiou])", "oo", 0.08),
    ("(?<=[^aeiou])a(?=[^aeiou])", "aa", 0.02), ("(?<=[^aeiou])y$", "i", 0.4),
    ("(?<=[^aeiou])i$", "y", 0.1), (r"([bdgklmnprst])\1", r"\1", 0.25),
    ("(?<=[aeiou])([dklmnprt])(?=[aeiou])", r"\1\1", 0.04), ("(?<=[aeiou])t(?=[aeiou])", "th", 0.08),
    ("(?<=[aeiou])d(?=[aeiou])", "dh", 0.03), ("ey", "ay", 0.2),
)  # fmt: skip
_OF_LANGUAGE: dict[str, tuple[tuple[str, str, float], ...]] = {
    "hi": ((r"(?<=[^aeiou])$", "a", 0.06), (r"(?<=[^aeiou][^aeiou])a$", "", 0.1), ("au", "o", 0.1)),
    "ta": (("^s", "ch", 0.05), ("(?<=n)th", "dh", 0.2), ("k(?=[aeiou])", "g", 0.04), ("tr", "ttr", 0.05)),
    "te": ((r"(?<=[^aeiou])u$", "", 0.05), ("ch", "c", 0.03), ("ss", "s", 0.2)),
}
_COMPILED = {
    language: tuple((re.compile(old), new, often) for old, new, often in (*_HABITS, *own))
    for language, own in _OF_LANGUAGE.items()
}

# What each Cyrillic letter of Mongolian becomes, with how often; the first is the usual one.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v:7 w:3", "г": "g", "д": "d", "е": "ye:7 e:3", "ё": "yo", "ж": "j:8 zh:2",
    "з": "z", "и": "i", "й": "i:8 y:2", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "ө": "u:7 o:3",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ү": "u", "ф": "f", "х": "kh:6 h:4", "ц": "ts:9 c:1",
    "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "y:6 i:4", "ь": ":5 i:5", "э": "e", "ю": "yu",
    "я": "ya:8 ia:2",
}  # fmt: skip
_WAYS = {
    letter: (
        [one.split(":")[0] for one in ways.split(" ")],
        [int(one.split(":")[1]) for one in ways.split(" ")],
    )
    for letter, ways in _CYRILLIC.items()
    if ":" in ways
}


def from_cyrillic(word: str, rng: Random | None = None) -> str:
    """A Mongolian word in Latin letters; the usual spelling, or with ``rng`` somebody's own."""

    def spelt(letter: str) -> str:
        ways = _WAYS.get(letter)
        if ways is None:
            return _CYRILLIC.get(letter, letter)
        return rng.choices(*ways)[0] if rng else ways[0][0]

    text = "".join(map(spelt, word.lower()))
    if rng and rng.random() < 0.5:
        text = text.replace("ii", "i")
    return text[:1].upper() + text[1:] if word[:1].isupper() else text


def by_ear(native: str, latin: str, language: str, rng: Random) -> str:
    """One word as somebody may spell it who knows it from hearing; small letters.

    ``latin`` is the usual spelling of ``native``.
    """
    if language == "mn":
        return from_cyrillic(native.lower(), rng)
    text = latin.lower()
    for pattern, new, often in _COMPILED.get(language, ()):
        text = pattern.sub(_now_and_then(new, often, rng), text)
    return text


def _now_and_then(new: str, often: float, rng: Random) -> Callable[[re.Match[str]], str]:
    return lambda found: found.expand(new) if rng.random() < often else found[0]
