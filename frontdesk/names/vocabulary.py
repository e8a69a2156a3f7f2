"""The words that people are called by, each kept once, with all the spellings it may be typed in."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from itertools import chain, repeat

from frontdesk.names import folding, romanise
from frontdesk.names.people import Group, Word

_HIGHEST = "\U0010ffff"
_FRESH_LIMIT = 256


def word(native: str, group: Group = Group.NAME) -> Word:
    """The word of a native key; a number is found by its own figures only."""
    if group is Group.NUMBER:
        return Word(native, group, (native,))
    sure = spellings(native)
    latin = [key for key in sure if key.isascii() and not key.isdecimal()]
    mediums = [folding.medium(key) for key in latin]
    keys = tuple(dict.fromkeys((*sure, *map(folding.light, latin), *mediums)))
    if not romanise.needs_romanising(native):
        return Word(native, group, sure, keys)
    return Word(native, group, sure, keys, tuple(dict.fromkeys(filter(None, map(folding.loose, mediums)))))


def spellings(native: str) -> tuple[str, ...]:
    """The sure spellings of a native key: Müller → muller, mueller; ராமன் → ராமன், raman."""
    if native.isascii():
        return (native,)
    if romanise.needs_romanising(native):
        readings = ("".join(reading) for reading in romanise.readings(native))
        found = (native, native.replace("е\u0308", "е"), *readings)
    else:
        found = (folding.plain(native), folding.written_out(native))
    return tuple(dict.fromkeys(key for key in found if key)) or (native,)


class KeyTable:
    """Keys in order, so that all that begin with what is typed stand together; and the words of each."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._words: dict[str, list[Word]] = {}
        self._texts: dict[bool, str] = {}
        self._fresh: list[str] = []

    def fill(self, pairs: Iterable[tuple[str, Word]]) -> None:
        """Put many keys into an empty table at once."""
        for key, word in pairs:
            self._words.setdefault(key, []).append(word)
        # Sorted a letter at a time: one long sort would hold every other thread up.
        by_letter: dict[str, list[str]] = {}
        for key in self._words:
            by_letter.setdefault(key[:1], []).append(key)
        for letter in sorted(by_letter):
            self._keys.extend(sorted(by_letter[letter]))

    def add(self, key: str, word: Word) -> None:
        """Let ``word`` be found by ``key``."""
        words = self._words.get(key)
        if words is not None:
            words.append(word)
            return
        self._words[key] = [word]
        insort(self._keys, key)
        self._fresh.append(key)

    def discard(self, key: str, word: Word) -> None:
        """Let ``word`` no longer be found by ``key``."""
        words = self._words[key]
        words.remove(word)
        if not words:
            del self._words[key]
            del self._keys[bisect_left(self._keys, key)]

    def known(self, key: str) -> bool:
        """Whether any word has exactly this key."""
        return key in self._words

    def words(self, keys: Iterable[str]) -> Iterator[Word]:
        """The words of exactly these keys; those that nobody has are passed over."""
        return chain.from_iterable(map(self._words.get, keys, repeat(())))

    def starting(self, beginning: str) -> list[str]:
        """The keys that begin with ``beginning``, in order."""
        low = bisect_left(self._keys, beginning)
        return self._keys[low : bisect_left(self._keys, beginning + _HIGHEST, low)]

    def has(self, beginning: str) -> bool:
        """Whether any key begins with ``beginning``."""
        at = bisect_left(self._keys, beginning)
        return at < len(self._keys) and self._keys[at].startswith(beginning)

    def letters_after(self, beginning: str) -> list[str]:
        """The letters that come next in the keys that begin with ``beginning``."""
        found: list[str] = []
        at, place = bisect_left(self._keys, beginning), len(beginning)
        while at < len(self._keys) and self._keys[at].startswith(beginning):
            letter = self._keys[at][place : place + 1]
            if letter:
                found.append(letter)
            at = bisect_left(self._keys, beginning + letter + _HIGHEST, at) if letter else at + 1
        return found

    def containing(self, part: str, limit: int) -> Iterator[str]:
        """Up to ``limit`` keys that have ``part`` anywhere in them; some may be given twice."""
        if not self._texts or len(self._fresh) > _FRESH_LIMIT:
            self._write_text()
        yield from (key for key in self._fresh if part in key and key in self._words)
        text, at = self._texts[part.isascii()], 0
        for _ in range(limit):
            at = text.find(part, at)
            if at < 0:
                return
            end = text.index("\n", at)
            key = text[text.rindex("\n", 0, at) + 1 : end]
            if key in self._words:
                yield key
            at = end

    def _write_text(self) -> None:
        """The keys in two texts, of ASCII and of others, where a part is found faster than key by key."""
        for ascii_only in (True, False):
            keys = [key for key in self._keys if key.isascii() is ascii_only]
            self._texts[ascii_only] = "\n".join(["", *keys, ""])
        self._fresh = []
