"""Making words: parts put together by rule, in one order for good.

A word is a pair, as it is written in its own script and as its owners spell it in Latin letters; where the
script is Latin both are the same. The names are invented; the parts are what names of a language are made of.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, islice, product
from random import Random

Word = tuple[str, str]


def pairs(text: str) -> list[Word]:
    """Words or parts from lines such as ``ராம rama, முருக muruga``."""
    found = []
    for one in text.replace("\n", " ").split(","):
        native, latin = one.split()
        found.append((native, latin))
    return found


def same(text: str) -> list[Word]:
    """Words or parts of a language that is written in Latin letters."""
    return [(one, one) for one in text.split()]


def joined(*parts: Word) -> Word:
    """Several parts as one word."""
    return "".join(part[0] for part in parts), "".join(part[1] for part in parts)


def crossed(*columns: Sequence[Word]) -> list[Word]:
    """Every way to put one part of each column together."""
    return [joined(*row) for row in product(*columns)]


def ranked(rng: Random, common: Iterable[Word], rules: Iterable[Sequence[Word]], most: int) -> list[Word]:
    """At most so many different words, the commonest first: those given, then those made, well mixed.

    Of each rule's words as many are taken as the shares allow, so that a rule with many drowns no other.
    """
    made = [list(words) for words in rules]
    share = most // max(1, len(made)) + 1
    mixed = [word for words in made for word in rng.sample(words, min(share, len(words)))]
    rng.shuffle(mixed)
    rest = [word for words in made for word in words]
    rng.shuffle(rest)
    found: dict[str, Word] = {}
    for word in chain(common, mixed, rest):
        found.setdefault(word[0], word)
    return list(islice(found.values(), most))
