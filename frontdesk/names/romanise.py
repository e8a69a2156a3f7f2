"""Names of other scripts in Latin letters, the several ways people spell them.

A table of our own: libraries drop the unwritten vowel of the Indic scripts or keep it where it is silent.
The letters of a word stay traceable: every reading has one piece of Latin for each code point.
"""

import re
from functools import lru_cache
from itertools import chain, groupby, islice, product

from frontdesk.names import brahmic, cyrillic, hindi, tamil, telugu

Reading = tuple[str, ...]
"""One Latin piece, maybe empty, for each code point of a native key."""

_READINGS_KEPT = 12
_WAYS_TRIED = 32
_SILENT_A = frozenset((brahmic.DEVANAGARI, brahmic.BENGALI, brahmic.GURMUKHI, brahmic.GUJARATI))
_CYRILLIC, _AS_IS = -1, 0
_BLOCKS = range(brahmic.DEVANAGARI, brahmic.MALAYALAM + 0x80, 0x80)
_ONE_SCRIPT = re.compile(
    "[\u0400-\u052f][\u0300-\u036f\u0400-\u052f]*"
    + "".join(f"|[{chr(block)}-{chr(block + 0x7F)}]+" for block in _BLOCKS)
)


def needs_romanising(key: str) -> bool:
    """Whether ``key`` has letters of a script that this module spells in Latin letters."""
    return not key.isascii() and any(_script(letter) for letter in key)


@lru_cache(maxsize=4096)
def readings(key: str) -> tuple[Reading, ...]:
    """The Latin readings of a native key (:mod:`frontdesk.names.folding`), the usual one first."""
    runs = _runs(key)
    ways = [_run_readings(script, run) for script, run in runs]
    joined = (tuple(chain.from_iterable(way)) for way in islice(product(*ways), _WAYS_TRIED))
    different: dict[str, Reading] = {}
    for reading in ways[0] if len(ways) == 1 else joined:
        different.setdefault("".join(reading), reading)
    return tuple(islice(different.values(), _READINGS_KEPT))


def romanise(key: str) -> str:
    """The usual Latin spelling of a native key: ராமன் → raman."""
    return "".join(readings(key)[0])


def _runs(key: str) -> list[tuple[int, str]]:
    """``key`` cut where the script changes; a combining mark goes with the letter before it."""
    if _ONE_SCRIPT.fullmatch(key):
        return [(_script(key[0]), key)]
    scripts = [_AS_IS]
    for letter in key:
        scripts.append(scripts[-1] if _is_common_mark(letter) else _script(letter))
    pairs = groupby(zip(scripts[1:], key, strict=True), lambda pair: pair[0])
    return [(script, "".join(letter for _, letter in run)) for script, run in pairs]


def _is_common_mark(letter: str) -> bool:
    return "\u0300" <= letter < "\u0370"


def _script(letter: str) -> int:
    return _CYRILLIC if cyrillic.is_cyrillic(letter) else brahmic.block(letter)


def _run_readings(script: int, run: str) -> list[Reading]:
    if script == _AS_IS:
        return [tuple(run)]
    if script == _CYRILLIC:
        return cyrillic.readings(run)
    if script == brahmic.TAMIL:
        return tamil.readings(run)
    return hindi.readings(run) if script in _SILENT_A else telugu.readings(run)
