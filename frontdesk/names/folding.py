"""Folding: bringing what is typed and what is stored to one spelling, in steps that forgive more and more.

*native* (case, composition, invisible characters) → *plain* (Latin marks and ligatures gone) → *medium*
(the spellings that Indian, Mongolian and Finnish names vary by) → *loose* (a skeleton). Each step is applied
to the whole word as well as to its typed beginning, so a later one never hides what an earlier one tells apart.
"""

import re
import unicodedata

import regex

NATIVE_LIMIT = 48
"""Longest key in code points; what follows in a longer word neither helps nor harms finding it."""

_INVISIBLE = regex.compile(r"[\p{Cf}\p{Default_Ignorable_Code_Point}'’‘ʼ`´]+")
_NOT_IN_WORDS = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_MARKS_AFTER_LATIN = regex.compile(r"(?<=\p{Latin}\p{Mn}*)\p{Mn}")

# Letters that are no letter-and-mark to Unicode but are so to a person at another keyboard.
_LATIN_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "ng", "æ": "ae", "œ": "oe", "þ": "th"}
    | {"ə": "a", "ß": "ss"}
)
# Written out where the keyboard has no such letter: Mueller, Soederberg, Aase (DIN 5007-2, Danish and Swedish use).
_WRITTEN_OUT = {"a\u0308": "ae", "o\u0308": "oe", "u\u0308": "ue", "a\u030a": "aa", "ø": "oe"}
_WRITTEN_OUT_PATTERN = re.compile("|".join(_WRITTEN_OUT))


def native(word: str) -> str:
    """``word`` without case, composition and invisible characters; the marks of every script are kept.

    >>> native("ÄITI") == native("a\\u0308iti")
    True
    """
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "")[:NATIVE_LIMIT]
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return _NOT_IN_WORDS.sub("", _INVISIBLE.sub("", folded))[:NATIVE_LIMIT]


def plain(key: str) -> str:
    """A native key with its Latin letters bare: Hämäläinen → hamalainen. Other scripts keep every mark."""
    if key.isascii():
        return key
    return _MARKS_AFTER_LATIN.sub("", key).translate(_LATIN_LETTERS)


def written_out(key: str) -> str:
    """A native key with ä, ö, ü, å, ø as two letters: Müller → mueller; equal to ``plain(key)`` where there are none."""
    return plain(_WRITTEN_OUT_PATTERN.sub(lambda found: _WRITTEN_OUT[found[0]], key))


# Aspirates and length are what Latin spellings of Indian names leave out at will; c alone is k or s, never ch.
_MEDIUM = {
    "chr": "kr", "ch": "c", "chh": "c", "ck": "k", "c": "k", "q": "k", "ksh": "ks", "x": "ks", "kh": "k", "gh": "g",
    "jh": "j", "th": "t", "dh": "d", "bh": "b", "sh": "s", "ph": "f", "zh": "l", "hm": "m", "w": "v", "ee": "i",
    "ii": "i", "oo": "u", "uu": "u", "ou": "au", "ow": "au", "iy": "i", "iiy": "i", "y": "i", "yi": "i",
}  # fmt: skip
_MEDIUM_PATTERN = re.compile(
    r"chr|chh?|ck|c(?![eiyh]|$)|q|ksh|x|[kgjtdb]h|sh|ph|zh|hm|w|i?iy(?=[aeou])|ee|ii|oo|uu|o[uw]"
    r"|(?<=.)y(?![aeiou])|(?<=[aeou])yi"
)
_DOUBLED = re.compile(r"(.)\1+")


def light(key: str) -> str:
    """A plain key with doubled letters single: Matti → mati."""
    return _DOUBLED.sub(r"\1", key)


def medium(key: str) -> str:
    """A plain key without the differences that spelling by ear makes: Krishnamoorthy, Krishnamurti → krisnamurti.

    Length, aspirates, w and v, sh and s, x and ksh, zh and l, y and i at a syllable's end.
    """
    return light(_MEDIUM_PATTERN.sub(lambda found: _MEDIUM[found[0]], key))


_LOOSE_SOUNDS = str.maketrans("bfdghcjzeo", "pptkksssiu")
_LOOSE_STEPS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[td][szc]|d[jz]", "s"),
        (r"[ae][iy]", "e"),
        (r"er$", "r"),
        (r"a[uov]u?(?![aei])", "o"),
        (r"(?<=.)y", ""),
        (r"(?<=.)a", ""),
        (r"m(?=[^aeiou]|$)", "n"),
    )
)
_FINAL_VOWELS = re.compile(r"(?<=..)[iu]+$")


def loose(key: str) -> str:
    """The skeleton of a medium key: voice, the sibilants, e/i, o/u and every a after the first letter given up.

    For names of another script only, where one letter stands for many sounds; between two Latin
    spellings it would merge different names.
    """
    for pattern, to in _LOOSE_STEPS:
        key = pattern.sub(to, key)
    return _FINAL_VOWELS.sub("", light(key.translate(_LOOSE_SOUNDS)))
