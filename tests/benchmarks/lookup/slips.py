"""Slips of fingers in a hurry: a wrong letter, one too many, one missing, two in the wrong order."""

import unicodedata
from random import Random

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURLY = 0.5
"""How often a wrong letter is one beside the right one on the keyboard."""


def _neighbours() -> dict[str, str]:
    found: dict[str, set[str]] = {letter: set() for row in _ROWS for letter in row}
    for down, row in enumerate(_ROWS):
        for at, letter in enumerate(row):
            beside = {(down, at - 1), (down, at + 1), (down + 1, at - 1), (down + 1, at)}
            for other_down, other_at in beside:
                if 0 <= other_down < len(_ROWS) and 0 <= other_at < len(_ROWS[other_down]):
                    other = _ROWS[other_down][other_at]
                    found[letter].add(other)
                    found[other].add(letter)
    return {letter: "".join(sorted(others)) for letter, others in found.items()}


NEIGHBOURS = _neighbours()


def slip(text: str, rng: Random) -> str:
    """``text`` with one edit somewhere in a word, the first letter included; never the same text."""
    places = [at for at, letter in enumerate(text) if letter not in " -."]
    while True:
        at = rng.choice(places)
        way = rng.random()
        if way < 0.4:
            changed = text[:at] + _other(text[at], rng) + text[at + 1 :]
        elif way < 0.6:
            changed = text[:at] + _other(text[at], rng) + text[at:]
        elif way < 0.8:
            changed = text[:at] + text[at + 1 :]
        else:
            changed = text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
            if " " in text[at : at + 2]:
                continue
        if changed != text and changed.strip() == changed and "  " not in changed:
            return changed


def _other(letter: str, rng: Random) -> str:
    """A wrong letter of the same kind: a neighbour on the keyboard, or any other of the script."""
    if letter in NEIGHBOURS and rng.random() < _NEIGHBOURLY:
        return rng.choice(NEIGHBOURS[letter])
    return rng.choice([one for one in _alphabet(letter) if one != letter])


def _alphabet(letter: str) -> str:
    """What may stand in a letter's place: for an Indic vowel sign other signs, for a consonant consonants."""
    code = ord(letter)
    if code < 0x250:
        return "abcdefghijklmnopqrstuvwxyz"
    if 0x400 <= code < 0x500:
        return "абвгдежзийклмноөпрстуүфхцчшыьэюя"
    block = code & ~0x7F  # each of the Indic scripts has 128 places
    kind = unicodedata.category(letter)[0]
    return "".join(
        chr(one) for one in range(block + 5, block + 0x4E) if unicodedata.category(chr(one))[0] == kind
    )
