"""Invented people with a fixed seed: who they are, how they are written, how often they come.

35 in 100 are English, 20 Finnish, 15 Tamil, 10 Telugu, 10 Hindi, 10 Mongolian; of the latter four 60 in 100
are kept in their own script, the others in Latin letters. A few names are frequent and most are rare (Zipf),
and so are visits: a tenth of the people make half of them, and who comes often came lately.
"""

import hashlib
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np

from tests.benchmarks.lookup.hearing import by_ear
from tests.benchmarks.lookup.tongues import english, finnish, hindi, mongolian, tamil, telugu
from tests.benchmarks.lookup.tongues.making import Word

TODAY = date(2026, 11, 22)
SEED = 20_261_126
SHARES = {"en": 35, "fi": 20, "ta": 15, "te": 10, "hi": 10, "mn": 10}
NATIVE_SHARE = 0.6
_TONGUES = {"en": english, "fi": finnish, "ta": tamil, "te": telugu, "hi": hindi, "mn": mongolian}
_HERE = Path(__file__).parent
_DAYS = tuple(TODAY - timedelta(days=back) for back in range(1_501))


class Person(NamedTuple):
    """Somebody; their key in the house is their place in the row of people, from 1.

    ``spoken`` is the name in Latin letters as its owner spells it, word for word; nobody has stored it.
    ``birthday`` is a partial date as text, ``phone`` and ``card`` may be "".
    """

    name: str
    spoken: str
    given: str
    surname: str
    second_spelling: str
    nickname: str
    language: str
    phone: str
    card: str
    birthday: str
    visits: int
    last_visit: date

    @property
    def native(self) -> bool:
        """Whether the name is kept in another script than Latin."""
        return self.name != self.spoken


Dice = list[float]
_Named = tuple[str, str, str, str]


def people(count: int, seed: int = SEED) -> Iterator[Person]:
    """So many people, the same for the same seed."""
    rng = np.random.default_rng(seed + count)
    languages = rng.choice(list(SHARES), size=count, p=[share / 100 for share in SHARES.values()]).tolist()
    given, surname = rng.random(count), rng.random(count)
    chosen = {one: (_drawn(one, 0, given), _drawn(one, 1, surname)) for one in SHARES}
    dice = rng.random((count, 6)).tolist()
    visits = np.floor(2 / (rng.random(count) + 0.01)).astype(int).tolist()
    quiet = rng.exponential(1.0, count).tolist()
    for at, language in enumerate(languages):
        givens, surnames = chosen[language]
        words = _lexicon(language)
        one, two = words[0][givens[at]], words[1][surnames[at]]
        named = _NAMING[language](one, two, dice[at])
        yield _person(at, language, named, dice[at], visits[at], quiet[at])


