"""Cutting what is written into words."""

import re
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import regex

from frontdesk.names.folding import NATIVE_LIMIT, native

TEXT_LIMIT = 1_000
"""How much of a text is looked at; nobody types or is called more."""

_RUNS_KEPT = 1 << 16

_ASCII_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'`]*")
# Invisible characters and apostrophes inside a word do not cut it: O'Brien, शर्‍मा.
_WORD = regex.compile(r"[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}'’‘ʼ`´]*")
_NO_DIGITS = re.compile(r"\D+")
_SIGNS = re.compile(r"\S+")


class Cut(NamedTuple):
    """A word in a text: from which code point to which, and its native key."""

    start: int
    end: int
    key: str


def cut(text: str) -> list[Cut]:
    """The words of ``text``: runs of letters and numbers with their marks.

    A text without any letter or number (a name may be a single sign) is cut at its spaces instead.
    """
    text = text[:TEXT_LIMIT]
    return lettered(text) or _signs(text)


def lettered(text: str) -> list[Cut]:
    """The words of ``text`` that have a letter or number."""
    pattern = _ASCII_WORD if text.isascii() else _WORD
    words = (Cut(*found.span(), native(found[0])) for found in pattern.finditer(text))
    return [word for word in words if word.key]


def keys(text: str) -> list[str]:
    """The native keys of the words of ``text``."""
    text = text[:TEXT_LIMIT]
    return list(chain.from_iterable(map(_keys_of, text.split()))) or [word.key for word in _signs(text)]


@lru_cache(maxsize=_RUNS_KEPT)
def _keys_of(run: str) -> tuple[str, ...]:
    """The native keys of a run without spaces; names are made of the same ones over and over."""
    found = _ASCII_WORD.findall(run) if run.isascii() else _WORD.findall(run)
    return tuple(filter(None, map(native, found)))


def _signs(text: str) -> list[Cut]:
    return [Cut(*run.span(), sign(run[0])) for run in _SIGNS.finditer(text)]


def sign(run: str) -> str:
    """The native key of a run without any letter or number."""
    return unicodedata.normalize("NFKC", run).casefold()[:NATIVE_LIMIT]


def digits(text: str) -> str:
    """The digits of ``text`` as 0 to 9, whatever script they are written in."""
    if text.isascii():
        return text if text.isdigit() else _NO_DIGITS.sub("", text)
    return "".join(str(unicodedata.decimal(letter)) for letter in text if letter.isdecimal())