@cache
def fingerprint() -> str:
    """Changes whenever other people would be made."""
    files = [_HERE / "people.py", _HERE / "hearing.py", *sorted((_HERE / "tongues").glob("*.py"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


@cache
def _lexicon(language: str) -> tuple[list[Word], list[Word]]:
    """The given names and the last names of a language."""
    rng, tongue = Random(SEED), _TONGUES[language]
    return tongue.given(rng), tongue.surnames(rng)


@cache
def _stored(word: Word, language: str) -> str:
    """How a word is stored where it is stored in Latin letters: always the same, as families do."""
    return by_ear(*word, language, Random(word[0])).capitalize()


def _large(latin: str) -> str:
    return latin[:1].upper() + latin[1:]


def _drawn(language: str, which: int, chance: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> list[int]:
    """Places in a lexicon, the first ones often: the word of rank k about 1 / (k + 25) as often."""
    size = len(_lexicon(language)[which])
    heights = np.cumsum(1 / (np.arange(size) + 25.0))
    places: list[int] = np.searchsorted(heights, chance * heights[-1]).tolist()
    return places


def _western(language: str, one: Word, two: Word, dice: Dice) -> _Named:
    """Given name and family name; one in thirty has two of the one or of the other."""
    given, surname = one[0], two[0]
    if dice[0] < 0.03:
        which = int(dice[0] > 0.01)
        other = _lexicon(language)[which][int(dice[1] * 200)][0]
        given, surname = (given, f"{surname}-{other}") if which else (f"{given}-{other}", surname)
    name = f"{given} {surname}"
    return name, name, given, surname


def _indian(language: str, one: Word, two: Word, dice: Dice) -> _Named:
    """Given name, then the father's or the family's."""
    if dice[0] < NATIVE_SHARE:
        return f"{one[0]} {two[0]}", f"{_large(one[1])} {_large(two[1])}", one[0], two[0]
    given, surname = _stored(one, language), _stored(two, language)
    name = f"{given} {surname}"
    return name, name, given, surname


def _with_initial(language: str, one: Word, two: Word, dice: Dice) -> _Named:
    """The father's name or the family's as an initial, and first."""
    if dice[0] < NATIVE_SHARE:
        initial = two[0][: 2 if unicodedata.category(two[0][1])[0] == "M" else 1]
        return f"{initial}. {one[0]}", f"{two[1][0].upper()}. {_large(one[1])}", one[0], ""
    given = _stored(one, language)
    name = f"{two[1][0].upper()}. {given}"
    return name, name, given, ""


def _last_name_first(language: str, one: Word, two: Word, dice: Dice) -> _Named:
    """The family's or the father's name before one's own."""
    name, spoken, surname, given = _indian(language, two, one, dice)
    return name, spoken, given, surname


def _tamil(one: Word, two: Word, dice: Dice) -> _Named:
    return (_with_initial if dice[1] < 0.35 else _indian)("ta", one, two, dice)


def _telugu(one: Word, two: Word, dice: Dice) -> _Named:
    ways = (_with_initial, _with_initial, _last_name_first, _indian, _indian)
    return ways[int(dice[1] * len(ways))]("te", one, two, dice)


def _mongolian(one: Word, two: Word, dice: Dice) -> _Named:
    return (_with_initial if dice[1] < 0.75 else _last_name_first)("mn", one, two, dice)


_NAMING: dict[str, Callable[[Word, Word, Dice], _Named]] = {
    "en": partial(_western, "en"),
    "fi": partial(_western, "fi"),
    "ta": _tamil,
    "te": _telugu,
    "hi": partial(_indian, "hi"),
    "mn": _mongolian,
}
_PET = ("y", "ie", "u", "ka", "kku", "tsu")


def _person(at: int, language: str, named: _Named, dice: Dice, visits: int, quiet: float) -> Person:
    name, spoken, given, surname = named
    number = (at * 39_916_801 + 5_040_337) % 100_000_000  # a prime: no number twice
    born = TODAY - timedelta(days=int(6_000 + dice[2] * 24_000))
    return Person(
        name=name,
        spoken=spoken,
        given=given,
        surname=surname,
        second_spelling=spoken if name != spoken and dice[3] < 0.15 else "",
        nickname=given[:3] + _PET[int(dice[3] * 100) % len(_PET)]
        if language in ("en", "fi") and dice[3] > 0.93
        else "",
        language=language,
        phone=f"04{number // 10_000_000} {number // 10_000 % 1_000:03} {number % 10_000:04}"
        if dice[4] < 0.97
        else "",
        card=f"{3_000_000 + at}" if dice[5] < 0.3 else "",
        birthday=_birthday(born, dice[4]),
        visits=visits,
        last_visit=_DAYS[min(1_500, int(quiet * 900 / (1 + visits / 4)))],
    )


def _birthday(born: date, chance: float) -> str:
    """Three in four say when; one in twenty of these without the year."""
    if chance > 0.75:
        return ""
    return f"--{born:%m-%d}" if chance < 0.0375 else born.isoformat()
